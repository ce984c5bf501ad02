//! `pia transcribe` as a user runs it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support::{root, run};
use mynumber_pia::Assessment;
use serde_json::{Value, json};

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
    let page = "［令和6年10月 様式3］\n\nⅠ　基本情報\n１．特定個人情報ファイルを取り扱う事務\n\
        ①事務の名称　国民健康保険に関する事務\n③対象人数　[ 1万人以上10万人未満 ] [ 10万人以上30万人未満 ]\n";
    let read = run("transcribe", &["-"], page.as_bytes());
    let suggested = run("transcribe", &["-", "--suggestions"], page.as_bytes());
    assert_eq!(suggested.code, read.code);
    // One line for each path; another suggestion for it is a comment.
    let lines = suggested.out.lines().filter(|line| !line.starts_with('#'));
    let paths: Vec<&str> = lines.filter_map(|line| Some(line.split_once('=')?.0)).collect();
    let mut once = paths.clone();
    once.sort_unstable();
    once.dedup();
    assert!(!paths.is_empty() && once.len() == paths.len(), "{paths:?}");
    let count = format!("うち記入できる行{}件", paths.len());
    assert!(suggested.out.lines().next().unwrap().ends_with(&count), "{}", suggested.out);
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

/// A source that is no printed form is refused: the empty document would say that nothing is missing.
#[test]
fn a_source_without_answers_is_refused() {
    for text in ["The quick brown fox jumps over the lazy dog.\n", "\0\0\0", &"事務の名称、対象人数。".repeat(500)]
    {
        for output in [&["-"][..], &["-", "--suggestions"], &["-", "--account"], &["-", "--review"], &["-", "--json"]] {
            let read = run("transcribe", output, text.as_bytes());
            assert_eq!(
                (read.code, read.out.as_str(), read.err.lines().count()),
                (2, "", 1),
                "{output:?}: {}",
                read.err
            );
        }
    }
}

/// The line breaks of old programs are line breaks.
#[test]
fn a_carriage_return_ends_a_line() {
    let page = printed("kumagaya");
    let read = |page: &str| run("transcribe", &["-", "--suggestions"], page.as_bytes()).out;
    let (lf, cr, crlf) = (read(&page), read(&page.replace('\n', "\r")), read(&page.replace('\n', "\r\n")));
    assert_eq!((&cr, &crlf), (&lf, &lf));
    let document = |page: &str| run("transcribe", &["-"], page.as_bytes()).out;
    assert_eq!(document(&page.replace('\n', "\r")), document(&page));
}

/// The page has the source beside the answer, the doubts before the rest, and nothing of the source as markup.
#[test]
fn the_review_is_a_page() {
    let hostile = "\" data-line=\"x\"><script>alert(1)</script>&'<img src=x onerror=alert(1)>";
    // Blocks out of order: every answer is a suggestion.
    let page = format!(
        "［令和6年10月 様式3］\n\n７．他の評価実施機関\n\n６．評価実施機関における担当部署\n\n①部署　{hostile}\n\n②所属長の役職名　課長\n\n\n\n\
         Ⅰ　基本情報\n\n③対象人数　[ 1万人以上10万人未満 ] [ 10万人以上30万人未満 ]\n\n①事務の名称　介護保険に関する事務\n"
    );
    let review = run("transcribe", &["-", "--review"], page.as_bytes()).out;
    assert!(review.starts_with("<!DOCTYPE html>\n<html lang=\"ja\">") && review.ends_with("</html>\n"));
    assert!(review.contains("default-src 'none'") && !review.contains("unsafe-eval"));
    assert_eq!((review.matches("<script").count(), review.matches("<img").count()), (1, 0), "{review}");
    assert!(!review.contains("data-line=\"x\""), "{review}");
    for part in ["<table id=\"doubtful\">", "<span class=\"place\">", "Ⅰ.1.③ 対象人数 <code>population</code>"]
    {
        assert!(review.contains(part), "{part}: {review}");
    }
    assert!(review.contains("data-line=\"population=10万人以上30万人未満\""), "{review}");
    let (doubtful, confirmed) = (review.find("id=\"doubtful\"").unwrap(), review.find("id=\"confirmed\"").unwrap());
    assert!(doubtful < confirmed && review.find("id=\"clear\"").is_none_or(|clear| doubtful < clear));
    let english = run("transcribe", &["-", "--review", "--lang=en"], page.as_bytes()).out;
    assert!(english.contains("<html lang=\"en\">") && english.contains("Left over"));
}

