//! Counts of people and of items in every spelling.

use mynumber_pia::value::band::{
    Count, CountRange, HandlersBand, NumericBand, PopulationBand, RecordItemsBand, StaffBand,
};
use proptest::prelude::*;

type Population = Count<PopulationBand>;

#[test]
fn every_spelling() {
    for (text, count) in [
        ("62000", Count::Exact(62_000)),
        ("62,000", Count::Exact(62_000)),
        ("６２，０００", Count::Exact(62_000)),
        (" 62000人 ", Count::Exact(62_000)),
        ("０", Count::Exact(0)),
        ("00012", Count::Exact(12)),
        ("4294967295", Count::Exact(u32::MAX)),
        ("4,294,967,295", Count::Exact(u32::MAX)),
        ("100000..299999", Count::Range(CountRange::new(100_000, 299_999).unwrap())),
        ("１００，０００ .. 299,999", Count::Range(CountRange::new(100_000, 299_999).unwrap())),
        ("500..", Count::Range(CountRange::at_least(500))),
        ("..499", Count::Range(CountRange::new(0, 499).unwrap())),
        ("7..7", Count::Range(CountRange::exactly(7))),
        ("1万人以上10万人未満", Count::Band(PopulationBand::From10000To99999)),
        ("３）１万人以上１０万人未満", Count::Band(PopulationBand::From10000To99999)),
        ("1000人未満（任意実施）", Count::Band(PopulationBand::Under1000)),
        ("at_least_300000", Count::Band(PopulationBand::AtLeast300000)),
    ] {
        assert_eq!(text.parse(), Ok(count), "{text}");
        assert_eq!(count.to_string().parse(), Ok(count), "{count}");
    }
}

#[test]
fn numbers_as_people_write_them() {
    for (text, count) in [
        ("6万人", 60_000),
        ("６万２千", 62_000),
        ("６万２千人", 62_000),
        (" 6万2千500人 ", 62_500),
        ("6万2,000", 62_000),
        ("6万500", 60_500),
        ("2千", 2_000),
        ("1億2千万", 0),
        ("42億9496万7295", u32::MAX),
        ("１２，３４５人", 12_345),
    ] {
        let read = text.parse::<Population>().ok();
        // 「千万」 is not read, because no count here is as large.
        assert_eq!(read, (count != 0).then_some(Count::Exact(count)), "{text}");
    }
    for count in (0..400_000).step_by(37).chain([9_999, 10_000, 10_001, 99_999_999, 100_000_000]) {
        let (million, thousand) = (count / 10_000, count % 10_000);
        for text in
            [format!("{million}万{thousand:04}"), format!("{million}万{}千{:03}人", thousand / 1_000, count % 1_000)]
        {
            assert_eq!(text.parse(), Ok(Population::Exact(count)), "{text}");
        }
    }
    let error = "42億9496万7296".parse::<Population>().unwrap_err().to_string();
    assert_eq!(error, "\"42億9496万7296\" is too large for a count of people: expected at most 4294967295");
}

#[test]
fn a_count_of_items_is_in_items() {
    type Items = Count<RecordItemsBand>;

    for (text, count) in [
        ("12", Count::Exact(12)),
        ("12項目", Count::Exact(12)),
        (" １，２００ 項目 ", Count::Exact(1_200)),
        ("[ 12項目 ]", Count::Exact(12)),
        ("10..49", Count::Range(CountRange::new(10, 49).unwrap())),
        ("10項目以上50項目未満", Count::Band(RecordItemsBand::From10To49)),
    ] {
        assert_eq!(text.parse(), Ok(count), "{text}");
    }
    for text in ["12人", "項目", "12項", "12項目項目", "12人項目"] {
        assert_eq!(
            text.parse::<Items>().unwrap_err().to_string(),
            format!(
                "cannot read \"{text}\" as a count of items: expected a number (62000 or 62,000), a range (100000..299999, \
                 500.. or ..499), or a band: under_10 (10項目未満), from_10_to_49 (10項目以上50項目未満), \
                 from_50_to_99 (50項目以上100項目未満), at_least_100 (100項目以上)"
            )
        );
    }
    let error = "4294967296項目".parse::<Items>().unwrap_err().to_string();
    assert_eq!(error, "\"4294967296項目\" is too large for a count of items: expected at most 4294967295");
    let error = serde_json::from_str::<Items>("4294967296").unwrap_err().to_string();
    assert!(error.starts_with("\"4294967296\" is too large for a count of items: expected at most"), "{error}");
    assert!("12項目".parse::<Population>().is_err());

    assert_eq!(Items::Exact(1_200).with_unit(), "1,200項目");
    assert_eq!(Items::Range(CountRange::new(3, 12).unwrap()).with_unit(), "3～12項目");
    assert_eq!(Items::Range(CountRange::at_least(12)).with_unit(), "12項目以上");
    assert_eq!(Count::Band(RecordItemsBand::AtLeast100).with_unit(), "100項目以上");
    assert_eq!(Count::<StaffBand>::Range(CountRange::at_least(12)).with_unit(), "12人以上");
}

