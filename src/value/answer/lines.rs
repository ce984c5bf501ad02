//! Free text with the inner structure that cells of the forms have.

use alloc::vec::{self, Vec};
use core::{fmt, slice};

use serde::de;
use serde::ser::{SerializeMap, SerializeSeq};

use super::answered::Answer;
use super::headings::{Headings, LineHeading};
use crate::value::error::{Words, both, refused};
use crate::value::text::{Meaning, Text, TextError};

/// One line of a cell (記載行), with its heading if it has one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// The heading: an actor (「ガバメントクラウドにおける措置」), a method, a kind of information, a table. It keeps the marks
    /// that the document gives it (「１　事務の目的」, 「【ケース1】」); only a heading without any is printed in ＜＞.
    pub under: Option<Text>,
    /// The text. Below a heading it may also be a dash, or missing.
    pub text: Answer<Text>,
}

impl From<Text> for Line {
    fn from(text: Text) -> Self {
        Self { under: None, text: Answer::Given(text) }
    }
}

impl core::str::FromStr for Line {
    type Err = TextError;

    /// Reads a line without a heading.
    fn from_str(text: &str) -> Result<Self, TextError> {
        Text::new(text).map(Self::from)
    }
}

/// The content of a free-text cell (記載文): one or more lines, each with or without a heading.
///
/// The form prints one box, but documents write lists in it: departments that share an entry, the bases of a provision,
/// its uses, measures by actor, the frequency of each method. In JSON, one line without a heading is a string.
/// Everything else is a list of strings and of objects with `under` and `text`. A list of one string is read as that string.
///
/// ```
/// use mynumber_pia::value::answer::Lines;
///
/// let measures: Lines = serde_json::from_str(
///     r#"["入退室の管理", {"under": "ガバメントクラウド", "text": "ISMAPに登録された事業者"}]"#,
/// )?;
/// assert_eq!(measures.iter().count(), 2);
/// assert_eq!(measures.to_string(), "入退室の管理／＜ガバメントクラウド＞ISMAPに登録された事業者");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Strings become lines with `try_into`, since not every string is a [`Text`]. `parse` never splits its string.
///
/// ```
/// use mynumber_pia::value::answer::{Answer, Lines};
///
/// let departments: Answer<Lines> = vec!["税務課", "保険年金課"].try_into()?;
/// let split: Lines = "税務課\n保険年金課".lines().collect::<Vec<_>>().try_into()?;
/// assert_eq!(departments.given(), Some(&split));
/// let texts: Vec<String> = split.into_iter().map(|line| line.text.value().to_string()).collect();
/// assert_eq!(texts, ["税務課", "保険年金課"]);
/// assert!(Lines::try_from(["税務課", "―"]).is_err()); // 「―」 means that there is nothing
/// # Ok::<(), mynumber_pia::value::text::TextError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lines(Shape);

pub(super) const EMPTY_LIST: Words = Words {
    english: "the list is empty: leave the field out, or write \"\"",
    japanese: "配列が空である。項目を省くか、空欄であれば \"\" と書く",
};

/// Most cells have one line and need no list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Shape {
    /// Always [`Answer::Given`].
    One(Answer<Text>),
    /// Two or more lines, or one line with a heading.
    Many(Vec<Line>),
}

impl Lines {
    /// Makes the content of a cell; `None` if `lines` is empty or a line has neither a heading nor a text.
    #[must_use]
    pub fn new(mut lines: Vec<Line>) -> Option<Self> {
        let says_nothing = |line: &Line| line.under.is_none() && line.text.given().is_none();
        if lines.is_empty() || lines.iter().any(says_nothing) {
            return None;
        }
        Some(Self(match lines.as_slice() {
            [Line { under: None, .. }] => Shape::One(lines.pop()?.text),
            [..] => Shape::Many(lines),
        }))
    }

    /// The lines: of each the heading, if it has one, and the text.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&Text>, &Answer<Text>)> {
        self.into_iter()
    }

    /// The texts, without their headings.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.iter().filter_map(|(_, text)| text.given())
    }

    /// Appends the lines of `other`.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let mut lines = self.into_vec();
        lines.extend(other.into_vec());
        Self(Shape::Many(lines))
    }

    /// The lines, so that they can be changed and put into a cell again.
    #[must_use]
    pub fn into_vec(self) -> Vec<Line> {
        match self.0 {
            Shape::One(text) => Vec::from([Line { under: None, text }]),
            Shape::Many(lines) => lines,
        }
    }

    pub(crate) fn from_list<'de, A: de::SeqAccess<'de>>(mut list: A) -> Result<Self, A::Error> {
        let mut lines = Vec::new();
        while let Some(CellLine(line)) = list.next_element()? {
            lines.push(line);
        }
        Self::new(lines).ok_or_else(|| de::Error::custom(EMPTY_LIST))
    }
}