#[test]
fn a_second_form_is_named() {
    let page = printed("kumagaya");
    let read = run("transcribe", &["-"], format!("{page}\n\n\n{}", printed("kumagaya")).as_bytes());
    assert_eq!(read.code, 1);
    assert!(read.err.contains("から別の評価書がある"), "{}", read.err);
    assert!(!run("transcribe", &["-"], page.as_bytes()).err.contains("別の評価書"));
}

/// The words of 熊谷市 as a browser laid them out, as rows of left, upper, right and lower edge and the text.
const WORDS: &str = include_str!("../../../../tests/data/words/kumagaya-weasyprint.tsv");

/// The same words as `pdftotext -tsv` and as pdfplumber write them.
fn written() -> (String, String) {
    let mut table =
        String::from("level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n");
    let mut pages: Vec<Value> = Vec::new();
    for line in WORDS.lines() {
        let fields: Vec<&str> = line.splitn(5, '\t').collect();
        let number = |at: usize| fields[at].parse::<f64>().unwrap();
        let page = pages.len();
        if fields[0] == "page" {
            let (width, height) = (number(1), number(2));
            writeln!(table, "1\t{}\t0\t0\t0\t0\t0\t0\t{width}\t{height}\t-1\t###PAGE###", page + 1).unwrap();
            pages.push(json!({"page_number": page + 1, "width": width, "height": height, "words": []}));
        } else {
            let (x0, top, x1, bottom) = (number(0), number(1), number(2), number(3));
            let (width, height, text) = (x1 - x0, bottom - top, fields[4]);
            writeln!(table, "5\t{page}\t0\t0\t0\t0\t{x0}\t{top}\t{width}\t{height}\t100\t{text}").unwrap();
            let word = json!({"x0": x0, "top": top, "x1": x1, "bottom": bottom, "text": text, "upright": true});
            pages.last_mut().unwrap()["words"].as_array_mut().unwrap().push(word);
        }
    }
    (table, json!({ "pages": pages }).to_string())
}

#[test]
fn words_with_places_are_read_from_the_files_of_two_programs() {
    let (table, pages) = written();
    let read = run("transcribe", &["-"], table.as_bytes());
    assert_eq!(read.code, 1, "{}", read.err);
    assert_eq!(run("transcribe", &["-"], pages.as_bytes()).out, read.out);
    let answer = |path: &str| run("answer", &["-", path], read.out.as_bytes()).out;
    assert_eq!(answer("department.head"), "課長\n");
    assert_eq!(answer("changes[65].date"), "令和7年5月30日\n");
    // The places are pages, in the lines and in the account.
    let suggestions = run("transcribe", &["-", "--suggestions"], table.as_bytes()).out;
    assert!(suggestions.contains("頁"), "{suggestions}");
    for page in ["--account", "--review"] {
        let page = run("transcribe", &["-", page, "--lang", "en"], table.as_bytes()).out;
        assert!(page.contains("page 1") && page.contains("国民健康保険に関する事務"), "{page}");
    }
}

/// A PDF is given to `pdftotext`, and what it does not do is said.
#[test]
fn a_pdf_needs_another_program() {
    let with_path = |path: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_pia"))
            .args(["transcribe", "-"])
            .env("PATH", path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(b"%PDF-1.7\n1 0 obj").unwrap();
        let done = child.wait_with_output().unwrap();
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    };
    let (code, error) = with_path("");
    assert_eq!(code, Some(2));
    assert!(error.contains("PDF を読むには poppler の pdftotext が必要である"), "{error}");
    // Where the program is, the file is no PDF to it.
    let (code, error) = with_path(&std::env::var("PATH").unwrap());
    assert_eq!(code, Some(2));
    assert!(error.contains("pdftotext が PDF を読めない：") || error.contains("が必要である"), "{error}");
}
