//! A document as a web page.

mod again;
mod content;
mod data;
mod page;
mod row;
mod style;
mod text;
mod writer;

pub use data::PageError;
pub use data::data;
pub use data::on_form;
pub use page::Html;
