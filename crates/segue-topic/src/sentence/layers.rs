//! Layers that the networks of the sentence encoder are made of.

use super::multiply::Floats;
use ndarray::{Array1, Array2, ArrayView2, Axis, Slice};

/// Brings each row to mean 0 and variance 1, then scales and shifts it (Ba et al. 2016).
pub struct Norm {
    pub scale: Array1<f32>,
    pub shift: Array1<f32>,
}

impl Norm {
    pub fn apply(&self, rows: &mut Array2<f32>, epsilon: f32) {
        for mut row in rows.rows_mut() {
            let count = row.len() as f32;
            let mean = row.sum() / count;
            row -= mean;
            let factor = 1.0 / (row.dot(&row) / count + epsilon).sqrt();
            row *= factor;
            row *= &self.scale;
            row += &self.shift;
        }
    }
}

/// Nothing below zero.
pub fn rectify(rows: &mut Array2<f32>) {
    rows.mapv_inplace(|x| x.max(0.0));
}

/// For each sentence the rows of its pieces, which stand one after another.
pub fn by_sentence<'a>(rows: &'a Array2<f32>, lengths: &'a [usize]) -> impl Iterator<Item = ArrayView2<'a, f32>> {
    let mut from = 0;
    lengths.iter().map(move |&length| {
        from += length;
        rows.slice_axis(Axis(0), Slice::from(from - length..from))
    })
}

/// For each sentence the sum of the rows of its pieces.
pub fn sums(rows: &Array2<f32>, lengths: &[usize]) -> Array2<f32> {
    let mut sums = Array2::zeros((lengths.len(), rows.ncols()));
    for (mut sum, pieces) in sums.rows_mut().into_iter().zip(by_sentence(rows, lengths)) {
        sum.assign(&pieces.sum_axis(Axis(0)));
    }
    sums
}

/// Two convolutions over neighbouring pieces, each added to its input.
pub struct Branch {
    /// Pieces in the window.
    pub order: usize,
    /// Of these, pieces before the one in question.
    pub left: usize,
    pub first: Linear,
    pub second: Linear,
}

impl Branch {
    pub fn apply(&self, input: &Array2<f32>, lengths: &[usize]) -> Array2<f32> {
        let once = self.convolve(input, lengths, &self.first);
        self.convolve(&once, lengths, &self.second)
    }

    fn convolve(&self, input: &Array2<f32>, lengths: &[usize], layer: &Linear) -> Array2<f32> {
        let width = input.ncols();
        let mut windows = Array2::zeros((input.nrows(), self.order * width));
        let mut from = 0;
        for &length in lengths {
            // Nothing is seen of the sentences before and after.
            for at in from..from + length {
                for place in 0..self.order {
                    let seen = at + place;
                    if seen >= from + self.left && seen < from + length + self.left {
                        let columns = Slice::from(place * width..(place + 1) * width);
                        windows.row_mut(at).slice_axis_mut(Axis(0), columns).assign(&input.row(seen - self.left));
                    }
                }
            }
            from += length;
        }
        let mut out = layer.apply(&windows);
        rectify(&mut out);
        out + input
    }
}

/// A layer without a bend: `input · weights + bias`.
pub struct Linear {
    pub weights: Floats,
    pub bias: Array1<f32>,
}

impl Linear {
    pub fn apply(&self, input: &Array2<f32>) -> Array2<f32> {
        self.weights.times(input) + &self.bias
    }
}
