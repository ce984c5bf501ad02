//! The library for programs in any language: text in, text out.
//!
//! A host sends a request as JSON and receives a reply as JSON. An [`Editor`] answers them; the module [`interface`] is the same for a
//! host of WebAssembly. README.md describes every request.
//!
//! ```
//! use pia_editor::Editor;
//!
//! let mut editor = Editor::default();
//! let reply = editor.call(r#"{"new": {"edition": "form_3_2024_10", "today": "2025-06-01"}}"#);
//! assert!(reply.starts_with(r#"{"ok":{"document":1,"#));
//! let reply = editor.call(r#"{"put": {"document": 1, "path": "cover.published", "text": "令和7年13月2日"}}"#);
//! assert!(reply.starts_with(r#"{"error":{"code":"edit","ja":"cover.published（"#));
//! ```

// A panic would end the module.
#![deny(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::todo,
    clippy::unreachable,
    clippy::unwrap_used
)]
#![deny(clippy::wildcard_enum_match_arm)]

mod about;
mod cells;
mod check;
mod compare;
mod consequences;
mod editor;
mod fault;
mod field;
pub mod interface;
mod parties;
#[path = "../../pia/src/input/place.rs"]
mod place;
mod plan;
mod print;
#[path = "../../pia/src/input/refused.rs"]
#[allow(dead_code, reason = "the editor says more in the words of its page")]
mod refused;
mod request;
mod sample;
mod strangers;
mod words;

pub use editor::{Editor, MAX_DOCUMENTS, MAX_FIELDS, MAX_REQUEST};
