//! The desk: the one thread that owns the call. Commands, words and time come to it; the state goes
//! out to every page.

mod begin;
mod clients;
mod ending;
mod listening;
mod papers;
mod practice;
mod publish;
mod recovery;
#[cfg(test)]
mod tests;
mod undoing;

use crate::call::Call;
use crate::card::tidy;
use crate::clock::Clock;
use crate::command::{Announce, Command};
use crate::ears::{EarsNews, Listening, SoundIn, SystemEars};
use crate::happening::{Entry, Happening};
use crate::papers::{DepartureWanted, PreparationWanted};
use crate::state::{CanListen, Suggested, SystemView};
use crate::texts::Say;
use recovery::{LeftOver, OVER_AFTER};
use segue_core::debrief::Debrief;
use segue_core::session::Key;
use segue_core::{CallRecord, Client, Lang};
use segue_store::{Store, StoreError};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};
use tokio::sync::{oneshot, watch};

/// Time between two looks at the clock.
const BEAT: Duration = Duration::from_millis(100);
/// Time that something may wait to be written to the journal.
const JOURNAL_WAITS: Duration = Duration::from_secs(1);
/// Without anything else, the journal tells so often that the call goes on.
const JOURNAL_BEATS: Duration = Duration::from_secs(5);

/// What comes to the desk.
pub(crate) enum Message {
    /// The page asks for something; the answer is a sentence if there is something to say.
    Command(Command, Option<oneshot::Sender<Result<String, Refusal>>>),
    /// The page asks for a document.
    Document(Document, oneshot::Sender<Result<String, NoDocument>>),
    /// News of the listening of that number.
    Ears(u64, EarsNews),
    /// The devices that are there now.
    Devices(SystemView),
    /// A page arrived, and is to know how things stand now.
    Arrived,
    /// The program ends.
    Stop,
}

/// Why something cannot be had.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// A sentence.
    pub message: String,
    /// The field of the card that it is about, if it is about one.
    pub field: Option<&'static str>,
}

/// Why a document cannot be had.
#[derive(Debug)]
pub(crate) struct NoDocument {
    /// A sentence.
    pub message: String,
    /// What is remembered cannot be read; otherwise there is no such document.
    pub failed: bool,
}

/// A document: of the call just over, or of weeks.
#[derive(Clone, Debug)]
pub(crate) enum Document {
    Html,
    Json,
    Markdown,
    Note(crate::note::NoteWanted),
    Trend { client: Option<String> },
    Lines { client: String },
    Privacy,
    Announcement(Box<Announce>),
    Preparation(Box<PreparationWanted>),
    Calendar(Box<PreparationWanted>),
    Departure(Box<DepartureWanted>),
}

/// The desk.
pub(crate) struct Desk {
    store: Store,
    clients: Vec<Client>,
    calls: Vec<CallRecord>,
    language: Lang,
    suggested: Suggested,
    can_listen: CanListen,
    sound: SoundIn,
    listening: Listening,
    /// The number of what is listened to, or will be next.
    hearing: u64,
    /// It was told already that listening failed.
    ears_failed: bool,
    system: SystemEars,
    call: Option<Call>,
    rehearsal: Option<practice::Practice>,
    clock: Clock,
    debrief: Option<Debrief>,
    /// What there is to say of how the call ended, if nobody ended it.
    ended_by_itself: Option<Say>,
    cut_off: LeftOver,
    /// What happened in the call, words included: what the journal tells as far as it may.
    entries: Vec<Entry>,
    /// Second of the call at which somebody spoke or did something last.
    alive: f64,
    journal: Vec<String>,
    journal_since: Instant,
    journal_fails: bool,
    /// The journal is to be written anew: what it tells has changed.
    journal_anew: bool,
    published: Published,
    out: watch::Sender<Arc<str>>,
}

/// What the pages know.
#[derive(PartialEq)]
struct Published {
    revision: u64,
    cue: Option<u32>,
    at: Instant,
    dirty: bool,
}

