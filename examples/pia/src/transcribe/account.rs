//! The account as a web page: the source, and what became of each part of it, in color and in words.

use std::io::{self, Write};

use mynumber_pia::Language;
use mynumber_pia::transcribe::{Fate, SourceRange, SourceSpan, Suggestion, Transcription};

use super::pdf::Page;
use super::report::Rest;
use super::source::Source;
use super::words::{self, Labels};
use crate::options::both;

/// Colors with a pattern of their own for what needs a person: the page can be read in gray.
const STYLE: &str = "\
body{font:16px/1.6 sans-serif;margin:1rem auto;max-width:75rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ddd;padding:.1rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:normal;color:#555;white-space:nowrap}
td.words{width:40%;font-size:.85rem}
td.source{white-space:pre-wrap}
code{color:#555}
.label,.choices{color:#666}
.answer{background:#d9f2d9}
.suggested{background:#ffe9b3;border-bottom:3px double #8a5a00}
.mark,.furniture{color:#999}
.left_over{background:#ffd6d6;border-bottom:3px solid #a00000}
";

/// A row of the page: a line of a text, or a row of a sheet.
#[derive(Default)]
struct Row<'a> {
    place: String,
    /// The parts in it: the index of the span, and the text.
    pieces: Vec<(usize, &'a str)>,
    /// The spans that begin in it.
    begun: Vec<usize>,
}

pub(crate) fn write(out: &mut impl Write, source: &Source, read: &Transcription, language: Language) -> io::Result<()> {
    let labels = Labels::of(read.document());
    let title = both("転記の行方", "Account of a transcription");
    let title = title.text(language);
    let lang = language.code();
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">"
    )?;
    writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>")?;
    let edition = read.edition();
    let because = words::because(edition.because);
    writeln!(out, "<p>{}（{}）</p>", edition.edition, because.text(language))?;
    writeln!(out, "<p>{}</p>", escaped(&Rest::of(source, read).text(language)))?;
    legend(out, read, language)?;
    suggestions(out, source, read, &labels, language)?;
    writeln!(out, "<h2>{}</h2>\n<table>", both("原文", "The source").text(language))?;
    for Row { place, pieces, begun } in rows(source, read.spans(), language) {
        write!(out, "<tr><th>{}</th><td class=\"source\">", escaped(&place))?;
        for (index, text) in pieces {
            let class = read.spans().get(index).map_or("", |span| words::fate(&span.fate).0);
            write!(out, "<span class=\"{class}\">{}</span>", escaped(text))?;
        }
        write!(out, "</td><td class=\"words\">")?;
        let mut separator = "";
        for span in begun.iter().filter_map(|index| read.spans().get(*index)) {
            let Some(said) = said(span, &labels, language) else { continue };
            write!(out, "{separator}{said}")?;
            separator = "<br>";
        }
        writeln!(out, "</td></tr>")?;
    }
    writeln!(out, "</table>\n</body>\n</html>")
}

/// What each color means, and how many parts have it.
fn legend(out: &mut impl Write, read: &Transcription, language: Language) -> io::Result<()> {
    let mut counts: Vec<(&str, String, usize)> = Vec::new();
    for span in read.spans() {
        let (class, name) = words::fate(&span.fate);
        match counts.iter_mut().find(|(seen, ..)| *seen == class) {
            Some((.., count)) => *count += 1,
            None => counts.push((class, name.text(language).to_string(), 1)),
        }
    }
    writeln!(out, "<ul>")?;
    for (class, name, count) in counts {
        writeln!(out, "<li><span class=\"{class}\">{name}</span> {count}</li>")?;
    }
    writeln!(out, "</ul>")
}

fn suggestions(
    out: &mut impl Write,
    source: &Source,
    read: &Transcription,
    labels: &Labels,
    language: Language,
) -> io::Result<()> {
    if read.suggestions().is_empty() {
        return Ok(());
    }
    writeln!(out, "<h2>{}</h2>\n<table>", both("確認を要する記載", "To confirm").text(language))?;
    for Suggestion { path, text, spans, reason, .. } in read.suggestions() {
        let path = path.to_string();
        let places = source.places(spans, language);
        let reason = words::doubt(reason);
        writeln!(
            out,
            "<tr><th>{}</th><td class=\"source\"><span class=\"suggested\">{}</span></td><td class=\"words\">{} <code>{path}</code>：{}</td></tr>",
            escaped(&places.join(" ")),
            escaped(text),
            escaped(labels.at(&path)),
            escaped(reason.text(language)),
        )?;
    }
    writeln!(out, "</table>")
}

/// What became of a part, in words. `None` for what needs none: blanks, and the form's own words.
fn said(span: &SourceSpan, labels: &Labels, language: Language) -> Option<String> {
    let (class, name) = words::fate(&span.fate);
    let name = name.text(language);
    let at = |path: &str| format!("{} <code>{path}</code>", escaped(labels.at(path)));
    match &span.fate {
        Fate::Answer { path, because } => {
            let because = words::placement(*because);
            Some(format!("<b class=\"{class}\">{name}</b> {}：{}", at(&path.to_string()), because.text(language)))
        }
        Fate::Suggested { path, reason } => {
            let reason = words::doubt(reason);
            Some(format!(
                "<b class=\"{class}\">{name}</b> {}：{}",
                at(&path.to_string()),
                escaped(reason.text(language))
            ))
        }
        Fate::Label | Fate::Choices | Fate::Mark => None,
        Fate::Furniture | Fate::LeftOver => Some(format!("<span class=\"{class}\">{name}</span>")),
    }
}

/// The lines of a text, or the rows of the sheets that have text.
fn rows<'a>(source: &'a Source, spans: &[SourceSpan], language: Language) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut last = None;
    for (index, SourceSpan { range, .. }) in spans.iter().enumerate() {
        let line = match source {
            Source::Text { .. } | Source::Sheets(_) => range.row,
            Source::Pages(pages) => line_of(pages, *range),
        };
        let is_new = last.replace((range.sheet, line)) != Some((range.sheet, line));
        let lines = source.split(*range);
        let mut is_said = false;
        for (line, text) in lines.into_iter().enumerate() {
            if line > 0 || is_new {
                let place = match source {
                    Source::Text { .. } => (rows.len() + 1).to_string(),
                    Source::Sheets(_) | Source::Pages(_) => source.place(*range, language),
                };
                rows.push(Row { place, ..Row::default() });
            }
            let Some(row) = rows.last_mut() else { continue };
            if !text.is_empty() {
                row.pieces.push((index, text));
            }
            if !text.trim().is_empty() && !is_said {
                row.begun.push(index);
                is_said = true;
            }
        }
    }
    rows.retain(|row| !row.pieces.is_empty());
    rows
}

/// The first word of the line of a page in which a word is.
fn line_of(pages: &[Page], range: SourceRange) -> usize {
    let Some(page) = pages.get(range.sheet) else { return range.row };
    let middle = |index: usize| page.words.get(index).map(|word| f64::midpoint(word.top, word.bottom));
    let near =
        |index: &usize| middle(*index).zip(middle(*index + 1)).is_some_and(|(one, next)| (one - next).abs() < 2.0);
    (0..range.row).rev().take_while(near).last().unwrap_or(range.row)
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
