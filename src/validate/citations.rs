//! Citations: whether they were in force, use one numbering, are complete, and suit the item that cites them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::IndexSet;

use super::glance::{Glance, text};
use super::rows::{lacks_row, may_lack_row};
use super::{Check, Rule, shown};
use crate::assessment::{Assessment, Basis, plain};
use crate::catalogue::{Field, FieldPath, Item};
use crate::law::{
    Bound, Citation, Found, KnownLaw, Law, Number, Part, Place, Renumbering, StatutoryBasis, TABLES_RENUMBERED,
    Validity,
};
use crate::value::answer::{Lines, Value};
use crate::value::width::fold;

/// What one walk over the document collects about its citations.
pub(super) struct Signs {
    published: Option<NaiveDate>,
    /// The cells in which a citation may be wrong.
    doubtful: IndexSet<FieldPath>,
    /// The cells, already read, whose citations are or may be outdated whatever other cells say.
    alone: Vec<Basis>,
    old: bool,
    new: bool,
    /// Lines that occur twice in one cell.
    twice: Vec<(Item, FieldPath, String)>,
    /// Cells that end although another citation has to follow.
    cut_off: Vec<(Item, FieldPath, String)>,
}

impl Signs {
    pub(super) fn of(assessment: &Assessment) -> Self {
        let published = assessment.cover.published.given().map(|date| date.first_day());
        let (doubtful, alone, twice, cut_off) = (IndexSet::new(), Vec::new(), Vec::new(), Vec::new());
        Self { published, doubtful, alone, old: false, new: false, twice, cut_off }
    }

    /// Called for each field of the walk.
    pub(super) fn look_at(&mut self, field: &Field<'_>) {
        let item = field.item;
        let is_basis = is_basis(item);
        if !is_basis && !speaks_of_bases(item) {
            return;
        }
        let Value::Lines(lines) = field.value else { return };
        let text = text(lines);
        let glance = Glance::at(&text);
        let may_mix = self.published.is_none() && (glance.old || glance.new);
        if is_outdated(glance, self.published) || (!is_basis && may_mix) {
            let basis = StatutoryBasis::read(plain(lines));
            self.alone.push(Basis { item, path: field.path.to_owned(), basis });
        }
        self.old |= glance.old;
        self.new |= glance.new;
        if !is_basis {
            return;
        }
        let is_doubtful = glance.row_and_article
            || (glance.row_in_list && glance.new)
            || self.published.is_some_and(|day| may_lack_row(&text, glance, day) && lacks_row(&text, day))
            || (item == Item::ProvisionBases && !glance.begins_with_19 && !(glance.article_19 && cites_19(lines)))
            || (item == Item::TransferBases && glance.article_19 && !names_ordinance(&plain(lines)));
        if is_doubtful {
            self.doubtful.insert(field.path.to_owned());
        }
        // The bases of 情報連携 are in groups of columns, and one row may be in two of them.
        if item != Item::LinkageBases
            && let Some(line) = twice(lines)
        {
            self.twice.push((item, field.path.to_owned(), line));
        }
        if let Some(end) = end_of_nothing(lines) {
            self.cut_off.push((item, field.path.to_owned(), end));
        }
    }
}

