//! The command line.

use std::path::PathBuf;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use lexopt::{Arg, Parser};
use mynumber_pia::AssessmentKind;
use mynumber_pia::affair::{AGREE_RULES, AgreeRule};
use mynumber_pia::validate::{RULES, Rule};
use mynumber_pia::value::band::PopulationBand;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::error::excerpt;

#[path = "../shared/once.rs"]
mod once;

use once::once;

pub(crate) const HELP: &str = "\
試験用データ: invented, valid assessments, always the same for the same seed

generate --kind basic_item|key_item|all_item [--count N] [--seed S] [--population BAND] [--as-of DATE]
    N documents of that form (default 1), from the seeds S, S + 1, S + 2, … (S is 0 by default)
generate --defect CODE [--kind KIND] [--count N] [--seed S] [--population BAND] [--as-of DATE]
    N documents that break only that rule of the check, each at one item
generate --list-defects
    the values of --defect: code, severity and what is checked, separated by tabs
generate --municipality AFFAIRS [--seed S] [--population BAND] [--as-of DATE] [--into FOLDER]
    one body with this many affairs (1 to 200): of each, the 基礎項目評価書 and the deeper paper that its facts require;
    with --into, one file for each paper, and the assessment plan register (計画管理書) of the body as register.json
generate --disagreement CODE --into FOLDER [--seed S] [--population BAND] [--as-of DATE]
    the papers of one or two affairs, each of them valid, that break only that rule between papers; with register.json if
    the rule needs it
generate --list-disagreements
    the values of --disagreement: code, severity and what is checked, separated by tabs
generate --nation [BODIES] [--seed S] [--as-of DATE]
    this many bodies (1 to 100000, by default the 1741 municipalities), one after the other, with 20 to 40 affairs each; most
    are towns with some thousand people, a few are cities with 300,000 and more

One JSON document per line, without --into. A check finds nothing in them, or only the one defect, both as of DATE and as of the day that
validate takes by default.

BAND   対象人数, by its code (from_10000_to_99999) or printed label (1万人以上10万人未満)
FOLDER is made if it does not exist; a file that exists is not replaced
DATE   from 2018-01-01 to 2100-12-31, such as 2025-06-01 (the default) or 令和7年6月1日: the documents are dated that day or
       up to 700 days before

exit status: 0 success; 2 unusable options
";

const KIND: &str = "basic_item, key_item or all_item";
const BAND: &str = "a band of 対象人数, such as from_10000_to_99999 or 1万人以上10万人未満";
const DEFECT: &str = "a code of --list-defects";
const DISAGREEMENT: &str = "a code of --list-disagreements";
const FOLDER: &str = "the folder to write files into";
const COUNT: &str = "a number from 1 to 1000000";
const SEED: &str = "a number from 0 to 18446744073709551615";
const AFFAIRS: &str = "a number from 1 to 200";
const BODIES: &str = "a number from 1 to 100000";
/// The number of municipalities.
const EVERY_BODY: &str = "1741";
const DATE: &str = "a date from 2018-01-01 to 2100-12-31";

pub(crate) struct Arguments {
    pub(crate) task: Task,
    pub(crate) seed: u64,
    pub(crate) population: Option<PopulationBand>,
    pub(crate) as_of: Option<NaiveDate>,
}

impl Arguments {
    /// The arguments of a task that takes no options.
    const fn of(task: Task) -> Self {
        Self { task, seed: 0, population: None, as_of: None }
    }
}

pub(crate) enum Task {
    Help,
    Documents { kind: AssessmentKind, count: u64 },
    Mutants { rule: Rule, kind: Option<AssessmentKind>, count: u64 },
    ListDefects,
    Municipality { affairs: u32, into: Option<PathBuf> },
    Disagreement { rule: AgreeRule, into: PathBuf },
    ListDisagreements,
    Nation { bodies: u32 },
}

/// The options of the command line. Each may be given once.
#[derive(Default)]
struct Given {
    kind: Option<String>,
    defect: Option<String>,
    count: Option<String>,
    seed: Option<String>,
    population: Option<String>,
    municipality: Option<String>,
    nation: Option<String>,
    disagreement: Option<String>,
    into: Option<String>,
    as_of: Option<String>,
}

