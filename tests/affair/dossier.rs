//! The papers of one affair: how they are grouped, what is required of the affair, and since when the five years run.

use chrono::NaiveDate;
use mynumber_pia::affair::{
    Dossier, Gathered, Papers, Publication, PublishedBy, Register, RegisteredAffair, Since, State, UngroupedBecause,
    Version,
};
use mynumber_pia::value::incident::{IncidentScope, LookBack, SeriousIncident};
use mynumber_pia::{Assessment, AssessmentKind, Count, Facts, Obligation, Occurrence};
use serde_json::{Value, json};

use AssessmentKind::{AllItem, BasicItem, KeyItem};
use PublishedBy::{Assessed, Corrected, Voluntary};
use UngroupedBecause::{NoBody, NoNumberAndNoName};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A paper of this kind with these fields.
fn paper(kind: &str, fields: &Value) -> Assessment {
    let edition = match kind {
        "basic_item" => "form_2_2024_10",
        "key_item" => "form_3_2024_10",
        _ => "form_4_2024_10",
    };
    let mut json = json!({"format": "mynumber-pia", "version": 1, "kind": kind, "edition": edition});
    for (key, value) in fields.as_object().unwrap() {
        json[key] = value.clone();
    }
    serde_json::from_value(json).unwrap()
}

fn of(kind: &str, body: &str, number: &str, name: &str) -> Assessment {
    paper(kind, &json!({"cover": {"body": body, "number": number}, "affair": {"name": name}}))
}

/// The groups, as the kind, number and name of each paper.
fn groups(gathered: &Gathered<'_>) -> Vec<Vec<String>> {
    let words = |document: &Assessment| {
        let number = document.cover.number.given().map_or("", |number| number.as_str());
        format!("{} {number} {}", document.kind().code(), document.affair.name.value())
    };
    gathered.dossiers.iter().map(|dossier| dossier.documents().map(words).collect()).collect()
}

fn register(affairs: Vec<RegisteredAffair>) -> Register {
    Register { affairs, ..Register::new("川口市長".parse().unwrap()) }
}

fn entry(number: &str, name: &str) -> RegisteredAffair {
    RegisteredAffair::new(number.parse().unwrap(), name.parse().unwrap())
}

/// P5: the key-item paper was corrected on 2024-05-01. The five years do not run from a correction, so they end between 2025-03-01
/// and 2029-05-01.
#[test]
fn p5_a_correction_does_not_begin_the_five_years() {
    let corrected = paper(
        "key_item",
        &json!({"cover": {"published": "2024-05-01"}, "procedure": {"basic_assessment_date": "2020-03-01"},
            "changes": [{"date": "2024-05-01", "items": "Ⅰ6．①部署", "before": "税務課", "after": "税務部"}]}),
    );
    let between = Since::Between { earliest: Some(day("2020-03-01")), latest: day("2024-05-01") };
    assert_eq!(Dossier::of(&corrected).assessed(KeyItem), between);
    assert_eq!(Dossier::of(&corrected).assessed(BasicItem), Since::Unknown);

    let listed = |publications: Vec<(&str, PublishedBy)>| {
        let publications =
            publications.into_iter().map(|(on, by)| Publication { paper: KeyItem, on: day(on), by }).collect();
        let entry = RegisteredAffair { publications, ..entry("1", "甲") };
        Dossier::of_papers([&corrected], Some(&entry), None).assessed(KeyItem)
    };
    assert_eq!(listed(vec![("2022-06-01", Assessed), ("2024-05-01", Corrected)]), Since::On(day("2022-06-01")));
    // A correction never changes it, an assessment always does.
    let with_more = vec![("2022-06-01", Assessed), ("2024-05-01", Corrected), ("2025-01-01", Corrected)];
    assert_eq!(listed(with_more), Since::On(day("2022-06-01")));
    let with_more = vec![("2022-06-01", Assessed), ("2024-05-01", Corrected), ("2025-01-01", Assessed)];
    assert_eq!(listed(with_more), Since::On(day("2025-01-01")));
    // Only that the paper was corrected is known: it was assessed before.
    assert_eq!(listed(vec![("2024-05-01", Corrected)]), between);
    // Nobody says under what the version of 2024-05-01 was published.
    assert_eq!(
        listed(vec![("2022-06-01", Assessed)]),
        Since::Between { earliest: Some(day("2022-06-01")), latest: day("2024-05-01") }
    );
    // Whether a voluntary publication begins the five years is not known.
    assert_eq!(
        listed(vec![("2022-06-01", Assessed), ("2024-05-01", Voluntary)]),
        Since::Between { earliest: Some(day("2022-06-01")), latest: day("2024-05-01") }
    );
}

