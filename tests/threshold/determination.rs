//! The threshold determination, compared with an independent table over whole ranges; and its laws.

use mynumber_pia::threshold::{
    Criterion, DecisionRow, Exemption, Fact, Ground, Shift, TABLE, Tally, determine_exempt, obligation, table_for,
};
use mynumber_pia::value::band::{CountRange, HandlersBand, NumericBand, PopulationBand, StaffBand};
use mynumber_pia::value::kind::{BodyKind, ObligationSet};
use mynumber_pia::value::source::Certainty;
use mynumber_pia::{Assessment, Count, Determination, Facts, Language, Obligation, Occurrence, Text, determine};
use proptest::prelude::*;
use serde_json::json;

/// A cell of the table in `tests/data/`.
type Cell = (PopulationBand, HandlersBand, Occurrence, Obligation);

fn table() -> Vec<Cell> {
    cited_table().into_iter().map(|(cell, ..)| cell).collect()
}

/// Each cell, with the provisions that apply to 地方公共団体等 and to 行政機関等.
fn cited_table() -> Vec<(Cell, String, String)> {
    let text = include_str!("../data/threshold.csv");
    let (source, rows) = text.split_once('\n').unwrap();
    assert!(source.starts_with("# ") && source.contains("Source: "));
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    let cells: Vec<_> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let cell = (
                PopulationBand::from_label(&record[0]).unwrap(),
                HandlersBand::from_label(&record[1]).unwrap(),
                Occurrence::from_label(&record[2]).unwrap(),
                Obligation::from_label(&record[3]).unwrap(),
            );
            (cell, record[4].to_string(), record[5].to_string())
        })
        .collect();
    assert_eq!(cells.len(), 5 * 2 * 2);
    cells
}

fn exact(population: u32, handlers: u32, incident: Occurrence) -> Facts {
    let (population, handlers) = (Some(Count::Exact(population)), Some(Count::Exact(handlers)));
    Facts { population, handlers, serious_incident: Some(incident) }
}

/// The obligation in the table for exact counts. The bounds are written down here, independently of the bands of the
/// crate.
fn of_table(table: &[Cell], population: u32, handlers: u32, incident: Occurrence) -> Obligation {
    let band = match population {
        0..1_000 => 0,
        1_000..10_000 => 1,
        10_000..100_000 => 2,
        100_000..300_000 => 3,
        300_000.. => 4,
    };
    let cell = band * 4 + usize::from(handlers >= 500) * 2 + usize::from(incident == Occurrence::Occurred);
    table[cell].3
}

const BOTH: [Occurrence; 2] = [Occurrence::NotOccurred, Occurrence::Occurred];

/// The row that applies to facts that settle it.
fn only_row(facts: &Facts) -> &'static DecisionRow {
    let grounds: Vec<Ground> = determine(facts).grounds().collect();
    let [Ground::Row { row, .. }] = grounds[..] else { panic!("not one row: {grounds:?}") };
    row
}

