//! The chain of an entrustment, drawn as a tree.

use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::text::{Columns, Escaped, Label, Out};
use crate::assessment::{Chain, Link};
use crate::value::language::Language;

/// The chain of an entrustment as an SVG image (委託の連鎖の図).
///
/// Each party has its own line, below the party that entrusted it.
///
/// ```
/// use mynumber_pia::assessment::{Chain, Entrustment};
/// use mynumber_pia::form::Tree;
///
/// let entrustment: Entrustment =
///     serde_json::from_str(r#"{"chain": [{"name": "国保連", "re_entrustees": [{"name": "国保中央会"}]}]}"#)?;
/// let image = Tree::new(Chain::of(&entrustment)).to_string();
/// assert!(image.starts_with("<svg ") && image.contains("再委託先　国保中央会</text>"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Tree<'a> {
    chain: Chain<'a>,
    language: Language,
}

impl<'a> Tree<'a> {
    /// Creates the image of a chain.
    #[must_use]
    pub const fn new(chain: Chain<'a>) -> Self {
        Self { chain, language: Language::Japanese }
    }

    /// Adds the English words of the tiers.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }
}

/// Sizes in pixels.
const ROW: usize = 34;
const BOX: usize = 26;
const INDENT: usize = 28;
const HALF_WIDTH: usize = 7;

/// The text of a box.
struct Party<'a, 'd>(&'a Link<'d>, Language);

impl fmt::Display for Party<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}　{}", Label::new(self.0.term(), self.1), self.0.name.unwrap_or("？"))
    }
}

impl fmt::Display for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let links = self.chain.links();
        let mut boxes = Vec::with_capacity(links.len());
        for link in &links {
            let mut width = Columns(0);
            write!(width, "{}", Party(link, self.language))?;
            boxes.push((link.tier.saturating_sub(1) * INDENT + 1, (width.0 + 3) * HALF_WIDTH));
        }
        let width = boxes.iter().map(|(left, width)| left + width + 1).max().unwrap_or_default();
        let height = links.len() * ROW;
        write!(
            f,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\"><title>"
        )?;
        write!(escaped(f), "{}：{}", Label::new("委託の連鎖", self.language), self.chain)?;
        f.write_str("</title>")?;
        // The row of the last party of each tier.
        let mut rows: Vec<usize> = Vec::new();
        for (row, (link, (left, width))) in links.iter().zip(boxes).enumerate() {
            let (top, middle) = (row * ROW + (ROW - BOX) / 2, row * ROW + ROW / 2);
            rows.truncate(link.tier.saturating_sub(1));
            if let Some(above) = rows.last() {
                let (x, y) = (left - INDENT + INDENT / 2, above * ROW + ROW / 2 + BOX / 2);
                write!(f, "<path d=\"M{x} {y}V{middle}H{left}\" fill=\"none\" stroke=\"#000\"/>")?;
            }
            rows.push(row);
            write!(
                f,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{BOX}\" fill=\"#fff\" stroke=\"#000\"/>\
                 <text x=\"{}\" y=\"{}\" font-size=\"13\">",
                left + HALF_WIDTH,
                middle + 5
            )?;
            write!(escaped(f), "{}", Party(link, self.language))?;
            f.write_str("</text>")?;
        }
        f.write_str("</svg>")
    }
}

fn escaped(out: Out<'_>) -> Escaped<'_> {
    let replace = |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    };
    Escaped { out, line_break: " ", turning: false, edge: " ", replace, number: None }
}
