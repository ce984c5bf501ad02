//! `--jobs` of the commands that read many documents does not change their output.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::process::Stdio;

use crate::support::{Answer, pia, run};
use mynumber_pia::Assessment;
use serde_json::Value;

/// The commands with their options, for documents on standard input.
const COMMANDS: [(&str, &[&str]); 8] = [
    ("validate", &["-"]),
    ("validate", &["--json", "-"]),
    ("validate", &["--lang", "en", "--as-of", "2026-01-01", "-"]),
    ("summary", &["-"]),
    ("summary", &["--json", "-"]),
    ("summary", &["--mermaid", "--lang", "en", "-"]),
    ("print", &["-"]),
    ("print", &["--markdown", "--findings", "-"]),
];

/// One of the five documents, as one line.
fn line(name: &str) -> String {
    let file = format!("{}/../documents/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let document: Assessment = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    serde_json::to_string(&document).unwrap()
}

/// A document without answers. Its number identifies it.
fn small(number: usize) -> String {
    format!(
        r#"{{"format":"mynumber-pia","version":1,"kind":"basic_item","edition":"form_2_2024_10","cover":{{"number":"{number}"}}}}"#
    )
}

/// Inputs that are not documents, and the beginning of their errors in English.
const BAD: [(&str, &str); 3] = [
    ("{\"format\":", "format: EOF while parsing a value"),
    ("null", "invalid type: null, expected an assessment"),
    ("{\"kind\":\"basic_item\",\"cover\":{\"titel\":1}}", "cover.titel: unknown field `titel`, expected one of"),
];

/// 60 documents, long and short ones side by side, and the indexes of the bad ones among them.
fn many() -> (String, Vec<usize>) {
    let long = ["edogawa", "matsudo", "kumagaya"].map(line);
    let (mut text, mut bad) = (String::new(), Vec::new());
    for index in 0..60 {
        let document = match index {
            0 | 20 | 45 => long[index / 20].clone(),
            13 | 21 | 59 => {
                let (text, _) = BAD[bad.len()];
                bad.push(index);
                text.to_string()
            }
            _ => small(index),
        };
        writeln!(text, "{document}").unwrap();
    }
    (text, bad)
}

fn with_jobs(command: &str, arguments: &[&str], jobs: &str, input: &str) -> Answer {
    run(command, &[arguments, &["--jobs", jobs]].concat(), input.as_bytes())
}

#[test]
fn the_output_is_the_same() {
    let (input, bad) = many();
    let is_good = |line: &&str| BAD.iter().all(|(bad, _)| *bad != line.trim_end());
    let good: String = input.split_inclusive('\n').filter(is_good).collect();
    for (command, arguments) in COMMANDS {
        for input in [&input, &good] {
            let one = run(command, arguments, input.as_bytes());
            assert!(!one.out.is_empty(), "{command} {arguments:?}");
            for jobs in ["1", "2", "4", "256"] {
                let several = with_jobs(command, arguments, jobs, input);
                assert_eq!(several.code, one.code, "{command} {arguments:?} {jobs}");
                assert!(several.out == one.out, "{command} {arguments:?} {jobs}: the output differs");
                assert_eq!(several.err, one.err, "{command} {arguments:?} {jobs}");
            }
        }
        let answer = run(command, &[arguments, &["--lang", "en"][..]].concat()[..], input.as_bytes());
        if arguments.contains(&"--lang") {
            assert_eq!((answer.code, answer.err.lines().count()), (2, 1), "an option given twice");
            continue;
        }
        // A bad document is reported in order, and the others are processed.
        assert_eq!(answer.code, 2, "{command} {arguments:?}");
        let reports = answer.err.lines().zip(&bad).zip(BAD);
        for ((report, index), (_, error)) in reports {
            let expected = format!("pia {command}: -[{index}]: {error}");
            assert!(report.starts_with(&expected), "{report} and not {expected}");
        }
        let counts = usize::from(command == "validate" && !arguments.contains(&"--json"));
        assert_eq!(answer.err.lines().count(), 3 + counts, "{}", answer.err);
    }
    // Pages have no index, so those of the good documents are the same with and without the bad ones.
    for format in ["--text", "--markdown"] {
        let pages = |input: &str| with_jobs("print", &[format, "-"], "4", input).out;
        assert!(pages(&input) == pages(&good));
    }
}

#[test]
fn the_order_is_that_of_the_input() {
    let (input, bad) = many();
    let indexes: Vec<usize> = (0..60).filter(|index| !bad.contains(index)).collect();
    let answer = with_jobs("summary", &["--json", "-"], "3", &input);
    let seen = answer.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["index"].as_u64().unwrap());
    assert!(seen.eq(indexes.iter().map(|index| *index as u64)));
}

