//! What the form asks of each field, given what the fields before it say.

use alloc::vec::Vec;

use super::Assessment;
use crate::catalogue::{Condition, Edition, Expected, Field, FieldPath, Item, Requirement, Role, Row, Who};
use crate::value::answer::{AnswerKind, BoxStates, Given, Tick, Value};
use crate::value::choice::{Extent, LinkageState};

/// What the form asks of a field.
pub(crate) enum Demand {
    /// It must be answered.
    Required,
    /// It must be answered because another item says `because`.
    Because { item: Item, because: &'static str },
    /// Whether it must be answered is open.
    Open,
    /// It may be left empty.
    Voluntary,
    /// Another item, which says this, does not ask for it.
    NotAsked { item: Item, says: &'static str },
    /// This box says that its section does not apply.
    RuledOut { item: Item },
}

/// What an item said when the walk last visited it, in the section that the walk is in.
#[derive(Clone, Copy, Default)]
enum Said {
    /// Nothing, or an answer that no condition reads.
    #[default]
    Nothing,
    NotKnown,
    Chosen(&'static str, &'static str),
    Box(Tick),
    Boxes(BoxStates),
}

/// Whether a condition is met.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Yes,
    No,
    Open,
}

impl Said {
    fn of_value(value: Value<'_>) -> Self {
        match value {
            Value::Unanswered | Value::Blank | Value::Nothing(_) => Self::Nothing,
            Value::NotKnown => Self::NotKnown,
            Value::Given(given) => match given {
                Given::Chosen { code, label } => Self::Chosen(code, label),
                Given::Box(tick) => Self::Box(tick),
                // This includes an excerpt that does not show the group.
                Given::Boxes(boxes) if boxes.overall() == Tick::Unticked => Self::Nothing,
                Given::Boxes(boxes) => Self::Boxes(boxes),
                Given::Text(_)
                | Given::Lines(_)
                | Given::Number(_)
                | Given::Range(_)
                | Given::Date(_)
                | Given::Timings(_) => Self::Nothing,
            },
        }
    }

    /// What a condition refers to, as the form prints it.
    fn of(&self, is: Expected) -> &'static str {
        match self {
            Self::Chosen(_, label) => label,
            Self::Boxes(_) => is.label(),
            Self::Nothing | Self::NotKnown | Self::Box(_) => "○",
        }
    }
}

impl Holds {
    fn of(tick: Tick) -> Self {
        match tick {
            Tick::Ticked => Self::Yes,
            Tick::Unticked => Self::No,
            Tick::NotKnown => Self::Open,
        }
    }

    fn opposite(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Open => Self::Open,
        }
    }
}

fn holds(is: Expected, said: Said) -> Holds {
    let of = |holds| if holds { Holds::Yes } else { Holds::No };
    match is {
        Expected::Chosen { code, .. } => match said {
            // With 未定, the document may already describe what is planned.
            Said::Chosen(seen, _) if seen == LinkageState::Undecided.code() => Holds::Open,
            Said::Chosen(seen, _) => of(code == seen),
            Said::Nothing | Said::NotKnown | Said::Box(_) | Said::Boxes(_) => Holds::Open,
        },
        Expected::ChosenOther { code, .. } => match said {
            Said::Chosen(seen, _) => of(code != seen),
            Said::Nothing | Said::NotKnown | Said::Box(_) | Said::Boxes(_) => Holds::Open,
        },
        Expected::Ticked | Expected::Unticked => match said {
            Said::Box(tick) if is == Expected::Ticked => Holds::of(tick),
            Said::Box(tick) => Holds::of(tick).opposite(),
            Said::Nothing | Said::NotKnown | Said::Chosen(..) | Said::Boxes(_) => Holds::Open,
        },
        Expected::Has { code, .. } => match said {
            Said::Boxes(boxes) => Holds::of(boxes.of_code(code).unwrap_or_default()),
            // An unticked group does not contain this box.
            Said::Nothing => Holds::No,
            Said::NotKnown | Said::Chosen(..) | Said::Box(_) => Holds::Open,
        },
    }
}

