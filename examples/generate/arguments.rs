//! The command line.

use std::path::PathBuf;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use lexopt::{Arg, Parser};
use mynumber_pia::affair::{AGREE_RULES, AgreeRule};
use mynumber_pia::validate::{RULES, Rule};
use mynumber_pia::value::band::PopulationBand;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::error::excerpt;
use mynumber_pia::{AssessmentKind, Language};

use crate::options::{self, Both, LANGUAGE, both, not_one, once, value};

pub(crate) const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
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
--lang the language of help, errors and --list-defects: ja (the default) or en

exit status: 0 success; 2 unusable options
";

const HELP_JA: &str = "\
試験用データ：架空の、誤りのない評価書。同じ種からは常に同じものができる

generate --kind basic_item|key_item|all_item [--count N] [--seed S] [--population BAND] [--as-of DATE]
    その様式の評価書を N 件（既定は1件）。種は S、S + 1、S + 2、…（S の既定は 0）
generate --defect CODE [--kind KIND] [--count N] [--seed S] [--population BAND] [--as-of DATE]
    検査のその規則だけに、一つの項目で反する評価書を N 件
generate --list-defects
    --defect の値：コード、重大さ、検査の内容（タブ区切り）
generate --municipality AFFAIRS [--seed S] [--population BAND] [--as-of DATE] [--into FOLDER]
    この数（1から200まで）の事務を行う一つの実施機関。事務ごとに、基礎項目評価書と、しきい値判断により必要な重点項目評価書又は
    全項目評価書。--into を付けると、評価書ごとのファイルと実施機関の計画管理書（register.json）
generate --disagreement CODE --into FOLDER [--seed S] [--population BAND] [--as-of DATE]
    一つ又は二つの事務の評価書。それぞれに誤りはないが、評価書相互の規則のうち、その規則だけに反する。規則が必要とするときは、
    計画管理書（register.json）も
generate --list-disagreements
    --disagreement の値：コード、重大さ、規則の内容（タブ区切り）
generate --nation [BODIES] [--seed S] [--as-of DATE]
    この数（1から100000まで。既定は市区町村の数の1741）の実施機関を順に。事務はそれぞれ20から40まで。多くは数千人の町、
    一部は30万人以上の市

1行に一つの JSON の評価書。検査の指摘はない、又はその誤り一つだけである。基準日が DATE でも、validate の既定の日でも同じ。

BAND   対象人数の区分。コード（from_10000_to_99999）又は印字されたラベル（1万人以上10万人未満）
FOLDER なければ作る。既にあるファイルは置き換えない
DATE   2018-01-01 から 2100-12-31 まで。2025-06-01（既定）、令和7年6月1日 など。評価書の日付はこの日か、その前700日以内
--lang ヘルプ、誤り及び --list-defects の言語：ja（既定）又は en

終了コード：0 成功。2 指定の誤り
";

const OPTIONS: &[&str] = &[
    "--kind",
    "--count",
    "--seed",
    "--population",
    "--as-of",
    "--defect",
    "--list-defects",
    "--municipality",
    "--nation",
    "--disagreement",
    "--list-disagreements",
    "--into",
    "--lang",
];
const KIND: Both = both("basic_item、key_item 又は all_item", "basic_item, key_item or all_item");
const BAND: Both = both(
    "from_10000_to_99999、1万人以上10万人未満 などの対象人数の区分",
    "a band of 対象人数, such as from_10000_to_99999 or 1万人以上10万人未満",
);
const DEFECT: Both = both("--list-defects のコード", "a code of --list-defects");
const DISAGREEMENT: Both = both("--list-disagreements のコード", "a code of --list-disagreements");
const FOLDER: Both = both("書き込むフォルダー", "the folder to write files into");
const COUNT: Both = both("1から1000000までの数", "a number from 1 to 1000000");
const SEED: Both = both("0から18446744073709551615までの数", "a number from 0 to 18446744073709551615");
const AFFAIRS: Both = both("1から200までの数", "a number from 1 to 200");
const BODIES: Both = both("1から100000までの数", "a number from 1 to 100000");
/// The number of municipalities.
const EVERY_BODY: &str = "1741";
const DATE: Both = both("2018-01-01から2100-12-31までの日", "a date from 2018-01-01 to 2100-12-31");

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
    language: Option<String>,
    list: bool,
    list_disagreements: bool,
}

