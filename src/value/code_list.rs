//! Closed lists of the forms. One row per member holds its code, its Japanese wording and its printed number.
//!
//! Everything else (printing, parsing, serde, the error messages) is derived from the rows, so that there is only one
//! table to keep right.

use alloc::string::{String, ToString};
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de;

use crate::value::error::{Lookup, UnknownChoice, excerpt};
use crate::value::width::{same_label, split_number, unbracketed};

mod sealed {
    pub trait Sealed {}
}
pub(crate) use sealed::Sealed;

/// A closed list (選択肢) that the forms or the law define.
///
/// Every code list of this crate implements it; other types cannot.
///
/// A member has three names with different uses: [`code`](Self::code) is stored, [`label`](Self::label) is shown,
/// [`ordinal`](Self::ordinal) is the number on paper. A label changes when a form is revised, and an ordinal changes
/// when a choice is added, but stored data must not change. One row declares all three, so they cannot drift apart.
///
/// ```
/// use mynumber_pia::CodeList;
/// use mynumber_pia::value::band::PopulationBand;
///
/// // A drop-down list for any code list.
/// fn rows<T: CodeList>() -> Vec<String> {
///     T::ALL.iter().map(|choice| format!("{}={}", choice.code(), choice.label())).collect()
/// }
/// assert_eq!(rows::<PopulationBand>()[0], "under_1000=1,000人未満");
/// ```
pub trait CodeList:
    Copy + Eq + Ord + core::hash::Hash + fmt::Debug + fmt::Display + FromStr<Err = UnknownChoice> + Sealed + 'static
{
    /// The list's name in English, as errors print it.
    const NAME: &'static str;
    /// The list's name in Japanese, as the forms print it.
    const TERM: &'static str;
    /// Every member, in ascending order if the list counts something, otherwise in the order of the form.
    const ALL: &'static [Self];

    /// The stable ASCII code. `Display` prints it and serde stores it. `FromStr` and serde also read the wording, like
    /// [`from_label`](Self::from_label).
    fn code(self) -> &'static str;

    /// The official Japanese wording, as the form prints it.
    fn label(self) -> &'static str;

    /// The number that the form prints before the choice; `None` if the list is printed without numbers.
    fn ordinal(self) -> Option<u8>;

    /// The meaning in English.
    fn meaning(self) -> &'static str;

    /// Other printed wordings of this member, accepted by [`from_label`](Self::from_label).
    fn spellings(self) -> &'static [&'static str];

    /// The member with this wording. Full-width digits and signs, blanks, thousands separators, the brackets of the
    /// form (`[ 実施する ]`) and the printed number before the wording (「3） １万人以上10万人未満」) make no difference.
    ///
    /// # Errors
    /// [`UnknownChoice`] for a wording that the list does not have (「10万人未満」), or for a wording with the number of
    /// another choice (「2) 30万人以上」).
    fn from_label(label: &str) -> Result<Self, UnknownChoice> {
        read_choice(label, Lookup::Label)
    }

    /// The member with this printed number.
    ///
    /// # Errors
    /// [`UnknownChoice`] for a number that the list does not print (0, or 6 of five choices).
    fn from_ordinal(ordinal: u8) -> Result<Self, UnknownChoice> {
        Self::ALL
            .iter()
            .copied()
            .find(|choice| choice.ordinal() == Some(ordinal))
            .ok_or_else(|| unknown::<Self>(Lookup::Number, &ordinal.to_string()))
    }
}

/// The member that a form entry means, by its wording or, with [`Lookup::Code`], also by its code.
pub(crate) fn read_choice<T: CodeList>(entry: &str, by: Lookup) -> Result<T, UnknownChoice> {
    let named = |text: &str| {
        let is_code = |choice: &T| match by {
            Lookup::Code => same_label(choice.code(), text),
            Lookup::Label | Lookup::Number | Lookup::NumberAndLabel => false,
        };
        T::ALL.iter().copied().find(|choice| {
            is_code(choice)
                || same_label(choice.label(), text)
                || choice.spellings().iter().any(|other| same_label(other, text))
        })
    };
    let inner = unbracketed(entry);
    if let Some(choice) = named(inner) {
        return Ok(choice);
    }
    let Some((number, choice)) = split_number(inner).and_then(|(number, rest)| Some((number, named(rest)?))) else {
        return Err(unknown::<T>(by, entry));
    };
    if choice.ordinal() == Some(number) {
        return Ok(choice);
    }
    Err(match T::from_ordinal(number) {
        Err(_) => unknown::<T>(by, entry),
        Ok(numbered) => {
            let both = |choice: T| alloc::format!("{} ({})", choice.code(), choice.label());
            UnknownChoice {
                allowed: alloc::format!("{number} is {}, the wording is {}", both(numbered), both(choice)),
                ..unknown::<T>(Lookup::NumberAndLabel, entry)
            }
        }
    })
}

/// The error for an input that the list `T` does not have.
pub(crate) fn unknown<T: CodeList>(by: Lookup, seen: &str) -> UnknownChoice {
    let mut allowed = String::new();
    for choice in T::ALL {
        if !allowed.is_empty() {
            allowed.push_str(", ");
        }
        match (by, choice.ordinal()) {
            (Lookup::Number, Some(ordinal)) => allowed.push_str(&ordinal.to_string()),
            (Lookup::Number, None) => allowed.push_str(choice.code()),
            (Lookup::Code | Lookup::NumberAndLabel, _) => {
                allowed.push_str(choice.code());
                allowed.push_str(" (");
                allowed.push_str(choice.label());
                allowed.push(')');
            }
            (Lookup::Label, _) => allowed.push_str(choice.label()),
        }
    }
    UnknownChoice { by, seen: excerpt(seen), list: T::NAME, term: T::TERM, allowed }
}

