//! The command line.

use chrono::NaiveDate;
use lexopt::{Arg, Parser};
use mynumber_pia::Language;
use mynumber_pia::affair::System;
use mynumber_pia::threshold::Facts;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::error::excerpt;
use mynumber_pia::value::incident::{IncidentScope, SeriousIncident};
use mynumber_pia::value::kind::{AssessmentKind, BodyKind};

use crate::options::{self, Both, both};

pub(crate) const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
事務: the affairs of a body: their papers, whether the papers agree, what is due, and what must be done if something happens

affairs FILE... [--register FILE] [--as-of DATE] [--body CODE] [--assessed NUMBER:PAPER=DATE]... [--json] [--lang ja|en]
        each affair: its papers, what it needs, its state, disagreements, and what is due next
affairs FILE... --calendar [--until DATE]
        what is due in all affairs, the soonest first
affairs FILE... --check
        only the disagreements between the papers, and between them and the register
affairs FILE... --affair NUMBER
        one affair: its state, its disagreements and its calendar. With one of these options, what must be done if that happens:
affairs FILE... --affair NUMBER --change NEW... [--on DATE] [--system-from DATE|none] [--facts POPULATION,HANDLERS] [--emergency]
affairs FILE... --affair NUMBER --facts POPULATION,HANDLERS [--on DATE]
affairs FILE... --affair NUMBER --hold [--on DATE] [--system-from DATE|none] [--facts POPULATION,HANDLERS] [--emergency]
affairs FILE... --affair NUMBER --end DATE
affairs FILE... [--affair NUMBER] --incident DATE [--known DATE] [--scope CODE]
        a serious incident concerns every affair of the body
affairs FILE... --template
        a register to start from, as JSON; what no paper says is left out

FILE           assessments as JSON, one or several in a file; - is standard input. Of a folder, its files *.json are read. A file may
               also be the register of the body
--register     the assessment plan register (計画管理書) of the body as JSON: what no paper says
--as-of        the day of the question (default: today)
--body         the kind of the body: local_government or administrative_organ; without it, the steps of both
--assessed     the day on which a paper was last published after an assessment or a re-assessment, such as 5:key_item=2023-04-01
--calendar     what is due, the soonest first
--until        with --calendar: only what is due by this day
--check        the disagreements
--affair       the number (評価書番号) or the name of an affair
--change       new versions of papers of the affair, compared with those that are published
--facts        the new counts, such as 31000,480; a count may be a band, or ? if it did not change
--hold         a file is about to be held for the first time
--end          the last day of the affair
--incident     the day on which a serious incident occurred
--known        the day on which the body came to know of it
--scope        specific_personal_information (the default) or personal_information
--on           the day on which it happens
--system-from  the day on which building of the information system begins, or none
--emergency    a disaster or the like leaves no time to act before (規則第9条第2項)
--template     writes a register
--json         one JSON object per line
--lang         ja (the default) or en

exit status: 0 nothing is due and nothing disagrees; 1 something is due, disagrees or must be done; 2 unusable input
";

const HELP_JA: &str = "\
事務：評価実施機関の事務ごとに、評価書、評価書相互の不一致、期限、何かが起きたときに必要な手続を示す

affairs FILE... [--register FILE] [--as-of DATE] [--body CODE] [--assessed NUMBER:PAPER=DATE]... [--json] [--lang ja|en]
        事務ごとの評価書、必要な評価、状態、不一致、次の期限
affairs FILE... --calendar [--until DATE]
        全ての事務の期限を、早い順に
affairs FILE... --check
        評価書相互、評価書と計画管理書の不一致のみ
affairs FILE... --affair NUMBER
        一つの事務の状態、不一致、期限。次のいずれかを付けると、それが起きたときに必要な手続
affairs FILE... --affair NUMBER --change NEW... [--on DATE] [--system-from DATE|none] [--facts POPULATION,HANDLERS] [--emergency]
affairs FILE... --affair NUMBER --facts POPULATION,HANDLERS [--on DATE]
affairs FILE... --affair NUMBER --hold [--on DATE] [--system-from DATE|none] [--facts POPULATION,HANDLERS] [--emergency]
affairs FILE... --affair NUMBER --end DATE
affairs FILE... [--affair NUMBER] --incident DATE [--known DATE] [--scope CODE]
        重大事故は、評価実施機関の全ての事務に関わる
affairs FILE... --template
        計画管理書のひな型（JSON）。評価書から分からないことは書かない

FILE           JSON の評価書。一つのファイルに一つでも複数でもよい。- は標準入力。フォルダを指定すると、その中の *.json を読む。
               計画管理書のファイルを並べてもよい
