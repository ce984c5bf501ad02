//! One walk over a document: every field with its item, in the order of the form.

use alloc::vec::Vec;
use core::fmt;

use super::Item;
use crate::answer::{AnswerKind, Entry, Value};

/// One step of a path.
#[doc(alias = "経路の一段")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A field, by its name in Rust and in JSON.
    Field(&'static str),
    /// An element of a list, counted from 0.
    Index(usize),
}

/// Where a walk stands (経路): the way from the document to a field, borrowed from the walk.
#[doc(alias = "経路")]
#[derive(Debug, Clone, Copy)]
pub struct Path<'p> {
    up: Option<&'p Path<'p>>,
    step: Option<Step>,
}

impl<'p> Path<'p> {
    /// The document itself.
    pub const ROOT: Path<'static> = Path { up: None, step: None };

    /// One step further.
    #[must_use]
    pub const fn to(&'p self, step: Step) -> Self {
        Self { up: Some(self), step: Some(step) }
    }

    /// A field of what stands here.
    #[must_use]
    pub const fn field(&'p self, name: &'static str) -> Self {
        self.to(Step::Field(name))
    }

    /// The place in the list of this name, if the path leads through it.
    #[must_use]
    pub fn index_of(&self, list: &str) -> Option<usize> {
        let mut here = self;
        while let Some(up) = here.up {
            if let (Some(Step::Index(index)), Some(Step::Field(name))) = (here.step, up.step)
                && name == list
            {
                return Some(index);
            }
            here = up;
        }
        None
    }

    /// The path as a value of its own.
    #[must_use]
    pub fn to_owned(&self) -> FieldPath {
        let mut steps = Vec::new();
        let mut here = Some(self);
        while let Some(path) = here {
            steps.extend(path.step);
            here = path.up;
        }
        steps.reverse();
        FieldPath(steps)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_owned().fmt(f)
    }
}

/// The way from a document to a field (項目の経路): `file_sections[0].entrustment.matters[2].entrustees[0].name`.
///
/// Printed it is the path of the field in JSON as well.
#[doc(alias = "項目の経路")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FieldPath(Vec<Step>);

impl FieldPath {
    /// One step further.
    #[must_use]
    pub fn to(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// A field of what stands here.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        self.to(Step::Field(name))
    }

    /// An element of the list that is a field of what stands here.
    #[must_use]
    pub fn element(&self, name: &'static str, index: usize) -> Self {
        let mut path = self.field(name);
        path.0.push(Step::Index(index));
        path
    }

    /// The steps from the document on.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if place == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl serde::Serialize for FieldPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a field is to its item (項目との関係).
#[doc(alias = "項目との関係")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// It answers the item.
    Answer,
    /// It stands beside the answer: the printed number, a name that the document gives for short, a tier of a chain.
    Beside,
}

/// A field as the walk comes to it (項目と記載).
#[doc(alias = "項目と記載")]
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// What the form asks there.
    pub item: Item,
    /// Whether the field answers it.
    pub role: Role,
    /// The kind of answer that the field holds.
    pub kind: AnswerKind,
    /// Where it stands.
    pub path: &'a Path<'a>,
    /// What stands in it.
    pub value: Value<'a>,
}

impl Field<'_> {
    /// Whether the field should answer its item and does not.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.role {
            Role::Answer => !self.value.is_answered(),
            Role::Beside => false,
        }
    }
}

/// A walk in progress (走査): whom to tell of each field.
#[doc(alias = "走査")]
#[expect(missing_debug_implementations, reason = "a closure has none")]
pub struct Walk<'v> {
    visit: &'v mut dyn FnMut(&Field<'_>),
    empty_forms: bool,
}

impl<'v> Walk<'v> {
    /// A walk over what the document holds.
    pub fn new(visit: &'v mut dyn FnMut(&Field<'_>)) -> Self {
        Self { visit, empty_forms: false }
    }

    /// A walk that also visits the fields of a section that the form prints at least once and the document lacks, such as
    /// the first system of a document without systems. Their answers are [`Value::Unanswered`], their index is 0.
    pub fn with_empty_forms(visit: &'v mut dyn FnMut(&Field<'_>)) -> Self {
        Self { visit, empty_forms: true }
    }

    pub(crate) fn entry(&mut self, at: &Path<'_>, name: &'static str, item: Item, role: Role, entry: &dyn Entry) {
        let (kind, value) = (entry.kind(), entry.value());
        (self.visit)(&Field { item, role, kind, path: &at.field(name), value });
    }

    pub(crate) fn list<S: Section>(&mut self, at: &Path<'_>, name: &'static str, sections: &[S]) {
        let list = at.field(name);
        for (index, section) in sections.iter().enumerate() {
            section.walk(&list.to(Step::Index(index)), self);
        }
    }

    /// A list of which the form prints at least one.
    pub(crate) fn printed_list<S: Section>(&mut self, at: &Path<'_>, name: &'static str, sections: &[S]) {
        if sections.is_empty() && self.empty_forms {
            S::default().walk(&at.field(name).to(Step::Index(0)), self);
        }
        self.list(at, name, sections);
    }
}

/// A part of a document (区画) that knows its fields and their items.
#[doc(alias = "区画")]
pub trait Section: Default {
    /// Visits every field in the order of the form. `at` is where the section stands.
    fn walk(&self, at: &Path<'_>, walk: &mut Walk<'_>);
}

