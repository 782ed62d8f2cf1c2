//! A call that is over: its debrief, its departures from the plan, and what is remembered of it.

use super::{Call, Shown};
use crate::happening::{HeardWords, Opening};
use crate::state::{AfterView, ExceptionView, ParkedView, UtteranceView};
use segue_call::{CallOver, heard_enough, remembered, said, setting, sittings, weigh};
use segue_core::debrief::{Debrief, DebriefUtterance, Parked, ParkedFate, PhaseSpan};
use segue_core::{
    CallRecord, CueRecord, Exception, ExceptionKind, Flag, Kept, Label, Lang, Learned, Phase, Probabilities, Reading, Rung,
    Speaker, Timing, Utterance, Words, talk_tolerance,
};
use segue_phrasebook::LineMemory;
use segue_topic::{Model, read_both};
use segue_weeks::Judged;

/// Business speech in seconds that makes a beginning or keeps an end from having come.
const BUSINESS: f64 = 12.0;
/// Seconds after a drift within which its topic is parked.
const PARKED_WITHIN: f64 = 30.0;

impl Call {
    /// How it began.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// What is kept of it.
    pub fn keeping(&self) -> Kept {
        self.keeping
    }

    /// True if the new boundary was announced in it.
    pub fn announced(&self) -> bool {
        self.marks.announced
    }

    /// What is known of lines with this client, this call included.
    pub fn lines(&self) -> &LineMemory {
        self.companion.memory()
    }

    /// The debrief, with what the user put right.
    pub fn debrief(&self, ui: Lang) -> Debrief {
        let utterances = self.heard();
        let whole = self.whole(&utterances);
        let weights: Vec<f64> = self.utterances.iter().map(weight_of).collect();
        let items: Vec<_> = self.utterances.iter().map(|heard| heard.understood.and_then(|understood| understood.item)).collect();
        let chats = self.phases.iter().filter(|span| self.marks.agreed_chat && span.phase == Phase::ClosingChat);
        let agreed: Vec<_> = chats.copied().collect();
        let closing = self.closing();
        let mut debrief = segue_call::debrief(CallOver {
            plan: &self.plan,
            name: self.opening.client.name.clone(),
            timing: Timing::Spoken,
            sittings: sittings(&utterances, Timing::Spoken),
            utterances: &utterances,
            weights: &weights,
            live: &self.readings,
            whole: &whole,
            items: &items,
            phases: self.phases.clone(),
            cues: self.shown.iter().map(|shown| shown.cue.clone()).collect(),
            marked: &self.marked,
            accompanied: true,
            announced: self.marks.announced,
            reached: &self.reached,
            agreed: &agreed,
            closing: &closing,
            noted: &self.noted,
            seconds: self.now,
            skipped: self.skipped,
            problems: Vec::new(),
            began: None,
            ui,
        });
        self.merge_parked(&mut debrief);
        debrief
    }

    /// Chats with their goodbyes into which segue let the talk go: a line brought parked topics back, or no work came after.
    fn closing(&self) -> Vec<PhaseSpan> {
        let chats = self.phases.chunk_by(|a, b| [a, b].iter().all(|span| span.phase.closes()));
        let chats = chats.filter_map(|chat| chat.first().filter(|span| span.phase.closes()).zip(chat.last()));
        let invited = |start: f64, end: f64| {
            let returns = |shown: &Shown| shown.cue.rung == Rung::Return && (start..=end).contains(&shown.cue.at);
            self.shown.iter().any(returns) || self.phases.last().is_some_and(|last| last.end <= end)
        };
        let chats = chats.map(|(first, last)| PhaseSpan { end: last.end, ..*first });
        chats.filter(|chat| invited(chat.start, chat.end)).collect()
    }

    /// Topics parked in the call come into the debrief, unless the debrief found them itself.
    fn merge_parked(&self, debrief: &mut Debrief) {
        let last = self.utterances.len().saturating_sub(1);
        let topics: Vec<_> = self.parked.iter().flatten().filter(|topic| !topic.earlier).collect();
        // Those that no topic has the words of; each is one topic at most.
        let by_time = |known: &Parked| known.topic.is_empty() || topics.iter().all(|topic| topic.topic != known.topic);
        let mut by_time: Vec<_> = (0..debrief.parked.len()).filter(|&place| by_time(&debrief.parked[place])).collect();
        for topic in topics {
            let index = self.utterances.iter().rposition(|heard| heard.start <= topic.at).unwrap_or(0).min(last);
            match found_already(debrief, topic, &mut by_time).and_then(|place| debrief.parked.get_mut(place)) {
                Some(known) => {
                    if known.fate == ParkedFate::Lost {
                        known.fate = ParkedFate::Parked;
                    }
                    if known.topic.is_empty() || topic.named {
                        known.topic = topic.topic.clone();
                    }
                }
                None => debrief.parked.push(Parked { index, at: topic.at, topic: topic.topic.clone(), fate: topic.fate }),
            }
        }
    }

