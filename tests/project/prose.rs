//! Phrases that are never right in the prose of the project (comments and Markdown).
//!
//! The list is short, so that it gives no false alarm. A phrase belongs here if plain English always has a better one.

#![allow(clippy::disallowed_methods, reason = "the test reads the source")]

use std::path::{Path, PathBuf};

/// The phrases, each with a better one.
const NEVER: &[(&str, &str)] = &[
    ("in front of", "before"),
    ("stands", "is, occurs, follows, means"),
    ("bears the", "has the, is numbered"),
    ("bears a number", "is numbered"),
    ("borne out", "supported"),
    ("is no text", "is not a valid `Text`"),
    ("may have it", "recast the sentence"),
    ("held against", "compared with"),
    ("holds against", "compares with"),
    ("tells of", "reports, shows"),
    ("tell of", "report, show"),
    ("told of", "reported, shown"),
    ("is told", "is reported"),
    ("are told", "are reported"),
    ("be told", "be reported, be known"),
    ("tells apart", "distinguishes"),
    ("tell apart", "distinguish"),
    ("told apart", "distinguished"),
    ("guilty", "recast the sentence"),
    ("anew", "again"),
    ("whom to", "recast the sentence"),
    ("alike", "in the same way"),
    ("thereof", "of it"),
    ("therein", "in it"),
    ("whereof", "recast the sentence"),
    ("whosoever", "anyone who"),
];

/// All Rust and Markdown files, except those that are built, and this one.
fn files() -> Vec<PathBuf> {
    fn read(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                if !name.starts_with('.') && name != "target" && name != "node_modules" {
                    read(&path, files);
                }
            } else if path.extension().is_some_and(|extension| extension == "md" || extension == "rs")
                && name != "prose.rs"
            {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    read(Path::new(env!("CARGO_MANIFEST_DIR")), &mut files);
    files.sort();
    files
}

/// The prose of a line, in lower case: of Markdown the line, of Rust its comment.
fn prose(line: &str, is_rust: bool) -> String {
    let line = line.trim();
    let prose = match line.split_once("// ") {
        _ if !is_rust => line,
        Some((before, comment)) if before.is_empty() || before.ends_with(' ') => comment,
        _ if line.starts_with("//") => line.trim_start_matches(['/', '!']),
        _ => "",
    };
    prose.trim().to_lowercase()
}

/// Each phrase that begins in a line, with the number of the line. It may continue in the next one.
fn found(text: &str, is_rust: bool) -> Vec<(usize, &'static str)> {
    let lines: Vec<String> = text.lines().map(|line| prose(line, is_rust)).collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1).map_or("", String::as_str);
        let both = format!("{line} {next}");
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        for (phrase, _) in NEVER {
            let is_whole = |at: usize| {
                !is_word(both[..at].chars().next_back()) && !is_word(both[at + phrase.len()..].chars().next())
            };
            if both.match_indices(phrase).any(|(at, _)| at < line.len() && is_whole(at)) {
                found.push((index + 1, *phrase));
            }
        }
    }
    found
}

#[test]
fn no_phrase_is_used_that_is_never_right() {
    let files = files();
    let folders = [
        "benches/print.rs",
        "examples/README.md",
        "fuzz/src/lib.rs",
        "tests/data/law/README.md",
        "tests/embed/src/lib.rs",
    ];
    for name in ["README.md", "CONTRIBUTING.md", "src/lib.rs", "src/validate/rules.md", "src/value/mod.rs"]
        .iter()
        .chain(&folders)
    {
        assert!(files.iter().any(|file| file.ends_with(name)), "{name} is not read");
    }
    let mut wrong = Vec::new();
    for file in files {
        let is_rust = file.extension().is_some_and(|extension| extension == "rs");
        for (line, phrase) in found(&std::fs::read_to_string(&file).unwrap(), is_rust) {
            let better = NEVER.iter().find(|(never, _)| *never == phrase).map_or("", |(_, better)| better);
            wrong.push(format!("{}:{line}: \"{phrase}\"; better: {better}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_phrase_is_found_in_prose_and_over_the_end_of_a_line() {
    assert_eq!(found("    /// The cell in\n    /// front of it.\n", true), [(1, "in front of")]);
    assert_eq!(found("let a = 1; // It Bears the number 3.\n", true), [(1, "bears the")]);
    assert_eq!(found("//! Both are written alike.\n//!\n//! It stands there.", true), [(1, "alike"), (3, "stands")]);
    assert_eq!(found("Both are alike,\n\nand held\nagainst it.", false), [(1, "alike"), (3, "held against")]);
    assert_eq!(found("let alike = \"whom to\";\n/// Unalike. The bear is in_front of.\n", true), []);
}
