//! The tests of `src/publication`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod withholding;
