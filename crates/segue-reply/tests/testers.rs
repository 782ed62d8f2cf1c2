//! What a tester found: each class of fault with its neighbours, in both languages.

mod common;

use common::{CHEER, answered, message, none_says};
use segue_core::Address;
use segue_reply::{AskKind, Mood, address_of};

#[test]
fn despair_is_no_complaint() {
    for text in [
        "I cannot go on like this, I don't see the point of anything.",
        "I can't go on like this.",
        "There's no point to anything any more.",
        "Everything feels pointless, I just want it all to stop.",
        "I can't do this anymore. I want to disappear.",
        "Nothing matters anymore.",
        "Я так больше не могу, не вижу смысла ни в чём.",
        "Ни в чём нет смысла.",
        "Больше нет сил ни на что, всё бессмысленно.",
        "Не хочу просыпаться.",
        "Так больше не могу.",
    ] {
        let (understood, _) = answered(text);
        assert!(understood.care && !understood.displeased, "{text}");
    }
    for text in [
        "The site is down. I cannot go on like this, please fix it.",
        "Так больше не могу, третий раз переделываем баннер.",
        "I don't see the point of a second banner.",
        "Не вижу смысла в третьем баннере.",
    ] {
        assert!(!answered(text).0.care, "{text}");
    }
}

#[test]
fn serious_news_is_not_missed() {
    for text in [
        "I'm in A&E with my daughter.",
        "My mum had a fall and is in the ER, so the call is off",
        "My daughter has been rushed to hospital, so the call is off.",
        "I've started drinking again and I'm ashamed. The texts are late because of it.",
        "They let me go yesterday, Anna will take over the project.",
        "Квартира сгорела, живём у друзей. Оплату сдвинем?",
        "У нас сгорела мастерская.",
        "Меня сократили, проект передаю Ане.",
        "Снова пью, стыдно. Тексты поэтому опаздывают.",
        "Сижу в приёмном покое с дочкой.",
    ] {
        assert!(answered(text).0.care, "{text}");
    }
    for text in ["Мы сократили текст на странице.", "Сократите текст, пожалуйста.", "Nobody let me into the folder."]
    {
        assert!(!answered(text).0.care, "{text}");
    }
    for text in ["I have a terrible cold, so I am slow today.", "Простудилась, лежу с температурой, тексты завтра."]
    {
        let (understood, drafts) = answered(text);
        assert_eq!((understood.care, understood.mood), (false, Some(Mood::Hard)), "{text}");
        none_says(text, &drafts, &CHEER);
    }
}

#[test]
fn words_of_the_work_get_no_condolences() {
    for text in [
        "Per my last email, I'm still waiting on the breakdown. Kindly advise.",
        "Could you send a breakdown of hours?",
        "We lost the old domain, it died in March. Can you renew it?",
        "We lost our access to the analytics.",
        "My old laptop died, so I lost my drafts.",
        "We are a funeral home and need a calm website. When can you start?",
        "We are a divorce law firm. Could you quote a website?",
        "I run a hospice charity and we need a logo.",
        "Мы похоронное бюро, нужен спокойный сайт. Когда можете начать?",
        "Мы клиника онкологии, нужен сайт.",
        "Старый домен умер в марте, продлите?",
        "Мы потеряли доступ к домену.",
    ] {
        assert!(!answered(text).0.care, "{text}");
    }
    for text in [
        "We lost my dad in March.",
        "My mother had a breakdown.",
        "I had a breakdown last week.",
        "I work at a funeral home and my father died yesterday.",
        "We lost our house, so the website has to wait.",
    ] {
        assert!(answered(text).0.care, "{text}");
    }
}

