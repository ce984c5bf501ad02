//! Texts in both languages.

use std::borrow::Cow;
use std::fmt::{self, Display};

use mynumber_pia::Language;
use mynumber_pia::value::answer::AnswerError;
use mynumber_pia::value::error::excerpt;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};

/// The same words in Japanese and in English.
pub(crate) type Words = [&'static str; 2];

pub(crate) const fn word([japanese, english]: Words, language: Language) -> &'static str {
    match language {
        Language::Japanese => japanese,
        Language::English => english,
    }
}

/// A text in both languages, such as an error.
#[derive(Debug, Clone)]
pub(crate) struct Both {
    japanese: Cow<'static, str>,
    english: Cow<'static, str>,
}

pub(crate) const fn both(japanese: &'static str, english: &'static str) -> Both {
    Both { japanese: Cow::Borrowed(japanese), english: Cow::Borrowed(english) }
}

impl From<Words> for Both {
    fn from([japanese, english]: Words) -> Self {
        both(japanese, english)
    }
}

impl Both {
    pub(crate) fn new(japanese: String, english: String) -> Self {
        Self { japanese: japanese.into(), english: english.into() }
    }

    /// A text in the language that was asked for.
    pub(crate) fn one(text: String) -> Self {
        Self::new(text.clone(), text)
    }

    /// What an error of the library says.
    pub(crate) fn said(text: impl Fn(Language) -> String) -> Self {
        Self::new(text(Language::Japanese), text(Language::English))
    }

    /// A text about it in each language.
    pub(crate) fn map(&self, japanese: impl FnOnce(&str) -> String, english: impl FnOnce(&str) -> String) -> Self {
        Self::new(japanese(&self.japanese), english(&self.english))
    }

    /// The same, after the name of what it is about.
    pub(crate) fn at(&self, name: &str) -> Self {
        self.map(|japanese| format!("{name}：{japanese}"), |english| format!("{name}: {english}"))
    }

    /// The same, followed by another text.
    pub(crate) fn then(&self, next: &Self) -> Self {
        let Self { japanese, english } = next;
        self.map(|before| format!("{before}{japanese}"), |before| format!("{before}{english}"))
    }

    pub(crate) fn text(&self, language: Language) -> &str {
        match language {
            Language::Japanese => &self.japanese,
            Language::English => &self.english,
        }
    }
}

/// English, because `clap` asks for it. Our own output chooses the language.
impl Display for Both {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english)
    }
}

impl std::error::Error for Both {}

/// A value that is not allowed.
pub(crate) fn not_one(seen: &str, [japanese, english]: Words) -> Both {
    let seen = excerpt(seen);
    Both::new(format!("「{seen}」は{japanese}でない"), format!("\"{seen}\" is not {english}"))
}

/// A value of the library. Whatever its type, serde's `AnswerError` says in both languages what is wrong.
pub(crate) fn value<T: DeserializeOwned>(text: &str) -> Result<T, Both> {
    let from: StrDeserializer<'_, AnswerError> = text.into_deserializer();
    T::deserialize(from).map_err(|error| Both::said(|language| error.text(language)))
}
