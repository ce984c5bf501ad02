//! Every page has the content of the document, and no content of a document becomes markup.

use std::collections::BTreeSet;

use mynumber_pia::assessment::Chain;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::fixture::{Filling, Parameters};
use mynumber_pia::form::{Cell, Html, Mark, Markdown, OnForm, Plain, PrintOptions, Tree, cells};
use mynumber_pia::validate::{Finding, Language, validate};
use mynumber_pia::value::answer::{Answer, AnswerKind, Given, Line, Lines, Timing, Value};
use mynumber_pia::{Assessment, AssessmentKind};
use mynumber_pia_interop::PUBLISHED;
use mynumber_pia_interop::page::{page, tables};

fn published() -> impl Iterator<Item = Assessment> {
    PUBLISHED.iter().map(|json| serde_json::from_str(json).unwrap())
}

fn generated() -> impl Iterator<Item = Assessment> {
    let fillings = [Filling::Required, Filling::Some, Filling::Everything];
    AssessmentKind::ALL.iter().flat_map(move |kind| {
        fillings.into_iter().flat_map(move |filling| {
            let parameters = Parameters { kind: Some(*kind), filling, ..Parameters::default() };
            (0..4).map(move |seed| parameters.plan(seed).build::<Assessment>())
        })
    })
}

/// Texts that are markup in some format, or that a page or a terminal could misread.
const HOSTILE: [&str; 26] = [
    "<script>alert(1)</script>",
    "</p></div></td></tr></table><h1>Ⅰ</h1>",
    "<!-- x --> ]]> &lt; &amp; &#60; &nbsp; &notanentity;",
    "\" onmouseover=\"x\" '",
    "{{x}} ${y} `z` $a$ $$b$$",
    "*a* **b** _c_ __d__ ~~e~~ `f` ^g^",
    "[link](javascript:x) ![image](http://example.com/x.png) [^1] [ ] [x]",
    "http://example.com/ https://example.com www.example.com a@example.com ftp://x",
    "| a | b |\n|---|---|\n| c | d |",
    "# heading\n## heading\n- item\n1. item\n> quote\n    code\n---\n===",
    "a \\ b \\| c \\\\ d \\",
    "#123 @user :smile: GH-1",
    "trailing blanks  \nof a line  ",
    "  leading blanks",
    "two  blanks　and\ta tab",
    "line\r\nfeed\rof three\nkinds",
    "\n\nempty lines\n\n",
    "\u{1b}[31mred\u{1b}[0m \u{0} \u{7} \u{8} \u{b} \u{c} \u{7f} \u{85} \u{9b}",
    "\u{202e}txet\u{202c} \u{2066}x\u{2069} \u{200f}y\u{200e} \u{61c}",
    "\u{2028}line\u{2029}paragraph",
    "\u{feff}bom \u{fffe} \u{ffff} \u{fdd0} \u{1ffff}",
    "e\u{301} か\u{3099} \u{200b}\u{200d} 👨\u{200d}👩",
    "<br>a<br/>",
    "<textarea><style><title><plaintext>",
    "％3Cscript％3E ＜見出し＞ ［○］ ▲",
    "[//]: # (comment)\n<!DOCTYPE html><?php ?>",
];

