//! The decision table: which steps the law asks for, by what happens and by what the affair needs before and after it.

use alloc::vec::Vec;

use crate::duty::{Action, Deadline, Duty, Event, OpenQuestion, QUESTIONS, duties};
use crate::threshold::TABLE;
use crate::value::code_list::code_list;
use crate::value::kind::{AssessmentKind, BodyKind, Obligation};
use crate::value::sorted::sort_by_key;
use crate::value::source::Source;

code_list! {
    /// What happens to an affair, so that something must be done (契機). The labels are ours.
    pub enum HappeningKind ("happening", "契機") {
        /// A file is about to be held for the first time.
        Hold = "hold", "特定個人情報ファイルの保有";
        /// What the papers say changes.
        Change = "change", "変更";
        /// The facts of the threshold determination change.
        Facts = "facts", "しきい値判断項目の変化";
        /// A serious incident occurs at the body, or it comes to know of one.
        Incident = "incident", "重大事故の発生";
        /// The body ends the affair.
        End = "end", "事務の終了";
    }
}

code_list! {
    /// A reading of the text where two are possible (読み方). [`Plan::reading`](super::Plan::reading) is the question that says what
    /// each of them means.
    pub enum Reading ("reading", "読み方") {
        /// The first reading: the facts before a change decide; an affair that needed no assessment is assessed before it needs one.
        A = "a", "読み方a";
        /// The second reading: the facts after a change decide; an affair that needed no assessment is assessed afterwards.
        B = "b", "読み方b";
    }
}

/// What decides which steps the law asks for (場合).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Case {
    /// What happens.
    pub happening: HappeningKind,
    /// What the affair needs by the facts before.
    pub before: Obligation,
    /// What it needs by the facts after.
    pub after: Obligation,
    /// Whether it is a material change (重要な変更) of an affair with a deeper assessment.
    pub is_material: bool,
    /// Whether a disaster or another unavoidable reason leaves no time to act before (規則第9条第2項).
    pub is_urgent: bool,
    /// The kind of body; `None` if it is not known. Then the steps of both kinds are listed.
    pub body: Option<BodyKind>,
}

/// A step that the law asks for in a case (手続), whoever takes it and whenever it is due.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The reading under which it must be done; `None` if it must be done under every reading.
    pub reading: Option<Reading>,
    /// The event that requires it.
    pub event: Event,
    /// The duty with the strictest deadline.
    pub duty: &'static Duty,
    /// Other duties that the same act satisfies.
    pub also: Vec<&'static Duty>,
    /// The deadline: that of the duty, or the one of the reading if no provision says when.
    pub deadline: Deadline,
}

impl Task {
    /// Whether it must be done before the file is held or the change is made.
    pub(super) fn is_before(&self) -> bool {
        is_before(self.deadline)
    }

    /// Whether it is a step of an assessment, and not of the correction or the upkeep of one.
    pub(super) fn is_assessment(&self) -> bool {
        match self.event {
            Event::NewFile
            | Event::EmergencyNewFile
            | Event::MaterialChange
            | Event::EmergencyChange
            | Event::RiseFromNone => self.duty.document.is_some(),
            Event::ThresholdRise => self.duty.document.is_some_and(|paper| paper != AssessmentKind::BasicItem),
            Event::ThresholdFall
            | Event::OtherChange
            | Event::IncidentOccurred
            | Event::IncidentLapsed
            | Event::EditionChanged
            | Event::YearPassed
            | Event::PeriodPassed
            | Event::AffairEnded => false,
        }
    }
}

const fn is_before(deadline: Deadline) -> bool {
    match deadline {
        Deadline::BeforeHolding | Deadline::BeforeChange | Deadline::BeforeSystem => true,
        Deadline::PromptlyAfterwards
        | Deadline::InTurn
        | Deadline::AlongWith
        | Deadline::Promptly
        | Deadline::WithoutDelay
        | Deadline::UntilPublished
        | Deadline::Yearly
        | Deadline::FiveYears
        | Deadline::ThirtyDays
        | Deadline::ThreeYears
        | Deadline::Afterwards
        | Deadline::ThreeToFiveDays
        | Deadline::ThirtyOrSixtyDays
        | Deadline::OfItsOwn
        | Deadline::NotKnown => false,
    }
}

