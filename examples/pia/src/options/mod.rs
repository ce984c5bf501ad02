//! The options of the commands. Each is a constant: its name, its values, its help in two languages, and how it goes with
//! others. `clap` reads the command line; the words are ours, because they are Japanese or English.

mod both;
mod kinds;
mod refusal;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, ValueHint};
use mynumber_pia::Language;

pub(crate) use both::{Both, Words, both, not_one, value, word};
use kinds::Parser;
pub(crate) use kinds::{
    BODY, DAY, DOCUMENTS, FILES, FIRST_DAY, FOLDER, JOBS, JSON, Kind, LANG, LAST_DAY, codes, day, once_standard_input,
    plain, text,
};
pub(crate) use refusal::{CommandLine, refusal};

/// An option or an argument, and the type of its value.
pub(crate) struct Opt<T: 'static> {
    about: About,
    /// `None` for a flag.
    kind: Option<&'static Kind<T>>,
}

/// An option without a value.
pub(crate) type Flag = Opt<()>;

/// What is known of an option, whatever its type.
#[derive(Clone, Copy)]
pub(crate) struct About {
    /// `as-of` for `--as-of`, and the placeholder for an argument.
    name: &'static str,
    help: Words,
    shape: Shape,
    /// The values that are allowed.
    allowed: Words,
    /// It is only allowed with one of these.
    with: &'static [&'static str],
    /// It is not allowed with these, and why.
    excludes: &'static [&'static str],
    why: Words,
    /// What to say if it is missing; `None` if it may be. With one of `instead` it may be missing.
    missing: Option<Words>,
    instead: &'static [&'static str],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Flag,
    /// An option with a value, which is given once.
    Once,
    /// An option with a value, which may be given several times.
    Repeated,
    /// An option with one or more values, which may be given several times.
    Many,
    /// An option whose value may be left out, and what it is then.
    Optional(&'static str),
    /// An argument.
    Argument,
    /// One or more arguments.
    Arguments,
}

impl Opt<()> {
    pub(crate) const fn flag(name: &'static str, help: Words) -> Self {
        Self::new(name, None, Shape::Flag, help)
    }

    pub(crate) fn is_in(&self, given: &ArgMatches) -> bool {
        given.get_flag(self.about.name)
    }
}

impl<T: Clone + Send + Sync> Opt<T> {
    const fn new(name: &'static str, kind: Option<&'static Kind<T>>, shape: Shape, help: Words) -> Self {
        let allowed = match kind {
            Some(kind) => kind.allowed,
            None => ["", ""],
        };
        let (with, excludes, instead): (&[_], &[_], &[_]) = (&[], &[], &[]);
        let about = About { name, help, shape, allowed, with, excludes, why: ["", ""], missing: None, instead };
        Self { about, kind }
    }

    pub(crate) const fn value(name: &'static str, kind: &'static Kind<T>, help: Words) -> Self {
        Self::new(name, Some(kind), Shape::Once, help)
    }

    pub(crate) const fn argument(name: &'static str, kind: &'static Kind<T>, help: Words) -> Self {
        Self::new(name, Some(kind), Shape::Argument, help)
    }

    pub(crate) const fn arguments(name: &'static str, kind: &'static Kind<T>, help: Words) -> Self {
        Self::new(name, Some(kind), Shape::Arguments, help)
    }

    /// The same with another help.
    pub(crate) const fn help(mut self, help: Words) -> Self {
        self.about.help = help;
        self
    }

    /// It may be given several times.
    pub(crate) const fn repeated(mut self) -> Self {
        self.about.shape = Shape::Repeated;
        self
    }

    /// It takes one or more values.
    pub(crate) const fn many(mut self) -> Self {
        self.about.shape = Shape::Many;
        self
    }

    /// Its value may be left out. It is then this one.
    pub(crate) const fn optional(mut self, value: &'static str) -> Self {
        self.about.shape = Shape::Optional(value);
        self
    }

    /// It is only allowed with one of these.
    pub(crate) const fn with(mut self, names: &'static [&'static str]) -> Self {
        self.about.with = names;
        self
    }

    /// It is not allowed with these.
    pub(crate) const fn excludes(mut self, names: &'static [&'static str]) -> Self {
        self.about.excludes = names;
        self
    }

    /// Why it is not allowed with those that it excludes.
    pub(crate) const fn because(mut self, why: Words) -> Self {
        self.about.why = why;
        self
    }

    /// It must be given. If it is not, these words are said.
    pub(crate) const fn needed(mut self, missing: Words) -> Self {
        self.about.missing = Some(missing);
        self
    }

    /// It need not be given with one of these.
    pub(crate) const fn instead(mut self, names: &'static [&'static str]) -> Self {
        self.about.instead = names;
        self
    }

    /// Its value, if it is given.
    pub(crate) fn of(&self, given: &ArgMatches) -> Option<T> {
        given.get_one::<T>(self.about.name).cloned()
    }

    /// All its values.
    pub(crate) fn all(&self, given: &ArgMatches) -> Vec<T> {
        given.get_many::<T>(self.about.name).into_iter().flatten().cloned().collect()
    }

    /// All its values, each with its place on the command line.
    pub(crate) fn placed(&self, given: &ArgMatches) -> Vec<(usize, T)> {
        given.indices_of(self.about.name).into_iter().flatten().zip(self.all(given)).collect()
    }

    /// What to say if it is missing.
    pub(crate) fn missing(&self) -> Both {
        self.about.missing.unwrap_or(["", ""]).into()
    }
}

