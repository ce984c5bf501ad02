//! What the form asks of each field, given what the fields before it say.

use alloc::vec::Vec;

use super::Assessment;
use crate::catalogue::{Condition, Expected, Field, Item, Requirement, Role, Row, rows};
use crate::value::answer::{BoxStates, Tick, Value};
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
            Value::Unanswered
            | Value::Blank
            | Value::Nothing(_)
            | Value::Text(_)
            | Value::Lines(_)
            | Value::Number(_)
            | Value::Range(_)
            | Value::Date(_)
            | Value::Timings(_) => Self::Nothing,
            Value::NotKnown => Self::NotKnown,
            Value::Chosen { code, label } => Self::Chosen(code, label),
            Value::Box(tick) => Self::Box(tick),
            // This includes an excerpt that does not show the group.
            Value::Boxes(boxes) if boxes.overall() == Tick::Unticked => Self::Nothing,
            Value::Boxes(boxes) => Self::Boxes(boxes),
        }
    }

    /// What a condition refers to, as the form prints it.
    fn of(&self, is: Expected) -> &'static str {
        match (self, is) {
            (Self::Boxes(boxes), Expected::Has(code)) => boxes.label_of(code),
            (Self::Chosen(_, label), _) => label,
            (Self::Nothing | Self::NotKnown | Self::Box(_) | Self::Boxes(_), _) => "○",
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
        Expected::Chosen(code) => match said {
            // With 未定, the document may already describe what is planned.
            Said::Chosen(seen, _) if seen == LinkageState::Undecided.code() => Holds::Open,
            Said::Chosen(seen, _) => of(code == seen),
            Said::Nothing | Said::NotKnown | Said::Box(_) | Said::Boxes(_) => Holds::Open,
        },
        Expected::ChosenOther(code) => match said {
            Said::Chosen(seen, _) => of(code != seen),
            Said::Nothing | Said::NotKnown | Said::Box(_) | Said::Boxes(_) => Holds::Open,
        },
        Expected::Ticked | Expected::Unticked => match said {
            Said::Box(tick) if is == Expected::Ticked => Holds::of(tick),
            Said::Box(tick) => Holds::of(tick).opposite(),
            Said::Nothing | Said::NotKnown | Said::Chosen(..) | Said::Boxes(_) => Holds::Open,
        },
        Expected::Has(code) => match said {
            Said::Boxes(boxes) => Holds::of(boxes.of_code(code).unwrap_or_default()),
            // An unticked group does not contain this box.
            Said::Nothing => Holds::No,
            Said::NotKnown | Said::Chosen(..) | Said::Box(_) => Holds::Open,
        },
    }
}

/// What the catalogue and the walk know about an item.
#[derive(Clone, Copy, Default)]
struct Known {
    row: Option<&'static Row>,
    /// Whether another item depends on it.
    is_asked: bool,
    said: Said,
    /// The number of the field that said it, counted from 1 in the order of the walk.
    visited: usize,
}

/// What a walk has seen so far, limited to what conditions read.
pub(crate) struct Asked {
    items: Vec<Known>,
    visited: usize,
    is_excerpt: bool,
    asks_commission: bool,
}

impl Asked {
    pub(crate) fn new(assessment: &Assessment) -> Self {
        let mut items = alloc::vec![Known::default(); Item::ALL.len()];
        for row in rows(assessment.kind(), assessment.form.edition()) {
            if let Some(on) = depends_on(row).and_then(|condition| items.get_mut(condition.item as usize)) {
                on.is_asked = true;
            }
            if let Some(known) = items.get_mut(row.item as usize) {
                known.row = Some(row);
            }
        }
        Self {
            items,
            visited: 0,
            is_excerpt: assessment.extent == Extent::Excerpt,
            asks_commission: asks_commission(assessment),
        }
    }

    /// Records what a field says. Call it for every field, in the order of the walk.
    pub(crate) fn look_at(&mut self, field: &Field<'_>) {
        self.visited += 1;
        if field.role != Role::Answer || field.row.is_none() {
            return;
        }
        if let Some(known) = self.items.get_mut(field.item as usize).filter(|known| known.is_asked) {
            (known.said, known.visited) = (Said::of_value(field.value), self.visited);
        }
    }

    /// The number of the field that last answered this item, if others depend on it, counted from 1 in the order of the
    /// walk.
    pub(crate) fn visited(&self, item: Item) -> usize {
        self.get(item).visited
    }

    fn get(&self, item: Item) -> Known {
        self.items.get(item as usize).copied().unwrap_or_default()
    }

    /// What the form asks of the field of this row.
    pub(crate) fn demand(&self, row: &Row) -> Demand {
        let required = |is_required| if is_required { Demand::Required } else { Demand::Voluntary };
        match row.requirement {
            Requirement::Required => Demand::Required,
            Requirement::Voluntary => Demand::Voluntary,
            Requirement::AdministrativeOrgans => required(self.asks_commission),
            Requirement::LocalGovernments => required(!self.asks_commission),
            Requirement::VoluntaryUnless(item) => match self.ruled_out(row) {
                Some(item) => Demand::RuledOut { item },
                None if self.condition(Condition { item, is: Expected::Unticked }) == Holds::No => {
                    Demand::RuledOut { item }
                }
                None => Demand::Voluntary,
            },
            Requirement::When(condition @ Condition { item, is }) => {
                if let Some(item) = self.ruled_out(row) {
                    return Demand::RuledOut { item };
                }
                let says = self.get(item).said.of(is);
                match self.condition(condition) {
                    // The item is simply required until a box says that its section does not apply.
                    Holds::Yes if is == Expected::Unticked => Demand::Required,
                    Holds::Yes => Demand::Because { item, because: says },
                    Holds::No => Demand::NotAsked { item, says },
                    Holds::Open => Demand::Open,
                }
            }
        }
    }

    fn condition(&self, Condition { item, is }: Condition) -> Holds {
        let said = self.get(item).said;
        let may_be_elsewhere = self.is_excerpt && matches!(said, Said::Box(Tick::Unticked) | Said::Nothing);
        if may_be_elsewhere { Holds::Open } else { holds(is, said) }
    }

    /// The box that says that the section of this row does not apply, if it is ticked. This includes a row that depends
    /// on another row of that section.
    fn ruled_out(&self, row: &Row) -> Option<Item> {
        let Condition { item, is } = depends_on(row)?;
        let other = self.get(item);
        match is {
            Expected::Unticked => matches!(other.said, Said::Box(Tick::Ticked)).then_some(item),
            // The other row is earlier in the form, so this recursion ends.
            Expected::Chosen(_) | Expected::ChosenOther(_) | Expected::Ticked | Expected::Has(_) => {
                self.ruled_out(other.row?)
            }
        }
    }
}

/// The condition of a row, if any.
const fn depends_on(row: &Row) -> Option<Condition> {
    match row.requirement {
        Requirement::When(condition) => Some(condition),
        Requirement::VoluntaryUnless(item) => Some(Condition { item, is: Expected::Unticked }),
        Requirement::Required
        | Requirement::Voluntary
        | Requirement::AdministrativeOrgans
        | Requirement::LocalGovernments => None,
    }
}

/// Whether the body asks the Commission for its approval, as administrative organs do.
fn asks_commission(assessment: &Assessment) -> bool {
    assessment.kind() == crate::value::kind::AssessmentKind::AllItem
        && (assessment.cover.approved.given().is_some()
            || assessment.procedure.commission_submission.given().is_some()
            || assessment.procedure.commission_review.given().is_some())
}
