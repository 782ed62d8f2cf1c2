//! The table of the evaluation, as text or Markdown.

use crate::cues::CueScore;
use crate::measures::{Decision, agreement, average_precision, calibration_error, interval};
use crate::subject::Subject;
use segue_core::Lang;
use std::fmt::Write;

/// A group of calls that gets a row.
struct Group<'a> {
    name: String,
    calls: Vec<&'a Subject>,
}

fn groups(subjects: &[Subject]) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    for lang in [Lang::En, Lang::Ru] {
        let of_lang: Vec<&Subject> = subjects.iter().filter(|s| s.lang == lang).collect();
        if of_lang.is_empty() {
            continue;
        }
        let mut styles: Vec<&str> = of_lang.iter().map(|s| s.style.as_str()).collect();
        styles.sort_unstable();
        styles.dedup();
        for style in styles {
            let calls = of_lang.iter().copied().filter(|s| s.style == style).collect();
            groups.push(Group { name: format!("{} {style}", lang.code()), calls });
        }
        groups.push(Group { name: format!("{} all", lang.code()), calls: of_lang });
    }
    groups
}

fn pooled<'a>(calls: &[&'a Subject], pick: impl Fn(&'a Subject) -> &'a [Decision]) -> Vec<Decision> {
    calls.iter().flat_map(|&s| pick(s).iter().copied()).collect()
}

/// The table of labels: private talk against the rest.
pub fn labels(subjects: &[Subject]) -> String {
    let mut out = String::from(
        "| calls | n | way | F1 (95% by call) | precision | recall | avg. precision | calibration error | TF-IDF + LR F1 | always business F1 |\n|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for group in groups(subjects) {
        type Pick = for<'a> fn(&'a Subject) -> &'a [Decision];
        type Beside = for<'a> fn(&'a (Vec<Decision>, Vec<Decision>)) -> &'a [Decision];
        let ways: [(&str, Pick, Beside); 3] = [
            ("live, at once", |s| &s.at_once, |(live, _)| live),
            ("live, answered", |s| &s.answered, |(live, _)| live),
            ("whole", |s| &s.whole, |(_, whole)| whole),
        ];
        for (way, pick, beside) in ways {
            let all = pooled(&group.calls, pick);
            let found = agreement(&all);
            let (low, high) = interval(&group.calls, |drawn| agreement(drawn.iter().flat_map(|s| pick(s))).f1);
            let baseline: Vec<Decision> = group
                .calls
                .iter()
                .filter_map(|s| s.baseline.as_ref())
                .flat_map(|baseline| beside(baseline).iter().copied())
                .collect();
            let baseline = if baseline.is_empty() { "–".to_owned() } else { format!("{:.2}", agreement(&baseline).f1) };
            let _ = writeln!(
                out,
                "| {} | {} | {way} | {:.2} ({low:.2}–{high:.2}) | {:.2} | {:.2} | {:.2} | {:.3} | {baseline} | 0.00 |",
                group.name,
                group.calls.len(),
                found.f1,
                found.precision,
                found.recall,
                average_precision(&all),
                calibration_error(&all),
            );
        }
    }
    out
}

/// The table of shares, labels and serious facts.
pub fn calls(subjects: &[Subject]) -> String {
    let mut out = String::from(
        "| calls | n | mean error of the private share, points | four labels right | serious recall, answered | precision | serious recall, whole | precision | work moved, recall | precision |\n|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for group in groups(subjects) {
        let n = group.calls.len() as f64;
        let error = 100.0 * group.calls.iter().map(|s| s.share_error.abs()).sum::<f64>() / n;
        let right: Vec<bool> = group.calls.iter().flat_map(|s| s.labels_right.iter().copied()).collect();
        let right = right.iter().filter(|r| **r).count() as f64 / right.len().max(1) as f64;
        let serious = agreement(&pooled(&group.calls, |s| &s.serious));
        let whole = agreement(&pooled(&group.calls, |s| &s.serious_whole));
        let moving = agreement(&pooled(&group.calls, |s| &s.moving));
        let _ = writeln!(
            out,
            "| {} | {} | {error:.1} | {right:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} |",
            group.name,
            group.calls.len(),
            serious.recall,
            serious.precision,
            whole.recall,
            whole.precision,
            moving.recall,
            moving.precision
        );
    }
    out
}

/// The table of cues.
pub fn cues(subjects: &[Subject]) -> String {
    let mut out = String::from(
        "| calls | labels | wanted drifts with a cue inside | unwanted drifts with a steering cue | serious drifts steered | with a humane line | humane lines astray | personal questions out of the work with a deflection | steering cues astray an hour of business |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for lang in [Lang::En, Lang::Ru] {
        type Pick = fn(&Subject) -> &CueScore;
        let ways: [(&str, Pick); 5] = [
            ("the model's, live", |s| &s.cues),
            ("the model's, in sound", |s| &s.sound_cues[0]),
            ("the model's, in sound on a slow computer", |s| &s.sound_cues[1]),
            ("the reader's", |s| &s.true_cues),
            ("the reader's, wanted ways back too", |s| &s.marked_cues),
        ];
        for (way, pick) in ways {
            let mut sum = CueScore::default();
            subjects.iter().filter(|s| s.lang == lang).for_each(|s| sum.add(pick(s)));
            if sum.wanted + sum.unwanted == 0 {
                continue;
            }
            let _ = writeln!(
                out,
                "| {} | {way} | {} of {} | {} of {} | {} of {} | {} | {} | {} of {} | {:.2} ({} in {:.1} h) |",
                lang.code(),
                sum.given,
                sum.wanted,
                sum.disturbed,
                sum.unwanted,
                sum.serious_steered,
                sum.serious,
                sum.humane,
                sum.humane_astray,
                sum.deflected,
                sum.asked,
                sum.astray_per_hour(),
                sum.astray,
                sum.business_hours,
            );
        }
    }
    out
}

/// The worst mistakes: the surest wrong readings, most wrong first.
pub fn mistakes(subjects: &[Subject], most: usize) -> String {
    let mut all: Vec<_> = subjects.iter().flat_map(|s| s.mistakes.iter().map(move |m| (s, m))).collect();
    let wrongness = |m: &crate::subject::Mistake| if m.truth.is_private() { 1.0 - m.private } else { m.private };
    all.sort_by(|a, b| wrongness(b.1).total_cmp(&wrongness(a.1)));
    let mut out = String::from("| call | turn | reader | model | private | words |\n|---|---|---|---|---|---|\n");
    for (subject, m) in all.into_iter().take(most) {
        let text = m.text.replace('|', "\\|");
        let short: String = text.chars().take(110).collect();
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {:.2} | {short} |",
            subject.name,
            m.index + 1,
            m.truth.name(),
            m.found.name(),
            m.private
        );
    }
    out
}
