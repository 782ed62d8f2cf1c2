//! Good, feeding, curt and cruel answers get different outcomes, with everybody, in both languages.

use segue_core::{Lang, RehearsalRecord, Tone};
use segue_phrasebook::Phrasebook;
use segue_rehearsal::{Habits, Move, Person, Rehearsal, Temper, headline, people};
use segue_weeks::{Figures, Openers};
use std::collections::BTreeSet;

const LANGUAGES: [Lang; 2] = [Lang::En, Lang::Ru];

/// Answers until the talk is over, or so many times.
fn rehearse(
    person: &'static Person,
    lang: Lang,
    seed: u64,
    answer: impl FnMut(&mut Rehearsal, usize) -> String,
) -> (Rehearsal, Vec<String>) {
    rehearse_with(person, lang, None, seed, answer)
}

/// The same with somebody who is set by figures.
fn rehearse_with(
    person: &'static Person,
    lang: Lang,
    habits: Option<Habits>,
    seed: u64,
    mut answer: impl FnMut(&mut Rehearsal, usize) -> String,
) -> (Rehearsal, Vec<String>) {
    let (mut rehearsal, greeting) = Rehearsal::begin(person, lang, Tone::Warm, Phrasebook::built_in(), habits, seed);
    let mut said = vec![greeting];
    while !rehearsal.over() {
        let mine = answer(&mut rehearsal, said.len());
        said.push(rehearsal.answer(&mine));
    }
    (rehearsal, said)
}

fn in_lang<'a>(lang: Lang, en: &'a str, ru: &'a str) -> String {
    if lang == Lang::En { en } else { ru }.to_owned()
}

/// Says what segue offers, with a kind word before it; talks about the work where there is nothing to offer.
fn kindly(rehearsal: &mut Rehearsal, lang: Lang) -> String {
    match rehearsal.hint() {
        Some(line) => format!("{} {}", in_lang(lang, "Ha, I understand!", "Понимаю вас!"), line.text),
        None => in_lang(
            lang,
            "Thank you. What do we decide about the next point on the list?",
            "Спасибо. Что решаем по следующему пункту списка?",
        ),
    }
}

fn records(answer: impl Fn(&mut Rehearsal, Lang, usize) -> String) -> Vec<(&'static Person, Lang, RehearsalRecord)> {
    let mut all = Vec::new();
    for lang in LANGUAGES {
        for person in people(lang) {
            let (rehearsal, _) = rehearse(person, lang, 0, |rehearsal, turn| answer(rehearsal, lang, turn));
            all.push((person, lang, rehearsal.record()));
        }
    }
    all
}

#[test]
fn twelve_people_a_language_of_every_temper() {
    for lang in LANGUAGES {
        assert!(people(lang).len() >= 12);
        let tempers: BTreeSet<_> = people(lang).iter().map(|person| person.temper.name()).collect();
        assert_eq!(tempers.len(), 8, "{tempers:?}");
    }
}

