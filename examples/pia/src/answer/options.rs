//! The options of `pia answer`.

use chrono::NaiveDate;
use clap::ArgMatches;
use mynumber_pia::affair::System;
use mynumber_pia::assessment::FieldEdit;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::value::error::excerpt;
use mynumber_pia::{FormEdition, Language};

use super::dry_run::DryRun;
use super::read::{many, rows, set};
use super::steps::Step;
use super::{Task, path};
use crate::clock::today;
use crate::form::EDITION;
use crate::input::{self, text_of};
use crate::options::{Both, DAY, Declared, Flag, Kind, Opt, Words, both, once_standard_input, plain};

const FILE: Opt<String> = Opt::argument(
    "FILE",
    &Kind::file(["評価書のファイル", "the file of an assessment"]),
    [
        "JSON の評価書。複数あるときは、それぞれを同じように扱う。- は標準入力",
        "one assessment as JSON, or several, each treated in the same way; - is standard input",
    ],
)
.needed(["FILE がない（--help を参照）", "FILE is missing (see --help)"]);

const TOO_FEW: Words = [
    "FILE と PATH、必要であれば一つの TEXT を指定する（--help を参照）",
    "expected FILE, PATH and at most one TEXT (see --help)",
];

const PATH: Opt<String> = Opt::argument(
    "PATH",
    &Kind::new("PATH", ["population などの経路", "a path such as population"], plain),
    [
        "file_sections[0].entrustments[2].entrustee などの経路、又は /systems/0/name などの JSON Pointer。配列の長さと同じ番号は行を加える。見出し部（format、version、kind、edition、extent）に経路はない",
        "such as file_sections[0].entrustments[2].entrustee, or a JSON Pointer such as /systems/0/name; an index that is the length of its list adds an entry; the header (format, version, kind, edition, extent) has none",
    ],
)
.needed(TOO_FEW)
.instead(&["find", "set", "answers", "delete", "rows", "form"]);

const TEXT: Opt<String> = Opt::argument(
    "TEXT",
    &Kind::new("TEXT", ["記載", "an answer"], plain),
    [
        "人が書くとおりの記載：文、選択肢のコード又はラベル、数、日付、―、なし、不明であれば ?、空欄であれば空の文字列（\"\"）。欄の中の行は改行で区切り、見出しは ＜＞ に入れて文の前に書く。PATH だけで表示したものを書き戻しても、何も変わらない。TEXT を指定すると、この記載をした評価書を標準出力に書く",
        "as people write it: a text, a code or label of a list, a number, a date, ―, なし, ? if it is not known, or an empty string (\"\") if it was left empty. The lines of a cell are separated by line feeds, and a heading is in ＜＞ before its text; what PATH alone prints can be put again, and changes nothing. With TEXT, the assessment with this answer is written to standard output",
    ],
);

const JSON: Flag = Opt::flag(
    "json",
    [
        "記載を JSON で表す：見出しのある欄、チェック欄、時期・頻度、部分、配列",
        "the answer as JSON: cells with headings, boxes, timings, parts and lists",
    ],
);

const FIND: Opt<String> = Opt::value(
    "find",
    &Kind::new(
        "ITEM[=TEXT]",
        ["entrustee、委託先名 などの項目", "an item such as entrustee or 委託先名"],
        plain,
    ),
    [
        "項目の記載欄の経路を表示する。項目は、コード（entrustee）、名称（委託先名）又は評価書の様式の見出し（法令上の根拠）で指定する。見出しが同じ項目は全て探す。TEXT を付けると、それを含む記載の欄だけを表示する",
        "the paths of an item: by its code (entrustee), its name (委託先名) or its label on the form of the assessment (法令上の根拠), which several items can share; with TEXT only the fields whose answer contains it",
    ],
)
.excludes(&["PATH"])
.because(["--find は経路を示す", "--find prints paths"]);

/// Why an option that edits takes no PATH.
const EDITS: Words = [
    "記載を改めるオプション（--set、--answers、--delete、--rows、--form）は評価書を書く",
    "an edit (--set, --answers, --delete, --rows or --form) writes the assessment",
];

const NOT_WITH_EDITS: &[&str] = &["PATH", "find"];

const SET: Opt<String> = Opt::value(
    "set",
    &Kind::new("PATH=TEXT", ["PATH=TEXT", "PATH=TEXT"], plain),
    ["一つの記載。PATH=TEXT の形で、TEXT の \\n は改行", "an answer: PATH=TEXT, where \\n in TEXT is a line feed"],
)
.repeated()
.excludes(NOT_WITH_EDITS)
.because(EDITS);

