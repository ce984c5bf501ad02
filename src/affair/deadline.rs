//! Deadlines as days, or as what they depend on.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use super::case::Task;
use super::day::after;
use super::dossier::Since;
use super::happening::System;
use crate::duty::{Action, Deadline, Event};
use crate::value::code_list::code_list;
use crate::value::kind::BodyKind;
use crate::value::language::Language;
use crate::value::object::object;

code_list! {
    /// A fact that would make a deadline or a result exact (不足している事実). The labels are ours.
    pub enum Missing ("missing fact", "不足している事実") {
        /// The day on which it happens.
        Day = "day", "契機の日";
        /// The day on which building of the system begins, or that no system is built.
        System = "system", "電子情報処理組織の構築開始日（なければその旨）";
        /// The facts of the threshold determination: which assessment is required is not settled.
        Facts = "facts", "しきい値判断項目";
        /// The kind of the body: the steps of both kinds are listed.
        Body = "body", "評価実施機関の種類";
        /// The day of the last publication after an assessment or a re-assessment.
        Assessed = "assessed", "最後の評価の実施・再実施による公表の日";
        /// The new versions of the papers: what changes is not known.
        Versions = "versions", "変更後の評価書";
        /// Which of two papers that contradict each other is right: it decides which assessment is required.
        Agreement = "agreement", "互いに矛盾する評価書のうち正しい記載";
        /// A paper that is required and was not given. If it is published, it may have to be corrected; if a deeper one is not, it must be
        /// made: 規則第6条第2項, 第7条第2項 or 第8条.
        Paper = "paper", "必要とされる評価書（公表しているか）";
    }
}

/// Until when a step must be done (期限).
///
/// 速やかに and 遅滞なく have no number of days, and none is invented.
///
/// Serde writes it as `{"kind", "kind_label", "first", "last", "from", "opinions_by", "last_if_wrongful"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// Before a day (前).
    Before {
        /// The last day on which it can be done; `None` if no day is known.
        last: Option<NaiveDate>,
        /// For the announcement of an all-item assessment, the day by which it must begin so that thirty days of opinions end before
        /// (目安). Review, filing or approval follow, and their length is not known.
        opinions_by: Option<NaiveDate>,
        /// Whether the steps after the opinions must be taken before that day too, so that the announcement must begin earlier.
        is_followed: bool,
    },
    /// Until the end of this day (当日を含む).
    On(NaiveDate),
    /// Until a day that is not known, but lies between these two.
    Within {
        /// The earliest; `None` if nothing shows one.
        earliest: Option<NaiveDate>,
        /// The latest.
        latest: NaiveDate,
    },
    /// Promptly (速やかに), from this day if it is known.
    Promptly(Option<NaiveDate>),
    /// Without delay (遅滞なく), from this day if it is known.
    WithoutDelay(Option<NaiveDate>),
    /// Something goes on until this day.
    Until(Option<NaiveDate>),
    /// Something goes on until the paper is published.
    UntilPublished,
    /// In turn, after the step before.
    InTurn,
    /// Together with the filing or the announcement.
    AlongWith,
    /// For thirty days at least.
    ThirtyDays,
    /// Promptly, within about three to five days (概ね3～5日以内).
    ThreeToFiveDays {
        /// The day on which it was known; it counts as the first day.
        from: Option<NaiveDate>,
        /// The fifth day.
        last: Option<NaiveDate>,
    },
    /// Within thirty days, or within sixty if it was done for a wrongful purpose (30日以内、60日以内).
    ThirtyOrSixtyDays {
        /// The thirtieth day; the day on which it was known counts as the first.
        last: Option<NaiveDate>,
        /// The sixtieth day.
        last_if_wrongful: Option<NaiveDate>,
    },
    /// No period is printed.
    NoPeriod,
    /// Another law sets it.
    OfItsOwn,
    /// A period runs, but nothing shows from when.
    NotKnown,
}

