//! 特定個人情報の使用.

use crate::answer::Answer;
use crate::catalogue::section;
use crate::choice::{Adequacy, Conduct, Recording};
use crate::text::Lines;

section! {
    /// 様式3 Ⅲ3.
    #[doc(alias = "特定個人情報の使用におけるリスク")]
    pub struct KeyItemUseRisk {
        /// リスク１ 目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスク: リスクに対する措置の内容.
        linking_measures: Answer<Lines>, item LinkingMeasures;
        /// リスク１: リスクへの対策は十分か.
        linking_adequacy: Answer<Adequacy>, item LinkingAdequacy;
        /// リスク２ 権限のない者によって不正に使用されるリスク: ユーザ認証の管理.
        authentication: Answer<Conduct>, item AuthenticationState;
        /// リスク２: 具体的な管理方法.
        authentication_detail: Answer<Lines>, item AuthenticationDetail;
        /// リスク２: その他の措置の内容.
        unauthorised_other_measures: Answer<Lines>, item UnauthorisedOtherMeasures;
        /// リスク２: リスクへの対策は十分か.
        unauthorised_adequacy: Answer<Adequacy>, item UnauthorisedAdequacy;
        /// その他のリスク及びそのリスクに対する措置.
        other_risks: Answer<Lines>, item UseOtherRisks;
    }
}

section! {
    /// 様式4 Ⅲ3.
    #[doc(alias = "特定個人情報の使用におけるリスク")]
    pub struct AllItemUseRisk {
        /// リスク１ 目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスク: 宛名システム等における措置の内容.
        linking_addressee_measures: Answer<Lines>, item LinkingAddresseeMeasures;
        /// リスク１: 事務で使用するその他のシステムにおける措置の内容.
        linking_system_measures: Answer<Lines>, item LinkingSystemMeasures;
        /// リスク１: その他の措置の内容.
        linking_other_measures: Answer<Lines>, item LinkingOtherMeasures;
        /// リスク１: リスクへの対策は十分か.
        linking_adequacy: Answer<Adequacy>, item LinkingAdequacy;
        /// リスク２ 権限のない者によって不正に使用されるリスク: ユーザ認証の管理.
        authentication: Answer<Conduct>, item AuthenticationState;
        /// リスク２: 具体的な管理方法.
        authentication_detail: Answer<Lines>, item AuthenticationDetail;
        /// リスク２: アクセス権限の発効・失効の管理.
        grant: Answer<Conduct>, item GrantState;
        /// リスク２: 具体的な管理方法.
        grant_detail: Answer<Lines>, item GrantDetail;
        /// リスク２: アクセス権限の管理.
        access: Answer<Conduct>, item AccessState;
        /// リスク２: 具体的な管理方法.
        access_detail: Answer<Lines>, item AccessDetail;
        /// リスク２: 特定個人情報の使用の記録.
        record: Answer<Recording>, item UseRecordState;
        /// リスク２: 具体的な方法.
        record_detail: Answer<Lines>, item UseRecordDetail;
        /// リスク２: その他の措置の内容.
        unauthorised_other_measures: Answer<Lines>, item UnauthorisedOtherMeasures;
        /// リスク２: リスクへの対策は十分か.
        unauthorised_adequacy: Answer<Adequacy>, item UnauthorisedAdequacy;
        /// リスク３ 従業者が事務外で使用するリスク: リスクに対する措置の内容.
        staff_measures: Answer<Lines>, item StaffMisuseMeasures;
        /// リスク３: リスクへの対策は十分か.
        staff_adequacy: Answer<Adequacy>, item StaffMisuseAdequacy;
        /// リスク４ 特定個人情報ファイルが不正に複製されるリスク: リスクに対する措置の内容.
        copy_measures: Answer<Lines>, item CopyMeasures;
        /// リスク４: リスクへの対策は十分か.
        copy_adequacy: Answer<Adequacy>, item CopyAdequacy;
        /// その他のリスク及びそのリスクに対する措置.
        other_risks: Answer<Lines>, item UseOtherRisks;
    }
}

/// Keeps every answer: 様式4 splits 措置の内容 of リスク１ in three, and what 様式3 says in one stands under その他の措置の内容
/// until it is split.
impl From<KeyItemUseRisk> for AllItemUseRisk {
    fn from(key: KeyItemUseRisk) -> Self {
        let KeyItemUseRisk {
            linking_measures,
            linking_adequacy,
            authentication,
            authentication_detail,
            unauthorised_other_measures,
            unauthorised_adequacy,
            other_risks,
        } = key;
        Self {
            linking_other_measures: linking_measures,
            linking_adequacy,
            authentication,
            authentication_detail,
            unauthorised_other_measures,
            unauthorised_adequacy,
            other_risks,
            ..Self::default()
        }
    }
}

impl AllItemUseRisk {
    /// What 様式3 asks of it as well; the measures that 様式4 splits stand together.
    #[must_use]
    pub fn lower(&self) -> KeyItemUseRisk {
        KeyItemUseRisk {
            linking_measures: super::together([
                &self.linking_addressee_measures,
                &self.linking_system_measures,
                &self.linking_other_measures,
            ]),
            linking_adequacy: self.linking_adequacy,
            authentication: self.authentication,
            authentication_detail: self.authentication_detail.clone(),
            unauthorised_other_measures: self.unauthorised_other_measures.clone(),
            unauthorised_adequacy: self.unauthorised_adequacy,
            other_risks: self.other_risks.clone(),
        }
    }
}
