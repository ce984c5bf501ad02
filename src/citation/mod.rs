//! 法令上の根拠: statutory bases, and the citations of law in them.
//!
//! A [`StatutoryBasis`] keeps a text as it was written, and finds the [`Citation`]s in it. What is no citation stays text
//! with its span; nothing is lost or reordered, and reading never fails. A single [`Citation`] is read strictly.
//!
//! ```
//! use mynumber_pia::citation::StatutoryBasis;
//!
//! let basis = StatutoryBasis::read("番号利用法第19条第８号に基づく主務省令第２条の表の４８、６９の項");
//! let citations: Vec<String> = basis.citations().map(|citation| citation.to_string()).collect();
//! assert_eq!(
//!     citations,
//!     [
//!         "番号法第19条第8号",
//!         "利用特定個人情報の提供に関する命令第2条の表の48の項",
//!         "利用特定個人情報の提供に関する命令第2条の表の69の項",
//!     ],
//! );
//! assert_eq!(basis.found()[1].via, Some(0)); // the order is reached through the Act
//! ```
//!
//! # What counts as a citation
//! A place in a law (article, paragraph, item, row of a table), and a law named as a whole where the crate knows it or
//! its number stands behind it. Headings in 【】 and legends (「別表第二における情報提供の根拠」, 「…の項番」) are none, but the rows
//! below them belong to the table they name. A law that the text does not name is `None`; nothing is guessed.

mod basis;
mod dated;
mod evidence;
mod law;
mod locator;
mod names;
mod number;
mod reader;

#[doc(alias = "主務省令未制定")]
pub use basis::Absence;
#[doc(alias = "引用箇所")]
pub use basis::Found;
#[doc(alias = "第三欄")]
pub use basis::Group;
#[doc(alias = "引用箇所")]
pub use basis::Piece;
#[doc(alias = "法令上の根拠")]
pub use basis::StatutoryBasis;
#[doc(alias = "施行日")]
pub use dated::Bound;
#[doc(alias = "施行期間")]
pub use dated::Dated;
#[doc(alias = "項番の改正")]
pub use dated::Renumbering;
#[doc(alias = "法令の効力")]
pub use dated::Validity;
#[doc(alias = "法令名")]
#[doc(alias = "法令")]
pub use law::KnownLaw;
#[doc(alias = "法令")]
#[doc(alias = "条例")]
pub use law::Law;
#[doc(alias = "条項号・項番")]
pub use locator::Locator;
#[doc(alias = "本則")]
#[doc(alias = "附則")]
#[doc(alias = "別表")]
pub use locator::Part;
#[doc(alias = "条項号・項番")]
pub use locator::Place;
#[doc(alias = "略称")]
pub use names::Definitions;
#[doc(alias = "条番号")]
#[doc(alias = "枝番号")]
pub use number::Number;

pub(crate) use evidence::TABLES_RENUMBERED;
#[cfg(feature = "proptest1")]
pub(crate) use evidence::{FIRST_TABLE, SECOND_TABLE};

use alloc::string::String;
use core::fmt;
use core::ops::Range;
use core::str::FromStr;

use crate::code_list::read_from_string;
use crate::error::excerpt;

/// A citation of one place in one law: 番号法第9条第1項, 別表第二の27の項 of a law that the text does not name.
///
/// Printed in one canonical form, which reads back as the same citation; that form is also how it is written by serde.
/// Equality, order (by law, then by place in the order of the statute book) and hash agree.
///
/// ```
/// use mynumber_pia::citation::Citation;
///
/// let citation: Citation = "国保法　第七十六条の四".parse()?;
/// assert_eq!(citation.to_string(), "国民健康保険法第76条の4");
/// assert_eq!("番号法別表第1の59項".parse::<Citation>()?.to_string(), "番号法別表第一の59の項");
/// # Ok::<(), mynumber_pia::citation::CitationError>(())
/// ```
#[doc(alias = "条項号・項番")]
#[doc(alias = "引用")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    law: Option<Law>,
    locator: Locator,
}

