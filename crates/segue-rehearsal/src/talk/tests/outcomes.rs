use super::{LANGUAGES, about_work, answer, begin, cruelly, delighted, everybody, in_lang, kindly, reading, to_the_end};
use crate::habits::Habits;
use crate::judge::{Before, Move};
use crate::person::{Person, Temper, people};
use crate::summary::headline;
use crate::talk::{Begin, Talk};
use segue_core::{Flag, Label, Lang, RehearsalRecord, Tone};
use segue_phrasebook::Phrasebook;
use segue_weeks::{Figures, Openers};
use std::collections::BTreeSet;

fn records(mut answer: impl FnMut(&mut Talk, usize) -> String) -> Vec<(&'static Person, Lang, RehearsalRecord)> {
    everybody()
        .map(|(person, lang)| {
            let (talk, _) = to_the_end(begin(person, lang, None, 0), &mut answer);
            (person, lang, talk.record())
        })
        .collect()
}

#[test]
fn twelve_people_a_language_of_every_temper() {
    for lang in LANGUAGES {
        assert!(people(lang).len() >= 12);
        let tempers: BTreeSet<_> = people(lang).iter().map(|person| person.temper.name()).collect();
        assert_eq!(tempers.len(), 8, "{tempers:?}");
    }
}

/// Whoever asks a story on must not be taken to name the work.
#[test]
fn the_words_for_the_work_are_in_no_story() {
    for (person, _) in everybody() {
        for story in &person.stories {
            for words in story.more.iter().chain([&story.topic, &story.ask]) {
                assert!(!person.names_work(words), "{}: {words}", person.id);
            }
        }
    }
}

#[test]
fn whoever_brings_it_back_kindly_keeps_the_work_and_the_client() {
    let kind = records(|talk, _| kindly(talk));
    let fed = records(|talk, _| delighted(talk));
    for ((person, lang, kind), (_, _, fed)) in kind.iter().zip(&fed) {
        let who = format!("{} ({})", person.id, lang.code());
        assert!(kind.warmth >= 0.6, "{who}: {kind:?}");
        assert!(kind.curt == 0 && kind.excuses == 0, "{who}: {kind:?}");
        if person.temper == Temper::Grieving {
            assert_eq!(kind.humane, Some(true), "{who}");
        } else {
            assert!(kind.steered > 0 && kind.private_share < fed.private_share, "{who}: {kind:?} {fed:?}");
            assert!(fed.fed > 2, "{who}: {fed:?}");
        }
    }
}

#[test]
fn cruel_answers_hurt_and_bad_news_is_not_to_be_passed_over() {
    // Bad news is told after a while, to whoever is kind until then.
    let all =
        records(|talk, turn| if talk.person().temper == Temper::Grieving && turn < 3 { kindly(talk) } else { cruelly(talk) });
    for (person, lang, record) in all {
        assert!(record.warmth < 0.4, "{} ({}): {record:?}", person.id, lang.code());
        if person.temper == Temper::Grieving {
            assert_eq!(record.humane, Some(false), "{}", person.id);
        }
        let fine = RehearsalRecord { warmth: 1.0, steered: 1, steered_warmly: 1, humane: None, ..record.clone() };
        assert_ne!(headline(&record, lang), headline(&fine, lang));
    }
}

#[test]
fn a_boundary_that_was_announced_makes_the_way_back_shorter() {
    let en = "Before we start: business has picked up, so from now on I want to keep our calls to the work, an hour at most. If something important happens in your life, do tell me.";
    let ru = "Прежде чем начнём: работы стало больше, поэтому теперь буду держать наши созвоны в рамках работы, не дольше часа. Если случится что-то важное, обязательно скажите.";
    for (person, lang) in everybody().filter(|(person, _)| person.temper == Temper::Proud) {
        let steers = |announce: bool| {
            let (talk, _) = to_the_end(begin(person, lang, None, 0), |talk, turn| {
                if announce && turn == 1 {
                    answer(talk, in_lang(lang, en, ru), &reading(Label::Business, &[]))
                } else {
                    kindly(talk)
                }
            });
            (talk.record(), talk.turns().iter().filter(|turn| turn.what == Move::Steered).count())
        };
        let ((with, fewer), (without, more)) = (steers(true), steers(false));
        assert!(with.announced && !without.announced, "{}", person.id);
        assert!(fewer < more, "{}: {fewer} {more}", person.id);
    }
}

