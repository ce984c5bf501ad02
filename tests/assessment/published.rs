//! Facts of five published assessments that a naive copy of the form would lose. The model keeps each of them.
//!
//! 江戸川区 国民健康保険 全項目評価書
//! 1. one section for several files: `one_section_for_two_files`
//! 2. declared counts and lists: `declared_is_not_listed`
//! 3. many-valued recipients: `one_recipient_has_many_values`
//! 4. law through law, rows in groups: `a_basis_goes_through_another`, `the_key_of_a_row_is_group_and_row`
//! 5. frequency per method: `frequency_per_method_or_none`
//! 6. chains in free text: `chains_hide_in_free_text`, `the_same_entrustment_recurs_under_other_numbers`
//! 7. systems: `a_system_consists_of_systems`, `connections_are_one_sided`, `one_system_has_several_spellings`,
//!    `a_system_is_used_that_is_not_listed`
//! 8. texts by place: `storage_and_erasure_by_place`
//! 9. unequal dates: `a_month_a_day_and_a_length`
//! 10. change rows: `changes_of_edogawa`, `numbers_are_no_identity_over_versions`
//! 11. unticked is not unknown: `a_box_has_three_states`
//!
//! The other four
//! 1. more than value or nothing: `an_answer_is_more_than_a_value_or_nothing`, `a_box_and_its_text_are_independent`
//! 2. declared beside the list: `a_declared_count_is_kept_beside_the_list`
//! 3. numbers are labels: `numbers_are_labels`
//! 4. names are no keys: `names_are_no_keys`
//! 5. two scales of people: `two_scales_of_people`
//! 6. cells with inner structure: `cells_have_inner_structure`
//! 7. citations are versioned: `citations_are_versioned`, `rows_and_articles_are_paired_in_groups`,
//!    `rows_without_an_article`
//! 8. three tiers, no names, internal use: `three_tiers`, `an_entrustee_that_is_never_named`,
//!    `a_transfer_that_is_internal_use`
//! 9. the log is text: `a_change_runs_over_pages`, `the_log_quotes_in_part`, `a_before_is_not_the_after_before_it`,
//!    `a_log_of_pages`
//! 10. dates as printed: `dates_as_printed`
//! 11. lists in one line: `two_departments_and_one_head`
//! 12. doubt: `lost_reading_order_is_doubt`

use crate::support::{EDOGAWA, KAWAGUCHI, KUMAGAYA, MATSUDO, SHINJUKU};
use std::collections::{BTreeMap, BTreeSet};

use mynumber_pia::assessment::{Assessment, Chain, Change, FileSection, InformationSystem, Recipient, shared_parties};
use mynumber_pia::law::{Absence, Citation, Renumbering, StatutoryBasis};
use mynumber_pia::threshold::{Facts, determine};
use mynumber_pia::value::answer::{Answer, Boxes, Lines, Tick, Timing};
use mynumber_pia::value::band::{Count, DataSubjectsBand, PopulationBand};
use mynumber_pia::value::choice::{
    Audit, Connection, Extent, InformationSource, ProvisionMethod, ReEntrustmentState, RecordItem, SubmissionTiming,
    TransferMethod,
};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::incident::Occurrence;
use mynumber_pia::value::kind::{AssessmentKind, Form, Obligation};
use mynumber_pia::value::text::{Nothing, Text};

fn edogawa() -> Assessment {
    serde_json::from_str(EDOGAWA).unwrap()
}

fn shinjuku() -> Assessment {
    serde_json::from_str(SHINJUKU).unwrap()
}

fn kawaguchi() -> Assessment {
    serde_json::from_str(KAWAGUCHI).unwrap()
}

fn kumagaya() -> Assessment {
    serde_json::from_str(KUMAGAYA).unwrap()
}

fn matsudo() -> Assessment {
    serde_json::from_str(MATSUDO).unwrap()
}

fn any(json: &str) -> Assessment {
    serde_json::from_str(json).unwrap()
}

/// The texts of a cell.
#[track_caller]
fn texts(cell: &Answer<Lines>) -> Vec<&str> {
    cell.given().unwrap_or_else(|| panic!("not given: {cell:?}")).texts().map(Text::as_str).collect()
}

/// The only text of a cell.
#[track_caller]
fn only(cell: &Answer<Lines>) -> &str {
    let texts = texts(cell);
    assert_eq!(texts.len(), 1, "{texts:?}");
    texts[0]
}

/// The headings of a cell. A heading over several lines is listed once.
#[track_caller]
fn headings(cell: &Answer<Lines>) -> Vec<&str> {
    let mut headings: Vec<&str> =
        cell.given().unwrap().iter().filter_map(|(under, _)| under).map(Text::as_str).collect();
    headings.dedup();
    headings
}

fn text(answer: &Answer<Text>) -> Option<&str> {
    answer.given().map(Text::as_str)
}

fn date(text: &str) -> Answer<FormDate> {
    Answer::Given(text.parse().unwrap())
}

/// The basis at `path`.
#[track_caller]
fn basis_at(assessment: &Assessment, path: &str) -> StatutoryBasis {
    let found = assessment.bases().into_iter().find(|basis| basis.path.to_string() == path);
    found.unwrap_or_else(|| panic!("no {path}")).basis
}

/// The citations of the basis at `path`, each with the index of the one that it goes through: 「citation~0」.
#[track_caller]
fn cited(assessment: &Assessment, path: &str) -> Vec<String> {
    let basis = basis_at(assessment, path);
    let shown = basis.found().iter().map(|found| match found.via {
        Some(via) => format!("{}~{via}", found.citation),
        None => found.citation.to_string(),
    });
    shown.collect()
}

/// The rows that are in groups, as (group, row).
#[track_caller]
fn grouped(assessment: &Assessment, path: &str) -> Vec<(usize, u32)> {
    let basis = basis_at(assessment, path);
    let found = basis.found().iter().filter_map(|found| {
        let row = found.citation.locator().place()?.row_number()?;
        Some((found.group?, row.main()))
    });
    found.collect()
}

fn one_change(change: &Change) -> (&str, Option<&str>, Option<&str>) {
    let single = |cell: &'_ Answer<Lines>| cell.given().is_some_and(|lines| lines.texts().count() == 1);
    (
        only(&change.items),
        single(&change.before).then(|| only(&change.before)),
        single(&change.after).then(|| only(&change.after)),
    )
}

#[test]
fn saving_gives_the_same_bytes() {
    for (name, json) in [
        ("edogawa", EDOGAWA),
        ("shinjuku", SHINJUKU),
        ("kawaguchi", KAWAGUCHI),
        ("kumagaya", KUMAGAYA),
        ("matsudo", MATSUDO),
    ] {
        let assessment: Assessment = serde_json::from_str(json).unwrap_or_else(|error| panic!("{name}: {error}"));
        let saved = serde_json::to_string_pretty(&assessment).unwrap() + "\n";
        assert!(saved == json, "{name} is not saved as it was loaded");
        let compact = serde_json::to_string(&assessment).unwrap();
        assert!(serde_json::from_str::<Assessment>(&compact).unwrap() == assessment, "{name}");
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        assert!(serde_json::from_value::<Assessment>(value).unwrap() == assessment, "{name}: fields in another order");
    }
}

#[test]
fn kinds_and_editions() {
    let of = |json| {
        let assessment = any(json);
        (assessment.kind(), assessment.form.edition().map(|edition| edition.to_string()), assessment.extent)
    };
    assert_eq!(of(EDOGAWA), (AssessmentKind::AllItem, None, Extent::Whole));
    assert_eq!(of(SHINJUKU), (AssessmentKind::AllItem, None, Extent::Excerpt));
    assert_eq!(of(KAWAGUCHI), (AssessmentKind::KeyItem, Some("form_3_2024_10".to_string()), Extent::Whole));
    assert_eq!(of(KUMAGAYA), (AssessmentKind::BasicItem, Some("form_2_2024_10".to_string()), Extent::Whole));
    assert_eq!(of(MATSUDO), (AssessmentKind::KeyItem, None, Extent::Whole));
    assert_eq!(edogawa().form, Form::EditionUnknown(AssessmentKind::AllItem));
}

