//! 評価書の検査: reports what is missing or contradictory in an assessment, in the order of the form.
//!
//! ```text
//! cargo run --example validate                               the five published assessments
//! cargo run --example validate -- FILE... [--as-of DATE]     these files, with one document or many each; - is standard input
//! cargo run --example validate -- FILE... [--json] [--lang ja|en]
//! cargo run --example validate -- --rules                    every rule
//! ```
//!
//! Exit status: 0 if there are no errors or warnings, 1 if there are, 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments, files and the clock; the library does not"
)]

#[path = "../shared/clock.rs"]
mod clock;
#[path = "../shared/each.rs"]
mod each;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/input.rs"]
mod input;
#[path = "../shared/jobs.rs"]
mod jobs;
#[path = "../shared/options.rs"]
mod options;
#[path = "../shared/progress.rs"]
mod progress;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use lexopt::Arg;
use mynumber_pia::threshold::Exemption;
use mynumber_pia::validate::{Language, MAX_FINDINGS, Options, RULES, Severity, validate_with};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::{Assessment, Finding};
use serde::Serialize;

use clock::today;
use each::Run;
use exit::{finish, refused};
use input::Name;
use jobs::JOBS;
use options::{Both, DAY, LANGUAGE, asked, both, once, value};

const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
評価書の検査: what is missing or contradictory in assessments, in the order of the form

validate [FILE...] [--as-of DATE] [--exemption CODE] [--json] [--jobs N] [--lang ja|en]
validate --rules [--lang ja|en]

FILE        one assessment as JSON, or several, on one line each or laid out; - is standard input; without files, the five
            published assessments. FILE[2] is the document with the index 2, the third; a document that cannot be read is
            reported on standard error, and the next one is checked
--as-of     the day of the check, such as 2025-06-01 or 令和7年6月1日 (default: the day of publication, or else of the last change,
            or else today)
--exemption why 規則第4条 exempts the affairs, such as personnel_files_only; the forms do not record it
--json      one JSON object per finding; without it, a line with the counts on standard error
--jobs      how many documents are checked at once, from 1 (the default) to 256; the output is the same
--lang      the language of findings, errors of documents and rules: ja (the default) or en
--rules     every rule: severity, code, what it checks (in Japanese the text of its finding), forms, source

If a document has more than 100000 findings, only so many are listed, and a line on standard error says so.
exit status: 0 no errors or warnings; 1 some, or not all findings are listed; 2 unusable input
";

const HELP_JA: &str = "\
評価書の検査：評価書に欠けているもの、矛盾しているものを様式の順に示す

validate [FILE...] [--as-of DATE] [--exemption CODE] [--json] [--jobs N] [--lang ja|en]
validate --rules [--lang ja|en]

FILE        JSON の評価書。一つでも複数でもよく、1行に一つでも整形してあってもよい。- は標準入力。指定しなければ公表された
            5件の評価書。FILE[2] は番号 2、つまり3番目の評価書。読めない評価書は標準エラーに報告し、次へ進む
--as-of     検査の基準日。2025-06-01、令和7年6月1日 など（既定は公表日、なければ最後の変更日、それもなければ今日）
--exemption 規則第4条により適用されない理由。personnel_files_only など。様式には記載されない
--json      指摘ごとに一つの JSON オブジェクト。指定しなければ標準エラーに件数を示す
--jobs      同時に検査する評価書の数。1（既定）から 256 まで。出力は変わらない
--lang      指摘、規則、ヘルプ及び評価書の誤りの言語：ja（既定）又は en
--rules     すべての規則：重大さ、コード、検査の内容（指摘の文）、様式、出典

一つの評価書の指摘が 100000件を超えるときは、そこまでを示し、標準エラーにその旨を示す。
終了コード：0 誤りも警告もない。1 ある、又は指摘のすべてを示していない。2 読めない入力
";

const OPTIONS: &[&str] = &["--as-of", "--exemption", "--json", "--jobs", "--lang", "--rules", "FILE"];
const EXEMPTION: Both = both("personnel_files_only などのコード", "a code such as personnel_files_only");

