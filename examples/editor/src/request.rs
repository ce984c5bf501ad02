//! What a host can ask for.

use mynumber_pia::Language;
use mynumber_pia::value::incident::IncidentScope;
use serde::Deserialize;
use serde_json::value::RawValue;

/// A request: an object with one field, whose name is what to do.
///
/// Paths, days and codes are texts here, and are read when the request is answered: then their errors are in both languages.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Request<'r> {
    About {},
    New {
        edition: String,
        today: String,
    },
    Open {
        text: String,
        today: String,
    },
    Sample {
        today: String,
    },
    Example {
        path: String,
    },
    Determine {
        #[serde(borrow)]
        facts: &'r RawValue,
    },
    Close {
        document: u32,
    },
    Form {
        document: u32,
    },
    Check {
        document: u32,
        today: String,
        as_of: Option<String>,
        exemption: Option<String>,
    },
    Put {
        document: u32,
        path: String,
        text: String,
    },
    PutValue {
        document: u32,
        path: String,
        #[serde(borrow)]
        value: &'r RawValue,
    },
    Remove {
        document: u32,
        path: String,
    },
    Add {
        document: u32,
        list: String,
        at: Option<usize>,
        #[serde(borrow)]
        value: Option<&'r RawValue>,
    },
    PlaceOfChange {
        document: u32,
        #[serde(borrow)]
        value: &'r RawValue,
    },
    Move {
        document: u32,
        list: String,
        from: usize,
        to: usize,
    },
    Parties {
        document: u32,
        path: String,
    },
    ChangeForm {
        document: u32,
        edition: String,
        adopt: bool,
    },
    Suggestions {
        document: u32,
    },
    Adopt {
        document: u32,
        path: String,
    },
    Save {
        document: u32,
    },
    Print(#[serde(borrow)] Print<'r>),
    Compare {
        old: u32,
        new: u32,
        date: Option<String>,
    },
    Plan {
        documents: Vec<u32>,
        as_of: String,
        body: Option<String>,
        #[serde(borrow)]
        happening: Happens<'r>,
    },
    Strangers {
        documents: Vec<u32>,
    },
    Consequences {
        document: u32,
        path: String,
        text: String,
        papers: Vec<u32>,
        on: Option<String>,
        as_of: String,
        body: Option<String>,
    },
}

/// A page, and what it shows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Print<'r> {
    pub(crate) document: u32,
    #[serde(default)]
    pub(crate) language: Language,
    #[serde(default)]
    pub(crate) requirements: bool,
    #[serde(default)]
    pub(crate) publication: bool,
    #[serde(default)]
    pub(crate) findings: bool,
    /// What the page for publication leaves out.
    #[serde(borrow)]
    pub(crate) withhold: Option<Withhold<'r>>,
}

/// What is withheld from publication.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Withhold<'r> {
    pub(crate) occasion: &'r str,
    pub(crate) body: Option<&'r str>,
    /// The path and the ground of each part.
    pub(crate) parts: Vec<(String, String)>,
}

/// What happens to an affair.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Happens<'r> {
    Hold {
        on: Option<String>,
        #[serde(default)]
        system: Building,
        #[serde(borrow)]
        facts: Option<&'r RawValue>,
        #[serde(default)]
        is_urgent: bool,
    },
    Change {
        new: u32,
        on: Option<String>,
        #[serde(default)]
        system: Building,
        #[serde(borrow)]
        facts: Option<&'r RawValue>,
        #[serde(default)]
        is_urgent: bool,
        #[serde(default)]
        is_minor: bool,
    },
    Facts {
        #[serde(borrow)]
        facts: &'r RawValue,
        on: Option<String>,
    },
    Incident {
        incident: Incident,
    },
    End {
        on: String,
    },
}

/// A serious incident.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Incident {
    pub(crate) date: String,
    pub(crate) known: Option<String>,
    pub(crate) scope: IncidentScope,
}

/// Whether a system is built.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Building {
    #[default]
    NotKnown,
    None,
    From(String),
}
