//! Consistent: whether two parts of the document agree about the same thing.

use alloc::string::ToString;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::{Check, Rule, Spot, root, shown};
use crate::assessment::acquisition::Acquisition;
use crate::assessment::entrustment::Entrustment;
use crate::assessment::file::{FileOutline, FileSection};
use crate::assessment::provision::{Channel, ProvisionSection, Recipient};
use crate::assessment::{Assessment, Linkage, filled};
use crate::catalogue::{FieldPath, Handle, Item};
use crate::threshold::Tally;
use crate::value::answer::{Answer, Lines, Tick};
use crate::value::band::{Count, DataSubjectsBand, NumericBand};
use crate::value::choice::{AcquisitionMethod, EntrustmentState, LinkageState, ProvisionMethod};
use crate::value::text::Text;

impl Check<'_> {
    pub(super) fn consistent(&mut self) {
        self.systems();
        self.file_names();
        for (index, section) in self.sections.iter().enumerate() {
            self.section(index, section);
        }
        self.record_items();
        self.risks();
    }

    /// Checks the annex of a document with one file. With several files, the annex does not say which items belong to
    /// which.
    fn record_items(&mut self) {
        let [section] = self.sections else { return };
        let Some(declared) = section.outline.record_item_count.given() else { return };
        let listed: Option<Vec<&Lines>> = self.record_items.iter().map(|group| group.items.given()).collect();
        let Some(listed) = listed.filter(|_| !self.is_excerpt) else { return };
        // A reference such as 「別ファイルで添付」 in their place is not a list.
        let refers =
            |text: &Text| ["参照", "添付", "別紙", "公表", "のとおり"].iter().any(|word| text.as_str().contains(word));
        let count = listed.iter().map(|lines| lines.iter().count()).sum::<usize>();
        let range = declared.range();
        let is_within = u32::try_from(count)
            .is_ok_and(|count| count >= range.min() && range.max().is_none_or(|most| count <= most));
        if count >= 2 && !is_within && !listed.iter().flat_map(|lines| lines.texts()).any(refers) {
            let at = FieldPath::section(0).at(FileSection::outline).item_and_path(FileOutline::record_item_count);
            let (seen, other) =
                (shown(&section.outline.record_item_count), root().item_and_path(Assessment::record_items));
            self.add(Rule::RecordItemCount, at, seen, count.to_string(), Some(other));
        }
    }

    fn section(&mut self, index: usize, section: &FileSection) {
        let at = || FieldPath::section(index);
        let provision = &section.provision;
        // An empty block that the form prints does not count as an entry.
        let [entrusted, provisions, transfers] = self
            .empty_blocks
            .get(index)
            .map_or([0; 3], |empty| [filled(&empty.entrustments), filled(&empty.provisions), filled(&empty.transfers)]);
        let declared = || at().item_and_path(FileSection::entrustment_count);
        self.count(Rule::EntrustmentCount, declared, section.entrustment_count, entrusted, || false);
        let inside = || at().at(FileSection::provision);
        self.count(
            Rule::ProvisionCount,
            || inside().item_and_path(ProvisionSection::provided_count),
            provision.provided_count,
            provisions,
            || provision.provisions.iter().any(stands_for_many),
        );
        self.count(
            Rule::TransferCount,
            || inside().item_and_path(ProvisionSection::transferred_count),
            provision.transferred_count,
            transfers,
            || provision.transfers.iter().any(stands_for_many),
        );
        let state = section.entrustment.given().copied();
        if let Some(state) = state {
            let at = at().item_and_path(FileSection::entrustment);
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
        self.provision_boxes(provision, &inside, provisions, transfers);
        let people = &section.outline.data_subjects;
        self.recipients(&|| inside().at(ProvisionSection::provisions), &provision.provisions, people, &at);
        self.recipients(&|| inside().at(ProvisionSection::transfers), &provision.transfers, people, &at);
        let list = || at().at(FileSection::entrustments);
        self.numbers_twice(section.entrustments.iter().map(|one| one.number), |index| {
            list().nth(index).item_and_path(Entrustment::number)
        });
        let mut seen: IndexMap<(&Lines, &Lines), usize> = IndexMap::new();
        for (index, entrustment) in section.entrustments.iter().enumerate() {
            if let (Some(matter), Some(entrustee)) = (entrustment.matter.given(), entrustment.entrustee.given()) {
                let first = *seen.entry((matter, entrustee)).or_insert(index);
                if first != index {
                    let other = (Item::EntrustmentMatter, list().nth(first).untyped());
                    let here = list().nth(index).item_and_path(Entrustment::matter);
                    self.add(Rule::EntrustmentTwice, here, matter.to_string(), "", Some(other));
                }
            }
        }
        self.people(section, &at);
        self.linkage_methods(section, &at);
    }

    /// If one entry represents many, the declared number must be at least the number of entries.
    fn count(
        &mut self,
        rule: Rule,
        at: impl Fn() -> Spot,
        declared: Answer<u32>,
        listed: usize,
        for_many: impl Fn() -> bool,
    ) {
        let Answer::Given(declared) = declared else { return };
        let number = usize::try_from(declared).unwrap_or(usize::MAX);
        if number != listed && !self.is_excerpt && !(number > listed && for_many()) {
            self.add(rule, at(), declared.to_string(), listed.to_string(), None);
        }
    }

    pub(super) fn numbers_twice(&mut self, numbers: impl Iterator<Item = Answer<u32>>, at: impl Fn(usize) -> Spot) {
        let given = |(index, number): (usize, Answer<u32>)| Some((number.given().copied()?, index));
        let numbers: Vec<(u32, usize)> = numbers.enumerate().filter_map(given).collect();
        if numbers.is_sorted_by(|(above, _), (below, _)| above < below) {
            return;
        }
        let mut seen: IndexMap<u32, usize> = IndexMap::new();
        for (number, index) in numbers {
            let first = *seen.entry(number).or_insert(index);
            if first != index {
                self.add(Rule::NumberTwice, at(index), number.to_string(), "", Some(at(first)));
            }
        }
    }

    fn provision_boxes(
        &mut self,
        provision: &ProvisionSection,
        inside: &dyn Fn() -> FieldPath<ProvisionSection>,
        provisions: usize,
        transfers: usize,
    ) {
        let boxes: [(Tick, Handle<ProvisionSection, Tick>, usize); 2] = [
            (provision.provided, ProvisionSection::provided, provisions),
            (provision.transferred, ProvisionSection::transferred, transfers),
        ];
        let none_ticked = boxes.iter().all(|(tick, ..)| *tick == Tick::Unticked) && provision.neither == Tick::Unticked;
        if none_ticked && !self.is_excerpt {
            self.add(Rule::ProvisionNotStated, inside().item_and_path(ProvisionSection::provided), "", "", None);
        }
        for (tick, field, listed) in boxes {
            let at = || inside().item_and_path(field);
            let neither = || inside().item_and_path(ProvisionSection::neither);
            if tick == Tick::Ticked && provision.neither == Tick::Ticked {
                self.add(Rule::ProvisionStatedBothWays, neither(), "", "", Some(at()));
            }
            if tick == Tick::Ticked && listed == 0 && !self.is_excerpt {
                let (item, _) = at();
                let label = super::row(self.kind, self.edition, item).map_or(item.label(), |row| row.label);
                self.add(Rule::NothingListed, at(), label, "", None);
            }
            // If both boxes are ticked, that contradiction is reported; the list agrees with one of the two.
            if provision.neither == Tick::Ticked && tick != Tick::Ticked && listed > 0 {
                let label = Item::NeitherMade.label();
                self.add(Rule::ListedAgainstAnswer, neither(), label, listed.to_string(), None);
            } else if tick == Tick::Unticked && listed > 0 && !none_ticked && !self.is_excerpt {
                self.add(Rule::ListedAgainstAnswer, at(), "[ ]", listed.to_string(), None);
            }
        }
    }

    fn recipients<M: Channel>(
        &mut self,
        list: &dyn Fn() -> FieldPath<Vec<Recipient<M>>>,
        recipients: &[Recipient<M>],
        file: &Answer<Count<DataSubjectsBand>>,
        section: &dyn Fn() -> FieldPath<FileSection>,
    ) {
        self.numbers_twice(recipients.iter().map(|one| one.number), |index| {
            list().nth(index).item_and_path(Recipient::<M>::number)
        });
        // Keyed by name because names are short. Each recipient is compared with the previous one of the same name.
        let mut previous: IndexMap<&Lines, usize> = IndexMap::new();
        for (index, recipient) in recipients.iter().enumerate() {
            let here = || list().nth(index);
            if let Some(names) = recipient.names.given() {
                let is_same = |other: &Recipient<M>| other.bases == recipient.bases && other.uses == recipient.uses;
                let before = previous.insert(names, index);
                if let Some(first) = before.filter(|before| recipients.get(*before).is_some_and(is_same)) {
                    let other = (M::ITEMS.names, list().nth(first).untyped());
                    let at = here().item_and_path(Recipient::<M>::names);
                    self.add(Rule::RecipientTwice, at, names.to_string(), "", Some(other));
                }
            }
            let at = || here().item_and_path(Recipient::<M>::data_subjects);
            let other = || section().at(FileSection::outline).item_and_path(FileOutline::data_subjects);
            self.above(Rule::PartAboveFile, at, &recipient.data_subjects, file, other);
        }
    }

    /// Reports that a part is about more people than the whole.
    fn above<B: NumericBand, C: NumericBand>(
        &mut self,
        rule: Rule,
        at: impl Fn() -> Spot,
        here: &Answer<Count<B>>,
        there: &Answer<Count<C>>,
        other: impl Fn() -> Spot,
    ) {
        let (Answer::Given(few), Answer::Given(many)) = (there, here) else { return };
        if few.range().max().is_some_and(|most| many.range().min() > most) {
            self.add(rule, at(), shown(here), shown(there), Some(other()));
        }
    }

    fn people(&mut self, section: &FileSection, at: &dyn Fn() -> FieldPath<FileSection>) {
        let population = &self.assessment.population;
        let own = &section.outline.data_subjects;
        let subjects = || at().at(FileSection::outline).item_and_path(FileOutline::data_subjects);
        let of_affair = || root().item_and_path(Assessment::population);
        self.above(Rule::DataSubjectsAbovePopulation, subjects, own, population, of_affair);
        if self.prints(Item::EntrustedDataSubjects) {
            let list = || at().at(FileSection::entrustments);
            for (index, entrustment) in section.entrustments.iter().enumerate() {
                let here = || list().nth(index).item_and_path(Entrustment::data_subjects);
                self.above(Rule::PartAboveFile, here, &entrustment.data_subjects, own, subjects);
            }
        }
        let handlers = self.assessment.threshold.handlers;
        if let Answer::Given(all) = handlers {
            let users = section.acquisition.users.given();
            let mut entrusted = Tally::new();
            for entrustment in &section.entrustments {
                entrusted.add_entrustment(entrustment);
            }
            // The users in the body itself and the staff of its entrustees.
            let staff = entrusted.total().map_or(0, |staff| staff.range().min());
            let least = users.map_or(0, |users| users.range().min()).saturating_add(staff);
            if all.range().max().is_some_and(|most| least > most) {
                let at = if users.is_some() {
                    at().at(FileSection::acquisition).item_and_path(Acquisition::users)
                } else {
                    at().item_and_path(FileSection::entrustment_count)
                };
                self.add(Rule::HandlersBelowParts, at, least.to_string(), shown(&handlers), None);
            }
        }
    }

    /// Checks that nothing goes through the network if 情報連携 is not implemented.
    fn linkage_methods(&mut self, section: &FileSection, at: &dyn Fn() -> FieldPath<FileSection>) {
        if self.assessment.linkage.state != Answer::Given(LinkageState::NotImplemented) {
            return;
        }
        let label = LinkageState::NotImplemented.label();
        let other = || Some(root().at(Assessment::linkage).item_and_path(Linkage::state));
        if section.acquisition.methods.contains(AcquisitionMethod::InformationProvidingNetworkSystem) {
            let at = at().at(FileSection::acquisition).item_and_path(Acquisition::methods);
            self.add(Rule::LinkageMethod, at, label, "", other());
        }
        for (index, recipient) in section.provision.provisions.iter().enumerate() {
            if recipient.methods.contains(ProvisionMethod::InformationProvidingNetworkSystem) {
                let list = at().at(FileSection::provision).at(ProvisionSection::provisions);
                let at = list.nth(index).item_and_path(Recipient::methods);
                self.add(Rule::LinkageMethod, at, label, "", other());
            }
        }
    }
}

/// 「別紙１参照」, 「第2条の表に掲げる者」: one entry for everyone listed on another page or in a table.
fn stands_for_many<M: Channel>(recipient: &Recipient<M>) -> bool {
    const ELSEWHERE: [&str; 6] = ["別紙", "別添", "別表", "の表", "一覧", "参照"];
    let mut names = recipient.names.given().into_iter().flat_map(Lines::texts);
    names.any(|name| ELSEWHERE.iter().any(|word| name.as_str().contains(word)))
}
