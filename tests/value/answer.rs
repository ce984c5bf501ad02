//! The answers to an item: every state written to JSON and read back, every error, and the laws of check boxes.

use std::collections::BTreeSet;
use std::fmt::Debug;

use mynumber_pia::CodeList;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::Field;
use mynumber_pia::value::answer::{
    Answer, AnswerKind, Boxes, Content, Given, Line, Lines, Tick, Timing, Timings, Value,
};
use mynumber_pia::value::band::{Count, CountRange, PopulationBand, RecordItemsBand};
use mynumber_pia::value::choice::{
    AcquisitionMethod, Audit, Connection, DeliveryMethod, FileKind, InformationSource, ProvisionMethod, RecordItem,
    TransferMethod,
};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::text::{Nothing, Text};
use proptest::prelude::*;
use serde::de::DeserializeOwned;

fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

/// The value is written as this JSON, and read back equal.
#[track_caller]
fn round_trip<T: serde::Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, json: &str) {
    assert_eq!(serde_json::to_string(value).unwrap(), json);
    assert_eq!(serde_json::from_str::<T>(json).unwrap(), *value, "{json}");
}

/// The JSON is read as this value, which is written in another way.
#[track_caller]
fn reads<T: DeserializeOwned + PartialEq + Debug>(json: &str, value: &T) {
    assert_eq!(serde_json::from_str::<T>(json).unwrap(), *value, "{json}");
}

/// The error without the position that `serde_json` adds.
#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(json: &str, error: &str) {
    let seen = serde_json::from_str::<T>(json).unwrap_err().to_string();
    assert_eq!(seen.split(" at line ").next().unwrap(), error, "{json}");
}

const NULL: &str = "null is not an answer: leave the field out if nothing is answered, write \"\" if the form was left empty \
                    and \"?\" if it is not known";
const BLANK: &str = "a text cannot be blank: leave the item unanswered, or write what the form says";
const OR: &str = ", ―, なし, \"?\" if it is not known, or \"\" if it was left empty";

/// Tests what holds for every kind of content.
#[track_caller]
fn states<T: Content + PartialEq + Debug>(given: T, json: &str, shown: &str, kind: AnswerKind) {
    assert_eq!(T::KIND, kind);
    round_trip(&Answer::<T>::Blank, "\"\"");
    round_trip(&Answer::<T>::NotKnown, "\"?\"");
    round_trip(&Answer::<T>::Nothing(Nothing::Dash), "\"―\"");
    round_trip(&Answer::<T>::Nothing(Nothing::Word), "\"なし\"");
    reads("\"？\"", &Answer::<T>::NotKnown);
    reads("\" ? \"", &Answer::<T>::NotKnown);
    reads("\"－\"", &Answer::<T>::Nothing(Nothing::Dash));
    reads("\"特になし。\"", &Answer::<T>::Nothing(Nothing::Word));
    refuses::<Answer<T>>("null", NULL);
    refuses::<Answer<T>>("\" \"", BLANK);
    refuses::<Answer<T>>("\"　\"", BLANK);
    refuses::<Answer<T>>("\"\\u200b\"", BLANK);
    refuses::<Answer<T>>("\"\\n\"", BLANK);

    // An unanswered field is left out of its document. On its own it cannot be written.
    assert_eq!(
        serde_json::to_string(&Answer::<T>::Unanswered).unwrap_err().to_string(),
        "an unanswered field cannot be written: leave it out"
    );
    assert_eq!(Answer::<T>::default(), Answer::Unanswered);

    let given = Answer::Given(given);
    round_trip(&given, json);
    for (answer, vacant, answered, printed) in [
        (&Answer::Unanswered, true, false, ""),
        (&Answer::Blank, false, false, ""),
        (&Answer::NotKnown, false, true, "？"),
        (&Answer::Nothing(Nothing::Dash), false, true, "―"),
        (&Answer::Nothing(Nothing::Word), false, true, "なし"),
        (&given, false, true, shown),
    ] {
        assert_eq!(answer.is_vacant(), vacant, "{answer:?}");
        assert_eq!(answer.is_answered(), answered, "{answer:?}");
        assert_eq!(answer.value().is_answered(), answered, "{answer:?}");
        assert_eq!(answer.value().to_string(), printed, "{answer:?}");
        assert_eq!(format!("{:?}", answer.value()), format!("Value({printed})"));
        assert_eq!(answer.given().is_some(), printed == shown, "{answer:?}");
    }
}

