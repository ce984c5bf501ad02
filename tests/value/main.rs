//! The tests of `src/value`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod answer;
mod code_lists;
mod count;
mod date;
mod incident;
mod kind;
mod not_known;
mod text;
