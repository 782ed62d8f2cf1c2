//! Whisper on the example calls. These tests need the model base on the user's shelf; without it
//! they say SKIPPED and do nothing.

mod calls;

use calls::{across, example, mixed, noise, part, sides, wave};
use segue_core::{Lang, Role, Transcript};
use segue_speech::models::{Shelf, find};
use segue_speech::recognise::{Recogniser, Whisper};
use segue_speech::{HearOptions, transcribe};

fn whisper() -> Option<Whisper> {
    let shelf = Shelf::of_user().ok()?;
    let whisper = Whisper::from_shelf(&shelf, find("base")?).ok();
    if whisper.is_none() {
        eprintln!("SKIPPED: the model base is not in {}; fetch it with: segue models fetch base", shelf.folder().display());
    }
    whisper
}

fn words(text: &str) -> Vec<String> {
    let spaced: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// Share of a side's words in the script that were heard from that side.
fn found(transcript: &Transcript, script: &str, side: &str, role: Role) -> f64 {
    let script = std::fs::read_to_string(example(script)).unwrap();
    let said: Vec<String> =
        script.lines().filter(|l| l.starts_with(side)).flat_map(|l| words(&l[l.find('|').unwrap()..])).collect();
    let heard: Vec<String> =
        transcript.utterances.iter().filter(|u| u.speaker.role == role).flat_map(|u| words(u.text.as_str())).collect();
    said.iter().filter(|word| heard.contains(word)).count() as f64 / said.len() as f64
}

#[test]
fn both_calls_are_understood() {
    let Some(mut whisper) = whisper() else { return };
    for (call, lang, least) in [("en-call", Lang::En, 0.85), ("ru-call", Lang::Ru, 0.75)] {
        let file = std::fs::File::open(example(&format!("{call}.ogg"))).unwrap();
        let transcript = transcribe(file, HearOptions { lang, ui: Lang::En }, &mut whisper, |_| {}).unwrap();
        assert!(transcript.problems.is_empty(), "{:?}", transcript.problems);
        for (side, role) in [("me", Role::Me), ("client", Role::Client)] {
            let share = found(&transcript, &format!("{call}.script.txt"), side, role);
            assert!(share > least, "{call}, {side}: {share:.2}");
        }
        for utterance in &transcript.utterances {
            assert_eq!(Lang::of_text(utterance.text.as_str()), Some(lang), "an utterance of {call} at {}", utterance.start);
        }
    }
}

#[test]
fn what_is_no_speech_gives_no_words() {
    let Some(mut whisper) = whisper() else { return };
    let hum = (0..48_000).map(|n| 0.05 * (n as f32 * 0.02).sin()).collect();
    let cases: [(&str, Vec<f32>); 5] = [
        ("nothing", vec![]),
        ("silence", vec![0.0; 48_000]),
        ("hiss", noise(0.002, 80_000)),
        ("noise", noise(0.1, 80_000)),
        ("a hum", hum),
    ];
    for lang in [Lang::En, Lang::Ru] {
        for (name, samples) in &cases {
            let heard = whisper.recognise(samples, lang).unwrap();
            assert!(heard.text.is_empty(), "{name} in {lang:?}: {}", heard.text.as_str());
        }
    }
}

#[test]
fn the_same_sound_gives_the_same_words_alone_and_among_others() {
    let Some(mut whisper) = whisper() else { return };
    let [me, client] = sides("en-call.ogg");
    let pieces = [part(&me, 0.7, 4.0), part(&client, 4.0, 7.1), part(&me, 7.3, 13.3)];
    let alone: Vec<_> = pieces.iter().map(|piece| whisper.recognise(piece, Lang::En).unwrap()).collect();
    let together = whisper.recognise_all(&pieces.each_ref().map(|piece| &piece[..]), Lang::En).unwrap();
    assert!(alone == together && alone.iter().all(|heard| heard.confidence > 0.5));
}

#[test]
fn a_growing_utterance_gives_early_words() {
    let Some(mut whisper) = whisper() else { return };
    let [me, _] = sides("en-call.ogg");
    let counts: Vec<usize> =
        [9.0, 11.0, 13.3].iter().map(|&to| whisper.recognise(&part(&me, 7.3, to), Lang::En).unwrap().text.count()).collect();
    assert!(counts[0] >= 2 && counts.is_sorted(), "{counts:?}");
}

#[test]
fn russian_never_becomes_english() {
    let Some(mut whisper) = whisper() else { return };
    let [me, client] = sides("ru-call.ogg");
    // Short and long pieces, whole words or not: wherever the sound is cut.
    for side in [me, client] {
        for (index, piece) in side.chunks(16_000 * 4).enumerate().step_by(2) {
            let heard = whisper.recognise(piece, Lang::Ru).unwrap();
            assert!(!heard.latin && Lang::of_text(heard.text.as_str()) != Some(Lang::En), "piece {index}");
        }
    }
}

#[test]
fn a_call_with_an_echo_reads_like_one_without() {
    let Some(mut whisper) = whisper() else { return };
    let [me, client] = sides("en-call.ogg");
    let echoing = wave(&[&mixed(&me, &across(&client, 2_000, 0.25)), &client]);
    let transcript = transcribe(echoing, HearOptions { lang: Lang::En, ui: Lang::En }, &mut whisper, |_| {}).unwrap();
    assert!(found(&transcript, "en-call.script.txt", "me", Role::Me) > 0.8);
    let mine = |text: &str| transcript.utterances.iter().any(|u| u.speaker.role == Role::Me && u.text.as_str().contains(text));
    assert!(!mine("married") && !mine("furious"), "the client's words are the client's alone");
}
