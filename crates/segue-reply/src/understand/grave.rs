//! Grave words, as they are meant.

use crate::patterns::Heard;

/// Probability of private talk from which grave words about somebody near, or about the writer, are no figure of speech.
const NEAR: f32 = 0.1;
/// The same for grave words about nobody in particular.
const NOBODY: f32 = 0.5;
/// Words of the work up to which grave words about somebody near need no second opinion.
const KIN_AND_WORK: usize = 2;

/// Grave words about somebody, as they are meant; also in a sentence that asks for something.
pub(super) fn tells_grave_news(heard: &Heard, private: f32) -> bool {
    if heard.has("figure") || heard.has("old") {
        return false;
    }
    if heard.has("told") || !heard.has("grave") {
        return heard.has("told");
    }
    let somebody = heard.has("kin") || heard.has("own") || heard.has("self");
    heard.has("kin") && heard.count("business") <= KIN_AND_WORK || somebody && private > NEAR || private > NOBODY
}

/// Grave words that the project itself is about: a hospice's website, a divorce lawyer's page.
pub(super) fn subject_of_work(heard: &Heard, project: &Heard) -> bool {
    project.has("grave") && !heard.has("kin") && !heard.has("told")
}

/// Words around a mishap among which its thing stands.
const NEAR_WORDS: usize = 4;

/// A domain that died, a login that was lost: all grave words are mishaps, each of a thing of the work.
pub(super) fn befell_a_thing(heard: &Heard) -> bool {
    let words = heard.words();
    let is = |section: &str, at: usize| heard.of(&words[at..=at]).has(section);
    let mishaps: Vec<usize> = (0..words.len()).filter(|&at| is("mishap", at)).collect();
    let near = |at: usize| (at.saturating_sub(NEAR_WORDS)..(at + NEAR_WORDS + 1).min(words.len())).any(|i| is("thing", i));
    !mishaps.is_empty() && !heard.has("told") && mishaps.into_iter().all(near) && !heard.beside("mishap").has("grave")
}
