//! Every item of a form as a list to tick off.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::beside;
use super::help::help_rests_on;
use super::layout::offered;
use super::place::{Place, choices, depends_on, places};
use crate::assessment::{Entrustment, Party};
use crate::catalogue::{Expected, Item, Materiality, Role, Row, Who, rows};
use crate::value::answer::Written;
use crate::value::kind::FormEdition;
use crate::value::language::Language;

/// Lists every item that an edition prints, for people who fill it in (記入項目の一覧).
///
/// In the order of the form: printed number, label, ※, path, whether it must be answered, and the possible answers. Of
/// these, it lists the choices that the edition offers. Below an item is what it [asks](Item::help), and what a document can record beside its answer, such as the chain
/// of entrustees (委託の連鎖). It prints as Markdown with a box for each item.
///
/// ```
/// use mynumber_pia::form::Checklist;
///
/// let list = Checklist::of("form_2_2024_10".parse()?).to_string();
/// let state = "- [ ] Ⅰ.4.① 実施の有無 `linkage.state`: 必須。";
/// assert!(list.contains(state));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Checklist(FormEdition);

impl Checklist {
    /// Creates the checklist of this edition.
    #[must_use]
    pub const fn of(edition: FormEdition) -> Self {
        Self(edition)
    }
}

impl fmt::Display for Checklist {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(edition) = *self;
        let (kind, places, besides) = (edition.kind(), places(Role::Answer), places(Role::Beside));
        writeln!(f, "# {}（{}）の記入項目", kind.document(), edition.label())?;
        writeln!(f, "\n{}", help_rests_on(Language::Japanese))?;
        let mut section = "";
        for row in rows(kind, Some(edition)) {
            let Some(place) = places.iter().find(|place| (place.item, place.times) == (row.item, row.times)) else {
                continue;
            };
            let own = row.number.split('.').next().unwrap_or_default();
            if own != section {
                write!(f, "\n## {own}\n\n")?;
                section = own;
            }
            let mark = match row.materiality {
                Materiality::Material => " ※",
                Materiality::Ordinary => "",
            };
            let (path, when) = (&place.path, depends_on(row, kind, &places));
            writeln!(
                f,
                "- [ ] {} {}{mark} `{path}`: {}。{}",
                row.number,
                row.label,
                required(row, when),
                allowed(place.written, offered(kind, row.item, place.written).iter().map(|one| (one.code, one.label)))
            )?;
            writeln!(f, "  {}", row.item.help(Language::Japanese))?;
            for Place { path, written, item, .. } in besides.iter().filter(|beside| beside.item == row.item) {
                let name = path.rsplit('.').next().unwrap_or_default();
                let label = beside::of(*item, name).map_or("", |beside| beside.label);
                let all = choices(*written).iter().map(|choice| (choice.code, choice.label));
                writeln!(f, "  - {label} `{path}`: 任意。{}", allowed(*written, all))?;
            }
            if row.item == Item::Entrustee {
                let (chain, next) = (Entrustment::chain.name(), Party::re_entrustees.name());
                writeln!(f, "  - 再委託先 `{}.{chain}[].{next}[]`: 任意。委託先と同じ項目の一覧", parent(&place.path))?;
            }
        }
        Ok(())
    }
}

/// Whether an item must be answered, and on which field that depends.
fn required(row: &Row, on: Option<&Place>) -> String {
    let is_voluntary = match row.requirement.of {
        Who::Everybody => false,
        Who::Nobody => true,
        Who::AdministrativeOrgans => return "行政機関等は必須".into(),
        Who::LocalGovernments => return "地方公共団体等は必須".into(),
    };
    let (Some(condition), Some(Place { path, .. })) = (row.requirement.when, on) else {
        return if is_voluntary { "任意".into() } else { "必須".into() };
    };
    let says = condition.is.label();
    if is_voluntary {
        return alloc::format!("任意、`{path}` が{says}のときは記入しない");
    }
    match condition.is {
        Expected::Chosen { .. } => alloc::format!("`{path}` が「{says}」のとき必須"),
        Expected::ChosenOther { .. } => alloc::format!("`{path}` が「{says}」以外のとき必須"),
        Expected::Ticked => alloc::format!("`{path}` が{says}のとき必須"),
        Expected::Unticked => alloc::format!("`{path}` が{says}でないとき必須"),
        Expected::Has { .. } => alloc::format!("`{path}` に「{says}」があるとき必須"),
    }
}

/// The path of the part that has this field.
fn parent(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(parent, _)| parent)
}

/// The possible answers of a field with these choices.
fn allowed(written: Written, choices: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    let list: Vec<String> = choices.map(|(code, label)| alloc::format!("`{code}`（{label}）")).collect();
    let list = list.join("、");
    match written {
        Written::Text => "文字列".into(),
        Written::Lines => "文字列、又は文字列の一覧".into(),
        Written::Entries(entries) => {
            let names: Vec<&str> = entries.fields.iter().map(|(name, _)| *name).collect();
            alloc::format!("文字列、又は {} の一覧", names.join("・"))
        }
        Written::Date => "日付（`2024-12-06`、`2015-10`、`2019`）".into(),
        Written::Number => "数（`3`）".into(),
        Written::Choice(_) => alloc::format!("{list}のいずれか"),
        Written::Count(_) => alloc::format!("{list}のいずれか、数（`62000`）、又は範囲（`100000..299999`、`500..`）"),
        Written::Tick => "該当するときは `ticked`、該当しないときは記入しない".into(),
        Written::Boxes(_) => alloc::format!("該当するものの一覧: {list}"),
    }
}
