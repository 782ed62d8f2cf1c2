//! Grave news in plain words: "my mother died last night".
//!
//! People who write calls avoid such words, and so a net that learned from them misses what everybody would understand.

mod words;

use crate::figure::without_figures;
use crate::phrases::Phrases;
use crate::tokens::plain;
use std::borrow::Cow;
use std::sync::LazyLock;
use words::{
    AT_WORK, CALLED, DIVORCED, FRESH, GOES_ON, HARMLESS, LEAD_IN, MINE, NEWS, OLD, OVER, RECENT, SELF, STATES, THERE, THINGS,
    TOGETHER, is_near,
};

/// Words between somebody near and what happened.
const APART: usize = 5;
/// Words from a thing to what happened to it.
const THING_BEFORE: usize = 3;
/// Words between whose and who.
const WHOSE: usize = 3;

/// How plainly grave news is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum GraveNews {
    /// Grave words about somebody near; in the midst of work they may be its subject.
    Plain,
    /// Of somebody of mine.
    Own,
    /// Of somebody of mine and of this year, as it seems: sure, but for the midst of work.
    Recent,
    /// Of somebody of mine and of these days, or of oneself: whatever else is talked about.
    Fresh,
}

static OF_SELF: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(SELF));
static LEFT: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(LEFT_BY));
static PARTED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(DIVORCED));
static LONG_AGO: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(OLD));
static OF_THIS_YEAR: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(RECENT));
static OF_THESE_DAYS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(FRESH));

/// Who leaves.
const LEFT_BY: [&str; 4] = ["wife left me", "husband left me", "wife has left me", "husband has left me"];

/// True if words tell grave news so plainly that anybody would understand.
pub fn tells_grave_news(text: &str) -> bool {
    grave_news(&plain(text)).is_some()
}

/// Without any of these it does not hold.
pub(crate) fn hints() -> Vec<&'static str> {
    [&SELF[..], &LEFT_BY, &DIVORCED, &NEWS.map(|word| word.trim_end_matches('.'))].concat()
}

/// Grave news in a text that is lower case with `е` for `ё` and straight apostrophes.
pub(crate) fn grave_news(text: &str) -> Option<GraveNews> {
    let text = &without_figures(own_words(text));
    let parted = PARTED.stand_in(text) && OF_THESE_DAYS.stand_in(text);
    let told = if OF_SELF.stand_in(text) || was_left(text) || parted { Some(GraveNews::Fresh) } else { of_somebody_near(text) };
    told.filter(|_| OF_THESE_DAYS.stand_in(text) || !(LONG_AGO.stand_in(text) || names_a_year(text)))
}

/// "My wife left me on Saturday"; what she left me a message for is another matter.
fn was_left(text: &str) -> bool {
    const THEN: [&str; 9] = ["on", "last", "yesterday", "today", "this", "and", "for", "after", "two"];
    LEFT.begun(text).any(|(.., to)| {
        let rest = &text[to..];
        let ends = rest.trim_start_matches(' ').starts_with(['.', ',', '!', '?', ';', '…']) || rest.trim().is_empty();
        ends || rest.starts_with(' ') && rest.split_whitespace().next().is_some_and(|word| THEN.contains(&word))
    })
}

/// What is not quoted: of others' words nothing befell the speaker. A text that is a quotation from end to end is the speaker's.
pub(crate) fn own_words(text: &str) -> Cow<'_, str> {
    const MARKS: [char; 5] = ['«', '»', '“', '”', '"'];
    let whole = text.trim().starts_with(MARKS)
        && text.matches(MARKS).count() <= 2
        && text.trim_end().trim_end_matches(['.', ',']).ends_with(MARKS);
    if whole || !text.contains(MARKS) {
        return text.into();
    }
    text.split(MARKS).step_by(2).collect::<Vec<_>>().join(" … ").into()
}

/// A year is told of what is long ago.
fn names_a_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

