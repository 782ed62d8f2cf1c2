//! What the user put right in calls with a client, as later calls need it.

use serde::{Deserialize, Serialize};

/// Fingerprints of words that belong to the work with a client, or to private life, because the user said so.
/// The words themselves are not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Learned {
    /// Of what was called private and is the work, newest last.
    pub business: Vec<u32>,
    /// Of what was called work and is private, newest last.
    pub private: Vec<u32>,
}

impl Learned {
    /// Most words of a kind; older ones make room.
    const MOST: usize = 400;

    /// True if nothing was put right yet.
    pub fn is_empty(&self) -> bool {
        self.business.is_empty() && self.private.is_empty()
    }

    /// Takes in what was put right later: the last word counts.
    pub fn take_in(&mut self, later: &Self) {
        renew(&mut self.business, &later.business, &later.private);
        renew(&mut self.private, &later.private, &later.business);
    }
}

fn renew(known: &mut Vec<u32>, new: &[u32], other: &[u32]) {
    known.retain(|word| !new.contains(word) && !other.contains(word));
    known.extend_from_slice(new);
    known.drain(..known.len().saturating_sub(Learned::MOST));
}

#[cfg(test)]
mod tests {
    use super::Learned;

    #[test]
    fn the_last_word_counts_and_old_ones_make_room() {
        let mut learned = Learned { business: vec![1, 2], private: vec![3] };
        learned.take_in(&Learned { business: vec![3, 1], private: vec![2] });
        assert_eq!(learned, Learned { business: vec![3, 1], private: vec![2] });
        learned.take_in(&Learned { business: (10..500).collect(), private: Vec::new() });
        assert_eq!((learned.business.len(), learned.business.last()), (Learned::MOST, Some(&499)));
    }
}
