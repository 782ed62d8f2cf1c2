//! Serious threads with the whole call in view: a turn that shows it opens one, weaker ones near it belong to it, and a sure one
//! makes sure of the talk around it. Figures: docs/evaluation.md.

use segue_core::{Flag, Label, Reading};

/// How far above the calibrated logit a turn must be to belong to a thread that another opened.
const HOLDS: f32 = -3.8;
/// From one turn of a thread to the next, in utterances.
const STEP: usize = 3;
/// How far above it a turn must be to be sure: of 1,072 calls without anything serious 89 have such a turn, of 688 with 604 (not
/// trained on).
const SURE: f32 = 1.0;

/// Spreads the serious flags of single turns over their threads. `above` tells how far each turn's logit lies above the calibrated one.
pub(crate) fn follow(readings: &mut [Reading], above: &[f32]) {
    let shows = |readings: &[Reading], i: usize| readings[i].flags.has(Flag::Serious);
    let holding: Vec<usize> = (0..readings.len()).filter(|&i| above[i] >= HOLDS || shows(readings, i)).collect();
    for thread in holding.chunk_by(|a, b| b - a <= STEP) {
        if !thread.iter().any(|&i| shows(readings, i)) {
            continue;
        }
        for &i in thread {
            readings[i].flags.insert(Flag::Serious);
            readings[i].flags.remove(Flag::Enthusiasm);
        }
        // Work in between may be done in earnest, and what comes after it another matter.
        let talk: Vec<usize> = thread.iter().copied().filter(|&i| readings[i].label != Label::Business).collect();
        for part in talk.chunk_by(|a, b| b - a <= STEP) {
            if part.iter().any(|&i| above[i] >= SURE || readings[i].flags.has(Flag::SurelySerious)) {
                part.iter().for_each(|&i| readings[i].flags.insert(Flag::SurelySerious));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use segue_core::Flags;

    #[test]
    fn a_thread_is_as_serious_as_its_clearest_turn() {
        let far = -9.0;
        for (above, showing, serious, sure) in [
            (vec![-2.0, -3.0, -2.5], "...", "...", "..."),
            (vec![-2.0, -0.5, -3.0], ".s.", "sss", "..."),
            (vec![-2.0, far, far, 1.5, far], "...s.", "s..s.", "x..x."),
            (vec![-2.0, far, far, far, 1.5], "....s", "....s", "....x"),
            (vec![far, -2.0, -4.0], "s..", "ss.", "..."),
            (vec![2.0, -1.0, -1.0, -1.0, -1.0, -1.0], "s.bbb.", "ssssss", "xx...."),
            (vec![2.0, -1.0, -1.0, -1.0], "s.b.", "ssss", "xx.x"),
            (vec![], "", "", ""),
        ] {
            let flags = |mark| Flags::from_iter([if mark == 's' { Flag::Serious } else { Flag::Enthusiasm }]);
            let label = |mark| if mark == 'b' { Label::Business } else { Label::Personal };
            let mut readings: Vec<Reading> = showing.chars().map(|c| Reading::certain(label(c), flags(c))).collect();
            follow(&mut readings, &above);
            let shown =
                |flag, mark: char| -> String { readings.iter().map(|r| if r.flags.has(flag) { mark } else { '.' }).collect() };
            assert_eq!(
                (shown(Flag::Serious, 's').as_str(), shown(Flag::SurelySerious, 'x').as_str()),
                (serious, sure),
                "{above:?}"
            );
            assert!(readings.iter().all(|r| r.flags.has(Flag::Serious) != r.flags.has(Flag::Enthusiasm)));
        }
    }
}
