//! All mistakes of a document. Loading stops at the first, so what it refused is taken out, and the rest is loaded again.

use mynumber_pia::Assessment;
use mynumber_pia::assessment::{LoadError, load};

use super::place::place;

/// How many mistakes of a document are said.
pub(crate) const MOST: usize = 10;

/// What loading refused, and its line and column in the text.
pub(crate) struct Mistake {
    pub(crate) error: LoadError<serde_json::Error>,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// The mistakes of a document in their order, at most [`MOST`] of them; empty if there is none.
pub(super) fn mistakes(text: &str) -> Vec<Mistake> {
    let (mut text, mut found, mut removed) = (text.to_string(), Vec::<Mistake>::new(), Vec::<String>::new());
    while found.len() < MOST {
        let Some(mistake) = first(&text) else { break };
        let path = mistake.error.path.clone();
        let is_json = mistake.error.reason.is_some();
        // An empty object is no entry of a list of codes: the whole list is taken out.
        let list = path.rsplit_once('[').map(|(list, _)| list).filter(|_| path.ends_with(']'));
        if let (Some(list), true) = (list, removed.last() == Some(&path)) {
            let Some(rest) = without(&text, list) else { break };
            removed.push(list.into());
            text = rest;
            continue;
        }
        // What is wrong with something around a part that was taken out may be that it is missing, and what is no JSON there may
        // be so without it.
        if removed.iter().any(|part| is_around(&path, part) || !is_json) {
            break;
        }
        found.push(mistake);
        // A document of another format or version may have other fields.
        let is_ours = is_json && path != "format" && path != "version";
        let rest = if is_ours { without(&text, &path) } else { None };
        let Some(rest) = rest else { break };
        removed.push(path);
        text = rest;
    }
    found
}

/// The first mistake.
fn first(text: &str) -> Option<Mistake> {
    // This knows the position where reading stopped, and the other one the path.
    let position = serde_json::from_str::<Assessment>(text).err()?;
    let error = load::<Assessment, _>(&mut serde_json::Deserializer::from_str(text)).err()?;
    let (line, column) = place(&position, text);
    // An error at the first character has no column of its own.
    Some(Mistake { error, line, column: column.max(1) })
}

/// Whether a path is that of a part, or of something around it.
fn is_around(path: &str, part: &str) -> bool {
    let inside = part.strip_prefix(path);
    inside.is_some_and(|inside| path.is_empty() || inside.is_empty() || inside.starts_with(['.', '[']))
}

/// The text without the part at a path, with blanks in its place, so that what follows keeps its line and column. An entry of a
/// list becomes an empty object, so that those after it keep their index. `None` if that cannot be done.
fn without(text: &str, path: &str) -> Option<String> {
    let mut reader = Reader { text, at: 0 };
    let mut rest = path;
    loop {
        let span = if let Some(after) = rest.strip_prefix('[') {
            let (index, after) = after.split_once(']')?;
            rest = after;
            reader.entry(index.parse().ok()?)?
        } else {
            let name = rest.strip_prefix('.').unwrap_or(rest);
            let end = name.find(['.', '[']).unwrap_or(name.len());
            let (name, after) = name.split_at(end);
            rest = after;
            reader.member(name)?
        };
        if rest.is_empty() {
            let Span { start, end, replacement } = span;
            let blank = |text: &str| text.chars().map(|c| if c == '\n' { c } else { ' ' }).collect::<String>();
            let part = text.get(start..end)?;
            let blanks = blank(part).split_off(replacement.len().min(part.chars().count()));
            // A part that is shorter, or that begins with a line, would move what follows.
            let fits = part.chars().take(replacement.len()).filter(|c| *c != '\n').count() == replacement.len();
            return fits.then(|| {
                [text.get(..start).unwrap_or_default(), replacement, &blanks, text.get(end..).unwrap_or_default()]
                    .concat()
            });
        }
    }
}

/// A part of the text, and what replaces it.
struct Span {
    start: usize,
    end: usize,
    replacement: &'static str,
}

/// Reads JSON that is known to be valid up to the part that is looked for.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        self.at += rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Finds a member of the object here, with a comma beside it, and stops before its value.
    fn member(&mut self, wanted: &str) -> Option<Span> {
        self.take(b'{')?;
        let mut comma = None;
        loop {
            let key = self.at_value();
            self.skip()?;
            let name: String = serde_json::from_str(self.text.get(key..self.at)?).ok()?;
            self.take(b':')?;
            let value = self.at_value();
            self.skip()?;
            let end = self.at;
            let next = self.take(b',').map(|()| self.at);
            if name == wanted {
                self.at = value;
                let start = if next.is_some() { key } else { comma.unwrap_or(key) };
                return Some(Span { start, end: next.unwrap_or(end), replacement: "" });
            }
            comma = Some(next? - 1);
        }
    }

    /// Finds an entry of the list here, and stops before it.
    fn entry(&mut self, index: usize) -> Option<Span> {
        self.take(b'[')?;
        for _ in 0..index {
            self.skip()?;
            self.take(b',')?;
        }
        let start = self.at_value();
        self.skip()?;
        let end = std::mem::replace(&mut self.at, start);
        Some(Span { start, end, replacement: "{}" })
    }

    fn at_value(&mut self) -> usize {
        self.peek();
        self.at
    }

    /// Skips a value.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.string()?,
                b'{' | b'[' => (depth, self.at) = (depth + 1, self.at + 1),
                b'}' | b']' => (depth, self.at) = (depth.checked_sub(1)?, self.at + 1),
                b',' | b':' => self.at += 1,
                _ => {
                    let rest = self.text.as_bytes().get(self.at..)?;
                    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b",:]}[{\"".contains(byte);
                    self.at += rest.iter().position(is_end).unwrap_or(rest.len());
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    fn string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.text.as_bytes().get(self.at)? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }
}
