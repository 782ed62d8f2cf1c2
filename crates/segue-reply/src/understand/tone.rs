//! Whether a sentence is work or private, serious or light: the label model, and words where it fails.

use crate::patterns::Heard;
use segue_core::{Flag, Flags, Label, Lang, Probabilities, Reading};
use serde::{Deserialize, Serialize};

/// Probability of private talk from which grave words about somebody near are no figure of speech.
const NEAR: f32 = 0.1;
/// The same for grave words about the writer.
const SELF: f32 = 0.12;
/// The same for grave words about nobody in particular.
const NOBODY: f32 = 0.5;
/// Words of the work up to which grave words about somebody near need no second opinion.
const KIN_AND_WORK: usize = 2;
/// What a word of the work takes from the probability of private talk.
const WORK_WORD: f32 = 0.2;
/// Most words of a greeting or a wish.
const FORMULA_WORDS: usize = 9;

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
    pub care: bool,
    pub moves_work: bool,
    pub fishing: bool,
    pub guilt: bool,
    pub flattery: bool,
    pub question: bool,
    /// Probability of work and framing, as the model gave it.
    pub working: f32,
    formula: bool,
}

impl Read {
    pub fn of(text: &str, lang: Lang, reading: &Reading, project: &Heard) -> Self {
        let heard = Heard::new(text, lang);
        let mut probabilities = reading.probabilities;
        let private = probabilities.private();
        let working = 1.0 - private;
        let work = heard.count("business");
        let question = text.contains('?') || is_unmarked_question(text, &heard);
        let private_question = question && heard.has("private question");
        let formula = heard.len() <= FORMULA_WORDS && (heard.begins("formula") || heard.has("formula"));
        let guilt = heard.has("guilt");
        let flattery = heard.has("flattery") && work <= 1;
        // Many words of the work outweigh a doubtful label, and so do few of them a slight one.
        let pull = WORK_WORD * work.min(3) as f32;
        // Framing is neither: what has something to say is measured by the rest.
        let says = !formula && heard.len() > 3;
        let share = private / (private + probabilities.business + 0.02);
        let among_framing = reading.label == Label::Framing && says && private > NEAR && share > 0.6 + pull;
        let (hard, good) = (heard.has("hard"), heard.has("good"));
        let near = heard.has("kin") && (hard || good || work == 0 && private > NEAR)
            || heard.has("self") && (hard || good) && work == 0 && private > NEAR;
        let asks_or_tells = private_question || guilt || flattery || near;
        let is_private = private > 0.5 + pull || among_framing || asks_or_tells && (work == 0 || private > NEAR || guilt);
        let label = match reading.label {
            label if formula && !private_question && work == 0 && private < 0.8 && label != Label::Business => Label::Framing,
            label if label.is_private() && !is_private => Label::Business,
            label if !label.is_private() && is_private && probabilities.smalltalk > probabilities.personal => Label::Smalltalk,
            label if !label.is_private() && is_private => Label::Personal,
            Label::Framing if says && (work > 0 || heard.has("requests") || heard.has("approval")) => Label::Business,
            label => label,
        };
        if label != reading.label {
            // What is told of a sentence and how sure it is stay together.
            probabilities = Probabilities::certain(label);
        }
        let grave = heard.has("grave") && !heard.has("figure") && !heard.has("old") && !subject_of_work(&heard, project);
        let (kin, near, own) = (heard.has("kin"), heard.has("own"), heard.has("self"));
        let care = grave
            && (kin && (work <= KIN_AND_WORK || private > NEAR)
                || near && private > NEAR
                || own && private > SELF
                || private > NOBODY)
            || reading.flags.has(Flag::Serious) && private > NOBODY && !heard.has("figure") && !heard.has("old");
        let mut flags = reading.flags;
        for (flag, holds) in [(Flag::Serious, care), (Flag::PersonalQuestion, private_question)] {
            flags.remove(flag);
            if holds {
                flags.insert(flag);
            }
        }
        let moves_work = heard.has("impact") && (!question || private > 0.3 || care);
        let fishing = private_question && !heard.begins("formula") && !heard.has("formula");
        Self { heard, label, probabilities, flags, care, moves_work, fishing, guilt, flattery, question, working, formula }
    }

    /// It deserves a warm word.
    pub fn warm(&self) -> bool {
        self.guilt || self.flattery || self.fishing || self.label.is_private() && !self.formula
    }

    /// It brings something for the work.
    pub fn brings(&self) -> bool {
        !self.label.is_private() && self.heard.has("approval")
    }
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

/// What only the neighbours tell: a short sentence between private ones goes with them.
pub(super) fn settle(read: &mut [Read]) {
    for i in 0..read.len() {
        let private = |other: Option<&Read>| other.is_some_and(|other| other.label.is_private() || other.care);
        let between = i > 0 && private(read.get(i - 1)) && private(read.get(i + 1));
        // What is told beside something serious belongs to it.
        let beside = read.iter().skip(i.saturating_sub(2)).take(5).any(|other| other.care);
        if beside && read[i].label.is_private() && !read[i].fishing && !read[i].heard.has("good") {
            read[i].care = true;
        }
        // What follows a question about me without a word of work goes on with it.
        if i > 0
            && read[i - 1].fishing
            && read[i].question
            && read[i].heard.count("business") == 0
            && !read[i].heard.has("requests")
        {
            (read[i].label, read[i].fishing) = (Label::Personal, true);
        }
        let one = &read[i];
        if between
            && one.label == Label::Business
            && one.heard.count("business") == 0
            && !one.question
            && !one.moves_work
            && one.heard.len() <= 8
            && !one.heard.has("requests")
        {
            read[i].label = Label::Personal;
        }
    }
}

/// The tone of all that is private.
pub(super) fn mood(read: &[Read]) -> Option<Mood> {
    let private: Vec<&Read> = read.iter().filter(|one| one.warm()).collect();
    if private.is_empty() {
        return None;
    }
    let told = private.iter().filter(|one| one.label.is_private());
    let (hard, good) = told.fold((0, 0), |(hard, good), one| (hard + one.heard.count("hard"), good + one.heard.count("good")));
    Some(match () {
        () if private.iter().any(|one| one.guilt) => Mood::Guilt,
        () if hard > good => Mood::Hard,
        () if good > hard => Mood::Good,
        // Both at once: congratulations would be as wrong as pity.
        () if good > 0 => Mood::Plain,
        () if private.iter().any(|one| one.fishing) => Mood::Fishing,
        () if private.iter().any(|one| one.flattery) => Mood::Flattery,
        () => Mood::Plain,
    })
}
