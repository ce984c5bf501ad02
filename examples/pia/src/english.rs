//! The words of the English output.

use mynumber_pia::catalogue::english;
use mynumber_pia::{CodeList, Language};

/// Labels of the library that no form prints, in English. A label that is not here says in English what its code says.
const WORDS: &[(&str, &str)] = &[
    // The events, steps and deadlines of the duties.
    ("災害等による緊急の特定個人情報ファイルの保有", "new file in an emergency"),
    ("災害等による緊急の重要な変更", "material change in an emergency"),
    ("しきい値判断の結果の変更", "threshold result now requires more"),
    ("評価を要しない状態からのしきい値判断の結果の変更", "threshold result now requires an assessment"),
    ("しきい値判断の結果の変更（軽い評価で足りることとなった場合）", "threshold result now requires less"),
    ("重要な変更に当たらない変更", "change that is not material"),
    ("重大事故の発生", "serious incident"),
    ("重大事故の発生から一年の経過", "one year since a serious incident"),
    ("様式の改正", "new edition of the form"),
    (
        "重点項目評価書又は全項目評価書の該当箇所（※）も変わるか",
        "does the marked item of the deeper assessment change too",
    ),
    (
        "公表中の他の評価書の記載に合わせるだけの訂正か（事務は変わらないか）",
        "does it only make the paper say what the other published paper says, and the affair does not change?",
    ),
    ("一年の経過", "one year has passed"),
    ("一定期間の経過", "a fixed time has passed"),
    ("事務の終了", "end of the affair"),
    ("修正", "correct the assessment"),
    ("提出", "file with the Commission"),
    ("公示と意見の聴取", "announce and seek opinions"),
    ("意見の考慮と評価書の見直し", "consider the opinions and revise the assessment"),
    ("意見聴取の期間の確保", "allow time for opinions"),
    ("第三者点検", "third-party review"),
    ("個人情報保護委員会の承認", "obtain the approval of the Commission"),
    ("評価の計画等を記載した書面の提出", "file the plan of the assessment"),
    ("情報連携をしないこと", "no information linkage"),
    ("しきい値判断の確認", "check the threshold determination"),
    (
        "漏えい等の報告及び本人への通知（該当するとき）",
        "report the leak and notify the people concerned, if the event must be reported",
    ),
    ("漏えい等の速報（該当するとき）", "first report of the leak, if the event must be reported"),
    ("漏えい等の確報（該当するとき）", "final report of the leak, if the event must be reported"),
    ("速やかに（知った日から概ね3～5日以内）", "promptly, within about three to five days of knowing"),
    (
        "知った日から30日以内（不正の目的による場合は60日以内）",
        "within thirty days of knowing, or sixty if done for a wrongful purpose",
    ),
    ("事務の実施をやめた旨の通知", "give notice that the affair ended"),
    ("終了の表示", "mark the assessment as ended"),
    ("公表の継続", "keep the assessment published"),
    ("特定個人情報ファイルを保有する前", "before the file is held"),
    ("重要な変更を加える前", "before the material change"),
    ("電子情報処理組織を構築する前（用いないときは事務の検討と併せて）", "before the system is built"),
    ("保有した後又は重要な変更を加えた後速やかに", "promptly after the file is held or changed"),
    ("前の手続の後", "after the previous step"),
    ("提出又は公示と併せて", "together with the filing or announcement"),
    ("公表するまで", "until it is published"),
    ("少なくとも一年ごと", "at least once a year"),
    ("公表の日から五年", "five years from publication"),
    ("原則三十日以上", "thirty days or more as a rule"),
    ("少なくとも三年間", "at least three years"),
    ("事後（期限の定めはない）", "afterwards, without a deadline"),
    ("別に定める期限", "a deadline set elsewhere"),
    ("期限は条文から明らかでない", "the text sets no clear deadline"),
    ("努力義務", "duty of effort"),
    ("記載要領による", "by the instructions"),
    // What is said about a difference and about the rows of a change table.
    ("誤字脱字の修正、名称の変更等の形式的な変更か", "is it only formal, such as a slip of the pen or a new name?"),
    ("リスクを明らかに軽減させる変更か", "does it clearly lower a risk?"),
    ("一つの項目", "one item"),
    ("複数の項目", "several items"),
    ("欄全体", "whole section"),
    ("不明", "not known"),
    ("抜粋", "excerpt"),
    ("全体", "whole document"),
    ("現在の記載と一致", "matches the document"),
    ("後の変更あり", "changed again later"),
    ("現在の記載と不一致", "differs from the document"),
    ("対象の記載を一つに特定できない", "it does not say which answer changed"),
    ("変更前の記載が引用されていない", "it does not quote the answer before the change"),
    ("変更後の記載が現在の記載と異なる", "the document does not say what it quotes"),
    ("変更前の記載を項目の記載として読めない", "what it quotes is not an answer to the item"),
    ("欄全体の変更は復元の対象としない", "it is about a whole block"),
    ("事前", "before"),
    ("事後", "after"),
];

