//! Whoever does not want to live is understood in a call, at once and with the whole of it in view, whatever the rest is about.

use segue_core::{Flag, Label, Lang, Role};
use segue_topic::{LiveReader, Model, Said, Setting, read_both};

/// The turns in which somebody says so, live and with the whole call in view.
fn told(lang: Lang, chat: bool, turns: &[(Role, &'static str)]) -> [Vec<usize>; 2] {
    let model = Model::embedded();
    let setting = || Setting::new(model, lang, chat, "", &[]);
    let goes_on = |i: usize| i > 0 && turns[i - 1].0 == turns[i].0;
    let said: Vec<Said<'_>> =
        turns.iter().enumerate().map(|(i, &(role, text))| Said { role, goes_on: goes_on(i), text }).collect();
    let live = LiveReader::new(model, setting()).hear_all(&said).at_once;
    let whole = read_both(model, setting(), &said).1;
    [live, whole].map(|readings| {
        let sure = |i: &usize| readings[*i].flags.has(Flag::Despair) && readings[*i].surely_serious();
        (0..readings.len()).filter(sure).collect()
    })
}

/// "I've got the pills here, that's all I think of" was met with "Shall we stop here?", a farewell with nothing.
#[test]
fn who_does_not_want_to_live_is_heard_among_work() {
    use Role::{Client, Me};
    for (lang, turns, wanted) in [
        (
            Lang::En,
            vec![
                (Me, "Fine, to the parish. Delivery on the fourth, with the hangers?"),
                (Client, "With the hangers. Honestly, Ewald, I don't want to live any more. I don't see the point of any of it."),
                (Me, "Oh come on, we all have such days! So with the hangers."),
                (Client, "Yes. I've got the pills here, that's all I think of."),
                (Me, "Let me send you the offer for the hangers, four euros each."),
            ],
            vec![1, 3],
        ),
        (
            Lang::Ru,
            vec![
                (Me, "Доставка четвёртого, с вешалками?"),
                (Client, "С вешалками. Если честно, жить не хочется, не вижу ни в чём смысла."),
                (Me, "Да ладно, у всех бывает! Значит, с вешалками."),
                (Client, "Да. Таблетки вот лежат, только о них и думаю."),
            ],
            vec![1, 3],
        ),
        (
            Lang::En,
            vec![
                (Me, "The pills come in boxes of ten, so the label is small."),
                (Client, "We want to live in Lisbon next year. The label is fine."),
            ],
            vec![],
        ),
    ] {
        for chat in [false, true] {
            assert_eq!(told(lang, chat, &turns), [wanted.clone(), wanted.clone()], "{lang:?} {chat}");
        }
    }
}

/// A call that nobody took was private talk, and opened a drift.
#[test]
fn a_message_without_words_is_neither_private_nor_work() {
    use Role::{Client, Me};
    let turns = [
        (Client, "Gold like this"),
        (Me, "That's 380 with varnish"),
        (Client, ""),
        (Client, "My mother fell in the night. She is in surgery, hip. I can't think about the boat"),
        (Me, "Oh Duarte, I'm so sorry. Forget the boat."),
    ];
    let model = Model::embedded();
    let setting = || Setting::new(model, Lang::En, true, "", &[]);
    let said = turns.map(|(role, text)| Said { role, goes_on: false, text });
    let live = LiveReader::new(model, setting()).hear_all(&said).at_once;
    let whole = read_both(model, setting(), &said).1;
    for readings in [live, whole] {
        assert_eq!((readings[2].label, readings[2].flags.iter().count()), (Label::Framing, 0));
        assert!(readings[3].surely_serious() && readings[3].flags.has(Flag::WorkImpact));
    }
}
