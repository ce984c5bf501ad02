//! Reads and changes a document by paths.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::FromStr;

use serde::{Deserialize, Serialize, de, ser};

use super::edit_error::{EditError, EditReason, printed};
use super::{Assessment, Header};
use crate::assessment::entrustment::{MAX_TIERS, too_many_tiers};
use crate::catalogue::{
    Child, ChildMut, FieldPath, Item, PathError, PathReason, PathStep, Role, add_entries, at, at_mut, entry_at,
    read_at, read_path, read_pointer, remove_at, row_at,
};
use crate::value::answer::{AnswerError, Value};
use crate::value::code_list::read_from_string;
use crate::value::watched::{Failed, read};

impl FromStr for FieldPath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        read_path(Assessment::ROWS, text).map_err(|error| or_of_header(error, text))
    }
}

read_from_string!(FieldPath, "the path of a field, such as systems[0].name", "項目の経路（systems[0].name など）");

/// Says of a field of the header that it has no path.
fn or_of_header(error: PathError, name: &str) -> PathError {
    let names = Header::ALL.map(Header::name);
    if !names.contains(&name) {
        return error;
    }
    PathError { reason: PathReason::Header { names: names.to_vec() }, ..error }
}

impl FieldPath {
    /// Converts a JSON Pointer (RFC 6901), such as `/systems/0/name`, to a path.
    ///
    /// # Errors
    /// [`PathError`] if no document has such a field, or if the pointer uses `-` as an index.
    pub fn from_pointer(pointer: &str) -> Result<Self, PathError> {
        read_pointer(Assessment::ROWS, pointer)
            .map_err(|error| or_of_header(error, pointer.strip_prefix('/').unwrap_or_default()))
    }

    /// The item that the field answers or accompanies. `None` for a part, a list or an entry.
    #[must_use]
    pub fn item(&self) -> Option<Item> {
        row_at(Assessment::ROWS, self.steps())?.0.asks.map(|(_, item)| item)
    }
}