/// Declares a part of a document: its fields, what they are to the items of the form, how they are stored, and the walk.
///
/// A field is `name: Type, item Item;` where it answers an item, `beside Item` where it stands beside the answer, `inside`
/// for a part of its own, `each` for a list of parts, and `printed` for a list of which the form prints at least one.
macro_rules! section {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* $field:ident: $type:ty, $mode:ident $($item:ident)?; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
        #[serde(remote = "Self", deny_unknown_fields)]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(default, skip_serializing_if = "crate::answer::Vacant::is_vacant")]
                pub $field: $type,
            )+
        }

        $crate::answer::object!($name);
        $crate::catalogue::section!(@walk $name; $( $field $mode $($item)?; )+);
        #[cfg(feature = "proptest1")]
        $crate::catalogue::alterable!($name; $( $field $mode $($item)?; )+);
    };
    (@walk $name:ident; $( $field:ident $mode:ident $($item:ident)?; )+) => {
        impl $crate::catalogue::Section for $name {
            fn walk(&self, at: &$crate::catalogue::Path<'_>, walk: &mut $crate::catalogue::Walk<'_>) {
                let Self { $( $field, )+ } = self;
                $( $crate::catalogue::section!(@$mode walk, at, $field $(, $item)?); )+
            }
        }

        impl $crate::answer::Vacant for $name {
            fn is_vacant(&self) -> bool {
                let Self { $( $field, )+ } = self;
                $( $crate::answer::Vacant::is_vacant($field) )&&+
            }
        }
    };
    (@item $walk:ident, $at:ident, $field:ident, $item:ident) => {
        let item = $crate::catalogue::Item::$item;
        $walk.entry($at, stringify!($field), item, $crate::catalogue::Role::Answer, $field);
    };
    (@beside $walk:ident, $at:ident, $field:ident, $item:ident) => {
        let item = $crate::catalogue::Item::$item;
        $walk.entry($at, stringify!($field), item, $crate::catalogue::Role::Beside, $field);
    };
    (@inside $walk:ident, $at:ident, $field:ident) => {
        $crate::catalogue::Section::walk($field, &$at.field(stringify!($field)), $walk);
    };
    (@each $walk:ident, $at:ident, $field:ident) => {
        $walk.list($at, stringify!($field), $field);
    };
    (@printed $walk:ident, $at:ident, $field:ident) => {
        $walk.printed_list($at, stringify!($field), $field);
    };
    // What the form does not print is not walked.
    (@carried $walk:ident, $at:ident, $field:ident) => {
        let _ = $field;
    };
}
pub(crate) use section;

/// Declares a part that two forms ask for, where the higher asks more: one list of fields, in the order of the higher form,
/// of which those marked `both` are printed by both and those marked `all` by the higher alone. It yields a part for each
/// (`key`, `all`), a trait over what they share, and the way up and down.
macro_rules! two_depths {
    (
        $(#[$key_meta:meta])* key $key:ident;
        $(#[$all_meta:meta])* all $all:ident;
        $(#[$trait_meta:meta])* shared $shared:ident;
        { $($fields:tt)+ }
    ) => {
        $crate::catalogue::two_depths! {
            @sort [$(#[$key_meta])* $key] [$(#[$all_meta])* $all] [$(#[$trait_meta])* $shared] [] [] $($fields)+
        }
    };
    (
        @sort $key:tt $all:tt $shared:tt [$($both:tt)*] [$($every:tt)*]
        $(#[$meta:meta])* both $field:ident: $type:ty, $mode:ident $($item:ident)?; $($rest:tt)*
    ) => {
        $crate::catalogue::two_depths! {
            @sort $key $all $shared
            [$($both)* { $(#[$meta])* $field: $type, $mode $($item)?; }]
            [$($every)* { $(#[$meta])* $field: $type, $mode $($item)?; }]
            $($rest)*
        }
    };
    (
        @sort $key:tt $all:tt $shared:tt [$($both:tt)*] [$($every:tt)*]
        $(#[$meta:meta])* all $field:ident: $type:ty, $mode:ident $($item:ident)?; $($rest:tt)*
    ) => {
        $crate::catalogue::two_depths! {
            @sort $key $all $shared [$($both)*] [$($every)* { $(#[$meta])* $field: $type, $mode $($item)?; }] $($rest)*
        }
    };
    (
        @sort
        [$(#[$key_meta:meta])* $key:ident] [$(#[$all_meta:meta])* $all:ident] [$(#[$trait_meta:meta])* $shared:ident]
        [$({ $(#[$meta:meta])* $field:ident: $type:ty, $mode:ident $($item:ident)?; })*]
        [$({ $($every:tt)* })*]
    ) => {
        $crate::catalogue::section! {
            $(#[$key_meta])*
            pub struct $key { $( $(#[$meta])* $field: $type, $mode $($item)?; )* }
        }

        $crate::catalogue::section! {
            $(#[$all_meta])*
            pub struct $all { $( $($every)* )* }
        }

        $(#[$trait_meta])*
        pub trait $shared {
            $( $(#[$meta])* fn $field(&self) -> &$type; )*
        }

        impl $shared for $key {
            $( fn $field(&self) -> &$type { &self.$field } )*
        }

        impl $shared for $all {
            $( fn $field(&self) -> &$type { &self.$field } )*
        }

        /// Keeps every answer; what the higher form asks more is unanswered.
        impl From<$key> for $all {
            fn from(key: $key) -> Self {
                let $key { $($field),* } = key;
                Self { $($field,)* ..Self::default() }
            }
        }

        impl $all {
            /// What the lower form asks of it as well (下位の評価書の項目).
            #[must_use]
            pub fn lower(&self) -> $key {
                $key { $( $field: self.$field.clone(), )* }
            }
        }
    };
}
pub(crate) use two_depths;
