//! Determinations as text, in Japanese with the codes beside it.

use std::io::{self, Write};

use mynumber_pia::threshold::{Fact, Ground, Headroom, Shift};
use mynumber_pia::value::band::CountRange;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::{Determination, Facts};

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
    for fact in Fact::ALL {
        write!(out, "  {} {:<10}  {}", fact.label(), fact.code(), bilingual(&facts.known(*fact)))?;
        match open.iter().find(|(other, _)| other == fact) {
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
            Ground::Exemption(_) => write!(out, "  ground    ")?,
            Ground::Row { row, .. } if row.number == last => write!(out, "                   ")?,
            Ground::Row { row, .. } => {
                write!(out, "  ground    row {}  ", row.number)?;
                last = row.number;
            }
        }
        writeln!(out, "{}", bilingual(&ground.to_string()))?;
    }
    Ok(())
}

fn headroom(out: &mut impl Write, headroom: &Headroom) -> io::Result<()> {
    let Headroom { more_people, fewer_people, more_handlers, fewer_handlers, incident } = headroom;
    let shifts = [
        (more_people, Fact::Population, "多ければ / more people"),
        (fewer_people, Fact::Population, "少なければ / fewer people"),
        (more_handlers, Fact::Handlers, "多ければ / more handlers"),
        (fewer_handlers, Fact::Handlers, "少なければ / fewer handlers"),
    ];
    for (shift, fact, change) in shifts {
        if let Some(Shift { at, by, possible }) = shift {
            let (by, at) = (by.in_people(), CountRange::exactly(*at).in_people());
            writeln!(out, "  headroom  {} {by} {change} ({at}): {possible}", fact.label())?;
        }
    }
    if let Some(possible) = incident {
        writeln!(out, "  headroom  重大事故の有無が変われば / with the other answer about an incident: {possible}")?;
    }
    Ok(())
}

/// The library writes Japanese. Only an open fact needs the English word too.
fn bilingual(text: &str) -> String {
    text.replace("不明", "不明 unknown")
}
