//! How many events a second go through the session, and that an endless call takes no more memory:
//! `cargo bench -p segue-core`.

use segue_core::session::{Event, Floor, Heard, Input, PlainWords, Session};
use segue_core::{Flag, Flags, Label, Plan, Probabilities, Reading, Role};
use std::hint::black_box;
use std::time::Instant;

/// Events of a talk that keeps drifting and coming back.
fn event(index: usize, at: f64) -> Event {
    match index % 4 {
        0 => Event::SpeechStarted,
        1 => {
            let private = index / 80 % 3 == 1;
            let probabilities = if private { [0.05, 0.25, 0.65, 0.05] } else { [0.8, 0.05, 0.05, 0.1] };
            let flags: Flags = (index % 240 == 1).then_some(Flag::PersonalQuestion).into_iter().collect();
            Event::Utterance(Heard {
                index: index / 4,
                start: at - 4.0,
                end: at,
                weight: 4.0,
                role: if index % 8 == 1 { Role::Me } else { Role::Client },
                speaker_known: true,
                reading: Reading {
                    label: if private { Label::Personal } else { Label::Business },
                    probabilities: Probabilities::from_array(probabilities),
                    flags,
                    wanted: Some(if private { 0.8 } else { 0.05 }),
                },
                before: None,
                agenda_item: None,
                plain: PlainWords::default(),
                floor: Floor::Open,
            })
        }
        2 => Event::SpeechEnded,
        _ => Event::Tick,
    }
}

fn run(events: usize) -> (f64, usize) {
    let mut session = Session::new(Plan::default(), false);
    let (since, mut outputs) = (Instant::now(), 0);
    for index in 0..events {
        let at = index as f64 * 1.5;
        session.handle(Input { at, event: event(index, at) });
        while let Some(output) = session.poll() {
            black_box(&output);
            outputs += 1;
        }
    }
    black_box(&session);
    (events as f64 / since.elapsed().as_secs_f64(), outputs)
}

/// Resident memory in MB, where the system tells.
fn memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}

fn main() {
    for events in [10_000, 1_000_000, 20_000_000] {
        let (rate, outputs) = run(events);
        println!(
            "{events} events: {:.1} million a second, {outputs} outputs, {:.1} MB",
            rate / 1e6,
            memory().unwrap_or(f64::NAN)
        );
    }
}
