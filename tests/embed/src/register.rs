//! The register: what may be published, saved and loaded, and what must be made again.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use mynumber_pia::assessment::{Assessment, Raised, WrongForm};
use mynumber_pia::catalogue::{Field, FieldPath, Item, Materiality, Walk, row};
use mynumber_pia::citation::{Citation, Renumbering, Validity};
use mynumber_pia::entrustment::{Chain, shared_parties};
use mynumber_pia::kind::{AssessmentKind, FormEdition};
use mynumber_pia::text::TextError;
use mynumber_pia::validate::{Complete, Language, Report, Severity};

use crate::level::{Level, Today, level};

/// Assessments that may be published, in the order in which they came.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    held: Vec<Complete>,
}

/// A document that may not be published, with what forbids it.
#[derive(Debug)]
pub struct Refused {
    /// The document as it was given.
    pub document: Assessment,
    /// What was found.
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
            // Nothing else is without errors and refused.
            None => write!(f, "{}: an excerpt", title(&self.document)),
        }
    }
}

/// Why an assessment must be made again, or mended.
#[expect(clippy::large_enum_variant, reason = "a list of them is short")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The facts of today require a deeper form beside it, or may do so.
    Level(Level),
    /// These items changed, to which a change is 重要な変更.
    Material(Vec<Item>),
    /// It rests on this, which is no longer in force; where it is known, on what it should rest.
    Outdated(Citation, Option<Citation>),
}

/// 評価書名, as printed.
#[must_use]
pub fn title(document: &Assessment) -> &str {
    document.cover().title.given().map_or("(評価書名なし)", AsRef::as_ref)
}

impl Register {
    /// Holds the document, if it is complete as of this day, in place of one of the same body and form with the same
    /// 評価書番号.
    ///
    /// # Errors
    /// The document and the findings, where one of them is an error.
    pub fn publish(&mut self, document: Assessment, as_of: NaiveDate) -> Result<(), Box<Refused>> {
        let document =
            Complete::check(document, as_of).map_err(|(document, report)| Box::new(Refused { document, report }))?;
        let number = |document: &Complete| {
            let cover = document.cover();
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

    /// Publishes every document of a text of JSON, one after the other, and gives back those that are refused.
    ///
    /// # Errors
    /// What is wrong with the JSON; nothing of the text is held then.
    pub fn load(&mut self, json: &str, as_of: NaiveDate) -> Result<Vec<Refused>, serde_json::Error> {
        let documents = serde_json::Deserializer::from_str(json).into_iter::<Assessment>();
        let documents = documents.collect::<Result<Vec<_>, _>>()?;
        Ok(documents
            .into_iter()
            .filter_map(|document| self.publish(document, as_of).err())
            .map(|refused| *refused)
            .collect())
    }

    /// The documents as JSON, one a line.
    ///
    /// # Errors
    /// None that a document can cause.
    pub fn save(&self) -> Result<String, serde_json::Error> {
        self.held.iter().map(|document| serde_json::to_string(document).map(|line| line + "\n")).collect()
    }

    /// What is held.
    #[must_use]
    pub fn documents(&self) -> &[Complete] {
        &self.held
    }

    /// Who works for several affairs: each entrustee of any tier, with the titles of those documents.
    #[must_use]
    pub fn shared_entrustees(&self) -> BTreeMap<String, Vec<&str>> {
        let sections: Vec<_> = self.held.iter().map(|document| (title(document), document.file_sections())).collect();
        let chains: Vec<(&str, Chain<'_>)> = sections
            .iter()
            .flat_map(|(title, sections)| sections.iter().map(move |section| (*title, section)))
            .flat_map(|(title, section)| section.entrustments().into_iter().map(move |one| (title, Chain::of(one))))
            .collect();
        let mut shared = BTreeMap::new();
        for party in shared_parties(chains.iter().map(|(_, chain)| *chain)) {
            let mut titles: Vec<&str> =
                party.chains.iter().filter_map(|at| chains.get(*at)).map(|(title, _)| *title).collect();
            titles.dedup();
            if titles.len() > 1 {
                shared.insert(party.name.to_string(), titles);
            }
        }
        shared
    }

    /// Which documents must be made again or mended, and why. `today` tells what is known of an affair on that day.
    ///
    /// # Errors
    /// Where a name in what is known is no text.
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

/// What the document cites and is no longer in force on that day, each once.
#[must_use]
pub fn outdated(document: &Assessment, as_of: NaiveDate) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for basis in document.bases() {
        for citation in basis.basis.citations() {
            if let Validity::NoLonger(_) = citation.as_of(as_of) {
                let newer = match citation.renumbered() {
                    Renumbering::Newer(newer, _) => Some(newer),
                    Renumbering::Older(..) | Renumbering::NotEvidenced | Renumbering::Untouched => None,
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

/// The items of a draft that differ from what is held and to which a change is 重要な変更 (※ on the form), in its order.
#[must_use]
pub fn material_changes(held: &Assessment, draft: &Assessment) -> Option<Reason> {
    let (old, new) = (answers(held), answers(draft));
    let edition = draft.edition().given().copied();
    let mut items: Vec<Item> = new
        .iter()
        .filter(|(path, answer)| old.get(*path) != Some(answer))
        .chain(old.iter().filter(|(path, _)| !new.contains_key(*path)))
        .map(|(_, (item, _))| *item)
        .filter(|item| row(draft.kind(), edition, *item).is_some_and(|row| row.materiality == Materiality::Material))
        .collect();
    items.sort_unstable();
    items.dedup();
    if items.is_empty() { None } else { Some(Reason::Material(items)) }
}

/// What a document answers, by path.
fn answers(document: &Assessment) -> BTreeMap<String, (Item, String)> {
    let mut answers = BTreeMap::new();
    document.walk(&mut Walk::new(&mut |field: &Field<'_>| {
        if field.value.is_answered() {
            answers.insert(field.path.to_string(), (field.item, field.value.to_string()));
        }
    }));
    answers
}

/// The latest edition of a form that the library knows.
#[must_use]
pub fn latest(kind: AssessmentKind) -> Option<FormEdition> {
    FormEdition::KNOWN.iter().map(|known| known.edition).rfind(|edition| edition.kind() == kind)
}

/// A document as a draft of a deeper form, every answer kept, and what is to fill in. A document that is deep enough
/// stays as it is.
///
/// # Errors
/// None while the library knows an edition of each form.
pub fn draft(document: Assessment, kind: AssessmentKind) -> Result<(Assessment, Vec<(Item, FieldPath)>), WrongForm> {
    let (mut draft, mut to_fill) = (document, Vec::new());
    while draft.kind() < kind {
        (draft, to_fill) = match draft {
            Assessment::BasicItem(document) => {
                let Some(edition) = latest(AssessmentKind::KeyItem) else { return Ok((document.into(), to_fill)) };
                let Raised { document, to_fill } = document.to_key_item(edition)?;
                (document.into(), to_fill)
            }
            Assessment::KeyItem(document) => {
                let Some(edition) = latest(AssessmentKind::AllItem) else { return Ok((document.into(), to_fill)) };
                let Raised { document, to_fill } = document.to_all_item(edition)?;
                (document.into(), to_fill)
            }
            Assessment::AllItem(document) => return Ok((document.into(), to_fill)),
        };
    }
    Ok((draft, to_fill))
}
