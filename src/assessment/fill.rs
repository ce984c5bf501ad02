//! What is still to be filled in, and where a suggested answer comes from.

use alloc::boxed::Box;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::Assessment;
use super::asked::{Asked, Demand};
use super::empty_blocks::EmptyBlocks;
use crate::catalogue::{
    Child, Edition, FieldPath, Item, List, PathStep, Repetition, Role, SPLITS, at, entry_at, entry_at_mut, place,
};
use crate::value::answer::{Answer, Entry, Given, Lines, Tick, Value};
use crate::value::code_list::code_list;
use crate::value::kind::{Form, FormEdition};
use crate::value::sorted::sort_by_key;

code_list! {
    /// Whether an open item must be filled in (記入の要否). The labels are ours.
    pub enum Need ("need", "記入の要否") {
        /// It must.
        Required = "required", "必須";
        /// It must if another answer requires it. That answer does, or is itself open.
        Conditional = "conditional", "条件付き";
        /// It may be left empty.
        Voluntary = "voluntary", "任意";
    }
}

/// An item that the form prints and that has no answer yet (未記入の項目).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct OpenItem {
    /// The item.
    pub item: Item,
    /// Its field. If a list has no entries, the path uses index 0.
    pub path: FieldPath,
    /// Whether it must be filled in.
    pub need: Need,
    /// Answers to the same question that another form prints elsewhere. They are only suggestions.
    pub suggestions: Vec<FieldPath>,
}

/// What became of a document that moved to another form (様式の変更の結果).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FormChange {
    /// The fields that took over an answer which the other form prints elsewhere, in the order of the form.
    pub taken_over: Vec<FieldPath>,
    /// What is still to be filled in.
    pub open: Vec<OpenItem>,
}

impl OpenItem {
    fn new(item: Item, path: FieldPath, need: Need) -> Self {
        Self { item, path, need, suggestions: Vec::new() }
    }
}

impl Assessment {
    /// Lists what is to be filled in (未記入の項目): every item that the form prints and that has no answer, in the order of
    /// the form. Items that another answer rules out are left out.
    ///
    /// After an assessment was raised, these are the items that the deeper form asks in addition.
    ///
    /// ```
    /// use mynumber_pia::assessment::Need;
    /// use mynumber_pia::{Assessment, Form, FormEdition};
    ///
    /// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
    ///     "risk": {"acquisition": "sufficient"}}"#;
    /// let mut assessment: Assessment = serde_json::from_str(json)?;
    /// assessment.form = Form::Edition("form_3_2024_10".parse()?);
    /// let open_items = assessment.open_items();
    /// let adequacy = open_items.iter().find(|open| !open.suggestions.is_empty()).unwrap();
    /// assert_eq!(adequacy.path.to_string(), "risks[0].acquisition.adequacy");
    /// assert_eq!(adequacy.suggestions[0].to_string(), "risk.acquisition");
    /// assert_eq!(adequacy.need, Need::Required);
    ///
    /// assert!(assessment.adopt(adequacy)); // an explicit step
    /// assert!(assessment.risks[0].acquisition.adequacy.given().is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "未記入の項目")]
    #[must_use]
    pub fn open_items(&self) -> Vec<OpenItem> {
        let mut asked = Asked::new(self);
        let empty = EmptyBlocks::of_sections(&self.file_sections);
        let (mut list, mut boxes) = (Vec::new(), Vec::new());
        let mut elsewhere: IndexMap<(Item, Option<usize>), Vec<FieldPath>> = IndexMap::new();
        self.walk_with_empty_forms(|field| {
            asked.look_at(field);
            let Some(row) = field.row else {
                if field.role == Role::Answer && field.value.is_given() {
                    let path = field.path.to_owned();
                    elsewhere.entry((suggested_for(field.item), section(field.item, &path))).or_default().push(path);
                }
                return;
            };
            if EmptyBlocks::contain(&empty, field.path) {
                return;
            }
            if let (Role::Answer, Value::Given(Given::Box(Tick::Unticked))) = (field.role, field.value) {
                boxes.push(OpenItem::new(field.item, field.path.to_owned(), Need::Voluntary));
            }
            if !field.is_open() {
                return;
            }
            let need = match asked.demand(row) {
                Demand::Required => Need::Required,
                Demand::Because { .. } | Demand::Open => Need::Conditional,
                Demand::Voluntary => Need::Voluntary,
                Demand::NotAsked { .. } | Demand::RuledOut { .. } => return,
            };
            list.push(OpenItem::new(field.item, field.path.to_owned(), need));
        });
        for open in list.iter_mut().chain(&mut boxes) {
            if let Some(from) = elsewhere.get(&(open.item, section(open.item, &open.path))) {
                open.suggestions.clone_from(from);
            }
        }
        // An unticked box counts as an answer, unless another form ticks it.
        list.extend(boxes.into_iter().filter(|open| !open.suggestions.is_empty()));
        sort_by_key(&mut list, |open| self.order(open.item, &open.path));
        list
    }

