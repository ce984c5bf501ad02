//! The papers and the register that the command reads.

use std::fs;
use std::path::Path;

use mynumber_pia::Language;
use mynumber_pia::affair::{PublishedBy, REGISTER_FORMAT, Register, RegisterError, RegisteredAffair, load_register};
use mynumber_pia::assessment::Assessment;
use mynumber_pia::value::error::excerpt;

use super::options::{Arguments, Assessed};
use crate::input::{self, Fault, Name, below, place, said, syntax, text_of, unreadable};
use crate::options::{self, Both, both};
use crate::say;

/// Documents, and the file of each.
#[derive(Default)]
pub(crate) struct Papers {
    pub(crate) documents: Vec<Assessment>,
    names: Vec<Name>,
}

impl Papers {
    pub(crate) fn push(&mut self, (name, document): (Name, Assessment)) {
        self.names.push(name);
        self.documents.push(document);
    }

    /// The file of one of the documents.
    pub(crate) fn name(&self, document: &Assessment) -> String {
        let index = self.documents.iter().position(|other| std::ptr::eq(other, document));
        index.and_then(|index| self.names.get(index)).map_or_else(String::new, ToString::to_string)
    }
}

/// What was read.
pub(crate) struct Loaded {
    pub(crate) papers: Papers,
    /// The register that was given, with which the papers can be compared.
    pub(crate) given: Option<Register>,
    /// The same with what the options add to it.
    pub(crate) register: Option<Register>,
    /// How many documents could not be read. Each was reported on standard error.
    pub(crate) unusable: usize,
}

/// Reads the files of the command line.
pub(crate) fn load(arguments: &Arguments) -> Result<Loaded, Both> {
    let (mut read, mut registers, mut unusable) = (Papers::default(), Vec::new(), 0);
    if let Some(file) = &arguments.register {
        registers.push(read_register(file, &text_of(file)?)?);
    }
    for file in files(&arguments.files)? {
        let text = if file == "-" { None } else { fs::read_to_string(&file).ok() };
        match text.filter(|text| is_register(text)) {
            Some(text) => registers.push(read_register(&file, &text)?),
            None => unusable += papers(&file, arguments.language, &mut read),
        }
    }
    if registers.len() > 1 {
        return Err(Both::new(
            format!("計画管理書が{}件ある。指定できるのは1件である", registers.len()),
            format!("{} registers: expected one", registers.len()),
        ));
    }
    let given = registers.pop();
    let register = completed(given.clone(), arguments, &read.documents)?;
    Ok(Loaded { papers: read, given, register, unusable })
}

/// The documents of these files.
pub(crate) fn versions(files: &[String], language: Language) -> Result<Vec<Assessment>, Both> {
    let mut read = Papers::default();
    for file in self::files(files)? {
        if papers(&file, language, &mut read) > 0 {
            return Err(both("変更後の評価書を読めない", "a new version cannot be read"));
        }
    }
    Ok(read.documents)
}

/// Reads the documents of a file. Returns how many could not be read.
fn papers(file: &str, language: Language, papers: &mut Papers) -> usize {
    let mut unusable = 0;
    for document in input::load(&[file.to_string()], language) {
        match document {
            Ok(read) => papers.push(read),
            Err(error) => {
                unusable += 1;
                say("pia affairs", &error);
            }
        }
    }
    unusable
}

/// The files, and for a folder its files `*.json` by name.
pub(crate) fn files(given: &[String]) -> Result<Vec<String>, Both> {
    let mut all = Vec::new();
    for name in given {
        if !Path::new(name).is_dir() {
            all.push(name.clone());
            continue;
        }
        let entries = fs::read_dir(name).map_err(|error| unreadable(name, &Fault::Unreadable(error)))?;
        let mut inner = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| unreadable(name, &Fault::Unreadable(error)))?.path();
            if path.extension().is_some_and(|extension| extension == "json") {
                inner.push(options::text(path.into_os_string())?);
            }
        }
        if inner.is_empty() {
            return Err(Both::new(
                format!("{}: フォルダに *.json がない", excerpt(name)),
                format!("{}: no *.json in the folder", excerpt(name)),
            ));
        }
        inner.sort();
        all.extend(inner);
    }
    Ok(all)
}

