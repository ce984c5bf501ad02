//! `pia affairs` as a user runs it.

use std::fs;
use std::path::PathBuf;

use crate::support::{Answer, run};
use mynumber_pia::Assessment;
use mynumber_pia::affair::{Dossier, Happening, Register, System, calendar, plan};
use mynumber_pia::change::difference;
use serde_json::{Value, json};

/// A folder of its own for each test, with the papers of one affair and a register.
struct City {
    folder: PathBuf,
}

impl City {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("mynumber-pia-affairs-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let city = Self { folder };
        city.write("5-basic.json", &basic("from_100000_to_299999").to_string());
        city.write("5-key.json", &key("65歳以上の者").to_string());
        city
    }

    fn write(&self, file: &str, text: &str) -> String {
        let path = self.folder.join(file);
        fs::write(&path, text).unwrap();
        path.into_os_string().into_string().unwrap()
    }

    fn with_register(self, fields: &str) -> Self {
        self.write("register.json", &register(fields));
        self
    }

    fn run(&self, arguments: &[&str]) -> Answer {
        let folder = self.folder.to_str().unwrap();
        run("affairs", &[&[folder, "--as-of", "2026-11-01"], arguments].concat(), b"")
    }
}

impl Drop for City {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn register(fields: &str) -> String {
    format!(
        r#"{{"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "kind": "local_government",
            "affairs": [{{"number": "5", "name": "介護保険に関する事務"{fields}}}]}}"#
    )
}

fn basic(population: &str) -> Value {
    json!({
        "format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
        "cover": {"number": "5", "body": "甲市長", "published": "2026-06-01"},
        "affair": {"name": "介護保険に関する事務"}, "population": population,
        "threshold": {"handlers": "under_500", "incident": "no"}
    })
}

fn key(scope: &str) -> Value {
    json!({
        "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "cover": {"number": "5", "body": "甲市長", "published": "2026-06-01"},
        "affair": {"name": "介護保険に関する事務"}, "population": "from_100000_to_299999",
        "file_sections": [{"names": "甲", "outline": {"scope": scope}}]
    })
}

fn library(value: &Value) -> Assessment {
    serde_json::from_value(value.clone()).unwrap()
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_affair_is_listed() {
    let city = City::new("overview").with_register(
        r#", "publications": [{"paper": "basic_item", "on": "2026-06-01", "by": "assessed"},
            {"paper": "key_item", "on": "2026-06-01", "by": "corrected"}], "planned": [{"what": "change", "on": "2027-04-01"}]"#,
    );
    let answer = city.run(&[]);
    assert_eq!(
        answer.out,
        "\
5 介護保険に関する事務 [評価済み]
  必要な評価: 基礎項目評価及び重点項目評価の実施が義務付けられる
  基礎項目評価書 2026-06-01 （評価の実施・再実施）
  重点項目評価書 2026-06-01 （評価書の修正）
  計画 2027-04-01 変更
  次の期限: 2027-03-31まで 基礎項目評価書: 提出（重要な変更に当たる場合） (規則第5条第1項後段、規則第9条第1項後段; 一部確認)
"
    );
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let english = city.run(&["--lang", "en"]).out;
    assert!(
        english.starts_with("5 介護保険に関する事務 [assessed]\n  required: the basic-item and the key-item"),
        "{english}"
    );
    let [affair] = lines(&city.run(&["--json"]).out).try_into().unwrap();
    assert_eq!(affair["state"], "assessed");
    assert_eq!(affair["papers"][1]["published_by_label"], "評価書の修正");
    assert_eq!(affair["planned"][0]["on"], "2027-04-01");
}

