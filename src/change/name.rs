//! How a row of the change table names what it is about: by the numbers and labels of the form, and sections and groups, which have
//! no printed number, by their files and headings.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::{IndexMap, IndexSet};

use super::difference::Difference;
use super::edit::{Edit, EditKind};
use crate::assessment::{Assessment, FileSection, ProvisionSection};
use crate::catalogue::named::{BLOCKS, Named, longest};
use crate::catalogue::{
    Child, FieldPath, Heading, Item, Level, PathStep, Row, at, heading, headings, part_of, place, printed_number, row,
    rows,
};
use crate::value::answer::{Answer, Lines};
use crate::value::kind::{AssessmentKind, Form};
use crate::value::names::{file_key, name_key};
use crate::value::number::is_circled;

/// The names of the sections, groups and blocks in both versions.
pub(super) struct Names {
    old: [Sections; 3],
    new: [Sections; 3],
    /// What distinguishes the blocks of a list, in the old or in the new version.
    blocks: IndexMap<(bool, FieldPath), Vec<String>>,
}

impl Names {
    pub(super) fn of(difference: &Difference<'_>) -> Self {
        Self { old: Sections::of(difference.old), new: Sections::of(difference.new), blocks: IndexMap::new() }
    }

    /// The list and the index of the section that an edit is in or about: in the new version, if that has it.
    fn section(&self, edit: &Edit<'_>) -> Option<(&Sections, usize)> {
        let (old, new) =
            (edit.old.as_ref().or(edit.other_list.as_ref()), edit.new.as_ref().or(edit.other_list.as_ref()));
        let new = new.filter(|_| edit.what != EditKind::Joined).and_then(|path| section_on(&self.new, path));
        new.or_else(|| section_on(&self.old, old?))
    }

    /// What distinguishes the block on a path in its list.
    fn block(&mut self, difference: &Difference<'_>, is_old: bool, path: &FieldPath) -> Option<String> {
        let steps = path.steps().iter().enumerate().zip(path.steps().iter().skip(1));
        let mut blocks = steps.filter_map(|((at, list), entry)| match (list, entry) {
            (PathStep::Field(name), PathStep::Index(index)) if NUMBERED.contains(name) => Some((at + 1, *index)),
            (PathStep::Field(_) | PathStep::Index(_), PathStep::Field(_) | PathStep::Index(_)) => None,
        });
        let (end, index) = blocks.next()?;
        let document = if is_old { difference.old } else { difference.new };
        let labels = self.blocks.entry((is_old, path.first(end)));
        labels.or_insert_with_key(|(_, list)| block_labels(&block_names(document, list))).get(index).cloned()
    }

    /// What the name of an edit says of the section that it is in or about.
    fn label(&self, edit: &Edit<'_>) -> String {
        match self.section(edit) {
            // The only group is named too.
            Some((sections, 0)) if sections.item == Item::RecordItems && sections.len() == 1 => sections.name(0).into(),
            Some((sections, index)) => sections.label(index),
            None => String::new(),
        }
    }
}

fn section_on<'s>(sections: &'s [Sections; 3], path: &FieldPath) -> Option<(&'s Sections, usize)> {
    let [PathStep::Field(list), PathStep::Index(index), ..] = path.steps() else { return None };
    sections.iter().find(|sections| sections.list == *list).map(|sections| (sections, *index))
}

/// The name of an edit for the column 項目: 「Ⅱ（国保ファイル）４．特定個人情報ファイルの取扱いの委託　委託事項3-⑥委託先名」; `None` if
/// neither form prints the item.
pub(super) fn name(difference: &Difference<'_>, edit: &Edit<'_>, names: &mut Names) -> Option<String> {
    let row = edit.printed(difference)?;
    let path = edit.new.as_ref().or(edit.old.as_ref())?;
    let (form, label) = (form_of(difference, row), names.label(edit));
    if let (Some((sections, _)), [PathStep::Field(_), PathStep::Index(_)]) = (names.section(edit), path.steps()) {
        return sections.whole(form.form, &label);
    }
    // A changed number is named by its part.
    let is_part = edit.what == EditKind::Renumbered || matches!(path.steps().last(), Some(PathStep::Index(_)));
    let block = names.block(difference, edit.new.is_none(), path);
    Some(name_of(form, row, is_part, &label, block.as_deref()))
}