/// Whether the text is a register and not an assessment.
fn is_register(text: &str) -> bool {
    #[derive(serde::Deserialize)]
    struct Head {
        format: String,
    }
    serde_json::from_str(text).is_ok_and(|Head { format }| format == REGISTER_FORMAT)
}

fn read_register(file: &str, text: &str) -> Result<Register, Both> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let file = excerpt(file);
    let mut from = serde_json::Deserializer::from_str(text);
    let register = load_register(&mut from).map_err(|error| {
        let RegisterError { path, reason, source, .. } = &error;
        let what = |language| match reason {
            Some(_) => error.text(language),
            None => below(path, &syntax(source, language), language),
        };
        let (line, column) = place(source, text);
        Both::new(what(Language::Japanese), what(Language::English)).map(
            |error| format!("{file}: {error}（{line}行{column}列）"),
            |error| format!("{file}: {error} at line {line} column {column}"),
        )
    })?;
    from.end().map_err(|error| {
        let (line, column) = place(&error, text);
        Both::new(
            format!("{file}: 計画管理書の後に余分な文字がある（{line}行{column}列）"),
            format!("{file}: {}", said(&error, text, Language::English)),
        )
    })?;
    Ok(register)
}

/// The register with what the options say. Without a register, one of the body that the papers name.
pub(crate) fn completed(
    given: Option<Register>,
    arguments: &Arguments,
    documents: &[Assessment],
) -> Result<Option<Register>, Both> {
    if given.is_none() && arguments.body.is_none() && arguments.assessed.is_empty() {
        return Ok(None);
    }
    let named = || documents.iter().find_map(|document| document.cover.body.given());
    let Some(mut register) = given.or_else(|| named().cloned().map(Register::new)) else { return Ok(None) };
    register.kind = arguments.body.or(register.kind);
    arguments.assessed.iter().try_for_each(|assessed| is_last(&register, assessed))?;
    for assessed in &arguments.assessed {
        let own = documents.iter().filter(|document| is_of(document, &assessed.number));
        affair_of(&mut register, assessed, documents)?.assessed_last(assessed.paper, assessed.on, own);
    }
    Ok(Some(register))
}

fn is_of(document: &Assessment, number: &str) -> bool {
    document.cover.number.given().is_some_and(|own| own.as_str() == number)
}

/// Refuses the day of a last assessment if the register lists a later one.
fn is_last(register: &Register, assessed: &Assessed) -> Result<(), Both> {
    let Assessed { number, paper, on } = assessed;
    let affairs = register.affairs.iter().filter(|affair| affair.number.as_str() == number);
    let mut listed = affairs.flat_map(|affair| &affair.publications);
    let later = listed.find(|one| one.paper == *paper && one.by == PublishedBy::Assessed && one.on > *on);
    later.map_or(Ok(()), |later| {
        let later = later.on;
        Err(Both::new(
            format!("--assessed：計画管理書には、{on} より後の評価の実施がある（{later}）"),
            format!("--assessed: the register lists an assessment after {on}, on {later}"),
        ))
    })
}

/// The affair of the register, which is added if it is not listed.
fn affair_of<'r>(
    register: &'r mut Register,
    assessed: &Assessed,
    documents: &[Assessment],
) -> Result<&'r mut RegisteredAffair, Both> {
    let number = &assessed.number;
    let no_affair = || {
        let seen = excerpt(number);
        Both::new(
            format!("--assessed：評価書番号「{seen}」の事務がない"),
            format!("--assessed: no affair has the number \"{seen}\""),
        )
    };
    if !register.affairs.iter().any(|affair| affair.number.as_str() == number) {
        let document = documents.iter().find(|document| is_of(document, number));
        let own = document.and_then(|document| document.cover.number.given());
        let name = document.and_then(|document| document.affair.name.given());
        let (own, name) = own.zip(name).ok_or_else(no_affair)?;
        register.affairs.push(RegisteredAffair::new(own.clone(), name.clone()));
    }
    register.affairs.iter_mut().find(|affair| affair.number.as_str() == number).ok_or_else(no_affair)
}
