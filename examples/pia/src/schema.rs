//! JSONスキーマ: the JSON Schema of an assessment.

use std::io::Write as _;

use clap::ArgMatches;
use mynumber_pia::form::Schema;
use mynumber_pia::{Form, Language};

use crate::form::FORM;
use crate::options::{Declared, Opt, Words};
use crate::{Failure, Out};

pub(crate) const ABOUT: Words = [
    "評価書の JSON Schema（2020-12）。項目名、印字された番号、記載の要否を含む",
    "the JSON Schema (2020-12) of an assessment, with labels, printed numbers and requirements",
];

const EDITION: Opt<Form> = Opt::argument(
    "EDITION",
    &FORM,
    [
        "様式の版。コード（form_2_2024_10）、印字された版（令和6年10月 様式2）、又は種類（basic_item、key_item、all_item）。指定しなければすべての様式のスキーマ",
        "a known edition by its code (form_2_2024_10) or printed tag (令和6年10月 様式2), or a kind (basic_item, key_item, all_item); without it, the schema for all forms",
    ],
);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared.add(&EDITION).after(["終了コード：0 成功。2 指定の誤り", "exit status: 0 success; 2 unusable options"])
}

pub(crate) fn run(given: &ArgMatches, _: Language, out: &mut Out) -> Result<u8, Failure> {
    let schema = EDITION.of(given).map_or(Schema::ALL, Schema::of);
    serde_json::to_writer_pretty(&mut *out, &schema).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(0)
}
