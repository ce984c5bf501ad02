//! One affair at a glance.

use std::io::{self, Write};

use chrono::NaiveDate;
use mynumber_pia::affair::{AffairKey, Dossier, PlannedEvent, PublishedBy, Standing, State, Step, Version};
use mynumber_pia::{AssessmentKind, Language, Obligation};
use serde::Serialize;

use super::print;
use crate::english::word;

#[derive(Serialize)]
pub(crate) struct Overview<'o, 'a> {
    affair: AffairKey<'a>,
    #[serde(flatten)]
    standing: Standing,
    papers: Vec<Paper>,
    planned: Vec<Planned>,
    /// The deepest paper that the body publishes by its own policy.
    policy: Option<AssessmentKind>,
    policy_label: Option<&'static str>,
    /// How many disagreements.
    disagreements: usize,
    /// What is due next.
    next: Option<&'o Step<'a>>,
}

#[derive(Serialize)]
struct Paper {
    document: AssessmentKind,
    document_label: &'static str,
    published: Option<String>,
    published_by: Option<PublishedBy>,
    published_by_label: Option<&'static str>,
}

#[derive(Serialize)]
struct Planned {
    happening: PlannedEvent,
    happening_label: &'static str,
    on: String,
}

impl<'o, 'a> Overview<'o, 'a> {
    pub(crate) fn new(
        dossier: &Dossier<'a>,
        standing: Standing,
        disagreements: usize,
        next: Option<&'o Step<'a>>,
        as_of: NaiveDate,
    ) -> Self {
        let publications = dossier.entry.map_or(&[][..], |entry| &entry.publications);
        let paper = |kind: AssessmentKind| {
            let listed =
                publications.iter().filter(|one| one.paper == kind && one.on <= as_of).max_by_key(|one| one.on);
            let version = dossier.current(kind, as_of);
            let day = version.and_then(Version::day).max(listed.map(|one| one.on));
            let by = listed.filter(|one| Some(one.on) == day).map(|one| one.by);
            Paper {
                document: kind,
                document_label: kind.document(),
                published: day.map(|day| day.to_string()),
                published_by: by,
                published_by_label: by.map(PublishedBy::label),
            }
        };
        let planned = dossier.entry.map_or(&[][..], |entry| &entry.planned).iter().filter(|planned| planned.on > as_of);
        let planned = planned.map(|planned| Planned {
            happening: planned.what,
            happening_label: planned.what.label(),
            on: planned.on.to_string(),
        });
        let papers = standing.present.iter().map(paper).collect();
        let policy = dossier.entry.and_then(|entry| entry.policy).and_then(Obligation::deepest);
        Self {
            affair: dossier.key(),
            standing,
            papers,
            planned: planned.collect(),
            policy,
            policy_label: policy.map(AssessmentKind::document),
            disagreements,
            next,
        }
    }

    pub(crate) fn print(&self, out: &mut impl Write, as_of: NaiveDate, language: Language) -> io::Result<()> {
        let Self { affair, standing, papers, planned, policy, policy_label: _, disagreements, next } = self;
        let state = state(standing.state, language);
        writeln!(out, "{affair} [{state}]")?;
        let possible: Vec<&str> = standing.possible.iter().map(|one: Obligation| one.text(language)).collect();
        match language {
            Language::Japanese => writeln!(out, "  必要な評価: {}", possible.join("、又は"))?,
            Language::English => writeln!(out, "  required: {}", possible.join(", or "))?,
        }
        if let Some(policy) = policy {
            let document = print::document(*policy, language);
            match language {
                Language::Japanese => writeln!(out, "  自主方針: {document}")?,
                Language::English => writeln!(out, "  own policy: {document}")?,
            }
        }
        for paper in papers {
            let day = paper.published.as_deref().unwrap_or(match language {
                Language::Japanese => "公表日不明",
                Language::English => "day not known",
            });
            let by = paper.published_by.map_or_else(String::new, |by| match language {
                Language::Japanese => format!(" （{}）", by.label()),
                Language::English => format!(" ({})", word(by, language)),
            });
            writeln!(out, "  {} {day}{by}", print::document(paper.document, language))?;
        }
        for missing in standing.missing.iter() {
            let document = print::document(missing, language);
            match language {
                Language::Japanese => writeln!(out, "  {document} 未公表（又は指定されていない）")?,
                Language::English => writeln!(out, "  {document}: not published, or not given")?,
            }
        }
        for Planned { happening, happening_label, on } in planned {
            match language {
                Language::Japanese => writeln!(out, "  計画 {on} {happening_label}")?,
                Language::English => writeln!(out, "  planned for {on}: {}", word(*happening, language))?,
            }
        }
        if *disagreements > 0 {
            match language {
                Language::Japanese => writeln!(out, "  不一致 {disagreements}件（--check で表示）")?,
                Language::English => writeln!(out, "  disagreements: {disagreements} (--check lists them)")?,
            }
        }
        if let Some(next) = next {
            let mark = print::mark(next, as_of, language);
            match language {
                Language::Japanese => writeln!(out, "  次の期限: {mark}{}", next.text(language))?,
                Language::English => writeln!(out, "  due next: {mark}{}", next.text(language))?,
            }
        }
        Ok(())
    }
}

const fn state(state: State, language: Language) -> &'static str {
    match (state, language) {
        (state, Language::Japanese) => state.label(),
        (State::NotRequired, Language::English) => "nothing required",
        (State::Planned, Language::English) => "not yet assessed",
        (State::Assessed, Language::English) => "assessed",
        (State::Rising, Language::English) => "a required paper is not published",
        (State::Lighter, Language::English) => "more is published than required",
        (State::Ended, Language::English) => "ended",
        (State::Open, Language::English) => "depends on open facts",
    }
}
