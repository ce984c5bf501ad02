//! The schema, the template and the checklist, compared with the catalogue and the walk.

use std::collections::BTreeMap;

use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::{Field, FieldPath, Item, Materiality, Role, Row, Who, rows};
use mynumber_pia::form::{Checklist, Schema, help_rests_on, template};
use mynumber_pia::validate::{Rule, validate};
use mynumber_pia::value::answer::{AnswerKind, Value as Says};
use mynumber_pia::value::band::PopulationBand;
use mynumber_pia::value::choice::{LinkageState, TransferMethod};
use mynumber_pia::value::kind::{AssessmentKind, Form, FormEdition, Obligation};
use mynumber_pia::{CodeList, Language};
use serde_json::{Value, json};

fn json(schema: Schema) -> Value {
    serde_json::to_value(schema).unwrap()
}

/// Every field of a schema by its path, with `[]` for the entries of a list. Only the first tier of a chain is
/// included.
fn fields(schema: &Value) -> BTreeMap<String, Value> {
    fn read(schema: &Value, part: &Value, above: &str, found: &mut BTreeMap<String, Value>) {
        for (name, field) in part["properties"].as_object().unwrap() {
            let path = if above.is_empty() { name.clone() } else { format!("{above}.{name}") };
            let list = if field["allOf"][0]["$ref"] == "#/$defs/chain" { &schema["$defs"]["chain"] } else { field };
            if field.get("properties").is_some() {
                read(schema, field, &path, found);
            } else if let Some(entry) = list.get("items") {
                read(schema, entry, &format!("{path}[]"), found);
            } else {
                found.insert(path, field.clone());
            }
        }
    }
    let mut found = BTreeMap::new();
    read(schema, schema, "", &mut found);
    found
}

/// Every kind with each of its known editions, and with an unknown one.
fn forms() -> Vec<Form> {
    let known = FormEdition::KNOWN.iter().map(|known| Form::Edition(known.edition));
    AssessmentKind::ALL.iter().map(|kind| Form::EditionUnknown(*kind)).chain(known).collect()
}

/// An empty document that has every field.
fn one_of_each(form: Form) -> Assessment {
    let json = json!({"format": "mynumber-pia", "version": 1, "kind": form.kind(),
        "edition": form.edition().map_or("?".to_string(), |edition| edition.to_string()),
        "systems": [{}], "files": [{}], "file_sections": [{
            "entrustments": [{"chain": [{}]}], "provision": {"provisions": [{}], "transfers": [{}]}
        }], "record_items": [{}], "risks": [{}], "changes": [{}]});
    serde_json::from_value(json).unwrap()
}

/// The requirement of a row, taken from the row and not from the schema.
fn requirement(row: &Row) -> (&'static str, bool) {
    let is_conditional = row.requirement.when.is_some();
    let requirement = match row.requirement.of {
        Who::Everybody if is_conditional => "conditional",
        Who::Everybody => "required",
        Who::Nobody => "voluntary",
        Who::AdministrativeOrgans => "required_of_administrative_organs",
        Who::LocalGovernments => "required_of_local_governments",
    };
    (requirement, is_conditional)
}

#[test]
fn the_schema_of_a_form_says_of_each_field_what_the_catalogue_says() {
    let mut printed = 0;
    for form in forms() {
        let schema = json(Schema::of(form));
        let fields = fields(&schema);
        let mut walked = 0;
        one_of_each(form).walk(|field: &Field<'_>| {
            walked += 1;
            let path = field.path.to_string().replace("[0]", "[]");
            let says = fields.get(&path).unwrap_or_else(|| panic!("{form:?}: no {path}"));
            let key = if field.role == Role::Answer { "x-item" } else { "x-beside" };
            let Some(row) = field.row else {
                assert!(says.get("x-printed").is_none_or(|rows| *rows == json!([])), "{form:?}: {path}");
                return;
            };
            printed += 1;
            assert_eq!(says[key], field.item.code(), "{form:?}: {path}");
            let [row_of_schema] = says["x-printed"].as_array().unwrap().as_slice() else { panic!("{path}: {says}") };
            assert_eq!(
                (&row_of_schema["form"], &row_of_schema["number"], &row_of_schema["label"], &row_of_schema["source"]),
                (&json!(form.kind().form()), &json!(row.number), &json!(row.label), &json!(row.source.evidence)),
            );
            assert_eq!(row_of_schema["material"], row.materiality == Materiality::Material, "{path}");
            assert!(!says["description"].as_str().unwrap().is_empty() && says.get("deprecated").is_none(), "{path}");
            if field.role == Role::Answer {
                let (code, depends) = requirement(row);
                assert_eq!(
                    (&says["title"], &row_of_schema["requirement"]),
                    (&json!(row.label), &json!(code)),
                    "{path}"
                );
                let on = row_of_schema.get("when").or(row_of_schema.get("unless"));
                assert_eq!(on.is_some(), depends, "{path}");
                if let Some(on) = on {
                    assert!(fields.contains_key(on["path"].as_str().unwrap()), "{path}: {on}");
                }
            } else {
                assert!(row_of_schema.get("requirement").is_none(), "{path}");
            }
        });
        // The header, and the parties below a party of a chain.
        assert_eq!(fields.len(), walked + 6 + 1, "{form:?}");
    }
    assert!(printed > 2_000, "{printed}");
}

