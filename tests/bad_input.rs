//! Bad input of every kind at every command: the exit status, and what is said in Japanese and English.

#![allow(clippy::disallowed_methods, reason = "the test names files")]
#![allow(clippy::too_many_lines, reason = "a table of one kind of input is one function")]

mod support;

use std::process::Command;

use serde_json::{Value, json};
use support::{Answer, program, run};

/// Every command, with the options and arguments that its errors list.
const COMMANDS: [(&str, &[&str]); 12] = [
    ("summary", &["--json", "--mermaid", "--jobs", "--lang", "FILE"]),
    ("validate", &["--as-of", "--exemption", "--json", "--jobs", "--lang", "--rules", "FILE"]),
    (
        "print",
        &[
            "--text",
            "--markdown",
            "--html",
            "--findings",
            "--publication",
            "--withhold",
            "--occasion",
            "--body",
            "--into",
            "--jobs",
            "--lang",
            "--empty",
            "--requirements",
            "FILE",
        ],
    ),
    (
        "answer",
        &["--json", "--find", "--set", "--answers", "--delete", "--rows", "--form", "--lang", "FILE", "PATH", "TEXT"],
    ),
    (
        "changes",
        &["OLD", "NEW", "--check", "--rewind", "--table", "--as-of", "--not-material", "--anyway", "--json", "--lang"],
    ),
    (
        "affairs",
        &[
            "FILE",
            "--register",
            "--as-of",
            "--body",
            "--assessed",
            "--calendar",
            "--until",
            "--check",
            "--by-body",
            "--affair",
            "--change",
            "--not-material",
            "--facts",
            "--hold",
            "--end",
            "--incident",
            "--known",
            "--scope",
            "--on",
            "--system-from",
            "--emergency",
            "--template",
            "--json",
            "--lang",
        ],
    ),
    ("template", &["EDITION", "--checklist", "--lang"]),
    ("transcribe", &["--form", "--json", "--account", "--suggestions", "--lang", "FILE"]),
    ("schema", &["EDITION", "--lang"]),
    (
        "generate",
        &[
            "--kind",
            "--count",
            "--seed",
            "--population",
            "--as-of",
            "--defect",
            "--list-defects",
            "--municipality",
            "--nation",
            "--disagreement",
            "--list-disagreements",
            "--into",
            "--lang",
        ],
    ),
    ("cite", &["TEXT", "--as-of", "--provider", "--renumber", "--json", "--lang"]),
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
            "--jobs",
            "--json",
            "--jsonl",
            "--lang",
        ],
    ),
];

/// `generate` needs a feature.
fn is_built(command: &str) -> bool {
    command != "generate" || cfg!(feature = "proptest1")
}

fn commands() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    COMMANDS.into_iter().filter(|(command, _)| is_built(command))
}

/// Asserts that an error is this one, or begins with it if it ends with "…".
#[track_caller]
fn says(error: &str, expected: &str, context: &str) {
    match expected.strip_suffix('…') {
        Some(begin) => assert!(error.starts_with(begin), "{context}\n{error}\n{expected}"),
        None => assert_eq!(error, expected, "{context}"),
    }
}

/// Asserts that the answer is one line with this error.
#[track_caller]
fn is_refused(answer: &Answer, command: &str, expected: &str, context: &str) {
    let context = format!("{command} {context}");
    assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{context}");
    let line = answer.err.strip_prefix(&format!("{command}: ")).and_then(|line| line.strip_suffix('\n'));
    says(line.unwrap_or_default(), expected, &context);
}

/// Asserts what each command line gives in Japanese, which is the default, and in English.
#[track_caller]
fn refused(cases: &[(&str, &[&str], &str, &str)]) {
    for (command, arguments, japanese, english) in cases {
        if !is_built(command) {
            continue;
        }
        for (language, expected) in [(&["--lang", "ja"][..], japanese), (&["--lang=en"], english), (&[], japanese)] {
            let answer = run(command, &[language, arguments].concat(), b"");
            is_refused(&answer, command, expected, &format!("{arguments:?}"));
        }
    }
}

