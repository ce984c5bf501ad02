//! Dates as the documents print them, and days that do not exist.

use chrono::{Datelike, NaiveDate};
use mynumber_pia::value::date::{Era, FormDate, Precision};
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Reads `text`: it must be the date `iso` and print as `printed`.
#[track_caller]
fn reads(text: &str, iso: &str, printed: &str) {
    let date: FormDate = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!((date.to_iso().as_str(), date.to_string().as_str()), (iso, printed), "{text}");
    assert_eq!(printed.parse(), Ok(date), "{printed}");
    assert_eq!(iso.parse(), Ok(date), "{iso}");
    let json = serde_json::to_string(&date).unwrap();
    assert_eq!(json, format!("\"{iso}\""));
    assert_eq!(serde_json::from_str::<FormDate>(&json).unwrap(), date);
}

#[test]
fn what_the_documents_print() {
    reads("令和6年12月6日", "2024-12-06", "令和6年12月6日");
    reads("令和元年", "2019", "令和元年");
    reads("令和1年", "2019", "令和元年");
    reads("令和1年6月27日", "2019-06-27", "令和元年6月27日");
    reads("平成２７年１０月", "2015-10", "平成27年10月");
    reads("平成28年1月", "2016-01", "平成28年1月");
    reads("H30.5.21", "2018-05-21", "平成30年5月21日");
    reads("R6.10.1", "2024-10-01", "令和6年10月1日");
    reads("Ｒ７．１．１４", "2025-01-14", "令和7年1月14日");
    reads("H27.12", "2015-12", "平成27年12月");
    reads("2017/4/1", "2017-04-01", "平成29年4月1日");
    reads("2018/4/1", "2018-04-01", "平成30年4月1日");
    reads("2025-04-01", "2025-04-01", "令和7年4月1日");
    reads("2025年4月1日", "2025-04-01", "令和7年4月1日");
    reads("平成30年7月31日　時点", "2018-07-31", "平成30年7月31日");
    reads("令和５年４月１日 時点", "2023-04-01", "令和5年4月1日");
    reads("令和2年4月１日時点", "2020-04-01", "令和2年4月1日");
    reads("  令和 7年 5月 30日  ", "2025-05-30", "令和7年5月30日");
    reads("令和　７ 年 ５ 月 ３０ 日", "2025-05-30", "令和7年5月30日");
    reads("R 7. 1. 14", "2025-01-14", "令和7年1月14日");
    reads("昭和33年", "1958", "昭和33年");
    reads("2024-02-29", "2024-02-29", "令和6年2月29日");
    reads("明治6年1月1日", "1873-01-01", "明治6年1月1日");
    reads("9999-12-31", "9999-12-31", "令和7981年12月31日");
}

#[test]
fn a_date_keeps_its_precision() {
    let month: FormDate = "平成２７年１０月".parse().unwrap();
    assert_eq!(month.precision(), Precision::Month);
    assert_eq!(month.to_day(), None);
    assert_eq!(month.to_month(), Some((2015, 10)));
    assert_eq!((month.first_day(), month.last_day()), (day(2015, 10, 1), day(2015, 10, 31)));
    let year: FormDate = "令和6年".parse().unwrap();
    assert_eq!((year.first_day(), year.last_day()), (day(2024, 1, 1), day(2024, 12, 31)));
    assert_eq!((year.to_day(), year.to_month(), year.precision()), (None, None, Precision::Year));
    let exact: FormDate = "令和6年2月29日".parse().unwrap();
    assert_eq!((exact.to_day(), exact.last_day()), (Some(day(2024, 2, 29)), day(2024, 2, 29)));
    assert!(year != month && FormDate::from_month(2024, 1).unwrap() != year);
    assert_eq!(FormDate::from_month(2024, 12).unwrap().last_day(), day(2024, 12, 31));
    assert_eq!(FormDate::from_year(9999).unwrap().last_day(), day(9999, 12, 31));
}

#[test]
fn months_and_years_that_two_eras_share() {
    // Each name is right for a part of the year; only one is printed.
    for (text, iso, printed) in [
        ("平成31年", "2019", "令和元年"),
        ("昭和64年1月", "1989-01", "平成元年1月"),
        ("平成元年1月", "1989-01", "平成元年1月"),
        ("大正15年12月", "1926-12", "昭和元年12月"),
        ("明治45年7月", "1912-07", "大正元年7月"),
    ] {
        reads(text, iso, printed);
    }
    reads("平成31年4月", "2019-04", "平成31年4月");
}

#[track_caller]
fn refuses(text: &str, error: &str) {
    assert_eq!(text.parse::<FormDate>().unwrap_err().to_string(), error, "{text}");
    let in_json = serde_json::from_str::<FormDate>(&format!("\"{text}\"")).unwrap_err().to_string();
    assert!(in_json.starts_with(error), "{in_json}");
}