impl About {
    const fn is_argument(&self) -> bool {
        matches!(self.shape, Shape::Argument | Shape::Arguments)
    }

    /// As it is written on the command line.
    fn shown(&self) -> String {
        if self.is_argument() { self.name.into() } else { format!("--{}", self.name) }
    }

    /// The declaration for `clap`, without the value.
    fn arg(&self, language: Language) -> Arg {
        let mut help = word(self.help, language).to_string();
        if !self.with.is_empty() {
            let with = self.with.iter().map(|name| format!("--{name}")).collect::<Vec<_>>();
            help = match language {
                Language::Japanese => format!("{help}（{} とともに指定する）", with.join(" 又は ")),
                Language::English => format!("{help} (with {})", with.join(" or ")),
            };
        }
        let arg = Arg::new(self.name).help(help);
        let arg = match self.shape {
            Shape::Flag => arg.action(ArgAction::SetTrue).overrides_with(self.name),
            Shape::Once => arg.action(ArgAction::Set).allow_negative_numbers(true),
            Shape::Repeated => arg.action(ArgAction::Append).allow_negative_numbers(true),
            Shape::Many => arg.action(ArgAction::Append).num_args(1..),
            Shape::Optional(value) => arg.action(ArgAction::Set).num_args(0..=1).default_missing_value(value),
            Shape::Argument => arg.action(ArgAction::Set),
            Shape::Arguments => arg.action(ArgAction::Append).num_args(0..),
        };
        let arg = if self.is_argument() { arg } else { arg.long(self.name) };
        let arg = match (self.missing, self.instead) {
            (None, _) => arg,
            (Some(_), []) => arg.required(true),
            (Some(_), instead) => arg.required_unless_present_any(instead),
        };
        let arg = if self.with.is_empty() { arg } else { arg.requires(group(self.name)) };
        arg.conflicts_with_all(self.excludes)
    }
}

/// The name of the group of those with which an option is allowed.
fn group(name: &str) -> String {
    format!("with {name}")
}

/// A command in one language, while its options are added.
pub(crate) struct Declared {
    pub(crate) command: Command,
    pub(crate) language: Language,
    pub(crate) options: Vec<About>,
    heading: Words,
}

const ARGUMENTS: Words = ["引数", "Arguments"];
const OPTIONS: Words = ["オプション", "Options"];

impl Declared {
    pub(crate) fn new(name: &'static str, about: Words, language: Language) -> Self {
        let command =
            Command::new(name).about(word(about, language)).disable_help_flag(true).disable_version_flag(true);
        Self { command, language, options: Vec::new(), heading: OPTIONS }
    }

    /// Adds an option.
    pub(crate) fn add<T: Clone + Send + Sync>(mut self, option: &Opt<T>) -> Self {
        let about = option.about;
        let heading = if about.is_argument() { ARGUMENTS } else { self.heading };
        let mut arg = about.arg(self.language).help_heading(word(heading, self.language));
        if let Some(kind) = option.kind {
            let placeholder = if about.is_argument() { about.name } else { kind.placeholder };
            arg = arg.value_name(placeholder).value_parser(Parser(kind)).hide_possible_values(true);
            arg = arg.value_hint(if kind.is_file { ValueHint::AnyPath } else { ValueHint::Other });
        }
        self.command = self.command.arg(arg);
        if !about.with.is_empty() {
            self.command = self.command.group(ArgGroup::new(group(about.name)).args(about.with).multiple(true));
        }
        self.options.push(about);
        self
    }

    /// The heading of the options that follow.
    pub(crate) const fn heading(mut self, heading: Words) -> Self {
        self.heading = heading;
        self
    }

    /// Only one of these may be given.
    pub(crate) fn one_of(mut self, names: &[&'static str]) -> Self {
        let group = ArgGroup::new(names.join(" or ")).args(names).multiple(false);
        self.command = self.command.group(group);
        self
    }

    /// What follows the options in the help, such as the exit status.
    pub(crate) fn after(mut self, text: Words) -> Self {
        self.command = self.command.after_help(word(text, self.language));
        self
    }

    /// The command with the options that every command has.
    pub(crate) fn finish(self, path: &str) -> Self {
        let language = self.language;
        let mut all = self.heading(OPTIONS).add(&LANG);
        let help = word(["この説明を示して終わる", "Print this help and exit"], language);
        let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(help);
        let mut command = all.command.arg(help.help_heading(word(OPTIONS, language))).bin_name(path);
        let usage = command.render_usage().to_string();
        let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).replace("\n       ", "\n        ");
        let (heading, usage) = match language {
            Language::Japanese => ("使い方", usage.replace("[OPTIONS]", "[オプション]")),
            Language::English => ("Usage", usage),
        };
        all.command = command
            .override_usage(usage)
            .help_template(format!("{{about-with-newline}}\n{heading}: {{usage}}\n\n{{all-args}}{{after-help}}"));
        all
    }
}
