//! A call under way: what happened goes in with its time, what the page shows comes out.
//!
//! Sans-IO like the session it holds: replaying the same happenings gives the same call.

mod advice;
mod items;
mod outlook;
mod over;
mod ribbon;
#[cfg(test)]
mod tests;
mod waiting;

pub(crate) use over::kept;

use crate::happening::{Entry, Happening, HeardWords, Opening, Understood};
use crate::state::{CueView, ItemState, NoteView, ParkedView};
use segue_call::{Companion, Marked, Understanding, setting};
use segue_core::debrief::{NoteKind, ParkedFate, PhaseSpan, ShownCue};
use segue_core::session::{Key, SNOOZE};
use segue_core::{Ears, ExceptionKind, Kept, Label, Plan, Reading, Speaker, Timing, Utterance, Words};
use segue_phrasebook::{Phrasebook, topic_of};
use segue_topic::{LiveReader, LiveReading, Model, Said};
use std::cell::OnceCell;

/// Ticks a second of the session's clock.
const TICKS: f64 = 10.0;
/// Words kept of a topic.
pub(crate) const TOPIC_WORDS: usize = 9;

/// A call under way.
pub(crate) struct Call {
    opening: Opening,
    plan: Plan,
    companion: Companion<Ear>,
    ticks: u64,
    now: f64,
    ended: bool,
    ears: Ears,
    keeping: Kept,
    utterances: Vec<HeardWords>,
    readings: Vec<Reading>,
    /// Readings with the whole call in view, once it is over.
    whole: OnceCell<Vec<Reading>>,
    items: Vec<ItemState>,
    reached: Vec<Option<f64>>,
    /// When each item was done.
    finished: Vec<Option<f64>>,
    drift: Option<OpenDrift>,
    /// "We drifted" was pressed, and the session has not answered yet.
    drifted_pressed: bool,
    /// Stretches of private talk that were marked by key.
    marked: Vec<Marked>,
    /// Stretches in which nobody followed the call.
    away: Vec<(f64, f64)>,
    /// Since when a chat goes on that is fine.
    chat_since: Option<f64>,
    cue: Option<CueView>,
    shown: Vec<Shown>,
    phases: Vec<PhaseSpan>,
    parked: Vec<Option<ParkedView>>,
    /// Topics that a line has brought back, taken up or not: the next line names another.
    asked_for: Vec<usize>,
    notes: Vec<NoteView>,
    /// The utterance that each note is from, and its kind.
    noted: Vec<(usize, NoteKind)>,
    notices: Vec<outlook::Notice>,
    snoozed_until: Option<f64>,
    /// Seconds of speech that were not recognised.
    skipped: f64,
    marks: Marks,
    corrections: Vec<(usize, usize, Label)>,
    reasons: Vec<(ExceptionKind, String, bool)>,
    /// Grows with every change that the page can see.
    revision: u64,
}

/// What was done once, and holds for the rest of the call.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is done or not: independent facts")]
struct Marks {
    /// The client's answer in this call.
    consent: Option<bool>,
    announced: bool,
    agreed_chat: bool,
    /// A key was pressed, other than the one that ends the call.
    pressed: bool,
    /// It was to listen, and the client was fine with it.
    listened: bool,
}

/// A line that was shown, with what became of it.
pub(crate) struct Shown {
    pub id: u32,
    pub cue: ShownCue,
    /// The parked topics that it brings back.
    pub topics: Vec<usize>,
    /// Whether it was said, once that is known.
    pub answer: Option<bool>,
    /// The chat that it was to lead back from was declared fine: it neither works nor fails.
    pub fine: bool,
}

struct OpenDrift {
    since: f64,
    from: Option<usize>,
    /// When the key was pressed, if it was.
    marked: Option<f64>,
}

/// The label model, or what it once said when a call is replayed.
struct Ear {
    reader: LiveReader<'static>,
    given: Option<LiveReading>,
    wordless: bool,
    /// The utterance before this one was wordless: the reader's "before" is another.
    skipped: bool,
    last: Option<LiveReading>,
}

