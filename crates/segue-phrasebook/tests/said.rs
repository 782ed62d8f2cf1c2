//! Lines and announcements recognised when they are said.

use segue_core::{Address, Lang, Line, Rung, Slots, Tone, Words};
use segue_phrasebook::{
    Announcement, Length, NewRule, Phrasebook, SAID, Why, announcement, announcement_was_said, asks_for_work, asks_on, comforts,
    declares_work_done, puts_aside, sounds_like, takes_up, was_said,
};

fn line(id: &str) -> Line {
    let slots = Slots {
        topic: Some(Words::new("Lisbon")),
        next_item: Some("the logo".into()),
        minutes_left: Some(5),
        next_meeting: Some("on Thursday".into()),
        name: Some("Viktor".into()),
    };
    Phrasebook::built_in().fill(id, Address::Vy, &slots).unwrap_or_else(|| panic!("no line {id}"))
}

#[test]
fn every_line_that_is_said_as_it_stands_is_recognised() {
    for listed in Phrasebook::built_in().lines() {
        let line = line(&listed.id);
        let sure = was_said(&line, &line.text);
        if listed.rung.is_for_me() {
            assert!(sure < SAID, "{}", line.text);
        } else {
            assert!(sure > 0.99, "{sure} {}", line.text);
        }
    }
}

#[test]
fn own_words_count() {
    let cases = [
        ("en/park-client-warm-1", "ha okay let's put that one aside for now um so the homepage"),
        ("en/park-client-warm-1", "can i keep that for the end because i do need you for something"),
        ("en/park-client-warm-2", "hold that thought okay where were we"),
        ("en/time-client-warm-1", "i'm looking at the clock so back to the banner"),
        ("en/time-client-warm-8", "i would rather see your money going into your project"),
        ("en/direct-client-neutral-1", "right shall we move on"),
        ("en/offline-group-neutral-1", "you two let's do that after the meeting please"),
        ("en/deflect-client-neutral-1", "i'd rather not get into it to be fair"),
        ("en/humane-client-warm-1", "oh no i'm so so sorry do you want to stop"),
        ("en/return-client-warm-2", "so you were saying about your sister"),
        ("en/sign_off-client-warm-7", "i've got to go now talk to you thursday"),
        ("en/closing-client-neutral-1", "okay so who does what"),
        ("en/overrun-client-direct-1", "we are over time i'm afraid"),
        ("ru/park-client-warm-1", "слушай давай отложим это чуть чуть а"),
        ("ru/park-client-warm-1", "потом расскажешь ладно мне тут с работой разобраться"),
        ("ru/time-client-warm-1", "ну вы же не за разговоры хотите мне платить"),
        ("ru/direct-client-neutral-1", "так давайте вернёмся к макету"),
        ("ru/offline-group-warm-2", "ребят обсудите это отдельно пожалуйста"),
        ("ru/deflect-client-warm-1", "ой да хватит обо мне"),
        ("ru/humane-client-warm-1", "господи мне так жаль давайте перенесём"),
        ("ru/return-client-warm-1", "ну рассказывайте что с дачей"),
        ("ru/sign_off-client-warm-1", "всё мне пора до связи"),
        ("ru/closing-client-warm-1", "давайте тогда итоги подведём"),
        ("ru/overrun-client-direct-1", "у нас время вышло уже"),
    ];
    for (id, heard) in cases {
        let line = line(id);
        assert!(was_said(&line, heard) >= SAID, "{} for «{}» in «{heard}»", was_said(&line, heard), line.text);
    }
}

#[test]
fn other_words_do_not() {
    let cases = [
        ("en/park-client-warm-1", ""),
        ("en/park-client-warm-1", "yeah my sister has two dogs and they are lovely"),
        ("en/park-client-warm-9", "oh wow and what did the doctor tell you about the knee"),
        ("en/direct-client-neutral-1", "no way that is so funny"),
        ("en/direct-client-neutral-1", "ha wonderful so what's next"),
        ("ru/direct-client-neutral-1", "ха класс а что дальше"),
        // What leads back in another way is another line.
        ("en/park-client-warm-1", "right back to the agenda who checks the names"),
        ("en/offline-group-warm-5", "i want to see those ducks back to the agenda though carla has to leave at half past"),
        ("en/time-client-warm-1", "so let's get back to the invoices"),
        ("ru/park-client-warm-1", "так давайте вернёмся к повестке подрядчик по электрике"),
        ("ru/offline-group-warm-5", "сома я запомню давайте вернёмся к повестке"),
        ("ru/time-client-warm-1", "давайте лучше про работу"),
        ("en/deflect-client-warm-1", "i have two boys seven and nine"),
        ("en/humane-client-warm-1", "great the new version is online"),
        ("en/sign_off-client-warm-2", "and the second banner is blue"),
        ("ru/park-client-warm-1", "а у меня тоже собака старая уже"),
        ("ru/time-client-warm-1", "да ладно и что он ответил"),
        ("ru/direct-client-neutral-1", "ой как смешно у нас так же было"),
        ("ru/humane-client-warm-1", "супер сегодня выложу новую версию"),
        ("ru/sign_off-client-warm-1", "второй баннер сделаю синим"),
    ];
    for (id, heard) in cases {
        let line = line(id);
        assert!(was_said(&line, heard) < SAID, "{} for «{}» in «{heard}»", was_said(&line, heard), line.text);
    }
    assert!(was_said(&Line { id: "no such id".into(), text: "Back to work.".into() }, "back to work") < SAID);
}

