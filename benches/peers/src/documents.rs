//! The documents that are measured.

use chrono::NaiveDate;
use mynumber_pia::fixture::Parameters;
use mynumber_pia::{Assessment, AssessmentKind};

/// Documents that are measured together.
pub struct Set {
    pub name: String,
    pub documents: Vec<Assessment>,
}

impl Set {
    /// The documents as they are saved, without blanks.
    pub fn texts(&self) -> Vec<String> {
        self.documents.iter().map(|document| serde_json::to_string(document).unwrap()).collect()
    }
}

/// The five published documents, each in its own set, the largest first.
pub fn published() -> Vec<Set> {
    let texts = [
        ("edogawa", include_str!("../../../examples/documents/edogawa.json")),
        ("kawaguchi", include_str!("../../../examples/documents/kawaguchi.json")),
        ("kumagaya", include_str!("../../../examples/documents/kumagaya.json")),
        ("shinjuku", include_str!("../../../examples/documents/shinjuku.json")),
        ("matsudo", include_str!("../../../examples/documents/matsudo.json")),
    ];
    let set = |(name, text): (&str, &str)| Set {
        name: format!("`{name}.json`"),
        documents: vec![serde_json::from_str(text).unwrap()],
    };
    texts.into_iter().map(set).collect()
}

/// The largest of the published documents.
pub fn largest() -> Set {
    published().swap_remove(0)
}

/// How many documents of each kind are generated.
pub const OF_EACH_KIND: usize = 10;

/// The parameters for generated documents of this kind.
pub fn parameters(kind: AssessmentKind) -> Parameters {
    Parameters { kind: Some(kind), ..Parameters::default() }
}

/// The generated documents, by their parameters and seeds.
pub fn seeds() -> impl Iterator<Item = (Parameters, u64)> {
    AssessmentKind::ALL.iter().flat_map(|kind| (0..).take(OF_EACH_KIND).map(|seed| (parameters(*kind), seed)))
}

/// Generated documents of all three kinds.
pub fn generated() -> Set {
    let documents: Vec<Assessment> = seeds().map(|(parameters, seed)| parameters.plan(seed).build()).collect();
    Set { name: format!("{} generated documents", documents.len()), documents }
}

/// The day of the check.
pub fn as_of() -> NaiveDate {
    Parameters::default().as_of
}
