//! The tests of `src/law`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod by_year;
mod citation;
mod citation_words;
mod corpus;
mod providers;
mod short_names;
mod tables;
mod words;
