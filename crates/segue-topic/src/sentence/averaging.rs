//! The sentence encoder: the words of one utterance, in their order, as one vector.
//!
//! A deep averaging network over convolutions of two, three and five pieces of words: the Universal
//! Sentence Encoder, multilingual, version 3 (Yang et al. 2020; Apache-2.0), cut down to the pieces
//! that English and Russian are made of. `training/encoder.py` makes its file.

mod layers;
mod pieces;
mod weights;

use crate::model::ModelError;
use layers::{Branch, normalise, rectify};
use ndarray::{Array1, Array2, Axis, Slice};
use pieces::Pieces;
use std::collections::HashMap;
use weights::{Rows, Weights};

const COLUMNS: Axis = Axis(1);

/// Numbers in a vector.
pub const WIDTH: usize = 512;
/// Numbers that each branch of convolutions has for a piece.
const BRANCH: usize = 256;
/// Pieces that are worked on at once; so many fit into the cache of a core.
const AT_ONCE: usize = 512;
/// Pieces of one utterance that are looked at; of more, the first and the last half.
const LONGEST: usize = 160;
/// Sentences from which threads are worth their start.
const MANY: usize = 32;

/// Turns sentences into vectors of [`WIDTH`] numbers and length 1.
pub struct Encoder {
    pieces: Pieces,
    rows: Rows,
    project: Array2<f32>,
    project_bias: Array1<f32>,
    norm: (Array1<f32>, Array1<f32>),
    branches: [Branch; 3],
    merge: (Array1<f32>, Array1<f32>),
    mean: Array2<f32>,
    mean_bias: Array1<f32>,
    deep: [Array2<f32>; 4],
    past: [Array2<f32>; 2],
    epsilon: f32,
}

