//! Complete: every required item is answered, and no item is answered that another answer rules out.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{Months, NaiveDate};

use super::citations::Cells;
use super::unprinted::Unprinted;
use super::{Check, Rule, Spot, root};
use crate::assessment::{Asked, Assessment, Cover, Demand, EmptyBlocks};
use crate::catalogue::{Field, FieldPath, Item, Role};
use crate::value::answer::{AnswerKind, Given, Value};
use crate::value::date::FormDate;
use crate::value::kind::{AssessmentKind, FormEdition};
use crate::value::names::{same_body, same_name, single_names};
use crate::value::source::Certainty;
use crate::value::text::Text;

impl Check<'_> {
    /// One walk over the document. It also collects what the form does not print and the cells that cite law, since
    /// another walk would cost as much as all other checks of this kind together.
    pub(super) fn complete(&mut self) -> Cells {
        let assessment = self.assessment;
        let mut asked = Asked::new(assessment);
        let mut unprinted = Unprinted::new(assessment.form);
        let mut cells = Cells::default();
        assessment.walk_with_empty_forms(|field| {
            asked.look_at(field);
            cells.look_at(field);
            let Some(row) = field.row else { return unprinted.look_at(field) };
            if field.role == Role::Beside {
                return;
            }
            // An excerpt may leave items out, but an item that it shows empty is empty.
            let may_be_elsewhere = self.is_excerpt && !matches!(field.value, Value::Blank);
            let is_missing = || {
                !field.value.is_answered() && !may_be_elsewhere && !EmptyBlocks::contain(&self.empty_blocks, field.path)
            };
            let is_placeholder = || {
                let is_unseen = self.is_excerpt && matches!(field.value, Value::NotKnown);
                keeps_a_place(field) && !is_unseen && !EmptyBlocks::contain(&self.empty_blocks, field.path)
            };
            let is_choice = matches!(field.kind, AnswerKind::Choice | AnswerKind::Band);
            if let Value::Nothing(mark) = field.value {
                if is_choice && matches!(asked.demand(row), Demand::Required | Demand::Because { .. }) {
                    return self.add(Rule::MarkForChoice, at(field), mark.label(), "", None);
                }
            }
            let unneeded = |other| (Rule::UnneededAnswer, String::new(), other);
            let (rule, expected, other) = match asked.demand(row) {
                Demand::Required if is_missing() => return self.add(Rule::RequiredItem, at(field), "", "", None),
                Demand::Because { item, because } if is_missing() => (Rule::ConditionalItem, because.into(), item),
                Demand::Required | Demand::Because { .. } if is_placeholder() => {
                    return self.add(Rule::PlaceholderAnswer, at(field), field.value.to_string(), "", None);
                }
                // A section that does not apply stays empty, whatever else asks for its items.
                Demand::RuledOut { item } if field.value.is_given() => unneeded(item),
                Demand::NotAsked { item, says }
                    if field.value.is_given() && !may_explain(field.item) && !says_the_same(field.value, says) =>
                {
                    unneeded(item)
                }
                Demand::Required
                | Demand::Because { .. }
                | Demand::Open
                | Demand::Voluntary
                | Demand::NotAsked { .. }
                | Demand::RuledOut { .. } => return,
            };
            let other = asked.path_of(other).map(|path| (other, path.clone()));
            self.add(rule, at(field), field.value.to_string(), expected, other);
        });
        for (severity, at, seen, expected) in unprinted.found() {
            self.add_as(severity, Rule::ItemNotPrinted, at, seen, expected, None);
        }
        self.edition_is_known();
        self.edition_is_newest();
        self.edition_is_in_force();
        self.body_is_not_another();
        cells
    }

    fn edition_is_known(&mut self) {
        if let Some(edition) = self.edition.filter(|edition| edition.known().is_none()) {
            let known = FormEdition::KNOWN.iter().map(|known| known.edition).filter(|known| known.kind() == self.kind);
            let known: Vec<String> = known.map(FormEdition::label).collect();
            // The form prints the edition in a corner of the cover, but no item asks for it, and the header has no
            // paths. So the path is that of the document.
            let at = (Item::AssessmentTitle, FieldPath::default());
            self.add(Rule::EditionNotKnown, at, edition.label(), known.join("、"), None);
        }
    }

    /// An edition was in use until the month of the next one at least. Editions that nobody saw do not count.
    fn edition_is_newest(&mut self) {
        let Some(own) = self.edition else { return };
        let Some(published) = self.assessment.cover.published.given().map(|published| published.first_day()) else {
            return;
        };
        let is_newer = |edition: &FormEdition| {
            edition.kind() == self.kind
                && (own.year(), own.month()) < (edition.year(), edition.month())
                && in_use_from(*edition).is_some_and(|from| from <= published)
        };
        let seen = FormEdition::KNOWN.iter().filter(|known| known.certainty == Certainty::Confirmed);
        if let Some(newer) = seen.map(|known| known.edition).rfind(is_newer) {
            let at = (Item::AssessmentTitle, FieldPath::default());
            let other = root().at(Assessment::cover).item_and_path(Cover::published);
            self.add(Rule::EditionSuperseded, at, own.label(), newer.label(), Some(other));
        }
    }

    /// A form is not used before the month of its edition.
    fn edition_is_in_force(&mut self) {
        let Some(own) = self.edition.filter(|edition| edition.known().is_some()) else { return };
        let published = self.assessment.cover.published.given().map(|published| published.last_day());
        if let Some((_, first)) = published.zip(own.first_day()).filter(|(published, first)| published < first) {
            let at = (Item::AssessmentTitle, FieldPath::default());
            let other = root().at(Assessment::cover).item_and_path(Cover::published);
            let first = FormDate::try_from(first).map_or_else(|_| first.to_string(), |first| first.to_string());
            self.add(Rule::EditionNotInForce, at, own.label(), first, Some(other));
        }
    }

    /// The lead body names the others, and not itself.
    fn body_is_not_another(&mut self) {
        if !self.prints(Item::OtherBodies) {
            return;
        }
        let (Some(body), Some(others)) = (self.assessment.cover.body.given(), self.assessment.other_bodies.given())
        else {
            return;
        };
        let mut names = others.texts().flat_map(|line| single_names(line.as_str()));
        if let Some(name) = names.find(|name| same_body(name, body.as_str())).map(ToString::to_string) {
            let other = root().at(Assessment::cover).item_and_path(Cover::body);
            self.add(Rule::BodyAmongOthers, root().item_and_path(Assessment::other_bodies), name, "", Some(other));
        }
    }
}

