//! What `transcribe` reads from short texts: choices, boxes, markup, editions, lists.

use crate::reading::read_text as read;
use mynumber_pia::transcribe::{Doubt, EditionBecause, Fate, Transcription};
use mynumber_pia::value::choice::Extent;
use mynumber_pia::value::kind::FormEdition;

/// A form with these lines in the section of the affair.
fn affair(lines: &str) -> String {
    format!(
        "［令和6年10月 様式3］\n\nⅠ　基本情報\n１．特定個人情報ファイルを取り扱う事務\n{lines}\n\
        ６．評価実施機関における担当部署\n①部署　福祉部\n②所属長の役職名　課長\n"
    )
}

/// A form with these lines below 「他のシステムとの接続」 of a system.
fn system(lines: &str) -> String {
    affair(&format!(
        "①事務の名称　介護保険\n２．特定個人情報ファイルを取り扱う事務において使用するシステム\nシステム1\n\
        ①システムの名称　介護保険システム\n③他のシステムとの接続\n{lines}"
    ))
}

/// The answer at a path, and the suggestions for it with their reasons.
fn said(read: &Transcription, path: &str) -> String {
    let answer = read.document().get(&path.parse().unwrap()).map(|value| value.to_string());
    let suggestions = read.suggestions().iter().filter(|one| one.path.to_string() == path);
    let suggestions = suggestions.map(|one| {
        let reason = match &one.reason {
            Doubt::Refused { .. } => "refused".to_string(),
            reason => format!("{reason:?}"),
        };
        format!("{} ({reason})", one.text)
    });
    let all = answer.into_iter().filter(|answer| !answer.is_empty()).chain(suggestions);
    all.collect::<Vec<_>>().join(" | ").replace('\n', "／")
}

/// The parts of the source that give the answer at a path.
fn parts<'a>(text: &'a str, read: &Transcription, path: &str) -> Vec<&'a str> {
    let own = |fate: &Fate| match fate {
        Fate::Answer { path: own, .. } | Fate::Suggested { path: own, .. } => own.to_string() == path,
        Fate::Label | Fate::Choices | Fate::Mark | Fate::Furniture | Fate::LeftOver => false,
    };
    let spans = read.spans().iter().filter(|span| own(&span.fate));
    spans.map(|span| &text[span.range.start..span.range.end]).collect()
}

#[test]
fn the_choice_that_is_marked_is_read() {
    for (printed, expected) in [
        ("[ 1万人以上10万人未満 ]", "1万人以上10万人未満"),
        ("[○] 1万人以上10万人未満", "1万人以上10万人未満"),
        // A word printed again says nothing new.
        ("[ 1万人以上10万人未満 ] 1万人以上10万人未満", "1万人以上10万人未満"),
        // An empty box says that the choice is not made, and a mark beside no choice may belong to another.
        ("[ ] 1万人以上10万人未満", "1万人以上10万人未満 (MarkFloats)"),
        ("1万人以上10万人未満 ○", "1万人以上10万人未満 (MarkFloats)"),
        ("[○] 1万人以上10万人未満 ○", "1万人以上10万人未満 (MarkFloats)"),
        // The list that the form prints is no answer, wherever it is.
        ("1） 1,000人未満 [ 1万人以上10万人未満 ]", "1万人以上10万人未満"),
        ("[ 1万人以上10万人未満\n1） 1,000人未満\n]", "1万人以上10万人未満"),
        ("[ 1万人以上10万人未満 ]\n＜選択肢＞\n1） 1,000人未満", "1万人以上10万人未満"),
    ] {
        let text = affair(&format!("③対象人数　{printed}"));
        assert_eq!(said(&read(&text), "population"), expected, "{printed}");
    }
}

#[test]
fn a_text_with_a_choice_of_another_item_may_contain_what_belongs_elsewhere() {
    for (content, doubt) in [
        ("要介護認定\n1） 十分である", " (MayContinue)"),
        ("要介護認定　様式7\n1） 十分である", " (MayContinue)"),
        // No list of the form has so many choices.
        ("要介護認定\n101） 十分である", ""),
        ("要介護認定\n1） 訪問", ""),
    ] {
        let text = affair(&format!("②事務の内容\n{content}"));
        assert_eq!(said(&read(&text), "affair.content"), format!("{}{doubt}", content.replace('\n', "／")));
    }
}

