//! The tests of `src/transcribe`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod certain;
mod counts;
mod damaged;
mod disturbed;
mod marks;
mod markup;
mod options;
mod print;
mod printed_forms;
mod ranges;
mod reading;
mod seeds;
mod too_long;
mod turned;
mod values;
mod words;
