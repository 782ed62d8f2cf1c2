//! Calls by keys, and what they come to.

use super::Call;
use crate::happening::{Entry, Happening, HeardWords, Opening};
use crate::state::{ItemState, ListeningView};
use segue_core::debrief::Excuse;
use segue_core::session::{Floor, Key};
use segue_core::{AgendaItem, Client, Lang, Role, Rung, Speaker, Utterance, Words};
use segue_phrasebook::LineMemory;

/// A call of half an hour with these items.
fn begun(items: &[&str]) -> Call {
    let mut client = Client::named("Viktor");
    client.boundary.planned_minutes = Some(30.0);
    let agenda = items.iter().filter_map(|item| AgendaItem::typed(item)).collect();
    Call::new(Opening { client, agenda, memory: LineMemory::default(), started: jiff::Zoned::now() })
}

impl Call {
    fn happens(&mut self, at: f64, happening: Happening) {
        self.take(Entry { at, happening });
    }

    fn keys(mut self, keys: &[(f64, Key)]) -> Self {
        for &(at, key) in keys {
            self.happens(at, Happening::Key { key });
        }
        self
    }

    fn phase_on_page(&self) -> &'static str {
        self.view(ListeningView::default(), Lang::En).phase
    }
}

/// "This chat is fine", and the debrief told of a drift that did not come back and of a line that failed; without listening,
/// a chat that was fine from the start counted for nothing.
#[test]
fn a_chat_that_is_fine_is_private_talk_and_no_drift() {
    use Key::{AgreedChat, Back, Drifted, EndCall, NextItem, SaidIt};
    let fine = Some(Excuse::Closing);
    for (keys, drifts, lines) in [
        (vec![(10.0, Drifted), (12.0, SaidIt), (30.0, AgreedChat), (90.0, EndCall)], vec![(80.0, fine)], 0),
        (vec![(30.0, AgreedChat), (90.0, Back), (200.0, EndCall)], vec![(60.0, fine)], 0),
        (vec![(30.0, AgreedChat), (90.0, NextItem), (200.0, EndCall)], vec![(60.0, fine)], 0),
        (vec![(10.0, Drifted), (12.0, SaidIt), (90.0, Back), (200.0, EndCall)], vec![(80.0, None)], 1),
        // A drift before it is one, and so is one out of it.
        (
            vec![(10.0, Drifted), (30.0, Back), (60.0, AgreedChat), (90.0, Drifted), (100.0, Back), (200.0, EndCall)],
            vec![(20.0, None), (30.0, fine), (10.0, None)],
            2,
        ),
        // Once the work is done, the key asks for a line, and tells nothing of what was talked about.
        (vec![(5.0, NextItem), (10.0, NextItem), (40.0, Drifted), (90.0, EndCall)], vec![], 1),
        (vec![(5.0, NextItem), (10.0, NextItem), (40.0, AgreedChat), (60.0, Drifted), (90.0, EndCall)], vec![(50.0, fine)], 1),
    ] {
        let call = begun(&["Logo"]).keys(&keys);
        let debrief = call.debrief(Lang::En);
        let found: Vec<_> = debrief.drifts.iter().map(|drift| (drift.private, drift.excused)).collect();
        assert_eq!(found, drifts, "{keys:?}");
        let record = call.record(&debrief);
        let private: f64 = drifts.iter().map(|(seconds, _)| seconds).sum();
        assert!((record.total().smalltalk - private).abs() < 0.1, "{keys:?}: {:?}", record.talk);
        assert_eq!(record.cues.len(), lines, "{keys:?}");
        // The debrief is a list of what was shown: lines before a chat that was fine were left out of it.
        let shown: Vec<_> = call.shown.iter().map(|shown| shown.cue.text.as_str()).collect();
        assert_eq!(debrief.cues.iter().map(|cue| cue.text.as_str()).collect::<Vec<_>>(), shown, "{keys:?}");
        let answered = segue_report::markdown(&debrief, Lang::En).matches("You answered “this chat is fine”.").count();
        assert_eq!(answered, shown.len() - lines, "{keys:?}");
        let needless = !drifts.is_empty() && drifts.iter().all(|(_, excuse)| excuse.is_some());
        assert_eq!(debrief.headline.contains("Some private talk"), needless, "{keys:?}: {}", debrief.headline);
    }
}

