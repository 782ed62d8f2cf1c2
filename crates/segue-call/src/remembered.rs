//! The figures of a call as they are remembered: no words but the agenda's own.

use segue_core::debrief::{Debrief, Drift, Excuse, FeedingKind, LabelAmounts, NoteKind, Unit};
use segue_core::{
    CallRecord, CueRecord, DriftRecord, Exception, ExceptionKind, Label, Plan, Role, TIME_TOLERANCE, seconds_to_say,
};

/// What is remembered of a call. Id, client, time and zone are left to whoever remembers it.
pub fn remembered(debrief: &Debrief, plan: &Plan) -> CallRecord {
    let plan = &plan.as_announced(debrief.announced);
    let mut talk: Vec<(Role, LabelAmounts)> = Vec::new();
    for speaker in &debrief.talk.speakers {
        match talk.iter_mut().find(|(role, _)| *role == speaker.speaker.role) {
            Some((_, sum)) => *sum += speaker.amounts,
            None => talk.push((speaker.speaker.role, speaker.amounts)),
        }
    }
    // What the keys told of, and nobody was heard to say.
    let heard = |label| talk.iter().map(|(_, sum)| sum.of(label)).sum::<f64>();
    let mut unheard = LabelAmounts { unmarked: debrief.talk.total.unmarked, ..LabelAmounts::default() };
    Label::ALL.into_iter().for_each(|label| unheard.add(label, (debrief.talk.total.of(label) - heard(label)).max(0.0)));
    if unheard.total() > 0.5 {
        match talk.iter_mut().find(|(role, _)| *role == Role::Unknown) {
            Some((_, sum)) => *sum += unheard,
            None => talk.push((Role::Unknown, unheard)),
        }
    }
    let mut feeding: Vec<(FeedingKind, u32)> = Vec::new();
    for moment in debrief.feeding.iter().flatten() {
        match feeding.iter_mut().find(|(kind, _)| *kind == moment.kind) {
            Some((_, count)) => *count += 1,
            None => feeding.push((moment.kind, 1)),
        }
    }
    // Allowances are seconds of speech, also where words are counted.
    let seconds = |amount: f64| if debrief.talk.unit == Unit::Words { seconds_to_say(amount as usize) } else { amount };
    let chat = |wanted: Excuse| -> f64 {
        let longer = |drift: &Drift| drift.excused.is_none() && drift.allowed > 0.0;
        let there = |drift: &Drift| (drift.end < debrief.seconds / 2.0) == (wanted == Excuse::Greeting);
        let counts = |drift: &&Drift| drift.excused == Some(wanted) || (longer(drift) && there(drift));
        debrief.drifts.iter().filter(counts).map(|drift| seconds(drift.private)).sum()
    };
    let overrun = debrief.overrun.as_ref().map_or(0.0, |overrun| overrun.seconds);
    let late =
        Exception { kind: ExceptionKind::Overrun, seconds: overrun, reason: String::new(), theirs: false, note_sent: None };
    CallRecord {
        seconds: debrief.seconds,
        planned: plan.boundary.planned_seconds(),
        allowed_at_start: plan.boundary.greeting_chat(),
        allowed_at_end: plan.boundary.closing_chat(),
        unit: debrief.talk.unit,
        talk,
        greeting: chat(Excuse::Greeting),
        closing_chat: chat(Excuse::Closing),
        drifts: debrief.drifts.iter().map(drift).collect(),
        feeding,
        // A line that nobody saw or said is no evidence of what works.
        cues: debrief
            .cues
            .iter()
            .filter(|cue| debrief.accompanied || cue.said)
            .map(|cue| CueRecord {
                at: cue.at,
                line: cue.line.clone(),
                rung: cue.rung.name().to_owned(),
                said: Some(cue.said),
                returned_after: cue.returned_after,
            })
            .collect(),
        overrun,
        exceptions: if overrun > TIME_TOLERANCE { vec![late] } else { Vec::new() },
        announced: debrief.announced,
        serious: debrief.notes.iter().any(|note| note.kind == NoteKind::Serious),
        agenda: debrief.agenda.iter().map(|item| (item.text.clone(), item.reached_at.is_some())).collect(),
        rate: plan.rate.as_ref().map(|rate| (rate.per_hour, rate.currency.clone())),
        ..CallRecord::default()
    }
}

fn drift(drift: &Drift) -> DriftRecord {
    DriftRecord {
        start: drift.start,
        end: drift.end,
        private: drift.private,
        allowed: drift.allowed,
        opened_by: drift.opened_by.as_ref().map(|by| by.role),
        returned_by: drift.returned_by.as_ref().map(|by| by.role),
        excused: drift.excused.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::remembered;
    use crate::drifts::tests::Made;
    use segue_core::debrief::{By, Debrief, LabelAmounts, Overrun, SpeakerTalk, Talk};
    use segue_core::{Label, Plan, Role, TIME_TOLERANCE};

    /// A call between one minute and two over was noted as an exception, though it held.
    #[test]
    fn an_overrun_that_nobody_minds_is_no_exception() {
        for (seconds, exceptions) in [(61.0, 0), (TIME_TOLERANCE, 0), (TIME_TOLERANCE + 1.0, 1)] {
            let overrun = Some(Overrun { planned: 1800.0, seconds, private: 0.0, reason: None });
            let call = remembered(&Debrief { overrun, ..Debrief::default() }, &Plan::default());
            assert_eq!((call.exceptions.len(), call.overrun), (exceptions, seconds));
        }
    }

    /// A call by keys had taken no time at all: "6 s of 1.5 min" in its debrief, "0 s a call" in the trend.
    #[test]
    fn what_the_keys_told_of_is_remembered_as_talk() {
        let total = LabelAmounts { business: 100.0, smalltalk: 90.0, unmarked: 200.0, ..LabelAmounts::default() };
        let heard = LabelAmounts { business: 100.0, smalltalk: 10.0, ..LabelAmounts::default() };
        let all = LabelAmounts { unmarked: 0.0, ..total };
        let speaker = |amounts| SpeakerTalk { speaker: By { role: Role::Me, name: String::new() }, amounts };
        for speakers in [vec![], vec![speaker(heard)], vec![speaker(all)]] {
            let known = speakers.len();
            let call = remembered(
                &Debrief { talk: Talk { total, speakers, ..Talk::default() }, ..Debrief::default() },
                &Plan::default(),
            );
            assert_eq!(call.total(), total, "{known}");
        }
    }

    /// Lines that would have been shown, in calls held without segue, were told as lines that work: "5 of 5".
    #[test]
    fn a_line_that_was_neither_shown_nor_said_is_no_evidence() {
        for (accompanied, said, remembered_lines) in [(false, false, 0), (false, true, 1), (true, false, 1), (true, true, 1)] {
            let mut made = Made::default();
            made.client(Label::Personal, 10.0, &[]).line();
            made.cues[0].said = said;
            let debrief = Debrief { accompanied, cues: made.cues, ..Debrief::default() };
            assert_eq!(remembered(&debrief, &Plan::default()).cues.len(), remembered_lines, "{accompanied} {said}");
        }
    }
}
