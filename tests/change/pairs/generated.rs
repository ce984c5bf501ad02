//! Pairs of generated documents and a known change to them. Whether an item is marked with ※ is taken from an independent reading
//! of the forms (`tests/data/printed_items.csv`).

use std::collections::{BTreeMap, BTreeSet};

use mynumber_pia::Assessment;
use mynumber_pia::catalogue::{FieldPath, Row};
use mynumber_pia::change::{Weight, difference};
use mynumber_pia::fixture::{Edited, Filling, Parameters};
use mynumber_pia::value::answer::{Answer, Given, Line, Value};
use mynumber_pia::value::kind::AssessmentKind;
use serde_json::json;

/// How many pairs of each kind are made.
const PAIRS: usize = 12;

/// The marks of the items of a form: by the printed number and label; `None` if two items of one number and label differ.
struct Marks(BTreeMap<(String, String), Option<bool>>);

impl Marks {
    fn of(form: &str) -> Self {
        let mut marks = BTreeMap::new();
        let mut file = csv::Reader::from_reader(&include_bytes!("../../data/printed_items.csv")[..]);
        for record in file.records() {
            let record = record.unwrap();
            if &record[0] != form {
                continue;
            }
            let is_marked = &record[3] == "1";
            let label = folded(&record[2]);
            let label = label.strip_suffix("(件)").map_or(label.clone(), Into::into);
            let slot = marks.entry((record[1].to_string(), label)).or_insert(Some(is_marked));
            if *slot != Some(is_marked) {
                *slot = None;
            }
        }
        Self(marks)
    }

    /// Whether the form marks this item; `None` if the reading does not say.
    fn is_marked(&self, row: &Row) -> Option<bool> {
        self.0.get(&(row.number.to_string(), folded(row.label))).copied().flatten()
    }
}

/// A label without its number and width.
fn folded(label: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap(),
        c => c,
    };
    let label = label.replace("【行政機関等のみ】", "").replace("（備考）", "備考");
    let label: String = label.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    let rest = label.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix('.') {
        Some(rest) if rest.len() < label.len() - 1 => rest.to_string(),
        _ => label.trim_start_matches(|c| ('①'..='⑳').contains(&c)).to_string(),
    }
}

/// An answered item that the form prints.
struct Answered {
    path: FieldPath,
    is_marked: bool,
    /// The answer as JSON.
    json: serde_json::Value,
    /// The lines of a text.
    lines: Vec<Line>,
    /// Whether it is a box, or a group of boxes.
    is_box: bool,
    /// Whether it can have several lines.
    is_cell: bool,
}

/// The answered items of a document that the reading of its form knows. What names a part is left out: another name may
/// make it another part.
fn answered(document: &Assessment, marks: &Marks) -> Vec<Answered> {
    const NAMING: [&str; 8] = ["name", "names", "matter", "heading", "items", "bases", "number", "file_names"];
    let mut found = Vec::new();
    document.walk(|field| {
        let path = field.path.to_owned();
        let text = path.to_string();
        let last = text.rsplit('.').next().unwrap_or_default();
        let (Some(row), false) = (field.row, text.starts_with("changes") || text.starts_with("cover")) else { return };
        if text.contains('[') && NAMING.contains(&last) || !field.value.is_answered() {
            return;
        }
        let Some(is_marked) = marks.is_marked(row) else { return };
        let lines = match field.value {
            Value::Given(Given::Lines(lines)) => lines.clone().into_vec(),
            Value::Given(Given::Text(text)) => vec![Line::from(text.clone())],
            _ => Vec::new(),
        };
        let is_box = matches!(field.value, Value::Given(Given::Box(_) | Given::Boxes(_)));
        let is_cell = matches!(field.value, Value::Given(Given::Lines(_)));
        found.push((path, is_marked, lines, is_box, is_cell));
    });
    let json = |path: &FieldPath| document.get_value(path, serde_json::value::Serializer).ok();
    let found = found.into_iter().filter_map(|(path, is_marked, lines, is_box, is_cell)| {
        let json = json(&path)?;
        Some(Answered { path, is_marked, json, lines, is_box, is_cell })
    });
    found.collect()
}

/// The weight that a pair must have.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Truth {
    /// Material or ordinary, by the mark of the item.
    ByMark,
    /// Formal, with this proof.
    Formal(&'static str),
}