#[test]
fn every_cell_of_the_table() {
    let mut rows_met = Vec::new();
    for (population, handlers, incident, expected) in table() {
        let facts = Facts {
            population: Some(Count::Band(population)),
            handlers: Some(Count::Band(handlers)),
            serious_incident: Some(incident),
        };
        let determination = determine(&facts);
        assert_eq!(determination.required(), Some(expected), "{facts:?}");
        assert_eq!(determination.open().count(), 0);
        let exact = exact(population.range().min(), handlers.range().min(), incident);
        let row = only_row(&exact);
        assert_eq!(only_row(&facts), row);
        assert_eq!(row.obligation, expected);
        assert_eq!(row.population, population);
        assert!(row.handlers.is_none_or(|band| band == handlers), "{row:?}");
        assert!(row.serious_incident.is_none_or(|answer| answer == incident), "{row:?}");
        rows_met.push(row.number);
    }
    rows_met.dedup();
    rows_met.sort_unstable();
    rows_met.dedup();
    assert_eq!(rows_met, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
}

#[test]
fn both_sides_of_every_bound() {
    let table = table();
    let people = (0..=1_100).chain(9_900..=10_100).chain(99_900..=100_100).chain(299_900..=300_100);
    for population in people.chain([u32::MAX - 1, u32::MAX]) {
        for handlers in (0..=2).chain(490..=510).chain([u32::MAX]) {
            for incident in BOTH {
                let expected = of_table(&table, population, handlers, incident);
                assert_eq!(obligation(population, handlers, incident), expected);
                let determination = determine(&exact(population, handlers, incident));
                assert_eq!(determination.required(), Some(expected), "{population} {handlers} {incident}");
                assert_eq!(determination.possible(), ObligationSet::of(expected));
            }
        }
    }
}

#[test]
fn the_whole_range_of_people() {
    let table = table();
    for population in 0..=310_000 {
        for (handlers, incident) in [(499, BOTH[0]), (499, BOTH[1]), (500, BOTH[0])] {
            assert_eq!(
                obligation(population, handlers, incident),
                of_table(&table, population, handlers, incident),
                "{population}"
            );
        }
    }
}

/// The grounds as text: row, then the fact, the value and the bound of each criterion.
fn grounds(facts: &Facts) -> Vec<String> {
    determine(facts)
        .grounds()
        .map(|ground| {
            let Ground::Row { row, .. } = ground else { panic!("no exemption was given") };
            let criteria = ground.criteria().map(|criterion| {
                let read = match criterion {
                    Criterion::Population { count, .. } => count.map(|count| count.to_string()),
                    Criterion::Handlers { count, .. } => count.map(|count| count.to_string()),
                    Criterion::SeriousIncident { known, .. } => known.map(|known| known.to_string()),
                };
                let read = read.unwrap_or_else(|| "unknown".to_string());
                format!(", {} {read} {}", criterion.fact(), criterion.bound())
            });
            format!("{}{}", row.number, criteria.collect::<String>())
        })
        .collect()
}

#[test]
fn grounds_name_every_fact_that_was_read() {
    assert_eq!(
        grounds(&exact(62_000, 120, Occurrence::Occurred)),
        ["4, population 62000 1万人以上10万人未満, handlers 120 500人未満, incident yes 発生あり"]
    );
    assert_eq!(grounds(&exact(300_000, 1, Occurrence::NotOccurred)), ["9, population 300000 30万人以上"]);
    assert_eq!(
        grounds(&Facts { population: Some(Count::Band(PopulationBand::From100000To299999)), ..Facts::default() }),
        [
            "6, population 10万人以上30万人未満 10万人以上30万人未満, handlers unknown 500人未満, incident unknown 発生なし",
            "7, population 10万人以上30万人未満 10万人以上30万人未満, handlers unknown 500人未満, incident unknown 発生あり",
            "8, population 10万人以上30万人未満 10万人以上30万人未満, handlers unknown 500人以上",
        ]
    );
    let open = determine(&Facts::default());
    assert_eq!(open.grounds().map(|ground| ground.criteria().count()).collect::<Vec<_>>(), [1, 1, 3, 3, 2, 3, 3, 2, 1]);
}

/// The grounds in words.
fn in_words(determination: &Determination) -> Vec<String> {
    determination.grounds().map(|ground| ground.to_string()).collect()
}

#[test]
fn grounds_explain_themselves() {
    assert_eq!(
        in_words(&determine(&exact(62_000, 120, Occurrence::Occurred))),
        ["対象人数 1万人以上10万人未満（62,000人）、取扱者数 500人未満（120人）、重大事故 発生あり → \
             基礎項目評価及び重点項目評価の実施が義務付けられる [規則第6条第1項第1号; 確認済み]",]
    );
    // A band is not repeated. An open fact is shown as open. The source is last.
    let range = Count::Range(CountRange::new(499, 1_500).unwrap());
    let facts = Facts {
        population: Some(Count::Band(PopulationBand::From10000To99999)),
        handlers: Some(range),
        serious_incident: None,
    };
    assert_eq!(
        in_words(&determine(&facts)),
        [
            "対象人数 1万人以上10万人未満、取扱者数 500人未満（499～1,500人）、重大事故 発生なし（不明） → \
             基礎項目評価の実施が義務付けられる [規則第5条第1項、第4条第8号ロ; 確認済み]",
            "対象人数 1万人以上10万人未満、取扱者数 500人未満（499～1,500人）、重大事故 発生あり（不明） → \
             基礎項目評価及び重点項目評価の実施が義務付けられる [規則第6条第1項第1号; 確認済み]",
            "対象人数 1万人以上10万人未満、取扱者数 500人以上（499～1,500人） → \
             基礎項目評価及び重点項目評価の実施が義務付けられる [規則第6条第1項第1号; 確認済み]",
        ]
    );
    assert_eq!(
        in_words(&determine(&exact(999, 1, Occurrence::Occurred))),
        ["対象人数 1,000人未満（999人） → 特定個人情報保護評価の実施が義務付けられない [規則第4条第3号; 確認済み]"]
    );
    assert_eq!(
        in_words(&determine_exempt(&facts, Exemption::ManualFilesOnly)),
        ["手作業処理用ファイルのみを取り扱う事務 [規則第4条第2号; 確認済み]"]
    );
}

#[test]
fn known_facts_and_possible_results_in_words() {
    let facts = Facts {
        population: Some(Count::Range(CountRange::at_least(1_000_000))),
        handlers: Some(Count::Band(HandlersBand::AtLeast500)),
        serious_incident: Some(Occurrence::NotOccurred),
    };
    assert_eq!(
        Fact::ALL.iter().map(|fact| facts.known(*fact)).collect::<Vec<_>>(),
        ["1,000,000人以上", "500人以上", "発生なし"]
    );
    for fact in Fact::ALL {
        assert_eq!(Facts::default().known(*fact), "不明");
    }
    let possible = determine(&Facts { population: Some(Count::Exact(100_000)), ..Facts::default() }).possible();
    assert_eq!(possible.to_string(), "basic_item_and_key_item or basic_item_and_all_item");
    assert_eq!(ObligationSet::of(Obligation::NotRequired).to_string(), "none");
    assert_eq!(ObligationSet::EMPTY.to_string(), "");
}

#[test]
fn every_row_says_where_it_comes_from() {
    let citations = |rows: &[DecisionRow]| -> Vec<&str> { rows.iter().map(|row| row.source.citation).collect() };
    let first_six = [
        "規則第4条第3号",
        "規則第5条第1項、第4条第8号イ",
        "規則第5条第1項、第4条第8号ロ",
        "規則第6条第1項第1号",
        "規則第6条第1項第1号",
        "規則第6条第1項第2号",
    ];
    let with = |rest: &'static str| [first_six.as_slice(), &[rest; 3]].concat();
    assert_eq!(citations(&TABLE), with("規則第7条第1項（行政機関等は番号法第28条第1項）"));
    assert_eq!(citations(table_for(BodyKind::LocalGovernment)), with("規則第7条第1項"));
    assert_eq!(citations(table_for(BodyKind::AdministrativeOrgan)), with("番号法第28条第1項"));
    for row in BodyKind::ALL.iter().flat_map(|body| table_for(*body)).chain(&TABLE) {
        assert_eq!(row.source.citation_certainty, Certainty::Confirmed, "{row:?}");
        // What the text does not print is deduced.
        let is_rest = row.source.evidence.contains("is deduced from the structure");
        assert_eq!(is_rest, row.number >= 7, "{row:?}");
        let certainty = if is_rest { Certainty::Deduced } else { Certainty::Confirmed };
        assert_eq!(row.source.certainty, certainty, "{row:?}");
        assert!(
            is_rest || row.source.evidence.starts_with("text of the rules in force since 2025-04-01: 「"),
            "{row:?}"
        );
    }
}

/// The citations of every ground, without repetition.
fn cited(facts: &Facts, body: Option<BodyKind>) -> Vec<&'static str> {
    let determination = determine(facts);
    let determination = body.map_or(determination, |body| determination.for_body(body));
    let mut cited: Vec<_> = determination
        .grounds()
        .map(|ground| match ground {
            Ground::Row { row, .. } => row.source.citation,
            Ground::Exemption(exemption, body) => exemption.source_for(body).citation,
        })
        .collect();
    cited.dedup();
    cited
}

