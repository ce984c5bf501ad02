//! Explains a determination and its grounds in Japanese and English.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::determination::{Criterion, Determination, Ground};
use super::headroom::{Headroom, Shift};
use super::{Fact, Facts};
use crate::value::band::{Count, CountRange, NumericBand};
use crate::value::incident::Occurrence;
use crate::value::kind::ObligationSet;
use crate::value::language::Language;

impl Determination {
    /// Explains the facts, the result, its grounds and the headroom (判定の説明), one per line.
    ///
    /// ```
    /// use mynumber_pia::{Facts, Language, determine};
    ///
    /// let facts = Facts { population: Some("300000".parse()?), ..Facts::default() };
    /// let determination = determine(&facts);
    /// let japanese = determination.text(Language::Japanese);
    /// assert!(japanese.contains("結果 基礎項目評価及び全項目評価の実施が義務付けられる\n"));
    /// let english = determination.text(Language::English);
    /// assert!(english.contains("result: the basic-item and the all-item assessment are required\n"));
    /// # Ok::<(), mynumber_pia::value::band::CountError>(())
    /// ```
    #[doc(alias = "判定の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let mut lines: Vec<String> = Fact::ALL.iter().map(|fact| known(self.facts(), *fact, language)).collect();
        let result = self.possible().text(language);
        let open: Vec<Fact> = self.open().collect();
        match language {
            Language::Japanese => {
                lines.push(format!("結果 {result}"));
                if !open.is_empty() {
                    lines.push(format!("未確定 結果は{}によって異なる", in_japanese(&open)));
                }
            }
            Language::English => {
                lines.push(format!("result: {result}"));
                if !open.is_empty() {
                    let names: Vec<&str> = open.iter().map(|fact| name(*fact, language)).collect();
                    lines.push(format!("open: it depends on the {}", names.join(" and the ")));
                }
            }
        }
        if let Some(exemption) = self.inapplicable() {
            let (text, source) = (exemption.text(language), exemption.source().citation);
            lines.push(match language {
                Language::Japanese => format!(
                    "適用除外にならない 地方公共団体等の特定個人情報ファイルは「{text}」に当たらない（{source}）"
                ),
                Language::English => format!("not {text}: no file of a local government is one ({source})"),
            });
        }
        let ground = match language {
            Language::Japanese => "根拠",
            Language::English => "ground:",
        };
        lines.extend(self.grounds().map(|each| format!("{ground} {}", each.text(language))));
        lines.extend(
            self.headroom()
                .iter()
                .flat_map(|headroom| headroom_lines(headroom, self.facts().serious_incident, language)),
        );
        lines.join("\n")
    }
}

/// The known value of a fact.
fn known(facts: &Facts, fact: Fact, language: Language) -> String {
    let english = || match fact {
        Fact::Population => facts.population.map(count_in_english),
        Fact::Handlers => facts.handlers.map(count_in_english),
        Fact::SeriousIncident => facts.serious_incident.map(|known| known.code().to_string()),
    };
    let name = name(fact, language);
    match language {
        Language::Japanese => format!("{name} {}", facts.known(fact)),
        Language::English => format!("{name}: {}", english().as_deref().unwrap_or("unknown")),
    }
}

const fn name(fact: Fact, language: Language) -> &'static str {
    match (language, fact) {
        (Language::Japanese, fact) => fact.label(),
        (Language::English, Fact::Population) => "population",
        (Language::English, Fact::Handlers) => "number of handlers",
        (Language::English, Fact::SeriousIncident) => "serious incident",
    }
}

fn headroom_lines(headroom: &Headroom, known: Option<Occurrence>, language: Language) -> Vec<String> {
    let Headroom { more_people, fewer_people, more_handlers, fewer_handlers, incident } = headroom;
    let shifts = [
        (more_people, "対象人数", "多ければ", "more people"),
        (fewer_people, "対象人数", "少なければ", "fewer people"),
        (more_handlers, "取扱者数", "多ければ", "more handlers"),
        (fewer_handlers, "取扱者数", "少なければ", "fewer handlers"),
    ];
    let line = |(shift, fact, japanese, english): (&Option<Shift>, &str, &str, &str)| {
        let Shift { at, by, possible } = (*shift)?;
        let (at, possible) = (CountRange::exactly(at), possible.text(language));
        Some(match language {
            Language::Japanese => {
                format!("結果が変わるまでの差 {fact}が{}{japanese}（{}）、{possible}", by.in_people(), at.in_people())
            }
            Language::English => {
                format!("headroom: with {} {english} ({}), {possible}", in_english(by), in_english(at))
            }
        })
    };
    let mut lines: Vec<String> = shifts.into_iter().filter_map(line).collect();
    lines.extend(incident.map(|possible| match (language, known) {
        (Language::Japanese, _) => {
            format!("結果が変わるまでの差 重大事故の有無が逆であれば、{}", possible.text(language))
        }
        (Language::English, Some(Occurrence::Occurred)) => {
            format!("headroom: without a serious incident, {}", possible.text(language))
        }
        (Language::English, Some(Occurrence::NotOccurred) | None) => {
            format!("headroom: with a serious incident, {}", possible.text(language))
        }
    }));
    lines
}

