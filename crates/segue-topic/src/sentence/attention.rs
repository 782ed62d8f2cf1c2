//! The network that attends: the first layers of multilingual E5 small (Wang et al. 2024; MIT), a transformer in which every
//! piece of a sentence looks at all others (Vaswani et al. 2017).
//!
//! Its last layers are trained to tell which texts belong together; the middle ones know more of who does what, and that is
//! what [`TAPS`] take.

use super::layers::{Norm, by_sentence};
use super::multiply::ByteLinear;
use super::pieces::{BEGIN, END, Pieces};
use super::weights::{Blocks, Weights};
use crate::model::ModelError;
use ndarray::{Array2, ArrayView2, ArrayViewMut2, Axis, Slice};
use rten_simd::{SimdOp, SimdUnaryOp};
use rten_vecmath::{Gelu, Softmax};

/// Numbers that a piece has between the layers.
const INNER: usize = 384;
/// After how many layers the pieces of a sentence are averaged.
const TAPS: [usize; 2] = [0, 6];
/// Numbers for a sentence: [`INNER`] for each of [`TAPS`].
pub const WIDTH: usize = TAPS.len() * INNER;
/// The teacher learned with texts marked as questions or as passages; turns of talk are the former.
const PREFIX: &str = "query:";
/// Pieces of what was said before that are read along.
const BEFORE: usize = 32;

/// What was said right before a sentence, as the last pieces of it: enough to tell what a short answer answers.
#[derive(Clone, Default)]
pub struct Before(Vec<u32>);

/// Turns sentences into [`WIDTH`] numbers.
pub struct Attention {
    pieces: Pieces,
    /// The pieces of [`PREFIX`].
    prefix: Vec<u32>,
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
    ask: ByteLinear,
    join: ByteLinear,
    joined: Norm,
    widen: ByteLinear,
    narrow: ByteLinear,
    narrowed: Norm,
}

impl Attention {
    pub fn read(file: &Weights<'_>) -> Result<Self, ModelError> {
        let layer = |number: usize| -> Result<Layer, ModelError> {
            let name = |part: &str| format!("{number}.{part}");
            Ok(Layer {
                ask: file.byte_linear(&name("ask"), INNER, 3 * INNER)?,
                join: file.byte_linear(&name("join"), INNER, INNER)?,
                joined: file.norm(&name("joined"), INNER)?,
                widen: file.byte_linear(&name("widen"), INNER, 4 * INNER)?,
                narrow: file.byte_linear(&name("narrow"), 4 * INNER, INNER)?,
                narrowed: file.norm(&name("narrowed"), INNER)?,
            })
        };
        let rows = file.blocks("rows", INNER)?;
        let count = TAPS.into_iter().max().unwrap_or_default();
        let (pieces, mut prefix) = (file.pieces(rows.len())?, Vec::new());
        pieces.split(PREFIX, BEFORE, &mut prefix);
        Ok(Self {
            pieces,
            prefix,
            rows,
            places: file.plain("places", INNER)?,
            norm: file.norm("norm", INNER)?,
            layers: (0..count).map(layer).collect::<Result<_, _>>()?,
            heads: file.number("heads")? as usize,
            epsilon: file.epsilon()?,
        })
    }

    /// Appends the pieces of a text, with its end; of one with more than there are places, the first and the last half.
    fn split(&self, text: &str, out: &mut Vec<u32>) {
        let around = BEFORE + self.prefix.len() + 2;
        self.pieces.split(text, self.places.nrows() - around, out);
        out.push(END);
    }

    /// Takes a text into pieces to be read after what was said before it, and remembers it as said. Appended to `out` are the
    /// marks of beginning, what was said before, and the text; returned how many of these are the text's own, the last.
    pub fn follow(&self, before: &mut Before, text: &str, out: &mut Vec<u32>) -> usize {
        out.push(BEGIN);
        out.extend_from_slice(&self.prefix);
        out.extend_from_slice(&before.0);
        let from = out.len();
        self.split(text, out);
        before.0.extend_from_slice(&out[from..]);
        let gone = before.0.len().saturating_sub(BEFORE);
        before.0.drain(..gone);
        out.len() - from
    }

    /// One pass through the network for the pieces of a few sentences, one after another; of each the last pieces are its own.
    pub fn pass(&self, ids: &[u32], lengths: &[usize], own: &[usize]) -> Array2<f32> {
        let mut pieces = self.rows.unpack(ids.iter().map(|&id| id as usize));
        let places = lengths.iter().flat_map(|&length| self.places.rows().into_iter().take(length));
        pieces.rows_mut().into_iter().zip(places).for_each(|(mut piece, place)| piece += &place);
        self.norm.apply(&mut pieces, self.epsilon);
        let mut out = Array2::zeros((lengths.len(), WIDTH));
        for done in 0..=self.layers.len() {
            if let Some(tap) = TAPS.iter().position(|&tap| tap == done) {
                for ((pieces, &own), mut row) in by_sentence(&pieces, lengths).zip(own).zip(out.rows_mut()) {
                    let mean = pieces.slice_axis(Axis(0), Slice::from(pieces.nrows() - own..)).mean_axis(Axis(0));
                    let columns = Slice::from(tap * INNER..(tap + 1) * INNER);
                    row.slice_axis_mut(Axis(0), columns).assign(&mean.unwrap_or_default());
                }
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
        Gelu {}.map_mut(wide.as_slice_mut().unwrap_or_default());
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
        for row in shares.rows_mut() {
            Softmax::new_mut(row.into_slice().unwrap_or_default()).dispatch();
        }
        told.slice_axis_mut(Axis(1), part(0, head)).assign(&shares.dot(&tell));
    }
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
}
