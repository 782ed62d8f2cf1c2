//! What to try next, and why: from what was measured, never by more than a third at once.

use crate::figures::median;
use crate::held::Judged;
use crate::holding::{Allowance, Holding};
use segue_core::debrief::Unit;
use segue_core::{Boundary, CallRecord, Client, TALK_TOLERANCE, TALK_TOLERANCE_SECONDS, TIME_TOLERANCE};

/// Calls a step is measured on, and the fewest that allow one.
const MEASURED: usize = 5;
const FEWEST: usize = 3;
/// After a serious call so many further ones are left alone.
const SERIOUS_CALLS: usize = 2;
/// Most that is taken away at once, and most of a call that is given to chat.
const MOST: f64 = 1.0 / 3.0;
/// Seconds that a step of chat is rounded up to, and minutes that one of length is.
const CHAT_GRAIN: f64 = 30.0;
const MINUTES_GRAIN: f64 = 5.0;
/// Seconds of chat given back at the end when something serious happened, and at the start when
/// talk has become curt.
const ROOM: f64 = 300.0;
const GREETING: f64 = 120.0;
/// A share of private talk that is worth reducing even if it was agreed.
const MUCH: f64 = 0.15;
/// The same in writing, where there is no greeting to speak of.
const MUCH_IN_WRITING: f64 = 0.1;
/// Share of the points of the measured calls from which on the boundary holds.
const GOOD: f64 = 0.8;

/// What to try in the next calls with one client.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// Why.
    pub reason: StepReason,
    /// The boundary to try; the present one if nothing is to change.
    pub boundary: Boundary,
}

impl NextStep {
    /// True if the boundary is to change.
    pub fn changes(&self, client: &Client) -> bool {
        self.boundary != client.boundary
    }

    /// Chat at the end that the next call has room for, in seconds.
    pub fn chat_at_end(&self) -> f64 {
        match self.reason {
            StepReason::Serious => room(&self.boundary, ROOM),
            StepReason::Curt => room(&self.boundary, GREETING),
            _ => self.boundary.closing_chat(),
        }
    }

    /// Takes the step: only what steps are about becomes as it says.
    pub fn take(&self, boundary: &mut Boundary) {
        boundary.planned_minutes = self.boundary.planned_minutes;
        boundary.chat_at_start = self.boundary.chat_at_start;
        boundary.chat_at_end = self.boundary.chat_at_end;
    }
}

/// Why a step is as it is. Chat is in seconds a call, lengths are in minutes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StepReason {
    /// Fewer than three calls were measured.
    TooEarly {
        /// How many were.
        calls: usize,
    },
    /// We only write to each other: less of it private, as shares of the words.
    Written {
        /// Measured, the median.
        share: f64,
        /// To try.
        goal: f64,
    },
    /// Something serious was told lately: more room.
    Serious,
    /// Talk has become curt: a greeting and a closing word are to come back.
    Curt,
    /// An announcement is written and not yet said.
    AnnounceFirst,
    /// More exceptions than allowed, mostly of one kind: first make the word good.
    TooFlexible {
        /// How the allowance stands.
        allowance: Allowance,
    },
    /// Private talk takes more than was agreed: a stretch of the way there.
    LessChat {
        /// Measured, the median.
        measured: f64,
        /// Agreed, start and end together.
        agreed: f64,
        /// To try.
        goal: f64,
    },
    /// Private talk takes no more than was agreed, but comes in the middle of the work.
    WrongPlace {
        /// Outside the agreed chat, the median.
        outside: f64,
    },
    /// Private talk keeps to what was agreed, and that is still a good part of the call.
    SmallerAllowance {
        /// Measured, the median.
        measured: f64,
        /// Agreed, start and end together.
        agreed: f64,
        /// To try.
        goal: f64,
    },
    /// Calls take longer than planned: a stretch of the way back.
    ShorterCalls {
        /// Measured, the median.
        measured: f64,
        /// Planned.
        planned: f64,
        /// To plan.
        goal: f64,
    },
    /// Calls run over the plan although the plan is near.
    EndOnTime {
        /// Median minutes over.
        over: f64,
    },
    /// Too few calls were held under what is agreed now, and those under what was agreed before did not hold.
    NewAgreement {
        /// How many were.
        calls: usize,
    },
    /// Nothing stands out in the middle of the calls, and yet too many of them did not hold.
    Sometimes {
        /// Calls that held.
        held: usize,
        /// Of so many.
        calls: usize,
    },
    /// It holds: keep it.
    Holds,
}

