//! 特定個人情報の使用.

use crate::catalogue::part;
use crate::value::answer::{Answer, Lines};
use crate::value::choice::{Adequacy, Conduct, Recording};

part!(
    /// The risks when data is used (使用): 様式3 and 様式4 Ⅲ3.
    ///
    /// Staff may link the file with other information than the affair needs (紐付け), or use it without authority. The items ask
    /// how users are authenticated and how access rights are managed.
    pub struct UseRisk {
        /// 様式3 リスク１ 目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスク: リスクに対する措置の内容. 様式4 splits it into the
        /// next three.
        #[item(LinkingMeasures)]
        pub linking_measures: Answer<Lines>,
        /// リスク１ 目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスク: 宛名システム等における措置の内容.
        #[item(LinkingAddresseeMeasures)]
        pub linking_addressee_measures: Answer<Lines>,
        /// リスク１: 事務で使用するその他のシステムにおける措置の内容.
        #[item(LinkingSystemMeasures)]
        pub linking_system_measures: Answer<Lines>,
        /// リスク１: その他の措置の内容.
        #[item(LinkingOtherMeasures)]
        pub linking_other_measures: Answer<Lines>,
        /// リスク１: リスクへの対策は十分か.
        #[item(LinkingAdequacy)]
        pub linking_adequacy: Answer<Adequacy>,
        /// リスク２ 権限のない者によって不正に使用されるリスク: ユーザ認証の管理.
        #[item(AuthenticationState)]
        pub authentication: Answer<Conduct>,
        /// リスク２: 具体的な管理方法.
        #[item(AuthenticationDetail)]
        pub authentication_detail: Answer<Lines>,
        /// リスク２: アクセス権限の発効・失効の管理.
        #[item(GrantState)]
        pub grant: Answer<Conduct>,
        /// リスク２: 具体的な管理方法.
        #[item(GrantDetail)]
        pub grant_detail: Answer<Lines>,
        /// リスク２: アクセス権限の管理.
        #[item(AccessState)]
        pub access: Answer<Conduct>,
        /// リスク２: 具体的な管理方法.
        #[item(AccessDetail)]
        pub access_detail: Answer<Lines>,
        /// リスク２: 特定個人情報の使用の記録.
        #[item(UseRecordState)]
        pub record: Answer<Recording>,
        /// リスク２: 具体的な方法.
        #[item(UseRecordDetail)]
        pub record_detail: Answer<Lines>,
        /// リスク２: その他の措置の内容.
        #[item(UnauthorizedOtherMeasures)]
        pub unauthorized_other_measures: Answer<Lines>,
        /// リスク２: リスクへの対策は十分か.
        #[item(UnauthorizedAdequacy)]
        pub unauthorized_adequacy: Answer<Adequacy>,
        /// リスク３ 従業者が事務外で使用するリスク: リスクに対する措置の内容.
        #[item(StaffMisuseMeasures)]
        pub staff_measures: Answer<Lines>,
        /// リスク３: リスクへの対策は十分か.
        #[item(StaffMisuseAdequacy)]
        pub staff_adequacy: Answer<Adequacy>,
        /// リスク４ 特定個人情報ファイルが不正に複製されるリスク: リスクに対する措置の内容.
        #[item(CopyMeasures)]
        pub copy_measures: Answer<Lines>,
        /// リスク４: リスクへの対策は十分か.
        #[item(CopyAdequacy)]
        pub copy_adequacy: Answer<Adequacy>,
        /// その他のリスク及びそのリスクに対する措置.
        #[item(UseOtherRisks)]
        pub other_risks: Answer<Lines>,
    }
);
