//! The change table: written for a difference, compared with its document, and undone.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::{IndexMap, IndexSet};

use super::address::{Address, Addresses, addresses};
use super::difference::Difference;
use super::name::{Names, name, name_of_cell, name_of_list};
use super::phrase::{Group, Lookup, Phrase, groups};
use super::proof::Proof;
use super::quote::{NotUndone, Says};
use super::weight::Weight;
use crate::assessment::Assessment;
use crate::assessment::log::{in_time, is_newest_first};
use crate::assessment::procedure::Change;
use crate::catalogue::FieldPath;
use crate::value::answer::{Answer, Tick};
use crate::value::choice::SubmissionTiming;
use crate::value::code_list::code_list;
use crate::value::date::FormDate;
use crate::value::kind::AssessmentKind;
use crate::value::object::object;

/// Writes the rows of 変更箇所 for a difference (変更箇所の作成), in the order of the edits: one for each printed item whose printed
/// content changed. One row is about a whole period, a whole list of names in one cell, and all blocks of a list that have
/// other numbers.
///
/// Of a long cell, a row quotes the changed lines or boxes; 「（略）」 is between lines that are not adjacent, and lines that were
/// only added or removed have a line that stayed beside them. Dates are in the style of the last rows of the old version.
///
/// `date` is the day on which the changed paper is published (変更日). A row that is dated after the publication gives the finding
/// [`DatesReversed`](crate::validate::Rule::DatesReversed).
///
/// 提出時期 is a proposal with its reason: 事前 (before) for an item marked ※, otherwise 事後 (after). Edits of the change
/// table itself, of the day of publication and of the mark of an item without an answer (空欄 to なし) get no row.
///
/// The proposal follows the form of this paper alone. [`affair::Plan::timing`](crate::affair::Plan::timing) follows the forms of all
/// papers that the affair must publish. The two differ if a deeper paper is voluntary, whose ※ does not make a change material for the
/// affair, if the form of another paper marks the item, and if the body judged that the change is not material.
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
/// assert_eq!(rows[0].items.given().unwrap().to_string(), "Ⅱ　４．特定個人情報ファイルの取扱いの委託　委託事項2-③委託先名");
/// assert_eq!(rows[0].before.given().unwrap().to_string(), "甲株式会社");
/// assert_eq!(rows[0].after.given().unwrap().to_string(), "乙株式会社");
/// assert_eq!(rows[0].timing.given().unwrap().code(), "after");
/// # use mynumber_pia::CodeList;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn table(difference: &Difference<'_>, date: FormDate) -> Vec<Change> {
    let weights: Vec<Weight> = difference.weighed().map(|(_, weight)| weight).collect();
    let (mut names, mut lookup) = (Names::of(difference), Lookup::new(difference));
    let mut rows = Vec::new();
    for Group { phrase, edits } in groups(difference) {
        let weight = edits.iter().filter_map(|index| weights.get(*index)).max_by_key(|weight| rank(weight));
        // A cell that both forms print is named as the new one names it.
        let all = || edits.iter().filter_map(|index| difference.edits().get(*index));
        let first = all().find(|edit| edit.new.is_some()).or_else(|| all().next());
        let Some((weight, first)) = weight.zip(first) else { continue };
        let name = match phrase {
            Phrase::Answer | Phrase::Period | Phrase::Block => name(difference, first, &mut names),
            Phrase::Names(_) => name_of_cell(difference, first),
            Phrase::Order(_) => name_of_list(difference, first, &mut names),
        };
        let Some(name) = name else { continue };
        let [before, after] = phrase.cells(difference, first, &mut lookup);
        if before == after {
            continue;
        }
        let (timing, reason) = timing(difference.old.kind(), weight);
        rows.push(Change {
            date: Answer::Given(date),
            items: name.parse().map_or(Answer::Unanswered, Answer::Given),
            before,
            after,
            timing: Answer::Given(timing),
            reason: reason.parse().map_or(Answer::Unanswered, Answer::Given),
            ..Change::default()
        });
    }
    rows
}

/// Which of several weights a row has: the heaviest.
const fn rank(weight: &Weight) -> u8 {
    match weight {
        Weight::Formal(_) => 0,
        Weight::Ordinary => 1,
        Weight::Material => 2,
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

code_list! {
    /// Whether the document still says what a row of its change table says.
    pub enum RowState ("row state", "記載の状態") {
        /// The document says what the row says after the change.
        Holds = "holds", "現在の記載と一致";
        /// A later row is about the same item.
        Superseded = "superseded", "後の変更あり";
        /// The document says something else.
        Differs = "differs", "現在の記載と不一致";
        /// It cannot be determined: the row does not name a single answer, or does not quote one.
        Unknown = "unknown", "不明";
        /// The row is about a whole block, and such rows are not compared.
        NotCompared = "not_compared", "比較していない";
    }
}

/// A row of the change table, compared with its document (変更箇所の行の確認).
///
/// Serde writes it as `{"row", "address", "state", "state_label"}`, with the row counted from 0.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedRow {
    /// The index of the row.
    pub row: usize,
    /// What it is about.
    pub address: Address,
    /// Whether the document still says it.
    pub state: RowState,
}

object! {
    CheckedRow, "CheckedRow", |own| { let Self { row, address, state } = own; }
    { row: row, address: address, state: state => state.label() }
}

/// Compares each row of the change table of a document with what the document says (変更箇所と記載の照合).
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{RowState, check_table};
///
/// let assessment: Assessment = serde_json::from_str(r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "department": {"name": "保険年金課", "head": "課長"},
///     "changes": [
///         {"date": "2020-04-01", "items": "Ⅰ－6．②所属長の役職名", "before": "室長", "after": "主幹"},
///         {"date": "2021-04-01", "items": "Ⅰ－6．②所属長の役職名", "before": "主幹", "after": "課長"},
///         {"date": "2021-04-01", "items": "Ⅰ－6．①部署", "before": "保険課", "after": "年金課"}
///     ]
/// }"#)?;
/// let states: Vec<RowState> = check_table(&assessment).iter().map(|row| row.state).collect();
/// assert_eq!(states, [RowState::Superseded, RowState::Holds, RowState::Differs]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn check_table(document: &Assessment) -> Vec<CheckedRow> {
    let all: Vec<Address> = addresses(document).collect();
    let mut latest: IndexMap<&FieldPath, NaiveDate> = IndexMap::new();
    for (address, change) in all.iter().zip(&document.changes) {
        let Some(day) = change.date.given().map(|date| date.first_day()) else { continue };
        for path in address.items.iter().filter_map(|one| one.path.as_ref()) {
            let last = latest.entry(path).or_insert(day);
            *last = day.max(*last);
        }
    }
    let states: Vec<RowState> =
        all.iter().enumerate().map(|(row, address)| state(document, row, address, &latest)).collect();
    let rows = all.into_iter().zip(states).enumerate();
    rows.map(|(row, (address, state))| CheckedRow { row, address, state }).collect()
}