/// The next step with a client; calls are in order of time.
pub fn next_step(client: &Client, calls: &[Judged], curt: bool) -> NextStep {
    let boundary = &client.boundary;
    let last = &calls[calls.len().saturating_sub(SERIOUS_CALLS)..];
    if last.iter().any(|judged| judged.call.serious) {
        return NextStep { reason: StepReason::Serious, boundary: with_room(boundary, ROOM) };
    }
    if client.due_announcement().is_some() {
        return NextStep { reason: StepReason::AnnounceFirst, boundary: boundary.clone() };
    }
    if curt {
        let roomy = Boundary { chat_at_start: boundary.chat_at_start.max(GREETING), ..with_room(boundary, GREETING) };
        return NextStep { reason: StepReason::Curt, boundary: roomy };
    }
    let (spoken, written): (Vec<&Judged>, Vec<&Judged>) =
        calls.iter().filter(|judged| judged.counts).partition(|judged| judged.call.unit == Unit::Seconds);
    let measured = &spoken[spoken.len().saturating_sub(MEASURED)..];
    if spoken.is_empty() && written.len() >= FEWEST {
        let reason = less_in_writing(&written[written.len().saturating_sub(MEASURED)..]);
        return NextStep { reason, boundary: boundary.clone() };
    }
    if measured.len() < FEWEST {
        return NextStep { reason: StepReason::TooEarly { calls: measured.len() }, boundary: boundary.clone() };
    }
    less_chat(boundary, measured)
        .or_else(|| shorter(boundary, measured))
        .or_else(|| wrong_place(boundary, measured))
        .or_else(|| too_flexible(boundary, measured, calls))
        .or_else(|| smaller_allowance(boundary, measured))
        .unwrap_or_else(|| NextStep { reason: holds(boundary, measured), boundary: boundary.clone() })
}

/// Where nothing is to change: because it holds, or because more cannot be said yet.
fn holds(boundary: &Boundary, measured: &[&Judged]) -> StepReason {
    if is_good(measured) {
        return StepReason::Holds;
    }
    let under_it = |call: &CallRecord| is_under(call, boundary);
    if tried(measured, under_it).is_none() {
        let calls = measured.iter().filter(|judged| under_it(judged.call)).count();
        return StepReason::NewAgreement { calls };
    }
    sometimes(measured)
}

/// True if a call was held under what is agreed now.
fn is_under(call: &CallRecord, boundary: &Boundary) -> bool {
    let planned = boundary.planned_seconds().is_none_or(|planned| call.planned.is_some_and(|then| (then - planned).abs() < 30.0));
    planned && has_its_chat(call, boundary)
}

/// True if as much chat was agreed for a call as is agreed now: a short call was allowed its share of that, or, as earlier versions
/// wrote it down, all of it.
fn has_its_chat(call: &CallRecord, boundary: &Boundary) -> bool {
    let then = Boundary { planned_minutes: call.planned.map(|seconds| seconds / 60.0), ..boundary.clone() };
    let as_agreed = |allowed: f64, agreed: [f64; 2]| agreed.iter().any(|agreed| (allowed - agreed).abs() < 1.0);
    as_agreed(call.allowed_at_start, [then.greeting_chat(), boundary.chat_at_start])
        && as_agreed(call.allowed_at_end, [then.closing_chat(), boundary.chat_at_end])
}

/// Chat at the start and the end together, as a call that is planned now has it.
fn agreed_chat(boundary: &Boundary) -> f64 {
    boundary.greeting_chat() + boundary.closing_chat()
}

/// So much chat at the end at least, as far as the work keeps most of the call: in whole minutes, as they are promised.
fn room(boundary: &Boundary, seconds: f64) -> f64 {
    let most = boundary.planned_seconds().map_or(f64::INFINITY, |planned| (planned * MOST / 60.0).round().max(1.0) * 60.0);
    boundary.closing_chat().max(seconds.min(most))
}

fn with_room(boundary: &Boundary, seconds: f64) -> Boundary {
    let room = room(boundary, seconds);
    if room > boundary.closing_chat() { Boundary { chat_at_end: room, ..boundary.clone() } } else { boundary.clone() }
}

/// True if nearly every point was earned, and one call at most did not hold.
fn is_good(measured: &[&Judged]) -> bool {
    let earned: u32 = measured.iter().map(|judged| judged.earned()).sum();
    let possible: u32 = measured.iter().map(|judged| judged.possible()).sum();
    let failed = measured.iter().filter(|judged| judged.held() == Some(false)).count();
    failed <= 1 && Holding { earned, possible }.share().is_none_or(|share| share >= GOOD)
}

fn sometimes(measured: &[&Judged]) -> StepReason {
    let counted: Vec<bool> = measured.iter().filter_map(|judged| judged.held()).collect();
    StepReason::Sometimes { held: counted.iter().filter(|held| **held).count(), calls: counted.len() }
}

