//! A register of affairs as another municipal tool would keep it: it holds the assessments (評価書) that may be published,
//! and says which of them must be made again or mended, and why.
//!
//! It stands for the programs that the library is made for: one that embeds documents ([`register`]), one that computes the
//! required depth ([`level`]), and one that needs data to be tested with (`demo`, feature `fixtures`).

#[cfg(feature = "fixtures")]
pub mod demo;
pub mod level;
pub mod register;

pub use level::{Level, Today};
pub use register::{Reason, Refused, Register};
