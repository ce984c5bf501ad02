//! Options without a value.

use super::refused;

/// An option that ends the command line, but needs a value.
#[test]
fn an_option_without_its_value() {
    refused(&[
        (
            "affairs",
            &["-", "--register"],
            "--register には値が必要である：計画管理書のファイル",
            "--register needs a value: the file of a register",
        ),
        (
            "affairs",
            &["-", "--affair"],
            "--affair には値が必要である：評価書番号又は事務の名称",
            "--affair needs a value: the number (評価書番号) or the name of an affair",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--change"],
            "--change には値が必要である：評価書のファイル又はフォルダ",
            "--change needs a value: a file or folder with assessments",
        ),
        (
            "affairs",
            &["-", "--affair", "5", "--facts"],
            "--facts には値が必要である：31000,480 のような対象人数と取扱者数（数の中にカンマを入れない）",
            "--facts needs a value: a population and handlers such as 31000,480, without commas in a number",
        ),
        (
            "affairs",
            &["-", "--on"],
            "--on には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--on needs a value: a date such as 2025-06-01",
        ),
        (
            "affairs",
            &["-", "--system-from"],
            "--system-from には値が必要である：2027-01-15 などの日又は none",
            "--system-from needs a value: a date such as 2027-01-15, or none",
        ),
        (
            "affairs",
            &["-", "--assessed"],
            "--assessed には値が必要である：5:key_item=2023-04-01 のような事務、評価書、日",
            "--assessed needs a value: an affair, a paper and a day such as 5:key_item=2023-04-01",
        ),
        (
            "affairs",
            &["-", "--scope"],
            "--scope には値が必要である：specific_personal_information 又は personal_information",
            "--scope needs a value: specific_personal_information or personal_information",
        ),
        (
            "summary",
            &["--jobs"],
            "--jobs には値が必要である：1から256までの数",
            "--jobs needs a value: a number from 1 to 256",
        ),
        (
            "validate",
            &["--as-of"],
            "--as-of には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--as-of needs a value: a date such as 2025-06-01",
        ),
        (
            "validate",
            &["--exemption"],
            "--exemption には値が必要である：personnel_files_only などのコード",
            "--exemption needs a value: a code such as personnel_files_only",
        ),
        (
            "transcribe",
            &["-", "--form"],
            "--form には値が必要である：form_3_2024_10 などの版",
            "--form needs a value: an edition such as form_3_2024_10",
        ),
        (
            "print",
            &["--withhold"],
            "--withhold には値が必要である：パスと理由（PATH=proper_management 又は PATH=criminal_investigation）",
            "--withhold needs a value: a path and a ground (PATH=proper_management or PATH=criminal_investigation)",
        ),
        (
            "print",
            &["--occasion"],
            "--occasion には値が必要である：announcement、publication 又は correction",
            "--occasion needs a value: announcement, publication or correction",
        ),
        (
            "print",
            &["--empty"],
            "--empty には値が必要である：form_3_2024_10 などの版",
            "--empty needs a value: an edition such as form_3_2024_10",
        ),
        (
            "answer",
            &["--find"],
            "--find には値が必要である：entrustee、委託先名 などの項目",
            "--find needs a value: an item such as entrustee or 委託先名",
        ),
        (
            "changes",
            &["--rewind"],
            "--rewind には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--rewind needs a value: a date such as 2025-06-01",
        ),
        (
            "changes",
            &["--as-of"],
            "--as-of には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--as-of needs a value: a date such as 2025-06-01",
        ),
        (
            "generate",
            &["--kind"],
            "--kind には値が必要である：basic_item、key_item 又は all_item",
            "--kind needs a value: basic_item, key_item or all_item",
        ),
        (
            "generate",
            &["--defect"],
            "--defect には値が必要である：--list-defects のコード",
            "--defect needs a value: a code of --list-defects",
        ),
        (
            "generate",
            &["--count"],
            "--count には値が必要である：1から1000000までの数",
            "--count needs a value: a number from 1 to 1000000",
        ),
        (
            "generate",
            &["--seed"],
            "--seed には値が必要である：0から18446744073709551615までの数",
            "--seed needs a value: a number from 0 to 18446744073709551615",
        ),
        (
            "generate",
            &["--population"],
            "--population には値が必要である：from_10000_to_99999、1万人以上10万人未満 などの対象人数の区分",
            "--population needs a value: a band of 対象人数, such as from_10000_to_99999 or 1万人以上10万人未満",
        ),
        (
            "generate",
            &["--municipality"],
            "--municipality には値が必要である：1から200までの数",
            "--municipality needs a value: a number from 1 to 200",
        ),
        (
            "generate",
            &["--as-of"],
            "--as-of には値が必要である：2018-01-01から2100-12-31までの日",
            "--as-of needs a value: a date from 2018-01-01 to 2100-12-31",
        ),
        (
            "cite",
            &["--as-of"],
            "--as-of には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--as-of needs a value: a date such as 2025-06-01",
        ),
        (
            "cite",
            &["--provider"],
            "--provider には値が必要である：市町村長、医療保険者 などの名称",
            "--provider needs a value: a name such as 市町村長 or 医療保険者",
        ),
        (
            "threshold",
            &["--population"],
            "--population には値が必要である：数、100000..299999 などの範囲、区分のラベル若しくはコード、又は unknown",
            "--population needs a value: a number, a range such as 100000..299999, a band's label or code, or unknown",
        ),
        (
            "threshold",
            &["--handlers"],
            "--handlers には値が必要である：数、100000..299999 などの範囲、区分のラベル若しくはコード、又は unknown",
            "--handlers needs a value: a number, a range such as 100000..299999, a band's label or code, or unknown",
        ),
        (
            "threshold",
            &["--incident"],
            "--incident には値が必要である：yes、no 又は unknown",
            "--incident needs a value: yes, no or unknown",
        ),
        (
            "threshold",
            &["--exemption"],
            "--exemption には値が必要である：personnel_files_only、manual_files_only、health_insurance_society_files_only、mutual_aid_files_only、unlinked_files_only 又は audit_files_only",
            "--exemption needs a value: personnel_files_only, manual_files_only, health_insurance_society_files_only, mutual_aid_files_only, unlinked_files_only or audit_files_only",
        ),
        (
            "threshold",
            &["--incident-known"],
            "--incident-known には値が必要である：2025-06-01、令和7年6月1日 などの日",
            "--incident-known needs a value: a date such as 2025-06-01",
        ),
        (
            "threshold",
            &["--body"],
            "--body には値が必要である：administrative_organ 又は local_government",
            "--body needs a value: administrative_organ or local_government",
        ),
    ]);
}
