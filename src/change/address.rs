//! Which items of the form a row of the change table is about.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::quotes::{Says, says};
use super::told;
use crate::assessment::procedure::Change;
use crate::assessment::provision::ProvisionSection;
use crate::assessment::{Assessment, FileSection};
use crate::catalogue::{
    Condition, FieldPath, Handle, Item, Number, Requirement, Role, Row, Step, Walk, ends_with, entry_at, named_items,
    part_at, printed_number, rows, without_marks,
};
use crate::value::answer::{AnswerKind, Lines, Tick};
use crate::value::code_list::code_list;
use crate::value::names::{file_key, name_key, same_name};
use crate::value::width::fold;

code_list! {
    /// How much a row of the change table is about.
    pub enum AddressKind ("address kind", "変更箇所の範囲") {
        /// One item, or one part.
        One = "one", "一つの項目";
        /// Several items.
        Several = "several", "複数の項目";
        /// All items of a section.
        Section = "section", "欄の全体";
        /// It cannot be told.
        None = "none", "不明";
    }
}

/// What a row of the change table is about (変更箇所の項目).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// How much it is.
    pub kind: AddressKind,
    /// The items, in the order of the row and of the form.
    pub items: Vec<Addressed>,
}

/// An item that a row of the change table is about (変更箇所の項目).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressed {
    /// The item; of a part the one by which such parts are told apart.
    pub item: Item,
    /// Where the answer or the part is in this version of the document; `None` if it is not there or could be in several places.
    pub path: Option<FieldPath>,
}

impl Address {
    fn none() -> Self {
        Self { kind: AddressKind::None, items: Vec::new() }
    }
}

/// What the row with this index is about (変更箇所の項目), by its column 項目. A row that continues another is about the same.
///
/// The number and the label of the form tell the item, the printed number of a block and the name of a file tell which. What
/// is quoted decides between a choice and the text beside it, and between items of which only one says it now. A name that fits no item of the form gives
/// [`AddressKind::None`]; nothing is guessed.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::catalogue::Item;
/// use mynumber_pia::change::{AddressKind, address};
///
/// let assessment: Assessment = serde_json::from_str(r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "systems": [{"number": 7, "name": "国保システム"}],
///     "changes": [{"items": "Ⅰ－2．システム7－①システムの名称"}, {"items": "Ⅲ リスク対策"}, {"items": "全体"}]
/// }"#)?;
/// let name = address(&assessment, 0);
/// assert_eq!((name.kind, name.items[0].item), (AddressKind::One, Item::SystemName));
/// assert_eq!(name.items[0].path.as_ref().unwrap().to_string(), "systems[0].name");
/// assert_eq!(address(&assessment, 1).kind, AddressKind::Section);
/// assert_eq!(address(&assessment, 2).kind, AddressKind::None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn address(document: &Assessment, row: usize) -> Address {
    Addresses::new(document).of(row)
}

