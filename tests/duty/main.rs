//! The tests of `src/duty`, through the public API: the duties and what may be withheld, compared with tables written from the
//! law; and every provision that they cite.

#[path = "../support/mod.rs"]
mod support;

use crate::support::tsv;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mynumber_pia::Language;
use mynumber_pia::duty::{
    Action, Consulted, DUTIES, Deadline, Duty, Event, Force, NO_MATERIAL_CHANGE, ONLY_WHAT_CHANGED, Occasion,
    PUBLICATION_IS_NOTICE, QUESTIONS, WITHHOLDINGS, WithholdingGround, duties, withholdings,
};
use mynumber_pia::law::{Citation, Number, Place, StatutoryBasis};
use mynumber_pia::threshold::{Exemption, TABLE};
use mynumber_pia::value::kind::{AssessmentKind, BodyKind};
use mynumber_pia::value::source::{Certainty, Source};

/// The rows of a file, without its header.
const KINDS: [(AssessmentKind, char); 3] =
    [(AssessmentKind::BasicItem, '基'), (AssessmentKind::KeyItem, '重'), (AssessmentKind::AllItem, '全')];
const BODIES: [(BodyKind, char); 2] = [(BodyKind::AdministrativeOrgan, '行'), (BodyKind::LocalGovernment, '地')];

fn letter(kind: Option<AssessmentKind>) -> String {
    kind.map(|kind| KINDS.iter().find(|(other, _)| *other == kind).unwrap().1.to_string()).unwrap_or_default()
}

fn cells_of(duty: &Duty) -> [String; 6] {
    [
        letter(duty.document),
        duty.action.to_string(),
        duty.deadline.to_string(),
        duty.force.to_string(),
        duty.source.citation.to_string(),
        duty.source.certainty.to_string(),
    ]
}

#[test]
fn the_duties_at_every_event_are_those_of_the_table() {
    let table = tsv(include_str!("../data/duties.tsv"));
    let mut seen = 0;
    for event in Event::ALL {
        for (kind, affair) in KINDS {
            for (body, by) in BODIES {
                let rows =
                    table.iter().filter(|row| row[0] == event.code() && row[1].contains(affair) && row[2].contains(by));
                let expected: Vec<Vec<&str>> = rows.map(|row| row[3..].to_vec()).collect();
                let duties: Vec<[String; 6]> = duties(*event, kind, Some(body)).map(cells_of).collect();
                // The steps of each document are in order. Between documents, only the provisions are in order.
                let steps = |rows: &[Vec<String>], document: &str| -> Vec<Vec<String>> {
                    rows.iter().filter(|row| row[0] == document).cloned().collect()
                };
                let owned = |row: &[&str]| row.iter().map(ToString::to_string).collect::<Vec<_>>();
                let expected: Vec<Vec<String>> = expected.iter().map(|row| owned(row)).collect();
                let duties: Vec<Vec<String>> = duties.into_iter().map(|row| row.to_vec()).collect();
                assert_eq!(duties.len(), expected.len(), "{event} {kind} {body}");
                for document in ["", "基", "重", "全"] {
                    assert_eq!(steps(&duties, document), steps(&expected, document), "{event} {kind} {body}");
                }
                seen += duties.len();
            }
        }
    }
    // Each line of the table counts once for every affair and kind of body that it names.
    let cells = |row: &Vec<&str>| row[1].chars().count() * row[2].chars().count();
    assert_eq!(seen, table.iter().map(cells).sum::<usize>());
}

#[test]
fn a_body_that_is_not_known_has_the_duties_of_both() {
    for event in Event::ALL {
        for (kind, _) in KINDS {
            let of = |body: Option<BodyKind>| duties(*event, kind, body).collect::<Vec<_>>();
            let (both, organs, local) =
                (of(None), of(Some(BodyKind::AdministrativeOrgan)), of(Some(BodyKind::LocalGovernment)));
            assert!(organs.iter().chain(&local).all(|duty| both.contains(duty)), "{event} {kind}");
            assert!(both.iter().all(|duty| organs.contains(duty) || local.contains(duty)), "{event} {kind}");
            // The kind of body matters only for the all-item assessment.
            assert!(kind == AssessmentKind::AllItem || organs == local, "{event} {kind}");
        }
    }
}