#[test]
fn anger_is_not_thanked_for() {
    let thanks = ["ind of you", "Thank you for", "Thanks for", "Спасибо", "Приятно", "открыто"];
    for text in [
        "Ну что там с сайтом????? Третий день жду!!! Вы вообще работаете или как? Я деньги заплатил, верните тогда обратно!",
        "Вам вообще интересно этим заниматься? Сайт лежит.",
        "Сайт не работает третий день, клиенты уходят! Вы вообще работаете?",
        "Вы вообще читаете мои письма? Когда будет готово?",
        "You are the worst designer I have ever worked with. Unbelievable.",
        "Вы худший дизайнер, с которым я работал. Позор.",
        "Hi, I'd like a refund.",
        "Are you even working on this?",
        "Are you kidding me?",
        "This is ridiculous. Two weeks and nothing.",
        "Вы издеваетесь?",
        "Как вам не стыдно!",
        "Верните аванс.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.displeased && !understood.fishing, "{text}");
        none_says(text, &drafts, &CHEER);
        none_says(text, &drafts, &thanks);
    }
    for text in ["Hi, I'd like a refund.", "Верните аванс.", "Я деньги заплатил, верните тогда обратно!"]
    {
        assert_eq!(answered(text).0.asks.iter().map(|ask| ask.kind).collect::<Vec<_>>(), [AskKind::Yes], "{text}");
    }
}

#[test]
fn what_is_to_stop_is_not_promised() {
    for text in [
        "Please cancel the project, we have decided to go with someone in-house.",
        "Please stop work on phase two.",
        "Cancel the order please.",
        "Please cancel the Monday call.",
        "Please put the newsletter on hold.",
        "Can we cancel Thursday's meeting?",
        "Отмените встречу в понедельник.",
        "Отмени, пожалуйста, созвон.",
        "Остановите работу над вторым этапом.",
        "Приостановите проект, пожалуйста.",
    ] {
        assert_eq!(answered(text).0.asks.iter().map(|ask| ask.kind).collect::<Vec<_>>(), [AskKind::Stop], "{text}");
    }
    for text in [
        "Don't bother sending the invoice until March.",
        "If anything is missing, let me know.",
        "Let me know if you have any questions.",
        "Если чего-то не хватает, дайте знать.",
        "Если будут вопросы, пишите.",
        "Договорились, жду тебя завтра",
        "Жду вас в четверг.",
    ] {
        assert!(answered(text).0.asks.is_empty(), "{text}");
    }
    assert_eq!(answered("Жду макет к пятнице.").0.asks.len(), 1);
}

#[test]
fn more_work_for_the_same_money_is_never_a_yes() {
    for text in [
        "можно к этой задаче ещё добавить личный кабинет, рассылку и чат-бота? Это же недолго, в рамках той же сметы)",
        "No need to change the quote right?",
        "Can you also add a login area? It should be within the same budget.",
        "Could you throw in a logo for free?",
        "While you're at it, could you add a chatbot? It's quick, right?",
        "The price stays the same, right?",
        "Заодно сделайте рассылку, это же пять минут.",
        "А можно бесплатно ещё баннер?",
        "Ещё одну страничку в рамках сметы сделаете?",
        "Смету менять не надо же?",
    ] {
        assert_eq!(answered(text).0.asks.iter().map(|ask| ask.kind).collect::<Vec<_>>(), [AskKind::Extra], "{text}");
    }
    for text in ["Can you add the logo to the footer?", "Добавьте, пожалуйста, логотип в подвал."]
    {
        assert_eq!(answered(text).0.asks.iter().map(|ask| ask.kind).collect::<Vec<_>>(), [AskKind::Do], "{text}");
    }
}

#[test]
fn sympathy_and_congratulations_go_to_whom_they_concern() {
    for (text, mood) in [
        ("Are you ok? You sounded tired on the call. I worry about you. Any news on the quote?", Some(Mood::Fishing)),
        ("You looked exhausted yesterday. Are you sleeping enough?", Some(Mood::Fishing)),
        ("I heard you were ill. Feeling better?", Some(Mood::Fishing)),
        ("Как ваше здоровье? Слышала, вы болели. Что врач сказал? И смету бы.", Some(Mood::Fishing)),
        ("Ты устала, по голосу слышно. Всё хорошо?", Some(Mood::Fishing)),
        ("Дана, с днём рождения!!! Сколько стукнуло?", Some(Mood::Wishes)),
        ("Happy birthday, Dana!", Some(Mood::Wishes)),
        ("Congratulations on the baby!", Some(Mood::Wishes)),
        ("Выздоравливайте! Макет смотрю.", Some(Mood::Wishes)),
        ("С наступающим!", Some(Mood::Wishes)),
        ("Can you not send me invoices at 11pm please? My wife is pregnant and the ping wakes her.", Some(Mood::Plain)),
        ("My wife is pregnant!", Some(Mood::Good)),
        ("I'm tired, the kids are ill. And how are you?", Some(Mood::Hard)),
    ] {
        assert_eq!(answered(text).0.mood, mood, "{text}");
    }
}

