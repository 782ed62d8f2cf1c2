//! Good news and grave words in fun are nothing serious, however much they move the work.

use segue_core::{Flag, Lang, Role};
use segue_topic::{LiveReader, Model, Said, Setting, read_both};

/// "I nearly died laughing" was met with "I'm so sorry. Shall we stop here?", and the child that is expected was noted as serious news.
#[test]
fn nobody_is_consoled_for_what_is_told_with_a_laugh_or_in_joy() {
    use Role::{Client, Me};
    let work = [
        [
            "The roof first. The glass comes in two sizes, and the bigger one is cheaper by the metre.",
            "Then the bigger one, if the frame can carry it.",
            "It can, I did the sums on Friday. I'll order it today.",
        ],
        [
            "Сначала крыша. Стекло есть двух размеров, большое выходит дешевле за метр.",
            "Тогда большое, если каркас выдержит.",
            "Выдержит, я в пятницу посчитала. Закажу сегодня.",
        ],
    ];
    for (lang, told, more, moves) in [
        (
            Lang::En,
            "I nearly died laughing on Saturday, my uncle's wig went into the soup.",
            "My aunt was crying with laughter.",
            false,
        ),
        (
            Lang::En,
            "We're expecting, due in March, so I'd want the whole thing finished by the end of February.",
            "It's our first.",
            true,
        ),
        (Lang::Ru, "Я в субботу чуть не умер со смеху, у дяди парик в суп упал.", "Тётя до слёз хохотала.", false),
        (Lang::Ru, "Мы ждём ребёнка, в марте, так что хорошо бы всё закончить к концу февраля.", "Первенец.", true),
        (
            Lang::Ru,
            "Я получил работу в Новосибирске, в июне переезжаем, так что вторую половину без меня.",
            "С первого числа.",
            true,
        ),
    ] {
        let [first, second, third] = work[usize::from(lang == Lang::Ru)];
        let oh = if lang == Lang::Ru { "О, вот это да!" } else { "Oh." };
        let turns = [(Me, first), (Client, second), (Me, third), (Client, told), (Me, oh), (Client, more)];
        let said = turns.map(|(role, text)| Said { role, goes_on: false, text });
        let setting = || Setting::new(Model::embedded(), lang, false, "", &[]);
        let live = LiveReader::new(Model::embedded(), setting()).hear_all(&said).at_once;
        let whole = read_both(Model::embedded(), setting(), &said).1;
        for readings in [live, whole] {
            assert!(readings.iter().all(|reading| !reading.surely_serious()), "{told}");
            assert_eq!(readings[3].flags.has(Flag::WorkImpact), moves, "{told}");
        }
    }
}
