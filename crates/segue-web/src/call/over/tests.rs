//! What a call that is over comes to.

use super::{Judged, kept};
use crate::call::Call;
use crate::happening::{Entry, Happening, HeardWords, Known, Opening, Understood};
use crate::state::ParkedView;
use segue_core::debrief::{NoteKind, Parked, ParkedFate, PhaseSpan};
use segue_core::session::{Floor, Key};
use segue_core::{
    Announcement, Client, Exception, ExceptionKind, Flag, Flags, Kept, Label, Lang, Phase, Probabilities, Role, Rung, Speaker,
    Utterance, Words,
};
use segue_phrasebook::LineMemory;

const STORY: [&str; 4] = [
    "My mother always said that the lilac behind our house blooms for the dead aunts.",
    "We sat under the lilac with my grandmother, I was a child, she told us of the war.",
    "My brother fell out of it and broke his arm, my father drove him to the hospital.",
    "Every May I cry when I smell lilac, my husband laughs at me.",
];

const TRIP: [&str; 4] = [
    "On Saturday we took the children to the harbour, the little one wanted to see the ships.",
    "My sister came along with her new dog, it jumped into the water after every ball.",
    "Then we ate ice cream, my husband had three, he never knows when to stop.",
    "The evening was so warm that we stayed at the harbour until nine and sang all the old songs.",
];

fn call() -> Call {
    let mut call = under_way();
    call.take(Entry { at: 70.0, happening: Happening::Key { key: Key::EndCall } });
    call
}

fn under_way() -> Call {
    let mut call = Call::new(Opening {
        client: Client::named("Viktor"),
        agenda: Vec::new(),
        memory: LineMemory::default(),
        started: jiff::Zoned::now(),
    });
    let work = [
        "The invoice is in the folder.",
        "I need the new price list from you.",
        "The shop page is done, the photos are too small.",
    ];
    let talk = work.iter().chain(&STORY).chain(&work);
    for (i, words) in talk.enumerate() {
        let start = i as f64 * 6.0;
        let speaker = Speaker { name: String::new(), role: Role::Client };
        let utterance = Utterance { start, end: start + 5.0, speaker, text: Words::new(*words) };
        call.take(Entry { at: start + 5.5, happening: Happening::Heard(Box::new(HeardWords::new(utterance, Floor::Open))) });
    }
    call
}

/// A minute was heard, then the microphone was gone: what the keys told of the rest was thrown away.
#[test]
fn keys_count_where_nothing_is_heard_any_more() {
    let heard = call().debrief(Lang::En);
    let mut call = under_way();
    for (at, key) in [(100.0, Key::Drifted), (400.0, Key::Back), (600.0, Key::EndCall)] {
        call.take(Entry { at, happening: Happening::Key { key } });
    }
    let marked = call.debrief(Lang::En);
    assert_eq!(marked.drifts.len(), heard.drifts.len() + 1);
    assert!((marked.talk.total.smalltalk - heard.talk.total.smalltalk - 300.0).abs() < 1.0, "{:?}", marked.talk.total);
    assert_eq!(marked.talk.total.business.to_bits(), heard.talk.total.business.to_bits());
    assert!(marked.talk.total.unmarked > 200.0, "{:?}", marked.talk.total);
    assert_eq!(marked.feeding, heard.feeding);
}

/// The microphone alone does not hear the client's story: one "mhm" of mine, and the whole of it was no longer private.
#[test]
fn what_was_not_heard_of_a_marked_drift_counts() {
    let mut call = under_way();
    call.take(Entry { at: 100.0, happening: Happening::Key { key: Key::Drifted } });
    let speaker = Speaker { name: String::new(), role: Role::Me };
    let mhm = Utterance { start: 299.0, end: 300.0, speaker, text: Words::new("mhm") };
    call.take(Entry { at: 301.0, happening: Happening::Heard(Box::new(HeardWords::new(mhm, Floor::Open))) });
    for (at, key) in [(700.0, Key::Back), (900.0, Key::EndCall)] {
        call.take(Entry { at, happening: Happening::Key { key } });
    }
    let (heard, marked) = (self::call().debrief(Lang::En), call.debrief(Lang::En));
    assert_eq!(marked.drifts.len(), heard.drifts.len() + 1);
    assert!((marked.talk.total.smalltalk - heard.talk.total.smalltalk - 599.0).abs() < 2.0, "{:?}", marked.talk.total);
    assert!((marked.talk.total.unmarked - 200.0).abs() < 2.0, "{:?}", marked.talk.total);
}

