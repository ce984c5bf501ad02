//! The weight of an edit: material (重要な変更) by the ※ marks of the form, ordinary, or formal with proof.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::difference::{Difference, Mismatch};
use super::edit::{Edit, EditKind, Sides, is_heading};
use super::proof::{Proof, Reader, of_lines, of_texts, renumbering};
use crate::assessment::Assessment;
use crate::assessment::procedure::Change;
use crate::catalogue::{
    Child, Edition, FieldPath, Item, Materiality, Part, PathStep, Repetition, Role, Row, Shape, is_printed_number,
    row_at as declared,
};
use crate::value::answer::{Entry, Given, Lines, Value};
use crate::value::code_list::code_list;
use crate::value::kind::Form;
use crate::value::object::object;

/// The weight of an edit (変更の重さ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weight {
    /// The form of the old version marks the item with ※ (重要な変更の対象である項目). For a part that was added or removed: it
    /// marks an item that the part answers.
    Material,
    /// The form does not mark it (その他の項目の変更).
    Ordinary,
    /// Only the way it is written differs (形式的な変更), and this is the proof.
    Formal(Proof),
}

impl Weight {
    /// A stable code to store: `material`, `ordinary` or `formal`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Material => "material",
            Self::Ordinary => "ordinary",
            Self::Formal(_) => "formal",
        }
    }

    /// The weight in Japanese.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Material => "重要な変更の対象",
            Self::Ordinary => "その他の項目の変更",
            Self::Formal(_) => "形式的な変更",
        }
    }

    /// Questions that only the body can answer (判断を要する点). The answer may mean that the edit is not 重要な変更.
    #[must_use]
    pub const fn questions(&self) -> &'static [Question] {
        match self {
            Self::Material => &[Question::LowersRisk, Question::SlipOfPen],
            Self::Ordinary | Self::Formal(_) => &[],
        }
    }
}

code_list! {
    /// A question about a change that only the body can answer.
    pub enum Question ("question", "判断を要する点") {
        /// Whether it only corrects or changes the wording: a slip of the pen, a new name.
        SlipOfPen = "slip_of_pen", "誤字脱字の修正、名称の変更等の形式的な変更か";
        /// Whether it clearly lowers the risk.
        LowersRisk = "lowers_risk", "リスクを明らかに軽減させる変更か";
        /// Whether what a deeper assessment of the affair says of it changes as well: it asks for more, or by file.
        DeeperPaper = "deeper_paper", "重点項目評価書又は全項目評価書の該当箇所（※）も変わるか";
        /// Whether it only makes the paper say what another published paper of the affair already says, and the affair does not change.
        Agrees = "agrees", "公表中の他の評価書の記載に合わせるだけの訂正か（事務は変わらないか）";
    }
}

impl<'a> Difference<'a> {
    /// Each edit with its weight, in the order of the form (重要な変更の判定).
    ///
    /// The form of the old version decides, because 重要な変更 is a change of what was published: a document that was raised
    /// to a deeper form answers many new items, but none of these answers changed. 様式2 marks nothing.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use mynumber_pia::change::{Weight, difference};
    ///
    /// let read = |bases| serde_json::from_str::<Assessment>(&format!(
    ///     r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
    ///         "number_use_bases": "{bases}"}}"#
    /// ));
    /// let (old, new) = (read("番号法別表第一の30の項")?, read("番号法別表の44の項")?);
    /// assert_eq!(difference(&old, &new).weighed().next().unwrap().1.code(), "formal"); // the law was renumbered
    /// let new = read("番号法別表の45の項")?;
    /// assert!(difference(&old, &new).weighed().all(|(_, weight)| weight == Weight::Material));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn weighed(&self) -> impl Iterator<Item = (&Edit<'a>, Weight)> {
        let mut readers = (Reader::new(self.old), Reader::new(self.new));
        self.edits().iter().map(move |edit| (edit, self.weight(edit, &mut readers)))
    }

    fn weight(&self, edit: &Edit<'_>, readers: &mut (Reader<'_>, Reader<'_>)) -> Weight {
        match (edit.what, edit.sides) {
            (EditKind::Moved, _) => return Weight::Formal(Proof::Order),
            (EditKind::Renumbered, _) => return Weight::Formal(Proof::Number),
            (EditKind::Changed, Sides::Answers(old, new)) => {
                if let Some(proof) = proof(edit.item, old, new, readers) {
                    return Weight::Formal(proof);
                }
            }
            (EditKind::Changed | EditKind::Added | EditKind::Removed | EditKind::Split | EditKind::Joined, _) => {}
        }
        let is_material = match edit.sides {
            // Of a section that was split or joined, only the names of its files changed.
            Sides::Answers(..) | Sides::Parts(Some(_), Some(_)) => edit.row(self).is_some_and(is_marked),
            Sides::Parts(old, new) => [old, new].into_iter().flatten().any(|part| self.has_marked(part)),
        };
        if is_material { Weight::Material } else { Weight::Ordinary }
    }

    /// Whether a part of a list answers an item that the form marks.
    fn has_marked(&self, part: &dyn Part) -> bool {
        part.rows().iter().enumerate().any(|(index, row)| match part.child(index) {
            Some(Child::Answer(entry)) => match row.asks {
                Some((_, item)) if !entry.is_vacant() && !is_printed_number(row) => {
                    Edition::from(self.old.form).row(item, Repetition::Each).is_some_and(is_marked)
                }
                Some(_) | None => false,
            },
            Some(Child::Part(inner)) => self.has_marked(inner),
            Some(Child::List(list)) => {
                (0..list.len()).filter_map(|index| list.get(index)).any(|inner| self.has_marked(inner))
            }
            None => false,
        })
    }
}

