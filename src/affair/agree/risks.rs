//! Risks: what 様式2 asks once for the affair, and the other forms in each risk section.

use alloc::string::ToString;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::pair::{At, Pair, Said};
use super::rule::AgreeRule;
use crate::assessment::Assessment;
use crate::assessment::risk::{AffairRisk, EntrustmentRisk, LinkageRisk, ProvisionRisk, Risk};
use crate::catalogue::{FieldPath, Item, row};
use crate::value::answer::{Given, Tick, Value};
use crate::value::choice::Extent;

/// How a risk section answers a box, and where.
type InSection<'a> = (&'a dyn Fn(&Risk) -> Tick, &'a dyn Fn(usize) -> At);

impl Pair<'_> {
    pub(super) fn risks(&mut self) {
        self.opt_outs();
        self.adequacy();
    }

    /// The boxes 委託しない, 提供・移転しない and 接続しない.
    fn opt_outs(&mut self) {
        let affair = FieldPath::root().at(Assessment::risk);
        let of = |index: usize| FieldPath::root().at(Assessment::risks).nth(index);
        let own = &self.basic.document.risk;
        let boxes: [(Tick, At, InSection<'_>); 4] = [
            (
                own.no_entrustment,
                affair.item_and_path(AffairRisk::no_entrustment),
                (&|risk| risk.entrustment.none, &|index| {
                    of(index).at(Risk::entrustment).item_and_path(EntrustmentRisk::none)
                }),
            ),
            (
                own.no_provision,
                affair.item_and_path(AffairRisk::no_provision),
                (&|risk| risk.provision.none, &|index| {
                    of(index).at(Risk::provision).item_and_path(ProvisionRisk::none)
                }),
            ),
            (
                own.no_linkage_acquisition,
                affair.item_and_path(AffairRisk::no_linkage_acquisition),
                (&|risk| risk.linkage.no_acquisition, &|index| {
                    of(index).at(Risk::linkage).item_and_path(LinkageRisk::no_acquisition)
                }),
            ),
            (
                own.no_linkage_provision,
                affair.item_and_path(AffairRisk::no_linkage_provision),
                (&|risk| risk.linkage.no_provision, &|index| {
                    of(index).at(Risk::linkage).item_and_path(LinkageRisk::no_provision)
                }),
            ),
        ];
        let sections = self.deeper.document.risks.as_slice();
        for (own, at, (tick, place)) in boxes {
            if !self.prints(at.0) || self.deeper.document.extent != Extent::Whole {
                continue;
            }
            let ticks = || sections.iter().map(tick);
            let contradicting = match own {
                Tick::Ticked => ticks().position(|tick| tick == Tick::Unticked),
                Tick::Unticked => ticks().all(|tick| tick == Tick::Ticked).then_some(0),
                Tick::NotKnown => None,
            };
            let Some(index) = contradicting.filter(|index| *index < sections.len()) else { continue };
            let done = |tick| if tick == Tick::Ticked { "○" } else { "印なし" };
            let there = sections.get(index).map_or(Tick::NotKnown, tick);
            let here = Said { at: at.clone(), words: done(own).to_string(), lines: None };
            let there = Said { at: place(index), words: done(there).to_string(), lines: None };
            self.differ(AgreeRule::OptOutDiffers, here, there);
        }
    }

    /// Whether both forms print the item.
    fn prints(&self, item: Item) -> bool {
        let is_printed = |document: &Assessment| row(document.kind(), document.form.edition(), item).is_some();
        is_printed(self.basic.document) && is_printed(self.deeper.document)
    }

    /// The choices that 様式2 Ⅳ asks, if all risk sections of the deeper paper give one other answer.
    fn adequacy(&mut self) {
        let mut own: IndexMap<Item, (FieldPath, &'static str)> = IndexMap::new();
        self.basic.document.walk(|field| {
            if let (Value::Given(Given::Chosen { code, .. }), Some(row)) = (field.value, field.row) {
                if row.number.starts_with('Ⅳ') {
                    own.insert(field.item, (field.path.to_owned(), code));
                }
            }
        });
        // For each item the first answer, and whether all others are the same.
        let mut there: IndexMap<Item, (FieldPath, &'static str, bool)> = IndexMap::new();
        self.deeper.document.walk(|field| {
            if field.row.is_none() || !own.contains_key(&field.item) {
                return;
            }
            if let Value::Given(Given::Chosen { code, .. }) = field.value {
                let first = there.entry(field.item).or_insert_with(|| (field.path.to_owned(), code, true));
                first.2 &= first.1 == code;
            }
        });
        let differing: Vec<(At, At)> = own
            .into_iter()
            .filter_map(|(item, (path, code))| {
                let (other, first, is_one) = there.swap_remove(&item)?;
                (is_one && first != code).then_some(((item, path), (item, other)))
            })
            .collect();
        for (here, there) in differing {
            let (here, there) = (self.basic.said(here), self.deeper.said(there));
            self.differ(AgreeRule::AdequacyDiffers, here, there);
        }
    }
}
