//! Before a check reads the citations of a cell, it scans the text, and reads only cells that may be wrong. The law of
//! this glance: the findings are the same as if every cell had been read.

use std::fmt::Write as _;

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::Item;
use mynumber_pia::law::{
    Citation, Found, KnownLaw, Law, Locator, Number, Part, Place, Renumbering, RowStatus, StatutoryBasis, Table,
    TableRow, Validity,
};
use mynumber_pia::validate::validate;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

/// The rules that depend on the glance.
const RULES: [&str; 8] = [
    "not_in_force",
    "numbering_mixed",
    "row_and_article",
    "provision_without_permission",
    "transfer_as_provision",
    "row_not_in_table",
    "row_deleted",
    "recipient_not_inquirer",
];

/// Not published, published before the renumbering of 2024-05-27, and after it.
const PUBLISHED: [Option<&str>; 3] = [None, Some("2023-04-01"), Some("2025-04-01")];

/// The four kinds of cells, in the order of [`documents`].
const CELLS: [(Item, &str); 4] = [
    (Item::NumberUseBases, "number_use_bases"),
    (Item::LinkageBases, "linkage.bases"),
    (Item::ProvisionBases, "file_sections[0].provision.provisions[0].bases"),
    (Item::TransferBases, "file_sections[0].provision.transfers[0].bases"),
];

/// A document for each of the four kinds of cells, with this text in the cell.
fn documents(cell: &Value, published: Option<&str>) -> [Assessment; 4] {
    let recipient = json!([{"names": "市町村長", "bases": cell}]);
    let cells = [
        json!({"number_use_bases": cell}),
        json!({"linkage": {"state": "implemented", "bases": cell}}),
        json!({"file_sections": [{"provision": {"provided": "ticked", "provisions": recipient}}]}),
        json!({"file_sections": [{"provision": {"transferred": "ticked", "transfers": recipient}}]}),
    ];
    cells.map(|mut fields| {
        let document = fields.as_object_mut().unwrap();
        if let Some(published) = published {
            document.insert("cover".into(), json!({"published": published}));
        }
        let header = json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10"});
        document.extend(header.as_object().unwrap().clone());
        serde_json::from_value(fields).unwrap()
    })
}

/// Rule, path, and the citations that the finding quotes.
type Reported = (String, String, String, String);

