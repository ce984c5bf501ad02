//! 事務: the affairs of a body: their papers, whether the papers agree, what is due, and what must be done if something happens.

mod bodies;
mod load;
mod options;
mod overview;
pub(crate) mod print;
mod template;

use std::io::{self, Write};

use chrono::NaiveDate;
use clap::ArgMatches;
use mynumber_pia::affair::{
    AffairKey, Disagreement, Dossier, Happening, Missing, Plan, Register, Step, calendar, plan,
};
use mynumber_pia::assessment::Assessment;
use mynumber_pia::change::{Difference, difference};
use mynumber_pia::value::error::excerpt;
use mynumber_pia::{AssessmentKind, Language};

use self::load::{Loaded, Papers, load};
pub(crate) use self::options::declare;
use self::options::{Arguments, Happens, Mode};
use crate::made_by::json_line;
use crate::options::{Both, Words};
use crate::{Failure, Out, clock};

pub(crate) const ABOUT: Words = [
    "事務：評価実施機関の事務ごとに、評価書、評価書相互の不一致、期限、何かが起きたときに必要な手続を示す",
    "事務: the affairs of a body: their papers, whether the papers agree, what is due, and what must be done if something happens",
];

/// The exit status: 1 if something is due, disagrees or must be done.
pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let arguments = &Arguments::read(given, language)?;
    let as_of = arguments.as_of.unwrap_or_else(clock::today);
    let (is_clean, unusable) = if arguments.by_body {
        bodies::answer(arguments, as_of, out)?
    } else {
        let Loaded { papers, given, register, unusable } = load(arguments)?;
        one_of_each_day(arguments, &papers, register.as_ref())?;
        (answer(arguments, &papers, [given.as_ref(), register.as_ref()], as_of, out)?, unusable)
    };
    Ok(if unusable == 0 { u8::from(!is_clean) } else { 2 })
}

/// Refuses two files that are one paper of one day and do not say the same: nothing shows which of them counts.
fn one_of_each_day(arguments: &Arguments, papers: &Papers, register: Option<&Register>) -> Result<(), Failure> {
    let gathered = Dossier::gather(&papers.documents, register);
    let is_of_several = gathered.dossiers.windows(2).any(|pair| pair[0].key().body != pair[1].key().body);
    for (dossier, paper) in
        gathered.dossiers.iter().flat_map(|dossier| AssessmentKind::ALL.iter().map(move |paper| (dossier, *paper)))
    {
        for (one, other) in dossier.versions(paper).iter().zip(dossier.versions(paper).iter().skip(1)) {
            // The longer change table is that of the later version.
            let is_same_day = one.day() == other.day() && one.document.changes.len() == other.document.changes.len();
            if !is_same_day {
                continue;
            }
            let names = [papers.name(one.document), papers.name(other.document)];
            let found = print::twice(dossier, paper, names, is_of_several);
            if one.document != other.document {
                return Err(Failure::Input(found));
            }
            eprintln!("pia affairs: {}", found.text(arguments.language));
        }
    }
    Ok(())
}

/// Answers the question about these papers, with the register that was given, and the same with what the options add.
/// Returns whether nothing is due, disagrees or must be done.
fn answer(
    arguments: &Arguments,
    papers: &Papers,
    [given, register]: [Option<&Register>; 2],
    as_of: NaiveDate,
    out: &mut impl Write,
) -> Result<bool, Failure> {
    let gathered = Dossier::gather(&papers.documents, register);
    for ungrouped in &gathered.ungrouped {
        let name = papers.name(ungrouped.document);
        eprintln!("pia affairs: {name}: {}", print::ungrouped(ungrouped, arguments.language));
    }
    // A paper of no known affair still has its own days.
    let alone = gathered.ungrouped.iter().map(|one| Dossier::of_papers([one.document], None, register));
    let dossiers: Vec<Dossier<'_>> = gathered.dossiers.iter().cloned().chain(alone).collect();
    // Papers are compared with a register that was given, not with what the options add.
    let compared = Dossier::gather(&papers.documents, given);
    let found = compared.disagreements(as_of);
    let view = View { arguments, dossiers: &dossiers, found: &found, as_of };
    let is_clean = match &arguments.mode {
        Mode::Overview => view.overview(&dossiers, out)?,
        Mode::Calendar { until } => view.calendar(&calendar(&dossiers, as_of), *until, out)?,
        Mode::Check => view.check(&found.iter().collect::<Vec<_>>(), out)?,
        Mode::Affair { number, happens } => {
            let dossier = view.affair(number)?;
            match happens {
                Some(happens) => view.what_if(dossier, happens, out)?,
                None => view.one(dossier, out)?,
            }
        }
        Mode::Body { incident } => {
            let mut is_clean = true;
            for dossier in &dossiers {
                let plan = plan(dossier, &Happening::Incident { incident: *incident }, as_of);
                is_clean &= view.plan(&plan, out)?;
            }
            is_clean
        }
        Mode::Template => template::write(&gathered, out, arguments.language)?,
    };
    Ok(is_clean && gathered.ungrouped.is_empty())
}

