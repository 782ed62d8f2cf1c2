//! The choice among lines, and its explanation.

use proptest::prelude::*;
use segue_core::{Address, Kind, Lang, Line, LineRequest, Rung, Slots, Tone, Words};
use segue_phrasebook::{Change, LineMemory, MOST_SECONDS, Outcome, Phrasebook, seconds_to_say};
use std::collections::BTreeSet;

fn request(rung: Rung) -> LineRequest {
    LineRequest {
        rung,
        kind: Kind::Client,
        lang: Lang::En,
        tone: Tone::Warm,
        address: Address::Vy,
        slots: Slots::default(),
        chat_at_end: true,
        nothing_next: false,
    }
}

fn said(returned_after: Option<f64>, closed_up: bool) -> Outcome {
    Outcome { said: true, returned_after, closed_up }
}

/// Lines offered one after another in one call until none is left.
fn whole_call(book: &Phrasebook, request: &LineRequest, memory: &mut LineMemory) -> Vec<Line> {
    memory.next_call();
    let mut lines = Vec::new();
    while let Some(line) = book.choose(request, memory) {
        memory.shown(&line.id, request.rung);
        lines.push(line);
    }
    lines
}

#[test]
fn a_slot_without_value_keeps_its_lines_back() {
    let book = Phrasebook::built_in();
    let lines = whole_call(&book, &request(Rung::SignOff), &mut LineMemory::default());
    assert!(lines.len() > 15);
    assert!(!lines.iter().any(|line| line.id == "en/sign_off-client-warm-7"));
}

#[test]
fn the_line_names_what_it_can() {
    let book = Phrasebook::built_in();
    let slots = Slots {
        next_item: Some("Pricing.".into()),
        next_meeting: Some("on Thursday".into()),
        topic: Some(Words::new("Lisbon")),
        minutes_left: Some(1),
        name: None,
    };
    let cases = [
        (Rung::Park, "pricing"),
        (Rung::SignOff, "on thursday"),
        (Rung::Return, "lisbon"),
        (Rung::Closing, "1 minute "),
        (Rung::Direct, "pricing."),
    ];
    for (rung, named) in cases {
        let line = book.choose(&LineRequest { slots: slots.clone(), ..request(rung) }, &LineMemory::default()).unwrap();
        assert!(line.text.to_lowercase().contains(named), "{}", line.text);
        assert!(!line.text.contains(".."), "{}", line.text);
    }
}

#[test]
fn a_value_too_long_to_say_leaves_the_line_to_others() {
    let item = "decide on the colours of all twelve banners for the spring campaign and their sizes".to_owned();
    let slots = Slots { next_item: Some(item), ..Slots::default() };
    for rung in [Rung::Park, Rung::Time, Rung::Direct] {
        let line = Phrasebook::built_in().choose(&LineRequest { slots: slots.clone(), ..request(rung) }, &LineMemory::default());
        assert!(line.is_some_and(|line| !line.text.contains("banners")));
    }
}

#[test]
fn tone_before_kind() {
    let book = Phrasebook::built_in();
    let cases = [
        (Tone::Warm, ["warm", "neutral", "direct"]),
        (Tone::Neutral, ["neutral", "warm", "direct"]),
        (Tone::Direct, ["direct", "neutral", "warm"]),
    ];
    for (tone, order) in cases {
        let request = LineRequest { kind: Kind::Group, tone, ..request(Rung::Offline) };
        let mut order_found: Vec<String> = Vec::new();
        for line in whole_call(&book, &request, &mut LineMemory::default()) {
            let place = line.id.split('-').skip(1).take(2).collect::<Vec<_>>().join("-");
            if order_found.last() != Some(&place) {
                order_found.push(place);
            }
        }
        let expected: Vec<String> =
            ["group", "client"].iter().flat_map(|kind| order.map(|tone| format!("{kind}-{tone}"))).collect();
        assert_eq!(order_found, expected);
    }
}

#[test]
fn colleagues_hear_nothing_of_invoices() {
    for kind in [Kind::Internal, Kind::Group] {
        let request = LineRequest { kind, ..request(Rung::Time) };
        for line in whole_call(&Phrasebook::built_in(), &request, &mut LineMemory::default()) {
            assert!(!["invoice", "pay", "money", "fee", "budget"].iter().any(|word| line.text.contains(word)), "{}", line.text);
        }
    }
}

