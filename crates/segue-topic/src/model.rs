//! The model file: tables, layers, calibration.

use crate::features::{Rows, SCALARS, Vocabulary};
use crate::flags::{CARE_MARGIN, WHOLE_CARE_MARGIN};
use crate::net::{Dense, Gru, Net, rectify};
use crate::project::words_of_marked;
use crate::relation::RELATION;
use crate::sentence::{Encoder, Meanings, Progress, WIDTH};
use crate::tensors::{TensorFile, wrong};
use segue_core::{Flag, Lang};
use std::sync::OnceLock;

/// Version of the layout of the model file that this code reads.
pub const FORMAT: &str = "segue.topic/4";
/// Version of the layout of the file of nets that read sentences.
const SENTENCES_FORMAT: &str = "segue.sentences/5";

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

/// Which of them is the serious one.
pub(crate) const SERIOUS: usize = 2;

/// Outputs: four labels, the flags, and whether a way back is wanted.
pub(crate) const OUTPUTS: usize = 4 + MODEL_FLAGS.len() + 1;

/// Why a model file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// Not a safetensors file.
    #[error("the model file cannot be read: {0}")]
    File(#[from] safetensors::SafeTensorError),
    /// Another layout.
    #[error("the model file has layout “{found}”, and this program reads “{wanted}”")]
    Format {
        /// What the file says.
        found: String,
        /// What is read.
        wanted: &'static str,
    },
    /// A tensor of a wrong size or kind.
    #[error("the model file has a wrong tensor “{0}”")]
    Tensor(String),
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

/// Calibration of one way in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calibration {
    /// Factor on the label logits.
    pub factor: f32,
    /// Added to the label logits.
    pub bias: [f32; 4],
    /// Logit from which a flag holds.
    pub flags: [f32; MODEL_FLAGS.len()],
    /// Logit of something serious from which nothing should steer.
    pub hush: f32,
    /// Factor and bias on the logit of a wanted way back.
    pub wanted: [f32; 2],
}

/// One way of reading: live, answered or whole.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    /// See [`crate::flags::CARE_MARGIN`].
    pub care: f32,
    calibrations: [Calibration; 2],
}

impl Way {
    pub fn calibration(&self, lang: Lang) -> &Calibration {
        &self.calibrations[lang as usize]
    }
}

/// The three ways of reading a call.
#[derive(Clone, Debug)]
pub(crate) struct Ways {
    /// As soon as an utterance is heard.
    pub live: Way,
    /// Once the next one is known.
    pub answered: Way,
    /// With the whole call in view.
    pub whole: Way,
}

impl Ways {
    fn of(file: &TensorFile<'_>) -> Result<Self, ModelError> {
        let read = |name: &str, care| way(file, &format!("{name}.calibration"), care);
        Ok(Self {
            live: read("live", CARE_MARGIN)?,
            answered: read("answered", CARE_MARGIN)?,
            whole: read("whole", WHOLE_CARE_MARGIN)?,
        })
    }
}

/// Nets that read sentences, and how the encoder's numbers are brought to their size.
pub(crate) struct SentenceNets {
    /// Taken off each number, and the factor on what is left.
    scaling: Vec<(f32, f32)>,
    pub nets: Vec<Net>,
}

impl SentenceNets {
    /// The nets of a file; at least one, of so many numbers about a sentence, besides the scalars, and so many outputs.
    pub fn of(file: &TensorFile<'_>, numbers: usize, outputs: usize) -> Result<Self, ModelError> {
        let scaling: Vec<_> = file.floats("shift")?.into_iter().zip(file.floats("scale")?).collect();
        let count = file.number("nets").unwrap_or_default() as usize;
        let nets = (0..count).map(|i| net(file, &format!("{i}."))).collect::<Result<Vec<_>, _>>()?;
        let fit = scaling.len() == numbers && !nets.is_empty() && nets.iter().all(|net| net.fits(numbers + SCALARS, outputs));
        if fit { Ok(Self { scaling, nets }) } else { Err(wrong("entry.w")) }
    }

    /// Brings the numbers about a sentence, the first of these, to the size that the nets know.
    pub fn scale(&self, numbers: &mut [f32]) {
        for (number, (shift, factor)) in numbers.iter_mut().zip(&self.scaling) {
            *number = (*number - shift) * factor;
        }
    }
}

/// The sentence encoder and the nets that read what it says.
pub(crate) struct Sentences {
    pub encoder: Encoder,
    pub read_by: SentenceNets,
    /// What the net on words counts beside each of these, which count 1.
    pub words_count: f32,
}

/// A trained model; immutable and shared.
pub struct Model {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) words: Table,
    /// Reads the words' rows, in any order.
    pub(crate) net: Net,
    /// Reads sentences; the quick model has none.
    pub(crate) sentences: Option<Sentences>,
    /// How its outputs are calibrated.
    pub(crate) ways: Ways,
    /// Version of the model.
    pub version: String,
}

static WORDS: &[u8] = include_bytes!("../model/topic.safetensors");
static ENCODER: &[u8] = include_bytes!("../model/encoder.safetensors");
static SENTENCES: &[u8] = include_bytes!("../model/sentences.safetensors");

