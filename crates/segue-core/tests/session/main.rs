//! The session on virtual time: one short case for every sentence of the mission that it carries.

mod announcing;
mod closing;
mod keys;
mod script;

use proptest::prelude::*;
use script::{Script, plan};
use segue_core::session::{CueEnd, Event, Fact, Floor, Heard, Input, Key, Output, PlainWords, SNOOZE, Session};
use segue_core::{AgendaItem, Boundary, Flag, Flags, Kind, Label, NewTerms, Phase, Plan, Reading, Role, Rung, Terms, Tone};

#[test]
fn silence_while_talk_is_about_business() {
    let mut call = Script::new(plan());
    call.greet().business(300.0);
    assert_eq!(call.rungs(), []);
}

#[test]
fn one_joke_begins_no_drift_and_one_business_word_ends_none() {
    let mut call = Script::new(plan());
    call.greet().say(Role::Client, Label::Smalltalk, 2.0, &[]).business(10.0);
    assert!(!call.session.is_drifting());
    call.drift(20.0).say(Role::Me, Label::Business, 0.8, &[]);
    assert!(call.session.is_drifting());
}

#[test]
fn after_the_grace_one_line_parks_and_names_the_next_item() {
    let mut call = Script::new(plan());
    call.greet().drift(30.0);
    assert_eq!(call.rungs(), [], "the grace of a call of 15 minutes is 36 seconds");
    call.drift(20.0);
    assert_eq!(call.rungs(), [Rung::Park]);
    let cue = call.session.live_cue().expect("it is on show");
    assert_eq!(cue.request.slots.next_item.as_deref(), Some("Logo"));
}

#[test]
fn the_ladder_goes_park_time_direct() {
    let mut call = Script::new(plan());
    call.greet().drift(60.0).wait(30.0).drift(60.0).wait(30.0).drift(60.0);
    assert_eq!(call.rungs()[..3], [Rung::Park, Rung::Time, Rung::Direct]);
}

#[test]
fn the_grace_is_shorter_after_a_return() {
    let mut call = Script::new(plan());
    call.greet().drift(50.0).business(40.0).drift(28.0);
    assert_eq!(call.rungs(), [Rung::Park, Rung::Time]);
}

#[test]
fn what_may_be_serious_gets_no_line_at_all() {
    let mut call = Script::new(plan());
    call.greet();
    for _ in 0..8 {
        call.say(Role::Client, Label::Personal, 8.0, &[Flag::Upset]).say(Role::Me, Label::Personal, 1.0, &[]);
    }
    assert_eq!(call.rungs(), [], "neither a steer nor condolences");
    call.drift(20.0);
    assert_eq!(call.rungs(), [Rung::Park], "the moment has passed");
}

#[test]
fn small_talk_is_welcome_at_the_greeting() {
    let mut call = Script::new(plan());
    call.say(Role::Me, Label::Framing, 2.0, &[]).drift(80.0).greet();
    assert_eq!(call.rungs(), []);
}

#[test]
fn a_group_starts_at_offline_or_direct() {
    let mut group = plan();
    group.boundary.kind = Kind::Group;
    let mut call = Script::new(group);
    call.greet().drift(45.0);
    assert!(matches!(call.rungs()[..], [Rung::Offline | Rung::Direct]), "{:?}", call.rungs());
}

#[test]
fn a_direct_tone_starts_a_rung_higher() {
    let mut direct = plan();
    direct.boundary.tone = Tone::Direct;
    let mut call = Script::new(direct);
    call.greet().drift(50.0);
    assert_eq!(call.rungs(), [Rung::Time]);
}

#[test]
fn a_personal_question_to_me_gets_a_deflection() {
    let mut call = Script::new(plan());
    call.greet().drift(14.0).say(Role::Client, Label::Personal, 3.0, &[Flag::PersonalQuestion]);
    assert_eq!(call.rungs(), [Rung::Deflect]);
}

#[test]
fn when_i_feed_the_cue_is_to_me() {
    let mut call = Script::new(plan());
    call.greet();
    for _ in 0..8 {
        call.say(Role::Client, Label::Personal, 0.5, &[]);
        call.outputs.retain(|o| !matches!(o, Output::DriftOpened { .. }));
    }
    let mut mine = Script::new(plan());
    mine.greet();
    for _ in 0..6 {
        mine.say(Role::Me, Label::Personal, 8.0, &[Flag::Disclosure]);
    }
    assert_eq!(mine.rungs(), [Rung::Feeding]);
}

#[test]
fn a_serious_disclosure_silences_steering_and_offers_one_humane_line() {
    let mut call = Script::new(plan());
    call.greet().say(Role::Client, Label::Personal, 8.0, &[Flag::Serious, Flag::Disclosure]).drift(120.0);
    assert_eq!(call.rungs(), [Rung::Humane]);
    assert!(call.outputs.iter().any(|o| matches!(o, Output::Noted { fact: Fact::Serious, .. })));
}

/// "I don't want to live any more" was met with "Shall we stop here?", and with nothing after kind words or in asked-for quiet.
#[test]
fn who_does_not_want_to_live_gets_a_line_that_stays_with_them() {
    let grave = [Flag::Serious, Flag::SurelySerious, Flag::Disclosure];
    let despair = [Flag::Serious, Flag::SurelySerious, Flag::Disclosure, Flag::Despair];
    let mut call = Script::new(plan());
    call.greet().say(Role::Client, Label::Personal, 8.0, &despair).drift(60.0);
    call.say(Role::Client, Label::Personal, 8.0, &despair);
    assert_eq!(call.rungs(), [Rung::Stay]);

    let mut after_other_news = Script::new(plan());
    after_other_news.greet().say(Role::Client, Label::Personal, 8.0, &grave).wait(40.0);
    after_other_news.say(Role::Client, Label::Personal, 8.0, &despair);
    assert_eq!(after_other_news.rungs(), [Rung::Humane, Rung::Stay]);

    let mut mine = Script::new(plan());
    mine.greet().say(Role::Me, Label::Personal, 8.0, &despair);
    assert_eq!(mine.rungs(), []);
}

#[test]
fn a_line_waits_until_a_way_back_is_wanted() {
    let mut call = Script::new(plan());
    call.greet().wanting(0.3).drift(90.0);
    assert_eq!(call.rungs(), [], "it may end by itself, or be a thing to be heard out");
    call.wanting(0.9).drift(10.0);
    assert_eq!(call.rungs(), [Rung::Park]);
}

#[test]
fn a_line_waits_for_a_turn_that_is_clearly_private() {
    for (private, rungs) in [(0.9, vec![]), (0.97, vec![Rung::Park])] {
        let mut call = Script::new(plan());
        call.greet().wanting(0.9).private(private).drift(60.0);
        assert_eq!(call.rungs(), rungs);
    }
}

#[test]
fn a_personal_question_out_of_the_work_is_deflected_at_once() {
    for (private, kind, rungs) in
        [(0.97, Kind::Client, vec![Rung::Deflect]), (0.75, Kind::Client, vec![]), (0.99, Kind::Group, vec![])]
    {
        let mut call = Script::new(Plan { boundary: Boundary { kind, ..plan().boundary }, ..plan() });
        call.greet().business(30.0).wanting(0.05).private(private);
        call.say(Role::Client, Label::Personal, 3.0, &[Flag::PersonalQuestion]);
        assert_eq!(call.rungs(), rungs, "{private} {kind:?}");
        let drifts = call.drifts_told();
        call.wanting(0.0).business(20.0);
        assert_eq!((drifts, call.session.is_drifting()), (rungs.len(), false), "the line belongs to this drift, which is over");
    }
}