fn reported(assessment: &Assessment) -> Vec<Reported> {
    let report = validate(assessment, NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
    let of_rules = report.iter().filter(|finding| RULES.contains(&finding.rule.code()));
    let reported = of_rules.map(|finding| {
        // For these rules it is the expected article or inquirer, or the newer number. For the others it is a day.
        let expects = matches!(finding.rule.code(), "row_and_article" | "numbering_mixed" | "recipient_not_inquirer");
        let expected = if expects { finding.expected.clone() } else { String::new() };
        (finding.rule.code().into(), finding.location.path.to_string(), finding.seen.clone(), expected)
    });
    let mut reported: Vec<Reported> = reported.collect();
    reported.sort();
    reported
}

/// The reading of a cell: on its own, and with the names that it defines.
struct Reading {
    alone: StatutoryBasis,
    whole: StatutoryBasis,
}

impl Reading {
    /// `None` if the cell has no text, only a dash.
    fn of(assessment: &Assessment) -> Option<Self> {
        let basis = assessment.bases().pop()?.basis;
        Some(Self { alone: StatutoryBasis::read(basis.text()), whole: basis })
    }

    /// What the rules report in a document with only this cell.
    fn reported(&self, item: Item, path: &str, published: Option<NaiveDate>) -> Vec<Reported> {
        let mut reported = Vec::new();
        let (basis, found) = (&self.whole, self.whole.found());
        let mut report =
            |rule: &str, seen: String, expected: String| reported.push((rule.into(), path.into(), seen, expected));
        if let Some(day) = published {
            // First on its own: definitions in other cells matter only if it has no finding on its own.
            let outdated = |basis: &StatutoryBasis| {
                let is_outdated =
                    |citation: &&Citation| matches!(citation.as_of(day), Validity::NotYet(_) | Validity::NoLonger(_));
                basis.citations().find(is_outdated).map(ToString::to_string)
            };
            let alone = outdated(&self.alone);
            if let Some(seen) = alone.or_else(|| outdated(basis)) {
                report("not_in_force", seen, String::new());
            }
        } else {
            for of_article_19 in [true, false] {
                let cited = || basis.citations().filter(|citation| is_permission(citation) == of_article_19);
                let is_old = |citation: &&Citation| {
                    if of_article_19 {
                        matches!(citation.renumbered(), Renumbering::Newer(..))
                    } else {
                        numbering(citation) == Some(Numbering::Old)
                    }
                };
                let is_new = |citation: &&Citation| {
                    if of_article_19 {
                        matches!(citation.renumbered(), Renumbering::Older(..))
                    } else {
                        numbering(citation) == Some(Numbering::New)
                    }
                };
                let (old, new) = (cited().find(is_old), cited().find(is_new));
                if let (Some(old), Some(new)) = (old, new) {
                    report("numbering_mixed", old.to_string(), new.to_string());
                }
            }
        }
        for Found { citation, row, .. } in found {
            let Some(row) = row.map(|row| &found[row].citation) else { continue };
            if let Some((table, article)) = other_article(row, citation, published) {
                let order = Law::Known(table.order());
                report(
                    "row_and_article",
                    format!("{row}、{citation}"),
                    format!("{}{}", order.name(), Place::article(article)),
                );
            }
        }
        for citation in basis.citations() {
            for (table, place) in ends(citation) {
                let Some(number) = place.row_number() else { continue };
                let seen = format!("{}{place}", Law::Known(table.act()).name());
                match published.map(|day| table.row_as_of(number, day)) {
                    Some(RowStatus::Deleted { .. }) => report("row_deleted", seen, String::new()),
                    Some(RowStatus::NotYet { .. } | RowStatus::NoLonger { .. } | RowStatus::Missing { .. }) => {
                        report("row_not_in_table", seen, String::new());
                    }
                    Some(
                        RowStatus::Exists { .. }
                        | RowStatus::NotKnown { .. }
                        | RowStatus::NoTable(_)
                        | RowStatus::NotARow,
                    )
                    | None => {}
                }
            }
        }
        let text: String = basis.text().split_whitespace().collect();
        if item == Item::ProvisionBases && !text.contains("条例") {
            let mut judged = std::collections::BTreeSet::new();
            for citation in basis.citations().filter(|citation| matches!(citation.locator(), Locator::At(_))) {
                let row = row_on(citation, published).filter(|row| {
                    let is_linkage = matches!(row.table(), Table::Second | Table::Provision);
                    is_linkage && published.is_none_or(|day| matches!(row.table().as_of(day), Validity::InForce(_)))
                });
                let Some(inquirer) = row.and_then(TableRow::body) else { continue };
                // Each row once.
                if judged.insert(citation) && !MAY_BE_MUNICIPAL.iter().any(|name| inquirer.contains(name)) {
                    report("recipient_not_inquirer", citation.to_string(), inquirer.into());
                }
            }
        }
        if item == Item::ProvisionBases && !found.is_empty() && !basis.citations().any(may_be_permission) {
            let line = basis.text().lines().next().unwrap().chars().take(60).collect();
            report("provision_without_permission", line, String::new());
        }
        if item == Item::TransferBases && !text.contains("条例") {
            let is_the_act = |law: &Law| *law == Law::Known(KnownLaw::MyNumberProvisionOrder);
            let other = |citation: &Citation| !is_permission(citation) && !citation.law().is_some_and(is_the_act);
            let permission = found.iter().find(|found| found.via.is_none() && is_permission(&found.citation));
            if let Some(permission) = permission.filter(|_| !basis.citations().any(other)) {
                report("transfer_as_provision", permission.citation.to_string(), String::new());
            }
        }
        reported.sort();
        reported
    }
}

/// Parts of the name of an inquirer that can be a 市町村長.
const MAY_BE_MUNICIPAL: [&str; 6] =
    ["市町村長", "都道府県知事等", "広島市長", "市の長", "地方公共団体の長", "同意を得た市町村"];

#[derive(PartialEq)]
enum Numbering {
    Old,
    New,
}

/// Whether a citation uses the tables and orders before or after 2024-05-27.
fn numbering(citation: &Citation) -> Option<Numbering> {
    let Some(Law::Known(law)) = citation.law() else { return None };
    match (law, citation.locator().place().map(Place::part)) {
        (KnownLaw::MyNumberSecondTableOrder, _) => Some(Numbering::Old),
        (KnownLaw::MyNumberProvisionOrder, _) | (KnownLaw::MyNumberAct, Some(Part::AppendedTable(None))) => {
            Some(Numbering::New)
        }
        (KnownLaw::MyNumberAct, Some(Part::AppendedTable(Some(number)))) if number.main() <= 2 => Some(Numbering::Old),
        _ => None,
    }
}

/// The row that a document of this day cites.
fn row_on(citation: &Citation, published: Option<NaiveDate>) -> Option<TableRow> {
    let newest = citation.table_row();
    match published.map(|day| citation.row_as_of(day)) {
        Some(RowStatus::Exists { row, .. } | RowStatus::Deleted { row, .. }) => Some(row),
        Some(RowStatus::NoTable(_)) => newest,
        Some(_) => None,
        None => newest.filter(|_| citation.renumbered() != Renumbering::DependsOnDay),
    }
}

/// The article of a row, if the one that is cited with it is another.
fn other_article(row: &Citation, cited: &Citation, published: Option<NaiveDate>) -> Option<(Table, Number)> {
    let (table, article) = row_on(row, published).and_then(|row| Some((row.table(), row.article()?)))?;
    let number = cited.locator().place().and_then(Place::article_number);
    let is_same = |article: Number| match table {
        Table::Provision => number == Some(article),
        Table::First | Table::Second | Table::Appended => number.map(Number::main) == Some(article.main()),
    };
    // Between two copies, the row may have the article of either.
    let next = published.and_then(|day| next_article(row, day));
    (!is_same(article) && !next.is_some_and(is_same)).then_some((table, article))
}

/// The article of the cited row in the copy after this day, if no copy shows when it changed.
fn next_article(citation: &Citation, day: NaiveDate) -> Option<Number> {
    let RowStatus::Exists { row, state: Some(_) } = citation.row_as_of(day) else { return None };
    let next = citation.table_row().filter(|next| *next != row && row.life().last < day && day < next.life().first)?;
    next.article()
}

/// The rows of known tables that a citation names: one row, or both ends of a range.
fn ends(citation: &Citation) -> Vec<(Table, Place)> {
    let places = match citation.locator() {
        Locator::Whole => Vec::new(),
        Locator::At(place) => vec![place],
        Locator::Range(first, last) => vec![first, last],
    };
    let table = |place: Place| {
        Table::ALL
            .into_iter()
            .find(|table| citation.law() == Some(&Law::Known(table.act())) && place.table() == Some(table.place()))
    };
    places.into_iter().filter_map(|place| Some((table(place)?, place))).collect()
}

/// 番号法第19条.
fn is_permission(citation: &Citation) -> bool {
    let act = Law::Known(KnownLaw::MyNumberAct);
    citation.law() == Some(&act) && citation.locator().place().is_some_and(is_in_19)
}

fn is_in_19(place: Place) -> bool {
    place.article_number() == Number::new(19)
}

/// 番号法第19条, or what can lead to it: 別表第二, an order, an ordinance, an unnamed law, or 住民基本台帳法.
fn may_be_permission(citation: &Citation) -> bool {
    let by_the_act = || match citation.locator().place() {
        None => true,
        Some(place) => is_in_19(place) || place.part() == Part::AppendedTable(Number::new(2)),
    };
    match citation.law() {
        None => true,
        Some(Law::Known(KnownLaw::MyNumberAct)) => by_the_act(),
        Some(Law::Known(law)) => [
            KnownLaw::MyNumberProvisionOrder,
            KnownLaw::MyNumberSecondTableOrder,
            KnownLaw::BasicResidentRegistrationAct,
        ]
        .contains(law),
        Some(Law::Named(name)) => match name.as_str() {
            "法" => by_the_act(),
            name if name.ends_with("番号法") => by_the_act(),
            name => !name.ends_with('法') && !name.ends_with("法律"),
        },
    }
}

/// The differences between a check and a reading of everything. Also adds the number of findings of each rule to
/// `counts`.
fn differences(cell: &Value, counts: &mut [usize; 8]) -> String {
    let mut differences = String::new();
    let mut reading = None;
    for published in PUBLISHED {
        for (document, (item, path)) in documents(cell, published).into_iter().zip(CELLS) {
            // Reading is the slowest step, and its result is the same for each cell.
            let reading = reading.get_or_insert_with(|| Reading::of(&document));
            let reported = reported(&document);
            let published = published.map(|day| day.parse().unwrap());
            let expected = reading.as_ref().map(|reading| reading.reported(item, path, published)).unwrap_or_default();
            for (count, rule) in counts.iter_mut().zip(RULES) {
                *count += reported.iter().filter(|(found, ..)| found == rule).count();
            }
            if reported != expected {
                let _ = writeln!(differences, "{published:?} {cell}\n  reported {reported:?}\n  expected {expected:?}");
            }
        }
    }
    differences
}

/// Compares each of the texts, in each cell, at each date. Every rule must have at least this many findings.
fn law_holds(cells: impl IntoIterator<Item = Value>, at_least: [usize; 8]) {
    let mut counts = [0; 8];
    let differences: String = cells.into_iter().map(|cell| differences(&cell, &mut counts)).collect();
    assert!(differences.is_empty(), "{differences}");
    assert!(counts.iter().zip(at_least).all(|(count, least)| *count >= least), "{counts:?}");
}

#[test]
fn a_moved_article_of_the_order_on_the_table_is_neither_old_nor_new() {
    let order = "別表の主務省令で定める事務を定める命令";
    let cells = ["第23条の2", "第30条の2"].map(|article| json!(format!("番号法別表の44の項、{order}{article}")));
    for document in cells.iter().flat_map(|cell| documents(cell, None)) {
        assert_eq!(reported(&document).iter().filter(|(rule, ..)| rule == "numbering_mixed").count(), 0);
    }
}

#[test]
fn of_the_corpus() {
    let records = include_str!("data/bases.jsonl").lines();
    let texts: Vec<Value> = records.map(|line| serde_json::from_str::<Value>(line).unwrap()["text"].clone()).collect();
    assert_eq!(texts.len(), 182);
    law_holds(texts, [1, 0, 0, 1, 1, 0, 0, 1]);
}

/// Collects the cells with bases in a document, as they are written, including lists and headings.
fn cells(document: &Value, found: &mut Vec<Value>) {
    match document {
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == "bases" || name == "number_use_bases" {
                    found.push(value.clone());
                } else {
                    cells(value, found);
                }
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| cells(entry, found)),
        _ => {}
    }
}

