//! The tests of `src/publication`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod generated;
mod nowhere;
mod quotations;
mod withholding;
