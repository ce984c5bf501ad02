//! A document as a web page.

mod content;
mod page;
mod row;
mod style;
mod text;
mod writer;

pub use page::Html;
