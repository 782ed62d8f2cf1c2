//! Every rule of the trend, one small case each.

mod made;

use jiff::ToSpan;
use made::{call, drift, drifting, first, late, over, serious, talk};
use segue_core::debrief::{FeedingKind, LabelAmounts, Unit};
use segue_core::{Boundary, CallRecord, Client, CueRecord, Exception, ExceptionKind, Lang, Role};
use segue_phrasebook::Reason;
use segue_weeks::{
    Allowance, CoolSign, Holding, Judged, NoteWishes, StepReason, Told, Trend, departure_note, departure_on, explained,
    last_departure, trend, unexplained,
};

fn look(calls: &[CallRecord]) -> Trend<'_> {
    trend(&[Client::named("viktor ")], calls, first().saturating_add(90.days()), 26)
}

fn judged(calls: &[CallRecord]) -> Vec<Judged<'_>> {
    calls.iter().map(Judged::of).collect()
}

#[test]
fn points_of_one_call() {
    let theirs = Exception { theirs: true, ..over(900.0) };
    let unmarked = LabelAmounts { unmarked: 1800.0, ..LabelAmounts::default() };
    for (what, call, on_time, within) in [
        ("as agreed", call(0), Some(true), Some(true)),
        ("two minutes over are nothing", late(0, 120.0), Some(true), Some(true)),
        ("three minutes over are over", late(0, 180.0), Some(false), Some(true)),
        ("nothing was planned", CallRecord { planned: None, ..call(0) }, None, Some(true)),
        ("they were late", CallRecord { exceptions: vec![theirs], ..late(0, 900.0) }, None, Some(true)),
        ("a minute in the middle is nothing", drifting(0, 60.0), Some(true), Some(true)),
        ("two minutes in the middle", drifting(0, 120.0), Some(true), Some(false)),
        ("something serious", serious(0), None, None),
        ("nothing was heard nor marked", CallRecord { talk: Vec::new(), ..call(0) }, None, None),
        ("begun by mistake", CallRecord { seconds: 8.0, ..call(0) }, None, None),
        ("a chat has no length", CallRecord { seconds: 8.0, unit: Unit::Words, planned: None, ..call(0) }, None, Some(true)),
        ("followed by keys", CallRecord { talk: vec![(Role::Unknown, unmarked)], ..call(0) }, Some(true), Some(true)),
        ("nobody speaks in the recording", unheard(0), None, None),
        ("a greeting four minutes longer", CallRecord { greeting: 360.0, ..call(0) }, Some(true), Some(false)),
        ("a closing chat four minutes longer", CallRecord { closing_chat: 420.0, ..call(0) }, Some(true), Some(false)),
        (
            "an excused drift",
            CallRecord { drifts: vec![segue_core::DriftRecord { excused: true, ..drift(600.0, 300.0) }], ..drifting(0, 300.0) },
            Some(true),
            Some(true),
        ),
    ] {
        let one = Judged::of(&call);
        assert_eq!((one.on_time, one.within), (on_time, within), "{what}");
    }
}

/// A recording in which nobody speaks, of which nothing is known.
fn unheard(n: i64) -> CallRecord {
    CallRecord { talk: Vec::new(), seconds: 0.0, greeting: 0.0, closing_chat: 0.0, ..call(n) }
}

/// Three recordings with the microphone off were "0 s of private talk a call" and "it holds".
#[test]
fn a_recording_in_which_nobody_speaks_is_in_no_figure() {
    let calls = [drifting(0, 240.0), unheard(1), unheard(2), unheard(3)];
    let weeks = look(&calls);
    let client = &weeks.clients[0];
    assert_eq!((client.figures.calls, client.figures.spoken), (4, 1));
    assert!((client.figures.private_minutes_per_call() - 9.0).abs() < 1e-9);
    assert_eq!(client.holding, Holding { earned: 1, possible: 2 });
}

