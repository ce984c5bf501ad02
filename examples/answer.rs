//! 記載の参照と記入: prints one answer of an assessment, or the assessment with one answer or many changed.
//!
//! ```text
//! cargo run --example answer -- FILE affair.name                 the answer; - is standard input
//! cargo run --example answer -- FILE affair.name 国民健康保険に関する事務    the document with this answer
//! cargo run --example answer -- FILE --find entrustee            the paths of an item
//! cargo run --example answer -- FILE --answers ANSWERS           the document with many answers
//! cargo run --example answer -- FILE --rows ROWS                 the document with rows of `changes --table` in its table
//! cargo run --example answer -- FILE --form form_3_2024_10       the document in another form
//! ```
//!
//! Exit status: 0 on success, 2 on unusable input, a path that the document does not have, or an answer that it
//! refuses.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments and files; the library does not"
)]

#[path = "shared/exit.rs"]
mod exit;
#[path = "shared/input.rs"]
mod input;
#[path = "shared/options.rs"]
mod options;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use lexopt::Arg;
use mynumber_pia::assessment::{Change, FieldEdit, FormChange, Need, OpenItem};
use mynumber_pia::catalogue::{self, FieldPath, Item, english};
use mynumber_pia::validate::Language;
use mynumber_pia::value::answer::{Tick, Value};
use mynumber_pia::value::error::excerpt;
use mynumber_pia::value::kind::EditionError;
use mynumber_pia::{Assessment, Form, FormEdition};
use serde::de;

use exit::{finish, unusable};
use options::{Both, LANGUAGE};

const HELP: &str = "\
記載の参照と記入: the answers of an assessment

answer [--json] FILE PATH [--lang ja|en]        print the answer at this path
answer [--json] FILE PATH TEXT [--lang ja|en]   write the assessment with this answer to standard output
answer FILE --find ITEM[=TEXT] [--lang ja|en]   print the paths of the fields that answer an item
answer FILE [--set PATH=TEXT]... [--answers ANSWERS]... [--delete PATH]... [--rows ROWS]... [--form EDITION] [--lang ja|en]
                                                write the assessment with all of this done, in the order of the options

FILE    one assessment as JSON, or several, each treated in the same way; - is standard input
PATH    such as file_sections[0].entrustments[2].entrustee, or a JSON Pointer such as /systems/0/name;
        an index that is the length of its list adds an entry; the header (format, version, kind, edition, extent) has none