fn of_somebody_near(text: &str) -> Option<GraveNews> {
    let words = split(text);
    let news: Vec<usize> = (0..words.len()).filter(|&i| is_news(&words, i) && !is_of_a_thing(&words, i)).collect();
    // "My son was in an accident. He is in intensive care": the sentence goes on about somebody of mine.
    let mut mine_in = None;
    let mut told = None;
    for (i, word) in words.iter().enumerate() {
        let called = word.text.trim_end_matches("'s");
        let kin = is_near(called);
        let goes_on = GOES_ON.contains(&called) && mine_in.is_some_and(|sentence| sentence + 1 == word.sentence);
        let whose = || words[i.saturating_sub(WHOSE)..i].iter().any(|word| MINE.contains(&word.text));
        let mine = goes_on || kin && (whose() || is_own(&words, i));
        if mine {
            mine_in = Some(word.sentence);
        }
        let mut of_them = news.iter().filter(|&&told| is_news_of(&words, told, i)).peekable();
        if !(kin || goes_on) || of_them.peek().is_none() {
            continue;
        }
        let mut lasts = || of_them.any(|&told| is_state(&words, told));
        let so = match mine {
            false => Some(GraveNews::Plain),
            true if OF_THESE_DAYS.stand_in(text) || lasts() => Some(GraveNews::Fresh),
            // Whose end a story comes to in its next sentence may have been gone for long.
            true if goes_on => None,
            true if OF_THIS_YEAR.stand_in(text) => Some(GraveNews::Recent),
            true => Some(GraveNews::Own),
        };
        told = told.max(so);
    }
    told
}

/// Whether what is told there befell whoever is named here. A divorce did only if it was from them.
fn is_news_of(words: &[Word<'_>], told: usize, who: usize) -> bool {
    let divorce = words[told].text.starts_with("развел");
    told.abs_diff(who) <= APART + 1 && (!divorce || is_with(words, who))
}

/// A word of a text.
struct Word<'t> {
    text: &'t str,
    /// The first of its clause that tells anything.
    first: bool,
    /// In which sentence.
    sentence: usize,
}

fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for (sentence, of_sentence) in text.split(['.', '!', '?', '…', '\n']).filter(|part| !part.trim().is_empty()).enumerate() {
        for clause in of_sentence.split([',', ';', ':', '—']) {
            let mut begun = false;
            for text in clause.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
                let first = !begun && !LEAD_IN.contains(&text);
                begun |= first;
                words.push(Word { text, first, sentence });
            }
        }
    }
    words
}

