//! The rows of 第2条の表 under which a body provides information, compared with the copy of the table, which this test
//! reads itself.

#![allow(clippy::disallowed_types, reason = "a test compares sets")]

use crate::support::EDOGAWA;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::Item;
use mynumber_pia::law::{Citation, Number, Provider, Table, TableRow};

/// The copies of the table, with their days.
const COPIES: [(&str, &str); 2] = [
    ("2026-02-08", include_str!("../data/law/order-article-2-table-2026-02.tsv")),
    ("2026-06-26", include_str!("../data/law/order-article-2-table-2026-06-26.tsv")),
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn provider(name: &str) -> Provider {
    name.parse().unwrap()
}

/// Each row that is not deleted, with its cells of providers without the text in brackets.
fn rows(of_day: &str) -> Vec<(String, Vec<String>)> {
    let outside = |text: &str| {
        let mut depth = 0;
        let kept = text.chars().filter(|c| {
            depth += i32::from(*c == '（');
            let is_outside = depth == 0;
            depth -= i32::from(*c == '）');
            is_outside
        });
        kept.collect::<String>()
    };
    let (_, table) = COPIES.into_iter().find(|(copy, _)| *copy == of_day).unwrap();
    let rows = table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let cells = |cells: &str| outside(cells).split('；').map(String::from).collect();
    rows.filter(|row| row[2] != "削除").map(|row| (row[0].replace('-', "の"), cells(row[4]))).collect()
}

/// The numbers of the rows with a cell that fits.
fn rows_where(of_day: &str, fits: impl Fn(&str) -> bool) -> BTreeSet<String> {
    rows(of_day)
        .into_iter()
        .filter(|(_, cells)| cells.iter().any(|cell| fits(cell)))
        .map(|(number, _)| number)
        .collect()
}

fn is_role(cell: &str) -> bool {
    cell.ends_with("こととされている者")
}

fn names(cell: &str, name: &str) -> bool {
    !is_role(cell) && cell.replace("若しくは", "又は").replace('、', "又は").split("又は").any(|part| part == name)
}

/// The certain and the possible rows of a body.
fn found(of_day: &str, name: &str) -> [BTreeSet<String>; 2] {
    let of = |only_possibly| {
        let rows = provider(name).rows(day(of_day)).filter(move |row| row.only_possibly == only_possibly);
        rows.map(|row| row.row.number().to_string()).collect()
    };
    [of(false), of(true)]
}

/// A body that is not a member of a collective name provides under the rows that print its name.
#[test]
fn a_name_is_found_wherever_the_table_prints_it() {
    for (of_day, _) in COPIES {
        for name in ["市町村長", "法務大臣", "内閣総理大臣", "厚生労働大臣", "日本年金機構", "地方公務員災害補償基金"]
        {
            let [certain, possible] = found(of_day, name);
            let printed = rows_where(of_day, |cell| names(cell, name));
            assert_eq!(certain, printed, "{name}");
            assert!(!printed.is_empty() && certain.is_disjoint(&possible), "{name}");
            // Any body can have a role.
            let roles = rows_where(of_day, is_role);
            assert!(roles.difference(&certain).all(|row| possible.contains(row)), "{name}");
            let collective =
                rows_where(of_day, |cell| names(cell, "医療保険者") || names(cell, "都道府県知事等") || is_role(cell));
            assert!(possible.is_subset(&collective), "{name}");
        }
    }
}

/// A municipality belongs to 医療保険者 in one of its affairs, and to 都道府県知事等 if it has that task.
#[test]
fn a_municipality_may_provide_under_a_collective_name() {
    for (of_day, _) in COPIES {
        let [certain, possible] = found(of_day, "市町村長");
        let collective = rows_where(of_day, |cell| {
            names(cell, "医療保険者") || names(cell, "都道府県知事等") || cell.contains("市長又は社会福祉法")
        });
        assert!(collective.iter().all(|row| certain.contains(row) || possible.contains(row)));
        let other = rows_where(of_day, |cell| names(cell, "法務大臣"));
        let neither: Vec<&String> =
            other.iter().filter(|row| !certain.contains(*row) && !possible.contains(*row)).collect();
        assert!(neither.len() > 20, "{neither:?}");
    }
}

/// The members of a collective name provide wherever the name is printed.
#[test]
fn members_provide_where_the_collective_name_does() {
    for (of_day, _) in COPIES {
        let insurers = rows_where(of_day, |cell| names(cell, "医療保険者") || cell.starts_with("医療保険者その他の"));
        assert_eq!(found(of_day, "医療保険者")[0], insurers);
        assert_eq!(insurers.len(), if of_day == "2026-02-08" { 27 } else { 28 });
        for member in ["健康保険組合", "全国健康保険協会", "国民健康保険組合", "共済組合", "国家公務員共済組合"]
        {
            assert_eq!(found(of_day, member)[0], insurers, "{member}");
        }
        let pensions = rows_where(of_day, |cell| names(cell, "共済組合等"));
        assert_eq!(found(of_day, "国家公務員共済組合連合会")[0], pensions);
        let both = insurers.union(&pensions).cloned().collect::<BTreeSet<String>>();
        assert_eq!(found(of_day, "日本私立学校振興・共済事業団")[0], both);
        assert_eq!(found(of_day, "地方公務員共済組合")[0], both);
        let governors = rows_where(of_day, |cell| names(cell, "都道府県知事") || names(cell, "都道府県知事等"));
        assert_eq!(found(of_day, "都道府県知事")[0], governors);
        // A 市長 is a 市町村長, and can belong to 都道府県知事等.
        let mayors =
            rows_where(of_day, |cell| names(cell, "市町村長") || names(cell, "都道府県知事等") || names(cell, "市長"));
        assert_eq!(found(of_day, "市長")[0], mayors);
        assert_eq!(found(of_day, "特別区の区長")[0], mayors);
    }
}

/// Every body that a cell prints is a provider. No other body is, except the members that the definitions name.
#[test]
fn every_name_of_the_table_is_a_provider() {
    let all: Vec<&str> = Provider::all().into_iter().map(Provider::name).collect();
    let cells = Table::Provision.rows().flat_map(TableRow::providers).filter(|cell| !is_role(cell));
    let printed: BTreeSet<String> = cells
        .flat_map(|cell| {
            cell.replace("若しくは", "又は").replace('、', "又は").split("又は").map(String::from).collect::<Vec<_>>()
        })
        .collect();
    assert!(printed.iter().all(|name| all.contains(&name.as_str())), "{printed:?}");
    let others: Vec<&&str> = all.iter().filter(|name| !printed.contains(**name)).collect();
    assert_eq!(
        others,
        [
            &"日本私立学校振興・共済事業団",
            &"国家公務員共済組合連合会",
            &"地方公務員共済組合",
            &"全国市町村職員共済組合連合会",
            &"全国健康保険協会",
            &"健康保険組合",
            &"共済組合",
            &"国民健康保険組合",
            &"国家公務員共済組合",
            &"市長",
            &"特別区の区長",
        ]
    );
    for name in &all {
        assert_eq!((provider(name).name(), provider(name).to_string().as_str()), (*name, *name));
        assert!(provider(name).rows(day("2025-04-01")).count() > 10, "{name}");
        assert_eq!(all.iter().filter(|other| other == &name).count(), 1, "{name}");
    }
    assert_eq!(provider(" 市町村長（特別区の区長を含む。）").name(), "市町村長");
}

#[test]
fn what_is_no_provider_is_an_error() {
    for text in
        ["", "甲市長", "健康保険法第五十五条に規定する他の法令による給付の支給を行うこととされている者", "国民年金法"]
    {
        let error = text.parse::<Provider>().unwrap_err().to_string();
        let seen: String = text.chars().take(10).collect();
        assert!(error.starts_with(&format!("\"{seen}")), "{error}");
        assert!(
            error.contains("is not a provider of 第2条の表: expected one of 法務大臣, 市町村長, 厚生労働大臣, "),
            "{error}"
        );
        assert!(error.ends_with(", 市長, 特別区の区長"), "{error}");
    }
}

/// The rows have the day on which they were seen, unless that day was asked about. Before the table came into force there
/// are no rows.
#[test]
fn rows_are_of_a_day() {
    let on = |day: NaiveDate| provider("市町村長").rows(day);
    for (of_day, _) in COPIES {
        assert!(on(day(of_day)).all(|row| row.seen_on.is_none()));
    }
    assert!(on(day("2024-05-27")).all(|row| row.seen_on == Some(day("2026-02-08"))));
    assert!(on(day("2030-01-01")).all(|row| row.seen_on == Some(Table::Provision.copied_on())));
    assert_eq!(on(day("2024-05-27")).count(), on(day("2026-02-08")).count());
    assert_eq!(on(day("2030-01-01")).count(), on(day("2026-06-26")).count());
    assert_eq!(on(day("2024-05-26")).count(), 0);
}

/// What changed between the copies is possible in between: a row that came, a body that came, and one that left.
#[test]
fn between_two_copies_a_change_is_possible() {
    let [old, new] = COPIES.map(|(of_day, _)| of_day);
    let mut changed = 0;
    for provider in Provider::all() {
        let [old, new] = [old, new].map(|of_day| found(of_day, provider.name()));
        for of_day in ["2026-02-09", "2026-04-15", "2026-06-25"] {
            let [certain, possible] = found(of_day, provider.name());
            let both: BTreeSet<String> = old[0].intersection(&new[0]).cloned().collect();
            assert_eq!(certain, both, "{provider} {of_day}");
            let all: BTreeSet<String> = old.iter().chain(&new).flatten().cloned().collect();
            assert_eq!(possible, all.difference(&both).cloned().collect(), "{provider} {of_day}");
        }
        changed += usize::from(old != new);
    }
    assert!(changed > 5, "{changed}");
    // The agency provides in no row before, and the pension service no longer in row 141.
    assert_eq!(found(old, "出入国在留管理庁長官"), [BTreeSet::new(), rows_where(old, is_role)]);
    let agency = rows_where(new, |cell| names(cell, "出入国在留管理庁長官"));
    assert_eq!(agency.len(), 38, "36 rows that were changed, and two new ones");
    assert_eq!(found(new, "出入国在留管理庁長官")[0], agency);
    let pension = [old, "2026-04-15", new].map(|of_day| found(of_day, "日本年金機構").map(|rows| rows.contains("141")));
    assert_eq!(pension, [[true, false], [false, true], [false, true]], "afterwards only in a role");
}

/// 江戸川区 declares 28 provisions for 国民健康保険 and prints 20. According to its change table, the other eight are those
/// below. The law allows more, and the library does not say which ones the body means.
#[test]
fn what_edogawa_does_not_print_is_among_what_the_law_allows() {
    let document: Assessment = serde_json::from_str(EDOGAWA).unwrap();
    let bases = document.bases();
    let provisions = bases.iter().filter(|basis| basis.item == Item::ProvisionBases);
    let printed: BTreeSet<Number> = provisions
        .flat_map(|basis| basis.basis.citations())
        .filter_map(Citation::table_row)
        .map(TableRow::number)
        .collect();
    assert_eq!(printed.len(), 20);
    let of_day = day("2024-12-06");
    let not_printed = |name| -> BTreeSet<Number> {
        let rows = provider(name).rows(of_day).map(|row| row.row.number());
        rows.filter(|number| !printed.contains(number)).collect()
    };
    let declared: u32 = 28;
    assert_eq!(
        document.file_sections[0].provision.provided_count,
        mynumber_pia::value::answer::Answer::Given(declared)
    );
    for name in ["医療保険者", "市町村長"] {
        let missing = not_printed(name);
        for row in [19, 111, 145, 161, 164, 165, 166, 173] {
            assert!(missing.contains(&Number::new(row).unwrap()), "{name}: {row} is not listed");
        }
        // All printed provisions are allowed.
        let rows: BTreeSet<Number> = provider(name).rows(of_day).map(|row| row.row.number()).collect();
        assert!(printed.is_subset(&rows), "{name}");
    }
    assert_eq!(not_printed("医療保険者").len(), 21);
}

/// Each of the 40 provisions of 江戸川区 cites a row of its recipient. With a row of another inquirer, each is reported.
#[test]
fn a_row_of_another_inquirer_is_not_that_of_the_recipient() {
    let document: Assessment = serde_json::from_str(EDOGAWA).unwrap();
    let mut checked = 0;
    for recipient in document.file_sections.iter().flat_map(|section| &section.provision.provisions) {
        let (Some(names), Some(bases)) = (recipient.names.given(), recipient.bases.given()) else { continue };
        let read = mynumber_pia::law::StatutoryBasis::read(bases.to_string());
        let row = read.citations().find_map(Citation::table_row).unwrap();
        assert_eq!(row.is_of(&names.to_string()), Some(true), "{names}: {}", row.citation());
        checked += 1;
    }
    assert_eq!(checked, 40);
    // Names of inquirers that can include a mayor.
    let mayors =
        ["市町村長", "都道府県知事等", "広島市長", "市の長", "地方公共団体の長", "市町村又は", "行政機関の長等"];
    let governors = ["都道府県知事", "都道府県の長", "地方公共団体の長", "行政機関の長等"];
    let others = ["全国健康保険協会", "行政機関の長等"];
    for (name, may_be) in [("市町村長", &mayors[..]), ("都道府県知事", &governors), ("全国健康保険協会", &others)]
    {
        for row in Table::Provision.rows().filter(|row| !row.is_deleted()) {
            let inquirer = row.body().unwrap();
            let expected = may_be.iter().any(|may_be| inquirer.contains(may_be));
            assert_eq!(row.is_of(name), Some(expected), "{name} {inquirer}");
        }
    }
    // 日本年金機構 is not the inquirer of any row, and 厚生労働大臣 can delegate affairs to it.
    let decided: Vec<u32> = Table::Provision
        .rows()
        .filter(|row| row.is_of("日本年金機構").is_some())
        .map(|row| row.number().main())
        .collect();
    // Any body can be among 行政機関の長等.
    assert_eq!(decided, [160]);
    assert_eq!(Table::First.rows().find_map(|row| row.is_of("市町村長")), None);
}
