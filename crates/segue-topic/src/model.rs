//! The model file: tables, layers, calibration.

use crate::features::{Rows, SCALARS, Vocabulary};
use crate::net::{Dense, Gru};
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};
use segue_core::{Flag, Lang};
use std::sync::OnceLock;

/// Version of the layout of the model file that this code reads.
pub const FORMAT: &str = "segue.topic/1";

/// Flags that the model decides, in the order of its outputs after the four labels.
pub const MODEL_FLAGS: [Flag; 9] = [
    Flag::PersonalQuestion,
    Flag::Disclosure,
    Flag::Serious,
    Flag::WorkImpact,
    Flag::SteerBack,
    Flag::Accepted,
    Flag::Ignored,
    Flag::SignOff,
    Flag::WrapUp,
];

/// Outputs: four labels and the flags.
pub(crate) const OUTPUTS: usize = 4 + MODEL_FLAGS.len();

/// Why a model file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// Not a safetensors file.
    #[error("the model file cannot be read: {0}")]
    File(#[from] safetensors::SafeTensorError),
    /// Another layout.
    #[error("the model file has layout «{0}», and this program reads «{FORMAT}»")]
    Format(String),
    /// A tensor of a wrong size or kind.
    #[error("the model file has a wrong tensor «{0}»")]
    Tensor(&'static str),
}

/// A table of small vectors, a byte a number, with a scale for each row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    bytes: Vec<i8>,
    scales: Vec<f32>,
    pub width: usize,
}

impl Table {
    /// Adds a row times `factor` to `out`.
    pub fn add(&self, row: u32, factor: f32, out: &mut [f32]) {
        let row = row as usize;
        let scale = self.scales[row] * factor;
        for (o, &b) in out.iter_mut().zip(&self.bytes[row * self.width..(row + 1) * self.width]) {
            *o += scale * f32::from(b);
        }
    }

    fn rows(&self) -> usize {
        self.scales.len()
    }
}

/// Calibration of one way (live or whole) in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calibration {
    /// Factor on the label logits.
    pub factor: f32,
    /// Added to the label logits.
    pub bias: [f32; 4],
    /// Logit from which a flag holds.
    pub flags: [f32; MODEL_FLAGS.len()],
}

/// One way of reading: live or whole.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub head: Dense,
    calibrations: [Calibration; 2],
}

impl Way {
    pub fn calibration(&self, lang: Lang) -> &Calibration {
        &self.calibrations[lang as usize]
    }
}

/// A trained model; immutable and shared.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) words: Table,
    pub(crate) entry: Dense,
    pub(crate) forward: Gru,
    pub(crate) backward: Gru,
    pub(crate) live: Way,
    pub(crate) whole: Way,
    /// Version of the model, and the hash of its training data.
    pub version: String,
}

static EMBEDDED: &[u8] = include_bytes!("../model/topic.safetensors");

