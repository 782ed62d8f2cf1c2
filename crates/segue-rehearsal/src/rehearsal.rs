//! A rehearsal: a talk whose answers the label model reads.

use crate::habits::Habits;
use crate::judge::{judge, tells};
use crate::person::Person;
use crate::talk::{Begin, Talk, Turn};
use segue_core::{Lang, Line, RehearsalRecord, Role, Tone};
use segue_phrasebook::Phrasebook;
use segue_topic::{LiveReader, Model, Said, Setting};

/// A rehearsal under way.
#[derive(Clone)]
pub struct Rehearsal {
    talk: Talk,
    reader: LiveReader<'static>,
    /// What the client said last; it is read with my answer, since nothing hangs on it before.
    unread: String,
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
        let (talk, greeting) = Talk::begin(Begin { person, lang, tone, phrasebook, habits, seed });
        let reader = LiveReader::new(model, Setting::new(model, lang, false, "", &agenda));
        (Self { talk, reader, unread: greeting.clone() }, greeting)
    }

    /// Takes my answer; gives what the client says to it.
    pub fn answer(&mut self, mine: &str) -> String {
        self.reader.hear(Said { role: Role::Client, goes_on: false, text: &self.unread });
        let read = self.reader.hear(Said { role: Role::Me, goes_on: false, text: mine });
        let judged = judge(mine, &read, self.talk.scene(mine));
        let reply = self.talk.answer(mine, judged, tells(mine, &read.reading));
        self.unread.clone_from(&reply);
        reply
    }

    /// What segue would say now; `None` where nothing is to be steered.
    pub fn hint(&mut self) -> Option<Line> {
        self.talk.hint()
    }

    /// True once they have said goodbye.
    pub fn over(&self) -> bool {
        self.talk.over()
    }

    /// My answers so far.
    pub fn turns(&self) -> &[Turn] {
        self.talk.turns()
    }

    /// Whom I practise with.
    pub fn person(&self) -> &'static Person {
        self.talk.person()
    }

    /// The language of the talk.
    pub fn lang(&self) -> Lang {
        self.talk.lang()
    }

    /// What it came to so far.
    pub fn record(&self) -> RehearsalRecord {
        self.talk.record()
    }
}
