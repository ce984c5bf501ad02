//! The cells of a document: which there are, their order, and their content.

use crate::support::PUBLISHED;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Display};

use mynumber_pia::assessment::{Affair, Assessment};
use mynumber_pia::catalogue::{Field, FieldPath, Item, Level, Role, Row, english, headings, rows};
use mynumber_pia::form::{Cell, Html, Mark, Markdown, OnForm, Plain, PrintOptions, cells};
use mynumber_pia::value::answer::{AnswerKind, Tick};
use mynumber_pia::value::kind::{AssessmentKind, FormEdition};

fn published() -> impl Iterator<Item = Assessment> {
    PUBLISHED.iter().map(|json| serde_json::from_str(json).unwrap())
}

fn empty(edition: FormEdition) -> Assessment {
    Assessment::new(edition)
}

fn editions() -> Vec<FormEdition> {
    FormEdition::KNOWN.iter().map(|known| known.edition).collect()
}

fn is_printed(cell: &Cell<'_>) -> bool {
    cell.on_form() == OnForm::Printed
}

/// A label without its enumerator, and without differences in blanks and width.
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

/// An independent reading of what the newest edition of a form prints, in its order: number and label.
fn read_from_paper(form: &str) -> Vec<(String, String)> {
    let mut printed = Vec::new();
    for record in csv::Reader::from_reader(&include_bytes!("../data/printed_items.csv")[..]).records() {
        let record = record.unwrap();
        if &record[0] != form {
            continue;
        }
        match record[2].strip_suffix("（件）") {
            // The box, and the number beside it.
            Some(made) => {
                printed.push((record[1].to_string(), folded(made)));
                printed.push((record[1].to_string(), format!("{}件数", folded(made))));
            }
            None => printed.push((record[1].to_string(), folded(&record[2]))),
        }
    }
    printed
}

/// Compares two lists. A failure shows where they first differ, and not both lists.
#[track_caller]
fn assert_same<T: PartialEq + Debug>(own: &[T], expected: &[T], of: &dyn Display) {
    let place = own.iter().zip(expected).take_while(|(own, expected)| own == expected).count();
    assert_eq!(own.get(place), expected.get(place), "{of}: the lists differ from index {place} on");
}

/// Whether the row is the text beside a box of a group. That reading has no line for it.
fn is_beside_a_box(row: &Row) -> bool {
    use mynumber_pia::catalogue::{Condition, Expected};

    matches!(row.requirement.when, Some(Condition { is: Expected::Has { .. }, .. }))
}

#[test]
fn an_empty_form_has_the_rows_of_the_paper_in_its_order() {
    for kind in AssessmentKind::ALL.iter().copied() {
        let document = empty(FormEdition::latest(kind).unwrap());
        let own: Vec<(String, String)> = all(&document)
            .filter(|cell| !is_beside_a_box(cell.row().unwrap()))
            .map(|cell| (cell.number().to_string(), folded(cell.label())))
            .collect();
        assert_same(&own, &read_from_paper(kind.form().trim_start_matches("様式")), &kind);
    }
}

#[test]
fn an_empty_form_of_each_edition_has_the_rows_of_the_catalogue() {
    for edition in editions() {
        let document = empty(edition);
        let own: Vec<&Row> = all(&document).map(|cell| cell.row().unwrap()).collect();
        let expected: Vec<&Row> = rows(edition.kind(), Some(edition)).collect();
        assert_same(&own, &expected, &edition);
        assert!(cells(&document).all(|cell| is_printed(&cell) && !cell.value().is_given()));
    }
}

/// An unknown edition is printed like the newest of its kind.
#[test]
fn an_unknown_edition_is_the_newest() {
    for kind in AssessmentKind::ALL.iter().copied() {
        let json = format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "?"}}"#);
        let unknown: Assessment = serde_json::from_str(&json).unwrap();
        let newest = empty(FormEdition::latest(kind).unwrap());
        let list = |document: &Assessment| -> Vec<_> { cells(document).map(|cell| cell.row()).collect() };
        assert_same(&list(&unknown), &list(&newest), &kind);
    }
}

/// All cells of a document, with those that the form prints inside another.
fn all(document: &Assessment) -> impl Iterator<Item = Cell<'_>> {
    cells(document).flat_map(|cell| {
        let inside = cell.inside().to_vec();
        std::iter::once(cell).chain(inside)
    })
}

/// The path of the block that contains a field.
fn block(path: &str) -> &str {
    path.rfind(']').map_or("", |end| &path[..=end])
}

