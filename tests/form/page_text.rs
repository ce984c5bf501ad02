//! The pages of a document: what they say about an empty cell, and how they escape text.

use mynumber_pia::Language;
use mynumber_pia::assessment::{Assessment, Chain, Entrustment};
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::{Html, Mark, Markdown, Plain, PrintOptions, Tree, cells};
use serde_json::{Value, json};

fn document(kind: &str, edition: &str, fields: &Value) -> Assessment {
    let mut document = json!({"format": "mynumber-pia", "version": 1, "kind": kind, "edition": edition});
    document.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(document).unwrap()
}

fn all_item(fields: &Value) -> Assessment {
    document("all_item", "form_4_2024_10", fields)
}

#[test]
fn whether_a_cell_must_be_filled_in() {
    let (basic, all) = (document("basic_item", "form_2_2024_10", &json!({})), all_item(&json!({})));
    let text = |document: &Assessment, path: &str, language: Language| {
        cells(document)
            .find_map(|cell| {
                let mut both = std::iter::once(&cell).chain(cell.inside());
                both.find(|cell| cell.path().to_string() == path).map(|cell| cell.requirement_text(language))
            })
            .unwrap_or_else(|| panic!("no {path}"))
    };
    for (document, path, japanese, english) in [
        (&all, "affair.name", "必須", "required"),
        (&all, "changes[0].reason", "任意", "voluntary"),
        (&all, "procedure.commission_review", "行政機関等は必須", "required of administrative organs"),
        (&all, "procedure.review_result", "地方公共団体等は必須", "required of local governments"),
        (
            &basic,
            "rule_9.reason",
            "「規則第９条第２項の適用」が○のとき必須",
            "required if \"Application of Article 9(2) of the Rules\" is ticked",
        ),
        (
            &all,
            "risks[0].entrustment.adequacy",
            "「委託しない」が○でないとき必須",
            "required unless \"No entrustment\" is ticked",
        ),
        (
            &all,
            "file_sections[0].entrustment_count",
            "「委託の有無」が「委託する」のとき必須",
            "required if \"Whether there is entrustment\" is \"Entrusted\"",
        ),
        (
            &all,
            "risks[0].entrustment.re_entrustee_detail",
            "「再委託先による特定個人情報ファイルの適切な取扱いの確保」が「再委託していない」以外のとき必須",
            "required unless \"Ensuring that re-entrustees handle the specific personal information file properly\" is \"Not re-entrusted\"",
        ),
        (
            &all,
            "systems[0].connections_other",
            "「他のシステムとの接続」が「その他」のとき必須",
            "required if \"Connection to other systems\" is \"Others\"",
        ),
    ] {
        assert_eq!(text(document, path, Language::Japanese), japanese, "{path}");
        assert_eq!(text(document, path, Language::English), english, "{path}");
    }
}

/// The pages say it of each empty cell of the form, and of what is printed inside a cell; never of an answered one, nor of
/// what the form does not print.
#[test]
fn the_pages_say_what_must_be_filled_in() {
    let fields = json!({
        "affair": {"name": "甲"},
        "systems": [{"connections": ["other"], "connections_other": "乙", "functions": "丙"}, {"connections": ["other"]}],
        "changes": [{"items": "丁", "timing": "before"}, {"date": "2024-10-01", "items": "戊", "timing": "?"}],
    });
    let document = all_item(&fields);
    for requirements in [false, true] {
        let options = PrintOptions { requirements, ..PrintOptions::default() };
        let pages = [
            Plain::with(&document, options).to_string(),
            Markdown::with(&document, options).to_string(),
            Html::with(&document, options).to_string(),
        ];
        let need = |text: &'static str| if requirements { text } else { "" };
        let [required, voluntary] = [need("（必須）"), need("（任意）")];
        let other = need("（「他のシステムとの接続」が「その他」のとき必須）");
        let [plain, markdown, html] = [
            vec![
                "  ①事務の名称                      甲\n".to_string(),
                "[ ○ ] その他（ 乙 ）\n".to_string(),
                format!("[ ○ ] その他（ 　　 ）{other}\n"),
            ],
            vec![
                "| ①事務の名称 | 甲 |\n".to_string(),
                "［○］ その他（ 乙 ） |\n".to_string(),
                format!("［○］ その他（ 　　 ）{other} |\n"),
                format!("| ②システムの機能 | {required} |\n"),
                // The last row of the change table ends too.
                format!("\n| {required} | 丁 | {voluntary} | {voluntary} | 事前 | {voluntary} |\n"),
                format!("\n| 令和6年10月1日 | 戊 | {voluntary} | {voluntary} | ？ | {voluntary} |\n"),
            ],
            vec![
                "<div id=\"affair.name\"><p>甲</p></div></td>".to_string(),
                "その他（\u{a0}<div class=\"beside\" id=\"systems[0].connections_other\"><p>乙</p></div>\u{a0}）</li>"
                    .to_string(),
                format!(
                    "<div class=\"beside\" id=\"systems[1].connections_other\"></div>\u{a0}）{}</li>",
                    need("<span class=\"need\">「他のシステムとの接続」が「その他」のとき必須</span>")
                ),
                format!("<div id=\"changes[0].date\"></div>{}</td>", need("<span class=\"need\">必須</span>")),
                "<div id=\"changes[1].timing\"><p>？</p></div></td>".to_string(),
            ],
        ];
        for (page, parts) in pages.iter().zip([plain, markdown, html]) {
            for part in parts {
                assert!(page.contains(&part), "{part}\nin\n{page}");
            }
            assert_eq!(page.contains("必須"), requirements);
        }
    }
    let options = PrintOptions { requirements: true, language: Language::English, ..PrintOptions::default() };
    let inside = "（ 　　 ）（required if \"Connection to other systems\" is \"Others\"）";
    assert!(Markdown::with(&document, options).to_string().contains(inside));
    assert!(Plain::with(&document, options).to_string().contains(inside));
}

