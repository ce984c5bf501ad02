//! The names that the cells of a document define for laws, and the laws of its tables: they hold in all cells, since a form
//! does not say which cell is written first.

use mynumber_pia::Assessment;
use mynumber_pia::law::{Citation, Definitions, StatutoryBasis};
use serde_json::{Value, json};

/// The citations in these cells of one document.
fn read(cells: &[&str]) -> Vec<Vec<String>> {
    let provisions: Vec<Value> = cells.iter().map(|bases| json!({"names": "国", "bases": bases})).collect();
    let document = json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "file_sections": [{"names": "資格ファイル", "provision": {"provisions": provisions}}]});
    let document: Assessment = serde_json::from_value(document).unwrap();
    let bases = document.bases();
    bases.iter().map(|basis| basis.basis.citations().map(Citation::to_string).collect()).collect()
}

const DEFINES: &str = "東町個人番号条例（以下「利用例」という。）第3条";

#[test]
fn a_name_is_known_in_the_cells_before_and_after_its_definition() {
    let uses = "国民健康保険法第9条、介護保険法第5条、地方税法第20条の11、児童手当法第6条及び利用例第4条";
    let defined = ["東町個人番号条例第3条".to_string()];
    for (cells, at) in [([uses, DEFINES], 0), ([DEFINES, uses], 1)] {
        let read = read(&cells);
        assert_eq!(read[at].last().unwrap(), "東町個人番号条例第4条", "{cells:?}");
        assert_eq!(read[1 - at], defined);
    }
    // In the same cell, too.
    let read = read(&[&format!("利用例第4条、{DEFINES}、利用例第5条")]);
    assert_eq!(read[0], ["東町個人番号条例第4条", "東町個人番号条例第3条", "東町個人番号条例第5条"]);
}

#[test]
fn a_table_is_of_the_law_that_another_cell_names_with_it() {
    let table = "東町個人番号条例別表第二の4の項";
    for (cells, at) in [(["別表第二の3の項", table], 0), ([table, "別表第二の3の項"], 1)] {
        assert_eq!(read(&cells)[at], ["東町個人番号条例別表第二の3の項"], "{cells:?}");
    }
    // Two cells name it with two laws: none is assumed.
    let cells = ["別表第二の3の項", table, "番号法別表第二の5の項"];
    assert_eq!(read(&cells)[0], ["別表第二の3の項"]);
}

/// A text that uses one name for two laws, one after the other.
#[test]
fn a_name_means_the_law_that_it_was_last_defined_for() {
    let basis = StatutoryBasis::read(
        "東町税条例（以下「条例」という。）第1条、条例第2条。西町税条例（以下「条例」という。）第3条、条例第4条",
    );
    let citations: Vec<String> = basis.citations().map(ToString::to_string).collect();
    assert_eq!(citations, ["東町税条例第1条", "東町税条例第2条", "西町税条例第3条", "西町税条例第4条"]);
    let mut names = Definitions::new();
    for town in ["東", "西", "西"] {
        names.learn(&format!("{town}町税条例（以下「条例」という。）第1条"));
        let learned: Vec<String> = names.iter().map(|(name, law)| format!("{name} = {law}")).collect();
        assert_eq!(learned, [format!("条例 = {town}町税条例")]);
    }
}

/// Names that begin with one character, and a name in letters of either width.
#[test]
fn each_name_is_known() {
    let mut names = Definitions::new();
    names.learn("東町個人番号条例（以下「東例」という。）第3条、東町情報公開規則（以下「東規」という。）第3条");
    let title = "配偶者からの暴力の防止及び被害者の保護等に関する法律";
    names.learn(&format!("{title}（以下「ＤＶ防止法」という。）第3条"));
    let of_act = [4, 6].map(|article| format!("{title}第{article}条"));
    for (text, expected) in [
        ("東例第4条", "東町個人番号条例第4条"),
        ("東規第4条", "東町情報公開規則第4条"),
        ("ＤＶ防止法第4条", &of_act[0]),
        ("DV防止法第6条", &of_act[1]),
    ] {
        let basis = StatutoryBasis::read_with(text, &names);
        assert_eq!(basis.citations().map(ToString::to_string).collect::<Vec<_>>(), [expected], "{text}");
    }
    // In the text that defines it.
    let basis = StatutoryBasis::read(format!("{title}（以下「ＤＶ防止法」という。）第4条、ＤＶ防止法第6条"));
    assert_eq!(basis.citations().map(ToString::to_string).collect::<Vec<_>>(), of_act);
}

#[test]
fn bases_are_equal_if_text_and_citations_are() {
    let mut names = Definitions::new();
    names.learn(DEFINES);
    let text = "利用例第4条";
    assert_eq!(StatutoryBasis::read_with(text, &names), StatutoryBasis::read_with(text, &names));
    assert_ne!(StatutoryBasis::read(text), StatutoryBasis::read_with(text, &names));
    assert_ne!(StatutoryBasis::read("主務省令未制定"), StatutoryBasis::read("主務省令無し"));
}
