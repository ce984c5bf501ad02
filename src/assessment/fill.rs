//! What is still to be filled in, and where a suggested answer comes from.

use alloc::vec::Vec;

use super::Assessment;
use super::asked::{Asked, Demand};
use super::blocks::EmptyBlocks;
use crate::catalogue::{FieldPath, Item, Role, SPLITS, Step, entry_at, entry_at_mut, place};
use crate::value::answer::{Answer, Entry, Lines, Tick, Value};
use crate::value::code_list::code_list;

code_list! {
    /// Whether an open item must be filled in.
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
pub struct ToFill {
    /// The item.
    pub item: Item,
    /// Its field. If a list has no entries, the path uses index 0.
    pub path: FieldPath,
    /// Whether it must be filled in.
    pub need: Need,
    /// Answers to the same question that another form prints elsewhere. They are only suggestions.
    pub from: Vec<FieldPath>,
}

impl ToFill {
    fn new(item: Item, path: FieldPath, need: Need) -> Self {
        Self { item, path, need, from: Vec::new() }
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
    /// let to_fill = assessment.to_fill();
    /// let adequacy = to_fill.iter().find(|fill| !fill.from.is_empty()).unwrap();
    /// assert_eq!(adequacy.path.to_string(), "risks[0].acquisition.adequacy");
    /// assert_eq!(adequacy.from[0].to_string(), "risk.acquisition");
    /// assert_eq!(adequacy.need, Need::Required);
    ///
    /// assert!(assessment.adopt(adequacy)); // an explicit step
    /// assert!(assessment.risks[0].acquisition.adequacy.given().is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "未記入の項目")]
    #[must_use]
    pub fn to_fill(&self) -> Vec<ToFill> {
        let mut asked = Asked::new(self);
        let empty = EmptyBlocks::of_sections(&self.file_sections);
        let (mut list, mut boxes, mut elsewhere) = (Vec::new(), Vec::new(), Vec::new());
        self.walk_with_empty_forms(|field| {
            asked.look_at(field);
            let Some(row) = field.row else {
                if field.role == Role::Answer && field.value.is_given() {
                    elsewhere.push((field.item, field.path.to_owned()));
                }
                return;
            };
            if EmptyBlocks::contain(&empty, field.path) {
                return;
            }
            if let (Role::Answer, Value::Box(Tick::Unticked)) = (field.role, field.value) {
                boxes.push(ToFill::new(field.item, field.path.to_owned(), Need::Voluntary));
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
            list.push(ToFill::new(field.item, field.path.to_owned(), need));
        });
        for fill in list.iter_mut().chain(&mut boxes) {
            let suggests = |item: Item, path: &FieldPath| {
                item == fill.item || (is_split(item, fill.item) && first_index(path) == first_index(&fill.path))
            };
            let from = elsewhere.iter().filter(|(item, path)| suggests(*item, path));
            fill.from = from.map(|(_, path)| path.clone()).collect();
        }
        // An unticked box counts as an answer, unless another form ticks it.
        list.extend(boxes.into_iter().filter(|fill| !fill.from.is_empty()));
        list.sort_by_cached_key(|fill| self.order(fill.item, &fill.path));
        list
    }

    /// Copies the answer that [`ToFill::from`] suggests, if the item is still unanswered. Several risk sections are
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
    /// let fill = assessment.to_fill().into_iter().find(|fill| !fill.from.is_empty()).ok_or("no suggestion")?;
    /// assert_eq!(fill.path.to_string(), "risks[0].training");
    /// assert!(assessment.adopt(&fill));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "記載の引継ぎ")]
    pub fn adopt(&mut self, fill: &ToFill) -> bool {
        if fill.from.is_empty() {
            return false;
        }
        let before = self.clone();
        let suggested: Vec<&dyn Entry> = fill.from.iter().filter_map(|path| entry_at(&before, path)).collect();
        // The document may have changed since the list was made.
        if !suggested.iter().all(|entry| entry.value().is_given()) {
            return false;
        }
        let Some((first, others)) = suggested.split_first() else { return false };
        let is_split = SPLITS.iter().any(|(whole, parts)| *whole == fill.item || parts.contains(&fill.item));
        let agree =
            || others.iter().all(|other| first.is_same(*other)) && before.unprinted(fill.item) == suggested.len();
        if !is_split && !agree() {
            return false;
        }
        let Some(entry) = entry_at_mut(self, &fill.path) else { return false };
        if entry.value().is_given() {
            return false;
        }
        if is_split {
            let lines = suggested.iter().filter_map(|entry| entry.as_any().downcast_ref::<Answer<Lines>>()?.given());
            let Some(joined) = lines.cloned().reduce(Lines::and) else { return false };
            entry.copy_from(&Answer::Given(joined))
        } else {
            entry.copy_from(*first)
        }
    }

    /// How many fields of the item the form does not print: those of all sections, if it asks the item once.
    fn unprinted(&self, item: Item) -> usize {
        let mut count = 0;
        self.walk(|field| {
            count += usize::from(field.item == item && field.role == Role::Answer && field.row.is_none());
        });
        count
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

/// Whether one item is a part of the other, so that its answer can be suggested.
fn is_split(from: Item, to: Item) -> bool {
    SPLITS.iter().any(|(whole, parts)| {
        let [_, _, last] = parts;
        (to == *whole && parts.contains(&from)) || (from == *whole && to == *last)
    })
}

/// The index in the outermost list.
fn first_index(path: &FieldPath) -> Option<usize> {
    path.steps().iter().find_map(|step| match step {
        Step::Index(index) => Some(*index),
        Step::Field(_) => None,
    })
}
