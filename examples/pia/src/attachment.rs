//! The document as an attachment of the PDF that shows it.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, SaveOptions, Stream, dictionary};
use mynumber_pia::form::PageError;
use sha2::{Digest as _, Sha256};

use crate::input::LARGEST;
use crate::options::{Both, both};

/// The name of the attachment.
const NAME: &str = "mynumber-pia.json";

/// What is before the digest in the description of the attachment.
const DESCRIPTION: &str = "SHA-256 ";

/// The PDF with the document as an attachment.
pub(crate) fn attach(pdf: &[u8], data: &str) -> Result<Vec<u8>, lopdf::Error> {
    let mut file = Document::load_mem(pdf)?;
    let description = format!("{DESCRIPTION}{}", digest(&file, data)?);
    let mut stream = Stream::new(
        dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => "application/json",
            "Params" => dictionary! { "Size" => i64::try_from(data.len()).unwrap_or(i64::MAX) },
        },
        data.as_bytes().to_vec(),
    );
    stream.compress()?;
    let stream = file.add_object(stream);
    let attachment = file.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(NAME),
        "UF" => Object::string_literal(NAME),
        "Desc" => Object::string_literal(description),
        "EF" => dictionary! { "F" => stream },
        "AFRelationship" => "Source",
    });
    let files = dictionary! { "Names" => vec![Object::string_literal(NAME), attachment.into()] };
    let catalog = file.catalog_mut()?;
    let mut names = catalog.get(b"Names").and_then(Object::as_dict).cloned().unwrap_or_default();
    names.set("EmbeddedFiles", files);
    catalog.set("Names", names);
    catalog.set("AF", vec![Object::Reference(attachment)]);
    let mut bytes = Vec::new();
    file.save_with_options(&mut bytes, SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build())?;
    Ok(bytes)
}

/// Why a PDF gives no document.
pub(crate) enum Unattached {
    Unreadable(lopdf::Error),
    NoData,
    Altered,
}

impl Unattached {
    pub(crate) fn both(&self) -> Both {
        match self {
            Self::Unreadable(error) => {
                Both::new(format!("PDF として読めない：{error}"), format!("cannot be read as a PDF: {error}"))
            }
            Self::NoData => both(
                "この PDF には評価書のデータがない。pia print --pdf で作成した PDF か JSON を指定する。他の PDF は pia transcribe で読み取る",
                "the PDF carries no document: expected one that `pia print --pdf` made, or JSON; `pia transcribe` reads others",
            ),
            Self::Altered => Both::said(|language| PageError::Altered.text(language)),
        }
    }
}

/// The document in a PDF.
pub(crate) fn attached(pdf: &[u8]) -> Result<String, Unattached> {
    let options = LoadOptions { max_decompressed_size: Some(LARGEST), ..LoadOptions::default() };
    let file = Document::load_mem_with_options(pdf, options).map_err(Unattached::Unreadable)?;
    let (data, description) = find(&file).ok_or(Unattached::NoData)?;
    match digest(&file, &data) {
        Ok(digest) if description.strip_prefix(DESCRIPTION) == Some(&*digest) => Ok(data),
        _ => Err(Unattached::Altered),
    }
}

/// The text of the attachment, and its description.
fn find(file: &Document) -> Option<(String, String)> {
    let at = |dictionary: &Dictionary, key: &[u8]| -> Option<Dictionary> {
        file.dereference(dictionary.get(key).ok()?).ok()?.1.as_dict().ok().cloned()
    };
    let files = at(&at(file.catalog().ok()?, b"Names")?, b"EmbeddedFiles")?;
    let names = file.dereference(files.get(b"Names").ok()?).ok()?.1.as_array().ok()?;
    let is_ours =
        |pair: &&[Object]| matches!(pair, [name, _] if name.as_str().is_ok_and(|name| name == NAME.as_bytes()));
    let attachment = names.chunks(2).find(is_ours)?.get(1)?;
    let attachment = file.dereference(attachment).ok()?.1.as_dict().ok()?;
    let stream: ObjectId = at(attachment, b"EF")?.get(b"F").ok()?.as_reference().ok()?;
    let data = file.get_object(stream).ok()?.as_stream().ok()?.get_plain_content_with_limit(LARGEST).ok()?;
    let description = attachment.get(b"Desc").ok()?.as_str().ok()?;
    Some((String::from_utf8(data).ok()?, String::from_utf8_lossy(description).into_owned()))
}

/// The SHA-256 of what the pages draw and of the data.
fn digest(file: &Document, data: &str) -> Result<String, lopdf::Error> {
    let mut hash = Sha256::new();
    for page in file.page_iter() {
        hash.update(file.get_page_content_with_limit(page, LARGEST)?);
    }
    hash.update(data);
    let digits = hash.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Ok(digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect())
}
