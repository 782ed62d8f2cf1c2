//! Grave news in plain words: "my mother died last night".
//!
//! People who write calls avoid such words, and so a net that learned from them misses what everybody would understand.

use crate::phrases::Phrases;
use std::sync::LazyLock;

/// What it is about: somebody near.
const KIN: [&str; 124] = [
    "mother",
    "mum",
    "mom",
    "father",
    "dad",
    "husband",
    "wife",
    "son",
    "daughter",
    "brother",
    "sister",
    "baby",
    "child",
    "partner",
    "fiance",
    "fiancee",
    "boyfriend",
    "girlfriend",
    "grandmother",
    "grandma",
    "grandfather",
    "grandpa",
    "aunt",
    "uncle",
    "nephew",
    "niece",
    "friend",
    "мама",
    "маму",
    "мамы",
    "маме",
    "мать",
    "матери",
    "отец",
    "отца",
    "папа",
    "папу",
    "папы",
    "папе",
    "муж",
    "мужа",
    "жена",
    "жену",
    "жены",
    "сын",
    "сына",
    "дочь",
    "дочка",
    "дочки",
    "дочери",
    "брат",
    "брата",
    "сестра",
    "сестру",
    "сестры",
    "ребенок",
    "ребенка",
    "подруга",
    "друг",
    "друга",
    "бабушка",
    "бабушки",
    "бабушку",
    "дедушка",
    "дедушки",
    "дедушку",
    "cousin",
    "grandson",
    "granddaughter",
    "мужем",
    "женой",
    "мамой",
    "папой",
    "сыном",
    "племянник",
    "племянника",
    "племянница",
    "племянницу",
    "тетя",
    "тетю",
    "дядя",
    "дядю",
    "теща",
    "тещу",
    "тещи",
    "тесть",
    "тестя",
    "свекровь",
    "свекра",
    "внук",
    "внука",
    "внучка",
    "внучку",
    "stepdad",
    "stepmother",
    "stepfather",
    "gran",
    "nan",
    "granny",
    "granddad",
    "grandad",
    "mam",
    "mama",
    "daddy",
    "батя",
    "батю",
    "бати",
    "батька",
    "батьку",
    "отчим",
    "отчима",
    "мачеха",
    "зять",
    "зятя",
    "невестка",
    "невестку",
    "сыну",
    "дочку",
    "дед",
    "деда",
    "матушка",
    "матушку",
    "отцу",
    "мужу",
];
/// Whose.
const MINE: [&str; 16] =
    ["my", "our", "мой", "моя", "моего", "моей", "мою", "мое", "моему", "наш", "наша", "нашего", "нашу", "меня", "нас", "мне"];
