//! Every code list: codes, labels, printed numbers, serde, and errors.

use mynumber_pia::CodeList;
use mynumber_pia::assessment::Need;
use mynumber_pia::duty::{Action, Consulted, Deadline, Event, Force, Occasion, WithholdingGround};
use mynumber_pia::law::KnownLaw;
use mynumber_pia::threshold::{Exemption, Fact};
use mynumber_pia::value::answer::AnswerKind;
use mynumber_pia::value::band::{
    DataSubjectsBand, HandlersBand, NumericBand, PopulationBand, RecordItemsBand, RetentionPeriod, StaffBand,
};
use mynumber_pia::value::choice::{
    AcquisitionMethod, Adequacy, Audit, Conduct, Connection, DeliveryMethod, EntrustedScope, EntrustmentState,
    Establishment, Extent, Fee, FileKind, InformationSource, Keeping, LinkageState, NiscCompliance, Notification,
    Performance, Priority, ProvisionMethod, ReEntrusteeControl, ReEntrustmentState, RecordItem, RecordItemCategory,
    Recording, Restriction, RuleState, SubmissionTiming, SubmittedForms, TransferMethod,
};
use mynumber_pia::value::date::{Era, Precision};
use mynumber_pia::value::incident::{IncidentScope, LookBack, Occurrence};
use mynumber_pia::value::kind::{AssessmentKind, BodyKind, Obligation};
use mynumber_pia::value::source::Certainty;
use mynumber_pia::value::text::Nothing;

/// The text with ASCII in full width and a blank between every two characters.
fn widened(text: &str) -> String {
    let full = |c: char| match c {
        '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap(),
        _ => c,
    };
    text.chars().flat_map(|c| [full(c), '\u{3000}']).collect()
}

/// Tests what holds for every list.
#[track_caller]
fn walk<T: CodeList + serde::Serialize + serde::de::DeserializeOwned>() {
    let list = T::NAME;
    assert!(!T::ALL.is_empty() && !T::TERM.is_empty(), "{list}");
    for (i, choice) in T::ALL.iter().copied().enumerate() {
        let code = choice.code();
        assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'), "{list}: {code}");
        assert_eq!(choice.to_string(), code, "{list}");
        assert_eq!(code.parse(), Ok(choice), "{list}");
        assert_eq!(widened(code).parse(), Ok(choice), "{list}");
        assert_eq!(format!("[ {code} ]").parse(), Ok(choice), "{list}");
        assert!(T::from_label(code).is_err(), "{list}: a code is not a label");
        let json = serde_json::to_string(&choice).unwrap();
        assert_eq!(json, format!("\"{code}\""), "{list}");
        assert_eq!(serde_json::from_str::<T>(&json).unwrap(), choice, "{list}");

        for label in [choice.label()].iter().chain(choice.spellings()) {
            assert_eq!(T::from_label(label), Ok(choice), "{list}: {label}");
            assert_eq!(T::from_label(&widened(label)), Ok(choice), "{list}: {label} in full width");
            assert_eq!(T::from_label(&label.replace(',', "")), Ok(choice), "{list}: {label} without commas");
            for entry in [format!("[ {label} ]"), format!("［　{label}　］"), format!(" [{label}] "), widened(label)]
            {
                assert_eq!(entry.parse(), Ok(choice), "{list}: {entry}");
                assert_eq!(T::from_label(&entry), Ok(choice), "{list}: {entry}");
                assert_eq!(serde_json::from_value::<T>(entry.clone().into()).unwrap(), choice, "{list}: {entry}");
            }
            for entry in
                [format!("[ {label}"), format!("{label} ]"), format!("[[ {label} ]]"), format!("＜選択肢＞{label}")]
            {
                assert!(entry.parse::<T>().is_err(), "{list}: {entry}");
            }
            assert!(T::from_label(&format!("{label}x")).is_err(), "{list}: {label}x");
            let unknown = T::from_label(&format!("{label}x")).unwrap_err();
            assert!(unknown.to_string().contains(&format!("\" for the {list} ({}): expected ", T::TERM)), "{unknown}");
            let Some(ordinal) = choice.ordinal() else {
                continue;
            };
            assert_eq!(T::from_label(&format!("{ordinal}) {label}")), Ok(choice), "{list}: {ordinal}) {label}");
            assert_eq!(format!("[ {ordinal}） {label} ]").parse(), Ok(choice), "{list}: {ordinal}) {label}");
            assert_eq!(format!("{ordinal}) {code}").parse(), Ok(choice), "{list}: {ordinal}) {code}");
            for other in T::ALL.iter().filter(|other| **other != choice) {
                let Some(number) = other.ordinal() else { continue };
                let both = format!("{number}) {label}").parse::<T>().unwrap_err();
                let both = both.to_string();
                assert!(both.contains(" names two choices of the "), "{both}");
                assert!(both.contains(code) && both.contains(other.code()), "{both}");
            }
            assert_eq!(T::from_label(&widened(&format!("{ordinal}){label}"))), Ok(choice), "{list}");
            assert!(T::from_label(&format!("{}) {label}", ordinal + 1)).is_err(), "{list}: wrong number");
            for number in [format!("+{ordinal}"), format!("-{ordinal}"), format!("0{ordinal}"), format!("{ordinal},")] {
                assert!(T::from_label(&format!("{number}) {label}")).is_err(), "{list}: {number}) {label}");
            }
            for number in ["", "0", "999", "x", "１x"] {
                assert!(T::from_label(&format!("{number}) {label}")).is_err(), "{list}: {number}) {label}");
            }
        }
        if let Some(ordinal) = choice.ordinal() {
            assert_eq!(T::from_ordinal(ordinal), Ok(choice), "{list}");
        }
        for other in &T::ALL[i + 1..] {
            assert!(choice.code() != other.code(), "{list}: two choices have the code {code}");
            assert!(choice.label() != other.label(), "{list}: two choices have the label {}", choice.label());
            assert!(choice.ordinal().is_none() || choice.ordinal() != other.ordinal(), "{list}: {code}");
            assert!(choice < *other, "{list}: order");
        }
    }
    let numbered = T::ALL.iter().filter(|choice| choice.ordinal().is_some()).count();
    assert!(numbered == 0 || numbered == T::ALL.len(), "{list}: all choices have a printed number or none has");
    for ordinal in 1..=numbered {
        assert!(T::from_ordinal(u8::try_from(ordinal).unwrap()).is_ok(), "{list}: {ordinal} is missing");
    }
    assert!(T::from_ordinal(0).is_err(), "{list}");
    assert!(T::from_ordinal(u8::try_from(numbered + 1).unwrap()).is_err(), "{list}");
    for wrong in ["", " ", "Ünder", "UNDER_1000", "\u{0}"] {
        assert!(wrong.parse::<T>().is_err(), "{list}: {wrong}");
        assert!(T::from_label(wrong).is_err(), "{list}: {wrong}");
    }
}

