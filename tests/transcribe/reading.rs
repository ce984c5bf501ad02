//! Compares what was read from a source with the document that the source prints.

#![allow(dead_code, reason = "each test uses what it needs")]

use std::collections::BTreeMap;
use std::fmt;

use mynumber_pia::Assessment;
use mynumber_pia::Text;
use mynumber_pia::catalogue::Item;
use mynumber_pia::form::{Cell, OnForm, cells};
use mynumber_pia::transcribe::{PrintedForm, Transcription, transcribe};
use mynumber_pia::value::answer::{Answer, AnswerKind, Given, Tick, Value};

/// What kind of answer is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Compared {
    Number,
    Choice,
    Box,
    Name,
    Text,
}

/// One claim of a document: an answer, or one box of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) kind: Compared,
    /// Without blanks and line breaks. `None` if the document does not know.
    pub(crate) text: Option<String>,
}

/// The claims of a document by path, and for boxes by their code.
pub(crate) type Claims = BTreeMap<(String, &'static str), Claim>;

/// Whether the answers of an item name something.
fn is_name(item: Item) -> bool {
    [
        Item::AssessmentNumber,
        Item::AssessmentTitle,
        Item::AssessingBody,
        Item::AffairName,
        Item::SystemName,
        Item::FileNames,
        Item::SectionFileNames,
        Item::RiskFileNames,
        Item::Department,
        Item::DepartmentHead,
        Item::FileDepartment,
        Item::EntrustmentMatter,
        Item::Entrustee,
        Item::ProvisionRecipient,
        Item::TransferRecipient,
    ]
    .contains(&item)
}

/// The text without blanks, line breaks, what is between two lines in one line, and the brackets around headings.
pub(crate) fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '＜' | '＞' | '／' | '、')).collect()
}

/// An answer as a page prints it: a heading once, before its lines.
fn printed(value: Value<'_>) -> String {
    let Value::Given(Given::Lines(lines)) = value else { return value.to_string() };
    let mut last = None;
    let line = |(under, text): (Option<&Text>, &Answer<Text>)| {
        let is_new = std::mem::replace(&mut last, under.cloned()).as_ref() != under;
        let text = match text {
            Answer::Unanswered | Answer::Blank => String::new(),
            Answer::NotKnown => "？".to_string(),
            Answer::Nothing(mark) => mark.to_string(),
            Answer::Given(text) => text.to_string(),
        };
        under.filter(|_| is_new).map(ToString::to_string).unwrap_or_default() + &text
    };
    lines.iter().map(line).collect()
}

/// What a document claims about the cells that its form prints.
pub(crate) fn claims(document: &Assessment) -> Claims {
    fn add(cell: &Cell<'_>, claims: &mut Claims) {
        cell.inside().iter().for_each(|inside| add(inside, claims));
        let path = cell.path().to_string();
        let kind = match cell.kind() {
            AnswerKind::Number | AnswerKind::Band | AnswerKind::Date => Compared::Number,
            AnswerKind::Choice => Compared::Choice,
            AnswerKind::CheckBoxes | AnswerKind::CheckBox => Compared::Box,
            AnswerKind::Text if is_name(cell.item()) => Compared::Name,
            AnswerKind::Text => Compared::Text,
        };
        let ticked = |tick: Tick| match tick {
            Tick::Ticked => Some("○".to_string()),
            Tick::Unticked => Some(String::new()),
            Tick::NotKnown => None,
        };
        match cell.value() {
            Value::Unanswered | Value::Blank => {}
            Value::NotKnown => {
                claims.insert((path, ""), Claim { kind, text: None });
            }
            Value::Given(Given::Boxes(_)) => {
                for choice in cell.choices() {
                    claims.insert((path.clone(), choice.code), Claim { kind, text: ticked(choice.chosen) });
                }
            }
            Value::Given(Given::Box(tick)) => {
                claims.insert((path, ""), Claim { kind, text: ticked(tick) });
            }
            value => {
                let band = cell.chosen().filter(|_| cell.note().is_none());
                let text = band.map_or_else(|| printed(value), String::from);
                claims.insert((path, ""), Claim { kind, text: Some(dense(&text)) });
            }
        }
    }
    let mut claims = Claims::new();
    cells(document).filter(|cell| cell.on_form() != OnForm::Beyond).for_each(|cell| add(&cell, &mut claims));
    claims
}

/// Whether it is the number of a block without a number, which is printed with its place in the list.
fn is_own_number(path: &str, said: &str) -> bool {
    let index = path.strip_suffix("].number").and_then(|block| block.rsplit('[').next());
    index.and_then(|index| index.parse::<usize>().ok()).is_some_and(|index| said == (index + 1).to_string())
}