impl By {
    /// A stable code to store: `before`, `on`, `within`, `promptly`, `without_delay`, `until`, `until_published`, `in_turn`,
    /// `along_with`, `thirty_days`, `three_to_five_days`, `thirty_or_sixty_days`, `no_period`, `of_its_own` or `not_known`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Before { .. } => "before",
            Self::On(_) => "on",
            Self::Within { .. } => "within",
            Self::Promptly(_) => "promptly",
            Self::WithoutDelay(_) => "without_delay",
            Self::Until(_) => "until",
            Self::UntilPublished => "until_published",
            Self::InTurn => "in_turn",
            Self::AlongWith => "along_with",
            Self::ThirtyDays => "thirty_days",
            Self::ThreeToFiveDays { .. } => "three_to_five_days",
            Self::ThirtyOrSixtyDays { .. } => "thirty_or_sixty_days",
            Self::NoPeriod => "no_period",
            Self::OfItsOwn => "of_its_own",
            Self::NotKnown => "not_known",
        }
    }

    /// The last day (期限の日), if the deadline is a day: of a window the earliest, which is the safe one. What goes on until a day has none.
    #[must_use]
    pub fn last(&self) -> Option<NaiveDate> {
        match *self {
            Self::Before { last, opinions_by: _, is_followed: _ }
            | Self::ThreeToFiveDays { from: _, last }
            | Self::ThirtyOrSixtyDays { last, last_if_wrongful: _ } => last,
            Self::On(day) => Some(day),
            Self::Within { earliest, latest } => Some(earliest.unwrap_or(latest)),
            Self::Promptly(_)
            | Self::WithoutDelay(_)
            | Self::Until(_)
            | Self::UntilPublished
            | Self::InTurn
            | Self::AlongWith
            | Self::ThirtyDays
            | Self::NoPeriod
            | Self::OfItsOwn
            | Self::NotKnown => None,
        }
    }

    /// The day to sort by (着手すべき日): of an announcement the day by which it must begin so that thirty days of opinions end before (目安),
    /// and otherwise the [last day](Self::last).
    #[doc(alias = "着手すべき日")]
    #[must_use]
    pub fn begin_by(&self) -> Option<NaiveDate> {
        if let Self::Before { opinions_by: Some(day), .. } = *self { Some(day) } else { self.last() }
    }

    /// The deadline in words (期限の説明): 「2027-03-31まで」, `by 2027-03-31`.
    #[doc(alias = "期限の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let is_english = language == Language::English;
        let both = |japanese: &str, english: &str| if is_english { english.to_string() } else { japanese.to_string() };
        let from = |day: Option<NaiveDate>, japanese: &str, english: &str| match day {
            Some(day) if is_english => alloc::format!("{english} from {day}"),
            Some(day) => alloc::format!("{day}から{japanese}"),
            None => both(japanese, english),
        };
        match *self {
            Self::Before { last: Some(day), opinions_by: Some(first), is_followed } if is_english => {
                let by = if is_followed { "before" } else { "by" };
                alloc::format!("{by} {first} (a guide; by {day} at the latest)")
            }
            Self::Before { last: Some(day), opinions_by: Some(first), is_followed } => {
                let by = if is_followed { "より前" } else { "まで" };
                alloc::format!("{first}{by}（目安。遅くとも{day}まで）")
            }
            Self::Before { last: Some(day), .. } | Self::On(day) if is_english => alloc::format!("by {day}"),
            Self::Before { last: Some(day), .. } | Self::On(day) => alloc::format!("{day}まで"),
            Self::Before { last: None, .. } => both("事前", "beforehand"),
            Self::Within { earliest: Some(earliest), latest } if is_english => {
                alloc::format!("by a day between {earliest} and {latest}")
            }
            Self::Within { earliest: None, latest } if is_english => alloc::format!("by {latest} at the latest"),
            Self::Within { earliest: Some(earliest), latest } => {
                alloc::format!("{earliest}から{latest}までの間のいずれかの日まで")
            }
            Self::Within { earliest: None, latest } => alloc::format!("遅くとも{latest}まで"),
            Self::Promptly(day) => from(day, "速やかに", "promptly"),
            Self::WithoutDelay(day) => from(day, "遅滞なく", "without delay"),
            Self::Until(Some(day)) if is_english => alloc::format!("until {day}"),
            Self::Until(Some(day)) => alloc::format!("{day}まで継続"),
            Self::Until(None) => both("三年間継続", "for three years"),
            Self::UntilPublished => both("公表するまで", "until it is published"),
            Self::InTurn => both("前の手続の後", "after the step before"),
            Self::AlongWith => both("提出又は公示と併せて", "with the filing or the announcement"),
            Self::ThirtyDays => both("原則三十日以上", "for thirty days as a rule"),
            Self::ThreeToFiveDays { from: Some(from), last: Some(last) } if is_english => {
                alloc::format!("promptly from {from} (within about three to five days, by {last})")
            }
            Self::ThreeToFiveDays { from: Some(from), last: Some(last) } => {
                alloc::format!("{from}から速やかに（概ね3～5日以内。{last}まで）")
            }
            Self::ThreeToFiveDays { .. } => {
                both("速やかに（概ね3～5日以内）", "promptly (within about three to five days)")
            }
            Self::ThirtyOrSixtyDays { last: Some(last), last_if_wrongful: Some(wrongful) } if is_english => {
                alloc::format!(
                    "by {last} (within thirty days; if done for a wrongful purpose within sixty, by {wrongful})"
                )
            }
            Self::ThirtyOrSixtyDays { last: Some(last), last_if_wrongful: Some(wrongful) } => {
                alloc::format!("{last}まで（30日以内。不正の目的による場合は60日以内、{wrongful}まで）")
            }
            Self::ThirtyOrSixtyDays { .. } => both(
                "30日以内（不正の目的による場合は60日以内）",
                "within thirty days (if done for a wrongful purpose within sixty)",
            ),
            Self::NoPeriod => both("期限の定めなし", "no period is set"),
            Self::OfItsOwn => both("別に定める期限", "as another law sets"),
            Self::NotKnown => both("期限不明", "not known"),
        }
    }
}

