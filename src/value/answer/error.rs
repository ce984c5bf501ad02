//! Why something is not a valid answer, in both languages.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{self, Unexpected};

use crate::value::band::CountError;
use crate::value::date::DateError;
use crate::value::error::{Japanese, UnknownChoice, excerpt};
use crate::value::language::{Language, bilingual, errors};
use crate::value::text::TextError;

/// A string or value that is not a valid answer to an item, or a part that cannot be read (記載の誤り).
///
/// In English, the message is the one that serde reports when a document is loaded. It is a serde error itself, so
/// `Deserialize` gives an error in both languages with a deserializer whose error this is:
///
/// ```
/// use mynumber_pia::{AssessmentKind, Language};
/// use mynumber_pia::value::answer::AnswerError;
/// use serde::Deserialize;
/// use serde::de::value::U64Deserializer;
///
/// let error = AssessmentKind::deserialize(U64Deserializer::<AnswerError>::new(3)).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "invalid type: integer `3`, expected a code or label of the assessment kind (特定個人情報保護評価の種類)"
/// );
/// assert_eq!(
///     error.text(Language::Japanese),
///     "型が違う：整数 `3`（記載できるもの：特定個人情報保護評価の種類のコード又はラベル）"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct AnswerError(Box<Reason>);

errors! {
    pub(super) enum Reason {
        #[error("{0}")]
        Choice(#[source] UnknownChoice),
        #[error("{}", count(Language::English, .error))]
        #[ja("{}", count(Language::Japanese, error))]
        Count { #[source] error: CountError, },
        #[error("{0}")]
        Date(#[source] DateError),
        #[error("{0}")]
        Text(#[source] TextError),
        /// Not a number.
        #[error("cannot read \"{seen}\" as a number: expected 28, 28件 or 30日間")]
        #[ja("「{seen}」は数として読めない。書き方は 28、28件、30日間")]
        Number { seen: String, },
        #[error("{seen} is too large: expected at most 4294967295")]
        #[ja("{seen} は大きすぎる（4294967295まで）")]
        NumberTooLarge { seen: String, },
        /// Not the content of a check box.
        #[error(
            "cannot read \"{seen}\" as a check box: expected \"ticked\" (○), or \"?\" if it is not known; an unticked box is left \
             out"
        )]
        #[ja("「{seen}」はチェック欄の記載として読めない。印があれば \"ticked\"（○）、不明であれば \"?\" と書き、印がなければ項目を省く")]
        CheckBox { seen: String, },
        /// A box of a group occurs twice.
        #[error("the box {code} occurs twice: expected each box once")]
        #[ja("{code} の欄が重複している")]
        BoxTwice { code: &'static str, },
        #[error("invalid type: {}, expected {}", .seen.english, .expected.english)]
        #[ja("型が違う：{}（記載できるもの：{}）", seen.japanese, expected.japanese)]
        Type { seen: Both, expected: Both, },
        #[error("invalid value: {}, expected {}", .seen.english, .expected.english)]
        #[ja("読めない値である：{}（記載できるもの：{}）", seen.japanese, expected.japanese)]
        Value { seen: Both, expected: Both, },
        #[error("{}", unknown_field(Language::English, .seen, .allowed, |_| None))]
        #[ja("{}", unknown_field(Language::Japanese, seen, allowed, |_| None))]
        UnknownField { seen: String, allowed: &'static [&'static str], },
        #[error("missing field `{name}`")]
        #[ja("「{name}」がない")]
        MissingField { name: &'static str, },
        #[error("duplicate field `{name}`")]
        #[ja("「{name}」が重複している")]
        DuplicateField { name: &'static str, },
        /// Something that is said in one place only, or the message of another error.
        #[error("{}", .message.english)]
        #[ja("{}", message.japanese)]
        Other { message: Both, },
    }
}

bilingual!(pub AnswerError);

impl Japanese for AnswerError {
    fn japanese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.japanese(f)
    }
}

/// What is wrong with a count. JSON writes some counts as strings.
fn count(language: Language, error: &CountError) -> String {
    let CountError::Unreadable { seen, counted, bands } = error else { return error.text(language) };
    let (name, term, bands) = (counted.name, counted.term, bands.join(", "));
    match language {
        Language::English => format!(
            "cannot read \"{seen}\" as a count of {name}: expected a number (62000 or \"62,000\"), a range \
             (\"100000..299999\", \"500..\" or \"..499\"), or a band: {bands}"
        ),
        Language::Japanese => format!(
            "「{seen}」は{term}数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\
             \"..499\"）、又は区分：{bands}"
        ),
    }
}

/// The message for an unknown field, with the label of each allowed field beside its name, if `label` knows it.
fn unknown_field(
    language: Language,
    seen: &str,
    allowed: &[&'static str],
    label: impl Fn(&'static str) -> Option<&'static str>,
) -> String {
    let with_label = |name: &&'static str| match (language, label(name)) {
        (Language::English, Some(label)) => format!("`{name}` ({label})"),
        (Language::English, None) => format!("`{name}`"),
        (Language::Japanese, Some(label)) => format!("{name}（{label}）"),
        (Language::Japanese, None) => name.to_string(),
    };
    let names: Vec<String> = allowed.iter().map(with_label).collect();
    match language {
        Language::English => {
            let (one_of, separator) = if names.len() > 2 { ("one of ", ", ") } else { ("", " or ") };
            format!("unknown field `{seen}`, expected {one_of}{}", names.join(separator))
        }
        Language::Japanese => format!("「{seen}」という項目はない（使える項目：{}）", names.join("、")),
    }
}

/// A message in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Both {
    english: String,
    japanese: String,
}

impl Both {
    /// What serde passes.
    fn of(value: &dyn fmt::Display) -> Self {
        Self { english: format!("{value}"), japanese: format!("{value:#}") }
    }
}

impl AnswerError {
    /// An error that is said in one place only.
    pub(crate) fn new(english: String, japanese: String) -> Self {
        Reason::Other { message: Both { english, japanese } }.into()
    }

    /// The value or the name of the field that was refused, as [`excerpt`] shows it, if the error has it. The errors
    /// that are its [`source`](core::error::Error::source) have their own.
    #[must_use]
    pub fn seen(&self) -> Option<&str> {
        match &*self.0 {
            Reason::Choice(error) => Some(error.seen()),
            Reason::Number { seen }
            | Reason::NumberTooLarge { seen }
            | Reason::CheckBox { seen }
            | Reason::UnknownField { seen, .. } => Some(seen),
            Reason::Type { seen, .. } | Reason::Value { seen, .. } => Some(&seen.english),
            Reason::BoxTwice { code: name } | Reason::DuplicateField { name } => Some(name),
            Reason::Count { .. }
            | Reason::Date(_)
            | Reason::Text(_)
            | Reason::MissingField { .. }
            | Reason::Other { .. } => None,
        }
    }

    /// The names of the fields that are allowed instead of an unknown one; `None` for any other error.
    #[must_use]
    pub fn allowed_fields(&self) -> Option<&'static [&'static str]> {
        let Reason::UnknownField { seen: _, allowed } = &*self.0 else { return None };
        Some(allowed)
    }

    /// What is wrong, with the label of each allowed field beside its name, if `label` knows it.
    pub(crate) fn labelled(&self, language: Language, label: impl Fn(&'static str) -> Option<&'static str>) -> String {
        let Reason::UnknownField { seen, allowed } = &*self.0 else { return self.0.text(language) };
        unknown_field(language, seen, allowed, label)
    }
}

macro_rules! from {
    ($($error:ident: $type:ty => $reason:expr,)+) => {
        $(
            impl From<$type> for AnswerError {
                fn from($error: $type) -> Self {
                    $reason.into()
                }
            }
        )+
    };
}

from! {
    error: UnknownChoice => Reason::Choice(error),
    error: CountError => Reason::Count { error },
    error: DateError => Reason::Date(error),
    error: TextError => Reason::Text(error),
}

impl From<Reason> for AnswerError {
    fn from(reason: Reason) -> Self {
        Self(Box::new(reason))
    }
}

/// A value as serde saw it, in the words of `serde_json`.
fn seen(value: Unexpected<'_>) -> Both {
    let (english, japanese, value) = match value {
        Unexpected::Bool(value) => ("boolean", "真偽値", format!("`{value}`")),
        Unexpected::Unsigned(value) => ("integer", "整数", format!("`{value}`")),
        Unexpected::Signed(value) => ("integer", "整数", format!("`{value}`")),
        Unexpected::Float(value) => ("floating point", "小数", format!("`{value:?}`")),
        Unexpected::Char(value) => ("character", "文字", format!("`{}`", value.escape_debug())),
        Unexpected::Str(value) => ("string", "文字列", format!("\"{}\"", excerpt(value))),
        Unexpected::Bytes(_) => ("byte array", "バイト列", String::new()),
        Unexpected::Unit | Unexpected::Option => ("null", "null", String::new()),
        Unexpected::Seq => ("sequence", "配列", String::new()),
        Unexpected::Map => ("map", "オブジェクト", String::new()),
        Unexpected::NewtypeStruct
        | Unexpected::Enum
        | Unexpected::UnitVariant
        | Unexpected::NewtypeVariant
        | Unexpected::TupleVariant
        | Unexpected::StructVariant
        | Unexpected::Other(_) => return Both { english: value.to_string(), japanese: value.to_string() },
    };
    let blank = if value.is_empty() { "" } else { " " };
    Both { english: format!("{english}{blank}{value}"), japanese: format!("{japanese}{blank}{value}") }
}

impl de::Error for AnswerError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Reason::Other { message: Both::of(&message) }.into()
    }

    fn invalid_type(value: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Reason::Type { seen: seen(value), expected: Both::of(&expected) }.into()
    }

    fn invalid_value(value: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Reason::Value { seen: seen(value), expected: Both::of(&expected) }.into()
    }

    fn unknown_field(field: &str, allowed: &'static [&'static str]) -> Self {
        Reason::UnknownField { seen: excerpt(field), allowed }.into()
    }

    fn missing_field(field: &'static str) -> Self {
        Reason::MissingField { name: field }.into()
    }

    fn duplicate_field(field: &'static str) -> Self {
        Reason::DuplicateField { name: field }.into()
    }
}
