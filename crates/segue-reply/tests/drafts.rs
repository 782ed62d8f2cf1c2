//! Drafts: what each kind of message gets, and that every draft passes the rules, whatever comes.

use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use segue_core::{Address, Lang, Tone, Words};
use segue_phrasebook::ReplyVoice;
use segue_reply::{
    AskKind, Draft, DraftKind, Extent, Fault, Manners, Message, Mood, Need, Understood, Wishes, drafts, faults, read, understand,
};

fn wishes() -> Wishes {
    Wishes { me: None, client: None, lang: None, channel: None, zone: TimeZone::UTC }
}

fn message(text: &str) -> Message {
    read(text.as_bytes(), &wishes()).unwrap()
}

fn manners(lang: Lang, address: Address, tone: Tone) -> Manners {
    Manners { voice: ReplyVoice { lang, tone, address }, client: Some("Viktor".into()), ..Manners::default() }
}

fn answered(text: &str, hours: bool) -> (Understood, Vec<Draft>) {
    let message = message(text);
    let understood = understand(&message, "");
    // Thursday, a quarter to midnight.
    let night = date(2026, 11, 26).at(23, 45, 0, 0);
    let manners = Manners {
        office_hours: hours.then(|| "mon-fri 9-18".parse().unwrap()),
        sent: Some(night),
        now: Some(night),
        ..manners(message.lang, Address::Vy, Tone::Warm)
    };
    let drafts = drafts(&understood, &manners);
    for draft in &drafts {
        let found = faults(draft, &understood, manners.extent, Some("Viktor"));
        assert!(found.is_empty(), "{found:?}: {}", draft.text.as_str());
    }
    (understood, drafts)
}

fn kinds(drafts: &[Draft]) -> Vec<DraftKind> {
    drafts.iter().map(|draft| draft.kind).collect()
}

fn asked(understood: &Understood) -> Vec<AskKind> {
    understood.asks.iter().map(|ask| ask.kind).collect()
}

#[test]
fn every_question_gets_its_place() {
    for (text, slots) in [
        (
            "When will the mobile version be ready? What does the extra page cost? Please send the logo to the printer.",
            ["[date]", "[amount]", "[by when]"],
        ),
        (
            "Когда будет готова мобильная версия? Сколько стоит ещё одна страница? Пришлите, пожалуйста, логотип в типографию.",
            ["[дата]", "[сумма]", "[к какому сроку]"],
        ),
    ] {
        let (understood, drafts) = answered(text, false);
        assert_eq!(understood.asks.len(), 3, "{text}");
        assert_eq!(kinds(&drafts), [DraftKind::Answering, DraftKind::SayingWhen, DraftKind::Short]);
        for slot in slots {
            assert!(drafts[0].text.as_str().contains(slot), "{slot}: {}", drafts[0].text.as_str());
        }
    }
}

#[test]
fn grave_news_gets_care_and_no_business() {
    for text in [
        "My father died on Sunday and I can't think straight. Could you send me the invoice again?",
        "У меня в воскресенье умер папа, ничего не соображаю. Пришлите, пожалуйста, ещё раз счёт.",
    ] {
        let (understood, drafts) = answered(text, true);
        assert!(understood.care && understood.asks.len() == 1, "{text}");
        assert_eq!(kinds(&drafts), [DraftKind::Humane, DraftKind::HumaneAndAnswering, DraftKind::Short]);
        assert!(!drafts[0].text.as_str().contains('['), "{}", drafts[0].text.as_str());
        for word in ["father", "Sunday", "папа", "воскресен", "9:00"] {
            assert!(drafts.iter().all(|draft| !draft.text.as_str().contains(word)), "{word}");
        }
    }
}

#[test]
fn grave_words_of_the_work_are_no_grave_news() {
    for text in [
        "The printer died again, can you send the file to the other one?",
        "This deadline is killing me. When can I have the draft?",
        "Сервер умер, посмотрите, пожалуйста.",
    ] {
        assert!(!answered(text, false).0.care, "{text}");
    }
}

