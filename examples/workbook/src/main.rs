//! 帳票の転記: the workbook of a printed assessment as a document, with an account of what became of every cell.
//!
//! ```text
//! cargo run --manifest-path examples/workbook/Cargo.toml -- FILE                  the document; - is standard input
//! cargo run --manifest-path examples/workbook/Cargo.toml -- FILE --suggestions    what a person has to confirm
//! ```
//!
//! Exit status: 0 if everything is in the document, 1 if something needs a person, 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments and files; the library does not"
)]

#[path = "../../transcribe/account.rs"]
mod account;
#[path = "../../transcribe/arguments.rs"]
mod arguments;
mod cells;
#[path = "../../shared/edition.rs"]
mod edition;
#[path = "../../shared/exit.rs"]
mod exit;
#[path = "../../shared/options.rs"]
mod options;
#[path = "../../transcribe/report.rs"]
mod report;
#[path = "../../transcribe/source.rs"]
mod source;
#[path = "../../transcribe/words.rs"]
mod words;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use mynumber_pia::value::error::excerpt;

use arguments::Arguments;
use exit::{finish, refused, unusable};
use options::{Both, both};
use source::Source;

const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
帳票の転記: the workbook of a printed assessment as a document

workbook FILE [--form EDITION] [--json | --account | --suggestions] [--lang ja|en]

FILE           the workbook (xlsx) of one assessment; - is standard input
--form, --json, --account, --suggestions and --lang are those of the example `transcribe`

exit status: 0 everything is in the document; 1 a person has to confirm something, or to look at some cells; 2 unusable input
";

const HELP_JA: &str = "\
帳票の転記：印刷された評価書の Excel ブックを評価書にする

workbook FILE [--form EDITION] [--json | --account | --suggestions] [--lang ja|en]

FILE           一つの評価書の Excel ブック（xlsx）。- は標準入力
--form、--json、--account、--suggestions 及び --lang は「transcribe」と同じ

終了コード：0 すべてが評価書にある。1 人が確認すべき記載、又は人が見るべきセルがある。2 読めない入力
";

const MISSING: Both =
    both("FILE には評価書の Excel ブックを指定する", "FILE is missing: expected the workbook of an assessment");

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match arguments::read(&MISSING) {
        Ok(Some(Arguments { file, edition, output, language })) => match cells::sheets(&file) {
            Ok(sheets) => report::write(&mut out, "workbook", &Source::Sheets(sheets), edition, output, language),
            Err(error) => return unusable("workbook", &format!("{}: {}", excerpt(&file), error.text(language))),
        },
        Ok(None) => write!(out, "{}", HELP.text(options::asked())).map(|()| ExitCode::SUCCESS),
        Err(error) => return refused("workbook", &error),
    };
    finish("workbook", written.and_then(|code| out.flush().map(|()| code)))
}
