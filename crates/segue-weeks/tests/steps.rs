//! The next step: every reason, and that no step is larger than a third.

mod made;

use jiff::ToSpan;
use jiff::civil::date;
use made::{call, drifting, first, late, serious, talk};
use segue_core::debrief::Unit;
use segue_core::{Announcement, Boundary, CallRecord, Client};
use segue_weeks::{NextStep, StepReason, trend};

fn step(client: &Client, calls: &[CallRecord]) -> NextStep {
    trend(std::slice::from_ref(client), calls, first().saturating_add(90.days()), 26).clients[0].next.clone()
}

fn viktor() -> Client {
    Client { boundary: Boundary { planned_minutes: Some(30.0), ..Boundary::default() }, ..Client::named("Viktor") }
}

#[test]
fn every_reason() {
    let due = Announcement { written: date(2026, 9, 1), script: "…".into(), ..Announcement::default() };
    let announcing = Client { announcement: Some(due), ..viktor() };
    let long = |n| CallRecord { seconds: 3600.0, ..late(n, 1800.0) };
    let written = |n| CallRecord { unit: Unit::Words, talk: talk(70.0, 30.0), ..call(n) };
    let wrong_place = |n| CallRecord { talk: talk(1200.0, 290.0), greeting: 0.0, closing_chat: 0.0, ..drifting(n, 290.0) };
    for (what, client, calls, expected) in [
        ("two calls", viktor(), vec![call(0), call(1)], "TooEarly"),
        ("it holds", viktor(), (0..5).map(quiet).collect(), "Holds"),
        (
            "serious, though the rest is bad",
            viktor(),
            [(0..5).map(|n| drifting(n, 900.0)).collect(), vec![serious(5)]].concat(),
            "Serious",
        ),
        ("serious, long ago", viktor(), [vec![serious(0)], (1..6).map(quiet).collect()].concat(), "Holds"),
        ("an announcement is due", announcing, (0..5).map(|n| drifting(n, 900.0)).collect(), "AnnounceFirst"),
        ("too much chat", viktor(), (0..5).map(|n| drifting(n, 900.0)).collect(), "LessChat"),
        ("as much as agreed and still much", viktor(), (0..5).map(call).collect(), "SmallerAllowance"),
        ("as much as agreed in the wrong place", viktor(), (0..5).map(wrong_place).collect(), "WrongPlace"),
        ("twice as long as planned", viktor(), (0..5).map(long).collect(), "ShorterCalls"),
        ("ten minutes over", viktor(), (0..5).map(|n| late(n, 600.0)).collect(), "EndOnTime"),
        ("two exceptions of five", viktor(), (0..3).map(quiet).chain((3..5).map(|n| late(n, 600.0))).collect(), "TooFlexible"),
        ("in writing", viktor(), (0..3).map(written).collect(), "Written"),
    ] {
        let reason = format!("{:?}", step(&client, &calls).reason);
        assert!(reason.starts_with(expected), "{what}: {reason}");
    }
}

/// A call with a greeting and a closing word, and hardly more.
fn quiet(n: i64) -> CallRecord {
    CallRecord { talk: talk(1200.0, 120.0), greeting: 60.0, closing_chat: 60.0, ..call(n) }
}

#[test]
fn chat_comes_down_by_a_third_at_most_and_not_below_what_was_agreed() {
    let agreed = 300.0;
    for private in (0..60).map(|n| 20.0 + f64::from(n) * 30.0) {
        let calls: Vec<_> = (0..5).map(|n| drifting(n, private)).collect();
        let next = step(&viktor(), &calls);
        let measured = 300.0 + private;
        if let StepReason::LessChat { goal, .. } = next.reason {
            assert!(goal >= measured * 2.0 / 3.0 - 1e-9 && goal >= agreed, "{measured} s came down to {goal} s");
            let allowed = next.boundary.chat_at_start + next.boundary.chat_at_end;
            assert!((allowed - goal).abs() < 1e-9);
        } else {
            assert!(private <= 60.0, "{private}: {:?}", next.reason);
        }
    }
}

