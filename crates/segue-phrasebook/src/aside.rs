//! Topics that somebody puts aside in words of their own: that they do, and by which name one can come back to them.

use crate::sources;
use segue_core::phrases::{Phrase, Section, sections};
use segue_core::{Lang, Words, tokens};
use std::sync::LazyLock;

/// Words of a topic's name.
const NAME: usize = 5;
/// Russian words before a topic that belong to its name.
const ABOUT: [&str; 4] = ["про", "о", "об", "обо"];

static ASIDE: LazyLock<[Templates; 2]> = LazyLock::new(|| sources::ASIDE.map(Templates::of));
static TOPICS: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::TOPICS.map(sections));

/// What stands around a topic that is put aside.
struct Templates {
    around: Vec<(Phrase, Phrase)>,
    before: Vec<Phrase>,
    ends: Vec<Phrase>,
    later: Vec<Phrase>,
    nothing: Vec<Phrase>,
    mine: Vec<Phrase>,
    time: Vec<Phrase>,
}

impl Templates {
    fn of(file: &str) -> Self {
        let mut all = sections(file);
        let mut of = |name: &str| {
            let section = all.iter_mut().find(|section| section.name == name);
            section.map(|section| std::mem::take(&mut section.phrases)).unwrap_or_default()
        };
        let around = of("around").into_iter().filter_map(|phrase| {
            let (before, after) = phrase.text.split_once('_')?;
            Some((Phrase::new(before), Phrase::new(after)))
        });
        let around = around.collect();
        Self {
            around,
            before: of("before"),
            ends: of("ends"),
            later: of("later"),
            nothing: of("nothing"),
            mine: of("mine"),
            time: of("time"),
        }
    }
}

/// A topic that is put aside: its name, unless only a pronoun stands for it.
pub(crate) struct PutAside {
    name: Option<String>,
}

/// The name of what is parked: as `mine`, the sentence that put it aside, has it; or else what the last of the turns `told` is about,
/// newest first. `None` where neither has one that can be said.
#[must_use]
pub fn name_of_topic<'t>(mine: Option<&str>, told: impl IntoIterator<Item = &'t str>) -> Option<Words> {
    let mine = mine.and_then(put_aside).and_then(|aside| aside.name);
    mine.or_else(|| told.into_iter().find_map(topic_told)).map(Words::new)
}

/// What a turn tells of, by a name under which one can come back to it.
fn topic_told(told: &str) -> Option<String> {
    let words = tokens(told);
    let topics = &TOPICS[Lang::of_text(told).unwrap_or_default() as usize];
    let is_told = |section: &&Section| section.phrases.iter().any(|phrase| phrase.stands_in(&words));
    topics.iter().find(is_told).map(|section| section.name.clone())
}

/// The topic that these words put aside between words that say so: "put Norway aside", «про внука потом».
pub(crate) fn put_aside(words: &str) -> Option<PutAside> {
    let lang = Lang::of_text(words).unwrap_or_default();
    let found = clauses(words).filter_map(|clause| in_clause(&clause, lang));
    found.reduce(|one, other| if one.name.is_some() { one } else { other })
}

/// Each part of a text in which a topic can stand, word by word.
fn clauses(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let parts = text.split(['.', '!', '?', '…', ',', ';', ':', '—', '–', '\n']);
    parts.map(|part| part.split_whitespace().filter(|word| !tokens(word).is_empty()).collect())
}

fn in_clause(clause: &[&str], lang: Lang) -> Option<PutAside> {
    let templates = &ASIDE[lang as usize];
    let keys: Vec<String> = clause.iter().map(|word| tokens(word).concat()).collect();
    let begins = |phrases: &[Phrase], at: usize| phrases.iter().any(|phrase| phrase.begins(&keys[at..]).is_some());
    let stands = |words: &[String]| templates.later.iter().any(|phrase| phrase.stands_in(words));
    let mut unnamed = false;
    for at in 0..keys.len() {
        let around = templates.around.iter().map(|(before, after)| (before, Some(after)));
        for (before, after) in around.chain(templates.before.iter().map(|before| (before, None))) {
            let Some(from) = before.begins(&keys[at..]).map(|count| at + count) else { continue };
            let ends = |to: usize| match after {
                Some(after) => after.begins(&keys[to..]).is_some(),
                None if to == keys.len() => stands(&keys[..at]),
                None => {
                    begins(&templates.later, to) || begins(&templates.ends, to) && (stands(&keys[to..]) || stands(&keys[..at]))
                }
            };
            let Some(to) = (from + 1..=keys.len().min(from + NAME)).find(|&to| ends(to)) else { continue };
            let (topic, name) = (&keys[from..to], &clause[from..to]);
            let any = |phrases: &[Phrase]| phrases.iter().any(|phrase| phrase.stands_in(topic));
            let whole = || templates.nothing.iter().any(|phrase| phrase.begins(topic) == Some(topic.len()));
            let is_mine = templates.mine.iter().any(|phrase| phrase.begins(topic).is_some());
            if any(&templates.time) {
                continue;
            }
            // "To the samovar" is no name of it.
            if is_mine || whole() || lang == Lang::Ru && after.is_some() {
                unnamed = true;
                continue;
            }
            return Some(PutAside { name: Some(spoken(name, keys[from - 1].as_str(), lang)) });
        }
    }
    unnamed.then_some(PutAside { name: None })
}