/// Tests what holds for every list, and its errors. They show its name and term, its codes, its labels, and its printed
/// numbers (for a list without numbers the codes).
#[track_caller]
fn list<T: CodeList + serde::Serialize + serde::de::DeserializeOwned>(
    title: &str,
    codes: &str,
    labels: &str,
    numbers: &str,
) {
    walk::<T>();
    let error = |by: &str, seen: &str, allowed: &str| {
        format!("unknown {by} \"{seen}\" for the {title}: expected one of {allowed}")
    };
    let both: Vec<String> =
        codes.split(", ").zip(labels.split(", ")).map(|(code, label)| format!("{code} ({label})")).collect();
    assert_eq!("x".parse::<T>().unwrap_err().to_string(), error("code or label", "x", &both.join(", ")));
    assert_eq!(T::from_label("x").unwrap_err().to_string(), error("label", "x", labels));
    assert_eq!(T::from_ordinal(0).unwrap_err().to_string(), error("number", "0", numbers));
}

/// The choices of the documents.
#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn the_choices_of_the_documents_keep_their_three_names_apart() {
    list::<LinkageState>(
        "information linkage (情報連携の実施の有無)",
        "implemented, not_implemented, undecided",
        "実施する, 実施しない, 未定",
        "1, 2, 3",
    );
    list::<FileKind>(
        "kind of file (ファイルの種類)",
        "system_file, other_electronic_file",
        "システム用ファイル, その他の電子ファイル（表計算ファイル等）",
        "1, 2",
    );
    list::<EntrustmentState>("entrustment (委託の有無)", "entrusted, not_entrusted", "委託する, 委託しない", "1, 2");
    list::<ReEntrustmentState>(
        "re-entrustment (再委託の有無)",
        "re_entrusted, not_re_entrusted",
        "再委託する, 再委託しない",
        "1, 2",
    );
    list::<EntrustedScope>(
        "entrusted scope (取扱いを委託する特定個人情報ファイルの範囲)",
        "whole, part",
        "特定個人情報ファイルの全体, 特定個人情報ファイルの一部",
        "1, 2",
    );
    list::<Fee>("fee (手数料等)", "charged, free", "有料, 無料", "1, 2");
    list::<SubmittedForms>(
        "submitted forms (提出する特定個人情報保護評価書の種類)",
        "basic_item, basic_item_and_key_item, basic_item_and_all_item",
        "基礎項目評価書, 基礎項目評価書及び重点項目評価書, 基礎項目評価書及び全項目評価書",
        "1, 2, 3",
    );
    list::<SubmissionTiming>("submission timing (提出時期)", "before, after", "事前, 事後", "before, after");
    list::<Extent>("extent of the record (収録範囲)", "whole, excerpt", "全体, 抜粋", "whole, excerpt");
    list::<Adequacy>(
        "adequacy of measures (リスクへの対策は十分か)",
        "especially, sufficient, issues_remain",
        "特に力を入れている, 十分である, 課題が残されている",
        "1, 2, 3",
    );
    list::<Performance>(
        "performance (実施の程度)",
        "especially, sufficient, insufficient",
        "特に力を入れて行っている, 十分に行っている, 十分に行っていない",
        "1, 2, 3",
    );
    list::<ReEntrusteeControl>(
        "control of re-entrustees (再委託先による特定個人情報ファイルの適切な取扱いの確保)",
        "especially, sufficient, insufficient, not_re_entrusted",
        "特に力を入れて行っている, 十分に行っている, 十分に行っていない, 再委託していない",
        "1, 2, 3, 4",
    );
    list::<NiscCompliance>(
        "compliance with the government standards (NISC政府機関統一基準群)",
        "especially, sufficient, insufficient, not_government",
        "特に力を入れて遵守している, 十分に遵守している, 十分に遵守していない, 政府機関ではない",
        "1, 2, 3, 4",
    );
    list::<Establishment>(
        "establishment (安全管理体制・規程の整備)",
        "especially, sufficient, insufficient",
        "特に力を入れて整備している, 十分に整備している, 十分に整備していない",
        "1, 2, 3",
    );
    list::<Notification>(
        "notification of staff (安全管理体制・規程の職員への周知)",
        "especially, sufficient, insufficient",
        "特に力を入れて周知している, 十分に周知している, 十分に周知していない",
        "1, 2, 3",
    );
    list::<Conduct>("conduct (実施状況)", "done, not_done", "行っている, 行っていない", "1, 2");
    list::<Recording>("recording (記録の有無)", "kept, not_kept", "記録を残している, 記録を残していない", "1, 2");
    list::<Restriction>(
        "restriction of readers and editors (閲覧者・更新者の制限)",
        "restricted, not_restricted",
        "制限している, 制限していない",
        "1, 2",
    );
    list::<RuleState>("rule (ルール・規定の定め)", "laid_down, not_laid_down", "定めている, 定めていない", "1, 2");
    list::<Keeping>(
        "keeping of numbers of the dead (保管の有無)",
        "kept, not_kept",
        "保管している, 保管していない",
        "1, 2",
    );
    list::<Priority>(
        "priority measure (最も優先度が高いと考えられる対策)",
        "acquisition, linking, unauthorized_use, entrustment, provision, linkage_acquisition, linkage_provision, leakage, training",
        "目的外の入手が行われるリスクへの対策, 目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスクへの対策, 権限のない者によって不正に使用されるリスクへの対策, 委託先における不正な使用等のリスクへの対策, 不正な提供・移転が行われるリスクへの対策（委託や情報提供ネットワークシステムを通じた提供を除く。）, 情報提供ネットワークシステムを通じて目的外の入手が行われるリスクへの対策, 情報提供ネットワークシステムを通じて不正な提供が行われるリスクへの対策, 特定個人情報の漏えい・滅失・毀損リスクへの対策, 従業者に対する教育・啓発",
        "1, 2, 3, 4, 5, 6, 7, 8, 9",
    );
    list::<Connection>(
        "connection (他のシステムとの接続)",
        "information_providing_network_system, intra_office_linkage, resident_register_network, resident_register, addressee, tax, other",
        "情報提供ネットワークシステム, 庁内連携システム, 住民基本台帳ネットワークシステム, 既存住民基本台帳システム, 宛名システム等, 税務システム, その他",
        "information_providing_network_system, intra_office_linkage, resident_register_network, resident_register, addressee, tax, other",
    );
    list::<RecordItem>(
        "main record item (主な記録項目)",
        "individual_number, corresponding_code, other_identification, four_basic_items, contact, other_resident_record, national_tax, local_tax, health, medical_insurance, child_welfare, disability_welfare, public_assistance, long_term_care, employment, pension, education, disaster, other",
        "個人番号, 個人番号対応符号, その他識別情報（内部番号）, 4情報（氏名、性別、生年月日、住所）, 連絡先（電話番号等）, その他住民票関係情報, 国税関係情報, 地方税関係情報, 健康・医療関係情報, 医療保険関係情報, 児童福祉・子育て関係情報, 障害者福祉関係情報, 生活保護・社会福祉関係情報, 介護・高齢者福祉関係情報, 雇用・労働関係情報, 年金関係情報, 学校・教育関係情報, 災害関係情報, その他",
        "individual_number, corresponding_code, other_identification, four_basic_items, contact, other_resident_record, national_tax, local_tax, health, medical_insurance, child_welfare, disability_welfare, public_assistance, long_term_care, employment, pension, education, disaster, other",
    );
    list::<RecordItemCategory>(
        "category of record items (記録項目の区分)",
        "identification, contact, affair",
        "識別情報, 連絡先等情報, 業務関係情報",
        "identification, contact, affair",
    );
    list::<InformationSource>(
        "source of information (入手元)",
        "person, other_department, administrative_organ, local_government, private_company, other",
        "本人又は本人の代理人, 評価実施機関内の他部署, 行政機関・独立行政法人等, 地方公共団体・地方独立行政法人, 民間事業者, その他",
        "person, other_department, administrative_organ, local_government, private_company, other",
    );
    list::<AcquisitionMethod>(
        "acquisition method (入手方法)",
        "paper, media, flash_memory, email, dedicated_line, intra_office_linkage, information_providing_network_system, other",
        "紙, 電子記録媒体（フラッシュメモリを除く。）, フラッシュメモリ, 電子メール, 専用線, 庁内連携システム, 情報提供ネットワークシステム, その他",
        "paper, media, flash_memory, email, dedicated_line, intra_office_linkage, information_providing_network_system, other",
    );
    list::<DeliveryMethod>(
        "delivery method (委託先への特定個人情報ファイルの提供方法)",
        "dedicated_line, email, media, flash_memory, paper, other",
        "専用線, 電子メール, 電子記録媒体（フラッシュメモリを除く。）, フラッシュメモリ, 紙, その他",
        "dedicated_line, email, media, flash_memory, paper, other",
    );
    list::<ProvisionMethod>(
        "provision method (提供方法)",
        "information_providing_network_system, dedicated_line, email, media, flash_memory, paper, other",
        "情報提供ネットワークシステム, 専用線, 電子メール, 電子記録媒体（フラッシュメモリを除く。）, フラッシュメモリ, 紙, その他",
        "information_providing_network_system, dedicated_line, email, media, flash_memory, paper, other",
    );
    list::<TransferMethod>(
        "transfer method (移転方法)",
        "intra_office_linkage, dedicated_line, email, media, flash_memory, paper, other",
        "庁内連携システム, 専用線, 電子メール, 電子記録媒体（フラッシュメモリを除く。）, フラッシュメモリ, 紙, その他",
        "intra_office_linkage, dedicated_line, email, media, flash_memory, paper, other",
    );
    list::<Audit>(
        "audit (監査の実施の有無)",
        "self_inspection, internal, external",
        "自己点検, 内部監査, 外部監査",
        "self_inspection, internal, external",
    );
}

