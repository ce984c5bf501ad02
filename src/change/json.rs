//! A difference as JSON.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::difference::{Difference, Edit, EditKind, MatchedBy, Mismatch, NotCompared, NotComparedBecause, Sides};
use super::weight::{Proof, Weight};
use crate::catalogue::{Child, FieldPath, Item, Part};
use crate::value::answer::{Entry, Value};
use crate::value::kind::Form;

impl Serialize for Difference<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            form: Option<Versions>,
            mismatch: Option<Mismatch>,
            mismatch_label: Option<&'static str>,
            edits: Vec<Weighed<'a>>,
            not_compared: &'a [NotCompared],
        }
        let weighed = |(edit, weight): (_, Weight)| Weighed::new(edit, self, &weight);
        let mismatch = self.mismatch();
        Fields {
            form: self.form().map(|(old, new)| Versions { old: header(old), new: header(new) }),
            mismatch,
            mismatch_label: mismatch.map(Mismatch::label),
            edits: self.weighed().map(weighed).collect(),
            not_compared: self.not_compared(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct Versions {
    old: String,
    new: String,
}

/// The code of the edition, or that of the kind of assessment if the edition is not known.
fn header(form: Form) -> String {
    form.edition().map_or_else(|| form.kind().code().to_string(), |edition| edition.to_string())
}

/// An edit with what only the difference knows of it.
#[derive(Serialize)]
struct Weighed<'a> {
    #[serde(flatten)]
    edit: &'a Edit<'a>,
    /// The printed number of the item.
    number: &'static str,
    weight: &'static str,
    weight_label: &'static str,
    proof: Option<&'static str>,
    proof_label: Option<String>,
}

impl<'a> Weighed<'a> {
    fn new(edit: &'a Edit<'a>, difference: &Difference<'_>, weight: &Weight) -> Self {
        let proof = match weight {
            Weight::Formal(proof) => Some(proof),
            Weight::Material | Weight::Ordinary => None,
        };
        Self {
            edit,
            number: edit.printed(difference).map_or("", |row| row.number),
            weight: weight.code(),
            weight_label: weight.label(),
            proof: proof.map(Proof::code),
            proof_label: proof.map(ToString::to_string),
        }
    }
}

impl Serialize for Edit<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            item: Item,
            label: &'static str,
            what: EditKind,
            what_label: &'static str,
            old: Option<&'a FieldPath>,
            new: Option<&'a FieldPath>,
            before: Side<'a>,
            after: Side<'a>,
            matched: Option<MatchedBy>,
            matched_label: Option<&'static str>,
        }
        let (before, after) = match self.sides {
            Sides::Answers(old, new) => (Side::Answer(old), Side::Answer(new)),
            Sides::Parts(old, new) => (Side::Part(old), Side::Part(new)),
        };
        Fields {
            item: self.item,
            label: self.item.label(),
            what: self.what,
            what_label: self.what.label(),
            old: self.old.as_ref(),
            new: self.new.as_ref(),
            before,
            after,
            matched: self.matched,
            matched_label: self.matched.map(MatchedBy::label),
        }
        .serialize(serializer)
    }
}

/// One side of an edit, as a document writes it; `null` for an item without an answer, and for a part that only the other side has.
enum Side<'a> {
    Answer(&'a dyn Entry),
    Part(Option<&'a dyn Part>),
}

impl Serialize for Side<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Answer(entry) if matches!(entry.value(), Value::Unanswered) => serializer.serialize_none(),
            Self::Answer(entry) => Child::Answer(entry).serialize(serializer),
            Self::Part(Some(part)) => Child::Part(part).serialize(serializer),
            Self::Part(None) => serializer.serialize_none(),
        }
    }
}

impl Serialize for NotCompared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            item: Item,
            label: &'static str,
            old: Option<&'a FieldPath>,
            new: Option<&'a FieldPath>,
            because: NotComparedBecause,
            because_label: &'static str,
        }
        let Self { item, old, new, because } = self;
        Fields {
            item: *item,
            label: item.label(),
            old: old.as_ref(),
            new: new.as_ref(),
            because: *because,
            because_label: because.label(),
        }
        .serialize(serializer)
    }
}
