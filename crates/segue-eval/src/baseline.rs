//! The baseline: TF-IDF of words with six turns of context and logistic regression.

use crate::measures::Decision;
use segue_topic::tokens::Tokeniser;
use segue_transcript::LabelledCall;
use std::collections::HashMap;

/// Turns before (and, with the whole call in view, after) that the baseline sees.
const CONTEXT: usize = 6;
/// Passes of stochastic gradient descent.
const PASSES: usize = 12;
/// Step of the descent.
const RATE: f32 = 0.5;
/// Pull of the weights towards 0.
const DECAY: f32 = 1e-5;

type Vector = Vec<(usize, f32)>;

/// A trained baseline.
#[derive(Clone, Debug)]
pub struct Baseline {
    terms: HashMap<String, usize>,
    idf: Vec<f32>,
    weights: Vec<f32>,
    bias: f32,
    whole: bool,
}

impl Baseline {
    /// Trains on labelled calls: private talk against the rest.
    pub fn train(calls: &[&LabelledCall], whole: bool) -> Self {
        let mut baseline = Self { terms: HashMap::new(), idf: Vec::new(), weights: Vec::new(), bias: 0.0, whole };
        let mut documents = 0.0_f32;
        for call in calls {
            for utterance in &call.transcript.utterances {
                documents += 1.0;
                for term in terms(utterance.text.as_str()) {
                    let next = baseline.terms.len();
                    let id = *baseline.terms.entry(term).or_insert(next);
                    if id == baseline.idf.len() {
                        baseline.idf.push(0.0);
                    }
                    baseline.idf[id] += 1.0;
                }
            }
        }
        for count in &mut baseline.idf {
            *count = ((1.0 + documents) / (1.0 + *count)).ln() + 1.0;
        }
        baseline.weights = vec![0.0; baseline.idf.len() * 3];
        let rows: Vec<(Vector, bool)> = calls
            .iter()
            .flat_map(|call| {
                let truth = call.labels.iter().map(|l| l.is_private()).collect::<Vec<_>>();
                baseline.vectors(call).into_iter().zip(truth)
            })
            .collect();
        for pass in 0..PASSES {
            let rate = RATE / (1.0 + pass as f32);
            for k in 0..rows.len() {
                // A fixed stride visits all rows in a mixed order without random numbers.
                let (vector, truth) = &rows[(k * 7919) % rows.len()];
                let error = baseline.score(vector) - f32::from(u8::from(*truth));
                for &(i, x) in vector {
                    baseline.weights[i] -= rate * (error * x + DECAY * baseline.weights[i]);
                }
                baseline.bias -= rate * 0.1 * error;
            }
        }
        baseline
    }

    /// Decides about every utterance of a call.
    pub fn decide(&self, call: &LabelledCall) -> Vec<Decision> {
        let truth = call.labels.iter().map(|l| l.is_private());
        let scores = self.vectors(call).into_iter().map(|v| self.score(&v));
        scores.zip(truth).map(|(score, truth)| Decision { score, decided: score >= 0.5, truth }).collect()
    }

    fn score(&self, vector: &Vector) -> f32 {
        let sum: f32 = vector.iter().map(|&(i, x)| self.weights[i] * x).sum();
        1.0 / (1.0 + (-(sum + self.bias)).exp())
    }

    /// The utterance itself, what came before, and what came after, each in its own third.
    fn vectors(&self, call: &LabelledCall) -> Vec<Vector> {
        let own: Vec<Vector> = call.transcript.utterances.iter().map(|u| self.tfidf(u.text.as_str())).collect();
        let third = self.idf.len();
        let shifted = |i: usize, part: usize, factor: f32| own[i].iter().map(move |&(t, x)| (t + part * third, x * factor));
        (0..own.len())
            .map(|i| {
                let mut vector = own[i].clone();
                for back in 1..=CONTEXT.min(i) {
                    vector.extend(shifted(i - back, 1, 1.0 / (1.0 + back as f32)));
                }
                if self.whole {
                    for ahead in 1..=CONTEXT.min(own.len() - 1 - i) {
                        vector.extend(shifted(i + ahead, 2, 1.0 / (1.0 + ahead as f32)));
                    }
                }
                vector
            })
            .collect()
    }

    fn tfidf(&self, text: &str) -> Vector {
        let mut vector: Vector = Vec::new();
        for term in terms(text) {
            if let Some(&id) = self.terms.get(&term) {
                vector.push((id, self.idf[id]));
            }
        }
        let length = vector.iter().map(|(_, x)| x * x).sum::<f32>().sqrt().max(1e-6);
        vector.iter_mut().for_each(|(_, x)| *x /= length);
        vector
    }
}

/// Words, and beginnings of words so that inflections meet.
fn terms(text: &str) -> Vec<String> {
    let mut tokeniser = Tokeniser::default();
    let mut found = Vec::new();
    for token in tokeniser.split(text) {
        let word = token.as_str();
        found.push(word.to_owned());
        if word.chars().count() > 5 {
            found.push(format!("{}*", word.chars().take(5).collect::<String>()));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