TEXT    as people write it: a text, a code or label of a list, a number, a date, ―, なし, ? if it is not known,
        or an empty string (\"\") if it was left empty. The lines of a cell are separated by line feeds, and a heading is in
        ＜＞ before its text; what PATH alone prints can be put again, and changes nothing
--json  the answer as JSON: cells with headings, boxes, timings, parts and lists
--find  an item by its code (entrustee), its name (委託先名) or its label on the form of the assessment (法令上の根拠), which several
        items can share; with TEXT only the fields whose answer contains it
--set   an answer: PATH=TEXT, where \\n in TEXT is a line feed
--answers  many answers, from a file, or - for standard input: lines PATH=TEXT, lines `delete PATH`, and empty lines and
        lines that begin with #, which are skipped; or a JSON object with a value for each PATH, where null deletes
--delete  deletes what is at PATH, as if the document did not contain it: an entry of a list, an answer, or all of a part.
        If nothing is there, standard error says so
--rows  what `changes OLD NEW --table` wrote, with or without --json, from a file or -: its rows are put into the change
        table (変更箇所) where its dates stay in order. Without --json, 「／」 in a row separates lines, and a heading with marks of its own (１　目的)
        becomes the beginning of its line. Rows that are in it already are not added again
--form  an edition such as form_3_2024_10 or 令和6年10月 様式3: moves the assessment to this form, takes over the answers that
        it asks elsewhere, and lists on standard error what was taken over and what is still open
--lang  the language of help and errors: ja (the default) or en

exit status: 0 success; 2 unusable input, no such path, or an answer that is refused
";

const HELP_JA: &str = "\
記載の参照と記入：評価書の記載

answer [--json] FILE PATH [--lang ja|en]        この経路の記載を表示する
answer [--json] FILE PATH TEXT [--lang ja|en]   この記載をした評価書を標準出力に書く
answer FILE --find ITEM[=TEXT] [--lang ja|en]   項目の記載欄の経路を表示する
answer FILE [--set PATH=TEXT]... [--answers ANSWERS]... [--delete PATH]... [--rows ROWS]... [--form EDITION] [--lang ja|en]
                                                これらを指定の順に全て行った評価書を標準出力に書く

FILE    JSON の評価書。複数あるときは、それぞれを同じように扱う。- は標準入力
PATH    file_sections[0].entrustments[2].entrustee などの経路、又は /systems/0/name などの JSON Pointer。
        配列の長さと同じ番号は行を加える。見出し部（format、version、kind、edition、extent）に経路はない
TEXT    人が書くとおりの記載：文、選択肢のコード又はラベル、数、日付、―、なし、不明であれば ?、
        空欄であれば空の文字列（\"\"）。欄の中の行は改行で区切り、見出しは ＜＞ に入れて文の前に書く。
        PATH だけで表示したものを書き戻しても、何も変わらない
--json  記載を JSON で表す：見出しのある欄、チェック欄、時期・頻度、部分、配列
--find  項目。コード（entrustee）、名称（委託先名）又は評価書の様式の見出し（法令上の根拠）で指定する。見出しが同じ項目は全て探す。
        TEXT を付けると、それを含む記載の欄だけを表示する
--set   一つの記載。PATH=TEXT の形で、TEXT の \\n は改行
--answers  多くの記載を書いたファイル。- は標準入力。PATH=TEXT の行と、削除する「delete PATH」の行（空行と # で始まる行は
        読み飛ばす）、又は経路ごとの値を持つ JSON のオブジェクト（null は削除）
--delete  PATH にあるもの（配列の一行、一つの記載、部分の全体）を、はじめから書かれていなかったように削除する。
        何もなければ、標準エラー出力に示す
--rows  「changes OLD NEW --table」が書いた行（--json の有無を問わない）のファイル。- は標準入力。変更箇所に日付の順に加える。
        --json のない行では、／ が欄の中の行を区切り、固有の印のある見出し（１　目的）は行の始めの文になる。
        既に表にある行は、再び加えない
--form  form_3_2024_10、令和6年10月 様式3 などの様式の版。この様式に移し、別の欄にある記載を引き継ぎ、引き継いだ項目と
        未記入の項目を標準エラー出力に示す
--lang  ヘルプと誤りの言語：ja（既定）又は en

終了コード：0 成功。2 読めない入力、経路がない、又は記載できない
";

const OPTIONS: &[&str] =
    &["--json", "--find", "--set", "--answers", "--delete", "--rows", "--form", "--lang", "FILE", "PATH", "TEXT"];

/// What to do with each document of a file.
enum Task {
    Print { path: FieldPath, json: bool },
    Put { path: FieldPath, text: String, json: bool },
    Find(String),
    Edit(Vec<Step>),
}

/// What an option does to a document.
enum Step {
    Fields(Vec<FieldEdit<serde_json::Value>>),
    Rows(Vec<Row>),
    Form(FormEdition),
}

/// A row that `changes --table` wrote, with the number of its line.
struct Row {
    line: usize,
    content: RowContent,
}

enum RowContent {
    Json(serde_json::Value),
    Columns(Vec<String>),
}

/// The columns of a row that `changes --table` writes, and whether a column is a cell of several lines.
const COLUMNS: [(&str, bool); 6] = [
    (Change::date.name(), false),
    (Change::items.name(), false),
    (Change::before.name(), true),
    (Change::after.name(), true),
    (Change::timing.name(), false),
    (Change::reason.name(), false),
];

impl Step {
    fn take(&self, document: &mut Assessment, language: Language) -> Result<(), String> {
        match self {
            Self::Fields(edits) => edits.iter().try_for_each(|edit| take(edit, document, language)),
            Self::Rows(rows) => add_rows(rows, document, language),
            Self::Form(form) => {
                report(&document.change_form(*form), language);
                Ok(())
            }
        }
    }
}

/// Makes one edit. A document that it leaves as it was, or an answer that the form does not print, gets a note.
fn take(edit: &FieldEdit<serde_json::Value>, document: &mut Assessment, language: Language) -> Result<(), String> {
    let taken = match edit {
        FieldEdit::Shown(path, text) => document.put_shown(path, text),
        FieldEdit::Value(path, value) => document.put_value(path, value.clone()),
        FieldEdit::Remove(path) => {
            let before = document.clone();
            let removed = document.remove(path);
            if removed.is_ok() && *document == before {
                eprintln!(
                    "answer: {path}{}",
                    say(language, "：記載がないので、削除するものはない", ": nothing to delete")
                );
            }
            removed
        }
    };
    taken.map_err(|error| error.text(language))?;
    match edit {
        FieldEdit::Shown(path, _) | FieldEdit::Value(path, _) => note_not_printed(document, path, language),
        FieldEdit::Remove(_) => {}
    }
    Ok(())
}

/// Says on standard error that the form does not print an item that was answered.
fn note_not_printed(document: &Assessment, path: &FieldPath, language: Language) {
    let Some(item) = path.item() else { return };
    if catalogue::row(document.kind(), document.form.edition(), item).is_some() {
        return;
    }
    let (form, label) = (document.kind().form(), label(item, language));
    match language {
        Language::Japanese => eprintln!("answer: {path}（{label}）：{form}はこの項目を印刷しない"),
        Language::English => eprintln!("answer: {path} ({label}): {form} does not print this item"),
    }
}

/// Puts rows into the change table where its dates stay in order, without those that are in it already.
fn add_rows(rows: &[Row], document: &mut Assessment, language: Language) -> Result<(), String> {
    let mut there: Vec<_> = document.changes.iter().map(cells).collect();
    let (mut known, mut below) = (0, None);
    for row in rows {
        row.add(document, language)?;
        let Some(new) = document.changes.pop() else { continue };
        let shown = cells(&new);
        if let Some(same) = there.iter().position(|old| *old == shown) {
            there.swap_remove(same);
            known += 1;
            continue;
        }
        let continued = below.filter(|_| new.continues == Tick::Ticked);
        let at = continued.unwrap_or_else(|| document.place_of_change(&new));
        document.changes.insert(at, new);
        below = Some(at + 1);
    }
    match (known, language) {
        (0, _) => {}
        (_, Language::Japanese) => eprintln!("answer: --rows：{known}行は既に変更箇所にあるので、加えない"),
        (1, Language::English) => {
            eprintln!("answer: --rows: 1 row is already in the change table and is not added again");
        }
        (_, Language::English) => {
            eprintln!("answer: --rows: {known} rows are already in the change table and are not added again");
        }
    }
    Ok(())
}

/// The cells of a row as they are printed, in the order of [`COLUMNS`].
fn cells(row: &Change) -> [String; COLUMNS.len()] {
    let Change { date, items, before, after, timing, reason, .. } = row;
    let shown = [date.value(), items.value(), before.value(), after.value(), timing.value(), reason.value()];
    shown.map(|cell| cell.to_string())
}

impl Row {
    /// Adds the row to the change table.
    fn add(&self, document: &mut Assessment, language: Language) -> Result<(), String> {
        let at = format!("{}[{}]", Assessment::changes.name(), document.changes.len());
        match &self.content {
            RowContent::Json(row) => {
                let put = document.put_value(&path(&at, language)?, row.clone());
                put.map_err(|error| in_line("--rows", self.line, &error.text(language), language))
            }
            RowContent::Columns(cells) => {
                let written = COLUMNS.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
                for ((column, is_cell), cell) in written {
                    let cell = if *is_cell { cell.replace('／', "\n") } else { cell.clone() };
                    let put = document.put_shown(&path(&format!("{at}.{column}"), language)?, &cell);
                    put.map_err(|error| in_line("--rows", self.line, &error.text(language), language))?;
                }
                Ok(())
            }
        }
    }
}

/// The name of an item.
fn label(item: Item, language: Language) -> String {
    match language {
        Language::Japanese => item.label().to_string(),
        Language::English => english(item.label()).map_or_else(|| item.code().replace('_', " "), Into::into),
    }
}

/// Says on standard error what was taken over into another form, and what is open there.
fn report(change: &FormChange, language: Language) {
    for path in &change.taken_over {
        let item = path.item().map_or_else(String::new, |item| label(item, language));
        eprintln!("answer: {}: {item} {path}", say(language, "引継ぎ", "taken over"));
    }
    for OpenItem { item, path, need, suggestions, .. } in &change.open {
        let need = match language {
            Language::Japanese => need.label(),
            Language::English => match need {
                Need::Required => "required",
                Need::Conditional => "conditional",
                Need::Voluntary => "voluntary",
            },
        };
        let seen: Vec<String> = suggestions.iter().map(ToString::to_string).collect();
        let seen = match (seen.join(", "), language) {
            (seen, _) if seen.is_empty() => seen,
            (seen, Language::Japanese) => format!("（参考：{seen}）"),
            (seen, Language::English) => format!(" (see {seen})"),
        };
        let item = label(*item, language);
        match language {
            Language::Japanese => eprintln!("answer: 未記入（{need}）: {item} {path}{seen}"),
            Language::English => eprintln!("answer: open ({need}): {item} {path}{seen}"),
        }
    }
}

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let language = options::asked();
    let written = match arguments(language) {
        Ok(Some((file, task))) => answers(&mut out, file, &task, language),
        Ok(None) => write!(out, "{}", say(language, HELP_JA, HELP)).map(|()| ExitCode::SUCCESS),
        Err(error) => return unusable("answer", &error),
    };
    finish("answer", written.and_then(|code| out.flush().map(|()| code)))
}

