//! How a reply sounds: warm or curt, humane, with an excuse in it, and whether it hands the turn back.

use crate::said::puts_aside;
use crate::sources;
use segue_core::phrases::{Phrase, Section, sections};
use segue_core::{Lang, tokens};
use std::sync::LazyLock;

static MANNER: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::MANNER.map(sections));

/// Longest reply, in words, that is short for shortness' sake if nothing warm is in it.
const ONE_WORD_REPLY: usize = 3;

/// How a reply sounds, by its words alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each holds or not, whatever the others do")]
pub struct Manner {
    /// Something in it is kind: thanks, delight, sympathy.
    pub warm: bool,
    /// It puts what it wants gently: asks leave, promises a topic its time, or says for whose sake.
    pub gentle: bool,
    /// It is amused by what was told, or delighted at it, and nothing in it feels with whoever told it.
    pub amused: bool,
    /// It is kind by nothing but wonder: "Wow", «Ну и ну».
    pub only_wonders: bool,
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
    let sections = &MANNER[Lang::of_text(reply).unwrap_or_default() as usize];
    let words = tokens(reply);
    let has = |name: &str| section(sections, name).any(|phrase| phrase.is_heard_in(&words));
    let (humane, comforts, feels, delight) = (has("humane"), has("comforts"), has("feels"), has("delight"));
    let wonder = has("wonder");
    let warm_itself = has("warm") || delight || feels || humane;
    let warm = warm_itself || wonder;
    let thankful = has("thankful");
    let gentle = has("gentle") || thankful || puts_aside(reply) || asks_leave(reply, sections);
    let hands_back = has("hands_back") || reply.contains('?');
    let brushes_off = has("curt") || is_a_sentence(reply, sections, "curt alone");
    let bare = words.len() <= ONE_WORD_REPLY && !warm && !hands_back && !thankful;
    Manner {
        // Brushing off stays brushing off, whatever kind word is in it.
        warm: warm && !brushes_off,
        gentle: gentle && !brushes_off,
        amused: (delight || has("light")) && !feels && !humane && !comforts,
        only_wonders: wonder && !warm_itself,
        brushes_off,
        bare,
        excuse: has("excuse"),
        humane,
        comforts,
        hands_back,
    }
}

fn section<'s>(sections: &'s [Section], name: &'s str) -> impl Iterator<Item = &'s Phrase> {
    sections.iter().filter(move |section| section.name == name).flat_map(|section| &section.phrases)
}

/// What ends a sentence.
const ENDS: [char; 5] = ['.', '!', '?', '…', '\n'];

/// True if a sentence is a phrase of that name and nothing else.
fn is_a_sentence(reply: &str, sections: &[Section], name: &str) -> bool {
    let sentences = reply.split(ENDS).map(tokens);
    sentences.into_iter().any(|words| section(sections, name).any(|phrase| phrase.begins(&words) == Some(words.len())))
}

/// True if a sentence ends in a word that asks the other to agree: "…, okay?"
fn asks_leave(reply: &str, sections: &[Section]) -> bool {
    let asked = reply.split_inclusive(ENDS).filter(|sentence| sentence.ends_with('?'));
    asked.map(tokens).any(|words| section(sections, "leave").any(|phrase| phrase.ends(&words)))
}
