//! Options that are given twice.

use super::refused;

/// An option that may be given once.
#[test]
fn an_option_given_twice() {
    refused(&[
        (
            "affairs",
            &["-", "--affair", "5", "--affair", "6"],
            "--affair が二度指定されている（最初は「5」）。一度だけ指定する",
            "--affair is given twice (first \"5\"): once is enough",
        ),
        (
            "affairs",
            &["-", "--as-of", "2025-01-01", "--as-of", "2025-01-02"],
            "--as-of が二度指定されている（最初は「2025-01-01」）。一度だけ指定する",
            "--as-of is given twice (first \"2025-01-01\"): once is enough",
        ),
        (
            "summary",
            &["--jobs", "2", "--jobs", "3"],
            "--jobs が二度指定されている（最初は「2」）。一度だけ指定する",
            "--jobs is given twice (first \"2\"): once is enough",
        ),
        (
            "validate",
            &["--exemption", "audit_files_only", "--exemption", "audit_files_only"],
            "--exemption が二度指定されている（最初は「audit_files_only」）。一度だけ指定する",
            "--exemption is given twice (first \"audit_files_only\"): once is enough",
        ),
        (
            "print",
            &["--empty", "form_3_2024_10", "--empty", "form_3_2024_10"],
            "--empty が二度指定されている（最初は「form_3_2024_10」）。一度だけ指定する",
            "--empty is given twice (first \"form_3_2024_10\"): once is enough",
        ),
        (
            "answer",
            &["-", "--find", "entrustee", "--find", "entrustee"],
            "--find が二度指定されている（最初は「entrustee」）。一度だけ指定する",
            "--find is given twice (first \"entrustee\"): once is enough",
        ),
        (
            "changes",
            &["a", "b", "--as-of", "2025-01-01", "--as-of", "2025-01-01"],
            "--as-of が二度指定されている（最初は「2025-01-01」）。一度だけ指定する",
            "--as-of is given twice (first \"2025-01-01\"): once is enough",
        ),
        (
            "changes",
            &["--rewind", "2025-01-01", "--rewind", "2025-01-02", "-"],
            "--rewind が二度指定されている（最初は「2025-01-01」）。一度だけ指定する",
            "--rewind is given twice (first \"2025-01-01\"): once is enough",
        ),
        (
            "transcribe",
            &["a", "b"],
            "余分な引数「b」がある。引数は FILE だけである（--help を参照）",
            "unexpected argument \"b\": expected only FILE (see --help)",
        ),
        (
            "transcribe",
            &["-", "--form", "key_item", "--form", "key_item"],
            "--form が二度指定されている（最初は「key_item」）。一度だけ指定する",
            "--form is given twice (first \"key_item\"): once is enough",
        ),
        (
            "template",
            &["key_item", "basic_item"],
            "余分な引数「basic_item」がある。引数は EDITION だけである（--help を参照）",
            "unexpected argument \"basic_item\": expected only EDITION (see --help)",
        ),
        (
            "template",
            &["key_item", "x"],
            "余分な引数「x」がある。引数は EDITION だけである（--help を参照）",
            "unexpected argument \"x\": expected only EDITION (see --help)",
        ),
        (
            "schema",
            &["basic_item", "key_item"],
            "余分な引数「key_item」がある。引数は EDITION だけである（--help を参照）",
            "unexpected argument \"key_item\": expected only EDITION (see --help)",
        ),
        (
            "generate",
            &["--kind", "key_item", "--kind", "key_item"],
            "--kind が二度指定されている（最初は「key_item」）。一度だけ指定する",
            "--kind is given twice (first \"key_item\"): once is enough",
        ),
        (
            "generate",
            &["--nation", "--nation", "2"],
            "--nation が二度指定されている（最初は「1741」）。一度だけ指定する",
            "--nation is given twice (first \"1741\"): once is enough",
        ),
        (
            "cite",
            &["--as-of", "2024-05-27", "--as-of", "2024-05-27"],
            "--as-of が二度指定されている（最初は「2024-05-27」）。一度だけ指定する",
            "--as-of is given twice (first \"2024-05-27\"): once is enough",
        ),
        (
            "cite",
            &["--provider", "市町村長", "--provider", "医療保険者", "--as-of", "2025-04-01"],
            "--provider が二度指定されている（最初は「市町村長」）。一度だけ指定する",
            "--provider is given twice (first \"市町村長\"): once is enough",
        ),
        (
            "threshold",
            &["--population", "1", "--population", "2"],
            "--population が二度指定されている（最初は「1」）。一度だけ指定する",
            "--population is given twice (first \"1\"): once is enough",
        ),
        (
            "threshold",
            &["--as-of", "2025-01-01", "--as-of", "2025-01-02"],
            "--as-of が二度指定されている（最初は「2025-01-01」）。一度だけ指定する",
            "--as-of is given twice (first \"2025-01-01\"): once is enough",
        ),
    ]);
}