/// What happened: beginnings of words; a full stop at the end means the whole word.
const NEWS: [&str; 53] = [
    "died.",
    "dead.",
    "dying.",
    "killed.",
    "cancer.",
    "tumor.",
    "tumour.",
    "stroke.",
    "icu.",
    "coma.",
    "leukaemia.",
    "leukemia.",
    "stillborn.",
    "suicide.",
    "overdosed.",
    "passed.",
    "intensive.",
    "attack.",
    "умер.",
    "умерла.",
    "умерли.",
    "умирает.",
    "скончался.",
    "скончалась.",
    "погиб.",
    "погибла.",
    "погибли.",
    "стало.",
    "рак.",
    "инсульт",
    "инфаркт",
    "реанимаци",
    "опухоль.",
    "онкологи",
    "метастаз",
    "хороним.",
    "похоронили.",
    "похороны.",
    "коме.",
    "выкидыш",
    "отравился.",
    "повесился.",
    "застрелили.",
    "убили.",
    "убит.",
    "buried.",
    "ambulance.",
    "похорон.",
    "хоронили.",
    "скорой.",
    "скорая.",
    "увезли.",
    "увезла.",
];
/// Words of [`NEWS`] that are grave only with the word beside them, or next but one.
const TOGETHER: [(&str, &str); 6] = [
    ("passed", "away"),
    ("intensive", "care"),
    ("attack", "heart"),
    ("стало", "не"),
    ("увезли", "больницу"),
    ("увезла", "скорая"),
];
/// Words of [`NEWS`] that the word after them makes harmless.
const HARMLESS: [(&str, &str); 12] = [
    ("dead", "tired"),
    ("dead", "set"),
    ("dead", "right"),
    ("dead", "on"),
    ("dead", "line"),
    ("dead", "end"),
    ("dead", "serious"),
    ("dead", "easy"),
    ("killed", "it"),
    ("killed", "the"),
    ("dying", "to"),
    ("dying", "for"),
];
/// Grave by themselves, of oneself or of us.
const SELF: [&str; 53] = [
    "i have cancer",
    "i've got cancer",
    "i have a tumor",
    "i have a tumour",
    "i've been diagnosed with",
    "i was diagnosed with",
    "i got diagnosed with",
    "i had a miscarriage",
    "we had a miscarriage",
    "i lost the baby",
    "we lost the baby",
    "i don't want to live",
    "i do not want to live",
    "i dont want to live",
    "i want to die",
    "kill myself",
    "end my life",
    "end it all",
    "hurting me at home",
    "he hit me",
    "she hit me",
    "he beats me",
    "у меня рак",
    "у меня нашли",
    "у меня обнаружили",
    "у меня был выкидыш",
    "мы потеряли ребенка",
    "я потеряла ребенка",
    "не хочу больше жить",
    "не хочу жить",
    "жить не хочется",
    "покончить с собой",
    "он меня ударил",
    "он меня бьет",
    "i had chemo",
    "i start chemo",
    "i'm on chemo",
    "i've started drinking again",
    "i was laid off",
    "i've been laid off",
    "i lost my job",
    "i've lost my job",
    "we're getting divorced",
    "we are getting divorced",
    "i'm getting divorced",
    "we're getting a divorce",
    "i'm getting a divorce",
    "у меня химия",
    "у меня была химия",
    "мы разводимся",
    "я развожусь",
    "меня уволили",
    "меня сократили",
];
/// It was long ago, or is told of long ago.
const OLD: [&str; 25] = [
    "лет пять",
    "лет семь",
    "лет восемь",
    "лет десять",
    "лет пятнадцать",
    "лет двадцать",
    "лет тридцать",
    "years ago",
    "year ago",
    "when i was",
    "as a child",
    "as a kid",
    "long ago",
    "back in",
    "back then",
    "at the time",
    "all those years",
    "лет назад",
    "года назад",
    "год назад",
    "когда я был",
    "когда мне было",
    "в детстве",
    "давно",
    "в молодости",
];
/// It is of these days.
const FRESH: [&str; 44] = [
    "last night",
    "yesterday",
    "this morning",
    "today",
    "tonight",
    "just now",
    "has just",
    "just died",
    "this week",
    "last week",
    "on monday",
    "on tuesday",
    "on wednesday",
    "on thursday",
    "on friday",
    "on saturday",
    "on sunday",
    "is in",
    "has cancer",
    "is dying",
    "вчера",
    "сегодня",
    "ночью",
    "утром",
    "только что",
    "на этой неделе",
    "в понедельник",
    "во вторник",
    "в среду",
    "в четверг",
    "в пятницу",
    "в субботу",
    "в воскресенье",
    "сейчас в",
    "лежит",
    "just took",
    "just been taken",
    "in hospital",
    "in the hospital",
    "на днях",
    "в реанимации",
    "в больнице",
    "в коме",
    "на скорой",
];
/// Things that die, crash and are buried in work, also those of somebody near.
const THINGS: [&str; 37] = [
    "phone",
    "laptop",
    "computer",
    "mac",
    "macbook",
    "ipad",
    "tablet",
    "server",
    "site",
    "website",
    "battery",
    "car",
    "drive",
    "disk",
    "internet",
    "wifi",
    "account",
    "camera",
    "project",
    "startup",
    "телефон",
    "ноутбук",
    "ноут",
    "компьютер",
    "комп",
    "сервер",
    "сайт",
    "машина",
    "машину",
    "батарея",
    "аккумулятор",
    "диск",
    "интернет",
    "проект",
    "аккаунт",
    "камера",
    "планшет",
];
/// Words between somebody near and what happened.
const APART: usize = 5;
/// Words from a thing to what happened to it.
const THING_BEFORE: usize = 3;
/// Words between whose and who.
const WHOSE: usize = 3;

/// How plainly grave news is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GraveNews {
    /// Grave words about somebody near; in the midst of work they may be its subject.
    Plain,
    /// Of somebody of mine and of these days, or of oneself: whatever else is talked about.
    Fresh,
}

static OF_SELF: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&SELF));
static LONG_AGO: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&OLD));
static OF_THESE_DAYS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&FRESH));
static BEGINNINGS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&NEWS.map(|word| word.trim_end_matches('.'))));

/// Grave news in a text that is lower case with `е` for `ё` and straight apostrophes.
pub(crate) fn grave_news(text: &str) -> Option<GraveNews> {
    let told = if OF_SELF.stand_in(text) { Some(GraveNews::Fresh) } else { of_somebody_near(text) };
    // Last: hardly any utterance gets here.
    told.filter(|_| OF_THESE_DAYS.stand_in(text) || !LONG_AGO.stand_in(text))
}