/// One of two texts.
const fn say(language: Language, japanese: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Japanese => japanese,
        Language::English => english,
    }
}

/// Does the task for each document of the file.
fn answers(out: &mut impl Write, file: String, task: &Task, language: Language) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for loaded in input::load(&[file], language) {
        match loaded.and_then(|(_, document)| answer(document, task, language)) {
            Ok(text) => out.write_all(text.as_bytes())?,
            Err(error) => {
                out.flush()?;
                code = unusable("answer", &error);
            }
        }
    }
    Ok(code)
}

fn answer(mut document: Assessment, task: &Task, language: Language) -> Result<String, String> {
    match task {
        Task::Print { path, json } => print(&document, path, *json, language),
        Task::Put { path, text, json } => {
            if *json {
                let value: serde_json::Value = serde_json::from_str(text).map_err(|error| match language {
                    Language::Japanese => format!("{path}：TEXT は{}", input::said(&error, text, language)),
                    Language::English => format!("{path}: TEXT is not JSON: {}", input::said(&error, text, language)),
                })?;
                document.put_value(path, value).map_err(|error| error.text(language))?;
            } else {
                document.put_shown(path, text).map_err(|error| error.text(language))?;
            }
            note_not_printed(&document, path, language);
            written(&document)
        }
        Task::Edit(steps) => {
            steps.iter().try_for_each(|step| step.take(&mut document, language))?;
            written(&document)
        }
        Task::Find(wanted) => {
            let (items, words) = find(wanted, document.form, language)?;
            let has_words =
                |path: &&FieldPath| document.get(path).is_some_and(|answer| answer.to_string().contains(words));
            let places: Vec<FieldPath> = items.iter().flat_map(|item| document.find(*item)).collect();
            Ok(places.iter().filter(has_words).flat_map(|path| [path.to_string(), "\n".to_string()]).collect())
        }
    }
}

