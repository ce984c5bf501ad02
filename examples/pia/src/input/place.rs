//! Where a text is not what was expected. `serde_json` counts the bytes of a line, but an editor counts its characters.

/// The line, and the column in characters.
pub(crate) fn place(error: &serde_json::Error, text: &str) -> (usize, usize) {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default().as_bytes();
    (error.line(), characters(line.get(..error.column()).unwrap_or(line)))
}

/// How many characters begin in these bytes of a text.
pub(crate) fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count()
}
