//! Consistent: what two places of the document say of one thing agrees.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::cell::OnceCell;

use indexmap::{IndexMap, IndexSet};

use super::blocks::filled;
use super::{Check, Other, Rule, element, path, shown};
use crate::answer::{Answer, Tick};
use crate::assessment::{Assessment, FileSection};
use crate::band::{Count, DataSubjectsBand, NumericBand};
use crate::catalogue::{FieldPath, Item};
use crate::choice::{AcquisitionMethod, Connection, EntrustmentState, LinkageState, ProvisionMethod};
use crate::provision::{Channel, Recipient};
use crate::system::InformationSystem;
use crate::text::{Lines, Text};
use crate::threshold::Tally;
use crate::width::{NameKey, fold, same_name};

impl<'a> Check<'a> {
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

    /// Printed numbers, and connections that only one side states.
    fn systems(&mut self) {
        let systems = self.assessment.information_systems();
        self.numbers_twice(Item::SystemName, systems.iter().map(|system| system.number), |place| {
            element("systems", place).field("number")
        });
        let mut named: IndexMap<NameKey, usize> = IndexMap::new();
        for (place, system) in systems.iter().enumerate() {
            for name in names_of(system) {
                named.entry(key_of(name)).or_insert(place);
            }
        }
        let connected = |place: usize| systems.get(place).and_then(|system| system.connections_other.given());
        let listed = |name: &Text| {
            // 「国保システム等」 is the 国保システム and others.
            let short = name.as_str().strip_suffix('等').and_then(|short| Text::new(short).ok());
            named.get(&key_of(name)).or_else(|| named.get(&key_of(&short?))).copied()
        };
        // A system that the form prints as a box need not be the body's own.
        let is_box = |name: &Text| Connection::ALL.iter().any(|one| same_name(one.label(), name.as_str()));
        let others = |place: usize| connected(place).into_iter().flat_map(Lines::texts);
        // Which system names which.
        let named_by: IndexSet<(usize, usize)> = (0..systems.len())
            .flat_map(|place| others(place).filter_map(listed).map(move |other| (place, other)))
            .collect();
        let mut found = Vec::new();
        for (place, system) in systems.iter().enumerate() {
            // Asked for only where a name is missing on the other side.
            let boxes = OnceCell::new();
            for name in others(place) {
                match listed(name) {
                    None if names_no_system(name.as_str()) || is_box(name) => {}
                    None => found.push((Rule::SystemNotListed, place, name.to_string(), None)),
                    Some(other) if other != place => {
                        let is_boxed = |other: &InformationSystem| {
                            boxes.get_or_init(|| boxes_of(system)).iter().any(|one| other.connections.has(*one))
                        };
                        if !named_by.contains(&(other, place)) && !systems.get(other).is_some_and(is_boxed) {
                            found.push((Rule::OneSidedConnection, other, shown(&system.name), Some(place)));
                        }
                    }
                    Some(_) => {}
                }
            }
        }
        // An excerpt need not show the other side, nor all systems.
        if self.is_excerpt {
            return;
        }
        for (rule, place, seen, other) in found {
            let at = (Item::SystemConnectionsOther, element("systems", place).field("connections_other"));
            let other: Other =
                other.map(|other| (Item::SystemConnectionsOther, element("systems", other).field("connections_other")));
            self.add(rule, at, seen.clone(), seen, other);
        }
    }