    fn heard(&self) -> Vec<Utterance> {
        let one = |heard: &HeardWords| Utterance {
            start: heard.start,
            end: heard.end,
            speaker: Speaker { name: String::new(), role: heard.role },
            text: heard.words.clone().unwrap_or_default(),
        };
        self.utterances.iter().map(one).collect()
    }

    /// Labels with the whole call in view; where words are missing, those of the live way.
    /// The model reads once; what the user puts right comes on top, as often as it is put right.
    fn whole(&self, utterances: &[Utterance]) -> Vec<Reading> {
        let read = || {
            if utterances.iter().any(|utterance| utterance.text.is_empty()) {
                return self.readings.clone();
            }
            let model = Model::embedded();
            read_both(model, setting(model, &self.plan, Timing::Spoken), &said(utterances)).1
        };
        let mut whole = self.whole.get_or_init(read).clone();
        for &(from, to, label) in &self.corrections {
            let last = to.min(whole.len().saturating_sub(1));
            if let Some(stretch) = whole.get_mut(from..=last).filter(|_| from <= last) {
                // The user vouches for the label, not for the flags.
                for reading in stretch {
                    (reading.label, reading.probabilities) = (label, Probabilities::certain(label));
                }
            }
        }
        whole
    }

    /// What the user put right in it, as the next call with the client needs it.
    pub fn learned(&self, debrief: &Debrief) -> Learned {
        let mut learned = Learned::default();
        let before = self.whole.get().map_or(&[][..], Vec::as_slice);
        for private in [false, true] {
            // Only what the model had taken for the other kind teaches something.
            let put_right = |i: usize| {
                let last = self.corrections.iter().rev().find(|(from, to, _)| (*from..=*to).contains(&i));
                last.is_some_and(|(.., label)| label.is_private() == private && *label != Label::Framing)
                    && before.get(i).is_some_and(|reading| reading.label.is_private() != private)
            };
            let rows = debrief.utterances.iter().zip(&self.utterances).enumerate();
            let utterances = rows.filter_map(|(i, (row, heard))| {
                let marked = put_right(i);
                (marked || row.label.is_private() != private).then_some((heard.words.as_ref()?.as_str(), marked))
            });
            let words = Model::embedded().words_of_marked(utterances);
            *(if private { &mut learned.private } else { &mut learned.business }) = words;
        }
        learned
    }

    /// Departures from the plan, with the reasons given so far.
    pub fn exceptions(&self, debrief: &Debrief) -> Vec<Exception> {
        let boundary = &self.plan.boundary;
        let (greeting, closing) = self.chat_around(debrief);
        let agreed = if self.marks.agreed_chat { self.closing_chats(debrief) } else { 0.0 };
        // As the call is judged when weeks are looked at: what nobody minds is no departure.
        let tolerance = talk_tolerance(debrief.talk.total.total(), debrief.talk.unit);
        let past = |seconds: f64| Some(seconds).filter(|&seconds| seconds > tolerance);
        let found = [
            (ExceptionKind::LongGreeting, past(greeting - boundary.chat_at_start)),
            (ExceptionKind::AgreedChat, past(agreed - boundary.chat_at_end)),
            (ExceptionKind::LongClosing, past(closing - boundary.chat_at_end).filter(|_| !self.marks.agreed_chat)),
            (ExceptionKind::Overrun, self.late()),
            (ExceptionKind::Moved, None),
        ];
        let with_reason = |(kind, seconds): (ExceptionKind, Option<f64>)| {
            let given = self.reasons.iter().position(|(known, ..)| *known == kind);
            // A reason given for a departure that cannot be measured, or is too small to be found, is still kept.
            let seconds = seconds.or_else(|| given.map(|_| 0.0))?;
            let reason = given.map_or_else(String::new, |place| self.reasons[place].1.clone());
            // What came from them explains all of the call, but what is answered for itself later.
            let theirs = self.reasons.iter().skip(given.unwrap_or(0)).any(|(.., theirs)| *theirs);
            Some(Exception { kind, seconds, reason, theirs, note_sent: None })
        };
        let mut exceptions: Vec<_> = found.into_iter().filter_map(with_reason).collect();
        // Private talk in the middle, where nothing else says what departed.
        let so_far = CallRecord { exceptions: exceptions.clone(), ..self.measured(debrief) };
        let unnoted = Judged::of(&so_far).departures.into_iter().find(|one| one.kind == ExceptionKind::PrivateTalk);
        exceptions.extend(with_reason((ExceptionKind::PrivateTalk, unnoted.map(|one| one.seconds))));
        exceptions
    }

