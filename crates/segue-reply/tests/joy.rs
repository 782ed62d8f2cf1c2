//! Good news that sounds like grief gets no condolences, and grief in like words gets care. Both languages.

mod common;

use common::{answered, none_says};
use segue_reply::Mood;

const CONDOLENCES: [&str; 10] =
    ["sorry", "Sorry", "hard stretch", "a lot at once", "strength", "очувств", "жаль", "Жаль", "навалилось", "Сил "];

#[test]
fn births_and_good_results_get_no_condolences() {
    for text in [
        "We are closed from 20 December to 4 January, my sister is having her baby. Could you send the invoice before that?",
        "My wife is in labour, I'm at the hospital, so no call today.",
        "My wife gave birth this morning, both are well. I'll look at the draft on Monday.",
        "She went into labour last night, it's a boy! Please move our call.",
        "My sister is due on the 20th, so I may be slow. Can you send me the contract?",
        "The biopsy came back negative, what a relief. When can we talk about the logo?",
        "Dad's scan was clean! Now back to the brochure: can you change the cover?",
        "Mum's results are in, it's benign! Can we do Friday after all?",
        "Мы закрыты с 20 декабря по 4 января, у сестры роды, едем всей семьёй в Казань. Пришлите счёт до этого, пожалуйста.",
        "Сестра рожает, я в роддоме, созвон отменяется.",
        "Жена в роддоме, ждём. Договор подпишу в понедельник.",
        "Жена родила, девочка, 3200! Созвон перенесём на среду?",
        "Всё чисто, выдохнули! Созвон в пятницу в силе?",
        "Биопсия чистая, слава богу. Давайте вернёмся к макету.",
        "Обследование прошла, всё в порядке. Могу созвониться в среду.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(!understood.care && understood.mood != Some(Mood::Hard), "{text}: {:?}", understood.mood);
        none_says(text, &drafts, &CONDOLENCES);
    }
}

#[test]
fn tears_over_our_work_are_thanked_for() {
    for text in [
        "Una, the flyers came, they look fab! My nan was in tears, she says she never looked so young. Can we get 200 more by Friday?",
        "Thank you so much for the gallery, my mother cried when she saw the one with grandfather's hands. We printed it already!",
        "I cried when I saw the photos, they are perfect. Can I have the invoice?",
        "We cried laughing at the outtakes. Send us the final cut please.",
        "Your film made my father cry, and he never cries. Could you send the big file?",
        "The whole team was sobbing at the launch film, it's that good. Can we get it in vertical?",
        "Марина, спасибо за фильм, мы всей семьёй рыдали, папа три раза пересмотрел! Можно ещё одну копию на флешке?",
        "Мама плакала, когда увидела альбом, так ей понравилось. Сколько стоит ещё один экземпляр?",
        "Муж прослезился на ролике, спасибо! Пришлите исходники.",
        "Ржали до слёз над вашим роликом, присылайте счёт.",
        "Ролик трогает до слёз, бабушка плакала весь вечер и просила показать ещё раз. Нужна версия для телевизора.",
    ] {
        let (understood, drafts) = answered(text);
        assert!(!understood.care, "{text}");
        assert_eq!(understood.mood, Some(Mood::Moved), "{text}");
        none_says(text, &drafts, &CONDOLENCES);
    }
    for text in [
        "Our daughter graduated and we all cried. Could you send the quote by Monday?",
        "He proposed!!! I said yes and cried for an hour. Anyway, can you send the mockup?",
        "Дочка поступила, ревём от радости. Когда будет макет?",
    ] {
        assert_eq!(answered(text).0.mood, Some(Mood::Good), "{text}");
    }
}

