//! The error messages for documents that cannot be read.

use std::io;

use mynumber_pia::assessment::{Change, Entrustment, FileSection, Parties, Party, Recipient};
use mynumber_pia::validate::Language;
use mynumber_pia::{Assessment, AssessmentKind, FormEdition};
use serde::Deserialize;
use serde_json::error::Category;

use super::japanese;
use super::split::{LARGEST, Piece};

/// Why a document cannot be read.
pub(crate) enum Fault {
    Unreadable(io::Error),
    Empty,
    TooLarge,
    /// The byte of the file where it is not UTF-8.
    NotUtf8(usize),
    Refused(Refused),
}

/// What loading refused, and where.
pub(crate) struct Refused {
    /// The path of the field; empty for the document as a whole.
    path: String,
    /// The items of the form of the document.
    items: Vec<Asked>,
    what: String,
    category: Category,
    line: usize,
    column: usize,
}

/// Loads the document in a piece of a file.
pub(crate) fn load(piece: &Piece) -> Result<Assessment, Fault> {
    if piece.is_too_large {
        return Err(Fault::TooLarge);
    }
    let text = std::str::from_utf8(&piece.bytes);
    let text = text.map_err(|error| Fault::NotUtf8(piece.offset + error.valid_up_to()))?.trim_ascii_end();
    // Only a refused document is read a second time, to find the path of the mistake.
    serde_json::from_str(text).map_err(|_| refused(text, piece))
}

fn refused(text: &str, piece: &Piece) -> Fault {
    let mut json = serde_json::Deserializer::from_str(text);
    let (path, error) = match serde_path_to_error::deserialize::<_, Assessment>(&mut json) {
        Err(error) => (error.path().to_string(), error.into_inner()),
        Ok(_) => match json.end() {
            Err(error) => (String::new(), error),
            Ok(()) => (String::new(), serde::de::Error::custom("cannot be read")),
        },
    };
    let what = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let mut what = what.strip_suffix(&position).unwrap_or(&what).to_string();
    if what.starts_with("invalid type: sequence, expected an assessment ") {
        what.push_str("; write several one after the other, without [ ] around them");
    }
    // `serde_path_to_error` writes "." for the document as a whole, and "?" for what it cannot name.
    let path = path.trim_end_matches('?').trim_end_matches('.').to_string();
    Fault::Refused(Refused {
        items: items(text),
        path,
        what,
        category: error.classify(),
        // The position in the file, not in the piece.
        line: piece.line + error.line().saturating_sub(1),
        column: error.column() + if error.line() == 1 { piece.column } else { 0 },
    })
}

impl Fault {
    /// One line that says what is wrong.
    pub(crate) fn text(&self, language: Language) -> String {
        let text = match (self, language) {
            (Self::Unreadable(error), Language::Japanese) => format!("読み込めない：{error}"),
            (Self::Unreadable(error), Language::English) => format!("cannot be read: {error}"),
            (Self::Empty, Language::Japanese) => "評価書がない（JSON の評価書が一つ以上必要である）".into(),
            (Self::Empty, Language::English) => "is empty: expected one assessment or several, as JSON".into(),
            (Self::TooLarge, Language::Japanese) => format!("{}MiB を超えている", LARGEST >> 20),
            (Self::TooLarge, Language::English) => format!("larger than {} MiB", LARGEST >> 20),
            (Self::NotUtf8(byte), Language::Japanese) => format!("UTF-8 でない（{byte}バイト目）"),
            (Self::NotUtf8(byte), Language::English) => format!("not UTF-8 at byte {byte}"),
            (Self::Refused(refused), Language::Japanese) => refused.japanese(),
            (Self::Refused(refused), Language::English) => refused.english(),
        };
        one_line(&text)
    }
}

impl Refused {
    fn english(&self) -> String {
        let Self { path, what, line, column, .. } = self;
        let separator = if path.is_empty() { "" } else { ": " };
        format!("{path}{separator}{what} at line {line} column {column}")
    }

    fn japanese(&self) -> String {
        let Self { path, what, category, line, column, .. } = self;
        let what = match category {
            Category::Eof => "途中で終わっている".into(),
            Category::Syntax | Category::Io => format!("JSON として正しくない（{what}）"),
            Category::Data => self.data(),
        };
        let place = match self.item(path) {
            Some(item) => format!("{path}（{item}）："),
            None if path.is_empty() => String::new(),
            None => format!("{path}："),
        };
        format!("{place}{what}（{line}行{column}列）")
    }

