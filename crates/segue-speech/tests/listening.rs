//! Where somebody speaks, and who, without a model of recognition.

mod calls;

use calls::{across, mixed, noise, part, sides, wave};
use segue_core::{Lang, Role, Transcript, Words};
use segue_speech::listener::Listener;
use segue_speech::recognise::{Heard, Recogniser};
use segue_speech::vad::{Segment, Vad, VadEvent, VadSettings};
use segue_speech::{HearOptions, SpeechError, transcribe};
use std::io::{Cursor, Read, Seek};

fn segments(samples: &[f32]) -> Vec<Segment> {
    Vad::segments(samples, VadSettings::default()).unwrap()
}

#[test]
fn what_is_no_speech() {
    let tone = |hertz: f32| (0..80_000).map(|n| 0.3 * (n as f32 * hertz * std::f32::consts::TAU / 16_000.0).sin()).collect();
    let cases: [(&str, Vec<f32>); 6] = [
        ("nothing", vec![]),
        ("silence", vec![0.0; 160_000]),
        ("hiss", noise(0.003, 160_000)),
        ("loud noise", noise(0.3, 160_000)),
        ("a ringing tone", tone(440.0)),
        ("a hum", tone(50.0)),
    ];
    for (name, samples) in cases {
        assert_eq!(segments(&samples), [], "{name}");
    }
}

#[test]
fn speech_is_found_where_it_is() {
    let [me, _] = sides("en-call.ogg");
    let found = segments(&part(&me, 0.0, 16.0));
    // Two turns, at 0.8 and 7.4 seconds, by the script.
    assert_eq!(found.len(), 2, "{found:?}");
    for (segment, start, end) in [(found[0], 0.7, 3.9), (found[1], 7.3, 13.2)] {
        assert!((segment.start() - start).abs() < 0.3 && (segment.end() - end).abs() < 0.3, "{segment:?}");
    }
}

#[test]
fn events_are_the_same_however_the_sound_is_cut() {
    let [me, _] = sides("en-call.ogg");
    let sound = part(&me, 0.0, 20.0);
    let events = |length: usize| {
        let (mut vad, mut events) = (Vad::new(VadSettings::default()).unwrap(), Vec::new());
        sound.chunks(length).for_each(|piece| vad.push(piece, &mut events).unwrap());
        vad.finish(&mut events).unwrap();
        events
    };
    let whole = events(sound.len());
    assert!(whole.iter().any(|event| matches!(event, VadEvent::SpeechStart { .. })));
    for length in [160, 512, 4_801] {
        assert_eq!(events(length), whole, "in pieces of {length}");
    }
}

#[test]
fn a_pause_in_mid_sentence_is_no_end_of_speech() {
    let [me, _] = sides("en-call.ogg");
    let me = part(&me, 0.0, 14.5);
    let mut listener = Listener::live(VadSettings::default()).unwrap();
    let (mut speaking, mut ends, mut clips) = (false, 0, Vec::new());
    // Quiet stretches after a sound, of a third of a second (chunks of 640 samples at 16 kHz are 40 ms).
    let (mut quiet, mut pauses) = (usize::MAX / 2, 0);
    for sound in me.chunks(640) {
        let before = clips.len();
        listener.push(&[sound, &vec![0.0; sound.len()]], &mut clips).unwrap();
        quiet = if sound.iter().any(|sample| sample.abs() > 0.02) { 0 } else { quiet + 1 };
        pauses += usize::from(quiet == 8);
        let on = listener.speaking(Role::Me);
        if std::mem::replace(&mut speaking, on) && !on {
            ends += 1;
            assert_eq!(clips.len(), before + 1, "whoever ceases has finished an utterance");
        }
    }
    // Two turns, by the script, with pauses in them.
    assert_eq!((ends, clips.len()), (2, 2));
    assert!(pauses > ends, "{pauses} pauses");
}

/// Hears other words each time.
struct Counting(usize);

impl Recogniser for Counting {
    fn recognise(&mut self, _: &[f32], _: Lang) -> Result<Heard, SpeechError> {
        self.0 += 1;
        Ok(Heard { text: Words::new(format!("utterance{0} number{0}", self.0)), confidence: 1.0, latin: false })
    }
}

fn heard(recording: impl Read + Seek + Send + Sync + 'static) -> Transcript {
    transcribe(recording, options(Lang::En), &mut Counting(0), |_| {}).unwrap()
}

/// A call in that language, told of in English.
fn options(lang: Lang) -> HearOptions {
    HearOptions { lang, ui: Lang::En }
}

/// Turns of each side.
fn turns(transcript: &Transcript) -> [usize; 3] {
    [Role::Me, Role::Client, Role::Unknown].map(|role| transcript.utterances.iter().filter(|u| u.speaker.role == role).count())
}

#[test]
fn two_channels_are_me_and_the_client() {
    let [me, client] = sides("en-call.ogg");
    let (me, client) = (part(&me, 0.0, 30.0), part(&client, 0.0, 30.0));
    let both = heard(wave(&[&me, &client]));
    assert_eq!((turns(&both), both.problems.len()), ([4, 3, 0], 0));
    assert!(both.utterances.windows(2).all(|pair| pair[0].start <= pair[1].start), "in order");
    assert_eq!(turns(&heard(wave(&[&client, &me]))), [3, 4, 0], "sides swapped");
}

