//! The risk sections, compared with the file sections and 情報連携.

use alloc::string::ToString;

use super::path::PathTo;
use super::{Check, Rule, Spot, root, shown};
use crate::assessment::acquisition::Acquisition;
use crate::assessment::entrustment::{Chain, Entrustment};
use crate::assessment::file::FileSection;
use crate::assessment::provision::{ProvisionSection, Recipient};
use crate::assessment::risk::{
    AffairRisk, EntrustmentRisk, LinkageRisk, OtherRiskMeasures, PriorityMeasure, ProvisionRisk, RetentionRisk, Risk,
};
use crate::assessment::system::InformationSystem;
use crate::assessment::{Assessment, Linkage};
use crate::catalogue::{FieldPath, Handle};
use crate::value::answer::{Answer, Lines, Tick};
use crate::value::choice::{
    AcquisitionMethod, Connection, EntrustmentState, LinkageState, Priority, ProvisionMethod, ReEntrusteeControl,
    ReEntrustmentState,
};
use crate::value::incident::Occurrence;
use crate::value::text::Text;

/// For each statement that a risk section may deny, the first place in the file sections that makes it.
struct Said {
    /// Whether one risk section covers all files. If there are several, each covers some files, and is compared only
    /// with what holds for all files.
    is_alone: bool,
    entrusted: Option<usize>,
    none_entrusted: bool,
    re_entrusted: Option<Spot>,
    provided: Option<Spot>,
    none_provided: bool,
    acquired_through_network: Option<Spot>,
    provided_through_network: Option<Spot>,
}

impl Said {
    fn of(sections: &[FileSection], is_alone: bool) -> Self {
        let every = |test: &dyn Fn(&FileSection) -> bool| !sections.is_empty() && sections.iter().all(test);
        let network = AcquisitionMethod::InformationProvidingNetworkSystem;
        Self {
            is_alone,
            entrusted: sections
                .iter()
                .position(|section| section.entrustment == Answer::Given(EntrustmentState::Entrusted)),
            none_entrusted: every(&|section| section.entrustment == Answer::Given(EntrustmentState::NotEntrusted)),
            re_entrusted: find(sections, re_entrustment),
            provided: find(sections, provision),
            none_provided: every(&|section| section.provision.neither == Tick::Ticked),
            acquired_through_network: find(sections, |section, at| {
                let is_acquired = section.acquisition.methods.contains(network);
                is_acquired.then(|| at.at(FileSection::acquisition).spot(Acquisition::methods))
            }),
            provided_through_network: find(sections, |section, at| {
                recipient(section, at, |one| one.methods.contains(ProvisionMethod::InformationProvidingNetworkSystem))
            }),
        }
    }
}

