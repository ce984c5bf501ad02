//! Reads what the library writes with other people's parsers: documents in the formats of serde, JSON Schema, and pages.

pub mod format;
pub mod page;
pub mod schema;

/// The five published documents, by name.
pub const DOCUMENTS: [(&str, &str); 5] = [
    ("edogawa", include_str!("../../../examples/documents/edogawa.json")),
    ("shinjuku", include_str!("../../../examples/documents/shinjuku.json")),
    ("kawaguchi", include_str!("../../../examples/documents/kawaguchi.json")),
    ("kumagaya", include_str!("../../../examples/documents/kumagaya.json")),
    ("matsudo", include_str!("../../../examples/documents/matsudo.json")),
];

/// The text of each published document.
pub const PUBLISHED: [&str; 5] = [DOCUMENTS[0].1, DOCUMENTS[1].1, DOCUMENTS[2].1, DOCUMENTS[3].1, DOCUMENTS[4].1];
