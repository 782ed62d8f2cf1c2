//! The companion: utterances, keys and time in; lines with their words out.
//!
//! A recording, a transcript, a chat and a live call all run through this one path.

use crate::outcome::{Watch, Watcher};
use crate::put_aside::puts_topic_aside;
use segue_core::session::{Cue, CueEnd, Event, Floor, Heard, Input, Key, Output, PlainWords, Session};
use segue_core::{Label, Line, Phase, Plan, Reading, Role, Rung, Timing, Tone, Utterance, Words, seconds_to_say};
use segue_phrasebook::{LineMemory, Phrasebook, asks_for_work, comforts, declares_work_done, takes_up};
use segue_topic::{LiveReader, LiveReading, Model, Said, Setting};
use std::collections::VecDeque;

/// Seconds of a call in which my words, unasked, may be the announcement; later they are about the work.
pub(crate) const ANNOUNCED_WITHIN: f64 = 300.0;

/// Weight of an utterance in seconds of speech.
pub fn weight(utterance: &Utterance, timing: Timing) -> f64 {
    weigh(utterance.seconds(), utterance.text.count(), timing)
}

/// Weight in seconds of speech of so many words in so many seconds.
pub fn weigh(seconds: f64, words: usize, timing: Timing) -> f64 {
    let spoken = seconds_to_say(words);
    match timing {
        Timing::Chat => spoken,
        // A subtitle may stay on the screen long after its words: never more than slow speech.
        Timing::Spoken | Timing::Estimated => seconds.clamp(0.0, 2.5 * spoken + 1.0),
    }
}

/// What the label model is told of a call before its first word.
pub fn setting(model: &Model, plan: &Plan, timing: Timing) -> Setting {
    let agenda: Vec<&str> = plan.agenda.iter().map(|item| item.text.as_str()).collect();
    Setting::new(model, plan.boundary.lang, timing == Timing::Chat, &plan.about, &agenda).with(plan.learned.clone())
}

/// What the companion says: the session's outputs, cues with their line.
#[derive(Clone, Debug, PartialEq)]
pub enum Advice {
    /// Show this line, alone.
    Show {
        /// The cue.
        cue: Cue,
        /// Its words.
        line: Line,
    },
    /// The line that was shown last was said, also in my own words.
    Said {
        /// Which cue.
        id: u32,
    },
    /// Take the line away.
    Gone {
        /// Which cue.
        id: u32,
        /// Why.
        why: CueEnd,
    },
    /// Anything else that the session says.
    Session(Output),
}

/// Whoever labels the utterances: the model, or somebody who knows.
pub trait Understanding {
    /// Reads the next utterance from what came before.
    fn hear(&mut self, said: Said<'_>) -> LiveReading;
}

impl Understanding for LiveReader<'_> {
    fn hear(&mut self, said: Said<'_>) -> LiveReading {
        LiveReader::hear(self, said)
    }
}

/// What was recognised in an utterance of mine, without its words: enough to take it in once more when they are gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    /// The boundary that was to be announced is, with these words.
    pub announced: bool,
    /// The cue whose line they say.
    pub said: Option<u32>,
    /// What else they plainly do.
    pub plain: PlainWords,
}

/// What was put aside and waits for the end of the call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToBringBack {
    /// What a line is to name; `None` where nobody has given it a name that can be said.
    pub topic: Option<Words>,
    /// True if something of it is nothing to ask about cheerfully.
    pub grave: bool,
}

/// A call under way.
pub struct Companion<U> {
    understanding: U,
    session: Session,
    phrasebook: Phrasebook,
    memory: LineMemory,
    timing: Timing,
    last_speaker: Option<(Role, String)>,
    /// How private what somebody else said last is.
    told: f32,
    heard: usize,
    recognised: Recognised,
    watcher: Watcher,
    to_bring_back: ToBringBack,
    advice: VecDeque<Advice>,
}

impl<'m> Companion<LiveReader<'m>> {
    /// Begins a call with the label model.
    pub fn new(model: &'m Model, plan: Plan, timing: Timing, phrasebook: Phrasebook, memory: LineMemory) -> Self {
        let setting = setting(model, &plan, timing);
        Self::with(LiveReader::new(model, setting), plan, timing, phrasebook, memory)
    }
}

impl<U: Understanding> Companion<U> {
    /// Begins a call with another understanding.
    pub fn with(understanding: U, plan: Plan, timing: Timing, phrasebook: Phrasebook, memory: LineMemory) -> Self {
        Self {
            understanding,
            session: Session::new(plan, timing == Timing::Chat),
            phrasebook,
            memory,
            timing,
            last_speaker: None,
            told: 0.0,
            heard: 0,
            recognised: Recognised::default(),
            watcher: Watcher::default(),
            to_bring_back: ToBringBack::default(),
            advice: VecDeque::new(),
        }
    }