/// The addresses of a document's rows, with what all of them look up.
pub(super) struct Addresses<'a> {
    document: &'a Assessment,
    /// The paths of every answer that the form prints, by item.
    places: BTreeMap<Item, Vec<FieldPath>>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(document: &'a Assessment) -> Self {
        let mut places = BTreeMap::<Item, Vec<FieldPath>>::new();
        document.walk(&mut Walk::new(&mut |field| {
            if field.role == Role::Answer && field.row.is_some() {
                places.entry(field.item).or_default().push(field.path.to_owned());
            }
        }));
        Self { document, places }
    }

    pub(super) fn of(&self, row: usize) -> Address {
        let Some(change) = self.document.changes.get(row) else { return Address::none() };
        self.of_change(change, self.names_of(row))
    }

    /// A row of another document's table, of the same form.
    pub(super) fn of_change(&self, change: &Change, items: Option<&Lines>) -> Address {
        let Some(items) = items else { return Address::none() };
        let (mut all, mut kinds) = (Vec::<Addressed>::new(), Vec::new());
        for name in named_items(items) {
            let (kind, found) = self.named(&name, change);
            kinds.push(kind);
            for one in found {
                // Named once by its section and once by its own name.
                let same = all.iter_mut().find(|other| {
                    other.item == one.item && (other.path == one.path || other.path.is_none() || one.path.is_none())
                });
                match same {
                    Some(other) => other.path = other.path.take().or(one.path),
                    None => all.push(one),
                }
            }
        }
        // If one of several names is not understood, the row is not.
        let kind = match (kinds.as_slice(), all.as_slice()) {
            (kinds, _) if kinds.contains(&AddressKind::None) => return Address::none(),
            (_, []) => return Address::none(),
            ([one], _) => *one,
            (_, [_]) => AddressKind::One,
            (_, _) => AddressKind::Several,
        };
        Address { kind, items: all }
    }

    /// The column 項目 of a row, or of the row that it continues.
    fn names_of(&self, row: usize) -> Option<&'a Lines> {
        let above = self.document.changes.get(..=row)?.iter().rev();
        above.into_iter().find(|change| change.continues != Tick::Ticked)?.items.given()
    }

    fn named(&self, name: &str, change: &Change) -> (AddressKind, Vec<Addressed>) {
        let name = without_marks(name);
        let named = Named::new(name);
        let (rows, is_exact) = named.rows(self.document);
        let quote = Quote::of(change);
        let (kind, rows) = match named.labelled(&rows) {
            Some(labelled) => (AddressKind::Several, quote.choose(labelled, &rows)),
            None if !named.number.circles.is_empty() && named.annex.is_none() => {
                let is_circled = |row: &&&Row| named.number.circles.iter().any(|circle| row.number.ends_with(*circle));
                let circled: Vec<&Row> = rows.iter().filter(is_circled).copied().collect();
                if circled.is_empty() {
                    (AddressKind::Section, rows)
                } else if named.number.circles.len() > 1 {
                    (AddressKind::Several, circled)
                } else {
                    let heads = circled.iter().copied().filter(|row| depends_on(row).is_none()).collect();
                    (AddressKind::Several, quote.choose(heads, &circled))
                }
            }
            None => match named.block {
                Some(Block { number: Some(number), kind }) => {
                    let Some(first) = rows.first() else { return (AddressKind::None, Vec::new()) };
                    let path = (!quote.is_removal).then(|| self.block(kind, number, &named)).flatten();
                    return (AddressKind::One, Vec::from([Addressed { item: first.item, path }]));
                }
                // Without a label the numbers must be right, and be of one section.
                Some(_) | None if is_exact && named.has_number() && is_one_section(&rows) => match quote.circled(&rows)
                {
                    Some(circled) => (AddressKind::Several, circled),
                    None => (AddressKind::Section, rows),
                },
                Some(_) | None => return (AddressKind::None, Vec::new()),
            },
        };
        let rows = if named.number.circles.len() > 1 { rows } else { self.quoted(rows, &named, change) };
        let is_section = kind == AddressKind::Section;
        let kind = match rows.as_slice() {
            [] => AddressKind::None,
            [_] => AddressKind::One,
            [..] => kind,
        };
        let path = |row: &Row| if is_section && kind == AddressKind::Section { None } else { self.place(row, &named) };
        (kind, rows.iter().map(|row| Addressed { item: row.item, path: path(row) }).collect())
    }

    /// Of several rows the one whose answer is what the change left, if it is one only.
    fn quoted(&self, rows: Vec<&'static Row>, named: &Named<'_>, change: &Change) -> Vec<&'static Row> {
        if rows.len() < 2 || change.after.given().is_none() {
            return rows;
        }
        let is_quoted = |row: &&&Row| {
            let path = self.place(row, named);
            let told = path.and_then(|path| told::entry(entry_at(self.document, &path)?));
            says(&change.after, told.as_ref()) == Says::Same
        };
        let mut found = rows.iter().filter(is_quoted);
        match (found.next(), found.next()) {
            (Some(one), None) => Vec::from([*one]),
            (_, _) => rows,
        }
    }

    /// Where an item is, if it can be in one place only.
    fn place(&self, row: &Row, named: &Named<'_>) -> Option<FieldPath> {
        let section = self.section(named);
        let block = match named.block {
            Some(Block { kind, number: Some(number) }) => Some(self.block(kind, number, named)?),
            Some(Block { number: None, .. }) | None => None,
        };
        let is_in = |path: &FieldPath| {
            let in_section = match (index_in(path, Assessment::file_sections), section) {
                (Some(index), Some(section)) => index == section,
                (Some(_), None) | (None, _) => true,
            };
            in_section && block.as_ref().is_none_or(|block| path.steps().starts_with(block.steps()))
        };
        let mut found = self.places.get(&row.item)?.iter().filter(|path| is_in(path));
        match (found.next(), found.next()) {
            (Some(path), None) => Some(path.clone()),
            (_, _) => None,
        }
    }

    /// The file section that a name is about; of one section that one.
    fn section(&self, named: &Named<'_>) -> Option<usize> {
        let sections = &self.document.file_sections;
        if sections.len() <= 1 {
            return Some(0);
        }
        let files: Vec<Vec<String>> =
            sections.iter().map(|section| section.file_names().map(file_key).collect()).collect();
        let all: Vec<&str> = files.iter().flatten().map(String::as_str).collect();
        let (first, last) = (shared(&all, false), shared(&all, true));
        let (hint, _) = named.key.rsplit_once("ファイル")?;
        let is_named = |file: &String| {
            let chars = file.chars().count();
            let own: String = file.chars().skip(first).take(chars.saturating_sub(first + last)).collect();
            !own.is_empty() && hint.contains(&own)
        };
        let mut whole = files.iter().enumerate().filter(|(_, files)| !files.is_empty() && files.iter().all(is_named));
        match (whole.next(), whole.next()) {
            (Some((index, _)), None) => Some(index),
            (_, _) => None,
        }
    }

    /// The block with this printed number.
    fn block(&self, kind: BlockKind, number: u32, named: &Named<'_>) -> Option<FieldPath> {
        let list = match kind {
            BlockKind::System => crate::catalogue::At::root().at(Assessment::systems).path(),
            BlockKind::Entrustment => self.in_section(named, FileSection::entrustments)?,
            BlockKind::Provision => self.provision(named, ProvisionSection::provisions)?,
            BlockKind::Transfer => self.provision(named, ProvisionSection::transfers)?,
        };
        let mut found = None;
        let mut index = 0;
        loop {
            let path = list.clone().with(Step::Index(index));
            let Some(part) = part_at(self.document, path.steps()) else { break };
            if printed_number(part) == Some(number) {
                if found.is_some() {
                    return None;
                }
                found = Some(path);
            }
            index += 1;
        }
        found
    }

    fn in_section<T>(&self, named: &Named<'_>, list: Handle<FileSection, T>) -> Option<FieldPath> {
        Some(crate::catalogue::At::section(self.section(named)?).at(list).path())
    }

    fn provision<T>(&self, named: &Named<'_>, list: Handle<ProvisionSection, T>) -> Option<FieldPath> {
        let section = crate::catalogue::At::section(self.section(named)?);
        Some(section.at(FileSection::provision).at(list).path())
    }
}