#[test]
fn grief_in_words_of_joy_is_met_with_care() {
    for text in [
        "My mother cried all night, grandfather died on Sunday. Can you send the invoice?",
        "My sister lost the baby. Could we move the call?",
        "My sister was having her baby and something went wrong, she is in intensive care. Please send the invoice to Tom.",
        "My nan was in tears, the doctors say it's cancer. Can we move Friday?",
        "The biopsy came back positive. I start chemo on Monday. Could you send the invoice before?",
        "We were all in tears at the funeral. Thank you for the film you made of dad. Can I have another copy?",
        "My father cried at the film. He died on Sunday. Could you send the big file for the funeral?",
        "У сестры роды пошли не так, ребёнок в реанимации. Пришлите счёт мужу.",
        "Жена родила, но ребёнка не спасли. Перенесите созвон.",
        "Рыдали всей семьёй на похоронах, спасибо за фильм о папе. Можно ещё одну копию?",
        "У мамы анализы плохие, врачи говорят, рак. Счёт оплачу позже.",
        "Пришли анализы: злокачественная. Давайте перенесём всё на месяц.",
    ] {
        assert!(answered(text).0.care, "{text}");
    }
    for text in [
        "My wife is in labour at 26 weeks, we are terrified. Please cancel the call.",
        "Сестра родила на 27-й неделе, малыш в кувезе. На этой неделе я с ней.",
        "I've been crying all week, everything is falling apart. Could you send the invoice?",
        "I'm in tears, the dress doesn't fit. What can we do?",
        "My boss made me cry today. Anyway, when is the draft ready?",
        "Thanks for the photos. I cried all evening, I miss him so much. Can I have the raw files?",
        "Сижу реву, ничего не успеваю. Когда макет?",
        "Ребёнок всю ночь плакал, зубы. Пришлите смету.",
    ] {
        assert_eq!(answered(text).0.mood, Some(Mood::Hard), "{text}");
    }
    // What may be either gets neither pity nor cheer.
    let text = "Thanks for the lovely flowers, I cried. It's been so hard without him. Can you send the invoice?";
    assert_eq!(answered(text).0.mood, Some(Mood::Plain));
}

#[test]
fn a_death_in_a_sentence_of_work_is_not_passed_over() {
    for (text, leaves) in [
        (
            "Договор мы расторгать не будем, это решено. Но смету на второй этап прошу не присылать до Нового года: у нас умер \
             главный бухгалтер, Людмила Фёдоровна, двадцать два года с нами проработала, сейчас не до этого.",
            true,
        ),
        (
            "Please don't send the estimate for phase two before New Year: our chief accountant died on Monday, she worked here \
             for twenty-two years, and nobody can look at it now.",
            true,
        ),
        (
            "The contract is fine and will be signed next week, but please don't start on the second phase of the campaign yet, \
             as our marketing manager Ruth was killed in a car accident on Saturday.",
            true,
        ),
        (
            "Счёт за октябрь оплатим, а вот ноябрьский прошу не выставлять: погиб наш водитель, Серёжа, вся бригада у родных.",
            true,
        ),
        ("Не присылайте пока договор, у директора инсульт, подписать некому.", true),
        (
            "Could you hold off on the invoices until January, our bookkeeper passed away last week and we have nobody to process payments.",
            false,
        ),
        ("Our project manager died last night. The call is off.", false),
        ("У водителя инфаркт, доставка задержится. Перенесём запуск?", false),
    ] {
        let (understood, drafts) = answered(text);
        assert!(understood.care, "{text}");
        assert_eq!(understood.leaves, leaves, "{text}");
        none_says(text, &drafts, &["Конечно", "Of course", "I won't", "делать не буду", "You'll have it"]);
        assert_eq!(leaves, drafts.iter().any(|(_, draft)| draft.contains("you asked") || draft.contains("вы просите")), "{text}");
    }
    for text in [
        "Пост завтра не выкладывайте: в Измире землетрясение, наши коллеги там не отвечают.",
        "Please hold the newsletter, our town is under water and half the team had to leave their homes.",
    ] {
        let (understood, drafts) = answered(text);
        assert_eq!(understood.mood, Some(Mood::Hard), "{text}");
        none_says(text, &drafts, &["Конечно", "Of course"]);
    }
    for text in [
        "Не присылайте пока смету, бюджет умер до января.",
        "Please don't use the funeral photo on the homepage, take the garden.",
        "Не добавляйте страницу про рак, хоспис её не утвердил.",
        "The accountant says the printer died, so please don't send paper invoices.",
        "The director wants a page about the accident of 1952 where twelve miners died.",
        "The manager was killed in chapter seven, can you redraw the scene?",
        "The director had a stroke of luck with the tender.",
        "У нас горят сроки, созвон не ставьте, пожар на проекте.",
    ] {
        assert!(!answered(text).0.care, "{text}");
    }
}
