//! 評価書の検査: reports what is missing or contradictory in an assessment, in the order of the form.

mod baseline;

use std::collections::BTreeSet;
use std::io::{self, Write};

use chrono::NaiveDate;
use clap::ArgMatches;
use mynumber_pia::threshold::Exemption;
use mynumber_pia::validate::{FindingStatus, Language, MAX_FINDINGS, RULES, Severity, validate_with};
use mynumber_pia::{Assessment, Finding};
use serde::Serialize;

use self::baseline::{Baseline, gone_text};
use crate::clock::today;
use crate::input::{Name, Run};
use crate::made_by::json_line;
use crate::options::{Both, Declared, FILES, Flag, JOBS, Kind, LAST_DAY, Opt, Words, both, codes, value, word};
use crate::{Failure, Out};

pub(crate) const ABOUT: Words = [
    "評価書の検査：評価書に欠けているもの、矛盾しているものを様式の順に示す",
    "評価書の検査: what is missing or contradictory in assessments, in the order of the form",
];

const AS_OF: Opt<NaiveDate> = Opt::value(
    "as-of",
    &LAST_DAY,
    [
        "検査の基準日。2025-06-01、令和7年6月1日 など（既定は公表日、なければ最後の変更日、それもなければ今日）",
        "the day of the check, such as 2025-06-01 or 令和7年6月1日 (default: the day of publication, or else of the last change, or else today)",
    ],
);

const EXEMPTION: Opt<Exemption> = Opt::value(
    "exemption",
    &Kind::new("CODE", ["personnel_files_only などのコード", "a code such as personnel_files_only"], value)
        .codes(codes::<Exemption>),
    [
        "規則第4条により適用されない理由。personnel_files_only など。様式には記載されない",
        "why 規則第4条 exempts the affairs, such as personnel_files_only; the forms do not record it",
    ],
);

const JSON: Flag = Opt::flag(
    "json",
    [
        "指摘ごとに一つの JSON オブジェクト。指定しなければ標準エラーに件数を示す",
        "one JSON object per finding; without it, a line with the counts on standard error",
    ],
);

const SINCE: Opt<String> = Opt::value(
    "since",
    &Kind::file(["評価書のファイル", "the file of an assessment"]),
    [
        "前の版のファイル。FILE の指摘のうち新しいものと、なくなったものを示す。一覧の順序が変わっても、指摘は新しくならない",
        "the file of an older version: lists the findings of FILE that are new, and those that are gone. Lists in another order make nothing new",
    ],
);

const ONE_FILE: Both = both("--since：FILE を一つ指定する", "--since: expected one FILE");

const BASELINE: Opt<String> = Opt::value(
    "baseline",
    &Kind::file(["「pia validate --json」の出力のファイル", "the file of what `pia validate --json` wrote"]),
    [
        "前回の検査の --json の出力。同じ名前のファイルの指摘と比べる",
        "what an earlier check with --json wrote; the findings of files with the same names are compared",
    ],
)
.excludes(&["since"])
.because(["--baseline は前回の検査と比べる", "--baseline compares with an earlier check"]);

const LIST: Flag = Opt::flag(
    "rules",
    [
        "すべての規則：重大さ、コード、検査の内容（指摘の文）、様式、出典",
        "every rule: severity, code, what it checks (in Japanese the text of its finding), forms, source",
    ],
)
.excludes(&["FILE", "as-of", "exemption", "json", "jobs", "since", "baseline"])
.because(["--rules はすべての規則を示す", "--rules lists every rule"]);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared.add(&FILES).add(&AS_OF).add(&EXEMPTION).add(&SINCE).add(&BASELINE).add(&JSON).add(&JOBS).add(&LIST).after([
        "一つの評価書の指摘が 100000件を超えるときは、そこまでを示し、標準エラーにその旨を示す。\n終了コード：0 誤りも警告もない。1 ある、又は指摘のすべてを示していない。2 読めない入力。--since 又は --baseline では、新しい指摘があるときだけ 1",
        "If a document has more than 100000 findings, only so many are listed, and a line on standard error says so.\nexit status: 0 no errors or warnings; 1 some, or not all findings are listed; 2 unusable input. With --since or --baseline, 1 only if a finding is new",
    ])
}

