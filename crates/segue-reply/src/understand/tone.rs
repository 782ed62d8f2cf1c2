//! Whether a sentence is work or private, serious or light, and the tone of what is private.

use crate::patterns::Heard;
use segue_core::{Flag, Flags, Label, Lang, Probabilities, Reading};
use segue_topic::SentenceReading;
use serde::{Deserialize, Serialize};

/// Probability of private talk from which grave words about somebody near, or about the writer, are no figure of speech.
const NEAR: f32 = 0.1;
/// The same for grave words about nobody in particular.
const NOBODY: f32 = 0.5;
/// Words beside formulas of greeting that are a name.
const NAME_WORDS: usize = 2;
/// Words of the work up to which grave words about somebody near need no second opinion.
const KIN_AND_WORK: usize = 2;
/// Most words of a sentence that asks for something not to be done, and for nothing else.
const NEGATED_WORDS: usize = 14;

/// The tone of what is private in a message; the first that holds, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mood {
    /// A reproach that I am less close than before.
    Guilt,
    /// Something hard, not grave.
    Hard,
    /// Something good.
    Good,
    /// A question about my private life.
    Fishing,
    /// Praise of me as a person.
    Flattery,
    /// A story, neither good nor hard.
    Plain,
}

/// A sentence as it was read.
#[expect(clippy::struct_excessive_bools, reason = "each holds or not, whatever the others do")]
pub(super) struct Read {
    pub heard: Heard,
    pub label: Label,
    pub probabilities: Probabilities,
    pub flags: Flags,
    /// It asks for something of the work.
    pub answer: bool,
    pub care: bool,
    pub moves_work: bool,
    pub fishing: bool,
    pub guilt: bool,
    pub flattery: bool,
    pub question: bool,
    /// A greeting, thanks or a wish, and nothing besides.
    pub formula: bool,
    /// It asks for something not to be done.
    pub negated: bool,
    warm: bool,
    /// Grave words, and all is well again.
    healed: bool,
    grave: bool,
}

impl Read {
    pub fn of(text: &str, lang: Lang, read: &SentenceReading, project: &Heard) -> Self {
        let heard = Heard::new(text, lang);
        let Reading { label, probabilities, mut flags, .. } = read.reading;
        let question = text.contains('?') || is_unmarked_question(text, &heard);
        let guilt = heard.has("guilt");
        let flattery = heard.has("flattery") && heard.count("business") <= 1;
        let formula = is_formula(&heard);
        let greets = heard.has("formula");
        let asks_me = flags.has(Flag::PersonalQuestion) || !greets && heard.has("private question");
        let fishing = question && !formula && label.is_private() && asks_me && !heard.has("business");
        let healed = heard.has("healed") && !heard.has("turn") && !heard.has("death") && !question;
        let light = healed || heard.has("good") && !heard.has("hard") && !heard.has("death");
        let told = tells_grave_news(&heard, probabilities.private());
        let grave = read.care && !light || told && !healed;
        // Who does not want to live is met with care, whatever else is said.
        let care = heard.count("despair") > heard.count("no despair") || grave && !subject_of_work(&heard, project);
        for (flag, holds) in [(Flag::Serious, care), (Flag::PersonalQuestion, fishing)] {
            flags.remove(flag);
            if holds {
                flags.insert(flag);
            }
        }
        // A long stretch of speech has a request in it besides.
        let negated = heard.has("negated") && !heard.has("insisted") && !question && heard.len() <= NEGATED_WORDS;
        let moves_work = flags.has(Flag::WorkImpact) || heard.has("impact") && (!question || label.is_private() || care);
        Self {
            heard,
            label,
            probabilities,
            flags,
            answer: read.answer,
            care,
            moves_work,
            fishing,
            guilt,
            flattery,
            question,
            formula,
            negated,
            warm: read.warm || healed && (read.care || told),
            healed,
            grave: read.grave && !healed,
        }
    }

    /// It deserves a warm word.
    pub fn warm(&self) -> bool {
        self.guilt || self.flattery || self.fishing || self.warm && !self.formula
    }

    /// It complains about the work, or ends it.
    pub fn displeased(&self) -> bool {
        self.heard.has("displeased") && !self.care
    }

    /// It brings something for the work.
    pub fn brings(&self) -> bool {
        !self.label.is_private() && self.heard.has("approval")
    }
}

/// Formulas and at most a name, as in "Hi Dana, how are you?".
fn is_formula(heard: &Heard) -> bool {
    const SECTIONS: [&str; 17] = [
        "business",
        "requests",
        "asks",
        "ask price",
        "ask meet",
        "ask when",
        "ask send",
        "ask do",
        "approval",
        "grave",
        "kin",
        "hard",
        "good",
        "impact",
        "urgent",
        "guilt",
        "despair",
    ];
    let rest = heard.beside("formula");
    heard.has("formula") && rest.len() <= NAME_WORDS && !SECTIONS.iter().any(|section| rest.has(section))
}

/// Grave words about somebody, as they are meant; also in a sentence that asks for something.
fn tells_grave_news(heard: &Heard, private: f32) -> bool {
    if !heard.has("grave") || heard.has("figure") || heard.has("old") {
        return false;
    }
    let somebody = heard.has("kin") || heard.has("own") || heard.has("self");
    heard.has("kin") && heard.count("business") <= KIN_AND_WORK || somebody && private > NEAR || private > NOBODY
}

/// Grave words that the project itself is about: a hospice's website, a divorce lawyer's page.
fn subject_of_work(heard: &Heard, project: &Heard) -> bool {
    project.has("grave") && !heard.has("kin")
}

/// A question that nobody put a mark to, as in chats and voice notes.
fn is_unmarked_question(text: &str, heard: &Heard) -> bool {
    let ended = text.trim_end().ends_with(['.', '!', '…', ':', ')']);
    !ended && (heard.begins("asks") || heard.words().iter().skip(1).take(3).any(|word| word == "ли"))
}

/// The tone of all that is private.
pub(super) fn mood(read: &[Read]) -> Option<Mood> {
    let private: Vec<&Read> = read.iter().filter(|one| one.warm()).collect();
    if private.is_empty() {
        return None;
    }
    let told = private.iter().filter(|one| one.label.is_private() || one.healed);
    let (hard, good) = told.fold((0, 0), |(hard, good), one| {
        // An operation that went well is no hard thing.
        let hard_words = if one.healed { 0 } else { one.heard.count("hard") };
        (hard + hard_words, good + one.heard.count("good") + usize::from(one.healed))
    });
    Some(match () {
        () if private.iter().any(|one| one.guilt) => Mood::Guilt,
        // What may be serious is met with sympathy, unless it is plainly good.
        () if hard > good || good == 0 && private.iter().any(|one| one.grave) => Mood::Hard,
        () if good > hard => Mood::Good,
        // Both at once: congratulations would be as wrong as pity.
        () if good > 0 => Mood::Plain,
        () if private.iter().any(|one| one.fishing) => Mood::Fishing,
        () if private.iter().any(|one| one.flattery) => Mood::Flattery,
        () => Mood::Plain,
    })
}