/// The lines of a cell (記載の行): of each the heading, if it has one, and the text.
// Its own type and not a chain of two iterators: many loops are compiled for it.
#[derive(Debug, Clone)]
pub struct LinesIter<'a> {
    one: Option<&'a Answer<Text>>,
    many: slice::Iter<'a, Line>,
}

impl<'a> Iterator for LinesIter<'a> {
    type Item = (Option<&'a Text>, &'a Answer<Text>);

    fn next(&mut self) -> Option<Self::Item> {
        match self.one.take() {
            Some(text) => Some((None, text)),
            None => self.many.next().map(|Line { under, text }| (under.as_ref(), text)),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::from(self.one.is_some()) + self.many.len();
        (left, Some(left))
    }
}

impl ExactSizeIterator for LinesIter<'_> {}

/// The lines: of each the heading, if it has one, and the text.
impl<'a> IntoIterator for &'a Lines {
    type Item = (Option<&'a Text>, &'a Answer<Text>);
    type IntoIter = LinesIter<'a>;

    fn into_iter(self) -> LinesIter<'a> {
        match &self.0 {
            Shape::One(text) => LinesIter { one: Some(text), many: [].iter() },
            Shape::Many(lines) => LinesIter { one: None, many: lines.iter() },
        }
    }
}

impl IntoIterator for Lines {
    type Item = Line;
    type IntoIter = vec::IntoIter<Line>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_vec().into_iter()
    }
}

/// One line for each string.
///
/// # Errors
/// The error of the first string that is not a [`Text`]. No string at all is [`TextError::Blank`].
impl<S: AsRef<str>> TryFrom<Vec<S>> for Lines {
    type Error = TextError;

    fn try_from(lines: Vec<S>) -> Result<Self, TextError> {
        let lines: Vec<Line> = lines.iter().map(|line| line.as_ref().parse()).collect::<Result<_, _>>()?;
        Self::new(lines).ok_or(TextError::Blank)
    }
}

/// One line for each string.
///
/// # Errors
/// The same as of a `Vec`.
impl<S: AsRef<str>, const N: usize> TryFrom<[S; N]> for Lines {
    type Error = TextError;

    fn try_from(lines: [S; N]) -> Result<Self, TextError> {
        Vec::from(lines).try_into()
    }
}

/// An answer with one line for each string.
///
/// # Errors
/// The same as of [`Lines`].
impl<S: AsRef<str>> TryFrom<Vec<S>> for Answer<Lines> {
    type Error = TextError;

    fn try_from(lines: Vec<S>) -> Result<Self, TextError> {
        Lines::try_from(lines).map(Self::Given)
    }
}

/// An answer with one line for each string.
///
/// # Errors
/// The same as of [`Lines`].
impl<S: AsRef<str>, const N: usize> TryFrom<[S; N]> for Answer<Lines> {
    type Error = TextError;

    fn try_from(lines: [S; N]) -> Result<Self, TextError> {
        Lines::try_from(lines).map(Self::Given)
    }
}

impl From<Text> for Lines {
    fn from(text: Text) -> Self {
        Self(Shape::One(Answer::Given(text)))
    }
}

impl core::str::FromStr for Lines {
    type Err = TextError;

    /// Reads one line without a heading.
    fn from_str(text: &str) -> Result<Self, TextError> {
        Text::new(text).map(Self::from)
    }
}

impl Lines {
    /// Prints the lines with this separator between them.
    pub(super) fn write(&self, f: &mut dyn fmt::Write, separator: &str) -> fmt::Result {
        for (place, (under, text)) in self.iter().enumerate() {
            if place > 0 {
                f.write_str(separator)?;
            }
            if let Some(under) = under {
                write!(f, "{}", LineHeading(under.as_str()))?;
            }
            match text {
                Answer::Unanswered | Answer::Blank => {}
                Answer::NotKnown => f.write_str("？")?,
                Answer::Nothing(mark) => f.write_str(mark.label())?,
                Answer::Given(text) => f.write_str(text.as_str())?,
            }
        }
        Ok(())
    }
}