#[test]
fn thresholds() {
    let of = |json| {
        let facts = Facts::from(&any(json));
        (facts, determine(&facts))
    };
    // 30万人以上 requires the all-item assessment, whatever the other facts are.
    let (facts, edogawa_needs) = of(EDOGAWA);
    assert_eq!(facts.population, Some(Count::Band(PopulationBand::AtLeast300000)));
    assert_eq!((facts.handlers, facts.serious_incident), (None, None));
    assert_eq!(edogawa_needs.required(), Some(Obligation::BasicItemAndAllItem));
    assert_eq!(edogawa().threshold.result, Answer::Given(Obligation::BasicItemAndAllItem));

    // 10万人以上30万人未満: 取扱者数 and 重大事故 are in the 様式2 of the affair. The stated result is possible.
    for (json, document) in [(KAWAGUCHI, kawaguchi()), (MATSUDO, matsudo())] {
        let (facts, needs) = of(json);
        assert_eq!(facts.population, Some(Count::Band(PopulationBand::From100000To299999)));
        assert_eq!((facts.handlers, facts.serious_incident), (None, None));
        assert_eq!(needs.required(), None);
        assert_eq!(
            needs.possible().iter().collect::<Vec<_>>(),
            [Obligation::BasicItemAndKeyItem, Obligation::BasicItemAndAllItem]
        );
        let stated = document.threshold.result.given().copied().unwrap();
        assert_eq!(stated, Obligation::BasicItemAndKeyItem);
        assert!(needs.possible().contains(stated));
    }

    // 1万人以上10万人未満 with few handlers: the incident decides, as the change table of the document says.
    let (facts, needs) = of(KUMAGAYA);
    assert_eq!(facts.population, Some(Count::Band(PopulationBand::From10000To99999)));
    assert_eq!(facts.handlers.unwrap().to_string(), "500人未満");
    assert_eq!(facts.serious_incident, Some(Occurrence::Occurred));
    assert_eq!(needs.required(), Some(Obligation::BasicItemAndKeyItem));
    let document = kumagaya();
    assert_eq!(document.threshold.result, Answer::Given(Obligation::BasicItemAndKeyItem));
    assert_eq!(one_change(&document.changes[64]).1, Some(Occurrence::NotOccurred.label()));
    assert_eq!(one_change(&document.changes[64]).2, Some(Occurrence::Occurred.label()));
    let before = determine(&Facts { serious_incident: Some(Occurrence::NotOccurred), ..facts });
    assert_eq!(before.required(), Some(Obligation::BasicItem));
    assert_eq!(one_change(&document.changes[65]).1, Some(Obligation::BasicItem.label()));
    assert_eq!(one_change(&document.changes[65]).2, Some(Obligation::BasicItemAndKeyItem.label()));

    // The excerpt shows none of the three.
    let (facts, needs) = of(SHINJUKU);
    assert_eq!(facts, Facts::default());
    assert_eq!(needs.required(), None);
}

// 江戸川区

#[test]
fn one_section_for_two_files() {
    let all = ["国保賦課ファイル", "国保資格ファイル", "国保給付ファイル", "国保収滞納ファイル"];
    let document = edogawa();
    let files: Vec<_> = document.files.iter().map(|file| (file.number, text(&file.name).unwrap())).collect();
    assert_eq!(files, [1, 2, 3, 4].map(Answer::Given).into_iter().zip(all).collect::<Vec<_>>());
    let sections: Vec<_> = document.file_sections.iter().map(|section| texts(&section.names)).collect();
    assert_eq!(sections, [&all[..2], &all[2..3], &all[3..]]);
    // Ⅲ is written once for all four.
    assert_eq!(document.risks.len(), 1);
    // (The document prints the third by a shorter name.)
    assert_eq!(texts(&document.risks[0].names), [all[0], all[1], "国保給付", all[3]]);
    // The same, each as a single name.
    let names: Vec<Vec<String>> =
        document.file_sections.iter().map(|section| section.file_names().map(ToString::to_string).collect()).collect();
    assert_eq!(names, sections);
}

#[test]
fn declared_is_not_listed() {
    let document = edogawa();
    let counts: Vec<_> = document
        .file_sections
        .iter()
        .map(|section| {
            let provision = &section.provision;
            assert_eq!((provision.transferred, provision.neither), (Tick::Ticked, Tick::Unticked));
            (provision.provided, provision.provided_count, provision.provisions.len())
        })
        .collect();
    assert_eq!(
        counts,
        [
            (Tick::Ticked, Answer::Given(28), 20),
            (Tick::Ticked, Answer::Given(28), 20),
            (Tick::Unticked, Answer::Blank, 1)
        ]
    );
    let transfers: Vec<_> = document
        .file_sections
        .iter()
        .map(|section| (section.provision.transferred_count, section.provision.transfers.len()))
        .collect();
    assert_eq!(transfers, [(Answer::Given(13), 13), (Answer::Given(8), 8), (Answer::Given(2), 2)]);
    for section in &document.file_sections[..2] {
        let numbers: Vec<_> = section.provision.provisions.iter().map(|recipient| recipient.number).collect();
        assert_eq!(numbers, (1..=20).map(Answer::Given).collect::<Vec<_>>());
    }
    // 提供先21 to 28 are rows of the change table.
    for number in 21..=28 {
        let item = format!("提供先{number}-①法令上の根拠");
        let rows = document.changes.iter().filter(|change| only(&change.items).ends_with(&item));
        let rows: Vec<_> = rows.filter(|change| only(&change.items).contains("資格・賦課情報ファイル")).collect();
        assert_eq!(rows.len(), 1, "{item}");
        assert!(only(&rows[0].after).starts_with("番号利用法第19条第８号に基づく主務省令第２条の表の"));
    }
    // The third section prints an empty 提供先1.
    let empty = &document.file_sections[2].provision.provisions[0];
    let expected = Recipient {
        number: Answer::Given(1),
        names: Answer::Blank,
        bases: Answer::Blank,
        uses: Answer::Blank,
        information: Answer::Blank,
        data_subjects: Answer::Blank,
        scope: Answer::Blank,
        methods: Boxes::<ProvisionMethod>::NONE,
        methods_other: Answer::Blank,
        timing: Answer::Blank,
    };
    assert_eq!(*empty, expected);
}

#[test]
fn one_recipient_has_many_values() {
    let document = edogawa();
    let transfers = &document.file_sections[0].provision.transfers;
    assert_eq!(only(&transfers[0].names), "障害者福祉課");
    assert_eq!(texts(&transfers[0].uses).len(), 4);
    let rows = |path: &str| -> Vec<String> {
        cited(&any(EDOGAWA), path)
            .iter()
            .filter_map(|citation| citation.strip_prefix("利用特定個人情報の提供に関する命令第2条の表の"))
            .map(|row| row.split("の項").next().unwrap().to_string())
            .collect()
    };
    assert_eq!(rows("file_sections[0].provision.transfers[0].bases"), ["13", "16", "19", "145"]);
    assert_eq!(texts(&transfers[3].names), ["課税課", "納税課"]);
    for place in [7, 9] {
        assert_eq!(texts(&transfers[place].names), ["生活援護第一課", "生活援護第二課", "生活援護第三課"]);
    }
    // One department is two entries.
    let places = |name: &str| -> Vec<usize> {
        (0..transfers.len()).filter(|place| texts(&transfers[*place].names) == [name]).collect()
    };
    assert_eq!(places("介護保険課"), [1, 5]);
    assert_eq!(places("保健予防課"), [11, 12]);
    // 移転先12 has three rows and two uses.
    assert_eq!(transfers[11].number, Answer::Given(12));
    assert_eq!(rows("file_sections[0].provision.transfers[11].bases"), ["13", "137", "145"]);
    assert_eq!(texts(&transfers[11].uses).len(), 2);
}

