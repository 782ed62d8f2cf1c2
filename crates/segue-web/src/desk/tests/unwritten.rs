//! What holds where the store cannot be read or written, and what is written as one.

use super::{command, desk};
use crate::desk::Desk;
use crate::texts::Say;
use segue_core::Ears;
use serde_json::json;

/// Lets nothing be remembered any more, or lets it again.
fn shut(desk: &Desk, shut: bool) {
    let database = rusqlite::Connection::open(desk.store.path()).unwrap();
    let refuses = "CREATE TRIGGER shut BEFORE INSERT ON events BEGIN SELECT raise(ABORT, 'shut'); END";
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
    let journal = || super::store(folder.path()).journal().unwrap();
    super::store(folder.path()).begin_journal(&[r#"{"client":{"name":"Viktor"},"began":1}"#.to_owned()]).unwrap();
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
    let store = super::store(folder.path());
    store.save_client(&segue_core::Client::named("Viktor")).unwrap();
    store.begin_journal(&[r#"{"client":{"name":"Viktor"},"began":1}"#.to_owned()]).unwrap();
    drop(store);
    let mut desk = desk(folder.path());
    desk.does(json!({ "do": "forget", "client": "Viktor", "sure": "Viktor" }));
    assert!(desk.cut_off.view().is_none() && desk.store.journal().unwrap().is_empty());
}

#[test]
fn where_it_is_not_known_whether_a_call_was_cut_off_none_begins() {
    let folder = tempfile::tempdir().unwrap();
    let store = super::store(folder.path());
    rusqlite::Connection::open(store.path()).unwrap().execute_batch("DROP TABLE journal").unwrap();
    assert!(super::desk_with(store).is_err());
}
