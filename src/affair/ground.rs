//! The ground on which the papers of an affair were published.

use super::dossier::Dossier;
use super::register::PublishedBy;
use crate::value::kind::AssessmentKind;

/// The ground on which a paper was published: assessed if it ever was, voluntary if the register lists nothing else; `None` if that is
/// not known.
pub(super) fn ground(dossier: &Dossier<'_>, paper: AssessmentKind) -> Option<PublishedBy> {
    let all = dossier.entry.into_iter().flat_map(|entry| &entry.publications);
    let mut grounds = all.filter(|one| one.paper == paper).map(|one| one.by).peekable();
    let first = grounds.peek().copied()?;
    if grounds.clone().any(|by| by == PublishedBy::Assessed) {
        return Some(PublishedBy::Assessed);
    }
    (first == PublishedBy::Voluntary && grounds.all(|by| by == first)).then_some(first)
}
