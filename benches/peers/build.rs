//! Writes the schemas of the forms of the published documents as declarations of validators.

#![allow(clippy::disallowed_methods, reason = "it reads documents and writes a part of the program")]

use std::fmt::Write as _;

use mynumber_pia::Assessment;
use mynumber_pia::form::Schema;

fn main() {
    let mut declarations = String::new();
    for name in ["edogawa", "kawaguchi", "kumagaya", "shinjuku", "matsudo"] {
        let path = format!("../../examples/documents/{name}.json");
        println!("cargo::rerun-if-changed={path}");
        let document: Assessment = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let schema = serde_json::to_string(&Schema::of(document.form)).unwrap();
        writeln!(declarations, "#[jsonschema::validator(schema = r####\"{schema}\"####)]\npub struct {name};").unwrap();
    }
    let out = std::env::var("OUT_DIR").unwrap();
    std::fs::write(format!("{out}/compiled.rs"), declarations).unwrap();
}
