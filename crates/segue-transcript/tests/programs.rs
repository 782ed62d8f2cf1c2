//! Every program's file, in English and Russian, as the program writes it: how many utterances, who
//! speaks, when it begins and ends, and which problems are named.

mod common;

use common::{fixture, names, options, problems};
use segue_core::{Lang, Source, Timing};
use segue_transcript::read;

struct Case {
    file: &'static str,
    source: Source,
    timing: Timing,
    count: usize,
    /// In order of appearance, with the role's letter before: `m` me, `c` client, `o` colleague, `?` unknown.
    speakers: &'static str,
    /// Start of the first and start and end of the last utterance.
    times: (f64, f64, f64),
    /// One utterance that shows what is particular to the format.
    sample: (usize, &'static str),
    /// Line and first words of each problem besides that of unknown roles.
    problems: &'static [(usize, &'static str)],
}

const fn case(file: &'static str, source: Source, timing: Timing, count: usize, speakers: &'static str) -> Case {
    Case { file, source, timing, count, speakers, times: (0.0, 0.0, 0.0), sample: (0, ""), problems: &[] }
}

impl Case {
    const fn times(mut self, first: f64, last: f64, end: f64) -> Self {
        self.times = (first, last, end);
        self
    }

    const fn sample(mut self, index: usize, words: &'static str) -> Self {
        self.sample = (index, words);
        self
    }

    const fn problems(mut self, problems: &'static [(usize, &'static str)]) -> Self {
        self.problems = problems;
        self
    }
}

use Source::{Labelled, Srt, Telegram, Text, Webvtt, Whatsapp, Whisper};
use Timing::{Chat, Estimated, Spoken};

const NO_TIMES: &[(usize, &str)] = &[(0, "The file has no times")];
const FEW_TIMES: &[(usize, &str)] = &[(0, "The file gives a time only now and then")];

