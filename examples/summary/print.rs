//! The summary of a document as text.

use std::io::{self, Write};

use mynumber_pia::assessment::{Basis, Chain, Channel, Entrustment, FileSection, Link, ProvisionSection, Recipient};
use mynumber_pia::catalogue::{At, FieldPath};
use mynumber_pia::law::Citation;
use mynumber_pia::value::answer::{Boxes, Content, Lines, Tick};
use mynumber_pia::{Answer, Assessment, CodeList, Facts, FormEdition, Obligation, determine};

/// An answer as the form shows it; 「（空欄）」 where nothing stands.
fn shown<T: Content>(answer: &Answer<T>) -> String {
    if answer.is_answered() { answer.value().to_string() } else { "（空欄）".into() }
}

fn number(label: &str, number: Answer<u32>) -> String {
    number.given().map_or_else(|| label.into(), |number| format!("{label}{number}"))
}

pub(crate) fn write(out: &mut impl Write, name: &str, document: &Assessment) -> io::Result<()> {
    let cover = &document.cover;
    writeln!(out, "{name}: {}", document.kind().document())?;
    writeln!(out, "  評価書番号  {}", shown(&cover.number))?;
    writeln!(out, "  評価書名    {}", shown(&cover.title))?;
    writeln!(out, "  実施機関    {}", shown(&cover.body))?;
    writeln!(out, "  公表日      {}", shown(&cover.published))?;
    let edition = document.form.edition().map_or_else(|| "？".into(), FormEdition::label);
    writeln!(out, "  様式の版    {edition}（{}）", document.extent.label())?;
    threshold(out, document)?;

    writeln!(out, "  システム    {}", document.systems.len())?;
    for system in &document.systems {
        writeln!(out, "    {} {}", number("システム", system.number), shown(&system.name))?;
    }
    for system in &document.systems {
        let to = connections(system.connections, &system.connections_other);
        if !to.is_empty() {
            writeln!(out, "    接続 {} → {to}", shown(&system.name))?;
        }
    }
    writeln!(out, "  ファイル    {}", document.files.len())?;
    for file in &document.files {
        writeln!(out, "    {}", shown(&file.name))?;
    }
    let bases = document.bases();
    for (index, section) in document.file_sections.iter().enumerate() {
        let at = At::root().at(Assessment::file_sections).nth(index);
        file(out, section, &at, &bases)?;
    }
    let found: usize = bases.iter().map(|basis| basis.basis.found().len()).sum();
    writeln!(out, "  変更箇所    {}行    引用 {found}", document.changes.len())
}

fn threshold(out: &mut impl Write, document: &Assessment) -> io::Result<()> {
    let facts = Facts::from(document);
    let determination = determine(&facts);
    let incident = facts.serious_incident.map_or("不明", |incident| incident.label());
    let (population, handlers) = (count(facts.population), count(facts.handlers));
    writeln!(out, "  しきい値    対象人数 {population}、取扱者数 {handlers}、重大事故 {incident}")?;
    let possible: Vec<&str> = determination.possible().iter().map(Obligation::label).collect();
    writeln!(out, "    → {}", possible.join("、または "))
}

fn count<T: Content>(fact: Option<T>) -> String {
    fact.map_or_else(|| "不明".into(), |count| count.value().to_string())
}

/// The systems that the boxes and the text beside その他 name.
fn connections<B: CodeList>(boxes: Boxes<B>, other: &Answer<Lines>) -> String {
    let to = boxes.value();
    other.given().map_or_else(|| to.to_string(), |other| format!("{to}（{other}）"))
}

fn file(out: &mut impl Write, section: &FileSection, at: &At<FileSection>, bases: &[Basis]) -> io::Result<()> {
    let names: Vec<&str> = section.file_names().collect();
    writeln!(out, "  ■ {}", names.join("、"))?;
    writeln!(
        out,
        "    本人の数 {}  使用者数 {}",
        shown(&section.outline.data_subjects),
        shown(&section.acquisition.users)
    )?;
    writeln!(out, "    委託 {}", counted(section.entrustment_count, section.entrustments.len()))?;
    for entrustment in &section.entrustments {
        chain(out, entrustment)?;
    }
    let provision = &section.provision;
    let at = at.at(FileSection::provision);
    let made = |tick| if tick == Tick::NotKnown { "？" } else { "" };
    writeln!(
        out,
        "    提供 {}{}",
        counted(provision.provided_count, provision.provisions.len()),
        made(provision.provided)
    )?;
    recipients(out, "提供先", &provision.provisions, &at.at(ProvisionSection::provisions), bases)?;
    writeln!(
        out,
        "    移転 {}{}",
        counted(provision.transferred_count, provision.transfers.len()),
        made(provision.transferred)
    )?;
    recipients(out, "移転先", &provision.transfers, &at.at(ProvisionSection::transfers), bases)
}

fn counted(declared: Answer<u32>, listed: usize) -> String {
    match declared {
        Answer::Given(declared) => format!("{declared}件と記載、一覧 {listed}件"),
        Answer::NotKnown => format!("件数不明、一覧 {listed}件"),
        Answer::Unanswered | Answer::Blank | Answer::Nothing(_) => format!("件数の記載なし、一覧 {listed}件"),
    }
}

fn chain(out: &mut impl Write, entrustment: &Entrustment) -> io::Result<()> {
    writeln!(out, "      {} {}", number("委託事項", entrustment.number), shown(&entrustment.matter))?;
    for link in Chain::of(entrustment).links() {
        let Link { tier, name, party, .. } = link;
        let handlers = match (tier, party.and_then(|party| party.handlers.given())) {
            (_, Some(own)) => format!("  取扱者数 {}", own.value()),
            (1, None) => format!("  取扱者数 {}", shown(&entrustment.handlers)),
            (_, None) => String::new(),
        };
        let indent = "  ".repeat(tier.min(16));
        writeln!(out, "      {indent}└ {} {}{handlers}", link.term(), name.unwrap_or("（名称の記載なし）"))?;
    }
    Ok(())
}

fn cited(bases: &[Basis], path: &FieldPath) -> String {
    let Some(found) = bases.iter().find(|basis| basis.path == *path) else {
        return "（根拠の記載なし）".into();
    };
    let citations: Vec<String> = found.basis.citations().map(Citation::to_string).collect();
    if citations.is_empty() { found.basis.text().replace('\n', "／") } else { citations.join("、") }
}

fn recipients<M: Channel>(
    out: &mut impl Write,
    label: &str,
    list: &[Recipient<M>],
    at: &At<Vec<Recipient<M>>>,
    bases: &[Basis],
) -> io::Result<()> {
    for (index, recipient) in list.iter().enumerate() {
        writeln!(out, "      {} {}", number(label, recipient.number), shown(&recipient.names))?;
        writeln!(out, "        根拠 {}", cited(bases, &at.nth(index).at(Recipient::bases).path()))?;
        writeln!(
            out,
            "        方法 {}  頻度 {}",
            connections(recipient.methods, &recipient.methods_other),
            shown(&recipient.timing)
        )?;
    }
    Ok(())
}