#[test]
fn every_cell_cites_its_provision_by_kind_of_body() {
    for ((population, handlers, incident, _), local, administrative) in cited_table() {
        let counts = |range: CountRange| [Some(range.min()), range.max()].into_iter().flatten();
        let bands = Facts {
            population: Some(Count::Band(population)),
            handlers: Some(Count::Band(handlers)),
            serious_incident: Some(incident),
        };
        let exact = counts(population.range())
            .flat_map(|people| counts(handlers.range()).map(move |staff| exact(people, staff, incident)));
        for facts in exact.chain([bands]) {
            assert_eq!(cited(&facts, Some(BodyKind::LocalGovernment)), [local.as_str()], "{facts:?}");
            assert_eq!(cited(&facts, Some(BodyKind::AdministrativeOrgan)), [administrative.as_str()], "{facts:?}");
            let either = if local == administrative {
                local.clone()
            } else {
                format!("{local}（行政機関等は{administrative}）")
            };
            assert_eq!(cited(&facts, None), [either.as_str()], "{facts:?}");
        }
    }
}

#[test]
fn the_whole_range_of_people_cites_its_provision() {
    let table = cited_table();
    for population in 0..=310_000 {
        let band = table.iter().position(|((people, ..), ..)| people.range().contains(population)).unwrap();
        for (cell, handlers, incident) in [(0, 499, BOTH[0]), (1, 499, BOTH[1]), (2, 500, BOTH[0])] {
            let (_, local, administrative) = &table[band + cell];
            let number = only_row(&exact(population, handlers, incident)).number;
            let of = |body| table_for(body)[usize::from(number) - 1].source.citation;
            assert_eq!(of(BodyKind::LocalGovernment), local, "{population} {handlers} {incident}");
            assert_eq!(of(BodyKind::AdministrativeOrgan), administrative, "{population} {handlers} {incident}");
        }
    }
}

#[test]
fn the_kind_of_body_changes_nothing_but_the_provision() {
    const LOCAL: BodyKind = BodyKind::LocalGovernment;
    let plain = determine(&exact(150_000, 120, Occurrence::Occurred));
    let local = plain.for_body(LOCAL);
    assert_eq!((plain.body(), local.body()), (None, Some(LOCAL)));
    assert_eq!((plain.required(), plain.headroom()), (local.required(), local.headroom()));
    let without = |determination| {
        let mut json = serde_json::to_value(determination).unwrap();
        for ground in json["grounds"].as_array_mut().unwrap() {
            let citation = ground["source"].as_object_mut().unwrap().remove("citation").unwrap();
            assert!(citation.as_str().unwrap().starts_with("規則第7条第1項"));
        }
        json
    };
    assert_eq!(without(plain), without(local));
    // An exemption decides the result for every kind of body, but is not confirmed for one that its provision leaves out.
    for (exemption, certainty) in [
        (Exemption::PersonnelFilesOnly, Certainty::Confirmed),
        (Exemption::ManualFilesOnly, Certainty::Confirmed),
        (Exemption::HealthInsuranceSocietyFilesOnly, Certainty::Unconfirmed),
        (Exemption::MutualAidFilesOnly, Certainty::Unconfirmed),
        (Exemption::UnlinkedFilesOnly, Certainty::PartlyConfirmed),
        (Exemption::AuditFilesOnly, Certainty::Unconfirmed),
    ] {
        let exempt = determine_exempt(&Facts::default(), exemption);
        let source = |body: Option<BodyKind>| {
            let exempt = body.map_or(exempt, |body| exempt.for_body(body));
            assert_eq!(exempt.grounds().collect::<Vec<_>>(), [Ground::Exemption(exemption, body)]);
            let json = serde_json::to_value(exempt).unwrap()["grounds"][0]["source"].clone();
            assert_eq!(json, serde_json::to_value(exemption.source_for(body)).unwrap());
            exemption.source_for(body)
        };
        assert_eq!(source(Some(LOCAL)).certainty, certainty, "{exemption}");
        assert_eq!(source(Some(LOCAL)).citation, source(None).citation);
        for body in [None, Some(BodyKind::AdministrativeOrgan)] {
            assert_eq!(source(body).certainty, Certainty::Confirmed, "{exemption}");
        }
    }
}

#[test]
fn open_facts_give_possibilities_and_say_who_decides() {
    use Obligation::{BasicItem, BasicItemAndAllItem, BasicItemAndKeyItem, NotRequired as Nothing};
    #[track_caller]
    fn check(population: &str, handlers: &str, incident: &str, possible: &[Obligation], open: &[Fact]) {
        let facts = json!({"population": population, "handlers": handlers, "incident": incident});
        let facts: Facts = serde_json::from_value(facts).unwrap();
        let determination = determine(&facts);
        assert_eq!(determination.possible().iter().collect::<Vec<_>>(), possible);
        assert_eq!(determination.open().collect::<Vec<_>>(), open);
        assert_eq!(determination.required(), (possible.len() == 1).then(|| possible[0]));
        assert_eq!(determination.headroom().is_some(), possible.len() == 1);
    }
    let all = [Nothing, BasicItem, BasicItemAndKeyItem, BasicItemAndAllItem];
    check("?", "?", "?", &all, &[Fact::Population, Fact::Handlers, Fact::SeriousIncident]);
    check("?", "500..", "?", &[Nothing, BasicItem, BasicItemAndKeyItem, BasicItemAndAllItem], &[Fact::Population]);
    check("300000..", "?", "?", &[BasicItemAndAllItem], &[]);
    check("..999", "?", "?", &[Nothing], &[]);
    check("1000..9999", "?", "?", &[BasicItem], &[]);
    check("62000", "?", "no", &[BasicItem, BasicItemAndKeyItem], &[Fact::Handlers]);
    check("62000", "?", "yes", &[BasicItemAndKeyItem], &[]);
    check("62000", "120", "?", &[BasicItem, BasicItemAndKeyItem], &[Fact::SeriousIncident]);
    check("62000", "500", "?", &[BasicItemAndKeyItem], &[]);
    check("9999..10000", "499..500", "no", &[BasicItem, BasicItemAndKeyItem], &[Fact::Population, Fact::Handlers]);
    check("9999..10000", "499", "no", &[BasicItem], &[]);
    check("99999..100000", "500..", "no", &[BasicItemAndKeyItem, BasicItemAndAllItem], &[Fact::Population]);
    check("100000", "1..499", "?", &[BasicItemAndKeyItem, BasicItemAndAllItem], &[Fact::SeriousIncident]);
}

