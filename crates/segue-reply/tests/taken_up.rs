//! What a message says of the work besides asking is taken up, and nobody is met in the wrong tone: confidences, dates
//! that hold or move, what is not wanted any more, threats, partings, light news in grave words. Both languages.

mod common;

use common::{CHEER, answered, none_says};
use jiff::tz::TimeZone;
use segue_core::Words;
use segue_reply::AskKind::{Do, Open, Price, Send, Stop, When, Yes};
use segue_reply::{AskKind, DraftKind, Mood, Wishes, read};

fn kinds(text: &str) -> Vec<AskKind> {
    answered(text).0.asks.iter().map(|ask| ask.kind).collect()
}

#[test]
fn a_confidence_is_kept_and_is_no_task() {
    for text in [
        "They found a shadow on my lung. Don't tell the others please.",
        "I'm pregnant! Keep it to yourself for now, please.",
        "У меня нашли опухоль. Никому не говорите, пожалуйста.",
        "Я беременна! Только это между нами.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.confidence && understood.asks.is_empty() && !understood.leaves, "{text}");
        let kept = |draft: &str| draft.contains("between us") || draft.contains("между нами");
        assert!(drafts.iter().all(|(_, draft)| kept(draft)), "{text}");
    }
    // No secret is worth a life.
    for text in ["I don't want to live any more. Don't tell anyone.", "Не хочу жить. Никому не говорите."]
    {
        none_says(text, &answered(text).1, &["between us", "между нами"]);
    }
    for text in [
        "Don't tell me it's late again.",
        "They don't tell me anything.",
        "The confidential agreement is attached.",
        "Какая разница между нами и сайтом?",
    ] {
        assert!(!answered(text).0.confidence, "{text}");
    }
}

#[test]
fn a_date_that_has_to_hold_is_not_moved() {
    for text in [
        "My mother died on Monday. The catalogue must still go to print on the 1st, can you take over the proofs from me?",
        "В понедельник умерла мама. Каталог всё равно должен уйти в печать 1 декабря, возьмёте на себя корректуру?",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.care && understood.holds, "{text}");
        assert_eq!(kinds(text), [Yes], "{text}");
        none_says(text, &drafts, &["can wait", "can move", "no hurry", "подождёт", "не к спеху", "перенес", "сдвинем"]);
    }
}

#[test]
fn what_is_not_wanted_any_more_is_taken_off_the_list() {
    for (text, asked, leaves) in [
        ("And no, I don't want the second poster any more.", &[Stop][..], false),
        ("We don't need the handrail drawing after all.", &[Stop], false),
        ("Второй плакат больше не нужен.", &[Stop], false),
        ("I'd also rather you didn't call me \"skipper\" in mails, my boss reads them.", &[], true),
        ("The handrail is not needed after all.", &[], true),
        ("What do I owe you for the half you did?", &[Price], false),
        ("Сколько я вам должен за половину?", &[Price], false),
        ("Сколько возьмёте за витраж?", &[Price], false),
    ] {
        let (understood, _) = answered(text);
        assert_eq!((kinds(text).as_slice(), understood.leaves), (asked, leaves), "{text}");
    }
    for text in [
        "The poster is lovely but the ferry sails the wrong way, and our director can't read it.",
        "Логотип напечатан вверх ногами.",
    ] {
        assert_eq!(kinds(text), [Do], "{text}");
    }
}

#[test]
fn a_firm_that_closes_gets_no_cheer() {
    for text in [
        "hi, I'm not going to sign the extension. nothing against you, we just run out of money, the mill closes in january and 40 people go. could you send me all source files this week? my last day is the 18th.",
        "Здравствуйте, продление не подпишу. Деньги кончились, фабрику закрывают, людей увольняют. Пришлите, пожалуйста, исходники.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.parting && understood.mood == Some(Mood::Hard), "{text}: {:?}", understood.mood);
        none_says(text, &drafts, &CHEER);
    }
    assert_eq!(kinds("ps: is the final invoice still 860 or with the discount"), [Open]);
}

