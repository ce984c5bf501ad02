//! The rows of the change table that report a change of a withheld answer, or quote one.

use alloc::collections::{BTreeMap, VecDeque};
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use indexmap::IndexMap;

use super::search::Search;
use super::secrets::{Secret, Secrets, bare, key, readings};
use crate::assessment::{Assessment, Change};
use crate::catalogue::{FieldPath, Item};
use crate::change::{Address, addresses};
use crate::duty::Withholding;
use crate::value::answer::{Tick, Value};

/// What is withheld, and the answer that it repeats or reports a change of.
pub(super) type Plan = BTreeMap<FieldPath, (&'static Withholding, Option<FieldPath>)>;

/// Adds the cells 変更前 and 変更後 of a row.
fn withhold_row(plan: &mut Plan, row: usize, by: &'static Withholding, of: &FieldPath) {
    for path in cells(row) {
        plan.entry(path).or_insert_with(|| (by, Some(of.clone())));
    }
}

/// The paths of the cells 変更前 and 変更後 of a row.
fn cells(row: usize) -> [FieldPath; 2] {
    let row = FieldPath::root().at(Assessment::changes).nth(row);
    [row.at(Change::before).untyped(), row.at(Change::after).untyped()]
}

/// Adds the rows whose column 項目 names a withheld answer.
fn reported(plan: &mut Plan, addresses: &[Address]) {
    let items: IndexMap<Item, FieldPath> =
        plan.keys().rev().filter_map(|path| Some((path.item()?, path.clone()))).collect();
    let mut rows = Vec::new();
    for (row, address) in addresses.iter().enumerate() {
        let withheld = address.items.iter().find_map(|named| match &named.path {
            Some(path) => {
                plan.range(path..).map(|(own, _)| own).next().filter(|own| own.steps().starts_with(path.steps()))
            }
            None => items.get(&named.item),
        });
        rows.extend(withheld.and_then(|of| Some((row, plan.get(of)?.0, of.clone()))));
    }
    for (row, by, of) in rows {
        withhold_row(plan, row, by, &of);
    }
}

/// A row of the change table with those that continue it.
struct Entry {
    rows: Range<usize>,
    /// Whether its column 項目 names an answer.
    is_addressed: bool,
    /// Its texts that are looked for once it is withheld: their indices among the candidates.
    texts: Range<usize>,
    is_withheld: bool,
}

fn entries(document: &Assessment, addresses: &[Address]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (row, change) in document.changes.iter().enumerate() {
        let is_addressed = addresses.get(row).is_some_and(|address| !address.items.is_empty());
        match entries.last_mut().filter(|_| change.continues != Tick::Unticked) {
            Some(entry) => {
                entry.rows.end = row + 1;
                entry.is_addressed |= is_addressed;
            }
            None => entries.push(Entry { rows: row..row + 1, is_addressed, texts: 0..0, is_withheld: false }),
        }
    }
    entries
}

/// A text that is withheld, or that is if its row is.
struct Candidate {
    key: String,
    path: FieldPath,
    /// The provision. `None` as long as its row is not withheld.
    by: Option<&'static Withholding>,
}

/// The texts of an answer that are looked for.
fn of_answer(value: Value<'_>, path: &FieldPath, by: Option<&'static Withholding>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    value.each_text(&mut |text| {
        candidates.extend(key(text).map(|key| Candidate { key, path: path.clone(), by }));
    });
    candidates
}

/// Adds the rows that report a change of what is withheld or quote it. Returns the withheld texts that are looked for.
///
/// A row that quotes a withheld text and whose column 項目 names no answer may be about the withheld one. Then its texts are looked
/// for too, so that an older text is withheld in all the rows that quote it.
pub(super) fn with_rows(document: &Assessment, plan: &mut Plan) -> Secrets {
    let addresses: Vec<Address> = addresses(document).collect();
    reported(plan, &addresses);
    let mut candidates: Vec<Candidate> = Vec::new();
    document.walk(|field| {
        let path = field.path.to_owned();
        if let Some((by, _)) = plan.get(&path) {
            candidates.extend(of_answer(field.value, &path, Some(by)));
        }
    });
    let mut entries = entries(document, &addresses);
    for entry in entries.iter_mut().filter(|entry| !entry.is_addressed) {
        let start = candidates.len();
        for (value, path) in texts_of(document, entry, plan).into_iter().flatten() {
            candidates.extend(of_answer(value, &path, None));
        }
        entry.texts = start..candidates.len();
    }
    let (search, nodes) = Search::of(candidates.iter().map(|candidate| candidate.key.as_str()));
    let quotations = quotations(document, &entries, plan, &search);
    quoting(plan, &mut entries, &mut candidates, (&search, &nodes), quotations);
    let secret =
        |(candidate, node): (Candidate, usize)| Some((node, Secret { path: candidate.path, by: candidate.by? }));
    Secrets::new(search, candidates.into_iter().zip(nodes).filter_map(secret).collect())
}

/// The cells of an entry that are not withheld: all of 変更前, and all of 変更後.
fn texts_of<'a>(document: &'a Assessment, entry: &Entry, plan: &Plan) -> [Vec<(Value<'a>, FieldPath)>; 2] {
    let mut texts = [Vec::new(), Vec::new()];
    for (row, change) in entry.rows.clone().zip(document.changes.get(entry.rows.clone()).unwrap_or_default()) {
        let values = [change.before.value(), change.after.value()];
        for ((texts, value), path) in texts.iter_mut().zip(values).zip(cells(row)) {
            if !plan.contains_key(&path) {
                texts.push((value, path));
            }
        }
    }
    texts
}

/// For each node, the entries that have its text in 変更前 or in 変更後.
fn quotations(document: &Assessment, entries: &[Entry], plan: &Plan, search: &Search) -> Vec<Vec<usize>> {
    let mut quotations: Vec<Vec<usize>> = alloc::vec![Vec::new(); search.len()];
    for (index, entry) in entries.iter().enumerate() {
        for cells in texts_of(document, entry, plan) {
            let readings: Vec<Vec<String>> = cells.into_iter().map(|(value, _)| readings(value)).collect();
            // A quotation may continue in the next row.
            let joined: String = readings.iter().filter_map(|all| all.first()).map(String::as_str).collect();
            let shown: String = readings.iter().filter_map(|all| all.last()).map(String::as_str).collect();
            for text in [joined, shown] {
                let mut node = 0;
                for (c, _) in bare(&text) {
                    node = search.step(node, c);
                    if let Some(entries) = quotations.get_mut(node).filter(|_| node > 0) {
                        if entries.last() != Some(&index) {
                            entries.push(index);
                        }
                    }
                }
            }
        }
    }
    quotations
}

/// Adds the entries that quote a withheld text. Each node is visited once.
fn quoting(
    plan: &mut Plan,
    entries: &mut [Entry],
    candidates: &mut [Candidate],
    (search, nodes): (&Search, &[usize]),
    mut quotations: Vec<Vec<usize>>,
) {
    let longer = search.longer();
    let mut is_visited = alloc::vec![false; search.len()];
    let mut withheld: Vec<usize> =
        (0..candidates.len()).filter(|index| candidates.get(*index).is_some_and(|one| one.by.is_some())).collect();
    let length = |index: &usize| nodes.get(*index).map_or(0, |node| search.length(*node));
    withheld.sort_by_key(|index| core::cmp::Reverse(length(index)));
    let mut withheld = VecDeque::from(withheld);
    while let Some(index) = withheld.pop_front() {
        let Some(Candidate { path, by: Some(by), .. }) = candidates.get(index) else { continue };
        let (of, by) = (path.clone(), *by);
        let mut texts: Vec<usize> = nodes.get(index).copied().into_iter().collect();
        while let Some(node) = texts.pop() {
            if is_visited.get(node).copied().unwrap_or(true) {
                continue;
            }
            if let Some(is_visited) = is_visited.get_mut(node) {
                *is_visited = true;
            }
            for entry in quotations.get_mut(node).map(core::mem::take).unwrap_or_default() {
                let Some(entry) = entries.get_mut(entry).filter(|entry| !entry.is_withheld) else { continue };
                entry.is_withheld = true;
                entry.rows.clone().for_each(|row| withhold_row(plan, row, by, &of));
                withheld.extend(entry.texts.clone());
                for text in entry.texts.clone() {
                    if let Some(text) = candidates.get_mut(text) {
                        text.by = Some(by);
                    }
                }
            }
            texts.extend(longer.get(node).into_iter().flatten());
        }
    }
}