/// An option that the command does not have.
#[test]
fn an_unknown_option() {
    for (command, allowed) in commands() {
        let japanese = format!("--nope というオプションはない。使えるのは {}（--help を参照）", allowed.join("、"));
        let (last, others) = allowed.split_last().unwrap();
        let english = format!("invalid option '--nope'; expected {} or {last} (see --help)", others.join(", "));
        refused(&[(command, &["--nope"], &japanese, &english)]);
        // The language may be asked for before and after the error.
        for arguments in [&["--lang", "en", "--nope"][..], &["--nope", "--lang", "en"], &["--nope", "--lang=en"]] {
            is_refused(&run(command, arguments, b""), command, &english, &format!("{arguments:?}"));
        }
    }
    refused(&[
        (
            "summary",
            &["-x"],
            "-x というオプションはない。使えるのは --json、--mermaid、--jobs、--lang、FILE（--help を参照）",
            "invalid option '-x'; expected --json, --mermaid, --jobs, --lang or FILE (see --help)",
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
    for (command, _) in commands() {
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
            let output = Command::new(program(command)).arg(bad).args(["--lang", language]).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{command}");
            assert_eq!(String::from_utf8(output.stderr).unwrap(), format!("{command}: {expected}\n"));
        }
    }
    let output = Command::new(program("threshold")).arg("--population").arg(bad).arg("--lang=en").output().unwrap();
    assert_eq!(output.stderr, "threshold: --population: not UTF-8: a\u{FFFD}\n".as_bytes());
}

#[test]
fn help_names_every_option() {
    for (command, allowed) in commands() {
        for language in ["ja", "en"] {
            let help = run(command, &["--help", "--lang", language], b"").out;
            assert!(allowed.iter().all(|option| help.contains(option)), "{command}: {allowed:?}\n{help}");
        }
    }
}

/// An option that ends the command line, but needs a value.
#[test]
fn an_option_without_its_value() {
    refused(&[
        (
            "affairs",
            &["-", "--register"],
            "--register には値が必要である：計画管理書のファイル",
            "--register needs a value: the file of a register",
        ),
        (
            "affairs",
            &["-", "--affair"],
            "--affair には値が必要である：評価書番号又は事務の名称",
            "--affair needs a value: the number (評価書番号) or the name of an affair",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--change"],
            "--change には値が必要である：評価書のファイル又はフォルダ",
            "--change needs a value: a file or folder with assessments",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--facts"],
            "--facts には値が必要である：31000,480 のような対象人数と取扱者数（数の中にカンマを入れない）",
            "--facts needs a value: a population and handlers such as 31000,480, without commas in a number",
        ),
        (
            "affairs",
            &["-", "--on"],
            "--on には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--on needs a value: a date such as 2025-06-01",
        ),
        (
            "affairs",
            &["-", "--system-from"],
            "--system-from には値が必要である：2027-01-15 などの日又は none",
            "--system-from needs a value: a date such as 2027-01-15, or none",
        ),
        (
            "affairs",
            &["-", "--assessed"],
            "--assessed には値が必要である：5:key_item=2023-04-01 のような事務、評価書、日",
            "--assessed needs a value: an affair, a paper and a day such as 5:key_item=2023-04-01",
        ),
        (
            "affairs",
            &["-", "--scope"],
            "--scope には値が必要である：specific_personal_information 又は personal_information",
            "--scope needs a value: specific_personal_information or personal_information",
        ),
        (
            "summary",
            &["--jobs"],
            "--jobs には値が必要である：1から256までの数",
            "--jobs needs a value: a number from 1 to 256",
        ),
        (
            "validate",
            &["--as-of"],
            "--as-of には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--as-of needs a value: a date such as 2025-06-01",
        ),
        (
            "validate",
            &["--exemption"],
            "--exemption には値が必要である：personnel_files_only などのコード",
            "--exemption needs a value: a code such as personnel_files_only",
        ),
        (
            "transcribe",
            &["-", "--form"],
            "--form には値が必要である：form_3_2024_10 などの版",
            "--form needs a value: an edition such as form_3_2024_10",
        ),
        (
            "print",
            &["--withhold"],
            "--withhold には値が必要である：パスと理由（PATH=proper_management 又は PATH=criminal_investigation）",
            "--withhold needs a value: a path and a ground (PATH=proper_management or PATH=criminal_investigation)",
        ),
        (
            "print",
            &["--occasion"],
            "--occasion には値が必要である：announcement、publication 又は correction",
            "--occasion needs a value: announcement, publication or correction",
        ),
        (
            "print",
            &["--empty"],
            "--empty には値が必要である：form_3_2024_10 などの版",
            "--empty needs a value: an edition such as form_3_2024_10",
        ),
        (
            "answer",
            &["--find"],
            "--find には entrustee、委託先名 などの項目を指定する",
            "--find needs an item such as entrustee or 委託先名",
        ),
        (
            "changes",
            &["--rewind"],
            "--rewind には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--rewind needs a value: a date such as 2025-06-01",
        ),
        (
            "changes",
            &["--as-of"],
            "--as-of には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--as-of needs a value: a date such as 2025-06-01",
        ),
        (
            "generate",
            &["--kind"],
            "--kind には値が必要である：basic_item、key_item 又は all_item",
            "--kind needs a value: basic_item, key_item or all_item",
        ),
        (
            "generate",
            &["--defect"],
            "--defect には値が必要である：--list-defects のコード",
            "--defect needs a value: a code of --list-defects",
        ),
        (
            "generate",
            &["--count"],
            "--count には値が必要である：1から1000000までの数",
            "--count needs a value: a number from 1 to 1000000",
        ),
        (
            "generate",
            &["--seed"],
            "--seed には値が必要である：0から18446744073709551615までの数",
            "--seed needs a value: a number from 0 to 18446744073709551615",
        ),
        (
            "generate",
            &["--population"],
            "--population には値が必要である：from_10000_to_99999、1万人以上10万人未満 などの対象人数の区分",
            "--population needs a value: a band of 対象人数, such as from_10000_to_99999 or 1万人以上10万人未満",
        ),
        (
            "generate",
            &["--municipality"],
            "--municipality には値が必要である：1から200までの数",
            "--municipality needs a value: a number from 1 to 200",
        ),
        (
            "generate",
            &["--as-of"],
            "--as-of には値が必要である：2018-01-01から2100-12-31までの日",
            "--as-of needs a value: a date from 2018-01-01 to 2100-12-31",
        ),
        (
            "cite",
            &["--as-of"],
            "--as-of には値が必要である：2024-05-27、令和6年5月27日 などの日",
            "--as-of needs a value: a day such as 2024-05-27 or 令和6年5月27日",
        ),
        (
            "cite",
            &["--provider"],
            "--provider には値が必要である：市町村長、医療保険者 などの名称",
            "--provider needs a value: a name such as 市町村長 or 医療保険者",
        ),
        (
            "threshold",
            &["--population"],
            "--population には値が必要である：数、100000..299999 などの範囲、区分のラベル若しくはコード、又は unknown",
            "--population needs a value: a number, a range such as 100000..299999, a band's label or code, or unknown",
        ),
        (
            "threshold",
            &["--handlers"],
            "--handlers には値が必要である：数、100000..299999 などの範囲、区分のラベル若しくはコード、又は unknown",
            "--handlers needs a value: a number, a range such as 100000..299999, a band's label or code, or unknown",
        ),
        (
            "threshold",
            &["--incident"],
            "--incident には値が必要である：yes、no 又は unknown",
            "--incident needs a value: yes, no or unknown",
        ),
        (
            "threshold",
            &["--exemption"],
            "--exemption には値が必要である：personnel_files_only、manual_files_only、health_insurance_society_files_only、mutual_aid_files_only、unlinked_files_only 又は audit_files_only",
            "--exemption needs a value: personnel_files_only, manual_files_only, health_insurance_society_files_only, mutual_aid_files_only, unlinked_files_only or audit_files_only",
        ),
        (
            "threshold",
            &["--incident-known"],
            "--incident-known には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--incident-known needs a value: a date such as 2025-06-01",
        ),
        (
            "threshold",
            &["--body"],
            "--body には値が必要である：administrative_organ 又は local_government",
            "--body needs a value: administrative_organ or local_government",
        ),
    ]);
}

/// An option that may be given once.
#[test]
fn an_option_given_twice() {
    refused(&[
        (
            "affairs",
            &["-", "--affair", "5", "--affair", "6"],
            "--affair が二度指定されている（最初は「5」）。一度だけ指定する",
            "--affair is given twice (first \"5\"): once is enough",
        ),
        (
            "affairs",
            &["-", "--as-of", "2025-01-01", "--as-of", "2025-01-02"],
            "--as-of が二度指定されている（最初は「2025-01-01」）。一度だけ指定する",
            "--as-of is given twice (first \"2025-01-01\"): once is enough",
        ),
        (
            "summary",
            &["--jobs", "2", "--jobs", "3"],
            "--jobs が二度指定されている（最初は「2」）。一度だけ指定する",
            "--jobs is given twice (first \"2\"): once is enough",
        ),
        (
            "validate",
            &["--exemption", "audit_files_only", "--exemption", "audit_files_only"],
            "--exemption が二度指定されている（最初は「audit_files_only」）。一度だけ指定する",
            "--exemption is given twice (first \"audit_files_only\"): once is enough",
        ),
        (
            "print",
            &["--empty", "form_3_2024_10", "--empty", "form_3_2024_10"],
            "--empty が二度指定されている（最初は「form_3_2024_10」）。一度だけ指定する",
            "--empty is given twice (first \"form_3_2024_10\"): once is enough",
        ),
        (
            "answer",
            &["-", "--find", "entrustee", "--find", "entrustee"],
            "--find が二度指定されている",
            "--find is given twice: once is enough",
        ),
        (
            "changes",
            &["a", "b", "--as-of", "2025-01-01", "--as-of", "2025-01-01"],
            "--as-of が二度指定されている（最初は「2025-01-01」）。一度だけ指定する",
            "--as-of is given twice (first \"2025-01-01\"): once is enough",
        ),
        (
            "changes",
            &["--rewind", "2025-01-01", "--rewind", "2025-01-02", "-"],
            "--rewind が二度指定されている（最初は「2025-01-01」）。一度だけ指定する",
            "--rewind is given twice (first \"2025-01-01\"): once is enough",
        ),
        (
            "transcribe",
            &["a", "b"],
            "FILE が二度指定されている（最初は「a」）。一度だけ指定する",
            "FILE is given twice (first \"a\"): once is enough",
        ),
        (
            "transcribe",
            &["-", "--form", "key_item", "--form", "key_item"],
            "--form が二度指定されている（最初は「key_item」）。一度だけ指定する",
            "--form is given twice (first \"key_item\"): once is enough",
        ),
        (
            "template",
            &["key_item", "basic_item"],
            "様式が二つ以上指定されている（最後は「basic_item」）。一つだけ指定する",
            "several forms are given, the last is \"basic_item\": expected one",
        ),
        (
            "template",
            &["key_item", "x"],
            "様式が二つ以上指定されている（最後は「x」）。一つだけ指定する",
            "several forms are given, the last is \"x\": expected one",
        ),
        (
            "schema",
            &["basic_item", "key_item"],
            "様式が二つ以上指定されている（最後は「key_item」）。一つだけ指定する",
            "several forms are given, the last is \"key_item\": expected one",
        ),
        (
            "generate",
            &["--kind", "key_item", "--kind", "key_item"],
            "--kind が二度指定されている（最初は「key_item」）。一度だけ指定する",
            "--kind is given twice (first \"key_item\"): once is enough",
        ),
        (
            "generate",
            &["--nation", "--nation", "2"],
            "--nation が二度指定されている（最初は「1741」）。一度だけ指定する",
            "--nation is given twice (first \"1741\"): once is enough",
        ),
        (
            "cite",
            &["--as-of", "2024-05-27", "--as-of", "2024-05-27"],
            "--as-of が二度指定されている（最初は「2024-05-27」）。一度だけ指定する",
            "--as-of is given twice (first \"2024-05-27\"): once is enough",
        ),
        (
            "cite",
            &["--provider", "市町村長", "--provider", "医療保険者", "--as-of", "2025-04-01"],
            "--provider が二度指定されている（最初は「市町村長」）。一度だけ指定する",
            "--provider is given twice (first \"市町村長\"): once is enough",
        ),
        (
            "threshold",
            &["--population", "1", "--population", "2"],
            "--population が二度指定されている（最初は「1」）。一度だけ指定する",
            "--population is given twice (first \"1\"): once is enough",
        ),
        (
            "threshold",
            &["--as-of", "2025-01-01", "--as-of", "2025-01-02"],
            "--as-of が二度指定されている（最初は「2025-01-01」）。一度だけ指定する",
            "--as-of is given twice (first \"2025-01-01\"): once is enough",
        ),
    ]);
}

/// A value that is not allowed.
#[test]
fn a_value_that_an_option_does_not_take() {
    refused(&[
        (
            "affairs",
            &["-", "--as-of", "2025-06"],
            "--as-of：「2025-06」は2025-06-01、令和7年6月1日 などの日でない",
            "--as-of: \"2025-06\" is not a date such as 2025-06-01",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--end", "2025-02-30"],
            "--end：2025年2月に30日はない（1日から28日まで）",
            "--end: there is no day 30 in 2025-02: expected 1 to 28",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--facts", "1,000,5"],
            "--facts：「1,000,5」は31000,480 のような対象人数と取扱者数（数の中にカンマを入れない）でない",
            "--facts: \"1,000,5\" is not a population and handlers such as 31000,480, without commas in a number",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--facts", "many,5"],
            "--facts：「many」は人数として読めない…",
            "--facts: cannot read \"many\" as a count of people…",
        ),
        (
            "affairs",
            &["-", "--assessed", "5=2026-01-01"],
            "--assessed：「5=2026-01-01」は5:key_item=2023-04-01 のような事務、評価書、日でない",
            "--assessed: \"5=2026-01-01\" is not an affair, a paper and a day such as 5:key_item=2023-04-01",
        ),
        (
            "affairs",
            &["-", "--assessed", "5:paper=2026-01-01"],
            "--assessed：「paper」は特定個人情報保護評価の種類の選択肢にない…",
            "--assessed: unknown code or label \"paper\"…",
        ),
        (
            "affairs",
            &["-", "--body", "city"],
            "--body：「city」は評価実施機関の種類の選択肢にない…",
            "--body: unknown code or label \"city\"…",
        ),
        (
            "affairs",
            &["-", "--incident", "2025-01-01", "--scope", "all"],
            "--scope：「all」は…",
            "--scope: unknown code or label \"all\"…",
        ),
        (
            "validate",
            &["--as-of", "2024-13-01"],
            "--as-of：13月はない（1月から12月まで）",
            "--as-of: there is no month 13: expected 1 to 12",
        ),
        (
            "validate",
            &["--as-of", "2024-02-30"],
            "--as-of：2024年2月に30日はない（1日から29日まで）",
            "--as-of: there is no day 30 in 2024-02: expected 1 to 29",
        ),
        (
            "validate",
            &["--as-of", "today"],
            "--as-of：「today」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
            "--as-of: cannot read \"today\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
        ),
        (
            "validate",
            &["--as-of", ""],
            "--as-of：「」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
            "--as-of: cannot read \"\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
        ),
        (
            "validate",
            &["--exemption", "none"],
            "--exemption：「none」は適用除外の選択肢にない（選択肢：personnel_files_only (職員又は職員であった者等の人事…",
            "--exemption: unknown code or label \"none\" for the exemption (適用除外): expected one of personnel_files_only (職員又は職員であった者等の人事、給与、福利厚生に関する事項又はこれらに準ずる事項を記録した特定個人情報ファイルのみを取り扱う事務)…",
        ),
        (
            "validate",
            &["--jobs", "0"],
            "--jobs：「0」は1から256までの数でない",
            "--jobs: \"0\" is not a number from 1 to 256",
        ),
        (
            "changes",
            &["--as-of", "tomorrow"],
            "--as-of：「tomorrow」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
            "--as-of: cannot read \"tomorrow\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
        ),
        (
            "changes",
            &["--rewind", "2025-02-29", "-"],
            "--rewind：2025年2月に29日はない（1日から28日まで）",
            "--rewind: there is no day 29 in 2025-02: expected 1 to 28",
        ),
        (
            "cite",
            &["--as-of", "2024-13-01"],
            "--as-of：13月はない（1月から12月まで）",
            "--as-of: there is no month 13: expected 1 to 12",
        ),
        (
            "cite",
            &["--as-of", "令和元年4月30日"],
            "--as-of：令和元年4月30日はない。令和は2019-05-01からであり、2019-04-30 は平成31年4月30日である",
            "--as-of: 令和元年4月30日 does not exist: 令和 ran from 2019-05-01 on, and 2019-04-30 is 平成31年4月30日",
        ),
        (
            "cite",
            &["--as-of", "令和6年"],
            "--as-of：令和6年 は日でない。年、月及び日を書く",
            "--as-of: 令和6年 is not a day: expected year, month and day",
        ),
        (
            "cite",
            &["--provider", "市町村長", "--as-of", "2024-05-26"],
            "--as-of：2024-05-26 は2024-05-27より前である。第2条の表はその日に施行され、それまでの別表第二の情報提供者は確認できない",
            "--as-of: 2024-05-26 is before 2024-05-27: 第2条の表 came into force then, and who provided under 別表第二 is not known",
        ),
        (
            "cite",
            &["--provider", "甲市\n長", "--as-of", "2025-04-01"],
            "--provider：「甲市\\n長」は第2条の表の情報提供者にない（情報提供者：法務大臣…",
            "--provider: \"甲市\\n長\" is not a provider of 第2条の表: expected one of 法務大臣…",
        ),
        (
            "generate",
            &["--kind", "nope"],
            "--kind：「nope」は特定個人情報保護評価の種類の選択肢にない（選択肢：basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価)）",
            "--kind: unknown code or label \"nope\" for the assessment kind (特定個人情報保護評価の種類): expected one of basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価)",
        ),
        (
            "generate",
            &["--kind", "key_item", "--population", "nope"],
            "--population：「nope」は対象人数の選択肢にない（選択肢：under_1000 (1…",
            "--population: unknown code or label \"nope\" for the population band (対象人数): expected one of under_1000 (1…",
        ),
        (
            "generate",
            &["--defect", "nope"],
            "--defect：「nope」は--list-defects のコードでない",
            "--defect: \"nope\" is not a code of --list-defects",
        ),
        (
            "generate",
            &["--kind", "key_item", "--population", "at_least_300000"],
            "--population：様式3に30万人以上の区分はない",
            "--population: 様式3 does not offer 30万人以上",
        ),
        (
            "generate",
            &["--municipality", "0"],
            "--municipality：「0」は範囲の外である：1から200までの数",
            "--municipality: \"0\" is out of range: a number from 1 to 200",
        ),
        (
            "generate",
            &["--kind", "key_item", "--count", "0"],
            "--count：「0」は範囲の外である：1から1000000までの数",
            "--count: \"0\" is out of range: a number from 1 to 1000000",
        ),
        (
            "generate",
            &["--kind", "key_item", "--seed", "-1"],
            "--seed：「-1」は0から18446744073709551615までの数でない",
            "--seed: \"-1\" is not a number from 0 to 18446744073709551615",
        ),
        (
            "generate",
            &["--kind", "key_item", "--as-of", "2017-12-31"],
            "--as-of：「2017-12-31」は範囲の外である：2018-01-01から2100-12-31までの日",
            "--as-of: \"2017-12-31\" is out of range: a date from 2018-01-01 to 2100-12-31",
        ),
        (
            "generate",
            &["--kind", "key_item", "--as-of", "令和83年1月1日"],
            "--as-of：「令和83年1月1日」は範囲の外である：2018-01-01から2100-12-31までの日",
            "--as-of: \"令和83年1月1日\" is out of range: a date from 2018-01-01 to 2100-12-31",
        ),
        (
            "generate",
            &["--kind", "key_item", "--as-of", "2025-02-29"],
            "--as-of：2025年2月に29日はない（1日から28日まで）",
            "--as-of: there is no day 29 in 2025-02: expected 1 to 28",
        ),
        (
            "generate",
            &["--nation", "0"],
            "--nation：「0」は範囲の外である：1から100000までの数",
            "--nation: \"0\" is out of range: a number from 1 to 100000",
        ),
        (
            "generate",
            &["--nation=100001"],
            "--nation：「100001」は範囲の外である：1から100000までの数",
            "--nation: \"100001\" is out of range: a number from 1 to 100000",
        ),
        (
            "generate",
            &["--nation", "many"],
            "--nation：「many」は1から100000までの数でない",
            "--nation: \"many\" is not a number from 1 to 100000",
        ),
        (
            "generate",
            &["--nation=-1"],
            "--nation：「-1」は1から100000までの数でない",
            "--nation: \"-1\" is not a number from 1 to 100000",
        ),
        (
            "threshold",
            &["--population", "many"],
            "--population：「many」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)。不明であれば \"?\" と書く",
            "--population: cannot read \"many\" as a count of people: expected a number (62000 or \"62…",
        ),
        (
            "threshold",
            &["--population", "-1"],
            "--population：「-1」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)。不明であれば \"?\" と書く",
            "--population: cannot read \"-1\" as a count of people: expected a number (62000 or \"62…",
        ),
        (
            "threshold",
            &["--population", ""],
            "--population：「」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)。不明であれば \"?\" と書く",
            "--population: cannot read \"\" as a count of people: expected a number (62000 or \"62…",
        ),
        (
            "threshold",
            &["--population", "9..2"],
            "--population：範囲 9..2 は逆である。小さい方を先に書く。不明であれば \"?\" と書く",
            "--population: the range 9..2 runs backwards: expected the lower count first; write \"?\" if it is not known",
        ),
        (
            "threshold",
            &["--handlers", "99999999999"],
            "--handlers：「99999999999」は人数として大きすぎる（4294967295まで）。不明であれば \"?\" と書く",
            "--handlers: \"99999999999\" is too large for a count of people: expected at most 4294967295; write \"?\" if it is not known",
        ),
        (
            "threshold",
            &["--incident", "maybe"],
            "--incident：「maybe」は重大事故の発生の選択肢にない（選択肢：yes (発生あり), no (発生なし)）。不明であれば \"?\" と書く",
            "--incident: unknown code or label \"maybe\" for the occurrence of a serious incident (重大事故の発生): expected one of yes (発生あり), no (発生なし); write \"?\" if it is not known",
        ),
        (
            "threshold",
            &["--exemption", "none"],
            "--exemption：「none」は適用除外の選択肢にない（選択肢：personnel_files_only (職員又は職員であった者等の人事…",
            "--exemption: unknown code or label \"none\" for the exemption (適用除外): expected one of personnel_files_only (職員又は職員であった者等の人事、給与、福利厚生に関する事項又はこれらに準ずる事項を記録した特定個人情報ファイルのみを取り扱う事務)…",
        ),
        (
            "threshold",
            &["--as-of", "2025-02-29"],
            "--as-of：2025年2月に29日はない（1日から28日まで）",
            "--as-of: there is no day 29 in 2025-02: expected 1 to 28",
        ),
        (
            "threshold",
            &["--incident-known", "last week"],
            "--incident-known：「last week」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
            "--incident-known: cannot read \"last week\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
        ),
        (
            "threshold",
            &["--body", "city"],
            "--body：「city」は評価実施機関の種類の選択肢にない（選択肢：administrative_organ (行政機関等), local_government (地方公共団体等)）",
            "--body: unknown code or label \"city\" for the kind of body (評価実施機関の種類): expected one of administrative_organ (行政機関等), local_government (地方公共団体等)",
        ),
    ]);
}

/// Options that do not go together.
#[test]
fn contradictory_options() {
    refused(&[
        (
            "affairs",
            &["-", "--affair", "5", "--hold", "--end", "2026-01-01"],
            "--change、--hold、--end、--incident は同時に指定できない。どれか一つを指定する",
            "--change, --hold, --end and --incident exclude each other: expected one of them",
        ),
        (
            "affairs",
            &["-", "--calendar", "--check"],
            "--calendar、--check、--template、--affair は同時に指定できない。どれか一つを指定する",
            "--calendar, --check, --template and --affair exclude each other: expected one of them",
        ),
        (
            "affairs",
            &["-", "--by-body", "--register", "r.json"],
            "--by-body、--template、--affair、--register、--assessed は同時に指定できない。どれか一つを指定する",
            "--by-body, --template, --affair, --register and --assessed exclude each other: expected one of them",
        ),
        (
            "affairs",
            &["-", "--incident", "2025-07-15", "--known", "2025-07-01"],
            "--known：2025-07-01 は重大事故の発生日（--incident 2025-07-15）より前である",
            "--known: 2025-07-01 is before the day of the incident (--incident 2025-07-15)",
        ),
        ("affairs", &["-", "--hold"], "--hold は --affair とともに指定する", "--hold is only allowed with --affair"),
        (
            "affairs",
            &["-", "--until", "2026-01-01"],
            "--until は --calendar とともに指定する",
            "--until is only allowed with --calendar",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--hold", "--not-material"],
            "--not-material は --change とともに指定する",
            "--not-material is only allowed with --change",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--emergency"],
            "--emergency は --change, --hold とともに指定する",
            "--emergency is only allowed with --change, --hold",
        ),
        (
            "affairs",
            &["-", "-"],
            "- が二度指定されている。標準入力は一度しか読めない",
            "- is given twice: standard input can be read only once",
        ),
        (
            "generate",
            &["--defect", "transfer_count", "--kind", "basic_item"],
            "--defect：その種類、対象人数及び日の評価書には、transfer_count だけに反するものがない",
            "--defect: no document of that kind, population and day breaks transfer_count alone",
        ),
        (
            "summary",
            &["--json", "--mermaid"],
            "--json と --mermaid は同時に指定できない。どちらか一つを指定する",
            "--json and --mermaid exclude each other: expected one of them",
        ),
        (
            "transcribe",
            &["-", "--json", "--account"],
            "--json、--account、--suggestions は同時に指定できない。どれか一つを指定する",
            "--json, --account and --suggestions exclude each other: expected one of them",
        ),
        (
            "summary",
            &["--mermaid", "-", "--json"],
            "--json と --mermaid は同時に指定できない。どちらか一つを指定する",
            "--json and --mermaid exclude each other: expected one of them",
        ),
        (
            "print",
            &["--text", "--into", "x"],
            "--into は評価書の --html 又は --withhold とだけ使える",
            "--into is only for the --html of assessments or for --withhold",
        ),
        (
            "print",
            &["--withhold", "risks=proper_management"],
            "--withhold は公表するページと JSON を書く。--into が必要で、--text、--markdown、--html、--findings、--empty は同時に指定できない",
            "--withhold writes the page and the JSON to publish: it needs --into, and --text, --markdown, --html, --findings and --empty are not allowed with it",
        ),
        (
            "print",
            &["--withhold", "risks=proper_management", "--into", "x", "--text"],
            "--withhold は公表するページと JSON を書く。--into が必要で、--text、--markdown、--html、--findings、--empty は同時に指定できない",
            "--withhold writes the page and the JSON to publish: it needs --into, and --text, --markdown, --html, --findings and --empty are not allowed with it",
        ),
        (
            "print",
            &["--body", "local_government"],
            "--occasion と --body は --withhold とだけ使える",
            "--occasion and --body are only for --withhold",
        ),
        ("print", &["--requirements"], "--requirements は --empty とだけ使える", "--requirements is only for --empty"),
        (
            "print",
            &["--publication", "--findings"],
            "--publication は様式にあるものだけを印刷する。--findings は同時に指定できない",
            "--publication prints only what the form prints: --findings is not allowed with it",
        ),
        (
            "print",
            &["--text", "--html"],
            "--text、--markdown、--html は同時に指定できない。どれか一つを指定する",
            "--text, --markdown and --html exclude each other: expected one of them",
        ),
        (
            "print",
            &["--empty", "form_3_2024_10", "x"],
            "--empty は空の様式を印刷する。ファイルと --findings は同時に指定できない",
            "--empty prints an empty form: files and --findings are not allowed with it",
        ),
        (
            "print",
            &["--empty", "form_3_2024_10", "--findings"],
            "--empty は空の様式を印刷する。ファイルと --findings は同時に指定できない",
            "--empty prints an empty form: files and --findings are not allowed with it",
        ),
        (
            "validate",
            &["--rules", "--json"],
            "--rules はすべての規則を示す。ほかに指定できるのは --lang だけである",
            "--rules lists every rule: only --lang is allowed with it",
        ),
        (
            "validate",
            &["--rules", "--as-of", "2025-06-01"],
            "--rules はすべての規則を示す。ほかに指定できるのは --lang だけである",
            "--rules lists every rule: only --lang is allowed with it",
        ),
        (
            "validate",
            &["--rules", "FILE"],
            "--rules はすべての規則を示す。ほかに指定できるのは --lang だけである",
            "--rules lists every rule: only --lang is allowed with it",
        ),
        (
            "print",
            &["--withhold", "risks", "--into", "x"],
            "--withhold：「risks」はパスと理由（PATH=proper_management 又は PATH=criminal_investigation）でない",
            "--withhold: \"risks\" is not a path and a ground (PATH=proper_management or PATH=criminal_investigation)",
        ),
        (
            "print",
            &["--withhold", "nowhere=proper_management", "--into", "x"],
            "--withhold：「nowhere」は評価書の項目の経路でない：評価書に「nowhere」という項目はない…",
            "--withhold: …",
        ),
        (
            "print",
            &["--withhold", "risks=secret", "--into", "x"],
            "--withhold：「secret」は公示しないことができる理由の選択肢にない…",
            "--withhold: …",
        ),
        (
            "print",
            &["--withhold", "risks=proper_management", "--occasion", "never", "--into", "x"],
            "--occasion：「never」は公示又は公表の選択肢にない…",
            "--occasion: …",
        ),
        (
            "print",
            &["--withhold", "risks=proper_management", "--body", "city", "--into", "x"],
            "--body：「city」は評価実施機関の種類の選択肢にない…",
            "--body: …",
        ),
        (
            "answer",
            &["-", "--find", "entrustee", "affair.name"],
            "--find には一つの FILE を指定し、PATH は指定しない",
            "--find expects one FILE and no PATH",
        ),
        (
            "changes",
            &["--check", "x", "--table"],
            "--table と --anyway は二つの版の比較に使う。--check、--rewind と同時に指定できない",
            "--table and --anyway are for comparing two files: --check and --rewind exclude them",
        ),
        (
            "changes",
            &["--check", "x", "--as-of", "2025-01-01"],
            "--as-of は --table とだけ使える",
            "--as-of is only allowed with --table",
        ),
        (
            "changes",
            &["a", "b", "--as-of", "2025-01-01", "--json"],
            "--as-of は --table とだけ使える",
            "--as-of is only allowed with --table",
        ),
        (
            "changes",
            &["-", "-"],
            "- が二度指定されている。標準入力は一度しか読めない",
            "- is given twice: standard input can be read only once",
        ),
        (
            "generate",
            &["--municipality", "3", "--defect", "transfer_count"],
            "--municipality は誤りのない評価書を作る。--defect は同時に指定できない",
            "--municipality generates documents without defects: --defect is not allowed with it",
        ),
        (
            "generate",
            &["--municipality", "3", "--kind", "key_item"],
            "--municipality は事務ごとに様式を選ぶ。--kind は同時に指定できない",
            "--municipality chooses the form of each affair: --kind is not allowed with it",
        ),
        (
            "generate",
            &["--municipality", "3", "--count", "3"],
            "--municipality は評価書の数を定める。--count は同時に指定できない",
            "--municipality sets the number of documents: --count is not allowed with it",
        ),
        (
            "generate",
            &["--nation", "2", "--kind", "key_item"],
            "--nation は実施機関、規模及び様式を選ぶ。--kind は同時に指定できない",
            "--nation chooses bodies, sizes and forms: --kind is not allowed with it",
        ),
        (
            "generate",
            &["--nation", "--count", "2"],
            "--nation は実施機関、規模及び様式を選ぶ。--count は同時に指定できない",
            "--nation chooses bodies, sizes and forms: --count is not allowed with it",
        ),
        (
            "generate",
            &["--population", "under_1000", "--nation"],
            "--nation は実施機関、規模及び様式を選ぶ。--population は同時に指定できない",
            "--nation chooses bodies, sizes and forms: --population is not allowed with it",
        ),
        (
            "generate",
            &["--nation", "--defect", "required_item"],
            "--nation は実施機関、規模及び様式を選ぶ。--defect は同時に指定できない",
            "--nation chooses bodies, sizes and forms: --defect is not allowed with it",
        ),
        (
            "generate",
            &["--nation", "--municipality", "3"],
            "--nation は実施機関、規模及び様式を選ぶ。--municipality は同時に指定できない",
            "--nation chooses bodies, sizes and forms: --municipality is not allowed with it",
        ),
        (
            "cite",
            &["--provider", "市町村長"],
            "--provider には --as-of DATE も必要である。項は年に何度も変わる",
            "--provider needs --as-of DATE: the rows change several times a year",
        ),
        (
            "cite",
            &["--provider", "市町村長", "--as-of", "2025-04-01", "--renumber"],
            "--renumber は --provider と同時に指定できない。項はすべて一つの表のものである",
            "--renumber is not allowed with --provider: the rows belong to one table",
        ),
        (
            "threshold",
            &["--incident", "no", "--incident-known", "2024-06-01", "--as-of", "2025-06-01"],
            "--incident-known：令和6年6月1日に知った重大事故は過去一年以内のものとして数えるが、重大事故は発生なしと記載されている",
            "--incident-known: the incident that became known on 令和6年6月1日 counts, but the answer says that there was none",
        ),
        (
            "threshold",
            &["--incident-known", "2025-06-02", "--as-of", "2025-06-01"],
            "--incident-known：令和7年6月2日は判断の基準日（2025-06-01）より後である",
            "--incident-known: 令和7年6月2日 is after the day of the determination, 2025-06-01",
        ),
        (
            "threshold",
            &["--jsonl", "--population", "1"],
            "--jsonl は標準入力からしきい値判断項目を読む。ほかの項目は同時に指定できない",
            "--jsonl reads the facts from standard input: no other facts are allowed with it",
        ),
        (
            "threshold",
            &["--jsonl", "--body", "local_government"],
            "--jsonl は標準入力からしきい値判断項目を読む。ほかの項目は同時に指定できない",
            "--jsonl reads the facts from standard input: no other facts are allowed with it",
        ),
        ("threshold", &["--jobs", "2"], "--jobs は --jsonl とだけ使える", "--jobs is only allowed with --jsonl"),
        (
            "threshold",
            &["--population", "1", "--jobs", "2"],
            "--jobs は --jsonl とだけ使える",
            "--jobs is only allowed with --jsonl",
        ),
    ]);
}

/// Too few or too many files, forms or paths.
#[test]
fn a_wrong_number_of_files() {
    refused(&[
        (
            "affairs",
            &[],
            "ファイルがない。評価書又はそのフォルダが必要である（--help を参照）",
            "no files: expected assessments or a folder with them (see --help)",
        ),
        (
            "answer",
            &[],
            "FILE と PATH、必要であれば一つの TEXT を指定する（--help を参照）",
            "expected FILE, PATH and at most one TEXT (see --help)",
        ),
        (
            "answer",
            &["-"],
            "FILE と PATH、必要であれば一つの TEXT を指定する（--help を参照）",
            "expected FILE, PATH and at most one TEXT (see --help)",
        ),
        (
            "answer",
            &["-", "a", "b", "c"],
            "FILE と PATH、必要であれば一つの TEXT を指定する（--help を参照）",
            "expected FILE, PATH and at most one TEXT (see --help)",
        ),
        (
            "changes",
            &[],
            "変更前と変更後の二つのファイルが必要であるが、指定されたファイルは0個である（--help を参照）",
            "an old and a new file are needed, but 0 files are given (see --help)",
        ),
        (
            "changes",
            &["x"],
            "変更前と変更後の二つのファイルが必要であるが、指定されたファイルは1個である（--help を参照）",
            "an old and a new file are needed, but 1 file is given (see --help)",
        ),
        (
            "changes",
            &["--check"],
            "--check には一つのファイルが必要であるが、指定されたファイルは0個である（--help を参照）",
            "--check needs one file, but 0 files are given (see --help)",
        ),
        (
            "changes",
            &["--rewind", "2025-01-01"],
            "--rewind には日と一つのファイルが必要であるが、指定されたファイルは0個である（--help を参照）",
            "--rewind needs a day and one file, but 0 files are given (see --help)",
        ),
        (
            "transcribe",
            &[],
            "FILE には評価書のテキストを指定する",
            "FILE is missing: expected the text of an assessment",
        ),
        (
            "template",
            &[],
            "form_2_2024_10、令和6年10月 様式2 などの版を指定する",
            "give an edition, such as form_2_2024_10 or 令和6年10月 様式2",
        ),
        (
            "template",
            &["--checklist"],
            "form_2_2024_10、令和6年10月 様式2 などの版を指定する",
            "give an edition, such as form_2_2024_10 or 令和6年10月 様式2",
        ),
        (
            "generate",
            &[],
            "--kind（basic_item、key_item 又は all_item）、--defect（--list-defects のコード）、--municipality（1から200までの数）又は --nation を指定する",
            "give --kind (basic_item, key_item or all_item), --defect (a code of --list-defects), --municipality (a number from 1 to 200) or --nation",
        ),
    ]);
}

/// An edition that nobody published, or no edition at all.
#[test]
fn a_form_that_is_not_known() {
    refused(&[
        (
            "template",
            &["form_3_2030_01"],
            "form_3_2030_01 という版は知られていない（版：form_2_2014_04…",
            "form_3_2030_01 is not a known edition: expected one of form_2_2014_04…",
        ),
        (
            "template",
            &["form_9"],
            "「form_9」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）、又は種類：basic_item、key_item、all_item",
            "cannot read \"form_9\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of 様式2, 様式3 or 様式4, or a kind: basic_item, key_item or all_item",
        ),
        (
            "schema",
            &["form_3_2030_01"],
            "form_3_2030_01 という版は知られていない（版：form_2_2014_04…",
            "form_3_2030_01 is not a known edition: expected one of form_2_2014_04…",
        ),
        (
            "schema",
            &["form_9"],
            "「form_9」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）、又は種類：basic_item、key_item、all_item",
            "cannot read \"form_9\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of 様式2, 様式3 or 様式4, or a kind: basic_item, key_item or all_item",
        ),
        (
            "print",
            &["--empty", "form_3_2030_01"],
            "--empty：form_3_2030_01 という版は知られていない（版：form_2_2014_04…",
            "--empty: form_3_2030_01 is not a known edition: expected one of form_2_2014_04…",
        ),
        (
            "print",
            &["--empty", "form_9"],
            "--empty：「form_9」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）、又は種類：basic_item、key_item、all_item",
            "--empty: cannot read \"form_9\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of 様式2, 様式3 or 様式4, or a kind: basic_item, key_item or all_item",
        ),
        (
            "transcribe",
            &["-", "--form", "form_3_2030_01"],
            "--form：form_3_2030_01 という版は知られていない（版：form_2_2014_04…",
            "--form: form_3_2030_01 is not a known edition: expected one of form_2_2014_04…",
        ),
    ]);
}

/// A file that cannot be opened.
#[test]
fn a_missing_file() {
    refused(&[
        (
            "affairs",
            &["nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "affairs",
            &["examples/documents/kumagaya.json", "--register", "nowhere/r.json"],
            "nowhere/r.json: 読み込めない：ファイルがない",
            "nowhere/r.json: cannot be read: …",
        ),
        ("affairs", &["src/affair"], "src/affair: フォルダに *.json がない", "src/affair: no *.json in the folder"),
        (
            "summary",
            &["nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "validate",
            &["nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "print",
            &["nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "transcribe",
            &["nowhere/a.txt"],
            "nowhere/a.txt: 読み込めない：ファイルがない",
            "nowhere/a.txt: cannot be read: …",
        ),
        (
            "answer",
            &["nowhere/a.json", "population"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "changes",
            &["nowhere/a.json", "nowhere/b.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "changes",
            &["--check", "nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "summary",
            &["examples"],
            "examples: 読み込めない：ファイルでなくフォルダである。中のファイルを指定する（フォルダ/*.json など）",
            "examples: is a folder: expected files, such as FOLDER/*.json",
        ),
    ]);
}

/// What every document begins with.
const HEAD: &str = r#""format":"mynumber-pia","version":1,"kind":"basic_item","edition":"?""#;

/// Standard input that is not a document, and why. `$head` is [`HEAD`].
const DOCUMENTS: &[(&str, &str, &str)] = &[
    // Nothing.
    ("", "評価書がない（JSON の評価書が一つ以上必要である）", "is empty: expected one assessment or several, as JSON"),
    (
        "\u{feff} \n",
        "評価書がない（JSON の評価書が一つ以上必要である）",
        "is empty: expected one assessment or several, as JSON",
    ),
    // Not JSON.
    ("%PDF-1.7\n1 0 obj\n[ 3 ]", "JSON として正しくない（値がない）（1行1列）", "expected value at line 1 column 1"),
    (
        "no JSON",
        "JSON として正しくない（true、false、null のどれでもない）（1行2列）",
        "expected ident at line 1 column 2",
    ),
    (
        "{\"format\" 1}",
        "format：JSON として正しくない（「:」がない）（1行11列）",
        "format: expected `:` at line 1 column 11",
    ),
    (
        "{\"format\": 1 2}",
        "format：型が違う：整数 `1`（記載できるもの：形式名 \"mynumber-pia\"）（1行12列）",
        "format: invalid type: integer `1`, expected the name of the format, \"mynumber-pia\" at line 1 column 12",
    ),
    (
        "{\"format\": tru}",
        "format：JSON として正しくない（true、false、null のどれでもない）（1行15列）",
        "format: expected ident at line 1 column 15",
    ),
    (
        "{\"format\": \"\\x\"}",
        "format：JSON として正しくない（「\\」の後の文字が正しくない）（1行14列）",
        "format: invalid escape at line 1 column 14",
    ),
    (
        "{\"format\": 01}",
        "format：JSON として正しくない（数の書き方が正しくない）（1行13列）",
        "format: invalid number at line 1 column 13",
    ),
    (
        "{\"format\": 1e999}",
        "format：JSON として正しくない（数が大きすぎる）（1行16列）",
        "format: number out of range at line 1 column 16",
    ),
    (
        "{\"format\": \"a\tb\"}",
        "format：JSON として正しくない（文字列の中に改行などの制御文字がある）（1行14列）",
        "format: control character (\\u0000-\\u001F) found while parsing a string at line 1 column 14",
    ),
    (
        "{\"format\": \"\\uD800\"}",
        "format：JSON として正しくない（\\u の組が片方しかない）（1行19列）",
        "format: unexpected end of hex escape at line 1 column 19",
    ),
    (
        "{\"format\": \"\\uD800\\u0041\"}",
        "format：JSON として正しくない（\\u の組が片方しかない）（1行24列）",
        "format: lone leading surrogate in hex escape at line 1 column 24",
    ),
    (
        "{1: 2}",
        "JSON として正しくない（項目の名前が文字列でない）（1行2列）",
        "key must be a string at line 1 column 2",
    ),
    (
        "{\"format\": 1,}",
        "format：型が違う：整数 `1`（記載できるもの：形式名 \"mynumber-pia\"）（1行12列）",
        "format: invalid type: integer `1`, expected the name of the format, \"mynumber-pia\" at line 1 column 12",
    ),
    // Truncated.
    ("{", "途中で終わっている（1行1列）", "EOF while parsing an object at line 1 column 1"),
    ("{\"format\": ", "format：途中で終わっている（1行10列）", "format: EOF while parsing a value at line 1 column 10"),
    (
        "{\"format\": \"mynumber",
        "format：途中で終わっている（1行20列）",
        "format: EOF while parsing a string at line 1 column 20",
    ),
    (
        "{$head,\"systems\":[{\"name\":\"甲\"}",
        "systems[1]：途中で終わっている（1行94列）",
        "systems[1]: EOF while parsing a list at line 1 column 94",
    ),
    // A column counts characters, also after Japanese text, on another line, and in characters of four bytes.
    (
        "{$head,\"affair\":{\"name\":\"国民健康保険\"}\n,\"cover\":{\"body\":\"甲市𠮷野\" \"}",
        "cover：JSON として正しくない（「,」又は「}」がない）（2行25列）",
        "cover: expected `,` or `}` at line 2 column 25",
    ),
    // JSON, but not a document.
    (
        "[1, 2]",
        "型が違う：配列（記載できるもの：特定個人情報保護評価書）。評価書を [ ] で囲まず、一つずつ続けて書く（1行1列）",
        "invalid type: sequence, expected an assessment (特定個人情報保護評価書); write several one after the other, without [ ] around them at line 1 column 1",
    ),
    (
        "\"mynumber-pia\"",
        "型が違う：文字列 \"mynumber-pia\"（記載できるもの：特定個人情報保護評価書）（1行14列）",
        "invalid type: string \"mynumber-pia\", expected an assessment (特定個人情報保護評価書) at line 1 column 14",
    ),
    (
        "null",
        "型が違う：null（記載できるもの：特定個人情報保護評価書）（1行4列）",
        "invalid type: null, expected an assessment (特定個人情報保護評価書) at line 1 column 4",
    ),
    ("{}", "「format」がない（1行2列）", "missing field `format` at line 1 column 2"),
    (
        "{\"format\": \"other\"}",
        "format：読めない値である：文字列 \"other\"（記載できるもの：形式名 \"mynumber-pia\"）（1行18列）",
        "format: invalid value: string \"other\", expected the name of the format, \"mynumber-pia\" at line 1 column 18",
    ),
    // The version.
    (
        "{\"version\": 2, \"a\": 1}",
        "version：形式の版 2 は読み込めない（読み込める版は 1）（1行13列）",
        "version: version 2 of the format: this crate reads version 1 at line 1 column 13",
    ),
    (
        "{\"format\":\"mynumber-pia\",\"version\":\"1\"}",
        "version：型が違う：文字列 \"1\"（記載できるもの：形式の版 1）（1行38列）",
        "version: invalid type: string \"1\", expected the version of the format, 1 at line 1 column 38",
    ),
    // The form.
    (
        "{\"edition\": \"form_2_2024_10\", \"kind\": \"key_item\"}",
        "kind：form_2_2024_10 は様式2の版であるが、重点項目評価書の様式は様式3である（1行48列）",
        "kind: the edition form_2_2024_10 belongs to 様式2, but a 重点項目評価書 uses 様式3 at line 1 column 48",
    ),
    (
        "{\"kind\": \"full\"}",
        "kind：「full」は特定個人情報保護評価の種類の選択肢にない（選択肢：basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価)）（1行15列）",
        "kind: unknown code or label \"full\" for the assessment kind (特定個人情報保護評価の種類): expected one of basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価) at line 1 column 15",
    ),
    (
        "{\"edition\": \"form_9\"}",
        "edition：「form_9」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）（1行20列）",
        "edition: cannot read \"form_9\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of 様式2, 様式3 or 様式4 at line 1 column 20",
    ),
    // An unknown field.
    ("{\"a\": 1}", "a：「a」という項目はない（使える項目：format…", "a: unknown field `a`, expected one of `format`…"),
    (
        "{$head,\"systems\":[{\"nam\":\"甲\"}]}",
        "systems[0].nam：「nam」という項目はない（使える項目：number（システムの名称）…",
        "systems[0].nam: unknown field `nam`, expected one of `number` (システムの名称)…",
    ),
    // A field twice.
    (
        "{\"kind\": \"all_item\", \"population\": 1, \"population\": 2}",
        "「population」が重複している（1行50列）",
        "duplicate field `population` at line 1 column 50",
    ),
    // A day or month that does not exist.
    (
        "{$head,\"cover\":{\"published\":\"2026-02-30\"}}",
        "cover.published（表紙 公表日）：2026年2月に30日はない（1日から28日まで）（1行104列）",
        "cover.published (表紙 公表日): there is no day 30 in 2026-02: expected 1 to 28 at line 1 column 104",
    ),
    (
        "{$head,\"cover\":{\"published\":\"2026-13-01\"}}",
        "cover.published（表紙 公表日）：13月はない（1月から12月まで）（1行104列）",
        "cover.published (表紙 公表日): there is no month 13: expected 1 to 12 at line 1 column 104",
    ),
    (
        "{$head,\"cover\":{\"published\":\"令和0年4月1日\"}}",
        "cover.published（表紙 公表日）：令和0年はない。元号は元年から始まる（1行102列）",
        "cover.published (表紙 公表日): 令和0年 does not exist: an era begins with 元年 at line 1 column 102",
    ),
    (
        "{$head,\"cover\":{\"published\":\"soon\"}}",
        "cover.published（表紙 公表日）：「soon」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06（1行98列）",
        "cover.published (表紙 公表日): cannot read \"soon\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06 at line 1 column 98",
    ),
    // An answer that the item does not take.
    (
        "{$head,\"population\":\"about_50000\"}",
        "population（Ⅱ.1 評価対象の事務の対象人数は何人か）：「about_50000」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)（1行97列）",
        "population (Ⅱ.1 評価対象の事務の対象人数は何人か): cannot read \"about_50000\" as a count of people: expected a number (62000 or \"62…",
    ),
    (
        "{$head,\"cover\":{\"number\":3}}",
        "cover.number（表紙 評価書番号）：型が違う：整数 `3`（記載できるもの：文字列、―、なし、不明であれば \"?\"、空欄であれば \"\"）（1行90列）",
        "cover.number (表紙 評価書番号): invalid type: integer `3`, expected a text, ―, なし, \"?\" if it is not known, or \"\" if it was left empty at line 1 column 90",
    ),
    (
        "{$head,\"cover\":{\"number\":null}}",
        "cover.number（表紙 評価書番号）：null は記載ではない。記載がなければ項目を省き、空欄であれば \"\"、不明であれば \"?\" と書く（1行93列）",
        "cover.number (表紙 評価書番号): null is not an answer: leave the field out if nothing is answered, write \"\" if the form was left empty and \"?\" if it is not known at line 1 column 93",
    ),
    (
        "{$head,\"systems\":[\"住基\"]}",
        "systems[0]：型が違う：文字列 \"住基\"（記載できるもの：オブジェクト）（1行86列）",
        "systems[0]: invalid type: string \"住基\", expected an object (InformationSystem) at line 1 column 86",
    ),
    (
        "{$head,\"cover\":{\"number\":[\"1\",\"2\"]}}",
        "cover.number（表紙 評価書番号）：この項目の文字列は一つであるが、配列に二つ以上ある（1行98列）",
        "cover.number (表紙 評価書番号): this item holds one text, and the list has several at line 1 column 98",
    ),
    (
        "\n{\"kind\": \"key_item\",\n \"file_sections\": [{}, {\"entrustments\": [{\"handlers\": []}]}]}",
        "file_sections[1].entrustments[0].handlers（Ⅱ.4.委託事項.② 委託先における取扱者数）：型が違う：配列（記載できるもの：人数（数、範囲又は区分）、―、なし、不明であれば \"?\"、空欄であれば \"\"）（3行56列）",
        "file_sections[1].entrustments[0].handlers (Ⅱ.4.委託事項.② 委託先における取扱者数): invalid type: sequence, expected a count for the staff band (使用者数): a number…",
    ),
    (
        "{\"kind\": \"key_item\", \"linkage\": {\"state\": \"実施\"}}",
        "linkage.state（Ⅰ.5.① 実施の有無）：「実施」は情報連携の実施の有無の選択肢にない（選択肢：implemented (実施する), not_implemented (実施しない), undecided (未定)）（1行46列）",
        "linkage.state (Ⅰ.5.① 実施の有無): unknown code or label \"実施\" for the information linkage (情報連携の実施の有無): expected one of implemented (実施する), not_implemented (実施しない), undecided (未定) at line 1 column 46",
    ),
];

/// The commands that read documents.
const READERS: [(&str, &[&str]); 10] = [
    ("summary", &["-"]),
    ("summary", &["--json", "--jobs", "3", "-"]),
    ("validate", &["-"]),
    ("validate", &["--json", "-"]),
    ("print", &["-"]),
    ("answer", &["-", "population"]),
    ("changes", &["--check", "-"]),
    ("changes", &["--rewind", "2025-01-01", "-"]),
    ("affairs", &["--json", "-"]),
    ("affairs", &["--by-body", "-"]),
];

#[test]
fn a_document_that_cannot_be_read() {
    for (command, arguments) in READERS {
        for (input, japanese, english) in DOCUMENTS {
            let input = input.replace("$head", HEAD);
            for (language, expected) in [("ja", japanese), ("en", english)] {
                let answer = run(command, &[arguments, &["--lang", language]].concat(), input.as_bytes());
                is_refused(&answer, command, &format!("-: {expected}"), &format!("{arguments:?} {input}"));
            }
        }
        for (input, japanese, english) in [
            (&b"\xFF\xFE{\0"[..], "UTF-8 でない（0バイト目）", "not UTF-8 at byte 0"),
            (b"{\"format\": \"\x82\xA0\"}", "UTF-8 でない（12バイト目）", "not UTF-8 at byte 12"),
        ] {
            for (language, expected) in [("ja", japanese), ("en", english)] {
                let answer = run(command, &[arguments, &["--lang", language]].concat(), input);
                is_refused(&answer, command, &format!("-: {expected}"), &format!("{arguments:?}"));
            }
        }
    }
}

/// What follows a document is not ignored.
#[test]
fn something_after_a_document() {
    for (rest, japanese, english) in [
        ("x", "JSON として正しくない（値がない）（1行73列）", "expected value at line 1 column 73"),
        ("{\"", "途中で終わっている（1行74列）", "EOF while parsing a string at line 1 column 74"),
    ] {
        for (language, expected) in [("ja", japanese), ("en", english)] {
            let answer = run("summary", &["-", "--lang", language], format!("{{{HEAD}}} {rest}").as_bytes());
            assert_eq!((answer.code, answer.err), (2, format!("summary: -[1]: {expected}\n")));
            assert!(answer.out.starts_with("-: "), "{}", answer.out);
        }
    }
    for (language, expected) in
        [("ja", "-: 評価書が複数ある。書けるのは1件である"), ("en", "-: contains several documents: expected one")]
    {
        let two = format!("{{{HEAD}}}\n{{{HEAD}}}\n");
        is_refused(&run("changes", &["--check", "-", "--lang", language], two.as_bytes()), "changes", expected, "two");
    }
}

/// Lines of `threshold --jsonl` that have no answer, and why. `$head` is [`HEAD`].
const LINES: &[(&str, &str, &str)] = &[
    ("{", "途中で終わっている（1列）", "EOF while parsing an object at column 1"),
    (
        "[1,2,\"yes\"]",
        "評価書、又は population、handlers、incident の項目を持つ JSON のオブジェクトを書く",
        "expected an assessment, or a JSON object with the fields population, handlers and incident",
    ),
    (
        "x",
        "評価書、又は population、handlers、incident の項目を持つ JSON のオブジェクトを書く",
        "expected an assessment, or a JSON object with the fields population, handlers and incident",
    ),
    ("{\"format\": ", "format：途中で終わっている（10列）", "format: EOF while parsing a value at column 10"),
    ("{} trailing", "JSON として正しくない（余分な文字がある）（4列）", "trailing characters at column 4"),
    (
        "{\"population\": 1,}",
        "JSON として正しくない（最後の値の後に「,」がある）（18列）",
        "trailing comma at column 18",
    ),
    (
        "{\"people\":1}",
        "「people」という項目はない（使える項目：population（対象人数）、handlers、incident、serious_incident、incident_known、as_of、body）（9列）",
        "unknown field `people`, expected one of `population` (対象人数), `handlers`, `incident`, `serious_incident`, `incident_known`, `as_of`, `body` at column 9",
    ),
    (
        "{\" at line 1 column \":1}",
        "「 at line 1 column 」という項目はない（使える項目：population（対象人数）、handlers、incident、serious_incident、incident_known、as_of、body）（21列）",
        "unknown field ` at line 1 column `, expected one of `population` (対象人数), `handlers`, `incident`, `serious_incident`, `incident_known`, `as_of`, `body` at column 21",
    ),
    (
        "{\"population\":1,\"population\":2}",
        "「population」が重複している（28列）",
        "duplicate field `population` at column 28",
    ),
    ("{\"body\":null,\"body\":null}", "「body」が重複している（19列）", "duplicate field `body` at column 19"),
    (
        "{\"as_of\":\"2025-02-29\"}",
        "as_of：2025年2月に29日はない（1日から28日まで）（21列）",
        "as_of: there is no day 29 in 2025-02: expected 1 to 28 at column 21",
    ),
    (
        "{\"incident_known\":\"2026-13-01\"}",
        "incident_known：13月はない（1月から12月まで）（30列）",
        "incident_known: there is no month 13: expected 1 to 12 at column 30",
    ),
    (
        "{\"population\":\"many\"}",
        "population（対象人数）：「many」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)。不明であれば \"?\" と書く（20列）",
        "population (対象人数): cannot read \"many\" as a count of people: expected a number (62000 or \"62…",
    ),
    (
        "{\"handlers\":1e99}",
        "handlers：型が違う：小数 `1e99`（記載できるもの：人数（数、範囲又は区分）、不明であれば \"?\"）（16列）",
        "handlers: invalid type: floating point `1e99`, expected a count for the handlers band (取扱者数): a number, a range or a band, or \"?\" if it is not known at column 16",
    ),
    (
        "{\"population\":-1}",
        "population（対象人数）：型が違う：整数 `-1`（記載できるもの：人数（数、範囲又は区分）、不明であれば \"?\"）（16列）",
        "population (対象人数): invalid type: integer `-1`, expected a count for the population band (対象人数): a number, a range or a band, or \"?\" if it is not known at column 16",
    ),
    (
        "{\"population\":true}",
        "population（対象人数）：型が違う：真偽値 `true`（記載できるもの：人数（数、範囲又は区分）、不明であれば \"?\"）（18列）",
        "population (対象人数): invalid type: boolean `true`, expected a count for the population band (対象人数): a number, a range or a band, or \"?\" if it is not known at column 18",
    ),
    (
        "{\"incident\":\"perhaps\"}",
        "incident：「perhaps」は重大事故の発生の選択肢にない（選択肢：yes (発生あり), no (発生なし)）。不明であれば \"?\" と書く（21列）",
        "incident: unknown code or label \"perhaps\" for the occurrence of a serious incident (重大事故の発生): expected one of yes (発生あり), no (発生なし); write \"?\" if it is not known at column 21",
    ),
    (
        "{\"body\":\"city\"}",
        "body：「city」は評価実施機関の種類の選択肢にない（選択肢：administrative_organ (行政機関等), local_government (地方公共団体等)）（14列）",
        "body: unknown code or label \"city\" for the kind of body (評価実施機関の種類): expected one of administrative_organ (行政機関等), local_government (地方公共団体等) at column 14",
    ),
    (
        "{\"incident\":\"no\",\"incident_known\":\"2025-06-02\",\"as_of\":\"2025-06-01\"}",
        "incident_known：令和7年6月2日は判断の基準日（2025-06-01）より後である",
        "incident_known: 令和7年6月2日 is after the day of the determination, 2025-06-01",
    ),
    (
        "{\"incident\":\"no\",\"incident_known\":\"2025-05-01\",\"as_of\":\"2025-06-01\"}",
        "incident_known：令和7年5月1日に知った重大事故は過去一年以内のものとして数えるが、重大事故は発生なしと記載されている",
        "incident_known: the incident that became known on 令和7年5月1日 counts, but the answer says that there was none",
    ),
    ("{$head,\"version\":1}", "「version」が重複している（80列）", "duplicate field `version` at column 80"),
    (
        "{$head,\"populace\":1}",
        "populace：「populace」という項目はない（使える項目：format…",
        "populace: unknown field `populace`, expected one of `format`…",
    ),
    (
        "{\"format\":\"mynumber-pia\",\"version\":2}",
        "version：形式の版 2 は読み込めない（読み込める版は 1）（36列）",
        "version: version 2 of the format: this crate reads version 1 at column 36",
    ),
    (
        "{$head,\"cover\":{\"published\":\"2026-02-30\"}}",
        "cover.published（表紙 公表日）：2026年2月に30日はない（1日から28日まで）（104列）",
        "cover.published (表紙 公表日): there is no day 30 in 2026-02: expected 1 to 28 at column 104",
    ),
    ("{$head", "途中で終わっている（70列）", "EOF while parsing an object at column 70"),
];

/// Each bad line has an error in its place, and the other lines have their answers.
#[test]
fn a_line_that_cannot_be_read() {
    let lines: Vec<String> = LINES.iter().map(|(line, ..)| line.replace("$head", HEAD)).collect();
    let input = lines.iter().flat_map(|line| [line, "\n{\"population\":300000}\n\n"]).collect::<String>();
    for (language, of) in [
        (&["--lang", "ja"][..], (|case| case.1) as fn(&(&'static str, &'static str, &'static str)) -> &'static str),
        (&["--lang", "en"], |case| case.2),
        (&[], |case| case.1),
    ] {
        let answer = run("threshold", &[&["--jsonl"], language].concat(), input.as_bytes());
        assert_eq!((answer.code, answer.err.as_str()), (2, ""));
        let answers: Vec<Value> = answer.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(answers.len(), 2 * LINES.len());
        for (index, (pair, case)) in answers.chunks(2).zip(LINES).enumerate() {
            says(pair[0]["error"].as_str().unwrap(), of(case), case.0);
            assert_eq!(pair[0]["line"], 3 * index + 1);
            assert_eq!(pair[1]["required"], "basic_item_and_all_item");
        }
        let answer = run("threshold", &[&["--jsonl"], language].concat(), b"{}\n\xFF{}");
        let last: Value = serde_json::from_str(answer.out.lines().last().unwrap()).unwrap();
        let not_utf_8 = of(&("", "UTF-8 でない（0バイト目）", "not UTF-8 at byte 0"));
        assert_eq!(last, json!({"error": not_utf_8, "line": 2}));
    }
}

#[test]
fn a_text_that_cannot_be_read() {
    let long = vec![b'a'; (1 << 20) + 1];
    let input = [b"\xE7\x95\n".as_slice(), "番号法第9条第1項\n".as_bytes(), &long, "\n番号法別表の44の項\n".as_bytes()]
        .concat();
    for (language, errors) in [
        ("ja", "cite: -[0]: UTF-8 でない（0バイト目）\ncite: -[2]: 1048576バイトを超えている\n"),
        ("en", "cite: -[0]: not UTF-8 at byte 0\ncite: -[2]: longer than 1048576 bytes\n"),
    ] {
        let answer = run("cite", &["--json", "-", "--lang", language], &input);
        assert_eq!((answer.code, answer.out.lines().count(), answer.err.as_str()), (2, 2, errors));
    }
    // The longest line is read.
    let answer = run("cite", &["-"], &[&long[1..], b"\r\n"].concat());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    // The texts decide which rows are left out, so each must be readable.
    let rows = ["--provider", "医療保険者", "--as-of", "2026-02-08", "-"];
    is_refused(&run("cite", &rows, &input), "cite", "-[0]: UTF-8 でない（0バイト目）", "rows");
}

#[test]
fn empty_input() {
    for input in ["", "\n \n", "\u{FEFF}\n"] {
        for (language, expected) in [
            ("ja", "-: 行がない（1行に一つの評価書又はしきい値判断項目が必要である）"),
            ("en", "-: is empty: expected an assessment or facts on each line"),
        ] {
            for jobs in ["1", "4"] {
                let answer = run("threshold", &["--jsonl", "--lang", language, "--jobs", jobs], input.as_bytes());
                is_refused(&answer, "threshold", expected, input);
            }
        }
        // A text without citations is not an error, and neither is empty input.
        let texts = run("cite", &["-"], input.as_bytes());
        assert_eq!((texts.code, texts.out.as_str(), texts.err.as_str()), (0, "", ""));
    }
}

/// A printed assessment is text, and the file of another program says which program reads it.
#[test]
fn a_source_that_is_no_text() {
    for (input, japanese, english) in [
        (&b""[..], "空である（評価書のテキストが必要である）", "is empty: expected the text of an assessment"),
        (
            "\u{FEFF} \n\n".as_bytes(),
            "空である（評価書のテキストが必要である）",
            "is empty: expected the text of an assessment",
        ),
        (b"a\xFF", "UTF-8 でない（1バイト目）", "not UTF-8 at byte 1"),
        (
            b"%PDF-1.7\n1 0 obj",
            "PDF である。pdftotext などで取り出した文字を指定する",
            "is a PDF: give the text that a program such as pdftotext extracts from it",
        ),
        (
            b"PK\x03\x04\x14",
            "Excel などのファイルである。ブックは examples/workbook が読む",
            "is a file of an office program: examples/workbook reads workbooks",
        ),
    ] {
        for (language, expected) in [("ja", japanese), ("en", english)] {
            let answer = run("transcribe", &["-", "--lang", language], input);
            is_refused(&answer, "transcribe", &format!("-: {expected}"), expected);
        }
    }
}

/// Ten pieces in a row that are not JSON, or not text, are enough. What is scattered is reported, and so is every document with a mistake.
#[test]
fn reading_stops_where_nothing_can_be_read() {
    let stopped =
        ["。10個続けて読めないので、ここで読むのをやめる", "; 10 in a row cannot be read, so reading stops here"];
    let good = format!("{{{HEAD}}}\n");
    let [nine, many] = [9, 2000].map(|count| "{]\n".repeat(count));
    let scattered = format!("{nine}{good}{nine}{good}");
    let file = format!("{}/stops.json", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&file, &many).unwrap();
    for (command, arguments) in [
        ("summary", &["--json", "-"][..]),
        ("summary", &["--json", "--jobs", "4", "-"]),
        ("validate", &["--json", "-"]),
        ("print", &["-"]),
        ("answer", &["-", "population"]),
    ] {
        for (language, stopped) in ["ja", "en"].into_iter().zip(stopped) {
            let run = |input: &str| run(command, &[arguments, &["--lang", language]].concat(), input.as_bytes());
            let all = run(&scattered);
            assert_eq!((all.code, all.err.lines().count()), (2, 18), "{command} {}", all.err);
            assert!(!all.err.contains(stopped));
            let refused = run(&format!("{}{good}", "{}\n".repeat(12)));
            assert_eq!((refused.code, refused.err.lines().count()), (2, 12), "{command} {}", refused.err);
            let few = run(&many);
            let last = few.err.lines().last().unwrap();
            assert_eq!((few.code, few.err.lines().count()), (2, 10), "{command} {}", few.err);
            assert!(last.starts_with(&format!("{command}: -[9]: ")) && last.ends_with(stopped), "{last}");
            let after = run(&format!("{good}{many}{good}"));
            assert_eq!((after.code, after.err.lines().count()), (2, 10), "{command} {}", after.err);
        }
        // Another file is read.
        if command != "answer" {
            let both = run(command, &[arguments, &[&file]].concat(), format!("{many}{good}").as_bytes());
            assert_eq!((both.code, both.err.lines().count()), (2, 20), "{command} {}", both.err);
            let before = run(command, &[&[file.as_str()], arguments].concat(), good.as_bytes());
            assert_eq!((before.code, before.err.lines().count()), (2, 10), "{command} {}", before.err);
            assert_eq!(before.out, run(command, arguments, good.as_bytes()).out, "{command}");
        }
    }
    let [nine, many] = [9, 2000].map(|count| b"\xFF\n".repeat(count));
    let text = "番号法第9条第1項\n".as_bytes();
    for (language, stopped) in ["ja", "en"].into_iter().zip(stopped) {
        let few = run("cite", &["-", "--lang", language], &many);
        assert_eq!((few.code, few.err.lines().count()), (2, 10));
        assert!(few.err.ends_with(&format!("{stopped}\n")), "{}", few.err);
        let all = run("cite", &["-", "--lang", language], &[&nine, text, &nine, text].concat());
        assert_eq!((all.code, all.err.lines().count()), (2, 18));
    }
}
