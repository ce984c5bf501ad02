//! The register: it publishes, saves and loads documents, and reports which must be made again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;
use mynumber_pia::assessment::{Chain, OpenItem, shared_parties};
use mynumber_pia::catalogue::{FieldPath, Item, Materiality, row};
use mynumber_pia::law::{Citation, Renumbering, Validity};
use mynumber_pia::validate::{Complete, Language, Severity};
use mynumber_pia::value::text::TextError;
use mynumber_pia::{Assessment, AssessmentKind, Form, FormEdition, Report};

use crate::level::{Level, Today, level};

/// Assessments that may be published, in the order in which they were added.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    held: Vec<Complete>,
}

/// A document that may not be published, with the reasons.
#[derive(Debug)]
pub struct Refused {
    /// The document as it was given.
    pub document: Assessment,
    /// The findings.
    pub report: Report,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut errors = self.report.of(Severity::Error);
        match errors.next() {
            Some(first) => {
                let (first, more) = (first.text(Language::English), errors.count());
                write!(f, "{}: {first}, and {more} more errors", title(&self.document))
            }
            // A document without errors is only refused if it is an excerpt.
            None => write!(f, "{}: an excerpt", title(&self.document)),
        }
    }
}

/// Why an assessment must be made again or corrected.
#[expect(clippy::large_enum_variant, reason = "a list of them is short")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The facts of today require a deeper form too, or may require it.
    Level(Level),
    /// These items changed, and a change to them is 重要な変更.
    Material(Vec<Item>),
    /// It cites this provision, which is no longer in force. The second is the newer one, if it is known.
    Outdated(Citation, Option<Citation>),
}

/// 評価書名, as printed.
#[must_use]
pub fn title(document: &Assessment) -> &str {
    document.cover.title.given().map_or("(評価書名なし)", AsRef::as_ref)
}

impl Register {
    /// Adds the document if it is complete on this day. It replaces a document of the same body and form with the same
    /// 評価書番号.
    ///
    /// # Errors
    /// The document and the findings, if one of them is an error.
    pub fn publish(&mut self, document: Assessment, as_of: NaiveDate) -> Result<(), Box<Refused>> {
        let document =
            Complete::check(document, as_of).map_err(|(document, report)| Box::new(Refused { document, report }))?;
        let number = |document: &Complete| {
            let cover = &document.cover;
            cover.number.given().map(|number| (cover.body.given().cloned(), number.clone(), document.kind()))
        };
        let own = number(&document);
        let same = self.held.iter_mut().find(|held| own.is_some() && number(held) == own);
        match same {
            Some(held) => *held = document,
            None => self.held.push(document),
        }
        Ok(())
    }

    /// Publishes all documents in a JSON text, one after the other, and returns those that are refused.
    ///
    /// # Errors
    /// The error in the JSON. Then none of the documents is added.
    pub fn load(&mut self, json: &str, as_of: NaiveDate) -> Result<Vec<Refused>, serde_json::Error> {
        let documents = serde_json::Deserializer::from_str(json).into_iter::<Assessment>();
        let documents = documents.collect::<Result<Vec<_>, _>>()?;
        Ok(documents
            .into_iter()
            .filter_map(|document| self.publish(document, as_of).err())
            .map(|refused| *refused)
            .collect())
    }

    /// The documents as JSON, one per line.
    ///
    /// # Errors
    /// Never because of a document.
    pub fn save(&self) -> Result<String, serde_json::Error> {
        self.held.iter().map(|document| serde_json::to_string(document).map(|line| line + "\n")).collect()
    }

    /// The documents in the register.
    #[must_use]
    pub fn documents(&self) -> &[Complete] {
        &self.held
    }

