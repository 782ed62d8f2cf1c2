//! What the label model makes of a text.

use segue_core::{Flag, Lang, Role};
use segue_topic::{LiveReader, Model, Said, Setting};

/// What a client says before, so that a way back is read as one.
const BEFORE: [&str; 2] = [
    "And then my sister came with the children, you should have seen the garden, we laughed all evening.",
    "А потом приехала сестра с детьми, видели бы вы наш сад, мы смеялись весь вечер.",
];

/// Probability from which a sentence is surely private: lines that put a topic aside name it.
const SURE: f32 = 0.8;
/// Words up to which a sentence is a formula ("Thank you!"), whatever it answers.
const FORMULA: usize = 2;

/// How much of a text feeds private talk, sentence by sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Sentences of small talk and personal talk.
    private: usize,
    /// Sentences that ask about private life.
    asks: usize,
    /// Sentences that tell of one's own.
    tells: usize,
    /// Sentences that bring the talk back.
    steers: usize,
}

/// True if a sentence begins with somebody or something of one's own, as stories do: "My sister did that too".
fn begins_with_own(sentence: &str) -> bool {
    const OWN: [&str; 6] = ["my ", "мой ", "моя ", "моего ", "мою ", "у меня "];
    let sentence = sentence.trim_start().to_lowercase();
    OWN.iter().any(|own| sentence.starts_with(own))
}

impl Reading {
    /// Reads a text as something that I say after private talk of the client.
    pub fn of(text: &str, lang: Lang) -> Self {
        let model = Model::embedded();
        let mut reader = LiveReader::new(model, Setting::new(model, lang, false, "", &[]));
        reader.hear(Said { role: Role::Client, goes_on: false, text: BEFORE[lang as usize] });
        let mut sum = Self::default();
        for sentence in sentences(text) {
            // Each is read by itself: what comes after a sentence does not excuse it.
            let read = reader.clone().hear(Said { role: Role::Me, goes_on: false, text: sentence }).reading;
            // A full stop where a slot stood is no word.
            let words = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
            let formula = words.count() <= FORMULA;
            sum.private += usize::from(read.probabilities.private() >= SURE && !formula);
            sum.asks += usize::from(read.flags.has(Flag::PersonalQuestion));
            sum.tells += usize::from(read.flags.has(Flag::Disclosure) || begins_with_own(sentence));
            sum.steers += usize::from(read.flags.has(Flag::SteerBack));
        }
        sum
    }

    /// True if it is no more private than another, and brings back if the other does.
    pub fn is_fine_beside(self, other: Self, steered_by_words: bool) -> bool {
        let no_more = self.private <= other.private && self.asks <= other.asks && self.tells <= other.tells;
        no_more && (other.steers == 0 || self.steers > 0 || steered_by_words)
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split_inclusive(['.', '!', '?', '…', '\n']).map(str::trim);
    parts.filter(|part| part.chars().any(char::is_alphabetic))
}
