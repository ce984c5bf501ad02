//! A document as its form prints it, for a page that fills it in.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use mynumber_pia::assessment::Need;
use mynumber_pia::catalogue::{FieldPath, Level, PathStep, Requirement, Who, english};
use mynumber_pia::form::{Cell, OnForm, cells};
use mynumber_pia::value::answer::{Tick, Value};
use mynumber_pia::{Assessment, Language};
use serde::Serialize;

/// The cells that a host has: for each path, what was sent of it.
#[derive(Debug, Default)]
pub(crate) struct Sheet(Vec<(FieldPath, u64)>);

/// What a host draws: all cells, or those that are not as it has them.
#[derive(Serialize)]
pub(crate) struct Changed<'a> {
    /// Whether these are all cells.
    whole: bool,
    /// How each of these cells is printed, by its path without indices.
    prints: BTreeMap<String, Print>,
    cells: Vec<Shown<'a>>,
}

/// A cell, with what is inside it.
#[derive(Hash, Serialize)]
struct Shown<'a> {
    path: FieldPath,
    text: String,
    state: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    chosen: Vec<&'static str>,
    /// The boxes that the copy of the document does not show.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unknown: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headings: Vec<Heading>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    begins: Vec<Begins>,
    #[serde(skip_serializing_if = "is_zero")]
    tier: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inside: Vec<Shown<'a>>,
    #[serde(skip)]
    #[allow(clippy::struct_field_names, reason = "the cell itself")]
    cell: Own<'a>,
}

/// The cell itself, which is not a part of what is compared.
struct Own<'a>(Cell<'a>);

impl Hash for Own<'_> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_zero(tier: &usize) -> bool {
    *tier == 0
}

#[derive(Hash, Serialize)]
struct Heading {
    level: &'static str,
    text: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<&'static str>,
}

/// An entry of a list whose first cell this is.
#[derive(Hash, PartialEq, Eq, Clone, Serialize)]
struct Begins {
    path: String,
    list: String,
    index: usize,
    title: String,
    word: &'static str,
    is_filled: bool,
    is_line: bool,
}

/// How the form prints the cells of one field.
#[derive(Serialize)]
struct Print {
    item: &'static str,
    number: &'static str,
    enumerator: &'static str,
    label: &'static str,
    label_en: Option<&'static str>,
    kind: &'static str,
    is_marked: bool,
    is_block_title: bool,
    on_form: &'static str,
    /// Whether it must be filled in, of what the form prints.
    need: Option<Need>,
    requirement: String,
    requirement_en: String,
    /// What it asks.
    help: &'static str,
    help_en: &'static str,
    before: &'static str,
    after: &'static str,
    choices: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    code: &'static str,
    label: &'static str,
    en: Option<&'static str>,
    ordinal: Option<u8>,
    group: Option<&'static str>,
}

impl Sheet {
    /// Lists the cells of a document that differ from what was sent, or all if the host needs all: if cells were added, removed or moved.
    pub(crate) fn update<'a>(&mut self, document: &'a Assessment, whole: bool) -> Changed<'a> {
        let mut around = Vec::new();
        let all: Vec<Shown<'a>> = cells(document).map(|cell| Shown::new(cell, &mut around)).collect();
        let sheet: Vec<(FieldPath, u64)> = all.iter().map(|cell| (cell.path.clone(), cell.hashed())).collect();
        let is_same = |(new, old): (&(FieldPath, u64), &(FieldPath, u64))| new.0 == old.0;
        let whole = whole || sheet.len() != self.0.len() || !sheet.iter().zip(&self.0).all(is_same);
        let cells: Vec<Shown<'a>> = if whole {
            all
        } else {
            let both = sheet.iter().zip(&self.0).zip(all);
            both.filter_map(|((new, old), cell)| (new.1 != old.1).then_some(cell)).collect()
        };
        self.0 = sheet;
        let mut prints = BTreeMap::new();
        for cell in &cells {
            cell.add_prints(&mut prints);
        }
        Changed { whole, prints, cells }
    }
}

