//! What follows from a change of a paper, before it is made.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::agree::Disagreement;
use super::dossier::Dossier;
use super::happening::{Happening, System};
use super::plan::Plan;
use super::planning::plan;
use crate::assessment::{Assessment, Need, OpenItem};
use crate::change::{Difference, difference};
use crate::threshold::{Determination, determine};
use crate::validate::{Finding, validate};

/// What follows from a change of a paper (変更の影響).
///
/// Serde writes it as `{"difference", "opened", "findings", "before", "after", "plan", "disagreements"}`.
#[non_exhaustive]
#[derive(Debug, Clone, serde::Serialize)]
pub struct Consequences<'a> {
    /// What changes. The [weight](Difference::weighed) of an edit says whether the form marks its item ※.
    pub difference: Difference<'a>,
    /// The items that must be filled in because of it (記入が必要となる項目), in the order of the form.
    pub opened: Vec<OpenItem>,
    /// What the [check](validate()) finds in the new version and not in the old one, such as an answer that must be empty now.
    pub findings: Vec<Finding>,
    /// The determination by the facts of the affair before (変更前のしきい値判断).
    pub before: Determination,
    /// The determination after it (変更後のしきい値判断).
    pub after: Determination,
    /// What must be done, and by when.
    pub plan: Plan<'a>,
    /// Where the papers of the affair do not agree because of it (新たな不一致).
    pub disagreements: Vec<Disagreement<'a>>,
}

/// Says what follows if a paper of an affair gets this new version (変更の影響). The old one is the version that is current on the day, or
/// else the latest; `None` if the dossier has none. The day of the change and the system are those of [`Happening::Change`].
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::affair::{Dossier, System, consequences};
///
/// let old: Assessment = serde_json::from_str(r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item",
///     "edition": "form_3_2024_10", "file_sections": [{"entrustment": "not_entrusted"}]}"#)?;
/// let mut new = old.clone();
/// new.put_shown(&"file_sections[0].entrustment".parse()?, "委託する")?;
/// let as_of = chrono::NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
/// let found = consequences(&Dossier::of(&old), &new, None, System::NotKnown, as_of).unwrap();
/// assert!(found.opened.iter().any(|open| open.path.to_string() == "file_sections[0].entrustment_count"));
/// assert_eq!(found.before, found.after);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn consequences<'a>(
    dossier: &Dossier<'a>,
    new: &'a Assessment,
    on: Option<NaiveDate>,
    system: System,
    as_of: NaiveDate,
) -> Option<Consequences<'a>> {
    let paper = new.kind();
    let old = dossier.current(paper, as_of).or_else(|| dossier.latest(paper))?.document;
    let changed = dossier.replaced(old, new);
    let edits = [difference(old, new)];
    let happening = Happening::Change { edits: &edits, on, system, facts: None, is_urgent: false, is_minor: false };
    let plan = plan(dossier, &happening, as_of);
    let (was_open, now_open) = (old.open_items(), new.open_items());
    let was_open: BTreeSet<_> = was_open.iter().filter(|open| is_asked(open)).map(|open| &open.path).collect();
    let opened = now_open.into_iter().filter(|open| is_asked(open) && !was_open.contains(&open.path));
    let known = validate(old, as_of);
    let known: BTreeSet<_> = known.iter().map(|finding| (finding.rule, &finding.location.path)).collect();
    let is_new = |finding: &Finding| !known.contains(&(finding.rule, &finding.location.path));
    let before = dossier.disagreements(as_of);
    let is_known = |one: &Disagreement<'_>| before.iter().any(|other| is_same(one, other));
    let [difference] = edits;
    Some(Consequences {
        difference,
        opened: opened.collect(),
        findings: validate(new, as_of).into_iter().filter(is_new).collect(),
        before: determine(&dossier.facts(as_of)),
        after: determine(&changed.facts(as_of)),
        plan,
        disagreements: changed.disagreements(as_of).into_iter().filter(|one| !is_known(one)).collect(),
    })
}

/// Whether an item is one that must be filled in, at least on a condition.
fn is_asked(open: &OpenItem) -> bool {
    match open.need {
        Need::Required | Need::Conditional => true,
        Need::Voluntary => false,
    }
}

/// Whether two disagreements are about the same items.
fn is_same(one: &Disagreement<'_>, other: &Disagreement<'_>) -> bool {
    let ends = |one: &Disagreement<'_>| {
        [&one.at, &one.other].map(|spot| spot.as_ref().map(|spot| (spot.paper, spot.location.path.clone())))
    };
    one.rule == other.rule && ends(one) == ends(other)
}
