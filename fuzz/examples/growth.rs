//! Measures whether every public function that takes a document takes time and memory in proportion to it.
//! `cargo run --release --example growth`, or only for some functions and for longer lists: `… growth -- 4000 open_items`
//!
//! It makes documents with long lists: of a number of entries (250, or the number given, at least 10), and of four
//! times as many. Then it reads [hostile] texts. For each function it prints the document for which it grows fastest (all documents if functions were
//! named): time and peak memory of both sizes, and by how much each grows when the input doubles. In proportion is 2, with the square of the input is 4.
//! What grows faster than its input is in [`KNOWN`], with the reason. The program ends with status 1 if anything else
//! does.

#![allow(clippy::disallowed_methods, reason = "the program reads its arguments and the clock")]

#[path = "growth/hostile.rs"]
mod hostile;

use std::cmp::Reverse;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use allocation_counter::measure;
use chrono::NaiveDate;
use cpu_time::ThreadTime;
use mynumber_pia::affair::{Dossier, Happening, System, calendar, plan};
use mynumber_pia::assessment::{Chain, FieldEdit, PartyNames, shared_parties};
use mynumber_pia::catalogue::{FieldPath, Item};
use mynumber_pia::change::{Difference, check_table, difference, proof_of_row, rewind, table};
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::form::{Html, Mark, Markdown, Plain, PrintOptions, Tree, cells};
use mynumber_pia::publication::withhold;
use mynumber_pia::transcribe::{PrintedForm, transcribe};
use mynumber_pia::validate::validate;
use mynumber_pia::value::answer::{Given, Value};
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Assessment, Facts, FormEdition};

/// What is known to grow faster than its input: the function, the document (all if empty), and why.
const KNOWN: [(&str, &str, &str); 0] = [];

/// The most by which time and memory may grow when the input doubles. It is more than 2 because tables and lists grow
/// by doubling, and because long inputs do not fit into the caches of the processor.
const MOST: f64 = 3.0;

/// Shorter times are not judged: they depend on whether the memory is new to the program.
const SHORTEST: Duration = Duration::from_millis(2);

/// After this time it is not measured again.
const LONGEST: Duration = Duration::from_secs(1);

/// Less memory is not judged, because a list may reserve some before it is read.
const SMALLEST: u64 = 4_000_000;

/// How often a function is measured. The shortest time counts, because other programs can only make it longer.
const TIMES: usize = 3;

/// How often it is measured again if it seems to grow too fast.
const AGAIN: usize = 12;

const HEADER: &str = r#"{"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2024_10", "#;

type Make = fn(usize) -> String;

fn list(count: usize, entry: impl Fn(usize) -> String) -> String {
    (0..count).map(entry).collect::<Vec<_>>().join(",")
}

