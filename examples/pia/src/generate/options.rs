//! The options of `pia generate`.

use std::path::PathBuf;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use clap::ArgMatches;
use clap::builder::PossibleValue;
use mynumber_pia::AssessmentKind;
use mynumber_pia::affair::{AGREE_RULES, AgreeRule};
use mynumber_pia::validate::{RULES, Rule};
use mynumber_pia::value::band::PopulationBand;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::error::excerpt;

use crate::options::{Both, Declared, FOLDER, Flag, Kind, Opt, Words, codes, not_one, value};

const KIND: Opt<AssessmentKind> = Opt::value(
    "kind",
    &Kind::new("KIND", ["basic_item、key_item 又は all_item", "basic_item, key_item or all_item"], value)
        .codes(codes::<AssessmentKind>),
    ["この種類の評価書", "documents of this kind"],
)
.needed([
    "--kind（basic_item、key_item 又は all_item）、--defect（--list-defects のコード）、--municipality（1から200までの数）又は --nation を指定する",
    "give --kind (basic_item, key_item or all_item), --defect (a code of --list-defects), --municipality (a number from 1 to 200) or --nation",
])
.instead(&["defect", "municipality", "nation", "disagreement", "list-defects", "list-disagreements"]);

const DEFECT: Opt<Rule> = Opt::value(
    "defect",
    &Kind::new("CODE", DEFECT_ALLOWED, rule)
        .codes(|| RULES.iter().map(|row| PossibleValue::new(row.rule.code())).collect()),
    [
        "検査のこの規則だけに、一つの項目で反する評価書",
        "documents that break only this rule of the check, each at one item",
    ],
);

const DEFECT_ALLOWED: Words = ["--list-defects のコード", "a code of --list-defects"];

const LIST_DEFECTS: Flag = Opt::flag(
    "list-defects",
    [
        "--defect の値：コード、重大さ、検査の内容（タブ区切り）",
        "the values of --defect: code, severity and what is checked, separated by tabs",
    ],
);

const MUNICIPALITY: Opt<u32> = Opt::value(
    "municipality",
    &Kind::new("AFFAIRS", AFFAIRS, |text| within(text, AFFAIRS, 200)),
    [
        "この数（1から200まで）の事務を行う一つの実施機関。事務ごとに、基礎項目評価書と、しきい値判断により必要な重点項目評価書又は全項目評価書",
        "one body with this many affairs (1 to 200): of each, the 基礎項目評価書 and the deeper paper that its facts require",
    ],
)
.excludes(&["kind", "count", "defect"])
.because([
    "--municipality は様式と数を選び、誤りのない評価書を作る",
    "--municipality chooses forms and numbers, and makes documents without defects",
]);

const AFFAIRS: Words = ["1から200までの数", "a number from 1 to 200"];

const NATION: Opt<u32> = Opt::value(
    "nation",
    &Kind::new("BODIES", BODIES, |text| within(text, BODIES, 100_000)),
    [
        "この数（1から100000まで。既定は市区町村の数の1741）の実施機関を順に。事務はそれぞれ20から40まで。多くは数千人の町、一部は30万人以上の市",
        "this many bodies (1 to 100000, by default the 1741 municipalities), one after the other, with 20 to 40 affairs each; most are towns with some thousand people, a few are cities with 300,000 and more",
    ],
)
.optional("1741")
.excludes(&["kind", "count", "population", "defect", "municipality"])
.because(["--nation は実施機関、規模及び様式を選ぶ", "--nation chooses bodies, sizes and forms"]);

const BODIES: Words = ["1から100000までの数", "a number from 1 to 100000"];

