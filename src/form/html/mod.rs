//! A document as a web page.

mod content;
mod page;
mod row;
mod style;
mod writer;

pub use page::Html;
