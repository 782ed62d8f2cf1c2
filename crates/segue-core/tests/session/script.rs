//! A call on virtual time, written as a script.

use segue_core::session::{Event, Floor, Heard, Input, Key, Output, PlainWords, Session};
use segue_core::{AgendaItem, Boundary, Flag, Flags, Label, Phase, Plan, Probabilities, Reading, Role, Rung};

/// A call written as a script, a turn a line: `who label seconds flags`.
pub struct Script {
    pub session: Session,
    pub clock: f64,
    pub index: usize,
    /// How likely a way back is wanted from what is said next; `None` as where somebody vouches for the labels.
    pub wanted: Option<f32>,
    /// Probability of private talk in what is said next; `None` for certain.
    pub private: Option<f32>,
    /// What the last turn turns out to be, once the next one is heard.
    pub hindsight: Option<Reading>,
    /// Probabilities of what is said next.
    pub probabilities: Option<Probabilities>,
    /// The agenda item that is named in what is said next.
    pub item: Option<usize>,
    /// What the words said next plainly do.
    pub plain: PlainWords,
    /// Who has the floor when the words said next are known.
    pub floor: Floor,
    pub outputs: Vec<Output>,
}

impl Script {
    pub fn new(plan: Plan) -> Self {
        Self {
            session: Session::new(plan, false),
            clock: 0.0,
            index: 0,
            wanted: None,
            private: None,
            hindsight: None,
            probabilities: None,
            item: None,
            plain: PlainWords::default(),
            floor: Floor::default(),
            outputs: Vec::new(),
        }
    }

    pub fn send(&mut self, event: Event) {
        self.session.handle(Input { at: self.clock, event });
        while let Some(output) = self.session.poll() {
            self.outputs.push(output);
        }
    }

    pub fn say(&mut self, role: Role, label: Label, seconds: f64, flags: &[Flag]) -> &mut Self {
        let start = self.clock;
        self.clock += seconds;
        self.hear_late(role, label, start, self.clock, flags);
        self.clock += 0.3;
        self
    }

    /// What was said from `start` to `end` is known only now.
    pub fn hear_late(&mut self, role: Role, label: Label, start: f64, end: f64, flags: &[Flag]) {
        let mut reading = self.reading(label, flags);
        reading.probabilities = self.probabilities.take().unwrap_or(reading.probabilities);
        let heard = Heard {
            index: self.index,
            start,
            end,
            weight: end - start,
            role,
            speaker_known: role != Role::Unknown,
            reading,
            before: self.hindsight.take(),
            agenda_item: self.item.take(),
            plain: std::mem::take(&mut self.plain),
            floor: std::mem::take(&mut self.floor),
        };
        self.index += 1;
        self.send(Event::Utterance(heard));
    }

    pub fn reading(&self, label: Label, flags: &[Flag]) -> Reading {
        let certain = Reading::certain(label, flags.iter().copied().collect::<Flags>());
        let mut reading = Reading { wanted: self.wanted, ..certain };
        if let (Some(private), true) = (self.private, label.is_private()) {
            reading.probabilities = Probabilities { business: 1.0 - private, smalltalk: 0.0, personal: private, framing: 0.0 };
        }
        reading
    }

    pub fn business(&mut self, seconds: f64) -> &mut Self {
        for _ in 0..(seconds / 5.0).ceil() as usize {
            self.say(Role::Me, Label::Business, 2.5, &[]).say(Role::Client, Label::Business, 2.5, &[]);
        }
        self
    }

    pub fn greet(&mut self) -> &mut Self {
        self.say(Role::Me, Label::Framing, 2.0, &[]).say(Role::Client, Label::Framing, 2.0, &[]);
        self.business(15.0)
    }

    /// Private talk of the client with short answers of mine.
    pub fn drift(&mut self, seconds: f64) -> &mut Self {
        let end = self.clock + seconds;
        while self.clock < end {
            self.say(Role::Client, Label::Personal, 6.0, &[]).say(Role::Me, Label::Personal, 1.0, &[]);
        }
        self
    }

    /// The model says how likely a way back is wanted from now on.
    pub fn wanting(&mut self, wanted: f32) -> &mut Self {
        self.wanted = Some(wanted);
        self
    }

    /// So likely is private talk private from now on.
    pub fn private(&mut self, probability: f32) -> &mut Self {
        self.private = Some(probability);
        self
    }

    /// The turn just said turns out to be something else when it is answered.
    pub fn was(&mut self, label: Label, flags: &[Flag]) -> &mut Self {
        self.hindsight = Some(Reading::certain(label, flags.iter().copied().collect::<Flags>()));
        self
    }

    pub fn drifts_told(&self) -> usize {
        self.outputs.iter().filter(|output| matches!(output, Output::DriftOpened { .. })).count()
    }

    pub fn parked(&self) -> usize {
        self.outputs.iter().filter(|output| matches!(output, Output::Parked { .. })).count()
    }

    /// What the words said next plainly do.
    pub fn in_words(&mut self, plain: PlainWords) -> &mut Self {
        self.plain = plain;
        self
    }

    pub fn phases(&self) -> Vec<Phase> {
        self.outputs.iter().filter_map(|o| if let Output::Phase { phase, .. } = o { Some(*phase) } else { None }).collect()
    }

    pub fn key(&mut self, key: Key) -> &mut Self {
        self.send(Event::Key(key));
        self
    }

    /// Nobody followed the call for so long.
    pub fn away(&mut self, seconds: f64) -> &mut Self {
        self.clock += seconds;
        self.send(Event::Away { seconds });
        self
    }

    pub fn wait(&mut self, seconds: f64) -> &mut Self {
        self.clock += seconds;
        self.send(Event::Tick);
        self
    }

    pub fn rungs(&self) -> Vec<Rung> {
        self.outputs.iter().filter_map(|o| if let Output::Cue(cue) = o { Some(cue.rung()) } else { None }).collect()
    }
}

pub fn plan() -> Plan {
    Plan {
        boundary: Boundary { planned_minutes: Some(15.0), ..Boundary::default() },
        agenda: vec![AgendaItem { text: "Logo".into(), minutes: None }],
        next_meeting: Some("on Thursday".into()),
        ..Plan::default()
    }
}
