//! A page carries its document: what comes back, what is refused, and what is left out of a page for publication.

use std::collections::BTreeSet;

use mynumber_pia::assessment::Parties;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::fixture::{Filling, Parameters};
use mynumber_pia::form::{Cell, Html, OnForm, PageError, PrintOptions, cells, data};
use mynumber_pia::value::answer::{Answer, Tick, Value};
use mynumber_pia::{Assessment, AssessmentKind, Language};

use crate::support::PUBLISHED;

fn documents() -> Vec<Assessment> {
    PUBLISHED.iter().map(|json| serde_json::from_str(json).unwrap()).collect()
}

fn carrying(document: &Assessment, options: PrintOptions<'_>) -> String {
    Html::with(document, options).carrying(serde_json::to_string).unwrap()
}

fn read(page: &str) -> Assessment {
    serde_json::from_str(&data(page).unwrap()).unwrap()
}

const PUBLICATION: PrintOptions<'_> =
    PrintOptions { marks: &[], language: Language::Japanese, requirements: false, publication: true, made_by: "" };

/// The cells of a document with those inside them.
fn all_cells(document: &Assessment) -> Vec<Cell<'_>> {
    cells(document).flat_map(|cell| std::iter::once(cell.clone()).chain(cell.inside().to_vec())).collect()
}

/// What comes back from both pages of a document.
fn comes_back(document: &Assessment) {
    assert_eq!(read(&carrying(document, PrintOptions::default())), *document);
    let page = carrying(document, PUBLICATION);
    let published = read(&page);
    // Each answer that the form prints is as it was.
    let printed = |document: &Assessment| -> Vec<(FieldPath, String)> {
        let all = all_cells(document);
        let on_form = all.iter().filter(|cell| cell.on_form() != OnForm::Beyond);
        on_form.map(|cell| (cell.path().clone(), format!("{:?}", cell.value()))).collect()
    };
    assert_eq!(printed(&published), printed(document));
    // Nothing else is there, not even an empty entry.
    assert!(all_cells(&published).iter().all(|cell| cell.on_form() != OnForm::Beyond));
    published.walk(|field| assert!(!field.path.to_string().contains(".chain["), "{}", field.path));
    // Nor is it anywhere in the bytes, unless a printed answer says it too.
    let empty = Html::new(&Assessment { form: document.form, ..Assessment::new("form_2_2024_10".parse().unwrap()) })
        .to_string();
    let said = |cell: &Cell<'_>| cell.value().shown();
    let all = all_cells(document);
    let of_the_form: Vec<String> = all.iter().filter(|cell| cell.on_form() != OnForm::Beyond).map(said).collect();
    for cell in all.iter().filter(|cell| cell.on_form() == OnForm::Beyond && cell.value().is_given()) {
        let text = said(cell);
        let is_word = text.chars().count() > 3 && text.contains(char::is_alphabetic);
        if is_word
            && !empty.contains(&text)
            && !of_the_form.iter().any(|other| other.contains(&text))
            && !matches!(cell.value(), Value::NotKnown)
        {
            assert!(!page.contains(&text), "{}: {text}", cell.path());
        }
    }
}

fn generated(count: u64) -> impl Iterator<Item = Assessment> {
    (0..count).map(|seed| {
        let kind = AssessmentKind::ALL[usize::try_from(seed).unwrap() % 3];
        let filling = if seed % 2 == 0 { Filling::Everything } else { Parameters::default().filling };
        Parameters { kind: Some(kind), filling, ..Parameters::default() }.plan(seed).build()
    })
}

#[test]
fn the_published_documents_come_back() {
    documents().iter().for_each(comes_back);
}

#[test]
fn generated_documents_come_back() {
    generated(20).for_each(|document| comes_back(&document));
}

#[test]
#[ignore = "for a thousand documents, in some minutes"]
fn a_thousand_generated_documents_come_back() {
    generated(1_000).for_each(|document| comes_back(&document));
}

#[test]
fn a_page_for_publication_has_no_party_that_the_form_does_not_print() {
    let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "systems": [{"name": "介護システム", "aliases": "介護くん"}],
        "file_sections": [{"entrustments": [{"entrustee": "株式会社甲",
            "chain": [{"name": "株式会社甲", "re_entrustees": [{"name": "株式会社乙"}, {}]}]}]}],
        "changes": [{"items": "監査"}, {"continues": "ticked", "after": "丙"}]}"#;
    let document: Assessment = serde_json::from_str(json).unwrap();
    let page = carrying(&document, PUBLICATION);
    for hidden in ["株式会社乙", "介護くん", "chain", "continues"] {
        assert!(!page.contains(hidden), "{hidden}");
    }
    let mut printed = document.clone();
    printed.systems[0].aliases = Answer::Unanswered;
    printed.file_sections[0].entrustments[0].chain = Parties::default();
    printed.changes[1].continues = Tick::Unticked;
    assert_eq!(read(&page), printed);
    assert_eq!(read(&carrying(&document, PrintOptions::default())), document);
}

