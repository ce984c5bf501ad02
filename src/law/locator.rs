//! Places in a law: an article, paragraph, item, or the row of a table.

use core::fmt;

use super::{Division, Number};

/// The sub-items of an item, in their order: 第5号イ.
pub(crate) const IROHA: [char; 10] = ['イ', 'ロ', 'ハ', 'ニ', 'ホ', 'ヘ', 'ト', 'チ', 'リ', 'ヌ'];

/// The part of a law that contains a provision, in the order of the statute book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The main provisions (本則).
    Main,
    /// The supplementary provisions (附則).
    Supplementary,
    /// The appended table (別表), or one of several (別表第一).
    AppendedTable(Option<Number>),
    /// A row of some table that the text does not name.
    UnnamedTable,
    /// A division that contains articles (編, 章, 節, 款, 目): 第5章第4節.
    Division(Division),
    /// A form (様式): 様式第9号.
    Form(Number),
    /// A point of a guideline (指針), which has no articles: 第5の3.
    Point(Number),
}

/// A place in a law (条項号), as exact as the citation.
///
/// Places are ordered as in the statute book. A place has an article or is in an appended table. It may be narrowed
/// down to a paragraph, an item and a sub-item, or to a row of a table. It may also be a division, a form, or a point of
/// a guideline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    part: Part,
    article: Option<Number>,
    /// Whether the table of the article (第2条の表) is meant and not its text.
    table: bool,
    row: Option<Number>,
    paragraph: Option<Number>,
    item: Option<Number>,
    sub_item: Option<u8>,
}

impl Place {
    const fn in_part(part: Part) -> Self {
        Self { part, article: None, table: false, paragraph: None, item: None, sub_item: None, row: None }
    }

    /// An article: 第30条の9.
    #[must_use]
    pub const fn article(article: Number) -> Self {
        Self { article: Some(article), ..Self::in_part(Part::Main) }
    }

    /// The appended table: 別表, or 別表第二.
    #[must_use]
    pub const fn appended_table(number: Option<Number>) -> Self {
        Self::in_part(Part::AppendedTable(number))
    }

    /// The table of an article: 第2条の表.
    #[must_use]
    pub const fn table_of_article(article: Number) -> Self {
        Self { table: true, ..Self::article(article) }
    }

    /// A paragraph of supplementary provisions that have no articles: 附則第3項.
    #[must_use]
    pub const fn supplementary_paragraph(paragraph: Number) -> Self {
        Self { paragraph: Some(paragraph), ..Self::in_part(Part::Supplementary) }
    }

    /// A division (編章節款目): 第5章第4節.
    #[must_use]
    pub const fn division(division: Division) -> Self {
        Self::in_part(Part::Division(division))
    }

    /// A form (様式): 様式第9号.
    #[must_use]
    pub const fn form(number: Number) -> Self {
        Self::in_part(Part::Form(number))
    }

    /// A point of a guideline (指針): 第5の3. [`item`](Self::item) is a point in it: 第5の3(2).
    #[must_use]
    pub const fn point(number: Number) -> Self {
        Self::in_part(Part::Point(number))
    }

    /// Whether the place has paragraphs.
    const fn has_paragraphs(self) -> bool {
        match self.part {
            Part::Main | Part::Supplementary => !self.table,
            Part::AppendedTable(_) | Part::UnnamedTable | Part::Division(_) | Part::Form(_) | Part::Point(_) => false,
        }
    }

    /// Whether the place has items.
    const fn has_items(self) -> bool {
        match self.part {
            Part::Main | Part::Supplementary => !self.table,
            Part::AppendedTable(_) | Part::UnnamedTable | Part::Point(_) => self.row.is_none(),
            Part::Division(_) | Part::Form(_) => false,
        }
    }

    /// A table that the text does not name.
    pub(super) const fn unnamed_table() -> Self {
        Self::in_part(Part::UnnamedTable)
    }

    /// The same place in the supplementary provisions: 附則第6条. Any other part stays as it is, because it is in neither.
    #[must_use]
    pub const fn supplementary(self) -> Self {
        match self.part {
            Part::Main => Self { part: Part::Supplementary, ..self },
            Part::Supplementary
            | Part::AppendedTable(_)
            | Part::UnnamedTable
            | Part::Division(_)
            | Part::Form(_)
            | Part::Point(_) => self,
        }
    }