impl Check<'_> {
    pub(super) fn citations(&mut self, signs: Signs) {
        let Signs { published, mut doubtful, alone, old, new, twice, cut_off } = signs;
        self.doubt_recipients(published, &mut doubtful);
        for (item, path, line) in twice {
            self.add(Rule::BasisTwice, (item, path), line, "", None);
        }
        for (item, path, end) in cut_off {
            self.add(Rule::CitationCutOff, (item, path), end, "", None);
        }
        // If the cell does not name the law of a table, another cell may name it.
        let mut needs_others = false;
        if let Some(published) = published {
            for Basis { item, path, basis } in &alone {
                let found = basis.found();
                needs_others |= is_basis(*item) && found.iter().any(|found| found.citation.law().is_none());
                self.in_force(*item, path, found, published);
            }
        }
        let is_mixed = published.is_none() && old && new;
        if is_mixed || needs_others || !doubtful.is_empty() {
            self.read(published, needs_others, &alone, &doubtful);
        }
    }

    /// Reads the statutory bases.
    fn read(
        &mut self,
        published: Option<NaiveDate>,
        needs_others: bool,
        alone: &[Basis],
        doubtful: &IndexSet<FieldPath>,
    ) {
        let mut bases = self.assessment.bases();
        bases.retain(|basis| self.prints(basis.item));
        if let Some(published) = published.filter(|_| needs_others) {
            let outdated = self.found.iter().filter(|found| found.rule == Rule::NotInForce);
            let known: IndexSet<FieldPath> = outdated.map(|found| found.location.path.clone()).collect();
            for Basis { item, path, basis } in bases.iter().filter(|basis| !known.contains(&basis.path)) {
                self.in_force(*item, path, basis.found(), published);
            }
        }
        if published.is_none() {
            self.mixed(bases.iter().chain(alone));
        }
        // The result for a cell depends only on that cell, so no other cell needs to be read for it.
        for of_cell in bases.iter().filter(|basis| doubtful.contains(&basis.path)) {
            let Basis { item, path, basis } = of_cell;
            let at = || (*item, path.clone());
            if let Some(published) = published {
                self.rows_exist(published, of_cell);
            }
            self.articles(published, of_cell);
            // An ordinance may give a row to another recipient.
            if *item == Item::ProvisionBases && !names_ordinance(basis.text()) {
                self.inquirers(published, of_cell);
            }
            let cites = |test: &dyn Fn(&Found) -> bool| basis.found().iter().any(test);
            let is_provision = *item == Item::ProvisionBases && !basis.found().is_empty();
            if is_provision && !cites(&|found| may_permit(&found.citation)) {
                self.add(Rule::ProvisionWithoutPermission, at(), first_line(basis), "", None);
            }
            // A named ordinance is a basis of its own, even if no article of it is cited.
            if *item == Item::TransferBases && !names_ordinance(basis.text()) {
                let alone = basis.found().iter().find(|found| permits(&found.citation) && found.via.is_none());
                let other = cites(&|found| !permits(&found.citation) && !is_under_the_act(&found.citation));
                if let Some(alone) = alone.filter(|_| !other) {
                    self.add(Rule::TransferAsProvision, at(), alone.citation.to_string(), "", None);
                }
            }
        }
    }

    fn in_force(&mut self, item: Item, path: &FieldPath, found: &[Found], published: NaiveDate) {
        for found in found {
            match found.citation.as_of(published) {
                Validity::NotYet(_) | Validity::NoLonger(_) => {
                    let (seen, expected) = (found.citation.to_string(), shown(&self.assessment.cover.published));
                    self.add(Rule::NotInForce, (item, path.clone()), seen, expected, None);
                    // One such citation shows that the whole cell is of another day.
                    return;
                }
                // A row that its table does not have is reported as such.
                Validity::InForce(_) | Validity::NoRow(_) | Validity::NotEvidenced => {}
            }
        }
    }

    /// For a document without a date: reports that it uses both the old and the new numbering.
    fn mixed<'b>(&mut self, bases: impl Iterator<Item = &'b Basis>) {
        // 第19条第7号 became 第8号 on another day than the tables were renumbered.
        let (mut items, mut tables) = (Sides::default(), Sides::default());
        for Basis { item, path, basis } in bases {
            for citation in basis.citations() {
                let side = if permits(citation) {
                    match citation.renumbered() {
                        Renumbering::Newer(..) => &mut items.old,
                        Renumbering::Older(..) => &mut items.new,
                        Renumbering::NoSuccessor
                        | Renumbering::NoPredecessor
                        | Renumbering::Uncertain
                        | Renumbering::NoSuchRow(_)
                        | Renumbering::DependsOnDay
                        | Renumbering::NotEvidenced
                        | Renumbering::Untouched => continue,
                    }
                } else {
                    // Counts every row and article, including those without a counterpart in the other numbering.
                    match citation.as_of(TABLES_RENUMBERED) {
                        Validity::NoLonger(_) => &mut tables.old,
                        Validity::InForce(dated) | Validity::NoRow(dated)
                            if dated.from == Bound::Enacted(TABLES_RENUMBERED) =>
                        {
                            &mut tables.new
                        }
                        Validity::InForce(_) | Validity::NoRow(_) | Validity::NotYet(_) | Validity::NotEvidenced => {
                            continue;
                        }
                    }
                };
                side.get_or_insert_with(|| (*item, path.clone(), citation.to_string()));
            }
        }
        for Sides { old, new } in [items, tables] {
            if let (Some((item, path, seen)), Some((new_item, new_path, expected))) = (old, new) {
                self.add(Rule::NumberingMixed, (item, path), seen, expected, Some((new_item, new_path)));
            }
        }
    }
}

/// The first citation in the old numbering and the first in the new one.
#[derive(Default)]
struct Sides {
    old: Option<(Item, FieldPath, String)>,
    new: Option<(Item, FieldPath, String)>,
}

/// The first line that occurs twice in a cell.
fn twice(lines: &Lines) -> Option<String> {
    lines.iter().nth(1)?;
    let mut seen = IndexSet::new();
    lines
        .iter()
        .filter(|(_, text)| text.given().is_some())
        .find(|line| !seen.insert(*line))
        .map(|(_, text)| text.value().to_string())
}

/// Items that ask for statutory bases.
const fn is_basis(item: Item) -> bool {
    matches!(item, Item::NumberUseBases | Item::LinkageBases | Item::ProvisionBases | Item::TransferBases)
}

/// Items in which documents mention bases in passing.
const fn speaks_of_bases(item: Item) -> bool {
    matches!(
        item,
        Item::EntrustmentContent
            | Item::EntrustedReason
            | Item::LinkageAcquisitionMeasures
            | Item::LinkageProvisionMeasures
    )
}

