//! 転記: reading a printed form into a document.
//!
//! Published assessments (評価書) are PDF files and workbooks. [`transcribe`] reads the words of such a file with their places, its text, or
//! the cells of a workbook, into a document, with an account of every character. It reads no file: a caller brings the words.
//!
//! There are three results. What follows with certainty is in the [document](Transcription::document). What a person has to
//! confirm is a [`Suggestion`], which can be [taken over](Suggestion::adopt). Everything else is left over. The
//! [spans](Transcription::spans) say of every range of the source, exactly once, what became of it.
//!
//! ```
//! use mynumber_pia::transcribe::{PrintedForm, transcribe};
//!
//! let text = "［令和6年10月 様式3］\n\nⅠ　基本情報\n１．特定個人情報ファイルを取り扱う事務\n\
//!     ①事務の名称　国民健康保険に関する事務\n③対象人数　[ 10万人以上30万人未満 ]\n";
//! let read = transcribe(&PrintedForm::text(text), None);
//! let document = read.document();
//! assert_eq!(read.edition().edition.to_string(), "form_3_2024_10");
//! assert_eq!(document.affair.name.value().to_string(), "国民健康保険に関する事務");
//! assert_eq!(document.population.value().to_string(), "10万人以上30万人未満");
//! assert!(read.suggestions().is_empty());
//! let length: usize = read.spans().iter().map(|span| span.range.end - span.range.start).sum();
//! assert_eq!(length, text.len());
//! ```
//!
//! # How it reads
//! All labels, choices and blocks come from [`cells`](crate::form::cells), so a new edition of a form needs nothing here. The
//! labels that are found in the source are aligned with the order of the form, and what follows a label is its answer.
//!
//! [Words with places](PrintedForm::words) say what order only lets guess, so they are the best source for a PDF file: which answer is
//! beside or below which label, which lines of a cell are one, which boxes are side by side, and what goes on over a page. Where the places
//! leave it open, as where a label may belong to the line above it or to the one below, the answer is a suggestion; where they do so often, as in
//! many workbooks with labels in the middle of their cells, every answer is one. The order of a list in several columns is from above, column by
//! column.
//!
//! If the labels are not in the order of the form, as in the text of some PDF files, each page is read as a set of blocks. Blocks that changed
//! places look the same, so answers are suggestions, but for four kinds that any order leaves as they are: as many equal choices, bands or lines
//! of boxes on a page as items for them; the only date of a page for the only item of it that asks for one; what is alone on the line of a label that
//! the form prints once; the number, the title and the declaration of a cover, which are unlike each other. An entry of a list that was seen is in
//! the document even if all that it says is a suggestion, so that each suggestion has its place.
//!
//! If a source in order has a label more or less often than the form prints it, it is not clear which is which, so all answers to this label
//! are suggestions. So is an answer of several lines before a label of the form that is not there, whose answer may be among them.
//!
//! Names and texts consist of characters of the source. Choices, numbers, dates and boxes are read as loading reads them. A box
//! that the source does not show is not known. The tags that text recognition writes are skipped.
//!
//! # Pages of this crate
//! What the writers of [`form`](crate::form) print is read back, with these differences:
//!
//! | Page | [`Plain`](crate::form::Plain) | [`Markdown`](crate::form::Markdown) |
//! |---|---|---|
//! | default, or with [`publication`](crate::form::PrintOptions::publication) | all answers on the form | the same |
//! | with [`requirements`](crate::form::PrintOptions::requirements) | all answers on the form | the same |
//! | with [`marks`](crate::form::PrintOptions::marks) | all answers on the form | texts with a mark are suggestions |
//! | with labels in [English](crate::form::PrintOptions::language) | suggestions only, with the translations in them | the same |
//!
//! The marks, the requirements and what is [not on the form](crate::form::OnForm::Beyond) are left over. The pages of
//! [`Html`](crate::form::Html) are not read as pages of this crate. `tests/transcribe/options.rs` asserts this.
//!
//! # What it does not see
//! No published PDF file was at hand. Pages of this crate that two browsers laid out, in several sizes and two fonts, gave no wrong choice,
//! number, date, box or name that was not marked as doubtful. A list in several columns is a suggestion. A
//! 「※」 that is alone on its line is lost. `tests/transcribe/words.rs` reads some of these pages.
//!
//! The five published texts that were tried gave no wrong choice, number, date, box or name that was not marked as doubtful. Of texts that were
//! damaged on purpose, only missing lines gave some: a line that was a whole name of a list, or a whole row of the change table, leaves no trace.
//! A missing line of a text leaves none either. `tests/transcribe/disturbed.rs` counts them. So compare what is read with the account.

