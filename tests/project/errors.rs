//! Every error of the library in both languages, with its source.

use std::error::Error;

use mynumber_pia::assessment::{Cover, Parties, Party, load};
use mynumber_pia::catalogue::{FieldPath, Item};
use mynumber_pia::change::difference;
use mynumber_pia::law::{Citation, Provider};
use mynumber_pia::value::answer::{Answer, AnswerError, Boxes, Lines, Tick};
use mynumber_pia::value::band::{Count, CountError, CountRange, HandlersBand, PopulationBand, RecordItemsBand};
use mynumber_pia::value::choice::Connection;
use mynumber_pia::value::date::{DateError, FormDate};
use mynumber_pia::value::error::UnknownChoice;
use mynumber_pia::value::kind::StatedResult;
use mynumber_pia::{Assessment, AssessmentKind, Facts, FormEdition, Language, Obligation, Text};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde_json::json;

/// Asserts what an error says in both languages.
macro_rules! says {
    ($error:expr, $english:expr, $japanese:expr $(,)?) => {{
        let (error, english) = (&$error, $english.to_string());
        assert_eq!((error.to_string(), error.text(Language::Japanese)), (english.clone(), $japanese.to_string()));
        // The flag does not change the language, and `text` is `Display`.
        assert_eq!((format!("{error:#}"), error.text(Language::English)), (english.clone(), english));
    }};
}

#[track_caller]
fn refused<T: std::str::FromStr>(text: &str) -> T::Err {
    text.parse::<T>().err().unwrap_or_else(|| panic!("{text} is read"))
}

#[test]
fn values() {
    says!(
        refused::<AssessmentKind>("full"),
        "unknown code or label \"full\" for the assessment kind (特定個人情報保護評価の種類): expected one of basic_item \
         (基礎項目評価), key_item (重点項目評価), all_item (全項目評価)",
        "「full」は特定個人情報保護評価の種類の選択肢にない（選択肢：basic_item (基礎項目評価), key_item (重点項目評価), all_item \
         (全項目評価)）",
    );
    let error = refused::<Count<PopulationBand>>("3) 1,000人未満");
    says!(
        error,
        "\"3) 1,000人未満\" names two choices of the population band (対象人数): 3 is from_10000_to_99999 (1万人以上10万人未満), the \
         wording is under_1000 (1,000人未満)",
        "「3) 1,000人未満」は対象人数の二つの選択肢を指している（番号 3 は from_10000_to_99999 (1万人以上10万人未満)、文言は under_1000 \
         (1,000人未満)）",
    );
    assert!(error.source().unwrap().downcast_ref::<UnknownChoice>().is_some_and(|choice| choice.allowed().len() == 2));
    says!(
        refused::<CountRange>("9..2"),
        "the range 9..2 runs backwards: expected the lower count first",
        "範囲 9..2 は逆である。小さい方を先に書く",
    );
    says!(
        refused::<Count<HandlersBand>>("99999999999"),
        "\"99999999999\" is too large for a count of people: expected at most 4294967295",
        "「99999999999」は人数として大きすぎる（4294967295まで）",
    );
    says!(
        refused::<CountRange>("many"),
        "cannot read \"many\" as a range of counts: expected 100000..299999, 500.. or ..499, both ends included",
        "「many」は数の範囲として読めない。書き方は 100000..299999、500..、..499（両端を含む）",
    );
    let error = refused::<Count<HandlersBand>>("many");
    says!(
        error,
        "cannot read \"many\" as a count of people: expected a number (62000 or 62,000), a range (100000..299999, 500.. or \
         ..499), or a band: under_500 (500人未満), at_least_500 (500人以上)",
        "「many」は人数として読めない。書けるのは、数（62000、62,000）、範囲（100000..299999、500..、..499）、又は区分：under_500 \
         (500人未満), at_least_500 (500人以上)",
    );
    assert!(error.source().is_none());
    assert!(
        refused::<Count<RecordItemsBand>>("many")
            .text(Language::Japanese)
            .starts_with("「many」は項目数として読めない。")
    );
    for (text, english, japanese) in [
        (
            "soon",
            "cannot read \"soon\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06",
            "「soon」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06",
        ),
        (
            "平成31年5月1日",
            "平成31年5月1日 does not exist: 平成 ran from 1989-01-08 to 2019-04-30, and 2019-05-01 is 令和元年5月1日",
            "平成31年5月1日はない。平成は1989-01-08から2019-04-30までであり、2019-05-01 は令和元年5月1日である",
        ),
        ("令和0年", "令和0年 does not exist: an era begins with 元年", "令和0年はない。元号は元年から始まる"),
        ("2024-13", "there is no month 13: expected 1 to 12", "13月はない（1月から12月まで）"),
        ("2024-02-30", "there is no day 30 in 2024-02: expected 1 to 29", "2024年2月に30日はない（1日から29日まで）"),
        (
            "1872-01-01",
            "the year 1872 is out of range: expected 1873 (明治6年, the first of the Gregorian calendar in Japan) to 9999",
            "1872年は扱えない。扱えるのは1873年（明治6年、グレゴリオ暦の採用）から9999年まで",
        ),
    ] {
        says!(refused::<FormDate>(text), english, japanese);
    }
    says!(
        refused::<Text>("　"),
        "a text cannot be blank: leave the item unanswered, or write what the form says",
        "空白だけの記載はできない。記載がなければ項目を省き、空欄であれば \"\" と書く",
    );
    says!(
        refused::<Text>("なし"),
        "\"なし\" is a mark for nothing (なし), not a text",
        "「なし」は記載なしの印（なし）であり、文ではない",
    );
    says!(refused::<Text>("?"), "\"?\" is the mark for \"not known\", not a text", "「?」は不明の印であり、文ではない");
}

