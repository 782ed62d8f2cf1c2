//! The announcement: when it comes, and that it is not lost.

use crate::script::{Script, plan};
use segue_core::session::{Event, Floor, Key, Output};
use segue_core::{AgendaItem, Boundary, Flag, Label, Phase, Plan, Role, Rung};

fn due() -> Plan {
    let agenda = ["Robes", "Bus"].map(|text| AgendaItem { text: text.into(), minutes: None }).into();
    Plan { announcement_due: true, agenda, ..plan() }
}

fn reached(call: &Script) -> Vec<usize> {
    call.outputs.iter().filter_map(|o| if let Output::AgendaReached { item, .. } = o { Some(*item) } else { None }).collect()
}

/// With keys only the announcement that was due never came: the call stayed in its greetings.
#[test]
fn where_nobody_listens_the_announcement_comes_after_the_agreed_chat() {
    for (minutes, chat_at_start, comes_after) in [(3.0, 120.0, 45.0), (20.0, 60.0, 60.0), (60.0, 120.0, 120.0), (20.0, 0.0, 15.0)]
    {
        let boundary = Boundary { planned_minutes: Some(minutes), chat_at_start, ..Boundary::default() };
        let mut call = Script::new(Plan { boundary, ..due() });
        call.wait(comes_after - 1.0);
        assert_eq!((call.rungs(), call.session.phase()), (vec![], Phase::Greeting), "{minutes}");
        call.wait(1.0);
        assert_eq!((call.rungs(), call.session.phase()), (vec![Rung::Announce], Phase::Announcement), "{minutes}");
    }
    // Where greetings are heard, they are what tells.
    let mut heard = Script::new(due());
    for _ in 0..3 {
        heard.wait(40.0).say(Role::Client, Label::Smalltalk, 2.0, &[]);
    }
    assert_eq!(heard.session.phase(), Phase::Greeting);
    // Whoever was waited for is greeted first.
    let mut late = Script::new(due());
    late.wait(120.0).say(Role::Client, Label::Smalltalk, 2.0, &[]).say(Role::Me, Label::Smalltalk, 2.0, &[]);
    assert_eq!((late.session.phase(), late.session.live_cue().is_some()), (Phase::Greeting, false));
    late.say(Role::Client, Label::Smalltalk, 2.0, &[]).say(Role::Me, Label::Framing, 2.0, &[]);
    assert_eq!((late.rungs(), late.session.phase()), (vec![Rung::Announce; 2], Phase::Announcement));
}

/// "We drifted" brought a line that steers before anything was announced, and no announcement.
#[test]
fn before_the_work_it_is_the_announcement_that_leads_there() {
    let mut call = Script::new(due());
    call.wait(10.0).key(Key::Drifted).wait(1.0);
    assert_eq!((call.rungs(), call.session.phase()), (vec![Rung::Announce], Phase::Announcement));
    call.key(Key::SaidIt);
    assert_eq!(call.session.phase(), Phase::Business);
    assert!(call.session.is_announced() && !call.session.is_drifting());
    call.wait(60.0).key(Key::Drifted).wait(1.0);
    assert_eq!(call.rungs(), [Rung::Announce, Rung::Park]);
}

/// "Everything on it was reached", of an item before which there was only the announcement to make.
#[test]
fn an_item_begins_once_the_announcement_before_it_is_made() {
    for made in [Key::SaidIt, Key::Announced, Key::NextItem] {
        let mut call = Script::new(due());
        call.wait(5.0).key(Key::NextItem).wait(5.0);
        assert_eq!((call.rungs(), reached(&call)), (vec![Rung::Announce], vec![]), "{made:?}");
        call.key(made);
        assert_eq!((call.session.phase(), reached(&call)), (Phase::Business, vec![0]), "{made:?}");
        call.key(Key::NextItem);
        assert_eq!(reached(&call), [0, 1], "{made:?}");
    }
}

