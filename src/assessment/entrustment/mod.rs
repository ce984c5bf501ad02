//! 委託: entrustments, and the chain of parties of each (再委託、再々委託).

use crate::catalogue::part;
use crate::value::answer::{Answer, Boxes, Lines};
use crate::value::band::{Count, DataSubjectsBand, StaffBand};
use crate::value::choice::{DeliveryMethod, EntrustedScope, ReEntrustmentState};

mod chain;
mod party;

export! {
    chain::Chain;
    chain::Link;
    chain::SharedParty;
    chain::shared_parties;
    party::MAX_TIERS;
    party::Parties;
    party::Party;
}

pub(crate) use chain::shared_by;
#[cfg(feature = "form")]
pub(crate) use chain::tier_term;
pub(crate) use party::too_many_tiers;

part!(
    /// A matter that the body entrusts to others (委託事項): 様式3 and 様式4 Ⅱ4.
    ///
    /// The form asks what is entrusted, about how many people, to whom, and whether it is entrusted further (再委託). Use
    /// [`Chain`] for questions about its parties.
    pub struct Entrustment {
        /// The number that the document prints (委託事項3). It is a label, not the index in the list.
        #[beside(EntrustmentMatter)]
        pub number: Answer<u32>,
        /// 委託事項: what is entrusted, in a few words.
        #[item(EntrustmentMatter)]
        pub matter: Answer<Lines>,
        /// ①委託内容.
        #[item(EntrustmentContent)]
        pub content: Answer<Lines>,
        /// ②取扱いを委託する特定個人情報ファイルの範囲.
        #[item(EntrustedScope)]
        pub entrusted_scope: Answer<EntrustedScope>,
        /// ②対象となる本人の数.
        #[item(EntrustedDataSubjects)]
        pub data_subjects: Answer<Count<DataSubjectsBand>>,
        /// ②対象となる本人の範囲.
        #[item(EntrustedSubjects)]
        pub scope: Answer<Lines>,
        /// ②その妥当性.
        #[item(EntrustedReason)]
        pub reason: Answer<Lines>,
        /// 委託先における取扱者数: 様式3 ②, 様式4 ③.
        #[item(EntrusteeHandlers)]
        pub handlers: Answer<Count<StaffBand>>,
        /// ④委託先への特定個人情報ファイルの提供方法.
        #[item(DeliveryMethods)]
        pub delivery: Boxes<DeliveryMethod>,
        /// ④その他: which.
        #[item(DeliveryMethodsOther)]
        pub delivery_other: Answer<Lines>,
        /// ⑤委託先名の確認方法.
        #[item(EntrusteeDisclosure)]
        pub disclosure: Answer<Lines>,
        /// 委託先名: 様式3 ③, 様式4 ⑥, as printed.
        #[item(Entrustee)]
        pub entrustee: Answer<Lines>,
        /// 再委託の有無: 様式3 ④, 様式4 ⑦.
        #[item(ReEntrustmentState)]
        pub re_entrustment: Answer<ReEntrustmentState>,
        /// 再委託の許諾方法: 様式3 ⑤, 様式4 ⑧.
        #[item(ReEntrustmentPermission)]
        pub permission: Answer<Lines>,
        /// 再委託事項: 様式3 ⑥, 様式4 ⑨.
        #[item(ReEntrustmentMatter)]
        pub re_entrusted_matter: Answer<Lines>,
        /// Who handles the file, tier by tier (委託先、再委託先、再々委託先), from anywhere in the document: the name of the
        /// entrustee, 再委託事項, or running text. The printed texts stay as they are. If it is omitted, the printed
        /// entrustee is the only party.
        pub chain: Parties,
    }
);
