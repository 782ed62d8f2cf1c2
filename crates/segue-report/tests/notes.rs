//! The debrief as Markdown.

mod samples;

use pulldown_cmark::{Event, Options, Parser, Tag};
use segue_core::debrief::{Debrief, Drift, Excuse, ShownCue};
use segue_core::{Lang, Rung, Timing, Words};
use segue_report::markdown;

#[test]
fn as_it_pastes() {
    for (name, ui) in [("full", Lang::En), ("chat", Lang::Ru), ("mono", Lang::En), ("calm", Lang::Ru), ("broken", Lang::En)] {
        insta::assert_snapshot!(name, markdown(&samples::named(name).unwrap(), ui));
    }
}

/// The Markdown of the sample whose words try to be markup.
fn hostile() -> String {
    let mut debrief = samples::named("broken").unwrap();
    debrief.headline = "# *a* _b_ `c` [d](e) <f> ~~g~~ $h$ | i & &amp; \\*".to_owned();
    markdown(&debrief, Lang::En)
}

#[test]
fn words_are_never_markup() {
    let source = hostile();
    let events: Vec<_> = Parser::new_ext(&source, Options::all()).collect();
    for event in &events {
        let markup = matches!(
            event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough | Tag::CodeBlock(_))
        );
        assert!(!markup, "{event:?}");
    }
    // Options::all() turns straight quotation marks into curly ones; there are none in the headline.
    let text: String =
        events.iter().filter_map(|event| if let Event::Text(text) = event { Some(text.as_ref()) } else { None }).collect();
    assert!(text.contains("# *a* _b_ `c` [d](e) <f> ~~g~~ $h$ | i & &amp; \\*"), "{text}");
    assert!(text.contains("Kim | <b>Ltd</b> & *Sons*"), "{text}");
    assert!(text.contains("- The encoding is neither"), "{text}");
}

/// "- [ ] **21:00** **.** Cut off, and never put aside."
#[test]
fn a_topic_whose_words_are_withheld_leaves_no_full_stop() {
    for ui in [Lang::En, Lang::Ru] {
        let mut debrief = samples::named("full").unwrap();
        debrief.parked.iter_mut().for_each(|parked| parked.topic = Words::default());
        debrief.notes.iter_mut().for_each(|note| note.text = Words::default());
        let source = markdown(&debrief, ui);
        let gap = source.lines().find(|line| !line.starts_with('|') && line.contains("  "));
        assert!(!source.contains("** .") && !source.contains("**.") && gap.is_none(), "{gap:?} {source}");
    }
}

#[test]
fn there_are_boxes_to_tick() {
    let source = markdown(&samples::named("full").unwrap(), Lang::En);
    let boxes: Vec<bool> = Parser::new_ext(&source, Options::ENABLE_TASKLISTS)
        .filter_map(|event| if let Event::TaskListMarker(done) = event { Some(done) } else { None })
        .collect();
    // Three parked topics, four agenda items, two notes.
    assert_eq!(boxes, [false, true, false, true, true, true, false, false, false]);
}

/// Six seconds of private talk cost "about €0.10" and stood under the overrun; what was serious was counted and not told apart.
#[test]
fn a_remark_has_no_price_and_what_is_serious_is_told_apart() {
    let mut debrief = samples::named("full").unwrap();
    let told = |debrief: &Debrief, words: &str| markdown(debrief, Lang::En).contains(words);
    let both = ["At your rate", "Private talk took", "about something serious"];
    assert_eq!(both.map(|words| told(&debrief, words)), [true; 3], "{}", markdown(&debrief, Lang::En));
    assert!(markdown(&debrief, Lang::Ru).contains("речь шла о серьёзном"));
    debrief.drifts.clear();
    (debrief.talk.total.smalltalk, debrief.talk.total.personal) = (6.0, 0.0);
    assert_eq!(both.map(|words| told(&debrief, words)), [false; 3], "{}", markdown(&debrief, Lang::En));
}

