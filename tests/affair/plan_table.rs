//! The decision table of the steps, compared with a table that was written from the law, over every combination.

use std::collections::BTreeSet;

use mynumber_pia::Obligation;
use mynumber_pia::affair::{Case, HappeningKind, Reading, Task};
use mynumber_pia::duty::{Action, Deadline};
use mynumber_pia::value::kind::{AssessmentKind, BodyKind};

const RESULTS: [(Obligation, char); 4] = [
    (Obligation::NotRequired, '無'),
    (Obligation::BasicItem, '基'),
    (Obligation::BasicItemAndKeyItem, '重'),
    (Obligation::BasicItemAndAllItem, '全'),
];

/// A line of the table: `row,happening,results,material,urgent,body,reading,document,action,deadline,provisions,certainty`.
struct Line {
    cells: Vec<&'static str>,
}

fn table() -> Vec<Line> {
    let lines = include_str!("../data/plan.csv").lines().skip(1);
    let lines: Vec<Line> = lines.map(|line| Line { cells: line.split(',').collect() }).collect();
    assert!(lines.iter().all(|line| line.cells.len() == 12), "a line has twelve cells");
    lines
}

fn letter(result: Obligation) -> char {
    RESULTS.iter().find(|(other, _)| *other == result).unwrap().1
}

impl Line {
    fn is_of(&self, case: Case) -> bool {
        let [_, happening, results, material, urgent, body, ..] = self.cells[..] else { unreachable!() };
        let (before, after) = (letter(case.before), letter(case.after));
        let one = |cell: &str, result| cell == "*" || cell.contains(result);
        let mut pairs = results.split(' ').map(|pair| pair.split_once('>').unwrap());
        // Only a change of what the papers say can be material.
        let is_material = case.is_material && case.happening == HappeningKind::Change;
        let flag = |cell: &str, is: bool| cell == "-" || cell == if is { "yes" } else { "no" };
        let own = match case.body.unwrap() {
            BodyKind::AdministrativeOrgan => '行',
            BodyKind::LocalGovernment => '地',
        };
        happening.split(' ').any(|code| code == case.happening.code())
            && pairs.any(|(from, to)| one(from, before) && one(to, after))
            && flag(material, is_material)
            && flag(urgent, case.is_urgent)
            && body.contains(own)
    }
}

fn cells(task: &Task) -> Vec<String> {
    let document = match task.duty.document {
        Some(AssessmentKind::BasicItem) => "基",
        Some(AssessmentKind::KeyItem) => "重",
        Some(AssessmentKind::AllItem) => "全",
        None => "",
    };
    let provisions: Vec<&str> = [task.duty].iter().chain(&task.also).map(|duty| duty.source.citation).collect();
    vec![
        task.reading.map(|reading| reading.code().to_string()).unwrap_or_default(),
        document.to_string(),
        task.duty.action.code().to_string(),
        task.deadline.code().to_string(),
        provisions.join(" "),
        task.duty.source.certainty.code().to_string(),
    ]
}

/// Every combination: what happens, before, after, material, urgent, and the kind of body.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for happening in HappeningKind::ALL {
        for (before, _) in RESULTS {
            for (after, _) in RESULTS {
                for (is_material, is_urgent) in [(false, false), (false, true), (true, false), (true, true)] {
                    for body in BodyKind::ALL {
                        let (happening, body) = (*happening, Some(*body));
                        cases.push(Case { happening, before, after, is_material, is_urgent, body });
                    }
                }
            }
        }
    }
    assert_eq!(cases.len(), 5 * 4 * 4 * 2 * 2 * 2);
    cases
}

#[test]
fn the_steps_of_every_case_are_those_of_the_table() {
    let table = table();
    let mut used = BTreeSet::new();
    for case in cases() {
        let lines = table.iter().enumerate().filter(|(_, line)| line.is_of(case));
        let expected: Vec<Vec<String>> = lines
            .map(|(index, line)| {
                used.insert(index);
                line.cells[6..].iter().map(ToString::to_string).collect()
            })
            .collect();
        let found: Vec<Vec<String>> = case.tasks().iter().map(cells).collect();
        let sorted = |mut rows: Vec<Vec<String>>| {
            rows.sort();
            rows
        };
        assert_eq!(sorted(found), sorted(expected), "{case:?}");
    }
    assert_eq!(used.len(), table.len(), "a line is never used");
}

#[test]
fn no_case_is_without_an_answer() {
    for case in cases() {
        let is_answered = !case.tasks().is_empty() || !case.questions().is_empty() || case.nothing().is_some();
        assert!(is_answered, "{case:?}");
        // The report of a leak is no step of the assessment.
        let is_of_assessment = |task: &Task| task.duty.action.is_of_assessment();
        assert_eq!(case.nothing().is_some(), !case.tasks().iter().any(is_of_assessment), "{case:?}");
        // Two readings come with the question that says which they are.
        let is_divided = case.tasks().iter().any(|task| task.reading.is_some());
        let asked = case.questions();
        let says = ["facts_of_change", "facts_of_fall", "rise_from_none"];
        let is_said = asked.first().is_some_and(|question| says.contains(&question.code));
        assert!(!is_divided || is_said, "{case:?}");
    }
}

