//! Utterances as parsers find them, and what is done to all of them.

use crate::Fault;
use segue_core::{Role, Speaker, Timing, Utterance, Words};

/// Words said in a second, and the seconds that any utterance takes besides.
const WORDS_PER_SECOND: f64 = 2.6;
const AT_LEAST: f64 = 0.35;
/// Silence between two utterances whose times are estimated, in seconds.
const PAUSE: f64 = 0.3;
/// Faults of one kind that are listed; a file of 200 MB may have millions.
const LISTED: usize = 20;

/// One utterance as it stands in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Raw {
    /// Line, from 1; 0 if not at a line.
    pub line: usize,
    pub start: Option<f64>,
    pub end: Option<f64>,
    pub speaker: String,
    /// Role, where the file itself tells it.
    pub role: Role,
    pub text: String,
}

/// Seconds that words take to say.
pub(crate) fn estimate(text: &str) -> f64 {
    text.split_whitespace().count() as f64 / WORDS_PER_SECOND + AT_LEAST
}

/// Puts times in order and fills those that are missing.
pub(crate) fn finish(raws: Vec<Raw>, timing: Timing, faults: &mut Vec<(Option<usize>, Fault)>) -> Vec<Utterance> {
    let starts: Vec<Option<f64>> = raws.iter().map(|raw| raw.start).collect();
    let mut clock = 0.0_f64;
    let mut utterances = Vec::with_capacity(raws.len());
    for (i, raw) in raws.into_iter().enumerate() {
        let line = (raw.line > 0).then_some(raw.line);
        if timing != Timing::Estimated && raw.start.is_none() {
            faults.push((line, Fault::Time));
        }
        let start = raw.start.filter(|s| s.is_finite()).map_or_else(|| clock + if i == 0 { 0.0 } else { PAUSE }, |s| s.max(0.0));
        if i > 0 && start + 1e-6 < utterances.last().map_or(0.0, |u: &Utterance| u.start) {
            faults.push((line, Fault::Backwards));
        }
        let said = estimate(&raw.text);
        let end = match (timing, raw.end.filter(|e| e.is_finite())) {
            (Timing::Chat, _) => start,
            (_, Some(end)) if end >= start => end,
            (_, Some(_)) => {
                faults.push((line, Fault::Backwards));
                start + said
            }
            // Without an end the words tell, but nobody talks into the next one by estimate alone.
            (_, None) => match starts.get(i + 1).copied().flatten() {
                Some(next) if next > start => (start + said).min(next),
                _ => start + said,
            },
        };
        clock = clock.max(end);
        let speaker = Speaker { name: raw.speaker, role: raw.role };
        utterances.push(Utterance { start, end, speaker, text: Words::new(raw.text) });
    }
    shorten(faults);
    utterances
}

/// Keeps the first few faults of each kind.
fn shorten(faults: &mut Vec<(Option<usize>, Fault)>) {
    let mut seen: Vec<(Fault, usize)> = Vec::new();
    faults.retain(|(_, fault)| {
        if let Some((_, count)) = seen.iter_mut().find(|(known, _)| known == fault) {
            *count += 1;
            *count <= LISTED
        } else {
            seen.push((fault.clone(), 1));
            true
        }
    });
}

/// `1:02:03.4`, `02:03,4` or `2:03` as seconds.
pub(crate) fn clock_time(text: &str) -> Option<f64> {
    let mut seconds = 0.0;
    let mut parts = 0;
    for part in text.trim().split(':') {
        let part = part.trim();
        if part.is_empty() || !part.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let value: f64 = part.replace(',', ".").parse().ok()?;
        seconds = seconds * 60.0 + value;
        parts += 1;
    }
    (2..=3).contains(&parts).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_programs_write_them() {
        for (text, seconds) in [
            ("00:01:02.500", Some(62.5)),
            ("1:02", Some(62.0)),
            ("00:00:01,25", Some(1.25)),
            ("12", None),
            ("a:b", None),
            ("1::2", None),
        ] {
            assert_eq!(clock_time(text), seconds, "{text}");
        }
    }

    #[test]
    fn times_that_run_backwards_keep_the_order_and_are_named() {
        let raw = |line, start, end| Raw { line, start: Some(start), end: Some(end), text: "да".into(), ..Raw::default() };
        let mut faults = Vec::new();
        let found = finish(vec![raw(1, 5.0, 6.0), raw(4, 2.0, 3.0), raw(7, 8.0, 7.0)], Timing::Spoken, &mut faults);
        assert_eq!(found.iter().map(|u| u.start).collect::<Vec<_>>(), [5.0, 2.0, 8.0]);
        assert!(found.iter().all(|u| u.end >= u.start));
        assert_eq!(faults, [(Some(4), Fault::Backwards), (Some(7), Fault::Backwards)]);
    }
}