/// The index in a list that a path leads through.
fn index_in<S, T>(path: &FieldPath, list: Handle<S, T>) -> Option<usize> {
    let mut steps = path.steps().windows(2).filter_map(|steps| match steps {
        [Step::Field(name), Step::Index(index)] if *name == list.name() => Some(*index),
        _ => None,
    });
    steps.next()
}

/// How many characters all names have in common, at their beginning or at their end.
fn shared(names: &[&str], at_end: bool) -> usize {
    let char_at = |name: &str, index: usize| {
        if at_end { name.chars().rev().nth(index) } else { name.chars().nth(index) }
    };
    let Some((first, others)) = names.split_first() else { return 0 };
    let is_shared = |index: &usize| {
        let c = char_at(first, *index);
        c.is_some() && others.iter().all(|name| char_at(name, *index) == c)
    };
    (0..first.chars().count()).take_while(is_shared).count()
}

/// A block of the form that has a printed number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BlockKind {
    System,
    Entrustment,
    Provision,
    Transfer,
}

#[derive(Clone, Copy)]
struct Block {
    kind: BlockKind,
    number: Option<u32>,
}

const BLOCKS: [(&str, BlockKind); 4] = [
    ("委託事項", BlockKind::Entrustment),
    ("提供先", BlockKind::Provision),
    ("移転先", BlockKind::Transfer),
    ("システム", BlockKind::System),
];

