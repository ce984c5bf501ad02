//! Which assessment five real affairs need, and why, by the facts in their published papers.

use mynumber_pia::assessment::load;
use mynumber_pia::{Assessment, Facts, Language, determine};

const PAPERS: [&str; 5] = [
    include_str!("documents/edogawa.json"),
    include_str!("documents/shinjuku.json"),
    include_str!("documents/kawaguchi.json"),
    include_str!("documents/kumagaya.json"),
    include_str!("documents/matsudo.json"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for text in PAPERS {
        let paper: Assessment = load(&mut serde_json::Deserializer::from_str(text))?;
        println!("{} {}", paper.cover.body, paper.affair.name);
        // A fact that the paper does not state stays open, and so do all results that it allows.
        println!("{}\n", determine(&Facts::from(&paper)).text(Language::Japanese));
    }
    Ok(())
}
