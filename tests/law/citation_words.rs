//! Each citation with the words that it is read from: the name of its law, 同法, brackets and line breaks belong to them, the
//! separators and the words of the sentence do not.

use mynumber_pia::law::{Citation, CitationError, Definitions, StatutoryBasis};

/// Each citation, and the words of the text that it is read from if they are not the same. `<n` is the citation that one goes
/// through, `~n` the row of an article. What is not cited comes last, with 「?」.
fn cited(text: &str) -> Vec<String> {
    let basis = StatutoryBasis::read(text);
    let words = |span: &std::ops::Range<usize>| text.chars().skip(span.start).take(span.len()).collect::<String>();
    let mark = |sign: &str, index: Option<usize>| index.map_or(String::new(), |index| format!("{sign}{index}"));
    let found = basis.found().iter().map(|found| {
        let (citation, words) = (found.citation.to_string(), words(&found.span));
        let words = if citation == words { String::new() } else { format!(" = {words}") };
        format!("{citation}{words}{}{}", mark("<", found.via), mark("~", found.row))
    });
    found.chain(basis.unresolved().iter().map(|one| format!("? {}", words(&one.span)))).collect()
}

fn found(text: &str) -> Vec<String> {
    StatutoryBasis::read(text).citations().map(Citation::to_string).collect()
}

#[track_caller]
fn cites(text: &str, citations: &[&str]) {
    assert_eq!(cited(text), citations, "{text}");
}

/// A bracket after the name of a law belongs to it if it has the number of the law, a short name or its title again. Any other
/// bracket before the place is read on its own.
#[test]
fn brackets_between_a_law_and_its_place() {
    let order = "別表の主務省令で定める事務を定める命令";
    cites("番号法（抄）第9条", &["番号法第9条 = 番号法（抄）第9条"]);
    cites("番号法 （平成25年法律第27号）第9条", &["番号法第9条 = 番号法 （平成25年法律第27号）第9条"]);
    cites(
        "番号法第9条、同法別表主務省令（「別表の主務省令で定める事務を定める命令」）第24条",
        &["番号法第9条", &format!("{order}第24条 = 同法別表主務省令（「{order}」）第24条")],
    );
    cites("番号法（「国民健康保険法」）第9条", &["国民健康保険法", "番号法第9条 = 第9条"]);
    cites("番号法（「番号法等」）第9条", &["番号法", "番号法第9条 = 第9条"]);
    // 様式第3号 is not the number of a law, so it does not make a title of what is before it.
    cites("甲乙法（様式第3号）による", &[]);
    cites("甲乙法（平成七年法律第三号）による", &["甲乙法"]);
    // After the bracket, 同法 is the law that was first named in it.
    cites(
        "（番号法（抄）第9条、国民健康保険法第3条）同法第5条",
        &["番号法第9条 = 番号法（抄）第9条", "国民健康保険法第3条", "国民健康保険法第5条 = 同法第5条"],
    );
}

#[test]
fn brackets_that_define_nothing() {
    for text in [
        "番号法（甲市規則）による",
        "東町個人番号条例（「基準」という。）第3条",
        "東町個人番号条例（別に「基準」という。）第3条",
        "番号法（東町における個人番号の利用及び特定個人情報の提供に関する東町個人番号利用条例）第9条",
        "番号法（「別表省令」）第9条",
    ] {
        let mut names = Definitions::new();
        names.learn(text);
        assert_eq!(names.iter().count(), 0, "{text}");
    }
    let mut names = Definitions::new();
    names.learn("東町個人番号の利用に関する条例（東町番号条例）第9条");
    assert_eq!(names.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["東町番号条例"]);
}

#[test]
fn titles_in_quotation_marks() {
    let amending = "甲乙法の一部を改正する法律";
    cites(&format!("番号法第9条及び「{amending}」の施行（注）"), &["番号法第9条", amending]);
    cites("「児童手当法施行令」による", &["児童手当法施行令"]);
    cites("「児童手当法の一部を改正する法律」による", &["児童手当法の一部を改正する法律"]);
    cites("「国民健康保険法、甲乙法（令和元年法律第九号）」", &["国民健康保険法", "甲乙法"]);
    for (length, is_read) in [(119, true), (120, true), (121, false)] {
        let title = format!("{}の一部を改正する法律", "甲".repeat(length - 10));
        for text in [format!("「{title}」"), format!("番号法第9条及び「{title}」")] {
            assert_eq!(cited(&text).contains(&title), is_read, "{length}");
        }
    }
    cites("「…をいう。」第4条", &["第4条"]);
}

