//! The summary of a document as text.

use std::io::{self, Write};

use mynumber_pia::assessment::{Basis, Chain, Channel, Entrustment, FileSection, Link, ProvisionSection, Recipient};
use mynumber_pia::catalogue::{FieldPath, english};
use mynumber_pia::law::Citation;
use mynumber_pia::validate::Language;
use mynumber_pia::value::answer::{Boxes, Content, Lines, Tick};
use mynumber_pia::value::band::NumericBand;
use mynumber_pia::{Answer, Assessment, CodeList, Count, Facts, FormEdition, determine};

use super::words::Words;
use crate::english::word;
use crate::input::Name;

/// Writes a summary in one language.
struct Summary<'a, W> {
    out: &'a mut W,
    words: &'static Words,
    bases: Vec<Basis>,
}

pub(crate) fn write(out: &mut impl Write, name: &Name, document: &Assessment, words: &'static Words) -> io::Result<()> {
    match words.language {
        Language::Japanese => writeln!(out, "{name}: {}", document.kind().document())?,
        Language::English => writeln!(out, "{name}: {} assessment", document.kind().code().replace('_', "-"))?,
    }
    Summary { out, words, bases: document.bases() }.document(document)
}

/// A label, padded with blanks. Japanese characters are twice as wide.
fn padded(label: &str) -> String {
    let width: usize = label.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    format!("{label}{}", " ".repeat(12_usize.saturating_sub(width)))
}

/// A label inside a line of English.
fn inside(label: &str) -> String {
    let mut rest = label.chars();
    rest.next().into_iter().flat_map(char::to_lowercase).chain(rest).collect()
}

/// A number as English writes it: `120,290`.
fn thousands(number: u32) -> String {
    match number / 1000 {
        0 => number.to_string(),
        more => format!("{},{:03}", thousands(more), number % 1000),
    }
}

fn number(label: &str, number: Answer<u32>) -> String {
    number.given().map_or_else(|| label.trim_end().into(), |number| format!("{label}{number}"))
}

/// The systems named by the boxes and by the text beside その他.
fn connections<B: CodeList>(boxes: Boxes<B>, other: &Answer<Lines>) -> String {
    let to = boxes.value();
    other.given().map_or_else(|| to.to_string(), |other| format!("{to}（{other}）"))
}