/// The day of an assessment that the register does not have is the last one, so a later publication of the same paper was a correction
/// (規則第15条), and other papers are not concerned.
#[test]
fn the_last_assessment_makes_later_publications_corrections() {
    let published =
        |kind: &str, day: &str| paper(kind, &json!({"cover": {"body": "川口市長", "number": "8", "published": day}}));
    let papers = [
        published("basic_item", "2022-01-01"),
        published("basic_item", "2025-05-30"),
        published("key_item", "2025-05-30"),
    ];
    let mut entry = entry("8", "国民健康保険に関する事務");
    entry.assessed_last(BasicItem, day("2023-04-01"), &papers);
    let listed = [(BasicItem, "2023-04-01", Assessed), (BasicItem, "2025-05-30", Corrected)];
    assert_eq!(entry.publications, listed.map(|(paper, on, by)| Publication { paper, on: day(on), by }));
    let since = |entry: RegisteredAffair, paper| {
        let register = register(vec![entry]);
        Dossier::of_papers(&papers, register.affairs.first(), Some(&register)).assessed(paper)
    };
    assert_eq!(since(entry.clone(), BasicItem), Since::On(day("2023-04-01")));
    assert_eq!(since(entry.clone(), KeyItem), Since::On(day("2025-05-30")));
    // Said twice it is the same, and what the register lists stays.
    let once = entry.clone();
    entry.assessed_last(BasicItem, day("2023-04-01"), &papers);
    assert_eq!(entry, once);
    entry.publications = vec![Publication { paper: BasicItem, on: day("2025-05-30"), by: Voluntary }];
    entry.assessed_last(BasicItem, day("2023-04-01"), &papers);
    assert_eq!(entry.publications.iter().map(|one| one.by).collect::<Vec<_>>(), [Assessed, Voluntary]);
}

/// Two bodies may have the same number, also for an affair of the same name.
#[test]
fn an_affair_of_another_body_is_another_one() {
    let key = |body: &'static str, number: &str, name: &str| {
        let paper = of("basic_item", body, number, name);
        let other = of("basic_item", "川口市長", "1", "住民基本台帳に関する事務");
        Dossier::of(&paper).key().is_same(Dossier::of(&other).key())
    };
    let name = "住民基本台帳に関する事務";
    assert!(key("川口市長", "1", name) && key("埼玉県川口市長", "1", name));
    assert!(!key("乙市長", "1", name) && !key("川口市長", "2", name) && !key("川口市長", "1", "介護保険に関する事務"));
    let nobody = paper("basic_item", &json!({"cover": {"number": "1"}, "affair": {"name": name}}));
    let other = of("basic_item", "川口市長", "1", name);
    assert!(Dossier::of(&nobody).key().is_same(Dossier::of(&other).key()));
}

