//! The register on the command line: which documents are held or refused, and which must be made again or corrected.
//!
//! ```text
//! register AS_OF FILE...            documents from files; - is standard input
//! register AS_OF --demo SEED        an invented municipality (feature `fixtures`)
//! ```
//!
//! Exit status: 0 if all documents are held, 1 if one is refused, 2 on unusable input.

#![allow(clippy::disallowed_methods, reason = "a program reads its arguments and files; the library does not")]

use std::error::Error;
use std::io::Read;
use std::process::ExitCode;

use chrono::NaiveDate;
use mynumber_pia::Facts;
use mynumber_pia_embed::register::{draft, outdated, title};
use mynumber_pia_embed::{Level, Reason, Register, level};

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("register: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<bool, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let as_of = arguments.next().ok_or("AS_OF is missing: 2025-06-01")?;
    let as_of: NaiveDate =
        as_of.parse().map_err(|_| format!("\"{as_of}\" is not a day: expected a day such as 2025-06-01"))?;
    let mut register = Register::default();
    let mut all_held = true;
    while let Some(argument) = arguments.next() {
        if argument == "--demo" {
            register = demo(&arguments.next().ok_or("--demo needs a seed")?)?;
            continue;
        }
        let json = if argument == "-" {
            let mut json = String::new();
            std::io::stdin().read_to_string(&mut json)?;
            json
        } else {
            std::fs::read_to_string(&argument).map_err(|error| format!("{argument}: {error}"))?
        };
        for refused in register.load(&json, as_of).map_err(|error| format!("{argument}: {error}"))? {
            all_held = false;
            println!("refused   {refused}");
        }
    }
    report(&register, as_of);
    Ok(all_held)
}

fn report(register: &Register, as_of: NaiveDate) {
    for document in register.documents() {
        println!("held      {} {}", document.kind().form(), title(document));
        let level = level::level(document.kind(), &Facts::from(&**document));
        let reasons = outdated(document, as_of).into_iter().chain([Reason::Level(level)]);
        for reason in reasons {
            match reason {
                Reason::Level(Level::Enough) => {}
                Reason::Level(Level::Undecided(facts)) => {
                    let facts: Vec<&str> = facts.iter().map(|fact| fact.label()).collect();
                    println!("          undecided: {}", facts.join("、"));
                }
                Reason::Level(Level::Deeper(kind)) => {
                    let (draft, open_items) = draft((**document).clone(), kind);
                    println!("          needs {} as well: {} items to fill in", draft.kind().form(), open_items.len());
                }
                Reason::Material(items) => println!("          重要な変更: {} items", items.len()),
                Reason::Outdated(citation, newer) => {
                    let newer = newer.map_or(String::from("?"), |newer| newer.to_string());
                    println!("          outdated: {citation} → {newer}");
                }
            }
        }
    }
    for (entrustee, titles) in register.shared_entrustees() {
        println!("entrustee {entrustee}: {} documents", titles.len());
    }
}

#[cfg(feature = "fixtures")]
fn demo(seed: &str) -> Result<Register, Box<dyn Error>> {
    Ok(mynumber_pia_embed::demo::register(seed.parse()?, 12))
}

#[cfg(not(feature = "fixtures"))]
fn demo(_seed: &str) -> Result<Register, Box<dyn Error>> {
    Err("--demo needs the feature fixtures".into())
}
