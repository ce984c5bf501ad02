//! What the edits of one paper mean for the affair: which are material, and which papers still say the old answer.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::dossier::Dossier;
use super::papers::Papers;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Item, Materiality, PathStep, Repetition, Role, row};
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

/// How the mark ※ of another paper bears on an edit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Material,
    /// The other paper asks for more, or by file: whether what it says changes is a question.
    Question,
    None,
}

/// Weighs the edits of all papers. An edit is material if the form of any paper that the affair must publish marks its item, and if
/// it is not proven to be formal. A paper that is not required marks nothing.
pub(super) fn weigh<'a>(edits: &'a [Difference<'a>], required: Papers) -> Vec<Weighed<'a>> {
    let mut all = Vec::new();
    for difference in edits {
        let paper = difference.old_version().kind();
        for (edit, weight) in difference.edits().iter().zip(difference.weights()) {
            if !is_logged(edit.item) || edit.printed(difference).is_none() {
                continue;
            }
            let mark = match weight {
                Weight::Formal(_) => Mark::None,
                Weight::Material if required.contains(paper) => Mark::Material,
                Weight::Material | Weight::Ordinary => elsewhere(paper, edit, required),
            };
            let asks = match mark {
                Mark::Material => Weight::Material.questions().to_vec(),
                Mark::Question => Vec::from([Question::DeeperPaper]),
                Mark::None => Vec::new(),
            };
            all.push(Weighed { paper, edit, is_material: mark == Mark::Material, asks });
        }
    }
    all
}

/// How the other papers that are required mark the item of an edit.
fn elsewhere(paper: AssessmentKind, edit: &Edit<'_>, required: Papers) -> Mark {
    let mut mark = Mark::None;
    for other in required.iter().filter(|other| *other != paper) {
        let Some(row) = row(other, None, edit.item).filter(|row| row.materiality == Materiality::Material) else {
            continue;
        };
        // The boxes of 監査 and of 教育・啓発 ask the same, although 様式3 has them by file. 様式2 asks for a summary of the affair,
        // 様式4 for its content.
        let is_same = match edit.item {
            Item::Audits | Item::TrainingState => true,
            Item::AffairContent => false,
            _ => row.times == times(edit),
        };
        mark = if is_same { return Mark::Material } else { Mark::Question };
    }
    mark
}

fn times(edit: &Edit<'_>) -> Repetition {
    let path = edit.old.as_ref().or(edit.new.as_ref()).map_or([].as_slice(), FieldPath::steps);
    let is_in_list = path.iter().any(|step| matches!(step, PathStep::Index(_)));
    if is_in_list { Repetition::Each } else { Repetition::Once }
}

/// The edits of other papers that this one has not followed: it prints the item, has no new version among the edits, and still says the
/// old answer.
pub(super) fn not_followed<'a>(
    dossier: &Dossier<'_>,
    paper: AssessmentKind,
    as_of: NaiveDate,
    edits: &'a [Difference<'a>],
) -> Vec<(AssessmentKind, &'a Edit<'a>)> {
    let has_version = edits.iter().any(|difference| difference.old_version().kind() == paper);
    let Some(version) = dossier.current(paper, as_of).filter(|_| !has_version) else { return Vec::new() };
    let mut all = Vec::new();
    for difference in edits {
        let logged =
            difference.edits().iter().filter(|edit| is_logged(edit.item) && edit.printed(difference).is_some());
        let behind = logged.filter(|edit| says_the_old(version.document, edit, difference));
        all.extend(behind.map(|edit| (difference.old_version().kind(), edit)));
    }
    all
}

/// Whether a document still says what an edit of another one changed.
fn says_the_old(document: &Assessment, edit: &Edit<'_>, difference: &Difference<'_>) -> bool {
    let said = answers(document, edit.item, None);
    let of = |version: &Assessment, path: &Option<FieldPath>| match path {
        Some(path) => answers(version, edit.item, Some(path)),
        None => Vec::new(),
    };
    let (old, new) = (of(difference.old_version(), &edit.old), of(difference.new_version(), &edit.new));
    match edit.what {
        EditKind::Changed | EditKind::Removed => old.iter().any(|answer| said.contains(answer)),
        EditKind::Added => !said.is_empty() && !new.is_empty() && !new.iter().any(|answer| said.contains(answer)),
        EditKind::Moved | EditKind::Renumbered => false,
    }
}

/// What a document answers to an item that its form prints, below this path.
fn answers(document: &Assessment, item: Item, below: Option<&FieldPath>) -> Vec<String> {
    let mut answers = Vec::new();
    document.walk(|field| {
        let is_meant = field.item == item && field.role == Role::Answer && field.row.is_some();
        let is_below = || below.is_none_or(|path| field.path.to_owned().steps().starts_with(path.steps()));
        if is_meant && field.value.is_given() && is_below() {
            answers.push(field.value.to_string());
        }
    });
    answers
}
