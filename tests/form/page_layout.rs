//! The web page of a document: its elements, as the form has its tables.

use mynumber_pia::Language;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::{Html, Mark, Markdown, PrintOptions};
use mynumber_pia::value::kind::FormEdition;
use serde_json::{Value, json};

fn all_item(fields: &Value) -> Assessment {
    let mut document = json!({"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2018_05"});
    document.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(document).unwrap()
}

fn filled_in() -> Assessment {
    all_item(&json!({
        "cover": {"number": "1", "title": "甲 <全項目>\n評価書", "body": "乙町長", "declaration": "宣言", "remarks": "特記"},
        "affair": {"name": "甲"},
        "population": "from_1000_to_9999",
        "systems": [{"name": "A"}, {"number": 2, "name": "B"}],
        "files": [{"number": 1, "name": "己"}, {"name": "庚", "operator": "辛"}],
        "file_sections": [
            {"names": "己", "entrustments": [
                {"matter": "保守", "chain": [{"name": "甲社", "re_entrustees": [{"name": "乙社"}]}]},
                {"matter": "印刷", "chain": [{"name": "丙社", "re_entrustees": [{"matter": "発送"}]}]},
            ]},
            {"names": "庚", "acquisition": {"purpose": "目的"}},
        ],
        "record_items": [{"heading": "表", "items": ["氏名", "住所"]}],
        "changes": [
            {"date": "2024-10-01", "items": "Ⅰ", "before": "甲", "after": "乙", "timing": "after"},
            {"items": "Ⅱ", "continues": "ticked"},
        ],
    }))
}

fn check(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part}\nin\n{page}");
    }
}

/// The number and the title are side by side, the remarks beside their label, and the others below theirs.
#[test]
fn the_cover_is_a_table_of_its_own() {
    let page = Html::new(&filled_in()).to_string();
    check(
        &page,
        &[
            "<title>乙町長　甲 &lt;全項目&gt; 評価書</title>",
            concat!(
                "<section class=\"cover\" id=\"section-1\">\n<h2>表紙</h2>\n<table>\n<tbody>\n",
                "<tr><th scope=\"col\">評価書番号</th><th scope=\"col\">評価書名</th></tr>\n",
                "<tr><td><div id=\"cover.number\"><p>1</p></div></td>",
                "<td><div id=\"cover.title\"><p>甲 &lt;全項目&gt;<br>評価書</p></div></td></tr>\n",
                "<tr><th colspan=\"2\" scope=\"rowgroup\">個人のプライバシー等の権利利益の保護の宣言</th></tr>\n",
                "<tr><td colspan=\"2\" class=\"running\"><div id=\"cover.declaration\"><p>宣言</p></div></td></tr>\n",
                "<tr><th scope=\"row\">特記事項</th><td class=\"running\"><div id=\"cover.remarks\"><p>特記</p></div></td></tr>\n",
                "<tr><th colspan=\"2\" scope=\"rowgroup\">評価実施機関名</th></tr>\n",
                "<tr><td colspan=\"2\"><div id=\"cover.body\"><p>乙町長</p></div></td></tr>\n",
                "<tr><th colspan=\"2\" scope=\"rowgroup\">個人情報保護委員会 承認日　【行政機関等のみ】</th></tr>\n",
                "<tr><td colspan=\"2\"><div id=\"cover.approved\"></div></td></tr>\n",
                "<tr><th colspan=\"2\" scope=\"rowgroup\">公表日</th></tr>\n",
                "<tr><td colspan=\"2\"><div id=\"cover.published\"></div></td></tr>\n",
                "</tbody></table>\n</section>\n<nav ",
            ),
        ],
    );
    // Without a title, the form is named.
    let page = Html::new(&all_item(&json!({"cover": {"body": "乙町長"}}))).to_string();
    check(&page, &["<title>乙町長　特定個人情報保護評価書（全項目評価書）</title>"]);
}

/// A page to be filed lists a section once, as the form does.
#[test]
fn the_contents_list_each_section() {
    let document = filled_in();
    let options = |publication| PrintOptions { publication, ..PrintOptions::default() };
    for (publication, listed) in [
        (
            false,
            "<li><a href=\"#section-4\">Ⅱ　特定個人情報ファイルの概要（己）</a></li>\n\
             <li><a href=\"#section-5\">Ⅱ　特定個人情報ファイルの概要（庚）</a></li>\n",
        ),
        (true, "<li><a href=\"#section-4\">Ⅱ　特定個人情報ファイルの概要</a></li>\n"),
    ] {
        let page = Html::with(&document, options(publication)).to_string();
        check(
            &page,
            &[
                &format!(
                    "<li><a href=\"#section-3\">（別添１）事務の内容</a></li>\n{listed}\
                 <li><a href=\"#section-6\">（別添２）特定個人情報ファイル記録項目</a></li>\n\
                 <li><a href=\"#section-7\">Ⅲ　特定個人情報ファイルの取扱いプロセスにおけるリスク対策</a></li>\n"
                ),
                // The heading of a section names its file.
                "<section id=\"section-5\">\n<h2>Ⅱ　特定個人情報ファイルの概要（庚）</h2>\n",
            ],
        );
        assert_eq!(page.matches("<section").count(), 11);
        assert_eq!(page.matches("</section>").count(), 11);
        assert!(page.ends_with("</table>\n</section>\n</article>\n</body>\n</html>\n"));
    }
}