    /// A paragraph of the article: 第1項. An item or sub-item is dropped. A table and what else has no paragraphs stays as
    /// it is.
    #[must_use]
    pub const fn paragraph(self, paragraph: Number) -> Self {
        if !self.has_paragraphs() {
            return self;
        }
        Self { paragraph: Some(paragraph), item: None, sub_item: None, ..self }
    }

    /// An item of the article, paragraph or appended table (別表第五第29号): 第8号, 第10号の2. A sub-item is dropped. The table of
    /// an article, a row and what else has no items stays as it is.
    #[must_use]
    pub const fn item(self, item: Number) -> Self {
        if !self.has_items() {
            return self;
        }
        Self { item: Some(item), sub_item: None, ..self }
    }

    /// A sub-item of the item: イ to ヌ. `None` for another character, or if there is no item.
    #[must_use]
    pub fn sub_item(self, sub_item: char) -> Option<Self> {
        self.item?;
        let index = IROHA.iter().position(|c| *c == sub_item)?;
        Some(Self { sub_item: Some(u8::try_from(index).ok()?), ..self })
    }

    /// The article without paragraph, item and sub-item.
    pub(super) const fn whole_article(self) -> Self {
        Self { paragraph: None, ..self.whole_paragraph() }
    }

    /// The paragraph without item and sub-item.
    pub(super) const fn whole_paragraph(self) -> Self {
        Self { item: None, sub_item: None, ..self }
    }

    /// The item without sub-item.
    pub(super) const fn whole_item(self) -> Self {
        Self { sub_item: None, ..self }
    }

    /// Whether one of its numbers does not fit.
    fn is_unfit(self) -> bool {
        let Self { part, article, table: _, paragraph, item, sub_item: _, row } = self;
        let table = match part {
            Part::AppendedTable(number) => number,
            Part::Form(number) | Part::Point(number) => Some(number),
            Part::Main | Part::Supplementary | Part::UnnamedTable | Part::Division(_) => None,
        };
        [table, article, paragraph, item, row].into_iter().flatten().any(Number::is_unfit)
    }

    /// A row of the table: 48の項. `None` if the place is not a table.
    #[must_use]
    pub const fn row(self, row: Number) -> Option<Self> {
        if self.is_table() { Some(Self { row: Some(row), item: None, sub_item: None, ..self }) } else { None }
    }

    /// Whether the place is a table or a row of a table.
    #[must_use]
    pub const fn is_table(self) -> bool {
        match self.part {
            Part::Main | Part::Supplementary => self.table,
            Part::AppendedTable(_) | Part::UnnamedTable => true,
            Part::Division(_) | Part::Form(_) | Part::Point(_) => false,
        }
    }

    /// The part of the law.
    #[must_use]
    pub const fn part(self) -> Part {
        self.part
    }

    /// The article. For the table of an article, that article.
    #[must_use]
    pub const fn article_number(self) -> Option<Number> {
        self.article
    }

    /// The paragraph.
    #[must_use]
    pub const fn paragraph_number(self) -> Option<Number> {
        self.paragraph
    }

    /// The item.
    #[must_use]
    pub const fn item_number(self) -> Option<Number> {
        self.item
    }

    /// The sub-item.
    #[must_use]
    pub fn sub_item_letter(self) -> Option<char> {
        IROHA.get(usize::from(self.sub_item?)).copied()
    }

    /// The row.
    #[must_use]
    pub const fn row_number(self) -> Option<Number> {
        self.row
    }

    /// The table without its row, if the place is in a table.
    #[must_use]
    pub const fn table(self) -> Option<Self> {
        if self.is_table() { Some(Self { row: None, item: None, sub_item: None, ..self }) } else { None }
    }

