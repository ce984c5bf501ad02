//! The five published assessments.

pub(crate) const EDOGAWA: &str = include_str!("../../examples/documents/edogawa.json");
pub(crate) const SHINJUKU: &str = include_str!("../../examples/documents/shinjuku.json");
pub(crate) const KAWAGUCHI: &str = include_str!("../../examples/documents/kawaguchi.json");
pub(crate) const KUMAGAYA: &str = include_str!("../../examples/documents/kumagaya.json");
pub(crate) const MATSUDO: &str = include_str!("../../examples/documents/matsudo.json");

/// The documents, by name.
pub(crate) const DOCUMENTS: [(&str, &str); 5] = [
    ("edogawa", EDOGAWA),
    ("shinjuku", SHINJUKU),
    ("kawaguchi", KAWAGUCHI),
    ("kumagaya", KUMAGAYA),
    ("matsudo", MATSUDO),
];

/// The documents without their names.
pub(crate) const PUBLISHED: [&str; 5] = [EDOGAWA, SHINJUKU, KAWAGUCHI, KUMAGAYA, MATSUDO];
