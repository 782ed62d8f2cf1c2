//! Drifts of a call that is over, from labels with the whole of it in view.

use crate::aside::is_aside;
use crate::excuse::excuse;
use crate::labelled::{HALF_PRIVATE, Labelled};
use crate::opening::opening;
use crate::way_back::{returned, way_back};
use segue_core::debrief::Drift;
use segue_core::{Flag, Label, Reading, Timing};
use segue_phrasebook::{puts_aside, topic_of};

/// Utterances that are not private, in a row, that a drift may hold.
const BRIDGE: usize = 2;
/// Business speech in seconds that ends a drift.
const BUSINESS_ENDS: f64 = 5.0;
/// Turns of a drift.
const TURNS: usize = 3;
/// Private speech in seconds that makes a drift of fewer turns.
const LONG: f64 = 15.0;
/// Seconds in which nothing is heard, of a call, after which nobody can say that the same talk went on.
const SILENCE: f64 = 120.0;
/// Words kept of the topic of a drift.
pub(crate) const TOPIC_WORDS: usize = 9;

/// Finds the drifts within `from..=to`.
pub(crate) fn find(call: &Labelled<'_>, from: usize, to: usize) -> Vec<Drift> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for i in (from..=to).filter(|&i| call.readings[i].label.is_private() && !is_aside(call, i)) {
        match stretches.last_mut() {
            Some((_, end)) if goes_on(call, *end, i) => *end = i,
            _ => stretches.push((i, i)),
        }
    }
    stretches
        .into_iter()
        .filter_map(|(first, last)| drift(call, (opening(call, (first, last), from), last), (from, to)))
        .collect()
}

/// True if the private turn `next` goes on with the stretch that `last` was the last private turn of: nothing but little work lies
/// between. What is half private, and a steer that was passed over, ended nothing; nor did "Shall we keep that for the end?", to which
/// the other said "Yes, yes, but he has such hands".
fn goes_on(call: &Labelled<'_>, last: usize, next: usize) -> bool {
    let ends = |&i: &usize| {
        let half = call.readings[i].probabilities.private() >= HALF_PRIVATE && !call.steers_back(i);
        let steers = || call.steers_back(i) || puts_aside(call.utterances[i].text.as_str());
        !(half || i + 1 == next && call.is_passed_over(i, next) && steers())
    };
    let silent = |i: usize| call.timing == Timing::Spoken && call.utterances[i].start - call.utterances[i - 1].end > SILENCE;
    next - last <= BRIDGE + 1 && call.business((last + 1..next).filter(ends)) < BUSINESS_ENDS && !(last + 1..=next).any(silent)
}

fn drift(call: &Labelled<'_>, (from, last): (usize, usize), within: (usize, usize)) -> Option<Drift> {
    let amount = |label| (from..=last).filter(|&i| call.readings[i].label == label).map(|i| call.amount(i)).sum::<f64>();
    let (small, personal) = (amount(Label::Smalltalk), amount(Label::Personal));
    let turns = (from..=last).filter(|&i| call.readings[i].label.is_private()).count();
    let speech = call.private(from..=last);
    if turns < TURNS && speech < LONG {
        return None;
    }
    // The steer that ended it, and its answer, still belong to it.
    let mut to = last;
    while to < within.1 && call.readings[to + 1].label == Label::Framing && steers(&call.readings[to + 1]) {
        to += 1;
    }
    let (excused, allowed) = excuse(call, (from, last), to, within);
    let back = way_back(call, (from, last), within.1);
    let back = back.filter(|&i| {
        call.steers_back(i) || (i..=within.1).any(|i| call.is_work(i) && !call.ends(i)) || call.business(i..=within.1) > 0.0
    });
    let returned = returned(call, (from, to), back);
    Some(Drift {
        from,
        to,
        start: call.utterances[from].start,
        end: call.utterances[to].end,
        opened_by: call.known(from),
        returned_by: returned.by,
        returned_with: returned.with,
        returned_at: returned.at,
        private: small + personal,
        allowed: allowed / speech.max(f64::MIN_POSITIVE) * (small + personal),
        label: if personal >= small { Label::Personal } else { Label::Smalltalk },
        excused,
        topic: topic_of(&call.utterances[from].text, TOPIC_WORDS),
    })
}