/// The name of the list of a block: 「Ⅱ　５．特定個人情報の提供・移転（委託に伴うものを除く。）　提供先」.
pub(super) fn name_of_list(difference: &Difference<'_>, edit: &Edit<'_>, names: &mut Names) -> Option<String> {
    let name = name(difference, edit, names)?;
    Some(name.trim_end_matches(|c: char| c.is_ascii_digit()).to_string())
}

/// The name of the cell that a list of names is printed in: 「Ⅰ　３．特定個人情報ファイル名」.
pub(super) fn name_of_cell(difference: &Difference<'_>, edit: &Edit<'_>) -> Option<String> {
    let row = edit.printed(difference)?;
    Some(name_of(form_of(difference, row), row, false, "", None))
}

/// The version whose form has this row.
fn form_of<'a>(difference: &Difference<'a>, row: &Row) -> &'a Assessment {
    let (kind, edition) = (difference.new.kind(), difference.new.form.edition());
    if rows(kind, edition).any(|other| core::ptr::eq(other, row)) { difference.new } else { difference.old }
}

/// `form` is the version whose form has this row, `label` names the section, and `block` distinguishes the block.
fn name_of(form: &Assessment, row: &Row, is_part: bool, label: &str, block: Option<&str>) -> String {
    let mut name = place_of(form, row, is_part, label, block);
    let is_block = row.number.ends_with(row.label);
    let is_annex = !row.number.starts_with(|c| ('Ⅰ'..='Ⅻ').contains(&c));
    if is_annex || is_part || is_block {
        return name;
    }
    let printed = printed_label(form, row);
    if !name.ends_with(&printed) {
        // The number ① belongs to the label.
        if !name.ends_with(is_circled) {
            name.push('　');
        }
        name.push_str(&printed);
    }
    name
}

/// The headings and numbers above a label: 「Ⅱ　６．特定個人情報の保管・消去　①」.
fn place_of(form: &Assessment, row: &Row, is_part: bool, label: &str, block: Option<&str>) -> String {
    let mut steps = row.number.split('.');
    let part = steps.next().unwrap_or_default();
    if part.starts_with("別添") || part == "表紙" {
        let mark = if part == "表紙" { part.to_string() } else { format!("（{part}）") };
        let group = if label.is_empty() { String::new() } else { format!("　{label}") };
        return format!("{mark}{}{group}", row.label);
    }
    let (mut name, mut separator) =
        if label.is_empty() { (part.to_string(), "　") } else { (format!("{part}（{label}）"), "") };
    for step in steps {
        if step.parse::<u8>().is_ok() {
            let heading =
                part_above(form.kind(), row.item).map(|heading| heading.text.trim_end_matches(['※', '　', ' ']));
            let heading = heading.map_or_else(|| format!("{step}．"), ToString::to_string);
            name.extend([separator, &heading]);
            separator = "　";
        } else if let Some(block) = block.filter(|_| BLOCKS.iter().any(|(word, ..)| *word == step)) {
            name.extend([separator, step, block]);
            separator = "-";
        } else if !is_part || !step.chars().all(is_circled) {
            name.extend([separator, step]);
            separator = "";
        }
    }
    name
}

/// The heading of the numbered part that an item is in: 「５．特定個人情報の提供・移転（委託に伴うものを除く。）」; `None` if its
/// section has no such parts.
fn part_above(kind: AssessmentKind, item: Item) -> Option<&'static Heading> {
    let mut above = None;
    for heading in heading::all(kind).iter().filter(|heading| place(kind, heading.before) <= place(kind, item)) {
        match heading.level {
            Level::Section => above = None,
            Level::Part => above = Some(heading),
            Level::Risk | Level::Group | Level::Note => {}
        }
    }
    above
}

