//! What JSON the library refuses, and why, in Japanese and English.

use mynumber_pia::Language;
use mynumber_pia::assessment::LoadError;

use super::place::place;

/// What `serde_json` says about a text that is not JSON, and the same in Japanese.
const SYNTAX: &[(&str, &str)] = &[
    ("expected `:`", "「:」がない"),
    ("expected `,` or `]`", "「,」又は「]」がない"),
    ("expected `,` or `}`", "「,」又は「}」がない"),
    ("expected ident", "true、false、null のどれでもない"),
    ("expected value", "値がない"),
    ("invalid escape", "「\\」の後の文字が正しくない"),
    ("invalid number", "数の書き方が正しくない"),
    ("number out of range", "数が大きすぎる"),
    ("invalid unicode code point", "\\u の後の番号に当たる文字がない"),
    ("control character (\\u0000-\\u001F) found while parsing a string", "文字列の中に改行などの制御文字がある"),
    ("key must be a string", "項目の名前が文字列でない"),
    ("lone leading surrogate in hex escape", "\\u の組が片方しかない"),
    ("trailing comma", "最後の値の後に「,」がある"),
    ("trailing characters", "余分な文字がある"),
    ("unexpected end of hex escape", "\\u の組が片方しかない"),
    ("recursion limit exceeded", "括弧の入れ子が深すぎる"),
];

/// What is wrong with a text that is not JSON, without the position.
pub(crate) fn syntax(error: &serde_json::Error, language: Language) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    match language {
        Language::English => what.into(),
        Language::Japanese if error.is_eof() => "途中で終わっている".into(),
        Language::Japanese => match SYNTAX.iter().find(|(english, _)| *english == what) {
            Some((_, japanese)) => format!("JSON として正しくない（{japanese}）"),
            None => "JSON として正しくない".into(),
        },
    }
}

/// What is wrong with a text that is not JSON, and where.
pub(crate) fn said(error: &serde_json::Error, text: &str, language: Language) -> String {
    let (what, (line, column)) = (syntax(error, language), place(error, text));
    match language {
        Language::Japanese => format!("{what}（{line}行{column}列）"),
        Language::English => format!("{what} at line {line} column {column}"),
    }
}

/// An error of the library, or of JSON, without the position.
pub(crate) fn refused(error: &LoadError<serde_json::Error>, language: Language) -> String {
    match error.reason {
        Some(_) => error.text(language),
        None => below(&error.path, &syntax(&error.source, language), language),
    }
}

/// What is wrong below this path of the JSON, which is empty at the top.
pub(crate) fn below(path: &str, what: &str, language: Language) -> String {
    match language {
        _ if path.is_empty() => what.into(),
        Language::Japanese => format!("{path}：{what}"),
        Language::English => format!("{path}: {what}"),
    }
}
