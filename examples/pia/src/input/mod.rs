//! The documents that a command reads: those in the files that a user names, or the five published ones.

mod carried;
mod each;
mod encoding;
mod fault;
mod mistakes;
mod place;
mod refused;
mod row;
mod split;

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use mynumber_pia::value::error::excerpt;
use mynumber_pia::{Assessment, Language};

pub(crate) use each::Run;
pub(crate) use encoding::not_utf8;
pub(crate) use fault::{Fault, os};
pub(crate) use place::place;
pub(crate) use refused::{below, refused, said, syntax};
pub(crate) use row::Row;
pub(crate) use split::LARGEST;
use split::{Piece, Pieces};

use crate::options::Both;

/// The five published assessments, by file name.
const DOCUMENTS: [(&str, &str); 5] = [
    ("edogawa.json", include_str!("../../../documents/edogawa.json")),
    ("shinjuku.json", include_str!("../../../documents/shinjuku.json")),
    ("kawaguchi.json", include_str!("../../../documents/kawaguchi.json")),
    ("kumagaya.json", include_str!("../../../documents/kumagaya.json")),
    ("matsudo.json", include_str!("../../../documents/matsudo.json")),
];

/// The name of a document: its file, and its index in the file.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) file: String,
    pub(crate) index: usize,
}

/// The file, followed by the index from the second document on: `-[1]`.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.index == 0 { Ok(()) } else { write!(f, "[{}]", self.index) }
    }
}

/// A document that was found but not yet read, so that another thread can read it.
pub(crate) struct Unread {
    pub(crate) name: Name,
    /// Says that nobody needs the rest of the file.
    pub(crate) is_over: Arc<AtomicBool>,
    piece: Result<Piece, Fault>,
}

impl Unread {
    pub(crate) fn load(self) -> Result<Assessment, Fault> {
        self.piece.and_then(|piece| fault::load(&piece))
    }
}

/// Reports the documents that cannot be read, until ten pieces in a row are not even JSON. To be used in the order of input.
#[derive(Default)]
pub(crate) struct Reports(Row);

impl Reports {
    /// Passes on what was loaded, or an error for people. `None` after the file was given up.
    pub(crate) fn report<T>(
        &mut self,
        name: &Name,
        is_over: &AtomicBool,
        loaded: Result<T, Fault>,
        language: Language,
    ) -> Option<Result<T, String>> {
        if name.index == 0 {
            self.0.clear();
        }
        if self.0.is_over() {
            return None;
        }
        Some(match loaded {
            Ok(loaded) => {
                self.0.clear();
                Ok(loaded)
            }
            Err(fault) => {
                let lines = fault.text(language);
                let lines = lines.lines().map(|line| format!("{name}: {line}"));
                let mut text = lines.collect::<Vec<_>>().join("\n");
                if fault.is_of_json() {
                    self.0.clear();
                } else if let Some(stopped) = self.0.add() {
                    is_over.store(true, Ordering::Relaxed);
                    text.push_str(stopped.text(language));
                }
                Err(text)
            }
        })
    }
}

/// Loads the documents of these files, one after the other.
pub(crate) fn load(files: &[String], language: Language) -> impl Iterator<Item = Result<(Name, Assessment), String>> {
    let mut reports = Reports::default();
    read(files).filter_map(move |unread| {
        let (name, is_over) = (unread.name.clone(), Arc::clone(&unread.is_over));
        let loaded = reports.report(&name, &is_over, unread.load(), language)?;
        Some(loaded.map(|document| (name, document)))
    })
}

/// The documents of a file. An empty file gives a fault.
struct Documents {
    name: Name,
    is_over: Arc<AtomicBool>,
    /// The rest of the file. If it cannot be opened, the fault until it is reported.
    pieces: Result<Pieces<Box<dyn BufRead + Send>>, Option<Fault>>,
}

impl Documents {
    fn new(file: &str, input: io::Result<Box<dyn BufRead + Send>>) -> Self {
        let name = Name { file: excerpt(file), index: 0 };
        let is_over = Arc::default();
        let opened = input.map_err(Fault::Unreadable).and_then(carried::opened);
        Self { name, is_over, pieces: opened.map(Pieces::new).map_err(Some) }
    }
}

impl Iterator for Documents {
    type Item = Unread;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over.load(Ordering::Relaxed) {
            return None;
        }
        let name = self.name.clone();
        let piece = match &mut self.pieces {
            Err(fault) => Err(fault.take()?),
            Ok(pieces) => match pieces.next() {
                Ok(Some(piece)) => Ok(piece),
                Ok(None) if name.index == 0 => {
                    self.pieces = Err(None);
                    Err(Fault::Empty)
                }
                Ok(None) => return None,
                Err(error) => {
                    self.pieces = Err(None);
                    Err(Fault::Unreadable(error))
                }
            },
        };
        self.name.index += 1;
        Some(Unread { name, is_over: Arc::clone(&self.is_over), piece })
    }
}

/// The documents of these files, or the five published ones if there are no files. `-` is standard input.
pub(crate) fn read(files: &[String]) -> impl Iterator<Item = Unread> + Send {
    let published = if files.is_empty() { DOCUMENTS.as_slice() } else { &[] };
    let published = published.iter().map(|(name, text)| Documents::new(name, Ok(Box::new(Cursor::new(text)))));
    published.chain(files.iter().map(|file| Documents::new(file, open(file)))).flatten()
}

fn open(file: &str) -> io::Result<Box<dyn BufRead + Send>> {
    Ok(if file == "-" { Box::new(BufReader::new(io::stdin())) } else { Box::new(BufReader::new(File::open(file)?)) })
}

/// Why a file cannot be read.
pub(crate) fn unreadable(file: &str, fault: &Fault) -> Both {
    let text = |language| format!("{}: {}", excerpt(file), fault.text(language));
    Both::new(text(Language::Japanese), text(Language::English))
}

/// The text of a file, or of standard input, without the mark with which some editors begin a file.
pub(crate) fn text_of(file: &str) -> Result<String, Both> {
    let mut bytes = Vec::new();
    let read = if file == "-" { io::stdin().read_to_end(&mut bytes).map(|_| bytes) } else { std::fs::read(file) };
    let bytes = read.map_err(|error| unreadable(file, &Fault::Unreadable(error)))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| unreadable(file, &Fault::NotUtf8(not_utf8(error.as_bytes(), 0, error.utf8_error()))))?;
    Ok(text.strip_prefix('\u{FEFF}').map(String::from).unwrap_or(text))
}