object! {
    By, "By", |own| {
        let (mut opinions, mut wrongful) = (None, None);
        let (first, last, from) = match *own {
            Self::Before { last, opinions_by, is_followed: _ } => {
                opinions = opinions_by;
                (None, last, None)
            }
            Self::On(day) => (None, Some(day), None),
            Self::Within { earliest, latest } => (earliest, Some(latest), None),
            Self::Promptly(from) | Self::WithoutDelay(from) => (None, None, from),
            Self::Until(day) => (None, day, None),
            Self::ThreeToFiveDays { from, last } => (None, last, from),
            Self::ThirtyOrSixtyDays { last, last_if_wrongful } => {
                wrongful = last_if_wrongful;
                (None, last, None)
            }
            Self::UntilPublished
            | Self::InTurn
            | Self::AlongWith
            | Self::ThirtyDays
            | Self::NoPeriod
            | Self::OfItsOwn
            | Self::NotKnown => (None, None, None),
        };
        let [first, last, from, opinions_by, last_if_wrongful] =
            [first, last, from, opinions, wrongful].map(|day| day.map(|day| day.to_string()));
    }
    {
        kind: own.code() => own.text(Language::Japanese),
        first: first,
        last: last,
        from: from,
        opinions_by: opinions_by,
        last_if_wrongful: last_if_wrongful,
    }
}

