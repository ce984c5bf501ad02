//! 試験用データ on the command line: invented assessments, one JSON document per line.
//!
//! ```text
//! cargo run --features proptest1 --example generate -- --kind all_item --count 3 --seed 7
//! cargo run --features proptest1 --example generate -- --defect transfer_count --count 3
//! cargo run --features proptest1 --example generate -- --municipality 20 --population from_10000_to_99999
//! cargo run --features proptest1 --example generate -- --municipality 20 --into city
//! cargo run --features proptest1 --example generate -- --nation 100
//! ```
//!
//! Exit status: 0 on success, 2 on unusable options.

#![allow(clippy::disallowed_methods, reason = "a program reads its arguments and the clock; the library does not")]

mod arguments;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/options.rs"]
mod options;
#[path = "../shared/progress.rs"]
mod progress;

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use mynumber_pia::Assessment;
use mynumber_pia::affair::{AGREE_RULES, Register};
use mynumber_pia::fixture::{Parameters, break_agreement, break_rule, municipality, nation, register};
use mynumber_pia::validate::RULES;

use arguments::{Arguments, Task};
use exit::{finish, refused};
use options::{Both, asked};
use progress::Progress;

fn main() -> ExitCode {
    let arguments = match arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return refused("generate", &error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = write(&mut out, &arguments).and_then(|()| out.flush());
    finish("generate", written.map(|()| ExitCode::SUCCESS))
}

fn write(out: &mut impl Write, arguments: &Arguments) -> io::Result<()> {
    let Arguments { task, seed, population, as_of } = arguments;
    let parameters = Parameters { population: *population, ..Parameters::default() };
    let parameters = Parameters { as_of: as_of.unwrap_or(parameters.as_of), ..parameters };
    match task {
        Task::Help => write!(out, "{}", arguments::HELP.text(asked())),
        Task::Documents { kind, count } => {
            let parameters = Parameters { kind: Some(*kind), ..parameters };
            (0..*count).try_for_each(|index| {
                let document: Assessment = parameters.plan(seed.wrapping_add(index)).build();
                line(out, &document)
            })
        }
        Task::Mutants { rule, kind, count } => {
            let parameters = Parameters { kind: *kind, ..parameters };
            (0..*count).try_for_each(|index| {
                let seed = seed.wrapping_add(index);
                let mutant = break_rule(*rule, seed, &parameters).ok_or_else(|| {
                    let error = Both::new(
                        format!("--defect：その種類、対象人数及び日の評価書には、{rule} だけに反するものがない"),
                        format!("--defect: no document of that kind, population and day breaks {rule} alone"),
                    );
                    io::Error::other(error.text(asked()))
                })?;
                line(out, &mutant.document)
            })
        }
        Task::ListDefects => {
            RULES.iter().try_for_each(|row| writeln!(out, "{}\t{}\t{}", row.rule, row.severity, row.text(asked())))
        }
        Task::ListDisagreements => {
            AGREE_RULES.iter().try_for_each(|row| writeln!(out, "{}\t{}\t{}", row.rule, row.severity, row.checks))
        }
        Task::Municipality { affairs, into } => {
            let documents = municipality(*seed, *affairs, &parameters);
            match into {
                Some(folder) => files(folder, &documents, register(&documents).as_ref()),
                None => documents.iter().try_for_each(|document| line(out, document)),
            }
        }
        Task::Disagreement { rule, into } => {
            let mutant = break_agreement(*rule, *seed, &parameters).ok_or_else(|| {
                io::Error::other(format!("--disagreement: no papers of that population and day break {rule} alone"))
            })?;
            files(into, &mutant.documents, mutant.register.as_ref())
        }
        Task::Nation { bodies } => {
            let mut progress = Progress::new("generate");
            nation(*seed, *bodies, parameters).try_for_each(|document| {
                progress.add(1);
                line(out, &document)
            })
        }
    }
}

/// One file for each paper, named by its index and kind, and one for the register.
fn files(folder: &Path, documents: &[Assessment], register: Option<&Register>) -> io::Result<()> {
    let named = |error: io::Error, path: &Path| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    fs::create_dir_all(folder).map_err(|error| named(error, folder))?;
    let write = |name: &str, json: Vec<u8>| {
        let path = folder.join(name);
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        file.and_then(|mut file| file.write_all(&json)).map_err(|error| named(error, &path))
    };
    for (index, document) in documents.iter().enumerate() {
        let mut json = serde_json::to_vec_pretty(document)?;
        json.push(b'\n');
        write(&format!("{:03}-{}.json", index + 1, document.kind()), json)?;
    }
    if let Some(register) = register {
        let mut json = serde_json::to_vec_pretty(register)?;
        json.push(b'\n');
        write("register.json", json)?;
    }
    Ok(())
}

fn line(out: &mut impl Write, document: &Assessment) -> io::Result<()> {
    serde_json::to_writer(&mut *out, document)?;
    writeln!(out)
}
