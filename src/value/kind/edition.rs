//! The editions of the forms, identified by the month that a form prints in its corner.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

use super::AssessmentKind;
use crate::value::code_list::read_from_string;
use crate::value::date::{DateError, FormDate};
use crate::value::error::{Ja, excerpt};
use crate::value::language::errors;
use crate::value::source::Certainty;
use crate::value::width::without_blanks;

/// The edition of a form: which form, and the month printed on it (「[令和6年10月 様式3]」).
///
/// The list of editions is open: an edition that is not in [`FormEdition::KNOWN`] is accepted, because forms can be
/// revised at any time. No document has a default edition.
///
/// Stored as `form_3_2024_10`; [`label`](Self::label) is the printed tag.
///
/// ```
/// use mynumber_pia::{AssessmentKind, FormEdition};
///
/// let edition: FormEdition = "[令和６年10月　様式２]".parse()?;
/// assert_eq!(edition.kind(), AssessmentKind::BasicItem);
/// assert_eq!(edition.to_string(), "form_2_2024_10");
/// assert_eq!(edition.label(), "令和6年10月 様式2");
/// assert!(edition.known().is_some());
/// # Ok::<(), mynumber_pia::value::kind::EditionError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormEdition {
    kind: AssessmentKind,
    year: u16,
    month: u8,
}

/// The form of a document (様式): an edition, or only the kind if the edition is not known.
///
/// A kind and an edition that contradict each other cannot be expressed.
///
/// ```
/// use mynumber_pia::{AssessmentKind, Form, FormEdition};
///
/// let edition: FormEdition = "form_3_2024_10".parse()?;
/// assert_eq!(Form::from(edition).kind(), AssessmentKind::KeyItem);
/// assert_eq!(Form::EditionUnknown(AssessmentKind::KeyItem).edition(), None);
/// # Ok::<(), mynumber_pia::value::kind::EditionError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The edition is known.
    Edition(FormEdition),
    /// Only the kind is known. The document does not show the edition.
    EditionUnknown(AssessmentKind),
}

impl Form {
    /// The kind of assessment that is written on the form.
    #[must_use]
    pub const fn kind(self) -> AssessmentKind {
        match self {
            Self::Edition(edition) => edition.kind,
            Self::EditionUnknown(kind) => kind,
        }
    }

    /// The edition; `None` if it is not known.
    #[must_use]
    pub const fn edition(self) -> Option<FormEdition> {
        match self {
            Self::Edition(edition) => Some(edition),
            Self::EditionUnknown(_) => None,
        }
    }
}

impl From<FormEdition> for Form {
    fn from(edition: FormEdition) -> Self {
        Self::Edition(edition)
    }
}

/// An edition that was seen in print or was inferred, with the evidence.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownEdition {
    /// The edition.
    pub edition: FormEdition,
    /// Confirmed if its tag was seen, unconfirmed if the edition is inferred.
    pub certainty: Certainty,
    /// The published document in which its tag was seen, or what the edition is inferred from.
    pub evidence: &'static str,
}

const fn seen(kind: AssessmentKind, year: u16, month: u8, evidence: &'static str) -> KnownEdition {
    KnownEdition { edition: FormEdition { kind, year, month }, certainty: Certainty::Confirmed, evidence }
}

const fn inferred(kind: AssessmentKind, year: u16, month: u8, evidence: &'static str) -> KnownEdition {
    KnownEdition { edition: FormEdition { kind, year, month }, certainty: Certainty::Unconfirmed, evidence }
}

