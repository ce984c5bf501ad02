//! The risk sections against what the file sections and 情報連携 say.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{Check, Rule, element, path, shown};
use crate::answer::{Answer, Entry, Tick};
use crate::assessment::{Assessment, FileSection};
use crate::catalogue::{FieldPath, Item};
use crate::choice::{
    AcquisitionMethod, Connection, EntrustmentState, LinkageState, ProvisionMethod, ReEntrusteeControl,
    ReEntrustmentState,
};
use crate::entrustment::Chain;
use crate::incident::Occurrence;
use crate::provision::Recipient;
use crate::text::{LineRef, Lines};

/// What a risk section says does not apply, and what it says of incidents.
#[derive(Clone, Copy)]
struct Risk {
    no_entrustment: Tick,
    re_entrustee: Answer<ReEntrusteeControl>,
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
                re_entrustee: risk.entrustment.re_entrustee,
                no_provision: risk.provision.none,
                no_acquisition: risk.linkage.no_acquisition,
                no_linked_provision: risk.linkage.no_provision,
                incident: risk.retention.incident,
            })
            .collect()
    };
}

/// What the file sections say of what the risk sections rule out: the first of them that says so.
struct Said {
    /// One risk section speaks for all files, or several for some each: only what holds for all files is held against them.
    is_alone: bool,
    entrusted: Option<usize>,
    none_entrusted: bool,
    re_entrusted: Option<(Item, FieldPath)>,
    provided: Option<(Item, FieldPath)>,
    none_provided: bool,
    acquired_through_network: Option<FieldPath>,
    provided_through_network: Option<FieldPath>,
}

