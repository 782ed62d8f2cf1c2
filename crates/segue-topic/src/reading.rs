//! Reading a call: live, an utterance at a time, or with the whole of it in view.

use crate::features::{Reader, Rows, SCALARS, Surroundings, scalars};
use crate::flags::{self, SoFar, Wording};
use crate::model::{Model, OUTPUTS, SERIOUS, SentenceNets, Way};
use crate::net::{Course, Net, rectify, sigmoid, softmax};
use crate::project::{Follower, Project};
use crate::relation::Topics;
use crate::sentence::{Before, Meanings, Progress};
use crate::serious;
use crate::tokens::plain;
use segue_core::{Flag, Label, Lang, Learned, Probabilities, Reading, Role, Words};
use std::fmt;
use std::sync::Arc;

/// What words that were put right add to the logit of business, and take from those of private talk, at most.
const PULL: f32 = 5.0;
/// What is left of that for the next utterance.
const CARRIED: f32 = 0.6;

/// Probability from which talk is private. With calibrated probabilities F1 is greatest at half of the best F1 that there is
/// (Lipton, Elkan and Naryanaswamy 2014), which here is 0.85; on calls of a manner that training had not met, half would find too
/// little: one in three private utterances is missed, and one in seven found is not private.
const PRIVATE_FROM: f32 = 0.42;

/// What a call is about and how it is held.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Language of the call.
    pub lang: Lang,
    /// Written talk.
    pub chat: bool,
    /// The words of the project and the agenda.
    pub project: Project,
    /// What they mean; nothing for the quick model.
    pub topics: Topics,
}

impl Setting {
    /// Makes a setting; `about` and `agenda` may be empty.
    pub fn new(model: &Model, lang: Lang, chat: bool, about: &str, agenda: &[&str]) -> Self {
        let topics = model.sentences.as_ref().map(|sentences| Topics::new(&sentences.encoder, about, agenda));
        Self { lang, chat, project: Project::new(about, agenda, &model.vocabulary), topics: topics.unwrap_or_default() }
    }

    /// The same, with what the user put right in earlier calls.
    #[must_use]
    pub fn with(mut self, learned: Learned) -> Self {
        self.project.learn(learned);
        self
    }
}

/// One utterance to be read; `Debug` counts its words only.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    /// Who speaks.
    pub role: Role,
    /// The same voice as the utterance before.
    pub goes_on: bool,
    /// The words.
    pub text: &'a str,
}

impl fmt::Debug for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Words::new(self.text);
        f.debug_struct("Said").field("role", &self.role).field("goes_on", &self.goes_on).field("text", &words).finish()
    }
}

/// What the live way says of an utterance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LiveReading {
    /// Label, probabilities, flags.
    pub reading: Reading,
    /// What the utterance before this one is, now that this one is known; `None` for the first, and where somebody vouches for
    /// the labels.
    pub before: Option<Reading>,
    /// The agenda item it takes up, if any: one that is only read out among others, or put off, is not.
    pub agenda_item: Option<usize>,
}

/// Reads a call as it goes: only what came before is known.
#[derive(Clone)]
pub struct LiveReader<'m> {
    model: &'m Model,
    setting: Setting,
    entry: Entry,
    words: Course<'m>,
    sentences: Vec<Course<'m>>,
    meanings: Option<Arc<Meanings>>,
    /// What was said right before the next utterance whose meaning is not known.
    before: Before,
    /// What the user put right pulls the thread so far.
    pull: f32,
    /// What the words of the utterance before told by themselves.
    wording: Option<Wording>,
    told: SoFar,
    /// Where the talk is on the agenda.
    follower: Follower,
}

impl<'m> LiveReader<'m> {
    /// Begins a call.
    pub fn new(model: &'m Model, setting: Setting) -> Self {
        let sentences = model.sentences.iter().flat_map(|s| &s.read_by.nets).map(Course::new).collect();
        let (entry, words) = (Entry::default(), Course::new(&model.net));
        let before = Before::default();
        Self {
            entry,
            words,
            sentences,
            meanings: None,
            before,
            pull: 0.0,
            wording: None,
            told: SoFar::default(),
            follower: Follower::default(),
            model,
            setting,
        }
    }

    /// Begins a call of which the meanings are known already, one for each utterance to come.
    fn with_meanings(model: &'m Model, setting: Setting, meanings: Arc<Meanings>) -> Self {
        Self { before: meanings.before.clone(), meanings: Some(meanings), ..Self::new(model, setting) }
    }

