//! Values that an option does not take.

use super::refused;

/// A value that is not allowed.
#[test]
fn a_value_that_an_option_does_not_take() {
    refused(&[
        (
            "affairs",
            &["-", "--as-of", "2025-06"],
            "--as-of：「2025-06」は2025-06-01、令和7年6月1日 などの日でない",
            "--as-of: \"2025-06\" is not a date such as 2025-06-01",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--end", "2025-02-30"],
            "--end：2025年2月に30日はない（1日から28日まで）",
            "--end: there is no day 30 in 2025-02: expected 1 to 28",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--facts", "1,000,5"],
            "--facts：「1,000,5」は31000,480 のような対象人数と取扱者数（数の中にカンマを入れない）でない",
            "--facts: \"1,000,5\" is not a population and handlers such as 31000,480, without commas in a number",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--facts", "many,5"],
            "--facts：「many」は人数として読めない…",
            "--facts: cannot read \"many\" as a count of people…",
        ),
        (
            "affairs",
            &["-", "--assessed", "5=2026-01-01"],
            "--assessed：「5=2026-01-01」は5:key_item=2023-04-01 のような事務、評価書、日でない",
            "--assessed: \"5=2026-01-01\" is not an affair, a paper and a day such as 5:key_item=2023-04-01",
        ),
        (
            "affairs",
            &["-", "--assessed", "5:paper=2026-01-01"],
            "--assessed：「paper」は特定個人情報保護評価の種類の選択肢にない…",
            "--assessed: unknown code or label \"paper\"…",
        ),
        (
            "affairs",
            &["-", "--body", "city"],
            "--body：「city」は評価実施機関の種類の選択肢にない…",
            "--body: unknown code or label \"city\"…",
        ),
        (
            "affairs",
            &["-", "--incident", "2025-01-01", "--scope", "all"],
            "--scope：「all」は…",
            "--scope: unknown code or label \"all\"…",
        ),
        (
            "validate",
            &["--as-of", "2024-13-01"],
            "--as-of：13月はない（1月から12月まで）",
            "--as-of: there is no month 13: expected 1 to 12",
        ),
        (
            "validate",
            &["--as-of", "2024-02-30"],
            "--as-of：2024年2月に30日はない（1日から29日まで）",
            "--as-of: there is no day 30 in 2024-02: expected 1 to 29",
        ),
        (
            "validate",
            &["--as-of", "today"],
            "--as-of：「today」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
            "--as-of: cannot read \"today\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
        ),
        (
            "validate",
            &["--as-of", ""],
            "--as-of：「」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
            "--as-of: cannot read \"\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
        ),
        (
            "validate",
            &["--exemption", "none"],
            "--exemption：「none」は適用除外の選択肢にない（選択肢：personnel_files_only (職員又は職員であった者等の人事…",
            "--exemption: unknown code or label \"none\" for the exemption (適用除外): expected one of personnel_files_only (職員又は職員であった者等の人事、給与、福利厚生に関する事項又はこれらに準ずる事項を記録した特定個人情報ファイルのみを取り扱う事務)…",
        ),
        (
            "validate",
            &["--jobs", "0"],
            "--jobs：「0」は1から256までの数でない",
            "--jobs: \"0\" is not a number from 1 to 256",
        ),
        (
            "changes",
            &["--as-of", "tomorrow"],
            "--as-of：「tomorrow」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
            "--as-of: cannot read \"tomorrow\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
        ),
        (
            "changes",
            &["--rewind", "2025-02-29", "-"],
            "--rewind：2025年2月に29日はない（1日から28日まで）",
            "--rewind: there is no day 29 in 2025-02: expected 1 to 28",
        ),
        (
            "cite",
            &["--as-of", "2024-13-01"],
            "--as-of：13月はない（1月から12月まで）",
            "--as-of: there is no month 13: expected 1 to 12",
        ),
        (
            "cite",
            &["--as-of", "令和元年4月30日"],
            "--as-of：令和元年4月30日はない。令和は2019-05-01からであり、2019-04-30 は平成31年4月30日である",
            "--as-of: 令和元年4月30日 does not exist: 令和 ran from 2019-05-01 on, and 2019-04-30 is 平成31年4月30日",
        ),
        (
            "cite",
            &["--as-of", "令和6年"],
            "--as-of：「令和6年」は2025-06-01、令和7年6月1日 などの日でない",
            "--as-of: \"令和6年\" is not a date such as 2025-06-01",
        ),
        (
            "cite",
            &["--provider", "市町村長", "--as-of", "2024-05-26"],
            "--as-of：2024-05-26 は2024-05-27より前である。第2条の表はその日に施行され、それまでの別表第二の情報提供者は確認できない",
            "--as-of: 2024-05-26 is before 2024-05-27: 第2条の表 came into force then, and who provided under 別表第二 is not known",
        ),
        (
            "cite",
            &["--provider", "甲市\n長", "--as-of", "2025-04-01"],
            "--provider：「甲市\\n長」は第2条の表の情報提供者にない（情報提供者：法務大臣…",
            "--provider: \"甲市\\n長\" is not a provider of 第2条の表: expected one of 法務大臣…",
        ),
        (
            "generate",
            &["--kind", "nope"],
            "--kind：「nope」は特定個人情報保護評価の種類の選択肢にない（選択肢：basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価)）",
            "--kind: unknown code or label \"nope\" for the assessment kind (特定個人情報保護評価の種類): expected one of basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価)",
        ),
        (
            "generate",
            &["--kind", "key_item", "--population", "nope"],
            "--population：「nope」は対象人数の選択肢にない（選択肢：under_1000 (1…",
            "--population: unknown code or label \"nope\" for the population band (対象人数): expected one of under_1000 (1…",
        ),
        (
            "generate",
            &["--defect", "nope"],
            "--defect：「nope」は--list-defects のコードでない",
            "--defect: \"nope\" is not a code of --list-defects",
        ),
        (
            "generate",
            &["--kind", "key_item", "--population", "at_least_300000"],
            "--population：様式3に30万人以上の区分はない",
            "--population: 様式3 does not offer 30万人以上",
        ),
        (
            "generate",
            &["--municipality", "0"],
            "--municipality：「0」は範囲の外である：1から200までの数",
            "--municipality: \"0\" is out of range: a number from 1 to 200",
        ),
        (
            "generate",
            &["--kind", "key_item", "--count", "0"],
            "--count：「0」は範囲の外である：1から1000000までの数",
            "--count: \"0\" is out of range: a number from 1 to 1000000",
        ),
        (
            "generate",
            &["--kind", "key_item", "--seed", "-1"],
            "--seed：「-1」は0から18446744073709551615までの数でない",
            "--seed: \"-1\" is not a number from 0 to 18446744073709551615",
        ),
        (
            "generate",
            &["--kind", "key_item", "--as-of", "2017-12-31"],
            "--as-of：「2017-12-31」は範囲の外である：2018-01-01から2100-12-31までの日",
            "--as-of: \"2017-12-31\" is out of range: a date from 2018-01-01 to 2100-12-31",
        ),
        (
            "generate",
            &["--kind", "key_item", "--as-of", "令和83年1月1日"],
            "--as-of：「令和83年1月1日」は範囲の外である：2018-01-01から2100-12-31までの日",
            "--as-of: \"令和83年1月1日\" is out of range: a date from 2018-01-01 to 2100-12-31",
        ),
        (
            "generate",
            &["--kind", "key_item", "--as-of", "2025-02-29"],
            "--as-of：2025年2月に29日はない（1日から28日まで）",
            "--as-of: there is no day 29 in 2025-02: expected 1 to 28",
        ),
        (
            "generate",
            &["--nation", "0"],
            "--nation：「0」は範囲の外である：1から100000までの数",
            "--nation: \"0\" is out of range: a number from 1 to 100000",
        ),
        (
            "generate",
            &["--nation=100001"],
            "--nation：「100001」は範囲の外である：1から100000までの数",
            "--nation: \"100001\" is out of range: a number from 1 to 100000",
        ),
        (
            "generate",
            &["--nation", "many"],
            "--nation：「many」は1から100000までの数でない",
            "--nation: \"many\" is not a number from 1 to 100000",
        ),
        (
            "generate",
            &["--nation=-1"],
            "--nation：「-1」は1から100000までの数でない",
            "--nation: \"-1\" is not a number from 1 to 100000",
        ),
        (
            "threshold",
            &["--population", "many"],
            "--population：「many」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)。不明であれば \"?\" と書く",
            "--population: cannot read \"many\" as a count of people: expected a number (62000 or \"62…",
        ),
        (
            "threshold",
            &["--population", "-1"],
            "--population：「-1」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)。不明であれば \"?\" と書く",
            "--population: cannot read \"-1\" as a count of people: expected a number (62000 or \"62…",
        ),
        (
            "threshold",
            &["--population", ""],
            "--population：「」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)。不明であれば \"?\" と書く",
            "--population: cannot read \"\" as a count of people: expected a number (62000 or \"62…",
        ),
        (
            "threshold",
            &["--population", "9..2"],
            "--population：範囲 9..2 は逆である。小さい方を先に書く。不明であれば \"?\" と書く",
            "--population: the range 9..2 runs backwards: expected the lower count first; write \"?\" if it is not known",
        ),
        (
            "threshold",
            &["--handlers", "99999999999"],
            "--handlers：「99999999999」は人数として大きすぎる（4294967295まで）。不明であれば \"?\" と書く",
            "--handlers: \"99999999999\" is too large for a count of people: expected at most 4294967295; write \"?\" if it is not known",
        ),
        (
            "threshold",
            &["--incident", "maybe"],
            "--incident：「maybe」は重大事故の発生の選択肢にない（選択肢：yes (発生あり), no (発生なし)）。不明であれば \"?\" と書く",
            "--incident: unknown code or label \"maybe\" for the occurrence of a serious incident (重大事故の発生): expected one of yes (発生あり), no (発生なし); write \"?\" if it is not known",
        ),
        (
            "threshold",
            &["--exemption", "none"],
            "--exemption：「none」は適用除外の選択肢にない（選択肢：personnel_files_only (職員又は職員であった者等の人事…",
            "--exemption: unknown code or label \"none\" for the exemption (適用除外): expected one of personnel_files_only (職員又は職員であった者等の人事、給与、福利厚生に関する事項又はこれらに準ずる事項を記録した特定個人情報ファイルのみを取り扱う事務)…",
        ),
        (
            "threshold",
            &["--as-of", "2025-02-29"],
            "--as-of：2025年2月に29日はない（1日から28日まで）",
            "--as-of: there is no day 29 in 2025-02: expected 1 to 28",
        ),
        (
            "threshold",
            &["--incident-known", "last week"],
            "--incident-known：「last week」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
            "--incident-known: cannot read \"last week\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
        ),
        (
            "threshold",
            &["--body", "city"],
            "--body：「city」は評価実施機関の種類の選択肢にない（選択肢：administrative_organ (行政機関等), local_government (地方公共団体等)）",
            "--body: unknown code or label \"city\" for the kind of body (評価実施機関の種類): expected one of administrative_organ (行政機関等), local_government (地方公共団体等)",
        ),
    ]);
}

