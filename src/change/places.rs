//! Where the items and the blocks are that a row of the change table can name.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::name::{NUMBERED, block_names};
use super::named::{BLOCKS, BlockKind, Named};
use super::section::Sections;
use crate::assessment::provision::ProvisionSection;
use crate::assessment::{Assessment, FileSection};
use crate::catalogue::{FieldPath, Item, PathStep, Role, Row};
use crate::value::kind::Form;

/// The answers and the blocks of a document.
pub(super) struct Places {
    /// The answers that the form prints.
    answers: IndexMap<Place, Found>,
    /// The blocks by their list and number.
    blocks: IndexMap<(FieldPath, u32), Found>,
    /// How many blocks each list has.
    lengths: IndexMap<FieldPath, usize>,
    /// The sections of the files and of the risks, and the groups of record items.
    sections: [Sections; 3],
}

/// Where an item is looked for: in an entry of one of these lists, in any entry, in none, or in a block.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Place {
    Section(Item, &'static str, usize),
    AnySection(Item, &'static str),
    Elsewhere(Item),
    Block(Item, FieldPath),
}

/// The paths that fit. Only the first few are kept, and one more, which shows that there are too many.
#[derive(Default)]
struct Found(Vec<FieldPath>);

/// The most paths that are compared: a row that names no block can quote one of so many answers.
pub(super) const MOST: usize = 64;

impl Found {
    fn add(&mut self, path: &FieldPath) {
        if self.0.len() <= MOST {
            self.0.push(path.clone());
        }
    }
}

/// A name of the column 項目, without what only distinguishes a section or a block.
pub(super) struct NameText {
    text: String,
    section: Option<Section>,
    is_by_place: bool,
}

impl NameText {
    pub(super) fn name(&self) -> Name<'_> {
        Name { named: Named::of(&self.text), section: self.section, is_by_place: self.is_by_place }
    }
}

/// A name of the column 項目, with the section that it is in if it says so.
pub(super) struct Name<'n> {
    pub(super) named: Named<'n>,
    section: Option<Section>,
    /// Whether the number of the block is its place in the list, and not its printed number.
    is_by_place: bool,
}

/// The name with the place of a block as its number: 「移転先（2番目）-①」 as 「移転先2-①」.
fn by_place(name: &str) -> Option<String> {
    BLOCKS.iter().find_map(|(word, ..)| {
        name.match_indices(word).find_map(|(at, _)| {
            let (before, rest) = name.split_at_checked(at + word.len())?;
            let (place, after) = rest.strip_prefix('（')?.split_once("番目）")?;
            let place: u32 = place.parse().ok()?;
            Some(format!("{before}{place}{after}"))
        })
    })
}

/// An entry of a list that a name names.
#[derive(Clone, Copy)]
pub(super) struct Section {
    list: &'static str,
    index: usize,
}

fn section_of(sections: &Sections, name: &Name<'_>) -> Option<usize> {
    let own = name.section.filter(|section| section.list == sections.list);
    own.map(|section| section.index).or_else(|| sections.named(&name.named))
}

/// A whole entry of a list that a name names.
pub(super) struct Whole<'p> {
    pub(super) sections: &'p Sections,
    pub(super) index: Option<usize>,
}

impl Whole<'_> {
    pub(super) fn list(&self) -> FieldPath {
        FieldPath::default().with(PathStep::Field(self.sections.list))
    }

    pub(super) fn path(&self) -> Option<FieldPath> {
        Some(self.list().with(PathStep::Index(self.index?)))
    }

    /// The entry of the same list that has these names.
    pub(super) fn sibling(&self, names: &[&str]) -> Option<FieldPath> {
        let index = if self.sections.len() == 1 { 0 } else { self.sections.labeled(&names.join("、"))? };
        Some(self.list().with(PathStep::Index(index)))
    }
}

impl Places {
    pub(super) fn new(document: &Assessment) -> Self {
        let mut places = Self {
            answers: IndexMap::new(),
            blocks: IndexMap::new(),
            lengths: IndexMap::new(),
            sections: Sections::of(document),
        };
        document.walk(|field| {
            if field.role == Role::Answer && field.row.is_some() {
                places.add(field.item, &field.path.to_owned());
            }
        });
        let root = FieldPath::root();
        let mut lists = Vec::from([root.at(Assessment::systems).untyped()]);
        for section in (0..document.file_sections.len()).map(FieldPath::section) {
            lists.push(section.at(FileSection::entrustments).untyped());
            lists.push(section.at(FileSection::provision).at(ProvisionSection::provisions).untyped());
            lists.push(section.at(FileSection::provision).at(ProvisionSection::transfers).untyped());
        }
        for list in lists {
            let names = block_names(document, &list);
            places.lengths.insert(list.clone(), names.len());
            for (index, name) in names.into_iter().enumerate() {
                if let Some(name) = name {
                    let block = list.clone().with(PathStep::Index(index));
                    places.blocks.entry((list.clone(), name)).or_default().add(&block);
                }
            }
        }
        places
    }

