//! `Text`, and the marks for nothing.

use mynumber_pia::value::answer::{Answer, Line, Lines};
use mynumber_pia::value::text::{Nothing, Text, TextError};
use proptest::prelude::*;

#[test]
fn what_means_nothing_is_no_text() {
    for dash in ["―", "—", "–", "－", "-", "‐", "ー", "ｰ", "─", "−", "一", " ― ", "－\n", "――", "--", "———"]
    {
        assert_eq!(Nothing::read(dash), Some(Nothing::Dash), "{dash}");
        assert!(Text::new(dash).is_err(), "{dash}");
    }
    for nashi in
        ["なし", "無し", "無", "特になし", "該当なし", "　なし　", "（なし）", "(無し)", "なし。", "特になし．"]
    {
        assert_eq!(Nothing::read(nashi), Some(Nothing::Word), "{nashi}");
        assert!(Text::new(nashi).is_err(), "{nashi}");
    }
    for text in
        ["なしの木", "なし（令和5年まで）", "-1", "―課", "一一", "一課", "無料", "主務省令未制定", "----", "ーー線"]
    {
        assert_eq!(Nothing::read(text), None, "{text}");
        assert_eq!(Text::new(text).unwrap().as_str(), text);
        assert_eq!(AsRef::<str>::as_ref(&Text::new(text).unwrap()), text);
    }
    // A mark has at most 48 bytes.
    assert_eq!(Nothing::read(&format!("なし{}", "。".repeat(14))), Some(Nothing::Word));
    assert_eq!(Nothing::read(&format!("なし{}", "。".repeat(15))), None);
    assert_eq!(Nothing::read(""), None, "blank is unanswered, not an answer");
}

#[test]
fn blank_is_refused() {
    for blank in ["", " ", "　", "\n\t", "\u{200B}", "\u{FEFF}", " \u{2060}　"] {
        let error = Text::new(blank).unwrap_err();
        assert_eq!(error.to_string(), "a text cannot be blank: leave the item unanswered, or write what the form says");
        assert_eq!(blank.parse::<Text>(), Err(error));
    }
}

#[test]
fn error_texts() {
    assert_eq!(Text::new("－").unwrap_err().to_string(), "\"－\" is a mark for nothing (―), not a text");
    assert_eq!(Text::new("特になし").unwrap_err().to_string(), "\"特になし\" is a mark for nothing (なし), not a text");
    assert_eq!(
        serde_json::from_str::<Text>("\"　\"").unwrap_err().to_string(),
        "a text cannot be blank: leave the item unanswered, or write what the form says at line 1 column 5"
    );
    assert_eq!(
        serde_json::from_str::<Text>("7").unwrap_err().to_string(),
        "invalid type: integer `7`, expected a text that is not blank at line 1 column 1"
    );
    for unknown in ["?", "？", " ? "] {
        assert_eq!(Text::new(unknown).unwrap_err().to_string(), "\"?\" is the mark for \"not known\", not a text");
    }
    assert_eq!(Text::new("??").unwrap().as_str(), "??");
}

#[test]
fn names_are_kept_to_the_character() {
    for name in ["㈱システム", "①資格", "髙橋　﨑", " 前後の空白 ", "ＤＢ／DB", "改行\nあり"] {
        let text = Text::new(name).unwrap();
        assert_eq!(text.as_str(), name);
        let json = serde_json::to_string(&text).unwrap();
        assert_eq!(serde_json::from_str::<Text>(&json).unwrap(), text);
        assert_eq!(String::from(text), name);
    }
}

/// A line on its own is written as its text and read back. In a cell it counts as an answer.
#[test]
fn a_line_alone_is_read_back() {
    let text = |text: &str| Text::new(text).unwrap();
    for (answer, json) in [
        (Answer::Blank, r#""""#),
        (Answer::NotKnown, r#""?""#),
        (Answer::Nothing(Nothing::Dash), r#""―""#),
        (Answer::Nothing(Nothing::Word), r#""なし""#),
        (Answer::Given(text("甲")), r#""甲""#),
    ] {
        let line = Line { under: None, text: answer };
        assert_eq!(serde_json::to_string(&line).unwrap(), json);
        assert_eq!(serde_json::from_str::<Line>(json).unwrap(), line);
        let is_given = line.text.given().is_some();
        assert_eq!(Lines::new(vec![line.clone()]).is_some(), is_given, "{json}");
        assert_eq!(Lines::new(vec![Line::from(text("乙")), line]).is_some(), is_given, "{json}");
        assert_eq!(serde_json::from_str::<Lines>(&format!(r#"["乙", {json}]"#)).is_ok(), is_given, "{json}");
    }
    let headed = Line { under: Some(text("甲")), text: Answer::Unanswered };
    assert_eq!(serde_json::to_string(&headed).unwrap(), r#"{"under":"甲"}"#);
    assert_eq!(serde_json::from_str::<Line>(r#"{"under":"甲"}"#).unwrap(), headed);
    // A line without an answer cannot be written.
    let nothing = Line { under: None, text: Answer::Unanswered };
    assert_eq!(
        serde_json::to_string(&nothing).unwrap_err().to_string(),
        "an unanswered field cannot be written: leave it out"
    );
    assert_eq!(Lines::new(vec![nothing]), None);
}

proptest! {
    #[test]
    fn a_text_is_what_was_given_or_refused(text in "\\PC{0,12}") {
        match text.parse::<Text>() {
            Ok(read) => {
                prop_assert_eq!(read.as_str(), &text);
                prop_assert_eq!(Nothing::read(&text), None);
                prop_assert_eq!(Text::try_from(text), Ok(read));
            }
            Err(TextError::MeansNothing { mark, .. }) => prop_assert_eq!(Nothing::read(&text), Some(mark)),
            Err(TextError::MeansNotKnown) => prop_assert!(text.contains(['?', '？'])),
            Err(error) => {
                prop_assert_eq!(error, TextError::Blank);
                prop_assert!(text.trim().chars().all(|c| !c.is_alphanumeric()));
            }
        }
    }
}
