//! How a call ends, and where it does not: the chat at the end, goodbyes, words of wrapping up in the midst of the work; and words of
//! mine that stand for a key.

use crate::script::{Script, plan};
use segue_core::session::{Cue, Event, Key, Output, PlainWords};
use segue_core::{AgendaItem, Boundary, Flag, Label, Phase, Plan, Probabilities, Role, Rung};

const DONE: PlainWords = PlainWords { work_done: true, takes_up: false, comforts: false, goes_on: false, puts_aside: false };
const TAKES_UP: PlainWords = PlainWords { work_done: false, takes_up: true, comforts: false, goes_on: false, puts_aside: false };
const COMFORTS: PlainWords = PlainWords { work_done: false, takes_up: false, comforts: true, goes_on: false, puts_aside: false };

/// A call of ten minutes, two of them for a chat at the end.
fn ten_minutes(items: &[&str]) -> Plan {
    let agenda = items.iter().map(|text| AgendaItem { text: (*text).into(), minutes: None }).collect();
    let boundary = Boundary { planned_minutes: Some(10.0), chat_at_end: 120.0, ..Boundary::default() };
    Plan { agenda, boundary, ..plan() }
}

/// Of two topics that were put aside only one was ever brought back: the other was forgotten.
#[test]
fn each_topic_is_brought_back_one_after_the_other() {
    for (answer, rungs) in [
        (Key::SaidIt, vec![Rung::Return, Rung::Return]),
        // Whoever does not want to ask for one is not asked again.
        (Key::NotNow, vec![Rung::Return]),
    ] {
        let mut call = Script::new(Plan { parked: vec!["the parrot".into(), "the knee".into()], ..ten_minutes(&["Logo"]) });
        call.greet();
        call.item = Some(0);
        call.business(60.0).in_words(DONE).say(Role::Me, Label::Framing, 4.0, &[]);
        call.wait(3.0).key(answer).wait(10.0);
        assert_eq!(call.rungs(), [Rung::Return], "the first is being told");
        for _ in 0..9 {
            call.wait(5.0);
        }
        call.wait(10.0);
        assert_eq!(call.rungs(), rungs, "{answer:?}");
        call.key(answer).wait(70.0);
        let returns = call.rungs().into_iter().filter(|rung| *rung == Rung::Return).count();
        assert_eq!(returns, rungs.len(), "none waits any more");
    }
}

/// What I put aside in words of my own after one or two sentences was parked nowhere.
#[test]
fn what_my_words_put_aside_is_parked_once() {
    let aside = PlainWords { puts_aside: true, ..PlainWords::default() };
    let mut call = Script::new(ten_minutes(&["Logo"]));
    call.greet().say(Role::Client, Label::Business, 6.0, &[]).in_words(aside).say(Role::Me, Label::Business, 4.0, &[]);
    call.key(Key::Park);
    assert_eq!(call.parked(), 1, "the key says the same");
    call.say(Role::Client, Label::Personal, 6.0, &[]).in_words(aside).say(Role::Me, Label::Framing, 4.0, &[Flag::SteerBack]);
    assert_eq!(call.parked(), 2);
    call.item = Some(0);
    call.business(60.0).in_words(DONE).say(Role::Me, Label::Framing, 4.0, &[]);
    call.in_words(aside).say(Role::Me, Label::Framing, 4.0, &[]);
    assert_eq!(call.parked(), 2, "at the end it promises another call");
}

/// Work until then.
fn work_until(call: &mut Script, seconds: f64) {
    while call.clock < seconds {
        call.business(5.0);
    }
}

fn chat_until(call: &mut Script, seconds: f64) {
    while call.clock < seconds {
        call.drift(5.0);
    }
}

