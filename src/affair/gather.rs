//! Groups the papers of a body by affair.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::{IndexMap, IndexSet};

use super::dossier::Dossier;
use super::papers::Papers;
use super::register::{Register, RegisteredAffair};
use crate::assessment::Assessment;
use crate::value::answer::Lines;
use crate::value::code_list::code_list;
use crate::value::names::{body_key, name_key, split_prefecture};
use crate::value::sorted::sort_by_key;
use crate::value::text::Text;

/// The papers of a body, grouped by affair (事務ごとの整理).
#[non_exhaustive]
#[derive(Debug, Clone)]
pub struct Gathered<'a> {
    /// The affairs: first those of the register, in its order and also those without papers; then the others by body, number and
    /// name.
    pub dossiers: Vec<Dossier<'a>>,
    /// The papers that no affair could be found for.
    pub ungrouped: Vec<Ungrouped<'a>>,
}

/// A paper that no affair could be found for (整理できない評価書).
#[non_exhaustive]
#[derive(Debug, Clone, Copy)]
pub struct Ungrouped<'a> {
    /// The document.
    pub document: &'a Assessment,
    /// Why.
    pub because: UngroupedBecause,
}

code_list! {
    /// Why no affair could be found for a paper.
    pub enum UngroupedBecause ("reason not to group", "整理できない理由") {
        /// It names no body.
        NoBody = "no_body", "評価実施機関名がない";
        /// It has neither a number nor a name of its affair.
        NoNumberAndNoName = "no_number_and_no_name", "評価書番号も事務の名称もない";
    }
}

/// What a paper says of its affair.
#[derive(Debug, Clone)]
struct Said {
    /// The index of the body.
    body: usize,
    number: Option<String>,
    name: Option<String>,
}

/// Papers of one affair, by their indices.
struct Group {
    body: usize,
    number: Option<String>,
    name: Option<String>,
    papers: Vec<usize>,
}

impl<'a> Dossier<'a> {
    /// Groups papers by affair (事務ごとの整理). What cannot be grouped is returned, not guessed; titles do not count.
    ///
    /// Papers of one body with the same number (評価書番号) belong to one affair. A paper without a number belongs to the affair with its name
    /// (事務の名称), and so do papers with different numbers and one name, if no kind of paper occurs under both numbers. Two papers of
    /// one kind with one number and different names are two affairs, unless the change table of one quotes the name of the other.
    /// 「埼玉県川口市長」 and 「川口市長」 are one body.
    ///
    /// With a register, its affairs come first, each with its papers. A paper belongs to the affair with its number or, without one, with its
    /// name, and to no affair of the register if it names another body, unless both the number and the name are those of the register.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use mynumber_pia::affair::{Dossier, Register};
    ///
    /// let register: Register = serde_json::from_str(r#"{"format": "mynumber-pia-register", "version": 1, "body": "甲市長",
    ///     "kind": "local_government", "affairs": [{"number": "5", "name": "介護保険に関する事務"}, {"number": "6", "name": "国民年金に関する事務"}]}"#)?;
    /// let paper: Assessment = serde_json::from_str(r#"{"format": "mynumber-pia", "version": 1, "kind": "basic_item",
    ///     "edition": "form_2_2024_10", "cover": {"number": "5", "body": "甲市長"}}"#)?;
    /// let papers = [paper];
    /// let gathered = Dossier::gather(&papers, Some(&register));
    /// // The affairs of the register come first, also those without a paper.
    /// let counts: Vec<usize> = gathered.dossiers.iter().map(|dossier| dossier.documents().count()).collect();
    /// assert_eq!(counts, [1, 0]);
    /// assert!(gathered.ungrouped.is_empty());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn gather(documents: &'a [Assessment], register: Option<&'a Register>) -> Gathered<'a> {
        let mut ungrouped = Vec::new();
        let mut said: Vec<(&'a Assessment, Said)> = Vec::new();
        let bodies = Bodies::of(documents, register);
        for document in documents {
            let key = |text: &Text| name_key(text.as_str());
            let (number, name) = (document.cover.number.given().map(key), document.affair.name.given().map(key));
            let because = match document.cover.body.given() {
                None => UngroupedBecause::NoBody,
                Some(_) if number.is_none() && name.is_none() => UngroupedBecause::NoNumberAndNoName,
                Some(body) => {
                    said.push((document, Said { body: bodies.index(body), number, name }));
                    continue;
                }
            };
            ungrouped.push(Ungrouped { document, because });
        }
        let mut dossiers = Vec::new();
        let mut rest: Vec<usize> = (0..said.len()).collect();
        if let Some(register) = register {
            let mut of_entries = Entries::new(register, &bodies);
            rest.retain(|index| said.get(*index).is_some_and(|(_, said)| !of_entries.take(*index, said)));
            for (entry, papers) in register.affairs.iter().zip(of_entries.papers) {
                let papers = papers.into_iter().filter_map(|index| said.get(index)).map(|(document, _)| *document);
                dossiers.push(Dossier::of_papers(papers, Some(entry), Some(register)));
            }
        }
        let mut others: Vec<(Group, Dossier<'a>)> = Vec::new();
        for group in groups(&said, &rest) {
            let papers = group.papers.iter().filter_map(|index| said.get(*index)).map(|(document, _)| *document);
            let dossier = Dossier::of_papers(papers, None, register);
            others.push((group, dossier));
        }
        sort_by_key(&mut others, |(group, _)| {
            let Group { body, number, name, papers: _ } = group;
            let counted = number.as_ref().and_then(|number| number.parse::<u32>().ok());
            (bodies.name(*body).to_string(), counted.is_none(), counted, number.clone(), name.clone())
        });
        dossiers.extend(others.into_iter().map(|(_, dossier)| dossier));
        Gathered { dossiers, ungrouped }
    }
}

/// The bodies that the papers and the register name.
struct Bodies {
    /// The keys of the bodies.
    keys: IndexSet<String>,
    /// The prefectures with which a name of a municipal body occurs.
    prefectures: IndexMap<String, IndexSet<&'static str>>,
}

impl Bodies {
    fn of(documents: &[Assessment], register: Option<&Register>) -> Self {
        let mut prefectures: IndexMap<String, IndexSet<&'static str>> = IndexMap::new();
        let names = || {
            let documents = documents.iter().filter_map(|document| document.cover.body.given());
            documents.chain(register.map(|register| &register.body))
        };
        for name in names() {
            let key = body_key(name.as_str());
            if let (Some(prefecture), rest) = split_prefecture(&key) {
                prefectures.entry(rest.to_string()).or_default().insert(prefecture);
            }
        }
        let mut bodies = Self { keys: IndexSet::new(), prefectures };
        for name in names() {
            let key = bodies.key(name);
            bodies.keys.insert(key);
        }
        bodies
    }

