//! Whatever a host sends, there is a reply, and the next request works.

use pia_editor::Editor;
use serde_json::{Value, json};

const DOCUMENTS: [&str; 2] =
    [include_str!("../../documents/matsudo.json"), include_str!("../../documents/shinjuku.json")];

/// A small generator, the same on every machine.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).unwrap() % end
    }

    fn of<'v, T>(&mut self, all: &'v [T]) -> &'v T {
        &all[self.below(all.len())]
    }
}

/// Every path and every text of a document.
fn collect(value: &Value, path: &str, paths: &mut Vec<String>, texts: &mut Vec<String>) {
    if !path.is_empty() {
        paths.push(path.to_string());
    }
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                collect(inner, &format!("{path}{dot}{name}"), paths, texts);
            }
        }
        Value::Array(entries) => {
            for (index, inner) in entries.iter().enumerate() {
                collect(inner, &format!("{path}[{index}]"), paths, texts);
            }
        }
        Value::String(text) => texts.push(text.clone()),
        Value::Null | Value::Bool(_) | Value::Number(_) => texts.push(value.to_string()),
    }
}

fn request(draw: &mut Draw, open: &[u64], paths: &[String], texts: &[String]) -> Value {
    let document = *draw.of(open);
    let new = *draw.of(open);
    let (path, text) = (draw.of(paths).clone(), draw.of(texts).clone());
    let list = path.rsplit_once('[').map_or(path.clone(), |(list, _)| list.to_string());
    let (one, other) = (draw.below(9), draw.below(9));
    let day = draw.of(&[
        "2026-04-01",
        "令和8年4月1日",
        "2025-06-01",
        "令和元年5月1日",
        "9999-12-31",
        "1873-01-01",
        "",
        "令和8年",
        "2026-02-30",
    ]);
    let edition = draw.of(&["form_2_2024_10", "form_3_2014_04", "form_4_2018_05", "form_3_9999_12", "x"]);
    let values = [
        json!(text),
        json!([text]),
        json!({"name": text}),
        json!(other),
        json!(null),
        json!({"text": [{}]}),
        json!({"date": day}),
    ];
    let value = draw.of(&values);
    let events = [
        json!({"change": {"new": new, "on": day, "system": {"from": day}}}),
        json!({"hold": {"on": day, "facts": {"population": other}}}),
        json!({"end": {"on": day}}),
        json!({"facts": {"facts": {"handlers": text}}}),
    ];
    let happening = draw.of(&events);
    match draw.below(18) {
        0 => json!({"open": {"text": DOCUMENTS[one % 2], "today": day}}),
        1 => json!({"new": {"edition": edition, "today": day}}),
        2 => json!({"close": {"document": document}}),
        3 => json!({"form": {"document": document}}),
        4 => json!({"check": {"document": document, "today": day, "as_of": day, "exemption": text}}),
        5 | 6 => json!({"put": {"document": document, "path": path, "text": text}}),
        7 => json!({"put_value": {"document": document, "path": path, "value": value}}),
        8 => json!({"remove": {"document": document, "path": path}}),
        9 => json!({"add": {"document": document, "list": list, "at": one}}),
        10 => json!({"add": {"document": document, "list": list, "value": value}}),
        11 if one > 6 => json!({"place_of_change": {"document": document, "value": value}}),
        11 => json!({"move": {"document": document, "list": list, "from": one, "to": other}}),
        12 => json!({"parties": {"document": document, "path": path}}),
        13 => json!({"change_form": {"document": document, "edition": edition, "adopt": one > 4}}),
        14 => json!({"adopt": {"document": document, "path": path}}),
        15 => json!({"compare": {"old": document, "new": new, "date": day}}),
        16 if one > 6 => json!({"strangers": {"documents": [document, new]}}),
        16 => json!({"plan": {"documents": [document, new], "as_of": day, "happening": happening}}),
        _ => json!({"print": {"document": document, "language": "en", "findings": true, "publication": one > 4}}),
    }
}

#[test]
fn random_requests_have_a_reply() {
    let (mut paths, mut texts) = (vec![String::new(), "[".into(), "systems[99999999999999999999]".into()], Vec::new());
    for text in DOCUMENTS {
        collect(&serde_json::from_str(text).unwrap(), "", &mut paths, &mut texts);
    }
    texts.extend(["", "?", "―", "＜＞", "\u{0}", "\n\n", "○"].map(String::from));
    let (mut draw, mut editor, mut refused) = (Draw(7), Editor::default(), 0);
    let mut open = vec![7];
    for number in 0..600 {
        let request = request(&mut draw, &open, &paths, &texts);
        let reply = editor.call(&request.to_string());
        let reply: Value = serde_json::from_str(&reply).unwrap_or_else(|error| panic!("{request}: {error}"));
        let fields: Vec<&String> = reply.as_object().unwrap().keys().collect();
        assert!(fields == ["ok"] || fields == ["error"], "{number}: {request}");
        if let Some(number) = reply["ok"]["document"].as_u64().filter(|number| !open.contains(number)) {
            open.push(number);
        }
        if let Some(number) = request["close"]["document"].as_u64().filter(|_| open.len() > 3) {
            open.retain(|one| *one != number);
        }
        refused += usize::from(fields == ["error"]);
    }
    // Otherwise nothing was tried.
    assert!((50..550).contains(&refused), "{refused}");
}

#[test]
fn texts_that_are_no_requests_have_a_reply() {
    let valid = json!({"open": {"text": DOCUMENTS[0], "today": "2026-04-01"}}).to_string();
    let (mut draw, mut editor) = (Draw(11), Editor::default());
    for _ in 0..300 {
        let mut bytes = valid.clone().into_bytes();
        for _ in 0..=draw.below(3) {
            let at = draw.below(bytes.len());
            match draw.below(3) {
                0 => bytes[at] = u8::try_from(draw.below(256)).unwrap(),
                1 => bytes.truncate(at + 1),
                _ => bytes.insert(at, *draw.of(b"[]{}\",:0-")),
            }
        }
        let reply = editor.call(&String::from_utf8_lossy(&bytes));
        if reply.starts_with(r#"{"ok""#) {
            editor = Editor::default();
        } else {
            assert!(reply.starts_with(r#"{"error":{"code":""#), "{reply}");
        }
    }
    for deep in ["[", "{\"put\":", "{\"open\":{\"text\":["] {
        assert!(editor.call(&deep.repeat(100_000)).starts_with(r#"{"error""#));
    }
    let deep = format!(
        r#"{{"put_value": {{"document": 1, "path": "systems", "value": {}{}}}}}"#,
        "[".repeat(9999),
        "]".repeat(9999)
    );
    let _ = editor.call(r#"{"new": {"edition": "form_3_2024_10", "today": "2026-04-01"}}"#);
    assert!(editor.call(&deep).starts_with(r#"{"error""#));
}
