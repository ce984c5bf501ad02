//! 出典: where a statement about the law or the forms comes from, and how certain it is.
//!
//! The threshold rule, the duties and the form editions come from laws, guidelines and published assessments. Some were
//! read in an official text, others are inferred. Every such statement carries a [`Source`], so that a user can check
//! it before relying on it.
//!
//! ```
//! use mynumber_pia::threshold::TABLE;
//! use mynumber_pia::value::source::Certainty;
//!
//! let source = TABLE[0].source;
//! assert_eq!(source.citation, "規則第4条第3号");
//! assert_eq!(source.certainty, Certainty::Confirmed);
//! assert_eq!(source.to_string(), "規則第4条第3号; 確認済み");
//! ```

use alloc::string::{String, ToString};
use core::fmt;

use crate::value::code_list::code_list;
use crate::value::language::Language;

/// Where a statement comes from (出典), and how certain it is.
///
/// Whether the statement is true and whether it is in the cited article are two questions; each has its own certainty.
#[non_exhaustive]
#[doc(alias = "出典")]
#[doc(alias = "根拠規定")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source {
    /// The provision, as exactly as it is known. 規則 is the Commission's rule on the assessment, 指針 its guideline, 番号法
    /// the My Number Act.
    pub citation: &'static str,
    /// How certain it is that the statement is in the cited provision (条番号).
    pub citation_certainty: Certainty,
    /// How certain the statement itself is.
    pub certainty: Certainty,
    /// The text in which it was seen.
    pub evidence: &'static str,
}

/// Prints the provision and the certainty of the statement: 「規則第4条第3号; 確認済み」. If the provision is not fully confirmed,
/// 「（条番号は未確認）」 or 「（条番号は一部確認）」 follows it.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { citation, citation_certainty, certainty, evidence: _ } = self;
        f.write_str(citation)?;
        match citation_certainty {
            Certainty::Confirmed => {}
            Certainty::PartlyConfirmed | Certainty::Deduced | Certainty::Unconfirmed => {
                write!(f, "（条番号は{}）", citation_certainty.label())?;
            }
        }
        write!(f, "; {}", certainty.label())
    }
}

/// Writes `{"citation", "citation_certainty", "citation_certainty_label", "certainty", "certainty_label", "evidence"}`.
impl serde::Serialize for Source {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Fields {
            citation: &'static str,
            citation_certainty: Certainty,
            citation_certainty_label: &'static str,
            certainty: Certainty,
            certainty_label: &'static str,
            evidence: &'static str,
        }
        let Self { citation, citation_certainty, certainty, evidence } = *self;
        let (citation_certainty_label, certainty_label) = (citation_certainty.label(), certainty.label());
        Fields { citation, citation_certainty, citation_certainty_label, certainty, certainty_label, evidence }
            .serialize(serializer)
    }
}

impl Source {
    /// The provision and the certainty in words (出典の説明): the Japanese is what `Display` prints, the English says the
    /// same.
    #[doc(alias = "出典の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let words = |certainty| match certainty {
            Certainty::Confirmed => "confirmed",
            Certainty::PartlyConfirmed => "partly confirmed",
            Certainty::Deduced => "deduced",
            Certainty::Unconfirmed => "unconfirmed",
        };
        let number = match (language, self.citation_certainty) {
            (Language::Japanese, _) => return self.to_string(),
            (Language::English, Certainty::Confirmed) => String::new(),
            (Language::English, certainty) => alloc::format!(" (number of the provision {})", words(certainty)),
        };
        alloc::format!("{}{number}; {}", self.citation, words(self.certainty))
    }
}

code_list! {
    /// How far a statement about the law or the forms was confirmed from the texts that were read.
    #[doc(alias = "確かさ")]
    pub enum Certainty ("certainty", "確認の程度") {
        /// Read in a published text.
        Confirmed = "confirmed", "確認済み";
        /// A published text shows part of it.
        PartlyConfirmed = "partly_confirmed", "一部確認";
        /// Deduced from texts that were read; none of them says it.
        Deduced = "deduced", "推論";
        /// General knowledge; no text at hand shows it.
        Unconfirmed = "unconfirmed", "未確認";
    }
}