    /// Reads the next utterance.
    pub fn hear(&mut self, said: Said<'_>) -> LiveReading {
        let index = self.entry.index;
        self.entry.read(self.model, &self.setting, said);
        let (mut live, mut answered) = ([0.0; OUTPUTS], [0.0; OUTPUTS]);
        let counts = Counts::of(self.model);
        self.words.hear(&self.entry.hidden, counts.words, &mut live, &mut answered);
        if let Some(sentences) = &self.model.sentences {
            let heard;
            let meaning = if let Some(known) = self.meanings.as_deref().filter(|known| index < known.len()) {
                known.of(index)
            } else {
                heard = sentences.encoder.hear(std::mem::take(&mut self.before), said.text);
                self.before = heard.before.clone();
                heard.of(0)
            };
            self.entry.join(meaning, Some(&self.setting.topics), &sentences.read_by);
            for (course, net) in self.sentences.iter_mut().zip(&sentences.read_by.nets) {
                enter(net, &self.entry.joined, &mut self.entry.sentence);
                course.hear(&self.entry.sentence, counts.sentence, &mut live, &mut answered);
            }
        }
        let lang = self.setting.lang;
        let before = self.wording.map(|wording| read(&answered, &self.model.ways.answered, lang, self.pull, wording));
        let plain = plain(said.text);
        let wording = Wording::next(said, &plain, &mut self.told);
        self.wording = Some(wording);
        self.pull = carried(self.pull, self.setting.project.pull(&self.entry.rows));
        let reading = read(&live, &self.model.ways.live, lang, self.pull, wording);
        let agenda_item = self.setting.project.taken_up_in_plain(&mut self.follower, &plain);
        LiveReading { reading, before, agenda_item }
    }
}

/// What a live reader says of a call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Live {
    /// Of each utterance, as soon as it is heard.
    pub at_once: Vec<Reading>,
    /// Of each utterance, once the next one is heard; of the last one what was said at once.
    pub answered: Vec<Reading>,
}

impl LiveReading {
    /// Adds this to readings of all that was said before, and puts the last of them right.
    pub fn append_to(&self, readings: &mut Vec<Reading>) {
        if let Some((last, before)) = readings.last_mut().zip(self.before) {
            *last = before;
        }
        readings.push(self.reading);
    }
}

impl LiveReader<'_> {
    /// Hears a call to its end.
    pub fn hear_all(&mut self, call: &[Said<'_>]) -> Live {
        let mut live = Live::default();
        for &said in call {
            let heard = self.hear(said);
            live.at_once.push(heard.reading);
            heard.append_to(&mut live.answered);
        }
        live
    }
}

/// Reads a call that is over in both ways: a reader that will hear it live, and what the whole says.
/// The sentences are understood once for both.
pub fn read_both<'m>(model: &'m Model, setting: Setting, call: &[Said<'_>]) -> (LiveReader<'m>, Vec<Reading>) {
    read_both_watched(model, setting, call, &|_| {})
}

/// The same for a call so long that people would like to see how far it is: `done` is told of each part of the work, all of
/// which are 1.
pub fn read_both_watched<'m>(
    model: &'m Model,
    setting: Setting,
    call: &[Said<'_>],
    done: Progress<'_>,
) -> (LiveReader<'m>, Vec<Reading>) {
    let meanings = Arc::new(model.meanings(call.iter().map(|said| said.text), done));
    let whole = read_whole(model, &setting, call, &meanings);
    (LiveReader::with_meanings(model, setting, meanings), whole)
}

