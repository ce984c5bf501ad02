//! The options of a command line, and what is wrong with them in Japanese and English.

#![allow(dead_code, reason = "each command uses what it needs")]

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::fmt::Display;
use std::str::FromStr;

use lexopt::{Arg, Error, Parser};
use mynumber_pia::Language;
use mynumber_pia::value::error::excerpt;

/// A text in both languages.
#[derive(Debug, Clone)]
pub(crate) struct Both {
    japanese: Cow<'static, str>,
    english: Cow<'static, str>,
}

pub(crate) const fn both(japanese: &'static str, english: &'static str) -> Both {
    Both { japanese: Cow::Borrowed(japanese), english: Cow::Borrowed(english) }
}

/// The allowed values of `--lang`.
pub(crate) const LANGUAGE: Both = both("ja 又は en", "ja or en");

/// The allowed values of options that are a day.
pub(crate) const DAY: Both = both("2025-06-01、令和7年6月1日 などの日", "a date such as 2025-06-01");

/// The allowed values of `--body`.
pub(crate) const BODY: Both =
    both("administrative_organ 又は local_government", "administrative_organ or local_government");

impl Both {
    pub(crate) fn new(japanese: String, english: String) -> Self {
        Self { japanese: japanese.into(), english: english.into() }
    }

    /// An error of the library.
    pub(crate) fn error(error: &impl Display) -> Self {
        Self::new(format!("{error:#}"), format!("{error}"))
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

/// The language that `--lang` names on the command line, wherever it is; Japanese if it names none.
pub(crate) fn asked() -> Language {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let value = arguments.iter().enumerate().find_map(|(index, argument)| {
        argument
            .strip_prefix("--lang=")
            .or_else(|| if argument == "--lang" { arguments.get(index + 1).map(AsRef::as_ref) } else { None })
    });
    value.and_then(|value| value.parse().ok()).unwrap_or_default()
}

/// The next argument.
pub(crate) fn next(parser: &mut Parser) -> Result<Option<Arg<'_>>, Both> {
    parser.next().map_err(|error| unexpected(&error))
}

/// What the parser of the command line does not expect.
fn unexpected(error: &Error) -> Both {
    let seen = |text: &OsStr| excerpt(&text.to_string_lossy());
    let japanese = match error {
        Error::UnexpectedOption(option) => format!("{} というオプションはない", excerpt(option)),
        Error::UnexpectedArgument(argument) => format!("「{}」という引数は使えない", seen(argument)),
        Error::UnexpectedValue { option, value } => {
            format!("{} に値は指定できない：「{}」", excerpt(option), seen(value))
        }
        Error::MissingValue { .. } | Error::ParsingFailed { .. } | Error::NonUnicodeValue(_) | Error::Custom(_) => {
            "コマンドラインを読めない".into()
        }
    };
    Both::new(japanese, excerpt(&error.to_string()))
}

/// The value of an option, which may be given once.
pub(crate) fn once(slot: &mut Option<String>, name: &str, allowed: &Both, parser: &mut Parser) -> Result<(), Both> {
    let value = parser.value().map_err(|_| needs(name, allowed))?;
    is_first(slot.replace(text(value).map_err(|error| error.at(name))?), name)
}

/// An option that ends the command line, but needs a value.
pub(crate) fn needs(name: &str, allowed: &Both) -> Both {
    allowed.map(
        |allowed| format!("{name} には値が必要である：{allowed}"),
        |allowed| format!("{name} needs a value: {allowed}"),
    )
}

/// Refuses the second value of an option. `before` is the first.
pub(crate) fn is_first(before: Option<String>, name: &str) -> Result<(), Both> {
    let Some(first) = before else { return Ok(()) };
    let first = excerpt(&first);
    Err(Both::new(
        format!("{name} が二度指定されている（最初は「{first}」）。一度だけ指定する"),
        format!("{name} is given twice (first \"{first}\"): once is enough"),
    ))
}

/// An argument that the command does not know, and those that it knows.
pub(crate) fn unknown(argument: Arg<'_>, allowed: &[&str]) -> Both {
    let Both { japanese, english } = unexpected(&argument.unexpected());
    let (others, last) = allowed.split_at(allowed.len().saturating_sub(1));
    let or = if others.is_empty() { "" } else { " or " };
    Both::new(
        format!("{japanese}。使えるのは {}（--help を参照）", allowed.join("、")),
        format!("{english}; expected {}{or}{} (see --help)", others.join(", "), last.concat()),
    )
}

/// A value that is not allowed.
pub(crate) fn not_one(name: &str, seen: &str, allowed: &Both) -> Both {
    let seen = excerpt(seen);
    allowed.map(
        |allowed| format!("{name}：「{seen}」は{allowed}でない"),
        |allowed| format!("{name}: \"{seen}\" is not {allowed}"),
    )
}

/// The value of an option, if it is given.
pub(crate) fn value<T: FromStr<Err: Display>>(name: &str, text: Option<String>) -> Result<Option<T>, Both> {
    text.map(|text| text.parse().map_err(|error| Both::error(&error).at(name))).transpose()
}

/// The language of the output; Japanese if it is not given.
pub(crate) fn language(text: Option<String>) -> Result<Language, Both> {
    Ok(value("--lang", text)?.unwrap_or_default())
}

/// An argument as text, such as a file name. It must be UTF-8.
pub(crate) fn text(argument: OsString) -> Result<String, Both> {
    argument.into_string().map_err(|argument| {
        let seen = excerpt(&argument.to_string_lossy());
        Both::new(format!("UTF-8 でない：「{seen}」"), format!("not UTF-8: {seen}"))
    })
}
