//! The complete page for a document.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::style::{PRINT, STYLE};
use super::text::{escaped, in_style, on_one_line};
use super::writer::Writer;
use crate::assessment::Assessment;
use crate::catalogue::{Heading, Item};
use crate::form::cells::{Section, sections};
use crate::form::options::PrintOptions;
use crate::form::words::{change_labels, section, title};
use crate::value::kind::AssessmentKind;

/// Where a page ends.
pub(super) const END: &str = "</body>\n</html>\n";

/// The number of characters of a file's name in a running title, which has room for two lines.
const RUNNING: usize = 60;

/// A document as one self-contained web page (HTML), for the screen and for A4 paper.
///
/// The `id` of each answer's element is its path. Text of the document is always escaped. The page has no dark mode: it
/// is a form, black on white, as it is filed.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::form::Html;
///
/// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "affair": {"name": "A & B"}}"#;
/// let document: Assessment = serde_json::from_str(json)?;
/// let page = Html::new(&document).to_string();
/// assert!(page.contains(r#"<div id="affair.name"><p>A &amp; B</p></div>"#));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Html<'a> {
    pub(super) document: &'a Assessment,
    pub(super) options: PrintOptions<'a>,
}

impl<'a> Html<'a> {
    /// Creates a page with the document only.
    #[must_use]
    pub fn new(document: &'a Assessment) -> Self {
        Self::with(document, PrintOptions::default())
    }

    /// Creates a page with the document and what the options add.
    #[must_use]
    pub const fn with(document: &'a Assessment, options: PrintOptions<'a>) -> Self {
        Self { document, options }
    }

    /// The body and the name of the document, for the title of the window.
    fn title(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cover = &self.document.cover;
        if let Some(body) = cover.body.given() {
            write!(on_one_line(f), "{body}　")?;
        }
        match cover.title.given() {
            Some(own) => write!(on_one_line(f), "{own}"),
            None => f.write_str(title(self.document.kind())),
        }
    }

    /// The running title of each section at the top of a page of paper, and the labels of the change table on a narrow
    /// screen.
    fn own_style(&self, f: &mut fmt::Formatter<'_>, sections: &[Section<'_>]) -> fmt::Result {
        // The result of 様式2 is one row, which shares the page of the section before it.
        let is_basic = self.document.kind() == AssessmentKind::BasicItem;
        let shares = |heading: &Heading| is_basic && heading.before == Item::ThresholdResult;
        let mut page = 0;
        // The cover has no running title.
        for (index, (heading, file)) in sections.iter().enumerate().skip(1) {
            let number = index + 1;
            if shares(heading) {
                writeln!(f, "#section-{number}{{page:p{page};break-before:auto}}")?;
                continue;
            }
            page = number;
            write!(f, "@page p{page}{{@top-right{{content:\"{}", section(heading.text))?;
            if heading.in_each && file.is_given() {
                let name: String = file.to_string().chars().take(RUNNING).collect();
                write!(in_style(f), "（{name}）")?;
            }
            if let Some((next, _)) = sections.get(number).filter(|(next, _)| shares(next)) {
                write!(f, "　{}", section(next.text))?;
            }
            writeln!(f, "\"}}}}\n#section-{number}{{page:p{page}}}")?;
        }
        // Another page name would move the last line to a page of its own.
        if page > 0 {
            writeln!(f, "footer{{page:p{page}}}")?;
        }
        f.write_str("@media screen and (max-width:56rem){\n")?;
        for (index, label) in change_labels(self.document).enumerate() {
            writeln!(f, ".changes td:nth-child({})::before{{content:\"{label}\"}}", index + 1)?;
        }
        f.write_str("}\n")
    }
}

impl fmt::Display for Html<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n<title>",
        )?;
        self.title(f)?;
        write!(f, "</title>\n<style>\n{STYLE}")?;
        let sections: Vec<_> = sections(self.document)
            .filter(|(_, on_form)| self.options.shows(*on_form))
            .map(|(section, _)| section)
            .collect();
        self.own_style(f, &sections)?;
        write!(f, "{PRINT}</style>\n</head>\n<body>\n")?;
        Writer::new(self.document, self.options, &sections).write(f)?;
        if !self.options.made_by.is_empty() {
            f.write_str("<footer>")?;
            escaped(f).write_str(self.options.made_by)?;
            f.write_str("</footer>\n")?;
        }
        f.write_str(END)
    }
}
