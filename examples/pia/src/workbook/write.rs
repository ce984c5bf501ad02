//! Writes a document as the workbook of its form.

use mynumber_pia::catalogue::{FieldPath, Level, PathStep};
use mynumber_pia::form::{Cell, Choice, OnForm, cells};
use mynumber_pia::value::answer::AnswerKind;
use mynumber_pia::{Assessment, Form, Language};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Format, Formula, Workbook, Worksheet, XlsxError};

use super::entries::bare;
use super::style::Styles;
use super::{ANSWER, KEY, LABEL, MARK, NOTE, NUMBER, STORED};
use super::{first, header, key_of, mark, read, sheets, shown, stored, words, words_of_boxes};
use crate::options::{Both, both};

/// The sheet with the lists of choices.
const CHOICES: &str = "選択肢";

/// What the form does not print.
const BEYOND: &str = "様式外";

/// The widths of the columns from [`NUMBER`] to [`NOTE`].
const WIDTHS: [f64; 4] = [5.0, 34.0, 66.0, 46.0];

/// The heights of a line and of the highest row, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 405.0;

/// The document as the workbook of its form.
pub(crate) fn write(document: &Assessment, made_by: &str) -> Result<Vec<u8>, Both> {
    let bytes = Writer::new(document, made_by).write().map_err(|error| {
        Both::new(format!("ブックを書けない：{error}"), format!("the workbook cannot be written: {error}"))
    })?;
    // What a cell cannot hold must not be lost.
    if read(&sheets(bytes.clone())?)? == *document {
        return Ok(bytes);
    }
    Err(both(
        "評価書の一部をブックに書き表せない。JSON か --html のページを使う",
        "a part of the document cannot be written into a workbook: use JSON or the page of --html",
    ))
}

pub(super) struct Writer<'d> {
    pub(super) document: &'d Assessment,
    made_by: &'d str,
    /// A document of the same form, to see how the library reads what a cell shows.
    scratch: Assessment,
    pub(super) styles: Styles,
    sheets: Vec<Worksheet>,
    /// The lists of choices, and the column of each in their sheet.
    lists: Vec<Vec<&'static str>>,
    /// The next row of the last sheet.
    pub(super) row: u32,
    /// The path of the last cell.
    pub(super) last: String,
    /// The entries of which no cell is shown, such as a party without a name, that are still to be written.
    pub(super) bare: Vec<String>,
}

impl<'d> Writer<'d> {
    fn new(document: &'d Assessment, made_by: &'d str) -> Self {
        let scratch = header(document);
        let (sheets, lists, last) = (Vec::new(), Vec::new(), String::new());
        Self { document, made_by, scratch, styles: Styles::new(), sheets, lists, row: 0, last, bare: Vec::new() }
    }

    fn write(mut self) -> Result<Vec<u8>, XlsxError> {
        let document = self.document;
        let all: Vec<Cell<'_>> = cells(document).collect();
        self.bare = bare(document, &all);
        let (changes, others): (Vec<_>, Vec<_>) = all.iter().partition(|cell| is_change(cell));
        for cell in others {
            self.cell(cell)?;
        }
        self.bare_entries("")?;
        if let Some(first) = changes.first() {
            self.sheet(first.section())?;
            self.changes(&changes)?;
        }
        let mut book = Workbook::new();
        for sheet in self.sheets {
            book.push_worksheet(sheet);
        }
        let choices = book.add_worksheet().set_name(CHOICES)?.set_hidden(true);
        for (column, list) in (0..).zip(&self.lists) {
            for (row, choice) in (0..).zip(list) {
                choices.write_string(row, column, *choice)?;
            }
        }
        book.save_to_buffer()
    }

    pub(super) fn now(&mut self) -> &mut Worksheet {
        // Every form begins with a section.
        let last = self.sheets.len().saturating_sub(1);
        &mut self.sheets[last]
    }