/// "This one stayed with the work", of which nobody had heard a word: by the clock all that no key marked was business, and the
/// boundary held.
#[test]
fn what_nobody_heard_is_neither_business_nor_private_talk() {
    use Key::{Back, Drifted, EndCall, NextItem};
    let nothing = ["No private talk was marked in this call.", "Личное в этом разговоре не отмечено."];
    let marked = ["1 min of 6 min 40 s went to private talk.", "На личное ушло 1 мин из 6 мин 40 с."];
    for (keys, headlines, share, within) in [
        (vec![(2.0, EndCall)], nothing, None, None),
        (vec![(1500.0, EndCall)], nothing, None, None),
        (
            vec![(1.0, Drifted), (8.0, EndCall)],
            ["7 s of 8 s went to private talk.", "На личное ушло 7 с из 8 с."],
            Some(88.0),
            None,
        ),
        (vec![(3.0, NextItem), (400.0, EndCall)], nothing, Some(0.0), Some(true)),
        (vec![(100.0, Drifted), (160.0, Back), (400.0, EndCall)], marked, Some(15.0), Some(true)),
    ] {
        let call = begun(&["Logo"]).keys(&keys);
        for (ui, headline) in [Lang::En, Lang::Ru].into_iter().zip(headlines) {
            let debrief = call.debrief(ui);
            assert_eq!(debrief.headline, headline, "{keys:?}");
            assert!(debrief.talk.total.business <= 0.0, "{keys:?}");
            let text = segue_report::markdown(&debrief, ui);
            assert!(!text.contains("| --- |") && !text.contains("речи") && !text.contains("of speech"), "{text}");
        }
        let debrief = call.debrief(Lang::En);
        assert_eq!(call.after(&debrief, Lang::En).private_share.map(|share| (share * 100.0).round()), share, "{keys:?}");
        let record = call.record(&debrief);
        let judged = segue_weeks::Judged::of(&record);
        assert_eq!((judged.within, judged.on_time), (within, within), "{keys:?}");
    }
}

/// An hour of which the first minute was heard, until the client asked not to listen, "stayed with the work".
#[test]
fn a_call_that_was_heard_for_a_minute_is_not_measured_by_it() {
    for (keys, end, measured) in
        [(vec![], 90.0, true), (vec![], 3000.0, false), (vec![(1500.0, Key::Drifted), (1600.0, Key::Back)], 3000.0, true)]
    {
        let mut call = begun(&[]);
        for place in 0..6 {
            let start = f64::from(place) * 6.0;
            let speaker = Speaker { name: String::new(), role: Role::Client };
            let text = Words::new("The invoice is in the folder, and I need the new price list from you.");
            let utterance = Utterance { start, end: start + 5.0, speaker, text };
            call.happens(start + 5.5, Happening::Heard(Box::new(HeardWords::new(utterance, Floor::Open))));
        }
        let call = call.keys(&keys).keys(&[(end, Key::EndCall)]);
        let debrief = call.debrief(Lang::En);
        assert_eq!(!debrief.headline.starts_with("Only part of this call was heard."), measured, "{}", debrief.headline);
        assert_eq!(segue_weeks::Judged::of(&call.record(&debrief)).within.is_some(), measured, "{end}");
    }
}

