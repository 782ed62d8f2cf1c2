//! Times of all utterances: those that are missing are estimated, those that cannot be are mended.

use crate::Fault;
use crate::found::Found;
use crate::timeline;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use segue_core::{Timing, Utterance, seconds_to_say};

/// Silence in seconds between two utterances whose times are estimated.
const PAUSE: f64 = 0.3;
/// Seconds past which a time is no time of a call (ten years, for chats).
pub(crate) const TOO_LATE: f64 = 10.0 * 366.0 * 86_400.0;
/// Seconds since the epoch before which nobody had a chat to export (1990).
const FIRST_CHATS: f64 = 20.0 * 365.25 * 86_400.0;
/// Seconds that two starts may be out of order by rounding.
const ROUNDING: f64 = 1e-6;

/// Seconds that words take to say.
pub(crate) fn estimate(utterance: &Utterance) -> f64 {
    seconds_to_say(utterance.text.count())
}

/// After this every start is finite and not negative, and every end not before its start.
pub(crate) fn settle(found: &mut Found) {
    if found.timing == Timing::Spoken && found.utterances.iter().all(|utterance| !utterance.start.is_finite()) {
        // One sentence for the file, not one for each utterance.
        found.timing = Timing::Estimated;
        found.problems.of_file(Fault::NoTimes);
    }
    match found.timing {
        Timing::Chat => moments(found),
        Timing::Estimated if !found.sparse_times => {
            for utterance in &mut found.utterances {
                utterance.start = f64::NAN;
            }
            fill(&mut found.utterances, 0, 0.0, None);
        }
        Timing::Spoken | Timing::Estimated => spans(found),
    }
}

/// Puts the first known moment of a chat at zero; a message without one comes with the one before it.
fn moments(found: &mut Found) {
    let zero = found.utterances.iter().map(|u| u.start).find(|start| start.is_finite()).unwrap_or(0.0);
    found.began = moment(zero);
    let mut before = 0.0_f64;
    for i in 0..found.utterances.len() {
        let line = found.line(i);
        let start = found.utterances[i].start - zero;
        let start = if start.is_finite() && start.abs() < TOO_LATE {
            if start + ROUNDING < before {
                found.problems.at(line, Fault::Backwards);
            }
            start.max(0.0)
        } else {
            if !found.sparse_times {
                found.problems.at(line, Fault::Time);
            }
            before
        };
        (found.utterances[i].start, found.utterances[i].end) = (start, start);
        before = start;
    }
}

/// A moment of a chat as its clock showed it; times that count from the start of a chat are none.
pub(crate) fn moment(seconds: f64) -> Option<DateTime> {
    let moment = Timestamp::from_second(seconds as i64).ok().filter(|_| seconds > FIRST_CHATS)?;
    Some(moment.to_zoned(TimeZone::UTC).datetime())
}

/// Speech: a run of utterances without a start shares the time between its neighbours.
fn spans(found: &mut Found) {
    timeline::from_start_of_call(&mut found.utterances);
    for i in 0..found.utterances.len() {
        let line = found.line(i);
        let start = &mut found.utterances[i].start;
        if !start.is_finite() || start.abs() > TOO_LATE {
            *start = f64::NAN;
            if !found.sparse_times {
                found.problems.at(line, Fault::Time);
            }
        } else if *start < 0.0 {
            *start = 0.0;
            found.problems.at(line, Fault::Negative);
        }
    }
    let mut i = 0;
    let mut clock = 0.0;
    while i < found.utterances.len() {
        if found.utterances[i].start.is_nan() {
            let next = found.utterances[i..].iter().position(|u| !u.start.is_nan()).map(|ahead| i + ahead);
            let until = next.map(|next| found.utterances[next].start);
            let run = next.unwrap_or(found.utterances.len());
            clock = fill(&mut found.utterances[..run], i, clock, until);
            i = run;
            continue;
        }
        let line = found.line(i);
        let before = i.checked_sub(1).map_or(0.0, |before| found.utterances[before].start);
        let next = found.utterances.get(i + 1).map_or(f64::NAN, |next| next.start);
        let utterance = &mut found.utterances[i];
        if utterance.start + ROUNDING < before {
            found.problems.at(line, Fault::Backwards);
        }
        if !utterance.end.is_finite() || utterance.end.abs() > TOO_LATE {
            // The words tell, but nobody talks into the next one by estimate alone.
            let said = utterance.start + estimate(utterance);
            utterance.end = if next > utterance.start { said.min(next) } else { said };
        } else if utterance.end < utterance.start {
            found.problems.at(line, Fault::EndBeforeStart);
            utterance.end = utterance.start;
        }
        clock = utterance.end + PAUSE;
        i += 1;
    }
}

