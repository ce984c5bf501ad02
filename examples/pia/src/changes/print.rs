//! The output as text.

use std::io::{self, Write};

use mynumber_pia::assessment::{Assessment, Change};
use mynumber_pia::catalogue::Item;
use mynumber_pia::change::{CheckedRow, Difference, Edit, Mismatch, NotCompared, NotUndone, Proof, Weight};
use mynumber_pia::validate::Language;
use mynumber_pia::value::answer::{Answer, Value};
use mynumber_pia::{AssessmentKind, Form, FormEdition};

use crate::english::word;
use crate::options::Words;

/// The label of an item in a language.
fn item(item: Item, language: Language) -> String {
    match language {
        Language::Japanese => item.label().into(),
        Language::English => item.english().into(),
    }
}

/// 「重点項目評価」: `key-item assessment`.
fn assessment(kind: AssessmentKind) -> String {
    format!("{} assessment", kind.code().replace('_', "-"))
}

/// The printed tag of an edition; without one, the kind.
fn form(form: Form, language: Language) -> String {
    let kind = || match language {
        Language::Japanese => form.kind().document().into(),
        Language::English => assessment(form.kind()),
    };
    form.edition().map_or_else(kind, FormEdition::label)
}

pub(crate) const fn mismatch(mismatch: Mismatch) -> Words {
    match mismatch {
        Mismatch::Body => [
            "評価実施機関が異なる。--anyway を付けると比較する",
            "the documents belong to different bodies (評価実施機関); --anyway compares them anyway",
        ],
        Mismatch::Affair => [
            "事務の名称が異なる。--anyway を付けると比較する",
            "the documents belong to different affairs (事務); --anyway compares them anyway",
        ],
    }
}

pub(crate) fn not_compared(one: &NotCompared, language: Language) -> String {
    let path = one.new.as_ref().or(one.old.as_ref()).map_or_else(String::new, ToString::to_string);
    let because = word(one.because, language);
    match language {
        Language::Japanese => format!("比較できない（{because}）: {} {path}", item(one.item, language)),
        Language::English => format!("not compared ({because}): {} {path}", item(one.item, language)),
    }
}

pub(crate) fn edits(out: &mut impl Write, difference: &Difference<'_>, language: Language) -> io::Result<()> {
    if let Some((old, new)) = difference.form() {
        let (old, new) = (form(old, language), form(new, language));
        match language {
            Language::Japanese => writeln!(out, "様式の変更: {old} → {new}")?,
            Language::English => writeln!(out, "form: {old} → {new}")?,
        }
    }
    for (edit, weight) in difference.weighed() {
        let row = edit.printed(difference);
        let number = row.map_or("-", |row| row.number);
        let name = match language {
            Language::Japanese => row.map_or_else(|| item(edit.item, language), |row| row.label.into()),
            Language::English => item(edit.item, language),
        };
        let path = edit.new.as_ref().or(edit.old.as_ref()).map_or_else(String::new, ToString::to_string);
        writeln!(out, "{} {number} {name} {path} [{}]", word(edit.what, language), weigh(&weight, language))?;
        texts(out, edit)?;
        for question in weight.questions() {
            writeln!(out, "    ? {}", word(*question, language))?;
        }
    }
    Ok(())
}

fn texts(out: &mut impl Write, edit: &Edit<'_>) -> io::Result<()> {
    let sides = [("-", edit.before_in_words(), edit.before()), ("+", edit.after_in_words(), edit.after())];
    let has_marks_alone = sides.iter().all(|(.., value)| value.and_then(mark).is_some());
    for (sign, words, value) in sides {
        // An answer of "none" is one; a field that is empty is shown only beside another mark.
        let is_shown = has_marks_alone || matches!(value, Some(Value::Nothing(_)));
        match (words, value.and_then(mark).filter(|_| is_shown)) {
            (Some(words), _) => writeln!(out, "    {sign} {words}")?,
            (None, Some(mark)) => writeln!(out, "    {sign} {mark}")?,
            (None, None) => {}
        }
    }
    Ok(())
}

/// How an item without an answer is shown.
const fn mark(value: Value<'_>) -> Option<&'static str> {
    match value {
        Value::Unanswered => Some("（未記入）"),
        Value::Blank => Some("（空欄）"),
        Value::Nothing(mark) => Some(mark.label()),
        Value::NotKnown | Value::Given(_) => None,
    }
}

fn weigh(weight: &Weight, language: Language) -> String {
    match (weight, language) {
        (Weight::Formal(proof), Language::Japanese) => format!("形式的な変更: {proof}"),
        (Weight::Formal(proof), Language::English) => format!("formal: {}", proof_in_words(proof)),
        (Weight::Material, Language::Japanese) => "重要な変更の対象".into(),
        (Weight::Ordinary, Language::Japanese) => "その他の項目の変更".into(),
        (Weight::Material | Weight::Ordinary, Language::English) => weight.code().replace('_', " "),
    }
}

/// Why a change is formal, in English. Its `Display` is the same in Japanese.
fn proof_in_words(proof: &Proof) -> String {
    match proof {
        Proof::Renumbering(pairs) => {
            let pairs: Vec<String> = pairs.iter().map(|pair| format!("{} → {}", pair.old, pair.new)).collect();
            format!("the law renumbered what is cited ({})", pairs.join(", "))
        }
        Proof::Width => "only width or blanks differ".into(),
        Proof::Notation => "only numerals, commas or line breaks differ".into(),
        Proof::Order => "only the order differs".into(),
        Proof::Number => "only a printed number differs".into(),
        Proof::EmptyMark => "only the mark for an empty answer differs".into(),
    }
}

/// A row of the table, in columns.
pub(crate) fn row(out: &mut impl Write, row: &Change) -> io::Result<()> {
    fn cell<T: mynumber_pia::value::answer::Content>(answer: &Answer<T>) -> String {
        answer.value().to_string()
    }
    let cells =
        [cell(&row.date), cell(&row.items), cell(&row.before), cell(&row.after), cell(&row.timing), cell(&row.reason)];
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace(['\t', '\n', '\r'], " ")).collect();
    writeln!(out, "{}", cells.join("\t"))
}

pub(crate) fn checked(
    out: &mut impl Write,
    document: &Assessment,
    row: &CheckedRow,
    language: Language,
) -> io::Result<()> {
    let named = document.changes.get(row.row).and_then(|change| change.items.given());
    let named = named.map_or_else(String::new, ToString::to_string);
    let items: Vec<String> = row.address.items.iter().map(|one| item(one.item, language)).collect();
    let separator = match language {
        Language::Japanese => "、",
        Language::English => ", ",
    };
    let (kind, state) = (word(row.address.kind, language), word(row.state, language));
    writeln!(out, "{} {state} [{kind}: {}] {named}", row.row + 1, items.join(separator))
}

pub(crate) fn kept(document: &Assessment, row: usize, because: NotUndone, language: Language) -> String {
    let named = document.changes.get(row).and_then(|change| change.items.given());
    let named = named.map_or_else(String::new, ToString::to_string);
    let (row, because) = (row + 1, word(because, language));
    match language {
        Language::Japanese => format!("{row}行目は戻せない（{because}）: {named}"),
        Language::English => format!("row {row} is not undone ({because}): {named}"),
    }
}