--register     評価実施機関の計画管理書（JSON）。評価書に書かれないことを書く
--as-of        基準日（既定は今日）
--body         評価実施機関の種別：local_government 又は administrative_organ。指定しなければ両方の手続
--assessed     評価書を最後に評価の実施又は再実施により公表した日。5:key_item=2023-04-01 など
--calendar     期限を早い順に
--until        --calendar とともに指定する。この日までに期限の来るもののみ
--check        不一致
--affair       評価書番号又は事務の名称
--change       この事務の評価書の新しい版。公表中の版と比べる
--facts        新しい対象人数と取扱者数。31000,480 など。区分で書いてもよく、変わらないものは ? と書く
--hold         特定個人情報ファイルを初めて保有する
--end          事務の最後の日
--incident     重大事故が発生した日
--known        重大事故の発生を知った日
--scope        specific_personal_information（既定）又は personal_information
--on           契機の日（変更日、保有日など）
--system-from  電子情報処理組織（システム）の構築を始める日。構築しないときは none
--emergency    災害等により緊急に行う（規則第9条第2項）
--template     計画管理書のひな型を書く
--json         1行に一つの JSON オブジェクト
--lang         ja（既定）又は en

終了コード：0 期限の来たものも不一致もない。1 期限の来たもの、不一致又は必要な手続がある。2 読めない入力
";

const OPTIONS: &[&str] = &[
    "FILE",
    "--register",
    "--as-of",
    "--body",
    "--assessed",
    "--calendar",
    "--until",
    "--check",
    "--affair",
    "--change",
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
    Change { files: Vec<String>, facts: Option<Facts>, on: Option<NaiveDate>, system: System, is_urgent: bool },
    Facts { facts: Facts, on: Option<NaiveDate> },
    Hold { facts: Option<Facts>, on: Option<NaiveDate>, system: System, is_urgent: bool },
    End { on: NaiveDate },
    Incident { incident: SeriousIncident },
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
    as_of: Option<NaiveDate>,
    until: Option<NaiveDate>,
    on: Option<NaiveDate>,
    end: Option<NaiveDate>,
    incident: Option<FormDate>,
    known: Option<FormDate>,
    scope: Option<IncidentScope>,
    facts: Option<Facts>,
    system: Option<System>,
    affair: Option<String>,
    body: Option<BodyKind>,
    language: Option<Language>,
    help: bool,
    calendar: bool,
    check: bool,
    hold: bool,
    emergency: bool,
    template: bool,
    json: bool,
}

/// An error in the language that is asked for.
pub(crate) fn say(japanese: &str, english: &str) -> String {
    match options::asked() {
        Language::Japanese => japanese.into(),
        Language::English => english.into(),
    }
}

pub(crate) fn said(error: &Both) -> String {
    error.text(options::asked()).into()
}

impl Arguments {
    pub(crate) fn read() -> Result<Self, String> {
        let mut given = Given::default();
        let mut parser = Parser::from_env();
        while let Some(arg) = options::next(&mut parser).map_err(|error| said(&error))? {
            match arg {
                Arg::Long("help") | Arg::Short('h') => given.help = true,
                Arg::Long("calendar") => given.calendar = true,
                Arg::Long("check") => given.check = true,
                Arg::Long("hold") => given.hold = true,
                Arg::Long("emergency") => given.emergency = true,
                Arg::Long("template") => given.template = true,
                Arg::Long("json") => given.json = true,
                Arg::Long("register") => {
                    set(&mut given.register, "--register", text(&mut parser, "--register", FILE)?)?;
                }
                Arg::Long("affair") => set(&mut given.affair, "--affair", text(&mut parser, "--affair", AFFAIR)?)?,
                Arg::Long("as-of") => set(&mut given.as_of, "--as-of", day(&mut parser, "--as-of")?)?,
                Arg::Long("until") => set(&mut given.until, "--until", day(&mut parser, "--until")?)?,
                Arg::Long("on") => set(&mut given.on, "--on", day(&mut parser, "--on")?)?,
                Arg::Long("end") => set(&mut given.end, "--end", day(&mut parser, "--end")?)?,
                Arg::Long("incident") => set(&mut given.incident, "--incident", date(&mut parser, "--incident")?)?,
                Arg::Long("known") => set(&mut given.known, "--known", date(&mut parser, "--known")?)?,
                Arg::Long("scope") => {
                    let scope = code(&text(&mut parser, "--scope", SCOPE)?, "--scope")?;
                    set(&mut given.scope, "--scope", scope)?;
                }
                Arg::Long("system-from") => {
                    let value = text(&mut parser, "--system-from", SYSTEM)?;
                    let system = match value.as_str() {
                        "none" => System::None,
                        date => System::From(whole("--system-from", date)?),
                    };
                    set(&mut given.system, "--system-from", system)?;
                }
                Arg::Long("facts") => {
                    let facts = facts(&text(&mut parser, "--facts", FACTS)?)?;
                    set(&mut given.facts, "--facts", facts)?;
                }
                Arg::Long("assessed") => given.assessed.push(assessed(&text(&mut parser, "--assessed", ASSESSED)?)?),
                Arg::Long("change") => {
                    for value in parser.values().map_err(|_| needs("--change", FILE))? {
                        given.change.push(options::text(value).map_err(|error| said(&error))?);
                    }
                }
                Arg::Long("body") => {
                    set(&mut given.body, "--body", code(&text(&mut parser, "--body", BODY)?, "--body")?)?;
                }
                Arg::Long("lang") => {
                    set(&mut given.language, "--lang", code(&text(&mut parser, "--lang", LANG)?, "--lang")?)?;
                }
                Arg::Value(file) => given.files.push(options::text(file).map_err(|error| said(&error))?),
                Arg::Long(_) | Arg::Short(_) => {
                    return Err(said(&options::unknown(arg, OPTIONS)));
                }
            }
        }
        given.arguments()
    }
}

