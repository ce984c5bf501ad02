//! 特定個人情報保護評価書: the three documents.
//!
//! # In JSON
//! A document begins with three fields, in this order: `"format": "mynumber-pia"`, `"version": 1` and `"kind"`. Then comes
//! `"edition"`, the edition of the form or `"?"`, and the items in the order of the form. What is not answered is left
//! out; what else an item may say is told in [`answer`](crate::answer). Fields that no form has, fields that come twice
//! and another version are refused.
//!
//! What was saved is loaded and saved to the same bytes. What is written by hand may say the same in another way: a date as
//! 「令和6年12月6日」, a mark for nothing as 「-」, boxes in another order, an empty list. It is saved in one way.
//!
//! The header must come first in a reader too, so that a document is read in one pass: from text, not from a
//! `serde_json::Value`, which sorts its fields.

use alloc::vec::Vec;

use serde::de;

use crate::answer::Answer;
use crate::band::{Count, PopulationBand};
#[cfg(feature = "proptest1")]
use crate::catalogue::{Alterable, Path, Visit};
use crate::catalogue::{Field, FieldPath, Item, Walk};
use crate::choice::Extent;
use crate::file::FileName;
use crate::kind::{AssessmentKind, FormEdition};
use crate::procedure::{Change, ThresholdItems};
use crate::system::{InformationSystem, System};
use crate::text::Lines;

mod all_item;
mod bases;
mod basic_item;
mod cover;
mod document;
mod key_item;
mod sections;

#[doc(alias = "全項目評価書")]
#[doc(alias = "様式4")]
pub use all_item::AllItemAssessment;
#[doc(alias = "重点項目評価書のみの項目")]
pub use all_item::KeyItemOnly;
#[doc(alias = "重点項目評価書のみの項目")]
pub use all_item::KeyItemRiskEnd;
#[doc(alias = "法令上の根拠")]
pub use bases::Basis;
pub(crate) use bases::plain;
#[doc(alias = "基礎項目評価書")]
#[doc(alias = "様式2")]
pub use basic_item::BasicItemAssessment;
#[doc(alias = "基礎項目評価書のみの項目")]
pub use basic_item::BasicItemOnly;
#[doc(alias = "事務")]
pub use cover::Affair;
#[doc(alias = "表紙")]
pub use cover::Cover;
#[doc(alias = "担当部署")]
pub use cover::Department;
#[doc(alias = "情報連携")]
#[doc(alias = "情報提供ネットワークシステムによる情報連携")]
pub use cover::Linkage;
#[doc(alias = "形式名")]
pub use document::FORMAT;
#[doc(alias = "形式の版")]
pub use document::VERSION;
#[doc(alias = "重点項目評価書")]
#[doc(alias = "様式3")]
pub use key_item::KeyItemAssessment;
#[doc(alias = "特定個人情報ファイルの概要")]
pub use sections::FileSection;

/// An edition that belongs to another form (様式の取り違え).
#[doc(alias = "様式の取り違え")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the edition {edition} is one of {}, but a {} is {}",
    edition.kind().form(), kind.document(), kind.form()
)]
pub struct WrongForm {
    /// The edition.
    pub edition: FormEdition,
    /// The document that it was given for.
    pub kind: AssessmentKind,
}

/// A 特定個人情報保護評価書 of any of the three forms.
///
/// ```
/// use mynumber_pia::assessment::Assessment;
/// use mynumber_pia::kind::AssessmentKind;
///
/// let json = r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "affair": {"name": "後期高齢者医療に関する事務"},
///     "population": "from_100000_to_299999"
/// }"#;
/// let assessment: Assessment = serde_json::from_str(json)?;
/// assert_eq!(assessment.kind(), AssessmentKind::KeyItem);
/// assert_eq!(assessment.population().range().min(), 100_000);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "特定個人情報保護評価書")]
#[doc(alias = "評価書")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "a document is a few kilobytes, and few are held at once")]
pub enum Assessment {
    /// 基礎項目評価書.
    BasicItem(BasicItemAssessment),
    /// 重点項目評価書.
    KeyItem(KeyItemAssessment),
    /// 全項目評価書.
    AllItem(AllItemAssessment),
}

/// An assessment that went up a level (上位の評価書への変換), and what is still to fill in.
#[doc(alias = "上位の評価書への変換")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised<T> {
    /// The document of the higher form. It keeps every answer.
    pub document: T,
    /// The items that the higher form prints and nothing answers yet, in its order.
    pub to_fill: Vec<(Item, FieldPath)>,
}

impl<T> Raised<T> {
    /// `walk` is the walk over the document.
    fn new(document: T, walk: impl Fn(&T, &mut Walk<'_>)) -> Self {
        let mut to_fill = Vec::new();
        let mut visit = |field: &Field<'_>| {
            if field.is_open() {
                to_fill.push((field.item, field.path.to_owned()));
            }
        };
        walk(&document, &mut Walk::with_empty_forms(&mut visit));
        Self { document, to_fill }
    }
}

