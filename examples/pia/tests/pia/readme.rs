//! README.md and README.ja.md of the library and of `pia` show what they do. Their Rust programs are doc tests.
//! `UPDATE_README=1 cargo test -p mynumber-pia-cli` rewrites the picture and the outputs.

use std::collections::{BTreeMap, BTreeSet};

use mynumber_pia::Assessment;
use mynumber_pia::assessment::Chain;
use mynumber_pia::form::Tree;
use serde_json::Value;

use crate::support::{root, run};

const EDOGAWA: &str = include_str!("../../../documents/edogawa.json");

const FRONT: [&str; 2] = [include_str!("../../../../README.md"), include_str!("../../../../README.ja.md")];
const COMMANDS: [&str; 2] = [include_str!("../../README.md"), include_str!("../../README.ja.md")];

/// Whether to rewrite the picture and the outputs.
fn is_updated() -> bool {
    std::env::var_os("UPDATE_README").is_some()
}

/// The code blocks of a language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    text.split(&*fence).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_front_pages_are_short_and_equal() {
    for text in FRONT {
        assert!(text.lines().count() <= 150, "{} lines", text.lines().count());
    }
    for language in ["rust", "rust,ignore", "toml", "console"] {
        let [english, japanese] = FRONT.map(|text| blocks(text, language).len());
        assert_eq!(english, japanese, "{language}");
    }
    let commands = |text| -> Vec<String> {
        shown(text).into_iter().map(|(command, _)| command.replace(" --lang en", "")).collect()
    };
    assert_eq!(commands(FRONT[0]), commands(FRONT[1]));
    assert_eq!(commands(COMMANDS[0]), commands(COMMANDS[1]));
}