/// "That's everything on my list. You wanted to tell me about the harvest lunch" was followed by "can we look at the work?", "shall we
/// do the rest on Friday?" and "back to your project?".
#[test]
fn the_chat_at_the_end_begins_with_my_words_and_ends_with_a_goodbye() {
    let both = PlainWords { takes_up: true, ..DONE };
    for (items, plain) in [(&[][..], DONE), (&["Logo"][..], DONE), (&["Logo"][..], both), (&["Logo", "Dates"][..], both)] {
        let mut call = Script::new(ten_minutes(items));
        call.item = Some(0);
        work_until(&mut call, 400.0);
        call.in_words(plain).say(Role::Me, Label::Business, 4.0, &[]);
        assert_eq!(call.session.phase(), Phase::ClosingChat, "{items:?}");
        chat_until(&mut call, 535.0);
        assert_eq!(call.rungs(), [], "{items:?}: the chat was agreed");
        chat_until(&mut call, 595.0);
        assert_eq!(call.rungs(), [Rung::SignOff], "{items:?}: its minutes are over");
        chat_until(&mut call, 800.0);
        assert!(call.rungs().len() > 1 && call.rungs().iter().all(|rung| *rung == Rung::SignOff), "{:?}", call.rungs());
        assert!(!call.phases().contains(&Phase::Overrun), "{:?}", call.phases());
    }
}

/// Who says that the work is done names no work that is left, and need not be right: the work may go on.
#[test]
fn words_that_the_work_is_done_are_no_more_than_that() {
    let said = |plain: PlainWords, role, item, flags: &[Flag]| {
        let mut call = Script::new(ten_minutes(&["Logo", "Dates"]));
        call.greet().business(60.0);
        call.item = item;
        call.in_words(plain).say(role, Label::Framing, 4.0, flags);
        call
    };
    assert_eq!(said(DONE, Role::Me, None, &[]).session.phase(), Phase::ClosingChat);
    assert_eq!(said(DONE, Role::Me, Some(1), &[]).session.phase(), Phase::Business, "on to the dates");
    assert_eq!(said(DONE, Role::Me, None, &[Flag::SteerBack]).session.phase(), Phase::Business);
    assert_eq!(said(TAKES_UP, Role::Me, None, &[]).session.phase(), Phase::Business, "two items are left");
    let mut call = said(DONE, Role::Me, None, &[]);
    call.business(25.0);
    assert_eq!(call.session.phase(), Phase::Business);
    call.drift(40.0);
    assert_eq!(call.rungs(), [Rung::Park], "and so does the boundary");
}

/// What was put off is asked for once the agenda is through: nobody need say that the work is done.
#[test]
fn asking_for_what_was_put_off_begins_the_chat_where_nothing_is_left() {
    for (label, phase) in
        [(Label::Framing, Phase::ClosingChat), (Label::Personal, Phase::ClosingChat), (Label::Business, Phase::Business)]
    {
        let mut call = Script::new(Plan { parked: vec!["the dog".into()], ..ten_minutes(&["Logo"]) });
        call.greet();
        call.item = Some(0);
        call.business(60.0).in_words(TAKES_UP).say(Role::Me, label, 4.0, &[]);
        call.wait(25.0);
        assert_eq!((call.session.phase(), call.rungs()), (phase, vec![]), "{label:?}: nor is it called back by a line");
    }
}

/// "I'm sure you don't want to pay me to chat. Back to your project?", with the time over and nothing open.
#[test]
fn a_chat_that_takes_the_call_past_its_end_with_nothing_left_gets_a_goodbye() {
    for (items, reached, work, goodbye) in [
        (&["Logo"][..], 1, 550.0, true),
        (&["Logo", "Dates"][..], 2, 550.0, true),
        (&["Logo", "Dates"][..], 1, 550.0, false),
        // Work that goes on past the end is not done.
        (&["Logo"][..], 1, 620.0, false),
    ] {
        let boundary = Boundary { chat_at_end: 0.0, ..ten_minutes(&[]).boundary };
        let mut call = Script::new(Plan { boundary, ..ten_minutes(items) });
        call.greet();
        for item in 0..reached {
            call.item = Some(item);
            call.business(40.0);
        }
        work_until(&mut call, work);
        chat_until(&mut call, 605.0_f64.max(work + 40.0));
        let shown = call.outputs.iter().filter_map(|output| if let Output::Cue(cue) = output { Some(cue) } else { None });
        let late: Vec<Rung> = shown.filter(|cue| cue.at > 600.0).map(Cue::rung).collect();
        assert_eq!(late.contains(&Rung::SignOff), goodbye, "{items:?} {reached} {work}: {late:?}");
        assert_eq!(call.session.phase() == Phase::ClosingChat, goodbye);
        chat_until(&mut call, 900.0);
        let rungs = call.rungs();
        assert_eq!(rungs.last().is_some_and(|rung| *rung == Rung::SignOff), goodbye, "{rungs:?}");
        call.business(30.0);
        assert_eq!(call.session.phase(), Phase::Overrun, "the work is taken up");
    }
}

