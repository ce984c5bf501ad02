//! Questions that the texts leave open.

use crate::value::language::Language;
use crate::value::object::object;

/// A question that the texts leave open (疑義). It is never a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenQuestion {
    /// A stable code to store.
    pub code: &'static str,
    /// The provisions that leave it open.
    pub provision: &'static str,
    /// The question, in Japanese.
    pub text: &'static str,
    /// The two readings.
    pub readings: [&'static str; 2],
    /// How a body can avoid the question; `None` if only the Commission can answer it.
    pub avoided_by: Option<&'static str>,
    /// The same in English.
    english: English,
}

/// A question in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct English {
    text: &'static str,
    readings: [&'static str; 2],
    avoided_by: Option<&'static str>,
}

impl OpenQuestion {
    /// The question in words (疑義の説明).
    #[doc(alias = "疑義の説明")]
    #[must_use]
    pub const fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Japanese => self.text,
            Language::English => self.english.text,
        }
    }

    /// The two readings in words (読み方の説明).
    #[doc(alias = "読み方の説明")]
    #[must_use]
    pub const fn readings(&self, language: Language) -> [&'static str; 2] {
        match language {
            Language::Japanese => self.readings,
            Language::English => self.english.readings,
        }
    }

    /// How a body can avoid the question, in words (安全な対応); `None` if only the Commission can answer it.
    #[doc(alias = "安全な対応")]
    #[must_use]
    pub const fn avoided_by(&self, language: Language) -> Option<&'static str> {
        match language {
            Language::Japanese => self.avoided_by,
            Language::English => self.english.avoided_by,
        }
    }
}

object! {
    /// Writes `{"question", "provision", "text", "readings", "avoided_by"}`, in Japanese.
    OpenQuestion, "OpenQuestion", |own| { let Self { code, provision, text, readings, avoided_by, english: _ } = own; }
    { question: code, provision: provision, text: text, readings: readings, avoided_by: avoided_by }
}

const REPLACED: &str = "自主方針により全項目評価を行う場合、事実により必要な重点項目評価書の提出を要するか";
const REPLACED_READINGS: [&str; 2] =
    ["全項目評価書がこれに代わるので提出しない", "全項目評価書がこれに代わるとの定めがないので提出する"];
const REPLACED_IN_ENGLISH: English = English {
    text: "If the body makes the all-item assessment by its own policy, must the key-item assessment be filed that the facts ask for?",
    readings: [
        "no, the all-item assessment takes its place",
        "yes, because no provision says that the all-item assessment takes its place",
    ],
    avoided_by: Some("file and publish the key-item assessment as well"),
};