#[test]
fn what_may_be_withheld_is_what_the_table_says() {
    let table = tsv(include_str!("../data/withholdings.tsv"));
    let mut seen = 0;
    for occasion in Occasion::ALL {
        for (kind, document) in KINDS {
            for (body, by) in BODIES {
                let rows = table
                    .iter()
                    .filter(|row| row[0] == occasion.code() && row[1].contains(document) && row[2].contains(by));
                let expected: Vec<[&str; 2]> = rows.map(|row| [row[3], row[4]]).collect();
                let withheld: Vec<[&str; 2]> = withholdings(*occasion, kind, Some(body))
                    .map(|row| [row.ground.code(), row.source.citation])
                    .collect();
                assert_eq!(withheld, expected, "{occasion} {kind} {body}");
                seen += withheld.len();
            }
        }
    }
    assert_eq!(seen, table.iter().map(|row| row[2].chars().count()).sum::<usize>());
    assert_eq!(WITHHOLDINGS.len(), table.len());
    // Parts can be withheld because of how the information is managed, but not of a basic-item assessment that is
    // published for the first time.
    let manages = |occasion, kind| {
        withholdings(occasion, kind, None)
            .any(|row| row.ground == WithholdingGround::ProperManagement && !row.ground.allows_whole())
    };
    assert!(!manages(Occasion::Publication, AssessmentKind::BasicItem));
    assert!(manages(Occasion::Correction, AssessmentKind::BasicItem));
    assert!(manages(Occasion::Publication, AssessmentKind::KeyItem));
    assert!(WithholdingGround::CriminalInvestigation.allows_whole());
}

/// What is cited although its text was read in part or not at all.
const UNREAD: [&str; 5] = [
    "指針",
    "指針第5の3",
    "様式4の記載要領",
    "平成27年特定個人情報保護委員会規則第5号",
    "平成27年特定個人情報保護委員会規則第5号第2条",
];

/// Every source of the tables.
fn sources() -> impl Iterator<Item = (&'static Source, Option<NaiveDate>)> {
    let duties = DUTIES.iter().map(|row| (&row.source, row.state));
    let withholdings = WITHHOLDINGS.iter().map(|row| (&row.source, row.state));
    let others = [
        (&NO_MATERIAL_CHANGE, NaiveDate::from_ymd_opt(2025, 4, 1)),
        (&ONLY_WHAT_CHANGED, NaiveDate::from_ymd_opt(2025, 4, 1)),
        (&PUBLICATION_IS_NOTICE, NaiveDate::from_ymd_opt(2025, 9, 24)),
    ];
    let of_deadlines = DUTIES.iter().filter_map(|row| Some((row.deadline_source.as_ref()?, None)));
    duties.chain(of_deadlines).chain(withholdings).chain(others)
}

/// The text of each article, by law and number: 規則 from a page with headings, 番号法 with one paragraph or item on a line.
fn articles() -> BTreeMap<(&'static str, String), String> {
    let mut articles: BTreeMap<(&str, String), String> = BTreeMap::new();
    for (law, file) in
        [("規則", include_str!("../data/law/rules.md")), ("番号法", include_str!("../data/law/act-articles.txt"))]
    {
        let mut article = None;
        for line in file.lines() {
            let heading =
                line.strip_prefix("## ").or_else(|| line.starts_with('第').then(|| line.split('　').next())?);
            if let Some(number) = heading.and_then(|heading| format!("{law}{heading}").parse::<Citation>().ok()) {
                article = number.locator().place().and_then(Place::article_number).map(|number| number.to_string());
            }
            if let Some(article) = &article {
                articles.entry((law, article.clone())).or_default().push_str(&line.replace("**", ""));
            }
        }
    }
    articles
}

