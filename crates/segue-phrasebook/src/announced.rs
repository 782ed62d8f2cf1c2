//! Whether a new boundary was announced, also in one's own words.

use crate::said::is_heard;
use crate::sources;
use segue_core::phrases::{Section, sections};
use segue_core::{Lang, tokens};
use std::sync::LazyLock;

static ANNOUNCED: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::ANNOUNCED.map(sections));
static ANNOUNCING: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::ANNOUNCING.map(sections));

/// Section with the words by which somebody else's announcement is told.
const OTHERS: &str = "others";
/// So many signs of an announcement are one.
const SIGNS: usize = 3;
/// Of each of these pairs one must be among them: something changes, or is said with tact; it is about talk or time; between us.
const CHANGES: [&str; 2] = ["change", "tact"];
const OF_TALK: [&str; 2] = ["talk", "limit"];
const BETWEEN_US: [&str; 2] = ["talk", "tact"];

/// How surely a new boundary was announced in these words, from 0 to 1: how many of its parts are
/// heard (what changes, that calls are for the work, the limit, the reason, what becomes of personal
/// things). Three of five count as said, see [`SAID`](crate::SAID). Give it all I said at that point of the call.
pub fn announcement_was_said(heard: &str) -> f32 {
    let lang = Lang::of_text(heard).unwrap_or_default();
    let heard = tokens(heard);
    let sections = &ANNOUNCED[lang as usize];
    let parts = sections.iter().filter(|section| is_heard(section, &heard)).count();
    // One part is any talk about work; from there to all of them.
    match parts {
        0 | 1 => 0.0,
        2 => 0.3,
        n => (0.6 + 0.2 * (n - 3) as f32).min(1.0),
    }
}

/// True if these words do what an announcement does, in whatever words: three of a change, our talks, a limit, the work, and tact or a
/// reason are heard. Wider than [`announcement_was_said`]: ask it only of what I said before the work began, while an announcement is
/// due.
pub fn announces_in_own_words(heard: &str) -> bool {
    let sections = &ANNOUNCING[Lang::of_text(heard).unwrap_or_default() as usize];
    let (of_others, signs): (Vec<&Section>, Vec<&Section>) = sections.iter().partition(|section| section.name == OTHERS);
    let mine: Vec<String> = heard
        .split_inclusive(['.', '!', '?', '…'])
        .map(tokens)
        .filter(|sentence| !of_others.iter().any(|section| is_heard(section, sentence)))
        .flatten()
        .collect();
    let found: Vec<&str> = signs.iter().filter(|section| is_heard(section, &mine)).map(|section| section.name.as_str()).collect();
    let any = |names: [&str; 2]| names.iter().any(|name| found.contains(name));
    // A change, a limit and what comes first are said of a pump too.
    found.len() >= SIGNS && any(CHANGES) && any(OF_TALK) && any(BETWEEN_US)
}
