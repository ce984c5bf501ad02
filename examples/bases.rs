//! Recipients of information, their legal bases, and the row of the table that each basis cites on the day of the paper.

use mynumber_pia::assessment::load;
use mynumber_pia::law::RowStatus;
use mynumber_pia::{Assessment, Language};

const EDOGAWA: &str = include_str!("documents/edogawa.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paper: Assessment = load(&mut serde_json::Deserializer::from_str(EDOGAWA))?;
    let day = paper.own_day().ok_or("the paper has a day")?;
    for basis in paper.bases() {
        let Some(recipient) = basis.recipient(&paper) else { continue };
        println!("{recipient}　{}", basis.path);
        for citation in basis.basis.citations() {
            let row = citation.row_as_of(day);
            match row.status {
                RowStatus::NotARow => println!("  {citation}"),
                _ => println!("  {citation}: {}", row.text(Language::Japanese)),
            }
        }
    }
    Ok(())
}