    /// Seconds of private speech in the agreed chats and the one at the end; where nothing was heard of one, it is all of it.
    fn closing_chats(&self, debrief: &Debrief) -> f64 {
        let chat = |span: &PhaseSpan| {
            let within = |heard: &HeardWords| (span.start..span.end).contains(&f64::midpoint(heard.start, heard.end));
            let heard = self.utterances.iter().zip(&debrief.utterances).filter(|(heard, _)| within(heard));
            let rows: Vec<_> = heard.map(|(heard, row)| (row.label, weight_of(heard))).collect();
            if rows.is_empty() {
                return span.end - span.start;
            }
            rows.iter().filter(|(label, _)| label.is_private()).map(|(_, weight)| weight).sum()
        };
        self.phases.iter().filter(|span| span.phase == Phase::ClosingChat).map(chat).sum()
    }

    /// Private seconds before the first business and after the last.
    fn chat_around(&self, debrief: &Debrief) -> (f64, f64) {
        let rows = || debrief.utterances.iter().map(|row| row.label).zip(self.utterances.iter().map(weight_of));
        fn private(rows: impl Iterator<Item = (Label, f64)>) -> f64 {
            let mut business = 0.0;
            let before = rows.take_while(|(label, weight)| {
                business += if *label == Label::Business { *weight } else { 0.0 };
                business < BUSINESS
            });
            before.filter(|(label, _)| label.is_private()).map(|(_, weight)| weight).sum()
        }
        let greeting = private(rows());
        let closing = private(rows().collect::<Vec<_>>().into_iter().rev());
        // A call without business at all was one chat; it counts once.
        let all: f64 = rows().filter(|(label, _)| *label == Label::Business).map(|(_, weight)| weight).sum();
        if all < BUSINESS { (greeting, 0.0) } else { (greeting, closing) }
    }

    /// What trends are made from.
    pub fn record(&self, debrief: &Debrief) -> CallRecord {
        CallRecord { exceptions: self.exceptions(debrief), ..self.measured(debrief) }
    }

    /// The same without its departures from the plan.
    fn measured(&self, debrief: &Debrief) -> CallRecord {
        let (greeting, closing_chat) = if self.is_measured() { self.chat_around(debrief) } else { (0.0, 0.0) };
        CallRecord {
            id: self.opening.started.timestamp().as_millisecond(),
            client: self.opening.client.name.clone(),
            started: self.opening.started.timestamp(),
            zone: self.opening.started.time_zone().iana_name().unwrap_or_default().to_owned(),
            greeting,
            closing_chat,
            cues: self
                .shown
                .iter()
                .map(|shown| CueRecord {
                    at: shown.cue.at,
                    line: shown.cue.line.clone(),
                    rung: shown.cue.rung.name().to_owned(),
                    said: shown.answer,
                    returned_after: shown.cue.returned_after,
                })
                .collect(),
            exceptions: Vec::new(),
            announced: self.marks.announced,
            ..self.without_guesses(remembered(debrief, &self.plan))
        }
    }

    /// True if nearly all of the talk was heard.
    fn is_measured(&self) -> bool {
        heard_enough(self.utterances.iter().map(weight_of).sum(), self.skipped)
    }

    /// Figures of talk that was heard; of any other, the clock alone has some.
    fn without_guesses(&self, record: CallRecord) -> CallRecord {
        if self.is_measured() {
            return record;
        }
        let agenda = record.agenda.into_iter().filter(|(_, reached)| *reached).collect();
        CallRecord { talk: Vec::new(), drifts: Vec::new(), feeding: Vec::new(), agenda, ..record }
    }

    /// Everything the page draws of the call just over.
    pub fn after(&self, debrief: &Debrief) -> AfterView {
        let total = debrief.talk.total;
        let exceptions = self.exceptions(debrief);
        let row = |row: &segue_core::debrief::DebriefUtterance| UtteranceView {
            index: row.index,
            start: row.start,
            end: row.end,
            speaker: row.speaker.clone(),
            role: row.role,
            label: row.label,
            text: row.text.clone(),
            flags: row.flags,
        };
        AfterView {
            client: self.opening.client.name.clone(),
            headline: debrief.headline.clone(),
            seconds: debrief.seconds,
            planned: self.plan.boundary.planned_seconds(),
            private_share: total.private_share(),
            private_minutes: (total.smalltalk + total.personal) / 60.0,
            cost: debrief.cost.clone(),
            utterances: debrief.utterances.iter().map(row).collect(),
            parked: self.parked(),
            note_due: Judged::of(&CallRecord { exceptions: exceptions.clone(), ..self.measured(debrief) }).departs(),
            exceptions: exceptions
                .into_iter()
                .map(|Exception { kind, seconds, reason, theirs, .. }| ExceptionView { kind, seconds, reason, theirs })
                .collect(),
            keeping: self.keeping,
        }
    }

