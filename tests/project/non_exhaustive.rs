//! Which public types have `#[non_exhaustive]`: the rule is in CONTRIBUTING.md.

#![allow(clippy::disallowed_methods, reason = "the test reads the source")]

use std::fs;
use std::path::Path;

/// Structs with public fields that callers write as literals, and why. The parts of a document, declared with `part!`, are others.
const INPUTS: [(&str, &str); 15] = [
    ("Case", "the question of a decision"),
    ("DatedFacts", "an entry of a register"),
    ("Facts", "the question of a determination"),
    ("Json", "a wrapper around a value of the caller"),
    ("Line", "a line of an answer"),
    ("Parameters", "the question of the fixtures"),
    ("Planned", "an entry of a register"),
    ("PrintOptions", "the question of a printed form"),
    ("PrintedPage", "a page of words to read"),
    ("PrintedWord", "a word to read"),
    ("Publication", "an entry of a register"),
    ("Register", "what a body knows of its affairs"),
    ("RegisteredAffair", "an entry of a register"),
    ("SeriousIncident", "the question of a look-back"),
    ("Timing", "one of the timings of an answer"),
];

/// Enums with the attribute that are not errors, and why.
const OPEN_ENUMS: [(&str, &str); 2] =
    [("AgreeRule", "every version of the library adds rules"), ("Rule", "every version of the library adds rules")];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Errors,
    Values,
    /// All fields are public, so that a literal of it could be written.
    Literal,
    /// A field is private.
    Closed,
}

/// A public type as the source declares it.
#[derive(Debug)]
struct Declared {
    name: String,
    kind: Kind,
    is_non_exhaustive: bool,
}

/// The name of the type that this line declares, and whether it is an enum.
fn declared(line: &str) -> Option<(&str, bool)> {
    let rest = line.strip_prefix("pub ")?;
    let (is_enum, rest) = match rest.strip_prefix("enum ") {
        Some(rest) => (true, rest),
        None => (false, rest.strip_prefix("struct ")?),
    };
    let name = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    (!name.is_empty()).then_some((name, is_enum))
}

/// Whether all fields are public of the struct that begins here.
fn is_literal<'a>(line: &str, mut below: impl Iterator<Item = &'a str>) -> bool {
    if let Some((_, fields)) = line.split_once('(') {
        return fields.split(',').all(|field| field.trim_start().starts_with("pub "));
    }
    if line.ends_with(';') {
        return true;
    }
    let mut is_literal = true;
    for line in below.by_ref().map(str::trim_start).take_while(|line| *line != "}") {
        let is_field = line.contains(": ") && !line.starts_with("//") && !line.starts_with('#');
        is_literal &= !is_field || line.starts_with("pub ");
    }
    is_literal
}

/// The public types of a file. A macro may declare them, indented; the variables of a macro have no name here.
fn types(source: &str) -> Vec<Declared> {
    let lines: Vec<&str> = source.lines().collect();
    let mut types = Vec::new();
    let mut attributes: Vec<&str> = Vec::new();
    let mut macro_name = "";
    for (index, line) in lines.iter().enumerate() {
        if let Some(name) = line.strip_suffix("! {").or_else(|| line.strip_suffix("!(")) {
            macro_name = name;
        } else if matches!(*line, "}" | ");") {
            macro_name = "";
        }
        let text = line.trim_start();
        if text.starts_with("#[") {
            attributes.push(text);
        } else if let Some((name, is_enum)) = declared(text).filter(|_| macro_name != "part") {
            // An error, or why something was refused.
            let is_error = ["Error", "Reason"].iter().any(|end| name.ends_with(end));
            let kind = match (is_enum, is_error) {
                (true, true) => Kind::Errors,
                (true, false) => Kind::Values,
                (false, _) if is_literal(text, lines[index + 1..].iter().copied()) => Kind::Literal,
                (false, _) => Kind::Closed,
            };
            let is_non_exhaustive = attributes.contains(&"#[non_exhaustive]");
            types.push(Declared { name: name.to_string(), kind, is_non_exhaustive });
            attributes.clear();
        } else if !text.starts_with("//") {
            attributes.clear();
        }
    }
    types
}

fn read(folder: &Path, types_of: &mut Vec<Declared>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, types_of);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            types_of.extend(types(&fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn the_rule_for_non_exhaustive_holds() {
    let mut all = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    assert!(all.len() > 200, "{}", all.len());
    let mut wrong = Vec::new();
    for one in &all {
        let is_listed = |list: &[(&str, &str)]| list.iter().any(|(name, _)| *name == one.name);
        let must_have = match one.kind {
            Kind::Errors => true,
            Kind::Values => is_listed(&OPEN_ENUMS),
            Kind::Literal => !is_listed(&INPUTS),
            Kind::Closed => false,
        };
        if one.is_non_exhaustive != must_have {
            wrong.push(format!("{} {} the attribute", one.name, if must_have { "lacks" } else { "should not have" }));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (list, kind) in [(&INPUTS[..], Kind::Literal), (&OPEN_ENUMS, Kind::Values)] {
        for (name, _) in list {
            assert!(all.iter().any(|one| one.name == *name && one.kind == kind), "{name} is no exception");
        }
    }
}