#[test]
fn a_paper_without_a_change_table_was_published_once() {
    let since = |published: &str, changes: Value| {
        let document = paper("basic_item", &json!({"cover": {"published": published}, "changes": changes}));
        Dossier::of(&document).assessed(BasicItem)
    };
    assert_eq!(since("2023-06-01", json!([])), Since::On(day("2023-06-01")));
    assert_eq!(
        since("2023-06", json!([])),
        Since::Between { earliest: Some(day("2023-06-01")), latest: day("2023-06-30") }
    );
    let changed = json!([{"date": "2023-06-01"}]);
    assert_eq!(since("2023-06-01", changed.clone()), Since::Between { earliest: None, latest: day("2023-06-01") });
    // The first version, if it is here, is the earliest day.
    let versions = [
        paper("basic_item", &json!({"cover": {"published": "2023-06-01"}, "changes": changed})),
        paper("basic_item", &json!({"cover": {"published": "2021-06-01"}})),
    ];
    assert_eq!(
        Dossier::of_papers(&versions, None, None).assessed(BasicItem),
        Since::Between { earliest: Some(day("2021-06-01")), latest: day("2023-06-01") }
    );
    let json = serde_json::to_value(since("2023-06-01", json!([]))).unwrap();
    assert_eq!(
        json,
        json!({"since": "on", "since_label": "評価の実施・再実施による公表の日", "earliest": "2023-06-01", "latest": "2023-06-01"})
    );
}

/// P6: the papers of one affair differ in result and population.
#[test]
fn p6_the_papers_of_one_affair_are_one_dossier() {
    let papers = [
        paper(
            "basic_item",
            &json!({"cover": {"body": "川口市長", "number": "5"}, "population": "from_10000_to_99999",
                "threshold": {"handlers": "under_500", "incident": "no", "result": "basic_item"}}),
        ),
        paper(
            "key_item",
            &json!({"cover": {"body": "川口市長", "number": "5"}, "population": "from_100000_to_299999",
                "threshold": {"result": "basic_item_and_key_item"}}),
        ),
    ];
    let gathered = Dossier::gather(&papers, None);
    assert_eq!(gathered.dossiers.len(), 1);
    let standing = gathered.dossiers[0].standing(day("2026-04-01"));
    // Each of the two papers may be right, so the count is open between them.
    let population = gathered.dossiers[0].facts(day("2026-04-01")).population;
    assert_eq!(population.unwrap().to_string(), "10000..299999");
    let possible: Vec<Obligation> = standing.possible.iter().collect();
    assert_eq!(possible, [Obligation::BasicItem, Obligation::BasicItemAndKeyItem]);
    assert_eq!((standing.state, standing.missing, standing.beyond), (State::Open, Papers::NONE, Papers::NONE));
    // Newer counts of the register decide.
    let mut entry = entry("5", "介護保険に関する事務");
    entry.facts =
        Some(serde_json::from_value(json!({"on": "2026-01-01", "population": 20000, "handlers": 10})).unwrap());
    let standing = Dossier::of_papers(&papers, Some(&entry), None).standing(day("2026-04-01"));
    assert_eq!(standing.possible.single(), Some(Obligation::BasicItem));
}

/// P7: users and entrustees of a key-item paper, as those of 川口市. The 500 handlers are in the other paper.
#[test]
fn p7_the_handlers_are_those_of_both_papers() {
    let files = json!([{
        "names": "甲ファイル", "acquisition": {"users": "from_100_to_499"}, "entrustment": "entrusted",
        "entrustments": [
            {"handlers": "from_10_to_49", "entrustee": "株式会社甲", "re_entrustment": "not_re_entrusted"},
            {"handlers": "from_100_to_499", "entrustee": "株式会社乙", "re_entrustment": "not_re_entrusted"}
        ]
    }]);
    let key = paper(
        "key_item",
        &json!({"cover": {"body": "川口市長", "number": "5"}, "population": "from_100000_to_299999", "file_sections": files}),
    );
    let as_of = day("2026-04-01");
    let facts = Dossier::of(&key).facts(as_of);
    assert_eq!(facts.handlers.unwrap().to_string(), "210..1047");
    let alone = Dossier::of(&key).standing(as_of);
    let open = [Obligation::BasicItemAndKeyItem, Obligation::BasicItemAndAllItem];
    assert!(alone.possible.len() > 1 && open.iter().all(|one| alone.possible.contains(*one)));
    assert_eq!((alone.missing, alone.state), (Papers::of(BasicItem), State::Rising));

    let with = |handlers: &str| {
        let basic = paper(
            "basic_item",
            &json!({"cover": {"body": "川口市長", "number": "5"}, "population": "from_100000_to_299999",
                "threshold": {"handlers": handlers, "incident": "no"}}),
        );
        let papers = [basic, key.clone()];
        let gathered = Dossier::gather(&papers, None);
        let dossier = &gathered.dossiers[0];
        (dossier.facts(as_of).handlers.unwrap().to_string(), dossier.standing(as_of))
    };
    // The sum narrows the count of the 基礎項目評価書.
    let (handlers, standing) = with("under_500");
    assert_eq!((handlers.as_str(), standing.state), ("210..499", State::Assessed));
    let (handlers, standing) = with("at_least_500");
    assert_eq!((handlers.as_str(), standing.state), ("500..1047", State::Rising));
    assert_eq!(standing.missing, Papers::of(AllItem));
    // A contradiction leaves the count open.
    assert_eq!(with("..100").0, "0..1047");
    assert_eq!(with("300").0, "300");
}

