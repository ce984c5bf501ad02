//! How a document is stored: a header with format, version and form, then its fields. They are read in any order.

use alloc::string::{String, ToString};
use core::fmt;

use serde::de;
use serde::ser::SerializeMap;

use super::Assessment;
use crate::catalogue::{FieldName, Part, Seen, read_field, write_fields};
use crate::value::choice::Extent;
use crate::value::error::{UnknownChoice, excerpt};
use crate::value::kind::{AssessmentKind, EditionError, Form, FormEdition};
use crate::value::text::Meaning;

/// The name of the format (形式名), the value of `format` in every stored document.
pub const FORMAT: &str = "mynumber-pia";

/// The version of the format that this crate writes and reads (形式の版).
pub const VERSION: u32 = 1;

/// How an edition that the document does not show is written.
const NOT_KNOWN: &str = "?";

/// An edition that belongs to another form (様式の取り違え).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the edition {edition} belongs to {}, but a {} uses {}",
    edition.kind().form(), kind.document(), kind.form()
)]
#[non_exhaustive]
pub struct WrongForm {
    /// The edition.
    pub edition: FormEdition,
    /// The kind given with it.
    pub kind: AssessmentKind,
}

impl serde::Serialize for Assessment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_excerpt = self.extent != Extent::Whole;
        let filled = self.filled();
        let fields = 4 + usize::from(is_excerpt) + filled.count_ones() as usize;
        let mut map = serializer.serialize_map(Some(fields))?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("version", &VERSION)?;
        map.serialize_entry("kind", &self.kind())?;
        match self.form.edition() {
            Some(edition) => map.serialize_entry("edition", &edition)?,
            None => map.serialize_entry("edition", NOT_KNOWN)?,
        }
        if is_excerpt {
            map.serialize_entry("extent", &self.extent)?;
        }
        write_fields(self, filled, &mut map)?;
        map.end()
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
struct Checked<F>(&'static str, F);

impl<'de, T, F: FnOnce(&str) -> Result<T, String>> de::DeserializeSeed<'de> for Checked<F> {
    type Value = T;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T, F: FnOnce(&str) -> Result<T, String>> de::Visitor<'_> for Checked<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.1)(text).map_err(E::custom)
    }
}

struct Format;

impl<'de> de::DeserializeSeed<'de> for Format {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl de::Visitor<'_> for Format {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of the format, \"{FORMAT}\"")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<(), E> {
        if name == FORMAT { Ok(()) } else { Err(E::invalid_value(de::Unexpected::Str(&excerpt(name)), &self)) }
    }
}

struct Version;

impl<'de> de::DeserializeSeed<'de> for Version {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_u64(self)
    }
}

impl de::Visitor<'_> for Version {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the version of the format, {VERSION}")
    }

    fn visit_u64<E: de::Error>(self, version: u64) -> Result<(), E> {
        if version == u64::from(VERSION) {
            return Ok(());
        }
        Err(E::custom(format_args!("version {version} of the format: this crate reads version {VERSION}")))
    }

    // TOML has only signed integers.
    fn visit_i64<E: de::Error>(self, version: i64) -> Result<(), E> {
        match u64::try_from(version) {
            Ok(version) => self.visit_u64(version),
            Err(_) => Err(E::invalid_type(de::Unexpected::Signed(version), &self)),
        }
    }
}

/// An edition as it is stored; `None` for "?".
fn read_edition(text: &str) -> Result<Option<FormEdition>, String> {
    match Meaning::of(text) {
        Meaning::NotKnown => Ok(None),
        Meaning::Blank | Meaning::Nothing(_) => {
            Err("the edition is empty: expected an edition such as form_3_2024_10, or \"?\" if it is not known"
                .to_string())
        }
        Meaning::Text => text.parse().map(Some).map_err(|error: EditionError| error.to_string()),
    }
}

/// A contradiction between kind and edition is reported as soon as both are read.
fn agree(kind: Option<AssessmentKind>, edition: Option<FormEdition>) -> Result<(), String> {
    match (kind, edition) {
        (Some(kind), Some(edition)) if edition.kind() != kind => Err(WrongForm { edition, kind }.to_string()),
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
        f.write_str("an assessment (特定個人情報保護評価書)")
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
                Some(Header::Format) => map.next_value_seed(Format)?,
                Some(Header::Version) => map.next_value_seed(Version)?,
                Some(Header::Kind) => {
                    let of_edition = |text: &str| {
                        let kind = text.parse().map_err(|error: UnknownChoice| error.to_string())?;
                        agree(Some(kind), edition).map(|()| kind)
                    };
                    let expecting = "a code or label of the assessment kind (特定個人情報保護評価の種類)";
                    kind = Some(map.next_value_seed(Checked(expecting, of_edition))?);
                }
                Some(Header::Edition) => {
                    let of_kind = |text: &str| {
                        let edition = read_edition(text)?;
                        agree(kind, edition).map(|()| edition)
                    };
                    let expecting = "an edition such as form_3_2024_10, or \"?\" if it is not known";
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