/// The question with this code.
pub(super) fn question(code: &'static str) -> Option<&'static OpenQuestion> {
    QUESTIONS.iter().find(|question| question.code == code)
}

/// Which of the duties of an event a course has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Portion {
    Whole,
    /// The correction of the basic-item assessment, which a rise begins with.
    Correction,
    /// What follows it.
    Rest,
    /// What is no step of the assessment.
    Beside,
}

/// The duties of an event that a case asks for.
struct Course {
    reading: Option<Reading>,
    event: Event,
    deepest: AssessmentKind,
    portion: Portion,
    /// The deadline where no provision says when.
    otherwise: Deadline,
}

impl Course {
    fn new(reading: Option<Reading>, event: Event, deepest: AssessmentKind) -> Self {
        Self { reading, event, deepest, portion: Portion::Whole, otherwise: Deadline::NotKnown }
    }

    fn of(self, portion: Portion) -> Self {
        Self { portion, ..self }
    }

    fn due(self, otherwise: Deadline) -> Self {
        Self { otherwise, ..self }
    }

    /// Its tasks: those of the affair, then those of the basic-item, the key-item and the all-item assessment, each in their order.
    fn tasks(&self, body: BodyKind) -> Vec<Task> {
        let is_basic = |duty: &Duty| duty.document == Some(AssessmentKind::BasicItem);
        let is_meant = |duty: &&'static Duty| match self.portion {
            Portion::Whole => true,
            Portion::Correction => is_basic(duty) || duty.action == Action::FilePlan,
            Portion::Rest => !is_basic(duty),
            Portion::Beside => !duty.action.is_of_assessment(),
        };
        let mut tasks: Vec<Task> = Vec::new();
        for duty in duties(self.event, self.deepest, Some(body)).filter(is_meant) {
            let deadline = if duty.deadline == Deadline::NotKnown { self.otherwise } else { duty.deadline };
            let same = |task: &&mut Task| (task.duty.document, task.duty.action) == (duty.document, duty.action);
            match tasks.iter_mut().find(same) {
                // The first of them has the strictest deadline.
                Some(task) => task.also.push(duty),
                None => {
                    tasks.push(Task { reading: self.reading, event: self.event, duty, also: Vec::new(), deadline });
                }
            }
        }
        // What goes with every filing or publication comes last.
        let is_beside = |task: &Task| matches!(task.duty.action, Action::FilePlan | Action::DoNotLink);
        sort_by_key(&mut tasks, |task| (is_beside(task), task.duty.document));
        tasks
    }
}

impl Case {
    /// The steps that the law asks for (必要な手続): those of every reading first, then those of the first, then those of the second.
    ///
    /// ```
    /// use mynumber_pia::Obligation;
    /// use mynumber_pia::affair::{Case, HappeningKind, Reading};
    /// use mynumber_pia::duty::Action;
    /// use mynumber_pia::value::kind::{AssessmentKind, BodyKind};
    ///
    /// // A material change that also raises the result, so that an all-item assessment is needed.
    /// let case = Case {
    ///     happening: HappeningKind::Change,
    ///     before: Obligation::BasicItemAndKeyItem,
    ///     after: Obligation::BasicItemAndAllItem,
    ///     is_material: true,
    ///     is_urgent: false,
    ///     body: Some(BodyKind::LocalGovernment),
    /// };
    /// let tasks = case.tasks();
    /// let filed = |document| tasks.iter().find(|task| task.duty.document == Some(document) && task.duty.action == Action::File);
    /// assert_eq!(filed(AssessmentKind::BasicItem).unwrap().reading, None);
    /// assert_eq!(filed(AssessmentKind::KeyItem).unwrap().reading, Some(Reading::A));
    /// assert_eq!(case.questions()[0].code, "facts_of_change");
    /// ```
    #[must_use]
    pub fn tasks(&self) -> Vec<Task> {
        let [organ, local] = [BodyKind::AdministrativeOrgan, BodyKind::LocalGovernment].map(|body| match self.body {
            Some(known) if known != body => Vec::new(),
            Some(_) | None => self.tasks_of(body),
        });
        let mut tasks = local;
        for task in organ {
            let is_of = |other: &Task| {
                let own = |task: &Task| (task.reading, task.event, task.duty.document);
                own(other) == own(&task)
            };
            if !tasks.contains(&task) {
                let end = tasks.iter().rposition(is_of).map_or(tasks.len(), |last| last + 1);
                tasks.insert(end, task);
            }
        }
        tasks
    }

