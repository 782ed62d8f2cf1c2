//! The store as the commands and the live page use it.

use jiff::civil::date;
use jiff::tz::TimeZone;
use segue_core::debrief::Debrief;
use segue_core::{CallRecord, Client};
use segue_phrasebook::{LineMemory, Outcome};
use segue_store::{Kind, NoKeyStore, Step, Store, StoreError};
use std::path::Path;
use tempfile::TempDir;

fn open(folder: &Path) -> Result<Store, StoreError> {
    Store::open(folder, &NoKeyStore)
}

fn now() -> jiff::Zoned {
    date(2026, 11, 27).at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap()
}

fn call(id: i64, client: &str) -> CallRecord {
    CallRecord {
        id,
        client: client.to_owned(),
        started: jiff::Timestamp::from_second(1_790_000_000 + id * 86_400).unwrap(),
        seconds: 1800.0,
        ..CallRecord::default()
    }
}

fn debrief(words: &str) -> Debrief {
    Debrief { headline: words.to_owned(), ..Debrief::default() }
}

fn with_two() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    for name in ["Viktor", "Анна"] {
        store.next_step();
        store.save_client(&Client { about: format!("secret of {name}"), ..Client::named(name) }).unwrap();
    }
    store.next_step();
    store.save_call(&call(1, "VIKTOR"), Some(&debrief("his marmalade recipe"))).unwrap();
    let mut lines = LineMemory::default();
    lines.record("park-1", Outcome { said: true, returned_after: Some(3.0), closed_up: false });
    store.save_lines("viktor ", &lines).unwrap();
    store.next_step();
    store.save_call(&call(2, "Анна"), None).unwrap();
    (folder, store)
}

fn names(store: &Store) -> Vec<String> {
    store.clients(&now()).unwrap().into_iter().map(|client| client.name).collect()
}

