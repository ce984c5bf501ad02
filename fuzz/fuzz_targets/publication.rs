//! Publication: the document after the first line of the input, without the answers whose paths are in that line. No text of
//! them occurs in an answer that is published, in any notation, and what is not in the list of what was withheld is unchanged.
#![no_main]
#![allow(clippy::disallowed_types, reason = "`fuzz_target!` can write a file")]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use mynumber_pia::Assessment;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::form::{Html, Markdown, Plain, PrintOptions};
use mynumber_pia::publication::withhold;
use mynumber_pia::value::answer::{Given, Value};
use mynumber_pia::value::kind::BodyKind;

fuzz_target!(|bytes: &[u8]| {
    let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else { return };
    let (paths, document) = bytes.split_at(end);
    let Ok(paths) = std::str::from_utf8(paths) else { return };
    let Ok(document) = serde_json::from_slice::<Assessment>(document) else { return };
    let ground = WithholdingGround::CriminalInvestigation;
    let parts: Vec<(FieldPath, WithholdingGround)> =
        paths.split(' ').filter_map(|path| Some((path.parse().ok()?, ground))).collect();
    let body = Some(BodyKind::AdministrativeOrgan);
    let Ok(withheld) = withhold(&document, Occasion::Publication, body, &parts) else { return };

    let fields: BTreeSet<&FieldPath> = withheld.fields.iter().map(|field| &field.path).collect();
    let own: BTreeSet<&FieldPath> =
        withheld.fields.iter().filter(|field| field.because_of.is_none()).map(|field| &field.path).collect();
    let mut secrets = BTreeSet::new();
    document.walk(|field| {
        let path = field.path.to_owned();
        if own.contains(&path) {
            secrets.extend(texts(field.value).iter().map(|text| folded(text)).filter(|text| is_looked_for(text)));
        }
        if !fields.contains(&path) {
            let now = withheld.document.get(&path);
            assert_eq!(format!("{now:?}"), format!("{:?}", Some(field.value)), "{path} is lost");
        }
    });
    // What replaces a text can itself be a secret.
    let sentences: String = withheld.fields.iter().map(|field| folded(&field.sentence())).collect();
    secrets.retain(|secret| !sentences.contains(secret) && !"（非公表）(非公表)".contains(secret));
    withheld.document.walk(|field| {
        let texts = texts(field.value);
        for all in [texts.concat(), field.value.shown()].map(|text| folded(&text)) {
            let found = secrets.iter().find(|secret| !texts.is_empty() && all.contains(*secret));
            assert_eq!(found, None, "{}: {all:?}", field.path);
        }
    });
    let marks = withheld.marks();
    let options = PrintOptions { marks: &marks, publication: true, ..PrintOptions::default() };
    let _ = (
        Html::with(&withheld.document, options).to_string(),
        Markdown::with(&withheld.document, options).to_string(),
        Plain::with(&withheld.document, options).to_string(),
    );
});

/// The texts of an answer.
fn texts(value: Value<'_>) -> Vec<String> {
    match value {
        Value::Given(Given::Text(text)) => vec![text.to_string()],
        Value::Given(Given::Lines(lines)) => lines
            .iter()
            .flat_map(|(under, text)| under.into_iter().chain(text.given()))
            .map(ToString::to_string)
            .collect(),
        Value::Given(Given::Timings(timings)) => {
            timings.iter().flat_map(|one| one.of.iter().chain(&one.frequency)).map(ToString::to_string).collect()
        }
        _ => Vec::new(),
    }
}

/// A text without blanks and differences of width. Texts with half-width kana are left to the tests.
fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

/// Whether a text is surely looked for: two letters or more, and no short word that a change table says of any answer.
fn is_looked_for(text: &str) -> bool {
    let is_half_width = |c: char| ('\u{FF61}'..='\u{FF9F}').contains(&c);
    text.chars().count() > 5
        && text.chars().all(|c| c.is_alphabetic() && !is_half_width(c) && !('\u{3099}'..='\u{309C}').contains(&c))
        && !text.contains("略")
        && !text.starts_with(['明', '大', '昭', '平', '令', 'M', 'T', 'S', 'H', 'R'])
}
