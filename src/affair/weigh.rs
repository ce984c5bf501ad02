//! What the edits of one paper mean for the affair: which are material, and which papers still say the old answer.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::{IndexMap, IndexSet};

use super::dossier::Dossier;
use super::papers::Papers;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Item, Materiality, PathStep, Repetition, Role, at, row};
use crate::change::{Difference, Edit, EditKind, Question, Weight, is_logged};
use crate::value::kind::AssessmentKind;

/// An edit of a paper that needs a row in its change table.
pub(super) struct Weighed<'a> {
    pub(super) paper: AssessmentKind,
    pub(super) edit: &'a Edit<'a>,
    pub(super) is_material: bool,
    pub(super) asks: Vec<Question>,
}

impl Weighed<'_> {
    /// The path of what changed, in the new version if it is there.
    pub(super) fn path(&self) -> Option<&FieldPath> {
        self.edit.new.as_ref().or(self.edit.old.as_ref())
    }

    /// Whether it is one of the facts of the threshold determination, or its result.
    pub(super) const fn is_of_threshold(&self) -> bool {
        matches!(
            self.edit.item,
            Item::Population
                | Item::PopulationAsOf
                | Item::Handlers
                | Item::HandlersAsOf
                | Item::IncidentInOneYear
                | Item::ThresholdResult
        )
    }
}

/// Whether the mark ※ of another paper makes an edit material.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Material,
    /// The other paper asks for more, or by file: whether what it says changes is a question.
    Question,
    /// Every other paper that marks it already says what the edit says, and is not newer.
    Agrees,
    None,
}

/// Weighs the edits of all papers. An edit is material if the form of any paper that the affair must publish marks its item, and if
/// it is not proven to be formal. A paper that is not required marks nothing. If only other papers mark the item, and they already say
/// what the new version says, the edit mends what was wrong on the day of publication, and nothing that they mark changes.
pub(super) fn weigh<'a>(
    dossier: &Dossier<'_>,
    as_of: NaiveDate,
    edits: &'a [Difference<'a>],
    required: Papers,
) -> Vec<Weighed<'a>> {
    let published = if edits.is_empty() { Vec::new() } else { published(dossier, as_of, edits, required) };
    let mut all = Vec::new();
    for difference in edits {
        let paper = difference.old_version().kind();
        for (edit, weight) in difference.weighed() {
            if !is_logged(edit.item) || edit.printed(difference).is_none() {
                continue;
            }
            let mark = match weight {
                Weight::Formal(_) => Mark::None,
                Weight::Material if required.contains(paper) => Mark::Material,
                Weight::Material | Weight::Ordinary => elsewhere(difference, edit, required, &published),
            };
            let asks = match mark {
                Mark::Material => Weight::Material.questions().to_vec(),
                Mark::Question => Vec::from([Question::DeeperPaper]),
                Mark::Agrees => Vec::from([Question::Agrees]),
                Mark::None => Vec::new(),
            };
            all.push(Weighed { paper, edit, is_material: mark == Mark::Material, asks });
        }
    }
    all
}

/// How the other papers that are required mark the item of an edit.
fn elsewhere(difference: &Difference<'_>, edit: &Edit<'_>, required: Papers, published: &[Published]) -> Mark {
    let paper = difference.old_version().kind();
    let mut mark = Mark::None;
    for other in required.iter().filter(|other| *other != paper) {
        let Some(row) = row(other, None, edit.item).filter(|row| row.materiality == Materiality::Material) else {
            continue;
        };
        if published.iter().any(|published| published.paper == other && published.says(edit, difference)) {
            mark = if mark == Mark::None { Mark::Agrees } else { mark };
            continue;
        }
        // The boxes of 監査 and of 教育・啓発 ask the same, although 様式3 has them by file. 様式2 asks for a summary of the affair,
        // 様式4 for its content.
        let is_of_boxes = matches!(edit.item, Item::Audits | Item::TrainingState);
        let is_same = is_of_boxes || (edit.item != Item::AffairContent && row.times == times(edit));
        mark = if is_same { return Mark::Material } else { Mark::Question };
    }
    mark
}

fn times(edit: &Edit<'_>) -> Repetition {
    let path = edit.old.as_ref().or(edit.new.as_ref()).map_or([].as_slice(), FieldPath::steps);
    let is_in_list = path.iter().any(|step| matches!(step, PathStep::Index(_)));
    if is_in_list { Repetition::Each } else { Repetition::Once }
}

/// What a paper that has no new version among the edits says.
struct Published {
    paper: AssessmentKind,
    day: NaiveDate,
    said: IndexMap<Item, IndexSet<String>>,
}