/// "segue did not listen to this call", said the page after "Listening", with the client's consent.
#[test]
fn the_page_knows_whether_it_was_to_listen() {
    use Happening::{Consent, Ears};
    let browser = || Ears { ears: segue_core::Ears::Browser };
    for (happenings, listened) in [
        (vec![], false),
        (vec![browser()], false),
        (vec![browser(), Consent { given: true }], true),
        (vec![browser(), Consent { given: true }, Ears { ears: segue_core::Ears::None }], true),
        (vec![browser(), Consent { given: false }], false),
    ] {
        let mut call = begun(&[]);
        happenings.into_iter().for_each(|happening| call.happens(1.0, happening));
        let call = call.keys(&[(60.0, Key::EndCall)]);
        assert_eq!(call.after(&call.debrief(Lang::En), Lang::En).listened, listened);
    }
}

/// Three lines refused were three that failed, and one of them had worked "3 s later".
#[test]
fn a_line_that_was_refused_neither_works_nor_fails() {
    use Key::{Back, Drifted, EndCall, NotNow, SaidIt};
    for (answers, told) in [
        (vec![NotNow, NotNow, NotNow], (0, 0)),
        (vec![NotNow, SaidIt], (1, 1)),
        (vec![SaidIt, NotNow], (1, 1)),
        (vec![SaidIt, SaidIt], (2, 2)),
    ] {
        let mut call = begun(&["Logo"]);
        for (place, &answer) in answers.iter().enumerate() {
            let at = 100.0 + 10.0 * place as f64;
            call = call.keys(&[(at, Drifted), (at + 5.0, answer)]);
        }
        let call = call.keys(&[(150.0, Back), (300.0, EndCall)]);
        let debrief = call.debrief(Lang::En);
        let refused = answers.iter().filter(|answer| **answer == NotNow).count();
        let text = segue_report::markdown(&debrief, Lang::En);
        assert_eq!(text.matches("You chose not to say it.").count(), refused, "{answers:?}: {text}");
        let record = call.record(&debrief);
        let figures = segue_weeks::Figures::of(&[segue_weeks::Judged::of(&record)]);
        assert_eq!((figures.cues, figures.returned), told, "{answers:?}");
    }
}

/// "2 of 2 lines brought the talk back", of one that was put away after two seconds for another, and of that.
#[test]
fn a_line_put_away_for_another_counts_as_refused_and_the_other_as_said() {
    use Key::{Back, Drifted, EndCall, SaidIt};
    let call = begun(&["Logo"]).keys(&[(45.0, Drifted), (47.0, Drifted), (50.0, SaidIt), (106.0, Back), (300.0, EndCall)]);
    let debrief = call.debrief(Lang::En);
    let text = segue_report::markdown(&debrief, Lang::En);
    let told =
        ["You chose not to say it.", "You said it.", "The talk came back to business"].map(|words| text.matches(words).count());
    assert_eq!(told, [1, 1, 1], "{text}");
    let figures = segue_weeks::Figures::of(&[segue_weeks::Judged::of(&call.record(&debrief))]);
    assert_eq!((figures.cues, figures.returned), (1, 1));
}

/// The line that a chat which is fine made needless was remembered as one that fails with this client.
#[test]
fn a_line_before_a_chat_that_is_fine_was_not_said_in_vain() {
    let said = |after: Key| {
        let keys = [(10.0, Key::Drifted), (12.0, Key::SaidIt), (30.0, after), (90.0, Key::EndCall)];
        let call = begun(&["Logo"]).keys(&keys);
        let record = call.lines().line(&call.shown.first().map(|shown| shown.cue.line.clone()).unwrap_or_default()).cloned();
        record.map(|record| (record.said, record.returned))
    };
    assert_eq!(said(Key::Back), Some((1, 1)));
    let call = begun(&["Logo"]).keys(&[(10.0, Key::Drifted), (12.0, Key::SaidIt)]);
    let line = call.shown[0].cue.line.clone();
    let call = call.keys(&[(30.0, Key::AgreedChat), (90.0, Key::EndCall)]);
    assert_eq!(call.lines().line(&line).map_or(0, |record| record.recorded), 0);
}

