//! Basic information: systems, files, bases, departments, and where requests go.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexSet;

use super::pair::{Members, Pair};
use super::rule::AgreeRule;
use crate::assessment::file::FileName;
use crate::assessment::procedure::Requests;
use crate::assessment::{Assessment, Department, Linkage};
use crate::catalogue::{FieldPath, Item};
use crate::change::Reader;
use crate::value::answer::{Answer, Lines};
use crate::value::choice::Extent;
use crate::value::names::{body_key, file_key, name_key, single_names};

fn root() -> FieldPath<Assessment> {
    FieldPath::root()
}

impl Pair<'_> {
    pub(super) fn contents(&mut self) {
        self.systems();
        self.files();
        let (basic, deeper) = (self.basic.document, self.deeper.document);
        let linkage = || root().at(Assessment::linkage);
        let bases = [
            (
                AgreeRule::BasesDiffer,
                root().item_and_path(Assessment::number_use_bases),
                &basic.number_use_bases,
                &deeper.number_use_bases,
            ),
            (
                AgreeRule::LinkageBasesDiffer,
                linkage().item_and_path(Linkage::bases),
                &basic.linkage.bases,
                &deeper.linkage.bases,
            ),
        ];
        for (rule, at, here, there) in bases {
            self.bases(rule, &at, here, there);
        }
        let states = (basic.linkage.state.given(), deeper.linkage.state.given());
        if matches!(states, (Some(here), Some(there)) if here != there) {
            self.answers(AgreeRule::LinkageDiffers, linkage().item_and_path(Linkage::state));
        }
        let department = root().at(Assessment::department);
        let requests = root().at(Assessment::requests);
        let cells = [
            (
                AgreeRule::DepartmentDiffers,
                department.item_and_path(Department::name),
                &basic.department.name,
                &deeper.department.name,
            ),
            (
                AgreeRule::HeadDiffers,
                department.item_and_path(Department::head),
                &basic.department.head,
                &deeper.department.head,
            ),
            (
                AgreeRule::ContactDiffers,
                requests.item_and_path(Requests::request_to),
                &basic.requests.request_to,
                &deeper.requests.request_to,
            ),
            (
                AgreeRule::ContactDiffers,
                requests.item_and_path(Requests::contact_to),
                &basic.requests.contact_to,
                &deeper.requests.contact_to,
            ),
        ];
        for (rule, at, here, there) in cells {
            let keys = here.given().zip(there.given()).map(|(here, there)| (keys(here), keys(there)));
            if keys.is_some_and(|(here, there)| here != there) {
                self.answers(rule, at);
            }
        }
        let others = [basic, deeper].map(|document| {
            let at = root().item_and_path(Assessment::other_bodies);
            others(&document.other_bodies).map(|names| Members::new(at, names))
        });
        if let [Some(here), Some(there)] = others {
            self.differ_in(AgreeRule::OtherBodiesDiffer, here, there);
        }
    }

    /// Every system of the 基礎項目評価書. How finely the papers name systems differs, so the deeper paper may have more.
    fn systems(&mut self) {
        let (basic, deeper) = (self.basic.document, self.deeper.document);
        let mut listed: IndexSet<String> = IndexSet::new();
        for system in &deeper.systems {
            let aliases = system.aliases.given().into_iter().flat_map(Lines::texts);
            for name in system.name.given().into_iter().chain(aliases) {
                listed.insert(name_key(name.as_str()));
                listed.extend(single_names(name.as_str()).map(name_key));
            }
        }
        if listed.is_empty() || deeper.extent != Extent::Whole {
            return;
        }
        let is_listed = |name: &str| listed.contains(&name_key(name));
        let cells = basic.systems.iter().filter_map(|system| system.name.given());
        let lacking = cells.filter(|cell| !is_listed(cell.as_str()));
        let lacking = lacking.flat_map(|cell| single_names(cell.as_str())).filter(|name| !is_listed(name));
        let lacking: Vec<&str> = lacking.collect();
        if lacking.is_empty() {
            return;
        }
        let [here, there] = [basic, deeper].map(|document| {
            let names = document.systems.iter().filter_map(|system| system.name.given());
            let names = names.map(|name| (name_key(name.as_str()), name.to_string()));
            Members::new(root().item_and_path(Assessment::systems), names)
        });
        self.differ(AgreeRule::SystemsDiffer, here.said(lacking.join("、")), there.said("なし".to_string()));
    }

    fn files(&mut self) {
        let [here, there] = [self.basic.document, self.deeper.document].map(|document| {
            // A file that no longer exists under its name may be left out.
            let held = document.files.iter().filter(|file: &&FileName| file.until.given().is_none());
            let names = held.filter_map(|file| file.name.given()).flat_map(|name| single_names(name.as_str()));
            let names = names.map(|name| (file_key(name), name.to_string()));
            let members = Members::new(root().item_and_path(Assessment::files), names);
            (document.extent == Extent::Whole && !members.names.is_empty()).then_some(members)
        });
        if let (Some(here), Some(there)) = (here, there) {
            self.differ_in(AgreeRule::FilesDiffer, here, there);
        }
    }

    /// Compares what two cells cite. Cells without a citation are not compared.
    fn bases(&mut self, rule: AgreeRule, at: &(Item, FieldPath), here: &Answer<Lines>, there: &Answer<Lines>) {
        let (Some(here), Some(there)) = (here.given(), there.given()) else { return };
        // The usual case: both papers have the same text.
        if here == there {
            return;
        }
        let cited = |document, lines: &Lines| {
            let cited = Reader::new(document).citations(lines).into_iter().map(|citation| citation.to_string());
            Members::new(at.clone(), cited.map(|citation| (citation.clone(), citation)))
        };
        let (here, there) = (cited(self.basic.document, here), cited(self.deeper.document, there));
        if !here.names.is_empty() && !there.names.is_empty() {
            self.differ_in(rule, here, there);
        }
    }
}

/// The keys of the lines of a cell, in any order.
fn keys(lines: &Lines) -> Vec<String> {
    let mut keys: Vec<String> = lines.texts().map(|text| name_key(text.as_str())).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The bodies that 他の評価実施機関 names; a mark for nothing names none. `None` if it is not answered.
fn others(cell: &Answer<Lines>) -> Option<Vec<(String, String)>> {
    match cell {
        Answer::Given(lines) => {
            let names = lines.texts().flat_map(|line| single_names(line.as_str()));
            Some(names.map(|name| (body_key(name), name.to_string())).collect())
        }
        Answer::Nothing(_) | Answer::Blank => Some(Vec::new()),
        Answer::Unanswered | Answer::NotKnown => None,
    }
}
