//! `pia summary` as a user runs it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::support::run;
use mynumber_pia::{Assessment, Language};
use serde_json::{Value, json};

/// A file for one test, in a folder of the build.
fn file(name: &str, content: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("example_summary");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, content).unwrap();
    file.into_os_string().into_string().unwrap()
}

/// One of the five documents.
fn document(name: &str) -> String {
    format!("{}/../documents/{name}.json", env!("CARGO_MANIFEST_DIR"))
}

const SMALL: &str = r#"{"format":"mynumber-pia","version":1,"kind":"basic_item","edition":"form_2_2024_10"}"#;

#[test]
fn without_arguments_the_five_documents() {
    let answer = run("summary", &[], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let heads: Vec<&str> = answer.out.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(
        heads,
        [
            "edogawa.json: 全項目評価書",
            "shinjuku.json: 全項目評価書",
            "kawaguchi.json: 重点項目評価書",
            "kumagaya.json: 基礎項目評価書",
            "matsudo.json: 重点項目評価書",
        ]
    );
    for line in [
        "  評価書名    国民健康保険に関する事務　全項目評価書",
        "  公表日      令和6年12月6日",
        "  様式の版    ？（抜粋）",
        "  様式の版    令和6年10月 様式3（全体）",
        "  公表日      令和7年12月26日",
        "  公表日      令和7年5月30日",
        "  公表日      ？",
        "  しきい値    対象人数 10万人以上30万人未満、取扱者数 不明、重大事故 不明",
        "    システム14 申請管理システム",
        "    委託 6件（実際の記載 6件）",
        "    提供 28件（実際の記載 20件）",
        "    提供 件数の記載なし（実際の記載 0件）",
        "    移転 1件（実際の記載 2件）",
    ] {
        assert!(answer.out.lines().any(|seen| seen == line), "{line}\n{}", answer.out);
    }
    assert_eq!(answer.out.lines().filter(|line| line.starts_with("  変更箇所    ")).count(), 5);
}

/// A 特定個人情報ファイル: its names, the declared and listed numbers of entries, and the depth of its chains.
fn section(names: &[&str], counts: [(Option<u32>, usize); 3], deepest_chain: usize) -> Value {
    let [entrustments, provisions, transfers] =
        counts.map(|(declared, listed)| json!({ "declared": declared, "listed": listed }));
    json!({
        "names": names, "entrustments": entrustments, "provisions": provisions, "transfers": transfers,
        "deepest_chain": deepest_chain
    })
}

/// The content of the documents, counted by hand and not by the program.
#[test]
fn one_line_of_json_for_each() {
    let answer = run("summary", &["--json"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert!(answer.out.ends_with("}\n"));
    let mut lines: Vec<Value> = answer.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut taken = |field: &str| -> Vec<Value> {
        lines.iter_mut().map(|line| line.as_object_mut().unwrap().remove(field).unwrap()).collect()
    };
    let citations = taken("citations");
    assert_eq!(
        taken("file"),
        ["edogawa", "shinjuku", "kawaguchi", "kumagaya", "matsudo"].map(|name| format!("{name}.json"))
    );
    assert_eq!(taken("index"), [0; 5]);
    assert!(citations.iter().all(|found| found.as_u64().is_some_and(|found| found > 0)), "{citations:?}");

    let none = (None, 0);
    let named = |names: &[&str]| -> Vec<Value> { names.iter().map(|name| section(&[name], [none; 3], 0)).collect() };
    let shared = ["国保賦課ファイル", "国保資格ファイル", "国保給付ファイル", "国保収滞納ファイル"];
    let expected = [
        json!({
            "kind": "all_item", "edition": null, "number": "3",
            "title": "国民健康保険に関する事務　全項目評価書", "published": "2024-12-06",
            "population": "at_least_300000", "systems": 14, "changes": 143,
            "files": [
                section(&shared[..2], [(Some(6), 6), (Some(28), 20), (Some(13), 13)], 3),
                section(&shared[2..3], [(Some(7), 7), (Some(28), 20), (Some(8), 8)], 3),
                section(&shared[3..], [(Some(2), 2), none, (Some(2), 2)], 2),
            ]
        }),
        json!({
            "kind": "all_item", "edition": null, "number": null, "title": null, "published": null, "population": null,
            "systems": 6, "changes": 31,
            "files": [
                section(&shared, [(None, 1), none, none], 2),
                section(&shared[..1], [(None, 1), none, none], 1),
                section(&shared[1..2], [(None, 5), none, none], 3),
                section(&shared[2..3], [(None, 4), none, none], 1),
                // As printed: 取 instead of 収.
                section(&["国保取滞納ファイル"], [(None, 2), none, none], 1),
            ]
        }),
        json!({
            "kind": "key_item", "edition": "form_3_2024_10", "number": "14",
            "title": "川口市 後期高齢者医療に関する事務 重点項目評価書", "published": "2025-12-26",
            "population": "from_100000_to_299999", "systems": 2, "changes": 48,
            "files": [section(&["後期高齢者医療事務ファイル"], [(Some(2), 2), none, (Some(6), 6)], 2)]
        }),
        json!({
            "kind": "basic_item", "edition": "form_2_2024_10", "number": "8",
            "title": "国民健康保険に関する事務　基礎項目評価書", "published": "2025-05-30",
            "population": "from_10000_to_99999", "systems": 13, "changes": 66,
            "files": named(&[
                "国民健康保険税賦課情報ファイル",
                "国民健康保険資格管理ファイル",
                "前期高齢者管理ファイル",
                "国保滞納対策資格状況履歴ファイル",
                "国民健康保険給付管理ファイル",
                "収納管理ファイル",
                "資格情報（世帯）ファイル",
                "資格情報（個人）ファイル",
                "世帯所得区分情報ファイル",
                "国保資格取得喪失年月日連携ファイル",
                "市町村被保険者ＩＤ連携ファイル",
                "オンライン資格確認等用ファイル",
                "オンライン申請ファイル",
            ])
        }),
        json!({
            "kind": "key_item", "edition": null, "number": "7",
            "title": "松戸市　後期高齢者医療制度に関する事務　重点項目評価書", "published": null,
            "population": "from_100000_to_299999", "systems": 4, "changes": 7,
            "files": [section(&["後期高齢者医療ファイル"], [(Some(1), 1), none, (Some(1), 2)], 2)]
        }),
    ];
    assert_eq!(lines.len(), expected.len());
    for (line, expected) in lines.iter().zip(&expected) {
        assert_eq!(line, expected);
    }

    // The same files by name, and in the order in which they are named.
    let files = ["edogawa", "shinjuku", "kawaguchi", "kumagaya", "matsudo"].map(document);
    let by_name: Vec<&str> = ["--json"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let nameless = |out: &str| -> Vec<Value> {
        let line = |line: &str| -> Value {
            let mut line: Value = serde_json::from_str(line).unwrap();
            line.as_object_mut().unwrap().remove("file");
            line
        };
        out.lines().map(line).collect()
    };
    assert_eq!(nameless(&run("summary", &by_name, b"").out), nameless(&answer.out));
    let reversed: Vec<&str> = files.iter().rev().map(String::as_str).chain(["--json"]).collect();
    let mut reversed = nameless(&run("summary", &reversed, b"").out);
    reversed.reverse();
    assert_eq!(reversed, nameless(&answer.out));
}

/// A diagram as Mermaid parses it: its nodes by name, and its edges.
#[derive(Debug, Default)]
struct Diagram {
    nodes: Vec<(String, String)>,
    groups: Vec<String>,
    edges: Vec<(String, String, String)>,
}

/// A label as a reader sees it. No part of it may be mistaken for syntax.
#[track_caller]
fn label(written: &str) -> String {
    let mut label = String::new();
    let mut rest = written;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c == '#' {
            let (number, after) = rest.split_once(';').unwrap_or_else(|| panic!("no entity in {written}"));
            label.push(char::from_u32(number.parse().unwrap()).unwrap());
            rest = after;
            continue;
        }
        assert!(!"\"<>&;`*_\\|[]{}()\n".contains(c), "{c} is not escaped in {written}");
        label.push(c);
    }
    assert!(!label.trim().is_empty(), "Mermaid reads no empty label");
    label
}

/// The blocks of the answer, each with its heading.
#[track_caller]
fn diagrams(out: &str) -> Vec<(String, Diagram)> {
    let mut lines = out.lines();
    let mut diagrams = Vec::new();
    while let Some(heading) = lines.next() {
        let heading = heading.strip_prefix("## ").unwrap_or_else(|| panic!("{heading} is no heading"));
        assert_eq!([lines.next(), lines.next(), lines.next()], [Some(""), Some("```mermaid"), Some("flowchart LR")]);
        let (mut diagram, mut open) = (Diagram::default(), false);
        for line in lines.by_ref().take_while(|line| *line != "```") {
            let line = line.strip_prefix("    ").unwrap_or_else(|| panic!("{line} is not indented"));
            if line == "end" {
                assert!(open, "nothing to end");
                open = false;
            } else if let Some((name, title)) =
                line.strip_prefix("subgraph ").map(|group| group.split_once("[\"").unwrap())
            {
                assert!(!open, "a group in a group");
                open = true;
                label(title.strip_suffix("\"]").unwrap());
                diagram.groups.push(name.to_string());
            } else {
                let name = line.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap();
                let rest = &line[name.len()..];
                if let Some(text) = rest.strip_prefix("[\"") {
                    let text = label(text.strip_suffix("\"]").unwrap());
                    assert!(name.strip_prefix('n').is_some_and(|number| number.parse::<u32>().is_ok()), "{name}");
                    diagram.nodes.push((name.to_string(), text));
                } else if let Some(to) = rest.strip_prefix(" --> ") {
                    diagram.edges.push((name.to_string(), String::new(), to.to_string()));
                } else {
                    let edge = rest.strip_prefix(" -->|\"").and_then(|rest| rest.split_once("\"| "));
                    let (text, to) = edge.unwrap_or_else(|| panic!("{line} is no node and no edge"));
                    diagram.edges.push((name.to_string(), label(text), to.to_string()));
                }
            }
        }
        assert!(!open, "a group is left open");
        let names: BTreeSet<&String> = diagram.nodes.iter().map(|(name, _)| name).chain(&diagram.groups).collect();
        assert_eq!(names.len(), diagram.nodes.len() + diagram.groups.len(), "a name comes twice");
        for (from, _, to) in &diagram.edges {
            assert!(names.contains(from) && names.contains(to), "{from} or {to} does not exist");
            assert_ne!(from, to);
        }
        assert_eq!(lines.next(), Some(""));
        diagrams.push((heading.to_string(), diagram));
    }
    diagrams
}

#[test]
fn diagrams_of_the_five_documents() {
    let answer = run("summary", &["--mermaid"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let diagrams = diagrams(&answer.out);
    let headings: Vec<&str> = diagrams.iter().map(|(heading, _)| heading.as_str()).collect();
    assert_eq!(
        headings,
        [
            "国民健康保険に関する事務　全項目評価書",
            "shinjuku.json",
            "川口市 後期高齢者医療に関する事務 重点項目評価書",
            "国民健康保険に関する事務　基礎項目評価書",
            "松戸市　後期高齢者医療制度に関する事務　重点項目評価書",
        ]
    );
    for (heading, diagram) in &diagrams {
        assert_eq!(diagram.groups, ["systems", "files"], "{heading}");
    }
    // Only systems and files, because 様式2 asks no more.
    let (_, kumagaya) = &diagrams[3];
    assert_eq!((kumagaya.nodes.len(), kumagaya.edges.len()), (13 + 13, 1));
    // One edge for each entry of the lists, except a printed 提供先 that is left empty.
    for (place, entrusted, provided, transferred) in [(0, 15, 41 - 1, 23), (2, 2, 0, 6), (4, 1, 1 - 1, 2)] {
        let (heading, diagram) = &diagrams[place];
        let count = |flow: &str| diagram.edges.iter().filter(|(_, text, _)| text == flow).count();
        let first = diagram.edges.iter().filter(|(_, text, _)| text.starts_with("委託")).count();
        assert_eq!((first, count("提供"), count("移転")), (entrusted, provided, transferred), "{heading}");
    }
    let (_, edogawa) = &diagrams[0];
    let node = |label: &str| &edogawa.nodes.iter().find(|(_, text)| text == label).unwrap().0;
    let (from, to) = (node("保険料賦課システム"), node("資格管理システム"));
    assert!(
        edogawa.edges.contains(&(from.clone(), "接続".into(), to.clone())),
        "a connection to a system that is listed"
    );
}

/// Names in a document can be any text. Each stays the label of one node.
#[test]
fn names_full_of_syntax() {
    let hostile = [
        "a\"] --> b[\"c",
        "end",
        "```\n\n# heading\n```mermaid\nflowchart TD",
        "<script>alert(1)</script><br/>&amp;&#34;#quot;#34;",
        "**b** _i_ `code` [link](https://example.org) ![i](x)",
        "%% comment\n%%{init: {}}%%",
        "x|y{z}(w)[v];click n1 \"javascript:alert(1)\"",
        "\r\nsubgraph files[\"x\"]\r\nend\r\n",
        "\\\" \\n :::class @{ shape: circle }",
        "１行目\n２行目\t終",
    ];
    let names: Vec<Value> = hostile.iter().map(|name| json!({ "name": name })).collect();
    let connected: Vec<Value> = hostile
        .iter()
        .map(|name| json!({ "name": name, "connections": ["other"], "connections_other": hostile }))
        .collect();
    let entrusted: Vec<Value> = hostile
        .iter()
        .map(|name| json!({ "matter": name, "chain": [{ "name": name, "re_entrustees": names }] }))
        .collect();
    let received: Vec<Value> = hostile.iter().map(|name| json!({ "names": name })).collect();
    let key_item = json!({
        "cover": { "title": "題名" },
        "systems": connected,
        "files": names,
        "file_sections": [{
            "names": hostile,
            "acquisition": { "sources": ["other"], "source_others": hostile },
            "entrustments": entrusted,
            "provision": { "provisions": received, "transfers": received },
        }],
    });
    let body = key_item.to_string();
    let head = r#"{"format":"mynumber-pia","version":1,"kind":"key_item","edition":"?","#;
    let text = format!("{head}{}", &body[1..]);
    let answer = run("summary", &["--mermaid", "-"], text.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", answer.out);
    let found = diagrams(&answer.out);
    assert_eq!(found.len(), 1);
    let diagram = &found[0].1;
    let count = hostile.len();
    // Systems, the section, the source, entrustees and their re-entrustees, recipients.
    assert_eq!(diagram.nodes.len(), count + 1 + 1 + count + count * count + 2 * count);
    let flat = |name: &str| name.replace(['\n', '\r', '\t'], " ");
    for (place, name) in hostile.iter().enumerate() {
        assert_eq!(diagram.nodes[place].1, flat(name), "a system");
        // Once as a system, once as an entrustee, once as a re-entrustee of each, and once as a recipient of each kind.
        let nodes = diagram.nodes.iter().filter(|(_, label)| *label == flat(name)).count();
        assert_eq!(nodes, 1 + 1 + count + 2, "{name}");
    }
    assert_eq!(
        diagram.edges.iter().filter(|(_, label, _)| label == "接続").count(),
        count * (count - 1),
        "each with every other"
    );

    // 様式2 has nodes only for systems and files.
    let head = SMALL.strip_suffix('}').unwrap();
    let text = format!("{head},\"systems\":{0},\"files\":{0}}}", Value::from(names));
    let answer = run("summary", &["--mermaid", "-"], text.as_bytes());
    let found = diagrams(&answer.out);
    let labels: Vec<&str> = found[0].1.nodes.iter().map(|(_, label)| label.as_str()).collect();
    let expected: Vec<String> = hostile.iter().chain(&hostile).map(|name| flat(name)).collect();
    assert_eq!(labels, expected);
}

/// The title of a document is one line of the output, whatever is in it.
#[test]
fn a_title_full_of_syntax() {
    let head = SMALL.strip_suffix('}').unwrap();
    for title in ["a\n```mermaid\nflowchart TD\n```", "a\r\n# b", "<script>alert(1)</script>"] {
        let text = format!("{head},\"cover\":{}}}", json!({ "title": title }));
        let answer = run("summary", &["--mermaid", "-"], text.as_bytes());
        assert_eq!(diagrams(&answer.out).len(), 1);
        assert!(!answer.out.contains("<script>"), "GitHub reads HTML in a heading");
    }
}

/// Names that a document leaves out have a node in the diagram too.
#[test]
fn diagrams_of_documents_that_say_little() {
    let answer = run("summary", &["--mermaid", "-"], SMALL.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(diagrams(&answer.out)[0].0, "-");
    let head = r#"{"format":"mynumber-pia","version":1,"kind":"key_item","edition":"?","#;
    for fields in [
        r#""systems":[{}]"#,
        r#""file_sections":[{"entrustments":[{"chain":[{}]}]}]"#,
        r#""file_sections":[{"entrustments":[{}],"provision":{"provisions":[{}]}}]"#,
        r#""file_sections":[{"names":"f","provision":{"provisions":[{"names":[{"under":"heading"}]}]}}]"#,
    ] {
        let answer = run("summary", &["--mermaid", "-"], format!("{head}{fields}}}").as_bytes());
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{fields}");
        assert_eq!(diagrams(&answer.out).len(), 1, "{fields}");
    }
}

#[test]
fn standard_input() {
    let small = "-: 基礎項目評価書\n";
    let answer = run("summary", &["-"], SMALL.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert!(answer.out.starts_with(small), "{}", answer.out);
    // A byte order mark is accepted in a file too.
    let marked = [b"\xEF\xBB\xBF", SMALL.as_bytes()].concat();
    assert_eq!(run("summary", &["-"], &marked).out, answer.out);
    let name = file("marked.json", &marked);
    let of_file = run("summary", &["--", &name], b"");
    assert_eq!((of_file.code, of_file.err.as_str()), (0, ""));
    assert_eq!(of_file.out.lines().skip(1).collect::<Vec<_>>(), answer.out.lines().skip(1).collect::<Vec<_>>());
    // But only one.
    let twice = [b"\xEF\xBB\xBF", marked.as_slice()].concat();
    assert_eq!(
        run("summary", &["-", "--lang", "en"], &twice).err,
        "pia summary: -: expected value at line 1 column 1\n"
    );
    // Options can be before or after files. Help stops everything else.
    let help = run("summary", &["-", "--lang", "en", "--help"], b"not read");
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    assert!(help.out.starts_with("特定個人情報保護評価書の概要: a summary of each assessment\n"));
    assert_eq!(run("summary", &["-h", "--lang=en"], b"").out, help.out);
}

#[test]
fn an_option_without_a_value_may_be_given_twice() {
    assert_eq!(run("summary", &["--json", "--json", "-"], SMALL.as_bytes()).code, 0, "twice is once");
}

/// The fields of a document as an error lists them: an item with its label.
fn labelled_fields(expected: &str, language: Language) -> String {
    let names = expected.trim_start_matches("expected one of ").replace('`', "");
    let label = |name: &str| match name {
        "population" => "対象人数",
        "necessity" => "事務実施上の必要性",
        "benefits" => "実現が期待されるメリット",
        "number_use_bases" => "個人番号の利用 法令上の根拠",
        "other_bodies" => "他の評価実施機関",
        "content_annex" => "（別添）事務の内容",
        "content_annex_remarks" => "（別添）事務の内容（備考）",
        _ => "",
    };
    let names = names.split(", ").map(|name| match (label(name), language) {
        ("", Language::Japanese) => name.to_string(),
        (label, Language::Japanese) => format!("{name}（{label}）"),
        ("", Language::English) => format!("`{name}`"),
        (label, Language::English) => format!("`{name}` ({label})"),
    });
    let separator = if language == Language::Japanese { "、" } else { ", " };
    names.collect::<Vec<_>>().join(separator)
}

/// One document after the other, on one line or on many. A bad one is reported with its index, and the rest goes on.
#[test]
fn many_documents_in_one_file() {
    let of = |fields: &str| SMALL.replace('}', &format!(",{fields}}}"));
    let titled = |title: &str| of(&format!(r#""cover":{{"title":"{title}"}}"#));
    let laid_out =
        |text: &str| serde_json::to_string_pretty(&serde_json::from_str::<Assessment>(text).unwrap()).unwrap();
    let good = [titled("甲"), laid_out(&titled("乙 {[\\\"")), titled("丙")];
    let bad = [
        r#"{"format":"#,
        r#"{"format":"mynumber-pia","version":1,"kind":"basic_item","cover":{"title":"開いたまま"#,
        r#"{"format":"mynumber-pia","version":1,"cover":{},"#,
        "{\n  \"format\": \"mynumber-pia\",\n  \"files\": [\n    {\"name\": \"甲\"}",
        r#"{"format":"mynumber-pia","version":1,"kind":"basic_item","edition":"?","cover":{"titel":1}}"#,
        "no JSON at all {}",
        "]",
        r#"{"format":"mynumber-pia","version":1,"files":[{]}"#,
    ];
    for bad in bad {
        let input = [good[0].as_str(), "\n", bad, "\n", &good[1], "\n", &good[2]].concat();
        let answer = run("summary", &["--json", "-"], input.as_bytes());
        let seen: Vec<(Value, Value)> = answer
            .out
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .map(|line| (line["index"].clone(), line["title"].clone()))
            .collect();
        let expected = [(0, "甲"), (2, "乙 {[\""), (3, "丙")].map(|(index, title)| (json!(index), json!(title)));
        assert_eq!(seen, expected, "{bad}\n{}", answer.err);
        assert_eq!((answer.code, answer.err.lines().count()), (2, 1), "{bad}\n{}", answer.err);
        assert!(answer.err.starts_with("pia summary: -[1]: "), "{}", answer.err);
    }
    // On one line, without anything between them, and with a byte order mark before the first.
    let input = ["\u{FEFF}", &good[0], &good[2], "  ", &good[0], "\r\n\r\n"].concat();
    let answer = run("summary", &["-"], input.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let heads: Vec<&str> = answer.out.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(heads, ["-: 基礎項目評価書", "-[1]: 基礎項目評価書", "-[2]: 基礎項目評価書"]);
    // The position of an error is the position in the file.
    let input = [good[1].as_str(), "\n", &of("\"x\":1")].concat();
    let line = good[1].lines().count() + 1;
    let answer = run("summary", &["--lang", "en", "-"], input.as_bytes());
    assert!(answer.err.starts_with("pia summary: -[1]: x: unknown field `x`, expected"), "{}", answer.err);
    assert!(answer.err.ends_with(&format!(" at line {line} column 87\n")), "{}", answer.err);
    // Each file has its own indexes.
    let two = file("two.jsonl", [good[0].as_str(), "\n", &good[2], "\n"].concat().as_bytes());
    let answer = run("summary", &["--json", &two, &two], b"");
    let indexes = answer.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["index"].clone());
    assert_eq!(indexes.collect::<Vec<_>>(), [0, 1, 0, 1]);
}

/// Wherever a document breaks off, the next one is read.
#[test]
fn a_line_that_breaks_off_is_one_error() {
    let whole = SMALL.replace('}', r#","cover":{"title":"甲 \"乙\"","number":"1"},"files":[{"name":"丙"},{}]}"#);
    let cut: Vec<&str> = (1..whole.len()).filter_map(|end| whole.get(..end)).collect();
    let input = cut.iter().flat_map(|cut| [cut, "\n", SMALL, "\n"]).collect::<String>();
    let cuts = cut.len();
    let answer = run("summary", &["--json", "-"], input.as_bytes());
    assert_eq!((answer.code, answer.err.lines().count()), (2, cuts), "{}", answer.err);
    let indexes: Vec<u64> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["index"].as_u64().unwrap())
        .collect();
    assert_eq!(indexes, (0..cuts as u64).map(|cut| 2 * cut + 1).collect::<Vec<_>>());
}

#[test]
fn in_english() {
    let answer = run("summary", &["--lang", "en"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    for line in [
        "  published   令和6年12月6日",
        "kumagaya.json: basic-item assessment",
        "  edition     ？ (excerpt)",
        "  threshold   population 100,000 to 299,999 people, handlers not known, serious incident not known",
        "    → the basic-item and the key-item assessment are required, or the basic-item and the all-item assessment are required",
        "    provisions declared 28, listed 20",
        "    provisions no number declared, listed 0",
        "    transfers declared 1, listed 2",
    ] {
        assert!(answer.out.lines().any(|seen| seen == line), "{line}\n{}", answer.out);
    }
    let japanese = run("summary", &[], b"");
    assert_eq!(run("summary", &["--lang", "ja"], b"").out, japanese.out);
    assert_eq!(answer.out.lines().count(), japanese.out.lines().count());
    let diagrams = run("summary", &["--mermaid", "--lang", "en"], b"").out;
    assert!(diagrams.contains("subgraph systems[\"systems\"]") && diagrams.contains("-->|\"acquisition\"|"));
}

#[test]
fn help() {
    let answer = run("summary", &["--help", "--lang", "en"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    for option in ["FILE", "FILE[2]", "--json", "--mermaid", "--lang", "exit status"] {
        assert!(answer.out.contains(option), "{option}");
    }
}

#[test]
fn an_unknown_field_is_reported_with_those_that_there_are() {
    let fields = "expected one of `format`, `version`, `kind`, `edition`, `extent`, `$schema`, `cover`, `affair`, \
                  `population`, `systems`, `files`, `necessity`, `benefits`, `number_use_bases`, `linkage`, `department`, \
                  `other_bodies`, `content_annex`, `content_annex_remarks`, `rule_9`, `threshold`, `risk`, \
                  `file_sections`, `record_items`, `risks`, `other_risk`, `requests`, `procedure`, `changes`";
    let (japanese, english) = (labelled_fields(fields, Language::Japanese), labelled_fields(fields, Language::English));
    for (language, error) in [
        ("ja", format!("a：「a」という項目はない（使える項目：{japanese}）（1行4列）")),
        ("en", format!("a: unknown field `a`, expected one of {english} at line 1 column 4")),
    ] {
        let answer = run("summary", &["-", "--lang", language], b"{\"a\": 1}");
        assert_eq!(answer.err, format!("pia summary: -: {error}\n"));
    }
}

#[test]
fn brackets_that_never_end_are_one_error() {
    let deep = "[".repeat(1_000_000);
    let answer = run("summary", &["-"], deep.as_bytes());
    assert_eq!((answer.code, answer.err.lines().count()), (2, 1));
}

/// A quotation from a document in an error is one short line without terminal controls.
#[test]
fn an_error_is_one_line() {
    let head = SMALL.strip_suffix('}').unwrap();
    let control = "a\nb\u{1B}[31m".repeat(1_000);
    let control = Value::from(control).to_string();
    for text in [
        format!("{{{control}: 1}}"),
        format!("{head},{control}:1}}"),
        format!("{head},\"cover\":{{{control}:1}}}}"),
        format!("{head},\"cover\":{control}}}"),
        format!("{head},\"cover\":{{\"published\":{control}}}}}"),
        format!("{head},\"population\":{control}}}"),
    ] {
        let answer = run("summary", &["-"], text.as_bytes());
        assert_eq!((answer.code, answer.out.as_str()), (2, ""));
        let shown = answer.err.strip_suffix('\n').unwrap();
        let start: String = shown.chars().take(80).collect();
        assert!(!shown.contains(char::is_control), "{start:?} for {}", &text[..100]);
        assert!(shown.chars().count() < 2_000, "{start:?} for {}", &text[..100]);
    }
}

#[test]
fn files_that_cannot_be_read() {
    let missing = run("summary", &["no such\nfile.json"], b"");
    assert_eq!((missing.code, missing.out.as_str()), (2, ""));
    // The rest is the message of the operating system.
    assert!(missing.err.starts_with("pia summary: no such\\nfile.json: 読み込めない："), "{}", missing.err);
    assert_eq!(missing.err.lines().count(), 1);
    let folder = run("summary", &[env!("CARGO_TARGET_TMPDIR")], b"");
    assert_eq!((folder.code, folder.out.as_str(), folder.err.lines().count()), (2, "", 1));
    assert!(folder.err.contains(": 読み込めない："), "{}", folder.err);
    let unnamed = run("summary", &[""], b"");
    assert_eq!((unnamed.code, unnamed.out.as_str(), unnamed.err.lines().count()), (2, "", 1));
}

#[test]
fn one_bad_file_among_good_ones() {
    let good = [document("matsudo"), document("kumagaya")];
    let bad = file("bad.json", b"{");
    for output in [None, Some("--json"), Some("--mermaid")] {
        let arguments = |files: &[&str]| -> Vec<String> {
            output.iter().copied().chain(files.iter().copied()).map(String::from).collect()
        };
        let ask = |files: &[&str]| {
            let arguments = arguments(files);
            run("summary", &arguments.iter().map(String::as_str).collect::<Vec<_>>(), b"")
        };
        let all = ask(&[&good[0], &bad, &good[1], "no_such_file"]);
        assert_eq!(all.code, 2, "{output:?}");
        assert_eq!(all.err.lines().count(), 2, "{}", all.err);
        assert!(all.err.contains("bad.json") || all.err.contains('…'), "{}", all.err);
        assert!(all.err.contains(": 途中で終わっている（1行1列）\n"), "{}", all.err);
        assert!(all.err.contains("pia summary: no_such_file: 読み込めない："), "{}", all.err);
        let fine = ask(&[&good[0], &good[1]]);
        assert_eq!((fine.code, fine.err.as_str()), (0, ""));
        assert_eq!(all.out, fine.out, "{output:?}: the others are printed");
    }
}

/// Bands, ranges and numbers, with their units and as each language writes them.
#[test]
fn numbers_have_their_units() {
    let of = |population: &str, handlers: &str| {
        let fields = format!(r#","population":{population},"threshold":{{"handlers":{handlers},"incident":"no"}}}}"#);
        let document = SMALL.replace('}', &fields);
        ["ja", "en"].map(|language| {
            let answer = run("summary", &["-", "--lang", language], document.as_bytes());
            assert_eq!((answer.code, answer.err.as_str()), (0, ""));
            let line =
                answer.out.lines().find(|line| line.starts_with("  しきい値") || line.starts_with("  threshold"));
            line.unwrap().trim().to_string()
        })
    };
    assert_eq!(
        of("1120290", "\"10..1039\""),
        [
            "しきい値    対象人数 1,120,290人、取扱者数 10～1,039人、重大事故 発生なし",
            "threshold   population 1,120,290 people, handlers 10 to 1,039 people, serious incident did not occur",
        ]
    );
    assert_eq!(
        of("\"from_1000_to_9999\"", "\"under_500\""),
        [
            "しきい値    対象人数 1,000人以上1万人未満、取扱者数 500人未満、重大事故 発生なし",
            "threshold   population 1,000 to 9,999 people, handlers fewer than 500 people, serious incident did not occur",
        ]
    );
    assert_eq!(
        of("\"500..\"", "\"at_least_500\"")[1],
        "threshold   population 500 or more people, handlers 500 or more people, serious incident did not occur"
    );
}
