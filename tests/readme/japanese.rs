use mynumber_pia::fixture::{Edited, Json, Parameters, edit, municipality};
use mynumber_pia::{Assessment, validate};
use proptest::prelude::*;

proptest! {
    #[test]
    fn 変更前と変更後は異なる(Json(変更) in edit(Parameters::default())) {
        let Edited { before: 変更前, after: 変更後, item: 項目, .. } = 変更;
        prop_assert_ne!(変更前, 変更後, "{}", 項目.label());
    }
}

#[test]
fn 一つの自治体の評価書() {
    let 条件 = Parameters { files: 2..=2, depth: 3..=4, ..Parameters::default() };
    let 評価書: Vec<Assessment> = municipality(7, 20, &条件); // どの環境でも同じ
    assert!(評価書.iter().all(|評価書| validate(評価書, 条件.as_of).has_no_errors()));
}
