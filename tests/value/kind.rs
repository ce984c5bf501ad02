//! Kinds, editions, and the results that the forms print.

use mynumber_pia::value::kind::{
    AssessmentKind, EditionError, Form, FormEdition, Obligation, ObligationSet, StatedResult,
};
use mynumber_pia::value::source::Certainty;

use AssessmentKind::{AllItem, BasicItem, KeyItem};

#[test]
fn obligations_have_their_codes_in_their_order() {
    let codes: Vec<_> = Obligation::ALL.iter().map(|obligation| obligation.code()).collect();
    assert_eq!(codes, ["none", "basic_item", "basic_item_and_key_item", "basic_item_and_all_item"]);
    let deepest: Vec<_> = Obligation::ALL.iter().map(|obligation| obligation.deepest()).collect();
    assert_eq!(deepest, [None, Some(BasicItem), Some(KeyItem), Some(AllItem)]);
    let kinds: Vec<_> =
        AssessmentKind::ALL.iter().map(|kind| (kind.code(), kind.label(), kind.document(), kind.form())).collect();
    assert_eq!(
        kinds,
        [
            ("basic_item", "基礎項目評価", "基礎項目評価書", "様式2"),
            ("key_item", "重点項目評価", "重点項目評価書", "様式3"),
            ("all_item", "全項目評価", "全項目評価書", "様式4"),
        ]
    );
}

