//! Reading a message: what each of its sentences is, and what it needs from me.
//!
//! Nets of their own: sentences of a mail are no turns of a call. `training/messages.py` makes their file.

use crate::model::{Model, ModelError, SentenceNets};
use crate::net::{Course, softmax};
use crate::reading::{Entry, Said, Setting, enter, label_of};
use crate::sentence::WIDTH;
use crate::tensors::{TensorFile, wrong};
use segue_core::{Flag, Lang, Probabilities, Reading, Role};
use std::sync::OnceLock;

/// Version of the layout of the file that this code reads.
const FORMAT: &str = "segue.messages/2";
/// Flags that the nets decide, in the order of their outputs after the four labels.
const FLAGS: [Flag; 4] = [Flag::PersonalQuestion, Flag::Disclosure, Flag::Serious, Flag::WorkImpact];
/// Answer, warm, care: the outputs after the flags.
const NEEDS: usize = 3;
/// Labels, flags, needs.
const OUTPUTS: usize = 4 + FLAGS.len() + NEEDS;

/// One sentence of a message.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each holds or not, whatever the others do")]
pub struct SentenceReading {
    /// Label, probabilities, flags.
    pub reading: Reading,
    /// It asks for something of the work that my reply must take up.
    pub answer: bool,
    /// It is private, and deserves a warm word.
    pub warm: bool,
    /// It tells something serious.
    pub care: bool,
    /// It may tell something serious: nothing cheerful fits.
    pub grave: bool,
}

/// Factor and biases of the labels' logits, and from which logit each other output holds.
#[derive(Clone, Copy)]
struct Calibration {
    factor: f32,
    bias: [f32; 4],
    holds: [f32; FLAGS.len() + NEEDS],
    /// Logit of care from which it may hold.
    grave: f32,
}

struct Nets {
    read_by: SentenceNets,
    calibrations: [Calibration; 2],
}

impl Nets {
    fn embedded() -> &'static Self {
        static NETS: OnceLock<Nets> = OnceLock::new();
        NETS.get_or_init(|| {
            Self::from_file(include_bytes!("../model/messages.safetensors")).expect("the embedded model is sound")
        })
    }

    fn from_file(bytes: &[u8]) -> Result<Self, ModelError> {
        let file = TensorFile::open(bytes, FORMAT)?;
        let read_by = SentenceNets::of(&file, WIDTH, OUTPUTS)?;
        let numbers = file.floats("calibration")?;
        let one = 1 + OUTPUTS + 1;
        if numbers.len() != 2 * one {
            return Err(wrong("calibration"));
        }
        let read = |n: &[f32]| {
            let mut calibration =
                Calibration { factor: n[0], bias: [0.0; 4], holds: [0.0; FLAGS.len() + NEEDS], grave: n[one - 1] };
            calibration.bias.copy_from_slice(&n[1..5]);
            calibration.holds.copy_from_slice(&n[5..one - 1]);
            calibration
        };
        Ok(Self { read_by, calibrations: [read(&numbers[..one]), read(&numbers[one..])] })
    }
}

/// Reads the sentences of a message, with the whole of it in view.
///
/// # Panics
/// If the files built into the program are broken, which a test rules out.
pub fn read_message(lang: Lang, sentences: &[&str]) -> Vec<SentenceReading> {
    let (model, embedded) = (Model::embedded(), Nets::embedded());
    let nets = &embedded.read_by.nets;
    let setting = Setting::new(model, lang, true, "", &[]);
    let meanings = model.meanings(sentences.iter().copied(), &|_| {});
    let mut entry = Entry::default();
    let mut entries = vec![Vec::new(); nets.len()];
    for (index, text) in sentences.iter().enumerate() {
        entry.read(model, &setting, Said { role: Role::Client, goes_on: index > 0, text });
        entry.join(meanings.of(index), None, &embedded.read_by);
        for (net, entries) in nets.iter().zip(&mut entries) {
            enter(net, &entry.joined, &mut entry.sentence);
            entries.extend_from_slice(&entry.sentence);
        }
    }
    let mut sums = vec![[0.0; OUTPUTS]; sentences.len()];
    for (net, entries) in nets.iter().zip(&entries) {
        Course::new(net).read_whole(entries, 1.0 / nets.len() as f32, &mut sums);
    }
    sums.iter().map(|sum| decide(sum, &embedded.calibrations[lang as usize])).collect()
}

fn decide(out: &[f32; OUTPUTS], calibration: &Calibration) -> SentenceReading {
    let mut logits = [0.0; 4];
    for ((logit, value), bias) in logits.iter_mut().zip(out).zip(calibration.bias) {
        *logit = value * calibration.factor + bias;
    }
    let holds = |i: usize| out[4 + i] >= calibration.holds[i];
    let flags = FLAGS.into_iter().enumerate().filter(|(i, _)| holds(*i)).map(|(_, flag)| flag).collect();
    let probabilities = Probabilities::from_array(softmax(logits));
    let [answer, warm, care] = [0, 1, 2].map(|need| holds(FLAGS.len() + need));
    SentenceReading {
        reading: Reading { label: label_of(&probabilities, 0.5), probabilities, flags, wanted: None },
        answer,
        warm,
        care,
        grave: out[OUTPUTS - 1] >= calibration.grave,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use segue_core::Label;

    #[test]
    fn a_message_is_told_apart_sentence_by_sentence() {
        for (lang, sentences) in [
            (Lang::En, ["Hi Dana,", "my father died on Sunday.", "Could you send me the invoice again?"]),
            (Lang::Ru, ["Привет, Дана!", "В воскресенье умер мой отец.", "Пришлите, пожалуйста, счёт ещё раз."]),
        ] {
            let read = read_message(lang, &sentences);
            assert_eq!(
                read.iter().map(|one| one.reading.label).collect::<Vec<_>>(),
                [Label::Framing, Label::Personal, Label::Business]
            );
            assert_eq!(read.iter().map(|one| one.care).collect::<Vec<_>>(), [false, true, false]);
            assert_eq!(read.iter().map(|one| one.answer).collect::<Vec<_>>(), [false, false, true]);
        }
        assert!(read_message(Lang::En, &[]).is_empty());
    }
}