/// "Why did you and your wife split up? … And do the children live with you?" went on for a minute without a line.
#[test]
fn who_asks_on_gets_a_deflection_sooner() {
    let mut call = Script::new(plan());
    call.greet().business(30.0).wanting(0.05).private(0.75);
    let ask = |call: &mut Script| {
        call.say(Role::Client, Label::Personal, 3.0, &[Flag::PersonalQuestion]);
        call.say(Role::Me, Label::Personal, 1.0, &[]);
        call.rungs()
    };
    assert_eq!(ask(&mut call), []);
    assert_eq!(ask(&mut call), [Rung::Deflect]);
}

#[test]
fn where_a_way_back_is_surely_wanted_half_the_grace_is_enough() {
    for (wanted, rungs) in [(0.76, vec![]), (0.9, vec![Rung::Park])] {
        let mut call = Script::new(plan());
        call.greet().wanting(wanted).drift(30.0);
        assert_eq!(call.rungs(), rungs, "the grace of a call of 15 minutes is 36 seconds");
    }
}

#[test]
fn another_line_in_the_same_drift_wants_more() {
    for (wanted, rungs) in [(0.76, vec![Rung::Park]), (0.9, vec![Rung::Park, Rung::Time])] {
        let mut call = Script::new(plan());
        call.greet().wanting(0.76).drift(45.0).wanting(wanted).drift(90.0);
        assert_eq!(call.rungs(), rungs);
    }
}

#[test]
fn what_is_not_surely_serious_is_left_alone_without_a_word() {
    for (flags, rungs) in [(vec![Flag::Serious], vec![]), (vec![Flag::Serious, Flag::SurelySerious], vec![Rung::Humane])] {
        let mut call = Script::new(plan());
        call.greet().wanting(0.1).say(Role::Client, Label::Personal, 8.0, &flags).wanting(0.8).say(
            Role::Me,
            Label::Personal,
            1.0,
            &[],
        );
        assert_eq!(call.rungs(), rungs);
    }
}

/// The client said "Let's go on", and "Shall we stop here, or would it help to carry on?" came right after it: only then was it sure how
/// serious the news before had been.
#[test]
fn who_would_go_on_is_not_asked_whether_to_stop() {
    for (goes_on, despair, rungs) in [
        (false, false, vec![Rung::Humane]),
        (true, false, vec![]),
        (false, true, vec![Rung::Stay]),
        (true, true, vec![Rung::Stay]),
    ] {
        let mut call = Script::new(plan());
        let news = [Flag::Serious, Flag::Disclosure];
        let sure = [Flag::Serious, Flag::SurelySerious, Flag::Despair];
        call.greet().wanting(0.1).say(Role::Client, Label::Personal, 8.0, &news).say(Role::Me, Label::Personal, 2.0, &news);
        let words = PlainWords { goes_on, ..PlainWords::default() };
        let flags = if despair { &sure[..] } else { &sure[..2] };
        call.in_words(words).say(Role::Client, Label::Framing, 2.0, flags).wait(3.0);
        assert_eq!(call.rungs(), rungs, "{goes_on} {despair}");
    }
}

/// "The talk has drifted: 0:26" went on beside the news of a stroke: whoever shows the drift asks whether it is serious.
#[test]
fn serious_talk_is_known_as_such_until_the_work_goes_on() {
    let mut call = Script::new(plan());
    call.greet().drift(30.0);
    assert!(!call.session.is_serious());
    call.say(Role::Client, Label::Personal, 8.0, &[Flag::Serious, Flag::Disclosure]);
    assert!(call.session.is_serious());
    call.business(20.0);
    assert!(!call.session.is_serious());
}

#[test]
fn what_surely_wants_a_way_back_is_no_longer_serious() {
    for (wanted, rungs) in [(0.2, &[Rung::Humane][..]), (0.9, &[Rung::Humane, Rung::Park][..])] {
        let mut call = Script::new(plan());
        call.greet().say(Role::Client, Label::Personal, 8.0, &[Flag::Serious, Flag::Disclosure]);
        call.wait(25.0).wanting(wanted).drift(60.0);
        assert_eq!(call.rungs(), rungs, "{wanted}");
    }
}

#[test]
fn a_turn_counts_as_what_its_answer_shows() {
    let story = |was: Label| {
        let mut call = Script::new(plan());
        call.greet().say(Role::Client, Label::Business, 25.0, &[]).was(was, &[]).drift(20.0);
        call.rungs()
    };
    assert_eq!(story(Label::Business), [], "the grace of a call of 15 minutes is 36 seconds");
    assert_eq!(story(Label::Personal), [Rung::Park]);
}

#[test]
fn serious_news_that_only_the_answer_shows_gets_the_humane_line() {
    let mut call = Script::new(plan());
    call.greet().say(Role::Client, Label::Business, 4.0, &[]).was(Label::Personal, &[Flag::Serious]);
    call.say(Role::Me, Label::Personal, 1.0, &[]);
    assert_eq!(call.rungs(), [Rung::Humane]);
    call.drift(120.0);
    assert_eq!(call.rungs(), [Rung::Humane]);
}

/// The look back was lost with the first line shown.
#[test]
fn a_line_goes_when_the_answer_shows_that_it_met_serious_news() {
    let mut call = Script::new(plan());
    call.greet().drift(36.0).say(Role::Client, Label::Personal, 6.0, &[]);
    assert_eq!(call.rungs(), [Rung::Park]);
    call.was(Label::Personal, &[Flag::Serious]).say(Role::Me, Label::Personal, 1.0, &[]);
    assert_eq!(call.rungs(), [Rung::Park, Rung::Humane]);
    assert!(call.outputs.iter().any(|output| matches!(output, Output::CueGone { .. })));
}

/// The humane line was used up by an utterance that nobody paused after.
#[test]
fn the_humane_line_that_found_no_gap_may_still_come() {
    let mut call = Script::new(plan());
    call.greet().send(Event::SpeechStarted);
    call.say(Role::Client, Label::Personal, 4.0, &[Flag::Serious]).wait(20.0);
    call.say(Role::Client, Label::Personal, 4.0, &[Flag::Serious]).send(Event::SpeechEnded);
    assert_eq!(call.rungs(), [Rung::Humane]);
}

#[test]
fn news_that_was_none_silences_nothing() {
    let mut call = Script::new(plan());
    call.greet().send(Event::SpeechStarted);
    call.say(Role::Client, Label::Personal, 4.0, &[Flag::Serious]).was(Label::Personal, &[]);
    call.say(Role::Me, Label::Personal, 1.0, &[]).send(Event::SpeechEnded);
    assert_eq!(call.rungs(), [], "it was not shown yet and is not shown any more");
    call.drift(60.0);
    assert_eq!(call.rungs(), [Rung::Park]);
}

#[test]
fn what_was_told_of_a_drift_is_told_once_and_not_taken_back() {
    let mut call = Script::new(plan());
    call.greet().say(Role::Client, Label::Personal, 10.0, &[]);
    assert_eq!((call.drifts_told(), call.session.is_drifting()), (1, true));
    call.was(Label::Business, &[]).say(Role::Me, Label::Personal, 2.0, &[]);
    assert_eq!((call.drifts_told(), call.session.is_drifting()), (1, true));
    for _ in 0..3 {
        call.was(Label::Personal, &[]).say(Role::Client, Label::Personal, 2.0, &[]);
    }
    assert_eq!(call.drifts_told(), 1);
}

#[test]
fn grave_words_in_the_work_are_work() {
    let mut call = Script::new(plan());
    call.greet();
    for _ in 0..10 {
        call.say(Role::Client, Label::Business, 6.0, &[Flag::Serious]);
    }
    assert_eq!(call.rungs(), []);
}

