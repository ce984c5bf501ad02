//! The rules: one row each, from which their texts, the table of the documentation and the tests are made.

use crate::value::kind::AssessmentKind;
use crate::value::rules::rules;

use AssessmentKind::{AllItem, BasicItem, KeyItem};

const EVERY: &[AssessmentKind] = &[BasicItem, KeyItem, AllItem];
const UPPER: &[AssessmentKind] = &[KeyItem, AllItem];
const KEY: &[AssessmentKind] = &[KeyItem];
const BASIC: &[AssessmentKind] = &[BasicItem];
const ALL: &[AssessmentKind] = &[AllItem];

rules! {
    /// A rule that an assessment should not break (検査規則). Its code is stable; new rules are added.
    ///
    /// ```
    /// use mynumber_pia::validate::{Language, Rule};
    ///
    /// let row = Rule::TransferCount.row();
    /// assert_eq!(row.text(Language::Japanese), "…件とあるが、記載は…件である");
    /// assert_eq!(row.text(Language::English), row.checks);
    /// ```
    #[non_exhaustive]
    pub enum Rule;
    /// What a rule is about (規則の内容).
    pub struct RuleRow {
        /// The forms that it applies to, in every edition that prints the items concerned.
        forms: &'static [AssessmentKind],
        /// Where it comes from.
        source: &'static str,
        /// A document that breaks the rule: its fields after the header, as JSON. The kind is the first of
        /// [`forms`](Self::forms) and the edition is the latest, unless the example names another.
        example: &'static str,
    }
    /// Every rule (検査規則の一覧), in the order in which they are documented.
    pub const RULES;

    // Complete (記載漏れ).
    RequiredItem = "required_item", Error for EVERY, "様式",
        "An item that the form requires is answered.",
        "記載がない",
        "is not answered",
        "{}";
    ConditionalItem = "conditional_item", Error for EVERY, "様式",
        "An item that another answer requires is answered: その他 needs its text, 再委託する its permission and matter.",
        "{other}が「{expected}」であるのに、記載がない",
        "is not answered, although {other} says 「{expected}」",
        r#"{"linkage": {"state": "implemented"}}"#;
    UnneededAnswer = "unneeded_answer", Warning for EVERY, "様式",
        "An item that another answer rules out is empty: a section that does not apply, text beside an unticked box.",
        "「{seen}」とあるが、{other}により記載を要しない",
        "says 「{seen}」, which {other} rules out",
        r#"{"linkage": {"state": "not_implemented", "bases": "番号法第19条第8号"}}"#;
    ItemNotPrinted = "item_not_printed", Warning for EVERY, "様式",
        "Items that the form does not print are not answered. A note if another form prints it. The items of a lower form are not reported if what that form requires is answered.",
        "{expected}にない項目であるのに「{seen}」と記載されている",
        "says 「{seen}」, but {expected} does not print the item",
        r#"{"edition": "form_2_2019_01", "risk": {"priority": {"grounds": "甲"}}}"#;
    EditionNotKnown = "edition_not_known", Note for EVERY, "様式",
        "This crate knows the edition of the form. For an unknown edition, the items of the last known edition before it are used.",
        "様式の版「{seen}」は把握していない（把握している版：{expected}）",
        "is written in the edition 「{seen}」, which is not among the known ones: {expected}",
        r#"{"edition": "form_2_2099_10"}"#;
    EditionSuperseded = "edition_superseded", Note for EVERY, "様式（令和6年10月1日施行の改正ほか）、規則附則（平成31年1月1日の改正は六か月の猶予）",
        "The edition of the form was the newest when the document was published. Counted from the month after the newer edition; only editions that were seen in print.",
        "公表日には新しい様式（{expected}）があったが、「{seen}」により記載されている",
        "is written in the edition 「{seen}」, although {expected} was newer on the day of publication",
        r#"{"edition": "form_2_2019_01", "cover": {"published": "2025-05-30"}}"#;
    EditionNotInForce = "edition_not_in_force", Note for EVERY, "様式（令和6年10月1日施行の改正ほか）",
        "The edition of the form was in force when the document was published. Counted from the first day of the month of the edition; only known editions.",
        "公表日には「{seen}」が施行されていない（施行は{expected}以後）",
        "is written in the edition 「{seen}」, which was not in force before {expected}",
        r#"{"cover": {"published": "2024-09-01"}}"#;
    MarkForChoice = "mark_for_choice", Warning for EVERY, "様式（選択肢）",
        "A required item that offers choices is answered with one of them, and not with 「―」 or 「なし」.",
        "選択肢から選ぶ欄に「{seen}」とある",
        "says 「{seen}」 where the form offers choices",
        r#"{"threshold": {"incident": "なし"}}"#;
    PlaceholderAnswer = "placeholder_answer", Warning for EVERY, "様式",
        "A required item that asks for words is answered, and not only with marks or a word that keep its place: 「？」, 「●●」, 「未定」. What every assessment has, such as the name of the affair, is not 「―」. In an excerpt, 「？」 alone is not reported.",
        "「{seen}」とあるのみで、記載の内容が分からない",
        "says only 「{seen}」, so the answer is not known",
        r#"{"affair": {"name": "?"}}"#;
    NothingListed = "nothing_listed", Error for UPPER, "様式3・様式4 Ⅱ.4、Ⅱ.5",
        "If the file is entrusted, provided or transferred, at least one entry is listed.",
        "「{seen}」とあるのに、一件も記載されていない",
        "says 「{seen}」, but no entry is listed",
        r#"{"file_sections": [{"entrustment": "entrusted"}]}"#;
    ListedAgainstAnswer = "listed_against_answer", Warning for UPPER, "様式3・様式4 Ⅱ.4、Ⅱ.5",
        "If the form says only that nothing is entrusted, provided or transferred, no entry is listed.",
        "「{seen}」とあるのに、{expected}件が記載されている",
        "says 「{seen}」, but lists {expected}",
        r#"{"file_sections": [{"entrustment": "not_entrusted", "entrustments": [{"matter": "保守"}]}]}"#;
    ProvisionNotStated = "provision_not_stated", Error for UPPER, "様式3・様式4 Ⅱ.5",
        "One of the boxes 提供を行っている, 移転を行っている and 行っていない is ticked.",
        "提供・移転の有無のいずれの欄にも○がない",
        "has no box ticked",
        r#"{"file_sections": [{}]}"#;
    ProvisionStatedBothWays = "provision_stated_both_ways", Error for UPPER, "様式3・様式4 Ⅱ.5",
        "行っていない is not ticked together with 提供を行っている or 移転を行っている.",
        "「行っていない」と{other}の両方に○がある",
        "is ticked together with {other}",
        r#"{"file_sections": [{"provision": {"provided": "ticked", "neither": "ticked"}}]}"#;
    OpinionShortened = "opinion_shortened", Warning for ALL, "指針第5の3（条番号は一部確認。原則として三十日以上）",
        "A period for public comment of less than 30 days has a reason.",
        "意見聴取の期間が{seen}日間であるのに（指針では原則{expected}日以上。一部確認）、期間を短縮する特段の理由の記載がない",
        "is {seen} days, less than the {expected} that the guideline asks for as a rule (partly confirmed), and no special reason is given",
        r#"{"procedure": {"opinion_period": {"from": "2024-09-15", "until": "2024-09-20"}}}"#;

    // Consistent (矛盾).
    EntrustmentCount = "entrustment_count", Warning for UPPER, "様式3・様式4 Ⅱ.4",
        "The declared number of entrustments is the number listed.",
        "{seen}件とあるが、記載は{expected}件である",
        "declares {seen}, but lists {expected}",
        r#"{"file_sections": [{"entrustment": "entrusted", "entrustment_count": 2, "entrustments": [{}]}]}"#;
    ProvisionCount = "provision_count", Warning for UPPER, "様式3・様式4 Ⅱ.5",
        "The declared number of provisions is the number listed, unless one refers to a list elsewhere (別紙).",
        "{seen}件とあるが、記載は{expected}件である",
        "declares {seen}, but lists {expected}",
        r#"{"file_sections": [{"provision": {"provided": "ticked", "provided_count": 28, "provisions": [{}]}}]}"#;
    TransferCount = "transfer_count", Warning for UPPER, "様式3・様式4 Ⅱ.5",
        "The declared number of transfers is the number listed, unless one refers to a list elsewhere (別紙).",
        "{seen}件とあるが、記載は{expected}件である",
        "declares {seen}, but lists {expected}",
        r#"{"file_sections": [{"provision": {"transferred": "ticked", "transferred_count": 1, "transfers": [{}, {}]}}]}"#;
    RecordItemCount = "record_item_count", Note for UPPER, "様式3 Ⅱ.2.④、別添1、様式4 Ⅱ.2.④、別添2",
        "The declared number of record items matches the annex, if there is one file and the annex lists its items.",
        "「{seen}」とあるが、{other}の記載は{expected}項目である",
        "declares 「{seen}」, but {other} lists {expected}",
        r#"{"file_sections": [{"outline": {"record_item_count": "from_10_to_49"}}], "record_items": [{"items": ["氏名", "住所"]}]}"#;
    NumberTwice = "number_twice", Warning for UPPER, "様式3・様式4",
        "No two entries of a list have the same number.",
        "番号{seen}が重複している（{other}）",
        "is numbered {seen}, like {other}",
        r#"{"systems": [{"number": 1}, {"number": 1}]}"#;
    SectionFileNotListed = "section_file_not_listed", Warning for UPPER, "様式3・様式4 Ⅰ.3、Ⅱ.1",
        "A file that has a section is named among the files of the affair.",
        "「{seen}」はⅠ.3の特定個人情報ファイル名にない",
        "「{seen}」 is not among the files of the affair",
        r#"{"files": [{"name": "甲ファイル"}], "file_sections": [{"names": "乙ファイル"}]}"#;
    FileWithoutSection = "file_without_section", Warning for UPPER, "様式3・様式4 Ⅰ.3、Ⅱ.1",
        "Every file of the affair has a section.",
        "「{seen}」についてⅡの記載がない",
        "「{seen}」 has no section",
        r#"{"files": [{"name": "甲ファイル"}], "file_sections": [{"names": "乙ファイル"}]}"#;
    RiskFileNotListed = "risk_file_not_listed", Warning for UPPER, "様式3・様式4 Ⅰ.3、Ⅲ.1",
        "A file that the risk section names is among the files of the affair.",
        "「{seen}」はⅠ.3の特定個人情報ファイル名にない",
        "「{seen}」 is not among the files of the affair",
        r#"{"files": [{"name": "国保給付ファイル"}], "risks": [{"names": "国保給付"}]}"#;
    FileWithoutRisk = "file_without_risk", Warning for UPPER, "様式3・様式4 Ⅰ.3、Ⅲ.1",
        "Every file of the affair has a risk section.",
        "「{seen}」についてⅢの記載がない",
        "「{seen}」 has no risk section",
        r#"{"files": [{"name": "国保給付ファイル"}], "risks": [{"names": "国保給付"}]}"#;
    SystemNotListed = "system_not_listed", Note for UPPER, "様式3・様式4 Ⅰ.2",
        "A system that another is connected to is listed, under one of its names, or is a box of the form.",
        "接続先「{seen}」がシステムの一覧にない",
        "is connected to 「{seen}」, which is not listed",
        r#"{"systems": [{"name": "国保システム", "connections": ["other"], "connections_other": "福祉システム"}]}"#;
    OneSidedConnection = "one_sided_connection", Note for UPPER, "様式3・様式4 Ⅰ.2",
        "A system that another names as connected names it too.",
        "「{seen}」の接続先に記載されているが（{other}）、接続先に「{expected}」の記載がない",
        "is named by 「{seen}」 as connected, but does not name 「{expected}」 ({other})",
        r#"{"systems": [{"name": "甲", "connections": ["other"], "connections_other": "乙"}, {"name": "乙"}]}"#;
    LinkageWithoutConnection = "linkage_without_connection", Warning for UPPER, "様式3・様式4 Ⅰ",
        "If 情報連携 is implemented, a system is connected to the Information Providing Network System, directly or through 中間サーバー.",
        "情報連携を実施するとあるが、情報提供ネットワークシステムに接続するシステムがない",
        "is implemented, but no system is connected to the Information Providing Network System",
        r#"{"linkage": {"state": "implemented"}, "systems": [{"name": "甲", "connections": ["tax"]}]}"#;
    LinkageMethod = "linkage_method", Warning for UPPER, "様式3・様式4 Ⅰ、Ⅱ.3、Ⅱ.5",
        "Nothing goes through the Information Providing Network System if 情報連携 is not implemented.",
        "情報提供ネットワークシステムに○があるが、{other}は「{seen}」である",
        "uses the Information Providing Network System, but {other} says 「{seen}」",
        r#"{"linkage": {"state": "not_implemented"}, "file_sections": [{"acquisition": {"methods": ["information_providing_network_system"]}}]}"#;
    LinkageRisk = "linkage_risk", Warning for UPPER, "様式3・様式4 Ⅰ、Ⅲ.6",
        "If 情報連携 is not implemented, 接続しない is ticked for both 入手 and 提供. If it is implemented, 接続しない is not ticked for both. If the bases say that nothing is provided, or nothing is asked for, it is ticked for that direction.",
        "「接続しない（入手）」及び「接続しない（提供）」の○の有無が、{other}「{seen}」と整合しない",
        "does not agree with {other}, which says 「{seen}」",
        r#"{"linkage": {"state": "not_implemented"}, "risks": [{"names": "甲ファイル"}]}"#;
    LinkageRiskMethod = "linkage_risk_method", Warning for UPPER, "様式3・様式4 Ⅱ.3、Ⅱ.5、Ⅲ.6",
        "What is acquired or provided through the Information Providing Network System is not ruled out by 接続しない.",
        "「接続しない」とあるが、{other}に情報提供ネットワークシステムの○がある",
        "is ticked, but {other} uses the Information Providing Network System",
        r#"{"file_sections": [{"acquisition": {"methods": ["information_providing_network_system"]}}], "risks": [{"linkage": {"no_acquisition": "ticked"}}]}"#;
    EntrustmentRisk = "entrustment_risk", Warning for UPPER, "様式3・様式4 Ⅱ.4、Ⅲ.4",
        "委託しない in the risk section agrees with the file sections.",
        "「委託しない」の○の有無が、{other}「{seen}」と整合しない",
        "does not agree with {other}, which says 「{seen}」",
        r#"{"file_sections": [{"entrustment": "entrusted"}], "risks": [{"entrustment": {"none": "ticked"}}]}"#;
    ReEntrustmentRisk = "re_entrustment_risk", Warning for UPPER, "様式3・様式4 Ⅱ.4、Ⅲ.4",
        "再委託していない in the risk section agrees with the file sections and the chains.",
        "「{seen}」とあるが、{other}では再委託先がある",
        "says 「{seen}」, but {other} shows re-entrustment",
        r#"{"file_sections": [{"entrustments": [{"re_entrustment": "re_entrusted"}]}], "risks": [{"entrustment": {"re_entrustee": "not_re_entrusted"}}]}"#;
    ProvisionRisk = "provision_risk", Warning for UPPER, "様式3・様式4 Ⅱ.5、Ⅲ.5",
        "提供・移転しない in the risk section agrees with the file sections.",
        "「提供・移転しない」の○の有無が、{other}と整合しない",
        "does not agree with {other}",
        r#"{"file_sections": [{"provision": {"transferred": "ticked"}}], "risks": [{"provision": {"none": "ticked"}}]}"#;
    DataSubjectsAbovePopulation = "data_subjects_above_population", Warning for UPPER, "様式3・様式4 Ⅰ.1.③、Ⅱ.2.②",
        "No file has more data subjects than the population of the affair.",
        "{seen}は、対象人数「{expected}」（{other}）を超える",
        "{seen} is more than the population, {expected} ({other})",
        r#"{"population": "from_10000_to_99999", "file_sections": [{"outline": {"data_subjects": "from_100000_to_999999"}}]}"#;
    PartAboveFile = "part_above_file", Warning for UPPER, "様式3・様式4 Ⅱ",
        "No entrustment, provision or transfer has more data subjects than the file.",
        "{seen}は、ファイルの対象となる本人の数「{expected}」（{other}）を超える",
        "{seen} is more than the data subjects of the file, {expected} ({other})",
        r#"{"file_sections": [{"outline": {"data_subjects": "under_10000"}, "provision": {"transfers": [{"data_subjects": "from_10000_to_99999"}]}}]}"#;
    HandlersBelowParts = "handlers_below_parts", Warning for UPPER, "様式2 Ⅱ.2、様式3・様式4 Ⅱ.3、Ⅱ.4",
        "The handlers of the affair are at least the users of a file and the staff of its entrustees, or that staff alone if the users are not answered.",
        "使用者数と委託先における取扱者数の合計が{seen}人以上となり、取扱者数「{expected}」を超える",
        "at least {seen} users and staff of entrustees are more than the handlers of the affair, {expected}",
        r#"{"threshold": {"handlers": "under_500"}, "file_sections": [{"acquisition": {"users": "from_500_to_999"}}]}"#;
    IncidentAnswersDiffer = "incident_answers_differ", Warning for UPPER, "様式2 Ⅱ.3、様式3 Ⅲ.7.②、様式4 Ⅲ.7",
        "An incident with 特定個人情報 within one year is also an incident with 個人情報 within three years.",
        "過去1年以内に重大事故が発生したとあるのに、「{seen}」である",
        "says 「{seen}」, although an incident within a year is stated",
        r#"{"threshold": {"incident": "yes"}, "risks": [{"retention": {"incident": "no"}}]}"#;
    RecipientTwice = "recipient_twice", Warning for UPPER, "様式3・様式4 Ⅱ.5",
        "No recipient is listed twice with the same bases and uses.",
        "提供先・移転先「{seen}」が、根拠及び用途も含めて{other}と重複している",
        "「{seen}」 is listed in {other} with the same bases and uses",
        r#"{"file_sections": [{"provision": {"transfers": [{"names": "甲課", "bases": "番号法第9条第2項"}, {"names": "甲課", "bases": "番号法第9条第2項"}]}}]}"#;
    EntrustmentTwice = "entrustment_twice", Warning for UPPER, "様式3・様式4 Ⅱ.4",
        "No matter is entrusted twice to one entrustee in one section.",
        "委託事項「{seen}」が、委託先も含めて{other}と重複している",
        "「{seen}」 is entrusted in {other} to the same entrustee",
        r#"{"file_sections": [{"entrustments": [{"matter": "保守", "entrustee": "株式会社甲"}, {"matter": "保守", "entrustee": "株式会社甲"}]}]}"#;
    BasisTwice = "basis_twice", Note for EVERY, "様式",
        "No basis occurs twice in one cell.",
        "「{seen}」が重複している",
        "「{seen}」 occurs twice",
        r#"{"number_use_bases": ["番号法第9条第1項", "番号法第9条第1項"]}"#;
    BodyAmongOthers = "body_among_others", Warning for EVERY, "様式 他の評価実施機関",
        "The body of the document is not named among its other bodies.",
        "評価実施機関「{seen}」が他の評価実施機関としても記載されている（{other}）",
        "names 「{seen}」, the body itself ({other})",
        r#"{"cover": {"body": "甲市長"}, "other_bodies": "甲市長、乙市長"}"#;

    // Dates (日付).
    DateAfterAsOf = "date_after_as_of", Warning for EVERY, "様式",
        "No date is after the day of the check, except what may be planned: the days of a file, and the end of the affair. A date that is out of order is not reported again.",
        "{seen}は、検査の日（{expected}）より後である",
        "{seen} is after {expected}",
        r#"{"cover": {"published": "2099-01-01"}}"#;
    DatesReversed = "dates_reversed", Warning for EVERY, "様式、規則第9条第1項",
        "Dates are in order: held before used; public comment, third-party review, submission, approval and publication one after the other; counts, changes and the basic-item assessment before publication.",
        "{seen}は、{other}の{expected}より後である",
        "{seen} is after {expected} of {other}",
        r#"{"cover": {"published": "2024-04-01"}, "threshold": {"population_as_of": "2024-05-01"}}"#;
    ReassessmentMayBeDue = "reassessment_may_be_due", Note for UPPER, "規則第15条、指針（五年。条番号は未確認）",
        "Five years had not passed from the basic-item assessment to the day of the document. A later re-assessment may not be printed, so this is a note.",
        "基礎項目評価の実施日（{seen}）から評価書の日（{expected}）までに五年を経過しており、再実施の時期を過ぎている可能性がある",
        "the basic-item assessment was made on {seen}, more than five years before the day of the document, {expected}, so a re-assessment may be due",
        r#"{"cover": {"published": "2021-07-26"}, "procedure": {"basic_assessment_date": "2015-11-25"}}"#;
    OpinionDays = "opinion_days", Warning for UPPER, "様式3 Ⅴ.2.②、様式4 Ⅵ.2.②",
        "The printed length of the period for public comment matches its first and last day.",
        "{seen}日間とあるが、期間は{expected}日間である",
        "says {seen} days, but the period has {expected}",
        r#"{"procedure": {"opinion_period": {"from": "2024-09-15", "until": "2024-10-15", "days": 30}}}"#;
    OldCount = "old_count", Note for BASIC, "様式2 Ⅱ、規則第14条第3項（同条第1項を準用。少なくとも一年ごとの見直し）",
        "The people were counted within a year before publication.",
        "計数の時点（{seen}）が、公表日（{expected}）の1年以上前である",
        "was counted on {seen}, a year or more before the publication on {expected}",
        r#"{"cover": {"published": "2025-05-30"}, "threshold": {"population_as_of": "2023-04-01"}}"#;

    // The threshold (しきい値判断).
    ResultNotDetermined = "result_not_determined", Error for EVERY, "規則第4条、第5条、第6条、第7条、番号法第28条",
        "The facts of the document allow the stated result. For an exempt affair (規則第4条), it is that nothing is required.",
        "「{seen}」とあるが、記載された事項からは「{expected}」となる",
        "says 「{seen}」, but the stated facts give 「{expected}」",
        r#"{"population": "from_10000_to_99999", "threshold": {"handlers": "under_500", "incident": "yes", "result": "basic_item"}}"#;
    ResultNotOffered = "result_not_offered", Error for KEY, "様式3 Ⅴ.1.②",
        "The form offers the stated result: this form is not used if a deeper assessment is obligatory.",
        "「{seen}」は{expected}の選択肢にない",
        "「{seen}」 is not offered by {expected}",
        r#"{"threshold": {"result": "basic_item_and_all_item"}}"#;
    BandNotOffered = "band_not_offered", Error for KEY, "様式3 Ⅰ.1.③",
        "対象人数 is a band that the form prints.",
        "「{seen}」は{expected}の選択肢にない",
        "「{seen}」 is not offered by {expected}",
        r#"{"population": "at_least_300000"}"#;
    SubmittedTooLittle = "submitted_too_little", Error for BASIC, "様式2 Ⅲ、Ⅳ.1",
        "The forms that are submitted are at least those that are obligatory.",
        "「{seen}」とあるが、しきい値判断結果は「{expected}」である",
        "says 「{seen}」, but the result of the threshold determination is 「{expected}」",
        r#"{"threshold": {"result": "basic_item_and_key_item"}, "risk": {"submitted": "basic_item"}}"#;
    SubmittedVoluntarily = "submitted_voluntarily", Note for BASIC, "様式2 Ⅲ、Ⅳ.1",
        "More is submitted than is obligatory.",
        "しきい値判断結果は「{expected}」であり、「{seen}」の提出は任意である",
        "「{seen}」 is voluntary, because 「{expected}」",
        r#"{"threshold": {"result": "basic_item"}, "risk": {"submitted": "basic_item_and_key_item"}}"#;
    ElsewhereAgainstSubmitted = "elsewhere_against_submitted", Warning for BASIC, "様式2 Ⅳ.1、Ⅳ.11",
        "全項目評価又は重点項目評価を実施する agrees with the forms that are submitted.",
        "「全項目評価又は重点項目評価を実施する」の○の有無が、{other}「{seen}」と整合しない",
        "does not agree with {other}, which says 「{seen}」",
        r#"{"risk": {"submitted": "basic_item", "priority": {"elsewhere": "ticked"}}}"#;
    RestatedAdequacy = "restated_adequacy", Warning for BASIC, "様式2 Ⅳ.11",
        "当該対策は十分か【再掲】 repeats the item of the measure with the highest priority.",
        "「{seen}」とあるが、再掲される{other}は「{expected}」である",
        "says 「{seen}」, but {other}, which it restates, says 「{expected}」",
        r#"{"risk": {"leakage": "sufficient", "priority": {"measure": "leakage", "adequacy": "especially"}}}"#;

    // Citations (法令上の根拠).
    NotInForce = "not_in_force", Warning for EVERY, "令和6年5月27日施行の改正、令和7年4月1日施行の改正（番号法第2条）ほか",
        "On the day of the document, each citation was in force under the cited number. A paragraph of 番号法第2条 is judged by the defined term after it.",
        "「{seen}」は、{expected}現在、効力を有していないか、条項の番号が異なる",
        "「{seen}」 was not in force, or had another number, on {expected}",
        r#"{"cover": {"published": "2025-04-01"}, "number_use_bases": "番号法第9条第1項、別表第一の30の項"}"#;
    NumberingMixed = "numbering_mixed", Warning for EVERY, "令和6年5月27日施行の改正、第19条第7号から第8号への改正",
        "A document without a date does not mix the numbering before and after a renumbering: of the tables on 2024-05-27, of 第19条第7号 to 第8号.",
        "旧番号の「{seen}」と新番号の「{expected}」（{other}）が混在している",
        "「{seen}」 has the old numbering, 「{expected}」 ({other}) the new one",
        r#"{"number_use_bases": "番号法別表の44の項", "linkage": {"state": "implemented", "bases": "番号法第19条第8号、別表第二の42の項"}}"#;
    RowNotInTable = "row_not_in_table", Warning for EVERY, "番号法別表、利用特定個人情報の提供に関する命令第2条の表",
        "A cited row is in its table on the day of the document, according to the copies of the table. A note if the row may have been added since the last copy. Nothing is reported if it is not known between two copies.",
        "「{seen}」は、{expected}現在の表にない",
        "cites 「{seen}」, which the table of {expected} does not have",
        r#"{"cover": {"published": "2025-04-01"}, "number_use_bases": "番号法第9条第1項、番号法別表の200の項"}"#;
    RowDeleted = "row_deleted", Warning for EVERY, "番号法別表、利用特定個人情報の提供に関する命令第2条の表",
        "A cited row was not deleted (削除), according to the known copy of the table. A note if the document is older than the copy.",
        "「{seen}」は、{expected}現在の表では削除されている",
        "cites 「{seen}」, which is deleted in the table of {expected}",
        r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の157の項"}}"#;
    RowAndArticle = "row_and_article", Warning for EVERY, "利用特定個人情報の提供に関する命令、番号法別表の主務省令で定める事務を定める命令",
        "A row and the article cited with it belong together.",
        "「{seen}」とあるが、対応する条は「{expected}」である",
        "「{seen}」 should be 「{expected}」",
        r#"{"linkage": {"state": "implemented", "bases": "番号法第19条第8号、番号法第19条第8号に基づく利用特定個人情報の提供に関する命令第2条の表　48項　第51条"}}"#;
    RecipientNotInquirer = "recipient_not_inquirer", Warning for UPPER, "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表",
        "A row of 別表第二 or of 第2条の表 that a provision cites belongs to the recipient, if both names are those of the tables.",
        "「{seen}」の情報照会者は「{expected}」であり、{other}と異なる",
        "cites 「{seen}」, the row of 「{expected}」 and not of {other}",
        r#"{"file_sections": [{"provision": {"provisions": [{"names": "市町村長", "bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の38の項"}]}}]}"#;
    ProvisionWithoutPermission = "provision_without_permission", Warning for UPPER, "番号法第19条",
        "The basis of a provision is 番号法第19条, which permits it. A provision from the resident register can be based on 住民基本台帳法.",
        "提供の根拠に番号法第19条がない（「{seen}」）",
        "is based on 「{seen}」, not on 番号法第19条",
        r#"{"file_sections": [{"provision": {"provisions": [{"names": "甲市長", "bases": "番号法第9条第1項"}]}}]}"#;
    OrdinanceForOtherBody = "ordinance_for_other_body", Warning for UPPER, "番号法第19条第11号（令和7年9月24日の条文。改正前は第10号）",
        "A provision to a body outside the local government does not rest on an ordinance alone. 番号法第19条 permits one by ordinance only to another organ of the same local government. Only recipients that are certainly outside are judged.",
        "{other}は当該地方公共団体の機関でないのに、提供の根拠が条例のみである（「{seen}」）",
        "rests only on the ordinance 「{seen}」, although {other} is no organ of the same local government",
        r#"{"file_sections": [{"provision": {"provisions": [{"names": "健康保険組合", "bases": "甲市個人番号の利用に関する条例第3条"}]}}]}"#;
    RecipientNotNamed = "recipient_not_named", Note for UPPER, "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表",
        "If the bases of 情報連携 cite a row among those under which the body provides (第三欄), the inquirer of the row is among the recipients. Reported once for each file section that provides through the network, and only if every recipient has a name of the tables.",
        "{other}は「{seen}」による提供を掲げるが、その情報照会者「{expected}」が提供先として記載されていない",
        "has no recipient 「{expected}」, the inquirer of 「{seen}」, under which {other} provides",
        r#"{"cover": {"published": "2026-04-01"}, "linkage": {"state": "implemented", "bases": "利用特定個人情報の提供に関する命令第2条の表　第三欄（情報提供者）が「市町村長」の項（48、111の項）"}, "file_sections": [{"provision": {"provided": "ticked", "provisions": [{"names": "市町村長", "methods": ["information_providing_network_system"]}]}}]}"#;
    TransferAsProvision = "transfer_as_provision", Warning for UPPER, "番号法第9条、第19条",
        "A transfer within the body is not based only on the rule for provisions through the network.",
        "移転の根拠が、提供について定める「{seen}」である",
        "is based on 「{seen}」, a rule for provisions",
        r#"{"file_sections": [{"provision": {"transfers": [{"names": "税務課", "bases": "番号法第19条第8号"}]}}]}"#;
    CitationNumber = "citation_number", Warning for EVERY, "様式",
        "The number of an article, paragraph, item or row is from 1 to 9,999 and has at most three branches.",
        "「{seen}」の番号は、条項号又は項番の番号として読み取れない",
        "cites 「{seen}」, which has a number that no law has",
        r#"{"number_use_bases": "番号法別表第二の10000の項"}"#;
    CitationCutOff = "citation_cut_off", Warning for EVERY, "様式",
        "If a law is named only to cite another through it, that citation follows.",
        "「{seen}」に続く条項の記載がない",
        "ends with 「{seen}」 and cites nothing after it",
        r#"{"number_use_bases": "甲市個人番号の利用に関する条例第4条第3項による"}"#;
    BasisWithoutLaw = "basis_without_law", Warning for EVERY, "様式（法令上の根拠）",
        "A cell for statutory bases names a law or cites one. A cell that refers elsewhere (別紙のとおり) may do so there.",
        "「{seen}」に法令の記載がない",
        "says 「{seen}」, which names no law",
        r#"{"number_use_bases": "市民の利便性の向上"}"#;
    DisclosureUnderOrdinance = "disclosure_under_ordinance", Note for UPPER, "個人情報の保護に関する法律第76条、第90条、第98条（令和5年4月1日から地方公共団体の機関にも適用。同法の写しは一部のみ）",
        "Since 令和5年4月1日, requests for disclosure, correction and suspension of use are made under the Act, not under an ordinance on personal information.",
        "公表日（{expected}）には個人情報の保護に関する法律が適用されるが、「{seen}」とある",
        "says 「{seen}」, although the Act on the Protection of Personal Information applies on {expected}",
        r#"{"cover": {"published": "2024-04-01"}, "requests": {"method": "甲市個人情報保護条例に基づき請求する"}}"#;

    // Chains (委託の連鎖).
    DeeperThanStated = "deeper_than_stated", Warning for UPPER, "番号法第10条",
        "If nothing is re-entrusted, the chain ends with the entrustee.",
        "「{seen}」とあるが、委託の連鎖は{expected}段である",
        "says 「{seen}」, but the chain has {expected} tiers",
        r#"{"file_sections": [{"entrustments": [{"re_entrustment": "not_re_entrusted", "chain": [{"name": "株式会社甲", "re_entrustees": [{"name": "株式会社乙"}]}]}]}]}"#;
    TierUnnamed = "tier_unnamed", Note for UPPER, "様式3・様式4 Ⅱ.4",
        "Every party of a chain is named. Reported once for each file section.",
        "委託の連鎖（様式には印刷されない）の{seen}段目に、名称のない者がいる。名称が分かれば、連鎖に記入する",
        "tier {seen} of the chain of entrustment, which no form prints, has a party without a name: enter the name there if it is known",
        r#"{"file_sections": [{"entrustments": [{"chain": [{"name": "株式会社甲", "re_entrustees": [{}]}]}]}]}"#;
    PartyTwice = "party_twice", Warning for UPPER, "番号法第10条",
        "No party occurs twice on one path of a chain.",
        "「{seen}」が一つの委託の連鎖に重複して記載されている",
        "「{seen}」 occurs twice on one path of the chain",
        r#"{"file_sections": [{"entrustments": [{"chain": [{"name": "株式会社甲", "re_entrustees": [{"name": "株式会社甲"}]}]}]}]}"#;
    ChainAgainstEntrustee = "chain_against_entrustee", Warning for UPPER, "様式3・様式4 Ⅱ.4",
        "The first tier of the chain is the entrustee.",
        "委託の連鎖（様式には印刷されない）の委託先「{seen}」が、委託先名「{expected}」にない。委託先が変わったのであれば連鎖を、そうでなければ委託先名を改める",
        "the chain of entrustment, which no form prints, has the entrustee 「{seen}」, who is not in the name of the entrustee, 「{expected}」: if the entrustee changed, correct the chain, otherwise the name",
        r#"{"file_sections": [{"entrustments": [{"entrustee": "株式会社甲", "chain": [{"name": "株式会社乙"}]}]}]}"#;
    OperatorInNoChain = "operator_in_no_chain", Note for UPPER, "番号法第10条、第11条",
        "The party that runs a system or a file is in a chain of entrustment.",
        "運用主体「{seen}」が、委託先又は再委託先として記載されていない",
        "is run by 「{seen}」, which is not in any chain of entrustment",
        r#"{"systems": [{"name": "国保総合システム", "operator": "国保連"}], "file_sections": [{"entrustments": [{"entrustee": "株式会社甲"}]}]}"#;

    // The change table (変更箇所).
    ChangeBackwards = "change_backwards", Note for EVERY, "様式 変更箇所",
        "The rows of the change table are in the order of their dates, the oldest or the newest first.",
        "上の行の変更日（{expected}）とこの行の変更日（{seen}）が、日付の順になっていない",
        "{seen} follows {expected}, which is not in the order of the dates",
        r#"{"changes": [{"date": "2023-04-01"}, {"date": "2022-04-01"}, {"date": "2024-04-01"}]}"#;
    AfterThoughMaterial = "after_though_material", Warning for EVERY, "規則第5条第1項後段、第6条第1項後段、第7条第1項後段、番号法第28条第1項後段（変更前の提出又は公示）、規則第9条第2項（緊急の場合の事後）",
        "A change whose reason says that it is 重要な変更 is not filed 事後. In an emergency it may be.",
        "提出時期に係る説明に重要な変更とあるのに、提出時期が「{seen}」である（規則第9条第2項の緊急の場合を除き、変更前に提出又は公示する）",
        "is filed 「{seen}」, although its reason says that it is 重要な変更, which is filed or announced before it is made, except in the emergency of 規則第9条第2項",
        r#"{"changes": [{"items": "監査", "timing": "after", "reason": "重要な変更である"}]}"#;
    MaterialWithoutReason = "material_without_reason", Warning for UPPER, "規則第11条、様式の※",
        "A change to an item marked ※ that is filed 事後 has a reason. A dash is not a reason.",
        "※の項目「{seen}」の変更の提出時期が事後であるのに、提出時期に係る説明がない",
        "「{seen}」 is marked ※ and was changed 事後 without a reason",
        r#"{"changes": [{"items": "Ⅱ３．使用目的", "timing": "after"}]}"#;
    ChangeOfNothing = "change_of_nothing", Warning for EVERY, "様式 変更箇所",
        "A row of the change table changes something.",
        "変更前と変更後が同じである（「{seen}」）",
        "says the same before and after: 「{seen}」",
        r#"{"changes": [{"items": "公表日", "before": "甲", "after": "甲"}]}"#;
    BeforeIsNotAfter = "before_is_not_after", Note for EVERY, "様式 変更箇所",
        "The text before a change is the text after the previous change to the same item, if both quote it in full.",
        "変更前「{seen}」が、前回の変更後「{expected}」（{other}）と異なる",
        "says 「{seen}」, but the last change ({other}) left 「{expected}」",
        r#"{"changes": [{"date": "2023-04-01", "items": "所属長", "before": "甲", "after": "乙"}, {"date": "2024-04-01", "items": "所属長", "before": "丙", "after": "丁"}]}"#;
}
