//! Whether the papers of an affair agree: every rule with its example and its texts.

#![allow(clippy::disallowed_methods, reason = "the test reads and writes a table of the documentation")]

use std::fmt::Write;

use chrono::NaiveDate;
use mynumber_pia::affair::{AGREE_RULES, AgreeRule, Disagreement, Dossier, Gathered, Register};
use mynumber_pia::validate::Severity;
use mynumber_pia::{Assessment, AssessmentKind, Language};
use serde_json::{Value, json};

use AssessmentKind::{BasicItem, KeyItem};

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 1).unwrap()
}

/// Adds what an object does not have.
fn complete(object: &mut Value, defaults: &Value) {
    for (key, value) in defaults.as_object().unwrap() {
        if object.get(key).is_none() {
            object[key] = value.clone();
        }
    }
}

/// Papers and a register, as an example has them.
struct Example {
    papers: Vec<Assessment>,
    register: Option<Register>,
}

impl Example {
    fn read(json: &str) -> Self {
        let mut json: Value = serde_json::from_str(json).unwrap();
        let papers = json["papers"].as_array_mut().unwrap().iter_mut().map(|paper| {
            let edition = match paper["kind"].as_str().unwrap() {
                "basic_item" => "form_2_2024_10",
                "key_item" => "form_3_2024_10",
                _ => "form_4_2024_10",
            };
            complete(
                paper,
                &json!({"format": "mynumber-pia", "version": 1, "edition": edition, "cover": {}, "affair": {}}),
            );
            complete(&mut paper["cover"], &json!({"body": "甲市長", "number": "1", "published": "2025-04-01"}));
            complete(&mut paper["affair"], &json!({"name": "介護保険に関する事務"}));
            serde_json::from_value(paper.clone()).unwrap_or_else(|error| panic!("{error}: {paper}"))
        });
        let papers = papers.collect();
        let register = json.get_mut("register").map(|register| {
            complete(register, &json!({"format": "mynumber-pia-register", "version": 1, "body": "甲市長"}));
            for affair in register["affairs"].as_array_mut().unwrap() {
                complete(affair, &json!({"number": "1", "name": "介護保険に関する事務"}));
            }
            serde_json::from_value(register.clone()).unwrap_or_else(|error| panic!("{error}: {register}"))
        });
        Self { papers, register }
    }

    fn gathered(&self) -> Gathered<'_> {
        Dossier::gather(&self.papers, self.register.as_ref())
    }
}

