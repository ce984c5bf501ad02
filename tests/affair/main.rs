//! The tests of `src/affair`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod advice_table;
mod agree;
mod agree_limits;
mod consequences;
mod deadlines;
mod dossier;
mod facts;
mod papers;
mod plan;
mod plan_papers;
mod plan_results;
mod plan_table;
mod register;
