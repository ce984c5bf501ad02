//! 特定個人情報の提供・移転: who receives what, on which statutory basis.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::Deserialize;
use serde::de;
use serde::ser::{SerializeMap, SerializeSeq};

use crate::catalogue::{Item, part};
#[cfg(feature = "proptest1")]
use crate::value::answer::Slot;
use crate::value::answer::{Answer, Boxes, Content, Entries, Lines, Sealed, Tick, Value, Written};
use crate::value::band::{Count, DataSubjectsBand};
use crate::value::choice::{ProvisionMethod, TransferMethod};
use crate::value::code_list::CodeList;
use crate::value::date::FormDate;
use crate::value::text::{Text, TextError};

part!(
    /// Who receives the data of a file (特定個人情報の提供・移転（委託に伴うものを除く。）): 様式3 and 様式4 Ⅱ5.
    ///
    /// The declared number (件数) and the list are both kept, since they may differ.
    pub struct ProvisionSection {
        /// 提供を行っている.
        #[item(ProvisionMade)]
        pub provided: Tick,
        /// The number of provisions that the document declares (件数).
        #[item(ProvisionCount)]
        pub provided_count: Answer<u32>,
        /// 移転を行っている.
        #[item(TransferMade)]
        pub transferred: Tick,
        /// The number of transfers that the document declares (件数).
        #[item(TransferCount)]
        pub transferred_count: Answer<u32>,
        /// 行っていない.
        #[item(NeitherMade)]
        pub neither: Tick,
        /// 提供先1, 2, …: other bodies.
        pub provisions: Vec<Recipient<ProvisionMethod>>,
        /// 移転先1, 2, …: other affairs of the same body.
        pub transfers: Vec<Recipient<TransferMethod>>,
    }
);

/// How a recipient is reached (提供方法、移転方法).
///
/// The list of methods distinguishes a provision from a transfer.
pub trait Channel: CodeList {
    /// The items of a recipient.
    #[doc(hidden)]
    const ITEMS: RecipientItems;
}

/// The items of a 提供先 or a 移転先 (提供先・移転先の項目).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

part!(
    /// A recipient of information: a 提供先 (`M` is [`ProvisionMethod`]) or a 移転先 ([`TransferMethod`]).
    ///
    /// One entry may name several departments, and one department may occur in several entries.
    pub struct Recipient<M: Channel> {
        /// The number that the document prints (移転先3). It is a label, not the index in the list.
        #[beside(M::ITEMS.names)]
        pub number: Answer<u32>,
        /// Who receives it: one or more bodies or departments, one per line.
        #[item(M::ITEMS.names)]
        pub names: Answer<Lines>,
        /// ①法令上の根拠, one per line. Use [`Assessment::bases`](crate::assessment::Assessment::bases) to read the
        /// citations, since abbreviations are often defined elsewhere in the document.
        #[item(M::ITEMS.bases)]
        pub bases: Answer<Lines>,
        /// ②用途, one per line. The number of lines may differ from that of the bases.
        #[item(M::ITEMS.uses)]
        pub uses: Answer<Lines>,
        /// ③提供する情報, 移転する情報: the kinds of information, one per line.
        #[item(M::ITEMS.information)]
        pub information: Answer<Lines>,
        /// ④情報の対象となる本人の数.
        #[item(M::ITEMS.data_subjects)]
        pub data_subjects: Answer<Count<DataSubjectsBand>>,
        /// ⑤情報の対象となる本人の範囲.
        #[item(M::ITEMS.scope)]
        pub scope: Answer<Lines>,
        /// ⑥提供方法, 移転方法.
        #[item(M::ITEMS.methods)]
        pub methods: Boxes<M>,
        /// ⑥その他: which.
        #[item(M::ITEMS.methods_other)]
        pub methods_other: Answer<Lines>,
        /// ⑦時期・頻度: one, or one for each method or kind of information.
        #[item(M::ITEMS.timing)]
        pub timing: Answer<Timings>,
    }
);

/// When and how often one method is used or one kind of information is sent (時期・頻度).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Timing {
    /// The method or kind of information. `None` if the timing applies to all.
    pub of: Option<Text>,
    /// The first day.
    pub since: Option<FormDate>,
    /// How often.
    pub frequency: Option<Text>,
}

/// The contents of ⑦時期・頻度 (時期・頻度): one frequency, or several.
///
/// In JSON, a single frequency is a string. Otherwise it is a list of objects with `of`, `since` and `frequency`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Timings(Vec<Timing>);

impl Timings {
    /// Creates the timings of a cell. `None` if the list is empty or one of them says nothing.
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

impl core::str::FromStr for Timings {
    type Err = TextError;

    /// One frequency.
    fn from_str(text: &str) -> Result<Self, TextError> {
        Text::new(text).map(Self::from)
    }
}

/// The timings, separated by 「／」: 「＜紙＞平成28年1月1日から 日次」.
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
    const WRITTEN: Written = Written::Entries(Entries {
        name: "timings",
        fields: &[("of", Written::Text), ("since", Written::Date), ("frequency", Written::Text)],
        alone: "frequency",
    });

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a list of objects with of, since and frequency")
    }

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|error: TextError| alloc::format!("{error}"))
    }

    fn read_list<'de, A: de::SeqAccess<'de>>(mut list: A) -> Result<Self, A::Error> {
        let mut timings = Vec::new();
        while let Some(timing) = list.next_element()? {
            timings.push(timing);
        }
        match timings.as_slice() {
            [Timing { of: None, since: None, frequency: Some(_) }] => {
                Err(de::Error::custom("a single frequency is written as a string, not as a list"))
            }
            [..] => Self::new(timings).ok_or_else(|| {
                de::Error::custom(
                    "the list or one of its objects is empty: expected objects with of, since or frequency",
                )
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

    #[cfg(feature = "proptest1")]
    fn slot(answer: &mut Answer<Self>) -> Slot<'_> {
        Slot::Text(answer)
    }
}

impl<'de> serde::Deserialize<'de> for Timing {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Timing;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with of, since and frequency")
            }

            // Not derived, because serde's derived code also reads a list in the order of the fields.
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Timing, A::Error> {
                let json = TimingJson::deserialize(de::value::MapAccessDeserializer::new(map))?;
                let TimingJson { of, since, frequency } = json;
                Ok(Timing { of, since, frequency })
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct TimingJson {
    #[serde(default, deserialize_with = "some")]
    of: Option<Text>,
    #[serde(default, deserialize_with = "some")]
    since: Option<FormDate>,
    #[serde(default, deserialize_with = "some")]
    frequency: Option<Text>,
}

/// A field is present or omitted, but never null.
fn some<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl serde::Serialize for Timing {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { of, since, frequency } = self;
        let fields = usize::from(of.is_some()) + usize::from(since.is_some()) + usize::from(frequency.is_some());
        // Written as a map, since some formats write a struct as a list.
        let mut timing = serializer.serialize_map(Some(fields))?;
        if let Some(of) = of {
            timing.serialize_entry("of", of)?;
        }
        if let Some(since) = since {
            timing.serialize_entry("since", since)?;
        }
        if let Some(frequency) = frequency {
            timing.serialize_entry("frequency", frequency)?;
        }
        timing.end()
    }
}
