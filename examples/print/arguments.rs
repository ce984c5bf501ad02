//! The command line of `print`.

use lexopt::Arg;
use mynumber_pia::FormEdition;
use mynumber_pia::Language;
use mynumber_pia::law::duty::Occasion;

use crate::edition;
use crate::jobs::{self, JOBS};
use crate::options::{self, BODY, Both, LANGUAGE, both, once};
use crate::withholding::{OCCASION, PART, Withholding, part};

pub(crate) const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
評価書の印刷: documents as their forms print them

print [FILE...] [--text | --markdown | --html] [--findings | --publication] [--into FOLDER] [--jobs N] [--lang ja|en]
print [FILE...] --withhold PATH=GROUND... [--occasion OCCASION] [--body KIND] --into FOLDER [--jobs N] [--lang ja|en]
print --empty EDITION [--requirements] [--text | --markdown | --html] [--lang ja|en]

FILE       one assessment as JSON, or several, on one line each or laid out; - is standard input; without files, the five
           published assessments. A document that cannot be read is reported on standard error, and the next one is read
--text     plain text (the default), for terminals and for comparing two versions
--markdown Markdown with tables
--html     a web page without external files; it holds one document, so several need --into
--into     a folder: the pages of --html become its files 1.html, 2.html and so on; a file that exists is replaced
--publication
           a page to be filed or published: nothing that the form does not print
--withhold leaves out what may be withheld from publication: an answer, a part or a list, and the ground, such as
           file_sections[0].retention=proper_management. May be repeated. Each document gives the page and the JSON to
           publish, as 1.html and 1.json in the folder of --into, and a line for each answer that is withheld. If no
           provision allows it, nothing is written
--occasion announcement, publication (the default) or correction: the provision depends on it
--body     administrative_organ or local_government: the provision for an all-item assessment depends on it
--findings the findings of the check, at the items that they are about
--jobs     how many documents are processed at once, from 1 (the default) to 256; the output is the same
--lang     the language of the findings: ja (the default) or en, which also adds English labels
--empty    the empty form of an edition such as form_3_2024_10, or of a kind such as key_item (its latest edition)
--requirements
           with --empty: whether each item must be answered

exit status: 0, even with findings; 2 unusable input
";

const HELP_JA: &str = "\
評価書の印刷：評価書を様式のとおりに印刷する

print [FILE...] [--text | --markdown | --html] [--findings | --publication] [--into FOLDER] [--jobs N] [--lang ja|en]
print [FILE...] --withhold PATH=GROUND... [--occasion OCCASION] [--body KIND] --into FOLDER [--jobs N] [--lang ja|en]
print --empty EDITION [--requirements] [--text | --markdown | --html] [--lang ja|en]

FILE       JSON の評価書。一つでも複数でもよく、1行に一つでも整形してあってもよい。- は標準入力。指定しなければ公表された
           5件の評価書。読めない評価書は標準エラーに報告し、次へ進む
--text     文字だけ（既定）。端末での表示と二つの版の比較に使う
--markdown 表のある Markdown
--html     他のファイルを要しないウェブページ。一つに評価書は1件なので、何件もあれば --into を付ける
--into     フォルダー。--html のページを 1.html、2.html のようにその中に書く。既にあるファイルは置き換える
--publication
           提出・公表するページ。様式にないものは印刷しない
--withhold 公表しないことができる記載を除く。欄、部分又は一覧のパスと、理由を指定する
           （file_sections[0].retention=proper_management など）。何度でも指定できる。評価書ごとに、公表するページと JSON を
           --into のフォルダーに 1.html、1.json のように書き、除いた欄を1行ずつ示す。根拠となる規定がなければ何も書かない
--occasion announcement（公示）、publication（公表。既定）又は correction（修正後の公表）。規定はこれによる
--body     administrative_organ 又は local_government。全項目評価書の規定はこれによる
--findings 検査の指摘を、該当する欄に示す
--jobs     同時に処理する評価書の数。1（既定）から 256 まで。出力は変わらない
--lang     指摘とヘルプの言語：ja（既定）又は en。en では英語の項目名も添える
--empty    form_3_2024_10 などの版、又は key_item などの種類（最新の版）の空の様式
--requirements
           --empty とともに、各項目の記載の要否を示す

終了コード：0 指摘があっても 0。2 読めない入力
";

const OPTIONS: &[&str] = &[
    "--text",
    "--markdown",
    "--html",
    "--findings",
    "--publication",
    "--withhold",
    "--occasion",
    "--body",
    "--into",
    "--jobs",
    "--lang",
    "--empty",
    "--requirements",
    "FILE",
];
const FOLDER: Both = both("書き込むフォルダー", "the folder to write files into");
const EDITION: Both = both("form_3_2024_10 などの版", "an edition such as form_3_2024_10");

