//! The papers of one affair, with their versions.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use super::papers::Papers;
use super::register::{Publication, PublishedBy, Register, RegisteredAffair};
use crate::assessment::Assessment;
use crate::value::incident::SeriousIncident;
use crate::value::kind::{AssessmentKind, BodyKind};
use crate::value::names::same_body;
use crate::value::sorted::sort_by_key;
use crate::value::text::Text;

/// A version of a paper (版): the document, and its publication if the register lists it.
#[non_exhaustive]
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The document.
    pub document: &'a Assessment,
    /// Its publication in the register: the one of this paper on the day of the document.
    pub publication: Option<Publication>,
}

impl Version<'_> {
    /// The day that this version describes (公表日): that of its publication, or the
    /// [day of the document](Assessment::own_day).
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.publication.map(|publication| publication.on).or_else(|| self.document.own_day())
    }
}

/// The papers of one affair (事務の評価書一式), with their versions, the oldest first.
///
/// [`gather`](Self::gather) makes the dossiers of a body. One document is a dossier of one paper ([`of`](Self::of)).
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::affair::{Dossier, Since};
/// use mynumber_pia::{Assessment, AssessmentKind};
///
/// // A correction of 2024-05-01. The cover does not say when the affair was last assessed.
/// let document: Assessment = serde_json::from_str(r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item",
///     "edition": "form_3_2019_01", "cover": {"published": "2024-05-01"}, "procedure": {"basic_assessment_date": "2020-03-01"},
///     "changes": [{"date": "2024-05-01"}]}"#)?;
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let since = Dossier::of(&document).assessed(AssessmentKind::KeyItem);
/// assert_eq!(since, Since::Between { earliest: Some(day(2020, 3, 1)), latest: day(2024, 5, 1) });
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Dossier<'a> {
    /// The affair in the register; `None` if there is no register, or it does not list the affair.
    pub entry: Option<&'a RegisteredAffair>,
    register: Option<&'a Register>,
    /// By kind, the oldest first.
    papers: [Vec<Version<'a>>; 3],
}

/// Since when the period of 規則第15条 runs for a paper (最後の評価の日).
///
/// Serde writes it as `{"since", "since_label", "earliest", "latest"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Since {
    /// Since this day, on which the paper was last published after an assessment or a re-assessment.
    On(NaiveDate),
    /// Since a day that is not known, but not before the earliest, if there is one, and not after the latest.
    Between {
        /// The earliest day; `None` if no document shows one.
        earliest: Option<NaiveDate>,
        /// The latest day.
        latest: NaiveDate,
    },
    /// Nothing is known of it.
    Unknown,
}

impl serde::Serialize for Since {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Fields {
            since: &'static str,
            since_label: &'static str,
            #[serde(with = "super::day::optional")]
            earliest: Option<NaiveDate>,
            #[serde(with = "super::day::optional")]
            latest: Option<NaiveDate>,
        }
        let (since, since_label, earliest, latest) = match *self {
            Self::On(day) => ("on", "評価の実施・再実施による公表の日", Some(day), Some(day)),
            Self::Between { earliest, latest } => {
                ("between", "この間に評価の実施・再実施による公表", earliest, Some(latest))
            }
            Self::Unknown => ("unknown", "不明", None, None),
        };
        Fields { since, since_label, earliest, latest }.serialize(serializer)
    }
}

/// What identifies an affair (事務の特定): the body, the number of its papers, and its name, as far as they are known.
///
/// Serde writes it as `{"body", "number", "name"}`.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct AffairKey<'a> {
    /// 評価実施機関名.
    pub body: Option<&'a Text>,
    /// 評価書番号.
    pub number: Option<&'a Text>,
    /// 事務の名称.
    pub name: Option<&'a Text>,
}

impl AffairKey<'_> {
    /// Whether two keys are those of one affair (同一の事務): the number, the name and, if both name one, the body are the same. A body may be
    /// named with its prefecture or without it.
    #[doc(alias = "同一の事務")]
    #[must_use]
    pub fn is_same(self, other: Self) -> bool {
        let bodies = self.body.zip(other.body);
        (self.number, self.name) == (other.number, other.name)
            && bodies.is_none_or(|(one, other)| same_body(one.as_str(), other.as_str()))
    }
}

/// The number and the name: 「5 介護保険に関する事務」.
impl fmt::Display for AffairKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { body: _, number, name } = self;
        let name = name.map_or("（事務の名称なし）", Text::as_str);
        match number {
            Some(number) => write!(f, "{number} {name}"),
            None => f.write_str(name),
        }
    }
}