#[test]
fn the_same_law_and_its_orders() {
    cites("番号法第9条、民法の規定により、同法第3条", &["番号法第9条", "民法第3条 = 同法第3条"]);
    cites("健康保険法施行令第32条、同令第33条", &["健康保険法施行令第32条", "健康保険法施行令第33条 = 同令第33条"]);
    cites(
        "東町個人番号条例第4条、同条例別表の2の項",
        &["東町個人番号条例第4条", "東町個人番号条例別表の2の項 = 同条例別表の2の項"],
    );
    cites(
        "国保法第9条、同法施行令第1条",
        &["国民健康保険法第9条 = 国保法第9条", "国民健康保険法施行令第1条 = 同法施行令第1条"],
    );
    // An order that is named without a place is not its Act.
    for text in ["地方税法施行令による", "地方税法施行規則の規定により", "地方税法施行令による額"]
    {
        cites(text, &[]);
    }
    cites("地方税法施行令により、同令第3条", &["地方税法施行令第3条 = 同令第3条"]);
    cites("地方税法施行令の規定による国民健康保険法第3条", &["国民健康保険法第3条"]);
    cites("地方税法施行令の規定による東町税条例第3条", &["東町税条例第3条"]);
    cites("地方税法の施行について", &["地方税法"]);
    cites(
        "地方税法施行令の規定による国民健康保険法（昭和33年法律第192号）第3条",
        &["国民健康保険法第3条 = 国民健康保険法（昭和33年法律第192号）第3条"],
    );
    // Under another item than 第8号, the order on provision is not meant.
    cites("番号法第9条第2項に基づく主務省令第2条", &["番号法第9条第2項", "主務省令第2条<0"]);
    cites(
        "番号法第19条第8号に基づく主務省令",
        &["番号法第19条第8号", "利用特定個人情報の提供に関する命令 = 主務省令<0"],
    );
    // A title that does not read back is not one, whatever was read before it.
    cites("丙条例第1条、甲×乙条例第3条", &["丙条例第1条"]);
    // 法 alone is no law that 同法 could mean.
    cites("番号法第9条、法の規定、同法第3条", &["番号法第9条", "番号法第3条 = 同法第3条"]);
    // No order was named before.
    cites("番号法第9条、同法主務省令第3条", &["番号法第9条", "第3条"]);
    assert!("地方税法施行令による".parse::<Citation>().is_err());
    // 当町 and 本市 are no part of a title.
    cites("当町における個人情報保護条例第3条", &["個人情報保護条例第3条"]);
    cites("番号法第9条、本市の条例第3条", &["番号法第9条", "条例第3条"]);
    for none in ["当町個人情報保護条例第3条", "当町に係る条例第3条", "当の条例第3条"] {
        cites(none, &[]);
    }
    let title = "番号法の施行に伴う関係法律の整備等に関する法律";
    cites(&format!("{title}第3条"), &[&format!("{title}第3条")]);
    // A title of the tables is cited after 「に基づく」, a short name is not.
    cites("に基づく恩給法による", &["恩給法"]);
    let defines = "東町番号条例（以下「東例」という。）第3条";
    cites(&format!("{defines}。に基づく東例第4条"), &[&format!("東町番号条例第3条 = {defines}")]);
    cites("番号法の規定による条例第3条", &["番号法", "条例第3条"]);
}

/// 令和元年法律第3号 is a law by itself where it begins, but not after another word or in brackets.
#[test]
fn numbers_of_laws() {
    cites("令和元年法律第3号による", &["令和元年法律第3号"]);
    cites("（平成25年法律第27号）による", &[]);
    cites("甲令和元年法律第3号による", &[]);
    assert_eq!(
        "（平成25年法律第27号）".parse::<Citation>().unwrap_err(),
        CitationError::None { seen: "（平成25年法律第27号）".into() }
    );
    cites("第五十条改正後国保法第9条", &["第五十条改正後国保法第9条"]);
    cites("東町改正後国保法第9条", &["改正後国保法第9条"]);
}

