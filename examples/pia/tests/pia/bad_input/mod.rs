//! Bad input of every kind at every command: the exit status, and what is said in Japanese and English.

#![allow(clippy::too_many_lines, reason = "a table of one kind of input is one function")]

mod contradictions;
mod documents;
mod files;
mod lines;
mod missing_values;
mod options;
mod repeated;
mod values;

use crate::support::{Answer, run};

/// What every document begins with.
pub(crate) const HEAD: &str = r#""format":"mynumber-pia","version":1,"kind":"basic_item","edition":"?""#;

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
    let line = answer.err.strip_prefix(&format!("pia {command}: ")).and_then(|line| line.strip_suffix('\n'));
    says(line.unwrap_or_default(), expected, &context);
}

/// Asserts what each command line gives in Japanese, which is the default, and in English.
#[track_caller]
fn refused(cases: &[(&str, &[&str], &str, &str)]) {
    for (command, arguments, japanese, english) in cases {
        for (language, expected) in [(&["--lang", "ja"][..], japanese), (&["--lang=en"], english), (&[], japanese)] {
            let answer = run(command, &[language, arguments].concat(), b"");
            is_refused(&answer, command, expected, &format!("{arguments:?}"));
        }
    }
}