#[test]
fn a_private_fact_that_moves_the_work_is_noted_and_not_steered() {
    let mut call = Script::new(plan());
    call.greet().say(Role::Client, Label::Personal, 6.0, &[Flag::WorkImpact]).drift(50.0);
    assert_eq!(call.rungs(), []);
    assert!(call.outputs.iter().any(|o| matches!(o, Output::Noted { fact: Fact::WorkImpact, .. })));
}

#[test]
fn an_agreed_chat_is_no_drift() {
    let mut call = Script::new(plan());
    call.greet().key(Key::AgreedChat).drift(100.0);
    assert_eq!(call.rungs(), []);
    assert_eq!(call.session.phase(), Phase::ClosingChat);
}

#[test]
fn the_closing_chat_brings_parked_topics_back_and_has_an_end() {
    let mut call = Script::new(plan());
    call.greet().drift(50.0).key(Key::SaidIt).business(690.0).key(Key::AgreedChat).wait(21.0);
    assert_eq!(call.rungs(), [Rung::Park, Rung::Closing, Rung::Return]);
    call.wait(25.0).drift(200.0).wait(21.0).wait(1.0);
    assert!(call.rungs().contains(&Rung::SignOff), "{:?}", call.rungs());
    assert!(call.outputs.iter().any(|o| matches!(o, Output::Parked { .. })));
}

/// A chat that was agreed in the middle ended with "That's the work done" and "I'm going to stop us here".
/// "Can we keep that for the end?" came a second into the minutes that the client had been promised for the end.
#[test]
fn nothing_steers_in_the_minutes_that_were_agreed_for_a_chat() {
    let steered = |agenda: &[&str], begins: f64, chat: f64| {
        let agenda = agenda.iter().map(|text| AgendaItem { text: (*text).into(), minutes: None }).collect();
        let boundary = Boundary { planned_minutes: Some(10.0), chat_at_end: chat, ..Boundary::default() };
        let mut call = Script::new(Plan { agenda, boundary, ..Plan::default() });
        while call.clock < begins {
            call.business(5.0);
        }
        while call.clock < 590.0 {
            call.drift(5.0);
        }
        call.rungs().iter().any(|rung| rung.steers())
    };
    assert!(!steered(&[], 475.0, 120.0), "two minutes agreed, and that is when it came to it");
    assert!(steered(&[], 300.0, 120.0), "long before them");
    assert!(steered(&[], 475.0, 0.0), "none was agreed");
    assert!(steered(&["Invoice"], 475.0, 120.0), "an item is left");
}

#[test]
fn a_chat_agreed_in_the_middle_is_not_the_end() {
    let mut call = Script::new(plan());
    call.greet().drift(50.0).key(Key::SaidIt).business(40.0).key(Key::AgreedChat).wait(25.0).drift(100.0).wait(1.0);
    assert_eq!(call.rungs(), [Rung::Park]);
    call.business(530.0).key(Key::AgreedChat).wait(21.0);
    assert_eq!(call.rungs(), [Rung::Park, Rung::Closing, Rung::Return], "at the end it is");
}

/// A chat agreed during the greeting did away with the announcement.
#[test]
fn a_chat_agreed_in_the_greeting_keeps_the_announcement_waiting() {
    let mut call = Script::new(Plan { announcement_due: true, ..plan() });
    call.say(Role::Me, Label::Framing, 1.0, &[]).key(Key::AgreedChat).drift(30.0).business(20.0);
    assert_eq!((call.rungs(), call.session.phase()), (vec![Rung::Announce], Phase::Announcement));
}

/// Welcome small talk was told as a drift, and made the grace shorter for the rest of the call.
#[test]
fn welcome_talk_is_no_drift_and_takes_nothing_off_the_grace() {
    let mut call = Script::new(Plan { boundary: Boundary { chat_at_start: 60.0, ..plan().boundary }, ..plan() });
    call.drift(40.0).business(15.0);
    assert_eq!(call.drifts_told(), 0);
    call.drift(30.0);
    assert_eq!((call.drifts_told(), call.rungs()), (1, vec![]), "the grace is still 36 seconds");
    call.drift(15.0);
    assert_eq!(call.rungs(), [Rung::Park]);
}

/// The phases offered their lines whatever was told, and in place of the humane line.
#[test]
fn nothing_but_the_humane_line_comes_where_something_serious_is_told() {
    let mut call = Script::new(Plan { announcement_due: true, ..plan() });
    call.say(Role::Me, Label::Framing, 1.0, &[]).say(Role::Client, Label::Framing, 1.0, &[]);
    call.say(Role::Client, Label::Personal, 20.0, &[Flag::Serious, Flag::Disclosure]);
    call.say(Role::Me, Label::Framing, 1.0, &[Flag::Serious]).wait(25.0);
    assert_eq!(call.rungs(), [Rung::Humane]);
    let mut closing = Script::new(Plan { parked: vec!["the dog".into()], ..plan() });
    closing.greet().business(750.0).say(Role::Client, Label::Personal, 8.0, &[Flag::Serious]).wait(25.0);
    let before = closing.rungs();
    closing.key(Key::AgreedChat).wait(1.0);
    assert_eq!(closing.rungs(), before);
}

#[test]
fn a_line_that_steers_goes_when_somebody_is_upset() {
    let mut call = Script::new(plan());
    call.greet().drift(45.0);
    assert!(call.session.live_cue().is_some_and(|cue| cue.rung() == Rung::Park));
    call.say(Role::Client, Label::Personal, 2.0, &[Flag::Upset]);
    assert!(call.session.live_cue().is_none());
}

#[test]
fn a_snooze_holds_for_the_lines_of_the_phases_too() {
    let mut call = Script::new(Plan { announcement_due: true, ..plan() });
    call.say(Role::Me, Label::Framing, 1.0, &[]).key(Key::Snooze).say(Role::Client, Label::Framing, 1.0, &[]);
    call.say(Role::Client, Label::Framing, 3.0, &[]).say(Role::Me, Label::Framing, 2.0, &[]).wait(30.0);
    assert_eq!((call.rungs(), call.session.phase()), (vec![], Phase::Announcement));
}

/// A warning counted as given when it was decided, and was lost if somebody spoke on.
#[test]
fn a_warning_that_found_no_gap_comes_at_the_next_one() {
    let mut call = Script::new(plan());
    call.greet().business(640.0);
    call.send(Event::SpeechStarted);
    call.wait(20.0).wait(20.0);
    assert_eq!(call.rungs(), []);
    call.send(Event::SpeechEnded);
    call.wait(2.0);
    assert_eq!(call.rungs(), [Rung::Closing]);
}

/// A call that ended in a drift, and a chat agreed after a line, counted as brought back by it.
#[test]
fn a_line_is_not_credited_with_a_return_that_never_was() {
    let credited = |call: &Script| {
        call.outputs.iter().any(|o| matches!(o, Output::DriftClosed { returned_after, .. } if !returned_after.is_empty()))
    };
    let mut ended = Script::new(plan());
    ended.greet().drift(60.0).key(Key::EndCall);
    assert!(!credited(&ended) && ended.rungs() == [Rung::Park]);
    let mut agreed = Script::new(plan());
    agreed.greet().drift(50.0).key(Key::AgreedChat).drift(60.0).business(60.0).drift(15.0).business(20.0);
    assert!(!credited(&agreed), "{:?}", agreed.outputs);
}