/// Every row of the edition is once in each block, and the blocks are in their order.
#[track_caller]
fn check_rows(document: &Assessment) {
    let rows: Vec<&Row> = rows(document.kind(), document.form.edition()).collect();
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for cell in all(document).filter(is_printed) {
        let place = rows.iter().position(|row| cell.row() == Some(row)).unwrap();
        blocks.entry(block(&cell.path().to_string()).to_string()).or_default().push(place);
    }
    // The rows of each kind of block.
    let mut kinds: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (path, places) in blocks {
        assert!(places.is_sorted(), "{path} is not in the order of the form");
        let kind: String = path.chars().filter(|c| !c.is_ascii_digit()).collect();
        assert_eq!(*kinds.entry(kind).or_insert_with(|| places.clone()), places, "{path}");
    }
    let mut seen: Vec<usize> = kinds.into_values().flatten().collect();
    seen.sort_unstable();
    assert_eq!(seen, (0..rows.len()).collect::<Vec<_>>());
}

/// Every filled field is a cell once, with its answer. Other fields are cells if the form prints them.
#[track_caller]
fn check_fields(document: &Assessment) {
    let mut own: BTreeMap<String, (Item, AnswerKind, String, bool)> = BTreeMap::new();
    for cell in all(document) {
        let path = cell.path().to_string();
        let value = format!("{:?}", cell.value());
        let cell = (cell.item(), cell.kind(), value, is_printed(&cell));
        assert_eq!(own.insert(path.clone(), cell), None, "{path} occurs twice");
    }
    document.walk(|field: &Field<'_>| {
        let path = field.path.to_string();
        let is_row = field.role == Role::Answer && field.row.is_some();
        let seen = own.remove(&path);
        match (field.value.is_answered(), seen) {
            (_, Some((item, kind, value, printed))) => {
                assert_eq!((item, kind, value), (field.item, field.kind, format!("{:?}", field.value)), "{path}");
                assert_eq!(printed, is_row, "{path}");
            }
            (answered, None) => assert!(!is_row && (!answered || field.kind == AnswerKind::CheckBox), "{path} is lost"),
        }
    });
    // The remaining cells are blocks that the document does not have.
    for (path, (_, _, value, printed)) in own {
        assert!(path.contains("[0]") && printed && value == "Value()", "{path}: {value}");
    }
}

#[test]
fn the_published_documents() {
    for document in published() {
        check_rows(&document);
        check_fields(&document);
    }
}

/// The order of lists, and the labels of their blocks.
#[test]
fn blocks_of_a_published_document() {
    let document = published().next().unwrap();
    let mut blocks: Vec<String> = Vec::new();
    for cell in cells(&document).filter(Cell::begins_block) {
        blocks.push(cell.blocks().map(ToString::to_string).collect::<Vec<_>>().join("・"));
    }
    let first = |word: &str| blocks.iter().position(|block| block.contains(word)).unwrap();
    assert_eq!(blocks[0], "システム1");
    assert!(blocks.contains(&"1番目のファイル・委託事項1".to_string()));
    assert!(blocks.contains(&"1番目のファイル・提供先20".to_string()));
    assert!(first("システム") < first("名称") && first("名称") < first("ファイル"));
    assert!(first("委託事項") < first("提供先") && first("提供先") < first("移転先"));
    assert_eq!(blocks.last().unwrap(), "143番目の行");
}

#[test]
fn headings_are_where_the_form_prints_them() {
    for edition in editions() {
        let document = empty(edition);
        let mut numerals = Vec::new();
        for cell in cells(&document) {
            for heading in cell.headings() {
                assert_eq!(heading.before, cell.item(), "{edition}: {}", heading.text);
                if heading.level == Level::Section {
                    numerals.push(heading.text.split('　').next().unwrap());
                }
            }
            // The number of an item names its section.
            let section = cell.number().split('.').next().unwrap();
            assert!(
                cell.section().replace('２', "2").replace('１', "1").replace('３', "3").contains(section),
                "{edition}: {} is below {}",
                cell.number(),
                cell.section()
            );
        }
        let mut sorted = numerals.clone();
        sorted.dedup();
        assert_eq!(sorted, numerals, "{edition}");
    }
    // Every heading is before an item that its form prints.
    for kind in AssessmentKind::ALL.iter().copied() {
        let printed: BTreeSet<Item> = editions()
            .iter()
            .filter(|edition| edition.kind() == kind)
            .flat_map(|edition| rows(kind, Some(*edition)))
            .map(|row| row.item)
            .collect();
        let with: Vec<&Item> = Item::ALL.iter().filter(|item| !headings(kind, **item).is_empty()).collect();
        assert!(with.iter().all(|item| printed.contains(item)), "{kind}");
        assert!(with.len() > 20);
    }
}

