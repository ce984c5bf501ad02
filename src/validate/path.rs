//! A typed path on the stack: most blocks have no findings, so their paths are not allocated.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::Spot;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Handle, PathStep, WalkPath};

/// The path to a part or a list of the document. It borrows from the path to what contains it.
pub(super) struct PathTo<'p, T> {
    path: WalkPath<'p>,
    end: PhantomData<fn() -> T>,
}

impl PathTo<'static, Assessment> {
    pub(super) const DOCUMENT: Self = Self { path: WalkPath::ROOT, end: PhantomData };
}

impl<'p, S> PathTo<'p, S> {
    const fn to<T>(&'p self, step: PathStep) -> PathTo<'p, T> {
        PathTo { path: self.path.to(step), end: PhantomData }
    }

    pub(super) const fn at<T>(&'p self, field: Handle<S, T>) -> PathTo<'p, T> {
        self.to(PathStep::Field(field.name()))
    }

    /// The path itself, without the item of a field.
    pub(super) fn to_owned(&self) -> FieldPath {
        self.path.to_owned()
    }

    /// An answer in this part.
    pub(super) fn spot<T>(&self, field: Handle<S, T>) -> Spot {
        self.path.item_and_path(field)
    }
}

impl<'p, S> PathTo<'p, Vec<S>> {
    pub(super) const fn nth(&'p self, index: usize) -> PathTo<'p, S> {
        self.to(PathStep::Index(index))
    }
}
