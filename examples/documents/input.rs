//! Documents for the examples: the five published ones, and those that a user names.

use std::io::Read;

use mynumber_pia::Assessment;
use mynumber_pia::value::error::excerpt;

/// The five published assessments, by file name.
pub(crate) const DOCUMENTS: [(&str, &str); 5] = [
    ("edogawa.json", include_str!("edogawa.json")),
    ("shinjuku.json", include_str!("shinjuku.json")),
    ("kawaguchi.json", include_str!("kawaguchi.json")),
    ("kumagaya.json", include_str!("kumagaya.json")),
    ("matsudo.json", include_str!("matsudo.json")),
];

/// More than any document needs; what is larger is refused rather than read.
const LARGEST: u64 = 64 << 20;

/// The documents of these files, each with its name; of no files the five. `-` is standard input.
pub(crate) fn read(files: &[String]) -> Vec<(String, Result<Assessment, String>)> {
    if files.is_empty() {
        return DOCUMENTS.iter().map(|(name, text)| ((*name).to_string(), parse(text))).collect();
    }
    files.iter().map(|file| (excerpt(file), bytes(file).and_then(|bytes| decode(&bytes)))).collect()
}

fn bytes(file: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = if file == "-" {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|open| open.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    match read {
        Err(error) => Err(format!("cannot be read: {error}")),
        Ok(_) if bytes.len() as u64 > LARGEST => Err(format!("larger than {} MiB", LARGEST >> 20)),
        Ok(_) => Ok(bytes),
    }
}

fn decode(bytes: &[u8]) -> Result<Assessment, String> {
    // The byte order mark with which some programs begin a file of UTF-8.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to()))?;
    parse(text)
}

/// Only what is wrong is read a second time, to say where it stands.
fn parse(text: &str) -> Result<Assessment, String> {
    serde_json::from_str(text).map_err(|_| {
        let mut json = serde_json::Deserializer::from_str(text);
        match serde_path_to_error::deserialize::<_, Assessment>(&mut json) {
            Err(error) => match error.path().to_string().as_str() {
                // The document as a whole.
                "." => one_line(&error.inner().to_string()),
                path => one_line(&format!("{path}: {}", error.inner())),
            },
            Ok(_) => json.end().err().map_or("cannot be read".to_string(), |error| error.to_string()),
        }
    })
}

/// The most bytes of a message; the longest list of what is allowed is shorter.
const LONGEST_MESSAGE: usize = 1_900;

/// A message repeats keys as they stand in the file.
fn one_line(message: &str) -> String {
    let mut line = String::new();
    for c in message.chars() {
        if line.len() > LONGEST_MESSAGE {
            line.push('…');
            break;
        }
        let turns = matches!(c, '\u{2028}' | '\u{2029}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || turns {
            line.extend(c.escape_debug());
        } else {
            line.push(c);
        }
    }
    line
}
