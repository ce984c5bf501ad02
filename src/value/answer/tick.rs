//! Check boxes, alone and in groups.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de;
use serde::ser::SerializeSeq;

use super::answered::NOT_KNOWN;
use super::error::{AnswerError, Reason};
use crate::value::code_list::{Choices, CodeList};
use crate::value::error::{UnknownChoice, excerpt, refused};
use crate::value::text::Meaning;
use crate::value::width::unbracketed;

/// A check box (チェックボックス): ticked (○), not ticked, or not known.
///
/// JSON leaves out a field that is not ticked, and writes the others as `"ticked"` and `"?"`. Reading also accepts
/// `true` and `false`, and the printed forms `○`, `[ ○ ]`, `[ ]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Tick {
    /// 「[ ]」. The default: no box of an empty form is ticked.
    #[default]
    Unticked,
    /// 「[ ○ ]」.
    Ticked,
    /// The document that was read does not show whether it is ticked.
    NotKnown,
}

const TICKED: &str = "ticked";

/// Whether this content of a box means that it is ticked: the circles of the forms, and the marks of other programs.
fn is_mark(text: &str) -> bool {
    let mut chars = text.chars();
    matches!((chars.next(), chars.next()), (Some('○' | '〇' | '◯' | '✓' | '✔' | '☑' | 'レ'), None))
}

impl Tick {
    /// Ticked, or not.
    pub(crate) const fn of(is_ticked: bool) -> Self {
        if is_ticked { Self::Ticked } else { Self::Unticked }
    }

    /// How it is stored.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Unticked => "",
            Self::Ticked => TICKED,
            Self::NotKnown => NOT_KNOWN,
        }
    }

    /// Reads a string.
    pub(super) fn read(text: &str) -> Result<Self, AnswerError> {
        let inner = unbracketed(text);
        match inner {
            TICKED => Ok(Self::Ticked),
            "" if text.is_empty() || inner.len() < text.trim().len() => Ok(Self::Unticked),
            _ if is_mark(inner) => Ok(Self::Ticked),
            _ if Meaning::of(inner) == Meaning::NotKnown => Ok(Self::NotKnown),
            _ => Err(Reason::CheckBox { seen: excerpt(text) }.into()),
        }
    }
}

/// A group of check boxes (チェックボックス群). Each box is ticked, not ticked or not known.
///
/// JSON writes a list of the ticked boxes, by code and in the order of the form. A box that is not known has "?" after
/// its code; `"?"` alone means that no box of the group is known. A group without a tick is left out. Reading also
/// accepts the labels of the boxes, and one string with 「、」 between the boxes, as summaries of a form write it.
///
/// ```
/// use mynumber_pia::value::answer::{Boxes, Tick};
/// use mynumber_pia::value::choice::TransferMethod;
///
/// let methods: Boxes<TransferMethod> = serde_json::from_str(r#"["intra_office_linkage", "paper?"]"#)?;
/// assert_eq!(methods.state(TransferMethod::IntraOfficeLinkage), Tick::Ticked);
/// assert_eq!(methods.state(TransferMethod::Email), Tick::Unticked);
/// assert_eq!(methods.state(TransferMethod::Paper), Tick::NotKnown);
/// assert_eq!("庁内連携システム、紙？".parse(), Ok(methods));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// No form prints a group of more than 32 boxes, and a longer list does not compile:
///
/// ```compile_fail
/// use mynumber_pia::law::KnownLaw;
/// use mynumber_pia::value::answer::Boxes;
///
/// let laws: Boxes<KnownLaw> = Boxes::NONE;
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Boxes<B> {
    marks: Marks,
    list: PhantomData<B>,
}

/// The states of a group, one bit for each box, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Marks {
    ticked: u32,
    not_known: u32,
}

impl Marks {
    pub(crate) fn get(self, index: usize) -> Tick {
        let bit = bit(index);
        if self.ticked & bit != 0 {
            Tick::Ticked
        } else if self.not_known & bit != 0 {
            Tick::NotKnown
        } else {
            Tick::Unticked
        }
    }

    pub(crate) fn set(&mut self, index: usize, tick: Tick) {
        let bit = bit(index);
        self.ticked &= !bit;
        self.not_known &= !bit;
        match tick {
            Tick::Unticked => {}
            Tick::Ticked => self.ticked |= bit,
            Tick::NotKnown => self.not_known |= bit,
        }
    }

