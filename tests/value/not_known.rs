//! Two versions of an answer with a line or a box that is not known: whether they differ.

use mynumber_pia::Assessment;
use mynumber_pia::change::difference;
use serde_json::{Value, json};

/// What a comparison says of one field with these two answers: that it changed, that it cannot be said, or nothing.
fn compared(field: &str, old: &Value, new: &Value) -> &'static str {
    let document = |answer: &Value| -> Assessment {
        let json = json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
            "systems": [{"name": "甲", field: answer}]});
        serde_json::from_value(json).unwrap()
    };
    let (old, new) = (document(old), document(new));
    let difference = difference(&old, &new);
    match (difference.edits().len(), difference.not_compared().len()) {
        (0, 0) => "same",
        (0, 1) => "not known",
        (1, 0) => "changed",
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn compares(field: &str, cases: &[(Value, Value, &str)]) {
    for (old, new, expected) in cases {
        for (old, new) in [(old, new), (new, old)] {
            assert_eq!(compared(field, old, new), *expected, "{old} {new}");
        }
    }
}

#[test]
fn lines() {
    let under = |heading: &str, text: &str| json!([{"under": heading, "text": text}]);
    compares(
        "functions",
        &[
            (json!(["甲", "乙"]), json!(["甲", "乙"]), "same"),
            (json!(["甲", "乙"]), json!(["甲", "丙"]), "changed"),
            (json!("甲"), json!("?"), "not known"),
            (json!("甲"), json!(""), "changed"),
            (under("窓口", "?"), under("窓口", "?"), "not known"),
            (under("窓口", "?"), under("窓口", "乙"), "not known"),
            // Another heading, another number of lines, and another known line.
            (under("窓口", "?"), under("庁舎", "乙"), "changed"),
            (under("窓口", "?"), json!([{"under": "窓口", "text": "乙"}, "丙"]), "changed"),
            (json!([{"under": "窓口", "text": "?"}, "丙"]), json!([{"under": "窓口", "text": "乙"}, "丁"]), "changed"),
            (
                json!([{"under": "窓口", "text": "?"}, "丙"]),
                json!([{"under": "窓口", "text": "乙"}, "丙"]),
                "not known",
            ),
            // A line that is not known is not an empty answer.
            (under("窓口", "?"), json!(""), "changed"),
            (under("窓口", "?"), json!("?"), "not known"),
        ],
    );
}

#[test]
fn boxes() {
    compares(
        "connections",
        &[
            (json!(["tax"]), json!(["tax"]), "same"),
            (json!(["tax"]), json!(["addressee"]), "changed"),
            (json!(["tax", "addressee?"]), json!(["tax", "addressee?"]), "not known"),
            (json!(["tax", "addressee?"]), json!(["tax", "addressee"]), "not known"),
            (json!(["tax", "addressee?"]), json!(["tax"]), "not known"),
            (json!(["tax", "addressee?"]), json!(["addressee"]), "changed"),
            (json!(["tax?"]), json!(["addressee?"]), "not known"),
        ],
    );
}
