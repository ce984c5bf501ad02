//! Blocks that the form prints and that nobody filled in: 委託事項, 提供先 and 移転先 that do not count as entries.

use alloc::vec::Vec;

use super::Assessment;
use crate::assessment::entrustment::Entrustment;
use crate::assessment::file::FileSection;
use crate::assessment::provision::{Channel, ProvisionSection, Recipient};
use crate::catalogue::{Field, Part, Role, Walk, WalkPath};
use crate::value::answer::{AnswerKind, Given, Tick, Value};

/// For each entry of a file section, whether it is an empty block.
pub(crate) struct EmptyBlocks {
    pub(crate) entrustments: Vec<bool>,
    pub(crate) provisions: Vec<bool>,
    pub(crate) transfers: Vec<bool>,
}

impl EmptyBlocks {
    pub(crate) fn of(section: &FileSection) -> Self {
        Self {
            entrustments: section.entrustments.iter().map(Entrustment::is_empty_block).collect(),
            provisions: section.provision.provisions.iter().map(Recipient::is_empty_block).collect(),
            transfers: section.provision.transfers.iter().map(Recipient::is_empty_block).collect(),
        }
    }

    /// One for each file section.
    pub(crate) fn of_sections(sections: &[FileSection]) -> Vec<Self> {
        sections.iter().map(Self::of).collect()
    }

    /// Whether the path leads into an empty block of one of the sections.
    pub(crate) fn contain(sections: &[Self], path: &WalkPath<'_>) -> bool {
        let Some(section) = path.index_of(Assessment::file_sections) else { return false };
        let is_empty = |list: &[bool], index: Option<usize>| index.and_then(|index| list.get(index)) == Some(&true);
        sections.get(section).is_some_and(|Self { entrustments, provisions, transfers }| {
            is_empty(entrustments, path.index_of(FileSection::entrustments))
                || is_empty(provisions, path.index_of(ProvisionSection::provisions))
                || is_empty(transfers, path.index_of(ProvisionSection::transfers))
        })
    }
}

impl Entrustment {
    /// Whether this is a block that the form prints and that nobody filled in (空欄の委託事項). It does not count as an entry.
    ///
    /// At least one cell is known to be blank or struck out, and no cell says anything but the printed number.
    ///
    /// ```
    /// use mynumber_pia::assessment::Entrustment;
    ///
    /// let empty: Entrustment = serde_json::from_str(r#"{"number": 1, "matter": "", "entrustee": "―"}"#)?;
    /// assert!(empty.is_empty_block());
    /// // Of this one nothing was seen.
    /// assert!(!Entrustment::default().is_empty_block());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn is_empty_block(&self) -> bool {
        self.matter.given().is_none() && is_empty(self)
    }
}

impl<M: Channel> Recipient<M> {
    /// Whether this is a block that the form prints and that nobody filled in (空欄の提供先・移転先). It does not count as an
    /// entry.
    ///
    /// At least one cell is known to be blank or struck out, and no cell says anything but the printed number.
    ///
    /// ```
    /// use mynumber_pia::assessment::Recipient;
    /// use mynumber_pia::value::choice::ProvisionMethod;
    ///
    /// let empty: Recipient<ProvisionMethod> = serde_json::from_str(r#"{"number": 1, "names": ""}"#)?;
    /// assert!(empty.is_empty_block());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn is_empty_block(&self) -> bool {
        self.names.given().is_none() && is_empty(self)
    }
}

/// The number of entries that are not empty blocks.
pub(crate) fn filled(empty: &[bool]) -> usize {
    empty.iter().filter(|is_empty| !**is_empty).count()
}

/// Whether an entry was seen and is empty: at least one cell is known to be blank or struck out, and no cell says
/// anything except the printed number.
fn is_empty(entry: &dyn Part) -> bool {
    let (mut is_seen, mut says_something) = (false, false);
    let mut visit = |field: &Field<'_>| match field.value {
        Value::Unanswered => {}
        Value::Blank | Value::Nothing(_) => is_seen = true,
        Value::NotKnown | Value::Given(_) => {
            says_something |= match field.value.given().and_then(Given::tick) {
                Some(tick) => tick != Tick::Unticked,
                None => field.role == Role::Answer || field.kind != AnswerKind::Number,
            };
        }
    };
    entry.walk(&WalkPath::ROOT, &mut Walk::of_part(&mut visit));
    is_seen && !says_something
}
