//! Many edits of a document, all or none.

use alloc::string::String;

use serde::de;

use super::Assessment;
use super::edit_error::EditError;
use crate::catalogue::FieldPath;

/// One of many edits (一括記入の一件). `V` is what a value is read from, such as a `serde_json::Value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldEdit<V> {
    /// Answers the field with the text of a cell, as [`Assessment::put_shown`] does.
    Shown(FieldPath, String),
    /// Reads a value, as [`Assessment::put_value`] does.
    Value(FieldPath, V),
    /// Removes what is at the path, as [`Assessment::remove`] does.
    Remove(FieldPath),
}

impl Assessment {
    /// Makes all of these edits in their order, or none (一括記入). An edit finds what the edits before it left: after an entry
    /// was removed, the entries after it have other indices.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use mynumber_pia::assessment::FieldEdit;
    /// use serde_json::json;
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// assessment.put_all([
    ///     FieldEdit::Shown("systems[0].name".parse()?, "国民健康保険システム".into()),
    ///     FieldEdit::Value("systems[1]".parse()?, json!({"name": "宛名システム"})),
    ///     FieldEdit::Remove("systems[0]".parse()?),
    /// ])?;
    /// assert_eq!(assessment.systems.len(), 1);
    /// assert_eq!(assessment.systems[0].name.value().to_string(), "宛名システム");
    ///
    /// let before = assessment.clone();
    /// let refused = assessment.put_all::<serde_json::Value>([
    ///     FieldEdit::Remove("systems".parse()?),
    ///     FieldEdit::Shown("cover.published".parse()?, "令和7年13月2日".into()),
    /// ]);
    /// assert!(refused.is_err() && assessment == before);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The [`EditError`] of the first edit that is refused. The document is then unchanged.
    #[doc(alias = "一括記入")]
    pub fn put_all<'de, V: de::Deserializer<'de>>(
        &mut self,
        edits: impl IntoIterator<Item = FieldEdit<V>>,
    ) -> Result<(), EditError> {
        let mut made = self.clone();
        for edit in edits {
            match edit {
                FieldEdit::Shown(path, text) => made.put_shown(&path, &text)?,
                FieldEdit::Value(path, value) => made.put_value(&path, value)?,
                FieldEdit::Remove(path) => made.remove(&path)?,
            }
        }
        *self = made;
        Ok(())
    }
}