#[derive(Default)]
struct Arguments {
    files: Vec<String>,
    as_of: Option<NaiveDate>,
    exemption: Option<Exemption>,
    json: bool,
    jobs: usize,
    language: Language,
    rules: bool,
    help: bool,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => return refused("validate", &error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = if arguments.help {
        write!(out, "{}", HELP.text(asked())).map(|()| ExitCode::SUCCESS)
    } else if arguments.rules {
        rules(&mut out, arguments.language).map(|()| ExitCode::SUCCESS)
    } else {
        check(&mut out, &arguments)
    };
    finish("validate", written.and_then(|code| out.flush().map(|()| code)))
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

fn check(out: &mut impl Write, arguments: &Arguments) -> io::Result<ExitCode> {
    let Arguments { files, jobs, language, .. } = arguments;
    let run = Run { program: "validate", files, jobs: *jobs, language: *language };
    let mut counts = Counts::default();
    let unusable = run.each(
        out,
        |_, name, document| findings(arguments, name, document),
        |out, (found, severities, cut)| {
            counts.documents += 1;
            for severity in severities {
                counts.add(severity);
            }
            out.write_all(&found)?;
            if let Some(text) = cut {
                counts.cut += 1;
                out.flush()?;
                eprintln!("validate: {text}");
            }
            Ok(())
        },
    )?;
    counts.documents += unusable;
    counts.unusable = unusable;
    // The counts of no document say nothing that the errors do not.
    if !arguments.json && counts.documents > unusable {
        eprintln!("validate: {}", counts.text(*language));
    }
    Ok(match counts {
        Counts { unusable: 1.., .. } => ExitCode::from(2),
        Counts { errors: 1.., .. } | Counts { warnings: 1.., .. } | Counts { cut: 1.., .. } => ExitCode::from(1),
        Counts { .. } => ExitCode::SUCCESS,
    })
}

/// The findings of a document, one per line, their severities, and a message if not all are listed.
fn findings(
    arguments: &Arguments,
    name: &Name,
    document: &Assessment,
) -> io::Result<(Vec<u8>, Vec<Severity>, Option<String>)> {
    let (mut out, mut severities) = (Vec::new(), Vec::new());
    let as_of = arguments.as_of.or_else(|| document.own_day()).unwrap_or_else(today);
    let options = Options { exemption: arguments.exemption };
    let report = validate_with(document, as_of, &options);
    let cut = report.is_cut().then(|| match arguments.language {
        Language::Japanese => format!("{name}: 指摘が{MAX_FINDINGS}件を超えるため、残りを省略する"),
        Language::English => format!("{name}: more than {MAX_FINDINGS} findings, the rest is left out"),
    });
    for finding in report.iter() {
        severities.push(finding.severity);
        if arguments.json {
            let (file, index) = (name.file.as_str(), name.index);
            serde_json::to_writer(&mut out, &Line { file, index, as_of: as_of.to_string(), finding })?;
            writeln!(out)?;
        } else {
            let or_none = |text: &str| if text.is_empty() { "-".to_string() } else { text.to_string() };
            let number = or_none(finding.location.number);
            let path = or_none(&finding.location.path.to_string());
            let text = finding.text(arguments.language);
            writeln!(out, "{name}: {} {} {number} {path} {text}", finding.severity, finding.rule)?;
        }
    }
    Ok((out, severities, cut))
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    index: usize,
    as_of: String,
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

fn arguments() -> Result<Arguments, Both> {
    let mut arguments = Arguments::default();
    let (mut as_of, mut exemption, mut jobs, mut language) = (None, None, None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = options::next(&mut parser)? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => arguments.help = true,
            Arg::Long("rules") => arguments.rules = true,
            Arg::Long("json") => arguments.json = true,
            Arg::Long("as-of") => once(&mut as_of, "--as-of", &DAY, &mut parser)?,
            Arg::Long("exemption") => once(&mut exemption, "--exemption", &EXEMPTION, &mut parser)?,
            Arg::Long("jobs") => once(&mut jobs, "--jobs", &JOBS, &mut parser)?,
            Arg::Long("lang") => once(&mut language, "--lang", &LANGUAGE, &mut parser)?,
            Arg::Value(file) => arguments.files.push(options::text(file)?),
            Arg::Long(_) | Arg::Short(_) => return Err(options::unknown(arg, OPTIONS)),
        }
    }
    if arguments.rules && (!arguments.files.is_empty() || arguments.json || as_of.is_some() || exemption.is_some()) {
        return Err(both(
            "--rules はすべての規則を示す。ほかに指定できるのは --lang だけである",
            "--rules lists every rule: only --lang is allowed with it",
        ));
    }
    arguments.as_of = value("--as-of", as_of)?.map(FormDate::last_day);
    arguments.exemption = value("--exemption", exemption)?;
    arguments.jobs = jobs::jobs(jobs)?;
    arguments.language = options::language(language)?;
    Ok(arguments)
}