#[test]
fn without_an_agreed_chat_no_line_promises_it() {
    let book = Phrasebook::built_in();
    let promises = [(Lang::En, ["the end", "later", "last few", "come back"]), (Lang::Ru, ["конце", "конец", "потом", "верн"])];
    for (lang, promises) in promises {
        let calls = [Kind::Client, Kind::Internal].map(|kind| [(kind, Address::Ty), (kind, Address::Vy)]);
        for (kind, address) in calls.into_iter().flatten() {
            let request = LineRequest { kind, lang, address, chat_at_end: false, ..request(Rung::Park) };
            let lines = whole_call(&book, &request, &mut LineMemory::default());
            assert!(lines.len() >= 5, "{lang:?} {kind:?}: {}", lines.len());
            for line in lines {
                assert!(!promises.iter().any(|promise| line.text.to_lowercase().contains(promise)), "{}: {}", line.id, line.text);
            }
        }
    }
    // Words of the user's own are the user's.
    let text = "Расскажете в конце, ага?".to_owned();
    let own = Change::Add { rung: Rung::Park, lang: Lang::Ru, tone: Tone::Direct, kind: Kind::Group, address: None, text };
    let request =
        LineRequest { lang: Lang::Ru, tone: Tone::Direct, kind: Kind::Group, chat_at_end: false, ..request(Rung::Park) };
    let lines = whole_call(&book.with_changes(&[own]).unwrap(), &request, &mut LineMemory::default());
    assert!(lines.iter().any(|line| line.text.starts_with("Расскажете в конце, ага")));
}

/// "Take the next item: the logo" while the logo was under way, and "next point, everyone" when there was none.
#[test]
fn no_line_speaks_of_a_next_item_where_none_comes() {
    let book = Phrasebook::built_in();
    let next = [(Lang::En, ["next", "on to this"]), (Lang::Ru, ["следующ", "дальше:"])];
    let kinds = [Kind::Client, Kind::Internal, Kind::Group];
    let rungs = [Rung::Park, Rung::Time, Rung::Direct, Rung::Offline, Rung::Deflect];
    let calls = kinds.into_iter().flat_map(|kind| rungs.map(|rung| (kind, rung)));
    for ((kind, rung), (lang, words)) in calls.flat_map(|call| next.map(|next| (call, next))) {
        for (item, tone) in [(None, Tone::Warm), (Some("pricing".to_owned()), Tone::Direct)] {
            let slots = Slots { next_item: item.clone(), ..Slots::default() };
            let request = LineRequest { kind, lang, tone, slots, nothing_next: true, ..request(rung) };
            let lines = whole_call(&book, &request, &mut LineMemory::default());
            assert!(lines.len() >= 4, "{kind:?} {rung:?} {lang:?}: {}", lines.len());
            for Line { id, text } in lines {
                assert!(!words.iter().any(|word| text.to_lowercase().contains(word)), "{id}: {text}");
            }
        }
    }
    // The next meeting and the next steps are another matter.
    let slots = Slots { next_meeting: Some("on Thursday".into()), ..Slots::default() };
    let request = LineRequest { slots, nothing_next: true, ..request(Rung::Closing) };
    let lines = whole_call(&book, &request, &mut LineMemory::default());
    assert!(lines.iter().any(|line| line.text.to_lowercase().contains("next")));
}

