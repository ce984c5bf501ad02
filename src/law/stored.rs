//! How what a day says about a citation is written with serde. Labels are beside their codes.

use alloc::string::{String, ToString};

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::Citation;
use super::dated::{RowOnDay, RowStatus, Validity};
use super::evidence::{Bound, PairEvidence};
use super::renumbered::Renumbering;
use super::table::TableRow;
use crate::value::language::Language;

fn written(day: NaiveDate) -> String {
    day.to_string()
}

/// Written as its code.
impl Serialize for PairEvidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// Written as `{"code", "newer", "older", "evidence", "evidence_label", "copied_on", "ja", "en"}`.
impl Serialize for Renumbering {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            code: &'static str,
            newer: Option<&'a Citation>,
            older: Option<&'a Citation>,
            evidence: Option<PairEvidence>,
            evidence_label: Option<&'static str>,
            copied_on: Option<String>,
            ja: String,
            en: String,
        }
        let (newer, older, evidence, copied_on) = match self {
            Self::Newer(newer, evidence) => (Some(newer), None, Some(*evidence), None),
            Self::Older(older, evidence) => (None, Some(older), Some(*evidence), None),
            Self::NoSuchRow(copied_on) => (None, None, None, Some(written(*copied_on))),
            Self::NoSuccessor
            | Self::NoPredecessor
            | Self::Uncertain
            | Self::DependsOnDay
            | Self::NotEvidenced
            | Self::Untouched => (None, None, None, None),
        };
        let evidence_label = evidence.map(|evidence| evidence.text(Language::Japanese));
        let [ja, en] = [Language::Japanese, Language::English].map(|language| self.text(language));
        Fields { code: self.code(), newer, older, evidence, evidence_label, copied_on, ja, en }.serialize(serializer)
    }
}

/// Written as `{"day", "kind", "kind_label"}`, where the kind is `enacted` or `seen`.
impl Serialize for Bound {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields {
            day: String,
            kind: &'static str,
            kind_label: &'static str,
        }
        let [kind, kind_label] = self.words();
        Fields { day: written(self.day()), kind, kind_label }.serialize(serializer)
    }
}

/// Written as `{"code", "code_label", "from", "until", "evidence"}`.
impl Serialize for Validity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields {
            code: &'static str,
            code_label: &'static str,
            from: Option<Bound>,
            until: Option<Bound>,
            evidence: Option<&'static str>,
        }
        let ([code, code_label], dated) = (self.words(), self.dated());
        let from = dated.map(|dated| dated.from);
        let until = dated.and_then(|dated| dated.until);
        Fields { code, code_label, from, until, evidence: dated.map(|dated| dated.evidence) }.serialize(serializer)
    }
}

/// Written as `{"citation", "body", "law", "seen"}`, where `seen` is the first and the last day of its [life](TableRow::life).
impl Serialize for TableRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields {
            citation: Citation,
            body: Option<&'static str>,
            law: Option<&'static str>,
            seen: [String; 2],
        }
        let seen = [self.life().first, self.life().last].map(written);
        Fields { citation: self.citation(), body: self.body(), law: self.law(), seen }.serialize(serializer)
    }
}

/// Written as its status.
impl Serialize for RowOnDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.status.serialize(serializer)
    }
}

/// Written as `{"code", "code_label", "row", "after", "seen_on", "between", "copied_on", "table"}`. If it is not known, `row` is the one
/// before the change.
impl Serialize for RowStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Default, Serialize)]
        struct Fields {
            code: &'static str,
            code_label: &'static str,
            row: Option<TableRow>,
            after: Option<TableRow>,
            seen_on: Option<String>,
            between: Option<[String; 2]>,
            copied_on: Option<String>,
            table: Option<Validity>,
        }
        let [code, code_label] = self.words();
        let none = Fields { code, code_label, ..Fields::default() };
        match *self {
            Self::Exists { row, seen_on } | Self::Deleted { row, seen_on } => {
                Fields { row: Some(row), seen_on: seen_on.map(written), ..none }
            }
            Self::NotYet { row } | Self::NoLonger { row } => Fields { row: Some(row), ..none },
            Self::NotKnown { before, after, between: (last, first) } => {
                Fields { row: before, after, between: Some([written(last), written(first)]), ..none }
            }
            Self::Missing { copied_on } => Fields { copied_on: copied_on.map(written), ..none },
            Self::NoTable(table) => Fields { table: Some(table), ..none },
            Self::NotARow => none,
        }
        .serialize(serializer)
    }
}
