//! What identifies a part among those of its list. The number that the document prints never does.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use crate::assessment::procedure::Change;
use crate::assessment::{
    Assessment, Entrustment, FileName, FileSection, InformationSystem, Party, ProvisionSection, Recipient,
    RecordItemGroup, Risk,
};
use crate::catalogue::{Child, Part, is_printed_number};
use crate::value::answer::{Entry, Given, Value};
use crate::value::choice::{ProvisionMethod, TransferMethod};
use crate::value::names::{body_key, file_key, name_key};

/// What identifies a part among those of its list.
#[derive(Clone, Copy)]
pub(super) struct Identity {
    list: &'static str,
    /// The fields of the name. All of them must be the same.
    name: &'static [&'static str],
    /// Fields that can hold several names. One shared name is enough.
    names: &'static [&'static str],
    /// The field of the statutory bases, which distinguish parts of the same name.
    bases: Option<&'static str>,
    key: fn(&str) -> String,
}

/// What identifies a part in each list of a document.
static IDENTITIES: [Identity; 11] = {
    const fn named(list: &'static str, name: &'static [&'static str], key: fn(&str) -> String) -> Identity {
        Identity { list, name, names: name, bases: None, key }
    }
    [
        Identity {
            names: &[InformationSystem::name.name(), InformationSystem::aliases.name()],
            ..named(Assessment::systems.name(), &[InformationSystem::name.name()], name_key)
        },
        named(Assessment::files.name(), &[FileName::name.name()], file_key),
        named(Assessment::file_sections.name(), &[FileSection::names.name()], file_key),
        named(Assessment::risks.name(), &[Risk::names.name()], file_key),
        Identity { names: &[], ..named(Assessment::record_items.name(), &[RecordItemGroup::heading.name()], name_key) },
        Identity { names: &[], ..named(FileSection::entrustments.name(), &[Entrustment::matter.name()], name_key) },
        Identity {
            bases: Some(Recipient::<ProvisionMethod>::bases.name()),
            ..named(ProvisionSection::provisions.name(), &[Recipient::<ProvisionMethod>::names.name()], body_key)
        },
        Identity {
            bases: Some(Recipient::<TransferMethod>::bases.name()),
            ..named(ProvisionSection::transfers.name(), &[Recipient::<TransferMethod>::names.name()], body_key)
        },
        Identity {
            names: &[],
            ..named(Assessment::changes.name(), &[Change::date.name(), Change::items.name()], name_key)
        },
        named(Entrustment::chain.name(), &[Party::name.name()], body_key),
        named(Party::re_entrustees.name(), &[Party::name.name()], body_key),
    ]
};

impl Identity {
    /// The identity for the list with this name.
    pub(super) fn of(list: &str) -> Option<&'static Self> {
        IDENTITIES.iter().find(|identity| identity.list == list)
    }

    /// The key of the name; `None` if the part has none.
    pub(super) fn name(&self, part: &dyn Part) -> Option<String> {
        let mut name = String::new();
        for field in self.name {
            each_text(part, field, &mut |text| {
                name.push_str(&(self.key)(text));
                name.push('\n');
            });
            name.push('\u{1F}');
        }
        (name.len() > self.name.len()).then_some(name)
    }

    /// The keys of the names that two parts may share.
    pub(super) fn names(&self, part: &dyn Part) -> Vec<String> {
        self.names.iter().flat_map(|field| texts(part, field)).map(|text| (self.key)(&text)).collect()
    }

    /// Whether a part is split or joined if its names are: a section is about the files that it names.
    pub(super) fn can_be_parted(&self) -> bool {
        self.list == Assessment::file_sections.name() || self.list == Assessment::risks.name()
    }

    /// The statutory bases; `None` if such parts have none.
    pub(super) fn bases<'p>(&self, part: &'p dyn Part) -> Option<&'p dyn Entry> {
        self.bases.and_then(|field| entry(part, field))
    }

    /// Whether such parts have statutory bases.
    pub(super) const fn has_bases(&self) -> bool {
        self.bases.is_some()
    }

    /// Whether the field belongs to the name.
    fn is_name(&self, field: &str) -> bool {
        self.name.contains(&field) || self.names.contains(&field)
    }
}

fn entry<'p>(part: &'p dyn Part, field: &str) -> Option<&'p dyn Entry> {
    part.child(part.rows().iter().position(|row| row.name == field)?)?.answer()
}

fn texts(part: &dyn Part, field: &str) -> Vec<String> {
    let mut texts = Vec::new();
    each_text(part, field, &mut |text| texts.push(text.to_string()));
    texts
}

fn each_text(part: &dyn Part, field: &str, tell: &mut dyn FnMut(&str)) {
    let Some(given) = entry(part, field).and_then(|entry| entry.value().given()) else { return };
    match given {
        Given::Lines(lines) => lines.texts().for_each(|text| tell(text.as_str())),
        Given::Text(text) => tell(text.as_str()),
        Given::Number(_) | Given::Range(_) | Given::Date(_) | Given::Timings(_) => {
            tell(&Value::Given(given).to_string());
        }
        Given::Chosen { .. } | Given::Box(_) | Given::Boxes(_) => {}
    }
}

