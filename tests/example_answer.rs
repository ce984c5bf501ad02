//! `examples/answer` as a user runs it.

mod support;

use mynumber_pia::Assessment;
use support::{Answer, run};

const MATSUDO: &str = include_str!("../examples/documents/matsudo.json");

fn answer(arguments: &[&str]) -> Answer {
    run("answer", arguments, MATSUDO.as_bytes())
}

#[track_caller]
fn prints(arguments: &[&str], out: &str) {
    let answer = answer(arguments);
    assert_eq!((answer.code, answer.out.as_str(), answer.err.as_str()), (0, out, ""), "{arguments:?}");
}

/// Asserts the errors in English and Japanese, which is the default.
#[track_caller]
fn refuses(arguments: &[&str], english: &str, japanese: &str) {
    for (language, error) in [(&["--lang", "en"][..], english), (&["--lang=ja"], japanese), (&[], japanese)] {
        let answer = answer(&[language, arguments].concat());
        assert_eq!(answer.err, format!("answer: {error}\n"), "{arguments:?}");
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{arguments:?}");
    }
}

#[test]
fn one_answer() {
    prints(&["-", "population"], "10万人以上30万人未満\n");
    prints(&["-", "/population"], "10万人以上30万人未満\n");
    prints(&["--json", "-", "population"], "\"from_100000_to_299999\"\n");
    prints(&["-", "cover.ended"], "\n");
    prints(&["-", "cover.ended", "--json"], "");
    prints(&["-", "--find", "委託先名"], "file_sections[0].entrustments[0].entrustee\n");
    prints(&["-", "--find", "entrustee"], "file_sections[0].entrustments[0].entrustee\n");
    prints(&["-", "--find", "threshold_result"], "threshold.result\n");
}

#[test]
fn one_answer_is_changed() {
    let before: Assessment = serde_json::from_str(MATSUDO).unwrap();
    let changed = |arguments: &[&str]| {
        let answer = answer(arguments);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        serde_json::from_str::<Assessment>(&answer.out).unwrap()
    };
    let mut expected = before.clone();
    expected.affair.name = "国民健康保険に関する事務".parse().unwrap();
    assert!(changed(&["-", "affair.name", "国民健康保険に関する事務"]) == expected);
    assert!(changed(&["-", "/affair/name", "国民健康保険に関する事務"]) == expected);
    expected.affair = before.affair.clone();
    expected.systems[0].connections = "宛名システム等".parse().unwrap();
    assert!(changed(&["--json", "-", "systems[0].connections", r#"["addressee"]"#]) == expected);
    // It reads what it wrote.
    let written = answer(&["-", "systems[4].name", "新システム"]).out;
    let again = run("answer", &["-", "systems[4].name"], written.as_bytes());
    assert_eq!(again.out, "新システム\n");
}

#[test]
fn what_is_refused() {
    refuses(
        &["-", "affair.nam"],
        "\"affair.nam\" is not a path of the document: affair has no field \"nam\": expected one of name, content",
        "「affair.nam」は評価書の項目の経路でない：affair に「nam」という項目はない（使える項目：name, content）",
    );
    refuses(
        &["-", "kind"],
        "\"kind\" is not a path of the document: the fields of the header (format, version, kind, edition, extent, $schema) \
         have no paths",
        "「kind」は評価書の項目の経路でない：見出し部の項目（format, version, kind, edition, extent, $schema）に経路はない",
    );
    refuses(
        &["-", "systems[9].name"],
        "systems[9].name (Ⅰ.2.システム.① システムの名称): there is no entry with the index 9: the list has 4",
        "systems[9].name（Ⅰ.2.システム.① システムの名称）：番号 9 の行はない（配列は4行である）",
    );
    refuses(
        &["-", "linkage.state", "する"],
        "linkage.state (Ⅰ.5.① 実施の有無): unknown code or label \"する\" for the information linkage (情報連携の実施の有無): expected one of \
         implemented (実施する), not_implemented (実施しない), undecided (未定)",
        "linkage.state（Ⅰ.5.① 実施の有無）：「する」は情報連携の実施の有無の選択肢にない（選択肢：implemented (実施する), not_implemented (実施しない), undecided (未定)）",
    );
    refuses(
        &["-", "linkage.state", "2) 実施する"],
        "linkage.state (Ⅰ.5.① 実施の有無): \"2) 実施する\" names two choices of the information linkage (情報連携の実施の有無): \
         2 is not_implemented (実施しない), the wording is implemented (実施する)",
        "linkage.state（Ⅰ.5.① 実施の有無）：「2) 実施する」は情報連携の実施の有無の二つの選択肢を指している（番号 2 は not_implemented (実施しない)、文言は implemented (実施する)）",
    );
    refuses(
        &["--json", "-", "affair.name", "{"],
        "affair.name: TEXT is not JSON: EOF while parsing an object at line 1 column 1",
        "affair.name：TEXT は途中で終わっている（1行1列）",
    );
    refuses(
        &["-", "--find", "委託"],
        "--find: unknown item \"委託\": expected a code such as entrustee or population",
        "--find：「委託」という項目はない。entrustee、population などのコードを書く",
    );
}

#[test]
fn every_document_of_a_file() {
    let named = |name| {
        format!(
            "{{\"format\":\"mynumber-pia\",\"version\":1,\"kind\":\"basic_item\",\"edition\":\"?\",\"affair\":{{\"name\":\"{name}\"}}}}\n"
        )
    };
    let lines = [named("甲"), "{}\n".into(), named("乙")].concat();
    let both = run("answer", &["-", "affair.name"], lines.as_bytes());
    assert_eq!((both.code, both.out.as_str()), (2, "甲\n乙\n"));
    assert_eq!(both.err, "answer: -[1]: 「format」がない（2行2列）\n");
    let changed = run("answer", &["-", "affair.name", "丙"], [named("甲"), named("乙")].concat().as_bytes());
    let again = run("answer", &["-", "affair.name"], changed.out.as_bytes());
    assert_eq!((again.code, again.out.as_str()), (0, "丙\n丙\n"));
}

#[test]
fn help() {
    for (arguments, says) in [
        (&["--help"][..], "終了コード：0 成功"),
        (&["--lang=ja", "-h"], "終了コード：0 成功"),
        (&["--lang", "en", "--help"], "exit status: 0"),
        (&["--help", "--lang", "en"], "exit status: 0"),
    ] {
        let answer = answer(arguments);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        assert!(answer.out.contains(says), "{}", answer.out);
    }
}
