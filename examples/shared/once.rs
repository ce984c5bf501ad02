//! Options that may be given once.

use lexopt::Parser;
use mynumber_pia::value::error::excerpt;

/// The value of an option, which may be given once.
pub(crate) fn once(slot: &mut Option<String>, name: &str, allowed: &str, parser: &mut Parser) -> Result<(), String> {
    let value = parser.value().map_err(|_| format!("{name} needs a value: {allowed}"))?;
    let value = value.into_string().map_err(|_| format!("{name}: not UTF-8"))?;
    match slot.replace(value) {
        None => Ok(()),
        Some(first) => Err(format!("{name} is given twice (first \"{}\"): once is enough", excerpt(&first))),
    }
}