/// "That's the agenda done", was to be said to a whole group above an agenda of which nothing had been begun.
#[test]
fn no_line_says_that_the_work_is_done_while_an_item_waits() {
    let book = Phrasebook::built_in();
    let done = [
        (Lang::En, ["done", "that's the agenda", "that's the work", "everything on the list", "off duty"]),
        (Lang::Ru, ["всё", "закончи", "закончен", "готово", "обсудили"]),
    ];
    let kinds = [Kind::Client, Kind::Internal, Kind::Group];
    let tones = [Tone::Warm, Tone::Neutral, Tone::Direct];
    for ((lang, words), kind) in done.into_iter().flat_map(|done| kinds.map(|kind| (done, kind))) {
        for (tone, topic) in tones.into_iter().flat_map(|tone| [None, Some("Lisbon".into())].map(|topic| (tone, topic))) {
            for (item, some) in [(Some("the menu".to_owned()), false), (None, true)] {
                let slots = Slots { topic: topic.clone(), next_item: item, ..Slots::default() };
                let request = LineRequest { kind, lang, tone, slots, ..request(Rung::Return) };
                let lines = whole_call(&book, &request, &mut LineMemory::default());
                assert!(!lines.is_empty(), "{kind:?} {tone:?} {lang:?}");
                let says = |line: &Line| words.iter().any(|word| line.text.to_lowercase().contains(word));
                assert_eq!(
                    lines.iter().any(says),
                    some,
                    "{kind:?} {tone:?} {lang:?}: {:?}",
                    lines.iter().find(|line| says(line))
                );
            }
        }
    }
}

#[test]
fn a_client_is_called_as_one_greets() {
    let slots = Slots { name: Some("Виктор Линд".into()), ..Slots::default() };
    let line = Phrasebook::built_in().fill("ru/humane-client-warm-11", Address::Vy, &slots).unwrap();
    assert!(line.text.starts_with("Виктор, "), "{}", line.text);
}

#[test]
fn lines_are_seldom_repeated_in_later_calls() {
    let book = Phrasebook::built_in();
    let mut memory = LineMemory::default();
    let mut heard = Vec::new();
    for _ in 0..8 {
        memory.next_call();
        let line = book.choose(&request(Rung::Park), &memory).unwrap();
        memory.shown(&line.id, Rung::Park);
        memory.record(&line.id, said(Some(10.0), false));
        heard.push(line.id);
    }
    assert!(heard.iter().collect::<BTreeSet<_>>().len() >= 7, "{heard:?}");
}

#[test]
fn a_line_that_works_comes_back_and_one_that_hurts_does_not() {
    let book = Phrasebook::built_in();
    let mut memory = LineMemory::default();
    let (good, bad) = ("en/park-client-warm-3", "en/park-client-warm-1");
    for _ in 0..4 {
        memory.next_call();
        memory.record(good, said(Some(8.0), false));
        memory.record(bad, said(None, true));
    }
    for _ in 0..8 {
        memory.next_call();
    }
    let order: Vec<_> = whole_call(&book, &request(Rung::Park), &mut memory).into_iter().map(|line| line.id).collect();
    let place = |id: &str| order.iter().position(|found| found == id).unwrap();
    assert_eq!(place(good), 0);
    let of_its_tone = order.iter().filter(|id| id.contains("client-warm")).count();
    assert_eq!(place(bad), of_its_tone - 1);
}

#[test]
fn the_direct_rung_stays_with_the_best_known() {
    let book = Phrasebook::built_in();
    let mut memory = LineMemory::default();
    memory.next_call();
    memory.record("en/direct-client-warm-4", said(Some(5.0), false));
    memory.record("en/direct-client-warm-2", said(None, false));
    for _ in 0..6 {
        memory.next_call();
        assert_eq!(book.choose(&request(Rung::Direct), &memory).unwrap().id, "en/direct-client-warm-4");
        memory.record("en/direct-client-warm-4", said(Some(5.0), false));
    }
    // With nothing known, the book's own order decides.
    assert_eq!(book.choose(&request(Rung::Direct), &LineMemory::default()).unwrap().id, "en/direct-client-warm-1");
}