    /// Begins the next sitting of a chat at that second: phases start anew, what was learned stays.
    pub fn next_sitting(&mut self, at: f64) {
        self.end(self.session.now());
        // Days may lie between: what was said then may be said again.
        self.memory.next_call();
        self.session = Session::begun_at(at, self.session.plan().clone(), self.timing == Timing::Chat);
    }

    /// Takes the next utterance in, known at `at` seconds (its end, or later when recognition took
    /// its time), with who has the floor then. Returns what is understood of it and of the one before.
    pub fn hear(&mut self, utterance: &Utterance, at: f64, floor: Floor) -> LiveReading {
        self.take_in(utterance, at, floor, None)
    }

    /// The same for an utterance whose words may be gone, but not what was recognised in them.
    pub fn hear_again(&mut self, utterance: &Utterance, at: f64, floor: Floor, recognised: Recognised) -> LiveReading {
        self.take_in(utterance, at, floor, Some(recognised))
    }

    fn take_in(&mut self, utterance: &Utterance, at: f64, floor: Floor, known: Option<Recognised>) -> LiveReading {
        let speaker = &utterance.speaker;
        let goes_on = self.last_speaker.as_ref().is_some_and(|(role, name)| *role == speaker.role && *name == speaker.name);
        let said = Said { role: speaker.role, goes_on, text: utterance.text.as_str() };
        let live = self.understanding.hear(said);
        let heard = Heard {
            index: self.heard,
            start: utterance.start,
            end: utterance.end,
            weight: weight(utterance, self.timing),
            role: speaker.role,
            speaker_known: speaker.role != Role::Unknown || !speaker.name.is_empty(),
            reading: live.reading,
            before: live.before,
            agenda_item: live.agenda_item,
            plain: PlainWords::default(),
            floor,
        };
        if !goes_on {
            self.last_speaker = Some((speaker.role, speaker.name.clone()));
        }
        self.heard += 1;
        let announces = self.announces(utterance, live.reading.label);
        let announced = known.map_or(announces && self.waits_for_announcement(), |known| known.announced);
        if announced {
            self.handle(at, Event::Key(Key::Announced));
        }
        // My words are compared with what was on show while I said them, and before it is known whether they lead back.
        let heard_line = self.watcher.hear(utterance, &live.reading, announces);
        let said = known.map_or(heard_line, |known| known.said);
        if let Some(before) = live.before.filter(|_| !goes_on) {
            self.told = self.told.max(before.probabilities.private());
        }
        let plain = known.map_or_else(|| self.plain_words(utterance, &live.reading), |known| known.plain);
        if speaker.role != Role::Me {
            self.told = live.reading.probabilities.private();
        }
        let heard = Heard { plain, ..heard };
        // It was also said where only somebody who had the words could know.
        said.and_then(|id| self.watcher.of(id)).into_iter().for_each(Watch::say);
        // What waits for a gap is shown after what was just heard has its say.
        if floor != Floor::Open {
            self.handle(at, Event::SpeechStarted);
        }
        self.handle(at, Event::Utterance(heard));
        if floor == Floor::Open {
            self.handle(at, Event::SpeechEnded);
        }
        if let Some(id) = said {
            self.advice.push_back(Advice::Said { id });
            // What was said need not be told by a key.
            if self.session.live_cue().is_some_and(|cue| cue.id == id) {
                self.handle(at, Event::Key(Key::SaidIt));
            }
        } else if utterance.speaker.role == Role::Me && live.reading.leads_back() {
            self.handle(at, Event::LedBack);
        }
        self.recognised = Recognised { announced, said, plain };
        live
    }

    /// True if these words of mine, with those just before, announce a boundary: early in a call in which one is to be
    /// announced, or once the line for it was shown.
    fn announces(&mut self, utterance: &Utterance, label: Label) -> bool {
        let expected = utterance.start <= ANNOUNCED_WITHIN && self.waits_for_announcement();
        utterance.speaker.role == Role::Me && self.watcher.announces(utterance, label, expected)
    }

    /// True while a boundary is to be announced in this call.
    fn waits_for_announcement(&self) -> bool {
        self.session.plan().announcement_due && !self.session.is_announced()
    }

    /// What was recognised in the utterance heard last.
    pub fn recognised(&self) -> Recognised {
        self.recognised
    }

    /// A key was pressed.
    pub fn press(&mut self, at: f64, key: Key) {
        if key == Key::EndCall {
            return self.end(at);
        }
        self.handle(at, Event::Key(key));
        if key == Key::AgreedChat {
            self.watcher.let_go();
        }
    }

