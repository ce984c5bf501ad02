//! What holds for every command of `pia`: help, completions and manual in both languages, and near names.

use std::process::Command;

use crate::support::{Answer, root, run};

/// The commands in the order in which people need them.
const COMMANDS: [&str; 14] = [
    "threshold",
    "template",
    "schema",
    "answer",
    "validate",
    "summary",
    "print",
    "transcribe",
    "changes",
    "affairs",
    "cite",
    "generate",
    "completions",
    "man",
];

/// `pia` without a command.
fn alone(arguments: &[&str]) -> Answer {
    let output = Command::new(env!("CARGO_BIN_EXE_pia")).current_dir(root()).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn help_lists_the_commands_in_their_order() {
    for (language, heading) in [(&[][..], "コマンド:\n"), (&["--lang", "en"], "Commands:\n")] {
        let help = alone(&[language, &["--help"]].concat());
        assert_eq!((help.code, help.err.as_str()), (0, ""));
        let (_, commands) = help.out.split_once(heading).unwrap();
        let names: Vec<&str> = commands.lines().map_while(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
        assert_eq!(names, COMMANDS);
        assert_eq!(alone(&[&["-h"], language].concat()).out, help.out);
    }
    assert_eq!(alone(&["--version"]).out, format!("pia {}\n", env!("CARGO_PKG_VERSION")));
}

/// No English is left in the Japanese help, and no Japanese word of ours in the headings of the English one.
#[test]
fn help_is_in_one_language() {
    for command in COMMANDS {
        let japanese = run(command, &["--help"], b"").out;
        let english = run(command, &["--help", "--lang", "en"], b"").out;
        for word in ["Usage", "Options", "Arguments", "[OPTIONS]", "Print", "default:", "possible values", "(with"] {
            assert!(!japanese.contains(word), "{command}: {word}\n{japanese}");
        }
        for word in ["使い方", "オプション", "引数", "とともに", "possible values"] {
            assert!(!english.contains(word), "{command}: {word}\n{english}");
        }
        assert!(japanese.contains(&format!("\n使い方: pia {command} ")), "{japanese}");
        assert!(english.contains(&format!("\nUsage: pia {command} ")), "{english}");
    }
}

#[test]
fn a_near_name_is_suggested() {
    for (arguments, japanese, english) in [
        (
            &["affair"][..],
            "pia: 「affair」というコマンドはない（affairs のことか）。コマンドは threshold、",
            "pia: there is no command \"affair\" (did you mean affairs?); expected threshold, ",
        ),
        (
            &["affairs", "--calender"],
            "pia affairs: --calender というオプションはない（--calendar のことか）。使えるのは ",
            "pia affairs: invalid option '--calender' (did you mean --calendar?); expected ",
        ),
        (&[], "pia: コマンドを指定する：threshold、", "pia: give a command: threshold, "),
    ] {
        for (language, error) in [(&[][..], japanese), (&["--lang", "en"], english)] {
            let answer = alone(&[language, arguments].concat());
            assert_eq!((answer.code, answer.out.as_str(), answer.err.lines().count()), (2, "", 1), "{arguments:?}");
            assert!(answer.err.starts_with(error), "{}", answer.err);
        }
    }
}

#[test]
fn completions_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let answer = run("completions", &[shell], b"");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{shell}");
        for word in ["affairs", "by-body", "local_government"] {
            assert!(answer.out.contains(word), "{shell}: {word}");
        }
    }
    let answer = run("completions", &["csh"], b"");
    assert_eq!(
        (answer.code, answer.err.as_str()),
        (2, "pia completions: 「csh」はbash、zsh、fish、elvish 又は powershellでない\n")
    );
}

#[test]
fn a_page_of_the_manual_for_every_command() {
    for (language, heading) in [("ja", "\n.SH 名前\n"), ("en", "\n.SH NAME\n")] {
        let all = run("man", &["--lang", language], b"").out;
        assert!(all.contains(heading) && COMMANDS.iter().all(|command| all.contains(command)), "{all}");
        for command in COMMANDS {
            let answer = run("man", &[command, "--lang", language], b"");
            assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{command}");
            assert!(answer.out.contains(&format!(".TH pia-{command} 1 ")), "{}", answer.out);
            assert!(answer.out.contains(heading) && answer.out.contains("\\-\\-lang"), "{}", answer.out);
            if language == "ja" {
                assert!(!answer.out.contains("\n.SH NAME"), "{}", answer.out);
            }
        }
    }
}
