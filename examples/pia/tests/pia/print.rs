//! `pia print` as a user runs it.

use std::process::Command;

use crate::support::{pia, run};
use mynumber_pia::law::made_by;
use mynumber_pia::value::kind::{AssessmentKind, FormEdition};
use serde_json::Value;

/// One of the five documents.
fn document(name: &str) -> String {
    format!("{}/../documents/{name}.json", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn without_arguments_the_five_documents() {
    let answer = run("print", &[], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let heads: Vec<&str> = answer.out.lines().filter(|line| line.starts_with("特定個人情報保護評価書（")).collect();
    assert_eq!(
        heads,
        [
            "特定個人情報保護評価書（全項目評価書）　［様式4］",
            "特定個人情報保護評価書（全項目評価書）　［様式4］　（抜粋）",
            "特定個人情報保護評価書（重点項目評価書）　［令和6年10月 様式3］",
            "特定個人情報保護評価書（基礎項目評価書）　［令和6年10月 様式2］",
            "特定個人情報保護評価書（重点項目評価書）　［様式3］",
        ]
    );
    for line in [
        "Ⅲ　特定個人情報ファイルの取扱いプロセスにおけるリスク対策　※（７．リスク１⑨を除く。）",
        "４．特定個人情報ファイルの取扱いの委託",
        "  リスク２：　権限のない者（元職員、アクセス権限のない職員等）によって不正に使用されるリスク",
        "    公表日                          令和6年12月6日",
        "  （3）                             国保給付ファイル",
    ] {
        assert!(answer.out.lines().any(|seen| seen == line), "{line}");
    }
    assert!(!answer.out.contains('▲'));
    assert_eq!(answer.out, run("print", &["--text"], b"").out);
}

#[test]
fn the_formats() {
    let file = document("kawaguchi");
    let html = run("print", &["--html", &file], b"").out;
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"ja\">") && html.ends_with("</html>\n"));
    assert_eq!((html.matches("<article").count(), html.matches("<h1>").count()), (1, 1));
    let markdown = run("print", &["--markdown", &file], b"").out;
    assert!(markdown.starts_with("# 特定個人情報保護評価書（重点項目評価書）\n\n［令和6年10月 様式3］\n\n## 表紙\n"));
    // Each document is one page.
    let two = run("print", &["--html", &file, &file], b"");
    assert_ne!(two.code, 0);
    assert!(two.err.contains("1件の評価書") && two.out.matches("<html").count() == 1, "{}", two.err);
    let folder = std::env::temp_dir().join(format!("mynumber-pia-{}-pages", std::process::id()));
    let into = run("print", &["--html", "--into", folder.to_str().unwrap(), &file, &document("kumagaya")], b"");
    assert_eq!((into.code, into.out.as_str(), into.err.as_str()), (0, "", ""));
    assert_eq!(std::fs::read_to_string(folder.join("1.html")).unwrap(), html);
    assert!(std::fs::read_to_string(folder.join("2.html")).unwrap().contains("熊谷市長"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn for_publication() {
    let file = document("kumagaya");
    for format in ["--text", "--markdown", "--html"] {
        let reading = run("print", &[format, &file], b"").out;
        let page = run("print", &[format, "--publication", &file], b"").out;
        assert!(reading.contains("様式外") && !page.contains("様式外"), "{format}");
        // What the body printed inside a cell stays.
        assert!(page.contains("（※国保中央会）") || page.contains("国保中央会</p></div>）"), "{format}");
    }
}

/// The texts of a document under a part.
fn texts(json: &Value, found: &mut Vec<String>) {
    match json {
        Value::String(text) => found.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| texts(one, found)),
        Value::Object(all) => all.values().for_each(|one| texts(one, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A text without its blanks and markup.
fn folded(text: &str) -> String {
    let parts = text.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<String>().replace("\\n", "").chars().filter(|c| !c.is_whitespace()).collect()
}

/// What is withheld is neither on the page nor in the JSON, in the change table, or in what the command says.
#[test]
fn withholding() {
    let file = document("edogawa");
    let whole: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let mut secrets = Vec::new();
    for section in [1, 3] {
        texts(&whole["risks"][0]["retention"], &mut secrets);
        texts(&whole["file_sections"][section % 2]["retention"]["storage"], &mut secrets);
    }
    secrets.retain(|text| folded(text).chars().count() > 12);
    assert!(secrets.len() > 5);
    let folder = std::env::temp_dir().join(format!("mynumber-pia-{}-withheld", std::process::id()));
    let into = folder.to_str().unwrap();
    let arguments = [
        "--withhold=risks[0].retention=proper_management",
        "--withhold=file_sections[0].retention.storage=proper_management",
        "--withhold=file_sections[1].retention.storage=proper_management",
        "--into",
        into,
        &file,
    ];
    // The provision depends on the body.
    let answer = run("print", &arguments, b"");
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    assert!(
        answer
            .err
            .ends_with("行政機関等（administrative_organ）か地方公共団体等（local_government）かの指定が必要である\n"),
        "{}",
        answer.err
    );
    assert!(!folder.join("1.html").exists() && !folder.join("1.json").exists());

    let answer = run("print", &[&["--body", "local_government"], &arguments[..]].concat(), b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, "pia print: 記載が分からず、「？」と印刷した欄の数: 15\n"));
    let [page, json] = ["1.html", "1.json"].map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    let sentence = "（規則第7条第6項（第10条第2項を準用）により非公表）";
    assert!(page.contains(sentence) && json.contains(sentence));
    let published: Value = serde_json::from_str(&json).unwrap();
    let storage = &published["file_sections"][0]["retention"]["storage"];
    assert_eq!(storage, sentence);
    let changes =
        |json: &Value| json["changes"].as_array().unwrap().iter().filter(|row| row["after"] == sentence).count();
    assert!(changes(&published) > 0 && changes(&whole) == 0);
    for text in secrets {
        for output in [&page, &json, &answer.out] {
            assert!(!folded(output).contains(&folded(&text)), "{text} is published");
        }
    }
    let lines: Vec<&str> = answer.out.lines().collect();
    assert!(
        lines.contains(&"file_sections[0].retention.storage\tⅡ.6.① 保管場所\t規則第7条第6項（第10条第2項を準用）"),
        "{lines:#?}"
    );
    assert!(lines.iter().any(|line| line.starts_with("changes[") && line.ends_with(" の非公表に伴う")), "{lines:#?}");

    // What no provision allows.
    let basic = document("kumagaya");
    for (language, says) in [("ja", "できるのはcriminal_investigation"), ("en", "expected criminal_investigation")]
    {
        let arguments = ["--withhold=department=proper_management", "--into", into, "--lang", language, &basic];
        let answer = run("print", &arguments, b"");
        assert_eq!((answer.code, answer.out.as_str()), (2, ""));
        assert!(answer.err.starts_with("pia print: ") && answer.err.contains(says), "{}", answer.err);
    }
    let english = run(
        "print",
        &[&["--lang", "en", "--occasion=correction", "--body=local_government"], &arguments[..]].concat(),
        b"",
    );
    assert_eq!(
        (english.code, english.err.as_str()),
        (0, "pia print: fields that are not known and printed as ？: 15\n")
    );
    assert!(english.out.contains("規則第14条第3項") && english.out.contains("\tbecause of "), "{}", english.out);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn with_findings() {
    let file = document("matsudo");
    let validate = run("validate", &[&file, "--lang", "en"], b"");
    for format in ["--text", "--markdown", "--html"] {
        let answer = run("print", &["--findings", "--lang", "en", format, &file], b"");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{format}");
        assert_eq!(answer.out.matches('▲').count(), validate.out.lines().count(), "{format}");
    }
    let answer = run("print", &["--findings", &file], b"");
    let lines: Vec<&str> = answer.out.lines().collect();
    let at = lines.iter().position(|line| line.contains("記載は2件である")).unwrap();
    assert!(
        lines[at].starts_with("                                  ▲【警告】Ⅱ.5 移転を行っている 件数"),
        "{}",
        lines[at]
    );
}

#[test]
fn empty_forms() {
    let answer = run("print", &["--empty", "form_3_2024_10"], b"");
    assert!(!answer.out.contains("必須") && !answer.out.contains("任意）\n"), "{}", answer.out);
    let answer = run("print", &["--empty", "form_3_2024_10", "--requirements"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    for line in [
        "  ①事務の名称                      （必須）",
        "  ②法令上の根拠                    （「情報連携の実施の有無」が「実施する」のとき必須）",
        "    特記事項                        （任意）",
        "  ■ 委託事項1                      （必須）",
    ] {
        assert!(answer.out.lines().any(|seen| seen == line), "{line}\n{}", answer.out);
    }
    let english = run("print", &["--empty", "form_2_2024_10", "--requirements", "--lang", "en"], b"").out;
    for line in [
        "    評価書番号 / Assessment number  （required）",
        "                                    （required if \"Application of Article 9(2) of the Rules\" is ticked）",
        "                                    （required unless \"No entrustment\" is ticked）",
    ] {
        // An unticked box requires nothing.
        assert!(english.lines().any(|seen| seen.starts_with(line) || seen.contains(line.trim())), "{line}\n{english}");
    }
    let latest = FormEdition::latest(AssessmentKind::KeyItem).unwrap().to_string();
    assert_eq!(run("print", &["--empty", "key_item"], b"").out, run("print", &["--empty", &latest], b"").out);
    assert!(
        run("print", &["--empty", "令和6年10月 様式4", "--html", "--requirements"], b"")
            .out
            .contains("class=\"need\">必須</span>")
    );
}

#[test]
fn standard_input_and_help() {
    let small = br#"{"format":"mynumber-pia","version":1,"kind":"basic_item","edition":"form_2_2024_10"}"#;
    assert_eq!(run("print", &["-"], small).out, run("print", &["--text", "-"], small).out);
    let answer = run("print", &["--help", "--lang", "en"], b"");
    assert_eq!(answer.code, 0);
    assert!(answer.out.starts_with("評価書の印刷: documents as their forms print them\n"));
}

#[test]
fn a_file_that_cannot_be_read_does_not_end_the_run() {
    let file = document("kumagaya");
    // The others are printed.
    let answer = run("print", &["README.md", &file], b"");
    assert_eq!(answer.code, 2);
    assert_eq!(answer.err, "pia print: README.md: JSON として正しくない（値がない）（1行1列）\n");
    assert!(answer.out.starts_with("特定個人情報保護評価書（基礎項目評価書）"));
}

#[test]
fn a_page_to_be_filed_says_what_is_not_known() {
    let file = document("matsudo");
    for (language, told) in
        [("ja", "記載が分からず、「？」と印刷した欄の数: 7"), ("en", "fields that are not known and printed as ？: 7")]
    {
        let answer = run("print", &["--publication", "--lang", language, &file], b"");
        // The page does not say whose it is.
        assert_eq!((answer.code, answer.err), (1, format!("pia print: {told}\n")));
    }
    let json = std::fs::read_to_string(&file).unwrap().replacen("\"body\": \"?\"", "\"body\": \"松戸市長\"", 1);
    let answer = run("print", &["--publication", "-"], json.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, "pia print: 記載が分からず、「？」と印刷した欄の数: 6\n"));
    assert_eq!(run("print", &[&file], b"").err, "");
}

/// A page, a PDF and a workbook are read like the document, wherever a command reads one.
#[test]
fn what_is_printed_is_a_document() {
    let folder = std::env::temp_dir().join(format!("mynumber-pia-{}-carried", std::process::id()));
    let into = folder.to_str().unwrap();
    let file = document("matsudo");
    let formats: &[&str] = if has_browser() { &["html", "xlsx", "pdf"] } else { &["html", "xlsx"] };
    for format in formats {
        let printed = run("print", &[&format!("--{format}"), "--into", into, &file], b"");
        assert_eq!((printed.code, printed.err.as_str()), (0, ""), "{format}");
        let page = format!("{into}/1.{format}");
        for command in ["summary", "validate", "print"] {
            let [own, of_document] = [&page, &file].map(|file| run(command, &[file], b"").out.replace(file, ""));
            assert_eq!(own, of_document, "{command} {format}");
        }
        let read = run("transcribe", &[&page], b"");
        assert_eq!((read.code, read.err.as_str()), (0, ""), "{format}");
        assert_eq!(read.out, std::fs::read_to_string(&file).unwrap(), "{format}");
        let same = run("changes", &[&file, &page], b"");
        assert_eq!((same.code, same.out.as_str()), (0, ""), "{}", same.err);
    }
    // One character of the page is another.
    let page = std::fs::read_to_string(folder.join("1.html")).unwrap();
    let altered = page.replacen("松戸市", "松戸町", 1);
    let answer = run("summary", &["-", "--lang", "en"], altered.as_bytes());
    assert_eq!((answer.code, answer.err.lines().count()), (2, 1));
    assert!(answer.err.starts_with("pia summary: -: the page was altered after it was made"), "{}", answer.err);
    assert_eq!(run("transcribe", &["-"], altered.as_bytes()).code, 2);
    if has_browser() {
        let pdf = std::fs::read(folder.join("1.pdf")).unwrap();
        let mut altered = lopdf::Document::load_mem(&pdf).unwrap();
        let first = altered.page_iter().next().unwrap();
        altered.add_page_contents(first, b"0 0 m 9 9 l S".to_vec()).unwrap();
        altered.save(folder.join("altered.pdf")).unwrap();
        let answer = run("summary", &[&format!("{into}/altered.pdf")], b"");
        assert_eq!(answer.code, 2);
        assert!(answer.err.contains("作成された後に変更されている"), "{}", answer.err);
    } else {
        println!("PDF not tried: there is no browser");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

fn has_browser() -> bool {
    ["chromium", "google-chrome"].iter().any(|name| Command::new(name).arg("--version").output().is_ok())
}

#[test]
fn without_a_browser_there_is_no_pdf() {
    let folder = std::env::temp_dir().join(format!("mynumber-pia-{}-no-pdf", std::process::id()));
    let mut pia = pia("print");
    pia.args(["--pdf", "--into", folder.to_str().unwrap(), &document("matsudo"), "--lang", "en"]);
    let output = pia.env("PATH", "/nowhere").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("making a PDF needs Chromium, Google Chrome or Microsoft Edge"), "{said}");
    assert_eq!(said.lines().count(), 1);
    std::fs::remove_dir_all(folder).unwrap();
}

/// Each object of JSON and each page says by which version and which copies of the law it was made.
#[test]
fn results_say_by_what_they_were_made() {
    let (made_by, file) = (made_by(), document("kumagaya"));
    let run = |command: &str, arguments: &[&str]| {
        let output = pia(command).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for (command, arguments) in [
        ("summary", &["--json", &file][..]),
        ("validate", &["--json", &file]),
        ("changes", &["--json", "--check", &file]),
        ("affairs", &["--json", &file]),
        ("cite", &["--json", "番号法第9条第1項"]),
        ("threshold", &["--json", "--population", "5000", "--handlers", "10", "--incident", "no"]),
    ] {
        let out = run(command, arguments);
        assert!(!out.is_empty(), "{command}");
        for line in out.lines() {
            assert_eq!(serde_json::from_str::<Value>(line).unwrap()["made_by"], made_by.as_str(), "{command}");
        }
    }
    for format in ["--text", "--markdown", "--html"] {
        let page = run("print", &[format, &file]);
        assert_eq!(page.matches(made_by.as_str()).count(), 1, "{format}");
    }
}
