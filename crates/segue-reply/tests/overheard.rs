//! What is easily overheard or turned round: a thing not to be done, joy that sounds like grief, an approval that is asked
//! for, an offer, a defect between praise, an invitation beside something else. Both languages.

mod common;

use common::{CHEER, answered, none_says};
use segue_reply::AskKind::{self, Do, Open, Price, Send, Stop, Yes};
use segue_reply::Mood;

const CONDOLENCES: [&str; 10] =
    ["sorry", "Sorry", "hard stretch", "a lot at once", "strength", "очувств", "жаль", "Жаль", "навалилось", "Сил "];

fn kinds(text: &str) -> Vec<AskKind> {
    answered(text).0.asks.iter().map(|ask| ask.kind).collect()
}

#[test]
fn what_is_not_to_be_done_is_no_task_however_long_it_is() {
    for text in [
        "Also please DON'T post the photo of her in the pink wig on your page.",
        "And please do not put the picture of my sister with the parrot on the front page of the new site.",
        "Please don't send any more of the big parcels to the old office in the mill behind the station.",
        "И пожалуйста, не выкладывайте фотографию моей сестры с попугаем на главную страницу нового сайта ни в каком виде.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.leaves && understood.asks.is_empty(), "{text}: {:?}", understood.asks);
        none_says(text, &drafts, &["[by when]", "[к какому сроку]"]);
    }
    assert_eq!(kinds("Please don't send the invoice to the old office in the mill any more, please send it to Tom."), [Send]);
}

#[test]
fn how_much_is_a_question_of_its_own() {
    for (text, asked) in [
        ("Could you also do a small one for my sister, same size as the magnet you showed us, and how much?", [Yes, Price]),
        ("И сколько будет стоить ещё один слонёнок, можно в рассрочку?", [Price, Yes]),
        ("How much would a second elephant be, can we pay in instalments?", [Price, Yes]),
    ] {
        assert_eq!(kinds(text), asked, "{text}");
    }
}

#[test]
fn a_birth_gets_no_pity() {
    for text in [
        "The baboons ate the wedding cake, the bride laughed so hard her waters broke. Baby boy, 3.1 kg, in the vehicle. Tired! Happy!",
        "Had the baby on Sunday, a little girl! Hardly slept, so I'm slow. Can you send the invoice?",
        "Вчера стали родителями! Не спали трое суток. Пришлите счёт, пожалуйста.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(!understood.care && understood.mood != Some(Mood::Hard), "{text}: {:?}", understood.mood);
        none_says(text, &drafts, &CONDOLENCES);
    }
    // Beside something hard it is not all well.
    for text in ["Had the baby on Sunday. He is in the NICU and we are terrified.", "Стали родителями. Малыш в реанимации."]
    {
        assert_ne!(answered(text).0.mood, Some(Mood::Good), "{text}");
    }
}

#[test]
fn a_parting_that_is_celebrated_gets_no_condolences() {
    for text in [
        "Quick win: my divorce is FINAL. Champagne! Can you change my name on the site by Friday?",
        "I'm finally divorced, hooray! When is the draft ready?",
        "Ура, развелась! Поменяйте, пожалуйста, фамилию на сайте.",
        "Я официально в разводе. Шампанское! Когда будет макет?",
    ] {
        let (understood, drafts) = answered(text);
        assert!(!understood.care && understood.mood == Some(Mood::Good), "{text}: {:?}", understood.mood);
        none_says(text, &drafts, &CONDOLENCES);
    }
    for text in [
        "My divorce is final. I can't stop crying. Can you send the draft?",
        "We are getting divorced after thirty years. Can we move the call?",
        "Champagne for the launch! My mother died on Sunday, though, and my divorce is final.",
        "Мы с мужем развелись, тридцать лет прожили. Перенесём созвон?",
    ] {
        let (understood, _) = answered(text);
        assert!(understood.care || understood.mood == Some(Mood::Hard), "{text}: {:?}", understood.mood);
    }
}

#[test]
fn an_old_death_beside_tears_gets_no_cheer() {
    for text in [
        "The portrait arrived and my husband burst out laughing and then into tears, it is so like her. She passed in May, as you know.",
        "We cried when we saw the film, it is beautiful. He passed last summer.",
    ] {
        let (_, drafts) = answered(text);
        none_says(text, &drafts, &CHEER);
        none_says(text, &drafts, &["lovely to hear", "wonderful", "made my day"]);
    }
    assert!(!answered("The exam is over and she passed in June with top marks! Send me the invoice.").0.care);
}

#[test]
fn an_approval_that_is_asked_for_is_no_question_of_price() {
    for text in [
        "Please approve the tile quote, 2,310, otherwise they release the batch at noon tomorrow.",
        "Could you approve the budget of 4,000 today?",
        "Утвердите, пожалуйста, смету на плитку, 231 000, иначе завтра в полдень партию отдадут.",
        "Согласуйте смету до завтра, пожалуйста.",
    ] {
        assert_eq!(kinds(text), [Yes], "{text}");
    }
    assert_eq!(kinds("How much is the quote you want me to approve?"), [Price]);
}

#[test]
fn an_offer_is_no_task() {
    for text in ["Сегодня у Лёвушки первый зуб, прислать фото? :)", "My son took his first steps today, shall I send a video?"]
    {
        let (understood, drafts) = answered(text);
        assert!(understood.asks.is_empty() && understood.mood == Some(Mood::Good), "{text}: {:?}", understood.mood);
        none_says(text, &drafts, &CONDOLENCES);
    }
    for text in ["Прислать вам исходники логотипа?", "Shall I send you the logo files?"] {
        assert_eq!(kinds(text), [Yes], "{text}");
    }
    for text in ["Можете прислать исходники логотипа?", "Can you send the logo files?"] {
        assert_eq!(kinds(text), [Send], "{text}");
    }
}

