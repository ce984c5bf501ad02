//! The options of `pia affairs`.

use chrono::NaiveDate;
use clap::ArgMatches;
use mynumber_pia::Language;
use mynumber_pia::affair::System;
use mynumber_pia::threshold::Facts;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::incident::{IncidentScope, SeriousIncident};
use mynumber_pia::value::kind::{AssessmentKind, BodyKind};

use crate::options::{
    BODY, Both, DAY, DOCUMENTS, Declared, Flag, JSON, Kind, Opt, Words, codes, day, not_one, once_standard_input,
    plain, value,
};

const FILE: Opt<String> = Opt::arguments(
    "FILE",
    &DOCUMENTS,
    [
        "JSON の評価書。一つのファイルに一つでも複数でもよい。- は標準入力。フォルダを指定すると、その中の *.json を読む。計画管理書のファイルを並べてもよい",
        "assessments as JSON, one or several in a file; - is standard input. Of a folder, its files *.json are read. A file may also be the register of the body",
    ],
)
.needed([
    "ファイルがない。評価書又はそのフォルダが必要である（--help を参照）",
    "no files: expected assessments or a folder with them (see --help)",
])
.instead(&["register"]);

const REGISTER: Opt<String> = Opt::value(
    "register",
    &Kind::file(["計画管理書のファイル", "the file of a register"]),
    [
        "評価実施機関の計画管理書（JSON）。評価書に書かれないことを書く",
        "the assessment plan register (計画管理書) of the body as JSON: what no paper says",
    ],
);

const AS_OF: Opt<NaiveDate> =
    Opt::value("as-of", &DAY, ["基準日（既定は今日）", "the day of the question (default: today)"]);

const BODY_KIND: Opt<BodyKind> = Opt::value(
    "body",
    &BODY,
    [
        "評価実施機関の種別：local_government 又は administrative_organ。指定しなければ両方の手続",
        "the kind of the body: local_government or administrative_organ; without it, the steps of both",
    ],
);

const ASSESSED: Opt<Assessed> = Opt::value(
    "assessed",
    &Kind::new("NUMBER:PAPER=DATE", ASSESSED_ALLOWED, assessed),
    [
        "評価書を最後に評価の実施又は再実施により公表した日。5:key_item=2023-04-01 など。その後の公表は評価の実施でないものとする",
        "the day on which a paper was last published after an assessment or a re-assessment, such as 5:key_item=2023-04-01; what was published later was not assessed",
    ],
)
.repeated();

const ASSESSED_ALLOWED: Words =
    ["5:key_item=2023-04-01 のような事務、評価書、日", "an affair, a paper and a day such as 5:key_item=2023-04-01"];

const CALENDAR: Flag =
    Opt::flag("calendar", ["全ての事務の期限を、早い順に", "what is due in all affairs, the soonest first"]);

const UNTIL: Opt<NaiveDate> =
    Opt::value("until", &DAY, ["この日までに期限の来るもののみ", "only what is due by this day"]).with(&["calendar"]);

const CHECK: Flag = Opt::flag(
    "check",
    [
        "評価書相互、評価書と計画管理書の不一致のみ",
        "only the disagreements between the papers, and between them and the register",
    ],
);

const TEMPLATE: Flag = Opt::flag(
    "template",
    [
        "計画管理書のひな型（JSON）。評価書から分からないことは書かない",
        "a register to start from, as JSON; what no paper says is left out",
    ],
);

const BY_BODY: Flag = Opt::flag(
    "by-body",
    [
        "多くの評価実施機関について、一つずつ順に行う。評価書が評価実施機関ごとに続いていること。メモリーに置くのは一つの評価実施機関の評価書だけである",
        "for many bodies, one after the other, if the papers of each body follow one another: only the papers of one body are in memory",
    ],
)
.excludes(&["register", "assessed", "affair", "incident", "template"])
.because(["--by-body は多くの評価実施機関を一つずつ扱う", "--by-body is for many bodies, one after the other"]);

const AFFAIR: Opt<String> = Opt::value(
    "affair",
    &Kind::new("NUMBER", ["評価書番号又は事務の名称", "the number (評価書番号) or the name of an affair"], plain),
    [
        "評価書番号又は事務の名称。この事務の状態、不一致、期限。次のいずれかを付けると、それが起きたときに必要な手続",
        "the number (評価書番号) or the name of an affair: its state, its disagreements and its calendar. With one of the options below, what must be done if that happens",
    ],
);

