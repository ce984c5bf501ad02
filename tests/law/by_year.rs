//! The dates of the law: a document of each year from 2015 to 2026 is checked against the law in force then. The tables
//! are written from the law and from published assessments, not from the code.

use crate::support::{EDOGAWA, KAWAGUCHI, KUMAGAYA, MATSUDO, SHINJUKU};
use chrono::{Datelike, Days, NaiveDate};
use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::Item;
use mynumber_pia::validate::{Finding, Language, Rule, validate};
use mynumber_pia::value::kind::{AssessmentKind, FormEdition};
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn iso(day: NaiveDate) -> String {
    day.to_string()
}

/// A document of this edition with these fields.
fn document(edition: &str, mut fields: Value) -> Assessment {
    let edition: FormEdition = edition.parse().unwrap();
    let header = json!({"format": "mynumber-pia", "version": 1, "kind": edition.kind(), "edition": edition});
    fields.as_object_mut().unwrap().extend(header.as_object().unwrap().clone());
    serde_json::from_value(fields).unwrap()
}

fn found(document: &Assessment, as_of: NaiveDate, rule: Rule) -> Vec<Finding> {
    validate(document, as_of).iter().filter(|finding| finding.rule == rule).cloned().collect()
}

/// Citations, and the days on which each is known to be wrong: before the first day, and from the second day on.
///
/// The tables and orders changed on 2024-05-27. 第19条第7号 was last seen on 2020-04-01, and 第8号 first on 2022-04-01. So
/// 第7号 cannot be called wrong before the latter day, and 第8号 on no day.
const CITED: [(&str, &str, Option<&str>, Option<&str>); 7] = [
    ("番号法第9条第1項、別表第一の30の項", "番号法別表第一の30の項", None, Some("2024-05-27")),
    ("番号法第19条、別表第二の42の項", "番号法別表第二の42の項", None, Some("2024-05-27")),
    (
        "行政手続における特定の個人を識別するための番号の利用等に関する法律別表第二の主務省令で定める事務及び情報を定める命令第25条",
        "別表第二の主務省令で定める事務及び情報を定める命令第25条",
        None,
        Some("2024-05-27"),
    ),
    ("番号法別表の44の項", "番号法別表の44の項", Some("2024-05-27"), None),
    (
        "利用特定個人情報の提供に関する命令第2条の表の48の項",
        "利用特定個人情報の提供に関する命令第2条の表の48の項",
        Some("2024-05-27"),
        None,
    ),
    ("番号法第19条第7号", "番号法第19条第7号", None, Some("2022-04-01")),
    ("番号法第19条第8号", "番号法第19条第8号", None, None),
];

/// For each year, which of [`CITED`] are wrong in a document of its first day and of its last day.
const BY_YEAR: [(i32, &str, &str); 12] = [
    (2015, "...xx..", "...xx.."),
    (2016, "...xx..", "...xx.."),
    (2017, "...xx..", "...xx.."),
    (2018, "...xx..", "...xx.."),
    (2019, "...xx..", "...xx.."),
    (2020, "...xx..", "...xx.."),
    (2021, "...xx..", "...xx.."),
    (2022, "...xx..", "...xxx."),
    (2023, "...xxx.", "...xxx."),
    (2024, "...xxx.", "xxx..x."),
    (2025, "xxx..x.", "xxx..x."),
    (2026, "xxx..x.", "xxx..x."),
];

/// Which of [`CITED`] are reported in a document of this day. Each finding quotes the citation.
fn wrong(published: NaiveDate) -> String {
    let wrong = CITED.iter().map(|(text, seen, ..)| {
        let fields = json!({"cover": {"published": iso(published)}, "number_use_bases": text});
        let found = found(&document("form_2_2014_04", fields), published, Rule::NotInForce);
        assert!(found.len() <= 1);
        found.first().map_or('.', |finding| {
            assert_eq!((finding.location.path.to_string(), finding.seen.as_str()), ("number_use_bases".into(), *seen));
            'x'
        })
    });
    wrong.collect()
}

