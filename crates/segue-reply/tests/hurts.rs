//! What would hurt whoever reads it: condolences to the angry, cheer to those who leave or have it hard, a mood read
//! backwards, closeness fed. Both languages.

mod common;

use common::{CHEER, answered, none_says};
use jiff::tz::TimeZone;
use segue_reply::{DraftKind, Manners, Mood, Wishes, drafts, read, understand};

#[test]
fn a_wrong_delivery_gets_no_condolences() {
    for text in [
        "Опять привезли не тот стол.",
        "Снова прислали не ту ткань! Я в бешенстве.",
        "Вы обещали в понедельник. Сегодня четверг. Где макет?",
        "Жаловаться на вас буду. Третья неделя, а кухни нет.",
        "Сайт опять лёг, я в шоке. Когда почините?",
        "Ваш курьер нахамил моей маме! Верните деньги.",
        "You promised the draft on Monday. It's Thursday. Where is it?",
        "This is the second time the delivery is wrong.",
        "I'm so angry I could scream. Your painter left the window open. Send me a refund.",
        "Your courier was rude to my mother. I want an apology.",
        "The tiles you sent are the wrong colour. I need this fixed.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.displeased && !understood.parting && !understood.care, "{text}");
        none_says(text, &drafts, &CHEER);
        none_says(text, &drafts, &["sorry", "жаль", "очувств", "Thank", "Спасибо", "ладно"]);
    }
    for text in
        ["My mother is furious about the curtains, ha.", "Я в шоке, как красиво!", "We asked another designer for the logo."]
    {
        assert!(!answered(text).0.displeased, "{text}");
    }
    for text in ["Не надо больше звонить моей маме по поводу долга.", "Please don't call my mother about the bill any more."]
    {
        let (understood, _) = answered(text);
        assert!(understood.leaves && !understood.care, "{text}");
    }
}

#[test]
fn who_ends_the_work_is_let_go_without_cheer() {
    for text in [
        "Мы закрываемся. Ипотека, долги. Спасибо вам за всё, договор расторгаем.",
        "Мы решили дальше работать с другим юристом. Передайте, пожалуйста, все документы Кравцовой.",
        "Спасибо за всё, дальше справимся сами.",
        "Услуги больше не нужны, спасибо.",
        "We're closing the shop for good at the end of the month. Thank you for everything.",
        "I have decided to go with another accountant from January. Please send all our files to Hobbs & Dean.",
        "We've decided not to renew the contract next year. Thanks for all your work!",
        "Thanks for everything, we'll take it from here ourselves.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.displeased && understood.parting, "{text}");
        none_says(text, &drafts, &CHEER);
        none_says(
            text,
            &drafts,
            &["unhappy", "isn't what you need", "недовольство", "не устраивает", "leasure", "Конечно", "Of course"],
        );
    }
    for text in
        ["Мы закрываемся в 20:00, приезжайте раньше.", "We are closing down for Christmas.", "I'm closing the shop at 6 today."]
    {
        assert!(!answered(text).0.displeased, "{text}");
    }
}

#[test]
fn misfortune_gets_sympathy_and_no_cheer() {
    for text in [
        "There was a fire at the bakery. Everyone is safe. What do I do about the website order form?",
        "My car got stolen last night with the laptop in it. I'm shaking. What can we do?",
        "Our office was broken into on Sunday. Could you resend the files?",
        "I broke my arm skiing. Send me the layout please.",
        "У дочки нашли диабет первого типа. Созвон в среду в силе?",
        "Ночью прилетело в соседний дом, мы целы, сидим в подвале. Вёрстку гляну, когда дадут свет.",
        "Нас затопили соседи сверху. Сможем сдвинуть сроки?",
        "В среду не смогу, болею. Давайте в четверг?",
        "Our dog had to be put down this morning. I'll look at the proofs tomorrow.",
        "У нас пёс умер, 13 лет с нами прожил. Правки пришлю завтра.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.care || understood.mood == Some(Mood::Hard), "{text}: {:?}", understood.mood);
        none_says(text, &drafts, &CHEER);
        none_says(text, &drafts, &["helps with the plan", "для плана это важно", "Конечно", "Of course"]);
    }
    for text in ["The site was flooded with bots.", "Сгорел дедлайн, пришлите макет.", "Болею за «Зенит», пришлите макет."]
    {
        assert_ne!(answered(text).0.mood, Some(Mood::Hard), "{text}");
    }
}

