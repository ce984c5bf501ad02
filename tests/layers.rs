//! Arrows only point down: no module of `src/` uses one of a layer above its own.

#![allow(clippy::disallowed_methods, reason = "the test reads the source")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The layers of `src/`, lowest first. A module may use its own layer and those below.
const LAYERS: [&[&str]; 8] = [
    &["error", "width", "code_list", "source"],
    &["kind", "band", "choice", "citation", "date", "text", "incident", "answer"],
    &["threshold"],
    &["catalogue"],
    &["system", "file", "acquisition", "entrustment", "provision", "retention", "risk", "procedure"],
    &["assessment"],
    &["validate"],
    &["fixture"],
];

/// Names that the crate root re-exports, and where they live.
const RE_EXPORTS: [(&str, &str); 1] = [("CodeList", "code_list")];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|modules| modules.contains(&module))
}

/// The modules that a source text names through `crate::`, in code and not in comments.
fn used(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = code.flat_map(|line| [line, "\n"]).collect();
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if name.is_empty() {
            // `use crate::{a, b}` would hide what it uses from this test.
            used.push("{".to_string());
        } else {
            let home = RE_EXPORTS.iter().find(|(re_export, _)| *re_export == name);
            used.push(home.map_or(name, |(_, home)| (*home).to_string()));
        }
    }
    used
}

/// What is wrong with the arrows of one file that belongs to `module`.
fn upward(module: &str, source: &str) -> Vec<String> {
    let Some(own) = layer(module) else {
        return vec![format!("{module} is in no layer")];
    };
    let mut wrong = Vec::new();
    for used in used(source) {
        match layer(&used) {
            None => wrong.push(format!("{module} uses {used}, which is in no layer")),
            Some(other) if other > own => wrong.push(format!("{module} uses {used}, which lies above it")),
            Some(_) => {}
        }
    }
    wrong
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn no_module_uses_one_above_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut read = 0;
    let mut met = BTreeSet::new();
    for file in sources(&src) {
        let relative = file.strip_prefix(&src).unwrap();
        let first = relative.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = first.strip_suffix(".rs").unwrap_or(first);
        if module != "lib" {
            wrong.extend(upward(module, &std::fs::read_to_string(&file).unwrap()));
            read += 1;
            met.insert(module.to_string());
        }
    }
    assert!(read > 10, "only {read} files read");
    assert_eq!(wrong, Vec::<String>::new());
    let listed: BTreeSet<String> = LAYERS.concat().into_iter().map(String::from).collect();
    assert_eq!(met, listed, "every module that is listed exists");
}

#[test]
fn an_upward_arrow_is_found() {
    assert_eq!(upward("band", "use crate::threshold::determine;"), ["band uses threshold, which lies above it"]);
    assert_eq!(upward("band", "fn f() -> crate::threshold::Facts {}"), ["band uses threshold, which lies above it"]);
    assert_eq!(upward("band", "use crate::{kind, threshold};"), ["band uses {, which is in no layer"]);
    assert_eq!(upward("new", ""), ["new is in no layer"]);
    assert_eq!(
        upward("catalogue", "use crate::assessment::Assessment;"),
        ["catalogue uses assessment, which lies above it"]
    );

    assert_eq!(upward("threshold", "//! [`crate::fixture`]\nuse crate::CodeList;"), Vec::<String>::new());
}
