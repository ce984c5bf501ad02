//! The documents that a host has open, and what it can do with them.

use std::collections::BTreeMap;

use mynumber_pia::assessment::load;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::{data, template};
use mynumber_pia::{Assessment, Form, Language};
use serde::Serialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::cells::{Changed, Sheet};
use crate::check::{Check, Settings, Suggestion, Threshold};
use crate::fault::{Fault, reply};
use crate::field::{self, AS_OF, CHECKED_ON, ROW_DATE, TODAY, day, exempt, form_date};
use crate::refused::said;
use crate::request::Request;
use crate::{about, compare, consequences, parties, plan, print, sample, strangers};

/// The longest request, in bytes. A document of this length can take some 700 times as much memory.
pub const MAX_REQUEST: usize = 2 << 20;

/// The largest document, in fields. The largest published one has 2,129.
pub const MAX_FIELDS: usize = 100_000;

/// How many documents may be open.
pub const MAX_DOCUMENTS: usize = 16;

/// The documents that a host has open.
#[derive(Debug, Default)]
pub struct Editor {
    open: BTreeMap<u32, Opened>,
    /// The number of the last document.
    last: u32,
}

/// A document that is open.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) document: Assessment,
    pub(crate) settings: Settings,
    /// The cells that the host has.
    sheet: Sheet,
}

/// A document after it was opened or changed.
#[derive(Serialize)]
struct View<'v> {
    document: u32,
    #[serde(flatten)]
    changed: Changed<'v>,
    check: Check<'v>,
}

#[derive(Serialize)]
struct Saved {
    text: String,
}

#[derive(Serialize)]
struct Place {
    at: usize,
}

#[derive(Serialize)]
struct Suggested {
    suggestions: Vec<Suggestion>,
}

#[derive(Serialize)]
struct Closed {
    open: usize,
}

impl Editor {
    /// Answers a request with a reply, both as JSON. Whatever the request is, there is a reply.
    #[must_use]
    pub fn call(&mut self, request: &str) -> String {
        self.answer(request).unwrap_or_else(|fault| fault.reply())
    }

    fn answer(&mut self, request: &str) -> Result<String, Fault> {
        if request.len() > MAX_REQUEST {
            let (len, most) = (request.len(), MAX_REQUEST);
            return Err(Fault::limit(
                format!("長すぎる：{len}バイト（{most}バイトまで）"),
                format!("too long: {len} bytes, expected at most {most}"),
            ));
        }
        match serde_json::from_str(request).map_err(|error| Fault::not_json(&error, request))? {
            Request::About {} => Ok(reply(&about::about())),
            Request::New { edition, today } => {
                let settings = Settings::new(day(TODAY, &today)?);
                self.open(template(field::edition(&edition)?), settings)
            }
            Request::Open { text, today } => {
                let settings = Settings::new(day(TODAY, &today)?);
                self.open(read(&text)?, settings)
            }
            Request::Sample { today } => {
                let settings = Settings::new(day(TODAY, &today)?);
                self.open(read_json(sample::BASIC)?, settings)
            }
            Request::Example { path } => sample::example(&field::path(&path)?),
            Request::Determine { facts } => Ok(reply(&Threshold::of(&plan::facts(facts)?))),
            Request::Close { document } => {
                self.open.remove(&document).ok_or_else(|| no_document(document))?;
                Ok(reply(&Closed { open: self.open.len() }))
            }
            Request::Form { document } => self.view(document, true),
            Request::Check { document, today, as_of, exemption } => {
                let settings = Settings {
                    today: day(TODAY, &today)?,
                    as_of: as_of.map(|text| day(CHECKED_ON, &text)).transpose()?,
                    exemption: exemption.map(|text| exempt(&text)).transpose()?,
                };
                self.of(document)?.settings = settings;
                self.view(document, false)
            }
            Request::Put { document, path, text } => {
                let path = field::path(&path)?;
                self.edit(document, false, |one| Ok(one.put_shown(&path, &text)?))
            }
            Request::PutValue { document, path, value } => {
                let path = field::path(&path)?;
                self.edit(document, false, |one| put_value(one, &path, value))
            }
            Request::Remove { document, path } => {
                let path = field::path(&path)?;
                self.edit(document, false, |one| Ok(one.remove(&path)?))
            }
            Request::Add { document, list, at, value } => self.edit(document, false, |one| add(one, &list, at, value)),
            Request::PlaceOfChange { document, value } => {
                let document = &self.get(document)?.document;
                Ok(reply(&Place { at: place_of_change(document, value)? }))
            }
            Request::Move { document, list, from, to } => self.edit(document, false, |one| shift(one, &list, from, to)),
            Request::Parties { document, path } => {
                Ok(reply(&parties::parties(&self.of(document)?.document, &field::path(&path)?)?))
            }
            Request::ChangeForm { document, edition, adopt } => {
                let edition = field::edition(&edition)?;
                self.edit(document, true, |one| {
                    if adopt {
                        one.change_form(edition);
                    } else {
                        one.form = Form::Edition(edition);
                    }
                    Ok(())
                })
            }
            Request::Suggestions { document } => {
                Ok(reply(&Suggested { suggestions: Suggestion::all(&self.of(document)?.document) }))
            }
            Request::Adopt { document, path } => {
                let path = field::path(&path)?;
                self.edit(document, false, |one| adopt(one, &path))
            }
            Request::Save { document } => Ok(reply(&Saved { text: saved(&self.of(document)?.document)? })),
            Request::Print(print) => print::print(self.get(print.document)?, &print),
            Request::Compare { old, new, date } => {
                let date = date.map(|text| form_date(ROW_DATE, &text)).transpose()?;
                compare::compare(self.get(old)?, self.get(new)?, date)
            }
            Request::Plan { documents, as_of, body, happening } => {
                let open = self.all(&documents)?;
                let new = happening.document().map(|number| self.get(number)).transpose()?;
                let body = body.map(|text| field::body(&text)).transpose()?;
                plan::plan(&open, new, day(AS_OF, &as_of)?, body, &happening)
            }
            Request::Strangers { documents } => Ok(strangers::strangers(&self.all(&documents)?)),
            Request::Consequences { document, path, text, papers, on, as_of, body } => {
                let (one, papers) = (self.get(document)?, self.all(&papers)?);
                let mut new = one.document.clone();
                new.put_shown(&field::path(&path)?, &text)?;
                let body = body.map(|text| field::body(&text)).transpose()?;
                let on = plan::on(on.as_ref())?;
                consequences::consequences(&[&papers[..], &[one]].concat(), &new, on, day(AS_OF, &as_of)?, body)
            }
        }
    }

