//! The risk sections against what the file sections and 情報連携 say.

use alloc::vec::Vec;

use super::{Check, Rule, element, path, shown};
use crate::answer::{Answer, Tick};
use crate::assessment::{Assessment, FileSection};
use crate::catalogue::{FieldPath, Item};
use crate::choice::{AcquisitionMethod, Connection, EntrustmentState, LinkageState, ProvisionMethod};
use crate::incident::Occurrence;
use crate::provision::Recipient;

/// What a risk section says does not apply, and what it says of incidents.
#[derive(Clone, Copy)]
struct Risk {
    no_entrustment: Tick,
    no_provision: Tick,
    no_acquisition: Tick,
    no_linked_provision: Tick,
    incident: Answer<Occurrence>,
}

/// The risk sections of a document, whichever form it is of.
macro_rules! risks {
    ($document:ident) => {
        $document
            .risks
            .iter()
            .map(|risk| Risk {
                no_entrustment: risk.entrustment.none,
                no_provision: risk.provision.none,
                no_acquisition: risk.linkage.no_acquisition,
                no_linked_provision: risk.linkage.no_provision,
                incident: risk.retention.incident,
            })
            .collect()
    };
}

impl Check<'_> {
    pub(super) fn risks(&mut self) {
        let risks: Vec<Risk> = match self.assessment {
            Assessment::BasicItem(_) => return,
            Assessment::KeyItem(document) => risks!(document),
            Assessment::AllItem(document) => risks!(document),
        };
        self.linkage_connection();
        if self.is_excerpt {
            return;
        }
        let sections = self.sections.clone();
        // One section speaks for all files, or several for some each: only what holds for all of them is compared.
        let is_alone = risks.len() == 1;
        for (place, risk) in risks.into_iter().enumerate() {
            let at = element("risks", place);
            self.opted_out(risk, &at, &sections, is_alone);
            self.linked(risk, &at, &sections, is_alone);
            let year = self.assessment.threshold_items().incident;
            if year == Answer::Given(Occurrence::Occurred) && risk.incident == Answer::Given(Occurrence::NotOccurred) {
                let at = (Item::IncidentInThreeYears, at.field("retention").field("incident"));
                self.add(Rule::IncidentAnswersDiffer, at, shown(&risk.incident), "", None);
            }
        }
    }

    /// 委託しない and 提供・移転しない.
    fn opted_out(&mut self, risk: Risk, at: &FieldPath, sections: &[FileSection<'_>], is_alone: bool) {
        let says = |section: &FileSection<'_>, state| *section.entrustment == Answer::Given(state);
        let entrusted = sections.iter().find(|section| says(section, EntrustmentState::Entrusted));
        let none_entrusted =
            !sections.is_empty() && sections.iter().all(|section| says(section, EntrustmentState::NotEntrusted));
        let found = match (risk.no_entrustment, entrusted) {
            (Tick::Ticked, Some(section)) if is_alone => Some((section.place, EntrustmentState::Entrusted)),
            (Tick::Unticked, None) if none_entrusted => Some((0, EntrustmentState::NotEntrusted)),
            (Tick::Ticked | Tick::Unticked | Tick::NotKnown, _) => None,
        };
        if let Some((section, state)) = found {
            let other = (Item::EntrustmentState, element("file_sections", section).field("entrustment"));
            let at = (Item::NoEntrustment, at.field("entrustment").field("none"));
            self.add(Rule::EntrustmentRisk, at, state.label(), "", Some(other));
        }
        let transferred = sections.iter().find(|section| section.provision.transferred == Tick::Ticked);
        let none_provided =
            !sections.is_empty() && sections.iter().all(|section| section.provision.neither == Tick::Ticked);
        let found = match (risk.no_provision, transferred) {
            (Tick::Ticked, Some(section)) if is_alone => Some((section.place, Item::TransferMade, "transferred")),
            (Tick::Unticked, None) if none_provided => Some((0, Item::NeitherMade, "neither")),
            (Tick::Ticked | Tick::Unticked | Tick::NotKnown, _) => None,
        };
        if let Some((section, item, field)) = found {
            let other = (item, element("file_sections", section).field("provision").field(field));
            let at = (Item::NoProvision, at.field("provision").field("none"));
            self.add(Rule::ProvisionRisk, at, "", "", Some(other));
        }
    }

    /// 接続しない（入手） and 接続しない（提供）.
    fn linked(&mut self, risk: Risk, at: &FieldPath, sections: &[FileSection<'_>], is_alone: bool) {
        let at = at.field("linkage");
        let state = self.assessment.linkage().state;
        let boxes = [risk.no_acquisition, risk.no_linked_provision];
        let contradicts = match state {
            Answer::Given(LinkageState::Implemented) => boxes.iter().all(|tick| *tick == Tick::Ticked),
            Answer::Given(LinkageState::NotImplemented) => boxes.contains(&Tick::Unticked),
            Answer::Given(LinkageState::Undecided)
            | Answer::Unanswered
            | Answer::Blank
            | Answer::NotKnown
            | Answer::Nothing(_) => false,
        };
        if contradicts {
            let other = (Item::LinkageState, path("linkage").field("state"));
            let at = (Item::NoLinkageAcquisition, at.field("no_acquisition"));
            self.add(Rule::LinkageRisk, at, shown(&state), "", Some(other));
        }
        // Where 情報連携 is not implemented, `LinkageMethod` tells it already.
        if state == Answer::Given(LinkageState::NotImplemented) {
            return;
        }
        let network = AcquisitionMethod::InformationProvidingNetworkSystem;
        let acquired = sections.iter().find(|section| section.acquisition.methods().has(network));
        if let (Tick::Ticked, Some(section), true) = (risk.no_acquisition, acquired, is_alone) {
            let other = element("file_sections", section.place).field("acquisition").field("methods");
            let at = (Item::NoLinkageAcquisition, at.field("no_acquisition"));
            self.add(Rule::LinkageRiskMethod, at, "", "", Some((Item::AcquisitionMethods, other)));
        }
        let provided = sections.iter().find_map(|section| {
            let through = |recipient: &Recipient<ProvisionMethod>| {
                recipient.methods.has(ProvisionMethod::InformationProvidingNetworkSystem)
            };
            section.provision.provisions.iter().position(through).map(|place| (section.place, place))
        });
        if let (Tick::Ticked, Some((section, recipient)), true) = (risk.no_linked_provision, provided, is_alone) {
            let other = element("file_sections", section).field("provision").element("provisions", recipient);
            let at = (Item::NoLinkageProvision, at.field("no_provision"));
            self.add(Rule::LinkageRiskMethod, at, "", "", Some((Item::ProvisionMethods, other.field("methods"))));
        }
    }

    fn linkage_connection(&mut self) {
        let systems = self.assessment.information_systems();
        let none = !systems.is_empty()
            && systems
                .iter()
                .all(|system| system.connections.of(Connection::InformationProvidingNetworkSystem) == Tick::Unticked);
        let state = self.assessment.linkage().state;
        if none && state == Answer::Given(LinkageState::Implemented) && !self.is_excerpt {
            let at = (Item::LinkageState, path("linkage").field("state"));
            let other = (Item::SystemConnections, element("systems", 0).field("connections"));
            self.add(Rule::LinkageWithoutConnection, at, shown(&state), "", Some(other));
        }
    }
}