#[test]
fn what_is_cited_is_judged_by_the_year_of_the_document() {
    for (year, first, last) in BY_YEAR {
        assert_eq!(wrong(NaiveDate::from_ymd_opt(year, 1, 1).unwrap()), first, "{year}-01-01");
        assert_eq!(wrong(NaiveDate::from_ymd_opt(year, 12, 31).unwrap()), last, "{year}-12-31");
    }
}

#[test]
fn and_by_the_month_and_the_day() {
    let of_day = |published: NaiveDate| -> String {
        let is_before = |first: Option<&str>| first.is_some_and(|first| published < day(first));
        let is_over = |until: Option<&str>| until.is_some_and(|until| published >= day(until));
        CITED.iter().map(|(.., first, until)| if is_before(*first) || is_over(*until) { 'x' } else { '.' }).collect()
    };
    let days = day("2015-01-01").iter_days().take_while(|day| day.year() < 2027);
    let changes = CITED.iter().flat_map(|(.., first, until)| [*first, *until]).flatten().map(day);
    let around = changes.flat_map(|day| [day - Days::new(1), day, day + Days::new(1)]);
    for day in days.filter(|day| day.day() == 1).chain(around) {
        assert_eq!(wrong(day), of_day(day), "{day}");
    }
}

/// If only the year or month is printed, its first day counts.
#[test]
fn a_date_without_a_day_is_judged_by_its_first() {
    for (published, is_wrong) in
        [("2023", false), ("2024", false), ("2024-05", false), ("2024-06", true), ("2025", true)]
    {
        let fields = json!({"cover": {"published": published}, "number_use_bases": "番号法別表第一の30の項"});
        let document = document("form_2_2024_10", fields);
        assert_eq!(!found(&document, day("2026-12-31"), Rule::NotInForce).is_empty(), is_wrong, "{published}");
    }
}