impl Desk {
    /// A desk at which a call that was cut off may lie.
    ///
    /// # Errors
    /// [`StoreError`] if what is remembered cannot be read.
    pub fn new(
        store: Store,
        language: Lang,
        suggested: Suggested,
        model: Option<String>,
        sound: SoundIn,
        system: SystemEars,
        out: watch::Sender<Arc<str>>,
    ) -> Result<Self, StoreError> {
        let (clients, calls) = (store.clients(&jiff::Zoned::now())?, store.calls()?);
        let now = Instant::now();
        let mut desk = Self {
            store,
            clients,
            calls,
            language,
            suggested,
            can_listen: CanListen { model, system: system.look() },
            sound,
            system,
            listening: Listening::default(),
            hearing: 0,
            ears_failed: false,
            call: None,
            rehearsal: None,
            clock: Clock::at(0.0),
            debrief: None,
            ended_by_itself: None,
            cut_off: LeftOver::Nothing,
            entries: Vec::new(),
            alive: 0.0,
            journal: Vec::new(),
            journal_since: now,
            journal_fails: false,
            journal_anew: false,
            published: Published { revision: 0, cue: None, at: now, dirty: true },
            out,
        };
        desk.find_cut_off()?;
        desk.publish();
        Ok(desk)
    }

    /// Works until it is told to stop.
    pub fn run(mut self, inbox: &Receiver<Message>) {
        let mut next = Instant::now() + BEAT;
        loop {
            match inbox.recv_timeout(next.saturating_duration_since(Instant::now())) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(message) => self.take(message),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if Instant::now() >= next {
                next = Instant::now() + BEAT;
                self.beat();
            }
            self.publish();
        }
        self.write_journal();
    }

    fn take(&mut self, message: Message) {
        // Whatever comes after a sleep comes to a clock that knows of it.
        self.read_clock();
        match message {
            Message::Command(command, answer) => {
                let done = self.command(command);
                let done = done.map_err(|say| Refusal { field: say.field(), message: say.text(self.language) });
                self.published.dirty = true;
                if let Some(answer) = answer {
                    answer.send(done).ok();
                }
            }
            Message::Document(document, answer) => {
                let made = self.document(&document);
                let made = made.map_err(|say| NoDocument { failed: say.is_of_store(), message: say.text(self.language) });
                answer.send(made).ok();
            }
            Message::Ears(number, news) if number == self.hearing => self.hear_of(news),
            Message::Devices(found) => {
                self.published.dirty |= found != self.can_listen.system;
                self.can_listen.system = found;
            }
            Message::Arrived => self.published.dirty = true,
            // What is recognised late belongs to what was listened to before.
            Message::Ears(..) | Message::Stop => {}
        }
    }

    /// Carries out a command; what there is to say of it, if anything.
    fn command(&mut self, command: Command) -> Result<String, Say> {
        // Each is undone apart from the others.
        self.store.next_step();
        self.carry_out(command)
    }

    fn carry_out(&mut self, command: Command) -> Result<String, Say> {
        let done = match command {
            Command::Undo { of } => return self.undo(of.as_deref()),
            Command::Discard => return self.discard(),
            Command::Begin(begin) => self.begin(*begin),
            Command::Key { key } => self.press(key),
            Command::Item { item } => self.go_to(item),
            Command::Ears { ears } => self.change_ears(ears),
            Command::Sound { channel, state, message } => {
                self.sounding(usize::from(channel), state, message);
                Ok(())
            }
            Command::Consent { given, basis } => self.consent(given, &basis),
            Command::Reason { kind, reason, theirs } => {
                self.note(Happening::Reason { kind, reason: segue_weeks::reason_in_words(&reason, self.language), theirs })
            }
            Command::Correct { from, to, label } => self.correct(from, to, label),
            Command::Keep { what } => self.keep(what),
            Command::Drop { parked } => self.part_with(parked, Happening::Drop { parked }),
            Command::Name { parked, topic } => match tidy(&topic) {
                Some(topic) => self.note(Happening::Name { parked, topic }),
                None => Ok(()),
            },
            Command::Carry { parked, on } => self.part_with(parked, Happening::Carry { parked, on }),
            Command::Remember { text } => self.remember(text.trim()),
            Command::Rehearse { client, with } => self.rehearse(&client, with.as_deref()),
            Command::Answer { text } => self.answer(&text),
            Command::Listen { on } => self.hear_me(on),
            Command::Judge => self.judge(),
            Command::Close if self.rehearsal.is_some() => {
                self.leave_practice();
                Ok(())
            }
            Command::Close => self.close(),
            Command::Resume => self.resume(),
            Command::Settle => self.settle(),
            Command::Client { was, card, seen } => self.keep_card(was.as_deref(), *card, seen.as_deref()),
            Command::Forget { client, sure } => self.forget(&client, &sure),
            Command::Announce(asked) => self.announce(&asked),
            Command::Announced { client, date } => self.announced(&client, date),
            Command::Explain { client, reason, theirs, sent } => self.explain(&client, reason.as_deref(), theirs, sent),
            Command::Language { lang } => {
                self.language = lang;
                self.read_debrief();
                Ok(())
            }
        };
        // Most is seen on the page.
        done.map(|()| String::new())
    }

