//! Documents that cannot be read.

use super::{HEAD, is_refused};
use crate::support::run;

/// Standard input that is not a document, and why. `$head` is [`HEAD`].
const DOCUMENTS: &[(&str, &str, &str)] = &[
    // Nothing.
    ("", "評価書がない（JSON の評価書が一つ以上必要である）", "is empty: expected one assessment or several, as JSON"),
    (
        "\u{feff} \n",
        "評価書がない（JSON の評価書が一つ以上必要である）",
        "is empty: expected one assessment or several, as JSON",
    ),
    // Not JSON.
    (
        "%PDF-1.7\n1 0 obj\n[ 3 ]",
        "PDF として読めない：failed parsing cross reference table",
        "cannot be read as a PDF: failed parsing cross reference table",
    ),
    (
        "PK\u{3}\u{4}",
        "Excel ブック（xlsx）でない：Zip error: invalid Zip archive: Could not find EOCD",
        "not an xlsx workbook: Zip error: invalid Zip archive: Could not find EOCD",
    ),
    (
        "<html></html>",
        "このページには評価書のデータがない。データとともに印刷したページが必要である",
        "the page carries no document: expected one that was printed with its data",
    ),
    (
        "no JSON",
        "JSON として正しくない（true、false、null のどれでもない）（1行2列）",
        "expected ident at line 1 column 2",
    ),
    (
        "{\"format\" 1}",
        "format：JSON として正しくない（「:」がない）（1行11列）",
        "format: expected `:` at line 1 column 11",
    ),
    (
        "{\"format\": 1 2}",
        "format：型が違う：整数 `1`（記載できるもの：形式名 \"mynumber-pia\"）（1行12列）",
        "format: invalid type: integer `1`, expected the name of the format, \"mynumber-pia\" at line 1 column 12",
    ),
    (
        "{\"format\": tru}",
        "format：JSON として正しくない（true、false、null のどれでもない）（1行15列）",
        "format: expected ident at line 1 column 15",
    ),
    (
        "{\"format\": \"\\x\"}",
        "format：JSON として正しくない（「\\」の後の文字が正しくない）（1行14列）",
        "format: invalid escape at line 1 column 14",
    ),
    (
        "{\"format\": 01}",
        "format：JSON として正しくない（数の書き方が正しくない）（1行13列）",
        "format: invalid number at line 1 column 13",
    ),
    (
        "{\"format\": 1e999}",
        "format：JSON として正しくない（数が大きすぎる）（1行16列）",
        "format: number out of range at line 1 column 16",
    ),
    (
        "{\"format\": \"a\tb\"}",
        "format：JSON として正しくない（文字列の中に改行などの制御文字がある）（1行14列）",
        "format: control character (\\u0000-\\u001F) found while parsing a string at line 1 column 14",
    ),
    (
        "{\"format\": \"\\uD800\"}",
        "format：JSON として正しくない（\\u の組が片方しかない）（1行19列）",
        "format: unexpected end of hex escape at line 1 column 19",
    ),
    (
        "{\"format\": \"\\uD800\\u0041\"}",
        "format：JSON として正しくない（\\u の組が片方しかない）（1行24列）",
        "format: lone leading surrogate in hex escape at line 1 column 24",
    ),
    (
        "{1: 2}",
        "JSON として正しくない（項目の名前が文字列でない）（1行2列）",
        "key must be a string at line 1 column 2",
    ),
    (
        "{\"format\": 1,}",
        "format：型が違う：整数 `1`（記載できるもの：形式名 \"mynumber-pia\"）（1行12列）",
        "format: invalid type: integer `1`, expected the name of the format, \"mynumber-pia\" at line 1 column 12",
    ),
    // Truncated.
    ("{", "途中で終わっている（1行1列）", "EOF while parsing an object at line 1 column 1"),
    ("{\"format\": ", "format：途中で終わっている（1行10列）", "format: EOF while parsing a value at line 1 column 10"),
    (
        "{\"format\": \"mynumber",
        "format：途中で終わっている（1行20列）",
        "format: EOF while parsing a string at line 1 column 20",
    ),
    (
        "{$head,\"systems\":[{\"name\":\"甲\"}",
        "systems[1]：途中で終わっている（1行94列）",
        "systems[1]: EOF while parsing a list at line 1 column 94",
    ),
    // A column counts characters, also after Japanese text, on another line, and in characters of four bytes.
    (
        "{$head,\"affair\":{\"name\":\"国民健康保険\"}\n,\"cover\":{\"body\":\"甲市𠮷野\" \"}",
        "cover：JSON として正しくない（「,」又は「}」がない）（2行25列）",
        "cover: expected `,` or `}` at line 2 column 25",
    ),
    // JSON, but not a document.
    (
        "[1, 2]",
        "型が違う：配列（記載できるもの：特定個人情報保護評価書）。評価書を [ ] で囲まず、一つずつ続けて書く（1行1列）",
        "invalid type: sequence, expected an assessment (特定個人情報保護評価書); write several one after the other, without [ ] around them at line 1 column 1",
    ),
    (
        "\"mynumber-pia\"",
        "型が違う：文字列 \"mynumber-pia\"（記載できるもの：特定個人情報保護評価書）（1行14列）",
        "invalid type: string \"mynumber-pia\", expected an assessment (特定個人情報保護評価書) at line 1 column 14",
    ),
    (
        "null",
        "型が違う：null（記載できるもの：特定個人情報保護評価書）（1行4列）",
        "invalid type: null, expected an assessment (特定個人情報保護評価書) at line 1 column 4",
    ),
    ("{}", "「format」がない（1行2列）", "missing field `format` at line 1 column 2"),
    (
        "{\"format\": \"other\"}",
        "format：読めない値である：文字列 \"other\"（記載できるもの：形式名 \"mynumber-pia\"）（1行18列）",
        "format: invalid value: string \"other\", expected the name of the format, \"mynumber-pia\" at line 1 column 18",
    ),
    // The version.
    (
        "{\"version\": 2, \"a\": 1}",
        "version：形式の版 2 は読み込めない（読み込める版は 1）（1行13列）",
        "version: version 2 of the format: this crate reads version 1 at line 1 column 13",
    ),
    (
        "{\"format\":\"mynumber-pia\",\"version\":\"1\"}",
        "version：型が違う：文字列 \"1\"（記載できるもの：形式の版 1）（1行38列）",
        "version: invalid type: string \"1\", expected the version of the format, 1 at line 1 column 38",
    ),
    // The form.
    (
        "{\"edition\": \"form_2_2024_10\", \"kind\": \"key_item\"}",
        "kind：form_2_2024_10 は様式2の版であるが、重点項目評価書の様式は様式3である（1行48列）",
        "kind: the edition form_2_2024_10 belongs to 様式2, but a 重点項目評価書 uses 様式3 at line 1 column 48",
    ),
    (
        "{\"kind\": \"full\"}",
        "kind：「full」は特定個人情報保護評価の種類の選択肢にない（選択肢：basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価)）（1行15列）",
        "kind: unknown code or label \"full\" for the assessment kind (特定個人情報保護評価の種類): expected one of basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価) at line 1 column 15",
    ),
    (
        "{\"edition\": \"form_9\"}",
        "edition：「form_9」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）（1行20列）",
        "edition: cannot read \"form_9\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of 様式2, 様式3 or 様式4 at line 1 column 20",
    ),
    // An unknown field.
    ("{\"a\": 1}", "a：「a」という項目はない（使える項目：format…", "a: unknown field `a`, expected one of `format`…"),
    (
        "{$head,\"systems\":[{\"nam\":\"甲\"}]}",
        "systems[0].nam：「nam」という項目はない（使える項目：number（システムの名称）…",
        "systems[0].nam: unknown field `nam`, expected one of `number` (システムの名称)…",
    ),
    // A field twice.
    (
        "{\"kind\": \"all_item\", \"population\": 1, \"population\": 2}",
        "「population」が重複している（1行50列）",
        "duplicate field `population` at line 1 column 50",
    ),
    // A day or month that does not exist.
    (
        "{$head,\"cover\":{\"published\":\"2026-02-30\"}}",
        "cover.published（表紙 公表日）：2026年2月に30日はない（1日から28日まで）（1行104列）",
        "cover.published (表紙 公表日): there is no day 30 in 2026-02: expected 1 to 28 at line 1 column 104",
    ),
    (
        "{$head,\"cover\":{\"published\":\"2026-13-01\"}}",
        "cover.published（表紙 公表日）：13月はない（1月から12月まで）（1行104列）",
        "cover.published (表紙 公表日): there is no month 13: expected 1 to 12 at line 1 column 104",
    ),
    (
        "{$head,\"cover\":{\"published\":\"令和0年4月1日\"}}",
        "cover.published（表紙 公表日）：令和0年はない。元号は元年から始まる（1行102列）",
        "cover.published (表紙 公表日): 令和0年 does not exist: an era begins with 元年 at line 1 column 102",
    ),
    (
        "{$head,\"cover\":{\"published\":\"soon\"}}",
        "cover.published（表紙 公表日）：「soon」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06（1行98列）",
        "cover.published (表紙 公表日): cannot read \"soon\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06 at line 1 column 98",
    ),
    // An answer that the item does not take.
    (
        "{$head,\"population\":\"about_50000\"}",
        "population（Ⅱ.1 評価対象の事務の対象人数は何人か）：「about_50000」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、又は区分：under_1000 (1,000人未満), from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)（1行97列）",
        "population (Ⅱ.1 評価対象の事務の対象人数は何人か): cannot read \"about_50000\" as a count of people: expected a number (62000 or \"62…",
    ),
    (
        "{$head,\"cover\":{\"number\":3}}",
        "cover.number（表紙 評価書番号）：型が違う：整数 `3`（記載できるもの：文字列、―、なし、不明であれば \"?\"、空欄であれば \"\"）（1行90列）",
        "cover.number (表紙 評価書番号): invalid type: integer `3`, expected a text, ―, なし, \"?\" if it is not known, or \"\" if it was left empty at line 1 column 90",
    ),
    (
        "{$head,\"cover\":{\"number\":null}}",
        "cover.number（表紙 評価書番号）：null は記載ではない。記載がなければ項目を省き、空欄であれば \"\"、不明であれば \"?\" と書く（1行93列）",
        "cover.number (表紙 評価書番号): null is not an answer: leave the field out if nothing is answered, write \"\" if the form was left empty and \"?\" if it is not known at line 1 column 93",
    ),
    (
        "{$head,\"systems\":[\"住基\"]}",
        "systems[0]：型が違う：文字列 \"住基\"（記載できるもの：オブジェクト）（1行86列）",
        "systems[0]: invalid type: string \"住基\", expected an object (InformationSystem) at line 1 column 86",
    ),
    (
        "{$head,\"cover\":{\"number\":[\"1\",\"2\"]}}",
        "cover.number（表紙 評価書番号）：この項目の文字列は一つであるが、配列に二つ以上ある（1行98列）",
        "cover.number (表紙 評価書番号): this item holds one text, and the list has several at line 1 column 98",
    ),
    (
        "\n{\"kind\": \"key_item\",\n \"file_sections\": [{}, {\"entrustments\": [{\"handlers\": []}]}]}",
        "file_sections[1].entrustments[0].handlers（Ⅱ.4.委託事項.② 委託先における取扱者数）：型が違う：配列（記載できるもの：人数（数、範囲又は区分）、―、なし、不明であれば \"?\"、空欄であれば \"\"）（3行56列）",
        "file_sections[1].entrustments[0].handlers (Ⅱ.4.委託事項.② 委託先における取扱者数): invalid type: sequence, expected a count for the staff band (使用者数): a number…",
    ),
    (
        "{\"kind\": \"key_item\", \"linkage\": {\"state\": \"実施\"}}",
        "linkage.state（Ⅰ.5.① 実施の有無）：「実施」は情報連携の実施の有無の選択肢にない（選択肢：implemented (実施する), not_implemented (実施しない), undecided (未定)）（1行46列）",
        "linkage.state (Ⅰ.5.① 実施の有無): unknown code or label \"実施\" for the information linkage (情報連携の実施の有無): expected one of implemented (実施する), not_implemented (実施しない), undecided (未定) at line 1 column 46",
    ),
];

