//! The command line.

use chrono::NaiveDate;
use lexopt::{Arg, Parser};
use mynumber_pia::Language;
use mynumber_pia::affair::System;
use mynumber_pia::threshold::Facts;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::incident::{IncidentScope, SeriousIncident};
use mynumber_pia::value::kind::{AssessmentKind, BodyKind};

use crate::options::{self, BODY, Both, DAY, LANGUAGE, both, not_one, once, value};

const OPTIONS: &[&str] = &[
    "FILE",
    "--register",
    "--as-of",
    "--body",
    "--assessed",
    "--calendar",
    "--until",
    "--check",
    "--by-body",
    "--affair",
    "--change",
    "--not-material",
    "--facts",
    "--hold",
    "--end",
    "--incident",
    "--known",
    "--scope",
    "--on",
    "--system-from",
    "--emergency",
    "--template",
    "--json",
    "--lang",
];

const FILE: Both = both("評価書のファイル又はフォルダ", "a file or folder with assessments");
const REGISTER: Both = both("計画管理書のファイル", "the file of a register");
const AFFAIR: Both = both("評価書番号又は事務の名称", "the number (評価書番号) or the name of an affair");
const SCOPE: Both = both(
    "specific_personal_information 又は personal_information",
    "specific_personal_information or personal_information",
);
const SYSTEM: Both = both("2027-01-15 などの日又は none", "a date such as 2027-01-15, or none");
const FACTS: Both = both(
    "31000,480 のような対象人数と取扱者数（数の中にカンマを入れない）",
    "a population and handlers such as 31000,480, without commas in a number",
);
const ASSESSED: Both = both(
    "5:key_item=2023-04-01 のような事務、評価書、日",
    "an affair, a paper and a day such as 5:key_item=2023-04-01",
);

pub(crate) enum Mode {
    Help,
    Overview,
    Calendar {
        until: Option<NaiveDate>,
    },
    Check,
    Affair {
        number: String,
        happens: Option<Happens>,
    },
    /// An incident, which concerns every affair.
    Body {
        incident: SeriousIncident,
    },
    Template,
}

/// What happens to an affair.
pub(crate) enum Happens {
    Change {
        files: Vec<String>,
        facts: Option<Facts>,
        on: Option<NaiveDate>,
        system: System,
        is_urgent: bool,
        is_minor: bool,
    },
    Facts {
        facts: Facts,
        on: Option<NaiveDate>,
    },
    Hold {
        facts: Option<Facts>,
        on: Option<NaiveDate>,
        system: System,
        is_urgent: bool,
    },
    End {
        on: NaiveDate,
    },
    Incident {
        incident: SeriousIncident,
    },
}

/// The day of an assessment that the register does not have.
pub(crate) struct Assessed {
    pub(crate) number: String,
    pub(crate) paper: AssessmentKind,
    pub(crate) on: NaiveDate,
}

pub(crate) struct Arguments {
    pub(crate) mode: Mode,
    pub(crate) files: Vec<String>,
    pub(crate) register: Option<String>,
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) body: Option<BodyKind>,
    pub(crate) assessed: Vec<Assessed>,
    /// Whether the papers of one body follow those of another, and each body is read, answered and forgotten.
    pub(crate) by_body: bool,
    pub(crate) json: bool,
    pub(crate) language: Language,
}

/// The parsed options.
#[expect(clippy::struct_excessive_bools, reason = "one for each option without a value")]
#[derive(Default)]
struct Given {
    files: Vec<String>,
    change: Vec<String>,
    assessed: Vec<Assessed>,
    register: Option<String>,
    as_of: Option<String>,
    until: Option<String>,
    on: Option<String>,
    end: Option<String>,
    incident: Option<String>,
    known: Option<String>,
    scope: Option<String>,
    facts: Option<String>,
    system: Option<String>,
    affair: Option<String>,
    body: Option<String>,
    language: Option<String>,
    help: bool,
    calendar: bool,
    check: bool,
    by_body: bool,
    hold: bool,
    emergency: bool,
    not_material: bool,
    template: bool,
    json: bool,
}

