//! A call that is over, looked at as a whole: the one place where a debrief is put together.

use crate::drifts;
use crate::labelled::Labelled;
use crate::{correspondence, facts, feeding, headline, notes, talk, unrecognised};
use jiff::civil::DateTime;
use segue_core::debrief::{Debrief, DebriefUtterance, Drift, Excuse, NoteKind, Overrun, PhaseSpan, SCHEMA, ShownCue, Sitting};
use segue_core::{Label, Lang, Plan, Problem, Reading, Rung, Timing, Utterance, Words};

/// Silence in seconds, in a stretch marked by key, that is no pause: somebody talks who is not heard.
const NO_PAUSE: f64 = 5.0;
/// Seconds by which words may begin before a line and still come after it.
const TOGETHER: f64 = 0.5;
/// Seconds of it that make a drift where something was heard too.
const LONG: f64 = 15.0;

/// A stretch of private talk that was marked by key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marked {
    /// Seconds.
    pub start: f64,
    /// Seconds.
    pub end: f64,
    /// The user said that this chat is fine.
    pub agreed: bool,
}

/// What is known of a call when it is over, from a file or live.
pub struct CallOver<'a> {
    /// Plan of the call.
    pub plan: &'a Plan,
    /// Name of the file, or of whoever a live call was with.
    pub name: String,
    /// What its times mean.
    pub timing: Timing,
    /// Its sittings.
    pub sittings: Vec<Sitting>,
    /// What was heard. Words that may not be kept are empty.
    pub utterances: &'a [Utterance],
    /// Weight of each utterance in seconds of speech.
    pub weights: &'a [f64],
    /// What the live way understood of each.
    pub live: &'a [Reading],
    /// What is to count of each: with the whole call in view, or as the user put it right.
    pub whole: &'a [Reading],
    /// The agenda item that each is about, if any.
    pub items: &'a [Option<usize>],
    /// Phases as they came.
    pub phases: Vec<PhaseSpan>,
    /// True if segue was there, and showed its lines.
    pub accompanied: bool,
    /// True if a new boundary is known to have been announced.
    pub announced: bool,
    /// Lines that were shown.
    pub cues: Vec<ShownCue>,
    /// Stretches of private talk that were marked by key, in order; what was not heard of them counts.
    pub marked: &'a [Marked],
    /// Stretches in which nobody followed the call, as seconds, in order: what they were is neither talk nor private talk.
    pub away: &'a [(f64, f64)],
    /// True if a key was pressed, other than the one that ends the call: somebody followed it.
    pub pressed: bool,
    /// Seconds at which each agenda item was reached by key, as far as there were keys.
    pub reached: &'a [Option<f64>],
    /// Chats that were agreed by key; any there are in the middle of the call, or at its end.
    pub agreed: &'a [PhaseSpan],
    /// Chats at the end, into which segue let the talk go.
    pub closing: &'a [PhaseSpan],
    /// Facts that were noted while the call went on, by their utterance.
    pub noted: &'a [(usize, NoteKind)],
    /// Length of the call in seconds.
    pub seconds: f64,
    /// Seconds of speech that were not recognised.
    pub skipped: f64,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// When a chat began, by the clock of whoever exported it.
    pub began: Option<DateTime>,
    /// Language of the debrief's own sentences.
    pub ui: Lang,
}

