//! Pairs of versions with a known truth, by the ways in which a difference can mislead an officer. The truth of each pair was
//! written from the forms before the pair was run.

use mynumber_pia::Assessment;
use mynumber_pia::assessment::Change;
use mynumber_pia::change::{AddressKind, Proof, RowState, Weight, check_table, difference, rewind, table};
use serde_json::{Value, json};

/// What must come of a pair.
struct Pair {
    what: &'static str,
    old: Box<Assessment>,
    new: Box<Assessment>,
    /// Each edit: what it does, its path, and its weight with the proof.
    edits: &'static [&'static str],
    /// How many rows the change table needs.
    rows: usize,
}

fn of_form(kind: &str, edition: &str, fields: &Value) -> Box<Assessment> {
    let mut json = json!({"format": "mynumber-pia", "version": 1, "kind": kind, "edition": edition});
    let (Value::Object(all), Value::Object(fields)) = (&mut json, fields) else { unreachable!() };
    all.extend(fields.clone());
    Box::new(serde_json::from_value(json).unwrap())
}

/// 様式2.
fn basic(fields: &Value) -> Box<Assessment> {
    of_form("basic_item", "form_2_2024_10", fields)
}

/// 様式3.
fn key(fields: &Value) -> Box<Assessment> {
    of_form("key_item", "form_3_2024_10", fields)
}

/// 様式4.
fn all(fields: &Value) -> Box<Assessment> {
    of_form("all_item", "form_4_2024_10", fields)
}

/// The fields of a document with one section.
fn section(fields: &Value) -> Value {
    let mut section = json!({"names": "国保ファイル"});
    section.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"file_sections": [section]})
}

fn entrusted(entrustments: &Value) -> Value {
    section(&json!({"entrustments": entrustments}))
}

fn provided(provisions: &Value) -> Value {
    section(&json!({"provision": {"provisions": provisions}}))
}

fn transferred(transfers: &Value) -> Value {
    section(&json!({"provision": {"transfers": transfers}}))
}

/// An answer that 様式3 and 様式4 mark with ※: 保管場所.
fn stored(answer: &Value) -> Value {
    section(&json!({"retention": {"storage": answer}}))
}

