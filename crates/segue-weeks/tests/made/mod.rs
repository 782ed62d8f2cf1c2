//! Calls made for tests: only what a test is about is named.
#![allow(dead_code, reason = "each test file uses a part of it")]

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use segue_core::debrief::{LabelAmounts, Unit};
use segue_core::{CallRecord, DriftRecord, Exception, ExceptionKind, Role};

/// A Monday.
pub fn first() -> Date {
    date(2026, 9, 7)
}

/// The `n`th call, one a day: 30 minutes planned and held, 25 of them spoken, 2 of them greeting and 3
/// closing chat as agreed.
pub fn call(n: i64) -> CallRecord {
    let started = first().saturating_add(n.days()).at(9, 0, 0, 0).in_tz("Europe/Berlin").unwrap().timestamp();
    CallRecord {
        id: n + 1,
        client: "Viktor".into(),
        started,
        zone: "Europe/Berlin".into(),
        seconds: 1800.0,
        planned: Some(1800.0),
        allowed_at_start: 120.0,
        allowed_at_end: 180.0,
        unit: Unit::Seconds,
        talk: talk(1200.0, 300.0),
        greeting: 120.0,
        closing_chat: 180.0,
        ..CallRecord::default()
    }
}

/// Seconds of business and of private talk, half of each by the client.
pub fn talk(business: f64, private: f64) -> Vec<(Role, LabelAmounts)> {
    let half = LabelAmounts { business: business / 2.0, smalltalk: private / 2.0, ..LabelAmounts::default() };
    vec![(Role::Me, half), (Role::Client, half)]
}

/// A call with so many seconds of private talk in the middle, in one drift.
pub fn drifting(n: i64, private: f64) -> CallRecord {
    CallRecord { talk: talk(1200.0, 300.0 + private), drifts: vec![drift(600.0, private)], ..call(n) }
}

/// A drift that the client opened.
pub fn drift(start: f64, private: f64) -> DriftRecord {
    DriftRecord {
        start,
        end: start + private,
        private,
        opened_by: Some(Role::Client),
        returned_by: Some(Role::Me),
        allowed: 0.0,
        excused: false,
    }
}

/// A call that ran over by so many seconds, for a reason of mine.
pub fn late(n: i64, seconds: f64) -> CallRecord {
    CallRecord { overrun: seconds, seconds: 1800.0 + seconds, exceptions: vec![over(seconds)], ..call(n) }
}

/// An overrun with its reason.
pub fn over(seconds: f64) -> Exception {
    Exception {
        kind: ExceptionKind::Overrun,
        seconds,
        reason: "The work needed it.".into(),
        theirs: false,
        note_sent: Some(Timestamp::UNIX_EPOCH),
    }
}

/// A call in which something serious was told.
pub fn serious(n: i64) -> CallRecord {
    CallRecord { serious: true, talk: talk(300.0, 1200.0), ..call(n) }
}
