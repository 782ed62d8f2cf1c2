//! The talk of a rehearsal: my answers, judged, in; the client's words out; and what each answer was worth.

use crate::client::{Client, Done};
use crate::habits::Habits;
use crate::judge::{Before, Judged, Move, Scene};
use crate::person::{Person, Temper, names_any_work};
use segue_core::{Lang, Line, LineRequest, Rung, Slots, Tone, Words, tokens};
use segue_phrasebook::{LineMemory, Phrasebook, promised, seconds_to_say};

/// My answers after which a rehearsal ends by itself.
const LONGEST: usize = 40;
/// Seconds from which an answer is long: twice as long as a line may be.
const LONG: f64 = 2.0 * segue_phrasebook::MOST_SECONDS;
/// Words of a goodbye that says nothing else.
const BARE_GOODBYE: usize = 2;
/// Letters in which two words are the same for me, whatever their endings.
const ECHO: usize = 5;
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
    /// Warm, or put gently, or as plain as was agreed, or a line of the phrasebook: it lacks no warm word.
    pub kind: bool,
    /// No longer than two lines would be; the announcement may be.
    pub short: bool,
    /// The turn went back to the client or to the work.
    pub handed_back: bool,
    /// A line that would have done it, where mine did not.
    pub better: Option<Line>,
    /// True if the client was off the work when I answered.
    pub private: bool,
}

/// How a talk begins.
pub(crate) struct Begin {
    pub person: &'static Person,
    pub lang: Lang,
    pub tone: Tone,
    pub phrasebook: Phrasebook,
    pub habits: Option<Habits>,
    pub seed: u64,
}

/// A talk under way.
#[derive(Clone)]
pub(crate) struct Talk {
    person: &'static Person,
    lang: Lang,
    tone: Tone,
    client: Client,
    phrasebook: Phrasebook,
    memory: LineMemory,
    turns: Vec<Turn>,
    /// Bad news was told, and I answered.
    pub news: bool,
    /// Seconds of talk, of both, on the work and off it.
    seconds: [f64; 2],
}

impl Talk {
    /// Begins; also gives the client's first words.
    pub fn begin(Begin { person, lang, tone, phrasebook, habits, seed }: Begin) -> (Self, String) {
        let mut memory = LineMemory::default();
        memory.next_call();
        let client = Client::new(person, lang, habits, seed);
        let greeting = client.greeting();
        let mut talk = Self { person, lang, tone, client, phrasebook, memory, turns: Vec::new(), news: false, seconds: [0.0; 2] };
        talk.count_theirs(&greeting);
        (talk, greeting)
    }

    /// Where it stands when I answer with these words.
    pub fn scene(&self, mine: &str) -> Scene {
        let line = self.phrasebook.line_said(self.lang, mine);
        let echoes = shares_a_word(mine, self.client.told());
        let names_work = self.person.names_work(mine) || !echoes && names_any_work(mine);
        Scene { before: self.client.before, tone: self.tone, hurts: self.client.hurts(), names_work, echoes, line }
    }

    /// Takes my answer; gives what the client says to it. `told`: something of my own is in it.
    pub fn answer(&mut self, mine: &str, judged: Judged, told: bool) -> String {
        let before = self.client.before;
        self.news |= before == Before::News;
        let Judged { what, warm, kind, .. } = judged;
        let seconds = seconds_to_say(mine);
        let private = matches!(before, Before::Story | Before::Question);
        let handed_back =
            judged.hands_back || matches!(what, Move::Steered | Move::Business | Move::SignedOff | Move::Humane | Move::Confided);
        let short = seconds <= LONG || what == Move::Announced;
        let well = match what {
            Move::Humane | Move::Confided => true,
            Move::Announced => warm,
            Move::Steered => kind && short,
            Move::SignedOff => (kind || promised(mine, self.lang).is_some() || tokens(mine).len() > BARE_GOODBYE) && short,
            Move::Business | Move::Listened => !private || kind,
            Move::Fed | Move::Curt | Move::Mocked | Move::Excused | Move::PassedOver => false,
        };
        let better = if well { None } else { self.better(if what == Move::SignedOff { Before::Closing } else { before }) };
        self.count(seconds, matches!(what, Move::Fed | Move::Mocked) || private && what == Move::Listened);
        self.turns.push(Turn { mine: Words::new(mine), what, warm, kind, short, handed_back, better, private });

        let told = (told && what == Move::Fed).then(|| Words::new(mine).excerpt(REMEMBERED));
        let reply = self.client.reply(&Done { what, warm, kind, told: told.as_ref().map(Words::as_str) });
        self.count_theirs(&reply);
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

    fn count_theirs(&mut self, text: &str) {
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
            (Before::Greeting | Before::Business | Before::Boundary | Before::Hurt, _) => return None,
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

/// True if a longer word of mine begins like one of those that were told.
fn shares_a_word<'t>(mine: &str, told: impl Iterator<Item = &'t str>) -> bool {
    let beginning = |word: String| {
        let letters: Vec<char> = word.chars().take(ECHO).collect();
        (letters.len() == ECHO).then_some(letters)
    };
    let mine: Vec<_> = tokens(mine).into_iter().filter_map(beginning).collect();
    told.flat_map(tokens).filter_map(beginning).any(|word| mine.contains(&word))
}

#[cfg(test)]
mod tests;
