//! Drifts of a call that is over, from labels with the whole of it in view.

use crate::excuse::excuse;
use crate::labelled::{Labelled, TELLS_OF_WORK};
use crate::outcome::said_in;
use segue_core::debrief::{By, Drift, ShownCue};
use segue_core::{Flag, Label, Reading, Role, Words};
use segue_phrasebook::topic_of;

/// Utterances that are not private, in a row, that a drift may hold.
const BRIDGE: usize = 2;
/// Business speech in seconds that ends a drift.
const BUSINESS_ENDS: f64 = 5.0;
/// Turns of a drift.
const TURNS: usize = 3;
/// Private speech in seconds that makes a drift of fewer turns.
const LONG: f64 = 15.0;
/// Probability of private talk of the utterance before a drift that makes it its opening.
const LEADS_IN: f32 = 0.2;
/// The same of one with as many words as [`STORY`]: "Very well, thank you. We finally had some sun…" is no mere greeting.
const TELLS_LEADS_IN: f32 = 0.05;
const STORY: usize = 12;
/// Words kept of the topic of a drift, and of what led back from it.
const TOPIC_WORDS: usize = 9;
const RETURN_WORDS: usize = 18;

/// Finds the drifts within `from..=to`.
pub(crate) fn find(call: &Labelled<'_>, from: usize, to: usize) -> Vec<Drift> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for i in (from..=to).filter(|&i| call.readings[i].label.is_private()) {
        match stretches.last_mut() {
            Some((_, end)) if i - *end <= BRIDGE + 1 && call.business(*end + 1..i) < BUSINESS_ENDS => *end = i,
            _ => stretches.push((i, i)),
        }
    }
    stretches.into_iter().filter_map(|(first, last)| drift(call, (opening(call, first, from), last), (from, to))).collect()
}

