//! The command line.

use chrono::NaiveDate;
use lexopt::{Arg, Parser};
use mynumber_pia::validate::Language;
use mynumber_pia::value::date::FormDate;

use crate::options::{self, Both, DAY, LANGUAGE, both, once, value};

pub(crate) const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
変更箇所: what changed between two versions of an assessment, and what its change table says

changes OLD NEW [--table [--as-of DATE] [--not-material]] [--anyway] [--json] [--lang ja|en]
changes --check FILE [--json] [--lang ja|en]
changes --rewind DATE FILE

FILE      an assessment as JSON; - is standard input
--table   the rows of 変更箇所 for the difference, in columns separated by tabs; with --json one object per row
--as-of   the day of the rows of --table (変更日), such as 2025-06-01 or 令和7年6月1日: the day on which the changed paper is
          published, which is the default if the new version has one. A later day is the finding dates_reversed
--not-material  with --table: the body judged that the change is not material, although it touches an item marked ※
--check   compares each row of the change table with the document
--rewind  the version before a day, as JSON; rows that could not be undone are listed on standard error
--anyway  compare documents of different bodies or affairs
--json    one JSON object per line
--lang    ja (the default) or en

The command answer puts the rows of --table --json at the end of the change table (answer NEW --rows -).
The command affairs says what must be done because of a change, and what is due.

exit status: 0 if nothing differs, or all rows are undone; 1 if something differs, or a row is not undone; 2 unusable input
";

const HELP_JA: &str = "\
変更箇所：評価書の二つの版の間で何が変わったか、変更箇所の表が何を示すか

changes OLD NEW [--table [--as-of DATE] [--not-material]] [--anyway] [--json] [--lang ja|en]
changes --check FILE [--json] [--lang ja|en]
changes --rewind DATE FILE

FILE      JSON の評価書。- は標準入力
--table   変更箇所の表の行を、タブで区切った列で示す。--json を付けると行ごとに一つのオブジェクト
--as-of   --table の行の変更日。2025-06-01、令和7年6月1日 など。変更後の評価書を公表する日を書く（新しい版にあれば、それが既定）。
          公表日より後の変更日は、検査で dates_reversed となる
--not-material  --table とともに指定する。※の項目の変更であるが、重要な変更に当たらないと評価実施機関が判断した
--check   変更箇所の表の各行を評価書の記載と照合する
--rewind  その日より前の版を JSON で示す。戻せなかった行は標準エラーに示す
--anyway  評価実施機関又は事務が異なる評価書も比較する
--json    1行に一つの JSON オブジェクト
--lang    ja（既定）又は en

--table --json の行は、コマンド answer で変更箇所の表の末尾に入れる（answer NEW --rows -）。
変更により必要な手続、期限の来た手続は、コマンド affairs が示す。

終了コード：0 違いがない、又は全ての行を戻した。1 違いがある、又は戻せない行がある。2 読めない入力
";

const OPTIONS: &[&str] =
    &["OLD", "NEW", "--check", "--rewind", "--table", "--as-of", "--not-material", "--anyway", "--json", "--lang"];

pub(crate) enum Mode {
    Help,
    Compare { old: String, new: String },
    Check { file: String },
    Rewind { date: NaiveDate, file: String },
}

#[expect(clippy::struct_excessive_bools, reason = "one for each option without a value")]
pub(crate) struct Arguments {
    pub(crate) mode: Mode,
    pub(crate) table: bool,
    pub(crate) json: bool,
    pub(crate) anyway: bool,
    pub(crate) not_material: bool,
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) language: Language,
}

/// The parsed options.
#[expect(clippy::struct_excessive_bools, reason = "one for each option without a value")]
#[derive(Default)]
struct Given {
    files: Vec<String>,
    rewind: Option<String>,
    as_of: Option<String>,
    language: Option<String>,
    help: bool,
    check: bool,
    table: bool,
    json: bool,
    anyway: bool,
    not_material: bool,
}

impl Arguments {
    pub(crate) fn read() -> Result<Self, Both> {
        let mut given = Given::default();
        let mut parser = Parser::from_env();
        while let Some(arg) = options::next(&mut parser)? {
            match arg {
                Arg::Long("help") | Arg::Short('h') => given.help = true,
                Arg::Long("check") => given.check = true,
                Arg::Long("table") => given.table = true,
                Arg::Long("json") => given.json = true,
                Arg::Long("anyway") => given.anyway = true,
                Arg::Long("not-material") => given.not_material = true,
                Arg::Long("rewind") => once(&mut given.rewind, "--rewind", &DAY, &mut parser)?,
                Arg::Long("as-of") => once(&mut given.as_of, "--as-of", &DAY, &mut parser)?,
                Arg::Long("lang") => once(&mut given.language, "--lang", &LANGUAGE, &mut parser)?,
                Arg::Value(file) => given.files.push(options::text(file)?),
                Arg::Long(_) | Arg::Short(_) => return Err(options::unknown(arg, OPTIONS)),
            }
        }
        given.arguments()
    }
}

impl Given {
    fn arguments(self) -> Result<Arguments, Both> {
        let Self { files, rewind, as_of, language, help, check, table, json, anyway, not_material } = self;
        let language = options::language(language)?;
        let rewind = value("--rewind", rewind)?.map(FormDate::first_day);
        let as_of = value("--as-of", as_of)?.map(FormDate::last_day);
        let is_comparison = !(check || rewind.is_some());
        for (is_wrong, error) in [
            (
                check && rewind.is_some(),
                both(
                    "--check と --rewind は同時に指定できない。どちらか一つを指定する",
                    "--check and --rewind exclude each other: expected one of them",
                ),
            ),
            (
                (table || anyway) && !is_comparison,
                both(
                    "--table と --anyway は二つの版の比較に使う。--check、--rewind と同時に指定できない",
                    "--table and --anyway are for comparing two files: --check and --rewind exclude them",
                ),
            ),
            (
                as_of.is_some() && !table,
                both("--as-of は --table とだけ使える", "--as-of is only allowed with --table"),
            ),
            (
                not_material && !table,
                both("--not-material は --table とだけ使える", "--not-material is only allowed with --table"),
            ),
            (
                files.iter().filter(|file| *file == "-").count() > 1,
                both(
                    "- が二度指定されている。標準入力は一度しか読めない",
                    "- is given twice: standard input can be read only once",
                ),
            ),
        ] {
            if is_wrong && !help {
                return Err(error);
            }
        }
        let count = files.len();
        let needs = |japanese: &str, english: &str| {
            let are = if count == 1 { "1 file is".into() } else { format!("{count} files are") };
            Err(Both::new(
                format!("{japanese}が必要であるが、指定されたファイルは{count}個である（--help を参照）"),
                format!("{english}, but {are} given (see --help)"),
            ))
        };
        let mut files = files.into_iter();
        let mut next = || files.next().unwrap_or_default();
        let mode = match (help, rewind) {
            (true, _) => Mode::Help,
            (_, Some(date)) if count == 1 => Mode::Rewind { date, file: next() },
            (_, Some(_)) => return needs("--rewind には日と一つのファイル", "--rewind needs a day and one file"),
            (_, None) if check && count == 1 => Mode::Check { file: next() },
            (_, None) if check => return needs("--check には一つのファイル", "--check needs one file"),
            (_, None) if count == 2 => Mode::Compare { old: next(), new: next() },
            (_, None) => return needs("変更前と変更後の二つのファイル", "an old and a new file are needed"),
        };
        Ok(Arguments { mode, table, json, anyway, not_material, as_of, language })
    }
}