#[test]
fn one_channel_or_the_same_on_both_has_no_known_speaker() {
    let [me, client] = sides("en-call.ogg");
    let mix = mixed(&part(&me, 0.0, 30.0), &part(&client, 0.0, 30.0));
    let quieter: Vec<f32> = mix.iter().map(|s| s * 0.9).collect();
    for (name, transcript) in [
        ("one channel", heard(wave(&[&mix]))),
        ("the same on both", heard(wave(&[&mix, &mix]))),
        ("nearly the same", heard(wave(&[&mix, &quieter]))),
    ] {
        let [me, client, unknown] = turns(&transcript);
        assert!(me + client == 0 && unknown >= 5, "{name}: {me} {client} {unknown}");
        assert!(transcript.problems[0].what.contains("one channel"), "{name}");
    }
}

#[test]
fn an_echo_is_attributed_once() {
    for call in ["en-call.ogg", "ru-call.ogg"] {
        let [me, client] = sides(call);
        let clean = turns(&heard(wave(&[&me, &client])));
        for (delay, gain) in [(800, 0.1), (3_200, 0.3), (2_400, 0.4)] {
            let echoing = heard(wave(&[&mixed(&me, &across(&client, delay, gain)), &client]));
            let found = turns(&echoing);
            assert!(found[0].abs_diff(clean[0]) <= 1 && found[1] == clean[1], "{call}, {delay}: {found:?} for {clean:?}");
        }
    }
}

/// With a microphone that was off, all that was said was the client's, and the client "brought it back".
#[test]
fn where_one_channel_is_silent_throughout_nobody_knows_who_speaks() {
    let [me, client] = sides("en-call.ogg");
    let both = mixed(&part(&me, 0.0, 30.0), &part(&client, 0.0, 30.0));
    let (off, hiss) = (vec![0.0; both.len()], noise(0.002, both.len()));
    for (name, recording, silent) in [
        ("the left is off", wave(&[&off, &both]), "left"),
        ("the left hisses", wave(&[&hiss, &both]), "left"),
        ("the right is off", wave(&[&both, &off]), "right"),
        ("the right of six is off", wave(&[&both, &off, &off, &off, &off, &off]), "right"),
    ] {
        let transcript = heard(recording);
        let [me, client, unknown] = turns(&transcript);
        assert!(me + client == 0 && unknown >= 4, "{name}: {me} {client} {unknown}");
        let problems: Vec<&str> = transcript.problems.iter().map(|problem| &problem.what[..]).collect();
        let told = format!("Nothing is heard on the {silent} channel");
        assert!(problems.iter().filter(|what| what.starts_with(&told)).count() == 1, "{name}: {problems:?}");
        assert!(!problems.iter().any(|what| what.contains("one channel")), "{name}: {problems:?}");
    }
}

/// A Russian call was told of in Russian on an English screen.
#[test]
fn what_is_wrong_is_told_in_the_language_of_the_screen() {
    let [me, _] = sides("ru-call.ogg");
    let me = part(&me, 0.0, 20.0);
    for (ui, told) in [(Lang::En, "Record yourself on the left"), (Lang::Ru, "Себя пишите на левый канал")]
    {
        let options = HearOptions { lang: Lang::Ru, ui };
        let transcript = transcribe(wave(&[&me]), options, &mut Counting(0), |_| {}).unwrap();
        assert!(transcript.problems[0].what.contains(told), "{}", transcript.problems[0].what);
    }
}

#[test]
fn a_recording_without_speech_says_so() {
    let hiss = noise(0.002, 80_000);
    let transcript = heard(wave(&[&hiss, &hiss]));
    assert_eq!(turns(&transcript), [0, 0, 0]);
    assert!(transcript.problems[0].what.contains("Nobody speaks"));
}

#[test]
fn a_recording_that_breaks_off_gives_what_is_there() {
    let bytes = std::fs::read(calls::example("en-call.ogg")).unwrap();
    let transcript = heard(Cursor::new(bytes[..bytes.len() / 3].to_vec()));
    let [me, client, _] = turns(&transcript);
    assert!(me >= 4 && client >= 4, "{me} {client}");
    assert!(transcript.problems[0].what.contains("breaks off at"), "an ogg was whole however much of it was missing");
}

/// Fails at the second piece.
struct Failing(usize);

impl Recogniser for Failing {
    fn recognise(&mut self, _: &[f32], _: Lang) -> Result<Heard, SpeechError> {
        self.0 += 1;
        if self.0 > 1 { Err(SpeechError::Engine("out of order".into())) } else { Ok(Heard::default()) }
    }
}

#[test]
fn a_failure_of_the_recogniser_ends_it() {
    let file = std::fs::File::open(calls::example("en-call.ogg")).unwrap();
    let result = transcribe(file, options(Lang::En), &mut Failing(0), |_| {});
    assert!(matches!(result, Err(SpeechError::Engine(what)) if what == "out of order"));
}

#[test]
fn progress_goes_forward_to_the_end() {
    let mut seen = Vec::new();
    let file = std::fs::File::open(calls::example("ru-call.ogg")).unwrap();
    transcribe(file, options(Lang::Ru), &mut Counting(0), |progress| seen.push(progress)).unwrap();
    assert!(seen.len() >= 3 && seen.windows(2).all(|pair| pair[0].utterances <= pair[1].utterances));
    let last = seen.last().unwrap();
    assert!(last.total == Some(last.seconds) && (last.seconds - 115.8).abs() < 1.0, "{last:?}");
}