#[test]
fn steps_lead_all_the_way_down_and_then_stop() {
    let mut client = viktor();
    let mut private: f64 = 1500.0;
    let mut goals = Vec::new();
    for _ in 0..30 {
        let calls: Vec<_> = (0..5)
            .map(|n| {
                let boundary = &client.boundary;
                let outside = private - (boundary.chat_at_start + boundary.chat_at_end).min(private);
                CallRecord {
                    talk: talk(1200.0, private),
                    allowed_at_start: boundary.chat_at_start,
                    allowed_at_end: boundary.chat_at_end,
                    greeting: boundary.chat_at_start.min(private),
                    closing_chat: (private - boundary.chat_at_start).max(0.0),
                    drifts: vec![made::drift(600.0, outside)],
                    ..call(n)
                }
            })
            .collect();
        let next = step(&client, &calls);
        match next.reason {
            StepReason::LessChat { goal, .. } | StepReason::SmallerAllowance { goal, .. } => {
                assert!(goal >= private.min(client.boundary.chat_at_start + client.boundary.chat_at_end) * 2.0 / 3.0 - 30.0);
                goals.push(goal);
                // Everybody keeps to the step.
                private = goal;
                client.boundary = next.boundary;
            }
            StepReason::Holds => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(goals.len() > 2 && goals.is_sorted_by(|a, b| a > b), "{goals:?}");
    assert!(private / (1200.0 + private) <= 0.15 + 0.03, "it stops when private talk is a small part: {private}");
}

#[test]
fn calls_come_back_to_the_plan_by_a_third_at_most() {
    for minutes in [33.0, 40.0, 45.0, 60.0, 75.0, 90.0] {
        let calls: Vec<_> = (0..5).map(|n| CallRecord { seconds: minutes * 60.0, ..late(n, minutes * 60.0 - 1800.0) }).collect();
        let planned = step(&viktor(), &calls).boundary.planned_minutes.unwrap();
        assert!(
            planned >= 30.0 && (planned - 30.0 < 1e-9 || planned >= minutes * 2.0 / 3.0),
            "{minutes} min came to {planned} min"
        );
    }
}

#[test]
fn something_serious_gives_room() {
    let calls = [vec![serious(5)], (6..7).map(call).collect()].concat();
    let next = step(&viktor(), &calls);
    assert_eq!(next.reason, StepReason::Serious);
    assert!(next.boundary.chat_at_end >= 300.0);
    assert!(next.changes(&viktor()));
}

/// In no call did it hold, and of five calls with a quiet one in the middle it did not in two.
#[test]
fn it_does_not_hold_where_half_of_the_calls_did_not() {
    let calls: Vec<_> = (0..5).map(|n| drifting(n, 240.0)).collect();
    let roomier = Client { boundary: Boundary { chat_at_end: 600.0, ..viktor().boundary }, ..viktor() };
    assert_eq!(step(&roomier, &calls).reason, StepReason::NewAgreement { calls: 0 });
    let some: Vec<_> = (0..3).map(quiet).chain((3..5).map(|n| drifting(n, 240.0))).collect();
    assert!(matches!(step(&viktor(), &some).reason, StepReason::TooFlexible { .. }));
    let patient = Client { boundary: Boundary { exceptions_per_five: 2, ..viktor().boundary }, ..viktor() };
    assert_eq!(step(&patient, &some).reason, StepReason::Sometimes { held: 3, calls: 5 });
    let once: Vec<_> = (0..4).map(quiet).chain([drifting(4, 240.0)]).collect();
    assert_eq!(step(&viktor(), &once).reason, StepReason::Holds);
}

#[test]
fn a_step_that_is_taken_changes_only_what_steps_are_about() {
    let calls: Vec<_> = (0..5).map(|n| drifting(n, 900.0)).collect();
    let mut changed = Boundary { exceptions_per_five: 3, ..viktor().boundary };
    let next = step(&viktor(), &calls);
    next.take(&mut changed);
    assert_eq!(changed, Boundary { exceptions_per_five: 3, ..next.boundary });
}

/// Five calls of ten minutes under the one agreement there ever was were held "under a new agreement", for ever.
#[test]
fn calls_that_are_allowed_their_share_of_the_usual_chat_are_held_under_it() {
    for minutes in [4.0, 10.0, 19.0, 30.0] {
        let boundary = Boundary { planned_minutes: Some(minutes), ..Boundary::default() };
        let (now, usual) = ((boundary.greeting_chat(), boundary.closing_chat()), (boundary.chat_at_start, boundary.chat_at_end));
        let client = Client { boundary, ..Client::named("Viktor") };
        for (allowed, known) in [(now, true), (usual, true), ((15.0, 15.0), false)] {
            let short = |n: i64| CallRecord {
                seconds: minutes * 60.0,
                planned: Some(minutes * 60.0),
                allowed_at_start: allowed.0,
                allowed_at_end: allowed.1,
                talk: talk(minutes * 60.0 - 100.0, 100.0),
                greeting: 0.0,
                closing_chat: 0.0,
                drifts: vec![made::drift(100.0, 100.0)],
                ..call(n)
            };
            let reason = step(&client, &(0..5).map(short).collect::<Vec<_>>()).reason;
            let new = matches!(reason, StepReason::NewAgreement { .. });
            assert_eq!(new, !known, "{minutes} {allowed:?}: {reason:?}");
        }
    }
}
