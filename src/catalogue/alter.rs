//! 記載の変更: a walk that may change the answers it comes to, for the fixtures.

use super::walk::Step;
use super::{Item, Path};
use crate::answer::Slot;

/// Whom to tell of each field that answers an item.
pub(crate) type Visit<'v> = dyn FnMut(Item, &Path<'_>, Slot<'_>) + 'v;

/// A part of a document whose answers can be changed.
pub(crate) trait Alterable {
    /// Visits every field that answers an item, in the order of the form; not what stands beside an answer.
    fn alter(&mut self, at: &Path<'_>, visit: &mut Visit<'_>);
}

pub(crate) fn each<S: Alterable>(sections: &mut [S], at: &Path<'_>, visit: &mut Visit<'_>) {
    for (index, section) in sections.iter_mut().enumerate() {
        section.alter(&at.to(Step::Index(index)), visit);
    }
}

/// Makes a part alterable, or a document: the fields as [`section!`](super::section) has them.
macro_rules! alterable {
    ($name:ident; $( $field:ident $mode:ident $($item:ident)?; )+) => {
        impl $crate::catalogue::Alterable for $name {
            fn alter(&mut self, at: &$crate::catalogue::Path<'_>, visit: &mut $crate::catalogue::Visit<'_>) {
                let Self { $( $field, )+ .. } = self;
                $( $crate::catalogue::alterable!(@$mode visit, at, $field $(, $item)?); )+
            }
        }
    };
    (@item $visit:ident, $at:ident, $field:ident, $item:ident) => {
        let slot = $crate::answer::Alter::slot($field);
        $visit($crate::catalogue::Item::$item, &$at.field(stringify!($field)), slot);
    };
    (@inside $visit:ident, $at:ident, $field:ident) => {
        $crate::catalogue::Alterable::alter($field, &$at.field(stringify!($field)), $visit);
    };
    (@each $visit:ident, $at:ident, $field:ident) => {
        $crate::catalogue::alter_each($field, &$at.field(stringify!($field)), $visit);
    };
    (@printed $visit:ident, $at:ident, $field:ident) => {
        $crate::catalogue::alterable!(@each $visit, $at, $field);
    };
    (@beside $visit:ident, $at:ident, $field:ident, $item:ident) => {
        let _ = $field;
    };
    (@carried $visit:ident, $at:ident, $field:ident) => {
        let _ = $field;
    };
}
pub(crate) use alterable;
