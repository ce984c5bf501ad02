//! 言語: the language in which the library explains something.
//!
//! Officials read Japanese, many developers read English. Whatever the library writes for people, such as a
//! determination or a finding, is available in both.
//!
//! ```
//! use mynumber_pia::{Language, Obligation};
//!
//! assert_eq!(Obligation::BasicItem.text(Language::Japanese), "基礎項目評価の実施が義務付けられる");
//! println!("{}", Obligation::BasicItem.text(Language::English));
//! assert_eq!("ja".parse(), Ok(Language::Japanese));
//! ```

use crate::value::code_list::code_list;

code_list! {
    /// The language of an explanation that the library writes for people.
    #[derive(Default)]
    pub enum Language ("language", "言語") {
        /// Japanese.
        #[default]
        Japanese = "ja", "日本語";
        /// English.
        English = "en", "英語";
    }
}
