//! Check boxes, alone and in groups.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de;
use serde::ser::SerializeSeq;

use super::answered::NOT_KNOWN;
use crate::value::code_list::CodeList;
use crate::value::error::{UnknownChoice, excerpt};
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

impl serde::Serialize for Tick {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Unticked => "",
            Self::Ticked => TICKED,
            Self::NotKnown => NOT_KNOWN,
        })
    }
}

impl<'de> serde::Deserialize<'de> for Tick {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Tick;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("\"ticked\", or \"?\" if it is not known; an unticked box is left out")
            }

            fn visit_bool<E: de::Error>(self, is_ticked: bool) -> Result<Tick, E> {
                Ok(if is_ticked { Tick::Ticked } else { Tick::Unticked })
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Tick, E> {
                let inner = unbracketed(text);
                match inner {
                    TICKED => Ok(Tick::Ticked),
                    "" if text.is_empty() || inner.len() < text.trim().len() => Ok(Tick::Unticked),
                    _ if is_mark(inner) => Ok(Tick::Ticked),
                    _ if Meaning::of(inner) == Meaning::NotKnown => Ok(Tick::NotKnown),
                    _ => Err(E::custom(format_args!(
                        "cannot read \"{}\" as a check box: expected \"ticked\" (○), or \"?\" if it is not known; an unticked \
                         box is left out",
                        excerpt(text)
                    ))),
                }
            }
        }
        deserializer.deserialize_any(Visitor)
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
/// assert_eq!(methods.of(TransferMethod::IntraOfficeLinkage), Tick::Ticked);
/// assert_eq!(methods.of(TransferMethod::Email), Tick::Unticked);
/// assert_eq!(methods.of(TransferMethod::Paper), Tick::NotKnown);
/// assert_eq!("庁内連携システム、紙？".parse(), Ok(methods));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Boxes<B> {
    ticked: u32,
    not_known: u32,
    list: PhantomData<B>,
}

impl<B: CodeList> Boxes<B> {
    /// No box is ticked.
    pub const NONE: Self = Self { ticked: 0, not_known: 0, list: PhantomData };

    /// Every box is not known.
    #[must_use]
    pub fn not_known() -> Self {
        let mut boxes = Self::NONE;
        for choice in B::ALL {
            boxes.set(*choice, Tick::NotKnown);
        }
        boxes
    }

    /// The bit of a box. No list of the forms has more than 32 boxes (`tests/answer.rs` checks it).
    fn bit(choice: B) -> u32 {
        let place = B::ALL.iter().position(|other| *other == choice).unwrap_or_default();
        1_u32.wrapping_shl(u32::try_from(place).unwrap_or_default())
    }

    fn label_of_code(code: &str) -> &'static str {
        B::ALL.iter().find(|choice| choice.code() == code).map_or("", |choice| choice.label())
    }

    /// The bit of the box with this code; 0 if the group has no such box.
    fn bit_of_code(code: &str) -> u32 {
        B::ALL.iter().find(|choice| choice.code() == code).map_or(0, |choice| Self::bit(*choice))
    }

    /// Whether this box is ticked.
    #[must_use]
    pub fn of(self, choice: B) -> Tick {
        let bit = Self::bit(choice);
        if self.ticked & bit != 0 {
            Tick::Ticked
        } else if self.not_known & bit != 0 {
            Tick::NotKnown
        } else {
            Tick::Unticked
        }
    }

    /// Sets a box to ticked, unticked or not known.
    pub fn set(&mut self, choice: B, tick: Tick) {
        let bit = Self::bit(choice);
        self.ticked &= !bit;
        self.not_known &= !bit;
        match tick {
            Tick::Unticked => {}
            Tick::Ticked => self.ticked |= bit,
            Tick::NotKnown => self.not_known |= bit,
        }
    }

    /// Whether the box is ticked for certain.
    #[must_use]
    pub fn has(self, choice: B) -> bool {
        self.of(choice) == Tick::Ticked
    }

    /// The boxes that are ticked, in the order of the form.
    pub fn ticked(self) -> impl Iterator<Item = B> {
        B::ALL.iter().copied().filter(move |choice| self.has(*choice))
    }

    /// Whether every box is known to be ticked or unticked.
    pub(crate) const fn is_known(self) -> bool {
        self.not_known == 0
    }

    /// Whether any box is ticked; [`Tick::NotKnown`] if no box is certainly ticked but one is not known.
    #[must_use]
    pub const fn any(self) -> Tick {
        if self.ticked != 0 {
            Tick::Ticked
        } else if self.not_known != 0 {
            Tick::NotKnown
        } else {
            Tick::Unticked
        }
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
        f.debug_map().entries(B::ALL.iter().map(|choice| (choice, self.of(*choice)))).finish()
    }
}

/// A group of check boxes without its list type (チェックボックス群), as a walk over a document passes it.
pub trait BoxGroup {
    /// Whether any box is ticked.
    fn any(&self) -> Tick;

    /// Whether the box with this code is ticked; `None` if the group has no such box.
    fn of_code(&self, code: &str) -> Option<Tick>;

    /// The group as an owned value.
    #[doc(hidden)]
    fn snapshot(&self) -> BoxStates;

    /// Prints the labels of the boxes that are ticked, with 「、」 between them.
    ///
    /// # Errors
    /// What the formatter returns.
    fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// The states of a group of check boxes, without its list type.
#[derive(Debug, Clone, Copy)]
pub struct BoxStates {
    ticked: u32,
    not_known: u32,
    bit: fn(&str) -> u32,
    label: fn(&str) -> &'static str,
}

impl BoxStates {
    /// The label of the box with this code; empty if the group has no such box.
    #[must_use]
    pub fn label_of(&self, code: &str) -> &'static str {
        (self.label)(code)
    }