#[test]
fn what_is_no_count() {
    let bands = "under_500 (500人未満), at_least_500 (500人以上)";
    let unreadable = |seen: &str| {
        format!(
            "cannot read \"{seen}\" as a count of people: expected a number (62000 or 62,000), a range \
             (100000..299999, 500.. or ..499), or a band: {bands}"
        )
    };
    for text in [
        "",
        " ",
        "人",
        "-1",
        "+1",
        "1.5",
        "1e3",
        "0x10",
        "6,2000",
        "62,00",
        ",620",
        "620,",
        "1,,000",
        "1234,567",
        "..",
        "...",
        "1..2..3",
        "a..5",
        "5..a",
        "百",
        // 60,002 or 62,000.
        "6万2",
        "6万20",
        "6万12345",
        "6千2",
        "万",
        "2千6万",
        "6万12千",
        "6万3万",
        "6.2万",
        "六万",
        "約6万",
        "10万人未満",
        "yes",
        "1 000",
        "UNKNOWN",
        // Only a fact or an answer can be unknown.
        "unknown",
        "不明",
    ] {
        let error = text.parse::<Count<HandlersBand>>().unwrap_err();
        assert_eq!(error.to_string(), unreadable(text));
    }
    let error = |text: &str| text.parse::<Population>().unwrap_err().to_string();
    assert_eq!(error("4294967296"), "\"4294967296\" is too large for a count of people: expected at most 4294967295");
    assert_eq!(
        error("1..99999999999"),
        "\"1..99999999999\" is too large for a count of people: expected at most 4294967295"
    );
    assert_eq!(error("300..100"), "the range 300..100 runs backwards: expected the lower count first");
    assert!(error(&"9".repeat(100_000)).len() < 300, "long input is cut in the error");
    assert!(CountRange::new(2, 1).is_err());
}

#[test]
fn a_count_of_another_type_is_refused() {
    for (json, seen) in
        [("true", "boolean `true`"), ("-1", "integer `-1`"), ("1.5", "floating point `1.5`"), ("[]", "sequence")]
    {
        let error = serde_json::from_str::<Population>(json).unwrap_err().to_string();
        let expected = "a count for the population band (対象人数): a number, a range or a band";
        assert!(error.starts_with(&format!("invalid type: {seen}, expected {expected}")), "{error}");
    }
}

#[test]
fn a_band_of_another_list_is_refused() {
    assert!("500人未満".parse::<Count<HandlersBand>>().is_ok());
    assert!("500人未満".parse::<Population>().is_err());
    assert!("10人未満".parse::<Count<HandlersBand>>().is_err());
}

#[test]
fn ranges() {
    let range = |min, max| CountRange::new(min, max).unwrap();
    assert!(range(1, 5).overlaps(range(5, 9)) && range(5, 9).overlaps(range(1, 5)));
    assert!(!range(1, 4).overlaps(range(5, 9)) && !range(5, 9).overlaps(range(1, 4)));
    assert!(range(1, 9).overlaps(range(4, 5)) && range(4, 5).overlaps(CountRange::ANY));
    assert!(CountRange::at_least(10).overlaps(CountRange::at_least(500)));
    assert_eq!(range(10, 49).plus(range(100, 499)), range(110, 548));
    assert_eq!(range(10, 49).plus(CountRange::at_least(1_000)), CountRange::at_least(1_010));
    assert_eq!(Count::Band(StaffBand::From10To49).range(), StaffBand::From10To49.range());
    assert_eq!(Population::Exact(5).range(), CountRange::exactly(5));
}

