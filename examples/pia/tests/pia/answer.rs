//! `pia answer` as a user runs it.

use crate::support::{Answer, pia, run};
use mynumber_pia::Assessment;
use mynumber_pia::assessment::Change;

const MATSUDO: &str = include_str!("../../../documents/matsudo.json");

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
        assert_eq!(answer.err, format!("pia answer: {error}\n"), "{arguments:?}");
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
    prints(&["-", "--find", "システムの名称=中間"], "systems[2].name\n");
    prints(&["-", "--find", "委託先名=存在しない会社"], "");
}

/// What follows from a change is said, and nothing is written.
#[test]
fn what_follows_from_a_change() {
    let change = ["-", "file_sections[0].provision.provided", "○", "--dry-run", "--as-of=2026-04-01"];
    let said = answer(&change);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for line in [
        "記入が必要となる項目:\n  提供の件数 file_sections[0].provision.provided_count\n",
        "\n  error conditional_item file_sections[0].provision.provided_count ",
        "\nしきい値判断: 基礎項目評価及び重点項目評価の実施が義務付けられる、又は基礎項目評価及び全項目評価の実施が義務付けられる (変わらない)\n",
        "\n新たな不一致: なし\n手続:\n7 後期高齢者医療制度に関する事務 変更\n",
        "\n--on のほかの条件は「pia affairs FILE... --affair NUMBER --change NEW」で指定する\n",
    ] {
        assert!(said.out.contains(line), "{line} is not in {}", said.out);
    }
    assert!(answer(&[change.as_slice(), &["--on=2026-12-28"]].concat()).out.contains("2026-12-28から速やかに"));
    let json = answer(&["-", "--set", "population=350000", "--dry-run", "--json", "--as-of=2026-04-01"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["after"]["required"], "basic_item_and_all_item");
    // The other papers of the affair.
    let basic = answer(&["-", "--form", "form_2_2024_10"]).out;
    let basic = file("answer-basic.json", &basic);
    let beside = ["-", "--set", "population=350000", "--dry-run", "--as-of=2026-04-01", "--beside", &basic];
    assert!(answer(&beside).out.contains("\n新たな不一致:\n7 後期高齢者医療制度に関する事務: "));
    refuses(
        &["-", "population", "--dry-run"],
        "--dry-run: expected a change (TEXT, --set and the like)",
        "--dry-run：変更（TEXT、--set など）を指定する",
    );
    refuses(
        &["-", "population", "1", "--on=2026-12-28"],
        "--on is only allowed with --dry-run",
        "--on は --dry-run とともに指定する",
    );
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
        "systems[9].name (Ⅰ.2.システム.① システムの名称): there is no entry with the index 9: the list has 4, and the next would have the index 4",
        "systems[9].name（Ⅰ.2.システム.① システムの名称）：番号 9 の行はない（配列は4行であり、次の行の番号は 4 である）",
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
    // The name of an item is no path, but leads to its paths.
    for name in ["対象人数", "entrustee", "法令上の根拠"] {
        refuses(
            &["-", name],
            &format!("\"{name}\" is not a path but the name of an item: --find {name} prints its paths"),
            &format!("「{name}」は経路でなく項目の名前である。経路は --find {name} で分かる"),
        );
    }
    refuses(
        &["--json", "-", "affair.name", "{"],
        "affair.name: TEXT is not JSON: EOF while parsing an object at line 1 column 1",
        "affair.name：TEXT は途中で終わっている（1行1列）",
    );
    refuses(
        &["-", "--find", "存在しない項目"],
        "--find: unknown code or label \"存在しない項目\" for the item (項目): expected one of assessment_number (評価書番号), \
         assessment_title (評価書名), declaration (個人のプライバシー等の権利利益の保護の宣言), …",
        "--find：「存在しない項目」は項目の選択肢にない（選択肢：assessment_number (評価書番号), assessment_title (評価書名), \
         declaration (個人のプライバシー等の権利利益の保護の宣言), …）",
    );
    refuses(
        &["-", "--find", "再委託の"],
        "--find: unknown item \"再委託の\"; items that contain it: 再委託の有無, 再委託の許諾方法",
        "--find：「再委託の」という項目はない（これを含む項目：再委託の有無、再委託の許諾方法）",
    );
}

/// 所属長の役職名 was labelled 所属長 until 平成30年5月, and 様式2 asks for 判断の根拠 since 令和6年10月.
#[test]
fn labels_are_those_of_the_edition_of_the_document() {
    let of = |edition: &str, wanted: &str| {
        let json = format!(
            r#"{{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "{edition}",
                "department": {{"head": "課長"}}, "risk": {{"priority": {{"grounds": "研修"}}}}}}"#
        );
        let answer = run("answer", &["-", "--find", wanted, "--lang", "en"], json.as_bytes());
        (answer.code, answer.out, answer.err)
    };
    let found = |paths: &str| (0, paths.to_string(), String::new());
    let unknown = |error: &str| (2, String::new(), format!("pia answer: --find: unknown {error}\n"));
    assert_eq!(of("form_2_2017_05", "所属長"), found("department.head\n"));
    assert_eq!(of("form_2_2024_10", "所属長"), unknown("item \"所属長\"; items that contain it: 所属長の役職名"));
    assert_eq!(of("form_2_2024_10", "判断の根拠=研修"), found("risk.priority.grounds\n"));
    let no_label = unknown(
        "code or label \"判断の根拠\" for the item (項目): expected one of assessment_number (評価書番号), \
         assessment_title (評価書名), declaration (個人のプライバシー等の権利利益の保護の宣言), …",
    );
    assert_eq!(of("form_2_2019_01", "判断の根拠"), no_label);
    // A name or a code is the same in every edition.
    assert_eq!(of("form_2_2017_05", "所属長の役職名"), found("department.head\n"));
    assert_eq!(of("form_2_2017_05", "priority_grounds"), found("risk.priority.grounds\n"));
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
    assert_eq!(both.err, "pia answer: -[1]: 「format」がない（2行2列）\n");
    let on_one_line = named("甲").trim_end().to_string();
    let second = run("answer", &["-", "affair.name"], format!("{on_one_line} {{}}").as_bytes());
    assert_eq!(second.err, format!("pia answer: -[1]: 「format」がない（1行{}列）\n", on_one_line.chars().count() + 3));
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

