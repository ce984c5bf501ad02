//! The head of everything that is stored: the name of its format (形式名) and the version (形式の版).

use core::fmt;

use serde::de;

use crate::value::error::{both, excerpt};

/// Reads the name of the format, which must be this one.
pub(crate) struct FormatName(pub(crate) &'static str);

impl<'de> de::DeserializeSeed<'de> for FormatName {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl de::Visitor<'_> for FormatName {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(format) = self;
        both!(f, "the name of the format, \"{format}\"", "形式名 \"{format}\"")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<(), E> {
        if name == self.0 { Ok(()) } else { Err(E::invalid_value(de::Unexpected::Str(&excerpt(name)), &self)) }
    }
}

struct WrongVersion {
    seen: u64,
    read: u32,
}

impl fmt::Display for WrongVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seen, read } = self;
        both!(
            f,
            "version {seen} of the format: this crate reads version {read}",
            "形式の版 {seen} は読み込めない（読み込める版は {read}）"
        )
    }
}

/// Reads the version of the format, which must be this one.
pub(crate) struct FormatVersion(pub(crate) u32);

impl<'de> de::DeserializeSeed<'de> for FormatVersion {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_u64(self)
    }
}

impl de::Visitor<'_> for FormatVersion {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(version) = self;
        both!(f, "the version of the format, {version}", "形式の版 {version}")
    }

    fn visit_u64<E: de::Error>(self, version: u64) -> Result<(), E> {
        if version == u64::from(self.0) { Ok(()) } else { Err(E::custom(WrongVersion { seen: version, read: self.0 })) }
    }

    // TOML has only signed integers.
    fn visit_i64<E: de::Error>(self, version: i64) -> Result<(), E> {
        match u64::try_from(version) {
            Ok(version) => self.visit_u64(version),
            Err(_) => Err(E::invalid_type(de::Unexpected::Signed(version), &self)),
        }
    }
}