struct Arguments {
    files: Vec<String>,
    as_of: Option<NaiveDate>,
    exemption: Option<Exemption>,
    json: bool,
    jobs: usize,
    language: Language,
    baseline: Option<Baseline>,
}

pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    if LIST.is_in(given) {
        rules(out, language)?;
        return Ok(0);
    }
    let mut arguments = Arguments {
        files: FILES.all(given),
        as_of: AS_OF.of(given),
        exemption: EXEMPTION.of(given),
        json: JSON.is_in(given),
        jobs: JOBS.of(given).unwrap_or(1),
        language,
        baseline: None,
    };
    arguments.baseline = match (SINCE.of(given), BASELINE.of(given)) {
        (Some(_), _) if arguments.files.len() != 1 => return Err(ONE_FILE.into()),
        (Some(old), _) => Some(Baseline::of(&old, &arguments)?),
        (None, Some(file)) => Some(Baseline::read(&file)?),
        (None, None) => None,
    };
    Ok(check(out, &arguments)?)
}

/// The number of findings in all documents.
#[derive(Default)]
struct Counts {
    documents: usize,
    unusable: usize,
    /// The documents with more findings than are listed.
    cut: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Counts {
    fn add(&mut self, severity: Severity) {
        *match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Note => &mut self.notes,
        } += 1;
    }

    fn text(&self, language: Language) -> String {
        let Self { documents, unusable, cut: _, errors, warnings, notes } = self;
        let counted = |count: &usize, one: &str| format!("{count} {one}{}", if *count == 1 { "" } else { "s" });
        match language {
            Language::Japanese => {
                let unusable =
                    if *unusable == 0 { String::new() } else { format!("（読めないもの{unusable}件）") };
                format!("評価書{documents}件{unusable}：誤り{errors}件、警告{warnings}件、参考{notes}件")
            }
            Language::English => {
                let unusable = if *unusable == 0 { String::new() } else { format!(" ({unusable} unusable)") };
                let [documents, errors] = [counted(documents, "document"), counted(errors, "error")];
                let [warnings, notes] = [counted(warnings, "warning"), counted(notes, "note")];
                format!("{documents}{unusable}: {errors}, {warnings}, {notes}")
            }
        }
    }
}

fn check(out: &mut impl Write, arguments: &Arguments) -> io::Result<u8> {
    let Arguments { files, jobs, language, .. } = arguments;
    let run = Run { program: "pia validate", files, jobs: *jobs, language: *language };
    let mut counts = Counts::default();
    let (mut seen, mut new) = (BTreeSet::new(), 0);
    let unusable = run.each(
        out,
        |_, name, document| findings(arguments, name, document),
        |out, Found { name, text: found, severities, cut, new: is_new }| {
            seen.insert((name.file, name.index));
            new += is_new;
            counts.documents += 1;
            for severity in severities {
                counts.add(severity);
            }
            out.write_all(&found)?;
            if let Some(text) = cut {
                counts.cut += 1;
                out.flush()?;
                eprintln!("pia validate: {text}");
            }
            Ok(())
        },
    )?;
    // What was found in documents that a file does not have any more.
    if let Some(baseline) = &arguments.baseline {
        let is_left = |document: &(String, usize)| files.contains(&document.0) && !seen.contains(document);
        for (file, index) in baseline.documents().into_iter().filter(is_left) {
            for at in 0..baseline.keys(&file, index).len() {
                gone(out, arguments, baseline, (&file, index), at)?;
            }
        }
    }
    counts.documents += unusable;
    counts.unusable = unusable;
    // The counts of no document say nothing that the errors do not.
    if !arguments.json && counts.documents > unusable {
        eprintln!("pia validate: {}", counts.text(*language));
    }
    Ok(match counts {
        Counts { unusable: 1.., .. } => 2,
        Counts { .. } if arguments.baseline.is_some() => u8::from(new > 0),
        Counts { errors: 1.., .. } | Counts { warnings: 1.., .. } | Counts { cut: 1.., .. } => 1,
        Counts { .. } => 0,
    })
}

