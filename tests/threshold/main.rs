//! The tests of `src/threshold`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod determination;
mod words;
