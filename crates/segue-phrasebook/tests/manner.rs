//! Replies and how they sound.

use segue_phrasebook::{Manner, manner, says_goodbye};

#[test]
fn replies_sound_as_they_are_meant() {
    let nothing = Manner::default();
    let warm = Manner { warm: true, ..nothing };
    let cases = [
        (
            "Ha, what a story! Let's put that aside for the end. What about the leaflet?",
            Manner { gentle: true, amused: true, hands_back: true, ..warm },
        ),
        ("Whatever.", Manner { brushes_off: true, bare: true, ..nothing }),
        ("Whatever suits you best on Thursday.", nothing),
        ("Whatever, get on with it.", Manner { brushes_off: true, ..nothing }),
        ("Just get on with it, will you.", Manner { brushes_off: true, ..nothing }),
        ("Fine. So what?", Manner { brushes_off: true, hands_back: true, bare: false, ..nothing }),
        ("Shall we get on with it, the labels first?", Manner { hands_back: true, ..nothing }),
        ("Next I would like to see the labels.", nothing),
        ("ok", Manner { bare: true, ..nothing }),
        ("Anyway, I don't care about goats, thanks.", Manner { brushes_off: true, ..nothing }),
        ("Anyway, the leaflet has two pages now.", nothing),
        ("Enough about me! What would help you most?", Manner { hands_back: true, ..nothing }),
        ("I have another call in a minute, so we must stop there now.", Manner { excuse: true, ..nothing }),
        ("We could put the labels into another call next week.", nothing),
        (
            "I'm so sorry. Shall we stop here? The poster can wait.",
            Manner { humane: true, comforts: true, hands_back: true, ..warm },
        ),
        ("That's awful, we can cancel the call.", Manner { comforts: true, ..nothing }),
        ("The proof comes on Wednesday with the new prices in it.", nothing),
        ("Oh that's lovely, really funny.", Manner { amused: true, ..warm }),
        ("That can't be easy, and still you make it sound funny.", warm),
        ("I need your eye on the prices, if you don't mind.", Manner { gentle: true, ..nothing }),
        ("The prices first, okay?", Manner { gentle: true, hands_back: true, ..nothing }),
        (
            "Как здорово! Доскажете в конце? А что решаем с листовкой?",
            Manner { gentle: true, amused: true, hands_back: true, ..warm },
        ),
        ("Короче, ближе к делу.", Manner { brushes_off: true, ..nothing }),
        ("Примите мои соболезнования. Встречу можно перенести.", Manner { humane: true, comforts: true, ..warm }),
        ("Простите, мне в дверь звонят, я побежал.", Manner { excuse: true, gentle: true, ..nothing }),
        ("Макет будет в среду, цены я поправил по вашему списку.", nothing),
        ("Чугунные батареи выложим в интернет с новыми ценами.", nothing),
        ("Ха-ха, как смешно у вас выходит.", Manner { amused: true, ..warm }),
        ("Сначала листовка, ладно? Мне важно успеть её к среде.", Manner { gentle: true, hands_back: true, ..nothing }),
        ("Кому это интересно.", Manner { brushes_off: true, ..nothing }),
        ("Совсем не смешно, мне бы тоже хотелось его включать.", warm),
        ("Короче, по рекламе мы решили в понедельник.", nothing),
        ("Ну и что? Давайте уже к делу.", Manner { brushes_off: true, hands_back: true, ..nothing }),
        ("Хватит болтать, что с листовкой.", Manner { brushes_off: true, ..nothing }),
        ("Вот и что с листовкой, я тоже не понял.", nothing),
        ("Мы уже проехали половину макета, осталось немного.", nothing),
        ("Отстань, мне некогда.", Manner { brushes_off: true, bare: true, ..nothing }),
        ("Ben has got another meeting at eleven, so which fields do we need now.", nothing),
    ];
    for (reply, expected) in cases {
        assert_eq!(manner(reply), expected, "{reply}");
    }
}

/// "See you on Thursday then" was taken for talk about the work, and so was «Тогда до вторника!».
#[test]
fn a_goodbye_that_names_the_next_meeting_is_one_and_a_date_for_the_work_is_none() {
    for (words, goodbye) in [
        ("See you on Thursday then", true),
        ("Ok thanks, speak on Thursday", true),
        ("Lovely. Until Tuesday then!", true),
        ("Thanks for this, talk to you next week", true),
        ("Great, see you tomorrow at ten", true),
        ("Right, I'll talk to you on Monday morning.", true),
        ("Bye for now", true),
        ("Thank you. Till then!", true),
        ("Take care, see you all next month.", true),
        ("Talk soon", true),
        ("Bye", true),
        ("Speak about the prices first", false),
        ("Until Thursday I need the proof", false),
        ("Can it wait until Thursday?", false),
        ("Until Thursday?", false),
        ("Let's see you on that boat first", false),
        ("I'll see you have the prices by Friday", false),
        ("Talk me through the leaflet", false),
        ("Take care of the labels, please", false),
        ("", false),
        ("Спасибо, было приятно. Тогда до вторника!", true),
        ("Хорошо. Тогда до среды", true),
        ("Всего доброго, до четверга", true),
        ("Ну, до пятницы в три", true),
        ("Договорились, увидимся на следующей неделе!", true),
        ("Спасибо! Созвонимся в понедельник утром.", true),
        ("До связи в четверг", true),
        ("До завтра", true),
        ("Ладно, пока", true),
        ("Давайте, до встречи", true),
        ("Тогда продолжим в среду.", true),
        ("До свидания", true),
        ("Всего хорошего вам!", true),
        ("Успеем до среды", false),
        ("До среды пришлю макет", false),
        ("А до пятницы?", false),
        ("Пришлите цены до вторника, пожалуйста", false),
        ("Поговорим про листовку", false),
        ("Пока не забыла: цены", false),
        ("Продолжим по листовке", false),
        ("Давайте до четверга решим с ценами", false),
    ] {
        assert_eq!(says_goodbye(words), goodbye, "{words}");
    }
}