/// Every quotation 「…」 from the rules and from the Act is found in one of the articles that the row cites. 「…」 leaves
/// something out.
#[test]
fn every_quotation_is_found_in_its_article() {
    let articles = articles();
    assert_eq!(articles.len(), 17 + 4);
    let exemptions = Exemption::ALL
        .iter()
        .flat_map(|exemption| [None, Some(BodyKind::LocalGovernment)].map(|body| exemption.source_for(body)));
    let rows = TABLE.iter().map(|row| row.source).chain(exemptions);
    let mut found = 0;
    for source in sources().map(|(source, _)| *source).chain(rows) {
        let is_of_act = source.citation.starts_with("番号法");
        if !is_of_act && !source.citation.starts_with("規則") {
            assert!(!source.evidence.contains('「'), "{source}: whose words are these?");
            continue;
        }
        let basis = StatutoryBasis::read(source.citation);
        let cited: Vec<&String> = basis
            .citations()
            .filter_map(|citation| {
                let law = citation.law().map_or(if is_of_act { "番号法" } else { "規則" }, |law| law.name());
                let article = citation.locator().place()?.article_number()?.to_string();
                articles.iter().find(|((of, number), _)| *of == law && *number == article).map(|(_, text)| text)
            })
            .collect();
        assert!(!cited.is_empty(), "{source}");
        for quoted in source.evidence.split('「').skip(1) {
            let quoted = quoted.split('」').next().unwrap();
            let is_in = |article: &&String| {
                quoted
                    .split('…')
                    .try_fold(0, |from, part| Some(from + article[from..].find(part)? + part.len()))
                    .is_some()
            };
            assert!(cited.iter().any(is_in), "{}: 「{quoted}」", source.citation);
            found += 1;
        }
        // What is confirmed is shown by its words, or says that the article itself was read.
        let is_shown = source.evidence.contains('「') || source.evidence.starts_with("text of the rules");
        assert!(is_shown || source.certainty != Certainty::Confirmed, "{source}");
    }
    assert!(found > 120, "{found}");
    // A quotation of another article is not found.
    let of_article_15 = &articles[&("規則", "15".to_string())];
    assert!(of_article_15.contains("一定期間を経過するごとに") && !of_article_15.contains("遅滞なく"));
}

#[test]
fn every_provision_that_is_cited_exists() {
    let provisions = tsv(include_str!("../data/law/provisions.tsv"));
    let dashed =
        |number: Number| number.branches().fold(number.main().to_string(), |text, branch| format!("{text}-{branch}"));
    let mut cited = 0;
    for (source, _) in sources() {
        // Texts that were not read as a whole.
        if UNREAD.contains(&source.citation) {
            continue;
        }
        let basis = StatutoryBasis::read(source.citation);
        assert!(!basis.found().is_empty(), "{}", source.citation);
        for (index, citation) in basis.citations().enumerate() {
            let act = source.citation.starts_with("番号法");
            let law = if act { "番号法" } else { "規則" };
            assert!(citation.law().is_none_or(|other| other.name() == law), "{citation}");
            let place = citation.locator().place().unwrap();
            let article = dashed(place.article_number().unwrap());
            let paragraph = place.paragraph_number().map_or("1".into(), dashed);
            let found = provisions.iter().find(|row| row[..3] == [law, &article, &paragraph]);
            let found = found.unwrap_or_else(|| panic!("{citation} of {} does not exist", source.citation));
            // A paragraph with two sentences has 前段 and 後段. An article with one paragraph can be cited without it.
            let halves = index == 0 && (source.citation.ends_with("前段") || source.citation.ends_with("後段"));
            assert!(!halves || found[3] == "2", "{}", source.citation);
            let paragraphs = provisions.iter().filter(|row| row[..2] == [law, &article]).count();
            assert!(place != Place::article(place.article_number().unwrap()) || paragraphs == 1, "{citation}");
            cited += 1;
        }
    }
    assert!(cited > 90, "{cited}");
}

