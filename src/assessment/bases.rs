//! The statutory bases of a document, read together.

use alloc::string::String;
use alloc::vec::Vec;

use super::Assessment;
use super::file::FileSection;
use super::provision::ProvisionSection;
use crate::catalogue::{Field, FieldPath, Item};
use crate::law::{Definitions, StatutoryBasis, Together};
use crate::value::answer::{Answer, Given, Lines, Value};
use crate::value::text::Text;

/// A cell of the document that names statutory bases (法令上の根拠), with the citations found in it.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The item that the cell answers.
    pub item: Item,
    /// The path of the field.
    pub path: FieldPath,
    /// The text of the cell and its citations.
    pub basis: StatutoryBasis,
}

impl Basis {
    /// The part that the cell belongs to (根拠の属する部分): the recipient for a provision or transfer, otherwise 情報連携 or the
    /// document. The path contains its list and its file.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
    ///     "file_sections": [{"names": "資格ファイル", "provision": {"provisions": [{"names": "国", "bases": "番号法第19条第8号"}]}}]}"#;
    /// let assessment: Assessment = serde_json::from_str(json)?;
    /// let basis = &assessment.bases()[0];
    /// assert_eq!(basis.part().to_string(), "file_sections[0].provision.provisions[0]");
    /// assert_eq!(basis.recipient(&assessment).unwrap().value().to_string(), "国");
    /// assert_eq!(basis.file_section(&assessment).unwrap().names.value().to_string(), "資格ファイル");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "根拠の属する部分")]
    #[must_use]
    pub fn part(&self) -> FieldPath {
        self.path.parent().unwrap_or_default()
    }

    /// The section of the file that the cell belongs to (特定個人情報ファイルの概要). `None` if the basis is not of a provision or a transfer.
    #[doc(alias = "特定個人情報ファイルの概要")]
    #[must_use]
    pub fn file_section<'a>(&self, assessment: &'a Assessment) -> Option<&'a FileSection> {
        assessment.file_sections.get(self.path.index_of(Assessment::file_sections)?)
    }

    /// Who receives the information under this basis (提供先, 移転先), in the assessment from which it was read. `None` if the
    /// basis is not of a provision or a transfer.
    #[doc(alias = "提供先")]
    #[must_use]
    pub fn recipient<'a>(&self, assessment: &'a Assessment) -> Option<&'a Answer<Lines>> {
        let section = &self.file_section(assessment)?.provision;
        if let Some(index) = self.path.index_of(ProvisionSection::provisions) {
            return section.provisions.get(index).map(|provision| &provision.names);
        }
        let index = self.path.index_of(ProvisionSection::transfers)?;
        section.transfers.get(index).map(|transfer| &transfer.names)
    }
}

impl Assessment {
    /// Returns the cells in which the form asks for statutory bases, in the order of the form: 個人番号の利用, 情報連携, and each
    /// recipient.
    ///
    /// The cells are read together, since one cell can define an abbreviation or name the law of a table for the others
    /// ([`Definitions`]). The lines of a cell are read as one string, with each heading in 【】 before its line.
    #[must_use]
    pub fn bases(&self) -> Vec<Basis> {
        let mut cells = Bases::default();
        self.walk(|field| cells.look_at(field));
        cells.read().0
    }
}

/// The cells with statutory bases that one walk of a document meets, already read.
#[derive(Default)]
pub(crate) struct Bases {
    cells: Vec<(Item, FieldPath)>,
    texts: Together,
}

impl Bases {
    /// Whether the form asks for statutory bases in this item.
    pub(crate) const fn are_asked_in(item: Item) -> bool {
        matches!(item, Item::NumberUseBases | Item::LinkageBases | Item::ProvisionBases | Item::TransferBases)
    }

    /// Called for each field of the walk.
    pub(crate) fn look_at(&mut self, field: &Field<'_>) {
        if !Self::are_asked_in(field.item) {
            return;
        }
        if let Value::Given(Given::Lines(lines)) = field.value {
            self.texts.add(plain(lines));
            self.cells.push((field.item, field.path.to_owned()));
        }
    }

    /// The bases, in the order of the walk, and the names that they define.
    pub(crate) fn read(self) -> (Vec<Basis>, Definitions) {
        let (bases, names) = self.texts.read();
        let cells = self.cells.into_iter().zip(bases);
        (cells.map(|((item, path), basis)| Basis { item, path, basis }).collect(), names)
    }
}

/// The lines of a cell as the form shows them, one below another.
pub(crate) fn plain(lines: &Lines) -> String {
    let length = |(under, line): (Option<&Text>, &Answer<Text>)| {
        line.given().map_or(0, |text| text.as_str().len()) + under.map_or(1, |under| under.as_str().len() + 8)
    };
    let mut text = String::with_capacity(lines.iter().map(length).sum());
    let mut last = None;
    for (under, line) in lines.iter() {
        if !text.is_empty() {
            text.push('\n');
        }
        if let Some(under) = under.filter(|under| last != Some(*under)) {
            let heading = under.as_str();
            let is_marked = heading.starts_with('【');
            text.push_str(if is_marked { "" } else { "【" });
            text.push_str(heading);
            text.push_str(if is_marked { "\n" } else { "】\n" });
        }
        last = under;
        text.push_str(line.given().map(AsRef::as_ref).unwrap_or_default());
    }
    text
}