fn steers(reading: &Reading) -> bool {
    [Flag::SteerBack, Flag::Accepted, Flag::Ignored].into_iter().any(|flag| reading.flags.has(flag))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use segue_core::debrief::{Excuse, NoteKind, PhaseSpan, ShownCue};
    use segue_core::{Plan, Role, Rung, Speaker, Utterance, Words};

    /// A call without keys, lines or an agenda.
    pub(crate) fn labelled<'a>(
        utterances: &'a [Utterance],
        readings: &'a [Reading],
        weights: &'a [f64],
        plan: &'a Plan,
    ) -> Labelled<'a> {
        let timing = Timing::Spoken;
        Labelled {
            utterances,
            readings,
            weights,
            plan,
            timing,
            items: &[],
            reached: &[],
            agreed: &[],
            closing: &[],
            noted: &[],
            cues: &[],
        }
    }

    /// A call that is made up turn by turn.
    #[derive(Default)]
    pub(crate) struct Made {
        pub utterances: Vec<Utterance>,
        pub readings: Vec<Reading>,
        pub weights: Vec<f64>,
        pub plan: Plan,
        pub timing: Timing,
        pub items: Vec<Option<usize>>,
        pub agreed: Vec<PhaseSpan>,
        pub closing: Vec<PhaseSpan>,
        pub noted: Vec<(usize, NoteKind)>,
        pub cues: Vec<ShownCue>,
    }

    impl Made {
        /// Somebody says so many words in so many seconds.
        pub fn says(&mut self, role: Role, label: Label, seconds: f64, words: &str, flags: &[Flag]) -> &mut Self {
            let start = self.utterances.last().map_or(0.0, |before| before.end);
            let speaker = Speaker { name: String::new(), role };
            self.utterances.push(Utterance { start, end: start + seconds, speaker, text: Words::new(words) });
            let flags = flags.iter().copied().collect();
            self.readings.push(Reading { wanted: Some(0.5), ..Reading::certain(label, flags) });
            self.weights.push(seconds);
            self.items.push(None);
            self
        }

        pub fn me(&mut self, label: Label, seconds: f64, flags: &[Flag]) -> &mut Self {
            self.says(Role::Me, label, seconds, "words of mine", flags)
        }

        pub fn client(&mut self, label: Label, seconds: f64, flags: &[Flag]) -> &mut Self {
            self.says(Role::Client, label, seconds, "words of theirs", flags)
        }

        /// A line that steers is shown after what was said last.
        pub fn line(&mut self) -> &mut Self {
            let (after, rung) = (self.utterances.len() - 1, Rung::Park);
            let at = self.utterances[after].end;
            let (line, text) = (String::new(), String::new());
            let situation = rung.situation();
            self.cues.push(ShownCue {
                at,
                after,
                situation,
                rung,
                line,
                text,
                said: false,
                declined: false,
                returned_after: None,
            });
            self
        }

        pub fn look(&self) -> Labelled<'_> {
            Labelled {
                timing: self.timing,
                items: &self.items,
                agreed: &self.agreed,
                closing: &self.closing,
                noted: &self.noted,
                cues: &self.cues,
                ..labelled(&self.utterances, &self.readings, &self.weights, &self.plan)
            }
        }

        pub fn business(&self) -> f64 {
            self.look().business(0..self.utterances.len())
        }

        pub fn drifts(&self) -> Vec<Drift> {
            find(&self.look(), 0, self.utterances.len() - 1)
        }

        pub fn excuses(&self) -> Vec<Option<Excuse>> {
            self.drifts().iter().map(|drift| drift.excused).collect()
        }
    }

    use Label::{Business, Personal, Smalltalk};

    /// Six messages of twenty words were a drift of forty-eight words.
    #[test]
    fn drifts_of_a_chat_are_counted_in_words() {
        let words = ["word"; 20].join(" ");
        let mut call = Made { timing: Timing::Chat, ..Made::default() };
        call.client(Business, 60.0, &[]);
        for _ in 0..6 {
            call.says(Role::Client, Personal, 8.0, &words, &[]);
        }
        call.client(Business, 60.0, &[]);
        let drifts = call.drifts();
        assert_eq!((drifts[0].private.round(), drifts[0].excused), (120.0, None));
    }

    /// "Come on! Will you buy a new one?" had cut a story in two, the first half of which "belonged to a greeting"; and so did "Could we
    /// decide on the label?", to which nobody listened.
    #[test]
    fn what_is_half_private_and_what_nobody_takes_up_ends_no_drift() {
        for (seconds, private, flags, drifts) in
            [(5.5, 0.0, vec![], 2), (4.5, 0.0, vec![], 1), (5.5, 0.4, vec![], 1), (5.5, 0.0, vec![Flag::SteerBack], 1)]
        {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            for part in 0..2 {
                (0..2).for_each(|_| {
                    call.client(Smalltalk, 30.0, &[]);
                });
                if part == 0 {
                    call.says(Role::Me, Business, seconds, "Could we decide on the label?", &flags);
                    call.readings.last_mut().unwrap().probabilities.smalltalk = private;
                }
            }
            call.me(Business, 60.0, &[]);
            assert_eq!(call.drifts().len(), drifts, "{seconds} {private} {flags:?}");
        }
    }

    /// Two remarks with eight minutes of silence between them were one drift of eight minutes, and "brief, and no harm done".
    #[test]
    fn a_drift_does_not_go_on_through_a_long_silence() {
        for (silence, drifts) in [(60.0, 1), (480.0, 0)] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]).client(Personal, 9.0, &[]).client(Personal, 9.0, &[]);
            for utterance in &mut call.utterances {
                utterance.start -= silence;
                utterance.end -= silence;
            }
            let resumes = call.utterances[2].end + silence;
            call.client(Smalltalk, 2.0, &[]);
            let last = call.utterances.last_mut().unwrap();
            (last.start, last.end) = (resumes, resumes + 2.0);
            call.weights[1] = 4.0;
            call.weights[2] = 4.0;
            call.client(Business, 60.0, &[]);
            assert_eq!(call.drifts().len(), drifts, "{silence}");
        }
    }
}
