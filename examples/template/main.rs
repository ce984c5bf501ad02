//! ひな型: a document to start from, and every item of its form as a list to tick off.
//!
//! ```text
//! cargo run --example template -- form_2_2024_10                a document with every field empty
//! cargo run --example template -- form_2_2024_10 --checklist    every item with path, requirement and allowed values
//! ```
//!
//! Exit status: 0 on success, 2 on unusable options.

#![allow(clippy::disallowed_methods, reason = "a program reads its arguments; the library does not")]

#[path = "../shared/edition.rs"]
mod edition;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/options.rs"]
mod options;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use lexopt::Arg;
use mynumber_pia::FormEdition;
use mynumber_pia::form::{Checklist, template};

use exit::{finish, refused};
use options::{Both, LANGUAGE, asked, both};

const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
ひな型: an assessment to start from, with every field that the form prints

template EDITION [--checklist] [--lang ja|en]

EDITION      a known edition by its code (form_2_2024_10) or printed tag (令和6年10月 様式2), or a kind (basic_item, key_item,
             all_item) for its latest known edition. The document has no check boxes, because unticked boxes are not
             written; the checklist has them
--checklist  every item as Markdown instead of the document: number, label, ※, path, requirement, allowed values
--lang       the language of help and errors: ja (the default) or en

exit status: 0 success; 2 unusable options
";

const HELP_JA: &str = "\
ひな型：様式に印字された項目をすべて備えた、記載前の評価書

template EDITION [--checklist] [--lang ja|en]

EDITION      様式の版。コード（form_2_2024_10）、印字された版（令和6年10月 様式2）、又は種類（basic_item、key_item、all_item。
             最新の版になる）。印のないチェック欄は書かないため、ひな型にチェック欄はない。一覧にはある
--checklist  ひな型に代えて、すべての項目を Markdown で示す：番号、項目名、※、経路、記載の要否、記載できるもの
--lang       ヘルプと誤りの言語：ja（既定）又は en

終了コード：0 成功。2 指定の誤り
";

const OPTIONS: &[&str] = &["EDITION", "--checklist", "--lang"];

struct Arguments {
    edition: FormEdition,
    checklist: bool,
}

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match arguments() {
        Ok(Some(arguments)) => write(&mut out, &arguments),
        Ok(None) => write!(out, "{}", HELP.text(asked())),
        Err(error) => return refused("template", &error),
    };
    finish("template", written.and_then(|()| out.flush()).map(|()| ExitCode::SUCCESS))
}

fn write(out: &mut impl Write, Arguments { edition, checklist }: &Arguments) -> io::Result<()> {
    if *checklist {
        return write!(out, "{}", Checklist::of(*edition));
    }
    serde_json::to_writer_pretty(&mut *out, &template(*edition))?;
    writeln!(out)
}

/// The parsed options; `None` if help was asked for.
fn arguments() -> Result<Option<Arguments>, Both> {
    let (mut form, mut checklist, mut language) = (None, false, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = options::next(&mut parser)? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            Arg::Long("checklist") => checklist = true,
            Arg::Long("lang") => options::once(&mut language, "--lang", &LANGUAGE, &mut parser)?,
            Arg::Value(value) => edition::once(&mut form, value)?,
            Arg::Long(_) | Arg::Short(_) => return Err(options::unknown(arg, OPTIONS)),
        }
    }
    options::language(language)?;
    let form = form.ok_or(both(
        "form_2_2024_10、令和6年10月 様式2 などの版を指定する",
        "give an edition, such as form_2_2024_10 or 令和6年10月 様式2",
    ))?;
    Ok(Some(Arguments { edition: edition::edition(form)?, checklist }))
}
