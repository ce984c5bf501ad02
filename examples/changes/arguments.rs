//! The command line.

use chrono::NaiveDate;
use lexopt::{Arg, Parser};
use mynumber_pia::validate::Language;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::error::excerpt;

const HELP: &str = "\
変更箇所: what changed between two versions of an assessment, and what its change table says

changes OLD NEW [--table [--as-of DATE]] [--anyway] [--json] [--lang ja|en]
changes --check FILE [--json] [--lang ja|en]
changes --rewind DATE FILE

FILE      an assessment as JSON; - is standard input
--table   the rows of 変更箇所 for the difference, in columns separated by tabs; with --json one object per row
--as-of   the day of the rows of --table, such as 2025-06-01 or 令和7年6月1日 (default: the day of the new version)
--check   compares each row of the change table with the document
--rewind  the version before a day, as JSON; rows that could not be undone are listed on standard error
--anyway  compare documents of different bodies or affairs
--json    one JSON object per line
--lang    ja (the default) or en

The command affairs says what must be done because of a change, and what is due.

exit status: 0 if nothing differs, or all rows are undone; 1 if something differs, or a row is not undone; 2 unusable input
";

const HELP_JA: &str = "\
変更箇所：評価書の二つの版の間で何が変わったか、変更箇所の表が何を示すか

changes OLD NEW [--table [--as-of DATE]] [--anyway] [--json] [--lang ja|en]
changes --check FILE [--json] [--lang ja|en]
changes --rewind DATE FILE

FILE      JSON の評価書。- は標準入力
--table   変更箇所の表の行を、タブで区切った列で示す。--json を付けると行ごとに一つのオブジェクト
--as-of   --table の行の日付。2025-06-01、令和7年6月1日 など（既定は新しい版の日）
--check   変更箇所の表の各行を評価書の記載と照合する
--rewind  その日より前の版を JSON で示す。戻せなかった行は標準エラーに示す
--anyway  評価実施機関又は事務が異なる評価書も比較する
--json    1行に一つの JSON オブジェクト
--lang    ja（既定）又は en

変更により必要な手続、期限の来た手続は、コマンド affairs が示す。

終了コード：0 違いがない、又は全ての行を戻した。1 違いがある、又は戻せない行がある。2 読めない入力
";

/// The help in the language that is asked for.
pub(crate) fn help() -> &'static str {
    match crate::language::asked() {
        Language::Japanese => HELP_JA,
        Language::English => HELP,
    }
}

pub(crate) enum Mode {
    Help,
    Compare { old: String, new: String },
    Check { file: String },
    Rewind { date: NaiveDate, file: String },
}

pub(crate) struct Arguments {
    pub(crate) mode: Mode,
    pub(crate) table: bool,
    pub(crate) json: bool,
    pub(crate) anyway: bool,
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) language: Language,
}

/// The parsed options.
#[expect(clippy::struct_excessive_bools, reason = "one for each option without a value")]
#[derive(Default)]
struct Given {
    files: Vec<String>,
    rewind: Option<NaiveDate>,
    as_of: Option<NaiveDate>,
    language: Option<Language>,
    help: bool,
    check: bool,
    table: bool,
    json: bool,
    anyway: bool,
}

impl Arguments {
    pub(crate) fn read() -> Result<Self, String> {
        let mut given = Given::default();
        let mut parser = Parser::from_env();
        while let Some(arg) = parser.next().map_err(|error| excerpt(&error.to_string()))? {
            match arg {
                Arg::Long("help") | Arg::Short('h') => given.help = true,
                Arg::Long("check") => given.check = true,
                Arg::Long("table") => given.table = true,
                Arg::Long("json") => given.json = true,
                Arg::Long("anyway") => given.anyway = true,
                Arg::Long("rewind") => set(&mut given.rewind, "--rewind", date(&mut parser, "--rewind")?.first_day())?,
                Arg::Long("as-of") => set(&mut given.as_of, "--as-of", date(&mut parser, "--as-of")?.last_day())?,
                Arg::Long("lang") => {
                    let language = text(&mut parser, "--lang needs ja or en")?;
                    set(&mut given.language, "--lang", language.parse().map_err(|error| format!("--lang: {error}"))?)?;
                }
                Arg::Value(file) => given.files.push(crate::input::file(file)?),
                Arg::Long(_) | Arg::Short(_) => {
                    let seen = excerpt(&arg.unexpected().to_string());
                    return Err(format!(
                        "{seen}; expected two files, --check or --rewind, with --table, --as-of, --anyway, --json or --lang \
                         (see --help)"
                    ));
                }
            }
        }
        given.arguments()
    }
}

impl Given {
    fn arguments(self) -> Result<Arguments, String> {
        let Self { files, rewind, as_of, language, help, check, table, json, anyway } = self;
        if check && rewind.is_some() {
            return Err("--check and --rewind exclude each other: expected one of them".into());
        }
        let count = files.len();
        if files.iter().filter(|file| *file == "-").count() > 1 {
            return Err("- is given twice: standard input can be read only once".into());
        }
        let mut files = files.into_iter();
        let mut next = || files.next().unwrap_or_default();
        let is_comparison = !(check || rewind.is_some());
        let mode = match (help, rewind) {
            (true, _) => Mode::Help,
            (_, Some(date)) if count == 1 => Mode::Rewind { date, file: next() },
            (_, Some(_)) => return Err(format!("--rewind needs a day and one file, but {} given", files_are(count))),
            (_, None) if check && count == 1 => Mode::Check { file: next() },
            (_, None) if check => return Err(format!("--check needs one file, but {} given", files_are(count))),
            (_, None) if count == 2 => Mode::Compare { old: next(), new: next() },
            (_, None) => {
                return Err(format!("an old and a new file are needed, but {} given (see --help)", files_are(count)));
            }
        };
        if (table || anyway) && !is_comparison {
            return Err("--table and --anyway are only allowed with two files".into());
        }
        if as_of.is_some() && !table {
            return Err("--as-of is only allowed with --table".into());
        }
        let language = language.unwrap_or_default();
        Ok(Arguments { mode, table, json, anyway, as_of, language })
    }
}

/// 「1 file is」, 「3 files are」.
fn files_are(count: usize) -> String {
    if count == 1 { "1 file is".into() } else { format!("{count} files are") }
}

fn set<T>(slot: &mut Option<T>, name: &str, value: T) -> Result<(), String> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(format!("{name} is given twice")),
    }
}

fn date(parser: &mut Parser, name: &str) -> Result<FormDate, String> {
    let day = text(parser, &format!("{name} needs a date such as 2025-06-01"))?;
    day.parse().map_err(|error| format!("{name}: {error}"))
}

fn text(parser: &mut Parser, needs: &str) -> Result<String, String> {
    let value = parser.value().map_err(|_| needs.to_string())?;
    value.into_string().map_err(|value| format!("not UTF-8: {}", excerpt(&value.to_string_lossy())))
}