pub(crate) fn read() -> Result<Arguments, String> {
    let mut given = Given::default();
    let mut parser = Parser::from_env();
    while let Some(arg) = parser.next().map_err(|error| excerpt(&error.to_string()))? {
        match arg {
            Arg::Long("kind") => once(&mut given.kind, "--kind", KIND, &mut parser)?,
            Arg::Long("defect") => once(&mut given.defect, "--defect", DEFECT, &mut parser)?,
            Arg::Long("count") => once(&mut given.count, "--count", COUNT, &mut parser)?,
            Arg::Long("seed") => once(&mut given.seed, "--seed", SEED, &mut parser)?,
            Arg::Long("population") => once(&mut given.population, "--population", BAND, &mut parser)?,
            Arg::Long("municipality") => once(&mut given.municipality, "--municipality", AFFAIRS, &mut parser)?,
            Arg::Long("nation") => nation(&mut given.nation, &mut parser)?,
            Arg::Long("disagreement") => {
                once(&mut given.disagreement, "--disagreement", DISAGREEMENT, &mut parser)?;
            }
            Arg::Long("into") => once(&mut given.into, "--into", FOLDER, &mut parser)?,
            Arg::Long("list-disagreements") => return Ok(Arguments::of(Task::ListDisagreements)),
            Arg::Long("as-of") => once(&mut given.as_of, "--as-of", DATE, &mut parser)?,
            Arg::Long("list-defects") => return Ok(Arguments::of(Task::ListDefects)),
            Arg::Long("help") | Arg::Short('h') => return Ok(Arguments::of(Task::Help)),
            Arg::Long(_) | Arg::Short(_) | Arg::Value(_) => {
                return Err(format!(
                    "{}: expected --kind, --count, --seed, --population, --as-of, --defect, --list-defects, \
                     --municipality, --nation, --disagreement, --list-disagreements, --into and --help",
                    excerpt(&arg.unexpected().to_string())
                ));
            }
        }
    }
    task(given)
}

fn task(given: Given) -> Result<Arguments, String> {
    let Given { kind, defect, count, seed, population, municipality, nation, disagreement, into, as_of } = given;
    let seed = value("--seed", SEED, seed)?.unwrap_or_default();
    let population = population.map(|text| band(&text)).transpose()?;
    let as_of = as_of.map(|text| day(&text)).transpose()?;
    if into.is_some() && municipality.is_none() && disagreement.is_none() {
        return Err("--into is only for --municipality and --disagreement".into());
    }
    let into = into.map(PathBuf::from);
    let task = if let Some(code) = disagreement {
        let others = [
            ("--kind", kind.is_some()),
            ("--count", count.is_some()),
            ("--defect", defect.is_some()),
            ("--municipality", municipality.is_some()),
            ("--nation", nation.is_some()),
        ];
        if let Some((other, _)) = others.iter().find(|(_, is_given)| *is_given) {
            return Err(format!("--disagreement chooses papers and forms: {other} is not allowed with it"));
        }
        let into = into.ok_or_else(|| format!("--disagreement needs --into: {FOLDER}"))?;
        Task::Disagreement { rule: agree_rule(&code)?, into }
    } else if let Some(bodies) = nation {
        let others = [
            ("--kind", kind.is_some()),
            ("--count", count.is_some()),
            ("--population", population.is_some()),
            ("--defect", defect.is_some()),
            ("--municipality", municipality.is_some()),
        ];
        if let Some((other, _)) = others.iter().find(|(_, is_given)| *is_given) {
            return Err(format!("--nation chooses bodies, sizes and forms: {other} is not allowed with it"));
        }
        Task::Nation { bodies: within("--nation", BODIES, &bodies, 100_000)? }
    } else if let Some(affairs) = municipality {
        if kind.is_some() {
            return Err("--municipality chooses the form of each affair: --kind is not allowed with it".into());
        }
        if count.is_some() {
            return Err("--municipality sets the number of documents: --count is not allowed with it".into());
        }
        if defect.is_some() {
            return Err("--municipality generates documents without defects: --defect is not allowed with it".into());
        }
        Task::Municipality { affairs: within("--municipality", AFFAIRS, &affairs, 200)?, into }
    } else {
        let kind = kind.map(|kind| kind.parse().map_err(|error| format!("--kind: {error}"))).transpose()?;
        let count = count.map(|count| within("--count", COUNT, &count, 1_000_000)).transpose()?;
        let count = u64::from(count.unwrap_or(1));
        match (kind, defect) {
            (None, None) => {
                return Err(format!(
                    "give --kind ({KIND}), --defect ({DEFECT}), --municipality ({AFFAIRS}) or --nation"
                ));
            }
            (Some(kind), None) => Task::Documents { kind, count },
            (kind, Some(code)) => Task::Mutants { rule: rule(&code)?, kind, count },
        }
    };
    let kind = match &task {
        Task::Documents { kind, .. } => Some(*kind),
        Task::Mutants { kind, .. } => *kind,
        Task::Help
        | Task::ListDefects
        | Task::ListDisagreements
        | Task::Municipality { .. }
        | Task::Disagreement { .. }
        | Task::Nation { .. } => None,
    };
    if let (Some(kind), Some(band)) = (kind, population)
        && band.printed_on(kind).is_none()
    {
        return Err(format!("--population: {} does not offer {}", kind.form(), band.label()));
    }
    Ok(Arguments { task, seed, population, as_of })
}

