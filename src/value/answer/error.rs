//! Why something is not a valid answer, in both languages.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Display};

use serde::de::{self, Unexpected};

use crate::value::band::CountError;
use crate::value::date::DateError;
use crate::value::error::{UnknownChoice, both, excerpt};
use crate::value::language::error_type;
use crate::value::text::TextError;

/// A string or value that is not a valid answer to an item, or a part that cannot be read (記載の誤り).
///
/// In English, the message is the one that serde reports when a document is loaded. It is a serde error itself, so
/// `Deserialize` gives an error in both languages with a deserializer whose error this is:
///
/// ```
/// use mynumber_pia::AssessmentKind;
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
///     format!("{error:#}"),
///     "型が違う：整数 `3`（記載できるもの：特定個人情報保護評価の種類のコード又はラベル）"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerError(Box<Reason>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reason {
    Choice(UnknownChoice),
    Count(CountError),
    Date(DateError),
    Text(TextError),
    /// Not a number.
    Number {
        seen: String,
    },
    NumberTooLarge {
        seen: String,
    },
    /// Not the content of a check box.
    CheckBox {
        seen: String,
    },
    /// A box of a group occurs twice.
    BoxTwice {
        code: &'static str,
    },
    Type {
        seen: Both,
        expected: Both,
    },
    Value {
        seen: Both,
        expected: Both,
    },
    UnknownField {
        seen: String,
        allowed: &'static [&'static str],
    },
    MissingField(&'static str),
    DuplicateField(&'static str),
    /// The message of another error.
    Other(Both),
}

/// A message in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Both {
    english: String,
    japanese: String,
}

impl Both {
    fn of(value: &dyn fmt::Display) -> Self {
        Self { english: format!("{value}"), japanese: format!("{value:#}") }
    }
}

impl fmt::Display for Both {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if f.alternate() { &self.japanese } else { &self.english })
    }
}

