//! The rules: each with the example that breaks it, and with the same document corrected.

#![allow(clippy::disallowed_methods, reason = "the table of the rules is a file of the documentation")]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::threshold::Exemption;
use mynumber_pia::validate::{
    Complete, Finding, Language, MAX_FINDINGS, RULES, Rule, RuleRow, Severity, validate, validate_with,
};
use mynumber_pia::value::answer::Answer;
use mynumber_pia::value::band::{Count, PopulationBand};
use mynumber_pia::value::choice::{Adequacy, Extent, Priority, SubmittedForms};
use mynumber_pia::value::kind::{AssessmentKind, Obligation};
use serde_json::json;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The document of an example: a header for the first form of the rule, and the fields of the example.
fn example(row: &RuleRow) -> Assessment {
    document(row, row.example)
}

/// A document of the first form of the rule, with these fields.
fn document(row: &RuleRow, fields: &str) -> Assessment {
    let json = json(row.forms[0], fields);
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{}: {error}: {json}", row.rule))
}

fn json(kind: AssessmentKind, fields: &str) -> String {
    let form = kind.form().trim_start_matches("様式");
    let fields = fields.strip_prefix('{').unwrap();
    // An example can name its own edition.
    if fields.starts_with("\"edition\"") {
        return format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", {fields}"#);
    }
    let separator = if fields == "}" { "" } else { "," };
    format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "form_{form}_2024_10"{separator}{fields}"#
    )
}

/// Every rule is broken by its example, has a text in two languages, and occurs once in the list.
#[test]
fn every_rule_is_broken_by_its_example() {
    let mut codes = BTreeSet::new();
    for row in RULES {
        let report = validate(&example(row), day("2025-06-01"));
        let found: Vec<&Finding> = report.iter().filter(|finding| finding.rule == row.rule).collect();
        assert!(!found.is_empty(), "{} is not broken by its example", row.rule);
        for finding in found {
            assert_eq!(finding.severity, row.severity, "{}", row.rule);
            for language in [Language::Japanese, Language::English] {
                let text = finding.text(language);
                assert!(!text.contains(['{', '}']) && !text.contains("「」"), "{}: {text}", row.rule);
            }
        }
        assert!(codes.insert(row.rule.code()), "{} occurs twice", row.rule);
        assert_eq!(row.rule.row(), row);
        assert!(!row.forms.is_empty() && !row.source.is_empty() && row.checks.ends_with('.'), "{}", row.rule);
    }
}

fn table() -> String {
    use std::fmt::Write as _;

    let mut table = String::from(
        "# Every rule\n\
         Generated from [`RULES`] by `UPDATE_RULES=1 cargo test --test validate`. [`Rule`] has an example of each.\n\n\
         <details><summary>Show the table</summary>\n\n\
         | code | severity | checks | forms | source |\n|---|---|---|---|---|\n",
    );
    for row in RULES {
        let forms: Vec<&str> = row.forms.iter().map(|kind: &AssessmentKind| kind.form()).collect();
        let (code, severity, checks, source) = (row.rule, row.severity, row.checks, row.source);
        let _ = writeln!(table, "| `{code}` | {severity} | {checks} | {} | {source} |", forms.join("、"));
    }
    table.push_str("\n</details>\n");
    table
}

#[test]
fn the_table_of_the_documentation_is_the_list() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/validate/rules.md");
    if std::env::var_os("UPDATE_RULES").is_some() {
        std::fs::write(&file, table()).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    assert!(written == table(), "src/validate/rules.md is not what the rules say: run with UPDATE_RULES=1");
}

#[test]
fn severities_are_all_used() {
    for severity in Severity::ALL {
        assert!(RULES.iter().any(|row| row.severity == *severity), "{severity}");
    }
}