/// The chain of entrustment in README.md.
#[test]
fn the_picture_is_what_the_crate_draws() {
    let file = root().join("examples/chain.svg");
    let document: Assessment = serde_json::from_str(EDOGAWA).unwrap();
    let picture = Tree::new(Chain::of(&document.file_sections[0].entrustments[3])).to_string() + "\n";
    if is_updated() {
        std::fs::write(&file, &picture).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(written == picture, "examples/chain.svg is not what the crate draws: run with UPDATE_README=1");
    for text in FRONT {
        assert!(text.contains("(examples/chain.svg)"));
    }
}

/// The commands of a text, each with the output that follows it. Only a command after `$` shows its output.
fn shown(text: &str) -> Vec<(String, Option<String>)> {
    let mut commands: Vec<(String, Option<String>)> = Vec::new();
    for block in blocks(text, "console") {
        let mut in_output = false;
        for line in block.lines() {
            if let Some(command) = line.strip_prefix("$ ") {
                in_output = true;
                commands.push((command.to_string(), Some(String::new())));
            } else if in_output {
                let (_, output) = commands.last_mut().unwrap();
                output.as_mut().unwrap().extend([line, "\n"]);
            } else {
                let command = line.split("  #").next().unwrap().trim_end();
                commands.push((command.to_string(), None));
            }
        }
    }
    commands
}

/// The words of a command. Words can be quoted.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (index, part) in command.split('\'').enumerate() {
        if index % 2 == 1 {
            words.last_mut().unwrap().push_str(part);
            continue;
        }
        for c in part.chars() {
            match (c, words.last_mut().unwrap()) {
                (' ', word) if word.is_empty() => {}
                (' ', _) => words.push(String::new()),
                (c, word) => word.push(c),
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The standard output and standard error of a pipeline of our commands, `echo` and `grep`.
fn output(command: &str, files: &mut BTreeMap<String, String>) -> String {
    let (command, to) = command.split_once(" > ").map_or((command, None), |(command, to)| (command, Some(to)));
    let (mut piped, mut errors) = (String::new(), String::new());
    for part in command.split(" | ") {
        let words = words(part);
        let words: Vec<&str> = words.iter().map(|word| files.get(word).map_or(word.as_str(), String::as_str)).collect();
        piped = match *words.as_slice() {
            ["echo", text] => format!("{text}\n"),
            ["grep", word] => piped.lines().filter(|line| line.contains(word)).flat_map(|line| [line, "\n"]).collect(),
            ["pia", command, ref arguments @ ..]
            | ["cargo", "run", "-q", "-p", "mynumber-pia-cli", "--", command, ref arguments @ ..] => {
                let answer = run(command, arguments, piped.as_bytes());
                assert!(answer.code != 2, "{command}: {}", answer.err);
                errors.push_str(&answer.err);
                answer.out
            }
            _ => panic!("not a command of ours: {part}"),
        };
    }
    if let Some(name) = to {
        let path = std::env::temp_dir().join(format!("mynumber-pia-readme-{}-{name}", std::process::id()));
        std::fs::write(&path, &piped).unwrap();
        files.insert(name.to_string(), path.into_os_string().into_string().unwrap());
        piped.clear();
    }
    piped + &errors
}

#[test]
fn every_command_runs_and_prints_what_is_shown() {
    let names = ["README.md", "README.ja.md", "examples/pia/README.md", "examples/pia/README.ja.md"];
    for (name, text) in names.into_iter().zip([FRONT, COMMANDS].concat()) {
        let mut files = BTreeMap::new();
        let mut current = text.to_string();
        for (command, expected) in shown(text) {
            // `cargo` itself, and the name of the program without a command.
            if command.starts_with("cargo") && expected.is_none() || command == "pia --help" {
                continue;
            }
            let output = output(&command, &mut files);
            if let Some(expected) = expected {
                current = current.replace(&format!("$ {command}\n{expected}"), &format!("$ {command}\n{output}"));
                assert!(is_updated() || output == expected, "{name}: {command} prints (UPDATE_README=1):\n{output}");
            }
        }
        if is_updated() {
            std::fs::write(root().join(name), current).unwrap();
        }
    }
}

/// The section of a text about one command.
#[track_caller]
fn section<'a>(text: &'a str, command: &str) -> &'a str {
    let title = format!("\n## `{command}`");
    let (_, rest) = text.split_once(&*title).unwrap_or_else(|| panic!("no section on {command}"));
    rest.split("\n## ").next().unwrap()
}

const ALL: [&str; 12] = [
    "threshold",
    "cite",
    "validate",
    "summary",
    "print",
    "transcribe",
    "answer",
    "changes",
    "affairs",
    "template",
    "schema",
    "generate",
];

#[test]
fn every_option_is_described() {
    for command in ALL {
        let help = run(command, &["--help"], b"").out;
        let options: BTreeSet<&str> = help
            .split(|c: char| !(c.is_ascii_lowercase() || c == '-'))
            .filter(|word| word.len() > 2 && word.starts_with("--") && !matches!(*word, "--help" | "--lang"))
            .collect();
        for text in COMMANDS {
            for option in &options {
                assert!(section(text, command).contains(&format!("`{option}")), "{command}: no {option} in {text:.40}");
            }
        }
    }
}

/// Help is Japanese, and English with `--lang en`. Both have the same ways to call the command and the same options.
#[test]
fn help_is_the_same_in_both_languages() {
    for command in ALL {
        let [japanese, english] = ["ja", "en"].map(|language| run(command, &["--help", "--lang", language], b"").out);
        assert_eq!(run(command, &["-h"], b"").out, japanese, "{command}");
        assert!(japanese.contains("\n終了コード：") && !japanese.contains("exit status"), "{command}: {japanese}");
        assert!(english.contains("\nexit status: ") && !english.contains("終了コード"), "{command}: {english}");
        let options = |help: &str| -> BTreeSet<String> {
            let words = help.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')));
            words
                .filter(|word| word.len() > 2 && (word.starts_with("--") || word.contains('_')))
                .map(Into::into)
                .collect()
        };
        assert_eq!(options(&japanese), options(&english), "{command}");
        // The words of a line of English.
        let is_english =
            |line: &str| line.split(' ').filter(|word| matches!(*word, "the" | "is" | "a" | "of")).count() > 1;
        assert!(!japanese.lines().any(is_english), "{command}: {japanese}");
    }
}

/// The names of all fields of a value.
fn names(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                into.insert(name.clone());
                names(value, into);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_field_is_described() {
    let old = "examples/documents/kumagaya.json";
    let new = run("answer", &[old, "department.head", "室長"], b"").out;
    let exempt = ["--population", "2000", "--exemption", "personnel_files_only", "--json"];
    let cited = [
        "番号法別表第一の30の項から32の項まで、高齢者の医療の確保に関する法律第48条",
        "番号法別表第二の27の項（主務省令未制定）",
    ];
    let cited = [&cited[..], &["--as-of", "2024-12-06", "--renumber", "--json"]].concat();
    let provided = ["--provider", "市町村長", "--as-of", "2024-12-06", "--json"];
    let printed = run("print", &["--publication", old], b"").out;
    let runs: [(&str, &[&str], &str); 16] = [
        ("transcribe", &["-", "--json"], &printed),
        ("threshold", &["--json"], ""),
        ("threshold", &["--population", "62000", "--handlers", "120", "--incident", "no", "--json"], ""),
        ("threshold", &exempt, ""),
        ("threshold", &["--jsonl"], "{}\n{\"population\": true}\n"),
        ("cite", &cited, ""),
        ("cite", &provided, ""),
        ("validate", &["--json"], ""),
        ("summary", &["--json"], ""),
        ("changes", &[old, "-", "--json"], &new),
        ("changes", &[old, "-", "--table", "--json"], &new),
        ("changes", &["--check", "--json", "examples/documents/edogawa.json"], ""),
        ("affairs", &["examples/documents", "--json", "--as-of", "2026-04-01"], ""),
        ("affairs", &["examples/documents", "--check", "--json", "--as-of", "2026-04-01"], ""),
        ("affairs", &["examples/documents", "--calendar", "--json", "--as-of", "2026-04-01"], ""),
        ("affairs", &[old, "--affair", "8", "--change", "-", "--facts", "400000,9", "--json"], &new),
    ];
    for (command, arguments, input) in runs {
        let answer = run(command, arguments, input.as_bytes());
        let mut fields = BTreeSet::new();
        for line in answer.out.lines() {
            names(&serde_json::from_str(line).unwrap(), &mut fields);
        }
        assert!(!fields.is_empty(), "{command} {arguments:?}: {}", answer.err);
        for text in COMMANDS {
            for field in &fields {
                assert!(section(text, command).contains(&format!("`{field}`")), "{command}: no {field} in {text:.40}");
            }
        }
    }
}

/// Code spans are not translated.
#[test]
fn both_languages_describe_the_same() {
    let spans = |text: &str| -> BTreeSet<String> {
        let spans = text.split("```").step_by(2).flat_map(|prose| prose.split('`').skip(1).step_by(2));
        spans.filter(|span| span.is_ascii()).map(String::from).collect()
    };
    for command in ALL {
        let [english, japanese] = COMMANDS.map(|text| spans(section(text, command)));
        assert_eq!(english, japanese, "{command}");
    }
}