/// A topic as a line can name it.
fn spoken(name: &[&str], before: &str, lang: Lang) -> String {
    let name: Vec<&str> = name.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    match lang {
        Lang::En => match name.split_first() {
            Some((first, rest))
                if ["the", "that", "this", "your", "a", "an"].contains(&first.to_lowercase().as_str()) && !rest.is_empty() =>
            {
                let article = if first.eq_ignore_ascii_case("your") { "your" } else { "the" };
                format!("{article} {}", rest.join(" "))
            }
            _ => name.join(" "),
        },
        // The accusative of what is put aside goes with «про», which any line can have.
        Lang::Ru => format!("{} {}", if ABOUT.contains(&before) { before } else { "про" }, name.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{name_of_topic, put_aside};
    use crate::said::puts_aside;
    use segue_core::Words;

    /// Norway, the pergola and the grandson were put aside in so many words, and never came back.
    #[test]
    fn what_is_put_aside_by_its_name_is_known_by_it() {
        for (said, name) in [
            ("Interesting! Can we put Norway aside for a bit? I have things to talk about.", "Norway"),
            ("I'd love to hear about Muriel's euphonium player at the end. Now the instalment.", "Muriel's euphonium player"),
            ("We'll come back to the pergola later. The grant report.", "the pergola"),
            ("Can we leave the mother-in-law saga for our call on Thursday?", "the mother-in-law saga"),
            ("Let's keep that wedding of yours for the end.", "the wedding of yours"),
            ("At the end you must tell me about your parrot!", "your parrot"),
            ("Let's save Lisbon till we're through.", "Lisbon"),
            ("Поздравляю! Давайте про внука потом, в конце, хорошо?", "про внука"),
            ("Про внука потом, в конце.", "про внука"),
            ("Надо же. Про самовар давайте оставим на конец, обязательно дослушаю.", "про самовар"),
            ("Про собаку обязательно дослушаю в конце.", "про собаку"),
            ("Давай о поездке чуть позже.", "о поездке"),
            ("Давайте отложим Норвегию ненадолго.", "про Норвегию"),
            ("Оставим твою свадьбу на конец, ладно?", "про твою свадьбу"),
            ("А в конце расскажете про тёщу.", "про тёщу"),
            ("Давайте про соседку в другой раз.", "про соседку"),
        ] {
            assert!(puts_aside(said), "{said}");
            assert_eq!(name_of_topic(Some(said), []).map(|name| name.as_str().to_owned()).as_deref(), Some(name), "{said}");
        }
    }

    /// What a pronoun stands for is put aside, and has no name of its own.
    #[test]
    fn what_a_pronoun_stands_for_is_named_by_the_story() {
        for (said, told, name) in [
            ("Can we put that aside for a bit?", "My daughter has moved back in with us.", Some("your daughter")),
            ("Hold that thought, I want the rest of it.", "Oh, I had the weirdest date on Saturday.", Some("your date")),
            ("Let's leave that for now.", "My nephew is single. Very tidy.", Some("your nephew")),
            ("Давайте отложим это ненадолго, мне нужно обсудить дымоход.", "Мама у меня с характером.", Some("про маму")),
            ("Давайте это потом.", "А я вчера с сестрой поругался.", Some("про сестру")),
            ("К этому ещё вернёмся.", "И тут пошёл снег.", None),
        ] {
            assert!(puts_aside(said), "{said}");
            assert_eq!(name_of_topic(Some(said), [told]), name.map(Words::new), "{said}");
        }
    }

    /// Time that is kept for the end, and work, are put aside by nobody.
    #[test]
    fn time_that_is_kept_is_no_topic() {
        for said in [
            "Let's keep five minutes for the end.",
            "Tell me about the boat.",
            "I'll leave the keys with the porter.",
            "Оставим пять минут на конец.",
            "Расскажите про внука.",
            "Речь о сроках.",
        ] {
            assert!(put_aside(said).is_none(), "{said}");
        }
    }
}
