//! 評価書の要約: a summary of each assessment.

mod json;
mod mermaid;
mod print;
mod words;

use std::io::Write;

use clap::ArgMatches;
use mynumber_pia::{Assessment, Language};

use self::words::Words as Headings;
use crate::input::{Name, Run};
use crate::options::{Declared, FILES, Flag, JOBS, Opt, Words};
use crate::{Failure, Out};

pub(crate) const ABOUT: Words =
    ["特定個人情報保護評価書の概要", "特定個人情報保護評価書の概要: a summary of each assessment"];

const JSON: Flag =
    Opt::flag("json", ["評価書ごとに一つの JSON オブジェクト", "one object per line"]).excludes(&["mermaid"]);

const MERMAID: Flag = Opt::flag(
    "mermaid",
    [
        "委託の連鎖と、システム・ファイル・提供先の間の流れを Mermaid の図で表す",
        "the chains of entrustment, and the flows between systems, files and recipients, as Mermaid diagrams",
    ],
);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared.add(&FILES).add(&JSON).add(&MERMAID).add(&JOBS).after([
        "評価書の文は訳さない。\n終了コード：0 すべて読めた。2 読めない評価書がある",
        "The texts of the documents are not translated.\nexit status: 0 every document could be read; 2 one could not be read",
    ])
}

pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let (is_json, is_mermaid, words) = (JSON.is_in(given), MERMAID.is_in(given), Headings::of(language));
    let run = Run { program: "pia summary", files: &FILES.all(given), jobs: JOBS.of(given).unwrap_or(1), language };
    let summary = |_, name: &Name, document: &Assessment| {
        let mut out = Vec::new();
        if is_json {
            json::write(&mut out, name, document)?;
        } else if is_mermaid {
            mermaid::write(&mut out, name, document, words)?;
        } else {
            print::write(&mut out, name, document, words)?;
        }
        Ok(out)
    };
    let unusable = run.each(out, summary, |out, summary| out.write_all(&summary))?;
    Ok(if unusable == 0 { 0 } else { 2 })
}
