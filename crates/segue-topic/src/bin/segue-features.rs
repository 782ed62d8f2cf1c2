//! Prints what the model is fed for labelled calls, one JSON object a call, for the trainer.
//!
//! `segue-features VOCABULARY.txt CALL.jsonl...` prints calls;
//! `segue-features --keys VOCABULARY.txt` prints the key of each word of the vocabulary.

use segue_core::{Lang, Role};
use segue_topic::features::{Reader, Rows, Surroundings, Vocabulary, scalars, word_key};
use segue_topic::project::{Follower, Project};
use serde_json::{Value, json};
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next().ok_or("usage: segue-features [--keys] VOCABULARY.txt [CALL.jsonl...]")?;
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    if first == "--keys" {
        let words = std::fs::read_to_string(arguments.next().ok_or("which vocabulary?")?)?;
        for word in words.lines() {
            writeln!(out, "{}", word_key(word))?;
        }
        return Ok(());
    }
    let words = std::fs::read_to_string(first)?;
    let vocabulary = Vocabulary::new(&words.lines().map(word_key).collect::<Vec<_>>());
    for path in arguments {
        let text = std::fs::read_to_string(&path)?;
        writeln!(out, "{}", call(&text, &vocabulary)?)?;
    }
    Ok(())
}

fn call(text: &str, vocabulary: &Vocabulary) -> Result<Value, Box<dyn std::error::Error>> {
    let mut lines = text.lines().filter(|l| !l.trim().is_empty());
    let head: Value = serde_json::from_str(lines.next().unwrap_or_default())?;
    let lang = if head["lang"] == "ru" { Lang::Ru } else { Lang::En };
    let agenda: Vec<&str> = head["agenda"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let about = format!("{} {}", head["trade"].as_str().unwrap_or(""), head["client"].as_str().unwrap_or(""));
    let project = Project::new(&about, &agenda, vocabulary);
    let mut reader = Reader::default();
    let mut turns = Vec::new();
    let (mut before, mut follower) = (String::new(), Follower::default());
    for line in lines {
        let turn: Value = serde_json::from_str(line)?;
        let Some(words) = turn["text"].as_str() else { continue };
        let speaker = turn["speaker"].as_str().unwrap_or("");
        let mut rows = Rows::default();
        reader.read(words, vocabulary, &mut rows);
        let around = Surroundings {
            role: match turn["role"].as_str() {
                Some("me") => Role::Me,
                Some("client") => Role::Client,
                Some("colleague") => Role::Colleague,
                _ => Role::Unknown,
            },
            goes_on: speaker == before,
            lang,
            chat: head["channel"] == "chat",
            index: turns.len(),
            tidy: words.chars().any(char::is_uppercase),
            project_overlap: project.overlap(&rows),
            project_known: true,
        };
        before.clear();
        before.push_str(speaker);
        turns.push(json!({"w": rows.words, "s": scalars(&rows, &around), "a": project.taken_up(&mut follower, words)}));
    }
    Ok(json!({"call": head["call"], "turns": turns}))
}
