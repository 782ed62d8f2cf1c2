//! Drafts: what each kind of message gets, and that every draft passes the rules, whatever comes.

use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use segue_core::{Address, Lang, Tone, Words};
use segue_phrasebook::ReplyVoice;
use segue_reply::{
    Draft, DraftKind, Extent, Fault, Manners, Message, Need, Understood, Wishes, drafts, faults, read, understand,
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

const PIECES: [&str; 34] = [
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
