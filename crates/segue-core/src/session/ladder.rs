//! Whether to show a line now, and which rung.

use super::drift::Stretch;
use super::{Heard, Reason, WANTED};
use crate::{Boundary, Flag, Kind, Label, Phase, Role, Rung, Tone};

/// Share of private speech in a drift below which nothing is shown.
const CONFIDENT: f64 = 0.7;
/// Probability of private talk that the last utterance before the line must have. It and [`WANTED`] were chosen together on 2,120 calls
/// that the nets had not seen: a fifth fewer lines astray for one wanted line in sixty.
const CLEARLY_PRIVATE: f32 = 0.95;
/// Utterances in a row, the one before the gap the last of them, that must surely be private.
const SURE_TURNS: u32 = 2;
/// Part of the grace after which a personal question to me gets its deflection.
const DEFLECT_SHARE: f64 = 0.35;
/// Part of the grace after which an ignored steer gets help.
const IGNORED_SHARE: f64 = 0.5;
/// How surely private a question out of the work must be to get its deflection at once: whoever is asked must answer now. In 160 dense
/// calls that the nets had not seen, 25 of the 31 turns with such a question that reach it were marked as personal questions, and all
/// were private (0.9: 22 of 27; with a lower bar for the question itself 43 of 64, and a third of the deflections were wrong).
const SURELY_ASKED: f32 = 0.8;
/// The same of one that follows another.
const ASKED_AGAIN: f32 = 0.7;
/// Each return makes the grace shorter by this factor.
const SHORTER: f64 = 0.6;
/// The grace of a group, others' time being at stake.
const GROUP_SHARE: f64 = 0.75;
/// Of the private speech in a drift, the part that makes me the one who feeds it.
const FEEDING_SHARE: f64 = 0.6;
/// That part where somebody else opened it: whoever asked may be given an answer.
const FEEDING_THEIRS_SHARE: f64 = 0.8;
/// The grace among colleagues: nobody pays for the minutes.
const INTERNAL_SHARE: f64 = 1.25;
/// How likely a way back must be wanted for part of the grace to be enough, and for another line in the same drift: the nets know
/// how long the talk has gone on, and what it is about.
const SURELY_WANTED: f32 = 0.8;
/// That part of the grace; what is left is at least [`Boundary::GRACE_MIN`], if the grace is.
const SURE_SHARE: f64 = 0.5;
/// Graces between two lines in one drift, where the model decides.
const AGAIN: f64 = 2.0;
/// Turns to and fro that make a chat, however short each is; with half the grace they are enough.
const LIVELY_TURNS: u32 = 10;
const LIVELY_SHARE: f64 = 0.5;

/// What the ladder remembers of the call.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ladder {
    /// Steering lines shown so far.
    pub shown: u32,
    /// Drifts that came back so far.
    pub returns: u32,
    /// Factor on the grace learned from "not now".
    pub patience: f64,
}

impl Ladder {
    pub fn new() -> Self {
        Self { shown: 0, returns: 0, patience: 1.0 }
    }

    /// Seconds of private speech that may pass before the next line of this stretch.
    pub fn grace(&self, boundary: &Boundary, phase: Phase, chat: bool) -> f64 {
        if phase == Phase::Overrun {
            return 0.0;
        }
        let whole = boundary.grace_in(chat);
        // A chat has no settling in: every sitting begins in the middle.
        if phase == Phase::Greeting && !chat {
            return whole.max(boundary.greeting_chat());
        }
        let kind = match boundary.kind {
            Kind::Group => GROUP_SHARE,
            Kind::Internal => INTERNAL_SHARE,
            Kind::Client => 1.0,
        };
        // What was set for the client is meant so; the default keeps its bounds whatever the kind of call.
        let whole = match boundary.grace {
            Some(_) => whole * kind,
            None => (whole * kind).clamp(Boundary::GRACE_MIN, Boundary::GRACE_MAX),
        };
        // Shorter after each return, but never so short that a remark is punished.
        let shorter = SHORTER.powi(self.returns.min(3).cast_signed());
        (whole * shorter * self.patience).max(0.5 * Boundary::GRACE_MIN)
    }