#[test]
fn other_wordings_are_listed() {
    assert!(KnownLaw::MyNumberAct.spellings().contains(&"番号利用法"));
    assert_eq!(KnownLaw::from_label("番号利用法"), Ok(KnownLaw::MyNumberAct));
    assert!(Certainty::ALL.iter().all(|certainty| certainty.spellings().is_empty()));
}

/// Every list, with its errors written down independently of the tables in `src/`.
#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn every_list_keeps_its_three_names_apart() {
    list::<PopulationBand>(
        "population band (対象人数)",
        "under_1000, from_1000_to_9999, from_10000_to_99999, from_100000_to_299999, at_least_300000",
        "1,000人未満, 1,000人以上1万人未満, 1万人以上10万人未満, 10万人以上30万人未満, 30万人以上",
        "1, 2, 3, 4, 5",
    );
    list::<DataSubjectsBand>(
        "data subjects band (対象となる本人の数)",
        "under_10000, from_10000_to_99999, from_100000_to_999999, from_1000000_to_9999999, at_least_10000000",
        "1万人未満, 1万人以上10万人未満, 10万人以上100万人未満, 100万人以上1,000万人未満, 1,000万人以上",
        "1, 2, 3, 4, 5",
    );
    list::<HandlersBand>("handlers band (取扱者数)", "under_500, at_least_500", "500人未満, 500人以上", "2, 1");
    list::<StaffBand>(
        "staff band (使用者数)",
        "under_10, from_10_to_49, from_50_to_99, from_100_to_499, from_500_to_999, at_least_1000",
        "10人未満, 10人以上50人未満, 50人以上100人未満, 100人以上500人未満, 500人以上1,000人未満, 1,000人以上",
        "1, 2, 3, 4, 5, 6",
    );
    list::<RecordItemsBand>(
        "record items band (記録される項目)",
        "under_10, from_10_to_49, from_50_to_99, at_least_100",
        "10項目未満, 10項目以上50項目未満, 50項目以上100項目未満, 100項目以上",
        "1, 2, 3, 4",
    );
    list::<RetentionPeriod>(
        "retention period (保管期間)",
        "under_one_year, one_year, two_years, three_years, four_years, five_years, six_to_ten_years, \
         ten_to_twenty_years, twenty_years_or_more, not_fixed",
        "1年未満, 1年, 2年, 3年, 4年, 5年, 6年以上10年未満, 10年以上20年未満, 20年以上, 定められていない",
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
    );
    list::<AssessmentKind>(
        "assessment kind (特定個人情報保護評価の種類)",
        "basic_item, key_item, all_item",
        "基礎項目評価, 重点項目評価, 全項目評価",
        "basic_item, key_item, all_item",
    );
    list::<Obligation>(
        "obligation (実施が義務付けられる評価)",
        "none, basic_item, basic_item_and_key_item, basic_item_and_all_item",
        "特定個人情報保護評価の実施が義務付けられない, 基礎項目評価の実施が義務付けられる, 基礎項目評価及び重点項目評価の実施が義務付けられる, 基礎項目評価及び全項目評価の実施が義務付けられる",
        "none, basic_item, basic_item_and_key_item, basic_item_and_all_item",
    );
    list::<Era>(
        "era (元号)",
        "meiji, taisho, showa, heisei, reiwa",
        "明治, 大正, 昭和, 平成, 令和",
        "meiji, taisho, showa, heisei, reiwa",
    );
    list::<Precision>("precision (日付の精度)", "year, month, day", "年, 月, 日", "year, month, day");
    list::<Occurrence>("occurrence of a serious incident (重大事故の発生)", "yes, no", "発生あり, 発生なし", "1, 2");
    list::<IncidentScope>(
        "scope of an incident (事故の対象)",
        "specific_personal_information, personal_information",
        "特定個人情報, 個人情報",
        "specific_personal_information, personal_information",
    );
    list::<LookBack>(
        "look-back (事故の対象期間)",
        "one_year, three_years",
        "過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか, 過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか",
        "one_year, three_years",
    );
    list::<AnswerKind>(
        "kind of answer (記載の種類)",
        "text, choice, band, number, date, check_box, check_boxes",
        "自由記述, 選択肢, 区分, 件数, 日付, チェック欄, チェック欄（複数）",
        "text, choice, band, number, date, check_box, check_boxes",
    );
    list::<Need>(
        "need (記入の要否)",
        "required, conditional, voluntary",
        "必須, 条件付き, 任意",
        "required, conditional, voluntary",
    );
    list::<Nothing>("mark for nothing (記載なしの印)", "dash, word", "―, なし", "dash, word");
    list::<Certainty>(
        "certainty (確認の程度)",
        "confirmed, partly_confirmed, deduced, unconfirmed",
        "確認済み, 一部確認, 推論, 未確認",
        "confirmed, partly_confirmed, deduced, unconfirmed",
    );
    list::<Exemption>(
        "exemption (適用除外)",
        "personnel_files_only, manual_files_only, health_insurance_society_files_only, mutual_aid_files_only, \
         unlinked_files_only, audit_files_only",
        "職員又は職員であった者等の人事、給与、福利厚生に関する事項又はこれらに準ずる事項を記録した特定個人情報ファイルのみを取り扱う事務, \
         手作業処理用ファイルのみを取り扱う事務, \
         健康保険組合の保有する被保険者等の医療保険に関する事項を記録した特定個人情報ファイルのみを取り扱う事務, \
         共済組合等の保有する組合員等の共済に関する事項を記録した特定個人情報ファイルのみを取り扱う事務, \
         情報照会者、情報提供者又は条例事務関係情報提供者の保有する情報連携の対象外の特定個人情報ファイルのみを取り扱う事務, \
         会計検査院が検査上の必要により保有する特定個人情報ファイルのみを取り扱う事務",
        "personnel_files_only, manual_files_only, health_insurance_society_files_only, mutual_aid_files_only, \
         unlinked_files_only, audit_files_only",
    );
    list::<Event>(
        "event (契機)",
        "new_file, material_change, emergency_new_file, emergency_change, threshold_rise, rise_from_none, \
         threshold_fall, other_change, incident_occurred, incident_lapsed, edition_changed, year_passed, period_passed, \
         affair_ended",
        "特定個人情報ファイルの保有, 重要な変更, 災害等による緊急の特定個人情報ファイルの保有, \
         災害等による緊急の重要な変更, しきい値判断の結果の変更, \
         評価を要しない状態からのしきい値判断の結果の変更, しきい値判断の結果の変更（軽い評価で足りることとなった場合）, \
         重要な変更に当たらない変更, 重大事故の発生, 重大事故の発生から一年の経過, 様式の改正, 一年の経過, 一定期間の経過, 事務の終了",
        "new_file, material_change, emergency_new_file, emergency_change, threshold_rise, rise_from_none, \
         threshold_fall, other_change, incident_occurred, incident_lapsed, edition_changed, year_passed, period_passed, \
         affair_ended",
    );
    list::<Action>(
        "action (手続)",
        "correct, file, seek_opinions, announce_online, consider_opinions, allow_time, \
         third_party_review, obtain_approval, file_plan, publish, do_not_link, review, reassess, redetermine, \
         report_leak, report_at_once, report_in_full, notify_end, mark_ended, keep_published",
        "修正, 提出, 公示と意見の聴取, インターネットの利用等による公示, 意見の考慮と評価書の見直し, 意見聴取の期間の確保, \
         第三者点検, 個人情報保護委員会の承認, 評価の計画等を記載した書面の提出, 公表, \
         情報連携をしないこと, 見直し, 再実施, しきい値判断の確認, 漏えい等の報告及び本人への通知（該当するとき）, \
         漏えい等の速報（該当するとき）, 漏えい等の確報（該当するとき）, \
         事務の実施をやめた旨の通知, 終了の表示, 公表の継続",
        "correct, file, seek_opinions, announce_online, consider_opinions, allow_time, \
         third_party_review, obtain_approval, file_plan, publish, do_not_link, review, reassess, redetermine, \
         report_leak, report_at_once, report_in_full, notify_end, mark_ended, keep_published",
    );
    list::<Deadline>(
        "deadline (期限)",
        "before_holding, before_change, before_system, promptly_afterwards, in_turn, along_with, \
         promptly, without_delay, until_published, yearly, five_years, thirty_days, three_years, \
         afterwards, three_to_five_days, thirty_or_sixty_days, of_its_own, not_known",
        "特定個人情報ファイルを保有する前, 重要な変更を加える前, \
         電子情報処理組織を構築する前（用いないときは事務の検討と併せて）, \
         保有した後又は重要な変更を加えた後速やかに, 前の手続の後, 提出又は公示と併せて, 速やかに, \
         遅滞なく, 公表するまで, 少なくとも一年ごと, \
         公表の日から五年, 原則三十日以上, 少なくとも三年間, 事後（期限の定めはない）, \
         速やかに（知った日から概ね3～5日以内）, 知った日から30日以内（不正の目的による場合は60日以内）, 別に定める期限, 期限は条文から明らかでない",
        "before_holding, before_change, before_system, promptly_afterwards, in_turn, along_with, \
         promptly, without_delay, until_published, yearly, five_years, thirty_days, three_years, \
         afterwards, three_to_five_days, thirty_or_sixty_days, of_its_own, not_known",
    );
    list::<Consulted>(
        "party (意見を求める相手)",
        "citizens, residents, experts, commission",
        "国民, 住民その他の者, 学識経験者等, 個人情報保護委員会",
        "citizens, residents, experts, commission",
    );
    list::<Force>(
        "force (義務の程度)",
        "duty, effort, instruction",
        "義務, 努力義務, 記載要領による",
        "duty, effort, instruction",
    );
    list::<Occasion>(
        "occasion (公示又は公表)",
        "announcement, publication, correction",
        "意見を求める公示, 公表, 修正後の公表",
        "announcement, publication, correction",
    );
    list::<WithholdingGround>(
        "ground (公示しないことができる理由)",
        "criminal_investigation, proper_management",
        "犯罪の捜査等, 特定個人情報の適切な管理への著しい支障",
        "criminal_investigation, proper_management",
    );
    list::<BodyKind>(
        "kind of body (評価実施機関の種類)",
        "administrative_organ, local_government",
        "行政機関等, 地方公共団体等",
        "administrative_organ, local_government",
    );
    list::<KnownLaw>(
        "law (法令名)",
        "my_number_act, my_number_table_order, my_number_provision_order, \
         my_number_second_table_order, national_health_insurance_act, \
         elderly_medical_care_act, long_term_care_insurance_act, \
         health_insurance_act, mariners_insurance_act, \
         employment_insurance_act, basic_resident_registration_act, \
         local_tax_act, national_tax_collection_act, \
         forest_environment_tax_act, special_corporate_enterprise_tax_act, \
         local_autonomy_act, local_public_service_act, \
         personal_information_protection_act, \
         local_system_standardization_act, unauthorized_access_act, \
         public_assistance_act, child_welfare_act, child_care_support_act, elderly_welfare_act, \
         disability_support_act, mental_health_act, infectious_diseases_act, \
         intractable_diseases_act, immunization_act, \
         private_school_mutual_aid_act, national_mutual_aid_act, \
         local_mutual_aid_act, student_services_act",
        "番号法, 別表の主務省令で定める事務を定める命令, 利用特定個人情報の提供に関する命令, \
         別表第二の主務省令で定める事務及び情報を定める命令, 国民健康保険法, 高齢者の医療の確保に関する法律, 介護保険法, 健康保険法, \
         船員保険法, 雇用保険法, 住民基本台帳法, 地方税法, 国税徴収法, 森林環境税及び森林環境譲与税に関する法律, \
         特別法人事業税及び特別法人事業譲与税に関する法律, 地方自治法, 地方公務員法, 個人情報の保護に関する法律, \
         地方公共団体情報システムの標準化に関する法律, 不正アクセス行為の禁止等に関する法律, 生活保護法, 児童福祉法, 子ども・子育て支援法, 老人福祉法, \
         障害者の日常生活及び社会生活を総合的に支援するための法律, 精神保健及び精神障害者福祉に関する法律, \
         感染症の予防及び感染症の患者に対する医療に関する法律, 難病の患者に対する医療等に関する法律, 予防接種法, 私立学校教職員共済法, \
         国家公務員共済組合法, 地方公務員等共済組合法, 独立行政法人日本学生支援機構法",
        "my_number_act, my_number_table_order, my_number_provision_order, \
         my_number_second_table_order, national_health_insurance_act, \
         elderly_medical_care_act, long_term_care_insurance_act, \
         health_insurance_act, mariners_insurance_act, \
         employment_insurance_act, basic_resident_registration_act, \
         local_tax_act, national_tax_collection_act, \
         forest_environment_tax_act, special_corporate_enterprise_tax_act, \
         local_autonomy_act, local_public_service_act, \
         personal_information_protection_act, \
         local_system_standardization_act, unauthorized_access_act, \
         public_assistance_act, child_welfare_act, child_care_support_act, elderly_welfare_act, \
         disability_support_act, mental_health_act, infectious_diseases_act, \
         intractable_diseases_act, immunization_act, \
         private_school_mutual_aid_act, national_mutual_aid_act, \
         local_mutual_aid_act, student_services_act",
    );
    list::<Fact>(
        "fact (しきい値判断項目の一つ)",
        "population, handlers, incident",
        "対象人数, 取扱者数, 重大事故",
        "1, 2, 3",
    );
}

