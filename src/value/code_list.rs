//! Closed lists of the forms. One row per member holds its code, its Japanese wording and its printed number.
//!
//! Everything else (printing, parsing, serde, the error messages) reads the rows, so that there is only one table to keep
//! right. What does not need the type of a list is done by [`Choices`].

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de;

use crate::value::error::{Japanese, Lookup, UnknownChoice, Words, both, excerpt, refused};
use crate::value::width::{same_label, split_number, unbracketed};

mod sealed {
    use super::{Choice, Choices};

    /// The table of a list, which only [`code_list!`](super::code_list) declares.
    pub trait Sealed {
        /// The list without its type.
        const LIST: &'static Choices;

        /// The row of this member.
        fn choice(self) -> &'static Choice;
    }
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
    const NAME: &'static str = Self::LIST.name;
    /// The list's name in Japanese, as the forms print it.
    const TERM: &'static str = Self::LIST.term;
    /// Every member, in ascending order if the list counts something, otherwise in the order of the form.
    const ALL: &'static [Self];

    /// The stable ASCII code. `Display` prints it and serde stores it. `FromStr` and serde also read the wording, like
    /// [`from_label`](Self::from_label).
    fn code(self) -> &'static str {
        self.choice().code
    }

    /// The Japanese wording: that of the form or the law. A list that neither has, such as the severities of findings, has labels of
    /// this crate, and its documentation says so.
    fn label(self) -> &'static str {
        self.choice().label
    }

    /// The number that the form prints before the choice; `None` if the list is printed without numbers.
    fn ordinal(self) -> Option<u8> {
        self.choice().ordinal
    }

    /// The meaning in English.
    fn meaning(self) -> &'static str {
        self.choice().meaning
    }

    /// Other printed wordings of this member, accepted by [`from_label`](Self::from_label).
    fn spellings(self) -> &'static [&'static str] {
        self.choice().spellings
    }

    /// The member with this wording. Full-width digits and signs, blanks, thousands separators, the brackets of the
    /// form (`[ 実施する ]`) and the printed number before the wording (「3） １万人以上10万人未満」) make no difference.
    ///
    /// # Errors
    /// [`UnknownChoice`] for a wording that the list does not have (「10万人未満」), or for a wording with the number of
    /// another choice (「2) 30万人以上」).
    fn from_label(label: &str) -> Result<Self, UnknownChoice> {
        Self::LIST.read(label, Lookup::Label).map(member)
    }

    /// The member with this printed number.
    ///
    /// # Errors
    /// [`UnknownChoice`] for a number that the list does not print (0, or 6 of five choices).
    fn from_ordinal(ordinal: u8) -> Result<Self, UnknownChoice> {
        Self::LIST.index_of_number(ordinal).map(member)
    }
}

/// A code list without its type (選択肢).
#[non_exhaustive]
#[derive(Debug)]
pub struct Choices {
    /// The name of the list in English.
    pub name: &'static str,
    /// Its name in Japanese.
    pub term: &'static str,
    /// Its members, in the order of [`CodeList::ALL`].
    pub members: &'static [Choice],
}

/// A member of a code list without its type.
#[non_exhaustive]
#[derive(Debug)]
pub struct Choice {
    pub code: &'static str,
    pub label: &'static str,
    pub ordinal: Option<u8>,
    /// The English of the label. `None` if no form prints it.
    pub english: Option<&'static str>,
    pub spellings: &'static [&'static str],
    pub meaning: &'static str,
}

/// The code, and the wording in parentheses.
impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.code, self.label)
    }
}

/// A list with more members is not written whole into an error, but only its first ones, as examples.
const MOST: usize = 50;
const FEW: usize = 3;

