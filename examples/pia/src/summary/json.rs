//! The summary of a document as one line of JSON.

use std::io::{self, Write};

use mynumber_pia::assessment::{Entrustment, FileSection, Recipient};
use mynumber_pia::value::band::PopulationBand;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::{Answer, Assessment, AssessmentKind, Count, FormEdition, Text};
use serde::Serialize;

use crate::input::Name;
use crate::made_by::json_line;

#[derive(Serialize)]
struct Summary<'a> {
    file: &'a str,
    index: usize,
    kind: AssessmentKind,
    edition: Option<FormEdition>,
    number: Option<&'a Text>,
    title: Option<&'a Text>,
    published: Option<FormDate>,
    population: Option<Count<PopulationBand>>,
    systems: usize,
    files: Vec<File<'a>>,
    changes: usize,
    citations: usize,
}

#[derive(Serialize)]
struct File<'a> {
    names: Vec<&'a str>,
    entrustments: Counted,
    provisions: Counted,
    transfers: Counted,
    deepest_chain: usize,
}

/// The number that a document declares, and the number that it lists. Blocks that nobody filled in do not count.
#[derive(Serialize)]
struct Counted {
    declared: Option<u32>,
    listed: usize,
}

impl Counted {
    fn new<T>(declared: Answer<u32>, listed: &[T], is_empty: impl Fn(&T) -> bool) -> Self {
        let listed = listed.iter().filter(|entry| !is_empty(entry)).count();
        Self { declared: declared.given().copied(), listed }
    }
}

pub(crate) fn write(out: &mut impl Write, name: &Name, document: &Assessment) -> io::Result<()> {
    let files = if document.file_sections.is_empty() {
        // 様式2 only names its files.
        document.files.iter().filter_map(|file| file.name.given()).map(|name| named(name.as_str())).collect()
    } else {
        document.file_sections.iter().map(file).collect()
    };
    let summary = Summary {
        file: &name.file,
        index: name.index,
        kind: document.kind(),
        edition: document.form.edition(),
        number: document.cover.number.given(),
        title: document.cover.title.given(),
        published: document.cover.published.given().copied(),
        population: document.population.given().copied(),
        systems: document.systems.len(),
        files,
        changes: document.changes.len(),
        citations: document.bases().iter().map(|basis| basis.basis.found().len()).sum(),
    };
    json_line(out, &summary)
}

fn named(name: &str) -> File<'_> {
    let none = || Counted { declared: None, listed: 0 };
    File { names: vec![name], entrustments: none(), provisions: none(), transfers: none(), deepest_chain: 0 }
}

fn file(section: &FileSection) -> File<'_> {
    let provision = &section.provision;
    File {
        names: section.file_names().collect(),
        entrustments: Counted::new(section.entrustment_count, &section.entrustments, Entrustment::is_empty_block),
        provisions: Counted::new(provision.provided_count, &provision.provisions, Recipient::is_empty_block),
        transfers: Counted::new(provision.transferred_count, &provision.transfers, Recipient::is_empty_block),
        deepest_chain: section.deepest_chain(),
    }
}