#[test]
fn every_state_of_every_kind_of_content() {
    let date: FormDate = "2024-12-06".parse().unwrap();
    let month: FormDate = "2015-10".parse().unwrap();
    let range = Count::<PopulationBand>::Range(CountRange::new(100_000, 299_999).unwrap());
    let band = Count::Band(PopulationBand::From10000To99999);

    states(text("なしの木"), "\"なしの木\"", "なしの木", AnswerKind::Text);
    states(Lines::from(text("一課")), "\"一課\"", "一課", AnswerKind::Text);
    states(Timings::from(text("日次")), "\"日次\"", "日次", AnswerKind::Text);
    states(FileKind::SystemFile, "\"system_file\"", FileKind::SystemFile.label(), AnswerKind::Choice);
    states(date, "\"2024-12-06\"", "令和6年12月6日", AnswerKind::Date);
    states(month, "\"2015-10\"", "平成27年10月", AnswerKind::Date);
    states(0_u32, "0", "0", AnswerKind::Number);
    states(u32::MAX, "4294967295", "4294967295", AnswerKind::Number);
    states(Count::<PopulationBand>::Exact(62_000), "62000", "62000", AnswerKind::Band);
    states(range, "\"100000..299999\"", "100000..299999", AnswerKind::Band);
    states(band, "\"from_10000_to_99999\"", "1万人以上10万人未満", AnswerKind::Band);
}

#[test]
fn other_spellings_are_read() {
    let band = Answer::Given(Count::Band(PopulationBand::From10000To99999));
    reads("\"１万人以上10万人未満\"", &band);
    reads("\"62,000\"", &Answer::Given(Count::<PopulationBand>::Exact(62_000)));
    reads("\"令和6年12月6日\"", &Answer::<FormDate>::Given("2024-12-06".parse().unwrap()));
    // Every character of a text is kept.
    round_trip(&Answer::Given(text(" ㈱　①\n\u{FA19}\"\\ ")), "\" ㈱　①\\n\u{FA19}\\\"\\\\ \"");
    round_trip(&Answer::Given(text("??")), "\"??\"");
    round_trip(&Answer::Given(text("----")), "\"----\"");
}

/// Each type of JSON that the content does not accept.
#[track_caller]
fn wrong_types<T: Content + Debug>(expected: &str, wrong: &[(&str, &str)]) {
    for (json, seen) in wrong {
        refuses::<Answer<T>>(json, &format!("invalid type: {seen}, expected {expected}{OR}"));
    }
}

const BOOL: (&str, &str) = ("true", "boolean `true`");
const NEGATIVE: (&str, &str) = ("-1", "integer `-1`");
const NUMBER: (&str, &str) = ("7", "integer `7`");
const HUGE: (&str, &str) = ("18446744073709551615", "integer `18446744073709551615`");
const FLOAT: (&str, &str) = ("1.5", "floating point `1.5`");
const BEYOND_U64: (&str, &str) = ("18446744073709551616", "floating point `1.8446744073709552e+19`");
const MAP: (&str, &str) = ("{}", "map");
const LIST: (&str, &str) = ("[]", "sequence");
const NESTED: (&str, &str) = ("[[\"a\"]]", "sequence");

#[test]
fn the_wrong_type() {
    let all = [BOOL, NEGATIVE, NUMBER, HUGE, FLOAT, BEYOND_U64, MAP, LIST, NESTED];
    let (no_lists, _) = all.split_at(7);
    wrong_types::<Text>("a text", no_lists);
    wrong_types::<FileKind>("a code or label of the kind of file (ファイルの種類)", &all);
    wrong_types::<FormDate>("a date such as 2024-12-06 or 2015-10", &all);
    let no_numbers = [BOOL, NEGATIVE, FLOAT, BEYOND_U64, MAP, LIST, NESTED];
    wrong_types::<u32>("a number from 0 to 4294967295", &no_numbers);
    wrong_types::<Count<PopulationBand>>(
        "a count for the population band (対象人数): a number, a range or a band",
        &no_numbers,
    );
    let no_lists = [BOOL, NEGATIVE, NUMBER, HUGE, FLOAT, BEYOND_U64, MAP];
    wrong_types::<Lines>("a text, or a list of texts, each with an optional heading", &no_lists);
    wrong_types::<Timings>("a text, or a list of objects with of, since and frequency", &no_lists);
}

#[test]
fn numbers_as_people_write_them() {
    for text in ["28", "２８", "28件", " ２８ 件", "（ 28 ）件", "[ 28 ]", "28日間", "28日"] {
        assert_eq!(text.parse(), Ok(Answer::Given(28_u32)), "{text}");
    }
    assert_eq!("1,234件".parse(), Ok(Answer::Given(1_234_u32)));
    assert_eq!("12項目".parse(), Ok(Answer::Given(Count::<RecordItemsBand>::Exact(12))));
}