/// The document as JSON.
fn written(document: &Assessment) -> Result<String, String> {
    serde_json::to_string_pretty(document).map(|json| json + "\n").map_err(|error| error.to_string())
}

fn print(document: &Assessment, path: &FieldPath, json: bool, language: Language) -> Result<String, String> {
    match document.get(path) {
        Some(value) if !json => return Ok(format!("{value:#}\n")),
        // An unanswered field is left out of the document and has no JSON form.
        Some(Value::Unanswered) => return Ok(String::new()),
        Some(_) | None => {}
    }
    let mut bytes = Vec::new();
    let mut out = serde_json::Serializer::pretty(&mut bytes);
    document.get_value(path, &mut out).map_err(|error| error.text(language))?;
    String::from_utf8(bytes).map(|json| json + "\n").map_err(|error| error.to_string())
}

/// The file and the task; `None` if help was asked for.
fn arguments(language: Language) -> Result<Option<(String, Task)>, String> {
    let say = |japanese, english| say(language, japanese, english);
    let said = |error: Both| error.text(language).to_string();
    let (mut values, mut item, mut json, mut lang) = (Vec::new(), None, false, None);
    let (mut steps, mut inputs) = (Vec::new(), Vec::new());
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = options::next(&mut parser).map_err(said)? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            Arg::Long("json") => json = true,
            Arg::Long("find") => {
                let missing = say(
                    "--find には entrustee、委託先名 などの項目を指定する",
                    "--find needs an item such as entrustee or 委託先名",
                );
                if item.replace(value(parser.value(), missing, language)?).is_some() {
                    return Err(say("--find が二度指定されている", "--find is given twice: once is enough").into());
                }
            }
            Arg::Long("lang") => options::once(&mut lang, "--lang", &LANGUAGE, &mut parser).map_err(said)?,
            Arg::Long("set") => {
                let text =
                    value(parser.value(), say("--set には PATH=TEXT を指定する", "--set needs PATH=TEXT"), language)?;
                steps.push(Step::Fields(vec![set(&text, language)?]));
            }
            Arg::Long("answers") => {
                let missing = say("--answers には記載のファイルを指定する", "--answers needs a file of answers");
                let file = value(parser.value(), missing, language)?;
                steps.push(Step::Fields(many(&content(&file, language)?, language)?));
                inputs.push(file);
            }
            Arg::Long("delete") => {
                let at =
                    value(parser.value(), say("--delete には PATH を指定する", "--delete needs a PATH"), language)?;
                steps.push(Step::Fields(vec![FieldEdit::Remove(path(&at, language)?)]));
            }
            Arg::Long("rows") => {
                let missing = say("--rows には変更箇所の行のファイルを指定する", "--rows needs a file of rows");
                let file = value(parser.value(), missing, language)?;
                steps.push(Step::Rows(rows(&content(&file, language)?, language)?));
                inputs.push(file);
            }
            Arg::Long("form") => {
                let missing = say(
                    "--form には form_3_2024_10 などの様式の版を指定する",
                    "--form needs an edition such as form_3_2024_10",
                );
                let edition = edition(&value(parser.value(), missing, language)?, language)?;
                if steps.iter().any(|step| matches!(step, Step::Form(_))) {
                    return Err(say("--form が二度指定されている", "--form is given twice: once is enough").into());
                }
                steps.push(Step::Form(edition));
            }
            Arg::Value(value) => values.push(options::text(value).map_err(said)?),
            Arg::Long(_) | Arg::Short(_) => return Err(said(options::unknown(arg, OPTIONS))),
        }
    }
    options::language(lang).map_err(said)?;
    if !steps.is_empty() {
        return edit(&values, steps, &inputs, item.is_some() || json, language).map(Some);
    }
    let mut values = values.into_iter();
    match (values.next(), values.next(), values.next(), values.next(), item) {
        (Some(file), None, None, None, Some(wanted)) => Ok(Some((file, Task::Find(wanted)))),
        (Some(file), Some(path), None, None, None) => {
            Ok(Some((file, Task::Print { path: self::path(&path, language)?, json })))
        }
        (Some(file), Some(path), Some(text), None, None) => {
            Ok(Some((file, Task::Put { path: self::path(&path, language)?, text, json })))
        }
        (_, _, _, _, Some(_)) => {
            Err(say("--find には一つの FILE を指定し、PATH は指定しない", "--find expects one FILE and no PATH").into())
        }
        (_, _, _, _, None) => Err(say(
            "FILE と PATH、必要であれば一つの TEXT を指定する（--help を参照）",
            "expected FILE, PATH and at most one TEXT (see --help)",
        )
        .into()),
    }
}

