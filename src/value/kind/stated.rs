//! しきい値判断結果 as the three forms print it.

use alloc::string::String;
use alloc::vec::Vec;

use super::{AssessmentKind, Obligation};
use crate::value::error::{excerpt, refused};
use crate::value::language::errors;
use crate::value::width::{same_label, split_number};

/// The result of the threshold determination as a form states it (しきい値判断結果).
///
/// It consists of what is required, and the kind of assessment that the form is for.
///
/// A body may assess more deeply than it must (任意). Then the chosen kind is deeper than the obligation, and the
/// sentence of 様式3 or 様式4 says so. A key-item form cannot state that an all-item assessment is required, because it
/// prints no such sentence.
///
/// ```
/// use mynumber_pia::value::kind::StatedResult;
/// use mynumber_pia::{AssessmentKind, Obligation};
///
/// let stated = StatedResult::new(Obligation::BasicItem, AssessmentKind::AllItem)?;
/// assert_eq!(stated.sentence(), "基礎項目評価の実施が義務付けられる（任意に全項目評価を実施）");
/// assert_eq!(stated.ordinal(), Some(3));
/// assert!(stated.is_voluntary());
/// assert_eq!(StatedResult::parse(AssessmentKind::AllItem, "3) 基礎項目評価の実施が義務付けられる(任意に全項目評価を実施)"), Ok(stated));
///
/// assert!(StatedResult::new(Obligation::BasicItemAndAllItem, AssessmentKind::KeyItem).is_err());
/// # Ok::<(), mynumber_pia::value::kind::ResultNotPrinted>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct StatedResult {
    obligation: Obligation,
    chosen: AssessmentKind,
}

/// The fields as written, before they are checked against each other.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    obligation: Obligation,
    chosen: AssessmentKind,
}

impl<'de> serde::Deserialize<'de> for StatedResult {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Parts { obligation, chosen } = serde::Deserialize::deserialize(deserializer)?;
        Self::new(obligation, chosen).map_err(refused)
    }
}

/// One sentence on one form.
struct Sentence {
    obligation: Obligation,
    chosen: AssessmentKind,
    /// The number that the form prints; `None` on 様式2, which prints no list.
    ordinal: Option<u8>,
    text: &'static str,
}

const fn sentence(chosen: AssessmentKind, ordinal: Option<u8>, obligation: Obligation, text: &'static str) -> Sentence {
    Sentence { obligation, chosen, ordinal, text }
}

/// The lists of 様式3 Ⅴ1② and 様式4 Ⅵ1② are printed in published assessments. 様式2 Ⅲ is free text: its second and third
/// sentence are printed in published assessments, the other two follow the wording of the lists.
const SENTENCES: [Sentence; 11] = {
    use AssessmentKind::{AllItem, BasicItem, KeyItem};
    use Obligation as O;
    [
        sentence(BasicItem, None, O::NotRequired, O::NotRequired.label()),
        sentence(BasicItem, None, O::BasicItem, O::BasicItem.label()),
        sentence(BasicItem, None, O::BasicItemAndKeyItem, O::BasicItemAndKeyItem.label()),
        sentence(BasicItem, None, O::BasicItemAndAllItem, O::BasicItemAndAllItem.label()),
        sentence(KeyItem, Some(1), O::BasicItemAndKeyItem, "基礎項目評価及び重点項目評価の実施が義務付けられる"),
        sentence(KeyItem, Some(2), O::BasicItem, "基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施）"),
        sentence(
            KeyItem,
            Some(3),
            O::NotRequired,
            "特定個人情報保護評価の実施が義務付けられない（任意に重点項目評価を実施）",
        ),
        sentence(AllItem, Some(1), O::BasicItemAndAllItem, "基礎項目評価及び全項目評価の実施が義務付けられる"),
        sentence(
            AllItem,
            Some(2),
            O::BasicItemAndKeyItem,
            "基礎項目評価及び重点項目評価の実施が義務付けられる（任意に全項目評価を実施）",
        ),
        sentence(AllItem, Some(3), O::BasicItem, "基礎項目評価の実施が義務付けられる（任意に全項目評価を実施）"),
        sentence(
            AllItem,
            Some(4),
            O::NotRequired,
            "特定個人情報保護評価の実施が義務付けられない（任意に全項目評価を実施）",
        ),
    ]
};

