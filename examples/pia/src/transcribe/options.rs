//! The options of `pia transcribe`.

use clap::ArgMatches;
use mynumber_pia::{Form, FormEdition};

use crate::form::{FORM, edition};
use crate::options::{Both, Declared, Flag, Kind, Opt};

const FILE: Opt<String> = Opt::argument(
    "FILE",
    &Kind::file(["評価書の PDF、Excel ブック又はテキストのファイル", "a file with the PDF, the workbook or the text of an assessment"]),
    [
        "一つの評価書の PDF（poppler の pdftotext が必要）、Excel ブック（xlsx）、又は印刷された評価書のテキスト：PDF から取り出した文字、文字認識の結果、print --text の出力。単語の位置も読める：pdftotext -tsv の表、pdfplumber の JSON。- は標準入力",
        "the PDF (needs poppler's pdftotext) or the workbook (xlsx) of one assessment, or the text of a printed one: what a program extracts from a PDF, text recognition, or print --text. Words with places can be read too: the table of pdftotext -tsv, or the JSON of pdfplumber. - is standard input",
    ],
)
.needed([
    "FILE には評価書の PDF、Excel ブック又はテキストを指定する",
    "FILE is missing: expected the PDF, the workbook or the text of an assessment",
]);

const OF_FORM: Opt<Form> = Opt::value(
    "form",
    &FORM,
    [
        "様式の版。form_3_2024_10、又は種類 key_item など。指定しなければ、原文に印字された版、なければ題名の種類のうち見出しが最も合う版",
        "the edition of the form, such as form_3_2024_10, or a kind such as key_item; without it, the edition that the source prints, or, of the kind in its title, the one whose labels are in the source",
    ],
);

const SUGGESTIONS: Flag = Opt::flag(
    "suggestions",
    [
        "評価書の代わりに、人の確認を要する記載を示す。読取り自体に疑いのないものを先に、欄の名称、原文での位置及び理由の行の後に PATH=TEXT の行を書く。誤りの行を消せば、残りは pia answer FILE --answers で記入できる。評価書が受け付けない行、及び同じ欄の別の記載も # で始まる",
        "instead of the document, what a person has to confirm: after each line with the item, the position in the source and the reason, a line PATH=TEXT. Delete the lines that are wrong; pia answer FILE --answers puts the others. First comes what the reader itself does not doubt. A line that the document refuses, or that gives an item another answer, begins with # too",
    ],
);

const ACCOUNT: Flag = Opt::flag(
    "account",
    [
        "評価書の代わりに、原文とその各部分の行方を示すウェブページを書く",
        "instead of the document, a web page: the source, and what became of each part of it",
    ],
);

const REVIEW: Flag = Opt::flag(
    "review",
    [
        "評価書の代わりに、人が確認するためのウェブページを書く。原文の行の横に欄と記載を並べ、選んだものを pia answer FILE --answers で記入できる行にする",
        "instead of the document, a web page to work through: the lines of the source beside the item and its answer. What is ticked becomes lines for pia answer FILE --answers",
    ],
);

const JSON: Flag = Opt::flag(
    "json",
    [
        "評価書の代わりに、行方を JSON で示す。様式の版、原文の各部分、確認を要する記載ごとに1行",
        "instead of the document, the account as JSON: a line for the edition, for each part of the source, and for each suggestion",
    ],
);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared
        .add(&FILE)
        .add(&OF_FORM)
        .add(&SUGGESTIONS)
        .add(&ACCOUNT)
        .add(&REVIEW)
        .add(&JSON)
        .one_of(&["suggestions", "account", "review", "json"])
        .after(["どれも指定しなければ、原文から確実に分かる記載だけの評価書を標準出力に書く。人の手を要するものは標準エラーの1行に示す。\n終了コード：0 すべてが評価書にある。1 人が確認すべき記載、又は人が見るべき部分がある。2 読めない入力、又は記載が一つも読み取れない原文", "Without one of these, standard output is the document: only what follows from the source with certainty. A line on standard error says what is left for a person.\nexit status: 0 everything is in the document; 1 a person has to confirm something, or to look at a part of the source; 2 unusable input, or a source in which no answer can be read"])
}

/// What to write.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Output {
    Document,
    Suggestions,
    Account,
    Review,
    Json,
}

pub(super) struct Arguments {
    pub(super) file: String,
    pub(super) edition: Option<FormEdition>,
    pub(super) output: Output,
}

impl Arguments {
    pub(super) fn read(given: &ArgMatches) -> Result<Self, Both> {
        let file = FILE.of(given).ok_or_else(|| FILE.missing())?;
        let edition = OF_FORM.of(given).map(edition).transpose().map_err(|error| error.at("--form"))?;
        let output = if SUGGESTIONS.is_in(given) {
            Output::Suggestions
        } else if ACCOUNT.is_in(given) {
            Output::Account
        } else if REVIEW.is_in(given) {
            Output::Review
        } else if JSON.is_in(given) {
            Output::Json
        } else {
            Output::Document
        };
        Ok(Self { file, edition, output })
    }
}
