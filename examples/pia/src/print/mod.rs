//! 評価書の印刷: documents as their forms print them.

mod options;
mod pdf;
mod withholding;

use std::io::{self, Write};
use std::path::Path;

use clap::ArgMatches;
use mynumber_pia::form::{Html, Mark, Markdown, OnForm, Plain, PrintOptions, cells, data, on_form};
use mynumber_pia::law::made_by;
use mynumber_pia::validate::{Finding, validate};
use mynumber_pia::value::answer::Value;
use mynumber_pia::{Assessment, Language};

pub(crate) use self::options::declare;
use self::options::{Arguments, Format};
use crate::clock::today;
use crate::input::Run;
use crate::options::{Both, Words, both};
use crate::{Failure, Out, workbook};

pub(crate) const ABOUT: Words =
    ["評価書の印刷：評価書を様式のとおりに印刷する", "評価書の印刷: documents as their forms print them"];

/// A web page has one document.
const ONE_PAGE: Both = both(
    "一つのウェブページに書けるのは1件の評価書である。1件だけにするか、--into FOLDER を指定する",
    "a web page holds one document: give one document, or --into FOLDER",
);

/// What is printed although it is not known. A page to be filed should not have it.
const NOT_KNOWN: Both = both("記載が分からず、「？」と印刷した欄の数", "fields that are not known and printed as ？");

/// What a document gives.
struct Output {
    page: Vec<u8>,
    /// How many fields of a page for publication are not known.
    not_known: usize,
    /// Whether a page for publication does not know whose it is.
    has_no_body: bool,
    /// The document to publish, and a line for each answer that is withheld.
    withheld: Option<(Vec<u8>, String)>,
}

pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let arguments = &Arguments::read(given, language);
    let Arguments { files, jobs, language, format, into, .. } = arguments;
    if let Some(folder) = into {
        std::fs::create_dir_all(folder)?;
    }
    if let Some(edition) = arguments.empty {
        let page = page(arguments, &Assessment::new(edition), &[])?;
        match into {
            Some(folder) => std::fs::write(Path::new(folder).join(format!("{edition}.{}", format.extension())), page)?,
            None => out.write_all(&page)?,
        }
        return Ok(0);
    }
    let run = Run { program: "pia print", files, jobs: *jobs, language: *language };
    let (mut pages, mut refused, mut without_body) = (0, 0, 0);
    let unusable = run.each(
        out,
        |_, name, document| Ok(output(arguments, document).map_err(|error| error.at(&name.to_string()))),
        |out, output| {
            let Output { page, not_known, has_no_body, withheld } = match output {
                Ok(output) => output,
                Err(error) => {
                    refused += 1;
                    eprintln!("pia print: {}", error.text(*language));
                    return Ok(());
                }
            };
            pages += 1;
            without_body += usize::from(has_no_body);
            if not_known > 0 {
                eprintln!("pia print: {}: {not_known}", NOT_KNOWN.text(*language));
            }
            if let Some(folder) = into {
                let path = |extension| Path::new(folder).join(format!("{pages}.{extension}"));
                if let Some((json, list)) = withheld {
                    std::fs::write(path("json"), json)?;
                    out.write_all(list.as_bytes())?;
                }
                return std::fs::write(path(format.extension()), page);
            }
            if pages > 1 {
                match format {
                    Format::Html => return Err(io::Error::other(ONE_PAGE.text(*language).to_string())),
                    // A PDF or a workbook is a file of a folder.
                    Format::Text | Format::Markdown | Format::Pdf | Format::Workbook => writeln!(out)?,
                }
            }
            out.write_all(&page)
        },
    )?;
    Ok(if unusable + refused > 0 { 2 } else { u8::from(without_body > 0) })
}

/// What a document gives, or why a part of it may not be withheld or the page cannot be made.
fn output(arguments: &Arguments, document: &Assessment) -> Result<Output, Both> {
    let Some(withholding) = &arguments.withholding else {
        let marks = if arguments.findings { findings(arguments, document) } else { Vec::new() };
        let page = page(arguments, document, &marks)?;
        return Ok(Output::of(page, arguments.publication.then_some(document), None));
    };
    let withheld = withholding.of(document).map_err(|error| Both::said(|language| error.text(language)))?;
    let page = page(arguments, &withheld.document, &withheld.marks())?;
    let mut json = serde_json::to_vec_pretty(&withheld.document).map_err(|error| Both::one(error.to_string()))?;
    json.push(b'\n');
    let list = withholding::list(&withheld, arguments.language);
    Ok(Output::of(page, Some(&withheld.document), Some((json, list))))
}

impl Output {
    /// `published` is what a page for publication shows.
    fn of(page: Vec<u8>, published: Option<&Assessment>, withheld: Option<(Vec<u8>, String)>) -> Self {
        let has_no_body = published.is_some_and(|document| matches!(document.cover.body.value(), Value::NotKnown));
        Self { page, not_known: published.map_or(0, not_known), has_no_body, withheld }
    }
}

/// How many fields of the form are not known, or have a box that is not known.
fn not_known(document: &Assessment) -> usize {
    cells(document).filter(|cell| cell.on_form() != OnForm::Beyond && cell.is_not_known()).count()
}

/// The printed page of a document.
fn page(arguments: &Arguments, document: &Assessment, marks: &[Mark]) -> Result<Vec<u8>, Both> {
    let Arguments { format, language, publication, requirements, .. } = *arguments;
    let made_by = made_by();
    let options = PrintOptions { marks, language, requirements, publication, made_by: &made_by };
    let web_page = || {
        let page = Html::with(document, options).carrying(serde_json::to_string);
        page.map_err(|error| Both::one(error.to_string()))
    };
    Ok(match format {
        Format::Text => Plain::with(document, options).to_string().into_bytes(),
        Format::Markdown => Markdown::with(document, options).to_string().into_bytes(),
        Format::Html => web_page()?.into_bytes(),
        Format::Pdf => {
            let page = web_page()?;
            let data = data(&page).map_err(|error| Both::said(|language| error.text(language)))?;
            pdf::pdf(page.as_bytes(), &data)?
        }
        Format::Workbook if publication => workbook::write(&on_form(document), &made_by)?,
        Format::Workbook => workbook::write(document, &made_by)?,
    })
}

/// The findings of the check, each with the path of its field.
fn findings(arguments: &Arguments, document: &Assessment) -> Vec<Mark> {
    let as_of = document.own_day().unwrap_or_else(today);
    let found = validate(document, as_of);
    let mark = |finding: &Finding| {
        Mark::finding(finding.location.path.clone(), finding.severity, finding.text(arguments.language))
    };
    found.iter().map(mark).collect()
}