/// Asserts what must come of the pairs.
#[track_caller]
fn holds(pairs: &[Pair]) {
    let mut wrong = Vec::new();
    for Pair { what, old, new, edits, rows } in pairs {
        let difference = difference(old, new);
        assert!(difference.apply(old).unwrap() == **new, "{what}");
        assert!(difference.reversed().apply(new).unwrap() == **old, "{what}");
        let mut found: Vec<String> = Vec::new();
        for (edit, weight) in difference.weighed() {
            let path = edit.new.as_ref().or(edit.old.as_ref()).unwrap().to_string();
            let path = path.strip_prefix("file_sections[0].").unwrap_or(&path);
            let proof = match &weight {
                Weight::Formal(proof) => format!(": {}", proof.code()),
                Weight::Material | Weight::Ordinary => String::new(),
            };
            found.push(format!("{} {path} {}{proof}", edit.what, weight.code()));
        }
        if found != *edits {
            wrong.push(format!("{what}: {found:?}, not {edits:?}"));
        }
        let found = table(&difference, "2025-04-01".parse().unwrap());
        if found.len() != *rows {
            let found: Vec<String> = found.iter().map(|row| row.items.value().to_string()).collect();
            wrong.push(format!("{what}: rows {found:?}, not {rows}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Asserts that each row of the table is addressed, holds, and is undone.
#[track_caller]
fn goes_back(pairs: &[Pair]) {
    let mut wrong = Vec::new();
    for Pair { what, old, new, .. } in pairs {
        let rows: Vec<Change> = table(&difference(old, new), "2025-04-01".parse().unwrap());
        assert!(!rows.is_empty(), "{what}");
        let with_rows = Assessment { changes: rows.clone(), ..(**new).clone() };
        for checked in check_table(&with_rows) {
            if checked.address.kind != AddressKind::One || checked.state != RowState::Holds {
                let row = rows[checked.row].items.value();
                wrong.push(format!("{what}: {row} is {} and {}", checked.address.kind, checked.state));
            }
        }
        let back = rewind(&with_rows, "2025-04-01".parse().unwrap());
        // A row quotes ― for any item without an answer.
        let left = difference(&back.document, old);
        let is_mark = |weight: &Weight| matches!(weight, Weight::Formal(Proof::EmptyMark));
        if !back.kept.is_empty() || !left.weighed().all(|(_, weight)| is_mark(&weight)) {
            wrong.push(format!("{what}: {:?} {left}", back.kept));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// 1: an empty mark that becomes another is no change, and needs no row.
#[test]
fn empty_marks() {
    let purpose = |mark: &Value| section(&json!({"acquisition": {"purpose": mark}}));
    let contract =
        |permission: &Value| entrusted(&json!([{"matter": "保守", "entrustee": "甲社", "permission": permission}]));
    let measures = |mark: &Value| json!({"risks": [{"names": "国保ファイル", "acquisition": {"other_risks": mark}}]});
    let pair = |what, old, new, edits| Pair { what, old, new, edits, rows: 0 };
    holds(&[
        pair(
            "― becomes なし in 使用目的, which 様式3 marks",
            key(&purpose(&json!("―"))),
            key(&purpose(&json!("なし"))),
            &["changed acquisition.purpose formal: empty_mark"],
        ),
        pair(
            "the same in 様式4",
            all(&purpose(&json!("なし"))),
            all(&purpose(&json!(""))),
            &["changed acquisition.purpose formal: empty_mark"],
        ),
        pair(
            "an item without an answer gets 該当なし",
            key(&section(&json!({}))),
            key(&stored(&json!("該当なし"))),
            &["changed retention.storage formal: empty_mark"],
        ),
        pair(
            "a mark in an entrustment",
            all(&contract(&json!("―"))),
            all(&contract(&json!("なし"))),
            &["changed entrustments[0].permission formal: empty_mark"],
        ),
        pair(
            "a mark in a risk section",
            key(&measures(&json!(""))),
            key(&measures(&json!("―"))),
            &["changed risks[0].acquisition.other_risks formal: empty_mark"],
        ),
        pair(
            "marks while 様式2 becomes 様式3",
            basic(&json!({"other_bodies": "―", "cover": {"remarks": ""}})),
            key(&json!({"other_bodies": "なし", "cover": {"remarks": "―"}})),
            &["changed cover.remarks formal: empty_mark", "changed other_bodies formal: empty_mark"],
        ),
    ]);
    let pair = |what, old, new, edits| Pair { what, old, new, edits, rows: 1 };
    holds(&[
        pair(
            "an answer takes the place of a mark",
            key(&stored(&json!("―"))),
            key(&stored(&json!("データセンター"))),
            &["changed retention.storage material"],
        ),
        pair(
            "a mark takes the place of an answer that the form does not mark",
            all(&contract(&json!("書面による承諾"))),
            all(&contract(&json!("―"))),
            &["changed entrustments[0].permission ordinary"],
        ),
    ]);
}

/// 2: what can change the meaning is never formal.
#[test]
fn no_proof() {
    let pair = |what, old: Value, new: Value| Pair {
        what,
        old: key(&stored(&old)),
        new: key(&stored(&new)),
        edits: &["changed retention.storage material"],
        rows: 1,
    };
    holds(&[
        pair(
            "two periods change places, each under its medium",
            json!(["紙", "5年で廃棄", "電子", "消去しない"]),
            json!(["紙", "消去しない", "電子", "5年で廃棄"]),
        ),
        pair(
            "two sentences of one line change places",
            json!("紙は書庫に置く。ただし、年度末に移す。電子はサーバ室に置く。"),
            json!("紙は書庫に置く。電子はサーバ室に置く。ただし、年度末に移す。"),
        ),
        pair("a power becomes a number", json!("10⁴件を保管する庁舎"), json!("104件を保管する庁舎")),
        pair("a range loses its sign", json!("1－2階の書庫"), json!("12階の書庫")),
        pair("a fraction becomes digits", json!("棚の½を使う"), json!("棚の1/2を使う。残りは空ける")),
        pair(
            "an exception moves to another line",
            json!(["庁舎。分室を除く。", "書庫"]),
            json!(["庁舎", "書庫。分室を除く。"]),
        ),
        pair(
            "a citation that was renumbered, with a word that was not",
            json!("番号法別表第一の30の項に基づき保管する"),
            json!("番号法別表の44の項に基づかず保管する"),
        ),
        pair(
            "a line that is wrapped joins an entry of a list",
            json!(["・庁舎内の施錠された書庫", "・委託先の倉庫"]),
            json!("・庁舎内の施錠された書庫・委託先の倉庫の鍵"),
        ),
    ]);
    let bodies = |what, old: Value, new: Value| Pair {
        what,
        old: key(&json!({"other_bodies": old})),
        new: key(&json!({"other_bodies": new})),
        edits: &["changed other_bodies ordinary"],
        rows: 1,
    };
    holds(&[
        bodies("a list with a conjunction", json!(["甲市及び", "乙市", "丙市"]), json!(["乙市", "甲市及び", "丙市"])),
        bodies(
            "an office above its sections",
            json!(["世田谷総合支所", "区民課", "北沢総合支所", "保険課"]),
            json!(["世田谷総合支所", "保険課", "北沢総合支所", "区民課"]),
        ),
    ]);
}

/// An entrustment that answers what 様式3 marks in one: 再委託の有無.
fn contract(number: u8, matter: &str, content: &str, entrustee: &str, reason: &str) -> Value {
    json!({"number": number, "matter": matter, "content": content, "entrustee": entrustee, "reason": reason,
        "handlers": "from_10_to_49", "delivery": ["media"], "re_entrustment": "not_re_entrusted"})
}

/// 3: unlike parts are not one part that changed.
#[test]
fn unlike_parts() {
    let recipient = |number: u8, name: &str, basis: &str, uses: &str, information: &str| {
        json!({"number": number, "names": name, "bases": basis, "uses": uses, "information": information,
            "data_subjects": "from_10000_to_99999", "methods": ["dedicated_line"], "timing": "随時"})
    };
    let (maintenance, printing) = (
        contract(1, "システム保守", "点検及び障害対応", "甲株式会社", "専門の知識を要するため"),
        contract(1, "納付書の印刷", "印刷、封入及び封緘", "乙株式会社", "大量の印刷物を扱うため"),
    );
    let input = contract(2, "申請書の入力", "申請書のデータの入力", "丙株式会社", "申請が集中するため");
    let (union, governor) = (
        recipient(
            1,
            "健康保険組合",
            "番号法第19条第8号に基づく主務省令第2条の表の3の項",
            "保険給付の支給",
            "医療保険の資格",
        ),
        recipient(1, "都道府県知事", "番号法第19条第8号に基づく主務省令第2条の表の38の項", "入院措置", "所得の額"),
    );
    let (tax, welfare) = (
        recipient(1, "税務課", "番号法第9条第2項及び甲市条例第3条", "市税の賦課", "保険料の額"),
        recipient(1, "福祉課", "番号法第9条第2項及び甲市条例第4条", "保護の決定", "世帯の構成"),
    );
    let system = |name: &str, functions: &str| json!({"systems": [{"number": 1, "name": name, "functions": functions, "connections": ["addressee", "tax"]}]});
    let pair = |what, old, new, edits| Pair { what, old, new, edits, rows: 2 };
    holds(&[
        pair(
            "a contract is replaced by an unrelated one of the same number and choices",
            key(&entrusted(&json!([maintenance]))),
            key(&entrusted(&json!([printing]))),
            &["removed entrustments[0] material", "added entrustments[0] material"],
        ),
        pair(
            "the same beside a contract that stays",
            key(&entrusted(&json!([maintenance, input]))),
            key(&entrusted(&json!([printing, input]))),
            &["removed entrustments[0] material", "added entrustments[0] material"],
        ),
        pair(
            "a recipient of provisions is replaced",
            key(&provided(&json!([union]))),
            key(&provided(&json!([governor]))),
            &["removed provision.provisions[0] ordinary", "added provision.provisions[0] ordinary"],
        ),
        pair(
            "a recipient of transfers is replaced",
            all(&transferred(&json!([tax]))),
            all(&transferred(&json!([welfare]))),
            &["removed provision.transfers[0] ordinary", "added provision.transfers[0] ordinary"],
        ),
        pair(
            "a system is replaced that has the same connections",
            key(&system("国保システム", "資格の管理")),
            key(&system("印刷装置", "納付書の印刷")),
            &["removed systems[0] ordinary", "added systems[0] ordinary"],
        ),
        pair(
            "a group of record items is replaced",
            key(&json!({"record_items": [{"heading": "資格ファイル", "items": ["氏名", "住所"]}]})),
            key(&json!({"record_items": [{"heading": "給付ファイル", "items": ["傷病名", "金額"]}]})),
            &["removed record_items[0] ordinary", "added record_items[0] ordinary"],
        ),
    ]);
    let renamed =
        contract(1, "システム保守", "点検及び障害対応", "甲ホールディングス株式会社", "専門の知識を要するため");
    holds(&[Pair {
        what: "the entrustee is renamed",
        old: key(&entrusted(&json!([maintenance]))),
        new: key(&entrusted(&json!([renamed]))),
        edits: &["changed entrustments[0].entrustee ordinary"],
        rows: 1,
    }]);
}

/// 4: what the form does not print has no row.
#[test]
fn not_printed() {
    let chain = |tiers: &Value| {
        entrusted(&json!([{"matter": "保守", "entrustee": "甲社", "re_entrustment": "re_entrusted", "chain": tiers}]))
    };
    let system = |fields: &Value| {
        let mut system = json!({"name": "国保システム", "functions": "資格の管理"});
        system.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!({"systems": [system]})
    };
    let pair = |what, old, new, edits| Pair { what, old, new, edits, rows: 0 };
    holds(&[
        pair(
            "the first party of a chain gets another name",
            key(&chain(&json!([{"name": "甲社", "matter": "保守"}]))),
            key(&chain(&json!([{"name": "甲株式会社", "matter": "保守"}]))),
            &["changed entrustments[0].chain[0].name ordinary"],
        ),
        pair(
            "a tier is added",
            all(&chain(&json!([{"name": "甲社"}]))),
            all(&chain(&json!([{"name": "甲社", "re_entrustees": [{"name": "乙社"}]}]))),
            &["added entrustments[0].chain[0].re_entrustees[0] ordinary"],
        ),
        pair(
            "a tier is gone",
            all(&chain(&json!([{"name": "甲社"}, {"name": "丙社"}]))),
            all(&chain(&json!([{"name": "甲社"}]))),
            &["removed entrustments[0].chain[1] ordinary"],
        ),
        pair(
            "another name of a system",
            key(&system(&json!({"aliases": "国保"}))),
            key(&system(&json!({"aliases": ["国保", "標準準拠システム"]}))),
            &["changed systems[0].aliases ordinary"],
        ),
        pair(
            "who operates a system",
            all(&system(&json!({"operator": "甲社"}))),
            all(&system(&json!({"operator": "乙社"}))),
            &["changed systems[0].operator ordinary"],
        ),
        pair(
            "the functions of a system in 様式2, which asks only for names",
            basic(&system(&json!({}))),
            basic(&system(&json!({"functions": "資格及び給付の管理"}))),
            &["changed systems[0].functions ordinary"],
        ),
        pair(
            "the necessity of a file in 様式3, which does not ask for it",
            key(&json!({"necessity": "資格を管理するため"})),
            key(&json!({"necessity": "資格及び給付を管理するため"})),
            &["changed necessity ordinary"],
        ),
    ]);
}

/// 6: the row of an added or removed block quotes it as the form prints it: each of these words so many times.
#[track_caller]
fn quotes(old: &Assessment, new: &Assessment, items: &str, words: &[(&str, usize)]) {
    let day = "2025-04-01".parse().unwrap();
    let [gone, came] = [table(&difference(new, old), day), table(&difference(old, new), day)];
    let ([gone], [came]) = (gone.as_slice(), came.as_slice()) else { panic!("{} rows", came.len()) };
    // A removed block is quoted as an added one is.
    assert_eq!((&gone.before, &gone.after), (&came.after, &came.before));
    assert!(came.items.value().to_string().starts_with(items), "{}", came.items.value());
    let after = came.after.value().shown();
    for (word, count) in words {
        assert_eq!(after.matches(word).count(), *count, "{word}: {after}");
    }
}

#[test]
fn headings_of_a_cell_are_quoted_once() {
    let content = json!([
        {"under": "運用", "text": "監視"},
        {"under": "運用", "text": "障害対応"},
        {"under": "改修", "text": "設計"},
        {"under": "改修", "text": "試験"},
    ]);
    let one = json!({"number": 1, "matter": "保守", "content": content, "entrustee": "甲社"});
    quotes(
        &key(&entrusted(&json!([]))),
        &key(&entrusted(&json!([one]))),
        "Ⅱ　４．特定個人情報ファイルの取扱いの委託　委託事項1",
        &[
            ("運用", 1),
            ("改修", 1),
            ("監視", 1),
            ("障害対応", 1),
            ("設計", 1),
            ("試験", 1),
            ("甲社", 1),
            ("委託内容", 1),
        ],
    );
}

#[test]
fn labels_of_cells_are_quoted_once() {
    let one = json!({"number": 2, "names": ["税務課", "福祉課"], "bases": ["番号法第9条第1項", "番号法第9条第2項"], "uses": "賦課"});
    quotes(
        &all(&transferred(&json!([]))),
        &all(&transferred(&json!([one]))),
        "Ⅱ　５．特定個人情報の提供・移転（委託に伴うものを除く。）　移転先2",
        &[("税務課", 1), ("福祉課", 1), ("法令上の根拠", 1), ("第9条第1項", 1), ("第9条第2項", 1), ("用途", 1)],
    );
}

#[test]
fn boxes_of_a_block_are_quoted() {
    let one = json!({"number": 3, "name": "収納システム", "functions": ["消込", "督促"], "connections": ["addressee", "other"],
        "connections_other": "財務会計"});
    quotes(
        &key(&json!({"systems": []})),
        &key(&json!({"systems": [one]})),
        "Ⅰ　２．特定個人情報ファイルを取り扱う事務において使用するシステム　システム3",
        &[("収納システム", 1), ("消込", 1), ("督促", 1), ("システムの機能", 1), ("財務会計", 1)],
    );
}

#[test]
fn groups_of_record_items_are_named() {
    let groups = |names: &[&str]| {
        let groups: Vec<Value> = names.iter().map(|name| json!({"heading": name, "items": ["氏名", "住所"]})).collect();
        key(&json!({"record_items": groups}))
    };
    let (old, new) = (groups(&["甲"]), groups(&["甲", "資格ファイル", "給付ファイル"]));
    let rows = table(&difference(&old, &new), "2025-04-01".parse().unwrap());
    let rows: Vec<String> = rows.iter().map(|row| format!("{} {}", row.items.value(), row.after.value())).collect();
    assert_eq!(rows.len(), 2, "{rows:?}");
    for (row, name) in rows.iter().zip(["資格ファイル", "給付ファイル"]) {
        assert!(row.contains(name), "{row}");
    }
}

/// 7: every row that is written of an answer can be read, holds, and is undone; also without printed numbers.
#[test]
fn own_rows() {
    let bare = |matter: &str, entrustee: &str| json!({"matter": matter, "entrustee": entrustee, "content": format!("{matter}の作業")});
    let recipient = |name: &str, information: &str| json!({"names": name, "uses": format!("{name}の事務"), "information": information});
    let many = |changed: usize, information: &str| -> Value {
        let list = (0..17).map(|index| {
            recipient(&format!("提供先の団体{index}"), if index == changed { information } else { "資格の情報" })
        });
        list.collect()
    };
    let pair = |what, old, new| Pair { what, old, new, edits: &[], rows: 0 };
    goes_back(&[
        pair(
            "the third entrustment without numbers",
            key(&entrusted(&json!([bare("保守", "甲社"), bare("印刷", "乙社"), bare("入力", "丙社")]))),
            key(&entrusted(&json!([bare("保守", "甲社"), bare("印刷", "乙社"), bare("入力", "丁社")]))),
        ),
        pair(
            "the first transfer without numbers",
            all(&transferred(&json!([recipient("税務課", "保険料の額"), recipient("福祉課", "世帯の構成")]))),
            all(&transferred(&json!([recipient("税務課", "保険料及び延滞金の額"), recipient("福祉課", "世帯の構成")]))),
        ),
        pair(
            "the seventeenth provision without numbers",
            key(&provided(&many(16, "資格の情報"))),
            key(&provided(&many(16, "資格及び給付の情報"))),
        ),
        pair(
            "an answer in the second of two sections",
            key(
                &json!({"file_sections": [{"names": "資格ファイル", "retention": {"storage": "庁舎"}}, {"names": "給付ファイル", "retention": {"storage": "庁舎"}}]}),
            ),
            key(
                &json!({"file_sections": [{"names": "資格ファイル", "retention": {"storage": "庁舎"}}, {"names": "給付ファイル", "retention": {"storage": "クラウド"}}]}),
            ),
        ),
        pair(
            "an answer that appears, and one that disappears",
            all(&section(&json!({"acquisition": {"purpose": "資格の管理"}}))),
            all(&stored(&json!("庁舎"))),
        ),
        pair(
            "a system in 様式2",
            basic(&json!({"systems": [{"name": "国保システム"}, {"name": "宛名システム"}]})),
            basic(&json!({"systems": [{"name": "国保システム"}, {"name": "宛名システム"}, {"name": "中間サーバー"}]})),
        ),
    ]);
}

/// 8: no more edits than what changed, and one row for one printed item.
#[test]
fn fewest_edits() {
    let system = |name: &str, functions: &str| json!({"name": name, "functions": functions, "connections": ["tax"]});
    let (a, b, c) =
        (system("甲システム", "資格の管理"), system("乙システム", "賦課の計算"), system("丙システム", "収納の消込"));
    let systems = |list: &[&Value]| key(&json!({"systems": list}));
    let named = |names: &[&str]| {
        let systems: Vec<Value> = names.iter().map(|name| json!({"name": name})).collect();
        basic(&json!({"systems": systems}))
    };
    let numbered = |numbers: [u8; 3]| {
        key(&entrusted(&json!([
            contract(numbers[0], "保守", "点検", "甲社", "専門の知識を要するため"),
            contract(numbers[1], "印刷", "封入", "乙社", "大量の印刷物を扱うため"),
            contract(numbers[2], "入力", "申請書の入力", "丙社", "申請が集中するため"),
        ])))
    };
    holds(&[
        Pair {
            what: "the last becomes the first",
            old: systems(&[&a, &b, &c]),
            new: systems(&[&c, &a, &b]),
            edits: &["moved systems[0] formal: order"],
            rows: 1,
        },
        Pair {
            what: "the first becomes the last",
            old: systems(&[&a, &b, &c]),
            new: systems(&[&b, &c, &a]),
            edits: &["moved systems[2] formal: order"],
            rows: 1,
        },
        Pair {
            what: "two systems change their names",
            old: systems(&[&a, &b, &c]),
            new: systems(&[&system("乙システム", "資格の管理"), &system("甲システム", "賦課の計算"), &c]),
            edits: &["changed systems[0].name ordinary", "changed systems[1].name ordinary"],
            rows: 2,
        },
        Pair {
            what: "two systems of 様式2 get longer names",
            old: named(&["国保システム", "宛名システム"]),
            new: named(&["標準国保システム", "標準宛名システム"]),
            edits: &["changed systems[0].name ordinary", "changed systems[1].name ordinary"],
            // The form has one cell for them.
            rows: 1,
        },
        Pair {
            what: "one of two systems of 様式2 is another",
            old: named(&["国保システム", "宛名システム"]),
            new: named(&["国保システム", "団体内統合基盤"]),
            edits: &["changed systems[1].name ordinary"],
            rows: 1,
        },
        Pair {
            what: "an answer of one of three contracts of one name",
            old: key(&entrusted(
                &json!([{"matter": "保守", "entrustee": "甲社"}, {"matter": "保守", "entrustee": "乙社"}, {"matter": "保守", "entrustee": "丙社"}]),
            )),
            new: key(&entrusted(
                &json!([{"matter": "保守", "entrustee": "甲社"}, {"matter": "保守", "entrustee": "丁社"}, {"matter": "保守", "entrustee": "丙社"}]),
            )),
            edits: &["changed entrustments[1].entrustee ordinary"],
            rows: 1,
        },
        Pair {
            what: "the last contract is gone, and nothing else",
            old: numbered([1, 2, 3]),
            new: key(&entrusted(&json!([
                contract(1, "保守", "点検", "甲社", "専門の知識を要するため"),
                contract(2, "印刷", "封入", "乙社", "大量の印刷物を扱うため"),
            ]))),
            edits: &["removed entrustments[2] material"],
            rows: 1,
        },
    ]);
    let renumbered = difference(&numbered([1, 2, 3]), &numbered([4, 5, 6])).edits().len();
    assert_eq!(renumbered, 3);
}

/// 8: one row for one printed item.
#[test]
fn one_row_for_one_item() {
    let period = |from: &str, to: &str| all(&json!({"procedure": {"opinion_period": {"from": from, "until": to}}}));
    holds(&[Pair {
        what: "both ends of a period, which the form prints as one item",
        old: period("2024-04-01", "2024-04-30"),
        new: period("2025-04-01", "2025-04-30"),
        edits: &["changed procedure.opinion_period.from ordinary", "changed procedure.opinion_period.until ordinary"],
        rows: 1,
    }]);
}

/// 9: the same in another notation is formal, also where the form marks the item.
#[test]
fn notation() {
    let pair = |what, old: Value, new: Value, edits| Pair {
        what,
        old: key(&stored(&old)),
        new: key(&stored(&new)),
        edits,
        rows: 1,
    };
    holds(&[
        pair(
            "half-width kana with marks of voiced sounds",
            json!("ﾃﾞｰﾀｾﾝﾀｰのｻｰﾊﾞﾗｯｸ"),
            json!("データセンターのサーバラック"),
            &["changed retention.storage formal: width"],
        ),
        pair(
            "kana with separate marks of voiced sounds",
            json!("テ\u{3099}ータセンターのハ\u{309A}ソコン"),
            json!("データセンターのパソコン"),
            &["changed retention.storage formal: width"],
        ),
        pair(
            "characters that are not seen",
            json!("庁舎\u{200B}内の\u{2060}書庫"),
            json!("庁舎内の書庫"),
            &["changed retention.storage formal: width"],
        ),
        pair(
            "a paragraph that is wrapped elsewhere",
            json!(["入退室を管理している区画に設置した", "サーバ内に保管し、施錠管理を行う。"]),
            json!(["入退室を管理している区画に", "設置したサーバ内に保管し、施錠管理を行う。"]),
            &["changed retention.storage formal: notation"],
        ),
        pair(
            "commas",
            json!("書庫，電算室，倉庫"),
            json!("書庫、電算室、倉庫"),
            &["changed retention.storage formal: notation"],
        ),
        pair(
            "numerals of an article with a branch",
            json!("番号法第十九条第十四号の規定により保管する庁舎"),
            json!("番号法第19条第14号の規定により保管する庁舎"),
            &["changed retention.storage formal: notation"],
        ),
        pair(
            "two ways at once: width and numerals",
            json!("（番号法　第二十一条の二第二項）庁舎"),
            json!("(番号法第21条の2第2項)庁舎"),
            &["changed retention.storage formal: notation"],
        ),
    ]);
    let known = key(&json!({"other_bodies": "甲市"}));
    let unknown = of_form("key_item", "?", &json!({"other_bodies": "甲市"}));
    holds(&[Pair { what: "an edition becomes known", old: unknown, new: known, edits: &[], rows: 0 }]);
}

mod generated;