/// After a crash the replay had keys only: what was said aloud, the announcement and the line that parked, was forgotten.
#[test]
fn what_was_said_aloud_is_known_after_a_crash_without_its_words() {
    let announcement = Announcement { written: jiff::civil::date(2026, 11, 1), ..Announcement::default() };
    let client = Client { announcement: Some(announcement), ..Client::named("Viktor") };
    let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
    let mut call = Call::new(opening.clone());
    let mut disk: Vec<String> = Vec::new();
    let mut say = |call: &mut Call, role: Role, words: &str| {
        let start = call.now() + 0.5;
        let end = start + segue_core::seconds_to_say(words.split(' ').count());
        let utterance = Utterance { start, end, speaker: Speaker { name: String::new(), role }, text: Words::new(words) };
        let heard = Happening::Heard(Box::new(HeardWords::new(utterance, Floor::Open)));
        disk.push(
            serde_json::to_string(&call.take(Entry { at: end, happening: heard }).for_disk(call.keeping(), |_| false)).unwrap(),
        );
    };
    say(&mut call, Role::Client, "Hello there!");
    say(&mut call, Role::Me, "Hello, can you hear me?");
    let script = segue_phrasebook::announcement(&segue_phrasebook::Announcement::default(), segue_phrasebook::Length::OneBreath);
    say(&mut call, Role::Me, &script);
    for _ in 0..3 {
        say(&mut call, Role::Client, "The shop page is done, the photos are too small, I need the new price list from you.");
    }
    for words in TRIP.iter().cycle().take(16) {
        if call.cue.is_none() {
            say(&mut call, Role::Client, words);
        }
    }
    let line = call.cue.clone().expect("a line is shown");
    say(&mut call, Role::Me, &line.text);
    say(&mut call, Role::Client, "The invoice is in the folder, I need the new price list from you by Thursday.");
    assert!(call.announced() && call.parked().len() == 1, "{:?}", line.rung);

    assert!(
        disk.iter().all(|line| !line.contains("harbour") && !line.contains("invoice") && !line.contains("words")),
        "{disk:?}"
    );
    let mut again = Call::new(opening);
    for line in &disk {
        again.take(serde_json::from_str(line).unwrap());
    }
    let said = |call: &Call| call.shown.iter().map(|shown| (shown.id, shown.answer)).collect::<Vec<_>>();
    assert_eq!((again.announced(), again.parked().len(), said(&again)), (true, 1, said(&call)));
    for call in [&mut call, &mut again] {
        call.take(Entry { at: call.now() + 5.0, happening: Happening::Key { key: Key::EndCall } });
    }
    let told = |call: &Call| {
        let debrief = call.debrief(Lang::En);
        let parked = debrief.parked.iter().filter(|topic| topic.fate == ParkedFate::Parked).count();
        (call.record(&debrief).announced, parked, debrief.parked.len())
    };
    assert_eq!(told(&again), told(&call));
    assert_eq!(told(&again).1, 1);
}

/// The first words of a private story stood on the client's card, though figures only were to be kept.
#[test]
fn topics_are_carried_only_where_the_user_asks_or_every_word_is_kept() {
    for (what, asked, carried) in [
        (Kept::Nothing, false, false),
        (Kept::Figures, false, false),
        (Kept::Figures, true, true),
        (Kept::BusinessWords, false, false),
        (Kept::BusinessWords, true, true),
        (Kept::Everything, false, true),
    ] {
        let mut call = call();
        let topic = ParkedView {
            id: 0,
            topic: Words::new("the lilac"),
            at: 30.0,
            fate: ParkedFate::Parked,
            earlier: false,
            carried: false,
            named: false,
        };
        call.parked = vec![Some(topic)];
        call.take(Entry { at: 71.0, happening: Happening::Keep { what } });
        call.take(Entry { at: 72.0, happening: Happening::Carry { parked: 0, on: asked } });
        call.take(Entry { at: 72.0, happening: Happening::Carry { parked: 7, on: asked } });
        assert_eq!(
            call.carried(&call.debrief(Lang::En)),
            if carried { vec![Words::new("the lilac")] } else { Vec::new() },
            "{what:?} {asked}"
        );
        assert_eq!(call.parked()[0].carried, carried);
    }
}

