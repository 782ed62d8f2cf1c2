//! Whoever does not want to live, or may not, in both languages: a person first, nothing cheerful, no business.

mod common;

use common::{CHEER, answered, none_says};
use segue_reply::{Despair, DraftKind};

/// Words of bereavement, which would be horrible here, and of business.
const ASTRAY: [&str; 8] = ["all the time", "столько времени", "sorry", "жаль", "очувств", "[", "attach", "вложени"];

#[test]
fn who_does_not_want_to_live_is_not_left_alone() {
    for text in [
        "I can't do this any more. I've thought about ending it. Sorry, the slides will be late.",
        "I don't see the point any more, of any of it. Sorry to dump this on you. The report is attached.",
        "I took a lot of pills last night but I'm okay now. Meeting at 3?",
        "Honestly, everyone would be better off without me.",
        "I want to die. The logo is fine.",
        "Nobody would miss me if I was gone. Could you send the invoice?",
        "I keep thinking about dying. When is the launch?",
        "I just want to fall asleep and never wake up.",
        "Life isn't worth living. Here are the texts.",
        "I don't want to exist any more. I approve the layout.",
        "I tried to kill myself in March. That is why the texts are late.",
        "Хочется уснуть и не проснуться. Макет посмотрю завтра.",
        "Не хочу больше жить, если честно. Извините, что вам пишу. Отчёт во вложении.",
        "Лучше умереть, чем так. Когда будет смета?",
        "Вчера наглоталась таблеток, откачали. Созвон в три?",
        "Хочу покончить со всем. Договор подписан.",
        "Скоро меня не станет. Макет утверждаю.",
        "Не вижу смысла дальше жить. Пришлите счёт.",
        "Без меня всем будет лучше.",
        "Так больше не могу.",
        "I can't go on like this.",
        "Life has no meaning for me any more. Sorry about the deadline.",
        "i wish i could just disappear forever",
        "В жизни нет смысла. Файлы пришлю.",
        "Устала от жизни. Тексты пришлю завтра.",
    ] {
        let (understood, drafts) = answered(text);
        assert_eq!((understood.despair, understood.care), (Some(Despair::Plain), true), "{text}");
        assert!(drafts.iter().all(|(kind, _)| matches!(kind, DraftKind::Humane | DraftKind::Short)), "{text}");
        none_says(text, &drafts, &CHEER);
        none_says(text, &drafts, &ASTRAY);
        for (_, draft) in &drafts {
            assert!(draft.contains("emergency number") || draft.contains("112"), "{draft}");
        }
    }
}

#[test]
fn in_doubt_there_is_no_cheer() {
    for text in [
        "I've thought about ending it.",
        "This is goodbye. The files are in the folder.",
        "I'm so tired of it all. Could you send the invoice?",
        "I can't do this any more. Sorry, the slides will be late.",
        "думаю всё закончить. простите что не доделали",
        "Прощайте. Файлы в папке.",
        "Я никому не нужна. Пришлите счёт.",
        "3 nil down, I want to die 😂",
        "I've been having dark thoughts lately. Can we move the call?",
        "У меня тёмные мысли. Когда созвон?",
        "Больше так не могу. Простите, тексты опять опаздывают.",
    ] {
        let (understood, drafts) = answered(text);
        assert_eq!(understood.despair, Some(Despair::Possible), "{text}");
        none_says(text, &drafts, &CHEER);
        none_says(text, &drafts, &["leasure", "Of course", "Конечно", "ожалуйста!"]);
    }
}

#[test]
fn what_only_sounds_like_despair_is_work() {
    for text in [
        "Let's end it there and go on on Monday.",
        "I'm thinking of ending the contract.",
        "What's the point of a second banner?",
        "We want to live in Lisbon next year.",
        "I took a pill for the headache. Meeting at 3?",
        "I could kill my printer. When is the invoice due?",
        "I shot myself in the foot with that headline.",
        "My friend tried to kill himself last night. The texts will be late.",
        "Думаю всё закончить к пятнице.",
        "Не вижу смысла в третьем баннере.",
        "Хотим жить в Лиссабоне.",
        "Выпила таблетку от головы, сейчас созвонимся.",
        "Устала от этих правок.",
        "Мой брат пытался покончить с собой, тексты задержатся.",
    ] {
        assert_eq!(answered(text).0.despair, None, "{text}");
    }
}
