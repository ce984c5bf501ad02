//! The rules between the papers of an affair: one row each, from which their texts, the documentation and the tests are made.

use crate::value::rules::rules;
use crate::value::source::Certainty::{self, Confirmed, Deduced, PartlyConfirmed};
use crate::value::source::Source;

const fn source(citation: &'static str, certainty: Certainty, evidence: &'static str) -> Source {
    Source { citation, citation_certainty: Confirmed, certainty, evidence }
}

rules! {
    /// A rule that the papers of an affair should not break (整合性の規則). Its code is stable; new rules are added.
    #[non_exhaustive]
    pub enum AgreeRule;
    /// What a rule between papers is about (整合性の規則の内容). How bad it is to break some of the rules depends on the affair:
    /// [`Disagreement::severity`](super::Disagreement::severity).
    pub struct AgreeRuleRow {
        /// Where it comes from, and how certain that is.
        source: Source,
        /// Papers that break the rule, as JSON: `{"papers", "register"}`. The header of each paper is its kind, and the latest edition
        /// unless the paper names another.
        example: &'static str,
    }
    /// Every rule between papers (整合性の規則の一覧), in the order in which they are documented.
    pub const AGREE_RULES;

    // Which papers there are (評価書の有無).
    BasicPaperMissing = "basic_paper_missing", Note, source("規則第5条第1項", Confirmed, "「基礎項目評価書を作成し」, for every file that 第4条第1号 to 第7号 do not exempt"),
        "An affair with a deeper paper has a 基礎項目評価書. An error if the register lists the publications and the result is not that no assessment is obligatory; otherwise it may only not have been given.",
        "この事務の基礎項目評価書がない",
        "has no 基礎項目評価書 beside it",
        r#"{"papers": [{"kind": "key_item"}]}"#;
    DeeperPaperMissing = "deeper_paper_missing", Warning, source("規則第6条第1項・第2項、第7条第1項・第2項、第8条、番号法第28条第1項", Confirmed, "no period is printed for a rise"),
        "The paper that the result or 提出する評価書の種類 names is there.",
        "「{seen}」とあるが、{expected}がない",
        "says 「{seen}」, but there is no {expected}",
        r#"{"papers": [{"kind": "basic_item", "threshold": {"result": "basic_item_and_key_item"}}]}"#;
    FactsRequireMore = "facts_require_more", Warning, source("規則第4条第8号、第6条、第7条、第8条、番号法第28条", Confirmed, "the decision table on the facts of all papers and the register"),
        "The papers are those that the facts of all papers and the register require.",
        "しきい値判断項目（{seen}）により{expected}が義務付けられるが、公表されていない",
        "requires {expected}, which is not published: the facts are {seen}",
        r#"{"papers": [{"kind": "basic_item", "population": "from_10000_to_99999", "threshold": {"handlers": "under_500", "incident": "no", "result": "basic_item"}}], "register": {"affairs": [{"facts": {"on": "2026-03-01", "population": 310000}}]}}"#;
    PaperBeyondResult = "paper_beyond_result", Note, source("様式3 Ⅴ.1.②、様式4 Ⅵ.1.②", PartlyConfirmed, "the choices of the forms: 「（任意に…を実施）」"),
        "A paper that the facts do not require says that it is voluntary (任意).",
        "「{seen}」とあるが、しきい値判断項目（{expected}）によれば任意の評価である",
        "says 「{seen}」, but by the facts it is voluntary: {expected}",
        r#"{"papers": [{"kind": "basic_item", "population": "from_100000_to_299999", "threshold": {"handlers": "under_500", "incident": "no"}}, {"kind": "key_item", "threshold": {"result": "basic_item_and_key_item"}}], "register": {"affairs": [{"facts": {"on": "2026-03-01", "population": 5000}}]}}"#;
    TwoDeeperPapers = "two_deeper_papers", Note, source("規則第4条第9号・第10号", Deduced, "each names one deeper paper; no text asks to withdraw the other"),
        "An affair has one deeper paper.",
        "{other}も公表されている",
        "is published beside {other}",
        r#"{"papers": [{"kind": "basic_item"}, {"kind": "key_item"}, {"kind": "all_item"}]}"#;
    AssessedAlone = "assessed_alone", Note, source("規則第5条第1項後段", PartlyConfirmed, "for a material change only; after a rise and under 規則第15条 the deeper paper may be alone"),
        "With each assessment that the deeper paper is published for, the 基礎項目評価書 is published as well.",
        "評価の実施により公表された（{seen}）が、併せて公表された基礎項目評価書の記録がない",
        "was published after an assessment ({seen}), but no 基礎項目評価書 is recorded with it",
        r#"{"papers": [{"kind": "basic_item"}, {"kind": "key_item"}], "register": {"affairs": [{"publications": [{"paper": "basic_item", "on": "2020-04-01", "by": "assessed"}, {"paper": "key_item", "on": "2020-04-01", "by": "assessed"}, {"paper": "key_item", "on": "2024-04-01", "by": "assessed"}]}]}}"#;
    BasicDay = "basic_day", Note, source("様式3 Ⅴ.1.①、様式4 Ⅵ.1.①", PartlyConfirmed, "the order in two published papers; what 実施日 means is not known"),
        "基礎項目評価の実施日 in a deeper paper that was assessed is not before the last assessment of the 基礎項目評価書 until then.",
        "「{seen}」とあるが、基礎項目評価書はその後{expected}に評価の実施により公表されている",
        "says 「{seen}」, but the 基礎項目評価書 was published after an assessment later, on {expected}",
        r#"{"papers": [{"kind": "basic_item"}, {"kind": "key_item", "cover": {"published": "2024-06-01"}, "procedure": {"basic_assessment_date": "2019-04-01"}}], "register": {"affairs": [{"publications": [{"paper": "basic_item", "on": "2024-05-01", "by": "assessed"}, {"paper": "key_item", "on": "2024-06-01", "by": "assessed"}]}]}}"#;

    // The cover (表紙).
    BodyDiffers = "body_differs", Warning, source("規則第5条第1項、第6条第1項、第7条第1項", Deduced, "they bind the 行政機関の長等 that holds the file; another lead body explains it"),
        "The papers name one body. A note if only one of them names its prefecture.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "cover": {"body": "甲市教育委員会"}}, {"kind": "key_item"}], "register": {"affairs": [{}]}}"#;
    NumberDiffers = "number_differs", Warning, source("様式4の記載要領", PartlyConfirmed, "評価書番号 is the number in the assessment plan register"),
        "The papers have one number.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item"}, {"kind": "key_item", "cover": {"number": "11"}}]}"#;
    NameDiffers = "name_differs", Warning, source("指針第4の2", PartlyConfirmed, "the unit of the assessment is the affair; only the heading was read"),
        "The papers give the affair one name.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item"}, {"kind": "key_item", "affair": {"name": "介護保険事務"}}]}"#;
    TitleDiffers = "title_differs", Note, source("様式4の記載要領", PartlyConfirmed, "the title is free; in practice the papers share it"),
        "The titles are the same without the names of the form and of the body.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "cover": {"title": "介護保険に関する事務 基礎項目評価書"}}, {"kind": "key_item", "cover": {"title": "児童手当に関する事務 重点項目評価書"}}]}"#;
    EndedDiffers = "ended_differs", Warning, source("様式4の記載要領", PartlyConfirmed, "【○年○月○日 終了】; 規則第16条 ends the affair and not a paper"),
        "If one paper is marked as ended, so is the other.",
        "終了の表示がないが、{other}には「{seen}」とある",
        "is not marked as ended, but {other} says 「{seen}」",
        r#"{"papers": [{"kind": "basic_item", "cover": {"ended": "2026-03-31"}}, {"kind": "key_item", "cover": {"title": "介護保険に関する事務"}}]}"#;

    // The threshold (しきい値判断).
    PopulationDiffers = "population_differs", Warning, source("様式2 Ⅱ.1、様式3・様式4 Ⅰ.1.③", Confirmed, "both forms ask the population of the affair"),
        "対象人数 can be the same in both papers.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "population": "from_10000_to_99999"}, {"kind": "key_item", "population": "from_100000_to_299999"}]}"#;
    ResultDiffers = "result_differs", Warning, source("様式2 Ⅲ、様式3 Ⅴ.1.②、様式4 Ⅵ.1.②", Confirmed, "the deeper paper quotes the result of the 基礎項目評価"),
        "しきい値判断結果 is the same in both papers.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "threshold": {"result": "basic_item"}}, {"kind": "key_item", "threshold": {"result": "basic_item_and_key_item"}}]}"#;
    HandlersTooFew = "handlers_too_few", Warning, source("様式2 Ⅱ.2", PartlyConfirmed, "the staff of entrustees count (commentary on the guideline)"),
        "取扱者数 is at least the users and the staff of the entrustees in the deeper paper.",
        "「{seen}」とあるが、{other}と委託先の取扱者数の合計は{expected}である",
        "says 「{seen}」, but {other} and the staff of the entrustees are {expected} together",
        r#"{"papers": [{"kind": "basic_item", "threshold": {"handlers": "under_500"}}, {"kind": "key_item", "file_sections": [{"acquisition": {"users": "from_500_to_999"}}]}]}"#;
    HandlersOpen = "handlers_open", Note, source("様式2 Ⅱ.2", PartlyConfirmed, "the staff of entrustees count (commentary on the guideline)"),
        "取扱者数 below 500 is certain from the deeper paper, if 500 would change the result. Staff whose number is not printed does not count.",
        "「{seen}」とあるが、{other}と委託先の取扱者数の合計は{expected}であり、500人以上となり得る。500人以上であれば結果が変わる",
        "says 「{seen}」, but {other} and the staff of the entrustees are {expected} together; 500 would change the result",
        r#"{"papers": [{"kind": "basic_item", "population": "from_100000_to_299999", "threshold": {"handlers": "under_500", "incident": "no"}}, {"kind": "key_item", "file_sections": [{"acquisition": {"users": "from_100_to_499"}, "entrustments": [{"entrustee": "株式会社甲", "handlers": "from_100_to_499", "re_entrustment": "not_re_entrusted"}]}]}]}"#;
    IncidentDiffers = "incident_differs", Warning, source("規則第4条第8号ロ、様式2 Ⅱ.3、様式3 Ⅲ.7.②、様式4 Ⅲ.7", Confirmed, "an incident within one year is one within three years"),
        "An incident that the 基礎項目評価書 states is also stated by a deeper paper of the same day or up to two years later.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "threshold": {"incident": "yes"}}, {"kind": "key_item", "risks": [{"retention": {"incident": "no"}}]}]}"#;

    // Basic information (基本情報).
    SystemsDiffer = "systems_differ", Note, source("様式2 Ⅰ.1.③、様式3・様式4 Ⅰ.2", Confirmed, "both ask the systems of the affair; how finely they are named differs"),
        "Every system of the 基礎項目評価書 is in the deeper paper.",
        "「{seen}」が{other}にない",
        "names 「{seen}」, which is not in {other}",
        r#"{"papers": [{"kind": "basic_item", "systems": [{"name": "介護保険システム"}, {"name": "収納システム"}]}, {"kind": "key_item", "systems": [{"name": "介護保険システム"}]}]}"#;
    FilesDiffer = "files_differ", Warning, source("様式2 Ⅰ.2、様式3・様式4 Ⅰ.3", Confirmed, "both ask the files of the affair"),
        "Both papers name the same files.",
        "{other}と一致しない（こちらだけにあるもの：{seen}、{other}だけにあるもの：{expected}）",
        "differs from {other}: only here {seen}, only there {expected}",
        r#"{"papers": [{"kind": "basic_item", "files": [{"name": "資格ファイル"}]}, {"kind": "key_item", "files": [{"name": "資格ファイル"}, {"name": "給付ファイル"}]}]}"#;
    BasesDiffer = "bases_differ", Warning, source("様式2 Ⅰ.3、様式3 Ⅰ.4、様式4 Ⅰ.5", Confirmed, "the same item, marked ※ in 様式3 and 様式4"),
        "Both papers cite the same provisions for the use of the number, in the newest numbers.",
        "{other}と一致しない（こちらだけにあるもの：{seen}、{other}だけにあるもの：{expected}）",
        "differs from {other}: only here {seen}, only there {expected}",
        r#"{"papers": [{"kind": "basic_item", "number_use_bases": "番号法第9条第1項、番号法別表の30の項"}, {"kind": "key_item", "number_use_bases": "番号法第9条第1項、番号法別表の44の項"}]}"#;
    LinkageDiffers = "linkage_differs", Warning, source("様式2 Ⅰ.4.①、様式3 Ⅰ.5.①、様式4 Ⅰ.6.①", Confirmed, "the same item, marked ※ in 様式3 and 様式4"),
        "Both papers say the same on information linkage (情報連携).",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "linkage": {"state": "implemented"}}, {"kind": "key_item", "linkage": {"state": "not_implemented"}}]}"#;
    LinkageBasesDiffer = "linkage_bases_differ", Note, source("様式2 Ⅰ.4.②、様式3 Ⅰ.5.②、様式4 Ⅰ.6.②", Confirmed, "the same item; the lists are long and often cut"),
        "Both papers cite the same provisions for information linkage, in the newest numbers.",
        "{other}と一致しない（こちらだけにあるもの：{seen}、{other}だけにあるもの：{expected}）",
        "differs from {other}: only here {seen}, only there {expected}",
        r#"{"papers": [{"kind": "basic_item", "linkage": {"bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の1の項"}}, {"kind": "key_item", "linkage": {"bases": "番号法第19条第8号、利用特定個人情報の提供に関する命令第2条の表の2の項"}}]}"#;
    DepartmentDiffers = "department_differs", Warning, source("様式2 Ⅰ.5.①、様式3 Ⅰ.6.①、様式4 Ⅰ.7.①", Confirmed, "the same item"),
        "Both papers name the same departments.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "department": {"name": "福祉部介護保険課"}}, {"kind": "key_item", "department": {"name": "福祉部高齢福祉課"}}]}"#;
    HeadDiffers = "head_differs", Warning, source("様式2 Ⅰ.5.②、様式3 Ⅰ.6.②、様式4 Ⅰ.7.②", Confirmed, "the same item"),
        "Both papers name the same head of the department.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "department": {"head": "介護保険課長"}}, {"kind": "key_item", "department": {"head": "高齢福祉課長"}}]}"#;
    OtherBodiesDiffer = "other_bodies_differ", Warning, source("様式2 Ⅰ.6、様式3 Ⅰ.7、様式4 Ⅰ.8", Confirmed, "the same item; all bodies but the lead body are named"),
        "Both papers name the same other bodies.",
        "{other}と一致しない（こちらだけにあるもの：{seen}、{other}だけにあるもの：{expected}）",
        "differs from {other}: only here {seen}, only there {expected}",
        r#"{"papers": [{"kind": "basic_item", "other_bodies": "甲市教育委員会"}, {"kind": "key_item", "other_bodies": "―"}]}"#;
    ContactDiffers = "contact_differs", Note, source("様式2 Ⅰ.7、Ⅰ.8、様式3 Ⅳ.1.①、Ⅳ.2.①、様式4 Ⅴ.1.①、Ⅴ.2.①", Confirmed, "the same items"),
        "Both papers say where requests and inquiries go in the same way.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "requests": {"request_to": "総務部総務課"}}, {"kind": "key_item", "requests": {"request_to": "福祉部介護保険課"}}]}"#;

    // Risks (リスク対策).
    OptOutDiffers = "opt_out_differs", Warning, source("様式2 Ⅳ.4、Ⅳ.5、Ⅳ.6、様式3・様式4 Ⅲ.4、Ⅲ.5、Ⅲ.6", Confirmed, "the same boxes, once for the affair and once for each file"),
        "What the 基礎項目評価書 says is not done (委託しない, 提供・移転しない, 接続しない) is done for no file, and the reverse.",
        "「{seen}」とあるが、{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "risk": {"no_entrustment": "ticked"}}, {"kind": "key_item", "risks": [{"names": "資格ファイル"}]}]}"#;
    AdequacyDiffers = "adequacy_differs", Note, source("様式2 Ⅳ、様式3・様式4 Ⅲ、様式4 Ⅳ", Confirmed, "the same questions, once for the affair and in each risk section"),
        "If all risk sections give one answer, the 基礎項目評価書 gives it too.",
        "「{seen}」とあるが、{other}を含め、全てのリスク対策が「{expected}」である",
        "says 「{seen}」, but {other} and every other section say 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "risk": {"leakage": "sufficient"}}, {"kind": "key_item", "risks": [{"retention": {"adequacy": "issues_remain"}}]}]}"#;

    // Change tables (変更箇所).
    NotYetCorrected = "not_yet_corrected", Warning, source("規則第14条第1項（同条第3項で準用）", Confirmed, "「速やかに」; 第3項 for all papers but the 全項目評価書 of an organ of the State"),
        "What the change table of the newer paper changed after the older one was published is corrected in the older one.",
        "「{seen}」とあるが、{other}により「{expected}」に変更されている。速やかに修正する",
        "says 「{seen}」, but {other} changed it to 「{expected}」: correct it promptly",
        r#"{"papers": [{"kind": "basic_item", "cover": {"published": "2024-04-01"}, "department": {"name": "福祉部介護保険課"}}, {"kind": "key_item", "department": {"name": "福祉部高齢福祉課"}, "changes": [{"date": "2025-03-01", "items": "Ⅰ6．①部署", "before": "福祉部介護保険課", "after": "福祉部高齢福祉課"}]}]}"#;
    CorrectionMissing = "correction_missing", Warning, source("規則第14条第1項（同条第3項で準用）、第5条第1項後段", Confirmed, "第5条第1項後段 if the change is material"),
        "A change that one paper records is in the other paper, if that was published on its day or later.",
        "「{seen}」のままであるが、{other}により「{expected}」に変更された後に公表されている",
        "still says 「{seen}」, but was published after {other} changed it to 「{expected}」",
        r#"{"papers": [{"kind": "basic_item", "department": {"name": "福祉部介護保険課"}}, {"kind": "key_item", "cover": {"published": "2025-03-01"}, "department": {"name": "福祉部高齢福祉課"}, "changes": [{"date": "2025-03-01", "items": "Ⅰ6．①部署", "before": "福祉部介護保険課", "after": "福祉部高齢福祉課"}]}]}"#;
    TimingDiffers = "timing_differs", Note, source("様式2・様式3・様式4 変更箇所", Confirmed, "提出時期"),
        "提出時期 is the same in both papers for one item and day.",
        "「{seen}」とあるが、同じ日の同じ項目について{other}は「{expected}」である",
        "says 「{seen}」, but {other} says 「{expected}」 for the same item and day",
        r#"{"papers": [{"kind": "basic_item", "changes": [{"date": "2025-03-01", "items": "Ⅰ5．①部署", "timing": "after"}]}, {"kind": "key_item", "changes": [{"date": "2025-03-01", "items": "Ⅰ6．①部署", "timing": "before"}]}]}"#;

    // The body (評価実施機関).
    NumberTwice = "number_used_twice", Warning, source("様式4の記載要領", PartlyConfirmed, "評価書番号 is the number in the assessment plan register"),
        "No two affairs of a body have one number.",
        "評価書番号「{seen}」が「{expected}」と重複している",
        "has the number {seen}, like 「{expected}」",
        r#"{"papers": [{"kind": "basic_item"}, {"kind": "basic_item", "affair": {"name": "児童手当に関する事務"}}]}"#;
    AffairTwice = "affair_twice", Note, source("指針第4の2", PartlyConfirmed, "the unit of the assessment is the affair; only the heading was read"),
        "No two affairs of a body have one name.",
        "事務の名称が「{expected}」と重複している",
        "has the name of 「{expected}」",
        r#"{"papers": [{"kind": "basic_item"}, {"kind": "basic_item", "cover": {"number": "2"}}]}"#;
    IncidentDiffersInBody = "incident_differs_in_body", Warning, source("規則第4条第8号ロ", Confirmed, "「当該行政機関の長等において」: the incident is one of the body"),
        "The 基礎項目評価書 of a body that were published on the same side of each incident and of its year answer Ⅱ3 in the same way.",
        "「{seen}」とあるが、「{expected}」の基礎項目評価書は「発生あり」である",
        "says 「{seen}」, but the 基礎項目評価書 of 「{expected}」 says 「発生あり」",
        r#"{"papers": [{"kind": "basic_item", "threshold": {"incident": "yes"}}, {"kind": "basic_item", "cover": {"number": "2"}, "affair": {"name": "児童手当に関する事務"}, "threshold": {"incident": "no"}}]}"#;
    NotInRegister = "not_in_register", Warning, source("規則第3条", PartlyConfirmed, "the register lists the affairs of the body; the form was not read"),
        "The register of the body lists the affair.",
        "計画管理書にこの事務がない",
        "is not in the register",
        r#"{"papers": [{"kind": "basic_item", "cover": {"number": "7"}, "affair": {"name": "児童手当に関する事務"}}], "register": {"affairs": []}}"#;
    EntryWithoutPaper = "entry_without_paper", Note, source("規則第3条", PartlyConfirmed, "the register lists plans too, so a paper may be still to come"),
        "An affair of the register that is not exempt, ended or planned has a paper.",
        "計画管理書にあるが、評価書がない",
        "is in the register, but has no paper",
        r#"{"papers": [], "register": {"affairs": [{}]}}"#;
}