#[test]
fn every_row_says_how_sure_it_is_and_of_which_day() {
    for (source, state) in sources() {
        assert!(!source.evidence.is_empty(), "{source}");
        let day = match source.citation {
            citation if citation.starts_with("規則") => NaiveDate::from_ymd_opt(2025, 4, 1),
            citation if citation.starts_with("番号法") => NaiveDate::from_ymd_opt(2025, 9, 24),
            other => {
                assert!(UNREAD.contains(&other), "{other}");
                None
            }
        };
        assert_eq!(state, day, "{source}");
        // A statement that was not read in the law is not confirmed.
        assert!(day.is_some() || source.certainty != Certainty::Confirmed, "{source}");
        assert!(!source.citation.starts_with("規則") || source.citation_certainty == Certainty::Confirmed);
    }
    let partly: BTreeSet<&str> = sources()
        .filter(|(source, _)| source.certainty == Certainty::PartlyConfirmed)
        .map(|(source, _)| source.citation)
        .collect();
    assert_eq!(
        partly.into_iter().collect::<Vec<_>>(),
        [
            "平成27年特定個人情報保護委員会規則第5号",
            "平成27年特定個人情報保護委員会規則第5号第2条",
            "指針",
            "指針第5の3",
            "様式4の記載要領",
            "番号法第29条の4第1項",
            "番号法第29条の4第1項、第2項"
        ]
    );
    assert!(sources().all(|(source, _)| source.certainty != Certainty::Unconfirmed));
    // Everything about an affair that needed no assessment before is deduced.
    for duty in DUTIES {
        assert!(!duty.events.contains(&Event::RiseFromNone) || duty.source.certainty == Certainty::Deduced, "{duty}");
    }
    let deduced = sources().filter(|(source, _)| source.certainty == Certainty::Deduced).count();
    assert_eq!(deduced, 15 + 5 + 2 + 1 + 1);
}

#[test]
fn who_is_asked_for_an_opinion() {
    for duty in DUTIES {
        let expected = match (duty.action, duty.body) {
            (Action::SeekOpinions, Some(BodyKind::LocalGovernment)) => Some(Consulted::Residents),
            (Action::SeekOpinions, _) => Some(Consulted::Citizens),
            (Action::ThirdPartyReview, _) => Some(Consulted::Experts),
            (Action::ObtainApproval, _) => Some(Consulted::Commission),
            _ => None,
        };
        assert_eq!(duty.consulted, expected, "{duty}");
    }
    for party in Consulted::ALL {
        assert!(DUTIES.iter().any(|duty| duty.consulted == Some(*party)), "{party}");
    }
}

#[test]
fn questions_are_no_duties() {
    let mut codes = BTreeSet::new();
    for question in QUESTIONS {
        assert!(codes.insert(question.code), "{question:?}");
        assert!(question.text.ends_with('か'), "{question:?}");
        assert_ne!(question.readings[0], question.readings[1]);
        // Its provisions exist.
        let articles = articles();
        for citation in StatutoryBasis::read(question.provision).citations() {
            let article = citation.locator().place().unwrap().article_number().unwrap().to_string();
            let law = citation.law().map_or("規則", |law| law.name());
            assert!(articles.contains_key(&(law, article)), "{citation}");
        }
    }
    assert!(codes.contains("rise_from_none") && codes.contains("facts_of_change"));
    // A revision of the form asks for nothing.
    for (kind, _) in KINDS {
        assert_eq!(duties(Event::EditionChanged, kind, None).count(), 0);
    }
}

