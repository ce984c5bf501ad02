//! What the tests of the editor share.

use pia_editor::Editor;
use serde_json::{Value, json};

/// The host of an editor.
pub(crate) struct Host(pub(crate) Editor);

impl Host {
    pub(crate) fn new() -> Self {
        Self(Editor::default())
    }

    pub(crate) fn call(&mut self, request: &Value) -> Value {
        serde_json::from_str(&self.0.call(&request.to_string())).unwrap()
    }

    #[track_caller]
    pub(crate) fn ok(&mut self, request: &Value) -> Value {
        let reply = self.call(request);
        assert!(reply["error"].is_null(), "{request}: {reply}");
        reply["ok"].clone()
    }

    #[track_caller]
    pub(crate) fn open(&mut self, text: &str) -> Value {
        self.ok(&json!({"open": {"text": text, "today": "2026-04-01"}}))
    }
}
