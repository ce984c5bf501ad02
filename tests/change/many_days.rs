//! Rows about whole blocks on many days: the way back ends after 64 such days, so that its time grows with the table.

use mynumber_pia::Assessment;
use mynumber_pia::change::{NotUndone, Rewound, rewind};

/// One row for each day from 2018-01-01: the first group of record items and the second one change places. On the first day, an
/// answer changes too.
fn swapped(days: u64) -> Rewound {
    let first = chrono::NaiveDate::from_ymd_opt(2018, 1, 1).unwrap();
    let items = "（別添1）特定個人情報ファイル記録項目";
    let rows = (0..days).map(|day| {
        let date = first + chrono::Days::new(day);
        serde_json::json!({"date": date.to_string(), "items": format!("{items}　1番目"), "before": "2番目", "after": "1番目"})
    });
    let answer = serde_json::json!({"date": first.to_string(), "items": "Ⅰ－6．②所属長の役職名", "before": "室長", "after": "課長"});
    let document = serde_json::json!({"format": "mynumber-pia", "version": 1, "kind": "key_item",
        "edition": "form_3_2024_10", "department": {"head": "課長"}, "record_items": [{"items": "氏名"}, {"items": "番号"}],
        "changes": std::iter::once(answer).chain(rows).collect::<Vec<_>>()});
    let document: Assessment = serde_json::from_value(document).unwrap();
    rewind(&document, first)
}

fn names(rewound: &Rewound) -> Vec<String> {
    rewound.document.record_items.iter().map(|group| group.items.value().to_string()).collect()
}

#[test]
fn sixty_four_days_with_blocks_are_undone() {
    for (days, order) in [(1, ["番号", "氏名"]), (63, ["番号", "氏名"]), (64, ["氏名", "番号"])] {
        let rewound = swapped(days);
        assert_eq!(names(&rewound), order, "{days}");
        assert_eq!(rewound.document.department.head.value().to_string(), "室長", "{days}");
        assert_eq!((rewound.kept, rewound.document.changes.len()), (vec![], 0), "{days}");
    }
}

#[test]
fn earlier_days_stay() {
    let rewound = swapped(70);
    assert_eq!(names(&rewound), ["氏名", "番号"]);
    assert_eq!(rewound.document.department.head.value().to_string(), "課長");
    // Row 0 is about the answer; the rows from 7 on are undone.
    let kept: Vec<_> = (0..7).map(|row| (row, NotUndone::NotAddressed)).collect();
    assert_eq!((rewound.kept, rewound.undone.len(), rewound.document.changes.len()), (kept, 64, 7));
}