#[test]
fn urgent_business_at_midnight_gets_the_morning() {
    for (text, morning) in [
        ("URGENT: the checkout is down. Can you fix it right now?", "tomorrow at 9:00"),
        ("Срочно: корзина не работает. Посмотрите прямо сейчас?", "завтра в 9:00"),
    ] {
        let (understood, drafts) = answered(text, true);
        assert!(understood.urgent);
        assert_eq!(drafts[0].kind, DraftKind::SayingWhen);
        assert!(drafts[0].text.as_str().contains(morning), "{}", drafts[0].text.as_str());
        let (_, by_day) = answered(text, false);
        assert!(by_day.iter().all(|draft| !draft.text.as_str().contains(morning)));
    }
}

#[test]
fn questions_about_me_are_not_answered_and_not_asked_back() {
    for text in ["Are you married? Do you have kids?", "А вы замужем? У вас есть дети?"] {
        let (understood, drafts) = answered(text, false);
        assert!(understood.fishing && understood.asks.is_empty(), "{text}: {:?}", understood.asks);
        assert!(drafts.iter().all(|draft| !draft.text.as_str().contains('?')));
    }
}

#[test]
fn dates_that_move_the_work_are_named_back_as_they_stand() {
    for (text, dates) in [
        ("I'll be away from 3 to 10 December, we are going to my sister's wedding.", "from 3 to 10 December"),
        ("Меня не будет с 3 по 10 декабря, едем к сестре на свадьбу.", "с 3 по 10 декабря"),
    ] {
        let (understood, drafts) = answered(text, false);
        assert!(understood.moves_work, "{text}");
        assert!(drafts[0].text.as_str().contains(dates), "{}", drafts[0].text.as_str());
        assert!(!drafts[0].text.as_str().contains("sister") && !drafts[0].text.as_str().contains("сестр"));
    }
}

#[test]
fn ten_replies_do_not_read_the_same_and_one_is_always_the_same() {
    let texts: std::collections::BTreeSet<String> = (0..10)
        .map(|n| answered(&format!("Could you send me the invoice number {n}?"), false).1[0].text.as_str().to_owned())
        .collect();
    assert!(texts.len() >= 2, "{texts:?}");
    let [one, again] = [0, 1].map(|_| answered("Could you send me the invoice?", false).1);
    assert_eq!(one, again);
}

#[test]
fn a_mixed_sentence_is_named_without_its_private_part() {
    let (understood, drafts) = answered(
        "My mother is in hospital after surgery, so could we move Thursday's call? And what does the new page cost?",
        false,
    );
    assert!(understood.care);
    assert_eq!(understood.asks.len(), 2);
    assert_eq!(understood.sentences[0].need, Need::Care);
    assert!(drafts.iter().all(|draft| !draft.text.as_str().contains("mother") && !draft.text.as_str().contains("surgery")));
}

/// A client who says «ты» is quoted in an answer that says «вы»: nothing is mixed.
#[test]
fn a_quoted_ask_is_not_a_mixed_address() {
    let (understood, _) = answered("Если он тебе позвонит насчёт сайта, что скажешь? У меня вчера умер отец.", true);
    let text = "Мне так жаль. А это о работе, на потом, когда у вас будут силы: Если он тебе позвонит насчёт сайта, что скажешь? — [да / нет] Берегите себя.";
    let draft = Draft { kind: DraftKind::HumaneAndAnswering, subject: None, text: Words::new(text) };
    let wrong = faults(&draft, &understood, Extent::Chat, None);
    assert!(!wrong.contains(&Fault::MixedAddress), "{wrong:?} {:?}", understood.asks.len());
    let draft = Draft {
        text: Words::new("Мне так жаль. У тебя всё получится, берегите себя, и пусть вам будет легче."),
        ..draft
    };
    assert!(faults(&draft, &understood, Extent::Chat, None).contains(&Fault::MixedAddress));
}

#[test]
fn who_does_not_want_to_live_is_met_with_care() {
    for text in [
        "I do not want to live any more.",
        "I think about killing myself.",
        "The invoice is paid. I just want to end my life, sorry about the logo.",
        "sometimes i want to die",
        "I'm scared to death, everybody would be better off without me",
        "Думаю о самоубийстве.",
        "Хочется покончить с собой.",
        "Мысли убить себя, но сайт хороший.",
        "жить больше не хочу",
        "Не хочу больше жить.",
    ] {
        let (understood, drafts) = answered(text, false);
        assert!(understood.care, "{text}");
        assert_eq!(drafts[0].kind, DraftKind::Humane, "{text}");
    }
    // A project about it changes nothing for who speaks of themselves.
    let understood = understand(&message("I want to kill myself."), "A website for a hotline against suicide");
    assert!(understood.care);
    for text in ["I am killing myself laughing about the old logo.", "Хочу умереть от смеха с этого баннера."]
    {
        assert!(!answered(text, false).0.care, "{text}");
    }
}

