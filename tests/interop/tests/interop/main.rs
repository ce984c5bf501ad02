//! What the library writes, read by other people's parsers.

mod formats;
mod mutations;
mod pages;
mod public_items;
mod schema;
mod values;
