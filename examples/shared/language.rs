//! The language of a command, which also its help and its errors about options need.

use mynumber_pia::Language;

/// The language that `--lang` names on the command line, wherever it is; Japanese if it names none.
pub(crate) fn asked() -> Language {
    let arguments: Vec<_> = std::env::args_os().skip(1).map_while(|argument| argument.into_string().ok()).collect();
    let value = arguments.iter().enumerate().find_map(|(index, argument)| {
        argument
            .strip_prefix("--lang=")
            .or_else(|| if argument == "--lang" { arguments.get(index + 1).map(String::as_str) } else { None })
    });
    value.and_then(|value| value.parse().ok()).unwrap_or_default()
}