/// What was only written was the clock of the call from its beginning.
#[test]
fn the_clock_is_the_new_one_once_it_is_announced() {
    let planned = |call: &Script| call.session.plan().boundary.planned_minutes;
    let before = plan().boundary.terms();
    let after = Terms { planned_minutes: Some(5.0), chat_at_end: 0.0 };
    let due = Plan { announcement_due: true, new_terms: Some(NewTerms { before, after }), ..plan() };
    let mut call = Script::new(due.clone());
    call.greet().business(20.0);
    assert_eq!(planned(&call), before.planned_minutes, "not said yet");
    call.key(Key::Announced);
    assert_eq!(call.session.plan().boundary.terms(), after);
    call.business(280.0).wait(30.0);
    assert_eq!(call.session.phase(), Phase::Overrun);
    // Heard, it counts as by key.
    let mut heard = Script::new(due);
    heard.say(Role::Me, Label::Framing, 1.0, &[]).say(Role::Client, Label::Framing, 1.0, &[]);
    heard.say(Role::Client, Label::Framing, 3.0, &[]).say(Role::Me, Label::Framing, 2.0, &[]);
    heard.say(Role::Me, Label::Framing, 9.0, &[Flag::Announcement]);
    assert_eq!(planned(&heard), after.planned_minutes);
}

#[test]
fn what_was_announced_takes_its_line_away() {
    let mut call = Script::new(Plan { announcement_due: true, ..plan() });
    call.say(Role::Me, Label::Framing, 1.0, &[]).say(Role::Client, Label::Framing, 1.0, &[]);
    call.say(Role::Client, Label::Smalltalk, 3.0, &[]).say(Role::Me, Label::Framing, 2.0, &[]);
    assert_eq!(call.rungs(), [Rung::Announce]);
    call.key(Key::Announced);
    assert!(call.session.live_cue().is_none() && call.session.is_announced());
}

#[test]
fn the_announcement_comes_after_the_greetings_and_before_business() {
    let mut call = Script::new(Plan { announcement_due: true, ..plan() });
    call.say(Role::Me, Label::Framing, 1.0, &[]).say(Role::Client, Label::Framing, 1.0, &[]);
    call.say(Role::Client, Label::Smalltalk, 3.0, &[]).say(Role::Me, Label::Framing, 2.0, &[]);
    assert_eq!((call.rungs(), call.session.phase()), (vec![Rung::Announce], Phase::Announcement));
    call.say(Role::Me, Label::Framing, 12.0, &[Flag::Announcement]);
    assert_eq!(call.session.phase(), Phase::Business);
}

#[test]
fn the_clock_warns_before_the_end_and_at_the_end() {
    let mut call = Script::new(plan());
    call.greet().business(1000.0);
    assert_eq!(call.rungs(), [Rung::Closing, Rung::Overrun]);
    assert_eq!(call.session.phase(), Phase::Overrun);
}

#[test]
fn not_now_and_snooze_are_respected() {
    let mut call = Script::new(plan());
    call.greet().drift(50.0).key(Key::NotNow).drift(100.0);
    assert_eq!(call.rungs(), [Rung::Park]);
    let mut quiet = Script::new(plan());
    quiet.greet().key(Key::Snooze).drift(150.0);
    assert_eq!(quiet.rungs(), []);
}

#[test]
fn an_unknown_speaker_means_wait() {
    let mut call = Script::new(plan());
    call.greet();
    for _ in 0..20 {
        call.say(Role::Unknown, Label::Personal, 6.0, &[]);
    }
    assert_eq!(call.rungs(), []);
}

#[test]
fn a_cue_waits_for_a_gap_and_expires() {
    let mut call = Script::new(plan());
    call.greet().drift(30.0);
    call.send(Event::SpeechStarted);
    call.drift(20.0);
    assert_eq!(call.rungs(), [], "somebody is speaking");
    call.send(Event::SpeechEnded);
    let shown = call.rungs();
    call.wait(25.0);
    assert!(call.session.live_cue().is_none(), "{shown:?} has gone");
}

/// What was decided while somebody spoke on was shown at the next gap, whatever had been said in between.
#[test]
fn a_decided_steer_goes_when_i_steered_myself_or_the_talk_came_back() {
    for (role, label, flags) in [(Role::Me, Label::Framing, &[Flag::SteerBack][..]), (Role::Client, Label::Business, &[])] {
        let mut call = Script::new(plan());
        call.greet().drift(28.0).send(Event::SpeechStarted);
        call.say(Role::Client, Label::Personal, 12.0, &[]).say(role, label, 2.0, flags).send(Event::SpeechEnded);
        assert_eq!(call.rungs(), [], "{label:?}");
        call.drift(20.0);
        assert_eq!(call.rungs(), [Rung::Park], "{label:?}: it may still be decided anew");
    }
    let mut asked = Script::new(plan());
    asked.greet().send(Event::SpeechStarted);
    asked.key(Key::Drifted).say(Role::Client, Label::Business, 3.0, &[]).send(Event::SpeechEnded);
    assert_eq!(asked.rungs(), [Rung::Park], "what a key asks for is another thing");
}

/// The ears know that somebody has finished before they know the words: the line came at the end of serious news, or right
/// after my own way back.
#[test]
fn a_decided_line_waits_for_the_words_just_spoken() {
    let grave = &[Flag::Serious, Flag::Disclosure][..];
    for (role, label, flags, rungs) in [
        (Role::Client, Label::Personal, grave, &[Rung::Humane][..]),
        (Role::Me, Label::Framing, &[Flag::SteerBack], &[]),
        (Role::Client, Label::Personal, &[], &[Rung::Park]),
    ] {
        let mut call = Script::new(plan());
        call.greet().drift(28.0).send(Event::SpeechStarted);
        call.say(Role::Client, Label::Personal, 12.0, &[]);
        let (begun, ended) = (call.clock, call.clock + 3.5);
        call.wait(3.5).send(Event::SpeechEnded);
        call.wait(0.4);
        assert_eq!(call.rungs(), [], "{flags:?}");
        call.hear_late(role, label, begun, ended - 0.4, flags);
        assert_eq!(call.rungs(), rungs, "{flags:?}");
    }
    let mut noise = Script::new(plan());
    noise.greet().drift(28.0).send(Event::SpeechStarted);
    noise.say(Role::Client, Label::Personal, 12.0, &[]).wait(5.0).send(Event::SpeechEnded);
    noise.wait(1.0);
    assert_eq!(noise.rungs(), []);
    noise.wait(1.0);
    assert_eq!(noise.rungs(), [Rung::Park], "no words came");
}

/// Where words take longer than people wait for each other, no gap was ever free when they came: there were no lines at all.
#[test]
fn words_that_come_late_find_the_gap_that_they_ended_in() {
    for (floor, late, rungs) in [(Floor::Taken, 0.9, &[Rung::Park][..]), (Floor::Taken, 3.0, &[]), (Floor::Held, 0.9, &[])] {
        let mut call = Script::new(plan());
        call.greet().drift(28.0).send(Event::SpeechStarted);
        let (begun, ended) = (call.clock, call.clock + 12.0);
        call.wait(12.0 + late);
        call.floor = floor;
        call.hear_late(Role::Client, Label::Personal, begun, ended, &[]);
        assert_eq!(call.rungs(), rungs, "{floor:?} after {late} s");
        call.wait(0.5);
        assert_eq!(call.rungs(), rungs, "{floor:?}: the moment is over");
    }
}

#[test]
fn the_floor_is_taken_by_another_who_began_after_the_end() {
    for (speaking, floor) in [
        (&[][..], Floor::Open),
        (&[(Role::Client, 10.3)], Floor::Taken),
        (&[(Role::Client, 9.8)], Floor::Taken),
        (&[(Role::Client, 8.0)], Floor::Held),
        (&[(Role::Me, 10.3)], Floor::Held),
        (&[(Role::Client, 10.3), (Role::Me, 10.4)], Floor::Held),
    ] {
        assert_eq!(Floor::after(10.0, speaking.iter().copied()), floor, "{speaking:?}");
    }
}

