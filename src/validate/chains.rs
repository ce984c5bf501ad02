//! Chains: which parties they contain and how deep they are.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexSet;

use super::path::PathTo;
use super::{Check, Rule, root};
use crate::assessment::Assessment;
use crate::assessment::entrustment::{Chain, Entrustment, Link};
use crate::assessment::file::{FileName, FileSection};
use crate::assessment::system::InformationSystem;
use crate::value::answer::{Answer, Lines};
use crate::value::choice::ReEntrustmentState;
use crate::value::error::excerpt;
use crate::value::names::{Names, body_key, cut, same_name};

impl Check<'_> {
    pub(super) fn chains(&mut self) {
        let mut entrusted = false;
        let sections = PathTo::DOCUMENT.at(Assessment::file_sections);
        for (section, FileSection { entrustments, .. }) in self.sections.iter().enumerate() {
            let section = sections.nth(section);
            let list = section.at(FileSection::entrustments);
            let mut has_unnamed = false;
            for (index, entrustment) in entrustments.iter().enumerate() {
                entrusted = true;
                let at = list.nth(index);
                let unnamed = self.chain(entrustment, &at);
                // Once for each section, since what is missing is often missing everywhere.
                if let Some(tier) = unnamed.filter(|_| !has_unnamed) {
                    has_unnamed = true;
                    self.add(Rule::TierUnnamed, at.spot(Entrustment::chain), tier.to_string(), "", None);
                }
            }
        }
        if entrusted && !self.is_excerpt {
            self.operators();
        }
    }

    /// Checks a chain. Returns the first tier with a party that has no name.
    fn chain(&mut self, entrustment: &Entrustment, at: &PathTo<'_, Entrustment>) -> Option<usize> {
        let links = Chain::of(entrustment).links();
        let chain = || at.spot(Entrustment::chain);
        let printed = entrustment.entrustee.given();
        if let Some(printed) = printed {
            let first = links.iter().filter(|link| link.tier == 1 && link.party.is_some());
            let missing = not_printed(printed, first.filter_map(|link| link.name));
            // There may be many names, and the text may be long.
            let expected = missing.first().map(|_| excerpt(&printed.to_string())).unwrap_or_default();
            for name in missing {
                let other = at.spot(Entrustment::entrustee);
                self.add(Rule::ChainAgainstEntrustee, chain(), name, expected.clone(), Some(other));
            }
        }
        let mut unnamed = 0;
        for Link { tier, name, through, party } in &links {
            let Some(name) = name else {
                // If several tiers have a party without a name, the first is reported.
                if party.is_some() && unnamed == 0 {
                    unnamed = *tier;
                }
                continue;
            };
            if through.iter().any(|other| same_name(other, name)) {
                self.add(Rule::PartyTwice, chain(), *name, "", None);
            }
        }
        // An excerpt may leave out the page with the name, and 「同上」 may refer to a name elsewhere.
        let is_elsewhere = match printed {
            None => self.is_excerpt,
            Some(printed) => printed.texts().any(|text| is_same_as_above(text.as_str())),
        };
        if let Answer::Given(state @ ReEntrustmentState::NotReEntrusted) = entrustment.re_entrustment {
            let depth = links.iter().map(|link| link.tier).max().unwrap_or_default();
            if depth > 1 {
                let at = at.spot(Entrustment::re_entrustment);
                self.add(Rule::DeeperThanStated, at, state.label(), depth.to_string(), Some(chain()));
            }
        }
        Some(unnamed).filter(|tier| *tier > 0 && !entrustment.chain.is_empty() && !is_elsewhere)
    }

    /// A body that runs a system or a file also handles it.
    fn operators(&mut self) {
        let (systems, files) = (&self.assessment.systems, &self.assessment.files);
        let has_operator = systems.iter().any(|system| system.operator.given().is_some())
            || files.iter().any(|file| file.operator.given().is_some());
        if !has_operator {
            return;
        }
        let mut parties = IndexSet::new();
        for entrustment in self.sections.iter().flat_map(|section| &section.entrustments) {
            parties.extend(Chain::of(entrustment).links().into_iter().filter_map(|link| link.name).map(body_key));
            let printed = entrustment.entrustee.given();
            parties.extend(printed.into_iter().flat_map(Lines::texts).map(|name| body_key(name.as_str())));
        }
        let mut operators = Vec::new();
        for (index, system) in systems.iter().enumerate() {
            if let Some(operator) = system.operator.given() {
                let at = root().at(Assessment::systems).nth(index).item_and_path(InformationSystem::operator);
                operators.push((at, operator));
            }
        }
        for (index, file) in files.iter().enumerate() {
            if let Some(operator) = file.operator.given() {
                operators.push((root().at(Assessment::files).nth(index).item_and_path(FileName::operator), operator));
            }
        }
        // The printed name of a party may have additions, and so may that of an operator.
        let keys: Vec<String> = operators.iter().map(|(_, operator)| body_key(operator.as_str())).collect();
        let named = Names::of(keys.iter().map(String::as_str)).within(parties.iter().map(String::as_str));
        let parties = Names::of(parties.iter().map(String::as_str));
        let is_known = |key: &str| named.contains(cut(key)) || !parties.within([key]).is_empty();
        let unknown = operators.into_iter().zip(&keys).filter(|(_, key)| !is_known(key));
        let found: Vec<_> = unknown.map(|((at, operator), _)| (at, operator.to_string())).collect();
        for (at, operator) in found {
            self.add(Rule::OperatorInNoChain, at, operator, "", None);
        }
    }
}

/// 「同上」 refers to a party that is named elsewhere.
fn is_same_as_above(printed: &str) -> bool {
    matches!(printed, "同上" | "〃")
}

/// The names that do not occur in the printed 委託先名. 「同上」 may refer to any of them.
fn not_printed<'n>(printed: &Lines, names: impl Iterator<Item = &'n str>) -> IndexSet<&'n str> {
    let names: Vec<&str> = names.collect();
    let is_there = |name: &str| printed.texts().any(|text| text.as_str().contains(name));
    let is_plain = match names.as_slice() {
        [] => true,
        // Most chains begin with the only name that is printed.
        [name] => is_there(name),
        [..] => false,
    };
    if is_plain || printed.texts().any(|text| is_same_as_above(text.as_str())) {
        return IndexSet::new();
    }
    let names: Vec<(&str, String)> = names.into_iter().map(|name| (name, body_key(name))).collect();
    let printed = body_key(&printed.to_string());
    let found = Names::of(names.iter().map(|(_, key)| key.as_str())).within([printed.as_str()]);
    names.iter().filter(|(_, key)| !found.contains(cut(key))).map(|(name, _)| *name).collect()
}
