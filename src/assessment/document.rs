//! How a document is declared and stored: a header that names format, version and form, then its fields.

use core::fmt;

use serde::de;

use crate::error::excerpt;
use crate::kind::AssessmentKind;

/// The name of the format, the first field of every stored document (形式名).
#[doc(alias = "形式名")]
pub const FORMAT: &str = "mynumber-pia";

/// The version of the format that this crate writes and reads (形式の版).
#[doc(alias = "形式の版")]
pub const VERSION: u32 = 1;

/// Reads the header of a stored document: `format`, `version` and `kind`, the first three fields in this order.
pub(crate) fn read_header<'de, A: de::MapAccess<'de>>(map: &mut A) -> Result<AssessmentKind, A::Error> {
    expect_key(map, "format")?;
    map.next_value_seed(Format)?;
    expect_key(map, "version")?;
    map.next_value_seed(Version)?;
    expect_key(map, "kind")?;
    map.next_value()
}

fn expect_key<'de, A: de::MapAccess<'de>>(map: &mut A, expected: &'static str) -> Result<(), A::Error> {
    match map.next_key_seed(Key(expected))? {
        Some(()) => Ok(()),
        None => Err(de::Error::missing_field(expected)),
    }
}

/// A key of the header.
struct Key(&'static str);

impl<'de> de::DeserializeSeed<'de> for Key {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl de::Visitor<'_> for Key {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the field `{}`", self.0)
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<(), E> {
        if key == self.0 {
            return Ok(());
        }
        let (expected, key) = (self.0, excerpt(key));
        Err(E::custom(format_args!(
            "expected the field `{expected}`, found `{key}`: a document begins with `format`, `version` and `kind`"
        )))
    }
}

struct Format;

impl<'de> de::DeserializeSeed<'de> for Format {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl de::Visitor<'_> for Format {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of the format, \"{FORMAT}\"")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<(), E> {
        if name == FORMAT { Ok(()) } else { Err(E::invalid_value(de::Unexpected::Str(&excerpt(name)), &self)) }
    }
}

struct Version;

impl<'de> de::DeserializeSeed<'de> for Version {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_u64(self)
    }
}

impl de::Visitor<'_> for Version {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the version of the format, {VERSION}")
    }

    fn visit_u64<E: de::Error>(self, version: u64) -> Result<(), E> {
        if version == u64::from(VERSION) {
            return Ok(());
        }
        Err(E::custom(format_args!("version {version} of the format: this crate reads version {VERSION}")))
    }
}

/// What a document of one form is, where another stands.
pub(crate) fn other_kind<E: de::Error>(expected: AssessmentKind, seen: AssessmentKind) -> E {
    E::custom(format_args!("a {} ({}): expected a {} ({})", seen, seen.document(), expected, expected.document()))
}

/// Declares one of the three documents: its fields in the order of the form, as [`section!`](crate::catalogue) declares
/// those of a part, with the header, storing and the walk.
macro_rules! document {
    (
        $(#[$meta:meta])*
        pub struct $name:ident of $kind:ident {
            $( $(#[$field_meta:meta])* $field:ident: $type:ty, $mode:ident $($item:ident)?; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
        #[serde(remote = "Self", deny_unknown_fields)]
        pub struct $name {
            /// The edition of the form that was filled in (様式の版); [`Answer::NotKnown`] where the document does not tell.
            /// There is no default.
            #[serde(deserialize_with = "edition")]
            pub edition: Answer<FormEdition>,
            /// How much of the assessment is recorded (収録範囲).
            #[serde(default)]
            pub extent: Extent,
            $(
                $(#[$field_meta])*
                #[serde(default)]
                pub $field: $type,
            )+
        }

        fn edition<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Answer<FormEdition>, D::Error> {
            let edition: Answer<FormEdition> = serde::Deserialize::deserialize(deserializer)?;
            match edition {
                Answer::NotKnown => {}
                Answer::Given(given) if given.kind() == AssessmentKind::$kind => {}
                Answer::Given(given) => return Err(serde::de::Error::custom(WrongForm {
                    edition: given,
                    kind: AssessmentKind::$kind,
                })),
                Answer::Unanswered | Answer::Blank | Answer::Nothing(_) => return Err(serde::de::Error::custom(
                    "a document has an edition such as form_3_2024_10, or \"?\" where it is not known",
                )),
            }
            Ok(edition)
        }

        impl $name {
            /// An empty form of this edition.
            ///
            /// # Errors
            /// [`WrongForm`] for an edition of another form: `form_3_2024_10` for 様式2.
            pub fn new(edition: FormEdition) -> Result<Self, WrongForm> {
                if edition.kind() != AssessmentKind::$kind {
                    return Err(WrongForm { edition, kind: AssessmentKind::$kind });
                }
                Ok(Self::empty(Answer::Given(edition)))
            }

            /// An empty form.
            pub(crate) fn empty(edition: Answer<FormEdition>) -> Self {
                Self { edition, extent: Extent::Whole, $( $field: Default::default(), )+ }
            }

            /// Visits every field with its item, in the order of the form.
            pub fn walk(&self, walk: &mut Walk<'_>) {
                let at = &Path::ROOT;
                let Self { edition: _, extent: _, $( $field, )+ } = self;
                $( $crate::catalogue::section!(@$mode walk, at, $field $(, $item)?); )+
            }
        }

        #[cfg(feature = "proptest1")]
        $crate::catalogue::alterable!($name; $( $field $mode $($item)?; )+);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;

                let Self { edition, extent, $( $field, )+ } = self;
                let filled = [$( !Vacant::is_vacant($field), )+].into_iter().filter(|filled| *filled).count();
                let is_excerpt = *extent != Extent::Whole;
                let mut document =
                    serializer.serialize_struct(stringify!($name), 4 + usize::from(is_excerpt) + filled)?;
                document.serialize_field("format", FORMAT)?;
                document.serialize_field("version", &VERSION)?;
                document.serialize_field("kind", &AssessmentKind::$kind)?;
                document.serialize_field("edition", edition)?;
                if is_excerpt {
                    document.serialize_field("extent", extent)?;
                }
                $(
                    if !Vacant::is_vacant($field) {
                        document.serialize_field(stringify!($field), $field)?;
                    }
                )+
                document.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl<'de> serde::de::Visitor<'de> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        write!(f, "a {} ({})", AssessmentKind::$kind, AssessmentKind::$kind.document())
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        match read_header(&mut map)? {
                            AssessmentKind::$kind => $name::read_fields(map),
                            other => Err(other_kind(AssessmentKind::$kind, other)),
                        }
                    }
                }
                deserializer.deserialize_map(Visitor)
            }
        }

        impl $name {
            /// Reads the fields behind the header.
            pub(super) fn read_fields<'de, A: serde::de::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
                Self::deserialize(serde::de::value::MapAccessDeserializer::new(map))
            }
        }
    };
}
pub(crate) use document;