/// What the value of an option must be, in Japanese and English.
type Words = (&'static str, &'static str);

const FILE: Words = ("ファイル", "a file");
const AFFAIR: Words = ("評価書番号又は事務の名称", "the number (評価書番号) or the name of an affair");
const SCOPE: Words = (
    "specific_personal_information 又は personal_information",
    "specific_personal_information or personal_information",
);
const SYSTEM: Words = ("2027-01-15 のような日又は none", "a date such as 2027-01-15, or none");
const FACTS: Words = (
    "対象人数と取扱者数（31000,480 のように、数の中にカンマを入れない）",
    "the population and the handlers, without commas in them, such as 31000,480",
);
const ASSESSED: Words =
    ("5:key_item=2023-04-01 のような事務、評価書、日", "an affair, a paper and a day, such as 5:key_item=2023-04-01");
const BODY: Words = ("local_government 又は administrative_organ", "local_government or administrative_organ");
const LANG: Words = ("ja 又は en", "ja or en");
const DATE: Words = ("2025-06-01 のような日", "a date such as 2025-06-01");

fn needs(name: &str, (japanese, english): Words) -> String {
    say(&format!("{name} には{japanese}が必要である"), &format!("{name} needs {english}"))
}

/// Something that was given and is not what is needed.
fn refuse(name: &str, seen: &str, (japanese, english): Words) -> String {
    let seen = excerpt(seen);
    say(
        &format!("{name}: 「{seen}」は使えない。{japanese}が必要である"),
        &format!("{name}: \"{seen}\" cannot be used: expected {english}"),
    )
}

impl Given {
    /// Refuses options that do not go together.
    fn check(&self) -> Result<(), String> {
        let Self { files, change, register, until, on, end, incident, known, scope, facts, system, .. } = self;
        let is_change = !change.is_empty();
        let count = [is_change, self.hold, end.is_some(), incident.is_some()].into_iter().filter(|is| *is).count();
        let views = [self.calendar, self.check, self.template, self.affair.is_some() || count > 0];
        let exclusive = [
            (count, "--change、--hold、--end、--incident", "--change, --hold, --end and --incident"),
            (
                views.into_iter().filter(|is| *is).count(),
                "--calendar、--check、--template、--affair",
                "--calendar, --check, --template and --affair",
            ),
        ];
        for (count, japanese, english) in exclusive {
            if count > 1 {
                return Err(say(
                    &format!("{japanese} は同時に指定できない。どれか一つを指定する"),
                    &format!("{english} exclude each other: expected one of them"),
                ));
            }
        }
        let is_planned = is_change || self.hold;
        let (affair, of_affair) = (self.affair.is_some(), "--affair");
        for (is_given, name, is_allowed, with) in [
            (until.is_some(), "--until", self.calendar, "--calendar"),
            (known.is_some(), "--known", incident.is_some(), "--incident"),
            (scope.is_some(), "--scope", incident.is_some(), "--incident"),
            (system.is_some(), "--system-from", is_planned, "--change, --hold"),
            (self.emergency, "--emergency", is_planned, "--change, --hold"),
            (on.is_some(), "--on", is_planned || facts.is_some(), "--change, --facts, --hold"),
            (facts.is_some() && count > 0, "--facts", is_planned, "--change, --hold"),
            (is_change, "--change", affair, of_affair),
            (self.hold, "--hold", affair, of_affair),
            (end.is_some(), "--end", affair, of_affair),
            (facts.is_some(), "--facts", affair, of_affair),
        ] {
            if is_given && !is_allowed {
                return Err(say(
                    &format!("{name} は {with} とともに指定する"),
                    &format!("{name} is only allowed with {with}"),
                ));
            }
        }
        if files.is_empty() && register.is_none() {
            return Err(say(
                "ファイルがない。評価書又はそのフォルダが必要である（--help を参照）",
                "no files: expected assessments or a folder with them (see --help)",
            ));
        }
        if files.iter().chain(change).chain(register).filter(|file| *file == "-").count() > 1 {
            return Err(say(
                "- が二度指定されている。標準入力は一度しか読めない",
                "- is given twice: standard input can be read only once",
            ));
        }
        Ok(())
    }