/// A field that the three documents share.
macro_rules! shared {
    ($($(#[$meta:meta])* $field:ident: $type:ty;)+) => {
        impl Assessment {
            $(
                $(#[$meta])*
                #[must_use]
                pub const fn $field(&self) -> &$type {
                    match self {
                        Self::BasicItem(document) => &document.$field,
                        Self::KeyItem(document) => &document.$field,
                        Self::AllItem(document) => &document.$field,
                    }
                }
            )+
        }
    };
}

shared! {
    /// The edition of the form (様式の版).
    edition: Answer<FormEdition>;
    /// How much of the assessment is recorded (収録範囲).
    extent: Extent;
    /// The cover (表紙).
    cover: Cover;
    /// The affair (事務).
    affair: Affair;
    /// The files as the affair names them (特定個人情報ファイル名).
    files: Vec<FileName>;
    /// 個人番号の利用 法令上の根拠.
    number_use_bases: Answer<Lines>;
    /// 情報連携.
    linkage: Linkage;
    /// 担当部署.
    department: Department;
    /// 他の評価実施機関.
    other_bodies: Answer<Lines>;
    /// 変更箇所.
    changes: Vec<Change>;
}

impl Assessment {
    /// Which of the three it is.
    #[must_use]
    pub const fn kind(&self) -> AssessmentKind {
        match self {
            Self::BasicItem(_) => AssessmentKind::BasicItem,
            Self::KeyItem(_) => AssessmentKind::KeyItem,
            Self::AllItem(_) => AssessmentKind::AllItem,
        }
    }

    /// Visits every field that answers an item, to change it.
    #[cfg(feature = "proptest1")]
    pub(crate) fn alter(&mut self, visit: &mut Visit<'_>) {
        match self {
            Self::BasicItem(document) => document.alter(&Path::ROOT, visit),
            Self::KeyItem(document) => document.alter(&Path::ROOT, visit),
            Self::AllItem(document) => document.alter(&Path::ROOT, visit),
        }
    }

    /// 対象人数, unknown where it is not answered.
    #[must_use]
    pub const fn population(&self) -> Count<PopulationBand> {
        let population = match self {
            Self::BasicItem(document) => &document.population,
            Self::KeyItem(document) => &document.population,
            Self::AllItem(document) => &document.population,
        };
        match population.given() {
            Some(count) => *count,
            None => Count::Unknown,
        }
    }

    /// The information systems (システム): of 様式2 by name alone.
    #[must_use]
    pub fn systems(&self) -> Vec<&dyn System> {
        match self {
            Self::BasicItem(document) => document.systems.iter().map(|system| system as &dyn System).collect(),
            Self::KeyItem(document) => document.systems.iter().map(|system| system as &dyn System).collect(),
            Self::AllItem(document) => document.systems.iter().map(|system| system as &dyn System).collect(),
        }
    }

    /// The information systems (システム) with their functions and connections; none of 様式2, which does not ask for them.
    #[must_use]
    pub fn information_systems(&self) -> &[InformationSystem] {
        match self {
            Self::BasicItem(_) => &[],
            Self::KeyItem(document) => &document.systems,
            Self::AllItem(document) => &document.systems,
        }
    }

    /// しきい値判断項目 and its result as 様式2 prints them; of 様式3 and 様式4 what was carried along.
    #[must_use]
    pub const fn threshold_items(&self) -> &ThresholdItems {
        match self {
            Self::BasicItem(document) => &document.threshold,
            Self::KeyItem(document) => &document.basic_item.threshold,
            Self::AllItem(document) => &document.basic_item.threshold,
        }
    }

    /// Visits every field with its item, in the order of the form.
    pub fn walk(&self, walk: &mut Walk<'_>) {
        match self {
            Self::BasicItem(document) => document.walk(walk),
            Self::KeyItem(document) => document.walk(walk),
            Self::AllItem(document) => document.walk(walk),
        }
    }
}

impl From<BasicItemAssessment> for Assessment {
    fn from(document: BasicItemAssessment) -> Self {
        Self::BasicItem(document)
    }
}

impl From<KeyItemAssessment> for Assessment {
    fn from(document: KeyItemAssessment) -> Self {
        Self::KeyItem(document)
    }
}

impl From<AllItemAssessment> for Assessment {
    fn from(document: AllItemAssessment) -> Self {
        Self::AllItem(document)
    }
}

impl serde::Serialize for Assessment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::BasicItem(document) => document.serialize(serializer),
            Self::KeyItem(document) => document.serialize(serializer),
            Self::AllItem(document) => document.serialize(serializer),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Assessment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Assessment;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an assessment (特定個人情報保護評価書)")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Assessment, A::Error> {
                Ok(match document::read_header(&mut map)? {
                    AssessmentKind::BasicItem => Assessment::BasicItem(BasicItemAssessment::read_fields(map)?),
                    AssessmentKind::KeyItem => Assessment::KeyItem(KeyItemAssessment::read_fields(map)?),
                    AssessmentKind::AllItem => Assessment::AllItem(AllItemAssessment::read_fields(map)?),
                })
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}