/// A drift opens with the words that led into it, if they were half private already: who answers
/// "congratulations" did not begin.
fn opening(call: &Labelled<'_>, first: usize, within: usize) -> usize {
    let led_in = first > within && call.utterances[first].speaker != call.utterances[first - 1].speaker && {
        let before = &call.readings[first - 1];
        let tells = before.label == Label::Framing && call.utterances[first - 1].text.count() >= STORY;
        before.probabilities.private() >= if tells { TELLS_LEADS_IN } else { LEADS_IN }
    };
    first - usize::from(led_in)
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

/// How the talk came back.
#[derive(Default)]
struct Returned {
    by: Option<By>,
    /// Words that were truly said; those of a line only where it was said by key.
    with: Option<Words>,
    at: Option<usize>,
}

/// Who brought a drift back, and with which words, if the talk was back with the turn `back`.
fn returned(call: &Labelled<'_>, (from, to): (usize, usize), back: Option<usize>) -> Returned {
    let turn = |i: usize| Returned { by: call.known(i), with: Some(call.utterances[i].text.excerpt(RETURN_WORDS)), at: Some(i) };
    // A line that I said and that led back is mine, whoever was heard to agree.
    let led_back = |cue: &&ShownCue| cue.said && cue.rung.steers() && cue.returned_after.is_some();
    let line = call.cues.iter().rfind(|cue| led_back(cue) && (from..=to).contains(&cue.after));
    let until = back.unwrap_or(to);
    match line.map(|line| (line, said_in(line, call.utterances))) {
        Some((line, None)) => Returned { by: Some(call.me()), with: Some(Words::new(line.text.as_str())), at: back },
        Some((_, Some(said))) if said <= until => {
            let mine = |i: usize| call.utterances[i].speaker.role == Role::Me;
            turn((said..=until).rfind(|&i| mine(i) && call.steers_back(i)).unwrap_or(said))
        }
        _ => back.map(turn).unwrap_or_default(),
    }
}

/// The turn with which the talk came back: the first after it that is not private, or the last one of it, if that asks for work in
/// the same breath, or takes up a steer that is right before it.
pub(crate) fn way_back(call: &Labelled<'_>, (from, last): (usize, usize), end: usize) -> Option<usize> {
    let reading = &call.readings[last];
    let answers_steer = last > from && reading.flags.has(Flag::Accepted) && call.steers_back(last - 1);
    if answers_steer {
        return Some(last - 1);
    }
    let after = (last + 1..=end).find(|&i| !call.readings[i].label.is_private())?;
    let asks = |i: usize| call.utterances[i].text.as_str().contains('?');
    let answered = call.readings[after].label == Label::Business
        && call.utterances[after].speaker != call.utterances[last].speaker
        && !asks(after)
        && !call.steers_back(after);
    let leads = asks(last) && reading.probabilities.business >= TELLS_OF_WORK && !reading.flags.has(Flag::PersonalQuestion);
    Some(if leads && answered { last } else { after })
}

fn steers(reading: &Reading) -> bool {
    [Flag::SteerBack, Flag::Accepted, Flag::Ignored].into_iter().any(|flag| reading.flags.has(flag))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::feeding::feeding;
    use segue_core::debrief::{Excuse, FeedingKind, NoteKind, PhaseSpan};
    use segue_core::{Plan, Rung, Speaker, Timing, Utterance};

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

    use Label::{Business, Framing, Personal, Smalltalk};

    /// "You said it, and the talk came back", below "the client brought it back".
    #[test]
    fn whoever_said_the_line_that_led_back_brought_it_back() {
        for (said, back, by) in [(true, Some(11.0), Role::Me), (false, Some(11.0), Role::Client), (true, None, Role::Client)] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            (0..4).for_each(|_| {
                call.client(Personal, 10.0, &[]);
            });
            call.line().client(Personal, 2.0, &[]);
            call.client(Framing, 3.0, &[]).client(Business, 60.0, &[]);
            let cue = &mut call.cues[0];
            (cue.said, cue.returned_after, cue.text) = (said, back, "Back to the agenda.".into());
            let drift = &call.drifts()[0];
            assert_eq!(drift.returned_by.as_ref().map(|by| by.role), Some(by), "{said} {back:?}");
            let words = drift.returned_with.as_ref().map(Words::as_str);
            assert_eq!(words == Some("Back to the agenda."), by == Role::Me, "{words:?}");
        }
    }

    /// "You brought it back with "Shall we take that offline?"", of a line that nobody had seen, and of "Right, page seven".
    #[test]
    fn what_brought_the_talk_back_is_quoted_as_it_was_said() {
        let park = ("en/park-client-warm-1", "Can we keep that for the end? I need you for something first.");
        let russian = ("ru/park-client-warm-11", "Давай отложим это до конца созвона? Следующее у нас: Карточки.");
        for ((id, line), said, mine, quoted) in [
            // In like words, in others, and by a key whose words were not heard.
            (park, true, "Ha, I'd love to hear it. Can we keep it for the last minutes?", None),
            (park, false, "Ha ha. Right, okay, page seven, the spindle.", None),
            (park, true, "", Some(park.1)),
            (russian, true, "Хочу дослушать, но давай в конце, ладно? Мне надо карточки решить.", None),
            (russian, false, "Сома я запомню. Вернёмся к повестке: подрядчик.", None),
        ] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            (0..4).for_each(|_| {
                call.client(Personal, 10.0, &[]);
            });
            call.line();
            if !mine.is_empty() {
                call.says(Role::Me, Framing, 4.0, mine, &[Flag::SteerBack]);
            }
            call.client(Framing, 1.0, &[Flag::Accepted]).client(Business, 60.0, &[]);
            let cue = &mut call.cues[0];
            (cue.line, cue.text, cue.said, cue.returned_after) = (id.into(), line.into(), said, Some(4.0));
            let drift = &call.drifts()[0];
            assert_eq!(drift.returned_by.as_ref().map(|by| by.role), Some(Role::Me), "{mine}");
            assert_eq!(drift.returned_with.as_ref().map(Words::as_str), Some(quoted.unwrap_or(mine)), "{said}");
        }
    }

    /// A line was said, and the story went on until other words of mine ended it; or the talk had come back before it was said.
    #[test]
    fn of_several_words_the_last_that_steered_brought_it_back() {
        let line = "Can we keep that for the end? I need you for something first.";
        let other = "Right, page seven, the spindle.";
        for (turns, brought_back) in [
            (vec![(Role::Me, Framing, line), (Role::Client, Personal, "One more thing."), (Role::Me, Framing, other)], other),
            (vec![(Role::Me, Framing, other), (Role::Client, Business, "Yes, page seven."), (Role::Me, Framing, line)], other),
            (vec![(Role::Me, Framing, line), (Role::Client, Business, "Yes, page seven.")], line),
        ] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            (0..4).for_each(|_| {
                call.client(Personal, 10.0, &[]);
            });
            call.line();
            for (role, label, words) in turns {
                call.says(role, label, 3.0, words, if role == Role::Me { &[Flag::SteerBack] } else { &[] });
            }
            call.client(Business, 60.0, &[]);
            let cue = &mut call.cues[0];
            (cue.line, cue.text, cue.said, cue.returned_after) = ("en/park-client-warm-1".into(), line.into(), true, Some(4.0));
            let drift = &call.drifts()[0];
            assert_eq!(drift.returned_with.as_ref().map(Words::as_str), Some(brought_back));
        }
    }

    /// "Beautiful. So where shall the driver unload?" was led back by whoever answered, and "let's talk about the lessons" by the
    /// turn after "You are shy, I see. Tuesday is good."
    #[test]
    fn who_asks_for_work_or_steers_leads_back_though_the_last_words_are_private() {
        let drifting = || {
            let mut call = Made::default();
            call.me(Business, 60.0, &[]);
            (0..3).for_each(|_| {
                call.client(Personal, 25.0, &[]);
            });
            call
        };
        let mut asks = drifting();
        asks.says(Role::Client, Smalltalk, 5.0, "Beautiful. So where shall the driver unload?", &[]).me(Business, 60.0, &[]);
        assert_eq!(asks.drifts()[0].returned_at, Some(5));
        asks.readings[4].probabilities.business = 0.4;
        assert_eq!(asks.drifts()[0].returned_at, Some(4));
        // What looks like work is a question about my life, or whoever answers asks for work in turn.
        for (flags, answer) in [(vec![Flag::PersonalQuestion], "So, the calendar."), (vec![], "So, weeks or months?")] {
            let mut asked = drifting();
            asked.says(Role::Client, Personal, 5.0, "And how do you manage with money?", &flags);
            asked.readings[4].probabilities.business = 0.4;
            asked.says(Role::Me, Business, 5.0, answer, &[]).client(Business, 60.0, &[]);
            assert_eq!(asked.drifts()[0].returned_at, Some(5), "{answer}");
        }
        // Work that was asked for in the last words of a chat is work that was left.
        let mut left = Made::default();
        left.client(Business, 60.0, &[]);
        left.client(Personal, 25.0, &[]).client(Personal, 25.0, &[]);
        left.says(Role::Client, Smalltalk, 5.0, "Beautiful. So where shall the driver unload?", &[]).me(
            Business,
            4.0,
            &[Flag::WrapUp],
        );
        assert_eq!(left.excuses(), [Some(Excuse::Closing)]);
        left.readings[3].probabilities.business = 0.4;
        assert_eq!(left.excuses(), [Some(Excuse::Brief)]);
        let mut steered = drifting();
        steered.me(Framing, 5.0, &[Flag::SteerBack]).client(Personal, 3.0, &[Flag::Accepted]).me(Business, 60.0, &[]);
        assert_eq!(steered.drifts()[0].returned_at, Some(4));
    }

    /// "We finally had some sun, I sat in the garden" was answered by me, and so I had opened it.
    #[test]
    fn who_tells_in_answer_to_a_greeting_opens() {
        let mut call = Made::default();
        let story = "Very well, thank you. We finally had some sun, I sat in the garden for an hour on Sunday.";
        call.me(Framing, 2.0, &[]).says(Role::Client, Framing, 7.0, story, &[]);
        call.readings[1].probabilities.smalltalk = 0.07;
        call.me(Smalltalk, 10.0, &[]).client(Smalltalk, 10.0, &[]).me(Smalltalk, 10.0, &[]).client(Business, 60.0, &[]);
        let opened = |call: &Made| call.drifts()[0].opened_by.as_ref().map(|by| by.role);
        assert_eq!(opened(&call), Some(Role::Client));
        call.utterances[1].text = Words::new("Fine, thank you.");
        assert_eq!(opened(&call), Some(Role::Me));
    }

    /// A drift was "opened by you", and where you fed it nothing was said of that.
    #[test]
    fn what_i_open_with_half_a_question_of_work_is_among_what_i_fed() {
        let mut call = Made::default();
        call.client(Business, 60.0, &[]).me(Business, 4.0, &[]);
        call.readings[1].probabilities.personal = 0.4;
        for _ in 0..3 {
            call.client(Personal, 40.0, &[]);
        }
        call.client(Business, 60.0, &[]);
        let drifts = call.drifts();
        assert_eq!(drifts[0].opened_by.as_ref().map(|by| by.role), Some(Role::Me));
        let fed: Vec<_> = feeding(&call.look(), &drifts).unwrap().iter().map(|moment| (moment.kind, moment.index)).collect();
        assert_eq!(fed, [(FeedingKind::Opening, 1)]);
    }

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
}
