//! Printing: any document that loads is printed as text, as Markdown and as a web page, in both languages. The text has
//! no control characters except line breaks, and no element of the page comes from an answer.
#![no_main]
#![allow(clippy::disallowed_types, reason = "`fuzz_target!` can write a file")]

use libfuzzer_sys::fuzz_target;
use mynumber_pia::Assessment;
use mynumber_pia::form::{Html, Markdown, Plain, PrintOptions};
use mynumber_pia::value::language::Language;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = serde_json::from_slice::<Assessment>(bytes) else { return };
    for language in [Language::Japanese, Language::English] {
        for requirements in [false, true] {
            let options = PrintOptions { language, requirements, ..PrintOptions::default() };
            let plain = Plain::with(&document, options).to_string();
            assert!(plain.chars().all(|char| char == '\n' || !char.is_control()), "{plain:?}");
            let markdown = Markdown::with(&document, options).to_string();
            assert!(markdown.starts_with("# ") && markdown.ends_with('\n'), "{markdown:?}");
            let page = Html::with(&document, options).to_string();
            assert!(page.starts_with("<!DOCTYPE html>\n") && page.ends_with("</body>\n</html>\n"), "{page:?}");
            for (element, count) in [("<script", 0), ("<html", 1), ("<head>", 1), ("<body>", 1), ("<style>", 1)] {
                assert_eq!(page.matches(element).count(), count, "{element} in {page:?}");
            }
        }
    }
});
