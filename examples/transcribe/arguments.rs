//! The command line of the programs that read a printed assessment.

use lexopt::Arg;
use mynumber_pia::{FormEdition, Language};

use crate::edition;
use crate::options::{self, Both, LANGUAGE, both, is_first, once};
use crate::report::Output;

const OPTIONS: &[&str] = &["--form", "--json", "--account", "--suggestions", "--lang", "FILE"];
const EDITION: Both = both("form_3_2024_10 などの版", "an edition such as form_3_2024_10");

pub(crate) struct Arguments {
    pub(crate) file: String,
    pub(crate) edition: Option<FormEdition>,
    pub(crate) output: Output,
    pub(crate) language: Language,
}

/// What to read; `None` if help was asked for. `missing` is the error if no file is named.
pub(crate) fn read(missing: &Both) -> Result<Option<Arguments>, Both> {
    let (mut file, mut form, mut output, mut language) = (None, None, None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = options::next(&mut parser)? {
        let of_output = match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            Arg::Long("json") => Output::Json,
            Arg::Long("account") => Output::Account,
            Arg::Long("suggestions") => Output::Suggestions,
            Arg::Long("form") => {
                once(&mut form, "--form", &EDITION, &mut parser)?;
                continue;
            }
            Arg::Long("lang") => {
                once(&mut language, "--lang", &LANGUAGE, &mut parser)?;
                continue;
            }
            Arg::Value(value) => {
                is_first(file.replace(options::text(value)?), "FILE")?;
                continue;
            }
            Arg::Long(_) | Arg::Short(_) => return Err(options::unknown(arg, OPTIONS)),
        };
        if output.replace(of_output).is_some_and(|before| before != of_output) {
            return Err(both(
                "--json、--account、--suggestions は同時に指定できない。どれか一つを指定する",
                "--json, --account and --suggestions exclude each other: expected one of them",
            ));
        }
    }
    let language = options::language(language)?;
    let file = file.ok_or_else(|| missing.clone())?;
    let edition = form.map(|text| edition::form(&text).and_then(edition::edition)).transpose();
    let edition = edition.map_err(|error| error.at("--form"))?;
    Ok(Some(Arguments { file, edition, output: output.unwrap_or_default(), language }))
}