#[test]
fn asks_are_neither_lost_nor_garbled_nor_invented() {
    for (text, asked) in [
        ("Do you have time for a quick call now?", &[(AskKind::Meet, "Do you have time")][..]),
        (
            "I want to know today when it will be fixed and who is going to pay for this.",
            &[(AskKind::When, "I want to know today"), (AskKind::Open, "who is going to pay")],
        ),
        (
            "We still haven't received the keys to the hosting account, and I need them before the audit.",
            &[(AskKind::Send, "We still haven't received the keys")],
        ),
        ("привет, кинь реквизиты", &[(AskKind::Send, "кинь реквизиты")]),
        (
            "Дана, вышлите акт, и договор, и счёт, и скажите во сколько завтра встреча",
            &[(AskKind::Send, "Дана, вышлите акт"), (AskKind::Meet, "скажите во сколько")],
        ),
        (
            "So the school called again about the trip, anyway I can't find the invoice and if you could send that again I'd be grateful, we leave at six",
            &[(AskKind::Send, "if you could send that again")],
        ),
        ("Which, ha, she's not wrong?", &[]),
        (
            "It would be good to know how many hours are left on the retainer. Also let me know if Monday works",
            &[(AskKind::Open, "It would be good to know"), (AskKind::Yes, "Also let me know if Monday")],
        ),
        ("По баннеру: цвет меняем на зелёный, утверждаю.", &[]),
        ("I was wondering whether the newsletter went out on Tuesday", &[(AskKind::Yes, "I was wondering")]),
        ("Or Friday 9am CET would work for Jonas and me.", &[]),
        ("1. Hi Dana, can we talk Thursday about the launch?", &[(AskKind::Meet, "can we talk Thursday")]),
        ("are you free to look at the pricing table tomorrow?", &[(AskKind::Yes, "are you free")]),
        ("Still no contract from you.", &[(AskKind::Send, "Still no contract")]),
        ("Договора так и нет.", &[(AskKind::Send, "Договора так и нет")]),
    ] {
        let (understood, _) = answered(text);
        let found: Vec<_> = understood.asks.iter().map(|ask| (ask.kind, ask.text.as_str())).collect();
        assert_eq!(found.len(), asked.len(), "{text}: {:?}", found.iter().map(|one| one.0).collect::<Vec<_>>());
        for ((kind, head), (wanted, begins)) in found.into_iter().zip(asked) {
            assert!(kind == *wanted && head.starts_with(begins), "{text}: {kind:?} {head}");
        }
    }
}

#[test]
fn nothing_untrue_is_acknowledged() {
    for text in [
        "ок",
        "Спасибо огромное, всё супер!",
        "Thanks so much, it's perfect. Nothing else from me.",
        "Great, approved!",
        "Получила макет, спасибо!",
        "Договора так и не получил.",
    ] {
        none_says(text, &answered(text).1, &["дошло", "пришло", "got it", "I have it", "eceived", "good to have"]);
    }
    for text in ["Файлы во вложении.", "I've paid the invoice.", "Here are the texts."] {
        assert!(answered(text).0.brings, "{text}");
    }
    for text in [
        "Скажи честно, ты на меня обиделась? Я вчера лишнего наговорил. Прости.",
        "Are you angry with me? I said too much yesterday. Sorry.",
        "You used to have time for me.",
        "Раньше вы находили для меня время.",
    ] {
        none_says(text, &answered(text).1, &["обиды", "короче", "ни при чём", "nothing wrong", "shorter", "nothing you did"]);
    }
}