fn rules(found: &[Disagreement<'_>]) -> Vec<AgreeRule> {
    found.iter().map(|one| one.rule).collect()
}

/// For each rule, the Japanese and the English text of the disagreement in its example.
#[rustfmt::skip]
const TEXTS: &[(&str, &str, &str)] = &[
    (
        "basic_paper_missing",
        "重点項目評価書 表紙 評価書名：この事務の基礎項目評価書がない",
        "重点項目評価書 表紙 評価書名: has no 基礎項目評価書 beside it",
    ),
    (
        "deeper_paper_missing",
        "基礎項目評価書 Ⅲ しきい値判断結果：「基礎項目評価及び重点項目評価の実施が義務付けられる」とあるが、重点項目評価書がない",
        "基礎項目評価書 Ⅲ しきい値判断結果: says 「基礎項目評価及び重点項目評価の実施が義務付けられる」, but there is no 重点項目評価書",
    ),
    (
        "facts_require_more",
        "基礎項目評価書 Ⅲ しきい値判断結果：しきい値判断項目（対象人数 310,000人、取扱者数 500人未満、重大事故 発生なし）により全項目評価書が義務付けられるが、公表されていない",
        "基礎項目評価書 Ⅲ しきい値判断結果: requires 全項目評価書, which is not published: the facts are 対象人数 310,000人、取扱者数 500人未満、重大事故 発生なし",
    ),
    (
        "paper_beyond_result",
        "重点項目評価書 Ⅴ.1.② しきい値判断結果：「基礎項目評価及び重点項目評価の実施が義務付けられる」とあるが、しきい値判断項目（対象人数 5,000人、取扱者数 500人未満、重大事故 発生なし）によれば任意の評価である",
        "重点項目評価書 Ⅴ.1.② しきい値判断結果: says 「基礎項目評価及び重点項目評価の実施が義務付けられる」, but by the facts it is voluntary: 対象人数 5,000人、取扱者数 500人未満、重大事故 発生なし",
    ),
    (
        "two_deeper_papers",
        "全項目評価書 表紙 評価書名：重点項目評価書 表紙 評価書名も公表されている",
        "全項目評価書 表紙 評価書名: is published beside 重点項目評価書 表紙 評価書名",
    ),
    (
        "assessed_alone",
        "重点項目評価書 表紙 評価書名：評価の実施により公表された（令和6年4月1日）が、併せて公表された基礎項目評価書の記録がない",
        "重点項目評価書 表紙 評価書名: was published after an assessment (令和6年4月1日), but no 基礎項目評価書 is recorded with it",
    ),
    (
        "basic_day",
        "重点項目評価書 Ⅴ.1.① 実施日：「平成31年4月1日」とあるが、基礎項目評価書はその後令和6年5月1日に評価の実施により公表されている",
        "重点項目評価書 Ⅴ.1.① 実施日: says 「平成31年4月1日」, but the 基礎項目評価書 was published after an assessment later, on 令和6年5月1日",
    ),
    (
        "body_differs",
        "基礎項目評価書 表紙 評価実施機関名：「甲市教育委員会」とあるが、重点項目評価書 表紙 評価実施機関名は「甲市長」である",
        "基礎項目評価書 表紙 評価実施機関名: says 「甲市教育委員会」, but 重点項目評価書 表紙 評価実施機関名 says 「甲市長」",
    ),
    (
        "number_differs",
        "基礎項目評価書 表紙 評価書番号：「1」とあるが、重点項目評価書 表紙 評価書番号は「11」である",
        "基礎項目評価書 表紙 評価書番号: says 「1」, but 重点項目評価書 表紙 評価書番号 says 「11」",
    ),
    (
        "name_differs",
        "基礎項目評価書 Ⅰ.1.① 事務の名称：「介護保険に関する事務」とあるが、重点項目評価書 Ⅰ.1.① 事務の名称は「介護保険事務」である",
        "基礎項目評価書 Ⅰ.1.① 事務の名称: says 「介護保険に関する事務」, but 重点項目評価書 Ⅰ.1.① 事務の名称 says 「介護保険事務」",
    ),
    (
        "title_differs",
        "基礎項目評価書 表紙 評価書名：「介護保険に関する事務 基礎項目評価書」とあるが、重点項目評価書 表紙 評価書名は「児童手当に関する事務 重点項目評価書」である",
        "基礎項目評価書 表紙 評価書名: says 「介護保険に関する事務 基礎項目評価書」, but 重点項目評価書 表紙 評価書名 says 「児童手当に関する事務 重点項目評価書」",
    ),
    (
        "ended_differs",
        "重点項目評価書 表紙 評価書名：終了の表示がないが、基礎項目評価書 表紙 評価書名には「令和8年3月31日」とある",
        "重点項目評価書 表紙 評価書名: is not marked as ended, but 基礎項目評価書 表紙 評価書名 says 「令和8年3月31日」",
    ),
    (
        "population_differs",
        "基礎項目評価書 Ⅱ.1 評価対象の事務の対象人数は何人か：「1万人以上10万人未満」とあるが、重点項目評価書 Ⅰ.1.③ 対象人数は「10万人以上30万人未満」である",
        "基礎項目評価書 Ⅱ.1 評価対象の事務の対象人数は何人か: says 「1万人以上10万人未満」, but 重点項目評価書 Ⅰ.1.③ 対象人数 says 「10万人以上30万人未満」",
    ),
    (
        "result_differs",
        "基礎項目評価書 Ⅲ しきい値判断結果：「基礎項目評価の実施が義務付けられる」とあるが、重点項目評価書 Ⅴ.1.② しきい値判断結果は「基礎項目評価及び重点項目評価の実施が義務付けられる」である",
        "基礎項目評価書 Ⅲ しきい値判断結果: says 「基礎項目評価の実施が義務付けられる」, but 重点項目評価書 Ⅴ.1.② しきい値判断結果 says 「基礎項目評価及び重点項目評価の実施が義務付けられる」",
    ),
    (
        "handlers_too_few",
        "基礎項目評価書 Ⅱ.2 特定個人情報ファイル取扱者数は500人以上か：「500人未満」とあるが、重点項目評価書 Ⅱ.3.④ 使用者数［1番目のファイル］と委託先の取扱者数の合計は500～999人である",
        "基礎項目評価書 Ⅱ.2 特定個人情報ファイル取扱者数は500人以上か: says 「500人未満」, but 重点項目評価書 Ⅱ.3.④ 使用者数［1番目のファイル］ and the staff of the entrustees are 500～999人 together",
    ),
    (
        "handlers_open",
        "基礎項目評価書 Ⅱ.2 特定個人情報ファイル取扱者数は500人以上か：「500人未満」とあるが、重点項目評価書 Ⅱ.3.④ 使用者数［1番目のファイル］と委託先の取扱者数の合計は200～998人であり、500人以上となり得る。500人以上であれば結果が変わる",
        "基礎項目評価書 Ⅱ.2 特定個人情報ファイル取扱者数は500人以上か: says 「500人未満」, but 重点項目評価書 Ⅱ.3.④ 使用者数［1番目のファイル］ and the staff of the entrustees are 200～998人 together; 500 would change the result",
    ),
    (
        "incident_differs",
        "基礎項目評価書 Ⅱ.3 過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか：「発生あり」とあるが、重点項目評価書 Ⅲ.7.② 過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか［1番目のリスク対策］は「発生なし」である",
        "基礎項目評価書 Ⅱ.3 過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか: says 「発生あり」, but 重点項目評価書 Ⅲ.7.② 過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか［1番目のリスク対策］ says 「発生なし」",
    ),
    (
        "systems_differ",
        "基礎項目評価書 Ⅰ.1.③ システムの名称：「収納システム」が重点項目評価書 Ⅰ.2.システム.① システムの名称にない",
        "基礎項目評価書 Ⅰ.1.③ システムの名称: names 「収納システム」, which is not in 重点項目評価書 Ⅰ.2.システム.① システムの名称",
    ),
    (
        "files_differ",
        "基礎項目評価書 Ⅰ.2 特定個人情報ファイル名：重点項目評価書 Ⅰ.3 特定個人情報ファイル名と一致しない（こちらだけにあるもの：なし、重点項目評価書 Ⅰ.3 特定個人情報ファイル名だけにあるもの：給付ファイル）",
        "基礎項目評価書 Ⅰ.2 特定個人情報ファイル名: differs from 重点項目評価書 Ⅰ.3 特定個人情報ファイル名: only here なし, only there 給付ファイル",
    ),
    (
        "bases_differ",
        "基礎項目評価書 Ⅰ.3 法令上の根拠：重点項目評価書 Ⅰ.4 法令上の根拠と一致しない（こちらだけにあるもの：番号法別表の30の項、重点項目評価書 Ⅰ.4 法令上の根拠だけにあるもの：番号法別表の44の項）",
        "基礎項目評価書 Ⅰ.3 法令上の根拠: differs from 重点項目評価書 Ⅰ.4 法令上の根拠: only here 番号法別表の30の項, only there 番号法別表の44の項",
    ),
    (
        "linkage_differs",
        "基礎項目評価書 Ⅰ.4.① 実施の有無：「実施する」とあるが、重点項目評価書 Ⅰ.5.① 実施の有無は「実施しない」である",
        "基礎項目評価書 Ⅰ.4.① 実施の有無: says 「実施する」, but 重点項目評価書 Ⅰ.5.① 実施の有無 says 「実施しない」",
    ),
    (
        "linkage_bases_differ",
        "基礎項目評価書 Ⅰ.4.② 法令上の根拠：重点項目評価書 Ⅰ.5.② 法令上の根拠と一致しない（こちらだけにあるもの：利用特定個人情報の提供に関する命令第2条の表の1の項、重点項目評価書 Ⅰ.5.② 法令上の根拠だけにあるもの：利用特定個人情報の提供に関する命令第2条の表の2の項）",
        "基礎項目評価書 Ⅰ.4.② 法令上の根拠: differs from 重点項目評価書 Ⅰ.5.② 法令上の根拠: only here 利用特定個人情報の提供に関する命令第2条の表の1の項, only there 利用特定個人情報の提供に関する命令第2条の表の2の項",
    ),
    (
        "department_differs",
        "基礎項目評価書 Ⅰ.5.① 部署：「福祉部介護保険課」とあるが、重点項目評価書 Ⅰ.6.① 部署は「福祉部高齢福祉課」である",
        "基礎項目評価書 Ⅰ.5.① 部署: says 「福祉部介護保険課」, but 重点項目評価書 Ⅰ.6.① 部署 says 「福祉部高齢福祉課」",
    ),
    (
        "head_differs",
        "基礎項目評価書 Ⅰ.5.② 所属長の役職名：「介護保険課長」とあるが、重点項目評価書 Ⅰ.6.② 所属長の役職名は「高齢福祉課長」である",
        "基礎項目評価書 Ⅰ.5.② 所属長の役職名: says 「介護保険課長」, but 重点項目評価書 Ⅰ.6.② 所属長の役職名 says 「高齢福祉課長」",
    ),
    (
        "other_bodies_differ",
        "基礎項目評価書 Ⅰ.6 他の評価実施機関：重点項目評価書 Ⅰ.7 他の評価実施機関と一致しない（こちらだけにあるもの：甲市教育委員会、重点項目評価書 Ⅰ.7 他の評価実施機関だけにあるもの：なし）",
        "基礎項目評価書 Ⅰ.6 他の評価実施機関: differs from 重点項目評価書 Ⅰ.7 他の評価実施機関: only here 甲市教育委員会, only there なし",
    ),
    (
        "contact_differs",
        "基礎項目評価書 Ⅰ.7 請求先：「総務部総務課」とあるが、重点項目評価書 Ⅳ.1.① 請求先は「福祉部介護保険課」である",
        "基礎項目評価書 Ⅰ.7 請求先: says 「総務部総務課」, but 重点項目評価書 Ⅳ.1.① 請求先 says 「福祉部介護保険課」",
    ),
    (
        "opt_out_differs",
        "基礎項目評価書 Ⅳ.4 委託しない：「○」とあるが、重点項目評価書 Ⅲ.4 委託しない［1番目のリスク対策］は「印なし」である",
        "基礎項目評価書 Ⅳ.4 委託しない: says 「○」, but 重点項目評価書 Ⅲ.4 委託しない［1番目のリスク対策］ says 「印なし」",
    ),
    (
        "adequacy_differs",
        "基礎項目評価書 Ⅳ.7 特定個人情報の漏えい・滅失・毀損リスクへの対策は十分か：「十分である」とあるが、重点項目評価書 Ⅲ.7 リスクへの対策は十分か［1番目のリスク対策］を含め、全てのリスク対策が「課題が残されている」である",
        "基礎項目評価書 Ⅳ.7 特定個人情報の漏えい・滅失・毀損リスクへの対策は十分か: says 「十分である」, but 重点項目評価書 Ⅲ.7 リスクへの対策は十分か［1番目のリスク対策］ and every other section say 「課題が残されている」",
    ),
    (
        "not_yet_corrected",
        "基礎項目評価書 Ⅰ.5.① 部署：「福祉部介護保険課」とあるが、重点項目評価書 別添2 変更日［1番目の行］により「福祉部高齢福祉課」に変更されている。速やかに修正する",
        "基礎項目評価書 Ⅰ.5.① 部署: says 「福祉部介護保険課」, but 重点項目評価書 別添2 変更日［1番目の行］ changed it to 「福祉部高齢福祉課」: correct it promptly",
    ),
    (
        "correction_missing",
        "基礎項目評価書 Ⅰ.5.① 部署：「福祉部介護保険課」のままであるが、重点項目評価書 別添2 変更日［1番目の行］により「福祉部高齢福祉課」に変更された後に公表されている",
        "基礎項目評価書 Ⅰ.5.① 部署: still says 「福祉部介護保険課」, but was published after 重点項目評価書 別添2 変更日［1番目の行］ changed it to 「福祉部高齢福祉課」",
    ),
    (
        "timing_differs",
        "基礎項目評価書 変更箇所 提出時期［1番目の行］：「事後」とあるが、同じ日の同じ項目について重点項目評価書 別添2 提出時期［1番目の行］は「事前」である",
        "基礎項目評価書 変更箇所 提出時期［1番目の行］: says 「事後」, but 重点項目評価書 別添2 提出時期［1番目の行］ says 「事前」 for the same item and day",
    ),
    (
        "number_used_twice",
        "基礎項目評価書 表紙 評価書番号：評価書番号「1」が「1 介護保険に関する事務」と重複している",
        "基礎項目評価書 表紙 評価書番号: has the number 1, like 「1 介護保険に関する事務」",
    ),
    (
        "affair_twice",
        "基礎項目評価書 Ⅰ.1.① 事務の名称：事務の名称が「1 介護保険に関する事務」と重複している",
        "基礎項目評価書 Ⅰ.1.① 事務の名称: has the name of 「1 介護保険に関する事務」",
    ),
    (
        "incident_differs_in_body",
        "基礎項目評価書 Ⅱ.3 過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか：「発生なし」とあるが、「1 介護保険に関する事務」の基礎項目評価書は「発生あり」である",
        "基礎項目評価書 Ⅱ.3 過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか: says 「発生なし」, but the 基礎項目評価書 of 「1 介護保険に関する事務」 says 「発生あり」",
    ),
    (
        "not_in_register",
        "基礎項目評価書 表紙 評価書番号：計画管理書にこの事務がない",
        "基礎項目評価書 表紙 評価書番号: is not in the register",
    ),
    (
        "entry_without_paper",
        "1 介護保険に関する事務：計画管理書にあるが、評価書がない",
        "1 介護保険に関する事務: is in the register, but has no paper",
    ),
];

#[test]
fn the_texts_are_pinned() {
    let codes: Vec<&str> = AGREE_RULES.iter().map(|row| row.rule.code()).collect();
    let pinned: Vec<&str> = TEXTS.iter().map(|(code, ..)| *code).collect();
    assert_eq!(codes, pinned);
    for (row, (_, japanese, english)) in AGREE_RULES.iter().zip(TEXTS) {
        let example = Example::read(row.example);
        let found = example.gathered().disagreements(as_of());
        assert_eq!(found[0].text(Language::Japanese), *japanese);
        assert_eq!(found[0].text(Language::English), *english);
        assert_eq!(found[0].to_string(), *japanese);
    }
}

#[test]
fn every_example_breaks_its_rule_and_no_other() {
    for row in AGREE_RULES {
        let example = Example::read(row.example);
        let found = example.gathered().disagreements(as_of());
        let texts: Vec<String> = found.iter().map(|one| format!("{} {one}", one.rule)).collect();
        assert_eq!(rules(&found), [row.rule], "{}: {texts:#?}", row.rule);
    }
}

#[test]
fn the_table_is_complete() {
    let mut codes: Vec<&str> = AGREE_RULES.iter().map(|row| row.rule.code()).collect();
    assert_eq!(codes.len(), 36);
    assert!(AGREE_RULES.iter().enumerate().all(|(index, row)| row.rule as usize == index && row.rule.row() == row));
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), AGREE_RULES.len());
    for severity in [Severity::Warning, Severity::Note] {
        assert!(AGREE_RULES.iter().any(|row| row.severity == severity));
    }
    for row in AGREE_RULES {
        assert!(!row.source.evidence.is_empty() && !row.text(Language::Japanese).contains('{'));
        assert_eq!(row.text(Language::English), row.checks);
    }
}

