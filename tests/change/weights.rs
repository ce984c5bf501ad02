//! The weight of a change: pairs with a known truth. A change counts as formal only if it cannot change what is said.

use mynumber_pia::change::{Weight, difference, table};
use mynumber_pia::{Assessment, Language};
use serde_json::{Value, json};

fn document(fields: &Value) -> Assessment {
    let mut json = json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10"});
    let (Value::Object(all), Value::Object(fields)) = (&mut json, fields) else { unreachable!() };
    all.extend(fields.clone());
    serde_json::from_value(json).unwrap()
}

/// An answer to an item that 様式3 marks with ※.
fn marked(answer: &Value) -> Assessment {
    document(&json!({"file_sections": [{"names": "国保ファイル", "retention": {"storage": answer}}]}))
}

/// An answer to one that it does not mark.
fn unmarked(answer: &Value) -> Assessment {
    document(&json!({"other_bodies": answer}))
}

/// How the change weighs, with the code of its proof.
#[track_caller]
fn weight(old: &Assessment, new: &Assessment) -> String {
    let difference = difference(old, new);
    let weights: Vec<_> = difference.weighed().map(|(_, weight)| weight).collect();
    let [weight] = weights.as_slice() else { panic!("{difference}") };
    match weight {
        Weight::Formal(proof) => format!("formal: {}", proof.code()),
        other => other.code().to_string(),
    }
}

#[test]
fn a_mark_that_becomes_another_needs_no_row() {
    let marks = [json!("―"), json!("なし"), json!("")];
    for of in [marked, unmarked] {
        for (old, new) in marks.iter().flat_map(|old| marks.iter().map(move |new| (old, new))) {
            if old == new {
                continue;
            }
            let (old, new) = (of(old), of(new));
            assert_eq!(weight(&old, &new), "formal: empty_mark");
            let difference = difference(&old, &new);
            assert_eq!(table(&difference, "2025-04-01".parse().unwrap()), []);
        }
    }
    assert_eq!(weight(&document(&json!({})), &unmarked(&json!("なし"))), "formal: empty_mark");
    assert_eq!(weight(&unmarked(&json!("―")), &document(&json!({}))), "formal: empty_mark");
    // In a line below a heading, the cell is shown with both marks.
    let line = |text: &str| json!([{"under": "紙", "text": text}, "庁舎"]);
    assert_eq!(weight(&marked(&line("―")), &marked(&line("なし"))), "formal: empty_mark");
}

#[test]
fn an_answer_that_appears_or_disappears_is_a_change() {
    for mark in ["―", "なし", ""] {
        assert_eq!(weight(&marked(&json!(mark)), &marked(&json!("庁舎"))), "material");
        assert_eq!(weight(&marked(&json!("庁舎")), &marked(&json!(mark))), "material");
        assert_eq!(weight(&unmarked(&json!(mark)), &unmarked(&json!("甲市"))), "ordinary");
        assert_eq!(weight(&unmarked(&json!("甲市")), &unmarked(&json!(mark))), "ordinary");
    }
    let line = |text: &str| json!([{"under": "紙", "text": text}, "庁舎"]);
    assert_eq!(weight(&marked(&line("―")), &marked(&line("書庫"))), "material");
}