const DISAGREEMENT: Opt<AgreeRule> = Opt::value(
    "disagreement",
    &Kind::new("CODE", DISAGREEMENT_ALLOWED, agree_rule)
        .codes(|| AGREE_RULES.iter().map(|row| PossibleValue::new(row.rule.code())).collect()),
    [
        "一つ又は二つの事務の評価書。それぞれに誤りはないが、評価書相互の規則のうち、この規則だけに反する。規則が必要とするときは、計画管理書（register.json）も",
        "the papers of one or two affairs, each of them valid, that break only this rule between papers; with register.json if the rule needs it",
    ],
)
.with(&["into"])
.excludes(&["kind", "count", "defect", "municipality", "nation"])
.because(["--disagreement は評価書及び様式を選ぶ", "--disagreement chooses papers and forms"]);

const DISAGREEMENT_ALLOWED: Words = ["--list-disagreements のコード", "a code of --list-disagreements"];

const LIST_DISAGREEMENTS: Flag = Opt::flag(
    "list-disagreements",
    [
        "--disagreement の値：コード、重大さ、規則の内容（タブ区切り）",
        "the values of --disagreement: code, severity and what is checked, separated by tabs",
    ],
);

const COUNT: Opt<u32> = Opt::value(
    "count",
    &Kind::new("N", COUNT_ALLOWED, |text| within(text, COUNT_ALLOWED, 1_000_000)),
    ["評価書の数（既定は 1）", "how many documents (default 1)"],
);

const COUNT_ALLOWED: Words = ["1から1000000までの数", "a number from 1 to 1000000"];

const SEED: Opt<u64> = Opt::value(
    "seed",
    &Kind::new("S", SEED_ALLOWED, |text| number(text, SEED_ALLOWED)),
    ["種（既定は 0）。次の評価書の種は S + 1", "the seed (default 0); the next document has the seed S + 1"],
);

const SEED_ALLOWED: Words = ["0から18446744073709551615までの数", "a number from 0 to 18446744073709551615"];

const POPULATION: Opt<PopulationBand> = Opt::value(
    "population",
    &Kind::new(
        "BAND",
        [
            "from_10000_to_99999、1万人以上10万人未満 などの対象人数の区分",
            "a band of 対象人数, such as from_10000_to_99999 or 1万人以上10万人未満",
        ],
        value,
    )
    .codes(codes::<PopulationBand>),
    [
        "対象人数の区分。コード（from_10000_to_99999）又は印字されたラベル（1万人以上10万人未満）",
        "対象人数, by its code (from_10000_to_99999) or printed label (1万人以上10万人未満)",
    ],
);

const AS_OF: Opt<NaiveDate> = Opt::value(
    "as-of",
    &Kind::new("DATE", DATE, day),
    [
        "2018-01-01 から 2100-12-31 まで。2025-06-01（既定）、令和7年6月1日 など。評価書の日付はこの日か、その前700日以内",
        "from 2018-01-01 to 2100-12-31, such as 2025-06-01 (the default) or 令和7年6月1日: the documents are dated that day or up to 700 days before",
    ],
);

const DATE: Words = ["2018-01-01から2100-12-31までの日", "a date from 2018-01-01 to 2100-12-31"];

const INTO: Opt<String> = Opt::value(
    "into",
    &FOLDER,
    [
        "評価書ごとのファイルと実施機関の計画管理書（register.json）を書くフォルダー。なければ作る。既にあるファイルは置き換えない",
        "one file for each paper, and the assessment plan register (計画管理書) of the body as register.json, in this folder; it is made if it does not exist, and a file that exists is not replaced",
    ],
)
.with(&["municipality", "disagreement"]);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared
        .heading(["作るもの（どれか一つ）", "What to make (one of them)"])
        .add(&KIND)
        .add(&DEFECT)
        .add(&MUNICIPALITY)
        .add(&NATION)
        .add(&DISAGREEMENT)
        .add(&LIST_DEFECTS)
        .add(&LIST_DISAGREEMENTS)
        .heading(["オプション", "Options"])
        .add(&COUNT)
        .add(&SEED)
        .add(&POPULATION)
        .add(&AS_OF)
        .add(&INTO)
        .after([
            "--into がなければ、1行に一つの JSON の評価書。検査の指摘はない、又はその誤り一つだけである。基準日が DATE でも、validate の既定の日でも同じ。\n終了コード：0 成功。2 指定の誤り",
            "One JSON document per line, without --into. A check finds nothing in them, or only the one defect, both as of DATE and as of the day that validate takes by default.\nexit status: 0 success; 2 unusable options",
        ])
}

