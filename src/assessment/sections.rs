//! The file sections of 様式3 and 様式4, seen alike.

use alloc::vec::Vec;

use super::Assessment;
use crate::acquisition::Acquisition;
use crate::answer::Answer;
use crate::catalogue::{FieldPath, Path, Step};
use crate::choice::EntrustmentState;
use crate::entrustment::{AllItemEntrustment, Chain, Entrustment, KeyItemEntrustment};
use crate::file::FileOutline;
use crate::provision::ProvisionSection;
use crate::retention::Retention;
use crate::text::Lines;

/// A section of Ⅱ 特定個人情報ファイルの概要, with what 様式3 and 様式4 both ask. One section may be about several files.
#[doc(alias = "特定個人情報ファイルの概要")]
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "it holds views of other types")]
pub struct FileSection<'a> {
    /// Where it stands among the sections, from 0.
    pub place: usize,
    /// The files that it is about.
    pub names: &'a Answer<Lines>,
    /// ２．基本情報.
    pub outline: &'a FileOutline,
    /// ３．特定個人情報の入手・使用.
    pub acquisition: &'a dyn Acquisition,
    /// ４．委託の有無.
    pub entrustment: &'a Answer<EntrustmentState>,
    /// How many entrustments the document says that there are.
    pub entrustment_count: &'a Answer<u32>,
    entrustments: Entrustments<'a>,
    /// ５．特定個人情報の提供・移転.
    pub provision: &'a ProvisionSection,
    /// ６．特定個人情報の保管・消去.
    pub retention: &'a dyn Retention,
    /// ７．備考.
    pub remarks: &'a Answer<Lines>,
}

#[derive(Clone, Copy)]
enum Entrustments<'a> {
    KeyItem(&'a [KeyItemEntrustment]),
    AllItem(&'a [AllItemEntrustment]),
}

impl<'a> FileSection<'a> {
    /// 委託事項1, 2, ….
    #[must_use]
    pub fn entrustments(&self) -> Vec<&'a dyn Entrustment> {
        match self.entrustments {
            Entrustments::KeyItem(list) => list.iter().map(|one| one as &dyn Entrustment).collect(),
            Entrustments::AllItem(list) => list.iter().map(|one| one as &dyn Entrustment).collect(),
        }
    }

    /// The names of the files, one each.
    pub fn file_names(&self) -> impl Iterator<Item = &'a str> {
        self.names.given().into_iter().flat_map(Lines::texts).map(AsRef::as_ref)
    }

    /// How many tiers the deepest chain of entrustments has.
    #[must_use]
    pub fn deepest_chain(&self) -> usize {
        self.entrustments().into_iter().map(|entrustment| Chain::of(entrustment).depth()).max().unwrap_or_default()
    }

    /// Where the section stands in the document.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        Path::ROOT.field("file_sections").to(Step::Index(self.place)).to_owned()
    }
}

/// A view of a section, whichever form it is of.
macro_rules! view {
    ($document:ident, $kind:ident) => {
        $document
            .file_sections
            .iter()
            .enumerate()
            .map(|(place, section)| FileSection {
                place,
                names: &section.names,
                outline: &section.outline,
                acquisition: &section.acquisition,
                entrustment: &section.entrustment,
                entrustment_count: &section.entrustment_count,
                entrustments: Entrustments::$kind(&section.entrustments),
                provision: &section.provision,
                retention: &section.retention,
                remarks: &section.remarks,
            })
            .collect()
    };
}

impl Assessment {
    /// The sections of Ⅱ 特定個人情報ファイルの概要. 様式2 has none.
    #[must_use]
    pub fn file_sections(&self) -> Vec<FileSection<'_>> {
        match self {
            Self::BasicItem(_) => Vec::new(),
            Self::KeyItem(document) => view!(document, KeyItem),
            Self::AllItem(document) => view!(document, AllItem),
        }
    }
}