impl Model {
    /// The model in the program, made ready at first use.
    ///
    /// # Panics
    /// If the file built into the program is broken, which a test rules out.
    pub fn embedded() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::from_bytes(EMBEDDED).expect("the embedded model is sound"))
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// If the bytes are no model of this layout.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let (_, metadata) = SafeTensors::read_metadata(bytes)?;
        let about = metadata.metadata().clone().unwrap_or_default();
        let format = about.get("format").cloned().unwrap_or_default();
        if format != FORMAT {
            return Err(ModelError::Format(format));
        }
        let file = SafeTensors::deserialize(bytes)?;
        let keys: Vec<u32> = raw::<4>(&file, "keys", Dtype::U32)?.map(u32::from_le_bytes).collect();
        let model = Self {
            words: table(&file, "words", "words.scale")?,
            entry: dense(&file, "entry.w", "entry.b")?,
            forward: gru(&file, ["forward.wx", "forward.b", "forward.wh"])?,
            backward: gru(&file, ["backward.wx", "backward.b", "backward.wh"])?,
            live: way(&file, ["live.w", "live.b", "live.calibration"])?,
            whole: way(&file, ["whole.w", "whole.b", "whole.calibration"])?,
            vocabulary: Vocabulary::new(&keys),
            version: about.get("version").cloned().unwrap_or_default(),
        };
        model.check(keys.len())?;
        Ok(model)
    }

    fn check(&self, keys: usize) -> Result<(), ModelError> {
        let (d, h) = (self.entry.outputs(), self.forward.hidden);
        let fits = |ok: bool, name| if ok { Ok(()) } else { Err(ModelError::Tensor(name)) };
        fits(self.words.rows() == keys && self.words.width == d, "words")?;
        fits(self.entry.weights.len() == SCALARS * d, "entry.w")?;
        for (gru, name) in [(&self.forward, "forward"), (&self.backward, "backward")] {
            fits(gru.hidden == h && gru.input.weights.len() == d * 3 * h && gru.recurrent.len() == h * 3 * h, name)?;
        }
        fits(self.live.head.outputs() == OUTPUTS && self.live.head.weights.len() == (h + d) * OUTPUTS, "live.w")?;
        fits(self.whole.head.outputs() == OUTPUTS && self.whole.head.weights.len() == (2 * h + d) * OUTPUTS, "whole.w")
    }

    /// What enters the recurrent layers: the words' rows, summed and divided by the root of their
    /// number, and the scalars, through a rectifier.
    pub(crate) fn enter(&self, rows: &Rows, scalars: &[f32], out: &mut Vec<f32>) {
        self.entry.apply(scalars, out);
        let words = rows.words.len() as f32 + rows.unknown as f32;
        let factor = 1.0 / words.max(1.0).sqrt();
        for &row in &rows.words {
            self.words.add(row, factor, out);
        }
        for value in out {
            *value = value.max(0.0);
        }
    }
}

fn raw<'a, const N: usize>(
    file: &SafeTensors<'a>,
    name: &'static str,
    dtype: Dtype,
) -> Result<impl Iterator<Item = [u8; N]> + 'a, ModelError> {
    let view: TensorView<'a> = file.tensor(name)?;
    if view.dtype() != dtype {
        return Err(ModelError::Tensor(name));
    }
    Ok(view.data().chunks_exact(N).filter_map(|b| b.try_into().ok()))
}

fn floats(file: &SafeTensors<'_>, name: &'static str) -> Result<Vec<f32>, ModelError> {
    Ok(raw::<4>(file, name, Dtype::F32)?.map(f32::from_le_bytes).collect())
}

fn table(file: &SafeTensors<'_>, name: &'static str, scale: &'static str) -> Result<Table, ModelError> {
    let bytes: Vec<i8> = raw::<1>(file, name, Dtype::I8)?.map(i8::from_le_bytes).collect();
    let scales = floats(file, scale)?;
    if scales.is_empty() || !bytes.len().is_multiple_of(scales.len()) {
        return Err(ModelError::Tensor(name));
    }
    Ok(Table { width: bytes.len() / scales.len(), bytes, scales })
}

fn dense(file: &SafeTensors<'_>, weights: &'static str, bias: &'static str) -> Result<Dense, ModelError> {
    Ok(Dense { weights: floats(file, weights)?, bias: floats(file, bias)? })
}

fn gru(file: &SafeTensors<'_>, [input, bias, recurrent]: [&'static str; 3]) -> Result<Gru, ModelError> {
    let input = dense(file, input, bias)?;
    Ok(Gru { hidden: input.outputs() / 3, input, recurrent: floats(file, recurrent)? })
}

fn way(file: &SafeTensors<'_>, [weights, bias, calibration]: [&'static str; 3]) -> Result<Way, ModelError> {
    let numbers = floats(file, calibration)?;
    let one = 5 + MODEL_FLAGS.len();
    if numbers.len() != 2 * one {
        return Err(ModelError::Tensor(calibration));
    }
    let read = |n: &[f32]| {
        let mut c = Calibration { factor: n[0], bias: [0.0; 4], flags: [0.0; MODEL_FLAGS.len()] };
        c.bias.copy_from_slice(&n[1..5]);
        c.flags.copy_from_slice(&n[5..]);
        c
    };
    Ok(Way { head: dense(file, weights, bias)?, calibrations: [read(&numbers[..one]), read(&numbers[one..])] })
}