/// A text as a page shows it: each line ends in one line feed, and characters that cannot be printed are escapes.
fn shown(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut shown = String::new();
    for c in text.chars() {
        let code = u32::from(c);
        let is_character = code & 0xFFFE != 0xFFFE && !(0xFDD0..=0xFDEF).contains(&code);
        if (c.is_control() && c != '\n' && c != '\t') || !is_character {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// The lines of a cell: a heading once, and its lines, which begin with `indent`.
fn lines(cell: &Cell<'_>, indent: &str) -> Vec<String> {
    match cell.value() {
        Value::Given(Given::Lines(lines)) => {
            let mut all = Vec::new();
            let mut last = None;
            for (under, text) in lines.iter() {
                if let Some(heading) = under.filter(|heading| last != Some(*heading)) {
                    let alone = Line { under: Some(heading.clone()), text: Answer::Unanswered };
                    all.push(shown(Lines::new(vec![alone]).expect("a heading").to_string().trim_end_matches('　')));
                }
                last = under;
                let indent = if under.is_some() { indent } else { "" };
                match text {
                    Answer::Unanswered | Answer::Blank => {}
                    Answer::NotKnown => all.push(format!("{indent}？")),
                    Answer::Nothing(mark) => all.push(format!("{indent}{}", mark.label())),
                    Answer::Given(text) => all.push(format!("{indent}{}", shown(text.as_str()))),
                }
            }
            all
        }
        Value::Given(Given::Timings(timings)) => timings.iter().map(|timing| shown(&timing.to_string())).collect(),
        Value::Unanswered | Value::Blank if own(cell).is_empty() => vec![],
        Value::Unanswered | Value::Blank => vec![format!("　　{}", own(cell))],
        value => vec![format!(
            "{}{}",
            shown(cell.chosen().map_or_else(|| value.to_string(), String::from).as_str()),
            own(cell)
        )],
    }
}

/// The lines of a cell on a web page, where timings of one thing have its name once.
fn on_web_page(cell: &Cell<'_>) -> Vec<String> {
    let Value::Given(Given::Timings(timings)) = cell.value() else { return lines(cell, "") };
    let timings: Vec<&Timing> = timings.iter().collect();
    let named = |timing: &Timing| timing.of.as_ref().map(|of| shown(&format!("＜{of}＞")));
    let mut all = Vec::new();
    for same in timings.chunk_by(|one, other| one.of == other.of) {
        match named(same[0]) {
            Some(name) if same.len() > 1 => {
                all.push(name);
                let alone = |timing: &&Timing| Timing { of: None, ..(*timing).clone() }.to_string();
                all.extend(same.iter().map(|timing| shown(&alone(timing))));
            }
            _ => all.extend(same.iter().map(|timing| shown(&timing.to_string()))),
        }
    }
    all
}

/// What the form prints behind the answer of a cell that has a place of its own.
fn own(cell: &Cell<'_>) -> &'static str {
    if cell.before().is_empty() { cell.after() } else { "" }
}

/// All cells of a document, with those that the form prints inside another.
fn all(document: &Assessment) -> impl Iterator<Item = Cell<'_>> {
    cells(document).flat_map(|cell| {
        let inside = cell.inside().to_vec();
        std::iter::once(cell).chain(inside)
    })
}

/// Whether a page shows the cell as text. Boxes are shown as boxes.
fn is_text(cell: &Cell<'_>) -> bool {
    !matches!(cell.kind(), AnswerKind::CheckBox | AnswerKind::CheckBoxes)
}

const ELEMENTS: [&str; 39] = [
    "html", "head", "meta", "title", "style", "body", "article", "header", "h1", "h2", "h3", "h4", "p", "section",
    "nav", "ol", "ul", "li", "a", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "div", "span", "b",
    "br", "dl", "dt", "dd", "figure", "svg", "rect", "path", "text",
];

#[track_caller]
fn check_html(document: &Assessment, options: PrintOptions<'_>) {
    let html = Html::with(document, options).to_string();
    let page = page(&html);
    assert_eq!(page.errors, Vec::<String>::new());
    let allowed: BTreeSet<&str> = ELEMENTS.iter().copied().collect();
    let seen: BTreeSet<&str> = page.elements.iter().map(String::as_str).collect();
    assert_eq!(seen.difference(&allowed).collect::<Vec<_>>(), Vec::<&&str>::new());
    for cell in all(document).filter(|cell| !cell.is_block_title()) {
        let path = cell.path().to_string();
        let answer = page.answers.get(&path);
        if cell.kind() == AnswerKind::CheckBox && cell.on_form() != OnForm::Printed {
            assert!(html.contains(cell.label()));
            continue;
        }
        let answer = answer.unwrap_or_else(|| panic!("{path} is not on the page"));
        if options.language == Language::Japanese && is_text(&cell) {
            let expected = on_web_page(&cell);
            let is_empty = answer.iter().all(String::is_empty);
            assert!(*answer == expected || (expected.is_empty() && is_empty), "{path}: {answer:?} for {expected:?}");
        }
    }
    let marks: Vec<String> = options.marks.iter().map(|mark| shown(&mark.text)).collect();
    assert_eq!(page.marks.len(), marks.len());
    for mark in &marks {
        assert!(page.marks.iter().any(|seen| seen.ends_with(mark.as_str())), "{mark:?} is not on the page");
    }
}

#[track_caller]
fn check_markdown(document: &Assessment, options: PrintOptions<'_>) {
    let (rows, elements) = tables(&Markdown::with(document, options).to_string());
    let allowed =
        ["html", "h1", "h2", "h3", "h4", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "br"];
    for element in &elements {
        assert!(allowed.contains(&element.as_str()), "<{element}>");
    }
    // The answers are in the tables, in their order. In the change table, a field beside an answer can be in the same
    // cell.
    let answers: Vec<&String> = rows.iter().flatten().collect();
    let mut next = 0;
    for cell in cells(document).filter(|cell| (is_text(cell) || !cell.inside().is_empty()) && !cell.is_block_title()) {
        let text = if is_text(&cell) { lines(&cell, "　").join("\n") } else { String::new() };
        let beside: Vec<String> = cell.inside().iter().map(|inside| lines(inside, "").join("、")).collect();
        if text.is_empty() && beside.is_empty() {
            continue;
        }
        let is_choice = matches!(cell.kind(), AnswerKind::Choice | AnswerKind::Band);
        let is_it = |seen: &str| {
            let is_own = match cell.on_form() {
                OnForm::Printed if is_choice || !beside.is_empty() => seen.contains(&text),
                OnForm::Printed => {
                    seen.strip_prefix(&text).is_some_and(|rest| rest.is_empty() || rest.starts_with('\n'))
                }
                OnForm::Within | OnForm::Beyond => seen.contains(&text),
            };
            // Between headings and texts inside a cell, there may be no comma.
            is_own && beside.iter().all(|text| text.split('、').all(|part| seen.contains(part)))
        };
        let found = answers.iter().skip(next).position(|seen| is_it(seen));
        let found = found.unwrap_or_else(|| panic!("{}: {text:?} is not in its place", cell.path()));
        next += found + usize::from(cell.on_form() == OnForm::Printed);
        if cell.on_form() == OnForm::Printed && cell.path().to_string().starts_with("changes") {
            next -= 1;
        }
    }
    for Mark { path, text, .. } in options.marks {
        let text = shown(text);
        assert!(rows.iter().flatten().any(|cell| cell.contains("▲") && cell.contains(&text)), "{path}: {text:?}");
    }
}

fn findings(document: &Assessment) -> Vec<Mark> {
    let day = document.own_day().unwrap_or_default();
    let mark =
        |found: &Finding| Mark::finding(found.location.path.clone(), found.severity, found.text(Language::Japanese));
    validate(document, day).iter().map(mark).collect()
}

#[test]
fn published_documents() {
    for document in published() {
        let marks = findings(&document);
        for marks in [&[], marks.as_slice()] {
            for language in [Language::Japanese, Language::English] {
                check_html(&document, PrintOptions { marks, language, ..PrintOptions::default() });
            }
            check_markdown(&document, PrintOptions { marks, ..PrintOptions::default() });
        }
    }
}

#[test]
fn generated_documents() {
    for document in generated() {
        check_html(&document, PrintOptions::default());
        check_markdown(&document, PrintOptions::default());
    }
}

/// A document in which nearly every field has this text.
fn hostile(kind: AssessmentKind, text: &str) -> Assessment {
    let t = text;
    let under = serde_json::json!([t, {"under": t, "text": t}, {"under": t}]);
    serde_json::from_value(serde_json::json!({
        "format": "mynumber-pia", "version": 1, "kind": kind.code(), "edition": "?",
        "cover": {"number": t, "title": t, "declaration": under, "remarks": under, "body": t},
        "affair": {"name": t, "content": under},
        "systems": [{"number": 1, "name": t, "aliases": under, "operator": t, "functions": under, "constituents": under,
            "connections": ["other"], "connections_other": under}],
        "files": [{"name": t, "operator": t}, {"number": 2, "name": t}],
        "number_use_bases": under,
        "file_sections": [{
            "names": under,
            "outline": {"scope": under, "main_record_items_other": under},
            "acquisition": {"source_departments": under, "source_others": under, "methods_other": under, "purpose": under},
            "entrustments": [{"matter": under, "content": under, "entrustee": under, "delivery_other": under,
                "chain": [{"name": t, "matter": under, "re_entrustees": [{"name": t, "re_entrustees": [{"matter": under}]}]}]}],
            "provision": {"provisions": [{"names": under, "bases": under, "timing": [{"of": t, "frequency": t}]}],
                "transfers": [{"names": under, "timing": t}]},
            "retention": {"storage": under}
        }],
        "record_items": [{"heading": under, "items": under}, {"items": under}],
        "risks": [{"names": under, "acquisition": {"measures": under, "other_risks": under}}],
        "changes": [{"items": under, "pages": under, "before": under, "after": under, "reason": under},
            {"continues": "ticked", "items": t, "before": t}]
    }))
    .unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

#[test]
fn hostile_text_stays_text() {
    let long = "長い".repeat(5_000);
    let all = HOSTILE.join("\n");
    for text in HOSTILE.into_iter().chain([long.as_str(), all.as_str()]) {
        // The other forms print it in the same way, so one form is enough for most texts.
        let kinds = if text == all { AssessmentKind::ALL } else { &[AssessmentKind::AllItem] };
        for kind in kinds.iter().copied() {
            let document = hostile(kind, text);
            check_html(&document, PrintOptions::default());
            check_markdown(&document, PrintOptions::default());
            let first = cells(&document).next().unwrap().path().clone();
            let marks = [Mark::new(first, text), Mark::new(FieldPath::default(), format!("a{text}"))];
            check_html(&document, PrintOptions { marks: &marks, ..PrintOptions::default() });
            check_markdown(&document, PrintOptions { marks: &marks, ..PrintOptions::default() });

            // No control character is sent to a terminal, and only lines of the form begin at the left margin.
            let page = Plain::with(&document, PrintOptions { marks: &marks, ..PrintOptions::default() }).to_string();
            let turns = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            assert!(!page.contains(|c: char| (c.is_control() && c != '\n' && c != '\t') || turns(c)));
            let plain = Plain::new(&hostile(kind, "甲")).to_string();
            let own =
                |page: &str| page.lines().filter(|line| !line.starts_with(' ')).map(String::from).collect::<Vec<_>>();
            assert_eq!(own(&Plain::new(&document).to_string()), own(&plain), "{text:?}");
        }
    }
}

#[test]
fn chains_are_images() {
    use quick_xml::events::Event;

    let names = HOSTILE.into_iter().chain(["甲", "株式会社　乙"]);
    for text in names {
        let document = hostile(AssessmentKind::AllItem, text);
        let chain = Chain::of(&document.file_sections[0].entrustments[0]);
        let image = Tree::new(chain).to_string();
        let mut reader = quick_xml::Reader::from_str(&image);
        let (mut open, mut said, mut texts) = (Vec::new(), String::new(), Vec::new());
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{text:?}: {error}")) {
                Event::Eof => break,
                Event::Start(start) => {
                    let name = start.name().as_ref().to_string();
                    assert!(["svg", "title", "text"].contains(&name.as_str()), "<{name}>");
                    open.push(name);
                }
                Event::End(_) => {
                    if open.pop().unwrap() == "text" {
                        texts.push(std::mem::take(&mut said));
                    }
                    said.clear();
                }
                Event::Text(part) => said.push_str(&part),
                Event::GeneralRef(name) => said.push(match &*name {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    other => panic!("&{other};"),
                }),
                Event::Empty(empty) => assert!(["rect", "path"].contains(&empty.name().as_ref())),
                other => panic!("{other:?}"),
            }
        }
        assert!(open.is_empty());
        let name = shown(text).replace('\n', " ");
        assert_eq!(texts, [format!("委託先　{name}"), format!("再委託先　{name}"), "再々委託先　？".to_string()]);
    }
}

/// No heading is more than one level below the heading before it.
#[test]
fn headings() {
    for document in published() {
        let page = page(&Html::new(&document).to_string());
        let mut last = 0;
        for level in page.elements.iter().filter_map(|name| name.strip_prefix('h')?.parse::<u32>().ok()) {
            assert!(level <= last + 1 && (level > 1) == (last > 0), "h{level} after h{last}");
            last = level;
        }
    }
}