impl Edit<'_> {
    /// How the form prints the item of this edit (項目の印刷): the form of the new version or else that of the old one, or
    /// the other way round for a removed part; `None` if neither form prints it.
    #[must_use]
    pub fn printed(&self, difference: &Difference<'_>) -> Option<&'static Row> {
        if self.is_only_recorded() {
            return None;
        }
        let Some(path) = &self.new else {
            let path = self.old.as_ref()?;
            return self.row(difference).or_else(|| row_at(difference.new, self.item, path));
        };
        row_at(difference.new, self.item, path).or_else(|| self.row(difference))
    }

    /// Whether only the document records what changed, and no form prints it: a chain, other names of a system.
    fn is_only_recorded(&self) -> bool {
        let steps = self.new.as_ref().or(self.old.as_ref()).map_or([].as_slice(), FieldPath::steps);
        let Some((row, tiers)) = declared(Assessment::ROWS, steps) else { return false };
        let is_beside = matches!((row.asks, row.shape), (Some((Role::Beside, _)), Shape::Answer(_)));
        // Both ends of a period are beside its item, which has no field of its own. A group of record items prints its heading.
        let is_printed = is_printed_number(row) || self.item == Item::OpinionPeriod || is_heading(row);
        tiers > 0 || (is_beside && !is_printed)
    }

    fn row(&self, difference: &Difference<'_>) -> Option<&'static Row> {
        row_at(difference.old, self.item, self.old.as_ref().or(self.new.as_ref())?)
    }
}

/// How the form of a document prints an item at a path.
pub(super) fn row_at(document: &Assessment, item: Item, path: &FieldPath) -> Option<&'static Row> {
    let is_in_list = path.steps().iter().any(|step| matches!(step, PathStep::Index(_)));
    Edition::from(document.form).row(item, if is_in_list { Repetition::Each } else { Repetition::Once })
}

fn is_marked(row: &Row) -> bool {
    row.materiality == Materiality::Material
}

/// The proof that a row of the change table is a formal change (形式的な変更の根拠): its quotations differ only in the numbers
/// of the law or in notation. `None` if they differ in more, or if it cannot be proven that they do not.
///
/// Short names of laws are read as in `document`.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::proof_of_row;
///
/// let assessment: Assessment = serde_json::from_str(r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2024_10",
///     "changes": [{"items": "提供先1-①法令上の根拠", "before": "番号法第19条第8号 別表第二の2の項",
///         "after": "番号利用法第19条第８号に基づく主務省令第２条の表の2の項"}]
/// }"#)?;
/// let proof = proof_of_row(&assessment, &assessment.changes[0]).unwrap();
/// assert_eq!(
///     proof.to_string(),
///     "法令の条項番号の変更（番号法別表第二の2の項→利用特定個人情報の提供に関する命令第2条の表の2の項）",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn proof_of_row(document: &Assessment, row: &Change) -> Option<Proof> {
    let (before, after) = (row.before.given()?, row.after.given()?);
    proof_of_lines(false, (before, &mut Reader::new(document)), (after, &mut Reader::new(document)))
}

