//! The network that attends: the first layers of multilingual E5 small (Wang et al. 2024; MIT), a transformer in which every
//! piece of a sentence looks at all others (Vaswani et al. 2017).
//!
//! Its last layers are trained to tell which texts belong together; the middle ones know more of who does what, and that is
//! what [`TAPS`] take.

use super::Pieces;
use super::layers::{Linear, Norm, by_sentence, sums};
use super::weights::{Blocks, Weights};
use crate::model::ModelError;
use crate::net::tanh;
use ndarray::{Array2, ArrayView2, ArrayViewMut2, Axis, Slice};

/// Numbers that a piece has between the layers.
const INNER: usize = 384;
/// After how many layers the pieces of a sentence are averaged.
const TAPS: [usize; 2] = [0, 6];
/// Numbers for a sentence: [`INNER`] for each of [`TAPS`].
pub const WIDTH: usize = TAPS.len() * INNER;
/// The teacher learned with texts marked as questions or as passages; turns of talk are the former.
const PREFIX: &str = "query: ";

/// Turns sentences into [`WIDTH`] numbers.
pub struct Attention {
    pieces: Pieces,
    rows: Blocks,
    /// What the place in the sentence adds to a piece; as many as a sentence may have pieces.
    places: Array2<f32>,
    norm: Norm,
    layers: Vec<Layer>,
    heads: usize,
    epsilon: f32,
}

/// One layer: pieces look at each other, then each is worked on alone.
struct Layer {
    /// What a piece asks, what it answers to, and what it tells.
    ask: Linear,
    join: Linear,
    joined: Norm,
    widen: Linear,
    narrow: Linear,
    narrowed: Norm,
}

impl Attention {
    pub fn read(file: &Weights<'_>) -> Result<Self, ModelError> {
        let layer = |number: usize| -> Result<Layer, ModelError> {
            let name = |part: &str| format!("{number}.{part}");
            Ok(Layer {
                ask: file.linear(&name("ask"), INNER, 3 * INNER)?,
                join: file.linear(&name("join"), INNER, INNER)?,
                joined: file.norm(&name("joined"), INNER)?,
                widen: file.linear(&name("widen"), INNER, 4 * INNER)?,
                narrow: file.linear(&name("narrow"), 4 * INNER, INNER)?,
                narrowed: file.norm(&name("narrowed"), INNER)?,
            })
        };
        let rows = file.blocks("rows", INNER)?;
        let count = TAPS.into_iter().max().unwrap_or_default();
        Ok(Self {
            pieces: file.pieces(rows.len())?,
            rows,
            places: file.plain("places", INNER)?,
            norm: file.norm("norm", INNER)?,
            layers: (0..count).map(layer).collect::<Result<_, _>>()?,
            heads: file.number("heads")? as usize,
            epsilon: file.epsilon()?,
        })
    }

    /// Appends the pieces of a text; of one with more than there are places, the first and the last half.
    pub fn split(&self, text: &str, out: &mut Vec<u32>) {
        self.pieces.split(&format!("{PREFIX}{text}"), self.places.nrows() - 1, out);
    }

    /// One pass through the network for the pieces of a few sentences, one after another.
    pub fn pass(&self, ids: &[u32], lengths: &[usize]) -> Array2<f32> {
        let mut pieces = self.rows.unpack(ids.iter().map(|&id| id as usize));
        let places = lengths.iter().flat_map(|&length| self.places.rows().into_iter().take(length));
        pieces.rows_mut().into_iter().zip(places).for_each(|(mut piece, place)| piece += &place);
        self.norm.apply(&mut pieces, self.epsilon);
        let mut out = Array2::zeros((lengths.len(), WIDTH));
        for done in 0..=self.layers.len() {
            if let Some(tap) = TAPS.iter().position(|&tap| tap == done) {
                let mut means = sums(&pieces, lengths);
                means.rows_mut().into_iter().zip(lengths).for_each(|(mut row, &length)| row /= length.max(1) as f32);
                out.slice_axis_mut(Axis(1), Slice::from(tap * INNER..(tap + 1) * INNER)).assign(&means);
            }
            if let Some(layer) = self.layers.get(done) {
                pieces = layer.apply(&pieces, lengths, self.heads, self.epsilon);
            }
        }
        out
    }
}

impl Layer {
    fn apply(&self, pieces: &Array2<f32>, lengths: &[usize], heads: usize, epsilon: f32) -> Array2<f32> {
        let asked = self.ask.apply(pieces);
        let mut told = Array2::zeros(pieces.raw_dim());
        let mut from = 0;
        for sentence in by_sentence(&asked, lengths) {
            let rows = from..from + sentence.nrows();
            from = rows.end;
            attend(&sentence, heads, &mut told.slice_axis_mut(Axis(0), rows.into()));
        }
        let mut joined = self.join.apply(&told) + pieces;
        self.joined.apply(&mut joined, epsilon);
        let mut wide = self.widen.apply(&joined);
        wide.mapv_inplace(bend);
        let mut out = self.narrow.apply(&wide) + &joined;
        self.narrowed.apply(&mut out, epsilon);
        out
    }
}

/// Each piece of a sentence takes of what all tell, as far as they answer to what it asks; in so many heads side by side.
fn attend(asked: &ArrayView2<'_, f32>, heads: usize, told: &mut ArrayViewMut2<'_, f32>) {
    let width = INNER / heads;
    let part = |kind: usize, head: usize| Slice::from(kind * INNER + head * width..kind * INNER + (head + 1) * width);
    for head in 0..heads {
        let [ask, answer, tell] = [0, 1, 2].map(|kind| asked.slice_axis(Axis(1), part(kind, head)));
        let mut shares = ask.dot(&answer.t()) / (width as f32).sqrt();
        for mut row in shares.rows_mut() {
            let top = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
            row.mapv_inplace(|x| (x - top).exp());
            let all = row.sum();
            row /= all;
        }
        told.slice_axis_mut(Axis(1), part(0, head)).assign(&shares.dot(&tell));
    }
}

/// Gaussian error linear unit, in its form by the hyperbolic tangent (Hendrycks & Gimpel 2016).
fn bend(x: f32) -> f32 {
    0.5 * x * (1.0 + tanh(0.797_884_6 * (x + 0.044_715 * x * x * x)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What all pieces answer to is the same, so each takes the mean of what all tell.
    #[test]
    fn pieces_that_answer_alike_are_heard_alike() {
        let asked = Array2::from_shape_fn((3, 3 * INNER), |(piece, column)| match column / INNER {
            0 => piece as f32,
            1 => 0.5,
            _ => piece as f32 + column as f32 / 1000.0,
        });
        let mut told = Array2::zeros((3, INNER));
        attend(&asked.view(), 12, &mut told.view_mut());
        for ((_, column), value) in told.indexed_iter() {
            let mean = 1.0 + (2 * INNER + column) as f32 / 1000.0;
            assert!((value - mean).abs() < 1e-4, "{column}: {value} {mean}");
        }
    }

    #[test]
    fn the_bend_is_close_to_the_exact_one() {
        // x times the share of a normal distribution below x.
        for (x, exact) in [(-3.0, -0.004_05), (-1.0, -0.158_66), (0.0, 0.0), (0.5, 0.345_73), (1.0, 0.841_34), (4.0, 3.999_87)] {
            assert!((bend(x) - exact).abs() < 1e-3, "{x}: {} {exact}", bend(x));
        }
    }
}
