//! Good news that sounds like grief: a birth, and tears of joy, of laughter, or over what we made.

use super::tone::Read;
use crate::patterns::Heard;
use segue_core::Flag;

/// Smiles of somebody who laughs to tears.
const LAUGHS: [char; 3] = ['😂', '🤣', '😆'];

/// Tears that nobody is to be comforted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tears {
    /// Over something that we made: a film, a portrait, a text.
    Moved,
    /// Over their own joy.
    Joy,
}

impl Tears {
    /// The glad tears of a sentence, if it says what makes them glad and tells of nothing hard besides.
    pub(super) fn in_words(heard: &Heard, text: &str) -> Option<Self> {
        if !heard.has("tears") || is_troubled(&heard.beside("tears")) {
            return None;
        }
        let laughs = text.contains(LAUGHS);
        let shown = heard.has("made") && (heard.has("thanks") || heard.has("beheld"));
        let own = (heard.has("good") || heard.has("birth")) && !heard.has("made") && !heard.has("you");
        (laughs || shown || delights(heard)).then_some(if own { Self::Joy } else { Self::Moved })
    }
}

/// Praise or happiness in words.
fn delights(heard: &Heard) -> bool {
    heard.beside("no delight").has("delight")
}

/// Something hard or grave.
fn is_troubled(heard: &Heard) -> bool {
    let rest = heard.beside("no hard");
    ["grave", "told", "death", "blow", "trouble", "hard"].into_iter().any(|section| rest.has(section))
}

/// Words of grief or danger, if glad ones do not stand for them.
pub(super) fn is_grief(heard: &Heard) -> bool {
    let rest = heard.beside("healed").beside("birth").beside("hospital");
    ["grave", "told", "death", "trouble"].into_iter().any(|section| rest.has(section))
}

/// A birth of which nothing hard is told: in a maternity ward nobody is ill.
pub(super) fn is_birth(heard: &Heard) -> bool {
    heard.has("birth") && !is_troubled(&heard.beside("birth").beside("hospital"))
}

/// A birth that does not go well.
pub(super) fn is_hard_birth(heard: &Heard) -> bool {
    heard.has("birth") && heard.has("trouble")
}

/// Tears of which nobody can say what they are, from the sentence alone: not for hours, and with nothing hard besides.
pub(super) fn tears_may_be_glad(heard: &Heard) -> bool {
    heard.has("tears") && !heard.has("sorrow") && !is_troubled(&heard.beside("tears"))
}

/// Whoever has not slept since a birth is happy, if nothing else is the matter.
pub(super) fn let_births_be_glad(read: &mut [Read]) {
    let weary = |one: &Read| one.heard.count("hard") <= one.heard.count("weary");
    let born = read.iter().any(|one| one.birth) && !read.iter().any(|one| one.blow || is_grief(&one.heard));
    for one in read.iter_mut().filter(|one| born && one.care && one.despair.is_none() && weary(one)) {
        one.care = false;
        one.grave = false;
        one.flags.remove(Flag::Serious);
    }
}

/// A divorce with champagne is good news: a parting that is celebrated in its own sentence or the one beside it, where
/// nothing else that is hard is told.
pub(super) fn celebrate_partings(read: &mut [Read]) {
    let parted = |one: &Read| {
        let rest = one.heard.beside("parted").beside("celebrates");
        one.heard.has("parted") && !rest.beside("pets").has("kin") && !is_troubled(&rest)
    };
    let celebrates = |one: &Read| one.heard.has("celebrates");
    let of_it = |index: usize| {
        let near = index.saturating_sub(1)..(index + 2).min(read.len());
        parted(&read[index]) && read[near].iter().any(celebrates)
    };
    let glad: Vec<usize> = (0..read.len()).filter(|&index| of_it(index)).collect();
    let others_are_light = read.iter().all(|one| parted(one) || !one.blow && one.despair.is_none() && !is_troubled(&one.heard));
    if glad.is_empty() || !others_are_light {
        return;
    }
    for (index, one) in read.iter_mut().enumerate() {
        one.care = false;
        one.grave = false;
        one.flags.remove(Flag::Serious);
        one.healed |= glad.contains(&index);
        one.warm |= glad.contains(&index);
    }
}

/// A sentence beside which tears may be glad ones.
pub(super) fn is_glad(heard: &Heard) -> bool {
    (delights(heard) || heard.has("good") || heard.has("made") && heard.has("thanks")) && !is_troubled(heard)
}