/// The change table shows a choice as a word only, so an empty one needs the words too.
#[test]
fn an_empty_timing_of_a_change_must_be_filled_in() {
    let document = all_item(&json!({"changes": [{"items": "丁"}]}));
    let options = PrintOptions { requirements: true, ..PrintOptions::default() };
    let page = Html::with(&document, options).to_string();
    assert!(
        page.contains("<div id=\"changes[0].timing\"><p></p></div><span class=\"need\">必須</span></td>"),
        "{page}"
    );
    let page = Markdown::with(&document, options).to_string();
    assert!(page.contains("\n| （必須） | 丁 | （任意） | （任意） | （必須） | （任意） |\n"), "{page}");
}

/// What the form prints after a date is there for an empty one too, after a gap.
#[test]
fn what_follows_an_empty_answer() {
    for (fields, markdown, html) in [
        (json!({}), "| 　　時点 |\n", "<p class=\"whole\">　　時点</p>"),
        (
            json!({"threshold": {"population_as_of": "2024-10-01"}}),
            "| 令和6年10月1日時点 |\n",
            "<p class=\"whole\">令和6年10月1日時点</p>",
        ),
    ] {
        let document = document("basic_item", "form_2_2024_10", &fields);
        let page = Markdown::new(&document).to_string();
        assert!(page.contains(markdown), "{page}");
        let page = Html::new(&document).to_string();
        assert!(page.contains(html), "{page}");
    }
}

/// In Markdown, the choice is in bold; in English, its translation follows it.
#[test]
fn a_choice_is_seen() {
    let document = all_item(&json!({"population": "from_1000_to_9999"}));
    for (language, begins) in [
        (Language::Japanese, "| ③対象人数 | ［ **1,000人以上1万人未満** ］<br>＜選択肢＞ 1) 1,000人未満　2) "),
        (
            Language::English,
            "| ③対象人数 / Population | ［ **1,000人以上1万人未満 / 1,000 to 9,999** ］<br>＜選択肢＞ 1) 1,000人未満 / ",
        ),
    ] {
        let page = Markdown::with(&document, PrintOptions { language, ..PrintOptions::default() }).to_string();
        let line = page.lines().find(|line| line.starts_with("| ③対象人数")).unwrap();
        assert!(line.starts_with(begins), "{line}");
    }
}