#[test]
fn a_choice_that_was_made_is_no_question() {
    for text in ["Эскиз номер два берём, третий нет, первый под вопросом.", "We'll take sketch two, not the third."]
    {
        let (understood, _) = answered(text);
        assert!(understood.asks.is_empty() && understood.goes_ahead, "{text}");
    }
    for text in ["Берём паузу до весны.", "We'll take a break until spring."] {
        assert!(!answered(text).0.goes_ahead, "{text}");
    }
}

#[test]
fn whoever_ran_off_with_the_money_is_not_mourned() {
    for text in [
        "I regret that I must cancel the unveiling of 12 June. The committee has lost its treasurer: he has gone to Brazil with the \
         money. Would you accept the instalment in three parts?",
        "Вынуждены отменить открытие 12 июня. Наш казначей сбежал с деньгами. Примете оплату в три этапа?",
    ] {
        let (understood, drafts) = answered(text);
        assert!(!understood.care && understood.mood == Some(Mood::Hard), "{text}: {:?}", understood.mood);
        assert_eq!(understood.asks.iter().map(|ask| ask.kind).collect::<Vec<_>>(), [Stop, Yes], "{text}");
        none_says(text, &drafts, &CHEER);
    }
}

#[test]
fn an_invitation_keeps_its_place_and_a_defect_is_heard() {
    for (text, asked) in [
        (
            "Приглашаем вас с супругом на новоселье 6 декабря, будет уха. Заодно покажем, где ваша люстра висит косо :) \
             Подскажите, гарантия на неё год или два? И дайте ваш личный номер, а то рабочий вечером молчит.",
            vec![Do, Open],
        ),
        (
            "Come to our housewarming on 6 December! The lamp you made hangs crooked. Is the warranty one year or two? And give me your \
             private number, I like to chat in the evening.",
            vec![Do, Open],
        ),
        (
            "Мы вас ОБОЖАЕМ, слон на фасаде живой! Но краска с левого уха облезла. Кофе с меня, приходите в субботу просто так :))",
            vec![Do],
        ),
    ] {
        let (understood, drafts) = answered(text);
        assert_eq!(understood.asks.iter().map(|ask| ask.kind).collect::<Vec<_>>(), asked, "{text}");
        assert!(understood.invites, "{text}");
        let yes_or_no = |draft: &str| ["es / no", "а / нет"].iter().any(|place| draft.contains(place));
        assert!(drafts.iter().all(|(_, draft)| yes_or_no(draft)), "{text}");
    }
}

#[test]
fn no_rush_moves_no_work() {
    for text in [
        "Thank you for the lovely jam!! My mum ate the whole jar with a spoon. No rush on the website.",
        "Спасибо за варенье! Мама съела всю банку ложкой. С сайтом не тороплю.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(!understood.moves_work, "{text}");
        none_says(text, &drafts, &["plan", "план"]);
    }
}

#[test]
fn what_was_approved_goes_on_beside_grave_news() {
    for (text, date) in [
        (
            "У мамы нашли онкологию, третья стадия, я с ней в Казани до 14 декабря. Баннеры запускайте без меня, бюджет тот же.",
            "до 14 декабря",
        ),
        (
            "Mum has been diagnosed with cancer, I'm with her in Leeds until 14 December. Go ahead with the banners without me.",
            "until 14 December",
        ),
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.care && understood.goes_ahead, "{text}");
        none_says(text, &drafts, &["перенести", "сдвинем", "перенесём", "can move", "later date"]);
        assert!(drafts.iter().any(|(_, draft)| draft.contains(date)), "{text}");
    }
}

#[test]
fn a_figure_of_speech_is_no_task_and_what_was_promised_is() {
    let text = "Вы обещали эскиз перил ещё в среду. Я жду, рабочие ждут, тёща с ремонтом меня скоро убьёт.";
    assert_eq!(kinds(text), [Send], "{text}");
    let text = "You promised the sketch of the railing on Wednesday. I'm waiting, my mother-in-law is going to kill me.";
    assert_eq!(kinds(text), [Send], "{text}");
    assert!(kinds("You promised you would never tell Bob.").is_empty());
}

#[test]
fn a_polite_request_is_not_missed() {
    for text in [
        "Если можно, возьмите на себя переписку с подрядчиком.",
        "Свяжитесь с типографией, пожалуйста.",
        "Please take over the emails with the printer.",
    ] {
        assert_eq!(kinds(text), [Do], "{text}");
    }
    assert!(kinds("Передайте привет жене!").is_empty());
}

#[test]
fn what_will_be_left_is_not_what_was_just_asked_of_them() {
    for text in [
        "Не звони мне больше вечером. Столешницу решать тебе, я уже ничего не хочу, устала от всего этого.",
        "Please don't call me in the evening any more. I don't want anything, I'm tired of everything, I've thought about ending it.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.leaves && understood.despair.is_some(), "{text}: {:?}", understood.despair);
        none_says(text, &drafts, &["этого делать не буду", "I won't do that"]);
    }
}

#[test]
fn hasty_small_letters_are_parted() {
    let text = "ok so i looked at v3 and tbh the yellow is a no. can we go back to v1 but with v2's font?? also r u single haha jk. \
                also the invoice has the wrong VAT number, its BE0671 not BE0617";
    let (understood, _) = answered(text);
    let heads: Vec<_> = understood.asks.iter().map(|ask| ask.text.as_str()).collect();
    assert!(heads[0].starts_with("can we go back"), "{heads:?}");
    assert!(heads.iter().all(|head| !head.contains("single")), "{heads:?}");
    // The joke is told that work and private life are kept apart.
    assert!(understood.fishing || understood.mood == Some(Mood::Closer));
}
