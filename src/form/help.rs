//! What an item asks, for people who fill it in.

use crate::catalogue::Item;
use crate::value::language::Language;

/// What the help rests on (案内の根拠), to be shown with it. The official instructions (記載要領) were seen only in part.
///
/// ```
/// use mynumber_pia::Language;
/// use mynumber_pia::form::help_rests_on;
///
/// assert!(help_rests_on(Language::Japanese).contains("記載要領"));
/// ```
#[must_use]
pub const fn help_rests_on(language: Language) -> &'static str {
    match language {
        Language::Japanese => {
            "様式の文言、規則と公表された評価書から書いた案内である。個人情報保護委員会の記載要領は、全文を確かめていない。"
        }
        Language::English => {
            "Written from the words of the forms, the Rules and published assessments. The instructions of the Commission (記載要領) were not \
             seen in full."
        }
    }
}

/// Makes the function. An item without help does not compile.
macro_rules! helps {
    ($($($item:ident)|+ => $japanese:literal, $english:literal;)+) => {
        impl Item {
            /// What the item asks, in one sentence or two (記入の案内). [`help_rests_on`] says what that rests on.
            ///
            /// ```
            /// use mynumber_pia::Language;
            /// use mynumber_pia::catalogue::Item;
            ///
            /// assert!(Item::Handlers.help(Language::Japanese).contains("委託先"));
            /// ```
            #[doc(alias = "記入の案内")]
            #[must_use]
            pub const fn help(self, language: Language) -> &'static str {
                let [japanese, english] = match self {
                    $($(Self::$item)|+ => [$japanese, $english],)+
                };
                match language {
                    Language::Japanese => japanese,
                    Language::English => english,
                }
            }
        }
    };
}