#[test]
fn the_calendar_is_that_of_the_library() {
    let city = City::new("calendar").with_register("");
    let steps = lines(&city.run(&["--calendar", "--json"]).out);
    let papers = [library(&basic("from_100000_to_299999")), library(&key("65歳以上の者"))];
    let known: Register = serde_json::from_str(&register("")).unwrap();
    let gathered = Dossier::gather(&papers, Some(&known));
    let expected = serde_json::to_value(calendar(&gathered.dossiers, "2026-11-01".parse().unwrap())).unwrap();
    assert_eq!(Value::Array(steps), expected);
    // Only what is due by a day.
    let until = city.run(&["--calendar", "--until", "2027-06-01"]).out;
    assert_eq!(until.lines().count(), 2, "{until}");
    assert!(city.run(&["--calendar", "--until", "2027-05-31"]).out.is_empty());
    let late = run("affairs", &[city.folder.to_str().unwrap(), "--calendar", "--as-of", "2027-06-01"], b"");
    assert!(
        late.code == 1
            && late.out.starts_with("【期限到来】5 介護保険に関する事務: 2027-06-01まで 基礎項目評価書: 見直し")
    );
    // An option fills the gap of the history.
    let known = city.run(&["--calendar", "--assessed", "5:key_item=2026-06-01"]).out;
    assert!(known.contains("2031-06-01まで 重点項目評価書: 再実施"), "{known}");
}

#[test]
fn a_change_has_the_plan_of_the_library() {
    let city = City::new("change").with_register("");
    let new = city.folder.join("new");
    fs::create_dir(&new).unwrap();
    let (more, wider) = (basic("at_least_300000"), key("40歳以上の者"));
    city.write("new/basic.json", &more.to_string());
    city.write("new/key.json", &wider.to_string());
    let new = new.to_str().unwrap();
    let answer = city.run(&["--affair", "5", "--change", new, "--on", "2027-04-01", "--json"]);
    assert_eq!((answer.code, answer.err.as_str()), (1, ""));
    let papers = [library(&basic("from_100000_to_299999")), library(&key("65歳以上の者"))];
    let versions = [library(&more), library(&wider)];
    let known: Register = serde_json::from_str(&register("")).unwrap();
    let gathered = Dossier::gather(&papers, Some(&known));
    let edits = [difference(&papers[0], &versions[0]), difference(&papers[1], &versions[1])];
    let (on, system) = (Some("2027-04-01".parse().unwrap()), System::NotKnown);
    let change = Happening::Change { edits: &edits, on, system, facts: None, is_urgent: false, is_minor: false };
    let expected = plan(&gathered.dossiers[0], &change, "2026-11-01".parse().unwrap());
    assert_eq!(lines(&answer.out), [serde_json::to_value(&expected).unwrap()]);
    // In words, the steps under every reading come first.
    let answer = city.run(&["--affair", "介護保険に関する事務", "--change", new, "--on", "2027-04-01"]);
    let at = |text: &str| answer.out.find(text).unwrap_or_else(|| panic!("{text}: {}", answer.out));
    let common = at(
        "どちらの読み方でも\n  2027-03-31まで 基礎項目評価書: 提出 (規則第5条第1項後段、規則第9条第1項後段; 一部確認)",
    );
    let a = at("読み方a: 変更前の事実による（深い評価は変更後に行う）\n  2027-03-31まで 重点項目評価書: 提出");
    let after = at("  基礎項目評価書の公表の後、期限の定めなし 全項目評価書: 公示し、住民その他の者の意見を求める");
    let b = at(
        "読み方b: 変更後の事実による（深い評価を変更前に行う）\n  2027-03-01まで（目安。遅くとも2027-03-31まで） 全項目評価書: 公示し",
    );
    let guide = at("    意見聴取を30日以上行い、事前に終えるには、2027-03-01までに公示（目安）");
    let safe = at("    疑義を避けるには: 変更前の結果による評価と変更後の結果による評価の両方を、変更前に行う");
    let missing = at("不足: システムの構築開始日（--system-from、構築しないときは none）が分かれば");
    assert!([common, a, after, b, guide, safe, missing].is_sorted());
    // With everything known, nothing is missing.
    let told = ["--affair", "5", "--change", new, "--on", "2027-04-01", "--system-from", "none"];
    assert!(!city.run(&told).out.contains("不足"));
    let urgent = city.run(&[&told[..], &["--emergency"]].concat()).out;
    assert!(urgent.contains("2027-04-01から速やかに 基礎項目評価書: 提出 (規則第9条第2項後段; 一部確認)"), "{urgent}");
    let english = city.run(&[&told[..], &["--lang", "en"]].concat()).out;
    assert!(english.contains("under either reading\n  by 2027-03-31 basic-item assessment: file ("), "{english}");
    assert!(english.contains("announce it and ask the residents and others for opinions"), "{english}");
}

