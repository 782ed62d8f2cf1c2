//! Topics that my own words put aside, however short they were: whether one is, and under which name it waits.

use segue_core::{AgendaItem, Role, Utterance, Words, tokens};
use segue_phrasebook::{name_of_topic, puts_aside};

/// Probability of private talk of what was told right before, from which on it is no work that is put aside: what is told in passing
/// often reads as work.
const TOLD: f32 = 0.1;
/// Probability of private talk from which on a turn of mine goes on with what was told.
const GOES_ON: f32 = 0.5;
/// Letters of a word by which an item of the agenda is known.
const LONG: usize = 4;

/// True if my words, so private themselves, put aside what was told, which is so private: a topic, and none of the agenda. Who goes on
/// with the story ("And what did she do at the end of the call?") puts aside at most what they name.
pub(crate) fn puts_topic_aside(words: &str, told: f32, mine: f32, agenda: &[AgendaItem]) -> bool {
    told.max(mine) >= TOLD && puts_aside(words) && {
        let name = name_of_topic(Some(words), []);
        name.map_or(mine < GOES_ON, |name| !is_of_work(&name, agenda))
    }
}

fn is_of_work(name: &Words, agenda: &[AgendaItem]) -> bool {
    let name = tokens(name.as_str());
    let long = |word: &String| word.chars().count() >= LONG;
    agenda.iter().flat_map(|item| tokens(&item.text)).filter(long).any(|word| name.contains(&word))
}

/// The name of what was parked: `index` opened it, and `by` are my words that put it aside, if any did; else it is what was told last.
pub(crate) fn name_of(all: &[Utterance], index: Option<usize>, by: Option<usize>) -> Option<Words> {
    let words = |i: usize| all.get(i).map(|utterance| utterance.text.as_str());
    let from = index.unwrap_or(0);
    let told = (from..by.unwrap_or(from + 1)).rev().filter(|&i| all.get(i).is_some_and(|said| said.speaker.role != Role::Me));
    name_of_topic(by.and_then(words), told.filter_map(words))
}
