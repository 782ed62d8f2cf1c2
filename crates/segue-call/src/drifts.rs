//! Drifts of a call that is over, from labels with the whole of it in view.

use segue_core::debrief::{By, Drift, Excuse, NoteKind, PhaseSpan, ShownCue};
use segue_core::{Flag, Label, Plan, Reading, Role, Timing, Utterance, Words};

/// Utterances that are not private, in a row, that a drift may hold.
const BRIDGE: usize = 2;
/// Business speech in seconds that ends a drift.
const BUSINESS_ENDS: f64 = 5.0;
/// Turns of a drift.
const TURNS: usize = 3;
/// Private speech in seconds that makes a drift of fewer turns.
const LONG: f64 = 15.0;
/// Business speech in seconds after a stretch, below which it was the closing chat.
const NOTHING_LEFT: f64 = 12.0;
/// The same before the last of a stretch, and turns of business, from which on the work had begun and the greeting was over.
const WORK_BEGAN: f64 = 8.0;
const WORK_TURNS: usize = 2;
/// Questions about my own life, not of small talk, from which on somebody keeps asking.
const KEEPS_ASKING: usize = 2;
/// Speech in seconds after a stretch that is work and settles nothing, below which nothing was left.
const A_WORD_OF_WORK: f64 = 3.0;
/// Utterances before a stretch in which it may have been said that this was all.
const SETTLES: usize = 4;
/// Probability of business of an utterance that frames the talk that makes it talk of work all the same.
const TELLS_OF_WORK: f32 = 0.25;
/// Probability of private talk of the utterance before a drift that makes it its opening.
const LEADS_IN: f32 = 0.2;
/// The same of one with as many words as [`STORY`]: "Very well, thank you. We finally had some sun…" is no mere greeting.
const TELLS_LEADS_IN: f32 = 0.05;
const STORY: usize = 12;
/// Words kept of the topic of a drift.
const TOPIC_WORDS: usize = 9;

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
    fn me(&self) -> By {
        let mine = self.utterances.iter().map(|utterance| &utterance.speaker).find(|speaker| speaker.role == Role::Me);
        By { role: Role::Me, name: mine.map(|speaker| speaker.name.clone()).unwrap_or_default() }
    }

    fn known(&self, index: usize) -> Option<By> {
        let by = self.by(index);
        (by.role != Role::Unknown || !by.name.is_empty()).then_some(by)
    }

    fn business(&self, range: impl Iterator<Item = usize>) -> f64 {
        range.filter(|&i| self.readings[i].label == Label::Business).map(|i| self.weights[i]).sum()
    }

    fn private(&self, range: impl Iterator<Item = usize>) -> f64 {
        range.filter(|&i| self.readings[i].label.is_private()).map(|i| self.weights[i]).sum()
    }

    /// How much an utterance is in the unit in which talk is counted: words in a chat, else seconds of speech.
    pub fn amount(&self, index: usize) -> f64 {
        if self.timing == Timing::Chat { self.utterances[index].text.count() as f64 } else { self.weights[index] }
    }

    /// A steer, and not words that the model takes for private after all.
    fn steers_back(&self, index: usize) -> bool {
        let reading = &self.readings[index];
        reading.flags.has(Flag::SteerBack) && !reading.label.is_private() && !self.ends(index)
    }

    /// The work had begun before the last turn of a stretch: by its seconds, or by its turns, however short.
    fn had_begun(&self, from: usize, last: usize) -> bool {
        let turns = (from..last).filter(|&i| self.readings[i].label == Label::Business && !self.ends(i)).count();
        turns >= WORK_TURNS || self.business(from..last) >= WORK_BEGAN
    }

    /// Somebody asks me about my life, beyond small talk.
    pub fn asks_me(&self, index: usize) -> bool {
        let reading = &self.readings[index];
        let of_mine = reading.label == Label::Personal && reading.flags.has(Flag::PersonalQuestion);
        of_mine && self.utterances[index].speaker.role != Role::Me
    }

    /// Settles what is left, or ends the call.
    fn ends(&self, index: usize) -> bool {
        let flags = self.readings[index].flags;
        flags.has(Flag::WrapUp) || flags.has(Flag::SignOff)
    }

    /// I say what holds from now on.
    fn announces(&self, index: usize) -> bool {
        self.utterances[index].speaker.role == Role::Me && self.readings[index].flags.has(Flag::Announcement)
    }

    /// Talk of work, also where it is taken for framing: "Ha. So, the invoice for October?" is both.
    fn is_work(&self, index: usize) -> bool {
        let reading = &self.readings[index];
        match reading.label {
            Label::Business => true,
            Label::Framing => {
                self.items.get(index).is_some_and(Option::is_some) || reading.probabilities.business >= TELLS_OF_WORK
            }
            Label::Smalltalk | Label::Personal => false,
        }
    }

    /// True if an agenda item was left when the stretch began: it came up later, or never, and nobody had said that this was all.
    /// What an item is called in the talk is often not what it is called in the agenda.
    fn item_left(&self, (from, last): (usize, usize)) -> bool {
        let settled = (from.saturating_sub(SETTLES)..=last).any(|i| self.ends(i));
        (0..self.plan.agenda.len()).any(|item| {
            let by_words = (0..self.items.len()).find(|&i| self.items[i] == Some(item) && !self.readings[i].label.is_private());
            let by_key = self.reached.get(item).copied().flatten();
            let before = by_words.is_some_and(|i| i <= last) || by_key.is_some_and(|at| at <= self.utterances[last].end);
            !before && (by_words.is_some() || by_key.is_some() || !settled)
        })
    }
}

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
    // A line that I said and that led back is mine, whoever was heard to agree.
    let led_back = |cue: &&ShownCue| cue.said && cue.rung.steers() && cue.returned_after.is_some();
    let line = call.cues.iter().rfind(|cue| led_back(cue) && (from..=to).contains(&cue.after));
    Some(Drift {
        from,
        to,
        start: call.utterances[from].start,
        end: call.utterances[to].end,
        opened_by: call.known(from),
        returned_by: line.map(|_| call.me()).or_else(|| back.and_then(|i| call.known(i))),
        returned_with: line
            .map(|line| Words::new(line.text.as_str()))
            .or_else(|| back.map(|i| call.utterances[i].text.excerpt(TOPIC_WORDS * 2))),
        returned_at: back,
        private: small + personal,
        allowed: allowed / speech.max(f64::MIN_POSITIVE) * (small + personal),
        label: if personal >= small { Label::Personal } else { Label::Smalltalk },
        excused,
        topic: call.utterances[from].text.excerpt(TOPIC_WORDS),
    })
}