mod account;
mod align;
mod cell;
mod columns;
mod cover;
mod edition;
mod entries;
mod fill;
mod find;
mod fold;
mod furniture;
mod labels;
mod layout;
mod lines;
mod lost;
mod maker;
mod markup;
mod ordered;
mod pages;
mod places;
mod read;
mod shares;
mod sheet;
mod source;
mod suggestion;
mod table;
mod tables;
mod transcription;
mod unordered;
mod values;
mod walk;

use alloc::vec::Vec;

export! {
    account::Doubt "確定しない理由";
    account::Fate "原文の行方";
    account::Placement "記載箇所の根拠";
    account::SourceRange "原文の範囲";
    account::SourceSpan "原文の行方";
    places::PrintedPage "単語とその位置";
    places::PrintedWord "単語とその位置";
    source::MAX_SOURCE "原文の長さの上限";
    source::PrintedForm "印刷された様式";
    source::SourceTooLong "原文が長すぎる";
    suggestion::Suggestion "確認を要する記載";
    transcription::EditionBecause "様式の版の根拠";
    transcription::TakenEdition "判定した様式の版";
    transcription::Transcription "転記の結果";
}

use self::fill::Filling;
use self::furniture::{contents, furniture, is_among, is_header, is_plain};
use self::labels::{Labels, path_with, sample};
use self::read::read;
use self::sheet::Sheet;
use self::values::choice_lists;
use crate::assessment::Assessment;
use crate::value::choice::Extent;
use crate::value::kind::{Form, FormEdition};

/// Reads a printed form into a document (転記).
///
/// Without an edition, the one that the source prints is taken. Otherwise it is the one with the most labels in the source, among those of
/// the kind that its title names.
///
/// A source that is longer than [`MAX_SOURCE`] is not read, and the result [says so](Transcription::too_long). So reading takes at most
/// some 400 MB of memory, whatever is given.
///
/// A person chooses among the suggestions, and those are [adopted](Suggestion::adopt):
///
/// ```
/// use mynumber_pia::transcribe::{Doubt, PrintedForm, transcribe};
///
/// let text = "［令和6年10月 様式3］\n\nⅠ　基本情報\n１．特定個人情報ファイルを取り扱う事務\n\
///     ①事務の名称　国民健康保険に関する事務\n③対象人数　[ 1万人以上10万人未満 ] [ 10万人以上30万人未満 ]\n";
/// let read = transcribe(&PrintedForm::text(text), None);
/// let [first, second] = read.suggestions() else { panic!() };
/// assert_eq!((&first.reason, &first.path), (&Doubt::TwoChoices, &second.path));
/// let mut document = read.document().clone();
/// second.adopt(&mut document)?;
/// assert_eq!(document.population.value().to_string(), "10万人以上30万人未満");
/// # Ok::<(), mynumber_pia::assessment::EditError>(())
/// ```
#[must_use]
pub fn transcribe(source: &PrintedForm<'_>, edition: Option<FormEdition>) -> Transcription {
    let too_long = source.too_long();
    if too_long.is_some() {
        return Transcription { spans: source.unread(), too_long, ..transcribe(&PrintedForm::text(""), edition) };
    }
    let has_places = !source.places.is_empty();
    let pages = layout::pages(source);
    let mut sheet = if has_places { Sheet::laid(source, &layout::line_by_line(&pages)) } else { Sheet::new(source) };
    sheet.is_plain = is_plain(&sheet);
    sheet.is_own = sheet.is_plain || (0..sheet.runs.len()).any(|index| is_header(&sheet, index));
    sheet.erase(&furniture::doubled(&sheet));
    let mut title = edition::title(&sheet);
    let is_translated = sheet.is_own && sheet.runs.iter().any(|run| is_translated(&sheet.text(&run.glyphs)));
    let taken = taken(&sheet, edition, &title);
    let sample = sample(taken.edition);
    let labels = Labels::new(&sample);
    let mut is_sure = true;
    if has_places {
        let (laid, heights_say) = layout::lay(source, pages, &labels);
        is_sure = heights_say;
        sheet = Sheet::laid(source, &laid);
        title = edition::title(&sheet);
    }
    let mut document = Assessment::new(taken.edition);
    if taken.because == EditionBecause::Labels {
        document.form = Form::EditionUnknown(taken.edition.kind());
    }
    if title.is_excerpt {
        document.extent = Extent::Excerpt;
    }
    furniture(&mut sheet, &title.runs);
    let is_form =
        |sheet: &Sheet, found: &find::Found| sheet.run_of(found.glyphs.start).is_some_and(|run| !run.is_furniture);
    let mut found = find::find(&labels, &sheet, false);
    found.retain(|found| is_form(&sheet, found));
    if sheet.is_own {
        // In Markdown, a box is alone in its row, before its label.
        let is_box = |found: &find::Found| !sheet.is_plain && found.tick.is_some();
        let is_alone = |found: &find::Found| is_box(found) && sheet.begins_line(found.glyphs.start);
        found.retain(|found| is_alone(found) || !sheet.is_added(found.glyphs.start));
    }
    // The place of an answer says that it has no labels, but boxes.
    let is_answer = |found: &find::Found| sheet.run_of(found.glyphs.start).is_some_and(|run| run.is_answer);
    found.retain(|found| found.tick.is_some() || !is_answer(found));
    let contents = contents(&labels, &sheet, &mut found);
    let lost = lost::lost(&sheet, &found);
    let second = find::second(&labels, &found).and_then(|at| sheet.ranges(source, &(at..at + 1)).pop());
    let table = table::table(&labels, &sheet);
    if let Some(table) = &table {
        found.retain(|found| found.glyphs.start < table.start);
    }
    let end = table.as_ref().map_or(sheet.glyphs.len(), |table| table.start);
    let aligned = align::align(&labels, &found);
    let is_ordered = sheet.is_own || align::is_ordered(&labels, &found, &aligned);
    if !is_ordered {
        found = find::find(&labels, &sheet, true);
        found.retain(|found| found.glyphs.start < end && is_form(&sheet, found) && !is_among(&contents, found));
        pages::paginate(&labels, &mut sheet, &found);
    }
    let mut filling = Filling::new(source, &sheet);
    for list in choice_lists(&labels, &sheet, &(0..sheet.glyphs.len())) {
        filling.own(&list, Fate::Choices);
    }
    let titles = title.runs.iter().filter_map(|run| Some(sheet.runs.get(*run)?.glyphs.clone()));
    for glyphs in titles.chain(contents) {
        filling.own(&glyphs, Fate::Label);
    }
    if is_ordered {
        ordered::answer(&labels, &sheet, &mut filling, (&found, &aligned), end);
    } else {
        unordered::answer(&labels, &sheet, &mut filling, &found, end);
    }
    if let Some(table) = &table {
        changes(&labels, &sheet, &mut filling, table);
    }
    if !lost.is_empty() {
        filling.doubt_damaged();
    }
    // A person looks at each answer: heights may not say which answer is beside which label, blocks of a page that are turned look the same,
    // and a translation may be part of an answer.
    if !is_sure {
        filling.doubt_places();
    }
    if !is_ordered {
        filling.doubt_all(&Doubt::NotInOrder);
    } else if is_translated {
        filling.doubt_all(&Doubt::NotBeside);
    }
    let suggestions = filling.fill(&mut document, &labels);
    let spans = filling.spans();
    Transcription { document, edition: taken, suggestions, spans, second, lost, too_long: None }
}

