//! Reading a call: live, an utterance at a time, or with the whole of it in view.

use crate::features::{Reader, Rows, Surroundings, scalars};
use crate::flags;
use crate::model::{Model, OUTPUTS, Way};
use crate::net::{Step, softmax};
use crate::project::Project;
use segue_core::{Label, Lang, Probabilities, Reading, Role};

/// Utterances over which a grave word carries: its own, and the answers to it.
const GRAVE_THREAD: u32 = 6;

/// What a call is about and how it is held.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Language of the call.
    pub lang: Lang,
    /// Written talk.
    pub chat: bool,
    /// The project and the agenda.
    pub project: Project,
}

impl Setting {
    /// Makes a setting; `about` and `agenda` may be empty.
    pub fn new(model: &Model, lang: Lang, chat: bool, about: &str, agenda: &[&str]) -> Self {
        Self { lang, chat, project: Project::new(about, agenda, &model.vocabulary) }
    }
}

/// One utterance to be read.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// Who speaks.
    pub role: Role,
    /// The same voice as the utterance before.
    pub goes_on: bool,
    /// The words.
    pub text: &'a str,
}

/// What the live way says of an utterance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LiveReading {
    /// Label, probabilities, flags.
    pub reading: Reading,
    /// The agenda item it is about, if any.
    pub agenda_item: Option<usize>,
}

/// Reads a call as it goes: only what came before is known.
#[derive(Clone, Debug)]
pub struct LiveReader<'m> {
    model: &'m Model,
    setting: Setting,
    entry: Entry,
    state: Vec<f32>,
    step: Step,
    joined: Vec<f32>,
    out: Vec<f32>,
}

impl<'m> LiveReader<'m> {
    /// Begins a call.
    pub fn new(model: &'m Model, setting: Setting) -> Self {
        Self {
            entry: Entry::default(),
            state: vec![0.0; model.forward.hidden],
            step: Step::default(),
            joined: Vec::new(),
            out: Vec::new(),
            model,
            setting,
        }
    }

    /// Reads the next utterance.
    pub fn hear(&mut self, said: Said<'_>) -> LiveReading {
        self.entry.read(self.model, &self.setting, said);
        self.model.forward.step(&self.entry.hidden, &mut self.state, &mut self.step);
        self.joined.clear();
        self.joined.extend_from_slice(&self.state);
        self.joined.extend_from_slice(&self.entry.hidden);
        self.model.live.head.apply(&self.joined, &mut self.out);
        let mut reading = decide(&self.out, &self.model.live, self.setting.lang);
        flags::complete(&mut reading, said, self.entry.grave_thread());
        LiveReading { reading, agenda_item: self.setting.project.agenda_item(&self.entry.rows) }
    }
}

/// Reads a call with all of it in view.
pub fn read_whole(model: &Model, setting: &Setting, call: &[Said<'_>]) -> Vec<Reading> {
    let (d, h) = (model.entry.outputs(), model.forward.hidden);
    let mut entry = Entry::default();
    let mut hidden = vec![0.0; call.len() * d];
    let mut states = vec![0.0; call.len() * 2 * h];
    let mut step = Step::default();
    let mut state = vec![0.0; h];
    let mut grave = Vec::with_capacity(call.len());
    for (i, &said) in call.iter().enumerate() {
        entry.read(model, setting, said);
        grave.push(entry.grave_thread());
        hidden[i * d..(i + 1) * d].copy_from_slice(&entry.hidden);
        model.forward.step(&entry.hidden, &mut state, &mut step);
        states[i * 2 * h..i * 2 * h + h].copy_from_slice(&state);
    }
    state.fill(0.0);
    for i in (0..call.len()).rev() {
        model.backward.step(&hidden[i * d..(i + 1) * d], &mut state, &mut step);
        states[i * 2 * h + h..(i + 1) * 2 * h].copy_from_slice(&state);
    }
    let (mut joined, mut out) = (Vec::new(), Vec::new());
    call.iter()
        .enumerate()
        .map(|(i, &said)| {
            joined.clear();
            joined.extend_from_slice(&states[i * 2 * h..(i + 1) * 2 * h]);
            joined.extend_from_slice(&hidden[i * d..(i + 1) * d]);
            model.whole.head.apply(&joined, &mut out);
            let mut reading = decide(&out, &model.whole, setting.lang);
            flags::complete(&mut reading, said, grave[i]);
            reading
        })
        .collect()
}

/// From words to the vector that enters the recurrent layers.
#[derive(Clone, Debug, Default)]
struct Entry {
    reader: Reader,
    rows: Rows,
    hidden: Vec<f32>,
    index: usize,
    /// Utterances for which a grave word still tells what the talk is about.
    grave: u32,
}

impl Entry {
    fn grave_thread(&self) -> bool {
        self.grave > 0
    }

    fn read(&mut self, model: &Model, setting: &Setting, said: Said<'_>) {
        self.reader.read(said.text, &model.vocabulary, &mut self.rows);
        let around = Surroundings {
            role: said.role,
            goes_on: said.goes_on,
            lang: setting.lang,
            chat: setting.chat,
            index: self.index,
            tidy: said.text.chars().any(char::is_uppercase),
            project_overlap: setting.project.overlap(&self.rows),
            project_known: setting.project.is_known(),
        };
        self.index += 1;
        self.grave = if self.rows.grave > 0 { GRAVE_THREAD } else { self.grave.saturating_sub(1) };
        model.enter(&self.rows, &scalars(&self.rows, &around), &mut self.hidden);
    }
}

fn decide(out: &[f32], way: &Way, lang: Lang) -> Reading {
    debug_assert_eq!(out.len(), OUTPUTS);
    let calibration = way.calibration(lang);
    let mut logits = [0.0; 4];
    for (i, logit) in logits.iter_mut().enumerate() {
        *logit = out[i] * calibration.factor + calibration.bias[i];
    }
    let probabilities = Probabilities::from_array(softmax(logits));
    Reading { label: label_of(&probabilities), probabilities, flags: flags::from_logits(&out[4..], &calibration.flags) }
}

/// Private if small talk and personal together outweigh the rest, else the likelier of the two others.
pub fn label_of(p: &Probabilities) -> Label {
    if p.private() >= 0.5 {
        if p.personal >= p.smalltalk { Label::Personal } else { Label::Smalltalk }
    } else if p.framing > p.business {
        Label::Framing
    } else {
        Label::Business
    }
}