    /// The topics to be carried to the next call: their few words are words of the talk, so of this call's only those that the
    /// user asked to keep, or all where every word is kept.
    pub fn carried(&self) -> Vec<String> {
        let waits = |topic: &ParkedView| topic.fate == ParkedFate::Parked && topic.carried && !topic.topic.is_empty();
        self.parked().into_iter().filter(waits).map(|topic| topic.topic.as_str().to_owned()).collect()
    }
}

/// Where the debrief has a topic that was parked in the call: by its words, or else by its time among these places, since with
/// the whole call in view a drift often begins a turn earlier.
fn found_already(debrief: &Debrief, topic: &ParkedView, by_time: &mut Vec<usize>) -> Option<usize> {
    let end = |known: &Parked| debrief.drifts.iter().find(|drift| drift.from == known.index).map_or(known.at, |drift| drift.end);
    let parked_in = |known: &Parked| known.at <= topic.at && topic.at <= end(known) + PARKED_WITHIN;
    let by_words = debrief.parked.iter().position(|known| !known.topic.is_empty() && known.topic == topic.topic);
    by_words.or_else(|| by_time.iter().rposition(|&place| parked_in(&debrief.parked[place])).map(|i| by_time.remove(i)))
}

fn weight_of(heard: &HeardWords) -> f64 {
    weigh(heard.end - heard.start, heard.count, Timing::Spoken)
}

/// The debrief as it may be kept: without the words that the keeping rule drops.
pub(crate) fn kept(debrief: &Debrief, what: Kept) -> Option<Debrief> {
    if matches!(what, Kept::Nothing | Kept::Figures) {
        return None;
    }
    let mut debrief = debrief.clone();
    if what == Kept::BusinessWords {
        // What brings the talk back often names what it leaves.
        let leads_back: Vec<_> = debrief.drifts.iter().filter_map(|drift| drift.returned_at).collect();
        let goes = |row: &DebriefUtterance| {
            row.probabilities.may_be_private(row.label) || row.flags.has(Flag::SteerBack) || leads_back.contains(&row.index)
        };
        debrief.utterances.iter_mut().filter(|row| goes(row)).for_each(|row| row.text = Words::default());
        for drift in &mut debrief.drifts {
            drift.topic = Words::default();
            drift.returned_with = None;
        }
        debrief.feeding.iter_mut().flatten().for_each(|moment| moment.text = Words::default());
        debrief.parked.clear();
        debrief.notes.clear();
    }
    Some(debrief)
}

#[cfg(test)]
mod tests {
    use super::{Judged, kept};
    use crate::call::Call;
    use crate::happening::{Entry, Happening, HeardWords, Known, Opening, Understood};
    use crate::state::ParkedView;
    use segue_core::debrief::{NoteKind, Parked, ParkedFate, PhaseSpan};
    use segue_core::session::Key;
    use segue_core::{
        Announcement, Client, Exception, ExceptionKind, Flag, Flags, Kept, Label, Lang, Phase, Probabilities, Role, Rung,
        Speaker, Utterance, Words,
    };
    use segue_phrasebook::LineMemory;

    const STORY: [&str; 4] = [
        "My mother always said that the lilac behind our house blooms for the dead aunts.",
        "We sat under the lilac with my grandmother, I was a child, she told us of the war.",
        "My brother fell out of it and broke his arm, my father drove him to the hospital.",
        "Every May I cry when I smell lilac, my husband laughs at me.",
    ];

    const TRIP: [&str; 4] = [
        "On Saturday we took the children to the harbour, the little one wanted to see the ships.",
        "My sister came along with her new dog, it jumped into the water after every ball.",
        "Then we ate ice cream, my husband had three, he never knows when to stop.",
        "The evening was so warm that we stayed at the harbour until nine and sang all the old songs.",
    ];

    fn call() -> Call {
        let mut call = under_way();
        call.take(Entry { at: 70.0, happening: Happening::Key { key: Key::EndCall } });
        call
    }

    fn under_way() -> Call {
        let mut call = Call::new(Opening {
            client: Client::named("Viktor"),
            agenda: Vec::new(),
            memory: LineMemory::default(),
            started: jiff::Zoned::now(),
        });
        let work = [
            "The invoice is in the folder.",
            "I need the new price list from you.",
            "The shop page is done, the photos are too small.",
        ];
        let talk = work.iter().chain(&STORY).chain(&work);
        for (i, words) in talk.enumerate() {
            let start = i as f64 * 6.0;
            let speaker = Speaker { name: String::new(), role: Role::Client };
            let utterance = Utterance { start, end: start + 5.0, speaker, text: Words::new(*words) };
            call.take(Entry { at: start + 5.5, happening: Happening::Heard(Box::new(HeardWords::new(utterance, true))) });
        }
        call
    }