#[test]
fn the_schema_of_all_forms_has_the_rows_of_each() {
    let all = fields(&json(Schema::ALL));
    let state = &all["linkage.state"]["x-printed"];
    let numbers: Vec<&str> = state.as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["Ⅰ.4.①", "Ⅰ.5.①", "Ⅰ.6.①"]);
    let bases = &all["linkage.bases"]["x-printed"];
    assert_eq!(bases[0]["when"], json!({"path": "linkage.state", "is": "implemented"}));
    assert_eq!((&bases[0]["material"], &bases[2]["material"]), (&json!(false), &json!(true)));
    assert!(all.values().all(|field| field.get("deprecated").is_none()));
    // Each row of the latest editions occurs once.
    let rows_of_schema: usize = all
        .values()
        .filter(|field| field.get("x-item").is_some())
        .map(|field| field["x-printed"].as_array().unwrap().len())
        .sum();
    let latest: usize = AssessmentKind::ALL.iter().map(|kind| rows(*kind, None).count()).sum();
    assert!(rows_of_schema >= latest && rows_of_schema <= latest + 10, "{rows_of_schema} and {latest}");
}

#[test]
fn choices_have_code_label_number_and_meaning() {
    let schema = json(Schema::ALL);
    let choice = &schema["$defs"]["choice_information_linkage"];
    assert_eq!(choice["title"], LinkageState::TERM);
    let of = |choice: LinkageState| json!({"const": choice.code(), "title": choice.label(), "description": choice.meaning(), "x-ordinal": choice.ordinal()});
    assert_eq!(choice["anyOf"][0]["oneOf"], json!(LinkageState::ALL.iter().copied().map(of).collect::<Vec<_>>()));
    assert_eq!(LinkageState::Implemented.meaning(), "The affair uses it.");

    let bands = &schema["$defs"]["count_population_band"]["anyOf"][0]["oneOf"];
    assert_eq!(bands.as_array().unwrap().len(), PopulationBand::ALL.len());
    assert_eq!(bands[2]["const"], PopulationBand::of(10_000).code());
    let boxes = &schema["$defs"]["boxes_transfer_method"]["anyOf"][0]["items"]["anyOf"];
    assert_eq!(boxes[0]["oneOf"].as_array().unwrap().len(), TransferMethod::ALL.len());
    assert_eq!(boxes[1]["enum"][0], format!("{}?", TransferMethod::ALL[0]));
}

/// Every definition that a field refers to exists, and every definition is used.
#[test]
fn references_and_definitions_match() {
    for schema in forms().into_iter().map(Schema::of).chain([Schema::ALL]) {
        let schema = json(schema);
        let text = schema.to_string();
        let names: Vec<&String> = schema["$defs"].as_object().unwrap().keys().collect();
        assert!(names.len() > 60, "{}", names.len());
        for name in names {
            assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{name}");
        }
        for reference in text.split("\"#/$defs/").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(schema["$defs"].get(reference).is_some(), "{reference}");
        }
        // Descriptions come from doc comments, without their markup.
        assert!(!text.contains("](") && !text.contains('`'));
    }
}

#[test]
fn a_template_has_every_printed_field_but_the_boxes() {
    for known in FormEdition::KNOWN {
        let document = template(known.edition);
        let (mut blank, mut boxes) = (0, 0);
        document.walk(|field: &Field<'_>| match (field.role, field.row, field.kind) {
            (Role::Answer, Some(_), AnswerKind::CheckBox | AnswerKind::CheckBoxes) => boxes += 1,
            (Role::Answer, Some(_), _) => {
                assert!(matches!(field.value, Says::Blank), "{}", field.path);
                blank += 1;
            }
            (Role::Answer, None, _) | (Role::Beside, ..) => {
                assert!(!field.value.is_given());
            }
        });
        let changes =
            rows(known.edition.kind(), Some(known.edition)).filter(|row| row.item.code().starts_with("change")).count();
        let all = rows(known.edition.kind(), Some(known.edition)).count();
        assert_eq!(blank + boxes, all - changes, "{}", known.edition);
        // Only missing items are reported.
        let report = validate(&document, document.own_day().unwrap_or(chrono::NaiveDate::MIN));
        let others: Vec<_> = report
            .iter()
            .filter(|found| !matches!(found.rule, Rule::RequiredItem | Rule::ProvisionNotStated))
            .collect();
        assert!(others.is_empty(), "{}: {others:?}", known.edition);
    }
}

