//! Answers of a language model, good ones and lies, and what is made of each.

use segue_core::{Address, Kind, Lang, Rung, Tone};
use segue_phrasebook::{Announcement, Change, Phrasebook, announcement, announcement_letter};
use segue_phrasebook::{Length, NewRule, Why};
use segue_voice::{Ask, Fault, Shape, check_draft, check_line};

struct Case {
    lang: Lang,
    address: Address,
    rung: Rung,
    text: &'static str,
}

impl Case {
    fn check(&self, answer: &str) -> Result<(), Fault> {
        let Self { lang, address, rung, text } = *self;
        let ask = Ask { shape: Shape::Line, lang, address, text, samples: &[] };
        let change = Change::Add { rung, lang, tone: Tone::Warm, kind: Kind::Client, address: None, text: answer.to_owned() };
        check_line(answer, &ask, rung, &Phrasebook::built_in(), &change)
    }
}

const PARK_EN: Case = Case {
    lang: Lang::En,
    address: Address::Vy,
    rung: Rung::Park,
    text: "Let's keep that for the end. First, this one: {next-item}.",
};
const PARK_RU: Case = Case {
    lang: Lang::Ru,
    address: Address::Vy,
    rung: Rung::Park,
    text: "Вернёмся к этому в конце. А пока вот что: {next-item}.",
};

#[test]
fn a_line_in_other_words_is_fine() {
    for (case, answers) in [
        (
            &PARK_EN,
            [
                "Keep that one for the end, would be lovely. Now: {next-item}.",
                "I'd love to come back to that at the end. First: {next-item}.",
                "Put a pin in that for the end. On with {next-item}.",
            ],
        ),
        (
            &PARK_RU,
            [
                "Оставим это на конец, хорошо. Сейчас у нас {next-item}.",
                "Запишу, вернёмся в конце. А теперь {next-item}.",
                "Давайте это в конце. Сначала {next-item}.",
            ],
        ),
    ] {
        for answer in answers {
            assert_eq!(case.check(answer), Ok(()), "{answer}");
        }
    }
}

