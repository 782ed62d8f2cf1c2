//! Grave words, as they are meant.

use crate::patterns::Heard;
use crate::sentences::clauses;
use segue_core::Lang;

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

/// Years before this one are long ago.
const LONG_AGO: u32 = 2020;

/// What befell a person, said outright and in a clause of its own, however much of the work stands around it:
/// "please don't send the estimate: our chief accountant died". The page about a funeral is none.
pub(super) fn befell_somebody(text: &str, lang: Lang) -> bool {
    let now = !is_long_ago(&Heard::new(text, lang));
    now && clauses(text, lang).into_iter().any(|clause| {
        let heard = Heard::new(clause, lang);
        let somebody = heard.has("person") || heard.has("kin");
        let of_a_thing = heard.beside("person").has("thing") || heard.has("topic");
        (heard.has("passed") || somebody && heard.has("befell")) && !of_a_thing && !heard.has("figure")
    })
}

/// A disaster where people live or work.
pub(super) fn is_disaster(text: &str, lang: Lang) -> bool {
    let whole = Heard::new(text, lang);
    let here = !is_long_ago(&whole) && !whole.has("spared");
    here && clauses(text, lang).into_iter().any(|clause| {
        let heard = Heard::new(clause, lang);
        heard.has("disaster") && !heard.has("topic") && !heard.has("thing")
    })
}

/// Told of another time.
fn is_long_ago(heard: &Heard) -> bool {
    let past_year = |word: &String| word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1000..LONG_AGO).contains(&year));
    heard.has("old") || heard.words().iter().any(past_year)
}

/// Only a hamster or the like was buried: a child's grief that deserves a kind word, and no work has to stop for it.
pub(super) fn befell_a_small_pet(text: &str, lang: Lang) -> bool {
    let grave = |clause: &Heard| ["grave", "told", "death", "befell"].into_iter().any(|section| clause.has(section));
    let told: Vec<Heard> =
        clauses(text, lang).into_iter().map(|clause| Heard::new(clause, lang)).filter(|clause| grave(clause)).collect();
    !told.is_empty() && told.iter().all(|clause| clause.has("small pet") && !clause.beside("small pet").has("kin"))
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
