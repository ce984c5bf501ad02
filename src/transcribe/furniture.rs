//! What is in a source and no part of an answer: the lines of the writers, running titles, page numbers, the list of contents.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::find::Found;
use super::fold::folded;
use super::labels::{Labels, PlaceRole};
use super::sheet::{Glyph, Run, Sheet};
use crate::catalogue::Level;
use crate::form::text::width;
use crate::form::words::header;
use crate::value::language::Language;

/// Whether [`Plain`](crate::form::Plain) printed the source: below the title of each section is a line of 「=」 of the
/// same width.
pub(super) fn is_plain(sheet: &Sheet) -> bool {
    let is_rule = |rule: &Run, title: &Run| {
        let signs = sheet.chars(&rule.glyphs);
        let is_below = rule.line == title.line + 1 && (rule.column, rule.indent, title.indent) == (0, 0, 0);
        is_below && signs.iter().all(|one| one.c == '=') && width(&sheet.text(&title.glyphs)) == signs.len()
    };
    sheet.runs.windows(2).any(|two| matches!(two, [title, rule] if is_rule(rule, title)))
}

/// Whether the header of a table of items begins with this run.
pub(super) fn is_header(sheet: &Sheet, index: usize) -> bool {
    let is = |run: &Run, text: &str| {
        run.glyphs.len() == text.chars().count() && sheet.is_at(run.glyphs.start, &folded(text))
    };
    match (sheet.runs.get(index), sheet.runs.get(index + 1)) {
        (Some(one), Some(next)) if one.line == next.line && (one.column, next.column) == (0, 1) => {
            Language::ALL.iter().any(|language| {
                let [first, second] = header(*language);
                is(one, first) && is(next, second)
            })
        }
        (_, _) => false,
    }
}

/// How the line begins that says by what a page was made.
pub(super) const MAKER: &str = env!("CARGO_PKG_NAME");

/// Marks the runs that are not part of an answer.
pub(super) fn furniture(sheet: &mut Sheet, titles: &[usize]) {
    let maker = folded(MAKER);
    for index in 0..sheet.runs.len() {
        let Some(run) = sheet.runs.get(index) else { continue };
        if sheet.is_answer(run.glyphs.start) {
            continue;
        }
        let chars = sheet.chars(&run.glyphs);
        let all = |c: char, least: usize| chars.len() >= least && chars.iter().all(|one| one.c == c);
        if is_header(sheet, index) {
            for run in sheet.runs.iter_mut().skip(index).take(2) {
                run.is_furniture = true;
            }
            continue;
        }
        let is_maker = sheet.is_at(run.glyphs.start, &maker);
        if all('=', 3) || all('-', 2) || is_maker || titles.contains(&index) {
            if let Some(run) = sheet.runs.get_mut(index) {
                run.is_furniture = true;
            }
        }
    }
    running_titles(sheet);
    if !sheet.is_own && sheet.chars.last().is_some_and(|one| one.cell == 0) {
        page_numbers(sheet);
    }
}

/// The second of each two equal letters in words that are printed twice, as bold words are in some PDF files: 「①①部部署署」. A number could have
/// equal digits, so a line is doubled only if a word of it has other letters.
pub(super) fn doubled(sheet: &Sheet) -> Vec<Range<usize>> {
    let is_bracket = |glyph: &Glyph| matches!(glyph.c, '<' | '>');
    let is_one = |one: &Glyph, next: &Glyph| !next.after_blank && !is_bracket(one) && !is_bracket(next);
    // A character may be several glyphs.
    let letters = |word: &[Glyph]| word.chunk_by(|one, next| one.at == next.at).map(<[Glyph]>::len).collect::<Vec<_>>();
    let same = |one: &[Glyph], other: &[Glyph]| one.iter().map(|glyph| glyph.c).eq(other.iter().map(|glyph| glyph.c));
    let is_twice = |word: &[Glyph]| {
        let mut two = word.chunk_by(|one, next| one.at == next.at);
        core::iter::from_fn(|| two.next().map(|one| two.next().is_some_and(|other| same(one, other)))).all(|is| is)
    };
    let is_long = |word: &[Glyph]| word.len() >= DOUBLED && word.iter().any(|glyph| !glyph.c.is_ascii_digit());
    let mut doubled = Vec::new();
    for run in &sheet.runs {
        let words = || sheet.glyphs(run.glyphs.clone()).chunk_by(is_one);
        if !words().any(|word| is_long(word) && is_twice(word)) {
            continue;
        }
        let mut at = run.glyphs.start;
        for word in words() {
            for (index, len) in letters(word).into_iter().enumerate() {
                if index % 2 == 1 && is_twice(word) {
                    doubled.push(at..at + len);
                }
                at += len;
            }
        }
    }
    doubled
}

/// So many letters, each twice, are no word.
const DOUBLED: usize = 6;