/// The required papers that have no new version among the edits, and whose day is known.
fn published(dossier: &Dossier<'_>, as_of: NaiveDate, edits: &[Difference<'_>], required: Papers) -> Vec<Published> {
    let of = |paper: AssessmentKind| {
        let has_version = edits.iter().any(|difference| difference.old_version().kind() == paper);
        let version = dossier.current(paper, as_of).filter(|_| !has_version)?;
        Some(Published { paper, day: version.day()?, said: answers(version.document) })
    };
    required.iter().filter_map(of).collect()
}

impl Published {
    /// Whether this paper said the new answer, and not the old one, when the edited paper was published. A newer paper may say it because
    /// it came first in a change that is still going on.
    fn says(&self, edit: &Edit<'_>, difference: &Difference<'_>) -> bool {
        if difference.old_version().own_day().is_none_or(|day| day < self.day) {
            return false;
        }
        let Some(said) = self.said.get(&edit.item) else { return false };
        let says = |answer: &String| said.contains(answer);
        let of = |version, path: &Option<FieldPath>| path.as_ref().and_then(|path| named(version, path, edit.item));
        match edit.what {
            EditKind::Changed => {
                let after = edit.after().filter(|after| after.is_given());
                let is_old = edit.before().is_some_and(|before| before.is_given() && says(&before.to_string()));
                after.is_some_and(|after| says(&after.to_string())) && !is_old
            }
            EditKind::Added => of(difference.new_version(), &edit.new).is_some_and(|new| says(&new)),
            EditKind::Removed => of(difference.old_version(), &edit.old).is_some_and(|old| !says(&old)),
            EditKind::Moved | EditKind::Renumbered | EditKind::Split | EditKind::Joined => false,
        }
    }
}

/// An edit of one paper that another one has not followed.
pub(super) struct Behind<'a> {
    /// The paper that still says the old answer.
    pub(super) paper: AssessmentKind,
    /// The paper that was edited.
    pub(super) edited: AssessmentKind,
    pub(super) edit: &'a Edit<'a>,
}

/// The edits that another paper has not followed: it prints the item, has no new version among the edits, and still says the old answer.
pub(super) fn not_followed<'a>(
    dossier: &Dossier<'_>,
    as_of: NaiveDate,
    edits: &'a [Difference<'a>],
) -> Vec<Behind<'a>> {
    let mut all = Vec::new();
    for paper in AssessmentKind::ALL.iter().copied() {
        let has_version = edits.iter().any(|difference| difference.old_version().kind() == paper);
        let Some(version) = dossier.current(paper, as_of).filter(|_| !has_version) else { continue };
        let said = answers(version.document);
        for difference in edits {
            let edited = difference.old_version().kind();
            let logged = difference.edits().iter();
            let logged = logged.filter(|edit| is_logged(edit.item) && edit.printed(difference).is_some());
            let behind = logged.filter(|edit| said.get(&edit.item).is_some_and(|said| is_old(said, edit, difference)));
            all.extend(behind.map(|edit| Behind { paper, edited, edit }));
        }
    }
    all
}

/// Whether answers of another paper are the old ones.
fn is_old(said: &IndexSet<String>, edit: &Edit<'_>, difference: &Difference<'_>) -> bool {
    let says = |answer: &String| said.contains(answer);
    let of = |version, path: &Option<FieldPath>| path.as_ref().and_then(|path| named(version, path, edit.item));
    match (edit.what, edit.before()) {
        (EditKind::Changed, Some(before)) => before.is_given() && says(&before.to_string()),
        (EditKind::Removed, _) => of(difference.old_version(), &edit.old).is_some_and(|old| says(&old)),
        (EditKind::Added, _) => of(difference.new_version(), &edit.new).is_some_and(|new| !says(&new)),
        (EditKind::Changed | EditKind::Moved | EditKind::Renumbered | EditKind::Split | EditKind::Joined, _) => false,
    }
}

/// What a part of a document answers to an item.
fn named(document: &Assessment, path: &FieldPath, item: Item) -> Option<String> {
    let part = at(document, path.steps())?.part()?;
    let asks = part.rows().iter().position(|row| row.asks == Some((Role::Answer, item)))?;
    let value = part.child(asks)?.answer()?.value();
    value.is_given().then(|| value.to_string())
}

/// What a document answers, by the items that its form prints.
fn answers(document: &Assessment) -> IndexMap<Item, IndexSet<String>> {
    let mut answers: IndexMap<Item, IndexSet<String>> = IndexMap::new();
    document.walk(|field| {
        if field.role == Role::Answer && field.row.is_some() && field.value.is_given() {
            answers.entry(field.item).or_default().insert(field.value.to_string());
        }
    });
    answers
}