fn parts(shift: Option<Shift>) -> Option<(u32, CountRange, ObligationSet)> {
    shift.map(|shift| (shift.at, shift.by, shift.possible))
}

#[test]
fn headroom_of_exact_facts() {
    let headroom = determine(&exact(62_000, 488, Occurrence::NotOccurred)).headroom().unwrap();
    let exactly = |at, by, obligation| Some((at, CountRange::exactly(by), ObligationSet::of(obligation)));
    assert_eq!(parts(headroom.more_people), exactly(100_000, 38_000, Obligation::BasicItemAndKeyItem));
    assert_eq!(parts(headroom.fewer_people), exactly(999, 61_001, Obligation::NotRequired));
    assert_eq!(parts(headroom.more_handlers), exactly(500, 12, Obligation::BasicItemAndKeyItem));
    assert_eq!(headroom.fewer_handlers, None);
    assert_eq!(headroom.incident, Some(ObligationSet::of(Obligation::BasicItemAndKeyItem)));

    let headroom = determine(&exact(100_000, 500, Occurrence::Occurred)).headroom().unwrap();
    assert_eq!(headroom.more_people, None);
    assert_eq!(parts(headroom.fewer_people), exactly(99_999, 1, Obligation::BasicItemAndKeyItem));
    assert_eq!((headroom.fewer_handlers, headroom.incident), (None, None));
}

#[test]
fn headroom_of_ranges() {
    let facts =
        Facts { population: Some(Count::Band(PopulationBand::AtLeast300000)), handlers: None, serious_incident: None };
    let headroom = determine(&facts).headroom().unwrap();
    let either = [Obligation::BasicItemAndKeyItem, Obligation::BasicItemAndAllItem].into_iter().collect();
    assert_eq!(parts(headroom.fewer_people), Some((299_999, CountRange::at_least(1), either)));
    assert_eq!((headroom.more_people, headroom.more_handlers, headroom.fewer_handlers), (None, None, None));
    assert_eq!(headroom.incident, None);
}

#[test]
fn an_exemption_settles_it() {
    for exemption in Exemption::ALL.iter().copied() {
        let determination = determine_exempt(&exact(1_000_000, 1_000, Occurrence::Occurred), exemption);
        assert_eq!(determination.required(), Some(Obligation::NotRequired));
        assert_eq!(determination.grounds().collect::<Vec<_>>(), [Ground::Exemption(exemption, None)]);
        assert_eq!(determination.open().count(), 0);
        let headroom = determination.headroom().unwrap();
        assert_eq!((headroom.fewer_people, headroom.fewer_handlers, headroom.incident), (None, None, None));
        assert_eq!(determination.exemption(), Some(exemption));
    }
}

#[test]
fn every_exemption_cites_its_item() {
    let sources: Vec<_> =
        Exemption::ALL.iter().map(|exemption| (exemption.code(), exemption.source().citation)).collect();
    assert_eq!(
        sources,
        [
            ("personnel_files_only", "規則第4条第1号"),
            ("manual_files_only", "規則第4条第2号"),
            ("health_insurance_society_files_only", "規則第4条第4号"),
            ("mutual_aid_files_only", "規則第4条第5号"),
            ("unlinked_files_only", "規則第4条第6号"),
            ("audit_files_only", "規則第4条第7号"),
        ]
    );
    for source in Exemption::ALL.iter().map(|exemption| exemption.source()) {
        assert_eq!((source.citation_certainty, source.certainty), (Certainty::Confirmed, Certainty::Confirmed));
        assert!(source.evidence.starts_with("text of the rules"));
    }
}

