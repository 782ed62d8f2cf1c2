//! A chat in Russian with two sittings.

use super::{Person, Turn, build, by, correspondence, drift};
use segue_core::debrief::{
    AgendaResult, Debrief, Excuse, Feeding, FeedingKind, Note, NoteKind, Parked, ParkedFate, ShownCue, Sitting,
};
use segue_core::{Flag, Kind, Label, Lang, Role, Rung, Timing};

const ANNA: Person = ("Анна", Role::Me);
const OLEG: Person = ("Олег Петрович", Role::Client);
/// First message of the second sitting.
const NEXT_DAY: usize = 10;

const TURNS: [Turn; 21] = [
    (1, 'f', "Анна, доброе утро!", &[]),
    (0, 'f', "Доброе утро, Олег Петрович", &[]),
    (1, 'b', "Посмотрел макет каталога. Страница с лодочными моторами понравилась, а вот шапка мелковата", &[]),
    (0, 'b', "Шапку увеличу на четверть. Логотип оставляем слева?", &[]),
    (1, 'b', "Слева, да. И телефон пожирнее", &[]),
    (
        1,
        'p',
        "Кстати о моторах: сын вчера утопил мой! Третий раз за лето, представляете 😅 жена теперь с ним не разговаривает",
        &[Flag::Disclosure],
    ),
    (0, 'p', "Ого 😄 а сколько ему лет? И как достали?", &[Flag::PersonalQuestion, Flag::Enthusiasm]),
    (
        1,
        'p',
        "Девятнадцать. Доставали всей деревней, тёща руководила с берега. А у вас дети есть?",
        &[Flag::Disclosure, Flag::PersonalQuestion],
    ),
    (
        0,
        'f',
        "Об этом лучше при встрече :) Олег Петрович, мне нужны от вас цены на три мотора, без них страница стоит",
        &[Flag::SteerBack],
    ),
    (1, 'b', "Понял, пришлю к вечеру", &[Flag::Accepted]),
    (1, 'b', "Цены: 84 000, 112 500 и 139 900. На третий скидка до конца месяца", &[]),
    (0, 'b', "Спасибо! Ставлю. Скидку показать плашкой или строкой?", &[]),
    (1, 'b', "Плашкой, но без крика", &[]),
    (1, 's', "Погода-то какая, а? У нас вода плюс двадцать три, хоть сейчас бросай всё", &[]),
    (0, 's', "У нас дожди, завидую", &[]),
    (
        1,
        'p',
        "И ещё: с понедельника я в санатории, две недели без связи, так что утверждать каталог будет Марина",
        &[Flag::WorkImpact, Flag::Disclosure],
    ),
    (0, 'b', "Хорошо, тогда прошу её адрес и отправляю ей вёрстку в пятницу", &[]),
    (1, 'b', "marina собака motor точка example, она в курсе", &[]),
    (0, 'b', "Принято. В пятницу вёрстка, в среду правки, в типографию двадцатого", &[]),
    (1, 'f', "Отлично, до связи!", &[Flag::SignOff]),
    (0, 'f', "До связи, хорошего отдыха!", &[Flag::SignOff]),
];

pub fn debrief() -> Debrief {
    let timed = TURNS.iter().enumerate().map(|(index, turn)| {
        let day = if index < NEXT_DAY { 0.0 } else { 86_400.0 };
        let at = day + index as f64 * 95.0;
        (at, at, *turn)
    });
    let timed: Vec<_> = timed.collect();
    let mut d = build("Чат с Олегом Петровичем.txt", Lang::Ru, Kind::Client, Timing::Chat, &[ANNA, OLEG], &timed);
    d.headline = "Утонувший мотор занял четверть переписки; ваша просьба о ценах вернула её к каталогу за одно сообщение.".into();
    d.sittings = vec![Sitting { from: 0, to: NEXT_DAY - 1 }, Sitting { from: NEXT_DAY, to: TURNS.len() - 1 }];

    let mut motor = drift(&d, 5, 7, Label::Personal);
    motor.opened_by = Some(by(OLEG));
    motor.returned_by = Some(by(ANNA));
    motor.returned_at = Some(8);
    motor.returned_with = Some(d.utterances[8].text.clone());
    let mut weather = drift(&d, 13, 14, Label::Smalltalk);
    weather.opened_by = Some(by(OLEG));
    weather.excused = Some(Excuse::Brief);
    let mut resort = drift(&d, 15, 15, Label::Personal);
    resort.opened_by = Some(by(OLEG));
    resort.excused = Some(Excuse::WorkImpact);
    d.drifts = vec![motor, weather, resort];

    d.cues = vec![ShownCue {
        at: d.utterances[7].end,
        after: 7,
        situation: Rung::Deflect.situation(),
        rung: Rung::Deflect,
        line: "ru/deflect-client-warm-1".to_owned(),
        said: true,
        declined: false,
        text: "Обо мне потом, сейчас важнее каталог. Пришлёте цены?".to_owned(),
        returned_after: Some(95.0),
    }];
    d.feeding = Some(vec![Feeding {
        kind: FeedingKind::PersonalQuestion,
        index: 6,
        at: d.utterances[6].start,
        text: d.utterances[6].text.clone(),
    }]);
    d.parked = vec![Parked { index: 7, at: d.utterances[7].start, topic: "дети".into(), fate: ParkedFate::Parked }];
    let reached = |text: &str, index: Option<usize>| AgendaResult {
        text: text.to_owned(),
        reached_at: index.map(|index| d.utterances[index].start),
        index,
    };
    d.agenda = vec![reached("шапка каталога", Some(2)), reached("цены на моторы", Some(8)), reached("тираж", None)];
    d.correspondence = Some(correspondence(ANNA, OLEG));
    d.notes = vec![Note {
        index: 15,
        at: d.utterances[15].start,
        kind: NoteKind::WorkImpact,
        by: by(OLEG),
        text: d.utterances[15].text.clone(),
    }];
    d
}