#[test]
fn papers_are_grouped_by_body_and_number_or_by_name() {
    let papers = [
        of("basic_item", "川口市長", "2", "介護保険に関する事務"),
        of("key_item", "埼玉県川口市長", "２", "介護保険に関する　事務"),
        of("basic_item", "川口市教育委員会", "2", "就学援助に関する事務"),
        of("basic_item", "川口市長", "10", "児童手当に関する事務"),
        paper("all_item", &json!({"cover": {"body": "川口市長"}, "affair": {"name": "児童手当に関する事務"}})),
    ];
    let gathered = Dossier::gather(&papers, None);
    let expected = [
        vec!["basic_item 2 就学援助に関する事務"],
        vec!["basic_item 2 介護保険に関する事務", "key_item ２ 介護保険に関する　事務"],
        vec!["basic_item 10 児童手当に関する事務", "all_item  児童手当に関する事務"],
    ];
    assert_eq!(groups(&gathered), expected);
    assert!(gathered.ungrouped.is_empty());
    // The order of the papers makes no difference.
    for turn in 1..papers.len() {
        let mut turned = papers.clone();
        turned.rotate_left(turn);
        assert_eq!(groups(&Dossier::gather(&turned, None)), expected);
        turned.reverse();
        assert_eq!(groups(&Dossier::gather(&turned, None)), expected);
    }
}

#[test]
fn titles_are_not_compared_and_what_cannot_be_grouped_is_said() {
    let titled = json!({"cover": {"body": "川口市長", "title": "介護保険に関する事務 基礎項目評価書"}});
    let papers = [
        paper("basic_item", &titled),
        paper("key_item", &titled),
        paper("basic_item", &json!({"cover": {"number": "1"}, "affair": {"name": "甲"}})),
    ];
    let gathered = Dossier::gather(&papers, None);
    assert!(gathered.dossiers.is_empty());
    let because: Vec<_> = gathered.ungrouped.iter().map(|one| one.because).collect();
    assert_eq!(because, [NoNumberAndNoName, NoNumberAndNoName, NoBody]);
    // The caller may say that they belong together.
    let together = Dossier::of_papers(&papers[..2], None, None);
    assert_eq!(together.present(day("2026-04-01")), Papers::of(BasicItem).union(Papers::of(KeyItem)));
}

#[test]
fn a_prefecture_is_dropped_only_before_a_municipality() {
    let bodies = |bodies: &[&str]| {
        let papers: Vec<Assessment> = bodies.iter().map(|body| of("basic_item", body, "1", "甲")).collect();
        Dossier::gather(&papers, None).dossiers.len()
    };
    assert_eq!(bodies(&["埼玉県川口市長", "川口市長"]), 1);
    assert_eq!(bodies(&["千葉県市川市長", "市川市長"]), 1);
    assert_eq!(bodies(&["北海道教育委員会", "教育委員会"]), 2);
    assert_eq!(bodies(&["埼玉県知事", "知事"]), 2);
    assert_eq!(bodies(&["埼玉県市町村職員共済組合", "市町村職員共済組合"]), 2);
    // There are two cities of this name, so the third paper could be of either.
    assert_eq!(bodies(&["東京都府中市長", "広島県府中市長", "府中市長"]), 3);
    assert_eq!(bodies(&["東京都府中市長", "府中市長"]), 1);
}