#[test]
fn kinds() {
    for (text, english, japanese) in [
        (
            "2024",
            "cannot read \"2024\" as a form edition: expected a code (form_3_2024_10) or a printed tag (令和6年10月 様式3) of \
             様式2, 様式3 or 様式4",
            "「2024」は様式の版として読めない。書けるのは、様式2、様式3又は様式4のコード（form_3_2024_10）又は印字された版（令和6年10月 様式3）",
        ),
        (
            "令和6年13月 様式2",
            "cannot read \"令和6年13月 様式2\" as a form edition: there is no month 13: expected 1 to 12",
            "「令和6年13月 様式2」は様式の版として読めない：13月はない（1月から12月まで）",
        ),
        (
            "form_2_2024_13",
            "there is no form edition of 2024-13: expected a month from 1 to 12 and a year up to 9999",
            "2024年13月の様式の版はない（月は1月から12月まで、年は9999年まで）",
        ),
        (
            "form_2_2013_12",
            "no form edition of 2013-12 is known: the earliest is of 2014-04 (平成26年4月)",
            "2013年12月の様式の版は知られていない。最も早いものは平成26年4月（2014-04）である",
        ),
    ] {
        says!(refused::<FormEdition>(text), english, japanese);
    }
    assert!(refused::<FormEdition>("令和6年13月 様式2").source().unwrap().is::<DateError>());
    let error = StatedResult::new(Obligation::BasicItemAndAllItem, AssessmentKind::KeyItem).unwrap_err();
    assert_eq!((error.seen(), error.allowed().count()), ("基礎項目評価及び全項目評価の実施が義務付けられる", 3));
    let offered = "基礎項目評価及び重点項目評価の実施が義務付けられる / 基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施） / \
                   特定個人情報保護評価の実施が義務付けられない（任意に重点項目評価を実施）";
    let seen = error.seen();
    says!(
        error,
        &format!("\"{seen}\" is not a threshold result of 様式3: expected one of {offered}"),
        &format!("「{seen}」は様式3のしきい値判断結果にない（選択肢：{offered}）"),
    );
}

