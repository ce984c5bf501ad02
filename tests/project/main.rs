//! The tests of `src/project`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod aliases;
mod conversions;
mod errors;
mod exports;
mod layers;
mod non_exhaustive;
mod prose;
mod results_as_json;