#[test]
fn what_can_change_the_meaning_has_no_proof() {
    for (old, new) in [
        // The order of lines of prose.
        (json!(["紙", "5年で廃棄", "電子", "消去しない"]), json!(["紙", "消去しない", "電子", "5年で廃棄"])),
        (json!(["住所", "氏名", "以下を除く。", "性別"]), json!(["住所", "以下を除く。", "氏名", "性別"])),
        (json!(["①申請", "②審査"]), json!(["②審査", "①申請"])),
        (json!(["①申請の受付", "②審査の結果"]), json!(["①審査の結果", "②申請の受付"])),
        (
            json!([{"under": "甲", "text": "消去"}, {"under": "乙", "text": "保存"}]),
            json!([{"under": "乙", "text": "消去"}, {"under": "甲", "text": "保存"}]),
        ),
        // Blanks between numbers and words in letters, and blanks that moved.
        (json!("別表1 2の項"), json!("別表12の項")),
        (json!("別表１　２の項"), json!("別表１２の項")),
        (json!("第一 二項"), json!("第一二項")),
        (json!("A B"), json!("AB")),
        (json!("対象 外国民"), json!("対象外 国民")),
        (json!("対象\n外国民の情報"), json!("対象外\n国民の情報")),
        // Lines that are wrapped elsewhere, but may be entries of a list.
        (json!(["対象", "外国民"]), json!(["対象外", "国民"])),
        (json!(["甲", "乙丙"]), json!(["甲乙", "丙"])),
        (json!(["1", "2年"]), json!("12年")),
        // Marks and numbers that are not only notation.
        (json!("1,2年"), json!("1、2年")),
        (json!("1,000人"), json!("1、000人")),
        (json!("12年"), json!("1,2年")),
        (json!("第十九条"), json!("第九条")),
        (json!("第十条"), json!("第1条")),
        (json!("五年"), json!("5年間")),
        (json!("番号法第9条第1項を除く。別表の44の項"), json!("番号法別表の44の項を除く。第9条第1項")),
        (json!("番号法別表第一の30の項を除く。第9条第2項"), json!("番号法第9条第2項を除く。別表の44の項")),
        (json!("番号法第10000条"), json!("番号法第10001条")),
        (json!("ハードディスク"), json!("バードディスク")),
        (json!("消去する。"), json!("消去する")),
        (json!("庁舎（本庁）"), json!("庁舎 本庁")),
        // Numerals that are not in a citation, and those that are not a number.
        (json!("五年保存"), json!("5年保存")),
        (json!("庁舎の二階"), json!("庁舎の2階")),
        (json!("庁舎の二、三階"), json!("庁舎の2、三階")),
        (json!("番号法第30条の三人"), json!("番号法第30条の3人")),
        (json!("番号法第二三十条"), json!("番号法第30条")),
        (json!("番号法第〇十条"), json!("番号法第0条")),
        // Marks of a sound that no kana has with them.
        (json!("ア\u{3099}の箱"), json!("ィの箱")),
        (json!("カ\u{309A}の箱"), json!("キの箱")),
        // A line that begins like an entry of a list was not wrapped.
        (json!(["庁舎内の入退室を管理している区画の", "1番倉庫"]), json!("庁舎内の入退室を管理している区画の1番倉庫")),
        (json!(["庁舎内の入退室を管理している区画の", "・書庫"]), json!("庁舎内の入退室を管理している区画の・書庫")),
        (json!(["庁舎内の入退室を管理している区画の", "①書庫"]), json!("庁舎内の入退室を管理している区画の①書庫")),
        (
            json!(["庁舎内の入退室を管理している区画の", "（書庫）"]),
            json!("庁舎内の入退室を管理している区画の（書庫）"),
        ),
    ] {
        assert_eq!(weight(&marked(&old), &marked(&new)), "material", "{old} {new}");
        assert_eq!(weight(&marked(&new), &marked(&old)), "material", "{new} {old}");
    }
}

#[test]
fn the_same_in_another_notation_is_formal() {
    for (old, new, proof) in [
        (json!("サーバ室（２階）"), json!("サーバ室(2階)"), "width"),
        (json!("庁舎　内"), json!("庁舎内"), "width"),
        (json!("ｻｰﾊﾞ室のﾊﾟｿｺﾝ"), json!("サーバ室のパソコン"), "width"),
        (json!("サーハ\u{3099}室、か\u{3099}いとう"), json!("サーバ室、がいとう"), "width"),
        (json!("庁\u{200B}舎\u{FEFF}"), json!("庁舎"), "width"),
        (json!("平成 28 年から"), json!("平成28年から"), "width"),
        (json!("紙，電子"), json!("紙、電子"), "notation"),
        (json!("紙､電子"), json!("紙、電子"), "width"),
        (json!("ｻｰｳﾞｪｲのﾌｫﾙﾀﾞ"), json!("サーヴェイのフォルダ"), "width"),
        (json!("う\u{3099}の箱"), json!("ゔの箱"), "width"),
        (json!("書庫1，倉庫"), json!("書庫1、倉庫"), "notation"),
        (json!("書庫，2階"), json!("書庫、2階"), "notation"),
        (json!("民法第千百三十二条"), json!("民法第1132条"), "notation"),
        (json!("民法第七百五十二条"), json!("民法第752条"), "notation"),
        (json!("住民基本台帳法第三十条の二十二、台帳"), json!("住民基本台帳法第30条の22、台帳"), "notation"),
        (json!("番号法第十九条第八号"), json!("番号法第19条第8号"), "notation"),
        (json!("番号法第九条第一項　別表第一の三十の項"), json!("番号法第9条第1項　別表第1の30の項"), "notation"),
        (json!("住民基本台帳法第三十条の二十二"), json!("住民基本台帳法第30条の22"), "notation"),
        (
            json!(["庁舎内の入退室を管理するサーバ", "室に保管し、施錠する。"]),
            json!(["庁舎内の入退室を管理する", "サーバ室に保管し、施錠する。"]),
            "notation",
        ),
        (
            json!(["庁舎内の入退室を管理する区画A", "に設置したサーバに保管する。"]),
            json!(["庁舎内の入退室を管理する区画Aに", "設置したサーバに保管する。"]),
            "notation",
        ),
        (
            json!("庁舎内の入退室を管理するサーバ\n室に保管する。"),
            json!("庁舎内の入退室を管理するサーバ室に保管する。"),
            "notation",
        ),
        (
            json!([{"under": "庁舎内の措置", "text": "入退室を管理するサーバ室"}, {"under": "庁舎内の措置", "text": "に保管し、施錠する。"}]),
            json!([{"under": "庁舎内の措置", "text": "入退室を管理するサーバ室に保管し、施錠する。"}]),
            "notation",
        ),
    ] {
        assert_eq!(weight(&marked(&old), &marked(&new)), format!("formal: {proof}"), "{old} {new}");
        assert_eq!(weight(&marked(&new), &marked(&old)), format!("formal: {proof}"), "{new} {old}");
    }
}

