//! The few layers the model is made of, worked out by the widest instructions that a machine has.

use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, SimdOp};

/// Numbers that the widest machines work on at once.
const LANES: usize = 16;

/// A layer without a bend: a matrix stored by input, and what is added to each output. Rows are filled up with zeros to whole
/// lanes, or narrow ones would be worked out number by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dense {
    weights: Vec<f32>,
    bias: Vec<f32>,
    outputs: usize,
}

impl Dense {
    /// From a matrix, `weights[input * outputs + output]`, and a number for each output; `None` if they do not fit each other.
    pub fn new(weights: &[f32], mut bias: Vec<f32>) -> Option<Self> {
        let outputs = bias.len();
        if outputs == 0 || !weights.len().is_multiple_of(outputs) {
            return None;
        }
        let width = outputs.next_multiple_of(LANES);
        bias.resize(width, 0.0);
        let filled_up = |row: &[f32]| row.iter().copied().chain(std::iter::repeat_n(0.0, width - outputs)).collect::<Vec<_>>();
        Some(Self { weights: weights.chunks_exact(outputs).flat_map(filled_up).collect(), bias, outputs })
    }

    pub fn inputs(&self) -> usize {
        self.weights.len() / self.bias.len().max(1)
    }

    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// `out = bias + input · weights`
    pub fn apply(&self, input: &[f32], out: &mut Vec<f32>) {
        out.clear();
        out.extend_from_slice(&self.bias);
        Accumulate { weights: &self.weights, input, out }.dispatch();
        out.truncate(self.outputs);
    }
}

/// `out += input · weights`, by the widest instructions that a machine has; rows are whole lanes.
struct Accumulate<'a> {
    weights: &'a [f32],
    input: &'a [f32],
    out: &'a mut [f32],
}

impl SimdOp for Accumulate<'_> {
    type Output = ();

    /// Four inputs at a time; zeros (after a rectifier every second number) cost nothing. Nothing is fused, so that all machines
    /// come to the same sums.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "it is compiled for the instructions of whoever calls it")]
    fn eval<I: Isa>(self, isa: I) {
        let (ops, Self { weights, input, out }) = (isa.f32(), self);
        let (lanes, n) = (ops.len(), out.len());
        let row = |i: usize| weights[i * n..(i + 1) * n].chunks_exact(lanes);
        let mut some = input.iter().copied().enumerate().filter(|(_, x)| *x != 0.0);
        while let Some((i0, x0)) = some.next() {
            let (Some((i1, x1)), Some((i2, x2)), Some((i3, x3))) = (some.next(), some.next(), some.next()) else {
                // Up to three are left.
                for (i, &x) in input.iter().enumerate().skip(i0) {
                    let x = ops.splat(x);
                    for (o, w) in out.chunks_exact_mut(lanes).zip(row(i)) {
                        ops.store(ops.add(ops.load(o), ops.mul(ops.load(w), x)), o);
                    }
                }
                return;
            };
            let (x0, x1, x2, x3) = (ops.splat(x0), ops.splat(x1), ops.splat(x2), ops.splat(x3));
            for ((((o, w0), w1), w2), w3) in out.chunks_exact_mut(lanes).zip(row(i0)).zip(row(i1)).zip(row(i2)).zip(row(i3)) {
                let (one, two) = (ops.mul(ops.load(w0), x0), ops.mul(ops.load(w1), x1));
                let (three, four) = (ops.mul(ops.load(w2), x2), ops.mul(ops.load(w3), x3));
                ops.store(ops.add(ops.load(o), ops.add(ops.add(one, two), ops.add(three, four))), o);
            }
        }
    }
}

/// Nothing below zero.
pub(crate) fn rectify(values: &mut [f32]) {
    for value in values {
        *value = value.max(0.0);
    }
}

/// Gated recurrent unit, reset applied after the matrix (Cho et al. 2014; the cuDNN variant).
#[derive(Clone, Debug, Default)]
pub(crate) struct Gru {
    pub input: Dense,
    pub recurrent: Dense,
    pub hidden: usize,
}

/// Buffers of a recurrent step.
#[derive(Clone, Debug, Default)]
pub(crate) struct Step {
    gates: Vec<f32>,
    back: Vec<f32>,
}

