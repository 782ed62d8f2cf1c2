//! What an answer of mine does, by the label model and by how it sounds.

use segue_core::{Flag, Label, Reading, Rung};
use segue_phrasebook::{Manner, SAID, announcement_was_said, asks_on, manner, sounds_like, tokens};
use segue_topic::LiveReading;
use serde::Serialize;

/// What the client said last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// Hello.
    Greeting,
    /// About the work.
    Business,
    /// A story.
    Story,
    /// A private question to me.
    Question,
    /// Bad news.
    News,
    /// How they take the new boundary.
    Boundary,
    /// The work is done, and they come to the chat that was promised for the end.
    Promised,
    /// The work is done, and so is that chat.
    Closing,
}

/// What my answer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// Sympathy for bad news.
    Humane,
    /// Bad news passed over.
    PassedOver,
    /// A new boundary announced.
    Announced,
    /// Private talk brought back to business, or a question handed back.
    Steered,
    /// Private talk fed: by a question, something of my own, or delight that asks for more.
    Fed,
    /// Brushed off.
    Curt,
    /// Ended by an excuse.
    Excused,
    /// About the work.
    Business,
    /// Listened, without feeding or steering.
    Listened,
    /// Goodbye.
    SignedOff,
}

/// Rungs whose turns of phrase bring talk back.
const BACK: [Rung; 5] = [Rung::Park, Rung::Time, Rung::Direct, Rung::Offline, Rung::Deflect];

/// From this probability on, an answer to a story that names nothing of the work is about it all the same.
const SURELY: f32 = 0.8;

/// Words by which people begin to tell of their own.
const OWN: [&str; 8] = ["my", "our", "мой", "моя", "мою", "моего", "меня", "нас"];

/// True if something of my own life is told: the label model says so, or a private answer of some length speaks of my own.
pub(crate) fn tells(mine: &str, reading: &Reading) -> bool {
    let words: Vec<String> = tokens(mine);
    let own = words.len() >= 6 && words.iter().any(|word| OWN.contains(&word.as_str()));
    reading.flags.has(Flag::Disclosure) || reading.label.is_private() && own && !mine.contains('?')
}

/// What this answer of mine does, and how it sounds.
pub(crate) fn judge(mine: &str, read: &LiveReading, before: Before) -> (Move, Manner) {
    let how = manner(mine);
    let flags = read.reading.flags;
    let private = read.reading.label.is_private();
    let names_work = read.agenda_item.is_some();
    // "So what's next?" asks a story on, unless the work is named with it.
    let leads_back = BACK.into_iter().any(|rung| sounds_like(rung, mine) >= SAID);
    let asks_on = asks_on(mine) && !leads_back && !names_work && matches!(before, Before::Story | Before::Question);
    let brings_back = leads_back || flags.has(Flag::SteerBack) && !asks_on;
    let asks = flags.has(Flag::PersonalQuestion) || asks_on;
    let tells = tells(mine, &read.reading);
    let feeds = asks || tells || private && flags.has(Flag::Enthusiasm);
    let talks_work = names_work || read.reading.label == Label::Business;
    let signs_off = flags.has(Flag::SignOff) || sounds_like(Rung::SignOff, mine) >= SAID;

    let what = match before {
        // "Whatever time you need" is no brushing off.
        Before::News if how.humane || how.comforts => Move::Humane,
        Before::News if brings_back || talks_work || how.brushes_off || how.bare => Move::PassedOver,
        Before::News => Move::Listened,
        _ if announcement_was_said(mine) >= SAID => Move::Announced,
        _ if how.excuse => Move::Excused,
        Before::Closing if signs_off || brings_back => Move::SignedOff,
        Before::Promised if signs_off && sounds_like(Rung::Return, mine) < SAID => Move::SignedOff,
        // Now it is their turn: "we kept that for the end" leads to the chat, not away from it.
        Before::Promised if !how.brushes_off && !tells => Move::Listened,
        _ if signs_off && !brings_back && !feeds => Move::SignedOff,
        Before::Story | Before::Question if how.brushes_off || how.bare => Move::Curt,
        // A way back counts, whatever kind question comes before it.
        Before::Story | Before::Question if brings_back || names_work => Move::Steered,
        Before::Story | Before::Question if feeds || private && mine.contains('?') => Move::Fed,
        Before::Story | Before::Question if read.reading.probabilities.business > SURELY => Move::Steered,
        Before::Story | Before::Question => Move::Listened,
        _ if how.brushes_off => Move::Curt,
        _ if (asks || tells) && !brings_back && !names_work => Move::Fed,
        _ if brings_back || talks_work => Move::Business,
        _ => Move::Listened,
    };
    (what, how)
}
