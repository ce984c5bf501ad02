//! The assessment plan register of a body, as data.

use alloc::vec::Vec;
use core::fmt::{self, Display};
use core::marker::PhantomData;

use chrono::NaiveDate;
use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::day;
use crate::assessment::Assessment;
use crate::threshold::Exemption;
use crate::value::band::{Count, HandlersBand, PopulationBand};
use crate::value::code_list::code_list;
use crate::value::error::Words;
use crate::value::head::{FormatName, FormatVersion};
use crate::value::incident::SeriousIncident;
use crate::value::kind::{AssessmentKind, BodyKind, Obligation};
use crate::value::sorted::sort_by_key;
use crate::value::text::Text;

/// The name of the format of a register (計画管理書の形式名), the value of `format` in every stored register.
pub const REGISTER_FORMAT: &str = "mynumber-pia-register";

/// The version of the format of a register that this crate writes and reads (計画管理書の形式の版).
pub const REGISTER_VERSION: u32 = 1;

/// What a body knows about its affairs that no paper says (計画管理書).
///
/// The register of a body is also a form (様式1), which was not read; this type is not that form. It names papers by number, kind
/// and day, and copies nothing from them, so that it cannot contradict them.
///
/// In JSON it is an object with `"format": "mynumber-pia-register"` and `"version": 1`, in any order. What is not known is left
/// out. Unknown fields, duplicate fields, other versions and impossible days are errors; [`load_register`](super::load_register)
/// says where.
///
/// ```
/// use mynumber_pia::affair::Register;
///
/// let json = r#"{"format":"mynumber-pia-register","version":1,"body":"川口市長","kind":"local_government","incidents":[],
///     "affairs":[{"number":"5","name":"介護保険に関する事務","publications":[
///         {"paper":"basic_item","on":"2025-09-05","by":"assessed"}]}]}"#;
/// let register: Register = serde_json::from_str(json)?;
/// assert_eq!(register.affairs[0].publications[0].on.to_string(), "2025-09-05");
/// assert_eq!(serde_json::to_string(&register)?, json.replace("\n    ", "").replace("    ", ""));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// 評価実施機関名.
    pub body: Text,
    /// The kind of the body, if it is known.
    pub kind: Option<BodyKind>,
    /// All serious incidents of the body, whichever affair they happened in (規則第4条第8号ロ). `None` if the register does not list
    /// them; an empty list says that there was none.
    pub incidents: Option<Vec<SeriousIncident>>,
    /// The affairs of the body.
    pub affairs: Vec<RegisteredAffair>,
}

impl Register {
    /// A register of this body without affairs.
    #[must_use]
    pub const fn new(body: Text) -> Self {
        Self { body, kind: None, incidents: None, affairs: Vec::new() }
    }
}

/// An affair in the register of its body (計画管理書の事務).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredAffair {
    /// 評価書番号.
    pub number: Text,
    /// 事務の名称.
    pub name: Text,
    /// 取りまとめの評価実施機関, if another body writes and files the papers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Text>,
    /// The ground on which the affair is exempt (適用除外).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption: Option<Exemption>,
    /// Counts that are newer than the papers.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "optional")]
    pub facts: Option<DatedFacts>,
    /// What was published, the oldest first (公表の記録).
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "list")]
    pub publications: Vec<Publication>,
    /// The day of the last review (見直し).
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::optional")]
    pub reviewed: Option<NaiveDate>,
    /// The day on which the affair ended (事務の終了).
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::optional")]
    pub ended: Option<NaiveDate>,
    /// The day on which the Commission was notified of the end (終了の通知, 規則第16条).
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day::optional")]
    pub notified: Option<NaiveDate>,
    /// What the body assesses at least, by its own policy and whatever the facts ask for (自主方針).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<Obligation>,
    /// What the body plans (評価の計画).
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "list")]
    pub planned: Vec<Planned>,
}

