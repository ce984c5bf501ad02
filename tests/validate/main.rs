//! The tests of `src/validate`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod changes;
mod completeness;
mod drafts;
mod findings;
mod rules;
mod since;
