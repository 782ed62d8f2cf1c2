//! Grave news is known at once, whatever was told before it; and good news ends what was feared.

use segue_core::{Flag, Label, Lang, Role};
use segue_topic::{LiveReader, Model, Said, Setting, read_both};

fn heard(lang: Lang, turns: &[(Role, &'static str)]) -> Vec<[bool; 2]> {
    let model = Model::embedded();
    let setting = || Setting::new(model, lang, false, "", &[]);
    let goes_on = |i: usize| i > 0 && turns[i - 1].0 == turns[i].0;
    let said: Vec<Said<'_>> =
        turns.iter().enumerate().map(|(i, &(role, text))| Said { role, goes_on: goes_on(i), text }).collect();
    let live = LiveReader::new(model, setting()).hear_all(&said).at_once;
    let whole = read_both(model, setting(), &said).1;
    live.iter().zip(&whole).map(|(live, whole)| [live.surely_serious(), whole.surely_serious()]).collect()
}

/// A son in intensive care, told after a merry story, was put aside for the end; told alone, it got a humane line and no note.
#[test]
fn grave_news_after_a_merry_story_is_known_at_once() {
    use Role::{Client, Me};
    let stories = [
        (
            Lang::En,
            vec![
                (Me, "I can order the tiles on Monday. They cost two hundred dollars."),
                (Client, "On Saturday we went to a wedding. The bride was two hours late and the priest fell asleep."),
                (Client, "Then my uncle danced on the table and broke his tooth. Everybody was laughing."),
            ],
            vec![
                "My son was in a car accident on Sunday. He is in intensive care.",
                "My father went into hospital on Saturday. They found something on his lung.",
            ],
        ),
        (
            Lang::Ru,
            vec![
                (Me, "Плитку закажу в понедельник, выйдет двести евро."),
                (Client, "А мы в субботу на свадьбе гуляли. Невеста опоздала на два часа, поп уснул."),
                (Client, "Потом дядя плясал на столе и зуб сломал. Все хохотали."),
            ],
            vec!["Мой сын в воскресенье попал в аварию. Он в реанимации.", "А я вчера с женой развёлся. Тридцать лет, и всё."],
        ),
    ];
    for (lang, story, news) in stories {
        for text in news {
            for before in [&story[..1], &story[..]] {
                let mut turns = before.to_vec();
                turns.extend([
                    (Client, text),
                    (Me, if lang == Lang::En { "Let us go back to the roof." } else { "Вернёмся к крыше." }),
                ]);
                assert_eq!(heard(lang, &turns)[before.len()], [true, true], "{text}");
            }
        }
    }
}

/// What moves people to tears of joy got "I'm so sorry. Shall we stop here?", and made the goodbye surely serious.
#[test]
fn nobody_is_consoled_for_good_news() {
    use Role::{Client, Me};
    for (lang, turns) in [
        (
            Lang::En,
            vec![
                (Me, "OK. Sails: the sailcloth is here, tan or white?"),
                (Client, "Tan. And the invoice to the club, not to me."),
                (Me, "To the club. How did the operation go?"),
                (Client, "Benign. Thank God. I danced in the corridor with the nurse, she was from Cuba, she led."),
                (Me, "I'm so happy for you! My aunt had the same and she runs marathons now."),
                (Client, "Marathons! I only want to sail. Oh, I'm crying again, sorry."),
                (Me, "Don't be. Go, your taxi."),
                (Client, "Yes. Tan. Bye!"),
            ],
        ),
        (
            Lang::Ru,
            vec![
                (Me, "Паруса: ткань пришла, беж или белый?"),
                (Client, "Беж. А счёт на клуб, не на меня."),
                (Me, "На клуб. Как операция прошла?"),
                (Client, "Доброкачественная! Слава богу. Я с медсестрой в коридоре танцевала."),
                (Me, "Как я так рада за вас! У тёти то же самое было, теперь марафоны бегает."),
                (Client, "Марафоны! Мне бы под парус. Ой, опять плачу, простите."),
                (Me, "Плачьте. Бегите, такси ждёт."),
            ],
        ),
    ] {
        let sure = heard(lang, &turns);
        assert_eq!(sure[3..], vec![[false, false]; turns.len() - 3], "{lang:?}");
    }
}

/// The news is somebody's own, and so worth a note.
#[test]
fn grave_news_is_a_disclosure_and_no_work() {
    let model = Model::embedded();
    let text = "My mother died last night, so the funeral is on Friday.";
    let said = [Said { role: Role::Client, goes_on: false, text }];
    for reading in LiveReader::new(model, Setting::new(model, Lang::En, false, "", &[])).hear_all(&said).at_once {
        assert!(reading.flags.has(Flag::Disclosure) && reading.label != Label::Business);
    }
}