    fn arguments(self) -> Result<Arguments, String> {
        if !self.help {
            self.check()?;
        }
        let Self { files, change, assessed, register, as_of, until, on, end, incident, known, scope, facts, .. } = self;
        let Self { system, affair, body, language, help, calendar, check, hold, emergency, template, json, .. } = self;
        let incident = incident.map(|date| SeriousIncident {
            date,
            known,
            scope: scope.unwrap_or(IncidentScope::SpecificPersonalInformation),
        });
        let (system, is_urgent) = (system.unwrap_or_default(), emergency);
        let happens = match (end, incident, facts) {
            (Some(on), _, _) => Some(Happens::End { on }),
            (None, Some(incident), _) => Some(Happens::Incident { incident }),
            (None, None, facts) if !change.is_empty() => {
                Some(Happens::Change { files: change, facts, on, system, is_urgent })
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
        let language = language.unwrap_or_default();
        Ok(Arguments { mode, files, register, as_of, body, assessed, json, language })
    }
}

/// Reads 「31000,480」. A count that did not change is `?`.
fn facts(value: &str) -> Result<Facts, String> {
    fn count<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<Option<T>, String> {
        if matches!(text.trim(), "" | "?" | "？") {
            return Ok(None);
        }
        let error = |error: T::Err| say(&format!("--facts: {error:#}"), &format!("--facts: {error}"));
        text.parse().map(Some).map_err(error)
    }
    let parts: Vec<&str> = value.split(',').collect();
    let [population, handlers] = parts.as_slice() else { return Err(refuse("--facts", value, FACTS)) };
    Ok(Facts { population: count(population)?, handlers: count(handlers)?, serious_incident: None })
}

/// Reads 「5:key_item=2023-04-01」.
fn assessed(value: &str) -> Result<Assessed, String> {
    let parts = value.rsplit_once('=').and_then(|(rest, on)| Some((rest.rsplit_once(':')?, on)));
    let Some(((number, paper), on)) = parts else { return Err(refuse("--assessed", value, ASSESSED)) };
    Ok(Assessed { number: number.to_string(), paper: code(paper, "--assessed")?, on: whole("--assessed", on)? })
}

/// Reads a choice by its code or wording.
fn code<T: mynumber_pia::CodeList>(text: &str, name: &str) -> Result<T, String> {
    text.parse().map_err(|error| say(&format!("{name}: {error:#}"), &format!("{name}: {error}")))
}

fn set<T>(slot: &mut Option<T>, name: &str, value: T) -> Result<(), String> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(say(
            &format!("{name} が二度指定されている。一度だけ指定する"),
            &format!("{name} is given twice: once is enough"),
        )),
    }
}

fn date(parser: &mut Parser, name: &str) -> Result<FormDate, String> {
    let day = text(parser, name, DATE)?;
    day.parse().map_err(|error| say(&format!("{name}: {error:#}"), &format!("{name}: {error}")))
}

fn day(parser: &mut Parser, name: &str) -> Result<NaiveDate, String> {
    whole(name, &text(parser, name, DATE)?)
}

/// A day with its month and year.
fn whole(name: &str, text: &str) -> Result<NaiveDate, String> {
    let date: Result<FormDate, _> = text.parse();
    let date = date.map_err(|error| say(&format!("{name}: {error:#}"), &format!("{name}: {error}")))?;
    date.to_day().ok_or_else(|| refuse(name, text, DATE))
}

fn text(parser: &mut Parser, name: &str, words: Words) -> Result<String, String> {
    let value = parser.value().map_err(|_| needs(name, words))?;
    value.into_string().map_err(|value| refuse(name, &value.to_string_lossy(), ("UTF-8 の文字", "UTF-8")))
}