/// Reading and changing answers by their paths.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::catalogue::Item;
///
/// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
/// assessment.put(&"population".parse()?, "10万人以上30万人未満")?;
/// assert_eq!(assessment.get(&"population".parse()?).unwrap().to_string(), "10万人以上30万人未満");
///
/// assessment.insert(&"systems".parse()?, 0)?;
/// let places = assessment.find(Item::SystemName);
/// assert_eq!(places, ["systems[0].name".parse()?]);
/// assessment.put(&places[0], "国民健康保険システム")?;
///
/// let refused = assessment.put(&places[0], "　").unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "systems[0].name (Ⅰ.2.システム.① システムの名称): a text cannot be blank: leave the item unanswered, or write what the form says",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Assessment {
    /// Returns the answer at this path (記載の参照). `None` if the document has no such entry, or if the path leads to a
    /// part or a list.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// assessment.population = "6万2千人".parse()?;
    /// let answer = assessment.get(&"population".parse()?).ok_or("no such field")?;
    /// assert_eq!(answer.to_string(), "62000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "記載の参照")]
    #[must_use]
    pub fn get(&self, path: &FieldPath) -> Option<Value<'_>> {
        entry_at(self, path).map(|entry| entry.value())
    }

    /// The paths of the fields that answer an item (項目の所在), in the order in which they are stored. They include fields
    /// that the form of the document does not print.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use mynumber_pia::catalogue::Item;
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// assessment.put(&"file_sections[0].entrustments[0].entrustee".parse()?, "株式会社甲")?;
    /// let places = assessment.find(Item::Entrustee);
    /// assert_eq!(places[0].to_string(), "file_sections[0].entrustments[0].entrustee");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "項目の所在")]
    #[must_use]
    pub fn find(&self, item: Item) -> Vec<FieldPath> {
        let mut places = Vec::new();
        self.walk(|field| {
            if field.item == item && field.role == Role::Answer {
                places.push(field.path.to_owned());
            }
        });
        places
    }

    /// Answers the field at this path (記入). The string has the contents of a JSON string: an answer as people write it,
    /// 「―」, 「なし」, `?` for an illegible answer, or an empty string for a blank cell. An index equal to the length of its
    /// list adds an entry.
    ///
    /// The string is read with the same `Deserialize` as loading, so the accepted spellings and the errors are the
    /// same. Only in a text of several lines, line feeds separate the lines; a JSON document has a list for them. If the answer
    /// is refused, the document stays as it was.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// assessment.put(&"systems[0].name".parse()?, "国民健康保険システム")?;
    /// assessment.put(&"cover.published".parse()?, "令和7年6月2日")?;
    /// assert!(assessment.put(&"cover.published".parse()?, "令和7年13月2日").is_err());
    /// assessment.put(&"other_bodies".parse()?, "甲市\n乙市")?;
    /// assert_eq!(assessment.other_bodies, ["甲市", "乙市"].try_into()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if the document has no such field, or if the field cannot hold this answer.
    #[doc(alias = "記入")]
    pub fn put(&mut self, path: &FieldPath, text: &str) -> Result<(), EditError> {
        if path.steps().is_empty() {
            return self.put_value(path, de::value::StrDeserializer::<AnswerError>::new(text));
        }
        self.change(path, |field| match field {
            // Directly, so that the error keeps its source.
            ChildMut::Answer(entry) => entry.put_lines(text).map_err(EditReason::Answer),
            ChildMut::Part(_) | ChildMut::List(_) => {
                let from = de::value::StrDeserializer::new(text);
                read_at(field, (Self::ROWS, path.steps()), from).map_err(EditReason::Answer)
            }
        })
    }

    /// Answers the field at this path with the text of a cell (記入), as [`Value::shown`] gives it: each line of the cell on a
    /// line of its own. Putting the text that is there changes nothing.
    ///
    /// A line in ＜＞ is a heading, and so is the beginning of a line that is a heading of the present answer. Other answers are
    /// read as [`put`](Self::put) reads them.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// let path = "affair.content".parse()?;
    /// assessment.put_shown(&path, "＜窓口＞申請書の受付\n資格の確認")?;
    /// let shown = assessment.get(&path).unwrap().shown();
    /// assert_eq!(shown, "＜窓口＞申請書の受付\n資格の確認");
    /// assert_eq!(assessment.affair.content.given().unwrap().iter().count(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if the document has no such field, or if the field cannot hold this answer.
    pub fn put_shown(&mut self, path: &FieldPath, shown: &str) -> Result<(), EditError> {
        let steps = path.steps();
        let added = add_entries(self, within_tiers(steps));
        let put = at_mut(self, steps).and_then(ChildMut::answer).map(|entry| entry.put_shown(shown));
        if let Some(added) = added.filter(|_| !matches!(put, Some(Ok(())))) {
            remove_at(self, steps.get(..added).unwrap_or_default());
        }
        match put {
            Some(put) => put.map_err(|error| self.refuse(path, EditReason::Answer(error))),
            None => self.put(path, shown),
        }
    }

    /// Reads the value at this path from JSON or another serde format (値の記入): an answer, a part, an entry or a list. An
    /// index equal to the length of its list adds an entry.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use serde_json::json;
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// let cell = json!([{"under": "窓口", "text": "申請書の受付"}, "資格の確認"]);
    /// assessment.put_value(&"affair.content".parse()?, cell)?;
    /// assessment.put_value(&"systems[0]".parse()?, json!({"name": "国民健康保険システム"}))?;
    /// assert_eq!(assessment.affair.content.value().to_string(), "＜窓口＞申請書の受付／資格の確認");
    /// assert_eq!(assessment.systems.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if the document has no such field, or if the field cannot hold this answer. Its path is that of the field inside the
    /// value that is wrong.
    #[doc(alias = "値の記入")]
    pub fn put_value<'de, D: de::Deserializer<'de>>(&mut self, path: &FieldPath, from: D) -> Result<(), EditError> {
        let mut inside = String::new();
        let mut because = |failed: Failed<D::Error>| {
            inside = failed.first.inside;
            match failed.first.reason {
                Some(reason) => EditReason::Answer(reason),
                None => EditReason::Format(failed.source.to_string()),
            }
        };
        let put = if path.steps().is_empty() {
            read(from, |watched| Self::deserialize(watched))
                .map(|document| *self = document)
                .map_err(|failed| self.refuse(path, because(failed)))
        } else {
            self.change(path, |field| {
                read(from, |watched| read_at(field, (Self::ROWS, path.steps()), watched)).map_err(because)
            })
        };
        put.map_err(|error| self.refuse(&within(path, &inside), error.reason))
    }

    /// Changes what is at this path, and adds the entry if the index is the length of its list.
    fn change(
        &mut self,
        path: &FieldPath,
        change: impl FnOnce(ChildMut<'_>) -> Result<(), EditReason>,
    ) -> Result<(), EditError> {
        let steps = path.steps();
        let allowed = within_tiers(steps);
        let added = add_entries(self, allowed);
        let changed = match at_mut(self, steps) {
            Some(field) => change(field),
            None => match at(self, allowed).and_then(Child::list) {
                Some(tier) if steps.get(allowed.len()) == Some(&PathStep::Index(tier.len())) => {
                    Err(EditReason::Answer(too_many_tiers()))
                }
                Some(_) | None => Err(self.missing(steps)),
            },
        };
        if let (Err(_), Some(added)) = (&changed, added) {
            remove_at(self, steps.get(..added).unwrap_or_default());
        }
        changed.map_err(|reason| self.refuse(path, reason))
    }

    /// Writes the value at this path in JSON or another serde format (値の参照): an answer, a part, an entry or a list.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use serde_json::{json, value::Serializer};
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// assessment.put(&"population".parse()?, "62,000人")?;
    /// assert_eq!(assessment.get_value(&"population".parse()?, Serializer)?, json!(62000));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if the document has no such field, or if the field is unanswered: a document omits unanswered
    /// fields.
    #[doc(alias = "値の参照")]
    pub fn get_value<S: ser::Serializer>(&self, path: &FieldPath, to: S) -> Result<S::Ok, EditError> {
        let field = at(self, path.steps()).ok_or_else(|| self.refuse(path, self.missing(path.steps())))?;
        match field {
            _ if path.steps().is_empty() => self.serialize(to),
            Child::Answer(entry) if matches!(entry.stored(), Value::Unanswered) => {
                return Err(self.refuse(path, EditReason::Unanswered));
            }
            Child::Answer(_) | Child::Part(_) | Child::List(_) => field.serialize(to),
        }
        .map_err(|error| self.refuse(path, EditReason::Format(error.to_string())))
    }

    /// Inserts an empty entry into the list at this path (行の挿入), before the entry with this index or at the end.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// assessment.put(&"systems[0].name".parse()?, "国民健康保険システム")?;
    /// assessment.insert(&"systems".parse()?, 0)?;
    /// assessment.put(&"systems[0].name".parse()?, "宛名システム")?;
    /// assert_eq!(assessment.systems[1].name.value().to_string(), "国民健康保険システム");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if there is no such list, if the index is beyond its end, or if a chain would have more than
    /// [`MAX_TIERS`] tiers.
    #[doc(alias = "行の挿入")]
    pub fn insert(&mut self, list: &FieldPath, index: usize) -> Result<(), EditError> {
        if tiers(list.steps()) > MAX_TIERS {
            return Err(self.refuse(list, EditReason::Answer(too_many_tiers())));
        }
        let Some(entries) = at_mut(self, list.steps()).and_then(ChildMut::list) else {
            return Err(self.refuse(list, EditReason::NoSuchList));
        };
        let len = entries.len();
        let added = entries.insert_empty(index);
        if added { Ok(()) } else { Err(self.refuse(list, EditReason::NoSuchIndex { index, entries: len })) }
    }

    /// Removes the value at this path (記載の削除), as if the JSON did not contain it: an entry of a list, the answer of a
    /// field, or the whole content of a part or list.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// assessment.put(&"systems[0].name".parse()?, "国民健康保険システム")?;
    /// assessment.remove(&"systems[0]".parse()?)?;
    /// assert!(assessment.systems.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if the document has no such field or entry.
    #[doc(alias = "記載の削除")]
    pub fn remove(&mut self, path: &FieldPath) -> Result<(), EditError> {
        if remove_at(self, path.steps()) {
            return Ok(());
        }
        Err(self.refuse(path, EditReason::NoSuchEntry))
    }

    /// Why the document has nothing at these steps.
    fn missing(&self, steps: &[PathStep]) -> EditReason {
        let mut here = Child::Part(self);
        for step in steps {
            here = match (here.enter(step), here, step) {
                (Some(next), _, _) => next,
                (None, Child::List(list), PathStep::Index(index)) => {
                    return EditReason::NoSuchIndex { index: *index, entries: list.len() };
                }
                (None, Child::Answer(_) | Child::Part(_) | Child::List(_), _) => break,
            };
        }
        EditReason::NoSuchField
    }

    /// The error for a field.
    fn refuse(&self, path: &FieldPath, reason: EditReason) -> EditError {
        let item = path.item();
        let (number, label) = item.map_or(("", ""), |item| printed(Some(self.kind()), self.form.edition(), item));
        EditError { path: path.clone(), item, number, label, reason }
    }
}

/// The path of what is at this place in the value at a path.
fn within(path: &FieldPath, inside: &str) -> FieldPath {
    let dot = if path.steps().is_empty() || inside.is_empty() || inside.starts_with('[') { "" } else { "." };
    // The place may lead into an answer, or be one that the document does not have.
    alloc::format!("{path}{dot}{inside}").parse().unwrap_or_else(|error: PathError| error.path)
}

/// The number of tiers of parties on the path, including the last.
fn tiers(steps: &[PathStep]) -> usize {
    row_at(Assessment::ROWS, steps).map_or(0, |(_, tiers)| tiers)
}

/// The steps that no tier too many follows: at most up to its list.
fn within_tiers(steps: &[PathStep]) -> &[PathStep] {
    if tiers(steps) <= MAX_TIERS {
        return steps;
    }
    let mut starts = (1..steps.len()).filter_map(|end| steps.get(..end));
    starts.find(|start| tiers(start) > MAX_TIERS).unwrap_or(steps)
}
