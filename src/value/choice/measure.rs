//! The choices of the risk sections.

use crate::value::code_list::code_list;

code_list! {
    /// リスクへの対策は十分か, asked for every risk in the three forms.
    pub enum Adequacy ("adequacy of measures", "リスクへの対策は十分か") {
        Especially = "especially", "特に力を入れている" / "Special effort is made", number 1;
        /// The measures are enough.
        Sufficient = "sufficient", "十分である" / "Sufficient", number 2;
        /// Something remains to be done.
        IssuesRemain = "issues_remain", "課題が残されている" / "Issues remain", number 3;
    }
}

code_list! {
    /// How well something is done (実施の程度).
    ///
    /// It is the answer to the items on training, self-inspection and audit, physical and technical measures, backups, and the
    /// procedure for accidents.
    pub enum Performance ("performance", "実施の程度") {
        /// With special effort.
        Especially = "especially", "特に力を入れて行っている" / "Done with special effort", number 1;
        /// Well enough.
        Sufficient = "sufficient", "十分に行っている" / "Done sufficiently", number 2;
        /// Not well enough.
        Insufficient = "insufficient", "十分に行っていない" / "Not done sufficiently", number 3;
    }
}

code_list! {
    /// 再委託先による特定個人情報ファイルの適切な取扱いの確保 (様式3: 担保).
    pub enum ReEntrusteeControl
        ("control of re-entrustees", "再委託先による特定個人情報ファイルの適切な取扱いの確保")
    {
        /// With special effort.
        Especially = "especially", "特に力を入れて行っている" / "Done with special effort", number 1;
        /// Well enough.
        Sufficient = "sufficient", "十分に行っている" / "Done sufficiently", number 2;
        /// Not well enough.
        Insufficient = "insufficient", "十分に行っていない" / "Not done sufficiently", number 3;
        /// Nothing is re-entrusted.
        NotReEntrusted = "not_re_entrusted", "再委託していない" / "Not re-entrusted", number 4;
    }
}

code_list! {
    /// ①NISC政府機関統一基準群: 様式4 Ⅲ7 リスク1.
    pub enum NiscCompliance ("compliance with the government standards", "NISC政府機関統一基準群") {
        /// With special effort.
        Especially = "especially", "特に力を入れて遵守している" / "Complied with, with special effort", number 1;
        /// Well enough.
        Sufficient = "sufficient", "十分に遵守している" / "Complied with sufficiently", number 2;
        /// Not well enough.
        Insufficient = "insufficient", "十分に遵守していない" / "Not complied with sufficiently", number 3;
        /// The standards bind organs of the State only.
        NotGovernment = "not_government", "政府機関ではない" / "Not a government organ", number 4;
    }
}

code_list! {
    /// ②安全管理体制 and ③安全管理規程: 様式4 Ⅲ7 リスク1.
    pub enum Establishment ("establishment", "安全管理体制・規程の整備") {
        /// With special effort.
        Especially = "especially", "特に力を入れて整備している" / "Established with special effort", number 1;
        /// Well enough.
        Sufficient = "sufficient", "十分に整備している" / "Established sufficiently", number 2;
        /// Not well enough.
        Insufficient = "insufficient", "十分に整備していない" / "Not established sufficiently", number 3;
    }
}

code_list! {
    /// ④安全管理体制・規程の職員への周知: 様式4 Ⅲ7 リスク1.
    pub enum Notification ("notification of staff", "安全管理体制・規程の職員への周知") {
        /// With special effort.
        Especially = "especially", "特に力を入れて周知している" / "Staff informed with special effort", number 1;
        /// Well enough.
        Sufficient = "sufficient", "十分に周知している" / "Staff informed sufficiently", number 2;
        /// Not well enough.
        Insufficient = "insufficient", "十分に周知していない" / "Staff not informed sufficiently", number 3;
    }
}

