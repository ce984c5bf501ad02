//! How the commands say a code in English. A code with blanks for underscores is enough only where its words say it all.

#[path = "../examples/shared/english.rs"]
mod english;

use std::collections::BTreeSet;

use english::{WORDS, word};
use mynumber_pia::change::{AddressKind, EditKind, NotComparedBecause, NotUndone, Question, RowState};
use mynumber_pia::law::duty::{Action, Deadline, Event, Force};
use mynumber_pia::value::choice::{Extent, SubmissionTiming};
use mynumber_pia::value::incident::Occurrence;
use mynumber_pia::{CodeList, Language};

/// The members of a list whose English is only their code, and the labels of all.
fn plain<T: CodeList>(labels: &mut BTreeSet<&'static str>) -> Vec<String> {
    let mut plain = Vec::new();
    for choice in T::ALL {
        let (japanese, english) = (word(*choice, Language::Japanese), word(*choice, Language::English));
        labels.insert(choice.label());
        assert_eq!(japanese, choice.label());
        assert!(english.is_ascii() && !english.contains('_'), "{japanese}: {english}");
        if english == choice.code().replace('_', " ") {
            plain.push(english);
        }
    }
    plain
}

#[test]
fn a_code_that_says_too_little_has_words() {
    let labels = &mut BTreeSet::new();
    for (plain, expected) in [
        (plain::<Event>(labels), &["new file", "material change"][..]),
        (plain::<Action>(labels), &["announce online", "publish", "review", "reassess"]),
        (plain::<Deadline>(labels), &["promptly", "without delay"]),
        (plain::<Force>(labels), &["duty"]),
        (plain::<EditKind>(labels), &["changed", "added", "removed", "moved", "renumbered", "split", "joined"]),
        (plain::<NotComparedBecause>(labels), &["not known", "excerpt"]),
        (plain::<Question>(labels), &[]),
        (plain::<AddressKind>(labels), &[]),
        (plain::<RowState>(labels), &[]),
        (plain::<NotUndone>(labels), &[]),
        (plain::<Extent>(labels), &["excerpt"]),
        (plain::<SubmissionTiming>(labels), &["before", "after"]),
        (plain::<Occurrence>(labels), &[]),
    ] {
        assert_eq!(plain, expected);
    }
    for (label, _) in WORDS {
        assert!(labels.contains(label), "no list has {label}");
    }
    assert_eq!(WORDS.len(), WORDS.iter().map(|(label, _)| label).collect::<BTreeSet<_>>().len(), "each label once");
}
