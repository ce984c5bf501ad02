//! 公表: what is withheld occurs nowhere in what is published, and nothing else is lost.

use crate::nowhere::{check, published_texts};
use crate::support::PUBLISHED;

use mynumber_pia::catalogue::{Field, FieldPath};
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::publication::withhold;
use mynumber_pia::value::answer::Value;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Assessment, AssessmentKind, Language};

fn published() -> impl Iterator<Item = Assessment> {
    PUBLISHED.iter().map(|json| serde_json::from_str(json).unwrap())
}

const MANAGEMENT: WithholdingGround = WithholdingGround::ProperManagement;
const CRIME: WithholdingGround = WithholdingGround::CriminalInvestigation;

fn path(text: &str) -> FieldPath {
    text.parse().unwrap()
}

/// Each text of the five documents, one after the other in steps, so that every kind of field is met.
#[test]
fn what_is_withheld_is_nowhere() {
    for document in published() {
        let ground = if document.kind() == AssessmentKind::BasicItem { CRIME } else { MANAGEMENT };
        let mut paths = Vec::new();
        document.walk(|field: &Field<'_>| {
            if field.value.is_given() {
                paths.push(field.path.to_owned());
            }
        });
        for first in 0..12 {
            let step = paths.len() / 5 + 1;
            let some: Vec<_> = paths.iter().skip(first * 7).step_by(step).map(|path| (path.clone(), ground)).collect();
            check(&document, &some);
        }
    }
}

#[test]
fn a_whole_part() {
    let document = published().next().unwrap();
    let withheld = check(&document, &[(path("file_sections[0].entrustments[0]"), MANAGEMENT)]);
    let own = withheld.fields.iter().filter(|field| field.because_of.is_none());
    assert!(own.clone().all(|field| field.path.to_string().starts_with("file_sections[0].entrustments[0].")));
    assert!(own.count() > 8);
    // The same company is entrusted in other sections. Its name is withheld there too.
    assert!(withheld.fields.iter().any(|field| field.path.to_string() == "file_sections[1].entrustments[0].entrustee"));
}

/// A formula of a change table is no secret, so other rows keep it.
#[test]
fn formulas_of_the_change_table() {
    let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "affair": {"name": "介護保険に関する事務"},
        "file_sections": [{"names": "介護ファイル", "retention": {"storage": "第二センター"}}],
        "changes": [{"items": "Ⅱ6．保管場所", "before": "追加", "after": ["（略）", "第二センター"]},
            {"items": "Ⅰ６．②所属長の役職名", "before": "追加", "after": ["（略）", "乙課長"]}]}"#;
    let document: Assessment = serde_json::from_str(json).unwrap();
    let withheld = check(&document, &[(path("file_sections[0].retention.storage"), MANAGEMENT)]);
    assert_eq!(withheld.document.changes[1], document.changes[1]);
    assert!(withheld.document.changes[0].before.value().to_string().ends_with("により非公表）"));
}

/// A single character occurs in many words, so other answers keep it; two are looked for.
#[test]
fn single_characters_stay() {
    let of = |storage: &str| {
        let json = format!(
            r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
            "file_sections": [{{"names": "介護ファイル",
                "retention": {{"storage": "{storage}", "erasure": "甲乙の棟で消去する。"}}}}]}}"#
        );
        let document: Assessment = serde_json::from_str(&json).unwrap();
        let parts = [(path("file_sections[0].retention.storage"), MANAGEMENT)];
        let withheld = withhold(&document, Occasion::Publication, None, &parts).unwrap();
        withheld.document.file_sections[0].retention.erasure.value().to_string()
    };
    assert_eq!(of("甲"), "甲乙の棟で消去する。");
    assert_eq!(of("甲乙"), "（非公表）の棟で消去する。");
}

