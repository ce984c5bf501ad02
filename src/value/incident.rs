//! 重大事故: serious incidents as dated events, and the two questions that the forms ask about them.

use chrono::{Months, NaiveDate};

use crate::value::code_list::code_list;
use crate::value::date::FormDate;

code_list! {
    /// Whether a serious incident occurred: the choices of 様式2 Ⅱ3, 様式3 Ⅲ7② and 様式4 Ⅲ7 リスク1⑨.
    ///
    /// An answer that is not known is `None` of an `Option<Occurrence>`.
    #[doc(alias = "重大事故")]
    pub enum Occurrence ("occurrence of a serious incident", "重大事故の発生") {
        /// One occurred.
        Occurred = "yes", "発生あり", number 1;
        /// None occurred.
        NotOccurred = "no", "発生なし", number 2;
    }
}

impl Occurrence {
    /// The other answer.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Occurred => Self::NotOccurred,
            Self::NotOccurred => Self::Occurred,
        }
    }
}

code_list! {
    /// What leaked, was lost or was damaged. Every incident with Specific Personal Information is also one with
    /// personal information.
    pub enum IncidentScope ("scope of an incident", "事故の対象") {
        /// 特定個人情報: counts for the threshold determination (one year) and for the risk section (three years).
        SpecificPersonalInformation = "specific_personal_information", "特定個人情報";
        /// Personal information (個人情報) other than 特定個人情報: counts for the risk section only.
        PersonalInformation = "personal_information", "個人情報";
    }
}

/// A 重大事故 of the assessing body (of any of its affairs, not only the one assessed).
///
/// What makes an incident serious is not decided here: the definition may have changed since 2024 (not confirmed), and
/// the caller says that one occurred.
#[doc(alias = "重大事故")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriousIncident {
    /// When it occurred.
    pub date: FormDate,
    /// When the body came to know that it occurred, if that is recorded. Either day counts in a [`LookBack`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<FormDate>,
    /// What it concerned.
    pub scope: IncidentScope,
}

code_list! {
    /// The two questions about the past that the forms ask. They are independent of one another.
    pub enum LookBack ("look-back", "事故の対象期間") {
        /// 様式2 Ⅱ3: 特定個人情報, within the past year. The third fact of the threshold determination.
        OneYear = "one_year", "過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか";
        /// 様式3 Ⅲ7② and 様式4 Ⅲ7 リスク1⑨: 個人情報, within the past three years. For the risk section only.
        ThreeYears = "three_years", "過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか";
    }
}

impl LookBack {
    /// The first day that still counts on `as_of`: the same day one or three years earlier.
    ///
    /// That day itself counts, and so does `as_of`. Where the earlier year has no 29 February, the window begins on the
    /// 28th: on the side of counting an incident. No rule for either was seen in the texts at hand. `None` only if the
    /// calendar ends.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::value::incident::LookBack;
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// assert_eq!(LookBack::OneYear.first_day(day(2025, 4, 1)), Some(day(2024, 4, 1)));
    /// assert_eq!(LookBack::OneYear.first_day(day(2024, 2, 29)), Some(day(2023, 2, 28)));
    /// ```
    #[must_use]
    pub fn first_day(self, as_of: NaiveDate) -> Option<NaiveDate> {
        let years = match self {
            Self::OneYear => 1,
            Self::ThreeYears => 3,
        };
        as_of.checked_sub_months(Months::new(12 * years))
    }

    fn counts(self, scope: IncidentScope) -> bool {
        match (self, scope) {
            (Self::ThreeYears, IncidentScope::SpecificPersonalInformation | IncidentScope::PersonalInformation)
            | (Self::OneYear, IncidentScope::SpecificPersonalInformation) => true,
            (Self::OneYear, IncidentScope::PersonalInformation) => false,
        }
    }

    /// The answer to the question on the day `as_of`, from the complete list of incidents.
    ///
    /// An incident counts if it occurred within the years, or if the body came to know of it within them, whenever it
    /// occurred. For one year 規則第4条第8号ロ and 第6条第1項 say so. For three years the forms say 「発生したか」 and no text at
    /// hand says more: the day it became known counts there as well, on the side of counting an incident.
    ///
    /// A day after `as_of` does not count. One that is only known by its month or year may lie on either side of a boundary:
    /// then the answer is `None`, not known, unless the other day or another incident settles it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::Occurrence;
    /// use mynumber_pia::value::incident::{IncidentScope, LookBack, SeriousIncident};
    ///
    /// let lost = SeriousIncident {
    ///     date: "平成29年11月".parse()?,
    ///     known: None,
    ///     scope: IncidentScope::SpecificPersonalInformation,
    /// };
    /// let as_of = NaiveDate::from_ymd_opt(2018, 11, 15).unwrap();
    /// assert_eq!(LookBack::ThreeYears.answer(&[lost], as_of), Some(Occurrence::Occurred));
    /// assert_eq!(LookBack::OneYear.answer(&[lost], as_of), None);
    ///
    /// let found = SeriousIncident { known: Some("平成30年5月1日".parse()?), ..lost };
    /// assert_eq!(LookBack::OneYear.answer(&[found], as_of), Some(Occurrence::Occurred));
    /// # Ok::<(), mynumber_pia::value::date::DateError>(())
    /// ```
    #[must_use]
    pub fn answer(self, incidents: &[SeriousIncident], as_of: NaiveDate) -> Option<Occurrence> {
        let first_day = self.first_day(as_of)?;
        let mut open = false;
        for SeriousIncident { date, known, scope } in incidents {
            if !self.counts(*scope) {
                continue;
            }
            for day in [Some(date), known.as_ref()].into_iter().flatten() {
                if first_day <= day.first_day() && day.last_day() <= as_of {
                    return Some(Occurrence::Occurred);
                }
                open |= first_day <= day.last_day() && day.first_day() <= as_of;
            }
        }
        if open { None } else { Some(Occurrence::NotOccurred) }
    }
}
