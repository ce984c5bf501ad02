//! The kinds of values that several commands read.

use std::ffi::{OsStr, OsString};

use chrono::NaiveDate;
use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::error::excerpt;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{CodeList, Language};

use super::{Both, Flag, Opt, Words, not_one, value};

/// What an option takes.
pub(crate) struct Kind<T> {
    /// Its placeholder in the help.
    pub(crate) placeholder: &'static str,
    /// The values that are allowed, for errors.
    pub(crate) allowed: Words,
    pub(crate) read: fn(&str) -> Result<T, Both>,
    /// The codes that completions offer.
    pub(crate) codes: fn() -> Vec<PossibleValue>,
    /// Whether it is the name of a file.
    pub(crate) is_file: bool,
}

impl<T> Kind<T> {
    pub(crate) const fn new(placeholder: &'static str, allowed: Words, read: fn(&str) -> Result<T, Both>) -> Self {
        Self { placeholder, allowed, read, codes: Vec::new, is_file: false }
    }

    pub(crate) const fn codes(mut self, codes: fn() -> Vec<PossibleValue>) -> Self {
        self.codes = codes;
        self
    }
}

impl Kind<String> {
    /// The name of a file.
    pub(crate) const fn file(allowed: Words) -> Self {
        Self { is_file: true, ..Self::new("FILE", allowed, plain) }
    }
}

/// Any text.
#[expect(clippy::unnecessary_wraps, reason = "it reads as the other kinds do")]
pub(crate) fn plain(text: &str) -> Result<String, Both> {
    Ok(text.to_string())
}

/// The codes of a list, with their labels.
pub(crate) fn codes<T: CodeList>() -> Vec<PossibleValue> {
    T::ALL.iter().map(|one| PossibleValue::new(one.code()).help(one.label())).collect()
}

/// Reads the value of an option.
pub(super) struct Parser<T: 'static>(pub(super) &'static Kind<T>);

impl<T> Clone for Parser<T> {
    fn clone(&self) -> Self {
        Self(self.0)
    }
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Parser<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, clap::Error> {
        if value.to_str().is_none() {
            let mut error = clap::Error::new(ErrorKind::InvalidUtf8);
            if let Some(arg) = arg.filter(|arg| !arg.is_positional()) {
                error.insert(ContextKind::InvalidArg, ContextValue::String(arg.to_string()));
            }
            error.insert(ContextKind::InvalidValue, ContextValue::String(value.to_string_lossy().into()));
            return Err(error);
        }
        self.0.read.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let codes = (self.0.codes)();
        if codes.is_empty() { None } else { Some(Box::new(codes.into_iter())) }
    }
}

/// The language of the output.
pub(crate) const LANG: Opt<Language> = Opt::value("lang", &LANGUAGE, ["ja（既定）又は en", "ja (the default) or en"]);

const LANGUAGE: Kind<Language> = Kind::new("LANGUAGE", ["ja 又は en", "ja or en"], value).codes(codes::<Language>);

pub(crate) const JSON: Flag = Opt::flag("json", ["1行に一つの JSON オブジェクト", "one JSON object per line"]);

/// A day with its month and year.
pub(crate) const DAY: Kind<NaiveDate> = Kind::new("DATE", DAY_ALLOWED, day);

/// A day; of a month or a year, the first.
pub(crate) const FIRST_DAY: Kind<NaiveDate> =
    Kind::new("DATE", DAY_ALLOWED, |text| Ok(value::<FormDate>(text)?.first_day()));

/// A day; of a month or a year, the last.
pub(crate) const LAST_DAY: Kind<NaiveDate> =
    Kind::new("DATE", DAY_ALLOWED, |text| Ok(value::<FormDate>(text)?.last_day()));

const DAY_ALLOWED: Words = ["2025-06-01、令和7年6月1日 などの日", "a date such as 2025-06-01"];

/// The kind of the body.
pub(crate) const BODY: Kind<BodyKind> = Kind::new(
    "CODE",
    ["administrative_organ 又は local_government", "administrative_organ or local_government"],
    value,
)
.codes(codes::<BodyKind>);

/// Files with documents.
pub(crate) const DOCUMENTS: Kind<String> =
    Kind::file(["評価書のファイル又はフォルダ", "a file or folder with assessments"]);

/// The documents that a command reads, if it reads the published ones without them.
pub(crate) const FILES: Opt<String> = Opt::arguments(
    "FILE",
    &DOCUMENTS,
    [
        "JSON の評価書。一つでも複数でもよく、1行に一つでも整形してあってもよい。- は標準入力。指定しなければ公表された5件の評価書。FILE[2] は番号 2、つまり3番目の評価書。読めない評価書は標準エラーに報告し、次へ進む",
        "one assessment as JSON, or several, on one line each or laid out; - is standard input; without files, the five published assessments. FILE[2] is the document with the index 2, the third; a document that cannot be read is reported on standard error, and the next one is read",
    ],
);

/// How many documents are processed at once.
pub(crate) const JOBS: Opt<usize> = Opt::value(
    "jobs",
    &Kind::new("N", JOBS_ALLOWED, jobs),
    [
        "同時に処理する評価書の数。1（既定）から 256 まで。出力は変わらない",
        "how many documents are processed at once, from 1 (the default) to 256; the output is the same",
    ],
);

/// A folder to write into.
pub(crate) const FOLDER: Kind<String> =
    Kind { placeholder: "FOLDER", ..Kind::file(["書き込むフォルダー", "the folder to write files into"]) };

const JOBS_ALLOWED: Words = ["1から256までの数", "a number from 1 to 256"];

fn jobs(text: &str) -> Result<usize, Both> {
    let number = text.parse().ok().filter(|number| (1..=256).contains(number));
    number.ok_or_else(|| not_one(text, JOBS_ALLOWED))
}

/// Reads a day with its month and year.
pub(crate) fn day(text: &str) -> Result<NaiveDate, Both> {
    value::<FormDate>(text)?.to_day().ok_or_else(|| not_one(text, DAY_ALLOWED))
}

/// The name of a file as text. It must be UTF-8.
pub(crate) fn text(name: OsString) -> Result<String, Both> {
    name.into_string().map_err(|name| not_utf8(&name.to_string_lossy()))
}

pub(super) fn not_utf8(seen: &str) -> Both {
    let seen = excerpt(seen);
    Both::new(format!("UTF-8 でない：「{seen}」"), format!("not UTF-8: {seen}"))
}

/// Refuses a list of files that names standard input twice.
pub(crate) fn once_standard_input<'f>(files: impl IntoIterator<Item = &'f String>) -> Result<(), Both> {
    if files.into_iter().filter(|file| *file == "-").count() > 1 {
        return Err(Both::from([
            "- が二度指定されている。標準入力は一度しか読めない",
            "- is given twice: standard input can be read only once",
        ]));
    }
    Ok(())
}
