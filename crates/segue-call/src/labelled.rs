//! A call with its readings, as the pieces of the debrief look at it.

use crate::question::{asks, asks_of_you};
use segue_core::debrief::{By, NoteKind, PhaseSpan, ShownCue};
use segue_core::{Flag, Label, Plan, Reading, Role, Rung, Timing, Utterance};
use segue_phrasebook::{SAID, sounds_like};

/// Business speech in seconds before the last of a stretch, and turns of business, from which on the work had begun and the greeting was over.
const WORK_BEGAN: f64 = 8.0;
const WORK_TURNS: usize = 2;
/// Utterances before a stretch in which it may have been said that this was all.
const SETTLES: usize = 4;
/// Utterances from serious news to the humane line that meets it: it may be understood only once it is answered.
const CONSOLED_WITHIN: usize = 1;
/// Probability of business of an utterance that frames the talk that makes it talk of work all the same.
pub(crate) const TELLS_OF_WORK: f32 = 0.25;
/// The same of an utterance that is taken for private and asks: "That's nice. So, the quote?"
const ASKS_FOR_WORK: f32 = 0.2;
/// Probability of private talk from which an utterance is half private, whatever its label.
pub(crate) const HALF_PRIVATE: f32 = 0.2;
/// Calls for the work that were passed over, from which on nobody can say that the talk was let be.
const KEEPS_CALLING: usize = 2;

/// A call with its readings, as the pieces of the debrief look at it.
pub(crate) struct Labelled<'a> {
    pub utterances: &'a [Utterance],
    pub readings: &'a [Reading],
    /// Weight of each utterance in seconds of speech.
    pub weights: &'a [f64],
    pub plan: &'a Plan,
    pub timing: Timing,
    /// The agenda item that each utterance is about, if any.
    pub items: &'a [Option<usize>],
    /// Seconds at which each agenda item was reached by key, as far as there were keys.
    pub reached: &'a [Option<f64>],
    /// Chats that were agreed by key.
    pub agreed: &'a [PhaseSpan],
    /// Chats at the end, into which segue let the talk go.
    pub closing: &'a [PhaseSpan],
    /// Facts that were noted while the call went on, by their utterance.
    pub noted: &'a [(usize, NoteKind)],
    /// Lines that were shown.
    pub cues: &'a [ShownCue],
}

