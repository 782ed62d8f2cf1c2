//! Drifts: when, how long, who opened them and who brought them back, or why they needed nobody to.

use super::{Entry, Section, Topic, Writer, medium};
use crate::wording::{Message, ended, sentence, yes};
use segue_core::Role;
use segue_core::debrief::{By, Drift, Excuse, ShownCue, Unit};

/// Below this share of its length, the private part of a drift is told apart.
const MOSTLY_PRIVATE: f64 = 0.75;

impl Writer<'_> {
    pub(super) fn drifts(&self) -> Option<Section> {
        let Self { debrief, texts } = self;
        if debrief.utterances.is_empty() {
            return None;
        }
        let mut section = Section::new(Topic::Drifts, texts.say(Message::DriftsTitle));
        let (excused, steerable): (Vec<_>, Vec<_>) = debrief.drifts.iter().partition(|drift| drift.excused.is_some());
        // What was offered, or would have been, cannot have been needless; but nobody turns back from something serious.
        let needed = |cue: &ShownCue| cue.rung.steers() && !debrief.was_fine(cue) && !self.stood_in_something_serious(cue);
        let lines = ("lines", yes(debrief.cues.iter().any(needed)));
        let lines = || lines.clone();
        // Whatever the line was for, the announcement or the goodbye, there was something to say.
        let any = || ("lines", yes(!debrief.cues.is_empty()));
        section.lead = match (steerable.is_empty(), excused.is_empty()) {
            (true, true) if self.partly_heard() => vec![texts.say(Message::DriftsNoneHeard)],
            (true, true) if debrief.talk.total.private_share() > 0.0 => vec![texts.fill(Message::DriftsNoneLight, [any()])],
            (true, true) => vec![texts.fill(Message::DriftsNone, [any()])],
            (true, false) => vec![texts.fill(Message::DriftsAllExcused, [("n", excused.len().into()), lines()])],
            (false, _) => self.tally(&steerable, excused.len()),
        };
        if debrief.feeding.is_none() && !debrief.drifts.is_empty() {
            let one = debrief.utterances.iter().all(|u| u.speaker == debrief.utterances[0].speaker);
            section.lead.push(texts.say(if one { Message::DriftsNobodyKnown } else { Message::DriftsMeUnknown }));
        }
        section.entries = debrief.drifts.iter().map(|drift| self.drift(drift)).collect();
        Some(section)
    }

    /// How many drifts, how long, and who opened how many.
    fn tally(&self, drifts: &[&Drift], excused: usize) -> Vec<String> {
        let texts = self.texts;
        let unit = self.debrief.talk.unit;
        let amount = texts.exact_amount(unit, drifts.iter().map(|drift| length(drift, unit)).sum());
        let mut lead = vec![texts.fill(Message::DriftsCount, [("n", drifts.len().into()), ("amount", amount.into())])];
        let mut openers: Vec<(&By, usize)> = Vec::new();
        for by in drifts.iter().filter_map(|drift| drift.opened_by.as_ref()) {
            match openers.iter_mut().find(|(known, _)| *known == by) {
                Some((_, n)) => *n += 1,
                None => openers.push((by, 1)),
            }
        }
        if let [(by, n)] = openers[..]
            && drifts.len() > 1
            && n == drifts.len()
        {
            lead.push(self.about(Message::DriftsOneOpener, by, None));
        } else if drifts.len() > 1 && !openers.is_empty() {
            let tell =
                |(by, n): &(&By, usize)| texts.fill(Message::DriftsOpener, [("who", texts.who(by).into()), ("n", (*n).into())]);
            let openers = openers.iter().map(tell).collect::<Vec<_>>().join(", ");
            lead.push(texts.fill(Message::DriftsOpeners, [("openers", openers.into())]));
        }
        if excused > 0 {
            lead.push(texts.fill(Message::DriftsAlsoExcused, [("n", excused.into())]));
        }
        lead
    }

    fn drift(&self, drift: &Drift) -> Entry {
        let texts = self.texts;
        let unit = self.debrief.talk.unit;
        let mut details = Vec::new();
        if unit == Unit::Seconds && drift.private < MOSTLY_PRIVATE * (drift.end - drift.start) {
            details.push(texts.fill(Message::DriftPrivatePart, [("amount", texts.duration(drift.private).into())]));
        }
        if let Some(by) = &drift.opened_by {
            details.push(self.about(Message::DriftOpened, by, None));
        }
        // Nobody is told how well they turned away from something serious.
        details.extend(self.way_back(drift).filter(|_| drift.excused != Some(Excuse::Serious)));
        details.extend(drift.excused.map(|excuse| self.excuse(drift, excuse)));
        Entry {
            moment: Some(self.moment(drift.start, drift.from)),
            label: Some(drift.label),
            what: format!("{}, {}", texts.label(drift.label), texts.exact_amount(unit, length(drift, unit))),
            quote: self.quote(&drift.topic),
            details,
            quiet: drift.excused.is_some(),
            ..Entry::default()
        }
    }

    /// Why it needed no steering. What may have been serious is not called brief.
    fn excuse(&self, drift: &Drift, excuse: Excuse) -> String {
        if excuse == Excuse::Brief && drift.may_be_serious(&self.debrief.utterances) {
            self.texts.say(Message::ExcuseMayBeSerious)
        } else {
            self.texts.excuse(excuse, medium(self.debrief))
        }
    }

    /// Who brought it back and how; nothing where nobody had to, or nobody can say.
    fn way_back(&self, drift: &Drift) -> Option<String> {
        let words = drift.returned_with.as_ref().and_then(|words| self.quote(words));
        match (&drift.returned_by, words) {
            (Some(by), Some(words)) => Some(self.about(Message::DriftReturnedWith, by, Some(words))),
            (Some(by), None) => Some(self.about(Message::DriftReturned, by, None)),
            (None, Some(words)) => Some(ended(self.texts.fill(Message::DriftBackWith, [("words", words.into())]))),
            (None, None) if drift.excused.is_some() || drift.returned_at.is_some() || drift.opened_by.is_none() => None,
            (None, None) => Some(self.texts.say(Message::DriftNotReturned)),
        }
    }

    /// A sentence about somebody.
    fn about(&self, message: Message, by: &By, words: Option<String>) -> String {
        let me = if by.role == Role::Me { "yes" } else { "no" };
        let values = [("me", me.into()), ("who", self.texts.who(by).into()), ("words", words.unwrap_or_default().into())];
        ended(sentence(&self.texts.fill(message, values)))
    }
}

/// Length of a drift: seconds by the clock, or private words of a chat.
fn length(drift: &Drift, unit: Unit) -> f64 {
    match unit {
        Unit::Seconds => drift.end - drift.start,
        Unit::Words => drift.private,
    }
}
