//! A paper as its form prints it: as text with its findings, and as a web page for publication without what may be withheld.

use mynumber_pia::assessment::load;
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::form::{Html, Mark, Plain, PrintOptions};
use mynumber_pia::publication::withhold;
use mynumber_pia::{Assessment, validate};

const MATSUDO: &str = include_str!("documents/matsudo.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paper: Assessment = load(&mut serde_json::Deserializer::from_str(MATSUDO))?;
    let report = validate(&paper, paper.own_day().ok_or("the paper has a day")?);
    let marks: Vec<Mark> = report.iter().map(Mark::from).collect();
    let text = Plain::with(&paper, PrintOptions { marks: &marks, ..PrintOptions::default() }).to_string();
    println!("{}", text.lines().take(30).collect::<Vec<_>>().join("\n"));
    println!("… {}行", text.lines().count());

    // 規則第10条 lets a body leave out how it keeps the file safe. Other places that repeat it lose it too.
    let parts = [("file_sections[0].retention.storage".parse()?, WithholdingGround::ProperManagement)];
    let withheld = withhold(&paper, Occasion::Publication, None, &parts)?;
    let marks = withheld.marks();
    let options = PrintOptions { marks: &marks, publication: true, ..PrintOptions::default() };
    println!("公表するページ: {}バイト", Html::with(&withheld.document, options).to_string().len());
    Ok(())
}
