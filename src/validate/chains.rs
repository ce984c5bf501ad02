//! Chains: who stands in them, and how deep they are.

use alloc::string::ToString;

use indexmap::IndexSet;

use super::{Check, Rule, element, shown};
use crate::answer::Answer;
use crate::assessment::{Assessment, FileSection};
use crate::catalogue::{FieldPath, Item};
use crate::choice::ReEntrustmentState;
use crate::entrustment::{Chain, Entrustment, Link, Parties};
use crate::text::Lines;
use crate::width::{name_key, same_name};

impl Check<'_> {
    pub(super) fn chains(&mut self) {
        let mut entrusted = false;
        for section in self.sections.clone() {
            for (place, entrustment) in section.entrustments().into_iter().enumerate() {
                entrusted = true;
                self.chain(entrustment, &|| section.path().element("entrustments", place));
            }
        }
        if entrusted && !self.is_excerpt {
            self.operators();
        }
    }

    fn chain(&mut self, entrustment: &dyn Entrustment, at: &dyn Fn() -> FieldPath) {
        let links = Chain::of(entrustment).links();
        let chain = || (Item::Entrustee, at().field("chain"));
        let printed = entrustment.entrustee().given();
        let mut unnamed = 0;
        for Link { tier, name, through, party } in &links {
            let Some(name) = name else {
                // Of several unnamed tiers the first is told.
                if party.is_some() && unnamed == 0 {
                    unnamed = *tier;
                }
                continue;
            };
            if through.iter().any(|other| same_name(other, name)) {
                self.add(Rule::PartyTwice, chain(), *name, "", None);
            }
            if let (1, Some(_), Some(printed)) = (tier, party, printed)
                && !names(printed, name)
            {
                let other = (Item::Entrustee, at().field("entrustee"));
                self.add(Rule::ChainAgainstEntrustee, chain(), *name, shown(entrustment.entrustee()), Some(other));
            }
        }
        let Parties(told) = entrustment.chain();
        // The name may stand where an excerpt does not show it, or 「同上」 points to.
        let is_elsewhere = match printed {
            None => self.is_excerpt,
            Some(printed) => printed.texts().any(|text| is_same_as_above(text.as_str())),
        };
        if unnamed > 0 && !told.is_empty() && !is_elsewhere {
            self.add(Rule::TierUnnamed, chain(), unnamed.to_string(), "", None);
        }
        if let Answer::Given(state @ ReEntrustmentState::NotReEntrusted) = entrustment.re_entrustment() {
            let depth = links.iter().map(|link| link.tier).max().unwrap_or_default();
            if depth > 1 {
                let at = (Item::ReEntrustmentState, at().field("re_entrustment"));
                self.add(Rule::DeeperThanStated, at, state.label(), depth.to_string(), Some(chain()));
            }
        }
    }

    /// Whoever runs a system or a file handles it.
    fn operators(&mut self) {
        let systems = self.assessment.systems();
        let files = self.assessment.files();
        let has_operator = systems.iter().any(|system| system.operator().given().is_some())
            || files.iter().any(|file| file.operator.given().is_some());
        if !has_operator {
            return;
        }
        let mut parties = IndexSet::new();
        for entrustment in self.sections.iter().flat_map(FileSection::entrustments) {
            parties.extend(Chain::of(entrustment).links().into_iter().filter_map(|link| link.name).map(name_key));
            let printed = entrustment.entrustee().given();
            parties.extend(printed.into_iter().flat_map(Lines::texts).map(|name| name_key(name.as_str())));
        }
        let is_known = |operator: &str| {
            let key = name_key(operator);
            parties.iter().any(|party| party.contains(&key) || key.contains(party))
        };
        let mut found = alloc::vec::Vec::new();
        for (place, system) in systems.iter().enumerate() {
            if let Some(operator) = system.operator().given().filter(|operator| !is_known(operator.as_str())) {
                found.push(((Item::SystemName, element("systems", place).field("operator")), operator.to_string()));
            }
        }
        for (place, file) in files.iter().enumerate() {
            if let Some(operator) = file.operator.given().filter(|operator| !is_known(operator.as_str())) {
                found.push(((Item::FileNames, element("files", place).field("operator")), operator.to_string()));
            }
        }
        match self.assessment {
            // 様式2 prints no entrustments.
            Assessment::BasicItem(_) => {}
            Assessment::KeyItem(_) | Assessment::AllItem(_) => {
                for (at, operator) in found {
                    self.add(Rule::OperatorInNoChain, at, operator, "", None);
                }
            }
        }
    }
}

/// 「同上」 names someone who is named elsewhere.
fn is_same_as_above(printed: &str) -> bool {
    matches!(printed, "同上" | "〃")
}

/// Whether what is printed as 委託先名 names this party. 「同上」 may name anyone.
fn names(printed: &Lines, name: &str) -> bool {
    if printed.texts().any(|text| text.as_str().contains(name) || is_same_as_above(text.as_str())) {
        return true;
    }
    name_key(&printed.to_string()).contains(&name_key(name))
}