/// The lists whose entries have a printed number.
pub(super) const NUMBERED: [&str; 4] = [
    Assessment::systems.name(),
    FileSection::entrustments.name(),
    ProvisionSection::provisions.name(),
    ProvisionSection::transfers.name(),
];

/// Whether a path is that of a list whose entries have a printed number.
pub(super) fn is_block_list(path: &FieldPath) -> bool {
    matches!(path.steps().last(), Some(PathStep::Field(name)) if NUMBERED.contains(name))
}

/// The numbers by which the change table names the blocks of a list: the printed number, or else the index counted from 1.
pub(super) fn block_names(document: &Assessment, list: &FieldPath) -> Vec<Option<u32>> {
    let Some(list) = at(document, list.steps()).and_then(Child::list) else { return Vec::new() };
    let numbers: Vec<Option<u32>> = (0..list.len()).map(|index| list.get(index).and_then(printed_number)).collect();
    let printed: IndexSet<u32> = numbers.iter().copied().flatten().collect();
    let name = |(index, number): (u32, &Option<u32>)| number.or(Some(index).filter(|own| !printed.contains(own)));
    (1..).zip(&numbers).map(name).collect()
}

/// What distinguishes each block of a list: the number by which it is named, or its place if others have that number.
fn block_labels(names: &[Option<u32>]) -> Vec<String> {
    let mut counts: IndexMap<u32, usize> = IndexMap::new();
    for name in names.iter().flatten() {
        *counts.entry(*name).or_default() += 1;
    }
    let label = |(index, name): (usize, &Option<u32>)| {
        let own = name.filter(|name| counts.get(name) == Some(&1));
        own.map_or_else(|| format!("（{}番目）", index + 1), |name| name.to_string())
    };
    names.iter().enumerate().map(label).collect()
}

/// The label. If the form prints it several times under one number, it follows the label of the choice above it.
fn printed_label(document: &Assessment, row: &Row) -> String {
    let all = || rows(document.kind(), document.form.edition());
    let twins = all().filter(|other| other.number == row.number && other.label == row.label).count();
    if twins < 2 {
        return row.label.to_string();
    }
    let head = row.requirement.when.and_then(|condition| all().find(|head| head.item == condition.item));
    match head {
        Some(head) => format!("{}-{}", head.label, row.label),
        None => row.item.label().to_string(),
    }
}

/// The names of the entries of one list.
pub(super) struct Sections {
    pub(super) list: &'static str,
    /// The item that names an entry, or that it is about.
    pub(super) item: Item,
    /// The name of each, as it is written; empty without a name.
    names: Vec<String>,
    /// The entry of each name, by its key; `None` if several have it.
    of_name: IndexMap<String, Option<usize>>,
    /// The section of each file, by the same key; `None` if several have it.
    of_file: IndexMap<String, Option<usize>>,
    /// What distinguishes the files of each section from all others: their names without the beginning and the end that all share.
    words: Vec<IndexSet<String>>,
    /// The sections of each word: the first few, and one more, which shows that there are too many.
    of_word: IndexMap<String, Vec<usize>>,
    /// The lengths of the words, in characters.
    lengths: IndexSet<usize>,
}

/// The most sections that one word can distinguish together with other words.
const MOST: usize = 64;

impl Sections {
    /// Those of the files, of the risks, and of the record items.
    pub(super) fn of(document: &Assessment) -> [Self; 3] {
        let files = document.file_sections.iter().map(|section| &section.names);
        let risks = document.risks.iter().map(|risk| &risk.names);
        let groups = document.record_items.iter().map(|group| &group.heading);
        [
            Self::new(Assessment::file_sections.name(), Item::SectionFileNames, files),
            Self::new(Assessment::risks.name(), Item::RiskFileNames, risks),
            Self::new(Assessment::record_items.name(), Item::RecordItems, groups),
        ]
    }

