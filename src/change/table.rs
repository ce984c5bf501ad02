//! Writes the change table for a difference in the words of the form.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::difference::{Difference, Edit, EditKind};
use super::weight::{Proof, Weight, changes_mark};
use crate::assessment::procedure::Change;
use crate::assessment::{Assessment, FileSection, ProvisionSection};
use crate::catalogue::{Condition, FieldPath, Item, PathStep, Requirement, Row, at, printed_number, rows};
use crate::value::answer::{Answer, Lines};
use crate::value::choice::SubmissionTiming;
use crate::value::date::FormDate;
use crate::value::kind::AssessmentKind;
use crate::value::number::is_circled;
use crate::value::text::Nothing;

/// Whether an edit of this item needs a row in the change table. Edits of the table itself and of the day of
/// publication do not.
pub(crate) const fn is_logged(item: Item) -> bool {
    !matches!(
        item,
        Item::ChangeDate
            | Item::ChangedItem
            | Item::ChangeBefore
            | Item::ChangeAfter
            | Item::ChangeTiming
            | Item::ChangeReason
            | Item::PublicationDate
    )
}

/// Writes the rows of 変更箇所 for a difference (変更箇所の作成): one for each edit of an item that either form prints, in the
/// order of the edits.
///
/// 提出時期 is a proposal with its reason: 事前 (before) for an item marked ※, otherwise 事後 (after). Edits of the change
/// table itself, of the day of publication and of the mark of an item without an answer (空欄 to なし) get no row.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{difference, table};
///
/// let read = |name| serde_json::from_str::<Assessment>(&format!(
///     r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///         "file_sections": [{{"entrustments": [{{"number": 2, "matter": "印刷", "entrustee": "{name}"}}]}}]}}"#
/// ));
/// let (old, new) = (read("甲株式会社")?, read("乙株式会社")?);
/// let rows = table(&difference(&old, &new), "2025-04-01".parse()?);
/// assert_eq!(rows[0].items.given().unwrap().to_string(), "Ⅱ4．委託事項2-③委託先名");
/// assert_eq!(rows[0].before.given().unwrap().to_string(), "甲株式会社");
/// assert_eq!(rows[0].after.given().unwrap().to_string(), "乙株式会社");
/// assert_eq!(rows[0].timing.given().unwrap().code(), "after");
/// # use mynumber_pia::CodeList;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn table(difference: &Difference<'_>, date: FormDate) -> Vec<Change> {
    rows_with_edits(difference, date).into_iter().map(|(_, change)| change).collect()
}

/// The rows, each with the index of its edit.
pub(super) fn rows_with_edits(difference: &Difference<'_>, date: FormDate) -> Vec<(usize, Change)> {
    let weights = difference.weights();
    let edits = difference.edits().iter().zip(&weights).enumerate();
    edits.filter_map(|(index, (edit, weight))| Some((index, row(difference, edit, weight, date)?))).collect()
}

fn row(difference: &Difference<'_>, edit: &Edit<'_>, weight: &Weight, date: FormDate) -> Option<Change> {
    if !is_logged(edit.item) || changes_mark(edit) {
        return None;
    }
    let items: Lines = name(difference, edit)?.parse().ok()?;
    let (timing, reason) = timing(difference.old.kind(), weight);
    let cell = |lines: Option<Lines>| lines.map_or(Answer::Nothing(Nothing::Dash), Answer::Given);
    let (before, after) = quotes(edit);
    Some(Change {
        date: Answer::Given(date),
        items: Answer::Given(items),
        before: cell(before),
        after: cell(after),
        timing: Answer::Given(timing),
        reason: reason.parse().map_or(Answer::Unanswered, Answer::Given),
        ..Change::default()
    })
}

/// What the row of an edit quotes as old and new: the answers, or the index or the number of a part.
pub(super) fn quotes(edit: &Edit<'_>) -> (Option<Lines>, Option<Lines>) {
    let (before, after) = (edit.before_in_words(), edit.after_in_words());
    match edit.what {
        EditKind::Moved => (place(edit.old.as_ref()), place(edit.new.as_ref())),
        // In these words it cannot be mistaken for a quotation of the name.
        EditKind::Renumbered => (
            before.and_then(|number| format!("番号{number}").parse().ok()),
            after.and_then(|number| format!("番号{number}に変更").parse().ok()),
        ),
        EditKind::Changed | EditKind::Added | EditKind::Removed => (before, after),
    }
}

