//! What a sentence does to the work besides asking: what it takes back, moves, and wants kept to ourselves.

use super::tone::Read;
use crate::dates::{dates, lasts};
use crate::patterns::Heard;
use segue_core::Lang;

/// Most words beside "kidding" in a sentence that takes back the one before it.
const BESIDE_A_JOKE: usize = 1;

/// Something is not wanted any more, and nobody says what is wanted in its place: "I don't want the second poster any more".
pub(super) fn drops(read: &Read) -> bool {
    let heard = &read.heard;
    let of_work = !read.label.is_private() && !read.care && read.despair.is_none() && !heard.has("kin") && !read.guilt;
    let said = !read.question && !read.negated && !read.asked_not && !read.parting;
    of_work && said && heard.has("unwanted") && heard.beside("unwanted").has("any more")
}

/// It is to stay between us.
pub(super) fn is_confidence(read: &Read) -> bool {
    let heard = &read.heard;
    !read.question && heard.has("confidence") && !heard.has("no confidence")
}

/// The words of a date that has to hold, whatever happened: "the catalogue must still go to print on the 1st".
pub(super) fn must_hold(read: &Read) -> bool {
    !read.label.is_private() && !read.care && read.heard.has("stays")
}

/// "Kidding.": what was asked right before is taken back.
pub(super) fn takes_back(read: &Read) -> bool {
    read.heard.has("kidding") && read.heard.beside("kidding").len() <= BESIDE_A_JOKE
}

/// By when what was asked before is needed, which asks for nothing of its own: "We need it by Tuesday."
pub(super) fn is_deadline(read: &Read, text: &str, lang: Lang) -> bool {
    let heard = read.heard.without_leads();
    let more = lang == Lang::Ru && ["ask send", "ask do", "ask meet"].into_iter().any(|section| heard.has(section));
    !read.question && heard.begins("needed by") && !dates(text, lang).is_empty() && !more
}

/// The parts of a sentence between commas, each with whether it asks.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let mut parts: Vec<(&str, bool)> = text.split([',', ';']).map(|part| (part, false)).collect();
    if let Some(last) = parts.last_mut() {
        last.1 = text.contains('?');
    }
    parts
}

/// What moves the work is told in a part of its own, before the question: "we're moving the shoot to May, can you…?"
pub(super) fn told_before_question(text: &str, lang: Lang) -> bool {
    let tells = |part: &str| {
        let heard = Heard::new(part, lang);
        let asks = heard.has("requests") || heard.has("directs") || heard.begins("asks") || heard.begins("in case");
        heard.has("impact") && !asks && !heard.has("no impact")
    };
    parts(text).into_iter().any(|(part, asks)| !asks && tells(part))
}

/// The dates with which a sentence moves the work: not the day on which something happened to somebody, and not that by
/// which something is asked for, where another stands beside it.
pub(super) fn moved_dates(text: &str, lang: Lang) -> Vec<String> {
    let of_work = |(part, asks): &(&str, bool)| {
        let heard = Heard::new(part, lang);
        let moves = ["impact", "away", "only after"].into_iter().any(|section| heard.has(section));
        moves || !(*asks || heard.has("kin") || heard.has("grave"))
    };
    let found: Vec<String> = parts(text).iter().filter(|part| of_work(part)).flat_map(|(part, _)| dates(part, lang)).collect();
    if found.is_empty() { dates(text, lang) } else { found }
}

/// Words that move the work, an absence of some days, or a day before which nothing goes on.
pub(super) fn moves(heard: &Heard, text: &str, question: bool) -> bool {
    let lang = heard.lang();
    let away = || heard.has("away") && dates(text, lang).iter().any(|date| lasts(date, lang));
    heard.has("impact") || !question && (away() || waits_for_a_day(heard, text, lang))
}

/// "The act will be signed only after 7 December."
fn waits_for_a_day(heard: &Heard, text: &str, lang: Lang) -> bool {
    heard.has("only after") && !heard.has("requests") && !dates(text, lang).is_empty()
}

/// It orders, in the form that Russian has for it, or as an English sentence begins with what is to be done.
pub(super) fn orders(heard: &Heard) -> bool {
    let heard = heard.without_leads();
    let to_several = |word: &String| ["йте", "ьте", "ите"].iter().any(|end| word.ends_with(end)) && word.chars().count() > 4;
    heard.begins("ask do")
        || heard.begins("ask send")
        || heard.lang() == Lang::Ru && heard.words().first().is_some_and(to_several)
}

/// Thanks for what was made, from somebody who asks for nothing more.
pub(super) fn thanks_for_all(read: &Read) -> bool {
    read.heard.has("thanked for") && !read.displeased
}
