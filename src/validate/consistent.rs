//! Consistent: whether two parts of the document agree about the same thing.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::path::PathTo;
use super::{Check, Rule, root, shown};
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
        let sections = PathTo::DOCUMENT.at(Assessment::file_sections);
        for (index, section) in self.sections.iter().enumerate() {
            self.section(&sections.nth(index), section, index);
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

    fn section(&mut self, at: &PathTo<'_, FileSection>, section: &FileSection, index: usize) {
        let provision = &section.provision;
        // An empty block that the form prints does not count as an entry.
        let [entrusted, provisions, transfers] = self
            .empty_blocks
            .get(index)
            .map_or([0; 3], |empty| [filled(&empty.entrustments), filled(&empty.provisions), filled(&empty.transfers)]);
        let inside = at.at(FileSection::provision);
        if let Some((seen, listed)) = self.miscounted(section.entrustment_count, entrusted, || false) {
            self.add(Rule::EntrustmentCount, at.spot(FileSection::entrustment_count), seen, listed, None);
        }
        let for_many = || provision.provisions.iter().any(stands_for_many);
        if let Some((seen, listed)) = self.miscounted(provision.provided_count, provisions, for_many) {
            self.add(Rule::ProvisionCount, inside.spot(ProvisionSection::provided_count), seen, listed, None);
        }
        let for_many = || provision.transfers.iter().any(stands_for_many);
        if let Some((seen, listed)) = self.miscounted(provision.transferred_count, transfers, for_many) {
            self.add(Rule::TransferCount, inside.spot(ProvisionSection::transferred_count), seen, listed, None);
        }
        let state = section.entrustment.given().copied();
        if let Some(state) = state {
            let at = at.spot(FileSection::entrustment);
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
        self.recipients(&inside.at(ProvisionSection::provisions), &provision.provisions, people, at);
        self.recipients(&inside.at(ProvisionSection::transfers), &provision.transfers, people, at);
        let list = at.at(FileSection::entrustments);
        self.numbers_twice(section.entrustments.iter().map(|one| one.number), &list, Entrustment::number);
        let mut seen: IndexMap<(&Lines, &Lines), usize> = IndexMap::new();
        for (index, entrustment) in section.entrustments.iter().enumerate() {
            if let (Some(matter), Some(entrustee)) = (entrustment.matter.given(), entrustment.entrustee.given()) {
                let first = *seen.entry((matter, entrustee)).or_insert(index);
                if first != index {
                    let other = (Item::EntrustmentMatter, list.nth(first).to_owned());
                    let here = list.nth(index).spot(Entrustment::matter);
                    self.add(Rule::EntrustmentTwice, here, matter.to_string(), "", Some(other));
                }
            }
        }
        self.people(section, at);
        self.linkage_methods(section, at);
    }

    /// The declared number and the number of entries, if they differ. If one entry represents many, the declared number
    /// must be at least the number of entries.
    fn miscounted(
        &self,
        declared: Answer<u32>,
        listed: usize,
        for_many: impl Fn() -> bool,
    ) -> Option<(String, String)> {
        let declared = *declared.given()?;
        let number = usize::try_from(declared).unwrap_or(usize::MAX);
        let differs = number != listed && !self.is_excerpt && !(number > listed && for_many());
        differs.then(|| (declared.to_string(), listed.to_string()))
    }

    pub(super) fn numbers_twice<S>(
        &mut self,
        numbers: impl Iterator<Item = Answer<u32>>,
        list: &PathTo<'_, Vec<S>>,
        field: Handle<S, Answer<u32>>,
    ) {
        let given = |(index, number): (usize, Answer<u32>)| Some((number.given().copied()?, index));
        let numbers: Vec<(u32, usize)> = numbers.enumerate().filter_map(given).collect();
        if numbers.is_sorted_by(|(above, _), (below, _)| above < below) {
            return;
        }
        let mut seen: IndexMap<u32, usize> = IndexMap::new();
        for (number, index) in numbers {
            let first = *seen.entry(number).or_insert(index);
            if first != index {
                let other = list.nth(first).spot(field);
                self.add(Rule::NumberTwice, list.nth(index).spot(field), number.to_string(), "", Some(other));
            }
        }
    }

    fn provision_boxes(
        &mut self,
        provision: &ProvisionSection,
        inside: &PathTo<'_, ProvisionSection>,
        provisions: usize,
        transfers: usize,
    ) {
        let boxes: [(Tick, Handle<ProvisionSection, Tick>, usize); 2] = [
            (provision.provided, ProvisionSection::provided, provisions),
            (provision.transferred, ProvisionSection::transferred, transfers),
        ];
        let none_ticked = boxes.iter().all(|(tick, ..)| *tick == Tick::Unticked) && provision.neither == Tick::Unticked;
        if none_ticked && !self.is_excerpt {
            self.add(Rule::ProvisionNotStated, inside.spot(ProvisionSection::provided), "", "", None);
        }
        for (tick, field, listed) in boxes {
            let at = || inside.spot(field);
            let neither = || inside.spot(ProvisionSection::neither);
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
        list: &PathTo<'_, Vec<Recipient<M>>>,
        recipients: &[Recipient<M>],
        file: &Answer<Count<DataSubjectsBand>>,
        section: &PathTo<'_, FileSection>,
    ) {
        self.numbers_twice(recipients.iter().map(|one| one.number), list, Recipient::<M>::number);
        // Keyed by name because names are short. Each recipient is compared with the previous one of the same name.
        let mut previous: IndexMap<&Lines, usize> = IndexMap::new();
        for (index, recipient) in recipients.iter().enumerate() {
            let here = list.nth(index);
            if let Some(names) = recipient.names.given() {
                let is_same = |other: &Recipient<M>| other.bases == recipient.bases && other.uses == recipient.uses;
                let before = previous.insert(names, index);
                if let Some(first) = before.filter(|before| recipients.get(*before).is_some_and(is_same)) {
                    let other = (M::ITEMS.names, list.nth(first).to_owned());
                    self.add(
                        Rule::RecipientTwice,
                        here.spot(Recipient::<M>::names),
                        names.to_string(),
                        "",
                        Some(other),
                    );
                }
            }
            if let Some((seen, expected)) = above(&recipient.data_subjects, file) {
                let other = section.at(FileSection::outline).spot(FileOutline::data_subjects);
                self.add(Rule::PartAboveFile, here.spot(Recipient::<M>::data_subjects), seen, expected, Some(other));
            }
        }
    }

    fn people(&mut self, section: &FileSection, at: &PathTo<'_, FileSection>) {
        let own = &section.outline.data_subjects;
        let subjects = || at.at(FileSection::outline).spot(FileOutline::data_subjects);
        if let Some((seen, expected)) = above(own, &self.assessment.population) {
            let other = root().item_and_path(Assessment::population);
            self.add(Rule::DataSubjectsAbovePopulation, subjects(), seen, expected, Some(other));
        }
        if self.prints(Item::EntrustedDataSubjects) {
            let list = at.at(FileSection::entrustments);
            for (index, entrustment) in section.entrustments.iter().enumerate() {
                if let Some((seen, expected)) = above(&entrustment.data_subjects, own) {
                    let here = list.nth(index).spot(Entrustment::data_subjects);
                    self.add(Rule::PartAboveFile, here, seen, expected, Some(subjects()));
                }
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
                    at.at(FileSection::acquisition).spot(Acquisition::users)
                } else {
                    at.spot(FileSection::entrustment_count)
                };
                self.add(Rule::HandlersBelowParts, at, least.to_string(), shown(&handlers), None);
            }
        }
    }

    /// Checks that nothing goes through the network if 情報連携 is not implemented.
    fn linkage_methods(&mut self, section: &FileSection, at: &PathTo<'_, FileSection>) {
        if self.assessment.linkage.state != Answer::Given(LinkageState::NotImplemented) {
            return;
        }
        let label = LinkageState::NotImplemented.label();
        let other = || Some(root().at(Assessment::linkage).item_and_path(Linkage::state));
        if section.acquisition.methods.contains(AcquisitionMethod::InformationProvidingNetworkSystem) {
            let at = at.at(FileSection::acquisition).spot(Acquisition::methods);
            self.add(Rule::LinkageMethod, at, label, "", other());
        }
        for (index, recipient) in section.provision.provisions.iter().enumerate() {
            if recipient.methods.contains(ProvisionMethod::InformationProvidingNetworkSystem) {
                let provision = at.at(FileSection::provision);
                let at = provision.at(ProvisionSection::provisions).nth(index).spot(Recipient::methods);
                self.add(Rule::LinkageMethod, at, label, "", other());
            }
        }
    }
}

/// What a part and the whole say, if the part is about more people than the whole.
fn above<B: NumericBand, C: NumericBand>(
    part: &Answer<Count<B>>,
    whole: &Answer<Count<C>>,
) -> Option<(String, String)> {
    let most = whole.given()?.range().max()?;
    (part.given()?.range().min() > most).then(|| (shown(part), shown(whole)))
}

/// 「別紙１参照」, 「第2条の表に掲げる者」: one entry for everyone listed on another page or in a table.
fn stands_for_many<M: Channel>(recipient: &Recipient<M>) -> bool {
    const ELSEWHERE: [&str; 6] = ["別紙", "別添", "別表", "の表", "一覧", "参照"];
    let mut names = recipient.names.given().into_iter().flat_map(Lines::texts);
    names.any(|name| ELSEWHERE.iter().any(|word| name.as_str().contains(word)))
}