const CHANGE: Opt<String> = Opt::value(
    "change",
    &DOCUMENTS,
    [
        "この事務の評価書の新しい版。公表中の版と比べる",
        "new versions of papers of the affair, compared with those that are published",
    ],
)
.many()
.with(&["affair"]);

const NOT_MATERIAL: Flag = Opt::flag(
    "not-material",
    [
        "※の項目の変更であるが、重要な変更に当たらないと評価実施機関が判断した",
        "the body judged that the change is not material, although it touches an item marked ※",
    ],
)
.with(&["change"]);

const FACTS: Opt<Facts> = Opt::value(
    "facts",
    &Kind::new("POPULATION,HANDLERS", FACTS_ALLOWED, facts),
    [
        "新しい対象人数と取扱者数。31000,480 など。区分で書いてもよく、変わらないものは ? と書く",
        "the new counts, such as 31000,480; a count may be a band, or ? if it did not change",
    ],
)
.with(&["affair"])
.excludes(&["end", "incident"]);

const FACTS_ALLOWED: Words = [
    "31000,480 のような対象人数と取扱者数（数の中にカンマを入れない）",
    "a population and handlers such as 31000,480, without commas in a number",
];

const HOLD: Flag =
    Opt::flag("hold", ["特定個人情報ファイルを初めて保有する", "a file is about to be held for the first time"])
        .with(&["affair"]);

const END: Opt<NaiveDate> = Opt::value("end", &DAY, ["事務の最後の日", "the last day of the affair"]).with(&["affair"]);

const INCIDENT: Opt<FormDate> = Opt::value(
    "incident",
    &INCIDENT_DAY,
    [
        "重大事故が発生した日。--affair がなければ、評価実施機関の全ての事務について",
        "the day on which a serious incident occurred; without --affair, for every affair of the body",
    ],
)
.excludes(&["calendar", "check", "template"]);

const KNOWN: Opt<FormDate> =
    Opt::value("known", &INCIDENT_DAY, ["重大事故の発生を知った日", "the day on which the body came to know of it"])
        .with(&["incident"]);

/// The day of an incident may be a month or a year.
const INCIDENT_DAY: Kind<FormDate> = Kind::new("DATE", DAY.allowed, value);

const SCOPE: Opt<IncidentScope> = Opt::value(
    "scope",
    &Kind::new(
        "CODE",
        [
            "specific_personal_information 又は personal_information",
            "specific_personal_information or personal_information",
        ],
        value,
    )
    .codes(codes::<IncidentScope>),
    [
        "specific_personal_information（既定）又は personal_information",
        "specific_personal_information (the default) or personal_information",
    ],
)
.with(&["incident"]);

const ON: Opt<NaiveDate> = Opt::value("on", &DAY, ["契機の日（変更日、保有日など）", "the day on which it happens"])
    .with(&["change", "facts", "hold"]);

const SYSTEM_FROM: Opt<System> = Opt::value(
    "system-from",
    &Kind::new("DATE|none", ["2027-01-15 などの日又は none", "a date such as 2027-01-15, or none"], system),
    [
        "電子情報処理組織（システム）の構築を始める日。構築しないときは none",
        "the day on which building of the information system begins, or none",
    ],
)
.with(&["change", "hold"]);

const EMERGENCY: Flag = Opt::flag(
    "emergency",
    [
        "災害等により緊急に行う（規則第9条第2項）",
        "a disaster or the like leaves no time to act before (規則第9条第2項)",
    ],
)
.with(&["change", "hold"]);

/// Declares the options in the order of the help.
pub(crate) fn declare(declared: Declared) -> Declared {
    declared
        .heading(["問い（指定しなければ、事務ごとの評価書、必要な評価、状態、不一致、次の期限）", "Questions (without one: each affair, its papers, what it needs, its state, disagreements, and what is due next)"])
        .add(&FILE)
        .add(&CALENDAR)
        .add(&UNTIL)
        .add(&CHECK)
        .add(&AFFAIR)
        .add(&TEMPLATE)
        .heading(["起きること（どれか一つ）", "What happens (one of them)"])
        .add(&CHANGE)
        .add(&FACTS)
        .add(&HOLD)
        .add(&END)
        .add(&INCIDENT)
        .heading(["起きることの詳細", "More about what happens"])
        .add(&ON)
        .add(&SYSTEM_FROM)
        .add(&EMERGENCY)
        .add(&NOT_MATERIAL)
        .add(&KNOWN)
        .add(&SCOPE)
        .heading(["評価実施機関", "The body"])
        .add(&REGISTER)
        .add(&ASSESSED)
        .add(&BODY_KIND)
        .add(&BY_BODY)
        .heading(["オプション", "Options"])
        .add(&AS_OF)
        .add(&JSON)
        .one_of(&["calendar", "check", "template", "affair"])
        .one_of(&["change", "hold", "end", "incident"])
        .after([
            "終了コード：0 期限の来たものも不一致もない。1 期限の来たもの、不一致又は必要な手続がある。2 読めない入力",
            "exit status: 0 nothing is due and nothing disagrees; 1 something is due, disagrees or must be done; 2 unusable input",
        ])
}

