//! 記載の参照と記入: prints one answer of an assessment, or the assessment with this answer changed.
//!
//! ```text
//! cargo run --example answer -- FILE affair.name                 the answer; - is standard input
//! cargo run --example answer -- FILE affair.name 国民健康保険に関する事務    the document with this answer
//! cargo run --example answer -- FILE --find entrustee            the paths of an item
//! ```
//!
//! Exit status: 0 on success, 2 on unusable input, a path that the document does not have, or an answer that it
//! refuses.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments and files; the library does not"
)]

#[path = "shared/exit.rs"]
mod exit;
#[path = "shared/input.rs"]
mod input;
#[path = "shared/options.rs"]
mod options;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use lexopt::Arg;
use mynumber_pia::Assessment;
use mynumber_pia::catalogue::{FieldPath, Item, UnknownItem};
use mynumber_pia::validate::Language;
use mynumber_pia::value::answer::Value;

use exit::{finish, unusable};
use options::{Both, LANGUAGE};

const HELP: &str = "\
記載の参照と記入: one answer of an assessment

answer [--json] FILE PATH [--lang ja|en]        print the answer at this path
answer [--json] FILE PATH TEXT [--lang ja|en]   write the assessment with this answer to standard output
answer FILE --find ITEM [--lang ja|en]          print the paths of the fields that answer an item

FILE    one assessment as JSON, or several, each treated in the same way; - is standard input
PATH    such as file_sections[0].entrustments[2].entrustee, or a JSON Pointer such as /systems/0/name;
        an index that is the length of its list adds an entry; the header (format, version, kind, edition, extent) has none
TEXT    as people write it: a text, a code or label of a list, a number, a date, ―, なし, ? if it is not known,
        or an empty string (\"\") if it was left empty. The lines of a cell are separated by line feeds, and a heading is in
        ＜＞ before its text; what PATH alone prints can be put again, and changes nothing
--json  the answer as JSON: cells with headings, boxes, timings, parts and lists
--find  an item by its code (entrustee) or its name (委託先名)
--lang  the language of help and errors: ja (the default) or en

exit status: 0 success; 2 unusable input, no such path, or an answer that is refused
";

const HELP_JA: &str = "\
記載の参照と記入：評価書の一つの記載

answer [--json] FILE PATH [--lang ja|en]        この経路の記載を表示する
answer [--json] FILE PATH TEXT [--lang ja|en]   この記載をした評価書を標準出力に書く
answer FILE --find ITEM [--lang ja|en]          項目の記載欄の経路を表示する

FILE    JSON の評価書。複数あるときは、それぞれを同じように扱う。- は標準入力
PATH    file_sections[0].entrustments[2].entrustee などの経路、又は /systems/0/name などの JSON Pointer。
        配列の長さと同じ番号は行を加える。見出し部（format、version、kind、edition、extent）に経路はない
TEXT    人が書くとおりの記載：文、選択肢のコード又はラベル、数、日付、―、なし、不明であれば ?、
        空欄であれば空の文字列（\"\"）
--json  記載を JSON で表す：見出しのある欄、チェック欄、時期・頻度、部分、配列
--find  項目。コード（entrustee）又は名称（委託先名）で指定する
--lang  ヘルプと誤りの言語：ja（既定）又は en

終了コード：0 成功。2 読めない入力、経路がない、又は記載できない
";

const OPTIONS: &[&str] = &["--json", "--find", "--lang", "FILE", "PATH", "TEXT"];

/// What to do with each document of a file.
enum Task {
    Print { path: FieldPath, json: bool },
    Put { path: FieldPath, text: String, json: bool },
    Find { item: Item },
}

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let language = options::asked();
    let written = match arguments(language) {
        Ok(Some((file, task))) => answers(&mut out, file, &task, language),
        Ok(None) => write!(out, "{}", say(language, HELP_JA, HELP)).map(|()| ExitCode::SUCCESS),
        Err(error) => return unusable("answer", &error),
    };
    finish("answer", written.and_then(|code| out.flush().map(|()| code)))
}

/// One of two texts.
const fn say(language: Language, japanese: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Japanese => japanese,
        Language::English => english,
    }
}

/// Does the task for each document of the file.
fn answers(out: &mut impl Write, file: String, task: &Task, language: Language) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for loaded in input::load(&[file], language) {
        match loaded.and_then(|(_, document)| answer(document, task, language)) {
            Ok(text) => out.write_all(text.as_bytes())?,
            Err(error) => {
                out.flush()?;
                code = unusable("answer", &error);
            }
        }
    }
    Ok(code)
}

