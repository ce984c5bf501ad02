//! Citations: spellings, lists, law through law, canonical form, order, dates and errors, and laws that hold for all of
//! them.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;
use mynumber_pia::law::{
    Absence, Bound, Citation, Definitions, Found, KnownLaw, Law, Locator, Number, PairEvidence, Part, Place,
    Renumbering, StatutoryBasis, TableRow, Validity, Why,
};
use mynumber_pia::value::text::Text;
use proptest::prelude::*;

/// The citations found in a text, in canonical form. `<n` is the citation that one goes through, `~n` the row of an
/// article.
fn found(text: &str) -> Vec<String> {
    let basis = StatutoryBasis::read(text);
    let mark = |sign: &str, index: Option<usize>| index.map_or(String::new(), |index| format!("{sign}{index}"));
    basis
        .found()
        .iter()
        .map(|found| format!("{}{}{}", found.citation, mark("<", found.via), mark("~", found.row)))
        .collect()
}

#[track_caller]
fn finds(text: &str, citations: &[&str]) {
    assert_eq!(found(text), citations, "{text}");
}

#[test]
fn places_in_every_depth() {
    finds("国民健康保険法第30条の9", &["国民健康保険法第30条の9"]);
    finds("児童福祉法第21条の5の31", &["児童福祉法第21条の5の31"]);
    finds("住民基本台帳法第7条 第10号の2", &["住民基本台帳法第7条第10号の2"]);
    finds("国保法第三十九条第一項第五号イ", &["国民健康保険法第39条第1項第5号イ"]);
    finds("番号利用法 附則第6条第4項", &["番号法附則第6条第4項"]);
    finds("地方自治法第236条1項", &["地方自治法第236条第1項"]);
    finds("番号法別表の44の項", &["番号法別表の44の項"]);
    finds("番号法別表85の項", &["番号法別表の85の項"]);
    finds("番号法別表第１の５９項", &["番号法別表第一の59の項"]);
    finds("番号法別表第1 項番30", &["番号法別表第一の30の項"]);
    finds("住民基本台帳法別表第1項番73の2", &["住民基本台帳法別表第一の73の2の項"]);
    finds("番号法の別表第二", &["番号法別表第二"]);
    finds("「国民健康保険法(昭和33年法律第192号)」第110条によって", &["国民健康保険法第110条"]);
    finds("条例別表第二の23、24の項", &["条例別表第二の23の項", "条例別表第二の24の項"]);
    finds("別表第一の16の項", &["別表第一の16の項"]);
    finds("第九条第一項", &["第9条第1項"]);
    finds("番号法附則第3項", &["番号法附則第3項"]);
    finds("番号法第14条（提供の要求）第2項", &["番号法第14条第2項"]);
    finds("番号法別表1の30の項", &["番号法別表第一の30の項"]);
    finds("番号法別表第一（第9条関係）10の項", &["番号法別表第一", "番号法別表第一の10の項"]);
    for between in ["の", "（", "「", "：", "　"] {
        finds(&format!("番号法{between}第9条第1項"), &["番号法第9条第1項"]);
    }
    finds("番号法十九条第八号", &["番号法第19条第8号"]);
    finds("住民基本台帳法別表第五項番2", &["住民基本台帳法別表第五の2の項"]);
    finds("番号法第9条第1項目", &["番号法第9条"]);
    // Brackets with a number are not the caption of the article.
    finds("番号法第14条（令和5年改正）第2項", &["番号法第14条"]);
}

#[test]
fn lines_break_within_names_and_numbers() {
    finds("国民健康保険　法第七十六条の四", &["国民健康保険法第76条の4"]);
    finds("国民健康保険\n法第七十六条の四", &["国民健康保険法第76条の4"]);
    finds(
        "番号利用法第19\n条第８号に基づく主務省令第２条の表の１３１の項",
        &["番号法第19条第8号", "利用特定個人情報の提供に関する命令第2条の表の131の項<0"],
    );
    finds("番号法別表第\n二の4\n8の項", &["番号法別表第二の48の項"]);
    finds("番号法第19条第\n8号", &["番号法第19条第8号"]);
    finds("番号法第 9 条第 1 項", &["番号法第9条第1項"]);
    finds("行政手続における特定の個人を識別するための番号\nの利用等に関する法律第1\n9条", &["番号法第19条"]);
}

#[test]
fn lists_and_ranges() {
    finds(
        "高齢者の医療の確保に関する法律第48条、50条、第54条第1項、第10項",
        &[
            "高齢者の医療の確保に関する法律第48条",
            "高齢者の医療の確保に関する法律第50条",
            "高齢者の医療の確保に関する法律第54条第1項",
            "高齢者の医療の確保に関する法律第54条第10項",
        ],
    );
    finds(
        "番号法別表第二の１３、１６、１９、１４５の項",
        &["番号法別表第二の13の項", "番号法別表第二の16の項", "番号法別表第二の19の項", "番号法別表第二の145の項"],
    );
    finds("番号法第９条第１項及び第２項", &["番号法第9条第1項", "番号法第9条第2項"]);
    finds(
        "地方税法第2条第4号、5号イ、ロ並びに第3条",
        &["地方税法第2条第4号", "地方税法第2条第5号イ", "地方税法第2条第5号ロ", "地方税法第3条"],
    );
    finds("地方税法第46条 第1項第1号、3号", &["地方税法第46条第1項第1号", "地方税法第46条第1項第3号"]);
    finds("国民健康保険法第50条から第55条の2に基づく", &["国民健康保険法第50条から第55条の2まで"]);
    finds("国民健康保険法第50条から第55条の2まで", &["国民健康保険法第50条から第55条の2まで"]);
    finds("国民健康保険法第5条第1項～第3項", &["国民健康保険法第5条第1項から第3項まで"]);
    finds("地方税法附則第2条、第3条第1項", &["地方税法附則第2条", "地方税法附則第3条第1項"]);
    finds(
        "番号法第9条第1・2項、第10条第１、３項",
        &["番号法第9条第1項", "番号法第9条第2項", "番号法第10条第1項", "番号法第10条第3項"],
    );
    finds("番号法第19条第7,8号", &["番号法第19条第7号", "番号法第19条第8号"]);
    finds("地方税法第20条の11ないし第20条の13", &["地方税法第20条の11から第20条の13まで"]);
    finds("番号法別表第一の16の項及び30の項", &["番号法別表第一の16の項", "番号法別表第一の30の項"]);
    finds(
        "番号法別表第二の三十の項、三十三の項並びに四十二の項",
        &["番号法別表第二の30の項", "番号法別表第二の33の項", "番号法別表第二の42の項"],
    );
    finds("番号法別表第二 第27項、第42項", &["番号法別表第二の27の項", "番号法別表第二の42の項"]);
    finds("番号法別表の1の項から3の項まで", &["番号法別表の1の項から3の項まで"]);
    finds("番号法別表第二の１～３、５の項", &["番号法別表第二の1の項から3の項まで", "番号法別表第二の5の項"]);
    finds(
        "番号法第19条第8号に基づく主務省令第2条の表の48の項及び同表の69の項、70の項",
        &[
            "番号法第19条第8号",
            "利用特定個人情報の提供に関する命令第2条の表の48の項<0",
            "利用特定個人情報の提供に関する命令第2条の表の69の項<0",
            "利用特定個人情報の提供に関する命令第2条の表の70の項<0",
        ],
    );
    finds("地方税法第5条第1項、第2項第3号", &["地方税法第5条第1項", "地方税法第5条第2項第3号"]);
    finds("地方税法附則第2条から附則第6条まで", &["地方税法附則第2条から第6条まで"]);
    // Items that share a unit have no branches.
    finds("番号法第19条第7・8号の2", &["番号法第19条"]);
    // A range that runs backwards is not read as a range.
    finds("地方税法第9条から第3条", &["地方税法第9条"]);
}