/// The commands that read documents.
const READERS: [(&str, &[&str]); 10] = [
    ("summary", &["-"]),
    ("summary", &["--json", "--jobs", "3", "-"]),
    ("validate", &["-"]),
    ("validate", &["--json", "-"]),
    ("print", &["-"]),
    ("answer", &["-", "population"]),
    ("changes", &["--check", "-"]),
    ("changes", &["--rewind", "2025-01-01", "-"]),
    ("affairs", &["--json", "-"]),
    ("affairs", &["--by-body", "-"]),
];

#[test]
fn a_document_that_cannot_be_read() {
    for (command, arguments) in READERS {
        for (input, japanese, english) in DOCUMENTS {
            let input = input.replace("$head", HEAD);
            for (language, expected) in [("ja", japanese), ("en", english)] {
                let answer = run(command, &[arguments, &["--lang", language]].concat(), input.as_bytes());
                is_refused(&answer, command, &format!("-: {expected}"), &format!("{arguments:?} {input}"));
            }
        }
        for (input, japanese, english) in [
            (
                &b"\xFF\xFE{\0"[..],
                "UTF-8 でない（1バイト目。UTF-16 のようである。UTF-8 で保存し直す）",
                "not UTF-8 at byte 1 (it seems to be UTF-16: save it as UTF-8)",
            ),
            (b"{\"format\": \"\xFF\"}", "UTF-8 でない（13バイト目）", "not UTF-8 at byte 13"),
            (
                b"{\"format\": \"\x82\xA0\"}",
                "UTF-8 でない（13バイト目。Shift_JIS のようである。UTF-8 で保存し直す）",
                "not UTF-8 at byte 13 (it seems to be Shift_JIS: save it as UTF-8)",
            ),
        ] {
            for (language, expected) in [("ja", japanese), ("en", english)] {
                let answer = run(command, &[arguments, &["--lang", language]].concat(), input);
                is_refused(&answer, command, &format!("-: {expected}"), &format!("{arguments:?}"));
            }
        }
    }
}

