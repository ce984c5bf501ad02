//! The chains of entrustment (委託、再委託) of a file, to the last party, and one of them as a picture.

use mynumber_pia::Assessment;
use mynumber_pia::assessment::{Chain, load};
use mynumber_pia::form::Tree;

const KAWAGUCHI: &str = include_str!("documents/kawaguchi.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paper: Assessment = load(&mut serde_json::Deserializer::from_str(KAWAGUCHI))?;
    let mut deepest = None;
    for section in &paper.file_sections {
        println!("{}", section.names);
        for entrustment in &section.entrustments {
            let chain = Chain::of(entrustment);
            println!("  {}（{}段階）", entrustment.matter, chain.depth());
            for link in chain.links() {
                println!("    {} {}", link.term(), link.name.unwrap_or("名称の記載なし"));
            }
            deepest = deepest.max(Some(chain.depth()));
        }
    }
    let first = paper.file_sections.first().and_then(|section| section.entrustments.first());
    println!("{}", Tree::new(Chain::of(first.ok_or("it has an entrustment")?)));
    Ok(())
}
