//! Every public type, function and module can be found by its Japanese term.
//!
//! rustdoc does not copy the aliases of an item in a private module, so they are in the row of `export!` or on the `pub use`.

#![allow(clippy::disallowed_methods, reason = "the test reads the source")]

use std::path::{Path, PathBuf};

use crate::exports::expanded;

/// A public item of a source file, or a public re-export.
#[derive(Debug, Default)]
struct Item {
    /// The word after `pub`: `enum`, `use`, `mod`, …
    kind: String,
    /// The name; for a re-export the path.
    name: String,
    /// The texts of `#[doc(alias = "…")]`.
    aliases: Vec<String>,
    /// The Japanese term in the declaration of a code list.
    term: Option<String>,
    /// The first line of its documentation.
    first_line: String,
}

impl Item {
    fn is_found_in_japanese(&self) -> bool {
        let is_japanese =
            |text: &str| text.contains(|c| matches!(c, '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}'));
        is_japanese(&self.first_line) || self.aliases.iter().chain(&self.term).any(|alias| is_japanese(alias))
    }
}

/// The text between the first two quotation marks after `start`.
fn quoted<'a>(line: &'a str, start: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(start)?;
    rest.split('"').nth(1)
}

/// The public items of a file: those at its top level, and those that the macros of the crate declare.
fn items(source: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut next = Item::default();
    let mut attribute_is_open = false;
    for line in source.lines() {
        let text = line.trim_start();
        let indentation = line.len() - text.len();
        if attribute_is_open {
            attribute_is_open = !text.ends_with(']');
        } else if let Some(doc) = text.strip_prefix("///") {
            if next.first_line.is_empty() {
                next.first_line = doc.trim().to_string();
            }
        } else if text.starts_with("#[") {
            next.aliases.extend(quoted(text, "#[doc(alias").map(String::from));
            attribute_is_open = !text.ends_with(']');
        } else {
            let mut words = text.split_whitespace();
            let declared = words.next() == Some("pub") && !text.contains('$');
            let in_code_list = indentation == 4 && text.starts_with("pub enum ");
            let in_macro = in_code_list
                || text.starts_with("pub struct ")
                || text.starts_with("pub enum ")
                || (text.starts_with("pub const ") && text.ends_with(';') && !text.contains('='));
            if declared && (indentation == 0 || in_macro) {
                let rest: Vec<&str> = words.collect();
                let kind = usize::from(rest[0] == "const" && rest[1] == "fn");
                let name = rest[kind + 1..].join(" ");
                let end = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':'));
                next.kind = rest[kind].to_string();
                next.name = match next.kind.as_str() {
                    "use" => name.trim_end_matches(';').to_string(),
                    _ => name.split(end).next().unwrap().trim_end_matches(':').to_string(),
                };
                if in_code_list {
                    // `pub enum Era ("era", "元号") {`
                    next.term = text.split('"').nth(3).map(String::from);
                }
                items.push(std::mem::take(&mut next));
            } else {
                next = Item::default();
            }
        }
    }
    items
}

/// The file of the module `name` that the file `of` declares.
fn file_of(of: &Path, name: &str) -> PathBuf {
    let folder = match of.file_stem().unwrap().to_str().unwrap() {
        "lib" | "mod" => of.parent().unwrap().to_path_buf(),
        _ => of.with_extension(""),
    };
    let file = folder.join(name).with_extension("rs");
    if file.exists() { file } else { folder.join(name).join("mod.rs") }
}

