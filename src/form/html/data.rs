//! The document that a page carries as data.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};

use sha2::{Digest as _, Sha256};

use super::page::{END, Html};
use crate::assessment::Assessment;
use crate::catalogue::{ChildMut, FieldPath, Part, PathStep, WalkPath};
use crate::form::cell::OnForm;
use crate::form::cells::cells;
use crate::value::language::errors;

/// Where a page begins.
const START: &str = "<!DOCTYPE html>";
/// What is before the digest.
const BEFORE: &str = "<script type=\"application/json\" id=\"document\" data-sha256=\"";
/// What is between the digest and the data.
const BETWEEN: &str = "\">\n";
/// What is after the data.
const AFTER: &str = "\n</script>\n";

errors! {
    /// Why a page gives no document (ページから評価書を読み込めない理由).
    #[non_exhaustive]
    pub enum PageError {
        /// The page carries no data, such as one that another program made.
        #[error("the page carries no document: expected one that was printed with its data")]
        #[ja("このページには評価書のデータがない。データとともに印刷したページが必要である")]
        NoData,
        /// The page or its data is not as it was made.
        #[error(
            "the page was altered after it was made, so its data may not be what it shows; a browser that saves a \
             complete page alters it: save the page as it was sent (HTML only)"
        )]
        #[ja(
            "このページは作成された後に変更されているので、データが表示と一致するとは限らない。ブラウザーで「完全」な形で\
             保存したページも変更されている。「HTMLのみ」で保存する"
        )]
        Altered,
    }
}

/// The text of the document that a page carries (ページの評価書データ), as [`Html::carrying`] was given it, but for `<`, which JSON may
/// write as `\u003c`.
///
/// It refuses a page that was altered after it was made, by one character or more, in what it shows, in its style or in its data.
/// That protects from mistakes and not from deceit: beside the data is a SHA-256 of the page, which is no signature.
/// A browser that saves a page as complete (「完全」) writes it again, and the page is refused. As HTML only (「HTMLのみ」) it stays
/// as it was sent. A byte order mark, and line ends that were changed to CR LF, are accepted.
///
/// # Errors
/// [`PageError`] if the page carries no data or was altered.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::form::{Html, PageError, data};
///
/// let mut document = Assessment::new("form_2_2024_10".parse()?);
/// document.affair.name = "介護保険に関する事務".parse()?;
/// let page = Html::new(&document).carrying(|shown| serde_json::to_string(shown))?;
/// assert_eq!(serde_json::from_str::<Assessment>(&data(&page)?)?, document);
///
/// let altered = page.replace("介護保険", "児童手当");
/// assert_eq!(data(&altered), Err(PageError::Altered));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn data(page: &str) -> Result<String, PageError> {
    let page = page.strip_prefix('\u{FEFF}').unwrap_or(page);
    let page = page.replace("\r\n", "\n");
    let (shown, rest) = page.rsplit_once(BEFORE).ok_or(PageError::NoData)?;
    let is_whole = |rest: &str| {
        let (digest, rest) = rest.split_once(BETWEEN)?;
        let (data, end) = rest.split_once(AFTER)?;
        (shown.starts_with(START) && end == END && digest == self::digest(shown, data)).then(|| data.to_string())
    };
    is_whole(rest).ok_or(PageError::Altered)
}

/// The SHA-256 of what a page shows and of its data, in hexadecimal digits.
fn digest(shown: &str, data: &str) -> String {
    let mut hash = Sha256::new();
    for piece in [shown, BEFORE, data] {
        hash.update(piece);
    }
    let digits = hash.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// A page that ends with its data.
pub(super) fn with_data(mut page: String, data: &str) -> String {
    page.truncate(page.len() - END.len());
    // No text can end the element or begin another one.
    let data = data.replace('<', "\\u003c");
    let digest = digest(&page, &data);
    for piece in [BEFORE, &digest, BETWEEN, &data, AFTER, END] {
        page.push_str(piece);
    }
    page
}

/// The document without what its form does not print (様式にある記載): what a page for
/// [publication](crate::form::PrintOptions::publication) shows. An entry of which nothing is printed, such as a party of a chain, is
/// left out.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::form::on_form;
///
/// let mut document = Assessment::new("form_3_2024_10".parse()?);
/// document.put(&"systems[0].name".parse()?, "介護保険システム")?;
/// document.put(&"systems[0].aliases".parse()?, "介護システム")?;
/// let shown = on_form(&document);
/// assert!(shown.systems[0].name.given().is_some() && shown.systems[0].aliases.given().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn on_form(document: &Assessment) -> Assessment {
    let mut shown = Shown::default();
    for cell in &cells(document).collect::<alloc::vec::Vec<_>>() {
        for one in core::iter::once(cell).chain(cell.inside()) {
            let paths = if one.on_form() == OnForm::Beyond { &mut shown.beyond } else { &mut shown.printed };
            paths.insert(one.path().clone());
        }
    }
    let mut copy = document.clone();
    shown.keep(&mut copy, &WalkPath::ROOT);
    copy
}

/// The paths of the cells of a document.
#[derive(Default)]
struct Shown {
    printed: BTreeSet<FieldPath>,
    beyond: BTreeSet<FieldPath>,
}

impl Shown {
    /// Takes the answers that are not printed out of a part, and the entries of which nothing is printed.
    fn keep(&self, part: &mut dyn Part, at: &WalkPath<'_>) {
        for (index, declared) in part.rows().iter().enumerate() {
            let path = &at.to(PathStep::Field(declared.name));
            match part.child_mut(index) {
                Some(ChildMut::Answer(entry)) if self.beyond.contains(&path.to_owned()) => entry.clear(),
                Some(ChildMut::Part(part)) => self.keep(part, path),
                Some(ChildMut::List(list)) => {
                    for index in (0..list.len()).rev() {
                        let path = &path.to(PathStep::Index(index));
                        if !self.prints_any(&path.to_owned()) {
                            list.remove(index);
                        } else if let Some(part) = list.get_mut(index) {
                            self.keep(part, path);
                        }
                    }
                }
                Some(ChildMut::Answer(_)) | None => {}
            }
        }
    }

    /// Whether something is printed of what is at this path.
    fn prints_any(&self, path: &FieldPath) -> bool {
        let first = self.printed.range(path..).next();
        first.is_some_and(|first| first.steps().starts_with(path.steps()))
    }
}

impl Html<'_> {
    /// The page with the document as data (データ付きページ), so that it can be [loaded](data) again. `write` writes the document
    /// that the page shows as JSON: for a [publication](crate::form::PrintOptions::publication) without what the form does not print.
    ///
    /// # Errors
    /// The error of `write`.
    pub fn carrying<E>(&self, write: impl FnOnce(&Assessment) -> Result<String, E>) -> Result<String, E> {
        let data = if self.options.publication { write(&on_form(self.document))? } else { write(self.document)? };
        Ok(with_data(self.to_string(), &data))
    }
}
