//! The tests of `src/assessment`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod document;
mod malformed;
mod parties;
mod paths;
mod published;