#[test]
fn lists_of_places() {
    cites("国民健康保険法第9条・第3項", &["国民健康保険法第9条", "国民健康保険法第9条第3項 = 第3項"]);
    cites("国民健康保険法第10条及び第7条", &["国民健康保険法第10条", "国民健康保険法第7条 = 第7条"]);
    cites("国民健康保険法第10条並びに第7条", &["国民健康保険法第10条", "第7条"]);
    cites("国民健康保険法第10条並びに第10条", &["国民健康保険法第10条", "国民健康保険法第10条 = 第10条"]);
    cites("国民健康保険法第53条第5号イ", &["国民健康保険法第53条第5号イ"]);
    // A letter of a word is no sub-item.
    cites("国民健康保険法第53条第5号イイ", &["国民健康保険法第53条第5号"]);
    // An item without 第 follows an item only.
    let items = ["国民健康保険法第9条第1項第2号", "国民健康保険法第9条第1項第5号 = 5号"];
    cites("国民健康保険法第9条第1項第2号、5号", &items);
    cites("国民健康保険法第9条第1項、5号", &["国民健康保険法第9条第1項"]);
    cites("国民健康保険法第9条、5号", &["国民健康保険法第9条"]);
    cites("国民健康保険法第9条、5項", &["国民健康保険法第9条"]);
    // A mark ends a title.
    cites("①甲乙法第3条②丙丁条例第4条", &["甲乙法第3条", "丙丁条例第4条"]);
    cites("番号法附則第3項、第4項", &["番号法附則第3項", "番号法附則第4項 = 第4項"]);
    cites("国民健康保険法第3条第1項中第5条第2項", &["国民健康保険法第3条第1項", "第5条第2項"]);
    // After brackets, the list goes on, and 同条 and 同法 mean what they meant before.
    cites(
        "国民健康保険法第9条（介護保険法第3条第1項）、同条第2項",
        &["国民健康保険法第9条", "介護保険法第3条第1項", "国民健康保険法第9条第2項 = 同条第2項"],
    );
    cites(
        "介護保険法第3条（国民健康保険法第9条（注）、第10条、同法第4条）、同法第5条",
        &[
            "介護保険法第3条",
            "国民健康保険法第9条",
            "国民健康保険法第10条 = 第10条",
            "国民健康保険法第4条 = 同法第4条",
            "介護保険法第5条 = 同法第5条",
        ],
    );
}

/// 「第1・2項」: the paragraphs or items of one unit, each with its number. The unit belongs to the last.
#[test]
fn places_that_share_a_unit() {
    let first = "番号法第9条第1項 = 番号法第9条第1";
    cites("番号法第9条第1・2項", &[first, "番号法第9条第2項 = 2項"]);
    cites("番号法第9条第1・2・3項", &[first, "番号法第9条第2項 = 2", "番号法第9条第3項 = 3項"]);
    cites("番号法第9条第1項第1・2号", &["番号法第9条第1項第1号 = 番号法第9条第1項第1", "番号法第9条第1項第2号 = 2号"]);
    for (text, citation) in [
        ("番号法第9条第1及び2項", "番号法第9条"),
        ("番号法第9条第1・2項の3", "番号法第9条"),
        ("番号法第9条第1項第1・2項", "番号法第9条第1項"),
        ("番号法第9条第1号第1・2項", "番号法第9条第1号"),
        ("番号法第9条第1号第2・3号", "番号法第9条第1号"),
    ] {
        let cited = cited(text);
        assert_eq!(cited, [citation], "{text}");
    }
}

/// What is too far away is not looked at, so that reading takes time in proportion to the length.
#[test]
fn how_far_a_reference_reaches() {
    let far = |count| "甲".repeat(count);
    // A table, after the citation that names its law.
    for (count, law) in [(38, "番号法"), (39, "")] {
        let table = format!("{law}別表第一");
        assert_eq!(found(&format!("番号法第9条第1項の{}は別表第一", far(count))), ["番号法第9条第1項", &table]);
    }
    // A bracket between a law and its place.
    for (count, citations) in [(118, vec!["番号法第9条"]), (119, vec!["番号法", "第9条"])] {
        assert_eq!(found(&format!("番号法（{}）第9条", far(count))), citations);
    }
    // Numbers below a heading.
    for (count, rows) in [(38, 3), (39, 0)] {
        let blanks = " ".repeat(count);
        assert_eq!(found(&format!("（別表第二における情報照会の根拠）{blanks}・42,43,44")).len(), rows);
    }
}

