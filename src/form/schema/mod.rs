//! The JSON Schema of a document, made from the declarations of its fields.

mod json;
mod types;

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, Serializer};

use self::json::{Json, Object};
use self::types::{Definitions, closed, code_or_label, constant, edition, edition_itself, list};
use super::place::{Place, depends_on, places, printings};
use crate::assessment::{Assessment, FORMAT, Header, VERSION};
use crate::catalogue::{Edition, Expected, FieldRow, Materiality, Repetition, Requirement, Role, Row, Shape, Who};
use crate::value::choice::Extent;
use crate::value::code_list::CodeList;
use crate::value::kind::{AssessmentKind, Form};
use crate::value::language::Language;

/// The JSON Schema (2020-12) of a document (JSONスキーマ): of all three forms, of one of them, or of one edition.
///
/// It accepts every document that can be loaded. Codes and the notations that saving writes come first, so that an editor can suggest
/// them. A string with other characters, such as a label or 「令和6年12月6日」, is left to loading, which says what is wrong with it.
///
/// In addition to the types, it contains what people need in order to fill in a document:
///
/// | keyword | what it says |
/// |---|---|
/// | `title` | the printed label of an item or a choice |
/// | `description` | what a field or a choice means |
/// | `deprecated` | the form does not print the field. A document may still contain it, such as a raised one that keeps the answers of the lower form |
/// | `x-item` | the code of the [item](crate::catalogue::Item) |
/// | `x-beside` | the field accompanies the answer to the item |
/// | `x-printed` | how each form prints the item: `form`, `number`, `label`, `requirement`, what the requirement depends on (`when`), whether a change is 重要な変更 (`material`, ※), and the publication in which the row was read (`source`) |
/// | `x-ordinal` | the printed number of a choice |
/// | `x-at-least-one` | the form prints at least one entry of the list |
///
/// ```
/// use mynumber_pia::form::Schema;
/// use mynumber_pia::{Form, FormEdition};
///
/// let edition: FormEdition = "form_2_2024_10".parse()?;
/// let schema = serde_json::to_value(Schema::of(Form::Edition(edition)))?;
/// let state = &schema["properties"]["linkage"]["properties"]["state"];
/// assert_eq!((&state["title"], &state["x-printed"][0]["number"]), (&"実施の有無".into(), &"Ⅰ.4.①".into()));
/// let choices = &schema["$defs"]["choice_information_linkage"]["anyOf"][0]["oneOf"];
/// assert_eq!((&choices[0]["const"], &choices[0]["title"]), (&"implemented".into(), &"実施する".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Schema(Option<Form>);

impl Schema {
    /// Creates the schema of all three forms.
    pub const ALL: Self = Self(None);

    /// Creates the schema of this form. If the edition is not known, it covers every edition, with the items and labels
    /// of the latest.
    #[must_use]
    pub const fn of(form: Form) -> Self {
        Self(Some(form))
    }
}

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(form) = *self;
        let mut builder =
            Builder { form, places: places(Role::Answer), definitions: Definitions::default(), tree: None };
        let mut properties = Object::new();
        for header in Header::ALL {
            properties = properties.with(header.name(), builder.header(header));
        }
        let properties = properties.and(builder.properties(Assessment::ROWS, Repetition::Once, true));
        let required = Header::REQUIRED.map(Header::name);
        let mut schema = Object::new()
            .with("$schema", "https://json-schema.org/draft/2020-12/schema")
            .with("title", title(form))
            .with("description", "A document. Unanswered items are left out.")
            .and(closed(properties))
            .with("required", required);
        if form.is_none() {
            let agree = AssessmentKind::ALL.iter().map(|kind| builder.agree(*kind)).collect::<Vec<_>>();
            schema = schema.with("allOf", agree);
        }
        schema.with("$defs", builder.definitions.into_object()).serialize(serializer)
    }
}

fn title(form: Option<Form>) -> String {
    match form {
        None => "特定個人情報保護評価書".into(),
        Some(Form::EditionUnknown(kind)) => alloc::format!("{}（{}）", kind.document(), kind.form()),
        Some(Form::Edition(edition)) => alloc::format!("{}（{}）", edition.kind().document(), edition.label()),
    }
}

