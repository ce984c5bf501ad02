//! Labels and other words of a page, and how text is escaped for printing.

use alloc::string::{String, ToString};
use core::fmt;
use core::ops::Range;

use super::cell::Cell;
use crate::catalogue::{Condition, Expected, Who, english};
use crate::value::answer::Tick;
use crate::value::language::Language;

/// Where a page is written to.
pub(super) type Out<'f> = &'f mut dyn fmt::Write;

/// A printed label. In English, its translation follows.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    pub(super) japanese: &'a str,
    /// `None` in Japanese.
    pub(super) english: Option<&'static str>,
}

impl<'a> Label<'a> {
    pub(super) fn new(japanese: &'a str, language: Language) -> Self {
        Self::with(japanese, language, || english(japanese))
    }

    /// A label in a cell, which knows its own translation and those of its choices.
    pub(super) fn of(cell: &Cell<'_>, japanese: &'a str, language: Language) -> Self {
        Self::with(japanese, language, || cell.english_of(japanese))
    }

    fn with(japanese: &'a str, language: Language, english: impl FnOnce() -> Option<&'static str>) -> Self {
        let english = match language {
            Language::Japanese => None,
            Language::English => english(),
        };
        Self { japanese, english }
    }

    pub(super) fn write(self, out: Out<'_>) -> fmt::Result {
        out.write_str(self.japanese)?;
        let Some(english) = self.english else { return Ok(()) };
        out.write_str(" / ")?;
        out.write_str(english)
    }
}

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// Words that the writers add, in both languages.
pub(super) const fn word(language: Language, japanese: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Japanese => japanese,
        Language::English => english,
    }
}

/// The mark that a box shows.
pub(super) const fn tick(tick: Tick) -> &'static str {
    match tick {
        Tick::Unticked => "　",
        Tick::Ticked => "○",
        Tick::NotKnown => "？",
    }
}

/// Whether a cell must be filled in, in words.
pub(super) struct Need<'a, 'd>(pub(super) &'a Cell<'d>, pub(super) Language);

impl fmt::Display for Need<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(cell, language) = *self;
        let Some(requirement) = cell.requirement() else { return Ok(()) };
        match (requirement.of, requirement.when) {
            (Who::Everybody, None) => f.write_str(word(language, "必須", "required")),
            (Who::Nobody, _) => f.write_str(word(language, "任意", "voluntary")),
            (Who::AdministrativeOrgans, _) => {
                f.write_str(word(language, "行政機関等は必須", "required of administrative organs"))
            }
            (Who::LocalGovernments, _) => {
                f.write_str(word(language, "地方公共団体等は必須", "required of local governments"))
            }
            (Who::Everybody, Some(Condition { item, is })) => match language {
                Language::Japanese => {
                    let (item, says) = (item.label(), is.label());
                    match is {
                        Expected::Ticked => write!(f, "「{item}」が○のとき必須"),
                        Expected::Unticked => write!(f, "「{item}」が○でないとき必須"),
                        Expected::ChosenOther { .. } => write!(f, "「{item}」が「{says}」以外のとき必須"),
                        Expected::Chosen { .. } | Expected::Has { .. } => write!(f, "「{item}」が「{says}」のとき必須"),
                    }
                }
                Language::English => {
                    let (item, says) = (item.english(), english(is.label()).unwrap_or(is.label()));
                    match is {
                        Expected::Ticked => write!(f, "required if \"{item}\" is ticked"),
                        Expected::Unticked => write!(f, "required unless \"{item}\" is ticked"),
                        Expected::ChosenOther { .. } => write!(f, "required unless \"{item}\" is \"{says}\""),
                        Expected::Chosen { .. } | Expected::Has { .. } => {
                            write!(f, "required if \"{item}\" is \"{says}\"")
                        }
                    }
                }
            },
        }
    }
}

impl Cell<'_> {
    /// Whether the cell must be filled in, in words (記載の要否): 「必須」, 「「再委託の有無」が「再委託する」のとき必須」. Empty if the form has
    /// no cell of its own for it.
    ///
    /// ```
    /// use mynumber_pia::form::cells;
    /// use mynumber_pia::{Assessment, Language};
    ///
    /// let document = Assessment::new("form_3_2024_10".parse()?);
    /// let cell = cells(&document).find(|cell| cell.path().to_string() == "affair.name").ok_or("no such cell")?;
    /// assert_eq!(cell.requirement_text(Language::Japanese), "必須");
    /// assert_eq!(cell.requirement_text(Language::English), "required");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "記載の要否")]
    #[must_use]
    pub fn requirement_text(&self, language: Language) -> String {
        Need(self, language).to_string()
    }
}

