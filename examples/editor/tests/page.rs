//! The requests, as a page makes them, and their replies.

mod support;

use mynumber_pia::affair::{Dossier, Happening, System, plan};
use mynumber_pia::assessment::Change;
use mynumber_pia::change::{difference, table};
use mynumber_pia::form::{Html, PrintOptions};
use mynumber_pia::law::made_by;
use mynumber_pia::validate::validate;
use mynumber_pia::{Assessment, determine};
use serde_json::{Value, json};

use support::Host;

const DOCUMENTS: [&str; 5] = [
    include_str!("../../documents/edogawa.json"),
    include_str!("../../documents/shinjuku.json"),
    include_str!("../../documents/kawaguchi.json"),
    include_str!("../../documents/kumagaya.json"),
    include_str!("../../documents/matsudo.json"),
];
const EDOGAWA: &str = DOCUMENTS[0];

impl Host {
    /// The code and both texts of an error.
    #[track_caller]
    fn error(&mut self, request: &Value) -> [String; 3] {
        let reply = self.call(request);
        ["code", "ja", "en"]
            .map(|field| reply["error"][field].as_str().unwrap_or_else(|| panic!("{reply}")).to_string())
    }

    #[track_caller]
    fn save(&mut self, document: u32) -> String {
        self.ok(&json!({"save": {"document": document}}))["text"].as_str().unwrap().to_string()
    }
}

fn load(text: &str) -> Assessment {
    serde_json::from_str(text).unwrap()
}

/// The document as the commands write it.
fn written(document: &Assessment) -> String {
    serde_json::to_string_pretty(document).unwrap() + "\n"
}

fn paths(view: &Value) -> Vec<&str> {
    view["cells"].as_array().unwrap().iter().map(|cell| cell["path"].as_str().unwrap()).collect()
}

#[test]
fn the_replies_are_those_of_the_library() {
    for text in DOCUMENTS {
        let (mut host, document) = (Host::new(), load(text));
        let view = host.open(text);
        let day = document.own_day().unwrap_or("2026-04-01".parse().unwrap());
        let check = &view["check"];
        assert_eq!(check["as_of"], day.to_string());
        assert_eq!(check["findings"], serde_json::to_value(validate(&document, day)).unwrap());
        assert_eq!(check["to_fill"], serde_json::to_value(document.open_items()).unwrap());
        let determination = determine(&mynumber_pia::Facts::from(&document));
        assert_eq!(check["threshold"]["determination"], serde_json::to_value(determination).unwrap());
        assert_eq!(host.save(1), written(&document));
        let page = host.ok(&json!({"print": {"document": 1}}));
        let made_by = made_by();
        let options = PrintOptions { made_by: &made_by, ..PrintOptions::default() };
        let expected = Html::with(&document, options).carrying(serde_json::to_string).unwrap();
        assert!(page["html"] == expected);
        host.open(page["html"].as_str().unwrap());
        assert_eq!(host.save(2), written(&document), "the page is opened like the document");
    }
}

#[test]
fn a_page_without_its_document_is_refused() {
    let page = Html::new(&load(DOCUMENTS[4])).carrying(serde_json::to_string).unwrap();
    let (mut host, before) = (Host::new(), page.len());
    for (page, said) in [
        (page.replace("松戸市", "松戸"), "the page was altered after it was made"),
        (page.split("<script").next().unwrap().to_string(), "the page carries no document"),
    ] {
        assert!(page.len() < before);
        let [code, ja, en] = host.error(&json!({"open": {"text": page, "today": "2026-04-01"}}));
        assert_eq!(code, "document");
        assert!(en.starts_with(said) && ja.starts_with("このページ"), "{ja} {en}");
    }
}

#[test]
fn every_cell_is_described() {
    for text in DOCUMENTS {
        let view = Host::new().open(text);
        assert_eq!(view["whole"], true);
        let (cells, prints) = (view["cells"].as_array().unwrap(), view["prints"].as_object().unwrap());
        let inside = cells.iter().filter_map(|cell| cell["inside"].as_array()).flatten();
        for cell in cells.iter().chain(inside) {
            let path = cell["path"].as_str().unwrap();
            assert!(prints.contains_key(&without_indices(path)), "{path}");
        }
        // An entry begins once, at its first cell.
        let mut begun = Vec::new();
        for cell in cells {
            begun.extend(cell["begins"].as_array().into_iter().flatten().map(|entry| entry["path"].as_str().unwrap()));
            let path = cell["path"].as_str().unwrap();
            let entries = path.match_indices(']').map(|(end, _)| &path[..=end]);
            // The parties of a chain are no blocks.
            for entry in entries.filter(|entry| !entry.contains(".chain[")) {
                assert!(begun.contains(&entry), "{path}: {entry}");
            }
        }
        let count = begun.len();
        begun.sort_unstable();
        begun.dedup();
        assert_eq!(begun.len(), count);
    }
}

