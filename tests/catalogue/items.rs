//! The catalogue compared with the fields of the documents, with the marks of the forms, and with an independent
//! reading.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};

use mynumber_pia::CodeList;
use mynumber_pia::assessment::{
    AffairRisk, Assessment, Entrustment, FileSection, ManualWork, Party, ProvisionSection, Recipient,
};
use mynumber_pia::catalogue::{
    Expected, Field, FieldPath, Item, Materiality, PathStep, Repetition, Role, Row, Who, english, row, rows,
};
use mynumber_pia::value::answer::AnswerKind;
use mynumber_pia::value::choice::{
    AcquisitionMethod, Connection, DeliveryMethod, InformationSource, ProvisionMethod, RecordItem, TransferMethod,
};
use mynumber_pia::value::kind::{AssessmentKind, FormEdition};

/// An empty document that has every field: every list has one entry, even the lists that its form does not print.
fn one_of_each(kind: AssessmentKind, edition: Option<FormEdition>) -> Assessment {
    let edition = edition.map_or("?".to_string(), |edition| edition.to_string());
    let json = format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "{edition}",
            "systems": [{{}}], "files": [{{}}], "file_sections": [{{
                "entrustments": [{{"chain": [{{"re_entrustees": [{{}}]}}]}}],
                "provision": {{"provisions": [{{}}], "transfers": [{{}}]}}
            }}], "record_items": [{{}}], "risks": [{{}}], "changes": [{{}}]}}"#
    );
    serde_json::from_str(&json).unwrap()
}

struct Seen {
    item: Item,
    role: Role,
    kind: AnswerKind,
    row: Option<&'static Row>,
    times: Repetition,
    path: String,
}

fn fields(assessment: &Assessment) -> Vec<Seen> {
    let mut seen = Vec::new();
    assessment.walk_with_empty_forms(|field: &Field<'_>| {
        let Field { item, role, kind, row, path, .. } = *field;
        let times = path.times();
        let path = path.to_owned();
        assert!(path.steps().iter().all(|step| !matches!(step, PathStep::Index(1..))), "{path}");
        let is_in_list = path.steps().iter().any(|step| matches!(step, PathStep::Index(_)));
        assert_eq!(times, if is_in_list { Repetition::Each } else { Repetition::Once }, "{path}");
        seen.push(Seen { item, role, kind, row, times, path: path.to_string().replace("[0]", "[]") });
    });
    seen
}

/// Every kind with each of its known editions, and with an unknown one.
fn forms() -> Vec<(AssessmentKind, Option<FormEdition>)> {
    let known = FormEdition::KNOWN.iter().map(|known| (known.edition.kind(), Some(known.edition)));
    AssessmentKind::ALL.iter().map(|kind| (*kind, None)).chain(known).collect()
}

/// A row that begins or ends with an edition that is not known would be printed for a later one, but not for the latest.
#[test]
fn an_edition_that_is_not_known_prints_what_the_latest_prints() {
    for kind in AssessmentKind::ALL.iter().copied() {
        let latest = FormEdition::latest(kind).unwrap();
        let later = FormEdition::new(kind, 9999, 12).unwrap();
        assert!(rows(kind, None).eq(rows(kind, Some(latest))), "{kind}");
        assert!(rows(kind, None).eq(rows(kind, Some(later))), "{kind}");
        for item in Item::ALL.iter().copied() {
            assert_eq!(row(kind, None, item), row(kind, Some(latest), item), "{kind} {item}");
            assert_eq!(row(kind, None, item), rows(kind, None).find(|row| row.item == item), "{kind} {item}");
        }
    }
}

#[test]
fn fields_and_rows_match_one_to_one() {
    for (kind, edition) in forms() {
        let at = format!("{kind} {edition:?}");
        let fields = fields(&one_of_each(kind, edition));
        let paths: BTreeSet<&str> = fields.iter().map(|field| field.path.as_str()).collect();
        assert_eq!(paths.len(), fields.len(), "{at}: a path comes twice");

        let printed: Vec<&Seen> = fields.iter().filter(|field| field.row.is_some()).collect();
        let answers: Vec<&Seen> = printed.iter().copied().filter(|field| field.role == Role::Answer).collect();
        let rows: Vec<&Row> = rows(kind, edition).collect();
        assert_eq!(answers.len(), rows.len(), "{at}");
        for row in rows {
            let of_row: Vec<&&Seen> = answers.iter().filter(|field| field.row == Some(row)).collect();
            let [field] = of_row.as_slice() else { panic!("{at}: {} has {} fields", row.item, of_row.len()) };
            assert_eq!(
                (field.item, field.kind, field.times),
                (row.item, row.answer, row.times),
                "{at}: {}",
                field.path
            );
        }
        // A field beside an answer is printed if the answer is.
        for field in fields.iter().filter(|field| field.role == Role::Beside) {
            let answer = fields
                .iter()
                .find(|other| other.role == Role::Answer && (other.item, other.times) == (field.item, field.times));
            assert_eq!(answer.unwrap_or_else(|| panic!("{}", field.path)).row, field.row, "{at}: {}", field.path);
        }
    }
}

