//! The label of a cell that goes on over a page, with 「（続き）」 on each page but the first.

use core::fmt;

use crate::form::caption::Caption;
use crate::form::text::Out;

/// The columns of a line of a label on paper, and its height in points.
const COLUMNS: usize = 28;
const HEIGHT: usize = 14;

/// Begins the elements of a label whose cell may go on over a page: `</div></th>` ends them.
///
/// Behind the label is a picture of it with 「（続き）」. A browser draws what is behind a cell again on each page. On the first page, the
/// label hides it. The filter makes dots of the picture, so that its words are no text of a PDF.
pub(super) fn again(out: Out<'_>, caption: &Caption<'_, '_>) -> fmt::Result {
    let (number, label, mark) = match caption {
        Caption::Label { number, label, mark } => (*number, label.japanese, *mark),
        Caption::Beyond { tier: _, label } => ("", label.japanese, ""),
        Caption::Line(_) | Caption::Block(_) => ("", "", ""),
    };
    out.write_str(
        "<th scope=\"row\" style=\"--again:url(&quot;data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' \
         font-family='sans-serif' font-size='9.5pt'><filter id='f'><feOffset/></filter><g filter='url(%23f)'>",
    )?;
    let (mut lines, mut used) = (0_usize, COLUMNS);
    for c in [number, label, mark].iter().flat_map(|text| text.chars()) {
        let columns = if c.is_ascii() { 1 } else { 2 };
        if used + columns > COLUMNS {
            line(out, &mut lines)?;
            used = 0;
        }
        used += columns;
        out.write_char(c)?;
    }
    line(out, &mut lines)?;
    write!(out, "（続き）</text></g></svg>&quot;);--high:{}pt\"><div>", lines * HEIGHT)
}

/// Ends the line before, if there is one, and begins the next.
fn line(out: Out<'_>, lines: &mut usize) -> fmt::Result {
    out.write_str(if *lines == 0 { "" } else { "</text>" })?;
    *lines += 1;
    write!(out, "<text y='{}pt'>", *lines * HEIGHT - 4)
}