#[test]
fn who_asks_for_the_third_time_is_taken_seriously() {
    for text in [
        "Третий раз спрашиваю: где договор? Пересчитайте до вечера, иначе отдам Сычёву.",
        "В который раз прошу: где смета?",
        "I'm asking for the third time: where is the contract? Recalculate it by tonight or I'll give it to Sykes.",
        "How many more times do I have to ask for the invoice?",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.displeased, "{text}");
        none_says(text, &drafts, &CHEER);
    }
    for (text, kind) in [
        ("Почему в смете снова 58 тысяч, когда говорили 52?", Open),
        ("Why does the estimate say 58 when we said 52?", Open),
        ("Пересчитайте до вечера, пожалуйста.", Do),
    ] {
        assert_eq!(kinds(text), [kind], "{text}");
    }
}

#[test]
fn a_joke_takes_back_what_it_asked() {
    for (text, asked) in [
        ("Is it OK if I forward your quote to two competitors? Kidding. But could we do 10 % off?", &[Yes][..]),
        ("Is it OK if I forward your quote to my boss?", &[Yes]),
        ("Можно я перешлю смету конкурентам? Шучу.", &[]),
        ("Ничего, если я отправлю договор юристу?", &[Yes]),
    ] {
        assert_eq!(kinds(text), asked, "{text}");
    }
}

#[test]
fn what_moves_the_work_is_noted_with_its_own_dates() {
    for (text, dates) in [
        ("We're merging with Tallow & Wick so from 1 January invoices to Tallow Wick Group.", &["from 1 January"][..]),
        ("Фотосессию 14 января переносим на после родов, а логотип быстрее, можно к 10 декабря?", &["14 января"]),
        ("Акт подпишут только после 7 декабря.", &["после 7 декабря"]),
        ("They can sign only after 7 December.", &["after 7 December"]),
        ("My father-in-law moved to hospice on Monday, so from Wednesday I'm not in the office.", &["from Wednesday"]),
        ("From now on the company is called only Birgit Lund.", &[]),
    ] {
        let (understood, _) = answered(text);
        assert!(understood.moves_work, "{text}");
        assert_eq!(understood.dates.iter().map(Words::as_str).collect::<Vec<_>>(), dates, "{text}");
    }
    for text in ["Витрину можно вешать, цвет утвердили.", "The colour was approved, the sign can be hung."]
    {
        assert!(answered(text).0.goes_ahead, "{text}");
    }
    for text in ["Цвет ещё не утвердили.", "The colour has not been approved."] {
        assert!(!answered(text).0.goes_ahead, "{text}");
    }
    assert_eq!(kinds("Please leave page 3 as it is, but the price on page 4 must be 1,290."), [Do]);
}

#[test]
fn light_news_in_grave_words_is_no_grave_news() {
    for (text, mood) in [
        ("Муж в больнице с аппендицитом, уже прооперировали, ест кашу.", Mood::Good),
        ("My husband was operated on in the night, he is already eating and cracking jokes.", Mood::Good),
        ("I'm getting divorced (no tears, he was worse than the dog).", Mood::Good),
        ("Развожусь, без слёз, давно пора.", Mood::Good),
        ("Мы вчера похоронили хомяка, дочка плачет.", Mood::Hard),
        ("We buried the hamster yesterday, my daughter is six.", Mood::Hard),
    ] {
        let (understood, drafts) = answered(text);
        assert_eq!((understood.care, understood.mood), (false, Some(mood)), "{text}");
        none_says(text, &drafts, &["can wait", "as important", "подождёт", "неважно"]);
    }
    for text in [
        "Умер папа, а дочка просит хомяка.",
        "My husband is in hospital after surgery, and he is worse.",
        "Мы вчера похоронили собаку.",
    ] {
        assert!(answered(text).0.care, "{text}");
    }
    assert_eq!(kinds("What will the lettering cost and can it be done before the 12th?"), [Price, Yes]);
    assert_eq!(kinds("Сколько будет стоить надпись и можно ли успеть до 12-го?"), [Price, When]);
}