/// A walk over an empty document visits all rows that the form always prints: all except those of lists that can be
/// empty.
#[test]
fn an_empty_document_is_walked_as_its_form_prints_it() {
    for (kind, edition) in forms() {
        let json = format!(
            r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "{}"}}"#,
            edition.map_or("?".to_string(), |edition| edition.to_string())
        );
        let fields = fields(&serde_json::from_str(&json).unwrap());
        let mut visited: Vec<Item> = fields
            .iter()
            .filter(|field| field.role == Role::Answer && field.row.is_some())
            .map(|field| field.item)
            .collect();
        visited.sort_unstable();
        let may_be_empty = |row: &&Row| {
            let is_change = row.item.code().starts_with("change");
            is_change || ["委託事項", "提供先", "移転先"].iter().any(|list| row.number.contains(list))
        };
        let mut printed: Vec<Item> = rows(kind, edition).filter(|row| !may_be_empty(row)).map(|row| row.item).collect();
        printed.sort_unstable();
        assert_eq!(visited, printed, "{kind} {edition:?}");
        // Entries that only other forms print are not visited.
        for field in &fields {
            let Some((list, _)) = field.path.split_once('[') else { continue };
            let is_printed =
                fields.iter().any(|other| other.row.is_some() && other.path.starts_with(&format!("{list}[")));
            assert!(is_printed, "{kind} {edition:?}: {}", field.path);
        }
    }
}

/// An item and how often it is asked identify a field. For sixteen items, one form asks once and another in each risk
/// section.
#[test]
fn sixteen_items_have_two_fields() {
    let document = one_of_each(AssessmentKind::AllItem, None);
    let mut by_item: BTreeMap<Item, Vec<Repetition>> = BTreeMap::new();
    for field in fields(&document).into_iter().filter(|field| field.role == Role::Answer) {
        by_item.entry(field.item).or_default().push(field.times);
    }
    assert_eq!(by_item.len(), Item::ALL.len(), "every item has a field");
    let mut two = Vec::new();
    for (item, times) in &by_item {
        match times.as_slice() {
            [_] => {}
            [Repetition::Once, Repetition::Each] | [Repetition::Each, Repetition::Once] => two.push(*item),
            other => panic!("{item}: {other:?}"),
        }
    }
    let asked = |item: &Item, times| {
        forms()
            .into_iter()
            .any(|(kind, edition)| rows(kind, edition).any(|row| row.item == *item && row.times == times))
    };
    let asked_both: Vec<Item> = Item::ALL
        .iter()
        .copied()
        .filter(|item| asked(item, Repetition::Once) && asked(item, Repetition::Each))
        .collect();
    assert_eq!(two, asked_both, "two fields where two forms ask differently, and only there");
    two.sort_unstable();
    assert_eq!(
        two,
        [
            Item::AcquisitionPurposeAdequacy,
            Item::LinkingAdequacy,
            Item::UnauthorizedAdequacy,
            Item::NoEntrustment,
            Item::EntrustmentAdequacy,
            Item::NoProvision,
            Item::ProvisionAdequacy,
            Item::NoLinkageAcquisition,
            Item::NoLinkageProvision,
            Item::LinkageAcquisitionAdequacy,
            Item::LinkageProvisionAdequacy,
            Item::LeakageAdequacy,
            Item::Audits,
            Item::TrainingState,
            Item::TrainingDetail,
            Item::OtherMeasures,
        ]
    );
    // A form always asks an item in the same way.
    for kind in AssessmentKind::ALL.iter().copied() {
        for item in &two {
            let ways: BTreeSet<bool> = FormEdition::KNOWN
                .iter()
                .map(|known| known.edition)
                .filter(|edition| edition.kind() == kind)
                .filter_map(|edition| row(kind, Some(edition), *item))
                .map(|row| row.times == Repetition::Once)
                .collect();
            assert!(ways.len() <= 1, "{kind}: {item}");
        }
    }
}

