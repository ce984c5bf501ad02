//! 特定個人情報の提供・移転: who receives what, on which statutory basis.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de;
use serde::ser::{SerializeSeq, SerializeStruct};

use crate::CodeList;
#[cfg(feature = "proptest1")]
use crate::answer::{Alter, Slot};
use crate::answer::{Answer, AnswerKind, Boxes, Content, Sealed, Tick, Vacant, Value, object};
use crate::band::{Count, DataSubjectsBand};
#[cfg(feature = "proptest1")]
use crate::catalogue::{Alterable, Visit};
use crate::catalogue::{Item, Path, Role, Section, Walk, section};
use crate::choice::{ProvisionMethod, TransferMethod};
use crate::date::FormDate;
use crate::text::{Lines, Text};

section! {
    /// ５．特定個人情報の提供・移転（委託に伴うものを除く。）: 様式3 and 様式4 Ⅱ5.
    ///
    /// What the form declares (件数) stands beside what it lists; the two may differ.
    #[doc(alias = "特定個人情報の提供・移転")]
    pub struct ProvisionSection {
        /// 提供を行っている.
        provided: Tick, item ProvisionMade;
        /// How many provisions the document says that there are (件数).
        provided_count: Answer<u32>, item ProvisionCount;
        /// 移転を行っている.
        transferred: Tick, item TransferMade;
        /// How many transfers the document says that there are (件数).
        transferred_count: Answer<u32>, item TransferCount;
        /// 行っていない.
        neither: Tick, item NeitherMade;
        /// 提供先1, 2, …: other bodies.
        provisions: Vec<Recipient<ProvisionMethod>>, each;
        /// 移転先1, 2, …: other affairs of the same body.
        transfers: Vec<Recipient<TransferMethod>>, each;
    }
}

/// How a recipient is reached (提供方法、移転方法): the list of methods tells a provision from a transfer.
#[doc(alias = "提供・移転の別")]
pub trait Channel: CodeList {
    /// The items of a recipient.
    const ITEMS: RecipientItems;
}

/// The items of a 提供先 or a 移転先 (提供先・移転先の項目).
#[doc(alias = "提供先・移転先の項目")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Recipient`")]
pub struct RecipientItems {
    pub names: Item,
    pub bases: Item,
    pub uses: Item,
    pub information: Item,
    pub data_subjects: Item,
    pub scope: Item,
    pub methods: Item,
    pub methods_other: Item,
    pub timing: Item,
}

impl Channel for ProvisionMethod {
    const ITEMS: RecipientItems = RecipientItems {
        names: Item::ProvisionRecipient,
        bases: Item::ProvisionBases,
        uses: Item::ProvisionUses,
        information: Item::ProvisionInformation,
        data_subjects: Item::ProvisionDataSubjects,
        scope: Item::ProvisionScope,
        methods: Item::ProvisionMethods,
        methods_other: Item::ProvisionMethodsOther,
        timing: Item::ProvisionTiming,
    };
}

impl Channel for TransferMethod {
    const ITEMS: RecipientItems = RecipientItems {
        names: Item::TransferRecipient,
        bases: Item::TransferBases,
        uses: Item::TransferUses,
        information: Item::TransferInformation,
        data_subjects: Item::TransferDataSubjects,
        scope: Item::TransferScope,
        methods: Item::TransferMethods,
        methods_other: Item::TransferMethodsOther,
        timing: Item::TransferTiming,
    };
}

