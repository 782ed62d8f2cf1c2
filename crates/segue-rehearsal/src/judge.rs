//! What an answer of mine does, by the label model and by how it sounds.

use segue_core::{Flag, Label, Reading, Rung, Tone, tokens};
use segue_phrasebook::{
    Manner, SAID, SaidLine, announcement_was_said, asks_on, manner, puts_aside, says_goodbye, sounds_like, tells_own_life,
    tells_own_past, tells_own_trouble,
};
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
    /// That I hurt them, when I cut a story short.
    Hurt,
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
    /// Laughed at what hurts whoever told it.
    Mocked,
    /// Ended by an excuse.
    Excused,
    /// Told a trouble of one's own, as the reason to be brief.
    Confided,
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

/// True if something of my own life is told: the label model says so, its words plainly do, or a private answer of some length speaks
/// of my own.
pub(crate) fn tells(mine: &str, reading: &Reading) -> bool {
    let words: Vec<String> = tokens(mine);
    let own = words.len() >= 6 && words.iter().any(|word| OWN.contains(&word.as_str()));
    reading.flags.has(Flag::Disclosure) || tells_own_life(mine) || reading.label.is_private() && own && !mine.contains('?')
}

/// Where the talk stands when I answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scene {
    /// What the client said last.
    pub before: Before,
    /// The tone agreed with them: where it is direct, a plain way back is kind enough.
    pub tone: Tone,
    /// What they told hurts them.
    pub hurts: bool,
    /// My answer names the work of the call.
    pub names_work: bool,
    /// My answer has words of the story in it.
    pub echoes: bool,
    /// The line of the phrasebook that my answer is, or has in it.
    pub line: Option<SaidLine>,
}

/// An answer of mine, judged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged {
    pub what: Move,
    /// Something in it is kind.
    pub warm: bool,
    /// Warm, or gentle, or as plain as was agreed, or a line of the phrasebook, all of which are kind in their tone.
    pub kind: bool,
    /// It gives the turn back.
    pub hands_back: bool,
}

/// What this answer of mine does, and how it sounds.
pub(crate) fn judge(mine: &str, read: &LiveReading, scene: Scene) -> Judged {
    let how = manner(mine);
    let laughs = scene.hurts && how.amused;
    let line = scene.line.filter(|_| !how.brushes_off);
    let warm = how.warm && !(scene.hurts && how.only_wonders) || line.is_some_and(|line| line.tone == Tone::Warm);
    let what = what(mine, read, Scene { line, ..scene }, how);
    let plain = what == Move::Steered && scene.tone == Tone::Direct;
    Judged {
        what,
        warm: warm && !laughs,
        kind: (warm || how.gentle || line.is_some() || plain) && !laughs,
        hands_back: how.hands_back,
    }
}

/// What a line of the phrasebook does there; `None` where it does nothing of its own.
fn of_line(rung: Rung, before: Before, asks: bool) -> Option<Move> {
    // A kind way back after a curt one is one all the same.
    let private = matches!(before, Before::Story | Before::Question) || before == Before::Hurt && BACK.contains(&rung);
    match rung {
        Rung::Humane | Rung::Stay => Some(Move::Listened),
        Rung::SignOff => Some(Move::SignedOff),
        Rung::Overrun if !asks => Some(Move::SignedOff),
        Rung::Return => matches!(before, Before::Promised | Before::Closing).then_some(Move::Listened),
        Rung::Feeding => None,
        _ if before == Before::Closing => Some(Move::SignedOff),
        _ => Some(if private { Move::Steered } else { Move::Business }),
    }
}

fn what(mine: &str, read: &LiveReading, Scene { before, hurts, names_work, echoes, line, .. }: Scene, how: Manner) -> Move {
    let flags = read.reading.flags;
    let private = read.reading.label.is_private();
    let in_a_story = matches!(before, Before::Story | Before::Question);
    // "So what's next?" asks a story on, unless the work is named with it.
    let leads_back = puts_aside(mine) || BACK.into_iter().any(|rung| sounds_like(rung, mine) >= SAID);
    let asks_on = asks_on(mine) && !leads_back && !names_work && in_a_story;
    let brings_back = leads_back || flags.has(Flag::SteerBack) && !asks_on;
    let asks = flags.has(Flag::PersonalQuestion) || asks_on;
    let tells = tells(mine, &read.reading) || in_a_story && tells_own_past(mine);
    let feeds = asks || tells || private && flags.has(Flag::Enthusiasm);
    let talks_work = names_work || read.reading.label == Label::Business;
    let goodbye = says_goodbye(mine);
    let leaves = goodbye && !mine.contains('?') && !how.brushes_off;
    let signs_off = goodbye || flags.has(Flag::SignOff) || sounds_like(Rung::SignOff, mine) >= SAID;
    let by_line = line.and_then(|line| of_line(line.rung, before, mine.contains('?')));

    match before {
        Before::News if how.amused => Move::PassedOver,
        // "Whatever time you need" is no brushing off.
        Before::News if how.humane || how.comforts || line.is_some_and(|line| line.rung.is_humane()) => Move::Humane,
        Before::News if brings_back || talks_work || how.brushes_off || how.bare => Move::PassedOver,
        Before::News => Move::Listened,
        _ if announcement_was_said(mine) >= SAID => Move::Announced,
        _ if how.excuse => Move::Excused,
        _ if let Some(by_line) = by_line => by_line,
        _ if leaves => Move::SignedOff,
        _ if tells_own_trouble(mine) && !brings_back && !names_work => Move::Confided,
        Before::Closing if signs_off || brings_back => Move::SignedOff,
        Before::Promised if signs_off && sounds_like(Rung::Return, mine) < SAID => Move::SignedOff,
        // Now it is their turn: "we kept that for the end" leads to the chat, not away from it.
        Before::Promised if !how.brushes_off && !tells => Move::Listened,
        _ if signs_off && !brings_back && !feeds => Move::SignedOff,
        Before::Story | Before::Question if how.brushes_off => Move::Curt,
        Before::Story if hurts && how.amused && !brings_back && !names_work => Move::Mocked,
        Before::Story | Before::Question if how.bare && !asks && !brings_back && !names_work => Move::Curt,
        // A way back counts, whatever kind question comes before it.
        Before::Story | Before::Question if brings_back || names_work => Move::Steered,
        Before::Story | Before::Question if feeds || (private || echoes) && mine.contains('?') => Move::Fed,
        Before::Story | Before::Question if read.reading.probabilities.business > SURELY => Move::Steered,
        Before::Story | Before::Question => Move::Listened,
        _ if how.brushes_off => Move::Curt,
        Before::Hurt if leads_back && (how.warm || how.gentle) => Move::Steered,
        _ if (asks || tells) && !brings_back && !names_work => Move::Fed,
        _ if brings_back || talks_work => Move::Business,
        _ => Move::Listened,
    }
}