#[test]
fn invalid_numbers() {
    type Population = Answer<Count<PopulationBand>>;
    type Items = Answer<Count<RecordItemsBand>>;

    refuses::<Answer<u32>>("4294967296", "4294967296 is too large: expected at most 4294967295");
    refuses::<Answer<u32>>("18446744073709551615", "18446744073709551615 is too large: expected at most 4294967295");
    refuses::<Answer<u32>>("\"4294967296\"", "\"4294967296\" is too large: expected at most 4294967295");
    for text in ["28人", "28件件", "件", "-28", "(28", "((28))", "6万2"] {
        let text_is = format!("cannot read \"{text}\" as a number: expected 28, 28件 or 30日間");
        refuses::<Answer<u32>>(&format!("\"{text}\""), &text_is);
    }
    refuses::<Answer<u32>>("1e400", "number out of range");
    refuses::<Answer<u32>>("01", "invalid number");
    refuses::<Answer<u32>>("+1", "expected value");
    refuses::<Answer<u32>>("NaN", "expected value");
    let expected = format!("expected a number from 0 to 4294967295{OR}");
    refuses::<Answer<u32>>("3.0", &format!("invalid type: floating point `3.0`, {expected}"));
    refuses::<Answer<u32>>("-0", &format!("invalid type: floating point `-0.0`, {expected}"));
    refuses::<Answer<u32>>("1e300", &format!("invalid type: floating point `1e+300`, {expected}"));

    let large = |seen| format!("\"{seen}\" is too large for a count of people: expected at most 4294967295");
    refuses::<Population>("4294967296", &large("4294967296"));
    refuses::<Population>("\"4,294,967,296\"", &large("4,294,967,296"));
    for unknown in ["unknown", "不明"] {
        refuses::<Population>(&format!("\"{unknown}\""), "an unknown count is written \"?\"");
    }
    let unreadable = |seen| {
        format!(
            "cannot read \"{seen}\" as a count of people: expected a number (62000 or \"62,000\"), a range \
             (\"100000..299999\", \"500..\" or \"..499\"), or a band: under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), \
             from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)"
        )
    };
    refuses::<Population>("\"many\"", &unreadable("many"));
    refuses::<Population>("\"-1\"", &unreadable("-1"));
    refuses::<Population>("\"9..3\"", "the range 9..3 runs backwards: expected the lower count first");

    refuses::<Items>("4294967296", "\"4294967296\" is too large for a count of items: expected at most 4294967295");
    refuses::<Items>(
        "\"12人\"",
        "cannot read \"12人\" as a count of items: expected a number (62000 or \"62,000\"), a range \
         (\"100000..299999\", \"500..\" or \"..499\"), or a band: under_10 (10項目未満), from_10_to_49 (10項目以上50項目未満), \
         from_50_to_99 (50項目以上100項目未満), at_least_100 (100項目以上)",
    );
}

#[test]
fn texts_that_are_no_choice_and_no_date() {
    refuses::<Answer<FileKind>>(
        "\"System_File\"",
        "unknown code or label \"System_File\" for the kind of file (ファイルの種類): expected one of \
         system_file (システム用ファイル), other_electronic_file (その他の電子ファイル（表計算ファイル等）)",
    );
    refuses::<Answer<FileKind>>(
        "\"☃\\n☃\"",
        "unknown code or label \"☃\\n☃\" for the kind of file (ファイルの種類): expected one of \
         system_file (システム用ファイル), other_electronic_file (その他の電子ファイル（表計算ファイル等）)",
    );
    refuses::<Answer<FormDate>>("\"2024-13\"", "there is no month 13: expected 1 to 12");
    refuses::<Answer<FormDate>>("\"2023-02-29\"", "there is no day 29 in 2023-02: expected 1 to 28");
    refuses::<Answer<FormDate>>(
        "\"soon\"",
        "cannot read \"soon\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
    );
}