    /// Prints from the article, paragraph or item on. The end of a range omits what it shares with the beginning.
    fn print(self, f: &mut fmt::Formatter<'_>, depth: Depth) -> fmt::Result {
        if depth <= Depth::Part {
            match self.part {
                Part::Main | Part::UnnamedTable => {}
                Part::Supplementary => f.write_str("附則")?,
                Part::AppendedTable(None) => f.write_str("別表")?,
                Part::AppendedTable(Some(number)) => {
                    f.write_str("別表第")?;
                    print_kanji(f, number.main())?;
                    number.branches().try_for_each(|branch| write!(f, "の{branch}"))?;
                }
                Part::Division(division) => write!(f, "{division}")?,
                Part::Form(number) => {
                    f.write_str("様式")?;
                    print_branched(f, number, "号")?;
                }
                Part::Point(number) => {
                    write!(f, "第{number}")?;
                    return self.item.map_or(Ok(()), |item| write!(f, "({item})"));
                }
            }
        }
        if depth <= Depth::Article {
            if let Some(article) = self.article {
                print_branched(f, article, "条")?;
            }
            if self.table {
                f.write_str("の表")?;
            }
        }
        if let Some(paragraph) = self.paragraph.filter(|_| depth <= Depth::Paragraph) {
            print_branched(f, paragraph, "項")?;
        }
        if depth == Depth::Row {
            return self.row.map_or(Ok(()), |row| write!(f, "{row}の項"));
        }
        if let Some(item) = self.item.filter(|_| depth <= Depth::Item) {
            print_branched(f, item, "号")?;
        }
        if let Some(sub_item) = self.sub_item_letter() {
            write!(f, "{sub_item}")?;
        }
        match (self.row, self.part) {
            (Some(row), Part::UnnamedTable) => write!(f, "{row}の項"),
            (Some(row), Part::Main | Part::Supplementary | Part::AppendedTable(_)) => write!(f, "の{row}の項"),
            (Some(_), Part::Division(_) | Part::Form(_) | Part::Point(_)) | (None, _) => Ok(()),
        }
    }
}

/// The first level of a place that is printed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Depth {
    Part,
    Article,
    Paragraph,
    Item,
    SubItem,
    Row,
}

/// 第30条の9: the branches follow the word.
fn print_branched(f: &mut fmt::Formatter<'_>, number: Number, word: &str) -> fmt::Result {
    write!(f, "第{}{word}", number.main())?;
    number.branches().try_for_each(|branch| write!(f, "の{branch}"))
}

/// 別表第二, with the numeral that statutes use for tables.
fn print_kanji(f: &mut fmt::Formatter<'_>, number: u32) -> fmt::Result {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut rest = number;
    for (unit, word) in [(1_000, "千"), (100, "百"), (10, "十")] {
        let digit = rest / unit;
        rest %= unit;
        if digit > 1 {
            f.write_str(DIGITS.get(digit as usize).copied().unwrap_or_default())?;
        }
        if digit > 0 {
            f.write_str(word)?;
        }
    }
    f.write_str(DIGITS.get(rest as usize).copied().unwrap_or_default())
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.print(f, Depth::Part)
    }
}

/// The target of a citation in a law: the whole law, a place, or all places from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locator {
    /// The law as a whole.
    Whole,
    /// A place.
    At(Place),
    /// All places from one to another, both included: 第50条から第55条の2まで.
    Range(Place, Place),
}

impl Locator {
    /// The place, or the first of a range.
    #[must_use]
    pub const fn place(self) -> Option<Place> {
        match self {
            Self::Whole => None,
            Self::At(place) | Self::Range(place, _) => Some(place),
        }
    }
}

impl Locator {
    /// Whether one of its numbers does not fit, so that it may not be cited.
    pub(super) fn is_unfit(self) -> bool {
        match self {
            Self::Whole => false,
            Self::At(place) => place.is_unfit(),
            Self::Range(first, last) => first.is_unfit() || last.is_unfit(),
        }
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::At(place) => place.fmt(f),
            Self::Range(first, last) => {
                if last.row.is_some() && first.table() == last.table() {
                    write!(f, "{first}から")?;
                    last.print(f, Depth::Row)?;
                    return f.write_str("まで");
                }
                if let (Part::Division(from), Part::Division(to)) = (first.part, last.part) {
                    return write!(f, "{first}から{}まで", to.beside(from));
                }
                let same_article = first.article == last.article;
                let same_paragraph = first.paragraph == last.paragraph;
                let same_item = first.item == last.item && first.sub_item.is_some() && last.sub_item.is_some();
                let depth = match (first.part == last.part, same_article, same_paragraph, last.paragraph, last.item) {
                    (false, _, _, _, _) => Depth::Part,
                    (true, true, true, _, Some(_)) if same_item => Depth::SubItem,
                    (true, true, false, Some(_), _) => Depth::Paragraph,
                    (true, true, true, _, Some(_)) => Depth::Item,
                    (true, _, _, _, _) => Depth::Article,
                };
                write!(f, "{first}から")?;
                last.print(f, depth)?;
                f.write_str("まで")
            }
        }
    }
}
