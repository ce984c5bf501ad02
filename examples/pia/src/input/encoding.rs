//! Text that is not UTF-8, which Japanese programs often save as something else.

use std::str::Utf8Error;

use crate::options::Both;

/// What is wrong with bytes that are not UTF-8. `offset` is how many bytes of the file come before them.
pub(crate) fn not_utf8(bytes: &[u8], offset: usize, error: Utf8Error) -> Both {
    // People count from 1.
    let at = offset + error.valid_up_to() + 1;
    let is_ascii_before = bytes.iter().take(error.valid_up_to()).all(u8::is_ascii);
    let seems = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] if offset == 0 => Some("UTF-16"),
        // A character that is cut is UTF-8, and so is what has characters of it.
        bytes if is_ascii_before && error.error_len().is_some() && is_shift_jis(bytes) => Some("Shift_JIS"),
        _ => None,
    };
    match seems {
        Some(seems) => Both::new(
            format!("UTF-8 でない（{at}バイト目。{seems} のようである。UTF-8 で保存し直す）"),
            format!("not UTF-8 at byte {at} (it seems to be {seems}: save it as UTF-8)"),
        ),
        None => Both::new(format!("UTF-8 でない（{at}バイト目）"), format!("not UTF-8 at byte {at}")),
    }
}

/// Whether the bytes are characters of Shift_JIS, with at least one of two bytes.
fn is_shift_jis(bytes: &[u8]) -> bool {
    let (mut rest, mut has_wide) = (bytes, false);
    loop {
        rest = match rest {
            [] => return has_wide,
            [0x00..=0x7F | 0xA1..=0xDF, rest @ ..] => rest,
            [0x81..=0x9F | 0xE0..=0xFC, 0x40..=0x7E | 0x80..=0xFC, rest @ ..] => {
                has_wide = true;
                rest
            }
            _ => return false,
        };
    }
}
