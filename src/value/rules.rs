//! How a table of rules is declared: one row each, from which their texts, the documentation and the tests are made.

use alloc::string::String;

/// Declares a table of rules: their enum, the type of a row with the fields that only this table has, and the rows. A row is
/// `Name = "code", Severity for FORMS, source, checks, japanese, english, example;`, without `for FORMS` if the rules are not about
/// forms. In the Japanese and the English text, `{seen}`, `{expected}` and `{other}` are replaced with what was found.
macro_rules! rules {
    (
        $(#[$of_rule:meta])* pub enum $Rule:ident;
        $(#[$of_row:meta])* pub struct $Row:ident { $( $(#[$of_field:meta])* $field:ident: $type:ty, )+ }
        $(#[$of_table:meta])* pub const $RULES:ident;
        $(
            $rule:ident = $code:literal, $severity:ident $(for $forms:ident)?, $source:expr,
                $checks:literal,
                $japanese:literal,
                $english:literal,
                $example:literal;
        )+
    ) => {
        $(#[$of_rule])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Rule {
            $(
                #[doc = concat!($checks, "\n\n`", $code, "`: ", $japanese, "\n\nExample: `", $example, "`")]
                $rule,
            )+
        }

        $(#[$of_row])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $Row {
            /// The rule.
            pub rule: $Rule,
            /// How bad it is to break it, unless what was found says otherwise.
            pub severity: $crate::value::severity::Severity,
            /// What it checks, in English.
            pub checks: &'static str,
            $( $(#[$of_field])* pub $field: $type, )+
            japanese: &'static str,
            english: &'static str,
        }

        $(#[$of_table])*
        pub const $RULES: &[$Row] = &[
            $( $Row {
                rule: $Rule::$rule,
                severity: $crate::value::severity::Severity::$severity,
                checks: $checks,
                $( forms: $forms, )?
                source: $source,
                example: $example,
                japanese: $japanese,
                english: $english,
            }, )+
        ];

        impl $Rule {
            /// The stable ASCII code: what `Display` prints and JSON says.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $( Self::$rule => $code, )+
                }
            }

            #[doc = concat!("Its row of [`", stringify!($RULES), "`].")]
            #[must_use]
            pub fn row(self) -> &'static $Row {
                // The rows are declared with the rules and in their order.
                $RULES.get(self as usize).unwrap_or(&$RULES[0])
            }

            /// How bad it is to break it, unless what was found says otherwise.
            #[must_use]
            pub fn severity(self) -> $crate::value::severity::Severity {
                self.row().severity
            }
        }

        impl core::fmt::Display for $Rule {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }

        impl $Row {
            /// What the rule is about, in words. In English: what it [checks](Self::checks). In Japanese: the text of what it
            /// finds, with 「…」 in place of what was found.
            #[must_use]
            pub fn text(&self, language: $crate::value::language::Language) -> alloc::string::String {
                match language {
                    $crate::value::language::Language::English => self.checks.into(),
                    $crate::value::language::Language::Japanese => {
                        $crate::value::rules::fill(alloc::string::String::new(), self.japanese, ["…"; 3])
                    }
                }
            }

            /// The text of what was found at a place.
            pub(crate) fn found(
                &self,
                language: $crate::value::language::Language,
                place: &dyn core::fmt::Display,
                found: [&str; 3],
            ) -> alloc::string::String {
                match language {
                    $crate::value::language::Language::English => {
                        $crate::value::rules::fill(alloc::format!("{place}: "), self.english, found)
                    }
                    $crate::value::language::Language::Japanese => {
                        $crate::value::rules::fill(alloc::format!("{place}："), self.japanese, found)
                    }
                }
            }
        }
    };
}
pub(crate) use rules;

/// Appends the text of a rule, in which `{seen}`, `{expected}` and `{other}` are replaced.
pub(crate) fn fill(mut text: String, template: &str, [seen, expected, other]: [&str; 3]) -> String {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        text.push_str(match name {
            "seen" => seen,
            "expected" => expected,
            _ => other,
        });
        rest = after;
    }
    text.push_str(rest);
    text
}
