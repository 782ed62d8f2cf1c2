//! What is remembered, encrypted with a key in a real key store: GNOME Keyring on a session bus of its own.
#![cfg(target_os = "linux")]

mod files;

use files::written;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Runs a script with a home and a data folder of its own, and no session bus; `segue` is the program.
fn session(home: &Path, script: &str) -> Output {
    run(home, Command::new("bash"), script)
}

/// The same with a session bus of its own, and on it the unlocked keyring of somebody who logged in with this password.
fn with_keyring(home: &Path, script: &str) -> Output {
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "bash"]);
    let unlock = "printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1";
    run(home, command, &format!("{unlock}\n{script}"))
}

fn run(home: &Path, mut command: Command, script: &str) -> Output {
    command.args(["-ec", script]).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("HOME", home).env("XDG_RUNTIME_DIR", home).env("XDG_DATA_HOME", home.join("share"));
    command.env("SEGUE_DATA", home.join("data")).env("SEGUE_UI", "en").env("segue", env!("CARGO_BIN_EXE_segue"));
    command.output().expect("dbus-run-session is here: ./setup --tests installs it")
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

const ADD: &str = r#""$segue" client add Viktor --about "tea with marmalade" && "$segue" privacy"#;

#[test]
fn a_new_store_is_encrypted_and_opens_again_in_the_next_session() {
    let home = TempDir::new().unwrap();
    let (shown, remarks) = said(&with_keyring(home.path(), ADD));
    assert!(shown.contains("\nEncrypted. The key is in this system's key store"), "{shown}{remarks}");
    assert!(!remarks.contains("NOT encrypted"), "{remarks}");
    for words in ["Viktor", "marmalade", "SQLite format"] {
        assert!(!written(&home.path().join("data"), words), "{words} can be read");
    }
    let (shown, _) = said(&with_keyring(home.path(), r#""$segue" client show viktor"#));
    assert!(shown.contains("tea with marmalade"), "{shown}");
}

#[test]
fn without_a_key_store_it_is_said_once_and_with_one_it_is_taken_over() {
    let home = TempDir::new().unwrap();
    let (shown, remarks) = said(&session(home.path(), ADD));
    assert_eq!(remarks.matches("NOT encrypted").count(), 1, "{remarks}");
    assert!(shown.contains("NOT encrypted: no key store answers on this system"), "{shown}");
    assert!(written(&home.path().join("data"), "marmalade"));
    let (shown, remarks) = said(&with_keyring(home.path(), r#""$segue" client list && "$segue" client show Viktor"#));
    assert!(remarks.matches("encrypted from now on").count() == 1 && shown.contains("marmalade"), "{shown}{remarks}");
    assert!(!written(&home.path().join("data"), "marmalade"));
}

#[test]
fn a_lost_key_is_told_in_one_sentence_and_destroys_nothing() {
    let home = TempDir::new().unwrap();
    with_keyring(home.path(), ADD);
    let file = home.path().join("data/segue.db");
    let before = std::fs::read(&file).unwrap();
    for (lost, expected) in [(false, "none answers here"), (true, "has no key for your data")] {
        let output = if lost {
            std::fs::remove_dir_all(home.path().join("share/keyrings")).unwrap();
            with_keyring(home.path(), r#""$segue" client list"#)
        } else {
            session(home.path(), r#""$segue" client list"#)
        };
        let (_, remarks) = said(&output);
        assert!(output.status.code() == Some(5) && remarks.contains(expected), "{remarks}");
        // The key store's own daemon may write something before it on the same line.
        assert_eq!(remarks.matches("segue: ").count(), 1, "{remarks}");
        assert!(std::fs::read(&file).unwrap() == before);
    }
}

#[test]
fn encryption_can_be_taken_away_and_put_back() {
    let home = TempDir::new().unwrap();
    let script = r#""$segue" client add Viktor && "$segue" privacy --encrypt no && "$segue" client list"#;
    let (shown, remarks) = said(&with_keyring(home.path(), script));
    assert!(shown.contains("NOT encrypted, as you chose") && !remarks.contains("from now on"), "{shown}{remarks}");
    assert!(written(&home.path().join("data"), "Viktor"));
    let (shown, _) = said(&with_keyring(home.path(), r#""$segue" privacy --encrypt yes && "$segue" client list"#));
    assert!(shown.contains("\nEncrypted.") && shown.contains("Viktor ·"), "{shown}");
    assert!(!written(&home.path().join("data"), "Viktor"));
    let without = session(home.path(), r#"SEGUE_KEYS=none "$segue" client list"#);
    assert_eq!(without.status.code(), Some(5), "{}", said(&without).1);
}
