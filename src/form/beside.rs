//! Names for what a document records beside the answers of the form.

use super::cell::{Around, OnForm};
use crate::assessment::{
    Change, Cover, Entrustment, FileName, InformationSystem, OpinionPeriod, Party, Recipient, RecordItemGroup,
};
use crate::catalogue::{Handle, Item};
use crate::value::choice::{ProvisionMethod, TransferMethod};

/// A field that accompanies an answer.
pub(super) struct Beside {
    item: Option<Item>,
    field: &'static str,
    pub(super) on_form: OnForm,
    /// Its name.
    pub(super) label: &'static str,
    /// Whether it is the title of an entry.
    pub(super) is_title: bool,
    /// What the form prints before and after it, in the cell of the answer.
    pub(super) around: Around,
}

const fn beside<S, T>(handle: Handle<S, T>, on_form: OnForm, label: &'static str) -> Beside {
    Beside { item: handle.item(), field: handle.name(), on_form, label, is_title: false, around: ("", "") }
}

/// A field that the form prints in the cell of the answer.
const fn within<S, T>(handle: Handle<S, T>, label: &'static str, around: Around) -> Beside {
    Beside { around, ..beside(handle, OnForm::Within, label) }
}

/// The number or the heading of an entry, which the form prints.
const fn title<S, T>(handle: Handle<S, T>, label: &'static str) -> Beside {
    Beside { is_title: true, ..beside(handle, OnForm::Within, label) }
}

/// Bodies print the operator of a system or a file after its name: 「資格情報（個人）ファイル（※国保中央会）」.
const OPERATOR: Around = ("（※", "）");

pub(super) const BESIDE: [Beside; 20] = {
    use OnForm::Beyond;
    [
        within(Cover::ended, "終了日", ("【", "　終了】")),
        title(InformationSystem::number, "番号"),
        beside(InformationSystem::aliases, Beyond, "別の名称"),
        within(InformationSystem::operator, "運用主体", OPERATOR),
        beside(InformationSystem::constituents, Beyond, "構成するシステム"),
        title(FileName::number, "番号"),
        within(FileName::operator, "運用主体", OPERATOR),
        beside(FileName::since, Beyond, "この名称となった時期"),
        beside(FileName::until, Beyond, "この名称でなくなった時期"),
        title(Entrustment::number, "番号"),
        title(Recipient::<ProvisionMethod>::number, "番号"),
        title(Recipient::<TransferMethod>::number, "番号"),
        title(RecordItemGroup::heading, "見出し"),
        within(OpinionPeriod::until, "終了日", ("から", "まで")),
        within(OpinionPeriod::days, "日数", ("の", "日間")),
        beside(Change::continues, Beyond, "上の行の続き"),
        beside(Change::pages, Beyond, "ページ"),
        beside(Party::name, Beyond, "名称"),
        beside(Party::matter, Beyond, "行う業務"),
        beside(Party::handlers, Beyond, "取扱者数"),
    ]
};

/// The field `field` that accompanies the item.
pub(super) fn of(item: Item, field: &str) -> Option<&'static Beside> {
    BESIDE.iter().find(|beside| beside.item == Some(item) && beside.field == field)
}