/// The value of an option, or what to say if it is missing.
fn value(value: Result<OsString, lexopt::Error>, missing: &str, language: Language) -> Result<String, String> {
    options::text(value.map_err(|_| missing)?).map_err(|error| error.text(language).into())
}

/// The file and the edits of it, which take no other option.
fn edit(
    values: &[String],
    steps: Vec<Step>,
    inputs: &[String],
    has_other: bool,
    language: Language,
) -> Result<(String, Task), String> {
    let ([file], false) = (values, has_other) else {
        let error = say(
            language,
            "--set、--answers、--delete、--rows、--form には一つの FILE を指定し、PATH、--find、--json は指定しない",
            "--set, --answers, --delete, --rows and --form expect one FILE, and no PATH, --find or --json",
        );
        return Err(error.into());
    };
    if inputs.iter().chain([file]).filter(|file| *file == "-").count() > 1 {
        let error = say(
            language,
            "標準入力（-）が二度指定されている。一方はファイルで指定する",
            "standard input (-) is named twice: name a file for one of them",
        );
        return Err(error.into());
    }
    Ok((file.clone(), Task::Edit(steps)))
}

/// The answer of `--set`.
fn set(text: &str, language: Language) -> Result<FieldEdit<serde_json::Value>, String> {
    let Some((at, shown)) = parts(text) else {
        let seen = excerpt(text);
        return Err(match language {
            Language::Japanese => format!("--set：「{seen}」は PATH=TEXT の形でない"),
            Language::English => format!("--set: \"{seen}\" is not PATH=TEXT"),
        });
    };
    Ok(FieldEdit::Shown(path(at, language)?, shown))
}