#[test]
fn law_through_law() {
    finds(
        "条例第4条第3項による番号利用法第19条第８号に基づく主務省令第２条の表の４８の項",
        &["条例第4条第3項", "番号法第19条第8号<0", "利用特定個人情報の提供に関する命令第2条の表の48の項<1"],
    );
    finds(
        "国民健康保険法第七十六条の四において準用する介護保険法第百三十六条第一項（同法第百四十条第三項において準用する場合を含む。）、\
         第百三十八条第一項",
        &["国民健康保険法第76条の4", "介護保険法第136条第1項<0", "介護保険法第140条第3項", "介護保険法第138条第1項<0"],
    );
    // A text in brackets is read on its own, and the list continues after it.
    finds(
        "番号法第9条第1項（地方税法第3条（注）、第4条）、第10条",
        &["番号法第9条第1項", "地方税法第3条", "地方税法第4条", "番号法第10条"],
    );
    finds("番号法第9条第1項（地方税法第3条（注）、第4条", &["番号法第9条第1項", "地方税法第3条", "地方税法第4条"]);
    // The law after the link has its whole name.
    finds(
        "番号法第9条第1項による行政機関個人情報保護法第10条",
        &["番号法第9条第1項", "行政機関個人情報保護法第10条<0"],
    );
    // Words that do not lead to a law are not a link.
    finds("国民健康保険法第9条第1項により、世帯主は", &["国民健康保険法第9条第1項"]);
    finds("番号法第9条第2項に基づく条例を定める予定", &["番号法第9条第2項"]);
}

#[test]
fn rows_and_the_articles_beside_them() {
    finds("24項　第16条", &["24の項", "第16条~0"]);
    finds(
        "番号法別表第二　30項 第24条 第1号、2号　、　43項　第25条の2",
        &[
            "番号法別表第二の30の項",
            "別表第二の主務省令で定める事務及び情報を定める命令第24条第1号~0",
            "別表第二の主務省令で定める事務及び情報を定める命令第24条第2号~0",
            "番号法別表第二の43の項",
            "別表第二の主務省令で定める事務及び情報を定める命令第25条の2~3",
        ],
    );
    // There can be a comma between them if both belong to the order on provision, and one row is listed with one
    // article.
    let order = "利用特定個人情報の提供に関する命令";
    let beside = |text: &str, citations: &[&str]| {
        let citations: Vec<String> = citations.iter().map(|citation| format!("{order}{citation}")).collect();
        assert_eq!(found(&format!("{order}第2条の表{text}")), citations, "{text}");
    };
    beside(" 48の項、第50条", &["第2条の表の48の項", "第50条~0"]);
    beside("の48項、第50条、69項、第71条", &["第2条の表の48の項", "第50条~0", "第2条の表の69の項", "第71条~2"]);
    beside("の48の項、第50条第1号、第2号", &["第2条の表の48の項", "第50条第1号~0", "第50条第2号~0"]);
    beside("の48の項、第50条、第71条", &["第2条の表の48の項", "第50条", "第71条"]);
    beside("の48の項、69の項、第71条", &["第2条の表の48の項", "第2条の表の69の項", "第71条"]);
    beside("の48の項及び第50条", &["第2条の表の48の項", "第50条"]);
    finds("番号法別表第一の30の項、第9条第1項", &["番号法別表第一の30の項", "番号法第9条第1項"]);
    for (text, absence) in [
        ("46項　主務省令未制定", Absence::NotEnacted),
        ("30項　無し", Absence::Nothing),
        ("番号法別表第二の30項については主務省令無し", Absence::Nothing),
        ("別表第二の主務省令で定める事務及び情報を定める命令　無し", Absence::Nothing),
    ] {
        let basis = StatutoryBasis::read(text);
        assert_eq!(basis.found()[0].absence, Some(absence), "{text}");
        assert_eq!(basis.found().len(), 1, "{text}");
    }
}

#[test]
fn headings_set_the_scene_and_cite_nothing() {
    finds("【番号法別表第二における情報提供の根拠】１、２の項", &["番号法別表第二の1の項", "番号法別表第二の2の項"]);
    finds(
        "（別表第二における情報照会の根拠） ・42,43,44",
        &["別表第二の42の項", "別表第二の43の項", "別表第二の44の項"],
    );
    finds(
        "番号法別表第二項番及び同主務省令：次のとおり\n2項　第2条",
        &["番号法別表第二の2の項", "別表第二の主務省令で定める事務及び情報を定める命令第2条~0"],
    );
    finds("番号法（以下「法」という。）第9条【根拠法】第19条", &["番号法第9条", "第19条"]);
}

#[test]
fn a_table_belongs_to_the_law_that_it_was_last_cited_with() {
    finds(
        "番号法別表第一の30の項。甲市条例別表第二の3の項。別表第一の31の項",
        &["番号法別表第一の30の項", "甲市条例別表第二の3の項", "番号法別表第一の31の項"],
    );
    finds(
        "番号法別表第一の30の項。甲市条例別表第一の3の項。別表第一の31の項",
        &["番号法別表第一の30の項", "甲市条例別表第一の3の項", "甲市条例別表第一の31の項"],
    );
}

#[test]
fn a_quoted_title_is_read_as_a_whole_or_not_at_all() {
    finds(
        "番号法第9条及び「獣医師法の一部を改正する法律」の施行（注）",
        &["番号法第9条", "獣医師法の一部を改正する法律"],
    );
    finds("「国民健康保険法又は獣医師法（令和元年法律第九号）」", &[]);
    // A quotation does not change what 同法 means after it, whether its title is read or not.
    for quoted in ["獣医師法（令和元年法律第九号）", "甲又は獣医師法（令和元年法律第九号）"]
    {
        let text = format!("番号法第9条「{quoted}」、国民健康保険法第3条「介護保険法第5条」同法第4条");
        let found = found(&text);
        assert_eq!(found.last().map(String::as_str), Some("国民健康保険法第4条"), "{text}: {found:?}");
    }
}

