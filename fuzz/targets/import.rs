//! Any bytes are taken in as an export with problems, or refused; what was taken in can be exported and rebuilt.
#![no_main]

use libfuzzer_sys::fuzz_target;
use segue_store::{NoKeyStore, Store};
use std::cell::OnceCell;

thread_local! {
    static STORE: OnceCell<Store> = const { OnceCell::new() };
}

fuzz_target!(|bytes: &[u8]| {
    STORE.with(|store| {
        let store = store.get_or_init(|| {
            let folder = std::env::temp_dir().join(format!("segue-fuzz-{}", std::process::id()));
            Store::open(&folder, &NoKeyStore).expect("a folder for the store")
        });
        // Bytes beyond what a name and a card take up teach nothing and cost time.
        if bytes.len() < 4096 && store.import(bytes).is_ok_and(|done| done.taken > 0) {
            store.rebuild().expect("what was taken in can be rebuilt");
            store.undo().expect("what was taken in can be taken back");
        }
    });
});