/// What is repeated, and a function that makes the fields of a document with this many of it. Names contain 甲, and what
/// is not a name contains 丙, so that other versions can be made by replacing them.
const SHAPES: [(&str, Make); 19] = [
    ("empty sections", |count| format!(r#""file_sections": [{}]"#, list(count, |_| "{}".into()))),
    ("empty risks", |count| format!(r#""risks": [{}]"#, list(count, |_| "{}".into()))),
    ("sections and files", |count| {
        let named = |field| list(count, |index| format!(r#"{{"{field}": "甲{index}"}}"#));
        let (files, sections) = (named("name"), named("names"));
        format!(r#""files": [{files}], "file_sections": [{sections}], "risks": [{sections}]"#)
    }),
    ("entrustments", |count| {
        let entries = list(count, |index| format!(r#"{{"matter": "甲{index}", "entrustee": "丙{index}"}}"#));
        format!(r#""file_sections": [{{"entrustment": "entrusted", "entrustments": [{entries}]}}]"#)
    }),
    ("entrustments of one name", |count| {
        let entries = list(count, |index| format!(r#"{{"matter": "甲", "entrustee": "丙{index}"}}"#));
        format!(r#""file_sections": [{{"entrustment": "entrusted", "entrustments": [{entries}]}}]"#)
    }),
    ("recipients", |count| {
        let entry = |index| format!(r#"{{"names": "甲{index}", "bases": "番号法第19条第8号、別表第二の{index}の項"}}"#);
        let entries = list(count, entry);
        format!(r#""file_sections": [{{"provision": {{"provided": "ticked", "provisions": [{entries}]}}}}]"#)
    }),
    ("recipients of one name", |count| {
        let entry = |index| {
            format!(r#"{{"names": "甲", "uses": "丙{index}", "bases": "番号法第19条第8号、別表第二の{index}の項"}}"#)
        };
        let entries = list(count, entry);
        format!(r#""file_sections": [{{"provision": {{"provided": "ticked", "provisions": [{entries}]}}}}]"#)
    }),
    ("systems", |count| {
        let entry = |index: usize| {
            let other = index + 1;
            format!(r#"{{"name": "甲{index}", "connections": ["other"], "connections_other": "甲{other}"}}"#)
        };
        format!(r#""systems": [{}]"#, list(count, entry))
    }),
    ("changes", |count| {
        let entry =
            |index| format!(r#"{{"date": "2023-04-01", "items": "Ⅰ１②{index}", "before": "甲", "after": "丙"}}"#);
        format!(r#""changes": [{}]"#, list(count, entry))
    }),
    ("changes of one item", |count| {
        let entry = |index: usize| {
            let (before, after) = (format!("丙{index}"), format!("丙{}", index + 1));
            format!(
                r#"{{"date": "2023-04-01", "items": "Ⅰ－7．②所属長の役職名", "before": "{before}", "after": "{after}"}}"#
            )
        };
        format!(r#""department": {{"head": "丙{count}"}}, "changes": [{}]"#, list(count, entry))
    }),
    ("changes of entrustments", |count| {
        let rows = list(count, |index| {
            let number = index + 1;
            let name = format!("Ⅱ－4．委託事項{number}－⑥委託先名");
            format!(r#"{{"date": "2023-04-01", "items": "{name}", "before": "甲{index}", "after": "丙{index}"}}"#)
        });
        let entries = list(count, |index| {
            format!(r#"{{"number": {}, "matter": "甲{index}", "entrustee": "丙{index}"}}"#, index + 1)
        });
        let section = format!(r#"{{"entrustment": "entrusted", "entrustments": [{entries}]}}"#);
        format!(r#""file_sections": [{section}], "changes": [{rows}]"#)
    }),
    ("parties", |count| {
        let entries = list(count, |index| format!(r#"{{"name": "甲{index}"}}"#));
        format!(r#""file_sections": [{{"entrustments": [{{"chain": [{entries}]}}]}}]"#)
    }),
    ("chains", |count| {
        let chain = |index| format!(r#"{{"chain": [{{"name": "甲{index}", "re_entrustees": [{{"name": "甲"}}]}}]}}"#);
        format!(r#""file_sections": [{{"entrustments": [{}]}}]"#, list(count, chain))
    }),
    ("short names", |count| {
        let line = |index| format!(r#""株式会社甲{index}（以下「甲{index}」という。）に丙を委託する""#);
        format!(r#""affair": {{"content": [{}]}}"#, list(count, line))
    }),
    ("lines", |count| {
        format!(r#""number_use_bases": [{}]"#, list(count, |index| format!(r#""番号法別表第二の{index}の項""#)))
    }),
    ("rows of a text", |count| format!(r#""number_use_bases": "番号法{}""#, "別表第二の1の項、".repeat(count))),
    ("brackets", |count| format!(r#""number_use_bases": "番号法{}""#, "（".repeat(count))),
    // These are answers that the form of the document does not print, and that are suggested elsewhere.
    ("measures to join", |count| {
        let risk = |index| format!(r#"{{"acquisition": {{"measures": "丙{index}"}}, "training": "sufficient"}}"#);
        format!(r#""risks": [{}]"#, list(count, risk))
    }),
    ("measures to take over", |count| {
        let risk = |_| r#"{"acquisition": {"others_measures": "丙"}}"#.into();
        format!(r#""risk": {{"acquisition": "sufficient"}}, "risks": [{}]"#, list(count, risk))
    }),
];

/// The same, for change tables and for the kinds of cells with text.
const SHAPES_OF_ROWS: [(&str, Make); 11] = [
    ("rows of blocks on many days", |count| {
        let groups = list(count, |index| format!(r#"{{"items": "丙{index}"}}"#));
        let rows = list(count, |index| {
            let (date, place) = (date(index), index / 2 * 2 + 1);
            let (other, items) = (place + 1, format!("（別添2）特定個人情報ファイル記録項目　{place}番目"));
            format!(r#"{{"date": "{date}", "items": "{items}", "before": "{other}番目", "after": "{place}番目"}}"#)
        });
        format!(r#""record_items": [{groups}], "changes": [{rows}]"#)
    }),
    // The number of the annex is that of another form, so nothing fits.
    ("rows that fit no section", |count| {
        let groups = list(count, |index| format!(r#"{{"heading": "甲{index}", "items": "丙{index}"}}"#));
        let sections = list(count, |index| format!(r#"{{"names": "甲{index}ファイル"}}"#));
        let row = |index: usize| {
            let items = format!("（別添1）特定個人情報ファイル記録項目　甲{index}");
            format!(r#"{{"date": "2023-04-01", "items": "{items}", "before": "甲", "after": "丙"}}"#)
        };
        let rows = list(count, row);
        format!(r#""record_items": [{groups}], "file_sections": [{sections}], "changes": [{rows}]"#)
    }),
    ("rows of answers on many days", |count| {
        let row = |index| {
            let (date, after) = (date(index), index + 1);
            format!(
                r#"{{"date": "{date}", "items": "Ⅰ－7．②所属長の役職名", "before": "丙{index}", "after": "丙{after}"}}"#
            )
        };
        format!(r#""department": {{"head": "丙{count}"}}, "changes": [{}]"#, list(count, row))
    }),
    // Each row quotes an older text, and the last one quotes the answer.
    ("rows that name no item", |count| {
        let row = |index: usize| {
            let (before, after) = (format!("丙{index}棟"), format!("第{}棟の丙{}棟", index % 7, index + 1));
            format!(r#"{{"date": "2023-04-01", "items": "甲の移設", "before": "{before}", "after": "{after}"}}"#)
        };
        format!(r#""department": {{"head": "丙{count}棟"}}, "changes": [{}]"#, list(count, row))
    }),
    ("rows that continue", |count| {
        let row =
            |index| format!(r#"{{"items": "甲の移設", "continues": "ticked", "before": "丙{index}", "after": "棟"}}"#);
        format!(r#""department": {{"head": "丙棟"}}, "changes": [{}]"#, list(count, row))
    }),
    ("lines of one row", |count| {
        let lines = |word| list(count, |index| format!(r#""{word}{index}棟""#));
        let (before, after) = (lines("丙"), lines("甲"));
        let row = format!(r#"{{"date": "2023-04-01", "items": "甲の移設", "before": [{before}], "after": [{after}]}}"#);
        format!(r#""department": {{"head": "丙1棟"}}, "changes": [{row}]"#)
    }),
    ("lines with headings", |count| {
        let line = |index| format!(r#"{{"under": "甲{index}", "text": "丙{index}を消去する"}}"#);
        format!(r#""affair": {{"content": [{}]}}"#, list(count, line))
    }),
    ("timings", |count| {
        let timing = |index| format!(r#"{{"of": "甲{index}", "since": "2020-04-01", "frequency": "丙{index}"}}"#);
        let entry = format!(r#"{{"names": "甲", "timing": [{}]}}"#, list(count, timing));
        format!(r#""file_sections": [{{"provision": {{"provided": "ticked", "provisions": [{entry}]}}}}]"#)
    }),
    ("one long text", |count| format!(r#""affair": {{"content": "{}"}}"#, "ｶﾞﾊﾞﾒﾝﾄ丙棟\\n".repeat(count))),
    // A text that ends with many others.
    ("texts in texts", |count| {
        let line = |index: usize| format!(r#""{}丙""#, "棟".repeat(index % 64));
        let rows =
            list(count, |index| format!(r#"{{"items": "甲の移設", "before": {}, "after": "甲{index}"}}"#, line(index)));
        format!(r#""affair": {{"content": [{}]}}, "changes": [{rows}]"#, list(count, line))
    }),
    ("headings of record items", |count| {
        let group = |index| format!(r#"{{"heading": "甲{index}", "items": ["丙{index}", "丙"]}}"#);
        format!(r#""record_items": [{}]"#, list(count, group))
    }),
];

/// A day of its own for each index.
fn date(index: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 1, 1).expect("a day of the calendar") + chrono::Days::new(index as u64)
}

/// Withholds the text answers outside the change table: every one, or the last of every `step`.
fn withheld(case: &Case, step: usize) -> Cost {
    let is_text = |path: &&FieldPath| {
        let is_row = path.to_string().starts_with("changes");
        !is_row
            && matches!(
                case.document.get(path),
                Some(Value::Given(Given::Text(_) | Given::Lines(_) | Given::Timings(_)))
            )
    };
    let texts: Vec<&FieldPath> = case.answers.iter().filter(is_text).collect();
    let ground = WithholdingGround::CriminalInvestigation;
    let parts: Vec<_> = texts.into_iter().rev().step_by(step).map(|path| (path.clone(), ground)).collect();
    let body = Some(BodyKind::AdministrativeOrgan);
    timed(|| withhold(&case.document, Occasion::Publication, body, &parts).expect("it may be withheld"))
}

/// A document, other versions of it, and what is computed from them before a function is measured.
struct Case {
    json: String,
    document: Assessment,
    /// The document with other contents.
    edited: Assessment,
    /// The document with other names.
    renamed: Assessment,
    /// The paths of its answers, and of its lists with the number of entries.
    answers: Vec<FieldPath>,
    lists: Vec<(FieldPath, usize)>,
    /// A mark for each answer.
    marks: Vec<Mark>,
    /// As many marks for each list as it has entries.
    marks_of_lists: Vec<Mark>,
    /// The document as one of 様式3.
    lowered: Assessment,
}

fn read(json: &str) -> Assessment {
    serde_json::from_str(json).expect("it is valid")
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, 1).expect("a day of the calendar")
}

impl Case {
    fn new(make: Make, count: usize) -> Self {
        let json = format!("{HEADER}{}}}", make(count));
        let document = read(&json);
        let (mut answers, mut lists): (Vec<FieldPath>, Vec<(FieldPath, usize)>) = (Vec::new(), Vec::new());
        document.walk(|field| {
            if field.value.is_given() {
                answers.push(field.path.to_owned());
            }
        });
        for list in ["systems", "files", "file_sections", "risks", "changes"] {
            let list: FieldPath = list.parse().expect("a list");
            let value = document.get_value(&list, serde_json::value::Serializer).expect("it is there");
            lists.push((list, value.as_array().map_or(0, Vec::len)));
        }
        let of_list = |list: &(FieldPath, usize)| {
            let (list, len) = list.clone();
            core::iter::repeat_n(Mark::new(list, "印"), len)
        };
        let marks_of_lists = lists.iter().flat_map(of_list).collect();
        let marks = answers.iter().map(|path| Mark::new(path.clone(), "印")).collect();
        let mut lowered = document.clone();
        lowered.form = "form_3_2024_10".parse::<FormEdition>().expect("an edition").into();
        let (edited, renamed) = (read(&json.replace('丙', "丁")), read(&json.replace('甲', "乙")));
        Self { json, document, edited, renamed, answers, lists, marks, marks_of_lists, lowered }
    }

    fn edits(&self) -> Difference<'_> {
        difference(&self.document, &self.edited)
    }

    fn options(&self) -> PrintOptions<'_> {
        PrintOptions { marks: &self.marks, requirements: true, ..PrintOptions::default() }
    }

    fn chains(&self) -> impl Iterator<Item = Chain<'_>> {
        self.document.file_sections.iter().flat_map(|section| &section.entrustments).map(Chain::of)
    }
}

/// The time that the processor takes for a call, whatever else it does, and the peak memory.
#[derive(Clone, Copy)]
struct Cost {
    time: Duration,
    memory: u64,
}

fn timed<T>(work: impl FnOnce() -> T) -> Cost {
    let (mut time, mut result) = (Duration::ZERO, None);
    let memory = measure(|| {
        let start = ThreadTime::now();
        result = Some(black_box(work()));
        time = start.elapsed();
    });
    Cost { time, memory: memory.bytes_max }
}

type Call = fn(&Case) -> Cost;

/// The functions that take a document.
const CALLS: [(&str, Call); 46] = [
    ("load", |case| timed(|| read(&case.json))),
    ("save", |case| timed(|| serde_json::to_string(&case.document).expect("it can be written"))),
    ("clone and compare", |case| timed(|| case.document.clone() == case.document)),
    ("walk", |case| {
        timed(|| {
            let mut fields = 0;
            case.document.walk_with_empty_forms(|field| fields += usize::from(field.is_open()));
            fields
        })
    }),
    ("walk_mut", |case| {
        let mut document = case.document.clone();
        timed(|| document.walk_mut(|mut field| field.clear()))
    }),
    ("validate", |case| timed(|| validate(&case.document, day()))),
    ("disagreements", |case| {
        let mut basic = case.renamed.clone();
        basic.form = "form_2_2024_10".parse::<FormEdition>().expect("an edition").into();
        timed(|| Dossier::of_papers([&basic, &case.document], None, None).disagreements(day()).len())
    }),
    ("open_items", |case| timed(|| (case.document.open_items(), case.lowered.open_items()))),
    ("adopt all", |case| {
        let (mut document, mut lowered) = (case.document.clone(), case.lowered.clone());
        let open_items = (document.open_items(), lowered.open_items());
        timed(|| {
            let adopted = open_items.0.iter().filter(|fill| document.adopt(fill)).count();
            adopted + open_items.1.iter().filter(|fill| lowered.adopt(fill)).count()
        })
    }),
    ("change_form", |case| {
        let mut document = case.document.clone();
        timed(|| document.change_form("form_3_2024_10".parse().expect("an edition")))
    }),
    ("bases", |case| timed(|| case.document.bases())),
    ("find", |case| timed(|| case.document.find(Item::Entrustee))),
    ("facts", |case| timed(|| Facts::from(&case.document))),
    ("own_day", |case| timed(|| case.document.own_day())),
    ("get all", |case| timed(|| case.answers.iter().filter(|path| case.document.get(path).is_some()).count())),
    ("put all", |case| {
        let mut document = case.document.clone();
        timed(|| case.answers.iter().filter(|path| document.put(path, "―").is_ok()).count())
    }),
    ("put_all", |case| {
        let value = |path: &FieldPath| case.document.get_value(path, serde_json::value::Serializer).ok();
        let edit = |path: &FieldPath| Some(FieldEdit::Value(path.clone(), value(path)?));
        let edits: Vec<_> = case.answers.iter().filter_map(edit).collect();
        let mut document = case.document.clone();
        timed(|| document.put_all(edits).expect("what is there"))
    }),
    ("get_value of lists", |case| {
        let value = |list: &FieldPath| case.document.get_value(list, serde_json::value::Serializer);
        timed(|| case.lists.iter().map(|(list, _)| value(list)).collect::<Vec<_>>())
    }),
    ("put_value of lists", |case| {
        let value = |list: &FieldPath| case.document.get_value(list, serde_json::value::Serializer);
        let values: Vec<_> = case.lists.iter().map(|(list, _)| (list, value(list).expect("it is there"))).collect();
        let mut document = case.document.clone();
        timed(|| values.into_iter().filter(|(list, value)| document.put_value(list, value).is_ok()).count())
    }),
    ("insert at the end", |case| {
        let mut document = case.document.clone();
        timed(|| {
            for (list, len) in &case.lists {
                for index in *len..2 * len {
                    document.insert(list, index).expect("the list is there");
                }
            }
        })
    }),
    ("remove from the end", |case| {
        let mut document = case.document.clone();
        let entries = case.lists.iter().flat_map(|(list, len)| (0..*len).rev().map(move |index| (list, index)));
        let paths: Vec<FieldPath> =
            entries.map(|(list, index)| format!("{list}[{index}]").parse().expect("a path")).collect();
        timed(|| paths.iter().for_each(|path| document.remove(path).expect("the entry is there")))
    }),
    ("chains", |case| timed(|| case.chains().map(|chain| chain.links().len() + chain.depth()).sum::<usize>())),
    ("chains in words", |case| timed(|| case.chains().map(|chain| chain.to_string().len()).sum::<usize>())),
    ("shared_parties", |case| timed(|| shared_parties(case.chains()).len())),
    ("PartyNames", |case| timed(|| PartyNames::of(&case.document).shared_parties(case.chains()).len())),
    ("Tree", |case| timed(|| case.chains().map(|chain| Tree::new(chain).to_string().len()).sum::<usize>())),
    ("cells", |case| timed(|| cells(&case.document).count())),
    ("Plain", |case| timed(|| Plain::new(&case.document).to_string())),
    ("Plain with marks", |case| timed(|| Plain::with(&case.document, case.options()).to_string())),
    ("Markdown", |case| timed(|| Markdown::new(&case.document).to_string())),
    ("Markdown with marks", |case| timed(|| Markdown::with(&case.document, case.options()).to_string())),
    ("transcribe", |case| {
        let page = Plain::new(&case.document).to_string();
        timed(|| transcribe(&PrintedForm::text(&page), None))
    }),
    ("Html", |case| timed(|| Html::new(&case.document).to_string())),
    ("Html with marks", |case| timed(|| Html::with(&case.document, case.options()).to_string())),
    ("pages with marks of one list", |case| {
        let options = PrintOptions { marks: &case.marks_of_lists, ..PrintOptions::default() };
        timed(|| {
            let pages = (Plain::with(&case.document, options), Markdown::with(&case.document, options));
            (pages.0.to_string(), pages.1.to_string(), Html::with(&case.document, options).to_string())
        })
    }),
    ("difference", |case| timed(|| difference(&case.document, &case.edited))),
    ("difference of names", |case| timed(|| difference(&case.document, &case.renamed))),
    ("apply", |case| {
        let difference = case.edits();
        timed(|| difference.apply(&case.document).expect("it is the old version"))
    }),
    ("reversed", |case| {
        let difference = case.edits();
        timed(|| difference.reversed().weighed().count())
    }),
    ("table", |case| {
        let (difference, date) = (case.edits(), "2024-04-01".parse().expect("a date"));
        timed(|| table(&difference, date))
    }),
    ("plan and calendar", |case| {
        let (edits, dossier) = ([case.edits()], Dossier::of(&case.document));
        let system = System::NotKnown;
        let change =
            Happening::Change { edits: &edits, on: None, system, facts: None, is_urgent: false, is_minor: false };
        timed(|| (plan(&dossier, &change, day()), calendar(core::slice::from_ref(&dossier), day())))
    }),
    ("check_table", |case| timed(|| check_table(&case.document))),
    ("rewind", |case| timed(|| rewind(&case.document, day() - chrono::Days::new(3_000)))),
    ("withhold all texts", |case| withheld(case, 1)),
    ("withhold one text", |case| withheld(case, usize::MAX)),
    ("proof_of_row", |case| timed(|| case.document.changes.last().map(|row| proof_of_row(&case.document, row)))),
];

/// What a call costs for two sizes of a document, and by how much that grows when the input doubles.
struct Growth {
    call: &'static str,
    shape: &'static str,
    small: Cost,
    large: Cost,
    time: f64,
    memory: f64,
}

#[expect(clippy::cast_precision_loss, reason = "the figures are measured")]
fn growth((call, work): (&'static str, Call), shape: &'static str, small: &Case, large: &Case) -> Growth {
    let doublings = (large.json.len() as f64 / small.json.len() as f64).log2();
    let of = |small: f64, large: f64| (large / small.max(f64::EPSILON)).powf(doublings.recip());
    let (mut best, mut spent): (Option<Growth>, _) = (None, Duration::ZERO);
    for round in 0..TIMES + AGAIN {
        let (mut one, mut four) = (work(small), work(large));
        if let Some(best) = &best {
            (one.time, four.time) = (one.time.min(best.small.time), four.time.min(best.large.time));
        }
        let time = if four.time < SHORTEST { 0.0 } else { of(one.time.as_secs_f64(), four.time.as_secs_f64()) };
        let memory = if four.memory < SMALLEST { 0.0 } else { of(one.memory as f64, four.memory as f64) };
        spent += one.time + four.time;
        best = Some(Growth { call, shape, small: one, large: four, time, memory });
        if spent > LONGEST || (round + 1 >= TIMES && time <= MOST) {
            break;
        }
    }
    best.expect("it is measured at least once")
}

impl Growth {
    fn is_too_fast(&self) -> bool {
        self.time > MOST || self.memory > MOST
    }

    fn known(&self) -> Option<&'static str> {
        let is_this =
            |(call, shape, _): &&(&str, &str, &str)| *call == self.call && (shape.is_empty() || *shape == self.shape);
        KNOWN.iter().find(is_this).map(|(.., why)| *why)
    }

    fn print(&self) {
        let Self { call, shape, small, large, time, memory } = self;
        let kilobytes = |cost: &Cost| cost.memory / 1_000;
        println!(
            "{call:30}{shape:26}{:>9.1?} {:>9.1?} {time:5.1}   {:>7} {:>7} {memory:5.1}",
            small.time,
            large.time,
            kilobytes(small),
            kilobytes(large)
        );
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let count = arguments
        .next()
        .map_or(250, |count| count.parse().ok().filter(|count| *count >= 10).expect("a number from 10"));
    let shapes = SHAPES.into_iter().chain(SHAPES_OF_ROWS).chain(hostile::SHAPES);
    let cases: Vec<_> =
        shapes.map(|(shape, make)| (shape, Case::new(make, count), Case::new(make, 4 * count))).collect();
    println!("{:56}time of {count} and of four times as many    kilobytes of memory", "");
    let mut fast = Vec::new();
    let only: Vec<String> = arguments.collect();
    let is_measured = |call: &str| only.is_empty() || only.iter().any(|only| only == call);
    for call in CALLS.into_iter().chain(hostile::CALLS).filter(|(call, _)| is_measured(call)) {
        let mut all: Vec<Growth> =
            cases.iter().map(|(shape, small, large)| growth(call, shape, small, large)).collect();
        all.sort_by(|one, other| other.time.max(other.memory).total_cmp(&one.time.max(one.memory)));
        let printed = if only.is_empty() { 1 } else { all.len() };
        all.iter().take(printed).for_each(Growth::print);
        fast.extend(all.into_iter().filter(Growth::is_too_fast));
    }
    fast.sort_by_key(|growth| (growth.known().is_some(), Reverse(growth.large.time)));
    println!("\nFaster than the input:");
    for growth in &fast {
        growth.print();
        println!("    {}", growth.known().unwrap_or("NOT KNOWN"));
    }
    for (call, shape, _) in KNOWN {
        let is_this = |growth: &&Growth| growth.call == call && (shape.is_empty() || growth.shape == shape);
        if is_measured(call) && !fast.iter().any(|growth| is_this(&growth)) {
            println!("{call} {shape} is listed as known, but grows with its input");
        }
    }
    let is_sound = !is_measured("hostile") || hostile::none_is_slow();
    ExitCode::from(u8::from(!is_sound || fast.iter().any(|growth| growth.known().is_none())))
}
