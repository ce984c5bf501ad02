//! The list of public items, read from the documentation, so that a review shows every change of the API.
//!
//! Build the documentation first: `cargo doc --no-deps --all-features`. `UPDATE_PUBLIC_ITEMS=1` writes the list.

#![allow(clippy::disallowed_methods, reason = "the test reads the documentation, and writes the list if told to")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use scraper::{ElementRef, Html, Selector};

const LIST: &str = include_str!("../../../data/public_items.txt");

/// The documentation of the crate.
fn documentation() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("doc/mynumber_pia")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn page(path: &Path) -> Html {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| {
        panic!("{}: {error}: run `cargo doc --no-deps --all-features` first", path.display());
    });
    Html::parse_document(&text)
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// The text of an element in one line.
fn line(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a page says of an item: the signatures of its own members, and the traits that it implements.
fn members(path: &str, page: &Html, found: &mut BTreeSet<String>) {
    let own = "section:is(.method, .associatedconstant, .associatedtype):not(.trait-impl) > h4.code-header, \
               section.variant > h3.code-header, span.structfield > code, [id*='.field.'] > code";
    let implemented = "#trait-implementations-list section.impl > h3.code-header";
    for css in [own, implemented] {
        found.extend(page.select(&selector(css)).map(|member| format!("{path}: {}", line(member))));
    }
}

fn public_items() -> String {
    let folder = documentation();
    let all = page(&folder.join("all.html"));
    let mut found = BTreeSet::new();
    for link in all.select(&selector("ul.all-items a")) {
        let href = link.attr("href").unwrap();
        let kind = href.rsplit('/').next().unwrap().split('.').next().unwrap();
        let path = format!("{kind} {}", line(link));
        let page = page(&folder.join(href));
        found.insert(path.clone());
        if ["fn", "constant", "type", "static"].contains(&kind) {
            found.extend(page.select(&selector("pre.item-decl")).map(|item| format!("{path}: {}", line(item))));
        }
        members(&path, &page, &mut found);
    }
    found.into_iter().map(|item| item + "\n").collect()
}

#[test]
fn the_list_of_public_items_is_current() {
    let items = public_items();
    if std::env::var_os("UPDATE_PUBLIC_ITEMS").is_some() {
        std::fs::write(root().join("tests/data/public_items.txt"), &items).unwrap();
        return;
    }
    let (listed, now): (BTreeSet<&str>, BTreeSet<&str>) = (LIST.lines().collect(), items.lines().collect());
    let missing: Vec<_> = listed.difference(&now).collect();
    let new: Vec<_> = now.difference(&listed).collect();
    assert!(
        missing.is_empty() && new.is_empty(),
        "gone: {missing:#?}\nnew: {new:#?}\nUPDATE_PUBLIC_ITEMS=1 writes them"
    );
    assert!(listed.len() > 1_000, "{}", listed.len());
}
