//! The template: every item that the form prints is in its JSON, the boxes too.

use mynumber_pia::Assessment;
use mynumber_pia::form::{Checklist, Template, template};
use mynumber_pia::validate::{Rule, validate};
use mynumber_pia::value::kind::FormEdition;

/// The path of an item of the checklist, as a JSON pointer to the first entry of each list.
fn pointer(line: &str) -> Option<String> {
    let (_, rest) = line.strip_prefix("- [ ] ")?.split_once(" `")?;
    let (path, _) = rest.split_once('`')?;
    Some(format!("/{}", path.replace("[]", "/0").replace('.', "/")))
}

#[test]
fn the_json_has_every_item_of_the_checklist() {
    for known in FormEdition::KNOWN {
        let json = serde_json::to_value(Template::of(known.edition)).unwrap();
        let list = Checklist::of(known.edition).to_string();
        let items: Vec<String> = list.lines().filter_map(pointer).collect();
        assert!(items.len() >= 20, "{}", known.edition);
        // The first version of a document has no changes.
        for item in items.iter().filter(|item| !item.starts_with("/changes/")) {
            let value = json.pointer(item).unwrap_or_else(|| panic!("{} {item}", known.edition));
            let is_empty = value == "" || value.as_array().is_some_and(Vec::is_empty);
            assert!(is_empty, "{item}: {value}");
        }
    }
}

#[test]
fn loaded_it_is_the_template_and_what_is_required_is_missing() {
    for known in FormEdition::KNOWN {
        let json = serde_json::to_string(&Template::of(known.edition)).unwrap();
        let document: Assessment = serde_json::from_str(&json).unwrap();
        assert_eq!(document, template(known.edition), "{}", known.edition);
    }
    let edition: FormEdition = "form_2_2024_10".parse().unwrap();
    let json = serde_json::to_value(Template::of(edition)).unwrap();
    let document: Assessment = serde_json::from_value(json).unwrap();
    let report = validate(&document, "2025-06-01".parse().unwrap());
    let mut missing = report.iter().filter(|finding| finding.rule == Rule::RequiredItem);
    assert!(missing.any(|finding| finding.location.path.to_string() == "risk.audits"));
}

/// The fields are in the order of a saved document.
#[test]
fn the_order_is_that_of_a_saved_document() {
    for known in FormEdition::KNOWN {
        let json = serde_json::to_string(&Template::of(known.edition)).unwrap();
        let mut rest = json.as_str();
        for part in serde_json::to_string(&template(known.edition)).unwrap().split_inclusive([',', '{', '}']) {
            // The last field of a part may be followed by a box.
            let field = part.trim_end_matches([',', '}']);
            let at = rest.find(field).unwrap_or_else(|| panic!("{} {field}", known.edition));
            rest = &rest[at + field.len()..];
        }
    }
}
