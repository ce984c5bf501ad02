//! The way back: every row that a table writes of an answer is addressed, holds in the check, and is undone by rewinding. Rows about
//! whole blocks are kept, and change nothing.

use crate::support::PUBLISHED;
use crate::undone::{rows, trouble, trouble_with};
use mynumber_pia::assessment::{Assessment, Entrustment, FileName, InformationSystem, OpinionPeriod};
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::change::{difference, rewind, table};
use mynumber_pia::fixture::{Edited, Filling, Parameters};
use mynumber_pia::value::answer::{Answer, Given, Line, Lines, Tick, Value};
use mynumber_pia::value::choice::{Connection, RecordItem};
use mynumber_pia::value::kind::AssessmentKind;

fn published() -> impl Iterator<Item = Assessment> {
    PUBLISHED.iter().map(|json| serde_json::from_str(json).unwrap())
}

#[track_caller]
fn assert_way_back(old: &Assessment, new: &Assessment) {
    let trouble = trouble(old, new);
    assert!(trouble.is_empty(), "{trouble:#?}");
}

/// The numbers of blocks, as the document prints them or not.
fn renumber(document: &mut Assessment, has_numbers: bool) {
    let number =
        |index: usize| if has_numbers { Answer::Given(u32::try_from(index).unwrap() + 1) } else { Answer::Unanswered };
    for (index, system) in document.systems.iter_mut().enumerate() {
        system.number = number(index);
    }
    for section in &mut document.file_sections {
        section.entrustments.iter_mut().enumerate().for_each(|(index, one)| one.number = number(index));
        section.provision.provisions.iter_mut().enumerate().for_each(|(index, one)| one.number = number(index));
        section.provision.transfers.iter_mut().enumerate().for_each(|(index, one)| one.number = number(index));
    }
}