/// Every block of a kind repeats the headings within the block. The headings before the list are only in the first
/// block.
#[test]
fn headings_are_in_each_block() {
    for document in published() {
        let mut blocks: BTreeMap<String, BTreeMap<String, Vec<&str>>> = BTreeMap::new();
        for cell in all(&document).filter(is_printed) {
            let path = cell.path().to_string();
            let kind: String = block(&path).chars().filter(|c| !c.is_ascii_digit()).collect();
            let texts = blocks.entry(kind).or_default().entry(block(&path).to_string()).or_default();
            texts.extend(
                cell.headings()
                    .iter()
                    .filter(|heading| heading.in_each || !cell.begins_block())
                    .map(|heading| heading.text),
            );
        }
        for (kind, blocks) in blocks {
            let first = blocks.values().next().unwrap();
            assert!(blocks.values().all(|texts| texts == first), "{kind}");
        }
    }
}

/// The label of a block has its printed number, or its index if the document prints none.
#[test]
fn titles_of_blocks() {
    let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "?", "file_sections": [{
        "entrustments": [{"number": 7, "matter": "甲"}, {"matter": "乙"}, {"number": "?", "matter": "丙"}, {"number": "―"}]}]}"#;
    let document: Assessment = serde_json::from_str(json).unwrap();
    let title = |cell: &Cell<'_>| cell.blocks().last().unwrap().to_string();
    let titles: Vec<String> = cells(&document)
        .filter(|cell| cell.item() == Item::EntrustmentMatter && is_printed(cell))
        .map(|cell| title(&cell))
        .collect();
    assert_eq!(titles, ["委託事項7", "2番目の委託事項", "委託事項？", "委託事項―"]);
    let first = |item| cells(&document).find(|cell| cell.item() == item).map(|cell| title(&cell)).unwrap();
    assert_eq!(
        [first(Item::ProvisionRecipient), first(Item::SystemName)],
        ["提供先1", "システム1"],
        "an empty block has a number"
    );
}

/// A field beside an answer follows the answer. An item that the form does not print comes at the end of its block, or
/// of the document.
#[test]
fn what_is_not_on_the_form() {
    let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
        "cover": {"title": "甲", "ended": "2024-03-31"},
        "systems": [{"number": 3, "name": "乙", "aliases": "丙", "functions": "丁"}, {"name": "戊"}],
        "threshold": {"result": "none"}, "content_annex": "",
        "file_sections": [{"entrustments": [{"number": 1, "entrustee": "己",
            "chain": [{"name": "庚", "re_entrustees": [{"matter": "辛"}, {"handlers": 3}]}]}]}]}"#;
    let document: Assessment = serde_json::from_str(json).unwrap();
    let all: Vec<Cell<'_>> = all(&document).collect();
    let at =
        |path: &str| all.iter().position(|cell| cell.path().to_string() == path).unwrap_or_else(|| panic!("{path}"));
    assert_eq!(at("cover.ended"), at("cover.title") + 1);
    assert_eq!(at("systems[0].number"), at("systems[0].name") + 1);
    assert_eq!(at("systems[0].aliases"), at("systems[0].name") + 2);
    assert_eq!(at("systems[0].functions"), at("systems[0].aliases") + 1);
    assert_eq!(at("systems[1].name"), at("systems[0].functions") + 1);
    let places = |path: &str| all[at(path)].on_form();
    assert_eq!(
        [places("cover.ended"), places("systems[0].aliases"), places("systems[0].functions")],
        [OnForm::Within, OnForm::Beyond, OnForm::Beyond]
    );

    // A cell that was seen to be empty is an answer of the document.
    let last = at("changes[0].reason");
    let beyond: Vec<String> =
        all[last + 1..].iter().map(|cell| format!("{} {} {}", cell.path(), cell.tier(), cell.label())).collect();
    assert_eq!(
        beyond,
        [
            "content_annex 0 （別添）事務の内容",
            "file_sections[0].entrustments[0].entrustee 0 委託先名",
            "file_sections[0].entrustments[0].number 0 番号",
            "file_sections[0].entrustments[0].chain[0].name 1 名称",
            "file_sections[0].entrustments[0].chain[0].re_entrustees[0].matter 2 行う業務",
            "file_sections[0].entrustments[0].chain[0].re_entrustees[1].handlers 2 取扱者数",
        ]
    );
    assert!(
        all[last + 1..].iter().all(|cell| cell.section() == "様式に欄のない記載" && cell.on_form() == OnForm::Beyond)
    );
    assert_eq!(all[last + 1].headings().len(), 1);
    assert!(all[last + 2..].iter().all(|cell| cell.headings().is_empty()));
}

