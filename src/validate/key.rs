//! Keys of findings that stay the same from version to version, and which findings are new.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::finding::{Finding, Location};
use super::report::Report;
use super::rule::Rule;
use crate::assessment::{Assessment, blocks, identifying_items};
use crate::catalogue::{FieldPath, PathStep};
use crate::value::code_list::code_list;
use crate::value::names::name_key;

code_list! {
    /// What became of a finding since an earlier check (前回の検査との差). The labels are ours.
    pub enum FindingStatus ("status of a finding", "前回の検査との差") {
        /// It was not there before.
        New = "new", "新しい";
        /// It was there before, and is not any more.
        Gone = "gone", "なくなった";
        /// It was there before.
        Same = "same", "変わらない";
    }
}

/// What a document calls its blocks, by their paths.
struct Names(BTreeMap<Vec<PathStep>, String>);

impl Names {
    fn of(document: &Assessment) -> Self {
        let mut names = BTreeMap::new();
        for path in identifying_items().flat_map(|item| document.find(item)) {
            let Some(last) = path.steps().iter().rposition(|step| matches!(step, PathStep::Index(_))) else { continue };
            let name = document.get(&path).filter(|value| value.given().is_some());
            if let (Some(block), Some(name)) = (path.steps().get(..=last), name) {
                names.insert(block.to_vec(), name_key(&name.to_string()));
            }
        }
        Self(names)
    }

    /// A key of a place: the code of its item, and each block by its name, or otherwise by the number that the document prints, or by its
    /// place.
    fn key(&self, location: &Location, rule: Rule) -> String {
        let mut key = location.item.code().to_string();
        // This rule names the first of the entrustments of a file alone, and says so of all.
        let most = if rule == Rule::TierUnnamed { 1 } else { usize::MAX };
        for (nth, block) in blocks(&location.path).enumerate().take(most) {
            let steps = place_of(&location.path, nth);
            let name = self.0.get(&steps).cloned();
            let number = || location.printed(nth).map(|number| format!("{number}"));
            let name = name.or_else(number).unwrap_or_else(|| format!("[{}]", block.index));
            key.push_str(" / ");
            key.push_str(block.word);
            key.push('=');
            key.push_str(&name);
        }
        key
    }
}

/// The steps to a block on a path, by its rank among them.
fn place_of(path: &FieldPath, nth: usize) -> Vec<PathStep> {
    let indices = path.steps().iter().enumerate().filter(|(_, step)| matches!(step, PathStep::Index(_)));
    let last = indices.map(|(at, _)| at).nth(nth).unwrap_or_default();
    path.steps().get(..=last).unwrap_or_default().to_vec()
}

impl Report {
    /// A key for each finding, in its order (指摘のキー): the rule, the item, and the names of the blocks on the way to it, such as
    /// `conditional_item re_entrustment_matter / ファイル=国保ファイル / 委託事項=帳票作成`. It stays the same if entries move or other entries come and
    /// go. Findings of one rule at one place have the same key.
    ///
    /// `document` is the one that was checked.
    #[doc(alias = "指摘のキー")]
    #[must_use]
    pub fn keys(&self, document: &Assessment) -> Vec<String> {
        let names = Names::of(document);
        let key = |Finding { rule, location, other, .. }: &Finding| {
            let mut ends: Vec<String> = [location].into_iter().chain(other).map(|end| names.key(end, *rule)).collect();
            // A contradiction may be found from either end.
            ends.sort_unstable();
            format!("{rule} {}", ends.join(" | "))
        };
        self.iter().map(key).collect()
    }

    /// What became of the findings since an earlier check (前回の検査との差): of each finding whether it is new, and of each key of
    /// the earlier check whether it is gone.
    ///
    /// ```
    /// use mynumber_pia::validate::FindingStatus;
    /// use mynumber_pia::{Assessment, validate};
    ///
    /// let as_of = chrono::NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
    /// let draft = Assessment::new("form_2_2024_10".parse()?);
    /// let before = validate(&draft, as_of).keys(&draft);
    /// let mut filled = draft.clone();
    /// filled.put_shown(&"cover.body".parse()?, "甲市長")?;
    /// let (now, then) = validate(&filled, as_of).since(&filled, &before);
    /// assert!(now.iter().all(|status| *status == FindingStatus::Same));
    /// assert_eq!(then.iter().filter(|status| **status == FindingStatus::Gone).count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn since(&self, document: &Assessment, before: &[String]) -> (Vec<FindingStatus>, Vec<FindingStatus>) {
        let keys = self.keys(document);
        let is_in = |keys: &[String], others: &[String], otherwise: FindingStatus| {
            let mut left: BTreeMap<&str, usize> = BTreeMap::new();
            for key in others {
                *left.entry(key).or_default() += 1;
            }
            let status = |key: &String| match left.get_mut(key.as_str()) {
                Some(count @ 1..) => {
                    *count -= 1;
                    FindingStatus::Same
                }
                Some(0) | None => otherwise,
            };
            keys.iter().map(status).collect()
        };
        (is_in(&keys, before, FindingStatus::New), is_in(before, &keys, FindingStatus::Gone))
    }
}