#[test]
fn what_is_not_to_be_done_is_not_promised() {
    for (text, kinds_of_asks) in [
        ("Please do NOT send the invoice yet.", vec![]),
        ("No need to send the fonts.", vec![]),
        ("You do not need to change the header.", vec![]),
        ("Please don't change the header, just send me the file.", vec![AskKind::Send]),
        ("Please don't forget to send the invoice.", vec![AskKind::Send]),
        ("Don't we need to change the header?", vec![AskKind::Do]),
        ("Пожалуйста, пока не присылайте счёт.", vec![]),
        ("Не надо менять шапку.", vec![]),
        ("Шрифты присылать не нужно.", vec![]),
        ("Шапку не меняйте, пришлите только макет.", vec![AskKind::Send]),
        ("Пожалуйста, не забудьте прислать счёт.", vec![AskKind::Send]),
    ] {
        let (understood, _) = answered(text, false);
        assert_eq!(asked(&understood), kinds_of_asks, "{text}");
    }
}

#[test]
fn a_question_whether_something_was_done_is_answered_by_yes_or_no() {
    for (text, kinds_of_asks) in [
        ("Have you sent the invoice?", &[AskKind::Yes][..]),
        ("Did you already send the files?", &[AskKind::Yes][..]),
        ("Was the invoice paid?", &[AskKind::Yes][..]),
        ("Hi Dana, have you fixed the header?", &[AskKind::Yes][..]),
        ("Have you seen the files, and could you fix the header?", &[AskKind::Yes, AskKind::Do]),
        ("Could you send the invoice?", &[AskKind::Send][..]),
        ("Вы уже отправили счёт?", &[AskKind::Yes][..]),
        ("Ты уже посмотрела тексты?", &[AskKind::Yes][..]),
        ("Вы исправили шапку?", &[AskKind::Yes][..]),
        ("Вы не могли бы прислать счёт?", &[AskKind::Send][..]),
        ("Можете прислать счёт?", &[AskKind::Send][..]),
    ] {
        let (understood, _) = answered(text, false);
        assert_eq!(asked(&understood), kinds_of_asks, "{text}");
    }
}

#[test]
fn questions_about_the_work_are_not_refused_as_prying() {
    for text in [
        "Вы уже поправили шапку?",
        "Вы сегодня работаете над макетом?",
        "Ты уже сделал вёрстку?",
        "Are you working on the layout today?",
    ] {
        let (understood, _) = answered(text, false);
        assert!(!understood.fishing && understood.asks.len() == 1, "{text}: {} {:?}", understood.fishing, asked(&understood));
    }
}

#[test]
fn formulas_of_greeting_are_neither_stories_nor_prying() {
    for (text, asks) in [
        ("Hi Dana, how are you? The invoice arrived, thank you.", 0),
        ("Hope you are well! The texts are in the folder.", 0),
        ("Hi Dana! How are you doing today?", 0),
        ("Hope you're well. When will the draft be ready?", 1),
        ("Как дела? Когда будет готов макет?", 1),
        ("Привет, как дела? Счёт получили, спасибо.", 0),
    ] {
        let (understood, _) = answered(text, false);
        assert!(
            !understood.fishing && !understood.warm() && understood.asks.len() == asks,
            "{text}: {:?}",
            understood.sentences.iter().map(|one| one.need).collect::<Vec<_>>()
        );
    }
    for text in ["Hi, my mum died on Sunday.", "Hope you have time: my father is in hospital with a stroke."] {
        assert!(answered(text, false).0.care, "{text}");
    }
}

