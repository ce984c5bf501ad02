//! The tests of `src/form`, through the public API.

#[path = "../support/mod.rs"]
mod support;

mod carried;
mod cell_text;
mod cells;
mod contrast;
mod counts;
mod fixed_texts;
mod help;
mod page_layout;
mod page_text;
mod schema;
mod schema_parts;
mod template;
mod web_page;