    fn new<'n>(list: &'static str, item: Item, names: impl Iterator<Item = &'n Answer<Lines>>) -> Self {
        let (mut shown, mut files) = (Vec::new(), Vec::<Vec<String>>::new());
        let (mut of_name, mut of_file) = (IndexMap::new(), IndexMap::new());
        let add = |all: &mut IndexMap<String, Option<usize>>, key, index| {
            all.entry(key).and_modify(|other| *other = None).or_insert(Some(index));
        };
        for (index, names) in names.enumerate() {
            let texts: Vec<&str> = names.given().into_iter().flat_map(Lines::texts).map(AsRef::as_ref).collect();
            let name = texts.join("、");
            if !name.is_empty() {
                add(&mut of_name, name_key(&name), index);
            }
            shown.push(name);
            let own: Vec<String> = texts.into_iter().map(file_key).collect();
            for file in &own {
                add(&mut of_file, file.clone(), index);
            }
            files.push(own);
        }
        let all: Vec<&str> = files.iter().flatten().map(String::as_str).collect();
        let (begin, end) = (shared(&all, false), shared(&all, true));
        let word = |file: &String| {
            let chars = file.chars().count();
            file.chars().skip(begin).take(chars.saturating_sub(begin + end)).collect::<String>()
        };
        let words: Vec<IndexSet<String>> = files.iter().map(|files| files.iter().map(word).collect()).collect();
        let (mut of_word, mut lengths) = (IndexMap::<String, Vec<usize>>::new(), IndexSet::new());
        for (index, words) in words.iter().enumerate() {
            for word in words {
                lengths.insert(word.chars().count());
                let sections = of_word.entry(word.clone()).or_default();
                if sections.len() <= MOST {
                    sections.push(index);
                }
            }
        }
        // A file that has nothing of its own is in no name.
        lengths.swap_remove(&0);
        Self { list, item, names: shown, of_name, of_file, words, of_word, lengths }
    }

    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// What distinguishes an entry from the others: its name, or its place if it has none or shares it. Empty for the only entry.
    pub(super) fn label(&self, index: usize) -> String {
        if self.len() < 2 {
            return String::new();
        }
        let name = self.names.get(index).filter(|name| self.of_name.get(&name_key(name)) == Some(&Some(index)));
        name.map_or_else(|| format!("{}番目", index + 1), ToString::to_string)
    }

    /// The name of an entry, also of the only one.
    pub(super) fn name(&self, index: usize) -> &str {
        self.names.get(index).map_or("", String::as_str)
    }

    /// The entry with this label.
    fn labeled(&self, label: &str) -> Option<usize> {
        let key = name_key(label);
        if let Some(index) = self.of_name.get(&key) {
            return *index;
        }
        let index = key.strip_suffix("番目")?.parse::<usize>().ok()?.checked_sub(1)?;
        (index < self.len()).then_some(index)
    }

    /// The only section that has all of these files, and perhaps others: 「甲ファイル、乙ファイル」.
    fn containing(&self, label: &str) -> Option<usize> {
        let mut found = label.split('、').map(|file| self.of_file.get(&file_key(file)).copied().flatten());
        let first = found.next().flatten()?;
        found.all(|other| other == Some(first)).then_some(first)
    }

    /// The section that the brackets after the number of the part name, and the name without them: 「Ⅱ（甲ファイル）６．…」.
    pub(super) fn cut(&self, form: Form, name: &str) -> Option<(usize, String)> {
        let part = self.part(form)?;
        let (_, length) = part_of(name).filter(|(own, _)| *own == part)?;
        let (begin, _) = name.char_indices().nth(length)?;
        let inner = name.get(begin..)?.trim_start().strip_prefix(['（', '('])?;
        let ends = || inner.match_indices(['）', ')']);
        let rest = |at: usize| inner.get(at..).and_then(|rest| rest.strip_prefix(['）', ')']));
        let labeled = |(at, _): (usize, &str)| Some((self.labeled(inner.get(..at)?)?, rest(at)?));
        let containing = |(at, _): (usize, &str)| Some((self.containing(inner.get(..at)?)?, rest(at)?));
        // A name can contain brackets itself.
        let (index, rest) = ends().rev().find_map(labeled).or_else(|| ends().find_map(containing))?;
        Some((index, format!("{part}　{rest}")))
    }

    /// The number of the part of the form that prints such entries: 「Ⅱ」.
    fn part(&self, form: Form) -> Option<&'static str> {
        row(form.kind(), form.edition(), self.item)?.number.split('.').next()
    }

    /// The name of a whole entry, with its label: 「Ⅱ（甲ファイル）特定個人情報ファイルの概要」, 「（別添1）特定個人情報ファイル記録項目　資格」.
    pub(super) fn whole(&self, form: Form, label: &str) -> Option<String> {
        let part = self.part(form)?;
        if self.item == Item::RecordItems {
            let separator = if label.is_empty() { "" } else { "　" };
            return Some(format!("（{part}）{}{separator}{label}", row(form.kind(), form.edition(), self.item)?.label));
        }
        let title = headings(form.kind(), self.item).first()?.text.split('※').next()?;
        let title = title.strip_prefix(part)?.trim();
        Some(if label.is_empty() { format!("{part}　{title}") } else { format!("{part}（{label}）{title}") })
    }

    /// The section that a name is about, by its key. If there is only one, it is that one.
    pub(super) fn named(&self, key: &str) -> Option<usize> {
        if self.len() <= 1 {
            return Some(0);
        }
        if self.item == Item::RecordItems {
            // The longest name that this one ends with.
            let ending = |(at, _): (usize, char)| key.get(at..).and_then(|end| self.of_name.get(end));
            return *key.char_indices().find_map(ending)?;
        }
        let (hint, _) = key.rsplit_once("ファイル")?;
        let ends: Vec<usize> = hint.char_indices().map(|(at, _)| at).chain([hint.len()]).collect();
        let mut found: IndexMap<usize, IndexSet<&str>> = IndexMap::new();
        for length in &self.lengths {
            let words = ends.iter().zip(ends.iter().skip(*length)).filter_map(|(begin, end)| hint.get(*begin..*end));
            for word in words {
                let sections = self.of_word.get(word).filter(|sections| sections.len() <= MOST);
                for index in sections.into_iter().flatten() {
                    found.entry(*index).or_default().insert(word);
                }
            }
        }
        // All files of the section must be named.
        let mut whole =
            found.iter().filter(|(index, words)| self.words.get(**index).is_some_and(|own| own.len() == words.len()));
        match (whole.next(), whole.next()) {
            (Some((index, _)), None) => Some(*index),
            (_, _) => None,
        }
    }
}

