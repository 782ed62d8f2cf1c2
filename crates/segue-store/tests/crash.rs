//! Nothing that was committed is lost, whatever happens to the program; and two programs at once.

use segue_core::{CallRecord, Client};
use segue_store::Store;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Set for a process that writes until it is killed.
const FOLDER: &str = "SEGUE_CRASH_FOLDER";
/// First number of its calls.
const FIRST: &str = "SEGUE_CRASH_FIRST";

fn call(id: i64) -> CallRecord {
    CallRecord { id, client: "Viktor".into(), ..CallRecord::default() }
}

/// Not a test of its own: the process that the tests kill. Without its variable it does nothing.
#[test]
fn writer() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let first: i64 = std::env::var(FIRST).unwrap().parse().unwrap();
    let store = Store::open(Path::new(&folder)).unwrap();
    for id in first.. {
        store.save_call(&call(id), None).unwrap();
        println!("committed {id}");
    }
}

fn start(folder: &Path, first: i64) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "writer", "--nocapture"]).env(FOLDER, folder).env(FIRST, first.to_string());
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
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

#[test]
fn a_killed_program_loses_nothing_that_was_committed() {
    let folder = tempfile::tempdir().unwrap();
    let mut committed = Vec::new();
    for kill in 0..kills() {
        // Moments that follow no pattern, the same in every run.
        let lines = 1 + (kill * 7919 + 13) % 23;
        committed.extend(kill_after(start(folder.path(), 1_000_000 * (kill as i64 + 1)), lines));
    }
    let store = Store::open(folder.path()).unwrap();
    let there: std::collections::HashSet<i64> = store.calls().unwrap().into_iter().map(|call| call.id).collect();
    assert!(committed.len() >= kills() && committed.iter().all(|id| there.contains(id)));
    let database = rusqlite::Connection::open(folder.path().join("segue.db")).unwrap();
    let sound: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    let before = store.calls().unwrap();
    store.rebuild().unwrap();
    assert_eq!(store.calls().unwrap(), before);
}

#[test]
fn two_programs_write_at_once() {
    let folder = tempfile::tempdir().unwrap();
    Store::open(folder.path()).unwrap().save_client(&Client::named("Viktor")).unwrap();
    let children = [start(folder.path(), 1_000), start(folder.path(), 100_000)];
    let threads = children.map(|child| std::thread::spawn(move || kill_after(child, 40)));
    let committed: Vec<i64> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    let there = Store::open(folder.path()).unwrap().calls().unwrap();
    assert!(committed.iter().all(|id| there.iter().any(|call| call.id == *id)));
    assert!(there.iter().all(|call| call.client == "Viktor"), "one client, not one each");
}
