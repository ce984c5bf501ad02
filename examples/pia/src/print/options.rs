//! The options of `pia print`.

use clap::ArgMatches;
use mynumber_pia::duty::Occasion;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{FormEdition, Language};

use super::withholding::{PART, Part, Withholding};
use crate::form::EDITION;
use crate::options::{BODY, Declared, FILES, FOLDER, Flag, JOBS, Kind, Opt, codes, value};

const TEXT: Flag = Opt::flag(
    "text",
    [
        "文字だけ（既定）。端末での表示と二つの版の比較に使う",
        "plain text (the default), for terminals and for comparing two versions",
    ],
);

const MARKDOWN: Flag = Opt::flag("markdown", ["表のある Markdown", "Markdown with tables"]);

const HTML: Flag = Opt::flag(
    "html",
    [
        "他のファイルを要しないウェブページ。評価書のデータも入っており、pia はこれを評価書として読み込む。一つに評価書は1件なので、何件もあれば --into を付ける",
        "a web page without external files. It carries the document, so pia reads it like one. It holds one document, so several need --into",
    ],
);

const PDF: Flag = Opt::flag(
    "pdf",
    [
        "PDF（Chromium、Google Chrome 又は Microsoft Edge が必要）。評価書のデータを添付し、pia はこれを評価書として読み込む",
        "a PDF (needs Chromium, Google Chrome or Microsoft Edge), to which the document is attached, so pia reads it like one",
    ],
)
.with(&["into"]);

const XLSX: Flag = Opt::flag(
    "xlsx",
    [
        "記入できる Excel ブック。記入後は、pia transcribe で評価書にするか、そのまま評価書として使う",
        "a workbook to fill in: pia transcribe makes a document of it, and pia reads it like one",
    ],
)
.with(&["into"])
.excludes(&["findings"])
.because(["--xlsx は記入するためのブックを書く", "--xlsx writes a workbook to fill in"]);

const FINDINGS: Flag = Opt::flag(
    "findings",
    ["検査の指摘を、該当する欄に示す", "the findings of the check, at the items that they are about"],
);

const PUBLICATION: Flag = Opt::flag(
    "publication",
    [
        "提出・公表するページ。様式にないものは印刷しない",
        "a page to be filed or published: nothing that the form does not print",
    ],
)
.excludes(&["findings"])
.because(["--publication は様式にあるものだけを印刷する", "--publication prints only what the form prints"]);

const INTO: Opt<String> = Opt::value(
    "into",
    &FOLDER,
    [
        "フォルダー。--html、--pdf 又は --xlsx で作るものを 1.html、2.pdf のようにその中に書く。既にあるファイルは置き換える",
        "a folder: what --html, --pdf or --xlsx makes becomes its files 1.html, 2.pdf and so on; a file that exists is replaced",
    ],
)
.with(&["html", "pdf", "xlsx", "withhold"]);

const WITHHOLD: Opt<Part> = Opt::value(
    "withhold",
    &PART,
    [
        "公表しないことができる記載を除く。欄、部分又は一覧のパスと、理由を指定する（file_sections[0].retention=proper_management など）。何度でも指定できる。評価書ごとに、公表するページと JSON を --into のフォルダーに 1.html（--pdf では 1.pdf、--xlsx では 1.xlsx）、1.json のように書き、除いた欄を1行ずつ示す。根拠となる規定がなければ何も書かない",
        "leaves out what may be withheld from publication: an answer, a part or a list, and the ground, such as file_sections[0].retention=proper_management. May be repeated. Each document gives the page and the JSON to publish, as 1.html (with --pdf 1.pdf, with --xlsx 1.xlsx) and 1.json in the folder of --into, and a line for each answer that is withheld. If no provision allows it, nothing is written",
    ],
)
.repeated()
.with(&["into"])
.excludes(&["text", "markdown", "html", "findings", "empty"])
.because([
    "--withhold は公表するページと JSON を書く",
    "--withhold writes the page and the JSON to publish",
]);