/// A character that is not printed as it is: a control character except the tab, or a code point that is not a
/// character.
fn is_unprintable(c: char) -> bool {
    let code = c as u32;
    (c.is_control() && c != '\t') || (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// A character that changes the direction of the text after it.
const fn is_turning(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Writes escaped text: some characters are replaced, each line ends in `line_break`, and what cannot be printed
/// becomes an escape such as `\u{1b}`. HTML cannot express most control characters, and a terminal executes them.
pub(super) struct Escaped<'w> {
    pub(super) out: Out<'w>,
    pub(super) line_break: &'static str,
    /// Whether characters that change the text direction are escaped too: on a terminal they can affect other lines.
    pub(super) turning: bool,
    /// The replacement for a blank at the beginning or the end of a line.
    pub(super) edge: &'static str,
    pub(super) replace: fn(u8) -> Option<&'static str>,
    /// What is written around a number that must not be broken at the end of a line, and how it is found.
    pub(super) number: Option<Number>,
}

/// How a number is found from its first digit, see `html`; and what is written before and after it.
pub(super) type Number = (fn(&str, usize, usize) -> (Range<usize>, bool), [&'static str; 2]);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // Everything before `from` is written, and everything before `at` is read.
        let (mut from, mut at) = (0, 0);
        while let Some((before, rest)) = text.split_at_checked(at) {
            let plain = plain(rest.as_bytes(), self.number.is_some());
            let Some(c) = rest.get(plain..).and_then(|rest| rest.chars().next()) else { break };
            let (here, is_first) = (at + plain, at + plain == 0);
            if let (Some((find, [open, close])), '0'..='9' | '０'..='９') = (self.number, c) {
                let (number, is_breakable) = find(text, from, here);
                at = number.end;
                if is_breakable {
                    let parts = [text.get(from..number.start), Some(open), text.get(number), Some(close)];
                    parts.into_iter().flatten().try_for_each(|part| self.out.write_str(part))?;
                    from = at;
                }
                continue;
            }
            let follows_carriage = plain == 0 && before.ends_with('\r');
            at = here + c.len_utf8();
            let replaced = match c {
                ' ' if is_first || at == text.len() => Some(self.edge),
                '\n' if follows_carriage => Some(""),
                '\n' | '\r' => Some(self.line_break),
                c => u8::try_from(c).ok().filter(u8::is_ascii).and_then(self.replace),
            };
            if replaced.is_none() && !is_unprintable(c) && !(self.turning && is_turning(c)) {
                continue;
            }
            self.out.write_str(text.get(from..here).unwrap_or_default())?;
            match replaced {
                Some(replaced) => self.out.write_str(replaced)?,
                None => write!(self.out, "{}", c.escape_unicode())?,
            }
            from = at;
        }
        self.out.write_str(text.get(from..).unwrap_or_default())
    }
}

/// The number of bytes at the beginning of a text that are always written as they are: letters, digits, kana, kanji and
/// full-width signs. Digits are not among them if each number is looked at.
fn plain(bytes: &[u8], stops_at_digits: bool) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            // Kana, kanji and most signs.
            0xE3..=0xEE => 3,
            b'A'..=b'Z' | b'a'..=b'z' => 1,
            b'0'..=b'9' if !stops_at_digits => 1,
            0xE2 | 0xEF => match (byte, bytes.get(at + 1)) {
                // Full-width digits are in U+FF10 to U+FF19.
                (0xEF, Some(0xBC)) if stops_at_digits && matches!(bytes.get(at + 2), Some(0x90..=0x99)) => break,
                // The signs that change the text direction are in U+2000 to U+207F. The code points that are not characters
                // are in U+FDC0 to U+FDFF and from U+FFC0 on.
                (0xE2, Some(0x80 | 0x81)) | (0xEF, Some(0xB7 | 0xBF)) => break,
                _ => 3,
            },
            _ => break,
        };
    }
    at
}

/// The number of columns that a string takes on a terminal.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Wide characters take two columns, combining characters none. Characters whose width depends on the font, such as ①
/// and ※, are wide in a Japanese font.
const fn columns(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36F}' | '\u{3099}' | '\u{309A}' | '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' => 0,
        '\0'..='\u{2FF}' | '\u{FF61}'..='\u{FFDC}' => 1,
        _ => 2,
    }
}

/// Counts the columns of the text written to it.
pub(super) struct Columns(pub(super) usize);

impl fmt::Write for Columns {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += width(text);
        Ok(())
    }
}
