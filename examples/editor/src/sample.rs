//! Published assessments as samples.

use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::value::answer::Value;
use serde::Serialize;

use crate::editor::read_json;
use crate::fault::{Fault, reply};

/// The basic-item assessment that 熊谷市 published, with narrative restated.
pub(crate) const BASIC: &str = include_str!("../../documents/kumagaya.json");
/// The key-item assessment that 川口市 published, with narrative restated.
const KEY: &str = include_str!("../../documents/kawaguchi.json");

/// What a published assessment says at an item.
#[derive(Default, Serialize)]
struct Example {
    /// Nothing if no sample answers the item.
    text: Option<String>,
    /// Who published it.
    body: Option<String>,
}

/// What a sample says at the item of a path.
pub(crate) fn example(path: &FieldPath) -> Result<String, Fault> {
    for sample in [BASIC, KEY] {
        let document = read_json(sample)?;
        let paths = path.item().map(|item| document.find(item)).unwrap_or_default();
        let given = |path: &FieldPath| document.get(path).filter(|value| matches!(value, Value::Given(_)));
        if let Some(value) = paths.iter().find_map(given) {
            let body = document.cover.body.given().map(ToString::to_string);
            return Ok(reply(&Example { text: Some(value.shown()), body }));
        }
    }
    Ok(reply(&Example::default()))
}
