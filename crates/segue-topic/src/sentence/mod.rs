//! The sentence encoder: the words of one utterance, in their order, as numbers.
//!
//! Two networks read it, each cut down to the pieces of words that English and Russian are made of. One averages over
//! what neighbouring pieces say ([`averaging`]); its vectors of length 1 are also what tells how close two texts are. The
//! other lets every piece attend to all others, and to what was said right before ([`attention`]). `training/encoder.py` makes
//! their file.

mod attention;
mod averaging;
mod layers;
mod multiply;
mod pieces;
mod weights;

use crate::model::ModelError;
use attention::Attention;
use averaging::Averaging;
use ndarray::{Array2, Axis};
use rayon::prelude::*;
use weights::Weights;

pub use attention::Before;

/// The first numbers of a meaning: a vector of length 1, close to those of texts that mean the same.
pub const CLOSENESS: usize = averaging::WIDTH;
/// Numbers of a meaning.
pub const WIDTH: usize = CLOSENESS + attention::WIDTH;
/// Pieces that are worked on at once; so many fit into the cache of a core.
const AT_ONCE: usize = 512;

/// Is told how large a part of some work has just been done.
pub type Progress<'p> = &'p (dyn Fn(f64) + Sync);

/// Turns sentences into [`WIDTH`] numbers.
pub struct Encoder {
    averaging: Averaging,
    attention: Attention,
}

/// What the texts of one call mean.
#[derive(Clone, Default)]
pub struct Meanings {
    /// One row a text.
    rows: Array2<f32>,
    /// What was said right before whatever comes next.
    pub before: Before,
}

impl Meanings {
    /// How many texts.
    pub fn len(&self) -> usize {
        self.rows.nrows()
    }

    /// True without texts.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The numbers of a text.
    ///
    /// # Panics
    /// If there are not so many texts.
    pub fn of(&self, text: usize) -> &[f32] {
        let width = self.rows.ncols();
        &self.rows.as_slice().unwrap_or_default()[text * width..(text + 1) * width]
    }
}

/// Sentences in pieces, one after another, to be passed through a network together.
#[derive(Default)]
struct Portion {
    ids: Vec<u32>,
    /// Pieces of each sentence.
    lengths: Vec<usize>,
    /// Of these its own, the last; those before were said before.
    own: Vec<usize>,
}

impl Encoder {
    /// Reads an encoder file.
    ///
    /// # Errors
    /// If the bytes are no encoder of this layout.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let file = Weights::read(bytes)?;
        Ok(Self { averaging: Averaging::read(&file)?, attention: Attention::read(&file.part("attention."))? })
    }

    /// What tells how close each of some texts is to others: [`CLOSENESS`] numbers.
    pub fn closeness<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Meanings {
        Meanings { rows: self.averaged(texts), before: Before::default() }
    }

    /// What the next utterance of a call means, after what was said before it.
    pub fn hear(&self, before: Before, text: &str) -> Meanings {
        self.read_after(before, [text], &|_| {})
    }

    /// What the utterances of a call mean, each after what was said before it. The work is shared among the cores; `done` is told,
    /// from any of them, how large a part of it has just been done; all parts are 1.
    pub fn read<'t>(&self, call: impl IntoIterator<Item = &'t str> + Clone, done: Progress<'_>) -> Meanings {
        self.read_after(Before::default(), call, done)
    }

    fn read_after<'t>(
        &self,
        mut before: Before,
        call: impl IntoIterator<Item = &'t str> + Clone,
        done: Progress<'_>,
    ) -> Meanings {
        let portions = in_portions(call.clone(), |text, ids| self.attention.follow(&mut before, text, ids));
        let all: usize = portions.iter().map(|portion| portion.ids.len()).sum();
        // Nearly all of the work.
        let attended = in_parallel(&portions, attention::WIDTH, |portion| {
            let rows = self.attention.pass(&portion.ids, &portion.lengths, &portion.own);
            done(portion.ids.len() as f64 / all as f64);
            rows
        });
        let mut rows = Array2::zeros((attended.nrows(), WIDTH));
        let (mut closeness, mut rest) = rows.view_mut().split_at(Axis(1), CLOSENESS);
        closeness.assign(&self.averaged(call));
        rest.assign(&attended);
        Meanings { rows, before }
    }

    fn averaged<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Array2<f32> {
        let portions = in_portions(texts, |text, ids| self.averaging.split(text, ids));
        in_parallel(&portions, averaging::WIDTH, |portion| self.averaging.pass(&portion.ids, &portion.lengths))
    }
}