#[test]
fn a_checklist_has_every_item_in_the_order_of_the_form() {
    for known in FormEdition::KNOWN {
        let edition = known.edition;
        let list = Checklist::of(edition).to_string();
        let items: Vec<&str> = list.lines().filter_map(|line| line.strip_prefix("- [ ] ")).collect();
        let rows: Vec<&Row> = rows(edition.kind(), Some(edition)).collect();
        assert_eq!(items.len(), rows.len(), "{edition}");
        let schema = fields(&json(Schema::of(Form::Edition(edition))));
        for (item, row) in items.iter().zip(rows) {
            let mark = if row.materiality == Materiality::Material { " ※" } else { "" };
            let start = format!("{} {}{mark} `", row.number, row.label);
            let rest = item.strip_prefix(&start).unwrap_or_else(|| panic!("{item} does not begin with {start}"));
            let (path, rest) = rest.split_once("`: ").unwrap();
            assert_eq!(schema[path]["x-item"], row.item.code());
            assert!(
                rest.contains('。') && !rest.ends_with('。') && !rest.contains("「」") && !rest.contains("``"),
                "{item}"
            );
        }
    }
}

#[test]
fn a_checklist_says_what_is_required_and_allowed() {
    let list = |edition: &str| Checklist::of(edition.parse().unwrap()).to_string();
    let (basic, all) = (list("form_2_2024_10"), list("form_4_2018_05"));
    let rests_on = help_rests_on(Language::Japanese);
    let number = Item::AssessmentNumber.help(Language::Japanese);
    assert!(basic.starts_with(&format!(
        "# 基礎項目評価書（令和6年10月 様式2）の記入項目\n\n{rests_on}\n\n## 表紙\n\n- [ ] 表紙 評価書番号 `cover.number`: 必須。文字列\n  {number}\n"
    )));
    for line in [
        "- [ ] Ⅰ.4.② 法令上の根拠 `linkage.bases`: `linkage.state` が「実施する」のとき必須。文字列、又は文字列の一覧",
        "- [ ] Ⅰ.9 適用した `rule_9.applied`: 任意。該当するときは `ticked`、該当しないときは記入しない",
        "- [ ] Ⅰ.9 適用した理由 `rule_9.reason`: `rule_9.applied` が○のとき必須。文字列、又は文字列の一覧",
        "- [ ] Ⅳ.8 判断の根拠 `risk.manual_work.grounds`: `risk.manual_work.none` が○でないとき必須。文字列、又は文字列の一覧",
        "- [ ] Ⅳ.9 実施の有無 `risk.audits`: 必須。該当するものの一覧: `self_inspection`（自己点検）、`internal`（内部監査）、`external`（外部監査）",
        "- [ ] 変更箇所 変更日 `changes[].date`: 必須。日付（`2024-12-06`、`2015-10`、`2019`）",
    ] {
        assert!(basic.lines().any(|own| own == line), "{line}");
    }
    // Below the name of an entrustee, and only there, are the fields that describe it.
    let name = "- [ ] Ⅱ.4.委託事項.⑥ 委託先名 `file_sections[].entrustments[].entrustee`: 必須。";
    let (_, below) = all.split_once(name).unwrap();
    let fields: Vec<&str> = below.lines().skip(2).take_while(|line| line.starts_with("  - ")).collect();
    let chain = "`file_sections[].entrustments[].chain[]";
    assert_eq!(fields[0], format!("  - 名称 {chain}.name`: 任意。文字列"));
    assert_eq!(fields[1], format!("  - 行う業務 {chain}.matter`: 任意。文字列、又は文字列の一覧"));
    assert!(fields[2].starts_with(&format!("  - 取扱者数 {chain}.handlers`: 任意。`under_10`（10人未満）、")));
    assert_eq!(fields[3..], [format!("  - 再委託先 {chain}.re_entrustees[]`: 任意。委託先と同じ項目の一覧")]);
    assert_eq!(all.matches("  - 再委託先 ").count(), 1);
    assert_eq!(all.matches(".chain[].name`").count(), 1);
    assert!(!basic.contains("  - 再委託先 "));
    for part in [
        "`file_sections[].entrustment_count`: `file_sections[].entrustment` が「委託する」のとき必須。数（`3`）",
        "に「その他」があるとき必須。",
        "行政機関等は必須。",
        "地方公共団体等は必須。",
        "のときは記入しない。",
        "文字列、又は of・since・frequency の一覧",
        " ※ `file_sections[].outline.kind`",
    ] {
        assert!(all.contains(part), "{part}");
    }
}