#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Format {
    #[default]
    Text,
    Markdown,
    Html,
}

#[derive(Default)]
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

/// What to print; `None` if help was asked for.
pub(crate) fn read() -> Result<Option<Arguments>, Both> {
    let mut arguments = Arguments::default();
    let (mut format, mut jobs, mut language, mut empty) = (None, None, None, None);
    let (mut parts, mut occasion, mut body) = (Vec::new(), None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = options::next(&mut parser)? {
        let mut of_format = None;
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            Arg::Long("text") => of_format = Some(Format::Text),
            Arg::Long("markdown") => of_format = Some(Format::Markdown),
            Arg::Long("html") => of_format = Some(Format::Html),
            Arg::Long("findings") => arguments.findings = true,
            Arg::Long("publication") => arguments.publication = true,
            Arg::Long("requirements") => arguments.requirements = true,
            Arg::Long("withhold") => {
                let mut text = None;
                once(&mut text, "--withhold", &PART, &mut parser)?;
                parts.extend(text.map(|text| part(&text)).transpose()?);
            }
            Arg::Long("occasion") => once(&mut occasion, "--occasion", &OCCASION, &mut parser)?,
            Arg::Long("body") => once(&mut body, "--body", &BODY, &mut parser)?,
            Arg::Long("into") => once(&mut arguments.into, "--into", &FOLDER, &mut parser)?,
            Arg::Long("jobs") => once(&mut jobs, "--jobs", &JOBS, &mut parser)?,
            Arg::Long("lang") => once(&mut language, "--lang", &LANGUAGE, &mut parser)?,
            Arg::Long("empty") => once(&mut empty, "--empty", &EDITION, &mut parser)?,
            Arg::Value(file) => arguments.files.push(options::text(file)?),
            Arg::Long(_) | Arg::Short(_) => return Err(options::unknown(arg, OPTIONS)),
        }
        if of_format.is_some_and(|own| format.replace(own).is_some_and(|before| before != own)) {
            return Err(both(
                "--text、--markdown、--html は同時に指定できない。どれか一つを指定する",
                "--text, --markdown and --html exclude each other: expected one of them",
            ));
        }
    }
    arguments.format = format.unwrap_or_default();
    arguments.jobs = jobs::jobs(jobs)?;
    arguments.language = options::language(language)?;
    if let Some(text) = empty {
        let form = edition::form(&text).and_then(edition::edition);
        arguments.empty = Some(form.map_err(|error| error.at("--empty"))?);
    }
    if arguments.empty.is_some() && (!arguments.files.is_empty() || arguments.findings) {
        return Err(both(
            "--empty は空の様式を印刷する。ファイルと --findings は同時に指定できない",
            "--empty prints an empty form: files and --findings are not allowed with it",
        ));
    }
    let is_withheld = !parts.is_empty();
    let is_html = if is_withheld { format.is_none() } else { arguments.format == Format::Html };
    for (is_wrong, error) in [
        (
            is_withheld && (arguments.into.is_none() || !is_html || arguments.findings || arguments.empty.is_some()),
            both(
                "--withhold は公表するページと JSON を書く。--into が必要で、--text、--markdown、--html、--findings、--empty は同時に\
                 指定できない",
                "--withhold writes the page and the JSON to publish: it needs --into, and --text, --markdown, --html, --findings \
                 and --empty are not allowed with it",
            ),
        ),
        (
            !is_withheld && (occasion.is_some() || body.is_some()),
            both("--occasion と --body は --withhold とだけ使える", "--occasion and --body are only for --withhold"),
        ),
        (
            arguments.into.is_some() && (!is_html || arguments.empty.is_some()),
            both(
                "--into は評価書の --html 又は --withhold とだけ使える",
                "--into is only for the --html of assessments or for --withhold",
            ),
        ),
        (
            arguments.requirements && arguments.empty.is_none(),
            both("--requirements は --empty とだけ使える", "--requirements is only for --empty"),
        ),
        (
            arguments.publication && arguments.findings,
            both(
                "--publication は様式にあるものだけを印刷する。--findings は同時に指定できない",
                "--publication prints only what the form prints: --findings is not allowed with it",
            ),
        ),
    ] {
        if is_wrong {
            return Err(error);
        }
    }
    if is_withheld {
        arguments.format = Format::Html;
        arguments.publication = true;
        let occasion = options::value("--occasion", occasion)?.unwrap_or(Occasion::Publication);
        arguments.withholding = Some(Withholding { parts, occasion, body: options::value("--body", body)? });
    }
    Ok(Some(arguments))
}