impl RegisteredAffair {
    /// Creates an affair with its number and its name only.
    #[must_use]
    pub const fn new(number: Text, name: Text) -> Self {
        Self {
            number,
            name,
            lead: None,
            exemption: None,
            facts: None,
            publications: Vec::new(),
            reviewed: None,
            ended: None,
            notified: None,
            policy: None,
            planned: Vec::new(),
        }
    }
}

impl RegisteredAffair {
    /// Records that a paper was last published after an assessment or a re-assessment on this day (最後の評価の実施・再実施). Later days on
    /// which these documents of the affair were published, and which the register does not list, were then those of corrections.
    ///
    /// ```
    /// use mynumber_pia::affair::{Dossier, Register, Since};
    /// use mynumber_pia::{Assessment, AssessmentKind};
    ///
    /// let paper: Assessment = serde_json::from_str(r#"{"format": "mynumber-pia", "version": 1, "kind": "basic_item",
    ///     "edition": "form_2_2024_10", "cover": {"number": "8", "body": "甲市長", "published": "2025-05-30"}}"#)?;
    /// let mut register: Register = serde_json::from_str(r#"{"format": "mynumber-pia-register", "version": 1, "body": "甲市長",
    ///     "affairs": [{"number": "8", "name": "国民健康保険に関する事務"}]}"#)?;
    /// let day = "2023-04-01".parse().unwrap();
    /// register.affairs[0].assessed_last(AssessmentKind::BasicItem, day, [&paper]);
    /// let dossier = Dossier::of_papers([&paper], register.affairs.first(), Some(&register));
    /// assert_eq!(dossier.assessed(AssessmentKind::BasicItem), Since::On(day));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "最後の評価の実施・再実施")]
    pub fn assessed_last<'d>(
        &mut self,
        paper: AssessmentKind,
        on: NaiveDate,
        documents: impl IntoIterator<Item = &'d Assessment>,
    ) {
        let days = documents.into_iter().filter(|document| document.kind() == paper);
        for day in days.filter_map(|document| document.cover.published.given()) {
            let is_listed =
                |one: &Publication| one.paper == paper && day.first_day() <= one.on && one.on <= day.last_day();
            if on < day.first_day() && !self.publications.iter().any(is_listed) {
                self.publications.push(Publication { paper, on: day.last_day(), by: PublishedBy::Corrected });
            }
        }
        let assessed = Publication { paper, on, by: PublishedBy::Assessed };
        if !self.publications.contains(&assessed) {
            self.publications.push(assessed);
        }
        sort_by_key(&mut self.publications, |publication| publication.on);
    }
}

/// A publication of a paper (公表の記録).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Which paper.
    pub paper: AssessmentKind,
    /// The day of publication (公表日).
    #[serde(with = "day")]
    pub on: NaiveDate,
    /// Under what it was published.
    pub by: PublishedBy,
}

code_list! {
    /// The ground on which a paper was published. It decides whether the period of 規則第15条 begins again.
    pub enum PublishedBy ("ground of publication", "公表の根拠") {
        /// After an assessment or a re-assessment (規則第5条第2項, 第6条第3項, 第7条第6項, 第8条, 番号法第28条第4項). The period of 規則第15条 begins.
        Assessed = "assessed", "評価の実施・再実施";
        /// After a correction (規則第14条第2項). 規則第15条 does not name it, so its period goes on.
        Corrected = "corrected", "評価書の修正";
        /// Without a duty (任意). Whether the period of 規則第15条 begins is not known.
        Voluntary = "voluntary", "任意の評価";
    }
}

/// Something that a body plans (評価の計画).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// What will happen.
    pub what: PlannedEvent,
    /// The day on which it will happen.
    #[serde(with = "day")]
    pub on: NaiveDate,
}

code_list! {
    /// What a body plans.
    pub enum PlannedEvent ("planned event", "計画されている契機") {
        /// The body will begin to hold a file.
        Hold = "hold", "特定個人情報ファイルの保有";
        /// The affair will change.
        Change = "change", "変更";
    }
}