/// The name of an item, read.
struct Named<'n> {
    name: &'n str,
    /// In half width and without blanks.
    key: String,
    number: Number<'n>,
    block: Option<Block>,
    risk: Option<u32>,
    annex: Option<u32>,
}

/// The number after a word, if one follows.
fn number_after(key: &str, word: &str) -> Option<u32> {
    let found = key.match_indices(word).filter_map(|(at, word)| {
        let rest = key.get(at + word.len()..)?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    found.last()
}

impl<'n> Named<'n> {
    fn new(name: &'n str) -> Self {
        let key = name_key(name);
        let numbered = || {
            BLOCKS.iter().find_map(|(word, kind)| {
                number_after(&key, word).map(|number| Block { kind: *kind, number: Some(number) })
            })
        };
        // A block without a number is named last; a system never is.
        let whole = || {
            let kind = BLOCKS.iter().filter(|(_, kind)| *kind != BlockKind::System);
            kind.into_iter().find(|(word, _)| key.ends_with(word)).map(|(_, kind)| Block { kind: *kind, number: None })
        };
        let annex = number_after(&key, "別添");
        let block = if annex.is_none() { numbered().or_else(whole) } else { None };
        Self { name, number: Number::of(name), block, risk: number_after(&key, "リスク"), annex, key }
    }

    /// Whether it names a place by a number.
    const fn has_number(&self) -> bool {
        self.number.part.is_some() || self.number.last_section.is_some() || self.block.is_some() || self.annex.is_some()
    }

    /// The rows that its numbers leave, and whether all numbers fit. A number that no row has may be a slip.
    fn rows(&self, document: &Assessment) -> (Vec<&'static Row>, bool) {
        let all = |circled: bool, section: bool| -> Vec<&'static Row> {
            let fits = |row: &&Row| self.fits(row.number, circled, section);
            rows(document.kind(), document.form.edition()).filter(fits).collect()
        };
        let tries = [(true, true), (false, true), (true, false), (false, false)];
        let found = tries.into_iter().map(|(circled, section)| (all(circled, section), circled && section));
        found.into_iter().find(|(rows, _)| !rows.is_empty()).unwrap_or_default()
    }

    fn fits(&self, number: &str, circled: bool, section: bool) -> bool {
        // A part that no form has.
        if self.number.part.is_none() && self.key.starts_with(|c| ('Ⅰ'..='Ⅻ').contains(&c)) {
            return false;
        }
        let mut steps = number.split('.');
        let (part, own) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
        if let Some(annex) = self.annex {
            return part.strip_prefix("別添").is_some_and(|own| own.parse() == Ok(annex));
        }
        if part.starts_with("別添") || part == "表紙" {
            return !self.has_number();
        }
        let word =
            self.block.and_then(|block| BLOCKS.iter().find(|(_, kind)| *kind == block.kind)).map(|(word, _)| word);
        let named = &self.number.circles;
        self.number.part.is_none_or(|named| named == part)
            && (!section || self.number.last_section.is_none_or(|named| own.parse() == Ok(named)))
            && word.is_none_or(|word| number.contains(word))
            && self.risk.is_none_or(|risk| {
                let own = number.split('.').find_map(|step| step.strip_prefix("リスク"));
                own.is_none_or(|own| own.parse() == Ok(risk))
            })
            && (!circled || named.is_empty() || named.iter().any(|circle| number.ends_with(*circle)))
    }

    /// The rows of which the name says the label: at its end, in brackets, or else anywhere.
    fn labelled(&self, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
        // A block is not the item that is called like it.
        let items: Vec<&Row> =
            rows.iter().copied().filter(|row| !BLOCKS.iter().any(|(word, _)| *word == row.label)).collect();
        let is_long = |label: &str| label.chars().count() >= SHORTEST;
        let longest = |is: &dyn Fn(&str) -> bool| -> Option<Vec<&'static Row>> {
            let length = items.iter().filter(|row| is(row.label)).map(|row| row.label.chars().count()).max()?;
            let found = items.iter().filter(|row| is(row.label) && row.label.chars().count() == length);
            Some(found.copied().collect())
        };
        let by_item = || -> Option<Vec<&'static Row>> {
            let said = |row: &&Row| self.key.ends_with(&name_key(row.item.label()));
            let length = |row: &&'static Row| row.item.label().chars().count();
            let best = items.iter().copied().filter(said).max_by_key(length)?;
            (length(&best) >= SHORTEST).then(|| Vec::from([best]))
        };
        let ends = longest(&|label| ends_with(self.name, label))
            .or_else(by_item)
            .or_else(|| longest(&|label| self.says(&alloc::format!("({label})"))))
            .or_else(|| longest(&|label| is_long(label) && self.key.ends_with(&name_key(label))));
        if let Some(found) = ends {
            return Some(self.told(found, rows));
        }
        if !self.has_number() {
            return None;
        }
        let inside = longest(&|label| is_long(label) && self.says(label));
        inside.map(|found| self.below(self.told(found, rows), rows)).or_else(|| self.begun(&items))
    }

    /// Of rows with one label those that other words of the name tell: 「リスクへの対策は十分か」 is in every risk.
    fn told(&self, found: Vec<&'static Row>, rows: &[&'static Row]) -> Vec<&'static Row> {
        let says_head = |row: &&Row| {
            let head = rows.iter().find(|head| depends_on(row) == Some(head.item));
            head.is_some_and(|head| self.says(head.label))
        };
        let says_words = |row: &&Row| row.item.label().split(' ').all(|word| self.says(word));
        for is_told in [&says_words as &dyn Fn(&&Row) -> bool, &says_head] {
            let told: Vec<&Row> = found.iter().copied().filter(is_told).collect();
            if !told.is_empty() {
                return told;
            }
        }
        found
    }

    /// What goes on after the label of a choice names one of the texts below it, in words that need not be those of the form.
    fn below(&self, found: Vec<&'static Row>, rows: &[&'static Row]) -> Vec<&'static Row> {
        let [head] = found.as_slice() else { return found };
        let Some((_, rest)) = self.key.rsplit_once(&name_key(head.label)) else { return found };
        let below = rows
            .iter()
            .copied()
            .filter(|row| row.item != head.item && (depends_on(row) == Some(head.item) || row.number == head.number));
        let below: Vec<&Row> = below.collect();
        let own: Vec<&Row> = below.iter().copied().filter(|row| depends_on(row) == Some(head.item)).collect();
        let below = if own.is_empty() { below } else { own };
        let begun = below
            .into_iter()
            .map(|row| (common(rest, &name_key(row.label)), row))
            .filter(|(length, _)| *length >= BEGUN);
        let begun: Vec<(usize, &Row)> = begun.collect();
        let most = begun.iter().map(|(length, _)| *length).max();
        let best: Vec<&Row> =
            begun.into_iter().filter(|(length, _)| Some(*length) == most).map(|(_, row)| row).collect();
        if best.is_empty() { found } else { best }
    }

    /// The only row with whose label the name begins after its numbers: 「Ⅲ-７過去３年以内の重大事故の発生」.
    fn begun(&self, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
        let rest = self.key.trim_start_matches(|c: char| !c.is_alphabetic() || matches!(c, 'A'..='Z' | 'Ⅰ'..='Ⅻ'));
        let begun = rows.iter().map(|row| (common(rest, &name_key(row.label)), *row));
        let begun: Vec<(usize, &Row)> = begun.filter(|(length, _)| *length > BEGUN).collect();
        let most = begun.iter().map(|(length, _)| *length).max()?;
        let best: Vec<&Row> = begun.into_iter().filter(|(length, _)| *length == most).map(|(_, row)| row).collect();
        // A heading begins many labels.
        (best.len() == 1 && rest.chars().count() > most).then_some(best)
    }

    fn says(&self, label: &str) -> bool {
        self.key.contains(&name_key(label))
    }
}

