//! Japanese translations of the errors of the library that people see when they write a document.

/// The Japanese translation of a message, if there is one.
pub(crate) fn message(what: &str) -> Option<String> {
    list(what).or_else(|| date(what)).or_else(|| count(what)).or_else(|| choice(what)).or_else(|| form(what))
}

/// A list that is not allowed there.
fn list(what: &str) -> Option<String> {
    let text = match what {
        "a single text without a heading is written as a string, not as a list" => {
            "見出しのない文が一つだけのときは、配列ではなく文字列で書く"
        }
        "a single frequency is written as a string, not as a list" => {
            "頻度が一つだけのときは、配列ではなく文字列で書く"
        }
        "null is not an answer: leave the field out if nothing is answered, write \"\" if the form was left empty and \"?\" if it is \
         not known" => "null は記載ではない。記載がなければ項目を省き、空欄であれば \"\"、不明であれば \"?\" と書く",
        _ if what.starts_with("invalid type: sequence, expected an assessment ") => {
            "評価書全体が配列になっている。[ ] で囲まず、一つずつ続けて書く"
        }
        _ => return None,
    };
    Some(text.into())
}

/// `cannot read "x" as a date: expected …`, `there is no month 13: expected 1 to 12`.
fn date(what: &str) -> Option<String> {
    if let Some((seen, allowed)) = unreadable(what, "\" as a date: expected ") {
        return Some(format!(
            "「{seen}」は日付として読めない。書き方は {}",
            allowed.replace(", ", "、").replace(" or ", "、")
        ));
    }
    let (seen, allowed) = what.strip_prefix("there is no ")?.split_once(": expected ")?;
    let (first, last) = allowed.split_once(" to ")?;
    if let Some(month) = seen.strip_prefix("month ") {
        return Some(format!("{month}月はない（{first}月から{last}月まで）"));
    }
    let (day, month) = seen.strip_prefix("day ")?.split_once(" in ")?;
    Some(format!("{month} に{day}日はない（{first}日から{last}日まで）"))
}

/// `cannot read "x" as a count of people: expected a number (62000 or "62,000"), a range (…), or a band: …`.
fn count(what: &str) -> Option<String> {
    let (seen, allowed) = unreadable(what, "\" as a count of people: expected ")?;
    let (_, bands) = allowed.split_once(" or a band: ")?;
    Some(format!(
        "「{seen}」は人数として読めない。書けるのは、数（62000、\"62,000\"）、範囲（\"100000..299999\"、\"500..\"、\"..499\"）、\
         又は区分：{bands}"
    ))
}

/// A choice that is not in its list: `unknown code or label "x" for the kind of file (ファイルの種類): expected one of …`.
fn choice(what: &str) -> Option<String> {
    let (seen, rest) = what.strip_prefix("unknown code or label \"")?.rsplit_once("\" for the ")?;
    let (list, allowed) = rest.split_once("): expected one of ")?;
    let (_, term) = list.rsplit_once('(')?;
    Some(format!("「{seen}」は{term}の選択肢にない（選択肢：{allowed}）"))
}

/// The version of the format, and an edition of another form.
fn form(what: &str) -> Option<String> {
    if let Some((seen, own)) =
        what.strip_prefix("version ").and_then(|rest| rest.split_once(" of the format: this crate reads version "))
    {
        return Some(format!("形式の版 {seen} は読み込めない（読み込める版は {own}）"));
    }
    let (edition, rest) = what.strip_prefix("the edition ")?.split_once(" belongs to ")?;
    let (form, rest) = rest.split_once(", but a ")?;
    let (document, own) = rest.split_once(" uses ")?;
    Some(format!("{edition} は{form}の版であるが、{document}の様式は{own}である"))
}

/// The kind of the JSON value that was seen, as serde writes it: `string "x"`, ``integer `3` ``.
pub(crate) fn kind(seen: &str) -> String {
    let (name, value) = seen.split_once(' ').unwrap_or((seen, ""));
    let (name, value) = match (name, value) {
        ("floating", value) => ("小数", value.trim_start_matches("point ")),
        ("string", value) => ("文字列", value),
        ("integer", value) => ("整数", value),
        ("boolean", value) => ("真偽値", value),
        ("sequence", "") => ("配列", ""),
        ("map", "") => ("オブジェクト", ""),
        _ => return seen.into(),
    };
    format!("{name} {value}").trim_end().into()
}

/// What was expected. Words without a translation stay as they are.
pub(crate) fn expected(expected: &str) -> String {
    let marks = ", ―, なし, \"?\" if it is not known, or \"\" if it was left empty";
    let (what, marks) = match expected.strip_suffix(marks) {
        Some(what) => (what, "、―、なし、不明であれば \"?\"、空欄であれば \"\""),
        None => (expected, ""),
    };
    let what = match what {
        "a text" => "文字列",
        "a text, or a list of texts" => "文字列又は文字列の配列",
        "a text, or an object with a heading (under) and a text" => {
            "文字列、又は見出し（under）と文（text）のオブジェクト"
        }
        "a sequence" => "配列",
        "a date such as 2024-12-06 or 2015-10" => "日付（2024-12-06、2015-10 など）",
        "an assessment (特定個人情報保護評価書)" => "特定個人情報保護評価書",
        _ if what.starts_with("an object (") => "オブジェクト",
        _ if what.starts_with("a count for the ") => "人数（数、範囲又は区分）",
        _ => what,
    };
    format!("{what}{marks}")
}

/// Splits a message into what was seen and what was allowed.
fn unreadable<'a>(what: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    what.strip_prefix("cannot read \"")?.rsplit_once(separator)
}