/// The typed path of a field is the path that a walk visits, with the same item.
#[test]
fn typed_paths_are_those_of_the_walk() {
    let section = FieldPath::root().at(Assessment::file_sections).nth(0);
    let entrustment = section.at(FileSection::entrustments).nth(0);
    let party = entrustment.at(Entrustment::chain).nth(0);
    let provision = section.at(FileSection::provision);
    let spots = [
        FieldPath::<Assessment>::root().item_and_path(Assessment::population),
        FieldPath::root().at(Assessment::risk).at(AffairRisk::manual_work).item_and_path(ManualWork::grounds),
        entrustment.item_and_path(Entrustment::number),
        entrustment.item_and_path(Entrustment::delivery),
        party.item_and_path(Party::handlers),
        party.at(Party::re_entrustees).nth(0).item_and_path(Party::name),
        provision.item_and_path(ProvisionSection::neither),
        provision.at(ProvisionSection::provisions).nth(0).item_and_path(Recipient::<ProvisionMethod>::names),
        provision.at(ProvisionSection::transfers).nth(0).item_and_path(Recipient::<TransferMethod>::names),
    ];
    let mut walked = BTreeMap::new();
    one_of_each(AssessmentKind::BasicItem, None).walk(|field| {
        walked.insert(field.path.to_owned(), field.item);
    });
    for (item, path) in &spots {
        assert_eq!(walked.get(path), Some(item), "{path}");
    }
    assert_eq!(
        spots.map(|(item, path)| format!("{item} {path}")),
        [
            "population population",
            "manual_work_grounds risk.manual_work.grounds",
            "entrustment_matter file_sections[0].entrustments[0].number",
            "delivery_methods file_sections[0].entrustments[0].delivery",
            "entrustee file_sections[0].entrustments[0].chain[0].handlers",
            "entrustee file_sections[0].entrustments[0].chain[0].re_entrustees[0].name",
            "neither_made file_sections[0].provision.neither",
            "provision_recipient file_sections[0].provision.provisions[0].names",
            "transfer_recipient file_sections[0].provision.transfers[0].names",
        ]
    );
}

#[test]
fn what_is_equal_has_the_same_hash() {
    let hashes = RandomState::new();
    let hash = |index| hashes.hash_one(FieldPath::root().at(Assessment::file_sections).nth(index));
    assert_eq!(hash(0), hash(0));
    assert_ne!(hash(0), hash(1));
    assert_ne!(hashes.hash_one(Assessment::affair), hashes.hash_one(Assessment::systems));
}

#[test]
fn debug_output_names_the_field() {
    let population = FieldPath::root().at(Assessment::population);
    assert_eq!(format!("{:?} {population:?}", Assessment::population), "Handle(population) FieldPath(population)");
    one_of_each(AssessmentKind::KeyItem, None).walk_mut(|field| {
        let name = field.path.to_owned().steps().last().copied().unwrap();
        let shown = format!("{field:?}");
        assert!(shown.starts_with("FieldMut { path: ") && shown.contains(&format!("{name:?}")), "{shown}");
    });
}

#[test]
fn every_item_is_printed_by_some_form() {
    let printed: BTreeSet<Item> =
        AssessmentKind::ALL.iter().flat_map(|kind| rows(*kind, None)).map(|row| row.item).collect();
    let all: BTreeSet<Item> = Item::ALL.iter().copied().collect();
    assert_eq!(all.difference(&printed).collect::<Vec<_>>(), Vec::<&Item>::new());
    assert_eq!(all.len(), Item::ALL.len());

    let codes: BTreeSet<&str> = Item::ALL.iter().map(|item| item.code()).collect();
    let labels: BTreeSet<&str> = Item::ALL.iter().map(|item| item.label()).collect();
    assert_eq!((codes.len(), labels.len()), (Item::ALL.len(), Item::ALL.len()));
    for item in Item::ALL {
        assert_eq!(item.code().parse(), Ok(*item));
        assert_eq!(item.to_string(), item.code());
        let json = serde_json::to_string(item).unwrap();
        assert_eq!(serde_json::from_str::<Item>(&json).unwrap(), *item);
    }
    assert_eq!(
        "Entrustee".parse::<Item>().unwrap_err().to_string(),
        "unknown code or label \"Entrustee\" for the item (項目): expected one of assessment_number (評価書番号), \
         assessment_title (評価書名), declaration (個人のプライバシー等の権利利益の保護の宣言), …"
    );
}