impl Choices {
    /// The list of this type.
    pub const fn of<T: CodeList>() -> &'static Self {
        T::LIST
    }

    /// The code of the member with this index; empty if there is none.
    pub(crate) fn code(&self, index: usize) -> &'static str {
        self.members.get(index).map_or("", |choice| choice.code)
    }

    /// The index of the member with this code or wording. Most documents have only codes, so they are tried first.
    pub(crate) fn index_of(&self, text: &str) -> Result<usize, UnknownChoice> {
        let is_code = |choice: &Choice| choice.code == text;
        self.members.iter().position(is_code).map_or_else(|| self.read(text, Lookup::Code), Ok)
    }

    /// The index of the member that a form entry means, by its wording or, with [`Lookup::Code`], also by its code.
    pub(crate) fn read(&self, entry: &str, by: Lookup) -> Result<usize, UnknownChoice> {
        let (number, index) = self.find(entry, by).ok_or_else(|| self.unknown(by, entry))?;
        let (Some(number), Some(named)) = (number, self.members.get(index)) else { return Ok(index) };
        if named.ordinal == Some(number) {
            return Ok(index);
        }
        let Some((_, numbered)) = self.numbered(number) else { return Err(self.unknown(by, entry)) };
        let allowed = Vec::from([numbered.to_string(), named.to_string()]);
        Err(UnknownChoice { allowed, ..self.unknown(Lookup::NumberAndLabel(number), entry) })
    }

    /// What errors say was expected of an input.
    pub(crate) fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, term, members: _ } = self;
        both!(f, "a code or label of the {name} ({term})", "{term}のコード又はラベル")
    }

    /// The index of the member that an entry names, and the number before its wording.
    fn find(&self, entry: &str, by: Lookup) -> Option<(Option<u8>, usize)> {
        let inner = unbracketed(entry);
        if let Some((index, _)) = self.named(inner, by) {
            return Some((None, index));
        }
        let (number, rest) = split_number(inner)?;
        let (index, _) = self.named(rest, by)?;
        Some((Some(number), index))
    }

    /// The member with this name, and its index.
    fn named(&self, name: &str, by: Lookup) -> Option<(usize, &Choice)> {
        let is_code = |choice: &Choice| match by {
            Lookup::Code => same_label(choice.code, name),
            Lookup::Label | Lookup::Number | Lookup::NumberAndLabel(_) => false,
        };
        self.members.iter().enumerate().find(|(_, choice)| {
            is_code(choice)
                || same_label(choice.label, name)
                || choice.spellings.iter().any(|other| same_label(other, name))
        })
    }

    /// The index of the member with this printed number.
    fn index_of_number(&self, ordinal: u8) -> Result<usize, UnknownChoice> {
        match self.numbered(ordinal) {
            Some((index, _)) => Ok(index),
            None => Err(self.unknown(Lookup::Number, &ordinal.to_string())),
        }
    }

    /// The member with this printed number, and its index.
    fn numbered(&self, ordinal: u8) -> Option<(usize, &Choice)> {
        self.members.iter().enumerate().find(|(_, choice)| choice.ordinal == Some(ordinal))
    }

    /// The error for an input that the list does not have.
    fn unknown(&self, by: Lookup, seen: &str) -> UnknownChoice {
        let allowed = |choice: &Choice| match (by, choice.ordinal) {
            (Lookup::Number, Some(ordinal)) => ordinal.to_string(),
            (Lookup::Number, None) => choice.code.to_string(),
            (Lookup::Label, _) => choice.label.to_string(),
            (Lookup::Code | Lookup::NumberAndLabel(_), _) => choice.to_string(),
        };
        let mut allowed: Vec<String> = self.members.iter().map(allowed).collect();
        if allowed.len() > MOST {
            allowed.truncate(FEW);
            allowed.push("…".into());
        }
        UnknownChoice { by, seen: excerpt(seen), list: self.name, term: self.term, allowed }
    }
}

/// The member with this index in [`Choices::members`].
fn member<T: CodeList>(index: usize) -> T {
    T::ALL.get(index).copied().unwrap_or(const { T::ALL[0] })
}

/// The member with this code or wording, as [`Choices::index_of`] finds it.
pub(crate) fn choice_of<T: CodeList>(text: &str) -> Result<T, UnknownChoice> {
    T::LIST.index_of(text).map(member)
}

/// The member with this wording, without the error for an entry that no member has.
pub(crate) fn find_choice<T: CodeList>(entry: &str) -> Option<T> {
    T::LIST.find(entry, Lookup::Label)?;
    T::from_label(entry).ok()
}

/// Deserializes through `FromStr`. Every value that is written as a string is read this way.
pub(crate) fn from_string<'de, T, D>(deserializer: D, expecting: Words) -> Result<T, D::Error>
where
    T: FromStr<Err: Japanese>,
    D: serde::Deserializer<'de>,
{
    struct Visitor<T>(Words, PhantomData<T>);
    impl<T: FromStr<Err: Japanese>> de::Visitor<'_> for Visitor<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt(f)
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(refused)
        }
    }
    deserializer.deserialize_str(Visitor(expecting, PhantomData))
}

