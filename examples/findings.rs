//! What is missing or contradictory in a published paper, the severest first.

use mynumber_pia::assessment::load;
use mynumber_pia::validate::Severity;
use mynumber_pia::{Assessment, Language, validate};

const EDOGAWA: &str = include_str!("documents/edogawa.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paper: Assessment = load(&mut serde_json::Deserializer::from_str(EDOGAWA))?;
    let report = validate(&paper, paper.own_day().ok_or("the paper has a day")?);
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for finding in report.of(severity) {
            println!("{} {} {}", severity.label(), finding.rule, finding.text(Language::Japanese));
            println!("  {}", finding.location.path);
        }
    }
    println!("誤りがない: {}", report.has_no_errors());
    Ok(())
}
