//! One cell of the printed form.

use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::assessment::Assessment;
use crate::catalogue::{Condition, Expected, FieldPath, Heading, Item, PathStep, Requirement, Row, english};
use crate::value::answer::{AnswerKind, Given, Tick, Value};
use crate::value::band::CountRange;

/// Whether the form has a cell for something (様式における位置).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OnForm {
    /// A row of the edition; it has a cell of its own.
    Printed,
    /// The form prints it in the cell before, such as the number of an entry or the last day of a period.
    Within,
    /// The form has no cell for it, such as an alias, a party of a chain, or an item of another form.
    Beyond,
}

/// A block that the form repeats (繰り返し欄): 委託事項2, 提供先3.
#[non_exhaustive]
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// The word for a block of this list: 「委託事項」.
    pub word: &'static str,
    /// The number that the document prints for it.
    pub number: Value<'a>,
    /// The heading that the document prints for it (見出し).
    pub heading: Value<'a>,
    /// Its index in the list.
    pub index: usize,
    /// Whether the document has the entry. If not, the form prints an empty block.
    pub is_filled: bool,
    /// Whether the form prints only one cell of it, so that the list is a list of lines.
    pub is_line: bool,
}

/// Prints the number, 「委託事項2」, or the index if the document prints no number, 「3番目の委託事項」.
impl fmt::Display for Block<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { word, number, index, is_filled, heading: _, is_line: _ } = self;
        match number {
            Value::Unanswered | Value::Blank if *is_filled => {
                write!(f, "{}番目の{word}", index.saturating_add(1))
            }
            Value::Unanswered | Value::Blank => write!(f, "{word}{}", index.saturating_add(1)),
            Value::NotKnown | Value::Nothing(_) | Value::Given(_) => write!(f, "{word}{number}"),
        }
    }
}

/// A choice that the form offers in a cell (選択肢), and whether it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The stable code.
    pub code: &'static str,
    /// The wording of the form.
    pub label: &'static str,
    /// The English of the wording.
    pub english: Option<&'static str>,
    /// The number that the form prints before it.
    pub ordinal: Option<u8>,
    /// The heading under which it is printed, such as 「識別情報」.
    pub group: Option<&'static str>,
    /// The counts in it, if it is a band.
    pub(super) range: Option<CountRange>,
    /// Whether it is chosen. [`Tick::NotKnown`] if the document does not show it.
    pub chosen: Tick,
}

impl Choice {
    /// Whether it is a band that contains all of these counts.
    pub(crate) fn includes(&self, counts: CountRange) -> bool {
        self.range.is_some_and(|range| {
            range.contains(counts.min())
                && match (range.max(), counts.max()) {
                    (None, _) => true,
                    (Some(_), None) => false,
                    (Some(max), Some(most)) => most <= max,
                }
        })
    }
}

/// What all cells of one row share, whichever entry they are in.
#[derive(Debug)]
pub(super) struct Print {
    pub(super) item: Item,
    pub(super) row: Option<&'static Row>,
    pub(super) on_form: OnForm,
    pub(super) kind: AnswerKind,
    pub(super) enumerator: &'static str,
    pub(super) label: &'static str,
    pub(super) is_marked: bool,
    pub(super) choices: Vec<Choice>,
    /// What its bands count: 人, 項目. Empty if the choices are no bands.
    pub(super) unit: &'static str,
    /// Whether it is the number or the heading of an entry.
    pub(super) is_block_title: bool,
    /// Whether the form prints it inside the cell before it.
    pub(super) is_inside: bool,
    /// What the form prints before and after the answer.
    pub(super) around: Around,
}

/// What the form prints before and after an answer.
pub(super) type Around = (&'static str, &'static str);

/// A cell of the printed form (欄): what the form prints, and what the document says.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    pub(super) print: Rc<Print>,
    pub(super) section: &'static str,
    pub(super) headings: &'static [Heading],
    pub(super) blocks: Rc<[Block<'a>]>,
    pub(super) tier: usize,
    pub(super) begins_block: bool,
    pub(super) value: Value<'a>,
    pub(super) path: FieldPath,
    pub(super) inside: Vec<Cell<'a>>,
}

impl<'a> Cell<'a> {
    /// The item.
    #[must_use]
    pub fn item(&self) -> Item {
        self.print.item
    }