impl Ear {
    /// Reads the words of an utterance that was taken in without them.
    fn catch_up(&mut self, said: Said<'_>) {
        self.reader.hear(said);
        self.skipped = false;
    }
}

impl Understanding for Ear {
    fn hear(&mut self, said: Said<'_>) -> LiveReading {
        // Without the words the model cannot follow; what it said then is taken as it is.
        let now = (!self.wordless)
            .then(|| self.reader.hear(said))
            .map(|live| LiveReading { before: live.before.filter(|_| !self.skipped), ..live });
        self.skipped = self.wordless;
        let live = self.given.take().or(now).unwrap_or(LiveReading {
            reading: Reading::certain(Label::Business, segue_core::Flags::NONE),
            before: None,
            agenda_item: None,
        });
        self.last = Some(live);
        live
    }
}

impl Call {
    /// Begins a call.
    pub fn new(opening: Opening) -> Self {
        let plan = plan(&opening);
        let model = Model::embedded();
        let setting = setting(model, &plan, Timing::Spoken);
        let ear = Ear { reader: LiveReader::new(model, setting), given: None, wordless: false, skipped: false, last: None };
        let mut memory = opening.memory.clone();
        memory.next_call();
        let earlier = |topic: &Words| {
            let topic = topic.clone();
            Some(ParkedView { id: 0, topic, at: 0.0, fate: ParkedFate::Parked, earlier: true, carried: true, named: false })
        };
        let mut parked: Vec<_> = opening.client.parked.iter().map(earlier).collect();
        parked.iter_mut().enumerate().for_each(|(id, topic)| topic.iter_mut().for_each(|topic| topic.id = id));
        let phrasebook = Phrasebook::built_in().for_client_or_as_is(&opening.client);
        let mut call = Self {
            companion: Companion::with(ear, plan.clone(), Timing::Spoken, phrasebook, memory),
            ticks: 0,
            now: 0.0,
            ended: false,
            ears: opening.client.ears.unwrap_or_default(),
            keeping: opening.client.keeping.what,
            utterances: Vec::new(),
            readings: Vec::new(),
            whole: OnceCell::new(),
            items: vec![ItemState::Open; plan.agenda.len()],
            reached: vec![None; plan.agenda.len()],
            finished: vec![None; plan.agenda.len()],
            drift: None,
            drifted_pressed: false,
            marked: Vec::new(),
            away: Vec::new(),
            chat_since: None,
            cue: None,
            shown: Vec::new(),
            phases: Vec::new(),
            parked,
            asked_for: Vec::new(),
            notes: Vec::new(),
            noted: Vec::new(),
            notices: Vec::new(),
            snoozed_until: None,
            skipped: 0.0,
            marks: Marks::default(),
            corrections: Vec::new(),
            reasons: Vec::new(),
            revision: 0,
            opening,
            plan,
        };
        call.name_waiting();
        call.follow();
        call.mark_listening();
        call
    }

    /// Lets the clock run to `at` seconds.
    pub fn advance(&mut self, at: f64) {
        // The session ticks on a grid of its own, so that a replay ticks at the same moments.
        while !self.ended && (self.ticks + 1) as f64 / TICKS <= at {
            self.ticks += 1;
            self.companion.tick(self.ticks as f64 / TICKS);
        }
        // What time alone changes is shown when it changes, not when something else happens.
        let by_time = |call: &Self| {
            (call.unexplained_overrun().is_some(), call.chats_by_agreement(), call.companion.session().is_chat_over())
        };
        let before = by_time(self);
        self.now = self.now.max(at);
        self.revision += u64::from(before != by_time(self));
        if self.snoozed_until.is_some_and(|until| self.now >= until) {
            self.snoozed_until = None;
            self.revision += 1;
        }
        self.follow();
    }

