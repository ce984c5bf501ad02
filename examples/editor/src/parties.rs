//! The chain of parties of an entrustment, which no form prints as cells.

use mynumber_pia::Assessment;
use mynumber_pia::assessment::{Entrustment, FileSection, Parties, Party};
use mynumber_pia::catalogue::{FieldPath, Handle, PathStep};
use serde::Serialize;

use crate::fault::Fault;

#[derive(Serialize)]
pub(crate) struct Chain {
    /// The list to which a party of the first tier is added.
    list: FieldPath,
    parties: Vec<OneParty>,
}

#[derive(Serialize)]
struct OneParty {
    path: FieldPath,
    tier: usize,
    /// The list to which a re-entrustee of the party is added.
    list: FieldPath,
    name: Cell,
    matter: Cell,
    handlers: Cell,
}

#[derive(Serialize)]
struct Cell {
    path: FieldPath,
    text: String,
}

/// The parties of the entrustment at this path, each before its re-entrustees.
pub(crate) fn parties(document: &Assessment, path: &FieldPath) -> Result<Chain, Fault> {
    let not_one = || {
        Fault::request(
            format!("{path} は委託事項でない（file_sections[0].entrustments[0] など）"),
            format!("{path} is not an entrustment, such as file_sections[0].entrustments[0]"),
        )
    };
    let [_, PathStep::Index(section), _, PathStep::Index(index)] = path.steps() else { return Err(not_one()) };
    let own = FieldPath::root().at(Assessment::file_sections).nth(*section).at(FileSection::entrustments).nth(*index);
    let found = document.file_sections.get(*section).and_then(|section| section.entrustments.get(*index));
    let (Some(found), true) = (found, own.clone().untyped() == *path) else { return Err(not_one()) };
    let list = own.at(Entrustment::chain);
    let mut parties = Vec::new();
    collect(&list, &found.chain, 1, &mut parties);
    Ok(Chain { list: list.untyped(), parties })
}

fn cell<T>(own: &FieldPath<Party>, field: Handle<Party, T>, text: String) -> Cell {
    Cell { path: own.at(field).untyped(), text }
}

fn collect(list: &FieldPath<Parties>, tier: &Parties, number: usize, all: &mut Vec<OneParty>) {
    for (index, party) in tier.as_slice().iter().enumerate() {
        let own = list.nth(index);
        let (name, matter) = (party.name.value().shown(), party.matter.value().shown());
        let handlers = party.handlers.value().shown();
        let below = own.at(Party::re_entrustees);
        all.push(OneParty {
            path: own.clone().untyped(),
            tier: number,
            list: below.clone().untyped(),
            name: cell(&own, Party::name, name),
            matter: cell(&own, Party::matter, matter),
            handlers: cell(&own, Party::handlers, handlers),
        });
        collect(&below, &party.re_entrustees, number + 1, all);
    }
}
