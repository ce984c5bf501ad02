//! The statutory bases of a document, read together.

use alloc::string::String;
use alloc::vec::Vec;

use super::Assessment;
use crate::catalogue::{FieldPath, Item, Walk};
use crate::law::{Definitions, StatutoryBasis};
use crate::value::answer::{Lines, Value};

/// A text of the document that names statutory bases (法令上の根拠), with the citations found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The item in which it stands.
    pub item: Item,
    /// Where it stands.
    pub path: FieldPath,
    /// The text and what it cites.
    pub basis: StatutoryBasis,
}

impl Basis {
    /// The part that it belongs to (根拠の属する部分): of a provision or transfer the recipient, otherwise 情報連携 or the document.
    /// Its list and file are in the path.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use mynumber_pia::assessment::ProvisionSection;
    ///
    /// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
    ///     "file_sections": [{"names": "資格ファイル", "provision": {"provisions": [{"names": "国", "bases": "番号法第19条第8号"}]}}]}"#;
    /// let assessment: Assessment = serde_json::from_str(json)?;
    /// let basis = &assessment.bases()[0];
    /// let part = basis.part();
    /// assert_eq!(part.to_string(), "file_sections[0].provision.provisions[0]");
    ///
    /// let (file, place) = (part.index_of(Assessment::file_sections), part.index_of(ProvisionSection::provisions));
    /// let section = &assessment.file_sections[file.unwrap()];
    /// assert_eq!(section.names.value().to_string(), "資格ファイル");
    /// assert_eq!(section.provision.provisions[place.unwrap()].names.value().to_string(), "国");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "根拠の属する部分")]
    #[must_use]
    pub fn part(&self) -> FieldPath {
        self.path.parent().unwrap_or_default()
    }
}

impl Assessment {
    /// The texts in which the form asks for statutory bases, in its order: of 個人番号の利用, of 情報連携, and of each recipient.
    ///
    /// They are read together, since one text settles for the others what an abbreviation means and of which law a table is
    /// ([`Definitions`]). The lines of a cell are read as one text, each heading in 【】 before its line.
    #[must_use]
    pub fn bases(&self) -> Vec<Basis> {
        let (texts, names) = self.texts_of_bases();
        let read = |(item, path, text)| Basis { item, path, basis: StatutoryBasis::read_with(text, &names) };
        texts.into_iter().map(read).collect()
    }

    /// What the bases of the document settle for one another.
    pub(crate) fn definitions(&self) -> Definitions {
        self.texts_of_bases().1
    }

    fn texts_of_bases(&self) -> (Vec<(Item, FieldPath, String)>, Definitions) {
        let mut texts = Vec::new();
        let mut names = Definitions::new();
        self.walk(&mut Walk::new(&mut |field| {
            let asks_bases = matches!(
                field.item,
                Item::NumberUseBases | Item::LinkageBases | Item::ProvisionBases | Item::TransferBases
            );
            if asks_bases && let Value::Lines(lines) = field.value {
                let text = plain(lines);
                names.learn(&text);
                texts.push((field.item, field.path.to_owned(), text));
            }
        }));
        (texts, names)
    }
}

/// The lines of a cell as the form shows them, one below the other.
pub(crate) fn plain(lines: &Lines) -> String {
    let mut text = String::new();
    let mut last = None;
    for line in lines.iter() {
        if !text.is_empty() {
            text.push('\n');
        }
        if let Some(under) = line.under.filter(|under| last != Some(*under)) {
            let heading = under.as_str();
            let is_marked = heading.starts_with('【');
            text.push_str(if is_marked { "" } else { "【" });
            text.push_str(heading);
            text.push_str(if is_marked { "\n" } else { "】\n" });
        }
        last = line.under;
        text.push_str(line.text.given().map(AsRef::as_ref).unwrap_or_default());
    }
    text
}