/// The choices are those of the form, in its order and wording, and show which are chosen.
#[test]
fn choices_are_those_of_the_form() {
    let json = |kind: &str| {
        format!(
            r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "?",
                "population": "from_1000_to_9999", "threshold": {{"handlers": "under_500", "result": "basic_item"}},
                "file_sections": [{{"outline": {{"main_record_items": ["contact", "pension?"]}}}}]}}"#
        )
    };
    let choices = |kind: &str, item: Item| -> Vec<String> {
        let document: Assessment = serde_json::from_str(&json(kind)).unwrap();
        let cell = cells(&document).find(|cell| cell.item() == item).unwrap();
        let sign = |tick| match tick {
            Tick::Unticked => "",
            Tick::Ticked => "○",
            Tick::NotKnown => "？",
        };
        let text = |choice: mynumber_pia::form::Choice| {
            let ordinal = choice.ordinal.map(|ordinal| format!("{ordinal})")).unwrap_or_default();
            format!("{ordinal}{}{}", choice.label, sign(choice.chosen))
        };
        cell.choices().map(text).collect()
    };
    assert_eq!(
        choices("basic_item", Item::Population),
        [
            "1)1,000人未満（任意実施）",
            "2)1,000人以上1万人未満○",
            "3)1万人以上10万人未満",
            "4)10万人以上30万人未満",
            "5)30万人以上"
        ]
    );
    assert_eq!(choices("key_item", Item::Population).len(), 4);
    assert_eq!(choices("basic_item", Item::Handlers), ["1)500人以上", "2)500人未満○"]);
    assert_eq!(
        choices("key_item", Item::ThresholdResult),
        [
            "1)基礎項目評価及び重点項目評価の実施が義務付けられる",
            "2)基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施）○",
            "3)特定個人情報保護評価の実施が義務付けられない（任意に重点項目評価を実施）",
        ]
    );
    let boxes = choices("all_item", Item::MainRecordItems);
    assert_eq!(boxes.len(), 19);
    assert_eq!((boxes[4].as_str(), boxes[15].as_str()), ("連絡先（電話番号等）○", "年金関係情報？"));
    assert_eq!(choices("all_item", Item::AffairName), [""; 0]);
    // A number has no choice of its own if the form does not offer its band.
    let numbers = json("key_item").replace("\"from_1000_to_9999\"", "300000");
    let document: Assessment = serde_json::from_str(&numbers).unwrap();
    let cell = cells(&document).find(|cell| cell.item() == Item::Population).unwrap();
    assert!(cell.choices().all(|choice| choice.chosen == Tick::Unticked) && cell.chosen().is_none());
    assert_eq!((cell.value().to_string(), cell.note()), ("300000".to_string(), None));
}

/// Every label, heading and choice has an English translation.
#[test]
fn everything_printed_has_an_english_translation() {
    let has = |text: &str| {
        let translation = english(text)
            .unwrap_or_else(|| panic!("{text:?} has no English: write it after / in its row, or add it to src/catalogue/english.rs, which is sorted"));
        assert!(!translation.is_empty() && translation.is_ascii(), "{text}: {translation}");
    };
    for item in Item::ALL {
        has(item.label());
    }
    for edition in editions() {
        let document = empty(edition);
        for cell in cells(&document) {
            has(cell.label());
            has(cell.section());
            cell.headings().iter().for_each(|heading| has(heading.text));
            cell.blocks().for_each(|block| has(block.word));
            for choice in cell.choices() {
                has(choice.label);
                choice.group.into_iter().for_each(has);
            }
        }
    }
    for document in published() {
        cells(&document).for_each(|cell| has(cell.label()));
    }
    assert_eq!(english("熊谷市"), None);
    assert_eq!(english(""), None);
    assert_eq!(english("５．熊谷市"), None);
}

