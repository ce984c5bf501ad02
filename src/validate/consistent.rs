//! Consistent: what two places of the document say of one thing agrees.

use alloc::string::ToString;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::blocks::filled;
use super::{Check, Rule, path, shown};
use crate::answer::{Answer, Tick};
use crate::assessment::{Assessment, FileSection};
use crate::band::{Count, DataSubjectsBand, NumericBand};
use crate::catalogue::{FieldPath, Item};
use crate::choice::{AcquisitionMethod, EntrustmentState, LinkageState, ProvisionMethod};
use crate::provision::{Channel, Recipient};
use crate::text::{Lines, Text};
use crate::threshold::Tally;

impl Check<'_> {
    pub(super) fn consistent(&mut self) {
        self.systems();
        self.file_names();
        for place in 0..self.sections.len() {
            if let Some(section) = self.sections.get(place).copied() {
                self.section(&section);
            }
        }
        self.record_items();
        self.risks();
    }

    /// The annex of a document with one file: of several, it does not say which items are whose.
    fn record_items(&mut self) {
        let groups = match self.assessment {
            Assessment::BasicItem(_) => return,
            Assessment::KeyItem(document) => &document.record_items,
            Assessment::AllItem(document) => &document.record_items,
        };
        let [section] = *self.sections.as_slice() else { return };
        let Some(declared) = section.outline.record_item_count.given() else { return };
        let listed: Option<Vec<&Lines>> = groups.iter().map(|group| group.items.given()).collect();
        let Some(listed) = listed.filter(|_| !self.is_excerpt) else { return };
        // What stands in their place is no list: 「別ファイルで添付」.
        let refers =
            |text: &Text| ["参照", "添付", "別紙", "公表", "のとおり"].iter().any(|word| text.as_str().contains(word));
        let count = listed.iter().map(|lines| lines.iter().count()).sum::<usize>();
        if count < 2 || listed.iter().flat_map(|lines| lines.texts()).any(refers) {
            return;
        }
        let range = declared.range();
        let is_within = u32::try_from(count)
            .is_ok_and(|count| count >= range.min() && range.max().is_none_or(|most| count <= most));
        if !is_within {
            let at = (Item::RecordItemCount, section.path().field("outline").field("record_item_count"));
            let (seen, other) = (shown(&section.outline.record_item_count), (Item::RecordItems, path("record_items")));
            self.add(Rule::RecordItemCount, at, seen, count.to_string(), Some(other));
        }
    }

    fn section(&mut self, section: &FileSection<'_>) {
        let at = section.path();
        let provision = section.provision;
        let entrustments = section.entrustments();
        // An empty block that the form prints is no entry.
        let [entrusted, provisions, transfers] = self
            .empty_blocks
            .get(section.place)
            .map_or([0; 3], |empty| [filled(&empty.entrustments), filled(&empty.provisions), filled(&empty.transfers)]);
        let declared = (Item::EntrustmentCount, at.field("entrustment_count"));
        self.count(Rule::EntrustmentCount, declared, *section.entrustment_count, entrusted, || false);
        let inside = at.field("provision");
        self.count(
            Rule::ProvisionCount,
            (Item::ProvisionCount, inside.field("provided_count")),
            provision.provided_count,
            provisions,
            || provision.provisions.iter().any(stands_for_many),
        );
        self.count(
            Rule::TransferCount,
            (Item::TransferCount, inside.field("transferred_count")),
            provision.transferred_count,
            transfers,
            || provision.transfers.iter().any(stands_for_many),
        );
        let state = section.entrustment.given().copied();
        if let Some(state) = state {
            let at = (Item::EntrustmentState, at.field("entrustment"));
            match state {
                EntrustmentState::Entrusted if entrusted == 0 && !self.is_excerpt => {
                    self.add(Rule::NothingListed, at, state.label(), "", None);
                }
                EntrustmentState::NotEntrusted if entrusted > 0 => {
                    self.add(Rule::ListedAgainstAnswer, at, state.label(), entrusted.to_string(), None);
                }
                EntrustmentState::Entrusted | EntrustmentState::NotEntrusted => {}
            }
        }
        self.provision_boxes(section, &inside, provisions, transfers);
        self.recipients(&inside, "provisions", &provision.provisions, &section.outline.data_subjects, &at);
        self.recipients(&inside, "transfers", &provision.transfers, &section.outline.data_subjects, &at);
        self.numbers_twice(Item::EntrustmentMatter, entrustments.iter().map(|one| *one.number()), |place| {
            at.element("entrustments", place).field("number")
        });
        let mut seen: IndexMap<(&Lines, &Lines), usize> = IndexMap::new();
        for (place, entrustment) in entrustments.iter().enumerate() {
            if let (Some(matter), Some(entrustee)) = (entrustment.matter().given(), entrustment.entrustee().given()) {
                let first = *seen.entry((matter, entrustee)).or_insert(place);
                if first != place {
                    let other = (Item::EntrustmentMatter, at.element("entrustments", first));
                    let here = (Item::EntrustmentMatter, at.element("entrustments", place).field("matter"));
                    self.add(Rule::EntrustmentTwice, here, matter.to_string(), "", Some(other));
                }
            }
        }
        self.people(section, &at);
        self.linkage_methods(section, &at);
    }

    /// Where an entry stands for many, at least as many as are listed are declared.
    fn count(
        &mut self,
        rule: Rule,
        at: (Item, FieldPath),
        declared: Answer<u32>,
        listed: usize,
        for_many: impl Fn() -> bool,
    ) {
        if let Answer::Given(declared) = declared
            && let number = usize::try_from(declared).unwrap_or(usize::MAX)
            && number != listed
            && !self.is_excerpt
            && !(number > listed && for_many())
        {
            self.add(rule, at, declared.to_string(), listed.to_string(), None);
        }
    }

    pub(super) fn numbers_twice(
        &mut self,
        item: Item,
        numbers: impl Iterator<Item = Answer<u32>>,
        at: impl Fn(usize) -> FieldPath,
    ) {
        let given = |(place, number): (usize, Answer<u32>)| Some((number.given().copied()?, place));
        let numbers: Vec<(u32, usize)> = numbers.enumerate().filter_map(given).collect();
        if numbers.is_sorted_by(|(above, _), (below, _)| above < below) {
            return;
        }
        let mut seen: IndexMap<u32, usize> = IndexMap::new();
        for (number, place) in numbers {
            let first = *seen.entry(number).or_insert(place);
            if first != place {
                self.add(Rule::NumberTwice, (item, at(place)), number.to_string(), "", Some((item, at(first))));
            }
        }
    }

    fn provision_boxes(&mut self, section: &FileSection<'_>, inside: &FieldPath, provisions: usize, transfers: usize) {
        let provision = section.provision;
        let boxes = [
            (provision.provided, Item::ProvisionMade, "provided", provisions),
            (provision.transferred, Item::TransferMade, "transferred", transfers),
        ];
        let none_ticked = boxes.iter().all(|(tick, ..)| *tick == Tick::Unticked) && provision.neither == Tick::Unticked;
        if none_ticked && !self.is_excerpt {
            self.add(Rule::ProvisionNotStated, (Item::ProvisionMade, inside.field("provided")), "", "", None);
        }
        for (tick, item, field, listed) in boxes {
            let at = || (item, inside.field(field));
            let label = super::row(self.kind, self.edition, item).map_or(item.label(), |row| row.label);
            if tick == Tick::Ticked && provision.neither == Tick::Ticked {
                let neither = (Item::NeitherMade, inside.field("neither"));
                self.add(Rule::ProvisionStatedBothWays, neither, "", "", Some(at()));
            }
            if tick == Tick::Ticked && listed == 0 && !self.is_excerpt {
                self.add(Rule::NothingListed, at(), label, "", None);
            }
            if provision.neither == Tick::Ticked && listed > 0 {
                let neither = (Item::NeitherMade, inside.field("neither"));
                self.add(Rule::ListedAgainstAnswer, neither, Item::NeitherMade.label(), listed.to_string(), None);
            } else if tick == Tick::Unticked && listed > 0 && !none_ticked && !self.is_excerpt {
                self.add(Rule::ListedAgainstAnswer, at(), "[ ]", listed.to_string(), None);
            }
        }
    }

    fn recipients<M: Channel>(
        &mut self,
        inside: &FieldPath,
        list: &'static str,
        recipients: &[Recipient<M>],
        file: &Answer<Count<DataSubjectsBand>>,
        section: &FieldPath,
    ) {
        let items = M::ITEMS;
        self.numbers_twice(items.names, recipients.iter().map(|one| one.number), |place| {
            inside.element(list, place).field("number")
        });
        // By the names, which are short; the last that bore them is compared.
        let mut bearers: IndexMap<&Lines, usize> = IndexMap::new();
        for (place, recipient) in recipients.iter().enumerate() {
            let here = || inside.element(list, place);
            if let Some(names) = recipient.names.given() {
                let is_same = |other: &Recipient<M>| other.bases == recipient.bases && other.uses == recipient.uses;
                let before = bearers.insert(names, place);
                if let Some(first) = before.filter(|before| recipients.get(*before).is_some_and(is_same)) {
                    let other = (items.names, inside.element(list, first));
                    self.add(
                        Rule::RecipientTwice,
                        (items.names, here().field("names")),
                        names.to_string(),
                        "",
                        Some(other),
                    );
                }
            }
            let at = || (items.data_subjects, here().field("data_subjects"));
            self.above(Rule::PartAboveFile, at, &recipient.data_subjects, file, || {
                (Item::FileDataSubjects, section.field("outline").field("data_subjects"))
            });
        }
    }

    /// More people here than there.
    fn above<B: NumericBand, C: NumericBand>(
        &mut self,
        rule: Rule,
        at: impl Fn() -> (Item, FieldPath),
        here: &Answer<Count<B>>,
        there: &Answer<Count<C>>,
        other: impl Fn() -> (Item, FieldPath),
    ) {
        if let (Some(few), Some(many)) = (there.given(), here.given())
            && few.range().max().is_some_and(|most| many.range().min() > most)
        {
            self.add(rule, at(), shown(here), shown(there), Some(other()));
        }
    }

    fn people(&mut self, section: &FileSection<'_>, at: &FieldPath) {
        let population = match self.assessment {
            Assessment::BasicItem(document) => &document.population,
            Assessment::KeyItem(document) => &document.population,
            Assessment::AllItem(document) => &document.population,
        };
        let subjects = || (Item::FileDataSubjects, at.field("outline").field("data_subjects"));
        self.above(Rule::DataSubjectsAbovePopulation, subjects, &section.outline.data_subjects, population, || {
            (Item::Population, path("population"))
        });
        if let Assessment::AllItem(document) = self.assessment
            && let Some(own) = document.file_sections.get(section.place)
        {
            for (place, entrustment) in own.entrustments.iter().enumerate() {
                let here = || (Item::EntrustedDataSubjects, at.element("entrustments", place).field("data_subjects"));
                self.above(
                    Rule::PartAboveFile,
                    here,
                    &entrustment.data_subjects,
                    &section.outline.data_subjects,
                    subjects,
                );
            }
        }
        let handlers = self.assessment.threshold_items().handlers;
        let users = *section.acquisition.users();
        if let (Answer::Given(all), Answer::Given(users)) = (handlers, users) {
            let mut entrusted = Tally::new();
            for entrustment in section.entrustments() {
                entrusted.add_entrustment(entrustment);
            }
            // The body's own users and the staff of its entrustees.
            let least = users.range().min().saturating_add(entrusted.total().range().min());
            if all.range().max().is_some_and(|most| least > most) {
                let at = (Item::Users, at.field("acquisition").field("users"));
                self.add(Rule::HandlersBelowParts, at, least.to_string(), shown(&handlers), None);
            }
        }
    }

    /// Nothing goes through the network where 情報連携 is not implemented.
    fn linkage_methods(&mut self, section: &FileSection<'_>, at: &FieldPath) {
        let linkage = self.assessment.linkage().state.given().copied();
        if linkage == Some(LinkageState::NotImplemented) {
            let label = LinkageState::NotImplemented.label();
            let other = || Some((Item::LinkageState, path("linkage").field("state")));
            if section.acquisition.methods().has(AcquisitionMethod::InformationProvidingNetworkSystem) {
                let at = (Item::AcquisitionMethods, at.field("acquisition").field("methods"));
                self.add(Rule::LinkageMethod, at, label, "", other());
            }
            for (place, recipient) in section.provision.provisions.iter().enumerate() {
                if recipient.methods.has(ProvisionMethod::InformationProvidingNetworkSystem) {
                    let at = at.field("provision").element("provisions", place).field("methods");
                    self.add(Rule::LinkageMethod, (Item::ProvisionMethods, at), label, "", other());
                }
            }
        }
    }
}

/// 「別紙１参照」, 「第2条の表に掲げる者」: one entry for all that another page or a table lists.
fn stands_for_many<M: Channel>(recipient: &Recipient<M>) -> bool {
    const ELSEWHERE: [&str; 6] = ["別紙", "別添", "別表", "の表", "一覧", "参照"];
    let mut names = recipient.names.given().into_iter().flat_map(Lines::texts);
    names.any(|name| ELSEWHERE.iter().any(|word| name.as_str().contains(word)))
}