/// The findings of a document.
struct Found {
    name: Name,
    /// One per line.
    text: Vec<u8>,
    severities: Vec<Severity>,
    /// A message if not all are listed.
    cut: Option<String>,
    /// How many are new since the earlier check.
    new: usize,
}

/// Writes a finding of the earlier check that is gone.
fn gone(
    out: &mut impl Write,
    arguments: &Arguments,
    baseline: &Baseline,
    (file, index): (&str, usize),
    at: usize,
) -> io::Result<()> {
    let line = baseline.gone(file, index, at);
    if arguments.json {
        return json_line(out, &line);
    }
    let name = Name { file: file.to_string(), index };
    let status = word(STATUS_GONE, arguments.language);
    writeln!(out, "{name}: {status} {}", gone_text(&line, arguments.language))
}

const STATUS_GONE: Words = ["なくなった指摘", "gone"];
const STATUS_NEW: Words = ["新しい指摘", "new"];

/// Checks a document.
fn findings(arguments: &Arguments, name: &Name, document: &Assessment) -> io::Result<Found> {
    let (mut out, mut severities, mut new) = (Vec::new(), Vec::new(), 0);
    let (file, index) = (name.file.as_str(), name.index);
    let as_of = arguments.as_of.or_else(|| document.own_day()).unwrap_or_else(today);
    let report = validate_with(document, as_of, arguments.exemption);
    let cut = report.is_cut().then(|| match arguments.language {
        Language::Japanese => format!("{name}: 指摘が{MAX_FINDINGS}件を超えるため、残りを省略する"),
        Language::English => format!("{name}: more than {MAX_FINDINGS} findings, the rest is left out"),
    });
    let is_compared = arguments.baseline.is_some();
    // Only JSON and comparisons need the keys.
    let keys = if arguments.json || is_compared { report.keys(document) } else { Vec::new() };
    let before = arguments.baseline.as_ref().map(|baseline| baseline.keys(file, index)).unwrap_or_default();
    let (now, then) = if is_compared { report.since(document, &before) } else { (Vec::new(), Vec::new()) };
    for (at, finding) in report.iter().enumerate() {
        severities.push(finding.severity);
        let status = now.get(at).copied();
        new += usize::from(status == Some(FindingStatus::New));
        if arguments.json {
            let (key, status_label) = (keys.get(at).map(String::as_str), status.map(FindingStatus::label));
            json_line(&mut out, &Line { file, index, as_of: as_of.to_string(), key, status, status_label, finding })?;
        } else if status != Some(FindingStatus::Same) {
            let or_none = |text: &str| if text.is_empty() { "-".to_string() } else { text.to_string() };
            let number = or_none(finding.location.number);
            let path = or_none(&finding.location.path.to_string());
            let text = finding.text(arguments.language);
            let status = status.map_or_else(String::new, |_| format!("{} ", word(STATUS_NEW, arguments.language)));
            writeln!(out, "{name}: {status}{} {} {number} {path} {text}", finding.severity, finding.rule)?;
        }
    }
    if let Some(baseline) = &arguments.baseline {
        for (at, _) in then.iter().enumerate().filter(|(_, status)| **status == FindingStatus::Gone) {
            gone(&mut out, arguments, baseline, (file, index), at)?;
        }
    }
    Ok(Found { name: name.clone(), text: out, severities, cut, new })
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    index: usize,
    as_of: String,
    key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<FindingStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_label: Option<&'static str>,
    #[serde(flatten)]
    finding: &'a Finding,
}

fn rules(out: &mut impl Write, language: Language) -> io::Result<()> {
    for row in RULES {
        let forms: Vec<&str> = row.forms.iter().map(|kind| kind.form()).collect();
        let checks = row.text(language);
        writeln!(out, "{} {} {checks} [{}; {}]", row.severity, row.rule, forms.join("、"), row.source)?;
    }
    Ok(())
}
