//! What a citation consists of: a law and a place in it.

use alloc::string::String;
use core::fmt;
use core::ops::Range;

use super::{Law, Locator};
use crate::value::language::errors;

/// A citation of one place in one law: 番号法第9条第1項, or 別表第二の27の項 if the text does not name the law.
///
/// It prints in one canonical form, which reads back as the same citation; serde stores this form too. Equality, order
/// (by law, then by place in the order of the statute book) and hash are consistent.
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
    /// Makes a citation of a place that the caller has checked.
    pub(crate) const fn unchecked(law: Option<Law>, locator: Locator) -> Self {
        Self { law, locator }
    }

    /// The law; `None` if the text does not name it.
    #[must_use]
    pub const fn law(&self) -> Option<&Law> {
        self.law.as_ref()
    }

    /// The place in the law.
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

errors! {
    /// Why a string is not one citation.
    #[non_exhaustive]
    pub enum CitationError {
        /// The string contains no citation.
        #[error(
            "\"{seen}\" is not a citation: expected a law with an article or a row, such as 番号法第9条第1項 or 番号法別表の44の項"
        )]
        #[ja("「{seen}」は引用として読めない。番号法第9条第1項、番号法別表の44の項のように、法令と条項又は項番を書く")]
        None {
            /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
        },
        /// The string contains several citations.
        #[error(
            "\"{seen}\" contains {count} citations, the second at characters {}..{}: expected one (read a list as a statutory \
             basis)", .second.start, .second.end
        )]
        #[ja(
            "「{seen}」には引用が{count}個あり、2個目は文字{}..{}にある。書けるのは1個である（列挙は法令上の根拠として読む）",
            second.start, second.end
        )]
        Several {
            /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
            /// The number of citations.
            count: usize,
            /// The span of the second citation, in characters.
            second: Range<usize>,
        },
        /// The string contains other text beside the citation.
        #[error(
            "\"{seen}\" contains more than a citation, at characters {}..{}: expected only the citation", .span.start, .span.end
        )]
        #[ja("「{seen}」には、文字{}..{}に引用でない文字がある。引用だけを書く", span.start, span.end)]
        Rest {
            /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
            /// The span of the other text, in characters.
            span: Range<usize>,
        },
        /// The citation has a law and a place, but its printed form would be read as something else.
        #[error("\"{seen}\" would be read as another citation: expected the title of a law before the article or row")]
        #[ja("「{seen}」は別の引用として読まれる。条項又は項番の前に法令名を書く")]
        Ambiguous {
            /// The printed form.
            seen: String,
        },
    }
}