#[test]
fn names_of_laws() {
    finds("番号法、番号利用法及びマイナンバー法第9条", &["番号法", "番号法", "番号法第9条"]);
    finds("地方税法その他の法律", &["地方税法"]);
    finds("東町国民健康保険条例第3条", &["東町国民健康保険条例第3条"]);
    finds("当町における個人情報保護条例第32条の4により", &["個人情報保護条例第32条の4"]);
    finds("地方税法施行令第5条", &["地方税法施行令第5条"]);
    finds("番号利用法施行令第5条", &["番号法施行令第5条"]);
    finds("番号法第9条及び法第19条", &["番号法第9条", "番号法第19条"]);
    finds(
        "国保法第9条、同法施行令第1条、同令第2条",
        &["国民健康保険法第9条", "国民健康保険法施行令第1条", "国民健康保険法施行令第2条"],
    );
    finds("子ども・子育て支援法（平成24年法律第65号）第20条", &["子ども・子育て支援法第20条"]);
    finds("番号法別表第二省令第43条", &["別表第二の主務省令で定める事務及び情報を定める命令第43条"]);
    finds("番号法の別表第二省令第20条", &["別表第二の主務省令で定める事務及び情報を定める命令第20条"]);
    finds("番号法に基づく条例", &["番号法"]);
    finds("「番号法」（平成25年法律第27号）第9条", &["番号法第9条"]);
    finds("令和元年法律第三十七号第1条", &["令和元年法律第37号第1条"]);
    // 「第9条関係」 refers to an article without citing it, and is not part of the name after it.
    finds("番号法第9条関係甲市個人番号条例第3条", &["番号法", "甲市個人番号条例第3条"]);
    // Another version of a law is not the present law.
    finds("旧国民健康保険法第9条", &["旧国民健康保険法第9条"]);
    finds("改正番号利用法対応（令和６年５月２７日施行）のための修正", &[]);
    finds(
        "感染症法施行細則（平成十一年東京都規則第百十二号）による",
        &["感染症の予防及び感染症の患者に対する医療に関する法律施行細則"],
    );
    finds("同法第3条", &["第3条"]);
    // No order was named before.
    finds("番号法第9条、同法主務省令第3条", &["番号法第9条", "第3条"]);
    finds("番号法第9条、同法施行令第3条", &["番号法第9条", "番号法施行令第3条"]);
    finds("国保法第9条、介護保険法第3条及び同法第5条", &["国民健康保険法第9条", "介護保険法第3条", "介護保険法第5条"]);
    finds("介護保険法第3条第1項若しくは同条第5項", &["介護保険法第3条第1項", "介護保険法第3条第5項"]);
    finds(
        "東町個人番号条例（平成27年東町条例第30号）（以下「条例」という。）第4条、条例別表の2の項",
        &["東町個人番号条例第4条", "東町個人番号条例別表の2の項"],
    );
    finds(
        "甲市別表事務条例（以下「別表事務条例」という。）第2条、番号法（別表事務条例第3条）",
        &["甲市別表事務条例第2条", "番号法", "甲市別表事務条例第3条"],
    );
    let code = |text: &str| StatutoryBasis::read(text).found()[0].citation.law().and_then(Law::code);
    assert_eq!(code("高確法第50条"), Some("elderly_medical_care_act"));
    assert_eq!(code("民法第1条"), None);
    let title = |text: &str| StatutoryBasis::read(text).found()[0].citation.law().unwrap().title().to_string();
    assert_eq!(title("番号利用法第9条"), "行政手続における特定の個人を識別するための番号の利用等に関する法律");
    assert_eq!(KnownLaw::MyNumberAct.number(), Some("平成25年法律第27号"));
    for law in KnownLaw::ALL.iter().copied() {
        let name = Law::Known(law);
        finds(&format!("{name}第9条"), &[&format!("{name}第9条")]);
        assert_eq!(Law::of_name(Text::new(law.title()).unwrap()).title().len(), law.title().len());
    }
}

#[test]
fn a_law_may_follow_a_paragraph_without_a_separator() {
    finds("番号法第9条第1項番号法別表の44の項", &["番号法第9条第1項", "番号法別表の44の項"]);
    finds("国民健康保険法第9条第1項番号利用法別表の44の項", &["国民健康保険法第9条第1項", "番号法別表の44の項"]);
    finds(
        "番号法別表の44の項番号法第9条第1・2項番号法第10条",
        &["番号法別表の44の項", "番号法第9条第1項", "番号法第9条第2項", "番号法第10条"],
    );
    finds("番号法第9条第1項　別表第二項番48", &["番号法第9条第1項", "番号法別表第二の48の項"]);
}

#[test]
fn a_title_is_whole_where_its_end_is_a_short_name() {
    let title = "江戸川区個人番号の利用に関する条例";
    let mut names = Definitions::new();
    names.learn(&format!("{title}（以下「条例」という。）第4条"));
    for text in [format!("{title}第4条"), format!("・{title}第4条第3項"), format!("及び{title}第4条")] {
        let basis = StatutoryBasis::read_with(text.as_str(), &names);
        let Found { citation, span, .. } = &basis.found()[0];
        assert_eq!(citation.law().unwrap().to_string(), title, "{text}");
        let cited: String = text.chars().skip(span.start).take(span.len()).collect();
        assert!(cited.starts_with(title), "{text}: {cited}");
    }
}

/// Words of the title before 又は do not make the title after it long.
#[test]
fn a_title_after_another_is_as_long_as_it_would_be_alone() {
    for title in ["環境税及び森林環境譲与税に関する法律", "甲税及び乙税に関する法律"] {
        finds(&format!("{title}又は特別及び台帳法第30条"), &["台帳法第30条"]);
    }
    finds("甲法又は特別及び台帳に関する法律第30条", &["特別及び台帳に関する法律第30条"]);
}

#[test]
fn spans_count_characters() {
    let text = "【見出し】条例第4条第3項による番号利用法第19条第８号に基づく主務省令第２条の表の１３、１６の項（注）";
    let basis = StatutoryBasis::read(text);
    let cut = |span: std::ops::Range<usize>| text.chars().skip(span.start).take(span.len()).collect::<String>();
    let spans: Vec<String> = basis.found().iter().map(|found| cut(found.span.clone())).collect();
    assert_eq!(spans, ["条例第4条第3項", "番号利用法第19条第８号", "主務省令第２条の表の１３", "１６の項"]);
    let rest: Vec<String> = basis.rest().into_iter().map(cut).collect();
    assert_eq!(rest, ["【見出し】", "による", "に基づく", "、", "（注）"]);
    // The line breaks within a name belong to its span.
    let broken = StatutoryBasis::read("国民\n健康保険\n法第9条、同法第3条");
    let spans: Vec<_> = broken.found().iter().map(|found| found.span.clone()).collect();
    assert_eq!(spans, [0..12, 13..18]);
    // After a remark with a citation, the span does not begin at the name of the law.
    let basis = StatutoryBasis::read("番号法（地方税法第3条）第9条");
    let spans: Vec<_> = basis.found().iter().map(|found| found.span.clone()).collect();
    assert_eq!(spans, [4..11, 12..15]);
}

#[test]
fn strict_errors() {
    #[track_caller]
    fn refuses(text: &str, error: &str) {
        assert_eq!(text.parse::<Citation>().unwrap_err().to_string(), error);
        let json = serde_json::to_string(text).unwrap();
        assert!(serde_json::from_str::<Citation>(&json).unwrap_err().to_string().starts_with(error));
    }
    let none =
        "is not a citation: expected a law with an article or a row, such as 番号法第9条第1項 or 番号法別表の44の項";
    refuses("", &format!("\"\" {none}"));
    refuses("令和6年12月6日", &format!("\"令和6年12月6日\" {none}"));
    refuses("主務省令未制定", &format!("\"主務省令未制定\" {none}"));
    refuses(
        "番号法第9条第1項及び第2項",
        "\"番号法第9条第1項及び第2項\" contains 2 citations, the second at characters 11..14: \
         expected one (read a list as a statutory basis)",
    );
    refuses(
        "番号法第9条による",
        "\"番号法第9条による\" contains more than a citation, at characters 6..9: expected only the citation",
    );
    refuses(
        "注 番号法第9条",
        "\"注 番号法第9条\" contains more than a citation, at characters 0..2: expected only the citation",
    );
    let article = Locator::At(Place::article(Number::new(1).unwrap()));
    let law = |name: &str| Some(Law::Named(Text::new(name).unwrap()));
    assert_eq!(
        Citation::new(law("第9条"), article).unwrap_err().to_string(),
        "\"第9条第1条\" contains 2 citations, the second at characters 3..6: expected one (read a list as a statutory basis)"
    );
    assert_eq!(
        Citation::new(law("番号法"), article).unwrap_err().to_string(),
        "\"番号法第1条\" would be read as another citation: expected the title of a law before the article or row"
    );
    assert!(Citation::new(law("説明"), article).is_err());
    assert!(Citation::new(None, Locator::Whole).is_err());
    assert!(Citation::new(law("東町条例"), Locator::Whole).is_ok());
}

