//! The name of an edit for the column 項目, as published tables write it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::{IndexMap, IndexSet};

use super::difference::{Difference, Edit, EditKind};
use super::named::BLOCKS;
use super::section::Sections;
use crate::assessment::{Assessment, FileSection, ProvisionSection};
use crate::catalogue::{
    Child, FieldPath, Heading, Item, Level, PathStep, Row, at, heading, place, printed_number, rows,
};
use crate::value::kind::AssessmentKind;
use crate::value::number::is_circled;

/// The names of the sections, groups and blocks in both versions.
pub(super) struct Names {
    old: [Sections; 3],
    new: [Sections; 3],
    /// What distinguishes the blocks of a list, in the old or in the new version.
    blocks: IndexMap<(bool, FieldPath), Vec<String>>,
}

impl Names {
    pub(super) fn of(difference: &Difference<'_>) -> Self {
        Self { old: Sections::of(difference.old), new: Sections::of(difference.new), blocks: IndexMap::new() }
    }

    /// The list and the index of the section that an edit is in or about: in the new version, if that has it.
    fn section(&self, edit: &Edit<'_>) -> Option<(&Sections, usize)> {
        let (old, new) =
            (edit.old.as_ref().or(edit.other_list.as_ref()), edit.new.as_ref().or(edit.other_list.as_ref()));
        let is_joined = edit.what == EditKind::Joined || edit.within == Some(EditKind::Joined);
        let new = new.filter(|_| !is_joined).and_then(|path| section_on(&self.new, path));
        new.or_else(|| section_on(&self.old, old?))
    }

    /// What distinguishes the block on a path in its list.
    fn block(&mut self, difference: &Difference<'_>, is_old: bool, path: &FieldPath) -> Option<String> {
        let steps = path.steps().iter().enumerate().zip(path.steps().iter().skip(1));
        let mut blocks = steps.filter_map(|((at, list), entry)| match (list, entry) {
            (PathStep::Field(name), PathStep::Index(index)) if NUMBERED.contains(name) => Some((at + 1, *index)),
            (PathStep::Field(_) | PathStep::Index(_), PathStep::Field(_) | PathStep::Index(_)) => None,
        });
        let (end, index) = blocks.next()?;
        let document = if is_old { difference.old } else { difference.new };
        let labels = self.blocks.entry((is_old, path.first(end)));
        labels.or_insert_with_key(|(_, list)| block_labels(&block_names(document, list))).get(index).cloned()
    }

    /// What the name of an edit says of the section that it is in or about.
    fn label(&self, edit: &Edit<'_>) -> String {
        match self.section(edit) {
            // The only group is named too.
            Some((sections, 0)) if sections.item == Item::RecordItems && sections.len() == 1 => sections.name(0).into(),
            Some((sections, index)) => sections.label(index),
            None => String::new(),
        }
    }
}

fn section_on<'s>(sections: &'s [Sections; 3], path: &FieldPath) -> Option<(&'s Sections, usize)> {
    let [PathStep::Field(list), PathStep::Index(index), ..] = path.steps() else { return None };
    sections.iter().find(|sections| sections.list == *list).map(|sections| (sections, *index))
}

/// The name of an edit for the column 項目: 「Ⅱ（国保ファイル）４．特定個人情報ファイルの取扱いの委託　委託事項3-⑥委託先名」; `None` if
/// neither form prints the item.
pub(super) fn name(difference: &Difference<'_>, edit: &Edit<'_>, names: &mut Names) -> Option<String> {
    let row = edit.printed(difference)?;
    let path = edit.new.as_ref().or(edit.old.as_ref())?;
    let (form, label) = (form_of(difference, row), names.label(edit));
    if let (Some((sections, _)), [PathStep::Field(_), PathStep::Index(_)]) = (names.section(edit), path.steps()) {
        return sections.whole(form.form, &label);
    }
    // A changed number is named by its part.
    let is_part = edit.what == EditKind::Renumbered || matches!(path.steps().last(), Some(PathStep::Index(_)));
    let block = names.block(difference, edit.new.is_none(), path);
    Some(name_of(form, row, is_part, &label, block.as_deref()))
}

/// The name of the list of a block: 「Ⅱ　５．特定個人情報の提供・移転（委託に伴うものを除く。）　提供先」.
pub(super) fn name_of_list(difference: &Difference<'_>, edit: &Edit<'_>, names: &mut Names) -> Option<String> {
    let name = name(difference, edit, names)?;
    Some(name.trim_end_matches(|c: char| c.is_ascii_digit()).to_string())
}

/// The name of the cell that a list of names is printed in: 「Ⅰ　３．特定個人情報ファイル名」.
pub(super) fn name_of_cell(difference: &Difference<'_>, edit: &Edit<'_>) -> Option<String> {
    let row = edit.printed(difference)?;
    Some(name_of(form_of(difference, row), row, false, "", None))
}

/// The version whose form has this row.
fn form_of<'a>(difference: &Difference<'a>, row: &Row) -> &'a Assessment {
    let (kind, edition) = (difference.new.kind(), difference.new.form.edition());
    if rows(kind, edition).any(|other| core::ptr::eq(other, row)) { difference.new } else { difference.old }
}

