//! The documents that a command reads: those in the files that a user names, or the five published ones.

mod fault;
mod split;

use std::ffi::OsString;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor};

use mynumber_pia::Assessment;
use mynumber_pia::value::error::excerpt;

pub(crate) use fault::Fault;
use split::{Piece, Pieces};

/// The five published assessments, by file name.
const DOCUMENTS: [(&str, &str); 5] = [
    ("edogawa.json", include_str!("../documents/edogawa.json")),
    ("shinjuku.json", include_str!("../documents/shinjuku.json")),
    ("kawaguchi.json", include_str!("../documents/kawaguchi.json")),
    ("kumagaya.json", include_str!("../documents/kumagaya.json")),
    ("matsudo.json", include_str!("../documents/matsudo.json")),
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
    name: Name,
    piece: Result<Piece, Fault>,
}

impl Unread {
    pub(crate) fn load(self) -> (Name, Result<Assessment, Fault>) {
        (self.name, self.piece.and_then(|piece| fault::load(&piece)))
    }
}

/// The documents of a file. An empty file gives a fault.
struct Documents {
    name: Name,
    /// The rest of the file. If it cannot be opened, the fault until it is reported.
    pieces: Result<Pieces<Box<dyn BufRead + Send>>, Option<Fault>>,
}

impl Documents {
    fn new(file: &str, input: io::Result<Box<dyn BufRead + Send>>) -> Self {
        let name = Name { file: excerpt(file), index: 0 };
        Self { name, pieces: input.map(Pieces::new).map_err(|error| Some(Fault::Unreadable(error))) }
    }
}

impl Iterator for Documents {
    type Item = Unread;

    fn next(&mut self) -> Option<Self::Item> {
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
        Some(Unread { name, piece })
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

/// A file name from the command line. It must be UTF-8.
pub(crate) fn file(name: OsString) -> Result<String, String> {
    name.into_string().map_err(|name| format!("not UTF-8: {}", excerpt(&name.to_string_lossy())))
}
