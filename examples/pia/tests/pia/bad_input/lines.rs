//! Lines and texts that cannot be read.

use serde_json::{Value, json};

use super::{HEAD, is_refused, says};
use crate::support::run;

/// Lines of `threshold --jsonl` that have no answer, and why. `$head` is [`HEAD`].
const LINES: &[(&str, &str, &str)] = &[
    ("{", "途中で終わっている（1列）", "EOF while parsing an object at column 1"),
    (
        "[1,2,\"yes\"]",
        "評価書、又は population、handlers、incident の項目を持つ JSON のオブジェクトを書く",
        "expected an assessment, or a JSON object with the fields population, handlers and incident",
    ),
    (
        "x",
        "評価書、又は population、handlers、incident の項目を持つ JSON のオブジェクトを書く",
        "expected an assessment, or a JSON object with the fields population, handlers and incident",
    ),
    ("{\"format\": ", "format：途中で終わっている（10列）", "format: EOF while parsing a value at column 10"),
    ("{} trailing", "JSON として正しくない（余分な文字がある）（4列）", "trailing characters at column 4"),
    (
        "{\"population\": 1,}",
        "JSON として正しくない（最後の値の後に「,」がある）（18列）",
        "trailing comma at column 18",
    ),
    (
        "{\"people\":1}",
        "「people」という項目はない（使える項目：population（対象人数）、handlers、incident、serious_incident、incident_known、as_of、body）（9列）",
        "unknown field `people`, expected one of `population` (対象人数), `handlers`, `incident`, `serious_incident`, `incident_known`, `as_of`, `body` at column 9",
    ),
    (
        "{\" at line 1 column \":1}",
        "「 at line 1 column 」という項目はない（使える項目：population（対象人数）、handlers、incident、serious_incident、incident_known、as_of、body）（21列）",
        "unknown field ` at line 1 column `, expected one of `population` (対象人数), `handlers`, `incident`, `serious_incident`, `incident_known`, `as_of`, `body` at column 21",
    ),
    (
        "{\"population\":1,\"population\":2}",
        "「population」が重複している（28列）",
        "duplicate field `population` at column 28",
    ),
    ("{\"body\":null,\"body\":null}", "「body」が重複している（19列）", "duplicate field `body` at column 19"),
    (
        "{\"as_of\":\"2025-02-29\"}",
        "as_of：2025年2月に29日はない（1日から28日まで）（21列）",
        "as_of: there is no day 29 in 2025-02: expected 1 to 28 at column 21",
    ),
    (
        "{\"incident_known\":\"2026-13-01\"}",
        "incident_known：13月はない（1月から12月まで）（30列）",
        "incident_known: there is no month 13: expected 1 to 12 at column 30",
    ),
    (
        "{\"population\":\"many\"}",
        "population（対象人数）：「many」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)。不明であれば \"?\" と書く（20列）",
        "population (対象人数): cannot read \"many\" as a count of people: expected a number (62000 or \"62…",
    ),
    (
        "{\"handlers\":1e99}",
        "handlers：型が違う：小数 `1e99`（記載できるもの：人数（数、範囲又は区分）、不明であれば \"?\"）（16列）",
        "handlers: invalid type: floating point `1e99`, expected a count for the handlers band (取扱者数): a number, a range or a band, or \"?\" if it is not known at column 16",
    ),
    (
        "{\"population\":-1}",
        "population（対象人数）：型が違う：整数 `-1`（記載できるもの：人数（数、範囲又は区分）、不明であれば \"?\"）（16列）",
        "population (対象人数): invalid type: integer `-1`, expected a count for the population band (対象人数): a number, a range or a band, or \"?\" if it is not known at column 16",
    ),
    (
        "{\"population\":true}",
        "population（対象人数）：型が違う：真偽値 `true`（記載できるもの：人数（数、範囲又は区分）、不明であれば \"?\"）（18列）",
        "population (対象人数): invalid type: boolean `true`, expected a count for the population band (対象人数): a number, a range or a band, or \"?\" if it is not known at column 18",
    ),
    (
        "{\"incident\":\"perhaps\"}",
        "incident：「perhaps」は重大事故の発生の選択肢にない（選択肢：yes (発生あり), no (発生なし)）。不明であれば \"?\" と書く（21列）",
        "incident: unknown code or label \"perhaps\" for the occurrence of a serious incident (重大事故の発生): expected one of yes (発生あり), no (発生なし); write \"?\" if it is not known at column 21",
    ),
    (
        "{\"body\":\"city\"}",
        "body：「city」は評価実施機関の種類の選択肢にない（選択肢：administrative_organ (行政機関等), local_government (地方公共団体等)）（14列）",
        "body: unknown code or label \"city\" for the kind of body (評価実施機関の種類): expected one of administrative_organ (行政機関等), local_government (地方公共団体等) at column 14",
    ),
    (
        "{\"incident\":\"no\",\"incident_known\":\"2025-06-02\",\"as_of\":\"2025-06-01\"}",
        "incident_known：令和7年6月2日は判断の基準日（2025-06-01）より後である",
        "incident_known: 令和7年6月2日 is after the day of the determination, 2025-06-01",
    ),
    (
        "{\"incident\":\"no\",\"incident_known\":\"2025-05-01\",\"as_of\":\"2025-06-01\"}",
        "incident_known：令和7年5月1日に知った重大事故は過去一年以内のものとして数えるが、重大事故は発生なしと記載されている",
        "incident_known: the incident that became known on 令和7年5月1日 counts, but the answer says that there was none",
    ),
    ("{$head,\"version\":1}", "「version」が重複している（80列）", "duplicate field `version` at column 80"),
    (
        "{$head,\"populace\":1}",
        "populace：「populace」という項目はない（使える項目：format…",
        "populace: unknown field `populace`, expected one of `format`…",
    ),
    (
        "{\"format\":\"mynumber-pia\",\"version\":2}",
        "version：形式の版 2 は読み込めない（読み込める版は 1）（36列）",
        "version: version 2 of the format: this crate reads version 1 at column 36",
    ),
    (
        "{$head,\"cover\":{\"published\":\"2026-02-30\"}}",
        "cover.published（表紙 公表日）：2026年2月に30日はない（1日から28日まで）（104列）",
        "cover.published (表紙 公表日): there is no day 30 in 2026-02: expected 1 to 28 at column 104",
    ),
    ("{$head", "途中で終わっている（70列）", "EOF while parsing an object at column 70"),
];

