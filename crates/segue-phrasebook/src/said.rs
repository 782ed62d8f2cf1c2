//! Whether a line was said, also in one's own words.

use crate::aside::put_aside;
use crate::language::key_of;
use crate::sources;
use rust_stemmers::{Algorithm, Stemmer};
use segue_core::phrases::{Phrase, Section, sections};
use segue_core::{Lang, Line, Rung, tokens};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// From here on a line or an announcement counts as said.
pub const SAID: f32 = 0.5;

/// Weight of a word that most sentences have, where others weigh 1.
const COMMON: f32 = 0.2;
/// What a key phrase of the line's own rung is worth.
const OWN_PHRASE: f32 = 0.6;
/// What a key phrase of another rung that steers is worth where it is asked what words do, not which line they are.
const KINDRED_PHRASE: f32 = 0.5;
/// Share of a line's words below which they are chance.
const CHANCE: f32 = 0.3;

/// Section with the phrases that put a topic aside beyond doubt; they count for [`Rung::Park`].
const ASIDE: &str = "aside";

/// Section with the phrases that ask a story on; they count for no rung.
const MORE: &str = "more";

/// Sections with the phrases that say that all of the work is done: wherever they stand, and only at the end of a clause; and
/// with the words at the beginning of a clause that is not there yet.
const WORK_DONE: [&str; 2] = ["work_done", "work_done_ends"];
const NOT_YET: &str = "not_yet";

/// Section with the phrases that ask for what was put off.
const TAKES_UP: &str = "takes_up";

/// Section with kind words to bad news.
const COMFORTS: &str = "comforts";

/// Section with the words of whoever would go on with the work after bad news, and how many words say no more than that.
const ONWARD: &str = "onward";
const NO_MORE_THAN: usize = 8;

/// How a clause begins that only names a topic, what may stand before that, and how it ends where the topic is put off.
const NAMES_A_TOPIC: [&str; 15] =
    ["the", "that", "this", "your", "all", "everything", "about", "про", "о", "об", "обо", "остальное", "это", "этот", "все"];
const LEADS_UP: [&str; 6] = ["and", "but", "then", "а", "и", "но"];
const LATER: [&str; 8] = ["later", "afterwards", "after", "потом", "позже", "попозже", "после", "напоследок"];
/// Words of a topic's name between the two.
const TOPIC_NAME: usize = 3;

static SAID_PHRASES: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::SAID.map(sections));

/// Words that say little about which sentence it is; as [`tokens`] writes them.
const COMMON_WORDS: [&[&str]; 2] = [
    &[
        "a", "an", "the", "i", "you", "we", "us", "me", "my", "your", "our", "it", "its", "is", "are", "was", "be", "to", "of",
        "in", "on", "for", "and", "or", "so", "that", "this", "there", "then", "with", "at", "do", "does", "have", "has", "can",
        "could", "would", "will", "shall", "lets", "let", "im", "id", "ill", "ive", "were", "well", "thats", "just", "okay",
        "ok", "oh", "right", "now", "not", "dont", "what", "how", "if", "as", "up", "by", "from", "about", "some", "all",
    ],
    &[
        "и",
        "а",
        "но",
        "в",
        "во",
        "на",
        "к",
        "ко",
        "с",
        "со",
        "у",
        "о",
        "об",
        "по",
        "за",
        "из",
        "до",
        "от",
        "для",
        "не",
        "ни",
        "да",
        "нет",
        "ну",
        "так",
        "вот",
        "это",
        "этот",
        "этом",
        "этому",
        "то",
        "тут",
        "там",
        "же",
        "ли",
        "бы",
        "что",
        "чтобы",
        "как",
        "где",
        "я",
        "ты",
        "мы",
        "вы",
        "он",
        "она",
        "они",
        "мне",
        "меня",
        "тебе",
        "тебя",
        "вам",
        "вас",
        "нас",
        "нам",
        "мой",
        "твой",
        "ваш",
        "наш",
        "все",
        "еще",
        "уже",
        "сейчас",
        "давай",
        "давайте",
        "хорошо",
        "ладно",
        "есть",
        "будет",
    ],
];

/// How surely this line was said, from 0 to 1, given what I said after it was shown; from [`SAID`] on
/// it counts as said. Like words count: the line's words in any form, and the turns of phrase by which
/// its rung is known ("put that aside", «давайте вернёмся»). Those of another rung do not: who goes back to the
/// agenda has put nothing aside.
///
/// The line is known by its id, so its language and rung need not be told. The words heard go nowhere.
pub fn was_said(line: &Line, heard: &str) -> f32 {
    let Some((code, name)) = line.id.split_once('/') else { return 0.0 };
    let Some(key) = key_of(name).filter(|key| !key.rung.is_for_me()) else { return 0.0 };
    let lang = if code == Lang::Ru.code() { Lang::Ru } else { Lang::En };
    let heard = tokens(heard);
    if heard.is_empty() {
        return 0.0;
    }
    let words = ((overlap(&tokens(&line.text), &heard, lang) - CHANCE) / (1.0 - CHANCE)).max(0.0);
    let phrase = phrase_worth(key.rung, &heard, lang, 0.0);
    // Independent signs: what is missing of certainty shrinks with each.
    1.0 - (1.0 - words) * (1.0 - phrase)
}