pub(crate) fn read() -> Result<Arguments, Both> {
    let mut given = Given::default();
    let mut parser = Parser::from_env();
    while let Some(arg) = options::next(&mut parser)? {
        match arg {
            Arg::Long("kind") => once(&mut given.kind, "--kind", &KIND, &mut parser)?,
            Arg::Long("defect") => once(&mut given.defect, "--defect", &DEFECT, &mut parser)?,
            Arg::Long("count") => once(&mut given.count, "--count", &COUNT, &mut parser)?,
            Arg::Long("seed") => once(&mut given.seed, "--seed", &SEED, &mut parser)?,
            Arg::Long("population") => once(&mut given.population, "--population", &BAND, &mut parser)?,
            Arg::Long("municipality") => once(&mut given.municipality, "--municipality", &AFFAIRS, &mut parser)?,
            Arg::Long("nation") => nation(&mut given.nation, &mut parser)?,
            Arg::Long("disagreement") => once(&mut given.disagreement, "--disagreement", &DISAGREEMENT, &mut parser)?,
            Arg::Long("into") => once(&mut given.into, "--into", &FOLDER, &mut parser)?,
            Arg::Long("list-disagreements") => given.list_disagreements = true,
            Arg::Long("as-of") => once(&mut given.as_of, "--as-of", &DATE, &mut parser)?,
            Arg::Long("lang") => once(&mut given.language, "--lang", &LANGUAGE, &mut parser)?,
            Arg::Long("list-defects") => given.list = true,
            Arg::Long("help") | Arg::Short('h') => return Ok(Arguments::of(Task::Help)),
            Arg::Long(_) | Arg::Short(_) | Arg::Value(_) => return Err(options::unknown(arg, OPTIONS)),
        }
    }
    task(given)
}