/// Takes out the titles of the list of contents: three or more titles of sections with nothing but a blank line between them.
pub(super) fn contents(labels: &Labels<'_>, sheet: &Sheet, found: &mut Vec<Found>) -> Vec<Range<usize>> {
    let is_section = |one: &Found| {
        let mut places = labels.keys.get(one.key).into_iter().flat_map(|key| &key.places);
        places.any(|place| {
            labels.places.get(*place).is_some_and(|place| place.role == PlaceRole::Heading(Level::Section))
        })
    };
    let line = |one: &Found| sheet.run_of(one.glyphs.start).map(|run| run.line);
    let is_next = |one: &Found, next: &Found| {
        let lines = line(one).zip(line(next));
        is_section(one) && is_section(next) && lines.is_some_and(|(one, next)| next.saturating_sub(one) <= 2)
    };
    let groups = found.chunk_by(is_next).filter(|group| group.len() > 2);
    let titles: Vec<Range<usize>> = groups.flatten().map(|one| one.glyphs.clone()).collect();
    found.retain(|one| !is_among(&titles, one));
    titles
}

/// Whether a label is at one of these ranges, which are sorted.
pub(super) fn is_among(ranges: &[Range<usize>], found: &Found) -> bool {
    ranges.binary_search_by_key(&found.glyphs.start, |range| range.start).is_ok()
}

/// The number of a page with its marks, such as 「- 3 -」 and 「3 / 26」.
pub(super) fn page_number(line: &[char]) -> Option<u32> {
    let mut parts = line.split(|c| matches!(c, '-' | '/')).filter(|part| !part.is_empty());
    let (first, rest) = (parts.next()?, parts.next());
    let is_number = |part: &[char]| part.len() < 5 && part.iter().all(char::is_ascii_digit);
    let is_page = match (line, rest) {
        (['-', .., '-'], None) => is_number(first),
        (['0'..='9', ..], Some(all)) => {
            is_number(first) && is_number(all) && line.contains(&'/') && parts.next().is_none()
        }
        (_, _) => false,
    };
    first.iter().collect::<String>().parse().ok().filter(|_| is_page)
}

/// Marks the numbers of pages between which there are blank lines instead of form feeds, if they are three or more and ascending: the last lines
/// of pages that are numbers, and numbers with marks wherever they are. The line before such a number goes with it if it is the same each
/// time.
fn page_numbers(sheet: &mut Sheet) {
    let text = |run: &Run| sheet.glyphs(run.glyphs.clone()).iter().map(|glyph| glyph.c).collect::<Vec<char>>();
    let pages = sheet.runs.chunk_by(|one, next| one.page == next.page);
    let numbers = pages.filter_map(|runs| {
        let (last, before) = runs.split_last()?;
        let is_alone = before.last().is_some_and(|before| before.paragraph != last.paragraph);
        Some((last.line, sheet.text(&last.glyphs).trim().parse().ok().filter(|_| is_alone)?))
    });
    let mut lines = ascending(numbers.collect());
    let marked = sheet.runs.iter().filter_map(|run| Some((run.line, page_number(&text(run))?)));
    let marked = ascending(marked.collect());
    lines.extend(&marked);
    let mut before: BTreeMap<Vec<char>, Vec<usize>> = BTreeMap::new();
    for two in sheet.runs.windows(2) {
        let [one, next] = two else { continue };
        if one.line < next.line && marked.binary_search(&next.line).is_ok() {
            before.entry(text(one)).or_default().push(one.line);
        }
    }
    lines.extend(before.into_values().filter(|lines| lines.len() >= PAGES).flatten());
    lines.sort_unstable();
    for run in &mut sheet.runs {
        run.is_furniture |= lines.binary_search(&run.line).is_ok();
    }
}

/// So many pages show what is on each of them.
const PAGES: usize = 3;

/// The lines of numbers of pages, if these are ascending.
fn ascending(numbers: Vec<(usize, u32)>) -> Vec<usize> {
    let is_of_pages = numbers.len() >= PAGES && numbers.is_sorted_by(|one, next| one.1 < next.1);
    numbers.into_iter().filter(|_| is_of_pages).map(|(line, _)| line).collect()
}

/// Marks the running titles and page numbers of a PDF file: the first line of a page if the page before begins with it or the next
/// line repeats it, and the last line if it is a number.
fn running_titles(sheet: &mut Sheet) {
    let papers: Vec<&[Run]> = sheet.runs.chunk_by(|one, next| one.paper == next.paper).collect();
    if papers.len() < 2 {
        return;
    }
    let line = |runs: &[Run], run: Option<&Run>| {
        let glyphs = runs
            .iter()
            .filter(|one| run.is_some_and(|run| one.line == run.line))
            .flat_map(|one| sheet.chars(&one.glyphs));
        glyphs.map(|one| one.c).filter(|c| !c.is_whitespace()).collect::<Vec<char>>()
    };
    let first: Vec<Vec<char>> = papers.iter().map(|runs| line(runs, runs.first())).collect();
    let is_title = |at: usize, runs: &[Run]| {
        let Some(own) = first.get(at) else { return false };
        let second = runs.iter().find(|run| runs.first().is_none_or(|first| run.line != first.line));
        at.checked_sub(1).and_then(|before| first.get(before)) == Some(own) || line(runs, second).starts_with(own)
    };
    let is_number = |line: &[char]| {
        line.iter().any(char::is_ascii_digit) && line.iter().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-'))
    };
    let mut lines: Vec<usize> = Vec::new();
    for (at, runs) in papers.iter().enumerate() {
        lines.extend(runs.first().filter(|_| is_title(at, runs)).map(|run| run.line));
        lines.extend(runs.last().filter(|run| is_number(&line(runs, Some(run)))).map(|run| run.line));
    }
    for run in &mut sheet.runs {
        run.is_furniture |= lines.binary_search(&run.line).is_ok();
    }
}
