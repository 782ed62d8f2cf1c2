//! The sentence encoder: the words of one utterance, in their order, as numbers.
//!
//! Two networks read it, each cut down to the pieces of words that English and Russian are made of. One averages over
//! what neighbouring pieces say ([`averaging`]); its vectors of length 1 are also what tells how close two texts are. The
//! other lets every piece attend to all others ([`attention`]). `training/encoder.py` makes their file.

mod attention;
mod averaging;
mod layers;
mod pieces;
mod weights;

use crate::model::ModelError;
use attention::Attention;
use averaging::Averaging;
use ndarray::{Array2, ArrayViewMut2, Axis, Slice};
use pieces::Pieces;
use std::collections::HashMap;
use weights::Weights;

/// The first numbers of a meaning: a vector of length 1, close to those of texts that mean the same.
pub const CLOSENESS: usize = averaging::WIDTH;
/// Numbers of a meaning.
pub const WIDTH: usize = CLOSENESS + attention::WIDTH;
/// Pieces that are worked on at once; so many fit into the cache of a core.
const AT_ONCE: usize = 512;
/// Sentences from which threads are worth their start.
const MANY: usize = 16;

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
    /// One row a different text.
    rows: Array2<f32>,
    /// Which row belongs to which text.
    row_of: Vec<usize>,
}

impl Meanings {
    /// How many texts.
    pub fn len(&self) -> usize {
        self.row_of.len()
    }

    /// True without texts.
    pub fn is_empty(&self) -> bool {
        self.row_of.is_empty()
    }

    /// The numbers of a text.
    ///
    /// # Panics
    /// If there are not so many texts.
    pub fn of(&self, text: usize) -> &[f32] {
        let row = self.row_of[text] * WIDTH;
        &self.rows.as_slice().unwrap_or_default()[row..row + WIDTH]
    }
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

    /// What some texts mean.
    pub fn read<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Meanings {
        self.read_watched(texts, &|_| {})
    }

    /// What some texts mean; a text that comes twice is read once. More than a few are shared among the cores. `done` is told, from
    /// any of them, how large a part of the work has just been done; all parts are 1.
    pub fn read_watched<'t>(&self, texts: impl IntoIterator<Item = &'t str>, done: Progress<'_>) -> Meanings {
        let mut first: HashMap<&str, usize> = HashMap::new();
        let mut different = Vec::new();
        let row_of = texts
            .into_iter()
            .map(|text| {
                *first.entry(text).or_insert_with(|| {
                    different.push(text);
                    different.len() - 1
                })
            })
            .collect();
        Meanings { rows: self.rows(&different, done), row_of }
    }

    fn rows(&self, texts: &[&str], done: Progress<'_>) -> Array2<f32> {
        let letters: usize = texts.iter().map(|text| text.len()).sum();
        let part = |texts: &[&str]| done(texts.iter().map(|text| text.len()).sum::<usize>() as f64 / letters.max(1) as f64);
        let cores = if texts.len() < MANY { 1 } else { std::thread::available_parallelism().map_or(1, usize::from) };
        let share = texts.len().div_ceil(cores).max(1);
        let mut out = Array2::zeros((texts.len(), WIDTH));
        std::thread::scope(|scope| {
            for (texts, into) in texts.chunks(share).zip(out.axis_chunks_iter_mut(Axis(0), share)) {
                let work = move || self.encode(texts, into, &part);
                if cores == 1 {
                    work();
                } else {
                    scope.spawn(work);
                }
            }
        });
        out
    }

    /// What some texts mean, on this thread.
    fn encode(&self, texts: &[&str], out: ArrayViewMut2<'_, f32>, done: &impl Fn(&[&str])) {
        let (averaged, attended) = out.split_at(Axis(1), CLOSENESS);
        let Self { averaging, attention } = self;
        in_portions(
            texts,
            |text, ids| averaging.split(text, ids),
            |ids, lengths| averaging.pass(ids, lengths),
            averaged,
            &|_| {},
        );
        // Nearly all of the work.
        in_portions(texts, |text, ids| attention.split(text, ids), |ids, lengths| attention.pass(ids, lengths), attended, done);
    }
}

/// Passes texts through a network, as many at once as fit: `split` takes one into pieces, `pass` gives a row for each of the
/// sentences whose pieces stand one after another.
fn in_portions(
    texts: &[&str],
    split: impl Fn(&str, &mut Vec<u32>),
    pass: impl Fn(&[u32], &[usize]) -> Array2<f32>,
    mut out: ArrayViewMut2<'_, f32>,
    done: &impl Fn(&[&str]),
) {
    let (mut ids, mut lengths, mut from) = (Vec::new(), Vec::new(), 0);
    for (index, text) in texts.iter().enumerate() {
        let before = ids.len();
        split(text, &mut ids);
        lengths.push(ids.len() - before);
        if ids.len() >= AT_ONCE || index + 1 == texts.len() {
            out.slice_axis_mut(Axis(0), Slice::from(from..=index)).assign(&pass(&ids, &lengths));
            ids.clear();
            lengths.clear();
            done(&texts[from..=index]);
            from = index + 1;
        }
    }
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

    fn closeness(a: &[f32], b: &[f32]) -> f32 {
        a[..CLOSENESS].iter().zip(b).map(|(a, b)| a * b).sum()
    }

    #[test]
    fn what_a_text_means_does_not_depend_on_what_is_read_beside_it() {
        let long = "and then he said ".repeat(90);
        let mut texts = vec!["My mother is in hospital.", "", "Счёт за март уже оплачен?", long.as_str(), "ok 👍"];
        texts.extend(["the invoice is in the folder"; 2]);
        let more: Vec<String> = (0..MANY).map(|i| format!("line {i} of the estimate")).collect();
        texts.extend(more.iter().map(String::as_str));
        let together = encoder().read(texts.iter().copied());
        for (i, text) in texts.iter().enumerate() {
            let alone = encoder().read([*text]);
            let far = together.of(i).iter().zip(alone.of(0)).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(far < 1e-3, "{text}: {far}");
        }
    }

    #[test]
    fn texts_that_mean_the_same_are_close() {
        let meanings = encoder().read(["My mother is in hospital", "Мама в больнице", "The invoice has been paid"]);
        let (same, other) = (closeness(meanings.of(0), meanings.of(1)), closeness(meanings.of(0), meanings.of(2)));
        assert!(same > other + 0.3, "{same} {other}");
        assert!((closeness(meanings.of(0), meanings.of(0)) - 1.0).abs() < 1e-4);
    }

    #[test]
    fn the_parts_of_the_work_that_are_told_are_all_of_it() {
        let done = Mutex::new(Vec::new());
        let texts: Vec<String> = (0..60).map(|i| format!("what was said in turn {i}, and some more words of it")).collect();
        encoder().read_watched(texts.iter().map(String::as_str), &|part| done.lock().expect("no panic").push(part));
        let done = done.into_inner().expect("no panic");
        assert!(done.len() > 1);
        assert!((done.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}