#[test]
fn of_the_documents() {
    let mut found = Vec::new();
    for document in [
        include_str!("../examples/documents/edogawa.json"),
        include_str!("../examples/documents/kawaguchi.json"),
        include_str!("../examples/documents/kumagaya.json"),
        include_str!("../examples/documents/matsudo.json"),
        include_str!("../examples/documents/shinjuku.json"),
    ] {
        cells(&serde_json::from_str(document).unwrap(), &mut found);
    }
    assert!(found.len() > 50, "{}", found.len());
    law_holds(found, [1, 0, 0, 1, 1, 0, 0, 1]);
}

/// Texts that a glance could easily misread.
const TEXTS: &[&str] = &[
    "番号法第19条7号",
    "番号法第19条第1・7号",
    "番号法第19条第7、8号",
    "番号法第19条第1号、7号、8号",
    "番号法第19条第\u{a0}7号",
    "番号法第十九条第七号",
    "番号法第一九条第八号",
    "番号法別表",
    "番号法別表、第9条第1項",
    "番号法別表1の30の項",
    "番号法別表一の30の項",
    "番号法別表四十四の項",
    "番号法別表項番44、別表第一の30の項",
    "番号法別表　第一の30の項",
    "番号法別表第44項、別表第一の30の項",
    "番号法別表第2条",
    "番号法別表第2条、番号法別表第一の30の項",
    "番号法別表第16項、番号法別表第一の30の項",
    "番号法別表第二の42の項、別表第二省令第20条、利用特定個人情報の提供に関する命令第50条",
    "番号法第9条第1項に基づく同条例別表第一の30の項",
    "甲市条例別表第一の30の項",
    "甲市条例別表第二主務省令第20条",
    "甲市条例別表第二の主務省令で定める事務及び情報を定める命令第20条",
    "住民基本台帳法別表第一の30の項",
    "利用特定個人情報の提供に関する命令第50条",
    "利用特定個人情報の提供に関する命令第2条の表第48項、第51条",
    "利用特定個人情報の提供に関する命令第2条の表の項番48　第51条",
    "利用特定個人情報の提供に関する命令第2条の表番48 第51条",
    "利用特定個人情報の提供に関する命令第2条の表48項\u{a0}第51条",
    "利用特定個人情報の提供に関する命令第2条の表の48の項第百五条",
    "利用特定個人情報の提供に関する命令第2条の表の項番200、48条例第3条",
    "利用特定個人情報の提供に関する命令第2条の表項番4 8",
    "利用特定個人情報の提供に関する命令第2条の表の百五十七の項",
    "利用特定個人情報の提供に関する命令第2条の表の一五七の項",
    "利用特定個人情報の提供に関する命令第2条の表の第157項",
    "利用特定個人情報の提供に関する命令第2条の表の48から200の項まで",
    "利用特定個人情報の提供に関する命令第2条の表の48の2の項",
    "利用特定個人情報の提供に関する命令第2条の表の48の項、同表の200の項",
    "利用特定個人情報の提供に関する命令第2条の表の4800000の項、00157の項",
    "番号法（平成25年法律第27号）利用特定個人情報の提供に関する命令第2条の表の48の項",
    "番号法別表の2の2の項、48の2の項",
    "番号法別表1の300の項",
    "番号法別表第二 第27項、第36項",
    "番号法別表第二　27項　第50条",
    "番号法別表第二　58項　第31条の2の2",
    "番号法別表第一　30項　第25条",
    "番号法別表　44項　第25条",
    "番号法別表第二の27の項、利用特定個人情報の提供に関する命令第2条の表の27の項",
    "甲市条例別表第二の300の項",
    "番号法第19条第8号による甲市条例別表第二の36の項、番号法別表の200の項",
    "介護保険法第119条",
    "介護保険法第19条",
    "番号法第19条の2",
    "高齢者の医療の確保に関する法律第19条",
    "国民健康保険法（昭和33年法律第192号）第19条",
    "地方税法第9条及び第19条",
    "【番号法第19条第8号】番号法第9条第1項",
    "番号法第9条第1項、同法第19条第8号",
    "番号法及び同法第19条第8号",
    "番号法（以下「法」という。）及び法第19条第8号",
    "番号法（以下「マイナ法」という。）、マイナ法第19条第8号",
    "改正番号法第19条第8号、番号法第9条第1項",
    "番号法第19条第8号、甲市個人番号の利用に関する条例",
    "甲市条例による番号法第19条第8号",
    "番号法第19条第8号、甲市条 例、利用特定個人情報の提供に関する命令第2条の表48項　第51条",
];