/// The counts of an affair, newer than those in its papers (計数の日の付いた対象人数、取扱者数).
///
/// Serious incidents are not here: they belong to the body ([`Register::incidents`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedFacts {
    /// The day of the counts (いつ時点の計数か).
    #[serde(with = "day")]
    pub on: NaiveDate,
    /// 対象人数.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<Count<PopulationBand>>,
    /// 取扱者数.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handlers: Option<Count<HandlersBand>>,
}

impl Serialize for Register {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename = "Register")]
        struct Fields<'a> {
            format: &'static str,
            version: u32,
            body: &'a Text,
            #[serde(skip_serializing_if = "Option::is_none")]
            kind: Option<BodyKind>,
            #[serde(skip_serializing_if = "Option::is_none")]
            incidents: Option<&'a [SeriousIncident]>,
            affairs: &'a [RegisteredAffair],
        }
        let Self { body, kind, incidents, affairs } = self;
        let (format, version) = (REGISTER_FORMAT, REGISTER_VERSION);
        Fields { format, version, body, kind: *kind, incidents: incidents.as_deref(), affairs }.serialize(serializer)
    }
}

/// The fields of a register as they are stored.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    #[serde(deserialize_with = "format")]
    format: (),
    #[serde(deserialize_with = "version")]
    version: (),
    body: Text,
    #[serde(default)]
    kind: Option<BodyKind>,
    #[serde(default, deserialize_with = "optional_list")]
    incidents: Option<Vec<SeriousIncident>>,
    #[serde(deserialize_with = "list")]
    affairs: Vec<RegisteredAffair>,
}

fn format<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    de::DeserializeSeed::deserialize(FormatName(REGISTER_FORMAT), deserializer)
}

fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    de::DeserializeSeed::deserialize(FormatVersion(REGISTER_VERSION), deserializer)
}

impl<'de> Deserialize<'de> for Register {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Read(Stored { format: (), version: (), body, kind, incidents, affairs }) = Read::deserialize(deserializer)?;
        Ok(Self { body, kind, incidents, affairs })
    }
}

/// An object of a register. The error for anything else says what it is, in both languages.
trait Object: for<'de> Deserialize<'de> {
    const EXPECTED: Words;
}

macro_rules! objects {
    ($($object:ident $english:literal, $japanese:literal;)+) => {
        $(
            impl Object for $object {
                const EXPECTED: Words = Words { english: $english, japanese: $japanese };
            }
        )+
    };
}

objects! {
    Stored "a register (計画管理書)", "計画管理書";
    RegisteredAffair "an affair with its number and name", "評価書番号と名称のある事務";
    Publication "a publication with paper, on and by", "paper、on、by のある公表の記録";
    Planned "a plan with what and on", "what と on のある計画";
    DatedFacts "counts with their day (on)", "計数の日（on）のある対象人数、取扱者数";
    SeriousIncident "a serious incident with date and scope", "date と scope のある重大事故";
}

/// An object that is read as a map.
struct Read<T>(T);

impl<'de, T: Object> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);
        impl<'de, T: Object> de::Visitor<'de> for Visitor<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                T::EXPECTED.fmt(f)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_map(Visitor(PhantomData)).map(Self)
    }
}

/// A list of objects.
struct List<T>(Vec<T>);

impl<'de, T: Object> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);
        impl<'de, T: Object> de::Visitor<'de> for Visitor<T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Words { english: "a list", japanese: "一覧" }.fmt(f)
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
                // The length that the input states is not trusted.
                let mut read = Vec::new();
                while let Some(Read(next)) = list.next_element()? {
                    read.push(next);
                }
                Ok(read)
            }
        }
        deserializer.deserialize_seq(Visitor(PhantomData)).map(Self)
    }
}

fn list<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    List::deserialize(deserializer).map(|List(list)| list)
}

fn optional_list<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<T>>, D::Error> {
    Ok(Option::<List<T>>::deserialize(deserializer)?.map(|List(list)| list))
}

fn optional<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(Option::<Read<T>>::deserialize(deserializer)?.map(|Read(object)| object))
}