/// A file with this content.
fn file(name: &str, content: &str) -> String {
    let path = std::env::temp_dir().join(format!("mynumber-pia-{}-{name}", std::process::id()));
    std::fs::write(&path, content).unwrap();
    path.into_os_string().into_string().unwrap()
}

/// The document that the program writes, and what it says on standard error.
#[track_caller]
fn made(arguments: &[&str], input: &str) -> (Assessment, String) {
    let answer = run("answer", arguments, input.as_bytes());
    assert_eq!(answer.code, 0, "{}", answer.err);
    (serde_json::from_str(&answer.out).unwrap(), answer.err)
}

/// Asserts the errors in English and Japanese, which is the default, with another input than the document.
#[track_caller]
fn refuses_input(arguments: &[&str], input: &str, english: &str, japanese: &str) {
    for (language, error) in [(&["--lang=en"][..], english), (&["--lang=ja"], japanese), (&[], japanese)] {
        let answer = run("answer", &[language, arguments].concat(), input.as_bytes());
        assert_eq!(answer.err, format!("pia answer: {error}\n"), "{arguments:?}");
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{arguments:?}");
    }
}

#[test]
fn many_answers_at_once() {
    let matsudo = file("answer-many.json", MATSUDO);
    let before: Assessment = serde_json::from_str(MATSUDO).unwrap();
    let mut expected = before.clone();
    expected.affair.name = "国民健康保険に関する事務".parse().unwrap();
    expected.other_bodies = ["甲市", "乙市"].try_into().unwrap();
    expected.systems.remove(0);
    let set = ["--set", "affair.name=国民健康保険に関する事務", "--set=/other_bodies=甲市\\n乙市"];
    assert!(made(&[&["-", "--delete", "systems[0]"], set.as_slice()].concat(), MATSUDO).0 == expected);
    let lines = "\u{FEFF}# 二つの記載\naffair.name =国民健康保険に関する事務\n\nother_bodies=甲市\\n乙市\r\ndelete systems[0]\n";
    assert!(made(&[&matsudo, "--answers", "-"], lines).0 == expected);
    let object = r#"{"affair.name": "国民健康保険に関する事務", "other_bodies": ["甲市", "乙市"], "/systems/0": null}"#;
    assert!(made(&[&matsudo, "--answers", "-"], object).0 == expected);
    // In their order: a deleted entry moves those after it.
    let mut expected = before.clone();
    expected.systems.remove(0);
    expected.systems[0].name = "甲システム".parse().unwrap();
    let object = r#"{"systems[0]": null, "systems[0].name": "甲システム"}"#;
    assert!(made(&[&matsudo, "--answers", "-"], object).0 == expected);
    assert!(made(&["-", "--delete", "systems[0]", "--set", "systems[0].name=甲システム"], MATSUDO).0 == expected);
    let mut expected = before;
    expected.systems.drain(..2);
    assert!(made(&["-", "--delete", "systems[0]", "--delete", "/systems/0"], MATSUDO).0 == expected);
}