/// After two goodbyes nothing was ever said again, however long the talk went on.
#[test]
fn a_chat_after_the_goodbyes_has_an_end_too() {
    let goodbyes = |business: f64| {
        let mut call = Script::new(plan());
        call.greet().business(business);
        call.say(Role::Me, Label::Framing, 2.0, &[Flag::SignOff]).say(Role::Client, Label::Framing, 2.0, &[Flag::SignOff]);
        assert_eq!(call.session.phase(), Phase::SignOff);
        call
    };
    let mut call = goodbyes(540.0);
    call.drift(130.0);
    assert_eq!(
        (call.rungs(), call.session.phase()),
        (vec![], Phase::SignOff),
        "in a quarter of an hour it has two minutes and more"
    );
    call.drift(40.0);
    assert_eq!(call.rungs(), [Rung::SignOff]);
    while call.rungs().len() < 2 {
        call.drift(10.0);
    }
    assert_eq!(call.rungs(), [Rung::SignOff, Rung::SignOff]);
    assert!((900.0..920.0).contains(&call.clock), "the time is over: {}", call.clock);
    let mut in_time = goodbyes(735.0);
    in_time.say(Role::Me, Label::Smalltalk, 5.0, &[]).wait(200.0);
    assert_eq!(in_time.rungs(), [Rung::Closing], "goodbyes take a minute");
}

/// "Do you need five more?" answered "Bye Fiona": after one goodbye, or "that was all from me", nothing of time is left to say.
#[test]
fn right_after_words_of_the_end_nothing_is_said_of_time() {
    for (flag, told) in [(Some(Flag::SignOff), false), (Some(Flag::WrapUp), false), (None, true)] {
        let mut call = Script::new(plan());
        call.greet().business(740.0);
        call.say(Role::Client, Label::Framing, 20.0, flag.as_slice());
        assert!(!call.rungs().contains(&Rung::Overrun), "not over yet");
        call.wait(45.0);
        assert!(call.clock > 900.0, "the time is over");
        assert_eq!(call.rungs().contains(&Rung::Overrun), told, "{flag:?}: {:?}", call.rungs());
        call.business(30.0);
        assert!(call.rungs().contains(&Rung::Overrun), "the call goes on");
    }
}

/// A chat at the end was told once that it is over, and then went on for ten minutes.
#[test]
fn a_closing_chat_is_told_again_that_it_is_over_unless_i_said_not_now() {
    for (key, times) in [(Key::SaidIt, 2), (Key::NotNow, 1)] {
        let boundary = Boundary { planned_minutes: None, ..plan().boundary };
        let mut call = Script::new(Plan { boundary, ..plan() });
        call.greet().say(Role::Me, Label::Framing, 2.0, &[Flag::WrapUp]).say(Role::Client, Label::Framing, 2.0, &[Flag::WrapUp]);
        while !call.rungs().contains(&Rung::SignOff) {
            call.drift(10.0);
        }
        call.key(key).drift(150.0);
        assert_eq!(call.rungs(), [Rung::SignOff], "{key:?}");
        call.drift(150.0);
        assert_eq!(call.rungs(), vec![Rung::SignOff; times], "{key:?}");
    }
}

/// "We are back" closed the talk and left the chat agreed: no line came for the rest of the call.
#[test]
fn back_ends_an_agreed_chat_in_which_somebody_spoke() {
    for seconds in [0.0, 30.0] {
        let mut call = Script::new(plan());
        call.greet().key(Key::AgreedChat).drift(seconds).key(Key::Back);
        assert_eq!(call.session.phase(), Phase::Business);
        call.drift(50.0);
        assert_eq!(call.rungs(), [Rung::Park]);
    }
}

/// Three short answers about the work, minutes apart, ended what was still being told.
#[test]
fn answers_about_the_work_do_not_end_serious_news_that_goes_on() {
    let mut call = Script::new(plan());
    call.greet().say(Role::Client, Label::Personal, 8.0, &[Flag::Serious, Flag::Disclosure]);
    for _ in 0..4 {
        call.say(Role::Client, Label::Personal, 12.0, &[]).say(Role::Me, Label::Business, 3.0, &[]);
    }
    call.drift(60.0);
    assert_eq!(call.rungs(), [Rung::Humane]);
}

/// What was told in a serious thread counted towards the grace of the talk after it.
#[test]
fn what_was_serious_takes_nothing_off_the_grace() {
    let mut call = Script::new(plan());
    call.greet().wanting(0.2).say(Role::Client, Label::Personal, 8.0, &[Flag::Serious, Flag::SurelySerious]);
    call.drift(60.0).wait(25.0).wanting(0.76).drift(36.0);
    assert_eq!(call.rungs(), [Rung::Humane], "the grace of a call of 15 minutes is 36 seconds");
    call.drift(20.0);
    assert_eq!(call.rungs(), [Rung::Humane, Rung::Park]);
}

/// The second grave piece of news in a call was met with silence.
#[test]
fn another_serious_thread_gets_a_humane_line_of_its_own() {
    for (work, rungs) in [(20.0, &[Rung::Humane][..]), (200.0, &[Rung::Humane, Rung::Humane])] {
        let grave = &[Flag::Serious, Flag::Disclosure];
        let mut call = Script::new(plan());
        call.greet().say(Role::Client, Label::Personal, 8.0, grave).wait(25.0).business(work);
        call.say(Role::Client, Label::Personal, 8.0, grave).wait(2.0);
        assert_eq!(call.rungs(), rungs, "{work} seconds of work between");
    }
}

/// "How was your weekend? And the kids?" was met with a deflection.
#[test]
fn questions_are_welcome_at_the_greeting() {
    let mut call = Script::new(plan());
    call.say(Role::Me, Label::Framing, 1.0, &[]);
    for _ in 0..3 {
        call.say(Role::Client, Label::Smalltalk, 3.0, &[Flag::PersonalQuestion]).say(Role::Me, Label::Smalltalk, 15.0, &[]);
    }
    assert_eq!((call.rungs(), call.session.phase()), (vec![], Phase::Greeting));
}

/// Where the client had said the first words, nobody told me that it was I who went on.
#[test]
fn when_i_feed_what_the_client_opened_the_cue_is_to_me() {
    for (theirs, rung) in [(2.0, Rung::Feeding), (15.0, Rung::Park)] {
        let mut call = Script::new(plan());
        call.greet().say(Role::Client, Label::Personal, theirs, &[]);
        while call.rungs().is_empty() {
            call.say(Role::Me, Label::Personal, 8.0, &[Flag::Disclosure]);
        }
        assert_eq!(call.rungs(), [rung], "{theirs} seconds of the client");
    }
}

/// One story in ten pieces was taken for a lively chat.
#[test]
fn a_monologue_in_pieces_has_the_whole_grace() {
    let talk = |both: bool| {
        let mut call = Script::new(plan());
        call.greet();
        for turn in 0..11 {
            let role = if both && turn % 2 == 1 { Role::Me } else { Role::Client };
            call.say(role, Label::Personal, 2.5, &[]);
        }
        call.rungs()
    };
    assert_eq!(talk(true), [Rung::Park], "half the grace of 36 seconds is enough for a chat");
    assert_eq!(talk(false), []);
}