/// For each rule, the path of the first finding in its example, and its Japanese and English text.
#[rustfmt::skip]
const TEXTS: &[(&str, &str, &str, &str)] = &[
    (
        "required_item",
        "cover.number",
        "表紙 評価書番号：記載がない",
        "表紙 評価書番号: is not answered",
    ),
    (
        "conditional_item",
        "linkage.bases",
        "Ⅰ.4.② 法令上の根拠：Ⅰ.4.① 実施の有無が「実施する」であるのに、記載がない",
        "Ⅰ.4.② 法令上の根拠: is not answered, although Ⅰ.4.① 実施の有無 says 「実施する」",
    ),
    (
        "unneeded_answer",
        "linkage.bases",
        "Ⅰ.4.② 法令上の根拠：「番号法第19条第8号」とあるが、Ⅰ.4.① 実施の有無により記載を要しない",
        "Ⅰ.4.② 法令上の根拠: says 「番号法第19条第8号」, which Ⅰ.4.① 実施の有無 rules out",
    ),
    (
        "item_not_printed",
        "risk.priority.grounds",
        "最も優先度が高いと考えられる対策 判断の根拠：平成31年1月 様式2にない項目であるのに「甲」と記載されている",
        "最も優先度が高いと考えられる対策 判断の根拠: says 「甲」, but 平成31年1月 様式2 does not print the item",
    ),
    (
        "edition_not_known",
        "",
        "表紙 評価書名：様式の版「令和81年10月 様式2」は把握していない（把握している版：平成26年4月 様式2、平成28年1月 様式2、平成29年5月 様式2、平成31年1月 様式2、令和6年10月 様式2）",
        "表紙 評価書名: is written in the edition 「令和81年10月 様式2」, which is not among the known ones: 平成26年4月 様式2、平成28年1月 様式2、平成29年5月 様式2、平成31年1月 様式2、令和6年10月 様式2",
    ),
    (
        "edition_superseded",
        "",
        "表紙 評価書名：公表日には新しい様式（令和6年10月 様式2）があったが、「平成31年1月 様式2」により記載されている",
        "表紙 評価書名: is written in the edition 「平成31年1月 様式2」, although 令和6年10月 様式2 was newer on the day of publication",
    ),
    (
        "edition_not_in_force",
        "",
        "表紙 評価書名：公表日には「令和6年10月 様式2」が施行されていない（施行は令和6年10月1日以後）",
        "表紙 評価書名: is written in the edition 「令和6年10月 様式2」, which was not in force before 令和6年10月1日",
    ),
    (
        "mark_for_choice",
        "threshold.incident",
        "Ⅱ.3 過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか：選択肢から選ぶ欄に「なし」とある",
        "Ⅱ.3 過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか: says 「なし」 where the form offers choices",
    ),
    (
        "placeholder_answer",
        "affair.name",
        "Ⅰ.1.① 事務の名称：「？」とあるのみで、記載の内容が分からない",
        "Ⅰ.1.① 事務の名称: says only 「？」, so the answer is not known",
    ),
    (
        "nothing_listed",
        "file_sections[0].entrustment",
        "Ⅱ.4 委託の有無［1番目のファイル］：「委託する」とあるのに、一件も記載されていない",
        "Ⅱ.4 委託の有無［1番目のファイル］: says 「委託する」, but no entry is listed",
    ),
    (
        "listed_against_answer",
        "file_sections[0].entrustment",
        "Ⅱ.4 委託の有無［1番目のファイル］：「委託しない」とあるのに、1件が記載されている",
        "Ⅱ.4 委託の有無［1番目のファイル］: says 「委託しない」, but lists 1",
    ),
    (
        "provision_not_stated",
        "file_sections[0].provision.provided",
        "Ⅱ.5 提供を行っている［1番目のファイル］：提供・移転の有無のいずれの欄にも○がない",
        "Ⅱ.5 提供を行っている［1番目のファイル］: has no box ticked",
    ),
    (
        "provision_stated_both_ways",
        "file_sections[0].provision.neither",
        "Ⅱ.5 行っていない［1番目のファイル］：「行っていない」とⅡ.5 提供を行っている［1番目のファイル］の両方に○がある",
        "Ⅱ.5 行っていない［1番目のファイル］: is ticked together with Ⅱ.5 提供を行っている［1番目のファイル］",
    ),
    (
        "opinion_shortened",
        "procedure.opinion_period.from",
        "Ⅵ.2.② 実施日・期間：意見聴取の期間が6日間であるのに（指針では原則30日以上。一部確認）、期間を短縮する特段の理由の記載がない",
        "Ⅵ.2.② 実施日・期間: is 6 days, less than the 30 that the guideline asks for as a rule (partly confirmed), and no special reason is given",
    ),
    (
        "entrustment_count",
        "file_sections[0].entrustment_count",
        "Ⅱ.4 件数［1番目のファイル］：2件とあるが、記載は1件である",
        "Ⅱ.4 件数［1番目のファイル］: declares 2, but lists 1",
    ),
    (
        "provision_count",
        "file_sections[0].provision.provided_count",
        "Ⅱ.5 提供を行っている 件数［1番目のファイル］：28件とあるが、記載は1件である",
        "Ⅱ.5 提供を行っている 件数［1番目のファイル］: declares 28, but lists 1",
    ),
    (
        "transfer_count",
        "file_sections[0].provision.transferred_count",
        "Ⅱ.5 移転を行っている 件数［1番目のファイル］：1件とあるが、記載は2件である",
        "Ⅱ.5 移転を行っている 件数［1番目のファイル］: declares 1, but lists 2",
    ),
    (
        "record_item_count",
        "file_sections[0].outline.record_item_count",
        "Ⅱ.2.④ 記録される項目［1番目のファイル］：「10項目以上50項目未満」とあるが、別添1 特定個人情報ファイル記録項目の記載は2項目である",
        "Ⅱ.2.④ 記録される項目［1番目のファイル］: declares 「10項目以上50項目未満」, but 別添1 特定個人情報ファイル記録項目 lists 2",
    ),
    (
        "number_twice",
        "systems[1].number",
        "Ⅰ.2.システム.① システムの名称［システム1］：番号1が重複している（Ⅰ.2.システム.① システムの名称［システム1］）",
        "Ⅰ.2.システム.① システムの名称［システム1］: is numbered 1, like Ⅰ.2.システム.① システムの名称［システム1］",
    ),
    (
        "section_file_not_listed",
        "file_sections[0].names",
        "Ⅱ.1 特定個人情報ファイル名［1番目のファイル］：「乙ファイル」はⅠ.3の特定個人情報ファイル名にない",
        "Ⅱ.1 特定個人情報ファイル名［1番目のファイル］: 「乙ファイル」 is not among the files of the affair",
    ),
    (
        "file_without_section",
        "files[0].name",
        "Ⅰ.3 特定個人情報ファイル名［1番目の名称］：「甲ファイル」についてⅡの記載がない",
        "Ⅰ.3 特定個人情報ファイル名［1番目の名称］: 「甲ファイル」 has no section",
    ),
    (
        "risk_file_not_listed",
        "risks[0].names",
        "Ⅲ.1 特定個人情報ファイル名［1番目のリスク対策］：「国保給付」はⅠ.3の特定個人情報ファイル名にない",
        "Ⅲ.1 特定個人情報ファイル名［1番目のリスク対策］: 「国保給付」 is not among the files of the affair",
    ),
    (
        "file_without_risk",
        "files[0].name",
        "Ⅰ.3 特定個人情報ファイル名［1番目の名称］：「国保給付ファイル」についてⅢの記載がない",
        "Ⅰ.3 特定個人情報ファイル名［1番目の名称］: 「国保給付ファイル」 has no risk section",
    ),
    (
        "system_not_listed",
        "systems[0].connections_other",
        "Ⅰ.2.システム.③ 他のシステムとの接続 その他［1番目のシステム］：接続先「福祉システム」がシステムの一覧にない",
        "Ⅰ.2.システム.③ 他のシステムとの接続 その他［1番目のシステム］: is connected to 「福祉システム」, which is not listed",
    ),
    (
        "one_sided_connection",
        "systems[1].connections_other",
        "Ⅰ.2.システム.③ 他のシステムとの接続 その他［2番目のシステム］：「甲」の接続先に記載されているが（Ⅰ.2.システム.③ 他のシステムとの接続 その他［1番目のシステム］）、接続先に「甲」の記載がない",
        "Ⅰ.2.システム.③ 他のシステムとの接続 その他［2番目のシステム］: is named by 「甲」 as connected, but does not name 「甲」 (Ⅰ.2.システム.③ 他のシステムとの接続 その他［1番目のシステム］)",
    ),
    (
        "linkage_without_connection",
        "linkage.state",
        "Ⅰ.5.① 実施の有無：情報連携を実施するとあるが、情報提供ネットワークシステムに接続するシステムがない",
        "Ⅰ.5.① 実施の有無: is implemented, but no system is connected to the Information Providing Network System",
    ),
    (
        "linkage_method",
        "file_sections[0].acquisition.methods",
        "Ⅱ.3.② 入手方法［1番目のファイル］：情報提供ネットワークシステムに○があるが、Ⅰ.5.① 実施の有無は「実施しない」である",
        "Ⅱ.3.② 入手方法［1番目のファイル］: uses the Information Providing Network System, but Ⅰ.5.① 実施の有無 says 「実施しない」",
    ),
    (
        "linkage_risk",
        "risks[0].linkage.no_acquisition",
        "Ⅲ.6 接続しない（入手）［1番目のリスク対策］：「接続しない（入手）」及び「接続しない（提供）」の○の有無が、Ⅰ.5.① 実施の有無「実施しない」と整合しない",
        "Ⅲ.6 接続しない（入手）［1番目のリスク対策］: does not agree with Ⅰ.5.① 実施の有無, which says 「実施しない」",
    ),
    (
        "linkage_risk_method",
        "risks[0].linkage.no_acquisition",
        "Ⅲ.6 接続しない（入手）［1番目のリスク対策］：「接続しない」とあるが、Ⅱ.3.② 入手方法［1番目のファイル］に情報提供ネットワークシステムの○がある",
        "Ⅲ.6 接続しない（入手）［1番目のリスク対策］: is ticked, but Ⅱ.3.② 入手方法［1番目のファイル］ uses the Information Providing Network System",
    ),
    (
        "entrustment_risk",
        "risks[0].entrustment.none",
        "Ⅲ.4 委託しない［1番目のリスク対策］：「委託しない」の○の有無が、Ⅱ.4 委託の有無［1番目のファイル］「委託する」と整合しない",
        "Ⅲ.4 委託しない［1番目のリスク対策］: does not agree with Ⅱ.4 委託の有無［1番目のファイル］, which says 「委託する」",
    ),
    (
        "re_entrustment_risk",
        "risks[0].entrustment.re_entrustee",
        "Ⅲ.4 再委託先による特定個人情報ファイルの適切な取扱いの担保［1番目のリスク対策］：「再委託していない」とあるが、Ⅱ.4.委託事項.④ 再委託の有無［1番目のファイル・1番目の委託事項］では再委託先がある",
        "Ⅲ.4 再委託先による特定個人情報ファイルの適切な取扱いの担保［1番目のリスク対策］: says 「再委託していない」, but Ⅱ.4.委託事項.④ 再委託の有無［1番目のファイル・1番目の委託事項］ shows re-entrustment",
    ),
    (
        "provision_risk",
        "risks[0].provision.none",
        "Ⅲ.5 提供・移転しない［1番目のリスク対策］：「提供・移転しない」の○の有無が、Ⅱ.5 移転を行っている［1番目のファイル］と整合しない",
        "Ⅲ.5 提供・移転しない［1番目のリスク対策］: does not agree with Ⅱ.5 移転を行っている［1番目のファイル］",
    ),
    (
        "data_subjects_above_population",
        "file_sections[0].outline.data_subjects",
        "Ⅱ.2.② 対象となる本人の数［1番目のファイル］：10万人以上100万人未満は、対象人数「1万人以上10万人未満」（Ⅰ.1.③ 対象人数）を超える",
        "Ⅱ.2.② 対象となる本人の数［1番目のファイル］: 10万人以上100万人未満 is more than the population, 1万人以上10万人未満 (Ⅰ.1.③ 対象人数)",
    ),
    (
        "part_above_file",
        "file_sections[0].provision.transfers[0].data_subjects",
        "Ⅱ.5.移転先.④ 移転する情報の対象となる本人の数［1番目のファイル・1番目の移転先］：1万人以上10万人未満は、ファイルの対象となる本人の数「1万人未満」（Ⅱ.2.② 対象となる本人の数［1番目のファイル］）を超える",
        "Ⅱ.5.移転先.④ 移転する情報の対象となる本人の数［1番目のファイル・1番目の移転先］: 1万人以上10万人未満 is more than the data subjects of the file, 1万人未満 (Ⅱ.2.② 対象となる本人の数［1番目のファイル］)",
    ),
    (
        "handlers_below_parts",
        "file_sections[0].acquisition.users",
        "Ⅱ.3.④ 使用者数［1番目のファイル］：使用者数と委託先における取扱者数の合計が500人以上となり、取扱者数「500人未満」を超える",
        "Ⅱ.3.④ 使用者数［1番目のファイル］: at least 500 users and staff of entrustees are more than the handlers of the affair, 500人未満",
    ),
    (
        "incident_answers_differ",
        "risks[0].retention.incident",
        "Ⅲ.7.② 過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか［1番目のリスク対策］：過去1年以内に重大事故が発生したとあるのに、「発生なし」である",
        "Ⅲ.7.② 過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか［1番目のリスク対策］: says 「発生なし」, although an incident within a year is stated",
    ),
    (
        "recipient_twice",
        "file_sections[0].provision.transfers[1].names",
        "Ⅱ.5.移転先［1番目のファイル・2番目の移転先］：提供先・移転先「甲課」が、根拠及び用途も含めてⅡ.5.移転先［1番目のファイル・1番目の移転先］と重複している",
        "Ⅱ.5.移転先［1番目のファイル・2番目の移転先］: 「甲課」 is listed in Ⅱ.5.移転先［1番目のファイル・1番目の移転先］ with the same bases and uses",
    ),
    (
        "entrustment_twice",
        "file_sections[0].entrustments[1].matter",
        "Ⅱ.4.委託事項［1番目のファイル・2番目の委託事項］：委託事項「保守」が、委託先も含めてⅡ.4.委託事項［1番目のファイル・1番目の委託事項］と重複している",
        "Ⅱ.4.委託事項［1番目のファイル・2番目の委託事項］: 「保守」 is entrusted in Ⅱ.4.委託事項［1番目のファイル・1番目の委託事項］ to the same entrustee",
    ),
    (
        "basis_twice",
        "number_use_bases",
        "Ⅰ.3 法令上の根拠：「番号法第9条第1項」が重複している",
        "Ⅰ.3 法令上の根拠: 「番号法第9条第1項」 occurs twice",
    ),
    (
        "body_among_others",
        "other_bodies",
        "Ⅰ.6 他の評価実施機関：評価実施機関「甲市長」が他の評価実施機関としても記載されている（表紙 評価実施機関名）",
        "Ⅰ.6 他の評価実施機関: names 「甲市長」, the body itself (表紙 評価実施機関名)",
    ),
    (
        "date_after_as_of",
        "cover.published",
        "表紙 公表日：令和81年1月1日は、検査の日（令和7年6月1日）より後である",
        "表紙 公表日: 令和81年1月1日 is after 令和7年6月1日",
    ),
    (
        "dates_reversed",
        "threshold.population_as_of",
        "Ⅱ.1 いつ時点の計数か：令和6年5月1日は、表紙 公表日の令和6年4月1日より後である",
        "Ⅱ.1 いつ時点の計数か: 令和6年5月1日 is after 令和6年4月1日 of 表紙 公表日",
    ),
    (
        "reassessment_may_be_due",
        "procedure.basic_assessment_date",
        "Ⅴ.1.① 実施日：基礎項目評価の実施日（平成27年11月25日）から評価書の日（令和3年7月26日）までに五年を経過しており、再実施の時期を過ぎている可能性がある",
        "Ⅴ.1.① 実施日: the basic-item assessment was made on 平成27年11月25日, more than five years before the day of the document, 令和3年7月26日, so a re-assessment may be due",
    ),
    (
        "opinion_days",
        "procedure.opinion_period.days",
        "Ⅴ.2.② 実施日・期間：30日間とあるが、期間は31日間である",
        "Ⅴ.2.② 実施日・期間: says 30 days, but the period has 31",
    ),
    (
        "old_count",
        "threshold.population_as_of",
        "Ⅱ.1 いつ時点の計数か：計数の時点（令和5年4月1日）が、公表日（令和7年5月30日）の1年以上前である",
        "Ⅱ.1 いつ時点の計数か: was counted on 令和5年4月1日, a year or more before the publication on 令和7年5月30日",
    ),
    (
        "result_not_determined",
        "threshold.result",
        "Ⅲ しきい値判断結果：「基礎項目評価の実施が義務付けられる」とあるが、記載された事項からは「基礎項目評価及び重点項目評価の実施が義務付けられる」となる",
        "Ⅲ しきい値判断結果: says 「基礎項目評価の実施が義務付けられる」, but the stated facts give 「基礎項目評価及び重点項目評価の実施が義務付けられる」",
    ),
    (
        "result_not_offered",
        "threshold.result",
        "Ⅴ.1.② しきい値判断結果：「基礎項目評価及び全項目評価の実施が義務付けられる」は様式3の選択肢にない",
        "Ⅴ.1.② しきい値判断結果: 「基礎項目評価及び全項目評価の実施が義務付けられる」 is not offered by 様式3",
    ),
    (
        "band_not_offered",
        "population",
        "Ⅰ.1.③ 対象人数：「30万人以上」は様式3の選択肢にない",
        "Ⅰ.1.③ 対象人数: 「30万人以上」 is not offered by 様式3",
    ),
    (
        "submitted_too_little",
        "risk.submitted",
        "Ⅳ.1 提出する特定個人情報保護評価書の種類：「基礎項目評価書」とあるが、しきい値判断結果は「基礎項目評価及び重点項目評価の実施が義務付けられる」である",
        "Ⅳ.1 提出する特定個人情報保護評価書の種類: says 「基礎項目評価書」, but the result of the threshold determination is 「基礎項目評価及び重点項目評価の実施が義務付けられる」",
    ),
    (
        "submitted_voluntarily",
        "risk.submitted",
        "Ⅳ.1 提出する特定個人情報保護評価書の種類：しきい値判断結果は「基礎項目評価の実施が義務付けられる」であり、「基礎項目評価書及び重点項目評価書」の提出は任意である",
        "Ⅳ.1 提出する特定個人情報保護評価書の種類: 「基礎項目評価書及び重点項目評価書」 is voluntary, because 「基礎項目評価の実施が義務付けられる」",
    ),
    (
        "elsewhere_against_submitted",
        "risk.priority.elsewhere",
        "Ⅳ.11 全項目評価又は重点項目評価を実施する：「全項目評価又は重点項目評価を実施する」の○の有無が、Ⅳ.1 提出する特定個人情報保護評価書の種類「基礎項目評価書」と整合しない",
        "Ⅳ.11 全項目評価又は重点項目評価を実施する: does not agree with Ⅳ.1 提出する特定個人情報保護評価書の種類, which says 「基礎項目評価書」",
    ),
    (
        "restated_adequacy",
        "risk.priority.adequacy",
        "Ⅳ.11 当該対策は十分か【再掲】：「特に力を入れている」とあるが、再掲されるⅣ.7 特定個人情報の漏えい・滅失・毀損リスクへの対策は十分かは「十分である」である",
        "Ⅳ.11 当該対策は十分か【再掲】: says 「特に力を入れている」, but Ⅳ.7 特定個人情報の漏えい・滅失・毀損リスクへの対策は十分か, which it restates, says 「十分である」",
    ),
    (
        "not_in_force",
        "number_use_bases",
        "Ⅰ.3 法令上の根拠：「番号法別表第一の30の項」は、令和7年4月1日現在、効力を有していないか、条項の番号が異なる",
        "Ⅰ.3 法令上の根拠: 「番号法別表第一の30の項」 was not in force, or had another number, on 令和7年4月1日",
    ),
    (
        "numbering_mixed",
        "linkage.bases",
        "Ⅰ.4.② 法令上の根拠：旧番号の「番号法別表第二の42の項」と新番号の「番号法別表の44の項」（Ⅰ.3 法令上の根拠）が混在している",
        "Ⅰ.4.② 法令上の根拠: 「番号法別表第二の42の項」 has the old numbering, 「番号法別表の44の項」 (Ⅰ.3 法令上の根拠) the new one",
    ),
    (
        "row_not_in_table",
        "number_use_bases",
        "Ⅰ.3 法令上の根拠：「番号法別表の200の項」は、令和7年9月24日現在の表にない",
        "Ⅰ.3 法令上の根拠: cites 「番号法別表の200の項」, which the table of 令和7年9月24日 does not have",
    ),
    (
        "row_deleted",
        "linkage.bases",
        "Ⅰ.4.② 法令上の根拠：「利用特定個人情報の提供に関する命令第2条の表の157の項」は、令和8年4月1日現在の表では削除されている",
        "Ⅰ.4.② 法令上の根拠: cites 「利用特定個人情報の提供に関する命令第2条の表の157の項」, which is deleted in the table of 令和8年4月1日",
    ),
    (
        "row_and_article",
        "linkage.bases",
        "Ⅰ.4.② 法令上の根拠：「利用特定個人情報の提供に関する命令第2条の表の48の項、利用特定個人情報の提供に関する命令第51条」とあるが、対応する条は「利用特定個人情報の提供に関する命令第50条」である",
        "Ⅰ.4.② 法令上の根拠: 「利用特定個人情報の提供に関する命令第2条の表の48の項、利用特定個人情報の提供に関する命令第51条」 should be 「利用特定個人情報の提供に関する命令第50条」",
    ),
    (
        "recipient_not_inquirer",
        "file_sections[0].provision.provisions[0].bases",
        "Ⅱ.5.提供先.① 法令上の根拠［1番目のファイル・1番目の提供先］：「利用特定個人情報の提供に関する命令第2条の表の38の項」の情報照会者は「都道府県知事」であり、Ⅱ.5.提供先［1番目のファイル・1番目の提供先］と異なる",
        "Ⅱ.5.提供先.① 法令上の根拠［1番目のファイル・1番目の提供先］: cites 「利用特定個人情報の提供に関する命令第2条の表の38の項」, the row of 「都道府県知事」 and not of Ⅱ.5.提供先［1番目のファイル・1番目の提供先］",
    ),
    (
        "provision_without_permission",
        "file_sections[0].provision.provisions[0].bases",
        "Ⅱ.5.提供先.① 法令上の根拠［1番目のファイル・1番目の提供先］：提供の根拠に番号法第19条がない（「番号法第9条第1項」）",
        "Ⅱ.5.提供先.① 法令上の根拠［1番目のファイル・1番目の提供先］: is based on 「番号法第9条第1項」, not on 番号法第19条",
    ),
    (
        "ordinance_for_other_body",
        "file_sections[0].provision.provisions[0].bases",
        "Ⅱ.5.提供先.① 法令上の根拠［1番目のファイル・1番目の提供先］：Ⅱ.5.提供先［1番目のファイル・1番目の提供先］は当該地方公共団体の機関でないのに、提供の根拠が条例のみである（「甲市個人番号の利用に関する条例第3条」）",
        "Ⅱ.5.提供先.① 法令上の根拠［1番目のファイル・1番目の提供先］: rests only on the ordinance 「甲市個人番号の利用に関する条例第3条」, although Ⅱ.5.提供先［1番目のファイル・1番目の提供先］ is no organ of the same local government",
    ),
    (
        "recipient_not_named",
        "file_sections[0].provision.provided",
        "Ⅱ.5 提供を行っている［1番目のファイル］：Ⅰ.5.② 法令上の根拠は「利用特定個人情報の提供に関する命令第2条の表の111の項」による提供を掲げるが、その情報照会者「厚生労働大臣」が提供先として記載されていない",
        "Ⅱ.5 提供を行っている［1番目のファイル］: has no recipient 「厚生労働大臣」, the inquirer of 「利用特定個人情報の提供に関する命令第2条の表の111の項」, under which Ⅰ.5.② 法令上の根拠 provides",
    ),
    (
        "transfer_as_provision",
        "file_sections[0].provision.transfers[0].bases",
        "Ⅱ.5.移転先.① 法令上の根拠［1番目のファイル・1番目の移転先］：移転の根拠が、提供について定める「番号法第19条第8号」である",
        "Ⅱ.5.移転先.① 法令上の根拠［1番目のファイル・1番目の移転先］: is based on 「番号法第19条第8号」, a rule for provisions",
    ),
    (
        "citation_number",
        "number_use_bases",
        "Ⅰ.3 法令上の根拠：「番号法別表第二の10000の項」の番号は、条項号又は項番の番号として読み取れない",
        "Ⅰ.3 法令上の根拠: cites 「番号法別表第二の10000の項」, which has a number that no law has",
    ),
    (
        "citation_cut_off",
        "number_use_bases",
        "Ⅰ.3 法令上の根拠：「番号の利用に関する条例第4条第3項による」に続く条項の記載がない",
        "Ⅰ.3 法令上の根拠: ends with 「番号の利用に関する条例第4条第3項による」 and cites nothing after it",
    ),
    (
        "basis_without_law",
        "number_use_bases",
        "Ⅰ.3 法令上の根拠：「市民の利便性の向上」に法令の記載がない",
        "Ⅰ.3 法令上の根拠: says 「市民の利便性の向上」, which names no law",
    ),
    (
        "disclosure_under_ordinance",
        "requests.method",
        "Ⅳ.1.② 請求方法：公表日（令和6年4月1日）には個人情報の保護に関する法律が適用されるが、「甲市個人情報保護条例に基づき請求する」とある",
        "Ⅳ.1.② 請求方法: says 「甲市個人情報保護条例に基づき請求する」, although the Act on the Protection of Personal Information applies on 令和6年4月1日",
    ),
    (
        "deeper_than_stated",
        "file_sections[0].entrustments[0].re_entrustment",
        "Ⅱ.4.委託事項.④ 再委託の有無［1番目のファイル・1番目の委託事項］：「再委託しない」とあるが、委託の連鎖は2段である",
        "Ⅱ.4.委託事項.④ 再委託の有無［1番目のファイル・1番目の委託事項］: says 「再委託しない」, but the chain has 2 tiers",
    ),
    (
        "tier_unnamed",
        "file_sections[0].entrustments[0].chain",
        "Ⅱ.4.委託事項.③ 委託先名［1番目のファイル・1番目の委託事項］：委託の連鎖（様式には印刷されない）の2段目に、名称のない者がいる。名称が分かれば、連鎖に記入する",
        "Ⅱ.4.委託事項.③ 委託先名［1番目のファイル・1番目の委託事項］: tier 2 of the chain of entrustment, which no form prints, has a party without a name: enter the name there if it is known",
    ),
    (
        "party_twice",
        "file_sections[0].entrustments[0].chain",
        "Ⅱ.4.委託事項.③ 委託先名［1番目のファイル・1番目の委託事項］：「株式会社甲」が一つの委託の連鎖に重複して記載されている",
        "Ⅱ.4.委託事項.③ 委託先名［1番目のファイル・1番目の委託事項］: 「株式会社甲」 occurs twice on one path of the chain",
    ),
    (
        "chain_against_entrustee",
        "file_sections[0].entrustments[0].chain",
        "Ⅱ.4.委託事項.③ 委託先名［1番目のファイル・1番目の委託事項］：委託の連鎖（様式には印刷されない）の委託先「株式会社乙」が、委託先名「株式会社甲」にない。委託先が変わったのであれば連鎖を、そうでなければ委託先名を改める",
        "Ⅱ.4.委託事項.③ 委託先名［1番目のファイル・1番目の委託事項］: the chain of entrustment, which no form prints, has the entrustee 「株式会社乙」, who is not in the name of the entrustee, 「株式会社甲」: if the entrustee changed, correct the chain, otherwise the name",
    ),
    (
        "operator_in_no_chain",
        "systems[0].operator",
        "Ⅰ.2.システム.① システムの名称［1番目のシステム］：運用主体「国保連」が、委託先又は再委託先として記載されていない",
        "Ⅰ.2.システム.① システムの名称［1番目のシステム］: is run by 「国保連」, which is not in any chain of entrustment",
    ),
    (
        "change_backwards",
        "changes[1].date",
        "変更箇所 変更日［2番目の行］：上の行の変更日（令和5年4月1日）とこの行の変更日（令和4年4月1日）が、日付の順になっていない",
        "変更箇所 変更日［2番目の行］: 令和4年4月1日 follows 令和5年4月1日, which is not in the order of the dates",
    ),
    (
        "after_though_material",
        "changes[0].timing",
        "変更箇所 提出時期［1番目の行］：提出時期に係る説明に重要な変更とあるのに、提出時期が「事後」である（規則第9条第2項の緊急の場合を除き、変更前に提出又は公示する）",
        "変更箇所 提出時期［1番目の行］: is filed 「事後」, although its reason says that it is 重要な変更, which is filed or announced before it is made, except in the emergency of 規則第9条第2項",
    ),
    (
        "material_without_reason",
        "changes[0].reason",
        "別添2 提出時期に係る説明［1番目の行］：※の項目「使用目的」の変更の提出時期が事後であるのに、提出時期に係る説明がない",
        "別添2 提出時期に係る説明［1番目の行］: 「使用目的」 is marked ※ and was changed 事後 without a reason",
    ),
    (
        "change_of_nothing",
        "changes[0].after",
        "変更箇所 変更後の記載［1番目の行］：変更前と変更後が同じである（「甲」）",
        "変更箇所 変更後の記載［1番目の行］: says the same before and after: 「甲」",
    ),
    (
        "before_is_not_after",
        "changes[1].before",
        "変更箇所 変更前の記載［2番目の行］：変更前「丙」が、前回の変更後「乙」（変更箇所 変更後の記載［1番目の行］）と異なる",
        "変更箇所 変更前の記載［2番目の行］: says 「丙」, but the last change (変更箇所 変更後の記載［1番目の行］) left 「乙」",
    ),
];