/// The lists as the forms print them, written down independently of the tables in `src/`.
#[track_caller]
fn prints<T: CodeList>(printed: &[&str]) {
    let mut choices = T::ALL.to_vec();
    choices.sort_by_key(|choice| choice.ordinal());
    let printed_by_us: Vec<_> =
        choices.iter().map(|choice| format!("{}) {}", choice.ordinal().unwrap(), choice.label())).collect();
    assert_eq!(printed_by_us, printed, "{}", T::NAME);
}

#[test]
fn lists_are_printed_as_on_the_forms() {
    prints::<PopulationBand>(&[
        "1) 1,000人未満",
        "2) 1,000人以上1万人未満",
        "3) 1万人以上10万人未満",
        "4) 10万人以上30万人未満",
        "5) 30万人以上",
    ]);
    prints::<DataSubjectsBand>(&[
        "1) 1万人未満",
        "2) 1万人以上10万人未満",
        "3) 10万人以上100万人未満",
        "4) 100万人以上1,000万人未満",
        "5) 1,000万人以上",
    ]);
    prints::<HandlersBand>(&["1) 500人以上", "2) 500人未満"]);
    prints::<StaffBand>(&[
        "1) 10人未満",
        "2) 10人以上50人未満",
        "3) 50人以上100人未満",
        "4) 100人以上500人未満",
        "5) 500人以上1,000人未満",
        "6) 1,000人以上",
    ]);
    prints::<RecordItemsBand>(&[
        "1) 10項目未満",
        "2) 10項目以上50項目未満",
        "3) 50項目以上100項目未満",
        "4) 100項目以上",
    ]);
    prints::<RetentionPeriod>(&[
        "1) 1年未満",
        "2) 1年",
        "3) 2年",
        "4) 3年",
        "5) 4年",
        "6) 5年",
        "7) 6年以上10年未満",
        "8) 10年以上20年未満",
        "9) 20年以上",
        "10) 定められていない",
    ]);
    prints::<Occurrence>(&["1) 発生あり", "2) 発生なし"]);
}

