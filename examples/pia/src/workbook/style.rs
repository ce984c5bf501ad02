//! How the cells of the workbook look: black lines, shaded labels, and a light yellow where something is to be filled in.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) section: Format,
    pub(super) part: Format,
    pub(super) group: Format,
    pub(super) text: Format,
    pub(super) number: Format,
    pub(super) label: Format,
    pub(super) option: Format,
    pub(super) answer: Format,
    pub(super) mark: Format,
    pub(super) note: Format,
    pub(super) head: Format,
    pub(super) cell: Format,
    pub(super) hidden: Format,
}

const BAR: Color = Color::RGB(0x00D9_E2EC);
const HEAD: Color = Color::RGB(0x00F2_F2F2);
const FILL_IN: Color = Color::RGB(0x00FF_FBE6);

impl Styles {
    pub(super) fn new() -> Self {
        let plain = Format::new()
            .set_font_name("MS PGothic")
            .set_font_size(11)
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            // Text, so that nothing that is typed becomes a date or a number.
            .set_num_format("@");
        let framed = plain.clone().set_border(FormatBorder::Thin);
        let label = framed.clone().set_background_color(HEAD);
        let answer = framed.clone().set_background_color(FILL_IN);
        let bar = framed.clone().set_bold().set_background_color(BAR);
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            section: bar.clone().set_font_size(12),
            part: bar,
            group: label.clone().set_bold(),
            text: plain.clone(),
            number: label.clone().set_align(FormatAlign::Center).set_border_right(FormatBorder::None),
            label: label.clone().set_border_left(FormatBorder::None),
            option: label.clone().set_border_left(FormatBorder::None).set_indent(1),
            mark: answer.clone().set_align(FormatAlign::Center),
            answer,
            note: plain.clone().set_font_size(9),
            head: label.set_bold().set_align(FormatAlign::Center),
            cell: framed,
            hidden: Format::new().set_num_format("@"),
        }
    }
}