fn found_in_files(folder: &Path, words: &str) -> bool {
    let files = std::fs::read_dir(folder).unwrap().flatten();
    files.into_iter().any(|file| {
        let bytes = std::fs::read(file.path()).unwrap();
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}

#[test]
fn what_was_saved_is_there_also_after_opening_again_and_rebuilding() {
    let (folder, store) = with_two();
    let check = |store: &Store| {
        assert_eq!(names(store), ["Анна", "Viktor"]);
        assert_eq!(store.client("ViKTOR ", &now()).unwrap().unwrap().about, "secret of Viktor");
        let calls = store.calls().unwrap();
        assert_eq!(calls.iter().map(|call| (call.id, call.client.as_str())).collect::<Vec<_>>(), [(1, "Viktor"), (2, "Анна")]);
        assert_eq!(store.debrief(1).unwrap().unwrap().headline, "his marmalade recipe");
        assert!(store.debrief(2).unwrap().is_none());
        assert!(store.lines("Viktor").unwrap() != LineMemory::default());
        assert_eq!(store.lines("Nobody").unwrap(), LineMemory::default());
    };
    check(&store);
    store.rebuild().unwrap();
    check(&store);
    drop(store);
    check(&open(folder.path()).unwrap());
}

#[test]
fn a_call_written_again_for_its_reason_keeps_its_words() {
    let (_folder, store) = with_two();
    store.save_call(&CallRecord { overrun: 300.0, ..call(1, "Viktor") }, None).unwrap();
    for _ in 0..2 {
        assert!(store.debrief(1).unwrap().is_some());
        assert!((store.calls().unwrap()[0].overrun - 300.0).abs() < 0.1);
        store.rebuild().unwrap();
    }
}

/// The commands and the page each did this for themselves, and some of the page's papers did not.
#[test]
fn a_next_call_that_is_past_is_none_for_whoever_asks() {
    let (_folder, store) = with_two();
    let next_call = Some(date(2026, 11, 27).at(10, 0, 0, 0));
    let viktor = Client { next_call, next_meeting: Some("on Friday".into()), ..Client::named("Viktor") };
    store.save_client(&viktor).unwrap();
    for (hour, known) in [(9, true), (10, false), (12, false)] {
        let now = &date(2026, 11, 27).at(hour, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
        let (one, all) = (store.client("viktor", now).unwrap().unwrap(), store.clients(now).unwrap());
        assert!(all.contains(&one));
        assert_eq!((one.next_call.is_some(), one.next_meeting.is_some()), (known, known), "{hour}");
    }
    // What was written down stays, whoever looks and whatever is changed beside it.
    store.rename("Viktor", "Victor").unwrap();
    let earlier = &date(2026, 11, 26).at(9, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    assert_eq!(store.client("Victor", earlier).unwrap().unwrap().next_call, next_call);
}

#[test]
fn a_name_changes_and_the_calls_go_along() {
    let (_folder, store) = with_two();
    assert!(matches!(store.rename("Nobody", "X"), Err(StoreError::NoSuchClient)));
    assert!(matches!(store.rename("viktor", "анна"), Err(StoreError::NameTaken)));
    store.next_step();
    store.rename("viktor", "Viktor Lind").unwrap();
    assert_eq!(store.calls().unwrap()[0].client, "Viktor Lind");
    assert!(store.client("Viktor", &now()).unwrap().is_none());
    assert_eq!(store.undo().unwrap().unwrap().clients, 1);
    assert_eq!(store.calls().unwrap()[0].client, "Viktor");
}

#[test]
fn steps_are_undone_one_by_one_and_never_what_was_forgotten() {
    let (_folder, store) = with_two();
    let undone = store.undo().unwrap().unwrap();
    assert_eq!((undone.calls, undone.client.as_deref()), (1, Some("Анна")));
    // The call and what it taught about lines were one step.
    assert_eq!(store.undo().unwrap().unwrap().calls, 1);
    assert!(store.calls().unwrap().is_empty());
    assert_eq!(store.lines("Viktor").unwrap(), LineMemory::default());
    store.forget("Анна").unwrap();
    assert_eq!(store.undo().unwrap().unwrap().clients, 1);
    assert!(store.undo().unwrap().is_none());
    assert!(names(&store).is_empty());
}

/// Who had forgotten somebody by mistake typed undo, and lost two other clients with nine calls.
#[test]
fn what_was_done_before_a_forgetting_is_told_as_such() {
    let since = |store: &Store| store.last_step().unwrap().unwrap().forgotten_since;
    let (_folder, store) = with_two();
    assert!(!since(&store));
    store.forget("Анна").unwrap();
    assert!(since(&store));
    // What is done after it is the last step again, and then the one before.
    store.save_client(&Client::named("Olga")).unwrap();
    assert!(!since(&store));
    assert!(!store.undo().unwrap().unwrap().forgotten_since);
    assert!(store.undo().unwrap().unwrap().forgotten_since);
    // Whoever took that back knows by now.
    assert!(store.last_step().unwrap().is_none_or(|step| !step.forgotten_since));
    let (_folder, store) = with_two();
    store.drop_words("Анна").unwrap();
    assert!(since(&store));
}

/// Takes back the last step, which is what it was said to be before.
fn undone(store: &Store) -> (Step, Option<String>) {
    store.next_step();
    let told = store.last_step().unwrap();
    let undone = store.undo().unwrap();
    assert_eq!(told, undone);
    let undone = undone.unwrap();
    (undone.step(), undone.client)
}

/// Nobody could know before what would be taken back.
#[test]
fn the_last_step_is_told_before_it_is_taken_back() {
    let (_folder, store) = with_two();
    let last = || store.last_step().unwrap();
    assert_eq!(last().unwrap().client.as_deref(), Some("Анна"));
    assert_eq!((last(), store.calls().unwrap().len()), (last(), 2), "looking takes nothing back");
    // Of what is forgotten there is nothing to tell.
    store.forget("Анна").unwrap();
    assert_eq!(last().unwrap().client.as_deref(), Some("Viktor"));
    while store.undo().unwrap().is_some() {}
    assert_eq!(last(), None);
}

/// A reason that was taken back was told as the call itself, and a whole import as one of its calls.
#[test]
fn what_is_taken_back_is_told_as_what_it_was() {
    let (_folder, store) = with_two();
    let mut export = Vec::new();
    store.export(&mut export).unwrap();
    store.next_step();
    store.save_call(&CallRecord { overrun: 300.0, ..call(2, "Анна") }, None).unwrap();
    assert_eq!(undone(&store), (Step::Noted, Some("Анна".into())));
    assert_eq!(store.calls().unwrap().len(), 2);
    assert_eq!(undone(&store), (Step::Call, Some("Анна".into())));
    let other = tempfile::tempdir().unwrap();
    let store = open(other.path()).unwrap();
    store.import(export.as_slice()).unwrap();
    assert_eq!(undone(&store), (Step::Several, None));
    assert!(store.clients(&now()).unwrap().is_empty());
    // A calendar that told of next calls was told as three clients taken back, who were all still there.
    for name in ["Viktor", "Анна", "Olga"] {
        store.save_client(&Client::named(name)).unwrap();
    }
    store.next_step();
    for name in ["Viktor", "Анна", "Olga"] {
        store.save_client(&Client { next_meeting: Some("on Friday".into()), ..Client::named(name) }).unwrap();
    }
    store.next_step();
    let calendar = store.undo().unwrap().unwrap();
    assert_eq!((calendar.step(), calendar.clients, calendar.gone), (Step::Clients, 3, 0));
    assert_eq!(undone(&store), (Step::Several, None));
}

/// Deriving a client anew went through all names they ever had, and took away whoever has one of them now.
#[test]
fn a_name_given_up_and_taken_by_another_stays_theirs() {
    let (_folder, store) = with_two();
    let step = |work: &dyn Fn()| {
        store.next_step();
        work();
    };
    step(&|| store.rename("Viktor", "Victor").unwrap());
    step(&|| store.save_client(&Client { about: "another".into(), ..Client::named("Viktor") }).unwrap());
    step(&|| store.save_call(&call(3, "Viktor"), None).unwrap());
    step(&|| store.save_client(&Client { about: "changed".into(), ..Client::named("Victor") }).unwrap());
    let check = |store: &Store| {
        let about = |name: &str| store.client(name, &now()).unwrap().unwrap().about;
        assert_eq!((about("Victor"), about("Viktor")), ("secret of Viktor".into(), "another".into()));
        let of_calls: Vec<String> = store.calls().unwrap().into_iter().map(|call| call.client).collect();
        assert_eq!(of_calls, ["Victor", "Анна", "Viktor"]);
    };
    assert_eq!(undone(&store), (Step::Client, Some("Victor".into())));
    check(&store);
    store.rebuild().unwrap();
    check(&store);
    // Neither does an import take it away, here or elsewhere.
    let mut export = Vec::new();
    store.export(&mut export).unwrap();
    let again = store.import(export.as_slice()).unwrap();
    assert_eq!((again.taken, again.problems.len()), (0, 0));
    check(&store);
    let other = tempfile::tempdir().unwrap();
    let elsewhere = open(other.path()).unwrap();
    elsewhere.save_client(&Client { about: "another".into(), ..Client::named("Viktor") }).unwrap();
    elsewhere.import(export.as_slice()).unwrap();
    check(&elsewhere);
}

/// Whoever was taken back could not be forgotten, and was left behind when somebody of the same name was.
#[test]
fn what_was_taken_back_can_be_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    let add = |about: &str| {
        store.next_step();
        store.save_client(&Client { about: about.into(), ..Client::named("Viktor") }).unwrap();
    };
    add("the first marmalade");
    assert_eq!(undone(&store).0, Step::NewClient);
    assert!(store.knows("viktor ").unwrap() && !store.knows("").unwrap());
    add("the second marmalade");
    store.forget("Viktor").unwrap();
    assert!(!found_in_files(folder.path(), "marmalade"));
    assert!(!store.knows("Viktor").unwrap());
    add("the third marmalade");
    undone(&store);
    store.forget("Viktor").unwrap();
    assert!(!found_in_files(folder.path(), "marmalade"));
    assert!(matches!(store.forget("Viktor"), Err(StoreError::NoSuchClient)));
}

#[test]
fn what_is_forgotten_is_in_no_file() {
    let (folder, store) = with_two();
    store.begin_journal(&[r#"{"client":{"name":"Viktor"}}"#.into(), r#"{"words":"the journal's plum jam"}"#.into()]).unwrap();
    for words in ["Viktor", "marmalade", "park-1", "plum jam"] {
        assert!(found_in_files(folder.path(), words), "{words} was there");
    }
    store.forget("viktor").unwrap();
    for words in ["Viktor", "viktor", "marmalade", "park-1", "plum jam"] {
        assert!(!found_in_files(folder.path(), words), "{words} stayed");
    }
    assert!(found_in_files(folder.path(), "Анна"));
    assert!(matches!(store.forget("Viktor"), Err(StoreError::NoSuchClient)));
    assert!(matches!(store.forget(""), Err(StoreError::NoSuchClient)));
}

#[test]
fn calls_go_when_their_days_are_over() {
    let (folder, store) = with_two();
    let mut viktor = store.client("Viktor", &now()).unwrap().unwrap();
    viktor.keeping.days = Some(30);
    store.save_client(&viktor).unwrap();
    assert_eq!(store.expire(date(2026, 10, 22)).unwrap(), 0);
    assert_eq!(store.expire(date(2026, 10, 23)).unwrap(), 1);
    assert_eq!(store.calls().unwrap().len(), 1);
    assert!(!found_in_files(folder.path(), "marmalade"));
}

/// A call that was kept with every word and taken back was no call any more, and stayed in the file for good.
#[test]
fn calls_that_were_taken_back_go_when_their_days_are_over_too() {
    for is_new in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path()).unwrap();
        let mut viktor = Client::named("Viktor");
        viktor.keeping.days = Some(30);
        store.save_client(&viktor).unwrap();
        if !is_new {
            store.next_step();
        }
        store.save_call(&call(1, "Viktor"), Some(&debrief("his marmalade recipe"))).unwrap();
        store.undo().unwrap();
        assert_eq!(store.expire(date(2026, 10, 22)).unwrap(), 0);
        assert!(found_in_files(folder.path(), "marmalade"));
        assert_eq!(store.expire(date(2026, 10, 23)).unwrap(), 1, "with a client who is new: {is_new}");
        assert!(!found_in_files(folder.path(), "marmalade"));
        assert_eq!(store.clients(&now()).unwrap().len(), usize::from(!is_new));
    }
}

#[test]
fn words_can_go_alone() {
    let (folder, store) = with_two();
    assert_eq!(store.drop_words("Viktor").unwrap(), 1);
    assert_eq!(store.drop_words("Viktor").unwrap(), 0);
    assert!(store.debrief(1).unwrap().is_none() && store.calls().unwrap().len() == 2);
    assert!(!found_in_files(folder.path(), "marmalade"));
    assert!(store.drop_words("nobody of that name").is_err());
}

#[test]
fn every_stored_thing_is_listed() {
    let (_folder, store) = with_two();
    let held = store.privacy().unwrap();
    let of = |client: Option<&str>| held.iter().filter(|h| h.client.as_deref() == client).map(|h| h.kind).collect::<Vec<_>>();
    assert_eq!(of(Some("Viktor")), [Kind::Client, Kind::Figures, Kind::Words, Kind::Lines, Kind::History]);
    assert_eq!(of(Some("Анна")), [Kind::Client, Kind::Figures, Kind::History]);
    assert!(of(None).is_empty() && held.iter().all(|held| held.bytes > 0));
}

#[test]
fn everything_goes_out_and_comes_in_again_once() {
    let (_folder, store) = with_two();
    let mut out = Vec::new();
    let count = store.export(&mut out).unwrap();
    let other = tempfile::tempdir().unwrap();
    let copy = open(other.path()).unwrap();
    copy.save_client(&Client::named("Viktor")).unwrap();
    let broken = [out.as_slice(), b"not a line\n"].concat();
    let imported = copy.import(broken.as_slice()).unwrap();
    assert_eq!((imported.taken, imported.problems.iter().map(|p| p.line).collect::<Vec<_>>()), (count, vec![count + 2]));
    assert_eq!(copy.calls().unwrap(), store.calls().unwrap());
    assert_eq!(copy.debrief(1).unwrap(), store.debrief(1).unwrap());
    let again = copy.import(out.as_slice()).unwrap();
    assert_eq!((again.taken, again.known), (0, count));
    assert!(matches!(copy.import(&b"{\"segue\":\"store\",\"version\":99}\n"[..]), Err(StoreError::NoExport)));
    assert!(matches!(copy.import(&b"hello"[..]), Err(StoreError::NoExport)));
}

/// The newer card of a second machine, with its minutes, rate and tone, was replaced by an older one; so was a reason noted there.
#[test]
fn an_import_leaves_alone_what_is_there() {
    let (_folder, store) = with_two();
    let mut export = Vec::new();
    store.export(&mut export).unwrap();
    let other = tempfile::tempdir().unwrap();
    let elsewhere = open(other.path()).unwrap();
    let newer = Client { about: "Tax advice".into(), ..Client::named("viktor") };
    elsewhere.save_client(&newer).unwrap();
    let noted = CallRecord { overrun: 300.0, ..call(1, "viktor") };
    elsewhere.save_call(&noted, None).unwrap();
    let done = elsewhere.import(export.as_slice()).unwrap();
    assert_eq!(done.kept, ["viktor"]);
    assert_eq!(elsewhere.client("Viktor", &now()).unwrap(), Some(newer.clone()));
    assert_eq!(elsewhere.calls().unwrap(), [noted, call(2, "Анна")]);
    assert!(elsewhere.client("Анна", &now()).unwrap().is_some(), "who was not there comes in");
    // A name alone is nothing that was agreed.
    let third = tempfile::tempdir().unwrap();
    let third = open(third.path()).unwrap();
    third.save_call(&call(9, "Viktor"), None).unwrap();
    assert!(third.import(export.as_slice()).unwrap().kept.is_empty());
    assert_eq!(third.client("Viktor", &now()).unwrap().unwrap().about, "secret of Viktor");
}

/// Half a backup was taken in as a success.
#[test]
fn an_export_whose_end_is_missing_is_noticed() {
    let (_folder, store) = with_two();
    let mut out = Vec::new();
    let count = store.export(&mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for there in 1..=count + 1 {
        let other = tempfile::tempdir().unwrap();
        let done = open(other.path()).unwrap().import(lines[..there].join("\n").as_bytes()).unwrap();
        assert_eq!((done.missing, done.is_whole()), (count + 1 - there, there == count + 1));
    }
    // Cut in the middle of a line.
    let other = tempfile::tempdir().unwrap();
    let done = open(other.path()).unwrap().import(&text.as_bytes()[..text.len() - 20]).unwrap();
    assert_eq!((done.problems.len(), done.missing, done.is_whole()), (1, 0, false));
    // Written before the number of lines was.
    let old = text.replacen(&format!(",\"events\":{count}"), "", 1);
    assert_ne!(old, text);
    let other = tempfile::tempdir().unwrap();
    assert!(open(other.path()).unwrap().import(old.as_bytes()).unwrap().is_whole());
}

#[test]
fn json_files_of_an_earlier_version_are_taken_in_once() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
    write("clients.json", serde_json::to_string(&[Client::named("Viktor")]).unwrap());
    write("calls.json", serde_json::to_string(&[call(7, "viktor"), call(8, "Olga")]).unwrap());
    write("lines.json", serde_json::to_string(&std::collections::BTreeMap::from([("viktor", LineMemory::default())])).unwrap());
    let store = open(folder.path()).unwrap();
    assert_eq!(store.calls().unwrap().iter().map(|call| call.client.clone()).collect::<Vec<_>>(), ["Viktor", "Olga"]);
    assert!(!folder.path().join("clients.json").exists());
    drop(store);
    assert_eq!(open(folder.path()).unwrap().calls().unwrap().len(), 2);
}

#[test]
fn a_later_store_and_a_damaged_one_are_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("segue.db"), b"this is no database, whatever its name says; ".repeat(99)).unwrap();
    assert!(matches!(open(folder.path()), Err(StoreError::Damaged)));
    let folder = tempfile::tempdir().unwrap();
    drop(open(folder.path()).unwrap());
    let database = rusqlite::Connection::open(folder.path().join("segue.db")).unwrap();
    database.pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(open(folder.path()), Err(StoreError::Newer(99))));
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let above = tempfile::tempdir().unwrap();
    let folder = above.path().join("data");
    let store = open(&folder).unwrap();
    store.save_client(&Client::named("Viktor")).unwrap();
    assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    for file in std::fs::read_dir(&folder).unwrap().flatten() {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.file_name());
    }
}

