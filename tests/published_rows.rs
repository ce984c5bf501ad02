//! The rows of the published change tables: how many can be undone, why the others cannot, and how many of the undone rows
//! a table written from the difference repeats word for word.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use mynumber_pia::assessment::{Assessment, Change};
use mynumber_pia::catalogue::Item;
use mynumber_pia::change::{address, difference, rewind, table};
use mynumber_pia::value::answer::{Answer, Lines};

const DOCUMENTS: [(&str, &str); 5] = [
    ("edogawa", include_str!("../examples/documents/edogawa.json")),
    ("shinjuku", include_str!("../examples/documents/shinjuku.json")),
    ("kawaguchi", include_str!("../examples/documents/kawaguchi.json")),
    ("kumagaya", include_str!("../examples/documents/kumagaya.json")),
    ("matsudo", include_str!("../examples/documents/matsudo.json")),
];

/// A cell without blanks and in one width.
fn words(cell: &Answer<Lines>) -> String {
    let text = match cell {
        Answer::Given(lines) => lines.to_string(),
        Answer::Nothing(_) | Answer::Unanswered | Answer::Blank | Answer::NotKnown => return String::new(),
    };
    let fold = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap(),
        '（' => '(',
        '）' => ')',
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(fold).collect()
}

/// What each row is about, and its quotations.
fn rows(document: &Assessment, changes: Vec<Change>) -> Vec<(Option<Item>, String, String)> {
    let document = Assessment { changes, ..document.clone() };
    let item = |row| address(&document, row).items.first().map(|one| one.item);
    let changes = document.changes.iter().enumerate();
    changes.map(|(row, change)| (item(row), words(&change.before), words(&change.after))).collect()
}

#[test]
fn published_rows_are_undone_or_kept_for_a_reason() {
    let (mut undone, mut kept) = (0, BTreeMap::<String, Vec<String>>::new());
    for (name, json) in DOCUMENTS {
        let document: Assessment = serde_json::from_str(json).unwrap();
        let first = rewind(&document, NaiveDate::MIN);
        undone += first.undone.len();
        println!("{name}: undone {:?}", first.undone.iter().map(|row| row + 1).collect::<Vec<_>>());
        for (row, because) in first.kept {
            kept.entry(because.to_string()).or_default().push(format!("{name} {}", row + 1));
        }
    }
    for (because, rows) in &kept {
        println!("{because}: {} {rows:?}", rows.len());
    }
    println!("undone: {undone}");
    assert!(undone >= 111, "{undone}");
}

#[test]
fn undone_rows_are_written_again() {
    let (mut same, mut other) = (0, Vec::new());
    for (name, json) in DOCUMENTS {
        let document: Assessment = serde_json::from_str(json).unwrap();
        let undone = rewind(&document, NaiveDate::MIN).undone;
        let mut days: Vec<NaiveDate> =
            document.changes.iter().filter_map(|change| Some(change.date.given()?.first_day())).collect();
        days.sort_unstable();
        days.dedup();
        for day in days {
            let (old, new) = (rewind(&document, day).document, rewind(&document, day + Days::new(1)).document);
            let written = table(&difference(&old, &new), day.try_into().unwrap());
            let mut written = rows(&new, written);
            let of_day = |row: &&usize| document.changes[**row].date.given().unwrap().first_day() == day;
            for row in undone.iter().rev().filter(of_day) {
                let published = rows(&new, vec![document.changes[*row].clone()]).remove(0);
                match written.iter().position(|one| (&one.1, &one.2) == (&published.1, &published.2)) {
                    Some(at) => {
                        written.remove(at);
                        same += 1;
                    }
                    None => other.push(format!("{name} {}: {published:?}", row + 1)),
                }
            }
            for row in written {
                println!("only written, {name} {day}: {row:?}");
            }
        }
    }
    println!("{other:#?}");
    println!("same: {same}, other: {}", other.len());
    assert!(same >= 89, "{same}");
}