/// Twenty-seven times the call went from the work to the chat at the end and back, while prices and a newsletter were talked about.
#[test]
fn phases_do_not_flicker_in_work_that_has_words_of_wrapping_up_in_it() {
    let wrap = &[Flag::WrapUp][..];
    // (who, label, seconds, wraps up) of a call in which the work goes on all the time.
    for pattern in [
        &[(Label::Business, 4.0, wrap)][..],
        &[(Label::Business, 8.0, wrap), (Label::Business, 3.0, &[])],
        &[(Label::Business, 8.0, wrap), (Label::Framing, 1.0, &[])],
        &[(Label::Business, 6.0, wrap), (Label::Business, 2.0, wrap), (Label::Framing, 2.0, wrap)],
        &[(Label::Framing, 2.0, wrap), (Label::Framing, 2.0, wrap), (Label::Business, 9.0, &[]), (Label::Business, 9.0, &[])],
    ] {
        let mut call =
            Script::new(Plan { boundary: Boundary { planned_minutes: Some(45.0), ..Boundary::default() }, ..Plan::default() });
        call.greet();
        for round in 0..40 {
            for (label, seconds, flags) in pattern {
                let role = if round % 2 == 0 { Role::Me } else { Role::Client };
                call.say(role, *label, *seconds, flags);
            }
        }
        let phases = call.phases();
        assert!(phases.len() <= 6, "{pattern:?}: {phases:?}");
        assert!(!call.rungs().iter().any(|rung| rung.steers()), "{:?}", call.rungs());
    }
}

/// One word about the work in the chat at the end, or after the goodbyes, was the work again.
#[test]
fn a_chat_at_the_end_bears_a_word_about_the_work() {
    for (flag, phase) in [(Flag::WrapUp, Phase::ClosingChat), (Flag::SignOff, Phase::SignOff)] {
        let mut call = Script::new(plan());
        call.greet().business(300.0);
        call.say(Role::Me, Label::Framing, 2.0, &[flag]).say(Role::Client, Label::Framing, 2.0, &[flag]);
        call.say(Role::Client, Label::Business, 6.0, &[]).drift(10.0).say(Role::Me, Label::Business, 20.0, &[]);
        assert_eq!(call.session.phase(), phase, "one turn of it");
        call.drift(10.0).business(20.0);
        assert_eq!(call.session.phase(), Phase::Business);
    }
}

/// "Anyone who can stay, let's hear the rest!" after "thanks, everyone" and "see you on Monday".
#[test]
fn nobody_is_called_back_after_a_goodbye() {
    for (first, rungs) in [(Flag::WrapUp, vec![Rung::Return]), (Flag::SignOff, vec![])] {
        let mut call = Script::new(Plan { parked: vec!["the dog".into()], ..plan() });
        call.greet().business(300.0);
        call.say(Role::Me, Label::Framing, 2.0, &[first]).say(Role::Client, Label::Framing, 2.0, &[Flag::WrapUp]);
        call.wait(25.0);
        assert_eq!(call.rungs(), rungs, "{first:?}");
    }
    let mut gone = Script::new(Plan { parked: vec!["the dog".into()], ..plan() });
    gone.greet().business(300.0);
    gone.say(Role::Me, Label::Framing, 2.0, &[Flag::SignOff]).say(Role::Client, Label::Framing, 2.0, &[Flag::SignOff]);
    gone.key(Key::Drifted).wait(1.0);
    assert_eq!(gone.rungs(), [Rung::SignOff], "also by key");
}

