//! `pia validate` as a user runs it.

use crate::support::run;
use mynumber_pia::validate::Language;
use serde_json::Value;

const KUMAGAYA: &str = include_str!("../../../documents/kumagaya.json");
const MATSUDO: &str = include_str!("../../../documents/matsudo.json");

/// The pinned findings of the five assessments, in the order in which the program prints them.
const PINNED: [(&str, &str); 5] = [
    ("edogawa", include_str!("../../../../tests/data/findings/edogawa.txt")),
    ("shinjuku", include_str!("../../../../tests/data/findings/shinjuku.txt")),
    ("kawaguchi", include_str!("../../../../tests/data/findings/kawaguchi.txt")),
    ("kumagaya", include_str!("../../../../tests/data/findings/kumagaya.txt")),
    ("matsudo", include_str!("../../../../tests/data/findings/matsudo.txt")),
];

fn pinned() -> Vec<String> {
    PINNED.iter().flat_map(|(name, lines)| lines.lines().map(move |line| format!("{name}.json: {line}"))).collect()
}

fn file(name: &str) -> String {
    let folder = crate::support::root().join("examples/documents");
    folder.join(name).with_extension("json").into_os_string().into_string().unwrap()
}

/// The assessment of 熊谷市, with a system renamed as in a later row of its change table. It has no findings.
fn clean() -> String {
    KUMAGAYA.replace("および国保情報集約システム（※国保連合会）", "及び国保情報集約システム（※国保中央会）")
}

/// The closing line on standard error.
fn closing(documents: usize, errors: usize, warnings: usize, notes: usize) -> String {
    format!("pia validate: 評価書{documents}件：誤り{errors}件、警告{warnings}件、参考{notes}件\n")
}

/// The closing line for these printed findings.
fn counted(documents: usize, out: &str) -> String {
    let of = |severity: &str| out.lines().filter(|line| line.contains(&format!(": {severity} "))).count();
    closing(documents, of("error"), of("warning"), of("note"))
}

/// A document of 様式2 with these fields.
fn document(fields: &str) -> String {
    format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10", {fields}}}"#
    )
}

#[test]
fn without_files_it_checks_the_published_assessments() {
    let answer = run("validate", &[], b"");
    assert_eq!((answer.code, answer.err.as_str()), (1, counted(5, &answer.out).as_str()));
    assert_eq!(answer.out.lines().collect::<Vec<_>>(), pinned());
}