impl<'a> Shown<'a> {
    /// A cell, and the entries that it begins: those that the cell before is not in.
    fn new(cell: Cell<'a>, around: &mut Vec<Begins>) -> Self {
        let mut begins = Vec::new();
        if cell.begins_block() {
            let entries = entries(&cell);
            begins.extend(entries.iter().filter(|entry| !around.contains(entry)).cloned());
            *around = entries;
        }
        let value = cell.value();
        let (mut chosen, mut unknown) = (Vec::new(), Vec::new());
        // The page has a control for a count, so the band of a count is not chosen there.
        for choice in cell.choices().filter(|_| cell.note().is_none()) {
            match choice.chosen {
                Tick::Unticked => {}
                Tick::Ticked => chosen.push(choice.code),
                Tick::NotKnown => unknown.push(choice.code),
            }
        }
        let headings = cell.headings().iter();
        let headings = headings.map(|one| Heading { level: level(one.level), text: one.text, en: english(one.text) });
        Self {
            path: cell.path().clone(),
            text: value.shown(),
            state: state(value),
            chosen,
            unknown,
            headings: headings.collect(),
            begins,
            tier: cell.tier(),
            inside: cell.inside().iter().map(|inside| Self::new(inside.clone(), around)).collect(),
            cell: Own(cell),
        }
    }

    fn hashed(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }

    fn add_prints(&self, prints: &mut BTreeMap<String, Print>) {
        prints.entry(pattern(&self.path)).or_insert_with(|| Print::new(&self.cell.0));
        self.inside.iter().for_each(|inside| inside.add_prints(prints));
    }
}

/// The path without its indices: `systems[].name`.
fn pattern(path: &FieldPath) -> String {
    let mut pattern = String::new();
    for step in path.steps() {
        match step {
            PathStep::Field(name) => {
                pattern.push_str(if pattern.is_empty() { "" } else { "." });
                pattern.push_str(name);
            }
            PathStep::Index(_) => pattern.push_str("[]"),
        }
    }
    pattern
}

/// The entries that a cell is in, the outer one first.
fn entries(cell: &Cell<'_>) -> Vec<Begins> {
    let text = cell.path().to_string();
    // Only entries have brackets in a path; the entries of a chain are no blocks of the form.
    let ends = text.match_indices(']').map(|(at, _)| at);
    let entry = |(block, end): (&mynumber_pia::form::Block<'_>, usize)| {
        let path = text.get(..=end)?;
        let (list, _) = path.rsplit_once('[')?;
        let heading = if block.heading.is_given() { format!("　{}", block.heading) } else { String::new() };
        Some(Begins {
            path: path.to_string(),
            list: list.to_string(),
            index: block.index,
            title: format!("{block}{heading}"),
            word: block.word,
            is_filled: block.is_filled,
            is_line: block.is_line,
        })
    };
    cell.blocks().zip(ends).filter_map(entry).collect()
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Section => "section",
        Level::Part => "part",
        Level::Risk => "risk",
        Level::Group => "group",
        Level::Note => "note",
    }
}

const fn state(value: Value<'_>) -> &'static str {
    match value {
        Value::Unanswered => "unanswered",
        Value::Blank => "blank",
        Value::NotKnown => "not_known",
        Value::Nothing(_) => "nothing",
        Value::Given(_) => "given",
    }
}

fn need(requirement: Requirement) -> Need {
    match (requirement.of, requirement.when) {
        (Who::Everybody, None) => Need::Required,
        (Who::Nobody, None) => Need::Voluntary,
        (Who::AdministrativeOrgans | Who::LocalGovernments, None)
        | (Who::Everybody | Who::AdministrativeOrgans | Who::LocalGovernments | Who::Nobody, Some(_)) => {
            Need::Conditional
        }
    }
}

impl Print {
    fn new(cell: &Cell<'_>) -> Self {
        let choices = cell.choices().map(|choice| Choice {
            code: choice.code,
            label: choice.label,
            en: choice.english,
            ordinal: choice.ordinal,
            group: choice.group,
        });
        Self {
            item: cell.item().code(),
            number: cell.number(),
            enumerator: cell.enumerator(),
            label: cell.label(),
            label_en: english(cell.label()),
            kind: cell.kind().code(),
            is_marked: cell.is_marked(),
            is_block_title: cell.is_block_title(),
            on_form: match cell.on_form() {
                OnForm::Printed => "printed",
                OnForm::Within => "within",
                OnForm::Beyond => "beyond",
            },
            need: cell.requirement().map(need),
            requirement: cell.requirement_text(Language::Japanese),
            requirement_en: cell.requirement_text(Language::English),
            help: cell.item().help(Language::Japanese),
            help_en: cell.item().help(Language::English),
            before: cell.before(),
            after: cell.after(),
            choices: choices.collect(),
        }
    }
}