/// The path and the text of `PATH=TEXT`.
fn parts(text: &str) -> Option<(&str, String)> {
    let (at, shown) = text.split_once('=')?;
    Some((at.trim(), shown.replace("\\n", "\n")))
}

/// The edition of `--form`.
fn edition(text: &str, language: Language) -> Result<FormEdition, String> {
    text.parse().map_err(|error: EditionError| match language {
        Language::Japanese => format!("--form：{error:#}"),
        Language::English => format!("--form: {error}"),
    })
}

/// The content of a file, or of standard input, without the mark with which some editors begin a file.
fn content(file: &str, language: Language) -> Result<String, String> {
    let text = if file == "-" { io::read_to_string(io::stdin()) } else { std::fs::read_to_string(file) };
    text.map(|text| text.trim_start_matches('\u{FEFF}').into()).map_err(|error| {
        let file = excerpt(file);
        match language {
            Language::Japanese => format!("{file}: 読み込めない：{error}"),
            Language::English => format!("{file}: cannot be read: {error}"),
        }
    })
}

/// An error with the option and the line that it is about.
fn in_line(option: &str, line: usize, error: &str, language: Language) -> String {
    match language {
        Language::Japanese => format!("{option}：{line}行目：{error}"),
        Language::English => format!("{option}: line {line}: {error}"),
    }
}