    /// Takes in what happened; returns it as it is to be remembered.
    pub fn take(&mut self, mut entry: Entry) -> Entry {
        if let Happening::Away { seconds } = entry.happening {
            self.be_away(entry.at, seconds);
        }
        self.advance(entry.at);
        let at = self.now;
        self.revision += u64::from(entry.happening != Happening::Beat);
        match &mut entry.happening {
            Happening::Beat | Happening::Away { .. } => {}
            Happening::Key { key } => self.press(at, *key),
            Happening::Item { item } => {
                self.marks.pressed = true;
                self.companion.go_to(at, *item);
            }
            Happening::Speaking { on } => self.companion.speaking(at, *on),
            Happening::Heard(heard) => self.hear(at, heard),
            Happening::Skipped { seconds } => self.skipped += *seconds,
            Happening::Ears { ears } => self.ears = *ears,
            Happening::Consent { given } => self.marks.consent = Some(*given),
            Happening::Reason { kind, reason, theirs } => {
                self.reasons.retain(|(known, ..)| known != kind);
                self.reasons.push((*kind, reason.clone(), *theirs));
            }
            Happening::Drop { parked } => {
                if self.parked.get_mut(*parked).and_then(Option::take).is_some() {
                    self.companion.dropped(at);
                    self.name_waiting();
                }
            }
            Happening::Name { parked, topic } => {
                let named = self.parked.get_mut(*parked).and_then(Option::as_mut);
                // Of a name that was not kept, a journal only knows that there was one.
                if let Some(parked) = named.filter(|_| !topic.is_empty()) {
                    (parked.topic, parked.named) = (Words::new(topic.as_str()).excerpt(TOPIC_WORDS), true);
                    self.name_waiting();
                }
            }
            Happening::Carry { parked, on } => {
                if let Some(topic) = self.parked.get_mut(*parked).and_then(Option::as_mut) {
                    topic.carried = *on;
                }
            }
            Happening::Correct { from, to, label } => self.corrections.push((*from, *to, *label)),
            Happening::Keep { what } => self.keeping = *what,
            Happening::Notice { text, russian } => {
                let english = text.clone();
                let russian = if russian.is_empty() { english.clone() } else { russian.clone() };
                self.notices.push(outlook::Notice { at, english, russian });
            }
        }
        self.mark_listening();
        self.follow();
        // Once the work is done the key asks for a line alone: it tells nothing of what is talked about.
        self.drifted_pressed = false;
        entry
    }

    /// Nobody followed the call for so many seconds until `at`: no line was shown to anybody in them, and they are no talk.
    fn be_away(&mut self, at: f64, seconds: f64) {
        self.ticks = self.ticks.max((at * TICKS) as u64);
        self.companion.away(at, seconds);
        self.away.push(((at - seconds).max(0.0), at));
    }

    /// Seconds since then in which somebody followed the call.
    fn followed_since(&self, start: f64) -> f64 {
        self.now - start - self.away_since(start)
    }

    /// Seconds since then in which nobody did.
    fn away_since(&self, start: f64) -> f64 {
        self.away.iter().map(|(from, to)| (to - from.max(start)).max(0.0)).sum()
    }

    fn mark_listening(&mut self) {
        self.marks.listened |= self.ears != Ears::None && self.consented();
    }

    fn press(&mut self, at: f64, key: Key) {
        self.marks.pressed |= key != Key::EndCall;
        match key {
            Key::Drifted => self.drifted_pressed = true,
            Key::Announced => self.marks.announced = true,
            // The same key takes it back.
            Key::Snooze => self.snoozed_until = if self.snoozed_until.is_some() { None } else { Some(at + SNOOZE) },
            Key::AgreedChat => {
                self.marks.agreed_chat = true;
                self.agree_to_drift(at);
            }
            _ => {}
        }
        self.companion.press(at, key);
    }