#[test]
fn the_forms_offer_different_populations() {
    let offered = |kind| PopulationBand::ALL.iter().filter_map(|band| band.printed_on(kind)).collect::<Vec<_>>();
    let four = ["1,000人未満", "1,000人以上1万人未満", "1万人以上10万人未満", "10万人以上30万人未満"];
    assert_eq!(offered(AssessmentKind::KeyItem), four);
    assert_eq!(offered(AssessmentKind::AllItem), [four.as_slice(), &["30万人以上"]].concat());
    assert_eq!(offered(AssessmentKind::BasicItem)[0], "1,000人未満（任意実施）");
    assert_eq!(offered(AssessmentKind::BasicItem).len(), 5);
    assert_eq!(PopulationBand::from_label("1) 1,000人未満(任意実施)"), Ok(PopulationBand::Under1000));
}

/// The counts that a printed label means: 「1,000人以上1万人未満」 is 1,000 to 9,999.
fn bounds_of_label(label: &str, unit: &str) -> (u32, Option<u32>) {
    let number = |text: &str| {
        let text = text.replace(',', "");
        match text.strip_suffix('万') {
            Some(tens_of_thousands) => tens_of_thousands.parse::<u32>().unwrap() * 10_000,
            None => text.parse().unwrap(),
        }
    };
    let (from, rest) = match label.split_once(&format!("{unit}以上")) {
        Some((from, rest)) => (number(from), rest),
        None => (0, label),
    };
    (from, rest.strip_suffix(&format!("{unit}未満")).map(|below| number(below) - 1))
}

