//! What a day says about a citation, in Japanese and English.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use mynumber_pia::Language;
use mynumber_pia::law::Citation;

/// A citation, a day, the code of the answer, and its words.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

const VALIDITY: &[Case] = &[
    ("番号法第19条第7号", "2020-04-01", "in_force", "2020-04-01に有効", "in force on 2020-04-01"),
    ("番号法第19条第8号", "2022-04-01", "in_force", "2022-04-01に有効", "in force on 2022-04-01"),
    ("番号法別表の44の項", "2026-07-17", "in_force", "2026-07-17に有効", "in force on 2026-07-17"),
    (
        "番号法別表",
        "2024-05-26",
        "not_yet",
        "2024-05-26に未施行（2024-05-27から）",
        "not yet in force on 2024-05-26 (from 2024-05-27)",
    ),
    (
        "番号法別表第一",
        "2024-05-27",
        "no_longer",
        "2024-05-27に失効済み（2024-05-26まで）",
        "no longer in force on 2024-05-27 (until 2024-05-26)",
    ),
    (
        "番号法第19条第7号",
        "2022-04-01",
        "no_longer",
        "2022-04-01に情報連携の根拠でない（2020-04-01の記載が最後）",
        "not a basis of information linkage on 2022-04-01 (last seen on 2020-04-01)",
    ),
    (
        "番号法別表の130の2の項",
        "2025-10-01",
        "no_row",
        "2025-10-01に表は有効であるが、この項はない",
        "the table was in force on 2025-10-01, but without this row",
    ),
    (
        "番号法第19条第7号",
        "2021-01-01",
        "not_evidenced",
        "2021-01-01の効力は確認できない",
        "not evidenced on 2021-01-01",
    ),
];