/// Private talk above what was agreed comes down by a third at most, or straight to what was agreed.
fn less_chat(boundary: &Boundary, measured: &[&Judged]) -> Option<NextStep> {
    let agreed = agreed_chat(boundary);
    let outside = median(measured.iter().map(|judged| judged.outside))?;
    let chat = median(measured.iter().map(|judged| judged.private))?;
    if outside <= TALK_TOLERANCE_SECONDS || chat <= agreed {
        return None;
    }
    let goal = up_to(chat * (1.0 - MOST), CHAT_GRAIN).max(agreed);
    Some(NextStep { reason: StepReason::LessChat { measured: chat, agreed, goal }, boundary: with_chat(boundary, goal) })
}

/// In writing there are no minutes to agree on; a share of the words comes down by a third at most.
fn less_in_writing(measured: &[&Judged]) -> StepReason {
    let share = median(measured.iter().map(|judged| judged.call.total().private_share())).unwrap_or(0.0);
    if share <= MUCH_IN_WRITING {
        return if is_good(measured) { StepReason::Holds } else { sometimes(measured) };
    }
    StepReason::Written { share, goal: up_to(share * (1.0 - MOST), 0.01).max(TALK_TOLERANCE) }
}

/// An allowance that is kept in amount but not in its place stays as it is.
fn wrong_place(boundary: &Boundary, measured: &[&Judged]) -> Option<NextStep> {
    let measured = tried(measured, |call| has_its_chat(call, boundary))?;
    let outside = median(measured.iter().map(|judged| judged.outside)).filter(|outside| *outside > TALK_TOLERANCE_SECONDS)?;
    Some(NextStep { reason: StepReason::WrongPlace { outside }, boundary: boundary.clone() })
}

/// An allowance that holds and is still a good part of the call comes down by a third.
fn smaller_allowance(boundary: &Boundary, measured: &[&Judged]) -> Option<NextStep> {
    let agreed = agreed_chat(boundary);
    let measured = tried(measured, |call| has_its_chat(call, boundary))?;
    let chat = median(measured.iter().map(|judged| judged.private))?;
    let share = median(measured.iter().map(|judged| judged.call.total().private_share()))?;
    let goal = up_to(agreed * (1.0 - MOST), CHAT_GRAIN);
    (share > MUCH && chat > goal && goal < agreed).then(|| NextStep {
        reason: StepReason::SmallerAllowance { measured: chat, agreed, goal },
        boundary: with_chat(boundary, goal),
    })
}

/// The calls that were held under what is agreed now, if they are enough: those under an older agreement say nothing of this one.
fn tried<'j, 'c>(measured: &[&'j Judged<'c>], under_it: impl Fn(&CallRecord) -> bool) -> Option<Vec<&'j Judged<'c>>> {
    let held: Vec<_> = measured.iter().copied().filter(|judged| under_it(judged.call)).collect();
    (held.len() >= FEWEST).then_some(held)
}

/// Calls that run over come back to the plan by a third of their length at most.
fn shorter(boundary: &Boundary, measured: &[&Judged]) -> Option<NextStep> {
    let planned = boundary.planned_minutes?;
    let measured = tried(measured, |call| call.planned.is_some_and(|seconds| (seconds / 60.0 - planned).abs() < 0.5))?;
    let over = median(measured.iter().map(|judged| judged.call.overrun))?;
    if over <= TIME_TOLERANCE {
        return None;
    }
    let length = median(measured.iter().map(|judged| judged.call.seconds / 60.0))?;
    let goal = up_to(length * (1.0 - MOST), MINUTES_GRAIN);
    Some(if goal > planned {
        NextStep {
            reason: StepReason::ShorterCalls { measured: length, planned, goal },
            boundary: Boundary { planned_minutes: Some(goal), ..boundary.clone() },
        }
    } else {
        NextStep { reason: StepReason::EndOnTime { over: over / 60.0 }, boundary: boundary.clone() }
    })
}

/// Calls under an older agreement say nothing of how flexible this one is.
fn too_flexible(boundary: &Boundary, measured: &[&Judged], calls: &[Judged]) -> Option<NextStep> {
    tried(measured, |call| is_under(call, boundary))?;
    let allowance = Allowance::of(calls, boundary.exceptions_per_five);
    let reason = StepReason::TooFlexible { allowance };
    allowance.is_the_rule().then(|| NextStep { reason, boundary: boundary.clone() })
}

/// Chat belongs at the end: what is taken away is taken from the start only if the end has none left. What is agreed already stays
/// as it was written down.
fn with_chat(boundary: &Boundary, goal: f64) -> Boundary {
    if (goal - agreed_chat(boundary)).abs() < 1.0 {
        return boundary.clone();
    }
    let start = boundary.greeting_chat().min(goal);
    let chat_at_start = if start < boundary.greeting_chat() { start } else { boundary.chat_at_start };
    Boundary { chat_at_start, chat_at_end: goal - start, ..boundary.clone() }
}

/// Rounded up, so that a step is never larger than it may be.
fn up_to(value: f64, grain: f64) -> f64 {
    (value / grain).ceil() * grain
}
