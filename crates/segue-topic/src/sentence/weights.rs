//! The file of the sentence encoder.

use super::pieces::Pieces;
use crate::model::ModelError;
use crate::tensors::{TensorFile, wrong};
use ndarray::{Array1, Array2};
use safetensors::Dtype;

/// Version of the layout of the file that this code reads.
const FORMAT: &str = "segue.encoder/1";

/// An opened file.
pub struct Weights<'a> {
    file: TensorFile<'a>,
}

impl<'a> Weights<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, ModelError> {
        Ok(Self { file: TensorFile::open(bytes, FORMAT)? })
    }

    pub fn epsilon(&self) -> f32 {
        self.file.number("epsilon").unwrap_or(1e-6)
    }

    pub fn vector(&self, name: &str, width: usize) -> Result<Array1<f32>, ModelError> {
        let numbers = self.file.floats(name)?;
        if numbers.len() == width { Ok(numbers.into()) } else { Err(wrong(name)) }
    }

    /// Columns of a matrix.
    pub fn width(&self, name: &str) -> Result<usize, ModelError> {
        self.file.columns(name)
    }

    /// A matrix of bytes with a step for each column.
    pub fn matrix(&self, name: &str, rows: usize, columns: usize) -> Result<Array2<f32>, ModelError> {
        if self.width(name)? != columns {
            return Err(wrong(name));
        }
        Array2::from_shape_vec((rows, columns), self.file.stepped(name)?).map_err(|_| wrong(name))
    }

    pub fn rows(&self, width: usize) -> Result<Rows, ModelError> {
        let rows = Rows { packed: self.file.bytes("rows", Dtype::U8)?.to_vec(), steps: self.file.floats("rows.step")?, width };
        if rows.packed.len() == rows.steps.len() * width / 2 { Ok(rows) } else { Err(wrong("rows")) }
    }

    pub fn pieces(&self) -> Result<Pieces, ModelError> {
        let text = std::str::from_utf8(self.file.bytes("pieces", Dtype::U8)?).map_err(|_| wrong("pieces"))?;
        let scores = self.file.floats("scores")?;
        if text.split('\n').count() != scores.len() || scores.len() != self.file.floats("rows.step")?.len() {
            return Err(wrong("pieces"));
        }
        Ok(Pieces::new(text.split('\n').zip(scores), self.file.number("unknown").unwrap_or(-30.0)))
    }
}

/// The vectors of the pieces, two numbers a byte, with a step for each row.
pub struct Rows {
    packed: Vec<u8>,
    steps: Vec<f32>,
    width: usize,
}

impl Rows {
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