/// What a checklist offers can be loaded and is not reported; a choice of the same list that it does not offer is reported.
#[test]
fn a_checklist_offers_what_the_edition_accepts() {
    let not_offered = |document: &Assessment| {
        let report = validate(document, "2026-11-01".parse().unwrap());
        report.iter().any(|found| matches!(found.rule, Rule::BandNotOffered | Rule::ResultNotOffered))
    };
    let (mut offered, mut left_out) = (0, BTreeMap::new());
    for known in FormEdition::KNOWN {
        let edition = known.edition;
        let list = Checklist::of(edition).to_string();
        for line in list.lines().filter_map(|line| line.strip_prefix("- [ ] ")) {
            let (_, rest) = line.split_once(" `").unwrap();
            let (path, rest) = rest.split_once("`: ").unwrap();
            let (_, rest) = rest.split_once('。').unwrap();
            if !rest.contains("のいずれか") && !rest.contains("一覧: ") {
                continue;
            }
            let path: FieldPath = path.replace("[]", "[0]").parse().unwrap();
            // The examples of counts and ranges begin with a digit.
            let codes = rest.split('`').skip(1).step_by(2);
            let codes: Vec<&str> = codes.filter(|code| !code.starts_with(|c: char| c.is_ascii_digit())).collect();
            assert!(codes.len() > 1, "{line}");
            let put = |code: &str| {
                let mut document = template(edition);
                document.put(&path, code).unwrap_or_else(|error| panic!("{edition} {path} {code}: {error}"));
                let saved = serde_json::to_string(&document).unwrap();
                assert_eq!(serde_json::from_str::<Assessment>(&saved).unwrap(), document);
                not_offered(&document)
            };
            for code in &codes {
                offered += 1;
                assert!(!put(code), "{edition} {path} {code}");
            }
            let all: Vec<&str> = match path.to_string().as_str() {
                "population" => PopulationBand::ALL.iter().map(|band| band.code()).collect(),
                "threshold.result" => Obligation::ALL.iter().map(|result| result.code()).collect(),
                _ => continue,
            };
            for code in all.into_iter().filter(|code| !codes.contains(code)) {
                assert!(put(code), "{edition} {path} {code}");
                left_out.entry(edition.kind()).or_insert_with(Vec::new).push(code);
            }
        }
    }
    assert!(offered > 500, "{offered}");
    let of_key = ["at_least_300000", "basic_item_and_all_item"];
    let editions = FormEdition::KNOWN.iter().filter(|known| known.edition.kind() == AssessmentKind::KeyItem).count();
    assert_eq!(left_out, BTreeMap::from([(AssessmentKind::KeyItem, of_key.repeat(editions))]));
}

#[test]
fn a_party_that_contains_parties_ends_the_search_for_printed_items() {
    for known in FormEdition::KNOWN {
        let is_printed = known.edition.kind() != AssessmentKind::BasicItem;
        let schema = json(Schema::of(Form::Edition(known.edition)));
        let sections = &schema["properties"]["file_sections"];
        let chain = &sections["items"]["properties"]["entrustments"]["items"]["properties"]["chain"];
        // 様式2 prints nothing of the sections, so it says nothing about what is in them.
        let says = [sections["deprecated"] == true, chain["description"].is_string()];
        assert_eq!(says, [!is_printed, is_printed], "{}", known.edition);
        assert!(chain["deprecated"].is_null(), "{}", known.edition);
        // If nothing of a part is printed, the check looks through everything that is in the part.
        let document = json!({
            "format": "mynumber-pia", "version": 1, "kind": known.edition.kind(), "edition": known.edition,
            "file_sections": [{"entrustments": [{
                "matter": "保守", "entrustee": "甲社",
                "chain": [{"name": "甲社", "re_entrustees": [{"name": "乙社", "re_entrustees": [{"name": "丙社"}]}]}],
            }]}],
        });
        let document: Assessment = serde_json::from_value(document).unwrap();
        let report = validate(&document, "2026-11-01".parse().unwrap());
        let found = report.iter().filter(|finding| finding.rule == Rule::ItemNotPrinted);
        let paths: Vec<String> = found.map(|finding| finding.location.path.to_string()).collect();
        let expected: &[&str] = if is_printed { &[] } else { &["file_sections"] };
        assert_eq!(paths, expected, "{}", known.edition);
    }
}
