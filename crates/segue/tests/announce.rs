//! An announcement through the binary: what it says holds from the day it is said, and it is shown as it was answered.

use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn segue(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
    command.env("SEGUE_DATA", data).env("SEGUE_KEYS", "none").env("SEGUE_UI", "en").env("TZ", "Europe/Berlin");
    command.args(arguments).output().unwrap()
}

fn text(data: &Path, arguments: &[&str]) -> String {
    let output = segue(data, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", remarks(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn remarks(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What stands in a row of the client's card.
fn row(data: &Path, name: &str) -> String {
    let shown = text(data, &["client", "show", "Agneta"]);
    let row = shown.lines().find_map(|row| row.trim().strip_prefix(name)).unwrap_or_default();
    row.trim().to_owned()
}

/// A client of whom nothing but minutes was agreed.
fn agneta() -> TempDir {
    let data = TempDir::new().unwrap();
    text(data.path(), &["client", "add", "Agneta", "--minutes", "40"]);
    data
}

/// A call of 49 minutes, said by its times.
fn long_call(folder: &Path) -> String {
    let turn =
        |minute: u32, who: &str, words: &str| format!("00:{minute:02}:00.000 --> 00:{minute:02}:50.000\n<v {who}>{words}\n");
    let words = "The invoice has three lines, and the second one is the price of the tiles that we ordered.";
    let turns: Vec<_> = (0..49).map(|minute| turn(minute, if minute % 2 == 0 { "Nika" } else { "Agneta" }, words)).collect();
    let file = folder.join("over.vtt");
    std::fs::write(&file, format!("WEBVTT\n\n{}", turns.join("\n"))).unwrap();
    file.to_str().unwrap().to_owned()
}

/// It was only written: the call was held against it, and the note told the client of "our usual 20 minutes".
#[test]
fn what_was_not_said_does_not_hold() {
    let data = agneta();
    let data = data.path();
    let file = long_call(data);
    let announce = ["announce", "Agneta", "--why", "busy", "--change", "work-only", "--minutes", "20", "--welcome", "hello"];
    text(data, &announce);
    assert_eq!((row(data, "planned"), row(data, "chat at the end")), ("40 min".to_owned(), "3 min".to_owned()));
    assert_eq!(row(data, "once it is said"), "20 min, chat at the end 0 min");
    let review = ["review", &file, "--me", "Nika", "--client", "Agneta", "--quick", "--remember", "--date", "2026-11-20"];
    let shown = text(data, &review);
    assert!(shown.contains("past the planned 40 min"), "{shown}");
    let note = text(data, &["note", "Agneta", "--reason", "work"]);
    assert!(note.contains("ran 9 minutes over") && !note.contains("20 minutes"), "{note}");

    text(data, &["announce", "Agneta", "--said", "2026-11-24"]);
    assert_eq!((row(data, "planned"), row(data, "chat at the end")), ("20 min".to_owned(), "0 min".to_owned()));
    // A call before that day is held against what held then, also if it is looked at later.
    assert!(text(data, &review).contains("past the planned 40 min"));
    let later = ["review", &file, "--me", "Nika", "--client", "Agneta", "--quick", "--remember", "--date", "2026-11-25"];
    assert!(text(data, &later).contains("past the planned 20 min"));
}

/// Asked for as a mail, the default text took the place of what was written, in warm tone and without its reason.
#[test]
fn an_announcement_is_shown_in_any_form_as_it_was_answered() {
    let data = agneta();
    let data = data.path();
    text(data, &["announce", "Agneta", "--why", "My evenings are taken.", "--tone", "direct", "--change", "work-only"]);
    for format in ["text", "md", "eml"] {
        let shown = text(data, &["announce", "Agneta", "--format", format]);
        assert!(shown.contains("My evenings are taken.") && shown.contains("our calls are for the work"), "{format}: {shown}");
    }
    assert!(text(data, &["prepare", "Agneta"]).contains("My evenings are taken."));
    // What is named is changed, and nothing else.
    let shown = text(data, &["announce", "Agneta", "--minutes", "25"]);
    assert!(shown.contains("My evenings are taken.") && shown.contains("I have 25 minutes for each call"), "{shown}");
    let shorter = text(data, &["announce", "Agneta", "--length", "breath"]);
    assert!(shorter.contains("My evenings are taken."));
    let breath = || text(data, &["prepare", "Agneta"]).contains("First, a change. My evenings are taken.");
    assert!(breath());
    text(data, &["announce", "Agneta", "--minutes", "20"]);
    assert!(breath(), "the length is kept");
}

/// A look at what was said made it due again and moved the boundary back.
#[test]
fn a_look_at_what_was_said_changes_nothing() {
    let data = agneta();
    let data = data.path();
    text(data, &["announce", "Agneta", "--why", "busy", "--change", "work-only", "--minutes", "20"]);
    text(data, &["announce", "Agneta", "--said", "2026-11-24"]);
    let card = text(data, &["client", "show", "Agneta"]);
    let looked = segue(data, &["announce", "Agneta", "--format", "eml"]);
    assert!(remarks(&looked).contains("said on 24 November 2026"), "{}", remarks(&looked));
    assert_eq!(text(data, &["client", "show", "Agneta"]), card);
    // Something else to say is due, and until it is said what was said before holds.
    text(data, &["announce", "Agneta", "--why", "projects"]);
    assert!(row(data, "announcement").starts_with("due"));
    assert_eq!((row(data, "planned"), row(data, "chat at the end")), ("20 min".to_owned(), "0 min".to_owned()));
}

#[test]
fn whoever_cannot_be_asked_is_told_what_was_taken() {
    let data = agneta();
    let told = |arguments: &[&str]| remarks(&segue(data.path(), arguments)).contains("There was nobody to ask here");
    assert!(told(&["announce", "Agneta"]));
    assert!(!told(&["announce", "Agneta", "--change", "work-only"]));
}

/// "Say when it was said: --said 2026-11-26", and that day was refused in the same words.
#[test]
fn what_was_said_before_segue_was_there_can_be_written_down() {
    let data = agneta();
    text(data.path(), &["announce", "Agneta", "--why", "busy"]);
    let noted = segue(data.path(), &["announce", "Agneta", "--said", "2026-06-01"]);
    assert!(noted.status.success() && remarks(&noted).contains("before the first call"), "{}", remarks(&noted));
    assert_eq!(row(data.path(), "announcement"), "said on 1 June 2026");
}

/// "because I've got a new baby" came out as "Because I've got a new baby."
#[test]
fn own_words_are_sentences_in_the_letter() {
    let data = agneta();
    let own = ["--why", "because I've got a new baby", "--change", "no calls after 5 pm", "--welcome", "news of the garden"];
    let shown = text(data.path(), &[&["announce", "Agneta"], &own[..]].concat());
    for sentence in ["I've got a new baby.", "From now on: no calls after 5 pm.", "What stays as it was: news of the garden."] {
        assert!(shown.contains(sentence), "{sentence}: {shown}");
    }
    assert!(!shown.contains("ecause"), "{shown}");
}
