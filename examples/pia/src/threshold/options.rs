//! The options of `pia threshold`.

use chrono::NaiveDate;
use clap::ArgMatches;
use mynumber_pia::Facts;
use mynumber_pia::assessment::load;
use mynumber_pia::threshold::Exemption;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::kind::BodyKind;
use serde_json::json;

use super::known::or_known;
use crate::clock::today;
use crate::options::{BODY, Both, DAY, Declared, Flag, JOBS, JSON, Kind, LAST_DAY, Opt, Words, codes, value};

const POPULATION: Opt<Facts> = Opt::value(
    "population",
    &Kind::new("COUNT", COUNT_ALLOWED, |text| fact("population", text)),
    [
        "対象人数。数（62000、62,000、６２０００、6万2千人）、両端を含む範囲（100000..299999、500..、..499）、区分のラベル（1万人以上10万人未満）若しくはコード（from_10000_to_99999）、又は unknown。規則第4条第1号、第2号及び第4号から第7号までにより除かれるファイルは数えない",
        "対象人数: a number (62000, 62,000, ６２０００, 6万2千人), a range with both ends included (100000..299999, 500.., ..499), a band's printed label (1万人以上10万人未満) or code (from_10000_to_99999), or unknown. Files that 規則第4条第1号, 第2号 and 第4号 to 第7号 exempt do not count",
    ],
);

const HANDLERS: Opt<Facts> = Opt::value(
    "handlers",
    &Kind::new("COUNT", COUNT_ALLOWED, |text| fact("handlers", text)),
    ["取扱者数。書き方は対象人数と同じ", "取扱者数, written in the same way"],
);

const COUNT_ALLOWED: Words = [
    "数、100000..299999 などの範囲、区分のラベル若しくはコード、又は unknown",
    "a number, a range such as 100000..299999, a band's label or code, or unknown",
];

const INCIDENT: Opt<Facts> = Opt::value(
    "incident",
    &Kind::new("yes|no|unknown", ["yes、no 又は unknown", "yes, no or unknown"], |text| fact("incident", text)),
    [
        "過去一年以内に重大事故が発生したか。発生あり、発生なし、あり、なし とも書ける",
        "whether a serious incident occurred within the past year; 発生あり, 発生なし, あり and なし are read too",
    ],
);

const EXEMPTION: Opt<Exemption> = Opt::value(
    "exemption",
    &Kind::new("CODE", EXEMPTION_ALLOWED, value).codes(codes::<Exemption>),
    [
        "事務のすべてのファイルが除かれる理由（規則第4条第1号、第2号、第4号から第7号まで）：personnel_files_only、manual_files_only、health_insurance_society_files_only、mutual_aid_files_only、unlinked_files_only 又は audit_files_only",
        "why all files of the affair are exempt (規則第4条第1号, 第2号, 第4号 to 第7号): personnel_files_only, manual_files_only, health_insurance_society_files_only, mutual_aid_files_only, unlinked_files_only or audit_files_only",
    ],
);

const EXEMPTION_ALLOWED: Words = [
    "personnel_files_only、manual_files_only、health_insurance_society_files_only、mutual_aid_files_only、\
     unlinked_files_only 又は audit_files_only",
    "personnel_files_only, manual_files_only, health_insurance_society_files_only, mutual_aid_files_only, \
     unlinked_files_only or audit_files_only",
];

const INCIDENT_KNOWN: Opt<FormDate> = Opt::value(
    "incident-known",
    &Kind::new("DATE", DAY.allowed, value),
    [
        "評価実施機関が重大事故を知った日。発生がいつであっても、過去一年以内であれば該当する。--as-of より後の日は指定できない",
        "the day on which an incident became known to the body; it counts within the past year, whenever it occurred, and cannot be after --as-of",
    ],
);

const AS_OF: Opt<NaiveDate> = Opt::value(
    "as-of",
    &LAST_DAY,
    [
        "判断の基準日。2025-06-01、令和7年6月1日 など（既定は今日）。--incident-known だけに関わる",
        "the day of the determination, such as 2025-06-01 or 令和7年6月1日 (default: today). Only --incident-known depends on it",
    ],
);

