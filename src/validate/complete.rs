//! Complete: every item that must be answered is, and none that another answer rules out.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::blocks::EmptyBlocks;
use super::citations::Signs;
use super::{Check, Rule};
use crate::answer::{BoxStates, Tick, Value};
use crate::assessment::Assessment;
use crate::catalogue::{Condition, Field, FieldPath, Is, Item, Requirement, Role, Row, Walk, rows as catalogue_rows};
use crate::choice::LinkageState;
use crate::width::same_name;

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

impl Said {
    /// What a condition was about, as the form prints it.
    fn of(&self, is: Is) -> &'static str {
        match (self, is) {
            (Self::Boxes(boxes), Is::Has(code)) => boxes.label_of(code),
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

fn holds(is: Is, said: Said) -> Holds {
    let of = |holds| if holds { Holds::Yes } else { Holds::No };
    match is {
        Is::Chosen(code) => match said {
            // 未定: what is planned may be told.
            Said::Chosen(seen, _) if seen == LinkageState::Undecided.code() => Holds::Open,
            Said::Chosen(seen, _) => of(code == seen),
            Said::Nothing | Said::NotKnown | Said::Box(_) | Said::Boxes(_) => Holds::Open,
        },
        Is::ChosenOther(code) => match said {
            Said::Chosen(seen, _) => of(code != seen),
            Said::Nothing | Said::NotKnown | Said::Box(_) | Said::Boxes(_) => Holds::Open,
        },
        Is::Ticked | Is::Unticked => match said {
            Said::Box(tick) if is == Is::Ticked => Holds::of(tick),
            Said::Box(tick) => Holds::of(tick).opposite(),
            Said::Nothing | Said::NotKnown | Said::Chosen(..) | Said::Boxes(_) => Holds::Open,
        },
        Is::Has(code) => match said {
            Said::Boxes(boxes) => Holds::of(boxes.of_code(code)),
            // A group without a tick has not this one.
            Said::Nothing => Holds::No,
            Said::NotKnown | Said::Chosen(..) | Said::Box(_) => Holds::Open,
        },
    }
}

/// What the catalogue and the walk know of an item.
#[derive(Clone, Copy, Default)]
struct Known {
    row: Option<&'static Row>,
    /// Whether another item depends on it.
    is_asked: bool,
    said: Said,
    /// Which of the visited fields said it, counted from 1.
    visited: usize,
}

/// What is known of each item.
struct Items(Vec<Known>);

impl Items {
    fn of(check: &Check<'_>) -> Self {
        let mut items = Self(alloc::vec![Known::default(); Item::ALL.len()]);
        for row in catalogue_rows(check.kind, check.edition) {
            if let Some(on) = depends_on(row).and_then(|condition| items.get_mut(condition.item)) {
                on.is_asked = true;
            }
            if let Some(known) = items.get_mut(row.item) {
                known.row = Some(row);
            }
        }
        items
    }

    fn get(&self, item: Item) -> Known {
        self.0.get(item as usize).copied().unwrap_or_default()
    }

    fn get_mut(&mut self, item: Item) -> Option<&mut Known> {
        self.0.get_mut(item as usize)
    }

    /// The box that says that the section of this row does not apply, if it is ticked; also where the row depends on another
    /// of that section.
    fn ruled_out(&self, row: &Row) -> Option<Item> {
        let Condition { item, is } = depends_on(row)?;
        let other = self.get(item);
        match is {
            Is::Unticked => matches!(other.said, Said::Box(Tick::Ticked)).then_some(item),
            // The other stands before this one, so that this ends.
            Is::Chosen(_) | Is::ChosenOther(_) | Is::Ticked | Is::Has(_) => self.ruled_out(other.row?),
        }
    }
}

/// The condition of a row, if it has one.
const fn depends_on(row: &Row) -> Option<Condition> {
    match row.requirement {
        Requirement::When(condition) => Some(condition),
        Requirement::VoluntaryUnless(item) => Some(Condition { item, is: Is::Unticked }),
        Requirement::Required
        | Requirement::Voluntary
        | Requirement::AdministrativeOrgans
        | Requirement::LocalGovernments => None,
    }
}

impl Check<'_> {
    /// One walk over the document: also for the signs of citations, since a walk of its own costs as much as all else there.
    pub(super) fn complete(&mut self) -> Signs {
        let assessment = self.assessment;
        let asks_commission = asks_commission(assessment);
        let mut items = Items::of(self);
        let mut beside = Vec::new();
        let mut signs = Signs::of(assessment);
        let mut visited = 0;
        let mut visit = |field: &Field<'_>| {
            visited += 1;
            signs.look_at(field);
            if field.role == Role::Beside {
                return;
            }
            let Some(known) = items.get_mut(field.item) else { return };
            if known.is_asked {
                (known.said, known.visited) = (of_value(field.value), visited);
            }
            let Some(row) = known.row else {
                if is_given(field.value) {
                    self.add(Rule::ItemNotPrinted, at(field), field.value.to_string(), "", None);
                }
                return;
            };
            // An excerpt need not show what it leaves out; what it shows empty is empty.
            let may_be_elsewhere = self.is_excerpt && !matches!(field.value, Value::Blank);
            let missing = !field.value.is_answered() && !may_be_elsewhere && !self.is_in_empty_block(field);
            match row.requirement {
                Requirement::Required if missing => self.add(Rule::RequiredItem, at(field), "", "", None),
                Requirement::AdministrativeOrgans if missing && asks_commission => {
                    self.add(Rule::RequiredItem, at(field), "", "", None);
                }
                Requirement::LocalGovernments if missing && !asks_commission => {
                    self.add(Rule::RequiredItem, at(field), "", "", None);
                }
                Requirement::When(condition) => beside.extend(self.conditional(field, row, condition, &items, missing)),
                Requirement::VoluntaryUnless(item) => {
                    let condition = Condition { item, is: Is::Unticked };
                    beside.extend(self.conditional(field, row, condition, &items, false));
                }
                Requirement::Required
                | Requirement::Voluntary
                | Requirement::AdministrativeOrgans
                | Requirement::LocalGovernments => {}
            }
        };
        assessment.walk(&mut Walk::with_empty_forms(&mut visit));
        self.say_beside_what(beside);
        signs
    }