fn state(document: &Assessment, row: usize, address: &Address, latest: &IndexMap<&FieldPath, NaiveDate>) -> RowState {
    let Some((item, path)) = address.single() else { return RowState::Unknown };
    let Some(change) = document.changes.get(row) else { return RowState::Unknown };
    let is_superseded =
        change.date.given().is_some_and(|own| latest.get(path).is_some_and(|last| own.last_day() < *last));
    if is_superseded {
        return RowState::Superseded;
    }
    let phrase = Phrase::read(document.form, change, item, path);
    if matches!(phrase, Phrase::Order(_) | Phrase::Block) {
        return RowState::NotCompared;
    }
    // The last row of a continued entry can be empty.
    if is_continued(&document.changes, row) && matches!(change.after, Answer::Nothing(_)) {
        return RowState::Unknown;
    }
    match phrase.holds(document, (item, path), &change.after) {
        Says::Same => RowState::Holds,
        Says::Other => RowState::Differs,
        Says::Nothing => RowState::Unknown,
    }
}

/// Whether the entry of a row has several rows.
fn is_continued(changes: &[Change], row: usize) -> bool {
    changes.iter().skip(row).take(2).any(|change| change.continues != Tick::Unticked)
}

/// An earlier version of a document (過去の版の復元), as far as its change table shows it.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewound {
    /// The document, without the rows that were undone.
    pub document: Assessment,
    /// The indices of the rows that were undone, the latest change first.
    pub undone: Vec<usize>,
    /// The indices of the rows of that day or later that were not undone, and why.
    pub kept: Vec<(usize, NotUndone)>,
}

/// Restores the version of a document before a day (過去の版の復元): undoes the rows of its change table that are dated that
/// day or later, the latest first.
///
/// A row is undone only if it quotes the whole old text, and the document still has the whole new text. A summary, a
/// figure or a partial quotation cannot be undone. A row about a whole block (added, removed, moved, renumbered, split or joined) is
/// kept: [`NotUndone::AboutBlock`]. What no row shows stays as it is: the day of publication, the form.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{NotUndone, rewind};
///
/// let assessment: Assessment = serde_json::from_str(r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "department": {"name": "保険年金課", "head": "課長"},
///     "changes": [
///         {"date": "2020-04-01", "items": "Ⅰ－6．②所属長の役職名", "before": "室長", "after": "主幹"},
///         {"date": "2021-04-01", "items": "Ⅰ－6．②所属長の役職名", "before": "主幹", "after": "課長"},
///         {"date": "2021-04-01", "items": "Ⅲ リスク対策", "after": "全体を見直し"}
///     ]
/// }"#)?;
/// let before = rewind(&assessment, "2021-01-01".parse().unwrap());
/// assert_eq!(before.document.department.head.given().unwrap().to_string(), "主幹");
/// assert_eq!((before.undone, before.kept), (vec![1], vec![(2, NotUndone::NotAddressed)]));
/// assert_eq!(before.document.changes.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn rewind(document: &Assessment, date: NaiveDate) -> Rewound {
    let changes = &document.changes;
    let addresses = Addresses::new(document);
    let mut rows: Vec<usize> = in_time(changes, is_newest_first(changes)).collect();
    rows.reverse();
    let mut made = document.clone();
    let (mut undone, mut kept) = (Vec::new(), Vec::new());
    for row in rows {
        let day = changes.get(row).and_then(|change| change.date.given());
        if day.is_none_or(|day| day.first_day() < date) {
            continue;
        }
        match undo(&mut made, changes, row, &addresses.of(row)) {
            Ok(()) => undone.push(row),
            Err(because) => kept.push((row, because)),
        }
    }
    let gone: IndexSet<usize> = undone.iter().copied().collect();
    let mut rows = 0..;
    made.changes.retain(|_| rows.next().is_none_or(|row| !gone.contains(&row)));
    kept.sort_unstable_by_key(|(row, _)| *row);
    Rewound { document: made, undone, kept }
}

fn undo(made: &mut Assessment, changes: &[Change], row: usize, address: &Address) -> Result<(), NotUndone> {
    let ((item, path), change) = address.single().zip(changes.get(row)).ok_or(NotUndone::NotAddressed)?;
    // If a quotation is split over several rows, no row has the whole of it.
    if is_continued(changes, row) {
        return Err(NotUndone::NotQuoted);
    }
    Phrase::read(made.form, change, item, path).undo(made, (item, path), [&change.before, &change.after])
}