/// The rules that a body's papers break, each with the paper at which it is reported.
fn at(example: &str) -> Vec<(AgreeRule, Option<AssessmentKind>)> {
    let example = Example::read(example);
    let gathered = example.gathered();
    gathered.disagreements(as_of()).iter().map(|one| (one.rule, one.at.as_ref().map(|spot| spot.paper))).collect()
}

/// P6: the 基礎項目評価書 and the 重点項目評価書 of one affair differ in population and result, which no check of one paper can find.
#[test]
fn p6_two_papers_that_contradict_each_other() {
    let example = r#"{"papers": [
        {"kind": "basic_item", "population": "from_10000_to_99999",
            "threshold": {"handlers": "under_500", "incident": "no", "result": "basic_item"}},
        {"kind": "key_item", "population": "from_100000_to_299999", "threshold": {"result": "basic_item_and_key_item"}}]}"#;
    assert_eq!(
        at(example),
        [(AgreeRule::PopulationDiffers, Some(BasicItem)), (AgreeRule::ResultDiffers, Some(BasicItem))]
    );
}

/// The paper at fault is the one that does not follow the change table of the other.
#[test]
fn a_change_table_says_which_paper_is_to_be_corrected() {
    let papers = |basic: &str, key: &str, basic_rows: &str, key_rows: &str| {
        at(&format!(
            r#"{{"papers": [
                {{"kind": "basic_item", "cover": {{"published": "{basic}"}}, "department": {{"name": "新課"}}, "changes": [{basic_rows}]}},
                {{"kind": "key_item", "cover": {{"published": "{key}"}}, "department": {{"name": "旧課"}}, "changes": [{key_rows}]}}]}}"#
        ))
    };
    let row = r#"{"date": "2025-03-01", "items": "Ⅰ5．①部署", "before": "旧課", "after": "新課"}"#;
    let contradiction = [(AgreeRule::DepartmentDiffers, Some(BasicItem))];
    // The change was made after the 重点項目評価書 was published.
    assert_eq!(papers("2025-03-01", "2024-06-01", row, ""), [(AgreeRule::NotYetCorrected, Some(KeyItem))]);
    // It was published on the day of the change, or later, and should say it.
    assert_eq!(papers("2025-03-01", "2025-03-01", row, ""), [(AgreeRule::CorrectionMissing, Some(KeyItem))]);
    assert_eq!(papers("2025-03-01", "2025-06-01", row, ""), [(AgreeRule::CorrectionMissing, Some(KeyItem))]);
    // No row, a row about something else, or a row that quotes something else, explains nothing.
    assert_eq!(papers("2025-03-01", "2024-06-01", "", ""), contradiction);
    let other = r#"{"date": "2025-03-01", "items": "Ⅰ7．請求先", "before": "旧課", "after": "新課"}"#;
    assert_eq!(papers("2025-03-01", "2024-06-01", other, ""), contradiction);
    let other = r#"{"date": "2025-03-01", "items": "Ⅰ5．①部署", "before": "古課", "after": "新課"}"#;
    assert_eq!(papers("2025-03-01", "2025-06-01", other, ""), contradiction);
    // A row in the paper that says the old answer is about an earlier change.
    let earlier = r#"{"date": "2024-06-01", "items": "Ⅰ6．①部署", "before": "古課", "after": "旧課"}"#;
    assert_eq!(papers("2025-03-01", "2024-06-01", row, earlier), [(AgreeRule::NotYetCorrected, Some(KeyItem))]);
    // Without days nothing is newer.
    assert_eq!(papers("?", "2024-06-01", "", ""), contradiction);
}

