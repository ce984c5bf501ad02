//! Writes what fuzzing starts from: `corpus/` from published and generated documents, `dictionaries/` from the code
//! lists and the names of fields. Run it in `fuzz/`. Both folders are replaced each time and not committed.

#![allow(clippy::disallowed_methods, reason = "the program writes files")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use mynumber_pia::fixture::{Disturbance, Filling, Parameters, break_rule, disturbed, sheets};
use mynumber_pia::form::{Cell, cells};
use mynumber_pia::law::KnownLaw;
use mynumber_pia::validate::RULES;
use mynumber_pia::value::answer::{Given, Value};
use mynumber_pia::value::band;
use mynumber_pia::value::choice;
use mynumber_pia::value::kind::AssessmentKind;
use mynumber_pia::{Assessment, CodeList};

const DOCUMENTS: [(&str, &str); 5] = [
    ("edogawa", include_str!("../../examples/documents/edogawa.json")),
    ("kawaguchi", include_str!("../../examples/documents/kawaguchi.json")),
    ("kumagaya", include_str!("../../examples/documents/kumagaya.json")),
    ("matsudo", include_str!("../../examples/documents/matsudo.json")),
    ("shinjuku", include_str!("../../examples/documents/shinjuku.json")),
];

/// The words of two printed workbooks.
const WORDS: [&str; 2] = [
    include_str!("../../tests/data/words/workbook-middle.tsv"),
    include_str!("../../tests/data/words/workbook-top.tsv"),
];

fn main() -> io::Result<()> {
    let documents = documents();
    let corpus = |target: &str, entries: &BTreeSet<String>| -> io::Result<()> {
        let folder = Path::new("corpus").join(target);
        fs::create_dir_all(&folder)?;
        entries.iter().enumerate().try_for_each(|(index, entry)| fs::write(folder.join(format!("seed-{index}")), entry))
    };
    let dictionary = |target: &str, words: &BTreeSet<String>| -> io::Result<()> {
        fs::create_dir_all("dictionaries")?;
        let lines: String = words.iter().map(|word| line(word)).collect();
        fs::write(Path::new("dictionaries").join(target), lines)
    };
    let written = documents.iter().map(|document| serde_json::to_string(document).map_err(io::Error::other));
    let written: BTreeSet<String> = written.collect::<io::Result<_>>()?;
    corpus("load", &written)?;
    corpus("print", &written)?;
    corpus("change", &versions(&documents)?)?;
    let mut words = codes();
    words.extend(names(&documents));
    corpus("publication", &withheld(&documents)?)?;
    for target in ["load", "print", "change", "publication"] {
        dictionary(target, &words)?;
    }
    corpus("paths", &edits(&documents))?;
    dictionary("paths", &paths(&documents))?;
    corpus("transcribe", &sources(&documents))?;
    dictionary("transcribe", &printed(&documents))?;
    corpus("citation", &bases(&documents))?;
    dictionary("citation", &citation_words())?;
    Ok(())
}

/// The published documents, small generated ones of each form, and for each rule one that breaks it.
fn documents() -> Vec<Assessment> {
    let published = DOCUMENTS.iter().filter_map(|(_, json)| serde_json::from_str(json).ok());
    let small =
        Parameters { files: 1..=1, entrustments: 0..=1, recipients: 0..=1, changes: 0..=1, ..Parameters::default() };
    let small = Parameters { systems: 1..=1, sentences: 1..=1, ..small };
    let generated = AssessmentKind::ALL.iter().flat_map(|kind| {
        [Filling::Required, Filling::Everything].map(|filling| Parameters {
            kind: Some(*kind),
            filling,
            ..small.clone()
        })
    });
    let generated =
        generated.flat_map(|parameters| (0..4).map(move |seed| parameters.plan(seed).build::<Assessment>()));
    let broken = RULES.iter().filter_map(|row| Some(break_rule(row.rule, 1, &small)?.document));
    published.chain(generated).chain(broken).collect()
}

