//! The rows of the published change tables: how many can be undone, why the others cannot, and how many of the undone rows
//! a table written from the difference repeats word for word.

use crate::support::{DOCUMENTS, address};
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use mynumber_pia::assessment::{Assessment, Change};
use mynumber_pia::catalogue::Item;
use mynumber_pia::change::{NotUndone, RowState, check_table, difference, rewind, table};
use mynumber_pia::value::answer::{Answer, Lines};

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
    let (mut undone, mut kept) = (BTreeMap::new(), BTreeMap::<NotUndone, usize>::new());
    for (name, json) in DOCUMENTS {
        let document: Assessment = serde_json::from_str(json).unwrap();
        let first = rewind(&document, NaiveDate::MIN);
        undone.insert(name, first.undone.len());
        for (_, because) in first.kept {
            *kept.entry(because).or_default() += 1;
        }
    }
    // The rows of 新宿区 have no dates.
    let expected = [("edogawa", 67), ("kawaguchi", 30), ("kumagaya", 31), ("matsudo", 4), ("shinjuku", 0)];
    assert_eq!(undone, BTreeMap::from(expected));
    let expected = [
        (NotUndone::NotAddressed, 50),
        (NotUndone::NotQuoted, 47),
        (NotUndone::NotCurrentText, 29),
        (NotUndone::Unreadable, 1),
        (NotUndone::AboutBlock, 5),
    ];
    assert_eq!(kept, BTreeMap::from(expected));
    assert_eq!(undone.values().sum::<usize>() + kept.values().sum::<usize>(), 264);
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
            let mut written = rows(&new, table(&difference(&old, &new), day.try_into().unwrap()));
            let of_day = |row: &&usize| document.changes[**row].date.given().unwrap().first_day() == day;
            for row in undone.iter().rev().filter(of_day) {
                let (_, before, after) = rows(&new, vec![document.changes[*row].clone()]).remove(0);
                match written.iter().position(|one| (&one.1, &one.2) == (&before, &after)) {
                    Some(at) => {
                        written.remove(at);
                        same += 1;
                    }
                    None => other.push(format!("{name} {}", row + 1)),
                }
            }
        }
    }
    // The others quote with remarks (「～上記追加」, 「（略）」, 「変更後の記載欄の内容を追記」, 「②所属長」), one word of a line or more lines around, or change the
    // style of their dates.
    let expected = "edogawa 135, edogawa 136, edogawa 138, edogawa 139, edogawa 140, kawaguchi 5, kawaguchi 13, \
        kawaguchi 33, kawaguchi 35, kawaguchi 36, kawaguchi 45, kawaguchi 46, kumagaya 15, kumagaya 16, kumagaya 20, \
        kumagaya 21, kumagaya 22, kumagaya 23, kumagaya 43, kumagaya 49, kumagaya 63, kumagaya 64, matsudo 1, matsudo 3, matsudo 4";
    assert_eq!(other.join(", "), expected);
    assert_eq!(same, 107);
}

#[test]
fn what_a_published_row_quotes_is_compared_as_a_reader_would() {
    use RowState::{Differs, Holds, NotCompared, Superseded, Unknown};
    let states = |name: &str| {
        let (_, json) = DOCUMENTS.iter().find(|(other, _)| *other == name).unwrap();
        let document = serde_json::from_str(json).unwrap();
        check_table(&document).into_iter().map(|row| row.state).collect::<Vec<_>>()
    };
    let (edogawa, kawaguchi, matsudo) = (states("edogawa"), states("kawaguchi"), states("matsudo"));
    // The period is the same, and the row says how many days it has.
    assert_eq!(edogawa[141], Holds);
    // These say what was done to the figure and its title.
    assert_eq!(edogawa[18..21], [Unknown; 3]);
    // The department is one word of the cell.
    assert_eq!(kawaguchi[12], Holds);
    // The row repeats the number of the item before the post.
    assert_eq!(matsudo[..4], [Superseded, Unknown, Superseded, Holds]);
    // The sentence is about blocks that have other numbers.
    assert_eq!((edogawa[28], edogawa[75]), (NotCompared, NotCompared));
    let count = |state| [&edogawa, &kawaguchi, &matsudo].into_iter().flatten().filter(|own| **own == state).count();
    assert_eq!(count(Differs), 23);
}
