//! A register to start from.

use std::io::Write;

use mynumber_pia::affair::{Dossier, Gathered, Publication, PublishedBy, Register, RegisteredAffair, Since, Version};
use mynumber_pia::{AssessmentKind, Language};

use crate::Failure;
use crate::options::{Both, both};

/// Writes a register with what the papers say. What they do not say is left out, and named on standard error.
pub(crate) fn write(gathered: &Gathered<'_>, out: &mut impl Write, language: Language) -> Result<bool, Failure> {
    let note =
        |japanese: String, english: String| eprintln!("pia affairs: {}", Both::new(japanese, english).text(language));
    let mut bodies: Vec<_> = gathered.dossiers.iter().filter_map(|dossier| dossier.key().body).collect();
    bodies.dedup();
    let Some(body) = bodies.first() else {
        return Err(Failure::Input(both("評価実施機関名のある評価書がない", "no paper names a body")));
    };
    let mut register = match gathered.dossiers.iter().find_map(Dossier::register) {
        Some(known) => Register { affairs: Vec::new(), ..known.clone() },
        None => Register::new((*body).clone()),
    };
    for dossier in &gathered.dossiers {
        let key = dossier.key();
        let (Some(number), Some(name)) = (key.number, key.name) else {
            note(
                format!("{dossier}: 評価書番号又は事務の名称がないので書かない"),
                format!("{dossier}: left out, because it has no number or no name"),
            );
            continue;
        };
        let mut affair = dossier.entry.cloned().unwrap_or_else(|| RegisteredAffair::new(number.clone(), name.clone()));
        if dossier.entry.is_none() {
            for paper in AssessmentKind::ALL {
                let Some(day) = dossier.latest(*paper).and_then(Version::day) else { continue };
                match dossier.assessed(*paper) {
                    Since::On(on) => {
                        affair.publications.push(Publication { paper: *paper, on, by: PublishedBy::Assessed });
                    }
                    Since::Between { .. } | Since::Unknown => {
                        let document = paper.document();
                        note(
                            format!(
                                "{dossier}: {document} {day} の公表の根拠が分からない（assessed、corrected、voluntary のいずれかを書く）"
                            ),
                            format!(
                                "{dossier}: {document} {day}: the ground of publication is not known (add assessed, corrected or voluntary)"
                            ),
                        );
                    }
                }
            }
            affair.ended = dossier.ended();
        }
        register.affairs.push(affair);
    }
    serde_json::to_writer_pretty(&mut *out, &register).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(true)
}