#[rustfmt::skip]
const CASES: &[Case] = &[
    case("zoom.en.vtt", Webvtt, Spoken, 12, "?Maren Okafor, ?Luis Ferreira, ?").times(1.48, 45.5, 48.12)
        .sample(3, "Same here, the dog refused to go out: he just stood in the door and looked at me."),
    case("zoom.ru.vtt", Webvtt, Spoken, 10, "?Жанна Корсакова, ?Тимофей Лунин").times(2.01, 37.9, 39.98)
        .sample(5, "Да. Смотрите: на третьей полосе цены прошлого сезона, их надо убрать совсем."),
    case("teams.en.vtt", Webvtt, Spoken, 10, "?Priya Nair, ?Tom Beckett (Guest)").times(3.209, 39.7, 41.3)
        .sample(3, "Ha, finally. Eleven weeks of washing up in the bath & takeaway curries."),
    case("teams.ru.vtt", Webvtt, Spoken, 8, "?Рустам Галиев, ?Вера Игоревна Сомова").times(2.11, 30.8, 33.91)
        .sample(6, "Юрист прислал текст, две страницы \"мелким шрифтом\"."),
    case("voices.en.vtt", Webvtt, Spoken, 9, "?Hedda, ?Samir Haddad").times(1.0, 3600.0, 3602.5)
        .sample(5, "Is it the bit where x < y turns up in the footnote?").problems(&[(33, "There are no words here")]),
    case("voices.ru.vtt", Webvtt, Spoken, 8, "?Ульяна, ?Герман Ильич").times(0.5, 25.5, 27.9)
        .sample(6, "Возьму полужирный и подвину на 3 мм вверх."),
    case("webex.en.vtt", Webvtt, Spoken, 8, "?Aoife Brennan, ?Kenji Watanabe").times(4.339, 29.7, 32.01)
        .sample(2, "The children are asleep, so it's my quiet hour."),
    case("webex.ru.vtt", Webvtt, Spoken, 8, "?Полина Шах, ?Остап Вереш").times(3.1, 27.8, 29.1)
        .sample(3, "С мятой, с дачи привезли."),
    case("named.en.srt", Srt, Spoken, 9, "?Ruth Adeyemi, ?Neil Garrow").times(0.9, 26.5, 27.9)
        .sample(3, "Enjoy it while it lasts: mine is fifteen."),
    case("named.ru.srt", Srt, Spoken, 8, "?Нина, ?Олег").times(1.2, 23.1, 25.4)
        .sample(1, "Ужасно, трясло всю дорогу, а рядом храпел целый вагон."),
    case("film.en.srt", Srt, Spoken, 8, "?").times(1.0, 20.2, 23.5)
        .sample(3, "The one with the brass feet?"),
    case("film.ru.srt", Srt, Spoken, 8, "?").times(0.5, 18.6, 20.1)
        .sample(1, "По объявлению. Проходите, не разувайтесь."),
    case("changes.en.srt", Srt, Spoken, 8, "?Imogen Clay, ?Bruno Keller").times(0.2, 21.4, 23.6)
        .sample(3, "My back tells me I'm not twenty any more."),
    case("changes.ru.srt", Srt, Spoken, 8, "?Спикер 1, ?Спикер 2").times(0.3, 19.5, 21.0)
        .sample(7, "Серую."),
    case("teams-document.en.txt", Srt, Spoken, 8, "?Grace Mbeki, ?Otto Lindqvist").times(0.0, 26.4, 28.0)
        .sample(1, "I'm here, sorry, I was on mute.").problems(&[(1, "The lines before the first speaker")]),
    case("teams-document.ru.txt", Srt, Spoken, 8, "?Алиса Громова, ?Платон Юшин").times(0.0, 24.5, 26.0)
        .sample(2, "С дочкой? Как она, держится?"),
    case("otter.en.txt", Text, Spoken, 10, "?Delphine Roux, ?Amos Tully, ?Unknown Speaker").times(3.0, 3764.0, 3766.66)
        .sample(4, "No problem. So, Amos, the glaze. Batch four came out greener than the sample, and I would like to understand why before we fire the rest. It may be the kiln, it may be the copper."),
    case("otter.ru.txt", Text, Spoken, 9, "?Кира Ланская, ?Матвей").times(2.0, 40.0, 41.89)
        .sample(3, "С капустой и с яйцом. Все съел, каюсь."),
    case("rev.en.txt", Text, Spoken, 10, "?Speaker 1, ?Speaker 2").times(2.0, 3853.0, 3854.89)
        .sample(2, "Pouring. I nearly swam to the station."),
    case("rev.ru.txt", Text, Spoken, 8, "?Интервьюер, ?Раиса Павловна").times(1.0, 30.0, 33.43)
        .sample(4, "Про каталог. В разделе «Сукна» нет двух номеров."),
    case("descript.en.txt", Text, Spoken, 9, "?Wanjiru, ?Colm").times(1.0, 35.0, 37.66)
        .sample(6, "\"Book a table\", then. And make it wider."),
    case("descript.ru.txt", Text, Spoken, 9, "?Лена, ?Тимур").times(1.0, 35.0, 36.89)
        .sample(2, "Видела, еле выехала. Давайте про каталог. Там две страницы без фото."),
    case("fireflies.en.txt", Text, Spoken, 9, "?Yusuf Demir, ?Hattie Bloom").times(0.0, 37.0, 38.5)
        .sample(6, "Then it should say \"in equal parts\". Now it says nothing."),
    case("fireflies.ru.txt", Text, Spoken, 8, "?Эльза Майер, ?Семён Удалов").times(1.0, 31.0, 32.12)
        .sample(1, "В поезде, до Твери ещё час. Соседка угощает яблоками."),
    case("meet.en.txt", Text, Estimated, 10, "?Ines Duarte, ?Peadar Walsh").times(0.0, 311.95, 313.45)
        .sample(5, "Okay, the front page. I moved the search box up, and the news go below the fold.").problems(FEW_TIMES),
    case("meet.ru.txt", Text, Estimated, 8, "?Зоя Белкина, ?Артур Ким").times(0.0, 306.68, 308.96)
        .sample(1, "Холодно и красиво. Бабушка накормила на год вперёд.").problems(FEW_TIMES),
    case("zoom-captions.en.txt", Text, Spoken, 9, "?Noor Rahman, ?Gus Petrakis").times(0.0, 187.0, 190.43)
        .sample(4, "He let me steer when I was six."),
    case("zoom-captions.ru.txt", Text, Spoken, 8, "?Инга Вальц, ?Фёдор Мохов").times(0.0, 44.0, 44.73)
        .sample(3, "На четвёрку, и счастлив. Давайте по программе конференции."),
    case("zoom-chat.en.txt", Text, Chat, 8, "?Odile Marchand, ?Viktor Hale").times(0.0, 229.0, 229.0)
        .sample(4, "poor Ben ok: which of the two logos?"),
    case("zoom-chat.ru.txt", Text, Chat, 8, "?Дарья Ким, ?Лев Орехов").times(0.0, 250.0, 250.0)
        .sample(4, "ок, слайд 7: цифры за октябрь верные?"),
    case("names-only.en.txt", Text, Estimated, 9, "mMe, cAgnes").times(0.0, 37.51, 39.78)
        .sample(5, "No, the one from Bremen is the third. The second went to sea and never wrote, which broke his mother's heart.").problems(NO_TIMES),
    case("names-only.ru.txt", Text, Estimated, 8, "mЯ, cИрина Львовна").times(0.0, 17.24, 20.67)
        .sample(2, "Спасибо, держится. По складу: остатки не сходятся.").problems(NO_TIMES),
    case("whispercpp-screen.en.txt", Text, Spoken, 8, "?").times(0.0, 20.22, 24.5)
        .sample(5, "So, the estimate. Thirty square metres of parquet, oiled."),
    case("whispercpp-screen.ru.txt", Text, Spoken, 8, "?").times(0.0, 19.5, 20.9)
        .sample(4, "Так вот, по отоплению: третий контур не греет."),
    case("openai.en.json", Whisper, Spoken, 10, "?").times(0.0, 33.62, 36.36)
        .sample(3, "Nine, and one that thinks she is a dog."),
    case("openai.ru.json", Whisper, Spoken, 10, "?").times(0.0, 24.71, 26.02)
        .sample(5, "Давайте. Таблица третья, итог не бьётся."),
    case("whisperx.en.json", Whisper, Spoken, 10, "?SPEAKER_01, ?SPEAKER_00, ?").times(0.0, 28.27, 31.01)
        .sample(3, "The one about the frog. I dream of that frog."),
    case("whisperx.ru.json", Whisper, Spoken, 9, "?SPEAKER_00, ?SPEAKER_01").times(0.0, 19.86, 21.53)
        .sample(4, "Сапог хоть ваш?"),
    case("whispercpp.en.json", Whisper, Spoken, 10, "?Speaker 0, ?Speaker 1, ?").times(0.0, 27.22, 28.53)
        .sample(7, "Like an aubergine."),
    case("whispercpp.ru.json", Whisper, Spoken, 10, "?Speaker 1, ?Speaker 0").times(0.0, 22.2, 23.16)
        .sample(5, "Так что со смычком?"),
    case("whispercpp-turns.en.json", Whisper, Spoken, 8, "?").times(0.0, 18.94, 20.25)
        .sample(2, "It was the battery after all."),
    case("whispercpp-full.ru.json", Whisper, Spoken, 8, "?").times(0.0, 14.3, 15.97)
        .sample(4, "Итак, первый вопрос: сроки."),
    case("faster-whisper.en.json", Whisper, Spoken, 8, "?").times(0.0, 20.36, 22.39)
        .sample(5, "Column F is text, not numbers."),
    case("faster-whisper.ru.json", Whisper, Spoken, 8, "?").times(0.0, 15.01, 15.97)
        .sample(3, "Торт уронили, но съели."),
    case("whatsapp-android.en.txt", Whatsapp, Chat, 12, "?Beatrix Voss, ?Emeka Obi").times(0.0, 57_660.0, 57_660.0)
        .sample(2, "this was at seven in the morning"),
    case("whatsapp-android.ru.txt", Whatsapp, Chat, 11, "mОльга, cГлеб Юрьев").times(0.0, 133_800.0, 133_800.0)
        .sample(1, "Спасибо! Спят наконец 😂 а ёлка упала, кот постарался"),
    case("whatsapp-america.en.txt", Whatsapp, Chat, 9, "?Casey, ?Marlow Finch").times(0.0, 124_380.0, 124_380.0)
        .sample(4, "headline: \"Sleep better\" or \"Sleep, finally\"?"),
    case("whatsapp-ios.en.txt", Whatsapp, Chat, 12, "?Rosalind Quist, ?Paulo, ?Paulo's Office").times(0.0, 467_217.0, 467_217.0)
        .sample(8, "Right, new version tonight"),
    case("whatsapp-ios.ru.txt", Whatsapp, Chat, 11, "?Варвара Сизова, ?Егор Тихонов").times(0.0, 133_669.0, 133_669.0)
        .sample(7, "Оставляем, сноска: 2,13 м"),
    case("whatsapp-group.ru.txt", Whatsapp, Chat, 8, "?Тамара Ильина, ?+7 912 000-11-22, ?Роман Дятлов").times(0.0, 597_600.0, 597_600.0)
        .sample(4, "Итог такой: леса ставим 12-го"),
    case("telegram.en.json", Telegram, Chat, 10, "mOttilie Braun, cMagnus Dahl").times(0.0, 87_620.0, 87_620.0)
        .sample(4, "Quick one: is https://example.org/offer the final offer?"),
    case("telegram.ru.json", Telegram, Chat, 9, "mГлафира, cЛука Снегов").times(0.0, 36_525.0, 36_525.0)
        .sample(5, "Правки тут: figma.com/x, жду до пятницы"),
    case("telegram-account.en.json", Telegram, Chat, 14, "?Pippa").times(0.0, 0.0, 0.0)
        .sample(3, "message 3").problems(&[(0, "The file holds 2 more chat(s); «Pippa»")]),
    case("telegram-account.ru.json", Telegram, Chat, 9, "mГлафира, cЛука Снегов").times(0.0, 36_525.0, 36_525.0)
        .sample(0, "Лука, добрый день! Как переезд?").problems(&[(0, "The file holds 1 more chat(s); «Лука Снегов»")]),
    case("labelled.en.jsonl", Labelled, Spoken, 9, "mLinnea, cAmbrose").times(0.0, 24.82, 26.71)
        .sample(7, "Cloth, then, in the dark green."),
    case("labelled.ru.jsonl", Labelled, Chat, 8, "mСтеша, oПрохор").times(0.0, 490.0, 490.0)
        .sample(5, "12, бумага тоньше"),
];