/// A recipient of information: a 提供先 (`M` is [`ProvisionMethod`]) or a 移転先 ([`TransferMethod`]).
///
/// One entry may name several departments, and one department may be several entries.
#[doc(alias = "提供先")]
#[doc(alias = "移転先")]
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, bound = "M: Channel")]
pub struct Recipient<M: Channel> {
    /// The number that the document prints (移転先3): a label, not the place in the list.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub number: Answer<u32>,
    /// Who receives it: one or several bodies or departments, one a line.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub names: Answer<Lines>,
    /// ①法令上の根拠, one a line. The citations in it are read by
    /// [`Assessment::bases`](crate::assessment::Assessment::bases), since what a text abbreviates is often said elsewhere.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub bases: Answer<Lines>,
    /// ②用途, one a line. Their number need not be that of the bases.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub uses: Answer<Lines>,
    /// ③提供する情報, 移転する情報: its kinds, one a line.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub information: Answer<Lines>,
    /// ④情報の対象となる本人の数.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub data_subjects: Answer<Count<DataSubjectsBand>>,
    /// ⑤情報の対象となる本人の範囲.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub scope: Answer<Lines>,
    /// ⑥提供方法, 移転方法.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub methods: Boxes<M>,
    /// ⑥その他: which.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub methods_other: Answer<Lines>,
    /// ⑦時期・頻度: one, or one for each method or kind of information.
    #[serde(default, skip_serializing_if = "Vacant::is_vacant")]
    pub timing: Answer<Timings>,
}

object!(Recipient<M: Channel>);

impl<M: Channel> Default for Recipient<M> {
    fn default() -> Self {
        Self {
            number: Answer::Unanswered,
            names: Answer::Unanswered,
            bases: Answer::Unanswered,
            uses: Answer::Unanswered,
            information: Answer::Unanswered,
            data_subjects: Answer::Unanswered,
            scope: Answer::Unanswered,
            methods: Boxes::NONE,
            methods_other: Answer::Unanswered,
            timing: Answer::Unanswered,
        }
    }
}

impl<M: Channel> Section for Recipient<M> {
    fn walk(&self, at: &Path<'_>, walk: &mut Walk<'_>) {
        let Self { number, names, bases, uses, information, data_subjects, scope, methods, methods_other, timing } =
            self;
        let items = M::ITEMS;
        walk.entry(at, "number", items.names, Role::Beside, number);
        walk.entry(at, "names", items.names, Role::Answer, names);
        walk.entry(at, "bases", items.bases, Role::Answer, bases);
        walk.entry(at, "uses", items.uses, Role::Answer, uses);
        walk.entry(at, "information", items.information, Role::Answer, information);
        walk.entry(at, "data_subjects", items.data_subjects, Role::Answer, data_subjects);
        walk.entry(at, "scope", items.scope, Role::Answer, scope);
        walk.entry(at, "methods", items.methods, Role::Answer, methods);
        walk.entry(at, "methods_other", items.methods_other, Role::Answer, methods_other);
        walk.entry(at, "timing", items.timing, Role::Answer, timing);
    }
}

#[cfg(feature = "proptest1")]
impl<M: Channel> Alterable for Recipient<M> {
    fn alter(&mut self, at: &Path<'_>, visit: &mut Visit<'_>) {
        let Self { number: _, names, bases, uses, information, data_subjects, scope, methods, methods_other, timing } =
            self;
        let items = M::ITEMS;
        visit(items.names, &at.field("names"), names.slot());
        visit(items.bases, &at.field("bases"), bases.slot());
        visit(items.uses, &at.field("uses"), uses.slot());
        visit(items.information, &at.field("information"), information.slot());
        visit(items.data_subjects, &at.field("data_subjects"), data_subjects.slot());
        visit(items.scope, &at.field("scope"), scope.slot());
        visit(items.methods, &at.field("methods"), methods.slot());
        visit(items.methods_other, &at.field("methods_other"), methods_other.slot());
        visit(items.timing, &at.field("timing"), timing.slot());
    }
}

#[cfg(feature = "proptest1")]
impl Alter for Answer<Timings> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }
}

impl<M: Channel> Vacant for Recipient<M> {
    fn is_vacant(&self) -> bool {
        let Self { number, names, bases, uses, information, data_subjects, scope, methods, methods_other, timing } =
            self;
        number.is_vacant()
            && names.is_vacant()
            && bases.is_vacant()
            && uses.is_vacant()
            && information.is_vacant()
            && data_subjects.is_vacant()
            && scope.is_vacant()
            && methods.is_vacant()
            && methods_other.is_vacant()
            && timing.is_vacant()
    }
}