/// Three calls of two seconds were "2 s of private talk a call so far", "holding 100%" and "it holds: change nothing".
#[test]
fn calls_of_seconds_and_unheard_ones_are_in_no_figure() {
    let mistake = |n| CallRecord { seconds: 2.0, talk: talk(0.3, 1.7), greeting: 0.0, closing_chat: 0.0, ..call(n) };
    let silent = |n| CallRecord { talk: Vec::new(), greeting: 0.0, closing_chat: 0.0, ..call(n) };
    for (calls, unknown, holding, measured) in [
        (vec![mistake(0), mistake(1), mistake(2), mistake(3)], 4, Holding::default(), 0),
        (vec![silent(0), silent(1), silent(2)], 3, Holding::default(), 0),
        (vec![call(0), mistake(1), silent(2), call(3)], 2, Holding { earned: 4, possible: 4 }, 2),
    ] {
        let weeks = look(&calls);
        let client = &weeks.clients[0];
        assert_eq!((client.figures.unknown, client.figures.spoken, client.holding), (unknown, measured, holding));
        assert_eq!(client.next.reason, StepReason::TooEarly { calls: measured });
    }
    // The clock knows how long it was, whatever was heard: the reason is asked for, and no point lost.
    let late = CallRecord { talk: Vec::new(), ..late(0, 900.0) };
    let judged = Judged::of(&late);
    assert_eq!((judged.departures.len(), judged.possible()), (1, 0));
}

/// Lines that were refused stood among those that had failed, and among those that work.
#[test]
fn a_refused_line_neither_works_nor_fails() {
    for (said, returned_after, tried) in [
        (Some(true), Some(5.0), (2, 2, 1)),
        (None, Some(5.0), (2, 2, 1)),
        (Some(true), None, (2, 0, 0)),
        (Some(false), Some(5.0), (0, 0, 0)),
        (Some(false), None, (0, 0, 0)),
    ] {
        let cue = CueRecord { at: 60.0, line: "en/park-client-warm-1".into(), rung: "park".into(), said, returned_after };
        let calls = [CallRecord { cues: vec![cue.clone(), cue], ..call(0) }];
        let weeks = look(&calls);
        let client = &weeks.clients[0];
        assert_eq!((client.figures.cues, client.figures.returned, client.lines.len()), tried, "{said:?} {returned_after:?}");
    }
}

/// A call a minute and a half over held by one measure and was an exception by the other, and a greeting two minutes too
/// long was an exception in an hour that held.
#[test]
fn what_held_is_no_exception_and_what_is_one_did_not_hold() {
    let noted = |kind, seconds| Exception { kind, ..over(seconds) };
    let hour = |call: CallRecord| CallRecord { talk: talk(3000.0, 300.0), ..call };
    for seconds in [0.0, 59.0, 61.0, 90.0, 119.9, 120.0, 120.1, 170.0, 600.0] {
        let one = CallRecord { exceptions: vec![noted(ExceptionKind::Overrun, 0.0)], ..late(0, seconds) };
        for call in [late(0, seconds), CallRecord { exceptions: Vec::new(), ..late(0, seconds) }, one] {
            let one = Judged::of(&call);
            assert_eq!(one.on_time, Some(!one.departs()), "{seconds} over");
        }
        for (kind, long) in [
            (ExceptionKind::LongGreeting, CallRecord { greeting: 120.0 + seconds, ..call(0) }),
            (ExceptionKind::LongClosing, CallRecord { closing_chat: 180.0 + seconds, ..call(0) }),
            (ExceptionKind::AgreedChat, CallRecord { closing_chat: 180.0 + seconds, ..call(0) }),
            (ExceptionKind::PrivateTalk, drifting(0, seconds)),
        ] {
            for call in [hour(long.clone()), CallRecord { talk: talk(600.0, 900.0), ..long }] {
                let call = CallRecord { exceptions: vec![noted(kind, seconds)], ..call };
                let one = Judged::of(&call);
                assert_eq!(one.within, Some(!one.departs()), "{kind:?}, {seconds}");
            }
        }
    }
    // A call that I moved is an exception, whatever it was like.
    let moved = CallRecord { exceptions: vec![noted(ExceptionKind::Moved, 0.0)], ..call(0) };
    assert!(Judged::of(&moved).departs());
}

