//! Writes Whisper base as a ggml file of whisper.cpp, from its `CTranslate2` weights.
//!
//! Same layout as whisper.cpp's own converter: matrices in half precision; biases, norms and
//! positions in single. `CTranslate2` stacks query, key and value into one matrix; here they part.

use super::ModelError;
use super::ctranslate::{Halves, Weights};
use std::io::Write;

/// Shape of Whisper base.
const VOCABULARY: u32 = 51_865;
const AUDIO_CONTEXT: u32 = 1_500;
const WIDTH: u32 = 512;
const HEADS: u32 = 8;
const LAYERS: u32 = 6;
const TEXT_CONTEXT: u32 = 448;
const MELS: u32 = 80;
const HALF_PRECISION: u32 = 1;

/// Writes the whole file.
///
/// `filters` are the 80 × 201 mel filters; `tokens` the bytes of the text tokens in order.
///
/// # Errors
/// [`ModelError::Malformed`] if a tensor is missing; [`ModelError::Io`] if writing fails.
pub(super) fn write_base(out: &mut impl Write, weights: &Weights, filters: &[f32], tokens: &[Vec<u8>]) -> Result<(), ModelError> {
    let shape = [VOCABULARY, AUDIO_CONTEXT, WIDTH, HEADS, LAYERS, TEXT_CONTEXT, WIDTH, HEADS, LAYERS, MELS, HALF_PRECISION];
    for number in [0x6767_6d6c].into_iter().chain(shape).chain([MELS, filters.len() as u32 / MELS]) {
        out.write_all(&number.to_le_bytes())?;
    }
    for value in filters {
        out.write_all(&value.to_le_bytes())?;
    }
    out.write_all(&(tokens.len() as u32).to_le_bytes())?;
    for token in tokens {
        out.write_all(&(token.len() as u32).to_le_bytes())?;
        out.write_all(token)?;
    }
    let mut tensors = Tensors { out, weights };
    tensors.encoder()?;
    tensors.decoder()
}

struct Tensors<'a, W> {
    out: &'a mut W,
    weights: &'a Weights<'a>,
}