/// The first match in the sections.
fn find(
    sections: &[FileSection],
    find: impl Fn(&FileSection, &PathTo<'_, FileSection>) -> Option<Spot>,
) -> Option<Spot> {
    let at = PathTo::DOCUMENT.at(Assessment::file_sections);
    sections.iter().enumerate().find_map(|(index, section)| find(section, &at.nth(index)))
}

/// Where a section says that an entrustee re-entrusts, or shows it in the chain.
fn re_entrustment(section: &FileSection, at: &PathTo<'_, FileSection>) -> Option<Spot> {
    let list = at.at(FileSection::entrustments);
    section.entrustments.iter().enumerate().find_map(|(index, entrustment)| {
        let at = list.nth(index);
        if entrustment.re_entrustment == Answer::Given(ReEntrustmentState::ReEntrusted) {
            return Some(at.spot(Entrustment::re_entrustment));
        }
        (Chain::of(entrustment).depth() > 1).then(|| at.spot(Entrustment::chain))
    })
}

/// Where a section reports a transfer, or a provision other than through the network. Ⅲ.5 is about these.
fn provision(section: &FileSection, at: &PathTo<'_, FileSection>) -> Option<Spot> {
    if section.provision.transferred == Tick::Ticked {
        return Some(at.at(FileSection::provision).spot(ProvisionSection::transferred));
    }
    recipient(section, at, is_provided_otherwise)
}

/// The methods of the first 提供先 that passes the test.
fn recipient(
    section: &FileSection,
    at: &PathTo<'_, FileSection>,
    test: impl Fn(&Recipient<ProvisionMethod>) -> bool,
) -> Option<Spot> {
    let index = section.provision.provisions.iter().position(test)?;
    let provision = at.at(FileSection::provision);
    Some(provision.at(ProvisionSection::provisions).nth(index).spot(Recipient::methods))
}

fn is_provided_otherwise(recipient: &Recipient<ProvisionMethod>) -> bool {
    recipient.methods.ticked().any(|method| match method {
        ProvisionMethod::InformationProvidingNetworkSystem => false,
        ProvisionMethod::DedicatedLine
        | ProvisionMethod::Email
        | ProvisionMethod::Media
        | ProvisionMethod::FlashMemory
        | ProvisionMethod::Paper => true,
        ProvisionMethod::Other => !names_network(&recipient.methods_other),
    })
}

/// Whether the text beside その他 names the network, or 中間サーバー, which connects to it.
fn names_network(other: &Answer<Lines>) -> bool {
    let mut names = other.given().into_iter().flat_map(Lines::texts);
    names.any(|name| ["中間サーバ", "情報提供ネットワーク"].iter().any(|network| name.as_str().contains(network)))
}

impl Check<'_> {
    pub(super) fn risks(&mut self) {
        self.linkage_connection();
        self.restated();
        if self.is_excerpt {
            return;
        }
        let said = Said::of(self.sections, self.risks.len() == 1);
        for (index, risk) in self.risks.iter().enumerate() {
            let at = root().at(Assessment::risks).nth(index);
            self.opted_out(risk, &at, &said);
            self.linked(&risk.linkage, &at.at(Risk::linkage), &said);
            let year = self.assessment.threshold.incident;
            let incident = risk.retention.incident;
            if year == Answer::Given(Occurrence::Occurred) && incident == Answer::Given(Occurrence::NotOccurred) {
                let at = at.at(Risk::retention).item_and_path(RetentionRisk::incident);
                self.add(Rule::IncidentAnswersDiffer, at, shown(&incident), "", None);
            }
        }
    }

    /// 当該対策は十分か【再掲】.
    fn restated(&mut self) {
        let Assessment { risk, other_risk, .. } = self.assessment;
        let (Some(measure), Some(seen)) = (risk.priority.measure.given(), risk.priority.adequacy.given()) else {
            return;
        };
        let Some(expected) = risk.restated(*measure, other_risk.training).filter(|expected| expected != seen) else {
            return;
        };
        let at = root().at(Assessment::risk);
        let other = match measure {
            Priority::Acquisition => at.item_and_path(AffairRisk::acquisition),
            Priority::Linking => at.item_and_path(AffairRisk::linking),
            Priority::UnauthorizedUse => at.item_and_path(AffairRisk::unauthorized),
            Priority::Entrustment => at.item_and_path(AffairRisk::entrustment),
            Priority::Provision => at.item_and_path(AffairRisk::provision),
            Priority::LinkageAcquisition => at.item_and_path(AffairRisk::linkage_acquisition),
            Priority::LinkageProvision => at.item_and_path(AffairRisk::linkage_provision),
            Priority::Leakage => at.item_and_path(AffairRisk::leakage),
            Priority::Training => root().at(Assessment::other_risk).item_and_path(OtherRiskMeasures::training),
        };
        let at = root().at(Assessment::risk).at(AffairRisk::priority).item_and_path(PriorityMeasure::adequacy);
        self.add(Rule::RestatedAdequacy, at, seen.label(), expected.label(), Some(other));
    }

    /// 委託しない, 再委託していない and 提供・移転しない.
    fn opted_out(&mut self, risk: &Risk, at: &FieldPath<Risk>, said: &Said) {
        let found = match (risk.entrustment.none, said.entrusted) {
            (Tick::Ticked, Some(section)) if said.is_alone => Some((section, EntrustmentState::Entrusted)),
            (Tick::Unticked, None) if said.none_entrusted => Some((0, EntrustmentState::NotEntrusted)),
            (Tick::Ticked | Tick::Unticked | Tick::NotKnown, _) => None,
        };
        let entrustment = at.at(Risk::entrustment);
        if let Some((section, state)) = found {
            let other = FieldPath::section(section).item_and_path(FileSection::entrustment);
            let at = entrustment.item_and_path(EntrustmentRisk::none);
            self.add(Rule::EntrustmentRisk, at, state.label(), "", Some(other));
        }
        if let (Answer::Given(control @ ReEntrusteeControl::NotReEntrusted), Some(other), true) =
            (risk.entrustment.re_entrustee, &said.re_entrusted, said.is_alone)
        {
            let at = entrustment.item_and_path(EntrustmentRisk::re_entrustee);
            self.add(Rule::ReEntrustmentRisk, at, control.label(), "", Some(other.clone()));
        }
        let found = match (risk.provision.none, &said.provided) {
            (Tick::Ticked, Some(other)) if said.is_alone => Some(other.clone()),
            (Tick::Unticked, None) if said.none_provided => {
                Some(FieldPath::section(0).at(FileSection::provision).item_and_path(ProvisionSection::neither))
            }
            (Tick::Ticked | Tick::Unticked | Tick::NotKnown, _) => None,
        };
        if let Some(other) = found {
            let at = at.at(Risk::provision).item_and_path(ProvisionRisk::none);
            self.add(Rule::ProvisionRisk, at, "", "", Some(other));
        }
    }

    /// 接続しない（入手） and 接続しない（提供）.
    fn linked(&mut self, risk: &LinkageRisk, at: &FieldPath<LinkageRisk>, said: &Said) {
        let state = self.assessment.linkage.state;
        let boxes = [risk.no_acquisition, risk.no_provision];
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
            let other = root().at(Assessment::linkage).item_and_path(Linkage::state);
            self.add(Rule::LinkageRisk, at.item_and_path(LinkageRisk::no_acquisition), shown(&state), "", Some(other));
        } else if state == Answer::Given(LinkageState::Implemented) && said.is_alone {
            self.one_way(risk, at);
        }
        // If 情報連携 is not implemented, `LinkageMethod` reports it already.
        if state == Answer::Given(LinkageState::NotImplemented) || !said.is_alone {
            return;
        }
        for (tick, field, used) in [
            (risk.no_acquisition, LinkageRisk::no_acquisition, &said.acquired_through_network),
            (risk.no_provision, LinkageRisk::no_provision, &said.provided_through_network),
        ] {
            if let (Tick::Ticked, Some(other)) = (tick, used) {
                self.add(Rule::LinkageRiskMethod, at.item_and_path(field), "", "", Some(other.clone()));
            }
        }
    }

    /// Checks 情報連携 in one direction only: 「情報提供の根拠：なし（情報提供は行わない）」.
    fn one_way(&mut self, risk: &LinkageRisk, at: &FieldPath<LinkageRisk>) {
        let linkage = &self.assessment.linkage;
        let boxes: [(Tick, Handle<LinkageRisk, Tick>, &str); 2] = [
            (risk.no_acquisition, LinkageRisk::no_acquisition, "情報照会"),
            (risk.no_provision, LinkageRisk::no_provision, "情報提供"),
        ];
        for (tick, field, what) in boxes {
            let denies = |(under, text): &(Option<&Text>, &Answer<Text>)| match text {
                Answer::Nothing(_) => under.is_some_and(|under| under.as_str().contains(what)),
                Answer::Given(text) => text.as_str().split_once(what).is_some_and(|(_, rest)| {
                    ["は行わない", "は行っていない", "は実施しない"].iter().any(|not| rest.starts_with(not))
                }),
                Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
            };
            let denial = linkage.bases.given().and_then(|lines| lines.iter().find(denies));
            if let (Tick::Unticked, Some((_, text))) = (tick, denial) {
                let other = root().at(Assessment::linkage).item_and_path(Linkage::bases);
                let seen = text.value().to_string();
                self.add(Rule::LinkageRisk, at.item_and_path(field), seen, "", Some(other));
            }
        }
    }

    fn linkage_connection(&mut self) {
        let network = Connection::InformationProvidingNetworkSystem;
        // A system with nothing but a name says nothing about connections.
        let is_described = |system: &InformationSystem| {
            system.functions.is_answered() || system.connections.overall() != Tick::Unticked
        };
        let none = self.systems.iter().any(is_described)
            && self.systems.iter().all(|system| {
                system.connections.state(network) == Tick::Unticked && !names_network(&system.connections_other)
            });
        let state = self.assessment.linkage.state;
        if none && state == Answer::Given(LinkageState::Implemented) && !self.is_excerpt {
            let at = root().at(Assessment::linkage).item_and_path(Linkage::state);
            let other = root().at(Assessment::systems).nth(0).item_and_path(InformationSystem::connections);
            self.add(Rule::LinkageWithoutConnection, at, shown(&state), "", Some(other));
        }
    }
}