/// A place after a word that is no law is not cited. A part of an article, in a text that does not say which one, is reported.
#[test]
fn places_without_a_law() {
    for text in ["契約書第5条", "契約書から第5条", "契約書第3項", "契約書の第3項"] {
        cites(text, &[]);
    }
    for text in ["甲書及び第5条", "甲書、第5条", "甲書による第5条"] {
        cites(text, &["第5条"]);
    }
    // A law has no paragraphs outside of its articles.
    cites("国民健康保険法第2項", &["国民健康保険法"]);
    cites("第2項の規定により", &["? 第2項"]);
    cites("前項及び第2項第3号の規定により", &["? 前項", "? 第2項第3号"]);
    cites("番号法第9条による第2項", &["番号法第9条"]);
    // In brackets, it is a part of what was just cited, if that has none.
    cites("番号法第9条第1項（第3号を除く。）", &["番号法第9条第1項", "番号法第9条第1項第3号 = 第3号"]);
    cites("番号法第9条第1項（第2項を除く。）", &["番号法第9条第1項", "? 第2項"]);
    cites("番号法第9条第1項第2号（第3号を除く。）", &["番号法第9条第1項第2号", "? 第3号"]);
    // The caption of an article belongs to a place in it.
    cites("番号法第14条（提供の要求）第2項", &["番号法第14条第2項 = 番号法第14条（提供の要求）第2項"]);
    cites("番号法第14条（提供の要求）第15条", &["番号法第14条", "第15条"]);
    cites("番号法第14条（提供の要求）2項", &["番号法第14条"]);
    cites("番号法第14条（提供の要求）　第2項", &["番号法第14条", "? 第2項"]);
    cites("番号法第14条（提供の要求）、第15条", &["番号法第14条", "番号法第15条 = 第15条"]);
    // A definition may split an article.
    cites(
        "東町番号条例第（以下、「東例」という）3条及び東例第5条",
        &["東町番号条例第3条 = 東町番号条例第（以下、「東例」という）3条", "東町番号条例第5条 = 東例第5条"],
    );
}

/// The number of the article that the text is from is not a citation: 「第三十一条　市町村長は、…」.
#[test]
fn the_number_at_the_head_of_an_article() {
    cites("第三十一条　市町村長は、次の事務を行う。", &[]);
    cites("第三十一条　第五条の規定により、市町村長は公表する。", &["第5条 = 第五条"]);
    cites("第三十一条　第二項の規定により公表する。", &["第31条第2項 = 第三十一条　第二項"]);
    cites("第三十一条　市町村長", &["第31条 = 第三十一条"]);
    cites("番号法第3条　市町村長は、公表する。", &["番号法第3条"]);
    for text in [
        "第3条　30の項を定める。",
        "第3条　（注）公表する。",
        "第3条　及び次の者。",
        "第3条　1　公表する。",
        "第3条　別表を定める。",
    ] {
        assert_eq!(cited(text)[0], "第3条", "{text}");
    }
}

#[test]
fn tables_and_their_numbers() {
    cites("番号法別表第16項", &["番号法別表の16の項 = 番号法別表第16項"]);
    cites("番号法別表第6項", &["番号法別表の6の項 = 番号法別表第6項"]);
    cites("番号法別表第5項", &["番号法別表の5の項 = 番号法別表第5項"]);
    cites("番号法別表第一項及び第三項", &["番号法別表の1の項 = 番号法別表第一項", "番号法別表の3の項 = 第三項"]);
    cites("番号法別表第5項番48", &["番号法別表第五の48の項 = 番号法別表第5項番48"]);
    cites("番号法別表第2条", &["番号法別表", "番号法第2条 = 第2条"]);
    cites("番号法別表第3号", &["番号法別表", "? 第3号"]);
    cites("番号法別表1の30の項", &["番号法別表第一の30の項 = 番号法別表1の30の項"]);
    cites("番号法別表1の30項", &["番号法別表の1の30の項 = 番号法別表1の30項"]);
    cites("番号法別表1の30の2項", &["番号法別表の1の30の2の項 = 番号法別表1の30の2項"]);
    cites(
        "国民健康保険法第9条、番号法別表1の30の項",
        &["国民健康保険法第9条", "番号法別表第一の30の項 = 番号法別表1の30の項"],
    );
    cites("番号法別表1及び30の項", &["番号法別表の1の項 = 番号法別表1", "番号法別表の30の項 = 30の項"]);
    cites("番号法別表1の項", &["番号法別表の1の項 = 番号法別表1の項"]);
    cites("番号法別表1の30の者", &["番号法別表"]);
    cites("番号法別表1の30", &["番号法別表"]);
    let provision = "利用特定個人情報の提供に関する命令第2条";
    cites(&format!("{provision}表の48の項"), &[&format!("{provision}の表の48の項 = {provision}表の48の項")]);
    cites("番号法第2条表の者", &["番号法第2条"]);
    cites("番号法の別表第二", &["番号法別表第二 = 番号法の別表第二"]);
    cites("住民基本台帳法別表第一、別表第四", &["住民基本台帳法別表第一", "住民基本台帳法別表第四 = 別表第四"]);
    cites("住民基本台帳法別表第一から第四まで", &["住民基本台帳法別表第一"]);
    cites("住民基本台帳法別表から別表第四まで", &["住民基本台帳法別表"]);
    cites("住民基本台帳法別表第四から別表第四まで", &["住民基本台帳法別表第四"]);
    // A table has the law of the citation before it in the same clause.
    cites("番号法第9条第1項（利用範囲）別表第一", &["番号法第9条第1項", "番号法別表第一 = 別表第一"]);
    cites("番号法第9条第1項に規定する別表第一", &["番号法第9条第1項", "別表第一<0"]);
}