/// What the rules and the Act leave open (疑義の一覧). The guideline (指針) and its commentary, which may answer it, were not read.
pub const QUESTIONS: &[OpenQuestion] = &[
    OpenQuestion {
        code: "facts_of_change",
        provision: "規則第6条第1項、第7条第1項、番号法第28条第1項",
        text: "重要な変更によりしきい値判断の結果も変わる場合、変更の前と後のいずれの事実によるか",
        readings: ["変更前の事実による（深い評価は変更後に行う）", "変更後の事実による（深い評価を変更前に行う）"],
        avoided_by: Some("変更前の結果による評価と変更後の結果による評価の両方を、変更前に行う"),
        english: English {
            text: "If a material change also changes the result of the threshold determination, do the facts before or after it decide?",
            readings: [
                "the facts before the change (the deeper assessment follows it)",
                "the facts after the change (the deeper assessment comes before it)",
            ],
            avoided_by: Some(
                "make both assessments before the change: that of the result before and that of the result after",
            ),
        },
    },
    OpenQuestion {
        code: "facts_of_fall",
        provision: "規則第6条第1項、第7条第1項、番号法第28条第1項",
        text: "重要な変更によりしきい値判断の結果が軽くなる場合、変更の前と後のいずれの事実によるか",
        readings: ["変更前の事実による（深い評価を変更前に行う）", "変更後の事実による（深い評価を要しない）"],
        avoided_by: Some("変更前の結果による評価と変更後の結果による評価の両方を、変更前に行う"),
        english: English {
            text: "If a material change also makes a lighter assessment enough, do the facts before or after it decide?",
            readings: [
                "the facts before the change (the deeper assessment comes before it)",
                "the facts after the change (the deeper assessment is not needed)",
            ],
            avoided_by: Some(
                "make both assessments before the change: that of the result before and that of the result after",
            ),
        },
    },
    OpenQuestion {
        code: "key_item_left_out",
        provision: "規則第4条第9号、第6条第1項後段、第7条第1項後段、番号法第28条第1項後段",
        text: "重要な変更により重点項目評価から全項目評価となる場合、変更前の重点項目評価書の提出を省けるか",
        readings: ["変更後の事実によるので省ける", "公表済みの重点項目評価書がある間は提出する"],
        avoided_by: Some("重点項目評価と全項目評価の両方を、変更前に行う"),
        english: English {
            text: "If a material change raises the result from the key-item to the all-item assessment, can the key-item assessment before it be left out?",
            readings: [
                "it can, because the facts after the change decide",
                "it must be filed while the published key-item assessment stands",
            ],
            avoided_by: Some("make both the key-item and the all-item assessment before the change"),
        },
    },
    OpenQuestion {
        code: "assessed_in_advance",
        provision: "規則第6条第2項、第7条第2項、第8条",
        text: "重要な変更の前に深い評価を行った場合、変更後の基礎項目評価書の修正に伴う評価を改めて行うか",
        readings: ["変更前の評価で済むので行わない", "修正した基礎項目評価書の公表後に改めて行う"],
        avoided_by: None,
        english: English {
            text: "If the deeper assessment was made before a material change, must the one that follows the correction of the basic-item assessment be made as well?",
            readings: [
                "no, the one before the change is enough",
                "yes, after the corrected basic-item assessment is published",
            ],
            avoided_by: None,
        },
    },
    OpenQuestion {
        code: "rise_from_none",
        provision: "規則第5条第1項、第6条第2項、第7条第2項、第8条",
        text: "評価を要しなかった事務が評価を要することとなる場合、いつ評価するか",
        readings: ["千人以上となる前に評価する", "千人以上となった後速やかに評価する"],
        avoided_by: Some("千人以上となる前に評価し、公表する"),
        english: English {
            text: "When must an affair be assessed that needed no assessment and comes to need one?",
            readings: ["before it reaches 1,000 people", "promptly after it reaches 1,000 people"],
            avoided_by: Some("assess and publish before it reaches 1,000 people"),
        },
    },
    OpenQuestion {
        code: "period_of_rise",
        provision: "規則第6条第2項、第7条第2項、第8条",
        text: "しきい値判断の結果の変更により深い評価を要することとなった場合、いつまでに評価するか",
        readings: ["期限はない", "速やかに評価する"],
        avoided_by: Some("修正した基礎項目評価書の公表後、速やかに評価する"),
        english: English {
            text: "Until when must the deeper assessment be made that a changed result asks for?",
            readings: ["there is no period", "promptly"],
            avoided_by: Some("make it promptly after the corrected basic-item assessment is published"),
        },
    },
    OpenQuestion {
        code: "linkage_after_rise",
        provision: "番号法第28条第6項、規則第4条第8号、第9号",
        text: "しきい値判断の結果の変更後、深い評価書を公表するまでの間、情報連携ができるか",
        readings: ["公表済みの評価書があるのでできる", "第4条第8号に該当しなくなるのでできない"],
        avoided_by: None,
        english: English {
            text: "After the result changed, is information linkage allowed until the deeper assessment is published?",
            readings: ["yes, because an assessment is published", "no, because 第4条第8号 no longer applies"],
            avoided_by: None,
        },
    },
    OpenQuestion {
        code: "linkage_from_none",
        provision: "番号法第28条第6項、規則第4条第3号",
        text: "評価を要しなかった事務が評価を要することとなった後、評価書を公表するまでの間、情報連携ができるか",
        readings: ["保有した時に評価を要しなかったのでできる", "第4条第3号に該当しなくなるのでできない"],
        avoided_by: Some("評価を要することとなる前に評価書を公表する"),
        english: English {
            text: "After an affair that needed no assessment comes to need one, is information linkage allowed until it is published?",
            readings: [
                "yes, because none was needed when the file was first held",
                "no, because 第4条第3号 no longer applies",
            ],
            avoided_by: Some("publish the assessment before one is needed"),
        },
    },
    OpenQuestion {
        code: "key_item_after_rise",
        provision: "規則第14条第3項、第7条第2項、第8条",
        text: "重点項目評価から全項目評価となる場合、公表済みの重点項目評価書をどうするか",
        readings: ["修正する", "全項目評価書に代わるので修正しない"],
        avoided_by: None,
        english: English {
            text: "If the all-item assessment replaces the key-item assessment, what becomes of the published key-item assessment?",
            readings: ["it is corrected", "it is not corrected, because the all-item assessment replaces it"],
            avoided_by: None,
        },
    },
    OpenQuestion {
        code: "change_after_fall",
        provision: "規則第4条第9号、第6条第1項後段、第7条第1項後段、番号法第28条第1項後段",
        text: "全項目評価から重点項目評価となった後の重要な変更では、いずれの評価を行うか",
        readings: ["重点項目評価のみ", "重点項目評価書を公表していない間は全項目評価も行う"],
        avoided_by: Some("両方の評価を行う"),
        english: English {
            text: "After a fall from the all-item to the key-item assessment, which one does a material change ask for?",
            readings: [
                "only the key-item assessment",
                "also the all-item assessment, while no key-item assessment is published",
            ],
            avoided_by: Some("make both"),
        },
    },
    OpenQuestion {
        code: "withdrawal_after_fall",
        provision: "規則第14条、第16条",
        text: "軽い評価で足りることとなった場合、深い評価書の公表をやめられるか",
        readings: ["任意の評価となるのでやめられる", "公表した評価書として修正と公表を続ける"],
        avoided_by: Some("公表を続け、しきい値判断の結果を修正する"),
        english: English {
            text: "If a lighter assessment is enough, may the deeper one be withdrawn?",
            readings: ["yes, because it is now voluntary", "no, it is corrected and stays published"],
            avoided_by: Some("keep it published, and correct the threshold result in it"),
        },
    },
    OpenQuestion {
        code: "policy_for_new_file",
        provision: "規則第6条第1項前段",
        text: REPLACED,
        readings: REPLACED_READINGS,
        avoided_by: Some("重点項目評価書も提出し、公表する"),
        english: REPLACED_IN_ENGLISH,
    },
    OpenQuestion {
        code: "policy_for_change",
        provision: "規則第6条第1項後段",
        text: REPLACED,
        readings: REPLACED_READINGS,
        avoided_by: Some("重点項目評価書も提出し、公表する"),
        english: REPLACED_IN_ENGLISH,
    },
    OpenQuestion {
        code: "policy_for_rise",
        provision: "規則第6条第2項",
        text: REPLACED,
        readings: REPLACED_READINGS,
        avoided_by: Some("重点項目評価書も提出し、公表する"),
        english: REPLACED_IN_ENGLISH,
    },
    OpenQuestion {
        code: "voluntary_assessment",
        provision: "規則第14条第3項、第15条、第16条",
        text: "任意に実施した評価の評価書に、見直し、再実施及び終了の通知の規定が適用されるか",
        readings: ["第5条第2項等による公表ではないので適用されない", "様式と手続が同じなので適用される"],
        avoided_by: Some("義務による評価と同じように扱う"),
        english: English {
            text: "Do the provisions on review, re-assessment and the end of an affair apply to a voluntary assessment?",
            readings: [
                "no, because it is not published under 第5条第2項 and the like",
                "yes, because the form and the procedure are the same",
            ],
            avoided_by: Some("treat it like a required assessment"),
        },
    },
    OpenQuestion {
        code: "correction_and_period",
        provision: "規則第15条",
        text: "修正による公表の日から、再実施までの期間を改めて数えるか",
        readings: ["修正による公表は第15条の公表に当たらないので数えない", "直近の公表の日から数える"],
        avoided_by: Some("実施又は再実施による公表の日から数える"),
        english: English {
            text: "Does the publication of a correction begin the period until the re-assessment again?",
            readings: ["no, because 第15条 does not name it", "yes, it runs from the last publication"],
            avoided_by: Some("count from the last publication after an assessment or a re-assessment"),
        },
    },
    OpenQuestion {
        code: "order_of_key_item",
        provision: "規則第5条第1項、第6条第1項",
        text: "基礎項目評価書を、重点項目評価書より前に提出しなければならないか",
        readings: ["順序の定めはない", "先に提出する"],
        avoided_by: Some("先に提出する"),
        english: English {
            text: "Must the basic-item assessment be filed before the key-item assessment?",
            readings: ["no order is set", "it is filed first"],
            avoided_by: Some("file it first"),
        },
    },
    OpenQuestion {
        code: "order_of_documents",
        provision: "規則第5条第1項、第7条第1項、番号法第28条第1項",
        text: "基礎項目評価を、全項目評価書の意見の聴取より前に行わなければならないか",
        readings: ["順序の定めはない", "先に行う"],
        avoided_by: Some("先に行う"),
        english: English {
            text: "Must the basic-item assessment come before the opinions on the all-item assessment?",
            readings: ["no order is set", "it comes first"],
            avoided_by: Some("make it first"),
        },
    },
    OpenQuestion {
        code: "mark_of_end",
        provision: "規則第14条第1項、第16条",
        text: "事務の終了の表示は修正として提出するか、また基礎項目評価書及び重点項目評価書にも要するか",
        readings: ["通知のみで足り、表示は全項目評価書に限る", "いずれの評価書にも表示し、修正として提出する"],
        avoided_by: Some("いずれの評価書にも表示し、通知と併せて提出する"),
        english: English {
            text: "Is the mark of the end of an affair filed as a correction, and do the basic-item and key-item assessments need it?",
            readings: [
                "the notice is enough, and only the all-item assessment is marked",
                "every assessment is marked, and filed as a correction",
            ],
            avoided_by: Some("mark every assessment, and file it with the notice"),
        },
    },
    OpenQuestion {
        code: "new_edition",
        provision: "規則第14条第1項",
        text: "様式が改正された場合、公表済みの評価書を新しい様式に改めるか、またいつまでか",
        readings: ["次に提出するときに新しい様式による", "施行の際に改める"],
        avoided_by: Some("次の見直しの際に新しい様式に改める"),
        english: English {
            text: "If a form is revised, must a published assessment be moved to it, and until when?",
            readings: ["with the next filing", "when the revision takes effect"],
            avoided_by: Some("move it at the next review"),
        },
    },
    OpenQuestion {
        code: "counting_together",
        provision: "規則第4条第8号イ",
        text: "二つのファイルに記録された本人、又は共同で実施する機関の本人を、重複して数えるか",
        readings: ["一人として数える", "ファイルごと、機関ごとに数える"],
        avoided_by: Some("結果が深い評価となる数え方による"),
        english: English {
            text: "Are people counted twice who are in two files, or in files of two bodies that share an affair?",
            readings: ["once", "by file and by body"],
            avoided_by: Some("count in the way that asks for the deeper assessment"),
        },
    },
];