#[test]
fn sets_of_obligations() {
    let set: ObligationSet = [Obligation::BasicItemAndKeyItem, Obligation::NotRequired].into_iter().collect();
    assert_eq!(set.iter().collect::<Vec<_>>(), [Obligation::NotRequired, Obligation::BasicItemAndKeyItem]);
    assert_eq!((set.len(), set.is_empty(), set.single()), (2, false, None));
    assert!(set.contains(Obligation::NotRequired) && !set.contains(Obligation::BasicItem));
    assert!(ObligationSet::EMPTY.is_empty());
    for obligation in Obligation::ALL.iter().copied() {
        assert_eq!(ObligationSet::of(obligation).single(), Some(obligation));
    }
    assert_eq!(serde_json::to_string(&set).unwrap(), r#"["none","basic_item_and_key_item"]"#);
}

/// The lists of 様式3 Ⅴ1② and 様式4 Ⅵ1②, and the sentences of 様式2 Ⅲ, written down independently of the tables in `src/`.
const PRINTED: [(AssessmentKind, Obligation, &str, bool); 11] = [
    (BasicItem, Obligation::NotRequired, "特定個人情報保護評価の実施が義務付けられない", true),
    (BasicItem, Obligation::BasicItem, "基礎項目評価の実施が義務付けられる", false),
    (BasicItem, Obligation::BasicItemAndKeyItem, "基礎項目評価及び重点項目評価の実施が義務付けられる", false),
    (BasicItem, Obligation::BasicItemAndAllItem, "基礎項目評価及び全項目評価の実施が義務付けられる", false),
    (KeyItem, Obligation::BasicItemAndKeyItem, "1) 基礎項目評価及び重点項目評価の実施が義務付けられる", false),
    (KeyItem, Obligation::BasicItem, "2) 基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施）", true),
    (
        KeyItem,
        Obligation::NotRequired,
        "3) 特定個人情報保護評価の実施が義務付けられない（任意に重点項目評価を実施）",
        true,
    ),
    (AllItem, Obligation::BasicItemAndAllItem, "1) 基礎項目評価及び全項目評価の実施が義務付けられる", false),
    (
        AllItem,
        Obligation::BasicItemAndKeyItem,
        "2) 基礎項目評価及び重点項目評価の実施が義務付けられる（任意に全項目評価を実施）",
        true,
    ),
    (AllItem, Obligation::BasicItem, "3) 基礎項目評価の実施が義務付けられる（任意に全項目評価を実施）", true),
    (
        AllItem,
        Obligation::NotRequired,
        "4) 特定個人情報保護評価の実施が義務付けられない（任意に全項目評価を実施）",
        true,
    ),
];

#[test]
fn every_printed_result_is_stated_and_parsed_back() {
    for (chosen, obligation, printed, voluntary) in PRINTED {
        let stated = StatedResult::new(obligation, chosen).unwrap();
        let number = stated.ordinal().map_or(String::new(), |ordinal| format!("{ordinal}) "));
        assert_eq!(format!("{number}{}", stated.sentence()), printed);
        assert_eq!(stated.is_voluntary(), voluntary, "{printed}");
        assert_eq!((stated.obligation(), stated.chosen()), (obligation, chosen));
        for text in [
            printed.to_string(),
            stated.sentence().to_string(),
            printed.replace(") ", "） "),
            printed.replace('（', "(").replace('）', ")"),
            format!("　{printed} "),
        ] {
            assert_eq!(StatedResult::parse(chosen, &text), Ok(stated), "{text}");
        }
        let json = serde_json::to_string(&stated).unwrap();
        assert_eq!(json, format!(r#"{{"obligation":"{obligation}","chosen":"{chosen}"}}"#));
        assert_eq!(serde_json::from_str::<StatedResult>(&json).unwrap(), stated);
    }
    for kind in AssessmentKind::ALL.iter().copied() {
        let offered: Vec<_> = StatedResult::offered(kind).map(StatedResult::obligation).collect();
        let expected: Vec<_> = PRINTED.iter().filter(|row| row.0 == kind).map(|row| row.1).collect();
        assert_eq!(offered, expected, "{kind}");
    }
}

#[test]
fn a_result_that_the_form_does_not_print_is_refused() {
    let key_items = "expected one of 基礎項目評価及び重点項目評価の実施が義務付けられる / \
                     基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施） / \
                     特定個人情報保護評価の実施が義務付けられない（任意に重点項目評価を実施）";
    assert_eq!(
        StatedResult::new(Obligation::BasicItemAndAllItem, KeyItem).unwrap_err().to_string(),
        format!("\"基礎項目評価及び全項目評価の実施が義務付けられる\" is not a threshold result of 様式3: {key_items}")
    );
    for wrong in [
        "",
        "2)",
        "基礎項目評価の実施が義務付けられる",
        "基礎項目評価の実施が義務付けられる（任意に全項目評価を実施）",
        "3) 基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施）",
        "x) 基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施）",
        "999) 基礎項目評価及び重点項目評価の実施が義務付けられる",
    ] {
        assert_eq!(
            StatedResult::parse(KeyItem, wrong).unwrap_err().to_string(),
            format!("\"{wrong}\" is not a threshold result of 様式3: {key_items}")
        );
    }
    // 様式2 prints no numbers, so its sentences cannot follow one. A number is never printed with a sign or a leading
    // zero.
    for number in ["", "0", "1", "2", "999", "+1", "01", "x"] {
        let numbered = format!("{number}) 基礎項目評価の実施が義務付けられる");
        assert!(StatedResult::parse(BasicItem, &numbered).is_err(), "{numbered}");
        if number != "1" {
            let numbered = format!("{number}) 基礎項目評価及び重点項目評価の実施が義務付けられる");
            assert!(StatedResult::parse(KeyItem, &numbered).is_err(), "{numbered}");
        }
    }
    let json = r#"{"obligation":"basic_item_and_all_item","chosen":"key_item"}"#;
    assert!(serde_json::from_str::<StatedResult>(json).is_err());
    let json = r#"{"obligation":"basic_item","chosen":"key_item","note":1}"#;
    assert!(serde_json::from_str::<StatedResult>(json).unwrap_err().to_string().starts_with("unknown field `note`"));
}

#[test]
fn editions_are_read_as_printed() {
    for (tag, code, label) in [
        ("[令和6年10月 様式3]", "form_3_2024_10", "令和6年10月 様式3"),
        ("[令和６年10月　様式２]", "form_2_2024_10", "令和6年10月 様式2"),
        ("［平成２６年４月　様式４］", "form_4_2014_04", "平成26年4月 様式4"),
        ("平成31年1月様式2", "form_2_2019_01", "平成31年1月 様式2"),
        ("令和9年4月 様式4", "form_4_2027_04", "令和9年4月 様式4"),
        ("form_3_2018_05", "form_3_2018_05", "平成30年5月 様式3"),
    ] {
        let edition: FormEdition = tag.parse().unwrap();
        assert_eq!((edition.to_string().as_str(), edition.label().as_str()), (code, label));
        assert_eq!(code.parse(), Ok(edition));
        assert_eq!(label.parse(), Ok(edition));
        assert_eq!(serde_json::to_string(&edition).unwrap(), format!("\"{code}\""));
        assert_eq!(serde_json::from_str::<FormEdition>(&format!("\"{code}\"")).unwrap(), edition);
    }
}

#[test]
fn known_editions_are_those_that_were_seen_or_inferred() {
    let known: Vec<_> = FormEdition::KNOWN.iter().map(|known| known.edition.to_string()).collect();
    assert_eq!(
        known,
        [
            "form_2_2014_04",
            "form_2_2016_01",
            "form_2_2017_05",
            "form_2_2019_01",
            "form_2_2024_10",
            "form_3_2014_04",
            "form_3_2018_05",
            "form_3_2024_10",
            "form_4_2014_04",
            "form_4_2016_01",
            "form_4_2018_05",
            "form_4_2024_10",
        ]
    );
    let inferred: Vec<_> = FormEdition::KNOWN
        .iter()
        .filter(|known| known.certainty != Certainty::Confirmed)
        .map(|known| (known.edition.to_string(), known.certainty))
        .collect();
    assert_eq!(inferred, [("form_4_2024_10".to_string(), Certainty::Unconfirmed)]);
    for known in FormEdition::KNOWN {
        assert_eq!(known.edition.known(), Some(known));
        assert!(known.evidence.starts_with(&known.edition.label()), "{}", known.evidence);
        assert_eq!(known.evidence.contains("推定"), known.certainty == Certainty::Unconfirmed, "{}", known.evidence);
    }
    assert_eq!(FormEdition::new(KeyItem, 2025, 7).unwrap().known(), None, "the list is open");
}

#[test]
fn a_form_has_a_kind_and_perhaps_an_edition() {
    for kind in AssessmentKind::ALL.iter().copied() {
        let unknown = Form::EditionUnknown(kind);
        assert_eq!((unknown.kind(), unknown.edition()), (kind, None));
        let of_kind = || FormEdition::KNOWN.iter().map(|known| known.edition).filter(|edition| edition.kind() == kind);
        for edition in of_kind() {
            let form = Form::from(edition);
            assert_eq!(form, Form::Edition(edition));
            assert_ne!(form, unknown);
            assert_eq!((form.kind(), form.edition()), (kind, Some(edition)));
        }
        let latest = FormEdition::latest(kind).unwrap();
        assert_eq!(Some(latest), of_kind().max(), "{kind}");
    }
}

#[test]
fn editions_that_cannot_be() {
    #[track_caller]
    fn refuses(text: &str, error: &str) {
        assert_eq!(text.parse::<FormEdition>().unwrap_err().to_string(), error);
    }
    let unreadable = "as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of \
                      様式2, 様式3 or 様式4";
    for text in [
        "",
        "様式3",
        "令和6年10月",
        "令和6年10月 様式1",
        "令和6年10月 様式5",
        "令和6年 様式3",
        "令和6年10月1日 様式3",
        "form_3",
        "form_3_2024",
        "form_3_2024_1",
        "form_1_2024_10",
        "form_3_24_10",
        "form_3_2024_10_1",
        "form_3_+024_10",
        "[令和6年10月 様式3",
        "令和6年1 0月 様式3",
        "form_3_20 24_10",
    ] {
        refuses(text, &format!("cannot read \"{text}\" {unreadable}"));
    }
    // The error says what is wrong with the date of a tag.
    for (tag, error) in [
        (
            "平成35年1月 様式2",
            "平成35年1月 does not exist: 平成 ran from 1989-01-08 to 2019-04-30, and 2023-01 is 令和5年1月",
        ),
        ("令和6年13月 様式3", "there is no month 13: expected 1 to 12"),
        ("[令和6年2月30日 様式4]", "there is no day 30 in 2024-02: expected 1 to 29"),
    ] {
        refuses(tag, &format!("cannot read \"{tag}\" as a form edition: {error}"));
        let Err(EditionError::NoSuchDate { error: cause, .. }) = tag.parse::<FormEdition>() else { panic!("{tag}") };
        assert_eq!(cause.to_string(), error);
    }
    refuses(
        "form_3_2024_13",
        "there is no form edition of 2024-13: expected a month from 1 to 12 and a year up to 9999",
    );
    refuses(
        "form_3_2024_00",
        "there is no form edition of 2024-0: expected a month from 1 to 12 and a year up to 9999",
    );
    refuses("form_3_2014_03", "no form edition of 2014-03 is known: the earliest is of 2014-04 (平成26年4月)");
    refuses("平成25年12月 様式2", "no form edition of 2013-12 is known: the earliest is of 2014-04 (平成26年4月)");
    assert!(FormEdition::new(BasicItem, 10_000, 1).is_err());
}