/// A story that was heard to its end waited on the page all the same, and went on to the next call.
#[test]
fn what_was_taken_up_again_does_not_wait_for_the_next_call() {
    for (fate, carried) in [(ParkedFate::Parked, vec![Words::new("the lilac")]), (ParkedFate::Returned, vec![])] {
        let mut call = call();
        let topic = ParkedView {
            id: 0,
            topic: Words::new("the lilac"),
            at: 30.0,
            fate: ParkedFate::Parked,
            earlier: false,
            carried: true,
            named: false,
        };
        call.parked = vec![Some(topic)];
        let mut debrief = call.debrief(Lang::En);
        debrief.parked = vec![Parked { index: 3, at: 30.0, topic: Words::new("the lilac"), fate }];
        assert_eq!(call.carried(&debrief), carried);
        assert_eq!(call.after(&debrief, Lang::En).parked[0].fate, fate);
    }
}

/// "Let's keep the zeppelin for the end. The logo…" stayed among the words of business.
#[test]
fn what_leads_back_is_not_kept_with_the_words_of_business() {
    let call = call();
    let mut debrief = call.debrief(Lang::En);
    let back = Words::new("enough of the lilac, the invoice");
    debrief.utterances[2].text = back.clone();
    (debrief.drifts[0].returned_at, debrief.drifts[0].returned_with) = (Some(2), Some(back.clone()));
    (debrief.utterances[1].text, debrief.utterances[1].label) = (back, Label::Framing);
    debrief.utterances[1].flags.insert(Flag::SteerBack);
    let kept_words = |what| serde_json::to_string(&kept(&debrief, what)).unwrap().contains("lilac");
    assert!(!kept_words(Kept::BusinessWords) && kept_words(Kept::Everything));
}

/// A turn was written down by what it was at once; that it led into something private, only its answer shows.
#[test]
fn the_words_of_a_turn_are_written_down_once_the_next_one_shows_that_they_are_business() {
    let known = |label, flags: &[Flag]| Known {
        label,
        probabilities: Probabilities::certain(label),
        flags: flags.iter().copied().collect::<Flags>(),
        wanted: None,
    };
    let (business, personal) = (known(Label::Business, &[]), known(Label::Personal, &[]));
    let talk = [
        ("the invoice is here", business, None),
        ("speaking of lilac", business, Some(business)),
        ("my mother loved it", personal, Some(personal)),
        ("enough of the lilac", known(Label::Framing, &[Flag::SteerBack]), None),
        ("the photos are too small", business, None),
        ("the last one", business, None),
    ];
    let mut client = Client::named("Viktor");
    client.keeping.what = Kept::BusinessWords;
    let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
    let (mut call, mut again) = (Call::new(opening.clone()), Call::new(opening));
    for (i, (words, now, before)) in talk.into_iter().enumerate() {
        let start = i as f64 * 6.0;
        let speaker = Speaker { name: String::new(), role: Role::Client };
        let utterance = Utterance { start, end: start + 5.0, speaker, text: Words::new(words) };
        let understood = Some(Understood { now, before, item: None, told: None });
        let heard = HeardWords { understood, ..HeardWords::new(utterance, Floor::Open) };
        let entry = call.take(Entry { at: start + 5.5, happening: Happening::Heard(Box::new(heard)) });
        let line = serde_json::to_string(&entry.for_disk(call.keeping(), |_| false)).unwrap();
        assert!(!line.contains("lilac") && !line.contains("mother") && !line.contains(words), "{line}");
        again.take(serde_json::from_str(&line).unwrap());
    }
    let words: Vec<_> = again.utterances.iter().map(|heard| heard.words.as_ref().map(Words::as_str)).collect();
    assert_eq!(words, [Some("the invoice is here"), None, None, None, Some("the photos are too small"), None]);
    assert_eq!(again.readings, call.readings);
}