/// The first day on which the papers and the register show that the affair existed.
fn existed(dossier: &Dossier<'_>) -> Option<NaiveDate> {
    let listed = dossier.entry.into_iter().flat_map(|entry| &entry.publications).map(|publication| publication.on);
    let of_papers = dossier.documents().flat_map(|document| {
        let rows = document.changes.iter().filter_map(|change| change.date.given());
        let days = rows.chain(document.procedure.basic_assessment_date.given()).map(|date| date.first_day());
        document.own_day().into_iter().chain(days)
    });
    listed.chain(of_papers).min()
}

/// What every view needs.
struct View<'v, 'a> {
    arguments: &'v Arguments,
    dossiers: &'v [Dossier<'a>],
    found: &'v [Disagreement<'a>],
    as_of: NaiveDate,
}

impl<'a> View<'_, 'a> {
    /// The body of an affair, if the affairs are of several bodies.
    fn body(&self, affair: AffairKey<'_>) -> Option<String> {
        let is_other = |dossier: &Dossier<'_>| dossier.key().body != affair.body;
        let is_needed = self.arguments.by_body || self.dossiers.iter().any(is_other);
        affair.body.filter(|_| is_needed).map(ToString::to_string)
    }

    fn heading(&self, affair: AffairKey<'_>, out: &mut impl Write) -> io::Result<()> {
        match self.body(affair) {
            Some(body) => write!(out, "{body} "),
            None => Ok(()),
        }
    }

    /// The disagreements of an affair.
    fn of(&self, dossier: &Dossier<'a>) -> Vec<&Disagreement<'a>> {
        let key = dossier.key();
        self.found.iter().filter(|one| one.affair.is_same(key)).collect()
    }

    fn overview(&self, dossiers: &[Dossier<'a>], out: &mut impl Write) -> Result<bool, Failure> {
        let mut is_clean = true;
        for dossier in dossiers {
            let steps = calendar(std::slice::from_ref(dossier), self.as_of);
            let own = self.of(dossier);
            let standing = dossier.standing(self.as_of);
            is_clean &= own.is_empty() && !steps.iter().any(|step| step.is_due(self.as_of));
            is_clean &= standing.missing.is_empty();
            let overview = overview::Overview::new(dossier, standing, own.len(), steps.first(), self.as_of);
            if self.arguments.json {
                json_line(out, &overview)?;
            } else {
                self.heading(dossier.key(), out)?;
                overview.print(out, self.as_of, self.arguments.language)?;
            }
        }
        Ok(is_clean)
    }

    fn calendar(&self, steps: &[Step<'a>], until: Option<NaiveDate>, out: &mut impl Write) -> Result<bool, Failure> {
        let is_in = |step: &&Step<'a>| {
            let day = step.by.begin_by().or(step.on);
            until.is_none_or(|until| day.is_some_and(|day| day <= until))
        };
        for step in steps.iter().filter(is_in) {
            if self.arguments.json {
                json_line(out, step)?;
            } else {
                let body = self.body(step.affair);
                print::due(out, step, body.as_deref(), self.as_of, self.arguments.language)?;
            }
        }
        if !self.arguments.json {
            let mut needs: Vec<Missing> = steps.iter().filter(is_in).flat_map(|step| step.needs.clone()).collect();
            needs.sort_unstable();
            needs.dedup();
            print::needs(out, &needs, self.arguments.language)?;
        }
        Ok(!steps.iter().any(|step| step.is_due(self.as_of)))
    }

    fn check(&self, found: &[&Disagreement<'a>], out: &mut impl Write) -> Result<bool, Failure> {
        for disagreement in found {
            if self.arguments.json {
                json_line(out, disagreement)?;
            } else {
                self.heading(disagreement.affair, out)?;
                print::disagreement(out, disagreement, self.arguments.language)?;
            }
        }
        if !found.is_empty() && !self.arguments.json {
            writeln!(out, "{}", print::WHAT_THEN.text(self.arguments.language))?;
        }
        Ok(found.is_empty())
    }

    /// One affair: its state, its disagreements and its calendar.
    fn one(&self, dossier: &Dossier<'a>, out: &mut impl Write) -> Result<bool, Failure> {
        let steps = calendar(std::slice::from_ref(dossier), self.as_of);
        let is_clean = self.overview(std::slice::from_ref(dossier), out)?;
        self.check(&self.of(dossier), out)?;
        self.calendar(&steps, None, out)?;
        Ok(is_clean)
    }

    /// The affair with this number or name.
    fn affair(&self, wanted: &str) -> Result<&Dossier<'a>, Failure> {
        let is_wanted = |dossier: &&Dossier<'a>| {
            let key = dossier.key();
            [key.number, key.name].into_iter().flatten().any(|text| text.as_str() == wanted)
        };
        let mut found = self.dossiers.iter().filter(is_wanted);
        match (found.next(), found.next()) {
            (Some(dossier), None) => Ok(dossier),
            (Some(_), Some(_)) => Err(Failure::Input(Both::new(
                format!("--affair：「{}」の事務が複数ある", excerpt(wanted)),
                format!("--affair: several affairs are \"{}\"", excerpt(wanted)),
            ))),
            (None, _) => {
                let all: Vec<String> = self.dossiers.iter().map(ToString::to_string).collect();
                Err(Failure::Input(Both::new(
                    format!("--affair：「{}」の事務がない。ある事務は、{}", excerpt(wanted), all.join("、")),
                    format!("--affair: no affair is \"{}\"; there are: {}", excerpt(wanted), all.join(", ")),
                )))
            }
        }
    }

    fn what_if(&self, dossier: &Dossier<'a>, happens: &Happens, out: &mut impl Write) -> Result<bool, Failure> {
        let versions = match happens {
            Happens::Change { files, .. } => load::versions(files, self.arguments.language)?,
            Happens::Facts { .. } | Happens::Hold { .. } | Happens::End { .. } | Happens::Incident { .. } => Vec::new(),
        };
        let edits = self.edits(dossier, &versions)?;
        let happening = match happens {
            Happens::Change { files: _, facts, on, system, is_urgent, is_minor } => Happening::Change {
                edits: &edits,
                on: *on,
                system: *system,
                facts: *facts,
                is_urgent: *is_urgent,
                is_minor: *is_minor,
            },
            Happens::Facts { facts, on } => Happening::Facts { facts: *facts, on: *on },
            Happens::Hold { facts, on, system, is_urgent } => {
                Happening::Hold { on: *on, system: *system, facts: *facts, is_urgent: *is_urgent }
            }
            Happens::End { on } => {
                if let Some(first) = existed(dossier).filter(|first| on < first) {
                    return Err(Failure::Input(print::end_before(*on, first)));
                }
                Happening::End { on: *on }
            }
            Happens::Incident { incident } => Happening::Incident { incident: *incident },
        };
        self.plan(&plan(dossier, &happening, self.as_of), out)
    }

    /// The differences of the new versions from the published ones.
    fn edits<'e>(&self, dossier: &Dossier<'a>, versions: &'e [Assessment]) -> Result<Vec<Difference<'e>>, Failure>
    where
        'a: 'e,
    {
        let mut edits: Vec<Difference<'e>> = Vec::new();
        for new in versions {
            let paper = new.kind();
            if edits.iter().any(|other| other.new_version().kind() == paper) {
                return Err(Failure::Input(print::several(paper)));
            }
            let old = dossier.current(paper, self.as_of).map(|version| version.document);
            let Some(old) = old.or_else(|| dossier.latest(paper).map(|version| version.document)) else {
                // A paper that is new has no edits.
                eprintln!("pia affairs: {}", print::no_old_version(paper, self.arguments.language));
                continue;
            };
            let found = difference(old, new);
            if let Some(mismatch) = found.mismatch() {
                return Err(Failure::Input(print::mismatch(mismatch, paper)));
            }
            edits.push(found);
        }
        Ok(edits)
    }

    fn plan(&self, plan: &Plan<'a>, out: &mut impl Write) -> Result<bool, Failure> {
        if self.arguments.json {
            json_line(out, plan)?;
        } else {
            self.heading(plan.affair, out)?;
            print::plan(out, plan, self.as_of, self.arguments.language)?;
        }
        Ok(plan.steps.is_empty())
    }
}