helps! {
    // The cover.
    AssessmentNumber => "評価実施機関が事務ごとに付ける番号。同じ事務の評価書は、同じ番号にする。", "The number that the body gives to the affair. All papers of one affair have the same.";
    AssessmentTitle => "事務の名称に、評価書の種類を続けた名称。", "The name of the affair, followed by the kind of the assessment.";
    Declaration => "権利利益を害するリスクを認識し、措置を講じて保護に取り組むことを、評価実施機関の言葉で宣言する。", "The body declares in its own words that it knows the risks to people's rights and interests, and takes measures to protect them.";
    CoverRemarks => "リスク対策などについて、特に知らせたいことがあれば書く。なければ空けておく。", "Anything about the measures that readers should know. Leave it empty if there is nothing.";
    AssessingBody => "評価の主体。市町村であれば「○○市長」のように、機関の長の名称を書く。", "Who makes the assessment: for a municipality its head, such as 「○○市長」.";
    PublicationDate => "この版の評価書を公表する日。", "The day on which this version is published.";
    CommissionApprovalDate => "行政機関等だけが書く。個人情報保護委員会が承認した日。", "Only for administrative organs: the day on which the Commission approved it.";
    // The affair.
    AffairName => "特定個人情報ファイルを取り扱う事務の名称。ほかの評価書でも同じ名称にする。", "The affair in which the files are handled. The other papers name it in the same way.";
    AffairContent => "法令に基づいて何をする事務か、個人番号を使うのはどの手続かを、住民が読んで分かるように書く。", "What the affair does under the law, and in which procedures it uses the Individual Number, so that residents understand it.";
    Population => "この事務の特定個人情報ファイルに記録される本人の数の合計。規則第4条第1号、第2号、第4号から第7号までのファイルは数えない。", "All people in the files of the affair. Files that Article 4 (i), (ii) and (iv) to (vii) of the Rules exempts are not counted.";
    PopulationAsOf => "対象人数を数えた日。", "The day on which the people were counted.";
    Handlers => "特定個人情報ファイルを取り扱う職員と委託先の従業者の合計。しきい値判断では500人以上かどうかが問われる。", "The staff and the people at entrustees who handle the files. The threshold asks whether they are 500 or more.";
    HandlersAsOf => "取扱者数を数えた日。", "The day on which the handlers were counted.";
    IncidentInOneYear => "過去１年以内に、評価実施機関で特定個人情報に関する重大事故が発生したか、発生を知ったか。", "Whether a serious incident with specific personal information occurred at the body within the past year, or became known to it.";
    SystemName => "この事務で使うシステムの名称。中間サーバーや宛名システムも、使うのであれば一つずつ書く。", "A system that the affair uses. The intermediate server and the addressee system have entries of their own if they are used.";
    SystemFunctions => "システムがこの事務で果たす機能を、項目に分けて書く。", "What the system does in this affair, function by function.";
    SystemConnections => "特定個人情報をやり取りするシステムを全て選ぶ。", "All systems with which it exchanges specific personal information.";
    SystemConnectionsOther => "「その他」を選んだときに、接続するシステムの名称を書く。", "The names of the systems, if others was chosen.";
    FileNames => "この事務で保有する特定個人情報ファイルの名称。複数あれば全て書く。", "The specific personal information files of the affair, all of them.";
    FileNecessity => "そのファイルがなければ事務のどの部分ができないかを書く。", "What part of the affair could not be done without the files.";
    FileBenefits => "個人番号を使うことで、住民や行政にどのような利点があるかを書く。", "What residents and the administration gain from the use of the Individual Number.";
    NumberUseBases => "個人番号を使うことができる根拠。番号法第9条と別表の項、又は条例を、条番号とともに書く。", "Why the Individual Number may be used: Article 9 of the My Number Act and the row of its table, or an ordinance, with the numbers.";
    LinkageState => "情報提供ネットワークシステムで情報を照会するか、提供するか。", "Whether information is requested or provided through the Information Providing Network System.";
    LinkageBases => "番号法第19条第8号と、利用特定個人情報の提供に関する命令第2条の表の項。照会と提供を分けて書く。", "Article 19 (viii) of the My Number Act and the rows of the table in Article 2 of the ministerial order, apart for requests and provision.";
    Department => "この事務を担当する部署。", "The department in charge of the affair.";
    DepartmentHead => "担当部署の長の役職名。氏名は書かない。", "The position of its head, without a personal name.";
    OtherBodies => "同じ評価書で共に評価する評価実施機関があれば書く。なければ空けておく。", "Bodies that make this assessment together with this one. Leave it empty if there are none.";
    ContentAnnex => "事務の流れと、特定個人情報がどこからどこへ動くかを、図と説明で示す。", "The course of the affair, and where specific personal information goes, as a figure with its explanation.";
    ContentAnnexRemarks => "図の番号ごとの説明など、図だけで分からないことを書く。", "What the figure does not say, such as an explanation of each number in it.";
    Rule9Applied => "災害その他やむを得ない理由により、事前に評価できなかったときに○を付ける。", "Ticked if a disaster or another unavoidable reason left no time to assess beforehand.";
    Rule9Reason => "事前に評価できなかった理由を書く。", "Why the assessment could not be made beforehand.";
    // The file.
    SectionFileNames => "この欄より下で説明するファイルの名称。「Ⅰ」に書いた名称と同じにする。", "The files that the items below describe, by the names in section Ⅰ.";
    FileKind => "システム用ファイルか、その他の電子ファイル（表計算ソフトなど）か。", "Whether the file belongs to a system, or is another electronic file such as a spreadsheet.";
    FileDataSubjects => "そのファイルに記録される本人の数。", "How many people the file records.";
    FileScope => "どのような人が記録されるか。", "What people the file records.";
    FileScopeReason => "その範囲の人を記録しなければならない理由。", "Why these people must be recorded.";
    RecordItemCount => "ファイルに記録する項目の数。", "How many items the file records.";
    MainRecordItems => "記録する項目を分類から全て選ぶ。", "All classes of items that are recorded.";
    MainRecordItemsOther => "「その他」を選んだときに、その項目を書く。", "The items, if others was chosen.";
    MainRecordItemsReason => "それぞれの項目が事務に必要である理由。", "Why each of these items is needed in the affair.";
    AllRecordItems => "全ての記録項目を「別添」に書き、この欄ではそれを参照する。", "The annex lists every item, and this refers to it.";
    HeldSince => "ファイルの保有を始めた日、又は始める予定の日。", "The day from which the file is held, or will be.";
    FileDepartment => "ファイルを使う事務を担当する部署。", "The department in charge of the affair that uses the file.";
    Sources => "特定個人情報を誰から入手するかを全て選ぶ。", "Everybody from whom the information is acquired.";
    SourceDepartments => "入手元となる、同じ機関の部署の名称。", "The departments of the same body from which it comes.";
    SourceOrgans => "入手元となる行政機関や独立行政法人等の名称。", "The administrative organs and agencies from which it comes.";
    SourceGovernments => "入手元となる地方公共団体や地方独立行政法人の名称。", "The local governments and their agencies from which it comes.";
    SourceCompanies => "入手元となる民間事業者の名称。", "The private companies from which it comes.";
    SourceOthers => "そのほかの入手元。", "Other sources.";
    AcquisitionMethods => "紙、電子記録媒体、情報提供ネットワークシステムなど、入手の方法を全て選ぶ。", "All ways of acquisition, such as paper, media or the Information Providing Network System.";
    AcquisitionMethodsOther => "「その他」を選んだときに、その方法を書く。", "The way, if others was chosen.";
    AcquisitionTiming => "いつ、どれくらいの頻度で入手するか。", "When and how often it is acquired.";
    AcquisitionLegitimacy => "その時期、頻度と方法で入手することが必要であり、適切である理由。", "Why it is necessary and proper to acquire it then, so often and in this way.";
    NoticeToPerson => "入手する事実と使用目的を、本人にどのように示すか。", "How the person is told that the information is acquired, and for what purpose.";
    UsePurpose => "入手した特定個人情報を、この事務の何のために使うか。", "For what part of the affair the information is used.";
    UsePurposeChange => "使用目的を変えたときに、その変更が適切である理由。", "Why a change of the purpose is proper, if there was one.";
    UsingDepartments => "特定個人情報を使う部署を全て書く。", "All departments that use the information.";
    Users => "特定個人情報を使う者の数。", "How many people use the information.";
    MannerOfUse => "誰がどの情報をどのように使うか。", "Who uses what information, and how.";
    Matching => "どの情報とどの情報を、何のために突き合わせるか。", "What information is matched with what, and why.";
    Statistics => "特定個人情報を統計に使うか。使うときは、個人を特定できない形にするかを書く。", "Whether it is used for statistics, and whether people cannot be identified then.";
    Decisions => "特定個人情報を使って、本人の権利利益に影響を与える決定をするか。", "Whether decisions that affect the person's rights and interests are made with it.";
    UsedSince => "使用を始めた日、又は始める予定の日。", "The day from which it is used, or will be.";
    // Entrustment.
    EntrustmentState => "特定個人情報ファイルの取扱いの全部又は一部を委託するか。", "Whether the handling of the files is entrusted, all of it or a part.";
    EntrustmentCount => "下に書く委託の件数。", "How many entrustments are described below.";
    EntrustmentMatter => "委託する業務の名称。", "What is entrusted.";
    EntrustmentContent => "委託先が特定個人情報ファイルを使って何をするか。", "What the entrustee does with the files.";
    EntrustedScope => "ファイルの全体を扱わせるか、一部だけか。", "Whether the entrustee handles the whole file or a part of it.";
    EntrustedDataSubjects => "委託先が扱う本人の数。", "How many people's information the entrustee handles.";
    EntrustedSubjects => "委託先が扱うのは、どのような人の情報か。", "Whose information the entrustee handles.";
    EntrustedReason => "委託が必要であり、その範囲が適切である理由。", "Why the entrustment is needed, and its scope proper.";
    EntrusteeHandlers => "委託先で特定個人情報ファイルを取り扱う者の数。", "How many people at the entrustee handle the files.";
    DeliveryMethods => "委託先にファイルを渡す方法を全て選ぶ。", "All ways in which the entrustee gets the files.";
    DeliveryMethodsOther => "「その他」を選んだときに、その方法を書く。", "The way, if others was chosen.";
    EntrusteeDisclosure => "住民が委託先の名称を知るには、どうすればよいか。", "How residents can learn who the entrustee is.";
    Entrustee => "委託先の名称。", "The name of the entrustee.";
    ReEntrustmentState => "委託先が更に別の者に委託するか。", "Whether the entrustee entrusts others in turn.";
    ReEntrustmentPermission => "再委託の前に、誰がどのように許諾するか。番号法第10条により、再委託には最初に委託した者の許諾が要る。", "Who permits re-entrustment, and how. Under Article 10 of the My Number Act, it needs the permission of whoever entrusted first.";
    ReEntrustmentMatter => "再委託する業務。", "What is re-entrusted.";
    // Provision and transfer.
    ProvisionMade => "評価実施機関の外に特定個人情報を渡すときに○を付ける。委託に伴うものは含まない。", "Ticked if information goes to others outside of the body, except with an entrustment.";
    ProvisionCount => "下に書く提供先の数。", "How many recipients are described below.";
    TransferMade => "評価実施機関の中で、別の事務に特定個人情報を渡すときに○を付ける。", "Ticked if information goes to another affair within the body.";
    TransferCount => "下に書く移転先の数。", "How many recipients are described below.";
    NeitherMade => "提供も移転もしないときに○を付ける。", "Ticked if information is neither provided nor transferred.";
    ProvisionRecipient => "特定個人情報を渡す相手。", "Who gets the information.";
    TransferRecipient => "特定個人情報を渡す、機関の中の部署。", "The department of the body that gets the information.";
    ProvisionBases => "提供することができる根拠。番号法第19条の号と、同条第8号によるときは命令第2条の表の項を書く。", "Why it may be provided: the item of Article 19 of the My Number Act, and under item (viii) the row of the table in Article 2 of the order.";
    TransferBases => "移転することができる根拠。番号法第9条と別表の項、又は条例を書く。", "Why it may be transferred: Article 9 of the My Number Act and the row of its table, or an ordinance.";
    ProvisionUses | TransferUses => "渡した先で、何の事務に使うか。", "For what affair the recipient uses it.";
    ProvisionInformation | TransferInformation => "渡す情報の内容。", "What information is handed over.";
    ProvisionDataSubjects | TransferDataSubjects => "渡す情報の本人の数。", "How many people's information is handed over.";
    ProvisionScope | TransferScope => "渡すのは、どのような人の情報か。", "Whose information is handed over.";
    ProvisionMethods | TransferMethods => "渡す方法を全て選ぶ。", "All ways in which it is handed over.";
    ProvisionMethodsOther | TransferMethodsOther => "「その他」を選んだときに、その方法を書く。", "The way, if others was chosen.";
    ProvisionTiming | TransferTiming => "いつ、どれくらいの頻度で渡すか。", "When and how often it is handed over.";
    // Retention.
    StoragePlace => "サーバ、電子記録媒体、紙を、どこでどのように守って保管するか。", "Where servers, media and paper are kept, and how they are protected there.";
    RetentionPeriod => "特定個人情報を保管する期間。", "How long the information is kept.";
    RetentionReason => "その期間が必要である理由。法令や文書の規程で決まるときは、それを書く。", "Why it is kept so long: the law or the rules on documents, if they say so.";
    Erasure => "保管期間の後に、データ、媒体と紙をどのように消し、又は捨てるか。", "How data, media and paper are erased or destroyed after that.";
    FileRemarks => "上の欄に書けなかったことがあれば書く。", "Anything that had no place above.";
    RecordItems => "ファイルに記録する項目を、漏れなく列挙する。", "Every item that the file records.";
    // Risks of acquisition.
    RiskFileNames => "この欄より下のリスク対策が当てはまるファイルの名称。", "The files to which the measures below apply.";
    AcquisitionPurposeMeasures => "対象者以外の情報や、必要のない情報を入手しないために、何をしているか。", "What is done so that no information about other people, and none that is not needed, is acquired.";
    AcquisitionOthersMeasures => "届出や申請を受けるとき、対象者以外の情報が入らないように何をしているか。", "What keeps information about other people out when applications are received.";
    AcquisitionUnneededMeasures => "様式や画面などで、必要な情報だけを受けるように何をしているか。", "What keeps forms and screens to the information that is needed.";
    AcquisitionImproperMeasures => "本人を欺くなどの不適切な方法で入手しないために、何をしているか。", "What is done so that nothing is acquired improperly, such as by deceit.";
    AcquisitionIdentityMeasures => "入手の際、番号法の定める本人確認をどのように行うか。", "How the identity of the person is verified, as the My Number Act asks.";
    AcquisitionNumberMeasures => "個人番号が本人のものであることを、どのように確かめるか。", "How it is checked that the Individual Number is the person's own.";
    AcquisitionAccuracyMeasures => "入力の誤りなどを見付け、正確に保つために何をしているか。", "What finds errors of entry, and keeps the information accurate.";
    AcquisitionLeakMeasures => "受け取ってから保管するまでに、漏えいや紛失が起きないように何をしているか。", "What prevents leakage and loss from receipt to storage.";
    AcquisitionOtherRisks => "入手について上に挙げたもの以外のリスクと、その対策。なければ空けておく。", "Other risks of acquisition and the measures against them. Leave it empty if there are none.";
    // Risks of use.
    LinkingMeasures | LinkingAddresseeMeasures => "宛名システムなどで、この事務に必要のない情報と紐付けられないように何をしているか。", "What keeps the addressee system and the like from linking information that the affair does not need.";
    LinkingSystemMeasures => "この事務のシステムで、目的を超えた紐付けができないように何をしているか。", "What keeps the systems of the affair from linking beyond the purpose.";
    AuthenticationState => "使う者が誰かを確かめる仕組み（認証）を管理しているか。", "Whether the authentication of users is managed.";
    AuthenticationDetail => "ID、パスワード、生体認証などの認証と、その管理の方法。", "How users are authenticated, such as with identifiers, passwords or biometrics, and how that is managed.";
    GrantState => "権限を与え、取り消す手続を管理しているか。", "Whether granting and revoking access rights is managed.";
    GrantDetail => "異動や退職のとき、権限を誰がいつ与え、取り消すか。", "Who grants and revokes rights, and when, as people move or leave.";
    AccessState => "誰がどの権限をもつかを管理しているか。", "Whether it is managed who has which rights.";
    AccessDetail => "権限の一覧、定期の点検など、管理の方法。", "How it is managed, such as with a list of rights and regular checks.";
    UseRecordState => "特定個人情報を使った記録を残しているか。", "Whether uses are recorded.";
    UseRecordDetail => "記録する内容、保存する期間と、記録を点検する方法。", "What is recorded, how long it is kept, and how the records are checked.";
    StaffMisuseMeasures => "従業者が事務の外で使わないように、何をしているか。", "What keeps staff from use outside of the affair.";
    CopyMeasures => "許されない複製を防ぐために、何をしているか。", "What prevents copies that are not allowed.";
    UseOtherRisks => "使用について上に挙げたもの以外のリスクと、その対策。なければ空けておく。", "Other risks of use and the measures against them. Leave it empty if there are none.";
    // Risks of entrustment.
    NoEntrustment => "委託をしないときに○を付ける。「委託の有無」と合わせる。", "Ticked if nothing is entrusted, as the item on entrustment says.";
    EntrusteeSystemCheck => "委託先が情報を守る体制をもつことを、選ぶときにどのように確かめるか。", "How it is checked, before somebody is entrusted, that they can protect the information.";
    RestrictionState => "委託先で閲覧や更新ができる者を限っているか。", "Whether it is restricted who may read and edit the files at the entrustee.";
    RestrictionDetail => "限る方法。名簿の提出、権限の設定など。", "How it is restricted, such as with a list of people or access rights.";
    HandlingRecordState => "委託先での取扱いの記録を残させているか。", "Whether the entrustee keeps records of the handling.";
    HandlingRecordDetail => "記録する内容、保存する期間と、点検する方法。", "What is recorded, how long it is kept, and how it is checked.";
    EntrusteeProvisionState => "委託先が情報を渡すときのルールを定めているか。", "Whether there are rules for what the entrustee hands over.";
    EntrusteeToOthersDetail => "委託先が他の者に渡すときのルールと、守られているかを確かめる方法。", "The rules for what the entrustee hands to others, and how it is checked that they are kept.";
    BetweenEntrusteeDetail => "委託元と委託先の間で渡すときのルールと、守られているかを確かめる方法。", "The rules for what passes between the body and the entrustee, and how it is checked that they are kept.";
    EntrusteeErasureState => "委託先での消去のルールを定めているか。", "Whether there are rules for erasure at the entrustee.";
    EntrusteeErasureDetail => "消去の時期、方法と、消去されたことを確かめる方法。", "When and how it is erased, and how it is checked that it was.";
    ContractState => "委託契約書に、特定個人情報ファイルの取扱いの規定があるか。", "Whether the contract has clauses on the handling of the files.";
    ContractDetail => "秘密の保持、目的外の使用の禁止、再委託の条件、報告と監査など、契約の規定。", "What it says, such as on secrecy, use for other purposes, re-entrustment, reports and audits.";
    ReEntrusteeState => "再委託先でも適切に取り扱われるようにしているか。", "Whether proper handling is ensured at re-entrustees as well.";
    ReEntrusteeDetail => "再委託先にも同じ義務を負わせ、確かめる方法。", "How re-entrustees are bound to the same, and how that is checked.";
    EntrustmentOtherRisks => "委託について上に挙げたもの以外のリスクと、その対策。なければ空けておく。", "Other risks of entrustment and the measures against them. Leave it empty if there are none.";
    // Risks of provision.
    NoProvision => "提供も移転もしないときに○を付ける。「提供・移転の有無」と合わせる。", "Ticked if nothing is provided or transferred, as the item on provision says.";
    ProvisionRecordState => "提供や移転の記録を残しているか。", "Whether provision and transfer are recorded.";
    ProvisionRecordDetail => "記録する内容と、保存する期間。", "What is recorded, and how long it is kept.";
    ProvisionRuleState => "提供や移転のルールを定めているか。", "Whether there are rules on provision and transfer.";
    ProvisionRuleDetail => "ルールの内容と、守られているかを確かめる方法。", "The rules, and how it is checked that they are kept.";
    ProvisionImproperMeasures => "定めのない方法で渡されないように、何をしているか。", "What prevents that information is handed over in another way than laid down.";
    ProvisionMistakeMeasures => "誤った情報を渡したり、誤った相手に渡したりしないように、何をしているか。", "What prevents that wrong information is handed over, or to the wrong recipient.";
    ProvisionOtherRisks => "提供や移転について上に挙げたもの以外のリスクと、その対策。なければ空けておく。", "Other risks of provision and transfer and the measures against them. Leave it empty if there are none.";
    // Risks of linkage.
    NoLinkageAcquisition => "情報提供ネットワークシステムで入手しないときに○を付ける。", "Ticked if nothing is acquired through the Information Providing Network System.";
    NoLinkageProvision => "情報提供ネットワークシステムで提供しないときに○を付ける。", "Ticked if nothing is provided through the Information Providing Network System.";
    LinkageAcquisitionMeasures => "照会できる情報を法令の範囲に限る仕組みなど、目的外の入手を防ぐ措置。", "What prevents acquisition for other purposes, such as limits of requests to what the law allows.";
    LinkageUnsafeMeasures => "通信と接続が安全であることを確保する措置。", "What makes the communication and the connection safe.";
    LinkageInaccurateMeasures => "入手した情報が正確であることを確保する措置。", "What makes the information that is acquired accurate.";
    LinkageLeakMeasures => "入手の際の漏えいや紛失を防ぐ措置。", "What prevents leakage and loss on acquisition.";
    LinkageProvisionMeasures => "権限のない照会に情報を提供しないための措置。", "What prevents provision on requests without a right to it.";
    LinkageImproperMeasures => "不適切な方法で提供されないための措置。", "What prevents provision in an improper way.";
    LinkageMistakeMeasures => "誤った情報を提供したり、誤った相手に提供したりしないための措置。", "What prevents that wrong information is provided, or to the wrong recipient.";
    LinkageOtherRisks => "接続について上に挙げたもの以外のリスクと、その対策。なければ空けておく。", "Other risks of the connection and the measures against them. Leave it empty if there are none.";
    // Risks of retention.
    NiscState => "政府機関だけが守る基準群である。地方公共団体等は「政府機関ではない」を選ぶ。", "The standards are for government organs. Local governments choose that they are none.";
    SafetyOrganization => "情報を守る責任者と体制を整えているか。", "Whether people in charge and an organization for security are in place.";
    SafetyRegulation => "情報を守る規程を整えているか。", "Whether regulations for security are in place.";
    SafetyNotification => "体制と規程を職員に知らせているか。", "Whether staff know of both.";
    PhysicalState => "入退室の管理、施錠などの物理的な対策をしているか。", "Whether there are physical measures, such as entry control and locks.";
    PhysicalDetail => "サーバ室、端末、媒体と紙のそれぞれについて、対策の内容。", "The measures for server rooms, terminals, media and paper.";
    TechnicalState => "不正なアクセスや不正プログラムへの技術的な対策をしているか。", "Whether there are technical measures against unauthorized access and malware.";
    TechnicalDetail => "ネットワークの分離、不正プログラム対策、暗号化など、対策の内容。", "The measures, such as separate networks, protection against malware, and encryption.";
    BackupState => "データの写しを保管しているか。", "Whether data are backed up.";
    AccidentProcedure => "事故が起きたときの手順を定め、職員に知らせているか。", "Whether a procedure for accidents is drawn up, and staff know it.";
    IncidentInThreeYears => "過去３年以内に、評価実施機関で個人情報に関する重大事故が発生したか。特定個人情報に限らない。", "Whether a serious incident with personal information of any kind occurred at the body within the past three years.";
    IncidentContent => "重大事故の日、対象となった情報と人数、原因。", "The day, the information and people concerned, and the cause.";
    IncidentPrevention => "同じ事故を防ぐために講じた措置。", "What was done so that it does not happen again.";
    DeceasedState => "死者の個人番号を保管しているか。", "Whether Individual Numbers of the dead are kept.";
    DeceasedDetail => "生存する者の個人番号と同じように守っているかなど、保管の方法。", "How they are kept, such as in the same way as those of the living.";
    OutdatedMeasures => "古い情報のまま保管し続けないように、更新をどのように行うか。", "How information is updated, so that it does not stay outdated.";
    ErasureProcedureState => "消去の手順を定めているか。", "Whether a procedure for erasure is laid down.";
    ErasureProcedureDetail => "消去の時期、方法と、確かめる方法。", "When and how it is erased, and how that is checked.";
    RetentionOtherRisks => "保管と消去について上に挙げたもの以外のリスクと、その対策。なければ空けておく。", "Other risks of retention and erasure and the measures against them. Leave it empty if there are none.";
    // What several risks ask.
    AcquisitionPurposeOtherMeasures | AcquisitionAccuracyOtherMeasures | LinkingOtherMeasures | UnauthorizedOtherMeasures
        | EntrustmentOtherMeasures | ProvisionOtherMeasures | LeakageOtherMeasures | UnerasedOtherMeasures
        => "このリスクに対して、上の欄のほかに講じている措置があれば書く。", "Measures against this risk besides those above, if there are some.";
    AcquisitionPurposeAdequacy | AcquisitionImproperAdequacy | AcquisitionAccuracyAdequacy | AcquisitionLeakAdequacy | LinkingAdequacy
        | UnauthorizedAdequacy | StaffMisuseAdequacy | CopyAdequacy | EntrustmentAdequacy | ProvisionAdequacy
        | ProvisionImproperAdequacy | ProvisionMistakeAdequacy | LinkageAcquisitionAdequacy | LinkageUnsafeAdequacy
        | LinkageInaccurateAdequacy | LinkageLeakAdequacy | LinkageProvisionAdequacy | LinkageImproperAdequacy
        | LinkageMistakeAdequacy | LeakageAdequacy | OutdatedAdequacy | UnerasedAdequacy
        => "このリスクへの措置が十分かを、評価実施機関が自ら判断して選ぶ。", "The body judges for itself whether its measures against this risk are sufficient.";
    // Other measures.
    ManualWorkNone => "入力、照合、廃棄などに人手を介さないときに○を付ける。", "Ticked if no step, such as entry, matching or disposal, is done by hand.";
    ManualWorkAdequacy => "人手による作業の誤りを防ぐ対策が十分かを、自ら判断して選ぶ。", "The body judges whether its measures against human error are sufficient.";
    ManualWorkGrounds => "複数人での確認など、そう判断した根拠となる措置。", "The measures on which the judgment rests, such as checks by several people.";
    Audits => "自己点検、内部監査、外部監査のうち、行うものを全て選ぶ。", "All that are carried out of self-inspection, internal audit and external audit.";
    SelfInspectionState => "評価書に書いたとおりに運用しているかを、自ら点検しているか。", "Whether the body inspects itself that it works as the assessment says.";
    SelfInspectionDetail => "誰が、いつ、何を点検するか。", "Who inspects what, and when.";
    AuditState => "内部又は外部の監査を行うか。", "Whether there is an internal or external audit.";
    AuditDetail => "誰が、いつ、何を監査するか。", "Who audits what, and when.";
    TrainingState => "従業者に教育と啓発を行っているか。", "Whether staff are educated and made aware.";
    TrainingDetail => "研修の内容、対象者と頻度。", "What is taught, to whom and how often.";
    OtherMeasures => "上の欄に書いていないリスク対策があれば書く。", "Other measures, if there are some.";
    PriorityElsewhere => "全項目評価書又は重点項目評価書も作るときに○を付け、下の欄は空けておく。", "Ticked if a deeper assessment is made as well; the items below stay empty then.";
    PriorityMeasure => "上のリスク対策のうち、最も優先度が高いと考えるものを一つ選ぶ。", "The one of the measures above that has the highest priority.";
    PriorityAdequacy => "選んだ対策について、上で答えた判断をもう一度示す。", "The judgment above on the chosen measure, again.";
    PriorityGrounds => "選んだ対策が十分である、又は課題があると判断した根拠。", "Why the chosen measure is sufficient, or has problems.";
    // Requests and contact.
    RequestTo => "開示、訂正、利用停止の請求を受け付ける部署、住所と電話番号。", "The department, address and telephone number for requests of disclosure, correction and suspension of use.";
    RequestMethod => "請求の方法。書面の様式や必要な書類を書く。", "How a request is made: the form, and what must be brought.";
    RequestRemarks => "請求の方法について補うことがあれば書く。", "Anything to add on how a request is made.";
    RequestFee => "手数料がかかるか。", "Whether there is a fee.";
    RequestFeeDetail => "手数料の額と、納める方法。", "How much it is, and how it is paid.";
    FileRegister => "個人情報ファイル簿を公表しているか。", "Whether the register of personal information files is published.";
    FileRegisterName => "個人情報ファイル簿での、ファイルの名称。", "The name of the file in that register.";
    FileRegisterPlace => "個人情報ファイル簿を見ることができる場所。", "Where the register can be seen.";
    SpecialProcedure => "開示などについて、他の法令に特別の手続があれば書く。", "A special procedure under another law for disclosure and the like, if there is one.";
    FileRegisterOmission => "個人情報ファイル簿に載せないことなどがあれば書く。", "What is left out of the register of personal information files, if anything.";
    ContactTo => "問合せを受け付ける部署、住所と電話番号。", "The department, address and telephone number for inquiries.";
    ContactHandling => "問合せを受けたときに、どのように記録し、答えるか。", "How inquiries are recorded and answered.";
    // The procedure.
    SubmittedForms => "この事務について提出する評価書の組合せを選ぶ。", "Which assessments are filed for the affair.";
    BasicAssessmentDate => "基礎項目評価を実施した日。", "The day of the basic-item assessment.";
    ThresholdResult => "対象人数、取扱者数と重大事故から定まる、義務付けられる評価を選ぶ。", "What the numbers of people and handlers, and serious incidents, require.";
    OpinionMethod => "評価書の案を示し、住民等の意見を求めた方法。", "How the draft was shown, and people were asked for their opinions.";
    OpinionPeriod => "意見を求めた期間。原則として30日以上。", "When opinions were sought: for thirty days or more, as a rule.";
    OpinionShortening => "期間を30日より短くしたときに、その特段の理由。", "The special reason, if the period was shorter than thirty days.";
    OpinionContent => "寄せられた主な意見。なければ、その旨を書く。", "The main opinions. If there were none, say so.";
    OpinionReflection => "意見を評価書にどう反映したか、しなかったときはその理由。", "How the assessment took them up, or why not.";
    ThirdPartyReviewDate => "第三者点検を受けた日。", "The day of the third-party review.";
    ReviewMethod => "誰が、どのように点検したか。", "Who reviewed it, and how.";
    ReviewResult => "点検の結果と、指摘を受けて改めたこと。", "What the review found, and what was changed after it.";
    CommissionSubmission => "行政機関等だけが書く。個人情報保護委員会に提出した日。", "Only for administrative organs: the day on which it was filed with the Commission.";
    CommissionReview => "行政機関等だけが書く。個人情報保護委員会の審査の結果。", "Only for administrative organs: the result of the examination by the Commission.";
    // The change table.
    ChangeDate => "変更後の評価書を公表する日。", "The day on which the changed assessment is published.";
    ChangedItem => "変わった項目を、様式の番号と見出しで示す。", "The item that changed, by the numbers and labels of the form.";
    ChangeBefore => "変わる前の記載。新しい記載であれば空けておく。", "What it said before. Empty if the text is new.";
    ChangeAfter => "変わった後の記載。", "What it says now.";
    ChangeTiming => "変更の前に提出したか（事前）、後に提出したか（事後）。", "Whether it was filed before the change or after it.";
    ChangeReason => "その提出時期でよい理由。重要な変更に当たらない、など。", "Why that is right, such as that the change is not material.";
}
