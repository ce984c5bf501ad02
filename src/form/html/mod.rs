//! A document as a web page.

mod content;
mod escape;
mod page;
mod row;
mod style;
mod unbroken;
mod writer;

pub use page::Html;