pub(crate) enum Mode {
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

/// The day of the last assessment of a paper, which the register does not have.
#[derive(Clone)]
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

impl Arguments {
    pub(crate) fn read(given: &ArgMatches, language: Language) -> Result<Self, Both> {
        let (files, register, changed) = (FILE.all(given), REGISTER.of(given), CHANGE.all(given));
        once_standard_input(files.iter().chain(&changed).chain(&register))?;
        let (on, facts) = (ON.of(given), FACTS.of(given));
        let (system, is_urgent) = (SYSTEM_FROM.of(given).unwrap_or_default(), EMERGENCY.is_in(given));
        let incident = incident(given)?;
        let happens = if let Some(on) = END.of(given) {
            Some(Happens::End { on })
        } else if let Some(incident) = incident {
            Some(Happens::Incident { incident })
        } else if !changed.is_empty() {
            let is_minor = NOT_MATERIAL.is_in(given);
            Some(Happens::Change { files: changed, facts, on, system, is_urgent, is_minor })
        } else if HOLD.is_in(given) {
            Some(Happens::Hold { facts, on, system, is_urgent })
        } else {
            facts.map(|facts| Happens::Facts { facts, on })
        };
        let mode = match (AFFAIR.of(given), incident) {
            (Some(number), _) => Mode::Affair { number, happens },
            (None, Some(incident)) => Mode::Body { incident },
            (None, None) if CALENDAR.is_in(given) => Mode::Calendar { until: UNTIL.of(given) },
            (None, None) if CHECK.is_in(given) => Mode::Check,
            (None, None) if TEMPLATE.is_in(given) => Mode::Template,
            (None, None) => Mode::Overview,
        };
        Ok(Self {
            mode,
            files,
            register,
            as_of: AS_OF.of(given),
            body: BODY_KIND.of(given),
            assessed: ASSESSED.all(given),
            by_body: BY_BODY.is_in(given),
            json: JSON.is_in(given),
            language,
        })
    }
}

/// The incident. The body cannot know of it before it happens.
fn incident(given: &ArgMatches) -> Result<Option<SeriousIncident>, Both> {
    let Some(date) = INCIDENT.of(given) else { return Ok(None) };
    let (known, scope) = (KNOWN.of(given), SCOPE.of(given).unwrap_or(IncidentScope::SpecificPersonalInformation));
    match known {
        Some(known) if known.last_day() < date.first_day() => {
            let (date, known) = (date.to_iso(), known.to_iso());
            Err(Both::new(
                format!("--known：{known} は重大事故の発生日（--incident {date}）より前である"),
                format!("--known: {known} is before the day of the incident (--incident {date})"),
            ))
        }
        Some(_) | None => Ok(Some(SeriousIncident { date, known, scope })),
    }
}

/// Reads 「31000,480」. A count that did not change is `?`.
fn facts(text: &str) -> Result<Facts, Both> {
    fn count<T: serde::de::DeserializeOwned>(text: &str) -> Result<Option<T>, Both> {
        let is_open = matches!(text.trim(), "" | "?" | "？");
        Some(text).filter(|_| !is_open).map(value).transpose()
    }
    let parts: Vec<&str> = text.split(',').collect();
    let [population, handlers] = parts.as_slice() else { return Err(not_one(text, FACTS_ALLOWED)) };
    Ok(Facts { population: count(population)?, handlers: count(handlers)?, serious_incident: None })
}

/// Reads 「5:key_item=2023-04-01」.
fn assessed(text: &str) -> Result<Assessed, Both> {
    let parts = text.rsplit_once('=').and_then(|(affair, on)| Some((affair.rsplit_once(':')?, on)));
    let Some(((number, paper), on)) = parts else { return Err(not_one(text, ASSESSED_ALLOWED)) };
    Ok(Assessed { number: number.into(), paper: value(paper)?, on: day(on)? })
}

/// Reads 「2027-01-15」 or 「none」.
fn system(text: &str) -> Result<System, Both> {
    if text == "none" { Ok(System::None) } else { day(text).map(System::From) }
}