/// Many answers: a JSON object, or lines.
fn many(text: &str, language: Language) -> Result<Vec<FieldEdit<serde_json::Value>>, String> {
    if text.trim_start().starts_with('{') {
        let Values(values) = serde_json::from_str(text).map_err(|error| match language {
            Language::Japanese => format!("--answers：{}", input::said(&error, text, language)),
            Language::English => format!("--answers: not a JSON object: {}", input::said(&error, text, language)),
        })?;
        let edit = |(at, value): (String, serde_json::Value)| {
            let path = path(&at, language)?;
            Ok(if value.is_null() { FieldEdit::Remove(path) } else { FieldEdit::Value(path, value) })
        };
        return values.into_iter().map(edit).collect();
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let edit = |line: &str| match (line.strip_prefix("delete "), parts(line)) {
        (Some(at), _) => Ok(FieldEdit::Remove(path(at.trim(), language)?)),
        (None, Some((at, shown))) => Ok(FieldEdit::Shown(path(at, language)?, shown)),
        (None, None) => {
            let seen = excerpt(line);
            Err(match language {
                Language::Japanese => format!("「{seen}」は PATH=TEXT の形でも delete PATH の形でもない"),
                Language::English => format!("\"{seen}\" is neither PATH=TEXT nor delete PATH"),
            })
        }
    };
    lines.map(|(index, line)| edit(line).map_err(|error| in_line("--answers", index + 1, &error, language))).collect()
}

/// The entries of a JSON object in their order, which matters: an entry that is deleted moves those after it.
struct Values(Vec<(String, serde_json::Value)>);

impl<'de> de::Deserialize<'de> for Values {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Values;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = map.next_entry()? {
                    values.push(value);
                }
                Ok(Values(values))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

/// The rows that `changes --table` wrote: one a line, as JSON or with tabs between the columns.
fn rows(text: &str, language: Language) -> Result<Vec<Row>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let row = |(index, text): (usize, &str)| {
        let line = index + 1;
        if text.starts_with('{') {
            let row = serde_json::from_str(text).map_err(|error| {
                let (what, (_, column)) = (input::syntax(&error, language), input::place(&error, text));
                match language {
                    Language::Japanese => format!("{what}（{column}列）"),
                    Language::English => format!("not JSON: {what} at column {column}"),
                }
            });
            return row
                .map(|row| Row { line, content: RowContent::Json(row) })
                .map_err(|error| in_line("--rows", line, &error, language));
        }
        let cells: Vec<String> = text.split('\t').map(String::from).collect();
        if cells.len() == COLUMNS.len() {
            return Ok(Row { line, content: RowContent::Columns(cells) });
        }
        let (count, all) = (cells.len(), COLUMNS.len());
        let error = match language {
            Language::Japanese => format!("{count}列ある。changes --table が書く行は{all}列である"),
            Language::English => format!("{count} columns: a row that changes --table writes has {all}"),
        };
        Err(in_line("--rows", line, &error, language))
    };
    lines.map(row).collect()
}

/// A path as it prints, or a JSON Pointer.
fn path(text: &str, language: Language) -> Result<FieldPath, String> {
    let path = if text.starts_with('/') { FieldPath::from_pointer(text) } else { text.parse() };
    path.map_err(|error| error.text(language))
}

/// The items that have this code, this name, or this label on the form of the document, and the words after 「=」.
fn find(text: &str, form: Form, language: Language) -> Result<(Vec<Item>, &str), String> {
    let (text, words) = text.split_once('=').unwrap_or((text, ""));
    let named = Item::ALL.iter().copied().find(|item| item.label() == text || item.code() == text);
    let items = named.map_or_else(|| labelled(form, |label| label == text), |item| vec![item]);
    if !items.is_empty() {
        return Ok((items, words));
    }
    let similar: Vec<&str> = labelled(form, |label| label.contains(text)).into_iter().map(Item::label).collect();
    let seen = excerpt(text);
    Err(match (text.parse::<Item>(), language) {
        (Err(error), Language::Japanese) if similar.is_empty() => format!("--find：{error:#}"),
        (Err(error), Language::English) if similar.is_empty() => format!("--find: {error}"),
        (_, Language::Japanese) => {
            format!("--find：「{seen}」という項目はない（これを含む項目：{}）", similar.join("、"))
        }
        (_, Language::English) => {
            format!("--find: unknown item \"{seen}\"; items that contain it: {}", similar.join(", "))
        }
    })
}

/// The items that the form prints and whose name or label on it is wanted, in the order of the list of items.
fn labelled(form: Form, is_wanted: impl Fn(&str) -> bool) -> Vec<Item> {
    let rows = catalogue::rows(form.kind(), form.edition());
    let mut items: Vec<Item> =
        rows.filter(|row| is_wanted(row.label) || is_wanted(row.item.label())).map(|row| row.item).collect();
    items.sort_unstable();
    items.dedup();
    items
}