/// Of an item that is one text, not lines.
#[test]
fn a_text_in_another_notation_is_formal() {
    let named = |name: &str| document(&json!({"affair": {"name": name}}));
    for (old, new, expected) in [
        ("国民健康保険（資格）", "国民健康保険(資格)", "formal: width"),
        ("保険，年金", "保険、年金", "formal: notation"),
        ("保険、年金", "年金、保険", "ordinary"),
    ] {
        assert_eq!(weight(&named(old), &named(new)), expected, "{old}");
    }
}

#[test]
fn the_order_of_names_is_formal() {
    let names = |names: &[&str]| unmarked(&json!(names));
    assert_eq!(weight(&names(&["甲市", "乙市", "丙市"]), &names(&["丙市", "甲市", "乙市"])), "formal: order");
    assert_eq!(
        weight(&names(&["甲市", "乙市（以下を除く。）"]), &names(&["乙市（以下を除く。）", "甲市"])),
        "ordinary"
    );
    assert_eq!(weight(&names(&["甲", "乙丙"]), &names(&["甲乙", "丙"])), "ordinary");
    let using = |names: &[&str]| {
        document(&json!({"file_sections": [{"names": "国保ファイル", "acquisition": {"departments": names}}]}))
    };
    assert!(weight(&using(&["国保課", "税務課"]), &using(&["税務課", "国保課"])).starts_with("formal"));
    // A department in two lines.
    let ranked = [["福祉部", "国保課", "税務部", "納税課"], ["福祉部", "納税課", "税務部", "国保課"]];
    assert!(!weight(&using(&ranked[0]), &using(&ranked[1])).starts_with("formal"));
}

#[test]
fn an_edition_that_becomes_known_is_no_change() {
    let known = document(&json!({}));
    let mut unknown = known.clone();
    unknown.form = mynumber_pia::Form::EditionUnknown(mynumber_pia::AssessmentKind::KeyItem);
    for (old, new) in [(&known, &unknown), (&unknown, &known)] {
        assert!(difference(old, new).is_empty());
        assert_eq!(difference(old, new).form(), None);
        assert!(difference(old, new).apply(old).unwrap() == *new);
    }
    // Another kind of form is one, even if the edition is not known.
    let mut other = unknown.clone();
    other.form = mynumber_pia::Form::EditionUnknown(mynumber_pia::AssessmentKind::AllItem);
    assert_eq!(difference(&unknown, &other).form(), Some((unknown.form, other.form)));
    assert!(!difference(&unknown, &other).is_empty());
}

mod generated {
    use super::*;
    use mynumber_pia::catalogue::{FieldPath, Item};
    use mynumber_pia::fixture::{Filling, Parameters};
    use mynumber_pia::value::answer::{Given, Line, Lines, Value};