impl Gru {
    /// One step: `state` becomes the next state.
    pub fn step(&self, input: &[f32], state: &mut [f32], buffers: &mut Step) {
        let h = self.hidden;
        self.input.apply(input, &mut buffers.gates);
        self.recurrent.apply(state, &mut buffers.back);
        let (gates, back) = (&buffers.gates, &buffers.back);
        for i in 0..h {
            let reset = sigmoid(gates[i] + back[i]);
            let keep = sigmoid(gates[h + i] + back[h + i]);
            let new = tanh(gates[2 * h + i] + reset * back[2 * h + i]);
            state[i] = (1.0 - keep) * new + keep * state[i];
        }
    }
}

/// Entry layer, a recurrent layer each way, and a head for each way of reading: by what came before, by the next one too, by all.
#[derive(Clone, Debug)]
pub(crate) struct Net {
    pub entry: Dense,
    pub forward: Gru,
    pub backward: Gru,
    pub live: Dense,
    /// None in nets that read messages: those are read whole.
    pub answered: Option<Dense>,
    pub whole: Dense,
}

impl Net {
    /// True if the layers fit each other and so many inputs and outputs.
    pub fn fits(&self, inputs: usize, outputs: usize) -> bool {
        let (d, h) = (self.entry.outputs(), self.forward.hidden);
        let layer = |dense: &Dense, inputs: usize, outputs: usize| dense.inputs() == inputs && dense.outputs() == outputs;
        let fits = |gru: &Gru| gru.hidden == h && layer(&gru.input, d, 3 * h) && layer(&gru.recurrent, h, 3 * h);
        let head = |head: &Dense, inputs: usize| layer(head, inputs, outputs);
        layer(&self.entry, inputs, d)
            && fits(&self.forward)
            && fits(&self.backward)
            && head(&self.live, h + d)
            && self.answered.as_ref().is_none_or(|answered| head(answered, 2 * (h + d)))
            && head(&self.whole, 2 * h + d)
    }
}

/// A net reading a call: what it has seen so far.
#[derive(Clone, Debug)]
pub(crate) struct Course<'m> {
    net: &'m Net,
    state: Vec<f32>,
    /// State and entry one turn ago; empty at the first turn.
    before: (Vec<f32>, Vec<f32>),
    step: Step,
    joined: Vec<f32>,
    out: Vec<f32>,
}

impl<'m> Course<'m> {
    pub fn new(net: &'m Net) -> Self {
        let state = vec![0.0; net.forward.hidden];
        Self { net, state, before: Default::default(), step: Step::default(), joined: Vec::new(), out: Vec::new() }
    }

    /// Takes the next entry and adds `count` times the live outputs to `live`, and to `answered` those of the turn before
    /// this one, if there was any.
    pub fn hear(&mut self, entry: &[f32], count: f32, live: &mut [f32], answered: &mut [f32]) {
        self.net.forward.step(entry, &mut self.state, &mut self.step);
        self.joined.clear();
        self.joined.extend_from_slice(&self.state);
        self.joined.extend_from_slice(entry);
        self.net.live.apply(&self.joined, &mut self.out);
        add(&self.out, count, live);
        let (state, earlier) = &self.before;
        if let Some(head) = self.net.answered.as_ref().filter(|_| !state.is_empty()) {
            self.joined.clear();
            for part in [state, &self.state, earlier, entry] {
                self.joined.extend_from_slice(part);
            }
            head.apply(&self.joined, &mut self.out);
            add(&self.out, count, answered);
        }
        self.before.0.clone_from(&self.state);
        self.before.1.clear();
        self.before.1.extend_from_slice(entry);
    }

    /// Reads all entries of a call, `entry.outputs()` numbers each, and adds `count` times the
    /// outputs with the whole of it in view.
    pub fn read_whole<const OUTPUTS: usize>(&mut self, entries: &[f32], count: f32, sums: &mut [[f32; OUTPUTS]]) {
        let (net, d, h) = (self.net, self.net.entry.outputs(), self.net.forward.hidden);
        let mut states = vec![0.0; sums.len() * 2 * h];
        self.state.fill(0.0);
        for (entry, kept) in entries.chunks_exact(d).zip(states.chunks_exact_mut(2 * h)) {
            net.forward.step(entry, &mut self.state, &mut self.step);
            kept[..h].copy_from_slice(&self.state);
        }
        self.state.fill(0.0);
        for (entry, kept) in entries.chunks_exact(d).zip(states.chunks_exact_mut(2 * h)).rev() {
            net.backward.step(entry, &mut self.state, &mut self.step);
            kept[h..].copy_from_slice(&self.state);
        }
        for ((entry, states), sum) in entries.chunks_exact(d).zip(states.chunks_exact(2 * h)).zip(sums) {
            self.joined.clear();
            self.joined.extend_from_slice(states);
            self.joined.extend_from_slice(entry);
            net.whole.apply(&self.joined, &mut self.out);
            add(&self.out, count, sum);
        }
    }
}