/// Thirteen calls of thirteen broke the boundary in the middle of the work, and there were "no exceptions".
#[test]
fn private_talk_beyond_what_was_agreed_is_an_exception_once_a_call() {
    let theirs = |kind| Exception { kind, theirs: true, ..over(600.0) };
    let chat = CallRecord { unit: Unit::Words, planned: None, ..drifting(0, 600.0) };
    for (what, call, kinds, holds) in [
        ("five minutes in the middle", drifting(0, 300.0), vec![ExceptionKind::PrivateTalk], Some(false)),
        ("a minute that nobody minds", drifting(0, 60.0), vec![], Some(true)),
        ("written", chat, vec![ExceptionKind::PrivateTalk], Some(false)),
        (
            "a long greeting that nobody noted",
            CallRecord { greeting: 600.0, talk: talk(1200.0, 780.0), ..call(0) },
            vec![ExceptionKind::PrivateTalk],
            Some(false),
        ),
        (
            "the overrun is asked about, and once",
            CallRecord { exceptions: Vec::new(), overrun: 600.0, ..drifting(0, 300.0) },
            vec![ExceptionKind::Overrun],
            Some(false),
        ),
        (
            "it came from them",
            CallRecord { exceptions: vec![theirs(ExceptionKind::PrivateTalk)], ..drifting(0, 300.0) },
            vec![],
            None,
        ),
        (
            "what came from them explains all of the call",
            CallRecord { exceptions: vec![theirs(ExceptionKind::Overrun)], overrun: 600.0, ..drifting(0, 300.0) },
            vec![],
            None,
        ),
        ("something serious", CallRecord { serious: true, ..drifting(0, 900.0) }, vec![], None),
    ] {
        let one = Judged::of(&call);
        assert_eq!(one.departures.iter().map(|one| one.kind).collect::<Vec<_>>(), kinds, "{what}");
        assert_eq!(one.within, holds, "{what}");
        assert!(one.departures.iter().all(|one| one.seconds >= 60.0), "{what}");
    }
    let thirteen: Vec<_> = (0..13).map(|n| drifting(n, 300.0)).collect();
    let trend = look(&thirteen);
    assert!(trend.clients[0].allowance.is_the_rule());
    assert_eq!(trend.clients[0].weeks[0].departures.len(), 7);
}

/// The fifth overrun of five was told to the client as an exception.
#[test]
fn a_note_calls_an_exception_only_what_still_is_one() {
    let client = Client::named("Viktor");
    for (lang, word) in [(Lang::En, "exception"), (Lang::Ru, "исключение")] {
        let client = Client { boundary: Boundary { lang, ..client.boundary.clone() }, ..client.clone() };
        for calls in [
            vec![late(0, 600.0)],
            vec![call(0), drifting(1, 300.0)],
            vec![late(0, 600.0), late(1, 600.0)],
            vec![drifting(0, 300.0), drifting(1, 300.0), drifting(2, 300.0)],
        ] {
            let (_, exception) = last_departure(&client, &calls).unwrap();
            let allowance = Allowance::with(&client, &calls);
            let note = departure_note(&client, &exception, Reason::Connection, allowance, &NoteWishes::default());
            assert_eq!(note.body.as_str().contains(word), !allowance.is_the_rule(), "{}", note.body.as_str());
        }
    }
}

/// "There is nothing to explain", said one screen; the other showed "0 s over: The connection." of a call that held.
#[test]
fn a_reason_given_for_what_held_makes_it_no_departure_anywhere() {
    let reason = Exception { seconds: 0.0, note_sent: None, ..over(0.0) };
    let held = CallRecord { exceptions: vec![reason], ..late(0, 57.0) };
    let one = Judged::of(&held);
    assert!(!one.departs() && one.theirs.is_empty() && one.on_time == Some(true));
    assert!(last_departure(&Client::named("Viktor"), &[held]).is_none());
}

/// A call of one minute of twenty-five, with its only item untouched, "held", and no note about it could be had.
#[test]
fn what_was_left_of_the_plan_is_told_and_counts_for_nothing() {
    use ExceptionKind::{EndedEarly, ItemsLeft, Overrun};
    let agenda = |items: &[bool]| items.iter().map(|reached| ("Logo".to_owned(), *reached)).collect::<Vec<_>>();
    let viktor = Client::named("Viktor");
    for (what, seconds, items, found) in [
        ("far too early", 300.0, &[false][..], Some((EndedEarly, 1500.0))),
        ("early, with one of two done", 1200.0, &[true, false], Some((EndedEarly, 600.0))),
        ("a minute early is nothing", 1740.0, &[true, false], Some((ItemsLeft, 0.0))),
        ("all done, and free to go", 1200.0, &[true, true], None),
        ("no agenda", 1200.0, &[], None),
    ] {
        let one = [CallRecord { seconds, agenda: agenda(items), ..call(0) }];
        let told = last_departure(&viktor, &one).map(|(_, exception)| (exception.kind, exception.seconds));
        let judged = Judged::of(&one[0]);
        assert_eq!((told, judged.departs(), judged.held()), (found, false, Some(true)), "{what}");
        assert_eq!(unexplained(&[judged]), None, "{what}: no trend presses for it");
    }
    // What the client noticed most comes first, and a reason that was given stays.
    let late = CallRecord { agenda: agenda(&[false]), ..late(0, 600.0) };
    let early = CallRecord { seconds: 300.0, agenda: agenda(&[false]), ..drifting(0, 200.0) };
    let calls = [late, early];
    for (one, kind) in calls.iter().zip([Overrun, EndedEarly]) {
        let one = [one.clone()];
        let (call, exception) = last_departure(&viktor, &one).unwrap();
        assert_eq!(exception.kind, kind);
        let given = explained(call, Exception { reason: "The connection.".into(), ..exception });
        assert_eq!(last_departure(&viktor, &[given]).unwrap().1.reason, "The connection.");
    }
    let serious = CallRecord { seconds: 300.0, agenda: agenda(&[false]), ..serious(0) };
    assert_eq!(Judged::of(&serious).unfinished, None, "nobody is asked");
}

