//! Stores of every earlier schema, as those versions wrote them (`fixtures/README.md`), are read as they were.

mod keys;

use keys::FolderOfKeys;
use rusqlite::Connection;
use segue_core::Client;
use segue_store::{KeyStore, NoKeyStore, Opening, Protection, Store};
use std::path::Path;
use tempfile::TempDir;

/// The earlier schemas.
const EARLIER: [u32; 1] = [1];

fn now() -> jiff::Zoned {
    jiff::civil::date(2026, 11, 27).at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap()
}

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

/// A folder with a store of that schema.
fn earlier(schema: u32) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let database = Connection::open(folder.path().join("segue.db")).unwrap();
    database.execute_batch("PRAGMA journal_mode = WAL").unwrap();
    database.execute_batch(&fixture(&format!("schema-{schema}.sql"))).unwrap();
    folder
}

fn exported(store: &Store) -> String {
    let mut out = Vec::new();
    store.export(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn check(schema: u32, keys: &dyn KeyStore, expected: (Opening, bool)) {
    let folder = earlier(schema);
    let store = Store::open(folder.path(), keys).unwrap();
    assert_eq!((store.opening(), store.protection() == Protection::Encrypted), expected, "schema {schema}");
    let before = exported(&store);
    let then: Vec<serde_json::Value> = lines(&fixture(&format!("schema-{schema}.jsonl")));
    // The head counts its lines by now.
    assert_eq!(lines(&before)[1..], then[1..], "schema {schema}: what was exported then");
    let (clients, calls) = (store.clients(&now()).unwrap(), store.calls().unwrap());
    assert!(!clients.is_empty() && !calls.is_empty() && !store.rehearsals().unwrap().is_empty());
    store.rebuild().unwrap();
    assert_eq!((store.clients(&now()).unwrap(), store.calls().unwrap()), (clients, calls), "schema {schema}: what is derived");
    // It can be worked with, and opens again.
    store.save_client(&Client::named("Olga")).unwrap();
    assert_eq!(store.undo().unwrap().unwrap().client.as_deref(), Some("Olga"));
    drop(store);
    let store = Store::open(folder.path(), keys).unwrap();
    assert_eq!((store.opening(), exported(&store)), (Opening::Usual, before));
}

fn lines(text: &str) -> Vec<serde_json::Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_earlier_schema_is_read_as_it_was() {
    for schema in EARLIER {
        check(schema, &NoKeyStore, (Opening::Usual, false));
    }
}

#[test]
fn every_earlier_schema_is_encrypted_as_it_was() {
    for schema in EARLIER {
        let keys = tempfile::tempdir().unwrap();
        let keys = FolderOfKeys::at(keys.path());
        check(schema, &keys, (Opening::TakenOver, true));
        assert_eq!(keys.names().len(), 1, "one key");
    }
}