    fn get(&self, document: u32) -> Result<&Opened, Fault> {
        self.open.get(&document).ok_or_else(|| no_document(document))
    }

    fn all(&self, documents: &[u32]) -> Result<Vec<&Opened>, Fault> {
        documents.iter().map(|number| self.get(*number)).collect()
    }

    fn of(&mut self, document: u32) -> Result<&mut Opened, Fault> {
        self.open.get_mut(&document).ok_or_else(|| no_document(document))
    }

    fn open(&mut self, document: Assessment, settings: Settings) -> Result<String, Fault> {
        if self.open.len() >= MAX_DOCUMENTS {
            return Err(Fault::limit(
                format!("同時に開ける評価書は{MAX_DOCUMENTS}件まで。どれかを閉じる"),
                format!("at most {MAX_DOCUMENTS} documents may be open: close one"),
            ));
        }
        within_size(&document)?;
        within_length(&document)?;
        self.last = self.last.wrapping_add(1);
        self.open.insert(self.last, Opened { document, settings, sheet: Sheet::default() });
        self.view(self.last, true)
    }

    /// Changes a document, or refuses and leaves it as it was.
    fn edit(
        &mut self,
        number: u32,
        whole: bool,
        change: impl FnOnce(&mut Assessment) -> Result<(), Fault>,
    ) -> Result<String, Fault> {
        let one = self.of(number)?;
        let mut changed = one.document.clone();
        change(&mut changed)?;
        within_size(&changed)?;
        within_length(&changed)?;
        one.document = changed;
        self.view(number, whole)
    }

    /// Replies with the cells that are new to the host, or all.
    fn view(&mut self, number: u32, whole: bool) -> Result<String, Fault> {
        let one = self.of(number)?;
        let changed = one.sheet.update(&one.document, whole);
        Ok(reply(&View { document: number, changed, check: Check::new(&one.document, one.settings) }))
    }
}

fn no_document(document: u32) -> Fault {
    Fault::request(format!("評価書{document}は開いていない"), format!("the document {document} is not open"))
}

/// The document in a text: its JSON, or a page that carries it.
fn read(text: &str) -> Result<Assessment, Fault> {
    if text.trim_start().starts_with('<') {
        let carried = data(text).map_err(|error| Fault {
            code: "document",
            ..Fault::request(error.text(Language::Japanese), error.text(Language::English))
        })?;
        return read_json(&carried);
    }
    read_json(text)
}

pub(crate) fn read_json(text: &str) -> Result<Assessment, Fault> {
    let mut from = serde_json::Deserializer::from_str(text);
    let document = load(&mut from).map_err(|error| Fault::not_loaded(error, text))?;
    from.end().map_err(|error| {
        let said = said(&error, text, Language::English);
        let (ja, en) = ("評価書の後に何かある", format!("there is something after the document: {said}"));
        Fault { code: "document", ..Fault::request(ja, en) }.at(&error, text)
    })?;
    Ok(document)
}

