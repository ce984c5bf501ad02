//! The commands read the words that a form prints wherever they read codes, as examples/README.md lists it.

use crate::support::run;

const FILE: &str = "examples/documents/kumagaya.json";

/// Runs the command with a code and with the printed words for it, which must not differ in anything.
#[track_caller]
fn same(program: &str, with: impl Fn(&str) -> (Vec<String>, String), codes: &[&str]) {
    let mut answers = codes.iter().map(|code| {
        let (arguments, input) = with(code);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let answer = run(program, &arguments, input.as_bytes());
        assert!(answer.code < 2 && !answer.out.is_empty(), "{program} {arguments:?}: {}", answer.err);
        (answer.code, answer.out)
    });
    let first = answers.next().unwrap();
    answers.for_each(|answer| assert_eq!(answer, first, "{program} {codes:?}"));
}

/// Arguments, separated by blanks, in which `@` is the code.
fn arguments(of: &str) -> impl Fn(&str) -> (Vec<String>, String) {
    move |code| (of.split(' ').map(|word| word.replace('@', code)).collect(), String::new())
}

/// Standard input, in which `@` is the code, for these arguments.
fn input<'a>(of: &'a [&'a str], json: &'a str) -> impl Fn(&str) -> (Vec<String>, String) + 'a {
    move |code| (of.iter().map(ToString::to_string).collect(), json.replace('@', code) + "\n")
}

const BANDS: &[&str] =
    &["from_10000_to_99999", "1万人以上10万人未満", "１万人以上１０万人未満", "３） 1万人以上10万人未満"];

#[test]
fn in_an_assessment() {
    let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10", "population": "@"}"#;
    same("answer", input(&["--json", "-", "population"], json), BANDS);
    same(
        "answer",
        arguments(&format!("{FILE} population @")),
        &["under_1000", "1,000人未満", "1,000人未満（任意実施）"],
    );
    same("answer", arguments(&format!("{FILE} --set linkage.state=@")), &["implemented", "実施する", "１）実施する"]);
    same("answer", arguments(&format!("{FILE} --set risk.audits=@")), &["internal", "内部監査"]);
    let of_kind = r#"{"format": "mynumber-pia", "version": 1, "kind": "@", "edition": "form_3_2024_10", "affair": {"name": "甲"}}"#;
    same("answer", input(&["-", "affair.name"], of_kind), &["key_item", "重点項目評価書", "重点項目評価", "様式3"]);
    let of_edition =
        r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "@", "affair": {"name": "甲"}}"#;
    same("answer", input(&["-", "affair.name"], of_edition), &["form_3_2024_10", "令和6年10月 様式3"]);
}

#[test]
fn among_the_arguments() {
    let editions = &["form_3_2024_10", "令和６年１０月　様式３", "[令和6年10月様式3]"];
    same("template", arguments("@"), editions);
    same("schema", arguments("@"), editions);
    same("print", arguments("--empty @"), editions);
    same("answer", arguments(&format!("{FILE} --form @")), editions);
    same("template", arguments("@"), &["key_item", "重点項目評価書", "様式3"]);
    same("answer", arguments(&format!("{FILE} --find @")), &["department_head", "所属長の役職名"]);
    let due = format!("{FILE} --as-of 2026-06-01");
    same("affairs", arguments(&format!("{due} --body @")), &["local_government", "地方公共団体等"]);
    same(
        "affairs",
        arguments(&format!("{due} --incident 2026-05-01 --scope @")),
        &["personal_information", "個人情報"],
    );
    same("affairs", arguments(&format!("{due} --assessed 8:@=2023-04-01")), &["basic_item", "基礎項目評価書"]);
    same("affairs", arguments(&format!("{due} --affair 8 --facts @,500人未満")), BANDS);
}

#[test]
fn in_the_facts() {
    same("threshold", arguments("--population @ --handlers under_500"), BANDS);
    same("threshold", arguments("--population 5000 --handlers @"), &["at_least_500", "500人以上"]);
    same("threshold", arguments("--population 5000 --incident @"), &["yes", "発生あり"]);
    same("threshold", arguments("--population 500000 --body @"), &["administrative_organ", "行政機関等"]);
    same("threshold", arguments("--exemption @"), &["manual_files_only", "手作業処理用ファイルのみを取り扱う事務"]);
    same("threshold", input(&["--jsonl"], r#"{"population": "@"}"#), BANDS);
    same("threshold", input(&["--jsonl"], r#"{"population": 5000, "incident": "@"}"#), &["no", "発生なし"]);
}

#[test]
fn in_a_register() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("labels");
    std::fs::create_dir_all(&folder).unwrap();
    let register = folder.join("register.json");
    let mut answers = Vec::new();
    for (kind, paper) in [("local_government", "basic_item"), ("地方公共団体等", "基礎項目評価書")] {
        let json = format!(
            r#"{{"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "kind": "{kind}", "affairs": [
                {{"number": "8", "name": "乙", "publications": [{{"paper": "{paper}", "on": "2025-01-12", "by": "assessed"}}]}}]}}"#
        );
        std::fs::write(&register, json).unwrap();
        let register = register.to_str().unwrap();
        let answer = run("affairs", &[FILE, "--register", register, "--as-of", "2026-06-01"], b"");
        assert!(answer.code < 2, "{}", answer.err);
        answers.push(answer.out);
    }
    assert_eq!(answers[0], answers[1]);
}
