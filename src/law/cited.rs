//! What a citation is: a law and a place in it.

use alloc::string::String;
use core::fmt;
use core::ops::Range;

use super::{Law, Locator};

/// A citation of one place in one law: 番号法第9条第1項, 別表第二の27の項 of a law that the text does not name.
///
/// Printed in one canonical form, which reads back as the same citation; that form is also how it is written by serde.
/// Equality, order (by law, then by place in the order of the statute book) and hash agree.
///
/// ```
/// use mynumber_pia::law::Citation;
///
/// let citation: Citation = "国保法　第七十六条の四".parse()?;
/// assert_eq!(citation.to_string(), "国民健康保険法第76条の4");
/// assert_eq!("番号法別表第1の59項".parse::<Citation>()?.to_string(), "番号法別表第一の59の項");
/// # Ok::<(), mynumber_pia::law::CitationError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    law: Option<Law>,
    locator: Locator,
}

impl Citation {
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

/// Why a text is not one citation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CitationError {
    /// Nothing in it is a citation.
    #[error(
        "\"{seen}\" is no citation: expected a law and a place in it, such as 番号法第9条第1項 or 番号法別表の44の項"
    )]
    None {
        /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
        seen: String,
    },
    /// It holds several.
    #[error(
        "\"{seen}\" holds {count} citations, the second at characters {}..{}: expected one (a list is a statutory basis)",
        second.start,
        second.end
    )]
    Several {
        /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
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
        /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
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