#[test]
fn other_events_have_their_plans() {
    let city = City::new("events").with_register("");
    let facts = city.run(&["--affair", "5", "--facts", "9000,?"]);
    assert!(
        facts.out.contains("基礎項目評価及び重点項目評価の実施が義務付けられる → 基礎項目評価の実施が義務付けられる"),
        "{}",
        facts.out
    );
    assert!(
        facts.out.contains("重点項目評価書: 修正") && facts.out.contains("不足: 契機の日（--on）"),
        "{}",
        facts.out
    );
    let hold = city.run(&["--affair", "5", "--hold", "--on", "2027-04-01", "--system-from", "2027-01-15"]);
    assert!(hold.out.contains("  2027-01-14まで 重点項目評価書: 提出"), "{}", hold.out);
    let end = city.run(&["--affair", "5", "--end", "2026-10-01"]);
    assert!(end.out.contains("  【期限到来】2026-10-01から遅滞なく 事務の実施をやめた旨の通知"), "{}", end.out);
    let incident = city.run(&["--incident", "2026-10-01", "--known", "令和8年10月15日"]);
    assert!(incident.out.contains("2026-10-15から速やかに 基礎項目評価書: 修正"), "{}", incident.out);
    let other = city.run(&["--incident", "2026-10-01", "--scope", "personal_information"]);
    assert!(!other.out.contains("基礎項目評価書: 修正") && other.out.contains("重点項目評価書: 修正"), "{}", other.out);
    // Nothing must be done, and why.
    let same = city.run(&["--affair", "5", "--facts", "200000,?"]);
    assert!(same.code == 0 && same.out.ends_with("  必要な手続はない (規則第14条第1項; 確認済み)\n"), "{}", same.out);
}

/// What is overdue is marked in the list of affairs too, as in the calendar.
#[test]
fn what_is_overdue_is_marked_in_the_overview() {
    let city = City::new("overdue");
    let folder = city.folder.to_str().unwrap();
    let review = "2027-06-01まで 基礎項目評価書: 見直し（努力義務）";
    for (as_of, mark) in [("2027-05-31", ""), ("2027-06-01", "【期限到来】")] {
        let answer = run("affairs", &[folder, "--as-of", as_of], b"");
        assert!(answer.out.contains(&format!("  次の期限: {mark}{review}")), "{}", answer.out);
        assert_eq!(answer.code, i32::from(!mark.is_empty()));
    }
    let english = run("affairs", &[folder, "--as-of", "2027-06-01", "--lang", "en"], b"").out;
    assert!(english.contains("  due next: DUE by 2027-06-01 basic-item assessment: review"), "{english}");
}

