//! Rows of the change table that quote a withheld text, and texts that repeat one in another notation.

use mynumber_pia::Assessment;
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::form::{Html, PrintOptions};
use mynumber_pia::publication::{Withheld, withhold};

const SENTENCE: &str = "（規則第6条第3項（第10条第2項を準用）により非公表）";

/// A document with this 保管場所, this 消去方法 and these rows.
fn document(storage: &str, erasure: &str, changes: &str) -> Assessment {
    let json = format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "affair": {{"name": "介護保険に関する事務"}},
        "file_sections": [{{"names": "介護ファイル", "retention": {{"storage": {storage}, "erasure": {erasure}}}}}],
        "changes": {changes}}}"#
    );
    serde_json::from_str(&json).unwrap()
}

/// Withholds 保管場所.
fn withheld(document: &Assessment) -> Withheld {
    let parts = [("file_sections[0].retention.storage".parse().unwrap(), WithholdingGround::ProperManagement)];
    withhold(document, Occasion::Publication, None, &parts).unwrap()
}

/// The cells 変更前 and 変更後 of each row.
fn rows(withheld: &Withheld) -> Vec<[String; 2]> {
    let row = |row: &mynumber_pia::assessment::Change| [&row.before, &row.after].map(|cell| cell.value().to_string());
    withheld.document.changes.iter().map(row).collect()
}

fn erasure(storage: &str, erasure: &str) -> String {
    let withheld = withheld(&document(storage, erasure, "[]"));
    withheld.document.file_sections[0].retention.erasure.value().to_string()
}

#[test]
fn a_row_that_names_no_item_loses_the_older_text() {
    let changes = r#"[{"items": "サーバの移設", "before": "本庁舎地下電算室", "after": "第二データセンター"},
        {"items": "職員の異動", "before": "甲課長", "after": "乙課長"}]"#;
    let withheld = withheld(&document(r#""第二データセンター""#, r#""裁断する。""#, changes));
    assert_eq!(rows(&withheld), [[SENTENCE, SENTENCE], ["甲課長", "乙課長"]]);
    let fields: Vec<_> = withheld.fields.iter().map(|field| field.path.to_string()).collect();
    assert_eq!(fields, ["file_sections[0].retention.storage", "changes[0].before", "changes[0].after"]);
    let of = "file_sections[0].retention.storage".parse().unwrap();
    assert!(withheld.fields[1..].iter().all(|field| field.because_of.as_ref() == Some(&of)));
    let page =
        Html::with(&withheld.document, PrintOptions { publication: true, ..PrintOptions::default() }).to_string();
    assert!(!page.contains("本庁舎") && page.contains("サーバの移設"));
}

/// The older text is quoted by a still older row, in 変更後 and in other answers.
#[test]
fn the_history_of_a_secret_is_withheld() {
    let changes = r#"[{"items": "サーバの設置", "before": "旧庁舎の一階", "after": "本庁舎"},
        {"items": "サーバの移設", "before": "本庁舎", "after": "本庁舎地下電算室"},
        {"items": "サーバの移設", "before": "本庁舎地下電算室", "after": "第二データセンター"}]"#;
    let withheld = withheld(&document(r#""第二データセンター""#, r#""旧庁舎の一階で裁断する。""#, changes));
    assert_eq!(rows(&withheld), [[SENTENCE, SENTENCE], [SENTENCE, SENTENCE], [SENTENCE, SENTENCE]]);
    let erasure = &withheld.document.file_sections[0].retention.erasure;
    assert_eq!(erasure.value().to_string(), "（非公表）で裁断する。");
}

/// A row about another answer loses both cells, but its other texts are no secrets.
#[test]
fn a_row_about_another_item() {
    let changes = r#"[{"items": "Ⅰ６．②所属長の役職名", "before": "甲課長", "after": "乙課長（第二データセンター内）"},
        {"items": "Ⅰ６．②所属長の役職名", "before": "丙課長", "after": "甲課長"}]"#;
    let withheld = withheld(&document(r#""第二データセンター""#, r#""甲課長が裁断する。""#, changes));
    assert_eq!(rows(&withheld), [[SENTENCE, SENTENCE], ["丙課長", "甲課長"]]);
    let erasure = &withheld.document.file_sections[0].retention.erasure;
    assert_eq!(erasure.value().to_string(), "甲課長が裁断する。");
}

/// 変更前 quotes it, for example if a change was taken back.
#[test]
fn a_quotation_in_either_column() {
    let changes = r#"[{"items": "サーバの移設", "before": "第二データ\nセンター", "after": "本庁舎地下電算室"}]"#;
    let withheld = withheld(&document(r#""第二データセンター""#, r#""裁断する。""#, changes));
    assert_eq!(rows(&withheld), [[SENTENCE, SENTENCE]]);
}

/// A quotation over the end of a page is in two rows.
#[test]
fn a_quotation_that_continues_in_the_next_row() {
    let changes = r#"[{"items": "サーバの移設", "before": "本庁舎", "after": "第二データ"},
        {"continues": "ticked", "before": "地下電算室", "after": "センター"}, {"items": "他", "before": "甲棟", "after": "乙棟"}]"#;
    let withheld = withheld(&document(r#""第二データセンター""#, r#""裁断する。""#, changes));
    assert_eq!(rows(&withheld), [[SENTENCE, SENTENCE], [SENTENCE, SENTENCE], ["甲棟", "乙棟"]]);
}

#[test]
fn notations_of_a_repetition() {
    for (secret, repeated, published) in [
        (r#""ガバメントクラウド""#, r#""ｶﾞﾊﾞﾒﾝﾄｸﾗｳﾄﾞで消去する""#, "（非公表）で消去する"),
        (r#""ｶﾞﾊﾞﾒﾝﾄ ｸﾗｳﾄﾞ""#, r#""本市はガバメントクラウドで消去する""#, "本市は（非公表）で消去する"),
        (r#""ガバメントクラウド""#, r#""カ゛ハ゛、ｶﾞﾊﾞﾒﾝﾄ　ｸﾗｳ\nﾄﾞ。""#, "カ゛ハ゛、（非公表）。"),
        (r#""ガバメントクラウド""#, "\"\u{30AB}\u{3099}ハ\u{3099}メント\u{200B}クラウド\"", "（非公表）"),
        (r#""ＤＣ１号棟""#, r#""dc1号棟とDC 1号棟""#, "dc1号棟と（非公表）"),
        (r#""第二データセンター""#, r#"["第二データ", "センターで消去する"]"#, SENTENCE),
        (r#""電算室：三階""#, r#"["裁断する。", {"under": "電算室：", "text": "三階"}]"#, SENTENCE),
        (r#"["第二データ", "センター"]"#, r#""第二データセンターで消去する""#, "（非公表）で消去する"),
        // Texts that overlap are one gap.
        (r#"["甲乙の棟", "の棟丙丁"]"#, r#""甲乙の棟丙丁で消去する""#, "（非公表）で消去する"),
    ] {
        assert_eq!(erasure(secret, repeated), published, "{secret} {repeated}");
    }
}

/// 「ガ」 is another character than 「カ」, and 「甲 乙」 is no part of 「甲丙乙」.
#[test]
fn what_is_no_repetition() {
    for (secret, other) in [
        ("ガバメントクラウド", "カバメントクラウドで消去する"),
        ("ハート棟", "ﾊﾞｰﾄ棟で消去する"),
        ("甲乙", "甲丙乙で消去する"),
        ("第二データセンター", "第二データ保管センターで消去する"),
    ] {
        assert_eq!(erasure(&format!("\"{secret}\""), &format!("\"{other}\"")), other);
    }
}