#[test]
fn a_topic_is_put_aside_in_whatever_words() {
    let cases = [
        ("Hold that thought, tell me later", true),
        ("Давай отложим это", true),
        ("К этому вернёмся", true),
        ("let's keep this one for the end", true),
        ("Потом расскажешь, ладно?", true),
        ("Let's look at the invoice", false),
        ("Посмотрим на счёт?", false),
        ("", false),
    ];
    for (words, aside) in cases {
        assert_eq!(puts_aside(words), aside, "{words}");
    }
}

/// "That's everything on my list. You wanted to tell me about the harvest lunch" was answered with "look at the work".
#[test]
fn the_work_is_done_where_somebody_says_so() {
    for (words, done) in [
        ("That's everything on my list. You wanted to tell me about the harvest lunch.", true),
        ("Okay, that's us through. How was the wedding?", true),
        ("right thats all from me you were going to tell me about the boat", true),
        ("Lovely. I think we're done.", true),
        ("So, the agenda is done.", true),
        ("Nothing else from my side!", true),
        ("And that was my last question, thank you.", true),
        ("Great, that covers it.", true),
        ("По делу у меня всё. Вы хотели рассказать про поездку в Дербент.", true),
        ("Ну, с делами закончили.", true),
        ("Хорошо, у меня всё.", true),
        ("Всё обсудили, спасибо!", true),
        ("больше вопросов нет", true),
        ("Так, это был последний пункт, спасибо.", true),
        ("По делу я закончила, а как ваш ремонт?", true),
        ("Is that everything?", false),
        ("That's everything?", false),
        ("Once we're done, tell me about the boat.", false),
        ("Let's go through everything on my list.", false),
        ("That's everything I know about the logo, now the invoice.", false),
        ("The tile work is done, the grout comes tomorrow.", false),
        ("I just want it bigger, that's all.", false),
        ("У меня всё хорошо, спасибо.", false),
        ("По делу всё понятно, но есть вопрос.", false),
        ("Когда с делами закончим, расскажете.", false),
        ("У меня всё?", false),
        ("Почти всё по списку.", false),
        ("", false),
    ] {
        assert_eq!(declares_work_done(words), done, "{words}");
    }
}

#[test]
fn kind_words_are_known_in_whatever_form() {
    for (words, kind) in [
        ("Sinead I am so sorry. Don't think about the bathroom.", true),
        ("Oh, that must be so hard. Take all the time you need.", true),
        ("Марина Олеговна, понимаю вас. Пусть всё будет хорошо.", true),
        ("Сочувствую. Не торопитесь с этим.", true),
        ("Держись там!", true),
        ("Good, the invoice then.", false),
        ("Люда, вы как? Вы в безопасности?", true),
        ("Are you safe?", true),
        ("Хорошо, тогда счёт.", false),
        ("", false),
    ] {
        assert_eq!(comforts(words), kind, "{words}");
    }
}

#[test]
fn who_would_go_on_says_nothing_else() {
    for (words, onward) in [
        ("Let's go on.", true),
        ("Okay. Let’s carry on, please.", true),
        ("I'd rather work, honestly.", true),
        ("Давайте дальше.", true),
        ("Ладно, на чём мы остановились?", true),
        ("Let's go on Friday then, with both of the boats and the tent.", false),
        ("The doctors told us to carry on as before, and to hope, nothing else.", false),
        ("Дальше был коридор.", false),
        ("", false),
    ] {
        assert_eq!(asks_for_work(words), onward, "{words}");
    }
}