/// Without a plan and an agenda a chat agreed in the middle of a call was told after three minutes that it is over.
#[test]
fn a_chat_agreed_in_a_call_without_plan_and_agenda_is_not_the_end() {
    let mut call = Script::new(Plan { parked: vec!["the dog".into()], ..Plan::default() });
    call.greet().business(60.0).key(Key::AgreedChat).wait(1.0).drift(220.0).wait(1.0);
    assert_eq!((call.rungs(), call.session.phase()), (vec![], Phase::ClosingChat));
}

/// "We drifted", pressed while the clock had its line on show, was answered by nothing.
#[test]
fn a_line_that_a_key_asks_for_takes_the_place_of_one_that_does_not_steer() {
    let mut call = Script::new(plan());
    call.greet().business(640.0);
    while call.session.live_cue().is_none() {
        call.wait(1.0);
    }
    call.key(Key::Drifted).key(Key::Drifted).key(Key::SaidIt).wait(1.0);
    assert_eq!(call.rungs(), [Rung::Closing, Rung::Park], "the second press asks for no second line");
    let mut due = Script::new(Plan { announcement_due: true, ..plan() });
    for _ in 0..4 {
        due.say(Role::Me, Label::Framing, 1.0, &[]);
    }
    due.key(Key::Drifted).key(Key::Back).wait(1.0);
    assert_eq!(due.rungs(), [Rung::Announce, Rung::Park, Rung::Announce], "the announcement is not lost");
}

/// A deflection made the first line that steers one about time.
#[test]
fn a_deflection_is_no_step_of_the_ladder() {
    let mut call = Script::new(plan());
    call.greet().drift(14.0).say(Role::Client, Label::Personal, 3.0, &[Flag::PersonalQuestion]);
    call.wait(25.0).business(40.0).drift(28.0);
    assert_eq!(call.rungs(), [Rung::Deflect, Rung::Park]);
}

/// Past the plan a call in which the boundary was not announced yet went on as if there were time.
#[test]
fn a_call_past_its_plan_is_past_it_also_before_the_announcement() {
    let mut call = Script::new(Plan { announcement_due: true, ..plan() });
    for _ in 0..4 {
        call.say(Role::Me, Label::Framing, 1.0, &[]);
    }
    while call.clock < 920.0 {
        call.business(25.0).say(Role::Client, Label::Smalltalk, 2.0, &[]);
    }
    assert_eq!(call.session.phase(), Phase::Overrun);
    assert!(call.rungs().contains(&Rung::Overrun), "{:?}", call.rungs());
}

/// The kind of a call took the default grace out of its bounds.
#[test]
fn the_default_grace_keeps_its_bounds_whatever_the_kind_of_call() {
    for (kind, minutes, grace, least, most) in [
        (Kind::Internal, 60.0, None, 117.0, 124.0),
        (Kind::Group, 5.0, None, 15.0, 19.0),
        (Kind::Internal, 60.0, Some(160.0), 200.0, 204.0),
        (Kind::Group, 60.0, Some(16.0), 12.0, 16.0),
    ] {
        let boundary = Boundary { kind, planned_minutes: Some(minutes), grace, ..Boundary::default() };
        let mut call = Script::new(Plan { boundary, ..plan() });
        call.greet();
        let mut private = 0.0;
        while call.rungs().is_empty() {
            call.say(Role::Client, Label::Personal, 3.0, &[]);
            private += 3.0;
        }
        assert!((least..=most).contains(&private), "{kind:?}, {minutes} minutes, {grace:?}: {private} seconds");
    }
}

/// With keys only, "next item" left the drift open to the end of the call.
#[test]
fn the_next_item_ends_a_drift_that_a_key_opened() {
    let mut call = Script::new(plan());
    call.wait(60.0).key(Key::Drifted).wait(30.0).key(Key::NextItem);
    assert!(!call.session.is_drifting());
    assert!(call.outputs.iter().any(|o| matches!(o, Output::DriftClosed { returned_after, .. } if !returned_after.is_empty())));
    let mut heard = Script::new(plan());
    heard.greet().drift(20.0).key(Key::NextItem);
    assert!(heard.session.is_drifting(), "what is heard ends what was heard");
}

/// What was taken for grave news, and turned out to move the work, was missing from the agenda.
#[test]
fn a_fact_that_the_answer_shows_to_be_another_is_noted_too() {
    let mut call = Script::new(plan());
    call.greet().say(Role::Client, Label::Personal, 4.0, &[Flag::Serious, Flag::Disclosure]);
    call.was(Label::Personal, &[Flag::Serious, Flag::Disclosure, Flag::WorkImpact]).say(Role::Me, Label::Personal, 1.0, &[]);
    call.was(Label::Personal, &[]).say(Role::Client, Label::Personal, 1.0, &[]);
    let facts = call.outputs.iter().filter_map(|o| if let Output::Noted { fact, .. } = o { Some(*fact) } else { None });
    assert_eq!(facts.collect::<Vec<_>>(), [Fact::Serious, Fact::WorkImpact]);
}

/// Of two lines in one drift the first was said to have brought nothing back, in a drift that came back.
#[test]
fn a_drift_comes_back_after_each_line_that_was_shown_in_it() {
    let mut call = Script::new(plan());
    call.greet().drift(90.0).business(20.0);
    assert_eq!(call.rungs(), [Rung::Park, Rung::Time]);
    let returned = call
        .outputs
        .iter()
        .find_map(|o| if let Output::DriftClosed { returned_after, .. } = o { Some(returned_after) } else { None });
    let returned = returned.expect("it came back");
    assert_eq!(returned.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [0, 1]);
    assert!(returned[0].1 > returned[1].1, "{returned:?}");
}

/// "We drifted", pressed while listening, opened a drift that nothing but a key could end.
#[test]
fn business_that_is_heard_ends_a_drift_opened_by_key() {
    let mut call = Script::new(plan());
    call.greet().drift(10.0).key(Key::Drifted).drift(10.0);
    assert!(call.session.is_drifting());
    call.business(20.0);
    assert!(!call.session.is_drifting());
    assert!(call.outputs.iter().any(|output| matches!(output, Output::DriftClosed { .. })));
}

/// Whoever presses the key knows better than the labels what is being said.
#[test]
fn what_was_under_way_when_the_key_was_pressed_does_not_end_the_drift() {
    let mut call = Script::new(plan());
    call.greet();
    let pressed_at = call.clock + 3.0;
    call.session.handle(Input { at: pressed_at, event: Event::Key(Key::Drifted) });
    call.say(Role::Client, Label::Business, 20.0, &[]);
    assert!(call.session.is_drifting());
    call.say(Role::Me, Label::Business, 2.0, &[]).say(Role::Client, Label::Business, 3.0, &[]);
    assert!(call.session.is_drifting(), "a few words that are taken for business");
}

/// With one microphone it may have been my own news, and after "no lines for five minutes" it came all the same.
#[test]
fn the_humane_line_wants_a_known_voice_and_keeps_a_snooze() {
    let grave = [Flag::Serious, Flag::Disclosure];
    let mut unknown = Script::new(plan());
    unknown.greet().say(Role::Unknown, Label::Personal, 8.0, &grave).wait(1.0);
    assert_eq!(unknown.rungs(), []);
    let mut answered = Script::new(plan());
    answered.greet().say(Role::Unknown, Label::Personal, 8.0, &[]).was(Label::Personal, &grave);
    answered.say(Role::Unknown, Label::Personal, 1.0, &[]).wait(1.0);
    assert_eq!(answered.rungs(), []);
    let mut quiet = Script::new(plan());
    quiet.greet().key(Key::Snooze).say(Role::Client, Label::Personal, 8.0, &grave).wait(1.0).wait(SNOOZE);
    assert_eq!(quiet.rungs(), []);
    let mut fresh = Script::new(plan());
    fresh.greet().key(Key::Snooze).wait(SNOOZE - 10.0).say(Role::Client, Label::Personal, 8.0, &grave).wait(1.0);
    assert_eq!(fresh.rungs(), []);
    fresh.wait(2.0);
    assert_eq!(fresh.rungs(), [Rung::Humane], "it was told just now");
}