fn without_indices(path: &str) -> String {
    let mut parts = path.split('[');
    let first = parts.next().unwrap().to_string();
    parts.fold(first, |text, part| text + "[" + part.trim_start_matches(|c: char| c.is_ascii_digit()))
}

#[test]
fn an_edit_gives_the_cells_that_differ() {
    let mut host = Host::new();
    host.open(EDOGAWA);
    let view = host.ok(&json!({"put": {"document": 1, "path": "cover.body", "text": "架空区長"}}));
    assert_eq!((view["whole"].as_bool(), paths(&view)), (Some(false), vec!["cover.body"]));
    assert_eq!(view["cells"][0]["text"], "架空区長");
    assert_eq!(view["prints"]["cover.body"]["label"], "評価実施機関名");
    // The title of an entry is at its first cell.
    let view = host.ok(&json!({"put": {"document": 1, "path": "systems[1].number", "text": "12"}}));
    assert_eq!(paths(&view), ["systems[1].name", "systems[1].number"]);
    assert_eq!(view["cells"][0]["begins"][0]["title"], "システム12");
    // Nothing changed.
    let view = host.ok(&json!({"put": {"document": 1, "path": "cover.body", "text": "架空区長"}}));
    assert!(paths(&view).is_empty());
    let boxes = json!({"document": 1, "path": "systems[0].connections", "value": ["tax", "other"]});
    let view = host.ok(&json!({"put_value": boxes}));
    assert_eq!(view["cells"][0]["chosen"], json!(["tax", "other"]));
    let mut document = load(EDOGAWA);
    document.put_shown(&"cover.body".parse().unwrap(), "架空区長").unwrap();
    document.put_shown(&"systems[1].number".parse().unwrap(), "12").unwrap();
    document.put_value(&"systems[0].connections".parse().unwrap(), json!(["tax", "other"])).unwrap();
    assert_eq!(host.save(1), written(&document));
}

/// What an officer does with 江戸川区, and what the commands do for the same steps.
#[test]
fn a_change_and_its_row_are_saved_as_the_commands_save_them() {
    let path = "file_sections[0].retention.storage";
    let mut host = Host::new();
    host.open(EDOGAWA);
    host.open(EDOGAWA);
    host.ok(&json!({"put": {"document": 2, "path": path, "text": "架空データセンター"}}));
    let compared = host.ok(&json!({"compare": {"old": 1, "new": 2, "date": "2026-04-01"}}));
    let rows = compared["rows"].as_array().unwrap();
    assert_eq!((rows.len(), compared["difference"]["edits"][0]["new"].as_str()), (1, Some(path)));
    assert_eq!(compared["words"][0]["after"], "架空データセンター");
    let place = host.ok(&json!({"place_of_change": {"document": 2, "value": rows[0]}}));
    let row = json!({"document": 2, "list": "changes", "at": place["at"], "value": rows[0]});
    let view = host.ok(&json!({"add": row}));
    assert_eq!(view["whole"], true);

    let (old, mut new) = (load(EDOGAWA), load(EDOGAWA));
    new.put_shown(&path.parse().unwrap(), "架空データセンター").unwrap();
    let rows: Vec<Change> = table(&difference(&old, &new), "2026-04-01".parse().unwrap());
    new.changes.extend(rows);
    assert_eq!(host.save(2), written(&new));
}