#[test]
fn an_unknown_body_has_the_steps_of_both_kinds() {
    for case in cases() {
        let of = |body| -> BTreeSet<Vec<String>> { Case { body, ..case }.tasks().iter().map(cells).collect() };
        let both = &of(Some(BodyKind::LocalGovernment)) | &of(Some(BodyKind::AdministrativeOrgan));
        assert_eq!(of(None), both, "{case:?}");
    }
}

/// 公示, 点検 or 承認, 提出 and 公表 of an all-item assessment are in this order.
#[test]
fn an_all_item_assessment_has_its_steps_in_order() {
    let order =
        [Action::SeekOpinions, Action::ConsiderOpinions, Action::ThirdPartyReview, Action::File, Action::Publish];
    let mut seen = 0;
    for case in cases() {
        for reading in [None, Some(Reading::A), Some(Reading::B)] {
            let tasks = case.tasks();
            let own: Vec<&Task> = tasks
                .iter()
                .filter(|task| task.reading == reading && task.duty.document == Some(AssessmentKind::AllItem))
                .collect();
            let assessed = own.iter().position(|task| task.duty.action == Action::SeekOpinions);
            let Some(begin) = assessed else { continue };
            let event = own[begin].event;
            let actions: Vec<Action> =
                own.iter().filter(|task| task.event == event).map(|task| task.duty.action).collect();
            let mut places = order.iter().filter_map(|action| actions.iter().position(|other| other == action));
            assert!(places.clone().count() >= 3);
            assert!(places.try_fold(0, |from, place| (from <= place).then_some(place)).is_some(), "{case:?}");
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn an_emergency_asks_for_nothing_before() {
    for case in cases().into_iter().filter(|case| case.is_urgent) {
        for task in case.tasks() {
            let is_before =
                [Deadline::BeforeHolding, Deadline::BeforeChange, Deadline::BeforeSystem].contains(&task.deadline);
            assert!(!is_before, "{case:?} {task:?}");
        }
    }
}

/// `question, happening, results before>after, material`, in the order in which they are asked. `~` is each of the three events that may
/// change the result.
#[rustfmt::skip]
const ASKED: &[(&str, &str, &str, &str)] = &[
    ("order_of_key_item", "hold", "*>重", "-"),
    ("order_of_documents", "hold", "*>全", "-"),
    ("mark_of_end", "end", "基重全>*", "-"),
    // A material change of an affair that has a deeper assessment, before or after it.
    ("facts_of_change", "change", "基>重全 重>全", "yes"),
    ("facts_of_fall", "change", "重>基無 全>重基無", "yes"),
    ("key_item_left_out", "change", "重>全", "yes"),
    ("assessed_in_advance", "change", "基>重全 重>全", "yes"),
    ("rise_from_none", "~", "無>基重全", "-"),
    ("linkage_from_none", "~", "無>基重全", "-"),
    ("period_of_rise", "~", "基>重全 重>全", "-"),
    ("linkage_after_rise", "~", "基>重全 重>全", "-"),
    ("key_item_after_rise", "~", "重>全", "-"),
    ("change_after_fall", "~", "全>重", "-"),
    ("withdrawal_after_fall", "~", "重>基無 全>重基無", "-"),
    ("voluntary_assessment", "~", "基重全>無", "-"),
];

/// What the law leaves open in each case, and nothing else.
#[test]
fn the_questions_of_every_case_are_those_of_the_table() {
    for case in cases() {
        let (before, after) = (letter(case.before), letter(case.after));
        let is_one = |cell: &str, result| cell == "*" || cell.contains(result);
        let is_material = case.is_material && case.happening == HappeningKind::Change;
        let is_asked = |(_, happening, results, material): &&(&str, &str, &str, &str)| {
            let is_of = match *happening {
                "~" => !matches!(case.happening, HappeningKind::Hold | HappeningKind::End),
                code => code == case.happening.code(),
            };
            let mut pairs = results.split(' ').map(|pair| pair.split_once('>').unwrap());
            is_of
                && (*material == "-" || is_material)
                && pairs.any(|(from, to)| is_one(from, before) && is_one(to, after))
        };
        let expected: Vec<&str> = ASKED.iter().filter(is_asked).map(|(code, ..)| *code).collect();
        let found: Vec<&str> = case.questions().iter().map(|question| question.code).collect();
        assert_eq!(found, expected, "{case:?}");
    }
}
