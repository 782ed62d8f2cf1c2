//! Hears a call whose words are known and prints the share of wrong words, side by side with what
//! was said if asked: `cargo run --release -p segue-speech --example accuracy -- CALL SCRIPT en|ru [--words]`.

use segue_core::{Lang, Role};
use segue_speech::models::Shelf;
use segue_speech::recognise::Whisper;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [call, script, lang, rest @ ..] = &args[..] else {
        return Err("usage: accuracy CALL SCRIPT en|ru [--words]".into());
    };
    let lang = if lang == "ru" { Lang::Ru } else { Lang::En };
    let shelf = Shelf::of_user()?;
    let model = shelf.strongest().ok_or("no model is here: run the example fetch_model first")?;
    let mut whisper = Whisper::from_shelf(&shelf, model)?;
    let begun = Instant::now();
    let transcript = segue_speech::transcribe(
        std::fs::File::open(call)?,
        segue_speech::HearOptions { lang, ui: segue_core::Lang::En },
        &mut whisper,
        |_| {},
    )?;
    let took = begun.elapsed().as_secs_f64();
    if rest.contains(&"--words".to_owned()) {
        for u in &transcript.utterances {
            println!("{:6.2} {:6.2} {:?}: {}", u.start, u.end, u.speaker.role, u.text.as_str());
        }
    }
    let script = std::fs::read_to_string(script)?;
    let (mut wrong, mut said) = (0, 0);
    for (name, role) in [("me", Role::Me), ("client", Role::Client)] {
        let right: Vec<String> = script
            .lines()
            .filter(|line| line.starts_with(name))
            .flat_map(|line| words(&line[line.find('|').unwrap_or(0)..]))
            .collect();
        let heard: Vec<String> =
            transcript.utterances.iter().filter(|u| u.speaker.role == role).flat_map(|u| words(u.text.as_str())).collect();
        let errors = distance(&right, &heard);
        println!("{name}: {errors} of {} words wrong ({:.1}%)", right.len(), 100.0 * errors as f64 / right.len() as f64);
        wrong += errors;
        said += right.len();
    }
    let seconds = transcript.utterances.last().map_or(0.0, |u| u.end);
    println!("{}: {:.1}% of words wrong, {:.3} of real time", model.name, 100.0 * wrong as f64 / said as f64, took / seconds);
    transcript.problems.iter().for_each(|problem| println!("{}", problem.what));
    Ok(())
}

/// Words in small letters without punctuation; `ё` counts as `е`.
fn words(text: &str) -> Vec<String> {
    let spaced: String =
        text.to_lowercase().replace('ё', "е").chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// Words to put in, take out or replace.
fn distance(a: &[String], b: &[String]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, word) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(word != other)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}
