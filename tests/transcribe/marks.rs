//! The marks of a printed form: which choice or box a mark is of, and when that is in doubt.

use crate::reading::{get, read_text};
use mynumber_pia::transcribe::{Doubt, Transcription};

/// A form with this text after the label of the choice, and after that of the boxes.
fn read(population: &str, connections: &str) -> Transcription {
    read_text(&format!(
        "特定個人情報保護評価書（重点項目評価書）

［令和6年10月 様式3］

Ⅰ　基本情報
１．特定個人情報ファイルを取り扱う事務
①事務の名称　介護保険に関する事務
③対象人数　{population}
２．特定個人情報ファイルを取り扱う事務において使用するシステム
システム1
①システムの名称　介護保険システム
③他のシステムとの接続
{connections}
"
    ))
}

/// The texts suggested at a path, with their doubts.
fn suggested<'r>(read: &'r Transcription, path: &str) -> Vec<(&'r str, &'r Doubt)> {
    let all = read.suggestions().iter().filter(|one| one.path.to_string() == path);
    all.map(|one| (one.text.as_str(), &one.reason)).collect()
}

#[test]
fn a_choice_is_certain_only_if_no_mark_is_against_it() {
    let label = "1,000人以上1万人未満";
    for certain in
        ["[ 1,000人以上1万人未満 ]", "1,000人以上1万人未満", "[○] 1,000人以上1万人未満", "○ 1,000人以上1万人未満"]
    {
        let read = read(certain, "[○] 税務システム");
        assert_eq!((get(&read, "population").as_str(), suggested(&read, "population")), (label, vec![]), "{certain}");
    }
    for doubted in ["[ ] 1,000人以上1万人未満", "[○] [ ] 1,000人以上1万人未満", "1,000人以上1万人未満 ○"]
    {
        let read = read(doubted, "[○] 税務システム");
        let found = (get(&read, "population"), suggested(&read, "population"));
        assert_eq!(found, (String::new(), vec![(label, &Doubt::MarkFloats)]), "{doubted}");
    }
}

#[test]
fn a_box_is_certain_only_if_it_has_one_mark() {
    let rest = "[ ] 情報提供ネットワークシステム [ ] 庁内連携システム [ ] 住民基本台帳ネットワークシステム \
                [ ] 既存住民基本台帳システム [○] 宛名システム等";
    for (own, says) in [
        ("[○] 税務システム [ ] その他", "宛名システム等、税務システム"),
        ("[ ] 税務システム [○] その他 （ 審査会 ）", "宛名システム等、その他"),
        ("[?] 税務システム [ ] その他 （ ）", "宛名システム等、税務システム？"),
        // Printed twice, with two marks.
        ("[○] 税務システム [ ] 税務システム [ ] その他", "宛名システム等、税務システム？"),
        ("[○] 税務システム [○] 税務システム [ ] その他", "宛名システム等、税務システム"),
    ] {
        let read = read("[ ]", &format!("{rest} {own}"));
        assert_eq!(get(&read, "systems[0].connections"), says, "{own}");
        let other = if own.contains("審査会") { "審査会" } else { "" };
        assert_eq!(get(&read, "systems[0].connections_other"), other, "{own}");
        assert!(read.suggestions().is_empty(), "{own}: {:?}", read.suggestions());
    }
    // A bracket that does not open: the mark may be of another box.
    let read = read("[ ]", &format!("{rest} ○] 税務システム [ ] その他"));
    let found = suggested(&read, "systems[0].connections");
    assert_eq!(found, [("宛名システム等、税務システム？", &Doubt::MarkFloats)]);
}
