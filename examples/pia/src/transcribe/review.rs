//! The suggestions as a web page to work through: the lines of the source beside the item and its answer. What is ticked becomes lines
//! that `answer --answers` reads. The page loads nothing.

use std::collections::BTreeMap;
use std::io::{self, Write};

use mynumber_pia::Language;
use mynumber_pia::transcribe::{Fate, SourceRange, Transcription};

use super::account::escaped;
use super::report::Rest;
use super::source::Source;
use super::suggestions::{Line, heading, lines, order};
use super::words::Labels;
use crate::options::both;

const STYLE: &str = "\
body{font:16px/1.6 sans-serif;margin:1rem auto;max-width:80rem;padding:0 1rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
td{border-bottom:1px solid #ccc;padding:.2rem .5rem;vertical-align:top;overflow-wrap:anywhere;width:50%}
.source,.answer{white-space:pre-wrap}
.place,.reason,code{color:#555;font-size:.85rem}
.reason{border-left:3px double #8a5a00;padding-left:.4rem}
textarea{width:100%;height:10rem}
";

/// What collects the lines that are ticked. Of several for one item, one is ticked at most.
const SCRIPT: &str = include_str!("review.js");

/// The hash of the script, by which the page allows it and no other.
const SCRIPT_HASH: &str = "sha256-R9pVbAuk8ZrYgnENJvf00GujfoK2TNDe/H38kLOBlIc=";

pub(super) fn write(out: &mut impl Write, source: &Source, read: &Transcription, language: Language) -> io::Result<()> {
    let said = |japanese, english| both(japanese, english).text(language).to_string();
    let title = said("転記の確認", "A transcription to work through");
    let lang = language.code();
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">"
    )?;
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src '{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'\">"
    )?;
    writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>")?;
    writeln!(out, "<p>{}（{}）</p>", read.edition().edition, escaped(&Rest::of(source, read).text(language)))?;
    let lines = lines(source, read, language);
    if lines.iter().any(Line::is_clear) {
        writeln!(out, "<p>{}</p>", order().text(language))?;
    }
    // What needs a look comes first.
    for (id, is_clear) in [("doubtful", false), ("clear", true)] {
        let lines: Vec<&Line<'_>> = lines.iter().filter(|line| line.is_clear() == is_clear).collect();
        if lines.is_empty() {
            continue;
        }
        writeln!(out, "<h2>{}</h2>", heading(is_clear).text(language))?;
        if is_clear {
            let all = said("すべて選ぶ", "tick all");
            writeln!(out, "<p><label><input type=\"checkbox\" data-all=\"{id}\"> {all}</label></p>")?;
        }
        writeln!(out, "<table id=\"{id}\">")?;
        for line in lines {
            row(out, source, line)?;
        }
        writeln!(out, "</table>")?;
    }
    confirmed(out, source, read, language)?;
    left_over(out, source, read, language)?;
    let (answers, copy, save) =
        (said("選んだ記載", "What is ticked"), said("コピー", "Copy"), said("ファイルに保存", "Save as a file"));
    writeln!(out, "<h2>{answers} <span id=\"count\">0</span></h2>\n<textarea id=\"answers\" readonly></textarea>")?;
    writeln!(out, "<p><button id=\"copy\">{copy}</button> <button id=\"save\">{save}</button></p>")?;
    writeln!(out, "<script>{SCRIPT}</script>\n</body>\n</html>")
}

/// The source on the left; the item, the answer and the doubt on the right.
fn row(out: &mut impl Write, source: &Source, line: &Line<'_>) -> io::Result<()> {
    let Line { suggestion, path, label, places, reason, is_taken } = line;
    let place = escaped(&places.join(" "));
    write!(out, "<tr><td><span class=\"place\">{place}</span>")?;
    write!(out, "<div class=\"source\">{}</div></td><td>", escaped(&shown(source, &suggestion.spans)))?;
    let (path, taken) = (escaped(path), if *is_taken { " data-taken=\"1\"" } else { "" });
    let item = format!("{} <code>{path}</code>", escaped(label));
    if line.is_refused() {
        write!(out, "{item}")?;
    } else {
        let answer = escaped(&line.answer());
        write!(
            out,
            "<label><input type=\"checkbox\" data-path=\"{path}\" data-line=\"{answer}\"{taken}> {item}</label>"
        )?;
    }
    write!(out, "<div class=\"answer\">{}</div>", escaped(&suggestion.text))?;
    if !reason.is_empty() {
        write!(out, "<div class=\"reason\">{}</div>", escaped(reason))?;
    }
    writeln!(out, "</td></tr>")
}

/// What is in the document, by item.
fn confirmed(out: &mut impl Write, source: &Source, read: &Transcription, language: Language) -> io::Result<()> {
    let labels = Labels::of(read.document());
    let mut answers: BTreeMap<&_, Vec<SourceRange>> = BTreeMap::new();
    for span in read.spans() {
        if let Fate::Answer { path, .. } = &span.fate {
            answers.entry(path).or_default().push(span.range);
        }
    }
    let title = both("評価書にある記載", "In the document");
    let title = title.text(language);
    writeln!(out, "<h2>{title}</h2>\n<table id=\"confirmed\">")?;
    for (path, ranges) in answers {
        let value = read.document().get(path).map_or_else(String::new, |value| value.to_string());
        let place = source.places(&ranges, language).join(" ");
        let at = path.to_string();
        writeln!(
            out,
            "<tr><td><span class=\"place\">{}</span><div class=\"source\">{}</div></td><td>{} <code>{}</code><div class=\"answer\">{}</div></td></tr>",
            escaped(&place),
            escaped(&shown(source, &ranges)),
            escaped(labels.near(&at)),
            escaped(&at),
            escaped(&value)
        )?;
    }
    writeln!(out, "</table>")
}

/// The parts of the source of which nothing is known.
fn left_over(out: &mut impl Write, source: &Source, read: &Transcription, language: Language) -> io::Result<()> {
    let title = both("行き先の分からない部分", "Left over");
    let title = title.text(language);
    writeln!(out, "<h2>{title}</h2>\n<table id=\"left_over\">")?;
    for span in read.spans().iter().filter(|span| span.fate == Fate::LeftOver) {
        let (place, text) = (source.places(&[span.range], language).join(" "), source.text(span.range));
        if !text.trim().is_empty() {
            let (place, text) = (escaped(&place), escaped(text));
            writeln!(
                out,
                "<tr><td><span class=\"place\">{place}</span><div class=\"source\">{text}</div></td><td></td></tr>"
            )?;
        }
    }
    writeln!(out, "</table>")
}

/// The source in these ranges, each on lines of its own.
fn shown(source: &Source, ranges: &[SourceRange]) -> String {
    ranges.iter().map(|range| source.text(*range)).collect::<Vec<_>>().join("\n")
}
