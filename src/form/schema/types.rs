//! Definitions of the possible answers; the fields of a schema refer to them.

use alloc::string::String;
use alloc::vec::Vec;

use super::json::Object;
use crate::value::answer::{Entries, Written};
use crate::value::code_list::{Choice, Choices};
use crate::value::kind::{AssessmentKind, FormEdition};

/// A character that is neither white space nor of zero width. A `Text` has at least one.
const VISIBLE: &str = r"[^\s\u0085\u200B-\u200F\u2060\uFEFF\u00AD]";

/// One to three dashes, or a word for nothing. These are marks and not a `Text`.
const MARK: &str = concat!(
    r"^[\s\u0085\u200B-\u200F\u2060\uFEFF\u00AD]*",
    r"([-\uFF0D\u2010-\u2015\u2212\u2500\u30FC\uFF70]{1,3}|一|[?？]",
    r"|[。．.（）()・]*(なし|無し|無|特になし|特に無し|該当なし|該当無し)[。．.（）()・]*)",
    r"[\s\u0085\u200B-\u200F\u2060\uFEFF\u00AD]*$",
);

/// Every date of the calendar, exact or only to the month or year, in ISO form.
const DATE: &str = concat!(
    "^([0-9]{4}(-(0[1-9]|1[0-2])|-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|-(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "|-02-(0[1-9]|1[0-9]|2[0-8]))?",
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$",
);

/// The years from 1873 to 9999.
const YEAR: &str = "^(187[3-9]|18[89]|19|[2-9])";

/// A range of counts: 100000..299999 or 500..
const RANGE: &str = r"^(0|[1-9][0-9]{0,9})\.\.(0|[1-9][0-9]{0,9})?$";

/// A string with a character that no code has: a label, a number or a date as people write it, a code in brackets. What it means is left to
/// loading. A mistyped code has no such character, so the schema finds it.
const SPELLED: &str = "[^a-z0-9_]";

/// A label of a list that has no mark for "not known".
const LABEL: &str = "[^a-z0-9_?]";

/// A date as people write it: 令和6年12月6日, R6.12.6, 2024/12/6, 2024-1-1.
const SPELLED_DATE: &str = "[^0-9a-z-]|^[0-9]{4}-[0-9]-|-[0-9]$";

/// A number as people write it: 62,000, 6万2千, 28件.
const SPELLED_NUMBER: &str = "^[0-9]+$|[^a-z0-9_]";

/// The definitions that a schema needs, without duplicates.
#[derive(Default)]
pub(super) struct Definitions(Object);

impl Definitions {
    pub(super) fn into_object(self) -> Object {
        self.0
    }

    /// Adds a definition unless its name exists, and returns a reference to it.
    pub(super) fn refer(&mut self, name: String, define: impl FnOnce(&mut Self) -> Object) -> Object {
        let reference = alloc::format!("#/$defs/{name}");
        if !self.0.has(&name) {
            let definition = define(self);
            self.0 = core::mem::take(&mut self.0).with(name, definition);
        }
        Object::new().with("$ref", reference)
    }

    /// Sets a definition, and returns a reference to it.
    pub(super) fn replace(&mut self, name: &'static str, definition: Object) -> Object {
        self.0.remove(name);
        self.refer(name.into(), |_| definition)
    }

    /// What a field may contain.
    pub(super) fn answer(&mut self, written: Written) -> Object {
        match written {
            Written::Tick => self.refer("tick".into(), |_| tick()),
            Written::Boxes(list) => self.refer(named("boxes", list.name), |_| boxes(list)),
            Written::Text
            | Written::Lines
            | Written::Entries(_)
            | Written::Date
            | Written::Number
            | Written::Choice(_)
            | Written::Count(_) => {
                self.refer(named("answer", &name(written)), |this| either([this.value(written), this.mark()]))
            }
        }
    }