    fn hear(&mut self, at: f64, heard: &mut HeardWords) {
        if let Some(words) = heard.earlier.take() {
            self.complete(words);
        }
        let ear = self.companion.understanding_mut();
        ear.given = heard.understood.map(Into::into);
        ear.wordless = heard.words.is_none();
        // As many dots as there were words weigh as much as the words did.
        let text = heard.words.clone().unwrap_or_else(|| Words::new(vec!["…"; heard.count].join(" ")));
        let speaker = Speaker { name: String::new(), role: heard.role };
        let utterance = Utterance { start: heard.start, end: heard.end, speaker, text };
        // The place is taken first: what the session says of this utterance points to it.
        self.utterances.push(heard.clone());
        // What was recognised while the words were there holds when they are gone.
        let live = match heard.understood.and_then(|understood| understood.told) {
            Some(told) => self.companion.hear_again(&utterance, at, heard.floor, told.into()),
            None => self.companion.hear(&utterance, at, heard.floor),
        };
        let recognised = self.companion.recognised();
        self.take_up_by_words(at, &utterance, recognised.plain.takes_up);
        heard.understood = self.companion.understanding().last.map(|live| Understood::of(live, recognised));
        if let Some(place) = self.utterances.last_mut() {
            place.understood = heard.understood;
        }
        live.append_to(&mut self.readings);
        heard.earlier = self.business_before();
    }

    /// The words of the utterance heard last, which a journal has only with the next one. The model follows what it can.
    fn complete(&mut self, words: Words) {
        let Some((last, before)) = self.utterances.split_last_mut() else { return };
        if last.words.is_none() {
            let goes_on = before.last().is_some_and(|before| before.role == last.role);
            self.companion.understanding_mut().catch_up(Said { role: last.role, goes_on, text: words.as_str() });
            last.words = Some(words);
        }
    }

    /// The words of the utterance before the last one, if neither what it seemed at once nor what it is now speaks against keeping
    /// them with those of business.
    fn business_before(&self) -> Option<Words> {
        let [.., before, last] = &self.utterances[..] else { return None };
        let (at_once, now) = (before.understood?.now, last.understood?.before);
        let beyond_doubt = at_once.is_business_beyond_doubt() && now.is_none_or(|now| now.is_business_beyond_doubt());
        before.words.clone().filter(|_| beyond_doubt)
    }

    fn end_drift(&mut self, at: f64) {
        if let Some(start) = self.drift.take().and_then(|drift| drift.marked) {
            self.marked.push(Marked { start, end: at, agreed: false });
        }
    }

    /// What goes on is fine: it is no drift, and no line for it failed.
    fn agree_to_drift(&mut self, at: f64) {
        let drift = self.drift.take();
        if let Some(since) = drift.as_ref().map(|drift| drift.since) {
            let of_it = |cue: &ShownCue| cue.rung.steers() && cue.returned_after.is_none() && cue.at >= since;
            for shown in self.shown.iter_mut().filter(|shown| of_it(&shown.cue)) {
                (shown.fine, shown.cue.declined) = (true, true);
            }
        }
        self.chat_since.get_or_insert(drift.and_then(|drift| drift.marked).unwrap_or(at));
    }

    fn end_chat(&mut self, at: f64) {
        if let Some(start) = self.chat_since.take() {
            self.marked.push(Marked { start, end: at, agreed: true });
        }
    }

    /// The topic that began at an utterance; empty where no words are known.
    fn topic(&self, index: Option<usize>) -> Words {
        let said = index.and_then(|index| self.utterances.get(index)?.words.as_ref());
        said.map_or_else(Words::default, |words| topic_of(words, TOPIC_WORDS))
    }
}

/// The plan of the call, from what is remembered of the client and what was typed for today.
fn plan(opening: &Opening) -> Plan {
    let client = &opening.client;
    Plan {
        boundary: client.boundary.clone(),
        me: None,
        client: (!client.name.is_empty()).then(|| client.name.clone()),
        about: client.about.clone(),
        agenda: opening.agenda.clone(),
        next_meeting: client.next_meeting.clone(),
        parked: client.parked.clone(),
        announcement_due: client.due_announcement().is_some(),
        new_terms: client.new_terms(),
        rate: client.rate.clone(),
        learned: client.learned.clone(),
    }
}