/// Where I had led back in words of my own, and put nothing off, "what we put off" was called back at the end.
#[test]
fn what_was_led_back_otherwise_was_not_put_off() {
    for (event, parked, rungs) in
        [(Event::Key(Key::SaidIt), 1, &[Rung::Park, Rung::Return][..]), (Event::LedBack, 0, &[Rung::Park])]
    {
        let mut call = Script::new(plan());
        call.greet().drift(50.0).send(event);
        assert!(call.session.live_cue().is_none());
        call.business(60.0).say(Role::Me, Label::Framing, 2.0, &[Flag::WrapUp]);
        call.say(Role::Client, Label::Framing, 2.0, &[Flag::WrapUp]).wait(1.0);
        assert_eq!((call.parked(), call.rungs()), (parked, rungs.to_vec()));
    }
}

/// "Before we start", when the client had said what she thinks of the first page.
#[test]
fn the_announcement_is_due_with_the_first_words_that_open_the_work() {
    let due = || Script::new(Plan { announcement_due: true, ..plan() });
    let framing = |call: &mut Script, business: f32| {
        call.probabilities = Some(Probabilities { business, smalltalk: 0.02, personal: 0.0, framing: 1.0 - business - 0.02 });
        call.say(Role::Me, Label::Framing, 4.0, &[]);
    };
    for (business, turns) in [(0.25, 2), (0.02, 3)] {
        let mut call = due();
        call.say(Role::Client, Label::Framing, 3.0, &[]);
        framing(&mut call, business);
        assert_eq!(call.rungs().len(), usize::from(turns == 2), "\"so, today I have the price page\": {business}");
        call.say(Role::Client, Label::Business, 3.0, &[]);
        assert_eq!(call.rungs(), [Rung::Announce], "{business}");
    }
    // Nobody is told of new rules before they have said hello.
    let mut early = due();
    early.item = Some(0);
    early.say(Role::Me, Label::Framing, 4.0, &[]);
    assert_eq!(early.rungs(), []);
    early.say(Role::Client, Label::Framing, 2.0, &[]);
    assert_eq!(early.rungs(), [Rung::Announce]);
    let mut chat = due();
    chat.drift(20.0);
    assert_eq!((chat.rungs(), chat.session.phase()), (vec![], Phase::Greeting));
}

/// "I'm so sorry. Shall we stop here?", right after I had said "I am so sorry" of my own accord.
#[test]
fn who_was_kind_in_words_of_their_own_needs_no_humane_line() {
    let grave = &[Flag::Serious, Flag::SurelySerious, Flag::Disclosure][..];
    for (answered, before, rungs) in
        [(true, false, vec![]), (false, false, vec![Rung::Humane]), (true, true, vec![]), (false, true, vec![Rung::Humane])]
    {
        let mut call = Script::new(plan());
        call.greet().wanting(0.1);
        if before {
            // What was told is only understood when it goes on.
            call.say(Role::Client, Label::Personal, 5.0, &[]);
        } else {
            call.say(Role::Client, Label::Personal, 5.0, &[]).was(Label::Personal, grave);
        }
        call.in_words(if answered { COMFORTS } else { PlainWords::default() }).say(Role::Me, Label::Personal, 3.0, &[]);
        call.say(Role::Client, Label::Personal, 5.0, grave).wait(2.0).say(Role::Client, Label::Personal, 60.0, grave);
        call.say(Role::Client, Label::Personal, 80.0, grave).wait(2.0);
        assert_eq!(call.rungs(), rungs, "{answered} {before}");
    }
    // "I'm sorry, I shouldn't laugh" is kind to nothing that is told a minute later.
    let mut laughed = Script::new(plan());
    laughed.greet().in_words(COMFORTS).say(Role::Me, Label::Personal, 3.0, &[Flag::Serious]).business(30.0);
    laughed.say(Role::Client, Label::Personal, 5.0, grave);
    assert_eq!(laughed.rungs(), [Rung::Humane]);
    // "I'm sorry I'm late" is kind to no news.
    let mut late = Script::new(plan());
    late.greet().in_words(COMFORTS).say(Role::Me, Label::Framing, 3.0, &[]).say(Role::Client, Label::Personal, 5.0, grave);
    assert_eq!(late.rungs(), [Rung::Humane]);
    assert!(late.outputs.iter().any(|output| matches!(output, Output::Noted { .. })));
}

