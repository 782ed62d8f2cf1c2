//! What every built-in line must be, checked on the book as it ships.

use crate::check::{check_words, without_slots};
use crate::language::{Entry, Form, KINDS, Language, TONES};
use crate::slots::Slot;
use crate::{Phrasebook, address};
use segue_core::{Address, Kind, Lang, Rung, Slots, Tone, Words, tokens};
use std::collections::{BTreeMap, BTreeSet};

fn languages() -> Vec<std::sync::Arc<Language>> {
    Phrasebook::built_in().languages.to_vec()
}

/// Every line in every form of address: language, line, form, its words with open slots.
fn forms() -> impl Iterator<Item = (std::sync::Arc<Language>, Entry, Address, Form, String)> {
    languages().into_iter().flat_map(|language| {
        let entries = language.entries.clone();
        entries.into_iter().flat_map(move |entry| {
            let language = language.clone();
            [Address::Ty, Address::Vy].into_iter().map(move |address| {
                let form = entry.form(address).unwrap_or_else(|| panic!("{} has no {address:?}", entry.id)).clone();
                let template = language.template(&form);
                (language.clone(), entry.clone(), address, form, template)
            })
        })
    })
}

#[test]
fn the_files_have_no_faults_and_every_id_is_its_own() {
    let book = Phrasebook::built_in();
    assert_eq!(book.problems().collect::<Vec<_>>(), Vec::<&str>::new());
    let ids: Vec<_> = book.lines().map(|line| line.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn every_line_passes_the_checks_of_a_users_line() {
    let faults: Vec<_> = forms()
        .filter_map(|(language, entry, address, form, template)| {
            check_words(&template, &language, &form).err().map(|fault| format!("{} {address:?}: {fault} — {template}", entry.id))
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_line_with_every_combination_of_slots_is_whole_or_not_offered() {
    let whole = Slots {
        topic: Some(Words::new("Lisbon")),
        next_item: Some("the logo".into()),
        minutes_left: Some(21),
        next_meeting: Some("on Thursday".into()),
        name: Some("Viktor".into()),
    };
    for minutes in [1, 2, 5, 21] {
        for chosen in 0_u8..32 {
            let has = |slot: Slot| chosen & (1 << slot as u8) != 0;
            let slots = Slots {
                topic: whole.topic.clone().filter(|_| has(Slot::Topic)),
                next_item: whole.next_item.clone().filter(|_| has(Slot::NextItem)),
                minutes_left: Some(minutes).filter(|_| has(Slot::MinutesLeft)),
                next_meeting: whole.next_meeting.clone().filter(|_| has(Slot::NextMeeting)),
                name: whole.name.clone().filter(|_| has(Slot::Name)),
            };
            let filling = crate::slots::Filling::of(&slots, Lang::En);
            for (language, entry, _, form, _) in forms() {
                let text = language.format(&form, &filling);
                assert_eq!(text.is_some(), form.slots.is_within(filling.present()), "{}", entry.id);
                let Some(text) = text else { continue };
                assert!(!text.contains(['{', '}', '$', '\u{2068}']) && !text.contains("  "), "{}: {text}", entry.id);
                assert!(text.ends_with(['.', '?', '!']), "{}: {text}", entry.id);
                let filled = [(Slot::Topic, "isbon"), (Slot::NextItem, "he logo"), (Slot::NextMeeting, "n Thursday")];
                for (slot, value) in filled {
                    assert_eq!(form.slots.has(slot), text.contains(value), "{}: {text}", entry.id);
                }
            }
        }
    }
}

#[test]
fn no_two_lines_are_the_same() {
    let mut seen: BTreeMap<(&str, u8, Vec<String>), String> = BTreeMap::new();
    for (language, entry, address, _, template) in forms() {
        if let Some(other) = seen.insert((language.lang.code(), address as u8, tokens(&template)), entry.id.clone()) {
            panic!("{} is the same as {other}", entry.id);
        }
    }
}

/// Lines for a request without slots, and all.
fn counts(lang: Lang, rung: Rung, kind: Kind, tone: Option<Tone>) -> (usize, usize) {
    let of: Vec<_> = forms()
        .filter(|(language, entry, address, ..)| {
            let key = entry.key;
            language.lang == lang
                && *address == Address::Ty
                && (key.rung, key.kind) == (rung, kind)
                && tone.is_none_or(|tone| key.tone == tone)
        })
        .collect();
    (of.iter().filter(|(_, _, _, form, _)| form.slots == crate::slots::SlotSet::default()).count(), of.len())
}

#[test]
fn there_are_enough_lines() {
    use Rung::{Announce, Closing, Deflect, Direct, Feeding, Humane, Offline, Overrun, Park, Return, SignOff, Time};
    for lang in [Lang::En, Lang::Ru] {
        for tone in TONES {
            for rung in [Park, Time, Direct, Deflect, SignOff, Closing, Return, Overrun] {
                let (bare, all) = counts(lang, rung, Kind::Client, Some(tone));
                assert!(all >= 8, "{lang:?} {rung:?} {tone:?}: {all}");
                let least = match rung {
                    Park | Time | Direct | Deflect | Closing | Return => 8,
                    _ => 5,
                };
                assert!(bare >= least, "{lang:?} {rung:?} {tone:?} without slots: {bare}");
            }
        }
        assert!(counts(lang, Humane, Kind::Client, Some(Tone::Warm)).0 >= 8);
        for rung in [Announce, Feeding] {
            assert!(counts(lang, rung, Kind::Client, Some(Tone::Warm)).0 >= 8, "{rung:?}");
        }
        assert!(counts(lang, Offline, Kind::Client, None).1 >= 5);
        for kind in [Kind::Internal, Kind::Group] {
            for rung in Rung::ALL {
                let least = if matches!(rung, Direct | Offline | Park) { 8 } else { 5 };
                let (bare, all) = counts(lang, rung, kind, None);
                assert!(all >= least && bare >= 3, "{lang:?} {kind:?} {rung:?}: {bare} of {all}");
            }
        }
    }
    assert_eq!(KINDS.len(), 3);
}

/// Endings that only the other form of address has; words that merely look like it are listed.
fn plural_by_its_ending(word: &str) -> bool {
    const NOT_VERBS: [&str; 1] = ["счете"];
    (["йте", "ите", "йтесь", "итесь", "ете", "ьте"].iter().any(|end| word.ends_with(end))) && !NOT_VERBS.contains(&word)
}

fn singular_by_its_ending(word: &str) -> bool {
    ["ешь", "ишь", "ешься", "ишься"].iter().any(|end| word.ends_with(end))
}

#[test]
fn ty_and_vy_are_never_mixed() {
    for (language, entry, address, _, template) in forms().filter(|(language, ..)| language.lang == Lang::Ru) {
        let bare = without_slots(&template);
        let (ty, vy) = address::of(&bare);
        let words = tokens(&bare);
        let ty = ty || words.iter().any(|word| singular_by_its_ending(word));
        let vy = vy || words.iter().any(|word| plural_by_its_ending(word));
        // A group is always several people, so "давайте" is right there whatever the address.
        let to_all = entry.key.kind == Kind::Group && entry.form(Address::Ty) == entry.form(Address::Vy);
        let wrong = if address == Address::Ty { vy && !to_all } else { ty };
        assert!(!wrong, "{} {address:?}: {bare}", entry.id);
        let differs = language.template(&entry.forms[0].clone().unwrap()) != language.template(&entry.forms[1].clone().unwrap());
        assert_eq!(differs, entry.forms[0] != entry.forms[1], "{} has two equal forms", entry.id);
    }
}

#[test]
fn no_line_tells_anybodys_gender() {
    const OF_OTHERS: [&str; 6] = ["двигался", "дошла", "ждал", "знал", "дела", "сначала"];
    const SHORT_FORMS: [&str; 24] = [
        "рад",
        "рада",
        "готов",
        "готова",
        "уверен",
        "уверена",
        "должен",
        "должна",
        "согласен",
        "согласна",
        "сам",
        "сама",
        "занят",
        "занята",
        "обязан",
        "обязана",
        "благодарен",
        "благодарна",
        "один",
        "одна",
        "прав",
        "права",
        "свободен",
        "свободна",
    ];
    for (_, entry, _, _, template) in forms().filter(|(language, ..)| language.lang == Lang::Ru) {
        for word in tokens(&without_slots(&template)) {
            let past = ["л", "ла", "лся", "лась"].iter().any(|end| word.ends_with(end)) && word.chars().count() > 3;
            let allowed = OF_OTHERS.contains(&word.as_str());
            assert!(!past || allowed, "{}: {word}", entry.id);
            assert!(!SHORT_FORMS.contains(&word.as_str()) || word == "одна", "{}: {word}", entry.id);
        }
    }
}

#[test]
fn in_a_group_steering_says_for_whose_sake() {
    const SAKE: [&str; 30] = [
        "everyone",
        "everyones",
        "everybody",
        "nobody",
        "others",
        "all",
        "group",
        "circle",
        "whole",
        "us",
        "все",
        "всех",
        "всем",
        "остальных",
        "остальным",
        "остальные",
        "никого",
        "никто",
        "общее",
        "общая",
        "вместе",
        "нас",
        "каждый",
        "друзья",
        "круга",
        "очередь",
        "здесь",
        "сборе",
        "общей",
        "ради",
    ];
    let steering = [Rung::Park, Rung::Time, Rung::Direct, Rung::Offline];
    for (_, entry, _, _, template) in forms() {
        if entry.key.kind == Kind::Group && steering.contains(&entry.key.rung) {
            assert!(tokens(&template).iter().any(|word| SAKE.contains(&word.as_str())), "{}: {template}", entry.id);
        }
    }
}

#[test]
fn humane_lines_never_steer_and_mostly_offer_to_stop() {
    const OFFER: [&str; 24] = [
        "stop",
        "move",
        "leave",
        "another",
        "stay",
        "pause",
        "today",
        "on",
        "stopping",
        "перенесем",
        "перенести",
        "отложим",
        "остановимся",
        "прервемся",
        "прерваться",
        "закончим",
        "паузу",
        "другой",
        "остановиться",
        "продолжить",
        "переносим",
        "сегодня",
        "подождет",
        "соберемся",
    ];
    const STEERS: [&str; 12] =
        ["agenda", "project", "back", "next", "list", "повестке", "повестка", "проекту", "вернемся", "дальше", "пункт", "список"];
    for (_, entry, _, form, template) in forms().filter(|(_, entry, ..)| entry.key.rung == Rung::Humane) {
        let words = tokens(&template);
        assert!(words.iter().any(|word| OFFER.contains(&word.as_str())), "{}: {template}", entry.id);
        assert!(!words.iter().any(|word| STEERS.contains(&word.as_str())), "{}: {template}", entry.id);
        assert!(![Slot::NextItem, Slot::Topic, Slot::MinutesLeft].iter().any(|&slot| form.slots.has(slot)), "{}", entry.id);
    }
}

#[test]
fn lines_for_clients_that_speak_of_money_are_for_clients_only() {
    const MONEY: [&str; 14] = [
        "pay",
        "paying",
        "invoice",
        "charge",
        "bill",
        "budget",
        "money",
        "fee",
        "платить",
        "платишь",
        "платите",
        "гонорар",
        "счет",
        "бюджет",
    ];
    for (_, entry, _, _, template) in forms() {
        if tokens(&template).iter().any(|word| MONEY.contains(&word.as_str())) {
            assert!(entry.only && entry.key.kind == Kind::Client, "{}: {template}", entry.id);
        }
    }
}

/// «…на конец созвона?» was offered for a message, and "let's keep your call for your project".
#[test]
fn lines_for_writing_name_no_call_and_there_are_enough() {
    let book = Phrasebook::built_in().for_writing();
    for language in &book.languages {
        for entry in language.entries.iter().filter(|entry| entry.key.rung != Rung::Announce) {
            for form in entry.forms.iter().flatten() {
                let words = tokens(&language.template(form));
                assert!(!words.iter().any(|word| word == "call" || word.starts_with("созвон")), "{}", entry.id);
            }
        }
        for rung in Rung::ALL {
            let left = language.entries.iter().filter(|entry| entry.key.rung == rung && entry.key.kind == Kind::Client).count();
            assert!(left >= if rung == Rung::Offline { 3 } else { 8 }, "{rung:?}: {left}");
        }
    }
}