/// How what was read compares with the truth.
#[derive(Default)]
pub(crate) struct Reading {
    /// The claims of the truth that a reader can find: all but unticked boxes.
    pub(crate) printed: BTreeMap<Compared, usize>,
    /// Those in the document that was read, and right.
    pub(crate) right: BTreeMap<Compared, usize>,
    /// Those that a suggestion has.
    pub(crate) suggested: BTreeMap<Compared, usize>,
    /// What the document that was read claims, and the truth does not.
    pub(crate) wrong: Vec<String>,
    /// The same for texts.
    pub(crate) wrong_texts: Vec<String>,
    /// What is in neither the document nor the suggestions.
    pub(crate) missing: Vec<String>,
}

impl Reading {
    pub(crate) fn add(&mut self, truth: &Assessment, read: &Transcription) {
        let (truth, claimed) = (claims(truth), claims(read.document()));
        for ((path, code), claim) in &claimed {
            let Some(said) = &claim.text else { continue };
            let expected = truth.get(&(path.clone(), *code));
            let is_open = expected.is_some_and(|truth| truth.text.is_none());
            // A box that nothing says anything about is not ticked.
            let expected = expected.and_then(|claim| claim.text.as_deref());
            let is_same =
                expected == Some(said) || (expected.is_none() && claim.kind == Compared::Box && said.is_empty());
            if is_same || is_open || (expected.is_none() && is_own_number(path, said)) {
                continue;
            }
            let line = format!("{path} {code}: {said:?} instead of {expected:?}");
            match claim.kind {
                Compared::Text => self.wrong_texts.push(line),
                Compared::Number | Compared::Choice | Compared::Box | Compared::Name => self.wrong.push(line),
            }
        }
        for ((path, code), claim) in &truth {
            let Some(said) = claim.text.as_ref().filter(|text| !text.is_empty()) else { continue };
            *self.printed.entry(claim.kind).or_default() += 1;
            let is_right = claimed.get(&(path.clone(), *code)).and_then(|claim| claim.text.as_ref()) == Some(said);
            let is_suggested = || read.suggestions().iter().any(|suggestion| suggestion.path.to_string() == *path);
            if is_right {
                *self.right.entry(claim.kind).or_default() += 1;
            } else if is_suggested() {
                *self.suggested.entry(claim.kind).or_default() += 1;
            } else {
                self.missing.push(format!("{path} {code}: {said:?}"));
            }
        }
    }

    /// Asserts that nothing is wrong.
    #[track_caller]
    pub(crate) fn is_sound(&self, context: &str) {
        let shown: Vec<&String> = self.wrong.iter().take(25).collect();
        assert!(shown.is_empty(), "{context}: {} wrong: {shown:#?}", self.wrong.len());
    }

    /// The share of the printed answers that are in the document that was read, in thousandths.
    pub(crate) fn share(&self) -> usize {
        let sum = |counts: &BTreeMap<Compared, usize>| counts.values().sum::<usize>();
        sum(&self.right) * 1000 / sum(&self.printed).max(1)
    }
}

/// Prints the counts by kind.
impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, printed) in &self.printed {
            let count = |counts: &BTreeMap<Compared, usize>| counts.get(kind).copied().unwrap_or_default();
            write!(f, "{kind:?} {}+{}/{printed}  ", count(&self.right), count(&self.suggested))?;
        }
        write!(f, "wrong {}, wrong texts {}", self.wrong.len(), self.wrong_texts.len())
    }
}

/// Reads a text, and asserts that the account has each byte of it once.
pub(crate) fn read_text(text: &str) -> Transcription {
    let read = transcribe(&PrintedForm::text(text), None);
    let mut end = 0;
    for span in read.spans() {
        assert_eq!((span.range.sheet, span.range.row, span.range.column, span.range.start), (0, 0, 0, end));
        assert!(span.range.end > end && text.is_char_boundary(span.range.end), "{:?}", span.range);
        end = span.range.end;
    }
    assert_eq!(end, text.len());
    read
}

/// The answer at a path, as it is printed; empty without an answer.
pub(crate) fn get(read: &Transcription, path: &str) -> String {
    read.document().get(&path.parse().unwrap()).map_or(String::new(), |value| value.to_string())
}

/// Reads sheets, and asserts that the account has each byte of each cell once.
pub(crate) fn read_sheets(sheets: &[Vec<Vec<String>>]) -> Transcription {
    let borrowed: Vec<Vec<Vec<&str>>> =
        sheets.iter().map(|rows| rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect()).collect();
    let read = transcribe(&PrintedForm::grid(&borrowed), None);
    let mut spans = read.spans().iter().map(|span| span.range).peekable();
    for (sheet, rows) in sheets.iter().enumerate() {
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                let mut end = 0;
                while let Some(range) =
                    spans.next_if(|range| (range.sheet, range.row, range.column) == (sheet, row, column))
                {
                    assert!(range.start == end && range.end >= end && text.is_char_boundary(range.end), "{range:?}");
                    end = range.end;
                }
                assert_eq!(end, text.len(), "the cell {sheet} {row} {column}: {text}");
            }
        }
    }
    assert_eq!(spans.next(), None);
    read
}