#[test]
fn why_a_line_was_chosen() {
    let book = Phrasebook::built_in();
    let explain = |rung, memory: &LineMemory, id: &str, client, lang| {
        book.explain(&Line { id: id.to_owned(), text: String::new() }, &request(rung), memory, client, lang)
    };
    let mut memory = LineMemory::default();
    let park = "en/park-client-warm-1";
    assert_eq!(explain(Rung::Park, &memory, park, Some("Viktor"), Lang::En), "Not tried with Viktor yet.");
    assert_eq!(explain(Rung::Park, &memory, park, None, Lang::Ru), "Этот клиент: реплика ещё не звучала.");
    for returned in [Some(10.0), Some(12.0), None, Some(14.0)] {
        memory.record(park, said(returned, false));
    }
    assert_eq!(
        explain(Rung::Park, &memory, park, Some("Viktor"), Lang::En),
        "Worked 3 of 4 times with Viktor, after about 12 s."
    );
    assert_eq!(explain(Rung::Park, &memory, park, Some("Виктор"), Lang::Ru), "Виктор: помогла 3 раза из 4, примерно через 12 с.");
    let direct = "en/direct-client-warm-1";
    let first = explain(Rung::Direct, &memory, direct, None, Lang::En);
    assert!(first.starts_with("Not tried with this client yet. No direct line has proved itself"), "{first}");
    memory.record(direct, said(Some(4.0), false));
    assert!(explain(Rung::Direct, &memory, direct, None, Lang::En).contains("does not experiment"));
    let other = explain(Rung::Park, &LineMemory::default(), "en/park-client-direct-10", None, Lang::En);
    assert!(other.contains("nearest one") && other.contains("next item"), "{other}");
    assert_eq!(explain(Rung::Park, &memory, "en/gone", None, Lang::Ru), "Этой реплики в книге больше нет.");
    memory.record("en/time-client-warm-1", Outcome::default());
    memory.record("en/time-client-warm-2", said(None, true));
    assert_eq!(
        explain(Rung::Time, &memory, "en/time-client-warm-1", None, Lang::En),
        "Shown once with this client, but not said so far."
    );
    assert_eq!(
        explain(Rung::Time, &memory, "en/time-client-warm-2", Some("Виктор"), Lang::Ru),
        "Виктор: сказана 1 раз, но к делу разговор пока не вернула. После неё ответы становились короче: 1 раз."
    );
}

fn any_request() -> impl Strategy<Value = LineRequest> {
    let text = proptest::option::of("[a-zа-я {}$.!\"]{0,40}");
    (
        (0_usize..13, 0_usize..3, 0_usize..2, 0_usize..3, 0_usize..2),
        (text.clone(), text.clone(), proptest::option::of(0_u32..200), text.clone(), text),
    )
        .prop_map(|((rung, kind, lang, tone, address), (topic, next_item, minutes_left, next_meeting, name))| LineRequest {
            rung: Rung::ALL[rung],
            kind: [Kind::Client, Kind::Internal, Kind::Group][kind],
            lang: [Lang::En, Lang::Ru][lang],
            tone: [Tone::Warm, Tone::Neutral, Tone::Direct][tone],
            address: [Address::Ty, Address::Vy][address],
            slots: Slots { topic: topic.map(Words::from), next_item, minutes_left, next_meeting, name },
            chat_at_end: true,
            nothing_next: false,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_asked(
        requests in proptest::collection::vec(any_request(), 1..12),
        outcomes in proptest::collection::vec((any::<bool>(), proptest::option::of(-5.0_f64..300.0), any::<bool>()), 12),
        banned in proptest::collection::btree_set(0_usize..900, 0..20),
    ) {
        let built_in = Phrasebook::built_in();
        let ids: Vec<_> = built_in.lines().map(|line| line.id).collect();
        let bans: Vec<_> = banned.iter().filter_map(|&at| ids.get(at)).map(|id| Change::Ban { id: id.clone() }).collect();
        let book = built_in.with_changes(&bans).unwrap();
        let mut memory = LineMemory::default();
        for call in 0..3 {
            memory.next_call();
            let mut used = BTreeSet::new();
            for (request, &(said, returned_after, closed_up)) in requests.iter().zip(&outcomes) {
                let line = book.choose(request, &memory);
                prop_assert_eq!(&line, &book.choose(request, &memory));
                let line = line.expect("no call uses all lines of a rung");
                prop_assert!(used.insert(line.id.clone()), "{} twice in call {}", line.id, call);
                let is_banned = banned.iter().any(|&at| ids.get(at) == Some(&line.id));
                prop_assert!(!is_banned);
                let start = format!("{}/{}-", request.lang.code(), request.rung.name());
                prop_assert!(line.id.starts_with(&start));
                prop_assert!(seconds_to_say(&line.text) <= MOST_SECONDS);
                prop_assert!(!book.explain(&line, request, &memory, None, Lang::Ru).is_empty());
                memory.shown(&line.id, request.rung);
                memory.record(&line.id, Outcome { said, returned_after, closed_up });
            }
        }
    }
}
