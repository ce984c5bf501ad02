//! The row about blocks that have other numbers: 「提供先1、4の削除に伴い、提供先2を1に、3を2に、5、6、7を3、4、5に移動する。」

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::named::BLOCKS;
use crate::assessment::procedure::Change;
use crate::value::answer::Lines;
use crate::value::names::name_key;

/// The fewest blocks that are named together.
const FEWEST: usize = 3;

/// Blocks of one list whose names changed.
#[derive(Default)]
pub(super) struct Order {
    pub(super) removed: Vec<u32>,
    pub(super) added: Vec<u32>,
    /// The old and the new name of each block.
    pub(super) moved: Vec<(u32, u32)>,
    /// Whether the blocks moved too, and not only their numbers changed.
    pub(super) is_moved: bool,
}

impl Order {
    /// The sentence, as 江戸川区 wrote it. Neighbors that stay neighbors are named together.
    pub(super) fn sentence(&self, word: &str) -> String {
        let Self { removed, added, moved, is_moved } = self;
        let numbers = |numbers: &[u32]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
        let causes: Vec<String> = [(removed, "削除"), (added, "追加")]
            .into_iter()
            .filter(|(blocks, _)| !blocks.is_empty())
            .map(|(blocks, what)| format!("{word}{}の{what}", numbers(blocks)))
            .collect();
        let mut sentence = causes.join("及び");
        if !sentence.is_empty() {
            sentence.push_str("に伴い、");
        }
        sentence.push_str(word);
        let runs = moved.chunk_by(|a, b| (a.0.checked_add(1), a.1.checked_add(1)) == (Some(b.0), Some(b.1)));
        let mut parts: Vec<String> = Vec::new();
        for run in runs {
            let size = if run.len() < FEWEST { 1 } else { run.len() };
            for part in run.chunks(size) {
                let (from, to): (Vec<u32>, Vec<u32>) = part.iter().copied().unzip();
                parts.push(format!("{}を{}に", numbers(&from), numbers(&to)));
            }
        }
        sentence.push_str(&parts.join("、"));
        sentence.push_str(if *is_moved { "移動する。" } else { "変更する。" });
        sentence
    }

    /// Reads the sentence in a row that says nothing before the change.
    pub(super) fn of(change: &Change) -> Option<Self> {
        if change.before.given().is_some() {
            return None;
        }
        Self::read(change.after.given()?)
    }

    fn read(lines: &Lines) -> Option<Self> {
        let mut texts = lines.texts();
        let (text, None) = (name_key(texts.next()?.as_str()), texts.next()) else { return None };
        let (causes, text) = text.split_once("に伴い、").unwrap_or(("", &text));
        let (mut removed, mut added) = (Vec::new(), Vec::new());
        for cause in causes.split("及び").filter(|cause| !cause.is_empty()) {
            match (cause.strip_suffix("の削除"), cause.strip_suffix("の追加")) {
                (Some(blocks), _) => removed.extend(numbers(blocks)?),
                (None, Some(blocks)) => added.extend(numbers(blocks)?),
                (None, None) => return None,
            }
        }
        let text = text.trim_end_matches(['。', '.']);
        let (rest, is_moved) = ["移動する", "移動", "繰り上げる", "繰り下げる"]
            .iter()
            .find_map(|end| text.strip_suffix(end))
            .map(|rest| (rest, true))
            .or_else(|| Some((text.strip_suffix("変更する").or_else(|| text.strip_suffix("変更"))?, false)))?;
        let mut moved = Vec::new();
        for part in rest.strip_suffix('に')?.split("に、") {
            let (from, to) = part.split_once('を')?;
            let (from, to) = (numbers(from)?, numbers(to)?);
            if from.len() != to.len() {
                return None;
            }
            moved.extend(from.into_iter().zip(to));
        }
        Some(Self { removed, added, moved, is_moved })
    }
}

/// 「提供先6、7、8」.
fn numbers(text: &str) -> Option<Vec<u32>> {
    let word = BLOCKS.iter().find_map(|(word, ..)| text.strip_prefix(word));
    word.unwrap_or(text).split(['、', ',']).map(|number| number.parse().ok()).collect()
}
