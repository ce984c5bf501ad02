//! 情報提供者: the rows of 第2条の表 under which a body provides information.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

use super::body::{described, includes, is_role, key, parts};
use super::{RowStatus, Table, TableRow};
use crate::value::error::excerpt;
use crate::value::language::errors;

/// A body in its role as a provider of information (情報提供者).
///
/// Its name is one in the third column of 第2条の表: 市町村長, 医療保険者, 都道府県知事. The members of a collective name are also providers: 健康保険組合 is one of the 医療保険者.
///
/// A municipality that runs 国民健康保険 provides information both as 市町村長 and as 医療保険者.
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::law::Provider;
///
/// let insurer: Provider = "医療保険者".parse()?;
/// let day = NaiveDate::from_ymd_opt(2024, 12, 6).unwrap();
/// let recipients: Vec<&str> = insurer.rows(day).filter(|row| !row.only_possibly).filter_map(|row| row.row.body()).collect();
/// assert_eq!(recipients[..3], ["全国健康保険協会", "健康保険組合", "全国健康保険協会"]);
/// # Ok::<(), mynumber_pia::law::ProviderError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Provider(&'static str);

/// A row under which a body provides information, certainly or possibly.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvidedRow {
    /// The row, with the recipient ([`TableRow::body`]) and the law.
    pub row: TableRow,
    /// Whether it is only possible that the body provides under the row. Either the row names a role (「…の支給を行うこととされている者」) and no
    /// body, or it uses a collective name to which the body belongs only in one of its affairs (a 市町村長 to 医療保険者) or
    /// only if it has that task (to 都道府県知事等). Or the row names it in only one of the copies around the day.
    pub only_possibly: bool,
    /// The nearest day on which the row was seen, if it was not on the day that was asked about. It may have been
    /// different then.
    pub seen_on: Option<NaiveDate>,
}

impl Provider {
    /// The name as the table prints it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// All names, each once: first in the order of the table, then those that only its definitions mention.
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

    /// The rows of 第2条の表 under which the body provides information on `day`, certainly or possibly, in the order of the
    /// table. These are the recipients that its assessment should name if it holds the information. There are none
    /// before 2024-05-27, when the table came into force; the providers of 別表第二 are not recorded. A row that was added or
    /// changed between two copies is only possible in between, unless both copies name the body. Allocates nothing.
    pub fn rows(self, day: NaiveDate) -> impl Iterator<Item = ProvidedRow> {
        Table::Provision.numbers().filter_map(move |number| {
            let provided = |row: TableRow, only_possibly: bool, seen_on| {
                let always = row.providers().filter_map(|cell| self.is_in(cell)).max()?;
                Some(ProvidedRow { row, only_possibly: only_possibly || !always, seen_on })
            };
            match Table::Provision.row_as_of(number, day).status {
                RowStatus::Exists { row, seen_on } => {
                    let Some(next) = row.changed_about(day) else { return provided(row, false, seen_on) };
                    let (before, after) =
                        (provided(row, false, seen_on), provided(next, false, next.life().other_than(day)));
                    match (before, after) {
                        (Some(before), Some(after)) => {
                            Some(ProvidedRow { only_possibly: before.only_possibly || after.only_possibly, ..before })
                        }
                        (one, other) => one.or(other).map(|one| ProvidedRow { only_possibly: true, ..one }),
                    }
                }
                RowStatus::NotKnown { before, after, between: _ } => {
                    let row = before.or(after)?;
                    provided(row, true, row.life().other_than(day))
                }
                RowStatus::Deleted { .. }
                | RowStatus::NotYet { .. }
                | RowStatus::NoLonger { .. }
                | RowStatus::Missing { .. }
                | RowStatus::NoTable(_)
                | RowStatus::NotARow => None,
            }
        })
    }

    /// Whether a cell names the body; `Some(false)` if it is only possible that it means the body.
    fn is_in(self, cell: &str) -> Option<bool> {
        if is_role(cell) {
            let example = cell.split("その他の").next().and_then(|example| includes(example, self.0));
            return Some(example.unwrap_or(false));
        }
        let named = cell.split('、').flat_map(|cell| cell.split("又は")).flat_map(|cell| cell.split("若しくは"));
        named.map(described).filter_map(|(name, is_some)| Some(includes(name, self.0)? && !is_some)).max()
    }
}

/// The names in the cells of the table, followed by the names that these include.
fn names() -> impl Iterator<Item = &'static str> {
    let cells = Table::Provision.versions_of_rows().flat_map(TableRow::providers);
    let bodies = cells.filter(|cell| !is_role(cell)).flat_map(parts);
    bodies.chain(super::body::members())
}

errors! {
    /// A string that is not the name of a provider.
    #[error("\"{seen}\" is not a provider of 第2条の表: expected one of {}", all_names())]
    #[ja("「{seen}」は第2条の表の情報提供者にない（情報提供者：{}）", all_names())]
    #[non_exhaustive]
    pub struct ProviderError {
        /// What was seen, as an [`excerpt`] shows it.
        pub seen: String,
    }
}

fn all_names() -> String {
    let names: Vec<&str> = Provider::all().into_iter().map(Provider::name).collect();
    names.join(", ")
}

/// Reads a name in either width. Blanks and text in brackets are ignored.
impl FromStr for Provider {
    type Err = ProviderError;

    fn from_str(text: &str) -> Result<Self, ProviderError> {
        let key = key(text);
        let known = names().find(|name| *name == key);
        known.map(Self).ok_or_else(|| ProviderError { seen: excerpt(text) })
    }
}

/// Prints the name.
impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}
