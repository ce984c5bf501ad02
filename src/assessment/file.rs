//! 特定個人情報ファイル: the files of an affair, and what the forms ask about each.

use alloc::vec::Vec;

use crate::assessment::acquisition::Acquisition;
use crate::assessment::entrustment::{Chain, Entrustment};
use crate::assessment::provision::ProvisionSection;
use crate::assessment::retention::Retention;
use crate::catalogue::part;
use crate::value::answer::{Answer, Boxes, Lines};
use crate::value::band::{Count, DataSubjectsBand, RecordItemsBand};
use crate::value::choice::{EntrustmentState, FileKind, RecordItem};
use crate::value::date::FormDate;
use crate::value::text::Text;

part!(
    /// A file as the affair names it (特定個人情報ファイル名): 様式2 Ⅰ2, 様式3 and 様式4 Ⅰ3.
    ///
    /// Do not use the name as a key: the same file may have another name in its own section.
    pub struct FileName {
        /// The number that the document prints before the name (（３）).
        #[beside(FileNames)]
        pub number: Answer<u32>,
        /// The name, as printed.
        #[item(FileNames)]
        pub name: Answer<Text>,
        /// Who runs the file, if the document says so (運用主体): 「※国保中央会」.
        #[beside(FileNames)]
        pub operator: Answer<Text>,
        /// Since when a file of this name exists, if files were split or joined (この名称となった時期).
        #[beside(FileNames)]
        pub since: Answer<FormDate>,
        /// Until when a file of this name existed.
        #[beside(FileNames)]
        pub until: Answer<FormDate>,
    }
);

part!(
    /// ２．基本情報 of a file: 様式3 and 様式4 Ⅱ2.
    pub struct FileOutline {
        /// ①ファイルの種類.
        #[item(FileKind)]
        pub kind: Answer<FileKind>,
        /// ②対象となる本人の数.
        #[item(FileDataSubjects)]
        pub data_subjects: Answer<Count<DataSubjectsBand>>,
        /// ③対象となる本人の範囲.
        #[item(FileScope)]
        pub scope: Answer<Lines>,
        /// その必要性.
        #[item(FileScopeReason)]
        pub scope_reason: Answer<Lines>,
        /// ④記録される項目.
        #[item(RecordItemCount)]
        pub record_item_count: Answer<Count<RecordItemsBand>>,
        /// 主な記録項目.
        #[item(MainRecordItems)]
        pub main_record_items: Boxes<RecordItem>,
        /// The text beside the box その他 of 主な記録項目.
        #[item(MainRecordItemsOther)]
        pub main_record_items_other: Answer<Lines>,
        /// その妥当性.
        #[item(MainRecordItemsReason)]
        pub main_record_items_reason: Answer<Lines>,
        /// 全ての記録項目: where they are listed.
        #[item(AllRecordItems)]
        pub all_record_items: Answer<Lines>,
        /// ⑤保有開始日.
        #[item(HeldSince)]
        pub held_since: Answer<FormDate>,
        /// ⑥事務担当部署.
        #[item(FileDepartment)]
        pub department: Answer<Lines>,
    }
);

part!(
    /// What the form asks about a file (特定個人情報ファイルの概要): 様式3 and 様式4 Ⅱ.
    ///
    /// One section for one file, or for several that share it. The division in charge describes whose data the file holds,
    /// where it comes from, who handles it for the body (委託), who receives it (提供・移転), and where it is kept. The
    /// declared numbers (件数) are kept beside the lists; in practice they often differ.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use mynumber_pia::assessment::{Entrustment, FileSection};
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// assessment.file_sections.push(FileSection {
    ///     names: "国保資格ファイル".parse()?,
    ///     entrustment: "委託する".parse()?,
    ///     entrustment_count: "1件".parse()?,
    ///     entrustments: vec![Entrustment { matter: "保守".parse()?, ..Entrustment::default() }],
    ///     ..FileSection::default()
    /// });
    /// assert_eq!(assessment.file_sections[0].entrustment_count.given(), Some(&1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct FileSection {
        /// １．特定個人情報ファイル名: the files of this section, one per line.
        #[item(SectionFileNames)]
        pub names: Answer<Lines>,
        /// ２．基本情報.
        pub outline: FileOutline,
        /// ３．特定個人情報の入手・使用.
        pub acquisition: Acquisition,
        /// ４．委託の有無.
        #[item(EntrustmentState)]
        pub entrustment: Answer<EntrustmentState>,
        /// The number of entrustments that the document declares (件数); the list may differ.
        #[item(EntrustmentCount)]
        pub entrustment_count: Answer<u32>,
        /// 委託事項1, 2, ….
        pub entrustments: Vec<Entrustment>,
        /// ５．特定個人情報の提供・移転（委託に伴うものを除く。）
        pub provision: ProvisionSection,
        /// ６．特定個人情報の保管・消去.
        pub retention: Retention,
        /// ７．備考.
        #[item(FileRemarks)]
        pub remarks: Answer<Lines>,
    }
);

part!(
    /// A group of record items in the annex (別添 特定個人情報ファイル記録項目).
    pub struct RecordItemGroup {
        /// The heading of the group, or the file that it belongs to (見出し).
        #[beside(RecordItems)]
        pub heading: Answer<Lines>,
        /// The items, one per line, or the line that replaces them, such as where they are published.
        #[item(RecordItems)]
        pub items: Answer<Lines>,
    }
);

impl FileSection {
    /// The names of the files, one each.
    pub fn file_names(&self) -> impl Iterator<Item = &str> {
        self.names.given().into_iter().flat_map(Lines::texts).map(AsRef::as_ref)
    }

    /// The number of tiers of the deepest chain of entrustment.
    #[must_use]
    pub fn deepest_chain(&self) -> usize {
        self.entrustments.iter().map(|entrustment| Chain::of(entrustment).depth()).max().unwrap_or_default()
    }
}