impl<W: Write> Tensors<'_, W> {
    fn encoder(&mut self) -> Result<(), ModelError> {
        let positions = self.weights.get("encoder/position_encodings/encodings")?;
        self.single("encoder.positional_embedding", positions, &[WIDTH, AUDIO_CONTEXT])?;
        for (layer, inputs) in [(1, MELS), (2, WIDTH)] {
            let (to, from) = (format!("encoder.conv{layer}"), format!("encoder/conv{layer}"));
            self.half(&format!("{to}.weight"), self.weights.get(&format!("{from}/weight"))?, &[3, inputs, WIDTH])?;
            self.single(&format!("{to}.bias"), self.weights.get(&format!("{from}/bias"))?, &[1, WIDTH])?;
        }
        for layer in 0..LAYERS {
            let (to, from) = (format!("encoder.blocks.{layer}"), format!("encoder/layer_{layer}"));
            self.self_attention(&format!("{to}.attn"), &format!("{from}/self_attention"))?;
            self.feed_forward(&to, &from)?;
        }
        self.norm("encoder.ln_post", "encoder/layer_norm")
    }

    fn decoder(&mut self) -> Result<(), ModelError> {
        let positions = self.weights.get("decoder/position_encodings/encodings")?;
        self.single("decoder.positional_embedding", positions, &[WIDTH, TEXT_CONTEXT])?;
        let embeddings = self.weights.get("decoder/embeddings/weight")?;
        self.half("decoder.token_embedding.weight", embeddings, &[WIDTH, VOCABULARY])?;
        for layer in 0..LAYERS {
            let (to, from) = (format!("decoder.blocks.{layer}"), format!("decoder/layer_{layer}"));
            self.self_attention(&format!("{to}.attn"), &format!("{from}/self_attention"))?;
            self.cross_attention(&format!("{to}.cross_attn"), &format!("{from}/attention"))?;
            self.feed_forward(&to, &from)?;
        }
        self.norm("decoder.ln", "decoder/layer_norm")
    }

    /// Rows of the stacked matrix: query, key (whose bias is zero and left out), value.
    fn self_attention(&mut self, to: &str, from: &str) -> Result<(), ModelError> {
        let n = WIDTH as usize;
        let weight = self.weights.get(&format!("{from}/linear_0/weight"))?;
        let bias = self.weights.get(&format!("{from}/linear_0/bias"))?;
        self.linear(&format!("{to}.query"), weight.rows(0, n)?, Some(bias.rows(0, n)?))?;
        self.linear(&format!("{to}.key"), weight.rows(n, 2 * n)?, None)?;
        self.linear(&format!("{to}.value"), weight.rows(2 * n, 3 * n)?, Some(bias.rows(2 * n, 3 * n)?))?;
        self.dense(&format!("{to}.out"), &format!("{from}/linear_1"))?;
        self.norm(&format!("{to}_ln"), &format!("{from}/layer_norm"))
    }

    /// The query stands alone; key and value are stacked.
    fn cross_attention(&mut self, to: &str, from: &str) -> Result<(), ModelError> {
        let n = WIDTH as usize;
        self.dense(&format!("{to}.query"), &format!("{from}/linear_0"))?;
        let weight = self.weights.get(&format!("{from}/linear_1/weight"))?;
        let bias = self.weights.get(&format!("{from}/linear_1/bias"))?;
        self.linear(&format!("{to}.key"), weight.rows(0, n)?, None)?;
        self.linear(&format!("{to}.value"), weight.rows(n, 2 * n)?, Some(bias.rows(n, 2 * n)?))?;
        self.dense(&format!("{to}.out"), &format!("{from}/linear_2"))?;
        self.norm(&format!("{to}_ln"), &format!("{from}/layer_norm"))
    }

    fn feed_forward(&mut self, to: &str, from: &str) -> Result<(), ModelError> {
        self.dense(&format!("{to}.mlp.0"), &format!("{from}/ffn/linear_0"))?;
        self.dense(&format!("{to}.mlp.2"), &format!("{from}/ffn/linear_1"))?;
        self.norm(&format!("{to}.mlp_ln"), &format!("{from}/ffn/layer_norm"))
    }

    fn dense(&mut self, to: &str, from: &str) -> Result<(), ModelError> {
        let (weight, bias) = (self.weights.get(&format!("{from}/weight"))?, self.weights.get(&format!("{from}/bias"))?);
        self.linear(to, weight, Some(bias))
    }

    fn linear(&mut self, to: &str, weight: Halves, bias: Option<Halves>) -> Result<(), ModelError> {
        let (inputs, outputs) = ((weight.row_bytes / 2) as u32, weight.rows as u32);
        self.half(&format!("{to}.weight"), weight, &[inputs, outputs])?;
        bias.map_or(Ok(()), |bias| self.single(&format!("{to}.bias"), bias, &[outputs]))
    }

    fn norm(&mut self, to: &str, from: &str) -> Result<(), ModelError> {
        self.single(&format!("{to}.weight"), self.weights.get(&format!("{from}/gamma"))?, &[WIDTH])?;
        self.single(&format!("{to}.bias"), self.weights.get(&format!("{from}/beta"))?, &[WIDTH])
    }

    /// `shape` in ggml's order: fastest dimension first.
    fn header(&mut self, name: &str, shape: &[u32], kind: u32, tensor: Halves) -> Result<(), ModelError> {
        if tensor.bytes.len() as u64 != shape.iter().map(|&n| u64::from(n)).product::<u64>() * 2 {
            return Err(ModelError::Malformed("a tensor has another shape than Whisper base"));
        }
        for number in [shape.len() as u32, name.len() as u32, kind].iter().chain(shape) {
            self.out.write_all(&number.to_le_bytes())?;
        }
        self.out.write_all(name.as_bytes())?;
        Ok(())
    }

    fn half(&mut self, name: &str, tensor: Halves, shape: &[u32]) -> Result<(), ModelError> {
        self.header(name, shape, HALF_PRECISION, tensor)?;
        self.out.write_all(tensor.bytes)?;
        Ok(())
    }

    fn single(&mut self, name: &str, tensor: Halves, shape: &[u32]) -> Result<(), ModelError> {
        self.header(name, shape, 0, tensor)?;
        for half in tensor.bytes.chunks_exact(2) {
            self.out.write_all(&widened(u16::from_le_bytes([half[0], half[1]])).to_le_bytes())?;
        }
        Ok(())
    }
}

/// A half-precision float as a single-precision one; exact.
fn widened(half: u16) -> f32 {
    let sign = if half >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(half >> 10 & 0x1f), f32::from(half & 0x3ff));
    match exponent {
        0 => sign * fraction * 2_f32.powi(-24),
        31 if fraction == 0.0 => sign * f32::INFINITY,
        31 => f32::NAN,
        _ => sign * (1.0 + fraction / 1024.0) * 2_f32.powi(exponent - 15),
    }
}

#[cfg(test)]
mod tests {
    use super::widened;

    #[test]
    fn halves_widen_exactly() {
        let cases = [(0x3c00, 1.0), (0xc000, -2.0), (0x0001, 5.960_464_5e-8), (0x7bff, 65_504.0), (0x3555, 0.333_251_95)];
        for (half, single) in cases {
            assert_eq!(widened(half).to_bits(), f32::to_bits(single), "{half:x}");
        }
        assert!(widened(0x7e00).is_nan() && widened(0xfc00) == f32::NEG_INFINITY);
    }
}