/// How many characters two texts have in common at their beginning.
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// How many characters of a label must be there where the rest is in other words.
const BEGUN: usize = 4;

/// The fewest characters of a label that is looked for inside a name.
const SHORTEST: usize = 3;

/// The item on which a row depends.
const fn depends_on(row: &Row) -> Option<Item> {
    match row.requirement {
        Requirement::When(Condition { item, .. }) => Some(item),
        Requirement::Required
        | Requirement::Voluntary
        | Requirement::VoluntaryUnless(_)
        | Requirement::AdministrativeOrgans
        | Requirement::LocalGovernments => None,
    }
}

/// Whether rows are of one part, and if the part is not all of it, of one section.
fn is_one_section(rows: &[&'static Row]) -> bool {
    let part = |row: &&'static Row| row.number.split('.').next();
    let Some(first) = rows.first().map(part) else { return false };
    rows.iter().all(|row| part(row) == first)
}

/// What a row quotes, as far as it tells a choice from a text.
struct Quote {
    is_text: bool,
    /// The circled number with which every quotation begins.
    circle: Option<char>,
    /// The row says that a block was deleted.
    is_removal: bool,
}

/// The most bytes of a quotation that may be a choice: forty characters of Japanese.
const LONGEST_CHOICE: usize = 120;

impl Quote {
    fn of(change: &Change) -> Self {
        let quotes = || [&change.before, &change.after].into_iter().filter_map(|cell| cell.given());
        let is_long = |lines: &Lines| {
            let mut all = lines.iter();
            let first = all.next();
            let has_heading = first.is_some_and(|line| line.under.is_some());
            has_heading || all.next().is_some() || lines.texts().any(|text| text.as_str().len() > LONGEST_CHOICE)
        };
        let is_removal = change.after.given().is_some_and(|lines| {
            let mut texts = lines.texts();
            texts.next().is_some_and(|text| same_name(text.as_str(), "削除")) && texts.next().is_none()
        });
        let mut circles = quotes().filter_map(|lines| lines.texts().next()?.as_str().trim_start().chars().next());
        let first = circles.next().filter(|c| ('①'..='⑳').contains(c));
        let circle = first.filter(|first| circles.all(|c| c == *first));
        Self { is_text: quotes().any(is_long), circle, is_removal }
    }

    /// Of the rows of a section those whose number the quotations bear.
    fn circled(&self, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
        let circle = self.circle?;
        let found: Vec<&Row> = rows.iter().copied().filter(|row| row.number.ends_with(circle)).collect();
        (!found.is_empty()).then_some(found)
    }

    /// Of the rows that a name labels and those that belong to them, the ones that can say what is quoted.
    fn choose(&self, labelled: Vec<&'static Row>, rows: &[&'static Row]) -> Vec<&'static Row> {
        let can_be_text = |row: &&Row| matches!(row.answer, AnswerKind::Text);
        // The labels of many boxes are as long as a text.
        let is_choice = |row: &&Row| matches!(row.answer, AnswerKind::Choice | AnswerKind::CheckBox);
        if !self.is_text || !labelled.iter().all(is_choice) {
            return labelled;
        }
        let belongs =
            |row: &&Row| labelled.iter().any(|head| depends_on(row) == Some(head.item) || is_beside(head, row));
        let texts: Vec<&Row> = rows.iter().copied().filter(|row| can_be_text(row) && belongs(row)).collect();
        if texts.is_empty() { labelled } else { texts }
    }
}

/// Whether two rows have the same circled number.
fn is_beside(head: &Row, row: &Row) -> bool {
    head.number == row.number && head.number.chars().next_back().is_some_and(|c| ('①'..='⑳').contains(&fold(c)))
}

/// What an address prints (変更箇所の項目): 「委託先名、再委託の有無」.
impl core::fmt::Display for Address {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let labels: Vec<String> = self.items.iter().map(|one| one.item.label().to_string()).collect();
        write!(f, "{}: {}", self.kind.label(), labels.join("、"))
    }
}