/// What the form has no room for is a section of its own after the others, whether it is an answer or a list.
#[test]
fn what_the_form_has_no_room_for_is_a_section() {
    for (kind, edition, fields, id) in [
        (
            "key_item",
            "form_3_2024_10",
            json!({"procedure": {"commission_review": "承認"}}),
            "procedure.commission_review",
        ),
        ("basic_item", "form_2_2024_10", json!({"record_items": [{"items": ["氏名"]}]}), "record_items[0].items"),
    ] {
        let mut document = json!({"format": "mynumber-pia", "version": 1, "kind": kind, "edition": edition});
        document.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let document: Assessment = serde_json::from_value(document).unwrap();
        for (publication, count) in [(false, 1), (true, 0)] {
            let page = Html::with(&document, PrintOptions { publication, ..PrintOptions::default() }).to_string();
            let sections = page.matches("<section").count();
            // 様式2 has no list of contents; each section has its running title.
            let listed = format!("<li><a href=\"#section-{sections}\">様式に欄のない記載</a></li>\n</ol></nav>");
            let is_listed = count == 1 && kind == "key_item";
            let titled = format!("@page p{sections}{{@top-right{{content:\"様式に欄のない記載\"}}}}");
            assert_eq!((page.contains(&listed), page.matches(&titled).count()), (is_listed, count), "{id}");
            assert_eq!(page.matches("<h2>様式に欄のない記載</h2>").count(), count, "{id}");
            assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), count, "{id}");
        }
    }
}

#[test]
fn rows_of_items() {
    let page = Html::new(&filled_in()).to_string();
    check(
        &page,
        &[
            "<h4 class=\"block\" id=\"section-2-2-2\">システム2</h4>\n<table>\n<tbody>\n<tr class=\"\"><th scope=\"row\">①システムの名称</th>",
            // The choice is in bold in its cell, and marked in the list.
            "<b id=\"population\">1,000人以上1万人未満</b></span><div class=\"choices\">＜選択肢＞<ol><li>1) 1,000人未満</li>\
         <li class=\"is-chosen\">2) 1,000人以上1万人未満</li><li>3) ",
            "<div id=\"systems[0].connections\"><ul class=\"boxes\"><li><span class=\"box\">[ 　 ]</span>情報提供ネットワークシステム</li>\
         <li><span class=\"box\">",
            "<dl class=\"groups\"><dt>・識別情報</dt><dd><ul class=\"boxes\"><li><span class=\"box\">[ 　 ]</span>個人番号</li>",
            "その他識別情報（内部番号）</li></ul></dd><dt>・連絡先等情報</dt><dd><ul class=\"boxes\"><li>",
            // The names of the files are the lines of one cell.
            "<div class=\"alone lines\">\n<div class=\"line\">（1）<div id=\"files[0].name\"><p>己</p></div></div>\n\
         <div class=\"line\"><div id=\"files[1].name\"><p>庚</p></div>（※<div class=\"beside\" id=\"files[1].operator\"><p>辛</p></div>）</div>\n</div>\n<h3 ",
            "<div id=\"record_items[0].items\"><div class=\"columns\"><p>氏名</p><p>住所</p></div></div></div>\n",
            "<tr class=\"sub\"><th scope=\"row\">その必要性</th>",
            "<tr class=\"block\"><th scope=\"row\">委託事項2</th>",
            "<tr class=\"\"><th scope=\"row\">①委託内容</th>",
            // A long label is above its answer; a box and an item that its heading names have none beside them.
            "<div class=\"above\">特定個人情報の使用におけるその他のリスク及びそのリスクに対する措置</div><div class=\"alone\">\
         <div id=\"risks[0].usage.other_risks\"></div></div>\n<h3",
            "<div class=\"alone\"><div id=\"risks[0].entrustment.none\"><span class=\"box\">[ 　 ]</span>委託しない</div></div>\n",
            "<div class=\"alone\"><div id=\"risks[0].names\"></div></div>\n",
            "<tr class=\"beyond\"><th scope=\"row\"><span class=\"aside\">様式外</span>委託先 名称</th>",
        ],
    );
    assert_eq!(page.matches("<div class=\"columns\">").count(), 1);
    assert_eq!(page.matches("<div class=\"above\">").count(), 6);
}

