//! What a check finds.

use alloc::string::{String, ToString};
use core::fmt;

use super::rule::{Rule, RuleRow, Severity};
use crate::catalogue::{FieldPath, Item, Row, Step};
use crate::code_list::code_list;

code_list! {
    /// In which language a finding is told.
    #[derive(Default)]
    pub enum Language ("language", "言語") {
        /// Japanese.
        #[default]
        Japanese = "ja", "日本語";
        /// English.
        English = "en", "英語";
    }
}

/// An item of the document, where it stands (項目の所在).
#[doc(alias = "項目の所在")]
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Place {
    /// What the form asks there.
    pub item: Item,
    /// The section number as printed; empty where the form does not print the item.
    pub number: &'static str,
    /// The label as printed.
    pub label: &'static str,
    /// The path of the field.
    pub path: FieldPath,
    /// The numbers that the document prints for the blocks that the path leads through.
    #[serde(skip)]
    printed: [Option<u32>; 2],
}

impl Place {
    pub(super) fn new(item: Item, row: Option<&'static Row>, path: FieldPath, printed: [Option<u32>; 2]) -> Self {
        let (number, label) = row.map_or(("", item.label()), |row| (row.number, row.label));
        Self { item, number, label, path, printed }
    }
}

/// The printed number and label, and which of several blocks it is, by the number that the document prints or else by its
/// place: 「Ⅱ.4.委託事項.⑥ 委託先名［1番目のファイル・委託事項2］」.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            "" => f.write_str(self.label)?,
            // Of a block as a whole the number is the label.
            number if number.ends_with(self.label) => f.write_str(number)?,
            number => write!(f, "{number} {}", self.label)?,
        }
        let mut separator = '［';
        let printed = self.printed.iter().copied().chain(core::iter::repeat(None));
        for ((Block { word, .. }, index), printed) in blocks(&self.path).zip(printed) {
            match printed {
                Some(number) => write!(f, "{separator}{word}{number}")?,
                None => write!(f, "{separator}{}番目の{word}", index.saturating_add(1))?,
            }
            separator = '・';
        }
        if separator == '・' { f.write_str("］") } else { Ok(()) }
    }
}

/// What a list of the document holds: blocks that the form prints again and again.
pub(super) struct Block {
    /// The field.
    pub(super) list: &'static str,
    /// What one is called.
    word: &'static str,
    /// Its first item.
    pub(super) first: Item,
}

/// The blocks that a path leads through, with their places in their lists.
pub(super) fn blocks(path: &FieldPath) -> impl Iterator<Item = (Block, usize)> {
    let steps = path.steps();
    steps.iter().zip(steps.iter().skip(1)).filter_map(|steps| match steps {
        (Step::Field(list), Step::Index(index)) => Some((block(list)?, *index)),
        (Step::Field(_) | Step::Index(_), _) => None,
    })
}

fn block(list: &'static str) -> Option<Block> {
    let (word, first) = match list {
        "systems" => ("システム", Item::SystemName),
        "files" => ("名称", Item::FileNames),
        "file_sections" => ("ファイル", Item::SectionFileNames),
        "entrustments" => ("委託事項", Item::EntrustmentMatter),
        "provisions" => ("提供先", Item::ProvisionRecipient),
        "transfers" => ("移転先", Item::TransferRecipient),
        "record_items" => ("記録項目の組", Item::RecordItems),
        "risks" => ("リスク対策", Item::RiskFileNames),
        "changes" => ("行", Item::ChangeDate),
        _ => return None,
    };
    Some(Block { list, word, first })
}

/// Something that breaks a rule (指摘).
#[doc(alias = "指摘")]
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Where.
    pub place: Place,
    /// What was seen there; empty where nothing was.
    pub seen: String,
    /// What was expected; empty where that goes without saying.
    pub expected: String,
    /// The other end, where two places disagree.
    pub other: Option<Place>,
}

impl Finding {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// The finding in words: the printed item, and what is wrong with it.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let RuleRow { japanese, english, .. } = self.rule.row();
        let (template, separator) = match language {
            Language::Japanese => (*japanese, "："),
            Language::English => (*english, ": "),
        };
        let other = self.other.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut text = alloc::format!("{}{separator}", self.place);
        let mut rest = template;
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
            text.push_str(before);
            text.push_str(match name {
                "seen" => &self.seen,
                "expected" => &self.expected,
                _ => &other,
            });
            rest = after;
        }
        text.push_str(rest);
        text
    }
}

/// In Japanese.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::Japanese))
    }
}

/// The severity, the rule's code and source, the place, what was seen and expected, the other end, and the texts.
impl serde::Serialize for Finding {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let Self { rule, place, seen, expected, other } = self;
        let mut finding = serializer.serialize_struct("Finding", 12)?;
        finding.serialize_field("severity", &rule.severity())?;
        finding.serialize_field("code", rule.code())?;
        finding.serialize_field("item", &place.item)?;
        finding.serialize_field("number", place.number)?;
        finding.serialize_field("label", place.label)?;
        finding.serialize_field("path", &place.path)?;
        finding.serialize_field("seen", seen)?;
        finding.serialize_field("expected", expected)?;
        finding.serialize_field("other", other)?;
        finding.serialize_field("source", rule.row().source)?;
        finding.serialize_field("ja", &self.text(Language::Japanese))?;
        finding.serialize_field("en", &self.text(Language::English))?;
        finding.end()
    }
}
