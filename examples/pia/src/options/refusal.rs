//! What is wrong with a command line, in Japanese and English.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use mynumber_pia::Language;
use mynumber_pia::value::error::excerpt;

use super::kinds::not_utf8;
use super::{About, Both, Declared, Shape};

/// The words of a command line, for what `clap` does not say.
pub(crate) struct CommandLine(Vec<String>);

impl CommandLine {
    pub(crate) fn new(arguments: &[OsString]) -> Self {
        let arguments = arguments.iter().map(|argument| argument.to_string_lossy().into_owned());
        Self(arguments.take_while(|argument| argument != "--").collect())
    }

    /// The first value of an option, which is empty if the option ends the line; `None` if it is not given.
    fn first(&self, option: &str) -> Option<&str> {
        let value_of = |(index, argument): (usize, &'_ String)| -> Option<usize> {
            let rest = argument.strip_prefix(option)?;
            if rest.is_empty() { Some(index) } else { rest.starts_with('=').then_some(index) }
        };
        let index = self.0.iter().enumerate().find_map(value_of)?;
        let value = self.0.get(index).and_then(|argument| argument.strip_prefix(option)?.strip_prefix('='));
        Some(value.or_else(|| self.0.get(index + 1).map(String::as_str)).unwrap_or_default())
    }

    /// The language that `--lang` names, wherever it is; Japanese if it names none.
    pub(crate) fn language(&self) -> Language {
        self.first("--lang").and_then(|value| value.parse().ok()).unwrap_or_default()
    }

    /// The first word that is neither an option nor the language: the command.
    pub(crate) fn command(&self) -> Option<&str> {
        let mut words = self.0.iter();
        loop {
            let word = words.next()?;
            if word == "--lang" {
                words.next();
            } else if !word.starts_with('-') {
                return Some(word);
            }
        }
    }
}

