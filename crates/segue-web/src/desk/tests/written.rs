//! What is written down of a call, and what holds where the store cannot be read or written.

use super::{command, desk, key, store};
use crate::desk::{Desk, Document};
use crate::texts::{ClientSay, Say};
use segue_core::{Ears, Kept};
use segue_store::StoreError;
use serde_json::{Value, json};
use std::path::Path;

#[test]
fn lines_wait_until_the_store_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    let database = rusqlite::Connection::open(desk.store.path()).unwrap();
    database.execute_batch("ALTER TABLE journal RENAME TO away").unwrap();
    desk.take(key("drifted"));
    desk.write_journal();
    assert!(desk.journal_fails && desk.notices() == 1);
    desk.take(key("back"));
    desk.write_journal();
    assert_eq!(desk.notices(), 1, "told once");
    database.execute_batch("ALTER TABLE away RENAME TO journal").unwrap();
    desk.write_journal();
    assert!(!desk.journal_fails && desk.journal.is_empty());
    let journal = desk.store.journal().unwrap().join("\n");
    let at = |what: &str| journal.find(what);
    assert!(at("drifted").is_some() && at("drifted") < at("notice") && at("notice") < at("\"back\""), "{journal}");
}

/// True if that is in a file of the folder.
fn is_written(folder: &Path, word: &str) -> bool {
    let files = std::fs::read_dir(folder).unwrap().flatten();
    files.map(|file| std::fs::read(file.path()).unwrap()).any(|bytes| bytes.windows(word.len()).any(|w| w == word.as_bytes()))
}

#[test]
fn keeping_less_leaves_no_words_in_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("browser");
    desk.does(json!({ "do": "keep", "what": "everything" }));
    desk.hears(desk.hearing, "the zebra has a cold");
    desk.take(key("end_call"));
    assert!(is_written(folder.path(), "zebra"));
    desk.does(json!({ "do": "keep", "what": "figures" }));
    assert!(!is_written(folder.path(), "zebra") && is_written(folder.path(), "\"heard\""));
    assert_eq!(desk.over().unwrap().keeping(), Kept::Figures);
}

/// "Her chemo" stayed in the journal where no word was to be kept.
#[test]
fn the_name_of_a_parked_topic_is_written_only_where_it_is_kept() {
    for (what, carried, kept) in [
        ("nothing", false, false),
        ("figures", false, false),
        ("business-words", false, false),
        ("everything", false, true),
        ("figures", true, true),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = desk(folder.path()).in_a_call("none");
        desk.does(json!({ "do": "keep", "what": what }));
        desk.after(60.0);
        desk.take(key("drifted"));
        desk.take(key("park"));
        desk.does(json!({ "do": "name", "parked": 0, "topic": "her chemo" }));
        desk.does(json!({ "do": "carry", "parked": 0, "on": carried }));
        desk.write_journal();
        assert_eq!(is_written(folder.path(), "chemo"), kept, "{what} {carried}");
        assert_eq!(desk.call.as_ref().unwrap().parked()[0].topic.as_str(), "her chemo", "it is on the page all the same");
        // After a crash there is what was written.
        let mut found = super::desk(folder.path());
        found.does(json!({ "do": "resume" }));
        let known = found.call.as_ref().unwrap().parked();
        assert_eq!(known[0].topic.as_str(), if kept { "her chemo" } else { "" }, "{what} {carried}");
        drop(found);
        // Who keeps it no more, or drops it, leaves none of it.
        desk.does(json!({ "do": "keep", "what": "figures" }));
        desk.does(json!({ "do": "carry", "parked": 0, "on": false }));
        assert!(!is_written(folder.path(), "chemo"), "{what} {carried}");
    }
}

/// It held from the day on which the debrief was closed.
#[test]
fn what_was_announced_in_a_call_holds_from_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut left = desk(folder.path());
    left.does(json!({ "do": "client", "was": null, "card": { "name": "Viktor" } }));
    left.does(json!({ "do": "announce", "client": "Viktor", "change": "work-only", "length": "half" }));
    let mut left = left.in_a_call("none");
    left.take(key("announced"));
    left.take(key("end_call"));
    let mut journal = left.store.journal().unwrap();
    let mut opening: Value = serde_json::from_str(&journal[0]).unwrap();
    opening["started"] = json!("2026-01-05T23:50:00+00:00[UTC]");
    journal[0] = opening.to_string();
    left.store.begin_journal(&journal).unwrap();
    drop(left);
    let mut desk = desk(folder.path());
    desk.does(json!({ "do": "resume" }));
    desk.does(json!({ "do": "close" }));
    let client = desk.known_as("Viktor").unwrap().unwrap();
    assert_eq!(client.announcement.unwrap().announced, Some(jiff::civil::date(2026, 1, 5)));
}

/// Lets no card of a client be written any more, or lets it again.
fn shut(desk: &Desk, shut: bool) {
    let database = rusqlite::Connection::open(desk.store.path()).unwrap();
    let refuses = "CREATE TRIGGER shut BEFORE INSERT ON events WHEN new.kind = 'client' BEGIN SELECT raise(ABORT, 'shut'); END";
    database.execute_batch(if shut { refuses } else { "DROP TRIGGER shut" }).unwrap();
}

