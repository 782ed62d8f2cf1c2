//! The layers of the sentence encoder.

use super::BRANCH;
use ndarray::{Array1, Array2, Axis, Slice};

/// Brings each row to mean 0 and variance 1, then scales and shifts it (Ba et al. 2016).
pub fn normalise(rows: &mut Array2<f32>, (scale, shift): &(Array1<f32>, Array1<f32>), epsilon: f32) {
    for mut row in rows.rows_mut() {
        let count = row.len() as f32;
        let mean = row.sum() / count;
        row -= mean;
        let factor = 1.0 / (row.dot(&row) / count + epsilon).sqrt();
        row *= factor;
        row *= scale;
        row += shift;
    }
}

/// Nothing below zero.
pub fn rectify(rows: &mut Array2<f32>) {
    rows.mapv_inplace(|x| x.max(0.0));
}

/// Two convolutions over neighbouring pieces, each added to its input.
pub struct Branch {
    /// Pieces in the window.
    pub order: usize,
    /// Of these, pieces before the one in question.
    pub left: usize,
    pub first: Array2<f32>,
    pub first_bias: Array1<f32>,
    pub second: Array2<f32>,
    pub second_bias: Array1<f32>,
}

impl Branch {
    pub fn apply(&self, input: &Array2<f32>, lengths: &[usize]) -> Array2<f32> {
        let once = self.convolve(input, lengths, &self.first, &self.first_bias);
        self.convolve(&once, lengths, &self.second, &self.second_bias)
    }

    fn convolve(&self, input: &Array2<f32>, lengths: &[usize], weights: &Array2<f32>, bias: &Array1<f32>) -> Array2<f32> {
        let mut windows = Array2::zeros((input.nrows(), self.order * BRANCH));
        let mut from = 0;
        for &length in lengths {
            // Nothing is seen of the sentences before and after.
            for at in from..from + length {
                for place in 0..self.order {
                    let seen = at + place;
                    if seen >= from + self.left && seen < from + length + self.left {
                        let columns = Slice::from(place * BRANCH..(place + 1) * BRANCH);
                        windows.row_mut(at).slice_axis_mut(Axis(0), columns).assign(&input.row(seen - self.left));
                    }
                }
            }
            from += length;
        }
        let mut out = windows.dot(weights) + bias;
        rectify(&mut out);
        out + input
    }
}