/// How much of two parts is compared.
#[derive(Clone, Copy)]
pub(super) enum Scope<'i> {
    Everything,
    ButNumber,
    /// Everything but the printed number and the name.
    ButName(&'i Identity),
    /// Everything but the printed number and the statutory bases.
    ButBases(&'i Identity),
}

impl Scope<'_> {
    fn leaves_out(self, field: &'static str, is_number: bool) -> bool {
        match self {
            Self::Everything => false,
            Self::ButNumber => is_number,
            Self::ButName(identity) => is_number || identity.is_name(field),
            Self::ButBases(identity) => is_number || identity.bases == Some(field),
        }
    }
}

/// Whether two parts of one type are the same within this scope.
pub(super) fn is_same(a: &dyn Part, b: &dyn Part, scope: Scope<'_>) -> bool {
    if matches!(scope, Scope::Everything) {
        return Child::Part(a).is_same(Child::Part(b));
    }
    a.rows().iter().enumerate().all(|(index, row)| {
        scope.leaves_out(row.name, is_printed_number(row))
            || a.child(index).zip(b.child(index)).is_some_and(|(a, b)| a.is_same(b))
    })
}

/// A hash of the printed answers of a part. It works like FNV-1a, but takes eight bytes at a time, and rotates because
/// a product only carries upwards.
struct Hash(u64);

impl Hash {
    fn add(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(29) ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Write for Hash {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        let mut rest = text.as_bytes();
        while let Some((word, after)) = rest.split_first_chunk() {
            self.add(u64::from_le_bytes(*word));
            rest = after;
        }
        if !rest.is_empty() {
            self.add(rest.iter().fold(1, |number, byte| (number << 8) | u64::from(*byte)));
        }
        Ok(())
    }
}

/// A hash of what the part says.
pub(super) fn hash(part: &dyn Part, scope: Scope<'_>) -> u64 {
    let mut hash = Hash(0);
    feed(part, scope, &mut hash);
    hash.0
}

fn feed(part: &dyn Part, scope: Scope<'_>, hash: &mut Hash) {
    for (index, row) in part.rows().iter().enumerate() {
        if scope.leaves_out(row.name, is_printed_number(row)) {
            continue;
        }
        // Writing to a hash cannot fail.
        match part.child(index) {
            Some(Child::Answer(entry)) if !entry.is_vacant() => {
                hash.add(index as u64);
                let _ = write!(hash, "{}", entry.value());
            }
            Some(Child::Part(part)) => {
                hash.add(index as u64);
                feed(part, Scope::Everything, hash);
            }
            Some(Child::List(list)) => {
                hash.add(index as u64);
                hash.add(list.len() as u64);
                for part in (0..list.len()).filter_map(|index| list.get(index)) {
                    feed(part, Scope::Everything, hash);
                }
            }
            Some(Child::Answer(_)) | None => {}
        }
    }
}

/// How much of what two parts answer, besides their names, is the same.
#[derive(Clone, Copy, Default)]
pub(super) struct Agreement {
    /// How many answers in words, and how many lists, are the same, and how many differ.
    texts: (usize, usize),
    /// The same for choices, boxes, counts and dates, which many parts share by chance.
    choices: (usize, usize),
}

impl Agreement {
    /// Whether a clear majority of the answers in words is the same: two for each that differs.
    pub(super) const fn is_clear(self) -> bool {
        self.texts.0 > 0 && self.texts.0 >= 2 * self.texts.1
    }

    /// Whether no answer differs, and none but choices could.
    pub(super) const fn is_open(self) -> bool {
        self.texts.0 == 0 && self.texts.1 == 0 && self.choices.1 == 0
    }

    /// Whether some answer in words is the same.
    pub(super) const fn has_words(self) -> bool {
        self.texts.0 > 0
    }

    /// Whether two parts of one name can be one: at most one answer in words more differs than is the same.
    pub(super) const fn allows_equal_names(self) -> bool {
        self.texts.1 <= self.texts.0 + 1
    }
}

/// How much two parts agree on besides the name and the printed number.
pub(super) fn agreement(a: &dyn Part, b: &dyn Part, identity: &Identity) -> Agreement {
    let mut agreement = Agreement::default();
    count(a, b, Scope::ButName(identity), &mut agreement);
    agreement
}

fn count(a: &dyn Part, b: &dyn Part, scope: Scope<'_>, agreement: &mut Agreement) {
    let add = |(same, other): &mut (usize, usize), is_same: bool| *(if is_same { same } else { other }) += 1;
    for (index, row) in a.rows().iter().enumerate() {
        if scope.leaves_out(row.name, is_printed_number(row)) {
            continue;
        }
        match (a.child(index), b.child(index)) {
            (Some(Child::Answer(a)), Some(Child::Answer(b))) => {
                if a.value().is_given() || b.value().is_given() {
                    let is_text = is_text(a.value()) || is_text(b.value());
                    let counts = if is_text { &mut agreement.texts } else { &mut agreement.choices };
                    add(counts, a.is_same(b));
                }
            }
            (Some(Child::Part(a)), Some(Child::Part(b))) => count(a, b, Scope::ButNumber, agreement),
            (Some(Child::List(a)), Some(Child::List(b))) => {
                if a.len() + b.len() > 0 {
                    add(&mut agreement.texts, Child::List(a).is_same(Child::List(b)));
                }
            }
            (_, _) => {}
        }
    }
}

const fn is_text(value: Value<'_>) -> bool {
    matches!(value, Value::Given(Given::Text(_) | Given::Lines(_) | Given::Timings(_)))
}