/// Each document as a disturbed text, every third one as a workbook, and words with places.
fn sources(documents: &[Assessment]) -> BTreeSet<String> {
    let texts = documents.iter().zip(0..).map(|(document, seed)| {
        let disturbance = Disturbance::ALL[seed % Disturbance::ALL.len()];
        disturbed(document, &[disturbance], seed as u64)
    });
    let books = documents.iter().step_by(3).map(|document| {
        let sheet = |rows: &Vec<Vec<String>>| {
            rows.iter().map(|row| row.join("\t").replace('\n', " ")).collect::<Vec<_>>().join("\n")
        };
        format!("\t\n{}", sheets(document, 1).iter().map(sheet).collect::<Vec<_>>().join("\u{c}"))
    });
    let line = |line: &str| if line.starts_with("page\t") { String::from("\u{c}") } else { format!("{line}\n") };
    let words = WORDS.iter().map(|words| format!("\u{b}\n{}", words.lines().map(line).collect::<String>()));
    texts.chain(books).chain(words).collect()
}

/// What the forms of the documents print: headings, numbers and labels.
fn printed(documents: &[Assessment]) -> BTreeSet<String> {
    let words = |cell: Cell<'_>| {
        let headings = cell.headings().iter().map(|heading| heading.text.to_string());
        let label = format!("{}{}", cell.enumerator(), cell.label());
        headings.chain([label]).collect::<Vec<_>>()
    };
    let all = documents.iter().flat_map(|document| cells(document).flat_map(words));
    all.chain(["[ ○ ]", "＜選択肢＞", "委託事項", "］", "\u{c}", "<input type=\"checkbox\">"].map(String::from))
        .collect()
}

/// Pairs of documents: each on a line, followed by the next one.
fn versions(documents: &[Assessment]) -> io::Result<BTreeSet<String>> {
    let json = |document: &Assessment| serde_json::to_string(document).map_err(io::Error::other);
    let pairs = documents.iter().zip(documents.iter().skip(1));
    pairs.map(|(old, new)| Ok(format!("{}\n{}", json(old)?, json(new)?))).collect()
}

/// Each document after a line with the paths of some of its answers.
fn withheld(documents: &[Assessment]) -> io::Result<BTreeSet<String>> {
    let entry = |(index, document): (usize, &Assessment)| {
        let mut paths = Vec::new();
        document.walk(|field| {
            if field.value.is_given() {
                paths.push(field.path.to_string());
            }
        });
        let paths: Vec<String> = paths.into_iter().skip(index % 5).step_by(11).take(4).collect();
        let json = serde_json::to_string(document).map_err(io::Error::other)?;
        Ok(format!("{}\n{json}", paths.join(" ")))
    };
    documents.iter().enumerate().map(entry).collect()
}

/// Each document as lines that answer its fields.
fn edits(documents: &[Assessment]) -> BTreeSet<String> {
    let lines = |document: &Assessment| {
        let mut lines = String::new();
        document.walk(|field| {
            if field.value.is_given() {
                let _ = writeln!(lines, "{}={}", field.path, field.value);
            }
        });
        lines.lines().take(64).collect::<Vec<_>>().join("\n")
    };
    documents.iter().map(lines).collect()
}

/// The names of fields as they are in paths, and the codes.
fn paths(documents: &[Assessment]) -> BTreeSet<String> {
    let words = names(documents).into_iter().chain(codes()).map(|word| word.trim_matches(['"', ':']).to_string());
    words
        .chain(["[0]", "[1]", "=", "+0", ":{}", ":[]", "~1", "/0/"].map(ToString::to_string))
        .filter(|word| !word.is_empty())
        .collect()
}

/// The texts with statutory bases in the documents, whole and line by line.
fn bases(documents: &[Assessment]) -> BTreeSet<String> {
    let texts = documents.iter().flat_map(Assessment::bases).map(|basis| basis.basis.text().to_string());
    texts.flat_map(|text| text.lines().map(ToString::to_string).chain([text.clone()]).collect::<Vec<_>>()).collect()
}