/// C in the first minute of thirty made "Closing chat".
#[test]
fn a_chat_agreed_in_the_middle_is_not_called_that_of_the_end() {
    for (at, name) in [(8.0, "agreed"), (1000.0, "agreed"), (1700.0, "closing")] {
        let call = begun(&["Logo", "Invoice"]).keys(&[(at, Key::AgreedChat)]);
        assert_eq!(call.phase_on_page(), name, "{at}");
    }
    let mut call = begun(&["Logo"]).keys(&[(1000.0, Key::AgreedChat)]);
    let before = call.revision();
    call.advance(1700.0);
    assert!(call.phase_on_page() == "closing" && call.revision() > before, "time alone tells");
    assert_eq!(call.keys(&[(1701.0, Key::Back)]).phase_on_page(), "business");
}

/// Nobody could see that an item took longer than was set aside for it.
#[test]
fn each_item_has_its_clock() {
    let call = begun(&["Logo 5 min", "Invoice"]).keys(&[(10.0, Key::NextItem), (400.0, Key::NextItem), (500.0, Key::NextItem)]);
    let items: Vec<_> = call.view(ListeningView::default(), Lang::En).agenda.into_iter().collect();
    let seen = |place: usize| (items[place].text.as_str(), items[place].minutes, items[place].since, items[place].until);
    assert_eq!(seen(0), ("Logo", Some(5.0), Some(10.0), Some(400.0)));
    assert_eq!(seen(1), ("Invoice", None, Some(400.0), Some(500.0)));
    assert!(items.iter().all(|item| item.state == ItemState::Done));
}

/// "Waits from last time: 0:01", said the page, and the debrief quoted it.
#[test]
fn a_topic_parked_without_words_waits_for_a_name() {
    let mut call = begun(&[]).keys(&[(3.0, Key::Drifted), (5.0, Key::Park), (20.0, Key::Back), (60.0, Key::Park)]);
    call.happens(70.0, Happening::Key { key: Key::EndCall });
    for parked in [0, 1] {
        call.happens(70.0, Happening::Carry { parked, on: true });
    }
    assert!(call.parked().iter().all(|topic| topic.topic.is_empty()) && call.carried(&call.debrief(Lang::En)).is_empty());
    assert!(call.debrief(Lang::En).parked.iter().all(|parked| parked.topic.is_empty()));
    let name = Entry { at: 70.0, happening: Happening::Name { parked: 0, topic: "the allotment".into() } };
    let told = serde_json::to_string(&name).unwrap();
    call.take(serde_json::from_str(&told).unwrap());
    assert_eq!(call.carried(&call.debrief(Lang::En)), [Words::new("the allotment")]);
    let topics = call.debrief(Lang::En).parked;
    assert_eq!(topics.iter().map(|parked| parked.topic.as_str()).collect::<Vec<_>>(), ["the allotment", ""]);
    // There is no such topic: nothing happens.
    call.happens(70.0, Happening::Name { parked: 9, topic: "x".into() });
}

