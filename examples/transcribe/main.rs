//! 転記: the text of a printed assessment as a document, with an account of what became of every part of the text.
//!
//! ```text
//! cargo run --example transcribe -- FILE                  the document; - is standard input
//! cargo run --example transcribe -- FILE --suggestions    what a person has to confirm
//! cargo run --example transcribe -- FILE --account        a web page: the text, and what became of it
//! cargo run --example transcribe -- FILE --json           the same as JSON
//! ```
//!
//! Exit status: 0 if everything is in the document, 1 if something needs a person, 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments and files; the library does not"
)]

mod account;
mod arguments;
#[path = "../shared/edition.rs"]
mod edition;
#[path = "../shared/exit.rs"]
mod exit;
#[allow(dead_code, unused_imports, reason = "a text is read as a whole; only what is said about a file is needed")]
#[path = "../shared/input.rs"]
mod input;
#[path = "../shared/options.rs"]
mod options;
mod report;
mod source;
mod words;

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

use mynumber_pia::Language;
use mynumber_pia::value::error::excerpt;

use arguments::Arguments;
use exit::{finish, refused, unusable};
use input::Fault;
use options::{Both, both};
use source::Source;

/// The largest text that is read, in bytes.
const LARGEST: u64 = 64 << 20;

const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
転記: the text of a printed assessment as a document

transcribe FILE [--form EDITION] [--json | --account | --suggestions] [--lang ja|en]

FILE           the text of one printed assessment: what a program extracts from a PDF, text recognition, or `print --text`; - is
               standard input
--form         the edition of the form, such as form_3_2024_10; without it, the edition that the text prints, or, of the kind
               in its title, the one whose labels are in the text
--suggestions  instead of the document, what a person has to confirm: after each line with the item, the place in the text and the
               reason, a line PATH=TEXT. Delete the lines that are wrong; `answer FILE --answers` puts the others. A line that the document
               refuses begins with # too
--account      instead of the document, a web page: the text, and what became of each part of it
--json         instead of the document, the account as JSON: a line for the edition, for each part of the text, and for each
               suggestion
--lang         the language of the account, the reasons, help and errors: ja (the default) or en

Without an option, standard output is the document: only what follows from the text with certainty. A line on standard error says what
is left for a person.
exit status: 0 everything is in the document; 1 a person has to confirm something, or to look at a part of the text; 2 unusable input
";

const HELP_JA: &str = "\
転記：印刷された評価書のテキストを評価書にする

transcribe FILE [--form EDITION] [--json | --account | --suggestions] [--lang ja|en]

FILE           印刷された一つの評価書のテキスト。PDF から取り出した文字、文字認識の結果、「print --text」の出力。- は標準入力
--form         form_3_2024_10 などの様式の版。指定しなければ、テキストに書いてある版、なければ題名の種類のうち
               見出しが最も合う版
--suggestions  評価書の代わりに、人の確認を要する記載を示す。欄の名称、テキストでの位置及び理由の行の後に PATH=TEXT の行を書く。
               誤りの行を消せば、残りは「answer FILE --answers」で記入できる。評価書が受け付けない行も # で始まる
--account      評価書の代わりに、テキストとその各部分の行方を示すウェブページを書く
--json         評価書の代わりに、行方を JSON で示す。様式の版、テキストの各部分、確認を要する記載ごとに1行
--lang         行方、理由、ヘルプ及び誤りの言語：ja（既定）又は en

どれも指定しなければ、テキストから確実に分かる記載だけの評価書を標準出力に書く。人の手を要するものは標準エラーの1行に示す。
終了コード：0 すべてが評価書にある。1 人が確認すべき記載、又は人が見るべき部分がある。2 読めない入力
";

const MISSING: Both =
    both("FILE には評価書のテキストを指定する", "FILE is missing: expected the text of an assessment");

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match arguments::read(&MISSING) {
        Ok(Some(Arguments { file, edition, output, language })) => match text(&file) {
            Ok(text) => report::write(&mut out, "transcribe", &Source::new(text), edition, output, language),
            Err(error) => return unusable("transcribe", &format!("{}: {}", excerpt(&file), error.text(language))),
        },
        Ok(None) => write!(out, "{}", HELP.text(options::asked())).map(|()| ExitCode::SUCCESS),
        Err(error) => return refused("transcribe", &error),
    };
    finish("transcribe", written.and_then(|code| out.flush().map(|()| code)))
}

/// The text of a file, or of standard input, without the mark with which some editors begin a file.
fn text(file: &str) -> Result<String, Both> {
    let said = |fault: &Fault| Both::new(fault.text(Language::Japanese), fault.text(Language::English));
    let mut bytes = Vec::new();
    let most = LARGEST + 1;
    let read = if file == "-" {
        io::stdin().take(most).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    let length = read.map_err(|error| said(&Fault::Unreadable(error)))?;
    if length as u64 > LARGEST {
        return Err(said(&Fault::TooLarge));
    }
    for (begin, error) in OTHER_FORMATS {
        if bytes.starts_with(begin) {
            return Err(error);
        }
    }
    let text = String::from_utf8(bytes).map_err(|error| said(&Fault::NotUtf8(error.utf8_error().valid_up_to())))?;
    let text = text.trim_start_matches('\u{FEFF}');
    if text.trim().is_empty() {
        return Err(both("空である（評価書のテキストが必要である）", "is empty: expected the text of an assessment"));
    }
    Ok(text.to_string())
}

/// How the files begin from which other programs take the text.
const OTHER_FORMATS: [(&[u8], Both); 2] = [
    (
        b"%PDF",
        both(
            "PDF である。pdftotext などで取り出した文字を指定する",
            "is a PDF: give the text that a program such as pdftotext extracts from it",
        ),
    ),
    (
        b"PK\x03\x04",
        both(
            "Excel などのファイルである。ブックは examples/workbook が読む",
            "is a file of an office program: examples/workbook reads workbooks",
        ),
    ),
];
