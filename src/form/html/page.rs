//! The complete page for a document.

use core::fmt::{self, Write as _};

use super::content::{Content, escaped};
use super::style::STYLE;
use super::writer::Writer;
use crate::assessment::Assessment;
use crate::form::options::PrintOptions;
use crate::form::words::title;
use crate::value::language::Language;

/// A document as one self-contained web page (HTML), for the screen and for A4 paper.
///
/// The `id` of each answer's element is its path. Text of the document is always escaped.
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
    document: &'a Assessment,
    options: PrintOptions<'a>,
    is_article: bool,
    prefix: &'a str,
}

impl<'a> Html<'a> {
    /// Creates a page with the document only.
    #[must_use]
    pub const fn new(document: &'a Assessment) -> Self {
        Self::with(document, PrintOptions { marks: &[], language: Language::Japanese, requirements: false })
    }

    /// Creates a page with the document and what the options add.
    #[must_use]
    pub const fn with(document: &'a Assessment, options: PrintOptions<'a>) -> Self {
        Self { document, options, is_article: false, prefix: "" }
    }

    /// Writes only the element of the document (`<article>`), for a page with several documents. The `id` of each
    /// element begins with `prefix`, which should differ for each document.
    #[must_use]
    pub const fn article(self, prefix: &'a str) -> Self {
        Self { is_article: true, prefix, ..self }
    }

    /// The beginning of a page, before its articles.
    ///
    /// # Errors
    /// The error of the writer.
    pub fn begin(out: &mut dyn fmt::Write, title: &str) -> fmt::Result {
        out.write_str(
            "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>",
        )?;
        escaped(out).write_str(title)?;
        write!(out, "</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n")
    }

    /// The end of a page.
    ///
    /// # Errors
    /// The error of the writer.
    pub fn end(out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str("</body>\n</html>\n")
    }
}

impl fmt::Display for Html<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = self.document.form;
        if !self.is_article {
            let own = self.document.cover.title.given().map_or_else(|| title(form.kind()), AsRef::as_ref);
            Self::begin(f, own)?;
        }
        let content = Content { options: self.options, prefix: self.prefix };
        Writer::new(self.document, content).write(f)?;
        if self.is_article { Ok(()) } else { Self::end(f) }
    }
}