#[test]
fn two_programs_that_change_a_client_at_once_both_do() {
    let (folder, _store) = with_two();
    let change = |change: fn(&mut Client)| {
        let store = open(folder.path()).unwrap();
        store.at_once(|| {
            let mut client = store.client("Viktor", &now())?.ok_or(StoreError::NoSuchClient)?;
            std::thread::sleep(std::time::Duration::from_millis(50));
            change(&mut client);
            store.save_client(&client)
        })
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| change(|client| client.boundary.planned_minutes = Some(31.0)));
        change(|client| client.about = "tea".into()).unwrap();
        other.join().unwrap().unwrap();
    });
    let client = open(folder.path()).unwrap().client("Viktor", &now()).unwrap().unwrap();
    assert_eq!((client.boundary.planned_minutes, client.about.as_str()), (Some(31.0), "tea"));
}

#[test]
fn what_fails_on_the_way_leaves_nothing_of_itself() {
    let (_folder, store) = with_two();
    let failed = store.at_once(|| {
        store.save_client(&Client { about: "half".into(), ..Client::named("Viktor") })?;
        Err::<(), _>(StoreError::NameTaken)
    });
    assert!(matches!(failed, Err(StoreError::NameTaken)));
    assert_eq!(store.client("Viktor", &now()).unwrap().unwrap().about, "secret of Viktor");
}

#[test]
fn a_client_who_goes_with_the_call_is_told() {
    let (_folder, store) = with_two();
    store.next_step();
    store.save_call(&call(3, "Новый"), None).unwrap();
    assert_eq!(undone(&store), (Step::CallAndClient, Some("Новый".into())));
    store.next_step();
    store.save_client(&Client { about: "tea".into(), ..Client::named("Viktor") }).unwrap();
    assert_eq!(undone(&store).0, Step::Client);
}
