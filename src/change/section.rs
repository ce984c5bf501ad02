//! Entries of lists that have no printed number, as the change table names them: the sections of the files and of the risks by
//! their files, the groups of record items by their headings.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::named::Named;
use crate::assessment::Assessment;
use crate::catalogue::{Item, headings, part_of, row};
use crate::value::answer::{Answer, Lines};
use crate::value::kind::Form;
use crate::value::names::{file_key, name_key};

/// The names of the entries of one list.
pub(super) struct Sections {
    pub(super) list: &'static str,
    /// The item that names an entry, or that it is about.
    pub(super) item: Item,
    /// The name of each, as it is written; empty without a name.
    names: Vec<String>,
    /// The entry of each name, by its key; `None` if several have it.
    of_name: IndexMap<String, Option<usize>>,
    /// The names of the files of each section, as their keys.
    files: Vec<Vec<String>>,
    /// The section of each file, by the same key; `None` if several have it.
    of_file: IndexMap<String, Option<usize>>,
    /// The beginning and the end that all files share, in characters.
    shared: (usize, usize),
}

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
        let (mut shown, mut files) = (Vec::new(), Vec::new());
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
        let shared = (shared(&all, false), shared(&all, true));
        Self { list, item, names: shown, of_name, files, of_file, shared }
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
    pub(super) fn labeled(&self, label: &str) -> Option<usize> {
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

    /// The label in the name of a whole entry, as its key; `None` if it is the name of anything else.
    pub(super) fn label_of_whole(&self, form: Form, name: &str) -> Option<String> {
        let (begin, end) = (self.whole(form, "")?, self.whole(form, "\u{1F}")?);
        let key = name_key(name);
        if key == name_key(&begin) {
            return Some(String::new());
        }
        let (begin, end) = end.split_once('\u{1F}')?;
        Some(key.strip_prefix(&name_key(begin))?.strip_suffix(&name_key(end))?.to_string())
    }

    /// The section that a name is about. If there is only one, it is that one.
    pub(super) fn named(&self, named: &Named<'_>) -> Option<usize> {
        if self.len() <= 1 {
            return Some(0);
        }
        if self.item == Item::RecordItems {
            return self.ending(&named.key);
        }
        let (first, last) = self.shared;
        let (hint, _) = named.key.rsplit_once("ファイル")?;
        let is_named = |file: &String| {
            let chars = file.chars().count();
            let own: String = file.chars().skip(first).take(chars.saturating_sub(first + last)).collect();
            !own.is_empty() && hint.contains(&own)
        };
        let mut whole =
            self.files.iter().enumerate().filter(|(_, files)| !files.is_empty() && files.iter().all(is_named));
        match (whole.next(), whole.next()) {
            (Some((index, _)), None) => Some(index),
            (_, _) => None,
        }
    }

    /// The entry whose name is at the end of this one: of several such entries, that with the longest name.
    fn ending(&self, key: &str) -> Option<usize> {
        let names = self.of_name.iter().filter(|(name, _)| key.ends_with(*name));
        *names.max_by_key(|(name, _)| name.len())?.1
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