#[test]
fn in_the_order_of_the_statute_book() {
    let ordered = [
        "番号法",
        "番号法第9条",
        "番号法第9条第1項",
        "番号法第9条第2項",
        "番号法第9条の2",
        "番号法第10条",
        "番号法附則第6条",
        "番号法別表",
        "番号法別表の44の項",
        "番号法別表第一の16の項",
        "番号法別表第二の2の項",
        "番号法別表第二の27の項",
        "利用特定個人情報の提供に関する命令第2条",
        "利用特定個人情報の提供に関する命令第2条の表の48の項",
        "利用特定個人情報の提供に関する命令第3条",
        "国民健康保険法第5条の2第3号イ",
        "国民健康保険法第5条の2第3号ロ",
        "東町条例第1条",
    ];
    let citations: Vec<Citation> = ordered.iter().map(|text| text.parse().unwrap()).collect();
    let mut sorted = citations.clone();
    sorted.reverse();
    sorted.sort();
    assert_eq!(sorted, citations);
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn in_force_as_far_as_it_is_evidenced() {
    use Validity::{InForce, NoLonger, NoRow, NotEvidenced, NotYet};
    let as_of = |text: &str, day| text.parse::<Citation>().unwrap().as_of(day);
    let (before, after) = (day(2024, 5, 26), day(2024, 5, 27));
    for (old, seen) in [
        ("番号法別表第一の30の項", day(2016, 1, 1)),
        ("番号法別表第二", day(2016, 10, 12)),
        ("番号法別表第二の82の項", day(2016, 10, 12)),
        ("別表第二の主務省令で定める事務及び情報を定める命令第20条", day(2018, 10, 12)),
    ] {
        assert!(matches!(as_of(old, before), InForce(_)), "{old}");
        assert!(matches!(as_of(old, seen), InForce(_)), "{old}");
        let NoLonger(dated) = as_of(old, after) else { panic!("{old}") };
        assert_eq!((dated.from, dated.until), (Bound::Seen(seen), Some(Bound::Enacted(before))));
        assert_eq!(as_of(old, seen.pred_opt().unwrap()), NotEvidenced, "{old}");
        assert!(dated.evidence.contains("熊谷市"), "{}", dated.evidence);
    }
    for new in ["番号法別表の44の項", "利用特定個人情報の提供に関する命令第2条の表の48の項"]
    {
        let NotYet(dated) = as_of(new, before) else { panic!("{new}") };
        assert_eq!((dated.from, dated.until), (Bound::Enacted(after), None));
        assert!(matches!(as_of(new, after), InForce(_)), "{new}");
    }
    for (text, day, expected) in [
        ("番号法第19条第7号", day(2020, 4, 1), "in force"),
        ("番号法第19条第7号", day(2020, 4, 2), "not evidenced"),
        ("番号法第19条第7号", day(2022, 3, 31), "not evidenced"),
        ("番号法第19条第7号", day(2022, 4, 1), "no longer"),
        ("番号法第19条第7号", day(2020, 3, 31), "not evidenced"),
        ("番号法第19条第8号", day(2020, 4, 1), "not evidenced"),
        ("番号法第19条第8号", day(2021, 9, 1), "not evidenced"),
        ("番号法第19条第8号", day(2022, 4, 1), "in force"),
        ("番号法第19条第9号", day(2022, 4, 1), "not evidenced"),
        ("番号法第9条第1項", day(2022, 4, 1), "not evidenced"),
        ("国民健康保険法別表第二の1の項", day(2022, 4, 1), "not evidenced"),
        ("条例別表第二の1の項", day(2025, 4, 1), "not evidenced"),
        ("別表第二の1の項", day(2025, 4, 1), "not evidenced"),
        ("番号法別表の115の2の項", day(2025, 9, 24), "no row"),
        ("番号法別表の115の2の項", day(2026, 3, 1), "not evidenced"),
        ("番号法別表の115の2の項", day(2026, 7, 17), "in force"),
        ("番号法別表の200の項", day(2025, 9, 23), "not evidenced"),
        ("番号法別表の200の項", day(2025, 9, 24), "no row"),
        ("番号法別表の200の項", day(2026, 7, 17), "no row"),
        ("番号法別表の200の項", day(2026, 7, 18), "not evidenced"),
    ] {
        let validity = match as_of(text, day) {
            InForce(_) => "in force",
            NotYet(_) => "not yet",
            NoLonger(_) => "no longer",
            NoRow(_) => "no row",
            NotEvidenced => "not evidenced",
        };
        assert_eq!(validity, expected, "{text} {day}");
    }
}

/// The pairs that published assessments show, written down independently of the tables in `src/`: 旧項 and 新項.
const FIRST_TABLE: [(u32, u32); 3] = [(16, 24), (30, 44), (59, 85)];
const SECOND_TABLE: [(u32, u32); 24] = [
    (2, 2),
    (3, 3),
    (5, 6),
    (9, 13),
    (12, 16),
    (15, 19),
    (17, 27),
    (22, 38),
    (26, 42),
    (27, 48),
    (33, 56),
    (39, 65),
    (42, 69),
    (43, 70),
    (58, 83),
    (62, 87),
    (78, 111),
    (80, 115),
    (87, 125),
    (93, 131),
    (97, 137),
    (106, 141),
    (109, 145),
    (120, 158),
];

/// Pairs from a second reading of both texts, independent of the file of the pairs: 旧項, 新項 and the affair of both.
const FIRST_TABLE_READ: [(&str, &str, &str); 5] = [
    ("6の2", "7", "職業安定法"),
    ("17", "25", "地方税法"),
    ("19", "27", "公営住宅法"),
    ("68", "100", "介護保険法"),
    ("84", "117", "障害者の日常生活及び社会生活を総合的に支援するための法律"),
];
const SECOND_TABLE_READ: [(&str, &str, &str); 6] = [
    ("6", "7", "船員保険法"),
    ("16の2", "25", "予防接種法"),
    ("31", "53", "公営住宅法"),
    ("54", "76", "住宅地区改良法"),
    ("103", "140", "独立行政法人農業者年金基金法"),
    ("115の2", "153", "新型インフルエンザ等対策特別措置法"),
];

#[test]
fn the_pairs_that_published_assessments_show_are_renumbered_in_both_directions() {
    let tables = [
        ("番号法別表第一", "番号法別表", FIRST_TABLE.as_slice()),
        ("番号法別表第二", "利用特定個人情報の提供に関する命令第2条の表", &SECOND_TABLE),
    ];
    for (old, new, pairs) in tables {
        let citation = |table: &str, row: u32| format!("{table}の{row}の項").parse::<Citation>().unwrap();
        for (from, to) in pairs {
            let Renumbering::Newer(newer, evidence) = citation(old, *from).renumbered() else { panic!("{old} {from}") };
            let Renumbering::Older(older, same) = citation(new, *to).renumbered() else { panic!("{new} {to}") };
            assert_eq!((newer, older), (citation(new, *to), citation(old, *from)));
            assert_eq!(evidence, same);
            assert!(matches!(evidence, PairEvidence::Assessment(seen) if !seen.is_empty()), "{evidence:?}");
        }
        // The others come from the texts of the tables: tests/law/tables.rs.
        let by_assessment = |row: &u32| {
            let evidence = citation(old, *row).renumbered();
            matches!(evidence, Renumbering::Newer(_, PairEvidence::Assessment(_)))
        };
        let shown: Vec<u32> = (1..=200).filter(by_assessment).collect();
        assert_eq!(shown, pairs.iter().map(|pair| pair.0).collect::<Vec<_>>());
    }
    let first = FIRST_TABLE_READ.map(|pair| ("番号法別表第一", "番号法別表", pair));
    let order = "利用特定個人情報の提供に関する命令第2条の表";
    let second = SECOND_TABLE_READ.map(|pair| ("番号法別表第二", order, pair));
    for (old, new, (from, to, law)) in first.into_iter().chain(second) {
        let old: Citation = format!("{old}の{from}の項").parse().unwrap();
        let Renumbering::Newer(newer, _) = old.renumbered() else { panic!("{old}") };
        assert_eq!(newer.to_string(), format!("{new}の{to}の項"));
        for citation in [old, newer] {
            assert_eq!(citation.table_row().and_then(TableRow::law), Some(law), "{citation}");
        }
    }
}

#[test]
fn what_was_renumbered() {
    let renumbered = |text: &str| text.parse::<Citation>().unwrap().renumbered();
    let other = |text: &str| match renumbered(text) {
        Renumbering::Newer(citation, _) | Renumbering::Older(citation, _) => citation.to_string(),
        Renumbering::NoSuccessor => "no successor".into(),
        Renumbering::NoPredecessor => "no predecessor".into(),
        Renumbering::Uncertain => "uncertain".into(),
        Renumbering::NoSuchRow(state) => format!("no such row on {state}"),
        Renumbering::DependsOnDay => "depends on the day".into(),
        Renumbering::NotEvidenced => "not evidenced".into(),
        Renumbering::Untouched => "untouched".into(),
    };
    assert_eq!(other("番号法第19条第7号"), "番号法第19条第8号");
    assert_eq!(other("番号法第19条第8号"), "番号法第19条第7号");
    // The articles of the two orders, for rows that are a pair.
    let (old, new) = ("別表第二の主務省令で定める事務及び情報を定める命令", "利用特定個人情報の提供に関する命令");
    assert_eq!(other(&format!("{old}第20条")), format!("{new}第50条"));
    assert_eq!(other(&format!("{old}第25条の2")), format!("{new}第72条"));
    assert_eq!(other(&format!("{old}第31条の2")), format!("{new}第85条"));
    assert_eq!(other(&format!("{old}第31条の2の2")), format!("{new}第85条"));
    assert_eq!(other(&format!("{new}第85条")), format!("{old}第31条の2の2"));
    assert_eq!(other(&format!("{new}第50条")), format!("{old}第20条"));
    // An article whose row is a pair according to the texts of the tables.
    assert_eq!(other(&format!("{old}第1条")), format!("{new}第3条"));
    assert_eq!(other(&format!("{new}第3条")), format!("{old}第1条"));
    assert_eq!(other(&format!("{old}第12条の2の2")), format!("{new}第28条"));
    assert_eq!(other(&format!("{old}第50条")), "no successor");
    assert_eq!(other(&format!("{new}第163条")), "no predecessor");
    // Row 98 was row 71, for which the old order had no article.
    for unpaired in ["第20条第9号", "第9999条", ""].map(|place| format!("{old}{place}")) {
        assert_eq!(other(&unpaired), "not evidenced", "{unpaired}");
    }
    for unpaired in ["第100条", "第2条", "第50条第1号"].map(|place| format!("{new}{place}")) {
        assert_eq!(other(&unpaired), "not evidenced", "{unpaired}");
    }
    for (row, expected) in [
        ("番号法別表第二の82の項", "uncertain"),
        ("番号法別表第二の21の項", "no successor"),
        ("番号法別表第二の36の項", "no successor"),
        ("番号法別表第二の121の項", "no such row on 2019-10-01"),
        ("番号法別表第二の2の2の項", "no such row on 2019-10-01"),
        ("番号法別表第一の100の項", "no such row on 2019-10-01"),
        ("番号法別表第一の三十八の二の項", "not evidenced"),
        ("番号法別表第一の13の項", "no successor"),
        ("番号法別表の2の2の項", "no predecessor"),
        ("番号法別表の138の項", "no such row on 2026-07-17"),
        ("番号法別表の8の2の項", "no predecessor"),
        ("番号法別表の23の6の項", "depends on the day"),
        ("番号法別表の130の2の項", "番号法別表の137の項"),
        ("番号法別表の137の項", "番号法別表の130の2の項"),
        ("利用特定個人情報の提供に関する命令第2条の表の117の項", "uncertain"),
        ("利用特定個人情報の提供に関する命令第2条の表の161の項", "no predecessor"),
        ("利用特定個人情報の提供に関する命令第2条の表の174の項", "no such row on 2026-06-26"),
        ("番号法別表第二の16の2の項", "利用特定個人情報の提供に関する命令第2条の表の25の項"),
        ("利用特定個人情報の提供に関する命令第2条の表の124の項", "番号法別表第二の85の2の項"),
    ] {
        assert_eq!(other(row), expected, "{row}");
    }
    for untouched in [
        "番号法第9条",
        "番号法",
        "国民健康保険法別表第二の2の項",
        "条例別表第二の2の項",
        "番号法第19条の2第7号",
        "番号法第19条第1項第7号",
        "番号法第19条第7号イ",
        "番号法附則第19条第7号",
    ] {
        assert_eq!(other(untouched), "untouched", "{untouched}");
    }
    for unpaired in ["番号法別表第二", "番号法別表"] {
        assert_eq!(other(unpaired), "not evidenced", "{unpaired}");
    }
}

#[test]
fn rows_with_branches_are_read_in_every_notation() {
    let order = "利用特定個人情報の提供に関する命令第2条の表の";
    for (text, rows) in [
        ("番号法別表の二の二の項", vec!["番号法別表の2の2の項"]),
        ("番号法別表の2の2の項", vec!["番号法別表の2の2の項"]),
        ("番号法別表の２の２の項", vec!["番号法別表の2の2の項"]),
        ("番号法別表の２の２項", vec!["番号法別表の2の2の項"]),
        ("番号法別表　項番２の２", vec!["番号法別表の2の2の項"]),
        ("番号法別表第二の十六の二の項", vec!["番号法別表第二の16の2の項"]),
        ("番号法別表第二の16の2、16の3の項", vec!["番号法別表第二の16の2の項", "番号法別表第二の16の3の項"]),
        ("番号法別表第二の十六の二及び十六の三の項", vec!["番号法別表第二の16の2の項", "番号法別表第二の16の3の項"]),
        ("番号法別表の第二十三の六項", vec!["番号法別表の23の6の項"]),
        ("番号法別表の22の2の2の項", vec!["番号法別表の22の2の2の項"]),
    ] {
        finds(text, &rows);
    }
    for (text, row) in [("十二の二", "12の2"), ("12の2", "12の2"), ("百六十の二", "160の2"), ("１７３の２", "173の2")]
    {
        let cited = format!("番号利用法第19条第8号に基づく主務省令第2条の表の{text}の項");
        finds(&cited, &["番号法第19条第8号", &format!("{order}{row}の項<0")]);
    }
}

#[test]
fn the_article_follows_from_the_row_of_the_new_table_only() {
    // Every row of the current table that a published assessment prints, with its article.
    const SEEN: [u32; 31] = [
        2, 3, 6, 13, 16, 19, 27, 38, 42, 48, 56, 65, 69, 70, 83, 87, 111, 115, 116, 125, 131, 137, 141, 145, 146, 158,
        161, 164, 165, 166, 173,
    ];
    let article = |text: &str| text.parse::<Citation>().unwrap().article_of_row().map(|article| article.to_string());
    for row in SEEN {
        let order = "利用特定個人情報の提供に関する命令";
        assert_eq!(article(&format!("{order}第2条の表の{row}の項")), Some(format!("{order}第{}条", row + 2)));
    }
    let order = "利用特定個人情報の提供に関する命令";
    assert_eq!(article(&format!("{order}第2条の表の34の2の項")), Some(format!("{order}第36条の2")));
    for none in ["番号法別表第二の27の項", "番号法別表の44の項", "利用特定個人情報の提供に関する命令第2条の表"]
    {
        assert_eq!(article(none), None, "{none}");
    }
    assert_eq!(article(&format!("{order}第2条の表の10の2の項")), Some(format!("{order}第12条の2")));
    // A deleted row, and one that never existed.
    for none in ["157", "174"] {
        assert_eq!(article(&format!("{order}第2条の表の{none}の項")), None, "{none}");
    }
}

/// Nothing is cited, and this part of the text is reported.
#[track_caller]
fn does_not_fit(text: &str, part: &str) {
    let basis = StatutoryBasis::read(text);
    let cut = |span: &std::ops::Range<usize>| text.chars().skip(span.start).take(span.len()).collect::<String>();
    let unresolved: Vec<_> = basis.unresolved().iter().map(|one| (cut(&one.span), one.why)).collect();
    assert_eq!(unresolved, [(part.to_string(), Why::NumberDoesNotFit)], "{text}");
    finds(text, &[]);
}

/// A number that does not fit must not widen the citation to the article, the table or the law.
#[test]
fn a_number_that_does_not_fit_is_reported() {
    for text in [
        "番号法別表第二の10000の項",
        "番号法第9999条の9999の9999の9999の9",
        "番号法第9条の2の3の4の5",
        "番号法第9条第10000項",
        "番号法第19条第十十号",
        "番号法附則第10000条",
        "番号法別表第10000",
        "番号法別表の012の項",
        "番号法第3条から第10000条まで",
        "番号法別表　項番10000",
        "番号法第9条第10000・10001項",
    ] {
        let basis = StatutoryBasis::read(text);
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
        assert!(basis.unresolved().iter().all(|one| one.why == Why::NumberDoesNotFit), "{text}");
        assert_eq!(basis.unresolved()[0].span.start, 0, "{text}");
        assert!(text.parse::<Citation>().is_err(), "{text}");
    }
    // The members of a list before and after it are cited.
    finds("番号法第9条第1項、第10000項及び第3項", &["番号法第9条第1項", "番号法第9条第3項"]);
    finds("番号法別表第二の2、10000、3の項", &["番号法別表第二の2の項", "番号法別表第二の3の項"]);
    let codes =
        |text: &str| StatutoryBasis::read(text).unresolved().iter().map(|one| one.why.code()).collect::<Vec<_>>();
    assert_eq!(codes("番号法第9条第10000項及び前項"), ["number_does_not_fit", "relative"]);
    // A number that cites nothing is not reported.
    assert_eq!(StatutoryBasis::read("電話048-524-1111、10000人以上、1,000項目").unresolved(), []);
}

#[test]
fn references_to_what_precedes() {
    finds("番号法第19条第8号及び同条第9号、同号", &["番号法第19条第8号", "番号法第19条第9号", "番号法第19条第9号"]);
    finds("国民健康保険法第9条第3項第2号及び同項", &["国民健康保険法第9条第3項第2号", "国民健康保険法第9条第3項"]);
    finds(
        "国民健康保険法第9条第3項第2号イ、同号、同項及び同条",
        &[
            "国民健康保険法第9条第3項第2号イ",
            "国民健康保険法第9条第3項第2号",
            "国民健康保険法第9条第3項",
            "国民健康保険法第9条",
        ],
    );
    finds("国民健康保険法第9条第3項第2号イ及び同項", &["国民健康保険法第9条第3項第2号イ", "国民健康保険法第9条第3項"]);
    finds("国民健康保険法第9条第3項の規定により同条", &["国民健康保険法第9条第3項", "国民健康保険法第9条<0"]);
    finds("国民健康保険法第9条に同条件を定める", &["国民健康保険法第9条"]);
    // What they refer to is not certain.
    for (text, parts) in [
        ("番号法第9条及び前項", vec!["前項"]),
        ("前条第二項及び次条の規定", vec!["前条第二項", "次条"]),
        ("前二項の規定", vec!["前二項"]),
        ("同項の規定", vec!["同項"]),
        ("番号法第9条、同項第2号", vec!["同項第2号"]),
        ("前条の規定により、同条第三項", vec!["前条", "同条第三項"]),
        ("前項目、以前項、前条件", vec![]),
    ] {
        let basis = StatutoryBasis::read(text);
        let cut = |span: &std::ops::Range<usize>| text.chars().skip(span.start).take(span.len()).collect::<String>();
        let relative: Vec<String> = basis.unresolved().iter().map(|one| cut(&one.span)).collect();
        assert_eq!(relative, parts, "{text}");
        assert!(basis.unresolved().iter().all(|one| one.why == Why::Relative), "{text}");
    }
}

/// Faults of earlier readers.
#[test]
fn words_of_statutes_around_citations() {
    // Parts of a provision without a number do not end a list.
    finds(
        "番号法第28条第1項前段、第2項前段及び第3項",
        &["番号法第28条第1項", "番号法第28条第2項", "番号法第28条第3項"],
    );
    finds("地方税法第3条各号、第4条ただし書及び附則第6条", &["地方税法第3条", "地方税法第4条", "地方税法附則第6条"]);
    // The Act has no 第2条の表.
    let order = "利用特定個人情報の提供に関する命令";
    finds("番号法第19条第8号、第2条の表の48の項", &["番号法第19条第8号", &format!("{order}第2条の表の48の項<0")]);
    finds(
        "番号法第19条第8号に基づく主務省令第2条表48の項",
        &["番号法第19条第8号", &format!("{order}第2条の表の48の項<0")],
    );
    // Another version of a law is another law.
    finds("旧個人情報保護法第36条", &["旧個人情報保護法第36条"]);
    finds("改正前の国民健康保険法（以下「旧法」という。）第九条、旧法第三条", &["国民健康保険法第9条", "旧法第3条"]);
    finds(
        "国民健康保険法第九条、第五十条改正後国保法第百十三条、第五十条改正後国保法附則第三条",
        &["国民健康保険法第9条", "第五十条改正後国保法第113条", "第五十条改正後国保法附則第3条"],
    );
    // An order with the number of an imperial ordinance.
    finds(
        "健康保険法施行令（大正十五年勅令第二百四十三号）第三十二条、同令第三十三条",
        &["健康保険法施行令第32条", "健康保険法施行令第33条"],
    );
    // What is quoted is not what 同条 refers to.
    finds(
        "国民健康保険法第九条第一項中「第三条」とあるのは「第四条」と、同条第二項",
        &["国民健康保険法第9条第1項", "第3条", "第4条", "国民健康保険法第9条第2項"],
    );
    // The articles of one law ascend.
    finds(
        "法第二十八条第一項（第八条の規定による場合を含む。）並びに第七条第一項及び第二項",
        &["法第28条第1項", "第8条", "第7条第1項", "第7条第2項"],
    );
    // Where the name of a law begins.
    finds("減額賦課に係る母子保健法第十五条", &["母子保健法第15条"]);
    finds("第一条中国民健康保険法第五条の改正規定", &["第1条", "国民健康保険法第5条"]);
    finds("がん対策基本法第三条", &["がん対策基本法第3条"]);
    // 同法 is the law that was named last, even if no article of it was cited.
    finds("番号法第9条、民法の規定により、同法第3条", &["番号法第9条", "民法第3条"]);
    finds("番号法第9条、租税特別措置法の目次、同法第3条", &["番号法第9条", "租税特別措置法第3条"]);
    // A place is not attached to a particle before it.
    finds("公表をした日又は第七条第一項の規定により第八条", &["第7条第1項", "第8条<0"]);
    finds("番号法別表第一の30の項、同表の31の項", &["番号法別表第一の30の項", "番号法別表第一の31の項"]);
    finds("番号法別表第一の30の項、同条に二項を加える", &["番号法別表第一の30の項"]);
}

#[test]
fn what_statutes_write_in_other_ways() {
    finds("住民基本台帳法別表第一から別表第四までの上欄", &["住民基本台帳法別表第一から別表第四まで"]);
    finds("住民基本台帳法別表第一から別表第四", &["住民基本台帳法別表第一から別表第四まで"]);
    // No range ends before it begins.
    finds("住民基本台帳法別表第四から別表第一まで", &["住民基本台帳法別表第四"]);
    // A chapter is not cited.
    finds("地方税法第五章第六節中第八十六条の十七を", &["地方税法第86条の17"]);
    finds("地方税法第七章の二中第九十条", &["地方税法第90条"]);
    // A dash before 第 is a range; before a number alone it may be a branch.
    finds("国民健康保険法第5条－第7条の2", &["国民健康保険法第5条から第7条の2まで"]);
    finds("国民健康保険法第5条第1項―第3項", &["国民健康保険法第5条第1項から第3項まで"]);
    finds("国民健康保険法第5条-2", &["国民健康保険法第5条"]);
    finds("国民健康保険法第7条－第5条", &["国民健康保険法第7条", "第5条"]);
    // The row of a table in a paragraph has the name of an article, and is not cited.
    finds("国民健康保険法第28条第1項の表第86条第1項及び第2項の項", &["国民健康保険法第28条第1項"]);
    finds(
        "国民健康保険法第28条第1項の表第86条の項、同表第90条の2の項及び同法第5条",
        &["国民健康保険法第28条第1項", "国民健康保険法第5条"],
    );
    // A name that is defined for a provision.
    finds(
        "特定の疾病の予防に関する法律（平成十年法律第百十四号。附則第六条において「特予法」という。）第十一条。特予法第三条",
        &["特定の疾病の予防に関する法律第11条", "特定の疾病の予防に関する法律第3条"],
    );
}

#[test]
fn numbers() {
    assert_eq!(Number::new(0), None);
    assert_eq!(Number::new(10_000), None);
    let number = Number::new(21).unwrap().branch(5).unwrap().branch(31).unwrap();
    assert_eq!((number.main(), number.branches().collect::<Vec<_>>()), (21, vec![5, 31]));
    assert_eq!(number.branch(2).unwrap().branch(2), None, "three branches at most");
    // A number that is too high for any statute is not a number.
    for text in ["地方税法第0条", "地方税法第10000条", "地方税法第99999999999999999999条", "地方税法第012条"]
    {
        does_not_fit(text, text);
    }
    for (kanji, number) in [
        ("十", 10),
        ("十九", 19),
        ("二十", 20),
        ("百三十六", 136),
        ("千二百三十四", 1_234),
        ("九千九百九十九", 9_999),
        ("一三六", 136),
        ("二〇", 20),
    ] {
        finds(&format!("地方税法第{kanji}条"), &[&format!("地方税法第{number}条")]);
    }
    for wrong in ["十十", "百千", "二三十", "〇", "〇一", "一一一一一", "〇十", "十〇", "百〇五", "九千九百九十九九"]
    {
        let text = format!("地方税法第{wrong}条");
        does_not_fit(&text, &text);
    }
    assert_eq!(format!("{number:?}"), number.to_string());
}

/// Statutes write the number of a table in kanji: 別表第十, not 別表第一十.
#[test]
fn tables_are_printed_in_kanji() {
    for (number, kanji) in [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (100, "百"),
        (110, "百十"),
        (111, "百十一"),
        (210, "二百十"),
        (1_000, "千"),
        (1_111, "千百十一"),
        (2_345, "二千三百四十五"),
    ] {
        assert_eq!(Place::appended_table(Number::new(number)).to_string(), format!("別表第{kanji}"));
    }
}

/// 一二三四 by position, 千二百三十四 with units, 一千一百 with every one written.
#[test]
fn kanji_numbers_of_every_length() {
    let digit = |digit: usize| "〇一二三四五六七八九".chars().nth(digit).unwrap();
    for number in (1..=120).chain((121..=9_999).step_by(37)).chain([1_000, 1_111, 2_000, 9_999]) {
        let places = [number / 1_000, number / 100 % 10, number / 10 % 10, number % 10];
        let by_place: String = places.iter().skip_while(|place| **place == 0).map(|place| digit(*place)).collect();
        let by_unit = |ones: bool| -> String {
            let unit = |(place, unit): (&usize, &str)| match place {
                0 => String::new(),
                1 if !ones && !unit.is_empty() => unit.to_string(),
                _ => format!("{}{unit}", digit(*place)),
            };
            places.iter().zip(["千", "百", "十", ""]).map(unit).collect()
        };
        let expected: Citation = format!("番号法第{number}条").parse().unwrap();
        for kanji in [by_place, by_unit(false), by_unit(true)] {
            // 〇 alone would not be a number; 二〇 is twenty.
            assert_eq!(format!("番号法第{kanji}条").parse(), Ok(expected.clone()), "{number}: {kanji}");
        }
    }
}

#[test]
fn the_same_act_is_none_of_the_ordinances_between() {
    finds("地方税法第1条、甲市税条例第3条、同法第2条", &["地方税法第1条", "甲市税条例第3条", "地方税法第2条"]);
    finds(
        "昭和六十年法律第三十四号第1条、甲市税条例第3条、同法第2条",
        &["昭和60年法律第34号第1条", "甲市税条例第3条", "昭和60年法律第34号第2条"],
    );
    finds("に基づく恩給法第9条", &["恩給法第9条"]);
    // A law number is a law by itself only if it is that of an Act.
    for (title, number) in
        [("昭和六十年法律第三十四号", true), ("甲第1号", false), ("昭和六十年法律第三十四条例", false)]
    {
        let law = Law::of_name(title.parse().unwrap());
        assert_eq!(law.number(), Some(title).filter(|_| number));
    }
}

/// The title of an unknown law, on its own, can only have letters and digits.
#[test]
fn a_title_alone_is_of_letters() {
    for title in ["甲市保健センター条例", "甲市条例", "甲市第2種条例", "甲市ＩＣカード条例"]
    {
        assert_eq!(title.parse::<Citation>().unwrap().law().map(Law::name), Some(title));
    }
    for text in ["甲＋乙条例", "甲市=乙条例", "甲…条例", "甲市条例※条例"] {
        assert!(text.parse::<Citation>().is_err(), "{text}");
    }
    // In running text, such a title is not read even if a place follows: alone, it would not read back.
    finds("甲×乙条例第3条", &[]);
}

/// A title has at most 120 characters, with a law number after it or without.
#[test]
fn a_title_has_bounds() {
    for (length, is_read) in [(119, true), (120, true), (121, false), (200, false)] {
        let title = format!("{}条例", "甲".repeat(length - 2));
        let citation = format!("{title}第3条");
        let expected: &[&str] = if is_read { &[&citation] } else { &[] };
        finds(&citation, expected);
        let numbered = found(&format!("{title}（平成27年甲市条例第30号）第3条"));
        assert_eq!(numbered == [citation], is_read, "{length}: {numbered:?}");
    }
}

/// A short name has at most 60 characters, and a document at most 64 of them.
#[test]
fn what_a_document_defines_has_bounds() {
    for (length, is_learned) in [(1, true), (59, true), (60, true), (61, false), (200, false)] {
        let name = "乙".repeat(length);
        let mut names = Definitions::new();
        names.learn(&format!("甲市個人番号の利用に関する条例（以下「{name}」という。）第4条"));
        assert_eq!(names.iter().any(|(known, _)| known == name), is_learned, "{length}");
    }
    let mut names = Definitions::new();
    for number in 0..100 {
        names.learn(&format!("甲市個人番号の利用に関する条例（以下「乙{number}条例」という。）第4条"));
        assert_eq!(names.iter().count(), (number + 1).min(64));
    }
}

#[test]
fn hostile_text_is_read_or_left() {
    for piece in [
        "第",
        "1",
        "１",
        "(",
        "（",
        ")",
        "「",
        "」",
        "【",
        "】",
        "の",
        "項",
        "条",
        "第1条",
        "、",
        "1、",
        "別表",
        "番号法",
        "同法",
        "同条第1項",
        "及び",
        "に基づく",
        "以下「",
        "という",
        "第三欄",
        "の項",
        "番号法第1条（",
        "命令（３０項）",
        "条例",
        " ",
        "から",
        "第1条から",
        "附則",
        "法",
    ] {
        let text = piece.repeat(3_000);
        let basis = StatutoryBasis::read(text.clone());
        assert_eq!(basis.text(), text);
    }
}

fn hash(citation: &Citation) -> u64 {
    let mut hasher = DefaultHasher::new();
    citation.hash(&mut hasher);
    hasher.finish()
}

fn number() -> impl Strategy<Value = Number> {
    (1..=9_999_u32, proptest::collection::vec(1..=99_u32, 0..=3)).prop_map(|(main, branches)| {
        branches.into_iter().fold(Number::new(main).unwrap(), |number, branch| number.branch(branch).unwrap())
    })
}

fn plain_number() -> impl Strategy<Value = Number> {
    (1..=400_u32).prop_map(|main| Number::new(main).unwrap())
}

fn provision() -> impl Strategy<Value = Place> {
    let sub_item = proptest::option::of(proptest::sample::select(vec!['イ', 'ロ', 'ハ', 'ニ', 'ヌ']));
    let item = proptest::option::of((number(), sub_item));
    (any::<bool>(), number(), proptest::option::of(plain_number()), item).prop_map(
        |(main, article, paragraph, item)| {
            let mut place = Place::article(article);
            if !main {
                place = place.supplementary();
            }
            if let Some(paragraph) = paragraph {
                place = place.paragraph(paragraph);
            }
            if let Some((item, sub_item)) = item {
                place = place.item(item);
                place = sub_item.and_then(|letter| place.sub_item(letter)).unwrap_or(place);
            }
            place
        },
    )
}

fn table() -> impl Strategy<Value = Place> {
    let table = prop_oneof![
        Just(Place::appended_table(None)),
        (1..=30_u32).prop_map(|number| Place::appended_table(Number::new(number))),
        plain_number().prop_map(Place::table_of_article),
    ];
    (table, proptest::option::of(number())).prop_map(|(table, row)| row.and_then(|row| table.row(row)).unwrap_or(table))
}

fn locator() -> impl Strategy<Value = Locator> {
    prop_oneof![
        4 => provision().prop_map(Locator::At),
        3 => table().prop_map(Locator::At),
        1 => (provision(), provision()).prop_filter_map("forwards", |(first, last)| {
            (first < last && first.part() == last.part()).then_some(Locator::Range(first, last))
        }),
        1 => (table(), number(), number()).prop_filter_map("forwards", |(table, first, last)| {
            let (first, last) = (table.table()?.row(first)?, table.table()?.row(last)?);
            (first < last).then_some(Locator::Range(first, last))
        }),
        1 => Just(Locator::Whole),
    ]
}

fn law() -> impl Strategy<Value = Law> {
    prop_oneof![
        proptest::sample::select(KnownLaw::ALL).prop_map(Law::Known),
        proptest::sample::select(vec![
            "東町個人番号の利用に関する条例",
            "民法",
            "西市情報公開条例施行規則",
            "地方税法施行令"
        ])
        .prop_map(|title| Law::Named(Text::new(title).unwrap())),
    ]
}

fn citation() -> impl Strategy<Value = Citation> {
    (proptest::option::weighted(0.9, law()), locator()).prop_filter_map("names something", |(law, locator)| {
        match (&law, locator) {
            (None, Locator::Whole) => None,
            _ => Some(Citation::new(law, locator).unwrap()),
        }
    })
}

/// Writes a citation in full width, with kanji numerals, or with blanks or line breaks between the parts.
fn restyled(text: &str, style: u8) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            match style {
                0 => out.extend(digits.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap())),
                1 => out.push_str(&kanji(digits.parse().unwrap())),
                _ => out.push_str(&digits),
            }
            digits.clear();
        }
        let between = c == '第' && !out.is_empty() && !out.ends_with("別表");
        match style {
            2 if between => out.push('　'),
            3 if between => out.push('\n'),
            _ => {}
        }
        out.push(c);
        if style == 4 && c == '第' {
            out.push(' ');
        }
    }
    out
}