/// A mark can hold any text, so it shows how each page escapes one.
#[test]
fn text_is_escaped() {
    let document = all_item(&json!({}));
    let path: FieldPath = FieldPath::root().at(Assessment::population).untyped();
    for (text, plain, markdown, html) in [
        ("甲 乙", "甲 乙", "甲 乙", "甲 乙"),
        ("甲1 乙", "甲1 乙", "甲1 乙", "甲1 乙"),
        // A blank at an end would be lost in a table of Markdown.
        (" 甲 ", " 甲 ", "&#32;甲&#32;", " 甲 "),
        ("a\tb", "a\tb", "a&#9;b", "a\tb"),
        ("一\r\n二\r三\n四", "一\n二\n三\n四", "一<br>二<br>三<br>四", "一<br>二<br>三<br>四"),
        ("\r甲\n乙", "\n甲\n乙", "<br>甲<br>乙", "<br>甲<br>乙"),
        ("\\`*_{}[]", "\\`*_{}[]", "\\\\\\`\\*\\_\\{\\}\\[\\]", "\\`*_{}[]"),
        ("<a>&\"|~", "<a>&\"|~", "\\<a\\>\\&\"\\|\\~", "&lt;a&gt;&amp;&quot;|~"),
        ("#$@:!^.-", "#$@:!^.-", "\\#\\$\\@\\:\\!\\^\\.-", "#$@:!^.-"),
        // No page can show a control character or a code point that is not a character.
        ("\u{1b}[1m", "\\u{1b}[1m", "\\u{1b}\\[1m", "\\u{1b}[1m"),
        ("a\u{0}b\u{9f}c", "a\\u{0}b\\u{9f}c", "a\\u{0}b\\u{9f}c", "a\\u{0}b\\u{9f}c"),
        (
            "\u{FDCF}\u{FDD0}\u{FDEF}\u{FDF0}",
            "\u{FDCF}\\u{fdd0}\\u{fdef}\u{FDF0}",
            "\u{FDCF}\\u{fdd0}\\u{fdef}\u{FDF0}",
            "\u{FDCF}\\u{fdd0}\\u{fdef}\u{FDF0}",
        ),
        (
            "\u{FFFD}\u{FFFE}\u{FFFF}\u{1FFFE}",
            "\u{FFFD}\\u{fffe}\\u{ffff}\\u{1fffe}",
            "\u{FFFD}\\u{fffe}\\u{ffff}\\u{1fffe}",
            "\u{FFFD}\\u{fffe}\\u{ffff}\\u{1fffe}",
        ),
        // A terminal could apply the direction of a text to the lines of others.
        (
            "a\u{61C}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}",
            "a\\u{61c}\\u{200e}\\u{200f}\\u{202a}\\u{202e}\\u{2066}\\u{2069}",
            "a\u{61C}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}",
            "a\u{61C}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}",
        ),
        (
            "a\u{200D}\u{2029}\u{202F}",
            "a\u{200D}\u{2029}\u{202F}",
            "a\u{200D}\u{2029}\u{202F}",
            "a\u{200D}\u{2029}\u{202F}",
        ),
    ] {
        let marks = [Mark::new(path.clone(), text)];
        let options = PrintOptions { marks: &marks, ..PrintOptions::default() };
        let shown = |page: String, before: &str, after: &str| {
            let (_, rest) = page.split_once(before).unwrap();
            rest.split_once(after).unwrap().0.to_string()
        };
        // In plain text, each line begins where the answers do.
        let plain = plain.replace('\n', &format!("\n{}", " ".repeat(36)));
        assert_eq!(shown(Plain::with(&document, options).to_string(), "▲", "\n\n２．"), plain, "{text:?}");
        assert_eq!(shown(Markdown::with(&document, options).to_string(), "<br>▲ ", " |\n"), markdown, "{text:?}");
        assert_eq!(shown(Html::with(&document, options).to_string(), "▲ ", "</p>"), html, "{text:?}");
    }
}

#[test]
fn the_tree_of_a_chain() {
    let entrustment: Entrustment =
        serde_json::from_value(json!({"chain": [{"name": "A & B <C>", "re_entrustees": [{"name": "丙"}]}]})).unwrap();
    let tree = Tree::new(Chain::of(&entrustment));
    let japanese = tree.to_string();
    assert!(japanese.contains(">委託先　A &amp; B &lt;C&gt;</text>"), "{japanese}");
    assert!(japanese.contains("<title>委託の連鎖：A &amp; B &lt;C&gt;（丙）</title>"), "{japanese}");
    let english = tree.in_language(Language::English).to_string();
    assert!(english.contains(">委託先 / Entrustee　A &amp; B"), "{english}");
    // A box is as wide as its text: a combining sign takes no column.
    let width = |name: &str| {
        let entrustment: Entrustment = serde_json::from_value(json!({"chain": [{"name": name}]})).unwrap();
        let image = Tree::new(Chain::of(&entrustment)).to_string();
        let (_, rest) = image.split_once("<rect x=\"1\" y=\"4\" width=\"").unwrap();
        rest.split_once('"').unwrap().0.parse::<usize>().unwrap()
    };
    let [wide, narrow] = [width("甲乙") - width("甲"), width("ab") - width("a")];
    assert_eq!(wide, 2 * narrow);
    for (name, like) in [("か\u{3099}", "が"), ("e\u{301}", "é"), ("葛\u{FE00}", "葛"), ("ｶ", "a"), ("①", "甲")]
    {
        assert_eq!(width(name), width(like), "{name}");
    }
}