    /// Whether the field is of an entry that is nothing but the empty block that the form prints.
    fn is_in_empty_block(&self, field: &Field<'_>) -> bool {
        let Some(place) = field.path.index_of("file_sections") else { return false };
        let of = |list: &[bool], name| field.path.index_of(name).and_then(|place| list.get(place)) == Some(&true);
        self.empty_blocks.get(place).is_some_and(|EmptyBlocks { entrustments, provisions, transfers }| {
            of(entrustments, "entrustments") || of(provisions, "provisions") || of(transfers, "transfers")
        })
    }

    /// What a condition demands or rules out. What is found says beside what: the item and the field of the walk, and the
    /// finding that is still to be told where that field stands.
    fn conditional(
        &mut self,
        field: &Field<'_>,
        row: &Row,
        Condition { item, is }: Condition,
        items: &Items,
        missing: bool,
    ) -> Option<Beside> {
        let Known { said, .. } = items.get(item);
        let open_in_excerpt = self.is_excerpt && matches!(said, Said::Box(Tick::Unticked) | Said::Nothing);
        let holds = if open_in_excerpt { Holds::Open } else { holds(is, said) };
        let unneeded = || (Rule::UnneededAnswer, field.value.to_string(), String::new());
        let section = items.ruled_out(row);
        if section.is_some() && !is_given(field.value) {
            return None;
        }
        let ((rule, seen, expected), other) = match (section, holds) {
            // Whatever else asks for it, a section that does not apply stays empty.
            (Some(section), _) => (unneeded(), section),
            (None, Holds::Yes) if missing && is == Is::Unticked => {
                // Until a box says that a section does not apply, it is simply required.
                self.add(Rule::RequiredItem, at(field), "", "", None);
                return None;
            }
            (None, Holds::Yes) if missing => ((Rule::ConditionalItem, String::new(), said.of(is).to_string()), item),
            (None, Holds::No)
                if is_given(field.value) && !may_explain(field.item) && !says_the_same(field.value, said) =>
            {
                (unneeded(), item)
            }
            (None, Holds::Yes | Holds::No | Holds::Open) => return None,
        };
        let finding = self.found.len();
        self.add(rule, at(field), seen, expected, None);
        Some(Beside { visited: items.get(other).visited, item: other, finding })
    }