const ROWS: &[Case] = &[
    (
        "番号法別表の44の項",
        "2026-07-17",
        "exists",
        "市町村長又は国民健康保険組合、国民健康保険法（2025-09-24から2026-07-17まで確認）",
        "市町村長又は国民健康保険組合, 国民健康保険法 (seen from 2025-09-24 to 2026-07-17)",
    ),
    (
        "番号法別表の31の2の項",
        "2025-10-01",
        "exists",
        "法務大臣、出入国管理及び難民認定法（2025-09-24から2026-02-08まで確認）",
        "法務大臣, 出入国管理及び難民認定法 (seen from 2025-09-24 to 2026-02-08)",
    ),
    (
        "番号法別表の2の2の項",
        "2024-05-27",
        "exists",
        "総務大臣又は都道府県知事、恩給法（2025-09-24の表）",
        "総務大臣又は都道府県知事, 恩給法 (table of 2025-09-24)",
    ),
    (
        "番号法別表第一の38の2の項",
        "2021-04-01",
        "exists",
        "不明、不明（2020-11-30の表）",
        "unknown, unknown (table of 2020-11-30)",
    ),
    (
        "利用特定個人情報の提供に関する命令第2条の表の10の2の項",
        "2026-06-26",
        "exists",
        "海難審判所長、海難審判法（2026-06-26の表）",
        "海難審判所長, 海難審判法 (table of 2026-06-26)",
    ),
    (
        "番号法別表の31の2の項",
        "2026-11-22",
        "exists",
        "外務大臣、旅券法（2026-07-17の表）",
        "外務大臣, 旅券法 (table of 2026-07-17)",
    ),
    ("番号法別表第二の36の項", "2019-10-01", "deleted", "削除された項", "deleted row"),
    (
        "番号法別表第二の36の項",
        "2023-04-01",
        "deleted",
        "削除された項（2019-10-01の表）",
        "deleted row (table of 2019-10-01)",
    ),
    (
        "番号法別表の8の2の項",
        "2025-09-30",
        "not_yet",
        "2025-09-30にこの項はまだない（2025-10-01から）：児童福祉法第十八条の二十七第一項に規定する認定地方公共団体の長、児童福祉法",
        "not yet in the table on 2025-09-30 (from 2025-10-01 on): 児童福祉法第十八条の二十七第一項に規定する認定地方公共団体の長, 児童福祉法",
    ),
    (
        "番号法別表の133の2の項",
        "2025-09-24",
        "not_yet",
        "2025-09-24にこの項はまだない（2025-09-24より後、2026-06-26までに追加）：農林水産大臣又は環境大臣、愛玩動物看護師法",
        "not yet in the table on 2025-09-24 (added after 2025-09-24, by 2026-06-26): 農林水産大臣又は環境大臣, 愛玩動物看護師法",
    ),
    (
        "番号法別表の130の2の項",
        "2025-10-01",
        "no_longer",
        "2025-10-01にこの項はもうない（2025-09-30まで）：都道府県知事又は国家戦略特別区域法第十二条の五第十二項に規定する試験実施指定都市の長、国家戦略特別区域法",
        "no longer in the table on 2025-10-01 (until 2025-09-30): 都道府県知事又は国家戦略特別区域法第十二条の五第十二項に規定する試験実施指定都市の長, 国家戦略特別区域法",
    ),
    (
        "番号法別表の31の2の項",
        "2026-03-01",
        "not_known",
        "2026-03-01の項は確認できない（2026-02-08は法務大臣、出入国管理及び難民認定法、2026-07-17は外務大臣、旅券法）",
        "row on 2026-03-01 not known (2026-02-08: 法務大臣, 出入国管理及び難民認定法; 2026-07-17: 外務大臣, 旅券法)",
    ),
    (
        "番号法別表の133の2の項",
        "2025-10-01",
        "not_known",
        "2025-10-01の項は確認できない（2025-09-24は項なし、2026-06-26は農林水産大臣又は環境大臣、愛玩動物看護師法）",
        "row on 2025-10-01 not known (2025-09-24: no row; 2026-06-26: 農林水産大臣又は環境大臣, 愛玩動物看護師法)",
    ),
    ("番号法別表の138の項", "2026-03-01", "missing", "表にこの項はない", "no such row"),
    (
        "番号法別表の138の項",
        "2026-11-22",
        "missing",
        "表にこの項はない（2026-07-17の表）",
        "no such row (table of 2026-07-17)",
    ),
    (
        "番号法別表の2の2の項",
        "2024-05-26",
        "no_table",
        "2024-05-26に未施行（2024-05-27から）",
        "not yet in force on 2024-05-26 (from 2024-05-27)",
    ),
    (
        "番号法別表第二の27の項",
        "2024-05-27",
        "no_table",
        "2024-05-27に失効済み（2024-05-26まで）",
        "no longer in force on 2024-05-27 (until 2024-05-26)",
    ),
    (
        "番号法別表第二の27の項",
        "2015-01-01",
        "no_table",
        "2015-01-01の効力は確認できない",
        "not evidenced on 2015-01-01",
    ),
    ("番号法別表第一", "2021-04-01", "not_a_row", "表の項の引用でない", "not a citation of a row"),
];

/// Asserts the answers, and that every kind of answer is among them.
#[track_caller]
fn says(cases: &[Case], codes: &[&str], answer: impl Fn(Citation, NaiveDate) -> (&'static str, [String; 2])) {
    for (text, day, code, japanese, english) in cases {
        let seen = answer(text.parse().unwrap(), day.parse().unwrap());
        assert_eq!(seen, (*code, [*japanese, *english].map(String::from)), "{text} {day}");
    }
    let seen: BTreeSet<&str> = cases.iter().map(|(_, _, code, ..)| *code).collect();
    assert_eq!(seen, codes.iter().copied().collect());
}

#[test]
fn whether_it_was_in_force() {
    says(VALIDITY, &["in_force", "not_yet", "no_longer", "no_row", "not_evidenced"], |citation, day| {
        let validity = citation.as_of(day);
        (validity.code(), [Language::Japanese, Language::English].map(|language| validity.text(day, language)))
    });
}

#[test]
fn whose_row_it_was() {
    let codes = ["exists", "deleted", "not_yet", "no_longer", "not_known", "missing", "no_table", "not_a_row"];
    says(ROWS, &codes, |citation, day| {
        let row = citation.row_as_of(day);
        (row.status.code(), [Language::Japanese, Language::English].map(|language| row.text(language)))
    });
}
