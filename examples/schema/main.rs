//! JSONスキーマ: the JSON Schema of a document.
//!
//! ```text
//! cargo run --example schema                      for every form
//! cargo run --example schema -- form_2_2024_10    for this edition
//! cargo run --example schema -- basic_item        for every edition of this form
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
use mynumber_pia::form::Schema;

use exit::{finish, refused};
use options::{Both, LANGUAGE, asked, both};

const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
JSONスキーマ: the JSON Schema (2020-12) of an assessment, with labels, printed numbers and requirements

schema [EDITION] [--lang ja|en]

EDITION  a known edition by its code (form_2_2024_10) or printed tag (令和6年10月 様式2), or a kind (basic_item, key_item,
         all_item); without it, the schema for all forms
--lang   the language of help and errors: ja (the default) or en

exit status: 0 success; 2 unusable options
";

const HELP_JA: &str = "\
JSONスキーマ：評価書の JSON Schema（2020-12）。項目名、印字された番号、記載の要否を含む

schema [EDITION] [--lang ja|en]

EDITION  様式の版。コード（form_2_2024_10）、印字された版（令和6年10月 様式2）、又は種類（basic_item、key_item、all_item）。
         指定しなければすべての様式のスキーマ
--lang   ヘルプと誤りの言語：ja（既定）又は en

終了コード：0 成功。2 指定の誤り
";

const OPTIONS: &[&str] = &["EDITION", "--lang"];

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match arguments() {
        Ok(Some(schema)) => write(&mut out, schema),
        Ok(None) => write!(out, "{}", HELP.text(asked())),
        Err(error) => return refused("schema", &error),
    };
    finish("schema", written.and_then(|()| out.flush()).map(|()| ExitCode::SUCCESS))
}

fn write(out: &mut impl Write, schema: Schema) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &schema)?;
    writeln!(out)
}

/// The requested schema; `None` if help was asked for.
fn arguments() -> Result<Option<Schema>, Both> {
    let (mut form, mut language) = (None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = options::next(&mut parser)? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            Arg::Long("lang") => options::once(&mut language, "--lang", &LANGUAGE, &mut parser)?,
            Arg::Value(value) => edition::once(&mut form, value)?,
            Arg::Long(_) | Arg::Short(_) => return Err(options::unknown(arg, OPTIONS)),
        }
    }
    options::language(language)?;
    Ok(Some(form.map_or(Schema::ALL, Schema::of)))
}
