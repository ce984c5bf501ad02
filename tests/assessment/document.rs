//! Reading fields in any order and saving them, raising and lowering documents, and the chains of parties.

use crate::support::{DOCUMENTS, EDOGAWA, KAWAGUCHI, KUMAGAYA};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use mynumber_pia::assessment::{
    Acquisition, Chain, Entrustment, FileName, FileSection, InformationSystem, Link, MAX_TIERS, Need, OpenItem,
    Parties, Party, Recipient, Risk, shared_parties,
};
use mynumber_pia::catalogue::{Expected, Field, FieldPath, Item, PathStep, Repetition, Role, Row, Who, rows};
use mynumber_pia::threshold::Tally;
use mynumber_pia::value::answer::{AnswerError, AnswerKind, Boxes, Given, Line, Lines, Tick, Timing, Timings, Value};
use mynumber_pia::value::band::{CountRange, HandlersBand, PopulationBand, StaffBand};
use mynumber_pia::value::choice::{Adequacy, Audit, Extent, InformationSource, ProvisionMethod, RecordItem};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::text::Nothing;
use mynumber_pia::{Answer, Assessment, AssessmentKind, Count, Facts, Form, FormEdition, Text};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

fn edition(code: &str) -> FormEdition {
    code.parse().unwrap()
}

#[track_caller]
fn read(json: &str) -> Assessment {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn save(document: &Assessment) -> String {
    serde_json::to_string_pretty(document).unwrap() + "\n"
}

/// A small document: a header and these fields.
fn document(kind: AssessmentKind, fields: &str) -> String {
    let edition = FormEdition::latest(kind).unwrap();
    let comma = if fields.is_empty() { "" } else { ", " };
    format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "{edition}"{comma}{fields}}}"#)
}

/// Every form: the known editions, a future one, and an unknown one.
fn forms() -> Vec<Form> {
    let mut forms: Vec<Form> = FormEdition::KNOWN.iter().map(|known| Form::Edition(known.edition)).collect();
    for kind in AssessmentKind::ALL.iter().copied() {
        forms.push(Form::EditionUnknown(kind));
        forms.push(Form::Edition(FormEdition::new(kind, 2031, 4).unwrap()));
    }
    forms
}

// Reading and saving.