#[test]
fn law() {
    says!(
        refused::<Citation>("国保"),
        "\"国保\" is not a citation: expected a law with an article or a row, such as 番号法第9条第1項 or 番号法別表の44の項",
        "「国保」は引用として読めない。番号法第9条第1項、番号法別表の44の項のように、法令と条項又は項番を書く",
    );
    let error = refused::<Citation>("番号法第9条第1項、番号法第19条第8号");
    assert!(format!("{error}").contains("contains 2 citations, the second at characters "), "{error}");
    assert!(error.text(Language::Japanese).contains("」には引用が2個あり、2個目は文字"), "{error}");
    let error = refused::<Citation>("番号法第9条第1項である");
    assert!(format!("{error}").contains("contains more than a citation, at characters "), "{error}");
    assert!(error.text(Language::Japanese).contains("に引用でない文字がある。引用だけを書く"), "{error}");
    let error = refused::<Provider>("市");
    assert!(format!("{error}").starts_with("\"市\" is not a provider of 第2条の表: expected one of "), "{error}");
    assert!(error.text(Language::Japanese).starts_with("「市」は第2条の表の情報提供者にない（情報提供者："), "{error}");
}

#[test]
fn paths() {
    says!(
        refused::<Item>("nothing"),
        "unknown code or label \"nothing\" for the item (項目): expected one of assessment_number (評価書番号), \
         assessment_title (評価書名), declaration (個人のプライバシー等の権利利益の保護の宣言), …",
        "「nothing」は項目の選択肢にない（選択肢：assessment_number (評価書番号), assessment_title (評価書名), declaration \
         (個人のプライバシー等の権利利益の保護の宣言), …）",
    );
    for (text, english, japanese) in [
        (
            "department.nam",
            "department has no field \"nam\": expected one of name, head",
            "department に「nam」という項目はない（使える項目：name, head）",
        ),
        (
            "affair.name.x",
            "affair.name is an answer and has no fields",
            "affair.name は記載欄であり、その中に項目はない",
        ),
        (
            "systems.name",
            "systems is a list: expected an index such as systems[0]",
            "systems は配列である。systems[0] のように番号を書く",
        ),
        (
            "systems[x]",
            "systems is a list: expected an index such as 0, not \"x\"",
            "systems は配列である。「x」ではなく、0 などの番号を書く",
        ),
        ("affair[0]", "affair is not a list and takes no index", "affair は配列でなく、番号を付けられない"),
        (
            "other_bodies[1]",
            "other_bodies is one answer, and its lines have no index: write all of them at other_bodies, with line feeds between them",
            "other_bodies は一つの記載欄であり、その中の行に番号はない。全ての行を改行で区切って other_bodies に書く",
        ),
        ("systems[0", "the index after systems is not closed by ]", "systems の次の番号が ] で閉じていない"),
        (
            "kind",
            "the fields of the header (format, version, kind, edition, extent, $schema) have no paths",
            "見出し部の項目（format, version, kind, edition, extent, $schema）に経路はない",
        ),
    ] {
        says!(
            refused::<FieldPath>(text),
            &format!("\"{text}\" is not a path of the document: {english}"),
            &format!("「{text}」は評価書の項目の経路でない：{japanese}"),
        );
    }
    let error = refused::<FieldPath>("nothing");
    assert!(format!("{error}").contains("a document has no field \"nothing\": expected one of cover, "), "{error}");
    assert!(
        error.text(Language::Japanese).contains("評価書に「nothing」という項目はない（使える項目：cover, "),
        "{error}"
    );
    says!(
        FieldPath::from_pointer("a").unwrap_err(),
        "\"a\" is not a path of the document: a JSON Pointer begins with /",
        "「a」は評価書の項目の経路でない：JSON Pointer は / で始まる",
    );
}

