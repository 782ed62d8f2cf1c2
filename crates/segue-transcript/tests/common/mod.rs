//! What the tests of files share.
#![allow(dead_code, reason = "each test uses some of it")]

use segue_core::{Role, Transcript};
use segue_transcript::ReadOptions;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

/// The bytes of a file.
pub fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{FOLDER}/{name}")).expect(name)
}

/// The names of all files, sorted.
pub fn fixtures() -> Vec<String> {
    let entries = std::fs::read_dir(FOLDER).expect(FOLDER);
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.ok()?.file_name().into_string().ok();
    let mut names: Vec<String> = entries.filter_map(name).filter(|name| name != "README.md").collect();
    names.sort();
    names
}

/// Options with these names; empty ones are not given.
pub fn options(me: &str, client: &str) -> ReadOptions {
    let given = |name: &str| (!name.is_empty()).then(|| name.to_owned());
    ReadOptions { me: given(me), client: given(client), ..ReadOptions::default() }
}

/// The speakers in order of appearance, each with the letter of the role before.
pub fn names(transcript: &Transcript) -> String {
    let mut names: Vec<String> = Vec::new();
    for utterance in &transcript.utterances {
        let letter = match utterance.speaker.role {
            Role::Me => 'm',
            Role::Client => 'c',
            Role::Colleague => 'o',
            Role::Unknown => '?',
        };
        let name = format!("{letter}{}", utterance.speaker.name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// Line (0 for none) and sentence of each problem.
pub fn problems(transcript: &Transcript) -> Vec<(usize, String)> {
    transcript.problems.iter().map(|problem| (problem.line.unwrap_or(0), problem.what.clone())).collect()
}
