//! Deadlines and sets of papers in words, in both languages, and their codes.

use chrono::NaiveDate;
use mynumber_pia::affair::{By, Papers};
use mynumber_pia::{AssessmentKind, Language};

#[test]
fn every_deadline_has_a_code_and_words_in_both_languages() {
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let (first, last) = (day("2027-03-01"), day("2027-03-31"));
    #[rustfmt::skip]
    let all = [
        (By::Before { last: None, opinions_by: None }, "before", "事前", "beforehand"),
        (By::Before { last: Some(last), opinions_by: None }, "before", "2027-03-31まで", "by 2027-03-31"),
        (
            By::Before { last: Some(last), opinions_by: Some(first) }, "before",
            "2027-03-01まで（目安。遅くとも2027-03-31まで）", "by 2027-03-01 (a guide; by 2027-03-31 at the latest)",
        ),
        (By::On(last), "on", "2027-03-31まで", "by 2027-03-31"),
        (
            By::Within { earliest: Some(first), latest: last }, "within",
            "2027-03-01から2027-03-31までの間のいずれかの日まで", "by a day between 2027-03-01 and 2027-03-31",
        ),
        (By::Within { earliest: None, latest: last }, "within", "遅くとも2027-03-31まで", "by 2027-03-31 at the latest"),
        (By::Promptly(None), "promptly", "速やかに", "promptly"),
        (By::Promptly(Some(first)), "promptly", "2027-03-01から速やかに", "promptly from 2027-03-01"),
        (By::WithoutDelay(None), "without_delay", "遅滞なく", "without delay"),
        (By::WithoutDelay(Some(first)), "without_delay", "2027-03-01から遅滞なく", "without delay from 2027-03-01"),
        (By::Until(Some(last)), "until", "2027-03-31まで継続", "until 2027-03-31"),
        (By::Until(None), "until", "三年間継続", "for three years"),
        (By::UntilPublished, "until_published", "公表するまで", "until it is published"),
        (By::InTurn, "in_turn", "前の手続の後", "after the step before"),
        (By::AlongWith, "along_with", "提出又は公示と併せて", "with the filing or the announcement"),
        (By::ThirtyDays, "thirty_days", "原則三十日以上", "for thirty days as a rule"),
        (By::NoPeriod, "no_period", "期限の定めなし", "no period is set"),
        (By::OfItsOwn, "of_its_own", "別に定める期限", "as another law sets"),
        (By::NotKnown, "not_known", "期限不明", "not known"),
    ];
    for (by, code, japanese, english) in all {
        assert_eq!(by.code(), code);
        assert_eq!((by.text(Language::Japanese), by.text(Language::English)), (japanese.into(), english.into()));
        let json = serde_json::to_value(by).unwrap();
        assert_eq!((json["kind"].as_str(), json["kind_label"].as_str()), (Some(code), Some(japanese)));
    }
}

#[test]
fn papers_are_named_from_the_least_deep_to_the_deepest() {
    let all: Papers =
        [AssessmentKind::AllItem, AssessmentKind::BasicItem, AssessmentKind::KeyItem].into_iter().collect();
    assert_eq!(all.to_string(), "基礎項目評価書、重点項目評価書、全項目評価書");
    assert_eq!(Papers::of(AssessmentKind::KeyItem).to_string(), "重点項目評価書");
    assert_eq!(Papers::NONE.to_string(), "");
}