struct Builder {
    form: Option<Form>,
    places: Vec<Place>,
    definitions: Definitions,
    /// The list of parties that the builder is in.
    tree: Option<&'static str>,
}

impl Builder {
    /// A field of the header.
    fn header(&mut self, header: Header) -> Object {
        match header {
            Header::Format => Object::new().with("const", FORMAT),
            Header::Version => Object::new().with("const", VERSION),
            Header::Kind => {
                let kinds =
                    AssessmentKind::ALL.iter().filter(|kind| self.form.is_none_or(|form| form.kind() == **kind));
                let kinds = kinds.map(|kind| constant(kind.code(), kind.label(), kind.meaning()));
                code_or_label(kinds.collect()).with("title", AssessmentKind::TERM)
            }
            Header::Edition => match self.form {
                Some(Form::Edition(edition)) => code_or_label(Vec::from([edition_itself(edition)])),
                Some(Form::EditionUnknown(kind)) => self.edition(kind),
                None => {
                    let editions = AssessmentKind::ALL.iter().map(|kind| self.edition(*kind)).collect::<Vec<_>>();
                    Object::new().with("anyOf", editions)
                }
            },
            Header::Extent => {
                let parts = Extent::ALL.iter();
                let parts = parts.map(|extent| constant(extent.code(), extent.label(), extent.meaning()));
                code_or_label(parts.collect()).with("title", Extent::TERM)
            }
            Header::Schema => Object::new().with("description", "The URL of this schema."),
        }
    }

    fn edition(&mut self, kind: AssessmentKind) -> Object {
        self.definitions.refer(alloc::format!("edition_{kind}"), |_| edition(kind))
    }

    /// The edition must belong to the form of the kind.
    fn agree(&mut self, kind: AssessmentKind) -> Object {
        let holds = |header: Header, schema: Object| {
            Object::new().with("properties", Object::new().with(header.name(), schema))
        };
        let edition = self.edition(kind);
        Object::new()
            .with("if", holds(Header::Kind, Object::new().with("const", kind.code())))
            .with("then", holds(Header::Edition, edition))
    }

    /// The fields of a part. For a part that the form does not print, it omits what the form says about them.
    fn properties(&mut self, rows: &'static [FieldRow], times: Repetition, is_printed: bool) -> Object {
        let mut properties = Object::new();
        for row in rows {
            let schema = match row.shape {
                Shape::Answer(written) => self.definitions.answer(written),
                Shape::Part(inner) => {
                    let is_printed = is_printed && self.prints_any(inner(), times);
                    closed(self.properties(inner(), times, is_printed))
                }
                Shape::List(inner) => {
                    let is_printed = is_printed && self.prints_any(inner(), Repetition::Each);
                    list(0).with("items", closed(self.properties(inner(), Repetition::Each, is_printed)))
                }
                Shape::Tree(inner, tree) => self.tree(row.name, inner(), tree.most_tiers, is_printed),
            };
            properties = properties.with(row.name, self.annotations(row, times, is_printed).and(schema));
        }
        properties
    }

    fn prints_any(&self, rows: &'static [FieldRow], times: Repetition) -> bool {
        self.form.is_none_or(|form| Edition::from(form).prints_any(rows, times))
    }

    /// A list of parts that contain lists of their own kind. One definition describes a tier, and one definition for
    /// each tier limits the depth.
    fn tree(&mut self, name: &'static str, rows: &'static [FieldRow], most: usize, is_printed: bool) -> Object {
        if let Some(tree) = self.tree {
            return self.definitions.refer(tree.into(), |_| Object::new());
        }
        self.tree = Some(name);
        let tiers = list(0).with("items", closed(self.properties(rows, Repetition::Each, is_printed)));
        self.tree = None;
        let tiers = self.definitions.replace(name, tiers);
        let deeper = rows.iter().find(|row| matches!(row.shape, Shape::Tree(..))).map_or("", |row| row.name);
        let mut next = Json::from(false);
        for tier in (1..=most).rev() {
            let here = Object::new().with("properties", Object::new().with(deeper, next));
            let here = Object::new().with("items", here);
            next = self.definitions.refer(alloc::format!("{name}_tier_{tier}"), |_| here).into();
        }
        Object::new().with("allOf", [tiers.into(), next])
    }