#[test]
fn of_texts_that_are_hard_to_glance_at() {
    law_holds(TEXTS.iter().map(|text| json!(text)), [1, 1, 1, 1, 1, 1, 1, 1]);
}

/// The lines of a cell are read as one text: a citation can continue in the next line.
#[test]
fn of_citations_across_lines() {
    let lines = [
        json!(["番号法第19条第7", "号"]),
        json!(["番号法第1", "9条第8号"]),
        json!(["番号法第19条第", "7号"]),
        json!(["番号法別表第", "一の30の項"]),
        json!(["番号法別表", "第二の42の項"]),
        json!(["利用特定個人情報の提供に関する命令第2条の表の4", "8の項"]),
        json!(["利用特定個人情報の提供に関する命令第2条の表の15", "7の項"]),
        json!(["番号法別表第二の3", "6の項"]),
        json!(["利用特定個人情報の提供に関する命令第2条の表の48の", "2の項"]),
        json!(["利用特定個人情報の提供に関する命令第2条の表", "・2、157", "の項"]),
        json!([{"under": "番号法別表第二における情報提供の根拠", "text": "・1,2,36"}]),
        json!([{"under": "（利用特定個人情報の提供に関する命令第2条の表における情報提供の根拠）", "text": "・2,157,200"}]),
        json!(["利用特定個人情報の提供に関する命令第2条の表48項", "第51条"]),
        json!(["利用特定個人情報の提供に関する命令第2条の表の48の項", "、第51条"]),
        json!([{"under": "番号法第19条第8号", "text": "番号法第9条第1項"}]),
        json!([{"under": "番号法別表第二における情報提供の根拠", "text": "42の項"}]),
        json!([{"under": "番号法第2条の表", "text": "―"}, "番号法別表の44の項"]),
    ];
    law_holds(lines, [1, 0, 1, 1, 1, 1, 1, 1]);
}