pub(crate) struct Arguments {
    pub(crate) task: Task,
    pub(crate) seed: u64,
    pub(crate) population: Option<PopulationBand>,
    pub(crate) as_of: Option<NaiveDate>,
}

pub(crate) enum Task {
    Documents { kind: AssessmentKind, count: u64 },
    Mutants { rule: Rule, kind: Option<AssessmentKind>, count: u64 },
    ListDefects,
    Municipality { affairs: u32, into: Option<PathBuf> },
    Disagreement { rule: AgreeRule, into: PathBuf },
    ListDisagreements,
    Nation { bodies: u32 },
}

impl Arguments {
    pub(crate) fn read(given: &ArgMatches) -> Result<Self, Both> {
        let (kind, population, into) = (KIND.of(given), POPULATION.of(given), INTO.of(given).map(PathBuf::from));
        let count = COUNT.of(given).unwrap_or(1).into();
        let task = if LIST_DEFECTS.is_in(given) {
            Task::ListDefects
        } else if LIST_DISAGREEMENTS.is_in(given) {
            Task::ListDisagreements
        } else if let (Some(rule), Some(into)) = (DISAGREEMENT.of(given), into.clone()) {
            Task::Disagreement { rule, into }
        } else if let Some(bodies) = NATION.of(given) {
            Task::Nation { bodies }
        } else if let Some(affairs) = MUNICIPALITY.of(given) {
            Task::Municipality { affairs, into }
        } else if let Some(rule) = DEFECT.of(given) {
            Task::Mutants { rule, kind, count }
        } else if let Some(kind) = kind {
            Task::Documents { kind, count }
        } else {
            // One of them is needed.
            return Err(KIND.missing());
        };
        if let (Some(kind), Some(band)) = (kind, population)
            && band.printed_on(kind).is_none()
        {
            let (form, band) = (kind.form(), band.label());
            return Err(Both::new(
                format!("--population：{form}に{band}の区分はない"),
                format!("--population: {form} does not offer {band}"),
            ));
        }
        Ok(Self { task, seed: SEED.of(given).unwrap_or_default(), population, as_of: AS_OF.of(given) })
    }
}

fn rule(code: &str) -> Result<Rule, Both> {
    let row = RULES.iter().find(|row| row.rule.code() == code);
    row.map(|row| row.rule).ok_or_else(|| not_one(code, DEFECT_ALLOWED))
}

fn agree_rule(code: &str) -> Result<AgreeRule, Both> {
    let row = AGREE_RULES.iter().find(|row| row.rule.code() == code);
    row.map(|row| row.rule).ok_or_else(|| not_one(code, DISAGREEMENT_ALLOWED))
}

/// A day on which there can be documents.
fn day(text: &str) -> Result<NaiveDate, Both> {
    let day = value::<FormDate>(text)?.last_day();
    if (2018..=2100).contains(&day.year()) { Ok(day) } else { Err(out_of_range(text, DATE)) }
}

fn within(text: &str, allowed: Words, most: u32) -> Result<u32, Both> {
    let number = number(text, allowed)?;
    if (1..=most).contains(&number) { Ok(number) } else { Err(out_of_range(text, allowed)) }
}

fn number<T: FromStr>(text: &str, allowed: Words) -> Result<T, Both> {
    text.parse().map_err(|_| not_one(text, allowed))
}

fn out_of_range(seen: &str, [japanese, english]: Words) -> Both {
    let seen = excerpt(seen);
    Both::new(format!("「{seen}」は範囲の外である：{japanese}"), format!("\"{seen}\" is out of range: {english}"))
}