#[test]
fn what_of_many_answers_is_refused() {
    refuses(&["-", "--set"], "--set needs a value: PATH=TEXT", "--set には値が必要である：PATH=TEXT");
    refuses(
        &["-", "--set", "affair.name"],
        "--set: \"affair.name\" is not PATH=TEXT",
        "--set：「affair.name」は PATH=TEXT の形でない",
    );
    refuses(
        &["-", "--set", "affair.nam=甲"],
        "\"affair.nam\" is not a path of the document: affair has no field \"nam\": expected one of name, content",
        "「affair.nam」は評価書の項目の経路でない：affair に「nam」という項目はない（使える項目：name, content）",
    );
    refuses(
        &["-", "--set", "affair.name=甲事務", "--set", "systems[9].name=甲"],
        "systems[9].name (Ⅰ.2.システム.① システムの名称): there is no entry with the index 9: the list has 4, and the next would have the index 4",
        "systems[9].name（Ⅰ.2.システム.① システムの名称）：番号 9 の行はない（配列は4行であり、次の行の番号は 4 である）",
    );
    refuses(
        &["-", "--set", "affair.name=甲", "--set", "/affair/name=乙"],
        "--set: affair.name is given twice (first \"甲\"): once is enough",
        "--set：affair.name が二度指定されている（最初は「甲」）。一度だけ指定する",
    );
    // After another step, it may be another entry.
    let moved = ["-", "--set", "systems[0].name=甲", "--delete", "systems[0]", "--set", "systems[0].name=乙"];
    assert!(made(&moved, MATSUDO).0.systems[0].name.value().to_string() == "乙");
    refuses(&["-", "--delete"], "--delete needs a value: a PATH", "--delete には値が必要である：PATH");
    refuses(
        &["-", "--delete", "systems[9]"],
        "systems[9]: there is no such entry in the document",
        "systems[9]：評価書にその行はない",
    );
    refuses(
        &["-", "--answers"],
        "--answers needs a value: a file of answers",
        "--answers には値が必要である：記載のファイル",
    );
    let matsudo = file("answer-refused.json", MATSUDO);
    refuses_input(
        &[&matsudo, "--answers", "-"],
        "affair.name=甲\n\naffair.name\n",
        "--answers: line 3: \"affair.name\" is neither PATH=TEXT nor delete PATH",
        "--answers：3行目：「affair.name」は PATH=TEXT の形でも delete PATH の形でもない",
    );
    refuses_input(
        &[&matsudo, "--answers", "-"],
        "delete affair.nam",
        "--answers: line 1: \"affair.nam\" is not a path of the document: affair has no field \"nam\": expected one of name, content",
        "--answers：1行目：「affair.nam」は評価書の項目の経路でない：affair に「nam」という項目はない（使える項目：name, content）",
    );
    refuses_input(
        &[&matsudo, "--answers", "-"],
        "{\"affair.name\"",
        "--answers: not a JSON object: EOF while parsing an object at line 1 column 14",
        "--answers：途中で終わっている（1行14列）",
    );
    refuses_input(
        &[&matsudo, "--answers", "-"],
        "{\"linkage.state\": \"する\"}",
        "linkage.state (Ⅰ.5.① 実施の有無): unknown code or label \"する\" for the information linkage (情報連携の実施の有無): expected one of \
         implemented (実施する), not_implemented (実施しない), undecided (未定)",
        "linkage.state（Ⅰ.5.① 実施の有無）：「する」は情報連携の実施の有無の選択肢にない（選択肢：implemented (実施する), not_implemented (実施しない), undecided (未定)）",
    );
    for (arguments, other) in [
        (&["-", "affair.name", "--delete", "systems[0]"][..], "PATH"),
        (&["-", "--json", "--delete", "systems[0]"], "--json"),
        (&["-", "--find", "entrustee", "--set", "affair.name=甲"], "--find"),
        (&["-", "affair.name", "--form", "form_3_2024_10"], "PATH"),
    ] {
        refuses(
            arguments,
            &format!(
                "an edit (--set, --answers, --delete, --rows or --form) writes the assessment: {other} is not allowed with it"
            ),
            &format!(
                "記載を改めるオプション（--set、--answers、--delete、--rows、--form）は評価書を書く。{other} は同時に指定できない"
            ),
        );
    }
    refuses(&["--delete", "systems[0]"], "FILE is missing (see --help)", "FILE がない（--help を参照）");
    refuses_input(
        &["-", "--answers", "-"],
        "affair.name=甲",
        "- is given twice: standard input can be read only once",
        "- が二度指定されている。標準入力は一度しか読めない",
    );
    let missing = answer(&["-", "--answers", "/nowhere/a"]);
    assert_eq!(missing.err, "pia answer: /nowhere/a: 読み込めない：ファイルがない\n");
    let missing = answer(&["-", "--rows", "/nowhere/a", "--lang=en"]);
    assert!(missing.err.starts_with("pia answer: /nowhere/a: cannot be read: "), "{}", missing.err);
}

