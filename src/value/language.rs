//! 言語: the language in which the library explains something.
//!
//! Officials read Japanese, many developers read English. Whatever the library writes for people, such as a
//! determination or a finding, is available in both.
//!
//! ```
//! use mynumber_pia::{Language, Obligation};
//!
//! assert_eq!(Obligation::BasicItem.text(Language::Japanese), "基礎項目評価の実施が義務付けられる");
//! println!("{}", Obligation::BasicItem.text(Language::English));
//! assert_eq!("ja".parse(), Ok(Language::Japanese));
//! ```

use alloc::format;
use alloc::string::String;
use core::fmt;

use crate::value::code_list::code_list;
use crate::value::error::UnknownChoice;

code_list! {
    /// The language of an explanation that the library writes for people.
    #[derive(Default)]
    pub enum Language ("language", "言語") {
        /// Japanese.
        #[default]
        Japanese = "ja", "日本語";
        /// English.
        English = "en", "英語";
    }
}

impl Language {
    /// What a value prints in this language: English, or Japanese with the flag `#`.
    pub(crate) fn of(self, value: &dyn fmt::Display) -> String {
        match self {
            Self::Japanese => format!("{value:#}"),
            Self::English => format!("{value}"),
        }
    }
}

/// Makes a type whose `Display` prints both languages an error, with the source that the function returns, if it has one.
macro_rules! error_type {
    ($name:ident $(, $source:expr)?) => {
        impl core::error::Error for $name {
            $(
                fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
                    let source: fn(&Self) -> Option<&(dyn core::error::Error + 'static)> = $source;
                    source(self)
                }
            )?
        }

        impl $name {
            /// What is wrong, in this language (誤りの説明). `Display` prints the same: English, and Japanese with the flag
            /// `#` (`{error:#}`).
            #[doc(alias = "誤りの説明")]
            #[must_use]
            pub fn text(&self, language: $crate::value::language::Language) -> alloc::string::String {
                language.of(self)
            }
        }
    };
}
pub(crate) use error_type;

// Here, because a `Language` is itself a code list, which has this error.
error_type!(UnknownChoice);
