//! Writes the sentence vectors of labelled calls for the trainer: 32-bit little-endian numbers, 512 a turn.
//!
//! `segue-vectors ENCODER OUT CALL.jsonl...`

use segue_topic::sentence::Encoder;
use serde_json::Value;
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: segue-vectors ENCODER OUT CALL.jsonl...";
    let encoder = Encoder::from_bytes(&std::fs::read(arguments.next().ok_or(usage)?)?)?;
    let mut out = std::io::BufWriter::new(std::fs::File::create(arguments.next().ok_or(usage)?)?);
    let mut texts = Vec::new();
    for path in arguments {
        let call = std::fs::read_to_string(&path)?;
        for line in call.lines().skip(1).filter(|line| !line.trim().is_empty()) {
            let turn: Value = serde_json::from_str(line)?;
            texts.extend(turn["text"].as_str().map(str::to_owned));
        }
    }
    let meanings = encoder.read(texts.iter().map(String::as_str));
    for index in 0..meanings.len() {
        for number in meanings.of(index) {
            out.write_all(&number.to_le_bytes())?;
        }
    }
    Ok(out.flush()?)
}