/// Eight seconds of a call were heard, and the debrief praised it "from beginning to end".
#[test]
fn a_call_that_was_hardly_heard_is_not_measured() {
    for (skipped, measured) in [(0.0, true), (1.0, true), (40.0, false)] {
        let mut call = begun(&["Door sign"]);
        for place in 0..6 {
            let start = f64::from(place) * 6.0;
            let speaker = Speaker { name: String::new(), role: Role::Client };
            let text = Words::new("The invoice is in the folder, and I need the new price list from you.");
            let utterance = Utterance { start, end: start + 5.0, speaker, text };
            call.happens(start + 5.5, Happening::Heard(Box::new(HeardWords::new(utterance, Floor::Open))));
        }
        call.happens(40.0, Happening::Skipped { seconds: skipped });
        call.happens(60.0, Happening::Key { key: Key::EndCall });
        for (ui, partly) in [(Lang::En, "Only part of this call was heard"), (Lang::Ru, "Слышна была только часть")]
        {
            let debrief = call.debrief(ui);
            assert_eq!(!debrief.headline.starts_with(partly), measured, "{}", debrief.headline);
            assert_eq!(debrief.problems.is_empty(), measured);
            let text = segue_report::markdown(&debrief, ui);
            let told = if ui == Lang::En {
                ["not recognised", "Not in the part that was heard"]
            } else {
                ["аспознан", "об этом не говорили"]
            };
            assert!(told.iter().all(|words| text.contains(words) != measured), "{text}");
        }
        let record = call.record(&call.debrief(Lang::En));
        assert_eq!((record.total().total() > 0.0, record.agenda.len() == 1), (measured, measured));
        assert_eq!(segue_weeks::Judged::of(&record).within.is_some(), measured, "it earns and loses nothing");
    }
}

/// "That's everything on my list", and minutes later the last item was still "now", its clock running.
#[test]
fn words_that_the_work_is_done_end_the_item_under_way() {
    for words in ["That's everything on my list.", "По делу у меня всё."] {
        let mut call = begun(&["Logo", "Invoice"]).keys(&[(10.0, Key::NextItem), (20.0, Key::NextItem)]);
        let utterance = Utterance {
            start: 60.0,
            end: 62.0,
            speaker: Speaker { name: String::new(), role: Role::Me },
            text: Words::new(words),
        };
        call.happens(62.5, Happening::Heard(Box::new(HeardWords::new(utterance, Floor::Open))));
        let items: Vec<_> =
            call.view(ListeningView::default(), Lang::En).agenda.into_iter().map(|item| (item.state, item.until)).collect();
        assert_eq!(items, [(ItemState::Done, Some(20.0)), (ItemState::Done, Some(62.5))], "{words}");
    }
}

/// A call that was over in seconds had "reached everything", where only the announcement had come.
#[test]
fn the_key_that_brings_the_announcement_reaches_no_item() {
    let mut client = Client::named("Wanda");
    let today = jiff::civil::date(2026, 11, 26);
    segue_weeks::keep_announcement(&mut client, &segue_core::AnnouncementWishes::default(), "From now on…".into(), today);
    let agenda = AgendaItem::typed("Robes").into_iter().collect();
    let opening = Opening { client, agenda, memory: LineMemory::default(), started: jiff::Zoned::now() };
    let call = Call::new(opening).keys(&[(50.0, Key::NextItem), (52.0, Key::EndCall)]);
    assert!(call.debrief(Lang::En).agenda.iter().all(|item| item.reached_at.is_none()));
}

/// Forty seconds of the computer's sleep, and as many in which the program was gone, were private talk, of which a note to the
/// client became due.
#[test]
fn what_nobody_followed_is_neither_talk_nor_private_talk() {
    use Key::{AgreedChat, Back, Drifted, EndCall};
    let away = |until: f64, seconds: f64| (until, Happening::Away { seconds });
    let key = |at: f64, key| (at, Happening::Key { key });
    for (happenings, private, unmarked, returned_after) in [
        (vec![key(2.0, Drifted), away(44.0, 40.0), key(46.0, Back), key(60.0, EndCall)], 4.0, 16.0, Some(4.0)),
        (vec![key(2.0, Drifted), key(5.0, Back), away(40.0, 30.0), key(60.0, EndCall)], 3.0, 27.0, Some(3.0)),
        // Away again before it was back.
        (
            vec![key(2.0, Drifted), away(44.0, 40.0), away(80.0, 30.0), key(82.0, Back), key(90.0, EndCall)],
            10.0,
            10.0,
            Some(10.0),
        ),
        (vec![key(2.0, AgreedChat), away(400.0, 390.0), key(410.0, Back), key(420.0, EndCall)], 18.0, 12.0, None),
    ] {
        let mut call = begun(&[]);
        for (at, happening) in happenings.clone() {
            call.happens(at, happening);
        }
        let debrief = call.debrief(Lang::En);
        let total = debrief.talk.total;
        assert_eq!((total.private().round(), total.unmarked.round()), (private, unmarked), "{happenings:?}");
        assert_eq!(debrief.cues.first().and_then(|cue| cue.returned_after).map(f64::round), returned_after, "{happenings:?}");
        assert!(!call.after(&debrief, Lang::En).note_due, "{happenings:?}");
    }
}