/// With the whole call in view the drift begins a turn earlier: its topic was told as lost, and once more as parked.
#[test]
fn a_parked_topic_is_known_by_its_time_where_the_words_differ() {
    let mut call = call();
    let debrief = call.debrief(Lang::En);
    let drift = &debrief.drifts[0];
    let found = |words: &str| Parked { index: drift.from, at: drift.start, topic: Words::new(words), fate: ParkedFate::Lost };
    let parked = |words: &str, at| {
        let topic = Words::new(words);
        Some(ParkedView { id: 0, topic, at, fate: ParkedFate::Parked, earlier: false, carried: false, named: false })
    };
    for (topics, fates) in [
        (vec![parked("the lilac", drift.end)], vec![ParkedFate::Parked]),
        (vec![parked("a turn earlier", drift.end + 200.0)], vec![ParkedFate::Parked]),
        (vec![parked("the lilac", drift.end + 200.0)], vec![ParkedFate::Lost, ParkedFate::Parked]),
        (vec![parked("the lilac", drift.end), parked("the aunts", drift.end)], vec![ParkedFate::Parked; 2]),
        (vec![parked("the lilac", drift.end), parked("a turn earlier", drift.end)], vec![ParkedFate::Parked; 2]),
    ] {
        let mut debrief = debrief.clone();
        debrief.parked = vec![found("a turn earlier")];
        call.parked = topics;
        call.merge_parked(&mut debrief);
        assert_eq!(debrief.parked.iter().map(|parked| parked.fate).collect::<Vec<_>>(), fates, "{:?}", debrief.parked);
    }
}

/// The session went on counting what was dropped on the page.
#[test]
fn a_dropped_topic_does_not_wait() {
    for (dropped, line) in [(false, Some(Rung::Return)), (true, None)] {
        let client = Client { parked: vec!["the dog".into()], ..Client::named("Viktor") };
        // The work is done, so that a chat is that of the end.
        let agenda = vec![segue_core::AgendaItem { text: "Logo".into(), minutes: None }];
        let opening = Opening { client, agenda, memory: LineMemory::default(), started: jiff::Zoned::now() };
        let mut call = Call::new(opening);
        call.take(Entry { at: 3.0, happening: Happening::Key { key: Key::NextItem } });
        if dropped {
            // A second click on the same topic drops no other.
            call.take(Entry { at: 4.0, happening: Happening::Drop { parked: 0 } });
            call.take(Entry { at: 4.0, happening: Happening::Drop { parked: 0 } });
        }
        call.take(Entry { at: 5.0, happening: Happening::Key { key: Key::AgreedChat } });
        call.take(Entry { at: 9.0, happening: Happening::Beat });
        assert_eq!(call.cue.as_ref().map(|cue| cue.rung), line);
    }
}

/// The clock of every chat, the usual one at the end too, was held against an allowance of private speech.
#[test]
fn an_agreed_chat_is_as_long_as_what_was_said_in_it() {
    let mut call = call();
    call.marks.agreed_chat = true;
    let agreed = |call: &Call| {
        let exceptions = call.exceptions(&call.debrief(Lang::En));
        exceptions.into_iter().find(|one| one.kind == ExceptionKind::AgreedChat).map(|one| one.seconds)
    };
    call.phases = vec![PhaseSpan { phase: Phase::ClosingChat, start: 0.0, end: 1000.0 }];
    assert_eq!(agreed(&call), None);
    let unheard = PhaseSpan { phase: Phase::ClosingChat, start: 1000.0, end: 2000.0 };
    call.phases = vec![unheard];
    assert_eq!(agreed(&call), Some(1000.0 - call.plan.boundary.chat_at_end));
}