/// One line that says why a command line is refused.
pub(crate) fn refusal(error: &clap::Error, declared: &Declared, line: &CommandLine) -> Both {
    let seen = |kind| strings(error.get(kind)).first().copied().unwrap_or_default();
    let option = declared.find(seen(ContextKind::InvalidArg));
    let name = option.map_or_else(String::new, About::shown);
    match error.kind() {
        ErrorKind::ValueValidation => {
            let what = error.source().and_then(|source| source.downcast_ref::<Both>()).cloned();
            let what = what.unwrap_or_else(|| Both::one(error.to_string()));
            if option.is_some_and(About::is_argument) { what } else { what.at(&name) }
        }
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            let [japanese, english] = option.map_or(["", ""], |option| option.allowed);
            Both::new(format!("{name} には値が必要である：{japanese}"), format!("{name} needs a value: {english}"))
        }
        ErrorKind::InvalidUtf8 => {
            let what = not_utf8(seen(ContextKind::InvalidValue));
            if name.is_empty() { what } else { what.at(&name) }
        }
        ErrorKind::TooManyValues => {
            let value = excerpt(seen(ContextKind::InvalidValue));
            Both::new(
                format!("{name} に値は指定できない：「{value}」"),
                format!("unexpected argument for option '{name}': \"{value}\""),
            )
        }
        ErrorKind::ArgumentConflict => conflict(error, declared, line),
        ErrorKind::MissingRequiredArgument => declared.missing(&strings(error.get(ContextKind::InvalidArg)), line),
        ErrorKind::UnknownArgument => declared.unknown(seen(ContextKind::InvalidArg), seen(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => {
            declared.no_command(seen(ContextKind::InvalidSubcommand), seen(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingSubcommand => declared.which_command(),
        // None of the options asks for more.
        _ => Both::new("コマンドラインを読めない（--help を参照）".into(), "unusable options (see --help)".into()),
    }
}

/// What `clap` says about an error.
fn strings(value: Option<&ContextValue>) -> Vec<&str> {
    match value {
        Some(ContextValue::String(text)) => vec![text],
        Some(ContextValue::Strings(texts)) => texts.iter().map(String::as_str).collect(),
        // No kind that is read here is anything else.
        _ => Vec::new(),
    }
}

/// Two options that do not go together, or one that is given twice.
fn conflict(error: &clap::Error, declared: &Declared, line: &CommandLine) -> Both {
    let find = |kind| strings(error.get(kind)).into_iter().filter_map(|text| declared.find(text)).collect::<Vec<_>>();
    let (one, others) = (find(ContextKind::InvalidArg), find(ContextKind::PriorArg));
    let Some(one) = one.first().copied() else { return Both::one(error.to_string()) };
    let name = one.shown();
    if others.iter().all(|other| other.name == one.name) {
        let first = line.first(&name).unwrap_or_default();
        let first = match one.shape {
            Shape::Optional(value) if first.starts_with('-') => value,
            _ => first,
        };
        let first = excerpt(first);
        return Both::new(
            format!("{name} が二度指定されている（最初は「{first}」）。一度だけ指定する"),
            format!("{name} is given twice (first \"{first}\"): once is enough"),
        );
    }
    let all: Vec<&About> = [one].into_iter().chain(others).collect();
    let reason = all
        .iter()
        .find(|about| !about.why[0].is_empty() && all.iter().any(|other| about.excludes.contains(&other.name)));
    // In the order of the help.
    let shown = |except: Option<&str>| {
        let is_one = |about: &&About| all.iter().any(|one| one.name == about.name) && Some(about.name) != except;
        declared.options.iter().filter(is_one).map(About::shown).collect::<Vec<_>>()
    };
    if let Some(about) = reason {
        let ([japanese, english], others) = (about.why, shown(Some(about.name)));
        let is = if others.len() > 1 { "are" } else { "is" };
        return Both::new(
            format!("{japanese}。{} は同時に指定できない", others.join("、")),
            format!("{english}: {} {is} not allowed with it", listed(&others, "and")),
        );
    }
    let all = shown(None);
    let (and, which) = if all.len() > 2 { ("、", "どれか") } else { (" と ", "どちらか") };
    Both::new(
        format!("{} は同時に指定できない。{which}一つを指定する", all.join(and)),
        format!("{} exclude each other: expected one of them", listed(&all, "and")),
    )
}

/// A list in English.
fn listed(all: &[String], and: &str) -> String {
    match all {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{} {and} {last}", others.join(", ")),
    }
}

impl Declared {
    /// The option that `clap` shows as `--name <VALUE>`, or the argument that it shows as `<NAME>...`.
    fn find(&self, shown: &str) -> Option<&About> {
        let word = shown.split([' ', '=', '[']).find(|word| !word.is_empty()).unwrap_or_default();
        let name = word.trim_start_matches(['-', '<']).trim_end_matches(['.', ']', '>']);
        self.options.iter().find(|about| about.name == name)
    }

    /// An option without the one that it goes with, or nothing where something is needed.
    fn missing(&self, shown: &[&str], line: &CommandLine) -> Both {
        let is_given = |name: &str| line.first(&format!("--{name}")).is_some();
        let alone = self.options.iter().find(|about| {
            !about.with.is_empty() && is_given(about.name) && !about.with.iter().any(|name| is_given(name))
        });
        if let Some(alone) = alone {
            let with: Vec<String> = alone.with.iter().map(|name| format!("--{name}")).collect();
            return Both::new(
                format!("{} は {} とともに指定する", alone.shown(), with.join(" 又は ")),
                format!("{} is only allowed with {}", alone.shown(), listed(&with, "or")),
            );
        }
        let missing = shown.iter().rev().find_map(|shown| self.find(shown)?.missing);
        missing.map_or_else(|| self.unknown("", ""), Both::from)
    }

    /// An option or argument that the command does not have.
    fn unknown(&self, seen: &str, similar: &str) -> Both {
        let shown = excerpt(seen);
        let arguments: Vec<String> = self.options.iter().filter(|one| one.is_argument()).map(About::shown).collect();
        if !seen.starts_with('-') && !arguments.is_empty() {
            return Both::new(
                format!("余分な引数「{shown}」がある。引数は {} だけである（--help を参照）", arguments.join("、")),
                format!("unexpected argument \"{shown}\": expected only {} (see --help)", listed(&arguments, "and")),
            );
        }
        let (japanese, english) = if seen.starts_with('-') {
            (format!("{shown} というオプションはない"), format!("invalid option '{shown}'"))
        } else {
            (format!("「{shown}」という引数は使えない"), format!("unexpected argument \"{shown}\""))
        };
        let all: Vec<String> = self.options.iter().map(About::shown).collect();
        Both::new(japanese, english).then(&did_you_mean(similar)).then(&Both::new(
            format!("。使えるのは {}（--help を参照）", all.join("、")),
            format!("; expected {} (see --help)", listed(&all, "or")),
        ))
    }

    fn commands(&self) -> Vec<String> {
        self.command.get_subcommands().map(|command| command.get_name().to_string()).collect()
    }

    /// No command at all.
    fn which_command(&self) -> Both {
        let all = self.commands();
        Both::new(
            format!("コマンドを指定する：{}（--help を参照）", all.join("、")),
            format!("give a command: {} (see --help)", listed(&all, "or")),
        )
    }

    /// A command that does not exist.
    fn no_command(&self, seen: &str, similar: &str) -> Both {
        let (shown, all) = (excerpt(seen), self.commands());
        Both::new(format!("「{shown}」というコマンドはない"), format!("there is no command \"{shown}\""))
            .then(&did_you_mean(similar))
            .then(&Both::new(
                format!("。コマンドは {}（--help を参照）", all.join("、")),
                format!("; expected {} (see --help)", listed(&all, "or")),
            ))
    }
}

fn did_you_mean(similar: &str) -> Both {
    if similar.is_empty() {
        return Both::new(String::new(), String::new());
    }
    Both::new(format!("（{similar} のことか）"), format!(" (did you mean {similar}?)"))
}