#[test]
fn boxes_are_read_with_their_marks() {
    let first = "[ ] 情報提供ネットワークシステム [○] 庁内連携システム\n[ ] 住民基本台帳ネットワークシステム \
        [ ] 既存住民基本台帳システム\n[○] 宛名システム等 ";
    for (last, expected, other) in [
        ("[ ] 税務システム\n[ ] その他 （ ）", "庁内連携システム、宛名システム等", ""),
        ("[○] 税務システム [ ] その他", "庁内連携システム、宛名システム等、税務システム", ""),
        // A box in the text after another is part of the text.
        (
            "[ ] 税務システム\n[○] その他 （ [○] 税務システム ）",
            "庁内連携システム、宛名システム等、その他",
            "[○] 税務システム",
        ),
        // A box that is printed twice: with the same mark, and with another.
        ("[○] 税務システム [○] 税務システム [ ] その他", "庁内連携システム、宛名システム等、税務システム", ""),
        ("[○] 税務システム [ ] 税務システム [ ] その他", "庁内連携システム、宛名システム等、税務システム？", ""),
        // A bracket whose beginning is lost.
        (
            "[ ] 税務システム\n] その他",
            "庁内連携システム、宛名システム等、その他？ | 庁内連携システム、宛名システム等、その他？ (MarkFloats)",
            "",
        ),
        // A longer word is no box of the form.
        (
            "[○] 税務システムの旧版 [ ] その他",
            "庁内連携システム、宛名システム等、税務システム？ | 庁内連携システム、宛名システム等、税務システム？ (MayContinue)",
            "",
        ),
    ] {
        let read = read(&system(&format!("{first}{last}")));
        assert_eq!(said(&read, "systems[0].connections"), expected, "{last}");
        assert_eq!(said(&read, "systems[0].connections_other"), other, "{last}");
    }
    let text = system("[ ] 情報提供ネットワークシステム [○] 庁内連携システム （ 甲 ）\n[？] 税務システム\n] その他");
    let spans = parts(&text, &read(&text), "systems[0].connections");
    assert_eq!(spans, ["[ ] 情報提供ネットワークシステム [○] 庁内連携システム", "[？] 税務システム\n] その他"]);
}

#[test]
fn markup_is_no_part_of_a_text() {
    for (printed, expected) in [
        ("<b>甲</b>乙<span class=\"x\">丙</span>", "甲乙丙"),
        ("甲<br/>乙<p>丙</p>", "甲／乙／丙"),
        ("甲&lt;乙&gt;丙&amp;丁", "甲<乙>丙&丁"),
        ("甲&nbsp;乙&#32;丙", "甲 乙 丙"),
        // What only looks like markup.
        ("甲<乙>丙 <a> 丁", "甲<乙>丙 <a> 丁"),
        ("甲&乙; C#の事務 ##", "甲&乙; C#の事務 ##"),
        ("甲\\*乙 丙|丁 **戊**", "甲\\*乙 丙|丁 **戊**"),
    ] {
        let text = affair(&format!("##　①事務の名称　介護\n②事務の内容\n{printed}"));
        assert_eq!(said(&read(&text), "affair.content"), expected, "{printed}");
        assert_eq!(said(&read(&text), "affair.name"), "介護", "{printed}");
    }
    let text = affair("①事務の名称　&lt;甲&gt;");
    assert_eq!(parts(&text, &read(&text), "affair.name"), ["&lt;甲&gt;"]);
    // A text may end with the marks of a heading.
    assert_eq!(read("①事務の名称\n##").spans().last().unwrap().range.end, "①事務の名称\n##".len());
    // In a text with a table of Markdown, its signs are markup; a bar is one only in a row.
    let text = affair("| ①事務の名称 | 介護 |\n|---|---|\n\n②事務の内容\n甲|乙 \\*丙 **丁**");
    let read_table = read(&text);
    assert_eq!(said(&read_table, "affair.name"), "介護");
    assert_eq!(said(&read_table, "affair.content"), "甲|乙 *丙 丁");
    // Line breaks of two characters.
    let text = affair("①事務の名称　介護\n②事務の内容\n甲\n乙");
    assert_eq!(read(&text.replace('\n', "\r\n")).document(), read(&text).document());
}

#[test]
fn boxes_of_text_recognition_are_read() {
    for (printed, expected) in [
        ("<input type=\"checkbox\" checked> 税務システム", "税務システム"),
        ("[ <input type=\"checkbox\" checked> ] 税務システム", "税務システム"),
        ("<input type=\"checkbox\"> 税務システム", ""),
        ("[<INPUT type=\"checkbox\">] 税務システム", ""),
    ] {
        let others = "[ ] 情報提供ネットワークシステム [ ] 庁内連携システム [ ] 住民基本台帳ネットワークシステム \
            [ ] 既存住民基本台帳システム [ ] 宛名システム等";
        let read = read(&system(&format!("{others}\n{printed}\n[ ] その他")));
        assert_eq!(said(&read, "systems[0].connections"), expected, "{printed}");
    }
}