#[test]
fn where_the_work_is_over_nothing_is_moved() {
    for text in [
        "Бабушка, которой вы делали трость, вчера умерла. Деньги за вторую переведу завтра, вторую оставьте себе. Спасибо, что она с ней успела дойти до озера.",
        "My grandmother died yesterday. Keep the second stick for yourself. Thank you for making it, it meant so much to her.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.care && understood.thanked && understood.asks.is_empty(), "{text}");
        none_says(text, &drafts, &["move", "planned", "project", "перенес", "сдвинем", "планах", "проект", "[дата]"]);
        assert!(drafts.iter().all(|(kind, _)| *kind != DraftKind::HumaneAndAnswering), "{text}");
    }
}

#[test]
fn the_day_and_the_points_of_a_list_belong_to_what_was_asked() {
    for (text, asked) in [
        ("Когда пришлёте эскиз? Нужно до 3 декабря.\n- цвет фона\n- шрифт покрупнее", &[When, Do, Do][..]),
        ("When can you send the sketch? We need it by 3 December.\n- background colour\n- a larger font", &[Send, Do, Do]),
        ("Which of the three greens did you take? Need it for the order on the 1st.", &[Open]),
        ("Пришлите счёт. Нужен до пятницы.", &[Send]),
    ] {
        assert_eq!(kinds(text), asked, "{text}");
    }
}

#[test]
fn what_puts_off_is_no_answer_and_what_has_no_words_is_counted() {
    let wishes = Wishes { me: Some("Rolf".into()), client: None, lang: None, channel: None, zone: TimeZone::UTC };
    for (mine, messages) in
        [("on the phone, later!", 3), ("Позже, на созвоне", 3), ("I'll send it on Friday", 1), ("Which one?", 1)]
    {
        let chat = format!(
            "[10:02, 26/11/2026] Paolo: can you do it until friday?\n[10:03, 26/11/2026] Paolo: how much is the handrail?\n[10:20, 26/11/2026] Rolf: {mine}\n[11:40, 26/11/2026] Paolo: ok\n"
        );
        assert_eq!(read(chat.as_bytes(), &wishes).unwrap().messages, messages, "{mine}");
    }
    let chat = "[20.11.26, 09:00:00] Halvard: Can you move the owl?\n[20.11.26, 09:05:00] Rolf: Yes, on Monday\n[24.11.26, 22:00:00] Halvard: \u{200e}audio omitted\n[24.11.26, 22:01:00] Halvard: that's about the fox, sorry for the crying\n[24.11.26, 22:02:00] Halvard: \u{200e}image omitted\n";
    let message = read(chat.as_bytes(), &wishes).unwrap();
    assert_eq!((message.messages, message.wordless), (3, 2));
    assert_eq!(answered("sorry for the crying").0.mood, Some(Mood::Hard));
    assert_eq!(answered("Простите за слёзы в голосовом").0.mood, Some(Mood::Hard));
}

/// "They operate on my eye on the fourth, I can't proofread anything until the twentieth" was answered with [yes / no].
#[test]
fn who_tells_what_they_cannot_do_has_asked_for_nothing() {
    for (text, asks) in [
        ("И ещё, мне четвёртого оперируют глаз, до двадцатого ничего вычитать не смогу.", false),
        ("Меня четвёртого оперируют, до двадцатого ничего вычитать не смогу.", false),
        ("And another thing: I have surgery on the fourth, I can't proofread anything until the twentieth.", false),
        ("Меня четвёртого оперируют, вычитать не смогу. Пришлите, пожалуйста, макет до третьего.", true),
        ("I have surgery on the fourth. Could you send me the proofs before that?", true),
    ] {
        assert_eq!(!answered(text).0.asks.is_empty(), asks, "{text}");
    }
}
