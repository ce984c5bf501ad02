//! Text in a web page.

use crate::form::text::{Escaped, Number, Out};

/// Text whose special characters are escaped.
pub(super) fn escaped(out: Out<'_>) -> Escaped<'_> {
    Escaped { out, line_break: "<br>", turning: false, edge: " ", replace, number: None }
}

/// Text whose special characters are escaped, and whose numbers are not broken at the end of a line.
pub(super) fn unbroken(out: Out<'_>) -> Escaped<'_> {
    let number: Number = (super::unbroken::unbroken, ["<span class=\"whole\">", "</span>"]);
    Escaped { number: Some(number), ..escaped(out) }
}

/// Text in a string of the style sheet.
pub(super) fn in_style(out: Out<'_>) -> Escaped<'_> {
    Escaped {
        replace: |byte| match byte {
            b'"' => Some("\\22 "),
            b'<' => Some("\\3c "),
            b'\\' => Some("\\5c "),
            _ => None,
        },
        ..on_one_line(out)
    }
}

/// Text for a title or an attribute, where there is no line break.
pub(super) fn on_one_line(out: Out<'_>) -> Escaped<'_> {
    Escaped { out, line_break: " ", turning: false, edge: " ", replace, number: None }
}

fn replace(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    }
}
