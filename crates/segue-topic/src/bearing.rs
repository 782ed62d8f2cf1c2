//! "The doctor says I must not climb anything until spring, so someone else has to hang the blinds": a private fact, and in the same
//! breath what follows from it for the work.
//!
//! Who tells of it at home says what they themselves cannot do; who tells it for the sake of the work says what must be done otherwise, when,
//! for how much, or by whom. Neither half is enough: births and operations are told for their own sake, and work has consequences of its
//! own.

use crate::phrases::Phrases;
use segue_core::phrases::{self, Phrase, sections};
use std::sync::LazyLock;

/// The words, in English and Russian: they are told apart by their letters.
static WORDS: LazyLock<[Vec<phrases::Section>; 2]> =
    LazyLock::new(|| [include_str!("../bearing/en.txt"), include_str!("../bearing/ru.txt")].map(sections));
/// Words from what a consequence begins with to what makes it one.
const REACH: usize = 14;
/// Before a fact that is told after its consequence.
const BECAUSE: [&str; 5] = ["because", "since", "потому что", "так как", "из-за"];

static SECTIONS: LazyLock<Sections> = LazyLock::new(|| Sections {
    fact: Section::read("fact"),
    so: Section::read("so"),
    link: Section::read("link"),
    must: Section::read("must"),
    others: Section::read("others"),
    home: Section::read("home"),
    happy: Section::read("happy"),
    but: Section::read("but"),
    because: Section::of(&BECAUSE.map(Phrase::new)),
});

struct Sections {
    fact: Section,
    so: Section,
    link: Section,
    must: Section,
    others: Section,
    home: Section,
    happy: Section,
    but: Section,
    because: Section,
}

/// Phrases, and whether their last word may go on.
struct Section {
    phrases: Phrases,
    open: Vec<bool>,
}

impl Section {
    fn of<'p>(phrases: impl IntoIterator<Item = &'p Phrase>) -> Self {
        let (texts, open): (Vec<_>, Vec<_>) = phrases.into_iter().map(|phrase| (phrase.text.as_str(), phrase.is_open())).unzip();
        Self { phrases: Phrases::new(texts), open }
    }

    fn read(name: &str) -> Self {
        Self::of(named(&WORDS, name))
    }

    /// From where to where each of them stands.
    fn stand<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, usize)> + 't {
        let whole =
            |&(phrase, _, to): &(usize, usize, usize)| self.open[phrase] || !text[to..].starts_with(char::is_alphanumeric);
        self.phrases.begun(text).filter(whole).map(|(_, from, to)| (from, to))
    }

    fn stands_in(&self, text: &str) -> bool {
        self.stand(text).next().is_some()
    }
}

/// The phrases of a section in both languages.
fn named<'f>(files: &'f [Vec<phrases::Section>; 2], name: &str) -> impl Iterator<Item = &'f Phrase> {
    files.iter().flatten().filter(move |section| section.name == name).flat_map(|section| &section.phrases)
}

/// Without any of these no private fact bears on the work.
pub(crate) fn hints() -> Vec<&'static str> {
    beginnings("fact")
}

/// Without any of these there is no good news.
pub(crate) fn happy_hints() -> Vec<&'static str> {
    beginnings("happy")
}

fn beginnings(name: &str) -> Vec<&'static str> {
    named(&WORDS, name).map(|phrase| phrase.text.as_str()).collect()
}

/// True if words in lower case, with `е` for `ё` and straight apostrophes, tell a private fact and what follows from it for the work.
pub(crate) fn bears_on_the_work(text: &str) -> bool {
    let facts: Vec<(usize, usize)> = SECTIONS.fact.stand(text).collect();
    if facts.is_empty() {
        return false;
    }
    let follows = |at: usize| facts.iter().any(|&(_, to)| to <= at);
    let told_after = |at: usize| facts.iter().any(|&(from, _)| from >= at);
    let explained = |to: usize| SECTIONS.because.stand(&text[to..]).any(|(_, because)| told_after(to + because));
    consequences(text).any(|(from, to)| follows(from) || explained(to))
}

/// True if words, likewise, tell good news and nothing that spoils it.
pub(crate) fn is_happy(text: &str) -> bool {
    SECTIONS.happy.stands_in(text) && !SECTIONS.but.stands_in(text)
}

/// Where something follows for the work.
fn consequences(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let of_work = |to: usize| !SECTIONS.home.stands_in(rest_of_sentence(text, to));
    let linked = move |&(_, to): &(usize, usize)| {
        let rest = rest_of_sentence(text, to);
        let near: usize = rest.split_inclusive(' ').take(REACH + 1).map(str::len).sum();
        let of_another = SECTIONS.others.stand(rest.trim_start()).any(|(from, _)| from == 0);
        !of_another && SECTIONS.must.stands_in(&rest[..near])
    };
    SECTIONS.so.stand(text).chain(SECTIONS.link.stand(text).filter(linked)).filter(move |&(_, to)| of_work(to))
}

fn rest_of_sentence(text: &str, from: usize) -> &str {
    text[from..].split(['.', '!', '?', '…', ';', '\n']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::plain;

    /// A section of the cases in both languages.
    fn cases(name: &str) -> Vec<String> {
        let files = [include_str!("../bearing/cases-en.txt"), include_str!("../bearing/cases-ru.txt")].map(sections);
        named(&files, name).map(|case| case.text.clone()).collect()
    }

    /// "Someone else has to hang the blinds" was no note, and the child that is expected was called serious.
    #[test]
    fn a_private_fact_that_moves_the_work_is_told_from_one_that_does_not() {
        let of = |name, wanted| cases(name).into_iter().filter(move |text| bears_on_the_work(&plain(text)) != wanted);
        assert_eq!(of("moves", true).collect::<Vec<_>>(), Vec::<String>::new(), "not found");
        assert_eq!(of("moves nothing", false).collect::<Vec<_>>(), Vec::<String>::new(), "found");
        let happy = |name, wanted| cases(name).into_iter().filter(move |text| is_happy(&plain(text)) != wanted);
        assert_eq!(happy("happy", true).collect::<Vec<_>>(), Vec::<String>::new(), "not happy");
        assert_eq!(happy("not happy", false).collect::<Vec<_>>(), Vec::<String>::new(), "happy");
    }
}
