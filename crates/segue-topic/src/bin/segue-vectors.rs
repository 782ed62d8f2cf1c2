//! Writes what the turns of labelled calls mean, for the trainer: 32-bit little-endian numbers, `WIDTH` a turn; with `--project` each
//! is followed by how it stands to the project that the call's head tells of.
//!
//! `segue-vectors [--project] ENCODER OUT CALL.jsonl...`

use segue_topic::relation::Topics;
use segue_topic::sentence::Encoder;
use serde_json::Value;
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    let usage = "usage: segue-vectors [--project] ENCODER OUT CALL.jsonl...";
    let project = arguments.next_if(|first| first == "--project").is_some();
    let encoder = Encoder::from_bytes(&std::fs::read(arguments.next().ok_or(usage)?)?)?;
    let mut out = std::io::BufWriter::new(std::fs::File::create(arguments.next().ok_or(usage)?)?);
    for path in arguments {
        let call = std::fs::read_to_string(&path)?;
        let rows: Vec<Value> =
            call.lines().filter(|line| !line.trim().is_empty()).map(serde_json::from_str).collect::<Result<_, _>>()?;
        let topics = rows.first().filter(|_| project).map(|head| topics(&encoder, head));
        let meanings = encoder.read(rows.iter().filter_map(|row| row["text"].as_str()), &|_| {});
        for index in 0..meanings.len() {
            let mut numbers = meanings.of(index).to_vec();
            if let Some(topics) = &topics {
                topics.append(meanings.of(index), &mut numbers);
            }
            numbers.iter().try_for_each(|number| out.write_all(&number.to_le_bytes()))?;
        }
    }
    Ok(out.flush()?)
}

/// The project as a user would describe it.
fn topics(encoder: &Encoder, head: &Value) -> Topics {
    let agenda: Vec<&str> = head["agenda"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let about = [&head["trade"], &head["client"]].map(|part| part.as_str().unwrap_or_default()).join(" ");
    Topics::new(encoder, &about, &agenda)
}