/// The chat that was put aside is asked for at the end, before the goodbye.
#[test]
fn what_was_promised_for_the_end_comes_before_the_goodbye() {
    for lang in LANGUAGES {
        let mut both = 0;
        for person in people(lang) {
            let mut places = Vec::new();
            to_the_end(begin(person, lang, None, 0), |talk, _| {
                places.push(talk.client.before);
                kindly(talk)
            });
            let place = |before| places.iter().position(|&place| place == before);
            if let (Some(chat), Some(goodbye)) = (place(Before::Promised), place(Before::Closing)) {
                assert!(chat < goodbye, "{}: {places:?}", person.id);
                both += 1;
            }
        }
        assert!(both > 0, "{lang:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_talk_and_another_seed_another() {
    for (person, lang) in everybody() {
        let talk = |seed| to_the_end(begin(person, lang, None, seed), |talk, _| kindly(talk)).1;
        assert_eq!(talk(1), talk(1));
        assert_ne!(talk(1), talk(2), "{}", person.id);
    }
}

/// Whatever one does, in whatever order.
#[test]
fn nothing_is_left_open_in_what_they_say() {
    type Answer = fn(&mut Talk) -> String;
    let told: Answer = |talk| {
        let mine = in_lang(talk.lang(), "My mother is ill too, it's hard on me.", "У меня мама тоже болеет, тяжело.");
        answer(talk, mine, &reading(Label::Personal, &[Flag::Disclosure]))
    };
    let excused: Answer = |talk| {
        let mine = in_lang(talk.lang(), "Sorry, someone at the door.", "Простите, в дверь звонят.");
        answer(talk, mine, &reading(Label::Smalltalk, &[]))
    };
    let listens: Answer = |talk| {
        let mine = in_lang(talk.lang(), "Well, that is how it goes sometimes.", "Ну, так оно иногда и выходит.");
        answer(talk, mine, &reading(Label::Smalltalk, &[]))
    };
    let flat: Answer = |talk| {
        let mine = in_lang(talk.lang(), "What did we say about the list?", "Что мы говорили про список?");
        answer(talk, mine, &reading(Label::Business, &[Flag::SteerBack]))
    };
    let all: [Answer; 8] = [kindly, about_work, delighted, cruelly, told, excused, listens, flat];
    for (person, lang) in everybody() {
        // Where the answers begin, and how many are left out between two.
        for (from, step) in (0..8).flat_map(|from| [1, 3, 5].map(|step| (from, step))) {
            let begun = begin(person, lang, None, from as u64);
            let (_, said) = to_the_end(begun, |talk, turn| all[(from + turn * step) % all.len()](talk));
            for said in said {
                assert!(!said.trim().is_empty() && !said.contains(['{', '}']), "{}: {said}", person.id);
            }
        }
    }
}

#[test]
fn somebody_set_by_the_figures_of_a_hard_client_is_harder_than_one_of_an_easy_client() {
    let of = |drifts: usize, client_opens: bool, returned: usize, private_share: f64| {
        let opened = if client_opens {
            Openers { client: drifts, ..Openers::default() }
        } else {
            Openers { me: drifts, ..Openers::default() }
        };
        let return_seconds = Some(20.0);
        Habits::of(&Figures { calls: 5, opened, cues: 10, returned, return_seconds, private_share, ..Figures::default() })
    };
    let (hard, easy) = (of(20, true, 2, 0.5), of(3, false, 10, 0.05));
    for (person, lang) in everybody().filter(|(person, _)| person.temper != Temper::Grieving) {
        let outcome = |habits| {
            let (talk, said) = to_the_end(begin(person, lang, habits, 0), |talk, _| kindly(talk));
            (talk.record(), said.len())
        };
        let ((hard, long), (easy, short), (usual, _)) = (outcome(hard), outcome(easy), outcome(None));
        let who = format!("{} ({})", person.id, lang.code());
        assert!(hard.steered > usual.steered || person.temper.insists() > 2, "{who}: {hard:?} {usual:?}");
        assert!(easy.steered == 0 && easy.private_share < 0.2, "{who}: {easy:?}");
        assert!(hard.private_share > easy.private_share && long > short, "{who}: {hard:?} {easy:?}");
    }
}

/// What is offered never lacks a warm word itself, in any tone.
#[test]
fn a_line_that_is_offered_has_no_better_one_beside_it_when_it_is_said() {
    for ((person, lang), tone) in everybody().flat_map(|who| [Tone::Warm, Tone::Neutral, Tone::Direct].map(|tone| (who, tone))) {
        let begun = Talk::begin(Begin { person, lang, tone, phrasebook: Phrasebook::built_in(), habits: None, seed: 0 });
        let (talk, _) = to_the_end(begun, |talk, _| match talk.hint() {
            Some(line) => answer(talk, &line.text, &reading(Label::Personal, &Flag::ALL)),
            None => about_work(talk),
        });
        for turn in talk.turns() {
            assert!(turn.better.is_none(), "{} {tone:?}: {:?} {:?}", person.id, turn.mine.as_str(), turn.marks(lang));
        }
    }
}

/// «Хорошо, до связи! Приятно было поговорить.» was said by one whose father had died on Sunday.
#[test]
fn nobody_who_grieves_says_goodbye_as_if_it_had_been_pleasant() {
    for (person, lang) in everybody().filter(|(person, _)| person.temper == Temper::Grieving) {
        for seed in 0..8 {
            let (_, said) = to_the_end(begin(person, lang, None, seed), |talk, _| kindly(talk));
            let goodbye = said.last().unwrap();
            assert!(!["nice", "Приятно"].iter().any(|word| goodbye.contains(word)), "{}: {goodbye}", person.id);
        }
    }
}

/// Two answers that brushed off, and the headline praised every answer.
#[test]
fn whoever_brushed_off_is_not_praised_for_every_answer() {
    let fine = RehearsalRecord { steered: 3, steered_warmly: 3, warmth: 0.74, ..RehearsalRecord::default() };
    for (curt, en, ru) in [(0, "kindly every time", "Каждый раз"), (2, "curt on the way", "местами резко")] {
        let record = RehearsalRecord { curt, ..fine.clone() };
        for (lang, expected) in [(Lang::En, en), (Lang::Ru, ru)] {
            let told = headline(&record, lang);
            assert!(told.contains(expected), "{told}");
        }
    }
}

/// An excuse that came after the way back did not do the work.
#[test]
fn an_excuse_is_named_for_what_it_did() {
    for (steered, en, ru) in
        [(0, "An excuse did the work", "отговорка"), (2, "You also brought it back without an excuse", "и без отговорки")]
    {
        let record = RehearsalRecord { steered, steered_warmly: steered, excuses: 1, warmth: 1.0, ..RehearsalRecord::default() };
        for (lang, expected) in [(Lang::En, en), (Lang::Ru, ru)] {
            let told = headline(&record, lang);
            assert!(told.contains(expected), "{told}");
        }
    }
}
