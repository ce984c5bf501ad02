//! Damaged, wrong and hostile documents: each is an error with its position, and none causes a panic.

use crate::support::{EDOGAWA, KAWAGUCHI, KUMAGAYA, MATSUDO, SHINJUKU};
use std::collections::BTreeSet;
use std::ops::Range;

use mynumber_pia::Language;
use mynumber_pia::assessment::{Assessment, LoadError, load};

/// The small ones first, because a test that runs once for each field runs on the first document that has the field.
const DOCUMENTS: [(&str, &str); 5] = [
    ("matsudo", MATSUDO),
    ("shinjuku", SHINJUKU),
    ("kumagaya", KUMAGAYA),
    ("kawaguchi", KAWAGUCHI),
    ("edogawa", EDOGAWA),
];

/// The fields at the beginning of a document.
const HEADER: [&str; 4] = ["format", "version", "kind", "edition"];

/// The path and the message of the error, without line and column.
fn error(text: &str) -> Option<(String, String)> {
    let mut json = serde_json::Deserializer::from_str(text);
    let (path, error) = match load::<Assessment, _>(&mut json) {
        Err(LoadError { path, reason: Some(reason), .. }) => {
            assert_ne!(reason.text(Language::Japanese), reason.text(Language::English), "{text:.200}");
            (path, reason.to_string())
        }
        Err(LoadError { path, source, .. }) => (path, source.to_string()),
        Ok(_) => (String::new(), json.end().err()?.to_string()),
    };
    Some((path, error.split(" at line ").next().unwrap().to_string()))
}

/// The error of a text that both ways of reading refuse.
#[track_caller]
fn refused(text: &str, what: &str) -> (String, String) {
    assert!(serde_json::from_str::<Assessment>(text).is_err(), "{what}: read");
    error(text).unwrap_or_else(|| panic!("{what}: read with its paths"))
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    Object,
    Array,
    Text,
    Number,
}

/// A value of a document, with its position.
struct Node {
    /// The path as an error prints it; empty for the document.
    path: String,
    /// The path without indexes.
    field: String,
    shape: Shape,
    /// The position where its key begins, if it has one.
    key: Option<usize>,
    value: Range<usize>,
}

/// Finds all values of a JSON text, each before those in it, and the positions of the structural characters.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    nodes: Vec<Node>,
    structure: Vec<usize>,
    /// The positions where strings end.
    ends: BTreeSet<usize>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        let mut scan = Self { text, at: 0, nodes: Vec::new(), structure: Vec::new(), ends: BTreeSet::new() };
        scan.value("", "", None);
        scan
    }

    fn next(&mut self) -> u8 {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.text.as_bytes()[self.at]
    }

    fn take(&mut self) -> u8 {
        let taken = self.next();
        self.structure.push(self.at);
        self.at += 1;
        taken
    }

    fn string(&mut self) -> &'a str {
        assert_eq!(self.take(), b'"');
        let start = self.at;
        loop {
            match self.text.as_bytes()[self.at] {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.structure.push(self.at);
        self.ends.insert(self.at);
        self.at += 1;
        &self.text[start..self.at - 1]
    }

    fn value(&mut self, path: &str, field: &str, key: Option<usize>) {
        let shape = match self.next() {
            b'{' => Shape::Object,
            b'[' => Shape::Array,
            b'"' => Shape::Text,
            _ => Shape::Number,
        };
        let (place, start) = (self.nodes.len(), self.at);
        self.nodes.push(Node { path: path.to_string(), field: field.to_string(), shape, key, value: start..start });
        match shape {
            Shape::Object => {
                self.take();
                while self.next() != b'}' {
                    let key = self.at;
                    let name = self.string();
                    assert_eq!(self.take(), b':');
                    let dot = if path.is_empty() { "" } else { "." };
                    self.value(&format!("{path}{dot}{name}"), &format!("{field}{dot}{name}"), Some(key));
                    if self.next() == b',' {
                        self.take();
                    }
                }
                self.take();
            }
            Shape::Array => {
                self.take();
                let mut index = 0;
                while self.next() != b']' {
                    self.value(&format!("{path}[{index}]"), &format!("{field}[]"), None);
                    index += 1;
                    if self.next() == b',' {
                        self.take();
                    }
                }
                self.take();
            }
            Shape::Text => {
                self.string();
            }
            Shape::Number => {
                while self.text.as_bytes()[self.at].is_ascii_digit() {
                    self.at += 1;
                }
            }
        }
        self.nodes[place].value = start..self.at;
    }
}

