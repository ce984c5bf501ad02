//! Two papers of an affair that are compared: the 基礎項目評価書 and a deeper one.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::OnceCell;

use chrono::NaiveDate;
use indexmap::{IndexMap, IndexSet};

use super::finding::{Disagreement, Spot};
use super::rule::AgreeRule;
use crate::affair::dossier::AffairKey;
use crate::assessment::Assessment;
use crate::assessment::procedure::Change;
use crate::catalogue::{FieldPath, Item, entry_at};
use crate::change::{Addresses, Says, in_words, says};
use crate::validate::Severity;
use crate::value::answer::{Line, Lines};
use crate::value::choice::SubmissionTiming;
use crate::value::date::FormDate;
use crate::value::text::Text;

/// The item and the path of an answer.
pub(super) type At = (Item, FieldPath);

/// One of the two papers.
pub(super) struct Side<'a> {
    pub(super) document: &'a Assessment,
    pub(super) version: usize,
    pub(super) day: Option<NaiveDate>,
    /// The dated rows of its change table, with the items that they are about. Reading them is slow and seldom needed.
    rows: OnceCell<Vec<Logged>>,
}

/// A dated row of a change table.
struct Logged {
    row: usize,
    date: FormDate,
    items: Vec<Item>,
}

impl<'a> Side<'a> {
    pub(super) const fn new(document: &'a Assessment, version: usize, day: Option<NaiveDate>) -> Self {
        Self { document, version, day, rows: OnceCell::new() }
    }

    pub(super) fn spot(&self, at: At) -> Spot {
        Spot::of(self.document, self.version, at)
    }

    fn rows(&self) -> &[Logged] {
        self.rows.get_or_init(|| {
            let changes = &self.document.changes;
            if changes.is_empty() {
                return Vec::new();
            }
            let addresses = Addresses::new(self.document);
            let dated = changes.iter().enumerate().filter_map(|(row, change)| Some((row, *change.date.given()?)));
            let logged = |(row, date)| {
                let items = addresses.of(row).items.into_iter().map(|addressed| addressed.item).collect();
                Logged { row, date, items }
            };
            dated.map(logged).collect()
        })
    }

    /// What the document says at a path.
    pub(super) fn said(&self, at: At) -> Said {
        let entry = entry_at(self.document, &at.1);
        let words = entry.map_or_else(String::new, |entry| entry.value().to_string());
        Said { lines: entry.and_then(in_words), words, at }
    }

    fn change(&self, row: usize) -> Option<&'a Change> {
        self.document.changes.get(row)
    }
}

/// What a paper says.
pub(super) struct Said {
    pub(super) at: At,
    /// What is reported.
    pub(super) words: String,
    /// The whole answer.
    pub(super) lines: Option<Lines>,
}

/// The members of a list that a paper names, by their keys.
pub(super) struct Members {
    pub(super) at: At,
    pub(super) names: IndexMap<String, String>,
}

impl Members {
    pub(super) fn new(at: At, names: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { at, names: names.into_iter().collect() }
    }

    /// Those that the other paper lacks, as they are reported.
    fn without(&self, other: &Self) -> String {
        let only = self.names.iter().filter(|(key, _)| !other.names.contains_key(*key));
        let only: Vec<&str> = only.map(|(_, name)| name.as_str()).collect();
        if only.is_empty() { "なし".to_string() } else { only.join("、") }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.names.len() == other.names.len() && self.names.keys().all(|key| other.names.contains_key(key))
    }

    pub(super) fn said(self, words: String) -> Said {
        let lines = self.names.values().filter_map(|name| Text::new(name.as_str()).ok()).map(Line::from);
        Said { at: self.at, words, lines: Lines::new(lines.collect()) }
    }
}

/// The most rows about one item that are read. A real table has a few.
const MOST: usize = 100;

/// The two papers, and what was found.
pub(super) struct Pair<'a> {
    pub(super) affair: AffairKey<'a>,
    pub(super) basic: Side<'a>,
    pub(super) deeper: Side<'a>,
    pub(super) found: Vec<Disagreement<'a>>,
}

/// How the change table of one paper explains that the other says something else.
struct Explained {
    rule: AgreeRule,
    /// Whether the 基礎項目評価書 has the row, and the deeper paper does not follow it.
    is_in_basic: bool,
    row: usize,
}