#[test]
fn one_edit_is_undone() {
    let mut found = Vec::new();
    let mut rows = 0;
    for seed in 0..160 {
        let mut parameters = Parameters::default();
        if seed % 2 == 0 {
            parameters.filling = Filling::Everything;
        }
        let Edited { before, after, .. } = parameters.plan(seed).build();
        rows += table(&difference(&before, &after), "2045-04-01".parse().unwrap()).len();
        found.extend(trouble(&before, &after));
    }
    assert!(rows > 100, "{rows}");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn rows_about_blocks_of_the_published_documents_are_kept() {
    let mut found = Vec::new();
    let mut pairs = 0;
    for has_numbers in [true, false] {
        for mut old in published() {
            renumber(&mut old, has_numbers);
            let mut check = |change: &dyn Fn(&mut Assessment) -> bool| {
                let mut new = old.clone();
                if change(&mut new) {
                    renumber(&mut new, has_numbers);
                    for (old, new) in [(&old, &new), (&new, &old)] {
                        pairs += 1;
                        let rows = rows(old, new);
                        found.extend(trouble_with(old, new, &rows));
                        let with_rows = Assessment { changes: rows, ..new.clone() };
                        let back = rewind(&with_rows, "2045-04-01".parse().unwrap());
                        // 様式2 has one cell for the systems.
                        let is_kept = back.document == with_rows && back.undone.is_empty();
                        assert_eq!(is_kept, old.kind() != AssessmentKind::BasicItem);
                    }
                }
            };
            let system = || InformationSystem {
                name: "新しい宛名基盤".parse().unwrap(),
                functions: "宛名番号の付番".parse().unwrap(),
                ..InformationSystem::default()
            };
            let contract = || Entrustment {
                matter: "封入の代行".parse().unwrap(),
                content: "封入及び封緘".parse().unwrap(),
                ..Entrustment::default()
            };
            check(&|new| {
                new.systems.insert(0, system());
                true
            });
            check(&|new| {
                new.systems.push(system());
                true
            });
            check(&|new| {
                new.systems.len() > 2 && {
                    new.systems.remove(1);
                    true
                }
            });
            check(&|new| {
                new.systems.len() > 2 && {
                    new.systems.swap(0, 2);
                    true
                }
            });
            check(&|new| {
                new.systems.len() > 3 && {
                    new.systems.remove(1);
                    new.systems.insert(0, system());
                    true
                }
            });
            for section in 0..old.file_sections.len() {
                check(&|new| {
                    new.file_sections[section].entrustments.push(contract());
                    true
                });
                check(&|new| {
                    new.file_sections[section].entrustments.insert(0, contract());
                    true
                });
                check(&|new| {
                    new.file_sections[section].entrustments.len() > 2 && {
                        new.file_sections[section].entrustments.remove(1);
                        true
                    }
                });
                check(&|new| {
                    new.file_sections[section].entrustments.len() > 3 && {
                        new.file_sections[section].entrustments.rotate_left(1);
                        true
                    }
                });
                check(&|new| {
                    new.file_sections[section].provision.provisions.len() > 3 && {
                        new.file_sections[section].provision.provisions.remove(2);
                        true
                    }
                });
                check(&|new| {
                    new.file_sections[section].provision.transfers.len() > 3 && {
                        new.file_sections[section].provision.transfers.swap(0, 3);
                        true
                    }
                });
            }
        }
    }
    assert!(pairs > 120, "{pairs}");
    assert!(found.is_empty(), "{} of {pairs}: {found:#?}", found.len());
}

/// Every tenth printed answer of the published documents is changed alone.
#[test]
fn answers_of_the_published_documents_are_put_back() {
    let (mut pairs, mut found) = (0, Vec::new());
    for has_numbers in [true, false] {
        for mut old in published() {
            renumber(&mut old, has_numbers);
            let mut paths: Vec<FieldPath> = Vec::new();
            old.walk(|field| {
                let is_printed = field.row.is_some() && !field.path.to_string().starts_with("changes");
                // Quoted in a table, these words could be a remark.
                let remarks = ["同上", "別添", "別紙", "のとおり"];
                let is_remark = remarks.iter().any(|word| field.value.to_string().contains(word));
                if is_printed && !is_remark && matches!(field.value, Value::Given(Given::Text(_) | Given::Lines(_))) {
                    paths.push(field.path.to_owned());
                }
            });
            for path in paths.iter().step_by(10) {
                let mut new = old.clone();
                new.put(path, "改めた内容").unwrap();
                pairs += 1;
                found.extend(trouble(&old, &new));
            }
        }
    }
    assert!(pairs > 200, "{pairs}");
    assert!(found.is_empty(), "{} of {pairs}: {found:#?}", found.len());
}

/// Changes of cells that a row quotes in part: boxes, long cells, lists of names, a period.
#[test]
fn parts_of_cells_are_put_back() {
    type Edited<'e> = &'e dyn Fn(&mut Assessment);
    let (mut pairs, mut found) = (0, Vec::new());
    for old in published() {
        let mut check = |edit: Edited<'_>| {
            let mut new = old.clone();
            edit(&mut new);
            pairs += usize::from(new != old);
            found.extend(trouble(&old, &new));
            found.extend(trouble(&new, &old));
        };
        check(&|new| {
            for section in &mut new.file_sections {
                let boxes = &mut section.outline.main_record_items;
                boxes.set(RecordItem::Disaster, flipped(boxes.state(RecordItem::Disaster)));
            }
        });
        check(&|new| {
            for system in &mut new.systems {
                system.connections.set(Connection::Tax, flipped(system.connections.state(Connection::Tax)));
            }
        });
        check(&|new| new.procedure.opinion_period.until = "2031-02-03".parse().unwrap());
        check(&|new| new.procedure.opinion_period = OpinionPeriod::default());
        check(&|new| {
            new.procedure.opinion_period.from = "2031-01-01".parse().unwrap();
            new.procedure.opinion_period.days = Answer::Given(20);
        });
        // Files in one cell, whatever their numbers.
        check(&|new| {
            new.files.pop();
        });
        check(&|new| new.files.insert(0, FileName { name: "宛名ファイル".parse().unwrap(), ..FileName::default() }));
        check(&|new| {
            new.files.first_mut().into_iter().for_each(|file| file.name = "改めた名のファイル".parse().unwrap());
        });
        check(&|new| new.files.rotate_left(1));
        // Lines of long cells: one, two apart, the first, the last, one more, one less.
        let lines = |new: &mut Assessment, change: &dyn Fn(&mut Vec<Line>)| {
            let mut paths: Vec<FieldPath> = Vec::new();
            new.walk(|field| {
                let is_long = matches!(field.value, Value::Given(Given::Lines(lines)) if lines.iter().count() > 5);
                if is_long && field.row.is_some() && !field.path.to_string().starts_with("changes") {
                    paths.push(field.path.to_owned());
                }
            });
            for path in paths.iter().step_by(3) {
                let mut answer = None;
                new.walk(|field| {
                    if let (true, Value::Given(Given::Lines(lines))) = (field.path.to_owned() == *path, field.value) {
                        answer = Some(lines.clone().into_vec());
                    }
                });
                let mut cell = answer.unwrap();
                change(&mut cell);
                let json = serde_json::to_value(Lines::new(cell).unwrap()).unwrap();
                let mut whole = serde_json::to_value(&*new).unwrap();
                *whole.pointer_mut(&path.to_pointer()).unwrap() = json;
                *new = serde_json::from_value(whole).unwrap();
            }
        };
        let text = |text: &str| -> Line { text.parse().unwrap() };
        check(&|new| lines(new, &|cell| cell[2].text = Answer::Given("改めた行".parse().unwrap())));
        check(&|new| {
            lines(new, &|cell| {
                cell[0].text = Answer::Given("改めた最初の行".parse().unwrap());
                cell[4] = text("改めた五番目の行");
            });
        });
        check(&|new| lines(new, &|cell| cell.insert(0, text("新しい最初の行"))));
        check(&|new| lines(new, &|cell| cell.push(text("新しい最後の行"))));
        check(&|new| {
            lines(new, &|cell| {
                cell.remove(3);
            });
        });
        check(&|new| {
            lines(new, &|cell| {
                cell.pop();
                cell.insert(2, text("新しい三番目の行"));
            });
        });
    }
    assert!(pairs > 50, "{pairs}");
    assert!(found.is_empty(), "{} of {pairs}: {found:#?}", found.len());
}