impl Said {
    fn of(sections: &[FileSection<'_>], is_alone: bool) -> Self {
        let is = |section: &FileSection<'_>, state| *section.entrustment == Answer::Given(state);
        let every = |test: &dyn Fn(&FileSection<'_>) -> bool| !sections.is_empty() && sections.iter().all(test);
        let first = |test: &dyn Fn(&FileSection<'_>) -> bool| sections.iter().find(|section| test(section));
        let network = AcquisitionMethod::InformationProvidingNetworkSystem;
        Self {
            is_alone,
            entrusted: first(&|section| is(section, EntrustmentState::Entrusted)).map(|section| section.place),
            none_entrusted: every(&|section| is(section, EntrustmentState::NotEntrusted)),
            re_entrusted: sections.iter().find_map(re_entrustment),
            provided: sections.iter().find_map(provision),
            none_provided: every(&|section| section.provision.neither == Tick::Ticked),
            acquired_through_network: first(&|section| section.acquisition.methods().has(network))
                .map(|section| section.path().field("acquisition").field("methods")),
            provided_through_network: sections.iter().find_map(|section| {
                recipient(section, |one| one.methods.has(ProvisionMethod::InformationProvidingNetworkSystem))
            }),
        }
    }
}

/// Where a section says that somebody stands behind an entrustee, or its chain shows it.
fn re_entrustment(section: &FileSection<'_>) -> Option<(Item, FieldPath)> {
    section.entrustments().into_iter().enumerate().find_map(|(place, entrustment)| {
        let at = |field| section.path().element("entrustments", place).field(field);
        if *entrustment.re_entrustment() == Answer::Given(ReEntrustmentState::ReEntrusted) {
            return Some((Item::ReEntrustmentState, at("re_entrustment")));
        }
        (Chain::of(entrustment).depth() > 1).then(|| (Item::Entrustee, at("chain")))
    })
}

/// Where a section says of a transfer, or of a provision by another way than the network: that is what Ⅲ.5 is about.
fn provision(section: &FileSection<'_>) -> Option<(Item, FieldPath)> {
    if section.provision.transferred == Tick::Ticked {
        return Some((Item::TransferMade, section.path().field("provision").field("transferred")));
    }
    recipient(section, is_provided_otherwise).map(|methods| (Item::ProvisionMethods, methods))
}

/// The methods of the first 提供先 of which this is so.
fn recipient(section: &FileSection<'_>, test: impl Fn(&Recipient<ProvisionMethod>) -> bool) -> Option<FieldPath> {
    let place = section.provision.provisions.iter().position(test)?;
    Some(section.path().field("provision").element("provisions", place).field("methods"))
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

/// Whether what stands beside その他 is the network, or 中間サーバー, the way into it.
fn names_network(other: &Answer<Lines>) -> bool {
    let mut names = other.given().into_iter().flat_map(Lines::texts);
    names.any(|name| ["中間サーバ", "情報提供ネットワーク"].iter().any(|network| name.as_str().contains(network)))
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
        let said = Said::of(&self.sections, risks.len() == 1);
        for (place, risk) in risks.into_iter().enumerate() {
            let at = element("risks", place);
            self.opted_out(risk, &at, &said);
            self.linked(risk, &at, &said);
            let year = self.assessment.threshold_items().incident;
            if year == Answer::Given(Occurrence::Occurred) && risk.incident == Answer::Given(Occurrence::NotOccurred) {
                let at = (Item::IncidentInThreeYears, at.field("retention").field("incident"));
                self.add(Rule::IncidentAnswersDiffer, at, shown(&risk.incident), "", None);
            }
        }
    }

    /// 委託しない, 再委託していない and 提供・移転しない.
    fn opted_out(&mut self, risk: Risk, at: &FieldPath, said: &Said) {
        let found = match (risk.no_entrustment, said.entrusted) {
            (Tick::Ticked, Some(section)) if said.is_alone => Some((section, EntrustmentState::Entrusted)),
            (Tick::Unticked, None) if said.none_entrusted => Some((0, EntrustmentState::NotEntrusted)),
            (Tick::Ticked | Tick::Unticked | Tick::NotKnown, _) => None,
        };
        if let Some((section, state)) = found {
            let other = (Item::EntrustmentState, element("file_sections", section).field("entrustment"));
            let at = (Item::NoEntrustment, at.field("entrustment").field("none"));
            self.add(Rule::EntrustmentRisk, at, state.label(), "", Some(other));
        }
        if let (Answer::Given(control @ ReEntrusteeControl::NotReEntrusted), Some(other), true) =
            (risk.re_entrustee, &said.re_entrusted, said.is_alone)
        {
            let at = (Item::ReEntrusteeState, at.field("entrustment").field("re_entrustee"));
            self.add(Rule::ReEntrustmentRisk, at, control.label(), "", Some(other.clone()));
        }
        let found = match (risk.no_provision, &said.provided) {
            (Tick::Ticked, Some(other)) if said.is_alone => Some(other.clone()),
            (Tick::Unticked, None) if said.none_provided => {
                Some((Item::NeitherMade, element("file_sections", 0).field("provision").field("neither")))
            }
            (Tick::Ticked | Tick::Unticked | Tick::NotKnown, _) => None,
        };
        if let Some(other) = found {
            let at = (Item::NoProvision, at.field("provision").field("none"));
            self.add(Rule::ProvisionRisk, at, "", "", Some(other));
        }
    }

    /// 接続しない（入手） and 接続しない（提供）.
    fn linked(&mut self, risk: Risk, at: &FieldPath, said: &Said) {
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
        } else if state == Answer::Given(LinkageState::Implemented) && said.is_alone {
            self.one_way(risk, &at);
        }
        // Where 情報連携 is not implemented, `LinkageMethod` tells it already.
        if state == Answer::Given(LinkageState::NotImplemented) || !said.is_alone {
            return;
        }
        if let (Tick::Ticked, Some(other)) = (risk.no_acquisition, &said.acquired_through_network) {
            let at = (Item::NoLinkageAcquisition, at.field("no_acquisition"));
            self.add(Rule::LinkageRiskMethod, at, "", "", Some((Item::AcquisitionMethods, other.clone())));
        }
        if let (Tick::Ticked, Some(other)) = (risk.no_linked_provision, &said.provided_through_network) {
            let at = (Item::NoLinkageProvision, at.field("no_provision"));
            self.add(Rule::LinkageRiskMethod, at, "", "", Some((Item::ProvisionMethods, other.clone())));
        }
    }

    /// 情報連携 in one direction alone: 「情報提供の根拠：なし（情報提供は行わない）」.
    fn one_way(&mut self, risk: Risk, at: &FieldPath) {
        let linkage = self.assessment.linkage();
        for (tick, item, field, what) in [
            (risk.no_acquisition, Item::NoLinkageAcquisition, "no_acquisition", "情報照会"),
            (risk.no_linked_provision, Item::NoLinkageProvision, "no_provision", "情報提供"),
        ] {
            let denies = |line: &LineRef<'_>| match line.text {
                Answer::Nothing(_) => line.under.is_some_and(|under| under.as_str().contains(what)),
                Answer::Given(text) => text.as_str().split_once(what).is_some_and(|(_, rest)| {
                    ["は行わない", "は行っていない", "は実施しない"].iter().any(|not| rest.starts_with(not))
                }),
                Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
            };
            let denial = linkage.bases.given().and_then(|lines| lines.iter().find(denies));
            if let (Tick::Unticked, Some(line)) = (tick, denial) {
                let other = (Item::LinkageBases, path("linkage").field("bases"));
                let seen = line.text.value().to_string();
                self.add(Rule::LinkageRisk, (item, at.field(field)), seen, "", Some(other));
            }
        }
    }

    fn linkage_connection(&mut self) {
        let systems = self.assessment.information_systems();
        let none = !systems.is_empty()
            && systems.iter().all(|system| {
                system.connections.of(Connection::InformationProvidingNetworkSystem) == Tick::Unticked
                    && !names_network(&system.connections_other)
            });
        let state = self.assessment.linkage().state;
        if none && state == Answer::Given(LinkageState::Implemented) && !self.is_excerpt {
            let at = (Item::LinkageState, path("linkage").field("state"));
            let other = (Item::SystemConnections, element("systems", 0).field("connections"));
            self.add(Rule::LinkageWithoutConnection, at, shown(&state), "", Some(other));
        }
    }
}