impl Pair<'_> {
    /// Reports something at one paper, and its contradiction in the other.
    pub(super) fn add(
        &mut self,
        rule: AgreeRule,
        severity: Severity,
        (at, seen): (Spot, String),
        (other, expected): (Option<Spot>, String),
    ) {
        self.found.push(Disagreement { affair: self.affair, rule, severity, at: Some(at), other, seen, expected });
    }

    /// Two papers may differ because one of them was corrected first. If its change table says so, the other is not yet corrected,
    /// or was published without the correction. Otherwise the two papers contradict each other.
    pub(super) fn differ(&mut self, rule: AgreeRule, basic: Said, deeper: Said) {
        self.differ_as(rule, rule.severity(), basic, deeper);
    }

    pub(super) fn differ_as(&mut self, rule: AgreeRule, severity: Severity, basic: Said, deeper: Said) {
        if let Some((basic, deeper)) = self.explain(basic, deeper) {
            let (at, other) = (self.basic.spot(basic.at), self.deeper.spot(deeper.at));
            self.add(rule, severity, (at, basic.words), (Some(other), deeper.words));
        }
    }

    /// Reports the paper that does not follow the change table of the other. If neither table explains the difference, the two answers
    /// are given back.
    pub(super) fn explain(&mut self, basic: Said, deeper: Said) -> Option<(Said, Said)> {
        let Some(Explained { rule, is_in_basic, row }) = self.explained(&basic, &deeper) else {
            return Some((basic, deeper));
        };
        let (newer, new, older, old) = if is_in_basic {
            (&self.basic, basic, &self.deeper, deeper)
        } else {
            (&self.deeper, deeper, &self.basic, basic)
        };
        let other = newer.spot(FieldPath::root().at(Assessment::changes).nth(row).item_and_path(Change::date));
        let at = older.spot(old.at);
        self.add(rule, rule.severity(), (at, old.words), (Some(other), new.words));
        None
    }

    /// Reports the answers of both papers at one path.
    pub(super) fn answers(&mut self, rule: AgreeRule, at: At) {
        self.differ(rule, self.basic.said(at.clone()), self.deeper.said(at));
    }

    /// Reports two lists that do not have the same members.
    pub(super) fn differ_in(&mut self, rule: AgreeRule, basic: Members, deeper: Members) {
        if basic.is_same(&deeper) {
            return;
        }
        let (here, there) = (basic.without(&deeper), deeper.without(&basic));
        self.differ(rule, basic.said(here), deeper.said(there));
    }

    fn explained(&self, basic: &Said, deeper: &Said) -> Option<Explained> {
        let sides = [(true, &self.basic, &self.deeper, deeper), (false, &self.deeper, &self.basic, basic)];
        let mut not_yet = None;
        for (is_in_basic, newer, older, old) in sides {
            let Some(published) = older.day else { continue };
            let is_about = |row: &&Logged| row.items.contains(&basic.at.0) || row.items.contains(&deeper.at.0);
            for Logged { row, date, items: _ } in newer.rows().iter().filter(is_about).take(MOST) {
                let quotes_old = newer.change(*row).is_some_and(|change| {
                    old.lines.is_some() && says(&change.before, old.lines.as_ref()) == Says::Same
                });
                if date.last_day() <= published && quotes_old {
                    return Some(Explained { rule: AgreeRule::CorrectionMissing, is_in_basic, row: *row });
                }
                if published < date.first_day() && newer.day.is_some_and(|day| published < day) {
                    not_yet = Some(Explained { rule: AgreeRule::NotYetCorrected, is_in_basic, row: *row });
                }
            }
        }
        not_yet
    }

    /// Compares 提出時期 of rows of one day about one item.
    pub(super) fn timings(&mut self) {
        let dated = |side: &Side<'_>| -> IndexSet<(FormDate, SubmissionTiming)> {
            let rows = side.document.changes.iter();
            rows.filter_map(|change| Some((*change.date.given()?, *change.timing.given()?))).collect()
        };
        // To read what the rows are about is slow, and usually no two rows of one day differ.
        let there = dated(&self.deeper);
        let is_other = |(date, timing): &(FormDate, SubmissionTiming)| {
            SubmissionTiming::ALL.iter().any(|other| other != timing && there.contains(&(*date, *other)))
        };
        if !dated(&self.basic).iter().any(is_other) {
            return;
        }
        let mut timed: IndexMap<(FormDate, Item), usize> = IndexMap::new();
        for Logged { row, date, items } in self.deeper.rows() {
            for item in items {
                timed.entry((*date, *item)).or_insert(*row);
            }
        }
        let mut differing = Vec::new();
        for Logged { row, date, items } in self.basic.rows() {
            let other = items.iter().find_map(|item| timed.get(&(*date, *item)).copied());
            let timing = |side: &Side<'_>, row| side.change(row)?.timing.given().copied();
            let both = other.and_then(|other| Some((other, timing(&self.basic, *row)?, timing(&self.deeper, other)?)));
            if let Some((other, here, there)) = both.filter(|(_, here, there)| here != there) {
                differing.push((*row, here, other, there));
            }
        }
        for (row, here, other, there) in differing {
            let at = |row| FieldPath::root().at(Assessment::changes).nth(row).item_and_path(Change::timing);
            let (at, other) = (self.basic.spot(at(row)), self.deeper.spot(at(other)));
            let rule = AgreeRule::TimingDiffers;
            self.add(rule, rule.severity(), (at, here.label().into()), (Some(other), there.label().into()));
        }
    }
}
