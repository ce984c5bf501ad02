//! Determinations as text. The library explains them; this file lays them out.

use std::io::{self, Write};

use mynumber_pia::Determination;
use mynumber_pia::Language;
use mynumber_pia::value::date::FormDate;

use super::affairs::{Agrees, Answer};
use crate::english::word;

pub(crate) fn affair(out: &mut impl Write, answer: &Answer, language: Language) -> io::Result<()> {
    let (body, affair) = (answer.body, answer.affair);
    let published = answer.published.and_then(|date| date.parse::<FormDate>().ok());
    match language {
        Language::Japanese => {
            let published = published.map_or("公表日不明".to_string(), |date| format!("公表 {date}"));
            writeln!(out, "{body} {affair}（{}、{published}）", answer.kind.document())?;
        }
        Language::English => {
            let kind = answer.kind.code().replace('_', "-");
            let published = published
                .map_or("day of publication not known".to_string(), |date| format!("published {}", date.to_iso()));
            writeln!(out, "{body} {affair} ({kind} assessment, {published})")?;
        }
    }
    for line in answer.determination.text(language).lines() {
        writeln!(out, "  {line}")?;
    }
    let words = Words::of(language);
    for (fact, why) in &answer.open_because {
        writeln!(out, "  {} {}: {why}", words.open, word(*fact, language))?;
    }
    let declared = answer.declared.map_or(words.not_shown, |declared| declared.text(language));
    writeln!(out, "  {} {declared}", words.declared)?;
    match answer.agrees {
        None => {}
        Some(Agrees::Yes) => writeln!(out, "  {}", words.agrees)?,
        Some(Agrees::Possible) => writeln!(out, "  {}", words.possible)?,
        Some(Agrees::No) => writeln!(out, "  {}", words.disagrees)?,
    }
    if let Some(remark) = answer.remark {
        writeln!(out, "  {} {remark}", words.remark)?;
    }
    writeln!(out)
}

pub(crate) fn determination(out: &mut impl Write, determination: &Determination, language: Language) -> io::Result<()> {
    writeln!(out, "{}", determination.text(language))
}

/// The words about a published affair that are not part of its determination.
struct Words {
    open: &'static str,
    declared: &'static str,
    not_shown: &'static str,
    agrees: &'static str,
    possible: &'static str,
    disagrees: &'static str,
    remark: &'static str,
}

impl Words {
    const fn of(language: Language) -> Self {
        match language {
            Language::Japanese => Self {
                open: "不明の理由",
                declared: "評価書の記載",
                not_shown: "抜粋に記載なし",
                agrees: "判定と評価書の記載は一致する",
                possible: "不明の事項があり判定は確定しないが、評価書の記載は判定と矛盾しない",
                disagrees: "判定と評価書の記載は一致しない",
                remark: "備考",
            },
            Language::English => Self {
                open: "unknown because",
                declared: "the assessment says:",
                not_shown: "the excerpt does not show it",
                agrees: "the determination and the assessment agree",
                possible: "the assessment is consistent with the known facts",
                disagrees: "the determination and the assessment DO NOT AGREE",
                remark: "remark:",
            },
        }
    }
}