/// A row that reports a change of a withheld answer or quotes one keeps its day and its item, and loses what it quotes.
#[test]
fn rows_of_the_change_table() {
    let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "affair": {"name": "介護保険に関する事務"},
        "file_sections": [{"names": "介護ファイル", "retention": {"storage": "第二データ　センター"}}],
        "changes": [
            {"date": "2024-04-01", "items": "Ⅱ6．保管場所", "before": "本庁舎の地下", "after": "第二データセンター", "reason": "移転"},
            {"date": "2024-04-01", "items": "Ⅰ６．②所属長の役職名", "before": "甲課長", "after": "乙課長（第二　データセンター内）"}]}"#;
    let document: Assessment = serde_json::from_str(json).unwrap();
    let storage = path("file_sections[0].retention.storage");
    let withheld = check(&document, &[(storage.clone(), MANAGEMENT)]);
    let sentence = "（規則第6条第3項（第10条第2項を準用）により非公表）";
    let said = |index: usize| {
        let row = &withheld.document.changes[index];
        [row.date.value().to_string(), row.before.value().to_string(), row.after.value().to_string()]
    };
    assert_eq!(said(0), ["令和6年4月1日", sentence, sentence].map(String::from));
    assert_eq!(said(1), ["令和6年4月1日", sentence, sentence].map(String::from));
    let because: Vec<_> =
        withheld.fields.iter().map(|field| (field.path.to_string(), field.because_of.clone())).collect();
    assert_eq!(
        because,
        [
            (storage.to_string(), None),
            ("changes[0].before".into(), Some(storage.clone())),
            ("changes[0].after".into(), Some(storage.clone())),
            ("changes[1].before".into(), Some(storage.clone())),
            ("changes[1].after".into(), Some(storage)),
        ]
    );
}

#[test]
fn an_answer_that_is_no_text_is_not_shown() {
    let document = published().nth(2).unwrap();
    let population = path("population");
    let withheld = check(&document, &[(population.clone(), MANAGEMENT)]);
    assert!(matches!(withheld.document.population.value(), Value::NotKnown));
    let page = &published_texts(&withheld)[1];
    let at = page.find("id=\"population\"").unwrap();
    let row: String = page[at..].chars().take(900).collect();
    assert!(row.contains("（規則第6条第3項（第10条第2項を準用）により非公表）"), "{row}");
}

#[test]
fn what_may_not_be_withheld() {
    let document = published().nth(3).unwrap();
    let refuse = |occasion, body, path_: &str, ground| {
        let error = withhold(&document, occasion, body, &[(path(path_), ground)]).unwrap_err();
        (error.text(Language::Japanese), error.text(Language::English))
    };
    assert_eq!(
        refuse(Occasion::Publication, None, "department.name", MANAGEMENT),
        (
            "department.name（Ⅰ.5.① 部署）：基礎項目評価の公表では、特定個人情報の適切な管理への著しい支障（proper_management）を理由に非公表とすることができない。\
             できるのはcriminal_investigation (犯罪の捜査等)"
                .into(),
            "department.name (Ⅰ.5.① 部署): basic_item on this occasion (公表) may not be withheld on the ground proper_management \
             (特定個人情報の適切な管理への著しい支障): expected criminal_investigation (犯罪の捜査等)"
                .into()
        )
    );
    assert_eq!(
        refuse(Occasion::Announcement, None, "department.name", CRIME),
        (
            "department.name（Ⅰ.5.① 部署）：基礎項目評価の意見を求める公示では、何も非公表とすることができない".into(),
            "department.name (Ⅰ.5.① 部署): nothing may be withheld from basic_item on this occasion (意見を求める公示)"
                .into()
        )
    );
    assert_eq!(
        refuse(Occasion::Correction, None, "rule_9.reason", MANAGEMENT),
        (
            "rule_9.reason（Ⅰ.9 適用した理由）：記載がない".into(),
            "rule_9.reason (Ⅰ.9 適用した理由): the document has no answer here".into()
        )
    );
    // The whole document: only for the investigation of crimes.
    let all = FieldPath::default();
    let small: Assessment = serde_json::from_str(
        r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10", "affair": {"name": "甲"}}"#,
    )
    .unwrap();
    let error = withhold(&small, Occasion::Publication, None, &[(all.clone(), MANAGEMENT)]).unwrap_err();
    assert_eq!(
        [error.text(Language::Japanese), error.text(Language::English)],
        [
            "評価書の記載の全部に当たる。特定個人情報の適切な管理への著しい支障（proper_management）を理由とするときは、一部に限る",
            "this is every answer of the document, and on the ground proper_management (特定個人情報の適切な管理への著しい支障) only a part may be withheld",
        ]
    );
    let whole = withhold(&small, Occasion::Publication, Some(BodyKind::AdministrativeOrgan), &[(all, CRIME)]).unwrap();
    assert!(whole.document.affair.name.value().to_string().ends_with("により非公表）"));
}