/// Vectors of the texts of one call.
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

    /// The vector of a text.
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
        let branch = |order: usize, left: usize| -> Result<Branch, ModelError> {
            let (first, second) = (format!("first{order}"), format!("second{order}"));
            Ok(Branch {
                order,
                left,
                first: file.matrix(&format!("{first}.w"), order * BRANCH, BRANCH)?,
                first_bias: file.vector(&format!("{first}.b"), BRANCH)?,
                second: file.matrix(&format!("{second}.w"), order * BRANCH, BRANCH)?,
                second_bias: file.vector(&format!("{second}.b"), BRANCH)?,
            })
        };
        let deep = file.width("d0")?;
        Ok(Self {
            rows: file.rows(WIDTH)?,
            pieces: file.pieces()?,
            project: file.matrix("proj.w", WIDTH, 3 * BRANCH)?,
            project_bias: file.vector("proj.b", 3 * BRANCH)?,
            norm: (file.vector("norm.g", 3 * BRANCH)?, file.vector("norm.b", 3 * BRANCH)?),
            branches: [branch(2, 0)?, branch(3, 1)?, branch(5, 2)?],
            merge: (file.vector("merge.g", WIDTH + 3 * BRANCH)?, file.vector("merge.b", WIDTH + 3 * BRANCH)?),
            mean: file.matrix("mean.w", WIDTH + 3 * BRANCH, WIDTH)?,
            mean_bias: file.vector("mean.b", WIDTH)?,
            deep: [
                file.matrix("d0", WIDTH, deep)?,
                file.matrix("d1", deep, deep)?,
                file.matrix("d2", deep, WIDTH)?,
                file.matrix("d3", WIDTH, WIDTH)?,
            ],
            past: [file.matrix("p1", WIDTH, deep)?, file.matrix("p3", deep, WIDTH)?],
            epsilon: file.epsilon(),
        })
    }

    /// The vectors of some texts; a text that comes twice is read once. More than a few are shared
    /// among the cores.
    pub fn read<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Meanings {
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
        Meanings { rows: self.vectors(&different), row_of }
    }

    fn vectors(&self, texts: &[&str]) -> Array2<f32> {
        let cores = if texts.len() < MANY { 1 } else { std::thread::available_parallelism().map_or(1, usize::from) };
        let share = texts.len().div_ceil(cores).max(1);
        let mut out = Array2::zeros((texts.len(), WIDTH));
        std::thread::scope(|scope| {
            for (part, mut into) in texts.chunks(share).zip(out.axis_chunks_iter_mut(Axis(0), share)) {
                let mut work = move || into.assign(&self.encode(part));
                if cores == 1 {
                    work();
                } else {
                    scope.spawn(work);
                }
            }
        });
        out
    }

    /// The vectors of some texts on this thread.
    fn encode(&self, texts: &[&str]) -> Array2<f32> {
        let mut out = Array2::zeros((texts.len(), WIDTH));
        let (mut ids, mut lengths, mut from) = (Vec::new(), Vec::new(), 0);
        for (index, text) in texts.iter().enumerate() {
            let before = ids.len();
            self.pieces.split(text, LONGEST, &mut ids);
            lengths.push(ids.len() - before);
            if ids.len() >= AT_ONCE || index + 1 == texts.len() {
                out.slice_axis_mut(Axis(0), Slice::from(from..=index)).assign(&self.pass(&ids, &lengths));
                ids.clear();
                lengths.clear();
                from = index + 1;
            }
        }
        out
    }

    /// One pass through the network for the pieces of a few sentences, one after another.
    fn pass(&self, ids: &[u32], lengths: &[usize]) -> Array2<f32> {
        // The same piece has the same projection wherever it stands.
        let mut place: HashMap<u32, usize> = HashMap::new();
        let mut different = Vec::new();
        let row_of: Vec<usize> = ids
            .iter()
            .map(|&id| {
                *place.entry(id).or_insert_with(|| {
                    different.push(id);
                    different.len() - 1
                })
            })
            .collect();
        let rows = self.rows.unpack(&different);
        let mut projected = rows.dot(&self.project) + &self.project_bias;
        normalise(&mut projected, &self.norm, self.epsilon);

        let mut features = Array2::zeros((ids.len(), WIDTH + 3 * BRANCH));
        features.slice_axis_mut(COLUMNS, Slice::from(..WIDTH)).assign(&rows.select(Axis(0), &row_of));
        for (number, branch) in self.branches.iter().enumerate() {
            let from = number * BRANCH;
            let input = projected.slice_axis(COLUMNS, Slice::from(from..from + BRANCH)).select(Axis(0), &row_of);
            let output = branch.apply(&input, lengths);
            let columns = Slice::from(WIDTH + from..WIDTH + from + BRANCH);
            features.slice_axis_mut(COLUMNS, columns).assign(&output);
        }
        normalise(&mut features, &self.merge, self.epsilon);
        self.average(&features, lengths)
    }

    /// From the pieces of a sentence to the sentence.
    fn average(&self, features: &Array2<f32>, lengths: &[usize]) -> Array2<f32> {
        let mut sums = Array2::zeros((lengths.len(), features.ncols()));
        let mut from = 0;
        for (mut sum, &length) in sums.rows_mut().into_iter().zip(lengths) {
            sum.assign(&features.slice_axis(Axis(0), Slice::from(from..from + length)).sum_axis(Axis(0)));
            from += length;
        }
        let mut mean = sums.dot(&self.mean);
        for (mut row, &length) in mean.rows_mut().into_iter().zip(lengths) {
            let count = length.max(1) as f32;
            row.scaled_add(count, &self.mean_bias);
            row /= count.sqrt();
        }
        let mut first = mean.dot(&self.deep[0]);
        rectify(&mut first);
        let mut second = mean.dot(&self.past[0]) + first.dot(&self.deep[1]);
        rectify(&mut second);
        let mut third = second.dot(&self.deep[2]);
        rectify(&mut third);
        let mut out = second.dot(&self.past[1]) + third.dot(&self.deep[3]);
        out.mapv_inplace(f32::tanh);
        for mut row in out.rows_mut() {
            let length = row.dot(&row).max(self.epsilon).sqrt();
            row /= length;
        }
        out
    }
}