fn within_size(document: &Assessment) -> Result<(), Fault> {
    let mut fields = 0_usize;
    document.walk_with_empty_forms(|_| fields = fields.saturating_add(1));
    if fields <= MAX_FIELDS {
        return Ok(());
    }
    Err(Fault::limit(
        format!("評価書が大きすぎる：{fields}欄（{MAX_FIELDS}欄まで）"),
        format!("the document is too large: {fields} fields, expected at most {MAX_FIELDS}"),
    ))
}

/// What a request has besides the text of the document that it opens.
const ENVELOPE: usize = 64;

/// Counts the bytes of the request that opens what is written to it.
struct Opening(usize);

impl std::io::Write for Opening {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        // A text inside a text: these have a backslash before them.
        let marked = bytes.iter().filter(|byte| matches!(byte, b'"' | b'\\' | b'\n')).count();
        self.0 = self.0.saturating_add(bytes.len()).saturating_add(marked);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Whether the document can be opened again once it is saved.
fn within_length(document: &Assessment) -> Result<(), Fault> {
    let mut opening = Opening(ENVELOPE);
    serde_json::to_writer_pretty(&mut opening, document)?;
    let (len, most) = (opening.0, MAX_REQUEST);
    if len <= most {
        return Ok(());
    }
    Err(Fault::limit(
        format!("評価書が長すぎる：保存すると{len}バイトになり、開けない（{most}バイトまで）"),
        format!("the document is too long: saved, it has {len} bytes and cannot be opened, expected at most {most}"),
    ))
}

/// The document as it is saved: as the commands write it.
fn saved(document: &Assessment) -> Result<String, Fault> {
    Ok(serde_json::to_string_pretty(document)? + "\n")
}

fn put_value(document: &mut Assessment, path: &FieldPath, value: &RawValue) -> Result<(), Fault> {
    Ok(document.put_value(path, &mut serde_json::Deserializer::from_str(value.get()))?)
}

/// The path of an entry.
fn entry(list: &str, index: usize) -> Result<FieldPath, Fault> {
    field::path(&format!("{list}[{index}]"))
}

/// Adds an entry to a list, at its end if no place is given.
fn add(document: &mut Assessment, list: &str, at: Option<usize>, value: Option<&RawValue>) -> Result<(), Fault> {
    let at = match at {
        Some(at) => at,
        None => entries(document, list)?,
    };
    document.insert(&field::path(list)?, at)?;
    if let Some(value) = value {
        document.put_value(&entry(list, at)?, &mut serde_json::Deserializer::from_str(value.get()))?;
    }
    Ok(())
}

/// Where this row goes in the change table.
fn place_of_change(document: &Assessment, row: &RawValue) -> Result<usize, Fault> {
    let mut with = document.clone();
    add(&mut with, Assessment::changes.name(), None, Some(row))?;
    Ok(with.changes.last().map_or(0, |row| document.place_of_change(row)))
}

/// The value at a path as JSON.
fn stored(document: &Assessment, path: &FieldPath) -> Result<String, Fault> {
    let mut json = Vec::new();
    document.get_value(path, &mut serde_json::Serializer::new(&mut json))?;
    String::from_utf8(json).map_err(|error| Fault::not_utf8(&error.utf8_error()))
}

/// The number of entries of a list.
fn entries(document: &Assessment, list: &str) -> Result<usize, Fault> {
    let entries: Result<Vec<IgnoredAny>, _> = serde_json::from_str(&stored(document, &field::path(list)?)?);
    let not_a_list = |_| Fault::request(format!("{list} は配列でない"), format!("{list} is not a list"));
    entries.map(|entries| entries.len()).map_err(not_a_list)
}

/// Moves an entry of a list.
fn shift(document: &mut Assessment, list: &str, from: usize, to: usize) -> Result<(), Fault> {
    let value = stored(document, &entry(list, from)?)?;
    document.remove(&entry(list, from)?)?;
    document.insert(&field::path(list)?, to)?;
    document.put_value(&entry(list, to)?, &mut serde_json::Deserializer::from_str(&value))?;
    Ok(())
}

/// Takes over what is suggested for an item.
fn adopt(document: &mut Assessment, path: &FieldPath) -> Result<(), Fault> {
    let open = document.open_items().into_iter().find(|open| open.path == *path);
    if open.is_some_and(|open| document.adopt(&open)) {
        return Ok(());
    }
    let name = |language: Language| match language {
        Language::Japanese => {
            format!("{path}：引き継げる記載がない（未記入でない、又は様式の他の欄の記載が一致しない）")
        }
        Language::English => {
            format!(
                "{path}: there is no answer to take over: it is answered, or the answers of the other form do not agree"
            )
        }
    };
    Err(Fault {
        code: "edit",
        path: Some(path.to_string()),
        ..Fault::request(name(Language::Japanese), name(Language::English))
    })
}