impl AnswerError {
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
            Reason::BoxTwice { code: name } | Reason::DuplicateField(name) => Some(name),
            Reason::Count(_) | Reason::Date(_) | Reason::Text(_) | Reason::MissingField(_) | Reason::Other(_) => None,
        }
    }

    /// The names of the fields that are allowed instead of an unknown one; `None` for any other error.
    #[must_use]
    pub fn allowed_fields(&self) -> Option<&'static [&'static str]> {
        match *self.0 {
            Reason::UnknownField { allowed, .. } => Some(allowed),
            Reason::Choice(_)
            | Reason::Count(_)
            | Reason::Date(_)
            | Reason::Text(_)
            | Reason::Number { .. }
            | Reason::NumberTooLarge { .. }
            | Reason::CheckBox { .. }
            | Reason::BoxTwice { .. }
            | Reason::Type { .. }
            | Reason::Value { .. }
            | Reason::MissingField(_)
            | Reason::DuplicateField(_)
            | Reason::Other(_) => None,
        }
    }

    /// Prints the error with the label of each allowed field beside its name, if `label` knows it.
    pub(crate) fn fmt_labelled(
        &self,
        f: &mut fmt::Formatter<'_>,
        label: impl Fn(&'static str) -> Option<&'static str>,
    ) -> fmt::Result {
        let Reason::UnknownField { seen, allowed } = &*self.0 else { return self.fmt(f) };
        let (in_japanese, last) = (f.alternate(), allowed.len().saturating_sub(1));
        if in_japanese {
            write!(f, "「{seen}」という項目はない（使える項目：")?;
        } else {
            let one_of = if last > 1 { "one of " } else { "" };
            write!(f, "unknown field `{seen}`, expected {one_of}")?;
        }
        for (index, name) in allowed.iter().enumerate() {
            let (separator, quote) = match (index, in_japanese) {
                (0, true) => ("", ""),
                (0, false) => ("", "`"),
                (_, true) => ("、", ""),
                (_, false) if last == 1 => (" or ", "`"),
                (_, false) => (", ", "`"),
            };
            write!(f, "{separator}{quote}{name}{quote}")?;
            match label(name) {
                Some(label) if in_japanese => write!(f, "（{label}）")?,
                Some(label) => write!(f, " ({label})")?,
                None => {}
            }
        }
        f.write_str(if in_japanese { "）" } else { "" })
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Reason::Choice(error) => error.fmt(f),
            // JSON writes some counts as strings.
            Reason::Count(CountError::Unreadable { seen, counted, bands }) => {
                let (name, term, bands) = (counted.name, counted.term, bands.join(", "));
                both!(
                    f,
                    "cannot read \"{seen}\" as a count of {name}: expected a number (62000 or \"62,000\"), a range \
                     (\"100000..299999\", \"500..\" or \"..499\"), or a band: {bands}",
                    "「{seen}」は{term}数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\
                     \"..499\"）、又は区分：{bands}"
                )
            }
            Reason::Count(error) => error.fmt(f),
            Reason::Date(error) => error.fmt(f),
            Reason::Text(error) => error.fmt(f),
            Reason::Number { seen } => both!(
                f,
                "cannot read \"{seen}\" as a number: expected 28, 28件 or 30日間",
                "「{seen}」は数として読めない。書き方は 28、28件、30日間"
            ),
            Reason::NumberTooLarge { seen } => {
                both!(f, "{seen} is too large: expected at most 4294967295", "{seen} は大きすぎる（4294967295まで）")
            }
            Reason::CheckBox { seen } => both!(
                f,
                "cannot read \"{seen}\" as a check box: expected \"ticked\" (○), or \"?\" if it is not known; an unticked box \
                 is left out",
                "「{seen}」はチェック欄の記載として読めない。印があれば \"ticked\"（○）、不明であれば \"?\" と書き、印がなければ項目を省く"
            ),
            Reason::BoxTwice { code } => {
                both!(f, "the box {code} occurs twice: expected each box once", "{code} の欄が重複している")
            }
            Reason::Type { seen, expected } => {
                if f.alternate() {
                    write!(f, "型が違う：{seen:#}（記載できるもの：{expected:#}）")
                } else {
                    write!(f, "invalid type: {seen}, expected {expected}")
                }
            }
            Reason::Value { seen, expected } => {
                if f.alternate() {
                    write!(f, "読めない値である：{seen:#}（記載できるもの：{expected:#}）")
                } else {
                    write!(f, "invalid value: {seen}, expected {expected}")
                }
            }
            Reason::UnknownField { .. } => self.fmt_labelled(f, |_| None),
            Reason::MissingField(name) => both!(f, "missing field `{name}`", "「{name}」がない"),
            Reason::DuplicateField(name) => both!(f, "duplicate field `{name}`", "「{name}」が重複している"),
            Reason::Other(message) => message.fmt(f),
        }
    }
}

error_type!(AnswerError, |error| match &*error.0 {
    Reason::Choice(error) => Some(error),
    Reason::Count(error) => Some(error),
    Reason::Date(error) => Some(error),
    Reason::Text(error) => Some(error),
    Reason::Number { .. }
    | Reason::NumberTooLarge { .. }
    | Reason::CheckBox { .. }
    | Reason::BoxTwice { .. }
    | Reason::Type { .. }
    | Reason::Value { .. }
    | Reason::UnknownField { .. }
    | Reason::MissingField(_)
    | Reason::DuplicateField(_)
    | Reason::Other(_) => None,
});

macro_rules! from {
    ($($reason:ident $error:ty),+) => {
        $(
            impl From<$error> for AnswerError {
                fn from(error: $error) -> Self {
                    Reason::$reason(error).into()
                }
            }
        )+
    };
}

from!(Choice UnknownChoice, Count CountError, Date DateError, Text TextError);

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
        Reason::Other(Both::of(&message)).into()
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
        Reason::MissingField(field).into()
    }

    fn duplicate_field(field: &'static str) -> Self {
        Reason::DuplicateField(field).into()
    }
}
