//! Papers that do not belong to the affair of another one.

use mynumber_pia::Language;
use mynumber_pia::affair::{AgreeRule, Dossier};
use mynumber_pia::change::{Mismatch, difference};
use mynumber_pia::value::kind::AssessmentKind;
use serde::Serialize;

use crate::editor::Opened;
use crate::fault::reply;

#[derive(Serialize)]
struct Strangers {
    strangers: Vec<Stranger>,
}

/// How a paper differs from the first one in what identifies the affair.
#[derive(Serialize)]
struct Stranger {
    /// Which of the documents, from 1: the first one is the paper itself.
    index: usize,
    ja: String,
    en: String,
}

/// Whether a rule compares what identifies an affair.
fn is_identity(rule: AgreeRule) -> bool {
    [AgreeRule::BodyDiffers, AgreeRule::NumberDiffers, AgreeRule::NameDiffers].contains(&rule)
}

/// What identifies the affair in two papers, if it differs.
fn between(first: &Opened, other: &Opened) -> Vec<(String, String)> {
    let is_basic = |one: &Opened| one.document.kind() == AssessmentKind::BasicItem;
    // The library compares a basic-item assessment with a deeper one.
    if is_basic(first) == is_basic(other) {
        let mismatch = difference(&other.document, &first.document).mismatch();
        let said = |one: &Opened, mismatch| match mismatch {
            Mismatch::Body => one.document.cover.body.value().to_string(),
            Mismatch::Affair => one.document.affair.name.value().to_string(),
        };
        return mismatch
            .into_iter()
            .map(|mismatch| {
                let (own, its) = (said(first, mismatch), said(other, mismatch));
                let what = match mismatch {
                    Mismatch::Body => "the body differs",
                    Mismatch::Affair => "the name of the affair differs",
                };
                (format!("{}：{its}（この評価書では{own}）", mismatch.label()), format!("{what}: {its}, here {own}"))
            })
            .collect();
    }
    // A paper that is published later is compared too.
    let days = [first, other].map(|one| one.document.own_day().unwrap_or(one.settings.today).max(one.settings.today));
    let [a, b] = days;
    Dossier::of_papers([&first.document, &other.document], None, None)
        .disagreements(a.max(b))
        .iter()
        .filter(|found| is_identity(found.rule))
        .map(|found| (found.text(Language::Japanese), found.text(Language::English)))
        .collect()
}

/// The papers that say another body, number or name of the affair than the first one.
pub(crate) fn strangers(open: &[&Opened]) -> String {
    let Some((first, others)) = open.split_first() else { return reply(&Strangers { strangers: Vec::new() }) };
    let strangers = others.iter().enumerate().flat_map(|(at, other)| {
        between(first, other).into_iter().map(move |(ja, en)| Stranger { index: at + 1, ja, en })
    });
    reply(&Strangers { strangers: strangers.collect() })
}