/// Pieces of citations, and words between them.
const PIECES: &[&str] = &[
    "番号法",
    "番号利用法",
    "法",
    "令",
    "同法",
    "同条例",
    "甲市条例",
    "条例",
    "国民健康保険法",
    "住民基本台帳法",
    "高齢者の医療の確保に関する法律",
    "番号法第19条第7号",
    "番号法第19条第8号",
    "番号利用法第19条第８号",
    "第19条",
    "第119条",
    "第十九条",
    "第19条の2",
    "第7号",
    "第8号",
    "7号",
    "第七号",
    "第1・8号",
    "第9条第1項",
    "第9条",
    "第1項",
    "同条第8号",
    "別表第一",
    "別表第二",
    "別表",
    "別表1",
    "番号法別表第一",
    "番号法別表第二",
    "番号法別表",
    "の30の項",
    "の44の項",
    "44の項",
    "四十四の項",
    "第16項",
    "項番42",
    "利用特定個人情報の提供に関する命令",
    "主務省令",
    "別表第二主務省令",
    "第2条の表",
    "第2条の表の48の項",
    "の48の項",
    "48項",
    "第48項",
    "69の項",
    "157の項",
    "の200の項",
    "の36の項",
    "48の2の項",
    "百五十七の項",
    "項番200",
    "番157",
    "利用特定個人情報の提供に関する命令第2条の表の157の項",
    "番号法別表第二の36の項",
    "番号法別表第一の25の項",
    "利用特定個人情報の提供に関する命令第2条の表の38、48の項",
    "・1,2,36",
    "27項　第50条",
    "利用特定個人情報の提供に関する命令第2条の表の48の項、第51条",
    "利用特定個人情報の提供に関する命令第2条の表48項　第51条",
    "第50条",
    "第51条",
    "第20条",
    "条例第4条第3項による",
    "に基づく",
    "に基づき",
    "による",
    "及び",
    "並びに",
    "から",
    "、",
    "、",
    "・",
    "，",
    "。",
    "（",
    "）",
    "「",
    "」",
    "【",
    "】",
    "　",
    " ",
    "\n",
    "\u{a0}",
    "（以下「法」という。）",
    "（平成25年法律第27号）",
    "における情報提供の根拠",
    "7",
    "８",
    "十",
    "の",
    "第",
    "号",
    "条",
    "項",
];