#[test]
fn entries_are_added_moved_and_removed() {
    let mut host = Host::new();
    let view = host.ok(&json!({"new": {"edition": "form_3_2024_10", "today": "2026-04-01"}}));
    assert_eq!(view["check"]["edition_label"], "令和6年10月 様式3");
    for (index, name) in ["甲", "乙", "丙"].into_iter().enumerate() {
        if index > 0 {
            host.ok(&json!({"add": {"document": 1, "list": "systems"}}));
        }
        let path = format!("systems[{index}].name");
        host.ok(&json!({"put": {"document": 1, "path": path, "text": name}}));
    }
    let names = |host: &mut Host| -> Vec<String> {
        load(&host.save(1)).systems.iter().map(|system| system.name.value().to_string()).collect()
    };
    assert_eq!(names(&mut host), ["甲", "乙", "丙"]);
    host.ok(&json!({"move": {"document": 1, "list": "systems", "from": 0, "to": 2}}));
    assert_eq!(names(&mut host), ["乙", "丙", "甲"]);
    host.ok(&json!({"add": {"document": 1, "list": "systems", "at": 0, "value": {"name": "丁"}}}));
    let view = host.ok(&json!({"remove": {"document": 1, "path": "systems[1]"}}));
    assert_eq!((view["whole"].as_bool(), names(&mut host)), (Some(true), vec!["丁".into(), "丙".into(), "甲".into()]));

    let before = host.save(1);
    let refused = [
        json!({"move": {"document": 1, "list": "systems", "from": 0, "to": 3}}),
        json!({"move": {"document": 1, "list": "systems", "from": 3, "to": 0}}),
        json!({"move": {"document": 1, "list": "cover", "from": 0, "to": 0}}),
        json!({"add": {"document": 1, "list": "systems", "at": 4}}),
        json!({"add": {"document": 1, "list": "systems", "value": {"name": 7}}}),
        json!({"add": {"document": 1, "list": "cover"}}),
        json!({"remove": {"document": 1, "path": "systems[3]"}}),
    ];
    for request in refused {
        host.error(&request);
        assert_eq!(host.save(1), before, "{request}");
    }
}

#[test]
fn a_row_has_a_place_in_the_change_table() {
    let mut host = Host::new();
    host.ok(&json!({"new": {"edition": "form_2_2024_10", "today": "2026-04-01"}}));
    let place = |value: Value| json!({"place_of_change": {"document": 1, "value": value}});
    assert_eq!(host.ok(&place(json!({"date": "2026-04-01"}))), json!({"at": 0}));
    // With the newest row first, a new row is the first, and rows of one day stay in their order.
    for date in ["2026-01-01", "2025-01-01", "2024-01-01"] {
        host.ok(&json!({"add": {"document": 1, "list": "changes", "value": {"date": date}}}));
    }
    let before = host.save(1);
    for (date, at) in [("2026-02-01", 0), ("2026-01-01", 1), ("2024-06-01", 2), ("2020-01-01", 3)] {
        assert_eq!(host.ok(&place(json!({"date": date}))), json!({"at": at}), "{date}");
    }
    assert_eq!(host.ok(&place(json!({"reason": "一"}))), json!({"at": 3}));
    let [code, ja, en] = host.error(&place(json!({"date": "昨日"})));
    assert_eq!(code, "edit");
    assert!(ja.starts_with("changes[3].date（変更箇所 変更日）：「昨日」は日付として読めない"), "{ja}");
    assert!(en.starts_with("changes[3].date (変更箇所 変更日): cannot read \"昨日\" as a date"), "{en}");
    assert_eq!(host.save(1), before);
}

#[test]
fn a_chain_is_built_from_nothing() {
    let mut host = Host::new();
    host.ok(&json!({"new": {"edition": "form_4_2024_10", "today": "2026-04-01"}}));
    let request = json!({"parties": {"document": 1, "path": "file_sections[0].entrustments[0]"}});
    let chain = host.ok(&request);
    assert_eq!(chain, json!({"list": "file_sections[0].entrustments[0].chain", "parties": []}));
    host.ok(&json!({"add": {"document": 1, "list": chain["list"]}}));
    let chain = host.ok(&request);
    let party = &chain["parties"][0];
    host.ok(&json!({"put": {"document": 1, "path": party["name"]["path"], "text": "株式会社甲"}}));
    host.ok(&json!({"add": {"document": 1, "list": party["list"], "value": {"name": "株式会社乙"}}}));
    let parties = host.ok(&request)["parties"].as_array().unwrap().clone();
    let seen: Vec<_> = parties.iter().map(|party| (party["tier"].as_u64(), party["name"]["text"].as_str())).collect();
    assert_eq!(seen, [(Some(1), Some("株式会社甲")), (Some(2), Some("株式会社乙"))]);
    let [code, ja, en] = host.error(&json!({"parties": {"document": 1, "path": "systems[0]"}}));
    assert_eq!(code, "request");
    assert_eq!(ja, "systems[0] は委託事項でない（file_sections[0].entrustments[0] など）");
    assert_eq!(en, "systems[0] is not an entrustment, such as file_sections[0].entrustments[0]");
}