#[test]
fn the_texts_of_the_rules() {
    assert_eq!(TEXTS.len(), RULES.len(), "a rule without a pinned text");
    for (row, (code, path, japanese, english)) in RULES.iter().zip(TEXTS) {
        assert_eq!(row.rule.code(), *code);
        let report = validate(&example(row), day("2025-06-01"));
        let finding = report.iter().find(|finding| finding.rule == row.rule).unwrap();
        assert_eq!(finding.location.path.to_string(), *path, "{code}");
        assert_eq!(finding.text(Language::Japanese), *japanese, "{code}");
        assert_eq!(finding.text(Language::English), *english, "{code}");
        assert_eq!(finding.to_string(), *japanese, "{code}");
    }
}

#[test]
fn a_row_says_what_its_rule_is_about() {
    let text = Rule::TransferCount.row().text(Language::Japanese);
    assert_eq!(text, "…件とあるが、記載は…件である");
    for row in RULES {
        assert_eq!(row.text(Language::English), row.checks);
        let text = row.text(Language::Japanese);
        assert!(!text.is_empty() && !text.contains(['{', '}']), "{}: {text}", row.rule);
    }
}

/// A complete 様式2, written by hand.
const COMPLETE: &str = r#"{
    "cover": {
        "number": "1", "title": "国民健康保険に関する事務　基礎項目評価書", "declaration": "権利利益の保護に取り組むことを宣言する",
        "body": "甲市長", "published": "2025-05-30"
    },
    "affair": {"name": "国民健康保険に関する事務", "content": "資格の管理、給付、保険料の賦課と徴収"},
    "systems": [{"name": "国民健康保険システム"}],
    "files": [{"name": "国民健康保険ファイル"}],
    "number_use_bases": "番号法第9条第1項、別表の44の項",
    "linkage": {"state": "implemented", "bases": "番号法第19条第8号"},
    "department": {"name": "市民部保険年金課", "head": "保険年金課長"},
    "requests": {"request_to": "甲市総務部庶務課", "contact_to": "甲市市民部保険年金課"},
    "population": "from_10000_to_99999",
    "threshold": {
        "population_as_of": "2025-04-01", "handlers": "under_500", "handlers_as_of": "2025-04-01", "incident": "no",
        "result": "basic_item"
    },
    "risk": {
        "submitted": "basic_item", "acquisition": "sufficient", "linking": "sufficient", "unauthorized": "sufficient",
        "entrustment": "sufficient", "no_provision": "ticked", "linkage_acquisition": "sufficient",
        "linkage_provision": "sufficient", "leakage": "sufficient", "manual_work": {"none": "ticked"},
        "audits": ["self_inspection"],
        "priority": {"measure": "training", "adequacy": "sufficient", "grounds": "研修を毎年行っている"}
    },
    "other_risk": {"training": "sufficient"}
}"#;

