//! 特定個人情報の提供・移転: who receives what, on which statutory basis.

use alloc::vec::Vec;

use crate::catalogue::{Item, part};
use crate::value::answer::{Answer, Boxes, Lines, Tick, Timings};
use crate::value::band::{Count, DataSubjectsBand};
use crate::value::choice::{ProvisionMethod, TransferMethod};
use crate::value::code_list::CodeList;

part!(
    /// Who receives the data of a file (特定個人情報の提供・移転（委託に伴うものを除く。）): 様式3 and 様式4 Ⅱ5.
    ///
    /// The declared number (件数) and the list are both kept, since they may differ.
    pub struct ProvisionSection {
        /// 提供を行っている.
        #[item(ProvisionMade)]
        pub provided: Tick,
        /// The number of provisions that the document declares (件数).
        #[item(ProvisionCount)]
        pub provided_count: Answer<u32>,
        /// 移転を行っている.
        #[item(TransferMade)]
        pub transferred: Tick,
        /// The number of transfers that the document declares (件数).
        #[item(TransferCount)]
        pub transferred_count: Answer<u32>,
        /// 行っていない.
        #[item(NeitherMade)]
        pub neither: Tick,
        /// 提供先1, 2, …: other bodies.
        pub provisions: Vec<Recipient<ProvisionMethod>>,
        /// 移転先1, 2, …: other affairs of the same body.
        pub transfers: Vec<Recipient<TransferMethod>>,
    }
);

/// How a recipient is reached (提供方法、移転方法).
///
/// The list of methods distinguishes a provision from a transfer.
pub trait Channel: CodeList {
    /// The items of a recipient.
    #[doc(hidden)]
    const ITEMS: RecipientItems;
}

/// The items of a 提供先 or a 移転先 (提供先・移転先の項目).
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecipientItems {
    pub names: Item,
    pub bases: Item,
    pub uses: Item,
    pub information: Item,
    pub data_subjects: Item,
    pub scope: Item,
    pub methods: Item,
    pub methods_other: Item,
    pub timing: Item,
}

impl Channel for ProvisionMethod {
    const ITEMS: RecipientItems = RecipientItems {
        names: Item::ProvisionRecipient,
        bases: Item::ProvisionBases,
        uses: Item::ProvisionUses,
        information: Item::ProvisionInformation,
        data_subjects: Item::ProvisionDataSubjects,
        scope: Item::ProvisionScope,
        methods: Item::ProvisionMethods,
        methods_other: Item::ProvisionMethodsOther,
        timing: Item::ProvisionTiming,
    };
}

impl Channel for TransferMethod {
    const ITEMS: RecipientItems = RecipientItems {
        names: Item::TransferRecipient,
        bases: Item::TransferBases,
        uses: Item::TransferUses,
        information: Item::TransferInformation,
        data_subjects: Item::TransferDataSubjects,
        scope: Item::TransferScope,
        methods: Item::TransferMethods,
        methods_other: Item::TransferMethodsOther,
        timing: Item::TransferTiming,
    };
}

part!(
    /// A recipient of information: a 提供先 (`M` is [`ProvisionMethod`]) or a 移転先 ([`TransferMethod`]).
    ///
    /// One entry may name several departments, and one department may occur in several entries.
    pub struct Recipient<M: Channel> {
        /// The number that the document prints (移転先3). It is a label, not the index in the list.
        #[beside(M::ITEMS.names)]
        pub number: Answer<u32>,
        /// Who receives it: one or more bodies or departments, one per line.
        #[item(M::ITEMS.names)]
        pub names: Answer<Lines>,
        /// ①法令上の根拠, one per line. Use [`Assessment::bases`](crate::assessment::Assessment::bases) to read the
        /// citations, since abbreviations are often defined elsewhere in the document.
        #[item(M::ITEMS.bases)]
        pub bases: Answer<Lines>,
        /// ②用途, one per line. The number of lines may differ from that of the bases.
        #[item(M::ITEMS.uses)]
        pub uses: Answer<Lines>,
        /// ③提供する情報, 移転する情報: the kinds of information, one per line.
        #[item(M::ITEMS.information)]
        pub information: Answer<Lines>,
        /// ④情報の対象となる本人の数.
        #[item(M::ITEMS.data_subjects)]
        pub data_subjects: Answer<Count<DataSubjectsBand>>,
        /// ⑤情報の対象となる本人の範囲.
        #[item(M::ITEMS.scope)]
        pub scope: Answer<Lines>,
        /// ⑥提供方法, 移転方法.
        #[item(M::ITEMS.methods)]
        pub methods: Boxes<M>,
        /// ⑥その他: which.
        #[item(M::ITEMS.methods_other)]
        pub methods_other: Answer<Lines>,
        /// ⑦時期・頻度: one, or one for each method or kind of information.
        #[item(M::ITEMS.timing)]
        pub timing: Answer<Timings>,
    }
);
