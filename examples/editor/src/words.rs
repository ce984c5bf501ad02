//! Plans and differences in words of both languages.

#[path = "../../pia/src/english.rs"]
pub(crate) mod english;

use std::collections::BTreeMap;

use chrono::Days;
use mynumber_pia::affair::{By, HappeningKind, Missing, Plan, Reason, Step, System};
use mynumber_pia::catalogue::Item;
use mynumber_pia::change::Difference;
use mynumber_pia::duty::OpenQuestion;
use mynumber_pia::threshold::Fact;
use mynumber_pia::{AssessmentKind, CodeList, Language, Obligation};
use serde::Serialize;

/// The English of the Japanese labels in a reply, by label.
pub(crate) type Labels = BTreeMap<String, String>;

/// A text in both languages.
#[derive(Serialize)]
pub(crate) struct Both {
    ja: String,
    en: String,
}

impl Both {
    pub(crate) fn new(text: impl Fn(Language) -> String) -> Self {
        Self { ja: text(Language::Japanese), en: text(Language::English) }
    }
}

/// A step of a plan: in one sentence, and its parts.
#[derive(Serialize)]
pub(crate) struct InWords {
    #[serde(flatten)]
    whole: Both,
    by: Both,
    action: Both,
    /// Why the last day is that day.
    day: Option<Both>,
    sources: Both,
}

/// A question that the text of the law leaves open.
#[derive(Serialize)]
pub(crate) struct Question {
    ja: Asked,
    en: Asked,
}

#[derive(Serialize)]
struct Asked {
    text: &'static str,
    readings: [&'static str; 2],
    avoided_by: Option<&'static str>,
}

impl Question {
    pub(crate) fn new(question: &OpenQuestion) -> Self {
        let of = |language| Asked {
            text: question.text(language),
            readings: question.readings(language),
            avoided_by: question.avoided_by(language),
        };
        Self { ja: of(Language::Japanese), en: of(Language::English) }
    }
}

impl InWords {
    pub(crate) fn new(step: &Step<'_>, happening: HappeningKind, system: System) -> Self {
        let by = Both::new(|language| step.by.text(language));
        let action = Both::new(|language| step.action_text(language));
        let whole = Both::new(|language| step.text(language));
        // The rest of the sentence.
        let sources = |whole: &str, by: &str, action: &str| {
            let rest = whole.strip_prefix(by).and_then(|rest| rest.trim_start().strip_prefix(action));
            rest.unwrap_or_default().trim_matches([' ', '(', ')']).to_string()
        };
        let sources = Both { ja: sources(&whole.ja, &by.ja, &action.ja), en: sources(&whole.en, &by.en, &action.en) };
        Self { day: day(step, happening, system), whole, by, action, sources }
    }
}

/// Why a step must be done before its last day.
fn day(step: &Step<'_>, happening: HappeningKind, system: System) -> Option<Both> {
    let By::Before { last: Some(last), opinions_by, is_followed: _ } = step.by else { return None };
    let next = last.checked_add_days(Days::new(1))?;
    let is_of_system = matches!(system, System::From(begin) if begin == next);
    let of = |language: Language, japanese: &str, english: &str| match language {
        Language::Japanese => format!("{japanese}（{next}）"),
        Language::English => format!("{english} ({next})"),
    };
    Some(Both::new(|language| {
        let event = match happening {
            _ if is_of_system => of(language, "システムの構築を始める日", "building of the system begins"),
            HappeningKind::Hold => of(language, "保有する日", "the file is held"),
            HappeningKind::Change => of(language, "変更の日", "the change is made"),
            HappeningKind::Facts | HappeningKind::Incident | HappeningKind::End => {
                of(language, "契機の日", "it happens")
            }
        };
        match (language, opinions_by) {
            (Language::Japanese, None) => format!("{event}の前に"),
            (Language::Japanese, Some(_)) => format!("30日以上の意見聴取を{event}の前に終えるため"),
            (Language::English, None) => format!("before {event}"),
            (Language::English, Some(_)) => format!("so that thirty days of opinions end before {event}"),
        }
    }))
}

fn add<T: CodeList>(labels: &mut Labels, code: T) {
    labels.insert(code.label().into(), english::word(code, Language::English));
}

fn add_item(labels: &mut Labels, item: Item) {
    labels.insert(item.label().into(), item.english().into());
}

/// The labels that every view has: kinds of assessments, and facts and results of the threshold determination.
pub(crate) fn of_views() -> Labels {
    let mut labels = Labels::new();
    for obligation in Obligation::ALL {
        labels.insert(obligation.label().into(), obligation.text(Language::English).into());
    }
    for kind in AssessmentKind::ALL {
        labels.insert(kind.document().into(), format!("{} assessment", kind.code().replace('_', "-")));
    }
    for fact in Fact::ALL {
        add(&mut labels, *fact);
    }
    labels
}

/// The labels in the JSON of a plan.
pub(crate) fn of_plan(plan: &Plan<'_>) -> Labels {
    let mut labels = of_views();
    add(&mut labels, plan.case.happening);
    plan.timing().into_iter().for_each(|timing| add(&mut labels, timing));
    for step in &plan.steps {
        add(&mut labels, step.task.event);
        step.because.iter().for_each(|reason| add_item(&mut labels, reason.item));
    }
    for (Reason { item, .. }, question) in &plan.to_judge {
        add_item(&mut labels, *item);
        add(&mut labels, *question);
    }
    for missing in &plan.needs {
        labels.insert(missing.label().into(), in_english(*missing).into());
    }
    labels
}

const fn in_english(missing: Missing) -> &'static str {
    match missing {
        Missing::Day => "the day on which it happens",
        Missing::System => "the day on which building of the system begins, or that none is built",
        Missing::Facts => "the facts of the threshold determination",
        Missing::Body => "the kind of the body",
        Missing::Assessed => "the day of the last publication after an assessment or a re-assessment",
        Missing::Versions => "the new versions of the papers",
        Missing::Paper => "a paper that is required, if it is published",
        Missing::Agreement => "which of the papers that contradict each other is right",
    }
}

/// The labels in the JSON of a difference.
pub(crate) fn of_difference(difference: &Difference<'_>) -> Labels {
    let mut labels = Labels::new();
    for (edit, weight) in difference.weighed() {
        add(&mut labels, edit.what);
        add_item(&mut labels, edit.item);
        labels.insert(weight.label().into(), weight.code().replace('_', " "));
    }
    for one in difference.not_compared() {
        add(&mut labels, one.because);
        add_item(&mut labels, one.item);
    }
    difference.mismatch().into_iter().for_each(|mismatch| add(&mut labels, mismatch));
    labels
}
