//! `pia` as a user runs it.

#![allow(clippy::disallowed_methods, reason = "the tests write the files that the program reads")]

mod affairs;
mod answer;
mod bad_input;
mod changes;
mod cite;
mod command;
mod filled_in;
mod generate;
mod jobs;
mod labels;
mod print;
mod readme;
mod schema;
mod summary;
mod support;
mod threshold;
mod transcribe;
mod validate;
mod workbook;