/// A choice in a language: its label in Japanese, and in English the translation of the label or the words of its code.
pub(crate) fn word<T: CodeList>(choice: T, language: Language) -> String {
    let label = choice.label();
    match language {
        Language::Japanese => label.into(),
        Language::English => {
            let own = WORDS.iter().find(|(japanese, _)| *japanese == label).map(|(_, english)| *english);
            own.or_else(|| english(label)).map_or_else(|| choice.code().replace('_', " "), Into::into)
        }
    }
}

/// A code with blanks for underscores is enough only where its words say it all.
#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use mynumber_pia::change::{AddressKind, EditKind, NotComparedBecause, NotUndone, Question, RowState};
    use mynumber_pia::duty::{Action, Deadline, Event, Force};
    use mynumber_pia::value::choice::{Extent, SubmissionTiming};
    use mynumber_pia::value::incident::Occurrence;

    /// The members of a list whose English is only their code, and the labels of all.
    fn plain<T: CodeList>(labels: &mut BTreeSet<&'static str>) -> Vec<String> {
        let mut plain = Vec::new();
        for choice in T::ALL {
            let (japanese, english) = (word(*choice, Language::Japanese), word(*choice, Language::English));
            labels.insert(choice.label());
            assert_eq!(japanese, choice.label());
            assert!(english.is_ascii() && !english.contains('_'), "{japanese}: {english}");
            if english == choice.code().replace('_', " ") {
                plain.push(english);
            }
        }
        plain
    }

    #[test]
    fn a_code_that_says_too_little_has_words() {
        let labels = &mut BTreeSet::new();
        for (plain, expected) in [
            (plain::<Event>(labels), &["new file", "material change"][..]),
            (plain::<Action>(labels), &["announce online", "publish", "review", "reassess"]),
            (plain::<Deadline>(labels), &["promptly", "without delay"]),
            (plain::<Force>(labels), &["duty"]),
            (plain::<EditKind>(labels), &["changed", "added", "removed", "moved", "renumbered", "split", "joined"]),
            (plain::<NotComparedBecause>(labels), &["not known", "excerpt"]),
            (plain::<Question>(labels), &[]),
            (plain::<AddressKind>(labels), &[]),
            (plain::<RowState>(labels), &["not compared"]),
            (plain::<NotUndone>(labels), &[]),
            (plain::<Extent>(labels), &["excerpt"]),
            (plain::<SubmissionTiming>(labels), &["before", "after"]),
            (plain::<Occurrence>(labels), &[]),
        ] {
            assert_eq!(plain, expected);
        }
        for (label, _) in WORDS {
            assert!(labels.contains(label), "no list has {label}");
        }
        assert_eq!(WORDS.len(), WORDS.iter().map(|(label, _)| label).collect::<BTreeSet<_>>().len(), "each label once");
    }
}
