//! What people read of an event: what is wrong with it, and the plan, in both languages.

mod support;

use serde_json::{Value, json};

use support::Host;

const EDOGAWA: &str = include_str!("../../documents/edogawa.json");

/// Which day or number of an event is wrong, what was seen and what is allowed.
#[test]
fn what_is_wrong_with_an_event_says_which_field_it_is() {
    let mut host = Host::new();
    host.open(EDOGAWA);
    let hold = |field: &str, value: Value| json!({"hold": {field: value}});
    let incident = |date: &str, known: &str| json!({"incident": {"incident": {"date": date, "known": known, "scope": "personal_information"}}});
    let on = |text: &str| hold("on", json!(text));
    let people = "書けるのは、数（62000、62,000）";
    for (happening, field, ja, en) in [
        (
            on(""),
            "on",
            "契機の日：書かれていない（書き方は 令和7年6月1日",
            "day of the event: is empty: expected a day, such as",
        ),
        (
            on("13月"),
            "on",
            "契機の日：「13月」は日付として読めない。書き方は",
            "day of the event: cannot read \"13月\" as a date: expected",
        ),
        (on("2026-04"), "on", "契機の日：「2026-04」は年月日でない", "day of the event: \"2026-04\" is not a day"),
        (
            hold("system", json!({"from": " "})),
            "system",
            "システムの構築を始める日：書かれていない",
            "day on which building of the system begins: is empty",
        ),
        (
            hold("facts", json!({"population": "多数"})),
            "population",
            &format!("対象人数：「多数」は人数として読めない。{people}"),
            "number of people: cannot read \"多数\" as a count",
        ),
        (
            hold("facts", json!({"population": 5000, "handlers": "多数"})),
            "handlers",
            &format!("取扱者数：「多数」は人数として読めない。{people}"),
            "number of handlers: cannot read \"多数\" as a count",
        ),
        (incident("", "2026-01-01"), "on", "契機の日：書かれていない", "day of the event: is empty"),
        (
            incident("2026-01-01", "いつか"),
            "known",
            "知った日：「いつか」は日付として読めない",
            "day on which it became known: cannot read",
        ),
    ] {
        let reply = host.call(&json!({"plan": {"documents": [1], "as_of": "2026-04-01", "happening": happening}}));
        assert_eq!(reply["error"]["field"], field, "{reply}");
        for (language, text) in [("ja", ja), ("en", en)] {
            assert!(reply["error"][language].as_str().unwrap().starts_with(text), "{reply}");
        }
    }
    let plan =
        |as_of: &str| json!({"plan": {"documents": [1], "as_of": as_of, "happening": {"end": {"on": "2027-03-31"}}}});
    assert_eq!(host.call(&plan("x"))["error"]["field"], "as_of");
    // The other ways to write facts are read as before.
    let facts =
        json!({"hold": {"facts": {"population": "62,000", "handlers": null, "incident": true}, "system": "none"}});
    host.ok(&json!({"plan": {"documents": [1], "as_of": "2026-04-01", "happening": facts}}));
    // Facts that are neither an object nor a list are refused by the reader of JSON.
    let reply =
        host.call(&json!({"plan": {"documents": [1], "as_of": "2026-04-01", "happening": hold("facts", json!("x"))}}));
    assert!(reply["error"]["ja"].as_str().unwrap().starts_with("要求が読めない"), "{reply}");
    // What is no JSON is said in Japanese.
    for (text, ja, en) in [
        (
            r#"{"about": "#,
            "要求が読めない（途中で終わっている（1行10列））",
            "the request cannot be read: EOF while parsing a value at line 1 column 10",
        ),
        (
            r#"{"about" {}}"#,
            "要求が読めない（JSON として正しくない（「:」がない）（1行10列））",
            "the request cannot be read: expected `:` at line 1 column 10",
        ),
    ] {
        let reply: Value = serde_json::from_str(&host.0.call(text)).unwrap();
        assert_eq!([&reply["error"]["ja"], &reply["error"]["en"]], [ja, en]);
    }
}

/// The parts of a step are those of its sentence, and every Japanese label of the reply has its English.
#[test]
fn a_plan_and_a_difference_are_in_words_of_both_languages() {
    let mut host = Host::new();
    host.open(EDOGAWA);
    host.open(EDOGAWA);
    for (path, text) in
        [("file_sections[0].retention.storage", "架空"), ("file_sections[0].entrustments[0].content", "なし")]
    {
        host.ok(&json!({"put": {"document": 2, "path": path, "text": text}}));
    }
    let change = json!({"change": {"new": 2, "on": "2026-10-01", "system": {"from": "2026-09-01"}}});
    let planned = host.ok(&json!({"plan": {"documents": [1], "as_of": "2026-04-01", "happening": change}}));
    let steps = planned["steps"].as_array().unwrap();
    for step in steps {
        for language in ["ja", "en"] {
            let part = |name: &str| step[name][language].as_str().unwrap();
            let sentence = format!("{} {} ({})", part("by"), part("action"), part("sources"));
            assert_eq!(step[language], sentence);
        }
    }
    assert!(steps.iter().any(|step| step["day"]["ja"] == "システムの構築を始める日（2026-09-01）の前に"));
    assert!(steps.iter().any(|step| step["day"]["en"]
        == "so that thirty days of opinions end before building of the system begins (2026-09-01)"));
    let compared = host.ok(&json!({"compare": {"old": 1, "new": 2, "date": "2026-10-01"}}));
    assert_eq!(compared["words"][0]["after"], "なし");
    assert_eq!(compared["rows"][0]["after"], "なし");
    let about = host.ok(&json!({"about": {}}));
    assert_eq!(about["english"]["取扱者数"], "Handlers");
    let mut labels = Vec::new();
    for (reply, names) in [
        (&planned["plan"], &["happening_label", "timing_label", "before_label", "event_label", "question_label"][..]),
        (&compared["difference"], &["what_label", "weight_label", "because_label", "label"][..]),
    ] {
        collect(reply, names, &mut labels);
    }
    for one in ["重要な変更", "事前", "保管場所"] {
        assert!(planned["english"].get(one).is_some(), "{one}");
    }
    assert!(labels.len() > 20);
    for label in labels {
        let english = |reply: &Value| reply["english"].get(&label).map(Value::to_string);
        let english = english(&planned).or_else(|| english(&compared)).unwrap_or_else(|| panic!("{label}"));
        assert!(english.is_ascii(), "{label}: {english}");
    }
}

/// The texts of the fields with these names.
fn collect(value: &Value, names: &[&str], all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                if let (true, Some(text)) = (names.contains(&name.as_str()), inner.as_str()) {
                    all.push(text.to_string());
                }
                collect(inner, names, all);
            }
        }
        Value::Array(entries) => entries.iter().for_each(|inner| collect(inner, names, all)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
