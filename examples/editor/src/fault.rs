//! What is wrong with a request, in Japanese and English.

use std::collections::BTreeMap;

use mynumber_pia::Language;
use mynumber_pia::assessment::{EditError, LoadError, VERSION};
use serde::Serialize;
use serde_json::error::Category;
use serde_json::value::RawValue;

use crate::field::Field;
use crate::place::place;
use crate::refused::said;

/// Why a request was refused. The state of the editor is as before.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Fault {
    /// What was refused: `request`, `document`, `edit` or `limit`.
    pub(crate) code: &'static str,
    pub(crate) ja: String,
    pub(crate) en: String,
    /// Where in the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) path: Option<String>,
    /// Which field of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) field: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) column: Option<u32>,
}

/// What a reply says: a result or an error.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome<'r, T> {
    Ok(&'r T),
    Error(&'r Fault),
}

/// The reply for a result.
pub(crate) fn reply(result: &impl Serialize) -> String {
    serde_json::to_string(&Outcome::Ok(result)).unwrap_or_else(|error| {
        let (ja, en) = (format!("返答を書き出せない（{error}）"), format!("the reply cannot be written: {error}"));
        Fault { code: "request", ja, en, ..Fault::default() }.reply()
    })
}

impl Fault {
    /// A fault of the request itself.
    pub(crate) fn request(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code: "request", ja: ja.into(), en: en.into(), ..Self::default() }
    }

    /// A limit that was passed.
    pub(crate) fn limit(ja: String, en: String) -> Self {
        Self { code: "limit", ja, en, ..Self::default() }
    }

    /// What is wrong with a field of the request.
    pub(crate) fn of(field: Field, text: impl Fn(Language) -> String) -> Self {
        let Field { code, ja, en } = field;
        let (ja, en) = (format!("{ja}：{}", text(Language::Japanese)), format!("{en}: {}", text(Language::English)));
        Self { field: Some(code), ..Self::request(ja, en) }
    }

    pub(crate) fn not_utf8(error: &core::str::Utf8Error) -> Self {
        Self::request(format!("要求が UTF-8 でない（{error}）"), format!("the request is not UTF-8: {error}"))
    }

    /// A request that is not JSON, or not a request.
    pub(crate) fn not_json(error: &serde_json::Error, request: &str) -> Self {
        let said = |language| said(error, request, language);
        // What is JSON, but no request, `serde` says in English alone.
        let ja = match error.classify() {
            Category::Syntax | Category::Eof => said(Language::Japanese),
            Category::Data | Category::Io => said(Language::English),
        };
        let en = format!("the request cannot be read: {}", said(Language::English));
        Self::request(format!("要求が読めない（{ja}）"), en).at(error, request)
    }

    /// A text that is not a document.
    pub(crate) fn not_loaded(error: LoadError<serde_json::Error>, text: &str) -> Self {
        let fields = fields(text);
        if fields.as_ref().is_some_and(|fields| !fields.contains_key("format")) {
            let (ja, en) = ("評価書のファイルでない（format がない）", "this is no assessment: it has no format");
            return Self { code: "document", ..Self::request(ja, en) };
        }
        let version = fields.and_then(|fields| fields.get("version")?.get().parse::<u32>().ok());
        if version.is_some_and(|version| version > VERSION) {
            let [ja, en] = [Language::Japanese, Language::English].map(|language| error.text(language));
            let (ja, en) = (format!("{ja}。新しい画面を入手すること"), format!("{en}. Get the newer page"));
            return Self { code: "document", ..Self::request(ja, en) };
        }
        // What is no JSON, the library says in the words of the parser.
        let ja = match (&error.reason, error.source.classify()) {
            (None, Category::Eof) if error.source.column() == 0 => {
                "何も書かれていない。評価書のファイルでない".to_string()
            }
            (None, Category::Eof) => "途中で終わっている。ファイルが壊れている".to_string(),
            (None, Category::Syntax) => {
                "評価書の形式（JSON）で書かれていない。ファイルが壊れているか、評価書でない".to_string()
            }
            (Some(_), _) | (None, Category::Data | Category::Io) => error.text(Language::Japanese),
        };
        let en = error.text(Language::English);
        let en = en.replace(&error.source.to_string(), &said(&error.source, text, Language::English));
        let LoadError { path, source, .. } = error;
        Self { code: "document", ja, en, path: Some(path), ..Self::default() }.at(&source, text)
    }

    /// With the place of the error in the text.
    pub(crate) fn at(mut self, error: &serde_json::Error, text: &str) -> Self {
        let (line, column) = place(error, text);
        // A text has fewer than four thousand million lines.
        let number = |number| u32::try_from(number).ok().filter(|_| line > 0);
        (self.line, self.column) = (number(line), number(column));
        self
    }

    pub(crate) fn reply(&self) -> String {
        serde_json::to_string(&Outcome::<()>::Error(self)).unwrap_or_default()
    }
}

/// The fields of a text that is an object. A name with a backslash is none of a document.
fn fields(text: &str) -> Option<BTreeMap<&str, &RawValue>> {
    serde_json::from_str(text).ok()
}

/// A document that cannot be written.
impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::request(format!("書き出せない（{error}）"), format!("it cannot be written: {error}"))
    }
}

impl From<EditError> for Fault {
    fn from(error: EditError) -> Self {
        Self {
            code: "edit",
            ja: error.text(Language::Japanese),
            en: error.text(Language::English),
            path: Some(error.path.to_string()),
            ..Self::default()
        }
    }
}