/// Each bad line has an error in its place, and the other lines have their answers.
#[test]
fn a_line_that_cannot_be_read() {
    let lines: Vec<String> = LINES.iter().map(|(line, ..)| line.replace("$head", HEAD)).collect();
    let input = lines.iter().flat_map(|line| [line, "\n{\"population\":300000}\n\n"]).collect::<String>();
    for (language, of) in [
        (&["--lang", "ja"][..], (|case| case.1) as fn(&(&'static str, &'static str, &'static str)) -> &'static str),
        (&["--lang", "en"], |case| case.2),
        (&[], |case| case.1),
    ] {
        let answer = run("threshold", &[&["--jsonl"], language].concat(), input.as_bytes());
        assert_eq!((answer.code, answer.err.as_str()), (2, ""));
        let answers: Vec<Value> = answer.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(answers.len(), 2 * LINES.len());
        for (index, (pair, case)) in answers.chunks(2).zip(LINES).enumerate() {
            says(pair[0]["error"].as_str().unwrap(), of(case), case.0);
            assert_eq!(pair[0]["line"], 3 * index + 1);
            assert_eq!(pair[1]["required"], "basic_item_and_all_item");
        }
        let answer = run("threshold", &[&["--jsonl"], language].concat(), b"{}\n\xFF{}");
        let last: Value = serde_json::from_str(answer.out.lines().last().unwrap()).unwrap();
        let not_utf_8 = of(&("", "UTF-8 でない（1バイト目）", "not UTF-8 at byte 1"));
        assert_eq!(last, json!({"error": not_utf_8, "line": 2}));
    }
}

#[test]
fn a_text_that_cannot_be_read() {
    let long = vec![b'a'; (1 << 20) + 1];
    let input = [b"\xE7\x95\n".as_slice(), "番号法第9条第1項\n".as_bytes(), &long, "\n番号法別表の44の項\n".as_bytes()]
        .concat();
    for (language, errors) in [
        ("ja", "pia cite: -[0]: UTF-8 でない（1バイト目）\npia cite: -[2]: 1048576バイトを超えている\n"),
        ("en", "pia cite: -[0]: not UTF-8 at byte 1\npia cite: -[2]: longer than 1048576 bytes\n"),
    ] {
        let answer = run("cite", &["--json", "-", "--lang", language], &input);
        assert_eq!((answer.code, answer.out.lines().count(), answer.err.as_str()), (2, 2, errors));
    }
    // The longest line is read.
    let answer = run("cite", &["-"], &[&long[1..], b"\r\n"].concat());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    // The texts decide which rows are left out, so each must be readable.
    let rows = ["--provider", "医療保険者", "--as-of", "2026-02-08", "-"];
    is_refused(&run("cite", &rows, &input), "cite", "-[0]: UTF-8 でない（1バイト目）", "rows");
}

#[test]
fn empty_input() {
    for input in ["", "\n \n", "\u{FEFF}\n"] {
        for (language, expected) in [
            ("ja", "-: 行がない（1行に一つの評価書又はしきい値判断項目が必要である）"),
            ("en", "-: is empty: expected an assessment or facts on each line"),
        ] {
            for jobs in ["1", "4"] {
                let answer = run("threshold", &["--jsonl", "--lang", language, "--jobs", jobs], input.as_bytes());
                is_refused(&answer, "threshold", expected, input);
            }
        }
        // A text without citations is not an error, and neither is empty input.
        let texts = run("cite", &["-"], input.as_bytes());
        assert_eq!((texts.code, texts.out.as_str(), texts.err.as_str()), (0, "", ""));
    }
}

/// A printed assessment is a text or a workbook, and the file of another program says what to do with it.
#[test]
fn a_source_that_is_no_text() {
    for (input, japanese, english) in [
        (&b""[..], "空である（評価書のテキストが必要である）", "is empty: expected the text of an assessment"),
        (
            "\u{FEFF} \n\n".as_bytes(),
            "空である（評価書のテキストが必要である）",
            "is empty: expected the text of an assessment",
        ),
        (b"a\xFF", "UTF-8 でない（2バイト目）", "not UTF-8 at byte 2"),
        (
            b"level\tpage_num\tpar_num\n5\t1",
            "2行目が pdftotext -tsv の行でない：5\\t1",
            "line 2 is not one of pdftotext -tsv: 5\\t1",
        ),
        (
            b"[{\"words\": [{\"top\": \"a\"}]}]",
            "単語の位置の JSON でない。頁ごとに width、height、words（x0、top、x1、bottom、text）をもつオブジェクトの配列が必要である",
            "is not JSON of words with places: expected a list of pages with width, height and words (x0, top, x1, bottom, text)",
        ),
        (
            b"\xFF\xFEa\0",
            "UTF-8 でない（1バイト目。UTF-16 のようである。UTF-8 で保存し直す）",
            "not UTF-8 at byte 1 (it seems to be UTF-16: save it as UTF-8)",
        ),
        (
            b"\x95\x5D\x89\xBF\x8F\x91",
            "UTF-8 でない（1バイト目。Shift_JIS のようである。UTF-8 で保存し直す）",
            "not UTF-8 at byte 1 (it seems to be Shift_JIS: save it as UTF-8)",
        ),
        (b"PK\x03\x04\x14", "Excel ブック（xlsx）でない：…", "not an xlsx workbook: …"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "古い形式（.xls、.doc など）のファイルである。ブックは xlsx、文書は UTF-8 のテキストとして保存したものを指定する",
            "is a file of an old format such as .xls or .doc: save a workbook as xlsx, or a document as text in UTF-8",
        ),
    ] {
        for (language, expected) in [("ja", japanese), ("en", english)] {
            let answer = run("transcribe", &["-", "--lang", language], input);
            is_refused(&answer, "transcribe", &format!("-: {expected}"), expected);
        }
    }
}

/// Ten pieces in a row that are not JSON, or not text, are enough. What is scattered is reported, and so is every document with a mistake.
#[test]
fn reading_stops_where_nothing_can_be_read() {
    let stopped =
        ["。10個続けて読めないので、ここで読むのをやめる", "; 10 in a row cannot be read, so reading stops here"];
    let good = format!("{{{HEAD}}}\n");
    let [nine, many] = [9, 2000].map(|count| "{]\n".repeat(count));
    let scattered = format!("{nine}{good}{nine}{good}");
    let file = format!("{}/stops.json", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&file, &many).unwrap();
    for (command, arguments) in [
        ("summary", &["--json", "-"][..]),
        ("summary", &["--json", "--jobs", "4", "-"]),
        ("validate", &["--json", "-"]),
        ("print", &["-"]),
        ("answer", &["-", "population"]),
    ] {
        for (language, stopped) in ["ja", "en"].into_iter().zip(stopped) {
            let run = |input: &str| run(command, &[arguments, &["--lang", language]].concat(), input.as_bytes());
            let all = run(&scattered);
            assert_eq!((all.code, all.err.lines().count()), (2, 18), "{command} {}", all.err);
            assert!(!all.err.contains(stopped));
            let refused = run(&format!("{}{good}", "{}\n".repeat(12)));
            assert_eq!((refused.code, refused.err.lines().count()), (2, 12), "{command} {}", refused.err);
            let few = run(&many);
            let last = few.err.lines().last().unwrap();
            assert_eq!((few.code, few.err.lines().count()), (2, 10), "{command} {}", few.err);
            assert!(last.starts_with(&format!("pia {command}: -[9]: ")) && last.ends_with(stopped), "{last}");
            let after = run(&format!("{good}{many}{good}"));
            assert_eq!((after.code, after.err.lines().count()), (2, 10), "{command} {}", after.err);
        }
        // Another file is read.
        if command != "answer" {
            let both = run(command, &[arguments, &[&file]].concat(), format!("{many}{good}").as_bytes());
            assert_eq!((both.code, both.err.lines().count()), (2, 20), "{command} {}", both.err);
            let before = run(command, &[&[file.as_str()], arguments].concat(), good.as_bytes());
            assert_eq!((before.code, before.err.lines().count()), (2, 10), "{command} {}", before.err);
            assert_eq!(before.out, run(command, arguments, good.as_bytes()).out, "{command}");
        }
    }
    let [nine, many] = [9, 2000].map(|count| b"\xFF\n".repeat(count));
    let text = "番号法第9条第1項\n".as_bytes();
    for (language, stopped) in ["ja", "en"].into_iter().zip(stopped) {
        let few = run("cite", &["-", "--lang", language], &many);
        assert_eq!((few.code, few.err.lines().count()), (2, 10));
        assert!(few.err.ends_with(&format!("{stopped}\n")), "{}", few.err);
        let all = run("cite", &["-", "--lang", language], &[&nine, text, &nine, text].concat());
        assert_eq!((all.code, all.err.lines().count()), (2, 18));
    }
}