impl<W: Write> Summary<'_, W> {
    /// An answer as the form shows it.
    fn shown<T: Content>(&self, answer: &Answer<T>) -> String {
        if answer.is_answered() { answer.value().to_string() } else { self.words.blank.into() }
    }

    /// A count with its unit: 「10～39人」, `10 to 39 people`.
    fn with_unit<B: NumericBand>(&self, count: Count<B>) -> String {
        match (self.words.language, count) {
            (Language::Japanese, count) => count.with_unit(),
            (Language::English, Count::Band(band)) => match english(band.label()) {
                Some(label) if label.contains(B::UNIT.name) => inside(label),
                Some(label) => format!("{} {}", inside(label), B::UNIT.name),
                None => band.label().into(),
            },
            (Language::English, Count::Exact(_) | Count::Range(_)) => {
                let (range, unit) = (count.range(), B::UNIT.name);
                match range.max() {
                    Some(max) if max == range.min() => format!("{} {unit}", thousands(max)),
                    Some(max) => format!("{} to {} {unit}", thousands(range.min()), thousands(max)),
                    None => format!("{} or more {unit}", thousands(range.min())),
                }
            }
        }
    }

    /// An answer that counts something.
    fn size<B: NumericBand>(&self, answer: &Answer<Count<B>>) -> String {
        answer.given().map_or_else(|| self.shown(answer), |count| self.with_unit(*count))
    }

    fn line(&mut self, label: &str, text: &str) -> io::Result<()> {
        writeln!(self.out, "  {}{text}", padded(label))
    }

    fn document(&mut self, document: &Assessment) -> io::Result<()> {
        let (words, cover) = (self.words, &document.cover);
        self.line(words.number, &self.shown(&cover.number))?;
        self.line(words.title, &self.shown(&cover.title))?;
        self.line(words.body, &self.shown(&cover.body))?;
        self.line(words.published, &self.shown(&cover.published))?;
        let edition = document.form.edition().map_or_else(|| "？".into(), FormEdition::label);
        let extent = word(document.extent, words.language);
        self.line(
            words.edition,
            &match words.language {
                Language::Japanese => format!("{edition}（{extent}）"),
                Language::English => format!("{edition} ({extent})"),
            },
        )?;
        self.threshold(document)?;
        self.systems(document)?;
        self.line(words.files, &format!("{}{}", document.files.len(), words.entries))?;
        for file in &document.files {
            writeln!(self.out, "    {}", self.shown(&file.name))?;
        }
        for (index, section) in document.file_sections.iter().enumerate() {
            self.file(section, &FieldPath::root().at(Assessment::file_sections).nth(index))?;
        }
        let found: usize = self.bases.iter().map(|basis| basis.basis.found().len()).sum();
        let rows = match words.language {
            Language::Japanese => "行",
            Language::English => "",
        };
        self.line(words.changes, &format!("{}{rows}    {} {found}", document.changes.len(), words.citations))
    }

    fn threshold(&mut self, document: &Assessment) -> io::Result<()> {
        let words = self.words;
        let facts = Facts::from(document);
        let determination = determine(&facts);
        let incident =
            facts.serious_incident.map_or_else(|| words.not_known.into(), |is| inside(&word(is, words.language)));
        let (population, handlers) = (self.count(facts.population), self.count(facts.handlers));
        let facts = [(words.population, &*population), (words.handlers, &handlers), (words.incident, &incident)];
        let separator = match words.language {
            Language::Japanese => "、",
            Language::English => ", ",
        };
        self.line(words.threshold, &facts.map(|(fact, says)| format!("{fact} {says}")).join(separator))?;
        writeln!(self.out, "    → {}", determination.possible().text(words.language))
    }

    fn count<B: NumericBand>(&self, fact: Option<Count<B>>) -> String {
        fact.map_or_else(|| self.words.not_known.into(), |count| self.with_unit(count))
    }

    fn systems(&mut self, document: &Assessment) -> io::Result<()> {
        let words = self.words;
        self.line(words.systems, &format!("{}{}", document.systems.len(), words.entries))?;
        for system in &document.systems {
            writeln!(self.out, "    {} {}", number(words.system, system.number), self.shown(&system.name))?;
        }
        for system in &document.systems {
            let to = connections(system.connections, &system.connections_other);
            if !to.is_empty() {
                writeln!(self.out, "    {} {} → {to}", words.connection, self.shown(&system.name))?;
            }
        }
        Ok(())
    }

    fn file(&mut self, section: &FileSection, at: &FieldPath<FileSection>) -> io::Result<()> {
        let words = self.words;
        let names: Vec<&str> = section.file_names().collect();
        writeln!(self.out, "  ■ {}", names.join("、"))?;
        writeln!(
            self.out,
            "    {} {}  {} {}",
            words.data_subjects,
            self.size(&section.outline.data_subjects),
            words.users,
            self.size(&section.acquisition.users)
        )?;
        // A block that the form prints and nobody filled in does not count as an entry.
        let entrustments: Vec<&Entrustment> =
            section.entrustments.iter().filter(|entrustment| !entrustment.is_empty_block()).collect();
        let counted = self.counted(section.entrustment_count, entrustments.len());
        writeln!(self.out, "    {} {counted}", words.entrustments)?;
        for entrustment in entrustments {
            self.chain(entrustment)?;
        }
        let provision = &section.provision;
        let at = at.at(FileSection::provision);
        let (made, declared) = (provision.provided, provision.provided_count);
        let list = at.at(ProvisionSection::provisions);
        self.recipients([words.provisions, words.provision], made, declared, &provision.provisions, &list)?;
        let (made, declared) = (provision.transferred, provision.transferred_count);
        let list = at.at(ProvisionSection::transfers);
        self.recipients([words.transfers, words.transfer], made, declared, &provision.transfers, &list)
    }

    fn counted(&self, declared: Answer<u32>, listed: usize) -> String {
        match (self.words.language, declared) {
            (Language::Japanese, Answer::Given(declared)) => format!("{declared}件（実際の記載 {listed}件）"),
            (Language::Japanese, Answer::NotKnown) => format!("件数不明（実際の記載 {listed}件）"),
            (Language::Japanese, Answer::Unanswered | Answer::Blank | Answer::Nothing(_)) => {
                format!("件数の記載なし（実際の記載 {listed}件）")
            }
            (Language::English, Answer::Given(declared)) => format!("declared {declared}, listed {listed}"),
            (Language::English, Answer::NotKnown) => format!("declared number not known, listed {listed}"),
            (Language::English, Answer::Unanswered | Answer::Blank | Answer::Nothing(_)) => {
                format!("no number declared, listed {listed}")
            }
        }
    }

    fn chain(&mut self, entrustment: &Entrustment) -> io::Result<()> {
        let words = self.words;
        let matter = self.shown(&entrustment.matter);
        writeln!(self.out, "      {} {matter}", number(words.entrustment, entrustment.number))?;
        for link in Chain::of(entrustment).links() {
            let Link { tier, name, party, .. } = link;
            let own = match (tier, party.and_then(|party| party.handlers.given())) {
                (_, Some(own)) => self.with_unit(*own),
                (1, None) => self.size(&entrustment.handlers),
                (_, None) => String::new(),
            };
            let handlers = if own.is_empty() { own } else { format!("  {} {own}", words.handlers) };
            let indent = "  ".repeat(tier.min(16));
            let term = match words.language {
                Language::Japanese => link.term().to_string(),
                Language::English => format!("tier {tier}"),
            };
            writeln!(self.out, "      {indent}└ {term} {}{handlers}", name.unwrap_or(words.unnamed))?;
        }
        Ok(())
    }

    fn recipients<M: Channel>(
        &mut self,
        [all, one]: [&str; 2],
        made: Tick,
        declared: Answer<u32>,
        list: &[Recipient<M>],
        at: &FieldPath<Vec<Recipient<M>>>,
    ) -> io::Result<()> {
        let words = self.words;
        let filled = || list.iter().enumerate().filter(|(_, recipient)| !recipient.is_empty_block());
        let doubt = if made == Tick::NotKnown { "？" } else { "" };
        writeln!(self.out, "    {all} {}{doubt}", self.counted(declared, filled().count()))?;
        for (index, recipient) in filled() {
            writeln!(self.out, "      {} {}", number(one, recipient.number), self.shown(&recipient.names))?;
            let cited = self.cited(&at.nth(index).at(Recipient::bases).untyped());
            writeln!(self.out, "        {} {cited}", words.bases)?;
            writeln!(
                self.out,
                "        {} {}  {} {}",
                words.methods,
                connections(recipient.methods, &recipient.methods_other),
                words.frequency,
                self.shown(&recipient.timing)
            )?;
        }
        Ok(())
    }

    fn cited(&self, path: &FieldPath) -> String {
        let Some(found) = self.bases.iter().find(|basis| basis.path == *path) else {
            return self.words.no_basis.into();
        };
        let citations: Vec<String> = found.basis.citations().map(Citation::to_string).collect();
        if citations.is_empty() { found.basis.text().replace('\n', "／") } else { citations.join("、") }
    }
}