/// The letter promised chat at the end, and the note the usual time, for the call in which a new rule was to be announced.
#[test]
fn nothing_is_promised_of_what_an_announcement_is_about_to_change() {
    let wishes = segue_core::AnnouncementWishes { change: "work-only".into(), minutes: Some(25.0), ..Default::default() };
    for due in [false, true] {
        let mut client = Client::named("Viktor");
        client.boundary.planned_minutes = Some(45.0);
        if due {
            segue_weeks::keep_announcement(&mut client, &wishes, "The work first.".into(), first());
        }
        let prepared = segue_weeks::prepare(&client, &[], &segue_weeks::PreparationWishes::default(), &jiff::tz::TimeZone::UTC);
        let note = departure_note(&client, &over(900.0), Reason::Work, Allowance::default(), &NoteWishes::default());
        // How long the call is, the letter says as long as nothing else is announced.
        assert!(prepared.invitation.body.as_str().contains("45"), "{}", prepared.invitation.body.as_str());
        for (text, promise) in [(&prepared.invitation.body, "The last"), (&note.body, "45")] {
            assert_eq!(text.as_str().contains(promise), !due, "{promise}: {}", text.as_str());
        }
    }
}

/// A reason that was "not given yet" could never be given once there had been another call.
#[test]
fn a_departure_is_found_by_its_day_after_other_calls_too() {
    let viktor = Client::named("Viktor");
    let given = Exception { reason: "The connection.".into(), note_sent: None, ..over(900.0) };
    let chat = CallRecord { unit: Unit::Words, planned: None, ..drifting(3, 600.0) };
    let explained = CallRecord { exceptions: vec![given], ..late(1, 900.0) };
    let calls = [late(0, 600.0), explained, drifting(2, 300.0), chat, call(4)];
    let found = |n: usize| departure_on(&viktor, &calls, calls[n].day()).map(|(call, exception)| (call.id, exception.kind));
    assert!(last_departure(&viktor, &calls).is_none(), "the last call went as planned");
    assert_eq!(found(0), Some((calls[0].id, ExceptionKind::Overrun)));
    assert_eq!(found(1), Some((calls[1].id, ExceptionKind::Overrun)), "another reason can be given");
    assert_eq!(found(2), Some((calls[2].id, ExceptionKind::PrivateTalk)));
    assert_eq!((found(3), found(4)), (None, None), "nothing to explain of what was written, or went as planned");
    assert_eq!(unexplained(&judged(&calls)), Some(calls[2].day()));
    assert_eq!(unexplained(&judged(&calls[1..2])), None);
    // Of a day with several, the one without its reason is meant.
    let same_day = [
        CallRecord { exceptions: calls[1].exceptions.clone(), ..late(0, 900.0) },
        CallRecord { id: calls[2].id, ..late(0, 600.0) },
    ];
    let open = departure_on(&viktor, &same_day, same_day[0].day());
    assert_eq!(open.map(|(call, _)| call.id), Some(calls[2].id));
}

/// "The last call went as planned", said the page of a call of which it had just been told whose doing its overrun was: no letter,
/// and no way to mend a slip.
#[test]
fn what_came_from_them_departs_all_the_same() {
    let client = Client::named("Viktor");
    let (_, exception) = last_departure(&client, &[late(0, 600.0)]).map(|(call, found)| (call.id, found)).unwrap();
    assert!(!exception.theirs);
    let theirs = explained(&late(0, 600.0), Exception { theirs: true, ..exception });
    let judged = Judged::of(&theirs);
    assert_eq!((judged.departs(), judged.possible()), (false, 1));
    let calls = [theirs.clone()];
    let (_, found) = last_departure(&client, &calls).unwrap();
    assert_eq!((found.kind, found.theirs), (ExceptionKind::Overrun, true));
    let mine = explained(&theirs, Exception { theirs: false, ..found });
    assert!(Judged::of(&mine).departs());
}

