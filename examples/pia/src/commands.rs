//! The commands, in the order in which people need them.

use std::ffi::OsString;
use std::io::Write as _;

use clap::builder::PossibleValue;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum as _};
use clap_complete::Shell;
use mynumber_pia::Language;

use crate::options::{Both, CommandLine, Declared, Kind, Opt, Words, refusal, word};
use crate::{
    Failure, Out, affairs, answer, changes, cite, generate, print, schema, summary, template, threshold, transcribe,
    validate,
};

/// A command of `pia`.
struct Entry {
    name: &'static str,
    about: Words,
    declare: fn(Declared) -> Declared,
    run: Run,
}

/// Does the task of a command. Returns its exit status.
type Run = fn(&ArgMatches, Language, &mut Out) -> Result<u8, Failure>;

const COMMANDS: &[Entry] = &[
    Entry { name: "threshold", about: threshold::ABOUT, declare: threshold::declare, run: threshold::run },
    Entry { name: "template", about: template::ABOUT, declare: template::declare, run: template::run },
    Entry { name: "schema", about: schema::ABOUT, declare: schema::declare, run: schema::run },
    Entry { name: "answer", about: answer::ABOUT, declare: answer::declare, run: answer::run },
    Entry { name: "validate", about: validate::ABOUT, declare: validate::declare, run: validate::run },
    Entry { name: "summary", about: summary::ABOUT, declare: summary::declare, run: summary::run },
    Entry { name: "print", about: print::ABOUT, declare: print::declare, run: print::run },
    Entry { name: "transcribe", about: transcribe::ABOUT, declare: transcribe::declare, run: transcribe::run },
    Entry { name: "changes", about: changes::ABOUT, declare: changes::declare, run: changes::run },
    Entry { name: "affairs", about: affairs::ABOUT, declare: affairs::declare, run: affairs::run },
    Entry { name: "cite", about: cite::ABOUT, declare: cite::declare, run: cite::run },
    Entry { name: "generate", about: generate::ABOUT, declare: generate::declare, run: generate::run },
    Entry { name: "completions", about: COMPLETIONS, declare: |declared| declared.add(&SHELL), run: completions },
    Entry { name: "man", about: MAN, declare: |declared| declared.add(&OF), run: man },
];

const ABOUT: Words = [
    "特定個人情報保護評価の道具",
    "tools for 特定個人情報保護評価, the privacy impact assessment of the My Number Act",
];

/// What a command line asks for.
pub(crate) struct Asked {
    pub(crate) name: &'static str,
    pub(crate) language: Language,
    pub(crate) given: ArgMatches,
    pub(crate) run: Run,
}

/// What to do if it asks for no task.
pub(crate) enum Instead {
    Print(String),
    Refuse { program: String, language: Language, error: Both },
}

/// Reads a command line, which begins with the name of the program.
pub(crate) fn read(arguments: &[OsString]) -> Result<Asked, Instead> {
    let line = CommandLine::new(arguments.get(1..).unwrap_or_default());
    let language = line.language();
    let given = match all(language).command.try_get_matches_from(arguments) {
        Ok(given) => given,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Err(Instead::Print(error.to_string()));
        }
        Err(error) => {
            let entry = line.command().and_then(|name| COMMANDS.iter().find(|entry| entry.name == name));
            let (program, declared) = match entry {
                Some(entry) => (format!("pia {}", entry.name), declared(entry, language)),
                None => ("pia".into(), all(language)),
            };
            return Err(Instead::Refuse { program, language, error: refusal(&error, &declared, &line) });
        }
    };
    let found = given.subcommand().and_then(|(name, own)| {
        let entry = COMMANDS.iter().find(|entry| entry.name == name)?;
        Some(Asked { name: entry.name, language, given: own.clone(), run: entry.run })
    });
    // `clap` refuses a line without a command.
    found.ok_or_else(|| Instead::Print(String::new()))
}

fn declared(entry: &Entry, language: Language) -> Declared {
    (entry.declare)(Declared::new(entry.name, entry.about, language)).finish(&format!("pia {}", entry.name))
}

/// The program with all its commands.
fn all(language: Language) -> Declared {
    let mut all = Declared::new("pia", ABOUT, language);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = version.help(word(["版を示して終わる", "Print the version and exit"], language));
    all.command = all
        .command
        .version(env!("CARGO_PKG_VERSION"))
        .arg(version.help_heading(word(["オプション", "Options"], language)))
        .subcommands(COMMANDS.iter().map(|entry| declared(entry, language).command))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(word(["コマンド", "Commands"], language))
        .subcommand_value_name("COMMAND");
    all.finish("pia")
}

const COMPLETIONS: Words = ["シェルの補完の定義を書く", "write the completions for a shell"];

const SHELL: Opt<Shell> = Opt::argument(
    "SHELL",
    &SHELLS,
    ["bash、zsh、fish、elvish 又は powershell", "bash, zsh, fish, elvish or powershell"],
)
.needed([
    "SHELL がない：bash、zsh、fish、elvish 又は powershell",
    "SHELL is missing: bash, zsh, fish, elvish or powershell",
]);

const SHELLS: Kind<Shell> = Kind::new(
    "SHELL",
    ["bash、zsh、fish、elvish 又は powershell", "bash, zsh, fish, elvish or powershell"],
    |text| text.parse().map_err(|_| crate::options::not_one(text, SHELLS.allowed)),
)
.codes(|| Shell::value_variants().iter().filter_map(clap::ValueEnum::to_possible_value).collect());

fn completions(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    // It writes first into memory, because it panics if it cannot write.
    let mut script = Vec::new();
    if let Some(shell) = SHELL.of(given) {
        clap_complete::generate(shell, &mut all(language).command, "pia", &mut script);
    }
    out.write_all(&script)?;
    Ok(0)
}

const MAN: Words = ["マニュアルのページを roff で書く", "write a page of the manual as roff"];

const OF: Opt<&'static str> = Opt::argument(
    "COMMAND",
    &NAMES,
    ["このコマンドのページ（なければ pia のページ）", "the page of this command (otherwise, of pia)"],
);

const NAMES: Kind<&'static str> = Kind::new("COMMAND", ["コマンドの名前", "the name of a command"], |text| {
    let found = COMMANDS.iter().find(|entry| entry.name == text).map(|entry| entry.name);
    found.ok_or_else(|| crate::options::not_one(text, NAMES.allowed))
})
.codes(|| COMMANDS.iter().map(|entry| PossibleValue::new(entry.name)).collect());

fn man(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let entry = OF.of(given).and_then(|name| COMMANDS.iter().find(|entry| entry.name == name));
    let command: Command = match entry {
        Some(entry) => declared(entry, language).command.name(format!("pia-{}", entry.name)),
        None => all(language).command,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    for text in page.lines() {
        let heading = HEADINGS.iter().find(|[english, _]| text.strip_prefix(".SH ") == Some(english));
        match (heading, language) {
            (Some([_, japanese]), Language::Japanese) => writeln!(out, ".SH {japanese}")?,
            (None, Language::Japanese) | (_, Language::English) => writeln!(out, "{text}")?,
        }
    }
    Ok(0)
}

/// The headings of a page, in English and in Japanese.
const HEADINGS: &[Words] = &[
    ["NAME", "名前"],
    ["SYNOPSIS", "書式"],
    ["DESCRIPTION", "説明"],
    ["OPTIONS", "オプション"],
    ["SUBCOMMANDS", "コマンド"],
    ["EXTRA", "終了コード"],
    ["VERSION", "版"],
];
