//! The command line.

use chrono::NaiveDate;
use lexopt::{Arg, Parser};
use mynumber_pia::validate::Language;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::kind::BodyKind;

use crate::jobs::JOBS;
use crate::options::{self, BODY, Both, DAY, LANGUAGE, both, once, value};

pub(crate) const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
変更箇所: what changed between two versions of an assessment, what its change table says, and what must be done

changes OLD NEW [--table] [--as-of DATE] [--body CODE] [--anyway] [--json] [--lang ja|en]
changes --check FILE [--json] [--lang ja|en]
changes --rewind DATE FILE
changes --due FILE... [--each] [--as-of DATE] [--body CODE] [--jobs N] [--json] [--lang ja|en]

FILE      an assessment as JSON; - is standard input
--table   the rows of 変更箇所 for the difference, in columns separated by tabs; with --json one object per row
--as-of   a day such as 2025-06-01 or 令和7年6月1日. With --table, the day of the rows. With --due, the day of the question (default:
          today). Otherwise what must be done as of that day is listed after the difference; --json does not list it
--check   compares each row of the change table with the document
--rewind  the version before a day, as JSON; rows that could not be undone are listed on standard error
--due     what is due in these documents, the soonest first. A file has one document or several. A document that cannot be read is
          reported on standard error, and the next one is read
--each    what is due in each document separately, in the order of input, as soon as it is read; without it, sorted at the end
--jobs    how many documents of --due are processed at once, from 1 (the default) to 256; the output is the same
--body    the kind of the body: local_government or administrative_organ; without it, the duties of both
--anyway  compare documents of different bodies or affairs
--json    one JSON object per line
--lang    ja (the default) or en

exit status: 0 if nothing differs or is due, or all rows are undone; 1 if something differs or is due, or a row is not undone;
             2 unusable input
";

const HELP_JA: &str = "\
変更箇所：評価書の二つの版の間で何が変わったか、変更箇所の表が何を示すか、何をしなければならないか

changes OLD NEW [--table] [--as-of DATE] [--body CODE] [--anyway] [--json] [--lang ja|en]
changes --check FILE [--json] [--lang ja|en]
changes --rewind DATE FILE
changes --due FILE... [--each] [--as-of DATE] [--body CODE] [--jobs N] [--json] [--lang ja|en]

FILE      JSON の評価書。- は標準入力
--table   変更箇所の表の行を、タブで区切った列で示す。--json を付けると行ごとに一つのオブジェクト
--as-of   2025-06-01、令和7年6月1日 などの日。--table では行の日付、--due では基準日（既定は今日）。それ以外では、その日に
          しなければならないことを変更の後に示す。--json では示せない
--check   変更箇所の表の各行を評価書の記載と照合する
--rewind  その日より前の版を JSON で示す。戻せなかった行は標準エラーに示す
--due     これらの評価書について期限の来るものを、早い順に示す。ファイルには評価書が一つでも複数でもよい。読めない評価書は
          標準エラーに報告し、次へ進む
--each    評価書ごとに、入力の順に、読むたびに示す。指定しなければ最後に並べ替える
--jobs    --due で同時に処理する評価書の数。1（既定）から 256 まで。出力は変わらない
--body    評価実施機関の種別：local_government 又は administrative_organ。指定しなければ両方の義務
--anyway  評価実施機関又は事務が異なる評価書も比較する
--json    1行に一つの JSON オブジェクト
--lang    ja（既定）又は en

終了コード：0 違いも期限の来たものもない、又は --rewind。1 違い又は期限の来たものがある。2 読めない入力
";

const OPTIONS: &[&str] = &[
    "OLD", "NEW", "--check", "--rewind", "--due", "--table", "--each", "--as-of", "--body", "--anyway", "--jobs",
    "--json", "--lang",
];

pub(crate) enum Mode {
    Help,
    Compare { old: String, new: String },
    Check { file: String },
    Rewind { date: NaiveDate, file: String },
    Due { files: Vec<String>, each: bool, jobs: usize },
}

