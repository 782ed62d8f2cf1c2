//! From an utterance to what the model is fed: rows of tables and a few scalars.
//!
//! The trainer reads its features from this very code, so that training and use cannot drift apart.

use crate::grave::is_grave;
use crate::tokens::{Token, Tokeniser};
use segue_core::{Lang, Role, fingerprint};

/// Last letters that a word may lose to be found, and letters that must be left.
const ENDING: usize = 3;
const STEM: usize = 4;
/// Scalars for each utterance.
pub const SCALARS: usize = 16;

/// A text's fingerprint, folded to 32 bits.
fn hash(seed: u8, text: &str) -> u32 {
    let h = fingerprint(seed, text.bytes());
    (h ^ (h >> 32)) as u32
}

/// Key of a word in the vocabulary.
pub fn word_key(word: &str) -> u32 {
    hash(0, word)
}

/// Which row of the word table belongs to a word: open addressing over 32-bit keys.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    slots: Vec<(u32, u32)>,
    mask: usize,
}

impl Vocabulary {
    const FREE: u32 = u32::MAX;

    /// From the keys of the rows in order. Of two words with one key the first wins.
    pub fn new(keys: &[u32]) -> Self {
        let size = (keys.len() * 2).next_power_of_two().max(2);
        let mut slots = vec![(0, Self::FREE); size];
        let mask = size - 1;
        for (row, &key) in keys.iter().enumerate() {
            let mut slot = key as usize & mask;
            while slots[slot].1 != Self::FREE && slots[slot].0 != key {
                slot = (slot + 1) & mask;
            }
            if slots[slot].1 == Self::FREE {
                slots[slot] = (key, row as u32);
            }
        }
        Self { slots, mask }
    }

    /// Row of a word.
    pub fn row(&self, word: &str) -> Option<u32> {
        let key = word_key(word);
        let mut slot = key as usize & self.mask;
        loop {
            match self.slots[slot] {
                (_, Self::FREE) => return None,
                (found, row) if found == key => return Some(row),
                _ => slot = (slot + 1) & self.mask,
            }
        }
    }
}

/// The beginning of a word that its inflections share: five letters.
pub fn beginning(word: &str) -> &str {
    word.char_indices().nth(5).map_or(word, |(at, _)| &word[..at])
}

/// Table rows of one utterance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// Rows of the word table.
    pub words: Vec<u32>,
    /// Words that the vocabulary lacks.
    pub unknown: u32,
    /// Keys of the beginnings of words, for comparison with the project.
    pub beginnings: Vec<u32>,
    /// Words that grave news is told in.
    pub grave: u32,
    /// Words and signs.
    pub tokens: u32,
    /// Has a question mark.
    pub asks: bool,
}

/// Reads texts into rows; keeps its buffers.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    tokeniser: Tokeniser,
}

impl Reader {
    /// Reads one text into `rows`, replacing what was there.
    pub fn read(&mut self, text: &str, vocabulary: &Vocabulary, rows: &mut Rows) {
        rows.words.clear();
        rows.beginnings.clear();
        rows.unknown = 0;
        rows.tokens = 0;
        rows.grave = 0;
        rows.asks = false;
        for token in self.tokeniser.split(text) {
            rows.tokens += 1;
            match token {
                Token::Class(class) => rows.asks |= class == "?",
                Token::Word(word) => {
                    rows.beginnings.push(hash(2, beginning(word)));
                    rows.grave += u32::from(is_grave(word));
                    look_up(word, vocabulary, rows);
                }
            }
        }
    }
}

/// The row of a word, or of its parts, or of the word that is left without its last letters: an
/// inflection that the vocabulary lacks means what its sisters mean.
fn look_up(word: &str, vocabulary: &Vocabulary, rows: &mut Rows) {
    if let Some(row) = vocabulary.row(word) {
        rows.words.push(row);
        return;
    }
    let before = rows.words.len();
    if word.contains(['-', '\'']) {
        rows.words.extend(word.split(['-', '\'']).filter_map(|part| vocabulary.row(part)));
    } else {
        let mut short = word;
        for _ in 0..ENDING {
            short = &short[..short.char_indices().next_back().map_or(0, |(at, _)| at)];
            if short.chars().take(STEM).count() < STEM {
                break;
            }
            if let Some(row) = vocabulary.row(short) {
                rows.words.push(row);
                break;
            }
        }
    }
    rows.unknown += u32::from(rows.words.len() == before);
}

/// What is known of an utterance besides its words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one utterance")]
pub struct Surroundings {
    /// Who speaks.
    pub role: Role,
    /// The speaker of the utterance before speaks on.
    pub goes_on: bool,
    /// Language of the call.
    pub lang: Lang,
    /// Written talk.
    pub chat: bool,
    /// Position in the call, from 0.
    pub index: usize,
    /// Some letters are upper case: tidy text or a chat, not raw speech recognition.
    pub tidy: bool,
    /// Share of the utterance's weighty words that the project has too, 0 to 1.
    pub project_overlap: f32,
    /// A project or agenda is known.
    pub project_known: bool,
}

/// The scalars of an utterance, each about 0 to 1.
pub fn scalars(rows: &Rows, around: &Surroundings) -> [f32; SCALARS] {
    let flag = |b: bool| if b { 1.0 } else { 0.0 };
    [
        flag(around.role == Role::Me),
        flag(around.role == Role::Client),
        flag(around.role == Role::Colleague),
        flag(around.goes_on),
        (rows.tokens as f32).ln_1p() / 4.0,
        around.index.min(20) as f32 / 20.0,
        flag(around.index < 4),
        flag(rows.asks),
        flag(around.lang == Lang::Ru),
        flag(around.chat),
        flag(around.tidy),
        around.project_overlap,
        flag(around.project_known),
        rows.unknown as f32 / rows.tokens.max(1) as f32,
        1.0,
        rows.grave.min(2) as f32,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vocabulary_finds_rows_and_misses() {
        let vocabulary = Vocabulary::new(&["cat", "дом"].map(word_key));
        assert_eq!(vocabulary.row("дом"), Some(1));
        assert_eq!(vocabulary.row("dog"), None);
        assert_eq!(Vocabulary::new(&[]).row("x"), None);
    }

    #[test]
    fn words_without_a_row_are_found_by_their_parts_or_beginnings() {
        let vocabulary = Vocabulary::new(&["давай", "мама", "мигрень", "мигрен"].map(word_key));
        let mut rows = Rows::default();
        Reader::default().read("Давай-ка, мама-джан! Мигренями? Вертолётик", &vocabulary, &mut rows);
        assert_eq!((rows.words.clone(), rows.unknown, rows.asks), (vec![0, 1, 3], 1, true));
        assert_eq!(beginning("вертолетик"), "верто");
    }
}
