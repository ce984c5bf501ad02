//! 変更点の抽出: the difference between two versions, compared with JSON Patch and with a difference of lines of text, and
//! how it grows with the length of a list.

use std::fmt;

use json_patch::Patch;
use mynumber_pia::assessment::{Assessment, InformationSystem};
use mynumber_pia::change::{Difference, difference, rewind};
use mynumber_pia::value::answer::Answer;
use mynumber_pia::value::text::Text;
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

use crate::documents::{largest, seeds};
use crate::measure::{Row, Times, in_turn, per_operation, time};

/// What the two sides do.
pub const NOTE: &str = "\
- **Difference.** All sides get both versions in the form that they read, and each result makes the new version from the old
  one. `difference` matches the parts of lists by name and content, so an inserted or a moved part is one edit, and each
  edit says which item of the form it changes. json-patch compares lists by index, and copies the new values. similar compares
  the lines of both documents as `to_string_pretty` prints them; it knows neither fields nor parts.";

/// Two versions of a document, in the form that each side reads.
struct Pair {
    documents: [Assessment; 2],
    values: [Value; 2],
    texts: [String; 2],
}

impl Pair {
    fn new(old: Assessment, new: Assessment) -> Self {
        let documents = [old, new];
        let values = documents.each_ref().map(|document| serde_json::to_value(document).unwrap());
        let texts = documents.each_ref().map(|document| serde_json::to_string_pretty(document).unwrap());
        Self { documents, values, texts }
    }

    fn ours(&self) -> Difference<'_> {
        difference(&self.documents[0], &self.documents[1])
    }

    fn json_patch(&self) -> Patch {
        json_patch::diff(&self.values[0], &self.values[1])
    }

    fn lines(&self) -> TextDiff<'_, '_, str> {
        TextDiff::from_lines(self.texts[0].as_str(), self.texts[1].as_str())
    }

    /// Every difference makes the new version from the old one. How many edits each has.
    fn compare(&self) -> Edits {
        let [old, new] = &self.documents;
        let ours = self.ours();
        assert!(ours.apply(old).unwrap() == *new);
        let patch = self.json_patch();
        let mut patched = self.values[0].clone();
        json_patch::patch(&mut patched, &patch).unwrap();
        assert!(patched == self.values[1]);
        let lines = self.lines();
        let kept = lines.iter_all_changes().filter(|change| change.tag() != ChangeTag::Delete);
        assert!(kept.map(|change| change.value()).collect::<String>() == self.texts[1]);
        let changed = lines.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal).count();
        Edits { ours: ours.edits().len(), operations: patch.0.len(), lines: changed }
    }
}

/// How many edits the three differences have.
#[derive(Default)]
struct Edits {
    ours: usize,
    operations: usize,
    lines: usize,
}

/// The pairs that are measured: a name, and the pairs of one run.
fn pairs() -> [(&'static str, Vec<Pair>); 4] {
    let new = largest().documents.remove(0);
    let first = rewind(&new, "2000-01-01".parse().unwrap()).document;
    let mut inserted = new.clone();
    let name = Answer::Given(Text::new("新システム").unwrap());
    inserted.systems.insert(0, InformationSystem { name, ..InformationSystem::default() });
    inserted.file_sections.swap(0, 2);
    let generated = seeds().map(|(parameters, seed)| {
        let [old, new] = <[Assessment; 2]>::try_from(parameters.plan(seed).history(1).versions).unwrap();
        Pair::new(old, new)
    });
    [
        ("an earlier version of `edogawa.json`", vec![Pair::new(first, new.clone())]),
        ("a system inserted in `edogawa.json`, and two sections swapped", vec![Pair::new(new.clone(), inserted)]),
        ("`edogawa.json` and itself", vec![Pair::new(new.clone(), new)]),
        ("30 generated documents and their next versions", generated.collect()),
    ]
}

pub fn rows() -> Vec<Row> {
    pairs().iter().flat_map(|(name, pairs)| rows_of(name, pairs)).collect()
}

fn rows_of(name: &str, pairs: &[Pair]) -> [Row; 2] {
    let mut edits = Edits::default();
    for pair in pairs {
        let Edits { ours, operations, lines } = pair.compare();
        edits =
            Edits { ours: edits.ours + ours, operations: edits.operations + operations, lines: edits.lines + lines };
    }
    let ours = || time(pairs, Pair::ours);
    let row = |peer: String, times| Row {
        measured: format!("difference, {name}"),
        ours: format!("`difference`, {} edits", edits.ours),
        peer,
        times,
        operations: pairs.len(),
    };
    let json_patch = in_turn(ours, || time(pairs, Pair::json_patch));
    let similar = in_turn(ours, || time(pairs, Pair::lines));
    [
        row(format!("json-patch, {} operations", edits.operations), json_patch),
        row(format!("similar, {} lines", edits.lines), similar),
    ]
}

/// Two versions with this many systems. In the new one every tenth is at another index, and every tenth has another function.
fn systems(count: usize) -> Pair {
    let document = |is_new: bool| {
        let mut document = Assessment::new("form_4_2024_10".parse().unwrap());
        for index in 0..count {
            let functions = if is_new && index % 10 == 3 { "改定後の機能" } else { "機能" };
            document.systems.push(InformationSystem {
                number: Answer::Given(u32::try_from(index).unwrap()),
                name: Answer::Given(Text::new(format!("システム{index}")).unwrap()),
                functions: Answer::Given(functions.parse().unwrap()),
                ..InformationSystem::default()
            });
        }
        if is_new {
            for index in (0..count).step_by(10) {
                document.systems.swap(index, count - 1 - index);
            }
        }
        document
    };
    Pair::new(document(false), document(true))
}

/// How long a difference of 1,000 and of 10,000 systems takes.
pub struct Growth {
    name: &'static str,
    /// Ten times 1,000 systems, and once 10,000 systems.
    times: Times,
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, times: (few, many) } = self;
        let factor = 10.0 * many.as_secs_f64() / few.as_secs_f64();
        write!(f, "| {name} | {} | {} | {factor:.1} |", per_operation(*few, 10), per_operation(*many, 1))
    }
}

/// As many systems in both runs: on a machine with other load, long runs are slower than short ones.
pub fn growth() -> [Growth; 3] {
    let (few, many) = (systems(1_000), systems(10_000));
    few.compare();
    many.compare();
    let (few, many) = ([&few; 10], [&many]);
    [
        Growth { name: "`difference`", times: in_turn(|| time(few, Pair::ours), || time(many, Pair::ours)) },
        Growth { name: "json-patch", times: in_turn(|| time(few, Pair::json_patch), || time(many, Pair::json_patch)) },
        Growth { name: "similar", times: in_turn(|| time(few, Pair::lines), || time(many, Pair::lines)) },
    ]
}