const BODY_KIND: Opt<BodyKind> = Opt::value(
    "body",
    &BODY,
    [
        "administrative_organ（行政機関等）又は local_government（地方公共団体等）。全項目評価を義務付ける規定が異なる",
        "administrative_organ (行政機関等) or local_government (地方公共団体等): it decides which provision requires the all-item assessment",
    ],
);

const JSONL: Flag = Opt::flag(
    "jsonl",
    [
        "標準入力の1行に一つの JSON オブジェクト：評価書、又は population、handlers、incident（Rust での名前 serious_incident でもよい）、必要であれば incident_known、as_of、body の項目。\"?\" は不明",
        "one JSON object per line from standard input: an assessment, or facts with the fields population, handlers and incident (or serious_incident, its name in Rust), and optionally incident_known, as_of and body; \"?\" is unknown",
    ],
)
.excludes(&["population", "handlers", "incident", "exemption", "incident-known", "as-of", "body"])
.because([
    "--jsonl は標準入力からしきい値判断項目を読む",
    "--jsonl reads the facts from standard input",
]);

const LINES_AT_ONCE: Opt<usize> = JOBS
    .help([
        "行を同時に読む数。1（既定）から 256 まで。出力は変わらない",
        "how many jobs read the lines, from 1 (the default) to 256; the output is the same",
    ])
    .with(&["jsonl"]);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared
        .heading(["一つの事務（指定しない項目は不明とする）", "One affair (facts that are not given are open)"])
        .add(&POPULATION)
        .add(&HANDLERS)
        .add(&INCIDENT)
        .add(&EXEMPTION)
        .add(&INCIDENT_KNOWN)
        .add(&AS_OF)
        .add(&BODY_KIND)
        .heading(["多くの事務", "Many affairs"])
        .add(&JSONL)
        .add(&LINES_AT_ONCE)
        .heading(["オプション", "Options"])
        .add(&JSON)
        .after([
            "事務を指定しなければ、公表された5件の事務について、しきい値判断項目、判断の結果、評価書に記載された結果を示す。\n終了コード：0 成功。1 公表された結果がしきい値判断項目と合わない。2 読めない入力",
            "Without an affair: five published affairs, with their facts, the determination, and the result that each document declares.\nexit status: 0 success; 1 a published result does not agree with its facts; 2 unusable input",
        ])
}

pub(super) enum Task {
    Affairs,
    Facts { facts: Facts, exemption: Option<Exemption>, body: Option<BodyKind> },
    Lines { jobs: usize },
}

impl Task {
    pub(super) fn read(given: &ArgMatches) -> Result<Self, Both> {
        if JSONL.is_in(given) {
            return Ok(Self::Lines { jobs: LINES_AT_ONCE.of(given).unwrap_or(1) });
        }
        let [population, handlers, incident] = [POPULATION, HANDLERS, INCIDENT].map(|option| option.of(given));
        let (exemption, known, as_of, body) =
            (EXEMPTION.of(given), INCIDENT_KNOWN.of(given), AS_OF.of(given), BODY_KIND.of(given));
        let is_fact = [population, handlers, incident].iter().any(Option::is_some);
        if !is_fact && exemption.is_none() && known.is_none() && as_of.is_none() && body.is_none() {
            return Ok(Self::Affairs);
        }
        let facts = Facts {
            population: population.and_then(|given| given.population),
            handlers: handlers.and_then(|given| given.handlers),
            serious_incident: incident.and_then(|given| given.serious_incident),
        };
        let facts = or_known(facts, known, as_of.unwrap_or_else(today));
        Ok(Self::Facts { facts: facts.map_err(|error| Both::from(error).at("--incident-known"))?, exemption, body })
    }
}

/// Reads a fact as a line of `--jsonl` gives it.
fn fact(field: &'static str, text: &str) -> Result<Facts, Both> {
    load(json!({ field: text })).map_err(|error| match error.reason {
        Some(why) => Both::said(|language| why.text(language)),
        None => Both::one(error.source.to_string()),
    })
}