#[test]
fn a_basis_goes_through_another() {
    let assessment = any(EDOGAWA);
    let ordinance = "江戸川区個人番号の利用に関する条例";
    let order = "利用特定個人情報の提供に関する命令第2条の表";
    // 条例 is what Ⅰ5 defines.
    assert_eq!(
        cited(&assessment, "number_use_bases"),
        [
            "番号法第9条第1項",
            "番号法第9条第2項",
            "番号法別表の44の項",
            "別表の主務省令で定める事務を定める命令第24条",
            "国民健康保険法第113条の3第1項",
            "国民健康保険法第113条の3第2項",
            "住民基本台帳法第30条の9",
            "住民基本台帳法別表第一の73の2の項",
            "江戸川区個人番号の利用に関する条例第4条第1項",
        ]
    );
    assert_eq!(
        cited(&assessment, "file_sections[0].provision.transfers[0].bases"),
        [
            format!("{ordinance}第4条第3項"),
            "番号法第19条第8号~0".to_string(),
            format!("{order}の13の項~1"),
            format!("{order}の16の項~1"),
            format!("{order}の19の項~1"),
            format!("{order}の145の項~1"),
        ]
    );
    // They are often beside a row of 条例別表第二.
    for (place, row, of_order) in [(1, 4, 87), (3, 1, 48), (5, 3, 131)] {
        assert_eq!(
            cited(&assessment, &format!("file_sections[0].provision.transfers[{place}].bases")),
            [
                format!("{ordinance}第4条第2項"),
                format!("{ordinance}別表第二の{row}の項~0"),
                format!("{ordinance}第4条第3項"),
                "番号法第19条第8号~2".to_string(),
                format!("{order}の{of_order}の項~3"),
            ]
        );
    }
    assert_eq!(
        cited(&assessment, "file_sections[0].provision.transfers[12].bases"),
        [
            format!("{ordinance}第4条第2項"),
            format!("{ordinance}別表第二の32の項~0"),
            format!("{ordinance}別表第二の33の項~0")
        ]
    );
    // The basis of 移転先3 is another law.
    assert_eq!(cited(&assessment, "file_sections[0].provision.transfers[2].bases"), ["住民基本台帳法第7条"]);
}

#[test]
fn the_key_of_a_row_is_group_and_row() {
    let assessment = any(EDOGAWA);
    let found = grouped(&assessment, "linkage.bases");
    // The last group is 情報照会, the six before it are 情報提供.
    assert_eq!(found.iter().filter(|(group, _)| *group == 6).map(|(_, row)| *row).collect::<Vec<_>>(), [69, 70, 71]);
    let provided: Vec<(usize, u32)> = found.into_iter().filter(|(group, _)| *group < 6).collect();
    assert_eq!(provided.len(), 30);
    let rows: BTreeSet<u32> = provided.iter().map(|(_, row)| *row).collect();
    assert_eq!(rows.len(), 28);
    let keys: BTreeSet<(usize, u32)> = provided.iter().copied().collect();
    assert_eq!(keys.len(), 30, "group and row are a key");
    let groups_of = |row| provided.iter().filter(|found| found.1 == row).map(|found| found.0).collect::<Vec<_>>();
    assert_eq!(groups_of(13), [0, 1]);
    assert_eq!(groups_of(158), [0, 1]);
    let sizes: Vec<usize> = (0..6).map(|group| provided.iter().filter(|found| found.0 == group).count()).collect();
    assert_eq!(sizes, [17, 5, 1, 2, 2, 3]);
    // The lines of the cell are read as one text. A heading comes before the lines under it.
    let text = basis_at(&assessment, "linkage.bases").text().to_string();
    assert_eq!(text.matches("における情報提供の根拠】\n第三欄").count(), 1);
    assert_eq!(text.matches('【').count(), 2);
}

#[test]
fn frequency_per_method_or_none() {
    let document = edogawa();
    let transfers = &document.file_sections[0].provision.transfers;
    let Answer::Given(timings) = &transfers[3].timing else { panic!() };
    let timing = |of: &str, frequency: &str| Timing {
        of: Some(of.parse().unwrap()),
        since: None,
        frequency: Some(frequency.parse().unwrap()),
    };
    assert_eq!(
        timings.iter().cloned().collect::<Vec<_>>(),
        [timing("国保システムで移転する情報", "照会を受けたら都度"), timing("庁内ネットワークで移転する情報", "年次")]
    );
    // The methods that the frequencies belong to.
    assert_eq!(transfers[3].methods.ticked().collect::<Vec<_>>(), [TransferMethod::Other]);
    assert_eq!(texts(&transfers[3].methods_other), ["国保システム", "庁内ネットワーク"]);
    assert_eq!((transfers[12].number, &transfers[12].timing), (Answer::Given(13), &Answer::Blank));
    let said =
        |recipient: &Recipient<TransferMethod>| recipient.timing.given().map_or(0, |timings| timings.iter().count());
    assert_eq!(transfers.iter().map(said).collect::<Vec<_>>(), [1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
}

#[test]
fn chains_hide_in_free_text() {
    let document = edogawa();
    let entrustments = &document.file_sections[0].entrustments;
    let history = &entrustments[3];
    assert_eq!(history.number, Answer::Given(4));
    // Both names are in the name of the entrustee, and the third tier is in 再委託事項.
    assert_eq!(
        only(&history.entrustee),
        "東京都国民健康保険団体連合会(東京都国民健康保険団体連合会は、国保中央会に再委託する)"
    );
    assert_eq!(
        only(&history.re_entrusted_matter),
        "医療保険者等向け中間サーバー等における資格履歴管理事務（国保中央会から再々委託する「医療保険者等向け中間サーバー等の\
         運用･保守業務」を含む）"
    );
    assert_eq!(history.re_entrustment, Answer::Given(ReEntrustmentState::ReEntrusted));
    let chain = Chain::of(history);
    assert_eq!(chain.depth(), 3);
    let links: Vec<_> = chain.links().into_iter().map(|link| (link.tier, link.name, link.through)).collect();
    assert_eq!(
        links,
        [
            (1, Some("東京都国民健康保険団体連合会"), vec![]),
            (2, Some("国保中央会"), vec!["東京都国民健康保険団体連合会"]),
            (3, None, vec!["東京都国民健康保険団体連合会", "国保中央会"]),
        ]
    );
    let last = chain.links().pop().unwrap().party.unwrap();
    assert_eq!(only(&last.matter), "医療保険者等向け中間サーバー等の運用･保守業務");
    let depths = |place: usize| -> Vec<usize> {
        document.file_sections[place].entrustments.iter().map(|one| Chain::of(one).depth()).collect()
    };
    assert_eq!(depths(0), [2, 2, 2, 3, 2, 2]);
    assert_eq!(depths(1), [2, 2, 1, 2, 3, 2, 2]);
    assert_eq!(depths(2), [2, 2]);
    assert_eq!(document.file_sections[1].deepest_chain(), 3);
}

#[test]
fn the_same_entrustment_recurs_under_other_numbers() {
    let document = edogawa();
    let declared: Vec<_> = document.file_sections.iter().map(|section| section.entrustment_count).collect();
    assert_eq!(declared, [6, 7, 2].map(Answer::Given));
    let mut numbers: BTreeMap<&str, Vec<(usize, u32)>> = BTreeMap::new();
    for (place, section) in document.file_sections.iter().enumerate() {
        for entrustment in &section.entrustments {
            let number = *entrustment.number.given().unwrap();
            numbers.entry(only(&entrustment.matter)).or_default().push((place, number));
        }
    }
    assert_eq!(numbers["医療保険者等向け中間サーバー等における資格履歴管理事務"], [(0, 4), (1, 5)]);
    assert_eq!(numbers["医療保険者等向け中間サーバー等における機関別符号取得等事務"], [(0, 5), (1, 6)]);
    assert_eq!(
        numbers["国保総合(国保集約)システムに係るアプリケーション保守業務及びシステム運用事務"],
        [(0, 6), (1, 7)]
    );
    assert_eq!(numbers["中間サーバーへの特定個人情報登録等に係る事務"], [(0, 2), (1, 2), (2, 2)]);

    let entrustments = document.file_sections.iter().flat_map(|section| &section.entrustments);
    let shared = shared_parties(entrustments.map(Chain::of));
    let shared: Vec<_> = shared.iter().map(|party| (party.name, party.chains.as_slice())).collect();
    assert_eq!(
        shared,
        [
            ("株式会社日立システムズ", &[0, 1, 6, 7, 13, 14][..]),
            ("東京都国民健康保険団体連合会", &[2, 3, 5, 9, 10, 12]),
            ("国保中央会", &[3, 5, 10, 12]),
            ("社会保険診療報酬支払基金", &[4, 11]),
        ]
    );
}

fn system<'a>(systems: &'a [InformationSystem], name: &str) -> &'a InformationSystem {
    systems.iter().find(|system| text(&system.name) == Some(name)).unwrap()
}

