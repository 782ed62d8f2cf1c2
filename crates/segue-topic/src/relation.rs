//! How a sentence stands to the project: what it shares in meaning with the description and the agenda.
//!
//! Words alone do not tell a client's own wedding from the wedding album that is being designed; what the project is
//! about does. Every sentence is compared with each text of the project: an attention over them in the encoder's space.

use crate::sentence::{CLOSENESS, Encoder};

/// Numbers that tell of a relation: the closest text, the mean of all, the product with what it attends to, the project itself.
pub const RELATION: usize = 2 + 2 * CLOSENESS;
/// How sharply a sentence attends to the texts closest to it: the factor on cosines before the softmax.
const SHARPNESS: f32 = 10.0;

/// The project in the encoder's space: a vector of length 1 for each of its texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topics {
    texts: Vec<Vec<f32>>,
    mean: Vec<f32>,
}

impl Topics {
    /// Reads the description and the agenda; empty texts say nothing.
    pub fn new(encoder: &Encoder, about: &str, agenda: &[&str]) -> Self {
        let said: Vec<&str> =
            std::iter::once(about).chain(agenda.iter().copied()).filter(|text| !text.trim().is_empty()).collect();
        let meanings = encoder.closeness(said.iter().copied());
        let texts: Vec<Vec<f32>> = (0..said.len()).map(|text| meanings.of(text).to_vec()).collect();
        let mut mean = vec![0.0; if texts.is_empty() { 0 } else { CLOSENESS }];
        for text in &texts {
            add(&mut mean, text, 1.0 / texts.len() as f32);
        }
        Self { texts, mean }
    }

    /// Appends the [`RELATION`] numbers of a sentence with this meaning; zeros if nothing is known of the project.
    pub fn append(&self, meaning: &[f32], out: &mut Vec<f32>) {
        let from = out.len();
        out.resize(from + RELATION, 0.0);
        if self.texts.is_empty() {
            return;
        }
        let (out, meaning) = (&mut out[from..], &meaning[..CLOSENESS]);
        let closeness: Vec<f32> = self.texts.iter().map(|text| dot(meaning, text)).collect();
        let closest = closeness.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        out[0] = closest;
        out[1] = dot(meaning, &self.mean);
        let weights: Vec<f32> = closeness.iter().map(|near| (SHARPNESS * (near - closest)).exp()).collect();
        let all: f32 = weights.iter().sum();
        let (attended, project) = out[2..].split_at_mut(CLOSENESS);
        for (text, weight) in self.texts.iter().zip(&weights) {
            add(attended, text, weight / all);
        }
        attended.iter_mut().zip(meaning).for_each(|(a, m)| *a *= m);
        project.copy_from_slice(&self.mean);
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(sum: &mut [f32], values: &[f32], factor: f32) {
    sum.iter_mut().zip(values).for_each(|(s, v)| *s += factor * v);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A vector of length 1 along one axis.
    fn axis(which: usize) -> Vec<f32> {
        (0..CLOSENESS).map(|i| f32::from(u8::from(i == which))).collect()
    }

    #[test]
    fn a_sentence_attends_to_the_text_it_is_closest_to() {
        let mean = axis(0).iter().zip(axis(1)).map(|(a, b)| f32::midpoint(*a, b)).collect();
        let topics = Topics { texts: vec![axis(0), axis(1)], mean };
        let mut out = vec![7.0];
        topics.append(&axis(1), &mut out);
        assert_eq!(out.len(), 1 + RELATION);
        assert_eq!(out[..3], [7.0, 1.0, 0.5]);
        assert!(out[3] == 0.0 && out[4] > 0.99, "{:?}", &out[3..5]);
        assert_eq!(out[3 + CLOSENESS..5 + CLOSENESS], [0.5, 0.5]);
    }

    #[test]
    fn without_a_project_nothing_is_said() {
        let mut out = Vec::new();
        Topics::default().append(&axis(1), &mut out);
        assert_eq!(out, vec![0.0; RELATION]);
    }
}
