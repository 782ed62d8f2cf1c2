//! What the user put right is believed in the next call, and only there where its words are.

use segue_core::{Flag, Label, Lang, Learned, Reading, Role};
use segue_topic::{Model, Said, Setting, read_both};

const BEGINNING: [[&str; 4]; 2] = [
    [
        "Hello, can you hear me?",
        "Yes, hello.",
        "The invoice is in the folder, and the second page is done.",
        "Good, I will pay it on Monday.",
    ],
    ["Здравствуйте, слышно меня?", "Да, здравствуйте.", "Счёт в папке, вторая страница готова.", "Хорошо, оплачу в понедельник."],
];

/// Live and whole readings of the client's turns that follow the beginning of a call.
fn readings(lang: Lang, learned: &Learned, texts: &[&str]) -> [Vec<Reading>; 2] {
    let model = Model::embedded();
    let beginning = BEGINNING[lang as usize];
    let texts = beginning.iter().chain(texts).enumerate();
    let role = |i: usize| if i.is_multiple_of(2) || i > beginning.len() { Role::Client } else { Role::Me };
    let said: Vec<Said<'_>> =
        texts.map(|(i, text)| Said { role: role(i), goes_on: i > 0 && role(i) == role(i - 1), text }).collect();
    let setting = Setting::new(model, lang, false, "", &[]).with(learned.clone());
    let (mut reader, mut whole) = read_both(model, setting, &said);
    let live: Vec<Reading> = said.into_iter().map(|said| reader.hear(said).reading).collect();
    [live[beginning.len()..].to_vec(), whole.split_off(beginning.len())]
}

/// Live and whole labels of the client's turns.
fn labels(lang: Lang, learned: &Learned, texts: &[&str]) -> (Vec<Label>, Vec<Label>) {
    let [live, whole] = readings(lang, learned, texts).map(|readings| readings.iter().map(|reading| reading.label).collect());
    (live, whole)
}

#[test]
fn a_stretch_that_was_put_right_is_believed_at_once() {
    for (lang, stretch, later, elsewhere) in [
        (
            Lang::En,
            ["My husband and I quarrelled about the honeymoon suite again.", "The honeymoon was his idea, the suite was mine."],
            [
                "You know, on our honeymoon my husband and I quarrelled so much that he slept in the bath of the suite.",
                "Ha, as one does.",
            ],
            [
                "We were at my mother's all weekend, her knee hurts again, she can't do the stairs.",
                "My husband has done his back in, he is lying on the sofa.",
                "And our son got into university!",
                "My mother cried for joy.",
                "Are you married?",
            ],
        ),
        (
            Lang::Ru,
            ["Мы с мамой опять на даче грядки копали, смородину сажали.", "Смородину мама любит, а грядки я."],
            ["Ой, а мы в выходные с мамой на даче смородину сажали, грядки копали!", "Она опять спину сорвала."],
            [
                "Ой, мама вчера в гости приезжала, чай пили до ночи.",
                "Муж спину сорвал, лежит теперь.",
                "Кот с балкона упал, дети ревели весь вечер.",
                "А сын в институт поступил, представляете!",
                "А вы замужем?",
            ],
        ),
    ] {
        let before = Learned::default();
        let (live, whole) = labels(lang, &before, &later);
        assert!(live[0].is_private() && whole[0].is_private(), "{lang:?} {live:?}");
        let words = Model::embedded().words_of_marked([(stretch[0], true), (stretch[1], true), (elsewhere[0], false)]);
        let learned = Learned { business: words, ..before };
        let (live, whole) = labels(lang, &learned, &later);
        assert!(live.iter().chain(&whole).all(|label| !label.is_private()), "{later:?}: {live:?} {whole:?}");
        let (live, whole) = labels(lang, &learned, &elsewhere);
        assert!(live[4].is_private() && whole[4].is_private(), "other private talk stays private: {live:?} {whole:?}");
    }
}

#[test]
fn the_other_way_round() {
    let text = ["The greenhouse needs new panes, I measured them on Sunday."];
    let model = Model::embedded();
    let (live, _) = labels(Lang::En, &Learned::default(), &text);
    assert_eq!(live, [Label::Business]);
    let learned =
        Learned { private: model.words_of_marked([("The panes of my greenhouse, measured twice", true)]), ..Learned::default() };
    let (live, whole) = labels(Lang::En, &learned, &text);
    assert!(live[0].is_private() && whole[0].is_private());
}

#[test]
fn what_is_put_right_never_hides_what_is_serious() {
    let text = "My mother died last night, the funeral is on Friday.";
    let model = Model::embedded();
    let learned = Learned { business: model.words_of_marked([(text, true)]), ..Learned::default() };
    for reading in readings(Lang::En, &learned, &[text]).concat() {
        assert!(reading.flags.has(Flag::Serious) && reading.label != Label::Business, "{:?} {:?}", reading.flags, reading.label);
    }
}