#[test]
fn days_that_never_were() {
    refuses(
        "平成31年5月1日",
        "平成31年5月1日 does not exist: 平成 ran from 1989-01-08 to 2019-04-30, and 2019-05-01 is 令和元年5月1日",
    );
    refuses(
        "令和元年4月30日",
        "令和元年4月30日 does not exist: 令和 ran from 2019-05-01 on, and 2019-04-30 is 平成31年4月30日",
    );
    refuses(
        "昭和64年1月8日",
        "昭和64年1月8日 does not exist: 昭和 ran from 1926-12-25 to 1989-01-07, and 1989-01-08 is 平成元年1月8日",
    );
    refuses(
        "H35",
        "cannot read \"H35\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
    );
    refuses("平成35年", "平成35年 does not exist: 平成 ran from 1989-01-08 to 2019-04-30, and 2023 is 令和5年");
    refuses(
        "平成31年5月",
        "平成31年5月 does not exist: 平成 ran from 1989-01-08 to 2019-04-30, and 2019-05 is 令和元年5月",
    );
    refuses(
        "H31.5.1",
        "平成31年5月1日 does not exist: 平成 ran from 1989-01-08 to 2019-04-30, and 2019-05-01 is 令和元年5月1日",
    );
    refuses("令和0年", "令和0年 does not exist: an era begins with 元年");
    refuses("令和7年2月29日", "there is no day 29 in 2025-02: expected 1 to 28");
    refuses("2024-02-30", "there is no day 30 in 2024-02: expected 1 to 29");
    refuses("令和6年4月31日", "there is no day 31 in 2024-04: expected 1 to 30");
    refuses("2024/0/1", "there is no month 0: expected 1 to 12");
    refuses("令和6年13月", "there is no month 13: expected 1 to 12");
    refuses("2024/12/0", "there is no day 0 in 2024-12: expected 1 to 31");
    let range = "is out of range: expected 1873 (明治6年, the first of the Gregorian calendar in Japan) to 9999";
    refuses("明治5年12月2日", &format!("the year 1872 {range}"));
    refuses("1872-12-31", &format!("the year 1872 {range}"));
    refuses("令和8000年", &format!("the year 10018 {range}"));
    let unreadable = "as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06";
    for text in [
        "",
        " ",
        "時点",
        "令和",
        "令和年",
        "令和6",
        "令和6年12",
        "令和6年6日",
        "令和6年12月6",
        "令和6年12月6日頃",
        "R6",
        "R6.12.6.1",
        "R6/12/6",
        "6.12.6",
        "6年4月1日",
        "2025-4-1",
        "25/4/1",
        "20250401",
        "2025-04-01T00:00",
        "0001-01-01",
        "令和六年",
        "慶応4年",
        "令和00006年",
        "令和+6年",
        "r6.12.6",
        "2025//1",
        "2025-",
        "元年",
        "令和 1 2年",
        "2 025-0 4-01",
        "平成２　７年１０月",
        "R6.1 2.6",
    ] {
        refuses(text, &format!("cannot read \"{text}\" {unreadable}"));
    }
    assert_eq!(FormDate::from_month(2024, 13).unwrap_err().to_string(), "there is no month 13: expected 1 to 12");
    assert!(FormDate::from_year(1872).is_err() && FormDate::from_day(day(10_000, 1, 1)).is_err());
}

#[test]
fn eras_meet_without_gap() {
    let expected = [
        (Era::Meiji, 'M', day(1868, 10, 23), Some(day(1912, 7, 29))),
        (Era::Taisho, 'T', day(1912, 7, 30), Some(day(1926, 12, 24))),
        (Era::Showa, 'S', day(1926, 12, 25), Some(day(1989, 1, 7))),
        (Era::Heisei, 'H', day(1989, 1, 8), Some(day(2019, 4, 30))),
        (Era::Reiwa, 'R', day(2019, 5, 1), None),
    ];
    let ours: Vec<_> = Era::ALL.iter().map(|era| (*era, era.letter(), era.first_day(), era.last_day())).collect();
    assert_eq!(ours, expected);
    assert_eq!(Era::of(day(1868, 10, 22)), None);
    for (era, _, first, last) in expected {
        assert_eq!(Era::of(first), Some((era, 1)));
        if let Some(last) = last {
            assert_eq!(Era::of(last).unwrap().0, era);
            assert_ne!(Era::of(last.succ_opt().unwrap()).unwrap().0, era);
        }
    }
}

#[test]
fn every_day_of_two_centuries_in_every_spelling() {
    let mut date = day(1873, 1, 1);
    while date < day(2100, 1, 1) {
        let form = FormDate::from_day(date).unwrap();
        let (era, year) = Era::of(date).unwrap();
        assert_eq!(form.era(), (era, year));
        assert_eq!(form.to_string().parse(), Ok(form));
        assert_eq!(date.to_string().parse(), Ok(form));
        let short = format!("{}{year}.{}.{}", era.letter(), date.month(), date.day());
        assert_eq!(short.parse(), Ok(form), "{short}");
        // No other era has this day.
        for other in Era::ALL.iter().filter(|other| **other != era) {
            let year = date.year() - other.first_year() + 1;
            let wrong = format!("{}{year}年{}月{}日", other.label(), date.month(), date.day());
            assert!(wrong.parse::<FormDate>().is_err(), "{wrong}");
        }
        date = date.succ_opt().unwrap();
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,20}") {
        let _ = text.parse::<FormDate>();
    }

    #[test]
    fn text_made_of_the_pieces_of_dates_is_read_or_refused(
        pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "令和", "平成", "昭和", "元", "年", "月", "日", "時点", "R", "H", ".", "/", "-", "0", "1", "12", "31", "2024", "９", "　",
            ]),
            0..9,
        )
    ) {
        let text: String = pieces.concat();
        if let Ok(date) = text.parse::<FormDate>() {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            prop_assert_eq!(date.to_iso().parse(), Ok(date));
        }
    }
}
