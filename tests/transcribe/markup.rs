//! What a printed form may contain besides its text: tags of text recognition, entities, the markup of Markdown, the mark of
//! an excerpt and the edition.

use crate::reading::read_text as read;
use mynumber_pia::transcribe::{EditionBecause, TakenEdition, Transcription};
use mynumber_pia::value::choice::Extent;

const FORM: &str = "特定個人情報保護評価書（重点項目評価書）

［令和6年10月 様式3］

Ⅰ　基本情報
１．特定個人情報ファイルを取り扱う事務
①事務の名称　介護保険に関する事務
②事務の内容
要介護認定
③対象人数　[ 1万人以上10万人未満 ]　＜選択肢＞
1) 1,000人未満 2) 1,000人以上1万人未満
２．特定個人情報ファイルを取り扱う事務において使用するシステム
システム1
①システムの名称　介護保険システム
③他のシステムとの接続
[ ] 情報提供ネットワークシステム [○] 庁内連携システム
[ ] 住民基本台帳ネットワークシステム [ ] 既存住民基本台帳システム
[○] 宛名システム等 [ ] 税務システム
[ ] その他
";

fn get(read: &Transcription, path: &str) -> String {
    crate::reading::get(read, path).replace('\n', "／")
}

#[test]
fn tags_and_entities_are_no_text() {
    for (content, says) in [
        ("要介護認定<br>保険料の賦課", "要介護認定／保険料の賦課"),
        ("要介護認定</p><p>保険料の賦課", "要介護認定／保険料の賦課"),
        ("要<b>介護</b><span class=\"x\">認定</span>", "要介護認定"),
        // Not a tag that text recognition writes.
        ("要介護<認定>の事務", "要介護<認定>の事務"),
        ("要介護<x>認定", "要介護<x>認定"),
        ("A&amp;B&lt;C&gt;&nbsp;D", "A&B<C> D"),
        ("A&B &copy; C", "A&B &copy; C"),
        ("要介護認定\r\n保険料の賦課\r", "要介護認定／保険料の賦課"),
        // The markup of Markdown is text where there is no table of Markdown.
        ("甲|乙\\*丙**丁", "甲|乙\\*丙**丁"),
        ("## 要介護認定", "要介護認定"),
        ("要介護認定 #1", "要介護認定 #1"),
    ] {
        let read = read(&FORM.replace("要介護認定", content));
        assert_eq!(get(&read, "affair.content"), says, "{content:?}");
        assert_eq!(get(&read, "population"), "1万人以上10万人未満", "{content:?}");
    }
}

#[test]
fn boxes_of_text_recognition_are_ticked() {
    let ticked = "庁内連携システム、宛名システム等";
    for (empty, full) in [
        ("<input type=\"checkbox\">", "<input type=\"checkbox\" checked>"),
        ("[<input type=\"checkbox\">]", "[<input type=\"checkbox\" checked>]"),
        ("［ <INPUT disabled> ］", "［ <INPUT checked=\"\" disabled> ］"),
    ] {
        let read = read(&FORM.replace("[○]", full).replace("[ ]", empty));
        assert_eq!(get(&read, "systems[0].connections"), ticked, "{full}");
    }
}

#[test]
fn the_edition_and_the_mark_of_an_excerpt() {
    let title = "特定個人情報保護評価書（重点項目評価書）";
    let tag = "［令和6年10月 様式3］";
    for (text, extent) in [
        (FORM.to_string(), Extent::Whole),
        (FORM.replace(title, &format!("{title}（抜粋）")), Extent::Excerpt),
        (FORM.replace(tag, &format!("{tag}（抜粋）")), Extent::Excerpt),
        (FORM.replace(&format!("{title}\n\n{tag}"), &format!("{title}　{tag}　（抜粋）")), Extent::Excerpt),
        // Not the title, but a text.
        (FORM.replace("要介護認定", "議事録（抜粋）"), Extent::Whole),
        (FORM.replace("要介護認定", "議事録（抜粋）による"), Extent::Whole),
    ] {
        let read = read(&text);
        assert_eq!(read.document().extent, extent, "{text}");
        let edition = (read.edition().edition.to_string(), read.edition().because);
        assert_eq!(edition, ("form_3_2024_10".to_string(), EditionBecause::Printed), "{text}");
        assert_eq!(get(&read, "affair.name"), "介護保険に関する事務");
    }
    // Without a printed edition, the newest of those that print most of the labels is taken, and the others are named.
    let taken = |text: &str| {
        let read = read(text);
        let TakenEdition { edition, because, ties, .. } = read.edition();
        assert_eq!(*because, EditionBecause::Labels);
        (edition.to_string(), ties.iter().map(ToString::to_string).collect::<Vec<String>>().join(" "))
    };
    let (form_3, form_4) = ("form_3_2014_04 form_3_2018_05", "form_4_2014_04 form_4_2016_01 form_4_2018_05");
    let untagged = FORM.replace(tag, "");
    assert_eq!(taken(&untagged), ("form_3_2024_10".into(), form_3.into()));
    // Without a title that names a kind, all forms are compared.
    let any = ("form_4_2024_10".into(), format!("{form_3} form_3_2024_10 {form_4}"));
    assert_eq!(taken(&untagged.replace(title, "")), any);
    assert_eq!(taken(&untagged.replace(title, "会議の資料（重点項目評価書）")), any);
    assert_eq!(taken(&untagged.replace(title, "特定個人情報保護評価書の案（重点項目評価書）")), any);
    // The first title counts, and a kind whose labels are fewer is taken as well.
    let second = "特定個人情報保護評価書（全項目評価書）";
    assert_eq!(taken(&untagged.replace(title, &format!("{title}\n{second}"))).0, "form_3_2024_10");
    assert_eq!(taken(&untagged.replace(title, &format!("{second}\n{title}"))).0, "form_4_2024_10");
    assert_eq!(taken(&untagged.replace(title, "特定個人情報保護評価書（基礎項目評価書）")).0, "form_2_2024_10");
}