impl<'a> Dossier<'a> {
    /// The dossier of one document (一つの評価書).
    #[must_use]
    pub fn of(document: &'a Assessment) -> Self {
        Self::of_papers(core::iter::once(document), None, None)
    }

    /// The dossier of papers that belong to one affair, because the caller says so (事務の指定). [`gather`](Self::gather) groups papers
    /// by what they say.
    #[must_use]
    pub fn of_papers(
        documents: impl IntoIterator<Item = &'a Assessment>,
        entry: Option<&'a RegisteredAffair>,
        register: Option<&'a Register>,
    ) -> Self {
        let mut papers = [const { Vec::new() }; 3];
        let mut listed = entry.map(|entry| entry.publications.clone()).unwrap_or_default();
        listed.sort_unstable();
        for document in documents {
            let publication = publication_of(&listed, document);
            if let Some(versions) = papers.get_mut(document.kind() as usize) {
                versions.push(Version { document, publication });
            }
        }
        for versions in &mut papers {
            sort_by_key(versions, |version| {
                let Assessment { cover, affair, changes, .. } = version.document;
                let words = [&cover.number, &cover.title, &affair.name].map(|cell| cell.given().map(Text::as_str));
                (version.day(), changes.len(), words)
            });
        }
        Self { entry, register, papers }
    }

    /// The same with another version of a document in its place.
    pub(super) fn replaced(&self, old: &Assessment, new: &'a Assessment) -> Self {
        let mut replaced = self.clone();
        for version in replaced.papers.iter_mut().flatten() {
            if core::ptr::eq(version.document, old) {
                version.document = new;
            }
        }
        replaced
    }

    /// The versions of a paper, the oldest first (版). A document without any day counts as the oldest.
    #[must_use]
    pub fn versions(&self, paper: AssessmentKind) -> &[Version<'a>] {
        self.papers.get(paper as usize).map_or(&[], Vec::as_slice)
    }