/// Documents and marks are stored with the codes. An item that gets another name in Rust keeps its code, and is listed here.
#[test]
fn codes_are_the_names_of_the_items() {
    for item in Item::ALL.iter().copied() {
        let mut words = String::new();
        for c in format!("{item:?}").chars() {
            let is_start = c.is_ascii_uppercase() && !words.is_empty();
            words.extend(is_start.then_some('_').into_iter().chain([c.to_ascii_lowercase()]));
        }
        let code = match item {
            Item::Rule9Applied => "rule_9_applied",
            Item::Rule9Reason => "rule_9_reason",
            _ => words.as_str(),
        };
        assert_eq!(item.code(), code);
    }
}

#[test]
fn every_item_has_its_own_english() {
    for item in Item::ALL.iter().copied() {
        assert_eq!(english(item.label()), Some(item.english()), "{item}");
    }
}

/// A row that depends on another comes after it in the form and in the walk, and the answer that it depends on can be
/// given.
#[test]
fn conditions_can_hold() {
    for kind in AssessmentKind::ALL.iter().copied() {
        let fields = fields(&one_of_each(kind, None));
        let visited = |row: &Row| {
            let is_answer = |field: &Seen| field.role == Role::Answer && field.row == Some(row);
            let place = fields.iter().position(is_answer).unwrap();
            (place, fields[place].path.as_str())
        };
        let rows: Vec<&Row> = rows(kind, None).collect();
        for (place, row) in rows.iter().enumerate() {
            let Some(condition) = row.requirement.when else { continue };
            let other = rows[..place].iter().find(|other| other.item == condition.item);
            let other = other.unwrap_or_else(|| panic!("{kind}: {} depends on what does not stand before", row.item));
            let fits = match condition.is {
                Expected::Chosen { .. } | Expected::ChosenOther { .. } => other.answer == AnswerKind::Choice,
                Expected::Ticked | Expected::Unticked => other.answer == AnswerKind::CheckBox,
                Expected::Has { .. } => other.answer == AnswerKind::CheckBoxes,
            };
            assert!(fits, "{kind}: {} depends on {}", row.item, other.item);
            let ((place, path), (other, before)) = (visited(row), visited(other));
            assert!(other < place, "{kind}: {path} is visited before {before}");
            // The other row is in the same section, or in one around it.
            let section = before.rsplit_once('.').map_or("", |(section, _)| section);
            assert!(path.starts_with(section), "{kind}: {path} depends on {before}");
        }
    }
}

#[test]
fn lookup_finds_the_row_of_the_edition() {
    let edition = |text: &str| text.parse::<FormEdition>().unwrap();
    for kind in AssessmentKind::ALL.iter().copied() {
        for known in FormEdition::KNOWN.iter().filter(|known| known.edition.kind() == kind) {
            for item in Item::ALL {
                let found = row(kind, Some(known.edition), *item);
                let listed: Vec<_> = rows(kind, Some(known.edition)).filter(|row| row.item == *item).collect();
                assert!(listed.len() <= 1, "{kind}: {item} is printed twice in {}", known.edition);
                assert_eq!(found, listed.first().copied());
            }
        }
    }
    // 様式2 has Ⅳ since 平成31年1月, and Ⅳ8 since 令和6年10月.
    let basic = |month, item| row(AssessmentKind::BasicItem, Some(edition(month)), item).is_some();
    assert!(!basic("form_2_2017_05", Item::LeakageAdequacy) && basic("form_2_2019_01", Item::LeakageAdequacy));
    assert!(!basic("form_2_2019_01", Item::ManualWorkAdequacy) && basic("form_2_2024_10", Item::ManualWorkAdequacy));
    // Until 平成30年5月 the form asked for the name of 所属長.
    let head = |kind, month| row(kind, Some(edition(month)), Item::DepartmentHead).unwrap().label;
    assert_eq!(head(AssessmentKind::AllItem, "form_4_2016_01"), "所属長");
    assert_eq!(head(AssessmentKind::AllItem, "form_4_2018_05"), "所属長の役職名");
    assert_eq!(head(AssessmentKind::BasicItem, "form_2_2017_05"), "所属長");
    let approval =
        |month| row(AssessmentKind::AllItem, Some(edition(month)), Item::CommissionApprovalDate).unwrap().label;
    assert_eq!(approval("form_4_2014_04"), "特定個人情報保護委員会 承認日　【行政機関等のみ】");
    assert_eq!(approval("form_4_2016_01"), "個人情報保護委員会 承認日　【行政機関等のみ】");
    // A future edition prints what the latest known one prints.
    assert_eq!(
        rows(AssessmentKind::KeyItem, Some(edition("form_3_2031_04"))).collect::<Vec<_>>(),
        rows(AssessmentKind::KeyItem, None).collect::<Vec<_>>()
    );
}

