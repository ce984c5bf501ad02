//! Loads a document, and says in Japanese and English where and why it cannot be read.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, de};

use super::edit_error::{place, printed};
use crate::catalogue::{FieldPath, Item, PathStep};
use crate::value::answer::AnswerError;
use crate::value::error::Japanese;
use crate::value::kind::{AssessmentKind, FormEdition};
use crate::value::language::{Language, bilingual};
use crate::value::watched::{Failed, First, read};

/// Why a document cannot be loaded (読込みの誤り): where, what was seen and what is allowed, in Japanese and English.
///
/// The error of the format, which may know the line and the column, is its [`source`](core::error::Error::source). The columns of
/// `serde_json` count bytes; a program that has the text can count the characters before them, as the commands in `examples/` do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct LoadError<E> {
    /// Where in the document, such as `systems[0].name`; empty for the document as a whole. It ends with the name in the
    /// document if that is not a field.
    pub path: String,
    /// The item that the field answers or accompanies, if it is one.
    pub item: Option<Item>,
    /// The section number of the item as the form of the document prints it. Empty if the form does not print the item, or
    /// if the document says only later which form it has.
    pub number: &'static str,
    /// The label as printed. Empty without an item.
    pub label: &'static str,
    /// What is wrong with the content; `None` if the text is not valid in its format.
    pub reason: Option<AnswerError>,
    /// The error of the format.
    pub source: E,
    /// The part that has an unknown field.
    part: FieldPath,
    kind: Option<AssessmentKind>,
    edition: Option<FormEdition>,
}

/// Loads a document from any serde format (評価書の読込み), or another type of this crate, such as the
/// [facts](crate::Facts) of a threshold determination.
///
/// `Deserialize` is faster, but its error is one of the format: a single message in English, without the path. A program can
/// use `Deserialize` first, and this function for a document that was refused. Both accept the same values, except that
/// this function never takes a number for a text, which YAML writes the same way.
///
/// It reads one value and does not look at what follows, as `Deserialize` does. A function such as `serde_json::from_str` refuses
/// text after the document; with this function, call the `end` of the deserializer afterwards.
///
/// ```
/// use mynumber_pia::assessment::load;
/// use mynumber_pia::{Assessment, Language};
///
/// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "systems": [{"name": 7}]}"#;
/// let error = load::<Assessment, _>(&mut serde_json::Deserializer::from_str(json)).unwrap_err();
/// assert_eq!((error.path.as_str(), error.source.line()), ("systems[0].name", 2));
/// assert_eq!(
///     error.text(Language::Japanese),
///     "systems[0].name（Ⅰ.2.システム.① システムの名称）：型が違う：整数 `7`（記載できるもの：文字列、―、なし、不明であれば \"?\"、空欄であれば \"\"）"
/// );
/// assert_eq!(
///     error.text(Language::English),
///     "systems[0].name (Ⅰ.2.システム.① システムの名称): invalid type: integer `7`, expected a text, ―, なし, \"?\" if it is not \
///      known, or \"\" if it was left empty"
/// );
///
/// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "?"} and more"#;
/// let mut from = serde_json::Deserializer::from_str(json);
/// assert!(load::<Assessment, _>(&mut from).is_ok());
/// assert!(from.end().is_err());
/// ```
///
/// # Errors
/// [`LoadError`] if the text is not valid in its format, or not a document.
pub fn load<'de, T: Deserialize<'de>, D: de::Deserializer<'de>>(from: D) -> Result<T, LoadError<D::Error>> {
    read(from, |watched| T::deserialize(watched)).map_err(LoadError::new)
}

impl<E> LoadError<E> {
    fn new(Failed { first, source }: Failed<E>) -> Self {
        let First { path, inside, reason, kind, edition } = first;
        // The path may lead into an answer.
        let part = inside.parse::<FieldPath>().unwrap_or_else(|error| error.path);
        let item = part.item();
        let (number, label) = item.map_or(("", ""), |item| printed(kind, edition, item));
        Self { path, item, number, label, reason, source, part, kind, edition }
    }

    /// The label of a field of the part.
    fn label_of(&self, name: &'static str) -> Option<&'static str> {
        let mut steps = self.part.steps().to_vec();
        steps.push(PathStep::Field(name));
        FieldPath::new(steps).item().map(|item| printed(self.kind, self.edition, item).1)
    }
}

impl<E: fmt::Display> LoadError<E> {
    fn place(&self, language: Language) -> String {
        place(language, &self.path, self.number, self.label)
    }
}

/// Prints the path, the printed number and label, and what is wrong.
impl<E: fmt::Display> fmt::Display for LoadError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place(Language::English))?;
        match &self.reason {
            Some(reason) => f.write_str(&reason.labelled(Language::English, |name| self.label_of(name))),
            None => self.source.fmt(f),
        }
    }
}

impl<E: fmt::Display> Japanese for LoadError<E> {
    fn japanese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place(Language::Japanese))?;
        match &self.reason {
            Some(reason) => f.write_str(&reason.labelled(Language::Japanese, |name| self.label_of(name))),
            None => write!(f, "形式として正しくない（{}）", self.source),
        }
    }
}

bilingual!(pub LoadError<E>);
