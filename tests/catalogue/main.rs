//! The tests of `src/catalogue`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod items;