/// An edition that nobody published, or no edition at all.
#[test]
fn a_form_that_is_not_known() {
    refused(&[
        (
            "template",
            &["form_3_2030_01"],
            "form_3_2030_01 という版は知られていない（版：form_2_2014_04…",
            "form_3_2030_01 is not a known edition: expected one of form_2_2014_04…",
        ),
        (
            "template",
            &["form_9"],
            "「form_9」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）、又は種類：basic_item、key_item、all_item",
            "cannot read \"form_9\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of 様式2, 様式3 or 様式4, or a kind: basic_item, key_item or all_item",
        ),
        (
            "schema",
            &["form_3_2030_01"],
            "form_3_2030_01 という版は知られていない（版：form_2_2014_04…",
            "form_3_2030_01 is not a known edition: expected one of form_2_2014_04…",
        ),
        (
            "schema",
            &["form_9"],
            "「form_9」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）、又は種類：basic_item、key_item、all_item",
            "cannot read \"form_9\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of 様式2, 様式3 or 様式4, or a kind: basic_item, key_item or all_item",
        ),
        (
            "print",
            &["--empty", "form_3_2030_01"],
            "--empty：form_3_2030_01 という版は知られていない（版：form_2_2014_04…",
            "--empty: form_3_2030_01 is not a known edition: expected one of form_2_2014_04…",
        ),
        (
            "print",
            &["--empty", "form_9"],
            "--empty：「form_9」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）、又は種類：basic_item、key_item、all_item",
            "--empty: cannot read \"form_9\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of 様式2, 様式3 or 様式4, or a kind: basic_item, key_item or all_item",
        ),
        (
            "transcribe",
            &["-", "--form", "form_3_2030_01"],
            "--form：form_3_2030_01 という版は知られていない（版：form_2_2014_04…",
            "--form: form_3_2030_01 is not a known edition: expected one of form_2_2014_04…",
        ),
    ]);
}