/// "Not now" took the announcement away for good, though it stayed due.
#[test]
fn an_announcement_that_is_put_off_comes_once_more_before_the_work() {
    let put_off = || {
        let mut call = Script::new(due());
        call.wait(5.0).key(Key::NextItem).wait(5.0).key(Key::NotNow).wait(5.0);
        call
    };
    for again in [Key::NextItem, Key::Drifted] {
        let mut call = put_off();
        call.key(again).wait(1.0);
        assert_eq!((call.rungs(), reached(&call)), (vec![Rung::Announce; 2], vec![]), "{again:?}");
        // Refused twice, it is left alone, and the item that waited for it begins.
        call.key(Key::NotNow);
        assert_eq!((call.session.phase(), reached(&call)), (Phase::Business, vec![0]), "{again:?}");
        call.key(Key::Drifted).wait(1.0);
        assert_eq!(call.rungs().last(), Some(&Rung::Park), "{again:?}");
    }
    let mut heard = put_off();
    heard.say(Role::Client, Label::Business, 3.0, &[]).send(Event::Tick);
    assert_eq!(heard.rungs(), [Rung::Announce; 2]);
    heard.key(Key::NotNow).business(20.0);
    assert_eq!(heard.rungs(), [Rung::Announce; 2]);
}

/// The announcement that was refused jumped back into the place of the line that had just been said, under the same key.
#[test]
fn an_announcement_that_was_put_off_does_not_come_back_by_itself() {
    let mut call = Script::new(due());
    call.wait(5.0).key(Key::NextItem).wait(5.0).key(Key::NotNow).wait(60.0);
    assert!(call.session.is_announcement_put_away());
    call.key(Key::Drifted).wait(5.0);
    assert!(!call.session.is_announcement_put_away(), "the key asks for it");
    call.key(Key::Drifted).wait(5.0).key(Key::SaidIt).wait(0.3).key(Key::SaidIt).wait(60.0);
    assert_eq!(call.rungs(), [Rung::Announce, Rung::Announce, Rung::Park]);
    assert!(!call.session.is_announced() && call.session.is_announcement_put_away());
}

/// Without an agenda and with keys only nothing led out of the announcement: it stood there until the time was over.
#[test]
fn not_now_leads_out_of_the_announcement_where_nothing_else_would() {
    let mut call = Script::new(Plan { agenda: Vec::new(), ..due() });
    call.wait(120.0);
    assert_eq!((call.rungs(), call.session.phase()), (vec![Rung::Announce], Phase::Announcement));
    call.key(Key::NotNow);
    assert_eq!(call.session.phase(), Phase::Business);
    for line in [Rung::Park, Rung::Time] {
        call.wait(30.0).key(Key::Drifted).wait(1.0).key(Key::SaidIt).wait(1.0);
        assert_eq!(call.rungs().last(), Some(&line));
    }
    assert_eq!(call.rungs().iter().filter(|rung| **rung == Rung::Announce).count(), 1);
    call.key(Key::Announced);
    assert!(call.session.is_announced(), "it can still be made");
}

/// "Before we start, one thing about how we use our calls" was shown to somebody who had buried a brother, after both items.
#[test]
fn nothing_is_announced_in_a_call_with_serious_news_nor_late_in_the_work() {
    let serious = [Flag::Serious, Flag::SurelySerious, Flag::Disclosure];
    for (flags, items, announces) in
        [(&[][..], &[][..], true), (&serious[..], &[], false), (&[], &[0], true), (&[], &[0, 1], false)]
    {
        let mut call = Script::new(due());
        let label = if flags.is_empty() { Label::Smalltalk } else { Label::Personal };
        call.say(Role::Me, Label::Smalltalk, 2.0, &[]).say(Role::Client, label, 4.0, flags);
        call.say(Role::Me, Label::Smalltalk, 2.0, &[]);
        // Nobody pauses before the items are named.
        call.send(Event::SpeechStarted);
        for item in items {
            call.item = Some(*item);
            call.floor = Floor::Held;
            call.say(Role::Client, Label::Business, 3.0, &[]);
        }
        call.send(Event::SpeechEnded);
        call.business(40.0);
        assert_eq!(call.rungs().contains(&Rung::Announce), announces, "{flags:?} {items:?}");
        assert_eq!(call.session.phase(), Phase::Business);
        call.key(Key::Announced);
        assert!(call.session.is_announced(), "it can still be made");
    }
}

/// "Before we start" came after the agenda was opened: hello, how are you and good, thanks were over.
#[test]
fn the_announcement_comes_when_the_greetings_are_answered() {
    for (who, comes) in [([Role::Me, Role::Client, Role::Me], true), ([Role::Client, Role::Me, Role::Client], false)] {
        let mut call = Script::new(due());
        for role in who {
            call.say(role, Label::Framing, 2.0, &[]);
        }
        call.wait(2.0);
        assert_eq!(call.rungs(), if comes { vec![Rung::Announce] } else { vec![] }, "{who:?}");
    }
}