/// The items that the forms mark with ※, by section number, written down independently of the tables.
#[test]
fn the_marks_of_the_forms() {
    let marked = |kind| -> BTreeMap<&str, usize> {
        let mut marked = BTreeMap::new();
        for row in rows(kind, None).filter(|row| row.materiality == Materiality::Material) {
            let head = row.number.split('.').next().unwrap();
            *marked.entry(if head == "Ⅲ" || head == "Ⅳ" { head } else { row.number }).or_default() += 1;
        }
        marked
    };
    assert!(marked(AssessmentKind::BasicItem).is_empty(), "様式2 has no ※");
    let key: Vec<&str> = marked(AssessmentKind::KeyItem).into_keys().collect();
    assert_eq!(
        key,
        ["Ⅰ.4", "Ⅰ.5.①", "Ⅰ.5.②", "Ⅱ.2.①", "Ⅱ.2.③", "Ⅱ.2.④", "Ⅱ.3.①", "Ⅱ.3.③", "Ⅱ.4", "Ⅱ.4.委託事項.④", "Ⅱ.6", "Ⅲ"]
    );
    let all: Vec<&str> = marked(AssessmentKind::AllItem).into_keys().collect();
    assert_eq!(
        all,
        [
            "Ⅰ.1.②",
            "Ⅰ.5",
            "Ⅰ.6.①",
            "Ⅰ.6.②",
            "Ⅱ.2.①",
            "Ⅱ.2.③",
            "Ⅱ.2.④",
            "Ⅱ.3.①",
            "Ⅱ.3.⑥",
            "Ⅱ.3.⑦",
            "Ⅱ.3.⑧",
            "Ⅱ.4",
            "Ⅱ.4.委託事項.②",
            "Ⅱ.4.委託事項.⑦",
            "Ⅱ.6.①",
            "Ⅲ",
            "Ⅳ"
        ]
    );
    // 「Ⅲ リスク対策 ※（７．②を除く。）」 and 「（７．リスク１⑨を除く。）」.
    for (kind, except) in [(AssessmentKind::KeyItem, "Ⅲ.7.②"), (AssessmentKind::AllItem, "Ⅲ.7.リスク1.⑨")] {
        for row in rows(kind, None).filter(|row| {
            row.number.starts_with("Ⅲ") || (row.number.starts_with("Ⅳ") && kind == AssessmentKind::AllItem)
        }) {
            assert_eq!(
                row.materiality == Materiality::Ordinary,
                row.number == except,
                "{kind}: {} {}",
                row.number,
                row.label
            );
        }
    }
}

/// A printed label without its enumerator (①, ７．), and without differences in blanks and width.
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

/// How often a form prints a number with a label, with or without ※.
type Printed = BTreeMap<(String, String, bool), i32>;

/// An independent reading of the three forms (`tests/data/printed_items.csv`).
fn printed(form: &str) -> Printed {
    let mut printed = Printed::new();
    let mut file = csv::Reader::from_reader(&include_bytes!("../data/printed_items.csv")[..]);
    assert_eq!(file.headers().unwrap(), ["form", "number", "label", "material"].as_slice());
    for record in file.records() {
        let record = record.unwrap();
        let [of, number, label, mark] = [0, 1, 2, 3].map(|column| &record[column]);
        assert!(["2", "3", "4"].contains(&of) && ["0", "1"].contains(&mark), "{record:?}");
        if of != form {
            continue;
        }
        let mut add = |label: &str| *printed.entry((number.into(), label.into(), mark == "1")).or_default() += 1;
        match label.strip_suffix("（件）") {
            // The box, and the number beside it.
            Some(made) => {
                add(&folded(made));
                add(&format!("{}件数", folded(made)));
            }
            None => add(&folded(label)),
        }
    }
    printed
}

