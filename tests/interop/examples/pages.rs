//! Writes web pages of every kind into a folder, for a checker of HTML: the five published documents as they are read, with findings
//! and for publication, one without what is withheld, and an empty form of every edition; in Japanese and in English.

#![allow(clippy::disallowed_methods, reason = "a program reads its arguments and writes its files")]

use std::path::Path;

use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::form::{Html, Mark, PrintOptions};
use mynumber_pia::publication::withhold;
use mynumber_pia::validate::{Finding, validate};
use mynumber_pia::{Assessment, FormEdition, Language};
use mynumber_pia_interop::DOCUMENTS;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("expected a folder")?;
    std::fs::create_dir_all(&folder)?;
    let write = |name: &str, document: &Assessment, options: PrintOptions<'_>| {
        for (language, code) in [(Language::Japanese, "ja"), (Language::English, "en")] {
            let page = Html::with(document, PrintOptions { language, ..options }).to_string();
            std::fs::write(Path::new(&folder).join(format!("{name}-{code}.html")), page)?;
        }
        Ok::<_, std::io::Error>(())
    };
    for (name, json) in DOCUMENTS {
        let document: Assessment = serde_json::from_str(json)?;
        let found = validate(&document, document.own_day().unwrap_or_default());
        let mark = |found: &Finding| {
            Mark::finding(found.location.path.clone(), found.severity, found.text(Language::Japanese))
        };
        let marks: Vec<Mark> = found.iter().map(mark).collect();
        write(name, &document, PrintOptions::default())?;
        write(&format!("{name}-findings"), &document, PrintOptions { marks: &marks, ..PrintOptions::default() })?;
        write(
            &format!("{name}-publication"),
            &document,
            PrintOptions { publication: true, ..PrintOptions::default() },
        )?;
        if name == "kawaguchi" {
            let parts = ["file_sections[0].retention", "population"];
            let parts = parts
                .map(|path| Ok::<_, Box<dyn std::error::Error>>((path.parse()?, WithholdingGround::ProperManagement)));
            let parts = parts.into_iter().collect::<Result<Vec<_>, _>>()?;
            let withheld = withhold(&document, Occasion::Publication, None, &parts)?;
            let marks = withheld.marks();
            let options = PrintOptions { marks: &marks, publication: true, ..PrintOptions::default() };
            write("withheld", &withheld.document, options)?;
        }
    }
    for known in FormEdition::KNOWN {
        let empty = Assessment::new(known.edition);
        let name = format!("empty-{}", known.edition);
        write(&name, &empty, PrintOptions { publication: true, ..PrintOptions::default() })?;
        write(&format!("{name}-requirements"), &empty, PrintOptions { requirements: true, ..PrintOptions::default() })?;
    }
    Ok(())
}
