//! The example `generate`: invented documents on the command line.
use std::collections::BTreeSet;

use mynumber_pia::affair::{AGREE_RULES, AgreeRule, Dossier, Register};
use mynumber_pia::assessment::Assessment;
use mynumber_pia::fixture::{Parameters, break_agreement, break_rule, nation};
use mynumber_pia::validate::{RULES, Rule, validate};
use mynumber_pia::value::band::PopulationBand;
use mynumber_pia::value::kind::AssessmentKind;

use crate::support::Answer;

fn generate(arguments: &[&str]) -> Answer {
    crate::support::run("generate", arguments, b"")
}

/// The documents that the program writes, one per line.
fn documents(arguments: &[&str]) -> Vec<Assessment> {
    let Answer { code, out, err } = generate(arguments);
    assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let of = |seed| generate(&["--kind", "all_item", "--count", "3", "--seed", seed]).out;
    assert_eq!(of("7"), of("7"));
    assert_ne!(of("7"), of("8"));
    // The second of seed 7 is the first of seed 8.
    assert_eq!(of("7").lines().nth(1), of("8").lines().next());
}

#[test]
fn documents_are_of_the_kind_and_band_that_were_asked_for() {
    for kind in AssessmentKind::ALL {
        let documents = documents(&["--kind", kind.code(), "--count", "5", "--population", "from_10000_to_99999"]);
        assert_eq!(documents.len(), 5);
        for document in documents {
            assert_eq!(document.kind(), *kind);
            let range = document.population.given().unwrap().range();
            assert_eq!(PopulationBand::of(range.min()), PopulationBand::From10000To99999);
            assert!(validate(&document, Parameters::default().as_of).is_empty());
        }
    }
}

#[test]
fn a_municipality_is_one_body() {
    let documents = documents(&["--municipality", "12", "--seed", "5"]);
    assert!((13..=24).contains(&documents.len()), "{}", documents.len());
    let bodies: BTreeSet<_> = documents.iter().map(|document| document.cover.body.given().unwrap()).collect();
    let numbers: BTreeSet<_> = documents.iter().map(|document| document.cover.number.given().unwrap()).collect();
    assert_eq!((bodies.len(), numbers.len()), (1, 12));
}

#[test]
fn a_municipality_is_written_into_a_folder_with_its_register() {
    let folder = std::env::temp_dir().join(format!("mynumber-pia-city-{}", std::process::id()));
    let path = folder.to_str().unwrap();
    let arguments = ["--municipality", "12", "--seed", "5", "--into", path];
    let Answer { code, out, err } = generate(&arguments);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
    let expected = documents(&["--municipality", "12", "--seed", "5"]);
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names.pop().as_deref(), Some("register.json"));
    assert_eq!(names[0], "001-basic_item.json");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let written: Vec<Assessment> = names.iter().map(|name| serde_json::from_str(&read(name)).unwrap()).collect();
    assert_eq!(written, expected);
    let register: Register = serde_json::from_str(&read("register.json")).unwrap();
    let gathered = Dossier::gather(&written, Some(&register));
    assert_eq!((register.affairs.len(), gathered.dossiers.len()), (12, 12));
    assert!(gathered.disagreements(Parameters::default().as_of).is_empty());
    // Nothing is replaced.
    let Answer { code, err, .. } = generate(&arguments);
    assert_eq!((code, err.lines().count()), (2, 1));
    assert!(err.contains("001-basic_item.json"), "{err}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_disagreement_is_the_only_one() {
    let folder = std::env::temp_dir().join(format!("mynumber-pia-papers-{}", std::process::id()));
    let path = folder.to_str().unwrap();
    assert_eq!(generate(&["--disagreement", "not_in_register", "--seed", "3", "--into", path]).code, 0);
    let mutant = break_agreement(AgreeRule::NotInRegister, 3, &Parameters::default()).unwrap();
    let files = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(files, mutant.documents.len() + 1);
    let register = std::fs::read_to_string(folder.join("register.json")).unwrap();
    assert_eq!(serde_json::from_str::<Register>(&register).ok(), mutant.register);
    std::fs::remove_dir_all(&folder).unwrap();
    let listed = generate(&["--list-disagreements"]).out;
    assert_eq!(listed.lines().count(), AGREE_RULES.len());
    assert!(listed.starts_with("basic_paper_missing\tnote\t"), "{listed}");
}

#[test]
fn a_nation_is_many_bodies() {
    let written = generate(&["--nation", "3", "--seed", "5", "--as-of", "2024-04-01"]).out;
    let parameters = Parameters { as_of: "2024-04-01".parse().unwrap(), ..Parameters::default() };
    let expected = nation(5, 3, parameters).map(|document| serde_json::to_string(&document).unwrap() + "\n");
    assert_eq!(written, expected.collect::<String>());
    let documents = documents(&["--nation=3", "--seed", "5", "--as-of", "2024-04-01"]);
    let bodies: BTreeSet<_> = documents.iter().map(|document| document.cover.body.given().unwrap()).collect();
    assert_eq!(bodies.len(), 3);
    for document in &documents {
        assert!(validate(document, "2024-04-01".parse().unwrap()).is_empty());
    }
    // An option follows, not the number of bodies.
    assert!(generate(&["--nation", "2", "--seed", "5", "--as-of", "2024-04-01"]).out.len() < written.len());
}