/// A kind of change to one answer: what it does, what must come of it, and the new answer, if it fits this one.
type Kind = (&'static str, Truth, fn(&Answered) -> Option<serde_json::Value>);

/// The first line of text that a change fits, changed.
fn in_text(answered: &Answered, change: impl Fn(&str) -> Option<String>) -> Option<serde_json::Value> {
    let mut lines = answered.lines.clone();
    let (line, text) = lines.iter_mut().find_map(|line| {
        let text = change(line.text.given()?.as_str())?;
        Some((line, text))
    })?;
    line.text = Answer::Given(text.parse().ok()?);
    cell(&lines)
}

fn cell(lines: &[Line]) -> Option<serde_json::Value> {
    let json = serde_json::to_value(lines).ok()?;
    match json.as_array()?.as_slice() {
        [one @ serde_json::Value::String(_)] => Some(one.clone()),
        _ => Some(json),
    }
}

/// The text with one word for another.
fn with(text: &str, word: &str, other: &str) -> Option<String> {
    text.contains(word).then(|| text.replacen(word, other, 1))
}

/// Where a digit of an article is: 「第9条」.
fn article(text: &str) -> Option<(usize, usize, u32)> {
    let start = text.find("第")? + "第".len();
    let digits = text[start..].chars().take_while(char::is_ascii_digit).count();
    let end = start + digits;
    (digits > 0 && text[end..].starts_with('条')).then(|| (start, end, text[start..end].parse().unwrap()))
}

/// A number up to 99 in kanji.
fn kanji(number: u32) -> String {
    let digit = |digit: u32| "〇一二三四五六七八九".chars().nth(digit as usize).unwrap().to_string();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones),
        (1, 0) => "十".into(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, 0) => format!("{}十", digit(tens)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

const KINDS: [Kind; 20] = [
    // What changes the meaning.
    ("what is done is denied", Truth::ByMark, |answered| {
        in_text(answered, |text| {
            let rest = text.strip_suffix("する。").or_else(|| text.strip_suffix("する"))?;
            Some(format!("{rest}しない。"))
        })
    }),
    ("及び becomes 又は", Truth::ByMark, |answered| in_text(answered, |text| with(text, "及び", "又は"))),
    ("only a part is meant", Truth::ByMark, |answered| in_text(answered, |text| Some(format!("一部の{text}")))),
    ("two words change places", Truth::ByMark, |answered| {
        in_text(answered, |text| {
            let (first, rest) = text.split_once('、')?;
            let rest = rest.strip_suffix('。')?;
            (first != rest && !rest.contains('。')).then(|| format!("{rest}、{first}。"))
        })
    }),
    ("two sentences change places", Truth::ByMark, |answered| {
        in_text(answered, |text| {
            let (first, rest) = text.split_once('。')?;
            let rest = rest.strip_suffix('。')?;
            (first != rest).then(|| format!("{rest}。{first}。"))
        })
    }),
    ("a remark in brackets", Truth::ByMark, |answered| {
        in_text(answered, |text| Some(format!("{}（一部を除く。）", text.trim_end_matches('。'))))
    }),
    ("a sentence is gone", Truth::ByMark, |answered| {
        in_text(answered, |text| {
            let (first, rest) = text.split_once('。')?;
            (!rest.is_empty()).then(|| format!("{first}。"))
        })
    }),
    ("a heading above a line", Truth::ByMark, |answered| {
        let mut lines = answered.lines.clone();
        let line = lines.first_mut().filter(|_| answered.is_cell)?;
        line.under.is_none().then_some(())?;
        line.under = Some("分室".parse().unwrap());
        Some(serde_json::to_value(lines).unwrap())
    }),
    ("another line", Truth::ByMark, |answered| {
        let mut lines = answered.lines.clone();
        answered.is_cell.then_some(())?;
        lines.push("上記のほか、委託先においても同様とする。".parse().unwrap());
        cell(&lines)
    }),
    ("the answer is gone", Truth::ByMark, |answered| (!answered.lines.is_empty()).then(|| json!("―"))),
    ("the cell is left empty", Truth::ByMark, |answered| (!answered.lines.is_empty()).then(|| json!(""))),
    ("another article is cited", Truth::ByMark, |answered| {
        in_text(answered, |text| {
            let (start, end, number) = article(text)?;
            Some(format!("{}{}{}", &text[..start], number + 31, &text[end..]))
        })
    }),
    // What does not.
    ("digits in full width", Truth::Formal("width"), |answered| {
        in_text(answered, |text| {
            let wide: String = text
                .chars()
                .map(|c| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c })
                .collect();
            (wide != text).then_some(wide)
        })
    }),
    ("a blank after a comma", Truth::Formal("width"), |answered| in_text(answered, |text| with(text, "、", "、　"))),
    ("a character that is not seen", Truth::Formal("width"), |answered| {
        in_text(answered, |text| {
            let (at, _) = text.char_indices().nth(2)?;
            Some(format!("{}\u{200B}{}", &text[..at], &text[at..]))
        })
    }),
    ("half-width marks", Truth::Formal("width"), |answered| {
        in_text(answered, |text| with(text, "、", "､").or_else(|| with(text, "。", "｡")))
    }),
    ("another comma", Truth::Formal("notation"), |answered| {
        in_text(answered, |text| {
            let is_in_number = text.chars().any(|c| c.is_ascii_digit());
            (!is_in_number).then(|| with(text, "、", "，")).flatten()
        })
    }),
    ("a long line is wrapped", Truth::Formal("notation"), |answered| {
        let ([Line { under: None, text }], true) = (answered.lines.as_slice(), answered.is_cell) else { return None };
        // Each line of a list of names is a name.
        (answered.path.to_string() != "other_bodies").then_some(())?;
        let text = text.given()?.as_str();
        let (at, next) = text.char_indices().nth(12)?;
        let is_word = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c) || ('ぁ'..='ん').contains(&c);
        let numerals = "〇一二三四五六七八九十百千";
        let before = text[..at].chars().last()?;
        (is_word(next) && is_word(before) && !numerals.contains(next) && !numerals.contains(before))
            .then(|| json!([text[..at], text[at..]]))
    }),
    ("the article in kanji", Truth::Formal("notation"), |answered| {
        in_text(answered, |text| {
            let (start, end, number) = article(text)?;
            (number < 100).then(|| format!("{}{}{}", &text[..start], kanji(number), &text[end..]))
        })
    }),
    ("another mark for nothing", Truth::Formal("empty_mark"), |answered| match answered.json.as_str()? {
        "―" => Some(json!("なし")),
        "なし" => Some(json!("")),
        // An empty box.
        "" if answered.is_box => None,
        "" => Some(json!("―")),
        _ => None,
    }),
];

