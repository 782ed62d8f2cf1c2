//! Reader of `CTranslate2` weight files (binary version 6), as far as Whisper in half precision needs.

use super::ModelError;
use std::collections::HashMap;

/// Number that `CTranslate2` gives to half-precision floats.
const FLOAT16: u8 = 4;

/// One tensor in half precision: its shape, and its bytes in row-major order, little endian.
#[derive(Clone, Copy)]
pub(super) struct Halves<'a> {
    /// Rows of `shape[0]`, and so on.
    pub bytes: &'a [u8],
    /// Length of a first-dimension row in bytes.
    pub row_bytes: usize,
    /// First dimension.
    pub rows: usize,
}

impl Halves<'_> {
    /// Rows `from..to` of the first dimension.
    pub fn rows(self, from: usize, to: usize) -> Result<Self, ModelError> {
        let bytes =
            self.bytes.get(from * self.row_bytes..to * self.row_bytes).ok_or(ModelError::Malformed("tensor too short"))?;
        Ok(Self { bytes, rows: to - from, ..self })
    }
}

/// The half-precision tensors of a file by name.
pub(super) struct Weights<'a> {
    tensors: HashMap<&'a str, Halves<'a>>,
}

impl<'a> Weights<'a> {
    /// Reads the table of tensors.
    ///
    /// # Errors
    /// [`ModelError::Malformed`] if the bytes are not such a file or end too early.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let mut at = Cursor { rest: bytes };
        if at.u32()? != 6 {
            return Err(ModelError::Malformed("unexpected version of the weight file"));
        }
        if at.name()? != "WhisperSpec" {
            return Err(ModelError::Malformed("the weights are not Whisper's"));
        }
        let _revision = at.u32()?;
        let mut tensors = HashMap::new();
        for _ in 0..at.u32()? {
            let name = at.name()?;
            let rank = at.take(1)?[0];
            let shape = (0..rank).map(|_| at.u32().map(|n| n as usize)).collect::<Result<Vec<_>, _>>()?;
            let kind = at.take(1)?[0];
            let length = at.u32()? as usize;
            let bytes = at.take(length)?;
            let rows = shape.first().copied().unwrap_or(1).max(1);
            if kind == FLOAT16 {
                tensors.insert(name, Halves { bytes, rows, row_bytes: length / rows });
            }
        }
        Ok(Self { tensors })
    }

    /// The tensor of that name.
    pub fn get(&self, name: &str) -> Result<Halves<'a>, ModelError> {
        self.tensors.get(name).copied().ok_or(ModelError::Malformed("a tensor is missing"))
    }
}

struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (head, rest) = self.rest.split_at_checked(count).ok_or(ModelError::Malformed("the weight file ends too early"))?;
        self.rest = rest;
        Ok(head)
    }

    fn u32(&mut self) -> Result<u32, ModelError> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// A name: its length with the closing zero in two bytes, then its letters.
    fn name(&mut self) -> Result<&'a str, ModelError> {
        let length = self.take(2)?;
        let bytes = self.take(usize::from(u16::from_le_bytes([length[0], length[1]])))?;
        std::str::from_utf8(bytes.strip_suffix(&[0]).unwrap_or(bytes)).map_err(|_| ModelError::Malformed("a name is not text"))
    }
}

#[cfg(test)]
mod tests {
    use super::Weights;

    /// A file with one 2×2 tensor `a`.
    fn small() -> Vec<u8> {
        let mut file = 6_u32.to_le_bytes().to_vec();
        file.extend([12, 0]);
        file.extend(b"WhisperSpec\0");
        file.extend(3_u32.to_le_bytes());
        file.extend(1_u32.to_le_bytes());
        file.extend([2, 0]);
        file.extend(b"a\0");
        file.push(2);
        file.extend(2_u32.to_le_bytes());
        file.extend(2_u32.to_le_bytes());
        file.push(4);
        file.extend(8_u32.to_le_bytes());
        file.extend([1, 2, 3, 4, 5, 6, 7, 8]);
        file
    }

    #[test]
    fn a_tensor_and_its_rows() {
        let file = small();
        let weights = Weights::parse(&file).unwrap();
        let a = weights.get("a").unwrap();
        assert_eq!((a.rows, a.rows(1, 2).unwrap().bytes), (2, &[5, 6, 7, 8][..]));
        assert!(a.rows(1, 3).is_err());
        assert!(weights.get("b").is_err());
    }

    #[test]
    fn every_cut_is_an_error_and_never_a_panic() {
        let file = small();
        for cut in 0..file.len() {
            assert!(Weights::parse(&file[..cut]).is_err(), "cut at {cut}");
        }
    }
}