/// "All is well" for minutes over an untouched agenda, and then goodbyes that left it out.
#[test]
fn a_chat_agreed_in_the_midst_of_the_work_gives_way_to_what_is_open() {
    for heard in [false, true] {
        // Without chat at the end, too, it has its time.
        for chat_at_end in [120.0, 0.0] {
            let boundary = Boundary { chat_at_end, ..ten_minutes(&[]).boundary };
            let mut call = Script::new(Plan { boundary, parked: vec!["the dog".into()], ..ten_minutes(&["Logo", "Dates"]) });
            call.wait(20.0).key(Key::NextItem).wait(20.0).key(Key::AgreedChat);
            let chat = |call: &mut Script, until: f64| {
                while call.clock < until {
                    if heard {
                        call.drift(5.0);
                    } else {
                        call.wait(5.0);
                    }
                }
            };
            chat(&mut call, 60.0);
            assert!(call.rungs().is_empty() && !call.session.is_chat_over());
            chat(&mut call, 220.0);
            assert_eq!(call.rungs(), [Rung::Direct], "{heard} {chat_at_end}");
            assert!(call.session.is_chat_over() && call.session.live_cue().is_none());
            let line = call.outputs.iter().find_map(|output| if let Output::Cue(cue) = output { Some(cue) } else { None });
            assert_eq!(line.unwrap().request.slots.next_item.as_deref(), Some("Logo"));
            assert_eq!(call.drifts_told(), 0, "it was agreed");
            chat(&mut call, 700.0);
            let ends = call.rungs().iter().any(|rung| matches!(rung, Rung::SignOff | Rung::Return));
            assert!(!ends && call.rungs().contains(&Rung::Overrun), "{:?}", call.rungs());
        }
    }
    // Whoever calls it fine once more has as much again, and whoever wants no line gets none.
    for (key, lines) in [(Key::AgreedChat, 2), (Key::NotNow, 1)] {
        let mut call = Script::new(ten_minutes(&["Logo"]));
        call.wait(10.0).key(Key::AgreedChat);
        while call.rungs().is_empty() {
            call.wait(5.0);
        }
        call.key(key);
        let before = call.clock;
        while call.clock < before + 115.0 {
            call.wait(5.0);
        }
        assert_eq!(call.rungs().len(), 1, "{key:?}");
        while call.clock < before + 150.0 {
            call.wait(5.0);
        }
        assert_eq!(call.rungs().len(), lines, "{key:?}");
    }
}

/// "We're nearly at time" stood there for eleven seconds past it.
#[test]
fn once_the_time_is_over_nothing_says_that_it_nearly_is() {
    let mut call = Script::new(Plan { boundary: Boundary { planned_minutes: Some(1.0), ..Boundary::default() }, ..plan() });
    let mut shown = Vec::new();
    while call.clock < 62.0 {
        call.wait(0.5);
        shown.push((call.clock, call.session.live_cue().map(Cue::rung)));
    }
    assert!(shown.contains(&(59.0, Some(Rung::Closing))), "{shown:?}");
    assert!(shown.contains(&(61.0, Some(Rung::Overrun))), "{shown:?}");
}
