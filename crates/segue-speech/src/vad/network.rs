//! The neural network that says how sure it is that somebody speaks: Silero, run by rten.

use super::FRAME;
use crate::error::SpeechError;
use rten::{Model, NodeId, RunOptions, ThreadPool};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};
use std::sync::{Arc, LazyLock};

const FILE: &[u8] = include_bytes!("../../assets/silero_vad_16k_sequence.onnx");
/// Samples of the frame before that the network wants with each frame.
const CONTEXT: usize = 64;
/// Width of the network's memory.
const MEMORY: usize = 128;
/// Samples below this are digital silence: less than half a step of 16 bits.
const SILENCE: f32 = 1.5e-5;

/// The network is read once and shared by all channels.
static SHARED: LazyLock<Result<Shared, String>> = LazyLock::new(Shared::load);

struct Shared {
    model: Model,
    inputs: [NodeId; 3],
    outputs: [NodeId; 3],
}

impl Shared {
    fn load() -> Result<Self, String> {
        let model = Model::load_static_slice(FILE).map_err(|error| error.to_string())?;
        let ids = |names: [&str; 3]| -> Result<[NodeId; 3], String> {
            let found: Result<Vec<_>, _> = names.iter().map(|name| model.node_id(name)).collect();
            found.ok().and_then(|ids| ids.try_into().ok()).ok_or_else(|| "the network lacks an input or output".into())
        };
        Ok(Self { inputs: ids(["input", "h", "c"])?, outputs: ids(["speech_probs", "hn", "cn"])?, model })
    }
}

/// One channel's run through the network, with its memory.
pub(super) struct Network {
    shared: &'static Shared,
    hidden: NdTensor<f32, 3>,
    cell: NdTensor<f32, 3>,
    before: [f32; CONTEXT],
    threads: Arc<ThreadPool>,
}

impl Network {
    pub fn new() -> Result<Self, SpeechError> {
        let shared = SHARED.as_ref().map_err(|error| SpeechError::Engine(error.clone()))?;
        let rest = || NdTensor::zeros([1, 1, MEMORY]);
        // The network is too small to share out; channels run side by side instead.
        let threads = Arc::new(ThreadPool::with_num_threads(1));
        Ok(Self { shared, hidden: rest(), cell: rest(), before: [0.0; CONTEXT], threads })
    }

    /// Appends the probability of speech of each whole frame. Digital silence is not looked at: 0.
    pub fn probabilities(&mut self, frames: &[f32], out: &mut Vec<f32>) -> Result<(), SpeechError> {
        let first = out.len();
        let mut input = Vec::with_capacity(frames.len() / FRAME * (CONTEXT + FRAME));
        let mut heard = Vec::new();
        for (index, frame) in frames.chunks_exact(FRAME).enumerate() {
            out.push(0.0);
            if frame.iter().any(|sample| sample.abs() > SILENCE) {
                input.extend_from_slice(&self.before);
                input.extend_from_slice(frame);
                heard.push(first + index);
            }
            self.before.copy_from_slice(&frame[FRAME - CONTEXT..]);
        }
        if !heard.is_empty() {
            let probabilities = self.run(&input, heard.len())?;
            for (index, probability) in heard.into_iter().zip(probabilities) {
                out[index] = probability;
            }
        }
        Ok(())
    }

    fn run(&mut self, input: &[f32], frames: usize) -> Result<Vec<f32>, SpeechError> {
        let failed = |error: &dyn std::fmt::Display| SpeechError::Engine(error.to_string());
        let input = NdTensorView::from_data([frames, CONTEXT + FRAME], input);
        let [in_frames, in_hidden, in_cell] = self.shared.inputs;
        let inputs = vec![(in_frames, input.into()), (in_hidden, self.hidden.view().into()), (in_cell, self.cell.view().into())];
        let mut options = RunOptions::default();
        options.thread_pool = Some(self.threads.clone());
        let [probabilities, hidden, cell] =
            self.shared.model.run_n(inputs, self.shared.outputs, Some(options)).map_err(|error| failed(&error))?;
        self.hidden = hidden.try_into().map_err(|_| failed(&"the memory has another shape"))?;
        self.cell = cell.try_into().map_err(|_| failed(&"the memory has another shape"))?;
        let probabilities: NdTensor<f32, 1> = probabilities.try_into().map_err(|_| failed(&"unexpected output"))?;
        Ok(probabilities.to_vec())
    }
}
