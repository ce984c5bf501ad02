//! Invented assessments for tests (feature `proptest1`): a municipality from a seed, and a document that breaks exactly one rule.

use mynumber_pia::fixture::{Parameters, break_rule, municipality};
use mynumber_pia::validate::{Rule, validate};
use mynumber_pia::{Assessment, Language};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let parameters = Parameters { files: 1..=2, depth: 1..=3, ..Parameters::default() };
    for paper in municipality(7, 5, &parameters) {
        assert!(validate(&paper, parameters.as_of).is_empty());
        println!("{}　{}　{}", paper.cover.number, paper.affair.name, paper.population);
    }
    let broken: Assessment =
        break_rule(Rule::TransferCount, 7, &parameters).ok_or("every rule can be broken")?.document;
    for finding in validate(&broken, parameters.as_of).iter() {
        println!("{}", finding.text(Language::Japanese));
    }
    Ok(())
}