#[test]
fn every_program_in_both_languages() {
    for case in CASES {
        let name = case.file;
        let found = read(&fixture(name), &options("", "")).unwrap_or_else(|error| panic!("{name}: {error}"));
        let lang = if name.contains(".ru.") { Lang::Ru } else { Lang::En };
        assert_eq!((found.source, found.lang, found.timing), (case.source, Some(lang), case.timing), "{name}");
        assert_eq!(found.utterances.len(), case.count, "{name}");
        assert_eq!(names(&found), case.speakers, "{name}");
        assert_eq!(found.utterances[case.sample.0].text.as_str(), case.sample.1, "{name}");
        let (first, last) = (&found.utterances[0], &found.utterances[case.count - 1]);
        for (is, expected) in [(first.start, case.times.0), (last.start, case.times.1), (last.end, case.times.2)] {
            assert!((is - expected).abs() < 0.011, "{name}: {is} is not {expected}");
        }
        let problems: Vec<_> = problems(&found).into_iter().filter(|(_, what)| !what.starts_with("It is not known who you are")).collect();
        assert_eq!(problems.len(), case.problems.len(), "{name}: {problems:?}");
        for ((line, what), expected) in problems.iter().zip(case.problems) {
            assert!(*line == expected.0 && what.starts_with(expected.1), "{name}: {line} {what}");
        }
    }
}

