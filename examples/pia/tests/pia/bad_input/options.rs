//! Options that a command does not have, that lack a value, or that are given twice.

use super::{is_refused, refused};
use crate::support::{pia, run};

/// Every command, with the options and arguments that its errors list.
const COMMANDS: [(&str, &[&str]); 12] = [
    ("summary", &["FILE", "--json", "--mermaid", "--jobs", "--lang"]),
    ("validate", &["FILE", "--as-of", "--exemption", "--since", "--baseline", "--json", "--jobs", "--rules", "--lang"]),
    (
        "print",
        &[
            "FILE",
            "--text",
            "--markdown",
            "--html",
            "--pdf",
            "--xlsx",
            "--into",
            "--findings",
            "--jobs",
            "--publication",
            "--withhold",
            "--occasion",
            "--body",
            "--empty",
            "--requirements",
            "--lang",
        ],
    ),
    (
        "answer",
        &[
            "FILE",
            "PATH",
            "TEXT",
            "--json",
            "--find",
            "--set",
            "--answers",
            "--delete",
            "--rows",
            "--form",
            "--dry-run",
            "--beside",
            "--on",
            "--as-of",
            "--lang",
        ],
    ),
    (
        "changes",
        &["OLD", "NEW", "--check", "--rewind", "--table", "--as-of", "--not-material", "--anyway", "--json", "--lang"],
    ),
    (
        "affairs",
        &[
            "FILE",
            "--calendar",
            "--until",
            "--check",
            "--affair",
            "--template",
            "--change",
            "--facts",
            "--hold",
            "--end",
            "--incident",
            "--on",
            "--system-from",
            "--emergency",
            "--not-material",
            "--known",
            "--scope",
            "--register",
            "--assessed",
            "--body",
            "--by-body",
            "--as-of",
            "--json",
            "--lang",
        ],
    ),
    ("template", &["EDITION", "--checklist", "--lang"]),
    ("transcribe", &["FILE", "--form", "--suggestions", "--account", "--review", "--json", "--lang"]),
    ("schema", &["EDITION", "--lang"]),
    (
        "generate",
        &[
            "--kind",
            "--defect",
            "--municipality",
            "--nation",
            "--disagreement",
            "--list-defects",
            "--list-disagreements",
            "--count",
            "--seed",
            "--population",
            "--as-of",
            "--into",
            "--lang",
        ],
    ),
    ("cite", &["TEXT", "--as-of", "--renumber", "--provider", "--json", "--lang"]),
    (
        "threshold",
        &[
            "--population",
            "--handlers",
            "--incident",
            "--exemption",
            "--incident-known",
            "--as-of",
            "--body",
            "--jsonl",
            "--jobs",
            "--json",
            "--lang",
        ],
    ),
];

/// An option that the command does not have.
#[test]
fn an_unknown_option() {
    for (command, allowed) in COMMANDS {
        let japanese = format!("--zzz というオプションはない。使えるのは {}（--help を参照）", allowed.join("、"));
        let (last, others) = allowed.split_last().unwrap();
        let english = format!("invalid option '--zzz'; expected {} or {last} (see --help)", others.join(", "));
        refused(&[(command, &["--zzz"], &japanese, &english)]);
        // The language may be asked for before and after the error.
        for arguments in [&["--lang", "en", "--zzz"][..], &["--zzz", "--lang", "en"], &["--zzz", "--lang=en"]] {
            is_refused(&run(command, arguments, b""), command, &english, &format!("{arguments:?}"));
        }
    }
    refused(&[
        (
            "summary",
            &["-x"],
            "-x というオプションはない。使えるのは FILE、--json、--mermaid、--jobs、--lang（--help を参照）",
            "invalid option '-x'; expected FILE, --json, --mermaid, --jobs or --lang (see --help)",
        ),
        (
            "generate",
            &["x"],
            "「x」という引数は使えない。使えるのは --kind…",
            "unexpected argument \"x\"; expected --kind…",
        ),
        (
            "threshold",
            &["62000"],
            "「62000」という引数は使えない。使えるのは --population…",
            "unexpected argument \"62000\"; expected --population…",
        ),
        (
            "summary",
            &["--json=1"],
            "--json に値は指定できない：「1」",
            "unexpected argument for option '--json': \"1\"",
        ),
        (
            "validate",
            &["--json=1"],
            "--json に値は指定できない：「1」",
            "unexpected argument for option '--json': \"1\"",
        ),
        (
            "threshold",
            &["--json=1"],
            "--json に値は指定できない：「1」",
            "unexpected argument for option '--json': \"1\"",
        ),
        (
            "cite",
            &["--renumber=1"],
            "--renumber に値は指定できない：「1」",
            "unexpected argument for option '--renumber': \"1\"",
        ),
    ]);
}

/// The language itself, at every command.
#[test]
fn the_language() {
    for (command, _) in COMMANDS {
        let choices = "ja (日本語), en (英語)";
        for (arguments, expected) in [
            (&["--lang"][..], "--lang には値が必要である：ja 又は en".to_string()),
            (&["--lang", "fr"], format!("--lang：「fr」は言語の選択肢にない（選択肢：{choices}）")),
            (&["--lang", "ja", "--lang", "en"], "--lang が二度指定されている（最初は「ja」）。一度だけ指定する".into()),
            (&["--lang", "en", "--lang", "ja"], "--lang is given twice (first \"en\"): once is enough".into()),
        ] {
            // So that nothing else is missing.
            let other: &[&str] = match command {
                "template" => &["key_item"],
                "generate" => &["--kind", "key_item"],
                "answer" => &["-", "population"],
                "changes" => &["--check", "-"],
                "affairs" | "transcribe" => &["-"],
                "summary" | "validate" | "print" | "schema" | "cite" | "threshold" => &[],
                other => panic!("{other}"),
            };
            let answer = run(command, &[other, arguments].concat(), b"");
            is_refused(&answer, command, &expected, &format!("{arguments:?}"));
        }
    }
}

/// What is not UTF-8 is quoted, and does not hide the language after it.
#[cfg(unix)]
#[test]
fn an_argument_that_is_not_utf_8() {
    use std::os::unix::ffi::OsStrExt;
    let bad = std::ffi::OsStr::from_bytes(b"a\xFF");
    for command in
        ["summary", "validate", "print", "answer", "changes", "affairs", "template", "transcribe", "schema", "cite"]
    {
        for (language, expected) in [("ja", "UTF-8 でない：「a\u{FFFD}」"), ("en", "not UTF-8: a\u{FFFD}")] {
            let output = pia(command).arg(bad).args(["--lang", language]).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{command}");
            assert_eq!(String::from_utf8(output.stderr).unwrap(), format!("pia {command}: {expected}\n"));
        }
    }
    let output = pia("threshold").arg("--population").arg(bad).arg("--lang=en").output().unwrap();
    assert_eq!(output.stderr, "pia threshold: --population: not UTF-8: a\u{FFFD}\n".as_bytes());
}

#[test]
fn help_names_every_option() {
    for (command, allowed) in COMMANDS {
        for language in ["ja", "en"] {
            let help = run(command, &["--help", "--lang", language], b"").out;
            assert!(allowed.iter().all(|option| help.contains(option)), "{command}: {allowed:?}\n{help}");
        }
    }
}