    fn tasks_of(self, body: BodyKind) -> Vec<Task> {
        let courses: Vec<Vec<Task>> = self.courses().iter().map(|course| course.tasks(body)).collect();
        let mut all: Vec<Task> = courses.concat();
        // What both readings ask for is asked under every reading.
        let chain = |all: &[Task], of: &Task, reading| -> Vec<Task> {
            let is_of = |task: &&Task| {
                task.reading == Some(reading) && (task.event, task.duty.document) == (of.event, of.duty.document)
            };
            all.iter().filter(is_of).map(|task| Task { reading: None, ..task.clone() }).collect()
        };
        let is_common: Vec<bool> =
            all.iter().map(|task| chain(&all, task, Reading::A) == chain(&all, task, Reading::B)).collect();
        for (task, is_common) in all.iter_mut().zip(is_common) {
            if is_common {
                task.reading = None;
            }
        }
        let mut tasks: Vec<Task> = Vec::new();
        for reading in [None, Some(Reading::A), Some(Reading::B)] {
            for task in all.iter().filter(|task| task.reading == reading) {
                // One register goes with every filing.
                let is_same = |other: &Task| {
                    let (of, own) = ((other.duty, other.event), (task.duty, task.event));
                    let is_register = task.duty.action == Action::FilePlan && other.duty.action == Action::FilePlan;
                    is_register && other.reading.is_none()
                        || (of == own && other.reading == reading && other.deadline == task.deadline)
                };
                if !tasks.iter().any(is_same) {
                    tasks.push(task.clone());
                }
            }
        }
        tasks
    }