    /// Begins a sheet.
    fn sheet(&mut self, section: &str) -> Result<(), XlsxError> {
        let is_first = self.sheets.is_empty();
        let short: String = section.split(['　', ' ']).next().unwrap_or_default().chars().take(20).collect();
        let short = short.replace(['[', ']', ':', '*', '?', '/', '\\'], "");
        let count = 1 + self.sheets.iter().filter(|sheet| sheet.name().split(' ').next() == Some(&short)).count();
        let mut sheet = Worksheet::new();
        sheet.set_name(if count == 1 { short } else { format!("{short} ({count})") })?;
        sheet.set_column_hidden(KEY)?.set_column_hidden(STORED)?;
        for (column, width) in (NUMBER..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        let Styles { hidden, title, section: bar, note, .. } = &self.styles;
        sheet.write_string_with_format(0, KEY, MARK, hidden)?;
        sheet.write_string_with_format(
            0,
            STORED,
            stored(&header(self.document), &FieldPath::root().untyped()),
            hidden,
        )?;
        self.row = 0;
        if is_first {
            let name = self.document.kind().document();
            let edition = match self.document.form {
                Form::Edition(edition) => edition.label(),
                Form::EditionUnknown(kind) => kind.form().to_string(),
            };
            sheet.merge_range(
                0,
                NUMBER,
                0,
                NOTE,
                &format!("特定個人情報保護評価書（{name}）　［{edition}］"),
                title,
            )?;
            sheet.merge_range(1, NUMBER, 1, NOTE, HOW_TO, note)?;
            sheet.set_row_height(1, 3.0 * LINE)?;
            sheet.merge_range(2, NUMBER, 2, NOTE, self.made_by, note)?;
            self.row = 3;
        }
        sheet.merge_range(self.row, NUMBER, self.row, NOTE, section, bar)?;
        self.row += 1;
        self.sheets.push(sheet);
        Ok(())
    }

    /// Begins a row with its hidden cells.
    pub(super) fn begin(&mut self, key: &str, stored: &str) -> Result<u32, XlsxError> {
        let (row, hidden) = (self.row, self.styles.hidden.clone());
        self.row += 1;
        let sheet = self.now();
        sheet.write_string_with_format(row, KEY, key, &hidden)?;
        if !stored.is_empty() {
            sheet.write_string_with_format(row, STORED, stored, &hidden)?;
        }
        Ok(row)
    }

    /// A row with one text.
    pub(super) fn line(&mut self, key: &str, text: &str, format: &Format) -> Result<(), XlsxError> {
        let row = self.begin(key, "")?;
        let sheet = self.now();
        sheet.merge_range(row, NUMBER, row, NOTE, text, format)?;
        sheet.set_row_height(row, height(&[(text, WIDTHS.iter().sum())]))?;
        Ok(())
    }

    fn cell(&mut self, cell: &Cell<'_>) -> Result<(), XlsxError> {
        self.bare_entries(&cell.path().to_string())?;
        let is_beyond = cell.on_form() == OnForm::Beyond;
        for heading in cell.headings() {
            let format = match heading.level {
                Level::Section => {
                    self.sheet(if is_beyond { BEYOND } else { heading.text })?;
                    continue;
                }
                Level::Part => self.styles.part.clone(),
                Level::Risk | Level::Group => self.styles.group.clone(),
                Level::Note => self.styles.text.clone(),
            };
            self.line("", heading.text, &format)?;
        }
        let sign = self.entries(cell)?;
        self.last = cell.path().to_string();
        self.answer(cell, sign)?;
        cell.inside().iter().try_for_each(|inside| self.answer(inside, ""))
    }

    /// The row, or the rows, of an answer.
    fn answer(&mut self, cell: &Cell<'_>, sign: &str) -> Result<(), XlsxError> {
        let choices: Vec<Choice> = cell.choices().collect();
        let key = format!("{sign}{}", key_of(cell.path()));
        if cell.kind() == AnswerKind::CheckBoxes {
            return self.boxes(cell, &key, &choices);
        }
        let text = shown(cell.value(), &choices);
        let stored = self.stored(cell.path(), words(&text, &choices));
        let row = self.begin(&key, &stored)?;
        let note = note(cell, &choices);
        let list = match cell.kind() {
            AnswerKind::CheckBox => Some(Vec::from(["○"])),
            _ if choices.is_empty() => None,
            _ => Some(choices.iter().map(|choice| choice.label).collect()),
        };
        let list = list.map(|list| self.list(list)).transpose()?;
        let Styles { number, label, answer, mark, note: of_note, .. } = &self.styles;
        let answer = if cell.kind() == AnswerKind::CheckBox { mark } else { answer };
        let (number, label, answer, of_note) = (number.clone(), label.clone(), answer.clone(), of_note.clone());
        let sheet = self.now();
        sheet.write_string_with_format(row, NUMBER, cell.enumerator(), &number)?;
        sheet.write_string_with_format(row, LABEL, cell.label(), &label)?;
        sheet.write_string_with_format(row, ANSWER, &text, &answer)?;
        sheet.write_string_with_format(row, NOTE, &note, &of_note)?;
        let lines = height(&[(cell.label(), WIDTHS[1]), (&text, WIDTHS[2]), (&note, WIDTHS[3] * 1.2)]);
        sheet.set_row_height(row, lines)?;
        if let Some(list) = list {
            sheet.add_data_validation(row, ANSWER, row, ANSWER, &list)?;
        }
        Ok(())
    }

    /// The label of a group of boxes, and a row for each box.
    fn boxes(&mut self, cell: &Cell<'_>, key: &str, choices: &[Choice]) -> Result<(), XlsxError> {
        let Styles { number, label, option, mark: of_mark, note: of_note, .. } = &self.styles;
        let (number, label, option) = (number.clone(), label.clone(), option.clone());
        let (of_mark, of_note) = (of_mark.clone(), of_note.clone());
        let row = self.begin("", "")?;
        let sheet = self.now();
        sheet.write_string_with_format(row, NUMBER, cell.enumerator(), &number)?;
        sheet.write_string_with_format(row, LABEL, cell.label(), &label)?;
        sheet.write_string_with_format(row, NOTE, cell.requirement_text(Language::Japanese), &of_note)?;
        let list = self.list(Vec::from(["○"]))?;
        let marks = choices.iter().map(|choice| (choice.code, mark(choice.chosen)));
        let mut stored = self.stored(cell.path(), words_of_boxes(marks));
        let mut group = None;
        for choice in choices {
            if choice.group != group {
                group = choice.group;
                let row = self.begin("", "")?;
                let sheet = self.now();
                sheet.write_string_with_format(row, NUMBER, "", &number)?;
                sheet.write_string_with_format(row, LABEL, group.unwrap_or_default(), &label)?;
            }
            let row = self.begin(&format!("{key}#{}", choice.code), &std::mem::take(&mut stored))?;
            let sheet = self.now();
            sheet.write_string_with_format(row, NUMBER, "", &number)?;
            sheet.write_string_with_format(row, LABEL, choice.label, &option)?;
            sheet.write_string_with_format(row, ANSWER, mark(choice.chosen), &of_mark)?;
            sheet.set_row_height(row, height(&[(choice.label, WIDTHS[1] - 2.0)]))?;
            sheet.add_data_validation(row, ANSWER, row, ANSWER, &list)?;
        }
        Ok(())
    }

    /// The JSON of an answer, if the library reads another one in what its cell shows.
    pub(super) fn stored(&mut self, path: &FieldPath, words: Option<String>) -> String {
        let own = stored(self.document, path);
        let path = first(path);
        let read = match words {
            Some(words) if self.scratch.put_shown(&path, &words).is_ok() => stored(&self.scratch, &path),
            Some(_) | None => String::new(),
        };
        let _ = self.scratch.remove(&path);
        if read == own { String::new() } else { own }
    }

    /// A drop-down list. Other answers are warned of, because a document can say 「？」 or a number.
    pub(super) fn list(&mut self, list: Vec<&'static str>) -> Result<DataValidation, XlsxError> {
        let rows = list.len();
        let column = self.lists.iter().position(|other| *other == list).unwrap_or_else(|| {
            self.lists.push(list);
            self.lists.len() - 1
        });
        let name = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(column).unwrap_or_default());
        let formula = Formula::new(format!("'{CHOICES}'!${name}$1:${name}${rows}"));
        DataValidation::new()
            .allow_list_formula(formula)
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_message("選択肢にない記載である。")
    }
}