#[test]
fn people_counted_after_the_deeper_paper_explain_another_population() {
    let counted = |day: &str| {
        at(&format!(
            r#"{{"papers": [
                {{"kind": "basic_item", "population": "from_10000_to_99999", "threshold": {{"population_as_of": "{day}"}}}},
                {{"kind": "key_item", "cover": {{"published": "2024-06-01"}}, "population": "from_1000_to_9999"}}]}}"#
        ))
    };
    assert_eq!(counted("2025-03-01"), [(AgreeRule::NotYetCorrected, Some(KeyItem))]);
    assert_eq!(counted("2024-06-01"), [(AgreeRule::PopulationDiffers, Some(BasicItem))]);
}

/// The incident of Ⅱ3 happened in the year before the 基礎項目評価書, so after two years more it may be three years ago.
#[test]
fn an_incident_must_be_in_deeper_papers_for_two_years() {
    let published = |key: &str| {
        at(&format!(
            r#"{{"papers": [
                {{"kind": "basic_item", "cover": {{"published": "2023-04-01"}}, "threshold": {{"incident": "yes"}}}},
                {{"kind": "key_item", "cover": {{"published": "{key}"}}, "risks": [{{"retention": {{"incident": "no"}}}}]}}]}}"#
        ))
    };
    let found = [(AgreeRule::IncidentDiffers, Some(BasicItem))];
    assert_eq!(published("2023-04-01"), found);
    assert_eq!(published("2025-04-01"), found);
    assert_eq!(published("2025-04-02"), []);
    assert_eq!(published("2023-03-31"), []);
}

