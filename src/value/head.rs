//! The head of everything that is stored: the name of its format (形式名) and the version (形式の版).

use alloc::format;
use core::fmt;

use serde::de;

use crate::value::answer::AnswerError;
use crate::value::error::{both, excerpt, refused};

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
        let Self(read) = self;
        if version == u64::from(read) {
            return Ok(());
        }
        Err(refused(AnswerError::new(
            format!("version {version} of the format: this crate reads version {read}"),
            format!("形式の版 {version} は読み込めない（読み込める版は {read}）"),
        )))
    }

    // TOML has only signed integers.
    fn visit_i64<E: de::Error>(self, version: i64) -> Result<(), E> {
        match u64::try_from(version) {
            Ok(version) => self.visit_u64(version),
            Err(_) => Err(E::invalid_type(de::Unexpected::Signed(version), &self)),
        }
    }
}