const fn flipped(tick: Tick) -> Tick {
    match tick {
        Tick::Ticked => Tick::Unticked,
        Tick::Unticked | Tick::NotKnown => Tick::Ticked,
    }
}

/// Several edits of a generated document at once.
#[test]
fn many_edits_are_undone_together() {
    let mut found = Vec::new();
    let mut rows = 0;
    for seed in 0..80 {
        let parameters = Parameters { filling: Filling::Everything, ..Parameters::default() };
        let Edited { before, mut after, .. } = parameters.plan(seed).build();
        after.department.head = "別の課長".parse().unwrap();
        after.systems.push(InformationSystem {
            name: "新しい宛名基盤".parse().unwrap(),
            functions: vec!["宛名番号の付番", "宛名の管理"].try_into().unwrap(),
            ..InformationSystem::default()
        });
        rows += table(&difference(&before, &after), "2045-04-01".parse().unwrap()).len();
        found.extend(trouble(&before, &after));
    }
    assert!(rows > 200, "{rows}");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_the_form_does_not_print_has_no_row() {
    for old in published() {
        let mut new = old.clone();
        let mut is_changed = false;
        let mut paths: Vec<FieldPath> = Vec::new();
        old.walk(|field| {
            let path = field.path.to_string();
            if path == "systems[0].aliases"
                || (path.contains(".chain[") && path.rsplit_once('.').is_some_and(|(_, field)| field == "name"))
            {
                paths.push(field.path.to_owned());
            }
        });
        for path in paths {
            new.put(&path, "別の名").unwrap();
            is_changed = true;
        }
        let difference = difference(&old, &new);
        assert_eq!(difference.is_empty(), !is_changed);
        assert_eq!(table(&difference, "2045-04-01".parse().unwrap()), []);
        assert_way_back(&old, &new);
    }
}