/// The document with something else at this position.
fn with(text: &str, place: Range<usize>, other: &str) -> String {
    [&text[..place.start], other, &text[place.end..]].concat()
}

/// The nodes to try: the first of every field that no earlier document had, and every n-th of the others.
fn tried(scan: &Scan<'_>, every: usize, fields: &mut BTreeSet<String>) -> Vec<usize> {
    let nodes = scan.nodes.iter().enumerate();
    nodes
        .filter(|(place, node)| fields.insert(node.field.clone()) || place % every == 0)
        .map(|(place, _)| place)
        .collect()
}

/// Asserts that the error is at the node, around it, or at an element of what was put there.
#[track_caller]
fn is_at(path: &str, node: &Node, what: &str) {
    let around = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    assert!(around(&node.path, path) || around(path, &node.path), "{what}: the error is at {path}");
}

#[test]
fn the_documents_are_read_and_written_as_they_are() {
    for (name, text) in DOCUMENTS {
        let document: Assessment = serde_json::from_str(text).unwrap();
        assert_eq!(format!("{}\n", serde_json::to_string_pretty(&document).unwrap()), text, "{name}");
        let scan = Scan::new(text);
        assert_eq!(text[scan.at..].trim(), "", "{name}: scanned to the end");
        for node in &scan.nodes {
            serde_json::from_str::<serde_json::Value>(&text[node.value.clone()]).unwrap();
        }
    }
}

#[test]
fn without_a_structural_character() {
    let mut tried = 0;
    for (name, text) in DOCUMENTS {
        let scan = Scan::new(text);
        let every = if name == "matsudo" { 1 } else { scan.structure.len().div_ceil(200) };
        for at in scan.structure.iter().copied().step_by(every).chain(scan.structure.last().copied()) {
            refused(&with(text, at..at + 1, ""), &format!("{name} without its character {at}"));
            tried += 1;
        }
    }
    assert!(tried > 3_500, "{tried}");
}

#[test]
fn with_a_structural_character_too_many() {
    for (name, text) in DOCUMENTS {
        let scan = Scan::new(text);
        // Not at the end of a string, which would only become longer.
        let places = scan.structure.iter().copied().filter(|at| !scan.ends.contains(at));
        for at in places.step_by(scan.structure.len().div_ceil(30)) {
            for more in ["{", "}", "[", "]", "\"", ":", ","] {
                refused(&with(text, at..at, more), &format!("{name} with {more} at {at}"));
            }
        }
        for after in ["}", "]", ",", "{}", "null", "x", "\0", text] {
            let (path, _) = refused(&[text, after].concat(), &format!("{name} with more behind it"));
            assert_eq!(path, "");
        }
        assert!(serde_json::from_str::<Assessment>(&format!("\n\t {text}\n ")).is_ok());
    }
}

#[test]
fn cut_off() {
    let mut tried = 0;
    for (name, text) in DOCUMENTS {
        // In the largest document only at a tenth of the positions, because the work grows with the square of its size.
        let every = if name == "edogawa" { 970 } else { 97 };
        // As bytes, because a cut can go through a character.
        for end in (0..text.trim_end().len()).step_by(every) {
            let error = serde_json::from_slice::<Assessment>(&text.as_bytes()[..end]).expect_err(name);
            assert!(error.is_eof() || error.to_string().contains("invalid unicode"), "{name} until {end}: {error}");
            tried += 1;
        }
    }
    assert!(tried > 3_000, "{tried}");
}

