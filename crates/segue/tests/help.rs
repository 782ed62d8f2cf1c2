//! Help and faults in what is typed, in the language of whoever types it.

use std::process::{Command, Output};

/// Runs segue on a system of that language, where nothing else was chosen.
fn segue(system: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
    for variable in ["SEGUE_UI", "LC_ALL", "LC_MESSAGES"] {
        command.env_remove(variable);
    }
    command.env("LANG", system).env("SEGUE_KEYS", "none").args(arguments).output().expect("segue runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn help_speaks_the_language_of_the_system_or_the_one_asked_for() {
    let cases: [(&str, &[&str], &str); 6] = [
        ("ru_RU.UTF-8", &["review", "--help"], "Использование: segue review [ПАРАМЕТРЫ] <ФАЙЛ>"),
        ("C", &["review", "--help", "--ui", "ru"], "Использование: segue review [ПАРАМЕТРЫ] <ФАЙЛ>"),
        ("C", &["--ui=ru", "-h"], "Использование: segue [ПАРАМЕТРЫ] <КОМАНДА>"),
        ("C", &["client", "add", "--help"], "Usage: segue client add [OPTIONS] <NAME>"),
        ("ru_RU.UTF-8", &["--ui", "en", "--help"], "Usage: segue [OPTIONS] <COMMAND>"),
        ("de_DE.UTF-8", &["--help"], "Usage: segue [OPTIONS] <COMMAND>"),
    ];
    for (system, arguments, expected) in cases {
        let output = segue(system, arguments);
        let shown = text(&output.stdout);
        assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}");
        assert!(shown.contains(expected) && !shown.contains('\u{1b}'), "{arguments:?}: {shown}");
    }
}

#[test]
fn faults_are_one_russian_sentence_on_standard_error_with_the_code_of_before() {
    for arguments in [&["review", "--agnda", "x"][..], &["reviw"], &["review", "a", "--minutes", "много"], &["client", "--yes"]]
    {
        let (russian, english) = (segue("ru_RU.UTF-8", arguments), segue("C", arguments));
        assert_eq!((russian.status.code(), english.status.code()), (Some(2), Some(2)), "{arguments:?}");
        let said = text(&russian.stderr);
        assert!(said.starts_with("segue: ") && said.lines().count() == 1 && said.contains("--help"), "{said}");
        assert!(text(&english.stderr).starts_with("error: "), "{arguments:?}");
        assert!(russian.stdout.is_empty());
    }
    // Nothing typed at all: the page, as in English.
    let nothing = segue("ru_RU.UTF-8", &[]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(text(&nothing.stderr).contains("Команды:"));
}

#[test]
fn what_the_system_refuses_is_told_in_russian() {
    let folder = tempfile::tempdir().unwrap();
    let call = folder.path().join("call.txt");
    std::fs::write(&call, "Dana: Hi, the logo first.\nViktor: Yes, the logo.\n").unwrap();
    let call = call.to_str().unwrap();
    let through_a_file = format!("{call}/out.html");
    let nowhere = folder.path().join("nowhere/out.html");
    let cases = [
        (folder.path().to_str().unwrap(), "это папка, а нужен файл"),
        (&through_a_file, "вместо папки в этом пути стоит файл"),
        (nowhere.to_str().unwrap(), "такой папки нет"),
    ];
    for (output, expected) in cases {
        let refused = segue("ru_RU.UTF-8", &["review", call, "--me", "Dana", "--quick", "--format", "html", "--output", output]);
        let said = text(&refused.stderr);
        assert_eq!(refused.status.code(), Some(1), "{said}");
        assert!(said.contains(expected) && !said.contains("os error"), "{said}");
    }
}

#[test]
fn completions_stay_as_they_are() {
    let (russian, english) = (segue("ru_RU.UTF-8", &["completions", "bash"]), segue("C", &["completions", "bash"]));
    assert!(russian.status.success());
    assert_eq!(russian.stdout, english.stdout);
}
