//! 様式: what a document looks like to those who write one, as its form asks it.
//!
//! Whoever writes a document by hand needs to know which fields the form prints, which of them must be answered, and what
//! may be in each. [`Schema`] says this to editors that complete and check JSON while someone types, [`Checklist`] to people,
//! and [`template`] is a document to start from.
//!
//! ```
//! use mynumber_pia::form::{Checklist, Schema, template};
//! use mynumber_pia::{Form, FormEdition};
//!
//! let edition: FormEdition = "form_2_2024_10".parse()?;
//! let schema = serde_json::to_value(Schema::of(Form::Edition(edition)))?;
//! assert_eq!(schema["title"], "基礎項目評価書（令和6年10月 様式2）");
//! assert!(Checklist::of(edition).to_string().contains("評価実施機関名 `cover.body`: 必須。文字列\n"));
//! assert!(template(edition).affair.name.given().is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod checklist;
mod place;
mod schema;
mod template;

#[doc(alias = "記入項目の一覧")]
pub use checklist::Checklist;
#[doc(alias = "JSONスキーマ")]
pub use schema::Schema;
#[doc(alias = "ひな型")]
pub use template::template;
