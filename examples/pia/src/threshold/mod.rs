//! しきい値判断: which assessment an affair needs, and why.

mod affairs;
mod known;
mod line;
mod lines;
mod options;
mod print;

use std::io::{self, Write};

use clap::ArgMatches;
use mynumber_pia::threshold::determine_exempt;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Determination, Language, determine};

use self::affairs::{AFFAIRS, Agrees, Answer};
use self::options::Task;
pub(crate) use self::options::declare;
use crate::made_by::json_line;
use crate::options::{JSON, Words};
use crate::{Failure, Out};

pub(crate) const ABOUT: Words = [
    "しきい値判断：事務にどの特定個人情報保護評価が必要か、その理由",
    "which assessment an affair needs, and why (しきい値判断)",
];

pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let json = JSON.is_in(given);
    match Task::read(given)? {
        Task::Affairs => Ok(affairs(out, json, language)?),
        Task::Facts { facts, exemption, body } => {
            let determination = exemption.map_or_else(|| determine(&facts), |ground| determine_exempt(&facts, ground));
            one(out, &for_body(determination, body), json, language)?;
            Ok(0)
        }
        Task::Lines { jobs } => lines::answer(jobs, io::stdin(), out, language),
    }
}

fn for_body(determination: Determination, body: Option<BodyKind>) -> Determination {
    body.map_or(determination, |body| determination.for_body(body))
}

/// Prints one determination.
fn one(out: &mut impl Write, determination: &Determination, json: bool, language: Language) -> io::Result<()> {
    if json { json_line(out, determination) } else { print::determination(out, determination, language) }
}

/// Prints the five published affairs, each with its declared result and ours.
fn affairs(out: &mut impl Write, json: bool, language: Language) -> io::Result<u8> {
    let answers: Vec<Answer> = AFFAIRS.iter().map(|affair| Answer::of(affair, language)).collect();
    for answer in &answers {
        if json {
            json_line(out, answer)?;
        } else {
            print::affair(out, answer, language)?;
        }
    }
    Ok(u8::from(answers.iter().any(|answer| answer.agrees == Some(Agrees::No))))
}
