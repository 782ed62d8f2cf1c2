//! How a reply sounds: warm or curt, humane, with an excuse in it, and whether it hands the turn back.

use crate::phrases::{self, Section, tokens};
use crate::sources;
use segue_core::Lang;
use std::sync::LazyLock;

static MANNER: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| phrases::per_language(sources::MANNER));

/// Longest reply, in words, that is short for shortness' sake if nothing warm is in it.
const ONE_WORD_REPLY: usize = 3;

/// How a reply sounds, by its words alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each holds or not, whatever the others do")]
pub struct Manner {
    /// Something in it is kind: thanks, delight, sympathy.
    pub warm: bool,
    /// It brushes off.
    pub brushes_off: bool,
    /// It says next to nothing.
    pub bare: bool,
    /// It names a reason outside the talk to end it: another call, the door, the line.
    pub excuse: bool,
    /// It has what one says to bad news: sympathy, or that the work can wait.
    pub humane: bool,
    /// It has what comforts after bad news and nowhere else: dismay, or an offer to move or to cancel.
    pub comforts: bool,
    /// It gives the turn back: a question, or a proposal.
    pub hands_back: bool,
}

/// How this reply sounds.
pub fn manner(reply: &str) -> Manner {
    let lang = Lang::of_text(reply).unwrap_or_default();
    let words = tokens(reply);
    let has = |name: &str| {
        let mut sections = MANNER[phrases::at(lang)].iter().filter(|section| section.name == name);
        sections.any(|section| section.phrases.iter().any(|phrase| phrase.is_heard_in(&words)))
    };
    let humane = has("humane");
    let warm = has("warm") || humane;
    let hands_back = has("hands_back") || reply.contains('?');
    let brushes_off = has("curt");
    let bare = words.len() <= ONE_WORD_REPLY && !warm && !hands_back && !has("thankful");
    // Brushing off stays brushing off, whatever kind word is in it.
    Manner { warm: warm && !brushes_off, brushes_off, bare, excuse: has("excuse"), humane, comforts: has("comforts"), hands_back }
}
