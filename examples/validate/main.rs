//! 評価書の検査: everything in an assessment that is missing or contradictory, in the order of the form.
//!
//! ```text
//! cargo run --example validate                               the five published assessments
//! cargo run --example validate -- FILE... [--as-of DATE]     these; - is standard input
//! cargo run --example validate -- FILE... [--json] [--lang ja|en]
//! cargo run --example validate -- --rules                    every rule
//! ```
//!
//! Exit status: 0 without errors and warnings, 1 with some, 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments, files and the clock; the library does not"
)]

#[path = "../documents/input.rs"]
mod input;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDate};
use lexopt::Arg;
use mynumber_pia::Finding;
use mynumber_pia::threshold::Exemption;
use mynumber_pia::validate::{Language, Options, RULES, Severity, validate_with};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::error::excerpt;
use serde::Serialize;

const HELP: &str = "\
評価書の検査: what is missing or contradictory in assessments, in the order of the form

validate [FILE...] [--as-of DATE] [--exemption CODE] [--json] [--lang ja|en]
validate --rules

FILE        an assessment as JSON; - is standard input; without files the five published assessments
--as-of     the day of the check, such as 2025-06-01 or 令和7年6月1日; else the day of publication, else that of the last change,
            else today
--exemption the ground on which 規則第4条 exempts the affairs, such as personnel_files_only: no form says it
--json      one JSON object a finding
--lang      the language of the findings: ja (the default) or en
--rules     every rule: severity, code, what it checks, forms, source

exit status: 0 without errors and warnings; 1 with some; 2 unusable input
";

#[derive(Default)]
struct Arguments {
    files: Vec<String>,
    as_of: Option<NaiveDate>,
    exemption: Option<Exemption>,
    json: bool,
    language: Option<Language>,
    rules: bool,
    help: bool,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("validate: {error}");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = if arguments.help {
        write!(out, "{HELP}").map(|()| ExitCode::SUCCESS)
    } else if arguments.rules {
        rules(&mut out).map(|()| ExitCode::SUCCESS)
    } else {
        check(&mut out, &arguments)
    };
    match written.and_then(|code| out.flush().map(|()| code)) {
        Ok(code) => code,
        // Who reads our output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("validate: {error}");
            ExitCode::from(2)
        }
    }
}

fn check(out: &mut impl Write, arguments: &Arguments) -> io::Result<ExitCode> {
    let language = arguments.language.unwrap_or_default();
    let (mut is_clean, mut is_usable) = (true, true);
    for (name, document) in input::read(&arguments.files) {
        let document = match document {
            Ok(document) => document,
            Err(error) => {
                out.flush()?;
                eprintln!("validate: {name}: {error}");
                is_usable = false;
                continue;
            }
        };
        let as_of = arguments.as_of.or_else(|| document.own_day()).unwrap_or_else(today);
        let options = Options { exemption: arguments.exemption };
        for finding in validate_with(&document, as_of, &options).iter() {
            is_clean &= finding.severity() == Severity::Note;
            if arguments.json {
                serde_json::to_writer(&mut *out, &Line { file: &name, as_of: as_of.to_string(), finding })?;
                writeln!(out)?;
            } else {
                let path = &finding.location.path;
                let number = match finding.location.number {
                    "" => "-",
                    number => number,
                };
                let text = finding.text(language);
                writeln!(out, "{name}: {} {} {number} {path} {text}", finding.severity(), finding.rule)?;
            }
        }
    }
    Ok(match (is_usable, is_clean) {
        (false, _) => ExitCode::from(2),
        (true, false) => ExitCode::from(1),
        (true, true) => ExitCode::SUCCESS,
    })
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    as_of: String,
    #[serde(flatten)]
    finding: &'a Finding,
}

fn rules(out: &mut impl Write) -> io::Result<()> {
    for row in RULES {
        let forms: Vec<&str> = row.forms.iter().map(|kind| kind.form()).collect();
        writeln!(out, "{} {} {} [{}; {}]", row.severity, row.rule, row.checks, forms.join("、"), row.source)?;
    }
    Ok(())
}

fn today() -> NaiveDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let today = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    today.map_or(NaiveDate::MAX, |now| now.date_naive())
}

fn arguments() -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next().map_err(|error| excerpt(&error.to_string()))? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => arguments.help = true,
            Arg::Long("rules") => arguments.rules = true,
            Arg::Long("json") => arguments.json = true,
            Arg::Long("as-of") => {
                let day = text(&mut parser, "--as-of needs a date such as 2025-06-01")?;
                let read: FormDate = day.parse().map_err(|error| format!("--as-of: {error}"))?;
                if arguments.as_of.replace(read.last_day()).is_some() {
                    return Err("--as-of is given twice".into());
                }
            }
            Arg::Long("exemption") => {
                let code = text(&mut parser, "--exemption needs a code such as personnel_files_only")?;
                let exemption = code.parse().map_err(|error| format!("--exemption: {error}"))?;
                if arguments.exemption.replace(exemption).is_some() {
                    return Err("--exemption is given twice".into());
                }
            }
            Arg::Long("lang") => {
                let language = text(&mut parser, "--lang needs ja or en")?;
                arguments.language = Some(language.parse().map_err(|error| format!("--lang: {error}"))?);
            }
            Arg::Value(file) => {
                files(&mut arguments, file)?;
            }
            Arg::Long(_) | Arg::Short(_) => {
                let seen = excerpt(&arg.unexpected().to_string());
                return Err(format!(
                    "{seen}; expected --as-of, --exemption, --json, --lang, --rules or files (--help says more)"
                ));
            }
        }
    }
    if arguments.rules && !arguments.files.is_empty() {
        return Err("--rules lists every rule and takes no files".into());
    }
    Ok(arguments)
}

fn files(arguments: &mut Arguments, file: std::ffi::OsString) -> Result<(), String> {
    let file = file.into_string().map_err(|file| format!("not UTF-8: {}", excerpt(&file.to_string_lossy())))?;
    arguments.files.push(file);
    Ok(())
}

fn text(parser: &mut lexopt::Parser, needs: &str) -> Result<String, String> {
    let value = parser.value().map_err(|_| needs.to_string())?;
    value.into_string().map_err(|value| format!("not UTF-8: {}", excerpt(&value.to_string_lossy())))
}
