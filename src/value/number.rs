//! Reads numbers as people write them: in either width, with thousands separators, with 億, 万 and 千.

use alloc::string::String;

use crate::value::width::fold;

/// Why a number cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotRead {
    /// The string is not a number.
    Unreadable,
    /// The number is greater than 4,294,967,295.
    TooLarge,
}

/// Units, largest first, with the number of zeros that each means.
const UNITS: [(char, u32); 3] = [('億', 8), ('万', 4), ('千', 3)];

/// Whether a character is a number in a circle, as forms number their items: ①.
pub(crate) fn is_circled(c: char) -> bool {
    ('①'..='⑳').contains(&c)
}

/// Reads `62000`, `62,000`, 「６２，０００」, 「6万2千」 and 「6万2,000」. 「6万2」 is an error, because it may mean 60,002 or 62,000.
pub(crate) fn read_number(text: &str) -> Result<u32, NotRead> {
    let folded: String = text.trim().chars().map(fold).collect();
    let (mut rest, mut total, mut below) = (folded.trim(), 0_u64, None);
    for (unit, digits) in UNITS {
        let Some((before, after)) = rest.split_once(unit) else { continue };
        let number = ungrouped(before)?;
        if below.is_some_and(|below| number >= 10_u64.pow(below - digits)) {
            return Err(NotRead::Unreadable);
        }
        total = total.saturating_add(number.saturating_mul(10_u64.pow(digits)));
        (rest, below) = (after, Some(digits));
    }
    total = match below {
        None => ungrouped(rest)?,
        Some(_) if rest.is_empty() => total,
        Some(below) => {
            let written = rest.chars().filter(char::is_ascii_digit).count();
            // The unit leaves this many digits; after 万, three digits are clear as well. With fewer digits a unit may
            // be missing.
            let is_clear = u32::try_from(written).is_ok_and(|written| written == below || (below == 4 && written == 3));
            let number = ungrouped(rest)?;
            if !is_clear {
                return Err(NotRead::Unreadable);
            }
            total.saturating_add(number)
        }
    };
    u32::try_from(total).map_err(|_| NotRead::TooLarge)
}

/// A number of ASCII digits, with or without thousands separators in their right positions.
fn ungrouped(number: &str) -> Result<u64, NotRead> {
    let mut groups = number.split(',');
    let first = groups.next().unwrap_or_default();
    let is_grouped = number.contains(',');
    let is_well_formed = !first.is_empty()
        && (!is_grouped || first.len() <= 3)
        && groups.all(|group| group.len() == 3)
        && number.chars().all(|c| c.is_ascii_digit() || c == ',');
    if !is_well_formed {
        return Err(NotRead::Unreadable);
    }
    let digits: String = number.chars().filter(|c| *c != ',').collect();
    // Only digits are left, so the number can only be too large.
    digits.parse().map_err(|_| NotRead::TooLarge)
}
