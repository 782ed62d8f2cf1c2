//! What a talk comes to, answered kindly, with delight, curtly and cruelly, with everybody, in both languages. The label model is
//! not asked: what it would say of an answer is handed in, and `tests/` asks it.

mod book;
mod outcomes;

use super::{Begin, Talk};
use crate::habits::Habits;
use crate::judge::{judge, tells};
use crate::person::{Person, people};
use segue_core::{Flag, Flags, Label, Lang, Reading, Tone};
use segue_phrasebook::Phrasebook;
use segue_topic::LiveReading;

const LANGUAGES: [Lang; 2] = [Lang::En, Lang::Ru];

fn begin(person: &'static Person, lang: Lang, habits: Option<Habits>, seed: u64) -> (Talk, String) {
    Talk::begin(Begin { person, lang, tone: Tone::Warm, phrasebook: Phrasebook::built_in(), habits, seed })
}

fn everybody() -> impl Iterator<Item = (&'static Person, Lang)> {
    LANGUAGES.into_iter().flat_map(|lang| people(lang).iter().map(move |person| (person, lang)))
}

/// What a model may say.
fn reading(label: Label, flags: &[Flag]) -> LiveReading {
    let flags = flags.iter().fold(Flags::NONE, |all, &flag| all | flag.into());
    LiveReading { reading: Reading::certain(label, flags), before: None, agenda_item: None }
}

fn answer(talk: &mut Talk, mine: &str, read: &LiveReading) -> String {
    let judged = judge(mine, read, talk.scene(mine));
    talk.answer(mine, judged, tells(mine, &read.reading))
}

fn in_lang(lang: Lang, en: &'static str, ru: &'static str) -> &'static str {
    if lang == Lang::En { en } else { ru }
}

/// Says what segue offers, with a kind word before it; talks about the work where there is nothing to offer.
fn kindly(talk: &mut Talk) -> String {
    let lang = talk.lang();
    match talk.hint() {
        Some(line) => {
            let mine = format!("{} {}", in_lang(lang, "Ha, I understand!", "Понимаю вас!"), line.text);
            answer(talk, &mine, &reading(Label::Personal, &[Flag::Enthusiasm]))
        }
        None => about_work(talk),
    }
}

fn about_work(talk: &mut Talk) -> String {
    let en = "Thank you. What do we decide about the next point on the list?";
    let ru = "Спасибо. Что решаем по следующему пункту списка?";
    answer(talk, in_lang(talk.lang(), en, ru), &reading(Label::Business, &[]))
}

fn delighted(talk: &mut Talk) -> String {
    let en = "Oh wow, really? And what did your family say to that?";
    let ru = "Ничего себе, правда? А что сказала ваша семья?";
    answer(talk, in_lang(talk.lang(), en, ru), &reading(Label::Personal, &[Flag::PersonalQuestion, Flag::Enthusiasm]))
}

fn cruelly(talk: &mut Talk) -> String {
    let mine = in_lang(talk.lang(), "I don't care. Get to the point.", "Мне всё равно. Ближе к делу.");
    answer(talk, mine, &reading(Label::Personal, &[]))
}

/// Answers until the talk is over; gives the talk and all that the client said.
fn to_the_end((mut talk, greeting): (Talk, String), mut answer: impl FnMut(&mut Talk, usize) -> String) -> (Talk, Vec<String>) {
    let mut said = vec![greeting];
    while !talk.over() {
        let reply = answer(&mut talk, said.len());
        said.push(reply);
    }
    (talk, said)
}
