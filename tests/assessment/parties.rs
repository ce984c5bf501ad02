//! Which names mean the same party: by their key, and by the definitions of a document.

use mynumber_pia::Assessment;
use mynumber_pia::assessment::{Chain, Entrustment, PartyNames, shared_parties};
use mynumber_pia::value::names::PartyKey;

#[test]
fn names_of_one_party() {
    for same in [
        ["株式会社日立システムズ", "株式会社 日立システムズ", "㈱日立システムズ"],
        ["（株）甲ＢＣ", "㈱甲BC", "株式会社　甲 BC"],
        ["乙(有)", "乙㈲", "乙有限会社"],
        ["（一社）丁", "(一社)丁", "一般社団法人丁"],
    ] {
        for name in same {
            assert_eq!(PartyKey::of(name), PartyKey::of(same[0]), "{name}");
            assert_eq!(PartyKey::of(PartyKey::of(name).as_str()), PartyKey::of(name), "{name}");
        }
    }
    for (one, other) in
        [("㈱甲", "甲㈱"), ("㈱甲", "㈲甲"), ("支払基金", "社会保険診療報酬支払基金"), ("国保連", "国保中央会")]
    {
        assert_ne!(PartyKey::of(one), PartyKey::of(other));
    }
}

fn document(texts: &[&str]) -> Assessment {
    let cell = [texts, &["ほかの記載"]].concat();
    let json = serde_json::json!({
        "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "?",
        "affair": {"content": cell},
    });
    serde_json::from_value(json).unwrap()
}

#[test]
fn what_a_document_defines() {
    for (text, short, long) in [
        ("社会保険診療報酬支払基金（以下「支払基金」という。）に委託する。", "支払基金", "社会保険診療報酬支払基金"),
        (
            "委託を受けた社会保険診療報酬支払基金(以下この評価書において｢支払基金｣という。)",
            "支払基金",
            "社会保険診療報酬支払基金",
        ),
        (
            "県内全市町村で埼玉県後期高齢者医療広域連合(以下「広域連合」)を設立",
            "広域連合",
            "埼玉県後期高齢者医療広域連合",
        ),
        ("委託先の㈱架空システムズ（以下、「架空社」という。）", "架空社", "株式会社架空システムズ"),
    ] {
        let names = PartyNames::of(&document(&[text]));
        assert_eq!(names.key(short), names.key(long), "{text}");
        assert_eq!(names.key(long), PartyKey::of(long));
        assert_ne!(PartyNames::default().key(short), PartyKey::of(long));
    }
    for (text, short, long) in [
        // Several parties together.
        (
            "社会保険診療報酬支払基金及び国民健康保険団体連合会（以下「支払基金等」という。）",
            "支払基金等",
            "国民健康保険団体連合会",
        ),
        // Another kind of bracket.
        ("社会保険診療報酬支払基金（以下同じ。）「支払基金」", "支払基金", "社会保険診療報酬支払基金"),
        // The definition of a law.
        ("番号の利用等に関する法律（以下「番号法」という。）", "番号法", "法律"),
        ("番号の利用等に関する法律（以下「利用」という。）", "利用", "法律"),
        ("社会保険診療報酬支払基金（平成25年）（以下「支払基金」という。）", "支払基金", "社会保険診療報酬支払基金"),
        ("社会保険診療報酬支払基金（以下「支払基金", "支払基金", "社会保険診療報酬支払基金"),
        ("社会保険診療報酬支払基金以下「支払基金」", "支払基金", "社会保険診療報酬支払基金"),
        ("社会保険診療報酬支払基金（以下「」という。）", "", "社会保険診療報酬支払基金"),
    ] {
        let names = PartyNames::of(&document(&[text]));
        assert_ne!(names.key(short), names.key(long), "{text}");
    }
    // A short name with two definitions is not used.
    let names = PartyNames::of(&document(&[
        "東京都国民健康保険団体連合会（以下「国保連」）",
        "埼玉県国民健康保険団体連合会（以下「国保連」）",
    ]));
    assert_eq!(names.key("国保連"), PartyKey::of("国保連"));
}

#[test]
fn chains_meet_by_what_the_document_defines() {
    let read = |json| serde_json::from_str::<Entrustment>(json).unwrap();
    let chains = [read(r#"{"entrustee": "支払基金"}"#), read(r#"{"entrustee": "社会保険診療報酬支払基金"}"#)];
    let chains = || chains.iter().map(Chain::of);
    assert!(shared_parties(chains()).is_empty());
    let names = PartyNames::of(&document(&["社会保険診療報酬支払基金（以下「支払基金」という。）"]));
    let shared = names.shared_parties(chains());
    assert_eq!((shared.len(), shared[0].name), (1, "支払基金"));
    assert_eq!(shared[0].chains, [0, 1]);
}

/// The length of a short name is limited, and a long text is read only once.
#[test]
fn hostile_definitions() {
    for text in ["（以下「".repeat(50_000), format!("{}（以下「甲」）", "漢".repeat(200_000)), "以下".repeat(100_000)]
    {
        let names = PartyNames::of(&document(&[&text]));
        assert_eq!(names.key("乙"), PartyKey::of("乙"));
    }
}