#[test]
fn suggestions_are_taken_over_one_by_one() {
    let mut host = Host::new();
    host.ok(&json!({"new": {"edition": "form_2_2024_10", "today": "2026-04-01"}}));
    for (path, text) in [("other_risk.training", "十分に行っている"), ("risk.acquisition", "十分である")] {
        host.ok(&json!({"put": {"document": 1, "path": path, "text": text}}));
    }
    let raised = json!({"document": 1, "edition": "form_3_2024_10", "adopt": false});
    let view = host.ok(&json!({"change_form": raised}));
    assert_eq!((view["check"]["kind"].as_str(), view["whole"].as_bool()), (Some("key_item"), Some(true)));
    host.ok(&json!({"put": {"document": 1, "path": "risks[0].names", "text": "台帳"}}));
    let suggestions = host.ok(&json!({"suggestions": {"document": 1}}))["suggestions"].clone();
    let open: Vec<_> = suggestions.as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
    assert_eq!(open, ["risks[0].acquisition.adequacy", "risks[0].training"]);
    assert_eq!(suggestions[1]["text"], "十分に行っている");
    assert_eq!(suggestions[1]["from"], json!([{"path": "other_risk.training", "text": "十分に行っている"}]));
    let view = host.ok(&json!({"adopt": {"document": 1, "path": "risks[0].training"}}));
    assert_eq!(paths(&view), ["risks[0].training"]);
    let [_, ja, en] = host.error(&json!({"adopt": {"document": 1, "path": "risks[0].training"}}));
    assert_eq!(ja, "risks[0].training：引き継げる記載がない（未記入でない、又は様式の他の欄の記載が一致しない）");
    assert_eq!(
        en,
        "risks[0].training: there is no answer to take over: it is answered, or the answers of the other form do not agree"
    );
    // All at once, as the command does.
    let mut document = load(&host.save(1));
    document.change_form("form_3_2024_10".parse().unwrap());
    host.ok(&json!({"change_form": {"document": 1, "edition": "form_3_2024_10", "adopt": true}}));
    assert_eq!(host.save(1), written(&document));
}

#[test]
fn the_plan_is_that_of_the_library() {
    let mut host = Host::new();
    host.open(EDOGAWA);
    host.open(EDOGAWA);
    let path = "file_sections[0].retention.storage";
    host.ok(&json!({"put": {"document": 2, "path": path, "text": "架空データセンター"}}));
    let change = json!({"change": {"new": 2, "on": "2026-10-01", "system": {"from": "2026-09-01"}}});
    let planned = host.ok(&json!({"plan": {"documents": [1], "as_of": "2026-04-01", "happening": change}}));
    let (old, new) = (load(EDOGAWA), load(&host.save(2)));
    let day = |day: &str| Some(day.parse().unwrap());
    let change = Happening::Change {
        edits: &[difference(&old, &new)],
        on: day("2026-10-01"),
        system: System::From("2026-09-01".parse().unwrap()),
        facts: None,
        is_urgent: false,
        is_minor: false,
    };
    let plan = plan(&Dossier::of(&old), &change, "2026-04-01".parse().unwrap());
    assert_eq!(planned["plan"], serde_json::to_value(&plan).unwrap());
    let steps = planned["steps"].as_array().unwrap();
    assert!(!steps.is_empty() && steps.len() == planned["plan"]["steps"].as_array().unwrap().len());
    assert!(steps.iter().all(|step| step["ja"] != step["en"] && step["ja"] != ""));
    for happening in [
        json!({"hold": {"system": "none"}}),
        json!({"facts": {"facts": {"population": 500_000}, "on": "2026-05-01"}}),
        json!({"incident": {"incident": {"date": "2026-03-01", "scope": "specific_personal_information"}}}),
        json!({"end": {"on": "2027-03-31"}}),
    ] {
        let planned = host.ok(&json!({"plan": {"documents": [1], "as_of": "2026-04-01", "happening": happening}}));
        let kind = happening.as_object().unwrap().keys().next().unwrap();
        assert_eq!(planned["plan"]["happening"], kind.as_str());
    }
}

