//! A register of affairs, as a municipal system would keep it. It holds the assessments (評価書) that may be published,
//! and reports which of them must be made again or corrected, and why.
//!
//! It is an example of the programs that the library is made for: one that embeds documents ([`register`]), one that
//! computes which form is required ([`level`]), and one that needs test data (`demo`, feature `fixtures`).

#[cfg(feature = "fixtures")]
pub mod demo;
pub mod level;
pub mod register;

pub use level::{Level, Today};
pub use register::{Reason, Refused, Register};
