//! What a row of the change table quotes: the changed part of a long cell, boxes with their marks, dates in the style of the paper,
//! and blocks that have other numbers.

use crate::quoted::{key, of_form, quoted, rows};
use mynumber_pia::Assessment;
use mynumber_pia::change::{NotUndone, RowState, check_table, rewind};
use serde_json::{Value, json};

/// A cell in which each of these characters is a line.
fn cell(lines: &str) -> Assessment {
    let lines: Vec<String> = lines.chars().map(String::from).collect();
    key(&json!({"file_sections": [{"names": "国保ファイル", "retention": {"storage": lines}}]}))
}

#[test]
fn a_long_cell_is_quoted_by_its_changed_lines() {
    for (old, new, before, after) in [
        // A cell of four lines is quoted as a whole.
        ("甲乙丙丁", "甲乙丙戊", "甲乙丙丁", "甲乙丙戊"),
        ("甲乙丙丁戊", "甲乙己丁戊", "丙", "己"),
        // What was only added or removed is beside the line before it, or else after it.
        ("甲乙丙丁", "甲乙丙丁戊", "丁", "丁戊"),
        ("甲乙丙丁戊", "甲乙丙丁", "丁戊", "丁"),
        ("甲乙丙丁", "甲乙戊丙丁", "乙", "乙戊"),
        ("甲乙丙丁", "戊甲乙丙丁", "甲", "戊甲"),
        ("甲乙丙丁戊", "乙丙丁戊", "甲乙", "乙"),
        // Lines that are not adjacent.
        ("甲乙丙丁戊", "己乙丙庚戊", "甲略丁", "己略庚"),
        ("甲乙丙丁戊己", "庚甲乙丙丁辛己", "甲略戊", "庚甲略辛"),
        ("甲乙丙丁戊己庚辛壬癸", "甲子丑丙丁己庚辛寅癸", "乙略丁戊略壬", "子丑略丁略寅"),
        ("甲乙丙丁戊己庚", "甲丙丁乙戊己庚", "甲乙略丁", "甲略丁乙"),
        ("甲乙丙丁戊己庚", "甲戊乙丙丁己庚", "甲略丁戊", "甲戊略丁"),
        // Two places between which only one line is, which is quoted with both.
        ("甲乙丙丁戊己", "甲丙庚丁戊己", "甲乙丙", "甲丙庚"),
        // Equal lines, and lines that are elsewhere too.
        ("丙己己丁丙", "甲己己辛", "丙略丁丙", "甲略辛"),
        ("戊乙乙甲戊", "乙乙戊", "戊乙乙甲", "乙乙"),
        ("庚辛甲丁戊", "乙甲丁庚", "庚辛略戊", "乙略庚"),
        ("戊己丙戊戊乙", "己戊己丙乙", "戊略丙戊戊", "己戊略丙"),
        // Many lines side by side, and every other line.
        ("甲乙丙丁戊己庚辛", "子丑寅卯戊己庚辛", "甲乙丙丁", "子丑寅卯"),
        ("甲乙丙丁戊", "己乙庚丁辛", "甲乙丙丁戊", "己乙庚丁辛"),
    ] {
        let shown = |lines: &str| {
            let lines: Vec<String> =
                lines.chars().map(|c| if c == '略' { "（略）".into() } else { c.into() }).collect();
            lines.join("／")
        };
        assert_eq!(quoted(&cell(old), &cell(new)), (shown(before), shown(after)), "{old} {new}");
    }
    // What the row quotes must occur once in the cell.
    assert_eq!(quoted(&cell("甲乙甲丙甲"), &cell("丁乙甲丙甲")).1, "丁");
    assert_eq!(quoted(&cell("甲乙甲丙丁"), &cell("丙乙甲丙丁")).1, "丙／乙／甲／丙／丁");
}