/// When and how often, of one method or one kind of information (時期・頻度).
#[doc(alias = "時期・頻度")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Timing {
    /// Of which method or kind of information; `None` where it holds for all.
    pub of: Option<Text>,
    /// From when on.
    pub since: Option<FormDate>,
    /// How often.
    pub frequency: Option<Text>,
}

/// What ⑦時期・頻度 says (時期・頻度): one frequency, or several.
///
/// In JSON one frequency alone is a string; else a list of objects with `of`, `since` and `frequency`.
#[doc(alias = "時期・頻度")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Timings(Vec<Timing>);

impl Timings {
    /// The timings of a cell; `None` where there are none, or one of them says nothing.
    #[must_use]
    pub fn new(timings: Vec<Timing>) -> Option<Self> {
        let says_nothing = |timing: &Timing| *timing == Timing::default();
        (!timings.is_empty() && !timings.iter().any(says_nothing)).then_some(Self(timings))
    }

    /// The timings, in the order of the cell.
    pub fn iter(&self) -> impl Iterator<Item = &Timing> {
        self.0.iter()
    }
}

impl From<Text> for Timings {
    fn from(frequency: Text) -> Self {
        Self(Vec::from([Timing { of: None, since: None, frequency: Some(frequency) }]))
    }
}

/// The timings with 「／」 between them: 「＜紙＞平成28年1月1日から 日次」.
impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, Timing { of, since, frequency }) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str("／")?;
            }
            if let Some(of) = of {
                write!(f, "＜{of}＞")?;
            }
            if let Some(since) = since {
                write!(f, "{since}から")?;
            }
            if let Some(frequency) = frequency {
                let blank = if since.is_some() { " " } else { "" };
                write!(f, "{blank}{frequency}")?;
            }
        }
        Ok(())
    }
}

impl Sealed for Timings {}

impl Content for Timings {
    const KIND: AnswerKind = AnswerKind::Text;

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a list of objects with of, since and frequency")
    }

    fn read(text: &str) -> Result<Self, String> {
        Text::new(text).map(Self::from).map_err(|error| alloc::format!("{error}"))
    }

    fn read_list<'de, A: de::SeqAccess<'de>>(mut list: A) -> Result<Self, A::Error> {
        let mut timings = Vec::new();
        while let Some(TimingJson { of, since, frequency }) = list.next_element()? {
            timings.push(Timing { of, since, frequency });
        }
        match timings.as_slice() {
            [Timing { of: None, since: None, frequency: Some(_) }] => {
                Err(de::Error::custom("one frequency alone is written as a string, without a list"))
            }
            [..] => Self::new(timings).ok_or_else(|| {
                de::Error::custom("a timing says at least one of of, since and frequency, and a list has at least one")
            }),
        }
    }

    fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [Timing { of: None, since: None, frequency: Some(frequency) }] = self.0.as_slice() {
            return serializer.serialize_str(frequency.as_str());
        }
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for timing in &self.0 {
            list.serialize_element(timing)?;
        }
        list.end()
    }

    fn value(&self) -> Value<'_> {
        Value::Given(self)
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(remote = "Self", deny_unknown_fields)]
struct TimingJson {
    #[serde(default, deserialize_with = "some")]
    of: Option<Text>,
    #[serde(default, deserialize_with = "some")]
    since: Option<FormDate>,
    #[serde(default, deserialize_with = "some")]
    frequency: Option<Text>,
}

object!(TimingJson, "an object with of, since and frequency");

/// A field is there or left out, but never null.
fn some<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl serde::Serialize for Timing {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { of, since, frequency } = self;
        let fields = usize::from(of.is_some()) + usize::from(since.is_some()) + usize::from(frequency.is_some());
        let mut timing = serializer.serialize_struct("Timing", fields)?;
        if let Some(of) = of {
            timing.serialize_field("of", of)?;
        }
        if let Some(since) = since {
            timing.serialize_field("since", since)?;
        }
        if let Some(frequency) = frequency {
            timing.serialize_field("frequency", frequency)?;
        }
        timing.end()
    }
}
