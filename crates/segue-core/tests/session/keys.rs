//! What is on show gives way to what is wanted more.

use crate::script::{Script, plan};
use segue_core::session::{CueEnd, Event, Key, Output, SNOOZE};
use segue_core::{Boundary, Flag, Label, Plan, Role, Rung};

/// "Are you married?" was answered by nothing while the line about the story before it was on show.
#[test]
fn a_personal_question_takes_the_place_of_a_line_on_show() {
    let asked = [Flag::PersonalQuestion];
    let mut call = Script::new(plan());
    call.greet().drift(45.0);
    assert!(call.session.live_cue().is_some_and(|cue| cue.rung() == Rung::Park));
    call.say(Role::Client, Label::Personal, 2.0, &asked);
    assert!(call.session.live_cue().is_some_and(|cue| cue.rung() == Rung::Deflect), "{:?}", call.rungs());
    // One for each drift, and none after "not now".
    call.wait(25.0).say(Role::Client, Label::Personal, 2.0, &asked).wait(1.0);
    assert_eq!(call.rungs(), [Rung::Park, Rung::Deflect]);
    let mut said = Script::new(plan());
    said.greet().drift(45.0).key(Key::SaidIt).say(Role::Client, Label::Personal, 2.0, &asked);
    assert_eq!(said.rungs(), [Rung::Park, Rung::Deflect]);
    let mut declined = Script::new(plan());
    declined.greet().drift(45.0).key(Key::NotNow).say(Role::Client, Label::Personal, 2.0, &asked);
    assert_eq!(declined.rungs(), [Rung::Park]);
}

/// Another line could be had only by refusing the one on show.
#[test]
fn the_key_brings_other_words_for_a_line_on_show() {
    let mut call = Script::new(plan());
    call.greet().key(Key::Drifted).wait(5.0).key(Key::Drifted).wait(5.0).key(Key::Drifted).wait(1.0);
    assert_eq!(call.rungs(), [Rung::Park; 3], "the other side has heard none of them");
    call.key(Key::SaidIt).wait(30.0).key(Key::Drifted).wait(1.0);
    assert_eq!(call.rungs(), [Rung::Park, Rung::Park, Rung::Park, Rung::Time]);
}