/// Gives the utterances from `from` on times by their words, starting at `clock` and ending by
/// `until`; returns when the next may start.
fn fill(utterances: &mut [Utterance], from: usize, clock: f64, until: Option<f64>) -> f64 {
    let run = &mut utterances[from..];
    let wanted: f64 = run.iter().map(|utterance| estimate(utterance) + PAUSE).sum();
    let mut clock = until.map_or(clock, |until| clock.min(until));
    let squeeze = match until {
        Some(until) if until - clock < wanted => (until - clock) / wanted,
        _ => 1.0,
    };
    for utterance in run {
        utterance.start = clock;
        utterance.end = clock + estimate(utterance) * squeeze;
        clock = utterance.end + PAUSE * squeeze;
    }
    clock
}

#[cfg(test)]
mod tests {
    use super::*;
    use segue_core::Lang;

    type Named = (Option<usize>, String);
    type Row = (Option<f64>, Option<f64>, &'static str);

    fn settled(timing: Timing, rows: &[Row]) -> (Vec<(f64, f64)>, Vec<Named>) {
        let mut found = Found::with_timing(timing);
        for (line, (start, end, text)) in (1..).zip(rows) {
            found.push(line, (*start, *end), "", text);
        }
        settle(&mut found);
        let round = |seconds: f64| (seconds * 100.0).round() / 100.0;
        let problems = found.problems.into_list(Lang::En).into_iter().map(|p| (p.line, p.what)).collect();
        (found.utterances.iter().map(|u| (round(u.start), round(u.end))).collect(), problems)
    }

    #[test]
    fn times_that_run_backwards_keep_the_order_and_are_named() {
        let rows: [Row; 3] = [(Some(5.0), Some(6.0), "да"), (Some(2.0), Some(3.0), "да"), (Some(8.0), Some(7.0), "да")];
        let (times, problems) = settled(Timing::Spoken, &rows);
        assert_eq!(times, [(5.0, 6.0), (2.0, 3.0), (8.0, 8.0)]);
        let en = |fault: Fault| fault.text(Lang::En);
        assert_eq!(problems, [(Some(2), en(Fault::Backwards)), (Some(3), en(Fault::EndBeforeStart))]);
    }

    #[test]
    fn a_missing_time_lies_between_its_neighbours() {
        let rows: [Row; 4] = [
            (Some(0.0), Some(1.0), "yes"),
            (None, None, "one two three four five six seven eight nine ten"),
            (None, None, "yes"),
            (Some(4.0), Some(5.0), "yes"),
        ];
        let (times, problems) = settled(Timing::Spoken, &rows);
        assert!(times.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{times:?}");
        assert_eq!(problems.len(), 2);
    }

    #[test]
    fn no_times_at_all_are_estimated() {
        let rows: [Row; 2] = [(None, None, "a b c d e f g h i j k l m"), (None, None, "yes")];
        let (times, problems) = settled(Timing::Estimated, &rows);
        assert_eq!(times, [(0.0, 5.35), (5.65, 6.38)]);
        assert!(problems.is_empty());
    }

    #[test]
    fn a_chat_starts_at_zero_and_has_no_length() {
        let rows: [Row; 4] =
            [(Some(1e9), None, "a"), (None, None, "b"), (Some(1e9 + 60.0), None, "c"), (Some(1e9 - 5.0), None, "d")];
        let (times, problems) = settled(Timing::Chat, &rows);
        assert_eq!(times, [(0.0, 0.0), (0.0, 0.0), (60.0, 60.0), (0.0, 0.0)]);
        assert_eq!(problems.iter().map(|p| p.0).collect::<Vec<_>>(), [Some(2), Some(4)]);
    }

    #[test]
    fn impossible_numbers_are_no_times() {
        let rows: [Row; 3] = [(Some(f64::INFINITY), None, "a"), (Some(1e300), Some(2e300), "b"), (Some(-3.0), None, "c")];
        let (times, _) = settled(Timing::Spoken, &rows);
        assert!(times.iter().all(|(start, end)| *start >= 0.0 && end >= start && end.is_finite()), "{times:?}");
    }
}
