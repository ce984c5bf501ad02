//! Why a document cannot be read: faults of the file, and errors of the library with their position.

use std::io;

use mynumber_pia::{Assessment, Language};

use super::encoding::not_utf8;
use super::mistakes::{MOST, Mistake, mistakes};
use super::place::place;
use super::refused::refused;
use super::split::{LARGEST, Piece};
use crate::options::{Both, Words, word};

/// Why a document cannot be read.
pub(crate) enum Fault {
    Unreadable(io::Error),
    Empty,
    TooLarge,
    /// Where it is not UTF-8, and what it may be.
    NotUtf8(Both),
    /// Why a page or a PDF gives no document.
    Page(Both),
    /// What loading refused, with positions in the file.
    Refused {
        mistakes: Vec<Mistake>,
        /// Whether the text is a list.
        is_list: bool,
    },
    /// There is something after the document.
    Trailing {
        line: usize,
        column: usize,
    },
}

const LIST: Words =
    ["。評価書を [ ] で囲まず、一つずつ続けて書く", "; write several one after the other, without [ ] around them"];

const NO_MORE: Words = ["誤りは10件まで示した", "only the first 10 mistakes are listed"];

/// Loads the document in a piece of a file.
pub(crate) fn load(piece: &Piece) -> Result<Assessment, Fault> {
    if piece.is_too_large {
        return Err(Fault::TooLarge);
    }
    let text = std::str::from_utf8(&piece.bytes);
    let text = text.map_err(|error| Fault::NotUtf8(not_utf8(&piece.bytes, piece.offset, error)))?;
    let text = text.trim_ascii_end();
    // Only a refused document is read again, to find its mistakes.
    serde_json::from_str(text).map_err(|error| {
        // The position is that in the file, not in the piece.
        let in_file = |line: usize, column: usize| {
            (piece.line + line.saturating_sub(1), column + if line == 1 { piece.column } else { 0 })
        };
        let mut mistakes = mistakes(text);
        for mistake in &mut mistakes {
            (mistake.line, mistake.column) = in_file(mistake.line, mistake.column);
        }
        if mistakes.is_empty() {
            let (line, column) = place(&error, text);
            let (line, column) = in_file(line, column.max(1));
            return Fault::Trailing { line, column };
        }
        Fault::Refused { mistakes, is_list: text.starts_with('[') }
    })
}

impl Fault {
    /// Whether it was JSON, but not a document.
    pub(crate) fn is_of_json(&self) -> bool {
        match self {
            Self::Refused { mistakes, .. } => mistakes.iter().any(|mistake| mistake.error.reason.is_some()),
            Self::Unreadable(_)
            | Self::Empty
            | Self::TooLarge
            | Self::NotUtf8(_)
            | Self::Page(_)
            | Self::Trailing { .. } => false,
        }
    }

    /// The same in both languages.
    pub(crate) fn both(&self) -> Both {
        Both::new(self.text(Language::Japanese), self.text(Language::English))
    }

    /// What is wrong: one line, or one for each mistake of a document.
    pub(crate) fn text(&self, language: Language) -> String {
        match (self, language) {
            (Self::Unreadable(error), Language::English) if error.kind() == io::ErrorKind::IsADirectory => {
                "is a folder: expected files, such as FOLDER/*.json".into()
            }
            (Self::Unreadable(error), Language::Japanese) => {
                format!("読み込めない：{}", os(error).text(Language::Japanese))
            }
            (Self::Unreadable(error), Language::English) => format!("cannot be read: {error}"),
            (Self::Empty, Language::Japanese) => "評価書がない（JSON の評価書が一つ以上必要である）".into(),
            (Self::Empty, Language::English) => "is empty: expected one assessment or several, as JSON".into(),
            (Self::TooLarge, Language::Japanese) => format!("{}MiB を超えている", LARGEST >> 20),
            (Self::TooLarge, Language::English) => format!("larger than {} MiB", LARGEST >> 20),
            (Self::NotUtf8(what) | Self::Page(what), language) => what.text(language).into(),
            (Self::Refused { mistakes, is_list }, _) => {
                let hint = word(if *is_list { LIST } else { ["", ""] }, language);
                let text = |Mistake { error, line, column }: &Mistake| match language {
                    Language::Japanese => format!("{}{hint}（{line}行{column}列）", refused(error, language)),
                    Language::English => format!("{}{hint} at line {line} column {column}", refused(error, language)),
                };
                let mut all: Vec<String> = mistakes.iter().map(text).collect();
                if all.len() == MOST {
                    all.push(word(NO_MORE, language).into());
                }
                all.join("\n")
            }
            (Self::Trailing { line, column }, Language::Japanese) => {
                format!("評価書の後に余分な文字がある（{line}行{column}列）")
            }
            (Self::Trailing { line, column }, Language::English) => {
                format!("trailing characters at line {line} column {column}")
            }
        }
    }
}

/// What the operating system says about a file.
pub(crate) fn os(error: &io::Error) -> Both {
    let japanese = match error.kind() {
        io::ErrorKind::NotFound => "ファイルがない".into(),
        io::ErrorKind::PermissionDenied => "読む権限がない".into(),
        io::ErrorKind::IsADirectory => {
            "ファイルでなくフォルダである。中のファイルを指定する（フォルダ/*.json など）".into()
        }
        io::ErrorKind::AlreadyExists => "既にある".into(),
        io::ErrorKind::NotADirectory => "フォルダーでない".into(),
        io::ErrorKind::StorageFull => "空き容量がない".into(),
        _ => error.to_string(),
    };
    Both::new(japanese, error.to_string())
}
