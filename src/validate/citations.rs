//! Citations: whether they were in force, use one numbering, are complete, and suit the item that cites them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::IndexSet;

use super::{Check, Rule, shown};
use crate::assessment::{Bases, Basis, plain};
use crate::catalogue::{Field, FieldPath, Item};
use crate::law::{
    Bound, Citation, Found, KnownLaw, Law, Number, Part, Place, Renumbering, RowStatus, StatutoryBasis,
    TABLES_RENUMBERED, Validity, Why,
};
use crate::value::answer::{Given, Lines, Value};
use crate::value::error::excerpt;
use crate::value::width::fold;

/// The cells in which a document cites law, as one walk over it meets them.
#[derive(Default)]
pub(super) struct Cells {
    bases: Bases,
    /// Cells that mention bases in passing.
    passing: Vec<(Item, FieldPath, String)>,
    /// Lines that occur twice in one cell.
    twice: Vec<(Item, FieldPath, String)>,
    /// Cells that end although another citation has to follow.
    cut_off: Vec<(Item, FieldPath, String)>,
    /// Cells that contain no word for a law and refer to no other text.
    without_law: IndexSet<FieldPath>,
}

impl Cells {
    /// Called for each field of the walk.
    pub(super) fn look_at(&mut self, field: &Field<'_>) {
        self.bases.look_at(field);
        let item = field.item;
        let (Value::Given(Given::Lines(lines)), true) = (field.value, field.row.is_some()) else { return };
        if speaks_of_bases(item) {
            // What was renumbered has one of these in its name or number.
            let text = plain(lines);
            if ['第', '表', '令'].iter().any(|c| text.contains(*c)) {
                self.passing.push((item, field.path.to_owned(), text));
            }
        }
        if !Bases::are_asked_in(item) {
            return;
        }
        // The bases of 情報連携 are in groups of columns, and one row may be in two of them.
        let line = if item == Item::LinkageBases { None } else { twice(lines) };
        if let Some(line) = line {
            self.twice.push((item, field.path.to_owned(), line));
        }
        if let Some(end) = end_of_nothing(lines) {
            self.cut_off.push((item, field.path.to_owned(), end));
        }
        if names_no_law(lines) {
            self.without_law.insert(field.path.to_owned());
        }
    }
}

