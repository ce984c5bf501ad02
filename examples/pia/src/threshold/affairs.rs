//! Five published assessments, with the facts that each prints and the result that it declares.

use mynumber_pia::threshold::Fact;
use mynumber_pia::value::band::{HandlersBand, PopulationBand};
use mynumber_pia::{AssessmentKind, Count, Determination, Facts, Language, Obligation, Occurrence, determine};
use serde::{Serialize, Serializer};

use crate::options::{Both, both};

/// An affair as its published assessment shows it.
pub(crate) struct Affair {
    pub(crate) body: &'static str,
    pub(crate) name: &'static str,
    /// The form in which the assessment is written.
    pub(crate) form: AssessmentKind,
    /// The day of publication as an ISO date; `None` if the text does not show it.
    pub(crate) published: Option<&'static str>,
    pub(crate) facts: Facts,
    /// Why a fact is open, in the order of the facts.
    pub(crate) open: &'static [(Fact, Both)],
    /// The obligation that the document declares; `None` if the excerpt does not show it.
    pub(crate) declared: Option<Obligation>,
    pub(crate) remark: Option<Both>,
}

/// An affair and its determination, with the fields in the order of the JSON.
#[derive(Serialize)]
pub(crate) struct Answer {
    pub(crate) body: &'static str,
    pub(crate) affair: &'static str,
    pub(crate) kind: AssessmentKind,
    pub(crate) published: Option<&'static str>,
    pub(crate) facts: Facts,
    #[serde(serialize_with = "as_object")]
    pub(crate) open_because: Vec<(Fact, &'static str)>,
    pub(crate) determination: Determination,
    pub(crate) declared: Option<Obligation>,
    pub(crate) agrees: Option<Agrees>,
    pub(crate) remark: Option<&'static str>,
}

/// How the declared result compares with the facts.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Agrees {
    Yes,
    /// One of several results that are possible because facts are open.
    Possible,
    No,
}

impl Answer {
    pub(crate) fn of(affair: &'static Affair, language: Language) -> Self {
        let Affair { body, name, form, published, facts, open, declared, ref remark } = *affair;
        let determination = determine(&facts);
        let agrees = declared.map(|declared| {
            if determination.required() == Some(declared) {
                Agrees::Yes
            } else if determination.possible().contains(declared) {
                Agrees::Possible
            } else {
                Agrees::No
            }
        });
        Self {
            body,
            affair: name,
            kind: form,
            published,
            facts,
            open_because: open.iter().map(|(fact, why)| (*fact, why.text(language))).collect(),
            determination,
            declared,
            agrees,
            remark: remark.as_ref().map(|remark| remark.text(language)),
        }
    }
}

/// Writes `{"handlers": "why it is open"}`.
fn as_object<S: Serializer>(open: &[(Fact, &str)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(open.iter().copied())
}

/// 様式3 and 様式4 ask neither for the handlers of the affair nor for incidents with 特定個人情報 within a year.
const NOT_ON_FORMS_3_AND_4: &[(Fact, Both)] = &[
    (Fact::Handlers, both("この様式には取扱者数の欄がない", "the form does not print it")),
    (
        Fact::SeriousIncident,
        both(
            "この様式は過去3年・個人情報の事故だけを問う（発生なし）",
            "the form only asks about three years and personal \
         information (発生なし), which is another question",
        ),
    ),
];

const fn population(band: PopulationBand) -> Facts {
    Facts { population: Some(Count::Band(band)), handlers: None, serious_incident: None }
}

pub(crate) static AFFAIRS: [Affair; 5] = [
    Affair {
        body: "江戸川区",
        name: "国民健康保険に関する事務",
        form: AssessmentKind::AllItem,
        published: Some("2024-12-06"),
        facts: population(PopulationBand::AtLeast300000),
        open: NOT_ON_FORMS_3_AND_4,
        declared: Some(Obligation::BasicItemAndAllItem),
        remark: None,
    },
    Affair {
        body: "新宿区",
        name: "国民健康保険に関する事務",
        form: AssessmentKind::AllItem,
        published: None,
        facts: Facts { population: None, handlers: None, serious_incident: None },
        open: &[
            (Fact::Population, both("変更箇所の抜粋に対象人数がない", "the excerpt of changes does not show it")),
            (Fact::Handlers, both("変更箇所の抜粋に取扱者数がない", "the excerpt of changes does not show it")),
            (Fact::SeriousIncident, both("変更箇所の抜粋に重大事故がない", "the excerpt of changes does not show it")),
        ],
        declared: None,
        remark: Some(both(
            "区の要綱第4条第2項により、重点項目評価となる事務は全項目評価を行う",
            "by its own rules the ward carries out an \
             all-item assessment where a key-item assessment is due",
        )),
    },
    Affair {
        body: "川口市",
        name: "後期高齢者医療に関する事務",
        form: AssessmentKind::KeyItem,
        published: Some("2025-12-26"),
        facts: population(PopulationBand::From100000To299999),
        open: NOT_ON_FORMS_3_AND_4,
        declared: Some(Obligation::BasicItemAndKeyItem),
        remark: None,
    },
    Affair {
        body: "熊谷市",
        name: "国民健康保険に関する事務",
        form: AssessmentKind::BasicItem,
        published: Some("2025-05-30"),
        facts: Facts {
            population: Some(Count::Band(PopulationBand::From10000To99999)),
            handlers: Some(Count::Band(HandlersBand::Under500)),
            serious_incident: Some(Occurrence::Occurred),
        },
        open: &[],
        declared: Some(Obligation::BasicItemAndKeyItem),
        remark: None,
    },
    Affair {
        body: "松戸市",
        name: "後期高齢者医療制度に関する事務",
        form: AssessmentKind::KeyItem,
        published: None,
        facts: population(PopulationBand::From100000To299999),
        open: NOT_ON_FORMS_3_AND_4,
        declared: Some(Obligation::BasicItemAndKeyItem),
        remark: None,
    },
];