/// What a walk has seen so far, limited to what conditions read.
pub(crate) struct Asked {
    edition: Edition,
    /// For each item what it said, and the path of the field that said it.
    items: Vec<(Said, FieldPath)>,
    is_excerpt: bool,
    asks_commission: bool,
}

impl Asked {
    pub(crate) fn new(assessment: &Assessment) -> Self {
        Self {
            edition: assessment.form.into(),
            items: alloc::vec![(Said::Nothing, FieldPath::default()); Item::ALL.len()],
            is_excerpt: assessment.extent == Extent::Excerpt,
            asks_commission: asks_commission(assessment),
        }
    }

    /// Records what a field says. Call it for every field, in the order of the walk.
    pub(crate) fn look_at(&mut self, field: &Field<'_>) {
        if field.role != Role::Answer || field.row.is_none() {
            return;
        }
        match field.kind {
            AnswerKind::Choice | AnswerKind::CheckBox | AnswerKind::CheckBoxes => {}
            // No condition reads these.
            AnswerKind::Text | AnswerKind::Number | AnswerKind::Date | AnswerKind::Band => return,
        }
        if let Some((said, path)) = self.items.get_mut(field.item as usize) {
            *said = Said::of_value(field.value);
            field.path.copy_to(path);
        }
    }

    /// The path of the field that last answered this item, if the walk has visited one and a condition can read it.
    pub(crate) fn path_of(&self, item: Item) -> Option<&FieldPath> {
        self.items.get(item as usize).map(|(_, path)| path).filter(|path| !path.steps().is_empty())
    }

    fn said(&self, item: Item) -> Said {
        self.items.get(item as usize).map_or(Said::Nothing, |(said, _)| *said)
    }

    /// What the form asks of the field of this row.
    pub(crate) fn demand(&self, row: &Row) -> Demand {
        let Requirement { of, when } = row.requirement;
        let is_required = match of {
            Who::Everybody => true,
            Who::AdministrativeOrgans => self.asks_commission,
            Who::LocalGovernments => !self.asks_commission,
            Who::Nobody => false,
        };
        let Some(condition @ Condition { item, is }) = when else {
            return if is_required { Demand::Required } else { Demand::Voluntary };
        };
        if let Some(item) = self.ruled_out(row) {
            return Demand::RuledOut { item };
        }
        let says = self.said(item).of(is);
        match self.condition(condition) {
            Holds::No => Demand::NotAsked { item, says },
            Holds::Yes | Holds::Open if !is_required => Demand::Voluntary,
            // The item is simply required until a box says that its section does not apply.
            Holds::Yes if is == Expected::Unticked => Demand::Required,
            Holds::Yes => Demand::Because { item, because: says },
            Holds::Open => Demand::Open,
        }
    }

    fn condition(&self, Condition { item, is }: Condition) -> Holds {
        let said = self.said(item);
        let may_be_elsewhere = self.is_excerpt && matches!(said, Said::Box(Tick::Unticked) | Said::Nothing);
        if may_be_elsewhere { Holds::Open } else { holds(is, said) }
    }

    /// The box that says that the section of this row does not apply, if it is ticked. This includes a row that depends
    /// on another row of that section.
    fn ruled_out(&self, row: &Row) -> Option<Item> {
        let Condition { item, is } = row.requirement.when?;
        match is {
            Expected::Unticked => matches!(self.said(item), Said::Box(Tick::Ticked)).then_some(item),
            // The other row is earlier in the form, so this recursion ends.
            Expected::Chosen { .. } | Expected::ChosenOther { .. } | Expected::Ticked | Expected::Has { .. } => {
                self.ruled_out(self.edition.find(item)?)
            }
        }
    }
}

/// Whether the body asks the Commission for its approval, as administrative organs do.
fn asks_commission(assessment: &Assessment) -> bool {
    assessment.kind() == crate::value::kind::AssessmentKind::AllItem
        && (assessment.cover.approved.given().is_some()
            || assessment.procedure.commission_submission.given().is_some()
            || assessment.procedure.commission_review.given().is_some())
}