#[test]
fn the_lines_of_a_very_long_cell_are_not_compared_with_each_other() {
    let lines = |count: u32, ends: [char; 2]| {
        let mut lines: String = (0..count).map(|index| char::from_u32(u32::from('伀') + index).unwrap()).collect();
        lines.insert(0, ends[0]);
        lines.push(ends[1]);
        cell(&lines)
    };
    let quotes = |count| quoted(&lines(count, ['あ', 'い']), &lines(count, ['う', 'え'])).1.split('／').count();
    assert_eq!((quotes(98), quotes(99)), (3, 101));
}

#[test]
fn many_boxes_are_quoted_by_those_that_changed() {
    let boxes = |ticked: Value| key(&json!({"systems": [{"number": 1, "name": "甲", "connections": ticked}]}));
    let three = json!(["情報提供ネットワークシステム", "庁内連携システム", "宛名システム等"]);
    let others = json!(["情報提供ネットワークシステム", "庁内連携システム", "税務システム"]);
    let four = json!(["情報提供ネットワークシステム", "庁内連携システム", "宛名システム等", "税務システム"]);
    let also = json!(["情報提供ネットワークシステム", "庁内連携システム", "既存住民基本台帳システム", "税務システム"]);
    let pair = |old: &Value, new: &Value| quoted(&boxes(old.clone()), &boxes(new.clone()));
    let show = |before: &str, after: &str| (before.to_string(), after.to_string());
    let names = "情報提供ネットワークシステム、庁内連携システム";
    assert_eq!(pair(&three, &others), show(&format!("{names}、宛名システム等"), &format!("{names}、税務システム")));
    assert_eq!(pair(&three, &four), show("[　]税務システム", "[○]税務システム"));
    assert_eq!(pair(&four, &three), show("[○]税務システム", "[　]税務システム"));
    let (before, after) =
        ("[　]既存住民基本台帳システム／[○]宛名システム等", "[○]既存住民基本台帳システム／[　]宛名システム等");
    assert_eq!(pair(&four, &also), show(before, after));
    // If it is not known whether a box is ticked, the boxes that are ticked are quoted.
    let unknown =
        json!(["情報提供ネットワークシステム", "庁内連携システム", "宛名システム等", "税務システム", "その他?"]);
    let listed = |ticked: &Value| {
        ticked.as_array().unwrap()[..4].iter().map(|name| name.as_str().unwrap()).collect::<Vec<_>>().join("、")
    };
    let (old, new) = (boxes(unknown.clone()), boxes(also.clone()));
    for (old, new, unknown, known) in [(&old, &new, 0, 1), (&new, &old, 1, 0)] {
        let rows = rows(old, new);
        let cells = [&rows[0].before, &rows[0].after].map(|cell| cell.value().to_string());
        assert!(cells[unknown].starts_with(&listed(&four)) && !cells[unknown].contains('['), "{}", cells[unknown]);
        assert_eq!(cells[known], listed(&also));
    }
}

/// A row that shows other boxes before and after the change, or boxes that the paper does not have, is not undone.
#[test]
fn boxes_that_do_not_fit_are_not_put_back() {
    let kept = |before: &str, after: &str| {
        let document = key(&json!({
            "systems": [{"number": 1, "name": "甲", "connections": ["庁内連携システム", "宛名システム等"]}],
            "changes": [{"date": "2025-04-01", "items": "Ⅰ２．システム1-③他のシステムとの接続", "before": before, "after": after}],
        }));
        let back = rewind(&document, "2025-04-01".parse().unwrap());
        let connections = back.document.systems[0].connections.value().to_string();
        (back.kept.first().map(|(_, because)| *because), connections)
    };
    let own = "庁内連携システム、宛名システム等".to_string();
    assert_eq!(kept("[　]宛名システム等", "[○]宛名システム等"), (None, "庁内連携システム".into()));
    assert_eq!(kept("[○]税務システム", "[　]税務システム"), (None, format!("{own}、税務システム")));
    assert_eq!(kept("[　]税務システム", "[○]宛名システム等"), (Some(NotUndone::NotCurrentText), own.clone()));
    assert_eq!(kept("[　]税務システム", "[○]税務システム"), (Some(NotUndone::NotCurrentText), own));
}

