//! What follows from a change, before it is made.

use chrono::NaiveDate;
use mynumber_pia::affair::{AgreeRule, Consequences, Dossier, Happening, System, consequences, plan};
use mynumber_pia::assessment::Need;
use mynumber_pia::change::difference;
use mynumber_pia::fixture::{Edited, Json, Parameters, edit};
use mynumber_pia::validate::{Rule, validate};
use mynumber_pia::{Assessment, AssessmentKind, Obligation, determine};
use proptest::prelude::*;

use crate::papers::{AS_OF, day, paper};
use crate::support::{KAWAGUCHI, MATSUDO};
use serde_json::json;

fn read(json: &str) -> Assessment {
    serde_json::from_str(json).unwrap()
}

fn changed(old: &Assessment, path: &str, text: &str) -> Assessment {
    let mut new = old.clone();
    new.put_shown(&path.parse().unwrap(), text).unwrap();
    new
}

fn follows<'a>(dossier: &Dossier<'a>, new: &'a Assessment) -> Consequences<'a> {
    consequences(dossier, new, None, System::NotKnown, day(AS_OF)).unwrap()
}

#[test]
fn what_becomes_required_and_what_must_be_empty() {
    let old = read(MATSUDO);
    let provided = changed(&old, "file_sections[0].provision.provided", "○");
    let found = follows(&Dossier::of(&old), &provided);
    let opened: Vec<_> = found.opened.iter().map(|open| (open.path.to_string(), open.need)).collect();
    assert_eq!(opened, [("file_sections[0].provision.provided_count".to_string(), Need::Conditional)]);
    let rules: Vec<_> = found.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [Rule::NothingListed, Rule::ConditionalItem]);

    let old = read(KAWAGUCHI);
    let none = changed(&old, "file_sections[0].entrustment", "委託しない");
    let found = follows(&Dossier::of(&old), &none);
    assert!(found.opened.is_empty());
    let rules: Vec<_> = found.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [Rule::ListedAgainstAnswer, Rule::UnneededAnswer, Rule::EntrustmentRisk]);
    // 委託の有無 is marked ※.
    let weights: Vec<&str> = found.difference.weighed().map(|(_, weight)| weight.code()).collect();
    assert_eq!(weights, ["material"]);
}

#[test]
fn the_threshold_and_the_other_papers() {
    let basic =
        paper("basic_item", "from_10000_to_99999", &json!({"threshold": {"handlers": "under_500", "incident": "no"}}));
    let key = paper("key_item", "from_10000_to_99999", &json!({}));
    let new = changed(&basic, "population", "350000");
    let papers = [basic, key];
    let found = follows(&Dossier::of_papers(&papers, None, None), &new);
    assert_eq!(found.before.required(), Some(Obligation::BasicItem));
    // The other paper still says otherwise, so the result is open.
    assert_eq!(found.after.required(), None);
    assert!(found.after.possible().contains(Obligation::BasicItemAndAllItem));
    let rules: Vec<_> = found.disagreements.iter().map(|one| one.rule).collect();
    assert!(rules.contains(&AgreeRule::PopulationDiffers), "{rules:?}");
    let alone = follows(&Dossier::of(&papers[0]), &new);
    assert_eq!(alone.after.required(), Some(Obligation::BasicItemAndAllItem));
    assert!(alone.disagreements.iter().all(|one| one.other.is_none()));
}

#[test]
fn a_paper_that_is_new_has_no_older_version() {
    let (old, new) =
        (paper("basic_item", "from_10000_to_99999", &json!({})), paper("key_item", "from_10000_to_99999", &json!({})));
    assert!(consequences(&Dossier::of(&old), &new, None, System::NotKnown, day(AS_OF)).is_none());
}

#[test]
fn in_json() {
    let old = read(KAWAGUCHI);
    let new = changed(&old, "file_sections[0].retention.storage", "ガバメントクラウド");
    let found = serde_json::to_value(follows(&Dossier::of(&old), &new)).unwrap();
    let keys: Vec<&String> = found.as_object().unwrap().keys().collect();
    let mut expected = ["difference", "opened", "findings", "before", "after", "plan", "disagreements"];
    expected.sort_unstable();
    let mut keys: Vec<&str> = keys.into_iter().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, expected);
    assert_eq!(found["difference"]["edits"][0]["weight"], "material");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// It is what its parts say by themselves, and nothing follows from no change.
    #[test]
    fn the_parts_by_themselves(
        Json(Edited { before: old, after: new, .. }) in prop::sample::select(AssessmentKind::ALL)
            .prop_flat_map(|kind| edit(Parameters { kind: Some(kind), ..Parameters::default() }))
    ) {
        let as_of: NaiveDate = day(AS_OF);
        let dossier = Dossier::of(&old);
        let same = follows(&dossier, &old);
        prop_assert!(same.difference.is_empty() && same.opened.is_empty() && same.findings.is_empty() && same.disagreements.is_empty());
        prop_assert_eq!(same.before, same.after);
        if let Some(found) = consequences(&dossier, &new, None, System::NotKnown, as_of) {
            prop_assert_eq!(found.before, determine(&dossier.facts(as_of)));
            prop_assert_eq!(found.after, determine(&Dossier::of(&new).facts(as_of)));
            let edits = [difference(&old, &new)];
            let happening = Happening::Change {
                edits: &edits, on: None, system: System::NotKnown, facts: None, is_urgent: false, is_minor: false,
            };
            prop_assert_eq!(&found.plan, &plan(&dossier, &happening, as_of));
            let report = validate(&new, as_of);
            prop_assert!(found.findings.iter().all(|finding| report.iter().any(|one| one == finding)));
            let open = new.open_items();
            prop_assert!(found.opened.iter().all(|one| open.contains(one) && one.need != Need::Voluntary));
        }
    }
}