#[test]
fn rows_of_tables() {
    let order = "別表の主務省令で定める事務を定める命令";
    let act = "番号法別表第一";
    cites("24項　第16条第1項、30項　第24条", &["24の項 = 24項", "第16条第1項~0", "30の項 = 30項", "第24条~2"]);
    cites(
        "番号法別表第二 第27項、第42項",
        &["番号法別表第二の27の項 = 番号法別表第二 第27項", "番号法別表第二の42の項 = 第42項"],
    );
    cites(
        "番号法別表第二 第27、第42項",
        &["番号法別表第二の27の項 = 番号法別表第二 第27", "番号法別表第二の42の項 = 第42項"],
    );
    let range = "番号法別表第二の1の項から3の項まで";
    cites(range, &[range]);
    cites("番号法別表第二の1項から3項まで", &[&format!("{range} = 番号法別表第二の1項から3項まで")]);
    cites("番号法別表第二の1から3の項", &[&format!("{range} = 番号法別表第二の1から3の項")]);
    cites("番号法別表第二の3の項から3の項まで", &["番号法別表第二の3の項"]);
    cites(
        &format!("{act}の30の項。同表の31の項"),
        &["番号法別表第一の30の項", "番号法別表第一の31の項 = 同表の31の項"],
    );
    cites(&format!("{act}の30の項、同表の31の項"), &["番号法別表第一の30の項", "番号法別表第一の31の項 = 31の項"]);
    cites(&format!("{act}。30項"), &[act, "番号法別表第一の30の項 = 30項"]);
    // Without の項 or a table, a number is a row only if an article follows, or 無し.
    cites("30の項", &["30の項"]);
    cites("30項", &[]);
    cites("30項　無し", &["30の項 = 30項"]);
    cites("30項　第16条", &["30の項 = 30項", "第16条~0"]);
    // An article beside a row has 第.
    cites("24項　16条", &[]);
    cites("番号法別表第二の30の項　24条", &["番号法別表第二の30の項"]);
    // The order of the articles beside rows.
    cites(
        &format!("{act}の30の項、31の項　第24条の2"),
        &["番号法別表第一の30の項", "番号法別表第一の31の項 = 31の項", &format!("{order}第24条の2 = 第24条の2~1")],
    );
    cites("番号法別表の30の項　第24条", &["番号法別表の30の項", &format!("{order}第24条 = 第24条~0")]);
    cites("番号法別表第三の30の項　第24条", &["番号法別表第三の30の項", "第24条~0"]);
    cites("国民健康保険法別表第一の30の項　第24条", &["国民健康保険法別表第一の30の項", "第24条~0"]);
    // Bare numbers below a heading.
    let heading = "（別表第二における情報照会の根拠）";
    let rows = [42, 43, 44].map(|row| format!("別表第二の{row}の項 = {row}"));
    cites(&format!("{heading} ・42,43,44"), &rows.each_ref().map(String::as_str));
    for other in [" 42,43,44", " ・42,43", " 、42,43,44"] {
        cites(&format!("{heading}{other}"), &[]);
    }
    cites("別表第二における情報照会の根拠 ・42,43,44", &[]);
    // The row of a table in a paragraph, named after an article.
    cites(
        "国民健康保険法第28条第1項の表第86条第1項及び第2項の項、国民健康保険法第5条",
        &["国民健康保険法第28条第1項", "国民健康保険法第5条"],
    );
    cites(
        "国民健康保険法第28条第1項の表第86条の項による国民健康保険法第5条",
        &["国民健康保険法第28条第1項", "国民健康保険法第5条<0"],
    );
    cites("国民健康保険法第28条第1項の表第86条（第2項を除く。）の項", &["国民健康保険法第28条第1項", "? 第2項"]);
    cites(
        "国民健康保険法第28条第1項の表第86条の項、同表第90条及び第3項の項及び同法第5条",
        &["国民健康保険法第28条第1項", "国民健康保険法第5条 = 同法第5条"],
    );
    cites("国民健康保険法第28条第1項の表、第86条第1項", &["国民健康保険法第28条第1項", "第86条第1項"]);
}
