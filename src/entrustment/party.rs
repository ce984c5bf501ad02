//! The parties of a chain, as an owned tree.

use alloc::vec::Vec;
use core::fmt;

use serde::de;

use crate::answer::{Answer, AnswerKind, Entry, Vacant, Value};
use crate::band::{Count, StaffBand};
use crate::text::{Lines, Text};

/// How many tiers a chain may have when it is read (委託の段数の上限). Published chains have three or four.
#[doc(alias = "委託の段数の上限")]
pub const MOST_TIERS: usize = 16;

/// A party of a chain (委託先、再委託先、再々委託先): someone to whom handling of the file is entrusted, and those behind.
#[doc(alias = "委託先")]
#[doc(alias = "再委託先")]
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Party {
    /// Its name. A party that the document speaks of and does not name is [`Answer::Unanswered`].
    #[serde(skip_serializing_if = "Vacant::is_vacant")]
    pub name: Answer<Text>,
    /// What it does (再委託事項), where the document says so for this party.
    #[serde(skip_serializing_if = "Vacant::is_vacant")]
    pub matter: Answer<Lines>,
    /// How many of its people handle the file (取扱者数), where the document says so for this party.
    #[serde(skip_serializing_if = "Vacant::is_vacant")]
    pub handlers: Answer<Count<StaffBand>>,
    /// To whom it entrusts it on: the next tier.
    #[serde(skip_serializing_if = "Vacant::is_vacant")]
    pub behind: Parties,
}

/// The parties of one tier (委託先一覧), each with those behind it. Reading refuses more than [`MOST_TIERS`] tiers.
#[doc(alias = "委託先一覧")]
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Parties(pub Vec<Party>);

impl Vacant for Parties {
    fn is_vacant(&self) -> bool {
        self.0.is_empty()
    }
}

impl Entry for Parties {
    fn kind(&self) -> AnswerKind {
        AnswerKind::Text
    }

    fn value(&self) -> Value<'_> {
        if self.0.is_empty() { Value::Unanswered } else { Value::Given(self) }
    }
}

/// The names, with those behind in brackets: 「国保連（国保中央会（？））」. A party without a name prints 「？」.
impl fmt::Display for Parties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, Party { name, matter: _, handlers: _, behind }) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str("、")?;
            }
            match name.given() {
                Some(name) => f.write_str(name.as_str())?,
                None => f.write_str("？")?,
            }
            if !behind.0.is_empty() {
                write!(f, "（{behind}）")?;
            }
        }
        Ok(())
    }
}

impl<'de> serde::Deserialize<'de> for Parties {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        de::DeserializeSeed::deserialize(Tier(1), deserializer)
    }
}

/// Reads the parties of the tier with this number; the entrustee's is 1.
#[derive(Clone, Copy)]
struct Tier(usize);

impl<'de> de::DeserializeSeed<'de> for Tier {
    type Value = Parties;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Parties, D::Error> {
        if self.0 > MOST_TIERS {
            return Err(de::Error::custom(format_args!("a chain of entrustments has at most {MOST_TIERS} tiers")));
        }
        deserializer.deserialize_seq(self)
    }
}

impl<'de> de::Visitor<'de> for Tier {
    type Value = Parties;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of parties (委託先)")
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Parties, A::Error> {
        let mut parties = Vec::new();
        while let Some(party) = list.next_element_seed(PartyOf(self))? {
            parties.push(party);
        }
        Ok(Parties(parties))
    }
}

/// Reads one party of a tier.
struct PartyOf(Tier);

const FIELDS: &[&str] = &["name", "matter", "handlers", "behind"];

impl<'de> de::DeserializeSeed<'de> for PartyOf {
    type Value = Party;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Party, D::Error> {
        deserializer.deserialize_struct("Party", FIELDS, self)
    }
}

impl<'de> de::Visitor<'de> for PartyOf {
    type Value = Party;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a party (委託先) with name, matter, handlers and behind")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Party, A::Error> {
        fn once<'de, T: serde::Deserialize<'de>, A: de::MapAccess<'de>>(
            slot: &mut Option<T>,
            name: &'static str,
            map: &mut A,
        ) -> Result<(), A::Error> {
            if slot.is_some() {
                return Err(de::Error::duplicate_field(name));
            }
            *slot = Some(map.next_value()?);
            Ok(())
        }

        let (mut name, mut matter, mut handlers, mut behind) = (None, None, None, None);
        while let Some(field) = map.next_key::<Field>()? {
            match field {
                Field::Name => once(&mut name, "name", &mut map)?,
                Field::Matter => once(&mut matter, "matter", &mut map)?,
                Field::Handlers => once(&mut handlers, "handlers", &mut map)?,
                Field::Behind if behind.is_some() => return Err(de::Error::duplicate_field("behind")),
                Field::Behind => behind = Some(map.next_value_seed(Tier(self.0.0 + 1))?),
            }
        }
        Ok(Party {
            name: name.unwrap_or_default(),
            matter: matter.unwrap_or_default(),
            handlers: handlers.unwrap_or_default(),
            behind: behind.unwrap_or_default(),
        })
    }
}

#[derive(serde::Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Name,
    Matter,
    Handlers,
    Behind,
}