impl Check<'_> {
    pub(super) fn citations(&mut self, cells: Cells) {
        let Cells { bases, passing, twice, cut_off, without_law } = cells;
        let published = self.assessment.cover.published.given().map(|date| date.first_day());
        for (item, path, line) in twice {
            self.add(Rule::BasisTwice, (item, path), line, "", None);
        }
        for (item, path, end) in cut_off {
            self.add(Rule::CitationCutOff, (item, path), end, "", None);
        }
        let (mut bases, names) = bases.read();
        bases.retain(|basis| self.prints(basis.item));
        let names_order = names.iter().any(|(name, law)| is_order(law) && !name.contains('令'));
        let passing = passing.into_iter().filter(|(.., text)| names_order || may_cite_renumbered(text));
        let passing =
            passing.map(|(item, path, text)| Basis { item, path, basis: StatutoryBasis::read_with(text, &names) });
        let passing: Vec<Basis> = passing.collect();
        // Three rules ask for the row that a citation means on the day of publication.
        let rows_of = |Basis { basis, .. }: &Basis| -> Vec<RowStatus> {
            published.map_or_else(Vec::new, |day| basis.citations().map(|one| one.row_as_of(day).status).collect())
        };
        if published.is_none() {
            self.mixed(bases.iter().chain(&passing));
        }
        for basis in &bases {
            let rows = rows_of(basis);
            if let Some(published) = published {
                self.in_force(basis, published, &rows);
                self.rows_exist(published, basis, &rows);
            }
            self.basis(basis, published, &rows);
            let reads_nothing = basis.basis.found().is_empty() && basis.basis.unresolved().is_empty();
            if reads_nothing && without_law.contains(&basis.path) {
                let at = (basis.item, basis.path.clone());
                self.add(Rule::BasisWithoutLaw, at, first_line(&basis.basis), "", None);
            }
        }
        if let Some(published) = published {
            for basis in &passing {
                self.in_force(basis, published, &rows_of(basis));
            }
        }
        self.recipients_named(published, &bases);
    }

    /// Checks one statutory basis, whose citations mean these rows on the day of publication.
    fn basis(&mut self, of_cell: &Basis, published: Option<NaiveDate>, rows: &[RowStatus]) {
        let Basis { item, path, basis } = of_cell;
        let at = || (*item, path.clone());
        for unresolved in basis.unresolved() {
            if unresolved.why == Why::NumberDoesNotFit {
                self.add(Rule::CitationNumber, at(), excerpt(basis.text_of(unresolved)), "", None);
            }
        }
        self.articles(published, of_cell, rows);
        let cites = |test: &dyn Fn(&Found) -> bool| basis.found().iter().any(test);
        if *item == Item::ProvisionBases {
            // An ordinance may give a row to another recipient.
            if !names_ordinance(basis.text()) {
                self.inquirers(of_cell, rows);
            }
            if !basis.found().is_empty() && !cites(&|found| may_permit(&found.citation)) {
                self.add(Rule::ProvisionWithoutPermission, at(), first_line(basis), "", None);
            }
            let ordinance = basis.citations().find(|citation| is_ordinance(citation));
            if let Some(ordinance) = ordinance.filter(|_| basis.citations().all(rests_on_ordinance)) {
                if let Some(recipients) = self.recipients_outside(path) {
                    self.add(Rule::OrdinanceForOtherBody, at(), ordinance.to_string(), "", Some(recipients));
                }
            }
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

    fn in_force(&mut self, Basis { item, path, basis }: &Basis, published: NaiveDate, rows: &[RowStatus]) {
        let has_other_number = |(found, row): &(&Found, &RowStatus)| match found.citation.with_row(published, || **row)
        {
            Validity::NotYet(_) | Validity::NoLonger(_) => true,
            // A row that its table does not have is reported as such.
            Validity::InForce(_) | Validity::NoRow(_) | Validity::NotEvidenced => {
                basis.names_other_definition(found, published)
            }
        };
        // One such citation shows that the whole cell is of another day.
        if let Some((found, _)) = basis.found().iter().zip(rows).find(has_other_number) {
            let (seen, expected) = (found.citation.to_string(), shown(&self.assessment.cover.published));
            self.add(Rule::NotInForce, (*item, path.clone()), seen, expected, None);
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
                    // Counts every row and article of a table, whether the table has it or not.
                    match citation.with_row(TABLES_RENUMBERED, || RowStatus::NotARow) {
                        Validity::NoLonger(_) => &mut tables.old,
                        Validity::InForce(dated) if dated.from == Bound::Enacted(TABLES_RENUMBERED) => &mut tables.new,
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

/// Whether a text may cite a table, an order on one, or 番号法第2条 or 第19条. Nothing else has a day on which it came into force
/// or ceased to be in force, and reading the text takes longer than this question.
fn may_cite_renumbered(text: &str) -> bool {
    text.char_indices().filter(|(_, c)| matches!(c, '表' | '令' | '条')).any(|(at, c)| {
        let (before, from) = text.split_at(at);
        let after = from.strip_prefix(c).unwrap_or_default();
        match c {
            '表' => before.ends_with('別'),
            '令' => !before.ends_with(['法', '政', '勅']) && !after.starts_with('和'),
            '条' => before.trim_end().ends_with(['2', '２', '二', '9', '９', '九']),
            _ => false,
        }
    })
}

/// An order on the tables of the My Number Act.
const fn is_order(law: &Law) -> bool {
    matches!(
        law,
        Law::Known(
            KnownLaw::MyNumberTableOrder | KnownLaw::MyNumberProvisionOrder | KnownLaw::MyNumberSecondTableOrder
        )
    )
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

fn is_ordinance(citation: &Citation) -> bool {
    matches!(citation.law(), Some(Law::Named(name)) if name.as_str().ends_with("条例"))
}

/// Whether the citation is an ordinance, or a place in a law that permits no provision. 第19条 after an ordinance may be that
/// of the Act.
fn rests_on_ordinance(citation: &Citation) -> bool {
    let is_19 = citation.locator().place().is_some_and(is_in_19);
    (is_ordinance(citation) && !is_19) || !may_permit(citation)
}

/// Whether a line names an ordinance (条例), with or without a citation of it.
fn names_ordinance(text: &str) -> bool {
    text.split('条').skip(1).any(|after| after.trim_start().starts_with('例'))
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

/// Whether every line is legible and none contains a word for a law, or refers to another text that may name one.
fn names_no_law(lines: &Lines) -> bool {
    const ELSEWHERE: [&str; 11] =
        ["別紙", "別添", "別記", "上記", "下記", "前記", "参照", "とおり", "同上", "同じ", "〃"];
    const RULES: [&str; 7] = ["規則", "規程", "要綱", "要領", "告示", "通知", "協定"];
    lines.iter().all(|(under, text)| {
        let mut texts = under.into_iter().chain(text.given()).map(AsRef::as_ref);
        // Most cells have an article, so the other words are rarely looked for.
        let names_law =
            |text: &str| text.contains(['条', '令']) || text.split('法').skip(1).count() > text.matches("方法").count();
        text.given().is_some()
            && !texts.any(|text| names_law(text) || RULES.iter().chain(&ELSEWHERE).any(|word| text.contains(word)))
    })
}

/// The end of a cell or of one of its lines, if it names a law through which another is cited and no citation follows.
fn end_of_nothing(lines: &Lines) -> Option<String> {
    let mut lines = lines.iter().peekable();
    while let Some((under, text)) = lines.next() {
        let Some(end) = text.given().and_then(|text| open_end(text.as_str())) else { continue };
        let goes_on = lines.peek().is_some_and(|(next_under, next)| {
            let heading = next_under.filter(|heading| under != Some(*heading));
            let is_same_sentence = heading.is_none() && next.given().is_some_and(|text| !begins_anew(text.as_str()));
            is_same_sentence || heading.into_iter().chain(next.given()).any(|text| speaks_of_law(text.as_str()))
        });
        if !goes_on {
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
