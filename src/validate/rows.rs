//! Rows of the tables: whether they exist, which body they belong to, and which article is cited with them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::IndexSet;

use super::{Check, Rule, Severity, Spot, root};
use crate::assessment::file::FileSection;
use crate::assessment::provision::{ProvisionSection, Recipient};
use crate::assessment::{Assessment, Basis, Linkage};
use crate::catalogue::{FieldPath, Item, PathStep};
use crate::law::{
    Citation, Found, Law, Locator, Number, Place, Renumbering, RowStatus, StatutoryBasis, Table, TableRow, bodies_in,
    body_key, is_inquirer,
};
use crate::value::answer::{Answer, Lines};
use crate::value::choice::ProvisionMethod;
use crate::value::date::FormDate;
use crate::value::width::fold;

impl Check<'_> {
    /// Who receives a provision, by the path of its bases: the field with the names, and the names as they are
    /// compared with rows.
    fn recipient(&self, bases: &FieldPath) -> Option<(Spot, String)> {
        let mut indexes = bases.steps().iter().filter_map(|step| match step {
            PathStep::Index(index) => Some(*index),
            PathStep::Field(_) => None,
        });
        let (section, index) = (indexes.next()?, indexes.next()?);
        let recipient = self.sections.get(section)?.provision.provisions.get(index)?;
        let at = FieldPath::section(section).at(FileSection::provision).at(ProvisionSection::provisions).nth(index);
        Some((at.item_and_path(Recipient::names), body_key(&named(&recipient.names)?)))
    }

    /// The recipients of a provision, if the tables name all of them and each is certainly outside of the local
    /// government that provides.
    pub(super) fn recipients_outside(&self, bases: &FieldPath) -> Option<Spot> {
        let (at, key) = self.recipient(bases)?;
        let mut bodies = bodies_in(&key).peekable();
        bodies.peek()?;
        bodies.all(|body| is_inquirer(body) && !may_be_local(body)).then_some(at)
    }

    /// Checks that the inquirers of the rows under which the bases of 情報連携 provide are named as recipients.
    pub(super) fn recipients_named(&mut self, published: Option<NaiveDate>, bases: &[Basis]) {
        let Some(day) = published else { return };
        let Some(Basis { basis, .. }) = bases.iter().find(|basis| basis.item == Item::LinkageBases) else { return };
        let mut provided = basis.found().iter().filter(|found| is_of_provider(basis, found)).peekable();
        if provided.peek().is_none() {
            return;
        }
        let mut keys = Vec::new();
        for recipient in self.sections.iter().flat_map(|section| &section.provision.provisions) {
            match &recipient.names {
                Answer::Unanswered | Answer::Blank | Answer::Nothing(_) => {}
                cell @ (Answer::Given(_) | Answer::NotKnown) => {
                    let Some(named) = named(cell) else { return };
                    keys.push(body_key(&named));
                }
            }
        }
        let bodies: IndexSet<&str> = keys.iter().flat_map(|key| bodies_in(key)).collect();
        let bodies: Vec<&str> = bodies.into_iter().collect();
        // Whoever cites the row is its inquirer.
        let of_provision = bases.iter().filter(|basis| basis.item == Item::ProvisionBases);
        let cited = of_provision.flat_map(|basis| basis.basis.citations());
        let cited: IndexSet<Number> =
            cited.filter_map(|citation| existing(citation.row_as_of(day).status)).map(TableRow::number).collect();
        let missing = provided.find_map(|found| {
            let RowStatus::Exists { row, .. } = found.citation.row_as_of(day).status else { return None };
            if cited.contains(&row.number()) || row.changed_about(day).is_some() {
                return None;
            }
            // Not decided if a recipient has another name than those of the tables, because that may be any body.
            let body = row.body().filter(|_| row.is_of_one(&bodies) == Some(false))?;
            Some((found.citation.to_string(), body))
        });
        let Some((seen, inquirer)) = missing else { return };
        let network = ProvisionMethod::InformationProvidingNetworkSystem;
        for (index, FileSection { provision, .. }) in self.sections.iter().enumerate() {
            if provision.provisions.iter().any(|recipient| recipient.methods.contains(network)) {
                let at = FieldPath::section(index).at(FileSection::provision).item_and_path(ProvisionSection::provided);
                let other = root().at(Assessment::linkage).item_and_path(Linkage::bases);
                self.add(Rule::RecipientNotNamed, at, seen.clone(), inquirer, Some(other));
            }
        }
    }

    /// Checks that the row cited for a provision belongs to the recipient, if names and rows are those of the tables.
    pub(super) fn inquirers(&mut self, basis: &Basis, rows: &[RowStatus]) {
        let Some((recipients, key)) = self.recipient(&basis.path) else { return };
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
                        self.row_exists(published, basis, &end, end.row_as_of(published).status);
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
            RowStatus::Deleted { seen_on, .. } => {
                let state = seen_on.unwrap_or(published);
                // A deleted row stays deleted. Before the day of the copy it may still have existed.
                (Rule::RowDeleted, state, state <= published)
            }
            RowStatus::Missing { copied_on } => {
                let state = copied_on.unwrap_or(published);
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

/// Whether a body of the tables may be an organ of a local government: its head, or a board such as that of education. The tables name
/// these with the kind of government.
fn may_be_local(body: &str) -> bool {
    body.contains(['市', '町', '村', '区', '都', '道', '府', '県']) || body.contains("地方公共団体")
}

/// Whether a row follows a description of the third column, which names who provides (情報提供者).
fn is_of_provider(basis: &StatutoryBasis, found: &Found) -> bool {
    // The text from 第三欄 on.
    let number = basis.group_text(found).and_then(|group| group.chars().nth(1));
    matches!(number.map(fold), Some('三' | '3'))
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
