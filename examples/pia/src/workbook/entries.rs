//! The entries of lists in a workbook: their titles, and those of which the form shows nothing.

use std::collections::BTreeSet;

use mynumber_pia::Assessment;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::Cell;
use rust_xlsxwriter::XlsxError;

use super::write::Writer;
use super::{STORED, stored, with_inside, without_indices};

/// The title of an entry of which the document only says that it is there.
const NOTHING_SHOWN: &str = "（記載のない事項）";

impl Writer<'_> {
    /// Writes the entries without a cell that come before this path, or end with the entry that ends before it.
    pub(super) fn bare_entries(&mut self, path: &str) -> Result<(), XlsxError> {
        let last = std::mem::take(&mut self.last);
        let is_next = |entry: &String| {
            let (of, index) = split(entry);
            let parent = of.rfind(']').map_or("", |end| &of[..=end]);
            let before = path.strip_prefix(of).and_then(|rest| rest.strip_prefix('['));
            let is_before =
                before.and_then(|rest| rest.split(']').next()?.parse().ok()).is_some_and(|next: usize| next > index);
            is_before || (last.starts_with(parent) && (path.is_empty() || !path.starts_with(parent)))
        };
        let (next, rest): (Vec<String>, Vec<String>) = std::mem::take(&mut self.bare).into_iter().partition(is_next);
        (self.bare, self.last) = (rest, last);
        for entry in next {
            let json = entry.parse().map_or_else(|_| String::new(), |path| stored(self.document, &path));
            let format = self.styles.group.clone();
            let row = self.row;
            self.line(&format!("+{}", without_indices(&entry)), NOTHING_SHOWN, &format)?;
            let hidden = self.styles.hidden.clone();
            self.now().write_string_with_format(row, STORED, &json, &hidden)?;
        }
        Ok(())
    }

    /// Writes the titles of the entries that begin with this cell. Returns the sign for a cell that is an entry by itself.
    pub(super) fn entries(&mut self, cell: &Cell<'_>) -> Result<&'static str, XlsxError> {
        let path = cell.path().to_string();
        let mut blocks = cell.blocks();
        let mut sign = "";
        for (end, _) in path.match_indices(']') {
            let (entry, rest) = path.split_at(end + 1);
            let block = blocks.next();
            if self.last.starts_with(entry) {
                continue;
            }
            sign = if is_there(self.document, entry) { "+" } else { "~" };
            let is_alone = block.is_some_and(|block| block.is_line) && !rest.contains('[') && cell.inside().is_empty();
            if !is_alone {
                let title = block.map_or_else(|| entry.to_string(), ToString::to_string);
                let format = self.styles.group.clone();
                self.line(&format!("{sign}{}", without_indices(entry)), &title, &format)?;
                sign = "";
            }
        }
        Ok(sign)
    }
}

/// The list of an entry, and its index.
fn split(entry: &str) -> (&str, usize) {
    let (list, index) = entry.rsplit_once('[').unwrap_or((entry, ""));
    (list, index.trim_end_matches(']').parse().unwrap_or_default())
}

/// The entries of a document of which no cell is shown, without those inside them.
pub(super) fn bare(document: &Assessment, shown: &[Cell<'_>]) -> Vec<String> {
    fn walk(value: &serde_json::Value, path: &str, shown: &BTreeSet<String>, bare: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                walk(value, &path, shown, bare);
            }),
            serde_json::Value::Array(entries) => entries.iter().enumerate().for_each(|(index, entry)| {
                let path = format!("{path}[{index}]");
                let is_shown = shown.range(path.clone()..).next().is_some_and(|first| first.starts_with(&path));
                match entry {
                    serde_json::Value::Object(_) if is_shown => walk(entry, &path, shown, bare),
                    // The lines of an answer are no entries.
                    serde_json::Value::Object(_) if path.parse::<FieldPath>().is_ok() => bare.push(path),
                    _ => {}
                }
            }),
            _ => {}
        }
    }
    let shown = shown.iter().flat_map(with_inside).map(|cell| cell.path().to_string()).collect();
    let mut found = Vec::new();
    if let Ok(value) = serde_json::to_value(document) {
        walk(&value, "", &shown, &mut found);
    }
    found
}

/// Whether the document has this entry.
fn is_there(document: &Assessment, entry: &str) -> bool {
    entry.parse().is_ok_and(|path| !stored(document, &path).is_empty())
}
