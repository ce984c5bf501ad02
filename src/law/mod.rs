//! 法令上の根拠: statutory bases, the citations in them, and the dated tables of the My Number Act.
//!
//! The Individual Number may be used and passed on only for purposes that the law lists. The forms therefore ask for
//! the legal basis (法令上の根拠) of the affair, of each provision and of each transfer. Officials fill in free text such as
//! 「番号法第19条第8号 別表第二の27の項」. The tables were renumbered on 2024-05-27, so a basis in an older document may be outdated.
//!
//! A [`StatutoryBasis`] keeps the text as written and finds the [`Citation`]s in it. Reading never fails: what is not a
//! citation stays text with its span, and nothing is lost or reordered. A [`Citation`] is read strictly, from a string
//! that contains nothing else. It says whether it was in force on a day ([`Citation::as_of`]) and what its number
//! became ([`Citation::renumbered`]).
//!
//! ```
//! use mynumber_pia::law::StatutoryBasis;
//!
//! let basis = StatutoryBasis::read("番号利用法第19条第８号に基づく主務省令第２条の表の４８、６９の項");
//! let citations: Vec<String> = basis.citations().map(|citation| citation.to_string()).collect();
//! assert_eq!(
//!     citations,
//!     [
//!         "番号法第19条第8号",
//!         "利用特定個人情報の提供に関する命令第2条の表の48の項",
//!         "利用特定個人情報の提供に関する命令第2条の表の69の項",
//!     ],
//! );
//! assert_eq!(basis.found()[1].via, Some(0)); // the order is reached through the Act
//! ```
//!
//! # What counts as a citation
//! Two things count: a place in a law (article, paragraph, item, row of a table), and a law named as a whole if the
//! crate knows it or its number follows. Headings in 【】 and legends (「別表第二における情報提供の根拠」, 「…の項番」) do not count, but the
//! rows below them belong to the table that they name. A law that the text does not name is `None`; nothing is guessed.
//!
//! Three things are cited as less than they are: a title with 「、」 that does not begin with its municipality, which is read from there on; two numbers of rows with a
//! dash between them (「16－27の項」), which may also be a number with a branch; and a row of the table in a paragraph
//! (「第28条第1項の表…の項」): only the paragraph is cited.
//!
#![doc = include_str!("certainty.md")]

mod basis;
mod body;
mod cited;
#[rustfmt::skip]
mod data;
mod dated;
mod division;
mod evidence;
mod explain;
mod found;
mod life;
mod locator;
mod made_by;
mod names;
pub(crate) mod number;
mod provider;
mod reader;
mod renumbered;
mod statute;
mod stored;
mod table;

export! {
    basis::Piece "引用箇所";
    basis::StatutoryBasis "法令上の根拠";
    dated::Dated "施行期間";
    dated::RowOnDay "ある日の項";
    dated::RowStatus "項";
    dated::Validity "法令の効力";
    division::Division "編章節款目";
    evidence::Bound "施行日";
    evidence::PairEvidence "項番の対応";
    found::Absence "主務省令未制定";
    found::Found "引用箇所";
    found::Unresolved "解決できない引用";
    found::Why "解決できない引用";
    life::Life "項の存続期間";
    locator::Locator "条項号・項番";
    locator::Part "本則" "附則" "別表" "様式";
    locator::Place "条項号・項番";
    made_by::made_by "作成元";
    names::Definitions "略称";
    number::Number "条番号" "枝番号";
    provider::ProvidedRow "情報提供者";
    provider::Provider "情報提供者" "第三欄";
    provider::ProviderError "情報提供者";
    renumbered::Renumbering "項番の改正";
    statute::KnownLaw "法令名" "法令";
    statute::Law "法令" "条例";
    table::Table "別表" "第2条の表";
    table::TableEdition "表の版";
    table::TableRow "項" "情報提供者";
    cited::Citation "条項号・項番" "引用";
    cited::CitationError "引用の誤り";
}

pub(crate) use basis::Together;
pub(crate) use body::{key as body_key, parts as bodies_in};
pub(crate) use table::is_inquirer;

pub(crate) use evidence::TABLES_RENUMBERED;
#[cfg(feature = "proptest1")]
pub(crate) use evidence::{FIRST_TABLE, SECOND_TABLE};
