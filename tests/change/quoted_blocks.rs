//! What a row of the change table quotes of a whole block.

use crate::quoted::{cells, key, rows};
use crate::support::address;
use mynumber_pia::Assessment;
use mynumber_pia::change::{RowState, check_table};
use serde_json::{Value, json};

fn entrusted(list: &Value) -> Assessment {
    key(&json!({"file_sections": [{"names": "国保ファイル", "entrustments": list}]}))
}

#[test]
fn a_block_is_quoted_with_its_headings_once() {
    let content = json!([{"under": "運用", "text": "監視"}, {"under": "運用", "text": "障害対応"}, {"under": "改修", "text": "設計"}, "試験"]);
    let mut one = json!({"number": 1, "matter": "保守", "content": content, "entrustee": "甲社"});
    let words = "＜委託事項＞保守／＜委託内容＞＜運用＞監視／　障害対応／＜改修＞設計／試験／＜委託先名＞甲社";
    let (none, some) = (entrusted(&json!([])), entrusted(&json!([one])));
    assert_eq!(cells(&none, &some), ("―".into(), words.into()));
    assert_eq!(cells(&some, &none), (words.into(), "―".into()));
    // The form prints no chain of entrustees.
    one["chain"] = json!([{"name": "甲社"}, {"name": "乙社"}]);
    assert_eq!(rows(&none, &entrusted(&json!([one])))[0].after.value().to_string(), words);
}

#[test]
fn the_place_of_a_removed_block_is_quoted_unless_its_number_says_it() {
    for (numbers, place) in [
        ([1, 2, 3], ""),
        ([1, 5, 7], ""),
        ([1, 1, 2], "／（2番目の番号1の欄）"),
        ([1, 2, 2], "／（2番目の番号2の欄）"),
        ([3, 2, 4], "／（2番目の番号2の欄）"),
        ([0, 1, 2], "／（2番目の番号1の欄）"),
        ([0, 0, 0], "／（2番目の番号のない欄）"),
    ] {
        let one = |(index, number): (usize, &u8)| {
            let mut one = json!({"matter": format!("{}の印刷", ["甲", "乙", "丙"][index])});
            if *number > 0 {
                one["number"] = json!(number);
            }
            one
        };
        let all: Vec<Value> = numbers.iter().enumerate().map(one).collect();
        let (before, after) = cells(&entrusted(&json!(all)), &entrusted(&json!([all[0], all[2]])));
        assert_eq!((before, after), (format!("＜委託事項＞乙の印刷{place}"), "―".into()), "{numbers:?}");
    }
}

#[test]
fn groups_of_record_items_are_named_by_their_headings() {
    let groups = |list: Value| key(&json!({"record_items": list}));
    let group = |heading: &str, items: [&str; 2]| json!({"heading": heading, "items": items});
    let old = groups(json!([group("甲", ["氏名", "住所"])]));
    let label = "（別添）特定個人情報ファイル記録項目";
    for (new, name, before, after) in [
        (json!([group("乙", ["氏名", "住所"])]), "乙", "＜見出し＞甲".to_string(), "＜見出し＞乙".to_string()),
        (json!([group("甲", ["氏名", "電話"])]), "甲", "氏名／住所".into(), "氏名／電話".into()),
        (
            json!([group("甲", ["氏名", "住所"]), group("乙", ["番号", "区分"])]),
            "乙",
            "―".into(),
            format!("＜見出し＞乙／{label}　番号／区分"),
        ),
        (json!([]), "甲", format!("＜見出し＞甲／{label}　氏名／住所／（1番目の欄）"), "―".into()),
    ] {
        let new = groups(new);
        let items = rows(&old, &new)[0].items.value().to_string();
        assert_eq!(items, format!("（別添1）特定個人情報ファイル記録項目　{name}"));
        assert_eq!(cells(&old, &new), (before, after));
    }
    // Two dashes say nothing about a heading.
    let dashes = key(&json!({"record_items": [{"items": ["氏名"]}],
        "changes": [{"items": "（別添1）特定個人情報ファイル記録項目", "before": "―", "after": "―"}]}));
    assert_eq!(check_table(&dashes)[0].state, RowState::Differs);
    // A heading is quoted as a whole, however long it is.
    let long = |last: &str| groups(json!([{"heading": ["甲", "乙", "丙", "丁", last], "items": ["氏名", "住所"]}]));
    let shown = |last: &str| format!("＜見出し＞甲／乙／丙／丁／{last}");
    assert_eq!(cells(&long("戊"), &long("己")), (shown("戊"), shown("己")));
}

