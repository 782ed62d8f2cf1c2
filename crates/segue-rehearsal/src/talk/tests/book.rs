//! Every line of the phrasebook, said as it stands, is judged as what it is for.

use super::{begin, reading};
use crate::judge::{Before, Move, judge};
use crate::person::{Person, people};
use crate::talk::Talk;
use segue_core::{Address, Flag, Kind, Label, Lang, Rung, Slots, Tone, Words};
use segue_phrasebook::{Change, ListedLine, Phrasebook};
use std::collections::BTreeSet;

/// Where a line is said, and what it then is.
fn places(rung: Rung, asks: bool) -> &'static [(Before, Move)] {
    match rung {
        Rung::Park | Rung::Time | Rung::Direct | Rung::Offline | Rung::Deflect | Rung::Closing => {
            &[(Before::Story, Move::Steered), (Before::Question, Move::Steered), (Before::Business, Move::Business)]
        }
        Rung::Humane | Rung::Stay => &[(Before::News, Move::Humane), (Before::Story, Move::Listened)],
        Rung::Return => &[(Before::Promised, Move::Listened)],
        Rung::Overrun if asks => &[(Before::Story, Move::Steered)],
        Rung::SignOff | Rung::Overrun => &[(Before::Closing, Move::SignedOff), (Before::Story, Move::SignedOff)],
        Rung::Announce => &[(Before::Greeting, Move::Business)],
        Rung::Feeding => &[],
    }
}

fn slots(item: &str, lang: Lang) -> Slots {
    let (topic, meeting, name) = if lang == Lang::En {
        ("the cruise", "on Thursday", "Margaret")
    } else {
        ("круиз", "в четверг", "Тамара")
    };
    Slots {
        topic: Some(Words::new(topic)),
        next_item: Some(item.to_owned()),
        minutes_left: Some(5),
        next_meeting: Some(meeting.to_owned()),
        name: Some(name.to_owned()),
    }
}

fn said_there(person: &'static Person, lang: Lang, before: Before, book: &Phrasebook) -> Talk {
    let (mut talk, _) = begin(person, lang, None, 0);
    talk.phrasebook = book.clone();
    talk.client.before = before;
    talk
}

/// What is wrong in how words of a line are judged, wherever they are said and whatever the model makes of them.
fn wrong(book: &Phrasebook, listed: &ListedLine, words: &str) -> Vec<String> {
    let lang = listed.lang;
    let kind_word = if lang == Lang::En { "Ha, I understand!" } else { "Понимаю вас!" };
    let mut wrong = Vec::new();
    for mine in [words.to_owned(), format!("{kind_word} {words}")] {
        for &(before, what) in places(listed.rung, words.contains('?')) {
            for read in [reading(Label::Business, &[]), reading(Label::Personal, &Flag::ALL)] {
                let mut talk = said_there(&people(lang)[0], lang, before, book);
                let judged = judge(&mine, &read, talk.scene(&mine));
                talk.answer(&mine, judged, false);
                let turn = &talk.turns()[0];
                let unkind = !turn.kind || turn.better.is_some() || !turn.short;
                if turn.what != what || unkind || (listed.tone == Tone::Warm && !turn.warm) {
                    wrong.push(format!("{} {before:?} {:?} {mine}", listed.id, turn.what));
                }
            }
        }
    }
    wrong
}

/// The words of a line for both forms of address, with items as they stand on the agenda and in words of one's own.
fn all_words(book: &Phrasebook, listed: &ListedLine) -> BTreeSet<String> {
    let own = if listed.lang == Lang::En { "the ad" } else { "листовка" };
    let items = [people(listed.lang)[0].agenda[0].as_str(), own];
    let both = [Address::Ty, Address::Vy].into_iter().flat_map(|address| items.map(|item| (address, item)));
    both.filter_map(|(address, item)| book.fill(&listed.id, address, &slots(item, listed.lang))).map(|line| line.text).collect()
}

#[test]
fn every_line_is_judged_as_what_it_is_for_and_is_kind_and_needs_no_better_one() {
    let book = Phrasebook::built_in();
    let mut wrongs = Vec::new();
    for listed in book.lines().filter(|line| !line.rung.is_for_me()) {
        let all = all_words(&book, &listed);
        assert!(!all.is_empty(), "{}", listed.id);
        wrongs.extend(all.iter().flat_map(|words| wrong(&book, &listed, words)));
    }
    assert!(wrongs.is_empty(), "{}: {}", wrongs.len(), wrongs.join("\n"));
}

#[test]
fn a_line_of_my_own_counts_like_one_of_the_book() {
    let (rung, lang, tone, kind) = (Rung::Park, Lang::En, Tone::Direct, Kind::Client);
    let text = "Tulips first: {next-item}.".to_owned();
    let added = [Change::Add { rung, lang, tone, kind, address: None, text }];
    let book = Phrasebook::built_in().with_changes(&added).unwrap();
    let own = book.lines().find(|line| line.own).unwrap();
    assert_eq!(wrong(&book, &own, "Tulips first: the prices."), Vec::<String>::new());
}

/// «Отложим. Дальше: листовка.» is a line; a question that begins with its word is none.
#[test]
fn a_short_line_has_to_be_a_sentence_by_itself() {
    let book = Phrasebook::built_in();
    for (lang, words, line) in [
        (Lang::En, "Ha! Let's move on.", true),
        (Lang::En, "Next: the prices.", true),
        (Lang::En, "Let's move on to the part with the goat!", false),
        (Lang::En, "And next you tell me about the captain.", false),
        (Lang::En, "Next", false),
        (Lang::Ru, "Отложим. Дальше: листовка.", true),
        (Lang::Ru, "Ой, мило! Идём дальше.", true),
        (Lang::Ru, "А дальше что было?", false),
        (Lang::Ru, "Дальше рассказывайте!", false),
        (Lang::Ru, "", false),
    ] {
        assert_eq!(book.line_said(lang, words).is_some(), line, "{words}");
    }
}