#[test]
fn answers() {
    let error = refused::<Answer<Count<HandlersBand>>>("many");
    assert!(format!("{error}").contains("expected a number (62000 or \"62,000\")"), "{error}");
    assert!(error.text(Language::Japanese).contains("書けるのは、数（62000、\"62,000\"）"), "{error}");
    assert!(error.source().unwrap().is::<CountError>());
    says!(
        refused::<Answer<Count<HandlersBand>>>("不明"),
        "an unknown count is written \"?\"",
        "不明な人数は \"?\" と書く",
    );
    let error = refused::<Answer<u32>>("28人");
    assert_eq!(error.seen(), Some("28人"));
    says!(
        error,
        "cannot read \"28人\" as a number: expected 28, 28件 or 30日間",
        "「28人」は数として読めない。書き方は 28、28件、30日間",
    );
    says!(
        refused::<Answer<u32>>("4294967296"),
        "\"4294967296\" is too large: expected at most 4294967295",
        "\"4294967296\" は大きすぎる（4294967295まで）",
    );
    says!(
        refused::<Tick>("x"),
        "cannot read \"x\" as a check box: expected \"ticked\" (○), or \"?\" if it is not known; an unticked box is left out",
        "「x」はチェック欄の記載として読めない。印があれば \"ticked\"（○）、不明であれば \"?\" と書き、印がなければ項目を省く",
    );
    says!(
        refused::<Boxes<Connection>>("tax、tax"),
        "the box tax occurs twice: expected each box once",
        "tax の欄が重複している",
    );
    assert!(refused::<Boxes<Connection>>("taxes").source().unwrap().is::<UnknownChoice>());
    assert!(refused::<Answer<FormDate>>("soon").source().unwrap().is::<DateError>());
}

/// The reason of a document with these fields, which loading refuses at this path.
#[track_caller]
fn loaded(fields: &str) -> (String, AnswerError) {
    let text = format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "?", {fields}}}"#);
    let error = load::<Assessment, _>(&mut serde_json::Deserializer::from_str(&text)).unwrap_err();
    assert!(error.source().unwrap().downcast_ref::<serde_json::Error>().is_some_and(|error| error.line() == 1));
    let reason = error.reason.unwrap();
    // `Deserialize` says the same in English.
    let plain = serde_json::from_str::<Assessment>(&text).unwrap_err().to_string();
    assert_eq!(plain.split(" at line ").next(), Some(reason.to_string().as_str()));
    (error.path, reason)
}