/// A day that 様式2 prints with 「時点」, and one that it prints without.
const COUNTED: (&str, &str) = ("Ⅱ１．いつ時点の計数か", "population_as_of");

#[test]
fn a_date_is_written_as_the_last_row_about_it_wrote_it() {
    let basic = |as_of: &str, rows: &Value| {
        of_form("basic_item", "form_2_2024_10", &json!({"threshold": {(COUNTED.1): as_of}, "changes": rows}))
    };
    let shown = |row: &Value, as_of: &str| {
        let (old, new) = (basic("2023-04-01", row), basic(as_of, row));
        let rows = rows(&old, &new);
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        row.after.value().to_string()
    };
    for (style, written) in [
        ("令和5年4月1日 時点", "令和7年10月1日 時点"),
        ("令和５年４月１日時点", "令和７年１０月１日時点"),
        ("R5.4.1", "R7.10.1"),
        ("R5.4.1 時点", "R7.10.1 時点"),
        ("2023/4/1", "2025/10/1"),
        ("2023-04-01", "2025-10-01"),
        ("2023年4月1日時点", "2025年10月1日時点"),
        ("２０２３年４月１日　時点", "２０２５年１０月１日　時点"),
    ] {
        let row = json!([{"items": COUNTED.0, "before": "令和4年4月1日", "after": style}]);
        assert_eq!(shown(&row, "2025-10-01"), written, "{style}");
    }
    // An old row says nothing about the style if it quotes no date, or more than one line.
    for after in [json!("全員"), json!(["2023/4/1", "時点"])] {
        assert_eq!(
            shown(&json!([{"items": COUNTED.0, "before": "―", "after": after}]), "2025-10-01"),
            "令和7年10月1日 時点"
        );
    }
    // A date can have no day. A year alone is written so that it is a date.
    for (style, month, year) in [
        ("2023/4/1", "2025/10", "2025"),
        ("2023-04-01", "2025-10", "2025"),
        ("2023年4月1日", "2025年10月", "2025年"),
        ("R5.4.1", "R7.10", "令和7年"),
        ("令和5年4月1日", "令和7年10月", "令和7年"),
    ] {
        let row = json!([{"items": COUNTED.0, "before": "―", "after": style}]);
        assert_eq!((shown(&row, "2025-10"), shown(&row, "2025")), (month.into(), year.into()), "{style}");
    }
    // A date that was not there before, and one that is gone.
    let row = json!([{"items": COUNTED.0, "before": "―", "after": "R5.4.1"}]);
    let (none, some) = (basic("", &row), basic("2025-10-01", &row));
    for (old, new, cells) in [(&none, &some, ["―", "R7.10.1"]), (&some, &none, ["R7.10.1", "―"])] {
        let [row] = &rows(old, new)[..] else { panic!("{old:?}") };
        assert_eq!([&row.before, &row.after].map(|cell| cell.value().to_string()), cells);
    }
    // Without such a row, as the last row that quotes a date wrote that, with what the form prints after it.
    assert_eq!(shown(&json!([]), "2025-10-01"), "令和7年10月1日 時点");
    let other = json!([{"items": "Ⅱ２．いつ時点の計数か", "before": "―", "after": "R5.4.1"}]);
    assert_eq!(shown(&other, "2025-10-01"), "R7.10.1 時点");
}

/// The rows of a change table for 様式4 with this period, and with rows that are there already.
fn period(period: &Value, rows: &Value) -> Assessment {
    of_form("all_item", "form_4_2024_10", &json!({"procedure": {"opinion_period": period}, "changes": rows}))
}