    /// Tells the findings beside what they stand, in one walk for all of them.
    fn say_beside_what(&mut self, mut beside: Vec<Beside>) {
        if beside.is_empty() {
            return;
        }
        beside.sort_unstable_by_key(|beside| beside.visited);
        let mut rest = beside.iter().peekable();
        let (assessment, mut visited) = (self.assessment, 0);
        assessment.walk(&mut Walk::with_empty_forms(&mut |field| {
            visited += 1;
            while let Some(Beside { item, finding, .. }) = rest.next_if(|beside| beside.visited == visited) {
                let other = self.place(*item, field.path.to_owned());
                if let Some(finding) = self.found.get_mut(*finding) {
                    finding.other = Some(other);
                }
            }
        }));
    }
}

/// Beside which field of the walk a finding stands.
struct Beside {
    visited: usize,
    item: Item,
    finding: usize,
}

/// Items in which a text beside another choice explains it: 手数料は無料 but for copies, 再委託は原則禁止.
const fn may_explain(item: Item) -> bool {
    matches!(item, Item::RequestFeeDetail | Item::ReEntrustmentPermission | Item::ReEntrustmentMatter)
}

/// 「0件」 says the same as no number, and 「発生なし」 the same as the choice before it.
fn says_the_same(value: Value<'_>, said: Said) -> bool {
    match (value, said) {
        (Value::Given(number), _) => number.to_string() == "0",
        (Value::Lines(text), Said::Chosen(_, label)) => same_name(text.to_string().trim_end_matches('。'), label),
        (_, _) => false,
    }
}

fn is_given(value: Value<'_>) -> bool {
    match value {
        Value::Chosen { .. } | Value::Lines(_) | Value::Given(_) => true,
        Value::Box(tick) => tick == Tick::Ticked,
        Value::Boxes(boxes) => boxes.any() == Tick::Ticked,
        Value::Unanswered | Value::Blank | Value::NotKnown | Value::Nothing(_) => false,
    }
}

fn at(field: &Field<'_>) -> (Item, FieldPath) {
    (field.item, field.path.to_owned())
}

fn of_value(value: Value<'_>) -> Said {
    match value {
        Value::Unanswered | Value::Blank | Value::Nothing(_) | Value::Lines(_) | Value::Given(_) => Said::Nothing,
        Value::NotKnown => Said::NotKnown,
        Value::Chosen { code, label } => Said::Chosen(code, label),
        Value::Box(tick) => Said::Box(tick),
        // Of an excerpt that does not show the group too.
        Value::Boxes(boxes) if boxes.any() == Tick::Unticked => Said::Nothing,
        Value::Boxes(boxes) => Said::Boxes(boxes.snapshot()),
    }
}

/// Whether the body asks the Commission for its approval, as administrative organs do.
fn asks_commission(assessment: &Assessment) -> bool {
    match assessment {
        Assessment::BasicItem(_) | Assessment::KeyItem(_) => false,
        Assessment::AllItem(document) => {
            document.approved.given().is_some()
                || document.procedure.commission_submission.given().is_some()
                || document.procedure.commission_review.given().is_some()
        }
    }
}
