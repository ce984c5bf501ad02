//! What a check says about a document: findings, what is to fill in, and the threshold determination.

use chrono::NaiveDate;
use mynumber_pia::assessment::{Need, OpenItem};
use mynumber_pia::catalogue::{FieldPath, english, row};
use mynumber_pia::threshold::{Determination, Exemption};
use mynumber_pia::validate::validate_with;
use mynumber_pia::value::answer::Value;
use mynumber_pia::{Assessment, Facts, Finding, FormEdition, Language, Report, determine};
use serde::Serialize;

/// For which day and with which facts a document is checked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) today: NaiveDate,
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) exemption: Option<Exemption>,
}

impl Settings {
    pub(crate) fn new(today: NaiveDate) -> Self {
        Self { today, as_of: None, exemption: None }
    }

    /// The day of the check: the one that was given, that of the document, or today. The command `validate` does the same.
    pub(crate) fn day(&self, document: &Assessment) -> NaiveDate {
        self.as_of.or_else(|| document.own_day()).unwrap_or(self.today)
    }

    pub(crate) fn report(&self, document: &Assessment) -> Report {
        validate_with(document, self.day(document), self.exemption)
    }
}

#[derive(Serialize)]
pub(crate) struct Check<'v> {
    edition: Option<String>,
    edition_label: Option<String>,
    kind: &'static str,
    kind_label: &'static str,
    as_of: String,
    findings: Vec<Finding>,
    is_cut: bool,
    has_no_errors: bool,
    to_fill: Vec<OpenItem>,
    threshold: Threshold,
    title: Option<&'v str>,
}

/// A threshold determination, and what it says.
#[derive(Serialize)]
pub(crate) struct Threshold {
    determination: Determination,
    ja: String,
    en: String,
}

impl Threshold {
    pub(crate) fn of(facts: &Facts) -> Self {
        let determination = determine(facts);
        Self { ja: determination.text(Language::Japanese), en: determination.text(Language::English), determination }
    }
}

impl<'v> Check<'v> {
    pub(crate) fn new(document: &'v Assessment, settings: Settings) -> Self {
        let report = settings.report(document);
        let edition = document.form.edition();
        Self {
            edition: edition.map(|edition| edition.to_string()),
            edition_label: edition.map(FormEdition::label),
            kind: document.kind().code(),
            kind_label: document.kind().document(),
            as_of: settings.day(document).to_string(),
            is_cut: report.is_cut(),
            has_no_errors: report.has_no_errors(),
            findings: report.into_iter().collect(),
            to_fill: document.open_items(),
            threshold: Threshold::of(&Facts::from(document)),
            title: document.affair.name.given().map(mynumber_pia::Text::as_str),
        }
    }
}

/// An item for which other forms print an answer elsewhere.
#[derive(Serialize)]
pub(crate) struct Suggestion {
    path: FieldPath,
    number: &'static str,
    label: &'static str,
    label_en: Option<&'static str>,
    need: Need,
    /// What would be taken over; `None` if the answers do not agree.
    text: Option<String>,
    from: Vec<From>,
}

/// An answer that another form prints.
#[derive(Serialize)]
struct From {
    path: FieldPath,
    text: String,
}

impl Suggestion {
    pub(crate) fn all(document: &Assessment) -> Vec<Self> {
        let mut copy = document.clone();
        let suggested = document.open_items().into_iter().filter(|open| !open.suggestions.is_empty());
        let one = |open: OpenItem| {
            let printed = row(document.kind(), document.form.edition(), open.item);
            let label = printed.map_or(open.item.label(), |row| row.label);
            let shown =
                |document: &Assessment, path: &FieldPath| document.get(path).map_or_else(String::new, Value::shown);
            let text = copy.adopt(&open).then(|| shown(&copy, &open.path));
            let from = open.suggestions.iter().map(|path| From { path: path.clone(), text: shown(document, path) });
            Self {
                number: printed.map_or("", |row| row.number),
                label,
                label_en: english(label),
                need: open.need,
                text,
                from: from.collect(),
                path: open.path,
            }
        };
        suggested.map(one).collect()
    }
}