#[test]
fn an_affair_that_ended_says_so() {
    let city = City::new("ended").with_register(r#", "ended": "2026-09-30""#);
    let says =
        "  2026-09-30 に終了した事務である。評価書の修正及び再実施は要しない（終了に伴う手続は --calendar で表示）\n";
    for event in [["--facts", "?,600"], ["--end", "2026-10-15"]] {
        let answer = city.run(&[&["--affair", "5"][..], &event].concat());
        assert!(answer.out.ends_with(says) && answer.code == 0, "{}", answer.out);
    }
    let incident = city.run(&["--incident", "2026-10-01"]);
    assert!(incident.out.contains(says) && !incident.out.contains("修正 ("), "{}", incident.out);
}

/// If papers contradict each other, each of the results may be right.
#[test]
fn a_disputed_number_leaves_the_result_open() {
    let city = City::new("disputed");
    city.write("5-basic.json", &basic("from_10000_to_99999").to_string());
    let overview = city.run(&[]).out;
    let both =
        "  必要な評価: 基礎項目評価の実施が義務付けられる、又は基礎項目評価及び重点項目評価の実施が義務付けられる\n";
    assert!(overview.contains(both), "{overview}");
    let new = city.write(
        "new.txt",
        &basic("from_10000_to_99999")
            .to_string()
            .replace("\"incident\":\"no\"", "\"incident\":\"no\",\"result\":\"basic_item\""),
    );
    let planned = city.run(&["--affair", "5", "--change", &new]);
    assert!(planned.out.contains("不足: 評価書の記載が互いに矛盾し"), "{}", planned.out);
    let english = city.run(&["--affair", "5", "--change", &new, "--lang", "en"]).out;
    assert!(english.contains("missing: the papers contradict each other"), "{english}");
}

#[test]
fn papers_that_disagree_are_named() {
    let city = City::new("check");
    assert_eq!(city.run(&["--check"]).out, "");
    city.write("5-basic.json", &basic("from_10000_to_99999").to_string());
    let answer = city.run(&["--check"]);
    assert!(
        answer.code == 1 && answer.out.contains("「1万人以上10万人未満」とあるが、重点項目評価書"),
        "{}",
        answer.out
    );
    let found = lines(&city.run(&["--check", "--json"]).out);
    assert!(found.iter().any(|one| one["code"] == "population_differs"), "{found:?}");
    // What the options say is no register to compare with.
    assert_eq!(city.run(&["--check", "--body", "local_government"]).out, answer.out);
}

#[test]
fn a_template_is_a_register() {
    let city = City::new("template");
    let mut corrected = key("65歳以上の者");
    corrected["changes"] = json!([{"date": "2026-06-01", "items": "部署"}]);
    city.write("5-key.json", &corrected.to_string());
    let answer = city.run(&["--template"]);
    assert_eq!(answer.code, 0);
    assert_eq!(
        answer.err,
        "pia affairs: 5 介護保険に関する事務: 重点項目評価書 2026-06-01 の公表の根拠が分からない（assessed、corrected、voluntary のいずれかを書く）\n"
    );
    let written: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(
        written["affairs"][0]["publications"],
        json!([{"paper": "basic_item", "on": "2026-06-01", "by": "assessed"}])
    );
    let file = city.write("register.json", &answer.out);
    assert_eq!(city.run(&["--json"]).code, 0);
    let twice = city.run(&["--register", &file]);
    assert_eq!((twice.code, twice.err.as_str()), (2, "pia affairs: 計画管理書が2件ある。指定できるのは1件である\n"));
}

#[test]
fn a_paper_of_no_known_affair_is_named_and_still_has_its_days() {
    let mut document = basic("from_100000_to_299999");
    document["cover"] = json!({"published": "2026-06-01"});
    let answer = run("affairs", &["-", "--calendar", "--as-of", "2026-11-01"], document.to_string().as_bytes());
    assert_eq!(answer.err, "pia affairs: -: 事務が分からない評価書（評価実施機関名がない）: 基礎項目評価書\n");
    assert!(answer.out.starts_with("介護保険に関する事務: 2027-06-01まで 基礎項目評価書: 見直し"), "{}", answer.out);
}

#[test]
fn unusable_input_is_one_line() {
    let city = City::new("bad").with_register("");
    let folder = city.folder.to_str().unwrap();
    let empty = city.folder.join("empty");
    fs::create_dir(&empty).unwrap();
    let empty = empty.to_str().unwrap();
    let other = city.write("other.txt", &basic("under_1000").to_string().replace("介護保険", "国民健康保険"));
    let copy = city.write("copy.txt", &basic("under_1000").to_string());
    let bad = city.write("bad.txt", &register("").replace("\"5\"", "5"));
    let cut = city.write("cut.txt", r#"{"format": "mynumber-pia-register", "version" 1}"#);
    for (arguments, japanese, english) in [
        (
            vec![folder, "--affair", "6"],
            "--affair：「6」の事務がない。ある事務は、5 介護保険に関する事務".into(),
            "--affair: no affair is \"6\"; there are: 5 介護保険に関する事務".into(),
        ),
        (
            vec![folder, "--assessed", "6:key_item=2026-01-01"],
            "--assessed：評価書番号「6」の事務がない".into(),
            "--assessed: no affair has the number \"6\"".into(),
        ),
        (
            vec![folder, "--affair", "5", "--change", &other],
            "--change：基礎項目評価書はこの事務の評価書でない（事務の名称が異なる）".into(),
            "--change: the basic-item assessment is not of this affair (another affair)".into(),
        ),
        (
            vec![folder, "--affair", "5", "--end", "2020-01-01"],
            "--end：2020-01-01 は、この事務の評価書に現れる最初の日（2026-06-01）より前である".into(),
            "--end: 2020-01-01 is before the first day that the papers of the affair show (2026-06-01)".into(),
        ),
        (
            vec![folder, &copy],
            format!(
                "{folder}/5-basic.json と {copy} は、同じ事務（5 介護保険に関する事務）の同じ日の基礎項目評価書である。一方を除く"
            ),
            format!(
                "{folder}/5-basic.json and {copy} are the same basic-item assessment of the same day (5 介護保険に関する事務): remove one of them"
            ),
        ),
        (vec![empty], format!("{empty}: フォルダに *.json がない"), format!("{empty}: no *.json in the folder")),
        (
            vec![folder, "--json", "--register", &bad],
            format!("{bad}: affairs[0].number：型が違う：整数 `5`（記載できるもの：空白だけでない文字列）（2行36列）"),
            format!(
                "{bad}: affairs[0].number: invalid type: integer `5`, expected a text that is not blank at line 2 column 36"
            ),
        ),
        (
            vec![folder, "--register", &cut],
            format!("{cut}: version：JSON として正しくない（「:」がない）（1行47列）"),
            format!("{cut}: version: expected `:` at line 1 column 47"),
        ),
    ] {
        for (language, error) in [("ja", japanese), ("en", english)] {
            let answer = run("affairs", &[&arguments[..], &["--lang", language]].concat(), b"");
            assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{arguments:?}");
            assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
            assert_eq!(answer.err, format!("pia affairs: {error}\n"));
        }
    }
    // A second copy that says the same decides nothing.
    let same = city.write("same.txt", &basic("from_100000_to_299999").to_string());
    let (once, twice) = (city.run(&[]), city.run(&[&same]));
    assert_eq!((once.out, once.code), (twice.out, twice.code));
    assert!(once.err.is_empty() && twice.err.contains("same.txt") && twice.err.lines().count() == 1, "{}", twice.err);
    // A document that cannot be read does not hide the others.
    city.write("6.json", "{\"format\":");
    let answer = city.run(&[]);
    assert!(answer.code == 2 && answer.out.starts_with("5 ") && answer.err.contains("6.json"), "{}", answer.err);
}

/// Many bodies are answered one after the other, as if each were alone.
#[test]
fn many_bodies_are_answered_one_after_the_other() {
    use mynumber_pia::fixture::{Parameters, municipality, nation};
    let mut alone = String::new();
    let mut bodies: Vec<Vec<Assessment>> = Vec::new();
    for document in nation(5, 3, Parameters::default()) {
        match bodies.last_mut() {
            Some(last) if last[0].cover.body == document.cover.body => last.push(document),
            _ => bodies.push(vec![document]),
        }
    }
    assert_eq!(bodies.len(), 3);
    let text = |documents: &[Assessment]| -> String {
        documents.iter().map(|document| serde_json::to_string(document).unwrap() + "\n").collect()
    };
    let arguments = ["-", "--json", "--as-of", "2025-06-01"];
    for documents in &bodies {
        alone += &run("affairs", &arguments, text(documents).as_bytes()).out;
    }
    let all = text(&bodies.concat());
    let together = run("affairs", &[&arguments[..], &["--by-body"]].concat(), all.as_bytes());
    assert_eq!((together.out, together.err.as_str()), (alone, ""));
    // Each affair is printed with its body.
    let printed = run("affairs", &["-", "--by-body", "--as-of", "2025-06-01"], all.as_bytes()).out;
    let first = bodies[0][0].cover.body.given().unwrap();
    assert!(printed.starts_with(&format!("{first} 1 ")), "{printed}");
    // A body that comes again is said.
    let again = text(
        &[&municipality(1, 1, &Parameters::default())[..], &bodies[0], &municipality(1, 1, &Parameters::default())]
            .concat(),
    );
    let again = run("affairs", &["-", "--by-body", "--json", "--lang", "en"], again.as_bytes());
    assert!(
        again.err.starts_with("pia affairs: papers of 1 bodies come again after those of others (first "),
        "{}",
        again.err
    );
    assert_ne!(again.code, 2);
}

/// Whoever judges that a change of a marked item is not material sees what must be done then; and who is consulted is said.
#[test]
fn a_change_that_is_not_material_is_a_correction() {
    let city = City::new("minor").with_register("");
    let new = city.write("new.txt", &key("40歳以上の者").to_string());
    let change = ["--affair", "5", "--change", &new, "--on", "2027-04-01"];
    let material = city.run(&change).out;
    assert!(material.contains("  2027-03-31まで 重点項目評価書: 提出"), "{material}");
    assert!(material.contains("--not-material を付けると分かる"), "{material}");
    assert!(material.contains("\n意見を求める相手: なし\n"), "{material}");
    let minor = city.run(&[&change[..], &["--not-material"]].concat()).out;
    assert!(minor.contains("  2027-04-01から速やかに 重点項目評価書: 修正"), "{minor}");
    assert!(!minor.contains("提出 (規則第6条第1項後段"), "{minor}");
}

/// Whatever is asked, the register may be an option or one of the files, and `--assessed` goes with it.
#[test]
fn a_register_goes_with_every_question() {
    let city = City::new("register");
    let file = city.write("register.txt", &register(""));
    let new = city.write("new.txt", &key("40歳以上の者").to_string());
    for asked in [
        &[][..],
        &["--calendar"],
        &["--check"],
        &["--template"],
        &["--affair", "5"],
        &["--affair", "5", "--change", &new, "--on", "2027-04-01"],
        &["--affair", "5", "--facts", "9000,?"],
        &["--affair", "5", "--hold", "--on", "2027-04-01"],
        &["--affair", "5", "--end", "2027-03-31"],
        &["--affair", "5", "--incident", "2026-10-01"],
        &["--incident", "2026-10-01"],
    ] {
        for assessed in [&[][..], &["--assessed", "5:key_item=2026-06-01"]] {
            let asked = [asked, assessed].concat();
            let (option, among) = (
                city.run(&[&asked[..], &["--register", &file]].concat()),
                city.run(&[&[file.as_str()], &asked[..]].concat()),
            );
            assert!(option.code < 2, "{asked:?}: {}", option.err);
            assert_eq!((option.code, &option.out, &option.err), (among.code, &among.out, &among.err), "{asked:?}");
            // The register says what kind the body is.
            assert!(!option.out.contains("評価実施機関の種類（--body）"), "{asked:?}: {}", option.out);
        }
    }
    for other in
        [&["--register", &file][..], &["--assessed", "5:key_item=2026-06-01"], &["--affair", "5"], &["--template"]]
    {
        let answer = city.run(&[&["--by-body"], other].concat());
        assert!(answer.code == 2 && answer.err.contains("--by-body は"), "{}", answer.err);
    }
}

/// The day of `--assessed` is that of the last assessment, so what was published later was not one.
#[test]
fn what_was_published_after_the_last_assessment_is_a_correction() {
    // 熊谷市 published its paper on 2025-05-30. Five years after 2023-04-01 are 2028-04-01.
    let kumagaya = ["examples/documents/kumagaya.json", "--calendar", "--as-of", "2026-06-01"];
    let answer = run("affairs", &[&kumagaya[..], &["--assessed", "8:basic_item=2023-04-01"]].concat(), b"");
    assert!(answer.out.contains("2028-04-01まで 基礎項目評価書: 再実施"), "{}", answer.out);
    assert!(!answer.out.contains("2028-04-01から") && !answer.out.contains("--assessed"), "{}", answer.out);
    // The day of that paper itself, and a day that only the last of two options names.
    let last = ["--assessed", "8:basic_item=2025-05-30", "--assessed", "8:basic_item=2023-04-01"];
    let answer = run("affairs", &[&kumagaya[..], &last].concat(), b"");
    assert!(answer.out.contains("2030-05-30まで 基礎項目評価書: 再実施"), "{}", answer.out);
    // Another paper of the affair may have been assessed.
    let city = City::new("last");
    let answer = city.run(&["--calendar", "--assessed", "5:key_item=2023-04-01"]);
    assert!(answer.out.contains("2028-04-01まで 重点項目評価書: 再実施"), "{}", answer.out);
    assert!(answer.out.contains("2031-06-01まで 基礎項目評価書: 再実施"), "{}", answer.out);
    // A register that lists a later assessment contradicts the option.
    let register = city.write(
        "register.txt",
        &register(r#", "publications": [{"paper": "key_item", "on": "2026-06-01", "by": "assessed"}]"#),
    );
    for (language, error) in [
        ("ja", "--assessed：計画管理書には、2023-04-01 より後の評価の実施がある（2026-06-01）"),
        ("en", "--assessed: the register lists an assessment after 2023-04-01, on 2026-06-01"),
    ] {
        let answer = city.run(&["--register", &register, "--assessed", "5:key_item=2023-04-01", "--lang", language]);
        assert_eq!((answer.code, answer.err), (2, format!("pia affairs: {error}\n")));
    }
}

/// If there are papers of several bodies, those that collide are named with their body.
#[test]
fn papers_of_two_bodies_with_one_name_collide() {
    let city = City::new("collide");
    let mut other = basic("from_10000_to_99999");
    other["cover"]["body"] = "乙市長".into();
    city.write("6-basic.json", &other.to_string());
    other["department"] = json!({"head": "課長"});
    let copy = city.write("copy.txt", &other.to_string());
    let folder = city.folder.to_str().unwrap();
    for (language, error) in [
        (
            "ja",
            format!(
                "{folder}/6-basic.json と {copy} は、同じ事務（乙市長 5 介護保険に関する事務）の同じ日の基礎項目評価書である。一方を除く。\
                 名称の同じ別の評価実施機関の評価書であれば、機関ごとに並べて --by-body を付ける"
            ),
        ),
        (
            "en",
            format!(
                "{folder}/6-basic.json and {copy} are the same basic-item assessment of the same day (乙市長 5 介護保険に関する事務): \
                 remove one of them; if two bodies have one name, put the papers of each together and add --by-body"
            ),
        ),
    ] {
        let answer = city.run(&[&copy, "--lang", language]);
        assert_eq!((answer.code, answer.err), (2, format!("pia affairs: {error}\n")));
    }
}
