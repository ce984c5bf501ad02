//! The name of an edit for the column 項目, as published tables write it.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::difference::{Difference, Edit, EditKind};
use crate::assessment::{Assessment, FileSection, ProvisionSection};
use crate::catalogue::{
    BLOCKS, Child, Condition, FieldPath, PathStep, Requirement, Row, at, part_above, printed_number, rows,
};
use crate::value::answer::Lines;
use crate::value::number::is_circled;

/// The name of an edit for the column 項目: 「Ⅱ（国保ファイル）４．特定個人情報ファイルの取扱いの委託　委託事項3-⑥委託先名」; `None` if
/// neither form prints the item.
pub(super) fn name(difference: &Difference<'_>, edit: &Edit<'_>) -> Option<String> {
    let row = edit.printed(difference)?;
    let (document, path) = match (&edit.new, &edit.old) {
        (Some(path), _) => (difference.new, path),
        (None, Some(path)) => (difference.old, path),
        (None, None) => return None,
    };
    // A changed number is named by its part.
    let is_part = edit.what == EditKind::Renumbered || matches!(path.steps().last(), Some(PathStep::Index(_)));
    Some(name_of(document, form_of(difference, row), row, path, is_part))
}

/// The name of the list of a block: 「Ⅱ　５．特定個人情報の提供・移転（委託に伴うものを除く。）　提供先」.
pub(super) fn name_of_list(difference: &Difference<'_>, edit: &Edit<'_>) -> Option<String> {
    let name = name(difference, edit)?;
    Some(name.trim_end_matches(|c: char| c.is_ascii_digit()).to_string())
}

/// The name of the cell that a list of names is printed in: 「Ⅰ　３．特定個人情報ファイル名」.
pub(super) fn name_of_cell(difference: &Difference<'_>, edit: &Edit<'_>) -> Option<String> {
    let row = edit.printed(difference)?;
    Some(name_of(difference.new, form_of(difference, row), row, &FieldPath::default(), false))
}

/// The version whose form has this row.
fn form_of<'a>(difference: &Difference<'a>, row: &Row) -> &'a Assessment {
    let (kind, edition) = (difference.new.kind(), difference.new.form.edition());
    if rows(kind, edition).any(|other| core::ptr::eq(other, row)) { difference.new } else { difference.old }
}

/// `form` is the version whose form has this row.
fn name_of(document: &Assessment, form: &Assessment, row: &Row, path: &FieldPath, is_part: bool) -> String {
    let mut name = place_of(document, form, row, path, is_part);
    let number = block_number(document, path);
    let is_block = row.number.ends_with(row.label);
    let is_annex = !row.number.starts_with(|c| ('Ⅰ'..='Ⅻ').contains(&c));
    if is_annex {
        return name;
    }
    if is_part {
        if !is_block && !row.number.contains("システム") && !name.ends_with(row.label) {
            name.push('　');
            name.push_str(row.label);
        }
    } else if !is_block {
        let label = label(form, row);
        if !name.ends_with(&label) {
            // The number ① belongs to the label.
            let separator = match name.chars().next_back() {
                Some(last) if is_circled(last) => "",
                Some(last) if last.is_ascii_digit() && number.is_some() => "-",
                Some(_) | None => "　",
            };
            name.push_str(separator);
            name.push_str(&label);
        }
    }
    name
}

/// The headings and numbers above a label: 「Ⅱ　６．特定個人情報の保管・消去　①」.
fn place_of(document: &Assessment, form: &Assessment, row: &Row, path: &FieldPath, is_part: bool) -> String {
    let mut steps = row.number.split('.');
    let part = steps.next().unwrap_or_default();
    if part.starts_with("別添") || part == "表紙" {
        let mark = if part == "表紙" { part.to_string() } else { format!("（{part}）") };
        let group = group(document, path).map_or_else(String::new, |heading| format!("　{heading}"));
        return format!("{mark}{}{group}", row.label);
    }
    let files = files(document, path);
    let mut separator = if files.is_empty() { "　" } else { "" };
    let mut name = format!("{part}{files}");
    for step in steps {
        if step.parse::<u8>().is_ok() {
            let heading =
                part_above(form.kind(), row.item).map(|heading| heading.text.trim_end_matches(['※', '　', ' ']));
            let heading = heading.map_or_else(|| format!("{step}．"), ToString::to_string);
            name.extend([separator, &heading]);
            separator = "　";
        } else if let Some(number) =
            BLOCKS.iter().any(|(word, ..)| *word == step).then(|| block_number(document, path)).flatten()
        {
            name.extend([separator, step, &number.to_string()]);
            separator = "-";
        } else if !is_part || !step.chars().all(is_circled) {
            name.extend([separator, step]);
            separator = "";
        }
    }
    name
}

/// The heading of the group of record items on this path.
fn group(document: &Assessment, path: &FieldPath) -> Option<String> {
    let group = path.index_of(Assessment::record_items).and_then(|index| document.record_items.get(index))?;
    group.heading.given().map(ToString::to_string)
}

/// The file names of the section on this path, if there are several sections.
fn files(document: &Assessment, path: &FieldPath) -> String {
    let [PathStep::Field(list), PathStep::Index(index), ..] = path.steps() else { return String::new() };
    let names = |lines: Option<&Lines>| -> String {
        let names: Vec<&str> = lines.into_iter().flat_map(Lines::texts).map(AsRef::as_ref).collect();
        format!("（{}）", names.join("、"))
    };
    let (count, lines) = if *list == Assessment::file_sections.name() {
        (document.file_sections.len(), document.file_sections.get(*index).and_then(|section| section.names.given()))
    } else if *list == Assessment::risks.name() {
        (document.risks.len(), document.risks.get(*index).and_then(|risk| risk.names.given()))
    } else {
        return String::new();
    };
    if count > 1 && lines.is_some() { names(lines) } else { String::new() }
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
    let printed: BTreeSet<u32> = numbers.iter().copied().flatten().collect();
    let name = |(index, number): (u32, &Option<u32>)| number.or(Some(index).filter(|own| !printed.contains(own)));
    (1..).zip(&numbers).map(name).collect()
}

/// The printed number of the block on this path, or else its index counted from 1.
fn block_number(document: &Assessment, path: &FieldPath) -> Option<u32> {
    let steps = path.steps().iter().enumerate().zip(path.steps().iter().skip(1));
    let mut blocks = steps.filter_map(|((at, list), entry)| match (list, entry) {
        (PathStep::Field(name), PathStep::Index(index)) if NUMBERED.contains(name) => Some((at + 2, *index)),
        (PathStep::Field(_) | PathStep::Index(_), PathStep::Field(_) | PathStep::Index(_)) => None,
    });
    let (end, index) = blocks.next()?;
    let part = at(document, path.first(end).steps())?.part()?;
    printed_number(part).or_else(|| u32::try_from(index + 1).ok())
}

/// The label. If the form prints it several times under one number, it follows the label of the choice above it.
fn label(document: &Assessment, row: &Row) -> String {
    let all = || rows(document.kind(), document.form.edition());
    let twins = all().filter(|other| other.number == row.number && other.label == row.label).count();
    if twins < 2 {
        return row.label.to_string();
    }
    let head = match row.requirement {
        Requirement::When(Condition { item, .. }) => all().find(|head| head.item == item),
        Requirement::Required
        | Requirement::Voluntary
        | Requirement::VoluntaryUnless(_)
        | Requirement::AdministrativeOrgans
        | Requirement::LocalGovernments => None,
    };
    match head {
        Some(head) => format!("{}-{}", head.label, row.label),
        None => row.item.label().to_string(),
    }
}