#[test]
fn a_question_is_asked_in_both_languages() {
    for question in QUESTIONS {
        let [japanese, english] = [Language::Japanese, Language::English].map(|language| question.text(language));
        assert_eq!(japanese, question.text);
        assert!(english.ends_with('?') && english.len() > 20, "{english}");
        let [japanese, english] = [Language::Japanese, Language::English].map(|language| question.readings(language));
        assert_eq!(japanese, question.readings);
        assert!(english.iter().all(|reading| !reading.is_empty() && !japanese.contains(reading)), "{english:?}");
        let [japanese, english] = [Language::Japanese, Language::English].map(|language| question.avoided_by(language));
        assert_eq!(japanese, question.avoided_by);
        assert!(english.is_some() == japanese.is_some() && (english.is_none() || english != japanese), "{english:?}");
    }
    let order = QUESTIONS.iter().find(|question| question.code == "order_of_documents").unwrap();
    assert_eq!(
        order.text(Language::English),
        "Must the basic-item assessment come before the opinions on the all-item assessment?"
    );
    assert_eq!(order.readings(Language::English), ["no order is set", "it comes first"]);
    assert_eq!(order.avoided_by(Language::English), Some("make it first"));
}

#[test]
fn a_basic_item_assessment_knows_no_material_change() {
    for event in [Event::MaterialChange, Event::EmergencyChange, Event::ThresholdRise] {
        assert_eq!(duties(event, AssessmentKind::BasicItem, None).count(), 0, "{event}");
    }
    assert_eq!(NO_MATERIAL_CHANGE.to_string(), "規則第5条第1項後段; 推論");
}

#[test]
fn every_action_deadline_and_force_is_used() {
    for action in Action::ALL {
        assert!(DUTIES.iter().any(|duty| duty.action == *action), "{action}");
    }
    for deadline in Deadline::ALL {
        assert!(DUTIES.iter().any(|duty| duty.deadline == *deadline), "{deadline}");
    }
    for force in Force::ALL {
        assert!(DUTIES.iter().any(|duty| duty.force == *force), "{force}");
    }
}

#[test]
fn a_duty_is_shown_in_one_line() {
    let shown = |event, body| -> Vec<String> {
        duties(event, AssessmentKind::AllItem, Some(body)).map(ToString::to_string).collect()
    };
    assert_eq!(
        shown(Event::ThresholdRise, BodyKind::AdministrativeOrgan),
        [
            "基礎項目評価書: 修正 — 速やかに (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "基礎項目評価書: 提出 — 速やかに (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "基礎項目評価書: 公表 — 速やかに (規則第14条第3項（同条第2項を準用）; 確認済み)",
            "全項目評価書: 公示し、国民の意見を求める — 事後（期限の定めはない） (規則第8条; 確認済み)",
            "全項目評価書: インターネットの利用等による公示 — 提出又は公示と併せて (規則第9条の2; 確認済み)",
            "全項目評価書: 意見聴取の期間の確保 — 原則三十日以上 (指針第5の3（条番号は一部確認）; 一部確認)",
            "全項目評価書: 意見の考慮と評価書の見直し — 前の手続の後 (規則第8条; 確認済み)",
            "全項目評価書: 個人情報保護委員会の承認 — 前の手続の後 (規則第8条; 確認済み)",
            "評価の計画等を記載した書面の提出 — 提出又は公示と併せて (規則第3条; 確認済み)",
            "全項目評価書: 公表 — 速やかに (規則第8条; 確認済み)",
        ]
    );
    assert_eq!(
        shown(Event::PeriodPassed, BodyKind::LocalGovernment),
        ["再実施（努力義務） — 公表の日から五年 (規則第15条; 確認済み。期限は指針（条番号は未確認）; 一部確認)",]
    );
    assert_eq!(
        shown(Event::AffairEnded, BodyKind::LocalGovernment),
        [
            "事務の実施をやめた旨の通知 — 遅滞なく (規則第16条; 確認済み)",
            "全項目評価書: 終了の表示（記載要領による） — 事後（期限の定めはない） (様式4の記載要領; 一部確認)",
            "全項目評価書: 公表の継続（記載要領による） — 少なくとも三年間 (様式4の記載要領; 一部確認)",
        ]
    );
}