    /// Copies the answer that [`OpenItem::suggestions`] suggests, if the item is still unanswered. Several risk sections are
    /// copied only if all of them are answered and agree. The parts of an item that the other form splits are joined.
    /// Returns whether anything was copied.
    ///
    /// ```
    /// use mynumber_pia::{Assessment, Form};
    ///
    /// // 様式2 asks once how the staff are trained, 様式3 in each risk section.
    /// let mut assessment = Assessment::new("form_2_2024_10".parse()?);
    /// assessment.put(&"other_risk.training".parse()?, "十分に行っている")?;
    /// assessment.form = Form::Edition("form_3_2024_10".parse()?);
    /// let open = assessment.open_items().into_iter().find(|open| !open.suggestions.is_empty()).ok_or("no suggestion")?;
    /// assert_eq!(open.path.to_string(), "risks[0].training");
    /// assert!(assessment.adopt(&open));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "記載の引継ぎ")]
    pub fn adopt(&mut self, open: &OpenItem) -> bool {
        let Some(answer) = self.suggested(open) else { return false };
        match entry_at_mut(self, &open.path) {
            Some(entry) if !entry.value().is_given() => entry.copy_from(&*answer),
            Some(_) | None => false,
        }
    }

    /// Moves the document to another form, deeper or not (様式の変更): sets its [`form`](Self::form), [adopts](Self::adopt) what is
    /// suggested for its open items, and lists what is still open. Answers that the other form does not print are kept.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let mut assessment = Assessment::new("form_2_2024_10".parse()?);
    /// assessment.put(&"other_risk.training".parse()?, "十分に行っている")?;
    /// let change = assessment.change_form("form_3_2024_10".parse()?);
    /// assert_eq!(change.taken_over, ["risks[0].training".parse()?]);
    /// assert_eq!(change.open[0].path.to_string(), "cover.number");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "様式の変更")]
    #[doc(alias = "記載の引継ぎ")]
    pub fn change_form(&mut self, form: FormEdition) -> FormChange {
        self.form = Form::Edition(form);
        let mut taken_over = Vec::new();
        for open in self.open_items() {
            if self.adopt(&open) {
                taken_over.push(open.path);
            }
        }
        FormChange { taken_over, open: self.open_items() }
    }

    /// The answer that the suggestions of an item amount to, if they do. The document may have changed since the list was
    /// made.
    fn suggested(&self, open: &OpenItem) -> Option<Box<dyn Entry>> {
        let suggested: Vec<&dyn Entry> = open.suggestions.iter().filter_map(|path| entry_at(self, path)).collect();
        let (first, others) = suggested.split_first()?;
        if !suggested.iter().all(|entry| entry.value().is_given()) {
            return None;
        }
        if is_split(open.item) {
            let lines = suggested.iter().filter_map(|entry| entry.as_any().downcast_ref::<Answer<Lines>>()?.given());
            return Some(Box::new(Answer::Given(lines.cloned().reduce(Lines::and)?)));
        }
        let agree = suggested.len() == self.unprinted(open.item, open.suggestions.first()?)
            && others.iter().all(|other| first.is_same(*other));
        agree.then(|| first.boxed())
    }

    /// How many fields of the item the form does not print, of which this is the path of one: those of all sections, or
    /// that of the affair.
    fn unprinted(&self, item: Item, path: &FieldPath) -> usize {
        let steps = path.steps();
        let in_list =
            steps.iter().position(|step| matches!(step, PathStep::Index(_))).and_then(|index| steps.get(..index));
        let times = if in_list.is_some() { Repetition::Each } else { Repetition::Once };
        match (Edition::from(self.form).row(item, times), in_list) {
            (Some(_), _) => 0,
            (None, None) => 1,
            (None, Some(list)) => at(self, list).and_then(Child::list).map_or(0, List::len),
        }
    }

    /// The position of an answer in the form: the block of the outer list and the index in it, the same for the inner
    /// list, and the item. Items that the form does not print come last.
    ///
    /// The fields of a document are stored in the order of 様式4, because one declaration serves all forms. What must be
    /// in the order of another form is sorted by this.
    pub(crate) fn order(&self, item: Item, path: &FieldPath) -> [usize; 5] {
        let kind = self.kind();
        let own = usize::from(place(kind, item));
        let mut places = [(own, 0), (own, 0)];
        for (slot, block) in places.iter_mut().zip(super::block::blocks(path)) {
            *slot = (usize::from(place(kind, block.first)), block.index);
        }
        let [(outer, outer_index), (inner, inner_index)] = places;
        [outer, outer_index, inner, inner_index, own]
    }
}

/// The item for which an answer to this one is suggested.
fn suggested_for(item: Item) -> Item {
    let split = SPLITS.iter().find_map(|(whole, parts)| {
        let [_, _, last] = parts;
        if *whole == item { Some(*last) } else { parts.contains(&item).then_some(*whole) }
    });
    split.unwrap_or(item)
}

/// Whether another form splits the item, or prints it as a part of another.
fn is_split(item: Item) -> bool {
    suggested_for(item) != item
}

/// The section whose answers are suggested. An item that is asked once takes them from all sections, an item that is
/// split only from its own.
fn section(item: Item, path: &FieldPath) -> Option<usize> {
    let index = |step: &PathStep| match step {
        PathStep::Index(index) => Some(*index),
        PathStep::Field(_) => None,
    };
    if is_split(item) { path.steps().iter().find_map(index) } else { None }
}