    /// A minute was heard, then the microphone was gone: what the keys told of the rest was thrown away.
    #[test]
    fn keys_count_where_nothing_is_heard_any_more() {
        let heard = call().debrief(Lang::En);
        let mut call = under_way();
        for (at, key) in [(100.0, Key::Drifted), (400.0, Key::Back), (600.0, Key::EndCall)] {
            call.take(Entry { at, happening: Happening::Key { key } });
        }
        let marked = call.debrief(Lang::En);
        assert_eq!(marked.drifts.len(), heard.drifts.len() + 1);
        assert!((marked.talk.total.smalltalk - heard.talk.total.smalltalk - 300.0).abs() < 1.0, "{:?}", marked.talk.total);
        assert!(marked.talk.total.business - heard.talk.total.business > 200.0, "{:?}", marked.talk.total);
        assert_eq!(marked.feeding, heard.feeding);
    }

    /// The microphone alone does not hear the client's story: one "mhm" of mine, and the whole of it was no longer private.
    #[test]
    fn what_was_not_heard_of_a_marked_drift_counts() {
        let mut call = under_way();
        call.take(Entry { at: 100.0, happening: Happening::Key { key: Key::Drifted } });
        let speaker = Speaker { name: String::new(), role: Role::Me };
        let mhm = Utterance { start: 299.0, end: 300.0, speaker, text: Words::new("mhm") };
        call.take(Entry { at: 301.0, happening: Happening::Heard(Box::new(HeardWords::new(mhm, true))) });
        for (at, key) in [(700.0, Key::Back), (900.0, Key::EndCall)] {
            call.take(Entry { at, happening: Happening::Key { key } });
        }
        let (heard, marked) = (self::call().debrief(Lang::En), call.debrief(Lang::En));
        assert_eq!(marked.drifts.len(), heard.drifts.len() + 1);
        assert!((marked.talk.total.smalltalk - heard.talk.total.smalltalk - 599.0).abs() < 2.0, "{:?}", marked.talk.total);
        assert!((marked.talk.total.business - heard.talk.total.business - 200.0).abs() < 2.0, "{:?}", marked.talk.total);
    }

    /// After a crash the replay had keys only: what was said aloud, the announcement and the line that parked, was forgotten.
    #[test]
    fn what_was_said_aloud_is_known_after_a_crash_without_its_words() {
        let announcement = Announcement { written: jiff::civil::date(2026, 11, 1), ..Announcement::default() };
        let client = Client { announcement: Some(announcement), ..Client::named("Viktor") };
        let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
        let mut call = Call::new(opening.clone());
        let mut disk: Vec<String> = Vec::new();
        let mut say = |call: &mut Call, role: Role, words: &str| {
            let start = call.now() + 0.5;
            let end = start + segue_core::seconds_to_say(words.split(' ').count());
            let utterance = Utterance { start, end, speaker: Speaker { name: String::new(), role }, text: Words::new(words) };
            let heard = Happening::Heard(Box::new(HeardWords::new(utterance, true)));
            disk.push(serde_json::to_string(&call.take(Entry { at: end, happening: heard }).for_disk(call.keeping())).unwrap());
        };
        say(&mut call, Role::Client, "Hello there!");
        say(&mut call, Role::Me, "Hello, can you hear me?");
        let script =
            segue_phrasebook::announcement(&segue_phrasebook::Announcement::default(), segue_phrasebook::Length::OneBreath);
        say(&mut call, Role::Me, &script);
        for _ in 0..3 {
            say(&mut call, Role::Client, "The shop page is done, the photos are too small, I need the new price list from you.");
        }
        for words in TRIP.iter().cycle().take(16) {
            if call.cue.is_none() {
                say(&mut call, Role::Client, words);
            }
        }
        let line = call.cue.clone().expect("a line is shown");
        say(&mut call, Role::Me, &line.text);
        say(&mut call, Role::Client, "The invoice is in the folder, I need the new price list from you by Thursday.");
        assert!(call.announced() && call.parked().len() == 1, "{:?}", line.rung);

        assert!(
            disk.iter().all(|line| !line.contains("harbour") && !line.contains("invoice") && !line.contains("words")),
            "{disk:?}"
        );
        let mut again = Call::new(opening);
        for line in &disk {
            again.take(serde_json::from_str(line).unwrap());
        }
        let said = |call: &Call| call.shown.iter().map(|shown| (shown.id, shown.answer)).collect::<Vec<_>>();
        assert_eq!((again.announced(), again.parked().len(), said(&again)), (true, 1, said(&call)));
        for call in [&mut call, &mut again] {
            call.take(Entry { at: call.now() + 5.0, happening: Happening::Key { key: Key::EndCall } });
        }
        let told = |call: &Call| {
            let debrief = call.debrief(Lang::En);
            let parked = debrief.parked.iter().filter(|topic| topic.fate == ParkedFate::Parked).count();
            (call.record(&debrief).announced, parked, debrief.parked.len())
        };
        assert_eq!(told(&again), told(&call));
        assert_eq!(told(&again).1, 1);
    }