/// The client had said no, the card could not be written, and segue listened on.
#[test]
fn a_no_to_listening_ends_it_though_it_cannot_be_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("browser");
    let consent = |given| command(json!({ "do": "consent", "given": given, "basis": "asked" }));
    desk.carry_out(consent(true)).unwrap();
    let heard = desk.hearing;
    shut(&desk, true);
    assert_eq!(desk.carry_out(consent(false)), Err(Say::CannotWrite), "it is told");
    let call = desk.call.as_ref().unwrap();
    assert_eq!((call.ears(), call.consented()), (Ears::None, false));
    assert!(desk.hearing > heard, "what is still recognised is nobody's");
    shut(&desk, false);
    desk.carry_out(consent(false)).unwrap();
    assert!(!desk.known_as("Viktor").unwrap().unwrap().consent.unwrap().given);
}

/// What a later version had written of a call under way was deleted by the next call, unasked.
#[test]
fn a_journal_that_cannot_be_read_is_lost_only_to_whoever_forgets_it() {
    let folder = tempfile::tempdir().unwrap();
    let journal = || store(folder.path()).journal().unwrap();
    store(folder.path()).begin_journal(&[r#"{"client":{"name":"Viktor"},"began":1}"#.to_owned()]).unwrap();
    let begin = || command(json!({ "do": "begin", "client": "Olga", "ears": "none" }));
    let mut later = desk(folder.path());
    for asked in [begin(), command(json!({ "do": "resume" })), command(json!({ "do": "settle" }))] {
        assert_eq!(later.command(asked), Err(Say::CutOffUnreadable));
    }
    assert!(later.cut_off.view().is_some_and(|shown| !shown.readable), "the page can offer to forget it");
    assert_eq!(journal().len(), 1);
    later.command(command(json!({ "do": "discard" }))).unwrap();
    assert_eq!(journal().len(), 0);
    later.command(begin()).unwrap();
}

#[test]
fn forgetting_a_client_forgets_a_journal_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let before = store(folder.path());
    before.save_client(&segue_core::Client::named("Viktor")).unwrap();
    before.begin_journal(&[r#"{"client":{"name":"Viktor"},"began":1}"#.to_owned()]).unwrap();
    drop(before);
    let mut desk = desk(folder.path());
    desk.does(json!({ "do": "forget", "client": "Viktor", "sure": "Viktor" }));
    assert!(desk.cut_off.view().is_none() && desk.store.journal().unwrap().is_empty());
}

#[test]
fn where_it_is_not_known_whether_a_call_was_cut_off_none_begins() {
    let folder = tempfile::tempdir().unwrap();
    let before = store(folder.path());
    rusqlite::Connection::open(before.path()).unwrap().execute_batch("DROP TABLE journal").unwrap();
    assert!(super::desk_with(before).is_err());
}

/// The call was remembered twice over, or its client not as the call had left them.
#[test]
fn a_call_is_closed_as_a_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    desk.after(600.0);
    desk.take(key("end_call"));
    shut(&desk, true);
    assert_eq!(desk.carry_out(command(json!({ "do": "close" }))), Err(Say::CannotWrite));
    assert!(desk.over().is_some() && desk.store.calls().unwrap().is_empty());
    assert!(is_written(folder.path(), "end_call"), "its journal is there");
    shut(&desk, false);
    desk.does(json!({ "do": "close" }));
    assert_eq!(desk.store.calls().unwrap().len(), 1);
    assert!(!is_written(folder.path(), "end_call"), "no byte of the journal is");
}

/// The page wrote back the call as it had read it, and what `segue note` had written meanwhile was gone.
#[test]
fn what_is_noted_elsewhere_between_calls_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    desk.runs_over();
    let elsewhere = store(folder.path());
    let (client, calls) = (desk.one("Viktor").unwrap(), elsewhere.calls().unwrap());
    let (call, departure) = segue_weeks::last_departure(&client, &calls).unwrap();
    let noted = segue_core::Exception { reason: "the child was ill".into(), ..departure };
    elsewhere.save_call(&segue_weeks::explained(call, noted), None).unwrap();
    desk.does(json!({ "do": "explain", "client": "Viktor", "sent": true }));
    let calls = desk.store.calls().unwrap();
    let (_, known) = segue_weeks::last_departure(&client, &calls).unwrap();
    assert!(known.reason == "the child was ill" && known.note_sent.is_some());
}

/// "There is no such document yet", of a store that could not be read.
#[test]
fn what_cannot_be_read_is_not_told_as_not_being_there() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let trend = |client: Option<&str>| desk.document(&Document::Trend { client: client.map(str::to_owned) });
    assert!(trend(None).is_ok());
    assert_eq!(trend(Some("Viktor")), Err(ClientSay::NoSuchClient.into()));
    assert_eq!(desk.document(&Document::Html), Err(Say::NoDebrief));
    let database = rusqlite::Connection::open(desk.store.path()).unwrap();
    database.execute_batch("ALTER TABLE calls RENAME TO away").unwrap();
    let failed = trend(None).unwrap_err();
    assert!(failed == Say::CannotRead && failed.is_of_store());
}

/// "Check the disk and the folder", where another program was writing.
#[test]
fn a_busy_store_is_told_as_busy_in_reading_and_in_writing() {
    let busy = || Say::from(ClientSay::StoreBusy);
    assert_eq!((Say::from(StoreError::Busy), Say::unread(StoreError::Busy)), (busy(), busy()));
    assert_eq!((Say::from(StoreError::Damaged), Say::unread(StoreError::Damaged)), (Say::CannotWrite, Say::CannotRead));
    assert!(busy().is_of_store());
}
