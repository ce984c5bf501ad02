//! By what a result was made.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::table::Table;

/// By which version of the crate and with which copies of the law something was made (作成元): the newest copies of the tables in
/// force. Programs write it beside their results, as `made_by` in JSON and as a line of a
/// page, so that a reader can see later what was known.
///
/// ```
/// let made_by = mynumber_pia::law::made_by();
/// assert!(made_by.starts_with("mynumber-pia ") && made_by.contains("番号法別表 2026-07-17"));
/// ```
#[must_use]
pub fn made_by() -> String {
    let copies: Vec<String> = [Table::Appended, Table::Provision]
        .into_iter()
        .map(|table| format!("{}{} {}", table.act().label(), table.place(), table.copied_on()))
        .collect();
    format!("{} {} ({})", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"), copies.join(", "))
}
