use mynumber_pia::fixture::{Json, Parameters, assessment, municipality};
use mynumber_pia::{Assessment, validate};
use proptest::prelude::*;

proptest! {
    #[test]
    fn 保存した評価書は読み込める(Json(評価書) in assessment(Parameters::default())) {
        let 保存 = serde_json::to_string(&評価書).unwrap(); // 自分の保存方法
        prop_assert_eq!(serde_json::from_str::<Assessment>(&保存).unwrap(), 評価書);
    }
}

#[test]
fn 一つの自治体の評価書() {
    let 条件 = Parameters { files: 2..=2, depth: 3..=4, ..Parameters::default() };
    let 評価書: Vec<Assessment> = municipality(7, 20, &条件); // どの環境でも同じ
    assert!(評価書.iter().all(|評価書| validate(評価書, 条件.as_of).has_no_errors()));
}