/// What follows a document is not ignored.
#[test]
fn something_after_a_document() {
    for (rest, japanese, english) in [
        ("x", "JSON として正しくない（値がない）（1行73列）", "expected value at line 1 column 73"),
        ("{\"", "途中で終わっている（1行74列）", "EOF while parsing a string at line 1 column 74"),
    ] {
        for (language, expected) in [("ja", japanese), ("en", english)] {
            let answer = run("summary", &["-", "--lang", language], format!("{{{HEAD}}} {rest}").as_bytes());
            assert_eq!((answer.code, answer.err), (2, format!("pia summary: -[1]: {expected}\n")));
            assert!(answer.out.starts_with("-: "), "{}", answer.out);
        }
    }
    for (language, expected) in
        [("ja", "-: 評価書が複数ある。書けるのは1件である"), ("en", "-: contains several documents: expected one")]
    {
        let two = format!("{{{HEAD}}}\n{{{HEAD}}}\n");
        is_refused(&run("changes", &["--check", "-", "--lang", language], two.as_bytes()), "changes", expected, "two");
    }
}

/// Each mistake of a document is said, with its line and column in the file, and nothing that another one makes.
#[test]
fn all_mistakes_of_a_document() {
    let document = "\n{\"format\": \"mynumber-pia\", \"version\": 1, \"kind\": \"all\", \"edition\": \"?\",\n \
                    \"cover\": {\"number\": 3, \"published\": \"2026-02-30\"}, \"systems\": [\"住基\", {\"nam\": \"甲\"}],\n \
                    \"population\": \"about_50000\"\n, \"risk\": {\"audits\": [\"所見\"]}, \"other_risk\": {\"training\": \"十分\"}}";
    let answer = run("validate", &["-"], document.as_bytes());
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    let expected = [
        ("kind：「all」は特定個人情報保護評価の種類の選択肢にない", "（2行54列）"),
        ("cover.number（", "（3行22列）"),
        ("cover.published（", "（3行49列）"),
        ("systems[0]：型が違う：文字列 \"住基\"", "（3行68列）"),
        ("systems[1].nam：「nam」という項目はない", "（3行76列）"),
        ("population（", "（4行28列）"),
        ("risk.audits[0]（", "（5行26列）"),
        ("other_risk.training（", "（5行61列）"),
    ];
    let lines: Vec<&str> = answer.err.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{}", answer.err);
    for (line, (begin, end)) in lines.iter().zip(expected) {
        assert!(line.starts_with(&format!("pia validate: -: {begin}")) && line.ends_with(end), "{line}\n{end}");
    }
    // The header that was taken out is not missed, and what is cut after a mistake is not a second one.
    let answer = run("validate", &["-"], b"{\"kind\": \"all\", \"populace\": 1");
    assert_eq!(answer.err.lines().count(), 2, "{}", answer.err);
    // At most ten are listed.
    let many = "abcdefghijkl"
        .split("")
        .filter(|name| !name.is_empty())
        .map(|name| [",\"", name, "\":1"].concat())
        .collect::<String>();
    for (language, more) in [("ja", "誤りは10件まで示した"), ("en", "only the first 10 mistakes are listed")] {
        let answer = run("validate", &["-", "--lang", language], format!("{{{HEAD}{many}}}").as_bytes());
        assert_eq!(answer.err.lines().count(), 11, "{}", answer.err);
        assert!(answer.err.ends_with(&format!("pia validate: -: {more}\n")), "{}", answer.err);
    }
    // The next document has its own positions, and its own mistakes.
    let two = format!("{{{HEAD},\"a\":1,\"b\":2}}\n{{{HEAD},\"c\":[1],\"population\":\"x\"}}\n");
    let answer = run("validate", &["-"], two.as_bytes());
    let of =
        |name: &str| answer.err.lines().filter(|line| line.starts_with(&format!("pia validate: {name}: "))).count();
    assert_eq!((of("-"), of("-[1]"), answer.err.lines().count()), (2, 2, 4), "{}", answer.err);
    assert!(answer.err.lines().skip(2).all(|line| line.contains("（2行")), "{}", answer.err);
}
