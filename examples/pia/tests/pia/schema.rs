//! `pia schema` and `pia template`, which help to write a document by hand.

use crate::support::{self, Answer};
use mynumber_pia::assessment::Assessment;
use mynumber_pia::form::{Checklist, template};
use mynumber_pia::value::kind::{AssessmentKind, FormEdition};
use serde_json::Value;

/// The output of a command, which must succeed.
#[track_caller]
fn written(command: &str, arguments: &[&str]) -> String {
    let Answer { code, out, err } = support::run(command, arguments, b"");
    assert_eq!((code, err.as_str()), (0, ""), "{command} {arguments:?}");
    out
}

fn schema(arguments: &[&str]) -> Value {
    serde_json::from_str(&written("schema", arguments)).unwrap()
}

#[test]
fn a_schema_is_of_every_form_or_of_one() {
    let kinds = |schema: &Value| schema["properties"]["kind"]["anyOf"][0]["oneOf"].as_array().unwrap().len();
    let all = schema(&[]);
    assert_eq!((all["title"].as_str(), kinds(&all)), (Some("特定個人情報保護評価書"), 3));
    let kind = schema(&["basic_item"]);
    assert_eq!((kind["title"].as_str(), kinds(&kind)), (Some("基礎項目評価書（様式2）"), 1));
    assert_eq!(schema(&["基礎項目評価書"]), kind);
    let edition = schema(&["form_2_2024_10"]);
    assert_eq!(edition["title"], "基礎項目評価書（令和6年10月 様式2）");
    assert_eq!(edition["properties"]["edition"]["anyOf"][0]["oneOf"][0]["const"], "form_2_2024_10");
    assert_eq!(schema(&["[令和６年10月　様式２]"]), edition);
}

#[test]
fn a_template_can_be_loaded_and_has_every_field_that_takes_text() {
    for known in FormEdition::KNOWN {
        let code = known.edition.to_string();
        let document: Assessment = serde_json::from_str(&written("template", &[&code])).unwrap();
        assert_eq!(document, template(known.edition));
    }
    // The boxes too, of which one group is required.
    let json: Value = serde_json::from_str(&written("template", &["basic_item"])).unwrap();
    assert_eq!((&json["risk"]["audits"], &json["risk"]["no_entrustment"]), (&Value::Array(Vec::new()), &"".into()));
    let checked = support::run("validate", &["-"], written("template", &["basic_item"]).as_bytes());
    assert!(checked.out.contains("error required_item Ⅳ.9 risk.audits "), "{}", checked.out);
    // The latest edition of a form.
    let latest = FormEdition::latest(AssessmentKind::KeyItem).unwrap().label();
    assert_eq!(written("template", &["key_item"]), written("template", &[&latest]));
}

#[test]
fn a_checklist_is_that_of_the_library() {
    for kind in AssessmentKind::ALL {
        let edition = FormEdition::latest(*kind).unwrap();
        let list = Checklist::of(edition).to_string();
        assert_eq!(written("template", &[&edition.to_string(), "--checklist"]), list);
        assert_eq!(written("template", &["--checklist", kind.code()]), list);
    }
}

#[test]
fn help_says_what_is_possible() {
    let help = "\
the JSON Schema (2020-12) of an assessment, with labels, printed numbers and requirements

Usage: pia schema [OPTIONS] [EDITION]

Arguments:
  [EDITION]  a known edition by its code (form_2_2024_10) or printed tag (令和6年10月 様式2), or a kind (basic_item, key_item, all_item); without it, the schema for all forms

Options:
      --lang <LANGUAGE>  ja (the default) or en
  -h, --help             Print this help and exit

exit status: 0 success; 2 unusable options
";
    assert_eq!(written("schema", &["--help", "--lang", "en"]), help);
    assert_eq!(written("schema", &["--lang=en", "-h", "form_2_2024_10"]), help);
    let help = "\
an assessment to start from, with every field that the form prints (ひな型)

Usage: pia template [OPTIONS] <EDITION>

Arguments:
  <EDITION>  a known edition by its code (form_2_2024_10) or printed tag (令和6年10月 様式2), or a kind (basic_item, key_item, all_item) for its latest known edition. A box without a tick is \"\" or []; for a tick, write \"ticked\" or the code of the choice

Options:
      --checklist        every item as Markdown instead of the document: number, label, ※, path, requirement, allowed values
      --lang <LANGUAGE>  ja (the default) or en
  -h, --help             Print this help and exit

exit status: 0 success; 2 unusable options
";
    assert_eq!(written("template", &["--help", "--lang", "en"]), help);
}