/// The first day on which nothing speaks for an earlier edition: the month after that of the edition; for the
/// basic-item assessment of 平成31年1月, after the six months of grace (附則第2条).
fn in_use_from(edition: FormEdition) -> Option<NaiveDate> {
    let first = edition.first_day()?;
    let had_grace = (edition.kind(), edition.year(), edition.month()) == (AssessmentKind::BasicItem, 2019, 1);
    first.checked_add_months(Months::new(if had_grace { 6 } else { 1 }))
}

/// Items in which the text explains another choice instead of contradicting it: 手数料は無料 except for copies, 再委託は原則禁止.
const fn may_explain(item: Item) -> bool {
    matches!(item, Item::RequestFeeDetail | Item::ReEntrustmentPermission | Item::ReEntrustmentMatter)
}

/// Whether an answer in words only keeps its place (仮の記載): 「？」, 「●●」, 「未定」, or a dash for what every assessment has. A copy
/// often loses a choice or a date, so 「？」 is no placeholder there.
fn keeps_a_place(field: &Field<'_>) -> bool {
    match field.value {
        Value::NotKnown => field.kind == AnswerKind::Text,
        Value::Nothing(_) => matches!(
            field.item,
            Item::AssessmentTitle
                | Item::Declaration
                | Item::AssessingBody
                | Item::AffairName
                | Item::AffairContent
                | Item::FileNames
                | Item::NumberUseBases
                | Item::Department
                | Item::RequestTo
                | Item::ContactTo
        ),
        Value::Given(Given::Text(text)) => text.is_placeholder(),
        Value::Given(Given::Lines(lines)) => {
            let mut has_words = false;
            let is_placeholder = lines.iter().all(|(under, text)| {
                let mut texts = under.into_iter().chain(text.given());
                has_words |= under.is_some() || text.given().is_some();
                texts.all(Text::is_placeholder)
            });
            has_words && is_placeholder
        }
        Value::Given(Given::Timings(timings)) => {
            // A time can be a date without words.
            let texts = || timings.iter().flat_map(|timing| timing.of.iter().chain(&timing.frequency));
            texts().next().is_some() && texts().all(Text::is_placeholder)
        }
        Value::Unanswered
        | Value::Blank
        | Value::Given(
            Given::Chosen { .. }
            | Given::Number(_)
            | Given::Range(_)
            | Given::Date(_)
            | Given::Box(_)
            | Given::Boxes(_),
        ) => false,
    }
}

/// 「0件」 says the same as no number, and 「発生なし」 the same as the choice before it.
fn says_the_same(value: Value<'_>, says: &str) -> bool {
    match value.given() {
        Some(Given::Number(number)) => number == 0,
        Some(Given::Lines(text)) => same_name(text.to_string().trim_end_matches('。'), says),
        Some(
            Given::Chosen { .. }
            | Given::Text(_)
            | Given::Range(_)
            | Given::Date(_)
            | Given::Timings(_)
            | Given::Box(_)
            | Given::Boxes(_),
        )
        | None => false,
    }
}

fn at(field: &Field<'_>) -> Spot {
    (field.item, field.path.to_owned())
}