/// Whether a line is the title of a page of the crate with [`Language::English`](crate::Language::English), on which each label is
/// followed by its translation.
fn is_translated(line: &str) -> bool {
    line.trim_start_matches(['#', ' ']).strip_prefix("特定個人情報保護評価書").is_some_and(|rest| rest.contains('/'))
}

/// The edition that the caller names, or that the source prints, or of the kind in the title that has the most labels in it.
fn taken(sheet: &Sheet, given: Option<FormEdition>, title: &edition::Title) -> TakenEdition {
    let (edition, because) = match (given, title.edition) {
        (Some(edition), _) => (edition, EditionBecause::Given),
        (None, Some(edition)) => (edition, EditionBecause::Printed),
        (None, None) => return edition::by_labels(sheet, title),
    };
    TakenEdition { edition, because, ties: Vec::new() }
}

/// Reads the rows of the change table.
fn changes(labels: &Labels<'_>, sheet: &Sheet, filling: &mut Filling<'_>, table: &table::Table) {
    for header in &table.header {
        filling.own(header, Fate::Label);
    }
    for (index, row) in table.rows.iter().enumerate() {
        for (cell, glyphs) in row {
            let Some(cell) = labels.cells.get(*cell) else { continue };
            let Some(path) = path_with(cell.path(), &[index]) else { continue };
            let mark = (glyphs.clone()).find(|at| sheet.is_mark(*at));
            let glyphs = glyphs.start..mark.unwrap_or(glyphs.end);
            let is_open = mark.is_some() || !sheet.is_clear(&glyphs);
            let doubt = is_open.then_some(Doubt::MayContinue);
            for (inside, reading) in read(labels, sheet, cell, &glyphs).readings {
                if inside.is_none() {
                    filling.answer(path.clone(), ordered::doubted(reading, doubt.as_ref()));
                }
            }
        }
    }
}
