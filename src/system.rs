//! 情報システム: the information systems of an affair and their connections.

use crate::answer::{Answer, Boxes};
use crate::catalogue::two_depths;
use crate::choice::Connection;
use crate::text::{Lines, Text};

two_depths! {
    /// An information system by its name (システムの名称): all that 様式2 asks of it (Ⅰ1③).
    #[doc(alias = "システムの名称")]
    key NamedSystem;
    /// An information system that the affair uses (システム): 様式3 and 様式4 Ⅰ2.
    ///
    /// A name is what the document says and no key: one system has several spellings, and a system may be named that is in
    /// no list.
    #[doc(alias = "情報システム")]
    all InformationSystem;
    /// What the three forms ask of a system.
    #[doc(alias = "情報システム")]
    shared System;
    {
        /// The number that the document prints (システム12): a label, not the place in the list.
        both number: Answer<u32>, beside SystemName;
        /// ①システムの名称, as printed.
        both name: Answer<Text>, item SystemName;
        /// Other names that the document uses for it (略称、別の表記).
        both aliases: Answer<Lines>, beside SystemName;
        /// Who runs it, where the document says so (運用主体): 「※国保中央会」.
        both operator: Answer<Text>, beside SystemName;
        /// ②システムの機能.
        all functions: Answer<Lines>, item SystemFunctions;
        /// The systems of which it consists, by name (構成するシステム).
        all constituents: Answer<Lines>, beside SystemFunctions;
        /// ③他のシステムとの接続.
        all connections: Boxes<Connection>, item SystemConnections;
        /// What stands beside the box その他 of ③: the systems, one a line.
        all connections_other: Answer<Lines>, item SystemConnectionsOther;
    }
}