/// A line that was on show for a second, and put away for another one, "brought the talk back a minute later".
#[test]
fn a_line_that_gave_way_to_another_brought_nothing_back() {
    let mut call = Script::new(plan());
    call.greet().key(Key::Drifted).wait(2.0).key(Key::Drifted).wait(2.0).key(Key::SaidIt).wait(60.0).key(Key::Back);
    let gone = call.outputs.iter().filter_map(|o| if let Output::CueGone { id, why, .. } = o { Some((*id, *why)) } else { None });
    assert_eq!(gone.collect::<Vec<_>>(), [(0, CueEnd::Declined), (1, CueEnd::Said)]);
    let credited = call.outputs.iter().find_map(|o| match o {
        Output::DriftClosed { returned_after, .. } => Some(returned_after.iter().map(|(id, _)| *id).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(credited, Some(vec![1]));
}

/// The line was said, and its key came a moment after it had gone: it did nothing, and nobody was told.
#[test]
fn a_line_that_has_just_gone_can_still_be_said_to_have_been_said() {
    for (late, said) in [(3.0, true), (20.0, false)] {
        let mut call = Script::new(plan());
        call.greet().key(Key::Drifted);
        let until = call.session.live_cue().map_or(0.0, |cue| cue.until);
        while call.clock < until + late {
            call.wait(1.0);
        }
        call.key(Key::SaidIt).key(Key::SaidIt);
        let ends: Vec<_> =
            call.outputs.iter().filter_map(|o| if let Output::CueGone { why, .. } = o { Some(*why) } else { None }).collect();
        let wanted = if said { vec![CueEnd::Expired, CueEnd::Said] } else { vec![CueEnd::Expired] };
        assert_eq!((ends, call.parked()), (wanted, usize::from(said)), "{late}");
    }
}

/// "Let's put this off to the end of the call", three minutes past its end.
#[test]
fn past_the_end_nothing_is_put_off_to_it() {
    let mut call = Script::new(plan());
    call.greet().business(880.0);
    while call.clock < 960.0 {
        call.wait(10.0);
    }
    let before = call.rungs().len();
    call.key(Key::Drifted).wait(5.0).key(Key::Drifted).wait(1.0);
    // "Do you need five more?", to whoever had been telling stories.
    assert_eq!(call.rungs()[before..], [Rung::SignOff, Rung::SignOff]);
    call.key(Key::NotNow).key(Key::Back).business(30.0).drift(60.0);
    let steers = call.outputs.iter().filter_map(|o| if let Output::Cue(cue) = o { Some(cue) } else { None });
    let promises = steers.filter(|cue| cue.at > 900.0).any(|cue| cue.request.chat_at_end);
    assert!(call.rungs().last().is_some_and(|rung| rung.steers()) && !promises, "{:?}", call.rungs());
}

/// Quiet that was asked for shortly before the end of the time hid that it was over.
#[test]
fn the_end_of_the_time_is_told_in_a_snooze_too() {
    let mut call = Script::new(plan());
    call.greet().business(700.0);
    while call.clock < 880.0 {
        call.wait(5.0);
    }
    let before = call.rungs().len();
    call.key(Key::Snooze);
    while call.clock < 1100.0 {
        call.wait(5.0);
    }
    assert!(call.clock < 880.0 + SNOOZE);
    assert_eq!(call.rungs()[before..], [Rung::Overrun]);
}

/// "Our calls are for the work", and a minute later "now, you were going to tell me something".
#[test]
fn nothing_is_brought_back_where_no_chat_is_agreed() {
    for (chat_at_end, line) in [(180.0, Rung::Return), (0.0, Rung::SignOff)] {
        let boundary = Boundary { planned_minutes: Some(30.0), chat_at_end, ..Boundary::default() };
        let mut call = Script::new(Plan { boundary, ..plan() });
        call.wait(20.0).key(Key::Park).wait(20.0).key(Key::NextItem).wait(20.0).key(Key::NextItem).wait(1.0);
        call.key(Key::Drifted).wait(1.0);
        assert_eq!(call.rungs(), [line], "{chat_at_end}");
    }
}

/// "That's everything on my list" left the last item under way, its clock running.
#[test]
fn the_work_is_done_by_words_as_by_key() {
    let done = |call: &Script| call.outputs.iter().filter(|output| matches!(output, Output::WorkDone { .. })).count();
    let mut by_key = Script::new(plan());
    by_key.greet().key(Key::NextItem).key(Key::NextItem);
    let mut by_words = Script::new(plan());
    by_words.greet().key(Key::NextItem);
    assert_eq!(done(&by_words), 0);
    let plain = segue_core::session::PlainWords { work_done: true, ..Default::default() };
    by_words.in_words(plain).say(Role::Me, Label::Framing, 2.0, &[]);
    assert_eq!((done(&by_key), done(&by_words)), (1, 1));
}

/// A second press of the key said a line that had stood there for a quarter of a second, in the place of another.
#[test]
fn a_line_that_has_just_come_in_the_place_of_another_is_not_answered() {
    for (later, said) in [(0.3, false), (2.0, true)] {
        let mut call = Script::new(plan());
        call.greet().drift(45.0).say(Role::Client, Label::Personal, 2.0, &[Flag::PersonalQuestion]);
        assert!(call.session.live_cue().is_some_and(|cue| cue.rung() == Rung::Deflect), "{:?}", call.rungs());
        // The question was heard 0.3 seconds before this.
        call.wait(later - 0.3).key(Key::SaidIt);
        assert_eq!(call.session.live_cue().is_none(), said, "{later}");
    }
}

/// Quiet asked for by a slip lasted for the rest of a short call.
#[test]
fn the_key_that_asks_for_quiet_takes_it_back() {
    let mut call = Script::new(plan());
    call.greet().key(Key::Snooze).wait(5.0).key(Key::Snooze).drift(50.0);
    assert_eq!(call.rungs(), [Rung::Park]);
}

/// Nothing led back to an item that had been passed over by a slip.
#[test]
fn an_item_can_be_gone_back_to() {
    let agenda = ["Robes", "Bus", "Tea"].map(|text| segue_core::AgendaItem { text: text.into(), minutes: None }).into();
    let mut call = Script::new(Plan { agenda, ..plan() });
    call.wait(5.0).key(Key::NextItem).key(Key::NextItem).wait(5.0).send(Event::Item { item: 0 });
    assert!(call.outputs.iter().any(|output| matches!(output, Output::AgendaLeft { item: 1, .. })));
    call.wait(60.0).key(Key::Drifted).wait(1.0);
    let item = call.session.live_cue().and_then(|cue| cue.request.slots.next_item.clone());
    assert_eq!(item.as_deref(), Some("Robes"));
    call.key(Key::SaidIt).key(Key::NextItem);
    assert!(matches!(call.outputs.last(), Some(Output::AgendaReached { item: 1, .. })), "{:?}", call.outputs.last());
    // Also from the end.
    call.key(Key::NextItem).key(Key::NextItem).wait(5.0);
    assert_eq!(call.session.phase(), segue_core::Phase::ClosingChat);
    call.send(Event::Item { item: 2 });
    assert_eq!(call.session.phase(), segue_core::Phase::Business);
    call.send(Event::Item { item: 9 });
}