#[test]
fn what_was_done_in_vain_is_said() {
    let before: Assessment = serde_json::from_str(MATSUDO).unwrap();
    for arguments in [&["-", "--delete", "rule_9"][..], &["-", "--delete", "/rule_9"]] {
        let (same, said) = made(arguments, MATSUDO);
        assert!(same == before);
        assert_eq!(said, "pia answer: rule_9：記載がないので、削除するものはない\n");
    }
    let said = made(&["-", "--delete", "cover.ended", "--delete", "systems[0]", "--lang=en"], MATSUDO).1;
    assert_eq!(said, "pia answer: cover.ended: nothing to delete\n");
    assert_eq!(made(&["-", "--delete", "systems[0]", "--delete", "affair.name"], MATSUDO).1, "");
}

#[test]
fn what_the_form_does_not_print_is_said() {
    let path = "threshold.handlers";
    for (arguments, says) in [
        (
            &["-", "--set", "threshold.handlers=500人以上"][..],
            "pia answer: threshold.handlers（取扱者数）：様式3はこの項目を印刷しない\n",
        ),
        (&["-", path, "500人以上"], "pia answer: threshold.handlers（取扱者数）：様式3はこの項目を印刷しない\n"),
        (
            &["-", path, "500人以上", "--lang=en"],
            "pia answer: threshold.handlers (Handlers): 様式3 does not print this item\n",
        ),
        (&["-", "--set", "threshold.result=basic_item_and_key_item"], ""),
        (&["-", "population", "1000人"], ""),
    ] {
        assert_eq!(made(arguments, MATSUDO).1, says, "{arguments:?}");
    }
    // The form that prints it.
    let to_basic = ["-", "--form", "form_2_2024_10", "--set", "threshold.handlers=500人以上"];
    assert!(!made(&to_basic, MATSUDO).1.contains("印刷しない"));
}