    /// The first words of a private story stood on the client's card, though figures only were to be kept.
    #[test]
    fn topics_are_carried_only_where_the_user_asks_or_every_word_is_kept() {
        for (what, asked, carried) in [
            (Kept::Nothing, false, false),
            (Kept::Figures, false, false),
            (Kept::Figures, true, true),
            (Kept::BusinessWords, false, false),
            (Kept::BusinessWords, true, true),
            (Kept::Everything, false, true),
        ] {
            let mut call = call();
            let topic = ParkedView {
                id: 0,
                topic: Words::new("the lilac"),
                at: 30.0,
                fate: ParkedFate::Parked,
                earlier: false,
                carried: false,
                named: false,
            };
            call.parked = vec![Some(topic)];
            call.take(Entry { at: 71.0, happening: Happening::Keep { what } });
            call.take(Entry { at: 72.0, happening: Happening::Carry { parked: 0, on: asked } });
            call.take(Entry { at: 72.0, happening: Happening::Carry { parked: 7, on: asked } });
            assert_eq!(call.carried(), if carried { vec!["the lilac".to_owned()] } else { Vec::new() }, "{what:?} {asked}");
            assert_eq!(call.parked()[0].carried, carried);
        }
    }

    /// "Let's keep the zeppelin for the end. The logo…" stayed among the words of business.
    #[test]
    fn what_leads_back_is_not_kept_with_the_words_of_business() {
        let call = call();
        let mut debrief = call.debrief(Lang::En);
        let back = Words::new("enough of the lilac, the invoice");
        debrief.utterances[2].text = back.clone();
        (debrief.drifts[0].returned_at, debrief.drifts[0].returned_with) = (Some(2), Some(back.clone()));
        (debrief.utterances[1].text, debrief.utterances[1].label) = (back, Label::Framing);
        debrief.utterances[1].flags.insert(Flag::SteerBack);
        let kept_words = |what| serde_json::to_string(&kept(&debrief, what)).unwrap().contains("lilac");
        assert!(!kept_words(Kept::BusinessWords) && kept_words(Kept::Everything));
    }

    /// A turn was written down by what it was at once; that it led into something private, only its answer shows.
    #[test]
    fn the_words_of_a_turn_are_written_down_once_the_next_one_shows_that_they_are_business() {
        let known = |label, flags: &[Flag]| Known {
            label,
            probabilities: Probabilities::certain(label),
            flags: flags.iter().copied().collect::<Flags>(),
            wanted: None,
        };
        let (business, personal) = (known(Label::Business, &[]), known(Label::Personal, &[]));
        let talk = [
            ("the invoice is here", business, None),
            ("speaking of lilac", business, Some(business)),
            ("my mother loved it", personal, Some(personal)),
            ("enough of the lilac", known(Label::Framing, &[Flag::SteerBack]), None),
            ("the photos are too small", business, None),
            ("the last one", business, None),
        ];
        let mut client = Client::named("Viktor");
        client.keeping.what = Kept::BusinessWords;
        let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
        let (mut call, mut again) = (Call::new(opening.clone()), Call::new(opening));
        for (i, (words, now, before)) in talk.into_iter().enumerate() {
            let start = i as f64 * 6.0;
            let speaker = Speaker { name: String::new(), role: Role::Client };
            let utterance = Utterance { start, end: start + 5.0, speaker, text: Words::new(words) };
            let understood = Some(Understood { now, before, item: None, told: None });
            let heard = HeardWords { understood, ..HeardWords::new(utterance, true) };
            let entry = call.take(Entry { at: start + 5.5, happening: Happening::Heard(Box::new(heard)) });
            let line = serde_json::to_string(&entry.for_disk(call.keeping())).unwrap();
            assert!(!line.contains("lilac") && !line.contains("mother") && !line.contains(words), "{line}");
            again.take(serde_json::from_str(&line).unwrap());
        }
        let words: Vec<_> = again.utterances.iter().map(|heard| heard.words.as_ref().map(Words::as_str)).collect();
        assert_eq!(words, [Some("the invoice is here"), None, None, None, Some("the photos are too small"), None]);
        assert_eq!(again.readings, call.readings);
    }