#[test]
fn the_edition_and_the_extent_are_read_from_the_title() {
    let title = "特定個人情報保護評価書（重点項目評価書）";
    let (form_3, form_4) = ("form_3_2024_10", "form_4_2024_10");
    for (lines, edition, because, extent) in [
        ("［令和6年10月 様式3］", form_3, EditionBecause::Printed, Extent::Whole),
        ("［令和6年10月 様式4］", form_4, EditionBecause::Printed, Extent::Whole),
        ("［令和6年10月 様式3］\n［令和6年10月 様式4］", form_3, EditionBecause::Printed, Extent::Whole),
        // Beside other words, it is the edition of another paper, except in the title.
        ("旧様式 ［令和6年10月 様式4］", form_3, EditionBecause::Labels, Extent::Whole),
        (&format!("{title} ［令和6年10月 様式3］"), form_3, EditionBecause::Printed, Extent::Whole),
        (title, form_3, EditionBecause::Labels, Extent::Whole),
        (&format!("{title}（抜粋）"), form_3, EditionBecause::Labels, Extent::Excerpt),
        ("［令和6年10月 様式3］（抜粋）", form_3, EditionBecause::Printed, Extent::Excerpt),
        // The words in a sentence.
        (
            "この資料は 特定個人情報保護評価書（重点項目評価書）（抜粋）です",
            form_3,
            EditionBecause::Labels,
            Extent::Whole,
        ),
        ("議事録（抜粋）", form_3, EditionBecause::Labels, Extent::Whole),
        ("［別紙］（抜粋）による", form_3, EditionBecause::Labels, Extent::Whole),
    ] {
        let text = affair("①事務の名称　介護").replacen("［令和6年10月 様式3］", lines, 1);
        let read = read(&text);
        let taken = read.edition();
        assert_eq!((taken.edition.to_string().as_str(), taken.because), (edition, because), "{lines}");
        assert_eq!(read.document().extent, extent, "{lines}");
        let is_title = because == EditionBecause::Printed || extent == Extent::Excerpt || lines == title;
        assert_eq!(read.spans()[0].fate == Fate::Label, is_title, "{lines}");
    }
}

#[test]
fn editions_with_as_many_labels_are_named() {
    let known: Vec<FormEdition> = FormEdition::KNOWN.iter().map(|known| known.edition).collect();
    let (last, others) = known.split_last().unwrap();
    // A text without a label fits them all.
    let read_none = read("会議の記録");
    assert_eq!((read_none.edition().edition, read_none.edition().ties.as_slice()), (*last, others));
    // Both editions of the form have these labels.
    let text = affair("①事務の名称　介護\n②事務の内容\n認定\n③対象人数　[ 1万人以上10万人未満 ]");
    let read = read(&text.replace("［令和6年10月 様式3］", ""));
    let ties: Vec<String> = read.edition().ties.iter().map(ToString::to_string).collect();
    assert_eq!(
        (read.edition().edition.to_string(), ties),
        ("form_3_2024_10".into(), vec!["form_3_2018_05".to_string()])
    );
}

#[test]
fn the_lines_of_a_list_are_its_entries() {
    for (lines, expected) in [
        ("（１） 甲\n（２） 乙", ["甲", "乙", ""]),
        ("１． 甲\n２． 乙\n丙", ["甲", "乙丙 (MayContinue)", ""]),
        // A gap in the numbers.
        ("（１） 甲\n（３） 乙", ["甲", "乙 (WhichBlock)", ""]),
        ("甲", ["甲", "", ""]),
        // Without numbers, an entry may have two lines.
        ("甲\n乙", ["甲 (MayContinue)", "乙 (MayContinue)", ""]),
        // What is not on the form ends with its line or with the next number.
        ("（１） 甲\n（様式外：備考）　丙\n丁\n（２） 乙", ["甲", "乙", ""]),
        ("甲\n（様式外：備考）　丙", ["甲", "", ""]),
        ("甲\n（様式外：備考）\n丙", ["甲", "", ""]),
        // A list with numbers begins with one.
        ("甲\n（２） 乙", ["甲 (MayContinue)", "（２） 乙 (MayContinue)", ""]),
        ("（１） 甲\n（2 乙", ["甲（2 乙 (MayContinue)", "", ""]),
    ] {
        let read = read(&affair(&format!("①事務の名称　介護\n３．特定個人情報ファイル名\n{lines}")));
        let said: Vec<String> = (0..3).map(|index| said(&read, &format!("files[{index}].name"))).collect();
        assert_eq!(said, expected, "{lines}");
    }
}

