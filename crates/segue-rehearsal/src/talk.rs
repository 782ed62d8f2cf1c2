//! A rehearsal: my answers in, the client's words out, and what each answer was worth.

use crate::client::{Client, Done};
use crate::habits::Habits;
use crate::judge::{Before, Move, judge, tells};
use crate::person::{Person, Temper};
use segue_core::{Lang, Line, LineRequest, Role, Rung, Slots, Tone, Words};
use segue_phrasebook::{LineMemory, Phrasebook, seconds_to_say};
use segue_topic::{LiveReader, Model, Said, Setting};

/// My answers after which a rehearsal ends by itself.
const LONGEST: usize = 40;
/// Seconds from which an answer is long: twice as long as a line may be.
const LONG: f64 = 2.0 * segue_phrasebook::MOST_SECONDS;
/// Words of mine that the client remembers.
const REMEMBERED: usize = 12;

/// An answer of mine, and what it was worth.
#[expect(clippy::struct_excessive_bools, reason = "each holds or not, whatever the others do")]
#[derive(Clone, Debug)]
pub struct Turn {
    /// My words.
    pub mine: Words,
    /// What they did.
    pub what: Move,
    /// Kind in itself.
    pub warm: bool,
    /// No longer than two lines would be; the announcement may be.
    pub short: bool,
    /// The turn went back to the client or to the work.
    pub handed_back: bool,
    /// A line that would have done it, where mine did not.
    pub better: Option<Line>,
    /// True if the client was off the work when I answered.
    pub private: bool,
}

/// A rehearsal under way.
pub struct Rehearsal {
    person: &'static Person,
    lang: Lang,
    tone: Tone,
    client: Client,
    reader: LiveReader<'static>,
    phrasebook: Phrasebook,
    memory: LineMemory,
    turns: Vec<Turn>,
    /// Bad news was told, and I answered.
    pub(crate) news: bool,
    /// Seconds of talk, of both, on the work and off it.
    seconds: [f64; 2],
}

impl Rehearsal {
    /// Begins; also gives the client's first words. The same seed and habits give the same client.
    pub fn begin(
        person: &'static Person,
        lang: Lang,
        tone: Tone,
        phrasebook: Phrasebook,
        habits: Option<Habits>,
        seed: u64,
    ) -> (Self, String) {
        let model = Model::embedded();
        let agenda: Vec<&str> = person.agenda.iter().map(String::as_str).collect();
        let mut memory = LineMemory::default();
        memory.next_call();
        let mut rehearsal = Self {
            person,
            lang,
            tone,
            client: Client::new(person, lang, habits, seed),
            reader: LiveReader::new(model, Setting::new(model, lang, false, "", &agenda)),
            phrasebook,
            memory,
            turns: Vec::new(),
            news: false,
            seconds: [0.0; 2],
        };
        let greeting = rehearsal.client.greeting();
        rehearsal.hear_client(&greeting);
        (rehearsal, greeting)
    }

    /// Takes my answer; gives what the client says to it.
    pub fn answer(&mut self, mine: &str) -> String {
        let before = self.client.before;
        self.news |= before == Before::News;
        let read = self.reader.hear(Said { role: Role::Me, goes_on: false, text: mine });
        let (what, how) = judge(mine, &read, before);
        let seconds = seconds_to_say(mine);
        let private = matches!(before, Before::Story | Before::Question);
        let handed_back = how.hands_back || matches!(what, Move::Steered | Move::Business | Move::SignedOff | Move::Humane);
        let short = seconds <= LONG || what == Move::Announced;
        let well = match what {
            Move::Humane | Move::Announced => how.warm || what == Move::Humane,
            Move::Steered | Move::SignedOff => how.warm && short,
            Move::Business | Move::Listened => !private || how.warm,
            Move::Fed | Move::Curt | Move::Excused | Move::PassedOver => false,
        };
        let better = if well { None } else { self.better(before) };
        self.count(seconds, matches!(what, Move::Fed) || private && what == Move::Listened);
        self.turns.push(Turn { mine: Words::new(mine), what, warm: how.warm, short, handed_back, better, private });

        let told = tells(mine, &read.reading).then(|| Words::new(mine).excerpt(REMEMBERED));
        let told = told.filter(|_| what == Move::Fed);
        let reply = self.client.reply(&Done { what, warm: how.warm, told: told.as_ref().map(Words::as_str) });
        self.hear_client(&reply);
        self.client.over |= self.turns.len() >= LONGEST;
        reply
    }

    /// What segue would say now; `None` where nothing is to be steered.
    pub fn hint(&mut self) -> Option<Line> {
        self.better(self.client.before)
    }

    /// True once they have said goodbye.
    pub fn over(&self) -> bool {
        self.client.over
    }

    /// My answers so far.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Whom I practise with.
    pub fn person(&self) -> &'static Person {
        self.person
    }

    /// The language of the talk.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// How warm the client still is, from 0 to 1.
    pub fn warmth(&self) -> f32 {
        self.client.warmth
    }

    /// Share of the talk that was off the work, from 0 to 1.
    pub fn private_share(&self) -> f64 {
        let [work, private] = self.seconds;
        private / (work + private).max(1.0)
    }

    fn hear_client(&mut self, text: &str) {
        self.reader.hear(Said { role: Role::Client, goes_on: false, text });
        self.count(seconds_to_say(text), matches!(self.client.before, Before::Story | Before::Question));
    }

    fn count(&mut self, seconds: f64, private: bool) {
        self.seconds[usize::from(private)] += seconds;
    }

    /// What segue would have offered here.
    fn better(&mut self, before: Before) -> Option<Line> {
        let kind = self.person.temper.kind();
        let rung = match (before, self.client.insisted) {
            (Before::News, _) => Rung::Humane,
            (Before::Question, _) => Rung::Deflect,
            (Before::Promised, _) => Rung::Return,
            (Before::Closing, _) => Rung::SignOff,
            (Before::Story, _) if self.person.temper == Temper::Pair => Rung::Offline,
            (Before::Story, 0) => Rung::Park,
            (Before::Story, 1) => Rung::Time,
            (Before::Story, _) => Rung::Direct,
            (Before::Greeting | Before::Business | Before::Boundary, _) => return None,
        };
        let slots = Slots {
            topic: self.client.topic().map(Words::new).or_else(|| self.client.promised().map(Words::new)),
            next_item: Some(self.client.item().to_owned()),
            name: Some(self.person.name.clone()).filter(|_| self.person.temper != Temper::Pair),
            ..Slots::default()
        };
        let (lang, address, tone) = (self.lang, self.person.address, self.tone);
        let request = LineRequest { rung, kind, lang, tone, address, slots, chat_at_end: true, nothing_next: false };
        let line = self.phrasebook.choose(&request, &self.memory)?;
        self.memory.shown(&line.id, rung);
        Some(line)
    }
}