/// The option `--nation`, which may be given once. Its number is the next argument, unless that is another option.
fn nation(slot: &mut Option<String>, parser: &mut Parser) -> Result<(), String> {
    let mut bodies = parser.optional_value();
    if bodies.is_none()
        && let Some(mut rest) = parser.try_raw_args()
    {
        bodies = rest.next_if(|next| !next.to_string_lossy().starts_with('-'));
    }
    let bodies = bodies.unwrap_or_else(|| EVERY_BODY.into());
    let bodies = bodies.into_string().map_err(|_| "--nation: not UTF-8".to_string())?;
    match slot.replace(bodies) {
        None => Ok(()),
        Some(_) => Err("--nation is given twice: once is enough".into()),
    }
}

fn rule(code: &str) -> Result<Rule, String> {
    let row = RULES.iter().find(|row| row.rule.code() == code);
    row.map(|row| row.rule).ok_or_else(|| format!("--defect: \"{}\" is not {DEFECT}", excerpt(code)))
}

fn agree_rule(code: &str) -> Result<AgreeRule, String> {
    let row = AGREE_RULES.iter().find(|row| row.rule.code() == code);
    row.map(|row| row.rule).ok_or_else(|| format!("--disagreement: \"{}\" is not {DISAGREEMENT}", excerpt(code)))
}

/// A day on which there can be documents.
fn day(text: &str) -> Result<NaiveDate, String> {
    let date: FormDate = text.parse().map_err(|error| format!("--as-of: {error}"))?;
    let day = date.last_day();
    if (2018..=2100).contains(&day.year()) {
        Ok(day)
    } else {
        Err(format!("--as-of: \"{}\" is out of range: {DATE}", excerpt(text)))
    }
}

fn band(text: &str) -> Result<PopulationBand, String> {
    text.parse().map_err(|error| format!("--population: {error}"))
}

fn within(name: &str, allowed: &str, text: &str, most: u32) -> Result<u32, String> {
    let number: u32 = value(name, allowed, Some(text.to_string()))?.unwrap_or_default();
    if (1..=most).contains(&number) {
        Ok(number)
    } else {
        Err(format!("{name}: \"{}\" is out of range: {allowed}", excerpt(text)))
    }
}

fn value<T: FromStr>(name: &str, allowed: &str, text: Option<String>) -> Result<Option<T>, String> {
    text.map(|text| text.parse().map_err(|_| format!("{name}: \"{}\" is not {allowed}", excerpt(&text)))).transpose()
}