/// Every field of every document with a value of every wrong type.
#[test]
fn another_type_in_every_place() {
    let (mut refusals, mut legal) = (0, 0);
    let mut fields = BTreeSet::new();
    for (name, text) in DOCUMENTS {
        let scan = Scan::new(text);
        for place in tried(&scan, 500, &mut fields) {
            let node = &scan.nodes[place];
            for other in ["null", "true", "-1", "1e300", "\"☃☃\"", "[]", "{}", "[[[\"☃\"]]]", "[null]"] {
                let what = format!("{name}, {}: {other}", node.path);
                let wrong = with(text, node.value.clone(), other);
                if node.shape == Shape::Object && other.starts_with('[') {
                    // See `an_object_is_no_list`.
                    continue;
                }
                // Another string, an empty list for several values, or a single string for a list can be valid.
                let may_be_legal = match other {
                    "\"☃☃\"" => node.shape != Shape::Number,
                    "[]" => node.shape == Shape::Array || text[node.value.clone()] == *"\"?\"",
                    "{}" => node.shape == Shape::Object,
                    // A tick.
                    "true" => matches!(&text[node.value.clone()], "\"ticked\"" | "\"?\""),
                    _ => false,
                };
                if may_be_legal && let Ok(read) = serde_json::from_str::<Assessment>(&wrong) {
                    let saved = serde_json::to_string(&read).unwrap();
                    assert_eq!(serde_json::from_str::<Assessment>(&saved).unwrap(), read, "{what}");
                    legal += 1;
                    continue;
                }
                let (path, error) = refused(&wrong, &what);
                assert!(!error.is_empty() && !error.contains('\n'), "{what}: {error}");
                if !node.path.is_empty() {
                    is_at(&path, node, &what);
                }
                refusals += 1;
            }
        }
    }
    assert!(refusals > 3_000 && legal > 300, "{refusals} refused, {legal} legal");
}

/// Objects are read by the names of their fields, and not from lists by order.
#[test]
fn an_object_is_no_list() {
    let mut read = Vec::new();
    let mut fields = BTreeSet::new();
    for (name, text) in DOCUMENTS {
        let scan = Scan::new(text);
        for place in tried(&scan, usize::MAX, &mut fields) {
            let node = &scan.nodes[place];
            for list in ["[]", "[[]]", "[null]", "[\"☃\"]", "[\"1\", \"☃\"]", "[[[\"☃\"]]]"] {
                if node.shape != Shape::Object {
                    continue;
                }
                let wrong = with(text, node.value.clone(), list);
                match error(&wrong) {
                    Some((path, _)) if path == node.path || node.path.is_empty() => {}
                    _ => read.push(format!("{name} {}: {list}", node.field)),
                }
            }
        }
    }
    assert!(read.is_empty(), "{} lists are read as objects, such as {:?}", read.len(), read.first());
}

#[test]
fn every_field_twice() {
    let mut fields = BTreeSet::new();
    for (name, text) in DOCUMENTS {
        let scan = Scan::new(text);
        for place in tried(&scan, 100, &mut fields) {
            let node = &scan.nodes[place];
            let Some(key) = node.key else { continue };
            let what = format!("{name}, {} twice", node.path);
            let field = &text[key..node.value.end];
            let name = node.field.rsplit('.').next().unwrap();
            let (path, error) = refused(&with(text, key..key, &format!("{field}, ")), &what);
            assert_eq!(error, format!("duplicate field `{name}`"), "{what}");
            // The error is in the object that has the field twice.
            let object = node.path.rfind('.').map_or("", |dot| &node.path[..dot]);
            assert_eq!(path, object, "{what}");
        }
    }
}

#[test]
fn a_field_too_many_in_every_object() {
    let mut fields = BTreeSet::new();
    for (name, text) in DOCUMENTS {
        let scan = Scan::new(text);
        for place in tried(&scan, 50, &mut fields) {
            let node = &scan.nodes[place];
            if node.shape != Shape::Object {
                continue;
            }
            // As the last field, so that the header of a document stays the same.
            let end = node.value.end - 1;
            let is_empty = text[node.value.start + 1..end].trim().is_empty();
            for unknown in ["☃", "", "Name", "name ", "__proto__"] {
                let what = format!("{name}, {}: field {unknown:?}", node.path);
                let comma = if is_empty { "" } else { "," };
                let (path, error) = refused(&with(text, end..end, &format!("{comma}\"{unknown}\": null")), &what);
                assert!(error.starts_with(&format!("unknown field `{unknown}`, expected ")), "{what}: {error}");
                assert!(path.starts_with(&node.path), "{what}: the error is at {path}");
            }
        }
    }
}