impl Labelled<'_> {
    pub fn by(&self, index: usize) -> By {
        let speaker = &self.utterances[index].speaker;
        By { role: speaker.role, name: speaker.name.clone() }
    }

    /// Me, by the name that I have in the call.
    pub fn me(&self) -> By {
        let mine = self.utterances.iter().map(|utterance| &utterance.speaker).find(|speaker| speaker.role == Role::Me);
        By { role: Role::Me, name: mine.map(|speaker| speaker.name.clone()).unwrap_or_default() }
    }

    pub fn known(&self, index: usize) -> Option<By> {
        let by = self.by(index);
        (by.role != Role::Unknown || !by.name.is_empty()).then_some(by)
    }

    pub fn business(&self, range: impl Iterator<Item = usize>) -> f64 {
        range.filter(|&i| self.readings[i].label == Label::Business).map(|i| self.weights[i]).sum()
    }

    pub fn private(&self, range: impl Iterator<Item = usize>) -> f64 {
        range.filter(|&i| self.readings[i].label.is_private()).map(|i| self.weights[i]).sum()
    }

    /// How much an utterance is in the unit in which talk is counted: words in a chat, else seconds of speech.
    pub fn amount(&self, index: usize) -> f64 {
        if self.timing == Timing::Chat { self.utterances[index].text.count() as f64 } else { self.weights[index] }
    }

    /// A steer that ends nothing.
    pub fn steers_back(&self, index: usize) -> bool {
        self.readings[index].leads_back() && !self.ends(index)
    }

    /// The work had begun before the last turn of a stretch: by its seconds, or by its turns, however short; calls for it that were
    /// passed over are such turns.
    pub fn had_begun(&self, from: usize, last: usize) -> bool {
        let works = |i: usize| self.readings[i].label == Label::Business && !self.ends(i);
        let turns = (from..last).filter(|&i| works(i) || self.is_passed_over(i, last)).count();
        turns >= WORK_TURNS || self.business(from..last) >= WORK_BEGAN
    }

    /// A turn of the stretch that ends with `last` calls for the work, and the answer to it is private: it ended nothing.
    pub fn is_passed_over(&self, index: usize, last: usize) -> bool {
        let answer = index + 1;
        answer <= last
            && self.readings[answer].label.is_private()
            && self.utterances[answer].speaker != self.utterances[index].speaker
            && self.calls_for_work(index)
    }

    /// Somebody called for the work more than once in a stretch, and the others went on with what was private.
    pub fn was_called_in_vain(&self, (from, last): (usize, usize)) -> bool {
        (from..last).filter(|&i| self.is_passed_over(i, last)).count() >= KEEPS_CALLING
    }

    /// A turn that is work, steers to it or asks for it, if only with its last words: what is private in it may well be an answer.
    pub fn calls_for_work(&self, index: usize) -> bool {
        let reading = &self.readings[index];
        let (business, private) = (reading.probabilities.business, reading.probabilities.private());
        let asks = || self.utterances[index].text.as_str().contains('?') && business >= ASKS_FOR_WORK;
        let calls = reading.label == Label::Business || reading.leads_back() || business >= private.max(ASKS_FOR_WORK) || asks();
        calls && !reading.flags.has(Flag::PersonalQuestion) && !self.ends(index)
    }

    /// Somebody asks for something of the work, be it in words that the model takes for an end: it was not done.
    pub fn opens_work(&self, index: usize) -> bool {
        let words = self.utterances[index].text.as_str();
        self.is_work(index) && asks(words) && (!self.ends(index) || sounds_like(Rung::Direct, words) >= SAID)
    }

    /// Somebody asks me about my life, beyond small talk.
    pub fn asks_me(&self, index: usize) -> bool {
        let reading = &self.readings[index];
        let of_mine = reading.label == Label::Personal && reading.flags.has(Flag::PersonalQuestion);
        of_mine && self.utterances[index].speaker.role != Role::Me
    }

    /// The same in words that no flag was given for: "Do you live alone?"
    pub fn asks_me_in_words(&self, index: usize) -> bool {
        let personal = self.readings[index].label == Label::Personal && self.utterances[index].speaker.role != Role::Me;
        personal && (self.asks_me(index) || asks_of_you(self.utterances[index].text.as_str()))
    }

    /// Something serious beyond doubt, or news in answer to which a humane line was shown and that is serious in hindsight too.
    pub fn surely_serious(&self, index: usize) -> bool {
        let reading = &self.readings[index];
        reading.surely_serious() || {
            let told =
                reading.flags.has(Flag::Serious) && reading.flags.has(Flag::Disclosure) && reading.label != Label::Business;
            let met = |cue: &ShownCue| cue.rung.is_humane() && (index..=index + CONSOLED_WITHIN).contains(&cue.after);
            told && self.utterances[index].speaker.role != Role::Me && self.cues.iter().any(met)
        }
    }

    /// Settles what is left, or ends the call.
    pub fn ends(&self, index: usize) -> bool {
        let flags = self.readings[index].flags;
        flags.has(Flag::WrapUp) || flags.has(Flag::SignOff)
    }

    /// I say what holds from now on.
    pub fn announces(&self, index: usize) -> bool {
        self.utterances[index].speaker.role == Role::Me && self.readings[index].flags.has(Flag::Announcement)
    }

    /// Talk of work, also where it is taken for framing: "Ha. So, the invoice for October?" is both.
    pub fn is_work(&self, index: usize) -> bool {
        let reading = &self.readings[index];
        match reading.label {
            Label::Business => true,
            Label::Framing => {
                self.items.get(index).is_some_and(Option::is_some) || reading.probabilities.business >= TELLS_OF_WORK
            }
            Label::Smalltalk | Label::Personal => false,
        }
    }

    /// True if an agenda item never came up, by words or by key.
    pub fn leaves_items(&self) -> bool {
        let by_words = |item| (0..self.items.len()).any(|i| self.items[i] == Some(item) && !self.readings[i].label.is_private());
        (0..self.plan.agenda.len()).any(|item| !by_words(item) && self.reached.get(item).copied().flatten().is_none())
    }

    /// True if an agenda item was left when the stretch began: it came up later, or never, and nobody had said that this was all.
    /// What an item is called in the talk is often not what it is called in the agenda.
    pub fn item_left(&self, (from, last): (usize, usize)) -> bool {
        let settled = (from.saturating_sub(SETTLES)..=last).any(|i| self.ends(i));
        (0..self.plan.agenda.len()).any(|item| {
            let by_words = (0..self.items.len()).find(|&i| self.items[i] == Some(item) && !self.readings[i].label.is_private());
            let by_key = self.reached.get(item).copied().flatten();
            let before = by_words.is_some_and(|i| i <= last) || by_key.is_some_and(|at| at <= self.utterances[last].end);
            !before && (by_words.is_some() || by_key.is_some() || !settled)
        })
    }
}
