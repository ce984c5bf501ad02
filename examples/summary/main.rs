//! 評価書の要約: a summary of each assessment.
//!
//! ```text
//! cargo run --example summary                        the five published assessments
//! cargo run --example summary -- FILE...             these files, with one document or many each; - is standard input
//! cargo run --example summary -- --json [FILE...]    one JSON object per line
//! cargo run --example summary -- --mermaid [FILE...] chains of entrustment and flows as Mermaid diagrams
//! ```
//!
//! Exit status: 0 if every document could be read, 2 if one could not.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments and files; the library does not"
)]

#[path = "../shared/each.rs"]
mod each;
#[path = "../shared/english.rs"]
mod english;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/input.rs"]
mod input;
#[path = "../shared/jobs.rs"]
mod jobs;
mod json;
mod mermaid;
#[path = "../shared/options.rs"]
mod options;
mod print;
#[path = "../shared/progress.rs"]
mod progress;
mod words;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use lexopt::Arg;
use mynumber_pia::Assessment;
use mynumber_pia::Language;

use each::Run;
use exit::{finish, refused};
use input::Name;
use jobs::JOBS;
use options::{Both, LANGUAGE, asked, both, once};
use words::Words;

const HELP: Both = both(HELP_JA, HELP_EN);

const HELP_EN: &str = "\
特定個人情報保護評価書の概要: a summary of each assessment

summary [--json | --mermaid] [--jobs N] [--lang ja|en] [FILE...]

FILE       one assessment as JSON, or several, on one line each or laid out; - is standard input; without files, the five
           published assessments. FILE[2] is the document with the index 2, the third; a document that cannot be read is
           reported on standard error, and the next one is read
--json     one object per line
--mermaid  the chains of entrustment, and the flows between systems, files and recipients, as Mermaid diagrams
--jobs     how many documents are processed at once, from 1 (the default) to 256; the output is the same
--lang     the language of headings and errors: ja (the default) or en; the texts of the documents are not translated

exit status: 0 every document could be read; 2 one could not be read
";

const HELP_JA: &str = "\
特定個人情報保護評価書の概要

summary [--json | --mermaid] [--jobs N] [--lang ja|en] [FILE...]

FILE       JSON の評価書。一つでも複数でもよく、1行に一つでも整形してあってもよい。- は標準入力。指定しなければ公表された
           5件の評価書。FILE[2] は番号 2、つまり3番目の評価書。読めない評価書は標準エラーに報告し、次へ進む
--json     評価書ごとに一つの JSON オブジェクト
--mermaid  委託の連鎖と、システム・ファイル・提供先の間の流れを Mermaid の図で表す
--jobs     同時に処理する評価書の数。1（既定）から 256 まで。出力は変わらない
--lang     見出し、ヘルプ及び誤りの言語：ja（既定）又は en。評価書の文は訳さない

終了コード：0 すべて読めた。2 読めない評価書がある
";

const OPTIONS: &[&str] = &["--json", "--mermaid", "--jobs", "--lang", "FILE"];

#[derive(Clone, Copy, Default)]
enum Output {
    #[default]
    Text,
    Json,
    Mermaid,
}

#[derive(Default)]
struct Arguments {
    output: Output,
    language: Language,
    jobs: usize,
    files: Vec<String>,
}

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match arguments() {
        Ok(Some(arguments)) => summaries(&mut out, &arguments),
        Ok(None) => write!(out, "{}", HELP.text(asked())).map(|()| ExitCode::SUCCESS),
        Err(error) => return refused("summary", &error),
    };
    finish("summary", written.and_then(|code| out.flush().map(|()| code)))
}

fn summaries(out: &mut impl Write, arguments: &Arguments) -> io::Result<ExitCode> {
    let Arguments { output, language, jobs, files } = arguments;
    let words = Words::of(*language);
    let run = Run { program: "summary", files, jobs: *jobs, language: *language };
    let summary = |_, name: &Name, document: &Assessment| {
        let mut out = Vec::new();
        match output {
            Output::Text => print::write(&mut out, name, document, words)?,
            Output::Json => json::write(&mut out, name, document)?,
            Output::Mermaid => mermaid::write(&mut out, name, document, words)?,
        }
        Ok(out)
    };
    let unusable = run.each(out, summary, |out, summary| out.write_all(&summary))?;
    Ok(if unusable == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// `None` if help was asked for.
fn arguments() -> Result<Option<Arguments>, Both> {
    let mut arguments = Arguments::default();
    let (mut language, mut jobs) = (None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = options::next(&mut parser)? {
        match (arg, arguments.output) {
            (Arg::Long("help") | Arg::Short('h'), _) => return Ok(None),
            (Arg::Long("json"), Output::Text | Output::Json) => arguments.output = Output::Json,
            (Arg::Long("mermaid"), Output::Text | Output::Mermaid) => arguments.output = Output::Mermaid,
            (Arg::Long("json" | "mermaid"), _) => {
                return Err(both(
                    "--json と --mermaid は同時に指定できない。どちらか一つを指定する",
                    "--json and --mermaid exclude each other: expected one of them",
                ));
            }
            (Arg::Long("lang"), _) => once(&mut language, "--lang", &LANGUAGE, &mut parser)?,
            (Arg::Long("jobs"), _) => once(&mut jobs, "--jobs", &JOBS, &mut parser)?,
            (Arg::Value(file), _) => arguments.files.push(options::text(file)?),
            (arg @ (Arg::Long(_) | Arg::Short(_)), _) => return Err(options::unknown(arg, OPTIONS)),
        }
    }
    arguments.jobs = jobs::jobs(jobs)?;
    arguments.language = options::language(language)?;
    Ok(Some(arguments))
}
