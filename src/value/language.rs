//! 言語: in which language the library explains something.

use crate::value::code_list::code_list;

code_list! {
    /// The language of a text that the library writes for people.
    #[derive(Default)]
    pub enum Language ("language", "言語") {
        /// Japanese.
        #[default]
        Japanese = "ja", "日本語";
        /// English.
        English = "en", "英語";
    }
}
