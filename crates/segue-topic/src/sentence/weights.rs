//! The file of the sentence encoder.

use super::pieces::Pieces;
use ndarray::{Array1, Array2};
use safetensors::{Dtype, SafeTensors};
use std::collections::HashMap;

/// Version of the layout of the file that this code reads.
const FORMAT: &str = "segue.encoder/1";

/// Why an encoder file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum EncoderError {
    /// Not a safetensors file.
    #[error("the encoder file cannot be read: {0}")]
    File(#[from] safetensors::SafeTensorError),
    /// Another layout.
    #[error("the encoder file has layout «{0}», and this program reads «{FORMAT}»")]
    Format(String),
    /// A tensor of a wrong size or kind.
    #[error("the encoder file has a wrong tensor «{0}»")]
    Tensor(String),
}

/// An opened file.
pub struct Weights<'a> {
    file: SafeTensors<'a>,
    about: HashMap<String, String>,
}

impl<'a> Weights<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, EncoderError> {
        let (_, metadata) = SafeTensors::read_metadata(bytes)?;
        let about = metadata.metadata().clone().unwrap_or_default();
        let format = about.get("format").cloned().unwrap_or_default();
        if format != FORMAT {
            return Err(EncoderError::Format(format));
        }
        Ok(Self { file: SafeTensors::deserialize(bytes)?, about })
    }

    fn number(&self, name: &str, otherwise: f32) -> f32 {
        self.about.get(name).and_then(|text| text.parse().ok()).unwrap_or(otherwise)
    }

    pub fn epsilon(&self) -> f32 {
        self.number("epsilon", 1e-6)
    }

    fn bytes(&self, name: &str, dtype: Dtype) -> Result<&'a [u8], EncoderError> {
        let view = self.file.tensor(name)?;
        if view.dtype() == dtype { Ok(view.data()) } else { Err(EncoderError::Tensor(name.into())) }
    }

    fn floats(&self, name: &str) -> Result<Vec<f32>, EncoderError> {
        let (numbers, _) = self.bytes(name, Dtype::F32)?.as_chunks();
        Ok(numbers.iter().copied().map(f32::from_le_bytes).collect())
    }

    pub fn vector(&self, name: &str, width: usize) -> Result<Array1<f32>, EncoderError> {
        let numbers = self.floats(name)?;
        if numbers.len() == width { Ok(numbers.into()) } else { Err(EncoderError::Tensor(name.into())) }
    }

    /// Columns of a matrix.
    pub fn width(&self, name: &str) -> Result<usize, EncoderError> {
        Ok(self.file.tensor(name)?.shape().last().copied().unwrap_or_default())
    }

    /// A matrix of bytes with a step for each column.
    pub fn matrix(&self, name: &str, rows: usize, columns: usize) -> Result<Array2<f32>, EncoderError> {
        let steps = self.vector(&format!("{name}.step"), columns)?;
        let bytes = self.bytes(name, Dtype::I8)?;
        let numbers = bytes.iter().enumerate().map(|(at, &b)| f32::from(b.cast_signed()) * steps[at % columns]).collect();
        Array2::from_shape_vec((rows, columns), numbers).map_err(|_| EncoderError::Tensor(name.into()))
    }

    pub fn rows(&self, width: usize) -> Result<Rows, EncoderError> {
        let rows = Rows { packed: self.bytes("rows", Dtype::U8)?.to_vec(), steps: self.floats("rows.step")?, width };
        if rows.packed.len() == rows.steps.len() * width / 2 { Ok(rows) } else { Err(EncoderError::Tensor("rows".into())) }
    }

    pub fn pieces(&self) -> Result<Pieces, EncoderError> {
        let wrong = || EncoderError::Tensor("pieces".into());
        let text = std::str::from_utf8(self.bytes("pieces", Dtype::U8)?).map_err(|_| wrong())?;
        let scores = self.floats("scores")?;
        if text.split('\n').count() != scores.len() || scores.len() != self.floats("rows.step")?.len() {
            return Err(wrong());
        }
        Ok(Pieces::new(text.split('\n').zip(scores), self.number("unknown", -30.0)))
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