pub(crate) struct Arguments {
    pub(crate) mode: Mode,
    pub(crate) table: bool,
    pub(crate) json: bool,
    pub(crate) anyway: bool,
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) body: Option<BodyKind>,
    pub(crate) language: Language,
}

/// The parsed options.
#[expect(clippy::struct_excessive_bools, reason = "one for each option without a value")]
#[derive(Default)]
struct Given {
    files: Vec<String>,
    rewind: Option<String>,
    as_of: Option<String>,
    body: Option<String>,
    language: Option<String>,
    help: bool,
    check: bool,
    due: bool,
    each: bool,
    jobs: Option<String>,
    table: bool,
    json: bool,
    anyway: bool,
}

impl Arguments {
    pub(crate) fn read() -> Result<Self, Both> {
        let mut given = Given::default();
        let mut parser = Parser::from_env();
        while let Some(arg) = options::next(&mut parser)? {
            match arg {
                Arg::Long("help") | Arg::Short('h') => given.help = true,
                Arg::Long("check") => given.check = true,
                Arg::Long("due") => given.due = true,
                Arg::Long("each") => given.each = true,
                Arg::Long("jobs") => once(&mut given.jobs, "--jobs", &JOBS, &mut parser)?,
                Arg::Long("table") => given.table = true,
                Arg::Long("json") => given.json = true,
                Arg::Long("anyway") => given.anyway = true,
                Arg::Long("rewind") => once(&mut given.rewind, "--rewind", &DAY, &mut parser)?,
                Arg::Long("as-of") => once(&mut given.as_of, "--as-of", &DAY, &mut parser)?,
                Arg::Long("body") => once(&mut given.body, "--body", &BODY, &mut parser)?,
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
        let Self { files, rewind, as_of, body, language, help, check, due, each, jobs, table, json, anyway } = self;
        let language = options::language(language)?;
        let rewind = value("--rewind", rewind)?.map(FormDate::first_day);
        let as_of = value("--as-of", as_of)?.map(FormDate::last_day);
        let body = value("--body", body)?;
        let jobs_given = jobs.is_some();
        let jobs = crate::jobs::jobs(jobs)?;
        if usize::from(check) + usize::from(due) + usize::from(rewind.is_some()) > 1 {
            return Err(both(
                "--check、--rewind、--due は同時に指定できない。どれか一つを指定する",
                "--check, --rewind and --due exclude each other: expected one of them",
            ));
        }
        let is_comparison = !(check || due || rewind.is_some());
        for (is_wrong, error) in [
            (
                (each || jobs_given) && !due,
                both("--each と --jobs は --due とだけ使える", "--each and --jobs are only allowed with --due"),
            ),
            (
                (table || anyway) && !is_comparison,
                both(
                    "--table と --anyway は二つの版の比較に使う。--check、--rewind、--due と同時に指定できない",
                    "--table and --anyway are for comparing two files: --check, --rewind and --due exclude them",
                ),
            ),
            (
                as_of.is_some() && (check || rewind.is_some()),
                both(
                    "--as-of は二つの版の比較又は --due とだけ使える",
                    "--as-of is only allowed with two files or --due",
                ),
            ),
            (
                as_of.is_some() && json && !table && is_comparison,
                both(
                    "--as-of の日にしなければならないことは --json では示せない。--json を外すか、--table を指定する",
                    "what must be done --as-of that day is not part of --json: leave out --json, or give --table",
                ),
            ),
            (
                body.is_some() && (check || rewind.is_some()),
                both(
                    "--body は二つの版の比較又は --due とだけ使える",
                    "--body is only allowed with two files or --due",
                ),
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
            (_, None) if due && count > 0 => Mode::Due { files: files.collect(), each, jobs },
            (_, None) if due => return needs("--due には一つ以上のファイル", "--due needs at least one file"),
            (_, None) if count == 2 => Mode::Compare { old: next(), new: next() },
            (_, None) => return needs("変更前と変更後の二つのファイル", "an old and a new file are needed"),
        };
        Ok(Arguments { mode, table, json, anyway, as_of, body, language })
    }
}
