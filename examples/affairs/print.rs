//! The output as text.

use std::io::{self, Write};

use chrono::NaiveDate;
use mynumber_pia::affair::{By, Disagreement, HappeningKind, Missing, Plan, Reading, Step, Ungrouped};
use mynumber_pia::catalogue::english;
use mynumber_pia::change::Mismatch;
use mynumber_pia::law::duty::OpenQuestion;
use mynumber_pia::{AssessmentKind, Language};

use crate::english::word;

pub(crate) fn document(paper: AssessmentKind, language: Language) -> String {
    match language {
        Language::Japanese => paper.document().into(),
        Language::English => format!("{} assessment", paper.code().replace('_', "-")),
    }
}

pub(crate) fn ungrouped(one: &Ungrouped<'_>, language: Language) -> String {
    let (document, because) = (document(one.document.kind(), language), word(one.because, language));
    let title = one.document.cover.title.given().map_or("", |title| title.as_str());
    match language {
        Language::Japanese => format!("事務が分からない評価書（{because}）: {document} {title}"),
        Language::English => format!("a paper of no known affair ({because}): {document} {title}"),
    }
}

pub(crate) fn no_old_version(document: &str, language: Language) -> String {
    match language {
        Language::Japanese => format!("{document}の公表中の版がないので、比べない（新しい評価書として作成する）"),
        Language::English => format!("no published version of the {document} to compare with: it is a new paper"),
    }
}

pub(crate) fn mismatch(mismatch: Mismatch, document: &str, language: Language) -> String {
    let why = word(mismatch, language);
    match language {
        Language::Japanese => format!("--change: {document}はこの事務の評価書でない（{why}）"),
        Language::English => format!("--change: the {document} is not of this affair (another {why})"),
    }
}

/// A line of the calendar.
pub(crate) fn due(
    out: &mut impl Write,
    step: &Step<'_>,
    body: Option<&str>,
    as_of: NaiveDate,
    language: Language,
) -> io::Result<()> {
    let body = body.map_or_else(String::new, |body| format!("{body} "));
    let is_open = matches!(step.by, By::Within { latest, .. } if as_of < latest);
    let mark = match (step.is_due(as_of), language) {
        (false, _) => "",
        (true, Language::Japanese) if is_open => "【期限到来の可能性】",
        (true, Language::English) if is_open => "MAY BE DUE ",
        (true, Language::Japanese) => "【期限到来】",
        (true, Language::English) => "DUE ",
    };
    let from = match (step.on, step.by, language) {
        (Some(on), By::NoPeriod, Language::Japanese) => format!("{on}以後 "),
        (Some(on), By::NoPeriod, Language::English) => format!("from {on} "),
        _ => String::new(),
    };
    writeln!(out, "{mark}{from}{body}{}: {}", step.affair, step.text(language))
}

pub(crate) fn disagreement(out: &mut impl Write, one: &Disagreement<'_>, language: Language) -> io::Result<()> {
    let source = one.rule.row().source.text(language);
    writeln!(out, "{}: [{}] {} ({source})", one.affair, word(one.severity, language), one.text(language))
}

pub(crate) fn plan(out: &mut impl Write, plan: &Plan<'_>, language: Language) -> io::Result<()> {
    let is_japanese = language == Language::Japanese;
    let case = plan.case;
    let on = plan.on.map_or_else(String::new, |on| format!(" {on}"));
    writeln!(out, "{} {}{on}", plan.affair, happening(case.happening, language))?;
    if case.before == case.after {
        writeln!(out, "  {}", case.after.text(language))?;
    } else {
        writeln!(out, "  {} → {}", case.before.text(language), case.after.text(language))?;
    }
    if case.is_material {
        writeln!(
            out,
            "  {}",
            if is_japanese {
                "重要な変更に当たる可能性がある（※の項目の変更）"
            } else {
                "may be a material change (an item marked ※)"
            }
        )?;
    }
    if let Some(nothing) = plan.nothing {
        let source = nothing.text(language);
        writeln!(
            out,
            "  {}",
            if is_japanese {
                format!("必要な手続はない ({source})")
            } else {
                format!("nothing must be done ({source})")
            }
        )?;
    }
    for (reading, index) in [(None, 0), (Some(Reading::A), 0), (Some(Reading::B), 1)] {
        let mut steps = plan.under(reading).peekable();
        if steps.peek().is_none() {
            continue;
        }
        if let Some(question) = plan.reading() {
            let [a, b] = question.readings(language);
            let says = if index == 0 { a } else { b };
            match (reading, is_japanese) {
                (None, true) => writeln!(out, "どちらの読み方でも")?,
                (None, false) => writeln!(out, "under either reading")?,
                (Some(reading), true) => writeln!(out, "{}: {says}", reading.label())?,
                (Some(reading), false) => writeln!(out, "reading {}: {says}", reading.code())?,
            }
        }
        for step in steps {
            self::step(out, plan, step, language)?;
        }
    }
    for (reason, question) in &plan.to_judge {
        let item = if is_japanese {
            reason.item.label().to_string()
        } else {
            english(reason.item.label()).map_or_else(|| reason.item.code().replace('_', " "), Into::into)
        };
        let (document, question) = (document(reason.paper, language), word(*question, language));
        let head = if is_japanese { "判断を要する点" } else { "to judge" };
        writeln!(out, "{head}: {document} {item} {}: {question}", reason.path)?;
    }
    for question in &plan.questions {
        let is_said = plan.reading().is_some_and(|reading| reading == *question);
        self::question(out, question, is_said, language)?;
    }
    needs(out, &plan.needs, language)
}

