//! Any bytes are a transcript with problems, or an error; never a panic, and never an utterance that ends before it begins.
#![no_main]

use libfuzzer_sys::fuzz_target;
use segue_transcript::{ReadOptions, read};

fuzz_target!(|bytes: &[u8]| {
    let options = ReadOptions { me: Some("Dana".into()), client: Some("Viktor".into()), ..ReadOptions::default() };
    if let Ok(transcript) = read(bytes, &options) {
        for utterance in &transcript.utterances {
            assert!(utterance.start >= 0.0 && utterance.end >= utterance.start);
        }
    }
});