#[test]
fn the_status_tells_what_was_found() {
    let clean = run("validate", &["-"], clean().as_bytes());
    assert_eq!((clean.code, clean.out.as_str(), clean.err), (0, "", closing(1, 0, 0, 0)));
    // Notes do not change the exit status.
    let notes = run("validate", &[&file("kawaguchi")], b"");
    assert_eq!((notes.code, notes.err), (0, counted(1, &notes.out)));
    assert!(notes.out.lines().count() > 0 && notes.out.lines().all(|line| line.contains(".json: note ")));
    let warnings = run("validate", &["-"], document(r#""extent": "excerpt", "cover": {"published": "2025-04-01"}, "threshold": {"population_as_of": "2025-05-01"}"#).as_bytes());
    // A date that is out of order is not also reported as after the day of the check.
    assert_eq!(
        (warnings.code, warnings.out.as_str(), warnings.err),
        (
            1,
            "-: warning dates_reversed Ⅱ.1 threshold.population_as_of Ⅱ.1 いつ時点の計数か：\
             令和7年5月1日は、表紙 公表日の令和7年4月1日より後である\n",
            closing(1, 0, 1, 0)
        )
    );
    let errors = run("validate", &[&file("matsudo")], b"");
    assert_eq!((errors.code, errors.err), (1, counted(1, &errors.out)));
    assert!(errors.out.contains(": error conditional_item "));
}

#[test]
fn a_hyphen_is_standard_input() {
    let answer = run("validate", &["-"], clean().as_bytes());
    assert_eq!((answer.code, answer.out.as_str(), answer.err), (0, "", closing(1, 0, 0, 0)));
    // Some programs begin a file with a byte order mark.
    let marked = [b"\xEF\xBB\xBF", MATSUDO.as_bytes()].concat();
    let answer = run("validate", &["-", &file("kumagaya")], &marked);
    assert_eq!((answer.code, answer.err), (1, counted(2, &answer.out)));
    let lines = PINNED[4].1.lines().map(|line| format!("-: {line}"));
    let lines: Vec<String> =
        lines.chain(PINNED[3].1.lines().map(|line| format!("{}: {line}", file("kumagaya")))).collect();
    assert_eq!(answer.out.lines().collect::<Vec<_>>(), lines);
}

#[test]
fn one_json_object_a_finding() {
    let answer = run("validate", &["--json"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (1, ""));
    let mut lines = Vec::new();
    for line in answer.out.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        let fields: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        let expected = [
            "as_of",
            "code",
            "en",
            "expected",
            "file",
            "index",
            "item",
            "ja",
            "key",
            "label",
            "number",
            "other",
            "path",
            "seen",
            "severity",
            "severity_label",
            "source",
        ];
        assert_eq!(fields, expected);
        let text = |field: &str| value[field].as_str().unwrap().to_string();
        let place = format!("{} {}", text("number"), text("label"));
        assert!(text("ja").starts_with(&place) && text("en").starts_with(&place), "{place}");
        assert!(text("as_of").parse::<chrono::NaiveDate>().is_ok() && !text("source").is_empty());
        match &value["other"] {
            Value::Null => {}
            other => {
                let fields: Vec<&str> = other.as_object().unwrap().keys().map(String::as_str).collect();
                assert_eq!(fields, ["item", "label", "number", "path"]);
            }
        }
        lines.push(format!(
            "{}: {} {} {} {} {}",
            text("file"),
            text("severity"),
            text("code"),
            text("number"),
            text("path"),
            text("ja")
        ));
    }
    // The same findings as in the text output.
    assert_eq!(lines, pinned());

    let answer = run("validate", &["--json", "--lang", "en", &file("matsudo")], b"");
    let transfer: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|value: &Value| value["code"] == "transfer_count")
        .collect();
    assert_eq!(
        transfer,
        [serde_json::json!({
            "file": file("matsudo"), "index": 0, "as_of": "2021-07-26",
            "key": "transfer_count transfer_count / ファイル=後期高齢者医療ファイル",
            "severity": "warning", "severity_label": "警告", "code": "transfer_count",
            "item": "transfer_count", "number": "Ⅱ.5", "label": "移転を行っている 件数",
            "path": "file_sections[0].provision.transferred_count", "seen": "1", "expected": "2", "other": null,
            "source": "様式3・様式4 Ⅱ.5", "ja": "Ⅱ.5 移転を行っている 件数［1番目のファイル］：1件とあるが、記載は2件である",
            "en": "Ⅱ.5 移転を行っている 件数［1番目のファイル］: declares 1, but lists 2"
        })]
    );
}

#[test]
fn in_english() {
    let answer = run("validate", &["--lang", "en", "-"], MATSUDO.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (1, "pia validate: 1 document: 1 error, 8 warnings, 5 notes\n"));
    let clean = run("validate", &["--lang", "en", "-", "no_such_file"], clean().as_bytes());
    assert_eq!(clean.code, 2);
    assert!(clean.err.starts_with("pia validate: no_such_file: cannot be read: "), "{}", clean.err);
    assert!(
        clean.err.ends_with("\npia validate: 2 documents (1 unusable): 0 errors, 0 warnings, 0 notes\n"),
        "{}",
        clean.err
    );
    assert!(
        answer.out.contains(
            "-: warning transfer_count Ⅱ.5 file_sections[0].provision.transferred_count Ⅱ.5 移転を行っている 件数［1番目のファイル］: \
             declares 1, but lists 2\n"
        ),
        "{}",
        answer.out
    );
    let japanese = run("validate", &["--lang=ja", "-"], MATSUDO.as_bytes());
    assert_eq!(japanese.out, run("validate", &["-"], MATSUDO.as_bytes()).out);
    assert_eq!(japanese.out.lines().count(), answer.out.lines().count());
}

#[test]
fn the_day_of_the_check() {
    let count = document(r#""extent": "excerpt", "cover": {"published": "2025-04-01"}"#);
    let answer = run("validate", &["-", "--as-of", "2025-03-31"], count.as_bytes());
    assert_eq!(
        (answer.code, answer.out.as_str()),
        (
            1,
            "-: warning date_after_as_of 表紙 cover.published 表紙 公表日：令和7年4月1日は、検査の日（令和7年3月31日）より後である\n"
        )
    );
    for arguments in [&["-", "--as-of", "2025-04-01"][..], &["-"]] {
        let answer = run("validate", arguments, count.as_bytes());
        assert_eq!((answer.code, answer.out.as_str(), answer.err), (0, "", closing(1, 0, 0, 0)), "{arguments:?}");
    }
    // The day is that of each document: its publication, or else its last change.
    let days = run("validate", &["--json"], b"");
    let day = |name: &str| -> String {
        let line = days.out.lines().find(|line| line.contains(name)).unwrap();
        serde_json::from_str::<Value>(line).unwrap()["as_of"].as_str().unwrap().to_string()
    };
    assert_eq!((day("edogawa"), day("kawaguchi")), ("2024-12-06".to_string(), "2025-12-26".to_string()));
    assert_eq!(day("matsudo"), "2021-07-26");
}

#[test]
fn the_rules() {
    let rules = mynumber_pia::validate::RULES;
    for (language, of) in [("ja", Language::Japanese), ("en", Language::English)] {
        let answer = run("validate", &["--rules", "--lang", language], b"");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        assert_eq!(answer.out.lines().count(), rules.len());
        for (line, row) in answer.out.lines().zip(rules) {
            assert!(line.starts_with(&format!("{} {} {} [様式", row.severity, row.rule, row.text(of))), "{line}");
            assert!(line.ends_with(&format!("; {}]", row.source)), "{line}");
            assert!(!line.contains(['{', '}']), "{line}");
        }
    }
    let first = |arguments: &[&str]| run("validate", arguments, b"").out.lines().next().unwrap().to_string();
    assert_eq!(first(&["--rules"]), "error required_item 記載がない [様式2、様式3、様式4; 様式]");
    assert_eq!(
        first(&["--rules", "--lang", "en"]),
        "error required_item An item that the form requires is answered. [様式2、様式3、様式4; 様式]"
    );
}

#[test]
fn an_exemption_goes_with_no_obligation() {
    let exempt = document(r#""extent": "excerpt", "population": "at_least_300000", "threshold": {"result": "none"}"#);
    let found = |options: &[&str]| {
        let answer = run("validate", &[options, &["-"]].concat(), exempt.as_bytes());
        assert_eq!(answer.err, counted(1, &answer.out));
        (answer.code, answer.out.contains("error result_not_determined Ⅲ threshold.result"))
    };
    assert_eq!(found(&[]), (1, true));
    assert_eq!(found(&["--exemption", "personnel_files_only"]), (0, false));
}

/// Not all findings of a document are listed if there are very many.
#[test]
fn a_cut_report_is_not_clean() {
    // Every second row is out of order, which is only a note.
    let rows = vec![r#"{"date": "2025-05-01"}, {"date": "2025-04-01"}"#; 100_002].join(",");
    let many = document(&format!(r#""extent": "excerpt", "changes": [{rows}]"#));
    for (options, notice, counts) in [
        (&["-"][..], "-: 指摘が100000件を超えるため、残りを省略する", Some(closing(1, 0, 0, 100_000))),
        (&["-", "--json", "--lang", "en"], "-: more than 100000 findings, the rest is left out", None),
    ] {
        let answer = run("validate", options, many.as_bytes());
        assert_eq!(answer.err, format!("pia validate: {notice}\n{}", counts.unwrap_or_default()));
        assert_eq!((answer.code, answer.out.lines().count()), (1, 100_000));
    }
}

#[test]
fn help() {
    for arguments in [["--lang=en", "--help"], ["-h", "--lang=en"]] {
        let answer = run("validate", &arguments, b"");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        for option in ["FILE", "FILE[2]", "--as-of", "--exemption", "--json", "--lang", "--rules", "exit status"] {
            assert!(answer.out.contains(option), "{option}");
        }
    }
}

/// One document after the other: findings are reported with the index of the document, and so are documents that cannot
/// be read.
#[test]
fn many_documents_in_one_file() {
    let late = document(
        r#""extent": "excerpt", "cover": {"published": "2025-04-01"}, "threshold": {"population_as_of": "2025-05-01"}"#,
    );
    let unknown = late.replace("form_2_2024_10", "form_2_2099_10").replace("2025-05-01", "2025-03-01");
    let input = [&late, &clean(), "{\"format\": 1}\n", &unknown, &late].map(|text: &str| text.to_string()).join("\n");
    let answer = run("validate", &["-"], input.as_bytes());
    let found: Vec<&str> =
        answer.out.lines().map(|line| line.split(" 表紙 ").next().unwrap().split(" Ⅱ").next().unwrap()).collect();
    assert_eq!(found, ["-: warning dates_reversed", "-[3]: note edition_not_known", "-[4]: warning dates_reversed"]);
    let errors: Vec<&str> = answer.err.lines().collect();
    assert_eq!((answer.code, errors.len()), (2, 2), "{errors:?}");
    assert!(errors[0].starts_with("pia validate: -[2]: format："), "{errors:?}");
    assert_eq!(errors[1], "pia validate: 評価書5件（読めないもの1件）：誤り0件、警告2件、参考1件");
    let answer = run("validate", &["-", "--json"], input.as_bytes());
    let lines = answer.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let found: Vec<(Value, Value)> = lines.map(|line| (line["index"].clone(), line["code"].clone())).collect();
    let expected = [(0, "dates_reversed"), (3, "edition_not_known"), (4, "dates_reversed")];
    assert_eq!(found, expected.map(|(index, code)| (index.into(), code.into())));
    assert_eq!((answer.code, answer.err.lines().count()), (2, 1));
    // If all documents can be read, the findings decide the status.
    let both = [clean(), late].concat();
    assert_eq!(run("validate", &["-"], both.as_bytes()).code, 1);
    assert_eq!(run("validate", &["-"], [clean(), clean()].concat().as_bytes()).code, 0);
}

/// If a file cannot be used, the others are still checked, and the status shows it.
#[test]
fn unusable_files_among_good_ones() {
    let (good, other) = (file("kawaguchi"), file("kumagaya"));
    let answer = run("validate", &["no/such/file.json", &good, "-", &other], b"[]");
    assert_eq!(answer.code, 2);
    let lines = PINNED[2].1.lines().map(|line| format!("{good}: {line}"));
    let lines: Vec<String> = lines.chain(PINNED[3].1.lines().map(|line| format!("{other}: {line}"))).collect();
    assert_eq!(answer.out.lines().collect::<Vec<_>>(), lines);
    let errors: Vec<&str> = answer.err.lines().collect();
    assert_eq!(errors.len(), 3, "{}", answer.err);
    assert!(errors[0].starts_with("pia validate: no/such/file.json: 読み込めない："), "{}", errors[0]);
    assert!(
        errors[1].starts_with("pia validate: -: 型が違う：配列（記載できるもの：特定個人情報保護評価書）。評価書を [ ] で囲まず、一つずつ続けて書く（"),
        "{}",
        errors[1]
    );
    assert!(errors[2].starts_with("pia validate: 評価書4件（読めないもの2件）："), "{}", errors[2]);
    // A line break in a file name is escaped.
    let answer = run("validate", &["a\nb"], b"");
    assert!(answer.code == 2 && answer.err.starts_with("pia validate: a\\nb: 読み込めない："), "{}", answer.err);
    assert_eq!(answer.err.lines().count(), 1, "the counts of no document");
}

/// What is new since an older version, or since an earlier check of files of the same names.
#[test]
fn what_is_new_since_an_earlier_check() {
    let folder = std::env::temp_dir().join(format!("pia-since-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.into_os_string().into_string().unwrap()
    };
    let changed = MATSUDO.replace(r#""body": "?""#, r#""body": "松戸市長""#);
    let changed = run("answer", &["-", "--delete", "file_sections[0].entrustments[0].content"], changed.as_bytes()).out;
    let (old, new) = (write("old.json", MATSUDO), write("paper.json", &changed));
    let said = run("validate", &["--since", &old, &new], b"");
    let place = "Ⅱ.4.委託事項.① file_sections[0].entrustments[0].content";
    assert_eq!(
        (said.code, said.out.lines().map(|line| line.trim_start_matches(new.as_str())).collect::<Vec<_>>()),
        (
            1,
            vec![
                format!(": 新しい指摘 error required_item {place} Ⅱ.4.委託事項.① 委託内容［1番目のファイル・委託事項1］：記載がない").as_str(),
                ": なくなった指摘 placeholder_answer assessing_body",
            ]
        )
    );
    assert_eq!(run("validate", &["--since", &old, &old], b"").code, 0);

    // A folder of papers, checked again.
    let (paper, other) = (write("paper.json", MATSUDO), write("other.json", KUMAGAYA));
    let before = run("validate", &["--json", &paper, &other], b"").out;
    let baseline = write("findings.jsonl", &before);
    let again = ["--baseline", &baseline, &paper, &other];
    let same = run("validate", &again, b"");
    assert_eq!((same.code, same.out.as_str()), (0, ""));
    write("paper.json", &changed);
    let json = run("validate", &[again.as_slice(), &["--json"]].concat(), b"");
    let lines: Vec<Value> = json.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let count = |status: &str| lines.iter().filter(|line| line["status"] == status).count();
    assert_eq!((json.code, count("new"), count("gone"), count("same")), (1, 1, 1, before.lines().count() - 1));
    let gone = lines.iter().find(|line| line["status"] == "gone").unwrap();
    assert_eq!((&gone["code"], &gone["status_label"]), (&"placeholder_answer".into(), &"なくなった".into()));
    // Its own output is a baseline again.
    let next = write("next.jsonl", &json.out);
    assert_eq!(run("validate", &["--baseline", &next, &paper, &other], b"").code, 0);

    let refused = |arguments: &[&str], says: &str| {
        let answer = run("validate", arguments, b"");
        assert_eq!(answer.code, 2, "{arguments:?}");
        assert!(answer.err.contains(says), "{}", answer.err);
    };
    refused(&["--baseline", &old, &new], "の1行目は「pia validate --json」の出力でない");
    refused(&["--since", &old, &new, &other], "--since：FILE を一つ指定する");
    refused(&["--since", &old, "--baseline", &baseline, &new], "--since は同時に指定できない");
    refused(&["--since", "/nowhere/old.json", &new], "読み込めない");
    std::fs::remove_dir_all(folder).unwrap();
}