/// Without a number it generates every municipality. Each document is written as soon as it is built.
#[test]
fn a_whole_nation_is_written_one_body_at_a_time() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    for arguments in
        [&["--nation", "--seed", "5"][..], &["--seed", "5", "--nation"], &["--nation", "1741", "--seed", "5"]]
    {
        let mut child = crate::support::pia("generate").args(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let first = BufReader::new(child.stdout.take().unwrap()).lines().next().unwrap().unwrap();
        let expected = nation(5, 1741, Parameters::default()).next().unwrap();
        assert_eq!(serde_json::from_str::<Assessment>(&first).unwrap(), expected);
        // The reader closed the output, which is not an error.
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn a_defect_is_the_only_one() {
    for rule in [Rule::RequiredItem, Rule::TransferCount, Rule::NotInForce, Rule::PartyTwice, Rule::SubmittedTooLittle]
    {
        let parameters = Parameters::default();
        let documents = documents(&["--defect", rule.code(), "--count", "4", "--seed", "20"]);
        assert_eq!(documents.len(), 4);
        for (document, seed) in documents.iter().zip(20..) {
            assert_eq!(*document, break_rule(rule, seed, &parameters).unwrap().document);
            let report = validate(document, parameters.as_of);
            assert_eq!(report.iter().map(|found| found.rule).collect::<Vec<_>>(), [rule]);
        }
    }
    let documents = documents(&["--defect", "required_item", "--kind", "key_item", "--count", "3"]);
    assert!(documents.iter().all(|document| document.kind() == AssessmentKind::KeyItem));
}

/// `validate` checks the output of `generate` without an option for the day: it takes the day of each document.
#[test]
fn through_the_pipe_a_defect_is_found_alone() {
    let check = |documents: &str| -> Vec<(u64, String)> {
        let answer = crate::support::run("validate", &["--json", "-"], documents.as_bytes());
        assert_eq!(answer.err, "");
        let found = answer.out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        found.map(|line| (line["index"].as_u64().unwrap(), line["code"].as_str().unwrap().to_string())).collect()
    };
    for (as_of, count) in [(None, 3), (Some("2021-10-01"), 1), (Some("2090-06-30"), 1)] {
        let count_of = count.to_string();
        let day: Vec<&str> = as_of.into_iter().flat_map(|day| ["--as-of", day]).collect();
        let valid = generate(&[&["--kind", "all_item", "--count", "6"], day.as_slice()].concat()).out;
        assert_eq!(check(&valid), [], "{as_of:?}");
        let valid = generate(&[&["--municipality", "6"], day.as_slice()].concat()).out;
        assert_eq!(check(&valid), [], "{as_of:?}");
        for row in RULES {
            let code = row.rule.code();
            let Answer { code: status, out, err } =
                generate(&[&["--defect", code, "--count", &count_of, "--seed", "40"], day.as_slice()].concat());
            if matches!(row.rule, Rule::ElsewhereAgainstSubmitted | Rule::RestatedAdequacy)
                && as_of == Some("2021-10-01")
            {
                assert_eq!((status, out.as_str()), (2, ""), "its form was not in use");
                continue;
            }
            if row.rule == Rule::DisclosureUnderOrdinance && as_of == Some("2021-10-01") {
                assert_eq!((status, out.as_str()), (2, ""), "an ordinance was the basis then");
                continue;
            }
            if row.rule == Rule::EditionNotInForce && as_of == Some("2090-06-30") {
                assert_eq!((status, out.as_str()), (2, ""), "every known edition was in force long before");
                continue;
            }
            assert_eq!((status, err.as_str()), (0, ""), "{code} {as_of:?}");
            let expected: Vec<(u64, String)> = (0..count).map(|index| (index, code.to_string())).collect();
            assert_eq!(check(&out), expected, "{as_of:?}");
        }
    }
}

#[test]
fn documents_are_of_the_day_that_was_asked_for() {
    for document in documents(&["--kind", "key_item", "--count", "20", "--as-of", "令和4年4月1日"]) {
        let published = document.cover.published.given().unwrap().last_day();
        assert!(published <= "2022-04-01".parse().unwrap() && published > "2020-01-01".parse().unwrap());
    }
}

#[test]
fn defects_are_listed_with_what_they_break() {
    for (language, checks) in [("en", "An item that the form requires is answered."), ("ja", "記載がない")] {
        let Answer { code, out, err } = generate(&["--list-defects", "--lang", language]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert_eq!(out.lines().count(), RULES.len());
        assert!(out.lines().all(|line| line.split('\t').count() == 3));
        assert_eq!(out.lines().next(), Some(&*format!("required_item\terror\t{checks}")));
    }
}

#[test]
fn help_names_every_option() {
    let Answer { code, out, .. } = generate(&["--help", "--lang", "en"]);
    assert_eq!(code, 0);
    for option in
        ["--kind", "--count", "--seed", "--population", "--as-of", "--defect", "--list-defects", "--municipality"]
    {
        assert!(out.contains(option), "{option}");
    }
    let nation = "--nation [<BODIES>]       this many bodies (1 to 100000, by default the 1741 municipalities), one after the other, \
                  with 20 to 40 affairs each; most are towns with some thousand people, a few are cities with 300,000 and more\n";
    assert!(out.contains(nation), "{out}");
}
