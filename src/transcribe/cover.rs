//! The cover of a source whose blocks are not in order: what each block is, its kind alone says.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use super::account::Placement;
use super::fold::folded;
use super::read::{says, text};
use super::sheet::Sheet;
use super::values::Reading;
use crate::catalogue::Item;
use crate::value::kind::AssessmentKind;

/// How the text of a declaration ends, and how long it is at least.
const DECLARATION: (&str, usize) = ("宣言する。", 60);

/// The longest number of an assessment.
const DIGITS: usize = 4;

/// What the blocks of a cover say, by item. `labels` are the labels of the page; an item without its label, or with several blocks of its
/// kind, is not there.
pub(super) fn cover(
    sheet: &Sheet,
    kind: AssessmentKind,
    page: &Range<usize>,
    labels: &[(Item, Range<usize>)],
) -> BTreeMap<Item, Reading> {
    let has_label = |item: Item| labels.iter().any(|(own, _)| *own == item);
    let mut found: BTreeMap<Item, Vec<Vec<Range<usize>>>> = BTreeMap::new();
    if !has_label(Item::AssessmentTitle) {
        return BTreeMap::new();
    }
    let (paper, declares) = (folded(kind.document()), folded(DECLARATION.0));
    for block in blocks(sheet, page, labels) {
        let Some((first, last)) = block.first().zip(block.last()) else { continue };
        let ends = |text: &[char]| last.len() >= text.len() && sheet.is_at(last.end - text.len(), text);
        let is_digit = |at: &usize| sheet.c(*at).is_some_and(|c| c.is_ascii_digit());
        let digits = first.clone().take_while(is_digit).count();
        let after = first.start + digits;
        let is_number = (1..=DIGITS).contains(&digits);
        if block.len() == 1 && after == first.end && is_number {
            found.entry(Item::AssessmentNumber).or_default().push(block);
        } else if ends(&paper) {
            // The number may be on the line of the title.
            let is_apart = sheet.glyphs.get(after).is_some_and(|glyph| glyph.after_blank);
            let mut title = block.clone();
            if let Some(own) = title.first_mut().filter(|_| is_number && is_apart) {
                let number = own.start..after;
                found.entry(Item::AssessmentNumber).or_default().push(Vec::from([number]));
                own.start = after;
            }
            found.entry(Item::AssessmentTitle).or_default().push(title);
        } else if ends(&declares) && block.iter().map(Range::len).sum::<usize>() >= DECLARATION.1 {
            found.entry(Item::Declaration).or_default().push(block);
        }
    }
    let only = |(item, blocks): (Item, Vec<Vec<Range<usize>>>)| match blocks.as_slice() {
        [block] => Some((item, Reading { because: Placement::ByCount, ..text(sheet, block) })),
        _ => None,
    };
    found.into_iter().filter(|(item, _)| has_label(*item)).filter_map(only).collect()
}

/// The blocks of a page between blank lines, without those that have a label.
fn blocks(sheet: &Sheet, page: &Range<usize>, labels: &[(Item, Range<usize>)]) -> Vec<Vec<Range<usize>>> {
    let pieces = sheet.pieces(page);
    let paragraph = |piece: &Range<usize>| sheet.run_of(piece.start).map(|run| run.paragraph);
    let blocks = pieces.chunk_by(|one, next| paragraph(one) == paragraph(next));
    let has_label = |block: &[Range<usize>]| {
        let is_in = |label: &Range<usize>| block.iter().any(|piece| piece.contains(&label.start));
        labels.iter().any(|(_, label)| is_in(label))
    };
    let blocks = blocks.filter(|block| !has_label(block) && block.iter().any(|piece| says(sheet, piece)));
    blocks.map(<[Range<usize>]>::to_vec).collect()
}