/// Turns a call into its debrief. Where nothing was heard, the keys tell how time went: what was marked as a drift was private.
/// What the rest was, nobody can say; and of a call in which no key was pressed either, nothing at all.
pub fn debrief(call: CallOver<'_>) -> Debrief {
    let CallOver { plan, timing, sittings, utterances, weights, whole, seconds, began, .. } = call;
    let CallOver { items, reached, agreed, closing, noted, away, .. } = call;
    let cues = &call.cues;
    let labelled = Labelled { utterances, readings: whole, weights, plan, timing, items, reached, agreed, closing, noted, cues };
    let announced = call.announced || facts::announced(&labelled);
    // Where segue was not there, it is missed where it would have been offered.
    let offered = timing != Timing::Chat && cues.iter().any(|cue| cue.rung == Rung::Announce);
    let plan = &plan.as_announced(announced);
    let labelled = Labelled { plan, ..labelled };
    let mut drifts: Vec<Drift> = sittings.iter().flat_map(|s| drifts::find(&labelled, s.from, s.to)).collect();
    let shown = credited(cues, &drifts, utterances);
    let mut talk = talk::talk(&labelled);
    let (feeding, parked) = (feeding::feeding(&labelled, &drifts), facts::parked(&labelled, &drifts));
    let unheard: Vec<_> =
        call.marked.iter().filter_map(|marked| Some((marked, unheard((marked.start, marked.end), utterances, away)?))).collect();
    if utterances.is_empty() || !unheard.is_empty() {
        let silent_from = utterances.iter().map(|u| u.end).fold(0.0, f64::max);
        let gaps = || unheard.iter().flat_map(|(_, gaps)| gaps);
        let late: f64 = gaps().map(|(start, end)| (end - start.max(silent_from)).max(0.0)).sum();
        talk.total.smalltalk += gaps().map(|(start, end)| end - start).sum::<f64>();
        talk.total.unmarked += if call.pressed { (followed((silent_from, seconds), away) - late).max(0.0) } else { 0.0 };
        drifts.extend(unheard.iter().filter_map(|(marked, gaps)| by_key(marked, gaps, utterances)));
        drifts.sort_by(|a, b| a.start.total_cmp(&b.start));
    }
    let private = talk.total.private();
    let planned = plan.boundary.planned_seconds().filter(|&planned| timing != Timing::Chat && seconds > planned);
    let mut agenda = facts::agenda(&labelled, call.items);
    for (item, reached) in agenda.iter_mut().zip(call.reached) {
        item.reached_at = item.reached_at.or(*reached);
    }
    let mut debrief = Debrief {
        schema: SCHEMA.to_owned(),
        file: call.name,
        lang: plan.boundary.lang,
        kind: plan.boundary.kind,
        timing,
        seconds,
        headline: String::new(),
        utterances: rows(utterances, whole, call.live),
        phases: call.phases,
        cost: talk::cost(&labelled, &drifts, &talk),
        feeding,
        parked,
        agenda,
        notes: notes::notes(&labelled),
        overrun: planned.map(|planned| Overrun { planned, seconds: seconds - planned, private, reason: None }),
        correspondence: correspondence::of(&labelled, began, timing, &sittings),
        problems: call.problems.into_iter().chain(unrecognised::problem(call.skipped, call.ui)).collect(),
        accompanied: call.accompanied,
        announced,
        announcement_missed: plan.announcement_due && !announced && (call.accompanied || offered),
        cues: shown,
        sittings,
        drifts,
        talk,
    };
    let unfollowed = Some(seconds).filter(|_| call.accompanied && !call.pressed);
    let partly = !unrecognised::heard_enough(weights.iter().sum(), call.skipped, unfollowed);
    debrief.headline = unrecognised::headline(headline::headline(&debrief, call.ui), partly, call.ui);
    debrief
}

/// The lines, and whether the talk came back after them, in keeping with what became of their drifts: it may have come back with the last
/// words of a call, which no session could know; and what something serious ended, no line did.
fn credited(cues: &[ShownCue], drifts: &[Drift], utterances: &[Utterance]) -> Vec<ShownCue> {
    let credit = |cue: &ShownCue| {
        let drift = drifts.iter().find(|drift| (drift.from..=drift.to).contains(&cue.after))?;
        if drift.excused == Some(Excuse::Serious) {
            return Some(None);
        }
        let back = utterances.get(drift.returned_at?)?.start;
        (cue.returned_after.is_none() && back >= cue.at - TOGETHER).then(|| Some((back - cue.at).max(0.0)))
    };
    let mut cues = cues.to_vec();
    for cue in cues.iter_mut().filter(|cue| cue.rung.steers() && !cue.declined) {
        if let Some(returned_after) = credit(cue) {
            cue.returned_after = returned_after;
        }
    }
    cues
}

/// What was not heard of a stretch marked by key, piece by piece, if it makes a drift: listening may have begun late or ended
/// early, or it hears only me.
fn unheard((start, end): (f64, f64), utterances: &[Utterance], away: &[(f64, f64)]) -> Option<Vec<(f64, f64)>> {
    let mut heard = utterances.iter().filter(|u| u.start < end && u.end > start).peekable();
    if heard.peek().is_none() {
        return Some(without((start, end), away)).filter(|gaps| !gaps.is_empty());
    }
    let (mut gaps, mut from) = (Vec::new(), start);
    for utterance in heard {
        gaps.push((from, utterance.start));
        from = from.max(utterance.end);
    }
    gaps.push((from, end));
    let mut gaps: Vec<_> = gaps.into_iter().flat_map(|gap| without(gap, away)).collect();
    gaps.retain(|(from, to)| to - from > NO_PAUSE);
    (gaps.iter().map(|(from, to)| to - from).sum::<f64>() > LONG).then_some(gaps)
}

/// What is left of a stretch without those in which nobody followed the call.
fn without((mut start, end): (f64, f64), away: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut left = Vec::new();
    for &(from, to) in away {
        left.push((start, from.min(end)));
        start = start.max(to);
    }
    left.push((start, end));
    left.retain(|(from, to)| to > from);
    left
}

