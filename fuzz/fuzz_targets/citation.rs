//! Reading citations: no part of a text is lost, every citation reads back as itself from what it prints, and its
//! validity is asked for several days.
#![no_main]
#![allow(clippy::disallowed_types, reason = "`fuzz_target!` can write a file")]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use mynumber_pia::law::{Citation, Definitions, Piece, Renumbering, StatutoryBasis};
use mynumber_pia_fuzz::READING;

fuzz_target!(|text: &str| {
    let basis = READING.check(text.len(), || StatutoryBasis::read(text));
    // Read strictly as one citation.
    if let Ok(citation) = text.parse::<Citation>() {
        assert_reads_back(&citation);
    }
    let pieces: String = basis
        .pieces()
        .iter()
        .map(|piece| match piece {
            Piece::Citation(_, text) | Piece::Text(text) => *text,
        })
        .collect();
    assert_eq!(pieces, text);
    let mut end = 0;
    for found in basis.found() {
        assert!(end <= found.span.start && found.span.start < found.span.end, "{:?} of {text:?}", found.span);
        end = found.span.end;
        for link in [found.via, found.row].into_iter().flatten() {
            assert!(link < basis.found().len());
        }
        assert_reads_back(&found.citation);
    }
    assert!(end <= text.chars().count());
    // With the names that the text itself defines.
    let mut names = Definitions::new();
    names.learn(text);
    let again = StatutoryBasis::read_with(text, &names);
    assert_eq!(again.text(), text);
});

fn assert_reads_back(citation: &Citation) {
    let printed = citation.to_string();
    assert_eq!(printed.parse::<Citation>().as_ref(), Ok(citation), "{printed}");
    for (year, month, day) in [(2016, 1, 1), (2020, 4, 1), (2024, 5, 26), (2024, 5, 27), (2026, 2, 8)] {
        if let Some(day) = NaiveDate::from_ymd_opt(year, month, day) {
            let _ = (citation.as_of(day), citation.row_as_of(day));
        }
    }
    let _ = citation.article_of_row();
    // A newer number leads back to the old one.
    if let Renumbering::Newer(newer, _) = citation.renumbered() {
        assert!(matches!(newer.renumbered(), Renumbering::Older(..)), "{printed} became {newer}");
    }
}