/// The example of each rule with only its defect corrected.
#[rustfmt::skip]
const MENDED: &[(&str, &str)] = &[
    ("required_item", COMPLETE),
    ("conditional_item", r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号"}}"#),
    ("unneeded_answer", r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号"}}"#),
    ("item_not_printed", r#"{"edition": "form_2_2024_10", "risk": {"priority": {"grounds": "甲"}}}"#),
    ("edition_not_known", r#"{"edition": "form_2_2024_10"}"#),
    ("edition_superseded", r#"{"edition": "form_2_2019_01", "cover": {"published": "2024-10-31"}}"#),
    ("edition_not_in_force", r#"{"cover": {"published": "2024-10-01"}}"#),
    ("mark_for_choice", r#"{"threshold": {"incident": "no"}}"#),
    ("placeholder_answer", r#"{"affair": {"name": "国民健康保険に関する事務"}}"#),
    ("nothing_listed", r#"{"file_sections": [{"entrustment": "entrusted", "entrustments": [{}]}]}"#),
    ("listed_against_answer", r#"{"file_sections": [{"entrustment": "entrusted", "entrustments": [{"matter": "保守"}]}]}"#),
    ("provision_not_stated", r#"{"file_sections": [{"provision": {"neither": "ticked"}}]}"#),
    ("provision_stated_both_ways", r#"{"file_sections": [{"provision": {"provided": "ticked"}}]}"#),
    ("opinion_shortened", r#"{"procedure": {"opinion_period": {"from": "2024-09-15", "until": "2024-09-20"}, "opinion_shortening": "災害への対応のため"}}"#),
    ("entrustment_count", r#"{"file_sections": [{"entrustment": "entrusted", "entrustment_count": 1, "entrustments": [{}]}]}"#),
    ("provision_count", r#"{"file_sections": [{"provision": {"provided": "ticked", "provided_count": 1, "provisions": [{}]}}]}"#),
    ("transfer_count", r#"{"file_sections": [{"provision": {"transferred": "ticked", "transferred_count": 2, "transfers": [{}, {}]}}]}"#),
    ("record_item_count", r#"{"file_sections": [{"outline": {"record_item_count": "under_10"}}], "record_items": [{"items": ["氏名", "住所"]}]}"#),
    ("number_twice", r#"{"systems": [{"number": 1}, {"number": 2}]}"#),
    ("section_file_not_listed", r#"{"files": [{"name": "甲ファイル"}], "file_sections": [{"names": "甲ファイル"}]}"#),
    ("file_without_section", r#"{"files": [{"name": "甲ファイル"}], "file_sections": [{"names": ["甲ファイル", "乙ファイル"]}]}"#),
    ("risk_file_not_listed", r#"{"files": [{"name": "国保給付ファイル"}], "risks": [{"names": "国保給付ファイル"}]}"#),
    ("file_without_risk", r#"{"files": [{"name": "国保給付ファイル"}], "risks": [{"names": ["国保給付", "国保給付ファイル"]}]}"#),
    ("system_not_listed", r#"{"systems": [{"name": "国保システム", "connections": ["other"], "connections_other": "福祉システム"}, {"name": "福祉システム"}]}"#),
    ("one_sided_connection", r#"{"systems": [{"name": "甲", "connections": ["other"], "connections_other": "乙"}, {"name": "乙", "connections": ["other"], "connections_other": "甲"}]}"#),
    ("linkage_without_connection", r#"{"linkage": {"state": "implemented"}, "systems": [{"name": "甲", "connections": ["information_providing_network_system"]}]}"#),
    ("linkage_method", r#"{"linkage": {"state": "implemented"}, "file_sections": [{"acquisition": {"methods": ["information_providing_network_system"]}}]}"#),
    ("linkage_risk", r#"{"linkage": {"state": "not_implemented"}, "risks": [{"names": "甲ファイル", "linkage": {"no_acquisition": "ticked", "no_provision": "ticked"}}]}"#),
    ("linkage_risk_method", r#"{"file_sections": [{"acquisition": {"methods": ["information_providing_network_system"]}}], "risks": [{"linkage": {"no_provision": "ticked"}}]}"#),
    ("entrustment_risk", r#"{"file_sections": [{"entrustment": "entrusted"}], "risks": [{}]}"#),
    ("re_entrustment_risk", r#"{"file_sections": [{"entrustments": [{"re_entrustment": "not_re_entrusted"}]}], "risks": [{"entrustment": {"re_entrustee": "not_re_entrusted"}}]}"#),
    ("provision_risk", r#"{"file_sections": [{"provision": {"transferred": "ticked"}}], "risks": [{}]}"#),
    ("data_subjects_above_population", r#"{"population": "from_10000_to_99999", "file_sections": [{"outline": {"data_subjects": "from_10000_to_99999"}}]}"#),
    ("part_above_file", r#"{"file_sections": [{"outline": {"data_subjects": "under_10000"}, "provision": {"transfers": [{"data_subjects": "under_10000"}]}}]}"#),
    ("handlers_below_parts", r#"{"threshold": {"handlers": "under_500"}, "file_sections": [{"acquisition": {"users": "from_100_to_499"}}]}"#),
    ("incident_answers_differ", r#"{"threshold": {"incident": "yes"}, "risks": [{"retention": {"incident": "yes"}}]}"#),
    ("recipient_twice", r#"{"file_sections": [{"provision": {"transfers": [{"names": "甲課", "bases": "番号法第9条第2項"}, {"names": "甲課", "bases": "甲市条例第3条"}]}}]}"#),
    ("entrustment_twice", r#"{"file_sections": [{"entrustments": [{"matter": "保守", "entrustee": "株式会社甲"}, {"matter": "保守", "entrustee": "株式会社乙"}]}]}"#),
    ("basis_twice", r#"{"number_use_bases": ["番号法第9条第1項", "番号法第9条第2項"]}"#),
    ("body_among_others", r#"{"cover": {"body": "甲市長"}, "other_bodies": "甲市教育委員会、乙市長"}"#),
    ("date_after_as_of", r#"{"cover": {"published": "2025-06-01"}}"#),
    ("dates_reversed", r#"{"cover": {"published": "2024-04-01"}, "threshold": {"population_as_of": "2024-04-01"}}"#),
    ("reassessment_may_be_due", r#"{"cover": {"published": "2020-11-25"}, "procedure": {"basic_assessment_date": "2015-11-25"}}"#),
    ("opinion_days", r#"{"procedure": {"opinion_period": {"from": "2024-09-15", "until": "2024-10-15", "days": 31}}}"#),
    ("old_count", r#"{"cover": {"published": "2025-05-30"}, "threshold": {"population_as_of": "2024-05-31"}}"#),
    ("result_not_determined", r#"{"population": "from_10000_to_99999", "threshold": {"handlers": "under_500", "incident": "yes", "result": "basic_item_and_key_item"}}"#),
    ("result_not_offered", r#"{"threshold": {"result": "basic_item_and_key_item"}}"#),
    ("band_not_offered", r#"{"population": "from_100000_to_299999"}"#),
    ("submitted_too_little", r#"{"threshold": {"result": "basic_item_and_key_item"}, "risk": {"submitted": "basic_item_and_key_item"}}"#),
    ("submitted_voluntarily", r#"{"threshold": {"result": "basic_item"}, "risk": {"submitted": "basic_item"}}"#),
    ("elsewhere_against_submitted", r#"{"risk": {"submitted": "basic_item_and_key_item", "priority": {"elsewhere": "ticked"}}}"#),
    ("restated_adequacy", r#"{"risk": {"leakage": "sufficient", "priority": {"measure": "leakage", "adequacy": "sufficient"}}}"#),
    ("not_in_force", r#"{"cover": {"published": "2025-04-01"}, "number_use_bases": "番号法第9条第1項、別表の44の項"}"#),
    ("numbering_mixed", r#"{"number_use_bases": "番号法別表の44の項", "linkage": {"state": "implemented", "bases": "番号法第19条第8号に基づく利用特定個人情報の提供に関する命令第2条の表の69の項"}}"#),
    ("row_not_in_table", r#"{"cover": {"published": "2025-04-01"}, "number_use_bases": "番号法第9条第1項、番号法別表の136の項"}"#),
    ("row_deleted", r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の158の項"}}"#),
    ("row_and_article", r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、番号法第19条第8号に基づく利用特定個人情報の提供に関する命令第2条の表　48項　第50条"}}"#),
    ("recipient_not_inquirer", r#"{"file_sections": [{"provision": {"provisions": [{"names": "都道府県知事", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の38の項"}]}}]}"#),
    ("provision_without_permission", r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "番号法第19条第8号"}]}}]}"#),
    ("ordinance_for_other_body", r#"{"file_sections": [{"provision": {"provisions": [{"names": "健康保険組合", "bases": "番号法第19条第8号"}]}}]}"#),
    ("recipient_not_named", r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第三欄（情報提供者）が「市町村長」の項（48、111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"]}, {"names": "厚生労働大臣"}]}}]}"#),
    ("transfer_as_provision", r#"{"file_sections": [{"provision": {"transfers": [{"names": "税務課", "bases": "番号法第9条第2項"}]}}]}"#),
    ("citation_number", r#"{"number_use_bases": "番号法別表第二の9999の項"}"#),
    ("citation_cut_off", r#"{"number_use_bases": "甲市個人番号の利用に関する条例第4条第3項による番号法第9条第2項"}"#),
    ("basis_without_law", r#"{"number_use_bases": "番号法"}"#),
    ("disclosure_under_ordinance", r#"{"cover": {"published": "2023-03-31"}, "requests": {"method": "甲市個人情報保護条例に基づき請求する"}}"#),
    ("deeper_than_stated", r#"{"file_sections": [{"entrustments": [{"re_entrustment": "re_entrusted", "chain": [{"name": "株式会社甲", "re_entrustees": [{"name": "株式会社乙"}]}]}]}]}"#),
    ("tier_unnamed", r#"{"file_sections": [{"entrustments": [{"chain": [{"name": "株式会社甲", "re_entrustees": [{"name": "株式会社乙"}]}]}]}]}"#),
    ("party_twice", r#"{"file_sections": [{"entrustments": [{"chain": [{"name": "株式会社甲", "re_entrustees": [{"name": "株式会社乙"}]}]}]}]}"#),
    ("chain_against_entrustee", r#"{"file_sections": [{"entrustments": [{"entrustee": "株式会社甲", "chain": [{"name": "株式会社甲"}]}]}]}"#),
    ("operator_in_no_chain", r#"{"systems": [{"name": "国保総合システム", "operator": "国保連"}], "file_sections": [{"entrustments": [{"entrustee": "国保連"}]}]}"#),
    ("change_backwards", r#"{"changes": [{"date": "2023-04-01"}, {"date": "2023-04-01"}, {"date": "2024-04-01"}]}"#),
    ("after_though_material", r#"{"changes": [{"items": "監査", "timing": "before", "reason": "重要な変更である"}]}"#),
    ("material_without_reason", r#"{"changes": [{"items": "Ⅱ３．使用目的", "timing": "after", "reason": "形式的な変更であり、重要な変更に当たらない"}]}"#),
    ("change_of_nothing", r#"{"changes": [{"items": "公表日", "before": "甲", "after": "乙"}]}"#),
    ("before_is_not_after", r#"{"changes": [{"date": "2023-04-01", "items": "所属長", "before": "甲", "after": "乙"}, {"date": "2024-04-01", "items": "所属長", "before": "乙", "after": "丁"}]}"#),
];

/// No rule always reports something: it is silent if its defect is corrected, and in documents that it does not apply
/// to.
#[test]
fn every_rule_is_silent_where_its_defect_is_mended() {
    assert_eq!(MENDED.len(), RULES.len(), "a rule without a mended example");
    for (row, (code, fields)) in RULES.iter().zip(MENDED) {
        assert_eq!(row.rule.code(), *code);
        let report = validate(&document(row, fields), day("2025-06-01"));
        let found: Vec<String> =
            report.iter().filter(|finding| finding.rule == row.rule).map(ToString::to_string).collect();
        assert_eq!(found, Vec::<String>::new(), "{code}");
    }
}

/// A rule applies only to the forms that its row names.
#[test]
fn a_rule_applies_to_its_forms() {
    let (mut checked, mut silent) = (0, Vec::new());
    for row in RULES {
        for kind in row.forms {
            // An edition belongs to one form. The edition of the example belongs to the first form of the rule.
            let form = kind.form().trim_start_matches("様式");
            let fields = row.example.replace(r#""edition": "form_2_2019_01", "#, "");
            let fields = fields.replace("form_2_2099", &format!("form_{form}_2099"));
            let json = json(*kind, if *kind == row.forms[0] { row.example } else { &fields });
            let assessment: Assessment =
                serde_json::from_str(&json).unwrap_or_else(|error| panic!("{} of {kind}: {error}: {json}", row.rule));
            let report = validate(&assessment, day("2025-06-01"));
            checked += 1;
            if !report.iter().any(|finding| finding.rule == row.rule) {
                silent.push((row.rule.code(), *kind));
            }
            for finding in report.iter() {
                assert!(finding.rule.row().forms.contains(kind), "{}: {} of {kind}", row.rule, finding.rule);
            }
        }
    }
    assert_eq!(checked, RULES.iter().map(|row| row.forms.len()).sum::<usize>());
    // If the example does not break the rule in a form, another case must.
    for (code, kind) in silent {
        let breaks = |case: &&(&str, AssessmentKind, usize, &str)| case.0 == code && case.1 == kind && case.2 > 0;
        assert!(CASES.iter().any(|case| breaks(&case)), "{code} is never broken in a document of {kind}");
    }
}

/// How often a rule reports something in other documents than its example; 0 means never.
#[rustfmt::skip]
const CASES: &[(&str, AssessmentKind, usize, &str)] = &[
    // The stated result is "no obligation", with facts that oblige, that leave it open, and that agree.
    ("result_not_determined", AssessmentKind::BasicItem, 1, r#"{"population": "from_10000_to_99999", "threshold": {"handlers": "under_500", "incident": "no", "result": "none"}}"#),
    ("result_not_determined", AssessmentKind::AllItem, 1, r#"{"population": "at_least_300000", "threshold": {"result": "none"}}"#),
    ("result_not_determined", AssessmentKind::BasicItem, 1, r#"{"population": "at_least_300000", "threshold": {"incident": "yes", "result": "none"}}"#),
    ("result_not_determined", AssessmentKind::KeyItem, 1, r#"{"population": "1000..", "threshold": {"result": "none"}}"#),
    ("result_not_determined", AssessmentKind::KeyItem, 0, r#"{"population": "999..", "threshold": {"result": "none"}}"#),
    ("result_not_determined", AssessmentKind::KeyItem, 0, r#"{"population": "under_1000", "threshold": {"result": "none"}}"#),
    ("result_not_determined", AssessmentKind::AllItem, 0, r#"{"threshold": {"handlers": "at_least_500", "incident": "yes", "result": "none"}}"#),
    // Each form has its own editions. One that was not seen in print does not count.
    ("edition_not_in_force", AssessmentKind::BasicItem, 1, r#"{"edition": "form_2_2024_10", "cover": {"published": "2024-09-30"}}"#),
    ("edition_not_in_force", AssessmentKind::BasicItem, 0, r#"{"edition": "form_2_2024_10", "cover": {"published": "2024-10"}}"#),
    ("edition_not_in_force", AssessmentKind::BasicItem, 0, r#"{"edition": "form_2_2024_10"}"#),
    ("edition_not_in_force", AssessmentKind::KeyItem, 0, r#"{"edition": "form_3_2099_10", "cover": {"published": "2024-09-30"}}"#),
    ("edition_superseded", AssessmentKind::KeyItem, 1, r#"{"edition": "form_3_2018_05", "cover": {"published": "2024-11-01"}}"#),
    ("edition_superseded", AssessmentKind::KeyItem, 0, r#"{"edition": "form_3_2018_05", "cover": {"published": "2024-10-31"}}"#),
    ("edition_superseded", AssessmentKind::AllItem, 1, r#"{"edition": "form_4_2014_04", "cover": {"published": "2017-04-01"}}"#),
    ("edition_superseded", AssessmentKind::AllItem, 0, r#"{"edition": "form_4_2018_05", "cover": {"published": "2025-04-01"}}"#),
    // 附則第2条 gave six months.
    ("edition_superseded", AssessmentKind::BasicItem, 0, r#"{"edition": "form_2_2017_05", "cover": {"published": "2019-06-30"}}"#),
    ("edition_superseded", AssessmentKind::BasicItem, 1, r#"{"edition": "form_2_2017_05", "cover": {"published": "2019-07-01"}}"#),
    // A mark in an item that is not required, or that holds text, is an answer.
    ("mark_for_choice", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "なし", "threshold": {"incident": "no"}}"#),
    ("mark_for_choice", AssessmentKind::KeyItem, 1, r#"{"population": "―"}"#),
    ("mark_for_choice", AssessmentKind::AllItem, 1, r#"{"population": "なし"}"#),
    // A mark that keeps the place of words, if the item is required. 「？」 for a choice or a date is not reported.
    ("placeholder_answer", AssessmentKind::BasicItem, 1, r#"{"affair": {"content": "？？"}}"#),
    ("placeholder_answer", AssessmentKind::BasicItem, 1, r#"{"affair": {"content": ["○○", "（未定）"]}}"#),
    ("placeholder_answer", AssessmentKind::BasicItem, 1, r#"{"department": {"name": "〇〇"}}"#),
    ("placeholder_answer", AssessmentKind::BasicItem, 0, r#"{"population": "?", "cover": {"published": "?"}}"#),
    ("placeholder_answer", AssessmentKind::BasicItem, 1, r#"{"linkage": {"state": "implemented", "bases": "?"}}"#),
    ("placeholder_answer", AssessmentKind::BasicItem, 0, r#"{"linkage": {"bases": "?"}, "cover": {"remarks": "?"}}"#),
    ("placeholder_answer", AssessmentKind::BasicItem, 0, r#"{"affair": {"content": ["○○", "資格の管理"]}, "department": {"name": "未定課"}}"#),
    ("placeholder_answer", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"entrustments": [{"entrustee": "未定", "matter": "保守"}]}]}"#),
    ("placeholder_answer", AssessmentKind::AllItem, 1, r#"{"risks": [{"names": "●●"}]}"#),
    // A time without words is a date.
    ("placeholder_answer", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲", "timing": [{"since": "2019-01"}]}]}}]}"#),
    ("placeholder_answer", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲", "timing": [{"frequency": "？？"}]}]}}]}"#),
    // A dash answers most items, but every assessment has a name. A long dash is no other mark.
    ("placeholder_answer", AssessmentKind::BasicItem, 3, r#"{"cover": {"body": "―"}, "affair": {"name": "なし"}, "number_use_bases": "―"}"#),
    ("placeholder_answer", AssessmentKind::AllItem, 0, r#"{"systems": [{"name": "―"}], "procedure": {"opinion_reflection": "―――――"}}"#),
    // An excerpt may not show the answer.
    ("placeholder_answer", AssessmentKind::AllItem, 1, r#"{"extent": "excerpt", "cover": {"body": "?"}, "affair": {"name": "？？"}}"#),
    // 施行条例 carries out the Act.
    ("disclosure_under_ordinance", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-04-01"}, "requests": {"method": "甲市個人情報の保護に関する法律施行条例による"}}"#),
    ("disclosure_under_ordinance", AssessmentKind::AllItem, 1, r#"{"cover": {"published": "2023-04-01"}, "requests": {"request_to": "甲市個人情報の保護に関する条例に定める窓口"}}"#),
    // The staff of entrustees alone can be more than the handlers.
    ("handlers_below_parts", AssessmentKind::KeyItem, 1, r#"{"threshold": {"handlers": "under_500"}, "file_sections": [{"entrustments": [{"entrustee": "株式会社甲", "handlers": "at_least_1000"}]}]}"#),
    ("handlers_below_parts", AssessmentKind::KeyItem, 0, r#"{"threshold": {"handlers": "under_500"}, "file_sections": [{"entrustments": [{"entrustee": "株式会社甲", "handlers": "from_100_to_499"}]}]}"#),
    // A cell that lists systems is split if each of them is listed; a name with 「、」 is compared whole.
    ("system_not_listed", AssessmentKind::KeyItem, 0, r#"{"systems": [{"name": "甲", "connections": ["other"], "connections_other": "乙、丙"}, {"name": "乙"}, {"name": "丙"}]}"#),
    ("system_not_listed", AssessmentKind::KeyItem, 1, r#"{"systems": [{"name": "甲", "connections": ["other"], "connections_other": "乙、丙"}, {"name": "乙"}]}"#),
    ("system_not_listed", AssessmentKind::KeyItem, 0, r#"{"systems": [{"name": "甲", "connections": ["other"], "connections_other": "資格、賦課システム"}, {"name": "資格、賦課システム"}]}"#),
    ("one_sided_connection", AssessmentKind::KeyItem, 2, r#"{"systems": [{"name": "甲", "connections": ["other"], "connections_other": "乙、丙"}, {"name": "乙"}, {"name": "丙"}]}"#),
    // Once for each section that provides through the network, wherever the recipient could be named.
    ("recipient_not_named", AssessmentKind::KeyItem, 2, r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第三欄（情報提供者）が「市町村長」の項（111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"]}]}}, {"provision": {"provided": "ticked", "provisions": [{"names": "健康保険組合", "methods": ["information_providing_network_system"]}]}}]}"#),
    ("recipient_not_named", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第三欄（情報提供者）が「市町村長」の項（111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"]}]}}, {"provision": {"provided": "ticked", "provisions": [{"names": "厚生労働大臣", "methods": ["information_providing_network_system"]}]}}]}"#),
    ("recipient_not_named", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第三欄（情報提供者）が「市町村長」の項（111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["paper"]}]}}]}"#),
    // Someone with another name may be the inquirer, and the recipient of the row is the one who cites it.
    ("recipient_not_named", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第三欄（情報提供者）が「市町村長」の項（111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"]}, {"names": "厚労省", "methods": ["information_providing_network_system"]}]}}]}"#),
    ("recipient_not_named", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第三欄（情報提供者）が「市町村長」の項（111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"]}, {"names": "?", "methods": ["information_providing_network_system"]}]}}]}"#),
    ("recipient_not_named", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第三欄（情報提供者）が「市町村長」の項（111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"], "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の111の項、48の項"}]}}]}"#),
    // The first column names who asks. Without columns, a row may be one under which the body asks.
    ("recipient_not_named", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第一欄（情報照会者）が「市町村長」の項（111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"]}]}}]}"#),
    ("recipient_not_named", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　（111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"]}]}}]}"#),
    // Before 令和6年5月27日, the table was not in force.
    ("recipient_not_named", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-05-26"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第三欄（情報提供者）が「市町村長」の項（111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"]}]}}]}"#),
    // Only bodies that are certainly outside are judged, and 第19条 may be cited beside the ordinance.
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "全国健康保険協会、厚生労働大臣", "bases": "甲市個人番号の利用に関する条例第3条"}]}}]}"#),
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "健康保険組合", "bases": ["番号法第9条第2項", "甲市個人番号の利用に関する条例第3条"]}]}}]}"#),
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "健康保険組合", "bases": ["番号法第19条第8号", "甲市個人番号の利用に関する条例第3条"]}]}}]}"#),
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "健康保険組合", "bases": ["甲市個人番号の利用に関する条例第3条", "第19条第8号"]}]}}]}"#),
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "市町村長", "bases": "甲市個人番号の利用に関する条例第3条"}]}}]}"#),
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市教育委員会", "bases": "甲市個人番号の利用に関する条例第3条"}]}}]}"#),
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "健康保険組合、甲社", "bases": "甲市個人番号の利用に関する条例第3条"}]}}]}"#),
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "地方公共団体の長", "bases": "甲市個人番号の利用に関する条例第3条"}]}}]}"#),
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "原子力規制委員会", "bases": "甲市個人番号の利用に関する条例第3条"}]}}]}"#),
    ("ordinance_for_other_body", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "?", "bases": "甲市個人番号の利用に関する条例第3条"}]}}]}"#),
    // A cell may refer to another text, or name a rule that is no statute.
    ("basis_without_law", AssessmentKind::BasicItem, 1, r#"{"number_use_bases": "適当に書いた根拠"}"#),
    ("basis_without_law", AssessmentKind::BasicItem, 1, r#"{"number_use_bases": ["事務の方法による", "市民課"]}"#),
    ("basis_without_law", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "別紙のとおり"}"#),
    ("basis_without_law", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "同上"}"#),
    ("basis_without_law", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "?"}"#),
    ("basis_without_law", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": ["市民課", {"under": "甲", "text": "?"}]}"#),
    ("basis_without_law", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "―"}"#),
    ("basis_without_law", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "甲市個人番号取扱要綱"}"#),
    ("basis_without_law", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "44の項"}"#),
    ("basis_without_law", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "番号法"}"#),
    // Once for each section.
    ("tier_unnamed", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"entrustments": [{"chain": [{}]}, {"chain": [{}]}]}]}"#),
    ("tier_unnamed", AssessmentKind::KeyItem, 2, r#"{"file_sections": [{"entrustments": [{"chain": [{}]}]}, {"entrustments": [{"chain": [{}]}]}]}"#),
    // The example of the rule has a day that only 様式2 asks for.
    ("dates_reversed", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2024-04-01"}, "procedure": {"third_party_review_date": "2024-05-01"}}"#),
    ("dates_reversed", AssessmentKind::AllItem, 1, r#"{"cover": {"published": "2024-04-01"}, "procedure": {"third_party_review_date": "2024-05-01"}}"#),
    // A date that is out of order is reported only once. A date that is not compared with the publication is reported.
    ("date_after_as_of", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2025-05-30"}, "procedure": {"third_party_review_date": "2025-07-01"}}"#),
    ("date_after_as_of", AssessmentKind::KeyItem, 1, r#"{"procedure": {"third_party_review_date": "2025-07-01"}}"#),
    ("date_after_as_of", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"outline": {"held_since": "2024-05-01"}, "acquisition": {"used_since": "2024-04-01"}}], "procedure": {"third_party_review_date": "2025-07-01"}}"#),
    // A box that is ticked needs a list, which an excerpt need not show.
    ("nothing_listed", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provided": "ticked"}}]}"#),
    ("nothing_listed", AssessmentKind::KeyItem, 2, r#"{"file_sections": [{"provision": {"provided": "ticked", "transferred": "ticked"}}]}"#),
    ("nothing_listed", AssessmentKind::KeyItem, 0, r#"{"extent": "excerpt", "file_sections": [{"provision": {"provided": "ticked", "transferred": "ticked"}}]}"#),
    // An excerpt need not show the boxes.
    ("listed_against_answer", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"transferred": "ticked", "transfers": [{}], "provisions": [{"names": "国"}]}}]}"#),
    ("listed_against_answer", AssessmentKind::KeyItem, 0, r#"{"extent": "excerpt", "file_sections": [{"provision": {"transferred": "ticked", "transfers": [{}], "provisions": [{"names": "国"}]}}]}"#),
    ("result_not_determined", AssessmentKind::BasicItem, 1, r#"{"population": "under_1000", "threshold": {"handlers": "under_500", "incident": "no", "result": "basic_item"}}"#),
    // A count or a range is compared by the band that contains it.
    ("band_not_offered", AssessmentKind::KeyItem, 1, r#"{"population": 300000}"#),
    ("band_not_offered", AssessmentKind::KeyItem, 1, r#"{"population": "310000..320000"}"#),
    ("band_not_offered", AssessmentKind::KeyItem, 1, r#"{"population": "300000.."}"#),
    ("band_not_offered", AssessmentKind::KeyItem, 0, r#"{"population": 299999}"#),
    ("band_not_offered", AssessmentKind::KeyItem, 0, r#"{"population": "299999..320000"}"#),
    ("band_not_offered", AssessmentKind::KeyItem, 0, r#"{"population": "?"}"#),
    ("band_not_offered", AssessmentKind::KeyItem, 0, "{}"),
    ("band_not_offered", AssessmentKind::AllItem, 0, r#"{"population": 300000}"#),
    // One file with listed items, in whatever groups.
    ("record_item_count", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"outline": {"record_item_count": "under_10"}}], "record_items": [{"items": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]}]}"#),
    ("record_item_count", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"outline": {"record_item_count": "from_10_to_49"}}], "record_items": [{"items": ["a", "b"]}, {"items": ["c", "d"]}]}"#),
    ("record_item_count", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"outline": {"record_item_count": "from_10_to_49"}}], "record_items": [{"items": ["a", "b"]}, {"items": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]}]}"#),
    ("record_item_count", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"outline": {"record_item_count": 10}}], "record_items": [{"items": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]}]}"#),
    ("record_item_count", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"outline": {"record_item_count": 11}}], "record_items": [{"items": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]}]}"#),
    // A reference is not a list of items. With several files, it is not known which file the items belong to.
    ("record_item_count", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"outline": {"record_item_count": "at_least_100"}}], "record_items": [{"items": "別ファイルで添付します。"}]}"#),
    ("record_item_count", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"outline": {"record_item_count": "at_least_100"}}], "record_items": [{"items": ["国保ファイルは別紙1を参照", "給付ファイルは別紙2を参照"]}]}"#),
    ("record_item_count", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"outline": {"record_item_count": "at_least_100"}}], "record_items": [{"items": ["a", "b"]}, {}]}"#),
    ("record_item_count", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"outline": {"record_item_count": "at_least_100"}}], "record_items": [{"items": ["a", "b"]}, {"items": "?"}]}"#),
    ("record_item_count", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"outline": {"record_item_count": "at_least_100"}}, {}], "record_items": [{"items": ["a", "b"]}]}"#),
    ("record_item_count", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"outline": {"record_item_count": "?"}}], "record_items": [{"items": ["a", "b"]}]}"#),
    // If 情報連携 goes in only one direction, the box of the other direction must be ticked.
    ("linkage_risk", AssessmentKind::KeyItem, 1, r#"{"linkage": {"state": "implemented", "bases": [{"under": "（1）情報提供の根拠", "text": "なし（情報提供は行わない。）"}, {"under": "（2）情報照会の根拠", "text": "番号法第19条第8号"}]}, "risks": [{"linkage": {}}]}"#),
    ("linkage_risk", AssessmentKind::KeyItem, 0, r#"{"linkage": {"state": "implemented", "bases": [{"under": "（1）情報提供の根拠", "text": "なし（情報提供は行わない。）"}, {"under": "（2）情報照会の根拠", "text": "番号法第19条第8号"}]}, "risks": [{"linkage": {"no_provision": "ticked"}}]}"#),
    ("linkage_risk", AssessmentKind::KeyItem, 1, r#"{"linkage": {"state": "implemented", "bases": [{"under": "情報照会の根拠", "text": "なし"}, {"under": "情報提供の根拠", "text": "番号法第19条第8号"}]}, "risks": [{"linkage": {}}]}"#),
    ("linkage_risk", AssessmentKind::KeyItem, 1, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号（情報提供は行っていない）"}, "risks": [{"linkage": {}}]}"#),
    ("linkage_risk", AssessmentKind::KeyItem, 0, r#"{"linkage": {"state": "implemented", "bases": [{"under": "情報提供の根拠", "text": "番号法第19条第8号"}, {"under": "その他", "text": "なし"}]}, "risks": [{"linkage": {}}]}"#),
    ("linkage_risk", AssessmentKind::KeyItem, 0, r#"{"linkage": {"state": "implemented", "bases": "情報提供は行わない"}, "risks": [{"linkage": {"no_provision": "?"}}]}"#),
    // Several names in one text.
    ("section_file_not_listed", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル"}, {"name": "乙ファイル"}], "file_sections": [{"names": "甲ファイル、乙ファイル"}]}"#),
    ("file_without_section", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル"}, {"name": "乙ファイル"}], "file_sections": [{"names": "甲ファイル、乙ファイル"}]}"#),
    ("section_file_not_listed", AssessmentKind::KeyItem, 1, r#"{"files": [{"name": "甲ファイル"}, {"name": "乙ファイル"}], "file_sections": [{"names": "甲ファイル、丙ファイル"}]}"#),
    ("file_without_section", AssessmentKind::KeyItem, 1, r#"{"files": [{"name": "甲ファイル"}, {"name": "乙ファイル"}], "file_sections": [{"names": "甲ファイル、丙ファイル"}]}"#),
    ("file_without_section", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル、乙ファイル"}], "file_sections": [{"names": "甲ファイル"}, {"names": "乙ファイル"}]}"#),
    ("section_file_not_listed", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル、乙ファイル"}], "file_sections": [{"names": "甲ファイル"}, {"names": "乙ファイル"}]}"#),
    ("file_without_section", AssessmentKind::KeyItem, 1, r#"{"files": [{"name": "甲ファイル、乙ファイル"}], "file_sections": [{"names": "甲ファイル"}]}"#),
    // The text repeats the choice.
    ("unneeded_answer", AssessmentKind::KeyItem, 0, r#"{"risks": [{"retention": {"incident": "no", "incident_content": "発生なし。"}}]}"#),
    ("unneeded_answer", AssessmentKind::KeyItem, 1, r#"{"risks": [{"retention": {"incident": "no", "incident_content": "誤送付"}}]}"#),
    // A reference to other names is not a name, and leaves open which files are meant.
    ("risk_file_not_listed", AssessmentKind::AllItem, 0, r#"{"files": [{"name": "甲ファイル"}], "risks": [{"names": "Ⅱ１．と同じ"}]}"#),
    ("file_without_risk", AssessmentKind::AllItem, 0, r#"{"files": [{"name": "甲ファイル"}, {"name": "乙ファイル"}], "risks": [{"names": ["甲ファイル", "同上"]}]}"#),
    ("risk_file_not_listed", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル"}], "risks": [{"names": ["全ての特定個人情報ファイル", "上記２ファイル", "同上", "（１）～（３）", "（１）", "（Ⅰ３のとおり）"]}]}"#),
    ("section_file_not_listed", AssessmentKind::KeyItem, 1, r#"{"files": [{"name": "甲ファイル"}], "file_sections": [{"names": ["上記ファイル", "同意書ファイル"]}]}"#),
    ("file_without_section", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル"}], "file_sections": [{"names": ["上記ファイル", "同意書ファイル"]}]}"#),
    // A number before a name is not part of the name.
    ("section_file_not_listed", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル"}, {"name": "（２） 乙ファイル"}, {"name": "丙ファイル"}], "file_sections": [{"names": ["(1)甲ファイル", "乙ファイル", "③丙ファイル"]}]}"#),
    ("file_without_section", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル"}, {"name": "（２） 乙ファイル"}, {"name": "丙ファイル"}], "file_sections": [{"names": ["(1)甲ファイル", "乙ファイル", "③丙ファイル"]}]}"#),
    ("section_file_not_listed", AssessmentKind::KeyItem, 1, r#"{"files": [{"name": "甲ファイル"}], "file_sections": [{"names": ["（旧）甲ファイル", "甲ファイル"]}]}"#),
    ("section_file_not_listed", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル"}, {"name": "２　乙ファイル"}], "file_sections": [{"names": ["１．甲ファイル", "2)乙ファイル", "1.～2."]}]}"#),
    ("section_file_not_listed", AssessmentKind::KeyItem, 1, r#"{"files": [{"name": "号被保険者ファイル"}], "file_sections": [{"names": "2号被保険者ファイル"}]}"#),
    // A file that is no longer held needs no section.
    ("file_without_section", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル", "until": "2020-03-31"}, {"name": "乙ファイル"}], "file_sections": [{"names": "乙ファイル"}]}"#),
    ("file_without_risk", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル", "until": "2020-03-31"}, {"name": "乙ファイル"}], "risks": [{"names": "乙ファイル"}]}"#),
    ("section_file_not_listed", AssessmentKind::KeyItem, 0, r#"{"files": [{"name": "甲ファイル", "until": "2020-03-31"}], "file_sections": [{"names": "甲ファイル"}]}"#),
    // One entry can refer to a list on another page. This does not explain more entries than declared.
    ("provision_count", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provided": "ticked", "provided_count": 57, "provisions": [{"names": "番号法第19条第8号に基づく主務省令第2条の表の第一欄に掲げる者（別紙１参照）"}]}}]}"#),
    ("provision_count", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provided": "ticked", "provided_count": 57, "provisions": [{"names": "市町村長"}]}}]}"#),
    ("transfer_count", AssessmentKind::AllItem, 0, r#"{"file_sections": [{"provision": {"transferred": "ticked", "transferred_count": 15, "transfers": [{"names": "税務課"}, {"names": ["福祉課", "別紙２のとおり"]}]}}]}"#),
    ("transfer_count", AssessmentKind::AllItem, 1, r#"{"file_sections": [{"provision": {"transferred": "ticked", "transferred_count": 1, "transfers": [{"names": "税務課"}, {"names": "別紙２のとおり"}]}}]}"#),
    // A box of the form names a kind of system. The body need not list a system for it.
    ("one_sided_connection", AssessmentKind::KeyItem, 0, r#"{"systems": [{"name": "団体内統合宛名システム", "connections": ["other"], "connections_other": "中間サーバー"}, {"name": "中間サーバー", "connections": ["addressee"]}]}"#),
    ("one_sided_connection", AssessmentKind::KeyItem, 1, r#"{"systems": [{"name": "団体内統合宛名システム", "connections": ["other"], "connections_other": "中間サーバー"}, {"name": "中間サーバー", "connections": ["tax"]}]}"#),
    ("system_not_listed", AssessmentKind::KeyItem, 0, r#"{"systems": [{"name": "中間サーバー", "connections": ["other"], "connections_other": ["住民基本台帳ネットワークシステム", "既存業務システム"]}]}"#),
    // 中間サーバー connects to the network.
    ("linkage_without_connection", AssessmentKind::KeyItem, 0, r#"{"linkage": {"state": "implemented"}, "systems": [{"name": "団体内統合宛名システム", "connections": ["other"], "connections_other": "中間サーバー"}]}"#),
    ("linkage_without_connection", AssessmentKind::KeyItem, 1, r#"{"linkage": {"state": "implemented"}, "systems": [{"name": "中間サーバー", "connections": ["other"], "connections_other": "宛名システム"}]}"#),
    // An excerpt need not show the reason. A cell that it shows as empty is empty.
    ("opinion_shortened", AssessmentKind::AllItem, 0, r#"{"extent": "excerpt", "procedure": {"opinion_period": {"from": "2024-09-15", "until": "2024-09-20"}}}"#),
    ("opinion_shortened", AssessmentKind::AllItem, 1, r#"{"extent": "excerpt", "procedure": {"opinion_period": {"from": "2024-09-15", "until": "2024-09-20"}, "opinion_shortening": ""}}"#),
    ("opinion_shortened", AssessmentKind::AllItem, 1, r#"{"procedure": {"opinion_period": {"from": "2024-09-15", "until": "2024-09-20"}, "opinion_shortening": "―"}}"#),
    ("material_without_reason", AssessmentKind::KeyItem, 0, r#"{"extent": "excerpt", "changes": [{"items": "Ⅱ３．使用目的", "timing": "after"}]}"#),
    ("material_without_reason", AssessmentKind::KeyItem, 1, r#"{"extent": "excerpt", "changes": [{"items": "Ⅱ３．使用目的", "timing": "after", "reason": ""}]}"#),
    // The legal form of a company has several spellings, and other words can be next to it.
    ("chain_against_entrustee", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"entrustments": [{"entrustee": "（株）甲", "chain": [{"name": "株式会社甲"}]}, {"entrustee": "株式会社　甲", "chain": [{"name": "㈱甲"}]}, {"entrustee": ["乙(有)", "丙㈲"], "chain": [{"name": "乙有限会社"}, {"name": "丙（有）"}]}, {"entrustee": "（一社）丁", "chain": [{"name": "一般社団法人丁"}]}]}]}"#),
    ("chain_against_entrustee", AssessmentKind::KeyItem, 2, r#"{"file_sections": [{"entrustments": [{"entrustee": "（株）甲", "chain": [{"name": "有限会社甲"}]}, {"entrustee": "甲㈱", "chain": [{"name": "株式会社甲"}, {"name": "甲（株）"}]}]}]}"#),
    ("chain_against_entrustee", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"entrustments": [{"entrustee": "国保連（国保連は国保中央会に再委託する。）", "chain": [{"name": "国保連"}]}, {"entrustee": "同上", "chain": [{"name": "甲"}]}, {"entrustee": "甲", "chain": [{"re_entrustees": [{"name": "乙"}]}]}]}]}"#),
    ("operator_in_no_chain", AssessmentKind::KeyItem, 0, r#"{"systems": [{"operator": "国保連"}, {"operator": "株式会社甲川口支店"}, {"operator": "㈱甲"}, {"operator": "乙"}], "file_sections": [{"entrustments": [{"entrustee": "埼玉県国保連（委託）"}, {"entrustee": "（株）甲", "chain": [{"name": "（株）甲", "re_entrustees": [{"name": "乙"}]}]}]}]}"#),
    ("operator_in_no_chain", AssessmentKind::KeyItem, 2, r#"{"systems": [{"operator": "甲乙"}], "files": [{"operator": "丙"}, {"operator": "甲丁"}], "file_sections": [{"entrustments": [{"entrustee": ["乙丙丁", "乙甲"]}, {}]}]}"#),
    // The rows of 別表第二 and of the order on provision belong to 第19条第8号. 第11号 works through an ordinance.
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "番号法別表第二の27の項"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "別表第二の27の項"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "番号法第19条第8号に基づく利用特定個人情報の提供に関する命令第2条の表の48の項"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "利用特定個人情報の提供に関する命令第2条の表の48の項"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "特定個人情報の提供に関する命令第2条の表の48の項"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "別表第二主務省令第20条"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "法第19条第8号"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "第19条第8号"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "甲市個人番号の利用に関する条例第5条"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "番号法"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "番号法別表の44の項"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "番号法別表第一の30の項"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "法第9条第2項"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "地方税法第20条"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "国民健康保険法第9条、番号法第9条第1項"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::AllItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲県知事", "bases": "住基法第30条の6（市町村長から都道府県知事への本人確認情報の通知等）"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::AllItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲県知事", "bases": "介護保険法第27条"}]}}]}"#),
    // A line is cut off if the next line cites nothing. A full stop ends a sentence.
    ("citation_cut_off", AssessmentKind::BasicItem, 1, r#"{"number_use_bases": ["甲市条例第4条第3項による", "・（予定）"]}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 1, r#"{"number_use_bases": ["甲市条例第4条第3項に基づく、", {"under": "【個人住民税】", "text": "（該当なし）"}]}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 1, r#"{"number_use_bases": ["番号法第9条第1項", "甲市条例第4条第3項の規定により"]}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": ["甲市条例第4条第3項による", "番号法第9条第2項"]}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": ["甲市条例第4条第3項による", "・番号法第9条第2項"]}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": ["甲市条例第4条第3項に基づく", "個人番号の利用"]}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": ["甲市条例第4条第3項による", {"under": "【番号法別表】", "text": "27"}]}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": ["番号法第19条第8号に基づく", "主務省令"]}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "番号法第9条第1項による。"}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": "個人番号の利用は番号法第9条第1項による"}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 1, r#"{"number_use_bases": "個人番号の利用は番号法第9条第1項に基づき"}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 0, r#"{"number_use_bases": ["甲市条例第4条第3項に基づく", "市民税の賦課"]}"#),
    ("citation_cut_off", AssessmentKind::BasicItem, 1, r#"{"number_use_bases": ["甲市条例第4条第3項に基づく", "①市民税の賦課"]}"#),
    // An Act permits no provision; an order under one may.
    ("provision_without_permission", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "甲乙丙法第3条"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "甲乙丙に関する法律第3条"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    ("provision_without_permission", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "甲乙丙法施行令第3条"}, {"bases": "番号法第19条第8号"}]}}]}"#),
    // What a cell mentions in passing must have been in force too: an item of 番号法第19条, or an order.
    ("not_in_force", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2025-04-01"}, "file_sections": [{"entrustments": [{"content": "番号法第19条第7号に基づく照会"}]}]}"#),
    ("not_in_force", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2025-04-01"}, "file_sections": [{"entrustments": [{"content": "番号法第19条第8号に基づく照会"}]}]}"#),
    ("not_in_force", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2023-04-01"}, "file_sections": [{"entrustments": [{"content": "利用特定個人情報の提供に関する命令第50条による照会"}]}]}"#),
    ("not_in_force", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2025-04-01"}, "file_sections": [{"entrustments": [{"content": "利用特定個人情報の提供に関する命令第50条による照会"}]}]}"#),
    // A row and its article, however they are joined. In a list of several, it is not known which belong together.
    ("row_and_article", AssessmentKind::KeyItem, 1, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表　48の項、第51条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 1, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項、第51条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 1, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表48項、第51条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 1, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項、第50条、69の項、第72条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 0, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項、第50条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 0, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項、69の項、第51条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 0, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項、第51条、第52条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 0, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項及び第51条"}}"#),
    // In the orders for the other tables, articles moved between branches of one number.
    ("row_and_article", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2023-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、番号法別表第二　48の項　第50条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 1, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、番号法別表第二　27項　第50条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2023-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、番号法別表第二　27項　第20条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2023-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、番号法別表第二　58項　第31条の2の2"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2025-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第9条第1項、番号法別表　24の項　第24条"}}"#),
    ("row_and_article", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2025-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第9条第1項、番号法別表　24の項　第16条"}}"#),
    // A number of the old tables together with one of the new tables, even if it has no counterpart.
    ("numbering_mixed", AssessmentKind::KeyItem, 1, r#"{"number_use_bases": "番号法別表の45の項", "linkage": {"state": "implemented", "bases": "番号法第19条第8号、番号法別表第二の21の項"}}"#),
    ("numbering_mixed", AssessmentKind::KeyItem, 1, r#"{"number_use_bases": "番号法別表の45の項", "linkage": {"state": "implemented", "bases": "番号法第19条第8号、番号法別表第二の82の項"}}"#),
    ("numbering_mixed", AssessmentKind::KeyItem, 1, r#"{"number_use_bases": "番号法別表の45の項", "linkage": {"state": "implemented", "bases": "番号法第19条第8号、番号法別表第二の500の項"}}"#),
    ("numbering_mixed", AssessmentKind::KeyItem, 0, r#"{"number_use_bases": "番号法別表の45の項", "linkage": {"state": "implemented", "bases": "番号法第19条第8号、第19条第8号"}}"#),
    // A short name that another cell defines is not 別表.
    ("numbering_mixed", AssessmentKind::KeyItem, 0, r#"{"number_use_bases": "甲市別表事務条例（以下「別表事務条例」という。）第2条、番号法別表第一の30の項", "file_sections": [{"provision": {"provisions": [{"bases": "番号法第19条第8号、別表事務条例第3条"}]}}]}"#),
    // A row is looked up in the copy of its table, and only if the table was in force.
    ("row_not_in_table", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2025-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の10の2の項"}}"#),
    ("row_not_in_table", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2026-07-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の10の2の項"}}"#),
    ("row_not_in_table", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2026-07-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の2の項"}}"#),
    ("row_not_in_table", AssessmentKind::KeyItem, 0, r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の2の項"}}"#),
    ("row_not_in_table", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2023-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の2の項"}}"#),
    ("row_not_in_table", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2025-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の170から180の項まで"}}"#),
    ("row_not_in_table", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2018-04-01"}, "linkage": {"state": "implemented", "bases": "番号法別表第二項番300"}}"#),
    ("row_not_in_table", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2021-04-01"}, "linkage": {"state": "implemented", "bases": "番号法別表第一の38の2の項"}}"#),
    ("row_deleted", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2025-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の157の項"}}"#),
    ("row_deleted", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2021-04-01"}, "linkage": {"state": "implemented", "bases": "番号法別表第二の36の項"}}"#),
    ("row_deleted", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2021-04-01"}, "linkage": {"state": "implemented", "bases": "番号法別表第一の16、25の項"}}"#),
    ("row_deleted", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2025-04-01"}, "linkage": {"state": "implemented", "bases": "番号法別表の25の項"}}"#),
    // The inquirer of the row is compared by the names in the tables. If a name is not in the tables, nothing is
    // reported.
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の38の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "都道府県知事", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の四十八の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": ["都道府県知事", "健康保険組合"], "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の13、48の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2021-04-01"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "都道府県知事", "bases": "番号法第19条第7号、番号法別表第二の27の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2021-04-01"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "bases": "番号法第19条第7号、番号法別表第二の27の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の69の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長（特別区の区長を含む。）", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の４８の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長又は国民健康保険組合", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の42の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "都道府県知事 及び 市町村長", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の13、48の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の137の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 1, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "健康保険組合", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の69の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "健康保険組合", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の160の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "別紙1のとおり", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": ["都道府県知事", "その他の関係部署"], "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "日本年金機構", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "都道府県知事", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48から50の項まで"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2024-12-06"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "都道府県知事", "bases": "甲市条例第4条による番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の48の項"}]}}]}"#),
    ("recipient_not_inquirer", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2025-04-01"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "都道府県知事", "bases": "番号法別表第二の27の項"}]}}]}"#),
    // Ⅲ.5 is about provisions by other ways than the network.
    ("provision_risk", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"provided": "ticked", "provisions": [{"methods": ["information_providing_network_system", "paper"]}]}}], "risks": [{"provision": {"none": "ticked"}}]}"#),
    ("provision_risk", AssessmentKind::AllItem, 1, r#"{"file_sections": [{}, {"provision": {"provided": "ticked", "provisions": [{}, {"methods": ["other"], "methods_other": "LGWAN"}]}}], "risks": [{"provision": {"none": "ticked"}}]}"#),
    ("provision_risk", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provided": "ticked", "provisions": [{"methods": ["information_providing_network_system"]}, {}]}}], "risks": [{"provision": {"none": "ticked"}}]}"#),
    ("provision_risk", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provided": "ticked", "provisions": [{"methods": ["other"], "methods_other": "医療保険者等向け中間サーバー"}]}}], "risks": [{"provision": {"none": "ticked"}}]}"#),
    ("provision_risk", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"provided": "ticked", "provisions": [{"methods": ["paper"]}]}}], "risks": [{"provision": {"none": "ticked"}}, {}]}"#),
    ("provision_risk", AssessmentKind::KeyItem, 1, r#"{"file_sections": [{"provision": {"neither": "ticked"}}, {"provision": {"neither": "ticked"}}], "risks": [{}]}"#),
    ("provision_risk", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"provision": {"neither": "ticked"}}, {"provision": {"provided": "ticked"}}], "risks": [{}]}"#),
    // A chain shows a re-entrustment that the section does not state.
    ("re_entrustment_risk", AssessmentKind::AllItem, 1, r#"{"file_sections": [{}, {"entrustments": [{}, {"chain": [{"name": "甲", "re_entrustees": [{"name": "乙"}]}]}]}], "risks": [{"entrustment": {"re_entrustee": "not_re_entrusted"}}]}"#),
    ("re_entrustment_risk", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"entrustments": [{"re_entrustment": "re_entrusted"}]}], "risks": [{"entrustment": {"re_entrustee": "not_re_entrusted"}}, {}]}"#),
    ("re_entrustment_risk", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"entrustments": [{"re_entrustment": "re_entrusted"}]}], "risks": [{"entrustment": {"re_entrustee": "sufficient"}}]}"#),
    // A measure against risks of re-entrustment is not wrong if nothing is re-entrusted.
    ("re_entrustment_risk", AssessmentKind::KeyItem, 0, r#"{"file_sections": [{"entrustments": [{"re_entrustment": "not_re_entrusted"}]}], "risks": [{"entrustment": {"re_entrustee": "sufficient"}}]}"#),
    // A short name of an order that a basis defines, in a cell that mentions bases in passing. Nothing else in the second cell
    // can have a day on which it ceased to be in force.
    ("not_in_force", AssessmentKind::KeyItem, 2, r#"{"cover": {"published": "2025-04-01"}, "number_use_bases": "番号法別表第二の主務省令で定める事務及び情報を定める命令（以下「別規」という。）第25条", "file_sections": [{"entrustments": [{"content": "別規第25条の事務を委託する。"}]}]}"#),
    ("not_in_force", AssessmentKind::KeyItem, 0, r#"{"cover": {"published": "2025-04-01"}, "file_sections": [{"entrustments": [{"content": "別規第25条の事務を委託する。"}]}]}"#),
];

#[test]
fn what_a_rule_finds_beside_its_example() {
    for (code, kind, expected, fields) in CASES {
        // A case that expects nothing would pass under any code.
        let row = RULES.iter().find(|row| row.rule.code() == *code);
        assert!(row.is_some(), "{code} is not a rule: {fields}");
        let assessment: Assessment = serde_json::from_str(&json(*kind, fields)).unwrap();
        let report = validate(&assessment, day("2025-06-01"));
        let found: Vec<String> =
            report.iter().filter(|finding| finding.rule.code() == *code).map(ToString::to_string).collect();
        assert_eq!(found.len(), *expected, "{code}: {fields}: {found:?}");
    }
}

/// A finding is at the file that it is about, whatever comes before that file.
#[test]
fn a_file_without_a_section_is_reported_at_the_file() {
    let fields = r#"{"files": [{"number": 1}, {"name": "甲ファイル"}], "file_sections": [{"names": "乙ファイル"}]}"#;
    let assessment: Assessment = serde_json::from_str(&json(AssessmentKind::KeyItem, fields)).unwrap();
    let report = validate(&assessment, day("2025-06-01"));
    let found = report.iter().find(|finding| finding.rule.code() == "file_without_section").unwrap();
    assert_eq!(found.location.path.to_string(), "files[1].name");
}

/// Numbers before the names of files are ignored, however they are written. A dot or bracket without a number is part
/// of the name.
#[test]
fn a_file_may_be_numbered() {
    for (name, is_same) in [
        ("甲ファイル", true),
        ("１．甲ファイル", true),
        ("1.甲ファイル", true),
        ("12) 甲ファイル", true),
        ("３　甲ファイル", true),
        ("（１）甲ファイル", true),
        ("(２)甲ファイル", true),
        ("①甲ファイル", true),
        ("．甲ファイル", false),
        (")甲ファイル", false),
        ("（乙）甲ファイル", false),
        ("2甲ファイル", false),
    ] {
        let fields = format!(r#"{{"files": [{{"name": "甲ファイル"}}], "file_sections": [{{"names": "{name}"}}]}}"#);
        let assessment: Assessment = serde_json::from_str(&json(AssessmentKind::KeyItem, &fields)).unwrap();
        let report = validate(&assessment, day("2025-06-01"));
        let is_listed = report.iter().all(|finding| finding.rule.code() != "section_file_not_listed");
        assert_eq!(is_listed, is_same, "{name}");
    }
}

fn complete() -> Assessment {
    document(&RULES[0], COMPLETE)
}

/// A complete document passes, dereferences to the document, and is stored in the same way.
#[test]
fn a_complete_document() {
    let as_of = day("2025-06-01");
    assert_eq!(validate(&complete(), as_of).iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    let passed = Complete::check(complete(), as_of).unwrap();
    assert_eq!(*passed, complete());
    assert_eq!(passed.kind(), AssessmentKind::BasicItem);
    assert_eq!(serde_json::to_string(&passed).unwrap(), serde_json::to_string(&complete()).unwrap());
    assert_eq!(passed.clone().into_inner(), complete());

    // A document with warnings and notes is complete: it can be published, although it should be looked at.
    let early = day("2025-05-01");
    let report = validate(&complete(), early);
    assert!(report.of(Severity::Warning).next().is_some() && report.has_no_errors());
    assert!(Complete::check(complete(), early).is_ok());
}

/// No form stores an exemption, so the caller passes it. Then nothing is required, whatever the facts are.
#[test]
fn an_exemption_is_given_to_the_check() {
    let as_of = day("2025-06-01");
    let stated = |result| {
        let mut document = complete();
        document.population = Answer::Given(Count::Band(PopulationBand::AtLeast300000));
        document.threshold.result = Answer::Given(result);
        document.risk.submitted = Answer::Given(SubmittedForms::BasicItem);
        document
    };
    let english = |document: &Assessment, exemption: Option<Exemption>| -> Vec<String> {
        let report = validate_with(document, as_of, exemption);
        report.iter().map(|finding| format!("{} {}", finding.rule, finding.text(Language::English))).collect()
    };
    let none = stated(Obligation::NotRequired);
    let required = "result_not_determined Ⅲ しきい値判断結果: says 「特定個人情報保護評価の実施が義務付けられない」, but the stated facts \
                    give 「基礎項目評価及び全項目評価の実施が義務付けられる」";
    assert_eq!(english(&none, None), [required]);
    assert_eq!(validate(&none, as_of), validate_with(&none, as_of, None));
    assert!(Complete::check(none.clone(), as_of).is_err());

    for exemption in Exemption::ALL.iter().copied().map(Some) {
        assert_eq!(english(&none, exemption), Vec::<String>::new(), "{exemption:?}");
        assert_eq!(Complete::check_with(none.clone(), as_of, exemption).unwrap().into_inner(), none);
        // A document that states an obligation contradicts an exemption.
        let basic_item = english(&stated(Obligation::BasicItem), exemption);
        let not_required = "result_not_determined Ⅲ しきい値判断結果: says 「基礎項目評価の実施が義務付けられる」, but the stated facts give \
                            「特定個人情報保護評価の実施が義務付けられない」";
        assert_eq!(basic_item, [not_required], "{exemption:?}");
    }
}

/// An excerpt is never complete. A refused document is returned unchanged.
#[test]
fn what_is_refused_comes_back() {
    let as_of = day("2025-06-01");
    let excerpt = Assessment { extent: Extent::Excerpt, ..complete() };
    assert_eq!(Complete::check(excerpt.clone(), as_of).unwrap_err().0, excerpt);
    for kind in AssessmentKind::ALL {
        let json = json(*kind, r#"{"affair": {"name": "国民健康保険に関する事務"}}"#);
        let assessment: Assessment = serde_json::from_str(&json).unwrap();
        let report = validate(&assessment, as_of);
        assert_eq!(Complete::check(assessment.clone(), as_of), Err((assessment, report)));
    }
}

/// A document is complete only if the report has no errors. Otherwise the document and the report are returned.
#[test]
fn only_a_report_without_errors_makes_a_document_complete() {
    let as_of = day("2025-06-01");
    let (mut passed, mut checked) = (0, 0);
    let documents = RULES.iter().flat_map(|row| {
        let (_, mended) = MENDED.iter().find(|(code, _)| *code == row.rule.code()).unwrap();
        [example(row), document(row, mended)]
    });
    for assessment in documents {
        checked += 1;
        let report = validate(&assessment, as_of);
        let errors = report.iter().filter(|finding| finding.severity == Severity::Error).count();
        assert_eq!(report.has_no_errors(), errors == 0);
        match Complete::check(assessment.clone(), as_of) {
            Ok(complete) => {
                passed += 1;
                assert_eq!((errors, complete.into_inner()), (0, assessment));
            }
            Err((back, found)) => {
                assert!(errors > 0);
                assert_eq!((back, found), (assessment, report));
            }
        }
    }
    assert_eq!(checked, 2 * RULES.len());
    assert_eq!(passed, 1, "of the examples only the one that is filled in is complete");
}

/// If a required item of the complete document is removed, only that item is reported.
#[test]
fn what_is_taken_out_of_a_complete_document_is_missed() {
    let whole: serde_json::Value = serde_json::from_str(COMPLETE).unwrap();
    let mut taken = 0;
    for path in [
        "cover/number",
        "cover/title",
        "cover/declaration",
        "cover/body",
        "cover/published",
        "affair/name",
        "affair/content",
        "systems/0/name",
        "files/0/name",
        "number_use_bases",
        "linkage/state",
        "linkage/bases",
        "department/name",
        "department/head",
        "requests/request_to",
        "requests/contact_to",
        "population",
        "threshold/population_as_of",
        "threshold/handlers",
        "threshold/handlers_as_of",
        "threshold/incident",
        "threshold/result",
        "risk/submitted",
        "risk/acquisition",
        "risk/linking",
        "risk/unauthorized",
        "risk/entrustment",
        "risk/no_provision",
        "risk/linkage_acquisition",
        "risk/linkage_provision",
        "risk/leakage",
        "risk/manual_work/none",
        "risk/audits",
        "other_risk/training",
        "risk/priority/measure",
        "risk/priority/adequacy",
        "risk/priority/grounds",
    ] {
        let mut json = whole.clone();
        let (parent, field) = path.rsplit_once('/').unwrap_or(("", path));
        let parent = if parent.is_empty() { &mut json } else { json.pointer_mut(&format!("/{parent}")).unwrap() };
        assert!(parent.as_object_mut().unwrap().remove(field).is_some(), "{path}");
        let assessment = document(&RULES[0], &json.to_string());
        let report = validate(&assessment, day("2025-06-01"));
        let missed: Vec<String> = report
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.location.path.to_string())
            .collect();
        let expected: &[&str] = match path {
            "risk/no_provision" => &["risk.provision"],
            "risk/manual_work/none" => &["risk.manual_work.adequacy", "risk.manual_work.grounds"],
            // Without the choice it is not known whether the bases are needed.
            _ => &[&path.replace("/0", "[0]").replace('/', ".")],
        };
        assert_eq!(missed, expected, "{path}");
        assert!(Complete::check(assessment, day("2025-06-01")).is_err());
        taken += 1;
    }
    assert_eq!(taken, 37);
}

/// 当該対策は十分か【再掲】 repeats the answer of the named measure only.
#[test]
fn the_adequacy_of_every_measure_is_restated() {
    let fields = [
        (Priority::Acquisition, "risk.acquisition"),
        (Priority::Linking, "risk.linking"),
        (Priority::UnauthorizedUse, "risk.unauthorized"),
        (Priority::Entrustment, "risk.entrustment"),
        (Priority::Provision, "risk.provision"),
        (Priority::LinkageAcquisition, "risk.linkage_acquisition"),
        (Priority::LinkageProvision, "risk.linkage_provision"),
        (Priority::Leakage, "risk.leakage"),
        (Priority::Training, "other_risk.training"),
    ];
    assert_eq!(fields.map(|(measure, _)| measure), Priority::ALL);
    let states = |field| match field {
        "other_risk.training" => ["especially", "sufficient", "insufficient"],
        _ => ["especially", "sufficient", "issues_remain"],
    };
    for (measure, _) in fields {
        for (field, (index, state)) in fields
            .iter()
            .flat_map(|(_, field)| states(*field).into_iter().enumerate().map(move |state| (*field, state)))
        {
            for (restated, adequacy) in Adequacy::ALL.iter().enumerate() {
                let mut document = Assessment::new("form_2_2024_10".parse().unwrap());
                document.risk.priority.measure = Answer::Given(measure);
                document.risk.priority.adequacy = Answer::Given(*adequacy);
                document.put(&field.parse().unwrap(), state).unwrap();
                let report = validate(&document, day("2025-06-01"));
                let found: Vec<_> = report.iter().filter(|finding| finding.rule == Rule::RestatedAdequacy).collect();
                let is_own = fields.contains(&(measure, field));
                assert_eq!(
                    found.len(),
                    usize::from(is_own && index != restated),
                    "{measure} {field} {state} {adequacy}"
                );
                for finding in found {
                    assert_eq!(finding.location.path.to_string(), "risk.priority.adequacy");
                    assert_eq!(finding.other.as_ref().map(|other| other.path.to_string()).as_deref(), Some(field));
                }
            }
        }
    }
}

/// A report lists at most so many findings, and says if there are more. Then an error may be among those left out.
#[test]
fn a_report_is_cut() {
    let header = r#""format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10""#;
    // Each row has one finding, a warning.
    let with_rows = |count: usize| -> Assessment {
        let rows = vec![r#"{"date": "2025-05-01"}"#; count].join(",");
        serde_json::from_str(&format!(r#"{{{header}, "extent": "excerpt", "changes": [{rows}]}}"#)).unwrap()
    };
    let full = validate(&with_rows(MAX_FINDINGS), day("2025-04-01"));
    assert!(full.len() == MAX_FINDINGS && !full.is_cut() && full.has_no_errors());
    let cut = validate(&with_rows(MAX_FINDINGS + 1), day("2025-04-01"));
    assert!(cut.len() == MAX_FINDINGS && cut.is_cut() && !cut.has_no_errors());
    assert_eq!(cut.of(Severity::Error).count(), 0);
    let last = cut.iter().last().unwrap();
    assert_eq!(last.location.path.to_string(), format!("changes[{}].date", MAX_FINDINGS - 1));
}

/// The names of file sections that are not among the listed files.
fn not_listed(files: &[String], sections: &[String]) -> Vec<String> {
    let files: Vec<_> = files.iter().map(|name| json!({ "name": name })).collect();
    let sections: Vec<_> = sections.iter().map(|name| json!({ "names": name })).collect();
    let document: Assessment = serde_json::from_value(json!({
        "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "files": files, "file_sections": sections,
    }))
    .unwrap();
    let report = validate(&document, NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
    let found = report.iter().filter(|finding| finding.rule == Rule::SectionFileNotListed);
    found.map(|finding| finding.seen.clone()).collect()
}

fn full_width(text: &str) -> String {
    text.chars().map(|c| if c == ' ' { '\u{3000}' } else { char::from_u32(c as u32 + 0xFEE0).unwrap() }).collect()
}

#[test]
fn a_number_before_the_name_of_a_file_is_no_part_of_it() {
    // They begin with the characters of counts, but are words.
    let names = [
        "年金",
        "年齢別",
        "月例給付",
        "日報",
        "歳入",
        "回答",
        "期日前投票",
        "次世代",
        "人口",
        "名簿",
        "件名",
        "種別",
        "健診",
    ];
    let files = names.map(String::from);
    for name in names {
        let most = if name == "年金" { 999 } else { 20 };
        let numbers = (1..=most).flat_map(|number| {
            [format!("{number}."), format!("{number})"), format!("({number})"), format!("{number} ")]
        });
        let numbered: Vec<String> = numbers
            .flat_map(|number| [format!("　{number}{name}"), format!("{number} {name}"), full_width(&number) + name])
            .chain(('①'..='⑳').flat_map(|number| [format!("{number}{name}"), format!("{number} {name}")]))
            .collect();
        // Not all at once, because the length of a report is limited.
        for numbered in numbered.chunks(500) {
            assert_eq!(not_listed(&files, numbered), Vec::<String>::new());
            let other: Vec<String> = numbered.iter().map(|name| format!("{name}乙")).collect();
            assert_eq!(not_listed(&files, &other).len(), other.len());
        }
    }
}

#[test]
fn a_year_or_a_count_is_part_of_the_name_of_a_file() {
    for name in [
        "年度健診",
        "年生名簿",
        "年健診",
        "月分",
        "日間",
        "か月児",
        "カ月児",
        "ヵ月児",
        "ヶ月児",
        "ケ月児",
        "箇月児",
        "週",
        "歳児",
        "才児",
        "号被保険者",
        "回接種",
        "期接種",
        "次健診",
        "人世帯",
        "名宿泊",
        "件目",
        "種接種",
    ] {
        for (begin, end) in [("", ""), ("", " "), ("1.", ""), ("1.", " ")] {
            let (mut odd, mut even) = (Vec::new(), Vec::new());
            for number in (1..=120).chain(990..=1_010).chain(2_000..=2_030) {
                let begin = format!("{begin}{number}{end}");
                let names = if number % 2 == 0 { &mut even } else { &mut odd };
                names.extend([full_width(&begin) + name, begin + name]);
            }
            assert_eq!(not_listed(&odd, &odd), Vec::<String>::new());
            assert_eq!(not_listed(&odd, &even), even, "{begin}1{end}{name}");
        }
    }
    // A number of four digits is a year, whatever follows.
    for (begin, end) in [("", " "), ("", "."), ("", ")"), ("(", ")"), ("", "年度"), ("", " 年度"), ("", "")] {
        let years = (1000..=9999).step_by(97).chain(1989..=2039);
        let names: Vec<String> = years.map(|year| format!("{begin}{year}{end}健診ファイル")).collect();
        let (first, second) = names.split_at(70);
        assert_eq!(not_listed(first, second), second);
    }
}

/// Only one of the two names may have the name of the prefecture before it.
#[test]
fn the_body_itself_is_found_with_and_without_its_prefecture() {
    let is_found = |body: &str, other: &str| {
        let json = format!(
            r#"{{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
                "cover": {{"body": "{body}"}}, "other_bodies": "{other}"}}"#
        );
        let document: Assessment = serde_json::from_str(&json).unwrap();
        let report = validate(&document, NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
        report.iter().any(|finding| finding.rule == Rule::BodyAmongOthers)
    };
    assert!(is_found("川口市長", "埼玉県川口市長、戸田市長"));
    assert!(is_found("埼玉県川口市長", "川口市長"));
    assert!(!is_found("埼玉県知事", "埼玉県教育委員会"));
    assert!(!is_found("東京都府中市長", "広島県府中市長"));
}
