//! 法令上の根拠 on the command line: the citations in a text, in canonical form, and on which dates they are valid.
//!
//! ```text
//! cargo run --example cite                          bases of five published assessments
//! cargo run --example cite -- 'TEXT'... [--as-of DATE] [--renumber] [--json] [--lang ja|en]
//! cargo run --example cite -- - < TEXTS             one text per line
//! cargo run --example cite -- --provider NAME --as-of DATE [TEXT...] [--json] [--lang ja|en]
//! ```
//!
//! Exit status: 0, or 2 on unusable input. A text without citations is not an error.

#![allow(clippy::disallowed_methods, reason = "a program reads its arguments and writes; the library does not")]

#[path = "../shared/exit.rs"]
mod exit;
mod json;
#[path = "../shared/options.rs"]
mod options;
mod provider;
#[path = "../shared/row.rs"]
mod row;
mod texts;

use std::fmt::Display;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use lexopt::{Arg, Parser};
use mynumber_pia::Language;
use mynumber_pia::law::{
    Absence, Citation, Found, Law, PairEvidence, Provider, Renumbering, RowStatus, StatutoryBasis, Table,
};
use mynumber_pia::value::date::FormDate;

use exit::{finish, refused, unusable};
use options::{Both, LANGUAGE, both, once, value};

const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
法令上の根拠: the citations of law in a text

cite                 some bases of five published assessments
cite TEXT...         the citations of each text, one per line; - is standard input,
                     with one text per line: a line that cannot be read is reported
                     with its index on standard error, and the next one is read
  --as-of DATE       whether each was in force on a day (2024-05-27, 令和6年5月27日)
  --renumber         the old or new number, and the evidence for the pair; of a number
                     that has had several meanings, with --as-of
  --json             one JSON object per line for each text

cite --provider NAME --as-of DATE
                     the rows of 第2条の表 under which a body provides information
                     (市町村長, 医療保険者, 都道府県知事), with inquirer and law
  TEXT...            leaves out the rows that these texts cite; a text that cites
                     no row is reported on standard error
  --json             one JSON object per line for each row; \"possible\" is true if the
                     row names a role, includes the body only in one of its tasks, or
                     names it in only one of the copies before and after the day

--lang LANG          the language of the text: ja (the default) or en

exit status: 0, or 2 on unusable input
";

const HELP_JA: &str = "\
法令上の根拠：文の中の法令の引用

cite                 公表された5件の評価書の根拠の例
cite TEXT...         それぞれの文の引用を1行に一つ。- は標準入力で、1行に一つの文。
                     読めない行は番号とともに標準エラーに報告し、次へ進む
  --as-of DATE       その日（2024-05-27、令和6年5月27日）に効力があるか
  --renumber         以前又は新しい番号と、その対応の根拠
  --json             文ごとに一つの JSON オブジェクト

cite --provider NAME --as-of DATE
                     その者（市町村長、医療保険者、都道府県知事）が情報を提供する
                     第2条の表の項と、その情報照会者及び法令
  TEXT...            これらの文が引用する項を除く。項を引用しない文は標準エラーに
                     報告する
  --json             項ごとに一つの JSON オブジェクト。項が役割だけを挙げるとき、又は
                     一部の事務でだけその者を含むときは \"possible\" が true

--lang LANG          出力とヘルプの言語：ja（既定）又は en

終了コード：0、読めない入力では 2
";

const OPTIONS: &[&str] = &["TEXT", "--as-of", "--provider", "--renumber", "--json", "--lang"];
const DAY: Both = both("2024-05-27、令和6年5月27日 などの日", "a day such as 2024-05-27 or 令和6年5月27日");
const PROVIDER: Both = both("市町村長、医療保険者 などの名称", "a name such as 市町村長 or 医療保険者");

/// Bases as they are printed in five published assessments.
const SAMPLES: [&str; 6] = [
    "条例第4条第3項による番号利用法第19条第８号に基づく主務省令第２条の表の１３、１６、１９、１４５の項",
    "・番号利用法 第9条第1項(利用範囲)別表第1 項番30 ・国民健康保険法 第113条の3 第1項及び第2項",
    "・高齢者の医療の確保に関する法律第48条、50条、第54条第1項、第10項",
    "別表第二項番及び同主務省令：次のとおり\n30項　主務省令未制定\n33項　第22条の2 第2号、3号イ",
    "番号法第9条第1項、別表第一の59の項",
    "※国民健康保険法第5条から第6条に基づく被保険者",
];

/// What to report about each citation in addition to the citation itself.
pub(crate) struct Questions {
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) renumber: bool,
}

