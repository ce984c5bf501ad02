//! The order of the form for words with places: each label, then what is beside or below it.

use alloc::string::String;
use alloc::vec::Vec;

use super::cell::{Laid, Writer, words_of};
use super::columns::Changes;
use super::furniture::MAKER;
use super::labels::Labels;
use super::lines::{Line, PITCH, SAME_LINE, Unit, lines};
use super::places::LETTER;
use super::shares::Style;
use super::source::PrintedForm;
use super::tables::{Row, page_rows, upright};

/// The words of these pages line by line.
pub(super) fn line_by_line(pages: &[Vec<Line>]) -> Vec<Laid> {
    let mut sheet = Vec::new();
    for unit in pages.iter().flatten().flat_map(|line| &line.units) {
        sheet.push(Laid::Row);
        words_of(&mut sheet, unit);
    }
    sheet
}

/// The lines of each page.
pub(super) fn pages(source: &PrintedForm<'_>) -> Vec<Vec<Line>> {
    let last = source.places.last().map_or(0, |place| place.page);
    let mut pages: Vec<Vec<usize>> = alloc::vec![Vec::new(); last + 1];
    for (index, place) in source.places.iter().enumerate() {
        if let Some(page) = pages.get_mut(place.page) {
            page.push(index);
        }
    }
    pages.iter().map(|words| lines(source, words)).collect()
}

/// Lays out the words of a source. Also returns whether their heights say which lines are beside which label.
pub(super) fn lay(source: &PrintedForm<'_>, mut pages: Vec<Vec<Line>>, labels: &Labels<'_>) -> (Vec<Laid>, bool) {
    let mut furniture = furniture(&mut pages);
    furniture.extend(made_by(&mut pages));
    let changes = Changes::take(source, labels, &mut pages);
    for page in &mut pages {
        upright(labels, page);
    }
    let unclear = |rows: &[Row]| rows.iter().filter(|row| !row.fits).count();
    let mut rows = self::rows(labels, &pages, Style::Top);
    if unclear(&rows) > 0 {
        let middle = self::rows(labels, &pages, Style::Middle);
        if unclear(&middle) < unclear(&rows) {
            rows = middle;
        }
    }
    let answered = rows.iter().filter(|row| !row.answer.is_empty()).count();
    let is_sure = unclear(&rows) * FEW <= answered;
    // The margins of a page are about equal, so lines end there even if none is full.
    let left = source.places.iter().map(|place| place.x0).min().unwrap_or_default();
    let margin = source.width - left - 2 * LETTER;
    let edge = |lines: &dyn Fn(&Row) -> &Vec<Line>| {
        rows.iter().flat_map(lines).flat_map(|line| &line.units).map(Unit::end).max().unwrap_or_default()
    };
    let of_answers = edge(&|row| &row.answer).max(margin);
    let of_labels = edge(&|row| &row.label).max(of_answers);
    let mut writer = Writer::new();
    let mut last = 0;
    for row in &rows {
        if !row.label.is_empty() {
            let (first, _) = row.ends();
            if first < last || first - last > PITCH {
                writer.sheet.push(Laid::Gap);
            }
            last = row.label.iter().chain(&row.answer).map(|line| line.y).max().unwrap_or_default();
            writer.sheet.extend([Laid::Row, Laid::Answer(false), Laid::Clear(row.is_clear)]);
        }
        if row.has_columns {
            writer.columns(&row.label);
        } else {
            writer.cell(&row.label, of_labels, false, row.answer.is_empty());
        }
        if !row.answer.is_empty() {
            writer.sheet.extend([Laid::Column(1), Laid::Answer(true), Laid::Clear(row.is_clear)]);
            writer.cell(&row.answer, of_answers, row.label.is_empty(), false);
        }
    }
    if let Some(changes) = changes {
        changes.write(&mut writer);
    }
    for line in &furniture {
        writer.sheet.extend([Laid::Row, Laid::Answer(false), Laid::Furniture]);
        for unit in &line.units {
            words_of(&mut writer.sheet, unit);
        }
    }
    (writer.sheet, is_sure)
}

