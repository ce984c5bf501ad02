//! Text in a web page: special characters, and numbers that stay on one line.

use core::ops::Range;

use crate::form::text::{Escaped, Out, width};

/// Text whose special characters are escaped.
pub(super) fn escaped(out: Out<'_>) -> Escaped<'_> {
    Escaped { out, line_break: "<br>", turning: false, edge: " ", replace, number: None }
}

/// Text whose special characters are escaped, and whose numbers are not broken at the end of a line.
pub(super) fn unbroken(out: Out<'_>) -> Escaped<'_> {
    Escaped { number: Some((number, ["<span class=\"whole\">", "</span>"])), ..escaped(out) }
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

/// What belongs to a number after it, the longer before what it begins with.
const UNITS: [&str; 18] = [
    "年度", "年", "か月", "月", "日", "時間", "時", "分", "条", "の項", "項", "号", "世帯", "人", "件", "円", "％", "%",
];
/// What belongs to a number before it.
const BEFORE: [&str; 7] = ["第", "令和", "平成", "昭和", "大正", "明治", "別表"];
/// What is between the parts of a number: 「1,000」, 「第29条の3」, 「第19条第8号」.
const BETWEEN: [char; 11] = [',', '.', '-', ':', '，', '．', '－', '：', 'の', '第', 'ー'];
const MULTIPLIERS: [char; 3] = ['万', '億', '千'];
/// The number of columns from which a line may be broken in it, so that it fits into a cell of a narrow screen.
const LONG: usize = 25;

/// The date or the number whose first digit is at this place of a text, and whether a line could be broken in it:
/// 「令和6年10月1日」, 「第19条第8号」. What belongs to it before the digit begins at `from` or later.
fn number(text: &str, from: usize, digit: usize) -> (Range<usize>, bool) {
    let rest = text.get(digit..).unwrap_or_default();
    let end = text.len() - after_number(rest).len();
    let start = from + start(text.get(from..digit).unwrap_or_default());
    let own = text.get(start..end).unwrap_or_default();
    // Of ASCII characters, a line is broken only after a hyphen.
    let can_break = !own.is_ascii() || own.contains('-');
    let is_breakable = can_break && own.chars().nth(1).is_some() && width(own) < LONG;
    (
        start - opening(text.get(from..start).unwrap_or_default())..end + closing(text.get(end..).unwrap_or_default()),
        is_breakable,
    )
}

/// The length of the brackets that open directly before a number, and stay on its line.
fn opening(before: &str) -> usize {
    before.len() - before.trim_end_matches(['（', '(', '「', '＜', '［', '【']).len()
}

/// The length of the brackets and marks directly after a number.
fn closing(after: &str) -> usize {
    after.len() - after.trim_start_matches(['）', ')', '」', '＞', '］', '】', '、', '。']).len()
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// Where the number begins whose first digit follows this text.
fn start(before: &str) -> usize {
    let year = before.strip_suffix("元年").filter(|era| BEFORE.iter().any(|word| era.ends_with(word)));
    let before = year.unwrap_or(before);
    BEFORE.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before).len()
}

/// What follows the number at the beginning of a text.
fn after_number(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(is_digit);
        rest = rest.strip_prefix(MULTIPLIERS).unwrap_or(rest);
        rest = UNITS.iter().find_map(|unit| rest.strip_prefix(unit)).unwrap_or(rest);
        let next = rest.strip_prefix(BETWEEN).unwrap_or(rest);
        if !next.starts_with(is_digit) {
            return rest;
        }
        rest = next;
    }
}
