//! Writes the change table for a difference in the words of the form.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::difference::Difference;
use super::name::{Names, name, name_of_cell, name_of_list};
use super::phrase::{Group, Lookup, Phrase, groups};
use super::weight::{Proof, Weight};
use crate::assessment::procedure::Change;
use crate::value::answer::Answer;
use crate::value::choice::SubmissionTiming;
use crate::value::date::FormDate;
use crate::value::kind::AssessmentKind;

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