/// How many characters all names share at their beginning or at their end.
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

/// The rows whose label is in the name: at its end, in brackets, or else anywhere.
pub(super) fn labeled(named: &Named<'_>, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
    // 「委託事項1」 names a block, not the item 委託事項.
    let items: Vec<&Row> =
        rows.iter().copied().filter(|row| !BLOCKS.iter().any(|(word, ..)| *word == row.label)).collect();
    let is_long = |label: &str| label.chars().count() >= SHORTEST;
    let by_item = || -> Option<Vec<&'static Row>> {
        let said = |row: &&Row| named.key.ends_with(&name_key(row.item.label()));
        let length = |row: &&'static Row| row.item.label().chars().count();
        let best = items.iter().copied().filter(said).max_by_key(length)?;
        (length(&best) >= SHORTEST).then(|| Vec::from([best]))
    };
    let ends = named
        .ending(&items)
        .or_else(by_item)
        .or_else(|| {
            let is_bracketed = |label: &str| label.starts_with('（') && says(named, label);
            longest(&items, |row| is_bracketed(row.label) || says(named, &format!("({})", row.label)))
        })
        .or_else(|| longest(&items, |row| is_long(row.label) && named.key.ends_with(&name_key(row.label))));
    if let Some(found) = ends {
        return Some(narrowed(named, found, rows));
    }
    if !named.has_number() {
        return None;
    }
    let inside = longest(&items, |row| is_long(row.label) && says(named, row.label));
    inside.map(|found| below(named, narrowed(named, found, rows), rows)).or_else(|| begun(named, &items))
}