impl StatedResult {
    /// The statement that `obligation` is required, on the form of the `chosen` kind.
    ///
    /// # Errors
    /// [`ResultNotPrinted`] if the form has no sentence for it: an all-item obligation on 様式3.
    pub fn new(obligation: Obligation, chosen: AssessmentKind) -> Result<Self, ResultNotPrinted> {
        let stated = Self { obligation, chosen };
        match stated.row() {
            Some(_) => Ok(stated),
            None => Err(ResultNotPrinted { form: chosen, seen: obligation.label().into() }),
        }
    }

    /// The statements that the form of `chosen` offers, in its order.
    pub fn offered(chosen: AssessmentKind) -> impl Iterator<Item = Self> {
        SENTENCES
            .iter()
            .filter(move |row| row.chosen == chosen)
            .map(|row| Self { obligation: row.obligation, chosen: row.chosen })
    }

    /// Reads a sentence that the form of `chosen` prints. Widths and blanks do not matter, and the printed number may
    /// precede it.
    ///
    /// # Errors
    /// [`ResultNotPrinted`] for a sentence of another form (「…（任意に全項目評価を実施）」 on 様式3), or for a sentence with the number
    /// of another one.
    pub fn parse(chosen: AssessmentKind, text: &str) -> Result<Self, ResultNotPrinted> {
        let (number, sentence) = match split_number(text) {
            Some((number, rest)) => (Some(number), rest),
            None => (None, text),
        };
        SENTENCES
            .iter()
            .find(|row| row.chosen == chosen && same_label(row.text, sentence))
            .filter(|row| number.is_none() || number == row.ordinal)
            .map(|row| Self { obligation: row.obligation, chosen })
            .ok_or_else(|| ResultNotPrinted { form: chosen, seen: excerpt(text) })
    }

    /// What is required.
    #[must_use]
    pub const fn obligation(self) -> Obligation {
        self.obligation
    }

    /// The kind of assessment that is carried out.
    #[must_use]
    pub const fn chosen(self) -> AssessmentKind {
        self.chosen
    }

    /// The printed sentence.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        // A `StatedResult` always has a row, because `new` looks for it.
        self.row().map_or(self.obligation.label(), |row| row.text)
    }

    /// The number that the form prints before the sentence; `None` on 様式2, which prints no list.
    #[must_use]
    pub fn ordinal(self) -> Option<u8> {
        self.row()?.ordinal
    }

    /// Whether the assessment is deeper than required (任意).
    #[must_use]
    pub const fn is_voluntary(self) -> bool {
        match (self.chosen, self.obligation) {
            (AssessmentKind::BasicItem, Obligation::NotRequired)
            | (AssessmentKind::KeyItem, Obligation::NotRequired | Obligation::BasicItem)
            | (
                AssessmentKind::AllItem,
                Obligation::NotRequired | Obligation::BasicItem | Obligation::BasicItemAndKeyItem,
            ) => true,
            (
                AssessmentKind::BasicItem,
                Obligation::BasicItem | Obligation::BasicItemAndKeyItem | Obligation::BasicItemAndAllItem,
            )
            | (AssessmentKind::KeyItem, Obligation::BasicItemAndKeyItem | Obligation::BasicItemAndAllItem)
            | (AssessmentKind::AllItem, Obligation::BasicItemAndAllItem) => false,
        }
    }

    fn row(self) -> Option<&'static Sentence> {
        SENTENCES.iter().find(|row| row.chosen == self.chosen && row.obligation == self.obligation)
    }
}

errors! {
    /// A result that the form does not print.
    #[error("\"{seen}\" is not a threshold result of {}: expected one of {}", .form.form(), sentences(*.form))]
    #[ja("「{seen}」は{}のしきい値判断結果にない（選択肢：{}）", form.form(), sentences(*form))]
    pub struct ResultNotPrinted {
        form: AssessmentKind,
        seen: String,
    }
}

/// The sentences that the form of `chosen` offers.
fn sentences(chosen: AssessmentKind) -> String {
    StatedResult::offered(chosen).map(StatedResult::sentence).collect::<Vec<_>>().join(" / ")
}

impl ResultNotPrinted {
    /// What was seen, as an [`excerpt`] shows it.
    #[must_use]
    pub fn seen(&self) -> &str {
        &self.seen
    }

    /// The results that the form prints.
    pub fn allowed(&self) -> impl Iterator<Item = StatedResult> {
        StatedResult::offered(self.form)
    }
}
