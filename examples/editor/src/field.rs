//! The fields of a request: how people call them, and how their texts are read.

use core::str::FromStr;

use chrono::NaiveDate;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::threshold::Exemption;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::error::UnknownChoice;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{FormEdition, Language};

use crate::fault::Fault;

/// A field of a request, as people know it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) code: &'static str,
    pub(crate) ja: &'static str,
    pub(crate) en: &'static str,
}

impl Field {
    pub(crate) const fn new(code: &'static str, ja: &'static str, en: &'static str) -> Self {
        Self { code, ja, en }
    }
}

pub(crate) const TODAY: Field = Field::new("today", "今日の日付", "today");
pub(crate) const CHECKED_ON: Field = Field::new("as_of", "検査の日", "day of the check");
pub(crate) const ROW_DATE: Field = Field::new("date", "変更日", "day of the change");
pub(crate) const AS_OF: Field = Field::new("as_of", "基準日", "as of");
pub(crate) const OCCASION: Field = Field::new("occasion", "公示又は公表", "occasion");
pub(crate) const GROUND: Field = Field::new("ground", "公示しないことができる理由", "ground");
const PATH: Field = Field::new("path", "path", "path");
const EDITION: Field = Field::new("edition", "様式", "form");
const BODY: Field = Field::new("body", "評価実施機関の種類", "kind of the body");
const EXEMPTION: Field = Field::new("exemption", "対象外の事由", "exemption");

pub(crate) fn path(text: &str) -> Result<FieldPath, Fault> {
    text.parse().map_err(|error: mynumber_pia::catalogue::PathError| Fault::of(PATH, |language| error.text(language)))
}

pub(crate) fn edition(text: &str) -> Result<FormEdition, Fault> {
    text.parse()
        .map_err(|error: mynumber_pia::value::kind::EditionError| Fault::of(EDITION, |language| error.text(language)))
}

/// A code of a list.
pub(crate) fn choice<T: FromStr<Err = UnknownChoice>>(field: Field, text: &str) -> Result<T, Fault> {
    text.parse().map_err(|error: UnknownChoice| Fault::of(field, |language| error.text(language)))
}

pub(crate) fn body(text: &str) -> Result<BodyKind, Fault> {
    choice(BODY, text)
}

pub(crate) fn exempt(text: &str) -> Result<Exemption, Fault> {
    choice(EXEMPTION, text)
}

pub(crate) fn form_date(field: Field, text: &str) -> Result<FormDate, Fault> {
    if text.trim().is_empty() {
        return Err(Fault::of(field, |language| match language {
            Language::Japanese => format!("書かれていない（書き方は {DAYS}）"),
            Language::English => format!("is empty: expected a day, such as {DAYS_EN}"),
        }));
    }
    text.parse()
        .map_err(|error: mynumber_pia::value::date::DateError| Fault::of(field, |language| error.text(language)))
}

/// How a day is written.
const DAYS: &str = "令和7年6月1日、R7.6.1、2025-06-01";
const DAYS_EN: &str = "令和7年6月1日, R7.6.1 or 2025-06-01";

/// A day. A month or a year is not one.
pub(crate) fn day(field: Field, text: &str) -> Result<NaiveDate, Fault> {
    form_date(field, text)?.to_day().ok_or_else(|| {
        Fault::of(field, |language| match language {
            Language::Japanese => format!("「{text}」は年月日でない（書き方は {DAYS}）"),
            Language::English => format!("\"{text}\" is not a day: expected the day as well, such as {DAYS_EN}"),
        })
    })
}