#[test]
fn a_page_that_was_altered_is_refused() {
    let mut document = documents().swap_remove(3);
    document.changes.clear();
    let page = carrying(&document, PrintOptions::default());
    let places: Vec<usize> = page.char_indices().map(|(at, _)| at).collect();
    let near_the_data = page.rfind("<script").unwrap();
    let last = |at: &usize| (near_the_data..near_the_data + 200).contains(at) || *at + 40 > page.len();
    for at in places.iter().filter(|at| *at % 997 == 0 || last(at)) {
        let (before, rest) = page.split_at(*at);
        let mut rest = rest.chars();
        let old = rest.next().unwrap();
        let new = if old == 'x' { 'y' } else { 'x' };
        for altered in [format!("{before}{new}{}", rest.as_str()), format!("{before}{}", rest.as_str())] {
            assert!(data(&altered).is_err(), "{at}: {old:?}");
        }
    }
}

/// The digest is that of the same bytes on every machine: what is before its element, how the element begins, and the data.
#[test]
fn the_digest_is_the_same_everywhere() {
    let page = "<!DOCTYPE html>\n甲<script type=\"application/json\" id=\"document\" data-sha256=\"\
        f7e95e1e5f3b5bd3\">\n{}\n</script>\n</body>\n</html>\n";
    assert_eq!(data(page), Err(PageError::Altered));
    let digest = "a0a6044797c1c673346741f6166ea30a60acbbf6d5a46e0a51ff1f5c7be7a24a";
    let whole = page.replace("f7e95e1e5f3b5bd3", digest);
    assert_eq!(data(&whole).as_deref(), Ok("{}"));
}

#[test]
fn what_is_added_to_a_page_is_seen() {
    let document = documents().swap_remove(4);
    let page = carrying(&document, PrintOptions::default());
    let saved = page.replace('\n', "\r\n");
    assert_eq!(
        read(&format!("\u{FEFF}{saved}")),
        document,
        "line ends and the mark of the encoding make no difference"
    );
    for altered in [
        format!("<!-- saved -->{page}"),
        format!("{page}<p>追記</p>"),
        page.replace("</body>", "<p>追記</p></body>"),
        page.replace("</style>", "#cover{display:none}</style>"),
        page.replace("data-sha256=\"", "data-sha256=\"0"),
        page[..page.len() - 1].to_string(),
    ] {
        assert_eq!(data(&altered), Err(PageError::Altered));
    }
    let (shown, carried) = page.split_at(page.rfind("<script").unwrap());
    assert_eq!(data(&format!("{shown}{carried}").replace("sha256", "sha")), Err(PageError::NoData));
    assert_eq!(data(&Html::new(&document).to_string()), Err(PageError::NoData));
    // Two pages in one file are no page.
    assert_eq!(data(&format!("{page}{page}")), Err(PageError::Altered));
}

#[test]
fn no_text_of_a_document_ends_its_data() {
    let mut document = Assessment::new("form_2_2024_10".parse().unwrap());
    let texts = [
        "</script><script>alert(1)</script>",
        "<!-- <script type=\"application/json\" id=\"document\" data-sha256=\"00\">",
        "\\u003c & &lt; <",
    ];
    for text in texts {
        document.affair.name = text.parse().unwrap();
        let page = carrying(&document, PrintOptions::default());
        assert_eq!(page.matches("<script").count(), 1);
        assert_eq!(page.matches("</script").count(), 1);
        assert_eq!(read(&page), document, "{text}");
    }
}

#[test]
fn a_page_of_an_error_says_what_to_do() {
    let texts: BTreeSet<String> = [PageError::NoData, PageError::Altered]
        .into_iter()
        .flat_map(|error| [error.to_string(), error.text(Language::Japanese)])
        .collect();
    assert_eq!(
        texts.into_iter().collect::<Vec<_>>(),
        [
            "the page carries no document: expected one that was printed with its data",
            "the page was altered after it was made, so its data may not be what it shows; a browser that saves a complete page alters it: save the page as it was sent (HTML only)",
            "このページには評価書のデータがない。データとともに印刷したページが必要である",
            "このページは作成された後に変更されているので、データが表示と一致するとは限らない。ブラウザーで「完全」な形で保存したページも変更されている。「HTMLのみ」で保存する",
        ]
    );
}