/// The names of all fields as they are written in JSON, and the values of choices.
fn names(documents: &[Assessment]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let words = ["format", "version", "kind", "edition", "extent", "under", "text", "before", "after"];
    names.extend(words.map(|name| format!("\"{name}\":")));
    for document in documents {
        document.walk_with_empty_forms(|field| {
            for name in field.path.to_string().split(['.', '[', ']']) {
                if !name.is_empty() && !name.bytes().all(|byte| byte.is_ascii_digit()) {
                    names.insert(format!("\"{name}\":"));
                }
            }
            if let Value::Given(Given::Chosen { code, label }) = field.value {
                names.extend([format!("\"{code}\""), format!("\"{label}\"")]);
            }
        });
    }
    names
}

fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let words =
        ["{\"format\":\"mynumber-pia\",\"version\":1,", "\"?\"", "\"―\"", "\"なし\"", "\"\"", "{}", "[]", "null"];
    codes.extend(words.map(ToString::to_string));
    lists(&mut codes);
    codes
}

/// Adds the codes of all choices in documents.
fn lists(codes: &mut BTreeSet<String>) {
    fn add<T: CodeList>(codes: &mut BTreeSet<String>) {
        codes.extend(T::ALL.iter().map(|member| format!("\"{}\"", member.code())));
    }
    add::<AssessmentKind>(codes);
    add::<band::DataSubjectsBand>(codes);
    add::<band::HandlersBand>(codes);
    add::<band::PopulationBand>(codes);
    add::<band::RecordItemsBand>(codes);
    add::<band::RetentionPeriod>(codes);
    add::<band::StaffBand>(codes);
    add::<choice::AcquisitionMethod>(codes);
    add::<choice::Adequacy>(codes);
    add::<choice::Audit>(codes);
    add::<choice::Conduct>(codes);
    add::<choice::Connection>(codes);
    add::<choice::DeliveryMethod>(codes);
    add::<choice::EntrustedScope>(codes);
    add::<choice::EntrustmentState>(codes);
    add::<choice::Extent>(codes);
    add::<choice::Fee>(codes);
    add::<choice::FileKind>(codes);
    add::<choice::InformationSource>(codes);
    add::<choice::Keeping>(codes);
    add::<choice::LinkageState>(codes);
    add::<choice::NiscCompliance>(codes);
    add::<choice::Notification>(codes);
    add::<choice::Establishment>(codes);
    add::<choice::Performance>(codes);
    add::<choice::Priority>(codes);
    add::<choice::ProvisionMethod>(codes);
    add::<choice::ReEntrusteeControl>(codes);
    add::<choice::ReEntrustmentState>(codes);
    add::<choice::RecordItem>(codes);
    add::<choice::RecordItemCategory>(codes);
    add::<choice::Recording>(codes);
    add::<choice::Restriction>(codes);
    add::<choice::RuleState>(codes);
    add::<choice::SubmissionTiming>(codes);
    add::<choice::SubmittedForms>(codes);
    add::<choice::TransferMethod>(codes);
}

fn citation_words() -> BTreeSet<String> {
    let words = [
        "第",
        "条",
        "項",
        "号",
        "の",
        "別表",
        "別表第一",
        "別表第二",
        "第2条の表",
        "附則",
        "項番",
        "十",
        "百",
        "二の二",
        "0",
        "９",
        "（以下「",
        "」という。）",
        "に基づく",
        "による",
        "から",
        "まで",
        "及び",
        "、",
        "・",
        "【",
        "】",
        "主務省令",
        "条例",
        "同法",
        "第三欄",
        "第四欄",
        "主務省令未制定",
        "なし",
        "\n",
        "\u{3000}",
        "イ",
        "4294967295",
        "（平成25年法律第27号）",
    ];
    let laws = KnownLaw::ALL.iter().flat_map(|law| [Some(law.title()), law.number(), Some(law.label())]);
    let laws = laws.flatten().chain(KnownLaw::ALL.iter().flat_map(|law| law.spellings().iter().copied()));
    words.into_iter().chain(laws).map(ToString::to_string).collect()
}

/// A line of a libFuzzer dictionary.
fn line(word: &str) -> String {
    let mut line = String::from("\"");
    for byte in word.bytes() {
        match byte {
            b'"' | b'\\' => line.extend(['\\', char::from(byte)]),
            b' '..=b'~' => line.push(char::from(byte)),
            _ => {
                let _ = write!(line, "\\x{byte:02X}");
            }
        }
    }
    line + "\"\n"
}