/// Reads a call with all of it in view. `meanings` are those of its texts, from [`Model::meanings`].
fn read_whole(model: &Model, setting: &Setting, call: &[Said<'_>], meanings: &Meanings) -> Vec<Reading> {
    let mut entry = Entry::default();
    let (mut words, mut pulls) = (Vec::new(), Vec::new());
    let read_by = model.sentences.as_ref().map(|sentences| &sentences.read_by);
    let nets: &[Net] = read_by.map_or(&[], |read_by| &read_by.nets);
    let mut sentences = vec![Vec::new(); nets.len()];
    for (index, &said) in call.iter().enumerate() {
        entry.read(model, setting, said);
        words.extend_from_slice(&entry.hidden);
        pulls.push(setting.project.pull(&entry.rows));
        if let Some(read_by) = read_by {
            entry.join(meanings.of(index), Some(&setting.topics), read_by);
            for (net, entries) in nets.iter().zip(&mut sentences) {
                enter(net, &entry.joined, &mut entry.sentence);
                entries.extend_from_slice(&entry.sentence);
            }
        }
    }
    let counts = Counts::of(model);
    let mut sums = vec![[0.0; OUTPUTS]; call.len()];
    Course::new(&model.net).read_whole(&words, counts.words, &mut sums);
    for (net, entries) in nets.iter().zip(&sentences) {
        Course::new(net).read_whole(entries, counts.sentence, &mut sums);
    }
    carry(&mut pulls);
    let whole = &model.ways.whole;
    let mut told = SoFar::default();
    let wordings: Vec<Wording> = call.iter().map(|&said| Wording::next(said, &plain(said.text), &mut told)).collect();
    let rows = sums.iter().zip(&wordings).zip(pulls);
    let mut readings: Vec<Reading> = rows.map(|((sum, &wording), pull)| read(sum, whole, setting.lang, pull, wording)).collect();
    let calibrated = whole.calibration(setting.lang).flags[SERIOUS];
    let above: Vec<f32> = sums.iter().map(|sum| sum[4 + SERIOUS] - calibrated).collect();
    let glad: Vec<bool> = wordings.iter().map(|wording| wording.is_glad()).collect();
    serious::follow(&mut readings, &above, &glad);
    readings
        .iter_mut()
        .zip(&wordings)
        .filter(|(_, wording)| wording.is_silent)
        .for_each(|(reading, _)| flags::leave_unsaid(reading));
    readings
}

/// What is put right holds for the thread: an answer goes with what it answers, less and less.
fn carried(before: f32, now: f32) -> f32 {
    let kept = CARRIED * before;
    if now == 0.0 { kept } else { (now + kept).clamp(-1.0, 1.0) }
}

/// The same in both directions.
fn carry(pulls: &mut [f32]) {
    let mut before = 0.0;
    for pull in pulls.iter_mut() {
        before = carried(before, *pull);
        *pull = before;
    }
    let mut after = 0.0;
    for pull in pulls.iter_mut().rev() {
        after = carried(after, *pull);
        *pull = after;
    }
}

/// How much each net counts; together 1.
struct Counts {
    words: f32,
    sentence: f32,
}

impl Counts {
    fn of(model: &Model) -> Self {
        model.sentences.as_ref().map_or(Self { words: 1.0, sentence: 0.0 }, |sentences| {
            let all = sentences.words_count + sentences.read_by.nets.len() as f32;
            Self { words: sentences.words_count / all, sentence: 1.0 / all }
        })
    }
}

/// What enters the recurrent layers of a net on sentences.
pub(crate) fn enter(net: &Net, joined: &[f32], out: &mut Vec<f32>) {
    net.entry.apply(joined, out);
    rectify(out);
}

/// From words to the vector that enters the recurrent layers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    reader: Reader,
    rows: Rows,
    scalars: [f32; SCALARS],
    /// For the net on words.
    hidden: Vec<f32>,
    /// See [`Entry::join`].
    pub joined: Vec<f32>,
    /// For a net on sentences.
    pub sentence: Vec<f32>,
    index: usize,
}

impl Entry {
    /// Puts together what nets on sentences are fed: what a sentence means, how it stands to the project if that is asked, and
    /// the scalars.
    pub fn join(&mut self, meaning: &[f32], topics: Option<&Topics>, nets: &SentenceNets) {
        self.joined.clear();
        self.joined.extend_from_slice(meaning);
        if let Some(topics) = topics {
            topics.append(meaning, &mut self.joined);
        }
        nets.scale(&mut self.joined);
        self.joined.extend_from_slice(&self.scalars);
    }

    /// Reads the next utterance.
    pub fn read(&mut self, model: &Model, setting: &Setting, said: Said<'_>) {
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
        self.scalars = scalars(&self.rows, &around);
        model.enter(&self.rows, &self.scalars, &mut self.hidden);
    }
}

/// From a net's outputs to a reading, with what the words tell by themselves.
fn read(out: &[f32; OUTPUTS], way: &Way, lang: Lang, pull: f32, wording: Wording) -> Reading {
    let mut reading = decide(out, way, lang, pull);
    flags::complete(&mut reading, wording);
    reading
}

/// `pull` is from -1, private, to 1, business. It never touches what is serious by itself.
fn decide(out: &[f32; OUTPUTS], way: &Way, lang: Lang, pull: f32) -> Reading {
    let calibration = way.calibration(lang);
    let wanted = sigmoid(calibration.wanted[0] * out[OUTPUTS - 1] + calibration.wanted[1]);
    let flags = flags::from_logits(&out[4..], calibration, way.care, wanted);
    let pull = if flags.has(Flag::Serious) { 0.0 } else { PULL * pull };
    let mut logits = [0.0; 4];
    for (i, logit) in logits.iter_mut().enumerate() {
        *logit = out[i] * calibration.factor + calibration.bias[i] + [pull, -pull, -pull, 0.0][i];
    }
    let probabilities = Probabilities::from_array(softmax(logits));
    Reading { label: label_of(&probabilities, PRIVATE_FROM), probabilities, flags, wanted: Some(wanted) }
}

/// Private if small talk and personal together have at least this probability, else the likelier of the two others.
pub(crate) fn label_of(p: &Probabilities, private_from: f32) -> Label {
    if p.private() >= private_from {
        if p.personal >= p.smalltalk { Label::Personal } else { Label::Smalltalk }
    } else if p.framing > p.business {
        Label::Framing
    } else {
        Label::Business
    }
}