    /// What a field contains if it is given.
    fn value(&mut self, written: Written) -> Object {
        self.refer(name(written), |this| match written {
            Written::Text => either([text(), list(1).with("maxItems", 1).with("items", text())]),
            Written::Lines => this.lines(),
            Written::Entries(entries) => this.entries(entries),
            Written::Date => date(),
            Written::Number => number(),
            Written::Choice(list) => choice(list),
            Written::Count(bands) => count(bands.list),
            Written::Tick => tick(),
            Written::Boxes(list) => boxes(list),
        })
    }

    /// The forms of an answer without content.
    fn mark(&mut self) -> Object {
        self.refer("mark".into(), |_| {
            let marks = [
                ("", "空欄", "The form was left empty."),
                ("?", "不明", "The answer is not known."),
                ("―", "―", "A dash: nothing to say."),
                ("なし", "なし", "None: nothing to say."),
            ];
            let marks = marks.map(|(mark, title, means)| constant(mark, title, means));
            let marks = Object::new().with("title", "記載なし").with("oneOf", marks);
            either([marks, Object::new().with("type", "string").with("pattern", MARK)])
        })
    }

    /// One string, or a list of strings, each with or without a heading.
    fn lines(&mut self) -> Object {
        let answer = self.answer(Written::Text);
        let text = self.one_text();
        let headed = self.refer("line_under_heading".into(), |_| {
            closed(Object::new().with("under", text.clone()).with("text", answer))
                .with("required", ["under"])
                .with("description", "A string under a heading.")
        });
        let several = list(1).with("items", either([text.clone(), headed]));
        either([text, several]).with("description", "One string, or a list of strings, with or without headings.")
    }

    /// One string that is not a mark.
    fn one_text(&mut self) -> Object {
        self.refer("one_text".into(), |_| text())
    }

    /// A string, or a list of objects.
    fn entries(&mut self, Entries { name: list_name, fields }: Entries) -> Object {
        let text = self.one_text();
        let entry = self.refer(named(list_name, "entry"), |this| {
            let field = |object: Object, (name, written): &(&'static str, Written)| {
                let value = match written {
                    Written::Text => this.one_text(),
                    Written::Lines
                    | Written::Entries(_)
                    | Written::Date
                    | Written::Number
                    | Written::Choice(_)
                    | Written::Count(_)
                    | Written::Tick
                    | Written::Boxes(_) => this.value(*written),
                };
                object.with(*name, value)
            };
            closed(fields.iter().fold(Object::new(), field)).with("minProperties", 1)
        });
        either([text.clone(), list(1).with("items", either([entry, text]))])
    }
}

/// The name of the definition of a value.
fn name(written: Written) -> String {
    match written {
        Written::Text => "text".into(),
        Written::Lines => "lines".into(),
        Written::Entries(entries) => entries.name.into(),
        Written::Date => "date".into(),
        Written::Number => "number".into(),
        Written::Choice(list) => named("choice", list.name),
        Written::Count(bands) => named("count", bands.list.name),
        Written::Tick => "tick".into(),
        Written::Boxes(list) => named("boxes", list.name),
    }
}

fn named(of: &str, name: &str) -> String {
    alloc::format!("{of}_{}", name.replace([' ', '-'], "_"))
}

fn either<const N: usize>(schemas: [Object; N]) -> Object {
    Object::new().with("anyOf", schemas)
}

pub(super) fn list(least: u32) -> Object {
    Object::new().with("type", "array").with("minItems", least)
}

/// An object that has no other fields.
pub(super) fn closed(properties: Object) -> Object {
    Object::new().with("type", "object").with("additionalProperties", false).with("properties", properties)
}

pub(super) fn constant(value: &'static str, title: &'static str, description: &'static str) -> Object {
    let object = Object::new().with("const", value).with("title", title);
    if description.is_empty() { object } else { object.with("description", description) }
}

/// The members of a list, by code.
fn members(list: &Choices) -> Vec<Object> {
    let member = |choice: &Choice| {
        constant(choice.code, choice.label, choice.meaning).with_some("x-ordinal", choice.ordinal.map(u32::from))
    };
    list.members.iter().map(member).collect()
}

fn text() -> Object {
    Object::new()
        .with("title", "自由記述")
        .with("type", "string")
        .with("pattern", VISIBLE)
        .with("not", Object::new().with("pattern", MARK))
}

