//! 試験用データ: invented assessments, one JSON document per line.

mod options;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use clap::ArgMatches;
use mynumber_pia::affair::{AGREE_RULES, Register};
use mynumber_pia::fixture::{Parameters, break_agreement, break_rule, municipality, nation, register};
use mynumber_pia::validate::RULES;
use mynumber_pia::{Assessment, Language};
use serde::Serialize;

pub(crate) use self::options::declare;
use self::options::{Arguments, Task};
use crate::input;
use crate::options::{Both, Words};
use crate::progress::Progress;
use crate::{Failure, Out};

pub(crate) const ABOUT: Words = [
    "試験用データ：架空の、誤りのない評価書。同じ種からは常に同じものができる",
    "試験用データ: invented, valid assessments, always the same for the same seed",
];

pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    write(out, &Arguments::read(given)?, language)?;
    Ok(0)
}

fn write(out: &mut Out, arguments: &Arguments, language: Language) -> Result<(), Failure> {
    let Arguments { task, seed, population, as_of } = arguments;
    let parameters = Parameters { population: *population, ..Parameters::default() };
    let parameters = Parameters { as_of: as_of.unwrap_or(parameters.as_of), ..parameters };
    match task {
        Task::Documents { kind, count } => {
            let parameters = Parameters { kind: Some(*kind), ..parameters };
            (0..*count).try_for_each(|index| {
                let document: Assessment = parameters.plan(seed.wrapping_add(index)).build();
                Ok(line(out, &document)?)
            })
        }
        Task::Mutants { rule, kind, count } => {
            let parameters = Parameters { kind: *kind, ..parameters };
            (0..*count).try_for_each(|index| {
                let seed = seed.wrapping_add(index);
                let mutant = break_rule(*rule, seed, &parameters).ok_or_else(|| {
                    Both::new(
                        format!("--defect：その種類、対象人数及び日の評価書には、{rule} だけに反するものがない"),
                        format!("--defect: no document of that kind, population and day breaks {rule} alone"),
                    )
                })?;
                Ok(line(out, &mutant.document)?)
            })
        }
        Task::ListDefects => {
            for row in RULES {
                writeln!(out, "{}\t{}\t{}", row.rule, row.severity, row.text(language))?;
            }
            Ok(())
        }
        Task::ListDisagreements => {
            for row in AGREE_RULES {
                writeln!(out, "{}\t{}\t{}", row.rule, row.severity, row.checks)?;
            }
            Ok(())
        }
        Task::Municipality { affairs, into } => {
            let documents = municipality(*seed, *affairs, &parameters);
            match into {
                Some(folder) => files(folder, &documents, register(&documents).as_ref()),
                None => documents.iter().try_for_each(|document| Ok(line(out, document)?)),
            }
        }
        Task::Disagreement { rule, into } => {
            let mutant = break_agreement(*rule, *seed, &parameters).ok_or_else(|| {
                Both::new(
                    format!("--disagreement：その対象人数及び日の評価書には、{rule} だけに反するものがない"),
                    format!("--disagreement: no papers of that population and day break {rule} alone"),
                )
            })?;
            files(into, &mutant.documents, mutant.register.as_ref())
        }
        Task::Nation { bodies } => {
            let mut progress = Progress::new("pia generate");
            nation(*seed, *bodies, parameters).try_for_each(|document| {
                progress.add(1);
                Ok(line(out, &document)?)
            })
        }
    }
}

/// One file for each paper, named by its index and kind, and one for the register.
fn files(folder: &Path, documents: &[Assessment], register: Option<&Register>) -> Result<(), Failure> {
    let named = |error: io::Error, path: &Path| {
        input::os(&error).map(
            |error| format!("{}: 書き込めない：{error}", path.display()),
            |error| format!("{}: {error}", path.display()),
        )
    };
    fs::create_dir_all(folder).map_err(|error| named(error, folder))?;
    let write = |name: &str, json: Vec<u8>| {
        let path = folder.join(name);
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        file.and_then(|mut file| file.write_all(&json)).map_err(|error| named(error, &path))
    };
    for (index, document) in documents.iter().enumerate() {
        write(&format!("{:03}-{}.json", index + 1, document.kind()), json(document)?)?;
    }
    if let Some(register) = register {
        write("register.json", json(register)?)?;
    }
    Ok(())
}

fn line(out: &mut impl Write, document: &Assessment) -> io::Result<()> {
    serde_json::to_writer(&mut *out, document)?;
    writeln!(out)
}

/// A value as a file.
fn json(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(value)?;
    json.push(b'\n');
    Ok(json)
}
