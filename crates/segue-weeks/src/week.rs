//! One week with one client, as it fits into a sentence.

use crate::held::Judged;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use segue_core::{Exception, ExceptionKind};

/// A week with one client.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// Calls in it.
    pub calls: usize,
    /// Calls that held.
    pub held: usize,
    /// Calls that could hold; those in which something serious was told could not fail.
    pub counted: usize,
    /// Calls in which something serious was told.
    pub serious: usize,
    /// What departed from the plan.
    pub departures: Vec<WeekDeparture>,
    /// True if a boundary was announced.
    pub announced: bool,
}

/// A departure within a week.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekDeparture {
    /// On which day.
    pub weekday: Weekday,
    /// What departed.
    pub kind: ExceptionKind,
    /// By how many seconds.
    pub seconds: f64,
    /// True if it came from them.
    pub theirs: bool,
    /// How far it was explained.
    pub told: Told,
}

/// How far a departure was explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The client has the reason.
    Sent,
    /// There is a reason, and the client does not have it yet.
    Noted,
    /// No reason was given.
    Open,
}

impl Told {
    /// How far this one was.
    pub fn of(exception: &Exception) -> Self {
        match (exception.note_sent, exception.reason.trim().is_empty()) {
            (Some(_), _) => Self::Sent,
            (None, false) => Self::Noted,
            (None, true) => Self::Open,
        }
    }
}

/// The Monday on or before a day.
pub fn monday(day: Date) -> Date {
    let back: Span = i64::from(day.weekday().to_monday_zero_offset()).days();
    day.saturating_sub(back)
}

/// The weeks with calls, in order of time, as the calls are.
pub fn weeks(calls: &[Judged]) -> Vec<Week> {
    calls.chunk_by(|a, b| monday(a.day) == monday(b.day)).map(week).collect()
}

fn week(calls: &[Judged]) -> Week {
    let counted: Vec<bool> = calls.iter().filter_map(Judged::held).collect();
    Week {
        monday: monday(calls[0].day),
        calls: calls.len(),
        held: counted.iter().filter(|held| **held).count(),
        counted: counted.len(),
        serious: calls.iter().filter(|judged| judged.call.serious).count(),
        departures: calls.iter().filter_map(departures).collect(),
        announced: calls.iter().any(|judged| judged.announced),
    }
}

/// At most one a call: the overrun if there was one, since a long chat at the end that made a call late
/// is one departure. Overruns of theirs are told too, so that a long call is not a riddle.
fn departures(judged: &Judged) -> Option<WeekDeparture> {
    let all = || judged.departures.iter().chain(&judged.theirs);
    let exception = all().find(|exception| exception.kind == ExceptionKind::Overrun).or_else(|| all().next())?;
    Some(WeekDeparture {
        weekday: judged.day.weekday(),
        kind: exception.kind,
        seconds: exception.seconds,
        theirs: exception.theirs,
        told: Told::of(exception),
    })
}