#[test]
fn lines_of_facts() {
    let mut input = String::from("\u{FEFF}");
    for index in 0..5000 {
        match index % 1000 {
            7 => input.push_str("{\"population\": \"many\"}\n"),
            8 => input.push('\n'),
            9 => writeln!(input, "{{\"population\": {}}}", " ".repeat(70_000)).unwrap(),
            _ => writeln!(input, r#"{{"population":{},"handlers":{index},"incident":"no"}}"#, index * 37).unwrap(),
        }
    }
    let one = run("threshold", &["--jsonl"], input.as_bytes());
    assert_eq!((one.code, one.err.as_str()), (2, ""));
    let lines: Vec<Value> = one.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 5000 - 5, "a blank line has no answer");
    let bad: Vec<u64> = lines.iter().filter_map(|line| line["line"].as_u64()).collect();
    assert_eq!(bad, [8, 10, 1008, 1010, 2008, 2010, 3008, 3010, 4008, 4010]);
    for jobs in ["1", "2", "4", "256"] {
        let several = with_jobs("threshold", &["--jsonl"], jobs, &input);
        assert!(several.code == 2 && several.out == one.out && several.err.is_empty(), "{jobs}");
        assert_eq!(with_jobs("threshold", &["--jsonl"], jobs, "").out, "");
    }
}

/// A caller that sends one document and waits gets the result, however many jobs there are.
#[test]
fn an_answer_does_not_wait_for_the_next_document() {
    let facts = "{\"population\":2000}".to_string();
    for (command, arguments, document) in [
        ("summary", &["--json", "--jobs", "4", "-"][..], small(1)),
        ("validate", &["--json", "--jobs", "4", "-"], small(1)),
        ("threshold", &["--jsonl", "--jobs", "4"], facts),
    ] {
        let mut child = pia(command).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        for _ in 0..6 {
            writeln!(input, "{document}").unwrap();
            let mut answer = String::new();
            assert!(output.read_line(&mut answer).unwrap() > 0, "{command}");
        }
        drop(input);
        std::io::copy(&mut output, &mut std::io::sink()).unwrap();
        assert!(child.wait().unwrap().code().is_some_and(|code| code < 2), "{command}");
    }
}

/// The reader of the output may close it.
#[test]
fn a_closed_pipe_ends_every_job() {
    let input = format!("{}\n", line("matsudo")).repeat(40);
    for command in ["print", "summary"] {
        let mut child =
            pia(command).args(["--jobs", "4", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        // The program may end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{command}");
    }
}

#[test]
fn unusable_jobs() {
    let (english, allowed) = (&["--lang", "en"][..], "a number from 1 to 256");
    for (command, others) in
        [("validate", &["-"][..]), ("summary", &["-"]), ("print", &["-"]), ("threshold", &["--jsonl"])]
    {
        for jobs in ["0", "x", "", "257", "-1", "1.5", "99999999999999999999", "2\n"] {
            let answer = run(command, &[english, others, &["--jobs", jobs]].concat(), b"{}");
            assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{command} {jobs}");
            assert_eq!(answer.err, format!("pia {command}: --jobs: {jobs:?} is not {allowed}\n"));
        }
        let twice = run(command, &[english, others, &["--jobs", "2", "--jobs", "3"]].concat(), b"{}");
        assert_eq!((twice.code, twice.out.as_str()), (2, ""));
        assert!(twice.err.starts_with(&format!("pia {command}: --jobs is given twice")), "{}", twice.err);
        let without = run(command, &[english, others, &["--jobs"]].concat(), b"{}");
        assert_eq!((without.code, without.out.as_str()), (2, ""));
        assert!(
            without.err.starts_with(&format!("pia {command}: --jobs needs "))
                && without.err.ends_with(&format!("{allowed}\n"))
        );
    }
}

#[test]
fn help() {
    let of_documents =
        "how many documents are processed at once, from 1 (the default) to 256; the output is the same\n";
    let of_lines = "how many jobs read the lines, from 1 (the default) to 256; the output is the same";
    for (command, says) in
        [("validate", of_documents), ("summary", of_documents), ("print", of_documents), ("threshold", of_lines)]
    {
        let answer = run(command, &["--help", "--lang", "en"], b"");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{command}");
        let option = answer.out.lines().find(|line| line.trim_start().starts_with("--jobs <N> ")).unwrap();
        assert!(option.contains(says.trim_end()), "{option}");
    }
}