#[test]
#[expect(clippy::too_many_lines, reason = "one row for each text")]
fn documents() {
    let or = "―、なし、不明であれば \"?\"、空欄であれば \"\"";
    for (fields, path, japanese) in [
        (r#""cover": {"number": 3}"#, "cover.number", format!("型が違う：整数 `3`（記載できるもの：文字列、{or}）")),
        (
            r#""cover": {"published": true}"#,
            "cover.published",
            format!("型が違う：真偽値 `true`（記載できるもの：日付（2024-12-06、2015-10 など）、{or}）"),
        ),
        (
            r#""population": -1"#,
            "population",
            format!("型が違う：整数 `-1`（記載できるもの：人数（数、範囲又は区分）、{or}）"),
        ),
        (
            r#""population": {}"#,
            "population",
            format!("型が違う：オブジェクト（記載できるもの：人数（数、範囲又は区分）、{or}）"),
        ),
        (
            r#""systems": [{"number": 1.5}]"#,
            "systems[0].number",
            format!("型が違う：小数 `1.5`（記載できるもの：0から4294967295までの数、{or}）"),
        ),
        (
            r#""systems": [{"number": 4294967296}]"#,
            "systems[0].number",
            "4294967296 は大きすぎる（4294967295まで）".into(),
        ),
        (
            r#""linkage": {"state": 1}"#,
            "linkage.state",
            format!("型が違う：整数 `1`（記載できるもの：情報連携の実施の有無のコード又はラベル、{or}）"),
        ),
        (
            r#""affair": {"content": [1]}"#,
            "affair.content[0]",
            "型が違う：整数 `1`（記載できるもの：文字列、又は見出し（under）と文（text）のオブジェクト）".into(),
        ),
        (
            r#""affair": {"content": 1}"#,
            "affair.content",
            format!("型が違う：整数 `1`（記載できるもの：文字列、又は文の配列（見出しを付けられる）、{or}）"),
        ),
        (
            r#""affair": {"content": []}"#,
            "affair.content",
            "配列が空である。項目を省くか、空欄であれば \"\" と書く".into(),
        ),
        (
            r#""affair": {"name": ["a", "b"]}"#,
            "affair.name",
            "この項目の文字列は一つであるが、配列に二つ以上ある".into(),
        ),
        (
            r#""affair": {"content": null}"#,
            "affair.content",
            "null は記載ではない。記載がなければ項目を省き、空欄であれば \"\"、不明であれば \"?\" と書く".into(),
        ),
        (
            r#""systems": [{"functions": ["a", {"under": "b", "texts": "c"}]}]"#,
            "systems[0].functions[1].texts",
            "「texts」という項目はない（使える項目：under、text）".into(),
        ),
        (
            r#""file_sections": [{"provision": {"transfers": [{"timing": [{}]}]}}]"#,
            "file_sections[0].provision.transfers[0].timing",
            "配列又はその要素が空である。of、since、frequency のいずれかをもつオブジェクトを書く".into(),
        ),
        (
            r#""file_sections": [{"provision": {"transfers": [{"timing": [{"since": 1}, {}]}]}}]"#,
            "file_sections[0].provision.transfers[0].timing[0].since",
            "型が違う：整数 `1`（記載できるもの：日付（2019-06-27、2019-06、令和元年6月27日 など））".into(),
        ),
        (
            r#""file_sections": [{"provision": {"transfers": [{"timing": 1}]}}]"#,
            "file_sections[0].provision.transfers[0].timing",
            format!(
                "型が違う：整数 `1`（記載できるもの：文字列、又は of、since、frequency のオブジェクトの配列、{or}）"
            ),
        ),
        (
            r#""file_sections": [{"provision": {"provided": 1}}]"#,
            "file_sections[0].provision.provided",
            "型が違う：整数 `1`（記載できるもの：\"ticked\"、不明であれば \"?\"。印がなければ省く）".into(),
        ),
        (
            r#""systems": [{"connections": 1}]"#,
            "systems[0].connections",
            "型が違う：整数 `1`（記載できるもの：他のシステムとの接続のコード又はラベルの配列、全体が不明であれば \"?\"）".into(),
        ),
        (
            r#""systems": [{"connections": [1]}]"#,
            "systems[0].connections[0]",
            "型が違う：整数 `1`（記載できるもの：他のシステムとの接続のコード又はラベル）".into(),
        ),
        (r#""systems": 1"#, "systems", "型が違う：整数 `1`（記載できるもの：配列）".into()),
        (r#""cover": "a""#, "cover", "型が違う：文字列 \"a\"（記載できるもの：オブジェクト）".into()),
        (
            r#""file_sections": [{"entrustments": [{"chain": 1}]}]"#,
            "file_sections[0].entrustments[0].chain",
            "型が違う：整数 `1`（記載できるもの：委託先の配列）".into(),
        ),
        (
            r#""file_sections": [{"entrustments": [{"chain": ["a"]}]}]"#,
            "file_sections[0].entrustments[0].chain[0]",
            "型が違う：文字列 \"a\"（記載できるもの：委託先のオブジェクト（name、matter、handlers、re_entrustees））".into(),
        ),
        (r#""cover": {"title": "a", "title": "b"}"#, "cover", "「title」が重複している".into()),
        (r#""extent": 1"#, "extent", "型が違う：整数 `1`（記載できるもの：収録範囲のコード又はラベル）".into()),
    ] {
        let (seen, reason) = loaded(fields);
        assert_eq!((seen.as_str(), reason.text(Language::Japanese)), (path, japanese), "{fields}");
    }
}

#[test]
fn headers() {
    for (text, path, japanese) in [
        ("{}", "", "「format」がない"),
        (
            r#"{"format": "pdf"}"#,
            "format",
            "読めない値である：文字列 \"pdf\"（記載できるもの：形式名 \"mynumber-pia\"）",
        ),
        (r#"{"version": 2}"#, "version", "形式の版 2 は読み込めない（読み込める版は 1）"),
        (r#"{"version": "1"}"#, "version", "型が違う：文字列 \"1\"（記載できるもの：形式の版 1）"),
        (
            r#"{"kind": 1}"#,
            "kind",
            "型が違う：整数 `1`（記載できるもの：特定個人情報保護評価の種類のコード又はラベル）",
        ),
        (
            r#"{"edition": 1}"#,
            "edition",
            "型が違う：整数 `1`（記載できるもの：様式の版（form_3_2024_10 など）、不明であれば \"?\"）",
        ),
        (
            r#"{"edition": ""}"#,
            "edition",
            "様式の版が空である。form_3_2024_10 などの版を書き、不明であれば \"?\" と書く",
        ),
        (
            r#"{"edition": "form_3_2024_10", "kind": "basic_item"}"#,
            "kind",
            "form_3_2024_10 は様式3の版であるが、基礎項目評価書の様式は様式2である",
        ),
        ("[]", "", "型が違う：配列（記載できるもの：特定個人情報保護評価書）"),
    ] {
        let error = load::<Assessment, _>(&mut serde_json::Deserializer::from_str(text)).unwrap_err();
        assert_eq!((error.path.as_str(), error.reason.unwrap().text(Language::Japanese)), (path, japanese.into()));
    }
    // The format's own errors have no other text.
    let error =
        load::<Assessment, _>(&mut serde_json::Deserializer::from_str(r#"{"kind": "key_item", "cover": {"title" 1}}"#));
    let error = error.unwrap_err();
    assert_eq!((error.path.as_str(), error.reason.is_none()), ("cover.title", true));
    says!(
        error,
        "cover.title (表紙 評価書名): expected `:` at line 1 column 40",
        "cover.title（表紙 評価書名）：形式として正しくない（expected `:` at line 1 column 40）",
    );
}

/// An unknown field: the labels of the form beside the names, and excerpts of what is long or would break the line.
#[test]
fn unknown_fields() {
    let of = |name: &str| {
        let text = json!({"kind": "key_item", "department": {name: 1}}).to_string();
        load::<Assessment, _>(&mut serde_json::Deserializer::from_str(&text)).unwrap_err()
    };
    // JSON values are sorted, so the kind is not known yet.
    let error = of("nam");
    assert_eq!(error.reason.as_ref().unwrap().allowed_fields(), Some(&["name", "head"][..]));
    assert_eq!((error.item, error.path.as_str()), (None, "department.nam"));
    let [name, head] = [Item::Department, Item::DepartmentHead].map(Item::label);
    says!(
        error,
        &format!("department.nam: unknown field `nam`, expected `name` ({name}) or `head` ({head})"),
        &format!("department.nam：「nam」という項目はない（使える項目：name（{name}）、head（{head}））"),
    );
    // The name of an unknown field is not a path: this is not in `name`.
    let error = of("name.x");
    assert_eq!((error.item, error.label), (None, ""));
    says!(
        error,
        &format!("department.name.x: unknown field `name.x`, expected `name` ({name}) or `head` ({head})"),
        &format!("department.name.x：「name.x」という項目はない（使える項目：name（{name}）、head（{head}））"),
    );
    let error = of(&"a\u{1b}".repeat(100));
    assert!(
        !format!("{error}{}", error.text(Language::Japanese)).contains(char::is_control)
            && error.path.chars().count() < 300,
        "{error}"
    );
}

/// A format whose keys are no strings.
#[test]
fn keys_are_names() {
    let document = serde::de::value::MapDeserializer::<_, serde::de::value::Error>::new([(1_u32, 2_u32)].into_iter());
    let error = load::<Assessment, _>(document).unwrap_err();
    says!(
        error,
        "invalid type: integer `1`, expected the name of a field",
        "形式として正しくない（invalid type: integer `1`, expected the name of a field）",
    );
}

#[test]
fn edits() {
    let mut draft = Assessment::new("form_3_2024_10".parse().unwrap());
    let mut refused =
        |path: &str, value: serde_json::Value| draft.put_value(&path.parse().unwrap(), value).unwrap_err();
    let error = refused("population", json!([]));
    says!(
        error,
        "population (Ⅰ.1.③ 対象人数): invalid type: sequence, expected a count for the population band (対象人数): a number, a range \
         or a band, ―, なし, \"?\" if it is not known, or \"\" if it was left empty",
        "population（Ⅰ.1.③ 対象人数）：型が違う：配列（記載できるもの：人数（数、範囲又は区分）、―、なし、不明であれば \"?\"、空欄であれば \"\"）",
    );
    assert!(error.source().unwrap().is::<AnswerError>());
    // The path is that of the field inside the value, or of the part that has no such field.
    for (path, value, expected, label) in [
        ("systems[0]", json!({"name": 7}), "systems[0].name", "システムの名称"),
        ("systems", json!([{"connections": ["税"]}]), "systems[0].connections", "他のシステムとの接続"),
        ("affair.content", json!(["甲", {"under": 7}]), "affair.content", "事務の内容"),
        ("systems[0]", json!({"nam": "甲"}), "systems[0]", ""),
        ("systems[0]", json!(7), "systems[0]", ""),
        ("", json!({"cover": {"body": 7}}), "cover.body", "評価実施機関名"),
        ("", json!({"format": "x"}), "", ""),
        ("", json!(7), "", ""),
    ] {
        let error = refused(path, value);
        assert_eq!((error.path.to_string().as_str(), error.label), (expected, label), "{error}");
    }
    says!(
        refused("systems[1].name", json!("a")),
        "systems[1].name (Ⅰ.2.システム.① システムの名称): there is no entry with the index 1: the list has 0, and the next would have the index 0",
        "systems[1].name（Ⅰ.2.システム.① システムの名称）：番号 1 の行はない（配列は0行であり、次の行の番号は 0 である）",
    );
    let path = |text: &str| text.parse::<FieldPath>().unwrap();
    says!(
        draft.insert(&path("systems"), 3).unwrap_err(),
        "systems: there is no entry with the index 3: the list has 0, and the next would have the index 0",
        "systems：番号 3 の行はない（配列は0行であり、次の行の番号は 0 である）",
    );
    says!(
        draft.insert(&path("systems[0].connections"), 0).unwrap_err(),
        "systems[0].connections (Ⅰ.2.システム.③ 他のシステムとの接続): there is no such list in the document",
        "systems[0].connections（Ⅰ.2.システム.③ 他のシステムとの接続）：評価書にその配列はない",
    );
    says!(
        draft.remove(&path("systems[0]")).unwrap_err(),
        "systems[0]: there is no such entry in the document",
        "systems[0]：評価書にその行はない",
    );
    says!(
        draft.get_value(&path("population"), serde_json::value::Serializer).unwrap_err(),
        "population (Ⅰ.1.③ 対象人数): an unanswered field cannot be written: leave it out",
        "population（Ⅰ.1.③ 対象人数）：記載のない項目は書き出せない。項目を省く",
    );
    // Directly read, so the cause is kept.
    let error = draft.put(&path("cover.published"), "2024-02-30").unwrap_err();
    assert!(error.source().unwrap().source().unwrap().is::<DateError>());
    let mut chain = Parties::default();
    for _ in 0..16 {
        chain = Parties::new([Party { re_entrustees: chain, ..Party::default() }]).unwrap();
    }
    says!(
        Parties::new([Party { re_entrustees: chain, ..Party::default() }]).unwrap_err(),
        "the chain of entrustment (委託の連鎖) has too many tiers: expected at most 16",
        "委託の連鎖の段数が多すぎる（16段まで）",
    );
}

#[test]
fn changes() {
    let old = Assessment::new("form_2_2024_10".parse().unwrap());
    let mut new = old.clone();
    new.affair.name = "国民健康保険に関する事務".parse().unwrap();
    let error = difference(&old, &new).apply(&new).unwrap_err();
    says!(
        error,
        "affair.name says \"国民健康保険に関する事務\", but \"\" in the old version: the difference belongs to another document",
        "affair.name は「国民健康保険に関する事務」であるが、変更前の版では「」である。変更は別の評価書のものである",
    );
    let path = |text: &str| text.parse::<FieldPath>().unwrap();
    let mut other = old.clone();
    for (at, name) in [("systems[0].name", "甲"), ("systems[1].name", "乙")] {
        other.put(&path(at), name).unwrap();
    }
    let without = other.clone();
    other.put(&path("systems[1].operator"), "丙").unwrap();
    says!(
        difference(&without, &other).apply(&old).unwrap_err(),
        "systems[1].operator is in the old version, but not in the document: the difference belongs to another document",
        "systems[1].operator は変更前の版にあるが、評価書にない。変更は別の評価書のものである",
    );
}

/// Values read alone, with the error type of the crate.
#[test]
fn values_of_serde() {
    let of = |error: AnswerError| error.text(Language::Japanese);
    let number = || IntoDeserializer::<AnswerError>::into_deserializer(true);
    let list: [(String, &str); 9] = [
        (of(Text::deserialize(number()).unwrap_err()), "空白だけでない文字列"),
        (of(FieldPath::deserialize(number()).unwrap_err()), "項目の経路（systems[0].name など）"),
        (of(Item::deserialize(number()).unwrap_err()), "項目のコード又はラベル"),
        (of(CountRange::deserialize(number()).unwrap_err()), "数の範囲（100000..299999、500..、..499 など）"),
        (of(Citation::deserialize(number()).unwrap_err()), "引用（番号法第9条第1項 など）"),
        (of(FormEdition::deserialize(number()).unwrap_err()), "様式の版（form_3_2024_10 など）"),
        (of(Count::<HandlersBand>::deserialize(number()).unwrap_err()), "人数（数、範囲又は区分）"),
        (of(Lines::deserialize(number()).unwrap_err()), "文字列又は文字列の配列"),
        (of(mynumber_pia::law::StatutoryBasis::deserialize(number()).unwrap_err()), "法令上の根拠の文字列"),
    ];
    for (seen, expected) in list {
        assert_eq!(seen, format!("型が違う：真偽値 `true`（記載できるもの：{expected}）"));
    }

    let facts: Result<Facts, AnswerError> =
        Facts::deserialize(serde::de::value::MapDeserializer::new([("population", "many")].into_iter()));
    assert!(of(facts.unwrap_err()).ends_with("at_least_300000 (30万人以上)。不明であれば \"?\" と書く"));
    // In a format whose maps can have numbers as keys.
    let cover: Result<Cover, AnswerError> =
        Cover::deserialize(serde::de::value::MapDeserializer::new([(true, "1")].into_iter()));
    assert_eq!(of(cover.unwrap_err()), "型が違う：真偽値 `true`（記載できるもの：項目の名前）");
}
