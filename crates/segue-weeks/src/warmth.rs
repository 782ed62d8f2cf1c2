//! The warmth guard: a boundary is to keep time, not to cool the relationship.

use crate::figures::median;
use crate::held::Judged;
use jiff::civil::Date;
use segue_core::Role;
use segue_core::debrief::Unit;

/// Calls that are looked at.
const RECENT: usize = 3;
/// Fewest and most earlier calls they are compared with.
const EARLIER: std::ops::RangeInclusive<usize> = 3..=10;
/// Seconds below which there was no greeting or closing chat to speak of.
const NONE: f64 = 15.0;
/// Seconds above which there used to be one.
const SOME: f64 = 30.0;
/// The client's talk has shrunk if less than this share of it is left.
const SHRUNK: f64 = 0.6;
/// Signs it takes to say that talk has become curt.
const SIGNS: usize = 2;

/// A sign that talk has become curt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CoolSign {
    /// The last calls began without a few words beside the work, which they used to have.
    NoGreeting,
    /// They ended without a word beside the work, which they used to have.
    NoClosingChat,
    /// The client says less, in minutes a call.
    ClientSaysLess {
        /// Before.
        before: f64,
        /// In the last calls.
        now: f64,
    },
}

/// The signs that talk has become curt, if there are at least two: one alone may be chance. Calls are
/// in order of time; chats and calls with something serious are left out. Private talk that an announcement
/// between the calls was to end is no sign: it is what was asked for.
pub fn cooled(calls: &[Judged], announced: Option<Date>) -> Option<Vec<CoolSign>> {
    let spoken: Vec<&Judged> = calls.iter().filter(|judged| judged.call.unit == Unit::Seconds && judged.counts).collect();
    let (earlier, recent) = spoken.split_at(spoken.len().saturating_sub(RECENT));
    let earlier = &earlier[earlier.len().saturating_sub(*EARLIER.end())..];
    if recent.len() < RECENT || earlier.len() < *EARLIER.start() {
        return None;
    }
    let vanished = |of: fn(&Judged) -> f64| {
        let before = median(earlier.iter().map(|judged| of(judged))).unwrap_or(0.0);
        before > SOME && recent.iter().all(|judged| of(judged) < NONE)
    };
    let meant = announced.is_some_and(|date| date >= earlier[0].day && date <= recent[0].day);
    let no_chat = recent.iter().all(|judged| judged.call.allowed_at_end <= 0.0);
    let mut signs = Vec::new();
    if !meant && vanished(|judged| judged.call.greeting) {
        signs.push(CoolSign::NoGreeting);
    }
    if !(meant && no_chat) && vanished(|judged| judged.call.closing_chat) {
        signs.push(CoolSign::NoClosingChat);
    }
    let says = |calls: &[&Judged]| median(calls.iter().filter_map(|judged| client_minutes(judged)));
    if let (Some(before), Some(now)) = (says(earlier), says(recent))
        && now < before * SHRUNK
    {
        signs.push(CoolSign::ClientSaysLess { before, now });
    }
    (signs.len() >= SIGNS).then_some(signs)
}

/// Minutes the client spoke; `None` if nobody can say who spoke.
fn client_minutes(judged: &Judged) -> Option<f64> {
    let of = |wanted: Role| judged.call.talk.iter().filter(move |(role, _)| *role == wanted).map(|(_, amounts)| amounts.total());
    (of(Role::Unknown).sum::<f64>() <= 0.0).then(|| of(Role::Client).sum::<f64>() / 60.0)
}