/// Whether it is a state that lasts.
fn is_state(words: &[Word<'_>], at: usize) -> bool {
    let word = words[at].text;
    let lasts = STATES.iter().any(|state| word == *state || !state.is_ascii() && word.starts_with(state));
    lasts && !words[at.saturating_sub(2)..at].iter().any(|word| OVER.contains(&word.text))
}

/// Nobody says whose mother it is in Russian: first in its clause, or after «у», it is the speaker's; and so is "Mum", and from whom
/// somebody was divorced.
fn is_own(words: &[Word<'_>], at: usize) -> bool {
    let word = words[at].text;
    let called = !word.is_ascii() || CALLED.contains(&word.trim_end_matches("'s"));
    called && (words[at].first || at > 0 && words[at - 1].text == "у" || is_with(words, at))
}

/// "With my wife", and nobody else near who was: «брат с женой развёлся» is the brother's news.
fn is_with(words: &[Word<'_>], at: usize) -> bool {
    let Some(with) = at.checked_sub(1) else { return false };
    ["с", "со"].contains(&words[with].text) && !words[with.saturating_sub(WHOSE)..with].iter().any(|word| is_near(word.text))
}

/// Whether it befell a thing: "my wife's phone died". A hospital is no news of who works there.
fn is_of_a_thing(words: &[Word<'_>], at: usize) -> bool {
    let near = at.saturating_sub(THING_BEFORE)..words.len().min(at + 3);
    let beside =
        |list: &[&str]| words[near.clone()].iter().any(|word| word.sentence == words[at].sentence && list.contains(&word.text));
    match words[at].text {
        "accident" | "аварию" => false,
        "crash" if at > 0 && ["car", "road", "train", "plane", "bike"].contains(&words[at - 1].text) => false,
        "hospital" | "surgery" | "больнице" => beside(&AT_WORK),
        _ => beside(&THINGS),
    }
}

/// "Is in hospital", and "is in the hospital"; a form in the hospital is nobody.
fn is_there(words: &[Word<'_>], at: usize) -> bool {
    let before = |far: usize| at.checked_sub(far).map_or("", |i| words[i].text);
    let article = usize::from(before(1) == "the");
    let who = before(2 + article);
    let somebody = THERE.contains(&who) || is_near(who) || who.ends_with("'s");
    words[at].text == "hospital" && before(1 + article) == "in" && somebody
}

fn is_news(words: &[Word<'_>], at: usize) -> bool {
    let word = words[at].text;
    let known = NEWS.iter().any(|known| known.strip_suffix('.').map_or_else(|| word.starts_with(known), |whole| whole == word));
    let mut beside = TOGETHER.iter().filter(|(one, ..)| *one == word).map(|&(_, other, far)| (other, far));
    let alone = beside.clone().next().is_none();
    let after = words.get(at + 1).map(|word| word.text).unwrap_or_default();
    let stands = |beside: &str, far: usize| {
        words[at.saturating_sub(far)..words.len().min(at + far + 1)].iter().any(|word| word.text == beside)
    };
    known
        && !HARMLESS.contains(&(word, after))
        && (alone || is_there(words, at) || beside.any(|(beside, far)| stands(beside, far)))
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

    /// "He is in intensive care and the doctors do not know if he will live" was put aside for the end.
    #[test]
    fn the_next_sentence_goes_on_about_whoever_was_named() {
        for (text, wanted) in [
            ("my son was in a car accident on sunday. he is in intensive care.", Some(GraveNews::Fresh)),
            ("our daughter was hit by a car. she's in intensive care.", Some(GraveNews::Fresh)),
            ("мой сын в воскресенье попал в аварию. он в реанимации.", Some(GraveNews::Fresh)),
            ("my own dad never sat in a chair in his life. he died standing up.", None),
            ("he is in intensive care, the man in the novel.", None),
        ] {
            assert_eq!(grave_news(text), wanted, "{text}");
        }
    }

    /// "I was divorced from my wife yesterday" was met with nothing, and the cake two turns later with condolences.
    #[test]
    fn a_divorce_of_these_days_is_grave_to_whom_it_befalls() {
        for (text, wanted) in [
            ("а я вчера с женой развелся. вот так, тридцать лет, и всё.", Some(GraveNews::Fresh)),
            ("я на той неделе развелась с мужем", Some(GraveNews::Fresh)),
            ("мы вчера развелись", Some(GraveNews::Fresh)),
            ("i got divorced yesterday", Some(GraveNews::Fresh)),
            ("брат вчера с женой развелся, представляешь", None),
            ("мы развелись, когда союз развалился", None),
            ("our wedding planner got divorced yesterday", None),
        ] {
            assert_eq!(grave_news(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_happened_yesterday_is_fresh_though_we_have_not_spoken_for_long() {
        assert_eq!(grave_news("мы давно не говорили, а у меня вчера умерла мама"), Some(GraveNews::Fresh));
        assert_eq!(grave_news("мама давно умерла"), None);
    }

    /// "He is shouting at my door again" was no news, and "yes, my sister came" stood for it.
    #[test]
    fn fear_at_home_and_what_is_taken_away_are_grave() {
        for (text, grave) in [
            ("не спите? он опять орет под дверью", true),
            ("муж опять руку поднял. я у мамы сейчас.", true),
            ("сегодня подшила. если честно, я его боюсь.", true),
            ("he's banging on the door again", true),
            ("honestly, i'm scared of him.", true),
            ("they took my wife off the list for the kidney, she is too weak now.", true),
            ("жену сняли с листа ожидания на почку", true),
            ("i was let go on monday. twenty-two years.", true),
            ("меня в понедельник сократили", true),
            ("the bank is taking the house on the first.", true),
            ("банк первого числа забирает у нас квартиру.", true),
            ("кот орет под дверью", false),
            ("the courier is here, he's banging on the door", false),
            ("нас сняли с листа ожидания, взяли на курс", false),
            ("i'm scared of heights", false),
            ("боюсь его цены вам не понравятся", false),
            ("i locked myself in the bathroom to take this call", false),
            ("банк забирает у нас полтора процента", false),
            ("we were let go first, the queue was short", false),
        ] {
            assert_eq!(grave_news(text).is_some(), grave, "{text}");
        }
    }

    #[test]
    fn plain_words_are_understood() {
        for (text, wanted) in [
            ("my mother died last night, the funeral is on friday.", Some(GraveNews::Fresh)),
            ("my dad had a stroke yesterday he's in intensive care", Some(GraveNews::Fresh)),
            ("i've been diagnosed with breast cancer", Some(GraveNews::Fresh)),
            ("вчера у меня умерла мама", Some(GraveNews::Fresh)),
            ("у мужа инсульт", Some(GraveNews::Own)),
            ("i don't want to live any more", Some(GraveNews::Fresh)),
            ("my father passed away", Some(GraveNews::Own)),
            ("мамы больше не стало", Some(GraveNews::Own)),
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
            ("fine. mum died on sunday.", Some(GraveNews::Fresh)),
            ("dad's in intensive care since last night.", Some(GraveNews::Fresh)),
            ("my wife has lost the baby.", Some(GraveNews::Fresh)),
            ("my wife has lost the baby weight already", None),
            ("и мама умерла вчера, в пятницу похороны.", Some(GraveNews::Fresh)),
            ("хорошо. а у мужа нашли рак, через неделю начинается химия.", Some(GraveNews::Fresh)),
            ("у жены рак, начинаем химию.", Some(GraveNews::Fresh)),
            ("у дочки нашли опухоль, кладут в больницу.", Some(GraveNews::Fresh)),
            ("мой брат погиб на войне в августе.", Some(GraveNews::Recent)),
            ("сестре вчера поставили рак.", Some(GraveNews::Fresh)),
            ("тетя вчера умерла.", Some(GraveNews::Fresh)),
            ("my stepbrother died last night.", Some(GraveNews::Fresh)),
            ("у мужа рак.", Some(GraveNews::Fresh)),
            ("бабушка же после инсульта, она у нас не разговаривает", Some(GraveNews::Own)),
            ("the doctors found a tumour in my lung last week", Some(GraveNews::Fresh)),
            ("my wife left me on saturday and took the children.", Some(GraveNews::Fresh)),
            ("my wife left me a message about the boiler", None),
            ("my wife left me in a foul mood this morning", None),
            ("well, my husband left me.", Some(GraveNews::Fresh)),
            ("от меня в субботу жена ушла и детей забрала.", Some(GraveNews::Fresh)),
            ("мы с мужем разводимся, он съехал.", Some(GraveNews::Fresh)),
            ("друг покончил с собой.", Some(GraveNews::Own)),
            ("мужа забрали на фронт.", Some(GraveNews::Fresh)),
            ("жена ушла в магазин, перезвоню через десять минут", None),
            ("my uncle died in 1987, so this is history", None),
            ("if he asks: «my wife passed away in august». pause.", None),
            ("«мама умерла вчера».", Some(GraveNews::Fresh)),
            ("муж ушел, мы разводимся", Some(GraveNews::Fresh)),
            ("я сегодня с похорон, бабушку хоронили", Some(GraveNews::Fresh)),
            ("my brother is in hospital with burns. he went back in for the dog.", Some(GraveNews::Fresh)),
            ("my father went into hospital on saturday. they found something on his lung.", Some(GraveNews::Fresh)),
            ("on the form in the hospital it said boy fletcher. my son was nothing for nine days.", None),
            ("my wife works in the hospital, she is on nights this week", None),
            ("у меня папа в субботу попал в больницу", Some(GraveNews::Fresh)),
            ("жена работает в больнице, сегодня в ночь", None),
            ("i cry myself to sleep every night", Some(GraveNews::Fresh)),
            ("я ночами реву, честное слово. внуков не вижу.", Some(GraveNews::Fresh)),
            ("малыш всю ночь плакал, мы не спали", None),
            ("my mother fell in the night. she is in surgery, hip. i can't think about the boat", Some(GraveNews::Fresh)),
            ("my brother was in a car crash yesterday, he is in intensive care", Some(GraveNews::Fresh)),
            ("мама сейчас на операции", Some(GraveNews::Fresh)),
            ("папа в операционной, ждем", Some(GraveNews::Fresh)),
            ("my brother had his laptop crash yesterday", None),
            ("my sister works in a surgery in leeds", None),
        ] {
            assert_eq!(grave_news(text), wanted, "{text}");
        }
    }
}
