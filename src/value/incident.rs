//! 重大事故: serious incidents with their dates, and the two questions that the forms ask about them.
//!
//! A serious leak, loss or damage of Specific Personal Information within the past year can raise the assessment that
//! an affair needs; 様式2 Ⅱ3 asks about it. The risk sections of 様式3 and 様式4 ask about the past three years. A body that
//! keeps a list of its incidents can compute both answers with a [`LookBack`].
//!
//! ```
//! use chrono::NaiveDate;
//! use mynumber_pia::Occurrence;
//! use mynumber_pia::value::incident::{IncidentScope, LookBack, SeriousIncident};
//!
//! let incident = SeriousIncident {
//!     date: "令和5年8月10日".parse()?,
//!     known: None,
//!     scope: IncidentScope::SpecificPersonalInformation,
//! };
//! let as_of = NaiveDate::from_ymd_opt(2025, 4, 1).unwrap();
//! assert_eq!(LookBack::OneYear.answer(&[incident], as_of), Some(Occurrence::NotOccurred));
//! assert_eq!(LookBack::ThreeYears.answer(&[incident], as_of), Some(Occurrence::Occurred));
//! # Ok::<(), mynumber_pia::value::date::DateError>(())
//! ```

use chrono::{Months, NaiveDate};

use crate::value::code_list::code_list;
use crate::value::date::FormDate;

code_list! {
    /// Whether a serious incident occurred: the choices of 様式2 Ⅱ3, 様式3 Ⅲ7② and 様式4 Ⅲ7 リスク1⑨.
    ///
    /// An unknown answer is `None` of an `Option<Occurrence>`.
    #[doc(alias = "重大事故")]
    pub enum Occurrence ("occurrence of a serious incident", "重大事故の発生") {
        /// One occurred.
        Occurred = "yes", "発生あり" / "Occurred", number 1, also "あり", also "有", also "有り";
        /// None occurred.
        NotOccurred = "no", "発生なし" / "Did not occur", number 2, also "なし", also "無", also "無し";
    }
}

impl Occurrence {
    /// The other answer.
    pub(crate) const fn opposite(self) -> Self {
        match self {
            Self::Occurred => Self::NotOccurred,
            Self::NotOccurred => Self::Occurred,
        }
    }
}

code_list! {
    /// What leaked, was lost or was damaged.
    ///
    /// Every incident with Specific Personal Information is also one with personal information.
    pub enum IncidentScope ("scope of an incident", "事故の対象") {
        /// 特定個人情報: counts for the threshold determination (one year) and for the risk section (three years).
        SpecificPersonalInformation = "specific_personal_information", "特定個人情報";
        /// Personal information (個人情報) other than 特定個人情報: counts for the risk section only.
        PersonalInformation = "personal_information", "個人情報";
    }
}

/// A 重大事故 of the assessing body, in any of its affairs and not only in the one that is assessed.
///
/// This crate does not decide what makes an incident serious: the definition may have changed since 2024 (not
/// confirmed). The caller says that a serious incident occurred.
#[doc(alias = "重大事故")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriousIncident {
    /// When it occurred.
    pub date: FormDate,
    /// When the body learned of it, if that is recorded. Either day counts in a [`LookBack`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<FormDate>,
    /// What it affected.
    pub scope: IncidentScope,
}

code_list! {
    /// The two questions about the past that the forms ask. Each is answered on its own.
    pub enum LookBack ("look-back", "事故の対象期間") {
        /// 様式2 Ⅱ3: 特定個人情報, within the past year. The third fact of the threshold determination.
        OneYear = "one_year", "過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか" / "Did a serious incident with specific personal information occur at the assessing body within the past year?";
        /// 様式3 Ⅲ7② and 様式4 Ⅲ7 リスク1⑨: 個人情報, within the past three years. For the risk section only.
        ThreeYears = "three_years", "過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか" / "Did a serious incident with personal information occur at the assessing body within the past three years?";
    }
}

impl LookBack {
    /// The first day that still counts on `as_of`: the same day one or three years earlier.
    ///
    /// Both that day and `as_of` count. If the earlier year has no 29 February, the window begins on the 28th, which
    /// errs on the side of counting an incident. No rule for either case was found in the texts that were read. `None` if
    /// [`NaiveDate`] cannot represent the earlier day.
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

    /// The answer to the question on the day `as_of`, computed from the complete list of incidents.
    ///
    /// An incident counts if it occurred within the years, or if the body learned of it within them. For one year,
    /// 規則第4条第8号ロ and 第6条第1項 say so. For three years, the forms only ask 「発生したか」, and no text that was read says more;
    /// counting the day on which it became known there as well errs on the side of counting an incident.
    ///
    /// A day after `as_of` does not count. An incident that is dated only by month or year may be inside or outside the
    /// window. Then the answer is `None` (not known), unless the other day or another incident settles it.
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