/// An unknown code is refused in every field that has a code.
#[test]
fn unknown_codes() {
    let is_code = |value: &str| {
        value.len() > 3 && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    let mut codes = 0;
    let mut fields = BTreeSet::new();
    for (name, text) in DOCUMENTS {
        let scan = Scan::new(text);
        for place in tried(&scan, 8, &mut fields) {
            let node = &scan.nodes[place];
            let value = text[node.value.clone()].trim_matches('"');
            if node.shape != Shape::Text || !is_code(value) || HEADER.contains(&node.path.as_str()) {
                continue;
            }
            for wrong in [format!("{value}_"), value.to_uppercase(), "no_such_code".into()] {
                let what = format!("{name}, {}: {wrong}", node.path);
                let (path, error) = refused(&with(text, node.value.clone(), &format!("\"{wrong}\"")), &what);
                let says = ["unknown code", "cannot read", "invalid value: string"];
                assert!(says.iter().any(|begin| error.starts_with(begin)), "{what}: {error}");
                assert!(error.contains(&format!("\"{wrong}\"")), "{what}: {error}");
                assert_eq!(path, node.path);
                codes += 1;
            }
        }
    }
    assert!(codes > 400, "{codes}");
}

#[test]
fn numbers_out_of_range() {
    for (name, text) in DOCUMENTS {
        let scan = Scan::new(text);
        let mut fields = BTreeSet::new();
        for node in scan.nodes.iter().filter(|node| node.shape == Shape::Number && node.path != "version") {
            if !fields.insert(node.field.clone()) {
                continue;
            }
            for most in ["0", "4294967295"] {
                let edge = with(text, node.value.clone(), most);
                assert!(serde_json::from_str::<Assessment>(&edge).is_ok(), "{name}, {}: {most}", node.path);
            }
            let digits = "9".repeat(400);
            for wrong in
                ["4294967296", "18446744073709551615", "18446744073709551616", "-1", "-0", "1.0", "1e400", &digits]
            {
                let what = format!("{name}, {}: {wrong}", node.path);
                let (path, _) = refused(&with(text, node.value.clone(), wrong), &what);
                assert_eq!(path, node.path, "{what}");
            }
        }
    }
}

#[test]
fn nested_without_end() {
    let mut fields = BTreeSet::new();
    for (name, text) in DOCUMENTS {
        let scan = Scan::new(text);
        let places = tried(&scan, 1_000, &mut fields);
        for depth in [200, 100_000] {
            let lists = ["[".repeat(depth), "]".repeat(depth)].concat();
            let objects = ["{\"under\":".repeat(depth), "1".into(), "}".repeat(depth)].concat();
            let unclosed = ["[", "{\"re_entrustees\":[", "[{\"under\":\"a\",\"text\":"].map(|open| open.repeat(depth));
            let nests = [&lists, &objects].into_iter().chain(&unclosed);
            // Deep ones at fewer positions, because each has some megabytes.
            let every = if depth > 200 { 60 } else { 7 };
            for (nest, place) in nests.flat_map(|nest| places.iter().step_by(every).map(move |place| (nest, *place))) {
                let node = &scan.nodes[place];
                refused(&with(text, node.value.clone(), nest), &format!("{name}, {}: {depth} deep", node.path));
            }
        }
    }
    for depth in [200, 100_000] {
        for open in ["[", "{\"format\":", "{\"a\":["] {
            assert!(serde_json::from_str::<Assessment>(&open.repeat(depth)).is_err());
        }
    }
}

/// A chain of entrustment with this many tiers.
fn chain(tiers: usize) -> String {
    let inner = ["{\"re_entrustees\": [".repeat(tiers - 1), "{}".into(), "]}".repeat(tiers - 1)].concat();
    format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "?",
            "file_sections": [{{"entrustments": [{{"chain": [{inner}]}}]}}]}}"#
    )
}

#[test]
fn a_chain_has_an_end() {
    for tiers in 1..=16 {
        let document: Assessment = serde_json::from_str(&chain(tiers)).unwrap();
        assert_eq!(document.file_sections[0].deepest_chain(), tiers);
    }
    for tiers in [17, 18, 50] {
        let (path, error) = refused(&chain(tiers), "too deep");
        assert_eq!(error, "the chain of entrustment (委託の連鎖) has too many tiers: expected at most 16");
        assert_eq!(path, format!("file_sections[0].entrustments[0].chain{}", "[0].re_entrustees".repeat(16)));
    }
    for tiers in [200, 100_000] {
        refused(&chain(tiers), "far too deep");
    }
}