#[test]
fn one_number_with_two_names() {
    let numbered = |papers: &[Assessment]| groups(&Dossier::gather(papers, None)).len();
    let basic = of("basic_item", "甲市長", "1", "介護保険に関する事務");
    // The names differ, but the papers are of different kinds: one affair.
    assert_eq!(numbered(&[basic.clone(), of("key_item", "甲市長", "1", "介護保険事務")]), 1);
    // Two papers of one kind: two affairs.
    assert_eq!(numbered(&[basic.clone(), of("basic_item", "甲市長", "1", "児童手当に関する事務")]), 2);
    // The change table quotes the former name: the affair was renamed.
    let mut renamed = of("basic_item", "甲市長", "1", "介護保険の給付に関する事務");
    renamed.changes = serde_json::from_value(
        json!([{"date": "2025-04-01", "before": "介護保険に関する事務", "after": "介護保険の給付に関する事務"}]),
    )
    .unwrap();
    assert_eq!(numbered(&[basic, renamed]), 1);
}

#[test]
fn one_name_with_two_numbers() {
    let numbered = |papers: &[Assessment]| groups(&Dossier::gather(papers, None)).len();
    let basic = of("basic_item", "甲市長", "1", "介護保険に関する事務");
    assert_eq!(numbered(&[basic.clone(), of("key_item", "甲市長", "11", "介護保険に関する事務")]), 1);
    assert_eq!(numbered(&[basic, of("basic_item", "甲市長", "2", "介護保険に関する事務")]), 2);
}

#[test]
fn the_register_decides_which_affairs_there_are() {
    let register = register(vec![entry("5", "介護保険に関する事務"), entry("6", "児童手当に関する事務")]);
    let papers = [
        of("basic_item", "川口市長", "7", "生活保護に関する事務"),
        of("basic_item", "埼玉県川口市長", "5", "介護保険に関する事務"),
        paper("key_item", &json!({"cover": {"body": "川口市長"}, "affair": {"name": "介護保険に関する事務"}})),
        // Another body, with the number and the name of the register: the cover may be wrong.
        of("basic_item", "川口市教育委員会", "6", "児童手当に関する事務"),
        of("basic_item", "川口市教育委員会", "5", "就学援助に関する事務"),
    ];
    let gathered = Dossier::gather(&papers, Some(&register));
    let entries: Vec<Option<&str>> =
        gathered.dossiers.iter().map(|dossier| dossier.entry.map(|entry| entry.number.as_str())).collect();
    assert_eq!(entries, [Some("5"), Some("6"), None, None]);
    let counts: Vec<usize> = gathered.dossiers.iter().map(|dossier| dossier.documents().count()).collect();
    assert_eq!(counts, [2, 1, 1, 1]);
    let key = gathered.dossiers[1].key();
    assert_eq!((key.body.unwrap().as_str(), key.to_string().as_str()), ("川口市長", "6 児童手当に関する事務"));
}

#[test]
fn two_affairs_of_the_register_with_one_number_are_distinguished_by_name() {
    let register = register(vec![entry("5", "介護保険に関する事務"), entry("5", "児童手当に関する事務")]);
    let papers = [
        of("basic_item", "川口市長", "5", "児童手当に関する事務"),
        of("basic_item", "川口市長", "5", "介護保険に関する事務"),
    ];
    let gathered = Dossier::gather(&papers, Some(&register));
    let expected = [vec!["basic_item 5 介護保険に関する事務"], vec!["basic_item 5 児童手当に関する事務"]];
    assert_eq!(groups(&gathered), expected);
    let found = gathered.disagreements(day("2026-04-01"));
    assert_eq!(found.iter().map(|one| one.rule.code()).collect::<Vec<_>>(), ["number_used_twice"]);
}

