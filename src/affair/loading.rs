//! Loads a register, and says in Japanese and English where and why it cannot be read.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, de};

use super::register::Register;
use crate::assessment::place;
use crate::value::answer::AnswerError;
use crate::value::error::Japanese;
use crate::value::language::{Language, bilingual};
use crate::value::watched::{Failed, First, read};

/// Why a register cannot be loaded (計画管理書の読込みの誤り): where, what was seen and what is allowed, in Japanese and English.
///
/// The error of the format, which may know the line and the column, is its [`source`](core::error::Error::source).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct RegisterError<E> {
    /// Where in the register, such as `affairs[0].publications[1].on`; empty for the register as a whole.
    pub path: String,
    /// What is wrong with the content; `None` if the text is not valid in its format.
    pub reason: Option<AnswerError>,
    /// The error of the format.
    pub source: E,
}

/// Loads a register from any serde format (計画管理書の読込み).
///
/// `Deserialize` is faster, but its error is one of the format: a single message in English, without the path.
///
/// ```
/// use mynumber_pia::Language;
/// use mynumber_pia::affair::load_register;
///
/// let json = r#"{"format": "mynumber-pia-register", "version": 1, "body": "川口市長",
///     "affairs": [{"number": "5", "name": "介護保険に関する事務", "ended": "2026-02-30"}]}"#;
/// let error = load_register(&mut serde_json::Deserializer::from_str(json)).unwrap_err();
/// assert_eq!((error.path.as_str(), error.source.line()), ("affairs[0].ended", 2));
/// assert_eq!(error.text(Language::Japanese), "affairs[0].ended：2026年2月に30日はない（1日から28日まで）");
/// # let _ = error.text(Language::English);
/// ```
///
/// # Errors
/// [`RegisterError`] if the text is not valid in its format, or not a register.
pub fn load_register<'de, D: de::Deserializer<'de>>(from: D) -> Result<Register, RegisterError<D::Error>> {
    read(from, |watched| Register::deserialize(watched)).map_err(|Failed { first, source }| {
        let First { path, reason, inside: _, kind: _, edition: _ } = first;
        RegisterError { path, reason, source }
    })
}

impl<E: fmt::Display> fmt::Display for RegisterError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&place(Language::English, &self.path, "", ""))?;
        match &self.reason {
            Some(reason) => reason.fmt(f),
            None => self.source.fmt(f),
        }
    }
}

impl<E: fmt::Display> Japanese for RegisterError<E> {
    fn japanese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&place(Language::Japanese, &self.path, "", ""))?;
        match &self.reason {
            Some(reason) => reason.japanese(f),
            None => write!(f, "形式として正しくない（{}）", self.source),
        }
    }
}

bilingual!(pub RegisterError<E>);