    /// With the whole call in view the drift begins a turn earlier: its topic was told as lost, and once more as parked.
    #[test]
    fn a_parked_topic_is_known_by_its_time_where_the_words_differ() {
        let mut call = call();
        let debrief = call.debrief(Lang::En);
        let drift = &debrief.drifts[0];
        let found = |words: &str| Parked { index: drift.from, at: drift.start, topic: Words::new(words), fate: ParkedFate::Lost };
        let parked = |words: &str, at| {
            let topic = Words::new(words);
            Some(ParkedView { id: 0, topic, at, fate: ParkedFate::Parked, earlier: false, carried: false, named: false })
        };
        for (topics, fates) in [
            (vec![parked("the lilac", drift.end)], vec![ParkedFate::Parked]),
            (vec![parked("a turn earlier", drift.end + 200.0)], vec![ParkedFate::Parked]),
            (vec![parked("the lilac", drift.end + 200.0)], vec![ParkedFate::Lost, ParkedFate::Parked]),
            (vec![parked("the lilac", drift.end), parked("the aunts", drift.end)], vec![ParkedFate::Parked; 2]),
            (vec![parked("the lilac", drift.end), parked("a turn earlier", drift.end)], vec![ParkedFate::Parked; 2]),
        ] {
            let mut debrief = debrief.clone();
            debrief.parked = vec![found("a turn earlier")];
            call.parked = topics;
            call.merge_parked(&mut debrief);
            assert_eq!(debrief.parked.iter().map(|parked| parked.fate).collect::<Vec<_>>(), fates, "{:?}", debrief.parked);
        }
    }

    /// The session went on counting what was dropped on the page.
    #[test]
    fn a_dropped_topic_does_not_wait() {
        for (dropped, line) in [(false, Some(Rung::Return)), (true, None)] {
            let client = Client { parked: vec!["the dog".into()], ..Client::named("Viktor") };
            // The work is done, so that a chat is that of the end.
            let agenda = vec![segue_core::AgendaItem { text: "Logo".into(), minutes: None }];
            let opening = Opening { client, agenda, memory: LineMemory::default(), started: jiff::Zoned::now() };
            let mut call = Call::new(opening);
            call.take(Entry { at: 3.0, happening: Happening::Key { key: Key::NextItem } });
            if dropped {
                // A second click on the same topic drops no other.
                call.take(Entry { at: 4.0, happening: Happening::Drop { parked: 0 } });
                call.take(Entry { at: 4.0, happening: Happening::Drop { parked: 0 } });
            }
            call.take(Entry { at: 5.0, happening: Happening::Key { key: Key::AgreedChat } });
            call.take(Entry { at: 9.0, happening: Happening::Beat });
            assert_eq!(call.cue.as_ref().map(|cue| cue.rung), line);
        }
    }

    /// The clock of every chat, the usual one at the end too, was held against an allowance of private speech.
    #[test]
    fn an_agreed_chat_is_as_long_as_what_was_said_in_it() {
        let mut call = call();
        call.marks.agreed_chat = true;
        let agreed = |call: &Call| {
            let exceptions = call.exceptions(&call.debrief(Lang::En));
            exceptions.into_iter().find(|one| one.kind == ExceptionKind::AgreedChat).map(|one| one.seconds)
        };
        call.phases = vec![PhaseSpan { phase: Phase::ClosingChat, start: 0.0, end: 1000.0 }];
        assert_eq!(agreed(&call), None);
        let unheard = PhaseSpan { phase: Phase::ClosingChat, start: 1000.0, end: 2000.0 };
        call.phases = vec![unheard];
        assert_eq!(agreed(&call), Some(1000.0 - call.plan.boundary.chat_at_end));
    }

    /// The page told of a departure that it had just been told came from them; "moved" was taken and thrown away.
    #[test]
    fn an_answer_explains_as_much_here_as_among_the_clients() {
        use ExceptionKind::{AgreedChat, Moved, Overrun};
        for answers in [
            vec![(Overrun, true)],
            vec![(AgreedChat, true), (Overrun, false)],
            vec![(Overrun, false), (AgreedChat, true)],
            vec![(Moved, false)],
            vec![(Moved, true)],
        ] {
            let mut call = call();
            call.plan.boundary.planned_minutes = Some(5.0);
            (call.now, call.marks.agreed_chat) = (700.0, true);
            call.phases = vec![PhaseSpan { phase: Phase::ClosingChat, start: 100.0, end: 700.0 }];
            let debrief = call.debrief(Lang::En);
            let mut among_clients = call.record(&debrief);
            assert_eq!(among_clients.exceptions.len(), 2);
            for &(kind, theirs) in &answers {
                call.take(Entry { at: 700.0, happening: Happening::Reason { kind, reason: "why".into(), theirs } });
                let known = among_clients.exceptions.iter().find(|exception| exception.kind == kind);
                let seconds = known.map_or(0.0, |exception| exception.seconds);
                let exception = Exception { kind, seconds, reason: "why".into(), theirs, note_sent: None };
                among_clients = segue_weeks::explained(&among_clients, exception);
            }
            assert_eq!(call.record(&debrief).exceptions, among_clients.exceptions, "{answers:?}");
        }
    }