/// Back from sleep the page said that the talk had drifted for the whole of it, and lines had come and gone unseen.
#[test]
fn the_clock_of_a_drift_and_the_lines_wait_while_nobody_is_there() {
    let mut call = begun(&["Logo"]).keys(&[(2.0, Key::NextItem), (1600.0, Key::Drifted)]);
    call.happens(1990.0, Happening::Away { seconds: 385.0 });
    let view = call.view(ListeningView::default(), Lang::En);
    let drifting = view.drifting.unwrap();
    assert_eq!((view.now - drifting.since, drifting.private), (5.0, 5.0));
    assert!(call.shown.iter().all(|shown| !(1605.0..1990.0).contains(&shown.cue.at)), "nobody was there to see a line");
}

/// Items that were passed in seconds counted as reached, and nothing led back to one.
#[test]
fn an_item_passed_by_a_slip_is_not_reached_and_can_be_gone_back_to() {
    let reached = |call: &Call| call.debrief(Lang::En).agenda.iter().map(|item| item.reached_at).collect::<Vec<_>>();
    let slip = [(10.0, Key::NextItem), (10.5, Key::NextItem), (100.0, Key::EndCall)];
    assert_eq!(reached(&begun(&["Logo", "Invoice"]).keys(&slip)), [None, Some(10.5)]);
    let mut back = begun(&["Logo 5 min", "Invoice"]).keys(&slip[..2]);
    back.take(Entry { at: 20.0, happening: Happening::Item { item: 0 } });
    let states = |call: &Call| {
        let items = call.view(ListeningView::default(), Lang::En).agenda;
        items.iter().map(|item| (item.state, item.since, item.until)).collect::<Vec<_>>()
    };
    assert_eq!(states(&back), [(ItemState::Current, Some(10.0), None), (ItemState::Open, None, None)]);
    let back = back.keys(&[(100.0, Key::EndCall)]);
    assert_eq!(reached(&back), [Some(10.0), None]);
}

/// Quiet asked for by a slip stayed on the page.
#[test]
fn quiet_is_taken_back_by_its_key() {
    let quiet = |call: &Call| call.view(ListeningView::default(), Lang::En).snoozed_until;
    let call = begun(&[]).keys(&[(10.0, Key::Snooze)]);
    assert!(quiet(&call).is_some());
    assert!(quiet(&call.keys(&[(12.0, Key::Snooze)])).is_none());
}

/// "All is well" for minutes over an untouched agenda; and what led back counted as a line that had failed.
#[test]
fn an_agreed_chat_that_is_over_is_told() {
    let mut call = begun(&["Logo"]).keys(&[(10.0, Key::AgreedChat)]);
    let over = |call: &Call| call.view(ListeningView::default(), Lang::En).chat_over;
    call.advance(60.0);
    assert!(!over(&call));
    let before = call.revision();
    call.advance(400.0);
    assert!(over(&call) && call.revision() > before);
    let call = call.keys(&[(410.0, Key::Back), (500.0, Key::EndCall)]);
    let debrief = call.debrief(Lang::En);
    assert!(debrief.cues.iter().any(|cue| cue.rung == Rung::Direct), "{:?}", debrief.cues);
    assert!(call.record(&debrief).cues.is_empty());
    assert!(call.view(ListeningView::default(), Lang::En).cue.is_none());
}