fn add(out: &[f32], count: f32, sum: &mut [f32]) {
    for (total, value) in sum.iter_mut().zip(out) {
        *total += count * value;
    }
}

pub(crate) fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// Hyperbolic tangent by its continued fraction, error below 2e-4 (Lambert); far quicker than libm.
pub(crate) fn tanh(x: f32) -> f32 {
    let x = x.clamp(-4.97, 4.97);
    let y = x * x;
    x * (135_135.0 + y * (17_325.0 + y * (378.0 + y))) / (135_135.0 + y * (62_370.0 + y * (3_150.0 + y * 28.0)))
}

pub(crate) fn softmax(logits: [f32; 4]) -> [f32; 4] {
    let top = logits.into_iter().fold(f32::NEG_INFINITY, f32::max);
    let e = logits.map(|l| (l - top).exp());
    let sum: f32 = e.iter().sum();
    e.map(|v| v / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tanh_is_close_to_tanh() {
        for i in -100..=100_i16 {
            let x = f32::from(i) / 10.0;
            assert!((tanh(x) - x.tanh()).abs() < 3e-4, "{x}");
        }
    }

    /// A net whose head for answered turns adds up parts of what it is fed, each with a weight of its own.
    #[test]
    fn an_answered_turn_is_told_by_both_states_and_both_entries() {
        let layer = |weights: &[f32], outputs: usize| Dense::new(weights, vec![0.0; outputs]).expect("it fits");
        let zeros = |rows: usize, outputs: usize| layer(&vec![0.0; rows * outputs], outputs);
        let gru = Gru { input: layer(&[0.3, 0.0, 0.9], 3), recurrent: layer(&[0.0; 3], 3), hidden: 1 };
        let net = Net {
            entry: zeros(1, 1),
            forward: gru.clone(),
            backward: gru,
            live: layer(&[1.0, 0.0], 1),
            answered: Some(layer(&[1.0, 10.0, 100.0, 1000.0], 1)),
            whole: zeros(3, 1),
        };
        assert!(net.fits(1, 1));
        let mut course = Course::new(&net);
        let (mut states, mut answered) = ([[0.0]; 2], [[0.0]; 2]);
        for (turn, entry) in [0.5, 2.0].into_iter().enumerate() {
            course.hear(&[entry], 1.0, &mut states[turn], &mut answered[turn]);
        }
        assert!(answered[0][0].abs() < f32::EPSILON, "nothing comes before the first");
        let expected = states[0][0] + 10.0 * states[1][0] + 100.0 * 0.5 + 1000.0 * 2.0;
        assert!((answered[1][0] - expected).abs() < 1e-3, "{} {expected}", answered[1][0]);
    }

    #[test]
    fn a_layer_is_the_plain_product() {
        let input: Vec<f32> = (0..7_i16).map(|i| f32::from(i) - 3.0).collect();
        for outputs in [3, 8, 21, 32_u16] {
            let weights: Vec<f32> = (0..7 * outputs).map(f32::from).collect();
            let width = usize::from(outputs);
            let layer = Dense::new(&weights, vec![1.0; width]).expect("it fits");
            let mut out = Vec::new();
            layer.apply(&input, &mut out);
            assert_eq!((out.len(), layer.inputs(), layer.outputs()), (width, 7, width));
            for (o, value) in out.iter().enumerate() {
                let plain: f32 = 1.0 + (0..7).map(|i| input[i] * weights[i * width + o]).sum::<f32>();
                assert!((value - plain).abs() < 1e-2, "{outputs} {value} {plain}");
            }
        }
        assert!(Dense::new(&[0.0; 4], vec![0.0; 3]).is_none() && Dense::new(&[], Vec::new()).is_none());
    }
}