#[track_caller]
fn partitions<B: NumericBand>(unit: &str) {
    assert_eq!(B::UNIT.term, unit);
    let mut next = Some(0);
    for band in B::ALL.iter().copied() {
        let (min, max) = bounds_of_label(band.label(), unit);
        assert_eq!((band.range().min(), band.range().max()), (min, max), "{band}: bounds and label");
        assert_eq!(next, Some(min), "{band} begins where the one before ends");
        next = max.map(|max| max + 1);
        let end = max.unwrap_or(u32::MAX);
        for edge in [min, min.saturating_add(1), end - 1, end] {
            assert_eq!(B::of(edge), band, "{edge}");
        }
        // Every count on both sides of each bound.
        for count in (min.saturating_sub(1_000)..min.saturating_add(1_000)).chain(end.saturating_sub(1_000)..=end) {
            let within: Vec<_> = B::ALL.iter().filter(|band| band.range().contains(count)).collect();
            assert_eq!(within, [&B::of(count)], "{count}");
        }
    }
    assert_eq!(next, None, "the last band has no end");
}

#[test]
fn every_count_falls_in_exactly_one_band() {
    partitions::<PopulationBand>("人");
    partitions::<DataSubjectsBand>("人");
    partitions::<HandlersBand>("人");
    partitions::<StaffBand>("人");
    partitions::<RecordItemsBand>("項目");
    for count in 0..=400_000 {
        assert!(PopulationBand::of(count).range().contains(count), "{count}");
    }
}

