//! What anybody would take for private is, also in a call of nine turns of which nobody told what it is about: so people try the
//! program first.

use segue_core::{Label, Lang, Role};
use segue_topic::{Model, Said, Setting, read_both};

const WORK: [[&str; 8]; 2] = [
    [
        "Hi Dana, shall we start with the booking page?",
        "Yes. I moved the calendar above the price, and the deposit is a setting now.",
        "Good. I need the address and a map in the confirmation email.",
        "Fine, that goes live on the 14th if the text comes on Tuesday.",
        "Right. The next thing is the invoice for October.",
        "I paid it today. The deposit for November follows on the first.",
        "Thanks. The mockup comes on Friday, I need the login and the list of rooms.",
        "I will send the login today.",
    ],
    [
        "Дана, добрый день! Начнём с каталога?",
        "Да, я разложила товары по разделам, цены берём из базы.",
        "Хорошо. Светильники надо отдельно от люстр, и фильтр по цвету.",
        "Сделаю, выгрузка остатков каждую ночь, Паша настроит доступ.",
        "Так. Дальше у нас договор на второй этап.",
        "Согласуем за два дня, сумма 180 тысяч.",
        "Макет пришлю в пятницу, жду логин к базе.",
        "Пришлю логин сегодня.",
    ],
];

/// With the whole call in view, the label of a turn of the client's in the middle of work.
fn label(lang: Lang, text: &str) -> Label {
    let model = Model::embedded();
    let work = WORK[lang as usize];
    let mut turns: Vec<&str> = work[..4].to_vec();
    turns.push(text);
    turns.extend(&work[4..]);
    let role = |i: usize| if i.is_multiple_of(2) { Role::Client } else { Role::Me };
    let said: Vec<Said<'_>> =
        turns.into_iter().enumerate().map(|(i, text)| Said { role: role(i), goes_on: false, text }).collect();
    let (_, whole) = read_both(model, Setting::new(model, lang, false, "", &[]), &said);
    whole[4].label
}

#[test]
fn one_private_turn_in_a_short_call_is_private() {
    for (lang, texts) in [
        (
            Lang::En,
            vec![
                "By the way, are you married? Do you have kids?",
                "Do you have a boyfriend?",
                "How old are you, if I may ask?",
                "Do you believe in God?",
                "My wife and I are thinking of moving to Portugal.",
                "By the way, my wife left me last month.",
                "My mother is in hospital with a stroke.",
                "What do you do at weekends?",
                "My daughter got into Oxford!",
                "Guess what I cooked last night, a proper lasagne.",
                "We are getting a puppy on Saturday.",
            ],
        ),
        (
            Lang::Ru,
            vec![
                "А вы замужем? Дети есть?",
                "А сколько тебе лет, если не секрет?",
                "В бога веришь?",
                "Мы с женой думаем переехать в Португалию.",
                "Кстати, от меня жена ушла месяц назад.",
                "Мама в больнице с инсультом.",
                "Что на выходных делаешь?",
                "Дочка поступила в МГУ!",
                "Вчера такую лазанью приготовил, закачаешься.",
                "Мы щенка берём в субботу.",
            ],
        ),
    ] {
        let missed: Vec<_> = texts.iter().filter(|text| !label(lang, text).is_private()).collect();
        assert!(missed.len() <= 1, "{missed:?}");
    }
}

#[test]
fn work_in_the_same_place_stays_work() {
    for (lang, texts) in [
        (
            Lang::En,
            vec![
                "The wedding package needs its own page, the brides ask for the menu.",
                "Our receptionist quit, so the phone number on the page changes.",
                "Can the family rooms come first in the list?",
            ],
        ),
        (
            Lang::Ru,
            vec![
                "Детские люстры вынесем в свой раздел, мамы их ищут.",
                "Менеджер у нас уволился, телефон на сайте поменяется.",
                "Свадебные гирлянды тоже нужны отдельно.",
            ],
        ),
    ] {
        for text in texts {
            assert!(!label(lang, text).is_private(), "{text}");
        }
    }
}
