//! 記載の参照と記入: prints one answer of an assessment, or writes the assessment with the answer changed.
//!
//! ```text
//! cargo run --example answer -- FILE affair.name                 the answer; - is standard input
//! cargo run --example answer -- FILE affair.name 国民健康保険に関する事務    the document with this answer
//! cargo run --example answer -- FILE --find entrustee            the paths of an item
//! ```
//!
//! Exit status: 0 if all is well, 2 on unusable input, a path that the document does not have, or an answer that it refuses.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments and files; the library does not"
)]

#[path = "documents/input.rs"]
mod input;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use lexopt::Arg;
use mynumber_pia::Assessment;
use mynumber_pia::catalogue::{FieldPath, Item};
use mynumber_pia::value::answer::Value;
use mynumber_pia::value::error::excerpt;

const HELP: &str = "\
記載の参照と記入: one answer of an assessment

answer [--json] FILE PATH           print what is at this path
answer [--json] FILE PATH TEXT      write the assessment with this answer to standard output
answer FILE --find ITEM             print the paths of the fields that answer an item

FILE    an assessment as JSON; - is standard input
PATH    such as file_sections[0].entrustments[2].entrustee, or a JSON Pointer such as /systems/0/name;
        an index that is the length of its list adds an entry
TEXT    as people write it: a text, a code or label of a list, a number, a date, ―, なし, ? if it is not known,
        nothing (\"\") if it was left empty
--json  the answer in its JSON form: cells with headings, boxes, timings, parts and lists
--find  an item by its code (entrustee) or its name (委託先名)

exit status: 0 all is well; 2 unusable input, no such path, or an answer that is refused
";

enum Task {
    Help,
    Print { file: String, path: FieldPath, json: bool },
    Put { file: String, path: FieldPath, text: String, json: bool },
    Find { file: String, item: Item },
}

fn main() -> ExitCode {
    let task = match arguments() {
        Ok(task) => task,
        Err(error) => return refuse(&error),
    };
    let text = match answer(task) {
        Ok(text) => text,
        Err(error) => return refuse(&error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        // Who reads our output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => refuse(&error.to_string()),
    }
}

fn refuse(error: &str) -> ExitCode {
    eprintln!("answer: {error}");
    ExitCode::from(2)
}

fn answer(task: Task) -> Result<String, String> {
    match task {
        Task::Help => Ok(HELP.to_string()),
        Task::Print { file, path, json } => print(&read(file)?, &path, json),
        Task::Put { file, path, text, json } => {
            let mut document = read(file)?;
            if json {
                let value: serde_json::Value =
                    serde_json::from_str(&text).map_err(|error| format!("{path}: TEXT is not JSON: {error}"))?;
                document.put_value(&path, value).map_err(|error| error.to_string())?;
            } else {
                document.put(&path, &text).map_err(|error| error.to_string())?;
            }
            serde_json::to_string_pretty(&document).map(|json| json + "\n").map_err(|error| error.to_string())
        }
        Task::Find { file, item } => {
            let places = read(file)?.find(item);
            Ok(places.iter().flat_map(|path| [path.to_string(), "\n".to_string()]).collect())
        }
    }
}

fn print(document: &Assessment, path: &FieldPath, json: bool) -> Result<String, String> {
    match document.get(path) {
        Some(value) if !json => return Ok(format!("{value}\n")),
        // It is left out of the document, and has no JSON form.
        Some(Value::Unanswered) => return Ok(String::new()),
        Some(_) | None => {}
    }
    let mut bytes = Vec::new();
    let mut out = serde_json::Serializer::pretty(&mut bytes);
    document.get_value(path, &mut out).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map(|json| json + "\n").map_err(|error| error.to_string())
}

fn read(file: String) -> Result<Assessment, String> {
    let documents = input::read(&[file]);
    let (name, document) = documents.into_iter().next().ok_or("no file is given")?;
    document.map_err(|error| format!("{name}: {error}"))
}

fn arguments() -> Result<Task, String> {
    let (mut values, mut item, mut json) = (Vec::new(), None, false);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next().map_err(|error| excerpt(&error.to_string()))? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Task::Help),
            Arg::Long("json") => json = true,
            Arg::Long("find") => {
                let value = parser.value().map_err(|_| "--find needs an item such as entrustee or 委託先名")?;
                if item.replace(find(&text(value)?)?).is_some() {
                    return Err("--find is given twice: once is enough".into());
                }
            }
            Arg::Value(value) => values.push(text(value)?),
            Arg::Long(_) | Arg::Short(_) => {
                let seen = excerpt(&arg.unexpected().to_string());
                return Err(format!("{seen}; expected --json, --find, FILE, PATH and TEXT (--help says more)"));
            }
        }
    }
    let mut values = values.into_iter();
    match (values.next(), values.next(), values.next(), values.next(), item) {
        (Some(file), None, None, None, Some(item)) => Ok(Task::Find { file, item }),
        (Some(file), Some(path), None, None, None) => Ok(Task::Print { file, path: self::path(&path)?, json }),
        (Some(file), Some(path), Some(text), None, None) => {
            Ok(Task::Put { file, path: self::path(&path)?, text, json })
        }
        (_, _, _, _, Some(_)) => Err("--find takes one FILE and no PATH".into()),
        (_, _, _, _, None) => Err("expected FILE, PATH and at most one TEXT (--help says more)".into()),
    }
}

fn text(value: std::ffi::OsString) -> Result<String, String> {
    value.into_string().map_err(|value| format!("not UTF-8: {}", excerpt(&value.to_string_lossy())))
}

/// A path as it prints, or a JSON Pointer.
fn path(text: &str) -> Result<FieldPath, String> {
    let path = if text.starts_with('/') { FieldPath::from_pointer(text) } else { text.parse() };
    path.map_err(|error| error.to_string())
}

/// An item by its code or its name.
fn find(text: &str) -> Result<Item, String> {
    let named = Item::ALL.iter().copied().find(|item| item.label() == text);
    named.map_or_else(|| text.parse().map_err(|error| format!("--find: {error}")), Ok)
}