/// What people write to each other has no plan of which a note about "our last call" could tell.
#[test]
fn no_note_is_due_for_what_was_written() {
    let chat = CallRecord { unit: Unit::Words, planned: None, ..drifting(0, 600.0) };
    assert!(Judged::of(&chat).departs());
    assert!(last_departure(&Client::named("Viktor"), &[chat]).is_none());
}

#[test]
fn a_long_greeting_counts_once_whether_by_the_clock_or_as_a_drift() {
    let long = segue_core::DriftRecord { allowed: 120.0, ..drift(10.0, 280.0) };
    let call = CallRecord { greeting: 300.0, drifts: vec![long], talk: talk(1200.0, 480.0), ..call(0) };
    assert!((Judged::of(&call).outside - 180.0).abs() < 1e-9);
}

/// One second more than was welcome cost the whole greeting, and the point.
#[test]
fn of_a_greeting_beyond_its_allowance_only_what_is_beyond_counts() {
    for (seconds, outside) in [(119.0, 0.0), (120.0, 0.0), (125.0, 5.0), (200.0, 80.0)] {
        let drift =
            segue_core::DriftRecord { allowed: f64::min(seconds, 120.0), excused: seconds <= 120.0, ..drift(2.0, seconds) };
        // By the clock, and where only drifts are known.
        for greeting in [seconds, 0.0] {
            let call = CallRecord { greeting, closing_chat: 0.0, drifts: vec![drift], talk: talk(1200.0, seconds), ..call(0) };
            let judged = Judged::of(&call);
            assert!((judged.outside - outside).abs() < 1e-9, "{seconds}, {greeting}: {}", judged.outside);
            assert_eq!(judged.within, Some(seconds < 200.0), "{seconds}");
        }
    }
}

#[test]
fn allowances_of_speech_are_not_held_against_words() {
    let chat = CallRecord { unit: Unit::Words, planned: None, greeting: 900.0, ..call(0) };
    assert!(Judged::of(&chat).outside.abs() < 1e-9);
}

#[test]
fn holding_looks_back_ten_calls_and_leaves_serious_ones_out() {
    let calls: Vec<_> = (0..4).map(|n| late(n, 600.0)).chain((4..13).map(call)).chain([serious(13)]).collect();
    // Nine that held, one that was late.
    assert_eq!(Holding::of(&judged(&calls)), Holding { earned: 19, possible: 20 });
    assert_eq!(Holding::of(&[]).share(), None);
}

#[test]
fn flexibility_becomes_the_rule_above_the_allowance() {
    let moved = Exception { kind: ExceptionKind::Moved, ..over(0.0) };
    let twice = CallRecord {
        exceptions: vec![over(600.0), Exception { kind: ExceptionKind::LongClosing, ..over(600.0) }],
        ..late(2, 600.0)
    };
    let unnoted = CallRecord { exceptions: Vec::new(), ..late(3, 600.0) };
    for (what, calls, used, rule) in [
        ("none", (0..5).map(call).collect::<Vec<_>>(), 0, false),
        ("one of one", vec![call(0), call(1), late(2, 600.0)], 1, false),
        ("two of one", vec![late(1, 600.0), late(2, 600.0)], 2, true),
        ("a call counts once", vec![call(1), twice], 1, false),
        ("an overrun that nobody noted counts", vec![late(2, 600.0), unnoted], 2, true),
        ("moved by me counts", vec![late(2, 600.0), CallRecord { exceptions: vec![moved], ..call(3) }], 2, true),
        (
            "theirs do not",
            vec![CallRecord { exceptions: vec![Exception { theirs: true, ..over(600.0) }], ..late(3, 600.0) }],
            0,
            false,
        ),
        ("a serious call does not", vec![CallRecord { serious: true, ..late(3, 600.0) }], 0, false),
        (
            "what was before the announcement does not",
            vec![late(2, 600.0), CallRecord { announced: true, ..call(3) }, late(4, 600.0)],
            1,
            false,
        ),
        ("only the last five", [late(0, 600.0), late(1, 600.0)].into_iter().chain((2..7).map(call)).collect(), 0, false),
    ] {
        let allowance = Allowance::of(&judged(&calls), 1);
        assert_eq!((allowance.used, allowance.is_the_rule()), (used, rule), "{what}");
    }
}