/// A list of facts as official texts write it: 「対象人数、取扱者数及び重大事故の有無」.
fn in_japanese(facts: &[Fact]) -> String {
    let names: Vec<&str> = facts
        .iter()
        .map(|fact| match fact {
            Fact::Population | Fact::Handlers => fact.label(),
            Fact::SeriousIncident => "重大事故の有無",
        })
        .collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}及び{last}", rest.join("、")),
        Some(_) | None => names.concat(),
    }
}

impl ObligationSet {
    /// The possible obligations in words (義務の説明).
    #[doc(alias = "義務の説明")]
    #[must_use]
    pub fn text(self, language: Language) -> String {
        let texts: Vec<&str> = self.iter().map(|obligation| obligation.text(language)).collect();
        texts.join(match language {
            Language::Japanese => "、又は",
            Language::English => ", or ",
        })
    }
}

impl Criterion {
    /// Explains a criterion (判断の基準の説明): the fact, the bound of the row, and the known value if it says more than the bound:
    /// 「対象人数 1万人以上10万人未満（62,000人）」, 「population of 10,000 to 99,999 (62,000)」.
    #[doc(alias = "読取りの説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match language {
            Language::Japanese => self.japanese(),
            Language::English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        let (fact, bound) = (self.fact(), self.bound());
        let facts = match *self {
            Self::Population { count, .. } => Facts { population: count, ..Facts::default() },
            Self::Handlers { count, .. } => Facts { handlers: count, ..Facts::default() },
            Self::SeriousIncident { known, .. } => Facts { serious_incident: known, ..Facts::default() },
        };
        let known = facts.known(fact);
        let fact = fact.label();
        if known == bound { format!("{fact} {bound}") } else { format!("{fact} {bound}（{known}）") }
    }

    fn english(&self) -> String {
        let (bound, known) = match *self {
            Self::Population { count, band } => {
                (format!("population of {}", in_english(band.range())), of_bound(count, band))
            }
            Self::Handlers { count, band } => (format!("{} handlers", in_english(band.range())), of_bound(count, band)),
            Self::SeriousIncident { known, answer } => {
                let bound = match answer {
                    Occurrence::Occurred => "a serious incident",
                    Occurrence::NotOccurred => "no serious incident",
                };
                (bound.to_string(), known.is_none().then(|| "unknown".to_string()))
            }
        };
        match known {
            Some(known) => format!("{bound} ({known})"),
            None => bound,
        }
    }
}

/// The known value of a count, if it is not the band itself.
fn of_bound<B: NumericBand>(count: Option<Count<B>>, band: B) -> Option<String> {
    match count {
        None => Some("unknown".to_string()),
        Some(count) if count.range() == band.range() => None,
        Some(count) => Some(count_in_english(count)),
    }
}

fn count_in_english<B: NumericBand>(count: Count<B>) -> String {
    in_english(count.range())
}

/// 「10,000 to 99,999」, 「fewer than 500」, 「500 or more」, 「120」.
fn in_english(range: CountRange) -> String {
    // Japanese writes thousands the same way.
    let number = |count| CountRange::exactly(count).in_people().replace('人', "");
    let min = number(range.min());
    match range.max() {
        None => format!("{min} or more"),
        Some(max) if max == range.min() => min,
        Some(max) if range.min() == 0 && max < u32::MAX => format!("fewer than {}", number(max + 1)),
        Some(max) => format!("{min} to {}", number(max)),
    }
}

impl Ground {
    /// Explains an exemption, or the facts that a row reads and what it requires (根拠の説明), with the source.
    ///
    /// ```
    /// use mynumber_pia::{Facts, Language, Occurrence, determine};
    ///
    /// let determination = determine(&Facts {
    ///     population: Some("62000".parse()?),
    ///     handlers: Some("500人未満".parse()?),
    ///     serious_incident: Some(Occurrence::NotOccurred),
    /// });
    /// let grounds: Vec<String> = determination.grounds().map(|ground| ground.text(Language::English)).collect();
    /// assert_eq!(grounds, [
    ///     "population of 10,000 to 99,999 (62,000), fewer than 500 handlers, no serious incident → \
    ///      the basic-item assessment is required [規則第5条第1項、第4条第8号ロ; confirmed]",
    /// ]);
    /// # Ok::<(), mynumber_pia::value::band::CountError>(())
    /// ```
    #[doc(alias = "根拠の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Exemption(exemption, body) => {
                format!("{} [{}]", exemption.text(language), exemption.source_for(*body).text(language))
            }
            Self::Row { row, .. } => {
                let criteria: Vec<String> = self.criteria().map(|criterion| criterion.text(language)).collect();
                let criteria = criteria.join(match language {
                    Language::Japanese => "、",
                    Language::English => ", ",
                });
                format!("{criteria} → {} [{}]", row.obligation.text(language), row.source.text(language))
            }
        }
    }
}

/// Prints Japanese.
impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::Japanese))
    }
}

/// Prints Japanese: 「対象人数 1,000人未満（999人） → 特定個人情報保護評価の実施が義務付けられない [規則第4条第3号; 確認済み]」.
impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::Japanese))
    }
}

/// Prints Japanese, with one line for each fact, for the result, and for each ground.
impl fmt::Display for Determination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::Japanese))
    }
}
