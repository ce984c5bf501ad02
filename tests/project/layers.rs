//! A folder of `src/` uses only the folders below it, and the files of one folder do not use each other in a circle.
//!
//! A use is a path through `crate::`, `super::` or a neighboring module, followed through re-exports to the file that
//! declares the item. `mod` and `pub use` do not count as uses.

#![allow(clippy::disallowed_methods, reason = "the test reads the source")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::exports::expanded;

/// The layers of `src/`, lowest first, each with its folders. A folder may use the folders of earlier layers, but not
/// its neighbor in the same layer.
const LAYERS: [&[&str]; 8] = [
    &["value"],
    &["law"],
    &["threshold", "duty"],
    &["catalogue"],
    &["assessment"],
    &["validate", "form", "change"],
    &["transcribe", "affair", "publication"],
    &["fixture"],
];

/// The sources of the modules of a crate by path (`value::band`). The root has the path "".
type Sources = BTreeMap<String, String>;

fn sources(folder: &Path) -> Sources {
    fn read(folder: &Path, module: &str, sources: &mut Sources) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_string();
            let inner = if module.is_empty() { name.clone() } else { format!("{module}::{name}") };
            if path.is_dir() {
                read(&path, &inner, sources);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let own = if name == "mod" || inner == "lib" { module.to_string() } else { inner };
                sources.insert(own, code(&expanded(&std::fs::read_to_string(&path).unwrap())));
            }
        }
    }
    let mut all = Sources::new();
    read(folder, "", &mut all);
    all
}

/// A source without its comments.
fn code(source: &str) -> String {
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The paths of a use tree: `a::{b, c::{self, D}}` is `a::b`, `a::c` and `a::c::D`.
fn expand(tree: &str) -> Vec<String> {
    let tree: String = tree.split(" as ").next().unwrap().split_whitespace().collect();
    let Some((prefix, rest)) = tree.split_once('{') else {
        return vec![tree.strip_suffix("::self").unwrap_or(&tree).to_string()];
    };
    let (mut parts, mut depth, mut part) = (Vec::new(), 0, String::new());
    for c in rest.strip_suffix('}').unwrap_or(rest).chars() {
        match c {
            ',' if depth == 0 => parts.push(std::mem::take(&mut part)),
            c => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                part.push(c);
            }
        }
    }
    parts.push(part);
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts.flat_map(|part| expand(&format!("{prefix}{part}"))).collect()
}

/// The use declarations of a source: whether each is a re-export, and its paths.
fn uses(code: &str) -> Vec<(bool, Vec<String>)> {
    let mut uses = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let before = code[..at].rsplit('\n').next().unwrap().trim();
        let is_public = before.starts_with("pub");
        if before.is_empty() || is_public {
            let tree = code[at + 4..].split(';').next().unwrap();
            uses.push((is_public, expand(tree)));
        }
    }
    uses
}

/// The steps of a path from the root, if the path is inside the crate.
fn absolute(sources: &Sources, module: &str, path: &str) -> Option<Vec<String>> {
    let own = || module.split("::").filter(|step| !step.is_empty()).map(String::from).collect::<Vec<_>>();
    let steps: Vec<String> = path.split("::").map(String::from).collect();
    let supers = steps.iter().take_while(|step| *step == "super").count();
    match steps[0].as_str() {
        "crate" => Some(steps[1..].to_vec()),
        "self" => Some([own(), steps[1..].to_vec()].concat()),
        "super" => {
            let mut base = own();
            base.truncate(base.len().saturating_sub(supers));
            Some([base, steps[supers..].to_vec()].concat())
        }
        first => {
            let inner = if module.is_empty() { first.to_string() } else { format!("{module}::{first}") };
            sources.contains_key(&inner).then(|| [own(), steps].concat())
        }
    }
}

/// The module that declares the item of a path, found through re-exports.
fn home(sources: &Sources, steps: &[String], most: usize) -> Option<String> {
    let (module, rest) = (0..=steps.len()).rev().find_map(|end| {
        let module = steps[..end].join("::");
        sources.contains_key(&module).then(|| (module, &steps[end..]))
    })?;
    let Some(name) = rest.first() else { return Some(module) };
    for (_, paths) in uses(&sources[&module]).into_iter().filter(|(is_public, _)| *is_public) {
        for path in paths.iter().filter(|path| path.rsplit("::").next() == Some(name)) {
            if let Some(inner) = absolute(sources, &module, path).filter(|_| most > 0) {
                return home(sources, &[inner, rest[1..].to_vec()].concat(), most - 1);
            }
        }
    }
    Some(module)
}

