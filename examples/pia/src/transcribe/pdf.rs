//! The words of a PDF file with their places: from `pdftotext`, or from a file that another program wrote.

use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};
use std::thread;

use mynumber_pia::value::error::excerpt;
use serde::Deserialize;

use crate::options::{Both, both};

/// A page of a PDF file.
#[derive(Deserialize)]
pub(crate) struct Page {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// pdfplumber writes letters as `chars`.
    #[serde(alias = "chars", default)]
    pub(crate) words: Vec<Word>,
}

/// A word and its place.
#[derive(Deserialize)]
pub(crate) struct Word {
    pub(crate) x0: f64,
    pub(crate) top: f64,
    pub(crate) x1: f64,
    pub(crate) bottom: f64,
    pub(crate) text: String,
}

/// The program that reads PDF files.
const PROGRAM: &str = "pdftotext";

/// The words of a PDF file.
pub(super) fn words(bytes: Vec<u8>) -> Result<Vec<Page>, Both> {
    let started = Command::new(PROGRAM)
        .args(["-tsv", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = started.map_err(|error| {
        if error.kind() == ErrorKind::NotFound {
            both(
                "PDF を読むには poppler の pdftotext が必要である。Debian と Ubuntu では poppler-utils、macOS の Homebrew では poppler を導入する。他の機械で `pdftotext -tsv FILE.pdf FILE.tsv` により取り出した FILE.tsv も読める",
                "reading a PDF needs poppler's pdftotext: install poppler-utils on Debian and Ubuntu, or poppler with Homebrew on macOS; a file.tsv that `pdftotext -tsv file.pdf file.tsv` wrote on another machine can be read too",
            )
        } else {
            failed(&error.to_string())
        }
    })?;
    // It may write before it has read everything.
    let input = child.stdin.take();
    let writer = thread::spawn(move || input.map(|mut input| input.write_all(&bytes)));
    let done = child.wait_with_output().map_err(|error| failed(&error.to_string()))?;
    // A program that stops early says why.
    drop(writer.join());
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        return Err(failed(said.lines().next().unwrap_or_default().trim()));
    }
    let pages = tsv(&String::from_utf8_lossy(&done.stdout))?;
    if pages.iter().all(|page| page.words.is_empty()) {
        return Err(both(
            "PDF に文字がない（画像だけの PDF と思われる）。文字認識（OCR）をした PDF を指定する",
            "the PDF has no text, so it probably consists of pictures: give a PDF with text recognition (OCR)",
        ));
    }
    Ok(pages)
}

fn failed(said: &str) -> Both {
    let said = excerpt(said);
    Both::new(format!("pdftotext が PDF を読めない：{said}"), format!("pdftotext cannot read the PDF: {said}"))
}

/// How the table of `pdftotext -tsv` begins.
pub(super) const HEADER: &str = "level\tpage_num\t";

/// The words in the table of `pdftotext -tsv`.
pub(super) fn tsv(text: &str) -> Result<Vec<Page>, Both> {
    const PAGE: &str = "1";
    const WORD: &str = "5";
    let mut pages: Vec<Page> = Vec::new();
    for (at, line) in text.lines().enumerate().skip(1) {
        let refused = || {
            let (number, line) = (at + 1, excerpt(line));
            Both::new(
                format!("{number}行目が pdftotext -tsv の行でない：{line}"),
                format!("line {number} is not one of pdftotext -tsv: {line}"),
            )
        };
        let fields: Vec<&str> = line.splitn(12, '\t').collect();
        let [level, _, _, _, _, _, left, top, width, height, _, text] = fields.as_slice() else {
            return Err(refused());
        };
        let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or_else(refused);
        let (left, top, width, height) = (number(left)?, number(top)?, number(width)?, number(height)?);
        match *level {
            PAGE => pages.push(Page { width, height, words: Vec::new() }),
            WORD => pages.last_mut().ok_or_else(refused)?.words.push(Word {
                x0: left,
                top,
                x1: left + width,
                bottom: top + height,
                text: (*text).to_string(),
            }),
            _ => {}
        }
    }
    Ok(pages)
}

/// The words in JSON: pages with `width`, `height` and `words` or `chars`, as pdfplumber writes them.
pub(super) fn json(text: &str) -> Result<Vec<Page>, Both> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Pages {
        List(Vec<Page>),
        Document { pages: Vec<Page> },
    }
    match serde_json::from_str(text) {
        Ok(Pages::List(pages) | Pages::Document { pages }) => Ok(pages),
        Err(_) => Err(both(
            "単語の位置の JSON でない。頁ごとに width、height、words（x0、top、x1、bottom、text）をもつオブジェクトの配列が必要である",
            "is not JSON of words with places: expected a list of pages with width, height and words (x0, top, x1, bottom, text)",
        )),
    }
}
