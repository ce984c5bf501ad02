//! The command line.

use lexopt::{Arg, Parser};
use mynumber_pia::Facts;
use mynumber_pia::Language;
use mynumber_pia::assessment::load;
use mynumber_pia::threshold::Exemption;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::kind::BodyKind;
use serde_json::json;

use crate::clock::today;
use crate::jobs::{self, JOBS};
use crate::known::or_known;
use crate::options::{self, BODY, Both, DAY, LANGUAGE, both, once, value};

pub(crate) const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
しきい値判断: which 特定個人情報保護評価 an affair needs, and why

threshold [--json] [--lang ja|en]
    five published affairs: their facts, the determination, and the result that each document declares
threshold [--population COUNT] [--handlers COUNT] [--incident yes|no|unknown] [--exemption CODE]
          [--incident-known DATE] [--as-of DATE] [--body KIND] [--json] [--lang ja|en]
    one affair; facts that are not given are open
threshold --jsonl [--jobs N]
    one JSON object per line from standard input: an assessment, or facts with the fields population, handlers and incident
    (or serious_incident, its name in Rust), and optionally incident_known, as_of and body

COUNT  a number (62000, 62,000, ６２０００), a range with both ends included (100000..299999, 500.., ..499), a band's
       printed label (1万人以上10万人未満) or code (from_10000_to_99999), or unknown (in JSON also \"?\")
       files that 規則第4条第1号, 第2号 and 第4号 to 第7号 exempt do not count
CODE   all files of the affair are exempt (規則第4条第1号, 第2号, 第4号 to 第7号): personnel_files_only, manual_files_only,
       health_insurance_society_files_only, mutual_aid_files_only, unlinked_files_only or audit_files_only
KIND   administrative_organ (行政機関等) or local_government (地方公共団体等): it decides which provision requires the
       all-item assessment
--incident        whether a serious incident occurred within the past year
--incident-known  the day on which an incident became known to the body; it counts within the past year, whenever it occurred,
                  and cannot be after --as-of
--as-of           the day of the determination, such as 2025-06-01 or 令和7年6月1日 (default: today). Only --incident-known
                  depends on it
--jobs            how many jobs read the lines of --jsonl, from 1 (the default) to 256; the output is the same
--lang            the language of the text: ja (the default) or en
--json            one object per line

exit status: 0 success; 1 a published result does not agree with its facts; 2 unusable input
";

const HELP_JA: &str = "\
しきい値判断：事務にどの特定個人情報保護評価が必要か、その理由

threshold [--json] [--lang ja|en]
    公表された5件の事務：しきい値判断項目、判断の結果、評価書に記載された結果
threshold [--population COUNT] [--handlers COUNT] [--incident yes|no|unknown] [--exemption CODE]
          [--incident-known DATE] [--as-of DATE] [--body KIND] [--json] [--lang ja|en]
    一つの事務。指定しない項目は不明とする
threshold --jsonl [--jobs N]
    標準入力の1行に一つの JSON オブジェクト：評価書、又は population、handlers、incident（Rust での名前 serious_incident でも
    よい）、必要であれば incident_known、as_of、body の項目

COUNT  数（62000、62,000、６２０００）、両端を含む範囲（100000..299999、500..、..499）、区分のラベル（1万人以上10万人未満）
       又はコード（from_10000_to_99999）、unknown（JSON では \"?\" でもよい）
       規則第4条第1号、第2号及び第4号から第7号までにより除かれるファイルは数えない
CODE   事務のすべてのファイルが除かれる（規則第4条第1号、第2号、第4号から第7号まで）：personnel_files_only、manual_files_only、
       health_insurance_society_files_only、mutual_aid_files_only、unlinked_files_only、audit_files_only
KIND   administrative_organ（行政機関等）又は local_government（地方公共団体等）。全項目評価を義務付ける規定が異なる
--incident        過去一年以内に重大事故が発生したか
--incident-known  評価実施機関が重大事故を知った日。発生がいつであっても、過去一年以内であれば該当する。--as-of より後の日は
                  指定できない
--as-of           判断の基準日。2025-06-01、令和7年6月1日 など（既定は今日）。--incident-known だけに関わる
--jobs            --jsonl の行を同時に読む数。1（既定）から 256 まで。出力は変わらない
--lang            出力とヘルプの言語：ja（既定）又は en
--json            1行に一つのオブジェクト

終了コード：0 成功。1 公表された結果がしきい値判断項目と合わない。2 読めない入力
";

const OPTIONS: &[&str] = &[
    "--population",
    "--handlers",
    "--incident",
    "--exemption",
    "--incident-known",
    "--as-of",
    "--body",
    "--jobs",
    "--json",
    "--jsonl",
    "--lang",
];
const COUNT: Both = both(
    "数、100000..299999 などの範囲、区分のラベル若しくはコード、又は unknown",
    "a number, a range such as 100000..299999, a band's label or code, or unknown",
);
const INCIDENT: Both = both("yes、no 又は unknown", "yes, no or unknown");
const EXEMPTION: Both = both(
    "personnel_files_only、manual_files_only、health_insurance_society_files_only、mutual_aid_files_only、\
     unlinked_files_only 又は audit_files_only",
    "personnel_files_only, manual_files_only, health_insurance_society_files_only, mutual_aid_files_only, \
     unlinked_files_only or audit_files_only",
);

pub(crate) struct Arguments {
    pub(crate) task: Task,
    pub(crate) json: bool,
    pub(crate) language: Language,
}

pub(crate) enum Task {
    Help,
    Affairs,
    Facts { facts: Facts, exemption: Option<Exemption>, body: Option<BodyKind> },
    Lines { jobs: usize },
}

/// The options of the command line. Each may be given once.
#[derive(Default)]
struct Given {
    population: Option<String>,
    handlers: Option<String>,
    incident: Option<String>,
    exemption: Option<String>,
    incident_known: Option<String>,
    as_of: Option<String>,
    body: Option<String>,
    lang: Option<String>,
    jobs: Option<String>,
    json: bool,
    jsonl: bool,
}

pub(crate) fn read() -> Result<Arguments, Both> {
    let mut given = Given::default();
    let mut parser = Parser::from_env();
    while let Some(arg) = options::next(&mut parser)? {
        match arg {
            Arg::Long("population") => once(&mut given.population, "--population", &COUNT, &mut parser)?,
            Arg::Long("handlers") => once(&mut given.handlers, "--handlers", &COUNT, &mut parser)?,
            Arg::Long("incident") => once(&mut given.incident, "--incident", &INCIDENT, &mut parser)?,
            Arg::Long("exemption") => once(&mut given.exemption, "--exemption", &EXEMPTION, &mut parser)?,
            Arg::Long("incident-known") => once(&mut given.incident_known, "--incident-known", &DAY, &mut parser)?,
            Arg::Long("as-of") => once(&mut given.as_of, "--as-of", &DAY, &mut parser)?,
            Arg::Long("body") => once(&mut given.body, "--body", &BODY, &mut parser)?,
            Arg::Long("lang") => once(&mut given.lang, "--lang", &LANGUAGE, &mut parser)?,
            Arg::Long("jobs") => once(&mut given.jobs, "--jobs", &JOBS, &mut parser)?,
            Arg::Long("json") => given.json = true,
            Arg::Long("jsonl") => given.jsonl = true,
            Arg::Long("help") | Arg::Short('h') => {
                return Ok(Arguments { task: Task::Help, json: false, language: Language::default() });
            }
            Arg::Long(_) | Arg::Short(_) | Arg::Value(_) => return Err(options::unknown(arg, OPTIONS)),
        }
    }
    task(given)
}

fn task(given: Given) -> Result<Arguments, Both> {
    let Given { population, handlers, incident, exemption, incident_known, as_of, body, lang, jobs, json, jsonl } =
        given;
    let facts = [&population, &handlers, &incident, &exemption, &incident_known, &as_of, &body];
    let task = match (jsonl, facts.iter().any(|fact| fact.is_some())) {
        (true, true) => {
            return Err(both(
                "--jsonl は標準入力からしきい値判断項目を読む。ほかの項目は同時に指定できない",
                "--jsonl reads the facts from standard input: no other facts are allowed with it",
            ));
        }
        (true, false) => Task::Lines { jobs: jobs::jobs(jobs)? },
        (false, _) if jobs.is_some() => {
            return Err(both("--jobs は --jsonl とだけ使える", "--jobs is only allowed with --jsonl"));
        }
        (false, false) => Task::Affairs,
        (false, true) => {
            let facts = Facts {
                population: fact("--population", "population", population)?.population,
                handlers: fact("--handlers", "handlers", handlers)?.handlers,
                serious_incident: fact("--incident", "incident", incident)?.serious_incident,
            };
            let known: Option<FormDate> = value("--incident-known", incident_known)?;
            let as_of: Option<FormDate> = value("--as-of", as_of)?;
            Task::Facts {
                facts: or_known(facts, known, as_of.map_or_else(today, FormDate::last_day))
                    .map_err(|error| Both::error(&error).at("--incident-known"))?,
                exemption: value("--exemption", exemption)?,
                body: value("--body", body)?,
            }
        }
    };
    let language = options::language(lang)?;
    Ok(Arguments { task, json, language })
}

/// Reads a fact as a line of `--jsonl` gives it. A fact that is not given is open.
fn fact(name: &str, field: &'static str, text: Option<String>) -> Result<Facts, Both> {
    let Some(text) = text else { return Ok(Facts::default()) };
    let facts: Result<Facts, _> = load(json!({ field: text }));
    facts.map_err(|error| error.reason.map_or_else(|| Both::error(&error.source), |why| Both::error(&why)).at(name))
}
