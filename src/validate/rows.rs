//! Rows of the tables: whether they exist, which body they belong to, and which article is cited with them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::IndexSet;

use super::{Check, Rule, Severity};
use crate::assessment::Basis;
use crate::assessment::file::FileSection;
use crate::assessment::provision::{ProvisionSection, Recipient};
use crate::catalogue::{PathStep, PathTo};
use crate::law::{
    Citation, Found, Law, Locator, Number, Place, Renumbering, RowStatus, Table, TableRow, bodies_in, body_key,
};
use crate::value::answer::{Answer, Lines};
use crate::value::date::FormDate;

impl Check<'_> {
    /// Checks that the row cited for a provision belongs to the recipient, if names and rows are those of the tables.
    pub(super) fn inquirers(&mut self, basis: &Basis, rows: &[RowStatus]) {
        let mut indexes = basis.path.steps().iter().filter_map(|step| match step {
            PathStep::Index(index) => Some(*index),
            PathStep::Field(_) => None,
        });
        let (Some(section), Some(index)) = (indexes.next(), indexes.next()) else { return };
        let recipient = self.sections.get(section).and_then(|section| section.provision.provisions.get(index));
        let Some(named) = recipient.and_then(|recipient| named(&recipient.names)) else { return };
        let at = PathTo::section(section).at(FileSection::provision).at(ProvisionSection::provisions).nth(index);
        let recipients = at.item_and_path(Recipient::names);
        let key = body_key(&named);
        let bodies: Vec<&str> = bodies_in(&key).collect();
        let mut judged = IndexSet::new();
        for (index, citation) in basis.basis.citations().enumerate() {
            let row = rows.get(index).map_or_else(|| citation.table_row(), |row| existing(*row));
            // A row is judged only when it is first cited.
            let row = row.filter(|row| judged.insert((row.table(), row.number())));
            if let Some(row) = row.filter(|row| row.is_of_one(&bodies) == Some(false)) {
                let inquirer = row.body().unwrap_or_default();
                let at = (basis.item, basis.path.clone());
                self.add(Rule::RecipientNotInquirer, at, citation.to_string(), inquirer, Some(recipients.clone()));
            }
        }
    }

    /// Checks that every row that is cited is in its table, as far as the copies of the table show.
    pub(super) fn rows_exist(&mut self, published: NaiveDate, basis: &Basis, rows: &[RowStatus]) {
        for (citation, row) in basis.basis.citations().zip(rows) {
            match (citation.locator(), citation.law()) {
                (Locator::At(_), _) => self.row_exists(published, basis, citation, *row),
                // Only laws that the crate knows have tables.
                (Locator::Range(first, last), Some(Law::Known(_))) => {
                    for place in [first, last] {
                        let end = Citation::unchecked(citation.law().cloned(), Locator::At(place));
                        self.row_exists(published, basis, &end, end.row_as_of(published));
                    }
                }
                (Locator::Whole, _) | (Locator::Range(..), Some(Law::Named(_)) | None) => {}
            }
        }
    }

    fn row_exists(&mut self, published: NaiveDate, basis: &Basis, cited: &Citation, row: RowStatus) {
        let (rule, state, is_certain) = match row {
            RowStatus::NotYet { row } => (Rule::RowNotInTable, row.life().absent.unwrap_or(published), true),
            RowStatus::NoLonger { row } => (Rule::RowNotInTable, row.life().gone.unwrap_or(published), true),
            RowStatus::Deleted { state, .. } => {
                let state = state.unwrap_or(published);
                // A deleted row stays deleted. Before the day of the copy it may still have existed.
                (Rule::RowDeleted, state, state <= published)
            }
            RowStatus::Missing { state } => {
                let state = state.unwrap_or(published);
                // A deleted row keeps its number, so a row that the copy lacks did not exist before. It may have been
                // added since.
                (Rule::RowNotInTable, state, published <= state)
            }
            RowStatus::Exists { .. } | RowStatus::NotKnown { .. } | RowStatus::NoTable(_) | RowStatus::NotARow => {
                return;
            }
        };
        let severity = if is_certain { rule.severity() } else { Severity::Note };
        let day = FormDate::try_from(state).map_or_else(|_| state.to_string(), |day| day.to_string());
        self.add_as(severity, rule, (basis.item, basis.path.clone()), cited.to_string(), day, None);
    }

    /// Checks that the article cited after a row is the one that the order has for that row.
    pub(super) fn articles(&mut self, published: Option<NaiveDate>, basis: &Basis, rows: &[RowStatus]) {
        let found = basis.basis.found();
        for Found { citation: article, row, .. } in found {
            let Some((index, row)) = row.and_then(|index| Some((index, found.get(index)?))) else { continue };
            let Some(of_table) = row_of(&row.citation, rows.get(index)) else { continue };
            let other = |row: TableRow| row.article_citation().filter(|expected| is_other(row, article, expected));
            let Some(expected) = other(of_table) else { continue };
            // Between two copies, the article may be that of the next one.
            let next = published.and_then(|day| of_table.changed_about(day));
            if next.is_some_and(|next| other(next).is_none()) {
                continue;
            }
            let seen = alloc::format!("{}、{article}", row.citation);
            self.add(Rule::RowAndArticle, (basis.item, basis.path.clone()), seen, expected.to_string(), None);
        }
    }
}

/// Whether the article is not the one that the order has for the row. For 第2条の表 it follows from the row. In the orders
/// of the other tables, articles were moved from one branch number to another between the copies (第31条の2 to 第31条の2の2),
/// but never to another article number.
fn is_other(row: TableRow, seen: &Citation, expected: &Citation) -> bool {
    let number = |citation: &Citation| citation.locator().place().and_then(Place::article_number);
    match row.table() {
        Table::Provision => number(seen) != number(expected),
        Table::First | Table::Second | Table::Appended => {
            number(seen).map(Number::main) != number(expected).map(Number::main)
        }
    }
}

/// The most bytes of names that are compared with rows: about thirty bodies. A longer cell is not a list of them.
const MOST: usize = 900;

/// The names in a cell, joined.
fn named(names: &Answer<Lines>) -> Option<String> {
    let mut joined = String::new();
    for (_, name) in names.given()?.iter() {
        // An illegible line could name any body.
        joined.push_str(name.given()?.as_str());
        joined.push('、');
        if joined.len() > MOST {
            return None;
        }
    }
    Some(joined)
}

/// The row, if its table has it.
const fn existing(status: RowStatus) -> Option<TableRow> {
    match status {
        RowStatus::Exists { row, .. } | RowStatus::Deleted { row, .. } => Some(row),
        RowStatus::NotYet { .. }
        | RowStatus::NoLonger { .. }
        | RowStatus::NotKnown { .. }
        | RowStatus::Missing { .. }
        | RowStatus::NoTable(_)
        | RowStatus::NotARow => None,
    }
}

/// The row that a document of this day cites. A table that was not in force then had the row in some other copy.
fn row_of(citation: &Citation, on_day: Option<&RowStatus>) -> Option<TableRow> {
    match on_day {
        None => citation.table_row().filter(|_| citation.renumbered() != Renumbering::DependsOnDay),
        Some(RowStatus::NoTable(_)) => citation.table_row(),
        Some(status) => existing(*status),
    }
}
