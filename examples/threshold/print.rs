//! Determinations as text, in Japanese with the codes beside it.

use std::io::{self, Write};

use mynumber_pia::threshold::{Determination, Fact, Facts, Ground, Headroom, Reading, Shift};
use mynumber_pia::value::band::{Count, CountRange, NumericBand};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::incident::Occurrence;
use mynumber_pia::value::kind::{Obligation, ObligationSet};
use mynumber_pia::value::source::{Certainty, Source};

use crate::affairs::{Agrees, Answer};

pub(crate) fn affair(out: &mut impl Write, answer: &Answer) -> io::Result<()> {
    let published = answer.published.and_then(|date| date.parse::<FormDate>().ok());
    let published = published.map_or("公表日不明".to_string(), |date| format!("公表 {date}"));
    writeln!(out, "{} {}（{}、{published}）", answer.body, answer.affair, answer.kind.document())?;
    facts(out, &answer.facts, answer.open_because)?;
    determination(out, &answer.determination)?;
    match answer.declared {
        None => writeln!(out, "  declared  抜粋に記載なし / the excerpt does not show it")?,
        Some(declared) => writeln!(out, "  declared  {declared}: {}", declared.label())?,
    }
    match answer.agrees {
        None => {}
        Some(Agrees::Yes) => writeln!(out, "            一致 / agrees")?,
        Some(Agrees::Possible) => writeln!(
            out,
            "            矛盾なし、未記載の事項による / one of the possible results, as the open facts may have it"
        )?,
        Some(Agrees::No) => writeln!(out, "            不一致 / DOES NOT AGREE")?,
    }
    if let Some(remark) = answer.remark {
        writeln!(out, "  remark    {remark}")?;
    }
    writeln!(out)
}

pub(crate) fn facts(out: &mut impl Write, facts: &Facts, open: &[(Fact, &str)]) -> io::Result<()> {
    let Facts { population, handlers, serious_incident } = facts;
    for (fact, read) in [
        (Fact::Population, count(*population)),
        (Fact::Handlers, count(*handlers)),
        (Fact::SeriousIncident, answer(*serious_incident)),
    ] {
        write!(out, "  {} {:<10}  {read}", fact.label(), fact.code())?;
        match open.iter().find(|(other, _)| *other == fact) {
            Some((_, why)) => writeln!(out, ": {why}")?,
            None => writeln!(out)?,
        }
    }
    Ok(())
}

pub(crate) fn determination(out: &mut impl Write, determination: &Determination) -> io::Result<()> {
    if let Some(required) = determination.required() {
        writeln!(out, "  required  {required}: {}", required.label())?;
    } else {
        for (i, possible) in determination.possible().iter().enumerate() {
            let head = if i == 0 { "possible" } else { "      or" };
            writeln!(out, "  {head}  {possible}: {}", possible.label())?;
        }
        let open: Vec<String> = determination.open().map(|fact| format!("{} {fact}", fact.label())).collect();
        writeln!(out, "  open      {} が決める / decides", open.join("、"))?;
    }
    grounds(out, determination)?;
    if let Some(headroom) = determination.headroom() {
        self::headroom(out, &headroom)?;
    }
    Ok(())
}

fn grounds(out: &mut impl Write, determination: &Determination) -> io::Result<()> {
    let mut last = 0;
    for ground in determination.grounds() {
        match ground {
            Ground::Exemption(exemption) => {
                writeln!(out, "  ground    {} {}", exemption.label(), cited(exemption.source()))?;
            }
            Ground::Row { row, reading } => {
                if row.number == last {
                    write!(out, "                   ")?;
                } else {
                    write!(out, "  ground    row {}  ", row.number)?;
                    last = row.number;
                }
                let read = match reading {
                    Reading::Population { count: read, .. } => count(read),
                    Reading::Handlers { count: read, .. } => count(read),
                    Reading::SeriousIncident { known, .. } => answer(known),
                };
                write!(out, "{} {}", reading.fact().label(), reading.bound())?;
                if read != reading.bound() {
                    write!(out, "（{read}）")?;
                }
                // The last fact that the row reads carries the row's source.
                let is_last = match reading {
                    Reading::Population { .. } => row.handlers.is_none() && row.serious_incident.is_none(),
                    Reading::Handlers { .. } => row.serious_incident.is_none(),
                    Reading::SeriousIncident { .. } => true,
                };
                if is_last {
                    write!(out, " → {} {}", row.obligation, cited(row.source))?;
                }
                writeln!(out)?;
            }
        }
    }
    Ok(())
}

/// 「[規則第6条（条番号は未確認）; 確認済み]」: the article and how sure it is, then how sure the statement is.
fn cited(source: Source) -> String {
    let article = match source.citation_certainty {
        Certainty::Confirmed => String::new(),
        certainty @ (Certainty::PartlyConfirmed | Certainty::Unconfirmed) => {
            format!("（条番号は{}）", certainty.label())
        }
    };
    format!("[{}{article}; {}]", source.citation, source.certainty.label())
}

fn headroom(out: &mut impl Write, headroom: &Headroom) -> io::Result<()> {
    let Headroom { more_people, fewer_people, more_handlers, fewer_handlers, incident } = headroom;
    let shifts = [
        (more_people, "対象人数", "多ければ / more people"),
        (fewer_people, "対象人数", "少なければ / fewer people"),
        (more_handlers, "取扱者数", "多ければ / more handlers"),
        (fewer_handlers, "取扱者数", "少なければ / fewer handlers"),
    ];
    for (shift, fact, change) in shifts {
        if let Some(Shift { at, by, possible }) = shift {
            writeln!(out, "  headroom  {fact} {} {change} ({}人): {}", people(*by), number(*at), codes(*possible))?;
        }
    }
    if let Some(possible) = incident {
        writeln!(
            out,
            "  headroom  重大事故の有無が変われば / with the other answer about an incident: {}",
            codes(*possible)
        )?;
    }
    Ok(())
}

fn codes(possible: ObligationSet) -> String {
    let codes: Vec<_> = possible.iter().map(Obligation::code).collect();
    codes.join(" or ")
}

fn count<B: NumericBand>(count: Option<Count<B>>) -> String {
    match count {
        Some(Count::Exact(exact)) => format!("{}人", number(exact)),
        Some(Count::Band(band)) => band.label().to_string(),
        Some(Count::Range(range)) => people(range),
        None => "不明 unknown".to_string(),
    }
}

fn answer(known: Option<Occurrence>) -> String {
    known.map_or("不明 unknown", Occurrence::label).to_string()
}

fn people(range: CountRange) -> String {
    match range.max() {
        Some(max) if max == range.min() => format!("{}人", number(max)),
        Some(max) => format!("{}～{}人", number(range.min()), number(max)),
        None => format!("{}人以上", number(range.min())),
    }
}

/// With thousands separators, as the forms print numbers.
fn number(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