#[test]
fn a_bracket_at_the_end_of_a_line_is_of_the_next_box() {
    let page = |boxes: &str| {
        format!(
            " ③対象人数 [ 1万人以上10万人未満\n\n]\n\n Ⅰ　基本情報\n\n ①事務の名称 介護保険\n\n \
            １．特定個人情報ファイルを取り扱う事務\n\n ②所属長の役職名 課長\n\n \
            ６．評価実施機関における担当部署\n\n ①部署 介護保険課\n\n システム1\n\n ①システムの名称 甲\n\n \
            ③他のシステムとの接続\n\n{boxes}\n\n ②システムの機能\n\n 乙\n\n \
            ２．特定個人情報ファイルを取り扱う事務において使用するシステム\n"
        )
    };
    let rest = "[ ] 既存住民基本台帳システム [ ] 宛名システム等\n[ ] 税務システム [ ] その他";
    let [network, office, register] =
        ["情報提供ネットワークシステム", "庁内連携システム", "住民基本台帳ネットワークシステム"];
    for (boxes, expected) in [
        (format!("[ ] {network} [○\n] {office} [\n] {register}"), office.to_string()),
        (format!("[○] {network} [\n] {office} [○\n] {register}"), format!("{network}、{register}")),
        // Without a mark on its own, a box that is open is not ticked. One whose label is not there is not known.
        (format!("[○] {network}\n] {office}"), format!("{network}、{register}？")),
        (format!("[○] {network}\n] {office}\n]"), format!("{network}、{register}？")),
        (format!("[○] {network} [\n] {office}\n] {register}\n○"), format!("{network}、{register}？")),
    ] {
        let read = read(&page(&format!("{boxes}\n{rest}")));
        let suggestions = read.suggestions().iter();
        let of_marks = suggestions.filter(|one| one.reason == Doubt::MarkFloats);
        let texts: Vec<(String, String)> = of_marks.map(|one| (one.path.to_string(), one.text.clone())).collect();
        assert_eq!(texts, [("systems[0].connections".to_string(), expected)], "{boxes}");
    }
}

#[test]
fn the_headings_of_record_items_begin_entries() {
    for (lines, expected) in [
        ("＜宛名＞\n氏名\n住所\n＜資格＞\n記号", ["宛名", "氏名／住所", "資格", "記号"]),
        ("氏名\n住所\n＜資格＞\n記号", ["", "氏名／住所", "資格", "記号"]),
        // A heading further to the right is part of an entry.
        ("＜宛名＞\n氏名\n  ＜転入者＞\n前住所\n＜資格＞\n記号", ["宛名", "氏名／＜転入者＞／前住所", "資格", "記号"]),
        ("＜宛名＞ 氏名\n＜資格＞ １．記号", ["宛名", "氏名", "資格", "１．記号"]),
    ] {
        let text = affair(&format!("①事務の名称　介護\n（別添１）特定個人情報ファイル記録項目\n{lines}"));
        let read = read(&text.replace("６．評価実施機関における担当部署\n①部署　福祉部\n②所属長の役職名　課長\n", ""));
        let said: Vec<String> = ["[0].heading", "[0].items", "[1].heading", "[1].items"]
            .map(|field| said(&read, &format!("record_items{field}")))
            .into();
        assert_eq!(said, expected, "{lines}");
    }
}

#[test]
fn a_label_is_found_without_its_number() {
    let numbered = affair("①事務の名称　介護\n②事務の内容\n認定");
    let bare = numbered.replace("Ⅰ　", "").replace("１．", "").replace("６．", "").replace(['①', '②'], "");
    for text in [&numbered, &bare] {
        let read = read(text);
        for (path, expected) in [("affair.name", "介護"), ("affair.content", "認定"), ("department.head", "課長")]
        {
            assert_eq!(said(&read, path), expected, "{path} in {text}");
        }
    }
}

#[test]
fn a_row_of_the_change_table_begins_with_its_date() {
    let table = "（別添２）変更箇所\n変更日\t項目\t変更前の記載\t変更後の記載\t提出時期\t提出時期に係る説明\n\
        令和5年4月1日\t②事務の内容\t旧い記載\t新しい記載\t事後\t軽微な変更\n";
    for more in ["", "以上\n", "\t③対象人数\t旧い人数\t新しい人数\t事後\t\n"] {
        let read = read(&affair(&format!("①事務の名称　介護\n{table}{more}")));
        assert_eq!(read.document().changes.len(), 1, "{more}");
        assert_eq!(said(&read, "changes[0].after"), "新しい記載", "{more}");
    }
}
