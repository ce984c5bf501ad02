//! What follows from a change of one field, before it is made.

use chrono::NaiveDate;
use mynumber_pia::affair::{Dossier, HappeningKind, System, consequences as follow};
use mynumber_pia::assessment::OpenItem;
use mynumber_pia::change::Weight;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Assessment, Finding, Language};
use serde::Serialize;

use crate::editor::Opened;
use crate::fault::{Fault, reply};
use crate::plan::{Planned, register_of};
use crate::words::Both;

#[derive(Serialize)]
struct Followed<'f> {
    /// Whether something changes.
    is_changed: bool,
    /// Whether the form marks an item that changes ※.
    is_marked: bool,
    opened: &'f [OpenItem],
    findings: &'f [Finding],
    before: Both,
    after: Both,
    disagreements: Vec<Both>,
    planned: Planned<'f>,
}

/// What follows if the last of these papers becomes this version.
pub(crate) fn consequences(
    open: &[&Opened],
    new: &Assessment,
    on: Option<NaiveDate>,
    as_of: NaiveDate,
    body: Option<BodyKind>,
) -> Result<String, Fault> {
    let register = register_of(open, body);
    let dossier = Dossier::of_papers(open.iter().map(|one| &one.document), None, register.as_ref());
    let found = follow(&dossier, new, on, System::NotKnown, as_of)
        .ok_or_else(|| Fault::request("前の版がない", "there is no older version"))?;
    Ok(reply(&Followed {
        is_changed: !found.difference.is_empty(),
        is_marked: found.difference.weighed().any(|(_, weight)| weight == Weight::Material),
        opened: &found.opened,
        findings: &found.findings,
        before: Both::new(|language: Language| found.before.possible().text(language)),
        after: Both::new(|language: Language| found.after.possible().text(language)),
        disagreements: found.disagreements.iter().map(|one| Both::new(|language| one.text(language))).collect(),
        planned: Planned::new(&found.plan, HappeningKind::Change, System::NotKnown, as_of),
    }))
}
