//! Phrases that are never right in the prose of the project (comments and Markdown).
//!
//! The list is short, so that it gives no false alarm. A phrase belongs here if plain English always has a better one.

#![allow(clippy::disallowed_methods, reason = "the test reads the source")]

use std::path::{Path, PathBuf};

/// The phrases, each with a better one.
const NEVER: &[(&str, &str)] = &[
    ("in front of", "before"),
    ("stands there", "is there, occurs"),
    ("stands twice", "occurs twice"),
    ("stands behind", "follows"),
    ("stands in order", "is in order"),
    ("bears the", "has the, is numbered"),
    ("bears a number", "is numbered"),
    ("is no text", "is not a valid `Text`"),
    ("whom to", "recast the sentence"),
    ("alike", "in the same way"),
    ("thereof", "of it"),
    ("therein", "in it"),
    ("whereof", "recast the sentence"),
    ("whosoever", "anyone who"),
];

/// The sources, the examples, and the Markdown files beside them and at the root.
fn files() -> Vec<PathBuf> {
    fn read(folder: &Path, is_deep: bool, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if is_deep {
                    read(&path, true, files);
                }
            } else if path.extension().is_some_and(|extension| extension == "md" || (is_deep && extension == "rs")) {
                files.push(path);
            }
        }
    }
    let (root, mut files) = (Path::new(env!("CARGO_MANIFEST_DIR")), Vec::new());
    read(root, false, &mut files);
    read(&root.join("src"), true, &mut files);
    read(&root.join("examples"), true, &mut files);
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
fn no_word_is_used_that_is_never_right() {
    let files = files();
    for name in ["README.md", "CONTRIBUTING.md", "src/lib.rs", "src/validate/rules.md", "src/value/mod.rs"] {
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
    assert_eq!(
        found("//! Both are written alike.\n//!\n//! It stands there.", true),
        [(1, "alike"), (3, "stands there")]
    );
    assert_eq!(found("Both are alike,\n\nand stands\nthere.", false), [(1, "alike"), (3, "stands there")]);
    assert_eq!(found("let alike = \"whom to\";\n/// Unalike. The bear is in_front of.\n", true), []);
}
