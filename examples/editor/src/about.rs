//! What the module is.

use mynumber_pia::affair::HappeningKind;
use mynumber_pia::assessment::{FORMAT, VERSION};
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::form::help_rests_on;
use mynumber_pia::threshold::Exemption;
use mynumber_pia::value::source::Certainty;
use mynumber_pia::{CodeList, FormEdition, Language};
use serde::Serialize;

use crate::editor::{MAX_DOCUMENTS, MAX_FIELDS, MAX_REQUEST};
use crate::interface::INTERFACE;
use crate::words::english::word;
use crate::words::{Labels, of_views};

#[derive(Serialize)]
pub(crate) struct About {
    module: &'static str,
    interface: u32,
    format: &'static str,
    document_version: u32,
    editions: Vec<Edition>,
    exemptions: Vec<Named>,
    happenings: Vec<Named>,
    occasions: Vec<Named>,
    grounds: Vec<Named>,
    limits: Limits,
    /// What the help rests on.
    help_rests_on: [&'static str; 2],
    english: Labels,
}

#[derive(Serialize)]
struct Edition {
    code: String,
    label: String,
    kind: &'static str,
    kind_label: &'static str,
    is_latest: bool,
    is_seen: bool,
    evidence: &'static str,
}

#[derive(Serialize)]
struct Named {
    code: &'static str,
    label: &'static str,
    label_en: String,
}

impl Named {
    fn new<T: CodeList>(one: T) -> Self {
        Self { code: one.code(), label: one.label(), label_en: word(one, Language::English) }
    }
}

#[derive(Serialize)]
struct Limits {
    request_bytes: usize,
    fields: usize,
    documents: usize,
}

pub(crate) fn about() -> About {
    let editions = FormEdition::KNOWN.iter().map(|known| {
        let (edition, kind) = (known.edition, known.edition.kind());
        Edition {
            code: edition.to_string(),
            label: edition.label(),
            kind: kind.code(),
            kind_label: kind.document(),
            is_latest: FormEdition::latest(kind) == Some(edition),
            is_seen: known.certainty == Certainty::Confirmed,
            evidence: known.evidence,
        }
    });
    About {
        module: env!("CARGO_PKG_VERSION"),
        interface: INTERFACE,
        format: FORMAT,
        document_version: VERSION,
        editions: editions.collect(),
        exemptions: Exemption::ALL.iter().copied().map(Named::new).collect(),
        happenings: HappeningKind::ALL.iter().copied().map(Named::new).collect(),
        occasions: Occasion::ALL.iter().copied().map(Named::new).collect(),
        grounds: WithholdingGround::ALL.iter().copied().map(Named::new).collect(),
        limits: Limits { request_bytes: MAX_REQUEST, fields: MAX_FIELDS, documents: MAX_DOCUMENTS },
        help_rests_on: [Language::Japanese, Language::English].map(help_rests_on),
        english: of_views(),
    }
}