/// The edition must belong to the kind. The error is at whichever of the two comes second.
#[test]
fn another_form() {
    let kinds = ["basic_item", "key_item", "all_item"];
    let names = ["基礎項目評価書", "重点項目評価書", "全項目評価書"];
    let header = r#""format": "mynumber-pia", "version": 1"#;
    for (place, kind) in kinds.iter().enumerate() {
        for (other, form) in ["2", "3", "4"].into_iter().enumerate() {
            let kind = format!(r#""kind": "{kind}""#);
            let edition = format!(r#""edition": "form_{form}_2024_10""#);
            let between = r#""cover": {}, "systems": [{}]"#;
            let wrong = format!(
                "the edition form_{form}_2024_10 belongs to 様式{form}, but a {} uses 様式{}",
                names[place],
                place + 2
            );
            for (text, second) in [
                (format!("{{{header}, {kind}, {edition}}}"), "edition"),
                (format!("{{{header}, {edition}, {kind}}}"), "kind"),
                (format!("{{{kind}, {between}, {header}, {edition}}}"), "edition"),
                (format!("{{{edition}, {between}, {kind}, {header}}}"), "kind"),
            ] {
                let expected = (other != place).then(|| (second.to_string(), wrong.clone()));
                assert_eq!(error(&text), expected, "{text}");
                assert_eq!(serde_json::from_str::<Assessment>(&text).is_ok(), other == place, "{text}");
            }
        }
    }
    // An unknown edition belongs to no known form.
    for kind in kinds {
        for text in [
            format!(r#"{{{header}, "kind": "{kind}", "edition": "?"}}"#),
            format!(r#"{{{header}, "edition": "?", "kind": "{kind}"}}"#),
        ] {
            assert_eq!(error(&text), None, "{text}");
        }
    }
}

#[track_caller]
fn says(text: &str, path: &str, message: &str) {
    assert_eq!(refused(text, text), (path.to_string(), message.to_string()), "{text}");
}

#[test]
fn what_a_wrong_header_says() {
    let document = |fields: &str| format!("{{{fields}}}");
    let format = r#""format": "mynumber-pia""#;
    let version = r#""version": 1"#;
    let kind = r#""kind": "key_item""#;
    let edition = r#""edition": "?""#;
    assert!(serde_json::from_str::<Assessment>(&document(&[format, version, kind, edition].join(", "))).is_ok());
    // A missing field of the header is reported, whatever else is there.
    says("{}", "", "missing field `format`");
    for (missing, others) in [
        ("format", [version, kind, edition]),
        ("version", [format, kind, edition]),
        ("kind", [format, version, edition]),
        ("edition", [format, version, kind]),
    ] {
        let message = format!("missing field `{missing}`");
        says(&document(&others.join(", ")), "", &message);
        let [first, second, third] = others;
        says(&document(&[third, r#""changes": []"#, first, second].join(", ")), "", &message);
    }
    says(&document(format), "", "missing field `version`");
    says(&document(&[version, format].join(", ")), "", "missing field `kind`");

    for (wrong, message) in [
        ("\"pdf\"", "invalid value: string \"pdf\", expected the name of the format, \"mynumber-pia\""),
        ("\"\"", "invalid value: string \"\", expected the name of the format, \"mynumber-pia\""),
        ("null", "invalid type: null, expected the name of the format, \"mynumber-pia\""),
        ("1", "invalid type: integer `1`, expected the name of the format, \"mynumber-pia\""),
    ] {
        says(&document(&format!(r#""format": {wrong}"#)), "format", message);
        says(&document(&format!(r#"{kind}, {edition}, "format": {wrong}"#)), "format", message);
    }
    for (wrong, message) in [
        ("2", "version 2 of the format: this crate reads version 1"),
        ("0", "version 0 of the format: this crate reads version 1"),
        ("18446744073709551615", "version 18446744073709551615 of the format: this crate reads version 1"),
        ("\"1\"", "invalid type: string \"1\", expected the version of the format, 1"),
        ("1.0", "invalid type: floating point `1.0`, expected the version of the format, 1"),
        ("-1", "invalid type: integer `-1`, expected the version of the format, 1"),
        ("null", "invalid type: null, expected the version of the format, 1"),
        (
            "18446744073709551616",
            "invalid type: floating point `1.8446744073709552e19`, expected the version of the format, 1",
        ),
    ] {
        says(&document(&format!(r#"{format}, "version": {wrong}"#)), "version", message);
        // The version is before the fields that could differ in another version.
        says(&document(&format!(r#""version": {wrong}, "kind": 7, "covers": []"#)), "version", message);
    }
    // If the version comes later, the field that differs is reported first.
    let (path, error) = refused(&document(r#""covers": [], "version": 2"#), "another version");
    assert!(path == "covers" && error.starts_with("unknown field `covers`, expected one of `format`, "), "{error}");

    let kinds = "for the assessment kind (特定個人情報保護評価の種類): expected one of \
                 basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価)";
    let before = [format, version].join(", ");
    for (wrong, message) in [
        ("\"full\"", format!("unknown code or label \"full\" {kinds}")),
        ("\"\"", format!("unknown code or label \"\" {kinds}")),
        (
            "null",
            "invalid type: null, expected a code or label of the assessment kind (特定個人情報保護評価の種類)"
                .to_string(),
        ),
        (
            "[\"key_item\"]",
            "invalid type: sequence, expected a code or label of the assessment kind (特定個人情報保護評価の種類)"
                .to_string(),
        ),
    ] {
        says(&document(&format!(r#"{before}, "kind": {wrong}"#)), "kind", &message);
        says(&document(&format!(r#""kind": {wrong}, {before}"#)), "kind", &message);
    }
    let header = [before.as_str(), kind, edition].join(", ");
    says(
        &document(&format!(r#"{header}, "extent": "part""#)),
        "extent",
        "unknown code or label \"part\" for the extent of the record (収録範囲): expected one of whole (全体), excerpt (抜粋)",
    );
    says(
        &document(&format!(r#"{header}, "extent": null"#)),
        "extent",
        "invalid type: null, expected a code or label of the extent of the record (収録範囲)",
    );
    // `$schema` is ignored, whatever its value is, but only at the top and only once.
    for schema in ["\"https://example.com/schema.json\"", "\"\"", "null", "7", "{\"$ref\": []}"] {
        let text = document(&format!(r#""$schema": {schema}, {header}"#));
        assert_eq!(
            serde_json::from_str::<Assessment>(&text).unwrap(),
            serde_json::from_str(&document(&header)).unwrap()
        );
    }
    says(&document(&format!(r#""$schema": "a", {header}, "$schema": "a""#)), "", "duplicate field `$schema`");
    let (path, error) = refused(&document(&format!(r#"{header}, "cover": {{"$schema": "a"}}"#)), "a schema inside");
    assert!(
        path == "cover.$schema" && error.starts_with("unknown field `$schema`, expected one of `number`, "),
        "{error}"
    );

    for (text, seen) in
        [("[]", "sequence"), ("7", "integer `7`"), ("\"mynumber-pia\"", "string \"mynumber-pia\""), ("null", "null")]
    {
        says(text, "", &format!("invalid type: {seen}, expected an assessment (特定個人情報保護評価書)"));
    }
    says("", "", "EOF while parsing a value");
    says("{", "", "EOF while parsing an object");
}

#[test]
fn what_a_wrong_edition_says() {
    let document =
        |edition: &str| format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "basic_item"{edition}}}"#);
    assert!(serde_json::from_str::<Assessment>(&document(r#", "edition": "?""#)).is_ok());
    assert!(serde_json::from_str::<Assessment>(&document(r#", "edition": "form_2_2031_04""#)).is_ok());
    says(&document(""), "", "missing field `edition`");
    let none = "the edition is empty: expected an edition such as form_3_2024_10, or \"?\" if it is not known";
    for nothing in ["", "―", "なし"] {
        says(&document(&format!(r#", "edition": "{nothing}""#)), "edition", none);
    }
    let expected = "expected an edition such as form_3_2024_10, or \"?\" if it is not known";
    says(&document(r#", "edition": null"#), "edition", &format!("invalid type: null, {expected}"));
    says(&document(r#", "edition": true"#), "edition", &format!("invalid type: boolean `true`, {expected}"));
    says(
        &document(r#", "edition": "form_3_2024_10""#),
        "edition",
        "the edition form_3_2024_10 belongs to 様式3, but a 基礎項目評価書 uses 様式2",
    );
    says(
        &document(r#", "edition": "令和6年10月 様式4""#),
        "edition",
        "the edition form_4_2024_10 belongs to 様式4, but a 基礎項目評価書 uses 様式2",
    );
    says(&document(r#", "edition": 2024"#), "edition", &format!("invalid type: integer `2024`, {expected}"));
    says(
        &document(r#", "edition": "2024""#),
        "edition",
        "cannot read \"2024\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of \
         様式2, 様式3 or 様式4",
    );
    says(&document(r#", "edition": "?", "edition": "?""#), "", "duplicate field `edition`");
}

/// Errors deeper in a document: one message of each sort, with its path.
#[test]
fn what_is_said_and_where() {
    let says = |fields: &str, path: &str, message: &str| {
        let text =
            format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "?", {fields}}}"#);
        says(&text, path, message);
    };
    let null = "null is not an answer: leave the field out if nothing is answered, write \"\" if the form was left empty \
                and \"?\" if it is not known";
    let or = "―, なし, \"?\" if it is not known, or \"\" if it was left empty";
    says(r#""cover": {"title": null}"#, "cover.title", null);
    says(r#""cover": {"title": 7}"#, "cover.title", &format!("invalid type: integer `7`, expected a text, {or}"));
    says(
        r#""cover": {"published": "2024-02-30"}"#,
        "cover.published",
        "there is no day 30 in 2024-02: expected 1 to 29",
    );
    says(r#""cover": null"#, "cover", "invalid type: null, expected an object (Cover)");
    says(r#""systems": {}"#, "systems", "invalid type: map, expected a sequence");
    says(
        r#""systems": [{}, {"connections": ["tax", "tax"]}]"#,
        "systems[1].connections",
        "the box tax occurs twice: expected each box once",
    );
    says(
        r#""systems": [{"connections": ["taxes"]}]"#,
        "systems[0].connections[0]",
        "unknown code or label \"taxes\" for the connection (他のシステムとの接続): expected one of \
         information_providing_network_system (情報提供ネットワークシステム), intra_office_linkage (庁内連携システム), \
         resident_register_network (住民基本台帳ネットワークシステム), resident_register (既存住民基本台帳システム), \
         addressee (宛名システム等), tax (税務システム), other (その他)",
    );
    says(
        r#""systems": [{"functions": ["a", {"under": "b", "texts": "c"}]}]"#,
        "systems[0].functions[1].texts",
        "unknown field `texts`, expected `under` or `text`",
    );
    says(
        r#""file_sections": [{"provision": {"provided": 1}}]"#,
        "file_sections[0].provision.provided",
        "invalid type: integer `1`, expected \"ticked\", or \"?\" if it is not known; an unticked box is \
         left out",
    );
    says(
        r#""file_sections": [{"provision": {"provided_count": "28人"}}]"#,
        "file_sections[0].provision.provided_count",
        "cannot read \"28人\" as a number: expected 28, 28件 or 30日間",
    );
    says(
        r#""file_sections": [{"provision": {"transfers": [{"timing": [{}]}]}}]"#,
        "file_sections[0].provision.transfers[0].timing",
        "the list or one of its objects is empty: expected objects with of, since or frequency",
    );
    says(
        r#""file_sections": [{"entrustments": [{"chain": [{"re_entrustees": [{"names": "a"}]}]}]}]"#,
        "file_sections[0].entrustments[0].chain[0].re_entrustees[0].names",
        "unknown field `names`, expected one of `name`, `matter`, `handlers`, `re_entrustees`",
    );
    says(
        r#""file_sections": [{"entrustments": [{"chain": [{"name": "a", "name": "b"}]}]}]"#,
        "file_sections[0].entrustments[0].chain[0]",
        "duplicate field `name`",
    );
    says(
        r#""file_sections": [{"entrustments": [{"chain": ["a"]}]}]"#,
        "file_sections[0].entrustments[0].chain[0]",
        "invalid type: string \"a\", expected a party (委託先) with name, matter, handlers and re_entrustees",
    );
    says(
        r#""file_sections": [{"names": []}]"#,
        "file_sections[0].names",
        "the list is empty: leave the field out, or write \"\"",
    );
}

/// The bytes of a file need not be UTF-8.
#[test]
fn bytes_that_are_no_text() {
    let (_, text) = DOCUMENTS[0];
    let scan = Scan::new(text);
    for node in scan.nodes.iter().filter(|node| node.shape == Shape::Text).step_by(20) {
        for bad in [&b"\xFF"[..], b"\x80", b"\xC0\xAF", b"\xED\xA0\x80", b"\0", b"\n", b"\\u", b"\\ud800", b"\\x"] {
            let mut bytes = text.as_bytes().to_vec();
            let start = node.value.start + 1;
            bytes.splice(start..start, bad.iter().copied());
            assert!(serde_json::from_slice::<Assessment>(&bytes).is_err(), "{}: {bad:?}", node.path);
        }
    }
}