/// Implements `Deserialize` through `FromStr`, with what errors say was expected, in English and Japanese.
macro_rules! read_from_string {
    ($name:ident, $english:expr, $japanese:expr) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let expecting = $crate::value::error::Words { english: $english, japanese: $japanese };
                $crate::value::code_list::from_string(deserializer, expecting)
            }
        }
    };
}
pub(crate) use read_from_string;

/// Declares a code list. A row is `Variant = "code", "label" [/ "English"] [, number N] [, also "another spelling"]…;`. The
/// documentation of a row is its meaning. Without documentation, the English of the label is.
macro_rules! code_list {
    (
        $(#[$meta:meta])*
        pub enum $name:ident ($english:literal, $term:literal) {
            $(
                $(#[$($variant_meta:tt)*])*
                $variant:ident = $code:literal, $label:literal $(/ $in_english:literal)?
                $(, number $ordinal:literal)? $(, also $spelling:literal)*;
            )+
        }
    ) => {
        $(#[$meta])*
        #[doc(alias = $term)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray, strum::IntoStaticStr)]
        pub enum $name {
            $(
                $(#[$($variant_meta)*])*
                #[doc = concat!("\n\n「", $label, "」", $(" (`", $in_english, "`)",)? ", code `", $code, "`.")]
                #[doc(alias = $label)]
                #[strum(serialize = $code)]
                $variant,
            )+
        }

        impl $name {
            /// Every member, in ascending order if the list counts something, otherwise in the order of the form.
            pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

            /// One row for each member, in the order of `ALL`.
            #[allow(clippy::large_stack_arrays, reason = "it is never on the stack")]
            const CHOICES: &'static [$crate::value::code_list::Choice; Self::ALL.len()] = &[
                $(
                    $crate::value::code_list::Choice {
                        code: $code,
                        label: $label,
                        ordinal: <[u8]>::first(&[$($ordinal)?]).copied(),
                        english: <[&str]>::first(&[$($in_english)?]).copied(),
                        spellings: &[$($spelling),*],
                        meaning: $crate::value::code_list::meaning(
                            concat!($($crate::value::code_list::doc_line!($($variant_meta)*)),*),
                            concat!($($in_english, ".")?),
                        ),
                    },
                )+
            ];

            /// The row of this member.
            pub(crate) const fn choice(self) -> &'static $crate::value::code_list::Choice {
                &Self::CHOICES[self as usize]
            }

            /// The stable ASCII code. `Display` prints it and serde stores it. `FromStr` and serde read it or the
            /// wording.
            #[must_use]
            pub const fn code(self) -> &'static str {
                self.choice().code
            }

            /// The Japanese wording, as [`CodeList::label`](crate::CodeList::label) gives it.
            #[must_use]
            pub const fn label(self) -> &'static str {
                self.choice().label
            }

            /// The number that the form prints before the choice; `None` if the list is printed without numbers.
            #[must_use]
            pub const fn ordinal(self) -> Option<u8> {
                self.choice().ordinal
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
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::value::error::UnknownChoice;

            fn from_str(text: &str) -> Result<Self, $crate::value::error::UnknownChoice> {
                $crate::value::code_list::choice_of(text)
            }
        }

        impl $crate::value::code_list::Sealed for $name {
            const LIST: &'static $crate::value::code_list::Choices =
                &$crate::value::code_list::Choices { name: $english, term: $term, members: Self::CHOICES };

            fn choice(self) -> &'static $crate::value::code_list::Choice {
                self.choice()
            }
        }

        impl $crate::value::code_list::CodeList for $name {
            const ALL: &'static [Self] = Self::ALL;
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        $crate::value::code_list::read_from_string!(
            $name,
            concat!("a code or label of the ", $english, " (", $term, ")"),
            concat!($term, "のコード又はラベル")
        );
    };
}
pub(crate) use code_list;

/// What the documentation of a member says; without documentation, the English of its label.
pub(crate) const fn meaning(doc: &'static str, english: &'static str) -> &'static str {
    if doc.is_empty() { english } else { doc.trim_ascii_start() }
}

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
