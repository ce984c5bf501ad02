//! The command line.

use std::fmt::Display;

use lexopt::{Arg, Parser};
use mynumber_pia::Facts;
use mynumber_pia::threshold::Exemption;
use mynumber_pia::value::error::excerpt;

#[path = "../shared/once.rs"]
mod once;

use once::once;

pub(crate) const HELP: &str = "\
しきい値判断: which 特定個人情報保護評価 an affair needs, and why

threshold [--json]
    five published affairs: their facts, the determination, and their own result beside it
threshold [--population COUNT] [--handlers COUNT] [--incident yes|no|unknown] [--exemption CODE] [--json]
    one affair; what is not given is open
threshold --jsonl
    one JSON object a line from standard input, with the fields population, handlers and incident

COUNT  a number (62000, 62,000, ６２０００), a range with both ends included (100000..299999, 500.., ..499), a band's
       printed label (1万人以上10万人未満) or code (from_10000_to_99999), or unknown
CODE   personnel_files_only or manual_files_only (規則第4条)

exit status: 0 all is well; 1 a published result and its facts do not agree; 2 unusable input
";

const COUNT: &str = "a number, a range such as 100000..299999, a band's label or code, or unknown";
const INCIDENT: &str = "yes, no or unknown";
const EXEMPTION: &str = "personnel_files_only or manual_files_only";

pub(crate) struct Arguments {
    pub(crate) task: Task,
    pub(crate) json: bool,
}

pub(crate) enum Task {
    Help,
    Affairs,
    Facts { facts: Facts, exemption: Option<Exemption> },
    Lines,
}

/// What stands on the command line, each option at most once.
#[derive(Default)]
struct Given {
    population: Option<String>,
    handlers: Option<String>,
    incident: Option<String>,
    exemption: Option<String>,
    json: bool,
    jsonl: bool,
}

pub(crate) fn read() -> Result<Arguments, String> {
    let mut given = Given::default();
    let mut parser = Parser::from_env();
    while let Some(arg) = parser.next().map_err(|error| excerpt(&error.to_string()))? {
        match arg {
            Arg::Long("population") => once(&mut given.population, "--population", COUNT, &mut parser)?,
            Arg::Long("handlers") => once(&mut given.handlers, "--handlers", COUNT, &mut parser)?,
            Arg::Long("incident") => once(&mut given.incident, "--incident", INCIDENT, &mut parser)?,
            Arg::Long("exemption") => once(&mut given.exemption, "--exemption", EXEMPTION, &mut parser)?,
            Arg::Long("json") => given.json = true,
            Arg::Long("jsonl") => given.jsonl = true,
            Arg::Long("help") | Arg::Short('h') => {
                return Ok(Arguments { task: Task::Help, json: false });
            }
            Arg::Long(_) | Arg::Short(_) | Arg::Value(_) => {
                return Err(format!(
                    "{}: allowed are --population, --handlers, --incident, --exemption, --json, --jsonl and --help",
                    excerpt(&arg.unexpected().to_string())
                ));
            }
        }
    }
    task(given)
}

fn task(given: Given) -> Result<Arguments, String> {
    let Given { population, handlers, incident, exemption, json, jsonl } = given;
    let any = population.is_some() || handlers.is_some() || incident.is_some() || exemption.is_some();
    let task = match (jsonl, any) {
        (true, true) => {
            return Err("--jsonl reads the facts from standard input: give no others beside it".into());
        }
        (true, false) => Task::Lines,
        (false, false) => Task::Affairs,
        (false, true) => Task::Facts {
            facts: Facts {
                population: value("--population", population, Facts::read_count)?.flatten(),
                handlers: value("--handlers", handlers, Facts::read_count)?.flatten(),
                serious_incident: value("--incident", incident, Facts::read_incident)?.flatten(),
            },
            exemption: value("--exemption", exemption, str::parse)?,
        },
    };
    Ok(Arguments { task, json })
}

/// The value of an option, if it is given.
fn value<T, E: Display>(
    name: &str,
    text: Option<String>,
    read: impl FnOnce(&str) -> Result<T, E>,
) -> Result<Option<T>, String> {
    text.map(|text| read(&text).map_err(|error| format!("{name}: {error}"))).transpose()
}