#[test]
fn error_texts() {
    assert_eq!(
        "under_500x".parse::<HandlersBand>().unwrap_err().to_string(),
        "unknown code or label \"under_500x\" for the handlers band (取扱者数): expected one of \
         under_500 (500人未満), at_least_500 (500人以上)"
    );
    assert_eq!(
        HandlersBand::from_label("500人以下").unwrap_err().to_string(),
        "unknown label \"500人以下\" for the handlers band (取扱者数): expected one of 500人未満, 500人以上"
    );
    assert_eq!(
        PopulationBand::from_label("2) 30万人以上").unwrap_err().to_string(),
        "\"2) 30万人以上\" names two choices of the population band (対象人数): 2 is from_1000_to_9999 (1,000人以上1万人未満), \
         the wording is at_least_300000 (30万人以上)"
    );
    assert_eq!(
        StaffBand::from_ordinal(7).unwrap_err().to_string(),
        "unknown number \"7\" for the staff band (使用者数): expected one of 1, 2, 3, 4, 5, 6"
    );
    assert_eq!(
        AssessmentKind::from_ordinal(2).unwrap_err().to_string(),
        "unknown number \"2\" for the assessment kind (特定個人情報保護評価の種類): \
         expected one of basic_item, key_item, all_item"
    );
    assert_eq!(
        serde_json::from_str::<Obligation>("\"full\"").unwrap_err().to_string(),
        "unknown code or label \"full\" for the obligation (実施が義務付けられる評価): expected one of \
         none (特定個人情報保護評価の実施が義務付けられない), basic_item (基礎項目評価の実施が義務付けられる), \
         basic_item_and_key_item (基礎項目評価及び重点項目評価の実施が義務付けられる), \
         basic_item_and_all_item (基礎項目評価及び全項目評価の実施が義務付けられる) at line 1 column 6"
    );
    assert_eq!(
        serde_json::from_str::<Obligation>("3").unwrap_err().to_string(),
        "invalid type: integer `3`, expected a code or label of the obligation (実施が義務付けられる評価) at line 1 column 1"
    );
    assert_eq!(
        "under\u{0}\r\n\t\u{1b}[31m\u{85}\u{2028}\u{202e}　\"'\\".parse::<HandlersBand>().unwrap_err().seen(),
        r#"under\0\r\n\t\u{1b}[31m\u{85}\u{2028}\u{202e}　"'\"#,
        "always one line, and what can be seen as it is"
    );
    assert_eq!("x".repeat(60).parse::<Era>().unwrap_err().seen(), "x".repeat(60));
    let long = "あ".repeat(10_000).parse::<Era>().unwrap_err();
    assert_eq!(long.seen(), format!("{}…", "あ".repeat(60)));
}
