//! 委託: entrustments, and the chain of parties behind each (再委託、再々委託).

use crate::answer::{Answer, Boxes};
use crate::band::{Count, DataSubjectsBand, StaffBand};
use crate::catalogue::two_depths;
use crate::choice::{DeliveryMethod, EntrustedScope, ReEntrustmentState};
use crate::text::Lines;

mod chain;
mod party;

#[doc(alias = "委託の連鎖")]
#[doc(alias = "再々委託")]
pub use chain::Chain;
#[doc(alias = "連鎖の中の委託先")]
pub use chain::Link;
#[doc(alias = "複数の委託に共通する委託先")]
pub use chain::SharedParty;
#[doc(alias = "複数の委託に共通する委託先")]
pub use chain::shared_parties;
#[doc(alias = "委託の段数の上限")]
pub use party::MOST_TIERS;
#[doc(alias = "委託先一覧")]
pub use party::Parties;
#[doc(alias = "委託先")]
#[doc(alias = "再委託先")]
pub use party::Party;

two_depths! {
    /// 委託事項 of 様式3 (Ⅱ4).
    #[doc(alias = "委託事項")]
    key KeyItemEntrustment;
    /// 委託事項 of 様式4 (Ⅱ4).
    #[doc(alias = "委託事項")]
    all AllItemEntrustment;
    /// What 様式3 and 様式4 both ask of a 委託事項. The parties are asked through its [`Chain`].
    #[doc(alias = "委託事項")]
    shared Entrustment;
    {
        /// The number that the document prints (委託事項3): a label, not the place in the list.
        both number: Answer<u32>, beside EntrustmentMatter;
        /// 委託事項: what is entrusted, in a few words.
        both matter: Answer<Lines>, item EntrustmentMatter;
        /// ①委託内容.
        both content: Answer<Lines>, item EntrustmentContent;
        /// ②取扱いを委託する特定個人情報ファイルの範囲.
        all entrusted_scope: Answer<EntrustedScope>, item EntrustedScope;
        /// ②対象となる本人の数.
        all data_subjects: Answer<Count<DataSubjectsBand>>, item EntrustedDataSubjects;
        /// ②対象となる本人の範囲.
        all scope: Answer<Lines>, item EntrustedSubjects;
        /// ②その妥当性.
        all reason: Answer<Lines>, item EntrustedReason;
        /// 委託先における取扱者数: 様式3 ②, 様式4 ③.
        both handlers: Answer<Count<StaffBand>>, item EntrusteeHandlers;
        /// ④委託先への特定個人情報ファイルの提供方法.
        all delivery: Boxes<DeliveryMethod>, item DeliveryMethods;
        /// ④その他: which.
        all delivery_other: Answer<Lines>, item DeliveryMethodsOther;
        /// ⑤委託先名の確認方法.
        all disclosure: Answer<Lines>, item EntrusteeDisclosure;
        /// 委託先名: 様式3 ③, 様式4 ⑥, as printed.
        both entrustee: Answer<Lines>, item Entrustee;
        /// 再委託の有無: 様式3 ④, 様式4 ⑦.
        both re_entrustment: Answer<ReEntrustmentState>, item ReEntrustmentState;
        /// 再委託の許諾方法: 様式3 ⑤, 様式4 ⑧.
        both permission: Answer<Lines>, item ReEntrustmentPermission;
        /// 再委託事項: 様式3 ⑥, 様式4 ⑨.
        both re_entrusted_matter: Answer<Lines>, item ReEntrustmentMatter;
        /// Who handles the file, tier by tier (委託先、再委託先、再々委託先), as far as the document tells anywhere: in the name
        /// of the entrustee, in 再委託事項, in running text. Where it is left out, the entrustee as printed is the only party.
        both chain: Parties, beside Entrustee;
    }
}
