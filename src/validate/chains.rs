//! Chains: who stands in them, and how deep they are.

use alloc::string::{String, ToString};

use indexmap::IndexSet;

use super::{Check, Rule, element, shown};
use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Item};
use crate::choice::ReEntrustmentState;
use crate::entrustment::{Chain, Entrustment, Link, Parties};
use crate::width::name_key;

impl Check<'_> {
    pub(super) fn chains(&mut self) {
        let mut parties = IndexSet::new();
        let mut entrusted = false;
        for section in self.sections.clone() {
            let at = section.path();
            for (place, entrustment) in section.entrustments().into_iter().enumerate() {
                entrusted = true;
                self.chain(entrustment, &at.element("entrustments", place), &mut parties);
            }
        }
        if entrusted && !self.is_excerpt {
            self.operators(&parties);
        }
    }

    fn chain(&mut self, entrustment: &dyn Entrustment, at: &FieldPath, parties: &mut IndexSet<String>) {
        let links = Chain::of(entrustment).links();
        let chain = || (Item::Entrustee, at.field("chain"));
        let printed = entrustment.entrustee().given().map(|lines| name_key(&lines.to_string()));
        let mut unnamed = 0;
        for Link { tier, name, through, party } in &links {
            let Some(name) = name else {
                // Of several unnamed tiers the first is told.
                if party.is_some() && unnamed == 0 {
                    unnamed = *tier;
                }
                continue;
            };
            if through.iter().any(|other| name_key(other) == name_key(name)) {
                self.add(Rule::PartyTwice, chain(), *name, "", None);
            }
            if let (1, Some(_), Some(printed)) = (tier, party, &printed)
                && !printed.contains(&name_key(name))
                && !is_same_as_above(printed)
            {
                let other = (Item::Entrustee, at.field("entrustee"));
                self.add(Rule::ChainAgainstEntrustee, chain(), *name, shown(entrustment.entrustee()), Some(other));
            }
            parties.insert(name_key(name));
        }
        let Parties(told) = entrustment.chain();
        if unnamed > 0 && !told.is_empty() {
            self.add(Rule::TierUnnamed, chain(), unnamed.to_string(), "", None);
        }
        if let Answer::Given(state @ ReEntrustmentState::NotReEntrusted) = entrustment.re_entrustment() {
            let depth = links.iter().map(|link| link.tier).max().unwrap_or_default();
            if depth > 1 {
                let at = (Item::ReEntrustmentState, at.field("re_entrustment"));
                self.add(Rule::DeeperThanStated, at, state.label(), depth.to_string(), Some(chain()));
            }
        }
        if let Some(lines) = entrustment.entrustee().given() {
            parties.extend(lines.texts().map(|name| name_key(name.as_str())));
        }
    }

    /// Whoever runs a system or a file handles it.
    fn operators(&mut self, parties: &IndexSet<String>) {
        let is_known = |operator: &str| {
            let key = name_key(operator);
            parties.iter().any(|party| party.contains(&key) || key.contains(party))
        };
        let mut found = alloc::vec::Vec::new();
        for (place, system) in self.assessment.systems().iter().enumerate() {
            if let Some(operator) = system.operator().given().filter(|operator| !is_known(operator.as_str())) {
                found.push(((Item::SystemName, element("systems", place).field("operator")), operator.to_string()));
            }
        }
        for (place, file) in self.assessment.files().iter().enumerate() {
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

/// 「同上」 names nobody.
fn is_same_as_above(printed: &str) -> bool {
    matches!(printed, "同上" | "〃")
}