impl Arguments {
    pub(crate) fn read() -> Result<Self, Both> {
        let mut given = Given::default();
        let mut parser = Parser::from_env();
        while let Some(arg) = options::next(&mut parser)? {
            match arg {
                Arg::Long("help") | Arg::Short('h') => given.help = true,
                Arg::Long("calendar") => given.calendar = true,
                Arg::Long("check") => given.check = true,
                Arg::Long("by-body") => given.by_body = true,
                Arg::Long("hold") => given.hold = true,
                Arg::Long("emergency") => given.emergency = true,
                Arg::Long("not-material") => given.not_material = true,
                Arg::Long("template") => given.template = true,
                Arg::Long("json") => given.json = true,
                Arg::Long("register") => once(&mut given.register, "--register", &REGISTER, &mut parser)?,
                Arg::Long("affair") => once(&mut given.affair, "--affair", &AFFAIR, &mut parser)?,
                Arg::Long("as-of") => once(&mut given.as_of, "--as-of", &DAY, &mut parser)?,
                Arg::Long("until") => once(&mut given.until, "--until", &DAY, &mut parser)?,
                Arg::Long("on") => once(&mut given.on, "--on", &DAY, &mut parser)?,
                Arg::Long("end") => once(&mut given.end, "--end", &DAY, &mut parser)?,
                Arg::Long("incident") => once(&mut given.incident, "--incident", &DAY, &mut parser)?,
                Arg::Long("known") => once(&mut given.known, "--known", &DAY, &mut parser)?,
                Arg::Long("scope") => once(&mut given.scope, "--scope", &SCOPE, &mut parser)?,
                Arg::Long("system-from") => once(&mut given.system, "--system-from", &SYSTEM, &mut parser)?,
                Arg::Long("facts") => once(&mut given.facts, "--facts", &FACTS, &mut parser)?,
                Arg::Long("body") => once(&mut given.body, "--body", &BODY, &mut parser)?,
                Arg::Long("lang") => once(&mut given.language, "--lang", &LANGUAGE, &mut parser)?,
                Arg::Long("assessed") => {
                    let mut text = None;
                    once(&mut text, "--assessed", &ASSESSED, &mut parser)?;
                    given.assessed.extend(text.as_deref().map(assessed).transpose()?);
                }
                Arg::Long("change") => {
                    for value in parser.values().map_err(|_| options::needs("--change", &FILE))? {
                        given.change.push(options::text(value)?);
                    }
                }
                Arg::Value(file) => given.files.push(options::text(file)?),
                Arg::Long(_) | Arg::Short(_) => return Err(options::unknown(arg, OPTIONS)),
            }
        }
        if !given.help {
            given.check()?;
        }
        given.arguments()
    }
}

impl Given {
    /// Refuses options that do not go together.
    fn check(&self) -> Result<(), Both> {
        let Self { files, change, register, until, on, end, incident, known, scope, facts, system, .. } = self;
        let is_change = !change.is_empty();
        let count = |all: &[bool]| all.iter().filter(|is| **is).count();
        let happens = count(&[is_change, self.hold, end.is_some(), incident.is_some()]);
        let is_affair = self.affair.is_some() || happens > 0;
        for (count, japanese, english) in [
            (happens, "--change、--hold、--end、--incident", "--change, --hold, --end and --incident"),
            (
                count(&[self.calendar, self.check, self.template, is_affair]),
                "--calendar、--check、--template、--affair",
                "--calendar, --check, --template and --affair",
            ),
            (
                count(&[self.by_body, self.template, is_affair, register.is_some(), !self.assessed.is_empty()]),
                "--by-body、--template、--affair、--register、--assessed",
                "--by-body, --template, --affair, --register and --assessed",
            ),
        ] {
            if count > 1 {
                return Err(Both::new(
                    format!("{japanese} は同時に指定できない。どれか一つを指定する"),
                    format!("{english} exclude each other: expected one of them"),
                ));
            }
        }
        let is_planned = is_change || self.hold;
        let affair = self.affair.is_some();
        for (is_given, name, is_allowed, with) in [
            (until.is_some(), "--until", self.calendar, "--calendar"),
            (known.is_some(), "--known", incident.is_some(), "--incident"),
            (scope.is_some(), "--scope", incident.is_some(), "--incident"),
            (system.is_some(), "--system-from", is_planned, "--change, --hold"),
            (self.not_material, "--not-material", is_change, "--change"),
            (self.emergency, "--emergency", is_planned, "--change, --hold"),
            (on.is_some(), "--on", is_planned || facts.is_some(), "--change, --facts, --hold"),
            (facts.is_some() && happens > 0, "--facts", is_planned, "--change, --hold"),
            (is_change, "--change", affair, "--affair"),
            (self.hold, "--hold", affair, "--affair"),
            (end.is_some(), "--end", affair, "--affair"),
            (facts.is_some(), "--facts", affair, "--affair"),
        ] {
            if is_given && !is_allowed {
                return Err(Both::new(
                    format!("{name} は {with} とともに指定する"),
                    format!("{name} is only allowed with {with}"),
                ));
            }
        }
        if files.is_empty() && register.is_none() {
            return Err(both(
                "ファイルがない。評価書又はそのフォルダが必要である（--help を参照）",
                "no files: expected assessments or a folder with them (see --help)",
            ));
        }
        if files.iter().chain(change).chain(register).filter(|file| *file == "-").count() > 1 {
            return Err(both(
                "- が二度指定されている。標準入力は一度しか読めない",
                "- is given twice: standard input can be read only once",
            ));
        }
        Ok(())
    }

