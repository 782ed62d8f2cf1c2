//! The file of the sentence encoder.

use super::layers::{Linear, Norm};
use super::multiply::{ByteLinear, Floats};
use super::pieces::Pieces;
use crate::model::ModelError;
use crate::tensors::{TensorFile, wrong};
use ndarray::{Array1, Array2};
use safetensors::Dtype;
use std::rc::Rc;

/// Version of the layout of the file that this code reads.
const FORMAT: &str = "segue.encoder/2";
/// Numbers of a row that share a step, in [`Blocks`].
const BLOCK: usize = 32;

/// An opened file, or the part of it whose names begin alike.
pub struct Weights<'a> {
    file: Rc<TensorFile<'a>>,
    prefix: &'static str,
}

impl<'a> Weights<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, ModelError> {
        Ok(Self { file: Rc::new(TensorFile::open(bytes, FORMAT)?), prefix: "" })
    }

    /// The part of the file whose names begin so.
    pub fn part(&self, prefix: &'static str) -> Self {
        Self { file: Rc::clone(&self.file), prefix }
    }

    fn name(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// A number that the file tells of itself.
    pub fn number(&self, name: &str) -> Result<f32, ModelError> {
        let name = self.name(name);
        self.file.number(&name).ok_or_else(|| wrong(&name))
    }

    /// What is added to a variance before its root is taken.
    pub fn epsilon(&self) -> Result<f32, ModelError> {
        self.number("epsilon")
    }

    pub fn vector(&self, name: &str, width: usize) -> Result<Array1<f32>, ModelError> {
        let name = self.name(name);
        let numbers = self.file.floats(&name)?;
        if numbers.len() == width { Ok(numbers.into()) } else { Err(wrong(&name)) }
    }

    pub fn norm(&self, name: &str, width: usize) -> Result<Norm, ModelError> {
        Ok(Norm { scale: self.vector(&format!("{name}.g"), width)?, shift: self.vector(&format!("{name}.b"), width)? })
    }

    /// Columns of a matrix.
    pub fn width(&self, name: &str) -> Result<usize, ModelError> {
        self.file.columns(&self.name(name))
    }

    /// A matrix of bytes with a step for each column.
    pub fn matrix(&self, name: &str, rows: usize, columns: usize) -> Result<Floats, ModelError> {
        let name = self.name(name);
        if self.file.columns(&name)? != columns {
            return Err(wrong(&name));
        }
        let numbers = Array2::from_shape_vec((rows, columns), self.file.stepped(&name)?).map_err(|_| wrong(&name))?;
        Ok(Floats::new(&numbers))
    }

    /// A layer whose matrix is stored by inputs, in bytes with a step for each column.
    pub fn stepped_linear(&self, name: &str, inputs: usize, outputs: usize) -> Result<Linear, ModelError> {
        let weights = self.matrix(&format!("{name}.w"), inputs, outputs)?;
        Ok(Linear { weights, bias: self.vector(&format!("{name}.b"), outputs)? })
    }

    /// A matrix of plain numbers with so many columns.
    pub fn plain(&self, name: &str, columns: usize) -> Result<Array2<f32>, ModelError> {
        let name = self.name(name);
        let numbers = self.file.floats(&name)?;
        Array2::from_shape_vec((numbers.len() / columns, columns), numbers).map_err(|_| wrong(&name))
    }

    pub fn rows(&self, width: usize) -> Result<Rows, ModelError> {
        let (name, step) = (self.name("rows"), self.name("rows.step"));
        let rows = Rows { packed: self.file.bytes(&name, Dtype::U8)?.to_vec(), steps: self.file.floats(&step)?, width };
        if rows.packed.len() == rows.steps.len() * width / 2 { Ok(rows) } else { Err(wrong(&name)) }
    }

    pub fn blocks(&self, name: &str, width: usize) -> Result<Blocks, ModelError> {
        let name = self.name(name);
        let packed = self.file.bytes(&name, Dtype::U8)?.to_vec();
        let (halves, _) = self.file.bytes(&format!("{name}.step"), Dtype::U16)?.as_chunks();
        let steps: Vec<f32> = halves.iter().map(|&half| f32::from_bits(u32::from(u16::from_le_bytes(half)) << 16)).collect();
        let fits =
            width.is_multiple_of(BLOCK) && packed.len().is_multiple_of(width / 2) && steps.len() * BLOCK == packed.len() * 2;
        if fits { Ok(Blocks { packed, steps, width }) } else { Err(wrong(&name)) }
    }

    /// A layer whose matrix is stored by outputs, in blocks.
    pub fn byte_linear(&self, name: &str, inputs: usize, outputs: usize) -> Result<ByteLinear, ModelError> {
        let weights = self.blocks(&format!("{name}.w"), inputs)?.all().reversed_axes();
        let bias = self.vector(&format!("{name}.b"), outputs)?.to_vec();
        if weights.ncols() == outputs { Ok(ByteLinear::new(&weights, bias)) } else { Err(wrong(name)) }
    }

    /// The pieces of words, one for each of so many rows.
    pub fn pieces(&self, rows: usize) -> Result<Pieces, ModelError> {
        let name = self.name("pieces");
        let text = std::str::from_utf8(self.file.bytes(&name, Dtype::U8)?).map_err(|_| wrong(&name))?;
        let scores = self.file.floats(&self.name("scores"))?;
        if text.split('\n').count() != scores.len() || scores.len() != rows {
            return Err(wrong(&name));
        }
        Ok(Pieces::new(text.split('\n').zip(scores), self.number("unknown")?))
    }
}

