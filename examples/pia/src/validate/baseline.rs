//! The findings of an earlier check, with which those of this check are compared.

use std::collections::BTreeMap;

use mynumber_pia::Assessment;
use mynumber_pia::validate::{FindingStatus, Language, validate_with};
use serde_json::{Map, Value};

use super::Arguments;
use crate::clock::today;
use crate::input::{self, text_of};
use crate::made_by::MADE_BY;
use crate::options::Both;

/// The findings of an earlier check by file and index, as the JSON lines have them.
pub(super) enum Baseline {
    /// The lines that `validate --json` wrote.
    Lines(BTreeMap<(String, usize), Vec<Map<String, Value>>>),
    /// The keys of the older version of the document.
    Keys(Vec<String>),
}

impl Baseline {
    /// Reads what `validate --json` wrote.
    pub(super) fn read(file: &str) -> Result<Self, Both> {
        let mut lines: BTreeMap<(String, usize), Vec<Map<String, Value>>> = BTreeMap::new();
        for (at, line) in text_of(file)?.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let wrong = || {
                Both::new(
                    format!("--baseline：{file} の{}行目は「pia validate --json」の出力でない", at + 1),
                    format!("--baseline: line {} of {file} is not what `pia validate --json` writes", at + 1),
                )
            };
            let line: Map<String, Value> = serde_json::from_str(line).map_err(|_| wrong())?;
            let text = |name| line.get(name).and_then(Value::as_str).map(String::from);
            let index = line.get("index").and_then(Value::as_u64).and_then(|index| usize::try_from(index).ok());
            let (Some(file), Some(index), Some(_)) = (text("file"), index, text("key")) else { return Err(wrong()) };
            if text("status").as_deref() == Some(FindingStatus::Gone.code()) {
                continue;
            }
            lines.entry((file, index)).or_default().push(line);
        }
        Ok(Self::Lines(lines))
    }

    /// Checks the older version of a document.
    pub(super) fn of(file: &str, arguments: &Arguments) -> Result<Self, Both> {
        let files = [file.to_string()];
        let mut documents = input::load(&files, arguments.language);
        let old: Assessment = match (documents.next(), documents.next()) {
            (Some(Ok((_, document))), None) => document,
            (Some(Err(error)), _) => return Err(Both::one(error)),
            (None | Some(Ok(_)), _) => {
                return Err(Both::new(
                    format!("--since：{file} には評価書が一つあること"),
                    format!("--since: {file} must contain one document"),
                ));
            }
        };
        let as_of = arguments.as_of.or_else(|| old.own_day()).unwrap_or_else(today);
        Ok(Self::Keys(validate_with(&old, as_of, arguments.exemption).keys(&old)))
    }

    /// The keys of the findings of a document before.
    pub(super) fn keys(&self, file: &str, index: usize) -> Vec<String> {
        match self {
            Self::Keys(keys) => keys.clone(),
            Self::Lines(lines) => {
                let lines = lines.get(&(file.to_string(), index)).map(Vec::as_slice).unwrap_or_default();
                lines.iter().filter_map(|line| line.get("key")?.as_str().map(String::from)).collect()
            }
        }
    }

    /// What is said of a finding that is gone.
    pub(super) fn gone(&self, file: &str, index: usize, at: usize) -> Map<String, Value> {
        let mut line = match self {
            Self::Lines(lines) => lines.get(&(file.to_string(), index)).and_then(|lines| lines.get(at)).cloned(),
            Self::Keys(keys) => keys.get(at).map(|key| Map::from_iter([("key".to_string(), key.as_str().into())])),
        }
        .unwrap_or_default();
        // The line says by what this check was made.
        line.remove(MADE_BY);
        line.insert("file".to_string(), file.into());
        line.insert("index".to_string(), index.into());
        line.insert("status".to_string(), FindingStatus::Gone.code().into());
        line.insert("status_label".to_string(), FindingStatus::Gone.label().into());
        line
    }

    /// The documents of which it has findings.
    pub(super) fn documents(&self) -> Vec<(String, usize)> {
        match self {
            Self::Lines(lines) => lines.keys().cloned().collect(),
            Self::Keys(_) => Vec::new(),
        }
    }
}

/// What a person reads about a finding that is gone.
pub(super) fn gone_text(line: &Map<String, Value>, language: Language) -> String {
    let text = |name| line.get(name).and_then(Value::as_str);
    let said = match language {
        Language::Japanese => text("ja"),
        Language::English => text("en"),
    };
    said.or_else(|| text("key")).unwrap_or_default().to_string()
}