#[test]
fn good_medical_news_gets_no_condolences() {
    for text in [
        "The doctors say the cancer is gone!",
        "У мамы ремиссия, рака больше нет! Ура!",
        "My dad survived the heart attack and is coming home.",
        "My operation went well and I am back at work.",
        "Операция у мужа прошла успешно.",
    ] {
        let (understood, drafts) = answered(text, false);
        assert!(!understood.care && understood.mood != Some(Mood::Hard), "{text}: {:?} {:?}", understood.mood, kinds(&drafts));
    }
    for text in [
        "My dad survived the heart attack but mum died.",
        "The operation went well, however he is in a coma now, my poor dad.",
        "Great news for you: my father died on Sunday.",
        "My wife left me on our anniversary.",
        "Операция прошла успешно, но папа умер.",
    ] {
        assert!(answered(text, false).0.care, "{text}");
    }
}

#[test]
fn whoever_complains_or_leaves_is_not_answered_cheerfully() {
    for text in [
        "We have decided not to continue working with you.",
        "The site has been down for two days and nobody answered. This is unacceptable.",
        "Thanks, but this is not what we agreed. Could you fix the header?",
        "Так работать нельзя.",
        "Мы решили прекратить сотрудничество. Спасибо.",
    ] {
        let message = message(text);
        let understood = understand(&message, "");
        assert!(understood.displeased, "{text}");
        for (tone, address) in [Tone::Warm, Tone::Neutral, Tone::Direct]
            .into_iter()
            .flat_map(|tone| [Address::Ty, Address::Vy].map(|address| (tone, address)))
        {
            let manners = Manners { extent: Extent::Chat, ..manners(message.lang, address, tone) };
            let drafts = drafts(&understood, &manners);
            for draft in &drafts {
                let found = faults(draft, &understood, manners.extent, Some("Viktor"));
                assert!(found.is_empty(), "{found:?}: {}", draft.text.as_str());
                for cheer in [
                    "welcome",
                    "leasure",
                    "Gladly",
                    "good day",
                    "All the best",
                    "Хорошего",
                    "Доброго",
                    "Всего доброго",
                    "на здоровье",
                    "Не за что",
                ] {
                    assert!(!draft.text.as_str().contains(cheer), "{text}: {}", draft.text.as_str());
                }
            }
            let first = drafts[0].text.as_str();
            assert!(first.contains("hat I will do, by when]") || first.contains("то я сделаю и к какому сроку]"), "{first}");
        }
    }
}

#[test]
fn office_hours_are_told_as_they_are() {
    // Monday to Friday, nine to six.
    let (friday, saturday, monday) = (27, 28, 30);
    let at = |day, hour| date(2026, 11, day).at(hour, 30, 0, 0);
    for (name, sent, now, outside, over) in [
        ("after work on a working day", at(friday, 21), at(friday, 22), true, true),
        ("in the morning before work", at(monday, 6), at(monday, 7), true, false),
        ("on a day off", at(saturday, 12), at(saturday, 13), true, false),
        ("came within my hours", at(friday, 12), at(friday, 22), false, false),
    ] {
        for (number, lang) in (0..12).flat_map(|number| [(number, Lang::En), (number, Lang::Ru)]) {
            let text = if lang == Lang::En {
                format!("Could you send file {number}?")
            } else {
                format!("Пришлите, пожалуйста, файл {number}.")
            };
            let understood = understand(&message(&text), "");
            for tone in [Tone::Warm, Tone::Neutral, Tone::Direct] {
                let manners = Manners {
                    office_hours: "mon-fri 9-18".parse().ok(),
                    sent: Some(sent),
                    now: Some(now),
                    ..manners(lang, Address::Vy, tone)
                };
                for draft in drafts(&understood, &manners) {
                    let has = |words: &[&str]| words.iter().any(|word| draft.text.as_str().contains(word));
                    assert!(
                        outside || !has(&["utside my hours", "вне моих рабочих часов", "9:00"]),
                        "{name}: {}",
                        draft.text.as_str()
                    );
                    assert!(
                        over || !has(&["day here is over", "день закончен", "день уже кончился", "уже не за работой"]),
                        "{name}: {}",
                        draft.text.as_str()
                    );
                }
            }
        }
    }
}

#[test]
fn two_asks_in_one_sentence_have_two_places() {
    for (text, kinds_of_asks) in [
        ("Can you send me the fonts and tell me what the extra page costs?", vec![AskKind::Send, AskKind::Price]),
        ("When will the site be ready and how much does the extra page cost?", vec![AskKind::When, AskKind::Price]),
        ("Пришлите, пожалуйста, шрифты и скажите, сколько стоит вторая страница.", vec![AskKind::Send, AskKind::Price]),
        ("Can you send me the fonts and the logo?", vec![AskKind::Send]),
        ("Could you send the logo and how are you?", vec![AskKind::Send]),
    ] {
        let (understood, _) = answered(text, false);
        assert_eq!(asked(&understood), kinds_of_asks, "{text}");
    }
}