/// Takes texts into pieces, as many together as are worked on at once; `split` appends those of one text and tells how many of them
/// are its own.
fn in_portions<'t>(
    texts: impl IntoIterator<Item = &'t str>,
    mut split: impl FnMut(&str, &mut Vec<u32>) -> usize,
) -> Vec<Portion> {
    let mut portions: Vec<Portion> = Vec::new();
    for text in texts {
        if portions.last().is_none_or(|last| last.ids.len() >= AT_ONCE) {
            portions.push(Portion::default());
        }
        if let Some(portion) = portions.last_mut() {
            let from = portion.ids.len();
            portion.own.push(split(text, &mut portion.ids));
            portion.lengths.push(portion.ids.len() - from);
        }
    }
    portions
}

/// Passes portions through a network, shared among the cores: a row for each sentence.
fn in_parallel(portions: &[Portion], width: usize, pass: impl Fn(&Portion) -> Array2<f32> + Send + Sync) -> Array2<f32> {
    let found: Vec<Array2<f32>> = portions.par_iter().map(&pass).collect();
    let mut rows = Array2::zeros((found.iter().map(Array2::nrows).sum(), width));
    let mut left = rows.view_mut();
    for found in found {
        let (mut here, after) = left.split_at(Axis(0), found.nrows());
        here.assign(&found);
        left = after;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Mutex, OnceLock};

    fn encoder() -> &'static Encoder {
        static ENCODER: OnceLock<Encoder> = OnceLock::new();
        ENCODER
            .get_or_init(|| Encoder::from_bytes(include_bytes!("../../model/encoder.safetensors")).expect("the encoder is sound"))
    }

    fn far(a: &[f32], b: &[f32]) -> f32 {
        a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
    }

    #[test]
    fn an_utterance_heard_live_means_what_it_means_in_the_whole_call() {
        let long = "and then he said ".repeat(90);
        let mut call = vec!["My mother is in hospital.", "", "Счёт за март уже оплачен?", long.as_str(), "ok 👍"];
        call.extend(["the invoice is in the folder"; 2]);
        let more: Vec<String> = (0..40).map(|i| format!("line {i} of the estimate")).collect();
        call.extend(more.iter().map(String::as_str));
        let whole = encoder().read(call.iter().copied(), &|_| {});
        assert_eq!(whole.len(), call.len());
        let mut before = Before::default();
        for (i, text) in call.iter().enumerate() {
            let heard = encoder().hear(before, text);
            assert!(far(whole.of(i), heard.of(0)) < 1e-3, "{text}");
            before = heard.before;
        }
        let next = |before: Before| encoder().hear(before, "And?").of(0).to_vec();
        assert_eq!(next(before), next(whole.before));
    }

    #[test]
    fn a_short_answer_means_something_else_after_something_else() {
        let after = |said| encoder().read([said, "Twice."], &|_| {}).of(1).to_vec();
        let (ill, paid) = (after("Has your mother been in hospital before?"), after("How often did they pay the invoice?"));
        assert!(far(&ill[..CLOSENESS], &paid) < 1e-6);
        assert!(far(&ill, &paid) > 0.05);
    }

    #[test]
    fn texts_that_mean_the_same_are_close() {
        let meanings = encoder().closeness(["My mother is in hospital", "Мама в больнице", "The invoice has been paid"]);
        let close = |a: usize, b: usize| meanings.of(a).iter().zip(meanings.of(b)).map(|(a, b)| a * b).sum::<f32>();
        assert!(close(0, 1) > close(0, 2) + 0.3, "{} {}", close(0, 1), close(0, 2));
        assert!((close(0, 0) - 1.0).abs() < 1e-4);
    }

    #[test]
    fn the_parts_of_the_work_that_are_told_are_all_of_it() {
        let done = Mutex::new(Vec::new());
        let texts: Vec<String> = (0..60).map(|i| format!("what was said in turn {i}, and some more words of it")).collect();
        encoder().read(texts.iter().map(String::as_str), &|part| done.lock().expect("no panic").push(part));
        let done = done.into_inner().expect("no panic");
        assert!(done.len() > 1);
        assert!((done.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}