#[test]
fn figures_of_some_calls() {
    let rate = |per_hour, currency: &str| Some((per_hour, currency.to_owned()));
    let cue = |line: &str, rung: &str, returned_after| CueRecord {
        at: 1.0,
        line: line.into(),
        rung: rung.into(),
        said: Some(true),
        returned_after,
    };
    let mine = segue_core::DriftRecord { opened_by: Some(Role::Me), ..drift(900.0, 60.0) };
    let calls = [
        CallRecord {
            rate: rate(60.0, "€"),
            feeding: vec![(FeedingKind::Disclosure, 2)],
            cues: vec![cue("a", "park", Some(10.0)), cue("a", "park", None), cue("b", "sign_off", Some(1.0))],
            drifts: vec![drift(600.0, 300.0), mine],
            ..drifting(0, 300.0)
        },
        CallRecord { rate: rate(100.0, "USD"), cues: vec![cue("a", "park", Some(30.0))], ..call(1) },
        serious(2),
        CallRecord { unit: Unit::Words, talk: talk(50.0, 50.0), overrun: 0.0, ..call(3) },
    ];
    let figures = look(&calls).figures;
    assert_eq!((figures.calls, figures.spoken, figures.serious), (4, 2, 1));
    assert!((figures.private_minutes - 15.0).abs() < 1e-9);
    let share = (600.0 / 1800.0 + 300.0 / 1500.0 + 0.5) / 3.0;
    assert!((figures.private_share - share).abs() < 1e-9);
    assert_eq!(figures.money.iter().map(|(currency, _)| currency.as_str()).collect::<Vec<_>>(), ["$", "€"]);
    assert!((figures.money[1].1 - 10.0).abs() < 1e-9, "ten minutes at 60 an hour");
    assert_eq!((figures.opened.client, figures.opened.me, figures.fed()), (1, 1, 2));
    assert_eq!((figures.cues, figures.returned, figures.return_seconds), (3, 2, Some(20.0)), "a sign-off steers nothing");
}

#[test]
fn lines_are_ranked_with_doubt_about_rare_ones() {
    let cue = |line: &str, returned: bool| CueRecord {
        at: 1.0,
        line: line.into(),
        rung: "park".into(),
        said: None,
        returned_after: returned.then_some(20.0),
    };
    let cues = |line: &str, yes: usize, no: usize| {
        let line = line.to_owned();
        (0..yes + no).map(|n| cue(&line, n < yes)).collect::<Vec<_>>()
    };
    let cues = [cues("often", 9, 1), cues("lucky", 2, 0), cues("never", 0, 4), cues("once", 1, 0)].concat();
    let calls = [CallRecord { cues, ..call(0) }];
    let shown = look(&calls).clients[0].lines.iter().map(|effect| effect.line.clone()).collect::<Vec<_>>();
    assert_eq!(shown, ["often", "lucky"]);
}

#[test]
fn talk_that_became_curt_is_noticed() {
    let cool = |n| CallRecord { greeting: 5.0, closing_chat: 0.0, talk: talk(1200.0, 0.0), ..call(n) };
    let silent = |n| CallRecord { talk: vec![(Role::Me, made::talk(1200.0, 0.0)[0].1)], ..cool(n) };
    let one_sign = |n| CallRecord { greeting: 5.0, ..call(n) };
    let warm: Vec<_> = (0..5).map(call).collect();
    let then = |after: Vec<CallRecord>| [warm.clone(), after].concat();
    for (what, calls, signs) in [
        ("warm as ever", then(vec![call(5), call(6), call(7)]), None),
        ("no greeting and no closing chat", then(vec![cool(5), cool(6), cool(7)]), Some(2)),
        ("and the client says less", then(vec![silent(5), silent(6), silent(7)]), Some(3)),
        ("only twice", then(vec![call(5), cool(6), cool(7)]), None),
        ("one sign may be chance", then(vec![one_sign(5), one_sign(6), one_sign(7)]), None),
        ("nothing to compare with", vec![cool(0), cool(1), cool(2)], None),
        ("serious calls are no sign", then(vec![cool(5), cool(6), CallRecord { serious: true, ..cool(7) }]), None),
    ] {
        let trend = look(&calls);
        assert_eq!(trend.clients[0].cooled.as_ref().map(Vec::len), signs, "{what}");
    }
    let calls = then(vec![silent(5), silent(6), silent(7)]);
    assert_eq!(look(&calls).clients[0].cooled.as_ref().unwrap()[2], CoolSign::ClientSaysLess { before: 12.5, now: 0.0 });
}