/// "A chat towards the end, with the work all but done", of messages at eight in the morning, with grout after them.
#[test]
fn a_chat_has_no_end_at_which_its_work_is_done() {
    for (timing, there, gone) in [
        (Timing::Chat, ["No work was waiting", "никто не ждал ответа"], ["towards the end", "Беседа в конце"]),
        (Timing::Spoken, ["towards the end", "Беседа в конце"], ["No work was waiting", "никто не ждал ответа"]),
    ] {
        let mut debrief = samples::named("chat").unwrap();
        debrief.timing = timing;
        debrief.drifts.iter_mut().for_each(|drift| drift.excused = Some(Excuse::Closing));
        for (ui, there, gone) in [(Lang::En, there[0], gone[0]), (Lang::Ru, there[1], gone[1])] {
            let text = markdown(&debrief, ui);
            assert!(text.contains(there) && !text.contains(gone), "{text}");
        }
    }
}

/// "Even so, there was a moment to turn back to the work" stood above "Something serious was said; steering would have been out of
/// place", and "This drift did not come back to business" beside it.
#[test]
fn nobody_is_told_to_turn_back_from_something_serious() {
    let serious = |drift: &Drift| drift.excused == Some(Excuse::Serious);
    for (within, ui, told) in [
        (true, Lang::En, ["Even so", "did not come back"]),
        (true, Lang::Ru, ["Хотя повод вернуться", "не вернулись"]),
        (false, Lang::En, ["Even so", "did not come back"]),
        (false, Lang::Ru, ["Хотя повод вернуться", "не вернулись"]),
    ] {
        let mut debrief = samples::named("full").unwrap();
        debrief.drifts.retain(|drift| drift.excused.is_some());
        let news = debrief.drifts.iter().find(|drift| serious(drift)).unwrap().from;
        let mut cue = debrief.cues.remove(1);
        (cue.after, cue.returned_after) = (if within { news } else { 0 }, None);
        debrief.cues = vec![cue];
        let text = markdown(&debrief, ui);
        assert!(told.iter().all(|words| text.contains(words) != within), "{within} {text}");
    }
}

/// Fifty-two moments of feeding stood one below the other, and whatever mattered more after them.
#[test]
fn of_many_moments_the_first_are_told() {
    for (ui, first) in [(Lang::En, "The first 8 of them:"), (Lang::Ru, "Вот первые 8:")] {
        for (moments, told) in [(9, 9), (52, 8)] {
            let mut debrief = samples::named("full").unwrap();
            let one = debrief.feeding.as_ref().unwrap()[0].clone();
            debrief.feeding = Some(vec![one; moments]);
            debrief.cues.clear();
            let source = markdown(&debrief, ui);
            let what = if ui == Lang::En { "you asked about private life" } else { "вы спросили о личном" };
            assert_eq!((source.matches(what).count(), source.contains(first)), (told, told < moments), "{source}");
        }
    }
}

/// The whole announcement was listed six times, once for each time that it was offered.
#[test]
fn the_announcement_is_told_once_with_how_often_it_was_offered() {
    for (ui, times) in [(Lang::En, "It was shown 6 times."), (Lang::Ru, "Показано 6 раз.")] {
        for (offered, said) in [(6, None), (6, Some(4)), (1, None)] {
            let mut debrief = samples::named("full").unwrap();
            debrief.accompanied = true;
            let line = debrief.cues[0].clone();
            let script = |place| ShownCue {
                rung: Rung::Announce,
                text: "From now on I keep to half an hour.".into(),
                said: said == Some(place),
                ..line.clone()
            };
            debrief.cues = (0..offered).map(script).collect();
            let source = markdown(&debrief, ui);
            assert_eq!(source.matches("From now on").count(), 1, "{source}");
            assert_eq!(source.contains(times), offered > 1, "{source}");
            let told = if ui == Lang::En { "You said it." } else { "Вы её сказали." };
            assert_eq!(source.contains(told), said.is_some(), "{source}");
        }
    }
}
