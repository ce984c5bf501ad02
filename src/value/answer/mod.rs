//! 記載: the answers to the items of a form, and how JSON writes them.
//!
//! An item of a form is one question with a cell or a box beside it. The assessing body fills it in, but it may also
//! write 「―」, leave it empty, or get to it later; and whoever records a published document may be unable to read it.
//! These cases differ, and a check treats them differently. So every field of a document holds an [`Answer`]:
//!
//! | 記載 | here | in JSON |
//! |---|---|---|
//! | chosen or filled in | [`Answer::Given`] | the value |
//! | 「―」, 「なし」 | [`Answer::Nothing`] | `"―"`, `"なし"` |
//! | left empty (空欄) | [`Answer::Blank`] | `""` |
//! | not shown or not readable (不明) | [`Answer::NotKnown`] | `"?"` |
//! | not answered yet, or not shown by an excerpt | [`Answer::Unanswered`] | the field is left out |
//!
//! A check box is a [`Tick`], a group of check boxes is a [`Boxes`]. An unticked box is a clear statement: it counts
//! neither as unanswered nor as not known.
//!
//! ```
//! use mynumber_pia::value::answer::{Answer, Tick};
//! use mynumber_pia::{Count, value::band::HandlersBand};
//!
//! let handlers: Answer<Count<HandlersBand>> = "500人未満".parse()?;
//! assert_eq!(handlers.given(), Some(&Count::Band(HandlersBand::Under500)));
//! let dash: Answer<Count<HandlersBand>> = "―".parse()?;
//! assert!(dash.is_answered() && dash.given().is_none());
//! assert_eq!("○".parse(), Ok(Tick::Ticked));
//! # Ok::<(), mynumber_pia::value::answer::AnswerError>(())
//! ```

// Four types describe a field without its Rust type:
//
// | type | question | example: 取扱者数, chosen from the list |
// |---|---|---|
// | `Value` | what does this document say? | `Given(Chosen { code: "under_500", .. })` |
// | `AnswerKind` | what does the form ask for? | `Band` |
// | `Written` | how does JSON write the answer? | `Count`, with the list of bands |
// | `catalogue::Shape` | what is the field: an answer, a part or a list? | `Answer(Written::Count(_))` |
//
// `Written` determines `AnswerKind`, which has no lists, so that callers can name it.

mod answered;
mod content;
mod entry;
mod error;
mod headings;
mod lines;
mod tick;
mod timings;
mod value;

export! {
    answered::Answer "記載";
    answered::AnswerKind "記載の種類";
    content::Content "記載事項";
    error::AnswerError "記載の誤り";
    lines::Line "記載行";
    lines::Lines "記載文";
    tick::BoxStates "チェックボックス群";
    tick::Boxes "チェックボックス群";
    tick::Tick "チェックボックス";
    timings::Timing "時期・頻度";
    timings::Timings "時期・頻度";
    value::Given "記載された内容";
    value::Value "記載内容";
}

#[cfg(feature = "form")]
pub(crate) use content::Entries;
pub(crate) use content::Written;
pub(crate) use entry::{Entry, EntrySeed, EntryType};
#[cfg(feature = "form")]
pub(crate) use headings::LineHeading;
