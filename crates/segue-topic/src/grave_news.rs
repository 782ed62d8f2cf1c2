//! Grave news in plain words: "my mother died last night".
//!
//! People who write calls avoid such words, and so a net that learned from them misses what everybody would understand.

mod words;

use crate::phrases::Phrases;
use std::borrow::Cow;
use std::sync::LazyLock;
use words::{CALLED, FRESH, HARMLESS, KIN, LEAD_IN, MINE, NEWS, OLD, OVER, RECENT, SELF, STATES, THINGS, TOGETHER};

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

static OF_SELF: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&SELF));
static LEFT: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(&["wife left me", "husband left me", "wife has left me", "husband has left me"]));
static LONG_AGO: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&OLD));
static OF_THIS_YEAR: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&RECENT));
static OF_THESE_DAYS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&FRESH));
static BEGINNINGS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&NEWS.map(|word| word.trim_end_matches('.'))));

/// Grave news in a text that is lower case with `е` for `ё` and straight apostrophes.
pub(crate) fn grave_news(text: &str) -> Option<GraveNews> {
    // Hardly any utterance has such words at all.
    if !(OF_SELF.stand_in(text) || LEFT.stand_in(text) || BEGINNINGS.begun(text).next().is_some()) {
        return None;
    }
    let text = &own_words(text);
    let told = if OF_SELF.stand_in(text) || was_left(text) { Some(GraveNews::Fresh) } else { of_somebody_near(text) };
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
fn own_words(text: &str) -> Cow<'_, str> {
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
    let (mut words, mut firsts): (Vec<&str>, Vec<bool>) = Default::default();
    for clause in text.split(['.', '!', '?', '…', ',', ';', ':', '—', '\n']) {
        let of_clause = clause.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
        let mut begun = false;
        for word in of_clause {
            let first = !begun && !LEAD_IN.contains(&word);
            words.push(word);
            firsts.push(first);
            begun |= first;
        }
    }
    let news: Vec<usize> = (0..words.len()).filter(|&i| is_news(&words, i) && !is_of_a_thing(&words, i)).collect();
    let kin = (0..words.len())
        .filter(|&i| KIN.contains(&words[i].trim_end_matches("'s")) && news.iter().any(|&at| at.abs_diff(i) <= APART + 1));
    let told = kin.map(|at| {
        let mine = words[at.saturating_sub(WHOSE)..at].iter().any(|word| MINE.contains(word)) || is_own(&words, &firsts, at);
        let lasts = || news.iter().any(|&i| i.abs_diff(at) <= APART + 1 && is_state(&words, i));
        match mine {
            false => GraveNews::Plain,
            true if OF_THESE_DAYS.stand_in(text) || lasts() => GraveNews::Fresh,
            true if OF_THIS_YEAR.stand_in(text) => GraveNews::Recent,
            true => GraveNews::Own,
        }
    });
    told.max()
}

/// Whether it is a state that lasts.
fn is_state(words: &[&str], at: usize) -> bool {
    let lasts = STATES.iter().any(|state| words[at] == *state || !state.is_ascii() && words[at].starts_with(state));
    lasts && !words[at.saturating_sub(2)..at].iter().any(|word| OVER.contains(word))
}

/// Nobody says whose mother it is in Russian: first in its clause, or after «у», it is the speaker's; and so is "Mum".
fn is_own(words: &[&str], firsts: &[bool], at: usize) -> bool {
    let called = !words[at].is_ascii() || CALLED.contains(&words[at].trim_end_matches("'s"));
    called && (firsts[at] || at > 0 && words[at - 1] == "у")
}

/// Whether it befell a thing: "my wife's phone died".
fn is_of_a_thing(words: &[&str], at: usize) -> bool {
    let near = at.saturating_sub(THING_BEFORE)..words.len().min(at + 3);
    words[near].iter().any(|word| THINGS.contains(word))
}

fn is_news(words: &[&str], at: usize) -> bool {
    let word = words[at];
    let known = NEWS.iter().any(|known| known.strip_suffix('.').map_or_else(|| word.starts_with(known), |whole| whole == word));
    let mut beside = TOGETHER.iter().filter(|(one, ..)| *one == word).map(|&(_, other, far)| (other, far));
    let alone = beside.clone().next().is_none();
    let after = words.get(at + 1).copied().unwrap_or_default();
    known
        && !HARMLESS.contains(&(word, after))
        && (alone || beside.any(|(beside, far)| words[at.saturating_sub(far)..words.len().min(at + far + 1)].contains(&beside)))
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
        ] {
            assert_eq!(grave_news(text), wanted, "{text}");
        }
    }
}
