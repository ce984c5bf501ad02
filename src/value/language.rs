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

use alloc::string::{String, ToString};

use crate::value::code_list::code_list;
use crate::value::error::{Ja, Japanese, UnknownChoice};

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
    /// What an error says in this language.
    pub(crate) fn of(self, error: &dyn Japanese) -> String {
        match self {
            Self::Japanese => Ja(error).to_string(),
            Self::English => error.to_string(),
        }
    }
}

/// Gives an error its text in either language.
macro_rules! bilingual {
    ($visible:vis $name:ident $(<$inner:ident>)?) => {
        impl$(<$inner: core::fmt::Display>)? $name$(<$inner>)? {
            /// What is wrong, in this language (誤りの説明). `Display` prints the English.
            #[doc(alias = "誤りの説明")]
            #[must_use]
            $visible fn text(&self, language: $crate::value::language::Language) -> alloc::string::String {
                language.of(self)
            }
        }
    };
}
pub(crate) use bilingual;

/// Declares an error. Each text is written in English, as `thiserror` reads it (`#[error]`), and in Japanese, as `write!` reads it
/// (`#[ja]`). Without `#[ja]`, the text of a variant is that of the value in it.
macro_rules! errors {
    (@bind $only:ident $type:ty) => { $only };
    (@say $f:ident $only:ident) => { $crate::value::error::Japanese::japanese($only, $f) };
    (@say $f:ident $only:ident ($($japanese:tt)+)) => { write!($f, $($japanese)+) };
    (
        $(#[$attribute:meta])*
        $visible:vis enum $name:ident {
            $(
                $(#[doc $($doc:tt)*])*
                #[error $english:tt]
                $(#[ja $japanese:tt])?
                $variant:ident
                    $(($(#[$of_only:meta])* $only:ty))?
                    $({ $($(#[$of_field:meta])* $field:ident: $type:ty,)+ })?,
            )+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        $visible enum $name {
            $(
                $(#[doc $($doc)*])*
                #[error $english]
                $variant $(($(#[$of_only])* $only))? $({ $($(#[$of_field])* $field: $type,)+ })?,
            )+
        }

        impl $crate::value::error::Japanese for $name {
            #[allow(unused_variables, reason = "a text need not print every field")]
            fn japanese(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                match self {
                    $(
                        Self::$variant
                            $(($crate::value::language::errors!(@bind only $only)))?
                            $({ $($field,)+ })? => $crate::value::language::errors!(@say f only $($japanese)?),
                    )+
                }
            }
        }

        $crate::value::language::bilingual!($visible $name);
    };
    (
        $(#[doc $($doc:tt)*])*
        #[error $english:tt]
        #[ja ($($japanese:tt)+)]
        $(#[$attribute:meta])*
        pub struct $name:ident {
            $($(#[$of_field:meta])* $visible:vis $field:ident: $type:ty,)+
        }
    ) => {
        $(#[doc $($doc)*])*
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[error $english]
        pub struct $name {
            $($(#[$of_field])* $visible $field: $type,)+
        }

        impl $crate::value::error::Japanese for $name {
            #[allow(unused_variables, reason = "a text need not print every field")]
            fn japanese(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let Self { $($field,)+ } = self;
                write!(f, $($japanese)+)
            }
        }

        $crate::value::language::bilingual!(pub $name);
    };
}
pub(crate) use errors;

// Here, because a `Language` is itself a code list, which has this error.
bilingual!(pub UnknownChoice);
