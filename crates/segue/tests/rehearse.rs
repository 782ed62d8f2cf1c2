//! Practice in the terminal, by the real program.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

fn rehearse(data: &TempDir, arguments: &[&str], typed: &str) -> Output {
    let mut child = program(data.path())
        .args(["--ui", "en", "rehearse"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn segue(data: &TempDir, arguments: &[&str]) -> Output {
    program(data.path()).args(arguments).output().unwrap()
}

/// The program with its data in a folder, and no key store of whoever runs the tests.
fn program(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
    command.env("SEGUE_DATA", data).env("SEGUE_KEYS", "none");
    command
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_rehearsal_with_hints_feedback_and_progress() {
    let data = TempDir::new().unwrap();
    let typed = "Good morning, Margaret! We have the leaflet and the opening hours today.\n\nOh wow, really? What did he say then?\nHa, what a story! Let's keep that for the end. What about the leaflet?\n";
    let first = rehearse(&data, &["--with", "margaret", "--seed", "0"], typed);
    assert!(first.status.success(), "{first:?}");
    let said = text(&first);
    for expected in ["Margaret: Hello, dear!", "→ ", "feeds it", "back to the work · warm", "Private talk:"] {
        assert!(said.contains(expected), "{expected:?} is not in {said}");
    }
    assert!(!said.contains("Rehearsals so far"));
    let second = rehearse(&data, &["--with", "Margaret"], "Lovely to hear you, Margaret! Shall we start with the leaflet?\n");
    assert!(text(&second).contains("Rehearsals so far: 2."), "{second:?}");
}

#[test]
fn none_of_my_words_are_kept() {
    let data = TempDir::new().unwrap();
    rehearse(&data, &["--with", "margaret"], "Good morning!\nMy xylophone teacher divorced a marmoset.\n");
    for entry in std::fs::read_dir(data.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            assert!(!bytes.windows(9).any(|window| window == b"xylophone"), "{}", path.display());
        }
    }
}

#[test]
fn a_rehearsal_is_taken_back_as_what_it_is() {
    let data = TempDir::new().unwrap();
    rehearse(&data, &["--with", "margaret"], "Good morning, Margaret! Shall we start with the leaflet?\n");
    for (ui, expected) in [("en", "Taken back: the rehearsal"), ("ru", "Отменено: репетиция")] {
        let output = segue(&data, &["--ui", ui, "undo"]);
        assert!(String::from_utf8_lossy(&output.stderr).contains(expected), "{output:?}");
        rehearse(&data, &["--with", "margaret"], "Good morning, Margaret! Shall we start with the leaflet?\n");
    }
}

#[test]
fn a_real_clients_figures_set_whom_one_practises_with() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    assert!(segue(&folder, &["simulate", data.to_str().unwrap()]).status.success());
    let practise = |ui: &str, who: &str, typed: &str| {
        let mut child = program(&data)
            .args(["--ui", ui, "rehearse", who])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let told = practise("en", "Viktor", "");
    assert!(told.contains("behaves as Viktor did in your last 5 calls:") && told.contains("of the talk private."), "{told}");
    let told = practise("ru", "Дмитрий", "");
    assert!(told.contains("характер по последним разговорам (Дмитрий, 5)"), "{told}");
    // Of somebody new there are no figures, and nothing is said of any.
    let output = program(&data).args(["client", "add", "Nobody"]).output().unwrap();
    assert!(output.status.success());
    assert!(!practise("en", "Nobody", "").contains("behaves as"));
}

#[test]
fn somebody_unknown_is_answered_with_the_names_there_are() {
    let data = TempDir::new().unwrap();
    let output = rehearse(&data, &["--with", "napoleon"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("There are: margaret, frank"));
    let listed = rehearse(&data, &["--list", "--lang", "ru"], "");
    assert_eq!(text(&listed).lines().count(), 12);
}