    const fn overall(self) -> Tick {
        if self.ticked != 0 {
            Tick::Ticked
        } else if self.not_known != 0 {
            Tick::NotKnown
        } else {
            Tick::Unticked
        }
    }

    /// Every box is not known.
    const fn not_known(boxes: usize) -> Self {
        let not_known = if boxes < 32 { (1 << boxes) - 1 } else { u32::MAX };
        Self { ticked: 0, not_known }
    }
}

/// The bit of the box with this index; 0 if there is no such box.
fn bit(index: usize) -> u32 {
    u32::try_from(index).ok().and_then(|index| 1_u32.checked_shl(index)).unwrap_or_default()
}

impl<B: CodeList> Boxes<B> {
    /// No box is ticked.
    pub const NONE: Self = {
        assert!(B::ALL.len() <= 32, "a group has at most 32 boxes, one bit each");
        Self { marks: Marks { ticked: 0, not_known: 0 }, list: PhantomData }
    };

    /// Every box is not known.
    #[must_use]
    pub fn not_known() -> Self {
        Self { marks: Marks::not_known(B::ALL.len()), ..Self::NONE }
    }

    fn index(choice: B) -> usize {
        B::ALL.iter().position(|other| *other == choice).unwrap_or_default()
    }

    /// Whether this box is ticked, not ticked or not known.
    #[must_use]
    pub fn state(self, choice: B) -> Tick {
        self.marks.get(Self::index(choice))
    }

    /// Sets a box to ticked, unticked or not known.
    pub fn set(&mut self, choice: B, tick: Tick) {
        self.marks.set(Self::index(choice), tick);
    }

    /// Whether the box is ticked for certain.
    #[must_use]
    pub fn contains(self, choice: B) -> bool {
        self.state(choice) == Tick::Ticked
    }

    /// The boxes that are ticked, in the order of the form.
    pub fn ticked(self) -> impl Iterator<Item = B> {
        B::ALL.iter().copied().filter(move |choice| self.contains(*choice))
    }

    /// Whether any box is ticked; [`Tick::NotKnown`] if no box is certainly ticked but one is not known.
    #[must_use]
    pub const fn overall(self) -> Tick {
        self.marks.overall()
    }

    /// The group without its list type, as a walk passes it.
    #[must_use]
    pub fn states(self) -> BoxStates {
        BoxStates { marks: self.marks, list: Choices::of::<B>() }
    }

    pub(super) const fn marks_mut(&mut self) -> &mut Marks {
        &mut self.marks
    }
}

impl<B: CodeList> FromIterator<B> for Boxes<B> {
    fn from_iter<I: IntoIterator<Item = B>>(ticked: I) -> Self {
        let mut boxes = Self::NONE;
        for choice in ticked {
            boxes.set(choice, Tick::Ticked);
        }
        boxes
    }
}

impl<B: CodeList> Default for Boxes<B> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<B: CodeList> fmt::Debug for Boxes<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(B::ALL.iter().map(|choice| (choice, self.state(*choice)))).finish()
    }
}

/// A group of check boxes without its list type (チェックボックス群), as a walk over a document passes it.
#[derive(Clone, Copy)]
pub struct BoxStates {
    marks: Marks,
    list: &'static Choices,
}

impl BoxStates {
    /// No box of this list is ticked.
    pub(super) const fn none(list: &'static Choices) -> Self {
        Self { marks: Marks { ticked: 0, not_known: 0 }, list }
    }

    pub(super) const fn marks(self) -> Marks {
        self.marks
    }

    /// Whether any box is ticked; [`Tick::NotKnown`] if no box is certainly ticked but one is not known.
    #[must_use]
    pub const fn overall(self) -> Tick {
        self.marks.overall()
    }

    /// Whether the box with this code is ticked; `None` if the group has no such box.
    #[must_use]
    pub fn of_code(self, code: &str) -> Option<Tick> {
        Some(self.marks.get((0..self.list.members.len()).find(|index| self.list.code(*index) == code)?))
    }

    /// The code, the label and the state of each box.
    pub(crate) fn iter(self) -> impl Iterator<Item = (&'static str, &'static str, Tick)> {
        let members = self.list.members.iter().enumerate();
        members.map(move |(index, choice)| (choice.code, choice.label, self.marks.get(index)))
    }

