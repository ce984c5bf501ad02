//! What a person has to confirm, as lines that `answer --answers` reads.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use mynumber_pia::Language;
use mynumber_pia::transcribe::{Doubt, SourceRange, Suggestion, Transcription};

use super::source::Source;
use super::words::{self, Labels};
use crate::options::{Both, both};

/// A suggestion as a person meets it.
pub(super) struct Line<'a> {
    pub(super) suggestion: &'a Suggestion,
    pub(super) path: String,
    /// The number and the label of its item.
    pub(super) label: String,
    /// Where the source says it.
    pub(super) places: Vec<String>,
    /// Why it is not certain, in words. Empty if nothing but the order of the source is in doubt.
    pub(super) reason: String,
    /// Whether it is taken over without a choice: the document does not refuse it, and it is the last for its path.
    pub(super) is_taken: bool,
}

impl Line<'_> {
    /// The line for `answer --answers`.
    pub(super) fn answer(&self) -> String {
        format!("{}={}", self.path, self.suggestion.text.replace("\r\n", "\n").replace('\n', "\\n"))
    }

    /// Whether the reader has no doubt of its own.
    pub(super) const fn is_clear(&self) -> bool {
        matches!(self.suggestion.reason, Doubt::NotInOrder)
    }

    pub(super) const fn is_refused(&self) -> bool {
        matches!(self.suggestion.reason, Doubt::Refused { .. })
    }
}

/// The suggestions: first those of which the reader has no doubt of its own.
pub(super) fn lines<'a>(source: &Source, read: &'a Transcription, language: Language) -> Vec<Line<'a>> {
    let labels = Labels::of(read.document());
    let mut owners: BTreeMap<&[SourceRange], BTreeSet<String>> = BTreeMap::new();
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for (index, one) in read.suggestions().iter().enumerate() {
        owners.entry(&one.spans).or_default().insert(one.path.to_string());
        if !matches!(one.reason, Doubt::Refused { .. }) {
            last.insert(one.path.to_string(), index);
        }
    }
    let line = |(index, suggestion): (usize, &'a Suggestion)| {
        let path = suggestion.path.to_string();
        let doubt = words::doubt(&suggestion.reason);
        let mut reason = one_line(doubt.text(language));
        if let Doubt::NotInOrder = suggestion.reason {
            reason.clear();
        }
        let others = owners.get(suggestion.spans.as_slice()).into_iter().flatten().filter(|other| **other != path);
        let others: Vec<&str> = others.map(|other| labels.near(other)).collect();
        if !others.is_empty() && !suggestion.spans.is_empty() {
            let also = match language {
                Language::Japanese => format!("同じ箇所が次の欄にも当たる：{}", others.join("、")),
                Language::English => format!("the same place also answers: {}", others.join(", ")),
            };
            let separator = if reason.is_empty() { "" } else { " / " };
            reason = format!("{reason}{separator}{also}");
        }
        let (label, places) = (labels.near(&path).to_string(), source.places(&suggestion.spans, language));
        let is_taken = last.get(&path) == Some(&index);
        Line { suggestion, path, label, places, reason, is_taken }
    };
    let mut lines: Vec<Line<'a>> = read.suggestions().iter().enumerate().map(line).collect();
    lines.sort_by_key(|line| !line.is_clear());
    lines
}

const ORDER: Both = both(
    "原文が様式の順でないので、順によらず確かな記載のほかは、読み取った記載を確認する",
    "the source is not in the order of the form, so what was read is to confirm, but for what any order leaves certain",
);
const CLEAR: Both = both("読取り自体に疑いのない記載", "what the reader itself does not doubt");
const DOUBTFUL: Both = both("一件ずつ見るべき記載", "what needs a look, one by one");

pub(super) const fn heading(is_clear: bool) -> Both {
    if is_clear { CLEAR } else { DOUBTFUL }
}

pub(super) const fn order() -> Both {
    ORDER
}

pub(super) fn write(out: &mut impl Write, source: &Source, read: &Transcription, language: Language) -> io::Result<()> {
    let lines = lines(source, read, language);
    let taken = lines.iter().filter(|line| line.is_taken).count();
    if lines.is_empty() {
        return Ok(());
    }
    match language {
        Language::Japanese => writeln!(out, "# 確認を要する記載{}件、うち記入できる行{taken}件", lines.len())?,
        Language::English => writeln!(out, "# {} to confirm, {taken} of them can be taken over", lines.len())?,
    }
    if lines.iter().any(Line::is_clear) {
        writeln!(out, "# {}", ORDER.text(language))?;
    }
    let mut last = None;
    for line in &lines {
        if last.replace(line.is_clear()) != Some(line.is_clear()) {
            writeln!(out, "#\n# == {} ==", heading(line.is_clear()).text(language))?;
        }
        let Line { label, places, reason, .. } = line;
        let (comment, answer) = (if line.is_taken { "" } else { "# " }, line.answer());
        match language {
            Language::Japanese => {
                let colon = if reason.is_empty() { "" } else { "：" };
                writeln!(out, "# {label}（{}）{colon}{reason}", places.join("、"))?;
            }
            Language::English => {
                let colon = if reason.is_empty() { "" } else { ": " };
                writeln!(out, "# {label} ({}){colon}{reason}", places.join(", "))?;
            }
        }
        writeln!(out, "{comment}{answer}")?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
