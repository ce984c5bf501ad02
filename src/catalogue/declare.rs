//! `part!`, which declares a part of a document: its fields, and what is generated from them.

/// Declares a part of a document: a struct whose fields name the items that they answer. The macro takes parentheses,
/// so that rustfmt formats its content.
///
/// - `#[item(X)]`: the field answers the item `X`. `#[beside(X)]`: the field is beside the answer.
/// - Without either: the field is a part or a list of parts. `#[list(at_least_one)]` if the form prints at least one
///   entry.
/// - `#[header]`: the field has no item, and is not walked or stored with the others. Only a document has such fields,
///   and they come first.
///
/// An example of two fields:
///
/// ```text
/// part!(
///     /// What the form asks about a system.
///     pub struct InformationSystem {
///         /// The number that the document prints.
///         #[beside(SystemName)]
///         pub number: Answer<u32>,
///         /// ①システムの名称.
///         #[item(SystemName)]
///         pub name: Answer<Text>,
///     }
/// );
/// ```
///
/// It expands to the following, in which `catalogue::` is left out:
///
/// ```text
/// /// What the form asks about a system.
/// #[derive(Debug, Clone, Eq)]
/// pub struct InformationSystem {
///     /// The number that the document prints.
///     pub number: Answer<u32>,
///     /// ①システムの名称.
///     pub name: Answer<Text>,
/// }
///
/// impl Default for InformationSystem { … every field is empty … }
///
/// // Comparing, reading and writing go through `Part`, so they are compiled once for all parts.
/// impl PartialEq for InformationSystem { … Child::Part(self).is_same(Child::Part(other)) … }
/// impl Serialize for InformationSystem { … Child::Part(self).serialize(serializer) … }
/// impl<'de> Deserialize<'de> for InformationSystem { … read_part(deserializer) … }
///
/// // The handles: `InformationSystem::name.name()` is "name", `InformationSystem::name.item()` is the item.
/// impl InformationSystem {
///     pub const number: Handle<Self, Answer<u32>> = Handle::new(&FieldRow {
///         name: "number",
///         asks: Some((Role::Beside, Item::SystemName)),
///         shape: <Answer<u32> as Node>::SHAPE, // Shape::Answer(Written::Number)
///         at_least_one: false,
///         doc: "The number that the document prints.",
///     });
///     pub const name: Handle<Self, Answer<Text>> = Handle::new(&FieldRow { … });
///
///     pub(crate) const ROWS: &'static [FieldRow] = &checked([*Self::number.row(), *Self::name.row()]);
///     pub(crate) const NAMES: &'static [&'static str] = &["number", "name"];
/// }
///
/// // What a walk, a path and a comparison use. The indices are those of `ROWS`.
/// impl Part for InformationSystem {
///     fn child(&self, index: usize) -> Option<Child<'_>> {
///         if index == 0 {
///             return Some(Node::child(&self.number)); // Child::Answer(&self.number)
///         }
///         if index == 1 {
///             return Some(Node::child(&self.name));
///         }
///         None
///     }
///     …
/// }
///
/// // So that another part can have a field of this type, or a list of it.
/// impl Node for InformationSystem {
///     const SHAPE: Shape = Shape::Part(|| Self::ROWS);
///     …
/// }
/// ```
macro_rules! part {
    // A document. Its header is written and read by hand.
    (
        $(#[doc $($doc:tt)*])*
        pub struct $name:ident {
            $( #[header] $(#[doc $($header_doc:tt)*])* pub $header:ident: $header_type:ty, )+
            $(
                $(#[doc $($field_doc:tt)*])*
                $(#[item($($item:tt)+)])?
                $(#[beside($($beside:tt)+)])?
                $(#[list($list:ident)])?
                pub $field:ident: $type:ty,
            )+
        }
    ) => {
        $(#[doc $($doc)*])*
        #[derive(Debug, Clone, Eq)]
        pub struct $name {
            $( $(#[doc $($header_doc)*])* pub $header: $header_type, )+
            $( $(#[doc $($field_doc)*])* pub $field: $type, )+
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                use $crate::catalogue::Child;
                $( self.$header == other.$header && )+ Child::Part(self).is_same(Child::Part(other))
            }
        }

        impl $name {
            pub(crate) fn empty($($header: $header_type),+) -> Self {
                Self { $($header,)+ $( $field: Default::default(), )+ }
            }
        }

        $crate::catalogue::part!(@declared $name, [], [$($header)+], $(
            $(#[doc $($field_doc)*])*
            $(#[item($($item)+)])? $(#[beside($($beside)+)])? $(#[list($list)])? $field: $type,
        )+);
    };
    (
        $(#[doc $($doc:tt)*])*
        pub struct $name:ident $(<$param:ident: $bound:ident>)? {
            $(
                $(#[doc $($field_doc:tt)*])*
                $(#[item($($item:tt)+)])?
                $(#[beside($($beside:tt)+)])?
                $(#[list($list:ident)])?
                pub $field:ident: $type:ty,
            )+
        }
    ) => {
        $(#[doc $($doc)*])*
        #[derive(Debug, Clone, Eq)]
        pub struct $name $(<$param: $bound>)? {
            $( $(#[doc $($field_doc)*])* pub $field: $type, )+
        }

        impl $(<$param: $bound>)? PartialEq for $name $(<$param>)? {
            fn eq(&self, other: &Self) -> bool {
                use $crate::catalogue::Child;
                Child::Part(self).is_same(Child::Part(other))
            }
        }

        impl $(<$param: $bound>)? Default for $name $(<$param>)? {
            fn default() -> Self {
                Self { $( $field: Default::default(), )+ }
            }
        }

        impl $(<$param: $bound>)? serde::Serialize for $name $(<$param>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::catalogue::Child::Part(self).serialize(serializer)
            }
        }

        impl<'de $(, $param: $bound)?> serde::Deserialize<'de> for $name $(<$param>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::catalogue::read_part(deserializer)
            }
        }

        $crate::catalogue::part!(@declared $name, [$($param: $bound)?], [], $(
            $(#[doc $($field_doc)*])*
            $(#[item($($item)+)])? $(#[beside($($beside)+)])? $(#[list($list)])? $field: $type,
        )+);
    };
    (
        @declared $name:ident, [$($param:ident: $bound:ident)?], [$($header:ident)*],
        $(
            $(#[doc $($field_doc:tt)*])*
            $(#[item($($item:tt)+)])?
            $(#[beside($($beside:tt)+)])?
            $(#[list($list:ident)])?
            $field:ident: $type:ty,
        )+
    ) => {
        /// The [handles](crate::catalogue::Handle) of the fields, each under the name of its field.
        #[allow(missing_docs, reason = "the block says what they are; the field says what it holds")]
        #[expect(non_upper_case_globals, reason = "a handle has the name of its field")]
        impl $(<$param: $bound>)? $name $(<$param>)? {
            $(
                pub const $field: $crate::catalogue::Handle<Self, $type> =
                    $crate::catalogue::Handle::new(&$crate::catalogue::FieldRow {
                        name: stringify!($field),
                        asks: $crate::catalogue::part!(@asks $(Answer $($item)+)? $(Beside $($beside)+)?),
                        shape: <$type as $crate::catalogue::Node>::SHAPE,
                        at_least_one: $crate::catalogue::part!(@list $($list)?),
                        #[cfg(feature = "form")]
                        doc: concat!($($crate::value::code_list::doc_line!(doc $($field_doc)*)),*),
                    });
            )+

            pub(crate) const ROWS: &'static [$crate::catalogue::FieldRow] =
                &$crate::catalogue::checked([$( *Self::$field.row(), )+]);
            pub(crate) const NAMES: &'static [&'static str] = &[$( stringify!($field), )+];
        }

        const _: () = {
            use $crate::catalogue::{Child, ChildMut, FieldRow, Node, Part, WalkPath, Shape, Walk};

            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum Index { $( $field, )+ }

            impl $(<$param: $bound>)? Part for $name $(<$param>)? {
                fn type_name(&self) -> &'static str {
                    stringify!($name)
                }

                fn rows(&self) -> &'static [FieldRow] {
                    Self::ROWS
                }

                fn names(&self) -> &'static [&'static str] {
                    Self::NAMES
                }

                fn child(&self, index: usize) -> Option<Child<'_>> {
                    $( if index == Index::$field as usize { return Some(Node::child(&self.$field)); } )+
                    None
                }

                fn child_mut(&mut self, index: usize) -> Option<ChildMut<'_>> {
                    $( if index == Index::$field as usize { return Some(Node::child_mut(&mut self.$field)); } )+
                    None
                }

                fn walk(&self, at: &WalkPath<'_>, walk: &mut Walk<'_>) {
                    $( Node::child(&self.$field).walk(Self::$field.row(), at, walk); )+
                }

                fn replace(&mut self, fill: &mut dyn FnMut(&mut dyn Part) -> bool) {
                    let mut new = Self { $($header: self.$header,)* $( $field: Default::default(), )+ };
                    if fill(&mut new) {
                        *self = new;
                    }
                }
            }

            impl $(<$param: $bound>)? Node for $name $(<$param>)? {
                const SHAPE: Shape = Shape::Part(|| Self::ROWS);

                fn child(&self) -> Child<'_> {
                    Child::Part(self)
                }

                fn child_mut(&mut self) -> ChildMut<'_> {
                    ChildMut::Part(self)
                }
            }
        };
    };
    (@asks) => { None };
    (@asks $role:ident $item:ident) => {
        Some(($crate::catalogue::Role::$role, $crate::catalogue::Item::$item))
    };
    (@asks $role:ident $($item:tt)+) => { Some(($crate::catalogue::Role::$role, $($item)+)) };
    (@list) => { false };
    (@list at_least_one) => { true };
}
pub(crate) use part;