/// The line said and the key pressed, or two lines said in one drift, parked its topic twice.
#[test]
fn the_topic_of_one_drift_is_parked_once() {
    let mut call = Script::new(plan());
    call.greet().drift(50.0).key(Key::SaidIt).drift(45.0).key(Key::SaidIt);
    assert_eq!((call.rungs(), call.parked()), (vec![Rung::Park, Rung::Time], 1));
    call.business(40.0).drift(28.0).key(Key::Park).key(Key::Park);
    assert_eq!(call.parked(), 2, "another drift has another topic");
    // The next story of the same drift could not be parked: the key did nothing, and nobody was told.
    call.drift(7.0).key(Key::Park);
    assert_eq!(call.parked(), 3, "pressed again after a while");
    let mut both = Script::new(plan());
    both.greet().drift(50.0).key(Key::Park).key(Key::SaidIt);
    assert_eq!((both.rungs(), both.parked()), (vec![Rung::Park], 1));
}

/// What was dropped was still said to wait.
#[test]
fn topics_that_were_all_dropped_do_not_wait() {
    let mut call = Script::new(Plan { parked: vec!["the dog".into()], ..plan() });
    call.greet().drift(50.0).key(Key::SaidIt).send(Event::Dropped);
    call.send(Event::Dropped);
    call.business(690.0).key(Key::AgreedChat).wait(21.0);
    assert_eq!(call.rungs(), [Rung::Park, Rung::Closing]);
    let mut one = Script::new(Plan { parked: vec!["the dog".into(), "the boat".into()], ..plan() });
    one.greet().business(740.0).send(Event::Dropped);
    one.key(Key::AgreedChat).wait(1.0);
    assert!(one.session.live_cue().is_some_and(|cue| cue.rung() == Rung::Return));
    one.send(Event::Dropped);
    assert!(one.session.live_cue().is_none(), "the last of them went while the line was on show");
}

#[test]
fn two_keys_are_enough_without_any_listening() {
    let mut call = Script::new(plan());
    call.wait(60.0).key(Key::Drifted).wait(1.0);
    assert_eq!(call.rungs(), [Rung::Park]);
    call.wait(5.0).key(Key::Back);
    assert!(call.outputs.iter().any(
        |o| matches!(o, Output::DriftClosed { returned_by: Some(Role::Me), returned_after, .. } if !returned_after.is_empty())
    ));
}

/// The chat at the end was over, and the line had not worked, because the computer had slept.
#[test]
fn time_in_which_nobody_followed_is_no_time_of_a_chat_nor_of_the_way_back() {
    let mut call = Script::new(plan());
    call.wait(60.0).key(Key::Drifted).wait(1.0).key(Key::SaidIt).wait(4.0);
    call.away(300.0).wait(2.0).key(Key::Back);
    let after = call.outputs.iter().find_map(|output| match output {
        Output::DriftClosed { returned_after, .. } => returned_after.first().map(|(_, seconds)| seconds.round()),
        _ => None,
    });
    assert_eq!(after, Some(7.0), "{:?}", call.outputs);
    let chat_is_over = |away: f64| {
        let mut call = Script::new(plan());
        call.key(Key::NextItem).wait(5.0).key(Key::NextItem).wait(30.0).away(away).wait(30.0);
        call.rungs().contains(&Rung::SignOff)
    };
    assert!(!chat_is_over(0.0) && !chat_is_over(400.0));
}

/// Any event at any time, also backwards.
fn events() -> impl Strategy<Value = Vec<(f64, u8, u8, u16)>> {
    proptest::collection::vec((-5.0..900.0f64, 0..16u8, 0..4u8, 0..8192u16), 0..120)
}

fn run(script: &[(f64, u8, u8, u16)], announce: bool) -> Vec<Output> {
    let mut session = Session::new(Plan { announcement_due: announce, ..plan() }, false);
    let keys = [Key::Drifted, Key::Back, Key::Park, Key::SaidIt, Key::NotNow, Key::Snooze, Key::AgreedChat, Key::NextItem];
    let mut outputs = Vec::new();
    for (index, &(at, what, label, flags)) in script.iter().enumerate() {
        let event = match what {
            0 => Event::SpeechStarted,
            1 => Event::SpeechEnded,
            2 => Event::Tick,
            3 => Event::Key(keys[usize::from(flags) % keys.len()]),
            4 => Event::Dropped,
            14 => Event::Away { seconds: f64::from(flags) },
            15 => Event::LedBack,
            _ => Event::Utterance(Heard {
                index,
                start: at,
                end: at + 4.0,
                weight: f64::from(what),
                role: [Role::Me, Role::Client, Role::Colleague, Role::Unknown][usize::from(flags) % 4],
                speaker_known: what % 5 != 0,
                reading: Reading {
                    wanted: (what % 3 != 0).then(|| f32::from(flags % 11) / 10.0),
                    ..Reading::certain(
                        Label::ALL[usize::from(label)],
                        Flag::ALL.into_iter().filter(|f| flags & (1 << *f as u16) != 0).collect(),
                    )
                },
                before: (what % 7 == 0).then(|| Reading::certain(Label::ALL[usize::from(flags) % 4], Flags::NONE)),
                agenda_item: None,
                plain: PlainWords {
                    work_done: flags & 0b11 == 0b11,
                    takes_up: flags & 0b101 == 0b101,
                    comforts: flags & 0b1_0001 == 0b1_0001,
                    goes_on: flags & 0b1001 == 0b1001,
                    puts_aside: flags & 0b10_0001 == 0b10_0001,
                },
                floor: [Floor::Open, Floor::Taken, Floor::Held][usize::from(flags) % 3],
            }),
        };
        session.handle(Input { at, event });
        while let Some(output) = session.poll() {
            outputs.push(output);
        }
    }
    outputs
}