#[test]
fn a_system_consists_of_systems() {
    let document = edogawa();
    let names: Vec<_> = document.systems.iter().map(|system| text(&system.name).unwrap()).collect();
    assert_eq!(names.len(), 14);
    assert_eq!(document.systems[0].number, Answer::Given(1));
    assert_eq!(texts(&document.systems[0].constituents), names[1..5]);
    assert_eq!(
        names[..5],
        ["国民健康保険システム", "保険料賦課システム", "資格管理システム", "給付システム", "保険料収納システム"]
    );
}

#[test]
fn connections_are_one_sided() {
    let document = edogawa();
    let connected = |from: &str, to: &str| {
        let system = system(&document.systems, from);
        let listed =
            system.connections_other.given().is_some_and(|lines| lines.texts().any(|text| text.as_str() == to));
        assert!(!listed || system.connections.contains(Connection::Other), "{from}");
        listed
    };
    for (from, to, back) in [
        ("保険料賦課システム", "資格管理システム", false),
        ("保険料収納システム", "給付システム", false),
        ("保険料賦課システム", "保険料収納システム", true),
        ("資格管理システム", "給付システム", true),
        ("サービス検索・電子申請機能", "申請管理システム", true),
        ("統合DB", "福祉システム", false),
    ] {
        assert!(connected(from, to), "{from} → {to}");
        assert_eq!(connected(to, from), back, "{to} → {from}");
    }
}

#[test]
fn one_system_has_several_spellings() {
    let document = edogawa();
    let aliases = |name| texts(&system(&document.systems, name).aliases);
    assert_eq!(aliases("統合DB"), ["統合ＤＢ"]);
    assert_eq!(
        aliases("国保総合システム及び国保情報集約システム"),
        ["国保総合(国保集約)システム", "国保総合（国保集約）システム", "国保総合(国保情報集約)システム"]
    );
    // Both spellings are kept where they are used.
    let others = |place: usize| {
        let provisions = &document.file_sections[place].provision.provisions;
        provisions.iter().map(|recipient| only(&recipient.methods_other)).collect::<BTreeSet<_>>()
    };
    assert_eq!(others(0), BTreeSet::from(["統合DB"]));
    assert_eq!(others(1), BTreeSet::from(["統合ＤＢ"]));
}

#[test]
fn a_system_is_used_that_is_not_listed() {
    let document = edogawa();
    let mut listed: BTreeSet<&str> = document.systems.iter().filter_map(|system| text(&system.name)).collect();
    for system in document.systems.iter().filter(|system| system.aliases.is_answered()) {
        listed.extend(texts(&system.aliases));
    }
    let transfers = &document.file_sections[0].provision.transfers;
    assert_eq!(only(&transfers[7].methods_other), "参照システム");
    assert!(transfers[7].methods.contains(TransferMethod::Other));
    assert!(!listed.contains("参照システム"));
    assert_eq!(only(&transfers[0].methods_other), "国保システム");
    assert!(listed.contains("国保システム"), "by its short name");
}

#[test]
fn storage_and_erasure_by_place() {
    let places =
        ["江戸川区における措置", "中間サーバー・プラットフォームにおける措置", "ガバメントクラウドにおける措置"];
    let document = edogawa();
    assert_eq!(document.file_sections.len(), 3);
    for section in &document.file_sections {
        assert_eq!(headings(&section.retention.storage), places);
        assert_eq!(headings(&section.retention.erasure), places);
        for text in section.retention.storage.given().unwrap().iter().map(|(_, text)| text) {
            assert!(text.given().is_some(), "every place has a text");
        }
    }
}

#[test]
fn a_month_a_day_and_a_length() {
    let document = edogawa();
    for section in &document.file_sections {
        assert_eq!(section.outline.held_since, date("平成27年10月"));
        assert_eq!(section.acquisition.used_since, date("平成28年1月1日"));
    }
    let held = document.file_sections[0].outline.held_since.given().unwrap();
    assert_eq!(
        (held.to_string().as_str(), serde_json::to_string(held).unwrap().as_str()),
        ("平成27年10月", "\"2015-10\"")
    );
    let period = &document.procedure.opinion_period;
    assert_eq!((&period.from, &period.until), (&date("令和6年9月15日"), &date("令和6年10月15日")));
    assert_eq!(period.days, Answer::Given(31), "「31日間」 as printed, and as it is");
}

#[test]
fn changes_of_edogawa() {
    let document = edogawa();
    let changes = &document.changes;
    assert_eq!(changes.len(), 143);
    assert!(changes.iter().all(|change| change.date == date("令和6年12月6日")));

    // One change over two rows.
    let continued: Vec<_> = (0..143).filter(|row| changes[*row].continues == Tick::Ticked).collect();
    assert_eq!(continued, [5, 8]);
    for row in continued {
        let (item, above) = (only(&changes[row].items), only(&changes[row - 1].items));
        assert_eq!(item, format!("{above}(続き)"));
    }

    // For 追加 and 削除, one side is empty.
    let deleted = changes.iter().filter(|change| {
        change.before == Answer::Blank && change.after.given().is_some_and(|after| after.to_string() == "削除")
    });
    assert_eq!(deleted.count(), 5 + 4 + 16);
    let added = changes.iter().filter(|change| change.before.given().is_some_and(|text| text.to_string() == "追加"));
    assert_eq!(added.count(), 5 + 5);

    // 「～上記追加。上記以外の記載に変更なし」.
    let rest_unchanged: Vec<_> = (0..143)
        .filter(|row| {
            let after = changes[*row].after.given().unwrap();
            after.texts().any(|text| text.as_str() == "～上記追加。上記以外の記載に変更なし")
        })
        .collect();
    assert_eq!(rest_unchanged, [17, 67, 68, 111, 112, 131, 132, 134, 135, 137, 138, 139]);
    for row in rest_unchanged {
        assert_eq!(changes[row].before, Answer::Blank);
    }

    // The timing is 事後, although the reason says 「重要な変更である」.
    let material: Vec<_> = (0..143).filter(|row| only(&changes[*row].reason) == "重要な変更である").collect();
    assert_eq!(material, [67, 111, 131, 134, 135, 137, 138, 139]);
    let after: Vec<_> =
        material.into_iter().filter(|row| changes[*row].timing == Answer::Given(SubmissionTiming::After)).collect();
    assert_eq!(after, [137, 138]);
    assert_eq!(one_change(&changes[136]).1, Some("発生あり"));
    assert_eq!(one_change(&changes[136]).2, Some("発生なし"));
}

#[test]
fn numbers_are_no_identity_over_versions() {
    let document = edogawa();
    // One row renumbers 23 entries: 提供先28 became 提供先23.
    for (row, deleted, last) in
        [(28, "提供先1、4、10、14、19の削除に伴い", 28), (75, "提供先1、4、10、18の削除に伴い", 27)]
    {
        let after = only(&document.changes[row].after);
        assert!(after.starts_with(deleted), "{after}");
        let numbers = |text: &str| -> Vec<u32> {
            text.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
        };
        let steps = after.split_once("に伴い、提供先").unwrap().1.strip_suffix("に移動する。").unwrap();
        let mut moved: Vec<(u32, u32)> = Vec::new();
        for step in steps.split("に、") {
            let (from, to) = step.split_once('を').unwrap();
            let (from, to) = (numbers(from), numbers(to));
            assert_eq!(from.len(), to.len(), "{step}");
            moved.extend(from.into_iter().zip(to));
        }
        assert_eq!(moved.len(), 23);
        assert_eq!(moved.last(), Some(&(last, 23)));
        assert_eq!(moved.iter().map(|(_, to)| *to).collect::<Vec<_>>(), (1..=23).collect::<Vec<_>>());
        assert!(moved.iter().all(|(from, to)| from > to), "no entry keeps its number");
    }
}

