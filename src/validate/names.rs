//! Names of systems and files: whether those that are used are listed.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::OnceCell;

use indexmap::{IndexMap, IndexSet};

use super::path::PathTo;
use super::{Check, Rule, Spot, root, shown};
use crate::assessment::Assessment;
use crate::assessment::file::{FileName, FileSection};
use crate::assessment::risk::Risk;
use crate::assessment::system::InformationSystem;
use crate::value::answer::{Answer, Lines};
use crate::value::choice::Connection;
use crate::value::names::{file_key, file_keys, name_key, same_name, single_names, unnumbered};
use crate::value::text::Text;
use crate::value::width::fold;

impl<'a> Check<'a> {
    /// Checks printed numbers, and connections that only one side states.
    pub(super) fn systems(&mut self) {
        let systems = self.systems;
        let list = PathTo::DOCUMENT.at(Assessment::systems);
        self.numbers_twice(systems.iter().map(|system| system.number), &list, InformationSystem::number);
        let mut named: IndexMap<String, usize> = IndexMap::new();
        for (place, system) in systems.iter().enumerate() {
            for name in names_of(system) {
                named.entry(name_key(name.as_str())).or_insert(place);
            }
        }
        let connected = |place: usize| systems.get(place).and_then(|system| system.connections_other.given());
        let listed = |name: &Text| {
            // 「国保システム等」 means 国保システム and others.
            let short = name.as_str().strip_suffix('等').and_then(|short| Text::new(short).ok());
            named.get(&name_key(name.as_str())).or_else(|| named.get(&name_key(short?.as_str()))).copied()
        };
        // A system that the form prints as a box may belong to another body.
        let is_box = |name: &Text| Connection::ALL.iter().any(|one| same_name(one.label(), name.as_str()));
        // A cell that lists several systems is split only if each of them is listed.
        let pieces = |cell: &Text| -> Vec<Text> {
            let pieces = || single_names(cell.as_str()).filter_map(|name| Text::new(name).ok());
            let is_list = listed(cell).is_none() && pieces().all(|name| listed(&name).is_some());
            if is_list { pieces().collect() } else { Vec::from([cell.clone()]) }
        };
        let named = |name: Text| {
            let other = listed(&name);
            (name, other)
        };
        let others = |place: usize| connected(place).into_iter().flat_map(Lines::texts).flat_map(pieces).map(named);
        let others: Vec<Vec<(Text, Option<usize>)>> = (0..systems.len()).map(|place| others(place).collect()).collect();
        // Pairs of systems: which one names which.
        let pairs = others.iter().enumerate();
        let named_by: IndexSet<(usize, usize)> = pairs
            .flat_map(|(place, names)| names.iter().filter_map(move |(_, other)| Some((place, (*other)?))))
            .collect();
        let mut found = Vec::new();
        for ((place, system), others) in systems.iter().enumerate().zip(others) {
            // Computed only if the other side does not name the system.
            let boxes = OnceCell::new();
            for (name, other) in others {
                match other {
                    None if names_no_system(name.as_str()) || is_box(&name) => {}
                    None => found.push((Rule::SystemNotListed, place, name.to_string(), None)),
                    Some(other) if other != place => {
                        let is_boxed = |other: &InformationSystem| {
                            boxes.get_or_init(|| boxes_of(system)).iter().any(|one| other.connections.contains(*one))
                        };
                        if !named_by.contains(&(other, place)) && !systems.get(other).is_some_and(is_boxed) {
                            found.push((Rule::OneSidedConnection, other, shown(&system.name), Some(place)));
                        }
                    }
                    Some(_) => {}
                }
            }
        }
        // An excerpt may leave out the other side or some of the systems.
        if self.is_excerpt {
            return;
        }
        for (rule, place, seen, other) in found {
            let at = |index| list.nth(index).spot(InformationSystem::connections_other);
            self.add(rule, at(place), seen.clone(), seen, other.map(at));
        }
    }

    /// Compares the names of files: those of the affair, of the file sections and of the risk sections.
    pub(super) fn file_names(&mut self) {
        let names =
            |lines: &'a Answer<Lines>| -> Vec<&'a Text> { lines.given().into_iter().flat_map(Lines::texts).collect() };
        let assessment = self.assessment;
        let sections: Vec<Vec<&Text>> = self.sections.iter().map(|section| names(&section.names)).collect();
        let risks: Vec<Vec<&Text>> = self.risks.iter().map(|risk| names(&risk.names)).collect();
        let files =
            || assessment.files.iter().enumerate().filter_map(|(place, file)| Some((place, file, file.name.given()?)));
        let listed: IndexSet<String> = files().flat_map(|(_, _, name)| file_keys(name.as_str())).collect();
        if listed.is_empty() {
            return;
        }
        let in_section = |index| root().at(Assessment::file_sections).nth(index).item_and_path(FileSection::names);
        let in_risk = |index| root().at(Assessment::risks).nth(index).item_and_path(Risk::names);
        let both: [(_, &dyn Fn(usize) -> Spot, _, _); 2] = [
            (sections, &in_section, Rule::SectionFileNotListed, Rule::FileWithoutSection),
            (risks, &in_risk, Rule::RiskFileNotListed, Rule::FileWithoutRisk),
        ];
        for (lists, at, not_listed, without) in both {
            let mut in_lists: IndexSet<String> = IndexSet::new();
            // A reference to other names may mean any file.
            let mut points = false;
            let recorded =
                lists.iter().enumerate().flat_map(|(place, names)| names.iter().map(move |name| (place, name)));
            for (place, name) in recorded {
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
                        self.add(not_listed, at(place), name, "", Some(root().item_and_path(Assessment::files)));
                    }
                }
            }
            if lists.iter().all(Vec::is_empty) || points || self.is_excerpt {
                continue;
            }
            // A file that is no longer held needs no section.
            let held = files().filter(|(_, file, _)| file.until.given().is_none());
            let has_section = |name: &str| {
                in_lists.contains(&file_key(name)) || single_names(name).all(|name| in_lists.contains(&file_key(name)))
            };
            for (place, _, name) in held.filter(|(_, _, name)| !has_section(name.as_str())) {
                let at = root().at(Assessment::files).nth(place).item_and_path(FileName::name);
                self.add(without, at, name.to_string(), "", None);
            }
        }
    }
}

/// 「Ⅱ１．と同じ」, 「上記ファイル」, 「（１）～（３）」 are not names but refer to other names.
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

/// The name of a system and its aliases.
fn names_of(system: &InformationSystem) -> impl Iterator<Item = &Text> {
    system.name.given().into_iter().chain(system.aliases.given().into_iter().flat_map(Lines::texts))
}

/// The boxes of the form that other systems tick to name this one: 団体内統合宛名システム is one of the 宛名システム等.
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

/// 「他業務システム」, 「各業務システム」, 「既存業務システム」 do not name a particular system.
fn names_no_system(name: &str) -> bool {
    ["他", "各", "その他", "既存"].iter().any(|word| name.starts_with(word))
}
