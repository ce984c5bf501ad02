//! 法令上の根拠 on the command line: the citations in a text, in canonical form, and on which dates they are valid.
//!
//! ```text
//! cargo run --example cite                          bases of five published assessments
//! cargo run --example cite -- 'TEXT'... [--as-of DATE] [--renumber] [--json]
//! cargo run --example cite -- - < TEXTS             one text per line
//! cargo run --example cite -- --provider NAME --as-of DATE [TEXT...] [--json]
//! ```
//!
//! Exit status: 0, or 2 on unusable input. A text without citations is not an error.

#![allow(clippy::disallowed_methods, reason = "a program reads its arguments and writes; the library does not")]

#[path = "../shared/exit.rs"]
mod exit;
mod json;
mod provider;
mod texts;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use lexopt::{Arg, Parser};
use mynumber_pia::law::{
    Absence, Bound, Citation, Found, PairEvidence, Provider, Renumbering, RowStatus, StatutoryBasis, Validity,
};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::error::excerpt;

use exit::{finish, unusable};

const HELP: &str = "\
法令上の根拠: the citations of law in a text

cite                 some bases of five published assessments
cite TEXT...         the citations of each text, one per line; - is standard input,
                     with one text per line: a line that cannot be read is reported
                     with its index on standard error, and the next one is read
  --as-of DATE       whether each was in force on a day (2024-05-27, 令和6年5月27日)
  --renumber         the old or new number, and the evidence for the pair
  --json             one JSON object per line for each text

cite --provider NAME --as-of DATE
                     the rows of 第2条の表 under which a body provides information
                     (市町村長, 医療保険者, 都道府県知事), with inquirer and law
  TEXT...            leaves out the rows that these texts cite
  --json             one JSON object per line for each row; \"possible\" is true if the
                     row names a role, or includes the body only in one of its tasks

exit status: 0, or 2 on unusable input
";

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

/// What to print.
enum Task {
    Help,
    Citations { texts: Vec<String>, questions: Questions },
    Rows { provider: Provider, as_of: NaiveDate, texts: Vec<String> },
}

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match arguments() {
        Ok((Task::Help, _)) => write!(out, "{HELP}").map(|()| ExitCode::SUCCESS),
        Ok((Task::Citations { texts, questions }, as_json)) => citations(&mut out, texts, &questions, as_json),
        Ok((Task::Rows { provider, as_of, texts }, as_json)) => {
            let texts: Result<Vec<String>, String> = texts::texts(texts).collect();
            match texts {
                Ok(texts) => provider::write(&mut out, provider, as_of, &texts, as_json).map(|()| ExitCode::SUCCESS),
                Err(error) => return unusable("cite", &error),
            }
        }
        Err(error) => return unusable("cite", &error),
    };
    finish("cite", written.and_then(|code| out.flush().map(|()| code)))
}

fn citations(out: &mut impl Write, texts: Vec<String>, questions: &Questions, as_json: bool) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for text in texts::texts(texts) {
        match text.map(StatutoryBasis::read) {
            Ok(basis) if as_json => json::write(out, &basis, questions)?,
            Ok(basis) => print(out, &basis, questions)?,
            Err(error) => {
                out.flush()?;
                code = unusable("cite", &error);
            }
        }
        // Before waiting for more input, so that a caller who sends one text gets the answer at once.
        out.flush()?;
    }
    Ok(code)
}

/// The task, and whether to print JSON.
fn arguments() -> Result<(Task, bool), String> {
    let mut texts = Vec::new();
    let (mut as_of, mut renumber, mut as_json) = (None, false, false);
    let mut provider: Option<Provider> = None;
    let mut parser = Parser::from_env();
    while let Some(arg) = parser.next().map_err(|error| excerpt(&error.to_string()))? {
        match arg {
            Arg::Long("as-of") => {
                let text =
                    parser.value().map_err(|_| "--as-of needs a day: 2024-05-27 or 令和6年5月27日".to_string())?;
                let text = text.into_string().map_err(|_| "--as-of: not UTF-8".to_string())?;
                if as_of.replace(day(&text)?).is_some() {
                    return Err("--as-of is given twice: once is enough".into());
                }
            }
            Arg::Long("provider") => {
                let name = parser.value().map_err(|_| "--provider needs a name: 市町村長 or 医療保険者".to_string())?;
                let name = name.into_string().map_err(|_| "--provider: not UTF-8".to_string())?;
                let read = name.parse().map_err(|error| format!("--provider: {error}"))?;
                if provider.replace(read).is_some() {
                    return Err("--provider is given twice: once is enough".into());
                }
            }
            Arg::Long("renumber") => renumber = true,
            Arg::Long("json") => as_json = true,
            Arg::Long("help") | Arg::Short('h') => return Ok((Task::Help, false)),
            Arg::Value(text) => texts.push(text.into_string().map_err(|_| "TEXT: not UTF-8".to_string())?),
            Arg::Long(_) | Arg::Short(_) => {
                return Err(format!(
                    "{}: expected TEXT, --as-of, --provider, --renumber, --json and --help",
                    excerpt(&arg.unexpected().to_string())
                ));
            }
        }
    }
    if let Some(provider) = provider {
        if renumber {
            return Err("--renumber is not allowed with --provider: the rows belong to one table".into());
        }
        let as_of = as_of.ok_or("--provider needs --as-of DATE: the rows change several times a year")?;
        provider::check(as_of)?;
        return Ok((Task::Rows { provider, as_of, texts }, as_json));
    }
    if texts.is_empty() {
        texts.extend(SAMPLES.map(String::from));
    }
    Ok((Task::Citations { texts, questions: Questions { as_of, renumber } }, as_json))
}