impl FormEdition {
    /// The editions that were seen in print or are inferred, by form and month. The list is open: a new edition is a
    /// new row.
    pub const KNOWN: &'static [KnownEdition] = {
        use AssessmentKind::{AllItem, BasicItem, KeyItem};
        &[
            seen(BasicItem, 2014, 4, "平成26年4月 様式2: 内子町の評価書"),
            seen(BasicItem, 2016, 1, "平成28年1月 様式2: 公表された評価書"),
            seen(BasicItem, 2017, 5, "平成29年5月 様式2: 記載要領"),
            seen(BasicItem, 2019, 1, "平成31年1月 様式2: 様式のファイル名"),
            seen(BasicItem, 2024, 10, "令和6年10月 様式2: 熊谷市 国民健康保険に関する事務"),
            seen(KeyItem, 2014, 4, "平成26年4月 様式3: 目黒区の評価書"),
            seen(KeyItem, 2018, 5, "平成30年5月 様式3: 北区の評価書"),
            seen(KeyItem, 2024, 10, "令和6年10月 様式3: 川口市 後期高齢者医療に関する事務"),
            seen(AllItem, 2014, 4, "平成26年4月 様式4: さいたま市の評価書"),
            seen(AllItem, 2016, 1, "平成28年1月 様式4: 公表された評価書"),
            seen(AllItem, 2018, 5, "平成30年5月 様式4: 千葉市、札幌市の評価書"),
            inferred(AllItem, 2024, 10, "令和6年10月 様式4: 未見、同月の様式2・様式3からの推定"),
        ]
    };

    /// The earliest month that was seen on a form: 平成26年4月, on all three forms.
    const FIRST: (u16, u8) = (2014, 4);

    /// The edition of the form of `kind` with the printed month `year`-`month` (Gregorian).
    ///
    /// # Errors
    /// - [`EditionError::NoMonth`] for a month outside 1 to 12 or a year after 9999: `(2024, 13)`.
    /// - [`EditionError::TooEarly`] for a month before the earliest edition seen (2014-04): `(2013, 12)`.
    pub const fn new(kind: AssessmentKind, year: u16, month: u8) -> Result<Self, EditionError> {
        if month == 0 || month > 12 || year > 9999 {
            return Err(EditionError::NoMonth { year, month });
        }
        if year < Self::FIRST.0 || (year == Self::FIRST.0 && month < Self::FIRST.1) {
            return Err(EditionError::TooEarly { year, month });
        }
        Ok(Self { kind, year, month })
    }

    /// The kind of assessment that the form is for.
    #[must_use]
    pub const fn kind(self) -> AssessmentKind {
        self.kind
    }

    /// The year of the printed month, Gregorian.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The printed month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The first day of the printed month.
    pub(crate) fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.into(), self.month.into(), 1)
    }

    /// The printed tag, in half-width digits: 「令和6年10月 様式3」.
    #[must_use]
    pub fn label(self) -> String {
        let form = self.kind.form();
        match FormDate::from_month(self.year.into(), self.month.into()) {
            Ok(month) => alloc::format!("{month} {form}"),
            // Every edition is within the years that a date can have.
            Err(_) => alloc::format!("{}年{}月 {form}", self.year, self.month),
        }
    }

    /// The latest known edition of the form of `kind` (最新の様式): the last one in [`KNOWN`](Self::KNOWN). Whatever takes an
    /// edition and is given `None`, because the edition is not known, uses this one.
    #[must_use]
    pub fn latest(kind: AssessmentKind) -> Option<Self> {
        Self::KNOWN.iter().map(|known| known.edition).rfind(|edition| edition.kind == kind)
    }

    /// The row of [`KNOWN`](Self::KNOWN) for this edition; `None` if the crate does not know it.
    #[must_use]
    pub fn known(self) -> Option<&'static KnownEdition> {
        Self::KNOWN.iter().find(|known| known.edition == self)
    }
}

impl fmt::Display for FormEdition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = form_number(self.kind);
        write!(f, "form_{form}_{:04}_{:02}", self.year, self.month)
    }
}

/// Reads the code (`form_3_2024_10`) or the printed tag (「[令和6年10月 様式3]」), in either width, with or without brackets.
impl FromStr for FormEdition {
    type Err = EditionError;

