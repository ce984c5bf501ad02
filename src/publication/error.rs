//! What may not be withheld, and why.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::place;
use crate::catalogue::FieldPath;
use crate::duty::{Occasion, WithholdingGround};
use crate::value::error::Ja;
use crate::value::kind::{AssessmentKind, BodyKind};
use crate::value::language::{Language, errors};

errors! {
    /// Something that may not be withheld (非公表の誤り).
    #[error("{}{reason}", place(Language::English, .path, .number, .label))]
    #[ja("{}{}", place(Language::Japanese, path, number, label), Ja(reason))]
    #[non_exhaustive]
    pub struct WithholdError {
        /// The path that was to be withheld.
        pub path: FieldPath,
        /// The number of its item on the form. Empty for a part, a list or an item that the form does not print.
        pub number: &'static str,
        /// The label of its item. Empty without an item.
        pub label: &'static str,
        /// Why it may not be withheld.
        pub reason: WithholdReason,
    }
}

errors! {
    /// Why something may not be withheld (非公表の誤りの理由).
    #[non_exhaustive]
    pub enum WithholdReason {
        /// No provision allows anything to be withheld from this document on this occasion.
        #[error("nothing may be withheld from {document} on this occasion ({})", .occasion.label())]
        #[ja("{}の{}では、何も非公表とすることができない", document.label(), occasion.label())]
        NothingAllowed {
            /// The document.
            document: AssessmentKind,
            /// The occasion.
            occasion: Occasion,
        },
        /// No provision allows it on this ground.
        #[error(
            "{document} on this occasion ({}) may not be withheld on the ground {ground} ({}): expected {}",
            .occasion.label(), .ground.label(), grounds(.allowed, ", ")
        )]
        #[ja(
            "{}の{}では、{}（{ground}）を理由に非公表とすることができない。できるのは{}",
            document.label(), occasion.label(), ground.label(), grounds(allowed, "、")
        )]
        NotAllowed {
            /// The document.
            document: AssessmentKind,
            /// The occasion.
            occasion: Occasion,
            /// The ground that was given.
            ground: WithholdingGround,
            /// The grounds that a provision allows for this document on this occasion.
            allowed: Vec<WithholdingGround>,
        },
        /// The provision depends on the kind of body, which was not given.
        #[error(
            "the provision for {document} depends on the kind of body: expected {} ({}) or {} ({})",
            BodyKind::AdministrativeOrgan, BodyKind::AdministrativeOrgan.label(),
            BodyKind::LocalGovernment, BodyKind::LocalGovernment.label()
        )]
        #[ja(
            "{}に適用される規定は、評価実施機関の種類による。{}（{}）か{}（{}）かの指定が必要である", document.label(),
            BodyKind::AdministrativeOrgan.label(), BodyKind::AdministrativeOrgan,
            BodyKind::LocalGovernment.label(), BodyKind::LocalGovernment
        )]
        BodyNotGiven {
            /// The document.
            document: AssessmentKind,
        },
        /// The ground allows only a part of a document to be withheld (規則第10条第2項), and this is every answer of it.
        #[error("this is every answer of the document, and on the ground {ground} ({}) only a part may be withheld", .ground.label())]
        #[ja("評価書の記載の全部に当たる。{}（{ground}）を理由とするときは、一部に限る", ground.label())]
        Whole {
            /// The ground that was given.
            ground: WithholdingGround,
        },
        /// The document has no answer there.
        #[error("the document has no answer here")]
        #[ja("記載がない")]
        NoAnswer,
    }
}

fn grounds(allowed: &[WithholdingGround], separator: &str) -> String {
    let words: Vec<String> = allowed.iter().map(|ground| format!("{ground} ({})", ground.label())).collect();
    words.join(separator)
}
