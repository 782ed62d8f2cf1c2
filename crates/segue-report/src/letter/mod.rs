//! What is told of a call, in the words of a language and before any format: the same sections in
//! the same order for the terminal, the page and the notes.
//!
//! The types here hold words of the talk, so none of them can be printed by accident (no `Debug`).

mod cues;
mod drifts;
mod months;
mod people;
mod talk;
mod topics;

pub(crate) use months::HoursOfDay;
pub(crate) use talk::{Cell, Column, TalkTable};

use crate::wording::{Message, Texts, clock, readable};
use segue_core::debrief::Debrief;
use segue_core::{Kind, Label, Timing};

/// Most words quoted of one utterance; the transcript has them all.
const QUOTED_WORDS: usize = 30;

/// A whole debrief in words.
pub(crate) struct Letter {
    /// The one sentence to remember.
    pub headline: String,
    /// File, kind, length and language.
    pub facts: Vec<String>,
    /// What to keep in mind when reading the figures.
    pub caveats: Vec<String>,
    /// What there is to say, in the order of importance.
    pub sections: Vec<Section>,
}

/// What a section is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    Talk,
    Drifts,
    Feeding,
    Parked,
    Agenda,
    Cues,
    Notes,
    Overrun,
    Months,
    Hours,
    Problems,
}

impl Topic {
    /// Name for anchors in a page.
    pub(crate) fn anchor(self) -> &'static str {
        ["talk", "drifts", "feeding", "parked", "agenda", "cues", "notes", "overrun", "months", "hours", "problems"]
            [self as usize]
    }
}

/// One section.
pub(crate) struct Section {
    pub topic: Topic,
    pub title: String,
    /// Whole sentences before anything else.
    pub lead: Vec<String>,
    /// Talk per speaker and label.
    pub table: Option<TalkTable>,
    /// At which hours people write.
    pub hours: Vec<HoursOfDay>,
    /// What happened, moment by moment.
    pub entries: Vec<Entry>,
}

impl Section {
    fn new(topic: Topic, title: String) -> Self {
        Self { topic, title, lead: Vec::new(), table: None, hours: Vec::new(), entries: Vec::new() }
    }
}

/// One thing that happened.
#[derive(Default)]
pub(crate) struct Entry {
    /// When.
    pub moment: Option<Moment>,
    /// Label of the talk it is about.
    pub label: Option<Label>,
    /// Done or still to do.
    pub done: Option<bool>,
    /// What it was, as a part of a sentence.
    pub what: String,
    /// Words of the talk or of a line, in quotation marks.
    pub quote: Option<String>,
    /// Whole sentences.
    pub details: Vec<String>,
    /// Worth mentioning only.
    pub quiet: bool,
}

/// A moment of the call.
pub(crate) struct Moment {
    /// As people read it: `12:04`, `#13`.
    pub text: String,
    /// Utterance it belongs to.
    pub index: usize,
}

/// Puts a debrief into words.
pub(crate) fn compose(debrief: &Debrief, texts: &'static Texts) -> Letter {
    let writer = Writer { debrief, texts };
    let sections = [
        Some(writer.talk()),
        writer.months(),
        writer.hours(),
        writer.drifts(),
        writer.feeding(),
        writer.parked(),
        writer.agenda(),
        writer.cues(),
        writer.notes(),
        writer.overrun(),
        writer.problems(),
    ];
    Letter {
        headline: readable(&debrief.headline),
        facts: writer.facts(),
        caveats: writer.caveats(),
        sections: sections.into_iter().flatten().collect(),
    }
}

/// A debrief and the language it is told in.
struct Writer<'a> {
    debrief: &'a Debrief,
    texts: &'static Texts,
}

impl Writer<'_> {
    fn facts(&self) -> Vec<String> {
        let Self { debrief, texts } = self;
        let is_chat = debrief.timing == Timing::Chat;
        let kind = match debrief.kind {
            Kind::Client => "client",
            Kind::Internal => "internal",
            Kind::Group => "group",
        };
        let mut facts = vec![readable(&debrief.file)];
        facts.push(texts.fill(Message::FactsKind, [("kind", kind.into()), ("medium", medium(debrief).into())]));
        facts.push(texts.fill(Message::LangName, [("lang", debrief.lang.code().into())]));
        if is_chat {
            facts.push(texts.fill(Message::FactsMessages, [("n", debrief.utterances.len().into())]));
        } else if debrief.seconds > 0.0 {
            facts.push(texts.round_duration(debrief.seconds));
        }
        if debrief.sittings.len() > 1 {
            facts.push(texts.fill(Message::FactsSittings, [("n", debrief.sittings.len().into())]));
        }
        facts.retain(|fact| !fact.is_empty());
        facts
    }

    fn caveats(&self) -> Vec<String> {
        let estimated = self.debrief.timing == Timing::Estimated && !self.debrief.utterances.is_empty();
        estimated.then(|| self.texts.say(Message::FactsEstimated)).into_iter().collect()
    }

    fn moment(&self, at: f64, index: usize) -> Moment {
        Moment { text: moment_text(self.debrief, self.texts, at, index), index }
    }

    /// The start of something in the words that were said, quoted.
    fn quote(&self, words: &segue_core::Words) -> Option<String> {
        self.texts.quote(words.excerpt(QUOTED_WORDS).as_str())
    }
}

/// `chat` or `call`, as the messages ask for it.
pub(crate) fn medium(debrief: &Debrief) -> &'static str {
    match debrief.timing {
        Timing::Chat => "chat",
        Timing::Spoken | Timing::Estimated => "call",
    }
}

/// A moment as people read it: the clock of a call, the number of a message.
pub(crate) fn moment_text(debrief: &Debrief, texts: &Texts, at: f64, index: usize) -> String {
    match debrief.timing {
        Timing::Spoken => clock(at),
        Timing::Estimated => texts.fill(Message::Estimated, [("moment", clock(at).into())]),
        Timing::Chat => texts.fill(Message::PlaceInChat, [("n", (index + 1).into())]).replace(' ', "\u{a0}"),
    }
}