    fn from_str(text: &str) -> Result<Self, EditionError> {
        let unreadable = || EditionError::Unreadable { seen: excerpt(text) };
        let key = without_blanks(text).ok_or_else(unreadable)?;
        if let Some(rest) = key.strip_prefix("form_") {
            let [form, year, month] = fields(rest).ok_or_else(unreadable)?;
            if (form.len(), year.len(), month.len()) != (1, 4, 2) {
                return Err(unreadable());
            }
            let kind = kind_of_form(form).ok_or_else(unreadable)?;
            return Self::new(kind, number(year).ok_or_else(unreadable)?, number(month).ok_or_else(unreadable)?);
        }
        let tag = key.strip_prefix('[').and_then(|tag| tag.strip_suffix(']')).unwrap_or(&key);
        let (month, form) = tag.split_once("様式").ok_or_else(unreadable)?;
        let kind = kind_of_form(form).ok_or_else(unreadable)?;
        let date: FormDate = month.parse().map_err(|error| match error {
            DateError::Unreadable { .. } => unreadable(),
            DateError::OutsideEra { .. }
            | DateError::YearZero { .. }
            | DateError::NoSuchMonth { .. }
            | DateError::NoSuchDay { .. }
            | DateError::OutOfRange { .. } => EditionError::NoSuchDate { seen: excerpt(text), error },
        })?;
        let (year, month) = date.to_month().ok_or_else(unreadable)?;
        let (year, month) =
            (u16::try_from(year).map_err(|_| unreadable())?, u8::try_from(month).map_err(|_| unreadable())?);
        Self::new(kind, year, month)
    }
}

fn fields(text: &str) -> Option<[&str; 3]> {
    let (first, rest) = text.split_once('_')?;
    let (second, third) = rest.split_once('_')?;
    Some([first, second, third])
}

/// The number of the form: 3 for 様式3.
fn form_number(kind: AssessmentKind) -> &'static str {
    kind.form().trim_start_matches("様式")
}

fn kind_of_form(form: &str) -> Option<AssessmentKind> {
    AssessmentKind::ALL.iter().copied().find(|kind| form_number(*kind) == form)
}

fn number<T: FromStr>(digits: &str) -> Option<T> {
    if digits.chars().all(|c| c.is_ascii_digit()) { digits.parse().ok() } else { None }
}

impl serde::Serialize for FormEdition {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

read_from_string!(FormEdition, "an edition such as form_3_2024_10", "様式の版（form_3_2024_10 など）");

errors! {
    /// Why an edition could not be read.
    #[non_exhaustive]
    pub enum EditionError {
        /// The string is neither a code nor a printed tag.
        #[error(
            "cannot read \"{seen}\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of \
             様式2, 様式3 or 様式4"
        )]
        #[ja(
            "「{seen}」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）"
        )]
        Unreadable {
            /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
        },
        /// A printed tag whose date does not exist: 「平成35年1月 様式2」.
        #[error("cannot read \"{seen}\" as a form edition: {error}")]
        #[ja("「{seen}」は様式の版として読めない：{}", Ja(error))]
        NoSuchDate {
            /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
            /// What is wrong with its date.
            #[source]
            error: DateError,
        },
        /// A month outside 1 to 12, or a year after 9999.
        #[error("there is no form edition of {year}-{month}: expected a month from 1 to 12 and a year up to 9999")]
        #[ja("{year}年{month}月の様式の版はない（月は1月から12月まで、年は9999年まで）")]
        NoMonth {
            /// The year, Gregorian.
            year: u16,
            /// The month.
            month: u8,
        },
        /// Before the earliest edition that was seen. An earlier edition may have existed, but a misread month is far more
        /// likely.
        #[error("no form edition of {year}-{month:02} is known: the earliest is of 2014-04 (平成26年4月)")]
        #[ja("{year}年{month}月の様式の版は知られていない。最も早いものは平成26年4月（2014-04）である")]
        TooEarly {
            /// The year, Gregorian.
            year: u16,
            /// The month.
            month: u8,
        },
    }
}
