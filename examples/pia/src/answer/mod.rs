//! 記載の参照と記入: prints one answer of an assessment, or the assessment with one answer or many changed.

mod dry_run;
mod options;
mod read;
mod steps;

use std::io::Write;

use clap::ArgMatches;
use mynumber_pia::catalogue::{self, FieldPath, Item};
use mynumber_pia::value::answer::Value;
use mynumber_pia::value::error::excerpt;
use mynumber_pia::{Assessment, AssessmentKind, Form, Language};

use self::dry_run::DryRun;
pub(crate) use self::options::declare;
use self::steps::{Step, note_not_printed};
use crate::input;
use crate::options::Words;
use crate::{Failure, Out, say};

pub(crate) const ABOUT: Words = [
    "記載の参照と記入：評価書の記載を示し、又は記載を改めた評価書を書く",
    "記載の参照と記入: the answers of an assessment, and the assessment with other answers",
];

/// What to do with each document of a file.
enum Task {
    Print { path: FieldPath, json: bool },
    Put { path: FieldPath, text: String, json: bool },
    Find(String),
    Edit(Vec<Step>),
}

/// Does the task for each document of the file.
pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let (file, task, dry_run) = options::read(given, language)?;
    let mut code = 0;
    for loaded in input::load(&[file], language) {
        let answered = loaded.and_then(|(_, document)| match &dry_run {
            Some(dry_run) => what_follows(&document, &task, dry_run, language),
            None => answer(document, &task, language),
        });
        match answered {
            Ok(text) => out.write_all(text.as_bytes())?,
            Err(error) => {
                out.flush()?;
                say("pia answer", &error);
                code = 2;
            }
        }
    }
    Ok(code)
}

/// What follows from the edits of the task.
fn what_follows(document: &Assessment, task: &Task, dry_run: &DryRun, language: Language) -> Result<String, String> {
    let mut new = document.clone();
    edit(&mut new, task, language)?;
    let mut out = Vec::new();
    dry_run::write(&mut out, [document, &new], dry_run, language).map_err(|error| error.to_string())?;
    String::from_utf8(out).map_err(|error| error.to_string())
}

/// Makes the edits of the task, if it has some.
fn edit(document: &mut Assessment, task: &Task, language: Language) -> Result<(), String> {
    match task {
        Task::Print { .. } | Task::Find(_) => Ok(()),
        Task::Put { path, text, json } => {
            if *json {
                let value: serde_json::Value = serde_json::from_str(text).map_err(|error| match language {
                    Language::Japanese => format!("{path}：TEXT は{}", input::said(&error, text, language)),
                    Language::English => format!("{path}: TEXT is not JSON: {}", input::said(&error, text, language)),
                })?;
                document.put_value(path, value).map_err(|error| error.text(language))?;
            } else {
                document.put_shown(path, text).map_err(|error| error.text(language))?;
            }
            note_not_printed(document, path, language);
            Ok(())
        }
        Task::Edit(steps) => steps.iter().try_for_each(|step| step.take(document, language)),
    }
}

fn answer(mut document: Assessment, task: &Task, language: Language) -> Result<String, String> {
    match task {
        Task::Print { path, json } => print(&document, path, *json, language),
        Task::Put { .. } | Task::Edit(_) => {
            edit(&mut document, task, language)?;
            written(&document)
        }
        Task::Find(wanted) => {
            let (items, words) = find(wanted, document.form, language)?;
            let has_words =
                |path: &&FieldPath| document.get(path).is_some_and(|answer| answer.to_string().contains(words));
            let places: Vec<FieldPath> = items.iter().flat_map(|item| document.find(*item)).collect();
            Ok(places.iter().filter(has_words).flat_map(|path| [path.to_string(), "\n".to_string()]).collect())
        }
    }
}

/// The document as JSON.
fn written(document: &Assessment) -> Result<String, String> {
    serde_json::to_string_pretty(document).map(|json| json + "\n").map_err(|error| error.to_string())
}

fn print(document: &Assessment, path: &FieldPath, json: bool, language: Language) -> Result<String, String> {
    match document.get(path) {
        Some(value) if !json => return Ok(value.shown() + "\n"),
        // An unanswered field is left out of the document and has no JSON form.
        Some(Value::Unanswered) => return Ok(String::new()),
        Some(_) | None => {}
    }
    let mut bytes = Vec::new();
    let mut out = serde_json::Serializer::pretty(&mut bytes);
    document.get_value(path, &mut out).map_err(|error| error.text(language))?;
    String::from_utf8(bytes).map(|json| json + "\n").map_err(|error| error.to_string())
}

/// A path as it prints, or a JSON Pointer.
fn path(text: &str, language: Language) -> Result<FieldPath, String> {
    let path = if text.starts_with('/') { FieldPath::from_pointer(text) } else { text.parse() };
    path.map_err(|error| {
        let seen = excerpt(text);
        match language {
            _ if !is_item(text) => error.text(language),
            Language::Japanese => format!("「{seen}」は経路でなく項目の名前である。経路は --find {seen} で分かる"),
            Language::English => {
                format!("\"{seen}\" is not a path but the name of an item: --find {seen} prints its paths")
            }
        }
    })
}

/// Whether a form prints an item with this name or label, or an item has this code.
fn is_item(text: &str) -> bool {
    let is_label = |label: &str| label == text;
    Item::ALL.iter().any(|item| is_label(item.label()) || is_label(item.code()))
        || AssessmentKind::ALL.iter().any(|kind| !labelled(Form::EditionUnknown(*kind), is_label).is_empty())
}

/// The items that have this code, this name, or this label on the form of the document, and the words after 「=」.
fn find(text: &str, form: Form, language: Language) -> Result<(Vec<Item>, &str), String> {
    let (text, words) = text.split_once('=').unwrap_or((text, ""));
    let named = Item::ALL.iter().copied().find(|item| item.label() == text || item.code() == text);
    let items = named.map_or_else(|| labelled(form, |label| label == text), |item| vec![item]);
    if !items.is_empty() {
        return Ok((items, words));
    }
    let similar: Vec<&str> = labelled(form, |label| label.contains(text)).into_iter().map(Item::label).collect();
    let seen = excerpt(text);
    Err(match (text.parse::<Item>(), language) {
        (Err(error), Language::Japanese) if similar.is_empty() => format!("--find：{}", error.text(language)),
        (Err(error), Language::English) if similar.is_empty() => format!("--find: {error}"),
        (_, Language::Japanese) => {
            format!("--find：「{seen}」という項目はない（これを含む項目：{}）", similar.join("、"))
        }
        (_, Language::English) => {
            format!("--find: unknown item \"{seen}\"; items that contain it: {}", similar.join(", "))
        }
    })
}

/// The items that the form prints and whose name or label on it is wanted, in the order of the list of items.
fn labelled(form: Form, is_wanted: impl Fn(&str) -> bool) -> Vec<Item> {
    let rows = catalogue::rows(form.kind(), form.edition());
    let mut items: Vec<Item> =
        rows.filter(|row| is_wanted(row.label) || is_wanted(row.item.label())).map(|row| row.item).collect();
    items.sort_unstable();
    items.dedup();
    items
}
