//! How a document is stored: a header with format, version and form, then its fields. They are read in any order.

use alloc::format;
use core::fmt::{self, Display};

use serde::de;
use serde::ser::SerializeMap;

use super::Assessment;
use crate::catalogue::{FieldName, Part, Seen, read_field, write_fields};
use crate::value::answer::AnswerError;
use crate::value::choice::Extent;
use crate::value::error::{Words, both, refused};
use crate::value::head::{FormatName, FormatVersion};
use crate::value::kind::{AssessmentKind, EditionError, Form, FormEdition};
use crate::value::text::Meaning;

/// The name of the format (形式名), the value of `format` in every stored document.
pub const FORMAT: &str = "mynumber-pia";

/// The version of the format that this crate writes and reads (形式の版).
pub const VERSION: u32 = 1;

/// How an edition that the document does not show is written.
const NOT_KNOWN: &str = "?";

/// The edition is empty or a mark for nothing.
const NO_EDITION: Words = Words {
    english: "the edition is empty: expected an edition such as form_3_2024_10, or \"?\" if it is not known",
    japanese: "様式の版が空である。form_3_2024_10 などの版を書き、不明であれば \"?\" と書く",
};

impl serde::Serialize for Assessment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_excerpt = self.extent != Extent::Whole;
        let part: &dyn Part = self;
        let filled = part.filled();
        let fields = 4 + usize::from(is_excerpt) + filled.count_ones() as usize;
        let mut map = serializer.serialize_map(Some(fields))?;
        write_header(self, &mut map)?;
        if is_excerpt {
            map.serialize_entry("extent", &self.extent)?;
        }
        write_fields(part, filled, &mut map)?;
        map.end()
    }
}

/// Writes what every document begins with.
pub(crate) fn write_header<M: SerializeMap>(document: &Assessment, map: &mut M) -> Result<(), M::Error> {
    map.serialize_entry("format", FORMAT)?;
    map.serialize_entry("version", &VERSION)?;
    map.serialize_entry("kind", &document.kind())?;
    match document.form.edition() {
        Some(edition) => map.serialize_entry("edition", &edition),
        None => map.serialize_entry("edition", NOT_KNOWN),
    }
}

/// A field of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Header {
    Format,
    Version,
    Kind,
    Edition,
    Extent,
    /// The URL of a schema of the document. It is ignored.
    Schema,
}

impl Header {
    pub(crate) const ALL: [Self; 6] =
        [Self::Format, Self::Version, Self::Kind, Self::Edition, Self::Extent, Self::Schema];

    /// The header fields that every document has.
    pub(crate) const REQUIRED: [Self; 4] = [Self::Format, Self::Version, Self::Kind, Self::Edition];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Version => "version",
            Self::Kind => "kind",
            Self::Edition => "edition",
            Self::Extent => "extent",
            Self::Schema => "$schema",
        }
    }
}

const HEADERS: usize = Header::ALL.len();

/// The names of all fields, the header first, as error messages list them.
static NAMES: [&str; HEADERS + Assessment::NAMES.len()] = {
    let mut names = [""; HEADERS + Assessment::NAMES.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = if index < HEADERS { Header::ALL[index].name() } else { Assessment::NAMES[index - HEADERS] };
        index += 1;
    }
    names
};

/// Reads a value from a string immediately, so that the error has the path of the field.
struct Checked<F>(Words, F);

impl<'de, T, F: FnOnce(&str) -> Result<T, AnswerError>> de::DeserializeSeed<'de> for Checked<F> {
    type Value = T;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T, F: FnOnce(&str) -> Result<T, AnswerError>> de::Visitor<'_> for Checked<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.1)(text).map_err(refused)
    }
}

/// An edition as it is stored; `None` for "?".
fn read_edition(text: &str) -> Result<Option<FormEdition>, AnswerError> {
    match Meaning::of(text) {
        Meaning::NotKnown => Ok(None),
        Meaning::Blank | Meaning::Nothing(_) => Err(de::Error::custom(NO_EDITION)),
        Meaning::Text => text.parse().map(Some).map_err(|error: EditionError| refused(error)),
    }
}

/// A contradiction between kind and edition is reported as soon as both are read.
fn agree(kind: Option<AssessmentKind>, edition: Option<FormEdition>) -> Result<(), AnswerError> {
    match (kind, edition) {
        (Some(kind), Some(edition)) if edition.kind() != kind => {
            let (form, document, own) = (edition.kind().form(), kind.document(), kind.form());
            Err(AnswerError::new(
                format!("the edition {edition} belongs to {form}, but a {document} uses {own}"),
                format!("{edition} は{form}の版であるが、{document}の様式は{own}である"),
            ))
        }
        (_, _) => Ok(()),
    }
}

impl<'de> serde::Deserialize<'de> for Assessment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Document)
    }
}

struct Document;

impl<'de> de::Visitor<'de> for Document {
    type Value = Assessment;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        both!(f, "an assessment (特定個人情報保護評価書)", "特定個人情報保護評価書")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Assessment, A::Error> {
        // The header determines the form.
        let mut document = Assessment::empty(Form::EditionUnknown(AssessmentKind::BasicItem), Extent::Whole);
        let (mut kind, mut edition) = (None, None);
        let (mut seen, mut next) = (Seen::default(), 0);
        while let Some(index) = map.next_key_seed(FieldName { names: &NAMES, next })? {
            next = index + 1;
            seen.add(index, &NAMES)?;
            match Header::ALL.get(index) {
                None => read_field(&mut document, index - HEADERS, &mut map)?,
                Some(Header::Format) => map.next_value_seed(FormatName(FORMAT))?,
                Some(Header::Version) => map.next_value_seed(FormatVersion(VERSION))?,
                Some(Header::Kind) => {
                    let of_edition = |text: &str| {
                        let kind = text.parse::<AssessmentKind>()?;
                        agree(Some(kind), edition).map(|()| kind)
                    };
                    let expecting = Words {
                        english: "a code or label of the assessment kind (特定個人情報保護評価の種類)",
                        japanese: "特定個人情報保護評価の種類のコード又はラベル",
                    };
                    kind = Some(map.next_value_seed(Checked(expecting, of_edition))?);
                }
                Some(Header::Edition) => {
                    let of_kind = |text: &str| {
                        let edition = read_edition(text)?;
                        agree(kind, edition).map(|()| edition)
                    };
                    let expecting = Words {
                        english: "an edition such as form_3_2024_10, or \"?\" if it is not known",
                        japanese: "様式の版（form_3_2024_10 など）、不明であれば \"?\"",
                    };
                    edition = map.next_value_seed(Checked(expecting, of_kind))?;
                }
                Some(Header::Extent) => document.extent = map.next_value()?,
                Some(Header::Schema) => {
                    map.next_value::<de::IgnoredAny>()?;
                }
            }
        }
        for header in Header::REQUIRED {
            if !seen.has(header as usize) {
                return Err(de::Error::missing_field(header.name()));
            }
        }
        let kind = kind.ok_or_else(|| de::Error::missing_field(Header::Kind.name()))?;
        document.form = edition.map_or(Form::EditionUnknown(kind), Form::Edition);
        Ok(document)
    }
}
