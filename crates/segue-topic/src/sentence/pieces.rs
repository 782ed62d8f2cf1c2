//! Texts into pieces of words: the unigram model of `SentencePiece` (Kudo 2018).

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Stands for the space before a word.
const SPACE: char = '\u{2581}';
/// Rows of the marks, the same in every file.
const UNKNOWN: u32 = 0;
pub const BEGIN: u32 = 1;
pub const END: u32 = 2;
/// Longest text that is looked at, in characters.
const LONGEST_TEXT: usize = 4000;
/// Longest stretch without a space that is looked at, in characters.
const LONGEST_WORD: usize = 64;

/// The pieces and how likely each is.
pub struct Pieces {
    known: HashMap<Box<str>, (u32, f32)>,
    /// Score of a character that no piece has.
    unknown: f32,
    /// Characters of the longest piece.
    longest: usize,
}

impl Pieces {
    /// From the pieces in the order of their rows, with their scores (logarithms of probabilities).
    pub fn new<'p>(pieces: impl Iterator<Item = (&'p str, f32)>, unknown: f32) -> Self {
        let mut known = HashMap::new();
        let mut longest = 1;
        for (row, (piece, score)) in pieces.enumerate() {
            longest = longest.max(piece.chars().count());
            known.insert(piece.into(), (row as u32, score));
        }
        Self { known, unknown, longest }
    }

    /// Appends the rows of a text's pieces, at least one; of more than `most` only the first and the last half.
    pub fn split(&self, text: &str, most: usize, out: &mut Vec<u32>) {
        let from = out.len();
        let plain: String = text.chars().take(LONGEST_TEXT).nfkc().collect();
        let mut word = Vec::new();
        for part in plain.split(|c: char| c.is_whitespace() || c.is_control()).filter(|part| !part.is_empty()) {
            word.clear();
            word.push(SPACE);
            word.extend(part.chars().take(LONGEST_WORD));
            self.split_word(&word, out);
        }
        if out.len() == from {
            out.push(UNKNOWN);
        }
        if out.len() - from > most {
            let half = most / 2;
            let end = out.len() - half;
            out.drain(from + half..end);
        }
    }

    /// The likeliest way to put a word together (Viterbi).
    fn split_word(&self, word: &[char], out: &mut Vec<u32>) {
        let n = word.len();
        let mut best = vec![f32::NEG_INFINITY; n + 1];
        let mut came = vec![(0_usize, UNKNOWN); n + 1];
        best[0] = 0.0;
        let mut text = String::new();
        for from in 0..n {
            text.clear();
            let mut alone = false;
            for to in from + 1..=n.min(from + self.longest) {
                text.push(word[to - 1]);
                if let Some(&(row, score)) = self.known.get(text.as_str()) {
                    alone |= to == from + 1;
                    if best[from] + score > best[to] {
                        best[to] = best[from] + score;
                        came[to] = (from, row);
                    }
                }
            }
            if !alone && best[from] + self.unknown > best[from + 1] {
                best[from + 1] = best[from] + self.unknown;
                came[from + 1] = (from, UNKNOWN);
            }
        }
        let begun = out.len();
        let mut at = n;
        while at > 0 {
            out.push(came[at].1);
            at = came[at].0;
        }
        out[begun..].reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces() -> Pieces {
        let known = [("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0), ("▁при", -2.0), ("вет", -2.0), ("▁привет", -3.0), ("▁", -5.0)];
        Pieces::new(known.into_iter(), -20.0)
    }

    fn split(text: &str) -> Vec<u32> {
        let mut out = Vec::new();
        pieces().split(text, 6, &mut out);
        out
    }

    #[test]
    fn a_text_becomes_its_likeliest_pieces() {
        let cases: [(&str, &[u32]); 5] = [
            ("привет", &[5]),
            ("  привет\u{a0}привет ", &[5, 5]),
            ("x", &[6, 0]),
            ("", &[0]),
            ("привет привет привет привет привет привет при", &[5, 5, 5, 5, 5, 3]),
        ];
        for (text, rows) in cases {
            assert_eq!(split(text), rows, "{text}");
        }
    }
}
