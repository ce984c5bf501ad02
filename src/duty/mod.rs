//! 義務: what must be done when, and what may be withheld from publication.
//!
//! A body (評価実施機関) assesses an affair before it holds a file of it, files and publishes the assessment, and keeps it
//! correct for as long as it carries out the affair. What it must do depends on what happens: a new file, a material
//! change, a serious incident, another year. For each such [`Event`], the table [`DUTIES`] lists the steps that the
//! Commission's rule (規則) and the Act (番号法) require. Each row has its provision, the words of the provision, the day of
//! the text and how certain it is. [`WITHHOLDINGS`] lists the parts of a document that need not be published.
//!
//! ```
//! use mynumber_pia::duty::{Event, Occasion, duties, withholdings};
//! use mynumber_pia::value::kind::{AssessmentKind, BodyKind};
//!
//! // What must a local government do before and after a material change of an affair with an all-item assessment?
//! let duties = duties(Event::MaterialChange, AssessmentKind::AllItem, Some(BodyKind::LocalGovernment));
//! let steps: Vec<String> = duties.map(ToString::to_string).collect();
//! assert_eq!(steps[0], "基礎項目評価書: 提出 — 重要な変更を加える前 (規則第5条第1項後段; 確認済み)");
//! assert_eq!(steps[2], "全項目評価書: 公示し、住民その他の者の意見を求める — 重要な変更を加える前 (規則第7条第1項後段; 確認済み)");
//! assert_eq!(steps.last().unwrap(), "全項目評価書: 公表 — 速やかに (規則第7条第6項; 確認済み)");
//!
//! // What may be withheld when a basic-item assessment is published?
//! let withheld: Vec<_> = withholdings(Occasion::Publication, AssessmentKind::BasicItem, None).collect();
//! assert_eq!(withheld.len(), 1);
//! assert_eq!(withheld[0].source.citation, "規則第5条第2項（第10条第1項を準用）");
//! assert_eq!(withheld[0].ground.label(), "犯罪の捜査等");
//! ```
//!
//! Questions that the law leaves to the guideline (指針) are not covered: which changes are material, and what a serious
//! incident is. The rule has no paragraph for an affair that first needs an assessment when its population reaches 1,000;
//! those steps are deduced. [`QUESTIONS`] lists what the texts leave open.

mod questions;
mod rows;
mod terms;
mod texts;
mod withholding;

export! {
    questions::OpenQuestion "疑義";
    questions::QUESTIONS "疑義";
    rows::DUTIES "義務" "努力義務" "評価の手続";
    rows::Duty "義務" "努力義務";
    rows::NO_MATERIAL_CHANGE "重要な変更";
    rows::ONLY_WHAT_CHANGED "記載した事項の変更";
    rows::PUBLICATION_IS_NOTICE "個人情報の保護に関する法律第74条の通知";
    rows::duties "義務" "評価の手続";
    terms::Action "手続" "意見聴取" "第三者点検" "委員会の承認";
    terms::Consulted "意見を求める相手";
    terms::Deadline "期限" "速やかに" "遅滞なく";
    terms::Event "契機" "重要な変更" "緊急時" "再実施";
    terms::Force "努力義務" "義務の程度";
    withholding::Occasion "公示又は公表";
    withholding::WITHHOLDINGS "非公表";
    withholding::Withholding "非公表";
    withholding::WithholdingGround "公示しないことができる理由";
    withholding::withholdings "非公表";
}