#[test]
fn lies_are_turned_down_with_their_reason() {
    let mut wrong = Vec::new();
    let long = "and then we go on with it and on ".repeat(25);
    for (case, answer, reason) in [
        (&PARK_EN, "Let's keep that for the end. The invoice is paid. Now: {next-item}.", "states something new"),
        (&PARK_EN, "For the end, as Martin says. First, this one: {next-item}.", "name “Martin”"),
        (&PARK_EN, "That's for the end. 10 minutes for {next-item}.", "number “10”"),
        (&PARK_EN, "Tomorrow, okay. First, this one: {next-item}.", "tomorrow"),
        (&PARK_EN, "Let's keep that for the end, I'll send it over. Now: {next-item}.", "promises"),
        (&PARK_EN, "Let's keep that for the end, any time you like. Now: {next-item}.", "promises"),
        (&PARK_EN, "How is your sister? Keep the rest for the end. {next-item}.", "asks more"),
        (&PARK_EN, "Tell me everything at the end. First, this one: {next-item}.", "invites more"),
        (&PARK_EN, "My sister did that too, it was wild. Later. Now: {next-item}.", "lead back"),
        (&PARK_EN, "Enough of this small talk. Now: {next-item}.", "may hurt"),
        (&PARK_EN, "Let's keep that for the end. First, this one: the logo.", "braces"),
        (&PARK_EN, "Вернёмся к этому в конце. А пока: {next-item}.", "another language"),
        (&PARK_EN, "Das machen wir am Ende. Jetzt erst: {next-item}.", "another language"),
        (&PARK_EN, "Let's keep that for the end.\nFirst, this one: {next-item}.", "more than one line"),
        (&PARK_EN, &long, "It takes about"),
        (&PARK_EN, "", "no words"),
        (&PARK_RU, "Вернёмся в конце. Счёт уже оплачен. Сейчас {next-item}.", "states something new"),
        (&PARK_RU, "Вернёмся в конце, спросим Игоря. Сейчас {next-item}.", "name “Игоря”"),
        (&PARK_RU, "Вернёмся к этому в четверг. Сейчас {next-item}.", "promises"),
        (&PARK_RU, "Вернёмся в конце, обещаю. Сейчас {next-item}.", "promises"),
        (&PARK_RU, "Как ваша сестра? Вернёмся в конце. Сейчас {next-item}.", "asks more"),
        (&PARK_RU, "Расскажите всё в конце. А пока вот что: {next-item}.", "invites more"),
        (&PARK_RU, "Давай это в конце. Сейчас {next-item}.", "form of address"),
        (&PARK_RU, "Успеешь в конце. Сейчас {next-item}.", "form of address"),
        (&PARK_RU, "Вернёмся, не торопишься. Сейчас {next-item}.", "form of address"),
        (&PARK_RU, "Let's keep that for the end. Now: {next-item}.", "language"),
        (&PARK_RU, "Повернімося до цього в кінці. Зараз {next-item}.", "another language"),
    ] {
        match case.check(answer).map_err(|fault| fault.in_words(Lang::En)) {
            Err(fault) if fault.contains(reason) => {}
            other => wrong.push((answer, other)),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_line_that_is_there_already_is_no_new_one() {
    let own = "Keep that one for the end, would be lovely. Now: {next-item}.";
    let book = Phrasebook::built_in();
    let ask = Ask { shape: Shape::Line, lang: Lang::En, address: Address::Vy, text: PARK_EN.text, samples: &[] };
    let change = Change::Add {
        rung: Rung::Park,
        lang: Lang::En,
        tone: Tone::Warm,
        kind: Kind::Client,
        address: None,
        text: own.to_owned(),
    };
    let with = book.with_changes(std::slice::from_ref(&change)).unwrap();
    assert!(check_line(own, &ask, Rung::Park, &with, &change).is_err());
}

fn plan(lang: Lang) -> Announcement {
    Announcement {
        lang,
        name: Some("{name}".into()),
        why: Some(Why::BusySeason),
        rule: NewRule::ChatAtEnd,
        minutes: Some(45),
        ..Announcement::default()
    }
}

#[test]
fn drafts_keep_to_what_they_say() {
    for lang in [Lang::En, Lang::Ru] {
        let plan = plan(lang);
        let (script, letter) = (announcement(&plan, Length::HalfMinute), announcement_letter(&plan));
        for text in [script.as_str(), letter.body.as_str()] {
            let ask = Ask { shape: Shape::Draft, lang, address: Address::Vy, text, samples: &[] };
            let check = |answer: &str| check_draft(answer, &ask);
            let (thanks, promise, fact, asks, private, foreign) = match lang {
                Lang::En => (
                    "Thank you!",
                    "I'll send you a plan.",
                    "We start at 9.",
                    "How are the kids?",
                    "My mother is in hospital and I cry a lot.",
                    "Wir fangen dann mit der Arbeit an und machen das so.",
                ),
                Lang::Ru => (
                    "Спасибо!",
                    "Пришлю вам план.",
                    "Начнём в 9.",
                    "Как дети?",
                    "Моя сестра разводится, и я плачу по ночам.",
                    "We then begin with the work and do it so.",
                ),
            };
            assert_eq!(check(&format!("{text}\n\n{thanks}")), Ok(()), "{text}");
            for lie in [promise, fact, asks, private] {
                assert!(check(&format!("{text}\n\n{lie}")).is_err(), "{text} {lie}");
            }
            assert!(check(&[foreign; 8].join(" ")).is_err());
            assert!(check(&text.replace("45", "60")).is_err());
            assert!(check(&text.replace("45", "")).is_err());
            assert_eq!(check(&[text; 3].join(" ")), Err(Fault::TooLong));
            assert_eq!(check("Ok."), Err(Fault::TooShort));
        }
    }
}
