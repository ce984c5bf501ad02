//! The output as text.

use std::io::{self, Write};

use chrono::NaiveDate;
use mynumber_pia::affair::{Actor, By, Disagreement, Dossier, HappeningKind, Missing, Plan, Reading, Step, Ungrouped};
use mynumber_pia::change::{Mismatch, Question};
use mynumber_pia::duty::{Consulted, OpenQuestion};
use mynumber_pia::{AssessmentKind, Language};

use crate::english::word;
use crate::options::{Both, both};

pub(crate) fn document(paper: AssessmentKind, language: Language) -> String {
    match language {
        Language::Japanese => paper.document().into(),
        Language::English => format!("{} assessment", paper.code().replace('_', "-")),
    }
}

pub(crate) fn ungrouped(one: &Ungrouped<'_>, language: Language) -> String {
    let (document, because) = (document(one.document.kind(), language), word(one.because, language));
    let title = one.document.cover.title.given().map_or_else(String::new, |title| format!(" {title}"));
    match language {
        Language::Japanese => format!("事務が分からない評価書（{because}）: {document}{title}"),
        Language::English => format!("a paper of no known affair ({because}): {document}{title}"),
    }
}

pub(crate) fn no_old_version(paper: AssessmentKind, language: Language) -> String {
    let document = document(paper, language);
    match language {
        Language::Japanese => format!("{document}の公表中の版がないので、比べない（新しい評価書として作成する）"),
        Language::English => format!("no published version of the {document} to compare with: it is a new paper"),
    }
}

/// Text about a paper in each language.
fn about(paper: AssessmentKind, text: impl Fn(Language, &str) -> String) -> Both {
    let text = |language| text(language, &document(paper, language));
    Both::new(text(Language::Japanese), text(Language::English)).at("--change")
}

pub(crate) fn several(paper: AssessmentKind) -> Both {
    about(paper, |language, document| match language {
        Language::Japanese => format!("{document}の新しい版が複数ある"),
        Language::English => format!("several new versions of the {document}"),
    })
}

/// What to do if the papers are those of two bodies with one name.
const MANY_BODIES: Both = both(
    "。名称の同じ別の評価実施機関の評価書であれば、機関ごとに並べて --by-body を付ける",
    "; if two bodies have one name, put the papers of each together and add --by-body",
);

/// Two files are one paper of one day. If there are papers of several bodies, two of them may have one name.
pub(crate) fn twice(
    dossier: &Dossier<'_>,
    paper: AssessmentKind,
    [one, other]: [String; 2],
    is_of_several: bool,
) -> Both {
    let body = dossier.key().body.filter(|_| is_of_several).map_or_else(String::new, |body| format!("{body} "));
    let (japanese, english) = (document(paper, Language::Japanese), document(paper, Language::English));
    let found = Both::new(
        format!("{one} と {other} は、同じ事務（{body}{dossier}）の同じ日の{japanese}である。一方を除く"),
        format!("{one} and {other} are the same {english} of the same day ({body}{dossier}): remove one of them"),
    );
    if is_of_several { found.then(&MANY_BODIES) } else { found }
}

/// An end before the affair existed.
pub(crate) fn end_before(end: NaiveDate, first: NaiveDate) -> Both {
    Both::new(
        format!("--end：{end} は、この事務の評価書に現れる最初の日（{first}）より前である"),
        format!("--end: {end} is before the first day that the papers of the affair show ({first})"),
    )
}

pub(crate) fn mismatch(mismatch: Mismatch, paper: AssessmentKind) -> Both {
    about(paper, |language, document| {
        let why = word(mismatch, language);
        match language {
            Language::Japanese => format!("{document}はこの事務の評価書でない（{why}）"),
            Language::English => format!("the {document} is not of this affair (another {why})"),
        }
    })
}