#[test]
fn a_box_has_three_states() {
    let document = edogawa();
    let items = document.file_sections[0].outline.main_record_items;
    assert_eq!(items.state(RecordItem::Pension), Tick::Ticked);
    assert_eq!(items.state(RecordItem::Health), Tick::Unticked);
    assert_eq!(items.ticked().count(), 11);
    // The copy that was read shows every box of 江戸川区, but not all of 松戸市.
    assert!(!RecordItem::ALL.iter().any(|item| items.state(*item) == Tick::NotKnown));
    let unsure = matsudo().file_sections[0].outline.main_record_items;
    assert_eq!(unsure.state(RecordItem::DisabilityWelfare), Tick::Ticked);
    assert_eq!(unsure.state(RecordItem::IndividualNumber), Tick::NotKnown);
    assert_ne!(Tick::NotKnown, Tick::default());
}

// The other four

#[test]
fn an_answer_is_more_than_a_value_or_nothing() {
    let (kawaguchi, kumagaya, edogawa, shinjuku) = (kawaguchi(), kumagaya(), edogawa(), shinjuku());
    // Skipped because a box is ticked: 川口市 Ⅲ6, 熊谷市 Ⅳ11.
    let linkage = &kawaguchi.risks[0].linkage;
    assert_eq!((linkage.no_acquisition, linkage.no_provision), (Tick::Ticked, Tick::Ticked));
    assert_eq!((&linkage.acquisition_measures, linkage.acquisition_adequacy), (&Answer::Blank, Answer::Blank));
    assert_eq!((&linkage.provision_measures, linkage.provision_adequacy), (&Answer::Blank, Answer::Blank));
    let priority = &kumagaya.risk.priority;
    assert_eq!(priority.elsewhere, Tick::Ticked);
    assert_eq!(
        (priority.measure, priority.adequacy, &priority.grounds),
        (Answer::Blank, Answer::Blank, &Answer::Blank)
    );
    // A dash, or なし.
    assert_eq!(kawaguchi.linkage.bases, Answer::Nothing(Nothing::Dash));
    assert_eq!(kawaguchi.risks[0].usage.other_risks, Answer::Nothing(Nothing::Dash));
    assert_eq!(kumagaya.other_bodies, Answer::Nothing(Nothing::Dash));
    assert_eq!(kumagaya.cover.remarks, Answer::Nothing(Nothing::Word));
    assert_eq!(edogawa.procedure.opinion_reflection, Answer::Nothing(Nothing::Word));
    for dash in ["―", "—", "－"] {
        assert_eq!(serde_json::from_str::<Answer<Lines>>(&format!("\"{dash}\"")).unwrap(), kumagaya.other_bodies);
    }
    // Left empty in the document, and not left out by the excerpt.
    assert_eq!(kawaguchi.other_bodies, Answer::Blank);
    assert_eq!(shinjuku.other_bodies, Answer::Unanswered);
    assert_eq!(shinjuku.population, Answer::Unanswered);
    assert_eq!(shinjuku.file_sections[0].outline.held_since, Answer::Unanswered);
    // Chosen.
    assert_eq!(kumagaya.risk.audits.ticked().collect::<Vec<_>>(), [Audit::SelfInspection]);
}