#[test]
fn what_is_refused_says_why_in_both_languages() {
    let mut host = Host::new();
    let open = |text: &str| json!({"open": {"text": text, "today": "2026-04-01"}});
    let newer = EDOGAWA.replacen("\"version\": 1", "\"version\": 2", 1);
    let cases = [
        (
            open(""),
            "document",
            "何も書かれていない。評価書のファイルでない",
            "EOF while parsing a value at line 1 column 0",
        ),
        (
            open(&EDOGAWA[..499]),
            "document",
            "途中で終わっている。ファイルが壊れている",
            "cover.body (表紙 評価実施機関名): EOF while parsing",
        ),
        (
            open("これは評価書ではない"),
            "document",
            "評価書の形式（JSON）で書かれていない。ファイルが壊れているか、評価書でない",
            "expected value at line 1 column 1",
        ),
        (open(&newer), "document", "version：", "version: "),
        (open(&format!("{EDOGAWA}x")), "document", "評価書の後に何かある", "there is something after the document"),
        (json!({"save": {"document": 9}}), "request", "評価書9は開いていない", "the document 9 is not open"),
        (
            json!({"shut": {}}),
            "request",
            "要求が読めない（unknown variant `shut`",
            "the request cannot be read: unknown variant `shut`",
        ),
        (json!({"new": {"edition": "form_9", "today": "2026-04-01"}}), "request", "様式：", "form: "),
        (
            json!({"new": {"edition": "form_3_2024_10", "today": "令和8年4月"}}),
            "request",
            "今日の日付：「令和8年4月」は年月日でない（書き方は 令和7年6月1日、R7.6.1、2025-06-01）",
            "today: \"令和8年4月\" is not a day: expected the day as well, such as 令和7年6月1日, R7.6.1 or 2025-06-01",
        ),
        (
            json!({"put": {"document": 1, "path": "nowhere", "text": ""}}),
            "request",
            "path：「nowhere」は",
            "path: \"nowhere\" is not",
        ),
    ];
    for (request, code, ja, en) in cases {
        let error = host.error(&request);
        assert_eq!(error[0], code);
        assert!(error[1].starts_with(ja) && error[2].starts_with(en), "{error:?}");
    }
    let reply = host.call(&open(
        "{\"format\": \"mynumber-pia\", \"version\": 1, \"kind\": \"key_item\",\n \"systems\": [{\"name\": 7}]}",
    ));
    assert_eq!(reply["error"]["path"], "systems[0].name");
    assert_eq!((reply["error"]["line"].as_u64(), reply["error"]["column"].is_u64()), (Some(2), true));
    // A column counts the characters of its line, as an editor does.
    let error = &host.call(&open("{\"甲乙\": 1,\n \"国民健康保険\" 1}"))["error"];
    assert_eq!((error["line"].as_u64(), error["column"].as_u64()), (Some(1), Some(5)), "{error}");
    let error = &host.call(&open("{\"affair\":\n {\"name\": \"国民健康保険\" 1}}"))["error"];
    assert_eq!((error["line"].as_u64(), error["column"].as_u64()), (Some(2), Some(20)), "{error}");
    assert_eq!(error["en"], "affair: expected `,` or `}` at line 2 column 20");
}

#[test]
fn documents_are_numbered_and_limited() {
    let mut host = Host::new();
    let new = json!({"new": {"edition": "form_2_2024_10", "today": "2026-04-01"}});
    for number in 1..=16 {
        assert_eq!(host.ok(&new)["document"], number);
    }
    let [code, ja, en] = host.error(&new);
    assert_eq!(code, "limit");
    assert_eq!(ja, "同時に開ける評価書は16件まで。どれかを閉じる");
    assert_eq!(en, "at most 16 documents may be open: close one");
    assert_eq!(host.ok(&json!({"close": {"document": 3}}))["open"], 15);
    assert_eq!(host.ok(&new)["document"], 17);

    let long = " ".repeat(pia_editor::MAX_REQUEST + 1);
    let reply: Value = serde_json::from_str(&host.0.call(&long)).unwrap();
    assert_eq!(reply["error"]["en"], "too long: 2097153 bytes, expected at most 2097152");
    host.ok(&json!({"close": {"document": 4}}));
    let entries = vec!["{}"; 20_000].join(",");
    let head = r#"{"format":"mynumber-pia","version":1,"kind":"all_item","edition":"form_4_2018_05""#;
    let [code, ja, en] = host
        .error(&json!({"open": {"text": format!("{head},\"file_sections\":[{entries}]}}"), "today": "2026-04-01"}}));
    assert_eq!(code, "limit");
    assert!(ja.starts_with("評価書が大きすぎる：") && en.starts_with("the document is too large: "));
}

