//! The project: what pulls talk towards business.

mod follow;
mod item;
mod mention;
mod spelling;
mod wording;

pub use follow::{Follower, puts_off};

use crate::features::{Reader, Rows, Vocabulary};
use crate::tokens::plain;
use item::Agenda;
use segue_core::Learned;
use std::collections::HashSet;

/// Words so common that sharing them with the project says nothing: short ones.
const SHORT: usize = 4;

/// The words of a project: its description, the agenda, and what the user marked as business.
#[derive(Clone, Debug, Default)]
pub struct Project {
    beginnings: HashSet<u32>,
    agenda: Agenda,
    learned: Learned,
}

impl Project {
    /// Reads the description and the agenda.
    pub fn new(about: &str, agenda: &[&str], vocabulary: &Vocabulary) -> Self {
        let mut reader = Reader::default();
        let mut rows = Rows::default();
        let mut project = Self::default();
        for text in std::iter::once(&about).chain(agenda) {
            reader.read(&weighty(text), vocabulary, &mut rows);
            project.beginnings.extend(rows.beginnings.iter().copied());
        }
        project.agenda = Agenda::new(agenda);
        project
    }

    /// Believes what the user put right in earlier calls.
    pub fn learn(&mut self, learned: Learned) {
        self.learned = learned;
    }

    /// What the user put right pulls an utterance with such words: from -1, private, to 1, business.
    pub fn pull(&self, rows: &Rows) -> f32 {
        let count = |words: &[u32]| rows.beginnings.iter().filter(|word| words.contains(word)).count() as f32;
        if self.learned.is_empty() || rows.beginnings.is_empty() {
            return 0.0;
        }
        let difference = count(&self.learned.business) - count(&self.learned.private);
        (difference / (rows.beginnings.len() as f32).sqrt()).clamp(-1.0, 1.0)
    }

    /// True if anything is known of it.
    pub fn is_known(&self) -> bool {
        !self.beginnings.is_empty()
    }

    /// Share of the words of an utterance that the project has too, 0 to 1.
    pub fn overlap(&self, rows: &Rows) -> f32 {
        if self.beginnings.is_empty() || rows.beginnings.is_empty() {
            return 0.0;
        }
        let shared = rows.beginnings.iter().filter(|b| self.beginnings.contains(b)).count();
        (shared as f32 / (rows.beginnings.len() as f32).sqrt()).min(2.0) / 2.0
    }

    /// The agenda item that the next turn of a talk takes up.
    pub fn taken_up(&self, follower: &mut Follower, text: &str) -> Option<usize> {
        self.taken_up_in_plain(follower, &plain(text))
    }

    /// The same of a turn as [`plain`] writes it.
    pub(crate) fn taken_up_in_plain(&self, follower: &mut Follower, plain: &str) -> Option<usize> {
        follower.hear(&self.agenda, plain)
    }
}

/// What marked utterances teach: the fingerprints of their words that no utterance of the other kind has.
///
/// `utterances` are the words of a call with what they were marked as: `true` for the marked ones, `false` for those of the
/// other kind; the rest is left out.
pub fn words_of_marked<'t>(utterances: impl IntoIterator<Item = (&'t str, bool)>, vocabulary: &Vocabulary) -> Vec<u32> {
    let (mut reader, mut rows) = (Reader::default(), Rows::default());
    let (mut marked, mut other) = (Vec::new(), HashSet::new());
    for (text, is_marked) in utterances {
        reader.read(&weighty(text), vocabulary, &mut rows);
        if is_marked {
            marked.append(&mut rows.beginnings);
        } else {
            other.extend(rows.beginnings.drain(..));
        }
    }
    let mut seen = HashSet::new();
    marked.retain(|word| !other.contains(word) && seen.insert(*word));
    marked
}

/// A text without its short words.
fn weighty(text: &str) -> String {
    text.split_whitespace().filter(|w| w.chars().filter(|c| c.is_alphanumeric()).count() >= SHORT).collect::<Vec<_>>().join(" ")
}