    fn press(&mut self, key: Key) -> Result<(), Say> {
        if self.call.as_ref().is_none_or(Call::ended) {
            return Err(Say::NoCall);
        }
        if key == Key::EndCall {
            self.stop_listening();
        }
        self.note(Happening::Key { key })?;
        if key == Key::EndCall {
            self.write_journal();
        }
        Ok(())
    }

    fn go_to(&mut self, item: usize) -> Result<(), Say> {
        let call = self.call.as_ref().filter(|call| !call.ended()).ok_or(Say::NoCall)?;
        if item >= call.opening().agenda.len() {
            return Err(Say::NoSuchPlace);
        }
        self.note(Happening::Item { item })
    }

    /// Takes something into the call, and into its journal.
    fn note(&mut self, happening: Happening) -> Result<(), Say> {
        let Some(call) = &mut self.call else { return Err(Say::NoCall) };
        let at = to_the_millisecond(if call.ended() { call.now() } else { self.clock.read() });
        if !matches!(happening, Happening::Beat | Happening::Notice { .. } | Happening::Away { .. }) {
            self.alive = at;
        }
        let entry = call.take(Entry { at, happening });
        if self.journal.is_empty() {
            self.journal_since = Instant::now();
        }
        // What cannot be written as JSON does not exist here: all of it is plain data.
        self.journal.extend(serde_json::to_string(&entry.for_disk(call.keeping(), |parked| call.carries(parked))));
        self.entries.push(entry);
        if call.ended() {
            self.read_debrief();
        }
        Ok(())
    }

    /// Tells the user something about the listening.
    fn tell(&mut self, say: Say) {
        let (text, russian) = (say.clone().text(Lang::En), say.text(Lang::Ru));
        self.note(Happening::Notice { text, russian }).ok();
    }

    /// Time passed.
    fn beat(&mut self) {
        self.read_clock();
        if self.call.is_none() && self.rehearsal.is_none() {
            self.system.look_again();
        }
        let waits = self.journal_since.elapsed();
        if self.journal.is_empty() && waits >= JOURNAL_BEATS && self.call.as_ref().is_some_and(|call| !call.ended()) {
            self.note(Happening::Beat).ok();
        }
        // A store that another program holds takes its time to say so.
        let patience = if self.journal_fails { JOURNAL_BEATS } else { JOURNAL_WAITS };
        if (self.journal_anew || !self.journal.is_empty()) && waits >= patience {
            self.write_journal();
        }
    }

    fn read_clock(&mut self) {
        let Some(call) = self.call.as_mut().filter(|call| !call.ended()) else { return };
        call.advance(to_the_millisecond(self.clock.read()));
        if let Some(seconds) = self.clock.slept() {
            let ears = call.ears();
            if seconds > OVER_AFTER {
                return self.end_unasked(None);
            }
            // Whoever was speaking then has not been heard to cease.
            self.stop_listening();
            self.clock.skip(seconds);
            self.note(Happening::Away { seconds }).ok();
            self.tell(Say::Slept(seconds));
            // The ears count from when they began, and have not noticed the sleep.
            self.start_listening(ears);
        } else if let Some(at) = self.over_since() {
            self.end_unasked(Some(at));
        }
    }

    fn write_journal(&mut self) {
        self.journal_since = Instant::now();
        if self.journal.is_empty() && !self.journal_anew {
            return;
        }
        let lines = std::mem::take(&mut self.journal);
        let done = if self.journal_anew { self.tell_journal_anew() } else { self.store.append_journal(&lines) };
        if done.is_ok() {
            (self.journal_anew, self.journal_fails) = (false, false);
            return;
        }
        // They wait in front of what comes until they can be written.
        self.journal = lines;
        if !std::mem::replace(&mut self.journal_fails, true) {
            self.tell(Say::CannotWrite);
        }
    }

    /// Writes the journal anew: the whole call, as far as it may be written down.
    fn tell_journal_anew(&self) -> Result<(), StoreError> {
        let Some(call) = &self.call else { return Ok(()) };
        let for_disk = |entry: &Entry| entry.for_disk(call.keeping(), |parked| call.carries(parked));
        let entries = self.entries.iter().map(|entry| serde_json::to_string(&for_disk(entry)));
        let lines: Vec<String> = std::iter::once(serde_json::to_string(call.opening())).chain(entries).flatten().collect();
        self.store.replace_journal(&lines)
    }
}

/// So that what is written down is what happened; never later than it is, so that no look at the clock is ahead of it.
fn to_the_millisecond(seconds: f64) -> f64 {
    (seconds * 1000.0).floor() / 1000.0
}
