//! 特定個人情報ファイル: the files of an affair, and what the forms ask of each.

use crate::acquisition::{AllItemAcquisition, KeyItemAcquisition};
use crate::answer::{Answer, Boxes};
use crate::band::{Count, DataSubjectsBand, RecordItemsBand};
use crate::catalogue::section;
use crate::choice::{EntrustmentState, FileKind, RecordItem};
use crate::date::FormDate;
use crate::entrustment::{AllItemEntrustment, KeyItemEntrustment};
use crate::provision::ProvisionSection;
use crate::retention::{AllItemRetention, KeyItemRetention};
use crate::text::{Lines, Text};

section! {
    /// A file as the affair names it (特定個人情報ファイル名): 様式2 Ⅰ2, 様式3 and 様式4 Ⅰ3.
    ///
    /// A name is no key: the same file may have another name in its own section.
    #[doc(alias = "特定個人情報ファイル名")]
    pub struct FileName {
        /// The number that the document prints before the name (（３）).
        number: Answer<u32>, beside FileNames;
        /// The name, as printed.
        name: Answer<Text>, item FileNames;
        /// Who runs the file, where the document says so (運用主体): 「※国保中央会」.
        operator: Answer<Text>, beside FileNames;
        /// Since when there is a file of this name, where files were split or joined (この名称となった時期).
        since: Answer<FormDate>, beside FileNames;
        /// Until when there was one.
        until: Answer<FormDate>, beside FileNames;
    }
}

section! {
    /// ２．基本情報 of a file: 様式3 and 様式4 Ⅱ2.
    #[doc(alias = "特定個人情報ファイルの概要")]
    pub struct FileOutline {
        /// ①ファイルの種類.
        kind: Answer<FileKind>, item FileKind;
        /// ②対象となる本人の数.
        data_subjects: Answer<Count<DataSubjectsBand>>, item FileDataSubjects;
        /// ③対象となる本人の範囲.
        scope: Answer<Lines>, item FileScope;
        /// その必要性.
        scope_reason: Answer<Lines>, item FileScopeReason;
        /// ④記録される項目.
        record_item_count: Answer<Count<RecordItemsBand>>, item RecordItemCount;
        /// 主な記録項目.
        main_record_items: Boxes<RecordItem>, item MainRecordItems;
        /// What stands beside the box その他 of 主な記録項目.
        main_record_items_other: Answer<Lines>, item MainRecordItemsOther;
        /// その妥当性.
        main_record_items_reason: Answer<Lines>, item MainRecordItemsReason;
        /// 全ての記録項目: where they are listed.
        all_record_items: Answer<Lines>, item AllRecordItems;
        /// ⑤保有開始日.
        held_since: Answer<FormDate>, item HeldSince;
        /// ⑥事務担当部署.
        department: Answer<Lines>, item FileDepartment;
    }
}

section! {
    /// 様式3 Ⅱ 特定個人情報ファイルの概要: one section, of one file or of several that share it.
    #[doc(alias = "特定個人情報ファイルの概要")]
    pub struct KeyItemFileSection {
        /// １．特定個人情報ファイル名: the files that the section is about, one a line.
        names: Answer<Lines>, item SectionFileNames;
        /// ２．基本情報.
        outline: FileOutline, inside;
        /// ３．特定個人情報の入手・使用.
        acquisition: KeyItemAcquisition, inside;
        /// ４．委託の有無.
        entrustment: Answer<EntrustmentState>, item EntrustmentState;
        /// How many entrustments the document says that there are (件数), whatever it lists.
        entrustment_count: Answer<u32>, item EntrustmentCount;
        /// 委託事項1, 2, ….
        entrustments: alloc::vec::Vec<KeyItemEntrustment>, each;
        /// ５．特定個人情報の提供・移転（委託に伴うものを除く。）
        provision: ProvisionSection, inside;
        /// ６．特定個人情報の保管・消去.
        retention: KeyItemRetention, inside;
        /// ７．備考.
        remarks: Answer<Lines>, item FileRemarks;
    }
}

section! {
    /// 様式4 Ⅱ 特定個人情報ファイルの概要: one section, of one file or of several that share it.
    #[doc(alias = "特定個人情報ファイルの概要")]
    pub struct AllItemFileSection {
        /// １．特定個人情報ファイル名: the files that the section is about, one a line.
        names: Answer<Lines>, item SectionFileNames;
        /// ２．基本情報.
        outline: FileOutline, inside;
        /// ３．特定個人情報の入手・使用.
        acquisition: AllItemAcquisition, inside;
        /// ４．委託の有無.
        entrustment: Answer<EntrustmentState>, item EntrustmentState;
        /// How many entrustments the document says that there are (件数), whatever it lists.
        entrustment_count: Answer<u32>, item EntrustmentCount;
        /// 委託事項1, 2, ….
        entrustments: alloc::vec::Vec<AllItemEntrustment>, each;
        /// ５．特定個人情報の提供・移転（委託に伴うものを除く。）
        provision: ProvisionSection, inside;
        /// ６．特定個人情報の保管・消去.
        retention: AllItemRetention, inside;
        /// ７．備考.
        remarks: Answer<Lines>, item FileRemarks;
    }
}

section! {
    /// A group of record items in the annex (別添 特定個人情報ファイル記録項目).
    #[doc(alias = "特定個人情報ファイル記録項目")]
    pub struct RecordItemGroup {
        /// The heading of the group, or the file that it belongs to (見出し).
        heading: Answer<Lines>, beside RecordItems;
        /// The items, one a line; or what stands in their place, such as where they are published.
        items: Answer<Lines>, item RecordItems;
    }
}

impl From<KeyItemFileSection> for AllItemFileSection {
    fn from(section: KeyItemFileSection) -> Self {
        let KeyItemFileSection {
            names,
            outline,
            acquisition,
            entrustment,
            entrustment_count,
            entrustments,
            provision,
            retention,
            remarks,
        } = section;
        Self {
            names,
            outline,
            acquisition: acquisition.into(),
            entrustment,
            entrustment_count,
            entrustments: entrustments.into_iter().map(Into::into).collect(),
            provision,
            retention: retention.into(),
            remarks,
        }
    }
}

impl AllItemFileSection {
    /// What 様式3 asks of it as well (下位の評価書の項目).
    #[must_use]
    pub fn lower(&self) -> KeyItemFileSection {
        let Self {
            names,
            outline,
            acquisition,
            entrustment,
            entrustment_count,
            entrustments,
            provision,
            retention,
            remarks,
        } = self;
        KeyItemFileSection {
            names: names.clone(),
            outline: outline.clone(),
            acquisition: acquisition.lower(),
            entrustment: *entrustment,
            entrustment_count: *entrustment_count,
            entrustments: entrustments.iter().map(AllItemEntrustment::lower).collect(),
            provision: provision.clone(),
            retention: retention.lower(),
            remarks: remarks.clone(),
        }
    }
}
