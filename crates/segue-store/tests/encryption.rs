//! The store with a key store at hand, and without.

mod keys;

use keys::FolderOfKeys;
use rusqlite::{Connection, MAIN_DB};
use segue_core::debrief::Debrief;
use segue_core::{CallRecord, Client};
use segue_store::{KeyStore, NoKeyStore, Opening, Protection, Store, StoreError, Why};
use std::path::Path;
use tempfile::TempDir;

/// What stands in the store that nobody else should read.
const PRIVATE: [&str; 4] = ["Viktor", "secret of Viktor", "marmalade", "plum jam"];

fn now() -> jiff::Zoned {
    jiff::civil::date(2026, 11, 27).at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap()
}

struct House {
    folder: TempDir,
    keys: FolderOfKeys,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = FolderOfKeys::at(&folder.path().join("keys"));
        Self { folder, keys }
    }

    fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    fn open(&self) -> Store {
        Store::open(&self.data(), &self.keys).unwrap()
    }

    fn open_without_keys(&self) -> Result<Store, StoreError> {
        Store::open(&self.data(), &NoKeyStore)
    }

    /// The pages of the file as they are under the encryption.
    fn pages(&self) -> Vec<u8> {
        let path = self.data().join("segue.db");
        let salt: String = std::fs::read(&path).unwrap()[..16].iter().map(|byte| format!("{byte:02x}")).collect();
        let mut database = Connection::open(path).unwrap();
        if let Some(key) = self.keys.get(&salt).unwrap() {
            database.execute_batch(&format!("PRAGMA key = \"x'{}{salt}'\"", key.digits().as_str())).unwrap();
        }
        database.serialize(MAIN_DB).unwrap().to_vec()
    }
}

