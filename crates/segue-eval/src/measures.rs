//! Measures of a detector, and how sure they are.

use segue_core::{Label, Reading};

/// One decision: the score of "private", the decision, the truth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decision {
    /// Probability of private talk, 0 to 1.
    pub score: f32,
    /// Decided to be private.
    pub decided: bool,
    /// Is private.
    pub truth: bool,
}

impl Decision {
    /// What a reading decides of an utterance whose label is known.
    pub fn of(reading: &Reading, label: Label) -> Self {
        Self { score: reading.probabilities.private(), decided: reading.label.is_private(), truth: label.is_private() }
    }
}

/// Precision, recall and their harmonic mean; each 0 to 1, 0 where nothing can be said.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Share of what was decided that is true.
    pub precision: f64,
    /// Share of what is true that was decided.
    pub recall: f64,
    /// Harmonic mean of both.
    pub f1: f64,
}

/// Precision, recall and F1 of decisions.
pub fn agreement<'a>(decisions: impl IntoIterator<Item = &'a Decision>) -> Agreement {
    let (mut hit, mut decided, mut truth) = (0.0, 0.0, 0.0);
    for d in decisions {
        hit += f64::from(u8::from(d.decided && d.truth));
        decided += f64::from(u8::from(d.decided));
        truth += f64::from(u8::from(d.truth));
    }
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    Agreement { precision: share(hit, decided), recall: share(hit, truth), f1: share(2.0 * hit, decided + truth) }
}

/// Average precision: the mean of the precision at each true item, best scores first; ties count as
/// one step. 0 without true items.
pub fn average_precision(decisions: &[Decision]) -> f64 {
    let mut sorted: Vec<&Decision> = decisions.iter().collect();
    sorted.sort_by(|a, b| b.score.total_cmp(&a.score));
    let truth = sorted.iter().filter(|d| d.truth).count() as f64;
    let (mut hits, mut seen, mut sum) = (0.0, 0.0, 0.0);
    for step in sorted.chunk_by(|a, b| a.score.to_bits() == b.score.to_bits()) {
        let new = step.iter().filter(|d| d.truth).count() as f64;
        hits += new;
        seen += step.len() as f64;
        sum += new * hits / seen;
    }
    if truth > 0.0 { sum / truth } else { 0.0 }
}

/// Expected calibration error of the scores in ten bins: mean distance of score and truth, 0 to 1.
pub fn calibration_error(decisions: &[Decision]) -> f64 {
    let mut bins = [(0.0_f64, 0.0_f64, 0.0_f64); 10];
    for d in decisions {
        let bin = &mut bins[((d.score * 10.0) as usize).min(9)];
        bin.0 += f64::from(d.score);
        bin.1 += f64::from(u8::from(d.truth));
        bin.2 += 1.0;
    }
    let all = decisions.len().max(1) as f64;
    bins.iter().filter(|b| b.2 > 0.0).map(|b| (b.0 - b.1).abs() / all).sum()
}

/// A 95% interval of a figure over calls: the bootstrap of Efron with a fixed seed, drawing whole
/// calls, since turns of one call are not independent.
pub fn interval<T>(calls: &[T], figure: impl Fn(&[&T]) -> f64) -> (f64, f64) {
    const DRAWS: usize = 400;
    if calls.is_empty() {
        return (0.0, 0.0);
    }
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = || {
        // SplitMix64 (Steele, Lea and Flood 2014).
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = seed;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % calls.len() as u64) as usize
    };
    let mut figures: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let sample: Vec<&T> = (0..calls.len()).map(|_| &calls[draw()]).collect();
            figure(&sample)
        })
        .collect();
    figures.sort_by(f64::total_cmp);
    (figures[DRAWS / 40], figures[DRAWS - 1 - DRAWS / 40])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decisions(rows: &[(f32, bool)]) -> Vec<Decision> {
        rows.iter().map(|&(score, truth)| Decision { score, decided: score >= 0.5, truth }).collect()
    }

    #[test]
    fn measures_of_a_small_case() {
        let rows = decisions(&[(0.9, true), (0.8, false), (0.7, true), (0.1, true)]);
        let found = agreement(&rows);
        assert!((found.precision - 2.0 / 3.0).abs() < 1e-9 && (found.recall - 2.0 / 3.0).abs() < 1e-9);
        assert!((average_precision(&rows) - (1.0 + 2.0 / 3.0 + 3.0 / 4.0) / 3.0).abs() < 1e-9);
    }

    #[test]
    fn ties_count_as_one_step() {
        let rows = decisions(&[(0.5, true), (0.5, false)]);
        assert!((average_precision(&rows) - 0.5).abs() < 1e-9);
    }
}