    /// Reads a string: 「？」 for the whole group, or codes or labels with 「、」 between them. A label may contain 「、」 itself.
    pub(super) fn read(list: &'static Choices, text: &str) -> Result<Self, AnswerError> {
        match Meaning::of(text) {
            Meaning::NotKnown => Ok(Self { marks: Marks::not_known(list.members.len()), list }),
            Meaning::Blank if text.is_empty() => Ok(Self::none(list)),
            Meaning::Blank | Meaning::Nothing(_) | Meaning::Text => Self::of_names(list, text),
        }
    }

    /// Sets a box that was not set before.
    fn add(&mut self, (index, tick): (usize, Tick)) -> Result<(), AnswerError> {
        if self.marks.get(index) != Tick::Unticked {
            return Err(Reason::BoxTwice { code: self.list.code(index) }.into());
        }
        self.marks.set(index, tick);
        Ok(())
    }

    fn of_names(list: &'static Choices, text: &str) -> Result<Self, AnswerError> {
        let (mut boxes, mut rest) = (Self::none(list), Some(text));
        while let Some(names) = rest {
            let ends =
                names.match_indices(['、', ',', '，', '\n']).map(|(end, separator)| (end, end + separator.len()));
            let ends: Vec<(usize, usize)> = ends.take(MAX_SEPARATORS + 1).collect();
            let whole = (ends.len() <= MAX_SEPARATORS).then_some((names, None));
            // Takes the longest name that is a box; if there is none, reports the error of the shortest.
            let parts = ends.iter().rev().filter_map(|(end, next)| Some((names.get(..*end)?, names.get(*next..))));
            let (mut found, mut error) = (None, None);
            for (name, after) in whole.into_iter().chain(parts) {
                match read_box(list, name) {
                    Ok(ticked) => {
                        found = Some((ticked, after));
                        break;
                    }
                    Err(unknown) => error = Some(unknown),
                }
            }
            match (found, error) {
                (Some((ticked, after)), _) => {
                    boxes.add(ticked)?;
                    rest = after;
                }
                (None, Some(error)) => return Err(error.into()),
                // Every name was tried, so one was found or refused.
                (None, None) => rest = None,
            }
        }
        Ok(boxes)
    }

    /// Reads a list of codes or labels.
    pub(super) fn from_list<'de, A: de::SeqAccess<'de>>(list: &'static Choices, mut from: A) -> Result<Self, A::Error> {
        let mut boxes = Self::none(list);
        while let Some(ticked) = from.next_element_seed(BoxName(list))? {
            boxes.add(ticked).map_err(refused)?;
        }
        Ok(boxes)
    }
}

/// Lists the states by code.
impl fmt::Debug for BoxStates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(code, _, tick)| (code, tick))).finish()
    }
}

/// Prints the labels of the boxes that are ticked, with 「、」 between them.
impl fmt::Display for BoxStates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for (_, label, tick) in self.iter() {
            let mark = match tick {
                Tick::Unticked => continue,
                Tick::Ticked => "",
                Tick::NotKnown => "？",
            };
            write!(f, "{separator}{label}{mark}")?;
            separator = "、";
        }
        Ok(())
    }
}

impl serde::Serialize for BoxStates {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.marks == Marks::not_known(self.list.members.len()) {
            return serializer.serialize_str(NOT_KNOWN);
        }
        let mut list = serializer.serialize_seq(None)?;
        for (code, _, tick) in self.iter() {
            match tick {
                Tick::Unticked => {}
                Tick::Ticked => list.serialize_element(code)?,
                Tick::NotKnown => list.serialize_element(&alloc::format!("{code}?"))?,
            }
        }
        list.end()
    }
}

/// Reads the name of a box, with "?" after it if it is not known.
fn read_box(list: &Choices, text: &str) -> Result<(usize, Tick), UnknownChoice> {
    let (name, tick) = match text.trim_end().strip_suffix(['?', '？']) {
        Some(name) => (name, Tick::NotKnown),
        None => (text, Tick::Ticked),
    };
    Ok((list.index_of(name)?, tick))
}

/// How many 「、」 a label of a box may contain: 「4情報（氏名、性別、生年月日、住所）」.
const MAX_SEPARATORS: usize = 3;

/// Reads one box of a list.
struct BoxName(&'static Choices);

impl<'de> de::DeserializeSeed<'de> for BoxName {
    type Value = (usize, Tick);

    fn deserialize<D: de::Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl de::Visitor<'_> for BoxName {
    type Value = (usize, Tick);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        read_box(self.0, text).map_err(refused)
    }
}