    /// The name without its prefecture, unless bodies of several prefectures have that name.
    fn key(&self, name: &Text) -> String {
        let key = body_key(name.as_str());
        let (_, rest) = split_prefecture(&key);
        let is_one = self.prefectures.get(rest).is_some_and(|prefectures| prefectures.len() == 1);
        if is_one { rest.to_string() } else { key }
    }

    fn index(&self, name: &Text) -> usize {
        self.keys.get_index_of(&self.key(name)).unwrap_or(self.keys.len())
    }

    fn name(&self, index: usize) -> &str {
        self.keys.get_index(index).map_or("", String::as_str)
    }
}

/// The affairs of the register, with their papers.
struct Entries {
    body: usize,
    by_number: IndexMap<String, Vec<usize>>,
    by_name: IndexMap<String, Vec<usize>>,
    names: Vec<String>,
    papers: Vec<Vec<usize>>,
}

impl Entries {
    fn new(register: &Register, bodies: &Bodies) -> Self {
        let mut entries = Self {
            body: bodies.index(&register.body),
            by_number: IndexMap::new(),
            by_name: IndexMap::new(),
            names: Vec::new(),
            papers: Vec::new(),
        };
        for (index, RegisteredAffair { number, name, .. }) in register.affairs.iter().enumerate() {
            let name = name_key(name.as_str());
            entries.by_number.entry(name_key(number.as_str())).or_default().push(index);
            entries.by_name.entry(name.clone()).or_default().push(index);
            entries.names.push(name);
            entries.papers.push(Vec::new());
        }
        entries
    }