/// The page told of a departure that it had just been told came from them; "moved" was taken and thrown away.
#[test]
fn an_answer_explains_as_much_here_as_among_the_clients() {
    use ExceptionKind::{AgreedChat, Moved, Overrun};
    for answers in [
        vec![(Overrun, true)],
        vec![(AgreedChat, true), (Overrun, false)],
        vec![(Overrun, false), (AgreedChat, true)],
        vec![(Moved, false)],
        vec![(Moved, true)],
    ] {
        let mut call = call();
        call.plan.boundary.planned_minutes = Some(5.0);
        (call.now, call.marks.agreed_chat) = (700.0, true);
        call.phases = vec![PhaseSpan { phase: Phase::ClosingChat, start: 100.0, end: 700.0 }];
        let debrief = call.debrief(Lang::En);
        let mut among_clients = call.record(&debrief);
        assert_eq!(among_clients.exceptions.len(), 2);
        for &(kind, theirs) in &answers {
            call.take(Entry { at: 700.0, happening: Happening::Reason { kind, reason: "why".into(), theirs } });
            let known = among_clients.exceptions.iter().find(|exception| exception.kind == kind);
            let seconds = known.map_or(0.0, |exception| exception.seconds);
            let exception = Exception { kind, seconds, reason: "why".into(), theirs, note_sent: None };
            among_clients = segue_weeks::explained(&among_clients, exception);
        }
        assert_eq!(call.record(&debrief).exceptions, among_clients.exceptions, "{answers:?}");
    }
}

/// The page asked nothing about five private minutes in the middle, and drafted a note about a call that had held.
#[test]
fn the_page_asks_about_what_departs_and_drafts_a_note_about_nothing_else() {
    for (back, end, answered, found) in [
        (400.0, 1500.0, None, Some(ExceptionKind::PrivateTalk)),
        (130.0, 1500.0, None, None),
        (130.0, 1530.0, Some(ExceptionKind::Overrun), None),
        (130.0, 1800.0, Some(ExceptionKind::Overrun), Some(ExceptionKind::Overrun)),
    ] {
        let mut client = Client::named("Viktor");
        client.boundary.planned_minutes = Some(25.0);
        let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
        let mut call = Call::new(opening);
        for (at, key) in [(100.0, Key::Drifted), (back, Key::Back), (end, Key::EndCall)] {
            call.take(Entry { at, happening: Happening::Key { key } });
        }
        if let Some(kind) = answered {
            let reason = "connection".to_owned();
            call.take(Entry { at: end, happening: Happening::Reason { kind, reason, theirs: false } });
        }
        let debrief = call.debrief(Lang::En);
        let given = debrief.overrun.as_ref().and_then(|overrun| overrun.reason.as_ref());
        assert_eq!(given.map(Words::as_str), answered.map(|_| "The connection."), "{back} {end}");
        let record = call.record(&debrief);
        let kinds: Vec<_> = Judged::of(&record).departures.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, found.into_iter().collect::<Vec<_>>(), "{back} {end}");
        assert_eq!(call.after(&debrief, Lang::En).note_due, found.is_some());
        for kind in [ExceptionKind::Overrun, ExceptionKind::PrivateTalk] {
            let wanted = crate::note::NoteWanted { kind, tone: None, mail: false };
            let drafted = crate::note::note(&call, &debrief, &call.opening().client, wanted, &[]).is_some();
            assert_eq!(drafted, found == Some(kind), "{back} {end} {kind:?}");
        }
    }
}

/// A note was offered about an agreed chat, and there was none to be had; a call of one minute of twenty-five was not asked about.
#[test]
fn whatever_the_page_asks_about_has_a_note() {
    use ExceptionKind::{AgreedChat, EndedEarly, Overrun};
    for (minutes, keys, asked, not_asked) in [
        (4.0, vec![(52.0, Key::NextItem), (66.0, Key::AgreedChat), (412.0, Key::EndCall)], Overrun, EndedEarly),
        (25.0, vec![(20.0, Key::Drifted), (30.0, Key::Back), (71.0, Key::EndCall)], EndedEarly, Overrun),
        (25.0, vec![(20.0, Key::NextItem), (30.0, Key::AgreedChat), (71.0, Key::EndCall)], EndedEarly, AgreedChat),
    ] {
        let mut client = Client::named("Viktor");
        client.boundary.planned_minutes = Some(minutes);
        let item = |text: &str| segue_core::AgendaItem { text: text.into(), minutes: None };
        let agenda = vec![item("Tower"), item("Lorry")];
        let mut call = Call::new(Opening { client, agenda, memory: LineMemory::default(), started: jiff::Zoned::now() });
        for (at, key) in keys {
            call.take(Entry { at, happening: Happening::Key { key } });
        }
        let debrief = call.debrief(Lang::En);
        let after = call.after(&debrief, Lang::En);
        let kinds: Vec<_> = after.exceptions.iter().map(|one| one.kind).collect();
        assert!(kinds.contains(&asked) && !kinds.contains(&not_asked), "{kinds:?}");
        for kind in kinds {
            let wanted = crate::note::NoteWanted { kind, tone: None, mail: true };
            assert!(crate::note::note(&call, &debrief, &call.opening().client, wanted, &[]).is_some(), "{kind:?}");
        }
        assert!(after.note_due);
    }
}