code_list! {
    /// Whether something is done (実施の有無).
    ///
    /// It is the answer to ユーザ認証の管理, アクセス権限の発効・失効の管理, アクセス権限の管理 and 個人情報ファイル簿の公表.
    pub enum Conduct ("conduct", "実施状況") {
        /// It is done.
        Done = "done", "行っている" / "Done", number 1;
        /// It is not.
        NotDone = "not_done", "行っていない" / "Not done", number 2;
    }
}

code_list! {
    /// Whether records are kept: of use, of the entrustee's handling, of provisions and transfers (様式4).
    pub enum Recording ("recording", "記録の有無") {
        Kept = "kept", "記録を残している" / "Records are kept", number 1;
        /// They are not.
        NotKept = "not_kept", "記録を残していない" / "No records are kept", number 2;
    }
}

code_list! {
    /// 特定個人情報ファイルの閲覧者・更新者の制限: 様式4 Ⅲ4.
    pub enum Restriction ("restriction of readers and editors", "閲覧者・更新者の制限") {
        /// They are restricted.
        Restricted = "restricted", "制限している" / "Restricted", number 1;
        /// They are not.
        NotRestricted = "not_restricted", "制限していない" / "Not restricted", number 2;
    }
}

code_list! {
    /// Whether there is a rule: in the contract, on provision and transfer, on erasure.
    pub enum RuleState ("rule", "ルール・規定の定め") {
        /// There is one.
        LaidDown = "laid_down", "定めている" / "Laid down", number 1;
        /// There is none.
        NotLaidDown = "not_laid_down", "定めていない" / "Not laid down", number 2;
    }
}

code_list! {
    /// ⑩死者の個人番号: 様式4 Ⅲ7 リスク1.
    pub enum Keeping ("keeping of numbers of the dead", "保管の有無") {
        /// They are kept.
        Kept = "kept", "保管している" / "Kept", number 1;
        /// They are not.
        NotKept = "not_kept", "保管していない" / "Not kept", number 2;
    }
}

code_list! {
    /// 最も優先度が高いと考えられる対策: 様式2 Ⅳ11 (令和6年10月).
    pub enum Priority ("priority measure", "最も優先度が高いと考えられる対策") {
        /// Against acquisition outside the purpose.
        Acquisition = "acquisition", "目的外の入手が行われるリスクへの対策" / "Measures against the risk of acquisition outside the purpose", number 1;
        /// Against linking beyond the purpose.
        Linking = "linking", "目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスクへの対策" / "Measures against the risk of linking beyond the purpose or with unneeded information", number 2;
        /// Against use by people without authority.
        UnauthorizedUse = "unauthorized_use", "権限のない者によって不正に使用されるリスクへの対策" / "Measures against the risk of use by unauthorized persons", number 3;
        /// Against misuse by entrustees.
        Entrustment = "entrustment", "委託先における不正な使用等のリスクへの対策" / "Measures against the risk of unauthorized use and the like at the entrustee", number 4;
        /// Against wrongful provision and transfer.
        Provision = "provision", "不正な提供・移転が行われるリスクへの対策（委託や情報提供ネットワークシステムを通じた提供を除く。）" / "Measures against the risk of unauthorized provision or transfer (except by entrustment or through the Information Providing Network System)", number 5;
        /// Against acquisition outside the purpose through the Information Providing Network System.
        LinkageAcquisition = "linkage_acquisition", "情報提供ネットワークシステムを通じて目的外の入手が行われるリスクへの対策" / "Measures against the risk of acquisition outside the purpose through the Information Providing Network System", number 6;
        /// Against wrongful provision through it.
        LinkageProvision = "linkage_provision", "情報提供ネットワークシステムを通じて不正な提供が行われるリスクへの対策" / "Measures against the risk of unauthorized provision through the Information Providing Network System", number 7;
        /// Against leakage, loss and damage.
        Leakage = "leakage", "特定個人情報の漏えい・滅失・毀損リスクへの対策" / "Measures against the risk of leakage, loss and damage of specific personal information", number 8;
        /// Training.
        Training = "training", "従業者に対する教育・啓発" / "Education and awareness of staff", number 9;
    }
}