/// Plain text: a label and its answer. Each line of the answer is on its own line.
#[test]
fn plain_text() {
    let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10", "extent": "excerpt",
        "cover": {"title": "甲"}, "affair": {"name": "乙", "content": ["丙", {"under": "丁", "text": "―"}]},
        "population": "from_1000_to_9999",
        "systems": [{"number": 2, "name": "A system\u001b[1m", "aliases": "別", "connections": ["other"], "connections_other": "戊"}],
        "files": [{"number": 1, "name": "己"}, {"name": "庚"}]}"#;
    let document: Assessment = serde_json::from_str(json).unwrap();
    let marks = [
        Mark::new(FieldPath::root().at(Assessment::affair).at(Affair::name).untyped(), "所見"),
        Mark::new(FieldPath::root().at(Assessment::systems).untyped(), "一覧"),
    ];
    let page = Plain::with(&document, PrintOptions { marks: &marks, ..PrintOptions::default() }).to_string();
    let lines: Vec<&str> = page.lines().collect();
    assert_eq!(lines[0], "特定個人情報保護評価書（重点項目評価書）　［令和6年10月 様式3］　（抜粋）");
    for block in [
        "\n表紙\n====\n    評価書番号\n    評価書名                        甲\n",
        "\nⅠ　基本情報\n============\n\n１．特定個人情報ファイルを取り扱う事務\n",
        "  ①事務の名称                      乙\n                                  ▲所見\n",
        "  ②事務の内容                      丙\n                                    ＜丁＞\n                                    　―\n",
        "  ③対象人数                        [ 1,000人以上1万人未満 ]　＜選択肢＞ 1) 1,000人未満 2) 1,000人以上1万人未満 3) 1万人以上10万人未満 4) 10万人以上30万人未満\n",
        "\n  ■ システム2\n  ①システムの名称                  A system\\u{1b}[1m\n                                  ▲一覧\n  （様式外：別の名称）              別\n",
        "  （1）                             己\n  ・                                庚\n",
        "\n５．情報提供ネットワークシステムによる情報連携　※\n  ①実施の有無                      [  ]　＜選択肢＞ 1) 実施する 2) 実施しない 3) 未定\n",
        "  [ 　 ] 提供を行っている（ 　　 ）件\n",
    ] {
        assert!(page.contains(block), "{block}\nin\n{page}");
    }
}

/// The memory for a page does not grow with the document.
#[test]
fn pages_are_printed_in_constant_memory() {
    use std::fmt::Write as _;

    struct Nowhere(usize);

    impl std::fmt::Write for Nowhere {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0 += text.len();
            Ok(())
        }
    }

    fn most(page: &impl std::fmt::Display) -> (u64, usize) {
        let mut nowhere = Nowhere(0);
        let info = allocation_counter::measure(|| write!(nowhere, "{page}").unwrap());
        (info.bytes_max, nowhere.0)
    }

    let document = published().next().unwrap();
    let mut larger = document.clone();
    for _ in 0..9 {
        larger.changes.extend(document.changes.clone());
        larger.systems.extend(document.systems.clone());
        larger.file_sections[0].entrustments.extend(document.file_sections[0].entrustments.clone());
    }
    for (small, large) in [
        (most(&Plain::new(&document)), most(&Plain::new(&larger))),
        (most(&Markdown::new(&document)), most(&Markdown::new(&larger))),
        (most(&Html::new(&document)), most(&Html::new(&larger))),
    ] {
        assert!(large.1 > 2 * small.1, "{large:?} for {small:?}");
        assert!(large.0 < small.0 + small.0 / 50, "{large:?} for {small:?}");
    }
}

/// The rows and fields of generated documents.
mod generated {
    use super::{check_fields, check_rows};
    use mynumber_pia::assessment::Assessment;
    use mynumber_pia::fixture::{Filling, Parameters};
    use mynumber_pia::value::kind::{AssessmentKind, Form};

    #[test]
    fn generated_documents() {
        for kind in AssessmentKind::ALL.iter().copied() {
            for filling in [Filling::Required, Filling::Some, Filling::Everything] {
                let parameters = Parameters { kind: Some(kind), filling, ..Parameters::default() };
                for seed in 0..3 {
                    let mut document: Assessment = parameters.plan(seed).build();
                    // The same for the other forms and editions.
                    for edition in super::editions() {
                        document.form = Form::Edition(edition);
                        check_rows(&document);
                        check_fields(&document);
                    }
                }
            }
        }
    }
}