/// How surely these words do what lines of that rung do, from 0 to 1, by the turns of phrase they are known by.
pub fn sounds_like(rung: Rung, words: &str) -> f32 {
    let lang = Lang::of_text(words).unwrap_or_default();
    phrase_worth(rung, &tokens(words), lang, KINDRED_PHRASE)
}

/// True if these words put a topic aside for later, whoever says them.
pub fn puts_aside(words: &str) -> bool {
    is_in(ASIDE, words) || clauses(words).any(defers) || put_aside(words).is_some()
}

/// True if a clause names a topic and only says that its time is later: "the dog later", «а про собаку потом».
fn defers(clause: &str) -> bool {
    let words = tokens(clause);
    let from = words.iter().take_while(|word| LEADS_UP.contains(&word.as_str())).count();
    match &words[from..] {
        [first, middle @ .., last] => {
            NAMES_A_TOPIC.contains(&first.as_str()) && LATER.contains(&last.as_str()) && middle.len() <= TOPIC_NAME
        }
        _ => false,
    }
}

/// True if these words ask whoever tells something to go on ("so what's next?"). What was told decides what they ask for.
pub fn asks_on(words: &str) -> bool {
    is_in(MORE, words)
}

/// True if these words say that all of the work is done ("that's everything on my list"). Where they ask whether it is, or say
/// when it will be, it is not.
pub fn declares_work_done(words: &str) -> bool {
    let lang = Lang::of_text(words).unwrap_or_default();
    let [anywhere, at_the_end, not_yet] = [WORK_DONE[0], WORK_DONE[1], NOT_YET].map(|name| phrases_of(name, lang));
    clauses(words).any(|clause| {
        let words = tokens(clause);
        let waits = not_yet.iter().any(|phrase| phrase.begins(&words).is_some());
        let ends = || at_the_end.iter().any(|phrase| phrase.ends(&words));
        !waits && !clause.ends_with('?') && (anywhere.iter().any(|phrase| phrase.stands_in(&words)) || ends())
    }) && !puts_aside(words)
}

/// True if these words ask for what was put off ("you wanted to tell me about the boat"), whoever says them. What puts it aside
/// does not.
pub fn takes_up(words: &str) -> bool {
    is_in(TAKES_UP, words) && !puts_aside(words)
}

/// True if these words are kind to bad news ("I'm so sorry"). What was told decides whether they answer some.
pub fn comforts(words: &str) -> bool {
    is_in(COMFORTS, words)
}

/// True if these words ask to go on with the work and tell nothing besides ("Let's go on"), whoever says them.
pub fn asks_for_work(words: &str) -> bool {
    tokens(words).len() <= NO_MORE_THAN && is_in(ONWARD, words)
}

/// The parts of a text between its marks, each with the mark that ends it.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', '…', ',', ';', ':', '—', '\n']).map(str::trim)
}

fn phrases_of(name: &str, lang: Lang) -> &'static [Phrase] {
    let section = SAID_PHRASES[lang as usize].iter().find(|section| section.name == name);
    section.map_or(&[], |section| &section.phrases)
}

fn is_in(name: &str, words: &str) -> bool {
    let lang = Lang::of_text(words).unwrap_or_default();
    let words = tokens(words);
    phrases_of(name, lang).iter().any(|phrase| phrase.is_heard_in(&words))
}

pub(crate) fn is_heard(section: &Section, heard: &[String]) -> bool {
    section.phrases.iter().any(|phrase| phrase.is_heard_in(heard))
}

/// What the best phrase that is heard is worth for a rung, those of other rungs that steer being worth `kindred`.
fn phrase_worth(rung: Rung, heard: &[String], lang: Lang, kindred: f32) -> f32 {
    let steers = |rung: Rung| rung.steers() && rung != Rung::Deflect;
    let mut worth: f32 = 0.0;
    for section in &SAID_PHRASES[lang as usize] {
        let aside = (section.name == ASIDE).then_some(Rung::Park);
        let Some(of) = aside.or_else(|| Rung::ALL.into_iter().find(|r| r.name() == section.name)) else { continue };
        let value = match of {
            _ if of == rung => OWN_PHRASE,
            _ if steers(of) && steers(rung) => kindred,
            _ => continue,
        };
        if value > worth && is_heard(section, heard) {
            worth = value;
        }
    }
    worth
}

/// Share of a line's words, by weight, that are heard in any form.
fn overlap(line: &[String], heard: &[String], lang: Lang) -> f32 {
    let stemmer = Stemmer::create(match lang {
        Lang::En => Algorithm::English,
        Lang::Ru => Algorithm::Russian,
    });
    let stem = |word: &str| stemmer.stem(word).into_owned();
    let heard: BTreeSet<String> = heard.iter().map(|word| stem(word)).collect();
    let common = COMMON_WORDS[lang as usize];
    let (mut all, mut found) = (0.0_f32, 0.0_f32);
    for word in line {
        let weight = if common.contains(&word.as_str()) { COMMON } else { 1.0 };
        all += weight;
        if heard.contains(&stem(word)) {
            found += weight;
        }
    }
    if all > 0.0 { found / all } else { 0.0 }
}