/// The deadline of a task of something that happens, and the facts that would make it exact.
pub(super) fn deadline(task: &Task, on: Option<NaiveDate>, system: System) -> (By, Vec<Missing>) {
    let by = match task.deadline {
        Deadline::BeforeHolding | Deadline::BeforeChange | Deadline::BeforeSystem => return before(task, on, system),
        Deadline::PromptlyAfterwards => By::Promptly(on),
        Deadline::Promptly => {
            // A publication runs from the filing before it.
            let is_first = matches!(task.duty.action, Action::Correct);
            By::Promptly(on.filter(|_| is_first))
        }
        Deadline::InTurn => By::InTurn,
        Deadline::AlongWith => By::AlongWith,
        Deadline::WithoutDelay => By::WithoutDelay(on),
        Deadline::UntilPublished => By::UntilPublished,
        Deadline::Yearly => on.and_then(|on| after(on, 1)).map_or(By::NotKnown, By::On),
        Deadline::FiveYears => on.and_then(|on| after(on, 5)).map_or(By::NotKnown, By::On),
        Deadline::ThirtyDays => By::ThirtyDays,
        Deadline::ThreeToFiveDays => By::ThreeToFiveDays { from: on, last: on.and_then(|on| nth_day(on, 5)) },
        Deadline::ThirtyOrSixtyDays => By::ThirtyOrSixtyDays {
            last: on.and_then(|on| nth_day(on, 30)),
            last_if_wrongful: on.and_then(|on| nth_day(on, 60)),
        },
        Deadline::ThreeYears => By::Until(on.and_then(|on| after(on, 3))),
        Deadline::Afterwards => By::NoPeriod,
        Deadline::OfItsOwn => By::OfItsOwn,
        Deadline::NotKnown => By::NotKnown,
    };
    let is_from_day = task.deadline == Deadline::PromptlyAfterwards || task.duty.action == Action::Correct;
    let needs = matches!(by, By::Promptly(None)) && is_from_day;
    (by, if needs { Vec::from([Missing::Day]) } else { Vec::new() })
}

/// The last day before the change or the holding, and before building of the system begins.
fn before(task: &Task, on: Option<NaiveDate>, system: System) -> (By, Vec<Missing>) {
    let deadlines = || core::iter::once(task.deadline).chain(task.also.iter().map(|duty| duty.deadline));
    let is_of_system = deadlines().any(|deadline| deadline == Deadline::BeforeSystem);
    let system = if is_of_system { system } else { System::None };
    let begin = match system {
        System::From(day) => Some(day),
        System::NotKnown | System::None => None,
    };
    let first = on.into_iter().chain(begin).min();
    let less = |days: u64| first.and_then(|first| first.checked_sub_days(Days::new(days)));
    // The first of the thirty days is not counted, and the last one comes before the change.
    let opinions_by = if task.duty.action == Action::SeekOpinions { less(31) } else { None };
    let needs = [(on.is_none(), Missing::Day), (system == System::NotKnown, Missing::System)];
    let needs = needs.into_iter().filter(|(is_needed, _)| *is_needed).map(|(_, missing)| missing);
    // A publication before the file is held leaves no room after the opinions, unless building of the system begins earlier.
    let is_published_before = task.event == Event::NewFile && task.duty.body == Some(BodyKind::LocalGovernment);
    let is_followed = opinions_by.is_some() && is_published_before && first == on;
    (By::Before { last: less(1), opinions_by, is_followed }, needs.collect())
}

/// The n-th day, counted from the given day as the first. No text says whether that day counts; this is the earlier reading.
fn nth_day(day: NaiveDate, n: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(n.saturating_sub(1)))
}

/// The end of the five years of 規則第15条.
pub(super) fn five_years(since: Since) -> By {
    let end = |day| after(day, 5);
    match since {
        Since::On(day) => end(day).map_or(By::NotKnown, By::On),
        Since::Between { earliest, latest } => match end(latest) {
            Some(latest) => By::Within { earliest: earliest.and_then(end), latest },
            None => By::NotKnown,
        },
        Since::Unknown => By::NotKnown,
    }
}
