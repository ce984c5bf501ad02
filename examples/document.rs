//! Builds an assessment in Rust: as a literal, by path as a form sends it, and from the empty form.

use mynumber_pia::assessment::{Assessment, Entrustment, FileSection};
use mynumber_pia::form::template;
use mynumber_pia::{FormEdition, Language};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let edition: FormEdition = "form_3_2024_10".parse()?;
    let mut paper = Assessment::new(edition);
    paper.cover.body = "甲市長".parse()?;
    paper.population = 62_000.into();
    paper.file_sections.push(FileSection {
        names: "国民健康保険ファイル".parse()?,
        entrustments: vec![Entrustment { matter: "帳票の印刷".parse()?, ..Entrustment::default() }],
        ..FileSection::default()
    });

    // A path is a string, so a program can store it. What is written is read as in a document.
    paper.put(&"affair.name".parse()?, "国民健康保険に関する事務")?;
    paper.put(&"file_sections[0].entrustments[0].entrustee".parse()?, "株式会社乙")?;
    let error = paper.put(&"threshold.handlers".parse()?, "600人未満").unwrap_err();
    println!("{}\n{}\n", error.text(Language::Japanese), error.text(Language::English));

    // What the form still asks for.
    let open = paper.open_items();
    println!("未記入: {}項目。最初の三つ:", open.len());
    for item in open.iter().take(3) {
        println!("  {} {}", item.path, item.item.label());
    }
    println!("{}", serde_json::to_string_pretty(&template(edition))?.lines().take(8).collect::<Vec<_>>().join("\n"));
    Ok(())
}