/// The first turn after a resumed call was taken for the answer to a turn long before.
#[test]
fn after_turns_without_words_nothing_is_thought_of_them_anew() {
    let mut call = call();
    let words = call.utterances[9].words.clone();
    let mut silent = call.utterances[9].clone();
    (silent.start, silent.end, silent.words) = (72.0, 74.0, None);
    let understood = silent.understood;
    call.ended = false;
    call.take(Entry { at: 75.0, happening: Happening::Heard(Box::new(silent.clone())) });
    let (mut next, readings) = (silent, call.readings.clone());
    (next.start, next.end, next.words, next.understood) = (76.0, 78.0, words, None);
    call.take(Entry { at: 79.0, happening: Happening::Heard(Box::new(next)) });
    assert_eq!(call.utterances[10].understood, understood);
    assert_eq!(call.utterances[11].understood.map(|understood| understood.before), Some(None));
    assert_eq!(call.readings[..11], readings[..]);
}

/// The label was vouched for, and with it the model's guess that the turn may be serious.
#[test]
fn putting_a_label_right_does_not_make_a_guess_of_something_serious_sure() {
    let mut call = call();
    call.debrief(Lang::En);
    let whole = call.whole.get_mut().unwrap();
    whole[4].flags.insert(Flag::Serious);
    whole[4].flags.remove(Flag::SurelySerious);
    let serious = |call: &mut Call| call.debrief(Lang::En).notes.iter().any(|note| note.kind == NoteKind::Serious);
    assert!(!serious(&mut call));
    call.take(Entry { at: 71.0, happening: Happening::Correct { from: 3, to: 6, label: Label::Smalltalk } });
    assert!(!serious(&mut call));
    call.whole.get_mut().unwrap()[4].flags.insert(Flag::SurelySerious);
    assert!(serious(&mut call));
}

#[test]
fn what_was_put_right_is_learned_and_nothing_else() {
    let mut call = call();
    let debrief = call.debrief(Lang::En);
    assert!(debrief.utterances[4].label.is_private(), "{:?}", debrief.utterances[4].label);
    assert!(call.learned(&debrief).is_empty(), "nothing was put right");
    call.take(Entry { at: 71.0, happening: Happening::Correct { from: 3, to: 6, label: Label::Business } });
    let debrief = call.debrief(Lang::En);
    let learned = call.learned(&debrief);
    assert!(!learned.business.is_empty() && learned.private.is_empty());
    // Put back at once: there is nothing to learn.
    call.take(Entry { at: 72.0, happening: Happening::Correct { from: 3, to: 6, label: Label::Personal } });
    let debrief = call.debrief(Lang::En);
    assert!(call.learned(&debrief).business.is_empty());
}

/// An announcement that was due was not made, and the debrief did not say so.
#[test]
fn an_announcement_that_was_due_and_not_made_is_known() {
    let written =
        Announcement { written: jiff::civil::date(2026, 11, 1), script: "The work first.".into(), ..Announcement::default() };
    for (due, pressed, missed) in [(true, None, true), (true, Some(Key::Announced), false), (false, None, false)] {
        let client = Client { announcement: due.then(|| written.clone()), ..Client::named("Viktor") };
        let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
        let mut call = Call::new(opening);
        let keys = pressed.map(|key| (10.0, key)).into_iter().chain([(100.0, Key::NextItem), (300.0, Key::EndCall)]);
        for (at, key) in keys {
            call.take(Entry { at, happening: Happening::Key { key } });
        }
        assert_eq!(call.debrief(Lang::En).announcement_missed, missed, "{due} {pressed:?}");
    }
}
