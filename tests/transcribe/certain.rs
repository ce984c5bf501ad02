//! What makes an answer of a text certain or doubtful.

use crate::reading::{get, read_text as read};
use mynumber_pia::transcribe::{Doubt, Transcription};

/// The reasons of the suggestions for a path.
fn doubts(read: &Transcription, path: &str) -> Vec<Doubt> {
    let of_path = read.suggestions().iter().filter(|one| one.path.to_string() == path);
    of_path.map(|one| one.reason.clone()).collect()
}

/// A cover whose blocks are in another order, and enough of the form to show it.
const TURNED: &str =
    "甲市は、介護保険に関する事務の特定個人情報ファイルの取扱いに当たり、個人のプライバシー等の権利利益の
保護に取り組んでいることを宣言する。

8 介護保険に関する事務　基礎項目評価書

 個人のプライバシー等の権利利益の保護の宣言

特定個人情報保護評価書（基礎項目評価書）

評価書番号  評価書名

甲市長

 公表日

 評価実施機関名

［令和６年10月　様式２］

  令和7年5月30日



Ⅰ　関連情報

 ②所属長の役職名 課長

 ①部署 福祉部

 ５．評価実施機関における担当部署

 ①事務の名称 介護保険に関する事務

 １．特定個人情報ファイルを取り扱う事務
";

#[test]
fn the_blocks_of_a_cover_say_themselves_what_they_are() {
    let turned = read(TURNED);
    for (path, text) in [
        ("cover.number", "8"),
        ("cover.title", "介護保険に関する事務　基礎項目評価書"),
        ("cover.published", "令和7年5月30日"),
        ("affair.name", "介護保険に関する事務"),
    ] {
        assert_eq!(get(&turned, path), text, "{path} {:?}", turned.suggestions());
    }
    assert!(get(&turned, "cover.declaration").ends_with("宣言する。"));
    // Nothing says that the rest is the body.
    assert_eq!(get(&turned, "cover.body"), "");
    // A second block of the same kind leaves both open.
    for (more, path) in [("12\n\n特記", "cover.number"), ("乙に関する事務 基礎項目評価書\n\n特記", "cover.title")]
    {
        let text = TURNED.replace("甲市長\n", &format!("甲市長\n\n{more}\n"));
        assert_eq!(get(&read(&text), path), "", "{more}");
    }
    let two_days = TURNED.replace("甲市長\n", "甲市長\n\n令和6年4月1日\n");
    assert_eq!(get(&read(&two_days), "cover.published"), "");
}

/// A form in order with each label of its first sections.
fn in_order(content: &str) -> String {
    let paper = mynumber_pia::Assessment::new("form_3_2024_10".parse().unwrap());
    let page = mynumber_pia::fixture::disturbed(&paper, &[], 1);
    page.replacen("②事務の内容", &format!("②事務の内容\n{content}"), 1)
}

#[test]
fn an_answer_before_a_label_that_is_not_there_may_contain_another() {
    let whole = in_order("要介護認定\n保険料の賦課");
    assert_eq!(get(&read(&whole), "affair.content"), "要介護認定／保険料の賦課");
    let lost = whole.replacen("③対象人数", "", 1);
    assert_ne!(whole, lost);
    assert_eq!(doubts(&read(&lost), "affair.content"), [Doubt::MayContinue]);
}

#[test]
fn a_choice_or_the_number_of_a_page_among_lines_of_a_text_is_a_doubt() {
    for strange in ["十分である", "- 3 -", "3 / 26", "1万人以上10万人未満"] {
        let read = read(&in_order(&format!("要介護認定\n{strange}\n保険料の賦課")));
        assert_eq!(doubts(&read, "affair.content"), [Doubt::MayContinue], "{strange}");
    }
    for usual in ["十分である。", "第3号／第26号", "3-26-1"] {
        let text = format!("要介護認定\n{usual}\n保険料の賦課");
        assert_eq!(get(&read(&in_order(&text)), "affair.content"), text.replace('\n', "／"), "{usual}");
    }
}

#[test]
fn numbers_of_pages_with_marks_are_no_part_of_an_answer() {
    let page = |number: usize| format!("評価書の脚注\n{number} / 3\n");
    let text = in_order(&format!("要介護認定\n{}保険料の賦課\n{}給付\n{}返還", page(1), page(2), page(3)));
    assert_eq!(get(&read(&text), "affair.content"), "要介護認定／保険料の賦課／給付／返還");
    // Two could be anything.
    let text = in_order(&format!("要介護認定\n{}保険料の賦課\n{}給付", page(1), page(2)));
    assert_eq!(doubts(&read(&text), "affair.content"), [Doubt::MayContinue]);
}

#[test]
fn letters_that_are_printed_twice_are_read_once() {
    let text = in_order("要介護認定").replacen("②事務の内容", "②②事事務務のの内内容容", 1);
    assert_eq!(get(&read(&text), "affair.content"), "要介護認定");
    // A number may have equal digits, and short words equal letters.
    for text in ["1100 2233", "ささき", "延々"] {
        assert_eq!(get(&read(&in_order(text)), "affair.content"), text);
    }
}

#[test]
fn lines_that_begin_with_a_full_width_blank_stay_lines() {
    let mut paper = mynumber_pia::Assessment::new("form_3_2024_10".parse().unwrap());
    for content in ["第一欄：被保険者\n　第二欄：資格\n第三欄：給付", "＜目的＞給付\n＜目的＞返還", "１　目的\n給付"]
    {
        paper.put_shown(&"affair.content".parse().unwrap(), content).unwrap();
        let page = mynumber_pia::form::Plain::new(&paper).to_string();
        let read = read(&page);
        assert_eq!(read.document().affair.content, paper.affair.content, "{content}: {:?}", read.suggestions());
    }
}
