//! Every statutory basis of five published assessments, and texts of statutes and of other cells, with their citations.
//!
//! The bases in `data/bases.jsonl` were transcribed by hand. After them come ordinary text of statutes (`statutes`), amending
//! clauses (`amendments`) and what municipalities write elsewhere (`municipal`), whose citations were compared with the text by
//! eye. The last texts were made, twenty for each class that the reader once misread: bodies named after a law
//! (`corporations`), titles of laws on several Acts (`joint_titles`), items of tables (`table_items`), words between a law and its
//! place (`between`), ordinances without a place (`ordinances`), laws by their number (`law_numbers`), chapters (`divisions`),
//! forms and points of guidelines (`forms_and_points`), and ranges of sub-items (`sub_items`); and a few for orders after words
//! (`orders`) and titles with 「、」 (`listed`). A line has the document, the position of the text in it, the text, and for each citation its canonical form, the
//! citation that it goes through, and the row that it belongs to.

use mynumber_pia::law::{Citation, Definitions, Piece, StatutoryBasis};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    document: String,
    r#where: String,
    text: String,
    citations: Vec<(String, Option<usize>, Option<usize>)>,
}

fn records() -> Vec<Record> {
    include_str!("../data/bases.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The short names that the five documents define.
fn names(records: &[Record], document: &str) -> Definitions {
    let mut names = Definitions::new();
    for record in records.iter().filter(|record| record.document == document) {
        names.learn(&record.text);
    }
    names
}

#[test]
fn every_basis_is_read_and_none_wrongly() {
    let records = records();
    let mut citations = 0;
    for document in ["edogawa", "shinjuku", "kawaguchi", "kumagaya", "matsudo"] {
        let names = names(&records, document);
        for record in records.iter().filter(|record| record.document == document) {
            let basis = StatutoryBasis::read_with(record.text.clone(), &names);
            let found: Vec<_> =
                basis.found().iter().map(|found| (found.citation.to_string(), found.via, found.row)).collect();
            assert_eq!(found, record.citations, "{document} {}: {}", record.r#where, record.text);
            citations += found.len();
        }
    }
    assert_eq!(citations, 1_264);
    // Each of these texts is from another document.
    let mut others = [
        ("statutes", 0),
        ("amendments", 0),
        ("municipal", 0),
        ("corporations", 0),
        ("joint_titles", 0),
        ("table_items", 0),
        ("between", 0),
        ("ordinances", 0),
        ("law_numbers", 0),
        ("divisions", 0),
        ("forms_and_points", 0),
        ("sub_items", 0),
        ("orders", 0),
        ("listed", 0),
    ];
    for (document, citations) in &mut others {
        for record in records.iter().filter(|record| record.document == *document) {
            let basis = StatutoryBasis::read(record.text.clone());
            let found: Vec<_> =
                basis.found().iter().map(|found| (found.citation.to_string(), found.via, found.row)).collect();
            assert_eq!(found, record.citations, "{document} {}: {}", record.r#where, record.text);
            *citations += found.len();
        }
    }
    let cited: Vec<usize> = others.iter().map(|(_, citations)| *citations).collect();
    assert_eq!((records.len(), cited), (506, Vec::from([177, 49, 64, 10, 24, 24, 33, 17, 18, 20, 20, 23, 6, 21])));
}

#[test]
fn what_is_printed_reads_back() {
    for record in records() {
        for citation in StatutoryBasis::read(record.text).citations() {
            assert_eq!(citation.to_string().parse(), Ok(citation.clone()), "{citation}");
        }
    }
}

#[test]
fn nothing_of_a_text_is_lost() {
    for record in records() {
        let basis = StatutoryBasis::read(record.text.clone());
        let text: String = basis
            .pieces()
            .into_iter()
            .map(|piece| match piece {
                Piece::Citation(_, text) | Piece::Text(text) => text,
            })
            .collect();
        assert_eq!(text, record.text);
        assert_eq!(basis.to_string(), record.text);
        let json = serde_json::to_string(&basis).unwrap();
        assert_eq!(json, serde_json::to_string(&record.text).unwrap());
        assert_eq!(serde_json::from_str::<StatutoryBasis>(&json).unwrap(), basis);
    }
}

#[test]
fn the_same_row_in_two_groups_is_two_bases() {
    let records = records();
    let record = records.iter().find(|record| record.document == "edogawa" && record.r#where == "I6").unwrap();
    let basis = StatutoryBasis::read(record.text.clone());
    let row = |row: &str| -> Vec<usize> {
        let named = format!("利用特定個人情報の提供に関する命令第2条の表の{row}の項");
        basis
            .found()
            .iter()
            .filter(|found| found.citation.to_string() == named)
            .filter_map(|found| found.group)
            .collect()
    };
    for twice in ["13", "158"] {
        let groups = row(twice);
        assert_eq!(groups.len(), 2, "{twice}");
        assert_ne!(groups[0], groups[1], "{twice}");
    }
    assert_eq!(row("161").len(), 1);
    let group = &basis.groups()[row("161")[0]];
    let text: String = record.text.chars().skip(group.start).take(group.len()).collect();
    assert!(text.starts_with("第三欄（情報提供者）が「医療保険者又は後期高齢者医療広域連合」"), "{text}");
}

#[test]
fn definitions_of_a_document_are_learned() {
    let records = records();
    let learned = |document| -> Vec<String> {
        names(&records, document).iter().map(|(name, law)| format!("{name} = {law}")).collect()
    };
    assert_eq!(learned("edogawa"), ["条例 = 江戸川区個人番号の利用に関する条例"]);
    assert_eq!(
        learned("kawaguchi"),
        ["番号法に基づく個人番号の利用及び特定個人情報の提供に関する条例 = \
          行政手続における特定の個人を識別するための番号の利用等に関する法律に基づく個人番号の利用及び特定個人情報の提供に関する条例"]
    );
    // 番号法 and 番号利用法 are known already.
    assert_eq!(learned("kumagaya"), Vec::<String>::new());
}

/// Other texts of the same documents that are not bases.
const NEAR_MISSES: &[&str] = &[
    "令和7年5月30日",
    "令和７年１月１４日切替",
    "H30.5.21の様式改正に伴い",
    "2018/4/1 平成30年7月31日　時点 事前",
    "平成２５年法律第２７号",
    "平成２７年１０月条例第３０号",
    "平成十一年東京都規則第百十二号",
    "(平成27年 政令第427号)",
    "第三欄（情報提供者）及び第四欄（利用特定個人情報）に以下が含まれる項",
    "第一欄（情報照会者）が「市町村長」の項のうち",
    "第三者（加害者）の行為が原因",
    "第3者に提供しない",
    "主務省令未制定",
    "主務省令の発出に伴う修正であり、重要な変更に当たらない",
    "郵便番号360-8601 熊谷市宮町2丁目47番地1",
    "電話048-524-1111　内線276、248",
    "電話番号０４７－３６６－７１０７",
    "1) 500人以上 2) 500人未満",
    "10項目以上50項目未満",
    "1の項目",
    "第1項目",
    "別添30の項",
    "10万人以上100万人未満",
    "約3,000円",
    "約1万7千ファイル",
    "４情報又は住所を含む３情報による照会を原則とする",
    "４．情報提供ネットワークシステムによる情報連携",
    "11．最も優先度が高いと考えられる対策",
    "2)又は3)を選択した評価実施機関",
    "提供先1、4、10、14、19の削除に伴い、提供先2を1に",
    "27、28を18、19、20、21、22、23に移動する。",
    "介護2号適用除外情報",
    "リスク1⑨",
    "別添1（１．資格継続業務）を参照",
    "【第1.0版】",
    "5~8",
    "40,608,105",
    "(1) 国保賦課ファイル～(4) 国保収滞納ファイル",
    "ISO/IEC27017",
    "平成27年2月13日府番第27号、総行住第14号、総税市第12号",
    "の記の２により",
    "※（７．②を除く。）",
    "契約書の条文に基づき",
    "契約書第5条により",
    "Ⅱ-４特定個人情報ファイルの取扱いの委託④、⑤、⑥",
    "次の方法第1号",
    "法令の項号の修正",
    "これらの法律に基づく条例による地方税の賦課徴収",
    "この法律第3条",
    "この規則第5条第1項",
    "その他の法律第3条",
    "医療保険者（医療保険各法第3条）",
    "医療保険各法",
];

#[test]
fn near_misses_yield_nothing() {
    for text in NEAR_MISSES {
        let basis = StatutoryBasis::read(*text);
        let found: Vec<String> = basis.citations().map(Citation::to_string).collect();
        assert_eq!(found, Vec::<String>::new(), "{text}");
    }
}

/// Running text of statutes, where words of the sentence are next to the title, with its citations.
const RUNNING: &[(&str, &[&str])] = &[
    // 特定個人情報保護評価に関する規則
    ("基礎項目評価書、重点項目評価書又は法第二十八条第一項に規定する評価書", &["法第28条第1項"]),
    ("第七条第六項の規定による公表をした日又は法第二十八条第四項", &["第7条第6項", "法第28条第4項"]),
    ("地方公共団体等は、前項の規定により法第二十八条第一項に規定する評価書", &["法第28条第1項"]),
    ("当該特定個人情報ファイルに重要な変更を加えた後速やかに法第二十八条第一項", &["法第28条第1項"]),
    ("（個人番号を用いる事務をいう。）において保有するもの以外のもの及び法第十九条第八号", &["法第19条第8号"]),
    (
        "この規則の施行の際現に改正前の特定個人情報保護評価に関する規則第五条第一項",
        &["特定個人情報保護評価に関する規則第5条第1項"],
    ),
    (
        "番号法（以下「法」という。）及び国民健康保険法第三条並びに法第九条",
        &["番号法", "国民健康保険法第3条", "番号法第9条"],
    ),
    // The affairs and providers of the tables.
    ("市町村長が行う児童手当法第八条", &["児童手当法第8条"]),
    (
        "船員保険法による保険給付又は雇用保険法等の一部を改正する法律附則第三十九条",
        &["船員保険法", "雇用保険法等の一部を改正する法律附則第39条"],
    ),
    (
        "法（以下「法」という。）第二十七条第一項において読み替えて準用する国家公務員災害補償法第八条",
        &["法第27条第1項", "国家公務員災害補償法第8条"],
    ),
    ("都道府県知事又は国家戦略特別区域法第十二条の五第十二項", &["国家戦略特別区域法第12条の5第12項"]),
    ("附則第十二条の規定による改正前の国家戦略特別区域法第三条", &["附則第12条", "国家戦略特別区域法第3条"]),
    // Laws that the crate does not know.
    ("市町村長が行う獣医師法第三条", &["獣医師法第3条"]),
    ("都道府県知事及び獣医師法第三条", &["獣医師法第3条"]),
    ("保健事業の実施又は獣医師法施行令第三条", &["獣医師法施行令第3条"]),
    ("給付の支給又は獣医療の体制に関する法律第三条", &["獣医療の体制に関する法律第3条"]),
    ("本人の同意又は個人情報保護条例第九条", &["個人情報保護条例第9条"]),
    // A conjunction inside a title.
    (
        "議会の議決に付すべき契約及び財産の取得又は処分に関する条例第二条",
        &["議会の議決に付すべき契約及び財産の取得又は処分に関する条例第2条"],
    ),
    ("麻薬及び向精神薬取締法施行令第三条", &["麻薬及び向精神薬取締法施行令第3条"]),
    ("患者又は毒物及び劇物取締法第三条", &["毒物及び劇物取締法第3条"]),
    ("石綿による健康被害の救済に関する法律第四条", &["石綿による健康被害の救済に関する法律第4条"]),
    (
        "年金制度の機能強化のための国民年金法等の一部を改正する法律第二条",
        &["年金制度の機能強化のための国民年金法等の一部を改正する法律第2条"],
    ),
    ("あへん法第三条", &["あへん法第3条"]),
    // A known name that is the end of another name.
    ("行政機関個人情報保護法第十条", &["行政機関個人情報保護法第10条"]),
    ("東京都国民健康保険法施行細則第二条", &["東京都国民健康保険法施行細則第2条"]),
];

#[test]
fn titles_in_running_text_are_neither_cut_nor_too_long() {
    for (text, citations) in RUNNING {
        let basis = StatutoryBasis::read(*text);
        let found: Vec<String> = basis.citations().map(Citation::to_string).collect();
        assert_eq!(found, *citations, "{text}");
    }
}

#[test]
fn titles_with_words_before_them_are_no_names() {
    for text in ["重点項目評価書又は法第二十八条", "公表をした後速やかに法第二十八条", "この規則第五条"]
    {
        assert!(text.parse::<Citation>().is_err(), "{text}");
    }
}
