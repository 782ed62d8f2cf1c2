//! Nothing that was committed is lost, whatever happens to the program; and two programs at once.

mod keys;

use keys::FolderOfKeys;
use segue_core::{CallRecord, Client};
use segue_store::{KeyStore, NoKeyStore, Protection, Store};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Set for a process that writes until it is killed.
const FOLDER: &str = "SEGUE_CRASH_FOLDER";
/// Set if there is a key store: the folder of its keys.
const KEYS: &str = "SEGUE_CRASH_KEYS";
/// First number of its calls.
const FIRST: &str = "SEGUE_CRASH_FIRST";

fn call(id: i64) -> CallRecord {
    CallRecord { id, client: "Viktor".into(), ..CallRecord::default() }
}

fn key_store(folder: Option<&Path>) -> Box<dyn KeyStore> {
    match folder {
        Some(folder) => Box::new(FolderOfKeys::at(folder)),
        None => Box::new(NoKeyStore),
    }
}

/// Not a test of its own: the process that the tests kill. Without its variable it does nothing.
#[test]
fn writer() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let first: i64 = std::env::var(FIRST).unwrap().parse().unwrap();
    let keys = std::env::var(KEYS).ok();
    let store = Store::open(Path::new(&folder), key_store(keys.as_deref().map(Path::new)).as_ref()).unwrap();
    for id in first.. {
        store.save_call(&call(id), None).unwrap();
        println!("committed {id}");
    }
}

/// Not a test of its own: the process that encrypts and takes it away again until it is killed.
#[test]
fn converter() {
    let (Ok(folder), Ok(keys), Err(_)) = (std::env::var(FOLDER), std::env::var(KEYS), std::env::var(FIRST)) else { return };
    let keys = FolderOfKeys::at(Path::new(&keys));
    let mut store = Store::open(Path::new(&folder), &keys).unwrap();
    loop {
        let encrypted = store.protection() == Protection::Encrypted;
        println!("committed {}", u8::from(encrypted));
        store = store.protect(!encrypted, &keys).unwrap();
    }
}

fn process(test: &str, folder: &Path, keys: Option<&Path>) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]).env(FOLDER, folder).env_remove(FIRST);
    keys.map(|keys| command.env(KEYS, keys));
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

fn start(folder: &Path, keys: Option<&Path>, first: i64) -> Child {
    process("writer", folder, keys).env(FIRST, first.to_string()).spawn().unwrap()
}

/// A folder for data, and one for keys if there are to be any.
fn folders(encrypted: bool) -> (tempfile::TempDir, Option<tempfile::TempDir>) {
    (tempfile::tempdir().unwrap(), encrypted.then(|| tempfile::tempdir().unwrap()))
}

/// Reads so many commitments, kills, and reads what had still come out.
fn kill_after(mut child: Child, lines: usize) -> Vec<i64> {
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let number = |line: String| line.strip_prefix("committed ")?.parse::<i64>().ok();
    let mut seen: Vec<i64> = out.by_ref().filter_map(number).take(lines).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    seen.extend(out.filter_map(number));
    seen
}

/// How often to kill: `SEGUE_KILLS`, by default 25.
fn kills() -> usize {
    std::env::var("SEGUE_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(25)
}

fn a_killed_program_loses_nothing(encrypted: bool) {
    let (folder, keys) = folders(encrypted);
    let keys = keys.as_ref().map(tempfile::TempDir::path);
    let mut committed = Vec::new();
    for kill in 0..kills() {
        // Moments that follow no pattern, the same in every run.
        let lines = 1 + (kill * 7919 + 13) % 23;
        committed.extend(kill_after(start(folder.path(), keys, 1_000_000 * (kill as i64 + 1)), lines));
    }
    let store = Store::open(folder.path(), key_store(keys).as_ref()).unwrap();
    assert_eq!(store.protection() == Protection::Encrypted, encrypted);
    let there: std::collections::HashSet<i64> = store.calls().unwrap().into_iter().map(|call| call.id).collect();
    assert!(committed.len() >= kills() && committed.iter().all(|id| there.contains(id)));
    assert!(store.is_sound().unwrap());
    let before = store.calls().unwrap();
    store.rebuild().unwrap();
    assert_eq!(store.calls().unwrap(), before);
}

#[test]
fn a_killed_program_loses_nothing_that_was_committed() {
    a_killed_program_loses_nothing(false);
}

#[test]
fn a_killed_program_loses_nothing_that_was_committed_and_encrypted() {
    a_killed_program_loses_nothing(true);
}

#[test]
fn a_killed_conversion_leaves_one_whole_store() {
    let (folder, keys) = folders(true);
    let keys = keys.unwrap();
    let open = || Store::open(folder.path(), key_store(Some(keys.path())).as_ref()).unwrap();
    let store = open();
    (0..300).for_each(|id| store.save_call(&call(id), None).unwrap());
    drop(store);
    let mut found = Vec::new();
    for kill in 0..kills() {
        let mut child = process("converter", folder.path(), Some(keys.path())).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
        // A moment within one of the first conversions; how long one takes depends on the machine.
        let begun = out.by_ref().map_while(Result::ok).filter(|line| line.starts_with("committed")).take(1 + kill % 3).count();
        assert!(begun > 0, "a conversion began");
        std::thread::sleep(std::time::Duration::from_millis((kill as u64 * 37) % 61));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().map(|file| file.file_name()).collect();
        names.sort();
        found.push(names);
        let store = open();
        assert!(store.is_sound().unwrap() && store.calls().unwrap().len() == 300, "after kill {kill}");
    }
    assert!(
        found.iter().any(|names| names.iter().any(|name| name == "segue.db.next" || name == "segue.db.last")),
        "some kill hit"
    );
    assert!(FolderOfKeys::at(keys.path()).names().len() <= 1 + kills(), "keys do not pile up");
}

fn two_programs_write(encrypted: bool) {
    let (folder, keys) = folders(encrypted);
    let keys = keys.as_ref().map(tempfile::TempDir::path);
    let open = || Store::open(folder.path(), key_store(keys).as_ref()).unwrap();
    open().save_client(&Client::named("Viktor")).unwrap();
    let children = [start(folder.path(), keys, 1_000), start(folder.path(), keys, 100_000)];
    let threads = children.map(|child| std::thread::spawn(move || kill_after(child, 40)));
    let committed: Vec<i64> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    let there = open().calls().unwrap();
    assert!(committed.iter().all(|id| there.iter().any(|call| call.id == *id)));
    assert!(there.iter().all(|call| call.client == "Viktor"), "one client, not one each");
}

#[test]
fn two_programs_write_at_once() {
    two_programs_write(false);
}

#[test]
fn two_programs_write_at_once_and_encrypt() {
    two_programs_write(true);
}

#[test]
fn programs_that_make_the_store_at_the_same_moment_make_one() {
    for _ in 0..5 {
        let (folder, keys) = folders(true);
        let keys = keys.unwrap();
        let children: Vec<Child> = (1..=4).map(|first| start(folder.path(), Some(keys.path()), first * 100_000)).collect();
        let threads: Vec<_> = children.into_iter().map(|child| std::thread::spawn(move || kill_after(child, 3))).collect();
        let committed: Vec<i64> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        let store = Store::open(folder.path(), key_store(Some(keys.path())).as_ref()).unwrap();
        assert!(committed.len() >= 12, "each of them could write");
        let there = store.calls().unwrap();
        assert!(committed.iter().all(|id| there.iter().any(|call| call.id == *id)));
        assert_eq!(FolderOfKeys::at(keys.path()).names().len(), 1, "one key");
    }
}
