//! The network that averages: a deep averaging network over convolutions of two, three and five pieces of words, the
//! Universal Sentence Encoder, multilingual, version 3 (Yang et al. 2020; Apache-2.0).

use super::layers::{Branch, Linear, Norm, rectify, sums};
use super::multiply::Floats;
use super::pieces::{BEGIN, END, Pieces};
use super::weights::{Rows, Weights};
use crate::model::ModelError;
use ndarray::{Array1, Array2, Axis, Slice};
use std::collections::HashMap;

const COLUMNS: Axis = Axis(1);

/// Numbers in a vector.
pub const WIDTH: usize = 512;
/// Numbers that each branch of convolutions has for a piece.
const BRANCH: usize = 256;
/// Pieces of one utterance that are looked at; of more, the first and the last half.
const LONGEST: usize = 160;

/// Turns sentences into vectors of [`WIDTH`] numbers and length 1.
pub struct Averaging {
    pieces: Pieces,
    rows: Rows,
    project: Linear,
    norm: Norm,
    branches: [Branch; 3],
    merge: Norm,
    mean: Floats,
    mean_bias: Array1<f32>,
    deep: [Floats; 4],
    past: [Floats; 2],
    epsilon: f32,
}

impl Averaging {
    pub fn read(file: &Weights<'_>) -> Result<Self, ModelError> {
        let branch = |order: usize, left: usize| -> Result<Branch, ModelError> {
            let layer = |name: &str| file.stepped_linear(&format!("{name}{order}"), order * BRANCH, BRANCH);
            Ok(Branch { order, left, first: layer("first")?, second: layer("second")? })
        };
        let deep = file.width("d0")?;
        let rows = file.rows(WIDTH)?;
        Ok(Self {
            pieces: file.pieces(rows.len())?,
            rows,
            project: file.stepped_linear("proj", WIDTH, 3 * BRANCH)?,
            norm: file.norm("norm", 3 * BRANCH)?,
            branches: [branch(2, 0)?, branch(3, 1)?, branch(5, 2)?],
            merge: file.norm("merge", WIDTH + 3 * BRANCH)?,
            mean: file.matrix("mean.w", WIDTH + 3 * BRANCH, WIDTH)?,
            mean_bias: file.vector("mean.b", WIDTH)?,
            deep: [
                file.matrix("d0", WIDTH, deep)?,
                file.matrix("d1", deep, deep)?,
                file.matrix("d2", deep, WIDTH)?,
                file.matrix("d3", WIDTH, WIDTH)?,
            ],
            past: [file.matrix("p1", WIDTH, deep)?, file.matrix("p3", deep, WIDTH)?],
            epsilon: file.epsilon()?,
        })
    }

    /// Appends the pieces of a text, between the marks of its beginning and end, and tells how many.
    pub fn split(&self, text: &str, out: &mut Vec<u32>) -> usize {
        let from = out.len();
        out.push(BEGIN);
        self.pieces.split(text, LONGEST, out);
        out.push(END);
        out.len() - from
    }

    /// One pass through the network for the pieces of a few sentences, one after another.
    pub fn pass(&self, ids: &[u32], lengths: &[usize]) -> Array2<f32> {
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
        let mut projected = self.project.apply(&rows);
        self.norm.apply(&mut projected, self.epsilon);

        let mut features = Array2::zeros((ids.len(), WIDTH + 3 * BRANCH));
        features.slice_axis_mut(COLUMNS, Slice::from(..WIDTH)).assign(&rows.select(Axis(0), &row_of));
        for (number, branch) in self.branches.iter().enumerate() {
            let from = number * BRANCH;
            let input = projected.slice_axis(COLUMNS, Slice::from(from..from + BRANCH)).select(Axis(0), &row_of);
            let output = branch.apply(&input, lengths);
            let columns = Slice::from(WIDTH + from..WIDTH + from + BRANCH);
            features.slice_axis_mut(COLUMNS, columns).assign(&output);
        }
        self.merge.apply(&mut features, self.epsilon);
        self.average(&features, lengths)
    }

    /// From the pieces of a sentence to the sentence.
    fn average(&self, features: &Array2<f32>, lengths: &[usize]) -> Array2<f32> {
        let mut mean = self.mean.times(&sums(features, lengths));
        for (mut row, &length) in mean.rows_mut().into_iter().zip(lengths) {
            let count = length.max(1) as f32;
            row.scaled_add(count, &self.mean_bias);
            row /= count.sqrt();
        }
        let mut first = self.deep[0].times(&mean);
        rectify(&mut first);
        let mut second = self.past[0].times(&mean) + self.deep[1].times(&first);
        rectify(&mut second);
        let mut third = self.deep[2].times(&second);
        rectify(&mut third);
        let mut out = self.past[1].times(&second) + self.deep[3].times(&third);
        out.mapv_inplace(f32::tanh);
        for mut row in out.rows_mut() {
            let length = row.dot(&row).max(self.epsilon).sqrt();
            row /= length;
        }
        out
    }
}