    /// The entrustees of any tier that work for several affairs, with the titles of those documents.
    #[must_use]
    pub fn shared_entrustees(&self) -> BTreeMap<String, Vec<&str>> {
        let mut chains = Vec::new();
        for document in &self.held {
            let entrustments = document.file_sections.iter().flat_map(|section| &section.entrustments);
            chains.extend(entrustments.map(|entrustment| (title(document), Chain::of(entrustment))));
        }
        let mut shared = BTreeMap::new();
        for party in shared_parties(chains.iter().map(|(_, chain)| *chain)) {
            let mut titles: Vec<&str> = party.chains.iter().map(|index| chains[*index].0).collect();
            titles.dedup();
            if titles.len() > 1 {
                shared.insert(party.name.to_string(), titles);
            }
        }
        shared
    }

    /// The documents that must be made again or corrected, and why. `today` returns what is known about an affair on
    /// that day.
    ///
    /// # Errors
    /// If a name in what is known is not a valid `Text`.
    pub fn to_reassess(
        &self,
        as_of: NaiveDate,
        today: impl Fn(&Assessment) -> Today,
    ) -> Result<Vec<(&Complete, Vec<Reason>)>, TextError> {
        let mut list = Vec::new();
        for document in &self.held {
            let facts = today(document).facts(document, as_of)?;
            let mut reasons = Vec::new();
            match level(document.kind(), &facts) {
                Level::Enough => {}
                other @ (Level::Deeper(_) | Level::Undecided(_)) => reasons.push(Reason::Level(other)),
            }
            reasons.extend(outdated(document, as_of));
            if !reasons.is_empty() {
                list.push((document, reasons));
            }
        }
        Ok(list)
    }
}

/// The citations of the document that are no longer in force on that day, each once.
#[must_use]
pub fn outdated(document: &Assessment, as_of: NaiveDate) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for basis in document.bases() {
        for citation in basis.basis.citations() {
            if let Validity::NoLonger(_) = citation.as_of(as_of) {
                let newer = match citation.renumbered() {
                    Renumbering::Newer(newer, _) => Some(newer),
                    Renumbering::Older(..)
                    | Renumbering::NoSuccessor
                    | Renumbering::NoPredecessor
                    | Renumbering::Uncertain
                    | Renumbering::NoSuchRow(_)
                    | Renumbering::DependsOnDay
                    | Renumbering::NotEvidenced
                    | Renumbering::Untouched => None,
                };
                let reason = Reason::Outdated(citation.clone(), newer);
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
    }
    reasons
}

/// The items of a draft that differ from the held document and whose change is 重要な変更 (※ on the form), in the order of
/// the form.
#[must_use]
pub fn material_changes(held: &Assessment, draft: &Assessment) -> Option<Reason> {
    let marked = |item: &Item| {
        let row = row(draft.kind(), draft.form.edition(), *item);
        row.is_some_and(|row| row.materiality == Materiality::Material)
    };
    let (old, new) = (answers(held), answers(draft));
    let items: BTreeSet<Item> = old.symmetric_difference(&new).map(|(item, ..)| *item).filter(marked).collect();
    if items.is_empty() { None } else { Some(Reason::Material(items.into_iter().collect())) }
}

/// The answers of a document: item, path and answer.
fn answers(document: &Assessment) -> BTreeSet<(Item, FieldPath, String)> {
    let mut answers = BTreeSet::new();
    document.walk(|field| {
        if field.value.is_answered() {
            answers.insert((field.item, field.path.to_owned(), field.value.to_string()));
        }
    });
    answers
}

/// A draft of a deeper form with every answer of the document, and what is still to fill in. A document that is deep
/// enough stays as it is.
#[must_use]
pub fn draft(mut document: Assessment, kind: AssessmentKind) -> (Assessment, Vec<OpenItem>) {
    if document.kind() >= kind {
        return (document, Vec::new());
    }
    // Even without a known edition, the draft has that form.
    document.form = FormEdition::latest(kind).map_or(Form::EditionUnknown(kind), Form::Edition);
    let open_items = document.open_items();
    (document, open_items)
}