fn day(text: &str) -> Result<NaiveDate, String> {
    let date: FormDate = text.parse().map_err(|error| format!("--as-of: {error}"))?;
    date.to_day().ok_or_else(|| format!("--as-of: {date} is not a day: expected year, month and day"))
}

fn print(out: &mut impl Write, basis: &StatutoryBasis, questions: &Questions) -> io::Result<()> {
    writeln!(out, "{}", basis.text())?;
    for found in basis.found() {
        write!(out, "  {}", found.citation)?;
        let name = found.citation.law().map_or("法令名の記載なし / law not named", |law| law.title());
        write!(out, "  [{name}]")?;
        if let Some(via) = found.via.and_then(|via| basis.found().get(via)) {
            write!(out, "  {}による / through it", via.citation)?;
        }
        if let Some(row) = found.row.and_then(|row| basis.found().get(row)) {
            write!(out, "  {}に対応 / article of that row", row.citation)?;
        }
        write!(out, "{}", absence(found))?;
        if let Some(day) = questions.as_of {
            write!(out, "{}{}", validity(&found.citation, day), row(&found.citation, day))?;
        }
        if questions.renumber {
            write!(out, "{}", renumbering(&found.citation))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn absence(found: &Found) -> &'static str {
    match found.absence {
        Some(Absence::NotEnacted) => "  主務省令未制定 / no order enacted",
        Some(Absence::Nothing) => "  主務省令なし / no order",
        None => "",
    }
}

fn validity(citation: &Citation, day: NaiveDate) -> String {
    let text = match citation.as_of(day) {
        // If the table does not have the row, it would not help to say that the table is in force.
        Validity::InForce(_)
            if matches!(citation.row_as_of(day), RowStatus::Missing { .. } | RowStatus::Deleted { .. }) =>
        {
            return String::new();
        }
        Validity::InForce(_) => format!("{day}に有効 / in force"),
        Validity::NotYet(dated) => format!("{day}に未施行（{}から） / not yet in force", dated.from.day()),
        Validity::NoLonger(dated) => match dated.until {
            Some(Bound::Enacted(last)) => format!("{day}に失効済み（{last}まで） / no longer in force"),
            Some(Bound::Seen(last)) => {
                format!("{day}に情報連携の根拠でない（{last}の記載が最後） / no longer the basis, last seen on {last}")
            }
            None => format!("{day}に失効済み / no longer in force"),
        },
        Validity::NotEvidenced => format!("{day}の効力は確認できない / not evidenced"),
    };
    format!("  {text}")
}

/// The inquirer of the row, and the law of its affair.
fn row(citation: &Citation, day: NaiveDate) -> String {
    let as_of = |state: Option<NaiveDate>| state.map(|state| format!("（{state}の表）")).unwrap_or_default();
    match citation.row_as_of(day) {
        RowStatus::Exists { row, state } => {
            let whose = [row.body(), row.law()].map(|name| name.unwrap_or("不明"));
            format!("  {}{}", whose.join("、"), as_of(state))
        }
        RowStatus::Deleted { row: _, state } => format!("  削除された項{} / deleted row", as_of(state)),
        RowStatus::Missing { state } => format!("  表にこの項はない{} / no such row", as_of(state)),
        RowStatus::NoTable(_) | RowStatus::NotARow => String::new(),
    }
}

/// The evidence for a pair, in words; empty if a published assessment shows the pair.
const fn known_by(evidence: PairEvidence) -> &'static str {
    match evidence {
        PairEvidence::Assessment(_) => "",
        PairEvidence::SameText => "（両表の文言が同じ / same text）",
        PairEvidence::ByHand => "（両表の文言を照合 / matched by hand）",
    }
}

fn renumbering(citation: &Citation) -> String {
    match citation.renumbered() {
        Renumbering::Newer(newer, evidence) => format!("  → {newer}{}", known_by(evidence)),
        Renumbering::Older(older, evidence) => format!("  ← {older}{}", known_by(evidence)),
        Renumbering::NoSuccessor => "  対応する新しい項はない / no successor".into(),
        Renumbering::NoPredecessor => "  対応する以前の項はない / no predecessor".into(),
        Renumbering::Uncertain => "  対応は不確か / uncertain".into(),
        Renumbering::NoSuchRow(state) => format!("  {state}の表にこの項はない / no such row"),
        Renumbering::NotEvidenced => "  対応する番号は確認できない / no pair evidenced".into(),
        Renumbering::Untouched => String::new(),
    }
}
