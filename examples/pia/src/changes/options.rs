//! The options of `pia changes`.

use chrono::NaiveDate;
use clap::ArgMatches;
use mynumber_pia::Language;

use crate::options::{Both, Declared, FIRST_DAY, Flag, JSON, Kind, LAST_DAY, Opt, Words, once_standard_input};

const OLD: Opt<String> = Opt::argument(
    "OLD",
    &FILE,
    [
        "変更前の評価書（JSON）。- は標準入力。--check と --rewind には、これだけを指定する",
        "the old version of an assessment as JSON; - is standard input. With --check or --rewind, the only file",
    ],
)
.needed(TOO_FEW);

const NEW: Opt<String> =
    Opt::argument("NEW", &FILE, ["変更後の評価書", "the new version"]).needed(TOO_FEW).instead(&["check", "rewind"]);

const FILE: Kind<String> = Kind::file(["評価書のファイル", "the file of an assessment"]);

const TOO_FEW: Words = [
    "変更前と変更後の二つのファイル、又は --check 若しくは --rewind とともに一つのファイルを指定する（--help を参照）",
    "expected an old and a new file, or one file with --check or --rewind (see --help)",
];

const CHECK: Flag = Opt::flag(
    "check",
    [
        "一つの評価書について、変更箇所の表の各行を記載と照合する",
        "compares each row of the change table of one document with the document",
    ],
)
.excludes(&["NEW", "rewind", "table", "anyway"])
.because(["--check は一つの評価書を調べる", "--check looks at one document"]);

const REWIND: Opt<NaiveDate> = Opt::value(
    "rewind",
    &FIRST_DAY,
    [
        "その日より前の版を JSON で示す。戻せなかった行は標準エラーに示す",
        "the version before a day, as JSON; rows that could not be undone are listed on standard error",
    ],
)
.excludes(&["NEW", "table", "anyway"])
.because(["--rewind は一つの評価書を戻す", "--rewind looks at one document"]);

const TABLE: Flag = Opt::flag(
    "table",
    [
        "変更箇所の表の行を、タブで区切った列で示す。--json を付けると行ごとに一つのオブジェクト",
        "the rows of 変更箇所 for the difference, in columns separated by tabs; with --json one object per row",
    ],
);

const AS_OF: Opt<NaiveDate> = Opt::value(
    "as-of",
    &LAST_DAY,
    [
        "行の変更日。2025-06-01、令和7年6月1日 など。変更後の評価書を公表する日を書く（新しい版にあれば、それが既定）。公表日より後の変更日は、検査で dates_reversed となる",
        "the day of the rows (変更日), such as 2025-06-01 or 令和7年6月1日: the day on which the changed paper is published, which is the default if the new version has one. A later day is the finding dates_reversed",
    ],
)
.with(&["table"]);

const NOT_MATERIAL: Flag = Opt::flag(
    "not-material",
    [
        "※の項目の変更であるが、重要な変更に当たらないと評価実施機関が判断した",
        "the body judged that the change is not material, although it touches an item marked ※",
    ],
)
.with(&["table"]);

const ANYWAY: Flag = Opt::flag(
    "anyway",
    ["評価実施機関又は事務が異なる評価書も比較する", "compare documents of different bodies or affairs"],
);

pub(crate) fn declare(declared: Declared) -> Declared {
    declared
        .add(&OLD)
        .add(&NEW)
        .add(&CHECK)
        .add(&REWIND)
        .add(&TABLE)
        .add(&AS_OF)
        .add(&NOT_MATERIAL)
        .add(&ANYWAY)
        .add(&JSON)
        .after([
            "--table --json の行は、pia answer で変更箇所の表の末尾に入れる（pia answer NEW --rows -）。\n変更により必要な手続、期限の来た手続は、pia affairs が示す。\n終了コード：0 違いがない、又は全ての行を戻した。1 違いがある、又は戻せない行がある。2 読めない入力",
            "pia answer puts the rows of --table --json at the end of the change table (pia answer NEW --rows -).\npia affairs says what must be done because of a change, and what is due.\nexit status: 0 if nothing differs, or all rows are undone; 1 if something differs, or a row is not undone; 2 unusable input",
        ])
}

pub(crate) enum Mode {
    Compare { old: String, new: String },
    Check { file: String },
    Rewind { date: NaiveDate, file: String },
}

#[expect(clippy::struct_excessive_bools, reason = "one for each option without a value")]
pub(crate) struct Arguments {
    pub(crate) mode: Mode,
    pub(crate) table: bool,
    pub(crate) json: bool,
    pub(crate) anyway: bool,
    pub(crate) not_material: bool,
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) language: Language,
}

impl Arguments {
    pub(crate) fn read(given: &ArgMatches, language: Language) -> Result<Self, Both> {
        let (old, new) = (OLD.of(given).unwrap_or_default(), NEW.of(given));
        once_standard_input([Some(&old), new.as_ref()].into_iter().flatten())?;
        let mode = match (new, REWIND.of(given)) {
            (Some(new), _) => Mode::Compare { old, new },
            (None, Some(date)) => Mode::Rewind { date, file: old },
            (None, None) => Mode::Check { file: old },
        };
        Ok(Self {
            mode,
            table: TABLE.is_in(given),
            json: JSON.is_in(given),
            anyway: ANYWAY.is_in(given),
            not_material: NOT_MATERIAL.is_in(given),
            as_of: AS_OF.of(given),
            language,
        })
    }
}