    fn arguments(self) -> Result<Arguments, Both> {
        let Self { files, change, assessed, register, as_of, until, on, end, incident, known, scope, facts, .. } = self;
        let Self { system, affair, body, language, help, calendar, check, by_body, hold, template, .. } = self;
        let language = options::language(language)?;
        let as_of = day("--as-of", as_of)?;
        let until = day("--until", until)?;
        let on = day("--on", on)?;
        let end = day("--end", end)?;
        let (date, known) = (value("--incident", incident)?, value("--known", known)?);
        let scope = value("--scope", scope)?.unwrap_or(IncidentScope::SpecificPersonalInformation);
        known_after(date, known)?;
        let incident = date.map(|date| SeriousIncident { date, known, scope });
        let facts = facts.as_deref().map(self::facts).transpose()?;
        let (is_urgent, is_minor) = (self.emergency, self.not_material);
        let system = match system.as_deref() {
            None => System::NotKnown,
            Some("none") => System::None,
            Some(_) => day("--system-from", system)?.map_or(System::NotKnown, System::From),
        };
        let happens = match (end, incident, facts) {
            (Some(on), _, _) => Some(Happens::End { on }),
            (None, Some(incident), _) => Some(Happens::Incident { incident }),
            (None, None, facts) if !change.is_empty() => {
                Some(Happens::Change { files: change, facts, on, system, is_urgent, is_minor })
            }
            (None, None, facts) if hold => Some(Happens::Hold { facts, on, system, is_urgent }),
            (None, None, Some(facts)) => Some(Happens::Facts { facts, on }),
            (None, None, None) => None,
        };
        let mode = match (affair, incident) {
            _ if help => Mode::Help,
            (Some(number), _) => Mode::Affair { number, happens },
            (None, Some(incident)) => Mode::Body { incident },
            (None, None) if calendar => Mode::Calendar { until },
            (None, None) if check => Mode::Check,
            (None, None) if template => Mode::Template,
            (None, None) => Mode::Overview,
        };
        let body = value("--body", body)?;
        Ok(Arguments { mode, files, register, as_of, body, assessed, by_body, json: self.json, language })
    }
}

/// Refuses a day on which the body knew of an incident that had not happened.
fn known_after(date: Option<FormDate>, known: Option<FormDate>) -> Result<(), Both> {
    match date.zip(known) {
        Some((date, known)) if known.last_day() < date.first_day() => {
            let (date, known) = (date.to_iso(), known.to_iso());
            Err(Both::new(
                format!("--known：{known} は重大事故の発生日（--incident {date}）より前である"),
                format!("--known: {known} is before the day of the incident (--incident {date})"),
            ))
        }
        Some(_) | None => Ok(()),
    }
}

/// Reads 「31000,480」. A count that did not change is `?`.
fn facts(text: &str) -> Result<Facts, Both> {
    fn count<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<Option<T>, Both> {
        let is_open = matches!(text.trim(), "" | "?" | "？");
        value("--facts", Some(text.to_string()).filter(|_| !is_open))
    }
    let parts: Vec<&str> = text.split(',').collect();
    let [population, handlers] = parts.as_slice() else { return Err(not_one("--facts", text, &FACTS)) };
    Ok(Facts { population: count(population)?, handlers: count(handlers)?, serious_incident: None })
}

/// Reads 「5:key_item=2023-04-01」.
fn assessed(text: &str) -> Result<Assessed, Both> {
    let name = "--assessed";
    let wrong = || not_one(name, text, &ASSESSED);
    let (affair, on) = text.rsplit_once('=').ok_or_else(wrong)?;
    let (number, paper) = affair.rsplit_once(':').ok_or_else(wrong)?;
    let paper = value(name, Some(paper.into()))?.ok_or_else(wrong)?;
    let on = day(name, Some(on.into()))?.ok_or_else(wrong)?;
    Ok(Assessed { number: number.into(), paper, on })
}

/// Reads a day with its month and year.
fn day(name: &str, text: Option<String>) -> Result<Option<NaiveDate>, Both> {
    let Some(text) = text else { return Ok(None) };
    let wrong = not_one(name, &text, &DAY);
    let date: Option<FormDate> = value(name, Some(text))?;
    date.map(|date| date.to_day().ok_or(wrong)).transpose()
}