    fn add(&mut self, item: Item, path: &FieldPath) {
        let steps = path.steps();
        let block = steps.windows(2).position(|pair| match pair {
            [PathStep::Field(list), PathStep::Index(_)] => NUMBERED.contains(list),
            [..] => false,
        });
        if let Some(at) = block {
            self.answers.entry(Place::Block(item, path.first(at + 2))).or_default().add(path);
        }
        let place = match steps {
            [PathStep::Field(list), PathStep::Index(index), ..]
                if self.sections.iter().any(|sections| sections.list == *list) =>
            {
                self.answers.entry(Place::AnySection(item, list)).or_default().add(path);
                Place::Section(item, list, *index)
            }
            [..] => Place::Elsewhere(item),
        };
        self.answers.entry(place).or_default().add(path);
    }

    fn of(&self, place: &Place) -> &[FieldPath] {
        self.answers.get(place).map_or(&[], |found| found.0.as_slice())
    }

    /// The answers to an item that fit a name; `None` if there are too many.
    pub(super) fn answers(&self, row: &Row, name: &Name<'_>, block: Option<FieldPath>) -> Option<Vec<&FieldPath>> {
        if let Some(block) = block {
            return Some(self.of(&Place::Block(row.item, block)).iter().collect());
        }
        let mut found: Vec<&FieldPath> = self.of(&Place::Elsewhere(row.item)).iter().collect();
        for sections in &self.sections {
            if let Some(index) = section_of(sections, name) {
                found.extend(self.of(&Place::Section(row.item, sections.list, index)));
                continue;
            }
            found.extend(self.of(&Place::AnySection(row.item, sections.list)));
            if found.len() > MOST {
                return None;
            }
        }
        Some(found)
    }

    /// Reads a name of the column 項目.
    pub(super) fn text(&self, form: Form, name: &str) -> NameText {
        let cut = self.sections.iter().find_map(|sections| {
            let (index, rest) = sections.cut(form, name)?;
            Some((Section { list: sections.list, index }, rest))
        });
        let (section, text) = cut.map_or_else(|| (None, name.into()), |(section, rest)| (Some(section), rest));
        match by_place(&text) {
            Some(text) => NameText { text, section, is_by_place: true },
            None => NameText { text, section, is_by_place: false },
        }
    }

    /// The whole entry of a list that a name names: its list, and its index if the document has it.
    pub(super) fn whole(&self, form: Form, name: &str) -> Option<Whole<'_>> {
        self.sections.iter().find_map(|sections| {
            let label = sections.label_of_whole(form, name)?;
            let index = if label.is_empty() { (sections.len() == 1).then_some(0) } else { sections.labeled(&label) };
            Some(Whole { sections, index })
        })
    }

    /// The block with this number.
    pub(super) fn block(&self, kind: BlockKind, number: u32, name: &Name<'_>) -> Option<FieldPath> {
        let list = self.blocks_of(kind, name)?;
        if name.is_by_place {
            let index = usize::try_from(number).ok()?.checked_sub(1)?;
            return self
                .lengths
                .get(&list)
                .is_some_and(|length| index < *length)
                .then(|| list.with(PathStep::Index(index)));
        }
        match self.blocks.get(&(list, number))?.0.as_slice() {
            [only] => Some(only.clone()),
            [..] => None,
        }
    }

    /// The list of these blocks.
    pub(super) fn blocks_of(&self, kind: BlockKind, name: &Name<'_>) -> Option<FieldPath> {
        let [files, ..] = &self.sections;
        let section = || Some(FieldPath::section(section_of(files, name)?));
        Some(match kind {
            BlockKind::System => FieldPath::root().at(Assessment::systems).untyped(),
            BlockKind::Entrustment => section()?.at(FileSection::entrustments).untyped(),
            BlockKind::Provision => section()?.at(FileSection::provision).at(ProvisionSection::provisions).untyped(),
            BlockKind::Transfer => section()?.at(FileSection::provision).at(ProvisionSection::transfers).untyped(),
        })
    }
}