fn kanji(number: u32) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut text = String::new();
    for (unit, word) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (number / unit % 10) as usize;
        if digit > 1 || (digit == 1 && unit == 1) {
            text.push_str(digits[digit]);
        }
        if digit > 0 {
            text.push_str(word);
        }
    }
    text
}

proptest! {
    #[test]
    fn print_and_read_is_the_identity(citation in citation()) {
        let text = citation.to_string();
        prop_assert_eq!(text.parse(), Ok(citation.clone()), "{}", text);
        let json = serde_json::to_string(&citation).unwrap();
        prop_assert_eq!(serde_json::from_str::<Citation>(&json).unwrap(), citation);
    }

    #[test]
    fn width_and_numerals_never_change_the_result(citation in citation(), style in 0..5_u8) {
        let text = restyled(&citation.to_string(), style);
        prop_assert_eq!(text.parse(), Ok(citation), "{}", text);
    }

    #[test]
    fn equality_order_and_hash_agree(a in citation(), b in citation()) {
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        if a == b {
            prop_assert_eq!(hash(&a), hash(&b));
        }
        prop_assert_eq!(a.to_string() == b.to_string(), a == b, "the canonical print tells them apart");
    }

    #[test]
    fn a_list_holds_what_it_lists(citations in proptest::collection::vec(citation(), 1..5)) {
        let text: Vec<String> = citations.iter().map(Citation::to_string).collect();
        let found: Vec<Citation> = StatutoryBasis::read(text.join("。\n")).citations().cloned().collect();
        // In running text, a position needs its law, and an unknown law needs a position.
        let named = citations.into_iter().filter(|citation| match citation.law() {
            Some(Law::Known(_)) => true,
            Some(Law::Named(_)) => citation.locator() != Locator::Whole,
            None => false,
        });
        for citation in named {
            prop_assert!(found.contains(&citation), "{} in {:?}", citation, found);
        }
    }

    #[test]
    fn any_text_is_covered_in_order(
        text in prop_oneof![
            "\\PC{0,60}",
            proptest::collection::vec(
                proptest::sample::select(vec![
                    "番号法", "国保法", "条例", "同法", "同条", "主務省令", "第3条", "、第4条", "第2項", "別表", "第二", "第", "1", "１０", "十九", "条", "項", "号", "の", "イ",
                    "、", "及び", "から", "まで", "に基づく", "による", "(", ")", "（以下「", "」という。）", "「", "」", "【", "】", "\n", "　", "附則",
                    "項番", "の表", "の項", "第三欄", "未制定", "㈱", "平成25年法律第27号", "施行令", "規則",
                ]),
                0..24,
            ).prop_map(|pieces| pieces.concat()),
        ]
    ) {
        let basis = StatutoryBasis::read(text.clone());
        let mut at = 0;
        let length = text.chars().count();
        for (index, found) in basis.found().iter().enumerate() {
            prop_assert!(at <= found.span.start && found.span.start < found.span.end && found.span.end <= length);
            at = found.span.end;
            prop_assert!(found.via.is_none_or(|via| via < index));
            prop_assert!(found.row.is_none_or(|row| row < index));
            prop_assert!(found.group.is_none_or(|group| group < basis.groups().len()));
            prop_assert_eq!(found.citation.to_string().parse(), Ok(found.citation.clone()), "{}", found.citation);
        }
        let pieces: String = basis.pieces().into_iter().map(|piece| match piece {
            mynumber_pia::law::Piece::Citation(_, text) | mynumber_pia::law::Piece::Text(text) => text,
        }).collect();
        prop_assert_eq!(pieces, text);
    }
}

#[test]
fn a_place_that_is_none_cannot_be_made() {
    let one = Number::new(1).unwrap();
    assert_eq!(Place::article(one).row(one), None, "an article has no rows");
    assert_eq!(Place::article(one).sub_item('イ'), None, "a sub-item needs an item");
    assert_eq!(Place::article(one).item(one).sub_item('ア'), None);
    assert_eq!(Place::appended_table(None).paragraph(one), Place::appended_table(None));
    assert_eq!(Place::appended_table(None).part(), Part::AppendedTable(None));
    assert_eq!(Place::article(one).supplementary().part(), Part::Supplementary);
}