    /// Adds a paper to its affair, if the register has it.
    fn take(&mut self, paper: usize, Said { body, number, name }: &Said) -> bool {
        let numbered = number.as_ref().and_then(|number| self.by_number.get(number));
        let named = name.as_ref().and_then(|name| self.by_name.get(name));
        let is_named = |index: &&usize| name.as_ref().is_some_and(|name| self.names.get(**index) == Some(name));
        let found = match (numbered.map(Vec::as_slice), named.map(Vec::as_slice)) {
            (Some(numbered), _) if *body != self.body => numbered.iter().find(is_named),
            // Of several affairs with one number, the one with the name of the paper.
            (Some(numbered), _) => numbered.iter().find(is_named).or_else(|| numbered.first()),
            (None, Some([only])) if *body == self.body => Some(only),
            (None, _) => None,
        };
        match found.copied().and_then(|index| self.papers.get_mut(index)) {
            Some(papers) => {
                papers.push(paper);
                true
            }
            None => false,
        }
    }
}

/// The affairs of papers that no register lists. The order of the papers makes no difference.
fn groups(said: &[(&Assessment, Said)], papers: &[usize]) -> Vec<Group> {
    let of = |paper: &usize| said.get(*paper).map(|(_, said)| (*paper, said));
    let mut by_number: IndexMap<(usize, Option<&str>), Vec<usize>> = IndexMap::new();
    for (paper, said) in papers.iter().filter_map(of) {
        by_number.entry((said.body, said.number.as_deref())).or_default().push(paper);
    }
    let mut by_name: IndexMap<(usize, Option<String>), Vec<Group>> = IndexMap::new();
    for ((body, number), papers) in by_number {
        let mut names: IndexMap<Option<&str>, Vec<usize>> = IndexMap::new();
        for (paper, said) in papers.iter().filter_map(of) {
            names.entry(said.name.as_deref()).or_default().push(paper);
        }
        let parts = if number.is_some() { linked(said, names) } else { names.into_values().collect() };
        for papers in parts {
            let of_kind = |paper: &usize| Some((said.get(*paper)?.0.kind(), said.get(*paper)?.1.name.clone()?));
            let name = papers.iter().filter_map(of_kind).min().map(|(_, name)| name);
            let group = Group { body, number: number.map(Into::into), name: name.clone(), papers };
            by_name.entry((body, name)).or_default().push(group);
        }
    }
    let mut all = Vec::new();
    for ((_, name), groups) in by_name {
        // Papers with a number and without a name are not of one affair because they lack a name.
        let (numbered, unnumbered): (Vec<Group>, Vec<Group>) =
            groups.into_iter().partition(|group| group.number.is_some());
        let is_one = name.is_some() && are_disjoint(numbered.iter().map(|group| kinds(said, &group.papers)));
        if !is_one {
            all.extend(numbered.into_iter().chain(unnumbered));
            continue;
        }
        let lowest = numbered.iter().chain(&unnumbered).min_by_key(|group| (group.number.is_none(), &group.number));
        let (body, number) = lowest.map_or((0, None), |group| (group.body, group.number.clone()));
        let papers = numbered.into_iter().chain(unnumbered).flat_map(|group| group.papers).collect();
        all.push(Group { body, number, name, papers });
    }
    all
}

/// The affairs of papers with one number, which are listed by name.
fn linked(said: &[(&Assessment, Said)], names: IndexMap<Option<&str>, Vec<usize>>) -> Vec<Vec<usize>> {
    if names.len() < 2 {
        return names.into_values().collect();
    }
    // A change table quotes the former name: the papers of both names are of one affair.
    let mut parts = Parts((0..names.len()).collect());
    for (index, papers) in names.values().enumerate() {
        let documents = papers.iter().filter_map(|paper| said.get(*paper)).map(|(document, _)| document);
        let cells = documents.flat_map(|document| &document.changes).filter_map(|change| change.before.given());
        for line in cells.flat_map(Lines::texts) {
            if let Some(former) = names.get_index_of(&Some(name_key(line.as_str()).as_str())) {
                parts.join(index, former);
            }
        }
    }
    let mut joined: IndexMap<usize, Vec<usize>> = IndexMap::new();
    for (index, papers) in names.into_values().enumerate() {
        joined.entry(parts.of(index)).or_default().extend(papers);
    }
    if are_disjoint(joined.values().map(|papers| kinds(said, papers))) {
        return Vec::from([joined.into_values().flatten().collect()]);
    }
    joined.into_values().collect()
}

/// Which parts belong together.
struct Parts(Vec<usize>);

impl Parts {
    fn of(&mut self, index: usize) -> usize {
        let mut root = index;
        while let Some(above) = self.0.get(root).copied().filter(|above| *above != root) {
            // Each look-up shortens the way of the next one.
            if let (Some(next), Some(slot)) = (self.0.get(above).copied(), self.0.get_mut(root)) {
                *slot = next;
            }
            root = above;
        }
        root
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        if let Some(root) = self.0.get_mut(a.max(b)) {
            *root = a.min(b);
        }
    }
}

/// The kinds of these papers.
fn kinds(said: &[(&Assessment, Said)], papers: &[usize]) -> Papers {
    papers.iter().filter_map(|paper| said.get(*paper)).map(|(document, _)| document.kind()).collect()
}

/// Whether no kind is in two of the sets.
fn are_disjoint(mut sets: impl Iterator<Item = Papers>) -> bool {
    let mut all = Papers::NONE;
    sets.all(|set| {
        let is_new = all.intersection(set).is_empty();
        all = all.union(set);
        is_new
    })
}