/// Whether the day of a step has come, before it.
pub(crate) fn mark(step: &Step<'_>, as_of: NaiveDate, language: Language) -> &'static str {
    let is_open = matches!(step.by, By::Within { latest, .. } if as_of < latest);
    match (step.is_due(as_of), language) {
        (false, _) => "",
        (true, Language::Japanese) if is_open => "【期限到来の可能性】",
        (true, Language::English) if is_open => "MAY BE DUE ",
        (true, Language::Japanese) => "【期限到来】",
        (true, Language::English) => "DUE ",
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
    let from = match (step.on, step.by, language) {
        (Some(on), By::NoPeriod, Language::Japanese) => format!("{on}以後 "),
        (Some(on), By::NoPeriod, Language::English) => format!("from {on} "),
        _ => String::new(),
    };
    let mark = mark(step, as_of, language);
    writeln!(out, "{mark}{from}{body}{}: {}", step.affair, step.text(language))?;
    opinions_by(out, step, as_of, language)?;
    step.question.map_or(Ok(()), |open| question(out, open, false, language))
}

/// When the announcement must begin, so that thirty days of opinions end before.
fn opinions_by(out: &mut impl Write, step: &Step<'_>, as_of: NaiveDate, language: Language) -> io::Result<()> {
    let By::Before { opinions_by: Some(day), is_followed, last: _ } = step.by else { return Ok(()) };
    let is_past = day < as_of;
    match language {
        Language::Japanese => {
            let past = if is_past { "。その日は過ぎている" } else { "" };
            let by = if is_followed { "より前" } else { "まで" };
            writeln!(out, "    意見聴取を30日以上行い、事前に終えるには、{day}{by}に公示（目安{past}）")
        }
        Language::English => {
            let past = if is_past { "; that day has passed" } else { "" };
            let by = if is_followed { "before" } else { "by" };
            writeln!(out, "    announce it {by} {day}, so that thirty days of opinions end before (a guide only{past})")
        }
    }
}

/// What to do about disagreements.
pub(crate) const WHAT_THEN: Both = both(
    "正しい方を確かめ、誤っている評価書を直す。直した評価書を --affair NUMBER --change FILE で指定すると、必要な手続、期限、意見を求める相手が分かる",
    "find out which paper is right, and mend the other: --affair NUMBER --change FILE with the mended paper says what must be done, by when and who is consulted",
);

pub(crate) fn disagreement(out: &mut impl Write, one: &Disagreement<'_>, language: Language) -> io::Result<()> {
    let source = one.rule.row().source.text(language);
    writeln!(out, "{}: [{}] {} ({source})", one.affair, word(one.severity, language), one.text(language))
}

pub(crate) fn plan(out: &mut impl Write, plan: &Plan<'_>, as_of: NaiveDate, language: Language) -> io::Result<()> {
    let is_japanese = language == Language::Japanese;
    let case = plan.case;
    let on = plan.on.map_or_else(String::new, |on| format!(" {on}"));
    writeln!(out, "{} {}{on}", plan.affair, happening(case.happening, language))?;
    result(out, plan, language)?;
    if plan.is_by_judgement {
        match language {
            Language::Japanese => {
                writeln!(out, "  重要な変更に当たらないとの評価実施機関の判断による（--not-material）")?;
            }
            Language::English => {
                writeln!(out, "  by the judgement of the body that the change is not material (--not-material)")?;
            }
        }
    }
    for (reading, index) in [(None, 0), (Some(Reading::A), 0), (Some(Reading::B), 1)] {
        let mut steps = plan.under(reading).peekable();
        let is_before = |step: &Step<'_>| matches!(step.by, By::Before { .. });
        let is_nothing_before = reading.is_some() && !plan.under(None).chain(plan.under(reading)).any(is_before);
        if steps.peek().is_none() && (plan.reading().is_none() || !is_nothing_before) {
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
        if steps.peek().is_none() {
            writeln!(out, "  {}", if is_japanese { "事前の手続はない" } else { "nothing must be done before" })?;
        }
        for step in steps {
            self::step(out, plan, step, as_of, language)?;
        }
    }
    consulted(out, plan, language)?;
    if plan.steps.iter().any(|step| step.actor == Actor::LeadBody) {
        match language {
            Language::Japanese => writeln!(out, "行う者: {}", Actor::LeadBody.label())?,
            Language::English => writeln!(out, "done by: the body that writes and files the papers for several")?,
        }
    }
    if case.is_urgent && !plan.steps.is_empty() {
        match language {
            Language::Japanese => {
                writeln!(out, "基礎項目評価書のⅠ.9「規則第9条第2項の適用」に、適用した旨とその理由を書く (様式2 Ⅰ.9)")?;
            }
            Language::English => {
                writeln!(
                    out,
                    "say in Ⅰ.9 of the basic-item assessment that 規則第9条第2項 was applied, and why (様式2 Ⅰ.9)"
                )?;
            }
        }
    }
    for (reason, question) in &plan.to_judge {
        let item = if is_japanese { reason.item.label() } else { reason.item.english() };
        let (document, question) = (document(reason.paper, language), word(*question, language));
        let head = if is_japanese { "判断を要する点" } else { "to judge" };
        writeln!(out, "{head}: {document} {item} {}: {question}", reason.path)?;
    }
    if plan.to_judge.iter().any(|(_, question)| *question != Question::Agrees) {
        writeln!(
            out,
            "  {}",
            if is_japanese {
                "重要な変更に当たらないと判断したときの手続は、--not-material を付けると分かる"
            } else {
                "if the body judges that the change is not material, --not-material says what must be done"
            }
        )?;
    }
    for question in &plan.questions {
        let is_said = plan.reading().is_some_and(|reading| reading == *question);
        self::question(out, question, is_said, language)?;
    }
    needs(out, &plan.needs, language)
}

/// What is required before and after, whether the change may be material, and why nothing must be done.
fn result(out: &mut impl Write, plan: &Plan<'_>, language: Language) -> io::Result<()> {
    let (is_japanese, case) = (language == Language::Japanese, plan.case);
    if plan.ended.is_some() {
        // Nothing is required of it any more.
    } else if plan.before == plan.after {
        writeln!(out, "  {}", plan.after.text(language))?;
    } else {
        writeln!(out, "  {} → {}", plan.before.text(language), plan.after.text(language))?;
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
    if let Some(ended) = plan.ended {
        match language {
            Language::Japanese => writeln!(
                out,
                "  {ended} に終了した事務である。評価書の修正及び再実施は要しない（終了に伴う手続は --calendar で表示）"
            )?,
            Language::English => {
                writeln!(
                    out,
                    "  the affair ended on {ended}: no paper is corrected or assessed again (--calendar lists what the end asks for)"
                )?;
            }
        }
    }
    if let Some(nothing) = plan.nothing.filter(|_| plan.ended.is_none()) {
        let source = nothing.text(language);
        let is_all = plan.steps.is_empty() && case.happening != HappeningKind::Incident;
        let text = match language {
            Language::Japanese if is_all => format!("必要な手続はない ({source})"),
            Language::Japanese => format!("特定個人情報保護評価の手続はない ({source})"),
            Language::English if is_all => format!("nothing must be done ({source})"),
            Language::English => format!("no step of the assessment must be taken ({source})"),
        };
        writeln!(out, "  {text}")?;
    }
    Ok(())
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

/// Who is consulted, and under which reading.
fn consulted(out: &mut impl Write, plan: &Plan<'_>, language: Language) -> io::Result<()> {
    if plan.steps.is_empty() {
        return Ok(());
    }
    let mut all: Vec<(Consulted, Vec<Option<Reading>>)> = Vec::new();
    for step in &plan.steps {
        let Some(party) = step.task.duty.consulted else { continue };
        match all.iter_mut().find(|(other, _)| *other == party) {
            Some((_, readings)) => readings.push(step.task.reading),
            None => all.push((party, vec![step.task.reading])),
        }
    }
    let all = all.iter().map(|(party, readings)| {
        let only = readings.first().copied().flatten().filter(|first| readings.iter().all(|one| *one == Some(*first)));
        match (only, language) {
            (None, _) => word(*party, language),
            (Some(only), Language::Japanese) => format!("{}（{}の場合）", party.label(), only.label()),
            (Some(only), Language::English) => format!("{} (reading {})", word(*party, language), only.code()),
        }
    });
    let all: Vec<String> = all.collect();
    match language {
        Language::Japanese if all.is_empty() => writeln!(out, "意見を求める相手: なし"),
        Language::Japanese => writeln!(out, "意見を求める相手: {}", all.join("、")),
        Language::English if all.is_empty() => writeln!(out, "consulted: nobody"),
        Language::English => writeln!(out, "consulted: {}", all.join(", ")),
    }
}

fn step(
    out: &mut impl Write,
    plan: &Plan<'_>,
    step: &Step<'_>,
    as_of: NaiveDate,
    language: Language,
) -> io::Result<()> {
    // What comes first, where the deadline does not say it.
    let before = step.follows.and_then(|index| plan.steps.get(index)).filter(|_| step.by == By::NoPeriod);
    let before = before.map_or_else(String::new, |before| match language {
        Language::Japanese => format!("{}の後、", before.action_text(language).replace(": ", "の")),
        Language::English => format!("after the step \"{}\", ", before.action_text(language)),
    });
    writeln!(out, "  {}{before}{}", mark(step, as_of, language), step.text(language))?;
    opinions_by(out, step, as_of, language)
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
            (Missing::Versions, Language::Japanese) => {
                "変更後の評価書（--affair とともに --change）があれば、重要な変更に当たるか、何が必要かが定まる"
            }
            (Missing::Versions, Language::English) => {
                "with the new versions of the papers (--affair and --change), it is settled whether the change may be material, and what must be done"
            }
            (Missing::Agreement, Language::Japanese) => {
                "評価書の記載が互いに矛盾し、どちらが正しいかで必要な評価が変わる（--check で表示）。示した手続は、あり得る最も重い評価による"
            }
            (Missing::Agreement, Language::English) => {
                "the papers contradict each other, and which is right decides which assessment is required (--check lists it); the steps are those of the deepest assessment that is possible"
            }
            (Missing::Paper, Language::Japanese) => {
                "必要とされる評価書がFILEにない。公表していれば、その記載が事実と異なるときに修正する。重点項目評価書又は全項目評価書を公表していなければ、その評価を要する（規則第6条第2項、第7条第2項、第8条）"
            }
            (Missing::Paper, Language::English) => {
                "a paper that is required is not among the files: if it is published and no longer true, it is corrected; if a deeper one is not published, it must be made (規則第6条第2項, 第7条第2項, 第8条)"
            }
        };
        let head = match language {
            Language::Japanese => "不足",
            Language::English => "missing",
        };
        writeln!(out, "{head}: {text}")?;
    }
    Ok(())
}