#[test]
fn versions_are_in_the_order_of_their_days() {
    let on = |published: &str| paper("basic_item", &json!({"cover": {"published": published}}));
    let papers = [on("2025-01-01"), on("2023-01-01"), on("2024-01")];
    let dossier = Dossier::of_papers(&papers, None, None);
    let days: Vec<NaiveDate> = dossier.versions(BasicItem).iter().filter_map(Version::day).collect();
    assert_eq!(days, [day("2023-01-01"), day("2024-01-31"), day("2025-01-01")]);
    assert_eq!(dossier.latest(BasicItem).unwrap().day(), Some(day("2025-01-01")));
    assert_eq!(dossier.current(BasicItem, day("2024-12-31")).unwrap().day(), Some(day("2024-01-31")));
    assert!(dossier.current(BasicItem, day("2022-12-31")).is_none() && dossier.latest(KeyItem).is_none());
}

#[test]
fn the_facts_of_the_register_replace_older_counts() {
    let basic = paper(
        "basic_item",
        &json!({"cover": {"published": "2025-04-01"}, "population": "under_1000",
            "threshold": {"population_as_of": "2025-03-01", "handlers": "under_500", "incident": "yes"}}),
    );
    let with = |on: &str, incidents: Option<Value>| {
        let mut affair = entry("1", "甲");
        affair.facts = Some(serde_json::from_value(json!({"on": on, "population": 1_200})).unwrap());
        let register = Register {
            incidents: incidents.map(|list| serde_json::from_value(list).unwrap()),
            ..register(vec![affair])
        };
        let dossier = Dossier::of_papers([&basic], register.affairs.first(), Some(&register));
        dossier.facts(day("2026-04-01"))
    };
    let facts = with("2026-03-01", None);
    assert_eq!(facts.population, Some(Count::Exact(1_200)));
    assert_eq!(
        (facts.handlers.map(Count::range).unwrap().max(), facts.serious_incident),
        (Some(499), Some(Occurrence::Occurred))
    );
    // Older than the count of the paper, and later than the day that is asked for.
    assert_eq!(with("2025-02-01", None).population.unwrap().range().max(), Some(999));
    assert_eq!(with("2026-05-01", None).population.unwrap().range().max(), Some(999));
    // The incidents are those of the body, as of the day.
    assert_eq!(with("2026-03-01", Some(json!([]))).serious_incident, Some(Occurrence::NotOccurred));
    let incident = json!([{"date": "2025-12", "scope": "specific_personal_information"}]);
    assert_eq!(with("2026-03-01", Some(incident)).serious_incident, Some(Occurrence::Occurred));
    let _: Facts = facts;
}

