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