/// A piece in full width, with a blank after each character, or unchanged.
fn piece() -> impl Strategy<Value = String> {
    let wide = |c: char| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c };
    (proptest::sample::select(PIECES), 0_u8..12).prop_map(move |(piece, form)| match form {
        0..=1 => piece.chars().map(wide).collect(),
        2 => piece.chars().flat_map(|c| [c, ' ']).collect(),
        3 => piece.chars().flat_map(|c| [c, '\n']).collect(),
        _ => piece.into(),
    })
}

fn text() -> impl Strategy<Value = String> {
    let text = proptest::collection::vec(piece(), 1..8).prop_map(|pieces| pieces.concat());
    // A number alone would be read as a mark, and blanks alone are not a valid `Text`.
    text.prop_map(|text| format!("{text}等"))
}

fn cell() -> impl Strategy<Value = Value> {
    let line = (proptest::option::weighted(0.3, text()), text()).prop_map(|(under, text)| match under {
        Some(under) => json!({"under": under, "text": text}),
        None => json!(text),
    });
    prop_oneof![
        2 => text().prop_map(Value::from),
        1 => proptest::collection::vec(line, 2..4).prop_map(Value::from),
    ]
}

#[test]
fn of_any_cell() {
    // Always the same cells, because so few random ones could miss a rule.
    let cases = Config::default().cases.max(500);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let counts = std::cell::Cell::new([0; 8]);
    let result = runner.run(&cell(), |cell| {
        let mut so_far = counts.get();
        let differences = differences(&cell, &mut so_far);
        counts.set(so_far);
        prop_assert!(differences.is_empty(), "{}", differences);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    assert!(counts.get().iter().all(|count| *count > 0), "{:?}", counts.get());
}