const ANSWERS: Opt<String> = Opt::value(
    "answers",
    &Kind::file(["記載のファイル", "a file of answers"]),
    [
        "多くの記載を書いたファイル。- は標準入力。PATH=TEXT の行と、削除する「delete PATH」の行（空行と # で始まる行は読み飛ばす）、又は経路ごとの値を持つ JSON のオブジェクト（null は削除）",
        "many answers, from a file, or - for standard input: lines PATH=TEXT, lines `delete PATH`, and empty lines and lines that begin with #, which are skipped; or a JSON object with a value for each PATH, where null deletes",
    ],
)
.repeated()
.excludes(NOT_WITH_EDITS)
.because(EDITS);

const DELETE: Opt<String> = Opt::value(
    "delete",
    &Kind::new("PATH", ["PATH", "a PATH"], plain),
    [
        "PATH にあるもの（配列の一行、一つの記載、部分の全体）を、はじめから書かれていなかったように削除する。何もなければ、標準エラー出力に示す",
        "deletes what is at PATH, as if the document did not contain it: an entry of a list, an answer, or all of a part. If nothing is there, standard error says so",
    ],
)
.repeated()
.excludes(NOT_WITH_EDITS)
.because(EDITS);

const ROWS: Opt<String> = Opt::value(
    "rows",
    &Kind::file(["変更箇所の行のファイル", "a file of rows"]),
    [
        "「pia changes OLD NEW --table」が書いた行（--json の有無を問わない）のファイル。- は標準入力。変更箇所に日付の順に加える。--json のない行では、／ が欄の中の行を区切り、固有の印のある見出し（１　目的）は行の始めの文になる。既に表にある行は、再び加えない",
        "what `pia changes OLD NEW --table` wrote, with or without --json, from a file or -: its rows are put into the change table (変更箇所) where its dates stay in order. Without --json, 「／」 in a row separates lines, and a heading with marks of its own (１　目的) becomes the beginning of its line. Rows that are in it already are not added again",
    ],
)
.repeated()
.excludes(NOT_WITH_EDITS)
.because(EDITS);

const FORM: Opt<FormEdition> = Opt::value(
    "form",
    &EDITION,
    [
        "form_3_2024_10、令和6年10月 様式3 などの様式の版、又は key_item などの種類（最新の版）。この様式に移し、別の欄にある記載を引き継ぎ、引き継いだ項目と未記入の項目を標準エラー出力に示す",
        "an edition such as form_3_2024_10 or 令和6年10月 様式3, or a kind such as key_item (its latest edition): moves the assessment to this form, takes over the answers that it asks elsewhere, and lists on standard error what was taken over and what is still open",
    ],
)
.excludes(NOT_WITH_EDITS)
.because(EDITS);

const DRY_RUN: Flag = Opt::flag(
    "dry-run",
    [
        "評価書を書かずに、この変更の影響を示す：重要な変更の対象（※）か、記入が必要となる項目、新たな指摘、しきい値判断、手続と期限、ほかの評価書との不一致。--json を付けると1行の JSON オブジェクト",
        "writes no assessment, and says what follows from the change: whether the items are marked ※, what must be filled in, new findings, the threshold determination, what must be done by when, and where other papers say otherwise; with --json as an object on a line",
    ],
)
.excludes(&["find"])
.because(["--dry-run は変更の影響を示す", "--dry-run says what follows from a change"]);

const BESIDE: Opt<String> = Opt::value(
    "beside",
    &Kind::file(["評価書のファイル", "the file of an assessment"]),
    ["同じ事務のほかの評価書のファイル", "the files of the other papers of the affair"],
)
.many()
.with(&["dry-run"]);

const ON: Opt<NaiveDate> = Opt::value("on", &DAY, ["変更の日", "the day of the change"]).with(&["dry-run"]);

const AS_OF: Opt<NaiveDate> =
    Opt::value("as-of", &DAY, ["基準日（既定は今日）", "the day of the question (default: today)"]).with(&["dry-run"]);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared
        .add(&FILE)
        .add(&PATH)
        .add(&TEXT)
        .add(&JSON)
        .add(&FIND)
        .heading([
            "評価書を書く（指定の順に全て行い、標準出力に書く。FILE は変わらない）",
            "Writing the assessment (all of this, in the order of the options, to standard output; FILE is not changed)",
        ])
        .add(&SET)
        .add(&ANSWERS)
        .add(&DELETE)
        .add(&ROWS)
        .add(&FORM)
        .heading(["変更の影響", "What follows from a change"])
        .add(&DRY_RUN)
        .add(&BESIDE)
        .add(&ON)
        .add(&AS_OF)
        .after([
            "終了コード：0 成功。2 読めない入力、経路がない、又は記載できない",
            "exit status: 0 success; 2 unusable input, no such path, or an answer that is refused",
        ])
}

