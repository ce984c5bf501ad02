//! What may not be withheld, and why.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::assessment::fmt_place;
use crate::catalogue::FieldPath;
use crate::duty::{Occasion, WithholdingGround};
use crate::value::error::both;
use crate::value::kind::{AssessmentKind, BodyKind};
use crate::value::language::error_type;

/// Something that may not be withheld (非公表の誤り).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithholdError {
    /// The path that was to be withheld.
    pub path: FieldPath,
    /// The number of its item on the form. Empty for a part, a list or an item that the form does not print.
    pub number: &'static str,
    /// The label of its item.
    pub label: &'static str,
    /// Why it may not be withheld.
    pub reason: WithholdReason,
}

/// Why something may not be withheld (非公表の誤り).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WithholdReason {
    /// No provision allows it on this ground.
    NotAllowed {
        /// The document.
        document: AssessmentKind,
        /// The occasion.
        occasion: Occasion,
        /// The ground that was given.
        ground: WithholdingGround,
        /// The grounds that a provision allows for this document on this occasion. Empty if nothing may be withheld.
        allowed: Vec<WithholdingGround>,
    },
    /// The provision depends on the kind of body, which was not given.
    BodyNotGiven {
        /// The document.
        document: AssessmentKind,
    },
    /// The ground allows only a part of a document to be withheld (規則第10条第2項), and this is every answer of it.
    Whole {
        /// The ground that was given.
        ground: WithholdingGround,
    },
    /// The document has no answer there.
    NoAnswer,
}

error_type!(WithholdError);

impl fmt::Display for WithholdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_place(f, &self.path, self.number, self.label)?;
        match &self.reason {
            WithholdReason::NotAllowed { document, occasion, ground, allowed } => {
                let grounds = |separator: &str| {
                    let words: Vec<String> =
                        allowed.iter().map(|one| alloc::format!("{one} ({})", one.label())).collect();
                    words.join(separator)
                };
                let (occasion, ground, label, code) =
                    (occasion.label(), ground.label(), document.label(), ground.code());
                if allowed.is_empty() {
                    both!(
                        f,
                        "nothing may be withheld from {document} on this occasion ({occasion})",
                        "{label}の{occasion}では、何も非公表とすることができない"
                    )
                } else {
                    let allowed = grounds(if f.alternate() { "、" } else { ", " });
                    both!(
                        f,
                        "{document} on this occasion ({occasion}) may not be withheld on the ground {code} ({ground}): \
                         expected {allowed}",
                        "{label}の{occasion}では、{ground}（{code}）を理由に非公表とすることができない。できるのは{allowed}"
                    )
                }
            }
            WithholdReason::BodyNotGiven { document } => {
                let (organ, local) = (BodyKind::AdministrativeOrgan, BodyKind::LocalGovernment);
                let (organs, locals, label) = (organ.label(), local.label(), document.label());
                both!(
                    f,
                    "the provision for {document} depends on the kind of body: expected {organ} ({organs}) or {local} ({locals})",
                    "{label}に適用される規定は、評価実施機関の種類による。{organs}（{organ}）か{locals}（{local}）かの指定が必要である"
                )
            }
            WithholdReason::Whole { ground } => {
                let (label, code) = (ground.label(), ground.code());
                both!(
                    f,
                    "this is every answer of the document, and on the ground {code} ({label}) only a part may be withheld",
                    "評価書の記載の全部に当たる。{label}（{code}）を理由とするときは、一部に限る"
                )
            }
            WithholdReason::NoAnswer => both!(f, "the document has no answer here", "記載がない"),
        }
    }
}
