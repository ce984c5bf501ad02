//! How a type is written as an object with labels beside its codes.

/// Implements `Serialize` as an object of these fields, whose values are after the statements. `x: value => label` writes `x` and `x_label`.
macro_rules! object {
    (
        $(#[$meta:meta])*
        $type:ty, $name:literal, |$own:ident| { $($statements:tt)* }
        { $($field:ident: $value:expr $(=> $label:expr)?),+ $(,)? }
    ) => {
        $(#[$meta])*
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;

                let $own = self;
                $($statements)*
                let names = [$(stringify!($field), $(stringify!($label),)?)+];
                let mut object = serializer.serialize_struct($name, names.len())?;
                $(
                    object.serialize_field(stringify!($field), &$value)?;
                    $(object.serialize_field(concat!(stringify!($field), "_label"), &$label)?;)?
                )+
                object.end()
            }
        }
    };
}
pub(crate) use object;