/// JSON in which the fields of every object are in reverse alphabetical order.
fn backwards(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Object(fields) => {
            let fields = fields.iter().rev().map(|(name, value)| format!("{}:{}", json!(name), backwards(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        serde_json::Value::Array(list) => {
            format!("[{}]", list.iter().map(backwards).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

/// A document is the same in whatever way it is read, and is saved to the same bytes.
#[test]
fn a_document_is_read_in_any_order() {
    for (name, json) in DOCUMENTS {
        let document = read(json);
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        let sorted = serde_json::to_string(&value).unwrap();
        assert!(!sorted.starts_with(r#"{"format""#), "{name}: `serde_json::Value` sorts the fields");
        let reversed = backwards(&value);
        assert!(reversed.starts_with(r#"{"version""#), "{name}");
        for (way, other) in [
            ("sorted", serde_json::from_str(&sorted)),
            ("reversed", serde_json::from_str(&reversed)),
            ("bytes", serde_json::from_slice(json.as_bytes())),
            ("sorted bytes", serde_json::from_slice(sorted.as_bytes())),
            ("reader", serde_json::from_reader(json.as_bytes())),
            ("reader of sorted bytes", serde_json::from_reader(sorted.as_bytes())),
            ("borrowed value", Assessment::deserialize(&value)),
            ("value", Assessment::deserialize(value.clone())),
            ("from_value", serde_json::from_value(value.clone())),
            ("its own value", serde_json::from_value(serde_json::to_value(&document).unwrap())),
        ] {
            let other: Assessment = other.unwrap_or_else(|error| panic!("{name}, {way}: {error}"));
            assert!(other == document, "{name}, {way}");
            assert!(save(&other) == json, "{name}, {way}: saved otherwise");
        }
    }
    // This holds for parts too.
    let section = &read(EDOGAWA).file_sections[0];
    let value = serde_json::to_value(section).unwrap();
    assert!(FileSection::deserialize(&value).unwrap() == *section);
    assert!(serde_json::from_str::<FileSection>(&backwards(&value)).unwrap() == *section);
}

/// The fields of the header can be anywhere in a document.
#[test]
fn the_header_may_be_anywhere() {
    let header =
        [r#""format":"mynumber-pia""#, r#""version":1"#, r#""kind":"key_item""#, r#""edition":"form_3_2024_10""#];
    let fields = [r#""cover":{"title":"甲","body":"乙"}"#, r#""extent":"excerpt""#, r#""systems":[{"name":"丙"}]"#];
    let expected = read(&format!("{{{},{}}}", header.join(","), fields.join(",")));
    assert_eq!(expected.form, Form::Edition(edition("form_3_2024_10")));
    assert_eq!(expected.extent, Extent::Excerpt);
    // Every order of the seven.
    let all: Vec<&str> = header.into_iter().chain(fields).collect();
    let mut orders = vec![Vec::new()];
    for field in all {
        let longer = |order: &Vec<&'static str>| {
            let order = order.clone();
            (0..=order.len()).map(move |place| {
                let mut longer = order.clone();
                longer.insert(place, field);
                longer
            })
        };
        orders = orders.iter().flat_map(longer).collect();
    }
    assert_eq!(orders.len(), 5_040);
    let saved = serde_json::to_string(&expected).unwrap();
    assert_eq!(
        saved,
        r#"{"format":"mynumber-pia","version":1,"kind":"key_item","edition":"form_3_2024_10","extent":"excerpt","cover":{"title":"甲","body":"乙"},"systems":[{"name":"丙"}]}"#
    );
    for (place, order) in orders.iter().enumerate() {
        let json = format!("{{{}}}", order.join(","));
        assert!(read(&json) == expected, "{json}");
        if place % 97 == 0 {
            // `$schema` is ignored and not saved.
            let with_schema = format!(r#"{{{},"$schema":"https://example.com/pia.json"}}"#, order.join(","));
            for json in [&with_schema, &format!(r#"{{"$schema":7,{}"#, &json[1..])] {
                assert_eq!(serde_json::to_string(&read(json)).unwrap(), saved, "{json}");
            }
        }
    }
}

/// A format that has only signed integers, like TOML.
struct Signed(serde_json::Value);

impl serde::de::IntoDeserializer<'_, serde_json::Error> for Signed {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> serde::Deserializer<'de> for Signed {
    type Error = serde_json::Error;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        use serde::de::value::{MapDeserializer, SeqDeserializer};

        match self.0 {
            serde_json::Value::Object(fields) => {
                visitor.visit_map(MapDeserializer::new(fields.into_iter().map(|(name, value)| (name, Self(value)))))
            }
            serde_json::Value::Array(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter().map(Self))),
            serde_json::Value::Number(number) => visitor.visit_i64(number.as_i64().unwrap()),
            serde_json::Value::String(text) => visitor.visit_string(text),
            other => other.deserialize_any(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn integers_may_be_signed() {
    for (name, json) in DOCUMENTS {
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        assert!(Assessment::deserialize(Signed(value)).unwrap() == read(json), "{name}");
    }
    let of = |population: i64| {
        let json = json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "?",
            "population": population, "systems": [{"number": population}]});
        Assessment::deserialize(Signed(json))
    };
    let read = of(62_000).unwrap();
    assert_eq!(read.population, Answer::Given(Count::Exact(62_000)));
    assert_eq!(read.systems[0].number, Answer::Given(62_000));
    assert_eq!(of(0).unwrap().population, Answer::Given(Count::Exact(0)));
    assert!(of(-1).unwrap_err().to_string().starts_with("invalid type: integer `-1`, expected a count for the "));
    let too_large = of(4_294_967_296).unwrap_err().to_string();
    assert_eq!(too_large, "\"4294967296\" is too large for a count of people: expected at most 4294967295");
    let version = |version: i64| {
        let json = json!({"format": "mynumber-pia", "version": version});
        Assessment::deserialize(Signed(json)).unwrap_err().to_string()
    };
    assert_eq!(version(2), "version 2 of the format: this crate reads version 1");
    assert_eq!(version(-2), "invalid type: integer `-2`, expected the version of the format, 1");
    assert_eq!(version(1), "missing field `kind`");
}

/// Other spellings written by hand are saved in the canonical one, which does not change any more.
#[test]
fn one_way_to_save() {
    let header = r#""format":"mynumber-pia","version":1,"kind":"all_item","edition":"form_4_2024_10""#;
    for (written, saved) in [
        (r#","cover":{"published":"R6.12.6"}"#, r#","cover":{"published":"2024-12-06"}"#),
        (r#","cover":{"published":"令和6年12月6日"}"#, r#","cover":{"published":"2024-12-06"}"#),
        (r#","cover":{"published":"R6.12"}"#, r#","cover":{"published":"2024-12"}"#),
        (r#","cover":{"remarks":"-"}"#, r#","cover":{"remarks":"―"}"#),
        (r#","population":"500""#, r#","population":500"#),
        (
            r#","systems":[{"connections":["other","tax"]},{"connections":[]}]"#,
            r#","systems":[{"connections":["tax","other"]},{}]"#,
        ),
        (r#","extent":"whole","cover":{},"systems":[]"#, ""),
        (
            r#","changes":[{"after":"乙","before":"甲"}],"affair":{"content":"丙","name":"丁"}"#,
            r#","affair":{"name":"丁","content":"丙"},"changes":[{"before":"甲","after":"乙"}]"#,
        ),
        (r#","risks":[{"provision":{"none":""}}],"rule_9":{"applied":""},"$schema":"x""#, r#","risks":[{}]"#),
    ] {
        let (written, saved) = (format!("{{{header}{written}}}"), format!("{{{header}{saved}}}"));
        for json in [&written, &saved] {
            let document: Assessment = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&document).unwrap(), saved, "{json}");
        }
    }
}

// Every value that can be built is loaded as it was saved.

#[track_caller]
fn is_loaded_as_saved<T: serde::Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    let loaded = serde_json::from_str::<T>(&json).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(loaded, *value, "{json}");
    assert_eq!(serde_json::to_string(&loaded).unwrap(), json);
    // Through a value in memory, whose fields are sorted.
    let in_memory = serde_json::to_value(value).unwrap();
    assert_eq!(T::deserialize(&in_memory).unwrap(), *value, "{json}");
}

#[test]
fn every_form_is_loaded_as_saved() {
    for form in forms() {
        let mut document = Assessment::new(edition("form_2_2024_10"));
        document.form = form;
        for extent in Extent::ALL.iter().copied() {
            document.extent = extent;
            is_loaded_as_saved(&document);
        }
        document.extent = Extent::Whole;
        let edition = form.edition().map_or("?".to_string(), |edition| edition.to_string());
        assert_eq!(
            serde_json::to_string(&document).unwrap(),
            format!(r#"{{"format":"mynumber-pia","version":1,"kind":"{}","edition":"{edition}"}}"#, form.kind().code())
        );
    }
}

#[test]
fn values_built_by_hand_are_loaded_as_saved() {
    let text = |text: &str| Text::new(text).unwrap();
    for tick in [Tick::Unticked, Tick::Ticked, Tick::NotKnown] {
        is_loaded_as_saved(&tick);
    }
    let mut some = Boxes::<Audit>::NONE;
    some.set(Audit::Internal, Tick::NotKnown);
    for boxes in [Boxes::NONE, Boxes::not_known(), some] {
        is_loaded_as_saved(&boxes);
    }
    for answer in [Answer::Blank, Answer::NotKnown, Answer::Nothing(Nothing::Dash), Answer::Given(text("甲"))] {
        is_loaded_as_saved(&answer);
        is_loaded_as_saved(&Line { under: None, text: answer.clone() });
        is_loaded_as_saved(&Line { under: Some(text("乙")), text: answer });
    }
    is_loaded_as_saved(&Line { under: Some(text("乙")), text: Answer::Unanswered });

    let lines = Lines::from(text("甲"));
    let headed = Lines::new(vec![Line { under: Some(text("乙")), text: Answer::Unanswered }]).unwrap();
    for lines in [lines.clone(), headed.clone(), lines.clone().and(lines.clone()), headed.clone().and(lines), headed] {
        is_loaded_as_saved(&lines);
        is_loaded_as_saved(&Answer::Given(lines));
    }

    let date: FormDate = "2016-01".parse().unwrap();
    for (of, since, frequency) in (0..8).map(|bits| (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0)) {
        let timing = Timing {
            of: of.then(|| text("紙")),
            since: since.then_some(date),
            frequency: frequency.then(|| text("日次")),
        };
        is_loaded_as_saved(&timing);
        for timings in [vec![timing.clone()], vec![timing.clone(), timing]] {
            if let Some(timings) = Timings::new(timings) {
                is_loaded_as_saved(&Answer::Given(timings));
            }
        }
    }

    let ranges = [
        CountRange::ANY,
        CountRange::at_least(5),
        CountRange::at_least(u32::MAX),
        CountRange::exactly(0),
        CountRange::exactly(5),
        CountRange::new(0, 499).unwrap(),
        CountRange::new(0, u32::MAX).unwrap(),
    ];
    let counts = [0, 1, u32::MAX].map(Count::<PopulationBand>::Exact);
    let bands = PopulationBand::ALL.iter().map(|band| Count::Band(*band));
    for count in counts.into_iter().chain(bands).chain(ranges.map(Count::Range)) {
        is_loaded_as_saved(&count);
        is_loaded_as_saved(&Answer::Given(count));
        is_loaded_as_saved(&Facts { population: Some(count), ..Facts::default() });
        let mut document = Assessment::new(edition("form_4_2024_10"));
        document.population = Answer::Given(count);
        is_loaded_as_saved(&document);
    }
    for count in ranges.map(Count::<HandlersBand>::Range).into_iter().map(Some).chain([None]) {
        is_loaded_as_saved(&Facts { handlers: count, ..Facts::default() });
    }

    // Parts without an answer, and lists of them.
    is_loaded_as_saved(&FileName::default());
    is_loaded_as_saved(&Risk::default());
    is_loaded_as_saved(&Recipient::<ProvisionMethod>::default());
    let mut document = Assessment::new(edition("form_3_2024_10"));
    document.files = vec![FileName::default(); 3];
    document.file_sections = vec![FileSection::default(); 2];
    document.file_sections[1].provision.provisions = vec![Recipient::default()];
    document.file_sections[1].outline.main_record_items.set(RecordItem::LocalTax, Tick::NotKnown);
    document.changes = vec![mynumber_pia::assessment::Change::default()];
    is_loaded_as_saved(&document);
}

// Raising and lowering.

/// Every answered field of a document, with its item and what it prints.
fn said(document: &Assessment) -> BTreeMap<String, (Item, String)> {
    let mut said = BTreeMap::new();
    document.walk(|field| {
        let says_something = match field.value {
            Value::Given(Given::Box(tick)) => tick != Tick::Unticked,
            Value::Blank => true,
            other => other.is_answered(),
        };
        if says_something {
            let blank = matches!(field.value, Value::Blank);
            let shown = if blank { "(空欄)".to_string() } else { field.value.to_string() };
            let other = said.insert(field.path.to_string(), (field.item, shown));
            assert_eq!(other, None, "{} is visited twice", field.path);
        }
    });
    said
}

fn with_form(document: &Assessment, form: Form) -> Assessment {
    let mut document = document.clone();
    document.form = form;
    document
}

/// The document is raised and lowered through every form, and saved and loaded in each. Nothing is lost.
#[track_caller]
fn goes_up_and_down(document: &Assessment) {
    let (before, facts) = (said(document), Facts::from(document));
    let mut here = document.clone();
    for form in forms() {
        here.form = form;
        assert_eq!((here.kind(), here.form.edition()), (form.kind(), form.edition()));
        let saved = serde_json::to_string(&here).unwrap();
        let loaded = read(&saved);
        assert!(loaded == here, "{form:?}: not loaded as saved");
        assert!(said(&loaded) == before, "{form:?}: another answer");
        assert_eq!(Facts::from(&loaded), facts, "{form:?}: the threshold can still be determined");
        here = loaded;
    }
    here.form = document.form;
    assert!(here == *document);
}

#[test]
fn real_documents_go_up_and_down() {
    for (name, json) in DOCUMENTS {
        let document = read(json);
        goes_up_and_down(&document);
        for form in forms() {
            let raised = read(&save(&with_form(&document, form)));
            assert!(save(&with_form(&raised, document.form)) == json, "{name}: {form:?}");
        }
    }
}

#[test]
fn how_many_answers_the_real_documents_keep() {
    let answers = DOCUMENTS.map(|(name, json)| (name, said(&read(json)).len()));
    assert_eq!(
        answers,
        [("edogawa", 2120), ("shinjuku", 368), ("kawaguchi", 490), ("kumagaya", 509), ("matsudo", 208)]
    );
}

#[test]
fn small_documents_go_up_and_down() {
    for fields in [
        "",
        r#""extent": "excerpt""#,
        r#""systems": [{}, {"number": 3}], "files": [{}]"#,
        r#""risk": {"submitted": "basic_item"}"#,
        r#""risk": {"no_entrustment": "ticked", "no_linkage_provision": "?", "audits": "?"}"#,
        r#""rule_9": {"applied": "ticked", "reason": ["災害", {"under": "根拠", "text": "―"}]}"#,
        r#""population": "?", "threshold": {"handlers": 499, "incident": "no", "result": "?"}"#,
        r#""other_bodies": "", "linkage": {"bases": "なし"}, "changes": [{}, {"continues": "ticked"}]"#,
        r#""risks": [{}, {}, {}]"#,
        r#""risks": [{"audits": "?"}, {"audits": ["internal"]}]"#,
        r#""risks": [{}, {"training": "especially", "training_detail": "", "other_measures": "―"}]"#,
        r#""risks": [{"acquisition": {"measures": ""}, "usage": {"linking_measures": "?"}}]"#,
        r#""risks": [{"acquisition": {"measures": "甲", "others_measures": "乙"}}], "risk": {"acquisition": "sufficient"}"#,
        r#""risks": [{"acquisition": {"measures": [{"under": "甲"}, {"under": "乙", "text": "丙"}]}}]"#,
        r#""file_sections": [{}, {"entrustments": [{}], "provision": {"transfers": [{}], "neither": "?"}}]"#,
        r#""other_risk": {"training": "sufficient"}, "cover": {"approved": "2024-04-01"}"#,
    ] {
        for kind in AssessmentKind::ALL.iter().copied() {
            goes_up_and_down(&read(&document(kind, fields)));
        }
    }
}

/// Sets the value at `path`. Missing parts on the way are added, but not entries of lists.
fn set(document: &mut serde_json::Value, path: &FieldPath, value: serde_json::Value) {
    let mut here = document;
    for step in path.steps() {
        here = match step {
            PathStep::Field(name) => {
                let object = here.as_object_mut().unwrap();
                object.entry(*name).or_insert_with(|| json!({}))
            }
            PathStep::Index(index) => &mut here[index],
        };
    }
    *here = value;
}

fn pointer(path: &FieldPath) -> String {
    path.steps().iter().fold(String::new(), |pointer, step| match step {
        PathStep::Field(name) => format!("{pointer}/{name}"),
        PathStep::Index(index) => format!("{pointer}/{index}"),
    })
}

/// A document in which every field of every form has a different answer, if the kind of answer allows it. Every list
/// has two entries.
fn filled() -> serde_json::Value {
    let lists = r#""systems": [{}, {}], "files": [{}, {}], "file_sections": [
            {"entrustments": [{}, {}], "provision": {"provisions": [{}, {}], "transfers": [{}, {}]}},
            {"entrustments": [{"chain": [{}, {"re_entrustees": [{}, {}]}]}, {}],
                "provision": {"provisions": [{}, {}], "transfers": [{}, {}]}}
        ], "record_items": [{}, {}], "risks": [{}, {}], "changes": [{}, {}]"#;
    let skeleton = document(AssessmentKind::AllItem, lists);
    let mut fields = Vec::new();
    read(&skeleton).walk(|field| fields.push((field.kind, field.path.to_owned())));
    let mut value: serde_json::Value = serde_json::from_str(&skeleton).unwrap();
    for (place, (answer, path)) in fields.iter().enumerate() {
        let said = match answer {
            AnswerKind::Text => json!(format!("記載{place}")),
            AnswerKind::Band | AnswerKind::Number => json!(place),
            AnswerKind::Date => json!(format!("20{:02}-{:02}", place % 100, place % 12 + 1)),
            AnswerKind::CheckBox => json!("ticked"),
            AnswerKind::Choice | AnswerKind::CheckBoxes => {
                // The error of a wrong code names the right ones.
                let one = |code: &str| if *answer == AnswerKind::CheckBoxes { json!([code]) } else { json!(code) };
                let mut wrong = value.clone();
                set(&mut wrong, path, one("x"));
                let error = serde_json::from_value::<Assessment>(wrong).unwrap_err().to_string();
                let codes = error.split_once("expected one of ").unwrap_or_else(|| panic!("{path}: {error}")).1;
                let codes: Vec<&str> = codes.split(", ").collect();
                let code = codes[place % codes.len()];
                one(code.split_once(" (").map_or(code, |(code, _)| code))
            }
        };
        set(&mut value, path, said);
    }
    value
}

#[test]
fn a_document_filled_to_the_last_field_goes_up_and_down() {
    let document = Assessment::deserialize(&filled()).unwrap();
    let mut fields = 0;
    document.walk(|_| fields += 1);
    assert_eq!(said(&document).len(), fields, "every field says something");
    goes_up_and_down(&document);
    for form in forms() {
        assert_eq!(with_form(&document, form).open_items(), [], "{form:?}");
    }
}

/// A walk visits every stored answer once, with the path at which it is stored.
#[test]
fn the_paths_of_a_walk_are_those_of_the_json() {
    let filled = serde_json::to_string(&filled()).unwrap();
    for (name, json) in DOCUMENTS.into_iter().chain([("filled", filled.as_str())]) {
        let document = read(json);
        for form in forms() {
            let document = with_form(&document, form);
            let mut stored = serde_json::to_value(&document).unwrap();
            for header in ["format", "version", "kind", "edition", "extent"] {
                stored.as_object_mut().unwrap().remove(header);
            }
            let (mut paths, mut is_vacant) = (BTreeSet::new(), 0);
            document.walk_with_empty_forms(|field| {
                let path = field.path.to_owned();
                assert_eq!(path.to_string(), field.path.to_string());
                assert!(paths.insert(path.to_string()), "{name}: {path} is visited twice");
                let at = stored.pointer_mut(&pointer(&path));
                let vacant = match field.value {
                    Value::Unanswered => true,
                    Value::Given(Given::Box(tick)) => tick == Tick::Unticked,
                    Value::Given(Given::Boxes(boxes)) => boxes.overall() == Tick::Unticked,
                    _ => false,
                };
                assert_eq!(at.is_none(), vacant, "{name}: {path}");
                is_vacant += usize::from(vacant);
                if let Some(at) = at {
                    *at = json!(null);
                }
            });
            assert!(name == "filled" || is_vacant > 0);
            // Every answer was visited.
            assert!(!has_leaf(&stored), "{name}: {stored}");
        }
    }
}

/// Whether an answer is left: a string, a number, or a list of strings.
fn has_leaf(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Object(fields) => fields.values().any(has_leaf),
        serde_json::Value::Array(list) => list.iter().any(has_leaf),
        serde_json::Value::Null => false,
        serde_json::Value::Bool(_) | serde_json::Value::Number(_) | serde_json::Value::String(_) => true,
    }
}

// What is still to fill in.

/// The list of an empty document, read from the catalogue.
#[test]
fn an_empty_document_is_filled_in_as_its_form_prints_it() {
    for form in forms() {
        let mut draft = Assessment::new(edition("form_2_2024_10"));
        draft.form = form;
        let mut paths = BTreeMap::new();
        draft.walk_with_empty_forms(|field| {
            if field.role == Role::Answer && field.row.is_some() {
                paths.insert(field.item, field.path.to_owned());
            }
        });
        let need = |row: &Row| match (row.requirement.of, row.requirement.when.map(|condition| condition.is)) {
            (Who::Nobody | Who::AdministrativeOrgans, _) => Some(Need::Voluntary),
            // An unticked box is reported as such. An unticked group does not contain such a box.
            (Who::Everybody | Who::LocalGovernments, None | Some(Expected::Unticked)) => Some(Need::Required),
            (Who::Everybody | Who::LocalGovernments, Some(Expected::Ticked | Expected::Has { .. })) => None,
            (Who::Everybody | Who::LocalGovernments, Some(Expected::Chosen { .. } | Expected::ChosenOther { .. })) => {
                Some(Need::Conditional)
            }
        };
        let expected: Vec<(Item, String, Need)> = rows(form.kind(), form.edition())
            .filter(|row| row.answer != AnswerKind::CheckBox)
            .filter_map(|row| Some((row.item, paths.get(&row.item)?.to_string(), need(row)?)))
            .collect();
        let open_items = draft.open_items();
        assert!(open_items.iter().all(|one| one.suggestions.is_empty()));
        let listed: Vec<(Item, String, Need)> =
            open_items.into_iter().map(|one| (one.item, one.path.to_string(), one.need)).collect();
        assert_eq!(listed, expected, "{form:?}");
        assert!(listed.len() > 20, "{form:?}");
    }
}

/// Every printed field that should be answered and is not. This test finds them with its own walk.
fn open(document: &Assessment) -> Vec<(Item, String)> {
    let mut open = Vec::new();
    document.walk_with_empty_forms(|field: &Field<'_>| {
        let empty = match field.value {
            Value::Unanswered | Value::Blank => true,
            Value::Given(Given::Boxes(boxes)) => boxes.overall() == Tick::Unticked,
            _ => false,
        };
        assert_eq!(field.is_open(), field.role == Role::Answer && field.row.is_some() && empty, "{}", field.path);
        if field.is_open() {
            open.push((field.item, field.path.to_string()));
        }
    });
    open
}

fn row_of(document: &Assessment, item: Item) -> (usize, &'static Row) {
    let mut rows = rows(document.kind(), document.form.edition()).enumerate();
    rows.find(|(_, row)| row.item == item).unwrap()
}

/// The list of what is still to fill in has only fields that the walk finds open, each once, in the order of the form.
#[test]
fn what_is_to_be_filled_in_of_real_documents() {
    for (name, json) in DOCUMENTS {
        for form in forms() {
            let document = with_form(&read(json), form);
            let at = format!("{name} {form:?}");
            let open_items = document.open_items();
            let open = open(&document);
            let listed: BTreeSet<String> = open_items.iter().map(|one| one.path.to_string()).collect();
            assert_eq!(listed.len(), open_items.len(), "{at}: a path is listed twice");
            for one in &open_items {
                let is_open = open.contains(&(one.item, one.path.to_string()));
                // An unticked box is listed if it is ticked in the field of another form.
                assert_ne!(is_open, row_of(&document, one.item).1.answer == AnswerKind::CheckBox, "{at}: {}", one.path);
                assert!(is_open || !one.suggestions.is_empty(), "{at}: {}", one.path);
                let (_, row) = row_of(&document, one.item);
                let fits = match (row.requirement.of, row.requirement.when.map(|condition| condition.is)) {
                    (Who::Everybody, None) => one.need == Need::Required,
                    (Who::Everybody, Some(Expected::Unticked)) => one.need != Need::Voluntary,
                    (Who::Everybody, Some(_)) => one.need == Need::Conditional,
                    (Who::Nobody, _) => one.need == Need::Voluntary,
                    (Who::AdministrativeOrgans | Who::LocalGovernments, _) => one.need != Need::Conditional,
                };
                assert!(fits, "{at}: {} {:?}", one.path, one.need);
            }
            // If an open field is not listed, it depends on another answer, or is in a block that was left empty.
            for (item, path) in open.iter().filter(|(_, path)| !listed.contains(path)) {
                let (_, row) = row_of(&document, *item);
                let depends = row.requirement.when.is_some();
                let is_in_block = ["entrustments[", "provisions[", "transfers["].iter().any(|list| path.contains(list));
                assert!(depends || is_in_block, "{at}: {path} is not listed");
            }
            // Within an entry of a list and outside lists, the order is that of the rows. The entries of a list follow
            // each other.
            let mut before: BTreeMap<String, usize> = BTreeMap::new();
            for one in &open_items {
                let path = one.path.to_string();
                let entry = path.rfind(']').map_or("", |end| &path[..=end]).to_string();
                let place = row_of(&document, one.item).0;
                let above = before.insert(entry, place);
                assert!(above.is_none_or(|above| above < place), "{at}: {path} is out of order");
            }
            let entry = |one: &OpenItem| {
                let steps = one.path.steps();
                let place = steps.iter().position(|step| matches!(step, PathStep::Index(_)))?;
                Some((steps[..place].to_vec(), steps[place]))
            };
            let entries: Vec<_> = open_items.iter().filter_map(entry).collect();
            let mut met: BTreeMap<&[PathStep], PathStep> = BTreeMap::new();
            for block in entries.chunk_by(|a, b| a == b) {
                let (list, index) = &block[0];
                let before = met.insert(list, *index);
                assert!(before.is_none_or(|before| before < *index), "{at}: {list:?} {index:?} is out of order");
            }
        }
    }
}

/// What is suggested are all answers to the same question that the form does not print, in the order of the fields. An
/// item that one of the forms splits takes them from its own section.
#[test]
fn suggestions_are_answers_to_the_same_question() {
    let mut suggestions = 0;
    let filled = filled().to_string();
    for (name, json) in DOCUMENTS.into_iter().chain([("every field", filled.as_str())]) {
        for form in forms() {
            let document = with_form(&read(json), form);
            let mut elsewhere = Vec::new();
            document.walk(|field| {
                if field.value.is_given() && field.role == Role::Answer && field.row.is_none() {
                    elsewhere.push((field.item, field.path.to_owned()));
                }
            });
            for one in document.open_items() {
                let is_suggested = |(item, path): &&(Item, FieldPath)| {
                    let is_split = SPLITS.iter().any(|(whole, parts)| {
                        (one.item == *whole && parts.contains(item)) || (*item == *whole && one.item == parts[2])
                    });
                    let section = |path: &FieldPath| path.index_of(Assessment::risks);
                    *item == one.item || (is_split && section(path) == section(&one.path))
                };
                let expected: Vec<&FieldPath> = elsewhere.iter().filter(is_suggested).map(|(_, path)| path).collect();
                let from: Vec<&FieldPath> = one.suggestions.iter().collect();
                assert_eq!(from, expected, "{name} {form:?}: {}", one.path);
                assert!(!from.contains(&&one.path));
                suggestions += from.len();
            }
        }
    }
    assert!(suggestions > 100, "{suggestions}");
}

/// The items of 様式3 that 様式4 splits, written down independently of the tables in `src/`.
const SPLITS: [(Item, [Item; 3]); 2] = [
    (
        Item::AcquisitionPurposeMeasures,
        [Item::AcquisitionOthersMeasures, Item::AcquisitionUnneededMeasures, Item::AcquisitionPurposeOtherMeasures],
    ),
    (Item::LinkingMeasures, [Item::LinkingAddresseeMeasures, Item::LinkingSystemMeasures, Item::LinkingOtherMeasures]),
];

/// The suggestions, as 「path <- paths」.
fn suggested(document: &Assessment) -> Vec<String> {
    let shown = |one: &OpenItem| {
        let from: Vec<String> = one.suggestions.iter().map(ToString::to_string).collect();
        format!("{} <- {}", one.path, from.join(", "))
    };
    document.open_items().iter().filter(|one| !one.suggestions.is_empty()).map(shown).collect()
}

/// The fields for the adequacy of measures: of each risk section, and of the affair.
const ADEQUACIES: [(&str, &str); 8] = [
    ("risks[0].acquisition.adequacy", "risk.acquisition"),
    ("risks[0].usage.linking_adequacy", "risk.linking"),
    ("risks[0].usage.unauthorized_adequacy", "risk.unauthorized"),
    ("risks[0].entrustment.adequacy", "risk.entrustment"),
    ("risks[0].provision.adequacy", "risk.provision"),
    ("risks[0].linkage.acquisition_adequacy", "risk.linkage_acquisition"),
    ("risks[0].linkage.provision_adequacy", "risk.linkage_provision"),
    ("risks[0].retention.adequacy", "risk.leakage"),
];

#[test]
fn what_a_raised_document_suggests() {
    let raised = with_form(&read(KUMAGAYA), Form::Edition(edition("form_3_2024_10")));
    let paths: Vec<String> = raised.open_items().iter().map(|one| one.path.to_string()).collect();
    // 様式2 has only the names of the thirteen systems, so the functions and connections of all of them are open.
    for path in ["systems[0].functions", "systems[12].connections"] {
        assert!(paths.iter().any(|open| open == path), "{path}");
    }
    for path in ["systems[0].name", "files[0].operator", "other_bodies", "changes[0].reason", "risk.priority.grounds"] {
        assert!(!paths.iter().any(|open| open == path), "{path}");
    }
    // 様式2 does not have these sections.
    for path in ["file_sections[0].names", "file_sections[0].outline.kind", "record_items[0].items", "risks[0].names"] {
        assert!(paths.iter().any(|open| open == path), "{path}");
    }
    // In 様式4, 従業者に対する教育・啓発 has one field, the same one, and 監査 has other items.
    let adequacies = ADEQUACIES.map(|(each, once)| format!("{each} <- {once}"));
    let others = ["risks[0].audits <- risk.audits", "risks[0].training <- other_risk.training"];
    assert_eq!(suggested(&raised), [adequacies.as_slice(), &others.map(String::from)].concat());
    let raised = with_form(&raised, Form::Edition(edition("form_4_2018_05")));
    assert_eq!(suggested(&raised), adequacies);
    // From 様式3 to 様式4.
    let raised = with_form(&read(KAWAGUCHI), Form::Edition(edition("form_4_2018_05")));
    assert_eq!(
        suggested(&raised),
        [
            "risks[0].acquisition.purpose_other_measures <- risks[0].acquisition.measures",
            "risks[0].usage.linking_other_measures <- risks[0].usage.linking_measures",
            "other_risk.training <- risks[0].training",
            "other_risk.training_detail <- risks[0].training_detail",
            "other_risk.other_measures <- risks[0].other_measures",
        ]
    );
}

#[test]
fn what_a_lowered_document_suggests() {
    let lowered = with_form(&read(EDOGAWA), Form::Edition(edition("form_3_2024_10")));
    let (acquisition, usage) = ("risks[0].acquisition", "risks[0].usage");
    assert_eq!(
        suggested(&lowered),
        [
            format!("{acquisition}.measures <- {acquisition}.others_measures, {acquisition}.unneeded_measures"),
            format!(
                "{usage}.linking_measures <- {usage}.linking_addressee_measures, {usage}.linking_system_measures, \
                 {usage}.linking_other_measures"
            ),
            "risks[0].training <- other_risk.training".to_string(),
            "risks[0].training_detail <- other_risk.training_detail".to_string(),
            "risks[0].other_measures <- other_risk.other_measures".to_string(),
        ]
    );
    let lowered = with_form(&read(EDOGAWA), Form::Edition(edition("form_2_2024_10")));
    assert_eq!(suggested(&lowered), ADEQUACIES.map(|(each, once)| format!("{once} <- {each}")));
    let required: Vec<String> = lowered
        .open_items()
        .into_iter()
        .filter(|one| one.need == Need::Required && one.suggestions.is_empty())
        .map(|one| one.path.to_string())
        .collect();
    assert_eq!(
        required,
        [
            "threshold.population_as_of",
            "threshold.handlers",
            "threshold.handlers_as_of",
            "threshold.incident",
            "risk.submitted",
            "risk.manual_work.adequacy",
            "risk.manual_work.grounds",
            "risk.audits",
            "risk.priority.measure",
            "risk.priority.adequacy",
            "risk.priority.grounds",
        ]
    );
}

#[track_caller]
fn fill_at(document: &Assessment, path: &str) -> OpenItem {
    let open_items = document.open_items();
    open_items
        .into_iter()
        .find(|one| one.path.to_string() == path)
        .unwrap_or_else(|| panic!("{path} is not to be filled in"))
}

/// The items that one form asks once and another in each risk section, with the field of the affair and the field of a
/// section. Check boxes are left out because they are never open.
fn asked_twice() -> Vec<(Item, FieldPath, FieldPath)> {
    let (mut once, mut each) = (BTreeMap::new(), BTreeMap::new());
    Assessment::deserialize(&filled()).unwrap().walk(|field| {
        if field.role == Role::Answer && field.kind != AnswerKind::CheckBox {
            let fields = if field.path.times() == Repetition::Once { &mut once } else { &mut each };
            fields.entry(field.item).or_insert_with(|| field.path.to_owned());
        }
    });
    once.into_iter().filter_map(|(item, once)| Some((item, once, each.remove(&item)?))).collect()
}

/// The latest edition of a form that asks the item this often, if there is one.
fn asking(item: Item, times: Repetition) -> Option<Form> {
    let asks = |kind: &AssessmentKind| rows(*kind, None).any(|row| row.item == item && row.times == times);
    AssessmentKind::ALL.iter().copied().find(asks).map(Form::EditionUnknown)
}

fn section(path: &FieldPath, index: usize) -> String {
    path.to_string().replace("[0]", &format!("[{index}]"))
}

#[test]
fn an_answer_of_the_affair_is_adopted_in_each_section() {
    let asked_twice = asked_twice();
    assert_eq!(asked_twice.len(), 12);
    let filled = filled();
    for (item, once, each) in &asked_twice {
        let said = filled.pointer(&pointer(once)).unwrap();
        let of = |risks: usize| {
            let mut value: serde_json::Value = serde_json::from_str(&document(AssessmentKind::BasicItem, "")).unwrap();
            value["risks"] = json!(vec![json!({}); risks]);
            set(&mut value, once, said.clone());
            with_form(&Assessment::deserialize(&value).unwrap(), asking(*item, Repetition::Each).unwrap())
        };
        for risks in [0, 1, 3] {
            let mut document = of(risks);
            for index in 0..risks.max(1) {
                let path = section(each, index);
                let one = fill_at(&document, &path);
                assert_eq!((one.item, one.suggestions.as_slice()), (*item, [once.clone()].as_slice()), "{path}");
                assert!(document.adopt(&one), "{path}");
                assert!(document.open_items().iter().all(|one| one.path.to_string() != path), "{path} is open still");
            }
            let saved = serde_json::to_value(&document).unwrap();
            assert_eq!(saved["risks"].as_array().unwrap().len(), risks.max(1));
            for index in 0..risks.max(1) {
                let at = pointer(each).replace("/0/", &format!("/{index}/"));
                assert_eq!(saved.pointer(&at), Some(said), "{each} {index}");
            }
            assert_eq!(saved.pointer(&pointer(once)), Some(said), "{once} is kept");
        }
    }
}

#[test]
fn answers_of_the_sections_are_adopted_for_the_affair_if_they_agree() {
    let filled = filled();
    for (item, once, each) in asked_twice() {
        let said = filled.pointer(&pointer(&each)).unwrap();
        let other = match said {
            serde_json::Value::String(code) if code.contains("記載") => json!("別の記載"),
            serde_json::Value::String(code) if code == "sufficient" => json!("especially"),
            serde_json::Value::String(_) => json!("sufficient"),
            _ => json!(["self_inspection", "external"]),
        };
        assert_ne!(*said, other);
        let of = |answers: &[&serde_json::Value]| {
            let mut value: serde_json::Value = serde_json::from_str(&document(AssessmentKind::KeyItem, "")).unwrap();
            value["risks"] = json!(vec![json!({}); answers.len()]);
            for (index, said) in answers.iter().enumerate() {
                let at = pointer(&each).replace("/0/", &format!("/{index}/"));
                let mut here = &mut value;
                for step in at.split('/').skip(1) {
                    here = match step.parse::<usize>() {
                        Ok(index) => here.get_mut(index).unwrap(),
                        Err(_) => &mut here[step],
                    };
                }
                *here = (*said).clone();
            }
            with_form(&Assessment::deserialize(&value).unwrap(), asking(item, Repetition::Once).unwrap())
        };
        for (answers, agree) in [
            (vec![said], true),
            (vec![said, said], true),
            (vec![said, said, said], true),
            (vec![said, &other], false),
            (vec![&other, said, said], false),
            (vec![said, said, &other], false),
        ] {
            let mut document = of(&answers);
            let before = document.clone();
            let one = fill_at(&document, &once.to_string());
            assert_eq!(one.item, item);
            let from: Vec<String> = one.suggestions.iter().map(ToString::to_string).collect();
            assert_eq!(from, (0..answers.len()).map(|index| section(&each, index)).collect::<Vec<_>>());
            assert_eq!(document.adopt(&one), agree, "{once}");
            if agree {
                assert_eq!(serde_json::to_value(&document).unwrap().pointer(&pointer(&once)), Some(said));
                assert!(document.open_items().iter().all(|one| one.path != once), "{once} is open still");
            } else {
                assert!(document == before, "{once}: changed though the sections do not agree");
            }
        }
        // Without an answer there is nothing to adopt.
        let mut document = of(&[]);
        let one = fill_at(&document, &once.to_string());
        assert!(one.suggestions.is_empty() && !document.adopt(&one));
    }
}

#[test]
fn measures_that_the_deeper_form_splits_are_adopted_whole() {
    for (part, whole, parts) in [
        ("acquisition", "measures", ["others_measures", "unneeded_measures", "purpose_other_measures"]),
        (
            "usage",
            "linking_measures",
            ["linking_addressee_measures", "linking_system_measures", "linking_other_measures"],
        ),
    ] {
        let fields = format!(
            r#""risks": [{{"{part}": {{"{whole}": ["甲", {{"under": "乙"}}]}}}}, {{"{part}": {{"{whole}": "―"}}}}, {{"{part}": {{"{whole}": "丙"}}}}]"#
        );
        let mut document = with_form(
            &read(&document(AssessmentKind::KeyItem, &fields)),
            Form::EditionUnknown(AssessmentKind::AllItem),
        );
        // Until it is split, the last part can take all of it. Each section has its own answer. A dash is not an answer
        // to take.
        let at = |index: usize, field: &str| format!("risks[{index}].{part}.{field}");
        let expected = [0, 2].map(|index| format!("{} <- {}", at(index, parts[2]), at(index, whole)));
        assert_eq!(suggested(&document), expected);
        for index in [0, 2] {
            let one = fill_at(&document, &at(index, parts[2]));
            assert_eq!(one.need, Need::Voluntary);
            assert!(document.adopt(&one));
        }
        let saved = serde_json::to_value(&document).unwrap();
        let said = |index: usize, field: &str| saved["risks"][index][part].get(field).cloned();
        assert_eq!(said(0, parts[2]), Some(json!(["甲", {"under": "乙"}])));
        assert_eq!(said(0, whole), said(0, parts[2]), "what was adopted is kept");
        assert_eq!((said(1, parts[2]), said(2, parts[2])), (None, Some(json!("丙"))));
        assert_eq!((said(0, parts[0]), said(0, parts[1])), (None, None));
        assert_eq!(suggested(&document), Vec::<String>::new());
    }
}

#[test]
fn measures_that_the_deeper_form_splits_are_joined() {
    let joined = |fields: &str| {
        let json = document(AssessmentKind::AllItem, &format!(r#""risks": [{{}}, {{{fields}}}]"#));
        let mut lowered = with_form(&read(&json), Form::EditionUnknown(AssessmentKind::KeyItem));
        let before = lowered.clone();
        let measures = ["risks[1].acquisition.measures", "risks[1].usage.linking_measures"].map(|path| {
            let one = fill_at(&lowered, path);
            let is_adopted = lowered.adopt(&one);
            assert_eq!(is_adopted, !one.suggestions.is_empty());
        });
        assert_eq!(measures.len(), 2);
        assert_eq!(lowered.risks[0], before.risks[0], "another section");
        let risk = serde_json::to_value(&lowered.risks[1]).unwrap();
        let said = |part: &str, field: &str| risk.pointer(&format!("/{part}/{field}")).cloned();
        (said("acquisition", "measures"), said("usage", "linking_measures"))
    };
    assert_eq!(
        joined(r#""acquisition": {"purpose_other_measures": "丙", "others_measures": "甲"}"#),
        (Some(json!(["甲", "丙"])), None),
        "in the order of the form"
    );
    assert_eq!(
        joined(
            r#""usage": {"linking_addressee_measures": "甲", "linking_system_measures": [{"under": "乙"}, "丙"], "linking_other_measures": "丁"}"#
        ),
        (None, Some(json!(["甲", {"under": "乙"}, "丙", "丁"])))
    );
    // A mark for nothing, a blank and an answer that is not known add nothing.
    assert_eq!(
        joined(r#""acquisition": {"others_measures": "―", "unneeded_measures": [{"under": "乙", "text": "丁"}]}"#),
        (Some(json!([{"under": "乙", "text": "丁"}])), None)
    );
    assert_eq!(joined(r#""acquisition": {"others_measures": "―", "unneeded_measures": ""}"#), (None, None));
    assert_eq!(joined(r#""acquisition": {"others_measures": "?"}"#), (None, None));
    assert_eq!(joined(""), (None, None));
}

/// The document may have changed since the list was made.
#[test]
fn a_suggestion_that_is_gone_is_not_adopted() {
    let json = document(AssessmentKind::BasicItem, r#""risk": {"acquisition": "sufficient"}"#);
    let raised = with_form(&read(&json), Form::EditionUnknown(AssessmentKind::KeyItem));
    let one = fill_at(&raised, "risks[0].acquisition.adequacy");
    let mut without = raised.clone();
    without.risk.acquisition = Answer::Unanswered;
    let before = without.clone();
    assert!(!without.adopt(&one), "nothing to take over");
    assert!(without == before);
    let mut raised = raised;
    assert!(raised.adopt(&one));
    assert_eq!(serde_json::to_string(&raised.risks).unwrap(), r#"[{"acquisition":{"adequacy":"sufficient"}}]"#);
}

// Chains

fn entrustment(json: &str) -> Entrustment {
    serde_json::from_str(json).unwrap()
}

type Shown = (usize, Option<String>, Vec<String>);

fn links(entrustment: &Entrustment) -> Vec<Shown> {
    let owned = |names: Vec<&str>| names.into_iter().map(ToString::to_string).collect();
    let links = Chain::of(entrustment).links().into_iter();
    links.map(|link| (link.tier, link.name.map(ToString::to_string), owned(link.through))).collect()
}

fn link(tier: usize, name: &str, through: &[&str]) -> Shown {
    let name = (!name.is_empty()).then(|| name.to_string());
    (tier, name, through.iter().map(ToString::to_string).collect())
}

#[test]
fn several_parties_stand_at_a_tier() {
    let one = entrustment(
        r#"{"entrustee": "甲、乙", "re_entrustment": "re_entrusted", "chain": [
            {"name": "甲", "re_entrustees": [{"name": "丙"}, {"name": "丁", "re_entrustees": [{"name": "戊"}]}]},
            {"name": "乙", "re_entrustees": [{"name": "丙"}]}
        ]}"#,
    );
    assert_eq!(
        links(&one),
        [
            link(1, "甲", &[]),
            link(2, "丙", &["甲"]),
            link(2, "丁", &["甲"]),
            link(3, "戊", &["甲", "丁"]),
            link(1, "乙", &[]),
            link(2, "丙", &["乙"]),
        ]
    );
    assert_eq!(Chain::of(&one).depth(), 3);
    assert_eq!(one.chain.to_string(), "甲（丙、丁（戊））、乙（丙）");
    assert_eq!(Chain::of(&one).to_string(), one.chain.to_string());
    let terms: Vec<&str> = Chain::of(&one).links().iter().map(Link::term).collect();
    assert_eq!(terms, ["委託先", "再委託先", "再委託先", "再々委託先", "委託先", "再委託先"]);
    // A party that occurs twice in one chain is not shared. If it is also in another chain, it is listed once for each
    // chain.
    assert_eq!(shared_parties([Chain::of(&one)]), []);
    let other = entrustment(r#"{"entrustee": "　丙 "}"#);
    let third = entrustment(r#"{"chain": [{"name": "庚"}, {"name": "乙"}]}"#);
    let shared = shared_parties([Chain::of(&one), Chain::of(&other), Chain::of(&third)]);
    let shared: Vec<_> = shared.iter().map(|party| (party.name, party.chains.as_slice())).collect();
    assert_eq!(shared, [("丙", &[0, 1][..]), ("乙", &[0, 2])]);
    assert_eq!(shared_parties([]), []);
}

#[test]
fn parties_without_a_name() {
    // Nothing is known.
    assert_eq!(links(&entrustment("{}")), []);
    assert_eq!(Chain::of(&entrustment("{}")).depth(), 0);
    assert_eq!(links(&entrustment(r#"{"entrustee": "―"}"#)), []);
    // The printed entrustee is the only party.
    assert_eq!(
        links(&entrustment(r#"{"entrustee": "甲", "re_entrustment": "not_re_entrusted"}"#)),
        [link(1, "甲", &[])]
    );
    // 再委託する means a second tier, even if nobody is named.
    assert_eq!(
        links(&entrustment(r#"{"entrustee": "甲", "re_entrustment": "re_entrusted"}"#)),
        [link(1, "甲", &[]), link(2, "", &["甲"])]
    );
    assert_eq!(links(&entrustment(r#"{"re_entrustment": "re_entrusted"}"#)), [link(1, "", &[]), link(2, "", &["？"])]);
    assert_eq!(
        links(&entrustment(r#"{"re_entrustment": "re_entrusted", "entrustee": "甲", "chain": [{"name": "甲"}]}"#)),
        [link(1, "甲", &[]), link(2, "", &["甲"])]
    );
    assert_eq!(
        links(&entrustment(
            r#"{"re_entrustment": "re_entrusted", "chain": [{"name": "甲", "re_entrustees": [{"matter": "運用"}]}]}"#
        )),
        [link(1, "甲", &[]), link(2, "", &["甲"])]
    );
    // A party without a name counts as a party.
    let unnamed = entrustment(
        r#"{"entrustee": "同上", "chain": [{"re_entrustees": [{"name": "乙", "re_entrustees": [{}, {}]}]}]}"#,
    );
    assert_eq!(
        links(&unnamed),
        [link(1, "", &[]), link(2, "乙", &["？"]), link(3, "", &["？", "乙"]), link(3, "", &["？", "乙"])]
    );
    assert_eq!(unnamed.chain.to_string(), "？（乙（？、？））");
    assert_eq!(Chain::of(&unnamed).to_string(), "？（乙（？、？））");
    for (json, text) in [
        ("{}", ""),
        (r#"{"entrustee": "―"}"#, ""),
        (r#"{"entrustee": "甲"}"#, "甲"),
        (r#"{"entrustee": ["甲", "乙"], "re_entrustment": "re_entrusted"}"#, "甲、乙（？）"),
        (r#"{"re_entrustment": "re_entrusted"}"#, "？（？）"),
        (r#"{"re_entrustment": "re_entrusted", "chain": [{"name": "甲"}]}"#, "甲（？）"),
    ] {
        assert_eq!(Chain::of(&entrustment(json)).to_string(), text, "{json}");
    }
    let deep = entrustment(&tiers(5));
    assert_eq!(Chain::of(&deep).to_string(), deep.chain.to_string());
    assert_eq!(Chain::of(&deep).links().last().map(Link::term), Some("その先"));
    // Parties without a name are never the same party.
    assert_eq!(shared_parties([Chain::of(&unnamed), Chain::of(&entrustment(r#"{"chain": [{}]}"#))]), []);
}

#[test]
fn the_parties_of_entrustments_are_tallied() {
    let parties = |tally: &Tally| -> Vec<(String, CountRange)> {
        tally.parties().map(|(name, handlers)| (name.to_string(), handlers)).collect()
    };
    let range = |min, max| CountRange::new(min, max).unwrap();
    let named = |name: &str, range| (name.to_string(), range);

    // The number stated for a party counts for that party, and 取扱者数 for the entrustee.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(
        r#"{"handlers": "from_10_to_49", "re_entrustment": "re_entrusted", "chain": [
            {"name": "甲", "re_entrustees": [{"name": "乙", "handlers": 5, "re_entrustees": [{"name": "丙", "handlers": "under_10"}]}]}
        ]}"#,
    ));
    let under_10 = Count::Band(StaffBand::Under10).range();
    assert_eq!(parties(&tally), [named("甲", range(10, 49)), named("乙", range(5, 5)), named("丙", under_10)]);
    let most = 49 + 5 + 9;
    assert_eq!(tally.total(), Some(Count::Range(range(15 + under_10.min(), most))));

    // A party under two entrustments is counted once: at least the larger number, at most the sum.
    tally.add_entrustment(&entrustment(r#"{"handlers": 20, "entrustee": "　甲"}"#));
    assert_eq!(parties(&tally)[0], named("甲", range(20, 69)));

    // The parties after the entrustee are not known, so there is no upper end.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(
        r#"{"handlers": 30, "chain": [{"name": "甲", "re_entrustees": [{"name": "乙"}, {"handlers": 7}]}]}"#,
    ));
    assert_eq!(parties(&tally), [named("甲", range(30, 30)), named("乙", CountRange::at_least(0))]);
    assert_eq!(tally.total(), Some(Count::Range(CountRange::at_least(30))));
    // A party without a name may be one of the named ones: it adds at least 0, and at most its stated number.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(
        r#"{"handlers": 30, "chain": [{"name": "甲", "re_entrustees": [{"handlers": 7}]}]}"#,
    ));
    assert_eq!(tally.total(), Some(Count::Range(range(30, 37))));
    tally.add_entrustment(&entrustment(r#"{"handlers": 2, "chain": [{}]}"#));
    assert_eq!(parties(&tally), [named("甲", range(30, 30))]);
    assert_eq!(tally.total(), Some(Count::Range(range(30, 39))));

    // The form has one number for several entrustees together. How many of these people are also counted elsewhere is
    // not known.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(r#"{"handlers": 40, "chain": [{"name": "甲"}, {"name": "乙"}]}"#));
    tally.add_entrustment(&entrustment(r#"{"handlers": 40, "entrustee": "甲"}"#));
    assert_eq!(parties(&tally), [named("甲", range(40, 40))]);
    assert_eq!(tally.total(), Some(Count::Range(range(40, 80))));
    // If the document states a number for each, those numbers count.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(r#"{"chain": [{"name": "甲", "handlers": 5}, {"name": "乙", "handlers": 7}]}"#));
    assert_eq!(tally.total(), Some(Count::Exact(12)));
    // Two entrustees on two lines are two parties.
    assert_eq!(Chain::of(&entrustment(r#"{"entrustee": ["甲", "乙"]}"#)).links().len(), 2);

    // An entrustment without any answers leaves everything open.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment("{}"));
    assert_eq!(tally.total(), None);
}

/// An entrustment with a chain of this many tiers, as JSON.
fn tiers(count: usize) -> String {
    let mut parties = String::from("[]");
    for tier in (1..=count).rev() {
        let next = if parties == "[]" { String::new() } else { format!(r#","re_entrustees":{parties}"#) };
        parties = format!(r#"[{{"name":"第{tier}"{next}}}]"#);
    }
    format!(r#"{{"chain":{parties}}}"#)
}

#[test]
fn sixteen_tiers_are_read() {
    assert_eq!(MAX_TIERS, 16);
    for count in [1, 2, 15, 16] {
        let json = tiers(count);
        let read = entrustment(&json);
        assert_eq!(Chain::of(&read).depth(), count);
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        let last = Chain::of(&read).links().pop().unwrap();
        assert_eq!((last.tier, last.through.len()), (count, count - 1));
    }
    let error = serde_json::from_str::<Entrustment>(&tiers(17)).unwrap_err().to_string();
    assert_eq!(
        error,
        "the chain of entrustment (委託の連鎖) has too many tiers: expected at most 16 at line 1 column 528"
    );
    for count in [18, 100] {
        let error = serde_json::from_str::<Entrustment>(&tiers(count)).unwrap_err().to_string();
        assert!(
            error.starts_with("the chain of entrustment (委託の連鎖) has too many tiers: expected at most 16"),
            "{error}"
        );
    }
    // An empty list would be a tier too, and is also refused there.
    let empty = tiers(16).replace(r#""第16""#, r#""第16","re_entrustees":[]"#);
    assert!(serde_json::from_str::<Entrustment>(&empty).unwrap_err().to_string().contains("expected at most 16"));
}

/// Builds a chain of this many tiers from its end.
fn built(count: usize) -> Result<Parties, AnswerError> {
    (1..=count).rev().try_fold(Parties::default(), |re_entrustees, tier| {
        let name = Answer::Given(Text::new(format!("第{tier}")).unwrap());
        Parties::new([Party { name, re_entrustees, ..Party::default() }])
    })
}

/// A chain that cannot be loaded cannot be built either.
#[test]
fn sixteen_tiers_can_be_built() {
    for count in 0..=MAX_TIERS {
        let chain = built(count).unwrap();
        assert_eq!((chain.tiers(), chain.is_empty()), (count, count == 0));
        assert_eq!(Parties::new(chain.clone().into_vec()), Ok(chain.clone()));
        is_loaded_as_saved(&chain);
        let entrustment = Entrustment { chain: chain.clone(), ..Entrustment::default() };
        assert_eq!((Chain::of(&entrustment).depth(), entrustment.chain.as_slice().len()), (count, count.min(1)));
        is_loaded_as_saved(&entrustment);
        if count > 0 {
            assert_eq!(serde_json::to_string(&entrustment).unwrap(), tiers(count));
        }
        // The limit is the same under any party of any section.
        let several = Parties::new([Party::default()].into_iter().chain(chain.into_vec())).unwrap();
        let section = FileSection {
            entrustments: vec![Entrustment { chain: several, ..entrustment }; 2],
            ..FileSection::default()
        };
        assert_eq!(section.deepest_chain(), count.max(1));
        let mut document = Assessment::new(edition("form_4_2024_10"));
        document.file_sections = vec![FileSection::default(), section];
        is_loaded_as_saved(&document);
    }
    for count in [17, 18, 100] {
        let error = built(count).unwrap_err();
        assert_eq!(error.to_string(), "the chain of entrustment (委託の連鎖) has too many tiers: expected at most 16");
    }
    // A party on its own can have sixteen tiers after it. Then no tier can be put before it.
    let party = Party { re_entrustees: built(16).unwrap(), ..Party::default() };
    is_loaded_as_saved(&party);
    assert!(Parties::new([Party::default(), party.clone()]).is_err());
    let error = |json: &str| serde_json::from_str::<Parties>(json).unwrap_err().to_string();
    let json = serde_json::to_string(&party).unwrap();
    assert!(
        error(&format!("[{{}},{json}]"))
            .starts_with("the chain of entrustment (委託の連鎖) has too many tiers: expected at most 16 at ")
    );
    let json = format!(r#"{{"re_entrustees":[{json}]}}"#);
    let error = serde_json::from_str::<Party>(&json).unwrap_err().to_string();
    assert!(
        error.starts_with("the chain of entrustment (委託の連鎖) has too many tiers: expected at most 16 at "),
        "{error}"
    );
}

#[test]
fn fields_of_a_party_are_checked() {
    let error = |chain: &str| {
        serde_json::from_str::<Parties>(chain).unwrap_err().to_string().split(" at line").next().unwrap().to_string()
    };
    assert_eq!(
        error(r#"[{"nam": "甲"}]"#),
        "unknown field `nam`, expected one of `name`, `matter`, `handlers`, `re_entrustees`"
    );
    assert_eq!(error(r#"[{"name": "甲", "name": "乙"}]"#), "duplicate field `name`");
    assert_eq!(error(r#"[{"re_entrustees": [], "re_entrustees": []}]"#), "duplicate field `re_entrustees`");
    assert_eq!(error(r#"{"name": "甲"}"#), "invalid type: map, expected a list of parties (委託先)");
    assert_eq!(
        error(r#"["甲"]"#),
        "invalid type: string \"甲\", expected a party (委託先) with name, matter, handlers and re_entrustees"
    );
}

/// A box of one form is suggested for the box of another. Several sections suggest an answer only if all of them agree.
/// An answer that was filled in meanwhile stays.
#[test]
fn the_day_of_a_document() {
    let day = |fields: &str| read(&document(AssessmentKind::KeyItem, fields)).own_day().map(|day| day.to_string());
    assert_eq!(day(""), None);
    assert_eq!(
        day(r#""cover": {"published": "?"}, "changes": [{}, {"date": "2024"}, {"date": "2023-04-01"}]"#),
        Some("2024-12-31".into())
    );
    assert_eq!(
        day(r#""cover": {"published": "2022-02"}, "changes": [{"date": "2024-01-01"}]"#),
        Some("2022-02-28".into())
    );
}

#[test]
fn a_system_is_called_by_its_name_and_aliases() {
    let system: InformationSystem = serde_json::from_str(r#"{"name": "甲", "aliases": ["乙", "丙"]}"#).unwrap();
    assert!(["甲", "乙", "丙"].iter().all(|name| system.is_called(name)));
    assert!(!system.is_called("") && !system.is_called("丁") && !InformationSystem::default().is_called(""));
}

#[test]
fn the_names_of_a_source_are_those_next_to_its_box() {
    let fields = ["source_departments", "source_organs", "source_governments", "source_companies", "source_others"];
    let json: serde_json::Value = fields.iter().map(|field| ((*field).to_string(), json!(field))).collect();
    let acquisition: Acquisition = serde_json::from_value(json).unwrap();
    let named = InformationSource::ALL.iter().map(|source| acquisition.source_names(*source).map(ToString::to_string));
    let expected = std::iter::once(None).chain(fields.iter().map(|field| Some((*field).to_string())));
    assert_eq!(named.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn boxes_and_sections_that_disagree() {
    let read = |fields: &str| -> Assessment {
        let header = r#""format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10""#;
        serde_json::from_str(&format!("{{{header}, {fields}}}")).unwrap()
    };
    let lower = |fields: &str| {
        let mut document = read(fields);
        document.form = Form::EditionUnknown(AssessmentKind::BasicItem);
        document
    };
    let adopted = |document: &mut Assessment, path: &str| {
        let open_items = document.open_items();
        open_items.iter().find(|one| one.path.to_string() == path).map(|one| document.adopt(one))
    };
    let ticked = r#""risks": [{"entrustment": {"none": "ticked"}}, {"entrustment": {"none": "ticked"}}]"#;
    let mut document = lower(ticked);
    assert_eq!(adopted(&mut document, "risk.no_entrustment"), Some(true));
    assert_eq!(document.risk.no_entrustment, Tick::Ticked);
    // The answer of one section is not an answer for the other.
    let one = r#""risks": [{"entrustment": {"none": "ticked"}, "retention": {"adequacy": "sufficient"}}, {}]"#;
    let mut document = lower(one);
    let before = document.clone();
    assert_eq!(adopted(&mut document, "risk.no_entrustment"), Some(false));
    assert_eq!(adopted(&mut document, "risk.leakage"), Some(false));
    assert_eq!(adopted(&mut document, "risk.no_provision"), None);
    assert_eq!(document, before);
    // An answer that was filled in after the list was made stays.
    let mut document = lower(r#""risks": [{"retention": {"adequacy": "sufficient"}}]"#);
    let open_items = document.open_items();
    let leakage = open_items.iter().find(|one| one.path.to_string() == "risk.leakage").unwrap();
    document.risk.leakage = Answer::Given(Adequacy::IssuesRemain);
    assert!(!document.adopt(leakage));
    assert_eq!(document.risk.leakage, Answer::Given(Adequacy::IssuesRemain));
}