/// Items whose lines are names of files, bodies or departments, in any order.
const fn are_names(item: Item) -> bool {
    matches!(
        item,
        Item::OtherBodies
            | Item::SectionFileNames
            | Item::RiskFileNames
            | Item::UsingDepartments
            | Item::SourceDepartments
            | Item::SourceOrgans
            | Item::SourceGovernments
            | Item::SourceCompanies
            | Item::ProvisionRecipient
            | Item::TransferRecipient
    )
}

/// Whether an answer says that there is nothing, or says nothing.
const fn is_empty_mark(value: Value<'_>) -> bool {
    matches!(value, Value::Unanswered | Value::Blank | Value::Nothing(_))
}

/// Whether an edit only changes the mark of an item without an answer: 空欄 to なし.
pub(super) fn changes_mark(edit: &Edit<'_>) -> bool {
    match edit.sides {
        Sides::Answers(old, new) => is_empty_mark(old.value()) && is_empty_mark(new.value()),
        Sides::Parts(..) => false,
    }
}

/// The proof that two different answers mean the same.
fn proof(item: Item, old: &dyn Entry, new: &dyn Entry, readers: &mut (Reader<'_>, Reader<'_>)) -> Option<Proof> {
    match (old.value(), new.value()) {
        (Value::Given(Given::Lines(old)), Value::Given(Given::Lines(new))) => {
            proof_of_lines(are_names(item), (old, &mut readers.0), (new, &mut readers.1))
        }
        (Value::Given(Given::Text(old)), Value::Given(Given::Text(new))) => of_texts(old.as_str(), new.as_str()),
        (old @ Value::Given(Given::Timings(_)), new @ Value::Given(Given::Timings(_))) => {
            of_texts(&old.shown(), &new.shown())
        }
        (old, new) => (is_empty_mark(old) && is_empty_mark(new)).then_some(Proof::EmptyMark),
    }
}

/// The proof that two different cells of text mean the same.
fn proof_of_lines(
    are_names: bool,
    (old, old_reader): (&Lines, &mut Reader<'_>),
    (new, new_reader): (&Lines, &mut Reader<'_>),
) -> Option<Proof> {
    let likeness = of_lines(old, new, are_names);
    likeness.or_else(|| renumbering((old, old_reader), (new, new_reader)).map(Proof::Renumbering))
}

object! {
    Difference<'_>, "Difference", |own| {
        let mismatch = own.mismatch();
        let weighed = |(edit, weight): (_, Weight)| Weighed::new(edit, own, &weight);
    }
    {
        form: own.form().map(|(old, new)| Versions { old: header(old), new: header(new) }),
        mismatch: mismatch => mismatch.map(Mismatch::label),
        edits: own.weighed().map(weighed).collect::<Vec<_>>(),
        not_compared: own.not_compared(),
    }
}

#[derive(Serialize)]
struct Versions {
    old: String,
    new: String,
}

/// The code of the edition, or that of the kind of assessment if the edition is not known.
fn header(form: Form) -> String {
    form.edition().map_or_else(|| form.kind().code().to_string(), |edition| edition.to_string())
}

/// An edit with what only the difference knows of it.
#[derive(Serialize)]
struct Weighed<'a> {
    #[serde(flatten)]
    edit: &'a Edit<'a>,
    /// The printed number of the item.
    number: &'static str,
    weight: &'static str,
    weight_label: &'static str,
    proof: Option<&'static str>,
    proof_label: Option<String>,
}

impl<'a> Weighed<'a> {
    fn new(edit: &'a Edit<'a>, difference: &Difference<'_>, weight: &Weight) -> Self {
        let proof = match weight {
            Weight::Formal(proof) => Some(proof),
            Weight::Material | Weight::Ordinary => None,
        };
        Self {
            edit,
            number: edit.printed(difference).map_or("", |row| row.number),
            weight: weight.code(),
            weight_label: weight.label(),
            proof: proof.map(Proof::code),
            proof_label: proof.map(ToString::to_string),
        }
    }
}
