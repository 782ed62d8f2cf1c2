//! Facts to be handled, topics put aside, agenda items reached.

use crate::drifts::Labelled;
use segue_core::debrief::{AgendaResult, Drift, Note, NoteKind, Parked, ParkedFate};
use segue_core::{Flag, Role};
use segue_phrasebook::puts_aside;

/// Words kept of a fact.
const EXCERPT: usize = 24;
/// Utterances within which the same kind of fact is the same fact.
const SAME_FACT: usize = 12;

/// Serious and work-changing facts, each once.
pub(crate) fn notes(call: &Labelled<'_>) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for (i, reading) in call.readings.iter().enumerate() {
        let kinds = [(reading.flags.has(Flag::WorkImpact), NoteKind::WorkImpact), (reading.surely_serious(), NoteKind::Serious)];
        for (_, kind) in kinds.into_iter().filter(|(holds, _)| *holds) {
            let utterance = &call.utterances[i];
            let note = Note { index: i, at: utterance.start, kind, by: call.by(i), text: utterance.text.excerpt(EXCERPT) };
            let Some(same) = notes.iter_mut().find(|note| note.kind == kind && i - note.index <= SAME_FACT) else {
                notes.push(note);
                continue;
            };
            // Told in the words of whom it befalls rather than of whoever makes plans around it.
            let told = |i: usize| call.readings[i].flags.has(Flag::Disclosure);
            if told(i) && !told(same.index) {
                *same = note;
            }
        }
    }
    notes
}

/// What became of the topic of each drift that was cut short.
pub(crate) fn parked(call: &Labelled<'_>, drifts: &[Drift]) -> Vec<Parked> {
    let steered = |d: &&Drift| d.excused.is_none() && d.returned_at.is_some_and(|i| cut_short(call, d, i));
    drifts
        .iter()
        .filter(steered)
        .map(|drift| {
            let aside = (drift.to.saturating_sub(2)..=drift.returned_at.unwrap_or(drift.to))
                .any(|i| puts_aside(call.utterances[i].text.as_str()));
            let again = drifts.iter().any(|later| later.from > drift.to && same_topic(call, drift, later));
            let fate = match (again, aside) {
                (true, _) => ParkedFate::Returned,
                (false, true) => ParkedFate::Parked,
                (false, false) => ParkedFate::Lost,
            };
            Parked { index: drift.from, at: drift.start, topic: drift.topic.clone(), fate }
        })
        .collect()
}

/// Brought back by a steer, not run out by itself.
fn cut_short(call: &Labelled<'_>, drift: &Drift, back: usize) -> bool {
    (drift.from..=back).any(|i| call.readings[i].flags.has(Flag::SteerBack))
        || call.utterances[back].speaker.role == Role::Me && drift.opened_by.as_ref().is_some_and(|by| by.role != Role::Me)
}

/// Two of the long words of a topic come again.
fn same_topic(call: &Labelled<'_>, drift: &Drift, later: &Drift) -> bool {
    let words = |d: &Drift| -> Vec<String> {
        let all = (d.from..=d.to).map(|i| call.utterances[i].text.as_str().to_lowercase());
        all.flat_map(|t| t.split(|c: char| !c.is_alphabetic()).map(|w| w.chars().take(6).collect()).collect::<Vec<String>>())
            .filter(|w| w.chars().count() == 6)
            .collect()
    };
    let first = words(drift);
    let mut shared: Vec<String> = words(later).into_iter().filter(|w| first.contains(w)).collect();
    shared.sort();
    shared.dedup();
    shared.len() >= 3
}

/// When each agenda item was first talked about. `items` holds the item of each utterance, if any.
pub(crate) fn agenda(call: &Labelled<'_>, items: &[Option<usize>]) -> Vec<AgendaResult> {
    let first = |item| (0..items.len()).find(|&i| items[i] == Some(item) && !call.readings[i].label.is_private());
    let plan = call.plan.agenda.iter().enumerate();
    plan.map(|(item, planned)| {
        let index = first(item);
        AgendaResult { text: planned.text.clone(), reached_at: index.map(|i| call.utterances[i].start), index }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drifts::find;
    use segue_core::debrief::Excuse;
    use segue_core::{Flags, Label, Plan, Reading, Speaker, Utterance, Words};

    /// The client speaks from `start` for so many seconds.
    fn said(start: f64, seconds: f64) -> Utterance {
        let speaker = Speaker { name: String::new(), role: Role::Client };
        Utterance { start, end: start + seconds, speaker, text: Words::new("words of a call") }
    }

    /// "The fitter comes on Thursday" stood for "On Thursday I am in hospital".
    #[test]
    fn a_fact_is_told_in_the_words_of_whom_it_befalls() {
        let impact = Flags::from_iter([Flag::WorkImpact]);
        let disclosed = Flags::from_iter([Flag::WorkImpact, Flag::Disclosure]);
        for (flags, index) in
            [([impact, disclosed, impact], 1), ([impact, impact, impact], 0), ([disclosed, disclosed, impact], 0)]
        {
            let utterances: Vec<Utterance> = (0..3).map(|i| said(f64::from(i), 0.5)).collect();
            let readings = flags.map(|flags| Reading::certain(Label::Personal, flags));
            let plan = Plan::default();
            let call = Labelled { utterances: &utterances, readings: &readings, weights: &[0.5; 3], plan: &plan };
            assert_eq!(notes(&call).iter().map(|note| note.index).collect::<Vec<_>>(), [index], "{flags:?}");
        }
    }

    /// One call in three without anything serious was told that something serious had come up.
    #[test]
    fn only_what_is_surely_serious_is_noted_and_excuses() {
        use Flag::{Serious, SurelySerious, WorkImpact};
        for (flags, noted, excused) in [
            (vec![], vec![], None),
            (vec![Serious], vec![], None),
            (vec![Serious, SurelySerious], vec![NoteKind::Serious], Some(Excuse::Serious)),
            (vec![WorkImpact], vec![NoteKind::WorkImpact], Some(Excuse::WorkImpact)),
            // "My father died, I cannot make Friday": both are to be handled.
            (vec![Serious, SurelySerious, WorkImpact], vec![NoteKind::WorkImpact, NoteKind::Serious], Some(Excuse::Serious)),
        ] {
            let label = |i: usize| if (3..9).contains(&i) { Label::Personal } else { Label::Business };
            let utterances: Vec<Utterance> = (0..14).map(|i| said(f64::from(i) * 20.0, 19.0)).collect();
            let readings: Vec<Reading> = (0..14)
                .map(|i| {
                    let flags = if i == 5 { flags.iter().copied().collect() } else { Flags::NONE };
                    Reading { wanted: Some(0.5), ..Reading::certain(label(i), flags) }
                })
                .collect();
            let plan = Plan::default();
            let call = Labelled { utterances: &utterances, readings: &readings, weights: &[19.0; 14], plan: &plan };
            assert_eq!(notes(&call).iter().map(|note| note.kind).collect::<Vec<_>>(), noted, "{flags:?}");
            let drifts = find(&call, 0, 13);
            assert_eq!(drifts.iter().map(|drift| drift.excused).collect::<Vec<_>>(), [excused], "{flags:?}");
        }
    }
}