/// The file, the task, and whether only to say what follows from it.
pub(super) fn read(given: &ArgMatches, language: Language) -> Result<(String, Task, Option<DryRun>), Both> {
    let file = FILE.of(given).unwrap_or_default();
    let task = task(given, &file, language)?;
    if !DRY_RUN.is_in(given) {
        return match task {
            Task::Edit(_) if JSON.is_in(given) => Err(Both::from(EDITS).map(
                |why| format!("{why}。--json は同時に指定できない"),
                |why| format!("{why}: --json is not allowed with it"),
            )),
            Task::Edit(_) | Task::Print { .. } | Task::Put { .. } | Task::Find(_) => Ok((file, task, None)),
        };
    }
    if matches!(task, Task::Print { .. }) {
        return Err(both(
            "--dry-run：変更（TEXT、--set など）を指定する",
            "--dry-run: expected a change (TEXT, --set and the like)",
        ));
    }
    let files = BESIDE.all(given);
    // Without files, the published documents would be loaded.
    let loaded = (!files.is_empty()).then(|| input::load(&files, language)).into_iter().flatten();
    let beside = loaded.map(|loaded| loaded.map(|(_, document)| document));
    let dry_run = DryRun {
        json: JSON.is_in(given),
        beside: beside.collect::<Result<_, String>>().map_err(Both::one)?,
        on: ON.of(given),
        system: System::NotKnown,
        as_of: AS_OF.of(given).unwrap_or_else(today),
    };
    Ok((file, task, Some(dry_run)))
}

fn task(given: &ArgMatches, file: &String, language: Language) -> Result<Task, Both> {
    let json = JSON.is_in(given);
    let steps = steps(given, file, language)?;
    if !steps.is_empty() {
        return Ok(Task::Edit(steps));
    }
    Ok(match (FIND.of(given), PATH.of(given), TEXT.of(given)) {
        (Some(wanted), _, _) => Task::Find(wanted),
        (None, Some(path), None) => Task::Print { path: self::path(&path, language).map_err(Both::one)?, json },
        (None, Some(path), Some(text)) => {
            Task::Put { path: self::path(&path, language).map_err(Both::one)?, text, json }
        }
        // A path is needed.
        (None, None, _) => return Err(PATH.missing()),
    })
}

/// The edits in the order of the options.
fn steps(given: &ArgMatches, file: &String, language: Language) -> Result<Vec<Step>, Both> {
    let (answers, of_rows) = (ANSWERS.placed(given), ROWS.placed(given));
    once_standard_input(answers.iter().chain(&of_rows).map(|(_, file)| file).chain([file]))?;
    let mut steps: Vec<(usize, Step)> = Vec::new();
    for (at, file) in answers {
        steps.push((at, Step::Fields(many(&text_of(&file)?, language).map_err(Both::one)?)));
    }
    for (at, text) in DELETE.placed(given) {
        steps.push((at, Step::Fields(vec![FieldEdit::Remove(path(&text, language).map_err(Both::one)?)])));
    }
    for (at, file) in of_rows {
        steps.push((at, Step::Rows(rows(&text_of(&file)?, language).map_err(Both::one)?)));
    }
    for (at, edition) in FORM.placed(given) {
        steps.push((at, Step::Form(edition)));
    }
    steps.extend(sets(given, &steps, language)?);
    steps.sort_by_key(|(at, _)| *at);
    Ok(steps.into_iter().map(|(_, step)| step).collect())
}

/// The edits of `--set`. One path may be set twice only if another step is between them, because that may move what is there.
fn sets(given: &ArgMatches, others: &[(usize, Step)], language: Language) -> Result<Vec<(usize, Step)>, Both> {
    let mut sets: Vec<(usize, FieldPath, String)> = Vec::new();
    for (at, text) in SET.placed(given) {
        let (path, shown) = set(&text, language).map_err(Both::one)?;
        let is_settled = |before: usize| others.iter().any(|(other, _)| (before..at).contains(other));
        if let Some((.., first)) = sets.iter().find(|(before, own, _)| *own == path && !is_settled(*before)) {
            let first = excerpt(first);
            return Err(Both::new(
                format!("--set：{path} が二度指定されている（最初は「{first}」）。一度だけ指定する"),
                format!("--set: {path} is given twice (first \"{first}\"): once is enough"),
            ));
        }
        sets.push((at, path, shown));
    }
    let step = |(at, path, shown)| (at, Step::Fields(vec![FieldEdit::Shown(path, shown)]));
    Ok(sets.into_iter().map(step).collect())
}