    /// What people need to know about a field.
    fn annotations(&self, row: &FieldRow, times: Repetition, is_printed: bool) -> Object {
        if !is_printed {
            return Object::new();
        }
        let description = plain(row.doc);
        let Some((role, item)) = row.asks else {
            let is_asked = match row.shape {
                Shape::Part(inner) => self.prints_any(inner(), times),
                Shape::List(inner) | Shape::Tree(inner, _) => self.prints_any(inner(), Repetition::Each),
                Shape::Answer(_) => true,
            };
            return Object::new()
                .with("description", description)
                .with_some("deprecated", (!is_asked).then_some(true))
                .with_some("x-at-least-one", (is_asked && row.at_least_one).then_some(true));
        };
        let printed = printings(self.form, item, times);
        let label = printed.first().map_or(item.label(), |(_, row)| row.label);
        let is_asked = !printed.is_empty() || item.is_fact();
        let (title, relation) = match role {
            Role::Answer => (Some(label), "x-item"),
            Role::Beside => (None, "x-beside"),
        };
        let printed: Vec<Object> = printed.into_iter().map(|(kind, row)| self.printing(kind, row, role)).collect();
        Object::new()
            .with_some("title", title)
            .with(
                "description",
                match role {
                    Role::Answer => alloc::format!("{description} {}", item.help(Language::English)),
                    Role::Beside => description,
                },
            )
            .with_some("deprecated", (!is_asked).then_some(true))
            .with(relation, item.code())
            .with("x-printed", printed)
    }

    /// How a form prints an item. A field that accompanies an answer is never required.
    fn printing(&self, kind: AssessmentKind, row: &Row, role: Role) -> Object {
        let printing = Object::new().with("form", kind.form()).with("number", row.number).with("label", row.label);
        let printing = match role {
            Role::Answer => {
                let Requirement { of, when } = row.requirement;
                let printing = printing.with("requirement", requirement(row.requirement));
                match (when, depends_on(row, kind, &self.places)) {
                    (Some(when), Some(on)) => {
                        let (keyword, answer) = condition(of, when.is, on);
                        printing.with(keyword, answer)
                    }
                    (None, _) | (_, None) => printing,
                }
            }
            Role::Beside => printing,
        };
        printing.with("material", row.materiality == Materiality::Material).with("source", row.source.evidence)
    }
}

const fn requirement(requirement: Requirement) -> &'static str {
    match (requirement.of, requirement.when) {
        (Who::Everybody, None) => "required",
        (Who::Everybody, Some(_)) => "conditional",
        (Who::AdministrativeOrgans, _) => "required_of_administrative_organs",
        (Who::LocalGovernments, _) => "required_of_local_governments",
        (Who::Nobody, _) => "voluntary",
    }
}

/// What a requirement depends on: the keyword, and the answer of the other field.
fn condition(of: Who, is: Expected, on: &Place) -> (&'static str, Object) {
    let (keyword, key, says) = match is {
        Expected::Chosen { code, .. } => ("when", "is", code),
        Expected::ChosenOther { code, .. } => ("when", "is_not", code),
        Expected::Has { code, .. } => ("when", "has", code),
        Expected::Ticked => ("when", "is", "ticked"),
        Expected::Unticked if of == Who::Nobody => ("unless", "is", "ticked"),
        Expected::Unticked => ("when", "is_not", "ticked"),
    };
    (keyword, Object::new().with("path", on.path.clone()).with(key, says))
}

/// A documentation comment without its marks for links and code.
fn plain(doc: &str) -> String {
    let (mut text, mut rest) = (String::new(), doc.trim_start());
    while let Some((before, after)) = rest.split_once("](") {
        text.push_str(before);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text.replace(['[', ']', '`'], "")
}
