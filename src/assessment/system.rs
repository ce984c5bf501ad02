//! 情報システム: the information systems of an affair and their connections.

use crate::catalogue::part;
use crate::value::answer::{Answer, Boxes, Lines};
use crate::value::choice::Connection;
use crate::value::text::Text;

part!(
    /// An information system that the affair uses (システム): 様式3 and 様式4 Ⅰ2.
    ///
    /// Do not use the name as a key: one system may have several spellings, and a document may name a system that it
    /// does not list.
    pub struct InformationSystem {
        /// The number that the document prints (システム12). It is a label, not the index in the list.
        #[beside(SystemName)]
        pub number: Answer<u32>,
        /// ①システムの名称, as printed.
        #[item(SystemName)]
        pub name: Answer<Text>,
        /// Other names that the document uses for it (略称、別の表記).
        #[beside(SystemName)]
        pub aliases: Answer<Lines>,
        /// Who runs it, if the document says so (運用主体): 「※国保中央会」.
        #[beside(SystemName)]
        pub operator: Answer<Text>,
        /// ②システムの機能.
        #[item(SystemFunctions)]
        pub functions: Answer<Lines>,
        /// The systems that it consists of, by name (構成するシステム).
        #[beside(SystemFunctions)]
        pub constituents: Answer<Lines>,
        /// ③他のシステムとの接続.
        #[item(SystemConnections)]
        pub connections: Boxes<Connection>,
        /// The text beside the box その他 of ③: the systems, one per line.
        #[item(SystemConnectionsOther)]
        pub connections_other: Answer<Lines>,
    }
);

impl InformationSystem {
    /// Whether the system has exactly this name (システムの名称) or alias.
    ///
    /// ```
    /// use mynumber_pia::assessment::InformationSystem;
    ///
    /// let json = r#"{"name": "中間サーバー", "aliases": "中間サーバ"}"#;
    /// let system: InformationSystem = serde_json::from_str(json)?;
    /// assert!(system.is_called("中間サーバー") && system.is_called("中間サーバ"));
    /// assert!(!system.is_called("宛名システム"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let aliases = self.aliases.given().into_iter().flat_map(Lines::texts);
        self.name.given().into_iter().chain(aliases).any(|own| own.as_str() == name)
    }
}