    /// Files by name: those of the affair, of the sections, of the risk sections.
    fn file_names(&mut self) {
        let names =
            |lines: &'a Answer<Lines>| -> Vec<&'a Text> { lines.given().into_iter().flat_map(Lines::texts).collect() };
        let assessment = self.assessment;
        let sections: Vec<Vec<&Text>> = self.sections.iter().map(|section| names(section.names)).collect();
        let risks: Vec<Vec<&Text>> = match assessment {
            Assessment::BasicItem(_) => return,
            Assessment::KeyItem(document) => document.risks.iter().map(|risk| names(&risk.names)).collect(),
            Assessment::AllItem(document) => document.risks.iter().map(|risk| names(&risk.names)).collect(),
        };
        let files = || {
            assessment.files().iter().enumerate().filter_map(|(place, file)| Some((place, file, file.name.given()?)))
        };
        let listed: IndexSet<NameKey> = files().flat_map(|(_, _, name)| file_keys(name.as_str())).collect();
        if listed.is_empty() {
            return;
        }
        for (lists, list, item, not_listed, without) in [
            (sections, "file_sections", Item::SectionFileNames, Rule::SectionFileNotListed, Rule::FileWithoutSection),
            (risks, "risks", Item::RiskFileNames, Rule::RiskFileNotListed, Rule::FileWithoutRisk),
        ] {
            let mut in_lists: IndexSet<NameKey> = IndexSet::new();
            // What points to other names may mean any file.
            let mut points = false;
            let told = lists.iter().enumerate().flat_map(|(place, names)| names.iter().map(move |name| (place, name)));
            for (place, name) in told {
                if listed.contains(&file_key(name.as_str())) {
                    in_lists.extend(file_keys(name.as_str()));
                    continue;
                }
                for name in single_names(name.as_str()) {
                    let key = file_key(name);
                    if listed.contains(&key) {
                        in_lists.insert(key);
                    } else if points_elsewhere(name) {
                        points = true;
                    } else {
                        let at = (item, element(list, place).field("names"));
                        self.add(not_listed, at, name, "", Some((Item::FileNames, path("files"))));
                    }
                }
            }
            if lists.iter().all(Vec::is_empty) || points || self.is_excerpt {
                continue;
            }
            // A file that is no longer held is not told of any more.
            let held = files().filter(|(_, file, _)| file.until.given().is_none());
            let is_told = |name: &str| {
                in_lists.contains(&file_key(name)) || single_names(name).all(|name| in_lists.contains(&file_key(name)))
            };
            for (place, _, name) in held.filter(|(_, _, name)| !is_told(name.as_str())) {
                let at = (Item::FileNames, element("files", place).field("name"));
                self.add(without, at, name.to_string(), "", None);
            }
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

    fn numbers_twice(
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

fn key_of(name: &Text) -> NameKey {
    NameKey::of(core::iter::once(name.as_str()))
}

/// Of the name of a file, which may stand behind its number.
fn file_key(name: &str) -> NameKey {
    NameKey::of(core::iter::once(unnumbered(name)))
}

/// Of a text that names files: of all of it, and of each.
fn file_keys(names: &str) -> impl Iterator<Item = NameKey> {
    core::iter::once(names).chain(single_names(names)).map(file_key)
}

/// The names in a text that may name several: 「甲ファイル、乙ファイル」.
fn single_names(names: &str) -> impl Iterator<Item = &str> {
    names.split(['、', '，', ',', '\n']).map(str::trim).filter(|name| !name.is_empty())
}

/// A name without a number in front of it: 「（１）国保資格ファイル」, 「①国保資格ファイル」, 「１．国保資格ファイル」.
fn unnumbered(name: &str) -> &str {
    let name = name.trim_start();
    if let Some(name) = name.strip_prefix(|c| matches!(c, '①'..='⑳')) {
        return name;
    }
    // 「2号被保険者ファイル」 begins with no number of its own.
    let rest = name.trim_start_matches(|c| fold(c).is_ascii_digit());
    if rest.len() < name.len()
        && let Some(rest) = rest.strip_prefix(|c| matches!(fold(c), '.' | ')' | ' '))
    {
        return rest;
    }
    let number = name.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    match number {
        Some((number, rest)) if number.chars().all(|c| fold(c).is_ascii_digit()) => rest,
        Some(_) | None => name,
    }
}

/// 「Ⅱ１．と同じ」, 「上記ファイル」, 「（１）～（３）」: no name, but others are meant by it.
fn points_elsewhere(name: &str) -> bool {
    const BEGINS: [&str; 16] = [
        "Ⅰ",
        "Ⅱ",
        "Ⅲ",
        "上記",
        "前記",
        "同上",
        "〃",
        "全て",
        "すべて",
        "全ファイル",
        "各ファイル",
        "～",
        "〜",
        "から",
        "、",
        "及び",
    ];
    const ENDS: [&str; 5] = ["同じ", "同様", "とおり", "通り", "参照"];
    let name = unnumbered(name).trim_start_matches(|c: char| c.is_whitespace() || matches!(fold(c), '(' | '「' | '※'));
    let end = name.trim_end_matches(|c: char| c.is_whitespace() || matches!(fold(c), ')' | '」' | '。'));
    end.is_empty() || BEGINS.iter().any(|begin| name.starts_with(begin)) || ENDS.iter().any(|word| end.ends_with(word))
}

/// The name of a system and its others.
fn names_of(system: &InformationSystem) -> impl Iterator<Item = &Text> {
    system.name.given().into_iter().chain(system.aliases.given().into_iter().flat_map(Lines::texts))
}

/// The boxes of the form by which another system names this one: the 団体内統合宛名システム is one of the 宛名システム等.
fn boxes_of(system: &InformationSystem) -> Vec<Connection> {
    let is_of = |one: &Connection| {
        let words: &[&str] = match one {
            Connection::InformationProvidingNetworkSystem => &["情報提供ネットワークシステム"],
            Connection::IntraOfficeLinkage => &["庁内連携", "府内連携"],
            Connection::ResidentRegisterNetwork => &["住民基本台帳ネットワーク"],
            Connection::ResidentRegister => &["住民基本台帳システム", "住民記録"],
            Connection::Addressee => &["宛名"],
            Connection::Tax => &["税務"],
            Connection::Other => &[],
        };
        names_of(system).any(|name| words.iter().any(|word| name.as_str().contains(word)))
    };
    Connection::ALL.iter().copied().filter(is_of).collect()
}

/// 「他業務システム」, 「各業務システム」, 「既存業務システム」: no system by name.
fn names_no_system(name: &str) -> bool {
    ["他", "各", "その他", "既存"].iter().any(|word| name.starts_with(word))
}