#[test]
fn json_of_a_determination() {
    let determination = determine(&Facts {
        population: Some(Count::Exact(5_000)),
        handlers: Some(Count::Range(CountRange::at_least(3))),
        serious_incident: None,
    });
    let expected = r#"{"required":"basic_item","required_label":"基礎項目評価の実施が義務付けられる","possible":["basic_item"],"possible_labels":["基礎項目評価の実施が義務付けられる"],"open":[],"open_labels":[],"grounds":[{"fact":"population","fact_label":"対象人数","read":5000,"read_label":"5,000人","bound":"from_1000_to_9999","label":"1,000人以上1万人未満","min":1000,"max":9999,"row":2,"obligation":"basic_item","obligation_label":"基礎項目評価の実施が義務付けられる","source":{"citation":"規則第5条第1項、第4条第8号イ","citation_certainty":"confirmed","citation_certainty_label":"確認済み","certainty":"confirmed","certainty_label":"確認済み","evidence":"text of the rules in force since 2025-04-01: 「基礎項目評価書を個人情報保護委員会に提出するものとする」; no more is required, by 「千人以上一万人未満であるとき」, without a word on handlers or incidents"}}],"headroom":{"more_people":{"at":10000,"by":{"min":5000,"max":5000},"possible":["basic_item","basic_item_and_key_item"],"possible_labels":["基礎項目評価の実施が義務付けられる","基礎項目評価及び重点項目評価の実施が義務付けられる"]},"fewer_people":{"at":999,"by":{"min":4001,"max":4001},"possible":["none"],"possible_labels":["特定個人情報保護評価の実施が義務付けられない"]},"more_handlers":null,"fewer_handlers":null,"incident":null,"incident_labels":null}}"#;
    assert_eq!(serde_json::to_string(&determination).unwrap(), expected);
    let open = serde_json::to_value(determine(&Facts::default())).unwrap();
    assert_eq!(open["required"], serde_json::Value::Null);
    assert_eq!(open["open"], json!(["population", "handlers", "incident"]));
    assert_eq!(open["headroom"], serde_json::Value::Null);
    // An entry for each fact that a row reads.
    assert_eq!(open["grounds"].as_array().unwrap().len(), 1 + 1 + 3 + 3 + 2 + 3 + 3 + 2 + 1);
    let open = serde_json::to_string(&determine(&Facts::default())).unwrap();
    for (entry, times) in [
        (
            r#"{"fact":"handlers","fact_label":"取扱者数","read":"?","read_label":"不明","bound":"under_500","label":"500人未満","min":0,"max":499,"row":4,"obligation""#,
            1,
        ),
        (
            r#"{"fact":"incident","fact_label":"重大事故","read":"?","read_label":"不明","bound":"yes","label":"発生あり","row":4,"obligation""#,
            1,
        ),
        (r#""bound":"at_least_300000","label":"30万人以上","min":300000,"max":null,"row":9,"#, 1),
        (
            r#""row":4,"obligation":"basic_item_and_key_item","obligation_label":"基礎項目評価及び重点項目評価の実施が義務付けられる","source":{"citation":"規則第6条第1項第1号","#,
            3,
        ),
    ] {
        assert_eq!(open.matches(entry).count(), times, "{entry}");
    }
    let exempt = serde_json::to_value(determine_exempt(&Facts::default(), Exemption::ManualFilesOnly)).unwrap();
    assert_eq!(exempt["grounds"].as_array().unwrap().len(), 1);
    assert_eq!(exempt["grounds"][0]["exemption"], "manual_files_only");
    assert_eq!(exempt["grounds"][0]["source"]["citation"], "規則第4条第2号");
}

#[test]
fn facts_are_read_with_nothing_lost() {
    let read = |json: &str| serde_json::from_str::<Facts>(json).map_err(|error| error.to_string());
    let facts = exact(62_000, 120, Occurrence::Occurred);
    for incident in ["\"yes\"", "true", "\"発生あり\"", "\" 発生あり \""] {
        assert_eq!(
            read(&format!(r#"{{"population":"62,000","handlers":120,"incident":{incident}}}"#)),
            Ok(facts),
            "{incident}"
        );
    }
    assert_eq!(read(r#"{"population":62000,"handlers":120,"serious_incident":"yes"}"#), Ok(facts));
    for open in [r#""?""#, r#"" ？ ""#, r#""unknown""#, r#""不明""#, r#"" unknown ""#, "null"] {
        let json = format!(r#"{{"population":{open},"handlers":{open},"incident":{open}}}"#);
        assert_eq!(read(&json), Ok(Facts::default()), "{open}");
    }
    assert_eq!(read("{}"), Ok(Facts::default()));
    let json = serde_json::to_string(&facts).unwrap();
    assert_eq!(json, r#"{"population":62000,"handlers":120,"incident":"yes"}"#);
    let json = serde_json::to_string(&Facts::default()).unwrap();
    assert_eq!(json, r#"{"population":"?","handlers":"?","incident":"?"}"#);

    assert_eq!(
        read(r#"{"population":1,"population":2}"#),
        Err("duplicate field `population` at line 1 column 28".into())
    );
    assert_eq!(
        read(r#"{"incident":"yes","serious_incident":"no"}"#),
        Err("duplicate field `incident` at line 1 column 36".into())
    );
    assert_eq!(
        read(r#"{"popluation":1}"#),
        Err("unknown field `popluation`, expected one of `population`, `handlers`, `incident`, `serious_incident` \
             at line 1 column 13"
            .into())
    );
    for (json, error) in [
        (
            r#"{"handlers":-1}"#,
            "invalid type: integer `-1`, expected a count for the handlers band (取扱者数): a number, a range or a band, \
             or \"?\" if it is not known at line 1 column 14",
        ),
        (
            r#"{"handlers":true}"#,
            "invalid type: boolean `true`, expected a count for the handlers band (取扱者数): a number, a range or a \
             band, or \"?\" if it is not known at line 1 column 16",
        ),
        (
            r#"{"handlers":4294967296}"#,
            "\"4294967296\" is too large for a count of people: expected at most 4294967295 at line 1 column 22",
        ),
        (
            r#"{"handlers":"UNKNOWN"}"#,
            "cannot read \"UNKNOWN\" as a count of people: expected a number (62000 or \"62,000\"), a range \
             (\"100000..299999\", \"500..\" or \"..499\"), or a band: under_500 (500人未満), at_least_500 (500人以上); \
             write \"?\" if it is not known at line 1 column 21",
        ),
        (
            r#"{"incident":"maybe"}"#,
            "unknown code or label \"maybe\" for the occurrence of a serious incident (重大事故の発生): expected one of \
             yes (発生あり), no (発生なし); write \"?\" if it is not known at line 1 column 19",
        ),
        (
            r#"{"incident":1}"#,
            "invalid type: integer `1`, expected a code or label of the occurrence of a serious incident \
             (重大事故の発生), or \"?\" if it is not known at line 1 column 13",
        ),
    ] {
        assert_eq!(read(json), Err(error.into()), "{json}");
    }
    // A document can leave an item empty or answer it with a mark. A fact cannot; of incidents, 「なし」 is an answer.
    for answer in ["", "―", "なし"] {
        for fact in ["population", "handlers", "incident"] {
            if (fact, answer) == ("incident", "なし") {
                assert_eq!(read(r#"{"incident":"なし"}"#).unwrap().serious_incident, Some(Occurrence::NotOccurred));
                continue;
            }
            assert!(read(&format!(r#"{{"{fact}":"{answer}"}}"#)).is_err(), "{fact} {answer}");
        }
    }
}

#[test]
fn facts_and_documents_write_the_same_word() {
    let header = r#""format":"mynumber-pia","version":1,"kind":"basic_item","edition":"form_2_2024_10""#;
    for (population, handlers, incident) in
        [("?", "?", "?"), ("from_1000_to_9999", "at_least_500", "yes"), ("1000..", "?", "no")]
    {
        let facts = json!({"population": population, "handlers": handlers, "incident": incident});
        let read: Facts = serde_json::from_value(facts.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), facts);
        let threshold = json!({"handlers": handlers, "incident": incident});
        let document = format!(r#"{{{header},"population":"{population}","threshold":{threshold}}}"#);
        let document: Assessment = serde_json::from_str(&document).unwrap();
        assert_eq!(Facts::from(&document), read);
        let written = serde_json::to_value(&document).unwrap();
        assert_eq!((&written["population"], &written["threshold"]), (&facts["population"], &threshold));
    }
}

#[test]
fn a_tally_claims_no_more_than_it_knows() {
    let party = |name: &str| Text::new(name).unwrap();
    let mut tally = Tally::new();
    assert_eq!(tally.total(), None, "no party is not nobody");

    tally.add(party("保険年金課"), Some(Count::<StaffBand>::Exact(120)));
    tally.add(party("納税課"), Some(Count::<StaffBand>::Exact(30)));
    assert_eq!(tally.total(), Some(Count::Exact(150)));

    tally.add(party("委託先A"), Some(Count::Band(StaffBand::From10To49)));
    assert_eq!(tally.total(), Some(Count::Range(CountRange::new(160, 199).unwrap())));

    // The same entrustee under another entrustment can have the same people or others.
    tally.add(party("委託先A"), Some(Count::Band(StaffBand::From100To499)));
    assert_eq!(tally.total(), Some(Count::Range(CountRange::new(250, 698).unwrap())));
    tally.add(party("委託先A"), Some(Count::Band(StaffBand::Under10)));
    assert_eq!(tally.total(), Some(Count::Range(CountRange::new(250, 707).unwrap())));

    tally.add(party("再委託先"), None::<Count<StaffBand>>);
    assert_eq!(tally.total(), Some(Count::Range(CountRange::at_least(250))));
    let parties: Vec<_> = tally.parties().map(|(party, handlers)| format!("{party} {handlers}")).collect();
    assert_eq!(parties, ["保険年金課 120..120", "納税課 30..30", "委託先A 100..557", "再委託先 0.."]);

    // The same name in another width or with other blanks is the same party. The first spelling is kept.
    tally.add(party("委託先 Ａ"), Some(Count::<StaffBand>::Exact(0)));
    tally.add(party("委託先B"), Some(Count::<StaffBand>::Exact(1)));
    let names: Vec<_> = tally.parties().map(|(party, _)| party.as_str()).collect();
    assert_eq!(names, ["保険年金課", "納税課", "委託先A", "再委託先", "委託先B"]);

    // A sum above the greatest count has no upper end, and does not wrap.
    tally.add(party("全員"), Some(Count::<StaffBand>::Exact(u32::MAX)));
    assert_eq!(tally.total(), Some(Count::Range(CountRange::at_least(u32::MAX))));
}

#[test]
fn a_tally_of_parties_of_whom_nothing_is_known_is_unknown() {
    let party = |name: &str| Text::new(name).unwrap();
    let mut tally = Tally::new();
    tally.add(party("保険年金課"), None::<Count<StaffBand>>);
    tally.add(party("システム事業者"), None::<Count<StaffBand>>);
    assert_eq!(tally.total(), None);
    tally.add(party("納税課"), Some(Count::<StaffBand>::Exact(0)));
    assert_eq!(tally.total(), None, "nobody added to what is not known");
    tally.add(party("納税課"), Some(Count::<StaffBand>::Exact(1)));
    assert_eq!(tally.total(), Some(Count::Range(CountRange::at_least(1))));
}

#[test]
fn the_first_spelling_of_a_party_is_kept() {
    let mut tally = Tally::new();
    for name in ["（株）システム　Ｅ１", "(株)システムE1", "㈱システムE1"] {
        tally.add(Text::new(name).unwrap(), Some(Count::<StaffBand>::Exact(10)));
    }
    let parties: Vec<_> = tally.parties().map(|(party, handlers)| format!("{party} {handlers}")).collect();
    assert_eq!(parties, ["（株）システム　Ｅ１ 10..30"], "one party, whose legal form is abbreviated");
    assert_eq!(tally.total(), Some(Count::Range(CountRange::new(10, 30).unwrap())));
}

#[test]
fn a_party_is_the_same_in_either_width() {
    for (wide, narrow) in [
        ("Ａ（１）！～", "A(1)!~"),
        ("「甲」", "｢甲｣"),
        ("甲、乙", "甲､乙"),
        ("甲・乙", "甲･乙"),
        ("甲。", "甲｡"),
        ("甲　乙", "甲 乙"),
    ] {
        let mut tally = Tally::new();
        for name in [wide, narrow] {
            tally.add(Text::new(name).unwrap(), Some(Count::<StaffBand>::Exact(10)));
        }
        assert_eq!(tally.parties().count(), 1, "{wide} {narrow}");
    }
}

fn incident() -> impl Strategy<Value = Option<Occurrence>> {
    prop_oneof![Just(None), Just(Some(BOTH[0])), Just(Some(BOTH[1]))]
}

/// Counts near the bounds, and any counts.
fn people() -> impl Strategy<Value = u32> {
    prop_oneof![
        0..1_010_u32,
        9_990..10_010_u32,
        99_990..100_010_u32,
        299_990..300_010_u32,
        0..400_000_u32,
        any::<u32>(),
    ]
}

fn staff() -> impl Strategy<Value = u32> {
    prop_oneof![490..510_u32, 0..1_000_u32, any::<u32>()]
}

fn population() -> impl Strategy<Value = Option<Count<PopulationBand>>> {
    proptest::option::weighted(
        0.8,
        prop_oneof![
            people().prop_map(Count::Exact),
            proptest::sample::select(PopulationBand::ALL).prop_map(Count::Band),
            (people(), 0..60_000_u32)
                .prop_map(|(min, more)| Count::Range(CountRange::new(min, min.saturating_add(more)).unwrap())),
            people().prop_map(|min| Count::Range(CountRange::at_least(min))),
        ],
    )
}

fn handlers() -> impl Strategy<Value = Option<Count<HandlersBand>>> {
    proptest::option::weighted(
        0.8,
        prop_oneof![
            staff().prop_map(Count::Exact),
            proptest::sample::select(HandlersBand::ALL).prop_map(Count::Band),
            (staff(), 0..600_u32)
                .prop_map(|(min, more)| Count::Range(CountRange::new(min, min.saturating_add(more)).unwrap())),
            staff().prop_map(|min| Count::Range(CountRange::at_least(min))),
        ],
    )
}

fn facts() -> impl Strategy<Value = Facts> {
    (population(), handlers(), incident()).prop_map(|(population, handlers, serious_incident)| Facts {
        population,
        handlers,
        serious_incident,
    })
}

/// The counts that are possible for a fact.
fn range<B: NumericBand>(fact: Option<Count<B>>) -> CountRange {
    fact.map_or(CountRange::ANY, Count::range)
}

/// Counts of a range, enough to be in every band that the range touches. The bounds are written down here.
fn samples(range: CountRange) -> Vec<u32> {
    let bounds = [0, 499, 500, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 299_999, 300_000, u32::MAX];
    let ends = [Some(range.min()), range.max()];
    bounds.into_iter().chain(ends.into_iter().flatten()).filter(|count| range.contains(*count)).collect()
}

/// The union of the table over all counts that are possible for the facts.
fn union(table: &[Cell], facts: &Facts) -> ObligationSet {
    let mut union = ObligationSet::EMPTY;
    for population in samples(range(facts.population)) {
        for handlers in samples(range(facts.handlers)) {
            for incident in facts.serious_incident.map_or(BOTH.to_vec(), |answer| vec![answer]) {
                union = union.union(ObligationSet::of(of_table(table, population, handlers, incident)));
            }
        }
    }
    union
}

#[test]
fn a_range_is_the_union_of_its_counts() {
    // Count by count, without sampling.
    let table = table();
    for (min, max) in [(0, 1_200), (900, 10_100), (9_990, 100_010), (99_990, 300_010), (250_000, 400_000)] {
        for handlers in [3, 499, 500] {
            for incident in BOTH {
                let expected: ObligationSet =
                    (min..=max).map(|population| of_table(&table, population, handlers, incident)).collect();
                let facts = Facts {
                    population: Some(Count::Range(CountRange::new(min, max).unwrap())),
                    ..exact(0, handlers, incident)
                };
                assert_eq!(determine(&facts).possible(), expected, "{min}..{max}");
            }
        }
    }
}

proptest! {
    #[test]
    fn what_is_possible_is_the_union_over_what_the_facts_may_be(facts in facts()) {
        let possible = determine(&facts).possible();
        prop_assert_eq!(possible, union(&table(), &facts));
        prop_assert!(!possible.is_empty());
    }

    #[test]
    fn more_never_lowers(
        (population, handlers, incident) in (people(), staff(), incident()),
        (more_people, more_staff) in (0..300_000_u32, 0..600_u32),
    ) {
        let answer = incident.unwrap_or(Occurrence::NotOccurred);
        let before = obligation(population, handlers, answer);
        prop_assert!(obligation(population.saturating_add(more_people), handlers, answer) >= before);
        prop_assert!(obligation(population, handlers.saturating_add(more_staff), answer) >= before);
        prop_assert!(obligation(population, handlers, Occurrence::Occurred) >= before);
    }

    #[test]
    fn forgetting_a_fact_never_excludes_what_was_possible(facts in facts()) {
        let possible = determine(&facts).possible();
        for less in [
            Facts { population: None, ..facts },
            Facts { handlers: None, ..facts },
            Facts { serious_incident: None, ..facts },
        ] {
            prop_assert_eq!(determine(&less).possible().union(possible), determine(&less).possible());
        }
    }

    #[test]
    fn a_fact_decides_where_settling_it_can_change_the_possibilities(facts in facts()) {
        let table = table();
        let determination = determine(&facts);
        // With some values of the other facts, two values of the fact lead to two obligations.
        let varies = |vary: Fact| {
            let incidents = facts.serious_incident.map_or(BOTH.to_vec(), |answer| vec![answer]);
            let (people, staff) = (samples(range(facts.population)), samples(range(facts.handlers)));
            let over = |people: &[u32], staff: &[u32], incidents: &[Occurrence]| {
                let mut set = ObligationSet::EMPTY;
                for p in people {
                    for s in staff {
                        for i in incidents {
                            set = set.union(ObligationSet::of(of_table(&table, *p, *s, *i)));
                        }
                    }
                }
                set.len() > 1
            };
            match vary {
                Fact::Population => staff.iter().any(|s| incidents.iter().any(|i| over(&people, &[*s], &[*i]))),
                Fact::Handlers => people.iter().any(|p| incidents.iter().any(|i| over(&[*p], &staff, &[*i]))),
                Fact::SeriousIncident => people.iter().any(|p| staff.iter().any(|s| over(&[*p], &[*s], &incidents))),
            }
        };
        for fact in Fact::ALL.iter().copied() {
            prop_assert_eq!(determination.decides(fact), varies(fact), "{}", fact);
        }
        prop_assert_eq!(determination.open().count() == 0, determination.required().is_some());
    }

    #[test]
    fn headroom_is_minimal_and_true(facts in facts()) {
        let table = table();
        let determination = determine(&facts);
        let Some(required) = determination.required() else { return Ok(()) };
        let headroom = determination.headroom().unwrap();
        let settled = ObligationSet::of(required);
        let at_people = |count| union(&table, &Facts { population: Some(Count::Exact(count)), ..facts });
        let at_staff = |count| union(&table, &Facts { handlers: Some(Count::Exact(count)), ..facts });
        let people = range(facts.population);
        let staff = range(facts.handlers);
        for (shift, range, at) in [
            (headroom.more_people, people, &at_people as &dyn Fn(u32) -> ObligationSet),
            (headroom.more_handlers, staff, &at_staff),
        ] {
            let Some(max) = range.max() else {
                prop_assert!(shift.is_none());
                continue;
            };
            if let Some(shift) = shift {
                prop_assert!(shift.at > max);
                prop_assert_eq!(at(shift.at), shift.possible);
                prop_assert_ne!(shift.possible, settled);
                prop_assert_eq!(at(shift.at - 1), settled);
                prop_assert_eq!(shift.by, CountRange::new(shift.at - max, shift.at - range.min()).unwrap());
            }
            // No nearer count changes the result. Without a shift, no count does.
            let end = shift.map_or(u32::MAX, |shift| shift.at - 1);
            for count in samples(CountRange::new(max, end).unwrap()) {
                prop_assert_eq!(at(count), settled, "{}", count);
            }
        }
        for (shift, range, at) in [
            (headroom.fewer_people, people, &at_people as &dyn Fn(u32) -> ObligationSet),
            (headroom.fewer_handlers, staff, &at_staff),
        ] {
            if let Some(shift) = shift {
                prop_assert!(shift.at < range.min());
                prop_assert_eq!(at(shift.at), shift.possible);
                prop_assert_ne!(shift.possible, settled);
                prop_assert_eq!(at(shift.at + 1), settled);
                prop_assert_eq!(shift.by.min(), range.min() - shift.at);
                prop_assert_eq!(shift.by.max(), range.max().map(|max| max - shift.at));
            }
            let start = shift.map_or(0, |shift| shift.at + 1);
            for count in samples(CountRange::new(start, range.min()).unwrap()) {
                prop_assert_eq!(at(count), settled, "{}", count);
            }
        }
        let flipped = facts.serious_incident.map(|answer| {
            let other = BOTH.into_iter().find(|other| *other != answer);
            union(&table, &Facts { serious_incident: other, ..facts })
        });
        prop_assert_eq!(headroom.incident, flipped.filter(|possible| *possible != settled));
    }

    #[test]
    fn grounds_cover_exactly_the_rows_that_may_hold(facts in facts()) {
        let determination = determine(&facts);
        let mut from_rows = ObligationSet::EMPTY;
        let mut last = 0;
        for ground in determination.grounds() {
            let Ground::Row { row, facts: read } = ground else { panic!("no exemption was given") };
            prop_assert_eq!(read, facts);
            from_rows = from_rows.union(ObligationSet::of(row.obligation));
            prop_assert!(row.number > last, "in order, each once");
            last = row.number;
            let mut last = None;
            for criterion in ground.criteria() {
                prop_assert!(Some(criterion.fact()) > last, "in order, each once");
                last = Some(criterion.fact());
                let overlaps = match criterion {
                    Criterion::Population { count, band } => range(count).overlaps(band.range()),
                    Criterion::Handlers { count, band } => range(count).overlaps(band.range()),
                    Criterion::SeriousIncident { known, answer } => known.is_none_or(|known| known == answer),
                };
                prop_assert!(overlaps, "{:?}", criterion);
            }
        }
        prop_assert_eq!(from_rows, determination.possible());
    }

    #[test]
    fn facts_survive_json(facts in facts()) {
        let json = serde_json::to_string(&facts).unwrap();
        prop_assert_eq!(serde_json::from_str::<Facts>(&json).unwrap(), facts);
    }
}

/// Every determination explains itself. In the English explanation, only citations are Japanese.
#[test]
fn the_open_facts_are_listed() {
    let open = |facts: Facts| {
        let text = determine(&facts).text(Language::Japanese);
        text.lines().find_map(|line| line.strip_prefix("未確定 ")).map(str::to_string)
    };
    let none = Facts::default();
    assert_eq!(open(none).unwrap(), "結果は対象人数、取扱者数及び重大事故の有無によって異なる");
    let of_a_city = Facts { population: Some(Count::Exact(62_000)), ..none };
    assert_eq!(open(of_a_city).unwrap(), "結果は取扱者数及び重大事故の有無によって異なる");
    let without_incident = Facts { serious_incident: Some(Occurrence::NotOccurred), ..of_a_city };
    assert_eq!(open(without_incident).unwrap(), "結果は取扱者数によって異なる");
    assert_eq!(open(Facts { handlers: Some(Count::Exact(120)), ..without_incident }), None);
}

#[test]
fn determinations_in_two_languages() {
    let counts = |counts: &[&str]| -> Vec<Option<u32>> { counts.iter().map(|count| count.parse().ok()).collect() };
    let answers = [None, Some(Occurrence::Occurred), Some(Occurrence::NotOccurred)];
    let mut determinations = Vec::new();
    for population in counts(&["", "999", "5000", "62000", "150000", "300000"]) {
        for handlers in counts(&["", "0", "499", "500"]) {
            for serious_incident in answers {
                let facts = Facts {
                    population: population.map(Count::Exact),
                    handlers: handlers.map(Count::Exact),
                    serious_incident,
                };
                determinations.push(determine(&facts));
            }
        }
    }
    determinations.extend(Exemption::ALL.iter().map(|exemption| determine_exempt(&Facts::default(), *exemption)));
    let mut has_several = false;
    for determination in determinations {
        let japanese = determination.text(Language::Japanese);
        assert_eq!(determination.to_string(), japanese);
        assert_eq!(japanese.lines().filter(|line| line.starts_with("結果 ")).count(), 1);
        assert_eq!(japanese.contains("未確定 "), determination.required().is_none());
        for possible in determination.possible().iter() {
            assert!(japanese.contains(possible.label()));
        }
        // Each ground is one line.
        let lines: Vec<&str> = japanese.lines().filter_map(|line| line.strip_prefix("根拠 ")).collect();
        assert_eq!(lines, in_words(&determination));
        has_several |= lines.len() > 1;
        let english = determination.text(Language::English);
        assert_eq!(english.lines().count(), japanese.lines().count(), "{english}\n{japanese}");
        for ground in determination.grounds() {
            let text = ground.text(Language::English);
            assert!(english.contains(&text) && japanese.contains(&ground.to_string()), "{english}");
            let words = text.split('[').next().unwrap();
            assert!(words.chars().all(|c| c.is_ascii() || c == '→'), "{text}");
        }
        let words: String = english.split('[').filter_map(|part| part.rsplit(']').next()).collect();
        assert!(words.chars().all(|c| c.is_ascii() || c == '→'), "{words}");
    }
    assert!(has_several);
}
