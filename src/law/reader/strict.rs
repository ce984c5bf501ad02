//! Reads a string that is one citation and nothing else.

use core::str::FromStr;

use super::{Check, read};
use crate::law::names::whole_title;
use crate::law::statute::named;
use crate::law::{Citation, CitationError, Definitions, Found, Law, Locator};
use crate::value::code_list::read_from_string;
use crate::value::error::excerpt;

impl Citation {
    /// A citation of this place in this law; `law` is `None` if it is not known.
    ///
    /// # Errors
    /// Any [`CitationError`] if the canonical form would not read back as the same citation: for a law named 「第9条」 or
    /// 「説明」, or if there is neither a law nor a place.
    pub fn new(law: Option<Law>, locator: Locator) -> Result<Self, CitationError> {
        let citation = Self::unchecked(law, locator);
        let text = alloc::format!("{citation}");
        match strict(&text)? {
            same if same == citation => Ok(citation),
            _ => Err(CitationError::Ambiguous { seen: excerpt(&text) }),
        }
    }
}

impl FromStr for Citation {
    type Err = CitationError;

    fn from_str(text: &str) -> Result<Self, CitationError> {
        strict(text)
    }
}

/// Reads `text`, which must be one citation and nothing else.
pub(super) fn strict(text: &str) -> Result<Citation, CitationError> {
    let mut found = read(text, &Definitions::new(), Check::Off).found;
    if let [_, second, ..] = found.as_slice() {
        return Err(CitationError::Several { seen: excerpt(text), count: found.len(), second: second.span.clone() });
    }
    let Some(Found { citation, span, .. }) = found.pop() else {
        // A law that the crate does not know may be named without a place here, if nothing else can be meant.
        return match named(text).filter(|_| whole_title(text)) {
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

impl serde::Serialize for Citation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

read_from_string!(Citation, "a citation such as 番号法第9条第1項", "引用（番号法第9条第1項 など）");