#[test]
fn a_law_that_was_renumbered_is_the_same_basis() {
    let cited = |key: &str| {
        at(&format!(
            r#"{{"papers": [
                {{"kind": "basic_item", "cover": {{"published": "2024-01-15"}}, "number_use_bases": "番号法第9条第1項、別表第一の30の項"}},
                {{"kind": "key_item", "number_use_bases": "{key}"}}]}}"#
        ))
    };
    assert_eq!(cited("番号法第9条第1項、番号法別表の44の項"), []);
    assert_eq!(cited("番号法第９条第１項　別表　４４の項"), []);
    assert_eq!(cited("番号法第9条第1項、番号法別表の30の項"), [(AgreeRule::BasesDiffer, Some(BasicItem))]);
}

#[test]
fn only_one_paper_may_name_the_prefecture() {
    let body = |key: &str| {
        let example = Example::read(&format!(
            r#"{{"papers": [{{"kind": "basic_item", "cover": {{"body": "川口市長"}}}}, {{"kind": "key_item", "cover": {{"body": "{key}"}}}}]}}"#
        ));
        let dossier = Dossier::of_papers(&example.papers, None, None);
        dossier.disagreements(as_of()).iter().map(|one| (one.rule, one.severity)).collect::<Vec<_>>()
    };
    assert_eq!(body("川口市長"), []);
    assert_eq!(body("埼玉県川口市長"), [(AgreeRule::BodyDiffers, Severity::Note)]);
    assert_eq!(body("埼玉県知事"), [(AgreeRule::BodyDiffers, Severity::Warning)]);
}