/// 「3番目」: the index of a part in its list, counted from 1.
fn place(path: Option<&FieldPath>) -> Option<Lines> {
    match path?.steps().last()? {
        PathStep::Index(index) => format!("{}番目", index + 1).parse().ok(),
        PathStep::Field(_) => None,
    }
}

/// The proposal for 提出時期, and its reason.
pub(super) fn timing(kind: AssessmentKind, weight: &Weight) -> (SubmissionTiming, String) {
    match weight {
        Weight::Material => (SubmissionTiming::Before, "重要な変更の対象である記載項目（※）の変更".into()),
        Weight::Ordinary if kind == AssessmentKind::BasicItem => {
            (SubmissionTiming::After, "基礎項目評価書には重要な変更の対象である記載項目がない".into())
        }
        Weight::Ordinary => (SubmissionTiming::After, "その他の項目の変更であり、事前の提出が義務付けられない".into()),
        Weight::Formal(proof) => {
            let proof = match proof {
                Proof::Renumbering(_) => "法令の条項番号の変更",
                Proof::Width | Proof::Notation | Proof::Order | Proof::Number | Proof::EmptyMark => &proof.to_string(),
            };
            (SubmissionTiming::After, format!("形式的な変更（{proof}）"))
        }
    }
}

/// The name of an edit for the column 項目: 「Ⅱ（国保ファイル）4．委託事項3-⑥委託先名」; `None` if neither form prints the item.
pub(super) fn name(difference: &Difference<'_>, edit: &Edit<'_>) -> Option<String> {
    let row = edit.printed(difference)?;
    let (document, path) = match (&edit.new, &edit.old) {
        (Some(path), _) => (difference.new, path),
        (None, Some(path)) => (difference.old, path),
        (None, None) => return None,
    };
    // A changed number is named by its part.
    let is_part = edit.what == EditKind::Renumbered || matches!(path.steps().last(), Some(PathStep::Index(_)));
    Some(name_of(document, row, path, is_part))
}

/// The words with which the forms number blocks.
const BLOCK_WORDS: [&str; 4] = ["システム", "委託事項", "提供先", "移転先"];

fn name_of(document: &Assessment, row: &Row, path: &FieldPath, is_part: bool) -> String {
    let mut steps = row.number.split('.');
    let part = steps.next().unwrap_or_default();
    if part.starts_with("別添") || part == "表紙" {
        let mark = if part == "表紙" { part.to_string() } else { format!("（{part}）") };
        return format!("{mark}{}", row.label);
    }
    let mut name = String::from(part);
    name.push_str(&files(document, path));
    let mut separator = "";
    for step in steps {
        if step.parse::<u8>().is_ok() {
            name.extend([step, "．"]);
        } else if let Some(number) = BLOCK_WORDS.contains(&step).then(|| block_number(document, path)).flatten() {
            name.extend([separator, step, &number.to_string()]);
            separator = "-";
        } else if !is_part || !step.chars().all(is_circled) {
            name.push_str(separator);
            name.push_str(step);
            separator = "";
        }
    }
    // 様式2 prints the names of all systems in one cell.
    let is_unnumbered = is_part && !BLOCK_WORDS.iter().any(|word| row.number.contains(word));
    if let Some(number) = block_number(document, path).filter(|_| is_unnumbered) {
        name.push_str("システム");
        name.push_str(&number.to_string());
        return name;
    }
    let is_block = row.number.ends_with(row.label);
    if !is_part && !is_block {
        name.push_str(separator);
        name.push_str(&label(document, row));
    } else if is_part && !row.number.contains("システム") && !is_block {
        name.push_str(row.label);
    }
    name
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

/// The printed number of the block on this path, or else its index counted from 1.
fn block_number(document: &Assessment, path: &FieldPath) -> Option<u32> {
    const BLOCKS: [&str; 4] = [
        Assessment::systems.name(),
        FileSection::entrustments.name(),
        ProvisionSection::provisions.name(),
        ProvisionSection::transfers.name(),
    ];
    let steps = path.steps().iter().enumerate().zip(path.steps().iter().skip(1));
    let mut blocks = steps.filter_map(|((at, list), entry)| match (list, entry) {
        (PathStep::Field(name), PathStep::Index(index)) if BLOCKS.contains(name) => Some((at + 2, *index)),
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