impl Model {
    /// The model in the program that understands best: words and whole sentences. Made ready at first use.
    ///
    /// # Panics
    /// If the files built into the program are broken, which a test rules out.
    pub fn embedded() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::from_files(WORDS, Some((ENCODER, SENTENCES))).expect("the embedded model is sound"))
    }

    /// The model in the program that is quickest: words only, a hundred times as many a second.
    ///
    /// # Panics
    /// If the file built into the program is broken, which a test rules out.
    pub fn quick() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::from_files(WORDS, None).expect("the embedded model is sound"))
    }

    /// Reads the file of the model of words and, if given, those of the encoder and of the nets
    /// that read its vectors.
    ///
    /// # Errors
    /// If the bytes are no model of this layout.
    pub fn from_files(words: &[u8], sentences: Option<(&[u8], &[u8])>) -> Result<Self, ModelError> {
        let file = TensorFile::open(words, FORMAT)?;
        let keys = file.keys("keys")?;
        let mut model = Self {
            words: table(&file, "words", "words.scale")?,
            net: net(&file, "")?,
            sentences: None,
            ways: Ways::of(&file)?,
            vocabulary: Vocabulary::new(&keys),
            version: file.about("version").to_owned(),
        };
        let fits = model.words.rows() == keys.len() && model.words.width == model.net.entry.outputs();
        if !fits || !model.net.fits(SCALARS, OUTPUTS) {
            return Err(wrong("words"));
        }
        reads_live(std::slice::from_ref(&model.net))?;
        if let Some((encoder, nets)) = sentences {
            let file = TensorFile::open(nets, SENTENCES_FORMAT)?;
            let read_by = SentenceNets::of(&file, WIDTH + RELATION, OUTPUTS)?;
            reads_live(&read_by.nets)?;
            model.ways = Ways::of(&file)?;
            file.about("version").clone_into(&mut model.version);
            let encoder = Encoder::from_bytes(encoder)?;
            model.sentences = Some(Sentences { encoder, read_by, words_count: file.number("words").unwrap_or(1.0) });
        }
        Ok(model)
    }

    /// What the texts of a call mean as sentences, to be read later; nothing for the quick model. See [`Encoder::read`].
    pub fn meanings<'t>(&self, texts: impl IntoIterator<Item = &'t str> + Clone, done: Progress<'_>) -> Meanings {
        self.sentences.as_ref().map(|sentences| sentences.encoder.read(texts, done)).unwrap_or_default()
    }

    /// What utterances that the user put right teach; see [`crate::project::words_of_marked`].
    pub fn words_of_marked<'t>(&self, utterances: impl IntoIterator<Item = (&'t str, bool)>) -> Vec<u32> {
        words_of_marked(utterances, &self.vocabulary)
    }

    /// What enters the recurrent layers of the net on words: the words' rows, summed and divided by
    /// the root of their number, and the scalars, through a rectifier.
    pub(crate) fn enter(&self, rows: &Rows, scalars: &[f32], out: &mut Vec<f32>) {
        self.net.entry.apply(scalars, out);
        let words = rows.words.len() as f32 + rows.unknown as f32;
        let factor = 1.0 / words.max(1.0).sqrt();
        for &row in &rows.words {
            self.words.add(row, factor, out);
        }
        rectify(out);
    }
}

/// Nets that read calls tell of a turn once it is answered too.
fn reads_live(nets: &[Net]) -> Result<(), ModelError> {
    if nets.iter().all(|net| net.answered.is_some()) { Ok(()) } else { Err(wrong("answered.w")) }
}

/// The net whose tensors have names that begin so.
fn net(file: &TensorFile<'_>, prefix: &str) -> Result<Net, ModelError> {
    let dense = |name: &str, bias: &str| dense(file, &format!("{prefix}{name}"), &format!("{prefix}{bias}"));
    let gru = |way: &str| -> Result<Gru, ModelError> {
        let input = dense(&format!("{way}.wx"), &format!("{way}.b"))?;
        let name = format!("{prefix}{way}.wh");
        let recurrent = Dense::new(&file.weights(&name)?, vec![0.0; input.outputs()]).ok_or_else(|| wrong(&name))?;
        Ok(Gru { hidden: input.outputs() / 3, input, recurrent })
    };
    Ok(Net {
        entry: dense("entry.w", "entry.b")?,
        forward: gru("forward")?,
        backward: gru("backward")?,
        live: dense("live.w", "live.b")?,
        answered: file.has(&format!("{prefix}answered.w")).then(|| dense("answered.w", "answered.b")).transpose()?,
        whole: dense("whole.w", "whole.b")?,
    })
}

fn table(file: &TensorFile<'_>, name: &str, scale: &str) -> Result<Table, ModelError> {
    let bytes: Vec<i8> = file.small(name)?.collect();
    let scales = file.floats(scale)?;
    if scales.is_empty() || !bytes.len().is_multiple_of(scales.len()) {
        return Err(wrong(name));
    }
    Ok(Table { width: bytes.len() / scales.len(), bytes, scales })
}

fn dense(file: &TensorFile<'_>, weights: &str, bias: &str) -> Result<Dense, ModelError> {
    Dense::new(&file.weights(weights)?, file.floats(bias)?).ok_or_else(|| wrong(weights))
}

fn way(file: &TensorFile<'_>, calibration: &str, care: f32) -> Result<Way, ModelError> {
    let numbers = file.floats(calibration)?;
    let flags = 5..5 + MODEL_FLAGS.len();
    let one = flags.end + 3;
    if numbers.len() != 2 * one {
        return Err(wrong(calibration));
    }
    let read = |n: &[f32]| {
        let (hush, wanted) = (n[flags.end], [n[flags.end + 1], n[flags.end + 2]]);
        let mut c = Calibration { factor: n[0], bias: [0.0; 4], flags: [0.0; MODEL_FLAGS.len()], hush, wanted };
        c.bias.copy_from_slice(&n[1..5]);
        c.flags.copy_from_slice(&n[flags.clone()]);
        c
    };
    Ok(Way { care, calibrations: [read(&numbers[..one]), read(&numbers[one..])] })
}