/// The rows of one label that other words of the name point to: 「リスクへの対策は十分か」 is in every risk.
fn narrowed(named: &Named<'_>, found: Vec<&'static Row>, rows: &[&'static Row]) -> Vec<&'static Row> {
    let says_head = |row: &&Row| {
        let head = rows.iter().find(|head| depends_on(row) == Some(head.item));
        head.is_some_and(|head| says(named, head.label))
    };
    let says_words = |row: &&Row| row.item.label().split(' ').all(|word| says(named, word));
    for is_meant in [&says_words as &dyn Fn(&&Row) -> bool, &says_head] {
        let meant: Vec<&Row> = found.iter().copied().filter(is_meant).collect();
        if !meant.is_empty() {
            return meant;
        }
    }
    found
}

/// The text below a choice that the words after the label of the choice name. These words may differ from those of
/// the form.
fn below(named: &Named<'_>, found: Vec<&'static Row>, rows: &[&'static Row]) -> Vec<&'static Row> {
    let [head] = found.as_slice() else { return found };
    let Some((_, rest)) = named.key.rsplit_once(&name_key(head.label)) else { return found };
    let own: Vec<&Row> = rows.iter().copied().filter(|row| depends_on(row) == Some(head.item)).collect();
    let is_beside = |row: &&Row| row.item != head.item && row.number == head.number;
    let below = if own.is_empty() { rows.iter().copied().filter(is_beside).collect() } else { own };
    let begun =
        below.into_iter().map(|row| (common(rest, &name_key(row.label)), row)).filter(|(length, _)| *length >= BEGUN);
    let begun: Vec<(usize, &Row)> = begun.collect();
    let most = begun.iter().map(|(length, _)| *length).max();
    let best: Vec<&Row> = begun.into_iter().filter(|(length, _)| Some(*length) == most).map(|(_, row)| row).collect();
    if best.is_empty() { found } else { best }
}

/// The only row whose label begins like the name does after its numbers: 「Ⅲ-７過去３年以内の重大事故の発生」.
fn begun(named: &Named<'_>, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
    let rest = named.key.trim_start_matches(|c: char| !c.is_alphabetic() || matches!(c, 'A'..='Z' | 'Ⅰ'..='Ⅻ'));
    let begun = rows.iter().map(|row| (common(rest, &name_key(row.label)), *row));
    let begun: Vec<(usize, &Row)> = begun.filter(|(length, _)| *length > BEGUN).collect();
    let most = begun.iter().map(|(length, _)| *length).max()?;
    let best: Vec<&Row> = begun.into_iter().filter(|(length, _)| *length == most).map(|(_, row)| row).collect();
    // Many labels begin with the words of a heading, so the name must go on after them.
    (best.len() == 1 && rest.chars().count() > most).then_some(best)
}

fn says(named: &Named<'_>, label: &str) -> bool {
    named.key.contains(&name_key(label))
}

/// How many characters two strings share at their beginning.
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// How many characters of a label must be in a name if the rest of the name is in other words.
const BEGUN: usize = 4;

/// The fewest characters of a label that is looked for inside a name.
const SHORTEST: usize = 3;

/// Whether all rows are in the same part of the form.
pub(super) fn is_one_section(rows: &[&'static Row]) -> bool {
    let part = |row: &&'static Row| row.number.split('.').next();
    let Some(first) = rows.first().map(part) else { return false };
    rows.iter().all(|row| part(row) == first)
}

/// The item on whose answer it depends whether the form asks a row.
pub(super) fn depends_on(row: &Row) -> Option<Item> {
    row.requirement.when.map(|condition| condition.item)
}