    /// How the form prints the item: label, requirement, mark and source. `None` if it does not print the item.
    #[must_use]
    pub fn row(&self) -> Option<&'static Row> {
        self.print.row
    }

    /// Whether the form has a cell for it.
    #[must_use]
    pub fn on_form(&self) -> OnForm {
        self.print.on_form
    }

    /// The kind of answer that the field holds.
    #[must_use]
    pub fn kind(&self) -> AnswerKind {
        self.print.kind
    }

    /// The title of the section: 「Ⅰ　基本情報」.
    #[must_use]
    pub fn section(&self) -> &'static str {
        self.section
    }

    /// The headings printed directly before the cell, the outermost first.
    #[must_use]
    pub fn headings(&self) -> &'static [Heading] {
        self.headings
    }

    /// The number of the item as the catalogue writes it, 「Ⅱ.4.委託事項.⑥」. Empty if the form does not print the item.
    #[must_use]
    pub fn number(&self) -> &'static str {
        self.print.row.map_or("", |row| row.number)
    }

    /// The number printed directly before the label, 「⑥」. Often empty.
    #[must_use]
    pub fn enumerator(&self) -> &'static str {
        self.print.enumerator
    }

    /// The label as printed, without its number and ※: 「委託先名」. For a field that accompanies an answer, the name of that
    /// field.
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.print.label
    }

    /// Whether the form prints ※ after the label. The mark of a heading holds for the items below it, which then have none of
    /// their own.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.print.is_marked
    }

    /// Whether it must be filled in. `None` if the form has no cell of its own for it.
    #[must_use]
    pub fn requirement(&self) -> Option<Requirement> {
        self.print.row.filter(|_| self.print.on_form == OnForm::Printed).map(|row| row.requirement)
    }

    /// The blocks that contain the cell, the outer one first.
    #[must_use]
    pub fn blocks(&self) -> impl DoubleEndedIterator<Item = &Block<'a>> {
        self.blocks.iter()
    }

    /// Whether the cell is the first of its innermost block.
    #[must_use]
    pub fn begins_block(&self) -> bool {
        self.begins_block
    }

    /// Whether it is the number or the heading of its block. [`blocks`](Self::blocks) contains them too.
    #[must_use]
    pub fn is_block_title(&self) -> bool {
        self.print.is_block_title
    }

    /// Whether the form prints the title of the block instead of the label: 「委託事項1」.
    pub(super) fn is_named_as_block(&self) -> bool {
        self.begins_block && self.blocks().next_back().is_some_and(|block| block.word == self.label())
    }

    /// Whether only the heading above names the item, and the form prints no label: 「７．備考」.
    pub(super) fn is_named_above(&self) -> bool {
        // The form prints this label twice.
        self.item() != Item::TrainingState
            && self
                .headings
                .last()
                .is_some_and(|heading| heading.text.rsplit(['．', '）']).next() == Some(self.label()))
    }

    /// The English of its label, of the wording of one of its choices, or of any other label.
    pub(super) fn english_of(&self, label: &str) -> Option<&'static str> {
        if label == self.item().label() {
            return Some(self.item().english());
        }
        let choice = self.print.choices.iter().find(|choice| choice.label == label);
        choice.map_or_else(|| english(label), |choice| choice.english)
    }

    /// The tier of a party of a chain: 1 for an entrustee. 0 for everything else.
    #[must_use]
    pub fn tier(&self) -> usize {
        self.tier
    }

    /// What the document says.
    #[must_use]
    pub fn value(&self) -> Value<'a> {
        self.value
    }

    /// Whether the document does not show the answer, or one box of it (不明): the page prints 「？」.
    #[must_use]
    pub fn is_not_known(&self) -> bool {
        match self.value {
            Value::NotKnown | Value::Given(Given::Box(Tick::NotKnown)) => true,
            Value::Given(Given::Boxes(_)) => self.choices().any(|choice| choice.chosen == Tick::NotKnown),
            Value::Unanswered | Value::Blank | Value::Nothing(_) | Value::Given(_) => false,
        }
    }

    /// The path of the field.
    #[must_use]
    pub fn path(&self) -> &FieldPath {
        &self.path
    }

    /// What the form prints in the same cell after this answer: the text of その他, a number of recipients, the last day
    /// of a period. Each is a cell of its own path.
    #[must_use]
    pub fn inside(&self) -> &[Self] {
        &self.inside
    }

    /// What the form prints before the answer, in the same cell: 「（ 」, 「から」. Mostly empty.
    #[must_use]
    pub fn before(&self) -> &'static str {
        self.print.around.0
    }

    /// What the form prints after the answer, in the same cell: 「 ）件」, 「時点」. Mostly empty.
    #[must_use]
    pub fn after(&self) -> &'static str {
        self.print.around.1
    }

    /// Whether the form prints it inside the cell before it.
    pub(super) fn is_inside(&self) -> bool {
        self.print.is_inside
    }

    /// Whether it is in the change table (変更箇所), which shows a choice as a word.
    pub(super) fn is_in_changes(&self) -> bool {
        self.path.steps().first() == Some(&PathStep::Field(Assessment::changes.name()))
    }

    /// Whether the form prints its choices with numbers.
    pub(super) fn is_numbered(&self) -> bool {
        self.print.choices.iter().any(|choice| choice.ordinal.is_some())
    }

    /// Whether the form prints its boxes below headings.
    pub(super) fn is_grouped(&self) -> bool {
        self.print.choices.iter().any(|choice| choice.group.is_some())
    }

    /// What the form prints inside the cell of a choice: a number beside the answer, and a text below the choices.
    pub(crate) fn around_choices(&self, is_below: bool) -> impl Iterator<Item = &Self> {
        self.inside.iter().filter(move |inside| (inside.kind() == AnswerKind::Text) == is_below)
    }

    /// Whether it is printed after the choice with this code, such as the text of その他.
    pub(crate) fn is_of_choice(&self, code: &str) -> bool {
        let condition = self.requirement().and_then(|requirement| requirement.when);
        matches!(condition, Some(Condition { is: Expected::Has { code: own, .. }, .. }) if own == code)
    }

    /// The counts that the document gives instead of a band: an exact number or a range.
    fn count(&self) -> Option<CountRange> {
        match self.value.given()? {
            Given::Number(count) => Some(CountRange::exactly(count)),
            Given::Range(range) => Some(range),
            Given::Chosen { .. }
            | Given::Text(_)
            | Given::Lines(_)
            | Given::Date(_)
            | Given::Timings(_)
            | Given::Box(_)
            | Given::Boxes(_) => None,
        }
    }

    /// The choices that the form offers, in its order, and whether each is chosen. If the document gives a count instead
    /// of a band, the band that contains all of it is chosen.
    pub fn choices(&self) -> impl Iterator<Item = Choice> {
        let count = self.count();
        let chosen = move |choice: &Choice| match self.value {
            Value::Unanswered | Value::Blank | Value::Nothing(_) => Tick::Unticked,
            Value::NotKnown => Tick::NotKnown,
            Value::Given(given) => match given {
                Given::Chosen { code, label: _ } => Tick::of(code == choice.code),
                Given::Number(_) | Given::Range(_) => Tick::of(count.is_some_and(|count| choice.includes(count))),
                Given::Boxes(boxes) => boxes.of_code(choice.code).unwrap_or_default(),
                Given::Text(_) | Given::Lines(_) | Given::Date(_) | Given::Timings(_) | Given::Box(_) => Tick::Unticked,
            },
        };
        self.print.choices.iter().map(move |choice| Choice { chosen: chosen(choice), ..*choice })
    }

    /// The wording of the choice that is chosen: that of the form if the form offers it, otherwise that of the code
    /// list. For a count, the band that contains all of it; `None` if the form offers no such band.
    #[must_use]
    pub fn chosen(&self) -> Option<&'static str> {
        let choices = &self.print.choices;
        if let Value::Given(Given::Chosen { code, label }) = self.value {
            return Some(choices.iter().find(|choice| choice.code == code).map_or(label, |choice| choice.label));
        }
        let count = self.count()?;
        choices.iter().find(|choice| choice.includes(count)).map(|choice| choice.label)
    }

    /// The count with its unit, 「8,500人」, if the document gives a count and the page shows its band as
    /// [`chosen`](Self::chosen). The page prints it in parentheses after the band.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use mynumber_pia::catalogue::Item;
    /// use mynumber_pia::form::cells;
    ///
    /// let mut document = Assessment::new("form_3_2024_10".parse()?);
    /// document.population = 8_500.into();
    /// let cell = cells(&document).find(|cell| cell.item() == Item::Population).unwrap();
    /// assert_eq!(cell.chosen(), Some("1,000人以上1万人未満"));
    /// assert_eq!(cell.note().as_deref(), Some("8,500人"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "注記")]
    #[must_use]
    pub fn note(&self) -> Option<String> {
        let count = self.count().filter(|_| self.chosen().is_some())?;
        Some(count.with_unit(self.print.unit))
    }

    /// Reads what [`note`](Self::note) gives. `None` for anything else.
    #[cfg(feature = "transcribe")]
    pub(crate) fn read_note(&self, note: &str) -> Option<CountRange> {
        CountRange::read_with_unit(note, self.print.unit).filter(|_| self.kind() == AnswerKind::Band)
    }
}