    /// The rung that fits after this utterance, or `None` to stay silent.
    pub fn decide(
        &self,
        stretch: &Stretch,
        heard: &Heard,
        grace: f64,
        phase: Phase,
        boundary: &Boundary,
    ) -> Option<(Rung, Reason)> {
        if stretch.declined || stretch.work_impact || !heard.speaker_known {
            return None;
        }
        if asked_out_of_work(stretch, heard, phase, boundary) {
            return Some((Rung::Deflect, Reason::AskedMe));
        }
        if !stretch.open {
            return None;
        }
        if stretch.sure_turns < SURE_TURNS || stretch.confidence() < CONFIDENT {
            return None;
        }
        let first = stretch.cued_at.is_none();
        let least = if first { WANTED } else { SURELY_WANTED };
        if heard.reading.wanted.is_some_and(|wanted| wanted < least) || heard.reading.probabilities.private() < CLEARLY_PRIVATE {
            return None;
        }
        // I have just steered: wait for the answer.
        if heard.reading.flags.has(Flag::SteerBack) {
            return None;
        }
        let since = stretch.private - stretch.cued_at.unwrap_or(0.0).max(stretch.serious);
        // One line at a time, also where there is no grace.
        let grace = if first { grace } else { grace.max(Boundary::GRACE_MIN) };
        let enough = match heard.reading.wanted {
            Some(_) if !first => AGAIN * grace,
            Some(wanted) if wanted >= SURELY_WANTED && phase != Phase::Greeting => {
                (SURE_SHARE * grace).max(grace.min(Boundary::GRACE_MIN))
            }
            _ => grace,
        };
        let lively = phase != Phase::Greeting && stretch.turns_to_and_fro >= LIVELY_TURNS && since > LIVELY_SHARE * grace;
        // "How was your weekend? And the kids?" is what greetings are made of.
        let soon = phase != Phase::Greeting && (since >= DEFLECT_SHARE * grace || stretch.asked_me >= 2);
        if heard.asks_me() && boundary.kind != Kind::Group && first && (soon || since > enough) {
            return Some((Rung::Deflect, Reason::AskedMe));
        }
        let reason = if since > enough || (first && lively) {
            Reason::GraceOver
        } else if stretch.steer_ignored && first && since > IGNORED_SHARE * grace {
            Reason::SteerIgnored
        } else {
            return None;
        };
        let share = if stretch.opened_by == Role::Me { FEEDING_SHARE } else { FEEDING_THEIRS_SHARE };
        let i_feed = heard.role == Role::Me && stretch.mine >= share * stretch.private;
        if i_feed && first && boundary.kind != Kind::Group {
            return Some((Rung::Feeding, Reason::IFeed));
        }
        Some((self.rung(boundary), reason))
    }

    /// The next rung of the ladder.
    pub fn rung(&self, boundary: &Boundary) -> Rung {
        if boundary.kind == Kind::Group {
            return if self.shown.is_multiple_of(2) { Rung::Offline } else { Rung::Direct };
        }
        let step = self.shown + u32::from(boundary.tone == Tone::Direct);
        match step {
            0 => Rung::Park,
            1 => Rung::Time,
            _ => Rung::Direct,
        }
    }
}

/// One that surely is, in the midst of the work: help that came when the talk has gone on for long would be too late. A line that
/// leads back, shown before, was no answer to it.
fn asked_out_of_work(stretch: &Stretch, heard: &Heard, phase: Phase, boundary: &Boundary) -> bool {
    let at_work = matches!(phase, Phase::Business | Phase::Overrun) && boundary.kind != Kind::Group && !stretch.deflected;
    let least = if stretch.asked_me > 1 { ASKED_AGAIN } else { SURELY_ASKED };
    // How the weekend was is small talk, and answered as such.
    let sure = heard.reading.label == Label::Personal && heard.reading.probabilities.private() >= least;
    at_work && sure && heard.asks_me()
}