impl Citation {
    /// A citation of this place in this law; `None` for a law that is not known.
    ///
    /// # Errors
    /// Any [`CitationError`] where the canonical form would not read back as the same: a law named 「第9条」 or
    /// 「説明」, or neither a law nor a place.
    pub fn new(law: Option<Law>, locator: Locator) -> Result<Self, CitationError> {
        let citation = Self { law, locator };
        let text = alloc::format!("{citation}");
        match strict(&text)? {
            same if same == citation => Ok(citation),
            _ => Err(CitationError::Ambiguous { seen: excerpt(&text) }),
        }
    }

    /// For the reader, which checks what it finds.
    pub(crate) const fn unchecked(law: Option<Law>, locator: Locator) -> Self {
        Self { law, locator }
    }

    /// The law; `None` where the text does not say.
    #[must_use]
    pub const fn law(&self) -> Option<&Law> {
        self.law.as_ref()
    }

    /// Where in the law.
    #[must_use]
    pub const fn locator(&self) -> Locator {
        self.locator
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(law) = &self.law {
            f.write_str(law.name())?;
        }
        self.locator.fmt(f)
    }
}

impl FromStr for Citation {
    type Err = CitationError;

    fn from_str(text: &str) -> Result<Self, CitationError> {
        strict(text)
    }
}

/// Reads `text`, which must be one citation and nothing else.
fn strict(text: &str) -> Result<Citation, CitationError> {
    let mut found = reader::read(text, &Definitions::new(), reader::Check::Off).found;
    if let [_, second, ..] = found.as_slice() {
        return Err(CitationError::Several { seen: excerpt(text), count: found.len(), second: second.span.clone() });
    }
    let Some(Found { citation, span, .. }) = found.pop() else {
        // A law that the crate does not know may be named alone here, where nothing else can be meant.
        return match law::named(text).filter(|_| names::whole_title(text)) {
            Some(law) => Ok(Citation::unchecked(Some(law), Locator::Whole)),
            None => Err(CitationError::None { seen: excerpt(text) }),
        };
    };
    let outside = |(at, c): &(usize, char)| !span.contains(at) && !c.is_whitespace();
    match text.chars().enumerate().find(outside) {
        Some((at, _)) => {
            let rest = if at < span.start { at..span.start } else { at..text.chars().count() };
            Err(CitationError::Rest { seen: excerpt(text), span: rest })
        }
        None => Ok(citation),
    }
}

/// Why a text is not one citation.
#[doc(alias = "引用の誤り")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CitationError {
    /// Nothing in it is a citation.
    #[error(
        "\"{seen}\" is no citation: expected a law and a place in it, such as 番号法第9条第1項 or 番号法別表の44の項"
    )]
    None {
        /// What was seen, as an [`excerpt`] shows it.
        seen: String,
    },
    /// It holds several.
    #[error(
        "\"{seen}\" holds {count} citations, the second at characters {}..{}: expected one (a list is a statutory basis)",
        second.start,
        second.end
    )]
    Several {
        /// What was seen, as an [`excerpt`] shows it.
        seen: String,
        /// How many.
        count: usize,
        /// Where the second stands, in characters.
        second: Range<usize>,
    },
    /// Something stands beside it.
    #[error(
        "\"{seen}\" holds more than a citation, at characters {}..{}: expected nothing beside it",
        span.start,
        span.end
    )]
    Rest {
        /// What was seen, as an [`excerpt`] shows it.
        seen: String,
        /// Where the rest stands, in characters.
        span: Range<usize>,
    },
    /// Law and place, but printed they mean something else.
    #[error("\"{seen}\" would be read as another citation: expected the title of a law before the place")]
    Ambiguous {
        /// What it would print.
        seen: String,
    },
}

impl serde::Serialize for Citation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

read_from_string!(Citation, "a citation such as 番号法第9条第1項");