/// "Back to the agenda", while "Shall we take it offline?" was on show, put a topic aside that nobody had put aside.
#[test]
fn another_way_of_leading_back_is_not_the_line_itself() {
    for (id, heard, itself) in [
        ("ru/offline-group-warm-1", "Сома я запомню. Давайте вернёмся к повестке, кого берём?", false),
        ("ru/offline-group-warm-1", "Давайте это отдельно, а сейчас подрядчик.", true),
        ("en/park-client-warm-1", "Right, back to the agenda.", false),
        ("en/park-client-warm-1", "Hold that thought for the end.", true),
    ] {
        let line = line(id);
        assert_eq!(was_said(&line, heard) >= SAID, itself, "{} / {heard}", line.text);
        assert!(was_said(&line, &line.text) >= SAID);
    }
}

#[test]
fn what_was_to_be_told_is_taken_up_again_in_own_words() {
    for (words, again) in [
        ("Oh, and the boat, you wanted to hear about the boat.", true),
        ("So, you were going to tell me about Lisbon?", true),
        ("Right. Now tell me the rest.", true),
        ("А про лошадь-то дорассказать?", true),
        ("Ну всё, теперь я хочу дослушать про лошадь.", true),
        ("Вы хотели рассказать про поездку в Дербент.", true),
        ("I'd love to hear the rest at the end of the call.", false),
        ("Хочу дослушать, но давай в конце, ладно?", false),
        ("You wanted the header in green.", false),
        ("Вы хотели кнопку поменьше.", false),
        ("You wanted to tell me about the harvest lunch.", true),
        ("Now, what was it you were going to tell me?", true),
        ("Ты же начал рассказывать про дачу!", true),
        ("Ну, теперь рассказывай.", true),
        ("Tell me the price.", false),
        ("А теперь про счёт.", false),
        ("", false),
    ] {
        assert_eq!(takes_up(words), again, "{words}");
    }
}

#[test]
fn asking_a_story_on_brings_nothing_back() {
    for (words, asks) in [
        ("Ha, wonderful! So what's next?", true),
        ("Ха, класс! А что дальше?", true),
        ("Back to the invoice.", false),
        ("", false),
    ] {
        assert_eq!(asks_on(words), asks, "{words}");
        for rung in [Rung::Park, Rung::Time, Rung::Direct, Rung::Offline] {
            assert!(!asks || sounds_like(rung, words) < SAID, "{words}");
        }
    }
    assert!(
        sounds_like(Rung::Direct, "Что дальше по плану?") >= SAID
            && sounds_like(Rung::Direct, "What's next on the list?") >= SAID
    );
}

#[test]
fn a_scripted_announcement_is_recognised() {
    for lang in [Lang::En, Lang::Ru] {
        for address in [Address::Ty, Address::Vy] {
            for tone in [Tone::Warm, Tone::Neutral, Tone::Direct] {
                for length in [Length::OneBreath, Length::HalfMinute, Length::Minute] {
                    for rule in [NewRule::WorkOnly, NewRule::ChatAtEnd] {
                        let why = Some(Why::BusySeason);
                        let plan = Announcement { lang, tone, address, why, minutes: Some(45), rule, ..Announcement::default() };
                        let script = announcement(&plan, length);
                        assert!(announcement_was_said(&script) >= SAID, "{script}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_free_announcement_is_recognised_and_ordinary_talk_is_not() {
    let cases = [
        (
            "One thing before the orders. I've decided to keep my calls shorter this year, thirty minutes each, and to stick to \
             business in them. I hope you understand.",
            true,
        ),
        (
            "There is something I want to say first. I have enjoyed our chats, but my schedule is full now, so starting today I need \
             to stay with work topics and finish after thirty minutes.",
            true,
        ),
        (
            "Хочу сразу сказать: заказов прибавилось, поэтому с этого месяца давайте на созвонах говорить только о работе, у меня на \
             каждого по полчаса.",
            true,
        ),
        (
            "Мне очень приятно с вами болтать, но времени теперь совсем мало. Давайте дальше встречи будем держать в рамках дела, \
             тридцать минут.",
            true,
        ),
        (
            "we have shared a lot of personal things and that may have to change business has picked up and i can't spend so much \
             time with one person from now on we need to keep more to business if something is happening in your life that i \
             should know tell me and then we need to get to business i have one hour for you",
            true,
        ),
        ("so listen from now on i want us to get to work right away i only have thirty minutes and less time than before", true),
        (
            "слушай я хочу поменять наши созвоны работы стало больше у меня теперь полчаса на созвон и говорим про работу если что \
             важное случится скажи",
            true,
        ),
        ("so the banner is done and i have thirty minutes for the second one", false),
        ("my sister moved to lisbon and we talked about a lot of things", false),
        ("давай посмотрим макет он почти готов осталось цвет поменять", false),
        ("", false),
    ];
    for (heard, said) in cases {
        assert_eq!(announcement_was_said(heard) >= SAID, said, "{} {heard}", announcement_was_said(heard));
    }
}