#[test]
fn lines_in_json() {
    let line = |under: Option<&str>, answer: Answer<Text>| Line { under: under.map(text), text: answer };
    let lines = |lines| Answer::Given(Lines::new(lines).unwrap());
    round_trip(
        &lines(vec![Line::from(text("入退室の管理")), line(Some("A"), Answer::Given(text("B")))]),
        r#"["入退室の管理",{"under":"A","text":"B"}]"#,
    );
    for (state, json) in [
        (Answer::Unanswered, r#"[{"under":"A"}]"#),
        (Answer::Blank, r#"[{"under":"A","text":""}]"#),
        (Answer::NotKnown, r#"[{"under":"A","text":"?"}]"#),
        (Answer::Nothing(Nothing::Dash), r#"[{"under":"A","text":"―"}]"#),
        (Answer::Nothing(Nothing::Word), r#"[{"under":"A","text":"なし"}]"#),
        (Answer::Given(text("B")), r#"[{"under":"A","text":"B"}]"#),
    ] {
        round_trip(&lines(vec![line(Some("A"), state)]), json);
    }
    // A list of one text is read as this text.
    let one: Answer<Lines> = serde_json::from_str(r#"["B"]"#).unwrap();
    assert_eq!(serde_json::to_string(&one).unwrap(), r#""B""#);
    assert_eq!(serde_json::from_str::<Answer<Text>>(r#"["B"]"#).unwrap(), Answer::Given(text("B")));
    refuses::<Answer<Text>>("[]", "the list is empty: leave the field out, or write \"\"");
    refuses::<Answer<Text>>(r#"["B", "C"]"#, "this item holds one text, and the list has several");
    refuses::<Answer<Text>>(r#"["―"]"#, "\"―\" is a mark for nothing (―), not a text");
    refuses::<Answer<Text>>(r#"[["B"]]"#, "invalid type: sequence, expected a text that is not blank");
    // A single text without a heading is written without a list.
    assert_eq!(Lines::new(vec![Line::from(text("B"))]), Some(Lines::from(text("B"))));
    for nothing in [Answer::Unanswered, Answer::Blank, Answer::NotKnown, Answer::Nothing(Nothing::Dash)] {
        assert_eq!(Lines::new(vec![Line::from(text("B")), line(None, nothing)]), None);
    }
    assert_eq!(Lines::new(Vec::new()), None);
}

#[test]
fn invalid_lines() {
    for at in ["an answer", "alone"] {
        let refuses = if at == "alone" { refuses::<Lines> } else { refuses::<Answer<Lines>> };
        refuses("[]", "the list is empty: leave the field out, or write \"\"");
        refuses(r#"["B", ""]"#, BLANK);
        refuses(r#"["B", "　"]"#, BLANK);
        refuses(r#"["B", "―"]"#, "\"―\" is a mark for nothing (―), not a text");
        refuses(r#"["B", "特になし"]"#, "\"特になし\" is a mark for nothing (なし), not a text");
        refuses(r#"["?", "B"]"#, "\"?\" is the mark for \"not known\", not a text");
        let expected = "expected a text, or an object with a heading (under) and a text";
        refuses(r#"["B", null]"#, &format!("invalid type: null, {expected}"));
        refuses(r#"["B", 7]"#, &format!("invalid type: integer `7`, {expected}"));
        refuses(r#"["B", true]"#, &format!("invalid type: boolean `true`, {expected}"));
        refuses(r#"["B", ["C"]]"#, &format!("invalid type: sequence, {expected}"));
        refuses("[{}]", "missing field `under`");
        refuses(r#"[{"text": "B"}]"#, "missing field `under`");
        refuses(r#"[{"under": null}]"#, "invalid type: null, expected a text that is not blank");
        refuses(r#"[{"under": ""}]"#, BLANK);
        refuses(r#"[{"under": "―"}]"#, "\"―\" is a mark for nothing (―), not a text");
        refuses(r#"[{"under": "A", "under": "A"}]"#, "duplicate field `under`");
        refuses(r#"[{"under": "A", "text": "B", "text": "B"}]"#, "duplicate field `text`");
        refuses(r#"[{"under": "A", "text": null}]"#, NULL);
        refuses(r#"[{"under": "A", "note": 1}]"#, "unknown field `note`, expected `under` or `text`");
    }
    refuses::<Lines>("\"\"", BLANK);
    refuses::<Lines>("\"?\"", "\"?\" is the mark for \"not known\", not a text");
    refuses::<Lines>("\"なし\"", "\"なし\" is a mark for nothing (なし), not a text");
    refuses::<Lines>("null", "invalid type: null, expected a text, or a list of texts");
    refuses::<Lines>("{}", "invalid type: map, expected a text, or a list of texts");
}

#[test]
fn timings_in_json() {
    let timing = |of: Option<&str>, since: Option<&str>, frequency: Option<&str>| Timing {
        of: of.map(text),
        since: since.map(|date| date.parse().unwrap()),
        frequency: frequency.map(text),
    };
    let all = Answer::Given(
        Timings::new(vec![
            timing(Some("紙"), Some("2016-01-01"), Some("日次")),
            timing(None, None, Some("随時")),
            timing(Some("専用線"), None, None),
            timing(None, Some("2016-01"), None),
        ])
        .unwrap(),
    );
    round_trip(
        &all,
        r#"[{"of":"紙","since":"2016-01-01","frequency":"日次"},{"frequency":"随時"},{"of":"専用線"},{"since":"2016-01"}]"#,
    );
    assert_eq!(all.value().to_string(), "＜紙＞平成28年1月1日から 日次／随時／＜専用線＞／平成28年1月から");
    assert_eq!(Timings::new(vec![timing(None, None, Some("日次"))]), Some(Timings::from(text("日次"))));
    assert_eq!(Timings::new(Vec::new()), None);
    assert_eq!(Timings::new(vec![timing(Some("紙"), None, None), Timing::default()]), None);

    let nothing = "the list or one of its objects is empty: expected objects with of, since or frequency";
    refuses::<Answer<Timings>>("[]", nothing);
    refuses::<Answer<Timings>>("[{}]", nothing);
    refuses::<Answer<Timings>>(r#"[{"of": "紙"}, {}]"#, nothing);
    for list in [r#"[{"frequency": "日次"}]"#, r#"["日次"]"#] {
        let one: Answer<Timings> = serde_json::from_str(list).unwrap();
        assert_eq!(serde_json::to_string(&one).unwrap(), r#""日次""#);
    }
    let two: Answer<Timings> = serde_json::from_str(r#"["日次", {"of": "紙"}]"#).unwrap();
    assert_eq!(serde_json::to_string(&two).unwrap(), r#"[{"frequency":"日次"},{"of":"紙"}]"#);
    refuses::<Answer<Timings>>(r#"["―"]"#, "\"―\" is a mark for nothing (―), not a text");
    let expected = "expected an object with of, since and frequency, or a frequency";
    refuses::<Answer<Timings>>("[null]", &format!("invalid type: null, {expected}"));
    refuses::<Answer<Timings>>("[7]", &format!("invalid type: integer `7`, {expected}"));
    refuses::<Answer<Timings>>(
        r#"[{"of": null, "since": "2016"}]"#,
        "invalid type: null, expected a text that is not blank",
    );
    refuses::<Answer<Timings>>(r#"[{"frequency": "―"}]"#, "\"―\" is a mark for nothing (―), not a text");
    refuses::<Answer<Timings>>(r#"[{"since": "2016-00"}]"#, "there is no month 0: expected 1 to 12");
    refuses::<Answer<Timings>>(r#"[{"of": "紙", "of": "紙"}]"#, "duplicate field `of`");
    refuses::<Answer<Timings>>(r#"[{"per": "紙"}]"#, "unknown field `per`, expected one of `of`, `since`, `frequency`");
}

#[test]
fn a_tick_in_json() {
    round_trip(&Tick::Ticked, "\"ticked\"");
    round_trip(&Tick::NotKnown, "\"?\"");
    // In a document it is left out. On its own it is written and read back.
    round_trip(&Tick::Unticked, "\"\"");
    assert!(Tick::default() == Tick::Unticked && Tick::Unticked.is_vacant());
    assert!(!Tick::Ticked.is_vacant() && !Tick::NotKnown.is_vacant());
    for (tick, printed) in [(Tick::Unticked, ""), (Tick::Ticked, "○"), (Tick::NotKnown, "？")] {
        assert_eq!(tick.value().to_string(), printed);
        assert!(tick.value().is_answered(), "a box says so where it is not ticked");
    }
    for text in ["○", "〇", "◯", "[ ○ ]", "［　○　］", " ✓ "] {
        assert_eq!(text.parse(), Ok(Tick::Ticked), "{text}");
    }
    assert_eq!(("[ ]".parse(), "[？]".parse()), (Ok(Tick::Unticked), Ok(Tick::NotKnown)));
    reads("true", &Tick::Ticked);
    reads("false", &Tick::Unticked);
    let expected = "expected \"ticked\", or \"?\" if it is not known; an unticked box is left out";
    for text in [" ", "―", "Ticked", "unticked", "○○", "×", "[", "[ ○"] {
        refuses::<Tick>(
            &format!("\"{text}\""),
            &format!(
                "cannot read \"{text}\" as a check box: expected \"ticked\" (○), or \"?\" if it is not known; an unticked \
                 box is left out"
            ),
        );
    }
    for (json, seen) in [
        ("null", "type: null"),
        ("1", "type: integer `1`"),
        ("[]", "type: sequence"),
        ("[\"ticked\"]", "type: sequence"),
        ("{}", "type: map"),
    ] {
        refuses::<Tick>(json, &format!("invalid {seen}, {expected}"));
    }
}

#[test]
fn invalid_boxes() {
    type Audits = Boxes<Audit>;
    refuses::<Audits>(r#"["internal", "internal"]"#, "the box internal occurs twice: expected each box once");
    refuses::<Audits>(r#"["internal", "internal?"]"#, "the box internal occurs twice: expected each box once");
    refuses::<Audits>(
        r#"["internal?", "external", "internal?"]"#,
        "the box internal occurs twice: expected each box once",
    );
    let unknown = |code: &str| {
        format!(
            "unknown code or label \"{code}\" for the audit (監査の実施の有無): expected one of \
             self_inspection (自己点検), internal (内部監査), external (外部監査)"
        )
    };
    for (json, code) in [
        (r#"["audit"]"#, "audit"),
        (r#"["audit?"]"#, "audit"),
        (r#"["internal??"]"#, "internal?"),
        (r#"["?"]"#, ""),
        (r#"[""]"#, ""),
        (r#"["―"]"#, "―"),
        (r#"["内部点検"]"#, "内部点検"),
    ] {
        refuses::<Audits>(json, &unknown(code));
    }
    let code = "expected a code or label of the audit (監査の実施の有無)";
    for (json, seen) in [
        ("[null]", "null"),
        ("[1]", "integer `1`"),
        ("[true]", "boolean `true`"),
        ("[[]]", "sequence"),
        ("[[\"internal\"]]", "sequence"),
        ("[{}]", "map"),
    ] {
        refuses::<Audits>(json, &format!("invalid type: {seen}, {code}"));
    }
    let list = "expected a list of codes or labels of the audit (監査の実施の有無), or \"?\" if nothing of it is known";
    for (json, seen) in [
        ("null", "type: null"),
        ("true", "type: boolean `true`"),
        ("-1", "type: integer `-1`"),
        ("1.5", "type: floating point `1.5`"),
        ("{}", "type: map"),
    ] {
        refuses::<Audits>(json, &format!("invalid {seen}, {list}"));
    }
    for (json, name) in [("\"―\"", "―"), ("\" \"", " "), ("\"internal、\"", ""), ("\"内部監査、自己監査\"", "自己監査")]
    {
        refuses::<Audits>(json, &unknown(name));
    }
    refuses::<Audits>("\"内部監査、internal\"", "the box internal occurs twice: expected each box once");
    refuses::<Audits>(&format!("\"{}\"", "、".repeat(100_000)), &unknown(""));
    reads("\"\"", &Audits::NONE);
    reads("\"internal\"", &[Audit::Internal].into_iter().collect::<Audits>());
    reads(
        "\"内部監査、 [ 外部監査 ],self_inspection\"",
        &[Audit::SelfInspection, Audit::Internal, Audit::External].into_iter().collect::<Audits>(),
    );
    reads("[]", &Audits::NONE);
    reads("\"?\"", &Audits::not_known());
    reads("\"？\"", &Audits::not_known());
    reads(
        r#"["external", "self_inspection"]"#,
        &[Audit::SelfInspection, Audit::External].into_iter().collect::<Audits>(),
    );
    reads(r#"["self_inspection?", "internal?", "external?"]"#, &Audits::not_known());
}

/// Every method of a group returns the states that were set.
fn law<B: CodeList + DeserializeOwned>(ticks: &[Tick]) {
    let mut boxes = Boxes::<B>::NONE;
    for (choice, tick) in B::ALL.iter().zip(ticks) {
        boxes.set(*choice, *tick);
    }
    let with = |tick: Tick| B::ALL.iter().zip(ticks).filter(move |(_, is)| **is == tick).map(|(choice, _)| *choice);
    let ticked: Vec<B> = with(Tick::Ticked).collect();
    let not_known = with(Tick::NotKnown).count();

    for (choice, tick) in B::ALL.iter().zip(ticks) {
        assert_eq!(boxes.state(*choice), *tick);
        assert_eq!(boxes.contains(*choice), *tick == Tick::Ticked);
        assert_eq!(boxes.states().of_code(choice.code()), Some(*tick));
    }
    assert_eq!(boxes.ticked().collect::<Vec<_>>(), ticked);
    let any = match (ticked.len(), not_known) {
        (0, 0) => Tick::Unticked,
        (0, _) => Tick::NotKnown,
        (_, _) => Tick::Ticked,
    };
    assert_eq!((boxes.overall(), boxes.states().overall()), (any, any));
    assert_eq!(boxes.is_vacant(), any == Tick::Unticked);
    assert_eq!(boxes.value().is_answered(), any != Tick::Unticked);
    assert_eq!(boxes == Boxes::not_known(), not_known == B::ALL.len());
    if not_known == 0 {
        assert_eq!(ticked.iter().rev().copied().collect::<Boxes<B>>(), boxes);
    }

    let mut codes = Vec::new();
    let mut labels = Vec::new();
    for (choice, tick) in B::ALL.iter().zip(ticks) {
        let mark = match tick {
            Tick::Unticked => continue,
            Tick::Ticked => ["", ""],
            Tick::NotKnown => ["?", "？"],
        };
        codes.push(format!("{}{}", choice.code(), mark[0]));
        labels.push(format!("{}{}", choice.label(), mark[1]));
    }
    let json = if not_known == B::ALL.len() { "\"?\"".into() } else { serde_json::to_string(&codes).unwrap() };
    round_trip(&boxes, &json);
    assert_eq!(Value::Given(Given::Boxes(boxes.states())).to_string(), labels.join("、"));
    assert_eq!(boxes.value().to_string(), if any == Tick::NotKnown { "？".into() } else { labels.join("、") });
    if any != Tick::Unticked {
        assert_eq!(labels.join("、").parse(), Ok(boxes));
        assert_eq!(codes.join(", ").parse(), Ok(boxes));
        reads(&serde_json::to_string(&labels).unwrap(), &boxes);
    }
    // The codes can be in any order.
    codes.reverse();
    reads(&serde_json::to_string(&codes).unwrap(), &boxes);
}

/// Every state of a small group. For a large group, the states in which at most two boxes differ from the others.
fn laws<B: CodeList + DeserializeOwned>() -> (usize, usize) {
    const TICKS: [Tick; 3] = [Tick::Unticked, Tick::Ticked, Tick::NotKnown];
    let boxes = B::ALL.len();
    assert!((1..=32).contains(&boxes), "{}: a group holds 32 boxes", B::NAME);
    assert_eq!(Boxes::<B>::NONE, Boxes::default());
    assert_eq!(Boxes::<B>::NONE.states().of_code("no_such_code"), None);
    assert_eq!(Boxes::<B>::NONE.states().of_code(""), None);
    let mut states = 0;
    let mut check = |ticks: &[Tick]| {
        law::<B>(ticks);
        states += 1;
    };
    if boxes <= 8 {
        let mut ticks = vec![Tick::Unticked; boxes];
        for state in 0..3_usize.pow(u32::try_from(boxes).unwrap()) {
            let mut rest = state;
            for tick in &mut ticks {
                *tick = TICKS[rest % 3];
                rest /= 3;
            }
            check(&ticks);
        }
    } else {
        for others in TICKS {
            for first in 0..boxes {
                for second in 0..=first {
                    for (one, other) in TICKS.iter().flat_map(|one| TICKS.map(|other| (*one, other))) {
                        let mut ticks = vec![others; boxes];
                        ticks[first] = one;
                        ticks[second] = other;
                        check(&ticks);
                    }
                }
            }
        }
    }
    (boxes, states)
}

#[test]
fn laws_of_every_group_of_boxes() {
    assert_eq!(laws::<Audit>(), (3, 27));
    assert_eq!(laws::<InformationSource>(), (6, 729));
    assert_eq!(laws::<DeliveryMethod>(), (6, 729));
    assert_eq!(laws::<Connection>(), (7, 2_187));
    assert_eq!(laws::<ProvisionMethod>(), (7, 2_187));
    assert_eq!(laws::<TransferMethod>(), (7, 2_187));
    assert_eq!(laws::<AcquisitionMethod>(), (8, 6_561));
    assert_eq!(laws::<RecordItem>(), (19, 3 * 190 * 9));
}

/// Setting a box changes only this box, whatever its state was.
#[test]
fn a_box_is_set_alone() {
    fn check<B: CodeList>() {
        let full = |tick| {
            let mut boxes = Boxes::<B>::NONE;
            for choice in B::ALL {
                boxes.set(*choice, tick);
            }
            boxes
        };
        let ticks = [Tick::Unticked, Tick::Ticked, Tick::NotKnown];
        for (before, after) in ticks.into_iter().flat_map(|before| ticks.map(|after| (before, after))) {
            for choice in B::ALL {
                let mut boxes = full(before);
                boxes.set(*choice, after);
                for other in B::ALL {
                    assert_eq!(boxes.state(*other), if other == choice { after } else { before }, "{other}");
                }
                boxes.set(*choice, before);
                assert_eq!(boxes, full(before));
            }
        }
        assert_eq!(full(Tick::NotKnown), Boxes::not_known());
    }
    check::<Audit>();
    check::<InformationSource>();
    check::<DeliveryMethod>();
    check::<Connection>();
    check::<ProvisionMethod>();
    check::<TransferMethod>();
    check::<AcquisitionMethod>();
    check::<RecordItem>();
}

/// These tests cover all groups of the documents.
#[test]
fn no_group_of_boxes_is_missing_here() {
    fn codes<B: CodeList>() -> BTreeSet<&'static str> {
        B::ALL.iter().map(|choice| choice.code()).collect()
    }
    let groups = [
        codes::<Audit>(),
        codes::<InformationSource>(),
        codes::<DeliveryMethod>(),
        codes::<Connection>(),
        codes::<ProvisionMethod>(),
        codes::<TransferMethod>(),
        codes::<AcquisitionMethod>(),
        codes::<RecordItem>(),
    ];
    let every: BTreeSet<&str> = groups.iter().flatten().copied().collect();
    let mut met = BTreeSet::new();
    let sections = r#""file_sections": [{
        "entrustments": [{}], "provision": {"provisions": [{}], "transfers": [{}]}
    }]"#;
    for (kind, edition, sections) in [
        ("basic_item", "form_2_2024_10", "\"changes\": []"),
        ("key_item", "form_3_2024_10", sections),
        ("all_item", "form_4_2024_10", sections),
    ] {
        let json = format!(
            r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "{edition}", {sections}}}"#
        );
        let document: Assessment = serde_json::from_str(&json).unwrap();
        document.walk_with_empty_forms(|field: &Field<'_>| {
            assert_eq!(
                matches!(field.value, Value::Given(Given::Boxes(_))),
                field.kind == AnswerKind::CheckBoxes,
                "{}",
                field.path
            );
            if let Value::Given(Given::Boxes(boxes)) = field.value {
                let known: BTreeSet<&str> =
                    every.iter().copied().filter(|code| boxes.of_code(code).is_some()).collect();
                let at = groups.iter().position(|group| *group == known);
                met.insert(at.unwrap_or_else(|| panic!("{} is a group that is not tested", field.path)));
            }
        });
    }
    assert_eq!(met.len(), groups.len());
}

/// Texts of any kind. Many of them are nearly a mark.
fn any_text() -> impl Strategy<Value = Text> {
    let written = prop_oneof![
        any::<String>(),
        "[?？―ー一なし無特該当。（）() 　\u{200B}\u{FEFF}\"\\\\\n/a1]{0,8}",
        "[\u{0}-\u{1F}\u{7F}-\u{A0}\u{2028}\u{2029}a]{0,4}",
    ];
    written.prop_filter_map("blank, or a mark", |written| Text::new(written).ok())
}

#[test]
fn a_value_is_an_answer() {
    assert_eq!(Answer::from(7), Answer::Given(7));
}

#[test]
fn boxes_show_each_box_to_developers() {
    let mut boxes = Boxes::<Audit>::default();
    boxes.set(Audit::ALL[0], Tick::Ticked);
    assert_eq!(format!("{boxes:?}"), "{SelfInspection: Ticked, Internal: Unticked, External: Unticked}");
}

fn any_answer() -> impl Strategy<Value = Answer<Text>> {
    prop_oneof![
        Just(Answer::Unanswered),
        Just(Answer::Blank),
        Just(Answer::NotKnown),
        Just(Answer::Nothing(Nothing::Dash)),
        Just(Answer::Nothing(Nothing::Word)),
        any_text().prop_map(Answer::Given),
    ]
}

fn any_lines() -> impl Strategy<Value = Lines> {
    let line = prop_oneof![
        any_text().prop_map(Line::from),
        (any_text(), any_answer()).prop_map(|(under, text)| Line { under: Some(under), text }),
    ];
    prop::collection::vec(line, 1..5).prop_map(|lines| Lines::new(lines).expect("each says something"))
}

proptest! {
    #[test]
    fn a_text_that_is_written_is_read_back(text in any_text()) {
        let json = serde_json::to_string(&text).unwrap();
        let answer = Answer::Given(text);
        prop_assert_eq!(&serde_json::to_string(&answer).unwrap(), &json);
        prop_assert_eq!(serde_json::from_str::<Answer<Text>>(&json).unwrap(), answer);
    }

    #[test]
    fn an_answer_that_is_written_is_read_back(answer in any_answer()) {
        prop_assume!(!answer.is_vacant());
        let json = serde_json::to_string(&answer).unwrap();
        prop_assert_eq!(serde_json::from_str::<Answer<Text>>(&json).unwrap(), answer);
    }

    #[test]
    fn lines_that_are_written_are_read_back(lines in any_lines(), more in any_lines()) {
        for lines in [lines.clone(), more.clone(), lines.and(more)] {
            let json = serde_json::to_string(&lines).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Lines>(&json).unwrap(), &lines);
            let answer = Answer::Given(lines);
            prop_assert_eq!(&serde_json::to_string(&answer).unwrap(), &json);
            prop_assert_eq!(&serde_json::from_str::<Answer<Lines>>(&json).unwrap(), &answer);
            // Through a value in memory, from which no string can be borrowed.
            let value = serde_json::to_value(&answer).unwrap();
            prop_assert_eq!(serde_json::from_value::<Answer<Lines>>(value).unwrap(), answer);
        }
    }

    #[test]
    fn whatever_is_read_is_written_and_read_back(written in "[?？―ーなし無。 　a0-9.,人]{0,8}") {
        fn check<T: Content + PartialEq + Debug>(json: &str) {
            if let Ok(answer) = serde_json::from_str::<Answer<T>>(json) {
                let saved = serde_json::to_string(&answer).unwrap();
                assert_eq!(serde_json::from_str::<Answer<T>>(&saved).unwrap(), answer, "{json}");
            }
        }
        let json = serde_json::to_string(&written).unwrap();
        check::<Text>(&json);
        check::<Lines>(&json);
        check::<Timings>(&json);
        check::<u32>(&json);
        check::<FormDate>(&json);
        check::<Count<PopulationBand>>(&json);
    }
}