#[test]
fn the_module_says_its_versions() {
    let about = Host::new().ok(&json!({"about": {}}));
    assert_eq!((about["interface"].as_u64(), about["document_version"].as_u64()), (Some(1), Some(1)));
    // The version of the crate is that of the library.
    let library = include_str!("../../../Cargo.toml").lines().find(|line| line.starts_with("version = ")).unwrap();
    assert_eq!(library, format!("version = {}", about["module"]));
    let latest: Vec<_> = about["editions"].as_array().unwrap().iter().filter(|one| one["is_latest"] == true).collect();
    assert_eq!(latest.len(), 3);
}

#[test]
fn the_day_and_the_exemption_of_the_check_can_be_set() {
    let mut host = Host::new();
    host.open(EDOGAWA);
    let check =
        json!({"document": 1, "today": "2026-04-01", "as_of": "令和12年4月1日", "exemption": "personnel_files_only"});
    let view = host.ok(&json!({"check": check}));
    assert_eq!((view["check"]["as_of"].as_str(), paths(&view).len()), (Some("2030-04-01"), 0));
    let codes: Vec<_> = view["check"]["findings"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
    let view = host.ok(&json!({"check": {"document": 1, "today": "2026-04-01"}}));
    assert_eq!(view["check"]["as_of"], "2024-12-06");
    assert_ne!(
        view["check"]["findings"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect::<Vec<_>>(),
        codes
    );
}

/// What is open can be saved, and what is saved can be opened.
#[test]
fn a_document_that_could_not_be_opened_again_is_refused() {
    let mut host = Host::new();
    host.open(EDOGAWA);
    let path = "cover.remarks";
    let put = |text: &str| json!({"put": {"document": 1, "path": path, "text": text}});
    let fits = "個人情報\n".repeat(40_000);
    host.ok(&put(&fits));
    let before = host.save(1);
    host.open(&before);
    let long = "個人情報を保護する".repeat(70_000);
    assert!(put(&long).to_string().len() < pia_editor::MAX_REQUEST);
    let [code, ja, en] = host.error(&put(&long));
    assert_eq!(code, "limit");
    assert!(
        ja.starts_with("評価書が長すぎる：保存すると") && ja.ends_with("バイトになり、開けない（2097152バイトまで）"),
        "{ja}"
    );
    assert!(en.starts_with("the document is too long: saved, it has "), "{en}");
    assert_eq!(host.save(1), before);
    // The same by the other ways.
    host.error(&json!({"put_value": {"document": 1, "path": path, "value": long}}));
    host.error(&json!({"add": {"document": 1, "list": "systems", "value": {"name": long}}}));
    assert_eq!(host.save(1), before);
    // A text without blanks is longer when it is saved.
    let entries = vec![r#"{"before":"a","after":"b"}"#; 30_000].join(",");
    let head = r#"{"format":"mynumber-pia","version":1,"kind":"basic_item","edition":"form_2_2024_10""#;
    let [code, ja, _] =
        host.error(&json!({"open": {"text": format!("{head},\"changes\":[{entries}]}}"), "today": "2026-04-01"}}));
    assert_eq!(code, "limit", "{ja}");
}

#[test]
fn the_kind_of_the_body_leaves_its_steps() {
    let mut host = Host::new();
    host.open(EDOGAWA);
    host.open(EDOGAWA);
    let path = "file_sections[0].retention.storage";
    host.ok(&json!({"put": {"document": 2, "path": path, "text": "架空データセンター"}}));
    let mut plan = |body: Value| {
        let change = json!({"change": {"new": 2, "on": "2026-10-01"}});
        let plan = json!({"documents": [1], "as_of": "2026-04-01", "body": body, "happening": change});
        host.call(&json!({"plan": plan}))
    };
    let mut citations = |body: Value| -> Vec<String> {
        let steps = plan(body)["ok"]["steps"].as_array().unwrap().clone();
        steps.iter().map(|step| step["ja"].as_str().unwrap().to_string()).collect()
    };
    let both = citations(json!(null));
    let (local, organ) = (citations(json!("local_government")), citations(json!("administrative_organ")));
    assert!(local.len() < both.len() && organ.len() < both.len() && local != organ);
    let error = plan(json!("city"));
    assert!(error["error"]["ja"].as_str().unwrap().starts_with("評価実施機関の種類："), "{error}");
}

#[test]
fn papers_of_another_affair_are_named() {
    let mut host = Host::new();
    for text in DOCUMENTS {
        host.open(text);
    }
    let reply = host.ok(&json!({"strangers": {"documents": [1, 1, 4, 3]}}));
    let strangers = reply["strangers"].as_array().unwrap();
    let of = |index: u64| strangers.iter().filter(move |one| one["index"] == index);
    assert_eq!(of(1).count(), 0);
    for index in [2, 3] {
        let all: Vec<_> = of(index).map(|one| one["ja"].as_str().unwrap()).collect();
        assert!(all.iter().any(|text| text.contains("評価実施機関")), "{all:?}");
        assert!(of(index).all(|one| one["en"] != one["ja"]));
    }
    assert_eq!(host.ok(&json!({"strangers": {"documents": []}}))["strangers"], json!([]));
}

#[test]
fn facts_alone_are_determined() {
    let mut host = Host::new();
    let decided =
        host.ok(&json!({"determine": {"facts": {"population": "31000", "handlers": "600", "incident": "no"}}}));
    assert_eq!(decided["determination"]["required"], "basic_item_and_key_item");
    assert!(decided["ja"].as_str().unwrap().contains("重点項目評価"));
    let open = host.ok(&json!({"determine": {"facts": {}}}));
    assert!(open["determination"]["required"].is_null());
    let [code, ja, en] = host.error(&json!({"determine": {"facts": {"population": "many"}}}));
    assert_eq!(code, "request");
    assert!(ja.starts_with("対象人数：") && en.starts_with("number of people: "), "{ja} {en}");
}

#[test]
fn the_sample_is_an_assessment() {
    let view = Host::new().ok(&json!({"sample": {"today": "2026-04-01"}}));
    assert_eq!(view["check"]["kind"], "basic_item");
    assert_eq!(view["check"]["has_no_errors"], true);
}

#[test]
fn what_is_withheld_is_not_on_the_page() {
    let mut host = Host::new();
    host.open(EDOGAWA);
    let print = |parts: Value, body: Value| json!({"print": {"document": 1, "publication": true, "withhold": {"occasion": "publication", "body": body, "parts": parts}}});
    let path = "file_sections[0].retention.storage";
    let page = host.ok(&print(json!([[path, "proper_management"]]), json!("local_government")));
    assert_eq!(page["withheld"][0]["path"], path);
    assert!(page["html"].as_str().unwrap().contains("規則第7条第6項（第10条第2項を準用）により非公表"));
    assert!(page["not_known"].as_array().unwrap().iter().all(|one| one != path));
    let error =
        |host: &mut Host, parts, body| host.error(&print(parts, body)).map(|text| text.chars().take(60).collect());
    let texts: [[String; 3]; 3] = [
        error(&mut host, json!([[path, "proper_management"]]), Value::Null),
        error(&mut host, json!([[path, "shame"]]), Value::Null),
        error(&mut host, json!([["cover.titles", "proper_management"]]), json!("local_government")),
    ];
    assert!(texts[0][1].ends_with("全項目評価に適用される規定"), "{texts:#?}");
    assert!(
        texts[1][1].starts_with("公示しないことができる理由：") && texts[1][2].starts_with("ground: "),
        "{texts:#?}"
    );
    assert!(texts[2][1].starts_with("path：") && texts[2][2].starts_with("path: "), "{texts:#?}");
}

#[test]
fn what_is_no_document_is_said_in_plain_words() {
    let mut host = Host::new();
    let mut open = |text: &str| host.error(&json!({"open": {"text": text, "today": "2026-04-01"}}))[1].clone();
    assert_eq!(open(r#"{"name": "another"}"#), "評価書のファイルでない（format がない）");
    let newer = EDOGAWA.replacen("\"version\": 1", "\"version\": 99", 1);
    assert!(open(&newer).ends_with("新しい画面を入手すること"));
    assert_eq!(open(&EDOGAWA[..5000]), "途中で終わっている。ファイルが壊れている");
}