#[test]
fn moods_are_read_the_right_way_round() {
    for (text, mood) in [
        ("Как ваша спина после операции? Пришлите счёт за июнь, пожалуйста.", Some(Mood::Fishing)),
        ("How's your back doing? Hope the surgery went well! Could you send the June invoice?", Some(Mood::Fishing)),
        ("You sent me a robot answer. I only asked: how are you feeling after the operation?", Some(Mood::Guilt)),
        ("my son started walking today! I cried like a child myself. When will the invoice come?", Some(Mood::Good)),
        ("Сын сделал первые шаги! Рыдала от счастья. Когда счёт?", Some(Mood::Good)),
        ("Thanks so much for Tuesday. I'd never have managed without you, you're like family to us.", Some(Mood::Flattery)),
        ("Спасибо, что выслушали вчера. Вы настоящий друг.", Some(Mood::Flattery)),
        ("You're cold lately. You tell me nothing. Where's my estimate?", Some(Mood::Guilt)),
        ("I thought we were friends. I guess I was wrong.", Some(Mood::Guilt)),
        ("You never call any more.", Some(Mood::Guilt)),
        ("Почему ты больше не звонишь?", Some(Mood::Guilt)),
        ("Ты чё такой занятой стал, раньше хоть пиво пили. Кидай счёт.", Some(Mood::Guilt)),
        ("Хоть бы раз спросили, как у меня дела.", Some(Mood::Guilt)),
        ("Do you have a minute to talk tonight? I just need someone to listen.", Some(Mood::Lonely)),
        ("Мне не с кем поговорить.", Some(Mood::Lonely)),
        ("Скиньте ваш личный номер, я по вечерам люблю поболтать.", Some(Mood::Closer)),
        ("Ира, ты такая красивая на созвоне была, я прям засмотрелся))", Some(Mood::Closer)),
        ("You looked gorgeous on the call. Are you seeing anyone?", Some(Mood::Closer)),
        ("We're having a barbecue on Saturday. You and your husband have to come!", Some(Mood::Invitation)),
        ("У нас в субботу шашлыки на даче, приезжай с женой!", Some(Mood::Invitation)),
        ("I left a little something for you at reception, just a bottle of wine.", Some(Mood::Gift)),
        ("Привезла вам варенье, оставила у консьержа.", Some(Mood::Gift)),
        ("Может, ты в выходные глянешь? Очень надо к понедельнику!", None),
        ("Привет! Ты где? Пришли макет.", None),
        ("I love it!!! Best website ever. Print it!", None),
        ("Let's grab a coffee and go through the contract.", None),
        ("Приезжайте на объект в четверг.", None),
        ("Ой всё, я влюбилась в этот логотип 😍", None),
        ("I miss our old logo, to be honest. Can we bring it back?", None),
        ("Are you there? I need the file in an hour.", None),
        ("Папа вышел из больницы, всё хорошо! Когда созвон?", Some(Mood::Good)),
    ] {
        assert_eq!(answered(text).0.mood, mood, "{text}");
    }
}

#[test]
fn closeness_is_not_fed() {
    for text in [
        "Скиньте ваш личный номер, я по вечерам люблю поболтать.",
        "Could you give me your private number? I like to chat in the evening.",
        "У нас в субботу шашлыки на даче, приезжай с женой!",
        "We're having a barbecue on Saturday, you have to come!",
        "Привезла вам варенье, оставила у консьержа.",
        "Вы так похудели, прям красотка, как вам это удаётся?",
        "Скинь фотки котика, ты обещала!",
        "Did I do something wrong? You never have time for me.",
        "Посмотрите какая красота у нас в отпуске!",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.asks.is_empty(), "{text}: {:?}", understood.asks.iter().map(|ask| ask.kind).collect::<Vec<_>>());
        none_says(text, &drafts, &["доверие", "открыто", "so openly", "sharing", "Пришлю", "пришлю", "I'll send"]);
    }
    for text in ["We're having a barbecue on Saturday, you have to come!", "У нас в субботу шашлыки, приезжайте с женой!"]
    {
        assert!(
            answered(text).1.iter().all(|(_, draft)| draft.contains("[Yes / no.]") || draft.contains("[Да / нет.]")),
            "{text}"
        );
    }
    // Beside grave news a hurt is not passed over.
    let text = "I felt hurt by how you cut me off on Tuesday. My mother had a stroke last week.";
    let (understood, drafts) = answered(text);
    assert!(understood.care && understood.hurt);
    assert!(
        drafts
            .iter()
            .filter(|(kind, _)| *kind == DraftKind::Humane)
            .all(|(_, draft)| draft.contains("hurt you") || draft.contains("my part"))
    );
}

#[test]
fn bad_news_of_others_that_is_forwarded_is_not_the_clients() {
    let below = "---------- Forwarded message ---------\nFrom: Ola Berg <o@example.com>\nSubject: Prices\n\nCould you confirm the order by Monday? My mother died last week so I was slow.\n";
    let own = "Hi Nika,\n\nsee below from our supplier. Can you put the new prices in by Wednesday?\n\nMy knee is finally better, I danced at my cousin's wedding!\n\n";
    let wishes = Wishes { me: None, client: None, lang: None, channel: None, zone: TimeZone::UTC };
    for (own, mood, asks) in [(own, Some(Mood::Good), "Can you put"), ("FYI\n\n", Some(Mood::Hard), "Could you confirm")] {
        let understood = understand(&read(format!("{own}{below}").as_bytes(), &wishes).unwrap(), "");
        assert_eq!((understood.care, understood.mood), (false, mood));
        assert_eq!(understood.asks.len(), 1);
        assert!(understood.asks[0].text.as_str().starts_with(asks));
        assert!(drafts(&understood, &Manners::default()).iter().all(|draft| !draft.text.as_str().contains("The work can wait")));
    }
}