#[test]
fn whoever_brings_it_back_kindly_keeps_the_work_and_the_client() {
    let kind = records(|rehearsal, lang, _| kindly(rehearsal, lang));
    let fed = records(|rehearsal, lang, _| {
        rehearsal.record();
        in_lang(lang, "Oh wow, really? And what did your family say to that?", "Ничего себе, правда? А что сказала ваша семья?")
    });
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
    let cruel = |lang| in_lang(lang, "I don't care. Get to the point.", "Мне всё равно. Ближе к делу.");
    // Bad news is told after a while, to whoever is kind until then.
    let all =
        records(
            |rehearsal, lang, turn| {
                if rehearsal.person().temper == Temper::Grieving && turn < 3 { kindly(rehearsal, lang) } else { cruel(lang) }
            },
        );
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
fn kindness_at_a_death_is_humane_and_no_steering_is_advised() {
    for (lang, answer, humane) in [
        (Lang::En, "Oh no, that's awful.", Some(true)),
        (Lang::En, "Take whatever time you need, the poster will keep.", Some(true)),
        (Lang::En, "We can cancel today's call if you like.", Some(true)),
        (Lang::En, "I am very sorry about your father.", Some(true)),
        (Lang::En, "Okay. And the poster?", Some(false)),
        (Lang::En, "How old was he, if I may ask, and where did he live then?", None),
        (Lang::Ru, "Боже мой, это ужасно.", Some(true)),
        (Lang::Ru, "Мы можем отменить сегодняшний созвон.", Some(true)),
        (Lang::Ru, "Возьмите столько времени, сколько нужно.", Some(true)),
        (Lang::Ru, "Мои соболезнования.", Some(true)),
        (Lang::Ru, "Мне всё равно. Ближе к делу.", Some(false)),
    ] {
        let person = people(lang).iter().find(|person| person.temper == Temper::Grieving).unwrap();
        let (mut rehearsal, mut said) = Rehearsal::begin(person, lang, Tone::Warm, Phrasebook::built_in(), None, 0);
        for _ in 0..8 {
            let told = ["My dad died", "папы не стало"].iter().any(|news| said.contains(news));
            let mine = if told { answer.to_owned() } else { kindly(&mut rehearsal, lang) };
            said = rehearsal.answer(&mine);
            if told {
                break;
            }
        }
        let record = rehearsal.record();
        assert!(record.news, "{answer}");
        if humane.is_some() {
            assert_eq!(record.humane, humane, "{answer}");
        }
        let told = headline(&record, lang);
        let advised =
            headline(&RehearsalRecord { news: false, humane: None, steered: 0, warmth: 1.0, ..RehearsalRecord::default() }, lang);
        assert!(
            told != advised
                && (told.contains("ad news") || told.contains("беда") || told.contains("Беда") || told.contains("беду")),
            "{told}"
        );
    }
}

#[test]
fn a_boundary_that_was_announced_makes_the_way_back_shorter() {
    let announced = |lang| {
        in_lang(
            lang,
            "Before we start: business has picked up, so from now on I want to keep our calls to the work, an hour at most. If something important happens in your life, do tell me.",
            "Прежде чем начнём: работы стало больше, поэтому теперь буду держать наши созвоны в рамках работы, не дольше часа. Если случится что-то важное, обязательно скажите.",
        )
    };
    for lang in LANGUAGES {
        for person in people(lang).iter().filter(|person| person.temper == Temper::Proud) {
            let steers = |announce: bool| {
                let (rehearsal, _) =
                    rehearse(
                        person,
                        lang,
                        0,
                        |rehearsal, turn| {
                            if announce && turn == 1 { announced(lang) } else { kindly(rehearsal, lang) }
                        },
                    );
                (rehearsal.record(), rehearsal.turns().iter().filter(|turn| turn.what == Move::Steered).count())
            };
            let ((with, fewer), (without, more)) = (steers(true), steers(false));
            assert!(with.announced && !without.announced, "{}", person.id);
            assert!(fewer < more, "{}: {fewer} {more}", person.id);
        }
    }
}

#[test]
fn an_excuse_is_asked_about_and_what_was_told_comes_back() {
    let margaret = &people(Lang::En)[0];
    let (_, said) = rehearse(margaret, Lang::En, 0, |rehearsal, turn| match turn {
        2 => "Sorry, I have another call in a minute.".to_owned(),
        _ => kindly(rehearsal, Lang::En),
    });
    assert!(said.iter().any(|said| said.contains("other call") || said.contains("other thing")), "{said:#?}");
    let (_, said) = rehearse(margaret, Lang::En, 0, |rehearsal, turn| match turn {
        2 => "My sister got divorced in May and I cried for a week.".to_owned(),
        _ => kindly(rehearsal, Lang::En),
    });
    assert!(said.iter().any(|said| said.contains("“My sister got divorced")), "{said:#?}");
}

/// The chat that was put aside is asked for at the end, before the goodbye.
#[test]
fn what_was_promised_for_the_end_comes_before_the_goodbye() {
    for lang in LANGUAGES {
        let mut both = 0;
        for person in people(lang) {
            let mut offered = Vec::new();
            rehearse(person, lang, 0, |rehearsal, _| {
                let line = rehearsal.hint();
                offered.extend(line.iter().map(|line| line.id.clone()));
                match line {
                    Some(line) => format!("{} {}", in_lang(lang, "Ha, I understand!", "Понимаю вас!"), line.text),
                    None => in_lang(lang, "Thank you. What do we decide next?", "Спасибо. Что решаем дальше?"),
                }
            });
            let place = |rung: &str| offered.iter().position(|id| id.contains(rung));
            if let (Some(chat), Some(goodbye)) = (place("/return-"), place("/sign_off-")) {
                assert!(chat < goodbye, "{}: {offered:?}", person.id);
                both += 1;
            }
        }
        assert!(both > 0, "{lang:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_talk_and_another_seed_another() {
    let talk = |seed| rehearse(&people(Lang::Ru)[0], Lang::Ru, seed, |rehearsal, _| kindly(rehearsal, Lang::Ru)).1;
    assert_eq!(talk(1), talk(1));
    assert_ne!(talk(1), talk(2));
}

#[test]
fn nothing_is_left_open_in_what_they_say() {
    for (lang, seed) in LANGUAGES.into_iter().flat_map(|lang| [(lang, 0), (lang, 1), (lang, 7)]) {
        for person in people(lang) {
            for answer in 0..3 {
                let (_, said) = rehearse(person, lang, seed, |rehearsal, turn| match (answer, turn % 3) {
                    (0, _) => kindly(rehearsal, lang),
                    (1, 0) => in_lang(lang, "My mother is ill too, it's hard.", "У меня мама тоже болеет, тяжело."),
                    (1, _) => in_lang(lang, "Really? Tell me more!", "Правда? Расскажите!"),
                    _ => in_lang(lang, "mhm", "угу"),
                });
                for said in said {
                    assert!(!said.trim().is_empty() && !said.contains(['{', '}']), "{}: {said}", person.id);
                }
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
        Habits::of(&Figures {
            calls: 5,
            opened,
            cues: 10,
            returned,
            return_seconds: Some(20.0),
            private_share,
            ..Figures::default()
        })
    };
    let (hard, easy) = (of(20, true, 2, 0.5), of(3, false, 10, 0.05));
    for lang in LANGUAGES {
        for person in people(lang).iter().filter(|person| person.temper != Temper::Grieving).step_by(4) {
            let talk = |habits| {
                let (rehearsal, said) = rehearse_with(person, lang, habits, 0, |rehearsal, _| kindly(rehearsal, lang));
                (rehearsal.record(), said.len())
            };
            let ((hard, long), (easy, short), (usual, _)) = (talk(hard), talk(easy), talk(None));
            let who = format!("{} ({})", person.id, lang.code());
            assert!(hard.steered > usual.steered || person.temper.insists() > 2, "{who}: {hard:?} {usual:?}");
            assert!(easy.steered == 0 && easy.private_share < 0.2, "{who}: {easy:?}");
            assert!(hard.private_share > easy.private_share && long > short, "{who}: {hard:?} {easy:?}");
        }
    }
}

#[test]
fn asking_a_story_on_is_no_way_back() {
    for lang in LANGUAGES {
        for person in people(lang) {
            let mut stories = 0;
            let (rehearsal, _) = rehearse(person, lang, 0, |rehearsal, _| {
                // Lines are only shown where something private is going on.
                let story = rehearsal.hint().is_some();
                stories += usize::from(story);
                if story {
                    in_lang(lang, "Ha, wonderful! So what's next?", "Ха, класс! А что дальше?")
                } else {
                    kindly(rehearsal, lang)
                }
            });
            let asked = rehearsal.turns().iter().filter(|turn| turn.private && turn.mine.as_str().contains('?'));
            let what: Vec<_> = asked.map(|turn| turn.what).collect();
            assert!(stories > 0 && !what.contains(&Move::Steered), "{}: {what:?}", person.name);
        }
    }
}
