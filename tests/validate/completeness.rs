//! What counts as missing: conditions, sections that do not apply, and blocks that the form prints empty.

use std::collections::BTreeSet;

use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::Role;
use mynumber_pia::form::template;
use mynumber_pia::validate::{Rule, validate};
use mynumber_pia::value::answer::AnswerKind;
use mynumber_pia::value::kind::FormEdition;
use serde_json::{Value, json};

/// The paths at which the rule is broken.
fn found(kind: &str, edition: &str, fields: &Value, rule: Rule) -> Vec<String> {
    let fields = fields.to_string();
    let header = format!(r#""format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "{edition}""#);
    let text = format!("{{{header},{}", fields.strip_prefix('{').unwrap());
    let document: Assessment = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let report = validate(&document, "2025-06-01".parse().unwrap());
    report
        .iter()
        .filter(|finding| finding.rule == rule)
        .map(|finding| match &finding.other {
            Some(other) => format!("{} beside {}", finding.location.path, other.path),
            None => finding.location.path.to_string(),
        })
        .collect()
}

fn of_all(fields: &Value, rule: Rule) -> Vec<String> {
    found("all_item", "form_4_2024_10", fields, rule)
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_section_that_does_not_apply_stays_empty() {
    for (section, none, answers) in [
        (
            "entrustment",
            "none",
            // A required item, items that depend on an unanswered one, and a voluntary one.
            json!({"contract": "laid_down", "contract_detail": "甲", "record_detail": "甲", "other_measures": "甲",
                "other_risks": "甲", "adequacy": "sufficient"}),
        ),
        (
            "provision",
            "none",
            json!({"rule": "laid_down", "record_detail": "甲", "other_measures": "甲", "other_risks": "甲",
                "mistake_measures": "甲"}),
        ),
        ("linkage", "no_acquisition", json!({"acquisition_measures": "甲", "leak_adequacy": "sufficient"})),
    ] {
        let mut fields = answers.clone();
        fields[none] = json!("ticked");
        let mut expected: Vec<String> = answers
            .as_object()
            .unwrap()
            .keys()
            .map(|field| format!("risks[0].{section}.{field} beside risks[0].{section}.{none}"))
            .collect();
        let mut findings = of_all(&json!({"risks": [{section: fields}]}), Rule::UnneededAnswer);
        expected.sort();
        findings.sort();
        assert_eq!(findings, expected);
        assert_eq!(of_all(&json!({"risks": [{section: answers}]}), Rule::UnneededAnswer), NOTHING);
    }
    // Each section counts on its own.
    let risks = json!({"risks": [{"entrustment": {"none": "ticked"}}, {"entrustment": {"other_risks": "甲"}}]});
    assert_eq!(of_all(&risks, Rule::UnneededAnswer), NOTHING);
}

#[test]
fn what_explains_a_choice_is_not_unneeded() {
    for fields in [
        // No fee (無料), but a charge for copies.
        json!({"requests": {"fee": "free", "fee_detail": "写しの交付に要する費用は実費"}}),
        json!({"file_sections": [{"entrustments": [{"re_entrustment": "not_re_entrusted",
            "permission": "原則として再委託を禁止している", "re_entrusted_matter": "該当なし"}]}]}),
        // Undecided (未定), with the planned bases.
        json!({"linkage": {"state": "undecided", "bases": "番号法第19条第8号"}}),
        // A declared number of 0.
        json!({"file_sections": [{"entrustment": "not_entrusted", "entrustment_count": 0,
            "provision": {"neither": "ticked", "provided_count": 0, "transferred_count": 0}}]}),
        json!({"linkage": {"state": "not_implemented", "bases": "―"}}),
    ] {
        assert_eq!(of_all(&fields, Rule::UnneededAnswer), NOTHING, "{fields}");
    }
    for (fields, expected) in [
        (
            json!({"linkage": {"state": "not_implemented", "bases": "番号法第19条第8号"}}),
            "linkage.bases beside linkage.state",
        ),
        (
            json!({"file_sections": [{"entrustment": "not_entrusted", "entrustment_count": 2}]}),
            "file_sections[0].entrustment_count beside file_sections[0].entrustment",
        ),
        (
            json!({"risks": [{"retention": {"incident": "no", "incident_content": "誤送付"}}]}),
            "risks[0].retention.incident_content beside risks[0].retention.incident",
        ),
    ] {
        assert_eq!(of_all(&fields, Rule::UnneededAnswer), [expected]);
    }
}

/// A printed block that is left empty or struck out does not count as an entry, and nothing is missing in it.
#[test]
fn an_empty_block_is_no_entry() {
    for empty in
        [json!({"number": 1, "matter": "", "entrustee": ""}), json!({"matter": "―", "entrustee": "―", "content": "―"})]
    {
        let fields = json!({"file_sections": [{"entrustment": "not_entrusted", "entrustments": [empty]}]});
        assert_eq!(of_all(&fields, Rule::ListedAgainstAnswer), NOTHING, "{fields}");
        let missing = of_all(&fields, Rule::RequiredItem);
        assert!(!missing.iter().any(|path| path.contains("entrustments")), "{missing:?}");

        let fields = json!({"file_sections": [{"entrustment": "entrusted", "entrustments": [empty]}]});
        assert_eq!(of_all(&fields, Rule::NothingListed), ["file_sections[0].entrustment"]);

        let fields = json!({"file_sections": [{"entrustment": "entrusted", "entrustment_count": 1,
            "entrustments": [{"matter": "保守"}, empty]}]});
        assert_eq!(of_all(&fields, Rule::EntrustmentCount), NOTHING);
    }
    for empty in [json!({"number": 1, "names": ""}), json!({"names": "―", "bases": "―"})] {
        let fields = json!({"file_sections": [{"provision": {"neither": "ticked", "provisions": [empty]}}]});
        assert_eq!(of_all(&fields, Rule::ListedAgainstAnswer), NOTHING, "{fields}");
        let missing = of_all(&fields, Rule::RequiredItem);
        assert!(!missing.iter().any(|path| path.contains("provisions")), "{missing:?}");
    }
    // With one answer, or one illegible cell, it counts as an entry.
    for entry in [
        json!({"matter": "", "entrustee": "株式会社甲"}),
        json!({"matter": "?"}),
        json!({"matter": "", "delivery": ["paper"]}),
        json!({"matter": "", "chain": [{"name": "株式会社甲"}]}),
        json!({}),
    ] {
        let fields = json!({"file_sections": [{"entrustment": "not_entrusted", "entrustments": [entry]}]});
        assert_eq!(of_all(&fields, Rule::ListedAgainstAnswer), ["file_sections[0].entrustment"], "{fields}");
    }
}

/// If an excerpt has no ticked box of a group, it may not show the group. If one box is ticked, it shows the group.
#[test]
fn boxes_that_an_excerpt_does_not_show() {
    let of = |extent: &str, boxes: Value| {
        let fields =
            json!({"extent": extent, "systems": [{"name": "甲", "connections": boxes, "connections_other": "乙"}]});
        of_all(&fields, Rule::UnneededAnswer)
    };
    let found = ["systems[0].connections_other beside systems[0].connections"];
    assert_eq!(of("excerpt", json!([])), NOTHING);
    assert_eq!(of("excerpt", json!(["tax"])), found);
    assert_eq!(of("excerpt", json!(["tax", "other"])), NOTHING);
    assert_eq!(of("whole", json!([])), found);
}

#[test]
fn what_the_edition_does_not_print() {
    let priority = json!({"risk": {"priority": {"elsewhere": "ticked", "measure": "training", "grounds": "―"}}});
    assert_eq!(
        found("basic_item", "form_2_2019_01", &priority, Rule::ItemNotPrinted),
        ["risk.priority.elsewhere", "risk.priority.measure"]
    );
    assert_eq!(found("basic_item", "form_2_2024_10", &priority, Rule::ItemNotPrinted), NOTHING);
    assert_eq!(found("basic_item", "?", &priority, Rule::ItemNotPrinted), NOTHING);
    let audits = json!({"risk": {"audits": ["self_inspection"]}});
    assert_eq!(found("basic_item", "form_2_2018_05", &audits, Rule::ItemNotPrinted), ["risk.audits"]);
}

/// If the form prints nothing of a part, the answers in it are reported once, for the outermost such part. A document
/// with all required answers of a lower form is a raised one.
#[test]
fn what_another_form_prints() {
    let severity = |kind: &str, edition: &str, fields: &Value| -> Vec<String> {
        let header = format!(r#""format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "{edition}""#);
        let text = format!("{{{header},{}", fields.to_string().strip_prefix('{').unwrap());
        let document: Assessment = serde_json::from_str(&text).unwrap();
        let report = validate(&document, "2025-06-01".parse().unwrap());
        let found = report.iter().filter(|finding| finding.rule == Rule::ItemNotPrinted);
        found.map(|finding| format!("{} {}", finding.severity, finding.location.path)).collect()
    };
    let section = json!({"file_sections": [{"names": "甲", "provision": {"transfers": [{"names": "乙"}]}}, {"names": "丙"}],
        "systems": [{"name": "甲", "functions": "乙"}], "necessity": "甲", "risks": [{"names": "甲"}],
        "procedure": {"basic_assessment_date": "2025-05-01"}, "requests": {"method": "甲"}});
    let expected = [
        "note systems[0].functions",
        "note necessity",
        "note file_sections",
        "note risks",
        "note requests.method",
        "note procedure",
    ];
    assert_eq!(severity("basic_item", "form_2_2024_10", &section), expected);
    // If only another edition of the form prints the item, it is a warning.
    let reason = json!({"rule_9": {"reason": "甲"}});
    assert_eq!(severity("basic_item", "form_2_2019_01", &reason), ["warning rule_9.reason"]);
    // Answers of a lower form that is not answered completely.
    let stray = json!({"risk": {"submitted": "basic_item"}, "rule_9": {"reason": "甲"}});
    for (kind, edition) in [("key_item", "form_3_2024_10"), ("all_item", "form_4_2024_10")] {
        assert_eq!(severity(kind, edition, &stray), ["note rule_9", "note risk"], "{kind}");
        // The facts of the threshold may be known in every form.
        let facts = json!({"threshold": {"handlers": "under_500", "handlers_as_of": "2025-04-01", "incident": "no"}});
        assert_eq!(severity(kind, edition, &facts), NOTHING, "{kind}");
    }
    let higher = json!({"necessity": "甲", "other_risk": {"audit": "sufficient"}});
    assert_eq!(severity("key_item", "form_3_2024_10", &higher), ["note necessity", "note other_risk"]);
    let measures = json!({"risks": [{"audits": ["self_inspection"], "acquisition": {"measures": "甲"}}]});
    assert_eq!(
        severity("all_item", "form_4_2024_10", &measures),
        ["note risks[0].acquisition.measures", "note risks[0].audits"]
    );
}

/// Ten thousand defects among right answers are all reported.
#[test]
fn many_defects() {
    let entrustment = json!({"re_entrustment": "re_entrusted"});
    let entrustments: Vec<Value> = std::iter::repeat_n(entrustment, 5_000).collect();
    let findings = of_all(&json!({"file_sections": [{"entrustments": entrustments}]}), Rule::ConditionalItem);
    assert_eq!(findings.len(), 10_000);
    assert_eq!(
        findings[9_999],
        "file_sections[0].entrustments[4999].re_entrusted_matter beside file_sections[0].entrustments[4999].re_entrustment"
    );
}

/// The findings in one cell of bases do not depend on another cell, even if that is outdated or has another numbering.
#[test]
fn a_cell_of_bases_is_judged_by_itself() {
    let bases = ["地方税法第19条", "番号法第19条第8号", "番号利用法第十九条第8号", "番号法第9条第1項", "法第19条第8号"];
    let alone: Vec<bool> = bases
        .iter()
        .map(|bases| {
            let fields = json!({"file_sections": [{"provision": {"provisions": [{"names": "甲", "bases": bases}]}}]});
            !of_all(&fields, Rule::ProvisionWithoutPermission).is_empty()
        })
        .collect();
    assert_eq!(alone, [true, false, false, true, false]);
    for other in ["番号法別表第二の27の項", "別表第二の27の項", "番号法第9条第1項 別表の44の項　第24条"]
    {
        let provisions: Vec<Value> =
            [other].iter().chain(&bases).map(|bases| json!({"names": bases, "bases": bases})).collect();
        let fields =
            json!({"cover": {"published": "2025-04-01"}, "file_sections": [{"provision": {"provisions": provisions}}]});
        let findings = of_all(&fields, Rule::ProvisionWithoutPermission);
        for (place, expected) in alone.iter().enumerate() {
            let path = format!("file_sections[0].provision.provisions[{}].bases", place + 1);
            assert_eq!(findings.contains(&path), *expected, "{path} beside {other}");
        }
    }
}

/// A document that says 「？」 wherever the form requires words has a finding at each of these items.
#[test]
fn a_document_of_question_marks_is_not_clean() {
    for known in FormEdition::KNOWN {
        let mut document = template(known.edition);
        let mut paths = Vec::new();
        document.walk_with_empty_forms(|field| {
            let is_required = field.row.is_some_and(|row| row.requirement.is_unconditional());
            if field.role == Role::Answer && field.kind == AnswerKind::Text && is_required {
                paths.push(field.path.to_owned());
            }
        });
        for (path, mark) in paths.iter().zip(["?", "？", "？？", "●●", "未定"].into_iter().cycle()) {
            document.put(path, mark).unwrap();
        }
        let report = validate(&document, "2025-06-01".parse().unwrap());
        let found: BTreeSet<_> = report
            .iter()
            .filter(|finding| finding.rule == Rule::PlaceholderAnswer)
            .map(|finding| finding.location.path.clone())
            .collect();
        let silent: Vec<_> = paths.iter().filter(|path| !found.contains(*path)).map(ToString::to_string).collect();
        assert_eq!(silent, NOTHING, "{}", known.edition);
        assert!(paths.len() > 9, "{}: {}", known.edition, paths.len());
    }
}