/// A string in the spelling of people, which matches this pattern.
fn spelled(pattern: &'static str) -> Object {
    Object::new()
        .with("description", "As people write it. Saving writes it in one notation.")
        .with("type", "string")
        .with("allOf", [pattern, VISIBLE].map(|pattern| Object::new().with("pattern", pattern)))
}

fn date() -> Object {
    let iso = Object::new()
        .with("type", "string")
        .with("allOf", [DATE, YEAR].map(|pattern| Object::new().with("pattern", pattern)));
    either([iso, spelled(SPELLED_DATE)])
        .with("title", "日付")
        .with("description", "A day, a month or a year: 2024-12-06, 2015-10 or 2019.")
}

fn integer() -> Object {
    Object::new().with("type", "integer").with("minimum", 0).with("maximum", u32::MAX)
}

fn number() -> Object {
    either([integer(), spelled(SPELLED_NUMBER)]).with("title", "件数")
}

fn choice(list: &Choices) -> Object {
    either([Object::new().with("oneOf", members(list)), spelled(SPELLED)]).with("title", list.term)
}

fn count(list: &Choices) -> Object {
    let range = Object::new()
        .with("title", "範囲")
        .with("description", "A range of counts, including both ends, or without an upper end.")
        .with("type", "string")
        .with("pattern", RANGE);
    either([Object::new().with("oneOf", members(list)), integer(), range, spelled(SPELLED_NUMBER)])
        .with("title", list.term)
}

fn tick() -> Object {
    let states = [
        constant("ticked", "○", "Ticked. An unticked box is left out."),
        constant("?", "不明", "It is not known whether it is ticked."),
    ];
    let unticked = constant("", "空欄", "Not ticked. Saving leaves it out.");
    let states = Object::new().with("oneOf", states);
    either([states, unticked, Object::new().with("type", "boolean"), spelled(SPELLED)]).with("title", "チェック欄")
}

fn boxes(list_of: &Choices) -> Object {
    let unknown: Vec<String> = list_of.members.iter().map(|choice| alloc::format!("{}?", choice.code)).collect();
    let unknown = Object::new().with("title", "不明").with("enum", unknown);
    let ticked = Object::new().with("oneOf", members(list_of));
    let boxes = list(0).with("uniqueItems", true).with("items", either([ticked.clone(), unknown, spelled(SPELLED)]));
    let none_known = constant("?", "不明", "It is not known which boxes are ticked.");
    let none_ticked = constant("", "空欄", "No box is ticked. Saving leaves it out.");
    either([boxes, ticked, none_known, none_ticked, spelled(SPELLED)])
        .with("title", list_of.term)
        .with("description", "The ticked boxes. The code of a box ends in \"?\" if its tick is not known.")
}

/// An edition of the form of this kind.
pub(super) fn edition(kind: AssessmentKind) -> Object {
    let known = FormEdition::KNOWN.iter().filter(|known| known.edition.kind() == kind);
    let known: Vec<Object> = known.map(|known| edition_itself(known.edition)).collect();
    let form = kind.form().trim_start_matches("様式");
    let pattern = alloc::format!(
        "^form_{form}_(2014_(0[4-9]|1[0-2])|(201[5-9]|20[2-9][0-9]|2[1-9][0-9]{{2}}|[3-9][0-9]{{3}})_(0[1-9]|1[0-2]))$"
    );
    let any = Object::new().with("title", "様式の版").with("type", "string").with("pattern", pattern);
    let unknown = constant("?", "不明", "The document does not show its edition.");
    either([Object::new().with("oneOf", known), any, unknown, spelled(SPELLED)])
}

/// This edition.
pub(super) fn edition_itself(edition: FormEdition) -> Object {
    Object::new().with("const", alloc::format!("{edition}")).with("title", edition.label())
}

/// One of these codes, or a label.
pub(super) fn code_or_label(codes: Vec<Object>) -> Object {
    either([Object::new().with("oneOf", codes), spelled(LABEL)])
}