#[test]
fn a_missing_paper_is_an_error_if_the_register_lists_the_others() {
    let missing = |result: &str, publications: &str| {
        let example = Example::read(&format!(
            r#"{{"papers": [{{"kind": "key_item", "threshold": {{"result": "{result}"}}}}],
                "register": {{"affairs": [{{"publications": [{publications}]}}]}}}}"#
        ));
        let found = example.gathered().disagreements(as_of());
        found.iter().map(|one| (one.rule, one.severity)).collect::<Vec<_>>()
    };
    let key = r#"{"paper": "key_item", "on": "2025-04-01", "by": "corrected"}"#;
    let basic = r#"{"paper": "basic_item", "on": "2025-04-01", "by": "corrected"}"#;
    assert_eq!(missing("basic_item_and_key_item", key), [(AgreeRule::BasicPaperMissing, Severity::Error)]);
    // A voluntary assessment, and a register that lists no publications.
    assert_eq!(missing("none", key), [(AgreeRule::BasicPaperMissing, Severity::Note)]);
    assert_eq!(missing("basic_item_and_key_item", ""), [(AgreeRule::BasicPaperMissing, Severity::Note)]);
    // It was published, but is not among the documents.
    assert_eq!(missing("basic_item_and_key_item", &format!("{basic}, {key}")), []);
}

