//! `export!`, by which a folder names what it re-exports.

/// A source with each row of `export!` written as the `pub use` that it means.
pub(crate) fn expanded(source: &str) -> String {
    let mut is_inside = false;
    let mut expanded = String::new();
    for line in source.lines() {
        if is_inside && line.ends_with(';') {
            let (path, aliases) = line.trim().trim_end_matches(';').split_once(' ').unwrap_or((line.trim(), ""));
            for alias in aliases.split('"').skip(1).step_by(2) {
                expanded.extend(["#[doc(alias = \"", alias, "\")]\n"]);
            }
            expanded.extend(["pub use ", path.trim_end_matches(';'), ";\n"]);
            continue;
        }
        if line == "export! {" || is_inside {
            is_inside = line != "}";
            continue;
        }
        expanded.push_str(line);
        expanded.push('\n');
    }
    expanded
}

#[test]
fn a_row_is_a_re_export() {
    let source =
        "mod b;\n\nexport! {\n    // A group.\n    b::B \"項\" \"行\";\n    b::c;\n}\n\npub(crate) use b::d;\n";
    let expected = "mod b;\n\n#[doc(alias = \"項\")]\n#[doc(alias = \"行\")]\npub use b::B;\npub use b::c;\n\npub(crate) use b::d;\n";
    assert_eq!(expanded(source), expected);
}