    /// Somebody began to speak, or stopped.
    pub fn speaking(&mut self, at: f64, speaking: bool) {
        self.handle(at, if speaking { Event::SpeechStarted } else { Event::SpeechEnded });
    }

    /// An item of the agenda is taken up, perhaps once more.
    pub fn go_to(&mut self, at: f64, item: usize) {
        self.handle(at, Event::Item { item });
    }

    /// A parked topic was dropped.
    pub fn dropped(&mut self, at: f64) {
        self.handle(at, Event::Dropped);
    }

    /// What waits for the end, for the line that brings it back.
    pub fn to_bring_back(&mut self, waiting: ToBringBack) {
        self.to_bring_back = waiting;
    }

    /// Nobody followed the call for so many seconds until `at`.
    pub fn away(&mut self, at: f64, seconds: f64) {
        self.handle(at, Event::Away { seconds });
    }

    /// Time passed.
    pub fn tick(&mut self, at: f64) {
        self.handle(at, Event::Tick);
    }

    /// The call is over.
    pub fn end(&mut self, at: f64) {
        self.handle(at, Event::Key(Key::EndCall));
        let over = self.watcher.end();
        self.remember(over);
    }

    /// What is to be done, oldest first.
    pub fn poll(&mut self) -> Option<Advice> {
        self.advice.pop_front()
    }

    /// What words plainly do; of those of others only that they would go on, for the rest they speak for themselves.
    fn plain_words(&self, utterance: &Utterance, reading: &Reading) -> PlainWords {
        let words = utterance.text.as_str();
        let goes_on = asks_for_work(words);
        if utterance.speaker.role != Role::Me {
            return PlainWords { goes_on, ..PlainWords::default() };
        }
        PlainWords {
            work_done: declares_work_done(words),
            takes_up: takes_up(words),
            comforts: comforts(words),
            goes_on,
            puts_aside: puts_topic_aside(words, self.told, reading.probabilities.private(), &self.session.plan().agenda),
        }
    }

    /// The phase that holds.
    pub fn phase(&self) -> Phase {
        self.session.phase()
    }

    /// Whoever labels the utterances.
    pub fn understanding(&self) -> &U {
        &self.understanding
    }

    /// Whoever labels the utterances, to be told something beside the words.
    pub fn understanding_mut(&mut self) -> &mut U {
        &mut self.understanding
    }

    /// The session itself.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What is known of lines with this client, for keeping.
    pub fn memory(&self) -> &LineMemory {
        &self.memory
    }

    /// The phrasebook in use.
    pub fn phrasebook(&self) -> &Phrasebook {
        &self.phrasebook
    }

    /// Writes down what became of lines.
    fn remember(&mut self, watched: impl IntoIterator<Item = Watch>) {
        for watch in watched {
            self.memory.record(&watch.line.id, watch.outcome());
        }
    }

    fn handle(&mut self, at: f64, event: Event) {
        self.session.handle(Input { at, event });
        while let Some(output) = self.session.poll() {
            match output {
                Output::Cue(mut cue) => {
                    let named = self.to_bring_back.topic.as_ref().filter(|_| cue.rung() == Rung::Return).cloned();
                    if cue.rung() == Rung::Return {
                        cue.request.slots.topic = self.to_bring_back.topic.clone();
                        // "Tell me the rest!" is no way to ask after a funeral.
                        if self.to_bring_back.grave {
                            cue.request.tone = Tone::Neutral;
                        }
                    }
                    // Without a line that fits, silence is the better help.
                    let Some(line) = self.phrasebook.choose(&cue.request, &self.memory) else {
                        self.session.handle(Input { at, event: Event::NoLine { id: cue.id } });
                        continue;
                    };
                    // A line without a name asks for whatever was put aside.
                    if cue.rung() == Rung::Return && !named.is_some_and(|name| line.text.contains(name.as_str())) {
                        self.session.handle(Input { at, event: Event::AllBroughtBack });
                    }
                    self.memory.shown(&line.id, cue.rung());
                    let over = self.watcher.show(&cue, &line);
                    self.remember(over);
                    self.advice.push_back(Advice::Show { cue, line });
                }
                Output::CueGone { id, why, .. } => {
                    if why == CueEnd::Said
                        && let Some(watch) = self.watcher.of(id)
                    {
                        watch.say();
                    }
                    self.advice.push_back(Advice::Gone { id, why });
                }
                Output::DriftClosed { ref returned_after, .. } => {
                    self.watcher.returned(returned_after);
                    self.advice.push_back(Advice::Session(output));
                }
                other => self.advice.push_back(Advice::Session(other)),
            }
        }
    }
}