proptest! {
    #[test]
    fn time_never_runs_backwards_and_at_most_one_cue_lives(script in events(), announce: bool) {
        let outputs = run(&script, announce);
        let (mut last, mut live, mut gone) = (0.0, None, None);
        for output in &outputs {
            if let Some(at) = output.at() {
                prop_assert!(at >= last);
                last = at;
            }
            match output {
                Output::Cue(cue) => {
                    prop_assert!(live.is_none());
                    live = Some(cue.id);
                }
                Output::CueGone { id, why, .. } => {
                    // Whoever said it may say so a moment after it went by itself.
                    let late = live.is_none() && *why == CueEnd::Said && gone == Some(*id);
                    prop_assert!(late || live == Some(*id));
                    (live, gone) = (None, Some(*id));
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_replay_is_the_same_byte_for_byte(script in events(), announce: bool) {
        prop_assert_eq!(format!("{:?}", run(&script, announce)), format!("{:?}", run(&script, announce)));
    }
}

/// "Right, so the logo…" frames the talk: the debrief told that the item was reached, the line named it as the next.
#[test]
fn the_item_that_a_line_names_is_not_done_and_not_passed_over() {
    let item = |text: &str| AgendaItem { text: text.into(), minutes: None };
    let named = |call: &Script| {
        let cue =
            call.outputs.iter().rev().find_map(|output| if let Output::Cue(cue) = output { Some(cue.clone()) } else { None });
        cue.and_then(|cue| cue.request.slots.next_item)
    };
    let plan = Plan { agenda: vec![item("Logo"), item("Invoice"), item("Dates")], ..plan() };
    let mut by_words = Script::new(plan.clone());
    by_words.greet();
    let reading = Reading::certain(Label::Framing, Flags::NONE);
    let (start, end) = (by_words.clock, by_words.clock + 3.0);
    let heard = Heard {
        index: 99,
        start,
        end,
        weight: 3.0,
        role: Role::Me,
        speaker_known: true,
        reading,
        before: None,
        agenda_item: Some(0),
        plain: PlainWords::default(),
        floor: Floor::Open,
    };
    by_words.send(Event::Utterance(heard));
    by_words.business(60.0).send(Event::Key(Key::Drifted));
    by_words.wait(1.0);
    assert_eq!(named(&by_words).as_deref(), Some("Invoice"));

    let mut by_key = Script::new(plan);
    by_key.greet().send(Event::Key(Key::NextItem));
    by_key.wait(1.0).send(Event::Key(Key::Drifted));
    by_key.wait(1.0);
    assert_eq!(named(&by_key).as_deref(), Some("Logo"));
}

fn agenda(items: &[&str]) -> Vec<AgendaItem> {
    items.iter().map(|text| AgendaItem { text: (*text).into(), minutes: None }).collect()
}

/// What the line shown last names, and whether it may speak of a next item.
fn named(call: &Script) -> (Option<String>, bool) {
    let cue = call.outputs.iter().rev().find_map(|output| if let Output::Cue(cue) = output { Some(cue.clone()) } else { None });
    cue.map(|cue| (cue.request.slots.next_item, !cue.request.nothing_next)).unwrap_or_default()
}

/// "Take the next item: Menu photos", while it was marked as the one that is on.
#[test]
fn the_item_under_way_is_no_next_one() {
    let plan = Plan { agenda: agenda(&["Logo", "Invoice"]), ..plan() };
    for (items, wait, item, next) in [
        (0, 5.0, Some("Logo"), true),
        (1, 5.0, Some("Logo"), false),
        (1, 300.0, Some("Logo"), false),
        (2, 300.0, Some("Invoice"), false),
    ] {
        let mut call = Script::new(plan.clone());
        (0..items).for_each(|_| {
            call.key(Key::NextItem);
        });
        call.wait(wait).key(Key::Drifted).wait(1.0);
        assert_eq!(named(&call), (item.map(str::to_owned), next), "{items} {wait}");
    }
}

/// Once the last item was done, the lines went "back to" it; neither what was parked nor a goodbye was ever offered.
#[test]
fn after_the_last_item_come_what_was_parked_and_the_goodbye() {
    let boundary = Boundary { planned_minutes: Some(30.0), ..Boundary::default() };
    for kind in [Kind::Client, Kind::Internal, Kind::Group] {
        let plan = Plan { agenda: agenda(&["Logo", "Invoice"]), boundary: Boundary { kind, ..boundary.clone() }, ..plan() };
        let done = |call: &mut Script| {
            for _ in 0..3 {
                call.wait(10.0).key(Key::NextItem);
            }
        };
        let mut call = Script::new(plan.clone());
        call.wait(5.0).key(Key::Park);
        done(&mut call);
        call.wait(1.0);
        assert_eq!((call.rungs(), call.session.phase()), (vec![Rung::Return], Phase::ClosingChat), "{kind:?}");
        call.key(Key::SaidIt).wait(60.0).key(Key::Drifted).wait(1.0);
        assert_eq!(call.rungs(), [Rung::Return, Rung::SignOff], "{kind:?}");
        assert_eq!(call.drifts_told(), 0, "the chat at the end is no drift");

        let mut call = Script::new(plan);
        done(&mut call);
        call.key(Key::Drifted).wait(1.0);
        assert_eq!(call.rungs(), [Rung::SignOff], "{kind:?}");
        // Whoever goes back to the work goes back to lines that lead there.
        call.key(Key::NotNow).key(Key::Back).wait(60.0).key(Key::Drifted).wait(1.0);
        assert!(call.rungs()[1].steers() && named(&call) == (None, false), "{:?}", call.rungs());
    }
}

/// A chat that a key began has its three minutes by the clock, where nobody is heard.
#[test]
fn a_chat_at_the_end_that_nobody_hears_has_an_end() {
    let mut call = Script::new(Plan { boundary: Boundary { planned_minutes: Some(30.0), ..Boundary::default() }, ..plan() });
    call.wait(10.0).key(Key::NextItem).wait(10.0).key(Key::NextItem).wait(170.0);
    assert_eq!(call.rungs(), []);
    call.wait(20.0);
    assert_eq!(call.rungs(), [Rung::SignOff]);
}

/// "Shall we take the rest on Friday?" and "let's sum up", after the work had been declared done.
#[test]
fn when_nothing_is_left_the_end_of_the_time_is_a_goodbye() {
    let wrapped_up = |parked: bool| {
        let mut call = Script::new(plan());
        call.greet();
        if parked {
            call.key(Key::Park);
        }
        call.say(Role::Me, Label::Framing, 2.0, &[Flag::WrapUp]).say(Role::Client, Label::Framing, 2.0, &[Flag::WrapUp]);
        call
    };
    let mut told = wrapped_up(true);
    told.wait(25.0);
    assert_eq!(told.rungs(), [Rung::Return], "the line says that the work is done");
    let mut by_key = Script::new(plan());
    by_key.greet().key(Key::NextItem).key(Key::NextItem);
    by_key.say(Role::Client, Label::Personal, 5.0, &[]);
    for mut call in [told, by_key] {
        let before = call.rungs().len();
        while call.clock < 850.0 {
            call.wait(10.0);
        }
        assert_eq!(call.rungs()[before..], [Rung::SignOff], "in the last minute");
        while call.clock < 1000.0 {
            call.wait(10.0);
        }
        assert_eq!(call.rungs()[before..], [Rung::SignOff, Rung::SignOff]);
    }
    // An item that was never talked about may be left.
    let mut left = wrapped_up(false);
    while left.clock < 920.0 {
        left.wait(10.0);
    }
    assert_eq!(left.rungs(), [Rung::Closing, Rung::Overrun]);
}

/// "We have 1 minute left", with 36 seconds to go.
#[test]
fn a_minute_that_is_left_is_a_minute() {
    for (left, minutes) in [(36.0, None), (50.0, None), (58.0, Some(1)), (88.0, Some(1)), (100.0, Some(2)), (1800.0, None)] {
        let boundary = Boundary { planned_minutes: Some(31.0), ..Boundary::default() };
        let mut call = Script::new(Plan { boundary, ..plan() });
        call.wait(31.0 * 60.0 - left).key(Key::Drifted).wait(0.0);
        let cue = call.outputs.iter().rev().find_map(|output| if let Output::Cue(cue) = output { Some(cue) } else { None });
        assert_eq!(cue.unwrap().request.slots.minutes_left, minutes, "{left}");
    }
}

/// A key that asks for a line gets another one in the same drift, a step up.
#[test]
fn the_key_asks_for_a_second_line_in_one_drift() {
    let mut call = Script::new(plan());
    for _ in 0..3 {
        call.wait(40.0).key(Key::Drifted).wait(1.0).key(Key::SaidIt);
    }
    assert_eq!(call.rungs(), [Rung::Park, Rung::Time, Rung::Direct]);
    call.key(Key::Back);
    let closed: Vec<_> = call.outputs.iter().filter(|output| matches!(output, Output::DriftClosed { .. })).collect();
    assert_eq!(closed.len(), 1, "it is one drift");
}