/// Seconds of a stretch in which somebody followed the call.
fn followed(stretch: (f64, f64), away: &[(f64, f64)]) -> f64 {
    without(stretch, away).iter().map(|(from, to)| to - from).sum()
}

/// A drift of which only the time is known, and the utterance before it.
fn by_key(marked: &Marked, gaps: &[(f64, f64)], utterances: &[Utterance]) -> Option<Drift> {
    let (&(start, _), &(_, end)) = (gaps.first()?, gaps.last()?);
    let after = utterances.iter().take_while(|u| u.start < start).count().saturating_sub(1);
    Some(Drift {
        from: after,
        to: after,
        start,
        end,
        opened_by: None,
        returned_by: None,
        returned_with: None,
        returned_at: None,
        private: gaps.iter().map(|(from, to)| (to - from).max(0.0)).sum(),
        label: Label::Smalltalk,
        allowed: 0.0,
        excused: marked.agreed.then_some(Excuse::Closing),
        topic: Words::default(),
    })
}

pub(crate) fn rows(utterances: &[Utterance], whole: &[Reading], live: &[Reading]) -> Vec<DebriefUtterance> {
    let readings = whole.iter().zip(live);
    let row = |(index, (u, (whole, live))): (usize, (&Utterance, (&Reading, &Reading)))| DebriefUtterance {
        index,
        start: u.start,
        end: u.end,
        speaker: u.speaker.name.clone(),
        role: u.speaker.role,
        text: u.text.clone(),
        label: whole.label,
        live_label: live.label,
        probabilities: whole.probabilities,
        flags: whole.flags,
    };
    utterances.iter().zip(readings).enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{credited, unheard};
    use crate::drifts::tests::Made;
    use segue_core::debrief::Excuse;
    use segue_core::{Flag, Label, Role, Speaker, Utterance, Words};

    /// "You brought it back", and beside it "This drift did not come back to business", of one drift; and a line had brought the talk
    /// back from the accident that was told after it.
    #[test]
    fn lines_and_drifts_tell_the_same_of_the_way_back() {
        for (returned_after, excused, told) in [
            (None, None, Some(6.0)),
            (Some(4.0), None, Some(4.0)),
            (Some(4.0), Some(Excuse::Serious), None),
            (None, Some(Excuse::Serious), None),
        ] {
            let mut call = Made::default();
            call.client(Label::Business, 60.0, &[]);
            (0..4).for_each(|_| {
                call.client(Label::Personal, 20.0, &[]);
            });
            call.line().client(Label::Personal, 6.0, &[]).me(Label::Framing, 3.0, &[Flag::SteerBack]);
            call.cues[0].returned_after = returned_after;
            let mut drifts = call.drifts();
            drifts[0].excused = excused;
            let cues = credited(&call.cues, &drifts, &call.utterances);
            assert_eq!(cues[0].returned_after, told, "{returned_after:?} {excused:?}");
        }
    }

    /// A marked stretch vanished if one word was heard in it.
    #[test]
    fn what_was_not_heard_of_a_marked_stretch_counts() {
        for (heard, away, gaps) in [
            (vec![], &[][..], Some(vec![(100.0, 700.0)])),
            (vec![(0.0, 100.0), (700.0, 800.0)], &[], Some(vec![(100.0, 700.0)])),
            (vec![(300.0, 301.0)], &[], Some(vec![(100.0, 300.0), (301.0, 700.0)])),
            (vec![(90.0, 400.0), (200.0, 210.0), (402.0, 650.0)], &[], Some(vec![(650.0, 700.0)])),
            (vec![(90.0, 400.0), (402.0, 690.0)], &[], None),
            (vec![(90.0, 800.0)], &[], None),
            // Sleep of the computer was private talk.
            (vec![], &[(50.0, 120.0), (300.0, 640.0), (690.0, 900.0)], Some(vec![(120.0, 300.0), (640.0, 690.0)])),
            (vec![], &[(90.0, 720.0)], None),
            (
                vec![(300.0, 301.0)],
                &[(120.0, 290.0), (400.0, 660.0)],
                Some(vec![(100.0, 120.0), (290.0, 300.0), (301.0, 400.0), (660.0, 700.0)]),
            ),
        ] {
            let utterances: Vec<_> = heard
                .iter()
                .map(|&(start, end)| {
                    let speaker = Speaker { name: String::new(), role: Role::Me };
                    Utterance { start, end, speaker, text: Words::new("mhm") }
                })
                .collect();
            assert_eq!(unheard((100.0, 700.0), &utterances, away), gaps, "{heard:?}");
        }
    }
}
