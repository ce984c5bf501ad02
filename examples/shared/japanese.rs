//! What the library says of a value that cannot be read, in Japanese: the errors that a person meets who writes a document.

/// The same in Japanese; `None` for a message without a translation.
pub(crate) fn message(what: &str) -> Option<String> {
    list(what).or_else(|| date(what)).or_else(|| count(what)).or_else(|| choice(what)).or_else(|| form(what))
}

/// A list where there may be none.
fn list(what: &str) -> Option<String> {
    let text = match what {
        "a single text without a heading is written as a string, not as a list" => {
            "見出しのない一つの文は、一覧ではなく文字列で書く"
        }
        "a single frequency is written as a string, not as a list" => "一つの頻度は、一覧ではなく文字列で書く",
        _ if what.starts_with("invalid type: sequence, expected an assessment ") => {
            "配列である。評価書は [ ] で囲まず、一つずつ続けて書く"
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

/// A choice that its list does not have: `unknown code or label "x" for the kind of file (ファイルの種類): expected one of …`.
fn choice(what: &str) -> Option<String> {
    let (seen, rest) = what.strip_prefix("unknown code or label \"")?.rsplit_once("\" for the ")?;
    let (list, allowed) = rest.split_once("): expected one of ")?;
    let (_, term) = list.rsplit_once('(')?;
    Some(format!("「{seen}」は{term}の選択肢にない。あるのは {allowed}"))
}

/// The version of the format, and an edition of another form.
fn form(what: &str) -> Option<String> {
    if let Some((seen, own)) =
        what.strip_prefix("version ").and_then(|rest| rest.split_once(" of the format: this crate reads version "))
    {
        return Some(format!("形式の版 {seen} は読めない。読めるのは版 {own}"));
    }
    let (edition, rest) = what.strip_prefix("the edition ")?.split_once(" is one of ")?;
    let (form, rest) = rest.split_once(", but a ")?;
    let (document, own) = rest.split_once(" is ")?;
    Some(format!("{edition} は{form}の版であるが、{document}は{own}である"))
}

/// What was seen and what was allowed.
fn unreadable<'a>(what: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    what.strip_prefix("cannot read \"")?.rsplit_once(separator)
}
