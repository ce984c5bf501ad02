//! The programs of README.md that need the feature `proptest1`: run here, and the same there to the letter.

#[path = "readme/english.rs"]
mod english;
#[path = "readme/japanese.rs"]
mod japanese;

/// Its other programs are run as doc tests, with whatever features those have.
#[test]
fn what_no_doc_test_runs_is_run_here() {
    let blocks: Vec<&str> = include_str!("../README.md")
        .split("```rust,ignore\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert_eq!(blocks, [include_str!("readme/english.rs"), include_str!("readme/japanese.rs")]);
}