    /// The message of serde or of the library, in Japanese. A message without a translation stays as it is.
    fn data(&self) -> String {
        let what = self.what.as_str();
        if let Some(text) = japanese::message(what) {
            return text;
        }
        if let Some(name) = what.strip_prefix("missing field ") {
            return format!("「{}」がない", name.replace('`', ""));
        }
        if let Some(name) = what.strip_prefix("duplicate field ") {
            return format!("「{}」が重複している", name.replace('`', ""));
        }
        if let Some((name, allowed)) =
            what.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", expected "))
        {
            let parent = self.path.rsplit_once('.').map(|(parent, _)| format!("{parent}.")).unwrap_or_default();
            let allowed = allowed.trim_start_matches("one of ").split(", ").map(|name| {
                let name = name.replace('`', "");
                let item = self.items.iter().find(|asked| asked.path == with_first_entries(&format!("{parent}{name}")));
                item.map_or_else(|| name.clone(), |asked| format!("{name}（{}）", asked.label))
            });
            let allowed = allowed.collect::<Vec<_>>().join("、");
            return format!("「{}」という項目はない（使える項目：{allowed}）", name.replace('`', ""));
        }
        for (start, word) in [("invalid type: ", "型が違う"), ("invalid value: ", "読めない値である")] {
            if let Some((seen, expected)) = what.strip_prefix(start).and_then(|rest| rest.split_once(", expected ")) {
                let (seen, expected) = (japanese::kind(seen), japanese::expected(expected));
                return format!("{word}：{seen}（記載できるもの：{expected}）");
            }
        }
        what.to_string()
    }

    /// The printed number and label of the item that a path leads to or into.
    fn item(&self, path: &str) -> Option<String> {
        let path = with_first_entries(path);
        let is_in =
            |field: &str| path.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']));
        let Asked { number, label, .. } = self.items.iter().find(|asked| is_in(&asked.path))?;
        Some(match *number {
            "" => (*label).to_string(),
            number if number.ends_with(label) => number.to_string(),
            number => format!("{number} {label}"),
        })
    }
}

/// An item as the form of the document prints it.
struct Asked {
    /// Its path in a document with one entry in each list.
    path: String,
    number: &'static str,
    label: &'static str,
}

fn items(text: &str) -> Vec<Asked> {
    #[derive(Deserialize)]
    struct Head {
        kind: AssessmentKind,
    }
    // If the document does not say which form it has, the deepest one has the most items.
    let kind = serde_json::from_str(text).map_or(AssessmentKind::AllItem, |Head { kind }| kind);
    let mut items = Vec::new();
    if let Some(edition) = FormEdition::latest(kind) {
        // An empty form with an entry in each list that may be empty.
        let mut form = Assessment::new(edition);
        let mut section = FileSection::default();
        let chain = Parties::new([Party::default()]).unwrap_or_default();
        section.entrustments.push(Entrustment { chain, ..Entrustment::default() });
        section.provision.provisions.push(Recipient::default());
        section.provision.transfers.push(Recipient::default());
        form.file_sections.push(section);
        form.changes.push(Change::default());
        form.walk_with_empty_forms(|field| {
            let (number, label) = field.row.map_or(("", field.item.label()), |row| (row.number, row.label));
            items.push(Asked { path: field.path.to_string(), number, label });
        });
    }
    items
}

/// Replaces every index by 0: `files[0].name` for `files[12].name`.
fn with_first_entries(path: &str) -> String {
    let mut first = String::new();
    for part in path.split('[') {
        match part.split_once(']') {
            Some((index, rest)) if index.bytes().all(|digit| digit.is_ascii_digit()) => {
                first.push_str("[0]");
                first.push_str(rest);
            }
            _ => first.push_str(part),
        }
    }
    first
}

/// The most characters of a message. The longest list of allowed values is shorter.
const LONGEST_MESSAGE: usize = 1_900;

/// Makes a message one line that is safe to print: it can contain keys of the file with any characters.
fn one_line(message: &str) -> String {
    let mut line = String::new();
    let mut length = 0;
    for c in message.chars() {
        if length > LONGEST_MESSAGE {
            line.push('…');
            break;
        }
        let turns = matches!(c, '\u{2028}' | '\u{2029}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || turns {
            line.extend(c.escape_debug());
            length += c.escape_debug().count();
        } else {
            line.push(c);
            length += 1;
        }
    }
    line
}