/// Whether the row is the text beside a box of a group, such as 入手元 その他.
fn is_beside_a_box(rows: &[&Row], place: usize) -> bool {
    fn has<B: CodeList>(label: &str) -> bool {
        B::ALL.iter().any(|choice| choice.label() == label)
    }
    let row = rows[place];
    let Some((group, label)) = row.label.rsplit_once(' ') else { return false };
    let is_box = has::<Connection>(label)
        || has::<RecordItem>(label)
        || has::<InformationSource>(label)
        || has::<AcquisitionMethod>(label)
        || has::<DeliveryMethod>(label)
        || has::<ProvisionMethod>(label)
        || has::<TransferMethod>(label);
    let is_group = |other: &&Row| {
        other.answer == AnswerKind::CheckBoxes && other.number == row.number && folded(other.label) == folded(group)
    };
    is_box && rows[..place].iter().any(is_group)
}

#[test]
fn the_catalogue_is_what_an_independent_reading_found() {
    let mut differences = Vec::new();
    for kind in AssessmentKind::ALL.iter().copied() {
        let mut left = printed(kind.form().trim_start_matches("様式"));
        assert!(left.len() > 40, "{kind}");
        let rows: Vec<&Row> = rows(kind, None).collect();
        for (place, row) in rows.iter().enumerate() {
            if !is_beside_a_box(&rows, place) {
                let mark = row.materiality == Materiality::Material;
                *left.entry((row.number.into(), folded(row.label), mark)).or_default() -= 1;
            }
        }
        for ((number, label, mark), count) in left {
            let mark = if mark { " ※" } else { "" };
            match count {
                0 => {}
                1.. => differences.push(format!("{} {number} {label}{mark}: only printed", kind.form())),
                ..0 => differences.push(format!("{} {number} {label}{mark}: only in the catalogue", kind.form())),
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

/// The table of the documentation, made from the catalogue and the walk.
fn table() -> String {
    use std::fmt::Write as _;

    let mut table = String::from(
        "# Every item and its field\n\
         Generated from the catalogue and the walk by `UPDATE_ITEMS=1 cargo test --test catalogue`. ※: a change can be\n\
         重要な変更. A condition names the item and its answer. `[]` means each entry of the list. Sixteen items have two fields,\n\
         one for the affair and one in each risk section; each table names the one that its form prints.\n",
    );
    for kind in AssessmentKind::ALL.iter().copied() {
        let fields = fields(&one_of_each(kind, None));
        let _ = write!(
            table,
            "\n## {} {}\n\n<details><summary>Show the table</summary>\n\n\
             | 番号 | 項目、記載 | ※ | 要否 | field, item |\n|---|---|---|---|---|\n",
            kind.form(),
            kind.document()
        );
        for row in rows(kind, None) {
            let field = fields.iter().find(|field| field.row == Some(row) && field.role == Role::Answer).unwrap();
            let who = match row.requirement.of {
                Who::Everybody => "必須",
                Who::Nobody => "任意",
                Who::AdministrativeOrgans => "行政機関等",
                Who::LocalGovernments => "地方公共団体等",
            };
            let when = row.requirement.when.map(|condition| match condition.is {
                Expected::Chosen { code, .. } | Expected::Has { code, .. } => format!("`{}`: `{code}`", condition.item),
                Expected::ChosenOther { code, .. } => format!("`{}`: not `{code}`", condition.item),
                Expected::Ticked => format!("`{}`: ○", condition.item),
                Expected::Unticked => format!("`{}`: not ○", condition.item),
            });
            let requirement = match (row.requirement.of, when) {
                (_, None) => who.to_string(),
                (Who::Everybody, Some(when)) => when,
                (_, Some(when)) => format!("{who}; {when}"),
            };
            let mark = if row.materiality == Materiality::Material { "※" } else { "" };
            let _ = writeln!(
                table,
                "| {} | {}<br>{} | {mark} | {requirement} | `{}`<br>`{}` |",
                row.number,
                row.label,
                row.answer.label(),
                field.path,
                row.item
            );
        }
        table.push_str("\n</details>\n");
    }
    table
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the table is a file of the documentation")]
fn the_table_of_the_documentation_is_the_catalogue() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalogue/items.md");
    if std::env::var_os("UPDATE_ITEMS").is_some() {
        std::fs::write(&file, table()).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    assert!(written == table(), "src/catalogue/items.md is not what the catalogue says: run with UPDATE_ITEMS=1");
}
