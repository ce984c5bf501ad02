//! A source that is longer than one form is not read, and says so.

use mynumber_pia::transcribe::{Fate, MAX_SOURCE, PrintedForm, transcribe};
use mynumber_pia::{Assessment, AssessmentKind, FormEdition, Language};

#[test]
fn nothing_is_read_and_everything_is_left_over() {
    let edition = FormEdition::latest(AssessmentKind::KeyItem).unwrap();
    let text = "①部署\n".repeat(MAX_SOURCE / 10 + 1);
    let read = transcribe(&PrintedForm::text(&text), Some(edition));
    assert_eq!(read.document(), &Assessment::new(edition));
    assert!(read.suggestions().is_empty());
    let [span] = read.spans() else { panic!("{:?}", read.spans()) };
    assert_eq!((span.range.start, span.range.end, &span.fate), (0, text.len(), &Fate::LeftOver));
    let error = read.too_long().unwrap();
    assert_eq!(
        [error.text(Language::English), error.text(Language::Japanese)],
        [
            "the source has 2097160 bytes, so nothing of it was read: expected the text of one form, at most 2097152 bytes",
            "原文が2097160バイトあるため、何も読み取っていない。一つの評価書の原文（2097152バイト以内）が必要である",
        ]
    );
    let json = serde_json::to_value(&read).unwrap();
    assert_eq!(json["too_long"], serde_json::json!({"bytes": 2_097_160}));
}

#[test]
fn a_grid_counts_its_cells() {
    let row = vec!["", "甲"];
    let sheets = vec![vec![row; MAX_SOURCE / 5 + 1], vec![vec!["乙"]]];
    let read = transcribe(&PrintedForm::grid(&sheets), None);
    assert_eq!(read.too_long().unwrap().bytes, (MAX_SOURCE / 5 + 1) * 5 + 4);
    assert_eq!(read.spans().len(), MAX_SOURCE / 5 + 2);
    let last = read.spans().last().unwrap();
    assert_eq!((last.range.sheet, last.range.row, last.range.start, last.range.end), (1, 0, 0, 3));
}

#[test]
fn the_longest_source_is_read() {
    let read = |length: usize| {
        let text = "\u{c}".repeat(length);
        transcribe(&PrintedForm::text(&text), None).too_long()
    };
    assert_eq!(read(MAX_SOURCE), None);
    assert_eq!(read(MAX_SOURCE + 1).map(|error| error.bytes), Some(MAX_SOURCE + 1));
}