const fn happening(happening: HappeningKind, language: Language) -> &'static str {
    match (happening, language) {
        (happening, Language::Japanese) => happening.label(),
        (HappeningKind::Hold, Language::English) => "a file is held",
        (HappeningKind::Change, Language::English) => "change",
        (HappeningKind::Facts, Language::English) => "the facts change",
        (HappeningKind::Incident, Language::English) => "a serious incident",
        (HappeningKind::End, Language::English) => "the affair ends",
    }
}

fn step(out: &mut impl Write, plan: &Plan<'_>, step: &Step<'_>, language: Language) -> io::Result<()> {
    // What comes first, where the deadline does not say it.
    let before = step.follows.and_then(|index| plan.steps.get(index)).filter(|_| step.by == By::NoPeriod);
    let before = before.map_or_else(String::new, |before| match language {
        Language::Japanese => format!("{}の後、", before.action_text(language).replace(": ", "の")),
        Language::English => format!("after the step \"{}\", ", before.action_text(language)),
    });
    writeln!(out, "  {before}{}", step.text(language))?;
    if let By::Before { opinions_by: Some(day), .. } = step.by {
        match language {
            Language::Japanese => {
                writeln!(out, "    意見聴取を30日以上行い、事前に終えるには、{day}までに公示（目安）")?;
            }
            Language::English => {
                writeln!(out, "    announce it by {day}, so that thirty days of opinions end before (a guide only)")?;
            }
        }
    }
    Ok(())
}

/// A question, with its readings unless they were said.
fn question(out: &mut impl Write, question: &OpenQuestion, is_said: bool, language: Language) -> io::Result<()> {
    let (text, provision) = (question.text(language), question.provision);
    match language {
        Language::Japanese => writeln!(out, "疑義: {text} ({provision})")?,
        Language::English => writeln!(out, "open question: {text} ({provision})")?,
    }
    for reading in question.readings(language).into_iter().filter(|_| !is_said) {
        writeln!(out, "    - {reading}")?;
    }
    match (question.avoided_by(language), language) {
        (Some(safe), Language::Japanese) => writeln!(out, "    疑義を避けるには: {safe}"),
        (Some(safe), Language::English) => writeln!(out, "    to be safe: {safe}"),
        (None, Language::Japanese) => writeln!(out, "    委員会に確認する"),
        (None, Language::English) => writeln!(out, "    ask the Commission"),
    }
}

/// The facts that are missing, each with the option that gives it.
pub(crate) fn needs(out: &mut impl Write, needs: &[Missing], language: Language) -> io::Result<()> {
    for missing in needs {
        let text = match (missing, language) {
            (Missing::Day, Language::Japanese) => "契機の日（--on）が分かれば期限を計算できる",
            (Missing::Day, Language::English) => {
                "with the day on which it happens (--on), the deadlines can be computed"
            }
            (Missing::System, Language::Japanese) => {
                "システムの構築開始日（--system-from、構築しないときは none）が分かれば、提出と公示の期限が早まることがある"
            }
            (Missing::System, Language::English) => {
                "with the day on which building of the system begins (--system-from, or none), the filing and the announcement may be due earlier"
            }
            (Missing::Facts, Language::Japanese) => {
                "対象人数と取扱者数（--facts）又は重大事故（--register）が分かれば、必要な評価が定まる"
            }
            (Missing::Facts, Language::English) => {
                "with the population and the handlers (--facts), or the incidents (--register), it is settled which assessment is required"
            }
            (Missing::Body, Language::Japanese) => {
                "評価実施機関の種類（--body）が分かれば、その手続だけを示すことができる（両方の手続を示している）"
            }
            (Missing::Body, Language::English) => {
                "with the kind of the body (--body), only its steps are listed; these are the steps of both kinds"
            }
            (Missing::Assessed, Language::Japanese) => {
                "評価の実施又は再実施により公表した日（--assessed、又は --register の公表の記録）が分かれば、五年の期限が定まる"
            }
            (Missing::Assessed, Language::English) => {
                "with the day of the last publication after an assessment (--assessed, or the publications of --register), the five years are exact"
            }
            (Missing::Versions, Language::Japanese) => "変更後の評価書（--change）が必要である",
            (Missing::Versions, Language::English) => "the new versions of the papers (--change) are needed",
        };
        let head = match language {
            Language::Japanese => "不足",
            Language::English => "missing",
        };
        writeln!(out, "{head}: {text}")?;
    }
    Ok(())
}