#[test]
fn every_file_is_expected() {
    for file in common::fixtures() {
        assert!(CASES.iter().any(|case| case.file == file), "{file} is not in the list");
    }
}

#[test]
fn names_that_are_given_lead_to_roles() {
    for (file, me, client, speakers) in [
        ("zoom.en.vtt", "Maren", "", "mMaren Okafor, cLuis Ferreira, ?"),
        ("teams.ru.vtt", "Rustam", "Вера Сомова", "mРустам Галиев, cВера Игоревна Сомова"),
        ("otter.en.txt", "Delphine", "Amos", "mDelphine Roux, cAmos Tully, oUnknown Speaker"),
        ("named.ru.srt", "", "Oleg", "mНина, cОлег"),
        ("whispercpp.en.json", "0", "1", "mSpeaker 0, cSpeaker 1, ?"),
        ("whatsapp-group.ru.txt", "Роман", "", "cТамара Ильина, c+7 912 000-11-22, mРоман Дятлов"),
        ("telegram-account.en.json", "", "Magnus", "mOttilie Braun, cMagnus Dahl"),
        ("telegram-account.ru.json", "", "Мастерская", "mГлафира, ?Юлиан, ?Лука Снегов"),
    ] {
        let found = read(&fixture(file), &options(me, client)).expect(file);
        if file == "telegram-account.ru.json" {
            // The name of a group chooses the chat; nobody in it is called so.
            assert_eq!(found.utterances.len(), 3);
            assert!(problems(&found).iter().any(|(_, what)| what.contains("Мастерская")));
            continue;
        }
        assert_eq!(names(&found), speakers, "{file}");
    }
}

#[test]
fn problems_are_told_in_the_language_of_the_user() {
    for file in common::fixtures() {
        let options = segue_transcript::ReadOptions { me: Some("Nobody".into()), ui: Lang::Ru, ..Default::default() };
        for problem in read(&fixture(&file), &options).expect(&file).problems {
            assert_eq!(Lang::of_text(problem.what.split('«').next().unwrap_or_default()), Some(Lang::Ru), "{file}: {}", problem.what);
        }
    }
}