#[test]
fn who_spoke_must_be_known_to_say_that_the_client_says_less() {
    let mono = |n| CallRecord { talk: vec![(Role::Unknown, talk(600.0, 0.0)[0].1)], greeting: 0.0, ..call(n) };
    let calls: Vec<_> = (0..5).map(call).chain((5..8).map(mono)).collect();
    assert_eq!(look(&calls).clients[0].cooled, None);
}

#[test]
fn a_week_in_facts() {
    let calls = [call(0), drifting(1, 30.0), late(3, 720.0), call(4), CallRecord { announced: true, ..call(7) }];
    let trend = look(&calls);
    let [week, next] = trend.clients[0].weeks.as_slice() else { panic!("two weeks") };
    assert_eq!((week.calls, week.held, week.counted, week.departures.len()), (4, 3, 4, 1));
    let departure = &week.departures[0];
    assert_eq!((departure.weekday, departure.told), (jiff::civil::Weekday::Thursday, Told::Sent));
    assert!(next.announced && !week.announced);
}

#[test]
fn before_and_after_an_announcement() {
    let calls: Vec<_> = (0..7)
        .map(|n| drifting(n, 600.0))
        .chain([CallRecord { announced: true, ..drifting(7, 900.0) }])
        .chain((8..11).map(call))
        .collect();
    let trend = look(&calls);
    let announced = trend.clients[0].announced.as_ref().unwrap();
    assert_eq!((announced.before.figures.calls, announced.after.figures.calls), (5, 3));
    assert!((announced.before.figures.private_minutes_per_call() - 15.0).abs() < 1e-9);
    assert!((announced.after.figures.private_minutes_per_call() - 5.0).abs() < 1e-9);
}

/// The calls of the last weeks stood under "before" or "first calls after", though the announcement was months old.
#[test]
fn an_announcement_older_than_the_weeks_shown_is_compared_with_the_calls_around_it() {
    let long_ago = (0..7).map(|n| drifting(n, 600.0));
    let right_after = (8..13).map(|n| drifting(n, 300.0));
    let lately = (80..85).map(call);
    let said = segue_core::Announcement { written: first(), announced: Some(day(7)), ..segue_core::Announcement::default() };
    for (what, told, noted) in [("heard in a call", true, false), ("noted on the card", false, true), ("both", true, true)] {
        let that = CallRecord { announced: told, ..drifting(7, 900.0) };
        let calls: Vec<_> = long_ago.clone().chain([that]).chain(right_after.clone()).chain(lately.clone()).collect();
        let client = Client { announcement: noted.then(|| said.clone()), ..Client::named("Viktor") };
        let trend = trend(&[client], &calls, day(86), 2);
        let [one] = trend.clients.as_slice() else { panic!("one client") };
        assert_eq!(one.figures.calls, 5, "{what}");
        let announced = one.announced.as_ref().unwrap();
        let minutes = |stretch: &segue_weeks::Stretch| stretch.figures.private_minutes_per_call().round();
        assert_eq!(announced.date, day(7), "{what}");
        assert_eq!((announced.before.figures.calls, minutes(&announced.before)), (5, 15.0), "{what}");
        assert_eq!((announced.after.figures.calls, minutes(&announced.after)), (5, 10.0), "{what}");
        assert!(announced.compares(), "{what}");
    }
    // On a day before it was said, nothing was.
    let calls: Vec<_> = long_ago.clone().collect();
    let client = Client { announcement: Some(said.clone()), ..Client::named("Viktor") };
    assert!(trend(&[client], &calls, day(6), 2).clients[0].announced.is_none());
    // The calls from before are forgotten.
    let calls: Vec<_> = lately.collect();
    let client = Client { announcement: Some(said), ..Client::named("Viktor") };
    let trend = trend(&[client], &calls, day(86), 2);
    let announced = trend.clients[0].announced.as_ref().unwrap();
    assert!(!announced.compares() && announced.before.figures.calls == 0);
}

fn day(n: i64) -> jiff::civil::Date {
    first().saturating_add(n.days())
}

#[test]
fn days_are_those_of_the_place() {
    let night = CallRecord { started: "2026-09-06T22:30:00Z".parse().unwrap(), ..call(0) };
    assert_eq!(night.day(), first(), "half past midnight in Berlin is Monday");
    assert_eq!(CallRecord { zone: "Nowhere/Else".into(), ..night }.day(), first().yesterday().unwrap());
}