#[test]
fn what_is_not_answered_or_not_known_contradicts_nothing() {
    let papers = |basic: &str, key: &str| {
        at(&format!(r#"{{"papers": [{{"kind": "basic_item", {basic}}}, {{"kind": "key_item", {key}}}]}}"#))
    };
    assert_eq!(papers(r#""population": "?""#, r#""population": "under_1000""#), []);
    assert_eq!(papers(r#""department": {"name": "?"}"#, r#""department": {"name": "税務課"}"#), []);
    assert_eq!(papers(r#""linkage": {}"#, r#""linkage": {"state": "implemented"}"#), []);
    assert_eq!(papers(r#""files": []"#, r#""files": [{"name": "甲ファイル"}]"#), []);
    // An excerpt may leave files and systems out.
    let excerpt = r#""extent": "excerpt", "files": [{"name": "甲ファイル"}]"#;
    assert_eq!(papers(r#""files": [{"name": "乙ファイル"}], "systems": [{"name": "丙システム"}]"#, excerpt), []);
    // The same names in another notation or order.
    assert_eq!(papers(r#""files": [{"name": "（１）甲ファイル"}]"#, r#""files": [{"name": "甲 ファイル"}]"#), []);
    let lists =
        (r#""requests": {"contact_to": ["税務課", "総務課"]}"#, r#""requests": {"contact_to": ["総務課", "税 務課"]}"#);
    assert_eq!(papers(lists.0, lists.1), []);
    assert_eq!(papers(r#""other_bodies": "―""#, r#""other_bodies": """#), []);
    let alias = r#""systems": [{"name": "国保システム", "aliases": "国民健康保険システム"}]"#;
    assert_eq!(papers(r#""systems": [{"name": "国民健康保険システム"}]"#, alias), []);
    // The deeper paper may name more systems.
    assert_eq!(
        papers(
            r#""systems": [{"name": "甲システム"}]"#,
            r#""systems": [{"name": "甲システム"}, {"name": "乙システム"}]"#
        ),
        []
    );
}

#[test]
fn nothing_is_missing_of_an_affair_that_ended() {
    let ended = r#"{"papers": [{"kind": "basic_item", "cover": {"ended": "2026-03-31"}, "threshold": {"result": "basic_item_and_key_item"}}]}"#;
    assert_eq!(at(ended), []);
    let ended = r#"{"papers": [], "register": {"affairs": [{"ended": "2026-03-31"}]}}"#;
    assert_eq!(at(ended), []);
    let planned = r#"{"papers": [], "register": {"affairs": [{"planned": [{"what": "hold", "on": "2026-10-01"}]}]}}"#;
    assert_eq!(at(planned), []);
}

/// The answer to Ⅱ3 may differ between papers of different days, unless the register shows that nothing happened between them.
#[test]
fn incidents_of_the_body() {
    let found = |second: &str, incidents: &str| {
        at(&format!(
            r#"{{"papers": [
                {{"kind": "basic_item", "cover": {{"published": "2024-06-01"}}, "threshold": {{"incident": "yes"}}}},
                {{"kind": "basic_item", "cover": {{"number": "2", "published": "{second}"}}, "affair": {{"name": "乙"}},
                    "threshold": {{"incident": "no"}}}}],
                "register": {{{incidents}"affairs": [{{}}, {{"number": "2", "name": "乙"}}]}}}}"#
        ))
    };
    let differs = [(AgreeRule::IncidentDiffersInBody, Some(BasicItem))];
    let incident = r#""incidents": [{"date": "2024-03-01", "scope": "specific_personal_information"}], "#;
    assert_eq!(found("2024-06-01", ""), differs);
    assert_eq!(found("2025-02-28", ""), []);
    assert_eq!(found("2025-02-28", incident), differs);
    assert_eq!(found("2025-03-01", incident), differs);
    // A year later it no longer counts; before it had not happened.
    assert_eq!(found("2025-03-02", incident), []);
    assert_eq!(found("2024-02-29", incident), []);
}

#[test]
fn json_of_a_disagreement() {
    let example = Example::read(AgreeRule::LinkageDiffers.row().example);
    let gathered = example.gathered();
    let found = gathered.disagreements(as_of());
    let source = AgreeRule::LinkageDiffers.row().source;
    assert_eq!(
        serde_json::to_value(&found[0]).unwrap(),
        json!({
            "affair": {"body": "甲市長", "number": "1", "name": "介護保険に関する事務"},
            "severity": "warning", "severity_label": "警告", "code": "linkage_differs",
            "at": {"paper": "basic_item", "paper_label": "基礎項目評価書", "version": 0, "item": "linkage_state",
                "number": "Ⅰ.4.①", "label": "実施の有無", "path": "linkage.state"},
            "other": {"paper": "key_item", "paper_label": "重点項目評価書", "version": 0, "item": "linkage_state",
                "number": "Ⅰ.5.①", "label": "実施の有無", "path": "linkage.state"},
            "seen": "実施する", "expected": "実施しない",
            "source": serde_json::to_value(source).unwrap(),
            "ja": "基礎項目評価書 Ⅰ.4.① 実施の有無：「実施する」とあるが、重点項目評価書 Ⅰ.5.① 実施の有無は「実施しない」である",
            "en": "基礎項目評価書 Ⅰ.4.① 実施の有無: says 「実施する」, but 重点項目評価書 Ⅰ.5.① 実施の有無 says 「実施しない」"
        })
    );
}

#[test]
fn the_table_of_the_documentation_is_the_list() {
    let mut table = String::from(
        "# Rules between papers\n\n\
         Generated from [`AGREE_RULES`] by `UPDATE_RULES=1 cargo test --test affair`. [`AgreeRule`] has an example of each.\n\n\
         <details><summary>Show the table</summary>\n\n\
         | code | severity | checks | source |\n|---|---|---|---|\n",
    );
    for row in AGREE_RULES {
        let _ = writeln!(table, "| `{}` | {} | {} | {} |", row.rule, row.severity, row.checks, row.source);
    }
    table.push_str("\n</details>\n");
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/affair/agree/rules.md");
    if std::env::var_os("UPDATE_RULES").is_some() {
        std::fs::write(&file, &table).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    assert!(written == table, "src/affair/agree/rules.md is not what the rules say: run with UPDATE_RULES=1");
}