#[test]
fn the_rows_of_a_table_are_taken_over() {
    let before: Assessment = serde_json::from_str(MATSUDO).unwrap();
    let matsudo = file("answer-old.json", MATSUDO);
    let set = [
        "-",
        "--set",
        "department.head=保険年金課長",
        "--set",
        "affair.content=＜窓口＞申請の受付\\n＜窓口＞資格の確認",
    ];
    let new = run("answer", &set, MATSUDO.as_bytes()).out;
    let new_file = file("answer-new.json", &new);
    let table = [&*matsudo, &*new_file, "--table", "--as-of=2045-04-01"];
    let rows = ["--json", "--lang=ja"].map(|option| run("changes", &[table.as_slice(), &[option]].concat(), b"").out);
    let [(as_json, _), (in_columns, _)] = [&rows[0], &rows[1]].map(|rows| made(&[&new_file, "--rows", "-"], rows));
    // As the command prints them, with by what they were made.
    let printed = pia("changes").args(table).arg("--json").output().unwrap().stdout;
    let printed = String::from_utf8(printed).unwrap();
    assert!(printed.contains("\"made_by\":"));
    assert_eq!(made(&[&new_file, "--rows", "-"], &printed).0, as_json);
    // In columns, a heading with marks of its own is the beginning of its line.
    let shown = |document: &Assessment| {
        let rows = document
            .changes
            .iter()
            .map(|row| [&row.items, &row.before, &row.after].map(|cell| cell.value().to_string()));
        rows.collect::<Vec<_>>()
    };
    assert_eq!(shown(&as_json), shown(&in_columns));
    assert_eq!(as_json.changes.len(), before.changes.len() + 2);
    for document in [&in_columns, &as_json] {
        let json = serde_json::to_string(document).unwrap();
        let checked = run("changes", &["--check", "-", "--lang=en"], json.as_bytes());
        let holding = checked.out.lines().rev().take(2).filter(|line| line.contains(" matches the document "));
        assert_eq!(holding.count(), 2, "{}", checked.out);
    }
    let json = serde_json::to_string(&as_json).unwrap();
    let back = run("changes", &["--rewind", "2045-04-01", "-"], json.as_bytes());
    assert_eq!((back.code, back.err.as_str()), (0, ""));
    assert!(serde_json::from_str::<Assessment>(&back.out).unwrap() == before);
    // They are not added twice, in whichever form they were written.
    let twice = file("answer-twice.json", &serde_json::to_string(&as_json).unwrap());
    for rows in &rows {
        let (again, said) = made(&[&twice, "--rows", "-"], rows);
        assert!(again == as_json);
        assert_eq!(said, "pia answer: --rows：2行は既に変更箇所にあるので、加えない\n");
        let (first, rest) = rows.split_once('\n').unwrap();
        let one = file("answer-one.json", &run("answer", &[&new_file, "--rows", "-"], first.as_bytes()).out);
        let (again, said) = made(&[&one, "--rows", "-", "--lang=en"], rows);
        assert_eq!(shown(&again), shown(&as_json));
        assert_eq!(said, "pia answer: --rows: 1 row is already in the change table and is not added again\n");
        let (more, said) = made(&[&one, "--rows", "-"], rest);
        assert_eq!((shown(&more), said.as_str()), (shown(&as_json), ""));
    }
    // Nothing changed.
    let none = run("changes", &[&matsudo, &matsudo, "--table"], b"").out;
    assert!(made(&[&matsudo, "--rows", "-"], &none).0 == before);

    refuses(
        &["-", "--rows"],
        "--rows needs a value: a file of rows",
        "--rows には値が必要である：変更箇所の行のファイル",
    );
    refuses_input(
        &[&matsudo, "--rows", "-"],
        "甲\t乙",
        "--rows: line 1: 2 columns: a row that changes --table writes has 6",
        "--rows：1行目：2列ある。changes --table が書く行は6列である",
    );
    refuses_input(
        &[&matsudo, "--rows", "-"],
        "\n{\"date\": ",
        "--rows: line 2: not JSON: EOF while parsing a value at column 9",
        "--rows：2行目：途中で終わっている（9列）",
    );
    refuses_input(
        &[&matsudo, "--rows", "-"],
        "{\"day\": \"2025-04-01\"}",
        "--rows: line 1: changes[7]: unknown field `day`, expected one of `continues`, `date`, `items`, `pages`, `before`, `after`, `timing`, `reason`",
        "--rows：1行目：changes[7]：「day」という項目はない（使える項目：continues、date、items、pages、before、after、timing、reason）",
    );
    refuses_input(
        &[&matsudo, "--rows", "-"],
        "昨日\t甲\t乙\t丙\t事後\t",
        "--rows: line 1: changes[7].date (別添2 変更日): cannot read \"昨日\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
        "--rows：1行目：changes[7].date（別添2 変更日）：「昨日」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
    );
}