    /// What the text leaves open in this case (疑義). Where there are two readings, the first question says which.
    #[must_use]
    pub fn questions(&self) -> Vec<&'static OpenQuestion> {
        let Self { happening, before, after, is_material, is_urgent: _, body: _ } = *self;
        let (is_changed, is_deeper) = (before != after, before > Obligation::BasicItem);
        let mut codes: Vec<&'static str> = Vec::new();
        let mut ask = |holds: bool, asked: &[&'static str]| {
            if holds {
                codes.extend(asked);
            }
        };
        match happening {
            HappeningKind::Hold => {
                ask(after == Obligation::BasicItemAndKeyItem, &["order_of_key_item"]);
                ask(after == Obligation::BasicItemAndAllItem, &["order_of_documents"]);
            }
            HappeningKind::End => ask(before != Obligation::NotRequired, &["mark_of_end"]),
            HappeningKind::Change | HappeningKind::Facts | HappeningKind::Incident => {
                let is_rise = before != Obligation::NotRequired && before < after;
                let is_material = is_material && happening == HappeningKind::Change;
                let is_mixed = is_material && (is_rise || (is_changed && is_deeper));
                ask(is_mixed && is_rise, &["facts_of_change"]);
                ask(is_mixed && !is_rise, &["facts_of_fall"]);
                let is_key_to_all =
                    (before, after) == (Obligation::BasicItemAndKeyItem, Obligation::BasicItemAndAllItem);
                ask(is_mixed && is_key_to_all, &["key_item_left_out"]);
                ask(is_mixed && is_rise, &["assessed_in_advance"]);
                ask(before == Obligation::NotRequired && is_changed, &["rise_from_none", "linkage_from_none"]);
                ask(is_rise, &["period_of_rise", "linkage_after_rise"]);
                ask(is_key_to_all, &["key_item_after_rise"]);
                let is_all_to_key =
                    (before, after) == (Obligation::BasicItemAndAllItem, Obligation::BasicItemAndKeyItem);
                ask(is_all_to_key, &["change_after_fall"]);
                ask(after < before && is_deeper, &["withdrawal_after_fall"]);
                ask(after < before && after == Obligation::NotRequired, &["voluntary_assessment"]);
            }
        }
        codes.into_iter().filter_map(question).collect()
    }

    /// Why no step of the assessment must be taken (対応を要しない理由); `None` if there is one. A leak must be reported all the same.
    #[must_use]
    pub fn nothing(&self) -> Option<Source> {
        let is_of_assessment = |task: &Task| task.duty.action.is_of_assessment();
        TABLE.first().map(|row| row.source).filter(|_| !self.tasks().iter().any(is_of_assessment))
    }

    fn courses(self) -> Vec<Course> {
        let Self { happening, before, after, is_material, is_urgent, body: _ } = self;
        let of = |event, result: Obligation| result.deepest().map(|deepest| Course::new(None, event, deepest));
        match happening {
            HappeningKind::Hold => {
                let event = if is_urgent { Event::EmergencyNewFile } else { Event::NewFile };
                of(event, after).into_iter().collect()
            }
            HappeningKind::End => of(Event::AffairEnded, before).into_iter().collect(),
            HappeningKind::Incident => {
                // The incident itself has the papers corrected.
                let is_more = |course: &Course| !matches!(course.event, Event::OtherChange | Event::ThresholdFall);
                let more = self.of_result().into_iter().filter(is_more).map(|course| {
                    let is_rise = course.event == Event::ThresholdRise;
                    if is_rise { course.of(Portion::Rest) } else { course }
                });
                // A leak is reported whether an assessment is required or not.
                let none = Course::new(None, Event::IncidentOccurred, AssessmentKind::BasicItem).of(Portion::Beside);
                let own = of(Event::IncidentOccurred, before).unwrap_or(none);
                core::iter::once(own).chain(more).collect()
            }
            HappeningKind::Change if is_material && before != Obligation::NotRequired => {
                let event = if is_urgent { Event::EmergencyChange } else { Event::MaterialChange };
                let read = |reading, result: Obligation| {
                    result.deepest().map(|deepest| Course::new(Some(reading), event, deepest))
                };
                let mut courses: Vec<Course> =
                    read(Reading::A, before).into_iter().chain(read(Reading::B, after)).collect();
                for course in self.of_result() {
                    let (deepest, event) = (course.deepest, course.event);
                    if event == Event::ThresholdRise {
                        let rest = Course::new(Some(Reading::A), event, deepest).of(Portion::Rest);
                        courses.extend([course.of(Portion::Correction), rest]);
                    } else if event != Event::OtherChange || before <= Obligation::BasicItem {
                        // An assessment that is made again needs no correction besides.
                        courses.push(course);
                    }
                }
                courses
            }
            HappeningKind::Change | HappeningKind::Facts => self.of_result(),
        }
    }

    /// What a changed or an unchanged result asks for by itself.
    fn of_result(self) -> Vec<Course> {
        let Self { happening: _, before, after, is_material: _, is_urgent, body: _ } = self;
        let of = |event, result: Obligation| -> Vec<Course> {
            result.deepest().map(|deepest| Course::new(None, event, deepest)).into_iter().collect()
        };
        match before.cmp(&after) {
            core::cmp::Ordering::Equal => of(Event::OtherChange, before),
            core::cmp::Ordering::Greater => of(Event::ThresholdFall, before),
            core::cmp::Ordering::Less if before == Obligation::NotRequired => {
                let first = if is_urgent { Deadline::PromptlyAfterwards } else { Deadline::BeforeHolding };
                let each = [(Reading::A, first), (Reading::B, Deadline::PromptlyAfterwards)];
                let of = |(reading, otherwise)| {
                    let course = Course::new(Some(reading), Event::RiseFromNone, after.deepest()?);
                    Some(course.due(otherwise))
                };
                each.into_iter().filter_map(of).collect()
            }
            core::cmp::Ordering::Less => of(Event::ThresholdRise, after),
        }
    }
}