#[test]
fn ranges_are_written_and_read() {
    let range = |min, max| CountRange::new(min, max).unwrap();
    for (text, read, printed) in [
        ("100000..299999", range(100_000, 299_999), "100000..299999"),
        (" １００，０００ .. 299,999 ", range(100_000, 299_999), "100000..299999"),
        ("..499", range(0, 499), "0..499"),
        ("500..", CountRange::at_least(500), "500.."),
        ("7..7", CountRange::exactly(7), "7..7"),
        ("0..", CountRange::ANY, "0.."),
        ("4294967295..4,294,967,295", CountRange::exactly(u32::MAX), "4294967295..4294967295"),
    ] {
        assert_eq!(text.parse(), Ok(read), "{text}");
        assert_eq!(read.to_string(), printed);
        let json = serde_json::to_string(&read).unwrap();
        assert_eq!(json, format!("\"{printed}\""));
        assert_eq!(serde_json::from_str::<CountRange>(&json).unwrap(), read);
    }
    let error = |text: &str| text.parse::<CountRange>().unwrap_err().to_string();
    for text in ["", "..", "7", "1..2..3", "a..5", "500人以上", "unknown", "under_500", "-1..5", "1,0..5"] {
        assert_eq!(
            error(text),
            format!(
                "cannot read \"{text}\" as a range of counts: expected 100000..299999, 500.. or ..499, both ends included"
            )
        );
    }
    assert_eq!(error("2..1"), "the range 2..1 runs backwards: expected the lower count first");
    assert_eq!(
        error("1..4294967296"),
        "\"1..4294967296\" is too large for a count of people or items: expected at most 4294967295"
    );
    assert_eq!(
        serde_json::from_str::<CountRange>("7").unwrap_err().to_string(),
        "invalid type: integer `7`, expected a range such as 100000..299999, 500.. or ..499 at line 1 column 1"
    );
}

fn count<B: NumericBand>() -> impl Strategy<Value = Count<B>> {
    prop_oneof![
        any::<u32>().prop_map(Count::Exact),
        proptest::sample::select(B::ALL).prop_map(Count::Band),
        (any::<u32>(), any::<u32>()).prop_map(|(a, b)| Count::Range(CountRange::new(a.min(b), a.max(b)).unwrap())),
        any::<u32>().prop_map(|min| Count::Range(CountRange::at_least(min))),
    ]
}

proptest! {
    #[test]
    fn print_and_read_is_the_identity(count in count::<StaffBand>()) {
        prop_assert_eq!(count.to_string().parse(), Ok(count));
        let json = serde_json::to_string(&count).unwrap();
        prop_assert_eq!(serde_json::from_str::<Count<StaffBand>>(&json).unwrap(), count);
    }

    #[test]
    fn a_range_survives_json(count in count::<StaffBand>()) {
        let json = serde_json::to_string(&count.range()).unwrap();
        prop_assert_eq!(serde_json::from_str::<CountRange>(&json).unwrap(), count.range());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[0-9０-９,，.．人万以上未満unkow]{0,16}") {
        if let Ok(count) = text.parse::<Population>() {
            prop_assert_eq!(count.to_string().parse(), Ok(count));
        }
    }

    #[test]
    fn a_sum_holds_every_sum(
        (a, b) in (any::<u32>(), any::<u32>()),
        (c, d) in (any::<u32>(), any::<u32>()),
        (x, y) in (any::<u32>(), any::<u32>()),
    ) {
        let first = CountRange::new(a.min(b), a.max(b)).unwrap();
        let second = CountRange::new(c.min(d), c.max(d)).unwrap();
        let (x, y) = (x.clamp(first.min(), first.max().unwrap()), y.clamp(second.min(), second.max().unwrap()));
        if let Some(sum) = x.checked_add(y) {
            prop_assert!(first.plus(second).contains(sum));
        } else {
            prop_assert_eq!(first.plus(second).max(), None);
        }
    }
}