struct Arguments {
    task: Task,
    json: bool,
    language: Language,
}

/// What to print.
enum Task {
    Help,
    Citations { texts: Vec<String>, questions: Questions },
    Rows { provider: Provider, as_of: NaiveDate, texts: Vec<String> },
}

fn main() -> ExitCode {
    let Arguments { task, json, language } = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => return refused("cite", &error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match task {
        Task::Help => write!(out, "{}", HELP.text(language)).map(|()| ExitCode::SUCCESS),
        Task::Citations { texts, questions } => citations(&mut out, texts, &questions, json, language),
        Task::Rows { provider, as_of, texts } => {
            let texts: Result<Vec<String>, Both> = texts::texts(texts).collect();
            match texts {
                Ok(texts) => {
                    provider::write(&mut out, provider, as_of, &texts, json, language).map(|()| ExitCode::SUCCESS)
                }
                Err(error) => return refused("cite", &error),
            }
        }
    };
    finish("cite", written.and_then(|code| out.flush().map(|()| code)))
}

fn citations(
    out: &mut impl Write,
    texts: Vec<String>,
    questions: &Questions,
    as_json: bool,
    language: Language,
) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for text in texts::texts(texts) {
        match text.map(StatutoryBasis::read) {
            Ok(basis) if as_json => json::write(out, &basis, questions)?,
            Ok(basis) => print(out, &basis, questions, language)?,
            Err(error) => {
                out.flush()?;
                code = unusable("cite", error.text(language));
            }
        }
        // Before waiting for more input, so that a caller who sends one text gets the answer at once.
        out.flush()?;
    }
    Ok(code)
}

fn arguments() -> Result<Arguments, Both> {
    let mut texts = Vec::new();
    let (mut as_of, mut renumber, mut json, mut lang, mut provider) = (None, false, false, None, None);
    let mut parser = Parser::from_env();
    while let Some(arg) = options::next(&mut parser)? {
        match arg {
            Arg::Long("as-of") => once(&mut as_of, "--as-of", &DAY, &mut parser)?,
            Arg::Long("provider") => once(&mut provider, "--provider", &PROVIDER, &mut parser)?,
            Arg::Long("renumber") => renumber = true,
            Arg::Long("json") => json = true,
            Arg::Long("lang") => once(&mut lang, "--lang", &LANGUAGE, &mut parser)?,
            Arg::Long("help") | Arg::Short('h') => {
                return Ok(Arguments { task: Task::Help, json: false, language: options::asked() });
            }
            Arg::Value(text) => texts.push(options::text(text)?),
            Arg::Long(_) | Arg::Short(_) => return Err(options::unknown(arg, OPTIONS)),
        }
    }
    let language = options::language(lang)?;
    let as_of = as_of.map(|text| day(&text)).transpose()?;
    if let Some(provider) = value("--provider", provider)? {
        if renumber {
            return Err(both(
                "--renumber は --provider と同時に指定できない。項はすべて一つの表のものである",
                "--renumber is not allowed with --provider: the rows belong to one table",
            ));
        }
        let as_of = as_of.ok_or(both(
            "--provider には --as-of DATE も必要である。項は年に何度も変わる",
            "--provider needs --as-of DATE: the rows change several times a year",
        ))?;
        provider::check(as_of)?;
        return Ok(Arguments { task: Task::Rows { provider, as_of, texts }, json, language });
    }
    if texts.is_empty() {
        texts.extend(SAMPLES.map(String::from));
    }
    Ok(Arguments { task: Task::Citations { texts, questions: Questions { as_of, renumber } }, json, language })
}

fn day(text: &str) -> Result<NaiveDate, Both> {
    let date: FormDate = text.parse().map_err(|error| Both::error(&error).at("--as-of"))?;
    date.to_day().ok_or_else(|| {
        Both::new(
            format!("--as-of：{date} は日でない。年、月及び日を書く"),
            format!("--as-of: {date} is not a day: expected year, month and day"),
        )
    })
}

