//! Answers have the place that was asked for, and none is lost: kinds of asks, several in a sentence, what is to be left
//! or goes ahead, dates. Both languages.

mod common;

use common::{answered, none_says};
use segue_reply::AskKind::{Do, Meet, Open, Price, Send, Stop, When, Yes};
use segue_reply::{Manners, drafts, understand};

#[test]
fn a_place_fits_its_question() {
    for (text, kinds) in [
        ("Спасибо! Когда пришлёте смету?", vec![When]),
        ("Смету жду.", vec![Send]),
        ("Where's my estimate?", vec![Send]),
        ("When will the quote be ready?", vec![When]),
        ("Сколько стоит вторая страница?", vec![Price]),
        ("Есть скидка для постоянных?", vec![Yes]),
        ("And what's your bank account number, the last transfer bounced.", vec![Open]),
        ("медные или чёрные?", vec![Open]),
        ("Do you want it in one file or two?", vec![Open]),
        ("Can you send it today or tomorrow?", vec![Send]),
        ("НДС платим до 25 или до 28?", vec![Open]),
        ("And when's the fitting?", vec![When]),
        ("Could you confirm the new date?", vec![When]),
        ("Доверенность готова?", vec![Yes]),
        ("Is the contract ready?", vec![Yes]),
        ("can you hold the booking for two weeks?", vec![Yes]),
        ("Could you keep the price for another month?", vec![Yes]),
        ("Сможете придержать для нас цену?", vec![Yes]),
        ("Please hold the newsletter until Monday.", vec![Stop]),
        ("Can you put the new prices in by Wednesday?", vec![Do]),
        ("so I guess the opening has to move to autumn?", vec![Yes]),
        ("can you move my Pilates lesson to Thursday?", vec![Yes]),
        ("Please let me know when you can start.", vec![When]),
        ("Anyway when do we go to print and uh", vec![When]),
        ("Что делать с формой заказа?", vec![Open]),
        ("Когда созвон?", vec![Meet]),
        ("Есть минутка созвониться по смете?", vec![Meet]),
        ("Хорошо, договорились, жду в пятницу.", vec![]),
        ("Сколько можно? Где счёт?", vec![Send]),
        ("Can I be honest? Could you fix the header?", vec![Do]),
    ] {
        assert_eq!(answered(text).0.asks.iter().map(|ask| ask.kind).collect::<Vec<_>>(), kinds, "{text}");
    }
}

#[test]
fn no_request_of_a_sentence_is_lost_and_none_is_counted_twice() {
    for (text, asked) in [
        ("Кидай счёт, и когда доделаешь бота?", &[(Send, "Кидай счёт"), (When, "когда доделаешь бота?")][..]),
        (
            "please make the entrance wider, replace the sliding door, and send me the new offer",
            &[(Do, "please make the entrance wider, replace the sliding door"), (Send, "send me the new offer")],
        ),
        ("Could you come and have a look this week?", &[(Do, "Could you come and have a look this week?")]),
        ("I agree, send it to print on Friday.", &[(Send, "I agree, send it to print on Friday.")]),
    ] {
        let (understood, _) = answered(text);
        let found: Vec<_> = understood.asks.iter().map(|ask| (ask.kind, ask.text.as_str())).collect();
        assert_eq!(found, asked, "{text}");
    }
    let dictated = "ну это, короче, я тут еду в машине, мне бы всё-таки синюю обложку, а не эту, и ещё, слушай, дочка поступила в медицинский, такая радость, ну и вот, скажи когда в печать сдаём";
    assert!(answered(dictated).0.asks.iter().any(|ask| ask.kind == When));
}

#[test]
fn the_heads_of_a_list_are_the_clients_words() {
    let (_, drafts) = answered("Please restart the server. Tell me what happened. A few questions: when is the launch?");
    assert!(drafts[0].1.contains("1. “Please restart the server” — ["), "{}", drafts[0].1);
    let message = common::message("Ринат а можно оплату в два этапа? Когда начнём?");
    let manners = Manners { me: Some("Ринат".into()), ..common::manners(&message) };
    let first = &drafts_of(&message, &manners)[0];
    assert!(first.contains("1. «Можно оплату в два этапа?» — ["), "{first}");
}

fn drafts_of(message: &segue_reply::Message, manners: &Manners) -> Vec<String> {
    drafts(&understand(message, ""), manners).iter().map(|draft| draft.text.as_str().to_owned()).collect()
}

#[test]
fn what_is_to_be_left_or_goes_ahead_is_confirmed() {
    for (text, leaves, goes_ahead) in [
        ("Please don't start on the second bathroom yet. Everything else go ahead.", true, true),
        ("Не присылайте больше ничего на почту мужа. И договор пока не подписывайте.", true, false),
        ("Could you not tell Phil about the discount?", true, false),
        ("Можно не использовать мою фотографию на сайте?", true, false),
        ("I love it!!! My mum cried. Print it!", false, true),
        ("Макет супер! Муж в восторге! Печатаем!", false, true),
        ("Утверждаю второй вариант.", false, true),
        ("Пока не печатаем, нашла опечатку.", false, false),
        ("Tell me when you can start.", false, false),
        ("Поехали на море в пятницу.", false, false),
    ] {
        let (understood, drafts) = answered(text);
        assert_eq!((understood.leaves, understood.goes_ahead), (leaves, goes_ahead), "{text}");
        let goes = |draft: &str| ["by when]", "к какому сроку]"].iter().any(|place| draft.contains(place));
        assert!(drafts.iter().all(|(_, draft)| goes(draft) || !goes_ahead), "{text}");
        none_says(text, &drafts, &["amount", "сумма"]);
    }
    for text in ["No, thank you.", "Нет, спасибо."] {
        none_says(text, &answered(text).1, &["leasure", "welcome", "Any time", "ожалуйста", "Не за что"]);
    }
}

#[test]
fn dates_stand_as_they_are_meant() {
    for (text, dates) in [
        ("В среду не смогу, болею. Давайте в четверг?", &["в среду"][..]),
        ("Мы на Кипре с 3 по 10 декабря, потом продолжим.", &["с 3 по 10 декабря"]),
        ("We're in Greece from 3 to 10 December, then we go on.", &["from 3 to 10 December"]),
        ("We're back on the 9th.", &["the 9th"]),
    ] {
        let (understood, _) = answered(text);
        assert!(understood.moves_work, "{text}");
        assert_eq!(understood.dates.iter().map(segue_core::Words::as_str).collect::<Vec<_>>(), dates, "{text}");
    }
    for text in ["Move the logo to the left please", "Перенесите логотип влево"] {
        assert!(!answered(text).0.moves_work, "{text}");
    }
}

#[test]
fn the_second_humane_draft_is_whole_sentences() {
    for text in [
        "We lost the baby on Saturday. Please cancel the nursery wallpaper.",
        "Мы потеряли ребёнка в субботу. Отмените, пожалуйста, обои в детскую.",
        "My father died yesterday. Can we still deliver on Friday?",
        "У меня умер папа. Сможем сдать в пятницу?",
    ] {
        for (_, draft) in answered(text).1 {
            let colons = draft.split(['.', '!', '?']).map(|sentence| sentence.matches(':').count());
            assert!(colons.max() <= Some(1), "{draft}");
            assert!(!draft.contains("What stops") && !draft.contains("чтобы о ней не пришлось думать"), "{draft}");
        }
    }
}