fn of_somebody_near(text: &str) -> Option<GraveNews> {
    // Hardly any utterance has such a word at all.
    BEGINNINGS.begun(text).next()?;
    let (mut words, mut firsts): (Vec<&str>, Vec<bool>) = Default::default();
    for clause in text.split(['.', '!', '?', '…', ',', ';', ':', '—', '\n']) {
        let of_clause = clause.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
        for (number, word) in of_clause.enumerate() {
            words.push(word);
            firsts.push(number == 0);
        }
    }
    let news: Vec<usize> = (0..words.len()).filter(|&i| is_news(&words, i) && !is_of_a_thing(&words, i)).collect();
    let kin = (0..words.len())
        .filter(|&i| KIN.contains(&words[i].trim_end_matches("'s")) && news.iter().any(|&at| at.abs_diff(i) <= APART + 1));
    let mut found = None;
    for at in kin {
        let mine = words[at.saturating_sub(WHOSE)..at].iter().any(|word| MINE.contains(word)) || is_own(&words, &firsts, at);
        let fresh = mine && OF_THESE_DAYS.stand_in(text);
        found = Some(if fresh { GraveNews::Fresh } else { GraveNews::Plain });
        if fresh {
            break;
        }
    }
    found
}

/// Nobody says whose mother it is in Russian: first in its clause, or after «у», it is the speaker's.
fn is_own(words: &[&str], firsts: &[bool], at: usize) -> bool {
    !words[at].is_ascii() && (firsts[at] || words[at - 1] == "у")
}

/// Whether it befell a thing: "my wife's phone died".
fn is_of_a_thing(words: &[&str], at: usize) -> bool {
    let near = at.saturating_sub(THING_BEFORE)..words.len().min(at + 3);
    words[near].iter().any(|word| THINGS.contains(word))
}

fn is_news(words: &[&str], at: usize) -> bool {
    let word = words[at];
    let known = NEWS.iter().any(|known| known.strip_suffix('.').map_or_else(|| word.starts_with(known), |whole| whole == word));
    let beside = TOGETHER.iter().find(|(alone, _)| *alone == word).map(|(_, beside)| *beside);
    let after = words.get(at + 1).copied().unwrap_or_default();
    known
        && !HARMLESS.contains(&(word, after))
        && beside.is_none_or(|beside| words[at.saturating_sub(2)..words.len().min(at + 3)].contains(&beside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_that_died_is_no_grave_news() {
        for text in [
            "my wife's phone died this morning",
            "our partner's server died last night, so the staging site is down",
            "my brother's laptop is dead since yesterday",
            "у моего мужа вчера умер ноутбук",
        ] {
            assert_eq!(grave_news(text), None, "{text}");
        }
    }

    #[test]
    fn what_happened_yesterday_is_fresh_though_we_have_not_spoken_for_long() {
        assert_eq!(grave_news("мы давно не говорили, а у меня вчера умерла мама"), Some(GraveNews::Fresh));
        assert_eq!(grave_news("мама давно умерла"), None);
    }

    #[test]
    fn plain_words_are_understood() {
        for (text, wanted) in [
            ("my mother died last night, the funeral is on friday.", Some(GraveNews::Fresh)),
            ("my dad had a stroke yesterday he's in intensive care", Some(GraveNews::Fresh)),
            ("i've been diagnosed with breast cancer", Some(GraveNews::Fresh)),
            ("вчера у меня умерла мама", Some(GraveNews::Fresh)),
            ("у мужа инсульт", Some(GraveNews::Plain)),
            ("i don't want to live any more", Some(GraveNews::Fresh)),
            ("my father passed away", Some(GraveNews::Plain)),
            ("мамы больше не стало", Some(GraveNews::Plain)),
            ("my grandmother died ten years ago", None),
            ("дед умер лет двадцать назад", None),
            ("my brother passed the exam yesterday", None),
            ("лето настало, сын рад", None),
            ("this deadline is killing me", None),
            ("my wife is dead tired today", None),
            ("my son killed it at the match yesterday", None),
            ("my dad's in intensive care since last night", Some(GraveNews::Fresh)),
            ("мой дедушка умер во вторник", Some(GraveNews::Fresh)),
            ("i buried my grandmother this morning", Some(GraveNews::Fresh)),
            ("an ambulance just took my wife", Some(GraveNews::Fresh)),
            ("у мамы инсульт она в реанимации", Some(GraveNews::Fresh)),
            ("мама в больнице с инсультом", Some(GraveNews::Fresh)),
            ("жену увезли на скорой", Some(GraveNews::Fresh)),
            ("вы меня простите, я сегодня какой-то рассеянный. батю вчера в больницу увезли, инфаркт.", Some(GraveNews::Fresh)),
            ("сестру вчера увезли в больницу", Some(GraveNews::Fresh)),
            ("брата вчера увезли в аэропорт", None),
            ("муж ушел, мы разводимся", Some(GraveNews::Fresh)),
            ("я сегодня с похорон, бабушку хоронили", Some(GraveNews::Fresh)),
        ] {
            assert_eq!(grave_news(text), wanted, "{text}");
        }
    }
}