    /// The page asked nothing about five private minutes in the middle, and drafted a note about a call that had held.
    #[test]
    fn the_page_asks_about_what_departs_and_drafts_a_note_about_nothing_else() {
        for (back, end, answered, found) in [
            (400.0, 1500.0, None, Some(ExceptionKind::PrivateTalk)),
            (130.0, 1500.0, None, None),
            (130.0, 1530.0, Some(ExceptionKind::Overrun), None),
            (130.0, 1800.0, Some(ExceptionKind::Overrun), Some(ExceptionKind::Overrun)),
        ] {
            let mut client = Client::named("Viktor");
            client.boundary.planned_minutes = Some(25.0);
            let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
            let mut call = Call::new(opening);
            for (at, key) in [(100.0, Key::Drifted), (back, Key::Back), (end, Key::EndCall)] {
                call.take(Entry { at, happening: Happening::Key { key } });
            }
            if let Some(kind) = answered {
                let reason = "connection".to_owned();
                call.take(Entry { at: end, happening: Happening::Reason { kind, reason, theirs: false } });
            }
            let debrief = call.debrief(Lang::En);
            let record = call.record(&debrief);
            let kinds: Vec<_> = Judged::of(&record).departures.iter().map(|one| one.kind).collect();
            assert_eq!(kinds, found.into_iter().collect::<Vec<_>>(), "{back} {end}");
            assert_eq!(call.after(&debrief).note_due, found.is_some());
            for kind in [ExceptionKind::Overrun, ExceptionKind::PrivateTalk] {
                let wanted = crate::note::NoteWanted { kind, tone: None, mail: false };
                let drafted = crate::note::note(&call, &debrief, wanted, &[]).is_some();
                assert_eq!(drafted, found == Some(kind), "{back} {end} {kind:?}");
            }
        }
    }

    /// The first turn after a resumed call was taken for the answer to a turn long before.
    #[test]
    fn after_turns_without_words_nothing_is_thought_of_them_anew() {
        let mut call = call();
        let words = call.utterances[9].words.clone();
        let mut silent = call.utterances[9].clone();
        (silent.start, silent.end, silent.words) = (72.0, 74.0, None);
        let understood = silent.understood;
        call.ended = false;
        call.take(Entry { at: 75.0, happening: Happening::Heard(Box::new(silent.clone())) });
        let (mut next, readings) = (silent, call.readings.clone());
        (next.start, next.end, next.words, next.understood) = (76.0, 78.0, words, None);
        call.take(Entry { at: 79.0, happening: Happening::Heard(Box::new(next)) });
        assert_eq!(call.utterances[10].understood, understood);
        assert_eq!(call.utterances[11].understood.map(|understood| understood.before), Some(None));
        assert_eq!(call.readings[..11], readings[..]);
    }

    /// The label was vouched for, and with it the model's guess that the turn may be serious.
    #[test]
    fn putting_a_label_right_does_not_make_a_guess_of_something_serious_sure() {
        let mut call = call();
        call.debrief(Lang::En);
        let whole = call.whole.get_mut().unwrap();
        whole[4].flags.insert(Flag::Serious);
        whole[4].flags.remove(Flag::SurelySerious);
        let serious = |call: &mut Call| call.debrief(Lang::En).notes.iter().any(|note| note.kind == NoteKind::Serious);
        assert!(!serious(&mut call));
        call.take(Entry { at: 71.0, happening: Happening::Correct { from: 3, to: 6, label: Label::Smalltalk } });
        assert!(!serious(&mut call));
        call.whole.get_mut().unwrap()[4].flags.insert(Flag::SurelySerious);
        assert!(serious(&mut call));
    }

    #[test]
    fn what_was_put_right_is_learned_and_nothing_else() {
        let mut call = call();
        let debrief = call.debrief(Lang::En);
        assert!(debrief.utterances[4].label.is_private(), "{:?}", debrief.utterances[4].label);
        assert!(call.learned(&debrief).is_empty(), "nothing was put right");
        call.take(Entry { at: 71.0, happening: Happening::Correct { from: 3, to: 6, label: Label::Business } });
        let debrief = call.debrief(Lang::En);
        let learned = call.learned(&debrief);
        assert!(!learned.business.is_empty() && learned.private.is_empty());
        // Put back at once: there is nothing to learn.
        call.take(Entry { at: 72.0, happening: Happening::Correct { from: 3, to: 6, label: Label::Personal } });
        let debrief = call.debrief(Lang::En);
        assert!(call.learned(&debrief).business.is_empty());
    }
}
