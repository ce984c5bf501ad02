//! `pia threshold` as a user runs it.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use crate::support::{pia, root, run};
use mynumber_pia::{Assessment, Facts, determine};
use serde_json::{Value, json};

fn json(arguments: &[&str]) -> Value {
    let answer = run("threshold", arguments, b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{arguments:?}");
    serde_json::from_str(&answer.out).unwrap()
}

/// The five affairs, one object per line.
fn affairs() -> Vec<Value> {
    let answer = run("threshold", &["--json"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    answer.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_five_affairs() {
    let answer = run("threshold", &[], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let heads: Vec<_> = answer.out.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
    assert_eq!(
        heads,
        [
            "江戸川区 国民健康保険に関する事務（全項目評価書、公表 令和6年12月6日）",
            "新宿区 国民健康保険に関する事務（全項目評価書、公表日不明）",
            "川口市 後期高齢者医療に関する事務（重点項目評価書、公表 令和7年12月26日）",
            "熊谷市 国民健康保険に関する事務（基礎項目評価書、公表 令和7年5月30日）",
            "松戸市 後期高齢者医療制度に関する事務（重点項目評価書、公表日不明）",
        ]
    );
    let seen: Vec<_> = affairs()
        .iter()
        .map(|affair| {
            let determination = &affair["determination"];
            json!([
                affair["body"],
                determination["required"],
                determination["open"],
                affair["declared"],
                affair["agrees"]
            ])
        })
        .collect();
    let open = json!(["handlers", "incident"]);
    assert_eq!(
        seen,
        [
            json!(["江戸川区", "basic_item_and_all_item", [], "basic_item_and_all_item", "yes"]),
            json!(["新宿区", null, ["population", "handlers", "incident"], null, null]),
            json!(["川口市", null, open, "basic_item_and_key_item", "possible"]),
            json!(["熊谷市", "basic_item_and_key_item", [], "basic_item_and_key_item", "yes"]),
            json!(["松戸市", null, open, "basic_item_and_key_item", "possible"]),
        ]
    );
}

#[test]
fn the_json_of_an_affair_says_what_the_text_says() {
    let answer = run("threshold", &["--json"], b"");
    let first = answer.out.lines().next().unwrap();
    let order = [
        "body",
        "affair",
        "kind",
        "published",
        "facts",
        "open_because",
        "determination",
        "declared",
        "agrees",
        "remark",
    ];
    let at = order.map(|key| first.find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key}")));
    assert!(first.starts_with("{\"body\":") && at.is_sorted(), "in this order: {first}");
    let values = affairs();
    let shinjuku = &values[1];
    assert_eq!(shinjuku["facts"], json!({"population": "?", "handlers": "?", "incident": "?"}));
    assert_eq!(shinjuku["open_because"].as_object().unwrap().len(), 3);
    assert!(shinjuku["open_because"]["population"].as_str().unwrap().starts_with("変更箇所の抜粋に対象人数がない"));
    assert!(shinjuku["remark"].as_str().unwrap().starts_with("区の要綱第4条第2項により"));
    assert_eq!(shinjuku["published"], Value::Null);
    let kumagaya = &values[3];
    assert_eq!((&kumagaya["open_because"], &kumagaya["remark"]), (&json!({}), &Value::Null));
    assert_eq!(
        kumagaya["facts"],
        json!({"population": "from_10000_to_99999", "handlers": "under_500", "incident": "yes"})
    );
}

#[test]
fn one_affair() {
    let required = |arguments: &[&str]| json(&[arguments, &["--json"]].concat())["required"].clone();
    let facts = ["--population", "62000", "--handlers", "120", "--incident"];
    assert_eq!(required(&[facts.as_slice(), &["yes"]].concat()), "basic_item_and_key_item");
    for none in ["発生なし", "なし", "無", "無し"] {
        assert_eq!(required(&[facts.as_slice(), &[none]].concat()), "basic_item");
    }
    for some in ["発生あり", "あり", "有", "有り"] {
        assert_eq!(required(&[facts.as_slice(), &[some]].concat()), required(&[facts.as_slice(), &["yes"]].concat()));
    }
    assert_eq!(required(&["--population", "３００，０００"]), "basic_item_and_all_item");
    assert_eq!(required(&["--population=100000..299999", "--handlers=500人以上"]), "basic_item_and_all_item");
    assert_eq!(required(&["--population", "from_1000_to_9999"]), "basic_item");
    for unknown in ["unknown", "?", "不明"] {
        assert_eq!(required(&["--population", unknown]), Value::Null);
    }
    assert_eq!(required(&["--population", "1000000", "--exemption", "manual_files_only"]), "none");
    let open = json(&["--population", "1万人以上10万人未満", "--handlers", "120", "--incident", "unknown", "--json"]);
    assert_eq!(open["possible"], json!(["basic_item", "basic_item_and_key_item"]));
    assert_eq!(open["open"], json!(["incident"]));

    let answer = run("threshold", &["--population", "62000", "--handlers", "488", "--incident", "no"], b"");
    assert_eq!(answer.code, 0);
    assert_eq!(
        answer.out,
        "対象人数 62,000人\n\
         取扱者数 488人\n\
         重大事故 発生なし\n\
         結果 基礎項目評価の実施が義務付けられる\n\
         根拠 対象人数 1万人以上10万人未満（62,000人）、取扱者数 500人未満（488人）、重大事故 発生なし → \
         基礎項目評価の実施が義務付けられる [規則第5条第1項、第4条第8号ロ; 確認済み]\n\
         結果が変わるまでの差 対象人数が38,000人多ければ（100,000人）、基礎項目評価及び重点項目評価の実施が義務付けられる\n\
         結果が変わるまでの差 対象人数が61,001人少なければ（999人）、特定個人情報保護評価の実施が義務付けられない\n\
         結果が変わるまでの差 取扱者数が12人多ければ（500人）、基礎項目評価及び重点項目評価の実施が義務付けられる\n\
         結果が変わるまでの差 重大事故の有無が逆であれば、基礎項目評価及び重点項目評価の実施が義務付けられる\n"
    );
    let answer = run("threshold", &["--population", "6万2千人", "--handlers", "488", "--lang", "en"], b"");
    assert_eq!(
        answer.out,
        "population: 62,000\n\
         number of handlers: 488\n\
         serious incident: unknown\n\
         result: the basic-item assessment is required, or the basic-item and the key-item assessment are required\n\
         open: it depends on the serious incident\n\
         ground: population of 10,000 to 99,999 (62,000), fewer than 500 handlers (488), no serious incident (unknown) → \
         the basic-item assessment is required [規則第5条第1項、第4条第8号ロ; confirmed]\n\
         ground: population of 10,000 to 99,999 (62,000), fewer than 500 handlers (488), a serious incident (unknown) → \
         the basic-item and the key-item assessment are required [規則第5条第1項、第6条第1項第1号; confirmed]\n"
    );
}

#[test]
fn exemptions_cite_their_items() {
    for (code, item) in [
        ("personnel_files_only", "規則第4条第1号"),
        ("manual_files_only", "規則第4条第2号"),
        ("health_insurance_society_files_only", "規則第4条第4号"),
        ("mutual_aid_files_only", "規則第4条第5号"),
        ("unlinked_files_only", "規則第4条第6号"),
        ("audit_files_only", "規則第4条第7号"),
    ] {
        let answer = json(&["--population", "300000", "--exemption", code, "--json"]);
        assert_eq!(answer["required"], "none");
        assert_eq!(answer["grounds"][0]["exemption"], code);
        assert_eq!(answer["grounds"][0]["source"]["citation"], item);
    }
}

#[test]
fn the_kind_of_body_says_which_provision() {
    let cited = |body: &[&str]| {
        let answer = json(&[&["--population", "300000", "--json"], body].concat());
        assert_eq!(answer["required"], "basic_item_and_all_item");
        answer["grounds"][0]["source"]["citation"].clone()
    };
    assert_eq!(cited(&[]), "規則第5条第1項、第7条第1項（行政機関等は番号法第28条第1項）");
    assert_eq!(cited(&["--body", "local_government"]), "規則第5条第1項、第7条第1項");
    assert_eq!(cited(&["--body", "administrative_organ"]), "規則第5条第1項、番号法第28条第1項");
    let answer = run("threshold", &["--population", "300000", "--body", "local_government"], b"");
    assert!(answer.out.contains(
        "対象人数 30万人以上（300,000人） → 基礎項目評価及び全項目評価の実施が義務付けられる [規則第5条第1項、第7条第1項; 推論]"
    ));
}

#[test]
fn an_incident_that_became_known_counts_for_a_year() {
    let required = |incident: &[&str], known: &str, as_of: &str| {
        let facts =
            ["--population", "62000", "--handlers", "120", "--incident-known", known, "--as-of", as_of, "--json"];
        json(&[facts.as_slice(), incident].concat())["required"].clone()
    };
    let no = &["--incident", "no"][..];
    assert_eq!(required(&[], "2025-06-01", "2025-06-01"), "basic_item_and_key_item");
    assert_eq!(required(no, "2024-05-31", "2025-06-01"), "basic_item");
    assert_eq!(required(&[], "令和6年6月1日", "令和7年6月1日"), "basic_item_and_key_item");
    assert_eq!(required(no, "2025-06", "2025-06-01"), Value::Null, "a month that began is open");
    assert_eq!(required(no, "2024-06", "2025-06-15"), Value::Null, "a month on the edge is open");
    assert_eq!(required(&["--incident", "yes"], "2024-05-31", "2025-06-01"), "basic_item_and_key_item");
    assert_eq!(required(&[], "2024-06-01", "2025-06-01"), "basic_item_and_key_item");
    assert_eq!(required(&[], "2024-05-31", "2025-06-01"), Value::Null, "another may have occurred");
    // Without an option for the day, it is today.
    let old = json(&[
        "--population",
        "62000",
        "--handlers",
        "120",
        "--incident",
        "no",
        "--incident-known",
        "2001-01-01",
        "--json",
    ]);
    assert_eq!(old["required"], "basic_item");
}

#[test]
fn lines_may_say_more() {
    let lines = [
        (
            r#"{"population":62000,"handlers":120,"incident_known":"2024-06-01","as_of":"2025-06-01"}"#,
            "規則第5条第1項、第6条第1項第1号",
        ),
        (
            r#"{"as_of":"2025-06-01","incident_known":"2024-05-31","population":62000,"handlers":120,"incident":"no"}"#,
            "規則第5条第1項、第4条第8号ロ",
        ),
        (r#"{"incident_known":null,"as_of":null,"body":null,"population":5000}"#, "規則第5条第1項、第4条第8号イ"),
        (r#"{"population":62000,"handlers":120,"serious_incident":"yes"}"#, "規則第5条第1項、第6条第1項第1号"),
        (r#"{"population":300000,"body":"local_government"}"#, "規則第5条第1項、第7条第1項"),
        (r#"{"body":"administrative_organ","population":300000}"#, "規則第5条第1項、番号法第28条第1項"),
        (r#"{"population":300000}"#, "規則第5条第1項、第7条第1項（行政機関等は番号法第28条第1項）"),
    ];
    let input = lines.map(|(line, _)| line).join("\n");
    let answer = run("threshold", &["--jsonl"], input.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    for ((line, cited), out) in lines.iter().zip(answer.out.lines()) {
        let out: Value = serde_json::from_str(out).unwrap();
        assert_eq!(out["grounds"][0]["source"]["citation"], *cited, "{line}");
    }
}

#[test]
fn an_error_is_one_short_line_whatever_was_given() {
    let long = format!("\n\u{1b}[31m{}", "x".repeat(10_000));
    let option = format!("--{long}");
    let valued = format!("--json={long}");
    for arguments in [
        &["--population", &long, "--population", &long][..],
        &["--population", &long],
        &["--incident", &long],
        &["--exemption", &long],
        &["--incident-known", &long],
        &["--body", &long],
        &[&long],
        &[&option],
        &[&valued],
    ] {
        let answer = run("threshold", arguments, b"");
        assert_eq!(answer.code, 2);
        let line = answer.err.strip_suffix('\n').unwrap();
        assert!(!line.contains(char::is_control), "{line:?}");
        // The exemptions have long labels.
        assert!(line.len() < 1_600, "{line}");
    }
}

#[test]
fn lines_in_lines_out() {
    let input = "{\"population\":62000,\"handlers\":\"120\",\"incident\":\"yes\"}\n\
                 {\"population\":\"10万人以上30万人未満\",\"handlers\":\"500..\"}\n";
    let answer = run("threshold", &["--jsonl"], input.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let required: Vec<Value> =
        answer.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["required"].clone()).collect();
    assert_eq!(required, ["basic_item_and_key_item", "basic_item_and_all_item"]);
}

#[test]
fn a_line_is_answered_before_the_next_one_is_sent() {
    let mut child = pia("threshold").arg("--jsonl").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let (sender, receiver) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(output).lines() {
            sender.send(line.unwrap()).unwrap();
        }
    });
    for (line, required) in [
        ("{\"population\":5000}\n", "basic_item"),
        ("\n{\"population\":300000}\n", "basic_item_and_all_item"),
        ("{\"population\":1}\n{\"popu", "none"),
    ] {
        input.write_all(line.as_bytes()).unwrap();
        input.flush().unwrap();
        let answer = receiver.recv_timeout(Duration::from_secs(30)).expect("an answer while the input is still open");
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["required"], required);
    }
    input.write_all(b"lation\":2000}").unwrap();
    drop(input);
    let last = receiver.recv_timeout(Duration::from_secs(30)).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&last).unwrap()["required"], "basic_item");
    assert!(child.wait().unwrap().success());
    reader.join().unwrap();
}

/// The assessments of a nation are as good as their facts, and may be among them.
#[test]
fn a_line_may_be_an_assessment() {
    let published = ["edogawa", "shinjuku", "kawaguchi", "kumagaya", "matsudo"].map(|name| {
        let file = root().join("examples/documents").join(name).with_extension("json");
        serde_json::from_str::<Value>(&std::fs::read_to_string(file).unwrap()).unwrap()
    });
    let head = r#""format":"mynumber-pia","version":1,"kind":"basic_item","edition":"form_2_2024_10""#;
    let mut lines: Vec<String> = published.iter().map(Value::to_string).collect();
    assert!(lines[0].len() > 65_536, "longer than what is read at once");
    lines.push(format!(r#"{{"population":"at_least_300000",{head}}}"#));
    lines.push(r#"{"population":300000,"body":"local_government"}"#.into());
    // What is wrong is reported at its place, as what it is.
    lines.push(format!(r#"{{{head},"populace":300000}}"#));
    lines.push(format!("{{{head}"));
    lines.push(format!(r#"{{{head},"version":1}}"#));
    lines.push(r#"{"format":"other"}"#.into());
    lines.push(format!(r#"{{{head},"threshold":{{"handlers":"under_500"}}}}"#));
    let input = lines.join("\n");

    let answer = run("threshold", &["--jsonl", "--lang", "en"], input.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (2, ""));
    let answers: Vec<Value> = answer.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), lines.len());
    for (json, answer) in published.iter().zip(&answers) {
        let document: Assessment = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(*answer, serde_json::to_value(determine(&Facts::from(&document))).unwrap());
    }
    let required: Vec<&Value> = answers.iter().map(|answer| &answer["required"]).collect();
    assert_eq!(required[3], "basic_item_and_key_item");
    assert_eq!(required[5..7], ["basic_item_and_all_item", "basic_item_and_all_item"]);
    assert_eq!(
        answers[11]["possible"],
        json!(["none", "basic_item", "basic_item_and_key_item", "basic_item_and_all_item"])
    );
    for (answer, (line, error)) in answers[7..11].iter().zip([
        (8, "populace: unknown field `populace`, expected one of `format`, `version`, `kind`, `edition`, "),
        (9, "EOF while parsing an object at column 83"),
        (10, "duplicate field `version` at column 93"),
        (11, "format: invalid value: string \"other\", expected the name of the format, \"mynumber-pia\" at column 17"),
    ]) {
        assert_eq!(answer["line"], line);
        assert!(answer["error"].as_str().unwrap().starts_with(error), "{answer}");
    }
    for jobs in ["2", "4"] {
        let several = run("threshold", &["--jsonl", "--lang", "en", "--jobs", jobs], input.as_bytes());
        assert!(several.code == 2 && several.out == answer.out && several.err.is_empty(), "{jobs}");
    }
}

#[test]
fn the_longest_line_is_64_mib() {
    const LONGEST: usize = 64 << 20;
    let line = |length: usize| " ".repeat(length - 19) + "{\"population\":2000}";
    let answers = |input: String| {
        let answer = run("threshold", &["--jsonl", "--lang", "en"], input.as_bytes());
        let of = |line: &str| {
            let value: Value = serde_json::from_str(line).unwrap();
            [&value["required"], &value["error"]].iter().find_map(|text| text.as_str()).unwrap().to_string()
        };
        (answer.code, answer.out.lines().map(of).collect::<Vec<_>>())
    };
    assert_eq!(answers(line(LONGEST) + "\r\n"), (0, vec!["basic_item".to_string()]));
    let too_long = "longer than 64 MiB".to_string();
    assert_eq!(answers(line(LONGEST + 1) + "\r\n"), (2, vec![too_long.clone()]));
    for length in [1, 2, 3] {
        let (code, both) = answers(line(LONGEST + length) + "\n" + &line(100) + "\n");
        assert_eq!((code, both), (2, vec![too_long.clone(), "basic_item".to_string()]), "{length}");
    }
}

#[test]
fn a_byte_order_mark_may_stand_before_the_first_line_only() {
    let answer = run("threshold", &["--jsonl", "--lang=en"], "\u{FEFF}{\"population\":2000}\n\u{FEFF}{}\n".as_bytes());
    let (first, second) = answer.out.split_once('\n').unwrap();
    assert_eq!(answer.code, 2);
    assert_eq!(serde_json::from_str::<Value>(first).unwrap()["required"], "basic_item");
    let object = "expected an assessment, or a JSON object with the fields population, handlers and incident";
    assert_eq!(serde_json::from_str::<Value>(second).unwrap(), json!({"error": object, "line": 2}));
}

#[test]
fn help() {
    let answer = run("threshold", &["--help", "--lang", "en"], b"");
    assert_eq!(answer.code, 0);
    for option in [
        "--population",
        "--handlers",
        "--incident",
        "--exemption",
        "--incident-known",
        "--as-of",
        "--body",
        "--json",
        "--jsonl",
        "serious_incident",
    ] {
        assert!(answer.out.contains(option), "{option}");
    }
}
