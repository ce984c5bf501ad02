//! `pia transcribe` as a user runs it.

use crate::support::{root, run};
use mynumber_pia::Assessment;
use serde_json::Value;

/// One of the five documents, as a page to be published.
fn printed(name: &str) -> String {
    let file = root().join("examples/documents").join(name).with_extension("json");
    run("print", &["--publication", file.to_str().unwrap()], b"").out
}

#[test]
fn the_document_is_what_other_commands_read() {
    let read = run("transcribe", &["-"], printed("kumagaya").as_bytes());
    assert!(read.code < 2, "{}", read.err);
    let document: Assessment = serde_json::from_str(&read.out).unwrap();
    assert_eq!(document.form.edition().unwrap().to_string(), "form_2_2024_10");
    assert_eq!(run("answer", &["-", "department.head"], read.out.as_bytes()).out, "課長\n");
    assert!(run("validate", &["-"], read.out.as_bytes()).code < 2);
}

/// The status says whether a person is needed, and the line on standard error for what.
#[test]
fn what_is_not_certain_needs_a_person() {
    let page = printed("kumagaya") + "\n\nどの欄にも属さない文\n";
    let read = run("transcribe", &["-"], page.as_bytes());
    assert_eq!(read.code, 1);
    assert!(read.err.starts_with("pia transcribe: 確認を要する記載") && read.err.lines().count() == 1, "{}", read.err);
    let read = run("transcribe", &["-", "--lang", "en"], page.as_bytes());
    assert!(read.err.contains(" to confirm, ") && read.err.contains(" left over ("), "{}", read.err);
}

/// The lines of `--suggestions` are answers that `answer --answers` reads.
#[test]
fn suggestions_are_answers() {
    // The mark of the choice is lost.
    let page = printed("kawaguchi");
    let before = "[ 特に力を入れて行っている ]";
    let page = if page.contains(before) {
        page.replacen(before, "[ ]特に力を入れて行っている", 1)
    } else {
        page.replacen("[ 十分に行っている ]", "[ ○ ] 十分に行っている", 1)
    };
    let read = run("transcribe", &["-"], page.as_bytes());
    let suggested = run("transcribe", &["-", "--suggestions"], page.as_bytes());
    assert_eq!(suggested.code, read.code);
    let (lines, comments): (Vec<&str>, Vec<&str>) = suggested.out.lines().partition(|line| !line.starts_with('#'));
    assert_eq!(lines.len(), comments.len());
    let answers = format!("{}/suggestions.txt", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&answers, &suggested.out).unwrap();
    let answered = run("answer", &["-", "--answers", &answers], read.out.as_bytes());
    assert_eq!((answered.code, answered.err.as_str()), (0, ""));
}

/// What the document refuses is a comment, so that `answer --answers` puts the other lines.
#[test]
fn a_refused_suggestion_is_a_comment() {
    let page = "［令和6年10月 様式3］\n\n公表日\n令和7年13月2日\n\nⅠ　基本情報\n";
    let suggested = run("transcribe", &["-", "--suggestions"], page.as_bytes()).out;
    assert!(suggested.lines().any(|line| line == "# cover.published=令和7年13月2日"), "{suggested}");
    assert!(suggested.lines().all(|line| line.starts_with('#')), "{suggested}");
}

#[test]
fn the_account_is_a_page() {
    let page = printed("kumagaya") + "\n\n<script>どの欄にも属さない文</script>\n";
    let account = run("transcribe", &["-", "--account"], page.as_bytes()).out;
    assert!(account.starts_with("<!DOCTYPE html>\n<html lang=\"ja\">") && account.ends_with("</html>\n"));
    assert!(!account.contains("<script") && account.contains("&lt;script&gt;"));
    assert!(
        account.contains("<b class=\"answer\">記載</b> Ⅰ.1.① 事務の名称 <code>affair.name</code>：見出しの横にある")
    );
    // Each line of the text is a row, under its number.
    let rows = account.matches("<tr><th>").count();
    assert!(rows >= page.lines().filter(|line| !line.trim().is_empty()).count(), "{rows} rows");
    let english = run("transcribe", &["-", "--account", "--lang=en"], page.as_bytes()).out;
    assert!(english.contains("<html lang=\"en\">") && english.contains("beside its label"));
}

#[test]
fn the_account_as_json_has_the_whole_text() {
    let page = printed("kumagaya");
    let json = run("transcribe", &["-", "--json"], page.as_bytes()).out;
    let lines: Vec<Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["edition"], &lines[0]["because"]), (&"form_2_2024_10".into(), &"printed".into()));
    let text: String =
        lines.iter().filter(|line| line["fate"].is_string()).filter_map(|line| line["text"].as_str()).collect();
    assert_eq!(text, page);
    let name = lines.iter().find(|line| line["path"] == "affair.name").unwrap();
    let at = page.lines().position(|line| line.contains("事務の名称")).unwrap();
    assert_eq!((name["fate"].as_str(), name["line"].as_u64()), (Some("answer"), u64::try_from(at + 1).ok()));
}

/// The edition that a user names, and a kind instead of an edition.
#[test]
fn the_form_can_be_named() {
    for form in ["form_2_2024_10", "令和6年10月 様式2", "basic_item"] {
        let read = run("transcribe", &["-", "--json", "--form", form], printed("kumagaya").as_bytes());
        let first: Value = serde_json::from_str(read.out.lines().next().unwrap()).unwrap();
        assert_eq!((&first["edition"], &first["because"]), (&"form_2_2024_10".into(), &"given".into()), "{form}");
    }
}