fn fill(store: &Store) {
    store.save_client(&Client { about: "secret of Viktor".into(), ..Client::named("Viktor") }).unwrap();
    store.save_client(&Client::named("Анна")).unwrap();
    let debrief = Debrief { headline: "his marmalade recipe".into(), ..Debrief::default() };
    let call = CallRecord { id: 1, client: "Viktor".into(), ..CallRecord::default() };
    store.save_call(&call, Some(&debrief)).unwrap();
    store.begin_journal(&[r#"{"client":{"name":"Viktor"}}"#.into(), "the journal's plum jam".into()]).unwrap();
}

fn check(store: &Store) {
    assert_eq!(store.client("viktor", &now()).unwrap().unwrap().about, "secret of Viktor");
    assert_eq!(store.debrief(1).unwrap().unwrap().headline, "his marmalade recipe");
    assert_eq!(store.journal().unwrap().len(), 2);
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

fn found_in_files(folder: &Path, words: &str) -> bool {
    std::fs::read_dir(folder).unwrap().flatten().any(|file| holds(&std::fs::read(file.path()).unwrap(), words))
}

#[test]
fn a_new_store_is_encrypted_and_no_file_holds_a_word() {
    let house = House::new();
    let store = house.open();
    assert_eq!((store.protection(), store.opening()), (Protection::Encrypted, Opening::New));
    fill(&store);
    let log = std::fs::read(house.data().join("segue.db-wal")).unwrap();
    assert!(log.len() > 4096, "the log is looked at too");
    for words in PRIVATE.iter().chain(&["SQLite format", "CREATE TABLE", "Анна"]) {
        assert!(!found_in_files(&house.data(), words), "{words} can be read");
    }
    drop(store);
    let store = house.open();
    assert_eq!((store.protection(), store.opening()), (Protection::Encrypted, Opening::Usual));
    check(&store);
    assert_eq!(house.keys.names().len(), 1, "one key");
}

#[test]
fn every_folder_has_its_own_key_which_goes_along_when_it_is_moved() {
    let house = House::new();
    fill(&house.open());
    let other = house.folder.path().join("other");
    drop(Store::open(&other, &house.keys).unwrap());
    assert_eq!(house.keys.names().len(), 2);
    std::fs::remove_dir_all(&other).unwrap();
    std::fs::rename(house.data(), &other).unwrap();
    check(&Store::open(&other, &house.keys).unwrap());
}

#[test]
fn forgetting_leaves_no_byte_under_the_encryption_either() {
    let house = House::new();
    let store = house.open();
    fill(&store);
    let before = house.pages();
    assert!(PRIVATE.iter().all(|words| holds(&before, words)), "what is looked through is what is stored");
    store.forget("viktor").unwrap();
    let log = std::fs::metadata(house.data().join("segue.db-wal")).unwrap().len();
    let after = house.pages();
    for words in PRIVATE {
        assert!(!holds(&after, words), "{words} stayed");
    }
    assert!(log == 0 && holds(&after, "Анна"));
}

#[test]
fn days_go_by_in_an_encrypted_store_too() {
    let house = House::new();
    let store = house.open();
    fill(&store);
    let mut viktor = store.client("Viktor", &now()).unwrap().unwrap();
    viktor.keeping.days = Some(30);
    store.save_client(&viktor).unwrap();
    store.end_journal().unwrap();
    assert_eq!(store.expire(jiff::civil::date(1970, 1, 31)).unwrap(), 0);
    assert_eq!(store.expire(jiff::civil::date(1970, 2, 1)).unwrap(), 1);
    assert!(!holds(&house.pages(), "marmalade") && holds(&house.pages(), "Viktor"));
}

#[test]
fn without_a_key_store_it_stays_plain_and_says_so() {
    let house = House::new();
    let store = house.open_without_keys().unwrap();
    assert_eq!((store.protection(), store.opening()), (Protection::Plain(Why::NoKeyStore), Opening::New));
    drop(store);
    let store = house.open_without_keys().unwrap();
    assert_eq!((store.protection(), store.opening()), (Protection::Plain(Why::NoKeyStore), Opening::Usual));
}

#[test]
fn a_plain_store_is_taken_over_once_a_key_store_is_there() {
    let house = House::new();
    let store = house.open_without_keys().unwrap();
    fill(&store);
    drop(store);
    house.keys.shut.set(true);
    let store = house.open();
    assert_eq!(store.protection(), Protection::Plain(Why::KeyStoreShut));
    check(&store);
    drop(store);
    house.keys.shut.set(false);
    let store = house.open();
    assert_eq!((store.protection(), store.opening()), (Protection::Encrypted, Opening::TakenOver));
    check(&store);
    for words in PRIVATE {
        assert!(!found_in_files(&house.data(), words), "{words} can be read");
    }
    // What was undone or not is as it was.
    assert!(store.undo().unwrap().is_some());
    drop(store);
    assert_eq!(house.open().opening(), Opening::Usual);
}

#[test]
fn a_key_store_that_forgets_at_once_is_not_trusted() {
    let house = House::new();
    house.keys.forgetful.set(true);
    assert_eq!(house.open().protection(), Protection::Plain(Why::KeyStoreShut));
}

#[test]
fn the_user_may_choose_and_the_choice_stays() {
    let house = House::new();
    let store = house.open();
    fill(&store);
    let store = store.protect(false, &house.keys).unwrap();
    assert_eq!(store.protection(), Protection::Plain(Why::Chosen));
    check(&store);
    assert!(house.keys.names().is_empty(), "a key that opens nothing goes");
    assert!(found_in_files(&house.data(), "marmalade"));
    drop(store);
    assert_eq!(house.open().protection(), Protection::Plain(Why::Chosen));
    let store = house.open().protect(true, &house.keys).unwrap();
    assert_eq!(store.protection(), Protection::Encrypted);
    check(&store);
    assert!(!found_in_files(&house.data(), "marmalade"));
    drop(store);
    assert_eq!(house.open().protection(), Protection::Encrypted);
    assert!(matches!(house.open().protect(true, &NoKeyStore), Err(StoreError::KeyStore(_))));
}

/// "No" was forgotten where "yes" could not be done, and the next start encrypted by itself.
#[test]
fn a_wish_that_cannot_be_granted_leaves_the_earlier_one() {
    let house = House::new();
    fill(&house.open().protect(false, &house.keys).unwrap());
    house.keys.shut.set(true);
    assert!(matches!(house.open().protect(true, &house.keys), Err(StoreError::KeyStore(_))));
    assert!(matches!(house.open().protect(true, &NoKeyStore), Err(StoreError::KeyStore(_))));
    house.keys.shut.set(false);
    let other = house.open();
    assert!(matches!(house.open().protect(true, &house.keys), Err(StoreError::Busy)));
    drop(other);
    let store = house.open();
    assert_eq!(store.protection(), Protection::Plain(Why::Chosen));
    check(&store);
    let store = store.protect(true, &house.keys).unwrap();
    drop(store);
    let other = house.open();
    assert!(matches!(house.open().protect(false, &house.keys), Err(StoreError::Busy)));
    drop(other);
    assert_eq!(house.open().protection(), Protection::Encrypted);
}

#[test]
fn nothing_is_replaced_while_another_has_it_open() {
    let house = House::new();
    let store = house.open_without_keys().unwrap();
    fill(&store);
    let other = house.open();
    assert_eq!(other.protection(), Protection::Plain(Why::NotNow));
    assert!(matches!(other.protect(true, &house.keys), Err(StoreError::Busy)));
    check(&store);
    drop(store);
    let store = house.open();
    assert_eq!(store.protection(), Protection::Encrypted);
    let other = house.open();
    assert!(matches!(other.protect(false, &house.keys), Err(StoreError::Busy)));
    check(&store);
}

#[test]
fn a_key_that_is_missing_or_wrong_destroys_nothing() {
    let house = House::new();
    fill(&house.open());
    let [name] = house.keys.names().try_into().unwrap();
    let file = house.folder.path().join("keys").join(&name);
    let digits = std::fs::read_to_string(&file).unwrap();
    let bytes = std::fs::read(house.data().join("segue.db")).unwrap();
    assert!(matches!(house.open_without_keys(), Err(StoreError::KeyStore(_))));
    std::fs::write(&file, digits.chars().rev().collect::<String>()).unwrap();
    assert!(matches!(Store::open(&house.data(), &house.keys), Err(StoreError::KeyWrong)));
    std::fs::remove_file(&file).unwrap();
    assert!(matches!(Store::open(&house.data(), &house.keys), Err(StoreError::KeyMissing)));
    assert_eq!(std::fs::read(house.data().join("segue.db")).unwrap(), bytes);
    std::fs::write(&file, digits).unwrap();
    check(&house.open());
}

#[test]
fn a_page_that_was_tampered_with_is_not_believed() {
    let house = House::new();
    fill(&house.open());
    let path = house.data().join("segue.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let read = Store::open(&house.data(), &house.keys).and_then(|store| {
        store.clients(&now())?;
        store.debrief(1)?;
        store.journal()?;
        store.export(&mut Vec::new())?;
        store.rebuild()
    });
    assert!(matches!(read, Err(StoreError::Damaged | StoreError::KeyWrong)), "{read:?}");
}

#[test]
fn json_files_of_an_earlier_version_are_wiped_when_they_are_taken_in() {
    let house = House::new();
    std::fs::create_dir(house.data()).unwrap();
    std::fs::write(house.data().join("clients.json"), serde_json::to_string(&[Client::named("Viktor")]).unwrap()).unwrap();
    let store = house.open();
    assert!(store.client("Viktor", &now()).unwrap().is_some() && !found_in_files(&house.data(), "Viktor"));
}

/// Interruptions of a takeover, as they leave the folder.
#[test]
fn an_interrupted_takeover_leaves_one_whole_store() {
    for (left, kept) in [(vec!["next"], "file"), (vec!["last", "next"], "last"), (vec!["last"], "file")] {
        let house = House::new();
        let store = house.open_without_keys().unwrap();
        fill(&store);
        drop(store);
        let path = |end: &str| house.data().join(format!("segue.db{end}"));
        for end in left {
            // What is half-written, or half-wiped.
            std::fs::write(path(&format!(".{end}")), b"marmalade".repeat(1000)).unwrap();
        }
        if kept == "last" {
            std::fs::rename(path(""), path(".last")).unwrap();
        }
        let store = house.open_without_keys().unwrap();
        check(&store);
        assert!(!path(".next").exists() && !path(".last").exists());
    }
}