/// The forms at the end of each year: the edition of each, and what they print.
///
/// Since 平成30年5月 the forms ask for the title of the head of the department (所属長の役職名) instead of the name; no edition of
/// 様式2 of that month was seen. Since 平成28年1月 the Commission has its new name. 様式2 asks about risks since 平成31年1月, and
/// about manual work since 令和6年10月.
struct OfYear {
    year: i32,
    editions: [&'static str; 3],
    /// Whether 様式2 asks about risks (Ⅳ), and about manual work (Ⅳ.8).
    risks: bool,
    manual_work: bool,
    /// The label of 様式3 and 様式4 for the head of the department.
    head: &'static str,
    /// The label of 様式4 for the day of the approval.
    approval: &'static str,
}

const HEAD_OLD: &str = "所属長";
const HEAD_NEW: &str = "所属長の役職名";
const APPROVAL_OLD: &str = "特定個人情報保護委員会 承認日";
const APPROVAL_NEW: &str = "個人情報保護委員会 承認日";

const FORMS: [OfYear; 12] = {
    const fn of(year: i32, editions: [&'static str; 3], flags: [bool; 2], labels: [&'static str; 2]) -> OfYear {
        let ([risks, manual_work], [head, approval]) = (flags, labels);
        OfYear { year, editions, risks, manual_work, head, approval }
    }
    const FIRST: [&str; 3] = ["form_2_2014_04", "form_3_2014_04", "form_4_2014_04"];
    const OF_2016: [&str; 3] = ["form_2_2016_01", "form_3_2014_04", "form_4_2016_01"];
    const OF_2017: [&str; 3] = ["form_2_2017_05", "form_3_2014_04", "form_4_2016_01"];
    const OF_2018: [&str; 3] = ["form_2_2017_05", "form_3_2018_05", "form_4_2018_05"];
    const OF_2019: [&str; 3] = ["form_2_2019_01", "form_3_2018_05", "form_4_2018_05"];
    const OF_2024: [&str; 3] = ["form_2_2024_10", "form_3_2024_10", "form_4_2024_10"];
    [
        of(2015, FIRST, [false, false], [HEAD_OLD, APPROVAL_OLD]),
        of(2016, OF_2016, [false, false], [HEAD_OLD, APPROVAL_NEW]),
        of(2017, OF_2017, [false, false], [HEAD_OLD, APPROVAL_NEW]),
        of(2018, OF_2018, [false, false], [HEAD_NEW, APPROVAL_NEW]),
        of(2019, OF_2019, [true, false], [HEAD_NEW, APPROVAL_NEW]),
        of(2020, OF_2019, [true, false], [HEAD_NEW, APPROVAL_NEW]),
        of(2021, OF_2019, [true, false], [HEAD_NEW, APPROVAL_NEW]),
        of(2022, OF_2019, [true, false], [HEAD_NEW, APPROVAL_NEW]),
        of(2023, OF_2019, [true, false], [HEAD_NEW, APPROVAL_NEW]),
        of(2024, OF_2024, [true, true], [HEAD_NEW, APPROVAL_NEW]),
        of(2025, OF_2024, [true, true], [HEAD_NEW, APPROVAL_NEW]),
        of(2026, OF_2024, [true, true], [HEAD_NEW, APPROVAL_NEW]),
    ]
};

/// The latest edition of each form that was known at the end of a year.
fn in_use(year: i32) -> [String; 3] {
    [AssessmentKind::BasicItem, AssessmentKind::KeyItem, AssessmentKind::AllItem].map(|kind| {
        let known = FormEdition::KNOWN.iter().map(|known| known.edition);
        let then = known.filter(|edition| edition.kind() == kind && i32::from(edition.year()) <= year);
        then.max_by_key(|edition| (edition.year(), edition.month())).unwrap().to_string()
    })
}

#[test]
fn a_document_is_asked_what_the_form_of_its_year_asks() {
    for OfYear { year, editions, risks, manual_work, head, approval } in FORMS {
        assert_eq!(in_use(year), editions, "{year}");
        let published = NaiveDate::from_ymd_opt(year, 12, 1).unwrap();
        let cover = json!({"cover": {"published": iso(published)}});
        let empty = document(editions[0], cover.clone());
        let is_asked = |path: &str| {
            let required = found(&empty, published, Rule::RequiredItem);
            required.iter().any(|finding| finding.location.path.to_string() == path)
        };
        assert!(is_asked("cover.title"), "{year}");
        assert_eq!(is_asked("risk.submitted"), risks, "{year}");
        assert_eq!(is_asked("risk.manual_work.adequacy"), manual_work, "{year}");
        for edition in [editions[1], editions[2]] {
            let missing = found(&document(edition, cover.clone()), published, Rule::RequiredItem);
            let label = missing.iter().find(|finding| finding.location.path.to_string() == "department.head");
            assert_eq!(label.map(|finding| finding.location.label), Some(head), "{year} {edition}");
        }
        // The approval is before the review.
        let mut fields = json!({"procedure": {"third_party_review_date": iso(published)}});
        fields["cover"] = json!({"published": iso(published), "approved": iso(published - Days::new(1))});
        let reversed = found(&document(editions[2], fields), published, Rule::DatesReversed);
        let text = reversed.first().map(|finding| finding.text(Language::Japanese)).unwrap_or_default();
        assert!(text.contains(approval), "{year}: {text}");
        assert_eq!(text.contains(APPROVAL_OLD), approval == APPROVAL_OLD, "{year}: {text}");
    }
}

/// An item that only the form of a later year prints is reported in an earlier one.
#[test]
fn a_document_that_answers_a_later_form_is_found() {
    let fields = json!({"risk": {"submitted": "basic_item", "manual_work": {"adequacy": "sufficient"}}});
    for OfYear { year, editions, risks, manual_work, .. } in FORMS {
        let document = document(editions[0], fields.clone());
        let found = found(&document, NaiveDate::from_ymd_opt(year, 12, 1).unwrap(), Rule::ItemNotPrinted);
        let expected = match (risks, manual_work) {
            (false, _) => vec!["risk.submitted", "risk.manual_work.adequacy"],
            (true, false) => vec!["risk.manual_work.adequacy"],
            (true, true) => vec![],
        };
        let found: Vec<String> = found.iter().map(|finding| finding.location.path.to_string()).collect();
        assert_eq!(found, expected, "{year}");
    }
}

/// Dates after the day of the check are reported; the day itself is not.
#[test]
fn a_document_is_of_no_later_day_than_the_check() {
    for OfYear { year, editions, .. } in FORMS {
        for edition in editions {
            let published = NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
            let document = document(edition, json!({"cover": {"published": iso(published)}}));
            assert_eq!(found(&document, published, Rule::DateAfterAsOf), []);
            let before = found(&document, published - Days::new(1), Rule::DateAfterAsOf);
            assert_eq!(before.len(), 1, "{year} {edition}");
            assert_eq!(before[0].location.path.to_string(), "cover.published");
        }
    }
}

/// Whether a citation was not in force, if each published document had been published on the first day of another year.
/// 江戸川区, 川口市 and 熊谷市 cite the numbers since 2024-05-27; 松戸市 and 新宿区 the earlier ones, and 第19条第7号.
#[test]
fn the_published_documents_are_of_their_own_years() {
    const NEW: (i32, i32) = (2025, i32::MAX);
    const OLD: (i32, i32) = (i32::MIN, 2022);
    for (name, json, (first, last)) in [
        ("edogawa", EDOGAWA, NEW),
        ("kawaguchi", KAWAGUCHI, NEW),
        ("kumagaya", KUMAGAYA, NEW),
        ("matsudo", MATSUDO, OLD),
        ("shinjuku", SHINJUKU, OLD),
    ] {
        let document: Value = serde_json::from_str(json).unwrap();
        for year in 2015..=2026 {
            let mut document = document.clone();
            document["cover"]["published"] = json!(format!("{year}-01-01"));
            let document: Assessment = serde_json::from_value(document).unwrap();
            let mut found = found(&document, day("2026-12-31"), Rule::NotInForce);
            // 江戸川区 mentions an old table in passing.
            found.retain(|finding| finding.location.item != Item::EntrustedReason);
            assert_eq!(found.is_empty(), (first..=last).contains(&year), "{name} {year}: {found:?}");
        }
    }
}

/// The paragraphs of 番号法第2条 moved on 2025-04-01. Which one a document means follows from the term after the citation.
#[test]
fn a_paragraph_of_the_definitions_is_judged_by_the_term_after_it() {
    let is_wrong = |published: &str, basis: &str| {
        let fields =
            json!({"cover": {"published": published}, "number_use_bases": format!("{basis}、番号法第9条第1項")});
        let report = found(&document("form_2_2024_10", fields), day("2026-11-01"), Rule::NotInForce);
        assert!(report.len() < 2, "{report:?}");
        !report.is_empty()
    };
    let rows = include_str!("../data/law/act-article-2-paragraphs.tsv").lines().skip(1);
    let pairs = rows.map(|row| row.split('\t').collect::<Vec<_>>()).filter(|pair| !pair[0].is_empty());
    let mut moved = 0;
    for pair in pairs {
        let [old, new, term] = pair[..] else { panic!("{pair:?}") };
        for (published, right) in [("2025-03-31", old), ("2025-04-01", new)] {
            for cited in [old, new] {
                for words in ["に規定する", "の", "に規定する「"] {
                    let basis = format!("番号法第2条第{cited}項{words}{term}");
                    // The last paragraph did not exist before, whatever follows it.
                    assert_eq!(is_wrong(published, &basis), cited != right, "{published} {basis}");
                }
            }
        }
        moved += usize::from(old != new);
    }
    assert_eq!(moved, 8);
    // Without a term of the article, it is not known which paragraph is meant.
    for basis in [
        "番号法第2条第8項",
        "番号法第2条第8項、特定個人情報",
        "番号法第2条第10項に規定する個人番号利用事務等",
        "番号法第2条第10項第1号に規定する個人番号利用事務",
        "個人情報の保護に関する法律第2条第8項に規定する特定個人情報",
    ] {
        assert!(!is_wrong("2026-03-31", basis), "{basis}");
    }
    assert!(is_wrong("2026-03-31", "番号法第2条第10項に規定する個人番号利用事務を処理する者"));
}