/// Deserializes through `FromStr`. Every value that is written as a string is read this way.
pub(crate) fn from_string<'de, T, D>(deserializer: D, expecting: &'static str) -> Result<T, D::Error>
where
    T: FromStr<Err: fmt::Display>,
    D: serde::Deserializer<'de>,
{
    struct Visitor<T>(&'static str, PhantomData<T>);
    impl<T: FromStr<Err: fmt::Display>> de::Visitor<'_> for Visitor<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Visitor(expecting, PhantomData))
}

/// Implements `Deserialize` through `FromStr`, with the text that errors print for what was expected.
macro_rules! read_from_string {
    ($name:ident, $expecting:expr) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::value::code_list::from_string(deserializer, $expecting)
            }
        }
    };
}
pub(crate) use read_from_string;

/// Declares a code list. A row is `Variant = "code", "label" [, number N] [, also "another spelling"]…;`.
macro_rules! code_list {
    (
        $(#[$meta:meta])*
        pub enum $name:ident ($english:literal, $term:literal) {
            $(
                $(#[$($variant_meta:tt)*])*
                $variant:ident = $code:literal, $label:literal $(, number $ordinal:literal)? $(, also $spelling:literal)*;
            )+
        }
    ) => {
        $(#[$meta])*
        #[doc(alias = $term)]
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            strum::VariantArray, strum::Display,
        )]
        pub enum $name {
            $(
                $(#[$($variant_meta)*])*
                #[doc = concat!("\n\n「", $label, "」, code `", $code, "`.")]
                #[doc(alias = $label)]
                #[strum(serialize = $code)]
                $variant,
            )+
        }

        impl $name {
            /// Every member, in ascending order if the list counts something, otherwise in the order of the form.
            pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

            /// The stable ASCII code. `Display` prints it and serde stores it. `FromStr` and serde read it or the
            /// wording.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $( Self::$variant => $code, )+
                }
            }

            /// The official Japanese wording.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self {
                    $( Self::$variant => $label, )+
                }
            }

            /// The number that the form prints before the choice; `None` if the list is printed without numbers.
            #[must_use]
            pub const fn ordinal(self) -> Option<u8> {
                match self {
                    $( Self::$variant => $crate::value::code_list::ordinal!($($ordinal)?), )+
                }
            }

            /// The member with this wording: [`CodeList::from_label`]($crate::value::code_list::CodeList::from_label).
            ///
            /// # Errors
            /// [`UnknownChoice`]($crate::value::error::UnknownChoice) for a wording that the list does not have.
            pub fn from_label(label: &str) -> Result<Self, $crate::value::error::UnknownChoice> {
                <Self as $crate::value::code_list::CodeList>::from_label(label)
            }

            /// The member with this printed number: [`CodeList::from_ordinal`]($crate::value::code_list::CodeList::from_ordinal).
            ///
            /// # Errors
            /// [`UnknownChoice`]($crate::value::error::UnknownChoice) for a number that the list does not print.
            pub fn from_ordinal(ordinal: u8) -> Result<Self, $crate::value::error::UnknownChoice> {
                <Self as $crate::value::code_list::CodeList>::from_ordinal(ordinal)
            }

            /// Other printed wordings of this member.
            pub(crate) const fn other_spellings(self) -> &'static [&'static str] {
                match self {
                    $( Self::$variant => &[$($spelling),*], )+
                }
            }

            const fn documentation(self) -> &'static str {
                match self {
                    $( Self::$variant => concat!($($crate::value::code_list::doc_line!($($variant_meta)*)),*), )+
                }
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::value::error::UnknownChoice;

            fn from_str(text: &str) -> Result<Self, $crate::value::error::UnknownChoice> {
                match text {
                    $( $code => Ok(Self::$variant), )+
                    _ => $crate::value::code_list::read_choice(text, $crate::value::error::Lookup::Code),
                }
            }
        }

        impl $crate::value::code_list::Sealed for $name {}

        impl $crate::value::code_list::CodeList for $name {
            const NAME: &'static str = $english;
            const TERM: &'static str = $term;
            const ALL: &'static [Self] = Self::ALL;

            fn code(self) -> &'static str {
                self.code()
            }

            fn label(self) -> &'static str {
                self.label()
            }

            fn ordinal(self) -> Option<u8> {
                self.ordinal()
            }

            fn meaning(self) -> &'static str {
                self.documentation().trim_start()
            }

            fn spellings(self) -> &'static [&'static str] {
                self.other_spellings()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        $crate::value::code_list::read_from_string!($name, concat!("a code or label of the ", $english, " (", $term, ")"));
    };
}
pub(crate) use code_list;

/// The content of a line of documentation; empty for any other attribute.
macro_rules! doc_line {
    (doc = $line:literal) => {
        $line
    };
    ($($other:tt)*) => {
        ""
    };
}
pub(crate) use doc_line;

/// The printed number of a row, if it has one.
macro_rules! ordinal {
    () => {
        None
    };
    ($ordinal:literal) => {
        Some($ordinal)
    };
}
pub(crate) use ordinal;