const OCCASION: Opt<Occasion> = Opt::value(
    "occasion",
    &Kind::new(
        "OCCASION",
        ["announcement、publication 又は correction", "announcement, publication or correction"],
        value,
    )
    .codes(codes::<Occasion>),
    [
        "announcement（公示）、publication（公表。既定）又は correction（修正後の公表）。規定はこれによる",
        "announcement, publication (the default) or correction: the provision depends on it",
    ],
)
.with(&["withhold"]);

const BODY_KIND: Opt<BodyKind> = Opt::value(
    "body",
    &BODY,
    [
        "administrative_organ 又は local_government。全項目評価書の規定はこれによる",
        "administrative_organ or local_government: the provision for an all-item assessment depends on it",
    ],
)
.with(&["withhold"]);

const EMPTY: Opt<FormEdition> = Opt::value(
    "empty",
    &EDITION,
    [
        "form_3_2024_10 などの版、又は key_item などの種類（最新の版）の空の様式",
        "the empty form of an edition such as form_3_2024_10, or of a kind such as key_item (its latest edition)",
    ],
)
.excludes(&["FILE", "findings"])
.because(["--empty は空の様式を印刷する", "--empty prints an empty form"]);

const REQUIREMENTS: Flag =
    Opt::flag("requirements", ["各項目の記載の要否を示す", "whether each item must be answered"]).with(&["empty"]);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared
        .add(&FILES)
        .heading(["書式", "Format"])
        .add(&TEXT)
        .add(&MARKDOWN)
        .add(&HTML)
        .add(&PDF)
        .add(&XLSX)
        .add(&INTO)
        .add(&FINDINGS)
        .add(&JOBS)
        .heading(["公表", "Publication"])
        .add(&PUBLICATION)
        .add(&WITHHOLD)
        .add(&OCCASION)
        .add(&BODY_KIND)
        .heading(["空の様式", "Empty forms"])
        .add(&EMPTY)
        .add(&REQUIREMENTS)
        .one_of(&["text", "markdown", "html", "pdf", "xlsx"])
        .after([
            "--lang en では英語の項目名も添える。\n終了コード：0 指摘があっても 0。2 読めない入力",
            "With --lang en, English labels are added.\nexit status: 0, even with findings; 2 unusable input",
        ])
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Markdown,
    Html,
    Pdf,
    Workbook,
}

impl Format {
    pub(crate) const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Workbook => "xlsx",
        }
    }
}

pub(crate) struct Arguments {
    pub(crate) files: Vec<String>,
    pub(crate) format: Format,
    pub(crate) findings: bool,
    pub(crate) publication: bool,
    /// What is withheld from publication.
    pub(crate) withholding: Option<Withholding>,
    pub(crate) requirements: bool,
    pub(crate) into: Option<String>,
    pub(crate) jobs: usize,
    pub(crate) language: Language,
    pub(crate) empty: Option<FormEdition>,
}

impl Arguments {
    pub(crate) fn read(given: &ArgMatches, language: Language) -> Self {
        let parts = WITHHOLD.all(given);
        let is_withheld = !parts.is_empty();
        let occasion = OCCASION.of(given).unwrap_or(Occasion::Publication);
        Self {
            files: FILES.all(given),
            format: if PDF.is_in(given) {
                Format::Pdf
            } else if XLSX.is_in(given) {
                Format::Workbook
            } else if is_withheld || HTML.is_in(given) {
                Format::Html
            } else if MARKDOWN.is_in(given) {
                Format::Markdown
            } else {
                Format::Text
            },
            findings: FINDINGS.is_in(given),
            publication: is_withheld || PUBLICATION.is_in(given),
            withholding: is_withheld.then_some(Withholding { parts, occasion, body: BODY_KIND.of(given) }),
            requirements: REQUIREMENTS.is_in(given),
            into: INTO.of(given),
            jobs: JOBS.of(given).unwrap_or(1),
            language,
            empty: EMPTY.of(given),
        }
    }
}