/// A chain that names two parties is drawn once, before its first party.
#[test]
fn the_chain_of_an_entrustment_is_drawn() {
    let document = filled_in();
    let with = |options: PrintOptions<'_>| Html::with(&document, options).to_string();
    let page = with(PrintOptions::default());
    assert_eq!(page.matches("<figure>").count(), 1);
    let (before, after) = page.split_once("<figure>").unwrap();
    assert!(before.ends_with("</table>\n<div class=\"alone beyond\"><span class=\"aside\">様式外</span>"));
    assert!(before.contains("id=\"file_sections[0].entrustments[0].entrustee\""));
    assert!(!before.contains("id=\"file_sections[0].entrustments[0].chain[0].name\""));
    assert!(after.contains("<title>委託の連鎖：甲社（乙社）</title>"));
    let english = with(PrintOptions { language: Language::English, ..PrintOptions::default() });
    assert!(english.contains("<title>委託の連鎖 / ") && english.contains(">再委託先 / "));
    assert!(!with(PrintOptions { publication: true, ..PrintOptions::default() }).contains("<figure>"));
}

#[test]
fn the_change_table() {
    let page = Html::new(&filled_in()).to_string();
    check(
        &page,
        &[concat!(
            "<thead><tr><th scope=\"col\">変更日</th><th scope=\"col\">項目</th><th scope=\"col\">変更前の記載</th>",
            "<th scope=\"col\">変更後の記載</th><th scope=\"col\">提出時期</th><th scope=\"col\">提出時期に係る説明</th></tr></thead>\n",
            "<tbody>\n<tr class=\"\"><td><div id=\"changes[0].date\"><p class=\"whole\">令和6年10月1日</p></div></td>",
            "<td><div id=\"changes[0].items\"><p>Ⅰ</p></div></td><td><div id=\"changes[0].before\"><p>甲</p></div></td>",
            "<td><div id=\"changes[0].after\"><p>乙</p></div></td><td><div id=\"changes[0].timing\"><p>事後</p></div></td>",
            "<td><div id=\"changes[0].reason\"></div></td></tr>\n",
            "<tr class=\"\"><td><div id=\"changes[1].date\"></div></td><td><div id=\"changes[1].items\"><p>Ⅱ</p></div>",
            "<div class=\"beyond\"><span class=\"aside\">様式外</span><span class=\"box\">[ ○ ]</span> 上の行の続き</div></td>",
            "<td><div id=\"changes[1].before\"></div></td>",
        )],
    );
}

/// The number of a block is in its title only, so a mark of it has no row to be in.
#[test]
fn the_mark_of_a_number_is_between_the_rows() {
    let document = filled_in();
    let marks = [Mark::new("systems[1].number".parse::<FieldPath>().unwrap(), "所見")];
    let options = PrintOptions { marks: &marks, ..PrintOptions::default() };
    let page = Html::with(&document, options).to_string();
    check(
        &page,
        &["</tbody></table>\n<div class=\"alone\"><p id=\"mark-1\" class=\"mark\">▲ 所見</p>\n</div>\n<table>\n"],
    );
    let page = Markdown::with(&document, options).to_string();
    check(&page, &["| ①システムの名称 | B |\n| | ▲ 所見 |\n"]);
}

/// Every heading below a section or a part is one level below it.
#[test]
fn no_level_of_headings_is_left_out() {
    for known in FormEdition::KNOWN {
        // What 様式2 has no room for is in a section without parts.
        let document = json!({"format": "mynumber-pia", "version": 1, "kind": known.edition.kind(), "edition": known.edition,
            "systems": [{"name": "A"}, {"name": "B"}], "risks": [{"names": "甲"}, {"names": "乙"}],
            "file_sections": [{"entrustments": [{"matter": "保守"}, {"matter": "印刷"}]}]});
        let page = Html::new(&serde_json::from_value(document).unwrap()).to_string();
        let mut last = 0;
        for rest in page.split("<h").skip(1) {
            let Some(level) = rest.chars().next().and_then(|c| c.to_digit(10)) else { continue };
            assert!(level <= last + 1, "{}: h{level} after h{last}", known.edition);
            last = level;
        }
        assert_eq!(page.matches("<section").count(), page.matches("</section>").count(), "{}", known.edition);
        // A section without a file, or whose file has no name, names none.
        assert!(!page.contains("（）"), "{}", known.edition);
        assert_eq!(page.matches("<tbody>").count(), page.matches("</tbody></table>").count(), "{}", known.edition);
    }
}