#[test]
fn the_state_of_an_affair() {
    let basic = |population: &str, extra: Value| {
        let mut fields = json!({"population": population, "threshold": {"handlers": "under_500", "incident": "no"}});
        for (key, value) in extra.as_object().unwrap() {
            fields[key] = value.clone();
        }
        paper("basic_item", &fields)
    };
    let state = |papers: &[Assessment], entry: Option<&RegisteredAffair>| {
        Dossier::of_papers(papers, entry, None).standing(day("2026-04-01")).state
    };
    let key = paper("key_item", &json!({}));
    assert_eq!(state(&[basic("from_10000_to_99999", json!({}))], None), State::Assessed);
    assert_eq!(state(&[basic("from_10000_to_99999", json!({})), key.clone()], None), State::Lighter);
    assert_eq!(state(&[basic("under_1000", json!({}))], None), State::Lighter);
    assert_eq!(state(&[basic("from_100000_to_299999", json!({}))], None), State::Rising);
    assert_eq!(state(std::slice::from_ref(&key), None), State::Open);
    assert_eq!(state(&[basic("from_100000_to_299999", json!({})), key], None), State::Assessed);
    assert_eq!(state(&[basic("?", json!({}))], None), State::Open);
    let ended = json!({"cover": {"ended": "2026-03-31"}});
    assert_eq!(state(&[basic("from_10000_to_99999", ended)], None), State::Ended);

    let mut new = entry("1", "甲");
    new.facts = Some(serde_json::from_value(json!({"on": "2026-01-01", "population": 5_000})).unwrap());
    assert_eq!(state(&[], Some(&new)), State::Planned);
    new.facts = Some(serde_json::from_value(json!({"on": "2026-01-01", "population": 500})).unwrap());
    assert_eq!(state(&[], Some(&new)), State::NotRequired);
    new.exemption = Some("manual_files_only".parse().unwrap());
    assert_eq!(state(&[basic("at_least_300000", json!({}))], Some(&new)), State::Lighter);
    // The register knows of a publication whose document is not here.
    new.exemption = None;
    new.facts = Some(serde_json::from_value(json!({"on": "2026-01-01", "population": 5_000})).unwrap());
    new.publications = vec![Publication { paper: BasicItem, on: day("2026-02-01"), by: PublishedBy::Assessed }];
    assert_eq!(state(&[], Some(&new)), State::Assessed);
    new.ended = Some(day("2026-04-02"));
    assert_eq!(state(&[], Some(&new)), State::Assessed);
    new.ended = Some(day("2026-04-01"));
    assert_eq!(state(&[], Some(&new)), State::Ended);

    let standing = Dossier::of(&basic("from_100000_to_299999", json!({}))).standing(day("2026-04-01"));
    assert_eq!(
        serde_json::to_value(standing).unwrap(),
        json!({
            "possible": ["basic_item_and_key_item"], "possible_labels": ["基礎項目評価及び重点項目評価の実施が義務付けられる"],
            "present": ["basic_item"], "present_labels": ["基礎項目評価書"],
            "missing": ["key_item"], "missing_labels": ["重点項目評価書"],
            "beyond": [], "beyond_labels": [], "state": "rising", "state_label": "必要な評価書が未公表"
        })
    );
}

/// Papers and affairs in great numbers take time in proportion to their number.
#[test]
fn many_papers_with_one_number_are_grouped() {
    let papers: Vec<Assessment> =
        (0..3_000).map(|index| of("basic_item", "甲市長", "1", &format!("事務{index}"))).collect();
    assert_eq!(Dossier::gather(&papers, None).dossiers.len(), 3_000);
}

/// The incidents of a register are read once for all affairs; the answer is that of [`LookBack`].
#[test]
fn the_incidents_of_a_register_answer_as_the_look_back_does() {
    let dates = ["2024-02-29", "2023-03-01", "2024-02", "2023", "2024-08-31", "2022-02-28", "2025-02-28"];
    let scopes = [IncidentScope::SpecificPersonalInformation, IncidentScope::PersonalInformation];
    let mut seen = [0; 3];
    for (first, scope) in dates.iter().flat_map(|date| scopes.map(|scope| (date, scope))) {
        for (second, known) in
            dates.iter().flat_map(|date| [None, Some("2024-02-29"), Some("2024-11")].map(|known| (date, known)))
        {
            let of = |date: &str, scope, known: Option<&str>| SeriousIncident {
                date: date.parse().unwrap(),
                known: known.map(|known| known.parse().unwrap()),
                scope,
            };
            let incidents = vec![of(first, scope, None), of(second, scopes[0], known)];
            let register = Register { incidents: Some(incidents.clone()), ..register(vec![entry("1", "甲")]) };
            let gathered = Dossier::gather(&[], Some(&register));
            let days = [
                "2023-02-28",
                "2024-02-28",
                "2024-02-29",
                "2024-03-01",
                "2025-02-28",
                "2025-03-01",
                "2025-08-31",
                "2025-09-01",
            ];
            for day in days.map(day) {
                let answer = LookBack::OneYear.answer(&incidents, day);
                assert_eq!(gathered.dossiers[0].facts(day).serious_incident, answer, "{incidents:?} {day}");
                seen[answer.map_or(2, |answer| usize::from(answer == Occurrence::Occurred))] += 1;
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 50), "{seen:?}");
}