/// Blocks whose numbers do not say where they are: one sentence cannot say that they moved and got other numbers.
#[test]
fn blocks_that_moved_and_got_other_numbers_have_a_row_each() {
    let systems = |names: [(&str, u8); 2]| {
        key(
            &json!({"systems": names.map(|(name, number)| json!({"name": name, "number": number, "functions": format!("{name}の照会")}))}),
        )
    };
    let written = |old: &Assessment, new: &Assessment| {
        let shown = |number: &str| number.rsplit_once('　').unwrap().1.to_string();
        let rows = rows(old, new);
        let rows = rows.iter().map(|row| {
            format!("{}: {}→{}", shown(&row.items.value().to_string()), row.before.value(), row.after.value())
        });
        rows.collect::<Vec<_>>()
    };
    let old = systems([("甲", 2), ("乙", 5)]);
    assert_eq!(
        written(&old, &systems([("乙", 2), ("甲", 5)])),
        ["システム2: 番号5→番号2に変更", "システム5: 1番目→2番目", "システム5: 番号2→番号5に変更"]
    );
    assert_eq!(written(&old, &systems([("乙", 5), ("甲", 2)])), ["システム2: 1番目→2番目"]);
    // If the numbers say where they are, it can.
    let (old, new) = (systems([("甲", 1), ("乙", 2)]), systems([("乙", 1), ("甲", 2)]));
    assert_eq!(written(&old, &new), ["システム: ―→システム1を2に、2を1に移動する。"]);
}

/// A row that logs several edits is as heavy as the heaviest of them.
#[test]
fn a_new_name_among_other_numbers_is_not_formal() {
    let files = |list: [(&str, u8); 3]| {
        key(&json!({"files": list.map(|(name, number)| json!({"name": name, "number": number}))}))
    };
    let old = files([("資格ファイル", 1), ("給付ファイル", 2), ("収納ファイル", 3)]);
    let new = files([("宛名ファイル", 1), ("給付ファイル", 3), ("収納ファイル", 4)]);
    let rows = rows(&old, &new);
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(row.reason.value().to_string(), "その他の項目の変更であり、事前の提出が義務付けられない");
}

/// The brackets after the number of a part name a section: by all of its files, by some of them, or by its place.
#[test]
fn sections_are_found_by_their_files_and_places() {
    let sections = json!([{"names": ["資格ファイル", "給付ファイル", "収納ファイル"]}, {"names": ["宛名ファイル", "統計ファイル"]}]);
    let found = |label: &str| {
        let items = format!("Ⅱ（{label}）６．①保管場所");
        let document =
            key(&json!({"file_sections": sections, "changes": [{"items": items, "before": "甲", "after": "乙"}]}));
        let address = address(&document, 0);
        address.items.first().and_then(|one| one.path.as_ref()).map(ToString::to_string)
    };
    let at = |index: usize| Some(format!("file_sections[{index}].retention.storage"));
    assert_eq!(found("資格ファイル、給付ファイル、収納ファイル"), at(0));
    assert_eq!(found("給付ファイル、資格ファイル"), at(0));
    assert_eq!(found("宛名ファイル"), at(1));
    assert_eq!(found("資格ファイル、統計ファイル"), None);
    assert_eq!(["1番目", "2番目", "3番目"].map(found), [at(0), at(1), None]);
}