    /// The latest version of a paper (最新の版).
    #[must_use]
    pub fn latest(&self, paper: AssessmentKind) -> Option<&Version<'a>> {
        self.versions(paper).last()
    }

    /// The version of a paper that was the latest on a day (その日の版).
    #[must_use]
    pub fn current(&self, paper: AssessmentKind, as_of: NaiveDate) -> Option<&Version<'a>> {
        self.versions(paper).iter().rev().find(|version| version.day().is_none_or(|day| day <= as_of))
    }

    /// The same with its index among the versions.
    pub(super) fn numbered(&self, paper: AssessmentKind, as_of: NaiveDate) -> Option<(usize, &'a Assessment)> {
        let is_current = |version: &Version<'a>| version.day().is_none_or(|day| day <= as_of);
        let index = self.versions(paper).iter().rposition(is_current)?;
        self.versions(paper).get(index).map(|version| (index, version.document))
    }

    /// All documents, by kind, the oldest version of each first (全ての版).
    pub fn documents(&self) -> impl Iterator<Item = &'a Assessment> {
        self.papers.iter().flatten().map(|version| version.document)
    }

    /// What identifies the affair (事務の特定): what the register says, or otherwise its latest paper, 基礎 first.
    #[must_use]
    pub fn key(&self) -> AffairKey<'a> {
        let latest = || AssessmentKind::ALL.iter().filter_map(|paper| Some(self.latest(*paper)?.document));
        let (entry, register) = (self.entry, self.register);
        AffairKey {
            body: register
                .filter(|_| entry.is_some())
                .map(|register| &register.body)
                .or_else(|| latest().find_map(|document| document.cover.body.given())),
            number: entry
                .map(|entry| &entry.number)
                .or_else(|| latest().find_map(|document| document.cover.number.given())),
            name: entry.map(|entry| &entry.name).or_else(|| latest().find_map(|document| document.affair.name.given())),
        }
    }

    /// The register of the body, if it was given (計画管理書).
    #[must_use]
    pub const fn register(&self) -> Option<&'a Register> {
        self.register
    }

    /// The kind of the body, if the register says it.
    pub(super) fn body_kind(&self) -> Option<BodyKind> {
        self.register.and_then(|register| register.kind)
    }

    /// The incidents of the body, if the register lists them.
    pub(super) fn incidents(&self) -> Option<&'a [SeriousIncident]> {
        self.register?.incidents.as_deref()
    }

    /// The papers that are published on a day (公表されている評価書): those whose documents are here, and those whose publication the
    /// register lists.
    #[must_use]
    pub fn present(&self, as_of: NaiveDate) -> Papers {
        let published = self.entry.into_iter().flat_map(|entry| &entry.publications);
        let published = published.filter(|publication| publication.on <= as_of).map(|publication| publication.paper);
        let seen = AssessmentKind::ALL.iter().copied().filter(|paper| self.current(*paper, as_of).is_some());
        published.chain(seen).collect()
    }

    /// The ground on which a paper was published: assessed if it ever was, voluntary if the register lists nothing else; `None` if that
    /// is not known.
    pub(super) fn ground(&self, paper: AssessmentKind) -> Option<PublishedBy> {
        let all = self.entry.into_iter().flat_map(|entry| &entry.publications);
        let mut grounds = all.filter(|one| one.paper == paper).map(|one| one.by).peekable();
        let first = grounds.peek().copied()?;
        if grounds.clone().any(|by| by == PublishedBy::Assessed) {
            return Some(PublishedBy::Assessed);
        }
        (first == PublishedBy::Voluntary && grounds.all(|by| by == first)).then_some(first)
    }

    /// The day on which the affair ended (終了日): that of the register, or of the mark in the title of a paper; of several days the first.
    #[must_use]
    pub fn ended(&self) -> Option<NaiveDate> {
        let marked =
            || AssessmentKind::ALL.iter().filter_map(|paper| self.latest(*paper)?.document.cover.ended.given());
        self.entry.and_then(|entry| entry.ended).or_else(|| marked().map(|day| day.last_day()).min())
    }

    /// Since when the five years of 規則第15条 run for a paper (最後の評価の日).
    ///
    /// A correction does not begin them again, and the cover of a paper does not say whether its day is that of a correction. So
    /// only the register, or a paper that was never changed, gives the day. Otherwise the day of publication is the latest possible
    /// day. 基礎項目評価の実施日, which a deeper paper states, is the earliest: it stays when the paper is corrected, and changes when the
    /// affair is assessed again (seen in published papers; no text says so).
    #[must_use]
    pub fn assessed(&self, paper: AssessmentKind) -> Since {
        let listed = |by: PublishedBy| {
            let all = self.entry.into_iter().flat_map(|entry| &entry.publications);
            all.filter(move |one| one.paper == paper && one.by == by).map(|publication| publication.on)
        };
        let versions = self.versions(paper);
        // Publications that may be those of an assessment: nobody says so of them.
        let unlisted = versions.iter().filter(|version| version.publication.is_none());
        let open = listed(PublishedBy::Voluntary).chain(unlisted.clone().filter_map(Version::day)).max();
        let latest = match (listed(PublishedBy::Assessed).max(), open) {
            (Some(assessed), Some(open)) if assessed < open => {
                return Since::Between { earliest: Some(assessed), latest: open };
            }
            (Some(assessed), _) => return Since::On(assessed),
            (None, Some(open)) => open,
            (None, None) => match listed(PublishedBy::Corrected).min() {
                Some(corrected) => corrected,
                None => return Since::Unknown,
            },
        };
        // A version without a change table was never corrected.
        let original = unlisted.filter(|version| version.document.changes.is_empty());
        let original = original.filter_map(|version| version.document.cover.published.given()).max();
        if let Some(day) = original.filter(|day| day.last_day() == latest) {
            return match day.to_day() {
                Some(day) => Since::On(day),
                None => Since::Between { earliest: Some(day.first_day()), latest },
            };
        }
        let stated = self.documents().filter_map(|document| document.procedure.basic_assessment_date.given());
        let earliest = stated.chain(original).map(|date| date.first_day()).filter(|day| *day <= latest).max();
        Since::Between { earliest, latest }
    }
}

/// The publication of a document, among those that the register lists, in their order.
fn publication_of(listed: &[Publication], document: &Assessment) -> Option<Publication> {
    let published = document.cover.published.given()?;
    let paper = document.kind();
    let first = Publication { paper, on: published.first_day(), by: PublishedBy::Assessed };
    let last = Publication { paper, on: published.last_day(), by: PublishedBy::Voluntary };
    // If only the month of the document is known, it is the last publication in it.
    let until = listed.partition_point(|publication| *publication <= last);
    listed.get(..until)?.last().filter(|publication| **publication >= first).copied()
}

/// The name of the affair and its number, for messages.
impl fmt::Display for Dossier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key: String = alloc::format!("{}", self.key());
        f.pad(&key)
    }
}