    /// Whether the box with this code is ticked. A box that the group does not have counts as unticked.
    #[must_use]
    pub fn of_code(&self, code: &str) -> Tick {
        let bit = (self.bit)(code);
        if self.ticked & bit != 0 {
            Tick::Ticked
        } else if self.not_known & bit != 0 {
            Tick::NotKnown
        } else {
            Tick::Unticked
        }
    }
}

impl<B: CodeList> BoxGroup for Boxes<B> {
    fn any(&self) -> Tick {
        Self::any(*self)
    }

    fn of_code(&self, code: &str) -> Option<Tick> {
        B::ALL.iter().find(|choice| choice.code() == code).map(|choice| self.of(*choice))
    }

    fn snapshot(&self) -> BoxStates {
        BoxStates { ticked: self.ticked, not_known: self.not_known, bit: Self::bit_of_code, label: Self::label_of_code }
    }

    fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for choice in B::ALL {
            let mark = match self.of(*choice) {
                Tick::Unticked => continue,
                Tick::Ticked => "",
                Tick::NotKnown => "？",
            };
            write!(f, "{separator}{}{mark}", choice.label())?;
            separator = "、";
        }
        Ok(())
    }
}

impl<B: CodeList> serde::Serialize for Boxes<B> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self == Self::not_known() {
            return serializer.serialize_str(NOT_KNOWN);
        }
        let mut list = serializer.serialize_seq(None)?;
        for choice in B::ALL {
            match self.of(*choice) {
                Tick::Unticked => {}
                Tick::Ticked => list.serialize_element(choice.code())?,
                Tick::NotKnown => list.serialize_element(&alloc::format!("{}?", choice.code()))?,
            }
        }
        list.end()
    }
}

impl<'de, B: CodeList> serde::Deserialize<'de> for Boxes<B> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<B>(PhantomData<B>);
        impl<'de, B: CodeList> de::Visitor<'de> for Visitor<B> {
            type Value = Boxes<B>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(
                    f,
                    "a list of codes or labels of the {} ({}), or \"?\" if nothing of it is known",
                    B::NAME,
                    B::TERM
                )
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                match Meaning::of(text) {
                    Meaning::NotKnown => Ok(Boxes::not_known()),
                    Meaning::Blank if text.is_empty() => Ok(Boxes::NONE),
                    Meaning::Blank | Meaning::Nothing(_) | Meaning::Text => Boxes::of_names(text).map_err(E::custom),
                }
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut boxes = Boxes::NONE;
                while let Some(named) = list.next_element()? {
                    boxes.add(named).map_err(de::Error::custom)?;
                }
                Ok(boxes)
            }
        }
        deserializer.deserialize_any(Visitor(PhantomData))
    }
}

/// One element of the list: a code, with "?" after it if it is not known.
struct TickedBox<B> {
    choice: B,
    tick: Tick,
}

impl<B: CodeList> FromStr for TickedBox<B> {
    type Err = UnknownChoice;

    fn from_str(text: &str) -> Result<Self, UnknownChoice> {
        let (name, tick) = match text.trim_end().strip_suffix(['?', '？']) {
            Some(name) => (name, Tick::NotKnown),
            None => (text, Tick::Ticked),
        };
        Ok(Self { choice: name.parse()?, tick })
    }
}

impl<B: CodeList> Boxes<B> {
    /// Sets a box that was not set before.
    fn add(&mut self, TickedBox { choice, tick }: TickedBox<B>) -> Result<(), String> {
        if self.of(choice) != Tick::Unticked {
            return Err(alloc::format!("the box {} occurs twice: expected each box once", choice.code()));
        }
        self.set(choice, tick);
        Ok(())
    }

    /// Reads the codes or labels in a string with 「、」 between them. A label may contain 「、」 itself.
    fn of_names(text: &str) -> Result<Self, String> {
        let (mut boxes, mut rest) = (Self::NONE, Some(text));
        while let Some(names) = rest {
            let ends =
                names.match_indices(['、', ',', '，', '\n']).map(|(end, separator)| (end, end + separator.len()));
            let ends: Vec<(usize, usize)> = ends.take(MOST_SEPARATORS + 1).collect();
            let whole = (ends.len() <= MOST_SEPARATORS).then_some((names, None));
            // Takes the longest name that is a box; if there is none, reports the error of the shortest.
            let parts = ends.iter().rev().filter_map(|(end, next)| Some((names.get(..*end)?, names.get(*next..))));
            let (mut found, mut error) = (None, None);
            for (name, after) in whole.into_iter().chain(parts) {
                match name.parse::<TickedBox<B>>() {
                    Ok(ticked) => {
                        found = Some((ticked, after));
                        break;
                    }
                    Err(unknown) => error = Some(unknown.to_string()),
                }
            }
            let Some((ticked, after)) = found else { return Err(error.unwrap_or_default()) };
            boxes.add(ticked)?;
            rest = after;
        }
        Ok(boxes)
    }
}

/// How many 「、」 a label of a box may contain: 「4情報（氏名、性別、生年月日、住所）」.
const MOST_SEPARATORS: usize = 3;

impl<'de, B: CodeList> serde::Deserialize<'de> for TickedBox<B> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<B>(PhantomData<B>);
        impl<B: CodeList> de::Visitor<'_> for Visitor<B> {
            type Value = TickedBox<B>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a code or label of the {} ({})", B::NAME, B::TERM)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Visitor(PhantomData))
    }
}
