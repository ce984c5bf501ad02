//! The edition of a source.

use alloc::vec::Vec;
use core::ops::Range;

use super::find::find;
use super::fold::folded;
use super::labels::{Key, Labels, sample};
use super::sheet::Sheet;
use super::transcription::{EditionBecause, TakenEdition};
use crate::value::choice::Extent;
use crate::value::kind::{AssessmentKind, FormEdition};

/// What the title of a source says.
pub(super) struct Title {
    /// The edition that it prints.
    pub(super) edition: Option<FormEdition>,
    /// The kind of assessment that it names.
    kind: Option<AssessmentKind>,
    pub(super) is_excerpt: bool,
    /// The runs of the title and the edition.
    pub(super) runs: Vec<usize>,
}

/// The longest printed edition, with its brackets.
const LONGEST: usize = 24;

/// The longest title. A text without line breaks is one line, and not a title.
const TITLE: usize = 60;

/// What is before the kind in a title.
const PAPER: &str = "特定個人情報保護評価書";

/// Reads the title and the edition.
pub(super) fn title(sheet: &Sheet) -> Title {
    let paper = folded(PAPER);
    let kinds = AssessmentKind::ALL.iter().map(|kind| (*kind, folded(&alloc::format!("（{}）", kind.document()))));
    let kinds: Vec<(AssessmentKind, Vec<char>)> = kinds.collect();
    let excerpt = folded(&alloc::format!("（{}）", Extent::Excerpt.label()));
    let mut title = Title { edition: None, kind: None, is_excerpt: false, runs: Vec::new() };
    for (index, run) in sheet.runs.iter().enumerate().filter(|(_, run)| !sheet.is_answer(run.glyphs.start)) {
        let has = |text: &[char]| run.glyphs.clone().find(|at| sheet.is_at(*at, text));
        let named = kinds.iter().find_map(|(kind, text)| Some((*kind, has(text)?)));
        let named = named.filter(|(_, at)| *at > run.glyphs.start);
        let is_tag = sheet.c(run.glyphs.start) == Some('[')
            && has(&excerpt).is_some_and(|at| at + excerpt.len() == run.glyphs.end);
        let tag = tag(sheet, &run.glyphs).filter(|(tag, _)| named.is_some() || is_tag || *tag == run.glyphs);
        let is_one_word = |at: usize| !sheet.glyphs(run.glyphs.start + 1..at).iter().any(|glyph| glyph.after_blank);
        let is_short = run.glyphs.len() <= TITLE;
        let is_title = is_short && named.is_some_and(|(_, at)| is_one_word(at));
        let follows_paper = |at: usize| has(&paper).is_some_and(|begin| begin + paper.len() == at);
        let kind = named.filter(|(_, at)| is_title && follows_paper(*at)).map(|(kind, _)| kind);
        if let Some((_, edition)) = tag {
            title.edition.get_or_insert(edition);
        }
        title.kind = title.kind.or(kind);
        title.is_excerpt |= is_tag || (is_title && has(&excerpt).is_some());
        if is_title || is_tag || (is_short && tag.is_some()) {
            title.runs.push(index);
        }
    }
    title
}

/// The edition in brackets in a run.
fn tag(sheet: &Sheet, run: &Range<usize>) -> Option<(Range<usize>, FormEdition)> {
    let open = run.clone().find(|at| sheet.c(*at) == Some('['))?;
    let close = (open..run.end.min(open + LONGEST)).find(|at| sheet.c(*at) == Some(']'))?;
    let edition = sheet.text(&(open..close + 1)).parse().ok()?;
    Some((open..close + 1, edition))
}

/// The first edition of all.
const FIRST: FormEdition = FormEdition::KNOWN[0].edition;

/// Of the editions of the kind that the title names, otherwise of all, the one that has the most labels in the source. Of editions with as
/// many, the newest.
pub(super) fn by_labels(sheet: &Sheet, title: &Title) -> TakenEdition {
    let is_of_title = |edition: FormEdition| title.kind.is_none_or(|kind| kind == edition.kind());
    let (mut most, mut taken, mut ties) = (0, None, Vec::new());
    for known in FormEdition::KNOWN.iter().filter(|known| is_of_title(known.edition)) {
        let sample = sample(known.edition);
        let labels = Labels::new(&sample);
        let mut seen = alloc::vec![false; labels.keys.len()];
        for found in find(&labels, sheet, false) {
            if let Some(seen) = seen.get_mut(found.key) {
                *seen = true;
            }
        }
        let weight = |(seen, key): (&bool, &Key)| if *seen { key.text.len() } else { 0 };
        let weight: usize = seen.iter().zip(&labels.keys).map(weight).sum();
        if weight > most {
            ties.clear();
        } else if weight == most {
            ties.extend(taken);
        }
        if weight >= most {
            (most, taken) = (weight, Some(known.edition));
        }
    }
    // Every kind has an edition.
    TakenEdition { edition: taken.unwrap_or(FIRST), because: EditionBecause::Labels, ties }
}