/// The turn with which the talk came back: the first after it that is not private, or the last one of it, if that asks for work in
/// the same breath, or takes up a steer that is right before it.
fn way_back(call: &Labelled<'_>, (from, last): (usize, usize), end: usize) -> Option<usize> {
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

/// Words that turn back to where the talk had been already.
fn turns_back(words: &str) -> bool {
    let words = words.to_lowercase();
    let mut all = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    all.any(|word| word == "back" || ["вернемся", "вернёмся", "возвращаемся", "вернуться"].contains(&word))
}

fn steers(reading: &Reading) -> bool {
    [Flag::SteerBack, Flag::Accepted, Flag::Ignored].into_iter().any(|flag| reading.flags.has(flag))
}

/// Why a stretch needed no steering, if so, and how much of it is within what was agreed, in seconds of speech.
fn excuse(call: &Labelled<'_>, (from, last): (usize, usize), to: usize, within: (usize, usize)) -> (Option<Excuse>, f64) {
    let any = |holds: fn(&Reading) -> bool| {
        call.readings[from..=last].iter().any(|reading| reading.label.is_private() && holds(reading))
    };
    let boundary = &call.plan.boundary;
    let speech = call.private(from..=last);
    let line_shown = call.cues.iter().any(|cue| cue.rung.steers() && (from..=to).contains(&cue.after));
    // The way back: what frames it, and the first work after it.
    let framing = (last + 1..=within.1).take_while(|&i| call.readings[i].label == Label::Framing).count();
    let steered = (from..=within.1.min(last + 1 + framing)).any(|i| call.steers_back(i));
    let worked = call.business(within.0..from);
    let called_back = (last + 1..=within.1.min(last + 1 + framing))
        .any(|i| call.readings[i].flags.has(Flag::SteerBack) && turns_back(call.utterances[i].text.as_str()));
    // Once the work had begun, or a boundary was announced, the greeting is over. A sitting of a chat begins in the middle: it has no
    // settling in.
    let settled = call.had_begun(within.0, last) || (within.0..from).any(|i| call.announces(i));
    let greets = !(called_back || settled || call.timing == Timing::Chat && line_shown);
    let pressed = (from..=last).filter(|&i| call.asks_me(i)).count() >= KEEPS_ASKING;
    let let_go = within_spans(call.closing, call, from, last);
    let asks_for_work = way_back(call, (from, last), within.1) == Some(last);
    let closes = worked > 0.0 && (let_go || !steered && !asks_for_work && nothing_left(call, (from, last), within.1));
    // What was welcome or agreed is that much speech, in however many stretches.
    let welcome = if greets { boundary.chat_at_start - call.private(within.0..from) } else { 0.0 };
    let at_end = if closes { boundary.chat_at_end - call.private(last + 1..=within.1) } else { 0.0 };
    let excused = if any(Reading::surely_serious) {
        Some(Excuse::Serious)
    } else if any(|reading| reading.flags.has(Flag::WorkImpact)) {
        Some(Excuse::WorkImpact)
    } else if within_spans(call.agreed, call, from, last) {
        Some(Excuse::Closing)
    } else if speech <= welcome && !line_shown && !any(|reading| reading.flags.has(Flag::Serious)) {
        Some(Excuse::Greeting)
    } else if speech <= at_end {
        Some(Excuse::Closing)
    } else if speech < boundary.grace_in(call.timing == Timing::Chat) && !line_shown && !steered && !pressed {
        Some(Excuse::Brief)
    } else {
        None
    };
    (excused, welcome.max(at_end).clamp(0.0, speech))
}

/// The middle of it lies in one of these chats.
fn within_spans(spans: &[PhaseSpan], call: &Labelled<'_>, from: usize, last: usize) -> bool {
    let middle = f64::midpoint(call.utterances[from].start, call.utterances[last].end);
    spans.iter().any(|span| (span.start..span.end).contains(&middle))
}

/// Nothing of work was left: after it nothing but a word, or what settles what was said before; and the agenda was through.
fn nothing_left(call: &Labelled<'_>, (from, last): (usize, usize), end: usize) -> bool {
    let open: f64 = (last + 1..=end).filter(|&i| call.is_work(i) && !call.ends(i)).map(|i| call.weights[i]).sum();
    open < A_WORD_OF_WORK && call.business(last + 1..=end) < NOTHING_LEFT && !call.item_left((from, last))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::feeding::feeding;
    use segue_core::debrief::FeedingKind;
    use segue_core::{AgendaItem, Phase, Rung, Speaker, Words};

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
            self.cues.push(ShownCue { at, after, situation, rung, line, text, said: false, returned_after: None });
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

        fn business(&self) -> f64 {
            self.look().business(0..self.utterances.len())
        }

        fn drifts(&self) -> Vec<Drift> {
            find(&self.look(), 0, self.utterances.len() - 1)
        }

        fn excuses(&self) -> Vec<Option<Excuse>> {
            self.drifts().iter().map(|drift| drift.excused).collect()
        }
    }

    use Label::{Business, Framing, Personal, Smalltalk};

    /// Two minutes with questions about the work in them, after an announced boundary, "belonged to a greeting".
    #[test]
    fn the_greeting_is_over_once_there_was_work_in_it_or_a_boundary_was_announced() {
        for (work, announced, greeting) in [(0, false, true), (1, false, true), (4, false, false), (0, true, false)] {
            let mut call = Made::default();
            call.plan.boundary.chat_at_start = 120.0;
            call.me(Framing, 5.0, if announced { &[Flag::Announcement] } else { &[] });
            for _ in 0..5 {
                call.client(Smalltalk, 6.0, &[]);
                if call.business() < f64::from(work) * 4.0 {
                    call.me(Business, 4.0, &[]);
                }
            }
            call.client(Business, 60.0, &[]);
            assert_eq!(call.excuses() == [Some(Excuse::Greeting)], greeting, "{work} {announced}: {:?}", call.excuses());
        }
    }

    /// segue itself let the talk go at the end, and the debrief told that nobody had brought it back.
    #[test]
    fn a_chat_into_which_segue_let_the_talk_go_is_within_what_was_agreed() {
        for (length, let_go, excuse) in [(40.0, true, Some(Excuse::Closing)), (40.0, false, None), (120.0, true, None)] {
            let mut call = Made::default();
            call.plan.boundary.chat_at_end = 180.0;
            // An item that was talked about by another name.
            call.plan.agenda = vec![AgendaItem { text: "logo".into(), minutes: None }];
            call.client(Business, 60.0, &[]);
            call.client(Personal, length, &[]).me(Smalltalk, length, &[]).line();
            let span = PhaseSpan { phase: Phase::ClosingChat, start: 60.0, end: 60.0 + 2.0 * length };
            call.closing = if let_go { vec![span] } else { Vec::new() };
            assert_eq!(call.excuses(), [excuse], "{length} {let_go}");
        }
    }

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

    /// Two and a half minutes about a barn, led back to the invoice, were "the agreed chat, with the work already done".
    #[test]
    fn a_chat_is_the_closing_one_only_if_nothing_of_work_was_left() {
        let drifting = || {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            (0..3).for_each(|_| {
                call.client(Personal, 40.0, &[]);
            });
            call
        };
        let mut settled = drifting();
        settled.me(Business, 6.0, &[Flag::WrapUp]).client(Framing, 2.0, &[Flag::SignOff]);
        assert_eq!(settled.excuses(), [Some(Excuse::Closing)]);

        let mut steered = drifting();
        steered.me(Framing, 4.0, &[Flag::SteerBack]).client(Business, 6.0, &[Flag::WrapUp]);
        assert_eq!(steered.excuses(), [None]);

        // "Ha. So, the invoice for October: 1,840 euros" is framing to the model.
        let mut of_work = drifting();
        of_work.me(Framing, 6.0, &[]);
        of_work.readings[4].probabilities.business = 0.3;
        assert_eq!(of_work.excuses(), [None]);
        assert_eq!(of_work.drifts()[0].returned_at, Some(4));

        for (item, settled, excused) in [
            // Talked about before, or only after it, or never; and never, though all was said to be done.
            (Some(0), false, Some(Excuse::Closing)),
            (Some(4), false, None),
            (None, false, None),
            (None, true, Some(Excuse::Closing)),
        ] {
            let mut planned = drifting();
            planned.plan.agenda = vec![AgendaItem { text: "invoice".into(), minutes: None }];
            planned.me(Business, 2.0, &[Flag::WrapUp]);
            if let Some(turn) = item {
                planned.items[turn] = Some(0);
            }
            if settled {
                planned.readings[0].flags.insert(Flag::WrapUp);
            }
            assert_eq!(planned.excuses(), [excused], "{item:?} {settled}");
        }
    }

    /// What was agreed by key in the middle of a call counted as a drift.
    #[test]
    fn a_chat_that_was_agreed_is_none_to_steer() {
        let mut call = Made::default();
        call.client(Business, 60.0, &[]);
        for _ in 0..5 {
            call.client(Personal, 40.0, &[]);
        }
        call.me(Framing, 4.0, &[Flag::SteerBack]).client(Business, 60.0, &[]);
        assert_eq!(call.excuses(), [None]);
        call.agreed = vec![PhaseSpan { phase: Phase::ClosingChat, start: 70.0, end: 264.0 }];
        assert_eq!(call.excuses(), [Some(Excuse::Closing)]);
    }

    /// "Brief, and over by itself" of what I had ended, and of what lines were shown in.
    #[test]
    fn what_was_led_back_is_not_over_by_itself() {
        for (line, flags, excused) in
            [(false, vec![], Some(Excuse::Brief)), (true, vec![], None), (false, vec![Flag::SteerBack], None)]
        {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            call.client(Smalltalk, 20.0, &[]).client(Smalltalk, 20.0, &[]);
            if line {
                call.line();
            }
            call.client(Smalltalk, 10.0, &[]).me(Framing, 3.0, &flags).client(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{line} {flags:?}");
        }
    }

    /// "Are you married?", after five turns of curtains, was a little small talk that belongs to a greeting, and half a call was too,
    /// with two questions about chairs in it; so was a wedding from which I had to come back to the agenda.
    #[test]
    fn a_greeting_is_over_once_the_work_has_begun() {
        for (before, within, back, excused) in [
            (vec![], vec![], "So, the curtains.", Some(Excuse::Greeting)),
            (vec![2.0], vec![], "So, the curtains.", Some(Excuse::Greeting)),
            (vec![2.0, 2.0], vec![], "So, the curtains.", None),
            (vec![9.0], vec![], "So, the curtains.", None),
            (vec![], vec![2.0, 2.0], "So, the curtains.", None),
            (vec![], vec![], "Right, back to the agenda.", None),
            (vec![], vec![], "Так, вернёмся к шторам.", None),
        ] {
            let mut call = Made::default();
            before.iter().for_each(|&seconds| {
                call.me(Business, seconds, &[]);
            });
            call.client(Smalltalk, 25.0, &[]);
            for &seconds in &within {
                call.me(Business, seconds, &[]).client(Smalltalk, 15.0, &[]);
            }
            call.client(Smalltalk, 25.0, &[]).says(Role::Me, Framing, 3.0, back, &[Flag::SteerBack]).client(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{before:?} {within:?} {back}");
        }
    }

    /// Four questions about my divorce were "brief, and over by itself".
    #[test]
    fn who_keeps_asking_about_my_life_is_not_brief() {
        for (label, role, excused) in [
            (Personal, Role::Client, None),
            (Smalltalk, Role::Client, Some(Excuse::Brief)),
            (Personal, Role::Me, Some(Excuse::Brief)),
        ] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            for _ in 0..2 {
                call.says(role, label, 8.0, "And do you have children?", &[Flag::PersonalQuestion]).client(label, 2.0, &[]);
            }
            call.client(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{label:?} {role:?}");
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

    /// "Trouble. My wife was taken to hospital" was a little small talk that belongs to a greeting.
    #[test]
    fn news_and_long_stories_are_no_greeting() {
        for (serious, timing, line, excused) in [
            (false, Timing::Spoken, false, Some(Excuse::Greeting)),
            (true, Timing::Spoken, false, Some(Excuse::Brief)),
            (false, Timing::Chat, false, Some(Excuse::Greeting)),
            (false, Timing::Chat, true, None),
        ] {
            let mut call = Made { timing, ..Made::default() };
            let flags = if serious { vec![Flag::Serious] } else { vec![] };
            call.client(Personal, 20.0, &flags).client(Personal, 20.0, &[]);
            if line {
                call.line();
            }
            call.client(Personal, 10.0, &[]).client(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{serious} {timing:?} {line}");
        }
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

    /// Two chats of a hundred seconds with a word of work between them were both within the two minutes of the greeting.
    #[test]
    fn the_welcome_is_one_in_however_many_stretches() {
        let mut call = Made::default();
        for _ in 0..2 {
            (0..4).for_each(|_| {
                call.client(Smalltalk, 25.0, &[]);
            });
            call.me(Business, 6.0, &[]);
        }
        call.client(Business, 600.0, &[]);
        let drifts = call.drifts();
        let found: Vec<_> = drifts.iter().map(|drift| (drift.excused, drift.allowed)).collect();
        assert_eq!(found, [(Some(Excuse::Greeting), 100.0), (None, 20.0)]);
    }
}
