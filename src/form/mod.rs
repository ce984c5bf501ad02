//! 様式: a document as its form prints it, and the tools to fill in a document by hand.
//!
//! An assessment is written on an official form (様式) of the Personal Information Protection Commission (個人情報保護委員会), with
//! numbered items, check boxes and tables. Officers fill it in, reviewers check it page by page, and residents read the
//! published copy. None of them reads JSON, and a printout in another order is hard to compare with the form. So this module
//! prints the items in the order of the edition that was filled in, with its headings, numbers and labels.
//!
//! # To read
//! [`cells`] lists every cell of the form in the printed order, with its titles, number, label, choices and answer.
//! [`Plain`], [`Markdown`] and [`Html`] print the cells, and [`Tree`] draws a chain of entrustment. With [`PrintOptions`],
//! a caller adds text to a cell, such as the findings of a check.
//!
//! ```
//! use mynumber_pia::Assessment;
//! use mynumber_pia::form::{Plain, cells};
//!
//! let mut document = Assessment::new("form_2_2024_10".parse()?);
//! document.linkage.state = "実施する".parse()?;
//! let cell = cells(&document).find(|cell| cell.path().to_string() == "linkage.state").unwrap();
//! assert_eq!(cell.section(), "Ⅰ　関連情報");
//! assert_eq!((cell.enumerator(), cell.label()), ("①", "実施の有無"));
//! assert_eq!(cell.chosen(), Some("実施する"));
//! let text = Plain::new(&document).to_string();
//! assert!(text.contains("[ 実施する ]　＜選択肢＞ 1) 実施する 2) 実施しない 3) 未定\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What differs from the official forms
//! With [`PrintOptions::publication`], a page has every text that the form prints, in its order. They were read in the five
//! published assessments (`tests/data/fixed_texts.tsv`), and so for the newest edition of each form. These differ:
//!
//! - The official forms are spreadsheets with merged cells. A page has two columns, labels and answers, with the choices beside
//!   the answer or below it. The tag of the edition, 「［令和6年10月 様式3］」, is below the title.
//! - The official forms have a fixed number of empty blocks, and sheets for more of them with titles such as 「システム2～5」. A page
//!   has the blocks of the document, or one empty block, each with its own title.
//! - The titles of Ⅱ and Ⅲ name the file, to distinguish the sections of several files.
//! - The choices are numbered 「1)」. Ⅱ and Ⅲ of 様式3 and 様式4 print 「1）」, and some labels have a blank more or less.
//! - Dates and counts are printed in one way: a body may have written 「R6.10.1」 or full-width digits. A date in an answer
//!   that is text stays as it is.
//! - On a narrow screen, the labels are above the answers. On paper, a web page has the running title and the
//!   page number at the edge.
//! - Plain text and Markdown have no list of contents (項目一覧). They print 「表紙」 as the title of the cover, and plain text
//!   prints the change table as a block for each row.
//! - In a list without numbers and headings, plain text prints 「・」 before each entry but the first.
//!
//! # To write
//! To write a document by hand, you need to know which fields the form prints, which of them must be answered, and what
//! each may contain. [`Schema`] is a JSON Schema, with which an editor completes and checks the JSON while you type.
//! [`Checklist`] lists the same for people, and [`template`] makes an empty document to start from.
//!
//! ```
//! use mynumber_pia::form::{Checklist, Schema, template};
//! use mynumber_pia::{Form, FormEdition};
//!
//! let edition: FormEdition = "form_2_2024_10".parse()?;
//! let schema = serde_json::to_value(Schema::of(Form::Edition(edition)))?;
//! assert_eq!(schema["title"], "基礎項目評価書（令和6年10月 様式2）");
//! let checklist = Checklist::of(edition).to_string();
//! assert!(checklist.contains("評価実施機関名 `cover.body`: 必須。文字列\n"));
//! assert!(template(edition).affair.name.given().is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[doc(no_inline)]
pub use crate::catalogue::Mark;

mod beside;
mod caption;
mod cell;
mod cells;
mod checklist;
mod help;
mod html;
mod layout;
mod markdown;
mod options;
mod piece;
mod place;
mod plain;
mod schema;
mod template;
pub(crate) mod text;
mod tree;
pub(crate) mod words;

#[cfg(feature = "proptest1")]
pub(crate) use caption::captions;

export! {
    cell::Block "繰り返し欄";
    cell::Cell "欄";
    cell::Choice "選択肢";
    cell::OnForm "様式における位置";
    cells::cells "評価書の欄";
    checklist::Checklist "記入項目の一覧";
    help::help_rests_on "案内の根拠";
    html::Html "HTML" "ウェブページ";
    html::PageError "ページから評価書を読み込めない理由";
    html::data "ページの評価書データ";
    html::on_form "様式にある記載";
    markdown::Markdown "マークダウン";
    options::PrintOptions "印刷の設定" "提出・公表用";
    plain::Plain "テキスト";
    schema::Schema "JSONスキーマ";
    template::Template "ひな型の JSON";
    template::template "ひな型";
    tree::Tree "委託の連鎖の図";
}