/// `form` is the version whose form has this row, `label` names the section, and `block` distinguishes the block.
fn name_of(form: &Assessment, row: &Row, is_part: bool, label: &str, block: Option<&str>) -> String {
    let mut name = place_of(form, row, is_part, label, block);
    let is_block = row.number.ends_with(row.label);
    let is_annex = !row.number.starts_with(|c| ('Ⅰ'..='Ⅻ').contains(&c));
    if is_annex || is_part || is_block {
        return name;
    }
    let printed = printed_label(form, row);
    if !name.ends_with(&printed) {
        // The number ① belongs to the label.
        if !name.ends_with(is_circled) {
            name.push('　');
        }
        name.push_str(&printed);
    }
    name
}

/// The headings and numbers above a label: 「Ⅱ　６．特定個人情報の保管・消去　①」.
fn place_of(form: &Assessment, row: &Row, is_part: bool, label: &str, block: Option<&str>) -> String {
    let mut steps = row.number.split('.');
    let part = steps.next().unwrap_or_default();
    if part.starts_with("別添") || part == "表紙" {
        let mark = if part == "表紙" { part.to_string() } else { format!("（{part}）") };
        let group = if label.is_empty() { String::new() } else { format!("　{label}") };
        return format!("{mark}{}{group}", row.label);
    }
    let (mut name, mut separator) =
        if label.is_empty() { (part.to_string(), "　") } else { (format!("{part}（{label}）"), "") };
    for step in steps {
        if step.parse::<u8>().is_ok() {
            let heading =
                part_above(form.kind(), row.item).map(|heading| heading.text.trim_end_matches(['※', '　', ' ']));
            let heading = heading.map_or_else(|| format!("{step}．"), ToString::to_string);
            name.extend([separator, &heading]);
            separator = "　";
        } else if let Some(block) = block.filter(|_| BLOCKS.iter().any(|(word, ..)| *word == step)) {
            name.extend([separator, step, block]);
            separator = "-";
        } else if !is_part || !step.chars().all(is_circled) {
            name.extend([separator, step]);
            separator = "";
        }
    }
    name
}

/// The lists whose entries have a printed number.
pub(super) const NUMBERED: [&str; 4] = [
    Assessment::systems.name(),
    FileSection::entrustments.name(),
    ProvisionSection::provisions.name(),
    ProvisionSection::transfers.name(),
];

/// Whether a path is that of a list whose entries have a printed number.
pub(super) fn is_block_list(path: &FieldPath) -> bool {
    matches!(path.steps().last(), Some(PathStep::Field(name)) if NUMBERED.contains(name))
}

/// The numbers by which the change table names the blocks of a list: the printed number, or else the index counted from 1.
pub(super) fn block_names(document: &Assessment, list: &FieldPath) -> Vec<Option<u32>> {
    let Some(list) = at(document, list.steps()).and_then(Child::list) else { return Vec::new() };
    let numbers: Vec<Option<u32>> = (0..list.len()).map(|index| list.get(index).and_then(printed_number)).collect();
    let printed: IndexSet<u32> = numbers.iter().copied().flatten().collect();
    let name = |(index, number): (u32, &Option<u32>)| number.or(Some(index).filter(|own| !printed.contains(own)));
    (1..).zip(&numbers).map(name).collect()
}

/// What distinguishes each block of a list: the number by which it is named, or its place if others have that number.
fn block_labels(names: &[Option<u32>]) -> Vec<String> {
    let mut counts: IndexMap<u32, usize> = IndexMap::new();
    for name in names.iter().flatten() {
        *counts.entry(*name).or_default() += 1;
    }
    let label = |(index, name): (usize, &Option<u32>)| {
        let own = name.filter(|name| counts.get(name) == Some(&1));
        own.map_or_else(|| format!("（{}番目）", index + 1), |name| name.to_string())
    };
    names.iter().enumerate().map(label).collect()
}

/// The label. If the form prints it several times under one number, it follows the label of the choice above it.
fn printed_label(document: &Assessment, row: &Row) -> String {
    let all = || rows(document.kind(), document.form.edition());
    let twins = all().filter(|other| other.number == row.number && other.label == row.label).count();
    if twins < 2 {
        return row.label.to_string();
    }
    let head = row.requirement.when.and_then(|condition| all().find(|head| head.item == condition.item));
    match head {
        Some(head) => format!("{}-{}", head.label, row.label),
        None => row.item.label().to_string(),
    }
}

/// The heading of the numbered part that an item is in: 「５．特定個人情報の提供・移転（委託に伴うものを除く。）」; `None` if its
/// section has no such parts.
fn part_above(kind: AssessmentKind, item: Item) -> Option<&'static Heading> {
    let mut above = None;
    for heading in heading::all(kind).iter().filter(|heading| place(kind, heading.before) <= place(kind, item)) {
        match heading.level {
            Level::Section => above = None,
            Level::Part => above = Some(heading),
            Level::Risk | Level::Group | Level::Note => {}
        }
    }
    above
}