/// The modules that each module uses.
fn arrows(sources: &Sources) -> BTreeMap<&str, BTreeSet<String>> {
    let of = |(module, code): (&String, &String)| -> BTreeSet<String> {
        let declared = uses(code).into_iter().filter(|(is_public, _)| !is_public).flat_map(|(_, paths)| paths);
        let inline = ["crate::", "super::"].iter().flat_map(|start| {
            let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
            code.match_indices(start).filter_map(move |(at, _)| {
                let is_begun = code[..at].ends_with(is_path) || code[..at].ends_with('$');
                let path: String = code[at..].chars().take_while(|c| is_path(*c)).collect();
                (!is_begun).then(|| path.trim_end_matches(':').to_string())
            })
        });
        // A `pub use` does not count as a use.
        let public: BTreeSet<String> =
            uses(code).into_iter().filter(|(is_public, _)| *is_public).flat_map(|(_, paths)| paths).collect();
        let paths = declared.chain(inline.filter(|path| !public.contains(path)));
        let homes = paths.filter_map(|path| home(sources, &absolute(sources, module, &path)?, 8));
        homes.filter(|home| home != module && !home.is_empty()).collect()
    };
    sources.iter().map(|(module, code)| (module.as_str(), of((module, code)))).collect()
}

fn folder(module: &str) -> &str {
    module.split("::").next().unwrap()
}

/// The uses of a folder that is not below the user, or not in the list.
fn upward(sources: &Sources) -> Vec<String> {
    let layer = |module: &str| LAYERS.iter().position(|layer| layer.contains(&folder(module)));
    let arrows = arrows(sources);
    let all = arrows.iter().filter(|(module, _)| !module.is_empty());
    all.flat_map(|(from, tos)| tos.iter().map(move |to| (*from, to)))
        .filter(|(from, to)| {
            let is_beside = layer(from) == layer(to) && folder(from) != folder(to);
            layer(from).is_none() || layer(to).is_none() || layer(to) > layer(from) || is_beside
        })
        .map(|(from, to)| format!("{from} uses {to}"))
        .collect()
}

/// The circle that a path of uses leads into, if any.
fn visit(
    module: &str,
    arrows: &BTreeMap<&str, BTreeSet<String>>,
    way: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(begin) = way.iter().position(|other| other == module) {
        return Some(way[begin..].to_vec());
    }
    if !done.insert(module.to_string()) {
        return None;
    }
    way.push(module.to_string());
    let found = arrows.get(module).and_then(|tos| tos.iter().find_map(|to| visit(to, arrows, way, done)));
    way.pop();
    found
}

/// A circle of files, if there is one.
fn circle(sources: &Sources) -> Option<Vec<String>> {
    let arrows = arrows(sources);
    let mut done = BTreeSet::new();
    arrows.keys().find_map(|module| visit(module, &arrows, &mut Vec::new(), &mut done))
}

fn src() -> Sources {
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

#[test]
fn no_folder_uses_one_above_it() {
    let sources = src();
    assert!(sources.len() > 80, "only {} files read", sources.len());
    assert_eq!(upward(&sources), Vec::<String>::new());
    let arrows: usize = arrows(&sources).values().map(BTreeSet::len).sum();
    assert!(arrows > 300, "only {arrows} arrows seen");
}

#[test]
fn the_layers_are_the_folders() {
    let sources = src();
    let folders: BTreeSet<&str> = sources.keys().map(|module| folder(module)).filter(|one| !one.is_empty()).collect();
    assert_eq!(folders, LAYERS.into_iter().flatten().copied().collect());
}

#[test]
fn no_files_use_one_another_in_a_circle() {
    assert_eq!(circle(&src()), None);
}

fn example(files: &[(&str, &str)]) -> Sources {
    files.iter().map(|(module, source)| ((*module).to_string(), code(source))).collect()
}

#[test]
fn an_upward_arrow_is_found() {
    let upward = |file: &str| {
        let base =
            [("", ""), ("value", ""), ("threshold", "pub use rule::determine;\nmod rule;"), ("threshold::rule", "")];
        self::upward(&example(&[&base[..], &[("value::band", file)]].concat()))
    };
    let found = ["value::band uses threshold::rule"];
    assert_eq!(upward("use crate::threshold::determine;"), found);
    assert_eq!(upward("fn f() -> crate::threshold::determine {}"), found);
    assert_eq!(upward("use crate::{value, threshold::{determine}};"), found);
    assert_eq!(upward("use super::super::threshold::determine;"), found);
    assert_eq!(upward("// use crate::threshold::determine;\npub use crate::threshold::determine;"), [""; 0]);
    assert_eq!(
        self::upward(&example(&[("", ""), ("new::file", "use crate::value::X;"), ("value", "")])),
        ["new::file uses value"]
    );
    let beside = [("", ""), ("validate", ""), ("change::file", "use crate::validate::validate;"), ("change", "")];
    assert_eq!(self::upward(&example(&beside)), ["change::file uses validate"]);
}

#[test]
fn a_circle_is_found() {
    let circle =
        |b: &str| self::circle(&example(&[("a", "mod b;\npub use b::B;"), ("a::b", b), ("a::c", "use super::B;")]));
    assert_eq!(circle("use super::c::C;"), Some(vec!["a::b".to_string(), "a::c".to_string()]));
    assert_eq!(circle("use super::d::D;"), None);
}