    /// Ways to change what a cell says.
    type Rewrite = fn(&[Line]) -> Option<Vec<Line>>;
    const CHANGES: [(&str, Rewrite); 6] = [
        ("two lines are swapped", |lines| {
            let mut made = lines.to_vec();
            let at = (1..made.len()).find(|at| made[*at].text != made[at - 1].text)?;
            made.swap(at, at - 1);
            Some(made)
        }),
        ("a line is gone", |lines| (lines.len() > 1).then(|| lines[1..].to_vec())),
        ("the text of a line is denied", |lines| changed(lines, |text| Some(format!("{text}（これを除く。）")))),
        ("a character is gone", |lines| {
            changed(lines, |text| (text.chars().count() > 1).then(|| text.chars().skip(1).collect()))
        }),
        ("a number is another", |lines| changed(lines, |text| text.contains('1').then(|| text.replacen('1', "9", 1)))),
        ("a heading is another", |lines| {
            let mut made = lines.to_vec();
            let line = made.iter_mut().find(|line| line.under.is_some())?;
            line.under = Some("別の者における措置".parse().unwrap());
            Some(made)
        }),
    ];

    fn changed(lines: &[Line], change: impl Fn(&str) -> Option<String>) -> Option<Vec<Line>> {
        let mut made = lines.to_vec();
        let text = made.iter_mut().find_map(|line| {
            let text = change(line.text.given()?.as_str())?;
            Some((line, text))
        });
        let (line, text) = text?;
        line.text = text.parse::<mynumber_pia::Text>().ok()?.into();
        Some(made)
    }

    /// Whether the lines of an item are names, whose order says nothing.
    fn are_names(item: Item) -> bool {
        let label = item.label();
        ["他の評価実施機関", "ファイル名", "使用部署", "入手元", "提供先", "移転先"]
            .iter()
            .any(|word| label.contains(word))
    }

    #[test]
    fn what_changes_the_meaning_is_never_formal() {
        let parameters = Parameters { filling: Filling::Everything, ..Parameters::default() };
        let mut pairs = [0; CHANGES.len()];
        for seed in 0..40 {
            let old: Assessment = parameters.plan(seed).build();
            let mut cells: Vec<(FieldPath, Item, Vec<Line>)> = Vec::new();
            old.walk(|field| {
                if let Value::Given(Given::Lines(lines)) = field.value {
                    cells.push((field.path.to_owned(), field.item, lines.clone().into_vec()));
                }
            });
            for (number, (what, change)) in CHANGES.iter().enumerate() {
                let mut found = 0;
                for (path, item, lines) in cells.iter().filter(|(_, item, _)| !are_names(*item)) {
                    let Some(lines) = change(lines).and_then(Lines::new).filter(|_| found < 3) else { continue };
                    let mut new = old.clone();
                    new.put_value(path, serde_json::to_value(&lines).unwrap()).unwrap();
                    let difference = difference(&old, &new);
                    let weights: Vec<_> = difference.weighed().map(|(_, weight)| weight).collect();
                    assert!(
                        weights.iter().all(|weight| weight.code() != "formal"),
                        "{what}: {path} ({}) {lines} {weights:?}",
                        item.label()
                    );
                    found += usize::from(!weights.is_empty());
                }
                pairs[number] += found;
            }
        }
        assert!(pairs.iter().all(|count| *count >= 40), "{pairs:?}");
    }
}

/// An edit says in both languages what it does, where, and what the two versions say.
#[test]
fn edits_in_words() {
    let section =
        |storage: &str| json!({"file_sections": [{"names": "国保ファイル", "retention": {"storage": storage}}]});
    let texts = |old: &Value, new: &Value| {
        let (old, new) = (document(old), document(new));
        let words =
            |language| difference(&old, &new).edits().iter().map(|edit| edit.text(language)).collect::<Vec<_>>();
        let [japanese, english] = [Language::Japanese, Language::English].map(words);
        assert_eq!(difference(&old, &new).edits().iter().map(ToString::to_string).collect::<Vec<_>>(), japanese);
        (japanese.join("\n"), english.join("\n"))
    };
    assert_eq!(
        texts(&json!({}), &json!({"population": 62_000})),
        (
            "変更：対象人数（population）：（記載なし） → 62000".into(),
            "changed: Population (population): (no answer) → 62000".into()
        )
    );
    let long = "長".repeat(80);
    let cut = "長".repeat(60);
    let (japanese, english) = texts(&section("庁舎"), &section(&long));
    assert_eq!(japanese, format!("変更：保管場所（file_sections[0].retention.storage）：庁舎 → {cut}…"));
    assert!(english.starts_with("changed: ") && english.ends_with(&format!(": 庁舎 → {cut}…")), "{english}");
    let (japanese, english) = texts(&section("庁舎"), &json!({}));
    assert!(
        japanese.starts_with("削除：")
            && japanese.contains("（file_sections[0]）：")
            && japanese.ends_with(" → （記載なし）"),
        "{japanese}"
    );
    assert!(english.starts_with("removed: ") && english.ends_with(" → (no answer)"), "{english}");
}
