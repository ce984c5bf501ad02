//! Reads printed documents with other parsers: the content of a page, line by line.

use std::collections::BTreeMap;

use comrak::{Options, markdown_to_html};
use scraper::{ElementRef, Html, Node, Selector};

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}

/// The text of an element. A line break is a line feed.
fn text(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for node in element.descendants() {
        match node.value() {
            Node::Text(part) => text.push_str(part),
            Node::Element(inner) if inner.name() == "br" => text.push('\n'),
            _ => {}
        }
    }
    text
}

/// The content of a web page.
#[derive(Debug)]
pub struct Page {
    /// The lines of each answer, by the `id` of its element.
    pub answers: BTreeMap<String, Vec<String>>,
    /// The names of all elements, in order.
    pub elements: Vec<String>,
    /// The errors of the parser.
    pub errors: Vec<String>,
    /// The texts of the marks.
    pub marks: Vec<String>,
}

/// Reads a web page.
#[must_use]
pub fn page(html: &str) -> Page {
    let page = Html::parse_document(html);
    let mut answers = BTreeMap::new();
    let mut errors: Vec<String> = page.errors.iter().map(ToString::to_string).collect();
    for element in page.select(&selector("[id]")) {
        let id = element.value().id().unwrap_or_default().to_string();
        let paragraphs: Vec<String> = element.select(&selector("p")).map(text).collect();
        let lines = if paragraphs.is_empty() { vec![text(element)] } else { paragraphs };
        if answers.insert(id.clone(), lines).is_some() {
            errors.push(format!("the id {id} occurs twice"));
        }
    }
    let elements = page.select(&selector("*")).map(|element| element.value().name().to_string()).collect();
    let marks = page.select(&selector("p.mark")).map(text).collect();
    Page { answers, elements, errors, marks }
}

/// The rows of all tables of a Markdown document, and the names of the HTML elements that it renders to.
#[must_use]
pub fn tables(markdown: &str) -> (Vec<Vec<String>>, Vec<String>) {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.math_dollars = true;
    options.extension.alerts = true;
    // Needed for line breaks. Other markup would appear among the elements.
    options.render.r#unsafe = true;
    let page = Html::parse_fragment(&markdown_to_html(markdown, &options));
    let cells = selector("td");
    let rows = selector("tbody tr");
    let rows = page.select(&rows).map(|row| row.select(&cells).map(text).collect()).collect();
    let elements = page.select(&selector("*")).map(|element| element.value().name().to_string()).collect();
    (rows, elements)
}
