//! The tests of `src/change`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod difference;
mod identity;
mod pairs;
mod parted;
mod published_rows;
mod quotations;
mod quoted;
mod quoted_blocks;
mod rows_by_hand;
mod table;
mod table_law;
mod undone;
mod way_back;
mod weights;