fn read(file: &Path) -> String {
    expanded(&std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
}

/// The faults of the public items that `file` declares or re-exports, and of those in its public modules; and the
/// number of items.
fn walk(file: &Path) -> (Vec<String>, usize) {
    let source = read(file);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for item in items(&source) {
        let Item { kind, name, aliases, .. } = &item;
        seen += 1;
        match kind.as_str() {
            "mod" => {
                let inner = file_of(file, name);
                let first_line = read(&inner).lines().next().unwrap_or_default().trim_start_matches("//!").to_string();
                if !(Item { first_line, aliases: aliases.clone(), ..Item::default() }).is_found_in_japanese() {
                    wrong.push(format!("module {name} has no Japanese term"));
                }
                let (inner_wrong, inner_seen) = walk(&inner);
                wrong.extend(inner_wrong);
                seen += inner_seen;
            }
            "use" => wrong.extend(re_export(file, &source, &item)),
            _ if item.is_found_in_japanese() => {}
            _ => wrong.push(format!("{kind} {name} has no Japanese term")),
        }
    }
    (wrong, seen)
}

/// Whether all modules of a path are public.
fn are_public(file: &Path, source: &str, path: &str) -> bool {
    let (first, rest) = path.split_once("::").map_or((path, None), |(first, rest)| (first, Some(rest)));
    let is_public = source.lines().any(|line| line == format!("pub mod {first};"));
    let inner = file_of(file, first);
    is_public && rest.is_none_or(|rest| are_public(&inner, &read(&inner), rest))
}

/// The declaration of an item that a module declares or re-exports.
fn declaration(file: &Path, name: &str) -> Option<Item> {
    let mut found = None;
    for item in items(&read(file)) {
        if item.kind == "use" {
            let (module, original) = item.name.rsplit_once("::")?;
            if original == name {
                return declaration(&nested(file, module), name);
            }
        } else if item.name == name {
            found = Some(item);
        }
    }
    found
}

/// The file of the module at a path such as `value::code_list`.
fn nested(of: &Path, path: &str) -> PathBuf {
    path.split("::").fold(of.to_path_buf(), |file, module| file_of(&file, module))
}

/// The faults of one `pub use`. If the module of the item is private, the `pub use` must repeat the aliases, and only
/// then.
fn re_export(file: &Path, source: &str, item: &Item) -> Option<String> {
    let (path, original) = match item.name.split_once("::{") {
        Some((path, _)) => (path, None),
        None => item.name.rsplit_once("::").map(|(path, original)| (path, Some(original)))?,
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let (file, source, path) = match path.strip_prefix("crate::") {
        Some(path) => (root.as_path(), &*read(&root), path),
        None => (file, source, path),
    };
    if are_public(file, source, path) {
        // The item itself is public too, and is found there.
        return None;
    }
    let name = &item.name;
    let Some(original) = original else {
        return Some(format!("{name}: one `pub use` each, to carry the aliases of each"));
    };
    let Some(declared) = declaration(&nested(file, path), original) else {
        return Some(format!("{name} is not declared there"));
    };
    let found = Item { aliases: item.aliases.clone(), first_line: declared.first_line.clone(), ..Item::default() };
    if !found.is_found_in_japanese() {
        return Some(format!("{name} has no Japanese term"));
    }
    if let Some(term) = declared.term.filter(|term| !item.aliases.contains(term)) {
        return Some(format!("{name}: the re-export lacks the alias {term}"));
    }
    (!declared.aliases.is_empty())
        .then(|| format!("{name}: aliases written at the item are lost: {:?}", declared.aliases))
}

#[test]
fn every_public_item_is_found_in_japanese() {
    let (wrong, seen) = walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs"));
    assert_eq!(wrong, Vec::<String>::new());
    assert!(seen > 50, "only {seen} items read");
}

/// The names of the public types that `file` declares or re-exports, and of those in its public modules. A re-export of what
/// is public elsewhere is not another type.
fn types(file: &Path) -> Vec<String> {
    let source = read(file);
    let mut names = Vec::new();
    for Item { kind, name, .. } in items(&source) {
        match kind.as_str() {
            "mod" => names.extend(types(&file_of(file, &name))),
            "use" if !name.starts_with("crate::") => {
                let Some((path, original)) = name.rsplit_once("::") else { continue };
                if !are_public(file, &source, path) && original.starts_with(char::is_uppercase) {
                    names.push(original.to_string());
                }
            }
            "struct" | "enum" | "trait" => names.push(name),
            _ => {}
        }
    }
    names
}

#[test]
fn no_two_public_types_share_a_name() {
    let mut names = types(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs"));
    names.sort_unstable();
    let twice: Vec<&str> = names.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0].as_str()).collect();
    assert_eq!(twice, [""; 0]);
    assert!(names.len() > 150, "only {} types read", names.len());
}

#[test]
fn the_functions_are_found_by_the_name_of_what_they_compute() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/threshold/mod.rs");
    let items = items(&read(&file));
    for name in ["determine", "rule::obligation", "rule::TABLE"] {
        let item = items.iter().find(|item| item.name == name).unwrap();
        for alias in ["しきい値判断", "threshold"] {
            assert!(item.aliases.iter().any(|other| other == alias), "{name}: {alias}");
        }
    }
}

#[test]
fn the_source_is_read_as_it_is_written() {
    let source = "\
/// A date.
///
/// More.
#[doc(alias = \"日付\")]
#[derive(
    Debug,
)]
pub struct FormDate {
    pub field: u8,
}

code_list! {
    /// An era.
    #[doc(alias = \"和暦\")]
    pub enum Era (\"era\", \"元号\") {
        Meiji = \"meiji\", \"明治\";
    }
}

part!(
    /// A part of a document.
    #[doc(alias = \"委託事項\")]
    pub struct Entrustment {
        /// 委託先名.
        #[item(Entrustee)]
        pub entrustee: Answer<Lines>,
    }
);

#[must_use]
pub const fn row() {}
pub const RULE: [u8; 9] = [0; 9];
#[doc(alias = \"余裕\")]
pub use headroom::Headroom;
pub(crate) fn hidden() {}
pub trait Band: Copy {}
";
    let aliases = |item: &Item| item.aliases.iter().chain(&item.term).cloned().collect::<Vec<_>>().join(" ");
    let read: Vec<_> = items(source)
        .into_iter()
        .map(|item| (item.kind.clone(), item.name.clone(), aliases(&item), item.first_line))
        .collect();
    let item = |kind: &str, name: &str, aliases: &str, first_line: &str| {
        (kind.to_string(), name.to_string(), aliases.to_string(), first_line.to_string())
    };
    assert_eq!(
        read,
        [
            item("struct", "FormDate", "日付", "A date."),
            item("enum", "Era", "和暦 元号", "An era."),
            item("struct", "Entrustment", "委託事項", "A part of a document."),
            item("fn", "row", "", ""),
            item("const", "RULE", "", ""),
            item("use", "headroom::Headroom", "余裕", ""),
            item("trait", "Band", "", ""),
        ]
    );
}