#[test]
fn the_form_of_address_is_that_of_the_requests() {
    for (text, address) in [
        ("давай созвонимся завтра в 10?", Address::Ty),
        ("не забудь про договор", Address::Ty),
        ("никому не говори пока, но давай запуск сдвинем на неделю", Address::Ty),
        ("кинь реквизиты", Address::Ty),
        ("Скинешь макет?", Address::Ty),
        ("Привет! Макет отличный.", Address::Ty),
        ("Отмени созвон, пожалуйста", Address::Ty),
        ("Давайте созвонимся завтра в 10?", Address::Vy),
        ("Не забудьте про договор", Address::Vy),
        ("Привет! Пришлите макет", Address::Vy),
        ("Сможете до пятницы?", Address::Vy),
        ("Нужно лишь поменять цвет на сайте", Address::Vy),
        ("Ты пришли, а вашу копию мы потом отправим тебе", Address::Ty),
        ("Макет получен", Address::Vy),
        ("Привет! Макет о вашем салоне и о вашем зале, а тебе спасибо", Address::Vy),
        ("Привет! Дело в защите и в твоём макете", Address::Ty),
        ("Привет! Речь о защите", Address::Ty),
        ("Торопитесь?", Address::Vy),
        ("Не торопишься?", Address::Ty),
    ] {
        assert_eq!(address_of(&message(text)), address, "{text}");
    }
}

#[test]
fn a_request_is_not_given_back_to_whom_something_serious_happened() {
    for text in [
        "my dog died yesterday. Can you send the invoice?",
        "My father died on Sunday. Could you fix the header?",
        "Вчера умерла моя собака. Пришлёте счёт?",
        "У меня в воскресенье умер папа. Когда будет готов макет?",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.care && understood.asks.len() == 1, "{text}");
        none_says(text, &drafts, &["deal with", "если сейчас есть силы", "Can you", "Could you", "Пришлёте", "Когда будет"]);
        none_says(text, &drafts, &CHEER);
    }
}

#[test]
fn hasty_messages_are_parted_and_each_ask_has_its_place() {
    for (text, asked) in [
        (
            "loved the draft omg. my dog just ate a whole lasagne lol so if I go quiet I'm at the vet. can u make the header green \
             instead of blue and is there any chance we get it live before black friday? also u around for a drink thurs? x",
            &[(AskKind::Do, "can u make the header"), (AskKind::Yes, "is there any chance")][..],
        ),
        (
            "Please confirm that you can do that day and send me your fee for a half day as well.",
            &[(AskKind::Yes, "Please confirm"), (AskKind::Price, "send me your fee")],
        ),
        ("Пришлите вашу ставку за полдня.", &[(AskKind::Price, "Пришлите вашу ставку")]),
        ("I am writing because we have decided to change the time of the workshop, it is now the 15th of January.", &[]),
        ("You must come in spring and we will feed you properly.", &[]),
        ("Приезжайте весной, накормим как следует!", &[]),
        ("u around for a drink thurs?", &[]),
        ("Результаты пришли: всё чисто!", &[]),
    ] {
        let (understood, _) = answered(text);
        let found: Vec<_> = understood.asks.iter().map(|ask| (ask.kind, ask.text.as_str())).collect();
        assert_eq!(found.len(), asked.len(), "{text}: {:?}", found.iter().map(|one| one.0).collect::<Vec<_>>());
        for ((kind, head), (wanted, begins)) in found.into_iter().zip(asked) {
            assert!(kind == *wanted && head.starts_with(begins), "{text}: {kind:?} {head}");
        }
    }
    for text in
        ["u around for a drink thurs?", "You must come in spring and we will feed you properly.", "Приезжайте весной, накормим!"]
    {
        assert_eq!(answered(text).0.mood, Some(Mood::Invitation), "{text}");
    }
}
