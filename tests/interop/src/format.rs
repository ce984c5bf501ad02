//! Writes a value in a format of serde, and reads it back.

use std::error::Error;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Writes a value and reads it back.
pub type RoundTrip<T> = fn(&T) -> Result<T, Box<dyn Error>>;

/// The formats, by name.
#[must_use]
pub fn formats<T: Serialize + DeserializeOwned>() -> [(&'static str, RoundTrip<T>); 9] {
    [
        ("YAML", |value| Ok(serde_yaml_ng::from_str(&serde_yaml_ng::to_string(value)?)?)),
        ("TOML", |value| Ok(toml::from_str(&toml::to_string(value)?)?)),
        ("CBOR", |value| {
            let mut bytes = Vec::new();
            ciborium::into_writer(value, &mut bytes)?;
            Ok(ciborium::from_reader(bytes.as_slice())?)
        }),
        ("MessagePack", |value| Ok(rmp_serde::from_slice(&rmp_serde::to_vec(value)?)?)),
        ("MessagePack with names", |value| Ok(rmp_serde::from_slice(&rmp_serde::to_vec_named(value)?)?)),
        // A `Value` sorts its keys.
        ("JSON with sorted keys", |value| Ok(serde_json::from_str(&serde_json::to_value(value)?.to_string())?)),
        ("a JSON value", |value| Ok(serde_json::from_value(serde_json::to_value(value)?)?)),
        ("bytes of JSON", |value| Ok(serde_json::from_slice(&serde_json::to_vec(value)?)?)),
        ("a reader of JSON", |value| Ok(serde_json::from_reader(serde_json::to_vec(value)?.as_slice())?)),
    ]
}
