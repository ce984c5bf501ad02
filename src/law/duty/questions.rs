//! Questions that the texts leave open.

/// A question that the texts leave open (疑義). It is never a duty.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
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
}

/// What the rules and the Act leave open (疑義の一覧). The guideline (指針) and its commentary, which may answer it, were not read.
pub const QUESTIONS: &[Question] = &[
    Question {
        code: "facts_of_change",
        provision: "規則第6条第1項、第7条第1項、番号法第28条第1項",
        text: "重要な変更によりしきい値判断の結果も変わる場合、変更の前と後のいずれの事実によるか",
        readings: ["変更前の事実による（深い評価は変更後に行う）", "変更後の事実による（深い評価を変更前に行う）"],
        avoided_by: Some("変更前の結果による評価と変更後の結果による評価の両方を、変更前に行う"),
    },
    Question {
        code: "key_item_left_out",
        provision: "規則第4条第9号、第6条第1項後段、第7条第1項後段、番号法第28条第1項後段",
        text: "重要な変更により重点項目評価から全項目評価となる場合、変更前の重点項目評価書の提出を省けるか",
        readings: ["変更後の事実によるので省ける", "公表済みの重点項目評価書がある間は提出する"],
        avoided_by: Some("重点項目評価と全項目評価の両方を、変更前に行う"),
    },
    Question {
        code: "assessed_in_advance",
        provision: "規則第6条第2項、第7条第2項、第8条",
        text: "重要な変更の前に深い評価を行った場合、変更後の基礎項目評価書の修正に伴う評価を改めて行うか",
        readings: ["変更前の評価で済むので行わない", "修正した基礎項目評価書の公表後に改めて行う"],
        avoided_by: None,
    },
    Question {
        code: "rise_from_none",
        provision: "規則第5条第1項、第6条第2項、第7条第2項、第8条",
        text: "評価を要しなかった事務が評価を要することとなる場合、いつ評価するか",
        readings: ["千人以上となる前に評価する", "千人以上となった後速やかに評価する"],
        avoided_by: Some("千人以上となる前に評価し、公表する"),
    },
    Question {
        code: "period_of_rise",
        provision: "規則第6条第2項、第7条第2項、第8条",
        text: "しきい値判断の結果の変更により深い評価を要することとなった場合、いつまでに評価するか",
        readings: ["期限はない", "速やかに評価する"],
        avoided_by: Some("修正した基礎項目評価書の公表後、速やかに評価する"),
    },
    Question {
        code: "linkage_after_rise",
        provision: "番号法第28条第6項、規則第4条第8号、第9号",
        text: "しきい値判断の結果の変更後、深い評価書を公表するまでの間、情報連携ができるか",
        readings: ["公表済みの評価書があるのでできる", "第4条第8号に該当しなくなるのでできない"],
        avoided_by: None,
    },
    Question {
        code: "linkage_from_none",
        provision: "番号法第28条第6項、規則第4条第3号",
        text: "評価を要しなかった事務が評価を要することとなった後、評価書を公表するまでの間、情報連携ができるか",
        readings: ["保有した時に評価を要しなかったのでできる", "第4条第3号に該当しなくなるのでできない"],
        avoided_by: Some("評価を要することとなる前に評価書を公表する"),
    },
    Question {
        code: "key_item_after_rise",
        provision: "規則第14条第3項、第7条第2項、第8条",
        text: "重点項目評価から全項目評価となる場合、公表済みの重点項目評価書をどうするか",
        readings: ["修正する", "全項目評価書に代わるので修正しない"],
        avoided_by: None,
    },
    Question {
        code: "change_after_fall",
        provision: "規則第4条第9号、第6条第1項後段、第7条第1項後段、番号法第28条第1項後段",
        text: "全項目評価から重点項目評価となった後の重要な変更では、いずれの評価を行うか",
        readings: ["重点項目評価のみ", "重点項目評価書を公表していない間は全項目評価も行う"],
        avoided_by: Some("両方の評価を行う"),
    },
    Question {
        code: "withdrawal_after_fall",
        provision: "規則第14条、第16条",
        text: "軽い評価で足りることとなった場合、深い評価書の公表をやめられるか",
        readings: ["任意の評価となるのでやめられる", "公表した評価書として修正と公表を続ける"],
        avoided_by: Some("公表を続け、しきい値判断の結果を修正する"),
    },
    Question {
        code: "voluntary_assessment",
        provision: "規則第14条第3項、第15条、第16条",
        text: "任意に実施した評価の評価書に、見直し、再実施及び終了の通知の規定が適用されるか",
        readings: ["第5条第2項等による公表ではないので適用されない", "様式と手続が同じなので適用される"],
        avoided_by: Some("義務による評価と同じように扱う"),
    },
    Question {
        code: "correction_and_period",
        provision: "規則第15条",
        text: "修正による公表の日から、再実施までの期間を改めて数えるか",
        readings: ["修正による公表は第15条の公表に当たらないので数えない", "直近の公表の日から数える"],
        avoided_by: Some("実施又は再実施による公表の日から数える"),
    },
    Question {
        code: "order_of_documents",
        provision: "規則第5条第1項、第6条第1項、第7条第1項",
        text: "基礎項目評価を、重点項目評価又は全項目評価の意見の聴取より前に行わなければならないか",
        readings: ["順序の定めはない", "先に行う"],
        avoided_by: Some("先に行う"),
    },
    Question {
        code: "mark_of_end",
        provision: "規則第14条第1項、第16条",
        text: "事務の終了の表示は修正として提出するか、また基礎項目評価書及び重点項目評価書にも要するか",
        readings: ["通知のみで足り、表示は全項目評価書に限る", "いずれの評価書にも表示し、修正として提出する"],
        avoided_by: Some("いずれの評価書にも表示し、通知と併せて提出する"),
    },
    Question {
        code: "new_edition",
        provision: "規則第14条第1項",
        text: "様式が改正された場合、公表済みの評価書を新しい様式に改めるか、またいつまでか",
        readings: ["次に提出するときに新しい様式による", "施行の際に改める"],
        avoided_by: Some("次の見直しの際に新しい様式に改める"),
    },
    Question {
        code: "counting_together",
        provision: "規則第4条第8号イ",
        text: "二つのファイルに記録された本人、又は共同で実施する機関の本人を、重複して数えるか",
        readings: ["一人として数える", "ファイルごと、機関ごとに数える"],
        avoided_by: Some("結果が深い評価となる数え方による"),
    },
];
