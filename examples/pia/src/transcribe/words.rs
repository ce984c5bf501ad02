//! What became of a part of a source, in words.

use std::collections::BTreeMap;

use mynumber_pia::Assessment;
use mynumber_pia::form::{Cell, cells};
use mynumber_pia::transcribe::{Doubt, EditionBecause, Fate, Placement};

use crate::options::{Both, both};

/// The numbers and labels of the fields of a document by path.
pub(crate) struct Labels(BTreeMap<String, String>);

impl Labels {
    pub(crate) fn of(document: &Assessment) -> Self {
        fn add(cell: &Cell<'_>, labels: &mut BTreeMap<String, String>) {
            let label = format!("{} {}", cell.number(), cell.label());
            labels.insert(cell.path().to_string(), label.trim().to_string());
            for inside in cell.inside() {
                add(inside, labels);
            }
        }
        let mut labels = BTreeMap::new();
        for cell in cells(document) {
            add(&cell, &mut labels);
        }
        Self(labels)
    }

    /// The number and the label of the field at a path. Empty if the form does not print it.
    pub(crate) fn at(&self, path: &str) -> &str {
        self.0.get(path).map_or("", String::as_str)
    }

    /// The same, or that of the first item of its entry.
    pub(crate) fn near(&self, path: &str) -> &str {
        let entry = path.rfind(']').map_or("", |end| &path[..=end]);
        let first = || {
            let entry = Some(entry).filter(|entry| !entry.is_empty())?;
            let inside = self.0.range(entry.to_string()..).take_while(|(other, _)| other.starts_with(entry));
            inside.map(|(_, label)| label.as_str()).find(|label| !label.is_empty())
        };
        Some(self.at(path)).filter(|label| !label.is_empty()).or_else(first).unwrap_or_default()
    }
}

/// The name of a fate, and what it means.
pub(crate) const fn fate(fate: &Fate) -> (&'static str, Both) {
    match fate {
        Fate::Label => ("label", both("様式の文字", "printed by the form")),
        Fate::Choices => ("choices", both("選択肢", "choices")),
        Fate::Answer { .. } => ("answer", both("記載", "answer")),
        Fate::Suggested { .. } => ("suggested", both("要確認", "to confirm")),
        Fate::Mark => ("mark", both("印", "mark")),
        Fate::Furniture => ("furniture", both("頁番号など", "page numbers and the like")),
        Fate::LeftOver => ("left_over", both("行き先不明", "left over")),
    }
}

pub(crate) const fn placement(because: Placement) -> Both {
    match because {
        Placement::Beside => both("見出しの横にある", "beside its label"),
        Placement::Below => both("見出しの下にある", "below its label"),
        Placement::ByCount => both("記載の数が欄の数と合う", "as many values as items"),
        Placement::ByNumber => both("番号が示す", "its number says so"),
        Placement::InTitle => both("題名の中にある", "in the title"),
    }
}

pub(crate) fn doubt(reason: &Doubt) -> Both {
    match reason {
        Doubt::WhichItem => both("どの欄の記載か明らかでない", "it is not clear which item it answers"),
        Doubt::WhichBlock => both("どの区画の記載か明らかでない", "it is not clear in which block it is"),
        Doubt::MarkFloats => both("印がチェック欄から離れている", "the mark is not beside its box"),
        Doubt::TwoChoices => both("異なる記載が二つある", "two different values are found"),
        Doubt::MayContinue => both(
            "続きがあるか、別の欄の記載を含むかもしれない",
            "it may continue elsewhere, or contain what belongs elsewhere",
        ),
        Doubt::NotBeside => both("見出しのそばにない", "it is not beside its label"),
        Doubt::Damaged => both("原文の文字が欠けている", "the source lacks characters"),
        Doubt::NotInOrder => both("原文が様式の順でない", "the source is not in the order of the form"),
        Doubt::Refused { message } => Both::new(format!("記載できない：{message}"), format!("refused: {message}")),
    }
}

pub(crate) const fn because(because: EditionBecause) -> Both {
    match because {
        EditionBecause::Given => both("指定による", "given"),
        EditionBecause::Printed => both("原文に記載がある", "printed in the source"),
        EditionBecause::Labels => both("見出しが最も合う", "most of its labels are in the source"),
    }
}