#[expect(clippy::too_many_lines, reason = "a check for each pair of options that exclude each other")]
fn task(given: Given) -> Result<Arguments, Both> {
    let Given {
        kind,
        defect,
        count,
        seed,
        population,
        municipality,
        nation,
        disagreement,
        into,
        as_of,
        language,
        list,
        list_disagreements,
    } = given;
    options::language(language)?;
    if list {
        return Ok(Arguments::of(Task::ListDefects));
    }
    if list_disagreements {
        return Ok(Arguments::of(Task::ListDisagreements));
    }
    let seed = seed.map(|seed| number("--seed", &SEED, &seed)).transpose()?.unwrap_or_default();
    let population: Option<PopulationBand> = value("--population", population)?;
    let as_of = as_of.map(|text| day(&text)).transpose()?;
    if into.is_some() && municipality.is_none() && disagreement.is_none() {
        return Err(both(
            "--into は --municipality と --disagreement とだけ使える",
            "--into is only for --municipality and --disagreement",
        ));
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
            return Err(Both::new(
                format!("--disagreement は評価書及び様式を選ぶ。{other} は同時に指定できない"),
                format!("--disagreement chooses papers and forms: {other} is not allowed with it"),
            ));
        }
        let into = into.ok_or_else(|| {
            FOLDER.map(
                |folder| format!("--disagreement には --into が必要である：{folder}"),
                |folder| format!("--disagreement needs --into: {folder}"),
            )
        })?;
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
            return Err(Both::new(
                format!("--nation は実施機関、規模及び様式を選ぶ。{other} は同時に指定できない"),
                format!("--nation chooses bodies, sizes and forms: {other} is not allowed with it"),
            ));
        }
        Task::Nation { bodies: within("--nation", &BODIES, &bodies, 100_000)? }
    } else if let Some(affairs) = municipality {
        if kind.is_some() {
            return Err(both(
                "--municipality は事務ごとに様式を選ぶ。--kind は同時に指定できない",
                "--municipality chooses the form of each affair: --kind is not allowed with it",
            ));
        }
        if count.is_some() {
            return Err(both(
                "--municipality は評価書の数を定める。--count は同時に指定できない",
                "--municipality sets the number of documents: --count is not allowed with it",
            ));
        }
        if defect.is_some() {
            return Err(both(
                "--municipality は誤りのない評価書を作る。--defect は同時に指定できない",
                "--municipality generates documents without defects: --defect is not allowed with it",
            ));
        }
        Task::Municipality { affairs: within("--municipality", &AFFAIRS, &affairs, 200)?, into }
    } else {
        let kind = value("--kind", kind)?;
        let count = count.map(|count| within("--count", &COUNT, &count, 1_000_000)).transpose()?;
        let count = u64::from(count.unwrap_or(1));
        match (kind, defect) {
            (None, None) => {
                let of = |language| [KIND, DEFECT, AFFAIRS].map(|values| values.text(language).to_string());
                let [kind, defect, affairs] = of(Language::Japanese);
                let japanese = format!(
                    "--kind（{kind}）、--defect（{defect}）、--municipality（{affairs}）又は --nation を指定する"
                );
                let [kind, defect, affairs] = of(Language::English);
                let english =
                    format!("give --kind ({kind}), --defect ({defect}), --municipality ({affairs}) or --nation");
                return Err(Both::new(japanese, english));
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
        let (form, band) = (kind.form(), band.label());
        return Err(Both::new(
            format!("--population：{form}に{band}の区分はない"),
            format!("--population: {form} does not offer {band}"),
        ));
    }
    Ok(Arguments { task, seed, population, as_of })
}

/// The option `--nation`, which may be given once. Its number is the next argument, unless that is another option.
fn nation(slot: &mut Option<String>, parser: &mut Parser) -> Result<(), Both> {
    let mut bodies = parser.optional_value();
    if bodies.is_none()
        && let Some(mut rest) = parser.try_raw_args()
    {
        bodies = rest.next_if(|next| !next.to_string_lossy().starts_with('-'));
    }
    let bodies = bodies.unwrap_or_else(|| EVERY_BODY.into());
    let bodies = options::text(bodies).map_err(|error| error.at("--nation"))?;
    options::is_first(slot.replace(bodies), "--nation")
}

fn rule(code: &str) -> Result<Rule, Both> {
    let row = RULES.iter().find(|row| row.rule.code() == code);
    row.map(|row| row.rule).ok_or_else(|| not_one("--defect", code, &DEFECT))
}

fn agree_rule(code: &str) -> Result<AgreeRule, Both> {
    let row = AGREE_RULES.iter().find(|row| row.rule.code() == code);
    row.map(|row| row.rule).ok_or_else(|| not_one("--disagreement", code, &DISAGREEMENT))
}

/// A day on which there can be documents.
fn day(text: &str) -> Result<NaiveDate, Both> {
    let date: FormDate = text.parse().map_err(|error| Both::error(&error).at("--as-of"))?;
    let day = date.last_day();
    if (2018..=2100).contains(&day.year()) { Ok(day) } else { Err(out_of_range("--as-of", text, &DATE)) }
}

fn within(name: &str, allowed: &Both, text: &str, most: u32) -> Result<u32, Both> {
    let number = number(name, allowed, text)?;
    if (1..=most).contains(&number) { Ok(number) } else { Err(out_of_range(name, text, allowed)) }
}

fn number<T: FromStr>(name: &str, allowed: &Both, text: &str) -> Result<T, Both> {
    text.parse().map_err(|_| not_one(name, text, allowed))
}

fn out_of_range(name: &str, seen: &str, allowed: &Both) -> Both {
    let seen = excerpt(seen);
    allowed.map(
        |allowed| format!("{name}：「{seen}」は範囲の外である：{allowed}"),
        |allowed| format!("{name}: \"{seen}\" is out of range: {allowed}"),
    )
}