#[test]
fn a_box_and_its_text_are_independent() {
    // Ticked without a text: 松戸市 ①入手元 他部署.
    let matsudo = matsudo();
    let acquisition = &matsudo.file_sections[0].acquisition;
    assert_eq!(acquisition.sources.state(InformationSource::OtherDepartment), Tick::Ticked);
    assert_eq!(acquisition.source_departments, Answer::Blank);
    // Unticked with a text: 川口市 had 「[ ] その他 (※他システムとは接続しない)」 in 平成29年.
    let kawaguchi = kawaguchi();
    let (item, before, after) = one_change(&kawaguchi.changes[0]);
    assert!(item.ends_with("システム1－③他のシステムとの接続"));
    assert_eq!((before, after), (Some("[ ] その他 ( )"), Some("[ ] その他 (※他システムとは接続しない)")));
    let now = &kawaguchi.systems[0];
    assert_eq!((now.connections, &now.connections_other), (Boxes::NONE, &Answer::Blank));
    let then = InformationSystem {
        connections_other: Answer::Given("※他システムとは接続しない".parse().unwrap()),
        ..now.clone()
    };
    let json = serde_json::to_string(&then).unwrap();
    assert!(
        json.ends_with(r#","connections_other":"※他システムとは接続しない"}"#) && !json.contains("\"connections\"")
    );
    assert_eq!(serde_json::from_str::<InformationSystem>(&json).unwrap(), then);
}

#[test]
fn a_declared_count_is_kept_beside_the_list() {
    let matsudo = matsudo();
    let provision = &matsudo.file_sections[0].provision;
    assert_eq!((provision.transferred, provision.transferred_count), (Tick::Ticked, Answer::Given(1)));
    let recipients: Vec<_> =
        provision.transfers.iter().map(|recipient| (recipient.number, only(&recipient.names))).collect();
    assert_eq!(recipients, [(Answer::Given(1), "千葉県後期高齢者医療広域連合"), (Answer::Given(2), "市民部　市民課")]);
    assert_eq!((provision.provided, provision.provided_count), (Tick::Unticked, Answer::Blank));
    assert_eq!(provision.provisions.len(), 1);
    assert_eq!(provision.provisions[0].number, Answer::Given(1));
    assert_eq!(provision.provisions[0].names, Answer::Blank);

    // 川口市 changed 委託事項2 in 令和2年, and the number of its 委託事項 from 1 to 2 in 令和7年.
    let kawaguchi = kawaguchi();
    assert_eq!(kawaguchi.file_sections[0].entrustment_count, Answer::Given(2));
    assert_eq!(kawaguchi.file_sections[0].entrustments.len(), 2);
    let second = kawaguchi.changes.iter().position(|change| only(&change.items).contains("委託事項2")).unwrap();
    let count = kawaguchi.changes.iter().position(|change| only(&change.items).contains("委託の有無")).unwrap();
    assert_eq!(
        (kawaguchi.changes[second].date, kawaguchi.changes[count].date),
        (date("令和2年10月22日"), date("令和7年12月26日"))
    );
    assert_eq!(only(&kawaguchi.changes[second].after), only(&kawaguchi.file_sections[0].entrustments[1].entrustee));
    let (_, before, after) = one_change(&kawaguchi.changes[count]);
    assert_eq!((before, after), (Some("1"), Some("2")));
}

#[test]
fn numbers_are_labels() {
    let document = shinjuku();
    let systems: Vec<_> = document.systems.iter().map(|system| system.number).collect();
    assert_eq!(systems, [1, 2, 3, 4, 9, 12].map(Answer::Given));
    let sections: Vec<_> = document
        .file_sections
        .iter()
        .map(|section| section.entrustments.iter().map(|one| one.number.given().copied()).collect::<Vec<_>>())
        .collect();
    let some = |numbers: &[u32]| numbers.iter().copied().map(Some).collect::<Vec<_>>();
    assert_eq!(sections, [vec![None], some(&[2]), some(&[2, 3, 4, 5, 6]), some(&[3, 4, 5, 6]), some(&[2, 3])]);
    // The entrustment without a number is shared by four files.
    assert_eq!(
        texts(&document.file_sections[0].names),
        ["国保賦課ファイル", "国保資格ファイル", "国保給付ファイル", "国保収滞納ファイル"]
    );
    assert_eq!(document.file_sections[0].entrustments[0].number, Answer::Unanswered);
    assert_eq!(
        only(&document.file_sections[0].entrustments[0].matter),
        "システムの運用・保守業務、法制度改正に伴う改修作業業務"
    );
}

#[test]
fn names_are_no_keys() {
    let matsudo = matsudo();
    assert_eq!(matsudo.files.len(), 1);
    assert_eq!(text(&matsudo.files[0].name), Some("後期高齢者医療システムファイル"));
    assert_eq!(only(&matsudo.file_sections[0].names), "後期高齢者医療ファイル");

    let kumagaya = kumagaya();
    let operated: Vec<_> =
        kumagaya.files.iter().filter_map(|file| Some((*file.number.given()?, text(&file.operator)?))).collect();
    let center = "国保中央会";
    let both = "国保中央会及び社会保険診療報酬支払基金";
    assert_eq!(operated, [(7, center), (8, center), (9, center), (10, center), (11, center), (12, both)]);
    let operated: Vec<_> =
        kumagaya.systems.iter().filter_map(|system| Some((*system.number.given()?, text(&system.operator)?))).collect();
    assert_eq!(operated, [(11, center), (12, both), (13, "埼玉県")]);
    assert_eq!(text(&kumagaya.files[6].name), Some("資格情報（世帯）ファイル"), "without the operator");

    let shinjuku = shinjuku();
    let files: Vec<_> = shinjuku.files.iter().map(|file| (text(&file.name).unwrap(), file.since, file.until)).collect();
    let since = date("平成31年2月");
    assert_eq!(
        files,
        [
            ("国保賦課ファイル", since, Answer::Unanswered),
            ("国保資格ファイル", since, Answer::Unanswered),
            ("国保給付ファイル", since, Answer::Unanswered),
            ("国保収滞納ファイル", since, Answer::Unanswered),
            ("国民健康保険情報ファイル", Answer::Unanswered, date("平成31年1月")),
        ]
    );
    // Its change table spells one of them 国保取滞納ファイル.
    assert_eq!(only(&shinjuku.file_sections[4].names), "国保取滞納ファイル");
}

#[test]
fn two_scales_of_people() {
    let kawaguchi = kawaguchi();
    assert_eq!(kawaguchi.population, Answer::Given(Count::Band(PopulationBand::From100000To299999)));
    assert_eq!(
        kawaguchi.file_sections[0].outline.data_subjects,
        Answer::Given(Count::Band(DataSubjectsBand::From100000To999999))
    );
    let edogawa = edogawa();
    assert_eq!(edogawa.population, Answer::Given(Count::Band(PopulationBand::AtLeast300000)));
    for section in &edogawa.file_sections[..2] {
        assert_eq!(section.outline.data_subjects, Answer::Given(Count::Band(DataSubjectsBand::From100000To999999)));
    }
    let printed = |kind| PopulationBand::ALL.iter().filter(|band| band.printed_on(kind).is_some()).count();
    assert_eq!(AssessmentKind::ALL.iter().map(|kind| printed(*kind)).collect::<Vec<_>>(), [5, 4, 5]);
}

#[test]
fn cells_have_inner_structure() {
    let document = kawaguchi();
    let section = &document.file_sections[0];
    let union = &section.provision.transfers[0];
    // The kinds of information each have their own frequency and start.
    assert_eq!(headings(&union.information), ["1. 資格管理業務", "2. 賦課・収納業務", "3. 給付業務"]);
    assert_eq!(texts(&union.information).len(), 8);
    let timings: Vec<_> = union
        .timing
        .given()
        .unwrap()
        .iter()
        .map(|timing| {
            let of = timing.of.as_ref().unwrap().as_str();
            (of, timing.since.unwrap().to_string(), timing.frequency.as_ref().unwrap().as_str())
        })
        .collect();
    let expected = [
        ("被保険者資格に関する届出", "平成28年1月1日", "届出のある都度"),
        ("住民基本台帳情報", "平成27年10月5日", "準備行為として一括で移転"),
        ("住民基本台帳情報", "平成28年1月1日", "日次"),
        ("住登外登録情報", "平成27年10月5日", "準備行為として一括で移転"),
        ("住登外登録情報", "平成28年1月1日", "日次"),
        ("所得・課税情報", "平成28年1月1日", "月次"),
        ("期割情報", "平成28年1月1日", "日次"),
        ("収納情報", "平成28年1月1日", "日次"),
        ("滞納者情報", "平成28年1月1日", "日次"),
        ("療養費関連情報等", "平成28年1月1日", "月次"),
    ];
    // The meaning of the two days is part of the frequency, because the form has no cell for it.
    let origin = |since: &str| {
        if since == "平成28年1月1日" { "番号利用開始日" } else { "個人番号の付番、通知の日" }
    };
    let expected = expected
        .map(|(of, since, frequency)| (of, since.to_string(), format!("{frequency}（起点は{}）", origin(since))));
    assert_eq!(timings, expected.each_ref().map(|(of, since, frequency)| (*of, since.clone(), frequency.as_str())));
    // Bases under headings.
    assert_eq!(headings(&union.bases), ["【住民基本台帳情報】", "【住民基本台帳情報以外の情報】"]);
    let text = basis_at(&any(KAWAGUCHI), "file_sections[0].provision.transfers[0].bases").text().to_string();
    assert!(text.starts_with("【住民基本台帳情報】\n・高齢者の医療の確保に関する法律第48条、50条、"), "{text}");
    let text = basis_at(&any(SHINJUKU), "linkage.bases").text().to_string();
    assert_eq!(text.matches("\n【オンライン資格確認の準備業務】\n・").count(), 1, "{text}");
    let law = "高齢者の医療の確保に関する法律";
    assert_eq!(
        cited(&any(KAWAGUCHI), "file_sections[0].provision.transfers[0].bases"),
        ["第48条", "第50条", "第54条第1項", "第54条第10項", "第48条", "第54条第1項", "第138条"]
            .map(|place| format!("{law}{place}"))
    );
    // Measures by actor.
    assert_eq!(headings(&section.retention.storage), ["川口市における措置", "ガバメントクラウドにおける措置"]);
    assert_eq!(
        headings(&document.risks[0].acquisition.measures),
        ["川口市における措置", "標準システム窓口端末における措置"]
    );
    assert_eq!(headings(&document.risks[0].other_measures), ["ガバメントクラウドにおける措置"]);
}

#[test]
fn citations_are_versioned() {
    // 松戸市 cites the old table, 川口市 the new one.
    assert!(cited(&any(MATSUDO), "number_use_bases").contains(&"番号法別表第一の59の項".to_string()));
    assert!(cited(&any(KAWAGUCHI), "number_use_bases").contains(&"番号法別表の85の項".to_string()));
    let old: Citation = "番号法別表第一の59の項".parse().unwrap();
    let Renumbering::Newer(new, evidence) = old.renumbered() else { panic!() };
    assert_eq!(new.to_string(), "番号法別表の85の項");
    assert!(evidence.to_string().contains("川口市"), "{evidence}");
    // The row of its change table that says so.
    let kawaguchi = kawaguchi();
    let change = &kawaguchi.changes[30];
    let first = |cell: &Answer<Lines>| {
        let basis = StatutoryBasis::read(texts(cell)[0]);
        basis.citations().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(first(&change.before), ["番号法第9条第1項", "番号法別表第一の59の項"]);
    assert_eq!(first(&change.after), ["番号法第9条第1項", "番号法別表の85の項"]);
    // 第19条第7号 / 第8号.
    let first = |json| cited(&any(json), "linkage.bases").remove(0);
    assert_eq!([MATSUDO, SHINJUKU].map(first), ["番号法第19条第7号", "番号法第19条第7号"]);
    assert_eq!([EDOGAWA, KUMAGAYA].map(first), ["番号法第19条第8号", "番号法第19条第8号"]);
    let old: Citation = "番号法第19条第7号".parse().unwrap();
    let Renumbering::Newer(new, _) = old.renumbered() else { panic!() };
    assert_eq!(new.to_string(), "番号法第19条第8号");
}

#[test]
fn rows_and_articles_are_paired_in_groups() {
    let assessment = any(KUMAGAYA);
    let found = grouped(&assessment, "linkage.bases");
    // Groups 5 to 7 are 情報照会.
    let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (group, row) in found.iter().copied().filter(|(group, _)| *group < 5) {
        groups.entry(row).or_default().push(group);
    }
    let twice: Vec<_> = groups.into_iter().filter(|(_, groups)| groups.len() > 1).collect();
    assert_eq!(twice, [2, 3, 6, 13, 131, 158].map(|row| (row, vec![0, 3])));

    let basis = basis_at(&assessment, "linkage.bases");
    assert_eq!(basis.groups().len(), 8);
    let mut pairs = 0;
    for found in basis.found() {
        let Some(row) = found.row else { continue };
        let row = &basis.found()[row].citation;
        assert_eq!(row.article_of_row().as_ref(), Some(&found.citation), "{row}");
        pairs += 1;
    }
    assert_eq!(pairs, 40);
    // For 利用, the rows are those of 別表.
    let uses = basis_at(&assessment, "number_use_bases");
    let pairs: Vec<_> = uses
        .found()
        .iter()
        .filter_map(|found| Some((uses.found()[found.row?].citation.to_string(), found.citation.to_string())))
        .collect();
    let order = "別表の主務省令で定める事務を定める命令";
    assert_eq!(
        pairs,
        [
            ("番号法別表の24の項".to_string(), format!("{order}第16条")),
            ("番号法別表の44の項".to_string(), format!("{order}第24条"))
        ]
    );
}

#[test]
fn rows_without_an_article() {
    let document = kumagaya();
    let absent = |cell: &Answer<Lines>| -> Vec<(String, Absence)> {
        let basis = StatutoryBasis::read(texts(cell).join("\n"));
        basis.found().iter().filter_map(|found| Some((found.citation.to_string(), found.absence?))).collect()
    };
    assert_eq!(
        absent(&document.changes[51].before),
        [
            ("番号法別表第二の46の項".to_string(), Absence::NotEnacted),
            ("番号法別表第二の30の項".to_string(), Absence::NotEnacted)
        ]
    );
    let order = "別表第二の主務省令で定める事務及び情報を定める命令";
    assert_eq!(
        absent(&document.changes[12].after),
        [(order.to_string(), Absence::Nothing), ("別表第二の30の項".to_string(), Absence::Nothing)]
    );
    assert_eq!(absent(&document.changes[13].after), [(order.to_string(), Absence::Nothing)]);
    // 松戸市 says in words that one row has no article.
    let matsudo = matsudo();
    assert!(texts(&matsudo.linkage.bases)[2].ends_with("①に係る事項については未制定"));
    assert_eq!(
        cited(&any(MATSUDO), "linkage.bases"),
        ["番号法第19条第7号", "高齢者の医療の確保に関する法律", "番号法別表第二の82の項", order]
    );
}

#[test]
fn three_tiers() {
    let document = shinjuku();
    let history = &document.file_sections[2].entrustments[3];
    assert_eq!(history.number, Answer::Given(5));
    assert_eq!(only(&history.entrustee), "国保連合会 (国保連合会は、国保中央会に再委託する)");
    assert!(only(&history.re_entrusted_matter).contains("国保中央会から再々委託する"));
    let chain = Chain::of(history);
    let links: Vec<_> = chain.links().into_iter().map(|link| (link.tier, link.name)).collect();
    assert_eq!(links, [(1, Some("国保連合会")), (2, Some("国保中央会")), (3, None)]);
    let depths: Vec<usize> = document.file_sections.iter().map(FileSection::deepest_chain).collect();
    assert_eq!(depths, [2, 1, 3, 1, 1]);
    let depths = |json| any(json).file_sections.iter().map(FileSection::deepest_chain).collect::<Vec<_>>();
    assert_eq!([KAWAGUCHI, MATSUDO].map(depths), [[2], [2]]);
}

#[test]
fn an_entrustee_that_is_never_named() {
    let document = shinjuku();
    let entrustments = || document.file_sections.iter().flat_map(|section| &section.entrustments);
    let ditto: Vec<_> = entrustments()
        .filter(|one| one.entrustee.given().is_some_and(|entrustee| entrustee.to_string() == "同上"))
        .collect();
    assert_eq!(ditto.len(), 9);
    for entrustment in ditto {
        let links = Chain::of(entrustment).links();
        assert_eq!(links.len(), 1);
        assert_eq!((links[0].tier, links[0].name), (1, None), "「同上」 is no name");
    }
    // 「同上」 does not make them one party.
    let shared = shared_parties(entrustments().map(Chain::of));
    assert_eq!(shared.iter().map(|party| party.name).collect::<Vec<_>>(), ["国保連合会"]);
    // The entrustment of all four files says 再委託する and names nobody.
    let system = &document.file_sections[0].entrustments[0];
    assert_eq!(system.entrustee, Answer::Unanswered);
    let links: Vec<_> = Chain::of(system).links().into_iter().map(|link| (link.tier, link.name)).collect();
    assert_eq!(links, [(1, None), (2, None)]);
}

#[test]
fn a_transfer_that_is_internal_use() {
    let (kawaguchi, matsudo) = (kawaguchi(), matsudo());
    for (document, name) in [(&kawaguchi, "埼玉県後期高齢者医療広域連合"), (&matsudo, "千葉県後期高齢者医療広域連合")]
    {
        let union = &document.file_sections[0].provision.transfers[0];
        assert_eq!(only(&union.names), name);
        let reason = texts(&union.bases)[2];
        for word in ["広域連合", "同一部署内", "内部利用", "便宜上", "移転"] {
            assert!(reason.contains(word), "{word}: {reason}");
        }
    }
}

#[test]
fn a_change_runs_over_pages() {
    let document = kumagaya();
    let changes = &document.changes;
    assert_eq!(changes.len(), 66);
    assert_eq!(changes.iter().filter(|change| change.continues == Tick::Unticked).count(), 57);
    let continued: Vec<_> = (0..66).filter(|row| changes[*row].continues == Tick::Ticked).collect();
    assert_eq!(continued, [25, 26, 27, 34, 35, 36, 52, 53, 54]);
    for row in continued {
        assert_eq!(only(&changes[row].items), "同上");
        assert_eq!((changes[row].date, changes[row].timing), (changes[row - 1].date, changes[row - 1].timing));
    }
    // 令和2年: the old text is 「同上」, and the new one is longer.
    assert_eq!(only(&changes[25].before), "同上");
}

#[test]
fn the_log_quotes_in_part() {
    let (kawaguchi, kumagaya) = (kawaguchi(), kumagaya());
    // 「(略)」.
    let quoted = &kawaguchi.changes[28];
    assert_eq!(texts(&quoted.after), ["(略)", "⑤資格確認書等の交付", "⑥資格確認書等の再交付、回収", "(略)"]);
    assert_eq!(only(&kawaguchi.changes[44].before), "(略)");
    assert_eq!(texts(&kawaguchi.changes[44].after)[0], "(略)");
    // 「右記の内容を追記」.
    assert_eq!(only(&kumagaya.changes[1].before), "（右記の内容を追記）");
    assert_eq!(only(&kumagaya.changes[19].before), "（※「変更後の記載」欄の内容を追記）");
    // Empty before, and 「―」.
    assert_eq!(matsudo().changes[4].before, Answer::Blank);
    assert_eq!(kumagaya.changes[16].before, Answer::Nothing(Nothing::Dash));
    // One row for two items, and items in free words. Ⅱ is written with and without a blank after it.
    assert_eq!(
        texts(&kumagaya.changes[4].items),
        ["Ⅱしきい値判断項目　１．対象人数　いつ時点の計数か", "Ⅱしきい値判断項目　２．取扱者数　いつ時点の計数か"]
    );
    assert_eq!(only(&kumagaya.changes[62].items), "Ⅱ　しきい値判断項目　１．対象人数　いつ時点の計数か");
}

#[test]
fn a_before_is_not_the_after_before_it() {
    let document = kawaguchi();
    let (first, second) = (&document.changes[1], &document.changes[30]);
    assert_eq!(only(&first.items), only(&second.items));
    assert_eq!((first.date, second.date), (date("平成29年10月25日"), date("令和7年12月26日")));
    let between = &document.changes[2..30];
    assert!(between.iter().all(|change| only(&change.items) != only(&first.items)));
    assert_ne!(first.after, second.before);
    assert!(texts(&first.after)[1].contains("又は保健事業の実施に関する事務"));
    assert!(texts(&second.before)[1].contains("又は保険料の徴収に関する事務"));
}

#[test]
fn a_log_of_pages() {
    let document = shinjuku();
    assert_eq!(document.changes.len(), 31);
    for change in &document.changes {
        assert_eq!((change.date, change.timing), (Answer::Unanswered, Answer::Unanswered));
        assert_eq!(change.before, Answer::Unanswered);
        assert!(change.pages.is_answered() && change.reason.is_answered());
    }
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for change in &document.changes {
        *reasons.entry(only(&change.reason)).or_default() += 1;
    }
    assert_eq!(
        reasons.into_iter().collect::<Vec<_>>(),
        [
            ("オンライン資格確認の導入に伴う追記", 17),
            ("システム刷新による記載変更", 5),
            ("国保事務センター業務委託による追記", 9)
        ]
    );
    assert_eq!(only(&document.changes[3].pages), "40,608,105");
    assert_eq!(document.changes[19].after, Answer::NotKnown);
}

/// A text also explains its abbreviations and notes.
#[test]
fn abbreviations_and_notes_are_explained() {
    let content = texts(&edogawa().affair.content).join("\n");
    for (short, long) in [
        ("レセプト", "診療報酬明細書"),
        ("国保法", "国民健康保険法（昭和３３年法律第１９２号。"),
        ("滞納者", "国民健康保険料を滞納する納付義務者"),
        ("支払基金", "社会保険診療報酬支払基金"),
        ("支払基金等", "国民健康保険団体連合会"),
        ("国保連", "東京都国民健康保険団体連合会"),
        ("国保中央会", "国民健康保険中央会"),
        ("取りまとめ機関", "国保中央会"),
    ] {
        assert!(content.contains(long) && content.contains(&format!("以下「{short}」という。")), "{short}");
    }
    assert!(content.contains(
        "医療保険制度の適正かつ効率的な運営を図るための健康保険法等の一部を改正する法律（令和元年法律第９号）"
    ));
    assert!(
        headings(&edogawa().affair.content)
            .iter()
            .any(|heading| heading.ends_with("（以下「オンライン資格確認業務」という。）"))
    );
    let linkage = &matsudo().risks[0].linkage;
    let (acquired, provided) = (texts(&linkage.acquisition_measures), texts(&linkage.provision_measures));
    for note in ["（注１）", "（注２）", "（注３）"] {
        assert_eq!(acquired.iter().filter(|text| text.starts_with(note)).count(), 1, "{note}");
        assert!(acquired.iter().any(|text| !text.starts_with(note) && text.contains(note)), "{note}");
    }
    assert!(provided.iter().any(|text| text.starts_with("（注）")));
    let copies = shinjuku();
    let copies = texts(&copies.risks[0].usage.copy_measures);
    assert!(copies.iter().any(|text| text.contains("機能(*)")) && copies.iter().any(|text| text.starts_with('*')));
}

#[test]
fn dates_as_printed() {
    let (matsudo, kumagaya, kawaguchi) = (matsudo(), kumagaya(), kawaguchi());
    // Some dates are only months, others are days.
    assert_eq!(matsudo.file_sections[0].outline.held_since, date("平成28年1月"));
    assert_eq!(matsudo.file_sections[0].acquisition.used_since, date("平成28年1月1日"));
    assert_eq!(kawaguchi.file_sections[0].outline.held_since, date("平成28年1月1日"));
    assert_ne!(date("平成28年1月"), date("平成28年1月1日"));
    // 令和1年 means 令和元年.
    assert_eq!(matsudo.changes[3].date, date("令和1年6月27日"));
    assert_eq!(date("令和1年6月27日"), date("令和元年6月27日"));
    // In the change table a date is text in any spelling.
    let printed = |row: usize| only(&kumagaya.changes[row].after);
    assert_eq!(printed(4), "2017/4/1");
    assert_eq!(printed(14), "平成30年7月31日　時点");
    assert_eq!(printed(55), "令和６年５月２４日 時点");
    assert_eq!(printed(62), "令和7年4月1日");
    assert_eq!(date(printed(4)), date("平成29年4月1日"));
    assert_eq!(date(printed(62)), kumagaya.threshold.population_as_of);
    assert_eq!(date(printed(55).trim_end_matches(" 時点")), date("2024-05-24"));
    assert_eq!(only(&kumagaya.changes[31].before), "令和2年4月１日時点", "widths are mixed");
    // The page prints the dates of its change table apart from the rows: seven of each, in ascending order.
    let dates: Vec<String> = matsudo.changes.iter().map(|change| change.date.given().unwrap().to_iso()).collect();
    let expected = ["2016-06-30", "2016-06-30", "2017-07-31", "2019-06-27", "2019-06-27", "2020-07-10", "2021-07-26"];
    assert_eq!(dates, expected);
    // The text does not show this date, so it is not known.
    assert_eq!(matsudo.cover.published, Answer::NotKnown);
}

#[test]
fn two_departments_and_one_head() {
    let document = kumagaya();
    assert_eq!(texts(&document.department.name), ["市民部　保険年金課", "総務部　納税課"]);
    assert_eq!(only(&document.department.head), "課長");
    let contacts = texts(&document.requests.contact_to);
    assert_eq!(contacts.len(), 2);
    assert!(contacts[0].contains("市民部保険年金課") && contacts[1].contains("総務部納税課"));
    assert_eq!(texts(&document.requests.request_to).len(), 1);
}

#[test]
fn lost_reading_order_is_doubt() {
    let document = matsudo();
    let section = &document.file_sections[0];
    let sources = section.acquisition.sources;
    let states: Vec<Tick> = InformationSource::ALL.iter().map(|source| sources.state(*source)).collect();
    assert_eq!(states, [Tick::NotKnown, Tick::Ticked, Tick::NotKnown, Tick::NotKnown, Tick::Unticked, Tick::NotKnown]);
    let items = section.outline.main_record_items;
    let of = |tick| RecordItem::ALL.iter().copied().filter(|item| items.state(*item) == tick).collect::<Vec<_>>();
    assert_eq!(
        of(Tick::Ticked),
        [
            RecordItem::CorrespondingCode,
            RecordItem::OtherIdentification,
            RecordItem::DisabilityWelfare,
            RecordItem::Pension
        ]
    );
    assert!(of(Tick::NotKnown).len() >= 12);
    let connections = document.systems[3].connections;
    assert_eq!(connections.state(Connection::IntraOfficeLinkage), Tick::NotKnown);
    assert_eq!(connections.state(Connection::Addressee), Tick::Ticked);
    assert_eq!(connections.state(Connection::InformationProvidingNetworkSystem), Tick::Unticked);
    assert_eq!(connections.overall(), Tick::Ticked);
    assert!(!connections.contains(Connection::Tax), "doubt is no tick");
    // 「[ ○] 内部監査[ [」: the mark is beside its label, and there is only one.
    assert_eq!(document.risks[0].audits, [Audit::Internal].into_iter().collect());
    // 江戸川区, system 2: one mark that may belong to either of two boxes.
    let connections = edogawa().systems[1].connections;
    for (connection, tick) in [
        (Connection::IntraOfficeLinkage, Tick::Ticked),
        (Connection::ResidentRegister, Tick::NotKnown),
        (Connection::Tax, Tick::NotKnown),
        (Connection::ResidentRegisterNetwork, Tick::Unticked),
    ] {
        assert_eq!(connections.state(connection), tick, "{connection}");
    }
}
