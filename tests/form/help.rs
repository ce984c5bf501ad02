//! What each item asks.

use std::collections::BTreeSet;

use mynumber_pia::Language;
use mynumber_pia::catalogue::{Item, rows};
use mynumber_pia::form::{Checklist, help_rests_on};
use mynumber_pia::value::kind::FormEdition;

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}')
}

#[test]
fn each_item_has_a_sentence_or_two_in_both_languages() {
    for item in Item::ALL {
        let (japanese, english) = (item.help(Language::Japanese), item.help(Language::English));
        let sentences = [japanese.matches('。').count(), english.matches(". ").count() + 1];
        assert!(sentences.iter().all(|count| (1..=2).contains(count)), "{item}: {sentences:?}");
        assert!(japanese.ends_with('。') && english.ends_with('.'), "{item}");
        assert!(japanese.chars().count() <= 90 && english.chars().count() <= 180, "{item}");
        assert!(japanese.chars().any(is_japanese), "{item}");
        // An example in 「」 may be Japanese.
        let words: String = english
            .split('「')
            .enumerate()
            .map(|(at, part)| if at == 0 { part } else { part.split_once('」').unwrap().1 })
            .collect();
        assert!(words.replace('Ⅰ', "").is_ascii(), "{item}: {words}");
        // It says more than the label.
        assert!(
            !japanese.trim_end_matches('。').eq(item.label()) && english.trim_end_matches('.') != item.english(),
            "{item}"
        );
    }
}

/// Items share a text only where several risks ask the same.
#[test]
fn few_items_share_a_text() {
    let texts: BTreeSet<&str> = Item::ALL.iter().map(|item| item.help(Language::Japanese)).collect();
    assert!(texts.len() > 210, "{}", texts.len());
}

#[test]
fn the_checklist_of_each_edition_has_it() {
    for known in FormEdition::KNOWN {
        let list = Checklist::of(known.edition).to_string();
        assert!(list.contains(help_rests_on(Language::Japanese)));
        for row in rows(known.edition.kind(), Some(known.edition)) {
            assert!(list.contains(row.item.help(Language::Japanese)), "{}: {}", known.edition, row.item);
        }
    }
    assert!(help_rests_on(Language::English).contains("not seen in full"));
}