fn forms() -> [(AssessmentKind, &'static str, Marks); 3] {
    [
        (AssessmentKind::BasicItem, "form_2_2024_10", Marks::of("2")),
        (AssessmentKind::KeyItem, "form_3_2024_10", Marks::of("3")),
        (AssessmentKind::AllItem, "form_4_2024_10", Marks::of("4")),
    ]
}

fn parameters(kind: AssessmentKind, edition: &str) -> Parameters {
    Parameters {
        kind: Some(kind),
        edition: Some(edition.parse().unwrap()),
        filling: Filling::Everything,
        entrustments: 2..=3,
        recipients: 2..=3,
        systems: 3..=4,
        ..Parameters::default()
    }
}

/// What an edit is and how it weighs.
fn found(old: &Assessment, new: &Assessment) -> Vec<String> {
    let difference = difference(old, new);
    let edits = difference.weighed().map(|(edit, weight)| {
        let path = edit.new.as_ref().or(edit.old.as_ref()).unwrap();
        let proof = match &weight {
            Weight::Formal(proof) => format!(": {}", proof.code()),
            Weight::Material | Weight::Ordinary => String::new(),
        };
        format!("{} {path} {}{proof}", edit.what, weight.code())
    });
    edits.collect()
}

const fn by_mark(is_marked: bool) -> &'static str {
    if is_marked { "material" } else { "ordinary" }
}

/// What came of some pairs.
#[derive(Default)]
struct Outcome {
    /// How many pairs of each kind there are.
    pairs: BTreeMap<&'static str, usize>,
    wrong: Vec<String>,
}

impl Outcome {
    fn add(&mut self, what: &'static str, old: &Assessment, new: &Assessment, truth: &[String]) {
        *self.pairs.entry(what).or_default() += 1;
        let found = found(old, new);
        if found != truth {
            self.wrong.push(format!("{what}: {found:?}, not {truth:?}"));
        }
    }

    #[track_caller]
    fn assert(self, kinds: usize, least: usize, pairs: usize) {
        let Self { pairs: made, wrong } = self;
        assert!(wrong.is_empty(), "{} of {made:?}: {wrong:#?}", wrong.len());
        assert_eq!(made.len(), kinds, "{made:?}");
        assert!(made.values().all(|made| *made >= least) && made.values().sum::<usize>() >= pairs, "{made:?}");
    }
}

