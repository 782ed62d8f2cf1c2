//! Two thousand utterances, as a whole afternoon of talk has them.

use super::{Person, Turn, build, by, drift};
use segue_core::debrief::{Debrief, Excuse};
use segue_core::{Kind, Label, Lang, Role, Timing};

const PEOPLE: [Person; 2] = [("Марта", Role::Me), ("Глеб", Role::Client)];
const UTTERANCES: usize = 2000;
/// Every so many utterances the talk leaves business.
const CYCLE: usize = 250;
/// And for so many.
const DRIFT: usize = 40;

const BUSINESS: [&str; 4] = [
    "давайте сверим смету с тем, что уже закуплено",
    "да",
    "по второму этажу плитка приходит четвёртого, затирку я заказала сразу, цвет номер двадцать один",
    "тогда двери двигаем на неделю и предупреждаем бригаду",
];
const PRIVATE: [&str; 4] = [
    "а мы в выходные ездили к морю",
    "правда? и как вода?",
    "холодная, но дети не вылезали, младший научился нырять",
    "ха, мои такие же",
];

pub fn debrief() -> Debrief {
    let mut now = 0.0;
    let mut timed = Vec::with_capacity(UTTERANCES);
    for n in 0..UTTERANCES {
        let place = n % CYCLE;
        let private = n >= DRIFT && place < DRIFT;
        let label = match (private, place % 7) {
            (true, 0..=2) => 'p',
            (true, _) => 's',
            (false, 6) if place.is_multiple_of(5) => 'f',
            (false, _) => 'b',
        };
        let words = if private { PRIVATE[n % 4] } else { BUSINESS[n % 4] };
        let turn: Turn = (n % 2, label, words, &[]);
        let seconds = 1.0 + words.chars().count() as f64 / 14.0;
        timed.push((now, now + seconds, turn));
        now += seconds + 0.3;
    }
    let mut d = build("объект на Лесной.json", Lang::Ru, Kind::Client, Timing::Spoken, &PEOPLE, &timed);
    d.headline = "Семь раз за день разговор уходил к морю, и каждый раз возвращался сам.".into();
    d.drifts = (1..UTTERANCES / CYCLE)
        .map(|n| {
            let mut found = drift(&d, n * CYCLE, n * CYCLE + DRIFT - 1, Label::Smalltalk);
            found.opened_by = Some(by(PEOPLE[n % 2]));
            found.returned_by = Some(by(PEOPLE[(n + 1) % 2]));
            found.returned_at = Some(n * CYCLE + DRIFT);
            found.excused = (n % 3 == 0).then_some(Excuse::Brief);
            found
        })
        .collect();
    d
}
