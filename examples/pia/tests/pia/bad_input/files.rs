//! Missing files, and too few or too many.

use super::refused;

/// Too few or too many files, forms or paths.
#[test]
fn a_wrong_number_of_files() {
    refused(&[
        (
            "affairs",
            &[],
            "ファイルがない。評価書又はそのフォルダが必要である（--help を参照）",
            "no files: expected assessments or a folder with them (see --help)",
        ),
        (
            "answer",
            &[],
            "FILE と PATH、必要であれば一つの TEXT を指定する（--help を参照）",
            "expected FILE, PATH and at most one TEXT (see --help)",
        ),
        (
            "answer",
            &["-"],
            "FILE と PATH、必要であれば一つの TEXT を指定する（--help を参照）",
            "expected FILE, PATH and at most one TEXT (see --help)",
        ),
        (
            "answer",
            &["-", "a", "b", "c"],
            "余分な引数「c」がある。引数は FILE、PATH、TEXT だけである（--help を参照）",
            "unexpected argument \"c\": expected only FILE, PATH and TEXT (see --help)",
        ),
        (
            "changes",
            &[],
            "変更前と変更後の二つのファイル、又は --check 若しくは --rewind とともに一つのファイルを指定する（--help を参照）",
            "expected an old and a new file, or one file with --check or --rewind (see --help)",
        ),
        (
            "changes",
            &["x"],
            "変更前と変更後の二つのファイル、又は --check 若しくは --rewind とともに一つのファイルを指定する（--help を参照）",
            "expected an old and a new file, or one file with --check or --rewind (see --help)",
        ),
        (
            "changes",
            &["--check"],
            "変更前と変更後の二つのファイル、又は --check 若しくは --rewind とともに一つのファイルを指定する（--help を参照）",
            "expected an old and a new file, or one file with --check or --rewind (see --help)",
        ),
        (
            "changes",
            &["--rewind", "2025-01-01"],
            "変更前と変更後の二つのファイル、又は --check 若しくは --rewind とともに一つのファイルを指定する（--help を参照）",
            "expected an old and a new file, or one file with --check or --rewind (see --help)",
        ),
        (
            "transcribe",
            &[],
            "FILE には評価書の PDF、Excel ブック又はテキストを指定する",
            "FILE is missing: expected the PDF, the workbook or the text of an assessment",
        ),
        (
            "template",
            &[],
            "form_2_2024_10、令和6年10月 様式2 などの版を指定する",
            "give an edition, such as form_2_2024_10 or 令和6年10月 様式2",
        ),
        (
            "template",
            &["--checklist"],
            "form_2_2024_10、令和6年10月 様式2 などの版を指定する",
            "give an edition, such as form_2_2024_10 or 令和6年10月 様式2",
        ),
        (
            "generate",
            &[],
            "--kind（basic_item、key_item 又は all_item）、--defect（--list-defects のコード）、--municipality（1から200までの数）又は --nation を指定する",
            "give --kind (basic_item, key_item or all_item), --defect (a code of --list-defects), --municipality (a number from 1 to 200) or --nation",
        ),
    ]);
}

/// A file that cannot be opened.
#[test]
fn a_missing_file() {
    refused(&[
        (
            "affairs",
            &["nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "affairs",
            &["examples/documents/kumagaya.json", "--register", "nowhere/r.json"],
            "nowhere/r.json: 読み込めない：ファイルがない",
            "nowhere/r.json: cannot be read: …",
        ),
        ("affairs", &["src/affair"], "src/affair: フォルダに *.json がない", "src/affair: no *.json in the folder"),
        (
            "summary",
            &["nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "validate",
            &["nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "print",
            &["nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "transcribe",
            &["nowhere/a.txt"],
            "nowhere/a.txt: 読み込めない：ファイルがない",
            "nowhere/a.txt: cannot be read: …",
        ),
        (
            "answer",
            &["nowhere/a.json", "population"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "changes",
            &["nowhere/a.json", "nowhere/b.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "changes",
            &["--check", "nowhere/a.json"],
            "nowhere/a.json: 読み込めない：ファイルがない",
            "nowhere/a.json: cannot be read: …",
        ),
        (
            "summary",
            &["examples"],
            "examples: 読み込めない：ファイルでなくフォルダである。中のファイルを指定する（フォルダ/*.json など）",
            "examples: is a folder: expected files, such as FOLDER/*.json",
        ),
    ]);
}