/// Some tables begin with the newest row. A row that continues another stays below it.
#[test]
fn a_row_goes_where_the_dates_stay_in_order() {
    let dates = |document: &Assessment| {
        let dates = document.changes.iter().filter_map(|row| row.date.given()).map(ToString::to_string);
        dates.collect::<Vec<_>>().join(" ")
    };
    let with = |dates: &[&str]| {
        let mut document: Assessment = serde_json::from_str(MATSUDO).unwrap();
        let row =
            |date: &&str| Change { date: mynumber_pia::Answer::Given(date.parse().unwrap()), ..Change::default() };
        document.changes = dates.iter().map(row).collect();
        serde_json::to_string(&document).unwrap()
    };
    let rows = "{\"date\": \"2024-06-01\", \"items\": \"甲\"}\n{\"continues\": true, \"items\": \"乙\"}\n\
                {\"date\": \"2024-06-01\", \"items\": \"丙\"}\n";
    let cases: [(&[&str], &str, usize); 4] = [
        (&[], "令和6年6月1日 令和6年6月1日", 0),
        (&["2023-04-01", "2025-04-01"], "令和5年4月1日 令和6年6月1日 令和6年6月1日 令和7年4月1日", 1),
        (
            &["2025-04-01", "2024-06", "2023-04-01"],
            "令和7年4月1日 令和6年6月 令和6年6月1日 令和6年6月1日 令和5年4月1日",
            2,
        ),
        (&["2025-04-01", "2024-07-01"], "令和7年4月1日 令和6年7月1日 令和6年6月1日 令和6年6月1日", 2),
    ];
    for (there, expected, at) in cases {
        let document = file("answer-dates.json", &with(there));
        let (document, said) = made(&[&document, "--rows", "-"], rows);
        assert_eq!((dates(&document).as_str(), said.as_str()), (expected, ""));
        let items = document.changes[at..at + 3].iter().map(|row| row.items.value().to_string());
        assert_eq!(items.collect::<String>(), "甲乙丙");
    }
}

#[test]
fn a_document_is_moved_to_another_form() {
    let basic = r#"{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
        "other_risk": {"training": "sufficient"}, "risk": {"acquisition": "sufficient"}}"#;
    let (raised, open) = made(&["-", "--form", "form_3_2024_10"], basic);
    assert_eq!(raised.form.edition(), Some("form_3_2024_10".parse().unwrap()));
    assert!(raised.risks[0].training.given().is_some() && raised.risks[0].acquisition.adequacy.given().is_some());
    assert!(open.contains("pia answer: 引継ぎ: 従業者に対する教育・啓発 risks[0].training\n"), "{open}");
    assert!(open.contains("pia answer: 未記入（必須）: 事務の名称 affair.name\n"), "{open}");
    assert!(
        !open.lines().any(|line| line.starts_with("pia answer: 未記入") && line.ends_with(" risks[0].training")),
        "{open}"
    );
    let (again, open) = made(&["-", "--form", "令和6年10月 様式3", "--lang=en"], basic);
    assert!(again == raised);
    assert!(open.contains("pia answer: taken over: Education and awareness of staff risks[0].training\n"), "{open}");
    assert!(open.contains("pia answer: open (required): "), "{open}");
    refuses(
        &["-", "--form"],
        "--form needs a value: an edition such as form_3_2024_10",
        "--form には値が必要である：form_3_2024_10 などの版",
    );
    refuses(
        &["-", "--form", "3"],
        "--form: cannot read \"3\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of 様式2, 様式3 or 様式4, or a kind: basic_item, key_item or all_item",
        "--form：「3」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）、又は種類：basic_item、key_item、all_item",
    );
    let twice = ["-", "--form", "form_3_2024_10", "--form", "form_4_2024_10"];
    refuses(
        &twice,
        "--form is given twice (first \"form_3_2024_10\"): once is enough",
        "--form が二度指定されている（最初は「form_3_2024_10」）。一度だけ指定する",
    );
}
