//! Every printer prints what the empty form prints, in its order, and nothing else.
//!
//! `data/fixed_texts.tsv` was written by hand while reading the published assessments: form, whether the text is in the list of
//! contents, the document and its line, and the text.

use mynumber_pia::form::{Html, Markdown, Plain, PrintOptions};
use mynumber_pia::{Assessment, AssessmentKind, FormEdition};

/// A text without blanks and differences of width.
fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap(),
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

/// The texts of a page without its markup.
fn content(html: &str) -> String {
    let (_, body) = html.split_once("<body>").unwrap();
    let mut text = String::new();
    for part in body.split('<') {
        text.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    text
}

/// The fixed texts of a form, and whether each is in the list of contents.
fn texts(form: &str) -> Vec<(bool, String)> {
    let list = include_str!("../data/fixed_texts.tsv");
    let rows = list.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.filter(|row| row[0] == form).map(|row| (row[1] == "contents", folded(row[4]))).collect()
}

/// What a printer prints besides the texts of the form.
fn besides(page: &str, texts: &[String]) -> String {
    let page = folded(page);
    let (mut rest, mut others) = (page.as_str(), String::new());
    for text in texts {
        let Some((before, after)) = rest.split_once(text.as_str()) else {
            let next: String = rest.chars().take(80).collect();
            panic!("no {text:?} in {next:?}");
        };
        others.push_str(before);
        rest = after;
    }
    others.push_str(rest);
    others
}

#[test]
fn each_text_of_an_empty_form() {
    for kind in AssessmentKind::ALL.iter().copied() {
        let edition = FormEdition::latest(kind).unwrap();
        let document = Assessment::new(edition);
        let options = PrintOptions { publication: true, ..PrintOptions::default() };
        let all = texts(kind.form().trim_start_matches("様式"));
        assert!(all.len() > 150, "{kind}: {}", all.len());
        let texts: Vec<String> =
            all.iter().filter(|(is_contents, _)| !is_contents).map(|(_, text)| text.clone()).collect();
        let pages = [
            (content(&Html::with(&document, options).to_string()), all.iter().map(|(_, text)| text.clone()).collect()),
            (Plain::with(&document, options).to_string(), texts.clone()),
            (Markdown::with(&document, options).to_string(), texts),
        ];
        for (index, (page, texts)) in pages.into_iter().enumerate() {
            let others = besides(&page, &texts);
            // The first section of the form has no title, and 様式4 was read without the mark of its edition.
            let mut others = others.replacen("表紙", "", 1).replace(&folded(&format!("［{}］", edition.label())), "");
            // The marks of the layout: rules and bars, an empty choice, and the heads of the Markdown tables.
            others = others.replace("項目|記載", "").replace("■行1", "").replace("<br>", "");
            others.retain(|c| !"[]()|-#=*■".contains(c));
            assert_eq!(others, "", "{kind}, printer {index}");
        }
    }
}
