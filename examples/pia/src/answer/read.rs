//! Reads the answers and rows that the options of `pia answer` name.

use mynumber_pia::Language;
use mynumber_pia::assessment::FieldEdit;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::value::error::excerpt;
use serde::de;

use super::path;
use super::steps::{COLUMNS, Row, RowContent};
use crate::input;
use crate::made_by::MADE_BY;

/// The answer of `--set`.
pub(super) fn set(text: &str, language: Language) -> Result<(FieldPath, String), String> {
    let Some((at, shown)) = parts(text) else {
        let seen = excerpt(text);
        return Err(match language {
            Language::Japanese => format!("--set：「{seen}」は PATH=TEXT の形でない"),
            Language::English => format!("--set: \"{seen}\" is not PATH=TEXT"),
        });
    };
    Ok((path(at, language)?, shown))
}

/// The path and the text of `PATH=TEXT`.
fn parts(text: &str) -> Option<(&str, String)> {
    let (at, shown) = text.split_once('=')?;
    Some((at.trim(), shown.replace("\\n", "\n")))
}

/// An error with the option and the line that it is about.
pub(super) fn in_line(option: &str, line: usize, error: &str, language: Language) -> String {
    match language {
        Language::Japanese => format!("{option}：{line}行目：{error}"),
        Language::English => format!("{option}: line {line}: {error}"),
    }
}

/// Many answers: a JSON object, or lines.
pub(super) fn many(text: &str, language: Language) -> Result<Vec<FieldEdit<serde_json::Value>>, String> {
    if text.trim_start().starts_with('{') {
        let Values(values) = serde_json::from_str(text).map_err(|error| match language {
            Language::Japanese => format!("--answers：{}", input::said(&error, text, language)),
            Language::English => format!("--answers: not a JSON object: {}", input::said(&error, text, language)),
        })?;
        let edit = |(at, value): (String, serde_json::Value)| {
            let path = path(&at, language)?;
            Ok(if value.is_null() { FieldEdit::Remove(path) } else { FieldEdit::Value(path, value) })
        };
        return values.into_iter().map(edit).collect();
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let edit = |line: &str| match (line.strip_prefix("delete "), parts(line)) {
        (Some(at), _) => Ok(FieldEdit::Remove(path(at.trim(), language)?)),
        (None, Some((at, shown))) => Ok(FieldEdit::Shown(path(at, language)?, shown)),
        (None, None) => {
            let seen = excerpt(line);
            Err(match language {
                Language::Japanese => format!("「{seen}」は PATH=TEXT の形でも delete PATH の形でもない"),
                Language::English => format!("\"{seen}\" is neither PATH=TEXT nor delete PATH"),
            })
        }
    };
    lines.map(|(index, line)| edit(line).map_err(|error| in_line("--answers", index + 1, &error, language))).collect()
}

/// The entries of a JSON object in their order, which matters: an entry that is deleted moves those after it.
struct Values(Vec<(String, serde_json::Value)>);

impl<'de> de::Deserialize<'de> for Values {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Values;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = map.next_entry()? {
                    values.push(value);
                }
                Ok(Values(values))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

/// The rows that `changes --table` wrote: one a line, as JSON or with tabs between the columns.
pub(super) fn rows(text: &str, language: Language) -> Result<Vec<Row>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let row = |(index, text): (usize, &str)| {
        let line = index + 1;
        if text.starts_with('{') {
            let row = serde_json::from_str(text).map_err(|error| {
                let (what, (_, column)) = (input::syntax(&error, language), input::place(&error, text));
                match language {
                    Language::Japanese => format!("{what}（{column}列）"),
                    Language::English => format!("not JSON: {what} at column {column}"),
                }
            });
            return row
                .map(|row| Row { line, content: RowContent::Json(without_made_by(row)) })
                .map_err(|error| in_line("--rows", line, &error, language));
        }
        let cells: Vec<String> = text.split('\t').map(String::from).collect();
        if cells.len() == COLUMNS.len() {
            return Ok(Row { line, content: RowContent::Columns(cells) });
        }
        let (count, all) = (cells.len(), COLUMNS.len());
        let error = match language {
            Language::Japanese => format!("{count}列ある。changes --table が書く行は{all}列である"),
            Language::English => format!("{count} columns: a row that changes --table writes has {all}"),
        };
        Err(in_line("--rows", line, &error, language))
    };
    lines.map(row).collect()
}

/// A row without by what it was made, which is no part of the change table.
fn without_made_by(mut row: serde_json::Value) -> serde_json::Value {
    if let Some(row) = row.as_object_mut() {
        row.remove(MADE_BY);
    }
    row
}