#[test]
fn only_the_weeks_asked_for_and_nothing_after_today() {
    let calls: Vec<_> = (0..40).map(call).collect();
    let clients = [Client::named("Viktor")];
    let today = first().saturating_add(20.days());
    let trend = trend(&clients, &calls, today, 2);
    assert_eq!((trend.from, trend.weeks.len()), (first().saturating_add(7.days()), 2));
    assert_eq!(trend.figures.calls, 14);
}

#[test]
fn no_calls_no_trend() {
    let trend = look(&[]);
    assert!(trend.clients.is_empty() && trend.before_and_now().is_none());
    assert_eq!(trend.weeks.len(), 26);
}

fn said_on(day: jiff::civil::Date) -> Client {
    let announcement = segue_core::Announcement { written: day, announced: Some(day), ..segue_core::Announcement::default() };
    Client { announcement: Some(announcement), ..Client::named("Viktor") }
}

/// The announcement asked for less talk at the start: that it comes is not coldness.
#[test]
fn what_an_announcement_was_to_end_is_no_sign_of_curt_talk() {
    let short = |n| CallRecord { greeting: 5.0, talk: vec![(Role::Me, talk(1200.0, 0.0)[0].1)], ..call(n) };
    let calls: Vec<_> = (0..5).map(call).chain((5..8).map(short)).collect();
    let today = first().saturating_add(90.days());
    let cooled = |client: Client| trend(&[client], &calls, today, 26).clients[0].cooled.clone();
    assert!(cooled(Client::named("Viktor")).is_some_and(|signs| signs[0] == CoolSign::NoGreeting));
    assert_eq!(cooled(said_on(first().saturating_add(5.days()))), None);
    // Long ago it explains nothing.
    assert!(cooled(said_on(first().saturating_sub(90.days()))).is_some());
}

#[test]
fn an_announcement_noted_for_a_day_was_made_in_the_call_of_that_day() {
    let calls: Vec<_> = (0..5).map(call).collect();
    let trend = trend(&[said_on(first().saturating_add(2.days()))], &calls, first().saturating_add(90.days()), 26);
    let marked: Vec<_> = trend.clients[0].calls.iter().map(|one| one.announced).collect();
    assert_eq!(marked, [false, false, true, false, false]);
    assert!(trend.clients[0].weeks[0].announced);
}

#[test]
fn lines_that_never_worked_are_not_among_those_that_work() {
    let cue =
        |line: &str, returned_after| CueRecord { at: 60.0, line: line.into(), rung: "park".into(), said: None, returned_after };
    let cues = vec![cue("good", Some(5.0)), cue("good", None), cue("bad", None), cue("bad", None)];
    let calls: Vec<_> = (0..3).map(|n| CallRecord { cues: cues.clone(), ..call(n) }).collect();
    let trend = look(&calls);
    let lines: Vec<_> = trend.clients[0].lines.iter().map(|effect| effect.line.as_str()).collect();
    assert_eq!(lines, ["good"]);
}

#[test]
fn one_currency_is_one_sum_however_it_was_written() {
    let in_it = |n, currency: &str| CallRecord { rate: Some((60.0, currency.into())), ..call(n) };
    let calls: Vec<_> = [(0, "$"), (1, "USD"), (2, "$ per hour"), (3, "€"), (4, "EUR")].map(|(n, text)| in_it(n, text)).to_vec();
    let money = look(&calls).figures.money;
    assert_eq!(
        money.iter().map(|(currency, amount)| (currency.as_str(), *amount)).collect::<Vec<_>>(),
        [("$", 15.0), ("€", 10.0)]
    );
}

/// The page offered a note about a call that ran over beside the news of a father in hospital, and gave none; `segue note` said
/// that the call had gone as planned.
#[test]
fn what_something_serious_took_can_be_told_and_counts_for_nothing() {
    for (over, told) in [(900.0, true), (60.0, false)] {
        let call = CallRecord { serious: true, exceptions: Vec::new(), ..late(0, over) };
        let calls = [call.clone()];
        let one = Judged::of(&call);
        assert_eq!((one.departs(), one.possible(), one.told().count()), (false, 0, usize::from(told)));
        let client = Client::named("Viktor");
        let found = last_departure(&client, &calls).map(|(_, exception)| exception.kind);
        assert_eq!(found, told.then_some(ExceptionKind::Overrun));
        assert_eq!(departure_on(&client, &calls, first()).is_some(), told);
        // Nobody is asked, nothing is counted.
        assert_eq!(unexplained(&[Judged::of(&call)]), None);
        assert_eq!(look(&calls).clients[0].allowance.used, 0);
    }
}