/// One answer is changed, and nothing else.
#[test]
fn one_answer() {
    let mut outcome = Outcome::default();
    for (form, (kind, edition, marks)) in forms().into_iter().enumerate() {
        for seed in 0..24 {
            let old: Assessment = parameters(kind, edition).plan(seed).build();
            // Some marks for nothing.
            let mut old = old;
            if seed % 2 == 0 {
                let texts: Vec<FieldPath> = answered(&old, &marks)
                    .into_iter()
                    .filter(|one| !one.lines.is_empty())
                    .map(|one| one.path)
                    .collect();
                for (index, path) in texts.iter().enumerate().filter(|(index, _)| index % 7 == 3) {
                    old.put(path, ["―", "なし", ""][index % 3]).unwrap();
                }
            }
            let fields = answered(&old, &marks);
            for (number, (what, truth, change)) in KINDS.iter().enumerate() {
                if outcome.pairs.get(what).copied().unwrap_or_default() >= PAIRS * (form + 1) / 3 {
                    continue;
                }
                // Another field in each document.
                let start = (usize::try_from(seed).unwrap() * 17 + number * 5) % fields.len();
                let mut fields = fields[start..].iter().chain(&fields[..start]);
                let Some((field, answer)) = fields.find_map(|field| Some((field, change(field)?))) else {
                    continue;
                };
                let mut new = old.clone();
                new.put_value(&field.path, answer).unwrap();
                let weight = match truth {
                    Truth::ByMark => by_mark(field.is_marked).to_string(),
                    Truth::Formal(proof) => format!("formal: {proof}"),
                };
                outcome.add(what, &old, &new, &[format!("changed {} {weight}", field.path)]);
            }
        }
    }
    outcome.assert(KINDS.len(), 6, 200);
}

/// Choices, boxes, counts and days are never formal.
#[test]
fn another_choice() {
    let mut outcome = Outcome::default();
    for (kind, edition, marks) in forms() {
        let mut made = 0;
        for seed in 0..120 {
            let Edited { before, after, path, .. } = parameters(kind, edition).plan(seed).build();
            let Some(field) = answered(&before, &marks).into_iter().find(|one| one.path == path) else { continue };
            if !field.lines.is_empty() || made == 16 {
                continue;
            }
            made += 1;
            let weight = by_mark(field.is_marked);
            outcome.add("a choice, box, count or day", &before, &after, &[format!("changed {path} {weight}")]);
        }
    }
    outcome.assert(1, 40, 40);
}

/// A part is material if it answers a marked item; an order or a printed number is formal.
#[test]
fn whole_parts() {
    let mut outcome = Outcome::default();
    for (kind, edition, marks) in forms().into_iter().skip(1) {
        let is_marked = |document: &Assessment, part: &str| {
            answered(document, &marks).iter().any(|one| one.is_marked && one.path.to_string().starts_with(part))
        };
        for seed in 100..108 {
            let old: Assessment = parameters(kind, edition).plan(seed).build();
            for parts in ["entrustments", "provision.provisions", "provision.transfers"] {
                let list = format!("file_sections[0].{parts}");
                let end = (0..4).rfind(|index| {
                    let path: FieldPath = format!("{list}[{index}]").parse().unwrap();
                    old.get_value(&path, serde_json::value::Serializer).is_ok()
                });
                let Some(end) = end.filter(|end| *end > 0) else { continue };
                let path = format!("{list}[{end}]");
                let weight = by_mark(is_marked(&old, &path));
                let mut new = old.clone();
                new.remove(&path.parse().unwrap()).unwrap();
                outcome.add("the last part is gone", &old, &new, &[format!("removed {path} {weight}")]);
                outcome.add("a part is added at the end", &new, &old, &[format!("added {path} {weight}")]);
            }
            let mut new = old.clone();
            new.systems.rotate_right(1);
            let names: BTreeSet<String> = old.systems.iter().map(|system| system.name.value().to_string()).collect();
            if names.len() == old.systems.len() {
                let truth = ["moved systems[0] formal: order".to_string()];
                outcome.add("the last system becomes the first", &old, &new, &truth);
            }
            let mut new = old.clone();
            let section = &mut new.file_sections[0];
            let [first, second, ..] = section.entrustments.as_mut_slice() else { continue };
            if first.entrustee != second.entrustee && first.matter != second.matter {
                core::mem::swap(&mut first.entrustee, &mut second.entrustee);
                let truth = [0, 1].map(|at| format!("changed file_sections[0].entrustments[{at}].entrustee ordinary"));
                outcome.add("two contracts exchange their entrustees", &old, &new, &truth);
            }
            let mut new = old.clone();
            new.file_sections[0].entrustments[0].number = Answer::Given(77);
            let truth = ["renumbered file_sections[0].entrustments[0].number formal: number".to_string()];
            outcome.add("a printed number", &old, &new, &truth);
        }
    }
    outcome.assert(5, 8, 80);
}