#[test]
fn the_days_of_a_period_are_written_without_what_follows_another_date() {
    let rows = json!([{"items": "Ⅱ２．対象人数 いつ時点の計数か", "before": "―", "after": "2023/4/1 時点"},
        {"items": "Ⅵ１．①実施日", "before": "―", "after": "2023/5/1"}]);
    let (days, none) = (json!({"from": "2025-09-15", "until": "2025-10-15", "days": 31}), json!({}));
    let written = |rows: &Value| {
        let rows = crate::quoted::rows(&period(&none, rows), &period(&days, rows));
        (rows.len(), rows[0].after.value().to_string())
    };
    assert_eq!(written(&json!([])), (1, "令和7年9月15日から令和7年10月15日までの31日間".into()));
    assert_eq!(written(&rows), (1, "2025/9/15から2025/10/15までの31日間".into()));
}

/// The cells of the row are the whole period before and after. The number of days can be left out.
#[test]
fn a_row_about_a_period_is_compared_with_the_whole_period() {
    let new = json!({"from": "2025-09-15", "until": "2025-10-14", "days": 30});
    for (after, holds) in [
        ("令和7年9月15日から令和7年10月14日までの30日間", true),
        ("令和7年9月15日から令和7年10月14日まで", true),
        ("令和7年9月15日から令和7年10月14日", true),
        ("令和7年9月15日から令和7年10月15日までの30日間", false),
        ("令和7年9月14日から令和7年10月14日までの30日間", false),
        ("令和7年9月15日から令和7年10月14日までの31日間", false),
    ] {
        let before = "令和6年9月15日から令和6年10月15日まで";
        let rows = json!([{"date": "2026-04-01", "items": "Ⅵ２．②実施日・期間", "before": before, "after": after}]);
        let document = period(&new, &rows);
        let state = if holds { RowState::Holds } else { RowState::Differs };
        assert_eq!(check_table(&document)[0].state, state, "{after}");
        let back = rewind(&document, "2026-04-01".parse().unwrap());
        assert_eq!(back.kept.is_empty(), holds, "{after}");
        let old = json!({"from": "2024-09-15", "until": "2024-10-15"});
        let own = if holds { old } else { new.clone() };
        assert_eq!(back.document.procedure, period(&own, &json!([])).procedure, "{after}");
    }
}

/// Blocks that get other numbers are named in one sentence. Three or more that stay side by side are named together.
#[test]
fn other_numbers_of_blocks_are_one_sentence() {
    let systems = |names: &str, numbers: &[u32]| {
        let one = |(name, number): (char, &u32)| json!({"number": number, "name": format!("{name}システム"), "functions": format!("{name}の照会")});
        key(&json!({"systems": names.chars().zip(numbers).map(one).collect::<Vec<_>>()}))
    };
    for (old, new, numbers, sentence) in [
        ("甲乙丙", "乙丙", [1, 2, 3, 4, 5, 6], "システム1の削除に伴い、システム2を1に、3を2に移動する。"),
        ("甲乙丙丁", "乙丙丁", [1, 2, 3, 4, 5, 6], "システム1の削除に伴い、システム2、3、4を1、2、3に移動する。"),
        (
            "甲乙丙丁戊",
            "乙丁戊",
            [1, 2, 3, 4, 5, 6],
            "システム1、3の削除に伴い、システム2を1に、4を2に、5を3に移動する。",
        ),
        ("乙丙", "甲乙丙", [1, 2, 3, 4, 5, 6], "システム1の追加に伴い、システム1を2に、2を3に移動する。"),
        (
            "甲乙丙丁戊",
            "乙丁戊己庚辛",
            [1, 2, 3, 4, 5, 6],
            "システム1、3の削除及びシステム4、5、6の追加に伴い、システム2を1に、4を2に、5を3に移動する。",
        ),
        ("甲乙丙丁", "甲乙丙丁", [2, 3, 4, 7, 8, 9], "システム1、2、3を2、3、4に、4を7に変更する。"),
    ] {
        let old = systems(old, &[1, 2, 3, 4, 5, 6]);
        let new = systems(new, &numbers);
        let rows = rows(&old, &new);
        let found: Vec<String> =
            rows.iter().map(|row| row.after.value().to_string()).filter(|text| text.ends_with("する。")).collect();
        assert_eq!(found, [sentence]);
    }
}