fn answer(mut document: Assessment, task: &Task, language: Language) -> Result<String, String> {
    match task {
        Task::Print { path, json } => print(&document, path, *json, language),
        Task::Put { path, text, json } => {
            if *json {
                let value: serde_json::Value = serde_json::from_str(text).map_err(|error| match language {
                    Language::Japanese => {
                        let (what, line, column) = (input::syntax(&error, language), error.line(), error.column());
                        format!("{path}：TEXT は{what}（{line}行{column}列）")
                    }
                    Language::English => format!("{path}: TEXT is not JSON: {error}"),
                })?;
                document.put_value(path, value).map_err(|error| error.text(language))?;
            } else {
                document.put_shown(path, text).map_err(|error| error.text(language))?;
            }
            serde_json::to_string_pretty(&document).map(|json| json + "\n").map_err(|error| error.to_string())
        }
        Task::Find { item } => {
            let places = document.find(*item);
            Ok(places.iter().flat_map(|path| [path.to_string(), "\n".to_string()]).collect())
        }
    }
}

fn print(document: &Assessment, path: &FieldPath, json: bool, language: Language) -> Result<String, String> {
    match document.get(path) {
        Some(value) if !json => return Ok(format!("{value:#}\n")),
        // An unanswered field is left out of the document and has no JSON form.
        Some(Value::Unanswered) => return Ok(String::new()),
        Some(_) | None => {}
    }
    let mut bytes = Vec::new();
    let mut out = serde_json::Serializer::pretty(&mut bytes);
    document.get_value(path, &mut out).map_err(|error| error.text(language))?;
    String::from_utf8(bytes).map(|json| json + "\n").map_err(|error| error.to_string())
}

/// The file and the task; `None` if help was asked for.
fn arguments(language: Language) -> Result<Option<(String, Task)>, String> {
    let say = |japanese, english| say(language, japanese, english);
    let said = |error: Both| error.text(language).to_string();
    let (mut values, mut item, mut json, mut lang) = (Vec::new(), None, false, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = options::next(&mut parser).map_err(said)? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            Arg::Long("json") => json = true,
            Arg::Long("find") => {
                let value = parser.value().map_err(|_| {
                    say(
                        "--find には entrustee、委託先名 などの項目を指定する",
                        "--find needs an item such as entrustee or 委託先名",
                    )
                })?;
                if item.replace(find(&options::text(value).map_err(said)?, language)?).is_some() {
                    return Err(say("--find が二度指定されている", "--find is given twice: once is enough").into());
                }
            }
            Arg::Long("lang") => options::once(&mut lang, "--lang", &LANGUAGE, &mut parser).map_err(said)?,
            Arg::Value(value) => values.push(options::text(value).map_err(said)?),
            Arg::Long(_) | Arg::Short(_) => return Err(said(options::unknown(arg, OPTIONS))),
        }
    }
    options::language(lang).map_err(said)?;
    let mut values = values.into_iter();
    match (values.next(), values.next(), values.next(), values.next(), item) {
        (Some(file), None, None, None, Some(item)) => Ok(Some((file, Task::Find { item }))),
        (Some(file), Some(path), None, None, None) => {
            Ok(Some((file, Task::Print { path: self::path(&path, language)?, json })))
        }
        (Some(file), Some(path), Some(text), None, None) => {
            Ok(Some((file, Task::Put { path: self::path(&path, language)?, text, json })))
        }
        (_, _, _, _, Some(_)) => {
            Err(say("--find には一つの FILE を指定し、PATH は指定しない", "--find expects one FILE and no PATH").into())
        }
        (_, _, _, _, None) => Err(say(
            "FILE と PATH、必要であれば一つの TEXT を指定する（--help を参照）",
            "expected FILE, PATH and at most one TEXT (see --help)",
        )
        .into()),
    }
}

/// A path as it prints, or a JSON Pointer.
fn path(text: &str, language: Language) -> Result<FieldPath, String> {
    let path = if text.starts_with('/') { FieldPath::from_pointer(text) } else { text.parse() };
    path.map_err(|error| error.text(language))
}

/// An item by its code or its name.
fn find(text: &str, language: Language) -> Result<Item, String> {
    let named = Item::ALL.iter().copied().find(|item| item.label() == text);
    named.map_or_else(
        || {
            text.parse().map_err(|error: UnknownItem| match language {
                Language::Japanese => format!("--find：{error:#}"),
                Language::English => format!("--find: {error}"),
            })
        },
        Ok,
    )
}
