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
mod names;
pub(crate) mod number;
mod provider;
mod reader;
mod renumbered;
mod statute;
mod stored;
mod table;

#[doc(alias = "引用箇所")]
pub use basis::Piece;
#[doc(alias = "法令上の根拠")]
pub use basis::StatutoryBasis;
pub(crate) use basis::Together;
pub(crate) use body::{key as body_key, parts as bodies_in};
#[doc(alias = "施行期間")]
pub use dated::Dated;
#[doc(alias = "ある日の項")]
pub use dated::RowOnDay;
#[doc(alias = "項")]
pub use dated::RowStatus;
#[doc(alias = "法令の効力")]
pub use dated::Validity;
#[doc(alias = "編章節款目")]
pub use division::Division;
#[doc(alias = "施行日")]
pub use evidence::Bound;
#[doc(alias = "項番の対応")]
pub use evidence::PairEvidence;
#[doc(alias = "主務省令未制定")]
pub use found::Absence;
#[doc(alias = "引用箇所")]
pub use found::Found;
#[doc(alias = "解決できない引用")]
pub use found::Unresolved;
#[doc(alias = "解決できない引用")]
pub use found::Why;
#[doc(alias = "項の存続期間")]
pub use life::Life;
#[doc(alias = "条項号・項番")]
pub use locator::Locator;
#[doc(alias = "本則")]
#[doc(alias = "附則")]
#[doc(alias = "別表")]
#[doc(alias = "様式")]
pub use locator::Part;
#[doc(alias = "条項号・項番")]
pub use locator::Place;
#[doc(alias = "略称")]
pub use names::Definitions;
#[doc(alias = "条番号")]
#[doc(alias = "枝番号")]
pub use number::Number;
#[doc(alias = "情報提供者")]
pub use provider::ProvidedRow;
#[doc(alias = "情報提供者")]
#[doc(alias = "第三欄")]
pub use provider::Provider;
#[doc(alias = "情報提供者")]
pub use provider::ProviderError;
#[doc(alias = "項番の改正")]
pub use renumbered::Renumbering;
#[doc(alias = "法令名")]
#[doc(alias = "法令")]
pub use statute::KnownLaw;
#[doc(alias = "法令")]
#[doc(alias = "条例")]
pub use statute::Law;
#[doc(alias = "別表")]
#[doc(alias = "第2条の表")]
pub use table::Table;
#[doc(alias = "表の版")]
pub use table::TableEdition;
#[doc(alias = "項")]
#[doc(alias = "情報提供者")]
pub use table::TableRow;
pub(crate) use table::is_inquirer;

#[doc(alias = "条項号・項番")]
#[doc(alias = "引用")]
pub use cited::Citation;
#[doc(alias = "引用の誤り")]
pub use cited::CitationError;
pub(crate) use evidence::TABLES_RENUMBERED;
#[cfg(feature = "proptest1")]
pub(crate) use evidence::{FIRST_TABLE, SECOND_TABLE};
