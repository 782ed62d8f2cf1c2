//! Anything at any time, also backwards and not a number: time never runs backwards in the output, at most one cue
//! lives, and a replay gives the same.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use segue_core::session::{CueEnd, Event, Floor, Heard, Input, Key, Output, PlainWords, Session};
use segue_core::{Flag, Label, Plan, Probabilities, Reading, Role};

#[derive(Arbitrary, Debug)]
struct Step {
    at: f64,
    what: u8,
    weight: f32,
    flags: u16,
    probabilities: [u8; 4],
}

#[derive(Arbitrary, Debug)]
struct Call {
    minutes: Option<f32>,
    chat: bool,
    announce: bool,
    steps: Vec<Step>,
}

const KEYS: [Key; 10] = [
    Key::Drifted,
    Key::Back,
    Key::Park,
    Key::SaidIt,
    Key::NotNow,
    Key::Snooze,
    Key::AgreedChat,
    Key::NextItem,
    Key::Announced,
    Key::EndCall,
];

fn run(call: &Call) -> Vec<Output> {
    let mut plan = Plan { announcement_due: call.announce, ..Plan::default() };
    plan.boundary.planned_minutes = call.minutes.map(f64::from);
    let mut session = Session::new(plan, call.chat);
    let mut outputs = Vec::new();
    for (index, step) in call.steps.iter().enumerate() {
        let event = match step.what % 10 {
            0 => Event::SpeechStarted,
            1 => Event::SpeechEnded,
            2 => Event::Tick,
            3 => Event::Key(KEYS[usize::from(step.flags) % KEYS.len()]),
            4 => Event::Dropped,
            5 => Event::LedBack,
            6 => Event::Away { seconds: f64::from(step.weight) },
            _ => {
                let sum = step.probabilities.iter().map(|&p| f32::from(p) + 1.0).sum::<f32>();
                let probabilities = step.probabilities.map(|p| (f32::from(p) + 1.0) / sum);
                let best = (0..4).max_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b])).unwrap_or(0);
                let reading = Reading {
                    label: Label::ALL[best],
                    probabilities: Probabilities::from_array(probabilities),
                    flags: Flag::ALL.into_iter().filter(|flag| step.flags & (1 << *flag as u16) != 0).collect(),
                    wanted: (step.flags % 3 != 0).then(|| f32::from(step.what) / 255.0),
                };
                Event::Utterance(Heard {
                    index,
                    start: step.at,
                    end: step.at + f64::from(step.weight),
                    weight: f64::from(step.weight),
                    role: [Role::Me, Role::Client, Role::Colleague, Role::Unknown][usize::from(step.what / 8) % 4],
                    speaker_known: step.what < 200,
                    reading,
                    before: (step.what % 7 == 0).then_some(Reading { label: Label::ALL[usize::from(step.flags % 4)], ..reading }),
                    agenda_item: (step.what % 3 == 0).then_some(usize::from(step.flags)),
                    plain: PlainWords {
                        work_done: step.flags % 5 == 0,
                        takes_up: step.flags % 7 == 0,
                        comforts: step.flags % 3 == 0,
                        goes_on: step.flags % 13 == 0,
                        puts_aside: step.flags % 17 == 0,
                    },
                    floor: [Floor::Open, Floor::Taken, Floor::Held][usize::from(step.flags % 11) % 3],
                })
            }
        };
        session.handle(Input { at: step.at, event });
        while let Some(output) = session.poll() {
            outputs.push(output);
        }
    }
    outputs
}

fuzz_target!(|call: Call| {
    let outputs = run(&call);
    let (mut last, mut live, mut gone) = (0.0, None, None);
    for output in &outputs {
        if let Some(at) = output.at() {
            assert!(at.is_finite() && at >= last, "{at} after {last}");
            last = at;
        }
        match output {
            Output::Cue(cue) => {
                assert_eq!(live, None);
                live = Some(cue.id);
            }
            Output::CueGone { id, why, .. } => {
                // Whoever said it may say so a moment after it went by itself.
                let late = live.is_none() && *why == CueEnd::Said && gone == Some(*id);
                assert!(late || live == Some(*id));
                (live, gone) = (None, Some(*id));
            }
            _ => {}
        }
    }
    assert_eq!(format!("{outputs:?}"), format!("{:?}", run(&call)));
});
