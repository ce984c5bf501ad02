//! Complete: every item that must be answered is, and none that another answer rules out.

use alloc::string::{String, ToString};

use super::consistent::is_empty_block;
use super::{Check, Rule};
use crate::answer::{BoxStates, Tick, Value};
use crate::assessment::Assessment;
use crate::catalogue::{Condition, Field, FieldPath, Is, Item, Requirement, Role, Row, Walk, rows as catalogue_rows};

/// What an item said when the walk came by last: in the section that the walk is in.
#[derive(Clone, Copy, Default)]
enum Said {
    /// Nothing, or nothing that a condition can read.
    #[default]
    Nothing,
    NotKnown,
    Chosen(&'static str, &'static str),
    Box(Tick),
    Boxes(BoxStates),
}

/// Whether a condition holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Yes,
    No,
    Open,
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

fn holds(is: Is, said: Said) -> Holds {
    let of = |holds| if holds { Holds::Yes } else { Holds::No };
    match (is, said) {
        (Is::Chosen(code), Said::Chosen(seen, _)) => of(code == seen),
        (Is::ChosenOther(code), Said::Chosen(seen, _)) => of(code != seen),
        (Is::Ticked, Said::Box(tick)) => Holds::of(tick),
        (Is::Unticked, Said::Box(tick)) => Holds::of(tick).opposite(),
        (Is::Has(code), Said::Boxes(boxes)) => Holds::of(boxes.of_code(code)),
        // A group without a tick has not this one.
        (Is::Has(_), Said::Nothing) => Holds::No,
        (Is::Chosen(_) | Is::ChosenOther(_) | Is::Ticked | Is::Unticked | Is::Has(_), _) => Holds::Open,
    }
}

impl Check<'_> {
    pub(super) fn complete(&mut self) {
        let mut said = [(Said::Nothing, 0_usize); Item::ALL.len()];
        let (assessment, asks_commission) = (self.assessment, asks_commission(self.assessment));
        let mut rows: [Option<&Row>; Item::ALL.len()] = [None; Item::ALL.len()];
        let mut is_asked = [false; Item::ALL.len()];
        for printed in catalogue_rows(self.kind, self.edition) {
            if let Requirement::When(condition) = printed.requirement
                && let Some(asked) = is_asked.get_mut(condition.item as usize)
            {
                *asked = true;
            }
            if let Some(slot) = rows.get_mut(printed.item as usize) {
                *slot = Some(printed);
            }
        }
        let mut visited = 0;
        let mut visit = |field: &Field<'_>| {
            visited += 1;
            if is_asked.get(field.item as usize) == Some(&true)
                && let (Role::Answer, Some(slot)) = (field.role, said.get_mut(field.item as usize))
            {
                *slot = (of_value(field.value), visited);
            }
            let Some(row) = rows.get(field.item as usize).copied().flatten().filter(|_| field.role == Role::Answer)
            else {
                return;
            };
            // An excerpt need not show what it leaves out; what it shows empty is empty.
            let may_be_elsewhere = self.is_excerpt && !matches!(field.value, Value::Blank);
            let missing = !field.value.is_answered() && !may_be_elsewhere && !self.is_in_empty_block(field);
            match row.requirement {
                Requirement::Required if missing => self.add(Rule::RequiredItem, at(field), "", "", None),
                Requirement::LocalGovernments if missing && !asks_commission => {
                    self.add(Rule::RequiredItem, at(field), "", "", None);
                }
                Requirement::When(condition) => self.conditional(field, condition, &said, missing),
                Requirement::Required
                | Requirement::Voluntary
                | Requirement::AdministrativeOrgans
                | Requirement::LocalGovernments => {}
            }
        };
        assessment.walk(&mut Walk::with_empty_forms(&mut visit));
    }

    /// Whether the field is of a 提供先 or 移転先 that is nothing but the empty block that the form prints.
    fn is_in_empty_block(&self, field: &Field<'_>) -> bool {
        let Some(section) = field.path.index_of("file_sections").and_then(|place| self.sections.get(place)) else {
            return false;
        };
        let provision = section.provision;
        let provisions = field.path.index_of("provisions").and_then(|place| provision.provisions.get(place));
        let transfers = field.path.index_of("transfers").and_then(|place| provision.transfers.get(place));
        provisions.is_some_and(is_empty_block) || transfers.is_some_and(is_empty_block)
    }

    fn conditional(
        &mut self,
        field: &Field<'_>,
        Condition { item, is }: Condition,
        said: &[(Said, usize)],
        missing: bool,
    ) {
        let (other, visited) = said.get(item as usize).copied().unwrap_or_default();
        let holds = holds(is, other);
        let open_in_excerpt = self.is_excerpt && matches!(other, Said::Box(Tick::Unticked) | Said::Nothing);
        if open_in_excerpt || holds == Holds::Open {
            return;
        }
        let is_given = matches!(field.value, Value::Chosen { .. } | Value::Lines(_) | Value::Given(_));
        let assessment = self.assessment;
        let beside = || Some((item, path_of(assessment, visited)));
        if holds == Holds::Yes && missing {
            let (rule, expected, other) = match (is, other) {
                // Until a box says that a section does not apply, it is simply required.
                (Is::Unticked, _) => (Rule::RequiredItem, String::new(), None),
                (Is::Has(code), Said::Boxes(boxes)) => {
                    (Rule::ConditionalItem, boxes.label_of(code).to_string(), beside())
                }
                (_, Said::Chosen(_, label)) => (Rule::ConditionalItem, label.to_string(), beside()),
                (_, _) => (Rule::ConditionalItem, "○".to_string(), beside()),
            };
            self.add(rule, at(field), "", expected, other);
        } else if holds == Holds::No && is_given {
            self.add(Rule::UnneededAnswer, at(field), field.value.to_string(), "", beside());
        }
    }
}

fn at(field: &Field<'_>) -> (Item, FieldPath) {
    (field.item, field.path.to_owned())
}

/// The path of the field that a walk visits as this one, counted from 1.
fn path_of(assessment: &Assessment, number: usize) -> FieldPath {
    let mut path = FieldPath::default();
    let mut visited = 0;
    assessment.walk(&mut Walk::with_empty_forms(&mut |field| {
        visited += 1;
        if visited == number {
            path = field.path.to_owned();
        }
    }));
    path
}

fn of_value(value: Value<'_>) -> Said {
    match value {
        Value::Unanswered | Value::Blank | Value::Nothing(_) | Value::Lines(_) | Value::Given(_) => Said::Nothing,
        Value::NotKnown => Said::NotKnown,
        Value::Chosen { code, label } => Said::Chosen(code, label),
        Value::Box(tick) => Said::Box(tick),
        Value::Boxes(boxes) => Said::Boxes(boxes.snapshot()),
    }
}

/// Whether the body asks the Commission for its approval, as administrative organs do.
fn asks_commission(assessment: &Assessment) -> bool {
    match assessment {
        Assessment::BasicItem(_) | Assessment::KeyItem(_) => false,
        Assessment::AllItem(document) => {
            document.approved.is_answered() || document.procedure.commission_submission.is_answered()
        }
    }
}
