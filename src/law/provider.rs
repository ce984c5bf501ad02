//! 情報提供者: under which rows of 第2条の表 a body provides information.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

use super::body::{described, includes, is_role, key, parts};
use super::{RowStatus, Table, TableRow};
use crate::value::error::excerpt;

/// Who a body is as a provider of information (情報提供者), by a name in the third column of 第2条の表: 市町村長, 医療保険者, 都道府県知事. The
/// members of a collective name count too: 健康保険組合 is one of the 医療保険者.
///
/// A municipality that runs 国民健康保険 provides as 市町村長 and as 医療保険者.
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::law::Provider;
///
/// let insurer: Provider = "医療保険者".parse()?;
/// let day = NaiveDate::from_ymd_opt(2024, 12, 6).unwrap();
/// let recipients: Vec<&str> = insurer.rows(day).filter(|row| !row.is_possible).filter_map(|row| row.row.body()).collect();
/// assert_eq!(recipients[..3], ["全国健康保険協会", "健康保険組合", "全国健康保険協会"]);
/// # Ok::<(), mynumber_pia::law::ProviderError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Provider(&'static str);

/// A row under which a body provides information, or may.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvidedRow {
    /// The row: to whom ([`TableRow::body`]) and for which law.
    pub row: TableRow,
    /// The row does not name the body itself, but a role (「…の支給を行うこととされている者」), or a collective name to which it belongs only
    /// in one of its affairs (a 市町村長 to 医療保険者) or only if it has that task (to 都道府県知事等).
    pub is_possible: bool,
    /// The day of the table, if it is not the day that was asked about: on that day the row may differ.
    pub state: Option<NaiveDate>,
}

impl Provider {
    /// The name, as the table prints it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// All names, each once, in the order in which the table first prints them; then those that only its definitions name.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for name in names() {
            if !all.iter().any(|known| known.0 == name) {
                all.push(Self(name));
            }
        }
        all
    }

    /// The rows of 第2条の表 under which it provides information on `day`, or may, in the order of the table: the recipients that
    /// its assessment should name, as far as it holds the information. None before 2024-05-27, when the table came into force;
    /// 別表第二 is known without its providers. Allocates nothing.
    pub fn rows(self, day: NaiveDate) -> impl Iterator<Item = ProvidedRow> {
        Table::Provision.rows().filter_map(move |row| {
            let RowStatus::Exists { row, state } = Table::Provision.row_as_of(row.number(), day) else { return None };
            let always = row.providers().filter_map(|cell| self.is_in(cell)).max()?;
            Some(ProvidedRow { row, is_possible: !always, state })
        })
    }

    /// Whether a cell names the body, and if so, whether certainly.
    fn is_in(self, cell: &str) -> Option<bool> {
        if is_role(cell) {
            let example = cell.split("その他の").next().and_then(|example| includes(example, self.0));
            return Some(example.unwrap_or(false));
        }
        let named = cell.split('、').flat_map(|cell| cell.split("又は")).flat_map(|cell| cell.split("若しくは"));
        named.map(described).filter_map(|(name, is_some)| Some(includes(name, self.0)? && !is_some)).max()
    }
}

/// The names that the cells of the table print, and then those whom they include.
fn names() -> impl Iterator<Item = &'static str> {
    let cells = || Table::Provision.rows().flat_map(TableRow::providers);
    let bodies = cells().filter(|cell| !is_role(cell)).flat_map(parts);
    bodies.chain(super::body::members())
}

/// Why a text names no provider.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{seen}\" is not a provider of 第2条の表: expected one of {}", Names)]
pub struct ProviderError {
    /// What was seen, as an [`excerpt`] shows it.
    pub seen: String,
}

/// All names, joined.
struct Names;

impl fmt::Display for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Provider::all().iter().enumerate().try_for_each(|(index, Provider(name))| {
            f.write_str(if index == 0 { "" } else { ", " })?;
            f.write_str(name)
        })
    }
}

/// Reads a name, in either width and without blanks and what is in brackets.
impl FromStr for Provider {
    type Err = ProviderError;

    fn from_str(text: &str) -> Result<Self, ProviderError> {
        let key = key(text);
        let known = names().find(|name| *name == key);
        known.map(Self).ok_or_else(|| ProviderError { seen: excerpt(text) })
    }
}

/// The name.
impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}
