//! The options of `pia cite`.

use chrono::NaiveDate;
use clap::ArgMatches;
use mynumber_pia::law::{Provider, ProviderError};

use super::provider;
use crate::options::{Both, DAY, Declared, Flag, JSON, Kind, Opt, plain};

const TEXT: Opt<String> = Opt::arguments(
    "TEXT",
    &Kind::new("TEXT", ["法令を引用する文", "a text that cites laws"], plain),
    [
        "それぞれの文の引用を1行に一つ。指定しなければ、公表された5件の評価書の根拠の例。- は標準入力で、1行に一つの文。読めない行は番号とともに標準エラーに報告し、次へ進む",
        "the citations of each text, one per line; without texts, some bases of five published assessments; - is standard input, with one text per line: a line that cannot be read is reported with its index on standard error, and the next one is read",
    ],
);

const AS_OF: Opt<NaiveDate> = Opt::value(
    "as-of",
    &DAY,
    [
        "その日（2024-05-27、令和6年5月27日）に効力があるか",
        "whether each was in force on a day (2024-05-27, 令和6年5月27日)",
    ],
);

const RENUMBER: Flag = Opt::flag(
    "renumber",
    [
        "以前又は新しい番号と、その対応の根拠。複数の意味を持った番号については --as-of を指定する",
        "the old or new number, and the evidence for the pair; of a number that has had several meanings, with --as-of",
    ],
);

const PROVIDER: Opt<Provider> = Opt::value(
    "provider",
    &Kind::new("NAME", ["市町村長、医療保険者 などの名称", "a name such as 市町村長 or 医療保険者"], |text| {
        text.parse().map_err(|error: ProviderError| Both::said(|language| error.text(language)))
    }),
    [
        "引用でなく、--as-of の日にその者（市町村長、医療保険者、都道府県知事など）が情報を提供する第2条の表の項と、その情報照会者及び法令。TEXT が引用する項を除き、項を引用しない TEXT は標準エラーに報告する。項が役割だけを挙げるとき、又は一部の事務でだけその者を含むときは、JSON の possible が true",
        "instead of citations, the rows of 第2条の表 under which a body (市町村長, 医療保険者, 都道府県知事) provides information on the day of --as-of, with inquirer and law. The rows that TEXT cites are left out, and a TEXT that cites no row is reported on standard error. \"possible\" in JSON is true if the row names a role, includes the body only in one of its tasks, or names it in only one of the copies before and after the day",
    ],
)
.with(&["as-of"])
.excludes(&["renumber"])
.because(["--provider の項はすべて一つの表のものである", "the rows of --provider belong to one table"]);

/// Bases as they are printed in five published assessments.
const SAMPLES: [&str; 6] = [
    "条例第4条第3項による番号利用法第19条第８号に基づく主務省令第２条の表の１３、１６、１９、１４５の項",
    "・番号利用法 第9条第1項(利用範囲)別表第1 項番30 ・国民健康保険法 第113条の3 第1項及び第2項",
    "・高齢者の医療の確保に関する法律第48条、50条、第54条第1項、第10項",
    "別表第二項番及び同主務省令：次のとおり\n30項　主務省令未制定\n33項　第22条の2 第2号、3号イ",
    "番号法第9条第1項、別表第一の59の項",
    "※国民健康保険法第5条から第6条に基づく被保険者",
];

pub(crate) fn declare(declared: Declared) -> Declared {
    declared.add(&TEXT).add(&AS_OF).add(&RENUMBER).add(&PROVIDER).add(&JSON).after([
        "終了コード：0。読めない入力では 2。引用のない文は誤りでない",
        "exit status: 0, or 2 on unusable input; a text without citations is not an error",
    ])
}

/// What to report about each citation in addition to the citation itself.
pub(super) struct Questions {
    pub(super) as_of: Option<NaiveDate>,
    pub(super) renumber: bool,
}

/// What to print.
pub(super) enum Task {
    Citations { texts: Vec<String>, questions: Questions },
    Rows { provider: Provider, as_of: NaiveDate, texts: Vec<String> },
}

impl Task {
    pub(super) fn read(given: &ArgMatches) -> Result<Self, Both> {
        let (mut texts, as_of) = (TEXT.all(given), AS_OF.of(given));
        if let Some((provider, as_of)) = PROVIDER.of(given).zip(as_of) {
            provider::check(as_of)?;
            return Ok(Self::Rows { provider, as_of, texts });
        }
        if texts.is_empty() {
            texts.extend(SAMPLES.map(String::from));
        }
        Ok(Self::Citations { texts, questions: Questions { as_of, renumber: RENUMBER.is_in(given) } })
    }
}
