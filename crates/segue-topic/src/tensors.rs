//! A file of tensors with its layout named in it.

use crate::model::ModelError;
use safetensors::{Dtype, SafeTensors};
use std::collections::HashMap;

/// An opened file.
pub(crate) struct TensorFile<'a> {
    file: SafeTensors<'a>,
    about: HashMap<String, String>,
}

impl<'a> TensorFile<'a> {
    /// Opens a file that must have this layout.
    pub fn open(bytes: &'a [u8], format: &'static str) -> Result<Self, ModelError> {
        let (_, metadata) = SafeTensors::read_metadata(bytes)?;
        let about = metadata.metadata().clone().unwrap_or_default();
        match about.get("format") {
            Some(found) if found == format => Ok(Self { file: SafeTensors::deserialize(bytes)?, about }),
            found => Err(ModelError::Format { found: found.cloned().unwrap_or_default(), wanted: format }),
        }
    }

    /// What the file says of itself under a name; empty if nothing.
    pub fn about(&self, name: &str) -> &str {
        self.about.get(name).map_or("", String::as_str)
    }

    /// The same as a number, if it is one.
    pub fn number(&self, name: &str) -> Option<f32> {
        self.about(name).parse().ok()
    }

    /// True if there is such a tensor.
    pub fn has(&self, name: &str) -> bool {
        self.file.tensor(name).is_ok()
    }

    /// Columns of a matrix.
    pub fn columns(&self, name: &str) -> Result<usize, ModelError> {
        Ok(self.file.tensor(name)?.shape().last().copied().unwrap_or_default())
    }

    /// The bytes of a tensor of this kind of numbers.
    pub fn bytes(&self, name: &str, dtype: Dtype) -> Result<&'a [u8], ModelError> {
        let view = self.file.tensor(name)?;
        if view.dtype() == dtype { Ok(view.data()) } else { Err(wrong(name)) }
    }

    /// The numbers of a tensor of 32-bit keys.
    pub fn keys(&self, name: &str) -> Result<Vec<u32>, ModelError> {
        let (numbers, _) = self.bytes(name, Dtype::U32)?.as_chunks();
        Ok(numbers.iter().copied().map(u32::from_le_bytes).collect())
    }

    /// The numbers of a tensor of floats.
    pub fn floats(&self, name: &str) -> Result<Vec<f32>, ModelError> {
        let (numbers, _) = self.bytes(name, Dtype::F32)?.as_chunks();
        Ok(numbers.iter().copied().map(f32::from_le_bytes).collect())
    }

    /// The numbers of a matrix of bytes with a step for each column.
    pub fn stepped(&self, name: &str) -> Result<Vec<f32>, ModelError> {
        let steps = self.floats(&format!("{name}.step"))?;
        if steps.len() != self.columns(name)? {
            return Err(wrong(name));
        }
        Ok(self.small(name)?.zip(steps.iter().cycle()).map(|(number, step)| f32::from(number) * step).collect())
    }

    /// The numbers of a matrix: of bytes with their steps, or of floats.
    pub fn weights(&self, name: &str) -> Result<Vec<f32>, ModelError> {
        if self.file.tensor(name)?.dtype() == Dtype::I8 { self.stepped(name) } else { self.floats(name) }
    }

    /// The numbers of a tensor of signed bytes.
    pub fn small(&self, name: &str) -> Result<impl Iterator<Item = i8> + use<'a>, ModelError> {
        Ok(self.bytes(name, Dtype::I8)?.iter().map(|byte| byte.cast_signed()))
    }
}

/// The tensor is not what it should be.
pub(crate) fn wrong(name: &str) -> ModelError {
    ModelError::Tensor(name.into())
}