fn print(out: &mut impl Write, basis: &StatutoryBasis, questions: &Questions, language: Language) -> io::Result<()> {
    writeln!(out, "{}", basis.text())?;
    for found in basis.found() {
        write!(out, "  {}", found.citation)?;
        let unnamed = match language {
            Language::Japanese => "法令名の記載なし",
            Language::English => "law not named",
        };
        write!(out, "  [{}]", found.citation.law().map_or(unnamed, |law| law.title()))?;
        if let Some(via) = found.via.and_then(|via| basis.found().get(via)) {
            match language {
                Language::Japanese => write!(out, "  {}による", via.citation)?,
                Language::English => write!(out, "  through {}", via.citation)?,
            }
        }
        if let Some(row) = found.row.and_then(|row| basis.found().get(row)) {
            match language {
                Language::Japanese => write!(out, "  {}に対応", row.citation)?,
                Language::English => write!(out, "  article of {}", row.citation)?,
            }
        }
        write!(out, "{}", absence(found, language))?;
        if let Some(day) = questions.as_of {
            write!(out, "{}{}", validity(&found.citation, day, language), row(&found.citation, day, language))?;
        }
        if questions.renumber {
            write!(out, "{}", renumbering(&found.citation, questions.as_of, language))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn absence(found: &Found, language: Language) -> &'static str {
    match (found.absence, language) {
        (Some(Absence::NotEnacted), Language::Japanese) => "  主務省令未制定",
        (Some(Absence::NotEnacted), Language::English) => "  no order enacted",
        (Some(Absence::Nothing), Language::Japanese) => "  主務省令なし",
        (Some(Absence::Nothing), Language::English) => "  no order",
        (None, _) => "",
    }
}

fn validity(citation: &Citation, day: NaiveDate, language: Language) -> String {
    let text = match citation.row_as_of(day).status {
        // The row itself was not seen on that day.
        RowStatus::Exists { seen_on: Some(_), .. } => match language {
            Language::Japanese => format!("表は{day}に有効"),
            Language::English => format!("table in force on {day}"),
        },
        // It would not help to say that the table is in force.
        RowStatus::Deleted { .. }
        | RowStatus::NotYet { .. }
        | RowStatus::NoLonger { .. }
        | RowStatus::NotKnown { .. }
        | RowStatus::Missing { .. } => return String::new(),
        RowStatus::Exists { seen_on: None, .. } | RowStatus::NoTable(_) | RowStatus::NotARow => {
            citation.as_of(day).text(day, language)
        }
    };
    format!("  {text}")
}

/// The inquirer of the row, the law of its affair, and the copies that the answer rests on.
fn row(citation: &Citation, day: NaiveDate, language: Language) -> String {
    let row = citation.row_as_of(day);
    match row.status {
        // The validity says it.
        RowStatus::NoTable(_) | RowStatus::NotARow => String::new(),
        RowStatus::Missing { copied_on: None } => {
            format!("  {}{}", row.text(language), copies(citation, language))
        }
        RowStatus::Exists { .. }
        | RowStatus::Deleted { .. }
        | RowStatus::NotYet { .. }
        | RowStatus::NoLonger { .. }
        | RowStatus::NotKnown { .. }
        | RowStatus::Missing { copied_on: Some(_) } => format!("  {}", row.text(language)),
    }
}

/// The copies of a table that does not have the row in any of them.
fn copies(citation: &Citation, language: Language) -> String {
    let table = citation.locator().place().and_then(|place| {
        Table::ALL
            .into_iter()
            .find(|table| citation.law() == Some(&Law::Known(table.act())) && place.table() == Some(table.place()))
    });
    let days = table.into_iter().flat_map(Table::editions).map(|edition| edition.day.to_string());
    let separator = match language {
        Language::Japanese => "・",
        Language::English => ", ",
    };
    of_state(Some(days.collect::<Vec<_>>().join(separator)), language)
}

/// The day of the table, if it is not the day that was asked about.
pub(crate) fn of_state(state: Option<impl Display>, language: Language) -> String {
    match (state, language) {
        (Some(state), Language::Japanese) => format!("（{state}の表）"),
        (Some(state), Language::English) => format!(" (table of {state})"),
        (None, _) => String::new(),
    }
}

/// The other number of what the citation meant on the day that was asked about.
pub(crate) fn other_number(citation: &Citation, day: Option<NaiveDate>) -> Renumbering {
    day.map_or_else(|| citation.renumbered(), |day| citation.renumbered_as_of(day))
}

fn renumbering(citation: &Citation, day: Option<NaiveDate>, language: Language) -> String {
    let text = match (other_number(citation, day), language) {
        // That published assessments show the pair is the rule.
        (Renumbering::Newer(newer, PairEvidence::Assessment(_)), _) => format!("→ {newer}"),
        (Renumbering::Older(older, PairEvidence::Assessment(_)), _) => format!("← {older}"),
        (other @ Renumbering::DependsOnDay, Language::Japanese) => {
            format!("{}（--as-ofで指定）", other.text(language))
        }
        (other @ Renumbering::DependsOnDay, Language::English) => format!("{} (give --as-of)", other.text(language)),
        (Renumbering::Untouched, _) => return String::new(),
        (other, _) => other.text(language),
    };
    format!("  {text}")
}
