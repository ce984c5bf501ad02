//! ひな型: an assessment to start from, and every item of its form as a list to tick off.

use std::io::Write as _;

use clap::ArgMatches;
use mynumber_pia::form::{Checklist, Template};
use mynumber_pia::{Form, Language};

use crate::form::{FORM, edition};
use crate::options::{Declared, Flag, Opt, Words};
use crate::{Failure, Out};

pub(crate) const ABOUT: Words = [
    "ひな型：様式に印字された項目をすべて備えた、記載前の評価書",
    "an assessment to start from, with every field that the form prints (ひな型)",
];

const EDITION: Opt<Form> = Opt::argument(
    "EDITION",
    &FORM,
    [
        "様式の版。コード（form_2_2024_10）、印字された版（令和6年10月 様式2）、又は種類（basic_item、key_item、all_item。最新の版になる）。印のないチェック欄は \"\" 又は [] とし、印があれば \"ticked\" 又は選択肢のコードを書く",
        "a known edition by its code (form_2_2024_10) or printed tag (令和6年10月 様式2), or a kind (basic_item, key_item, all_item) for its latest known edition. A box without a tick is \"\" or []; for a tick, write \"ticked\" or the code of the choice",
    ],
)
.needed([
    "form_2_2024_10、令和6年10月 様式2 などの版を指定する",
    "give an edition, such as form_2_2024_10 or 令和6年10月 様式2",
]);

const CHECKLIST: Flag = Opt::flag(
    "checklist",
    [
        "ひな型に代えて、すべての項目を Markdown で示す：番号、項目名、※、経路、記載の要否、記載できるもの",
        "every item as Markdown instead of the document: number, label, ※, path, requirement, allowed values",
    ],
);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared
        .add(&EDITION)
        .add(&CHECKLIST)
        .after(["終了コード：0 成功。2 指定の誤り", "exit status: 0 success; 2 unusable options"])
}

pub(crate) fn run(given: &ArgMatches, _: Language, out: &mut Out) -> Result<u8, Failure> {
    let form = EDITION.of(given).ok_or_else(|| EDITION.missing())?;
    let edition = edition(form)?;
    if CHECKLIST.is_in(given) {
        write!(out, "{}", Checklist::of(edition))?;
    } else {
        serde_json::to_writer_pretty(&mut *out, &Template::of(edition)).map_err(std::io::Error::from)?;
        writeln!(out)?;
    }
    Ok(0)
}