#[test]
fn the_thirteenth_question_has_its_place_too() {
    let text: String = (1..=15).map(|number| format!("When will page {number} be ready?\n")).collect();
    let (understood, drafts) = answered(&text, false);
    assert_eq!(understood.asks.len(), 15);
    assert_eq!(drafts[0].text.as_str().matches('[').count(), 15, "{}", drafts[0].text.as_str());
}

const PIECES: [&str; 40] = [
    "Please do not send the invoice yet.",
    "Have you sent the files?",
    "This is unacceptable!",
    "Так работать нельзя.",
    "I want to die",
    "Не присылайте счёт, пришлите макет и скажите, сколько стоит страница",
    "Hi Dana,",
    "Could you send me the invoice?",
    "my mother died on Sunday",
    "you used to have time for me",
    "How was your holiday?",
    "I'll be away from 3 to 10 May",
    "URGENT",
    "please fix [the logo] {now}",
    "We had a wonderful weekend with the grandchildren",
    "$5",
    "you're an angel",
    "When?",
    "How much does it cost, my husband left me, can we talk?",
    "1. Logo",
    "Thanks!",
    "so tired today 😴",
    "Здравствуйте!",
    "Пришлите, пожалуйста, счёт",
    "у меня умер папа",
    "Раньше ты находил для меня время",
    "Как отпуск?",
    "Меня не будет с 3 по 10 мая",
    "СРОЧНО",
    "поправь [логотип]",
    "Чудесно погуляли с внуками",
    "Сколько стоит, муж ушёл от меня, созвонимся?",
    "вы просто чудо",
    "Когда?",
    "Спасибо))",
    "спина болит, сил нет",
    "г. Москва, т.е.",
    "\u{202e}\u{0}",
    "а́",
    "— — —",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Whatever is written, nothing panics and every draft passes the rules.
    #[test]
    fn every_draft_passes_the_rules(
        pieces in prop::collection::vec(prop_oneof![4 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,40}"], 0..9),
        joint in prop::sample::select(vec![" ", "\n", ", ", ". ", ""]),
        ru in any::<Option<bool>>(), ty in any::<bool>(), tone in 0..3_usize, chat in any::<bool>(), late in any::<bool>(),
    ) {
        let text = pieces.join(joint);
        let wishes = Wishes { lang: ru.map(|ru| if ru { Lang::Ru } else { Lang::En }), ..wishes() };
        let Ok(message) = read(text.as_bytes(), &wishes) else { return Ok(()) };
        let understood = understand(&message, "");
        let address = if ty { Address::Ty } else { Address::Vy };
        let at = late.then(|| date(2026, 11, 28).at(23, 0, 0, 0));
        let manners = Manners {
            extent: if chat { Extent::Chat } else { Extent::Mail },
            office_hours: "mon-fri 9-18".parse().ok(),
            sent: at,
            now: at,
            next_meeting: late.then(|| "on Thursday".into()),
            me: Some("Dana".into()),
            ..manners(message.lang, address, [Tone::Warm, Tone::Neutral, Tone::Direct][tone])
        };
        let drafts = drafts(&understood, &manners);
        prop_assert!((2..=3).contains(&drafts.len()));
        for draft in &drafts {
            let found = faults(draft, &understood, manners.extent, Some("Viktor Dana"));
            prop_assert!(found.is_empty(), "{:?} in {}\nfor {}", found, draft.text.as_str(), text);
        }
    }

    /// Bytes of any kind are read or refused.
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), head in prop::sample::select(vec!["", "From: a\nSubject: b\n\n", "From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n", "<html>", "A, [1.1.2026 10:00]\n", "[25.11.2026, 10:00:00] V: "])) {
        let bytes = [head.as_bytes(), &bytes].concat();
        if let Ok(message) = read(&bytes, &wishes()) {
            let understood = understand(&message, "");
            prop_assert!(!drafts(&understood, &Manners::default()).is_empty());
        }
    }
}