/// What a page was made by is on so many lines at most.
const MADE_BY: usize = 3;
/// If one row in so many has lines at heights that no style explains, no row is sure.
const FEW: usize = 20;

/// The rows of all pages.
fn rows(labels: &Labels<'_>, pages: &[Vec<Line>], style: Style) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut gutter = None;
    for page in pages {
        gutter = page_rows(labels, page, style, gutter, &mut rows);
    }
    rows
}

/// Takes out the last lines of the last page if they say by what it was made.
fn made_by(pages: &mut [Vec<Line>]) -> Vec<Line> {
    let Some(page) = pages.iter_mut().rfind(|page| !page.is_empty()) else { return Vec::new() };
    let is_maker = |line: &Line| line.units.iter().flat_map(Unit::text).take(MAKER.len()).eq(MAKER.chars());
    match page.iter().rposition(is_maker) {
        Some(at) if page.len() - at <= MADE_BY => page.split_off(at),
        _ => Vec::new(),
    }
}

/// The text of a line without its digits, and whether it is nothing but the number of a page.
fn running(line: &Line) -> (String, bool) {
    let text: String = line.units.iter().flat_map(Unit::text).collect();
    let is_number = text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | 'p' | 'P'));
    (text.chars().filter(|c| !c.is_ascii_digit()).collect(), is_number)
}

/// Takes out the running titles and the numbers of pages: lines that are at the same height on several pages, above or below everything
/// else, and say the same there, or that are numbers.
fn furniture(pages: &mut [Vec<Line>]) -> Vec<Line> {
    let mut all = Vec::new();
    for is_last in [false, true] {
        let end = |page: &Vec<Line>| if is_last { page.last().cloned() } else { page.first().cloned() };
        let ends: Vec<Option<(i32, String, bool)>> = pages
            .iter()
            .map(|page| end(page).map(|line| (line.y, running(&line))).map(|(y, (text, number))| (y, text, number)))
            .collect();
        let near = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| ends.get(at));
            before.into_iter().chain(ends.get(at + 1)).flatten()
        };
        let mut heights: Vec<i32> = Vec::new();
        for (at, own) in ends.iter().enumerate() {
            let Some((y, text, is_number)) = own else { continue };
            let is_same = |(other, also, number): &(i32, String, bool)| {
                (y - other).abs() <= SAME_LINE && ((*is_number && *number) || text == also)
            };
            if near(at).any(is_same) {
                heights.push(*y);
            }
        }
        heights.sort_unstable();
        for (page, own) in pages.iter_mut().zip(&ends) {
            let Some((y, text, is_number)) = own else { continue };
            let near = heights.get(heights.partition_point(|height| *height < y - SAME_LINE));
            let is_at = near.is_some_and(|height| *height <= y + SAME_LINE);
            let next = if is_last { None } else { page.get(1) };
            let is_said = next.is_some_and(|next| {
                next.units.iter().flat_map(Unit::text).collect::<String>().starts_with(text.as_str())
            });
            let is_alone = ends.len() == 1 && *is_number && text.contains('/');
            if (is_at && (*is_number || heights.len() > 1 || is_said)) || is_alone {
                let at = if is_last { page.len().saturating_sub(1) } else { 0 };
                let line = page.remove(at);
                let open = line
                    .units
                    .iter()
                    .flat_map(Unit::text)
                    .map(|c| i32::from(c == '(') - i32::from(c == ')'))
                    .sum::<i32>();
                // A long title is on two lines.
                let goes_on = !is_last && open > 0 && page.first().is_some_and(|next| next.y - line.y < PITCH);
                all.push(line);
                if goes_on {
                    all.push(page.remove(0));
                }
            }
        }
    }
    all
}