/// Prints the lines with 「／」 between them. A heading is printed before its text: as it is if the document marks it
/// (「１　事務の目的」, 「【ケース1】」), otherwise in ＜＞.
impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "／")
    }
}

/// Reads the lines that [`Value::shown`](super::Value::shown) gives. `own` is the answer that they replace: a line that begins with one of its headings is
/// under that heading.
pub(super) fn read_shown(shown: &str, own: Option<&Lines>) -> Result<Lines, TextError> {
    let headings = Headings::of(own.into_iter().flat_map(Lines::iter).filter_map(|(under, _)| under));
    let mut lines = Vec::new();
    for line in shown.lines().filter(|line| !line.trim().is_empty()) {
        let (under, rest) = match headings.before(line) {
            Some((printed, heading)) => (Some(heading.clone()), line.get(printed.len()..)),
            None => match line.strip_prefix('＜').and_then(|line| line.split_once('＞')) {
                Some((heading, rest)) => (Some(Text::new(heading)?), Some(rest)),
                None => (None, Some(line)),
            },
        };
        let rest = rest.unwrap_or_default();
        let rest = if under.is_some() { rest.strip_prefix('　').unwrap_or(rest) } else { rest };
        let text = match Meaning::of(rest) {
            Meaning::Text => Answer::Given(Text::of_mark_free(rest)),
            Meaning::Blank if under.is_some() => Answer::Unanswered,
            Meaning::Nothing(mark) if under.is_some() => Answer::Nothing(mark),
            Meaning::NotKnown if under.is_some() => Answer::NotKnown,
            Meaning::Blank | Meaning::Nothing(_) | Meaning::NotKnown => Answer::Given(Text::new(rest)?),
        };
        lines.push(Line { under, text });
    }
    Lines::new(lines).ok_or(TextError::Blank)
}

/// Reads lines without headings, which line feeds separate. Blank lines are left out.
pub(super) fn read_split(text: &str) -> Result<Lines, TextError> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines: Result<Vec<Line>, TextError> =
        lines.map(|line| Ok(Line { under: None, text: Answer::Given(Text::new(line)?) })).collect();
    Lines::new(lines?).ok_or(TextError::Blank)
}

impl serde::Serialize for Lines {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Shape::One(text) => text.serialize(serializer),
            Shape::Many(lines) => {
                let mut list = serializer.serialize_seq(Some(lines.len()))?;
                for line in lines {
                    list.serialize_element(line)?;
                }
                list.end()
            }
        }
    }
}

impl<'de> serde::Deserialize<'de> for Lines {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Lines;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                both!(f, "a text, or a list of texts", "文字列又は文字列の配列")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Lines, E> {
                text.parse().map_err(refused)
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, list: A) -> Result<Lines, A::Error> {
                Lines::from_list(list)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl serde::Serialize for Line {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(under) = &self.under else {
            return self.text.serialize(serializer);
        };
        let has_text = self.text != Answer::Unanswered;
        // A map, since some formats write a struct as a list.
        let mut line = serializer.serialize_map(Some(1 + usize::from(has_text)))?;
        line.serialize_entry("under", under)?;
        if has_text {
            line.serialize_entry("text", &self.text)?;
        }
        line.end()
    }
}

/// A line with a heading, as JSON writes it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Headed {
    under: Text,
    #[serde(default)]
    text: Answer<Text>,
}

impl<'de> serde::Deserialize<'de> for Line {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LineVisitor { is_in_cell: false })
    }
}

/// A line of a cell. Without a heading it must have a text.
struct CellLine(Line);

impl<'de> serde::Deserialize<'de> for CellLine {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LineVisitor { is_in_cell: true }).map(Self)
    }
}

struct LineVisitor {
    is_in_cell: bool,
}

impl<'de> de::Visitor<'de> for LineVisitor {
    type Value = Line;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        both!(
            f,
            "a text, or an object with a heading (under) and a text",
            "文字列、又は見出し（under）と文（text）のオブジェクト"
        )
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Line, E> {
        if self.is_in_cell {
            return text.parse().map(|text: Text| text.into()).map_err(refused);
        }
        let text = serde::Deserialize::deserialize(de::value::StrDeserializer::new(text))?;
        Ok(Line { under: None, text })
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Line, A::Error> {
        let Headed { under, text } = serde::Deserialize::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(Line { under: Some(under), text })
    }
}
