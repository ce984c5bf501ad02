//! What follows from an edit, before it is made.

use std::io::{self, Write};

use chrono::NaiveDate;
use mynumber_pia::affair::{Consequences, Dossier, System, consequences};
use mynumber_pia::validate::Finding;
use mynumber_pia::{Assessment, Language};

use crate::made_by::json_line;
use crate::options::{Both, Words, both, word};
use crate::{affairs, changes};

/// What to compute, and how to print it.
pub(super) struct DryRun {
    pub(super) json: bool,
    /// The other papers of the affair.
    pub(super) beside: Vec<Assessment>,
    pub(super) on: Option<NaiveDate>,
    pub(super) system: System,
    pub(super) as_of: NaiveDate,
}

const EDITS: Words = ["変更", "changes"];
const OPENED: Words = ["記入が必要となる項目", "items to fill in"];
const FINDINGS: Words = ["新たな指摘", "new findings"];
const THRESHOLD: Words = ["しきい値判断", "threshold determination"];
const STEPS: Words = ["手続", "what must be done"];
const DISAGREEMENTS: Words = ["新たな不一致", "new disagreements"];
const NONE: Words = ["なし", "none"];
const SAME: Words = ["変わらない", "as before"];

/// Writes what follows if the document is changed.
pub(super) fn write(
    out: &mut impl Write,
    [old, new]: [&Assessment; 2],
    DryRun { json, beside, on, system, as_of }: &DryRun,
    language: Language,
) -> io::Result<()> {
    let dossier = Dossier::of_papers(beside.iter().chain([old]), None, None);
    let Some(found) = consequences(&dossier, new, *on, *system, *as_of) else {
        return Err(io::Error::other(ANOTHER_FORM.text(language).to_string()));
    };
    if *json { json_line(out, &found) } else { text(out, &found, *as_of, language) }
}

const ANOTHER_FORM: Both = both(
    "--dry-run：評価書の種類の変更については示せない",
    "--dry-run: it does not say what follows from another kind of assessment",
);

fn text(out: &mut impl Write, found: &Consequences<'_>, as_of: NaiveDate, language: Language) -> io::Result<()> {
    let Consequences { difference, opened, findings, before, after, plan, disagreements, .. } = found;
    heading(out, EDITS, difference.is_empty(), language)?;
    changes::print::edits(out, difference, language)?;
    heading(out, OPENED, opened.is_empty(), language)?;
    for open in opened {
        let name = match language {
            Language::Japanese => open.item.label(),
            Language::English => open.item.english(),
        };
        writeln!(out, "  {name} {}", open.path)?;
    }
    heading(out, FINDINGS, findings.is_empty(), language)?;
    for finding in findings {
        let Finding { severity, rule, location, .. } = finding;
        writeln!(out, "  {severity} {rule} {} {}", location.path, finding.text(language))?;
    }
    let [was, is] = [before, after].map(|determination| determination.possible().text(language));
    if was == is {
        writeln!(out, "{}: {is} ({})", word(THRESHOLD, language), word(SAME, language))?;
    } else {
        writeln!(out, "{}: {was} → {is}", word(THRESHOLD, language))?;
    }
    heading(out, DISAGREEMENTS, disagreements.is_empty(), language)?;
    for one in disagreements {
        affairs::print::disagreement(out, one, language)?;
    }
    heading(out, STEPS, plan.steps.is_empty() && plan.nothing.is_none(), language)?;
    affairs::print::plan(out, plan, as_of, language)?;
    writeln!(out, "{}", OPTIONS.text(language))
}

/// The plan names options that only `pia affairs` has.
const OPTIONS: Both = both(
    "--on のほかの条件は「pia affairs FILE... --affair NUMBER --change NEW」で指定する",
    "what else a plan depends on than --on is an option of `pia affairs FILE... --affair NUMBER --change NEW`",
);

fn heading(out: &mut impl Write, title: Words, is_empty: bool, language: Language) -> io::Result<()> {
    if is_empty {
        return writeln!(out, "{}: {}", word(title, language), word(NONE, language));
    }
    writeln!(out, "{}:", word(title, language))
}
