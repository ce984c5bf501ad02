//! What happens to an affair, and on which day.

use chrono::NaiveDate;

use super::case::HappeningKind;
use crate::change::Difference;
use crate::threshold::Facts;
use crate::value::incident::SeriousIncident;

/// Whether a file is handled by an information system, and when building it begins (電子情報処理組織の構築). 規則第9条第1項 asks for the
/// assessment before that day as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum System {
    /// Nobody said.
    #[default]
    NotKnown,
    /// No system is built or altered.
    None,
    /// Building begins on this day.
    From(NaiveDate),
}

/// What happens to an affair (契機), with its day if it is known.
#[derive(Debug, Clone, Copy)]
pub enum Happening<'a> {
    /// A file is about to be held for the first time (特定個人情報ファイルの保有).
    Hold {
        /// The day from which it is held.
        on: Option<NaiveDate>,
        /// The system that handles it.
        system: System,
        /// The facts on that day; those of the papers and the register if `None`.
        facts: Option<Facts>,
        /// Whether a disaster or another unavoidable reason leaves no time (規則第9条第2項).
        is_urgent: bool,
    },
    /// What the papers say changes (変更).
    Change {
        /// The differences, one for each paper that has a new version.
        edits: &'a [Difference<'a>],
        /// The day of the change.
        on: Option<NaiveDate>,
        /// The system that is built or altered for it.
        system: System,
        /// The facts after the change; those that the new versions state if `None`.
        facts: Option<Facts>,
        /// Whether a disaster or another unavoidable reason leaves no time (規則第9条第2項).
        is_urgent: bool,
        /// Whether the body judged that the change is not material (重要な変更に当たらない), although it touches an item marked ※:
        /// a slip of the pen, a new name, a clearly lower risk.
        is_minor: bool,
    },
    /// The facts of the threshold determination change (しきい値判断項目の変化).
    Facts {
        /// The new facts. One that is open did not change.
        facts: Facts,
        /// The day on which they changed.
        on: Option<NaiveDate>,
    },
    /// A serious incident at the body (重大事故の発生). It concerns every affair of the body.
    Incident {
        /// The incident.
        incident: SeriousIncident,
    },
    /// The body ends the affair (事務の終了).
    End {
        /// The last day.
        on: NaiveDate,
    },
}

impl Happening<'_> {
    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> HappeningKind {
        match self {
            Self::Hold { .. } => HappeningKind::Hold,
            Self::Change { .. } => HappeningKind::Change,
            Self::Facts { .. } => HappeningKind::Facts,
            Self::Incident { .. } => HappeningKind::Incident,
            Self::End { .. } => HappeningKind::End,
        }
    }

    /// Its day (契機の日), if it is known: of an incident the day on which the body came to know of it.
    #[must_use]
    pub fn on(&self) -> Option<NaiveDate> {
        match self {
            Self::Hold { on, .. } | Self::Change { on, .. } | Self::Facts { on, .. } => *on,
            Self::Incident { incident } => Some(incident.known.unwrap_or(incident.date).last_day()),
            Self::End { on } => Some(*on),
        }
    }

    /// The system, where one matters.
    #[must_use]
    pub const fn system(&self) -> System {
        match self {
            Self::Hold { system, .. } | Self::Change { system, .. } => *system,
            Self::Facts { .. } | Self::Incident { .. } | Self::End { .. } => System::None,
        }
    }

    pub(super) const fn is_urgent(&self) -> bool {
        match self {
            Self::Hold { is_urgent, .. } | Self::Change { is_urgent, .. } => *is_urgent,
            Self::Facts { .. } | Self::Incident { .. } | Self::End { .. } => false,
        }
    }

    /// Whether the body judged that a change is not material.
    pub(super) const fn is_minor(&self) -> bool {
        match self {
            Self::Change { is_minor, .. } => *is_minor,
            Self::Hold { .. } | Self::Facts { .. } | Self::Incident { .. } | Self::End { .. } => false,
        }
    }

    /// Whether something changes, and nobody said what.
    pub(super) const fn is_unknown(&self) -> bool {
        matches!(self, Self::Change { edits: [], facts: None, .. })
    }

    /// The differences of a change.
    pub(super) const fn edits(&self) -> &[Difference<'_>] {
        match self {
            Self::Change { edits, .. } => edits,
            Self::Hold { .. } | Self::Facts { .. } | Self::Incident { .. } | Self::End { .. } => &[],
        }
    }
}