/// How the workbook is filled in.
const HOW_TO: &str = "薄い黄色のセルに記入する。選択肢は一覧から選び、チェックは○とする。事項を増やすときは、その見出しから次の見出しの前までの行を行ごと複写して挿入する（ファイルを増やすときはシートを複写する）。A列とB列（非表示）、項目名は変更しない。記入後、pia transcribe で評価書にする。";

fn is_change(cell: &Cell<'_>) -> bool {
    cell.path().steps().first() == Some(&PathStep::Field(Assessment::changes.name()))
}

/// What is beside an answer: whether it is required, what is printed around it, and its choices.
fn note(cell: &Cell<'_>, choices: &[Choice]) -> String {
    let around = [cell.before(), cell.after()].map(str::trim);
    let around = if around == ["", ""] { String::new() } else { around.join("＿") };
    let listed: Vec<String> = choices
        .iter()
        .map(|choice| match choice.ordinal {
            Some(ordinal) => format!("{ordinal}) {}", choice.label),
            None => choice.label.to_string(),
        })
        .collect();
    let listed = if listed.is_empty() { String::new() } else { format!("＜選択肢＞{}", listed.join("　")) };
    let need = cell.requirement_text(Language::Japanese);
    [need, around, listed].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The height of a row with these texts in columns of these widths.
pub(super) fn height(texts: &[(&str, f64)]) -> f64 {
    let width = |line: &str| line.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum::<f64>();
    let lines = |(text, of): &(&str, f64)| text.split('\n').map(|line| (width(line) / of).ceil().max(1.0)).sum::<f64>();
    (texts.iter().map(lines).fold(1.0, f64::max) * LINE + 3.0).min(HIGHEST)
}