fn is_outdated(glance: Glance, published: Option<NaiveDate>) -> bool {
    match published {
        Some(published) if published >= TABLES_RENUMBERED => glance.old,
        Some(_) => glance.new || glance.old,
        None => false,
    }
}

/// 番号法第19条, which permits provisions.
fn permits(citation: &Citation) -> bool {
    let is_act = matches!(citation.law(), Some(Law::Known(KnownLaw::MyNumberAct)));
    is_act && citation.locator().place().is_some_and(is_in_19)
}

fn is_in_19(place: Place) -> bool {
    place.article_number() == Number::new(19)
}

/// Whether the citation is 番号法第19条 or may lead to it. The rows of 別表第二 and of the order on provision belong to 第8号;
/// 第11号 refers to an ordinance; if the law is not named, it may be any law.
fn may_permit(citation: &Citation) -> bool {
    let by_the_act = || {
        let second = Number::new(2).map(|two| Part::AppendedTable(Some(two)));
        citation.locator().place().is_none_or(|place| is_in_19(place) || Some(place.part()) == second)
    };
    match citation.law() {
        None => true,
        Some(Law::Known(KnownLaw::MyNumberAct)) => by_the_act(),
        Some(Law::Known(law)) => {
            matches!(
                law,
                KnownLaw::MyNumberProvisionOrder
                    | KnownLaw::MyNumberSecondTableOrder
                    // Assessments of the resident register cite only what this Act says about provisions.
                    | KnownLaw::BasicResidentRegistrationAct
            )
        }
        Some(Law::Named(name)) if name.as_str() == "法" || name.as_str().ends_with("番号法") => by_the_act(),
        Some(Law::Named(name)) => !name.as_str().ends_with('法') && !name.as_str().ends_with("法律"),
    }
}

/// Whether a cell cites 番号法第19条 when read alone. Another cell cannot change that, so the others need not be read.
fn cites_19(lines: &Lines) -> bool {
    StatutoryBasis::read(plain(lines)).citations().any(permits)
}

/// Whether a line names an ordinance (条例), with or without a citation of it.
fn names_ordinance(text: &str) -> bool {
    let mut last = ' ';
    text.chars().filter(|c| !c.is_whitespace()).any(|c| core::mem::replace(&mut last, c) == '条' && c == '例')
}

/// Rules under 番号法第19条 that permit nothing by themselves.
fn is_under_the_act(citation: &Citation) -> bool {
    match citation.law() {
        Some(Law::Known(law)) => *law == KnownLaw::MyNumberProvisionOrder,
        Some(Law::Named(_)) | None => false,
    }
}

fn first_line(basis: &StatutoryBasis) -> String {
    basis.text().lines().next().unwrap_or_default().chars().take(60).collect()
}

/// The end of a cell or of one of its lines, if it names a law through which another is cited and no citation follows.
fn end_of_nothing(lines: &Lines) -> Option<String> {
    let mut lines = lines.iter().peekable();
    while let Some((under, text)) = lines.next() {
        let goes_on = lines.peek().is_some_and(|(next_under, next)| {
            let heading = next_under.filter(|heading| under != Some(*heading));
            let is_same_sentence = heading.is_none() && next.given().is_some_and(|text| !begins_anew(text.as_str()));
            is_same_sentence || heading.into_iter().chain(next.given()).any(|text| speaks_of_law(text.as_str()))
        });
        let open = text.given().and_then(|text| open_end(text.as_str()));
        if let Some(end) = open.filter(|_| !goes_on) {
            return Some(end);
        }
    }
    None
}

/// The last characters of a line whose last word leads to a citation. If a full stop follows, the word may be the verb
/// of a sentence.
fn open_end(text: &str) -> Option<String> {
    let text = text.trim_end_matches(['、', ' ', '　', '\n']);
    let ends = ["による", "により", "に基づく", "に基づき", "の規定による", "の規定により"];
    // 「個人番号の利用は番号法第9条第1項による」 is a complete sentence.
    let is_sentence = text.ends_with("による") && text.contains('は');
    if is_sentence || !ends.iter().any(|end| text.ends_with(end)) {
        return None;
    }
    let count = text.chars().count();
    Some(text.chars().skip(count.saturating_sub(20)).collect())
}

/// Whether a line begins a new point of a list, rather than continuing the sentence above.
fn begins_anew(text: &str) -> bool {
    text.chars().next().is_some_and(|c| match fold(c) {
        '・' | '○' | '●' | '◎' | '■' | '□' | '◆' | '◇' | '※' | '―' | '-' | '(' | '<' | '【' | '①'..='⑳' => {
            true
        }
        c => c.is_ascii_digit(),
    })
}

/// Whether a line may cite something.
fn speaks_of_law(text: &str) -> bool {
    text.contains(['法', '条', '項', '号', '令', '表', '規', '第'])
}