/// Rows of 4-bit numbers from -8 to 7, two a byte, with a step for each row.
pub struct Rows {
    packed: Vec<u8>,
    steps: Vec<f32>,
    width: usize,
}

impl Rows {
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Some rows as numbers.
    pub fn unpack(&self, which: &[u32]) -> Array2<f32> {
        let mut out = Vec::with_capacity(which.len() * self.width);
        for &row in which {
            let row = row as usize;
            let step = self.steps[row];
            for &byte in &self.packed[row * self.width / 2..(row + 1) * self.width / 2] {
                out.push((f32::from(byte & 15) - 8.0) * step);
                out.push((f32::from(byte >> 4) - 8.0) * step);
            }
        }
        Array2::from_shape_vec((which.len(), self.width), out).unwrap_or_default()
    }
}

/// Rows of 4-bit numbers from -8 to 7 with a step for each [`BLOCK`] of a row; a byte holds one number of the first half of
/// its block and one of the second.
pub struct Blocks {
    packed: Vec<u8>,
    steps: Vec<f32>,
    width: usize,
}

impl Blocks {
    pub fn len(&self) -> usize {
        self.packed.len() * 2 / self.width
    }

    /// Some rows as numbers.
    pub fn unpack(&self, which: impl ExactSizeIterator<Item = usize>) -> Array2<f32> {
        let mut out = Array2::zeros((which.len(), self.width));
        for (row, mut into) in which.zip(out.rows_mut()) {
            let packed = &self.packed[row * self.width / 2..(row + 1) * self.width / 2];
            let steps = &self.steps[row * self.width / BLOCK..(row + 1) * self.width / BLOCK];
            let blocks = into.as_slice_mut().unwrap_or_default().chunks_exact_mut(BLOCK);
            for ((block, bytes), step) in blocks.zip(packed.chunks_exact(BLOCK / 2)).zip(steps) {
                let (first, second) = block.split_at_mut(BLOCK / 2);
                for ((a, b), &byte) in first.iter_mut().zip(second).zip(bytes) {
                    *a = (f32::from(byte & 15) - 8.0) * step;
                    *b = (f32::from(byte >> 4) - 8.0) * step;
                }
            }
        }
        out
    }

    fn all(&self) -> Array2<f32> {
        self.unpack(0..self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_blocks_is_taken_apart_by_halves() {
        // Two rows of one block each: the lower halves of the bytes are the first sixteen numbers.
        let packed: Vec<u8> = (0..BLOCK / 2).map(|i| i as u8 | 0x80).chain([0x0f; BLOCK / 2]).collect();
        let blocks = Blocks { packed, steps: vec![0.5, 2.0], width: BLOCK };
        assert_eq!(blocks.len(), 2);
        let rows = blocks.unpack([1, 0].into_iter());
        assert_eq!(rows.row(0).to_vec(), [[14.0; BLOCK / 2], [-16.0; BLOCK / 2]].concat());
        let first: Vec<f32> = (0..16_u8).map(|i| (f32::from(i) - 8.0) / 2.0).collect();
        assert_eq!(rows.row(1).to_vec(), [first, vec![0.0; BLOCK / 2]].concat());
    }
}
